"""The states that a text with a country of its own names in passing alone: as what something is sent to, bought from or talked about.

"HARARE, May 4 - The opposition accused **the government** of hiding a loan **from China**. **Police** arrested ..." names China, and yet the offices are
none of China's. A state is more than named in passing as soon as the text has it act, has something happen there or tells of an office of its
own ("in Sudan", "Sudanese police", "Khartoum said", "Sudan's army"), so that a report on it from a neighbour's capital is told apart.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.ontology.inflect import singular
from dateline.ontology.wordlists import pattern_of, words_of
from dateline.resolve.belonging import BODIES, Scene
from dateline.resolve.sightings import Sighting

#: Whoever acts for a state, and its places: what stands behind its adjective or name where more than the name is told of it.
_ITS_OWN: Final = words_of("resolve.domestic.states_own") | words_of("resolve.domestic.missions") | words_of("resolve.inpassing.its_own")
_PLACES: Final = words_of("resolve.localities.here") | words_of("resolve.inpassing.places")
#: Those of whom "from" and "for" say whose they are ("troops **from** Chad", "a spokesman **for** Chad").
_THEIRS: Final = words_of("resolve.domestic.states_own") - words_of("resolve.inpassing.goods")
#: What two states do together, so that the other acts too ("talks **with** Chad").
_TOGETHER: Final = words_of("resolve.inpassing.together")
#: Dealings of which "on" says what they are about, and not whom they hit.
_ABOUT: Final = pattern_of("resolve.inpassing.about")
_BETWEEN: Final = r"(?:(?:the|an?|its|their|his|her|some|any) )?(?:(?:neighbou?ring|nearby|war-torn|(?:north|south|east|west)ern) )?"
#: What stands before a state that is the object of a preposition: the word before, and the preposition.
_OBJECT: Final = re.compile(rf"(?:([A-Za-z-]+) )?\b(to|towards?|with|from|over|about|for|regarding|concerning|at) {_BETWEEN}$")
_ON: Final = re.compile(rf"\b(?:{_ABOUT}) on {_BETWEEN}$")
#: A war or trouble elsewhere that is itself an object ("protested over the war **in** Chad").
_TROUBLE: Final = re.compile(rf"\b(?:to|over|about|on|against|for|of|at) (?:the |a |its )?(?:[a-z-]+ )?(?:{pattern_of('resolve.inpassing.troubles')}) in (?:the )?$")
#: Kinds of sighting that are a town's, to or from which people go: it is named in passing where one deals or trades with it.
_TOWNS: Final = frozenset({"capital", "town"})
_DEALING: Final = frozenset({"with", "about"})
_TRADE: Final = words_of("resolve.inpassing.trade")
#: What is about a state whose name stands before it ("the **Chad plan**").
_MATTER: Final = words_of("resolve.inpassing.matters")
_STYLE: Final = re.compile(rf"-(?:{pattern_of('resolve.inpassing.styles')})\b")
_WORDS: Final = re.compile(r"(?:['’]s?)?((?:[ -][a-z]+){1,3})")
#: So many characters before a name hold what is asked of them.
_REACH: Final = 60


def named_in_passing(scene: Scene) -> frozenset[str]:
    """The states that a text names in passing alone.

    Args:
        scene: the countries of the document, with its subjects.
    """
    more = {one.country for one in scene.sightings if not is_in_passing(scene, one)}
    return frozenset(scene.totals) - more - BODIES


def is_in_passing(scene: Scene, one: Sighting) -> bool:
    """Whether a text names a state at one place as an object or a quality of something only."""
    before, behind = scene.text[max(0, one.start - _REACH) : one.start], _behind(scene.text, one.end)
    if one.where == "in":
        return _TROUBLE.search(before) is not None
    if any(word in _ITS_OWN or word in _PLACES for word in behind):
        return False
    if one.kind != "adjective" and not _MATTER.isdisjoint(behind[:1]):
        return True
    return _is_object(one, before) or (one.kind == "adjective" and bool(behind) and not _is_subject(scene, one))


def _is_object(one: Sighting, before: str) -> bool:
    """Whether a name is the object of a preposition that does not make it a place, an owner or a partner."""
    if _ON.search(before):
        return True
    found = _OBJECT.search(before)
    if found is None:
        return False
    whom, preposition = (found[1] or "").lower(), found[2]
    word = singular(whom)
    if preposition == "with":
        return _TOGETHER.isdisjoint({word, whom})
    if one.kind in _TOWNS and preposition not in _DEALING and word not in _TRADE:
        return False
    return not (preposition in {"from", "for"} and not _THEIRS.isdisjoint({word, whom}))


def _behind(text: str, end: int) -> tuple[str, ...]:
    """The words behind a name that may be its noun, in the singular and as written; none where the name is followed by nothing of its own."""
    if _STYLE.match(text, end):
        return ("style",)
    found = _WORDS.match(text, end)
    words = found[1].replace("-", " ").split() if found else []
    return tuple(form for word in words for form in {word, singular(word)})


def _is_subject(scene: Scene, one: Sighting) -> bool:
    return any(span.start <= one.start and one.end <= span.end for span in scene.subjects.get(one.sentence, ()))
