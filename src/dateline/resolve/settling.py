"""Settles the parties of a document's acts: those without a country of their own get one in sight, and each side its country."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve import (
    armedgroups,
    arrests,
    asked,
    belonging,
    blocs,
    counterparts,
    coups,
    crews,
    crossing,
    deeds,
    domestic,
    employers,
    enemies,
    fighters,
    firstperson,
    floor,
    givers,
    homecritics,
    itself,
    jointly,
    judged,
    localities,
    mutual,
    outsiders,
    owners,
    quarrels,
    requital,
    sentforces,
    sets,
    sides,
    strangers,
    tellers,
    thecourt,
    topics,
    treaties,
    untold,
    usandthem,
)
from dateline.resolve.barring import Barring
from dateline.resolve.ownwords import COMPLEMENT_SCORE, COMPLEMENTS
from dateline.resolve.participants import countries_of
from dateline.resolve.phraseparts import ABROAD
from dateline.resolve.scene import LIKELY_SCORE, Act, DocumentScene
from dateline.resolve.sided import HOME_SCORE, Choose, Sided, Sides, is_partnerless
from dateline.resolve.sightings import Sighting
from dateline.types import Attribution, Participant, Phrase, PhraseForm, Place, RawAttribution, RawMention, ResolvedMention, Span

#: A country in sight is given to a phrase without one where its probability reaches this: the best F1 of countries (0.741 against 0.733 at 0.5)
#: and of triples on held-out passages, at a precision of 0.77. See bench/RESULTS.md.
THRESHOLD: Final = 0.3
#: Pronouns for one party, which is none of those that a sentence names beside it ("together with Oman **it** recalled its envoy").
_ALONE: Final = frozenset({"it", "he", "she"})
#: The same for pronouns, which must not be guessed.
PRONOUN_THRESHOLD: Final = 0.7
ACROSS: Final = words_of("resolve.settling.across")
#: How a party has a country that what its words say may overrule.
_UNSURE: Final = frozenset({"likely reference", "setting"})
#: Sectors of those who may be of a group that fights across borders.
_REBELS: Final = frozenset({"REB", None})
_MEETS: Final = frozenset({"CONSULT", "AGREE", "COOPERATE"})
#: Settles a party without a country, given what is known of it.
Decide = Callable[[belonging.Case, Participant], Participant]


class Settler:
    """Settles the acts of a document in text order; what it settles bears on the acts that follow.

    Args:
        scene: what is known of the document.
        wars: of each state the states that strike it or that it strikes, see :func:`dateline.resolve.enemies.wars`.
    """

    def __init__(
        self,
        scene: DocumentScene,
        wars: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self.scene = scene
        self._wars = wars or {}
        self._fights = enemies.Fights(self._wars)
        self._sides = Sides(scene.belonging, scene.named, scene.home)
        self._offices = domestic.Domestic(scene.belonging, scene.home, scene.town, scene.in_passing)
        self._quarrels = quarrels.Quarrels(scene.belonging)
        self._crews, self._sent = crews.Crews(scene.named, scene.document.text), sentforces.Sent()
        self.barring = Barring(scene)
        self._deeds, self._judged = deeds.Deeds(), judged.Judged(scene.document.text, scene.items)
        #: By their places, the countries that phrases were given.
        self._given: dict[Span, str] = {}
        #: The country that the first act of an author's "I" or "we" was given: that of all the others.
        self._author: str | None = None

    def settle(self, act: Act, decide: Decide | None = None, choose: Choose | None = None) -> ResolvedMention:
        """Gives the parties of an act that have no country of their own one in sight, and each side its country.

        Args:
            act: the act with what its parties are by their own words.
            decide: what settles a party; the package's model where ``None``.
            choose: what settles a side; the package's model where ``None``.
        """
        act, decide, choose = self._of_both(self._with_quarrellers(self._with_crews(act))), decide or self._likeliest, choose or likeliest_option
        raw = act.raw
        actors, recipients, said = self._roles(act, decide, choose)
        by_span = {p.mention.span: p for p in (*raw.actors, *raw.recipients)}
        actors, recipients = (itself.of_one_person(side, by_span, self.scene.document.text) for side in (actors, recipients))
        actors, recipients = (tuple(strangers.as_guess(one, by_span.get(one.span)) for one in side) for side in (actors, recipients))
        recipients = requital.paid_back(raw, actors, self._struck(act, actors, recipients), self._sides.acts_before(raw))
        if not recipients and (works := employers.employer(raw, self.scene.named.get(raw.sentence.index, ()), self.scene.document.text)):
            recipients = (works,)
        recipients = recipients or sides.told_elsewhere(givers.same_need(raw, actors, self._sides.acts_of(raw.sentence.index)))
        if not actors and (state := crossing.shuts_out(raw, recipients, self._named_in(raw.sentence.index))) and (found := self._sides.naming(raw, state, recipients)):
            actors = (found,)
        taken_up = self._sides.taken_up(raw)
        if countries_of(actors) < countries_of(taken_up) and not (actors and "visit" in raw.modes):
            actors = taken_up
        if is_partnerless(raw, actors, recipients):
            actors = self._sides.with_partner(raw, act.country, actors, choose)
        actors, recipients = self._at_war(raw, actors, recipients, next((one.country for one in said), None))
        actors, recipients = (tuple(fighters.with_sector_of_act(one, raw) for one in side) for side in (actors, recipients))
        actors = tuple(one for one in actors if not self.scene.sections.is_label(one.span))
        resolved = ResolvedMention(raw, actors, recipients, act.place, self._attribution(raw.attribution, said))
        self._sides.note(resolved)
        self._quarrels.note(resolved)
        self._fights.note(resolved)
        for one in (*actors, *recipients):
            if one.country and one.method in {"setting", "asked"}:
                self._given.setdefault(one.span, one.country)
        self._deeds.note(resolved)
        self._crews.note(resolved)
        self._sent.note(resolved, self.scene.by_sentence.get(raw.sentence.index, ()))
        self._judged.note(resolved)
        return resolved

    def _with_crews(self, act: Act) -> Act:
        """An act with crews and captives of the state of the craft or people told before: see :mod:`dateline.resolve.crews`."""
        raw = act.raw
        actors = self._crews.settled(raw, act.actors, raw.actors, "actors")
        return _with_sides(act, actors, self._crews.settled(raw, act.recipients, raw.recipients, "recipients"))

    def _with_quarrellers(self, act: Act) -> Act:
        """An act with the two between whom the affair of the text is for "both countries": see :mod:`dateline.resolve.quarrels`."""
        raw = act.raw
        by_span = {p.mention.span: p for p in (*raw.actors, *raw.recipients)}
        actors = self._quarrels.meant(act.actors, by_span, "actors", act.recipients)
        return _with_sides(act, actors, self._quarrels.meant(act.recipients, by_span, "recipients", actors))

    def _of_both(self, act: Act) -> Act:
        """An act that takes two with both of them for the one plural that it is told of: see :mod:`dateline.resolve.mutual`."""
        raw = act.raw
        if len(raw.actors) != 1 or len(act.actors) != 1 or any(one.country for one in (*act.actors, *act.recipients)):
            return act
        if not mutual.is_of_two(raw, raw.actors[0], self.scene.belonging) or not (both := self._both(raw)):
            return act
        raw = mutual.without_deal(replace(raw, leans=()), actors := self.scene.as_states(raw.actors[0], both))
        return replace(act, raw=raw, actors=actors, recipients=act.recipients if raw.recipients else ())

    def _both(self, raw: RawMention) -> tuple[str, ...]:
        """The two states between whom something is at an act."""
        joined, affair = mutual.two_joined(self.scene.belonging, raw), self._quarrels.two(raw.sentence.index)
        return affair or joined

    def _roles(
        self, act: Act, decide: Decide, choose: Choose
    ) -> tuple[tuple[Participant, ...], tuple[Participant, ...], tuple[Participant, ...]]:
        """An act's actors, recipients and speaker with the countries in sight."""
        raw = act.raw
        phrase = raw.attribution.phrase if raw.attribution else None
        said = self._fights.telling(self.scene.of(phrase)[:1] if phrase else (), phrase)
        if phrase and (state := self.speaks_at_home(phrase, said)):
            said = tuple(p if p.country else replace(p, country=state) for p in said)
        voice = next((p.country for p in said), None)
        own = tellers.with_teller(self._ours(raw, act.actors, voice), said, self.scene.antecedents)
        author = raw.attribution is None and self._is_author(raw, own)
        if author and self._author:
            own = (replace(own[0], country=self._author, score=LIKELY_SCORE, method="setting"),)
        known = self._known(act, "actors", own, act.recipients, voice)
        actors = self._side(raw, known, own, raw.actors, act.recipients, decide, choose)
        if author and actors:
            self._author = actors[0].country
        aimed = self._done_to_us(raw, act.recipients, voice)
        known = self._known(act, "recipients", aimed, act.actors, voice)
        recipients = self._side(raw, known, aimed, raw.recipients, actors, decide, choose)
        both = (*act.actors, *act.recipients)
        known = self._known(act, "speaker", said, both, None)
        return actors, recipients, self._side(raw, known, said, (phrase,) if phrase else (), both, decide, choose)

    def speaks_at_home(self, phrase: Phrase, said: Sequence[Participant]) -> str | None:
        """The state of the dateline of an office of it that speaks: see :meth:`dateline.resolve.domestic.Domestic.of_speaker`."""
        return self._offices.of_speaker(said[0], phrase) if len(said) == 1 and said[0].country is None else None

    def _done_to_us(self, raw: RawMention, own: tuple[Participant, ...], voice: str | None) -> tuple[Participant, ...]:
        """An act's recipients with the speaker's country for "us" and "our ships"."""
        by_span = {p.mention.span: p for p in raw.recipients}
        ours = [one.span for one in own if one.country is None and usandthem.is_ours(by_span.get(one.span), self.scene.document.text)] if voice else []
        return tuple(replace(one, country=voice, score=LIKELY_SCORE, method="speaker") if one.span in ours else one for one in own)

    def _ours(self, raw: RawMention, own: tuple[Participant, ...], voice: str | None) -> tuple[Participant, ...]:
        """An act's actors with the speaker's country for "our forces", of whom their words do not say whose they are."""
        if voice is None or not any(one.country is None for one in own):
            return own
        ours = {p.mention.span for p in raw.actors if enemies.are_ours(p, self.scene.document.text)}
        return tuple(replace(one, country=voice, score=LIKELY_SCORE, method="speaker") if one.span in ours and one.country is None else one for one in own)

    def _at_war(
        self, raw: RawMention, actors: tuple[Participant, ...], recipients: tuple[Participant, ...], voice: str | None
    ) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """The sides of an act of force with what the text tells of who fights whom: see :class:`dateline.resolve.enemies.Fights`."""
        if mutual.is_silence(raw, self.scene.belonging) and (both := self._both(raw)):
            return tuple(one for code in both if (one := self._sides.naming(raw, code, ()))), ()
        actors, recipients = self._fights.sides(raw, actors, recipients, voice)
        victor = self._fights.beaten_by(raw, actors, recipients, voice)
        found = self._sides.naming(raw, victor, recipients) if victor else None
        actors = (found,) if found else actors
        victim, partner = self._fights.against(raw, actors, recipients), self._fights.partner(raw, actors, recipients)
        if victim and (found := self._sides.naming(raw, victim, actors, "recipients")):
            recipients = (found,)
        if partner and (found := self._sides.naming(raw, partner, actors)):
            actors = (*actors, found)
        return actors, recipients

    def _known(
        self, act: Act, role: str, own: Sequence[Participant], other: Sequence[Participant], voice: str | None
    ) -> belonging.Known:
        return belonging.Known(act.raw.type, role, act.country, countries_of(own), countries_of(other), voice, self._leans(act.raw, role))

    def _struck(self, act: Act, actors: Sequence[Participant], recipients: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """The recipients with the enemy's country for what a state's forces strike, unless the text names the place's country by that place alone:
        see :mod:`dateline.resolve.enemies`."""
        codes = [enemies.struck(act.raw.type, act.actors, actors, one, act.country, self._wars) for one in recipients]
        if not any(codes) or (act.place is not None and not self._is_named_beside(act.place)):
            return recipients
        return tuple(replace(one, country=code) if code else one for one, code in zip(recipients, codes, strict=True))

    def _is_named_beside(self, place: Place) -> bool:
        """Whether the text names a place's country otherwise than by the place."""
        seen = (s for s in self.scene.belonging.sightings if s.country == place.country)
        return any(not place.span.overlaps(Span(s.start, s.end)) for s in seen)

    def _side(
        self, raw: RawMention, known: belonging.Known, own: tuple[Participant, ...], phrases: Sequence[Phrase],
        other: Sequence[Participant], decide: Decide, choose: Choose,
    ) -> tuple[Participant, ...]:  # fmt: skip
        """A side with the countries that are in sight for its parties without one; ``other`` is the side across."""
        if raw.attribution is None and own and all(one.method == floor.UNTOLD and one.text.lower() in firstperson.FIRST for one in own):
            return own
        by_span = {p.mention.span: p for p in phrases}
        text, here = self.scene.document.text, self._named_in(raw.sentence.index)
        if known.role == "actors" and untold.is_untold(raw, text):
            return own
        own = tuple(self._domestic(self.at_home(one, by_span.get(one.span), known.place), by_span.get(one.span), other) for one in own)
        own = tuple(self._of_section(raw, one, by_span.get(one.span)) for one in own)
        if known.role == "actors":
            own = tuple(self._of_topic(one, by_span.get(one.span), known, other) for one in own)
            own = tuple(self._in_office(raw, one, by_span.get(one.span), other) for one in own)
        if known.role == "recipients":
            own = counterparts.with_whom_it_is(own, by_span, text)
        if not crossing.drives_out(raw):
            own = tuple(homecritics.at_home(one, by_span.get(one.span), other, here, text) for one in own)
        own = itself.with_their_own(own, by_span, text)
        if known.role == "recipients":
            own = tuple(itself.of_superior(raw, one, by_span.get(one.span), other) for one in own)
        own = tuple(itself.of_own(raw.type, one, by_span.get(one.span), other, text) for one in own)
        if known.role == "recipients":
            own = tuple(p for one in own for p in self._judged.parties(raw, one, by_span.get(one.span), other, here))
        if known.role == "recipients" and known.place is None:
            own = tuple(self._deeds.hit(one, raw, by_span.get(one.span), here) for one in own)
        if known.role == "recipients":
            own = tuple(self._struck_here(raw, one, by_span.get(one.span), other, known.place) for one in own)
        own = tuple(self._as_before(raw, known.role, one, by_span.get(one.span), other) for one in own)
        if known.role != "speaker" and raw.leans and self._is_open(own, by_span):
            return self._sides.settle(self._open(raw, known, own, by_span, other), choose)
        if known.role == "actors" and raw.leans and (joined := self._joined(raw, known, own, by_span, other, choose)):
            return joined
        return tuple(self._settled(one, by_span.get(one.span), known, decide) for one in own)

    def _joined(
        self, raw: RawMention, known: belonging.Known, own: tuple[Participant, ...], by_span: Mapping[Span, Phrase],
        other: Sequence[Participant], choose: Choose,
    ) -> tuple[Participant, ...]:  # fmt: skip
        """A side of a pronoun for one subject and others named beside it, none of whom it is: "together with Oman **it** recalled its envoy"."""
        lone = [one for one in own if one.country is None and one.text.lower() in _ALONE and one.span in by_span and by_span[one.span].subject]
        rest = tuple(one for one in own if one not in lone)
        if len(lone) != 1 or not rest or any(one.country is None for one in rest):
            return ()
        side = self._open(raw, known, lone, by_span, other)
        if side.case is None:
            return ()
        settled = self._sides.settle(replace(side, case=replace(side.case, seats=side.case.seats | countries_of(rest))), choose)
        return (*settled, *rest)

    def _named_in(self, sentence: int) -> Sequence[Sighting]:
        """Where a sentence names countries."""
        return self.scene.belonging.by_sentence.get(sentence, ())

    def at_home(self, one: Participant, phrase: Phrase | None, place: str | None) -> Participant:
        """A party of local people or authorities with the country where the story happens; ``place`` is that of the act's place."""
        owner = self.scene.owner_of(phrase) if phrase and one.country is None and owners.is_rival_at_home(phrase, self.scene.document.text) else frozenset()
        if len(owner) == 1:
            return replace(one, country=next(iter(owner)), score=COMPLEMENT_SCORE, method="owner")
        stands = localities.where_it_stands(phrase, self._named_in(phrase.sentence), self.scene.document.text) if phrase else None
        unsure = one.country is None or one.method in _UNSURE
        if unsure and phrase and self.scene.home and localities.is_this(phrase, self.scene.document.text):
            return replace(one, country=self.scene.home, score=COMPLEMENT_SCORE, method="place")
        stands = stands or (self._seat_in_front(phrase) if phrase and unsure else None)
        if unsure and stands:
            return replace(one, country=stands, score=COMPLEMENT_SCORE, method="place")
        if one.country is not None or phrase is None or not (localities.is_local(phrase) or localities.is_crowd(phrase)):
            return one
        if localities.is_crowd(phrase):
            country = localities.where_crowd_is(phrase, self.scene.belonging.by_sentence) if place is None else None
        else:
            here = self._named_in(phrase.sentence)
            country = localities.home(place if place in self.scene.belonging.totals else None, here)
        return replace(one, country=country, score=COMPLEMENT_SCORE, method="place") if country else one

    def _of_section(self, raw: RawMention, one: Participant, phrase: Phrase | None) -> Participant:
        """A bare noun with the state of the heading or lead-in over it, where its sentence names no other: see :mod:`dateline.resolve.sections`."""
        if phrase is None or phrase.form is not PhraseForm.NOMINAL or not (one.country is None or one.method in _UNSURE):
            return one
        state = self.scene.sections.state(raw.trigger.span.start)
        here = {seen.country for seen in self._named_in(raw.sentence.index)} - {state}
        if state is None or here - belonging.BODIES or outsiders.is_outsider(phrase) or self._is_set(phrase) or (one.sector in _REBELS and here):
            return one
        return replace(one, country=state, score=HOME_SCORE, method="place")

    def _seat_in_front(self, phrase: Phrase) -> str | None:
        """The state whose capital opens the sentence of one of its bodies."""
        return localities.seat_in_front(phrase, self._named_in(phrase.sentence), self.scene.belonging.subjects.get(phrase.sentence, ()), self.scene.document.text)

    def _domestic(self, one: Participant, phrase: Phrase | None, other: Sequence[Participant]) -> Participant:
        """A party with the state in which the story is, where it is an office of that state's: see :mod:`dateline.resolve.domestic`."""
        state = self._offices.state_of(one, phrase, other) if one.country is None and phrase is not None else None
        return replace(one, country=state, score=HOME_SCORE, method="dateline") if state else one

    def _struck_here(self, raw: RawMention, one: Participant, phrase: Phrase | None, other: Sequence[Participant], place: str | None) -> Participant:
        """A recipient with the state of the dateline where another's forces strike it: see :meth:`dateline.resolve.domestic.Domestic.of_struck`."""
        state = self._offices.of_struck(raw, phrase, other, place) if one.country is None and phrase is not None else None
        return replace(one, country=state, score=HOME_SCORE, method="dateline") if state else one

    def _of_topic(self, one: Participant, phrase: Phrase | None, known: belonging.Known, other: Sequence[Participant]) -> Participant:
        """A bare office with the state that the clause before is about: see :mod:`dateline.resolve.topics`."""
        if one.country is not None or phrase is None or one.sector not in topics.OFFICES or one.method != "composition":
            return one
        if not topics.is_office(phrase, one.sector) or not self._offices.is_bare(phrase) or self._offices.names_somebody(phrase):
            return one
        state = topics.topic_before(phrase, self.scene.belonging, self.scene.subjects, self.scene.named, self.scene.of)
        if state is None or (one.sector not in topics.AT_HOME and state in self._told(other)) or (known.place not in {None, state} and one.sector != "MIL"):
            return one
        return replace(one, country=state, score=HOME_SCORE, method="topic")

    def _as_before(
        self, raw: RawMention, role: str, one: Participant, phrase: Phrase | None, other: Sequence[Participant]
    ) -> Participant:
        """A pronoun or name with the country that it was given in the act before ("**He** hosted ... and recalled ..."), or of whom that act asks something."""
        if role == "recipients" and one.country is None and phrase is not None and not self.scene.linked_countries(phrase.mention.span):
            one = self._of_subject_before(raw, one, phrase, other)
        one = asked.of_whom(one, phrase, role, other, self._sides.acts_of(raw.sentence.index), self.scene.document.text)
        known = None
        if one.country is None and phrase is not None and phrase.form is not PhraseForm.NOMINAL:
            known = self._given.get(one.span) if phrase.subject else None
            known = known or self._sent.sender(self.scene.antecedents(phrase.mention.span))
        return replace(one, country=known, score=sides.FILLED_SCORE, method="setting") if known else one

    def _of_subject_before(self, raw: RawMention, one: Participant, phrase: Phrase, other: Sequence[Participant]) -> Participant:
        """"Them" with the country of those whom the sentence before is about: see :func:`dateline.resolve.enemies.subject_before`."""
        here = {s.country for s in self._named_in(phrase.sentence) if s.end <= phrase.mention.span.start}
        subjects = self.scene.subjects.get(phrase.sentence - 1, ())
        told = [(p, chosen.country if (chosen := self.scene.lookup(p).chosen) else None) for p in subjects]
        return enemies.subject_before(raw, one, phrase, other, told, here)

    def _told(self, parties: Sequence[Participant]) -> frozenset[str]:
        """The countries of parties by their own words or antecedents."""
        return countries_of(parties).union(*(self.scene.linked_countries(one.span) for one in parties if not one.country))

    def _in_office(self, raw: RawMention, one: Participant, phrase: Phrase | None, other: Sequence[Participant]) -> Participant:
        """A party of bare police with the country of the place where they hold foreigners, or a force with that of the ruler whom it topples."""
        if phrase is None or one.country is not None:
            return one
        here = self._named_in(raw.sentence.index)
        before = raw.sentence.index - 1
        country = arrests.state_of_police(raw, phrase, self._told(other), here, self._reached(before), self._named_in(before)) or coups.state_of_force(raw, one, phrase, other)
        return replace(one, country=country, score=COMPLEMENT_SCORE, method="place") if country else one

    def _reached(self, sentence: int) -> list[Sighting]:
        """Where a sentence says that somebody is or goes to."""
        text = self.scene.document.text
        return [s for s in self._named_in(sentence) if s.where == "in" or text[max(0, s.start - 6) : s.start].endswith(("to ", "into "))]

    def _is_author(self, raw: RawMention, own: Sequence[Participant]) -> bool:
        """Whether the actor is the author's own "I" or "we", of whom the text does not say who that is."""
        if len(own) != 1 or own[0].country or own[0].text.lower() not in firstperson.SUBJECTS:
            return False
        return not firstperson.is_quoted(self.scene.document, raw.sentence, own[0].span)

    def _is_open(self, own: Sequence[Participant], by_span: Mapping[Span, Phrase]) -> bool:
        """Whether a side is nobody, or one phrase of which only the country is missing."""
        if len(own) > 1 or (own and (own[0].country is not None or own[0].method == blocs.SETTING)):
            return False
        return all(one.span in by_span and not self._is_set(by_span[one.span]) for one in own)

    def _is_set(self, phrase: Phrase) -> bool:
        """Whether a phrase stands for states of which it is not clear which they are, so that one country is no answer."""
        text = self.scene.document.text
        if phrase.head not in sets.MANY:
            return False
        return sets.number_of(phrase, text) is not None or (sets.are_neighbours(phrase, text) and len(sets.states_beside(phrase, self.scene.belonging)) == 1)

    def _open(
        self, raw: RawMention, known: belonging.Known, own: Sequence[Participant], by_span: Mapping[Span, Phrase], other: Sequence[Participant]
    ) -> Sided:
        """A side for which one party without a country was found, or none."""
        if not own:
            barred = frozenset[str]() if known.role == "actors" else self._judged.struck(raw, other) | givers.others(raw, self._sides.acts_before(raw))
            barred |= self.scene.items.elsewhere(raw.trigger.span.start)
            return Sided(raw, known, None, None, tuple(other), self._stood_for(raw, other), barred)
        phrase = by_span[own[0].span]
        barred = self.barring.of_side(raw, known, phrase, other)
        return Sided(raw, known, own[0], self.case(phrase, own[0].sector, known), tuple(other), barred=barred)

    def _stood_for(self, raw: RawMention, other: Sequence[Participant]) -> tuple[Span, ...]:
        """Where the antecedents of a side's parties stand, and the speaker of the act."""
        antecedents = [one.mention.span for party in other for one in self.scene.antecedents(party.span)]
        speaker = raw.attribution.phrase if raw.attribution else None
        return (*antecedents, *((speaker.mention.span,) if speaker else ()))

    def _leans(self, raw: RawMention, role: str) -> dict[str, float]:
        """How likely the coder thinks it that each country named in the act's sentence is that of the actors or recipients."""
        if role == "speaker" or not raw.leans:
            return {}
        words = [(one.span.start, one.span.end, one.actor if role == "actors" else one.recipient) for one in raw.leans]
        chances: dict[str, float] = {}
        for seen in self._named_in(raw.sentence.index):
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
        return belonging.Case(phrase, self._head(phrase), sector, known, self.scene.linked_countries(phrase.mention.span), self.scene.owner_of(phrase), self._seats(phrase))

    def _head(self, phrase: Phrase) -> str:
        antecedents = self.scene.antecedents(phrase.mention.span)
        return antecedents[0].head if len(antecedents) == 1 else phrase.head

    def _seats(self, phrase: Phrase) -> frozenset[str]:
        """The countries where diplomats and exiles are, which are not their own."""
        if phrase.head not in ABROAD or phrase.extended is None:
            return frozenset()
        return frozenset(self.scene.complements(phrase.sentence, phrase.extended, COMPLEMENTS | {"town"}))

    def _likeliest(self, case: belonging.Case, one: Participant) -> Participant:
        """The party with the likeliest country in sight, where one is likely enough; speakers are left to :mod:`dateline.resolve.speakers`."""
        if case.known.role == "speaker":
            return one
        if case.head in jointly.HOSTS and case.known.role == "actors":
            across = self._in_sight(case, one, case.known.same)
            if across.country or case.head in jointly.GUESTED:
                return across
        if case.known.act in _MEETS and case.known.role == "actors" and case.head in ACROSS:
            across = self._in_sight(case, one, case.known.same)
            if across.country:
                return across
        if counterparts.is_other_party(case.known, case.phrase, one, self.scene.document.text):
            return self._in_sight(case, one, case.known.same)
        return self._in_sight(case, one)

    def _in_sight(self, case: belonging.Case, one: Participant, without: frozenset[str] = frozenset()) -> Participant:
        without |= self.barring.of_phrase(case.phrase)
        table = {code: names for code, names in _open_to(case, belonging.features(self.scene.belonging, case)).items() if code not in without}
        chances = belonging.probabilities(table, belonging.weights(), belonging.leaning(table, case.known.leans))
        code = armedgroups.unless_theirs(case, max(chances, key=lambda key: (chances[key], key)))
        bar = PRONOUN_THRESHOLD if case.phrase.form is PhraseForm.PRONOUN else THRESHOLD
        bare = case.phrase.form is not PhraseForm.PRONOUN and not outsiders.is_outsider(case.phrase)
        if chances.keys() <= {belonging.NONE, *belonging.TELLING} and code == belonging.NONE and self.scene.home and bare:
            return replace(one, country=self.scene.home, score=HOME_SCORE, method="dateline")
        if code == belonging.NONE or chances[code] < bar:
            return one
        return replace(one, country=code, score=round(chances[code], 3), method="setting")

    def _attribution(self, raw: RawAttribution | None, said: Sequence[Participant]) -> Attribution | None:
        """An attribution with its speaker as settled."""
        if raw is None:
            return None
        via = self._speaker("media", self.scene.of(raw.via)[0]) if raw.via else None
        if raw.phrase is None:
            return Attribution(raw.kind, via=via)
        speaker = self._speaker(raw.kind, said[0])
        return replace(speaker, via=via)

    @staticmethod
    def _speaker(kind: str, who: Participant) -> Attribution:
        return Attribution(kind, who.text, who.span, who.entity, who.country, None, who.score, who.method, who.candidates)


def _with_sides(act: Act, actors: tuple[Participant, ...], recipients: tuple[Participant, ...]) -> Act:
    """An act with other parties, if they are others."""
    same = actors == act.actors and recipients == act.recipients
    return act if same else replace(act, actors=actors, recipients=recipients)


def likeliest_option(side: sides.Side, table: Mapping[str, list[str]]) -> str:
    """The likeliest option of a side by the package's weights; a party that no phrase was found for must be likely."""
    code = sides.likeliest(_open_to(side.case, table), sides.weights(), sides.ABSENT_LEAST if side.form in sides.PHRASELESS else 0.0)
    return code if side.form in sides.PHRASELESS else armedgroups.unless_theirs(side.case, code)


def _open_to(case: belonging.Case, table: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    """The options that a phrase is open to: no state where it stands for none, no body where it stands for a state, nor the state where diplomats
    and exiles are; no group of fighters where it is of a state's forces; nobody where it is a treaty."""
    if treaties.is_treaty(case.phrase):
        return {belonging.NONE: table[belonging.NONE]}
    if outsiders.is_state(case.phrase) or outsiders.is_minister(case.phrase) or crossing.is_states_envoy(case.phrase) or thecourt.is_litigant(case.head):
        table = {code: names for code, names in table.items() if code not in belonging.BODIES}
    if armedgroups.is_against_them(case):
        table = {code: names for code, names in table.items() if code != armedgroups.GROUP}
    if not outsiders.is_outsider(case.phrase):
        return {code: names for code, names in table.items() if code not in case.seats} if case.seats else table
    return {code: names for code, names in table.items() if code == belonging.NONE or code in belonging.BODIES}
