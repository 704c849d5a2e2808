"""Who takes the measures that a text tells without a doer behind the state that takes them: "**Paris** reacted at once. Visas were suspended",
"**Algiers** broke off relations with Rabat. Its airspace was closed", "- Recall of the ambassador" under the heading "**Ecuador**".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.headings import Headings
from dateline.resolve.measures import is_measure
from dateline.resolve.participants import countries_of
from dateline.resolve.scene import DocumentScene
from dateline.resolve.sides import FILLED_SCORE, told_elsewhere
from dateline.types import Participant, RawMention, ResolvedMention, Sentence, Span, Status
from dateline.types.value import value

_MEASURES: Final = forms_of_verbs(" ".join(words_of("resolve.reprisals.measures")))
_ARMED: Final = forms_of_verbs(" ".join(words_of("resolve.reprisals.armed")))
_REACTS: Final = "|".join(sorted(forms_of_verbs(" ".join(words_of("resolve.reprisals.reacting"))), key=len, reverse=True))
_NOUNS: Final = "|".join(sorted(words_of("resolve.reprisals.reactions"), key=len, reverse=True))
#: What stands behind a state that answers: "Paris reacted", "the Peruvian government soon retaliated", "Quito's response was", "from Kenya was economic".
_ANSWERS: Final = re.compile(
    rf"(?:['’]s?)?\s+(?:\w+\s+){{0,2}}?(?:(?:{_REACTS})\b(?!\s+by\b)|(?:hit|struck) back\b|(?:moved|turned|acted) (?:on|against)\b"
    rf"|(?:{_NOUNS})\s+(?:to\s+[\w\s]{{1,30}}?)?(?:was|were|came|followed)\b)", re.I
)
_FOLLOWED: Final = re.compile(r"\bwhat (?:followed|came|came next) from\s+$", re.I)
#: By these the other side answers, or another occasion is told.
_TURNS: Final = re.compile(
    r"\b(?:respon\w+|retaliat\w+|in turn|in return|answer\w*|counter\w*|reciproc\w+|tit.for.tat|in kind|for its part|earlier|previously|already|before)\b", re.I
)
#: Sentences back in which the state is told.
_BACK: Final = 2
#: By what a text names a state, and how a party is told that bears such a name.
_NAMES: Final = frozenset({"country", "adjective", "capital"})
_TOLD: Final = frozenset({"place", "country", "capital", "adjective", "composition", "person", "surname", "metonym", "setting", "reference"})
_TYPES: Final = frozenset({"SANCTION", "COERCE"})
#: Types of what a line of a list may name.
_LISTED: Final = _TYPES | {"MOBILIZE", "ACCUSE", "REQUEST", "REJECT"}
#: Nobody does it who stands behind this "by".
_DECREE: Final = re.compile(r"\bby (?:an? |the )?(?:[\w-]+ )?(?:decree|order|law|statute|edict|proclamation|ordinance)\b", re.I)
_BE: Final = re.compile(r"\b(?:was|were|been|being) (?:\w+ly )?$")
_DONE: Final = frozenset({Status.OCCURRED, Status.ONGOING, Status.HISTORICAL})
#: What a heading says beside the state whose steps stand under it.
_SECTION: Final = re.compile(r"(?:['’]s?)?\s+(?:response|reaction|measures|steps|actions|side)$|^\W*\d+[.)]?\s+|^(?:the\s+)?(?:response|reaction|measures|steps) (?:of|by) ", re.I)
#: What a heading of a text says beside a state's name: "Seoul's answer: words first".
_MORE: Final = re.compile(r"[:;?!]|['’]s?\s")
#: Words of a heading, and of a line of a list, at most.
_HEADING: Final = 4
_LINE: Final = 25
#: Before the noun that opens a line.
_OPENS: Final = re.compile(r"(?:[-*•–]\s*)?(?:the\s|an?\s)?(?:\w+(?:al|ary|ed|ate|er|rt|ic)\s)?|[^.;(]* and (?:the\s|an?\s)?", re.I)
_CLAUSE: Final = re.compile(r"[,;(]")
_FINITE: Final = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|did|does|could|should)\b")


@value(frozen=True, slots=True)
class Taker:
    """Who takes measures against which states, told in which sentence; ``wide``: any measure, not only those between states."""

    by: tuple[Participant, ...]
    against: tuple[Participant, ...]
    sentence: Sentence
    wide: bool


def with_takers(scene: DocumentScene, acts: Sequence[ResolvedMention]) -> list[ResolvedMention]:
    """The acts with the state whose measures the text tells as the actor of measures that nobody is told to take.

    Args:
        scene: what is known of the document.
        acts: its acts with settled parties and speakers, in text order.
    """
    if not any(_is_open(act) for act in acts):
        return list(acts)
    sections = Headings(scene.document, lambda words: _state(words, scene))
    by_index = {one.index: one for one in scene.sentences}
    found: list[ResolvedMention] = []
    for act in acts:
        if _is_open(act):
            act = _in_list(act, sections, scene) if act.raw.voice == "noun" else _going_on(act, found, by_index, scene)
        found.append(act)
    return found


def _is_open(act: ResolvedMention) -> bool:
    """Whether an act is a measure of a state, told by a passive or a noun, that nobody is told to take."""
    raw = act.raw
    return not act.actors and raw.type in _LISTED and raw.status in _DONE


def _going_on(
    act: ResolvedMention, before: Sequence[ResolvedMention], sentences: Mapping[int, Sentence], scene: DocumentScene
) -> ResolvedMention:
    """A measure told by a passive with the state that the sentences before say takes measures."""
    raw = act.raw
    words = frozenset(raw.trigger.text.lower().split())
    armed = raw.type == "MOBILIZE" and not _ARMED.isdisjoint(words)
    if raw.older or not _is_passive(raw, scene.document.text) or not (armed or (raw.type in _TYPES and not _MEASURES.isdisjoint(words))) or _TURNS.search(raw.sentence.text):
        return act
    taker = next((one for back in range(1, _BACK + 1) if (one := _taker(raw.sentence.index - back, before, sentences, scene))), None)
    if taker is None or "\n" in scene.document.text[taker.sentence.span.end : raw.sentence.span.start]:
        return act
    by, against = countries_of(taker.by), countries_of(taker.against)
    named = {s.country for s in scene.belonging.by_sentence.get(raw.sentence.index, ()) if s.kind in _NAMES}
    said = act.attribution.country if act.attribution else None
    if (armed and not taker.wide) or countries_of(act.recipients) & by or (said and said not in by) or len(named - by - against) > (not against):
        return act
    recipients = act.recipients
    if raw.type == "SANCTION" and taker.against and not countries_of(recipients):
        recipients = told_elsewhere(taker.against)
    return replace(act, actors=told_elsewhere(taker.by), recipients=recipients)


def _is_passive(raw: RawMention, text: str) -> bool:
    """Whether an act is told by a passive without a doer, such as one that only a decree stands behind."""
    if raw.voice == "agent":
        return _DECREE.search(raw.sentence.text) is not None
    return raw.voice == "passive" or _BE.search(text[raw.sentence.span.start : raw.trigger.span.start]) is not None


def _taker(index: int, before: Sequence[ResolvedMention], sentences: Mapping[int, Sentence], scene: DocumentScene) -> Taker | None:
    """Who a sentence says answers, or takes a measure against another state."""
    sentence = sentences.get(index)
    if sentence is None:
        return None
    seen = [s for s in scene.belonging.by_sentence.get(index, ()) if s.kind in _NAMES and s.country]
    for at, one in enumerate(seen[:2]):
        follows = at == 0 and _ANSWERS.match(scene.document.text, one.end, sentence.span.end)
        if follows or _FOLLOWED.search(scene.document.text, sentence.span.start, one.start):
            others = {s.country: s for s in seen if s.country != one.country}
            against = tuple(_party(Span(s.start, s.end), s.country, scene) for s in others.values()) if len(others) == 1 else ()
            return Taker((_party(Span(one.start, one.end), one.country, scene),), against, sentence, wide=True)
    for act in reversed(before):
        if act.raw.sentence.index < index:
            break
        if act.raw.sentence.index == index and act.raw.type == "SANCTION" and not act.raw.negated and act.raw.status in _DONE:
            alone = is_measure(act) and len(countries_of(act.actors)) == len(countries_of(act.recipients)) == 1
            if alone and all(p.method in _TOLD or p.score == FILLED_SCORE for p in act.actors):
                return Taker(act.actors, act.recipients, sentence, wide=False)
    return None


def _party(span: Span, state: str, scene: DocumentScene) -> Participant:
    """The state that is named somewhere as a party."""
    return Participant(scene.document.slice(span), span, None, state, "GOV", ("GOV",), FILLED_SCORE, "setting")


def _state(heading: str, scene: DocumentScene) -> tuple[str, str] | None:
    """The one state that a heading names and nothing else, or nothing but that it answers, with its name there."""
    name = _SECTION.sub("", heading).strip(" :")
    if not name or len(name.split()) > _HEADING or _MORE.search(name):
        return None
    found = scene.resolver.actor(name).chosen
    is_state = found is not None and found.country is not None and found.country not in BODIES and found.sectors[:1] == ("GOV",)
    return (name, found.country) if found and found.country and is_state else None


def _in_list(act: ResolvedMention, sections: Headings[tuple[str, str]], scene: DocumentScene) -> ResolvedMention:
    """A measure that a line of a list names by its noun alone with the state of the heading over the list; what ends in a full stop is a sentence."""
    raw, start, line = act.raw, act.raw.sentence.span.start, act.raw.sentence.text
    told = sections.above(start) if sections else None
    if told is None or len(line.split()) > _LINE or line.rstrip().endswith(".") or _FINITE.search(_CLAUSE.split(line)[0]):
        return act
    if not _OPENS.fullmatch(scene.document.text, start, raw.trigger.span.start):
        return act
    name, state = told
    own = state in countries_of(act.recipients)
    if own and not ("withdraw" in raw.modes and all(p.method not in _NAMES for p in act.recipients)):
        return act
    at = scene.document.text.rfind(name, 0, start)
    return replace(act, actors=(_party(Span(at, at + len(name)), state, scene),), recipients=() if own else act.recipients)
