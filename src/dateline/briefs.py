"""From coded documents or a database to a brief: the one place where the page meets the reader, the store and the analyses."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.config import BRIEF_LIMIT, BriefFormat
from dateline.errors import DatelineError
from dateline.report.extras import Export, Extras, PageBox, PagePicture, TypeAccuracy
from dateline.reviewed import Judged, judged
from dateline.types import Coded, Document, Problem, Span, Status
from dateline.wording import plural

if TYPE_CHECKING:
    from dateline.read.pdf.pictures import Picture
    from dateline.store import EventFilter

#: With more documents than this only the paragraphs with acts are set.
WHOLE: Final = 12
#: So many inputs that could not be read are named.
UNREAD_NAMED: Final = 20
#: What is missing, empty, or a folder without documents.
NOTHING_IN: Final = frozenset({"E001", "E003", "E009"})
#: Base64 of all page pictures of a brief, which is to stay under 3 MB.
PICTURE_BYTES: Final = 1_500_000


@dataclass(frozen=True, slots=True)
class Selection:
    """The documents of a brief with the acts that were asked for, the query in words, what a limit left out, and which acts a
    reviewer judged."""

    coded: tuple[Coded, ...]
    query: str = ""
    excerpts: bool = False
    left_out: tuple[str, ...] = ()
    judged: Judged = field(default_factory=Judged)


def select(path: str | Path, wanted: EventFilter, limit: int = BRIEF_LIMIT) -> Selection:
    """The acts of a database that match, with their documents by date.

    Args:
        path: the database.
        wanted: which acts; without any condition all of them.
        limit: at most so many acts, the latest.

    Raises:
        DatelineError: E201-E203 where the database cannot be read.
    """
    from dateline.reviewed import reviewed

    words = query_words(wanted)
    with reviewed(path) as database:
        matching = [row.mention for row in database.iter_events(wanted)]
        kept = matching[-limit:] if limit < len(matching) else matching
        left_out = (f"The latest {len(kept):,} of {len(matching):,} acts that match.",) if len(kept) < len(matching) else ()
        doc_ids = list(dict.fromkeys(mention.doc_id for mention in kept))
        if wanted.doc is not None:
            doc_ids = list(dict.fromkeys([*doc_ids, *database.find(wanted.doc)]))
        unread = () if wanted.doc is not None else unread_line(database.unread(), asked=bool(words))
        loaded = [_consistent(one) for one in (database.load_coded(doc_id) for doc_id in doc_ids) if one is not None]
    narrowed = bool(words) and words != _doc_words(wanted)
    excerpts = narrowed or len(loaded) > WHOLE
    ids = frozenset(mention.mention_id for mention in kept)
    coded = [only(one, ids) if narrowed or left_out else one for one in loaded]
    return Selection(tuple(sorted(coded, key=_by_date)), words, excerpts, (*left_out, *unread), judged(path))


def unread_line(failed: Sequence[Problem], *, asked: bool = False) -> tuple[str, ...]:
    """A line that names the inputs which could not be read, and why; nothing where all were.

    Args:
        failed: problems of inputs that gave no document.
        asked: the page answers a question; what holds nothing has nothing on it, and of the others nobody knows.
    """
    found = {one.input_id: one.detail for one in failed if one.severity == "error" and not (asked and one.code in NOTHING_IN)}
    if not found:
        return ()
    named = "; ".join(f"{name} ({why})" for name, why in list(found.items())[:UNREAD_NAMED])
    more = f"; and {len(found) - UNREAD_NAMED:,} more" if len(found) > UNREAD_NAMED else ""
    inputs, they = plural(len(found), "input"), "they tell" if len(found) > 1 else "it tells"
    if asked:
        return (f"{inputs} of the database could not be read; whether {they} of this is not known: {named}{more}.",)
    return (f"{inputs} could not be read, and nothing here is from {'them' if len(found) > 1 else 'it'}: {named}{more}.",)


def _consistent(coded: Coded) -> Coded:
    """The document with claims that bear only on acts which it still has: a reviewer may have called some wrong."""
    known = {one.mention_id for one in coded.mentions}
    claims = (replace(one, mentions=tuple(key for key in one.mentions if key in known)) for one in coded.claims)
    return replace(coded, claims=tuple(claims))


def only(coded: Coded, mention_ids: Iterable[str]) -> Coded:
    """The document with these acts, and the claims that bear on them."""
    wanted = frozenset(mention_ids)
    return replace(
        coded,
        mentions=tuple(one for one in coded.mentions if one.mention_id in wanted),
        claims=tuple(one for one in coded.claims if wanted & set(one.mentions)),
    )


def _by_date(coded: Coded) -> tuple[str, str]:
    published = coded.document.published
    return (published.isoformat() if published else "9999", coded.document.doc_id)


def _doc_words(wanted: EventFilter) -> str:
    return f"document {wanted.doc}" if wanted.doc else ""


def query_words(wanted: EventFilter) -> str:
    """A filter in words: ``actor KOR, type ACCUSE, since 2024-10``."""
    parts = (
        ("actor", wanted.actor), ("recipient", wanted.recipient), ("party", wanted.either), ("type", " or ".join(wanted.types)),
        ("since", wanted.since), ("until", wanted.until), ("place", wanted.place), ("status", " or ".join(one.value for one in wanted.statuses)),
    )  # fmt: skip
    return ", ".join([*(f"{name} {value}" for name, value in parts if value), *([_doc_words(wanted)] if wanted.doc else [])])


def accuracies(coded: Sequence[Coded]) -> tuple[TypeAccuracy, ...]:
    """How well the package's model codes each type, where it coded all of the acts; else nothing, as nothing is known.

    Raises:
        DatelineError: E311 where its table is damaged.
    """
    coders = {mention.coder for one in coded for mention in one.mentions}
    if not coders or any(not coder.endswith(_model()) for coder in coders):
        return ()
    from importlib.resources import files

    counts: dict[tuple[str, str], int] = {}
    table = files("dateline.extract.classifier") / "data" / "confusion.tsv"
    for line in table.read_text("utf-8").splitlines()[1:]:
        gold, coding, count = line.split("\t")
        counts[gold, coding] = counts.get((gold, coding), 0) + int(count)
    names = sorted({name for pair in counts for name in pair} - {"NONE"})
    return tuple(
        TypeAccuracy(
            name,
            sum(count for (gold, _), count in counts.items() if gold == name),
            sum(count for (_, coding), count in counts.items() if coding == name),
            counts.get((name, name), 0),
        )
        for name in names
    )


@cache
def _model() -> str:
    """Name and version of the model that ships with the package."""
    import json
    from importlib.resources import files

    described = json.loads((files("dateline.extract.classifier") / "data" / "model.json").read_text("utf-8"))
    return f"{described['name']} {described['version']}"


def citations(coded: Sequence[Coded]) -> tuple[Export, ...]:
    """The sources for reference managers, where there are any."""
    from dateline.store.bibliography import BibliographyFormat, bibliography

    cited = [(one.document.input_id, source) for one in coded for source in one.document.sources]
    if not cited:
        return ()
    forms = (
        ("CSL-JSON", "citations.json", BibliographyFormat.CSL_JSON),
        ("BibTeX", "citations.bib", BibliographyFormat.BIBTEX),
        ("RIS", "citations.ris", BibliographyFormat.RIS),
    )
    return tuple(Export(name, file, bibliography(cited, form)) for name, file, form in forms)


def pictures(coded: Sequence[Coded]) -> tuple[tuple[str, tuple[PagePicture, ...]], ...]:
    """The pages of PDF documents that hold acts, drawn with boxes around the words; of files that are still there and unchanged."""
    from dateline.read.pdf.pictures import page_pictures

    made, left = [], PICTURE_BYTES
    for one in coded:
        pages = sorted({page for mention in one.mentions for page, _ in boxes(one.document, mention.trigger.span)})
        data = _raw(one.document) if pages else None
        if data is None:
            continue
        try:
            drawn = page_pictures(data, pages, max_bytes=left)
        except DatelineError:
            continue  # the text was read: a page that cannot be drawn is missed by nobody
        left -= sum(len(picture.png) for picture in drawn)
        if drawn:
            made.append((one.document.doc_id, tuple(_page(picture, one) for picture in drawn)))
    return tuple(made)


def _raw(document: Document) -> bytes | None:
    """The bytes of a PDF document's file, or ``None`` where it is gone or was changed."""
    if document.format != "pdf":
        return None
    try:
        data = Path(document.input_id).read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == document.raw_sha256 else None


def boxes(document: Document, span: Span) -> Iterator[tuple[int, tuple[float, float, float, float]]]:
    """Page and box (left, bottom, right, top in points) of each line's part of a span."""
    found: list[tuple[int, tuple[float, float, float, float]]] = []
    for segment in document.textmap.segments:
        if segment.page is None or segment.box is None or segment.end <= span.start or segment.start >= span.end:
            continue
        box = segment.box
        if found and found[-1][0] == segment.page and abs(found[-1][1][1] - box[1]) < (box[3] - box[1]) / 2:
            last = found.pop()[1]
            box = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        found.append((segment.page, box))
    yield from found


def _page(picture: Picture, coded: Coded) -> PagePicture:
    marked: list[PageBox] = []
    for mention in () if picture.turned else coded.mentions:
        for page, (left, bottom, right, top) in boxes(coded.document, mention.trigger.span):
            if page == picture.number:
                across, down = left - picture.left, picture.height - (top - picture.bottom)
                size = (round(right - left, 1), round(top - bottom, 1))
                marked.append(PageBox(mention.mention_id, round(across, 1), round(down, 1), *size))
    return PagePicture(picture.number, round(picture.width, 1), round(picture.height, 1), picture.png, tuple(marked))


def independent_sources(coded: Sequence[Coded]) -> tuple[tuple[str, int], ...]:
    """How many independent sources tell each event that several statements tell, by its id, as ``events --merged`` counts them."""
    from dateline.merge import Report, independent
    from dateline.origins import report_origins

    told: dict[str, list[Report]] = {}
    for one in coded:
        for mention in one.mentions:
            imagined = mention.status is Status.HYPOTHETICAL
            report = Report(mention.mention_id, report_origins(mention, one.document), mention.sentence.text, imagined)
            told.setdefault(mention.event_id, []).append(report)
    return tuple((event, len(independent(reports))) for event, reports in sorted(told.items()) if len(reports) > 1)


def make_extras(selection: Selection, *, with_pictures: bool = True) -> Extras:
    """What goes into a brief beside its documents (a response is added by :mod:`dateline.briefresponse`)."""
    from dateline.eventfigures import event_figures

    return Extras(
        query=selection.query,
        excerpts=selection.excerpts,
        left_out=selection.left_out,
        accuracy=accuracies(selection.coded),
        pictures=pictures(selection.coded) if with_pictures and not selection.excerpts else (),
        exports=citations(selection.coded),
        checked=sum(mention.mention_id in selection.judged.kept for one in selection.coded for mention in one.mentions),
        independent=independent_sources(selection.coded) if len(selection.coded) > 1 else (),
        figures=event_figures(selection.coded),
        struck=sum(one.document.doc_id == doc_id for one in selection.coded for doc_id in selection.judged.struck),
    )


def render(selection: Selection, extras: Extras, form: BriefFormat, *, title: str | None, program: str) -> bytes:
    """The brief in a format, as bytes.

    Raises:
        DatelineError: E452 where a PDF is asked for and no Chromium is installed.
    """
    from dateline.report.brief import heading, render_brief

    coded = selection.coded
    if form in (BriefFormat.HTML, BriefFormat.PDF):
        page = render_brief(coded, title=title, program=program, extras=extras)
        if form is BriefFormat.HTML:
            return page.encode("utf-8")
        from dateline.report.chromium import to_pdf

        return to_pdf(page)
    from dateline.report.outline import outline

    made = outline(coded, heading(coded, title), program, extras)
    if form is BriefFormat.DOCX:
        from dateline.report.word import to_docx

        return to_docx(made)
    from dateline.report.markdown import to_markdown

    return to_markdown(made).encode("utf-8")


