"""Acts that a sentence itself puts before the trigger: "the raid came hours after Mexico **granted** him asylum", "**granted** him asylum before the raid"."""

from __future__ import annotations

import re
from typing import Final

from dateline.analyse.response.answeredto import answered_by
from dateline.analyse.response.narrated import looks_back
from dateline.analyse.response.scene import Scene
from dateline.analyse.response.values import Trigger, before_trigger
from dateline.analyse.response.words import Word, words_of
from dateline.ontology.lexicon import load_lexicon
from dateline.types import EventMention, Status

#: Where the clause of a time ends.
_STOP: Final = re.compile(r"[,;:—]")
_AFTER: Final = re.compile(r"\bafter\b", re.IGNORECASE)
#: That something came about, in what stands before "after".
_CAME: Final = re.compile(
    r"\b(?:c[ao]mes?|coming|happen(?:s|ed)|occur(?:s|red)|tak(?:es|en) place|took place|began|(?:was|were) (?:launched|carried out|staged|ordered|imposed|announced))\b",
    re.IGNORECASE,
)
#: "before the raid", "before last Friday's raid": what came before is named within a few words.
_BEFORE: Final = re.compile(r"\b(?:before|ahead of|prior to)\s+", re.IGNORECASE)
#: What was done again and again before what is told, right before the act's words.
_OF_OLD: Final = re.compile(
    r"\bhad\s+(?:\w+\s+)?(?:repeatedly|often|long|always|previously|frequently|regularly|traditionally|once)\s+(?:been\s+)?$", re.IGNORECASE
)
#: Words behind "before" in which the trigger is looked for.
_REACH: Final = 6


def told_before(scene: Scene, trigger: Trigger) -> str:
    """The words that put the act before the trigger; "" where none do, or the act is still to come."""
    if scene.told.mention.status is Status.FUTURE:
        return ""
    return (
        _answered_by_it(scene, trigger)
        or _after_which(scene, trigger)
        or _before_which(scene, trigger)
        or _as_of_old(scene)
        or _had_before(scene, trigger)
    )


def _had_before(scene: Scene, trigger: Trigger) -> str:
    """The "had" by which a sentence that tells of the trigger in the plain past puts an act before it: "Algeria broke the treaty, hours after Spain
    **had defended** its turn", "expelled the consul, who **had insulted** its king"."""
    mention = scene.told.mention
    if not looks_back(mention):
        return ""
    here = _reports_here(scene, trigger)
    return f"had {mention.trigger.text}" if here and not any(looks_back(one) for one in here) else ""


def _as_of_old(scene: Scene) -> str:
    """The words by which somebody looks back on what it used to do, without a day ("insisting that it **had repeatedly** shared evidence")."""
    mention = scene.told.mention
    if mention.date is not None and mention.date.is_told:
        return ""
    before = before_trigger(mention)
    found = _OF_OLD.search(before)
    return found[0].strip() if found is not None else ""


def _answered_by_it(scene: Scene, trigger: Trigger) -> str:
    """The words by which the trigger, or a step of whoever did it, is told to answer the act ("destroyed the rig **in retaliation for** an attack")."""
    found, text = answered_by(scene.told.mention), scene.matter.sentence.text
    if found is None or scene.actor in trigger.doers:
        return ""
    rest = (
        (0, found[0])
        if text[: found[0]].strip(" \"“'")
        else (scene.told.mention.trigger.span.end - scene.matter.sentence.span.start, len(text))
    )
    by_doer = any(rest[0] <= start < rest[1] and code in trigger.doers for start, code in scene.matter.countries.items())
    return text[found[0] : found[1]] if by_doer or _is_told(scene, trigger, rest) else ""


def _after_which(scene: Scene, trigger: Trigger) -> str:
    """The "after" that leads to the act from the trigger, or from a word for it that "came"."""
    text, mention = scene.matter.sentence.text, scene.told.mention
    begin, end = (at - mention.sentence.span.start for at in (mention.trigger.span.start, mention.trigger.span.end))
    for match in _AFTER.finditer(text, 0, begin):
        if _STOP.search(text, match.end(), begin):
            continue
        start = max((stop.end() for stop in _STOP.finditer(text, 0, match.start())), default=0)
        came = _CAME.search(text, start, match.start())
        if _is_told(scene, trigger, (start, match.start())) or (came and _is_spoken_of(trigger, words_of(text[start : came.start()]))):
            return text[match.start() : end]
    return ""


def _before_which(scene: Scene, trigger: Trigger) -> str:
    """The "before" behind the act that leads to the trigger, or to a word for it."""
    text, mention = scene.matter.sentence.text, scene.told.mention
    past = mention.trigger.span.end - mention.sentence.span.start
    stop = _STOP.search(text, past)
    for match in _BEFORE.finditer(text, past, stop.start() if stop else len(text)):
        near = words_of(text[match.end() : stop.start() if stop else len(text)])[:_REACH]
        if near and (_is_told(scene, trigger, (match.end(), match.end() + near[-1].end)) or _is_spoken_of(trigger, near)):
            return text[match.start() : match.end() + near[-1].end]
    return ""


def _is_told(scene: Scene, trigger: Trigger, stretch: tuple[int, int]) -> bool:
    """Whether a report of the trigger has its words in a stretch of the act's sentence."""
    base = scene.told.mention.sentence.span.start
    return any(stretch[0] <= one.trigger.span.start - base < stretch[1] for one in _reports_here(scene, trigger))


def _reports_here(scene: Scene, trigger: Trigger) -> list[EventMention]:
    """The reports of the trigger in the act's own sentence."""
    doc_id, base = scene.told.document.doc_id, scene.told.mention.sentence.span.start
    return [one.mention for one in trigger.mentions if one.document.doc_id == doc_id and one.mention.sentence.span.start == base]


def _is_spoken_of(trigger: Trigger, words: tuple[Word, ...]) -> bool:
    """Whether words speak of an act as of the trigger: by its own words, or by a noun for acts of its type."""
    own = {word.topic for one in trigger.mentions for word in words_of(one.mention.trigger.text)}
    return any(
        word.topic in own or any(sense.type in trigger.types for sense in load_lexicon().lookup("NOUN", word.form.lower()))
        for word in words
    )
