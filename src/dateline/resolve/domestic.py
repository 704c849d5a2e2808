"""Whose a senator, the police or a union is in news from a state that tells of others only by their nationals: the state's of the dateline, or of the opening.

"ACCRA, May 4 - A Japanese engineer was abducted ... **Senator Adjei** blamed **the police**" names Japan and not Ghana, and yet neither is Japanese. Where the
text tells of another state as one that acts too, this holds of offices that deal with home affairs alone, in a story that is about its dateline's state, and
of who turns to the only other state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from dateline.ontology.inflect import singular
from dateline.ontology.wordlists import words_of
from dateline.resolve.anaphora.words import is_human
from dateline.resolve.belonging import BODIES, Scene
from dateline.resolve.crossing import is_envoy
from dateline.resolve.namesakes import is_shared
from dateline.resolve.outsiders import is_onlooker, is_outsider
from dateline.resolve.participants import countries_of
from dateline.resolve.sided import NAMED_STATES
from dateline.resolve.sightings import Sighting
from dateline.resolve.treaties import is_treaty
from dateline.types import Participant, Phrase, PhraseForm, RawMention, SentenceKind

#: Sectors of those who hold office in a state, serve it, fight in it or work in it.
_OF_STATE: Final = frozenset("GOV LEG JUD COP MIL PTY REB LAB".split())
#: Sectors whose members have nothing to do with other states.
_AT_HOME: Final = frozenset({"COP", "JUD", "LAB", "LEG", "PTY"})
#: Sectors of those who hold and charge people.
_HOLDING: Final = frozenset({"COP", "JUD"})
#: The last of the sentences with which a text begins: a headline and two more.
_OPENING: Final = 2
#: Types of acts by which the forces and helpers of one state reach the people of another, and how parties are read whose country is a guess.
_DONE_ABROAD: Final = frozenset({"AID", "ASSAULT", "COERCE"})
_GUESSED: Final = frozenset({"setting", "dateline", "likely reference", "named elsewhere"})
#: Sectors of a state's own offices, which turn to other states.
_ABROAD: Final = frozenset({"GOV", "MIL"})
#: Sectors of those who are many at home and single abroad ("**nurses** went on strike", "a British nurse").
_MANY: Final = frozenset({"AGR", "EDU", "MED"})
_OFFICERS: Final = words_of("resolve.domestic.officers")
_HOUSES: Final = words_of("resolve.domestic.houses")
_MISSIONS: Final = words_of("resolve.domestic.missions")
_STATES_OWN: Final = words_of("resolve.domestic.states_own")
#: Words behind an adjective up to a noun for a person ("Chinese **mine managers**").
_BEHIND: Final = re.compile(r"(?:[\s-][a-z]+){1,3}")
#: Kinds of sighting that may be where something is, and what else says so: "in Lamu, **Kenya**", "on the coast of **Togo**".
_PLACES: Final = frozenset({"capital", "country", "town"})
_OF_TOWN: Final = re.compile(r"\b(?:in|at|near|outside|around) (?:[A-Z][\w'’-]+ ){0,2}[A-Z][\w'’-]+, $|\b(?:in|on|off|near) the (?:[a-z-]+ ){1,3}of $")
#: As many characters at most.
_TOWN: Final = 60
#: Before people of a state who are counted, and as many characters at most.
_COUNTED: Final = re.compile(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|several|some|many) (?:[a-z]+ )?$", re.I)
_FEW: Final = 30
#: A speaker where the report is from: "a military spokesman **here**".
_HERE: Final = re.compile(r"\s+here\b")
#: Kinds of sighting that are a state as a whole, and what makes it an owner ("Chad**'s** parliament").
_WHOLE: Final = frozenset({"capital", "country"})
_POSSESSIVE: Final = re.compile(r"['’]s\b")
#: Those who go to other states for their own, or receive them.
_GUESTS: Final = words_of("resolve.domestic.guests")
#: Towns from which bodies of several states report, and those from which the press reports on the states around.
_SEATS: Final = words_of("resolve.domestic.seats")
_HUBS: Final = words_of("resolve.domestic.hubs")
#: Nouns of offices beyond those whose sector is known ("the king's **chamberlain**").
_SERVANTS: Final = words_of("resolve.domestic.servants")
#: What makes a phrase somebody's.
_OWNED: Final = re.compile(r"(?:its|their|his|her|our|my|foreign|other|both|two)\b", re.I)
_COUNT: Final = re.compile(r"two\b", re.I)


class Domestic:
    """Whose the offices of a document are.

    Args:
        scene: the countries of the document.
        home: the state of its dateline.
        town: the first dateline as the text writes it.
        in_passing: the states that the document names in passing alone: see :mod:`dateline.resolve.inpassing`.
    """

    def __init__(self, scene: Scene, home: str | None, town: str = "", in_passing: frozenset[str] = frozenset()) -> None:
        self._in_passing = in_passing
        self._scene, self._dated, self._town = scene, home is not None, town.lower().split(",")[0].strip()
        self._home = home or self._abroad()

    def _abroad(self) -> str | None:
        """The state in which a document without dateline begins with nationals of another ("Two **Korean** traders were robbed **in Bangladesh**")."""
        scene = self._scene
        for at in range(_OPENING + 1):
            here = scene.by_sentence.get(at, ())
            guests = {s.country for s in here if s.kind == "adjective" and is_national(scene.text, s.end)}
            places = {s.country for s in here if s.kind in _PLACES and (s.where == "in" or _OF_TOWN.search(scene.text, max(0, s.start - _TOWN), s.start))}
            if guests and len(places - guests - BODIES) == 1:
                return next(iter(places - guests - BODIES))
        return None

    @cached_property
    def _acting(self) -> dict[int, list[Sighting]]:
        """By sentence, where the document tells of other states otherwise than by people of theirs who hold no office."""
        text, found = self._scene.text, dict[int, list[Sighting]]()
        for one in self._scene.sightings:
            if one.country in BODIES or one.country == self._home or one.country in self._in_passing or is_shared(text[one.start : one.end]):
                continue
            if one.kind != "adjective" or not is_national(text, one.end, one.start):
                found.setdefault(one.sentence, []).append(one)
        return found

    @cached_property
    def _others(self) -> frozenset[str]:
        """The other states that act."""
        return frozenset(one.country for here in self._acting.values() for one in here)

    @cached_property
    def _are_outside(self) -> bool:
        """Whether the document tells of the other states that act as whole states or by whom they send only, and of none of their places, people or offices, so
        that the offices that it names by their nouns are those of its dateline ("SOFIA - Serbia closed the border. **The opposition** ...").

        The press reports from some towns on the states around: there nothing follows from it.
        """
        acting = [one for here in self._acting.values() for one in here]
        return self._town not in _HUBS | _SEATS and all(self._is_whole(one) or self._is_guest(one) for one in acting)

    def _is_whole(self, one: Sighting) -> bool:
        """Whether a state is named as one that acts or is told of itself."""
        return one.kind in _WHOLE and one.where != "in" and not _POSSESSIVE.search(self._scene.text, one.start, one.end + 2)

    def _is_guest(self, one: Sighting) -> bool:
        """Whether a state is named for whom it sends or who speaks for it, of whom the document tells what is said or done to him ("met **the Danish** premier")."""
        text, end = self._scene.text, one.end
        owner = _POSSESSIVE.search(text, one.start, end + 2)
        behind = _BEHIND.match(text, max(end, owner.start() + 2) if owner else end) if owner or one.kind == "adjective" else None
        acting = any(span.start <= one.start < span.end for span in self._scene.subjects.get(one.sentence, ()))
        return behind is not None and not acting and any(singular(word) in _GUESTS for word in behind.group().replace("-", " ").split())

    @cached_property
    def _is_about_home(self) -> bool:
        """Whether a document names the state of its dateline at the beginning, or oftener than any other, or begins with no other that acts."""
        totals = self._scene.totals
        own = totals[self._home] if self._home else 0
        if self._begins_at_home or any(s.country == self._home and s.sentence <= _OPENING for s in self._scene.sightings):
            return True
        return own > 0 and all(totals[code] <= own for code in self._others)

    @cached_property
    def _begins_at_home(self) -> bool:
        """Whether the first sentence, and a headline before it, tell of no other state than by its nationals."""
        first = next((one.index for one in self._scene.sentences if one.kind is not SentenceKind.HEADLINE), 0)
        return self._home is not None and not any(at in self._acting for at in range(first + 1))

    def state_of(self, one: Participant, phrase: Phrase, other: Iterable[Participant]) -> str | None:
        """The state of the dateline, or in which a text without one opens, where a party is of it.

        Args:
            one: the party, without a country.
            phrase: its words.
            other: the other side.
        """
        if self._home is None or self._home in BODIES or not _is_of_state(one, phrase) or not self.is_bare(phrase):
            return None
        if not self._others or not self._dated:
            return None if self._others else self._home
        strict = one.sector in _AT_HOME or (one.sector in _MANY and phrase.plural) or phrase.head in _HOUSES or self._title(phrase) in _OFFICERS
        if strict and self._is_about_home and self._is_alone(phrase):
            return self._home
        if self._begins_at_home and not self._tells_of_others(phrase.sentence):
            return self._home
        if self._are_outside and self._is_alone(phrase):
            return self._home
        if one.sector in _HOLDING and self._are_visitors(phrase):
            return self._home
        told = {p.country for p in other if p.method in NAMED_STATES}
        return self._home if one.sector in _ABROAD and len(told) == 1 and told == self._others else None

    def of_struck(self, raw: RawMention, phrase: Phrase, actors: Sequence[Participant], place: str | None) -> str | None:
        """The state of the dateline, where others' forces strike, hold or help somebody bare and the text has told of no third state but by whom it says
        something of ("MARIUPOL, Ukraine - Russian planes bombed **a maternity ward**").

        Args:
            raw: the act.
            phrase: the recipient's phrase, which names no country.
            actors: who does it, as settled.
            place: the country of the act's place.
        """
        home, doers = self._home if self._dated else None, countries_of(actors)
        if home is None or home in BODIES or self._town in _SEATS | _HUBS or len(doers) != 1 or home in doers or place not in {None, home}:
            return None
        if raw.type not in _DONE_ABROAD or any(p.sector in _AT_HOME or (raw.type == "COERCE" and p.sector != "MIL") or p.method in _GUESSED for p in actors):
            return None
        if phrase.form is not PhraseForm.NOMINAL or not self.is_bare(phrase, _COUNT) or is_outsider(phrase) or "rebel" in phrase.mention.text:
            return None
        scene, start, end = self._scene, phrase.mention.span.start, raw.sentence.span.end
        acting = [span for spans in scene.subjects.values() for span in spans]
        told = (s for s in scene.sightings if s.country not in doers | {home} and (s.start < start or (s.start < end and s.kind != "adjective")))
        return home if all(any(span.start <= s.start < span.end for span in acting) for s in told) else None

    def of_speaker(self, one: Participant, phrase: Phrase) -> str | None:
        """The state of the dateline, where an office of it speaks before the text has told of any other state ("OSLO - **A foreign ministry spokeswoman**
        confirmed that Moscow ..."), or of the only other state in its sentence, behind it; from a town of which a text says that the speaker is "here".

        Args:
            one: the speaker, without a country.
            phrase: its words.
        """
        home = self._home if self._dated else None
        if home is None or home in BODIES or phrase.form is not PhraseForm.NOMINAL or not self.is_bare(phrase):
            return None
        if not (one.sector in _OF_STATE or phrase.head.lower() in _SERVANTS) or self.names_somebody(phrase):
            return None
        if _HERE.match(self._scene.text, phrase.end):
            return home
        if self._town in _SEATS or (self._town in _HUBS and phrase.plural):
            return None
        start = phrase.mention.span.start
        told = [s for here in self._acting.values() for s in here]
        if all(s.start > start for s in told):
            return home
        here = [s for s in self._scene.by_sentence.get(phrase.sentence, ()) if s.country != home and s.country not in BODIES]
        behind = {s.country for s in here if s.start > start and s.where != "in"}
        if len(behind) != 1 or any(s.start < start for s in here):
            return None
        named = self._scene.totals[home] > 1
        alone = behind == self._others and (named or self._town not in _HUBS)
        return home if alone or (named and self._is_about_home and home in self._scene.countries.get(phrase.sentence - 1, ())) else None

    def names_somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase names a state or body ("a spokesman for the **United Nations** command")."""
        start, end = phrase.mention.span.start, phrase.end
        return any(start <= s.start < end for s in self._scene.by_sentence.get(phrase.sentence, ()))

    def is_bare(self, phrase: Phrase, counted: re.Pattern[str] | None = None) -> bool:
        """Whether a phrase is an office's or force's without an owner, or ``counted`` alone, and no mission's in the state, nor in a headline in capitals."""
        if phrase.form is PhraseForm.PRONOUN or phrase.mention.text.isupper() or is_treaty(phrase) or is_onlooker(phrase) or is_envoy(phrase) or phrase.head in _MISSIONS:
            return False
        start = phrase.extended.start if phrase.extended else phrase.mention.span.start
        owned = _OWNED.match(self._scene.text, start) is not None and (counted is None or counted.match(self._scene.text, start) is None)
        return not owned and singular(phrase.head.lower()) not in self._nationals

    @cached_property
    def _nationals(self) -> frozenset[str]:
        """The nouns by which the document has told of other states' nationals ("**workers**")."""
        found = set()
        for seen in self._scene.sightings:
            if seen.kind == "adjective" and seen.country != self._home and (head := national(self._scene.text, seen.end)):
                found.add(head)
        return frozenset(found)

    def _is_alone(self, phrase: Phrase) -> bool:
        """Whether the sentence of a phrase tells of no other state before it, and the text has not just gone to one."""
        start = phrase.mention.span.start
        if any(s.end <= start for s in self._acting.get(phrase.sentence, ())):
            return False
        return not any(s.where == "in" for s in self._acting.get(phrase.sentence - 1, ()))

    def _are_visitors(self, phrase: Phrase) -> bool:
        """Whether the other states told of by then are several, the dateline's is not, and none of them is where things happen, so that police who hold somebody are none of theirs
        ("LIMA - Chile and Japan met. **Police** arrested ...")."""
        told = [s for here in self._acting.values() for s in here if s.start < phrase.mention.span.start]
        if self._town in _HUBS or self._scene.totals[self._home or ""] or any(s.where == "in" or s.kind == "town" for s in told):
            return False
        return len({s.country for s in told}) > 1

    def _tells_of_others(self, sentence: int) -> bool:
        """Whether a sentence or the one before tells of another state."""
        return sentence in self._acting or sentence - 1 in self._acting

    @staticmethod
    def _title(phrase: Phrase) -> str:
        """The noun of an office, or the title before a name."""
        return phrase.head.lower() if phrase.form is PhraseForm.NOMINAL else phrase.mention.text.partition(" ")[0].lower()


def _is_of_state(one: Participant, phrase: Phrase) -> bool:
    """Whether a party holds office in a state, serves it or works in it."""
    return one.sector in _OF_STATE or (one.sector in _MANY and phrase.plural)


def is_national(text: str, end: int, start: int = 0) -> bool:
    """Whether a state's adjective at ``start`` to ``end`` says whose national somebody is who holds no office ("a **Japanese** engineer", "six **Canadians**")."""
    return national(text, end) is not None or (start < end and text[end - 1] == "s" and _COUNTED.search(text, max(0, start - _FEW), start) is not None)


def national(text: str, end: int) -> str | None:
    """The noun for somebody without office behind a state's adjective that ends here, in the singular."""
    behind = _BEHIND.match(text, end)
    for word in behind.group().replace("-", " ").split() if behind else ():
        one = singular(word)
        if one in _MISSIONS or one in _STATES_OWN or word in _STATES_OWN:
            return None
        if is_human(one):
            return one
    return None
