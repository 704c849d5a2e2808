"""The acts of a document with their parties, places and speakers resolved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.resolve import (
    appositions,
    belonging,
    blocs,
    deeds,
    enemies,
    firstperson,
    hearsay,
    localities,
    namesakes,
    outsiders,
    owners,
    refuge,
    sets,
    sides,
    statements,
    treaties,
    untold,
)
from dateline.resolve.compose import ABROAD
from dateline.resolve.gazetteer import PlaceResult
from dateline.resolve.natures import Facts
from dateline.resolve.ownwords import COMPLEMENT_SCORE, COMPLEMENTS, OwnWords
from dateline.resolve.participants import countries_of, to_participant, to_place
from dateline.resolve.references import Decide as Refer
from dateline.resolve.references import by_rules, resolve_references
from dateline.resolve.resolver import Resolver
from dateline.resolve.sided import HOME_SCORE, NAMED_STATES, Choose, Sided, Sides, is_partnerless
from dateline.resolve.sightings import Sighting
from dateline.resolve.somebody import names_person
from dateline.resolve.speakers import with_speakers
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
    RawAttribution,
    RawMention,
    ResolvedMention,
    Span,
)

#: Score of the countries for which "the two countries", "both armies" stand.
SET_SCORE = 0.7
#: A country in sight is given to a phrase without one where its probability reaches this: the best F1 of countries (0.741 against 0.733 at 0.5)
#: and of triples on held-out passages, at a precision of 0.77. See bench/RESULTS.md.
THRESHOLD = 0.3
#: The same for pronouns, which must not be guessed.
PRONOUN_THRESHOLD = 0.7
#: Score of country and sector from an antecedent that is likely but not sure: nine in ten such countries are right on held-out passages.
LIKELY_SCORE = 0.6
#: Offices whose holder is of another country than those whom he meets, where the text leaves it open.
ACROSS = frozenset("minister president premier chancellor secretary secretary-general counterpart king emir sultan".split())
#: Countries named this often in a document are "in play" for bare nouns and ambiguous places.
MAX_NEAR = 3
#: Settles a party without a country, given what is known of it.
Decide = Callable[[belonging.Case, Participant], Participant]


class DocumentScene:
    """What is known of a document while its acts are resolved."""

    def __init__(self, document: Document, extraction: Extraction, resolver: Resolver, refer: Refer | None = None) -> None:
        self.document, self.resolver = document, resolver
        self.sentences = extraction.sentences
        self._words = OwnWords(document, extraction, resolver)
        self.lookup, self.belonging = self._words.lookup, self._words.belonging
        self.near = self._countries(extraction)
        self.home = self._home(extraction.datelines)
        facts = Facts()
        self.references = resolve_references(extraction.phrases, document.text, self.lookup, refer, facts)
        #: What the rules alone would link: too unsure for an antecedent, but telling where only a country is wanted.
        self.likely = resolve_references(extraction.phrases, document.text, self.lookup, by_rules, facts)
        #: Phrases that name their country, by sentence, with what they refer to.
        self.named: dict[int, list[tuple[Phrase, Candidate]]] = {}
        for phrase in extraction.phrases:
            chosen = self.lookup(phrase).chosen
            self.belonging.add(phrase, chosen.country if chosen else None, chosen.sectors[0] if chosen and chosen.sectors else None)
            if chosen and chosen.country:
                self.named.setdefault(phrase.sentence, []).append((phrase, chosen))
        self.persons = self._persons()
        self.sides = Sides(self.belonging, self.named, self.home)
        self.phrases = extraction.phrases
        self.plurals = [p for p in extraction.phrases if p.plural]
        self._hearsay = hearsay.Hearsay(self.plurals, self.lookup, self._antecedents)
        self._deeds = deeds.Deeds(document.text)
        self.holders = appositions.holders(extraction.phrases, document.text, self.lookup)
        self.owners = owners.owners_of_whose(extraction.phrases, document.text)
        #: The states that issue the document together.
        self.joint = self._words.issuers.joint
        self.sets: dict[Span, tuple[str, ...]] = {}
        #: The states that strike each other in the document, as far as its acts tell by themselves.
        self.wars: dict[str, frozenset[str]] = {}
        #: By the last word of their names, the states that have granted somebody asylum.
        self.refugees: dict[str, frozenset[str]] = {}
        #: The country that the first act of an author's "I" or "we" was given: that of all the others.
        self._author: str | None = None

    def _persons(self) -> list[Sighting]:
        """The known persons of the document whom no sighting shows: family names alone."""
        seen = {s.start for s in self.belonging.sightings} | {s.end for s in self.belonging.sightings}
        named = ((p, c) for group in self.named.values() for p, c in group if namesakes.is_person(self.lookup(p)))
        spans = [(c.country or "", p.sentence, p.mention.span) for p, c in named]
        return [Sighting(code, at, span.start, span.end, "person") for code, at, span in spans if not {span.start, span.end} & seen]

    def _antecedents(self, span: Span) -> tuple[Phrase, ...]:
        """Sure antecedents, else likely ones."""
        return self.references.get(span) or self.likely.get(span, ())

    def _countries(self, extraction: Extraction) -> tuple[str, ...]:
        """The countries in play: those that most names belong to."""
        counts: Counter[str] = Counter()
        for phrase in extraction.phrases:
            if phrase.form is PhraseForm.NAME:
                found = self.lookup(phrase).chosen
                if found is not None and found.country:
                    counts[found.country] += 1
        return tuple(country for country, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MAX_NEAR])

    def _home(self, datelines: Sequence[Mention]) -> str | None:
        """The one country of the document's datelines: where bare nouns belong when no sentence near them names a country."""
        places = [self.resolver.place(one.text.title(), near=self.near) for one in datelines]
        countries = {place.country for place in places if place is not None}
        return next(iter(countries)) if len(countries) == 1 else None

    def participants(self, phrases: Sequence[Phrase]) -> tuple[Participant, ...]:
        """Phrases as participants by their own words and references, without repeats."""
        found: dict[tuple[Span, str | None, str | None], Participant] = {}
        for phrase in [p for p in phrases if self.holders.get(p.mention.span) not in phrases and not self._is_short(p, phrases)]:
            for participant in self.of(phrase):
                found.setdefault((participant.span, participant.country, participant.entity), participant)
        joint = [phrase.mention.span for phrase in phrases if self.several(phrase)]
        return tuple(one for one in found.values() if one.span in joint or not any(one.span.overlaps(span) for span in joint))

    def _is_short(self, phrase: Phrase, phrases: Sequence[Phrase]) -> bool:
        """Whether a phrase is the short name in brackets of one beside it ("Department of Foreign Affairs (**DFA**)")."""
        span, text = phrase.mention.span, self.document.text
        bracketed = text[span.start - 2 : span.start] == " (" and text[span.end : span.end + 1] == ")"
        return bracketed and any(one.mention.span.end == span.start - 2 for one in phrases)

    def _meeting(self, raw: RawMention) -> tuple[Participant, ...]:
        """The two states of those who meet or deal with each other, where one plural names all of them ("the generals met", "the ministers agreed")."""
        if raw.recipients or len(raw.actors) != 1:
            return ()
        phrase = raw.actors[0]
        if raw.type != "CONSULT" and not (raw.type in sets.TOGETHER and phrase.head in sets.DEALING):
            return ()
        if self.several(phrase) or not sets.are_two(phrase, self.document.text) or any(one.country for one in self.of(phrase)):
            return ()
        codes = sets.members(phrase, self.belonging, 2)
        return self._states(phrase, codes) if len(codes) == 2 else ()

    def _once(self, phrases: Sequence[Phrase], apart: bool = False) -> tuple[Participant, ...]:
        """The parties of a side, none of them twice: a pronoun beside a noun that it stands for says nothing new.

        Where it stands for nobody known it may be the noun's all the same, unless the parties are ``apart``: those of a meeting.
        """
        found = self.participants(phrases)
        nouns = [p.mention.span for p in phrases if p.form is not PhraseForm.PRONOUN]
        spoken = {p.mention.span for p in phrases if p.form is PhraseForm.PRONOUN}
        if not nouns or not spoken:
            return found
        return tuple(one for one in found if one.span not in spoken or not self._is_double(one, nouns, apart))

    def _is_double(self, one: Participant, nouns: Sequence[Span], apart: bool) -> bool:
        if one.country is None and not apart:
            return True
        linked = self._antecedents(one.span)
        return len(linked) == 1 and any(linked[0].mention.span.overlaps(span) for span in nouns)

    def of(self, phrase: Phrase) -> tuple[Participant, ...]:
        """A phrase as participants: one, or one a party where it refers to several."""
        several = self.several(phrase)
        if several:
            return self._states(phrase, several)
        if holder := self.holders.get(phrase.mention.span):
            return (to_participant(phrase, self.lookup(holder)),)
        antecedents = self.references.get(phrase.mention.span, ())
        if antecedents:
            parties = tuple(to_participant(phrase, self.lookup(antecedent)) for antecedent in antecedents)
            if len(parties) > 1 and phrase.head in sets.STATE_HEADS:
                return tuple(replace(party, sector="GOV", sectors=("GOV",)) for party in parties)
            if phrase.mention.span in self.likely or any(party.entity or party.country for party in parties):
                return parties
        likely = [to_participant(phrase, self.lookup(antecedent)) for antecedent in self.likely.get(phrase.mention.span, ())]
        if likely and all(party.country for party in likely):
            return tuple(replace(party, entity=None, score=LIKELY_SCORE, method="likely reference") for party in likely)
        own = to_participant(phrase, self.lookup(phrase))
        return (own if own.country and own.method not in owners.UNSURE else self._owned(phrase, own),)

    def _owned(self, phrase: Phrase, own: Participant) -> Participant:
        """A party with the country of its owner in "Moscow, **whose troops**", or the body in "Amnesty ... **its researcher**", "the **bloc's** envoys"."""
        bodies = belonging.BODIES.intersection(self._owner(phrase)) if own.country is None and owners.is_staff(phrase) else ()
        if len(bodies) == 1:
            return replace(own, country=next(iter(bodies)), score=COMPLEMENT_SCORE, method="owner")
        if own.country is None and (body := owners.body_of_organ(phrase, self.belonging.sightings)):
            return replace(own, country=body, score=COMPLEMENT_SCORE, method="owner")
        owner = self.owners.get(phrase.mention.span)
        if owner is None or phrase.head in owners.OPPOSED or len(parties := self.of(owner)) != 1:
            return own
        if parties[0].country is None or parties[0].method in owners.UNSURE:
            return own
        return replace(own, country=parties[0].country, score=COMPLEMENT_SCORE, method="owner")

    def several(self, phrase: Phrase) -> tuple[str, ...]:
        """The countries for which a phrase stands where they are two or more."""
        span = phrase.mention.span
        if span not in self.sets:
            self.sets[span] = ()
            self.sets[span] = self._several(phrase)
        return self.sets[span]

    def _several(self, phrase: Phrase) -> tuple[str, ...]:
        if self.joint and statements.is_all_of_them(phrase, self.document.text):
            return self.joint
        found = blocs.states(phrase, self.document.text) or sets.joined(phrase, self.belonging) or sets.states_whose(phrase, self.phrases, self.belonging)
        if len(found) > 1:
            return found
        both = sets.reciprocal(phrase, self.phrases, self.document.text)
        if both is not None:
            return self.several(both)
        antecedents = self._antecedents(phrase.mention.span)
        number = None if self._names_one(phrase) else sets.number_of(phrase, self.document.text)
        if number is not None and (len(antecedents) != number or sets.is_apposed(antecedents, self.document.text)):
            return sets.members(phrase, self.belonging, number, self.persons) or self._same_set(phrase, number)
        if len(antecedents) == 1 and antecedents[0].plural:
            return self.several(antecedents[0])
        repeated = sets.set_repeated(phrase, self.plurals, self.document.text) if number is None else None
        if repeated is not None:
            return self.several(repeated)
        if number is None and not antecedents and (holders := sets.holders_before(phrase, self.belonging)) and not self._names_one(phrase):
            return holders
        if not antecedents and sets.is_they(phrase):
            before = sets.subject_before(phrase, self.plurals)
            return self.several(before) if before else ()
        owner = sets.their(phrase, self.document.text)
        return self.several(owner) if owner else ()

    def _names_one(self, phrase: Phrase) -> bool:
        """Whether a phrase's own words say that all of it are of one country ("the two **Ugandan** diplomats"); of "Korea" there are two."""
        own = self.lookup(phrase)
        return own.chosen is not None and own.chosen.country not in {None, "KOR", "PRK"} and own.method == "composition"

    def _same_set(self, phrase: Phrase, number: int) -> tuple[str, ...]:
        """The countries of the nearest set of the same number, where the text since names too many."""
        before = sets.set_of_number(phrase, number, self.plurals, self.document.text)
        codes = tuple(dict.fromkeys(party.country for party in self.of(before) if party.country)) if before else ()
        return codes if len(codes) == number else ()

    def _states(self, phrase: Phrase, codes: Sequence[str]) -> tuple[Participant, ...]:
        """One party a country, of the phrase's own sector ("both armies"), else as governments."""
        own = self.lookup(phrase).chosen
        sectors = own.sectors if own and own.sectors and own.sectors[0] != "UNK" and phrase.head not in sets.STATE_HEADS else ("GOV",)
        mention = phrase.mention
        return tuple(Participant(mention.text, mention.span, None, code, sectors[0], sectors, SET_SCORE) for code in codes)

    def place(self, candidates: Sequence[Phrase], parties: Sequence[Phrase] = ()) -> Place | None:
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
        read = self.lookup(phrase)
        if read.method == "organisation" and read.chosen and read.chosen.country in belonging.BODIES:
            return None
        return self._gazetteer(phrase.mention.text)

    def _is_somebody(self, phrase: Phrase) -> bool:
        """Whether a name is a person's: one that is known or named in full elsewhere, or a given name ("spoke to Ali")."""
        fuller = [one.mention.text for one in self._antecedents(phrase.mention.span) if one.form is PhraseForm.NAME]
        read = self.lookup(phrase)
        return names_person(phrase.mention, self.document.text, fuller, known=namesakes.is_person(read), unknown=read.chosen is None)

    def settle(self, act: Act, decide: Decide | None = None, choose: Choose | None = None) -> ResolvedMention:
        """Gives the parties of an act that have no country of their own one in sight, and each side its country.

        Args:
            act: the act with what its parties are by their own words.
            decide: what settles a party; the package's model where ``None``.
            choose: what settles a side; the package's model where ``None``.
        """
        decide = decide or self.likeliest
        raw, place = act.raw, act.place.country if act.place else None
        speaker = raw.attribution.phrase if raw.attribution else None
        said = self.of(speaker)[:1] if speaker else ()
        voice = next((p.country for p in said), None)
        groups = (
            ("actors", raw.actors, act.actors, act.recipients, voice),
            ("recipients", raw.recipients, act.recipients, act.actors, voice),
            ("speaker", (speaker,) if speaker else (), said, (*act.actors, *act.recipients), None),
        )
        settled: list[tuple[Participant, ...]] = []
        for role, phrases, own, other, said_by in groups:
            if role == "actors":
                own = _spoken(own, said)
            author = role == "actors" and raw.attribution is None and self._is_author(raw, own)
            if author and self._author:
                own = (replace(own[0], country=self._author, score=LIKELY_SCORE, method="setting"),)
            known = belonging.Known(raw.type, role, place, countries_of(own), countries_of(other), said_by, self._leans(raw, role))
            across = settled[0] if role == "recipients" else other
            settled.append(self._side(raw, known, own, phrases, across, decide, choose or likeliest_option))
            if author and settled[0]:
                self._author = settled[0][0].country
        if refuge.is_granted(raw):
            for phrase in raw.recipients:
                name = refuge.name_of(phrase.mention.text)
                self.refugees[name] = self.refugees.get(name, frozenset()) | countries_of(settled[0])
        settled[1] = self._struck(act, settled[0], settled[1])
        taken_up = self.sides.taken_up(raw)
        if countries_of(settled[0]) < countries_of(taken_up) and not (settled[0] and "visit" in raw.modes):
            settled[0] = taken_up
        if is_partnerless(raw, settled[0], settled[1]):
            settled[0] = self.sides.with_partner(raw, place, settled[0], choose or likeliest_option)
        resolved = ResolvedMention(raw, settled[0], settled[1], act.place, self.attribution(raw.attribution, settled[2]))
        self.sides.note(resolved)
        self._deeds.note(resolved)
        return resolved

    def _struck(self, act: Act, actors: Sequence[Participant], recipients: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """The recipients with the enemy's country for what a state's forces strike, unless the text names the place's country by that place alone:
        see :mod:`dateline.resolve.enemies`."""
        place = act.place.country if act.place else None
        if act.place and not any(s.country == place and not act.place.span.overlaps(Span(s.start, s.end)) for s in self.belonging.sightings):
            return recipients
        codes = [enemies.struck(act.raw.type, act.actors, actors, one, place, self.wars) for one in recipients]
        return tuple(replace(one, country=code) if code else one for one, code in zip(recipients, codes, strict=True))

    def _side(
        self, raw: RawMention, known: belonging.Known, own: tuple[Participant, ...], phrases: Sequence[Phrase],
        other: Sequence[Participant], decide: Decide, choose: Choose,
    ) -> tuple[Participant, ...]:  # fmt: skip
        """A side with the countries that are in sight for its parties without one; ``other`` is the side across."""
        by_span = {p.mention.span: p for p in phrases}
        if known.role == "actors" and (untold.is_untold(raw, self.document.text) or self._hearsay.is_anybody(raw)):
            return own
        own = tuple(self.at_home(one, by_span.get(one.span), known.place) for one in own)
        if known.role == "recipients" and raw.type == "ACCUSE":
            own = tuple(self._deeds.condemned(one, by_span.get(one.span), other) for one in own)
        if known.role != "speaker" and raw.leans and self._is_open(own, by_span):
            return self.sides.settle(self._open(raw, known, own, by_span, other), choose)
        return tuple(self._settled(one, by_span.get(one.span), known, decide) for one in own)

    def at_home(self, one: Participant, phrase: Phrase | None, place: str | None) -> Participant:
        """A party of local people or authorities with the country where the story happens; ``place`` is that of the act's place."""
        if one.country is not None or phrase is None or not localities.is_local(phrase):
            return one
        country = localities.home(phrase, place if place in self.belonging.totals else None, self.belonging.sightings)
        return replace(one, country=country, score=COMPLEMENT_SCORE, method="place") if country else one

    def _is_author(self, raw: RawMention, own: Sequence[Participant]) -> bool:
        """Whether the actor is the author's own "I" or "we", of whom the text does not say who that is."""
        if len(own) != 1 or own[0].country or own[0].text.lower() not in firstperson.SUBJECTS:
            return False
        return not firstperson.is_quoted(self.document, raw.sentence, own[0].span)

    def _is_open(self, own: Sequence[Participant], by_span: Mapping[Span, Phrase]) -> bool:
        """Whether a side is nobody, or one phrase of which only the country is missing."""
        if len(own) > 1 or (own and (own[0].country is not None or own[0].method == blocs.SETTING)):
            return False
        return all(one.span in by_span and not self._is_set(by_span[one.span]) for one in own)

    def _is_set(self, phrase: Phrase) -> bool:
        """Whether a phrase stands for states of which it is not clear which they are, so that one country is no answer."""
        return phrase.head in sets.MANY and sets.number_of(phrase, self.document.text) is not None

    def _open(
        self, raw: RawMention, known: belonging.Known, own: Sequence[Participant], by_span: Mapping[Span, Phrase], other: Sequence[Participant]
    ) -> Sided:
        """A side for which one party without a country was found, or none."""
        if not own:
            return Sided(raw, known, None, None, tuple(other), self._stood_for(raw, other))
        phrase = by_span[own[0].span]
        apart = refuge.is_granted(raw) or outsiders.is_whoever(phrase, self.document.text)
        barred = self._hosts(phrase) | (countries_of(other) if known.role == "recipients" and apart else frozenset())
        if known.role == "recipients" and phrase.form is PhraseForm.NOMINAL:
            barred |= self.sides.envoys_of(raw)
        case = self.case(phrase, own[0].sector, known)
        seats = case.seats | self._hearsay.not_they(raw, phrase, known)
        return Sided(raw, known, own[0], replace(case, seats=seats), tuple(other), barred=barred)

    def _hosts(self, phrase: Phrase) -> frozenset[str]:
        """The states that have granted asylum to the person whom a phrase names or stands for."""
        names = [one.mention.text for one in (phrase, *self._antecedents(phrase.mention.span))] if self.refugees else []
        return frozenset().union(*(self.refugees.get(refuge.name_of(name), frozenset()) for name in names))

    def _stood_for(self, raw: RawMention, other: Sequence[Participant]) -> tuple[Span, ...]:
        """Where the antecedents of a side's parties stand, and the speaker of the act."""
        antecedents = [one.mention.span for party in other for one in self._antecedents(party.span)]
        speaker = raw.attribution.phrase if raw.attribution else None
        return (*antecedents, *((speaker.mention.span,) if speaker else ()))

    def _leans(self, raw: RawMention, role: str) -> dict[str, float]:
        """How likely the coder thinks it that each country named in the act's sentence is that of the actors or recipients."""
        if role == "speaker" or not raw.leans:
            return {}
        words = [(one.span.start, one.span.end, one.actor if role == "actors" else one.recipient) for one in raw.leans]
        chances: dict[str, float] = {}
        for seen in self.belonging.by_sentence.get(raw.sentence.index, ()):
            low, high = seen.start, seen.end
            share = max([chance for start, end, chance in words if start < high and low < end], default=0.0)
            chances[seen.country] = max(share, chances.get(seen.country, 0.0))
        return chances

    def _settled(self, one: Participant, phrase: Phrase | None, known: belonging.Known, decide: Decide) -> Participant:
        if one.country is not None or phrase is None or one.method == blocs.SETTING or self._is_set(phrase):
            return one
        return decide(self.case(phrase, one.sector, known), one)

    def case(self, phrase: Phrase, sector: str | None, known: belonging.Known) -> belonging.Case:
        """A phrase in its act, with what its antecedents say."""
        return belonging.Case(phrase, self._head(phrase), sector, known, self._linked(phrase.mention.span), self._owner(phrase), self._seats(phrase))

    def _seats(self, phrase: Phrase) -> frozenset[str]:
        """The countries where diplomats and exiles are, which are not their own."""
        if phrase.head not in ABROAD or phrase.extended is None:
            return frozenset()
        return frozenset(self._words.complements(phrase.sentence, phrase.extended, COMPLEMENTS | {"town"}))

    def likeliest(self, case: belonging.Case, one: Participant) -> Participant:
        """The party with the likeliest country in sight, where one is likely enough; speakers are left to :mod:`dateline.resolve.speakers`."""
        if case.known.role == "speaker":
            return one
        if case.known.act in {"CONSULT", "AGREE", "COOPERATE"} and case.known.role == "actors" and case.head in ACROSS:
            across = self._likeliest(case, one, case.known.same)
            if across.country:
                return across
        return self._likeliest(case, one)

    def _likeliest(self, case: belonging.Case, one: Participant, without: frozenset[str] = frozenset()) -> Participant:
        table = {code: names for code, names in _open_to(case, belonging.features(self.belonging, case)).items() if code not in without}
        chances = belonging.probabilities(table, belonging.weights(), belonging.leaning(table, case.known.leans))
        code = max(chances, key=lambda key: (chances[key], key))
        bar = PRONOUN_THRESHOLD if case.phrase.form is PhraseForm.PRONOUN else THRESHOLD
        bare = case.phrase.form is not PhraseForm.PRONOUN and not outsiders.is_outsider(case.phrase)
        if chances.keys() <= {belonging.NONE, *belonging.TELLING} and code == belonging.NONE and self.home and bare:
            return replace(one, country=self.home, score=HOME_SCORE, method="dateline")
        if code == belonging.NONE or chances[code] < bar:
            return one
        return replace(one, country=code, score=round(chances[code], 3), method="setting")

    def _head(self, phrase: Phrase) -> str:
        antecedents = self._antecedents(phrase.mention.span)
        return antecedents[0].head if len(antecedents) == 1 else phrase.head

    def _linked(self, span: Span) -> frozenset[str]:
        """Countries of a phrase's antecedents."""
        chosen = [self.lookup(antecedent).chosen for antecedent in self._antecedents(span)]
        return frozenset(one.country for one in chosen if one is not None and one.country)

    def _owner(self, phrase: Phrase) -> frozenset[str]:
        """Countries of the possessive pronoun's antecedent in "its foreign minister"."""
        if phrase.extended is None or phrase.extended.start == phrase.mention.span.start:
            return frozenset()
        word = self.document.text[phrase.extended.start : phrase.mention.span.start].partition(" ")[0]
        return self._linked(Span(phrase.extended.start, phrase.extended.start + len(word))) if word else frozenset()

    def _gazetteer(self, text: str) -> PlaceResult | None:
        """A place by its whole name, else by what stands before its common noun or after its "of" ("Moscow metro", "centre of Minsk")."""
        found = self.resolver.place(text, near=self.near)
        if found is not None:
            return found
        head, of, tail = text.rpartition(" of ")
        names = [re.split(r"['’]s? ", text)[-1], tail if of else head, " ".join(word for word in text.split() if word[:1].isupper())]
        return next((place for name in names if name and (place := self.resolver.place(name, near=self.near)) is not None), None)

    def attribution(self, raw: RawAttribution | None, said: Sequence[Participant]) -> Attribution | None:
        """An attribution with its speaker as settled."""
        if raw is None:
            return None
        via = self._speaker("media", self.of(raw.via)[0]) if raw.via else None
        if raw.phrase is None:
            return Attribution(raw.kind, via=via)
        speaker = self._speaker(raw.kind, said[0])
        return replace(speaker, via=via)

    @staticmethod
    def _speaker(kind: str, who: Participant) -> Attribution:
        return Attribution(kind, who.text, who.span, who.entity, who.country, None, who.score, who.method, who.candidates)

    def _others(
        self, phrases: Sequence[Phrase], actors: Sequence[Participant], recipients: tuple[Participant, ...]
    ) -> tuple[Participant, ...]:
        """The recipients without the state that acts: of a set of two that it is no part of the other two, of names its own left out."""
        codes = countries_of(actors)
        if len(codes) != 1:
            return recipients
        states = {p.country for p in actors if p.method in NAMED_STATES}
        kept = [r for r in recipients if not (r.country in states and r.method in NAMED_STATES)]
        for phrase in phrases:
            named = {r.country for r in recipients if r.span == phrase.mention.span}
            if len(named) != 2 or not codes & named or sets.number_of(phrase, self.document.text) != 2:
                continue
            found = sets.members(phrase, self.belonging, 2, self.persons, without=codes)
            if len(found) == 2:
                kept = [r for r in kept if r.span != phrase.mention.span] + list(self._states(phrase, found))
        return tuple(kept)

    def act(self, raw: RawMention) -> Act:
        """An act with what its parties are by their own words and references."""
        actors = self._meeting(raw) or self._once(raw.actors, raw.type == "CONSULT")
        taken = {(p.country, p.sector) for p in actors if p.country}
        recipients = self._once(raw.recipients)
        if raw.actors and len(recipients) <= 1:
            spans = {a.span for a in actors}
            recipients = tuple(r for r in recipients if (r.country, r.sector) not in taken or r.span not in spans)
        recipients = self._others(raw.recipients, actors, recipients)
        return Act(raw, actors, recipients, self.place(raw.places, raw.recipients))


@dataclass(frozen=True, slots=True)
class Act:
    """An act before its parties without a country are settled."""

    raw: RawMention
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Place | None


def likeliest_option(side: sides.Side, table: Mapping[str, list[str]]) -> str:
    """The likeliest option of a side by the package's weights; a party that no phrase was found for must be likely."""
    return sides.likeliest(_open_to(side.case, table), sides.weights(), sides.ABSENT_LEAST if side.form in sides.PHRASELESS else 0.0)


def _open_to(case: belonging.Case, table: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    """The options that a phrase is open to: no state where it stands for none, no body where it stands for a state, nor the state where diplomats
    and exiles are; nobody where it is a treaty."""
    if treaties.is_treaty(case.phrase):
        return {belonging.NONE: table[belonging.NONE]}
    if outsiders.is_state(case.phrase):
        table = {code: names for code, names in table.items() if code not in belonging.BODIES}
    if not outsiders.is_outsider(case.phrase):
        return {code: names for code, names in table.items() if code not in case.seats} if case.seats else table
    return {code: names for code, names in table.items() if code == belonging.NONE or code in belonging.BODIES}


def _spoken(own: tuple[Participant, ...], said: Sequence[Participant]) -> tuple[Participant, ...]:
    """An act's actors with the speaker's country for a lone "we" or "I" of which nothing else is known."""
    if len(own) != 1 or own[0].country or own[0].text.lower() not in firstperson.SUBJECTS or not (said and said[0].country):
        return own
    return (replace(own[0], country=said[0].country, sector=said[0].sector, sectors=said[0].sectors, score=LIKELY_SCORE, method="speaker"),)


def resolve_extraction(document: Document, extraction: Extraction, resolver: Resolver) -> list[ResolvedMention]:
    """Resolve the phrases of every act of a document.

    Args:
        document: the document; the time of which a sentence tells, or else its publication, decides who held an office.
        extraction: its acts and noun phrases.
        resolver: the loaded knowledge base.

    Returns:
        One resolved mention an act, in order.
    """
    if not extraction.mentions:
        return []
    scene = DocumentScene(document, extraction, resolver)
    acts = [scene.act(raw) for raw in extraction.mentions]
    scene.wars = enemies.wars((act.raw.type, act.actors, act.recipients, act.place.country if act.place else None) for act in acts)
    return with_speakers(scene, [scene.settle(act) for act in acts])
