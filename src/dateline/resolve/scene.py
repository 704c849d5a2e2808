"""What is known of a document while its acts are resolved: for whom its phrases stand by their own words, references and neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.resolve import (
    appositions,
    belonging,
    blocs,
    bodymeant,
    countedalone,
    courtesies,
    epithets,
    floorkept,
    infighting,
    inpassing,
    itself,
    jointly,
    labelled,
    mutual,
    namesakes,
    owners,
    ownersahead,
    sets,
    standingalone,
    statements,
    toldagain,
)
from dateline.resolve.anaphora import latter
from dateline.resolve.anaphora.natures import Facts
from dateline.resolve.anaphora.references import Decide, by_rules, resolve_references
from dateline.resolve.gazetteer import PlaceResult
from dateline.resolve.hosts import with_guest_first
from dateline.resolve.ownwords import COMPLEMENT_SCORE, OwnWords, home_of
from dateline.resolve.participants import countries_of, to_participant
from dateline.resolve.places import Places
from dateline.resolve.resolver import Resolver
from dateline.resolve.sections import Sections
from dateline.resolve.sided import NAMED_STATES, acts_for_state
from dateline.resolve.sightings import Sighting
from dateline.types import Candidate, Document, Extraction, Participant, Phrase, PhraseForm, Place, RawMention, Span

#: Score of the countries for which "the two countries", "both armies" stand.
SET_SCORE: Final = 0.7
#: Score of country and sector from an antecedent that is likely but not sure: nine in ten such countries are right on held-out passages.
LIKELY_SCORE: Final = 0.6
#: So many of the countries that a document names oftenest are "in play" for bare nouns and ambiguous places.
MAX_NEAR: Final = 3


@dataclass(frozen=True, slots=True)
class Act:
    """An act before its parties without a country are settled."""

    raw: RawMention
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Place | None

    @property
    def country(self) -> str | None:
        """The country of its place."""
        return self.place.country if self.place else None


class DocumentScene:
    """A document with what its phrases stand for.

    Args:
        document: the document.
        extraction: its sentences, phrases and datelines.
        resolver: the loaded knowledge base.
        refer: what decides an antecedent; the package's model where ``None``.
    """

    def __init__(self, document: Document, extraction: Extraction, resolver: Resolver, refer: Decide | None = None) -> None:
        self.document, self.resolver = document, resolver
        self.sentences = extraction.sentences
        self._words = OwnWords(document, extraction, resolver)
        self.lookup, self.belonging = self._words.lookup, self._words.belonging
        self.near = self._countries(extraction)
        self.town = extraction.datelines[0].text if extraction.datelines and not self._words.told else ""
        facts = Facts()
        #: The places of its headings and lead-ins.
        self.sections = Sections(document, self.belonging.sightings, self._place_named, extraction.datelines)
        #: The labelled items of a roundup.
        names = ((p.mention.span, chosen.country) for p in extraction.phrases if p.form is PhraseForm.NAME and (chosen := self.lookup(p).chosen) and chosen.country)
        self.items = labelled.Items(document, self.belonging.sightings, names, self.sections)
        self.references = self.items.within(resolve_references(extraction.phrases, document.text, self.lookup, refer, facts))
        #: What the rules alone would link: too unsure for an antecedent, but telling where only a country is wanted.
        self.likely = self.items.within(resolve_references(extraction.phrases, document.text, self.lookup, by_rules, facts))
        #: Phrases that name their country, by sentence, with what they refer to.
        self.named: dict[int, list[tuple[Phrase, Candidate]]] = {}
        for phrase in extraction.phrases:
            chosen = self.lookup(phrase).chosen
            self.belonging.add(phrase, chosen.country if chosen else None, chosen.sectors[0] if chosen and chosen.sectors else None)
            if chosen and chosen.country:
                self.named.setdefault(phrase.sentence, []).append((phrase, chosen))
        passing = inpassing.named_in_passing(self.belonging)
        #: Where bare nouns belong when no sentence near them names a country, or names one in passing.
        self.home = self._words.told or home_of(extraction.datelines, lambda name: self._dated_from(name, passing))
        #: The states that a document of a country of its own names in passing alone, which its bare nouns are not of.
        self.in_passing = passing - {self.home} if self.home else frozenset()
        #: The states that the document names, that of its dateline among them.
        self.named_states = self.belonging.totals.keys() | ({self.home} if self.home else set())
        self.persons = self._persons()
        self.complements = self._words.complements
        towns = {s.end: s.country for s in self.belonging.sightings if s.kind == "town"}
        self.places = Places(
            document.text, resolver, self.near, self.lookup, self.antecedents, self.belonging.totals.keys(), extraction.datelines, towns
        )
        self.phrases = extraction.phrases
        self.by_sentence: dict[int, list[Phrase]] = {}
        for phrase in extraction.phrases:
            self.by_sentence.setdefault(phrase.sentence, []).append(phrase)
        self.plurals = [p for p in extraction.phrases if p.plural]
        #: The subjects of each sentence.
        self.subjects: dict[int, list[Phrase]] = {}
        for phrase in extraction.phrases:
            if phrase.subject:
                self.subjects.setdefault(phrase.sentence, []).append(phrase)
        self.holders = appositions.holders(extraction.phrases, document.text, self.lookup)
        self.owners = owners.owners_of_whose(extraction.phrases, document.text)
        self.owners |= ownersahead.owners_ahead(extraction.phrases, self.subjects, extraction.sentences, self.lookup, document.text)
        #: The states that issue the document together.
        self.joint = self._words.issuers.joint
        self.sets: dict[Span, tuple[str, ...]] = {}

    def _place_named(self, name: str, near: Sequence[str]) -> PlaceResult | None:
        """The place of a name that is nobody's."""
        read = self.resolver.actor(name)
        return None if namesakes.is_person(read) or read.method == "ambiguous" else self.resolver.place(name, near=near)

    def _dated_from(self, name: str, passing: frozenset[str]) -> PlaceResult | None:
        """The town of a dateline, by the countries in play; by its name alone where that would be a state's that the document names in passing."""
        found = self.resolver.place(name, near=self.near)
        return self.resolver.place(name) if found is not None and found.country in passing else found

    def _persons(self) -> list[Sighting]:
        """The known persons of the document whom no sighting shows: family names alone."""
        seen = {s.start for s in self.belonging.sightings} | {s.end for s in self.belonging.sightings}
        named = ((p, c) for group in self.named.values() for p, c in group if namesakes.is_person(self.lookup(p)))
        spans = [(c.country or "", p.sentence, p.mention.span) for p, c in named]
        return [Sighting(code, at, span.start, span.end, "person") for code, at, span in spans if not {span.start, span.end} & seen]

    def antecedents(self, span: Span) -> tuple[Phrase, ...]:
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

    def of(self, phrase: Phrase) -> tuple[Participant, ...]:
        """A phrase as participants: one, or one a party where it refers to several."""
        parties = epithets.fitting(self._of(phrase), phrase, self.named_states)
        if phrase.form is not PhraseForm.PRONOUN:
            return parties
        return self.items.going_on(phrase, standingalone.settled(parties, phrase, self.belonging), self._subjects_before(phrase))

    def _subjects_before(self, phrase: Phrase) -> tuple[Participant, ...]:
        """The subjects of the sentence before one, where that is of the same item of a roundup."""
        start = phrase.mention.span.start
        before = (one for one in self.subjects.get(phrase.sentence - 1, ()) if self.items.together(one.mention.span.start, start))
        return tuple(to_participant(one, self.lookup(one)) for one in before)

    def _of(self, phrase: Phrase) -> tuple[Participant, ...]:
        if told := toldagain.introduction(phrase, self.by_sentence, self.lookup, self.document.text):
            return (replace(to_participant(phrase, self.lookup(told)), entity=None, score=LIKELY_SCORE, method="reference"),)
        if (member := self.lookup(phrase)).method == "issuer" and courtesies.is_member(phrase, self.document.text):
            return (to_participant(phrase, member),)
        several = self.several(phrase)
        if several:
            return self.as_states(phrase, several)
        if holder := self.holders.get(phrase.mention.span):
            return (to_participant(phrase, self.lookup(holder)),)
        if (meant := latter.of_two(phrase, self.by_sentence, self.lookup, self.document.text)) is not None:
            return (to_participant(phrase, self.lookup(meant)),)
        if countedalone.is_number(phrase) and (noun := countedalone.counted(phrase, self.by_sentence, self.lookup)) is not None:
            return (replace(to_participant(phrase, self.lookup(noun)), method="reference"),)
        if judging := self._court_going_on(phrase):
            own = to_participant(phrase, self.lookup(phrase))
            return (replace(judging, text=own.text, span=own.span, score=LIKELY_SCORE),)
        antecedents = self.references.get(phrase.mention.span, ())
        if antecedents:
            parties = tuple(to_participant(phrase, self.lookup(antecedent)) for antecedent in antecedents)
            if len(parties) > 1 and phrase.head in sets.STATE_HEADS:
                return tuple(replace(party, sector="GOV", sectors=("GOV",)) for party in parties)
            if phrase.mention.span in self.likely or any(party.entity or party.country for party in parties):
                return parties
        if (speaker := floorkept.speaker_before(phrase, self.subjects, self.document)) is not None and (said := self.lookup(speaker)).chosen is not None:
            return (replace(to_participant(phrase, said), entity=None, score=LIKELY_SCORE, method="reference"),)
        if acting := self._body_going_on(phrase):
            own = to_participant(phrase, self.lookup(phrase))
            return (replace(own, country=acting.country, sector=acting.sector, sectors=acting.sectors, score=LIKELY_SCORE, method="reference"),)
        likely = [to_participant(phrase, self.lookup(antecedent)) for antecedent in self.likely.get(phrase.mention.span, ())]
        own = to_participant(phrase, self.lookup(phrase))
        if likely and own.country is None and (body := owners.body_of_organ(phrase, self.belonging.by_sentence)):
            return (replace(own, country=body, score=COMPLEMENT_SCORE, method="owner"),)
        if likely and all(party.country for party in likely):
            return tuple(replace(party, entity=None, score=LIKELY_SCORE, method="likely reference") for party in likely)
        if own.country is None and (body := bodymeant.body_of(phrase, self.belonging)):
            return (replace(own, country=body, sector="GOV", sectors=("GOV",), score=COMPLEMENT_SCORE, method="reference"),)
        return (own if own.country and own.method not in owners.UNSURE else self._owned(phrase, own),)

    def _owned(self, phrase: Phrase, own: Participant) -> Participant:
        """A party with the country of its owner in "Moscow, **whose troops**", or the body in "Amnesty ... **its researcher**", "the **bloc's** envoys"."""
        bodies = belonging.BODIES.intersection(self.owner_of(phrase)) if own.country is None and owners.is_staff(phrase) else ()
        if len(bodies) == 1:
            return replace(own, country=next(iter(bodies)), score=COMPLEMENT_SCORE, method="owner")
        if own.country is None and (body := self._body_of_its(phrase)):
            return replace(own, country=body, score=COMPLEMENT_SCORE, method="owner")
        if own.country is None and (body := owners.body_of_organ(phrase, self.belonging.by_sentence)):
            return replace(own, country=body, score=COMPLEMENT_SCORE, method="owner")
        owner = self.owners.get(phrase.mention.span) or self._state_of_organ(phrase, own)
        if owner is None or phrase.head in owners.OPPOSED or len(parties := self.of(owner)) != 1:
            return own
        if parties[0].country is None or parties[0].method in owners.UNSURE:
            return own
        return replace(own, country=parties[0].country, score=COMPLEMENT_SCORE, method="owner")

    def _body_of_its(self, phrase: Phrase) -> str | None:
        """The body of "**its** members" that acts right before: in the clause before, or as the subject of the sentence before."""
        subject = owners.subject_before(phrase, self.subjects, self.document.text) if owners.is_organ(phrase) else None
        one = subject is not None and (not subject.plural or owners.is_owned(subject, self.document.text))
        parties = self.of(subject) if subject is not None and one else ()
        return parties[0].country if len(parties) == 1 and parties[0].country in belonging.BODIES else None

    def _body_going_on(self, phrase: Phrase) -> Participant | None:
        """The body that "it" is, which is the subject of the clause or sentence before ("The Union urged Lima to talk. **It** refused to pay")."""
        subject = owners.going_on(phrase, self.subjects, self.document.text)
        parties = self.of(subject) if subject is not None and not subject.plural else ()
        return parties[0] if len(parties) == 1 and parties[0].country in belonging.BODIES and parties[0].method not in owners.UNSURE else None

    def _court_going_on(self, phrase: Phrase) -> Participant | None:
        """The court that "it" is, which rules in the clause or sentence before and goes on to rule ("The Court rejected Chad's claim. **It** found that ...")."""
        subject = owners.going_on(phrase, self.subjects, self.document.text) if owners.is_ruling(phrase, self.document.text) else None
        parties = self.of(subject) if subject is not None and not subject.plural and subject.form is not PhraseForm.PRONOUN else ()
        return parties[0] if len(parties) == 1 and parties[0].country and parties[0].sector == "JUD" else None

    def _state_of_organ(self, phrase: Phrase, own: Participant) -> Phrase | None:
        """The state whose "its ministry" is, which acts in the clause before."""
        state = owners.state_of_organ(phrase, self.subjects.get(phrase.sentence, ()), self.document.text) if own.country is None else None
        return state if state is not None and self.lookup(state).method in NAMED_STATES else None

    def owner_of(self, phrase: Phrase) -> frozenset[str]:
        """Countries of the possessive pronoun's antecedent in "its foreign minister"."""
        if phrase.extended is None or phrase.extended.start == phrase.mention.span.start:
            return frozenset()
        word = self.document.text[phrase.extended.start : phrase.mention.span.start].partition(" ")[0]
        return self.linked_countries(Span(phrase.extended.start, phrase.extended.start + len(word))) if word else frozenset()

    def linked_countries(self, span: Span) -> frozenset[str]:
        """Countries of a phrase's antecedents."""
        chosen = [self.lookup(antecedent).chosen for antecedent in self.antecedents(span)]
        return frozenset(one.country for one in chosen if one is not None and one.country)

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
        if whose := sets.set_owning(phrase, self.plurals, self.document.text):
            codes = tuple(dict.fromkeys(party.country for party in self.of(whose) if party.country))
            if len(codes) > 1:
                return codes
        found = blocs.states(phrase, self.document.text) or sets.joined(phrase, self.belonging)
        found = found or sets.neighbours(phrase, self.belonging) or sets.states_whose(phrase, self.belonging)
        found = found if len(found) > 1 else jointly.states(phrase, self.belonging)
        found = found or jointly.set_before(phrase, self.plurals, self.several, self.document.text)
        if len(found) > 1:
            return found
        both = sets.reciprocal(phrase, self.phrases, self.document.text)
        if both is not None:
            return self.several(both) or tuple(dict.fromkeys(party.country for party in self.of(both) if party.country))
        if (home := infighting.country(phrase, self.belonging)) and sets.number_of(phrase, self.document.text) == 2:
            return (home,)
        antecedents = self.antecedents(phrase.mention.span)
        number = None if self._names_one(phrase) else sets.number_of(phrase, self.document.text)
        if number is not None and (first := sets.leading(phrase, self.belonging, number)):
            return first
        if number is not None and len(antecedents) != number:
            return sets.members(phrase, self.belonging, number, self.persons) or self._same_set(phrase, number)
        if len(antecedents) == 1 and antecedents[0].plural:
            return self.several(antecedents[0])
        repeated = sets.set_repeated(phrase, self.plurals, self.document.text) if number is None else None
        if repeated is not None:
            return self.several(repeated)
        if not antecedents and sets.is_they(phrase) and not jointly.is_beside_object(phrase, self.document.text):
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

    def as_states(self, phrase: Phrase, codes: Sequence[str]) -> tuple[Participant, ...]:
        """One party a country, of the phrase's own sector ("both armies"), else as governments."""
        own = self.lookup(phrase).chosen
        sectors = own.sectors if own and own.sectors and own.sectors[0] != "UNK" and phrase.head not in sets.STATE_HEADS else ("GOV",)
        mention = phrase.mention
        return tuple(Participant(mention.text, mention.span, None, code, sectors[0], sectors, SET_SCORE) for code in codes)

    def participants(self, phrases: Sequence[Phrase]) -> tuple[Participant, ...]:
        """Phrases as participants by their own words and references, without repeats."""
        found: dict[tuple[Span, str | None, str | None], Participant] = {}
        inner = appositions.names_again(phrases, self.document.text, self.lookup)
        if len(phrases) > 1:
            inner |= appositions.lists_again(phrases, self.document.text, self.lookup)
            inner |= {whose.mention.span for p in phrases if (whose := sets.set_owning(p, self.plurals, self.document.text))}
        for phrase in [p for p in phrases if p.mention.span not in inner and self.holders.get(p.mention.span) not in phrases and not self._is_short(p, phrases)]:
            for participant in self.of(phrase):
                found.setdefault((participant.span, participant.country, participant.entity), participant)
        joint = [phrase.mention.span for phrase in phrases if self.several(phrase)]
        return tuple(one for one in found.values() if one.span in joint or not any(one.span.overlaps(span) for span in joint))

    def _is_short(self, phrase: Phrase, phrases: Sequence[Phrase]) -> bool:
        """Whether a phrase is the short name in brackets of one beside it ("Department of Foreign Affairs (**DFA**)")."""
        span, text = phrase.mention.span, self.document.text
        bracketed = text[span.start - 2 : span.start] == " (" and text[span.end : span.end + 1] == ")"
        return bracketed and any(one.mention.span.end == span.start - 2 for one in phrases)

    def _once(self, phrases: Sequence[Phrase], apart: bool = False) -> tuple[Participant, ...]:
        """The parties of a side, none of them twice: a pronoun beside a noun that it stands for says nothing new.

        Where it stands for nobody known it may be the noun's all the same, unless the parties are ``apart``: those of a meeting.
        """
        found = self.participants(phrases)
        named = [p for p in phrases if p.form is not PhraseForm.PRONOUN]
        nouns = [p.mention.span for p in named]
        spoken = {p.mention.span for p in phrases if p.form is PhraseForm.PRONOUN}
        if not nouns or not spoken or itself.are_joined(sorted(spoken), named, self.document.text):
            return found
        return tuple(one for one in found if one.span not in spoken or not self._is_double(one, nouns, apart))

    def _is_double(self, one: Participant, nouns: Sequence[Span], apart: bool) -> bool:
        if one.country is None and not apart:
            return True
        linked = self.antecedents(one.span)
        return len(linked) == 1 and any(linked[0].mention.span.overlaps(span) for span in nouns)

    def _meeting(self, raw: RawMention) -> tuple[Participant, ...]:
        """The two states of those who meet or deal with each other, where one plural names all of them ("the generals met", "the ministers agreed")."""
        if raw.recipients or len(raw.actors) != 1:
            return ()
        phrase = raw.actors[0]
        if self.several(phrase) or epithets.are_many(phrase) or not mutual.is_of_known_two(raw, phrase, self.document.text):
            return ()
        if any(one.country for one in self.of(phrase)):
            return ()
        codes = sets.members(phrase, self.belonging, 2)
        return self.as_states(phrase, codes) if len(codes) == 2 else ()

    def _others(
        self, act: str, phrases: Sequence[Phrase], actors: Sequence[Participant], recipients: tuple[Participant, ...]
    ) -> tuple[Participant, ...]:
        """The recipients without the state that acts: of a set of two that it is no part of the other two, of names its own left out."""
        codes = countries_of(actors)
        if len(codes) != 1:
            return recipients
        states = {p.country for p in actors if p.method in NAMED_STATES or acts_for_state(act, p)}
        kept = [r for r in recipients if not (r.country in states and r.method in NAMED_STATES)]
        for phrase in phrases:
            named = {r.country for r in recipients if r.span == phrase.mention.span}
            clear = named != {None} and (len(named) != 2 or not codes & named)
            if clear or not named or sets.number_of(phrase, self.document.text) != 2:
                continue
            found = sets.members(phrase, self.belonging, 2, self.persons, without=codes)
            if len(found) == 2:
                kept = [r for r in kept if r.span != phrase.mention.span] + list(self.as_states(phrase, found))
            else:
                kept = [r for r in kept if r.span != phrase.mention.span or r.country not in codes]
        return tuple(kept)

    def act(self, raw: RawMention) -> Act:
        """An act with what its parties are by their own words and references."""
        raw = with_guest_first(self._words.cases.without(raw))
        actors = self._meeting(raw) or self._once(raw.actors, raw.type == "CONSULT")
        raw = mutual.without_deal(raw, actors)
        taken = {(p.country, p.sector) for p in actors if p.country}
        recipients = self._once(raw.recipients)
        if raw.actors and len(recipients) <= 1:
            spans = {a.span for a in actors}
            recipients = tuple(r for r in recipients if (r.country, r.sector) not in taken or r.span not in spans)
        recipients = self._others(raw.type, raw.recipients, actors, recipients)
        place = self.places.first(raw.places, raw.recipients, raw.trigger.span)
        return Act(raw, actors, recipients, place or self.sections.place_of(raw, self.belonging.countries.get(raw.sentence.index, ())))
