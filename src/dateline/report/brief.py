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
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.report.acts import GLYPHS, QUADS, Act, acts, by_day, csv_lines, cue, doc_name, squeeze
from dateline.report.claims import ClaimView, claim_sections, claim_views
from dateline.report.copies import counted, without_copies
from dateline.report.extras import Extras
from dateline.report.marks import block_at
from dateline.report.matrix import matrix
from dateline.report.names import checking, country_name, day, signed
from dateline.report.network import network
from dateline.report.pages import page, told_apart
from dateline.report.places import place_map
from dateline.report.scores import scores
from dateline.report.summary import SourceRow, sources, summarise
from dateline.report.timeline import timeline
from dateline.report.voices import VOICES, voice_of
from dateline.types import Certainty, Coded, Problem
from dateline.wording import plural

if TYPE_CHECKING:
    from jinja2 import Environment

#: rows of the table that a notebook shows before it says how many more there are
NOTEBOOK_ROWS: Final = 50


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
    made.filters.update(squeeze=squeeze, cue=cue, plural=plural, voice=voice_of, country=country_name, signed=signed)
    return made


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
        return doc_name(coded[0].document)
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


def render_brief(coded: Sequence[Coded], *, title: str | None = None, program: str, extras: Extras | None = None) -> str:
    """One offline HTML file: figures, claims, timeline, network, map, marked text with its notes, table of acts, sources, problems.

    Args:
        coded: the documents in the order in which they are to stand; offsets of their mentions count code points of
            ``document.text``.
        title: heading of the brief; by default the document's title, or the number of documents.
        program: name and version of the program, as ``dateline 0.1.0``; stands in the box on how the brief was made.
        extras: what other stages add: a response, accuracies, page pictures, findings, citations to export.

    Returns:
        A complete HTML document. Equal arguments give equal text: no clock, no randomness.

    Raises:
        DatelineError: E411 where a mention is of a type that PLOVER does not have.
    """
    extras = extras or Extras()
    found = acts(coded, extras.figures)
    views = claim_views(coded, found)
    context = {
        "title": heading(coded, title),
        "program": program,
        "coders": sorted({act.mention.coder for act in found if act.mention.coder}),
        "extras": extras,
        "checked": checking(extras.checked, extras.struck, len(found)),
        "acts": found,
        "listed": by_day(found) if extras.excerpts else found,
        "act_of": {act.number: act for act in found},
        "act_by_id": {act.mention.mention_id: act for act in found},
        "problems": problems(coded),
        "certainties": [one.value for one in Certainty],
        "quads": QUADS,
        "glyphs": GLYPHS,
        "voices": VOICES,
        "csv": csv_lines(found, coded),
    }
    return environment().get_template("brief.html.j2").render(**context, **_sections(coded, found, views, extras), **_own_code())


def _sections(coded: Sequence[Coded], found: Sequence[Act], views: Sequence[ClaimView], extras: Extras) -> dict[str, object]:
    """What the parts of the page show."""
    own: list[list[Act]] = [[] for _ in coded]
    for act in found:
        own[act.document].append(act)
    claims: list[list[ClaimView]] = [[] for _ in coded]
    for view in views:
        claims[view.document].append(view)
    rows = sources(coded, found)
    once = without_copies(coded, found)
    types, parties = choices(found)
    return {
        "pages": told_apart([page(index, item, own[index], claims[index], extras) for index, item in enumerate(coded)], coded),
        "claims": claim_sections(views, found),
        "claim_blocks": {view.number: block_at(coded[view.document].document, view.claim.span.start) for view in views},
        "summary": summarise(coded, found, extras.response, dict(extras.independent) or None),
        "timeline": timeline(once),
        "network": network(once),
        "matrix": matrix(once),
        "map": place_map(once),
        "scores": scores(once),
        "once": once,
        "counted": counted(coded, found),
        "sources": rows,
        "uncited": len(rows) - len(used(rows)),
        "findings": _findings(coded, extras),
        "types": types,
        "parties": parties,
    }


def _findings(coded: Sequence[Coded], extras: Extras) -> dict[tuple[int, str | None], list[str]]:
    """The findings of the audit by document index and note label."""
    index = {item.document.doc_id: place for place, item in enumerate(coded)}
    made: dict[tuple[int, str | None], list[str]] = {}
    for one in extras.findings or ():
        if one.doc_id in index:
            made.setdefault((index[one.doc_id], one.note), []).append(f"{one.severity}: {one.text}")
    return made


def _own_code() -> dict[str, object]:
    """The page's style and script with their hashes; both hold no data: they are rendered to join their parts, never to insert anything."""
    from markupsafe import Markup

    style, script = (environment().get_template(name).render().strip() + "\n" for name in ("brief.css.j2", "brief.js.j2"))
    return {"style": Markup(style), "script": Markup(script), "style_hash": digest(style), "script_hash": digest(script)}


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
            title=doc_name(document),
            published=day(document.published) if document.published else "",
            acts=found[:NOTEBOOK_ROWS],
            total=len(found),
        )
    )
