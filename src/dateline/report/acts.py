"""A coded mention as the brief shows it: numbered over all documents, in words, with its quad class."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.alleged import is_alleged
from dateline.ontology.plover import quad
from dateline.report.extras import EventFigures
from dateline.report.names import BASES, PRONOUNS, dated, home, is_known, is_named, own_word, party, rests, shown, speaker, when
from dateline.report.quoting import quotation
from dateline.types import Certainty, Coded, Document, EventMention, Mention, Participant, Source, SourceLink, Span, Status

QUADS: Final = {1: "Verbal cooperation", 2: "Material cooperation", 3: "Verbal conflict", 4: "Material conflict"}
#: open for words, filled for deeds; round for cooperation, three-cornered for conflict: colour is never the only cue
GLYPHS: Final = {1: "○", 2: "●", 3: "△", 4: "▲"}
BEARINGS: Final = {
    "same": "its title tells of this act",
    "detail": "its title tells a detail",
    "background": "its title is background",
    "unrelated": "its title speaks of something else",
}
LINKS: Final = {"marker": "note marker", "sentence": "named in the sentence", "similarity": "similar wording"}
#: a spreadsheet takes a cell that starts so for a formula
FORMULA: Final = ("=", "+", "-", "@", "\t")
COLUMNS: Final = (
    "number",
    "document",
    "mention_id",
    "earliest",
    "latest",
    "precision",
    "basis",
    "actors",
    "actor_countries",
    "type",
    "modes",
    "recipients",
    "recipient_countries",
    "place",
    "status",
    "negated",
    "certainty",
    "according_to",
    "sources",
    "confidence",
    "sentence",
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A source in words. ``url`` is kept only where it is http or https; ``link`` says how a statement was tied to
    it."""

    note: str
    credit: str
    title: str
    published: str
    url: str | None
    link: str = ""

    @property
    def line(self) -> str:
        """One line: credit, title, date."""
        parts = (self.credit, f"“{self.title}”" if self.title else "", self.published)
        return ", ".join(part for part in parts if part) or "a note without details"


@dataclass(frozen=True, slots=True)
class Act:
    """A mention with its number in the brief (from 1), the index of its document (from 0) and its parts in words.

    ``actors`` and ``recipients`` are all parties by name (not the unresolved "it"); ``doers`` and ``targets`` those of them that are known, which "it" and "the idea" are not;
    ``same`` the numbers of the other statements of the same event; ``alleged`` says that only the other side tells it;
    ``figures`` are those in which the statements of its event differ.
    """

    number: int
    document: int
    mention: EventMention
    quad: int
    who: str
    whom: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    doers: tuple[str, ...]
    targets: tuple[str, ...]
    when: str
    basis: str
    speaker: str
    citations: tuple[Citation, ...]
    same: tuple[int, ...] = ()
    alleged: bool = False
    figures: EventFigures | None = None

    @property
    def glyph(self) -> str:
        """The sign of the quad class."""
        return GLYPHS[self.quad]

    @property
    def deed(self) -> str:
        """Type and modes, with ``not`` where the act is denied: ``not AID``, ``ASSAULT (aerial)``."""
        modes = f" ({', '.join(self.mention.modes)})" if self.mention.modes else ""
        return f"{'not ' if self.mention.negated else ''}{self.mention.type}{modes}"

    @property
    def certain(self) -> bool:
        """Whether the text is sure of it."""
        return self.mention.certainty is Certainty.CERTAIN

    @property
    def real(self) -> bool:
        """Whether it is told as having happened or going on (or as background)."""
        return self.mention.status not in (Status.FUTURE, Status.HYPOTHETICAL)

    @property
    def taken_back(self) -> str:
        """The figure that it gives and that its source took back ("3 killed"); empty where it gives none, or also the one that stands."""
        if self.figures is None or any(self.mention.mention_id in one.mention_ids for one in self.figures.standing):
            return ""
        return next((one.value for one in self.figures.withdrawn if self.mention.mention_id in one.mention_ids), "")

    @property
    def by(self) -> str:
        """How the speaker is brought in: "according to", or "alleged by" where it is the other side."""
        return "alleged by" if self.alleged else "according to"

    @property
    def own_word(self) -> str:
        """That who says so is a party to the act, in words; empty where not."""
        return own_word(self.mention.attribution)

    @property
    def said(self) -> str:
        """The text's words for parties that are shown by another name."""
        return said((*self.mention.actors, *self.mention.recipients))

    @property
    def rests(self) -> str:
        """What its date rests on where that is not the text."""
        return rests(self.mention.date)

    @property
    def dated(self) -> str:
        """When it was, with what the date rests on where that is not the text: ``22 May 2025 (by document)``."""
        return dated(self.mention.date)

    @property
    def where(self) -> str:
        """The place, by its name where it was found."""
        place = self.mention.place
        return "" if place is None else squeeze(place.name or place.text)

    @property
    def label(self) -> str:
        """The whole record in a line, for screen readers and tooltips."""
        line = f"{self.who or 'nobody named'}: {self.deed}{' → ' + self.whom if self.whom else ''}; {self.dated}"
        extras = [
            f"{self.by} {self.speaker}{f' ({self.own_word})' if self.own_word else ''}" if self.speaker else "",
            "" if self.certain else self.mention.certainty.value,
        ]
        extras.append("" if self.mention.status is Status.OCCURRED else self.mention.status.value)
        extras.append(f"{self.taken_back}: taken back by its source" if self.taken_back else "")
        return "; ".join([line, *(extra for extra in extras if extra)])

    @property
    def context(self) -> tuple[str, str, str]:
        """The sentence as it stands before, in and after the trigger; the trigger is empty where it lies outside."""
        sentence, trigger = self.mention.sentence, self.mention.trigger.span
        if not sentence.span.contains(trigger):
            return sentence.text, "", ""
        start, end = trigger.start - sentence.span.start, trigger.end - sentence.span.start
        return sentence.text[:start], sentence.text[start:end], sentence.text[end:]

    @property
    def words(self) -> str:
        """The words of its sentence that tell it, in quotation marks."""
        return quotation(self.mention)

    @property
    def sort_date(self) -> str:
        """ISO day to sort by; acts without a date, or with only the document's, sort last."""
        ref = self.mention.date
        return ref.earliest.isoformat() if ref is not None and ref.basis != "document" else "9999"


def by_day(found: Sequence[Act]) -> tuple[Act, ...]:
    """The acts by their first day as ``dateline events`` lists them: those without a date last, and of one day as they stand in the texts."""
    return tuple(sorted(found, key=lambda act: (act.mention.date is None, act.mention.date and act.mention.date.earliest, act.number)))


def squeeze(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def file_name(input_id: str) -> str:
    """The name of the file that a document came from, without the folders of the machine it was coded on; an address as it is.

    >>> file_name("/home/ada/reports/march.txt")
    'march.txt'
    """
    return input_id if "://" in input_id else re.split(r"[/\\]", input_id.rstrip("/\\"))[-1] or input_id


def doc_name(document: Document) -> str:
    """A document's title, or the name of its file where it has none."""
    return squeeze(document.title or file_name(document.input_id))


def safe_url(url: str | None) -> str | None:
    """The address where it is http or https, else ``None`` (so that ``javascript:`` and ``data:`` never become
    links)."""
    text = (url or "").strip()
    return text if text.lower().startswith(("http://", "https://")) else None


def credit(source: Source) -> str:
    """Who is behind a source: authors or agency, then outlet or publisher; else its site."""
    makers = [", ".join(source.authors)] if source.authors else []
    parts = [*makers, source.agency or "", source.outlet or source.publisher or ""]
    return ", ".join(dict.fromkeys(part for part in parts if part)) or source.site or ""


def citation(source: Source, link: SourceLink | None = None) -> Citation:
    """A source in words; of one that names neither makers nor title what kind it is, as "interview"."""
    how = "" if link is None else LINKS.get(link.link, link.link) + (f", {link.score:.2f}" if link.score < 1 else "")
    if link is not None and link.bearing is not None:
        how += f"; {BEARINGS.get(link.bearing.relation, link.bearing.relation)}"
    title = squeeze(source.title or "")
    return Citation(
        source.note or "",
        credit(source) or ("" if title else source.kind),
        title,
        source.published or "",
        safe_url(source.url),
        how,
    )


def sure_citations(act: Act) -> tuple[Citation, ...]:
    """The sources that an act is tied to by a note marker or a name, and not by similar wording alone."""
    return tuple(one for one, link in zip(act.citations, act.mention.sources, strict=True) if link.link != "similarity")


def phrases(participants: Sequence[Participant], most: int | None = None) -> str:
    """Participants by name, each once: somebody named and meant again by a pronoun too; several behind one word by their countries. Where more than
    ``most`` are named, half of those and how many others there are."""
    participants = _in_apposition(participants)
    spans = Counter(item.span for item in participants)
    called = {item.entity for item in participants if item.entity and squeeze(item.text).casefold() not in PRONOUNS}
    again = [item for item in participants if squeeze(item.text).casefold() in PRONOUNS and item.entity in called]
    names = [home(item) if spans[item.span] > 1 and item.country else shown(item) for item in participants if item not in again]
    once = list(dict.fromkeys(names))
    if most is None or len(once) <= most:
        return ", ".join(once)
    return f"{', '.join(once[: most // 2])} and {len(once) - most // 2} others"


def _in_apposition(participants: Sequence[Participant]) -> list[Participant]:
    """One participant for a description and the name right behind it ("novelist", "Boualem Sansal"), who are one person."""
    found: list[Participant] = []
    for item in participants:
        last = found[-1] if found else None
        if last is not None and 0 < item.span.start - last.span.end <= 1 and last.country == item.country and last.text.islower() and item.text[:1].isupper():
            found[-1] = replace(item, text=f"{last.text} {item.text}", span=Span(last.span.start, item.span.end))
        else:
            found.append(item)
    return found


def said(participants: Sequence[Participant]) -> str:
    """The words of the text for those who are shown by another name: ``“it”: France``; the empty string where there are none."""
    others = ((squeeze(item.text), shown(item)) for item in participants)
    return "; ".join(dict.fromkeys(f"“{words}”: {name}" for words, name in others if words.casefold() not in name.casefold()))


def acts(coded: Sequence[Coded], figures: Sequence[EventFigures] = ()) -> tuple[Act, ...]:
    """All mentions as acts, in the order of the documents and of the text.

    Args:
        coded: the documents.
        figures: in what figures the statements of events differ.
    """
    found: list[Act] = []
    for index, item in enumerate(coded):
        sentences: dict[Span, list[EventMention]] = {}
        for mention in item.mentions:
            sentences.setdefault(mention.sentence.span, []).append(mention)
        for mention in sorted(item.mentions, key=lambda one: (one.trigger.span, one.mention_id)):
            act = _act(len(found) + 1, index, mention)
            found.append(replace(act, alleged=is_alleged(mention, sentences[mention.sentence.span])))
    events: dict[str, list[int]] = {}
    for act in found:
        events.setdefault(act.mention.event_id, []).append(act.number)
    differ = {one.event_id: one for one in figures}
    return tuple(
        replace(act, same=tuple(one for one in events[act.mention.event_id] if one != act.number), figures=differ.get(act.mention.event_id)) for act in found
    )


def _act(number: int, document: int, mention: EventMention) -> Act:
    return Act(
        number=number,
        document=document,
        mention=mention,
        quad=quad(mention.type),
        who=phrases(mention.actors),
        whom=phrases(mention.recipients),
        actors=tuple(dict.fromkeys(party(one) for one in mention.actors if is_named(one))),
        recipients=tuple(dict.fromkeys(party(one) for one in mention.recipients if is_named(one))),
        doers=tuple(dict.fromkeys(party(one) for one in mention.actors if is_known(one))),
        targets=tuple(dict.fromkeys(party(one) for one in mention.recipients if is_known(one))),
        when=when(mention.date),
        basis=BASES.get(mention.date.basis, mention.date.basis) if mention.date else "",
        speaker=speaker(mention.attribution),
        citations=tuple(citation(link.source, link) for link in mention.sources),
    )


def cue(mention: Mention | None) -> str:
    """The words a judgement rests on, in quotes, or nothing."""
    return f"“{squeeze(mention.text)}”" if mention else ""


def csv_lines(found: Sequence[Act], coded: Sequence[Coded]) -> tuple[str, ...]:
    """A heading and one line an act (no field holds a line break), as RFC 4180 has it; formulas are disarmed with an
    apostrophe."""
    rows = [COLUMNS, *(_row(act, coded[act.document]) for act in found)]
    return tuple(_line(row) for row in rows)


def _row(act: Act, coded: Coded) -> tuple[str, ...]:
    mention, date = act.mention, act.mention.date
    return (
        str(act.number),
        coded.document.title or coded.document.input_id,
        mention.mention_id,
        date.earliest.isoformat() if date else "",
        date.latest.isoformat() if date else "",
        date.precision if date else "",
        date.basis if date else "",
        "; ".join(one.text for one in mention.actors),
        "; ".join(one.country or "" for one in mention.actors),
        mention.type,
        "; ".join(mention.modes),
        "; ".join(one.text for one in mention.recipients),
        "; ".join(one.country or "" for one in mention.recipients),
        act.where,
        mention.status.value,
        "true" if mention.negated else "false",
        mention.certainty.value,
        act.speaker,
        " | ".join(f"{one.note}: {one.line}" if one.note else one.line for one in act.citations),
        f"{mention.confidence:.3f}",
        mention.sentence.text,
    )


def _line(row: Sequence[str]) -> str:
    cells = [squeeze(cell) for cell in row]
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells])
    return buffer.getvalue()
