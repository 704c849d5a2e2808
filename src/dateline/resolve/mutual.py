"""What takes two by its nature, told of one plural that no word gives to a state: "Peru and Chile dispute the bay. **Delegations** have met six times",
"**border guards** exchanged fire", "**the parties** broke off the talks" (the guidelines: of a meeting, a joint deal and two-sided fighting all parties are
actors)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve import sets
from dateline.resolve.belonging import BODIES, Scene
from dateline.resolve.participants import countries_of
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, Phrase, PhraseForm, RawMention

_DELEGATES: Final = words_of("resolve.mutual.delegates")
_FIGHTERS: Final = words_of("resolve.mutual.fighters")
_HOLDERS: Final = words_of("resolve.mutual.holders")
_OPPOSED: Final = words_of("resolve.mutual.opposed")
_PLAIN: Final = words_of("resolve.mutual.plain")
#: What two do only together, by the type of the act: the beginning of its trigger.
_MUTUAL: Final = {
    "ASSAULT": re.compile(r"exchang|trad(?:e|ed|ing)\b|clash|duel|skirmish|scuffle|brawl|battled?$|fought$", re.I),
    "AGREE": re.compile(r"agree|reach|hammer|str(?:ike|uck)", re.I),
    "CONCEDE": re.compile(r"exchang|swap|will (?:stop|cease)|stop (?:shoot|fir|fight)", re.I),
    "CONSULT": re.compile(r"me(?:e?t|eting)\b|s[ai]t\b|talk|negotiat|conferr?|gather|reconven|resum|(?:sh[oa]|shaking)\w* hands|initial", re.I),
    "COOPERATE": re.compile(r"exchang|swap|trad(?:e|ed|ing)\b", re.I),
    "REJECT": re.compile(r"(?:broke|break)\w* off|call\w* off|fail|part(?:ed|ing)?\b|left without|disagree", re.I),
    "RETREAT": re.compile(r"exchang|swap|ceas|disengag|f[ae]ll\w* silent|stopp? ?ed (?:shoot|fir|fight)", re.I),
    "SANCTION": re.compile(r"(?:broke|break)\w* off", re.I),
    "SUPPORT": re.compile(r"sign|initial|put \w+ (?:name|signature)|ink|seal|conclud|normali|restor", re.I),
}
#: Of these types each that a known plural does alone has two sides, whatever its word.
_TOGETHER: Final = frozenset({"AGREE", "COOPERATE", "SUPPORT"})
_FORCE: Final = frozenset({"ASSAULT", "CONCEDE", "RETREAT"})
#: The second party of what somebody does with or to another.
_WITH: Final = re.compile(r"\s+(?:again\s+)?(?:with|against)\b")
#: Of a text on an army and its rebels the two are no two states.
_AT_HOME: Final = re.compile(r"\b(?:rebel|insurgent|guerrilla|opposition|militant|militia|separatist|secessionist|junta|warlord|faction)", re.I)
_THE: Final = re.compile(r"\b(?:the|two|both|their)\s+$", re.I)
#: Before a plural of some only, or of somebody's.
_SOME: Final = re.compile(
    r"(?:\b(?:an?|some|several|many|most|other|more|few|no|these|those|such|its|his|her|our|my|your|any|all|every|of|dozens|hundreds|thousands|\d+)|['’]s?)\s+$", re.I
)
#: After a plural that says itself whose it is.
_TIED: Final = re.compile(r"\s+(?:of|from|for|and|or)\s|,?\s+(?:and|or)\s|,\s")
_BACK: Final = 2
_BOTH: Final = 2
#: Sentences back in which the two may stand, and letters before a name in which a town's may ("in Arusha, **Tanzania**").
_FAR: Final = 3
#: Kinds of sighting by which a text speaks of a state as a party.
_PARTIES: Final = frozenset({"country", "adjective", "capital", "person"})
_DEALS: Final = words_of("resolve.mutual.deals")
#: Types of acts of which a deal or talks are the object.
_DEALING: Final = frozenset({"AGREE", "CONSULT", "REJECT", "SANCTION", "SUPPORT"})
#: Weapons that nobody fires any more.
_SILENT: Final = re.compile(r"(?:(?:guns?|gunfire|artillery|mortars|cannons?|rifles|weapons|shelling|shooting|batteries)\b.*)?\b(?:f[ae]ll\w*|gone|went) (?:silent|quiet)", re.I)


def is_of_known_two(raw: RawMention, phrase: Phrase, text: str) -> bool:
    """Whether a meeting or a deal is told of one plural that the text has spoken of ("**the generals** met in Kerem")."""
    return sets.are_two(phrase, text) and (raw.type == "CONSULT" or (raw.type in _TOGETHER and phrase.head in sets.DEALING))


def is_of_two(raw: RawMention, phrase: Phrase, scene: Scene) -> bool:
    """Whether an act that only two can do is told of one plural alone, which stands then for both.

    Args:
        raw: the act.
        phrase: its only actor.
        scene: the countries of the document.
    """
    text, end = scene.text, phrase.mention.span.end
    if phrase.form is not PhraseForm.NOMINAL or not phrase.plural or _TIED.match(text, end) or _WITH.match(text, raw.trigger.span.end):
        return False
    mutual = _MUTUAL.get(raw.type)
    return mutual is not None and mutual.match(raw.trigger.text) is not None and _is_bare(raw, phrase, text) and not _is_at_home(raw, scene)


def two_joined(scene: Scene, raw: RawMention) -> tuple[str, ...]:
    """The two states that a text last joined before an act ("**Peru and Chile** dispute the bay")."""
    for at in range(raw.sentence.index, max(-1, raw.sentence.index - _FAR - 1), -1):
        runs = [run for run in sets.runs_of(_parties(scene, raw, at), scene.text) if len(run) == _BOTH]
        if runs:
            return runs[-1]
    return ()


def _parties(scene: Scene, raw: RawMention, at: int) -> list[Sighting]:
    """The states that a sentence names as parties, before an act."""
    here = scene.by_sentence.get(at, ())
    return [s for s in here if s.end <= raw.trigger.span.start and s.kind in _PARTIES and s.country not in BODIES and s.where != "in"]


def without_deal(raw: RawMention, actors: Sequence[Participant]) -> RawMention:
    """An act of two states without the deal or the talks that they sign or break off: a joint deal has no recipient ("Iraq and Kuwait signed **the accord**")."""
    if raw.type not in _DEALING or not raw.recipients or len(countries_of(actors)) < _BOTH or _MUTUAL[raw.type].match(raw.trigger.text) is None:
        return raw
    deals = all(p.form is PhraseForm.NOMINAL and p.head in _DEALS for p in raw.recipients)
    return replace(raw, recipients=()) if deals else raw


def is_silence(raw: RawMention, scene: Scene) -> bool:
    """Whether guns fall silent of which no word says whose they are."""
    if raw.type != "RETREAT" or raw.recipients or _SILENT.match(raw.trigger.text) is None or _is_at_home(raw, scene):
        return False
    here = {s.country for s in _parties(scene, raw, raw.sentence.index)}
    return len(here) == _BOTH or not (here or (raw.actors and raw.actors[0].head not in _FIGHTERS))


def _is_at_home(raw: RawMention, scene: Scene) -> bool:
    """Whether a text tells shortly before an act of rebels or the like, who fight their own state."""
    first = scene.sentences[max(0, raw.sentence.index - _BACK)].span.start
    return _AT_HOME.search(scene.text, first, raw.sentence.span.end) is not None


def _is_bare(raw: RawMention, phrase: Phrase, text: str) -> bool:
    """Whether nothing beside the noun of a plural says whose it is: it is known ("the parties"), or such as each of the two sends ("envoys", "border guards")."""
    start = phrase.mention.span.start
    if any(word not in _PLAIN for word in phrase.mention.text.lower().split()[:-1]):
        return False
    sent = _DELEGATES if raw.type not in _FORCE else _FIGHTERS
    if _THE.search(text, max(0, start - 6), start):
        return phrase.head in sent | _OPPOSED | (_HOLDERS if raw.type not in _FORCE else frozenset())
    bare = phrase.extended is None or phrase.extended.start >= start
    return phrase.head in sent and bare and _SOME.search(text, max(0, start - 10), start) is None
