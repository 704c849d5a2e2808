"""Which countries a side of an act is **not** of: what its own words, its act and the acts before rule out."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.resolve import (
    asked,
    belonging,
    bystanders,
    counterparts,
    crossing,
    epithets,
    ethnic,
    jointly,
    otherthan,
    outsiders,
    owners,
    ownstate,
    refuge,
    retorts,
    senders,
    stateoffices,
    victims,
)
from dateline.resolve.namesakes import last_word
from dateline.resolve.owners import NEIGHBOURS, OPPOSED
from dateline.resolve.participants import countries_of
from dateline.resolve.scene import DocumentScene
from dateline.resolve.sided import Sides
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, Phrase, PhraseForm, RawMention


class Barring:
    """What rules countries out in a document.

    Args:
        scene: what is known of the document.
        acts: the acts that are settled so far.
        friends: whom each sentence thanks, see :func:`dateline.resolve.bystanders.friends`.
    """

    def __init__(self, scene: DocumentScene, acts: Sides, friends: bystanders.Friends) -> None:
        self._scene, self._acts, self._friends = scene, acts, friends
        #: By the last word of their names, the states that have granted somebody asylum.
        self._refugees: dict[str, frozenset[str]] = {}

    def take_in(self, phrases: Sequence[Phrase], hosts: frozenset[str]) -> None:
        """Remembers to whom states have granted asylum."""
        for phrase in phrases:
            name = last_word(phrase.mention.text)
            self._refugees[name] = self._refugees.get(name, frozenset()) | hosts

    def of_side(self, raw: RawMention, known: belonging.Known, one: Participant, phrase: Phrase, other: Sequence[Participant]) -> frozenset[str]:
        """The countries that a side is not of, which one party without a country is.

        Args:
            raw: the act.
            known: its role, ``actors``, ``recipients`` or ``speaker``, and where the act was done.
            one: the party.
            phrase: the party's phrase.
            other: the other side.
        """
        role, text, here = known.role, self._scene.document.text, self._named_in(phrase.sentence)
        barred = self._hosts(phrase) | self.of_phrase(phrase)
        barred |= crossing.abroad(raw, role, phrase, other) | ethnic.not_of(phrase, here)
        if role == "actors":
            barred |= crossing.not_where(phrase, known.place, here)
            barred |= senders.not_sender(raw, phrase, other) | retorts.not_answering(raw, phrase, self._acts.acts_of(raw.sentence.index))
        if role == "recipients":
            barred |= stateoffices.bodies_not_met(phrase, countries_of(other))
            barred |= self._not_struck(raw, phrase, other) | ownstate.not_ours(raw, phrase, other, text)
            barred |= self._acts.envoys_of(raw) if phrase.form is PhraseForm.NOMINAL else frozenset()
        if phrase.head in OPPOSED:
            barred |= self._owner_apart(phrase) | (belonging.BODIES if phrase.head in NEIGHBOURS else frozenset())
        apart = jointly.is_it_of_others(phrase, other) or jointly.is_of_each(phrase, other, text)
        if apart or (role == "recipients" and self._is_apart(raw, one, phrase, other)):
            barred |= countries_of(other)
        return barred

    def _is_apart(self, raw: RawMention, one: Participant, phrase: Phrase, other: Sequence[Participant]) -> bool:
        """Whether a recipient is of another country than whoever acts."""
        text = self._scene.document.text
        if refuge.is_granted(raw) or outsiders.is_whoever(phrase, text) or phrase.head in jointly.GUESTED:
            return True
        named = self._scene.belonging.countries.get(raw.sentence.index, ())
        if counterparts.is_anothers(raw, phrase, countries_of(other), named) or asked.is_other_state(phrase, text, other):
            return True
        return self.is_another(raw, one, phrase, other)

    def _named_in(self, sentence: int) -> Sequence[Sighting]:
        """Where a sentence names countries."""
        return self._scene.belonging.by_sentence.get(sentence, ())

    def is_another(self, raw: RawMention, one: Participant, phrase: Phrase | None, other: Sequence[Participant]) -> bool:
        """Whether "it" is another than whoever acts."""
        at, named = raw.sentence.index, self._scene.belonging.countries
        if phrase is None or phrase.form is not PhraseForm.PRONOUN or not {*named.get(at, ()), *named.get(at - 1, ())} - countries_of(other):
            return False
        return otherthan.is_another_than(raw, one, phrase, other, self._scene.antecedents(phrase.mention.span), self._scene.lookup, self._scene.document.text)

    def _owner_apart(self, phrase: Phrase) -> frozenset[str]:
        """The countries of whose rival or ally a phrase is, unless he is a politician's at home."""
        return frozenset() if owners.is_rival_at_home(phrase, self._scene.document.text) else self._scene.owner_of(phrase)

    def _not_struck(self, raw: RawMention, phrase: Phrase, other: Sequence[Participant]) -> frozenset[str]:
        """The countries that a recipient is not of by the deed and by whom it is said to be against."""
        text = self._scene.document.text
        against = victims.criticised(phrase, self._named_in(phrase.sentence), text)
        return against | victims.not_of_doer(raw, phrase, text, other, self._told_by(raw))

    def _told_by(self, raw: RawMention) -> frozenset[str]:
        """The countries of whoever an act's words are, by its own words."""
        phrase = raw.attribution.phrase if raw.attribution else None
        return countries_of(self._scene.of(phrase)) if phrase else frozenset()

    def of_phrase(self, phrase: Phrase) -> frozenset[str]:
        """The countries and bodies that a phrase's own words rule out."""
        bodies = belonging.BODIES | stateoffices.TERRITORIES if outsiders.is_minister(phrase) else stateoffices.bodies_barred(phrase, self._scene.document.text)
        others = self._scene.belonging.totals.keys() - belonging.BODIES if outsiders.are_other_members(phrase, self._scene.document.text) else frozenset()
        named = jointly.not_of_named(phrase, self._named_in(phrase.sentence), self._scene.document.text)
        return bodies | others | named | epithets.ruled_out(phrase, self._scene.belonging.totals) | self._scene.received(phrase)

    def of_nobody(self, raw: RawMention, other: Sequence[Participant]) -> frozenset[str]:
        """The countries that have not done an act of which no doer is told."""
        sent = countries_of(other) if bystanders.is_sent_away(raw) else frozenset()
        return sent | bystanders.bystanders(raw, self._friends, self._scene.document.text)

    def _hosts(self, phrase: Phrase) -> frozenset[str]:
        """The states that have granted asylum to the person whom a phrase names or stands for."""
        names = [one.mention.text for one in (phrase, *self._scene.antecedents(phrase.mention.span))] if self._refugees else []
        return frozenset().union(*(self._refugees.get(last_word(name), frozenset()) for name in names))
