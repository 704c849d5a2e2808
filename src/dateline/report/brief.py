"""The brief: everything coded from some documents as one HTML file that asks the network for nothing.

Text from documents reaches the page only through the template engine's escaping, addresses only where they are http
or https, and no script or style is ever built from data. A content security policy with the hashes of the page's own
script and style makes the browser refuse any other, so that a document cannot act in its reader's browser even if an
escape were missed.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.report.acts import GLYPHS, QUADS, Act, acts, csv_lines, cue, squeeze
from dateline.report.marks import MarginNote, TextBlock, margin_notes, text_blocks
from dateline.report.names import day, plural
from dateline.report.summary import SourceRow, sources, summarise
from dateline.report.timeline import timeline
from dateline.types import BlockKind, Certainty, Coded, Problem

if TYPE_CHECKING:
    from jinja2 import Environment

#: rows of the table that a notebook shows before it says how many more there are
NOTEBOOK_ROWS: Final = 50


@dataclass(frozen=True, slots=True)
class Page:
    """A document as the brief sets it; ``index`` counts from 0."""

    index: int
    title: str
    byline: tuple[str, ...]
    blocks: tuple[TextBlock, ...]
    notes: tuple[MarginNote, ...]
    titled: bool


@cache
def environment() -> Environment:
    """The template engine: everything escaped, an unknown name is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("dateline.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(squeeze=squeeze, cue=cue, plural=plural)
    return made


def page(index: int, coded: Coded, found: Sequence[Act]) -> Page:
    """A document with its own acts marked."""
    document = coded.document
    blocks = text_blocks(document, found)
    published = day(document.published) if document.published else "undated"
    byline = (", ".join(document.authors), document.publisher or "", published)
    return Page(
        index,
        squeeze(document.title or document.input_id),
        tuple(part for part in byline if part),
        blocks,
        margin_notes(document, found),
        any(block.kind is BlockKind.TITLE for block in blocks),
    )


def problems(coded: Sequence[Coded]) -> tuple[Problem, ...]:
    """Every problem of every document, each once, errors first."""
    order = {"error": 0, "warning": 1, "info": 2}
    found = dict.fromkeys(problem for item in coded for problem in (*item.document.problems, *item.problems))
    return tuple(sorted(found, key=lambda problem: order.get(problem.severity, 3)))


def digest(text: str) -> str:
    """A content security policy's hash of an inline script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def heading(coded: Sequence[Coded], title: str | None) -> str:
    """The brief's title: the one given, else the document's, else how many documents it holds."""
    if title:
        return title
    if len(coded) == 1:
        return squeeze(coded[0].document.title or coded[0].document.input_id)
    return f"Acts in {plural(len(coded), 'document')}"


def choices(found: Sequence[Act]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The types and the parties among which the table can be filtered, in order."""
    parties = {name for act in found for name in (*act.actors, *act.recipients)}
    return tuple(sorted({act.mention.type for act in found})), tuple(
        sorted(parties, key=lambda name: (name.casefold(), name))
    )


def used(rows: Sequence[SourceRow]) -> tuple[SourceRow, ...]:
    """The sources that carry at least one act."""
    return tuple(row for row in rows if row.rows)


def render_brief(coded: Sequence[Coded], *, title: str | None = None, program: str) -> str:
    """One offline HTML file: figures, timeline, marked text with its notes, table of acts, sources, problems.

    Args:
        coded: the documents in the order in which they are to stand; offsets of their mentions count code points of
            ``document.text``.
        title: heading of the brief; by default the document's title, or the number of documents.
        program: name and version of the program, as ``dateline 0.1.0``; stands in the box on how the brief was made.

    Returns:
        A complete HTML document. Equal arguments give equal text: no clock, no randomness.

    Raises:
        DatelineError: E411 where a mention is of a type that PLOVER does not have.
    """
    from markupsafe import Markup

    found = acts(coded)
    engine = environment()
    # the two files hold no data: they are rendered to drop template comments, never to insert anything
    style, script = (engine.get_template(name).render().strip() + "\n" for name in ("brief.css.j2", "brief.js.j2"))
    listed = sources(coded, found)
    types, parties = choices(found)
    own: list[list[Act]] = [[] for _ in coded]
    for act in found:
        own[act.document].append(act)
    return engine.get_template("brief.html.j2").render(
        title=heading(coded, title),
        program=program,
        coders=sorted({act.mention.coder for act in found if act.mention.coder}),
        pages=[page(index, item, own[index]) for index, item in enumerate(coded)],
        acts=found,
        act_of={act.number: act for act in found},
        summary=summarise(coded, found),
        timeline=timeline(found),
        sources=listed,
        uncited=len(listed) - len(used(listed)),
        problems=problems(coded),
        types=types,
        parties=parties,
        certainties=[one.value for one in Certainty],
        quads=QUADS,
        glyphs=GLYPHS,
        csv=csv_lines(found, coded),
        style=Markup(style),
        script=Markup(script),
        style_hash=digest(style),
        script_hash=digest(script),
    )


def html_repr(coded: Coded) -> str:
    """A compact table of a document's acts for a notebook: escaped, without script, at most fifty rows.

    The mentions' types must be PLOVER's.

    Raises:
        DatelineError: E411 where one is not.
    """
    found = acts([coded])
    document = coded.document
    return (
        environment()
        .get_template("repr.html.j2")
        .render(
            title=squeeze(document.title or document.input_id),
            published=day(document.published) if document.published else "",
            acts=found[:NOTEBOOK_ROWS],
            total=len(found),
        )
    )
