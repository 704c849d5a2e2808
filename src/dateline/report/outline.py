"""The brief without interaction: headings, paragraphs, lists and tables with references to sources, for Word and Markdown alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.report.acts import LINKS, QUADS, Act, Citation, acts, by_day, squeeze
from dateline.report.claims import ClaimSection, ClaimView, claim_sections, claim_views
from dateline.report.copies import counted, without_copies
from dateline.report.extras import ActorResponse, Extras, ResponseAct, ResponseReport
from dateline.report.lines import Line
from dateline.report.matrix import matrix
from dateline.report.names import checking, country_name, day, signed
from dateline.report.summary import agencies, sources, summarise
from dateline.types import Coded
from dateline.wording import plural

MACHINE: Final = (
    "Machine coding. A program read the text and coded each statement of who did what to whom. {checked}: read the statement before you "
    "rely on one."
)
LIMITS: Final = (
    "Acts are typed after PLOVER (16 types in four kinds). Plans, threats and denials count as statements too; their status says so.",
    "“According to” and “certainty” say what the text says of a statement, not whether it is true. Acts told twice count twice, save in a copy of a document.",
    "A source is tied to a statement by its note marker, by a name in the sentence, or by similar wording; the last is the weakest.",
    "Claims are found by the words and grammar that mark them; many are phrased otherwise and are not found.",
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; ``note`` is the number of a source from 1, referred to after it."""

    text: str
    bold: bool = False
    quiet: bool = False
    note: int | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: headings, rows of cells, and the columns' shares of the width."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    shares: tuple[int, ...]


Part = Heading | Paragraph | Bullets | Grid


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole brief; ``notes`` are the sources that runs refer to, by their numbers from 1."""

    title: str
    byline: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class _Notes:
    """The sources that were referred to so far, in order: their place, from 1, is the number of the footnote and of the row in the table of sources.

    ``several``: the brief is of more than one document, so that a note's own number begins with the document's.
    """

    several: bool = False
    numbers: dict[tuple[int, str, str], int] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def refs(self, citations: Sequence[Citation], document: int) -> Runs:
        """A run for each source of what stands in a document; a tie that is weaker than a note marker is told behind it."""
        found: list[Run] = []
        for one in citations:
            number = self.number(one, document)
            if number is None:
                self.lines.append(self._words(one, document))
                number = self.numbers[_key(one, document)] = len(self.lines)
            weak = one.link and not one.link.startswith(LINKS["marker"])
            found += [Run("", note=number), *([Run(f" ({one.link})", quiet=True)] if weak else [])]
        return tuple(found)

    def number(self, citation: Citation, document: int) -> int | None:
        """The number of a source that was referred to."""
        return self.numbers.get(_key(citation, document))

    def _words(self, one: Citation, document: int) -> str:
        note = _note_number(one, document, several=self.several)
        return one.line + (f", {one.url}" if one.url else "") + (f" (note {note} of the text)" if one.note else "")


def _key(citation: Citation, document: int) -> tuple[int, str, str]:
    return document, citation.note, citation.line


def _note_number(one: Citation, document: int, *, several: bool) -> str:
    """The number that a source's note has in its document."""
    return (f"{document + 1}." if several and one.note else "") + (one.note or "–")


def outline(coded: Sequence[Coded], title: str, program: str, extras: Extras) -> Outline:
    """The brief's content in the order of the page.

    Raises:
        DatelineError: E411 where a mention is of a type that PLOVER does not have.
    """
    found, notes = acts(coded, extras.figures), _Notes(len(coded) > 1)
    parts: list[Part] = [*_summary(coded, found, extras, notes)]
    by_id = {act.mention.mention_id: act for act in found}
    if extras.response is not None:
        parts += _response(extras.response, by_id, notes)
    if extras.short:
        parts.append(Paragraph((Run(MACHINE.format(checked=checking(extras.checked, extras.struck, len(found))), quiet=True),)))
        return Outline(title, _byline(coded), tuple(parts), tuple(notes.lines))
    for section in claim_sections(claim_views(coded, found), found):
        parts += _claims(section, notes)
    listed = by_day(found) if extras.excerpts else found
    parts += [*_matrix(without_copies(coded, found), counted(coded, found)), *_acts(listed, notes), *_sources(coded, found, notes), *_method(program, found, extras)]
    return Outline(title, _byline(coded), tuple(parts), tuple(notes.lines))


def _byline(coded: Sequence[Coded]) -> str:
    if len(coded) != 1:
        return plural(len(coded), "document")
    document = coded[0].document
    published = day(document.published) if document.published else "undated"
    return " · ".join(part for part in (", ".join(document.authors), document.publisher or "", published) if part)


def _text(text: str) -> Runs:
    return (Run(text),)


def _summary(coded: Sequence[Coded], found: Sequence[Act], extras: Extras, notes: _Notes) -> Iterator[Part]:
    if extras.query:
        yield Paragraph((Run(f"Asked for: {extras.query}", quiet=True),))
    for line in extras.left_out:
        yield Paragraph((Run(line, quiet=True),))
    summary = summarise(coded, found, extras.response, dict(extras.independent) or None)
    yield Heading(1, "Summary")
    if summary.story:
        yield Bullets(tuple(_line(line, notes) for line in summary.story))
        if extras.short:
            return
        yield Heading(2, "In figures")
    yield Bullets(tuple(_line(line, notes) for line in summary.lines))


def _line(line: Line, notes: _Notes) -> Runs:
    """A line of the summary with its references."""
    runs: list[Run] = []
    for piece in line:
        runs += [Run(piece.text, bold=piece.bold)] if piece.text else []
        runs += notes.refs(piece.cited, piece.document)
    return tuple(runs)


def _response(report: ResponseReport, by_id: dict[str, Act], notes: _Notes) -> Iterator[Part]:
    yield Heading(1, "Response")
    if not report.found:
        yield Paragraph(_text(f"No act in these documents matches the trigger {report.trigger}, so there is no response to show.{f' {report.hint}' if report.hint else ''}"))
    else:
        yield Paragraph(_text(f"To {report.trigger}{', ' + report.when if report.when else ''}: {plural(len(report.trigger_ids), 'report')}."))
        yield Bullets(tuple(_trigger(by_id[one], notes) for one in report.trigger_ids if one in by_id))
    if report.remark:
        yield Paragraph(_text(report.remark))
    if report.looked_at:
        yield Paragraph((Run(f"Looked at: {report.looked_at}.", quiet=True),))
    for one in report.actors:
        yield Heading(2, one.body or country_name(one.actor))
        yield from _actor(one, by_id, notes)


def _actor(one: ActorResponse, by_id: dict[str, Act], notes: _Notes) -> Iterator[Part]:
    name = one.body or country_name(one.actor)
    if not one.rungs:
        yield Paragraph(_text(f"No response of {name} was found in these documents."))
    for rung in one.rungs:
        after = "" if rung.latency is None else f", {plural(rung.latency, 'day')} after"
        score = "" if rung.score is None else f", score {signed(rung.score)}"
        yield Paragraph((Run(rung.name, bold=True), Run(f": {plural(rung.events, 'act')}{rung.of_which_alleged}{after}{score}")))
        yield Bullets(tuple(_response_act(act, by_id[act.mention_id], notes) for act in rung.acts if act.mention_id in by_id))
    if one.domestic:
        yield Paragraph((Run("At home", bold=True),))
        yield Bullets(tuple(_response_act(act, by_id[act.mention_id], notes) for act in one.domestic if act.mention_id in by_id))
    if one.left_out:
        yield Paragraph((Run(f"{one.left_out}.", quiet=True),))
    if one.not_done:
        others = "; ".join(f"{name} ({', '.join(country_name(code) for code in codes)})" for name, codes in one.not_done)
        yield Paragraph(_text(f"Not reported of {name}, though others did it: {others}."))


def _trigger(act: Act, notes: _Notes) -> Runs:
    """A report of the trigger."""
    return (Run(f"“{squeeze(act.mention.sentence.text)}”"), *notes.refs(act.citations, act.document))


def _response_act(answer: ResponseAct, act: Act, notes: _Notes) -> Runs:
    why = (Run(f" Why: {answer.why}", quiet=True),) if answer.why and answer.why != "-" else ()
    words = f"{act.words} (in the sentence above)" if answer.again else f"“{squeeze(act.mention.sentence.text)}”"
    return (Run(f"{answer.when}: {act.deed}. {words}"), *notes.refs(act.citations, act.document), *why)


def _claims(section: ClaimSection, notes: _Notes) -> Iterator[Part]:
    yield Heading(1, section.heading)
    if section.views:
        yield Bullets(tuple(_claim(view, notes) for view in section.views))
    if section.future:
        yield Paragraph(_text(f"{plural(len(section.future), 'act')} told as planned, promised or expected."))


def _claim(view: ClaimView, notes: _Notes) -> Runs:
    where = f"in “{view.where}”" if view.where else ""
    said = ", ".join(part for part in (view.certainty, f"according to {view.speaker}" if view.speaker else "", where) if part)
    head = (Run(view.name.capitalize(), bold=True), Run(f", {view.holder}" if view.holder else ""), Run(f" ({said})" if said else ""))
    before = (Run(f" {view.before}"),) if view.before else ()
    after = (Run(f"{view.gap}{view.after}"),) if view.after else ()
    return (*head, Run(":"), *before, Run(f" {view.text}", bold=bool(before or after)), *after, *notes.refs(view.citations, view.document))


def _matrix(found: Sequence[Act], beside: str) -> Iterator[Part]:
    made = matrix(found)
    if made is None:
        return
    yield Heading(1, "Who did what to whom")
    legend = ", ".join(f"{mark} {name.lower()}" for mark, name in zip("○●△▲", QUADS.values(), strict=True))
    yield Paragraph((Run(f"Rows act, columns are acted upon; numbers count acts. {legend}.{f' {beside}' if beside else ''}", quiet=True),))
    rows = tuple(
        (_text(row.name), *(_text(" ".join(f"{part.glyph}{len(part.rows)}" for part in cell)) for cell in row.cells)) for row in made.rows
    )
    yield Grid(("", *made.columns), rows, (3, *(2 for _ in made.columns)))


def _acts(found: Sequence[Act], notes: _Notes) -> Iterator[Part]:
    yield Heading(1, "Acts")
    if not found:
        yield Paragraph(_text("No act was coded."))
        return
    yield Grid(
        ("No.", "When", "Who", "Act", "Whom", "According to, how certain", "Statement"),
        tuple(
            (
                _text(str(act.number)), _text(act.dated), _text(act.who or "–"), _text(f"{act.glyph} {act.deed.lower()}"), _text(act.whom or "–"),
                _text(_how(act)), (Run(squeeze(act.mention.sentence.text)), *notes.refs(act.citations, act.document)),
            )
            for act in found
        ),
        (2, 5, 4, 5, 4, 5, 11),
    )  # fmt: skip


def _how(act: Act) -> str:
    status = act.mention.status.value
    said = f"alleged by {act.speaker}" if act.alleged else act.speaker or "the author"
    back = [f"{act.taken_back}: taken back by its source"] if act.taken_back else []
    return ", ".join([said, act.mention.certainty.value, *([] if status == "occurred" else [status]), *back])


def _sources(coded: Sequence[Coded], found: Sequence[Act], notes: _Notes) -> Iterator[Part]:
    """The table of sources: those that were referred to by the numbers of their footnotes, then the others."""
    rows = sources(coded, found)
    if not rows:
        return
    yield Heading(1, "Sources")
    shares = agencies(without_copies(coded, found))[:8]
    if shares:
        yield Paragraph(_text("Behind the sourced acts: " + ", ".join(f"{one.name} {one.percent:.0f}%" for one in shares) + "."))
    numbered = [(notes.number(row.citation, row.document), row) for row in rows]
    yield Grid(
        ("No.", "Source", "Note in the text", "Acts"),
        tuple(
            (
                _text(str(number or "–")), _text(row.citation.line + (f", {row.citation.url}" if row.citation.url else "")),
                _text(_note_number(row.citation, row.document, several=len(coded) > 1)), _text(str(len(row.rows))),
            )
            for number, row in sorted(numbered, key=lambda one: one[0] or len(rows) + len(notes.lines))
        ),
        (1, 10, 2, 1),
    )  # fmt: skip


def _method(program: str, found: Sequence[Act], extras: Extras) -> Iterator[Part]:
    yield Heading(1, "How this was made")
    yield Paragraph(_text(MACHINE.format(checked=checking(extras.checked, extras.struck, len(found)))))
    yield Bullets(tuple(_text(line) for line in LIMITS))
    coders = sorted({act.mention.coder for act in found if act.mention.coder})
    yield Paragraph(_text(f"Program: {program}. Coder: {'; '.join(coders) or 'not named'}."))
    if extras.accuracy:
        yield Paragraph(_text("On the passages of the training corpus that were kept apart for testing; on other text expect less:"))
        rows = tuple(
            (_text(one.type.lower()), _text(_share(one.precision)), _text(_share(one.recall)), _text(str(one.acts))) for one in extras.accuracy
        )
        yield Grid(("Type", "Of the codings, right", "Of the acts, found", "Acts tested"), rows, (3, 3, 3, 2))


def _share(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f}%"
