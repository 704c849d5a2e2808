"""Where acts took place: the first of an act's places that the gazetteer knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dateline.resolve import belonging, namesakes
from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.gazetteer import PlaceResult
from dateline.resolve.participants import to_place
from dateline.resolve.resolver import Resolver
from dateline.resolve.somebody import names_person
from dateline.types import Phrase, PhraseForm, Place, Span


class Places:
    """Finds the places of a document's acts.

    Args:
        text: the canonical text.
        resolver: the gazetteer.
        near: the countries in play.
        lookup: what a phrase refers to by its own words.
        antecedents: what the phrase of a span refers to.
    """

    def __init__(
        self, text: str, resolver: Resolver, near: tuple[str, ...], lookup: Lookup, antecedents: Callable[[Span], tuple[Phrase, ...]]
    ) -> None:
        self._text, self._resolver, self._near, self._lookup, self._antecedents = text, resolver, near, lookup, antecedents

    def first(self, candidates: Sequence[Phrase], parties: Sequence[Phrase] = ()) -> Place | None:
        """The first candidate that the gazetteer knows; a party of the act is its place only as a town or region, not as a country."""
        taken = {party.mention.span for party in parties}
        for phrase in candidates:
            if phrase.form is PhraseForm.PRONOUN or not any(w[:1].isupper() for w in phrase.mention.text.split()):
                continue
            found = None if self._is_somebody(phrase) else self._seat(phrase)
            if found is not None and not (found.kind == "country" and phrase.mention.span in taken):
                mention = phrase.mention
                return to_place(mention, found)
        return None

    def _seat(self, phrase: Phrase) -> PlaceResult | None:
        """The place of a name; a body without a state has none inside its name ("International Court of **Justice**")."""
        read = self._lookup(phrase)
        if read.method == "organisation" and read.chosen and read.chosen.country in belonging.BODIES:
            return None
        return self._gazetteer(phrase.mention.text)

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
        head, of, tail = text.rpartition(" of ")
        names = [re.split(r"['’]s? ", text)[-1], tail if of else head, " ".join(word for word in text.split() if word[:1].isupper())]
        return next((place for name in names if name and (place := self._resolver.place(name, near=self._near)) is not None), None)
