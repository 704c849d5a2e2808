"""Records as the templates show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from dateline.decisions.fields import FIELDS, NOTHING, Field, differing, party_code
from dateline.decisions.ledger import Ledger
from dateline.decisions.values import Decision, Kind, Record
from dateline.ontology.plover import event_type

#: Words for what a reviewer said of a record, with a sign beside it, so that colour is never the only cue.
VERDICTS: Final = {
    Kind.ACCEPT: ("✓", "accepted"),
    Kind.CORRECT: ("✎", "corrected"),
    Kind.WRONG: ("✗", "no act"),
    Kind.ADD: ("+", "added"),
    Kind.ADJUDICATE: ("§", "ruled"),
}
#: Decisions as nouns, for what was taken back and for the history: "wrong" and "correct" would read as verdicts on the record.
DEEDS: Final = {
    Kind.ACCEPT: "acceptance",
    Kind.CORRECT: "correction",
    Kind.WRONG: "no act",
    Kind.ADD: "added act",
    Kind.MERGE: "same event",
    Kind.SPLIT: "event of its own",
    Kind.ADJUDICATE: "ruling",
    Kind.DONE: "nothing missing",
}
#: A party without country and sector, which the corpus writes as three dashes.
UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sign and a word: ✓ accepted."""

    kind: str
    sign: str
    word: str


@dataclass(frozen=True, slots=True)
class Line:
    """A record in a list: sentence with the trigger cut out of it, and what was said of it."""

    record: Record
    before: str
    trigger: str
    after: str
    parties: str
    verdict: Verdict | None
    quad: int


@dataclass(frozen=True, slots=True)
class Side:
    """A party on the card: what it is coded as, and its words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A field on the card: comparable value, words to show, and whether the machine had another value.

    ``sides`` are the parties of an actor or recipient in the order in which its editor counts them.
    """

    field: Field
    value: str
    words: tuple[str, ...]
    machine: str | None
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """A ruling on the card: who ruled, in words what counts, and of the fields those of which the card shows something else."""

    reviewer: str
    counts: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Past:
    """A decision in a record's history."""

    decision: Decision
    undone: bool
    fields: tuple[tuple[str, str, str], ...]

    @property
    def deed(self) -> str:
        """The decision as a noun."""
        return DEEDS.get(self.decision.kind, self.decision.kind.value)


def verdict_of(decision: Decision | None) -> Verdict | None:
    """The sign and word of a decision."""
    if decision is None:
        return None
    sign, word = VERDICTS[decision.verdict]
    return Verdict(decision.verdict.value, sign, word)


def taken_back(decision: Decision) -> str:
    """What an undo tells; a ruling is named by its record, since the page on which rulings are made shows many."""
    on = f" on {named(decision)}" if decision.kind is Kind.ADJUDICATE else ""
    return f"Taken back: {DEEDS.get(decision.kind, decision.kind.value)}{on}."


def named(decision: Decision) -> str:
    """The words of the act that was decided on."""
    record = decision.after or decision.before or decision.base
    return f"“{record['trigger']['text']}”" if record is not None else "a record"


def line_of(record: Record, decision: Decision | None) -> Line:
    """A record as a line of a list."""
    sentence = record["sentence"]
    start, end = (offset - sentence["span"][0] for offset in record["trigger"]["span"])
    text = sentence["text"]
    actors = ", ".join(_code(one) for one in record["actors"]) or NOTHING
    recipients = ", ".join(_code(one) for one in record["recipients"]) or NOTHING
    quad = event_type(record["type"]).quad.number
    return Line(record, text[:start], text[start:end], text[end:], f"{actors} → {recipients}", verdict_of(decision), quad)


def shown(record: Record, machine: Record | None) -> list[Shown]:
    """The fields of the card."""
    changed = set(differing(machine, record)) if machine is not None else set()
    return [
        Shown(
            field,
            field.value(record),
            _words(field.name, record),
            field.value(machine) if machine is not None and field.name in changed else None,
            tuple(Side(_code(one), _party(one)) for one in record[field.name]) if field.name in {"actors", "recipients"} else (),
        )
        for field in FIELDS
    ]


def _words(name: str, record: Record) -> tuple[str, ...]:
    """The words of the text on which a field rests, or what it resolves to."""
    if name in {"date", "place"} and record[name] is not None:
        return (f"“{record[name]['text']}”",) if record[name]["text"] else (f"from the {record[name].get('basis', 'document')}",)
    if name == "attribution" and record[name] is not None:
        said = record[name]
        via = said["via"]
        words = [said["text"] or said["entity"] or "nobody named"]
        while via is not None:
            words.append(f"via {via['text'] or via['kind']}")
            via = via["via"]
        return tuple(words)
    if name in {"negated", "status", "certainty"} and record["cues"][name] is not None:
        return (f"“{record['cues'][name]['text']}”",)
    return ()


def _code(party: dict[str, Any]) -> str:
    """Country and sectors; words for a party of which nobody knows either."""
    return party_code(party) if party["country"] or party["sectors"] else UNKNOWN


def _party(party: dict[str, Any]) -> str:
    name = party["entity"]
    return f"“{party['text']}”" + (f" = {name}" if name and name != party["text"] else "")


def ruling_of(decision: Decision, record: Record) -> Ruling:
    """A ruling beside the record as the card shows it."""
    after = decision.after
    if after is None:
        return Ruling(decision.reviewer, "no act", ())
    names = differing(after, record)
    fields = tuple((one.label, one.value(after)) for one in FIELDS if one.name in names)
    return Ruling(decision.reviewer, "" if fields else "as it stands here", fields)


def past_of(decision: Decision, ledger: Ledger) -> Past:
    """A decision with the fields it changed: name, before, after."""
    fields: list[tuple[str, str, str]] = []
    if decision.before is not None and decision.after is not None:
        names = set(differing(decision.before, decision.after))
        fields = [(one.label, one.value(decision.before), one.value(decision.after)) for one in FIELDS if one.name in names]
        if decision.before["event_id"] != decision.after["event_id"]:
            fields.append(("Event", decision.before["event_id"], decision.after["event_id"]))
    return Past(decision, ledger.is_undone(decision), tuple(fields))


def safe_url(url: str | None) -> str | None:
    """The address where it is one of the web; ``None`` for ``javascript:`` and whatever else a document may hold."""
    return url if url is not None and url.startswith(("http://", "https://")) else None
