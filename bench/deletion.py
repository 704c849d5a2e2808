"""What hangs on single entries: deletes each entry of the lexicon and of the knowledge base, and scores the sealed halves again.

    python bench/deletion.py [--sample N] [--references]

No score may fall by more than a point. Only an entry that a case looks up can change its answer, so the look-ups of each case are
recorded first; an entry is then deleted only where the cases that look it up could make a point (of accuracy, one case in a hundred).
Prints totals and, for entries that cost more than a point, their names; never a case. ``--sample N`` tries the N most used entries.

An entry is a line of a table, but one name of a country: a line of ``countries.tsv`` holds a dozen entries (names, adjectives, people,
capitals, metonyms). The dates have no entries: their grammar is code.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from resolve_cases import _bare, _close, _same, phrases_of, read

from dateline.ontology.namekeys import key_of
from dateline.resolve import Resolver, gazetteer, knowledge, resolve_references
from dateline.resolve.gazetteer import Gazetteer
from dateline.resolve.knowledge import Knowledge
from dateline.townnames import lines_of
from dateline.types import Phrase, Resolution

#: Most that a score may fall by, in points of a hundred.
POINT = 1.0
DATA = Path(str(files("dateline.resolve") / "data"))
#: The indexes of the knowledge base that answer look-ups by key.
INDEXES = ("names", "roles", "modifiers", "former", "kin", "surnames", "pairs", "skeletons", "given")
_ADDERS: dict[str, Callable[[Knowledge, Path], None]] = {
    "countries": knowledge._add_countries,
    "organisations": knowledge._add_organisations,
    "persons": knowledge._add_persons,
    "peoples": knowledge._add_peoples,
    "sectors": knowledge._add_sectors,
}
#: Columns of countries.tsv whose values are entries of their own.
_COUNTRY_LISTS = range(1, 7)

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: the file and line it stands in, for a country one value of it; a place is known by its table and number or key."""

    table: str
    line: int
    value: str = ""
    column: int = 0


@dataclass(slots=True)
class Trace:
    """The keys that hit while one case is answered."""

    hits: set[Key] = field(default_factory=set)


class _Dict(dict[Any, Any]):
    """A dictionary that notes which keys were asked for and found."""

    def __init__(self, values: dict[Any, Any], name: str, trace: Trace) -> None:
        super().__init__(values)
        self._name, self._trace = name, trace

    def get(self, key: Any, default: Any = None) -> Any:
        if key in self:
            self._trace.hits.add((self._name, key))
        return super().get(key, default)


class _Set(set[Any]):
    """A set that notes which members were asked for and found."""

    def __init__(self, values: set[Any], name: str, trace: Trace) -> None:
        super().__init__(values)
        self._name, self._trace = name, trace

    def __contains__(self, key: object) -> bool:
        found = super().__contains__(key)
        if found:
            self._trace.hits.add((self._name, str(key)))
        return found


def recorder(trace: Trace) -> Resolver:
    """A resolver that notes its look-ups in the knowledge base."""
    base = knowledge.load()
    for name in INDEXES:
        values = getattr(base, name)
        setattr(base, name, _Set(values, name, trace) if isinstance(values, set) else _Dict(values, name, trace))
    return Resolver(base, Gazetteer())


# --- entries and the keys they file ------------------------------------------------------------------------------------------


def _kind(path: Path) -> str | None:
    return next((kind for kind in _ADDERS if path.stem.startswith(kind)), None)


def _split(path: Path, number: int, row: list[str]) -> Iterator[tuple[Entry, list[str]]]:
    """A row as its entries, each with the row that holds it alone."""
    if not path.stem.startswith("countries"):
        yield Entry(path.name, number), row
        return
    for column in _COUNTRY_LISTS:
        for value in row[column].split(";"):
            if value.strip():
                yield Entry(path.name, number, value.strip(), column), [row[0], *(value if i == column else "" for i in _COUNTRY_LISTS)]


def knowledge_entries() -> dict[Entry, set[Key]]:
    """Every entry of the knowledge base and of the lexicon of sectors, with the keys that it files."""
    found: dict[Entry, set[Key]] = {}
    for path in sorted(DATA.glob("*.tsv")):
        kind = _kind(path)
        if kind is None:
            continue
        for number, row in enumerate(knowledge._rows(path, knowledge.FIELDS[kind])):
            for entry, alone in _split(path, number, row):
                base = Knowledge()
                with _rows_as(lambda p, f, alone=alone: iter([alone])):
                    _ADDERS[kind](base, path)
                found[entry] = {(name, key) for name in INDEXES for key in getattr(base, name)}
    return found


@contextmanager
def _rows_as(rows: Callable[..., Iterator[list[str]]]) -> Iterator[None]:
    kept = knowledge._rows
    knowledge._rows = rows  # type: ignore[assignment]
    try:
        yield
    finally:
        knowledge._rows = kept


def without(entry: Entry) -> Resolver:
    """A resolver without an entry of the knowledge base."""
    original = knowledge._rows

    def rows(path: Path, fields: tuple[str, ...]) -> Iterator[list[str]]:
        for number, row in enumerate(original(path, fields)):
            if path.name != entry.table or number != entry.line:
                yield row
            elif entry.value:
                values = [one for one in row[entry.column].split(";") if one.strip() != entry.value]
                changed = [";".join(values) if i == entry.column else cell for i, cell in enumerate(row)]
                if not changed[1]:  # its name is gone: the first of its other names stands in
                    changed[1] = changed[2].split(";")[0]
                if changed[1]:
                    yield changed

    with _rows_as(rows):
        return Resolver(knowledge.load(), Gazetteer())


@contextmanager
def without_place(entry: Entry) -> Iterator[Resolver]:
    """A resolver without a city, region or division."""
    cities, tables = gazetteer._cities, gazetteer._tables
    try:
        if entry.table == "cities":
            gazetteer._cities = lambda key: (pair for pair in cities(key) if pair[0].geonames_id != entry.line)
        else:
            kept = {key: tuple(r for r in values if r.name != entry.value) for key, values in getattr(tables(), entry.table).items()}
            changed = replace(tables(), **{entry.table: kept})
            gazetteer._tables = lambda: changed  # type: ignore[assignment]
        _forget()
        yield Resolver.load()
    finally:
        gazetteer._cities, gazetteer._tables = cities, tables
        _forget()


def _forget() -> None:
    for cached in (gazetteer._telling, gazetteer._variants, gazetteer._city_of):
        cached.cache_clear()


# --- scores --------------------------------------------------------------------------------------------------------------------

#: What a case counts: right, given, wanted.
Counts = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Measure:
    """A sealed half: its cases and how one is counted."""

    name: str
    cases: list[dict[str, Any]]
    count: Callable[[dict[str, Any], Resolver], Counts]

    def scores(self, counts: Sequence[Counts]) -> tuple[float, ...]:
        """Accuracy, or precision and recall for references, in points."""
        right, given, wanted = (sum(column) for column in zip(*counts, strict=True))
        if self.name == "references":
            return 100 * right / max(1, given), 100 * right / max(1, wanted)
        return (100 * right / len(counts),)


def actor(case: dict[str, Any], resolver: Resolver) -> Counts:
    day = date.fromisoformat(case["date"]) if case["date"] else None
    near = resolver.countries_in(case["context"]) if case.get("context") else ()
    chosen = resolver.actor(case["phrase"], on=day, near=near).chosen
    got = (chosen.country, chosen.sectors[0] if chosen.sectors else None) if chosen else (None, None)
    return int(got == (case["country"], case["sector"])), 1, 1


def place(case: dict[str, Any], resolver: Resolver) -> Counts:
    got = resolver.place(case["phrase"], near=case["near"])
    return int(got is not None and got.country == case["country"] and _close(got.lat, got.lon, case)), 1, 1


def reference(case: dict[str, Any], resolver: Resolver) -> Counts:
    day = date.fromisoformat(case["published"])

    def lookup(phrase: Phrase) -> Resolution:
        return resolver.actor(phrase.mention.text, on=day)

    links = resolve_references(case["phrases"], case["text"], lookup)
    start, end = case["span"]
    got = next((targets for span, targets in links.items() if span.start < end and start < span.end), ())
    have, gold = sorted(_bare(target.mention.text) for target in got), sorted(case["antecedents"])
    return int(bool(gold) and _same(have, gold)), int(bool(have)), int(bool(gold))


def measures(half: str, *, references: bool) -> list[Measure]:
    """The measures of a half; the texts of references are parsed once."""
    found = [Measure("actors", read("actors", half), actor), Measure("places", read("places", half), place)]
    if references:
        cases = [{**case, "phrases": phrases_of(case["text"])} for case in read("references", half)]
        found.append(Measure("references", cases, reference))
    return found


@dataclass(slots=True)
class Usage:
    """Which cases of each measure look up which keys and places, and how each is counted with everything there."""

    keys: dict[Key, set[tuple[int, int]]] = field(default_factory=dict)
    places: dict[Entry, set[tuple[int, int]]] = field(default_factory=dict)
    counts: list[list[Counts]] = field(default_factory=list)


def usage(all_measures: Sequence[Measure]) -> Usage:
    """Answers every case with recorded look-ups."""
    trace, found = Trace(), Usage()
    resolver = recorder(trace)
    seen: set[Entry] = set()
    original, tables = gazetteer._cities, gazetteer._tables()

    def cities(key: str) -> Iterator[Any]:
        for pair in original(key):
            seen.add(Entry("cities", pair[0].geonames_id))
            yield pair

    place_trace = Trace()
    traced = {name: _Dict(getattr(tables, name), name, place_trace) for name in ("regions", "divisions")}
    changed, kept = replace(tables, **traced), gazetteer._tables
    gazetteer._cities, gazetteer._tables = cities, lambda: changed  # type: ignore[assignment]
    try:
        for number, measure in enumerate(all_measures):
            row: list[Counts] = []
            for at, case in enumerate(measure.cases):
                trace.hits.clear(), place_trace.hits.clear(), seen.clear(), _forget()
                resolver = Resolver(resolver._base, Gazetteer())
                row.append(measure.count(case, resolver))
                for key in trace.hits:
                    found.keys.setdefault(key, set()).add((number, at))
                hit = {Entry(name, 0, r.name) for name, key in place_trace.hits for r in traced[name][key]}
                for entry in seen | hit:
                    found.places.setdefault(entry, set()).add((number, at))
            found.counts.append(row)
    finally:
        gazetteer._cities, gazetteer._tables = original, kept
        _forget()
    return found


def matters(all_measures: Sequence[Measure], cases: set[tuple[int, int]]) -> bool:
    """Whether so many cases could make a point of a score."""
    numbers = Counter(number for number, _ in cases)
    return any(
        all_measures[n].name == "references" or 100 * count / len(all_measures[n].cases) > POINT for n, count in numbers.items()
    )


def fall(all_measures: Sequence[Measure], used: Usage, cases: set[tuple[int, int]], resolver: Resolver) -> dict[str, float]:
    """By how many points each measure falls when the cases are answered by the resolver."""
    falls: dict[str, float] = {}
    for number in sorted({number for number, _ in cases}):
        measure, counts = all_measures[number], list(used.counts[number])
        for at in (at for n, at in cases if n == number):
            counts[at] = measure.count(measure.cases[at], resolver)
        before, after = measure.scores(used.counts[number]), measure.scores(counts)
        falls[measure.name] = max(b - a for b, a in zip(before, after, strict=True))
    return falls


@dataclass(slots=True)
class Report:
    """What the deletions cost."""

    entries: int = 0
    touched: int = 0
    deleted: int = 0
    worst: dict[str, float] = field(default_factory=dict)
    costly: list[tuple[Entry, str, float]] = field(default_factory=list)

    def add(self, entry: Entry, falls: dict[str, float]) -> None:
        """Count a deletion."""
        self.deleted += 1
        for name, points in falls.items():
            self.worst[name] = max(self.worst.get(name, 0.0), points)
            if points > POINT:
                self.costly.append((entry, name, points))


def run(half: str, *, sample: int | None = None, references: bool = False) -> Report:
    """Delete the entries that matter, the most used first, at most ``sample`` of them where it is given."""
    every = measures(half, references=references)
    used = usage(every)
    entries = knowledge_entries()
    report = Report(len(entries) + sum(len(lines_of(f"{name}.tsv.gz")) for name in ("cities", "divisions")))
    report.entries += sum(1 for _ in (DATA / "regions.tsv").open(encoding="utf-8")) - 1
    touched = {entry: set().union(*(used.keys.get(key, set()) for key in keys)) for entry, keys in entries.items()}
    touched |= used.places
    touched = {entry: cases for entry, cases in touched.items() if cases}
    report.touched = len(touched)
    wanted = sorted((e for e in touched if matters(every, touched[e])), key=lambda e: (-len(touched[e]), e.table, e.line, e.value))
    for entry in wanted[:sample]:
        if entry in used.places:
            with without_place(entry) as resolver:
                report.add(entry, fall(every, used, touched[entry], resolver))
        else:
            report.add(entry, fall(every, used, touched[entry], without(entry)))
    return report


def name_of(entry: Entry) -> str:
    """An entry as a reader knows it."""
    if entry.value or not entry.table.endswith(".tsv"):
        return f"{entry.table}: {entry.value or entry.line}"
    kind = _kind(DATA / entry.table) or ""
    row = list(knowledge._rows(DATA / entry.table, knowledge.FIELDS[kind]))[entry.line]
    return f"{entry.table}: {key_of(row[0])}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Deletes each entry that matters and scores the sealed halves again.")
    parser.add_argument("--sample", type=int, help="only the so many most used entries")
    parser.add_argument("--references", action="store_true", help="also references, of whose cases each is 1.6 points; for information")
    options = parser.parse_args()
    report = run("sealed", sample=options.sample, references=options.references)
    print(f"{report.entries:,} entries, {report.touched:,} looked up by a case, {report.deleted:,} deleted one by one")
    for name, points in sorted(report.worst.items()):
        print(f"{name}: the worst deletion costs {points:.2f} points")
    for entry, name, points in sorted(report.costly, key=lambda row: -row[2]):
        print(f"  {name_of(entry)}: {points:.2f} points of {name}")
    return int(any(name != "references" for _, name, _ in report.costly))


if __name__ == "__main__":
    sys.exit(main())
