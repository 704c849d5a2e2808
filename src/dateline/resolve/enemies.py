"""Whom a state's forces strike: seldom their own state, where the blow falls in another one or the text tells of a war between two.

"Ukrainian forces struck **two distilleries** in Tula Oblast", "Ukraine's 79th Brigade destroyed **eleven armored vehicles**": what is struck has no
country of its own, and the one that the text names oftenest is that of the forces themselves.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.wordlists import pattern_of, words_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.participants import countries_of
from dateline.resolve.sides import ELSEWHERE
from dateline.types import Participant, Phrase, PhraseForm, RawMention, ResolvedMention

_STRIKES: Final = "ASSAULT"
#: Types of deeds done to others, and how parties are read that name a nation.
_FORCED: Final = frozenset({"ASSAULT", "COERCE"})
_NATIONS: Final = frozenset({"adjective", "composition", "people"})
_FORCES: Final = "MIL"
#: Ways in which a party's own country is a guess.
_GUESSED: Final = frozenset({"setting", "dateline"})
#: The same of those whom a text names elsewhere or by a noun for an enemy.
_OPEN: Final = _GUESSED | {"likely reference", ELSEWHERE}
#: Those whose country may be that of their enemies alone.
_BELLIGERENT: Final = frozenset({"MIL", "GOV", "REB", "UNK", None})
#: Score of a country that follows from who is at war with whom.
ENEMY_SCORE: Final = 0.6
#: So many states at most fight side by side for their enemy's target to be of all of them.
_ALLIES: Final = 3
_THEIRS: Final = re.compile(r"(?:its|their|our)\s", re.I)
_OURS: Final = re.compile(r"our\s", re.I)
_FORCES_OF: Final = words_of("resolve.enemies.forces")
#: Nouns for those on the other side of a war, of which the words of one side tell.
_ENEMY: Final = re.compile(rf"\b(?:{pattern_of('resolve.enemies.enemy')})\b", re.I)
#: Papers and offices by which a state at war tells of its battles, with the pronoun that takes them up.
_BULLETINS: Final = words_of("resolve.enemies.bulletins")
#: What forces only suffer from those whom they fight.
_BEATEN: Final = re.compile(rf"\b(?:{pattern_of('resolve.enemies.beaten')})\b", re.I)
#: Nouns for what a side of a war does against the other, and for what both do.
_OFFENSIVE: Final = re.compile(rf"\b(?:{pattern_of('resolve.enemies.offensive')})\b", re.I)
_MUTUAL: Final = re.compile(r"(?:[a-z]+ )?(?:fighting|battles?|clash(?:es)?|combat)", re.I)


def wars(acts: Iterable[tuple[str, Sequence[Participant], Sequence[Participant], str | None]]) -> dict[str, frozenset[str]]:
    """Of each state the states that strike it or that it strikes.

    Args:
        acts: type, actors and recipients by their own words, and the country of the place, which tells whom a blow hit where no recipient does.
    """
    found: dict[str, frozenset[str]] = {}
    for kind, actors, recipients, place in acts:
        one, two = countries_of(actors), countries_of(recipients) or frozenset({place} if place else ())
        if kind != _STRIKES or len(one) != 1 or len(two) != 1 or one == two or (one | two) & BODIES:
            continue
        (a,), (b,) = one, two
        found[a] = found.get(a, frozenset()) | two
        found[b] = found.get(b, frozenset()) | one
    return found


def struck(
    kind: str, own: Sequence[Participant], actors: Sequence[Participant], one: Participant, place: str | None, at_war: Mapping[str, frozenset[str]]
) -> str | None:
    """The country of what is struck where it was given that of the forces that strike it; ``None`` where that stands.

    Args:
        kind: type of the act.
        own: its actors by their own words.
        actors: its actors as settled.
        one: a recipient as settled.
        place: the country of the act's place.
        at_war: see :func:`wars`.
    """
    codes = countries_of(actors)
    if kind != _STRIKES or one.method not in _GUESSED or codes != {one.country} or one.country in BODIES:
        return None
    told = countries_of(own) == codes
    if place is not None:
        return place if place not in codes and (told or all(p.sector == _FORCES for p in actors)) else None
    enemies = at_war.get(one.country or "", frozenset())
    return next(iter(enemies)) if told and len(enemies) == 1 else None


class Fights:
    """Who fights whom in a text, as its acts tell it: by their own words, and where one side is told and the other settled.

    Args:
        at_war: see :func:`wars`.
    """

    def __init__(self, at_war: Mapping[str, frozenset[str]]) -> None:
        self._of = dict(at_war)
        self._teller: str | None = None

    def note(self, resolved: ResolvedMention) -> None:
        """Remembers an act of force between two states of which one is told by its words."""
        if resolved.raw.type != _STRIKES:
            return
        one, two = countries_of(resolved.actors), countries_of(resolved.recipients)
        told = any(p.country and p.method not in _OPEN for p in (*resolved.actors, *resolved.recipients))
        if not told or len(one) != 1 or len(two) != 1 or one == two or (one | two) & BODIES:
            return
        (a,), (b,) = one, two
        self._of[a], self._of[b] = self._of.get(a, frozenset()) | two, self._of.get(b, frozenset()) | one

    def enemy(self, country: str | None) -> str | None:
        """The one state that fights another."""
        found = self._of.get(country or "", frozenset())
        return next(iter(found)) if len(found) == 1 else None

    def telling(self, said: tuple[Participant, ...], phrase: Phrase | None) -> tuple[Participant, ...]:
        """The speaker of an act; a communique without a country is of the belligerent who told of the war before ("Iraq said ... A **communique** said")."""
        if phrase is None or len(said) != 1:
            return said
        if said[0].country is not None:
            self._teller = said[0].country
            return said
        if phrase.head not in _BULLETINS or self._teller not in self._of:
            return said
        return (replace(said[0], country=self._teller, score=ENEMY_SCORE, method="speaker"),)

    def sides(
        self, raw: RawMention, actors: tuple[Participant, ...], recipients: tuple[Participant, ...], voice: str | None
    ) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """The sides of an act of force with the enemy's country where they were given the same one, or where one is called the enemy.

        Args:
            raw: the act.
            actors: its actors as settled.
            recipients: its recipients as settled.
            voice: the country of who tells of it.
        """
        if raw.type != _STRIKES or not self._of:
            return actors, recipients
        recipients = tuple(self._called(one, countries_of(actors), voice) for one in recipients)
        actors = tuple(self._called(one, countries_of(recipients), voice) for one in actors)
        both = countries_of(actors)
        if len(both) == 1 and both == countries_of(recipients) and all(p.method in _OPEN for p in actors) and self._are_forces(recipients):
            other = voice if voice in self._of and voice not in both else self.enemy(next(iter(both)))
            actors = tuple(replace(p, country=other, score=ENEMY_SCORE) for p in actors if raw.actors) if other else actors
        own = any(are_of_teller(phrase, raw) for phrase in raw.actors) or any(p.method not in _OPEN for p in actors)
        if voice is not None and own and both == {voice} and (other := self.enemy(voice)):
            recipients = tuple(replace(p, country=other, score=ENEMY_SCORE) if p.country == voice and p.method in _GUESSED else p for p in recipients)
        recipients = self._hit(raw, actors, recipients)
        if not raw.recipients and len(both) == 1 and both == countries_of(recipients) and all(p.method == ELSEWHERE for p in recipients):
            recipients = ()
        return actors, recipients

    def _hit(self, raw: RawMention, actors: Sequence[Participant], recipients: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Forces that a told state's forces strike, with the countries of all whom it fights where they were given its own ("Iraqi gunners fired at **the planes**")."""
        codes = countries_of(actors)
        enemies = sorted(self._of.get(next(iter(codes), ""), ())) if len(codes) == 1 and all(p.method not in _OPEN for p in actors) else []
        if not 0 < len(enemies) <= _ALLIES:
            return recipients
        own = [p for p in recipients if p.method in _GUESSED and p.sector == _FORCES and p.country in codes]
        return tuple(replace(p, country=code, score=ENEMY_SCORE) if p in own else p for p in recipients for code in (enemies if p in own else [""]))

    def _called(self, one: Participant, across: frozenset[str], voice: str | None) -> Participant:
        """The party called "**the enemy**" with the country of the other side of the war; of the teller's where the other side of the act is not told."""
        if (one.country and one.method not in _OPEN) or not _ENEMY.search(one.text):
            return one
        against = next(iter(across)) if len(across) == 1 and one.country not in across else voice
        other = self.enemy(against) or (self.enemy(voice) if voice else None)
        return replace(one, country=other, score=ENEMY_SCORE, method="setting") if other else one

    @staticmethod
    def _are_forces(parties: Sequence[Participant]) -> bool:
        return any(p.sector == _FORCES for p in parties) and all(p.method not in _OPEN for p in parties)

    def beaten_by(self, raw: RawMention, actors: Sequence[Participant], recipients: Sequence[Participant], voice: str | None) -> str | None:
        """The state that beat forces of which it is only told what became of them ("the Iranian troops were **annihilated**", "the **fall** of")."""
        codes = countries_of(recipients)
        if raw.type != _STRIKES or actors or len(codes) != 1:
            return None
        (beaten,) = codes
        if raw.voice == "passive" and voice is not None and self.enemy(beaten) == voice and self._are_forces(recipients):
            return voice
        if not _BEATEN.search(raw.trigger.text):
            return None
        if voice is not None and voice != beaten and all(_ENEMY.search(p.text) for p in recipients):
            return voice
        forces = all(p.sector in _BELLIGERENT or p.method == "people" for p in recipients)
        return self.enemy(beaten) if forces else None

    def against(self, raw: RawMention, actors: Sequence[Participant], recipients: Sequence[Participant]) -> str | None:
        """The state that an offensive of a told belligerent is against, where nothing tells it ("Iran launched a new **offensive**")."""
        codes = countries_of(actors)
        if raw.type != _STRIKES or recipients or len(codes) != 1 or _MUTUAL.search(raw.trigger.text) or not _OFFENSIVE.search(raw.trigger.text):
            return None
        return self.enemy(next(iter(codes)))

    def partner(self, raw: RawMention, actors: Sequence[Participant], recipients: Sequence[Participant]) -> str | None:
        """The other side of "the **fighting**" of which one side alone was found."""
        codes = countries_of(actors)
        if raw.type != _STRIKES or recipients or len(codes) != 1 or not _MUTUAL.fullmatch(raw.trigger.text):
            return None
        return self.enemy(next(iter(codes)))


def subject_before(
    raw: RawMention, one: Participant, phrase: Phrase | None, other: Sequence[Participant], subjects: Sequence[tuple[Phrase, str | None]], here: Collection[str]
) -> Participant:
    """"Them" to whom those whose nation a text names do something with the country of the others whom the sentence before is about ("Ten **Danes** landed.
    Russian guards beat **them**").

    Args:
        raw: the act.
        one: the pronoun as a party, as far as it is known.
        phrase: the pronoun.
        other: who acts.
        subjects: the subjects of the sentence before with their countries.
        here: the countries that the act's sentence names before the pronoun.
    """
    if one.country is not None or phrase is None or raw.type not in _FORCED or phrase.mention.text.lower() != "them":
        return one
    doers, about = countries_of(other), {code for p, code in subjects if code}
    told = len(doers) == 1 and all(p.method in _NATIONS for p in other) and doers == set(here)
    return replace(one, country=next(iter(about)), score=ENEMY_SCORE, method="setting") if told and len(about) == 1 and not about & (doers | BODIES) else one


def are_of_teller(phrase: Phrase, raw: RawMention) -> bool:
    """Whether a phrase of an act names forces with a word before them that says whose they are ("**its** forces")."""
    if phrase.head not in _FORCES_OF or phrase.extended is None:
        return False
    return _THEIRS.match(raw.sentence.text, max(0, phrase.extended.start - raw.sentence.span.start)) is not None


def are_ours(phrase: Phrase | None, text: str) -> bool:
    """Whether a phrase names the forces of whoever speaks ("**our troops**")."""
    if phrase is None or phrase.form is PhraseForm.PRONOUN or phrase.head not in _FORCES_OF or phrase.extended is None:
        return False
    return _OURS.match(text, phrase.extended.start) is not None
