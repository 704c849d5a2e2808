"""What a reviewer does to a record, as posted forms: one function an action, named in ``ACTIONS``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.decisions.fields import BY_NAME, FIELDS, differing
from dateline.decisions.values import Decision, Record
from dateline.errors import DatelineError
from dateline.ontology.plover import event_type
from dateline.review import changes, events
from dateline.review.codebook import SPEAKER_HELP
from dateline.review.complete import Option, read_typed, replaced
from dateline.review.desk import Desk
from dateline.review.page import form_of, number, one, redirect, reviewer_of, room_of
from dateline.review.routes.work import options_for, word_options
from dateline.review.views import named, taken_back
from dateline.types import Certainty, Span, Status
from dateline.wording import plural

Form = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Move:
    """Where to go after an action: the mention to show (``None``: the next of the queue) and what to say."""

    mention_id: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Call:
    """An action on a record of a document by a reviewer."""

    desk: Desk
    reviewer: str
    doc_id: str
    mention_id: str
    form: Form

    def record(self) -> Record:
        """The record as the reviewer sees it."""
        for found in self.desk.records(self.doc_id, self.reviewer):
            if found["mention_id"] == self.mention_id:
                return found
        raise changes.refuse("there is no such record in this document any more")

    def span(self) -> Span | None:
        """The selected words, trimmed; ``None`` where nothing is selected."""
        start, end = number(self.form, "start"), number(self.form, "end")
        if start is None or end is None:
            return None
        return changes.trimmed(self.desk.coded(self.doc_id).document, start, end)

    def words(self) -> dict[str, Any] | None:
        """The selected words with their span."""
        span = self.span()
        return None if span is None else changes.phrase(self.desk.coded(self.doc_id).document, span)

    def correct(self, change: Callable[[Record], Record]) -> Move:
        """A correction that stays at the record."""
        fields = self.desk.correct(self.reviewer, self.doc_id, self.mention_id, change)
        labels = [BY_NAME[name].label if name in BY_NAME else name for name in fields]
        return Move(self.mention_id, f"Changed: {', '.join(labels).lower()}." if fields else "Nothing changed.")


def _accept(call: Call) -> Move:
    call.desk.accept(call.reviewer, call.doc_id, call.mention_id)
    return Move(None, "Accepted.")


def _wrong(call: Call) -> Move:
    call.desk.wrong(call.reviewer, call.doc_id, call.mention_id)
    return Move(None, "Marked as no act.")


def _type(call: Call) -> Move:
    name = one(call.form, "value")
    return call.correct(lambda record: changes.with_type(record, event_type(name).name))


def _modes(call: Call) -> Move:
    modes = call.form.get("value", [])
    return call.correct(lambda record: changes.with_modes(record, modes))


def _status(call: Call) -> Move:
    return _judgement(call, "status", Status(_among(call, tuple(Status))).value)


def _certainty(call: Call) -> Move:
    return _judgement(call, "certainty", Certainty(_among(call, tuple(Certainty))).value)


def _among(call: Call, allowed: tuple[str, ...]) -> str:
    value = one(call.form, "value")
    if value not in allowed:
        raise changes.refuse(f"{value!r} is none of {', '.join(allowed)}")
    return value


def _negated(call: Call) -> Move:
    return _judgement(call, "negated", not call.record()["negated"])


def _judgement(call: Call, name: str, value: object) -> Move:
    cue = call.words()

    def change(record: Record) -> Record:
        changed = changes.with_value(record, name, value)
        return changed if cue is None else {**changed, "cues": {**changed["cues"], name: cue}}

    return call.correct(change)


def _turn(call: Call) -> Move:
    return call.correct(changes.turned)


def _date(call: Call) -> Move:
    published = call.desk.coded(call.doc_id).document.published
    typed, words = one(call.form, "text"), call.words()
    return call.correct(lambda record: changes.with_days(record, typed, published, words))


def _trigger(call: Call) -> Move:
    span = call.span()
    if span is None:
        raise changes.refuse("select the words first")
    sentence = call.desk.sentence_at(call.doc_id, span)
    around = {"text": sentence.text, "span": [sentence.span.start, sentence.span.end], "kind": sentence.kind.value}
    document = call.desk.coded(call.doc_id).document
    return call.correct(lambda record: changes.with_trigger(record, document, span, around))


def _party(call: Call) -> Move:
    role = one(call.form, "role")
    if role not in changes.ROLES:
        raise changes.refuse(f"{role!r} is no role")
    record, span = call.record(), call.span()
    if span is not None:
        option = call.desk.completer.resolve(span, call.desk.coded(call.doc_id).document)
        index = None if one(call.form, "add") or len(record[role]) != 1 else 0
        return call.correct(lambda found: _with_party(call, found, role, option, index))
    read = read_typed(one(call.form, "text"))
    if read.action == "remove":
        return call.correct(lambda found: changes.without_party(found, role, read.index))
    chosen = _chosen(call, record, role)
    index = None if read.action == "add" else read.index
    return call.correct(lambda found: _with_party(call, found, role, chosen, index))


def _chosen(call: Call, record: Record, role: str) -> Option:
    """The entry of the list that was picked; the first where none was named."""
    options = options_for(call.desk, record, role, one(call.form, "text"))
    at = number(call.form, "pick") or 0
    if at >= len(options):
        raise changes.refuse(_unknown(call, record, role))
    return options[at]


def _unknown(call: Call, record: Record, role: str) -> str:
    """Why nothing is offered for what was typed."""
    typed = one(call.form, "text")
    read = read_typed(typed)
    if role in changes.ROLES and read.action == "set" and record[role] and read.index >= len(record[role]):
        return f"there is no party number {read.index + 1}"
    if role in changes.ROLES and not read.name and read.sector is not None and replaced(role, read, record) is None:
        return "there is no party whose sector could change"
    known = call.desk.completer.entities(read.name) if role != "place" else []
    if known:
        return f"the text does not name {known[0].name}; select the words that stand for it"
    return f"nothing is known under {typed!r}; select the words in the text instead"


def _with_party(call: Call, record: Record, role: str, option: Option, index: int | None) -> Record:
    """The record with the chosen party."""
    document, completer = call.desk.coded(call.doc_id).document, call.desk.completer
    old = record[role][index] if index is not None and index < len(record[role]) else None
    if old is not None and option.entity is None and option.country is None and option.span is None:
        sector = {"sector": option.sectors[0], "sectors": list(option.sectors)}
        return changes.with_party(record, role, {**old, **sector}, index)
    words = completer.words_for(role, option, old, record, document)
    if words is None:
        raise changes.refuse(f"the text does not name {option.label}; select the words that stand for it")
    return changes.with_party(record, role, completer.party(option, document, words), index)


def _place(call: Call) -> Move:
    span = call.span()
    if span is None and one(call.form, "text").strip() in {"-", "–"}:
        return call.correct(lambda record: {**record, "place": None})
    if span is None:
        span = _chosen(call, call.record(), "place").span
    if span is None:
        raise changes.refuse("select the words that name the place")
    place = call.desk.completer.place(span, call.desk.coded(call.doc_id).document)
    return call.correct(lambda record: {**record, "place": place})


def _attribution(call: Call) -> Move:
    span = call.span()
    if span is None and one(call.form, "text").strip() in {"-", "–"}:
        return call.correct(_by_author)
    document, completer = call.desk.coded(call.doc_id).document, call.desk.completer
    record = call.record()
    option = _chosen(call, record, "attribution") if span is None else completer.resolve(span, document)
    old = replaced("attribution", read_typed(one(call.form, "text")), record)
    words = completer.words_for("attribution", option, old, record, document)
    if words is None:
        raise changes.refuse(f"the text does not name {option.label}; select the words that do")
    said = {"kind": _kind_of(option), "text": words["text"], "span": list(words["span"])}
    said |= {"entity": option.entity, "country": option.country, "speaker_is_party": None}

    def change(record: Record) -> Record:
        old = record["attribution"] or {"via": None}
        return {**record, "attribution": {**said, "via": old["via"]}}

    return call.correct(change)


def _by_author(record: Record) -> Record:
    return {**record, "attribution": None, "cues": {**record["cues"], "attribution": None}}


def _kind_of(option: Option) -> str:
    """The likeliest kind of a speaker: media by sector, a name of a body or country an institution, else a speaker."""
    if "JRN" in option.sectors:
        return "media"
    words = option.label.split()
    return "institution" if option.entity and len(words) > 1 and option.detail in {"country", "organisation"} else "speaker"


def _speaker_kind(call: Call) -> Move:
    value = one(call.form, "value")
    if value == "author":
        return call.correct(_by_author)
    if value not in SPEAKER_HELP:
        raise changes.refuse(f"{value!r} is none of {', '.join(SPEAKER_HELP)}")
    nobody = dict.fromkeys(("text", "span", "entity", "country", "speaker_is_party", "via"))
    return call.correct(lambda record: {**record, "attribution": {**(record["attribution"] or nobody), "kind": value}})


def _add(call: Call) -> Move:
    span = call.span()
    if span is None:
        options = word_options(call.desk, call.doc_id, one(call.form, "sentence"), one(call.form, "text"))
        at = number(call.form, "pick") or 0
        span = options[at].span if at < len(options) else None
    if span is None:
        raise changes.refuse("select the words that report the act")
    added = call.desk.add(call.reviewer, call.doc_id, span, event_type(one(call.form, "value")).name)
    return Move(added, "Added. Fill in who did it and to whom.")


def _undo(call: Call) -> Move:
    undone = call.desk.undo(call.reviewer)
    return Move(undone.mention_id or call.mention_id, taken_back(undone))


def _done(call: Call) -> Move:
    call.desk.done(call.reviewer, call.doc_id)
    judged = call.desk.ledger.judged(call.reviewer)
    records = call.desk.records(call.doc_id, call.reviewer)
    left = sum(one["mention_id"] not in judged for one in records)
    still = f" {left} of its {plural(len(records), 'record')} {'is' if left == 1 else 'are'} still to be judged." if left else ""
    return Move(call.mention_id, f"Noted: no act is missing in this document.{still}")


def _merge(call: Call) -> Move:
    events.merge(call.desk, call.reviewer, call.record(), one(call.form, "value"))
    return Move(call.mention_id, "The two report one event now.")


def _split(call: Call) -> Move:
    events.split(call.desk, call.reviewer, call.record())
    return Move(call.mention_id, "This record reports an event of its own now.")


ACTIONS: Final[Mapping[str, Callable[[Call], Move]]] = {
    "accept": _accept,
    "wrong": _wrong,
    "type": _type,
    "modes": _modes,
    "status": _status,
    "certainty": _certainty,
    "negated": _negated,
    "turn": _turn,
    "date": _date,
    "trigger": _trigger,
    "party": _party,
    "place": _place,
    "attribution": _attribution,
    "kind": _speaker_kind,
    "add": _add,
    "undo": _undo,
    "done": _done,
    "merge": _merge,
    "split": _split,
}


async def decide(request: Request) -> Response:
    """Does an action and goes on: to the next record of the queue after a judgement, else back to the record."""
    desk, reviewer, form = room_of(request).desk, reviewer_of(request), await form_of(request)
    doc_id, mention_id, key = one(form, "doc"), one(form, "mention"), one(form, "queue") or f"doc:{one(form, 'doc')}"
    action = ACTIONS.get(one(form, "action"))
    back = f"/doc/{doc_id}" if doc_id else "/"
    if not reviewer:
        return redirect(request, "/", "Say who you are first; nothing was stored.", failed=True)
    try:
        if action is None:
            raise changes.refuse("there is no such action")
        before = _own(desk, reviewer, mention_id)
        move = action(Call(desk, reviewer, doc_id, mention_id, form))
    except DatelineError as error:
        typed = one(form, "text")
        editor = one(form, "role") or one(form, "action")
        return redirect(request, back, _refusal(error), failed=True, at=mention_id, queue=key, edit=editor if typed else None, typed=typed)
    warning = _elsewhere(desk, reviewer, mention_id, before, number(form, "seen"))
    return _onward(request, key, doc_id, mention_id, Move(move.mention_id, f"{move.message}{warning}"))


def _refusal(error: DatelineError) -> str:
    """Why nothing was stored, in one sentence."""
    return f"Nothing was stored: {error.found or error.detail}."


def _own(desk: Desk, reviewer: str, mention_id: str) -> tuple[Decision, ...]:
    """The reviewer's decisions on a record, oldest first."""
    return tuple(one for one in desk.ledger.history(mention_id) if one.reviewer == reviewer)


def _elsewhere(desk: Desk, reviewer: str, mention_id: str, before: Sequence[Decision], seen: int | None) -> str:
    """What to say where the reviewer decided on the record in another window meanwhile: whether that still counts.

    Args:
        before: the reviewer's decisions on the record before this action.
        seen: the position of the last of them when the page was made.
    """
    other = [one for one in before if one.position > (-1 if seen is None else seen) and not desk.ledger.is_undone(one)]
    if not other:
        return ""
    then, now = _fields(other), _fields(_own(desk, reviewer, mention_id)[len(before) :])
    lost = then if "act" in now else then & now
    if not lost:
        return f" You had {'changed' if then else 'judged'} this record in another window; {'both changes are' if then and now else 'that is'} kept."
    labels = [field.label.lower() for field in FIELDS if field.name in lost] or ["whether it is an act"]
    return f" In another window you had changed: {', '.join(labels)}. What you said last counts."


def _fields(decisions: Iterable[Decision]) -> set[str]:
    """The fields that decisions changed; ``act`` where they say whether it is one."""
    return {name for one in decisions for name in differing(one.before, one.after)}


def _onward(request: Request, key: str, doc_id: str, mention_id: str, move: Move) -> Response:
    desk, reviewer = room_of(request).desk, reviewer_of(request)
    target = move.mention_id
    if target is None:
        found = desk.queues.get(key, reviewer)
        target = desk.queues.following(found, mention_id, reviewer)
        if target is None:
            message = f"{move.message} Nothing is left to judge in this queue."
            return redirect(request, f"/doc/{doc_id}", message, at=mention_id, queue=key)
    home = desk.doc_of(target) or doc_id
    return redirect(request, f"/doc/{home}", move.message, at=target, queue=key)


async def adjudicate(request: Request) -> Response:
    """Rules on a record that reviewers have differently."""
    desk, reviewer, form = room_of(request).desk, reviewer_of(request), await form_of(request)
    if not reviewer:
        return redirect(request, "/", "Say who you are first; nothing was stored.", failed=True)
    try:
        if one(form, "action") == "undo":
            undone = desk.undo(reviewer)
            return redirect(request, "/adjudicate", taken_back(undone), at=undone.mention_id)
        ruling = desk.adjudicate(reviewer, one(form, "mention"), one(form, "choice"))
    except DatelineError as error:
        return redirect(request, "/adjudicate", _refusal(error), failed=True)
    return redirect(request, "/adjudicate", f"Ruled on {named(ruling)}.")


ROUTES: Final = (
    Route("/decide", decide, methods=["POST"]),
    Route("/adjudicate", adjudicate, methods=["POST"]),
)
