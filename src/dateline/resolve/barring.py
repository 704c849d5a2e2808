"""Which countries a side of an act is **not** of: what its own words, its act and the acts before rule out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve import (
    belonging,
    crossing,
    epithets,
    ethnic,
    firstperson,
    forces,
    jointly,
    outsiders,
    owners,
    stateoffices,
    victims,
)
from dateline.resolve.owners import NEIGHBOURS, OPPOSED
from dateline.resolve.participants import countries_of
from dateline.resolve.scene import DocumentScene
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, Phrase, PhraseForm, RawMention

#: Sentences back in which another state may be named whose force it is.
_NEAR: Final = 2
_NO_BODYS: Final = frozenset({("CVL",), ("REB",)})
#: Codes of bodies of several states.
_OF_STATES: Final = frozenset({"UNO", "EUR", "IGO"})


class Barring:
    """What rules countries out in a document.

    Args:
        scene: what is known of the document.
    """

    def __init__(self, scene: DocumentScene) -> None:
        self._scene = scene
        #: The body that issues the document, of which else those might be whom its paper names.
        self._issuer = firstperson.issuing_body(scene.document, scene.resolver.actor)

    def of_side(self, raw: RawMention, known: belonging.Known, phrase: Phrase, other: Sequence[Participant]) -> frozenset[str]:
        """The countries that a side is not of, which one party without a country is.

        Args:
            raw: the act.
            known: its role, ``actors``, ``recipients`` or ``speaker``, and where the act was done.
            phrase: the party's phrase.
            other: the other side.
        """
        role, text, here = known.role, self._scene.document.text, self._named_in(phrase.sentence)
        barred = self.of_phrase(phrase)
        barred |= crossing.abroad(raw, role, phrase, other) | ethnic.not_of(phrase, here)
        if role == "actors":
            barred |= victims.not_pirates_of(phrase, self._told_by(raw))
            barred |= self._not_own_forces(raw, phrase, other)
        if role == "recipients":
            barred |= stateoffices.bodies_not_met(phrase, countries_of(other))
            barred |= self._not_struck(raw, phrase, other)
        if phrase.head in OPPOSED:
            barred |= self._owner_apart(phrase, other if role == "recipients" else ()) | (belonging.BODIES if phrase.head in NEIGHBOURS else frozenset())
        apart = jointly.is_it_of_others(phrase, other) or jointly.is_of_each(phrase, other, text)
        if apart or (role == "recipients" and (outsiders.is_whoever(phrase, text) or phrase.head in jointly.GUESTED)):
            barred |= countries_of(other)
        return barred

    def _named_in(self, sentence: int) -> Sequence[Sighting]:
        """Where a sentence names countries."""
        return self._scene.belonging.by_sentence.get(sentence, ())

    def _owner_apart(self, phrase: Phrase, acting: Sequence[Participant]) -> frozenset[str]:
        """The countries of whose rival or ally a phrase is, unless he is a politician's at home: where the pronoun does not tell, of whoever acts on it or
        of the subject before it ("Chad spoke to Niger. On Friday **its neighbour** agreed")."""
        text = self._scene.document.text
        if owners.is_rival_at_home(phrase, text):
            return frozenset()
        owner = self._scene.owner_of(phrase)
        if owner or phrase.plural or not owners.is_owned(phrase, text):
            return owner
        subject = owners.first_before(phrase, self._scene.subjects) if not acting else None
        return countries_of(acting) if subject is None else countries_of(self._scene.of(subject))

    def _not_struck(self, raw: RawMention, phrase: Phrase, other: Sequence[Participant]) -> frozenset[str]:
        """The countries that a recipient is not of by the deed."""
        return victims.not_of_doer(raw, phrase, self._scene.document.text, other, self._told_by(raw))

    def _not_own_forces(self, raw: RawMention, phrase: Phrase, other: Sequence[Participant]) -> frozenset[str]:
        """The states that a bare force is not of because it strikes theirs, where the text names others."""
        struck = forces.struck_by(raw, phrase, other, self._scene.antecedents)
        if not struck:
            return struck
        near = [s for at in range(raw.sentence.index - _NEAR, raw.sentence.index + 1) for s in self._named_in(at)]
        named = {s.country for s in near if s.end <= phrase.mention.span.start}
        return struck if named - struck - belonging.BODIES else frozenset()

    def _told_by(self, raw: RawMention) -> frozenset[str]:
        """The countries of whoever an act's words are, by its own words."""
        phrase = raw.attribution.phrase if raw.attribution else None
        return countries_of(self._scene.of(phrase)) if phrase else frozenset()

    def of_phrase(self, phrase: Phrase) -> frozenset[str]:
        """The countries and bodies that a phrase's own words rule out."""
        bodies = belonging.BODIES | stateoffices.TERRITORIES if outsiders.is_minister(phrase) else stateoffices.bodies_barred(phrase, self._scene.document.text)
        named = jointly.not_of_named(phrase, self._named_in(phrase.sentence), self._scene.document.text)
        elsewhere = self._scene.items.elsewhere(phrase.mention.span.start)
        if self._issuer in _OF_STATES and self._is_of_no_body(phrase):
            bodies |= _OF_STATES
        return bodies | named | elsewhere | self._in_passing(phrase) | epithets.ruled_out(phrase, self._scene.belonging.totals)

    def _is_of_no_body(self, phrase: Phrase) -> bool:
        """Whether a phrase is civilians or rebels, whom no body of several states has, or the family name of a person whom the text named in full before."""
        chosen, words = self._scene.lookup(phrase).chosen, phrase.mention.text
        if phrase.form is PhraseForm.NOMINAL:
            return chosen is not None and chosen.sectors[:1] in _NO_BODYS
        if phrase.form is not PhraseForm.NAME or chosen is not None or " " in words or words.isupper():
            return False
        return re.search(rf"\b[A-Z][\w.'’-]+ {re.escape(words)}\b", self._scene.document.text[: phrase.mention.span.start]) is not None

    def _in_passing(self, phrase: Phrase) -> frozenset[str]:
        """The states that the text names in passing alone, for a common noun that does not hold the name of one ("the students", not "trade with Chad")."""
        states = self._scene.in_passing
        if not states or phrase.form is not PhraseForm.NOMINAL or outsiders.is_outsider(phrase):
            return frozenset()
        whole = phrase.extended or phrase.mention.span
        return states - {s.country for s in self._named_in(phrase.sentence) if whole.start <= s.start < whole.end}
