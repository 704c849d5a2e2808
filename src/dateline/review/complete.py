"""Completion: what a few typed letters may mean, from the words of the sentence and from the knowledge base.

A reviewer types ``prk`` (a code), ``nor`` (a name), ``prk.m`` (code and sector), ``.m`` (another sector), ``tro`` (words of the
sentence), with ``+`` before it to add a party, ``2`` and a space to replace the second; ``-`` or ``-2`` takes one away.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from dateline.decisions.fields import party_code
from dateline.decisions.values import Record
from dateline.ontology.namekeys import key_of
from dateline.ontology.plover import plover
from dateline.resolve.knowledge import Entity, Knowledge, packaged
from dateline.resolve.resolver import Resolver
from dateline.review.naming import Namings
from dateline.types import Document, Span

#: What a list shows; more options are reached sooner by another letter than by the arrow keys.
MAX_OPTIONS: Final = 8
#: Of these so many are words of the sentence.
MAX_WORDS: Final = 4
_KINDS: Final = {"country": 0, "organisation": 1, "person": 2}
_RUN = re.compile(r"[A-Z][\w’'.-]*(?:\s+(?:(?:of|for|the|al|de|and)\s+)*[A-Z][\w’'.-]*)*")
_WORD = re.compile(r"\w[\w’'-]*")
_POSSESSIVE = re.compile(r"[’']s$")
_TARGET = re.compile(r"^(?:(?P<add>\+)|(?P<gone>-)|(?P<at>\d)\s)\s*(?P<rest>.*)$")


@dataclass(frozen=True, slots=True)
class Option:
    """One completion. ``span`` is set where it is words of the text; the others take the words they need from the record."""

    label: str
    entity: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    detail: str = ""
    span: Span | None = None

    @property
    def code(self) -> str:
        """Country and sectors: ``PRK.MIL``."""
        return party_code({"country": self.country, "sectors": self.sectors})


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, taken apart: which party is meant and how (``set``, ``add``, ``remove``), name, sector prefix."""

    action: str
    index: int
    name: str
    sector: str | None


def read_typed(text: str) -> Typed:
    """Takes apart what was typed.

    >>> read_typed("+ prk.m")
    Typed(action='add', index=0, name='prk', sector='m')
    """
    action, index, rest = "set", 0, text.strip()
    if match := _TARGET.match(text.lstrip()):
        rest = match["rest"].strip()
        if match["gone"]:
            return Typed("remove", int(rest) - 1 if rest.isdecimal() and len(rest) < 5 and int(rest) else 0, "", None)
        action = "add" if match["add"] else "set"
        index = int(match["at"]) - 1 if match["at"] else 0
    name, dot, sector = rest.rpartition(".")
    if dot and (sector == "" or sector.isalpha()) and len(sector) <= 3:
        return Typed(action, max(index, 0), name.strip(), sector.lower())
    return Typed(action, max(index, 0), rest, None)


def sectors_with(prefix: str) -> list[str]:
    """Sector codes that begin so, those of states before those of societies as the manual has them."""
    return [term.name for term in plover().sectors if term.name.lower().startswith(prefix)]


@dataclass(slots=True)
class Completer:
    """Completes from the package's knowledge base; sorted once, then found by bisection."""

    base: Knowledge = field(default_factory=packaged)
    resolver: Resolver = field(default_factory=Resolver.load)
    namings: Namings = field(init=False)
    _entries: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.namings = Namings(self.base)

    def _sorted(self) -> list[tuple[str, str]]:
        """(a word-initial part of a name's key, the key), sorted: "korea" finds "south korea"."""
        if not self._entries:
            pairs = set()
            for key in self.base.names:
                parts = key.split()
                pairs |= {(" ".join(parts[at:]), key) for at in range(len(parts))}
            self._entries = sorted(pairs)
        return self._entries

    def entities(self, name: str, in_play: frozenset[str] = frozenset(), day: str | None = None) -> list[Entity]:
        """Entities whose name, code or a word of whose name begins so, likeliest first.

        Countries in play come before all others, then what was typed whole (a code), countries whose name begins so, persons and bodies
        of those in play, and offices held on the ISO day before past ones;
        of entries that differ only in their dates the likeliest stands for all.
        """
        found: dict[Entity, tuple[int, int, int, str]] = {}
        code = self.base.codes.get(name.strip().upper())
        prefix = key_of(name)
        if not prefix:
            return []
        entries = self._sorted()
        at = bisect_left(entries, (prefix, ""))
        while at < len(entries) and entries[at][0].startswith(prefix) and len(found) < 400:
            part, key = entries[at]
            for one in self.base.names[key]:
                entity = one.entity
                if entity.kind in {"adjective", "people", "metonym", "capital"} and part != prefix:
                    continue
                exact = 0 if part == prefix and part == key else 1 if part == key else 2
                rank = (exact, _KINDS.get(entity.kind, 3), len(key), entity.name)
                if entity not in found or rank < found[entity]:
                    found[entity] = rank
            at += 1
        ordered = sorted(found, key=lambda entity: found[entity])
        if code is not None:
            coded = [Entity(code, name.strip().upper(), ("GOV",), "country")]
            ordered = coded + [one for one in ordered if one.kind != "country" or one.country != coded[0].country]
        whole = {one for one in ordered if found.get(one, (0,))[0] == 0}
        whole |= set(ordered[:1]) if code is not None else set()
        whole |= {one for one in ordered if one.kind == "country" and key_of(one.name).startswith(prefix)}
        ordered.sort(key=lambda one: _likelihood(one, one in whole, in_play, day))
        first: dict[tuple[str, str | None, tuple[str, ...]], Entity] = {}
        for entity in ordered:
            first.setdefault((entity.name, entity.country, entity.sectors), entity)
        return list(first.values())

    def parties(self, role: str, typed: str, record: Record, document: Document, in_play: frozenset[str] = frozenset()) -> list[Option]:
        """Completions for an actor, recipient or speaker, of which each can be stored: words of the sentence first, then the knowledge base.

        A whole code comes before words that mean something else where its country is in play (``civ`` in a text on the Ivory Coast, not in one on
        civilians), and before words that mean nobody in any text (``can``, ``per``).

        Args:
            role: ``actors``, ``recipients`` or ``attribution``.
            typed: what was typed.
            record: for which.
            document: in which it stands.
            in_play: codes of the countries that the document's records name.
        """
        read = read_typed(typed)
        if read.action == "remove":
            return [Option("take it away")] if role != "attribution" and read.index < len(record[role]) else []
        if role != "attribution" and read.action == "set" and record[role] and read.index >= len(record[role]):
            return []  # there is no such party
        old = replaced(role, read, record)
        if not read.name and read.sector is not None:
            named = sectors_with(read.sector) if old is not None and role != "attribution" else []
            return [Option(f"sector {name}", sectors=(name,)) for name in named][:MAX_OPTIONS]
        day = document.published.isoformat() if document.published else None
        words = list(islice(self._words(read.name, record, document), MAX_WORDS))
        entities = self.entities(read.name, in_play, day)
        options = (Option(one.name, one.name, one.country, one.sectors, one.detail) for one in entities)
        known = list(islice((one for one in options if self.words_for(role, one, old, record, document) is not None), MAX_OPTIONS))
        ordered = [*words, *known]
        if known and len(read.name) == 3 and known[0].country == read.name.upper() and known[0].detail == "country":
            meant = [] if known[0].country in in_play else [one for one in words if one.country or one.sectors]
            ordered = [*meant, known[0], *(one for one in words if one not in meant), *known[1:]]
        if read.sector is not None:
            ordered = [_sector(one, name) for one in ordered for name in sectors_with(read.sector)[:3]]
        return ordered[:MAX_OPTIONS]

    def words_for(
        self, role: str, option: Option, old: Mapping[str, Any] | None, record: Record, document: Document
    ) -> Mapping[str, Any] | None:
        """The words with which a completion is stored; ``None`` where it cannot be stored.

        Its own, else those of the party it takes the place of, else where the text names it. A speaker is somebody else than the speaker before
        rather than the same under another code, so that there the text's own words for them come first.
        """
        if option.span is None and old is not None and role != "attribution":
            return old
        span = option.span or self.namings.span([name for name in (option.entity, option.label) if name], record, document)
        return old if span is None else {"text": document.slice(span), "span": [span.start, span.end]}

    def _words(self, name: str, record: Record, document: Document) -> Iterator[Option]:
        for span in phrases_of(record, document, name):
            found = self.resolver.actor(document.slice(span), on=document.published).chosen
            yield Option(
                document.slice(span),
                (found.entity or None) if found else None,
                found.country if found else None,
                found.sectors if found else (),
                "in the sentence",
                span,
            )

    def places(self, typed: str, record: Record, document: Document) -> list[Option]:
        """Completions for a place: words of the sentence, as the gazetteer reads them."""
        if typed.strip() in {"-", "–"}:
            return [Option("no place")]
        return [self._place(span, document) for span in phrases_of(record, document, typed.strip())][:MAX_OPTIONS]

    def _place(self, span: Span, document: Document) -> Option:
        found = self.resolver.place(document.slice(span))
        if found is None:
            return Option(document.slice(span), None, None, (), "not in the gazetteer", span)
        return Option(document.slice(span), found.name, found.country, (), found.kind, span)

    def party(self, option: Option, document: Document, words: Mapping[str, Any]) -> dict[str, Any]:
        """The record's form of a party."""
        return {
            "text": words["text"],
            "span": list(words["span"]),
            "entity": option.entity,
            "country": option.country,
            "sector": option.sectors[0] if option.sectors else None,
            "sectors": list(option.sectors),
            "score": 1.0,
        }

    def resolve(self, span: Span, document: Document) -> Option:
        """What the words of a span mean."""
        found = self.resolver.actor(document.slice(span), on=document.published).chosen
        if found is None:
            return Option(document.slice(span), span=span)
        return Option(document.slice(span), found.entity or None, found.country, found.sectors, found.detail, span)

    def place(self, span: Span, document: Document) -> dict[str, Any]:
        """The record's form of a place."""
        found = self.resolver.place(document.slice(span))
        known = (found.name, found.country, found.geonames_id, found.lat, found.lon) if found else (None,) * 5
        names = ("name", "country", "geonames_id", "lat", "lon")
        return {"text": document.slice(span), "span": [span.start, span.end], **dict(zip(names, known, strict=True))}


def replaced(role: str, read: Typed, record: Record) -> Mapping[str, Any] | None:
    """The party, or the speaker, that what was typed takes the place of; ``None`` where there is none, or none with words."""
    if role == "attribution":
        said: Mapping[str, Any] | None = record["attribution"]
        return said if said is not None and said["span"] is not None else None
    at: Mapping[int, Mapping[str, Any]] = dict(enumerate(record[role]))
    return None if read.action == "add" else at.get(read.index)


def _likelihood(entity: Entity, exact: bool, in_play: frozenset[str], day: str | None) -> tuple[bool, bool, bool]:
    """A key by which the likeliest sort first; ``exact``: what was typed is its whole name or code, or begins a country's name."""
    near = entity.country in in_play
    return (not (entity.kind == "country" and near), not exact and not near, bool(day) and not entity.holds(day or ""))


def _sector(option: Option, name: str) -> Option:
    return Option(option.label, option.entity, option.country, (name,), option.detail, option.span)


def phrases_of(record: Record, document: Document, prefix: str) -> list[Span]:
    """Phrases of the record's sentence of which a word begins so: its parties, runs of capitalised words, single words."""
    start, end = record["sentence"]["span"]
    text = document.text[start:end]
    wanted = prefix.lower()
    spans: list[Span] = [Span(*one["span"]) for one in _spans(record) if start <= one["span"][0] and one["span"][1] <= end]
    spans += [Span(start + match.start(), start + match.end()) for match in _RUN.finditer(text)]
    if wanted:
        spans += [Span(start + match.start(), start + match.end()) for match in _WORD.finditer(text)]
    found: dict[Span, None] = {}
    for span in spans:
        span = _bare(document, span)
        words = document.slice(span).lower()
        if words.startswith(wanted) or f" {wanted}" in words:
            found.setdefault(span)
    return list(found)


def words_of(sentence: Span, document: Document, prefix: str) -> list[Span]:
    """The words of a sentence that begin so, in order: triggers of an act to add."""
    matches = _WORD.finditer(document.slice(sentence))
    wanted = prefix.strip().lower()
    return [Span(sentence.start + m.start(), sentence.start + m.end()) for m in matches if m.group().lower().startswith(wanted)]


def _bare(document: Document, span: Span) -> Span:
    words = document.slice(span)
    cut = _POSSESSIVE.sub("", words).rstrip(".,")
    return Span(span.start, span.start + len(cut)) if cut else span


def _spans(record: Record) -> Iterable[Mapping[str, Any]]:
    yield from record["actors"]
    yield from record["recipients"]
    for name in ("place", "attribution"):
        if record[name] is not None and record[name]["span"] is not None:
            yield record[name]
