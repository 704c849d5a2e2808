"""Acts that a statement does not tell as news but comes back to: "the embassy that **was attacked**", "after the **bombing** of the ferry", "had **expelled**"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.merge.words import is_past, plain_words

#: A word without which no act is come back to.
_CUE: Final = re.compile(
    r"\b(?:had|wh(?:o|om|ich|ere|en)|that|after|since|following|wake|aftermath|anniversary|before|toll|survivors?|victims?|response|retaliation|revenge|reprisal|over|for|until)\b",
    re.IGNORECASE,
)
_ADVERBS: Final = r"(?:(?:\w+ly|already|also|once|first|just|then|since|never|long|later|twice)\s+)*"
#: "**had (been)** expelled".
_PAST_PERFECT: Final = re.compile(rf"\bhad\s+{_ADVERBS}(?:been\s+)?{_ADVERBS}$", re.IGNORECASE)
#: Reported speech puts news into the past perfect: "police **said** gunmen had attacked a bus".
_TELLS: Final = re.compile(
    r"\b(?:sa(?:id|ys|ying)|told|tells|report(?:s|ed)|claim(?:s|ed)|announc(?:es|ed)|add(?:s|ed)|confirm(?:s|ed)|stat(?:es|ed)|accus\w+|alleg\w+|according|belie\w+|insist\w*|den(?:y|ies|ied)|think\w*|thought|warn\w*)\b",
    re.IGNORECASE,
)
#: What opens a clause of its own behind a word of telling, in which the past perfect is background again.
_OPENS: Final = re.compile(r"\b(?:after|since|when|wh(?:o|om|ich|ere)|because|as)\b", re.IGNORECASE)
#: "the embassy **that was** attacked", "the envoys **whom Estonia (had)** expelled"; behind the pronoun up to five words of a subject.
_RELATIVE: Final = re.compile(
    rf"(?P<head>[^,;:.]*?)(?P<apart>,?)\s+(?P<word>which|whom|who|that|where)\s+(?P<subject>(?:[\w’'.-]+\s+){{0,5}}?)"
    rf"(?:(?:was|were|had|has|have)\s+)?{_ADVERBS}(?:been\s+)?{_ADVERBS}$",
    re.IGNORECASE,
)
#: Nouns behind which "that" tells what they say, and is no pronoun: "the **report** that Peru expelled".
_CONTENT: Final = re.compile(
    r"\b(?:reports?|claims?|facts?|news|allegations?|statements?|evidence|warnings?|announcements?|reasons?|signs?|proof|suspicions?|ideas?|\w+(?:ed|ing|s)|said|told|so|it)\s*$",
    re.IGNORECASE,
)
_INDEFINITE: Final = re.compile(r"\b(?:an?|another|several|some|two|three|four|five|\d+)\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+$", re.IGNORECASE)
_DEFINITE: Final = re.compile(r"\b(?:the|this|that|these|those|its|their|his|her|our)\s|[’']s?\s", re.IGNORECASE)
#: "**after the** attack", "**since Estonia's** expulsion", "**in response to last month's** raid"; up to four words stand before the noun.
_BEHIND: Final = re.compile(
    r".*\b(?:after|since|following|until|before|over|for|wake of|aftermath of|anniversary of|(?:response|reaction) to|(?:retaliation|revenge|reprisal) for)\s+"
    r"(?P<phrase>(?:[\w’'.-]+\s+){1,5})$",
    re.IGNORECASE,
)
#: What counts the victims of an act has been told of it before: "the **death toll from** an attack", "**survivors of** the raid".
_TOLL: Final = re.compile(r"\b(?:tolls?|survivors?|victims?)\s+(?:from|of|in)\s+(?P<phrase>(?:[\w’'.-]+\s+){1,5})$", re.IGNORECASE)
#: Where the phrase of an act ends behind its trigger.
_ENDS: Final = re.compile(
    r"[,;:.!?()\"”–—]|\s(?:has|have|had|is|are|was|were|will|would|could|can|may|might|should|and|but|when|while|as|after|before|because|to|said|says)\b", re.IGNORECASE
)
#: Words before a relative pronoun, and behind a trigger, that belong to the act.
_HEAD_REACH, _TAIL_REACH = 4, 8


@lru_cache(maxsize=10_000)
def retold(text: str, trigger: str, at: int) -> str | None:
    """The words of the act that a statement comes back to; ``None`` where it tells the act as news.

    Args:
        text: the sentence.
        trigger: the act's words.
        at: their offset in the sentence (code points), -1 where they are not in it.

    >>> retold("Staff of the embassy that was attacked in Quito left.", "attacked", 31)
    'of the embassy attacked in Quito'
    >>> retold("An embassy was attacked in Quito.", "attacked", 15) is None
    True
    """
    if at < 0 or not trigger.strip() or not _CUE.search(text, 0, at):
        return None
    before = text[:at]
    head = _verbal(before) if is_past(trigger.split()[0].lower()) else _nominal(before)
    return None if head is None else " ".join([*head.split(), trigger, *_behind(text, at + len(trigger))])


def _verbal(before: str) -> str | None:
    """What belongs to a past form that is background, by what stands before it."""
    relative = _RELATIVE.search(before)
    if relative is not None and _is_relative(relative["head"], relative["word"].lower(), relative["subject"], bool(relative["apart"])):
        return " ".join([*relative["head"].split()[-_HEAD_REACH + 1 :], *relative["subject"].split()])
    if (perfect := _PAST_PERFECT.search(before)) is None:
        return None
    telling = [found.end() for found in _TELLS.finditer(before, 0, perfect.start())]
    if telling and not _OPENS.search(before, telling[-1], perfect.start()):
        return None
    return " ".join(before[: perfect.start()].split()[-_HEAD_REACH:])


def _is_relative(head: str, word: str, subject: str, apart: bool) -> bool:
    """Whether a pronoun takes up a noun of which the reader knows."""
    words = head.split()
    known = _DEFINITE.search(f"{head} ") or (words and words[-1][:1].isupper() and (apart or len(words) > 1))
    if not known or _INDEFINITE.search(head) or (word == "that" and subject and _CONTENT.search(head)):
        return False
    return not (_TELLS.search(subject) or any(is_past(one.lower()) for one in subject.split()))


def _nominal(before: str) -> str | None:
    """What belongs to a noun behind "after the" and its like, or behind what counts its victims."""
    if (toll := _TOLL.search(before)) is not None and not _ENDS.search(toll["phrase"]):
        return toll["phrase"]
    behind = _BEHIND.search(before)
    return behind["phrase"] if behind is not None and _DEFINITE.search(behind["phrase"]) and not _ENDS.search(behind["phrase"]) else None


def _behind(text: str, at: int) -> list[str]:
    """The words behind a trigger, up to the next verb or mark."""
    end = _ENDS.search(text, at)
    words = plain_words(text[at : end.start() if end else len(text)])[:_TAIL_REACH]
    return words[: next((place for place, word in enumerate(words) if is_past(word.lower())), len(words))]
