"""The plain-text notation in which the corpus is written, and its parser.

``corpus/GUIDELINES.md`` section 9 defines the notation. A file is a list of passages; each sentence is followed by its event
lines and claim lines, whose spans are copied words of the sentence. The parser turns words into ``[start, end)`` code point
offsets of the passage text, so that the notation can be written by hand without counting characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.evaluation.goldvalues import is_iso
from dateline.training.labels import (
    ATTRIBUTION_KINDS,
    CERTAINTIES,
    CLAIM_KINDS,
    CONTEXTS,
    COUNTRY_CODES,
    GENRES,
    MODES,
    SECTORS,
    STATUSES,
    TYPES,
)

#: Characters of a day in ISO form.
_DAY = 10
_QUANTITY = re.compile(r"^(?P<sign>>=|<=|~|>|<)?(?P<low>\d+(?:\.\d+)?)(?:-(?P<high>\d+(?:\.\d+)?))?$")
_PARTY = re.compile(r"^(?P<words>.+?)\s+(?P<code>---|[A-Z]{3})(?P<sectors>(?:\.[A-Z]{3})*)$")
_PLACE = re.compile(r"^(?P<words>.+?)(?:\s+(?P<code>---|[A-Z]{3}))?$")
_BY = re.compile(r"^(?P<words>.+?)\s+(?P<kind>speaker|institution|media|unnamed|document|poll)(?:\s+(?P<code>---|[A-Z]{3}))?$")
_OCCURRENCE = re.compile(r"^(?P<words>.+?)#(?P<nth>\d+)$")


class NotationError(ValueError):
    """A line that does not follow the notation; carries the line number (1-based)."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


@dataclass(slots=True)
class Sentence:
    """A sentence of a passage: its kind, text, ``[start, end)`` in the passage text, and what is annotated in it."""

    kind: str
    text: str
    start: int
    mentions: list[dict[str, object]] = field(default_factory=list)
    claims: list[dict[str, object]] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Offset after the last code point of the sentence in the passage text."""
        return self.start + len(self.text)


@dataclass(slots=True)
class Passage:
    """A passage: genre, ISO date, context tags and sentences; ``text`` joins the sentences as the corpus stores them."""

    line: int
    genre: str
    date: str | None
    contexts: list[str]
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The passage text: a headline ends with a blank line, body sentences are joined by a space."""
        parts: list[str] = []
        for sentence in self.sentences:
            if parts:
                parts.append(_joiner(self.sentences[len(parts) // 2].kind))
            parts.append(sentence.text)
        return "".join(parts)


def _joiner(kind: str) -> str:
    return "\n\n" if kind == "headline" else " "


def parse_notation(source: str) -> tuple[list[Passage], list[NotationError]]:
    """Parse a notation file.

    Args:
        source: the text of the file.

    Returns:
        The passages in order and the errors found; a line with an error is left out and parsing goes on. Lines without a passage, as its
        header is missing or wrong, are one error.
    """
    passages: list[Passage] = []
    errors: list[NotationError] = []
    astray = False
    for number, raw in enumerate(source.splitlines(), start=1):
        line = raw.strip("\ufeff \t\r\n\f\v")
        header = line.startswith("===")
        if not line or line.startswith("#") or (astray and not header):
            continue
        try:
            _take_line(line, number, passages)
            astray = False
        except NotationError as error:
            errors.append(error)
            astray = header or not passages
    return passages, errors


def _take_line(line: str, number: int, passages: list[Passage]) -> None:
    if line.startswith("==="):
        passages.append(_parse_header(line, number))
        return
    if not passages:
        raise NotationError(number, "the file must begin with a passage header '=== genre | date | contexts'")
    passage = passages[-1]
    mark, _, rest = line.partition(" ")
    if mark in {"H", "S"}:
        start = len(passage.text)
        if passage.sentences:
            start += len(_joiner(passage.sentences[-1].kind))
        passage.sentences.append(Sentence("headline" if mark == "H" else "body", rest.strip(), start))
    elif mark in {"!", "?"}:
        if not passage.sentences:
            raise NotationError(number, "an annotation line must follow a sentence")
        if mark == "!":
            passage.sentences[-1].mentions.append(_parse_event(rest, number, passage))
        else:
            passage.sentences[-1].claims.append(_parse_claim(rest, number, passage))
    else:
        raise NotationError(number, f"a line begins with '===', 'H ', 'S ', '! ' or '? ', not {mark[:20]!r}")


def _parse_header(line: str, number: int) -> Passage:
    parts = [part.strip() for part in line.lstrip("= ").split("|")]
    genre = parts[0]
    if genre not in GENRES:
        raise NotationError(number, f"genre {genre!r} is not one of {', '.join(sorted(GENRES))}")
    date = parts[1] if len(parts) > 1 and parts[1] else None
    if date is not None and not (len(date) == _DAY and is_iso(date)):
        raise NotationError(number, f"date {date!r} is no day written YYYY-MM-DD")
    contexts = [c.strip() for c in parts[2].split(",") if c.strip()] if len(parts) > 2 else []
    unknown = [c for c in contexts if c not in CONTEXTS]
    if unknown:
        raise NotationError(number, f"unknown context {', '.join(unknown)}")
    return Passage(number, genre, date, contexts)


def find_span(words: str, passage: Passage, number: int) -> tuple[str, int, int]:
    """Locate copied words in the passage's last sentence (or, with a leading ``^``, in the ones before it).

    Returns:
        The words and their ``[start, end)`` in the passage text.

    Raises:
        NotationError: the words do not occur.
    """
    sentence = passage.sentences[-1]
    words = words.strip()
    if words.startswith("^"):
        words = words[1:].strip()
        where = passage.text[: sentence.start]
        at = where.rfind(words)
        if at < 0:
            raise NotationError(number, f"{words!r} does not occur before the sentence")
        return words, at, at + len(words)
    nth = 1
    if (match := _OCCURRENCE.match(words)) is not None:
        words, nth = match["words"].strip(), int(match["nth"])
    places = list(_occurrences(words, sentence.text))
    if len(places) < nth:
        raise NotationError(number, f"{words!r} (occurrence {nth}) does not occur in {sentence.text[:80]!r}")
    start = sentence.start + places[nth - 1]
    return words, start, start + len(words)


def _occurrences(words: str, text: str) -> Iterator[int]:
    """Offsets of the words, those at word boundaries first in order, any others after them."""
    exact = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    yield from exact
    if not exact:
        yield from (m.start() for m in re.finditer(re.escape(words), text))


def _span(words: str, passage: Passage, number: int) -> dict[str, object]:
    text, start, end = find_span(words, passage, number)
    return {"text": text, "span": [start, end]}


def _parse_event(rest: str, number: int, passage: Passage) -> dict[str, object]:
    fields = [part.strip() for part in rest.split(" | ")]
    if len(fields) < 2:
        raise NotationError(number, "an event line is '! trigger | TYPE/modes/CAMEO | fields'")
    labels = [part.strip() for part in fields[1].split("/")] + ["", ""]
    kind, modes, cameo = labels[0], [m.strip() for m in labels[1].split(",") if m.strip()], labels[2]
    if kind not in TYPES:
        raise NotationError(number, f"type {kind!r} is not a PLOVER type")
    wrong = [m for m in modes if m not in MODES[kind]]
    if wrong:
        raise NotationError(number, f"{kind} has no mode {', '.join(wrong)} (it has {', '.join(MODES[kind]) or 'none'})")
    mention: dict[str, object] = {
        "trigger": _span(fields[0], passage, number),
        "type": kind,
        "modes": modes,
        "cameo": cameo or None,
        "actors": [],
        "recipients": [],
        "date": None,
        "place": None,
        "status": "occurred",
        "negated": False,
        "certainty": "certain",
        "attribution": None,
        "cues": {"negated": None, "status": None, "certainty": None},
        "quantities": [],
    }
    for item in fields[2:]:
        key, _, value = item.partition("=")
        _set_field(mention, key.strip(), value.strip(), number, passage)
    return mention


def _set_field(mention: dict[str, object], key: str, value: str, number: int, passage: Passage) -> None:
    if not value:
        raise NotationError(number, f"field {key!r} is empty")
    cues = mention["cues"]
    quantities = mention["quantities"]
    assert isinstance(cues, dict) and isinstance(quantities, list)
    if key in {"a", "r"}:
        role = "actors" if key == "a" else "recipients"
        mention[role] = [_parse_party(part, number, passage) for part in value.split(" ; ")]
    elif key == "d":
        mention["date"] = _parse_date(value, number, passage)
    elif key == "p":
        mention["place"] = _parse_place(value, number, passage)
    elif key in {"st", "cert"}:
        name, allowed = ("status", STATUSES) if key == "st" else ("certainty", CERTAINTIES)
        label, _, cue = value.partition(":")
        if label.strip() not in allowed:
            raise NotationError(number, f"{name} {label!r} is not one of {', '.join(allowed)}")
        mention[name] = label.strip()
        cues[name] = _span(cue, passage, number) if cue.strip() else None
    elif key == "neg":
        mention["negated"] = True
        cues["negated"] = _span(value, passage, number)
    elif key == "by":
        mention["attribution"] = _parse_by(value, number, passage)
    elif key == "via":
        attribution = mention["attribution"]
        if not isinstance(attribution, dict):
            raise NotationError(number, "via= must follow by=")
        attribution["via"] = _parse_place(value, number, passage)
    elif key == "q":
        quantities.append(_parse_quantity(value, number, passage))
    else:
        raise NotationError(number, f"unknown field {key!r}")


def _check_country(code: str | None, number: int) -> str | None:
    if code is None or code == "---":
        return None
    if code not in COUNTRY_CODES:
        raise NotationError(number, f"unknown country code {code!r}")
    return code


def _parse_party(value: str, number: int, passage: Passage) -> dict[str, object]:
    match = _PARTY.match(value.strip())
    if match is None:
        raise NotationError(number, f"a party is 'words COUNTRY.SECTOR', not {value!r}")
    sectors = [s for s in match["sectors"].split(".") if s]
    wrong = [s for s in sectors if s not in SECTORS]
    if wrong:
        raise NotationError(number, f"unknown sector {', '.join(wrong)}")
    return {
        **_span(match["words"], passage, number),
        "country": _check_country(match["code"], number),
        "sector": sectors[0] if sectors else None,
        "sectors": sectors,
    }


def _parse_place(value: str, number: int, passage: Passage) -> dict[str, object]:
    match = _PLACE.match(value)
    assert match is not None
    return {**_span(match["words"], passage, number), "country": _check_country(match["code"], number)}


def _parse_date(value: str, number: int, passage: Passage) -> dict[str, object]:
    words, equals, iso = value.rpartition("=")
    if not equals or not is_iso(iso.strip()):
        raise NotationError(number, f"a date is 'words = YYYY-MM-DD' (or YYYY-MM, YYYY, start..end), not {value!r}")
    return {**_span(words, passage, number), "value": iso.strip()}


def _parse_by(value: str, number: int, passage: Passage) -> dict[str, object]:
    match = _BY.match(value)
    if match is None or match["kind"] not in ATTRIBUTION_KINDS:
        raise NotationError(number, f"by= is 'words kind COUNTRY', not {value!r}")
    place: dict[str, object] = {"text": None, "span": None}
    if match["words"] != "-":
        place = _span(match["words"], passage, number)
    return {"kind": match["kind"], **place, "country": _check_country(match["code"], number), "via": None}


def _parse_quantity(value: str, number: int, passage: Passage) -> dict[str, object]:
    words, equals, meaning = value.rpartition(" = ")
    parts = meaning.split()
    match = _QUANTITY.match(parts[0].replace(",", "")) if parts else None
    if not equals or match is None or len(parts) < 2:
        raise NotationError(number, f"a quantity is 'words = value unit counts', not {value!r}")
    low = float(match["low"])
    high = float(match["high"]) if match["high"] else None
    sign = match["sign"]
    return {
        **_span(words, passage, number),
        "value": low if high is None else None,
        "low": low if high is not None or sign in {">=", ">"} else None,
        "high": high if high is not None else (low if sign in {"<=", "<"} else None),
        "unit": parts[1],
        "counts": " ".join(parts[2:]) or None,
        "approximate": sign == "~",
    }


def _parse_claim(rest: str, number: int, passage: Passage) -> dict[str, object]:
    fields = [part.strip() for part in rest.split(" | ")]
    if len(fields) < 2 or fields[0] not in CLAIM_KINDS:
        raise NotationError(number, f"a claim line is '? kind | words | fields' with kind one of {', '.join(CLAIM_KINDS)}")
    claim: dict[str, object] = {
        "kind": fields[0],
        **_span(fields[1], passage, number),
        "holder": None,
        "certainty": "certain",
        "attribution": None,
    }
    for item in fields[2:]:
        key, _, value = item.partition("=")
        if key.strip() == "holder":
            claim["holder"] = _parse_place(value.strip(), number, passage)
        elif key.strip() == "cert":
            claim["certainty"] = value.partition(":")[0].strip()
        elif key.strip() == "by":
            claim["attribution"] = _parse_by(value.strip(), number, passage)
        else:
            raise NotationError(number, f"unknown claim field {key!r}")
    return claim
