"""The words of a statement that tell its act: a stretch of its sentence from behind its party to the end of the clause."""

from __future__ import annotations

import re
from typing import Final

from dateline.types import EventMention, Span

#: A line at the head of a brief has room for so many words of the text.
LONGEST: Final = 16
#: A comma ends a clause only behind so many words: one word alone tells nothing.
SHORTEST: Final = 2
#: So many words may stand between a party and the words of its act ("has so far refrained from requesting").
REACH: Final = 8
_WORD: Final = re.compile(r"\S+")
#: What parts clauses: commas, stops and dashes, not those inside of numbers and names ("the U.S. fleet", "Gen. Alvarez").
_STOPS: Final = re.compile(
    r"[;:,](?=\s)|[()\[\]—]|\s(?:[–-]|--)\s"
    r"|(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|No|Jr))(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Maj|Sgt|Rev))(?<!\b(?:Capt|Prof|Pres))\.\s"
)
#: A comma before these always ends the clause.
_ANOTHER: Final = re.compile(r",\s+(?:and|but|while|which|who|whose|as|saying|after|a day)\b")
_OWNER: Final = re.compile(r"['’]s?(?=\s)")
#: Words in front of the act that belong to the clause around it, and what is done beside it.
_LEADING: Final = re.compile(r"(?:(?:who|which|that|as)\s+|.*\s(?:and|but)\s+)", re.DOTALL)
#: What follows a name that is longer than its party ("police in Quito", "Reporters Without Borders").
_NAME_GOES_ON: Final = re.compile(
    r"(?:in|on|of|at|by|for|from|to|with|without|outside|inside|near|over|under|between|against|towards?|after|before|during|per)\b|[A-ZÀ-ÖØ-Þ]"
)
#: In front of a party these deny what it did.
_NOBODY: Final = re.compile(r"\b(?:neither|nor|no|none of|not one of|hardly any)\s+(?:of\s+)?(?:the\s+)?$", re.IGNORECASE)
_ENDS: Final = " \t\n,;:–—-(["
_MARK: Final = '"'


def quoted(mention: EventMention) -> Span:
    """The stretch, in offsets of the document; the whole sentence where the trigger lies outside.

    It begins behind the last party that stands before the trigger in the same clause, so that "did not", "reportedly" and the verb of
    "imposed sanctions" stand in it, at the latest with the cue of a denial or a hedge; with its party where "neither" or "no" stands before that.
    """
    sentence, trigger = mention.sentence.span, mention.trigger.span
    if not sentence.contains(trigger):
        return sentence
    text = mention.sentence.text
    start = _start(mention, text, sentence.start, trigger.start - sentence.start)
    end = _end(text, start, trigger.end - sentence.start)
    if text[start:end].count(_MARK) == 1 and text[start] == _MARK and trigger.start - sentence.start > start:
        start += 1  # the speech goes on behind the words
    return Span(sentence.start + start, sentence.start + end)


def quotation(mention: EventMention) -> str:
    """The stretch as it is printed, in quotation marks, with three dots where the sentence goes on."""
    span, sentence = quoted(mention), mention.sentence
    words = " ".join(sentence.text[span.start - sentence.span.start : span.end - sentence.span.start].split())
    rest = sentence.text[span.end - sentence.span.start :].strip(" .!?\"'”’\n")
    return f"“{words}{' …' if rest else ''}”"


def _start(mention: EventMention, text: str, offset: int, trigger: int) -> int:
    """Where the words begin."""
    parties = (*mention.actors, *mention.recipients)
    ends = [one.span.end - offset for one in parties if one.span.start >= offset and one.span.end - offset <= trigger]
    start = trigger - len(_between(text[max(ends) : trigger])) if ends else trigger
    first = min((one.span.start - offset for one in parties if offset <= one.span.start < offset + start), default=start)
    nobody = _NOBODY.search(text[:first])
    if nobody and not _STOPS.search(text[first:trigger]):
        start = nobody.start()
    cues = (mention.cues.negated, mention.cues.certainty)
    before = [one.span.start - offset for one in cues if one is not None and 0 <= one.span.start - offset < start]
    start = min((start, *(place for place in before if len(text[place:start].split()) <= REACH)))
    if text[start : start + 1] == "-":
        start = len(text[:start].rpartition(" ")[0]) + 1 if " " in text[:start] else 0
    opening = text.rfind(_MARK, 0, start)
    inside = text[:start].count(_MARK) % 2 and len(text[opening:start].split()) <= SHORTEST
    return opening if inside else start


def _between(between: str) -> str:
    """The words between the party and the trigger that go with the act; none where another clause or the rest of a name stands there."""
    owner = _OWNER.match(between)
    words = between[owner.end() if owner else 0 :].lstrip()
    if _STOPS.search(between) or len(words.split()) > REACH or _MARK in words or _NAME_GOES_ON.match(words):
        return ""
    leading = _LEADING.match(words)
    return words[leading.end() :] if leading else words


def _end(text: str, start: int, trigger: int) -> int:
    """Where the words end: at the first stop, at the latest behind the longest stretch that is shown."""
    words = list(_WORD.finditer(text, start))
    last = len(text.rstrip().rstrip(".!?"))
    limit = max(words[LONGEST - 1].end() if len(words) > LONGEST else last, trigger)
    earliest = max(words[min(SHORTEST, len(words)) - 1].end() - 1, trigger)
    stops = (_STOPS.search(text, earliest), _ANOTHER.search(text, trigger))
    end = max(min(limit, last, *(found.start() for found in stops if found)), trigger)
    if text[start:end].count(_MARK) % 2:
        closing, opening = text.find(_MARK, end), text.rfind(_MARK, start, end)
        end = closing + 1 if end <= closing <= limit else opening if opening > trigger else end
    return start + len(text[start:end].rstrip(_ENDS))
