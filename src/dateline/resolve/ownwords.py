"""What phrases refer to by their own words: names, offices, what a phrase's complement says, what the document gives them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.namekeys import key_of
from dateline.ontology.wordlists import pattern_of, words_of
from dateline.resolve import (
    armedgroups,
    belonging,
    blocs,
    bracketed,
    congos,
    divisions,
    ethnic,
    forces,
    koreas,
    localities,
    namesakes,
    outsiders,
    ownacronyms,
    provinces,
    republics,
    territories,
    treaties,
    wholenames,
)
from dateline.resolve.calendar import Calendar
from dateline.resolve.casenames import CaseNames
from dateline.resolve.compose import OTHERS
from dateline.resolve.gazetteer import PlaceResult
from dateline.resolve.given import given
from dateline.resolve.phraseparts import ABROAD
from dateline.resolve.resolver import Resolver
from dateline.resolve.sightings import Sighting
from dateline.resolve.statements import Issuers, issuers
from dateline.resolve.towns import is_one_name, read_as_towns
from dateline.types import Candidate, Document, Extraction, Mention, Phrase, PhraseForm, Resolution, Span

#: Score of a country that comes from a phrase's complement.
COMPLEMENT_SCORE = 0.6
#: Kinds of sighting that tell the country of a phrase they are part of; a person or body in it may be from elsewhere.
COMPLEMENTS = frozenset({"country", "adjective", "capital"})
#: Ways in which a phrase may have its country from a town alone.
TOLD_BY_PLACE = frozenset({"extended", "place"})
_VILLAGES: Final = words_of("resolve.sightings.hamlets")
#: Before what somebody is said to do or to have done.
_DEED = re.compile(rf"\s(?:of|for|from)\s+(?:having\s+|being\s+)?(?:\w+ly\s+)?(?!(?:{pattern_of('resolve.ownwords.no_deeds')}))[a-z]+ing\b")
_PRONOUN = Resolution(None, (), "pronoun")


class OwnWords:
    """What the phrases of a document refer to by their own words, each looked up once."""

    def __init__(self, document: Document, extraction: Extraction, resolver: Resolver) -> None:
        self._document, self._resolver = document, resolver
        self._calendar = Calendar.of(document, extraction)
        self._spoken = republics.spoken_on(document.text, self._calendar.written)
        self._found: dict[tuple[int, ...], Resolution] = {}
        self._strangers = namesakes.strangers(
            extraction.phrases, lambda p: resolver.actor(p.mention.text, on=self._calendar.of_phrase(p), spoken=self._spoken), resolver.family_name
        )
        self._acronyms = ownacronyms.introduced_by(document.text, self._actor, resolver.is_filed)
        #: The country that the user says the document is news of.
        self.told = resolver.country(document.country) if document.country else None
        self._home = self.told or home_of(extraction.datelines, resolver.place)
        #: Where the document names countries.
        seen = self._sightings(extraction)
        #: The names of cases in it.
        self.cases = CaseNames(document.text, self._look)
        self.belonging = belonging.Scene(document.text, extraction.sentences, self.cases.set_apart(seen))
        self._delegates = bracketed.states_of_names(self.belonging.sightings, document.text)
        self._named = namesakes.states_named(document.text, self.belonging.sightings)
        #: Who issues the document, where it is a statement.
        self.issuers = self._issuers(extraction)
        places = (self.belonging.sightings, self.cases)
        for phrase, found in given(document, extraction, resolver.actor, self._look, self.lookup, self.issuers, places, self.told):
            self._found[_key(phrase)] = found
        groups = armedgroups.of_the_group(extraction.phrases, document.text, self.lookup)
        for phrase, code in {**groups, **provinces.heads_of_places(extraction.phrases, self.belonging.by_sentence, self.lookup, self._seat)}.items():
            own = self.lookup(phrase)
            chosen = Candidate("", code, own.chosen.sectors if own.chosen else ("GOV",), COMPLEMENT_SCORE)
            self._found[_key(phrase)] = Resolution(chosen, (chosen, *own.candidates), "complement")

    def _issuers(self, extraction: Extraction) -> Issuers:
        return issuers(self._document, extraction.sentences, self.belonging.sightings, self._look, self._home)

    def _actor(self, text: str) -> Resolution:
        """What a name refers to on the day of the document."""
        return self._resolver.actor(text, on=self._document.published, spoken=self._spoken)

    def _look(self, text: str) -> list[Sighting]:
        """The countries that a text names, by the day of the document."""
        return self._resolver.sightings(text, 0, 0, on=self._document.published, spoken=self._spoken)

    def _sightings(self, extraction: Extraction) -> list[Sighting]:
        """Where the document names countries, known persons apart whose family name is another's in it."""
        seen, text = self._resolver.document_sightings(extraction.sentences, on=self._calendar.of_sentence, spoken=self._spoken), self._document.text
        kept = [s for s in seen if s.kind != "person" or key_of(text[s.start : s.end]) not in self._strangers]
        kept = divisions.read_on(namesakes.without_bearers(kept, text, extraction.phrases), text)
        if self._acronyms:
            kept = ownacronyms.read_in_full(kept, text, self._acronyms, self._actor)
        found, self._towns = read_as_towns(text, kept, self._seat)
        found = namesakes.spelt_labor(text, found)
        found = ethnic.at_home(found, text, self._home)
        if self._home:
            found = localities.with_here(found, self._home, extraction.sentences, text)
        if "Congress" in text:
            found = [s for s in found if not namesakes.congress_of(Span(s.start, s.end), s.sentence, text, found, self._home)]
        return territories.without_others(text, namesakes.without_shared(text, found))

    def _seat(self, name: str) -> str | None:
        place = self._resolver.place(name)
        return place.country if place is not None else None

    def lookup(self, phrase: Phrase) -> Resolution:
        """What a phrase refers to by its own words; looked up once a document."""
        key = _key(phrase)
        if phrase.form is PhraseForm.PRONOUN:
            return self._found.get(key, _PRONOUN)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._lookup(phrase)
        return found

    def _lookup(self, phrase: Phrase) -> Resolution:
        if outsiders.is_nobodys(phrase, self._document.text):
            return Resolution(None, (), blocs.SETTING)
        here = self.belonging.by_sentence.get(phrase.sentence, ())
        if code := bracketed.state_of(phrase, self._delegates):
            chosen = Candidate("", code, ("GOV",), COMPLEMENT_SCORE)
            return Resolution(chosen, (chosen,), "person")
        extended = None
        if (whole := self._whole(phrase)) is not None:
            extended = self._document.text[whole.start : whole.end]
        words = ownacronyms.in_full(phrase.mention.text, self._acronyms)
        found = self._resolver.actor(words, on=self._calendar.of_phrase(phrase), head=phrase.head, extended=extended, spoken=self._spoken)
        found = ownacronyms.without_namesake(words, found, self._acronyms)
        if found.method == "thing" and treaties.is_treaty(phrase) and found.chosen and found.chosen.country in belonging.BODIES:
            found = Resolution(None, found.candidates, "unknown")
        found = congos.of_brazzaville(phrase.mention.text, self._document.text, found)
        found = territories.of_whom(phrase, found, self._document.text, self.belonging.sightings)
        if (longer := self._organisation(phrase)) or (longer := wholenames.told_by_kind(phrase, found)):
            return longer
        town = self._town(phrase, found)
        if town is not None:
            chosen = Candidate("", town, ("GOV",), COMPLEMENT_SCORE)
            return Resolution(chosen, (chosen, *found.candidates), "capital" if found.method == "organisation" else "place")
        return self._namesake(phrase, found, here) or self._placed(phrase, found, here, whole)

    def _namesake(self, phrase: Phrase, found: Resolution, here: Sequence[Sighting]) -> Resolution | None:
        """What a name that several bear refers to in this text; ``None`` where it is no such name."""
        unplaced = found.chosen is None or found.chosen.country is None
        if unplaced and found.method == "ambiguous" and (one := namesakes.told_by_text(phrase, found, self._named)):
            return Resolution(one, found.candidates, "organisation")
        if one := namesakes.told_by_sentence(phrase, found, here, self._home, self._named):
            return Resolution(one, found.candidates, "organisation")
        if namesakes.is_namesake(phrase, found, self._strangers):
            return Resolution(None, found.candidates, "ambiguous")
        seen = self.belonging.sightings
        span = phrase.extended or phrase.mention.span
        american = found.chosen is not None and found.chosen.country == "USA"
        if american and (code := namesakes.congress_of(span, phrase.sentence, self._document.text, seen, self._home)):
            return _of_country(code, found, ("LEG",), "organisation")
        if found.chosen and namesakes.is_shared_elsewhere(phrase, found, self._named):
            return Resolution(Candidate("", None, found.chosen.sectors, COMPLEMENT_SCORE), found.candidates, "ambiguous")
        totals = self.belonging.totals
        if code := provinces.by_the_text(found, phrase, here, seen, totals) or ethnic.at_home_in(phrase, found, here, totals):
            return _of_country(code, found, (), "composition")
        return None

    def _placed(self, phrase: Phrase, found: Resolution, here: Sequence[Sighting], whole: Span | None) -> Resolution:
        """A phrase with the country that its bloc, holder or complements tell, where its words alone tell none."""
        told_by_place = found.method in TOLD_BY_PLACE or (found.method == "composition" and phrase.head in _VILLAGES)
        if told_by_place and found.chosen and found.chosen.country not in self.belonging.totals:
            found = Resolution(replace(found.chosen, country=None), (), found.method)
        if found.chosen is None or found.chosen.country is None:
            if blocs.is_bloc(phrase):
                return _of_country(blocs.BODY, found, ("GOV",), "region")
            if korea := koreas.half(phrase.mention.text, self._document.text, found):
                return korea
        if whole is None or (found.chosen is not None and found.chosen.country) or phrase.head in ABROAD or ethnic.not_of(phrase, here):
            return found
        if found.method == OTHERS or outsiders.are_of_others(self._document.text[whole.start : whole.end]):
            return found
        return self._by_complement(found, phrase.sentence, forces.with_state(phrase, whole, self._document.text, self.belonging))

    def _whole(self, phrase: Phrase) -> Span | None:
        """A phrase with its modifiers, without what somebody is said to do ("accused the helicopter **of spying on a Chinese exercise**")."""
        if phrase.extended is None:
            return None
        deed = _DEED.search(self._document.text, phrase.mention.span.end, phrase.extended.end)
        return Span(phrase.extended.start, deed.start()) if deed else phrase.extended

    def _organisation(self, phrase: Phrase) -> Resolution | None:
        """The known body whose whole name a phrase only opens or ends."""
        text = self._document.text
        name = wholenames.whole_name(phrase, text) or wholenames.owned_name(phrase, text)
        found = self._resolver.actor(name, on=self._calendar.of_phrase(phrase)) if name else None
        if name and found is not None and found.method != "organisation" and wholenames.is_society(name):
            chosen = Candidate("", "NGO", ("SOC",), COMPLEMENT_SCORE)
            return Resolution(chosen, (chosen,), "organisation")
        return found if found is not None and found.method == "organisation" and found.chosen and found.chosen.entity else None

    def _town(self, phrase: Phrase, found: Resolution) -> str | None:
        """The country of a town or capital that a phrase is in this text, or opens ("accused **Brussels** of arrogance")."""
        if not is_one_name(phrase.mention.text):
            return None
        opens = found.method == "organisation" and phrase.mention.text.split()[1:2] == ["of"]
        return self._towns.get(phrase.mention.span.start if opens else phrase.mention.span.end)

    def _by_complement(self, found: Resolution, sentence: int, extended: Span) -> Resolution:
        """The country of "people **in Syria**", "the Kurdish enclave **of Afrin**", where the whole phrase names exactly one."""
        codes = self.complements(sentence, extended)
        if len(codes) != 1:
            return found
        sectors = found.chosen.sectors if found.chosen else ()
        chosen = Candidate("", codes.pop(), sectors, COMPLEMENT_SCORE)
        return Resolution(chosen, (chosen, *found.candidates), "complement")

    def complements(self, sentence: int, extended: Span, kinds: frozenset[str] = COMPLEMENTS) -> set[str]:
        """The countries that the whole of a phrase names."""
        here = self.belonging.by_sentence.get(sentence, ())
        return {s.country for s in here if s.kind in kinds and extended.start <= s.start and s.end <= extended.end and not self.cases.holds(s.start, s.end)}


def home_of(datelines: Sequence[Mention], place: Callable[[str], PlaceResult | None]) -> str | None:
    """The one country of a document's datelines, given the place of a name."""
    countries = {found.country for one in datelines if (found := place(one.text.title())) is not None}
    return next(iter(countries)) if len(countries) == 1 else None


def _key(phrase: Phrase) -> tuple[int, ...]:
    span, wider = phrase.mention.span, phrase.extended
    return (span.start, span.end) if wider is None else (span.start, span.end, wider.start, wider.end)


def _of_country(code: str, found: Resolution, sectors: tuple[str, ...], method: str) -> Resolution:
    """What a phrase was read as with another country; ``sectors`` are those of a phrase that was read as nothing."""
    chosen = Candidate("", code, found.chosen.sectors if found.chosen else sectors, COMPLEMENT_SCORE)
    return Resolution(chosen, (chosen, *found.candidates), method)
