"""The document beside its records, and the lists that its editors ask for while somebody types."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dateline.decisions.values import Record
from dateline.errors import DatelineError
from dateline.review import events
from dateline.review.codebook import mode_choices, type_groups
from dateline.review.complete import Option, words_of
from dateline.review.desk import Desk
from dateline.review.page import link, redirect, render, reviewer_of, room_of
from dateline.review.pagetext import page_text
from dateline.review.views import line_of, past_of, ruling_of, shown, verdict_of

#: Records of the document in the list beside the text, around the current one.
LISTED: Final = 120


async def document(request: Request) -> Response:
    """The workplace: text, card of the current record, list of the document's records."""
    desk, reviewer = room_of(request).desk, reviewer_of(request)
    if not reviewer:
        return redirect(request, "/", "Say who you are first.", failed=True)
    doc_id = request.path_params["doc_id"]
    coded = desk.coded(doc_id)
    records = desk.records(doc_id, reviewer)
    current = _current(desk, reviewer, records, request.query_params.get("at"))
    if current is not None and current["mention_id"] != request.query_params.get("at"):
        # so that the address names the record, and going back leads to it
        return RedirectResponse(link(f"/doc/{doc_id}", **{**request.query_params, "at": current["mention_id"]}), 303)
    key = request.query_params.get("queue") or f"doc:{doc_id}"
    around = request.query_params.get("around", "")
    at = records.index(current) if current in records else 0
    near = records[max(0, at - LISTED // 2) : at + LISTED // 2]
    lines = [line_of(one, desk.ledger.said(one["mention_id"], reviewer)) for one in near]
    return render(
        request,
        "document.html.j2",
        document=coded.document,
        text=page_text(coded, records, current, int(around) if around.isascii() and around.isdigit() else None),
        lines=lines,
        total=len(records),
        at=at,
        judged=sum(1 for one in records if desk.ledger.verdict(one["mention_id"], reviewer) is not None),
        current=current,
        queue=desk.queues.get(key, reviewer),
        previous=records[at - 1]["mention_id"] if at > 0 else None,
        following=records[at + 1]["mention_id"] if at + 1 < len(records) else None,
        done=reviewer in desk.ledger.done(doc_id),
        groups=type_groups(),
        refused=_refused(request),
        signs={one["mention_id"]: sign for one in records if (sign := _sign(desk, one, reviewer))},
        **(_card(desk, reviewer, current) if current is not None else {"card": None}),
    )


#: Editors that take typed text.
_EDITORS: Final = frozenset({"actors", "recipients", "place", "attribution", "date"})


def _refused(request: Request) -> tuple[str, str] | None:
    """The editor whose text was just refused, and the text, so that it can be mended and need not be typed again."""
    editor, typed = request.query_params.get("edit", ""), request.query_params.get("typed", "")
    return (f"edit-{editor}", typed) if editor in _EDITORS and typed else None


def _current(desk: Desk, reviewer: str, records: list[Record], wanted: str | None) -> Record | None:
    if wanted is not None:
        for one in records:
            if one["mention_id"] == wanted:
                return one
    judged = desk.ledger.judged(reviewer)
    return next((one for one in records if one["mention_id"] not in judged), records[0] if records else None)


def _sign(desk: Desk, record: Record, reviewer: str) -> str:
    """The sign of what the reviewer said of a record; empty before they said anything."""
    found = verdict_of(desk.ledger.said(record["mention_id"], reviewer))
    return found.sign if found is not None else ""


def _card(desk: Desk, reviewer: str, record: Record) -> dict[str, object]:
    """What the card shows; others' answers only once the reviewer has judged the record."""
    mention_id = record["mention_id"]
    machine = desk.machine(record["doc_id"], mention_id)
    verdict = desk.ledger.verdict(mention_id, reviewer)
    others = {name: one for name, one in desk.ledger.verdicts(mention_id).items() if name != reviewer}
    history = desk.ledger.history(mention_id)
    own = [one for one in history if one.reviewer == reviewer]
    ruled = desk.ledger.adjudication(mention_id)
    layers = desk.ledger.layers(mention_id)
    return {
        "card": record,
        "here": line_of(record, None),
        "shown": shown(record, machine),
        "verdict": verdict_of(desk.ledger.said(mention_id, reviewer)),
        "others": {name: (verdict_of(one), layers[name]) for name, one in others.items()} if verdict else {},
        "hidden": 0 if verdict else len(others),
        "history": [past_of(one, desk.ledger) for one in (history if verdict else own)],
        "ruled": ruling_of(ruled, record) if ruled is not None and (verdict or ruled.reviewer == reviewer) else None,
        "seen": own[-1].position if own else -1,
        "modes": mode_choices(record["type"]),
        "members": [one for one in _members(desk, reviewer, record) if one["mention_id"] != mention_id],
        "drift": next((one for one in desk.queues.drifts() if one.decision is verdict), None) if verdict else None,
    }


def _members(desk: Desk, reviewer: str, record: Record) -> list[Record]:
    if record["event_id"] == record["mention_id"] and not desk.ledger.moved(reviewer, record["event_id"]):
        rows = desk.database.select("SELECT n_mentions FROM events WHERE event_id = ?", record["event_id"])
        if not rows or rows[0]["n_mentions"] < 2:
            return []
    return events.event_members(desk, reviewer, record["event_id"])


def _asked(request: Request) -> tuple[Desk, str, Record]:
    """The record that an editor is open for."""
    desk, reviewer = room_of(request).desk, reviewer_of(request)
    doc_id, mention_id = request.query_params.get("doc", ""), request.query_params.get("mention", "")
    for one in desk.records(doc_id, reviewer):
        if one["mention_id"] == mention_id:
            return desk, reviewer, one
    raise DatelineError("E613", mention_id, "there is no such record in this document")


async def complete(request: Request) -> Response:
    """Completions of what is typed for a role: actors, recipients, place, attribution; words of a sentence."""
    typed, role = request.query_params.get("text", ""), request.path_params["role"]
    if role == "words":
        desk = room_of(request).desk
        doc_id, sentence = request.query_params.get("doc", ""), request.query_params.get("sentence", "")
        return render(request, "options.html.j2", options=word_options(desk, doc_id, sentence, typed))
    desk, _, record = _asked(request)
    return render(request, "options.html.j2", options=options_for(desk, record, role, typed))


def word_options(desk: Desk, doc_id: str, sentence: str, typed: str) -> list[Option]:
    """The words of a sentence that begin so; ``sentence`` is its number."""
    coded = desk.coded(doc_id)
    spans = {str(one.index): one.span for one in coded.sentences}
    if sentence not in spans:
        return []
    return [Option(coded.document.slice(span), span=span) for span in words_of(spans[sentence], coded.document, typed)][:9]


def options_for(desk: Desk, record: Record, role: str, typed: str) -> list[Option]:
    """The list that is shown for what was typed; choosing names an entry of it by its number."""
    document = desk.coded(record["doc_id"]).document
    completer = desk.completer
    if role == "place":
        return completer.places(typed, record, document)
    if role == "attribution" and typed.strip() in {"-", "–"}:
        return [Option("the author says so")]
    in_play = frozenset(
        party.country
        for mention in desk.coded(record["doc_id"]).mentions
        for party in (*mention.actors, *mention.recipients)
        if party.country
    )
    return completer.parties(role, typed, record, document, in_play)


async def offer(request: Request) -> Response:
    """Other records that may report the same event."""
    desk, reviewer, record = _asked(request)
    found = events.offered(desk, reviewer, record)
    titles = {info.doc_id: info.title or info.input_id for info in desk.database.documents([one["doc_id"] for one in found])}
    return render(
        request, "offers.html.j2", lines=[line_of(one, None) for one in found], titles=titles, own=record["doc_id"]
    )


ROUTES: Final = (
    Route("/doc/{doc_id}", document),
    Route("/complete/{role}", complete),
    Route("/offer", offer),
)
