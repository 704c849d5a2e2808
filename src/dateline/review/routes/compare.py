"""Precision from the sample, agreement, adjudication, and decisions that a newer coding runs into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.decisions.fields import BY_NAME, FIELDS, NOTHING
from dateline.decisions.values import JUDGING, Decision, Record
from dateline.review.desk import Desk
from dateline.review.page import render, reviewer_of, room_of
from dateline.review.sample import precision
from dateline.review.views import Line, line_of

#: Disputes and conflicts on a page.
PAGE: Final = 10
#: Decisions that hold no longer, of which each is a line.
LOST: Final = 40


@dataclass(frozen=True, slots=True)
class Dispute:
    """A record as each side has it: column titles, rows of (field, values, whether they differ), choices for a ruling."""

    line: Line
    doc_id: str
    title: str
    columns: tuple[str, ...]
    choices: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...], bool], ...]


async def sample(request: Request) -> Response:
    """Precision per type with Wilson intervals."""
    desk = room_of(request).desk
    ids = desk.queues.sample()
    types = {
        str(row["mention_id"]): str(row["type"])
        for row in desk.database.select(
            "SELECT mention_id, type FROM mentions WHERE mention_id IN (SELECT unnest(?::VARCHAR[]))", list(ids)
        )
    }
    return render(request, "sample.html.j2", precision=precision(desk.database, ids, types, desk.ledger))


async def agreement_page(request: Request) -> Response:
    """Agreement of reviewers, renewed while the page is open."""
    return render(request, "agreement.html.j2", found=room_of(request).desk.agreement())


async def agreement_live(request: Request) -> Response:
    """The tables of the agreement alone."""
    return render(request, "agreement_tables.html.j2", found=room_of(request).desk.agreement())


def _titles(desk: Desk, doc_ids: Iterable[str]) -> dict[str, str]:
    """The titles of documents that are stored, by id."""
    return {info.doc_id: info.title or info.input_id for info in desk.database.documents(sorted(set(doc_ids)))}


def _dispute(
    titles: Mapping[str, str], machine: Record | None, doc_id: str, sides: dict[str, tuple[str, Record | None]]
) -> Dispute | None:
    """The record side by side; ``sides`` gives for each column the choice it stands for and its record."""
    known = [record for _, record in sides.values() if record is not None]
    if not known:
        return None
    rows: list[tuple[str, tuple[str, ...], bool]] = []
    acts = tuple("no act" if record is None else "act" for _, record in sides.values())
    rows.append(("Is an act", acts, len(set(acts)) > 1))
    for field in FIELDS:
        values = tuple(NOTHING if record is None else field.value(record) for _, record in sides.values())
        compared = {field.value(record) for record in known}
        rows.append((field.label, values, len(compared) > 1))
    return Dispute(
        line_of(machine or known[0], None), doc_id, titles[doc_id], tuple(sides), tuple(choice for choice, _ in sides.values()), tuple(rows)
    )


async def adjudication(request: Request) -> Response:
    """Records that reviewers have differently, side by side; first the one whose ruling was just taken back, on which the keys rule then."""
    desk = room_of(request).desk
    at = request.query_params.get("at")
    ids = sorted(desk.ledger.disputed(), key=lambda one: one != at)
    machines = desk.machines(ids[:PAGE])
    docs = {one: desk.doc_of(one) or "" for one in ids[:PAGE]}
    titles = _titles(desk, docs.values())
    found = []
    for mention_id in ids[:PAGE]:
        layers = desk.ledger.layers(mention_id)
        sides: dict[str, tuple[str, Record | None]] = {name: (f"by:{name}", record) for name, record in layers.items()}
        machine = machines.get(mention_id)
        if machine is not None:
            sides["the machine"] = ("machine", machine)
        dispute = _dispute(titles, machine, docs[mention_id], sides)
        if dispute is not None:
            found.append((mention_id, dispute))
    return render(request, "adjudicate.html.j2", disputes=found, total=len(ids))


async def recoded(request: Request) -> Response:
    """Decisions beside what a newer coding says now."""
    desk, reviewer = room_of(request).desk, reviewer_of(request)
    drifts = [one for one in desk.queues.drifts() if desk.ledger.verdict(str(one.decision.mention_id), reviewer) is not None]
    titles = _titles(desk, (one.decision.doc_id for one in drifts[:PAGE]))
    found = []
    for one in drifts[:PAGE]:
        decision = one.decision
        sides = {
            "the machine then": ("", decision.base),
            decision.reviewer: ("", decision.after),
            "the machine now": ("", one.machine),
        }
        dispute = _dispute(titles, one.machine, decision.doc_id, sides)
        if dispute is not None:
            labels = [BY_NAME[name].label if name in BY_NAME else "Is an act" for name in one.fields]
            found.append((one, dispute, labels, decision.reviewer == reviewer))
    lost = _lost(desk)
    return render(request, "recoded.html.j2", drifts=found, total=len(drifts), lost=lost[:LOST], lost_total=len(lost))


def _lost(desk: Desk) -> list[tuple[Line, Decision, str]]:
    """The last decision of each reviewer on acts of an earlier text that could not be carried over, with the document to judge them in."""
    last = {(one.mention_id, one.reviewer): one for one in desk.lost if one.kind in JUDGING}
    homes = {one.input_id: next(iter(desk.database.find(one.input_id)), None) for one in last.values()}
    found = []
    for one in last.values():
        record, home = one.after or one.before, homes[one.input_id]
        if record is not None and home is not None:
            found.append((line_of(record, one), one, home))
    return found


ROUTES: Final = (
    Route("/sample", sample),
    Route("/agreement", agreement_page),
    Route("/agreement/live", agreement_live),
    Route("/adjudicate", adjudication, methods=["GET"]),
    Route("/recoded", recoded),
)
