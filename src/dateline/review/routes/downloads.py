"""Exports of what was decided."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dateline.review.export import to_corpus, to_gold, to_lines
from dateline.review.page import render, room_of


def _file(text: str, name: str, kind: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return PlainTextResponse(text, headers=headers, media_type=kind)


async def page(request: Request) -> Response:
    """What can be exported."""
    ledger = room_of(request).desk.ledger
    counts = {"decisions": len(ledger), "mentions": len(ledger.mentions()), "disputed": len(ledger.disputed())}
    return render(request, "export.html.j2", **counts)


async def corpus(request: Request) -> Response:
    """Reviewed passages in the notation of the corpus."""
    return _file(to_corpus(room_of(request).desk).text, "reviewed.txt", "text/plain")


async def gold(request: Request) -> Response:
    """Reviewed passages as a gold file."""
    return _file("".join(f"{line}\n" for line in to_gold(room_of(request).desk)), "reviewed-gold.jsonl", "application/x-ndjson")


async def decisions(request: Request) -> Response:
    """Every decision."""
    lines = to_lines(room_of(request).desk.ledger.decisions)
    return _file("".join(f"{line}\n" for line in lines), "decisions.jsonl", "application/x-ndjson")


ROUTES: Final = (
    Route("/export", page),
    Route("/export/corpus.txt", corpus),
    Route("/export/gold.jsonl", gold),
    Route("/export/decisions.jsonl", decisions),
)
