"""The acts of a document with their parties, places and speakers resolved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.resolve.gazetteer import PlaceResult
from dateline.resolve.references import resolve_references
from dateline.resolve.resolver import Resolver
from dateline.types import (
    Attribution,
    Candidate,
    Document,
    Extraction,
    Mention,
    Participant,
    Phrase,
    PhraseForm,
    Place,
    PlaceCandidate,
    RawAttribution,
    RawMention,
    Resolution,
    ResolvedMention,
    Span,
)

#: Scores of a country that comes from a phrase's complement, and from the place of the act.
COMPLEMENT_SCORE, PLACE_SCORE = 0.6, 0.4
#: Sectors whose members belong to the country a text is set in when they stand without any ("police", "the governor", "villagers").
DOMESTIC = frozenset("COP GOV JUD LEG MIL PRM PTY REB SPY AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP REL SOC UNK".split())
#: Types whose parties are often abroad, so that neither place nor setting tells their country.
TRAVELLING = frozenset({"CONSULT", "AGREE"})
#: How many sentences before its own a phrase may take its setting from: 1 gives the best triples over both measuring sets (bench/RESULTS.md).
SETTING_SENTENCES = 1
#: Codes that are no setting.
_BODIES = frozenset("UNO EUR IGO NGO ISM IMG MNC".split())
#: Heads that stand for as many parties as were named before them.
PAIR_HEADS = frozenset("countries nations states sides governments neighbours neighbors allies parties capitals leaders".split())
#: Heads of which the parties are governments, whoever of theirs was named before.
STATE_HEADS = frozenset("countries nations states governments capitals neighbours neighbors".split())
#: Countries named this often in a document are "in play" for bare nouns and ambiguous places.
MAX_NEAR = 3


class _Scene:
    """What is known of a document while its acts are resolved."""

    def __init__(self, document: Document, extraction: Extraction, resolver: Resolver) -> None:
        self.document, self.resolver = document, resolver
        self.on: date | None = document.published
        self.near: tuple[str, ...] = ()
        self.sentences = extraction.sentences
        self.near = self._countries(extraction)
        self.named = self._named(extraction)
        self.home = self._home(extraction.datelines)
        self.references = resolve_references(extraction.phrases, document.text, self.lookup)

    def _countries(self, extraction: Extraction) -> tuple[str, ...]:
        counts: Counter[str] = Counter()
        for phrase in extraction.phrases:
            if phrase.form is PhraseForm.NAME:
                found = self.lookup(phrase).chosen
                if found is not None and found.country:
                    counts[found.country] += 1
        return tuple(country for country, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MAX_NEAR])

    def _named(self, extraction: Extraction) -> dict[int, set[str]]:
        """Countries named in each sentence, by country names, towns and persons."""
        named: dict[int, set[str]] = {}
        for sentence in extraction.sentences:
            codes = set(self.resolver.countries_in(sentence.text)) - _BODIES
            if codes:
                named[sentence.index] = codes
        for phrase in extraction.phrases:
            if phrase.form is PhraseForm.NAME and phrase.sentence not in named:
                found = self.resolver.place(phrase.mention.text, near=self.near)
                if found is not None and found.country:
                    named[phrase.sentence] = {found.country}
        return named

    def _home(self, datelines: Sequence[Mention]) -> str | None:
        """The one country of the document's datelines: where bare nouns belong when no sentence near them names a country."""
        places = [self.resolver.place(one.text.title(), near=self.near) for one in datelines]
        countries = {place.country for place in places if place is not None}
        return next(iter(countries)) if len(countries) == 1 else None

    def lookup(self, phrase: Phrase) -> Resolution:
        """What a phrase refers to by its own words."""
        if phrase.form is PhraseForm.PRONOUN:
            return Resolution(None, (), "pronoun")
        extended = None
        if phrase.extended is not None:
            extended = self.document.text[phrase.extended.start : phrase.extended.end]
        found = self.resolver.actor(phrase.mention.text, on=self.on, head=phrase.head, extended=extended)
        if extended is None or (found.chosen is not None and found.chosen.country):
            return found
        return self._by_complement(found, extended)

    def _by_complement(self, found: Resolution, extended: str) -> Resolution:
        """The country of "people **in Syria**", "the Kurdish enclave **of Afrin**", where the whole phrase names exactly one."""
        codes = self.resolver.countries_in(extended)
        if len(codes) != 1:
            return found
        sectors = found.chosen.sectors if found.chosen else ()
        chosen = Candidate("", codes[0], sectors, COMPLEMENT_SCORE)
        return Resolution(chosen, (chosen, *found.candidates), "complement")

    def participants(self, phrases: Sequence[Phrase]) -> tuple[Participant, ...]:
        found: dict[tuple[Span, str | None, str | None], Participant] = {}
        for phrase in phrases:
            for participant in self.of(phrase):
                found.setdefault((participant.span, participant.country, participant.entity), participant)
        return tuple(found.values())

    def of(self, phrase: Phrase) -> tuple[Participant, ...]:
        """A phrase as participants: one, or one a party where it refers to several."""
        antecedents = self.references.get(phrase.mention.span, ())
        if antecedents:
            parties = tuple(to_participant(phrase, self.lookup(antecedent)) for antecedent in antecedents)
            if len(parties) > 1 and phrase.head in STATE_HEADS:
                return tuple(replace(party, sector="GOV", sectors=("GOV",)) for party in parties)
            return parties
        several = self._several(phrase)
        if several:
            return tuple(to_participant(phrase, self.resolver.actor(name, on=self.on)) for name in several)
        return (to_participant(phrase, self.lookup(phrase)),)

    def _several(self, phrase: Phrase) -> tuple[str, ...]:
        """Countries behind a plural: named inside it ("South Korea–Canada ministers"), or by the sentence before "the two countries"."""
        if not phrase.plural or phrase.extended is None:
            return ()
        codes = self.resolver.countries_in(self.document.text[phrase.extended.start : phrase.extended.end])
        if len(codes) < 2 and phrase.head in PAIR_HEADS:
            sentence = self.sentences[phrase.sentence]
            codes = self.resolver.countries_in(self.document.text[sentence.span.start : phrase.mention.span.start])
            codes = codes if len(codes) == 2 else ()
        if len(codes) < 2:
            return ()
        return tuple(name for code in codes if (name := self.resolver.country_name(code)) is not None)

    def place(self, candidates: Sequence[Phrase], parties: Sequence[Phrase] = ()) -> Place | None:
        """The first candidate that the gazetteer knows; a party of the act is its place only as a town or region, not as a country."""
        taken = {party.mention.span for party in parties}
        for phrase in candidates:
            if phrase.form is PhraseForm.PRONOUN or not any(w[:1].isupper() for w in phrase.mention.text.split()):
                continue
            found = self._gazetteer(phrase.mention.text)
            if found is not None and not (found.kind == "country" and phrase.mention.span in taken):
                mention = phrase.mention
                return to_place(mention, found)
        return None

    def local(self, found: tuple[Participant, ...], phrases: Sequence[Phrase], place: Place | None) -> tuple[Participant, ...]:
        """Common nouns without a country of their own ("protesters", "police") belong where the act happens, else where the text is."""
        nominal = {p.mention.span: p.sentence for p in phrases if p.form is PhraseForm.NOMINAL}
        settled = []
        for one in found:
            if one.country is None and one.sector in DOMESTIC and one.span in nominal:
                country = place.country if place is not None and place.country else self.setting(nominal[one.span])
                one = replace(one, country=country, score=PLACE_SCORE, method="setting") if country else one
            settled.append(one)
        return tuple(settled)

    def setting(self, sentence: int) -> str | None:
        """The one country that the sentence, or the nearest of the few before it that names any, names; ``None`` where it names several."""
        for index in range(sentence, max(-1, sentence - SETTING_SENTENCES - 1), -1):
            named = self.named.get(index, set())
            if named:
                return next(iter(named)) if len(named) == 1 else None
        return self.home

    def _gazetteer(self, text: str) -> PlaceResult | None:
        """A place by its whole name, else by what stands before its common noun or after its "of" ("Moscow metro", "centre of Minsk")."""
        found = self.resolver.place(text, near=self.near)
        if found is not None:
            return found
        head, of, tail = text.rpartition(" of ")
        names = [re.split(r"['’]s? ", text)[-1], tail if of else head, " ".join(word for word in text.split() if word[:1].isupper())]
        return next((place for name in names if name and (place := self.resolver.place(name, near=self.near)) is not None), None)

    def attribution(self, raw: RawAttribution | None) -> Attribution | None:
        if raw is None:
            return None
        via = self._speaker("media", raw.via) if raw.via else None
        if raw.phrase is None:
            return Attribution(raw.kind, via=via)
        speaker = self._speaker(raw.kind, raw.phrase)
        return replace(speaker, via=via)

    def _speaker(self, kind: str, phrase: Phrase) -> Attribution:
        (who, *_) = self.local(self.of(phrase)[:1], [phrase], None)
        return Attribution(kind, who.text, who.span, who.entity, who.country, None, who.score, who.method, who.candidates)


def to_participant(phrase: Phrase, found: Resolution) -> Participant:
    """A phrase with what it resolves to; without country and sector where the resolution abstained."""
    chosen, mention = found.chosen, phrase.mention
    if chosen is None:
        return Participant(mention.text, mention.span, method=found.method, candidates=found.candidates)
    sector = chosen.sectors[0] if chosen.sectors else None
    entity = chosen.entity or None
    return Participant(
        mention.text, mention.span, entity, chosen.country, sector, chosen.sectors, chosen.score, found.method, found.candidates
    )


def to_place(mention: Mention, found: PlaceResult) -> Place:
    """The words of a place with what the gazetteer knows of it and the readings it considered."""
    candidates = tuple(place_candidate(one) for one in (found, *found.candidates))
    return Place(
        mention.text, mention.span, found.name, found.country, found.geonames_id, found.lat, found.lon, found.score, found.method, candidates
    )


def place_candidate(found: PlaceResult) -> PlaceCandidate:
    """A reading of the gazetteer without its own candidates."""
    return PlaceCandidate(found.name, found.country, found.geonames_id, found.lat, found.lon, found.kind, found.score)


def resolve_extraction(document: Document, extraction: Extraction, resolver: Resolver) -> list[ResolvedMention]:
    """Resolve the phrases of every act of a document.

    Args:
        document: the document, whose publication date decides who held an office.
        extraction: its acts and noun phrases.
        resolver: the loaded knowledge base.

    Returns:
        One resolved mention an act, in order.
    """
    scene = _Scene(document, extraction, resolver)
    return [_resolved(scene, raw) for raw in extraction.mentions]


def _resolved(scene: _Scene, raw: RawMention) -> ResolvedMention:
    actors = scene.participants(raw.actors)
    if len(actors) > 2 and any(a.country for a in actors):
        actors = tuple(a for a in actors if a.country)
    taken = {(p.country, p.sector) for p in actors if p.country}
    recipients = scene.participants(raw.recipients)
    if not raw.actors or len(recipients) > 1:
        kept = recipients
    else:
        kept = tuple(r for r in recipients if (r.country, r.sector) not in taken or r.span not in {a.span for a in actors})
    place = scene.place(raw.places, raw.recipients)
    if raw.type not in TRAVELLING:
        actors, kept = scene.local(actors, raw.actors, place), scene.local(kept, raw.recipients, place)
    return ResolvedMention(raw, actors, kept, place, scene.attribution(raw.attribution))
