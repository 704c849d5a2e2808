"""Acts told before and meant again by a bare noun: "Jets bombed Sinjar. Baghdad condemned **the strike**" is the same deed, by and on the same parties.

Of ten such nouns without parties in the held-out passages eight have those of the deed told before, one has none and one is no act; without them each
would stand as an event of its own that nobody did to nobody. The same holds for a noun that has one side of the deed and lacks the other, for the
victims of the one attack of which a story tells, for the fighting of parties that were told to fight, and for the noun of a verb told before
("offered ... **the offer**").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.bare import comes_back, is_deed
from dateline.ontology.inflect import forms_of_nouns
from dateline.ontology.wordlists import words_of
from dateline.resolve.participants import countries_of
from dateline.resolve.sides import ELSEWHERE, told_elsewhere
from dateline.tolls import OWN_DEED, is_toll
from dateline.types import DONE, Participant, ResolvedMention, Status, TimeRef

_STORMING: Final = forms_of_nouns("raid storming incursion operation")
#: Sentences back to which a bare noun refers.
REACH: Final = 2
#: Sentences back in which one side alone may have struck, for a noun or a victim to be of its blows: a story of three paragraphs.
STORY: Final = 6
#: Letters by which a noun and a verb are one word ("raid", "raided"; "bombing", "bombed").
_STEM: Final = 4
#: Types of what is said of a deed.
_COMMENTS: Final = frozenset({"ACCUSE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT"})
#: The same for a noun of the type of the verb ("expulsion", "expelled").
_VERB_STEM: Final = 3
#: What else than force a raid or an incursion may have been told as.
_TOLD_AS: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_FIGHTS: Final = forms_of_nouns(" ".join(words_of("resolve.backrefs.fights")))
_HURT: Final = words_of("resolve.backrefs.hurt")
#: Words by which a sentence tells of another occasion, or sums up several.
_OTHER: Final = words_of("resolve.backrefs.other")
#: Types whose nouns take up the verb of before: "offered talks ... **the offer**".
_BY_WORD: Final = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "COERCE", "SANCTION", "CONCEDE", "RETREAT"})
#: Statuses of a deed that was done.
_TOLD: Final = DONE | {Status.HISTORICAL}
_MANY: Final = re.compile(r"\b(?:the|that|this|those|these)\s+$", re.I)
_BEGAN: Final = re.compile(r"\s+(?:had\s+)?(?:erupted|beg[au]n|broke(?:n)?\s+out|started|flared)\b", re.I)
#: What says of itself which deed or fight it is: "the clashes **between**", "the arrest **of**", "the raids **that**".
_TOLD_BEHIND: Final = re.compile(r"\s*(?:of|on|against|by|in|at|near|from|that|which|where|when|between|with|to)\b", re.I)
#: A word of how bad a deed was, which tells no other occasion.
_COLOUR: Final = re.compile(rf"(?<= )(?:{'|'.join(sorted(words_of('resolve.backrefs.colour')))})\s+$", re.I)
_WORD: Final = re.compile(r"[a-z]+")


def with_those_of_before(acts: Sequence[ResolvedMention], text: str) -> list[ResolvedMention]:
    """The acts of a document, those that only name again what was done, or whom it hit, with the parties of the deed.

    Args:
        acts: in the order of the text.
        text: the document's.
    """
    found: list[ResolvedMention] = []
    deeds: list[ResolvedMention] = []
    words = _sentences_of_words(acts, text)
    for act in acts:
        act = _of_the_same_word(act, found, text)
        told = bool(act.actors or act.recipients)
        before = _meant(act, deeds, words) if _names_again(act, text) else None
        act = act if before is None else _same(act, before)
        act = _completed(act, acts, found, text)
        if (told or before is None) and (act.actors or act.recipients) and act.raw.type in _TOLD_AS and not act.raw.negated:
            deeds.append(act)
        found.append(act)
    return found


def _of_the_same_word(act: ResolvedMention, before: Sequence[ResolvedMention], text: str) -> ResolvedMention:
    """A bare noun whose sides stand elsewhere, with both sides of the deed that a verb of the same word and type told
    ("recalled its envoy from Quito ... Bolivia regretted **the recall**"). What two have agreed is of both of them all the same."""
    raw = act.raw
    if raw.type not in _BY_WORD - {"AGREE"} or raw.voice != "noun" or not _is_definite(act, text):
        return act
    judges = {p.mention.span for one in before if one.raw.sentence.index == raw.sentence.index and one.raw.type in _COMMENTS for p in one.raw.actors}
    if any(one.method != ELSEWHERE and one.span not in judges for one in (*act.actors, *act.recipients)):
        return act
    stem = raw.trigger.text[:_VERB_STEM].lower()
    for one in reversed(before):
        told = one.raw
        if raw.sentence.index - told.sentence.index > STORY:
            break
        by_verb = told.type == raw.type and told.voice != "noun" and told.status in DONE and not told.negated and told.trigger.text[:_VERB_STEM].lower() == stem
        if by_verb and told.sentence.index < raw.sentence.index and one.actors and _is_then(raw.time, told.time):
            return replace(act, actors=told_elsewhere(one.actors), recipients=told_elsewhere(one.recipients))
    return act


def _completed(act: ResolvedMention, acts: Sequence[ResolvedMention], before: Sequence[ResolvedMention], text: str) -> ResolvedMention:
    """An act without one of its sides, with that of the deed that it comes back to, where one deed alone can be meant."""
    raw = act.raw
    if (act.actors and act.recipients) or raw.negated or raw.status not in _TOLD or not before:
        return act
    last = raw.trigger.text.rpartition(" ")[2].lower()
    if raw.type == "ASSAULT":
        if last in _FIGHTS and not act.recipients and not countries_of(act.actors) and _is_definite(act, text):
            return _fought(act, before, text)
        if _is_definite(act, text) and (again := [one for one in before if _is_same_noun(act, one)]):
            return _filled(act, again)
        hurt = last in _HURT and _is_hit(act, acts, text)
        if hurt or (_is_definite(act, text) and is_deed(last)):
            return _filled(act, [one for one in before if _may_be(act, one, hurt=hurt)])
        return act
    if raw.type in _BY_WORD and _is_definite(act, text):
        return _filled(
            act, [one for one in before if one.raw.type == raw.type and _may_be(act, one, hurt=False) and _is_one_word(act, one)]
        )
    return act


def _is_definite(act: ResolvedMention, text: str) -> bool:
    """Whether an act is told by a noun that the text takes for known, and that nothing but a place or a party of its own tells more of."""
    start, end = act.raw.trigger.span.start, act.raw.trigger.span.end
    if act.raw.voice not in {"noun", ""} or _TOLD_BEHIND.match(text, end):
        return False
    before = text[act.raw.sentence.span.start : start]
    own = [one.text for one in (act.place, *act.actors, *act.recipients) if one is not None]
    for words in own:
        if before.endswith(words + " "):
            before = before[: -len(words) - 1]
    before = _COLOUR.sub("", before)
    return _MANY.search(before) is not None


def _is_hit(act: ResolvedMention, acts: Sequence[ResolvedMention], text: str) -> bool:
    """Whether an act tells only of victims ("two policemen were **wounded**"), and its sentence of no other deed or time in which they were hit."""
    raw, sentence = act.raw, act.raw.sentence
    if act.actors or not countries_of(act.recipients) or raw.voice not in {"passive", "noun", ""}:
        return False
    if _OTHER & set(_WORD.findall(sentence.text.lower())) or OWN_DEED.search(text, raw.trigger.span.end, sentence.span.end):
        return False
    beside = (one for one in acts if one is not act and one.raw.sentence.index == sentence.index and one.raw.type in _TOLD_AS)
    return all(one.raw.trigger.text.lower() in _HURT or (not one.actors and _is_definite(one, text)) for one in beside)


def _may_be(act: ResolvedMention, deed: ResolvedMention, *, hurt: bool, whole: bool = True) -> bool:
    """Whether a deed of a sentence before is one that an act may come back to: done, by and on known parties, not at another time or place."""
    raw, told = act.raw, deed.raw
    back = raw.sentence.index - told.sentence.index
    reach = STORY if act.actors or act.recipients else REACH
    if (
        not 0 < back <= reach
        or told.type != raw.type
        or told.negated
        or told.status not in (DONE if whole else _TOLD)
        or (told.older and not raw.older)
    ):
        return False
    by, to = countries_of(deed.actors), countries_of(deed.recipients)
    if (whole and not (by and to)) or not _own_codes(act.actors) <= by or not _own_codes(act.recipients) <= to:
        return False
    if hurt and by & to and not {one.sector for one in act.recipients} <= {one.sector for one in deed.recipients}:
        return False
    return _is_then(raw.time, told.time) and _is_there(act, deed)


def _own_codes(parties: Sequence[Participant]) -> frozenset[str]:
    """The countries of those parties that stand in the words of the act; what was guessed from elsewhere rules no deed out."""
    return countries_of(one for one in parties if one.method != ELSEWHERE)


def _is_same_noun(act: ResolvedMention, deed: ResolvedMention) -> bool:
    """Whether a deed was told by the noun of an act ("an **invasion** by ... the **invasion**") and has the side that the act lacks."""
    lacks = bool(not act.actors and countries_of(deed.actors)) or bool(not act.recipients and countries_of(deed.recipients))
    return _singular(act) == _singular(deed) and deed.raw.voice == "noun" and lacks and _may_be(act, deed, hurt=False, whole=False)


def _singular(act: ResolvedMention) -> str:
    return act.raw.trigger.text.rpartition(" ")[2].lower().removesuffix("s")


def _is_then(own: TimeRef | None, told: TimeRef | None) -> bool:
    """Whether the words that date an act leave it the time of a deed."""
    if own is None or not own.is_told:
        return True
    return told is not None and own.earliest <= told.latest and told.earliest <= own.latest


def _is_there(act: ResolvedMention, deed: ResolvedMention) -> bool:
    """Whether the place of an act, if it has one, is named where the deed is told."""
    return act.place is None or act.place.text in deed.raw.sentence.text


def _filled(act: ResolvedMention, deeds: Sequence[ResolvedMention]) -> ResolvedMention:
    """An act with the missing side of the last of some deeds, where all have it alike."""
    sides = {
        (countries_of(one.actors) if not act.actors else None, countries_of(one.recipients) if not act.recipients else None)
        for one in deeds
    }
    if len(sides) != 1:
        return act
    last = deeds[-1]
    far = act.raw.sentence.index - last.raw.sentence.index > REACH and not (act.actors or act.recipients)
    if (
        far
        or not countries_of(act.actors) <= countries_of(last.actors)
        or not countries_of(act.recipients) <= countries_of(last.recipients)
    ):
        return act
    return replace(act, actors=act.actors or told_elsewhere(last.actors), recipients=act.recipients or told_elsewhere(last.recipients))


def _fought(act: ResolvedMention, before: Sequence[ResolvedMention], text: str) -> ResolvedMention:
    """A fight with the parties of the nearest deeds of force before, where they are the same in all of them; further back, in all of the story.

    A fight that **began** on some day may go on at the time of those deeds.
    """
    here, began = act.raw.sentence.index, _BEGAN.match(text, act.raw.trigger.span.end) is not None
    fights = [
        one
        for one in before
        if 0 < here - one.raw.sentence.index <= STORY and one.raw.type == "ASSAULT" and _is_of_two(one) and (began or _is_then(act.raw.time, one.raw.time))
    ]
    last = max((one.raw.sentence.index for one in fights), default=0)
    near = fights if here - last > REACH else [one for one in fights if one.raw.sentence.index == last]
    if len({countries_of((*one.actors, *one.recipients)) for one in near}) != 1:
        return act
    meant = next((one for one in near if not one.recipients), near[-1])
    return replace(act, actors=told_elsewhere((*meant.actors, *meant.recipients)))


def _is_of_two(deed: ResolvedMention) -> bool:
    """Whether the parties of a deed are known on both sides."""
    raw = deed.raw
    if raw.negated or raw.status not in DONE or not countries_of(deed.actors):
        return False
    if countries_of(deed.recipients) or raw.trigger.text.rpartition(" ")[2].lower() in _FIGHTS:
        return True
    return not deed.recipients and len(countries_of(deed.actors)) > 1


def _names_again(act: ResolvedMention, text: str) -> bool:
    """Whether an act is a bare definite noun for a deed that says of nobody who did it to whom, or only counts its victims."""
    raw = act.raw
    if raw.type != "ASSAULT" or act.actors or act.recipients:
        return False
    base = raw.sentence.span.start
    if act.place is None and not raw.negated and is_toll(raw.sentence.text, raw.trigger.span.start - base, raw.trigger.span.end - base):
        return True
    return comes_back(text, raw.trigger.span.start, raw.trigger.span.end) or (raw.trigger.text == "operation" and _is_definite(act, text))


def _sentences_of_words(acts: Sequence[ResolvedMention], text: str) -> frozenset[int]:
    """The sentences that only tell what is said of deeds told before ("Oslo condemned **the raid**. Bern, too, voiced concern")."""
    spoken: dict[int, bool] = {}
    for act in acts:
        at = act.raw.sentence.index
        spoken[at] = spoken.get(at, True) and (act.raw.type in _COMMENTS or _names_again(act, text))
    return frozenset(at for at, only in spoken.items() if only)


def _meant(act: ResolvedMention, deeds: Sequence[ResolvedMention], words: frozenset[int]) -> ResolvedMention | None:
    """The deed of the nearest sentence before: one told by the same word, else the one of force; ``None`` where several sides did some.

    The sentences of ``words`` in between do not count.
    """
    here = act.raw.sentence.index
    near: list[ResolvedMention] = []
    for one in reversed(deeds):
        back = here - one.raw.sentence.index
        if back > STORY or back - len(words.intersection(range(one.raw.sentence.index + 1, here))) > REACH or (near and one.raw.sentence.index != near[0].raw.sentence.index):
            break
        if back > 0 and (one.raw.type == "ASSAULT" or _is_retold(act, one)):
            near.append(one)
    same = [one for one in near if _is_one_word(act, one)]
    sides = {frozenset(party.country for party in one.actors) for one in near if one.actors}
    if same:
        return same[0]
    return max(near, key=lambda one: (bool(one.actors), bool(one.recipients))) if near and len(sides) < 2 else None


def _is_one_word(act: ResolvedMention, deed: ResolvedMention) -> bool:
    noun, verb = act.raw.trigger.text.lower(), deed.raw.trigger.text.lower()
    return noun[:_STEM] in {word[:_STEM] for word in verb.split()}


def _is_retold(act: ResolvedMention, deed: ResolvedMention) -> bool:
    """Whether a deed that was told as no force is the one meant: by its word, or as the storming of a place that a raid is."""
    return _is_one_word(act, deed) or ("seize" in deed.raw.modes and act.raw.trigger.text.lower() in _STORMING)


def _same(act: ResolvedMention, deed: ResolvedMention) -> ResolvedMention:
    raw = act.raw
    if _is_retold(act, deed):
        raw = replace(raw, type=deed.raw.type, modes=deed.raw.modes)
    return replace(act, raw=raw, actors=deed.actors, recipients=deed.recipients)
