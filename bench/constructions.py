"""Acts by construction of the sentence: ``python bench/constructions.py [--sealed] [--by] [--misses] [NAME ...]``.

``tests/cases/constructions.open.jsonl`` holds passages of everyday constructions (a recipient named in the sentence before, passives,
headlines, chains of sources ...), each in several variants of other countries, years and words, written with their acts by people
who had not seen the program. Only the acts marked are judged, so there is no precision here: what is measured is the share of
marked acts found and, of those, the share with each field right. A field of the gold part holds alternatives parted by ``/``,
``*`` (not judged), ``-`` (none) and ``---`` (a party without country); the type ``-`` marks words that tell no act, found when none is coded.

``--by`` prints a row for each construction, ``--misses`` the faults; the sealed half is scored only with ``--sealed`` and prints
totals alone. NAME (a part of a construction's name, or the beginning of a case's, as ``x1.``) keeps the cases that bear it.
"""

from __future__ import annotations

import argparse
import calendar
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline
from dateline.types import EventMention, Participant

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
#: The fields judged of an act that is found, in the order printed; ``all`` is every one of them.
FIELDS = ("type", "sides", "actors", "recipients", "status", "negated", "certainty", "by", "day", "all")
#: Types whose parties may stand on either side: who met whom is no question of order.
MUTUAL = {"CONSULT", "COOPERATE"}


@dataclass(frozen=True, slots=True)
class Expected:
    """A marked act: its trigger's words and the alternatives of each field."""

    trigger: str
    type: str
    actors: str
    recipients: str
    status: str
    negated: str
    certainty: str
    by: str
    day: str


@dataclass(frozen=True, slots=True)
class Case:
    """A passage, the construction it shows and its marked acts."""

    construction: str
    name: str
    published: str
    text: str
    acts: tuple[Expected, ...]


@dataclass(slots=True)
class Tally:
    """Counts over acts: all, found, judged and right by field."""

    acts: int = 0
    found: int = 0
    judged: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def share(self, name: str) -> float:
        """Share right of the judged of a field, ``found`` of all acts."""
        if name == "found":
            return self.found / self.acts if self.acts else 1.0
        return self.right[name] / self.judged[name] if self.judged[name] else 1.0


def cases(half: str) -> Iterator[Case]:
    """The cases of a half, ``open`` or ``sealed``."""
    for line in (CASES / f"constructions.{half}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Case(row["construction"], row["id"], row["published"], row["text"], tuple(Expected(**act) for act in row["acts"]))


def alternatives(told: str) -> list[str]:
    """The alternatives of a field."""
    return [part.strip() for part in told.split("/")]


def countries(side: Iterable[Participant]) -> set[str]:
    """Countries of a side; a side of parties without country is the empty set, as one without parties."""
    return {party.country for party in side if party.country}


def is_side(told: str, got: set[str]) -> bool:
    """Whether the countries of a side are an alternative."""
    return any(
        option == "*" or got == (set() if option in ("-", "---") else {code.strip() for code in option.split(",")} - {"---"})
        for option in alternatives(told)
    )


def are_sides(act: Expected, found: EventMention) -> bool:
    """Whether both sides are right; those of a meeting or of common work may be told on either."""
    actors, recipients = countries(found.actors), countries(found.recipients)
    if is_side(act.actors, actors) and is_side(act.recipients, recipients):
        return True
    if not MUTUAL & set(alternatives(act.type)) or "*" in act.actors + act.recipients:
        return False
    every = actors | recipients
    return any(
        every == {code.strip() for code in f"{one},{other}".split(",")} - {"-", "---"}
        for one in alternatives(act.actors)
        for other in alternatives(act.recipients)
    )


def are_shared(act: Expected, found: EventMention, mentions: Sequence[EventMention]) -> bool:
    """Whether acts of the same type in the sentence have the sides together: "Chile expelled ten envoys, **Peru four**" may be told as one or as two."""
    same = [other for other in mentions if other.sentence.index == found.sentence.index and other.type == found.type]
    actors, recipients = (set[str]().union(*(countries(getattr(other, side)) for other in same)) for side in ("actors", "recipients"))
    return "," in act.actors + act.recipients and is_side(act.actors, actors) and is_side(act.recipients, recipients)


def is_by(told: str, found: EventMention) -> bool:
    """Whether the source of a statement is an alternative: a country, a kind of speaker, or ``-`` for the author."""
    source = found.attribution
    for option in alternatives(told):
        if option == "*" or (option in ("-", "author") and source is None):
            return True
        if source is not None and (option.lower() == source.kind.lower() or option == (source.country or "---")):
            return True
    return False


def days(told: str) -> tuple[str, str]:
    """First and last day of ``2008``, ``2008-03``, ``2008-03-02`` or a range of them."""
    first, _, last = told.partition("..")
    return _day(first, 0), _day(last or first, 1)


def _day(told: str, end: int) -> str:
    parts = [int(part) for part in told.split("-")]
    if len(parts) == 1:
        return f"{parts[0]:04}-{(1, 12)[end]:02}-{(1, 31)[end]:02}"
    if len(parts) == 2:
        return f"{parts[0]:04}-{parts[1]:02}-{(1, calendar.monthrange(*parts)[1])[end]:02}"
    return told


def is_day(told: str, found: EventMention) -> bool:
    """Whether the days are an alternative, or within one; ``-`` asks for none told."""
    got = found.date
    for option in alternatives(told):
        if option == "*":
            return True
        if option == "-":
            if got is None or not got.is_told:
                return True
        elif got is not None and got.is_told:
            first, last = days(option)
            if first <= got.earliest.isoformat() and got.latest.isoformat() <= last:
                return True
    return False


def match(case: Case, act: Expected, mentions: Sequence[EventMention]) -> EventMention | None:
    """The mention whose trigger shares letters with the act's, of the right type first."""
    spans = []
    start = case.text.find(act.trigger)
    while start >= 0:
        spans.append((start, start + len(act.trigger)))
        start = case.text.find(act.trigger, start + 1)
    near = [
        mention for mention in mentions for start, end in spans if mention.trigger.span.start < end and start < mention.trigger.span.end
    ]
    wanted = [mention for mention in near if mention.type in alternatives(act.type)]
    return next(iter(sorted(wanted or near, key=lambda mention: not are_sides(act, mention))), None)


def verdicts(act: Expected, found: EventMention, mentions: Sequence[EventMention]) -> dict[str, bool]:
    """Right or not by field, of the fields that are judged; ``mentions`` are all of the passage."""
    right = {
        "type": found.type in alternatives(act.type),
        "sides": are_sides(act, found) or are_shared(act, found, mentions),
        "actors": is_side(act.actors, countries(found.actors)),
        "recipients": is_side(act.recipients, countries(found.recipients)),
        "status": found.status in alternatives(act.status),
        "negated": found.negated == (act.negated == "neg"),
        "certainty": found.certainty in alternatives(act.certainty),
        "by": is_by(act.by, found),
        "day": is_day(act.day, found),
    }
    judged = {name: good for name, good in right.items() if name == "sides" or getattr(act, name) != "*"}
    return judged | {"all": all(good for name, good in judged.items() if name not in ("actors", "recipients"))}


def got(name: str, found: EventMention) -> str:
    """What the coder told for a field, for people."""
    sides = [",".join(sorted(countries(side))) or "-" for side in (found.actors, found.recipients)]
    source, when = found.attribution, found.date
    return {
        "type": found.type,
        "sides": " -> ".join(sides),
        "status": found.status,
        "negated": "neg" if found.negated else "-",
        "certainty": found.certainty,
        "by": f"{source.kind} {source.country} {source.text!r}" if source else "-",
        "day": f"{when.earliest}..{when.latest}" if when and when.is_told else "-",
    }[name]


def score(chosen: Sequence[Case], *, misses: bool = False) -> dict[str, Tally]:
    """Tallies by construction, in the order of the cases."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    documents = [plain_document(case.name, case.text, case.published) for case in chosen]
    for case, coded in zip(chosen, Pipeline(CodeOptions()).code(documents), strict=True):
        tally, faults = tallies[case.construction], []
        for act in case.acts:
            tally.acts += 1
            found = match(case, act, coded.mentions)
            if act.type == "-":
                tally.found += found is None
                if found is not None:
                    faults.append(f"no act: {act.trigger}, got {found.type}")
                continue
            if found is None:
                faults.append(f"missed: {act.trigger} ({act.type} {act.actors} -> {act.recipients})")
                continue
            tally.found += 1
            right = verdicts(act, found, coded.mentions)
            tally.judged.update(list(right))
            tally.right.update(name for name, good in right.items() if good)
            faults += [
                f"{name}: {act.trigger}: {act.actors + ' -> ' + act.recipients if name == 'sides' else getattr(act, name)}, got {got(name, found)}"
                for name, good in right.items()
                if not good and name not in ("actors", "recipients", "all")
            ]
        if misses and faults:
            print(f"\n[{case.construction}] {case.name} ({case.published}) {case.text}", *faults, sep="\n    ")
    return tallies


def total(tallies: Iterable[Tally]) -> Tally:
    """All constructions together."""
    whole = Tally()
    for tally in tallies:
        whole.acts += tally.acts
        whole.found += tally.found
        whole.judged += tally.judged
        whole.right += tally.right
    return whole


def show(half: str, tallies: dict[str, Tally], *, by_construction: bool) -> None:
    """A table of shares."""
    names = ("found", *FIELDS)
    print(f"\n{half:34} {'acts':>5} " + " ".join(f"{name:>10}" for name in names))
    rows = list(tallies.items()) if by_construction else []
    for name, tally in [*rows, ("all", total(tallies.values()))]:
        print(f"{name[:34]:34} {tally.acts:>5} " + " ".join(f"{tally.share(column):>10.3f}" for column in names))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Acts by construction of the sentence.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="part of a construction's name, or the beginning of a case's")
    parser.add_argument("--sealed", action="store_true", help="score the sealed half too (totals only)")
    parser.add_argument("--by", action="store_true", help="a row for each construction of the open half")
    parser.add_argument("--misses", action="store_true", help="the faults of the open half")
    options = parser.parse_args()
    for half in ("open", "sealed") if options.sealed else ("open",):
        chosen = [case for case in cases(half) if not options.names or any(name in case.construction or case.name.startswith(name) for name in options.names)]
        tallies = score(chosen, misses=options.misses and half == "open")
        show(half, tallies, by_construction=options.by and half == "open")


if __name__ == "__main__":
    main()
