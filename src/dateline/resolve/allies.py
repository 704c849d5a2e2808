"""Which state "its NATO ally" is: the member of the alliance of which the text has just told, not the alliance.

Of several the subject of its sentence ("**Poland** bought tanks from Japan, although Washington had warned **its NATO ally**"), else the nearest before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES, Scene
from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, PhraseForm, Span

_ALLY: Final = re.compile(
    r"(?:[a-z-]+ ){0,2}(NATO|EU|European Union|ANZUS|ASEAN) (?:[a-z-]+ )?(?:ally|partner|member|neighbou?r|member state)", re.I
)
_OWNER: Final = re.compile(r"(?:\b(?:its|their|his|her|our)|['’]s?)\s+$", re.I)
#: The members at any time, whoever they are on the day: they tell allies from others of whom a text speaks.
_MEMBERS: Final = {
    "nato": frozenset(code.upper() for code in words_of("resolve.allies.nato")),
    "eu": frozenset(code.upper() for code in words_of("resolve.allies.union")),
    "european union": frozenset(code.upper() for code in words_of("resolve.allies.union")),
    "anzus": frozenset({"AUS", "NZL", "USA"}),
    "asean": frozenset({"BRN", "KHM", "IDN", "LAO", "MYS", "MMR", "PHL", "SGP", "THA", "TLS", "VNM"}),
}
_PARTIES: Final = frozenset({"country", "adjective", "capital", "person"})
#: How many sentences back the ally may be named.
_BACK: Final = 2


def ally_meant(phrase: Phrase, scene: Scene, owner: Collection[str]) -> str | None:
    """The state that a phrase calls somebody's ally in an alliance; ``None`` where it is no such phrase or the text names none that it can be.

    Args:
        phrase: the phrase.
        scene: where the document names countries.
        owner: the countries of "its", where they are known: the last state before is whose ally it is where they are not.
    """
    told = _ALLY.fullmatch(phrase.mention.text) if phrase.form is not PhraseForm.PRONOUN and not phrase.plural else None
    if told is None or not _OWNER.search(scene.text[max(0, phrase.mention.span.start - 8) : phrase.mention.span.start]):
        return None
    start, members = phrase.mention.span.start, _MEMBERS[told[1].lower()]
    here = _states(scene, phrase.sentence)
    before = [s for s in here if s.end <= start]
    whose = frozenset(owner) or frozenset(s.country for s in before[-1:])
    for seen in (before, *(_states(scene, phrase.sentence - back) for back in range(1, _BACK + 1)), [s for s in here if s.end > start]):
        fitting = [s for s in seen if s.country in members and s.country not in whose]
        if fitting:
            spans = scene.subjects.get(fitting[0].sentence, ())
            return next((s for s in fitting if _is_within(s, spans)), fitting[-1]).country
    return None


def _states(scene: Scene, sentence: int) -> list[Sighting]:
    return [s for s in scene.by_sentence.get(sentence, ()) if s.kind in _PARTIES and s.country not in BODIES]


def _is_within(one: Sighting, spans: Sequence[Span]) -> bool:
    return any(span.start <= one.start and one.end <= span.end for span in spans)
