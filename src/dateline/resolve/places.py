"""Where acts took place: the first of an act's places that the gazetteer knows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from dateline.ontology.wordlists import pattern_of
from dateline.resolve import belonging, namesakes
from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.gazetteer import PlaceResult
from dateline.resolve.participants import to_place
from dateline.resolve.resolver import Resolver
from dateline.resolve.sightings import is_village
from dateline.resolve.somebody import names_person
from dateline.types import Mention, Phrase, PhraseForm, Place, Span

#: Kinds of places that many countries have of one name.
_TOWNS: Final = frozenset({"city", "town"})
#: "**In eastern** Congo, ..." at the head of a sentence or clause, and room for it.
_OPENS: Final = re.compile(r"(?:^|[.;:,\n—–-]\s*|\b(?:and|but)\s+)(?:\w+\s+)?(?:in|at|near|around|outside|across|from)\s+(?:[a-z-]+\s+){0,2}$", re.IGNORECASE)
_LEAD: Final = 40
_VILLAGE: Final = re.compile(rf" (?:{pattern_of('resolve.sightings.hamlets')})$")
#: A place's part behind its owner ("Bolivia's **eastern highlands**", which are not those of Papua New Guinea).
_OWNED: Final = re.compile(r"([A-Z].*?)(?:['’]s|(?<=s)['’]) (.+)")


def _start(mention: Mention) -> int:
    return mention.span.start


class Places:
    """Finds the places of a document's acts.

    Args:
        text: the canonical text.
        resolver: the gazetteer.
        near: the countries in play.
        lookup: what a phrase refers to by its own words.
        antecedents: what the phrase of a span refers to.
        named: the countries that the document names in any way.
        datelines: the places that its datelines name.
        towns: the country of each town that the document names, by where its name ends.
    """

    def __init__(
        self,
        text: str,
        resolver: Resolver,
        near: tuple[str, ...],
        lookup: Lookup,
        antecedents: Callable[[Span], tuple[Phrase, ...]],
        named: Collection[str] = (),
        datelines: Sequence[Mention] = (),
        towns: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        self._text, self._resolver, self._near, self._lookup, self._antecedents = text, resolver, near, lookup, antecedents
        self._named, self._datelines, self._towns = named, sorted(datelines, key=_start), towns

    def first(self, candidates: Sequence[Phrase], parties: Sequence[Phrase] = (), act: Span | None = None) -> Place | None:
        """The first candidate that the gazetteer knows; a party of the act is its place only as a town or region, not as a country, and behind a
        place that is not known no other on the far side of the act's words ("left **Greece** to receive him at Huis ten Bosch")."""
        taken = {party.mention.span for party in parties}
        unknown: Span | None = None
        for phrase in candidates:
            if phrase.form is PhraseForm.PRONOUN or not any(w[:1].isupper() for w in phrase.mention.text.split()):
                continue
            if act is not None and unknown is not None and self._is_beyond(phrase.mention.span, act, unknown):
                continue
            somebody = self._is_somebody(phrase)
            found = None if somebody else self._seat(phrase)
            named = phrase.form is PhraseForm.NAME and phrase.mention.text.rpartition(" ")[2][:1].isupper()
            unknown = phrase.mention.span if found is None and named and not somebody else unknown
            if found is not None and not (found.kind == "country" and phrase.mention.span in taken):
                return to_place(self._whole(phrase.mention), found)
        return None

    def _is_beyond(self, place: Span, act: Span, unknown: Span) -> bool:
        """Whether a place stands before the act's words and an unknown one behind them, and it does not open its sentence."""
        return place.end <= act.start < unknown.start and _OPENS.search(self._text, max(0, place.start - _LEAD), place.start) is None

    def _seat(self, phrase: Phrase) -> PlaceResult | None:
        """The place of a name; a body without a state has none inside its name ("International Court of **Justice**")."""
        read = self._lookup(phrase)
        if read.method == "organisation" and read.chosen and read.chosen.country in belonging.BODIES:
            return None
        name = self._whole(phrase.mention).text
        found = self._in_division(self._gazetteer(name), phrase.mention.span.end)
        return None if found is not None and self._is_namesake(name, found) else found

    def _in_division(self, found: PlaceResult | None, end: int) -> PlaceResult | None:
        """A town, or its namesake in the state whose division or name stands behind its comma ("Paris, **Texas**"), or that the text
        tells; none where it names no other and the gazetteer knows no such town there."""
        code = self._towns.get(end)
        if found is None or code is None or found.country == code:
            return found
        namesake = next((replace(one, score=found.score) for one in found.candidates if one.country == code), None)
        if self._text.startswith(", ", end):
            return namesake or found
        return namesake if found.country not in self._named else found

    def _whole(self, mention: Mention) -> Mention:
        """A name, or the whole of a dateline that it is a part of ("LA **PAZ** -")."""
        at = bisect_right(self._datelines, mention.span.start, key=_start) - 1
        return self._datelines[at] if at >= 0 and self._datelines[at].span.contains(mention.span) else mention

    def _is_namesake(self, name: str, found: PlaceResult) -> bool:
        """Whether a town may only bear the name of one that the gazetteer does not know: a small or ambiguous one of a country that the document,
        which names others, does not name ("**Moura**" of a text about Mali is not Portugal's)."""
        elsewhere = bool(self._named) and found.country not in self._named
        small = elsewhere and found.kind in _TOWNS and "," not in name
        return small and (self._resolver.town_tells(name) is None or self._is_village(name))

    def _is_village(self, name: str) -> bool:
        """Whether the text calls a name a village's."""
        own = _VILLAGE.sub("", name)
        return own != name or any(is_village(self._text[found.end() : found.end() + _LEAD]) for found in re.finditer(re.escape(own), self._text))

    def _is_somebody(self, phrase: Phrase) -> bool:
        """Whether a name is a person's: one that is known or named in full elsewhere, or a given name ("spoke to Ali")."""
        fuller = [one.mention.text for one in self._antecedents(phrase.mention.span) if one.form is PhraseForm.NAME]
        read = self._lookup(phrase)
        return names_person(phrase.mention, self._text, fuller, known=namesakes.is_person(read), unknown=read.chosen is None)

    def _gazetteer(self, text: str) -> PlaceResult | None:
        """A place by its whole name, else by what stands before its common noun or after its "of" ("Moscow metro", "centre of Minsk")."""
        found = self._resolver.place(text, near=self._near)
        if found is not None:
            return found
        if (owned := _OWNED.match(text)) and (owner := self._resolver.place(owned.group(1), near=self._near)) is not None:
            part = self._resolver.place(owned.group(2), near=self._near)
            return part if part is not None and part.country == owner.country else replace(owner, kind="region")
        head, of, tail = text.rpartition(" of ")
        names = [re.split(r"['’]s? ", text)[-1], tail if of else head, " ".join(word for word in text.split() if word[:1].isupper())]
        return next((place for name in names if name and (place := self._resolver.place(name, near=self._near)) is not None), None)
