"""The front page, queues, documents and help."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.ontology.plover import plover
from dateline.review.desk import Desk
from dateline.review.page import MAX_NAME, apart, clean_name, form_of, one, redirect, remember_name, render, reviewer_of, room_of
from dateline.review.queues import LISTED
from dateline.review.views import Line, line_of

#: Records a page of a queue; more would not be read.
PAGE: Final = 40
_TYPES: Final = "SELECT type, count(*) AS n FROM mentions GROUP BY type"
_DOCUMENTS: Final = """
SELECT d.doc_id, d.input_id, d.title, d.published, d.publisher, count(m.mention_id) AS n
FROM documents d LEFT JOIN mentions m USING (doc_id)
WHERE contains(lower(coalesce(d.title, '') || ' ' || d.input_id), ?)
GROUP BY ALL ORDER BY d.published NULLS LAST, d.doc_id LIMIT ? OFFSET ?
"""
_SIZES: Final = "SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM mentions) AS mentions"


async def home(request: Request) -> Response:
    """Who is reviewing, the queues, and how far they are."""
    desk, reviewer = room_of(request).desk, reviewer_of(request)
    sizes = desk.database.select(_SIZES)[0]
    types = {row["type"]: row["n"] for row in desk.database.select(_TYPES)}
    queues = [(key, title, about, _open(desk, key, reviewer)) for key, title, about in LISTED] if reviewer else []
    return render(
        request,
        "home.html.j2",
        sizes=sizes,
        types=[(kind, types[kind.name]) for kind in plover().types if kind.name in types],
        queues=queues,
        counts=desk.ledger.counts(reviewer),
        reviewers=desk.ledger.reviewers(),
    )


def _open(desk: Desk, key: str, reviewer: str) -> int:
    """How many of a queue the reviewer has not judged; the ones that were recoded are judged and still open."""
    queue = desk.queues.get(key, reviewer)
    if key in {"disagreement", "recoded"}:
        return len(queue.ids)
    mine = desk.ledger.judged(reviewer)
    return sum(1 for one in queue.ids if one not in mine)


async def set_name(request: Request) -> Response:
    """Takes the reviewer's name."""
    name = clean_name(one(await form_of(request), "name"))
    if not name:
        return redirect(request, "/", "A name is needed: every decision carries one.", failed=True)
    if len(name) > MAX_NAME:
        return redirect(request, "/", f"The name has {len(name)} characters, more than the {MAX_NAME} that a decision can carry: give a shorter one.", failed=True)
    response = redirect(request, "/", f"You review as {apart(name)}{_stranger(name, room_of(request).desk.ledger.reviewers())}.")
    remember_name(response, name)
    return response


def _stranger(name: str, known: Sequence[str]) -> str:
    """What to say to somebody who decided nothing here yet where others did: a misspelt name is another coder."""
    if name in known or not known:
        return ""
    folded = {one.casefold(): one for one in known}
    alike = get_close_matches(name.casefold(), folded, n=1)
    if alike:
        return f", who is new here and not {apart(folded[alike[0]])}: each spelling is a coder of its own"
    return ", who is new here"


async def queue(request: Request) -> Response:
    """A page of a queue."""
    desk, reviewer = room_of(request).desk, reviewer_of(request)
    key = request.path_params["key"]
    if key == "search":
        words = request.query_params.get("q", "").strip()
        if not words:
            return redirect(request, "/", "Type what to search for.", failed=True)
        key = f"search:{words}"
    found = desk.queues.get(key, reviewer)
    page = _page(request)
    ids = found.ids[(page - 1) * PAGE : page * PAGE]
    return render(
        request,
        "queue.html.j2",
        queue=found,
        lines=_lines(desk, ids, reviewer),
        page=page,
        pages=max(1, -(-len(found.ids) // PAGE)),
        open=_open(desk, key, reviewer),
    )


def _page(request: Request) -> int:
    text = request.query_params.get("page", "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _lines(desk: Desk, ids: tuple[str, ...], reviewer: str) -> list[Line]:
    machines = desk.briefs(ids)
    lines = []
    for mention_id in ids:
        verdict = desk.ledger.said(mention_id, reviewer)
        record = desk.ledger.state(mention_id, reviewer, machines.get(mention_id)) or machines.get(mention_id)
        if record is None and verdict is not None:
            record = verdict.before
        if record is not None:
            lines.append(line_of(record, verdict))
    return lines


async def start(request: Request) -> Response:
    """To the first record of a queue that the reviewer has not judged."""
    desk, reviewer = room_of(request).desk, reviewer_of(request)
    if not reviewer:
        return redirect(request, "/", "Say who you are first.", failed=True)
    key = request.query_params.get("queue", "uncertain")
    found = desk.queues.get(key, reviewer)
    following = desk.queues.following(found, None, reviewer)
    if following is None and key in {"disagreement", "recoded"} and found.ids:
        following = found.ids[0]
    doc_id = None if following is None else desk.doc_of(following)
    if doc_id is None:
        return redirect(request, f"/queue/{key}", "Nothing is left to judge in this queue.")
    return redirect(request, f"/doc/{doc_id}", at=following, queue=key)


async def documents(request: Request) -> Response:
    """The documents, with a filter by title or file."""
    desk, page = room_of(request).desk, _page(request)
    words = request.query_params.get("q", "").strip()
    rows = desk.database.select(_DOCUMENTS, words.lower(), PAGE + 1, (page - 1) * PAGE)
    finished = {row["doc_id"]: desk.ledger.done(row["doc_id"]) for row in rows}
    return render(
        request, "documents.html.j2", rows=rows[:PAGE], more=len(rows) > PAGE, page=page, words=words, finished=finished
    )


async def help_page(request: Request) -> Response:
    """Keys and codebook."""
    return render(request, "help.html.j2", plover=plover())


ROUTES: Final = (
    Route("/", home),
    Route("/name", set_name, methods=["POST"]),
    Route("/queue/{key}", queue),
    Route("/start", start),
    Route("/documents", documents),
    Route("/help", help_page),
)
