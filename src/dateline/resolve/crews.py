"""Whose a crew, a craft told again and captives are: of the state of the craft or people that were struck, seized or held before.

"A cutter stopped a Greek freighter. A court fined **the captain**", "a Russian jet strayed ... **the aircraft** was shot down", "students hold ten Danish
diplomats ... moved **the hostages**".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.participants import countries_of
from dateline.types import Candidate, Participant, Phrase, PhraseForm, RawMention, ResolvedMention, Span

#: Score of the country of the craft or of those who were held.
CREW_SCORE: Final = 0.6
#: How a crew or craft has its country.
CREW: Final = "owner"
#: Who mans a craft, called by that alone ("**the pilot**", "two **crew members**").
_MANS_IT: Final = re.compile(rf"(?:{'|'.join(sorted(words_of('resolve.crews.manning')))}|crew members?)", re.I)
_CRAFT: Final = re.compile(
    r"(?:\w*(?:plane|copter|craft|boat|ship|vessel|jet|tanker|trawler|freighter|frigate|destroyer|cruiser|fighter|bomber|submarine|ferry|yacht|barge|airliner|drone)s?"
    r"|[A-Z][A-Za-z]{0,3}-\d+\w*)$"
)
_HELD: Final = words_of("resolve.crews.held")
_TAKING: Final = frozenset({"ASSAULT", "COERCE"})
#: Modes of acts by which somebody is held.
_HOLDING: Final = frozenset({"abduct", "arrest"})
#: Types of acts done to a craft that was taken.
_DONE_TO_IT: Final = _TAKING | {"RETREAT"}
#: Types of acts that are words of a crew; whatever else it is said to do may be another's.
_SPOKEN: Final = frozenset({"ACCUSE", "CONCEDE", "REJECT", "REQUEST"})
#: Sentences back in which the craft may be told of.
_BACK: Final = 4
#: The same where nothing was done to it.
_NEAR: Final = 2


def is_craft(words: str) -> bool:
    """Whether words end in a noun or type of ships or aircraft."""
    return _CRAFT.search(words) is not None


class Crews:
    """The craft and people of a document that somebody took, struck or holds.

    Args:
        named: the phrases that name their country, by sentence.
        text: the document.
    """

    def __init__(self, named: Mapping[int, Sequence[tuple[Phrase, Candidate]]], text: str) -> None:
        self._named, self._text = named, text
        #: By sentence the countries of craft that were struck or seized, and of whoever is held.
        self._struck: dict[int, set[str]] = {}
        self._held: dict[int, set[str]] = {}
        #: Where those are told who strike and seize.
        self._takers: set[Span] = set()

    def note(self, act: ResolvedMention) -> None:
        """Remembers what was struck or seized and who is held."""
        raw = act.raw
        if raw.type not in _TAKING or raw.negated:
            return
        self._takers.update(p.span for p in act.actors)
        codes = {p.country for p in act.recipients if p.country and is_craft(p.text)} - BODIES
        if codes:
            self._struck.setdefault(raw.sentence.index, set()).update(codes)
        if taken := countries_of(act.recipients) - countries_of(act.actors) - BODIES if _HOLDING.intersection(raw.modes) else codes:
            self._held.setdefault(raw.sentence.index, set()).update(taken)

    def settled(self, raw: RawMention, parties: Sequence[Participant], phrases: Iterable[Phrase], role: str) -> tuple[Participant, ...]:
        """The parties of a side, those with the country of the craft or captives told before who say no more than that they are such."""
        by_span = {p.mention.span: p for p in phrases}
        return tuple(self._settled(raw, one, by_span.get(one.span), role) for one in parties)

    def _settled(self, raw: RawMention, one: Participant, phrase: Phrase | None, role: str) -> Participant:
        if one.country is not None or phrase is None or phrase.form is PhraseForm.NAME:
            return one
        code = self._country(raw, phrase, role) if phrase.form is PhraseForm.NOMINAL else self._of_it(raw, phrase, role)
        return replace(one, country=code, score=CREW_SCORE, method=CREW) if code else one

    def _country(self, raw: RawMention, phrase: Phrase, role: str) -> str | None:
        words, at = phrase.mention.text, phrase.sentence
        if role == "actors":
            return self._last(self._struck, at) if raw.type in _SPOKEN and _MANS_IT.fullmatch(words) else None
        if words.lower() in _HELD:
            return self._last(self._held, at) if self._is_definite(phrase) else None
        if not (_MANS_IT.fullmatch(words) or (_CRAFT.fullmatch(words) and self._is_definite(phrase))):
            return None
        return self._last(self._struck, at) or self._alone(phrase)

    def _of_it(self, raw: RawMention, phrase: Phrase, role: str) -> str | None:
        """The country of the craft that was taken right before, of which something is done to "it"."""
        meant = role == "recipients" and not phrase.subject and phrase.mention.text.lower() == "it" and raw.type in _DONE_TO_IT
        return self._last(self._struck, phrase.sentence, _NEAR) if meant else None

    @staticmethod
    def _last(told: Mapping[int, Collection[str]], at: int, reach: int = _BACK) -> str | None:
        """The one country of the last sentence that tells of some; ``None`` where they are several."""
        codes = next((told[back] for back in range(at, at - reach - 1, -1) if back in told), ())
        return next(iter(codes)) if len(codes) == 1 else None

    def _alone(self, phrase: Phrase) -> str | None:
        """The country of all craft of which the text tells right before, other than those that strike and seize."""
        near = [pair for at in range(phrase.sentence, phrase.sentence - _NEAR - 1, -1) for pair in self._named.get(at, ())]
        craft = [
            (p, c) for p, c in near
            if p.mention.span.end <= phrase.mention.span.start and p.form is not PhraseForm.PRONOUN and is_craft(p.mention.text)
        ]  # fmt: skip
        codes = {c.country for p, c in craft if p.mention.span not in self._takers and c.country} - BODIES
        return next(iter(codes)) if len(codes) == 1 else None

    def _is_definite(self, phrase: Phrase) -> bool:
        """Whether "the" stands before a phrase."""
        start, whole = phrase.mention.span.start, phrase.extended.start if phrase.extended else phrase.mention.span.start
        return "the " in {self._text[max(0, start - 4) : start].lower(), self._text[whole : whole + 4].lower()}
