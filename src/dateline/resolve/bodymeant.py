"""The body of several states that "the bloc" and "the alliance" stand for, and "**the leaders**" who have met as its council: the last that the text named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import Scene
from dateline.types import Phrase, PhraseForm

_NOUN: Final = re.compile(
    r"(?:(?:regional|trade|trading|military|defen[cs]e|security|economic|customs) )?(?:bloc|alliance|grouping)|(?:regional )?organi[sz]ation|regional body", re.I
)
_THE: Final = re.compile(r"\bthe\s+$", re.I)
#: Codes of bodies that a text calls a bloc, and how many sentences back one may stand.
_CODES: Final = frozenset({"IGO", "EUR"})
_BACK: Final = 3
_MEETING: Final = words_of("resolve.bodymeant.meeting")
_SERVING: Final = words_of("resolve.bodymeant.serving")
_FIELDS: Final = words_of("resolve.bodymeant.fields")
#: Codes of bodies whose members are states, and how many sentences before its officers a body may meet.
_OF_STATES: Final = frozenset({"IGO", "EUR", "UNO"})
_MET_BACK: Final = 2
_MEET: Final = re.compile(r"\b(?:summit|meeting|session|conference|gather(?:ing|ed)|talks|debate|conven(?:ed|ing)|met|meets?)\b", re.I)
#: Bodies that are assemblies of those whom their members send.
_ASSEMBLY: Final = re.compile(r"\b(?:Council|Parliament|Assembly|Conference|Commission|Court|Tribunal)\b")
_COURT: Final = re.compile(r"\b(?:Court|Tribunal)\b")
_JUDGES: Final = frozenset({"judges", "arbitrators"})
#: What a text calls a body before it comes to its officers ("**the bloc's** envoy was turned away; the ministers").
_AGAIN: Final = re.compile(r"\bthe (?:regional |trade |military )?(?:bloc|alliance|grouping|body|organi[sz]ation|union)(?:['\u2019]s)?\b", re.I)
#: Behind officers of whom the text says themselves whose they are.
_RULERS: Final = re.compile(r"(?:\s+of\s+(?:state|government))(?:\s+(?:and|or)\s+(?:of\s+)?government)?\b")
_TIED: Final = re.compile(r"\s+(?:of|from|in|at|loyal|and|or)\b")


def body_of(phrase: Phrase, scene: Scene) -> str | None:
    """The code of the body that a phrase stands for, or whose officers it is; ``None`` where it is none's."""
    return body_meant(phrase, scene) or officers_meant(phrase, scene)


def body_meant(phrase: Phrase, scene: Scene) -> str | None:
    """The code of the body, where the text named one in the sentences before; of parties' alliances it names none ("the ruling alliance" is told apart by its words)."""
    span = phrase.mention.span
    if phrase.form is not PhraseForm.NOMINAL or phrase.plural or _NOUN.fullmatch(phrase.mention.text) is None:
        return None
    if _THE.search(scene.text[max(0, span.start - 5) : span.start]) is None:
        return None
    return _last_body(scene, range(phrase.sentence, max(-1, phrase.sentence - _BACK - 1), -1), span.start)


def _last_body(scene: Scene, sentences: Iterable[int], end: int) -> str | None:
    """The code of the last body that sentences, the nearest first, name before a place; ``None`` where it is no bloc of states or organisation."""
    for sentence in sentences:
        seen = [s for s in scene.by_sentence.get(sentence, ()) if s.kind == "body" and s.end <= end]
        if seen:
            return seen[-1].country if seen[-1].country in _CODES else None
    return None


def officers_meant(phrase: Phrase, scene: Scene) -> str | None:
    """The code of the body whose officers "the leaders", "the foreign ministers" and "the members" are, where the text has just told of its meeting.

    Leaders and ministers are a body's where it meets, or where the text has just called it "the bloc"; its members and inspectors in any case.
    """
    if not _are_officers(phrase, scene.text):
        return None
    for sentence in range(phrase.sentence, max(-1, phrase.sentence - _MET_BACK - 1), -1):
        found = _meeting_in(sentence, phrase, scene)
        if found is not None:
            return found
        if sentence < phrase.sentence and (phrase.head in _SERVING or _others_meet(sentence, scene)):
            return None
    return None


def _others_meet(sentence: int, scene: Scene) -> bool:
    """Whether a sentence tells of a meeting of states, whose leaders the next one may mean."""
    whole = scene.sentences[sentence].span
    return bool(scene.by_sentence.get(sentence)) and _MEET.search(scene.text, whole.start, whole.end) is not None


def _are_officers(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is "the leaders", "the foreign ministers", "members" and no more."""
    span = phrase.mention.span
    if phrase.form is not PhraseForm.NOMINAL or not phrase.plural or phrase.head not in _MEETING | _SERVING:
        return False
    words = phrase.mention.text.lower().split()
    if not _FIELDS.issuperset(words[: words.index(phrase.head)] if phrase.head in words else words):
        return False
    start = phrase.extended.start if phrase.extended else span.start
    led = text[start : span.start].lower().strip()
    behind = _RULERS.match(text, span.end)
    if phrase.head == "heads" and behind is None:
        return False
    return led in {"", "the"} and _TIED.match(text, behind.end() if behind else span.end) is None


def _meeting_in(sentence: int, phrase: Phrase, scene: Scene) -> str | None:
    """The code of the last body that a sentence tells of before officers, where it is one of which they are."""
    start = phrase.mention.span.start
    whole = scene.sentences[sentence].span
    said = scene.text[whole.start : min(whole.end, start)]
    seen = [s for s in scene.by_sentence.get(sentence, ()) if s.kind == "body" and s.end <= start]
    if not seen:
        return _named_again(said, sentence, scene) if phrase.head in _MEETING else None
    last = seen[-1]
    name = scene.text[last.start : last.end]
    if last.country not in _OF_STATES or (phrase.head in _JUDGES and not _COURT.search(name)):
        return None
    if phrase.head in _SERVING:
        return last.country if sentence < phrase.sentence or _AGAIN.search(said) else None
    opens = any(span.start <= last.start and last.end <= span.end for span in scene.subjects.get(sentence, ()))
    return last.country if _MEET.search(said) or _AGAIN.search(said) or (opens and _ASSEMBLY.search(name)) else None


def _named_again(said: str, sentence: int, scene: Scene) -> str | None:
    """The code of the body that a sentence calls "the bloc", from the sentences before it."""
    if _AGAIN.search(said) is None:
        return None
    return _last_body(scene, range(sentence - 1, max(-1, sentence - _BACK - 1), -1), scene.sentences[sentence].span.start)
