"""Records in the notation of the corpus: the inverse of :mod:`dateline.training.notation`.

Every line is read back before it is kept, and what comes back is compared with the record, so that no span slips to another occurrence
of its words and nothing that the notation cannot say is lost without being told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from dateline.decisions.fields import party_code
from dateline.decisions.values import Record
from dateline.ontology.plover import plover
from dateline.training.notation import parse_notation
from dateline.types import Span

if TYPE_CHECKING:
    from dateline.review.export import ReviewedPassage

#: The genre under which reviewed passages stand; the corpus knows no better one for running text.
GENRE: Final = "paragraph"
#: How often words can stand in a sentence before their occurrence is given up.
_MAX_OCCURRENCE: Final = 40


def passage_lines(passage: ReviewedPassage) -> tuple[list[str], list[str]]:
    """The lines of a passage, and one line for every record or field that could not be written."""
    from dateline.review.export import is_headline

    document = passage.coded.document
    found = sorted({context for part in passage.sentences for one in part.records for context in one["contexts"]})
    known = {term.name for term in plover().contexts}
    header = f"=== {GENRE} | {document.published or ''} | {', '.join(one for one in found if one in known)}"
    lines, plain, lost = [header], [header], []
    offsets: dict[int, int] = {}
    at = 0
    for part in passage.sentences:
        sentence = part.sentence
        text = flat(sentence.text)
        headline = is_headline(passage.coded, sentence)
        lines.append(f"{'H' if headline else 'S'} {text}")
        plain.append(lines[-1])
        lead = len(sentence.text) - len(sentence.text.lstrip())
        offsets[sentence.span.start] = at - lead
        for record in part.records:
            writer = _Writer("\n".join(plain), record, sentence.span, at - sentence.span.start - lead, offsets)
            line = writer.line()
            lost += writer.lost
            if line is not None:
                lines.append(line)
        at += len(text) + (2 if headline else 1)
    return lines, lost


def flat(text: str) -> str:
    """The text on one line, character by character, without space at its ends."""
    return "".join(" " if char.isspace() else char for char in text).strip()


class _Writer:
    """Writes one record; fields that cannot be written go to ``lost``, the record as a whole where its trigger cannot."""

    def __init__(self, so_far: str, record: Record, sentence: Span, shift: int, offsets: Mapping[int, int]) -> None:
        self._so_far, self._record, self._sentence, self._shift = so_far, record, sentence, shift
        self._offsets = offsets
        self.lost: list[str] = []

    def line(self) -> str | None:
        record = self._record
        labels = f"{record['type']}/{','.join(record['modes'])}/"
        trigger = self._words(record["trigger"])
        line = None if trigger is None else f"! {trigger} | {labels}"
        if line is None or self._parsed(line) is None:
            self.lost.append(f"the act at {record['trigger']['text']!r} cannot be written")
            return None
        for name, field in self._fields():
            longer = f"{line} | {field}" if field is not None else None
            if longer is None or self._parsed(longer) is None:
                self.lost.append(f"{name} of {record['trigger']['text']!r}")
            else:
                line = longer
        return line

    def _parsed(self, line: str) -> dict[str, Any] | None:
        """The last event of the passage when the line is added, or ``None`` where it does not parse."""
        passages, errors = parse_notation(f"{self._so_far}\n{line}")
        if errors or not passages:
            return None
        mentions = passages[-1].sentences[-1].mentions
        return mentions[-1] if mentions else None

    def _words(self, part: Mapping[str, Any]) -> str | None:
        """The words of a span with the mark that finds it again (``#2``, ``^``), or ``None`` where nothing finds it."""
        if part.get("span") is None:
            return None
        start, end = part["span"]
        words = flat(part["text"])
        target = start + self._shift
        if words and self._sentence.start <= start and end <= self._sentence.end:
            tries: Iterable[str] = (words, *(f"{words}#{nth}" for nth in range(1, _MAX_OCCURRENCE)))
        elif words and (home := self._earlier(start)) is not None:
            target, tries = home, (f"^{words}",)
        else:
            return None
        for written in tries:
            found = self._found(written)
            if found is None and written != words:
                break
            if found == (target, target + len(words)):
                return written
        return None

    def _earlier(self, start: int) -> int | None:
        """Where an offset of an earlier sentence of the passage lies in the passage's text."""
        before = [(begin, at) for begin, at in self._offsets.items() if begin <= start and begin < self._sentence.start]
        return max(before)[1] + start - max(before)[0] if before else None

    def _found(self, written: str) -> tuple[int, int] | None:
        """The span at which the notation finds what is written."""
        parsed = self._parsed(f"! {written} | AGREE//")
        trigger = parsed["trigger"] if parsed else None
        return (int(trigger["span"][0]), int(trigger["span"][1])) if isinstance(trigger, dict) else None

    def _fields(self) -> Iterable[tuple[str, str | None]]:
        record = self._record
        for name, key in (("actors", "a"), ("recipients", "r")):
            parties = [self._party(one) for one in record[name]]
            kept = [one for one in parties if one is not None]
            if len(kept) < len(parties):
                yield f"{len(parties) - len(kept)} of the {name}", None
            if kept:
                yield name, f"{key}={' ; '.join(kept)}"
        if record["date"] is not None and record["date"]["text"]:
            words = self._words(record["date"])
            yield "date", None if words is None else f"d={words} = {iso_days(record['date'])}"
        if record["place"] is not None:
            words = self._words(record["place"])
            yield "place", None if words is None else f"p={words} {record['place']['country'] or '---'}"
        yield from self._judgements()
        yield from self._said()
        yield from self._quantities()

    def _party(self, party: Mapping[str, Any]) -> str | None:
        words = self._words(party)
        return None if words is None else f"{words} {party_code(party)}"

    def _judgements(self) -> Iterable[tuple[str, str | None]]:
        record, cues = self._record, self._record["cues"]
        for name, key, default in (("status", "st", "occurred"), ("certainty", "cert", "certain")):
            if record[name] != default:
                cue = self._words(cues[name]) if cues[name] else None
                yield name, f"{key}={record[name]}:{cue}" if cue else f"{key}={record[name]}"
        if record["negated"]:
            cue = self._words(cues["negated"] or record["trigger"])
            yield "negated", None if cue is None else f"neg={cue}"

    def _said(self) -> Iterable[tuple[str, str | None]]:
        said = self._record["attribution"]
        if said is None:
            return
        words = self._words(said) if said["span"] else "-"
        yield "attribution", None if words is None else f"by={words} {said['kind']} {said['country'] or '---'}"
        via = said["via"]
        if via is not None and via["span"]:
            words = self._words(via)
            yield "via", None if words is None else f"via={words} {via['country'] or '---'}"

    def _quantities(self) -> Iterable[tuple[str, str | None]]:
        for one in self._record["quantities"]:
            words = self._words(one)
            yield f"quantity {one['text']!r}", None if words is None else f"q={words} = {_amount(one)} {_unit(one)}"


def iso_days(when: Mapping[str, Any]) -> str:
    """The days of a date as the notation writes them."""
    first, last = str(when["earliest"]), str(when["latest"])
    match when["precision"]:
        case "year" if first[:4] == last[:4]:
            return first[:4]
        case "month" if first[:7] == last[:7]:
            return first[:7]
    return first if first == last else f"{first}..{last}"


def _number(value: float) -> str:
    return f"{value:.10g}"


def _amount(one: Mapping[str, Any]) -> str:
    value, low, high = one["value"], one["low"], one["high"]
    if low is not None and high is not None:
        return f"{_number(low)}-{_number(high)}"
    if low is not None:
        return f">={_number(low)}"
    if high is not None:
        return f"<={_number(high)}"
    return f"~{_number(value)}" if one["approximate"] else _number(value or 0.0)


def _unit(one: Mapping[str, Any]) -> str:
    """Unit and what is counted; the notation wants a unit, so that counted things without one are ``items``."""
    unit = (one["unit"] or "items").replace(" ", "_")
    return f"{unit} {one['counts']}" if one["counts"] else str(unit)
