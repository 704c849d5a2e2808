"""Whether an act that has no source is told with one elsewhere in the document: the same act, and not another of its kind."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final, TypeAlias

from dateline.audit.words import content, stem
from dateline.types import Coded, EventMention, SentenceKind, TimeRef

#: Type, actors' countries, recipients' countries.
_Key: TypeAlias = tuple[str, frozenset[str], frozenset[str]]
#: Days between two dates of one act that a slip or a time zone leaves.
_SLIP: Final = 3
_LATER: Final = re.compile(r"\b(?:later|next|following)\b", re.IGNORECASE)
#: A stretch of so many days or fewer dates an act well enough to know it again by its day, type and parties.
_MONTH: Final = 31
#: So many words in common, beside the parties' names, tell of one matter.
_COMMON: Final = 2


def has_source(mention: EventMention) -> bool:
    """Whether a source stands behind a mention by a marker or its sentence's words; a lost note that is like it is a guess."""
    return any(link.link != "similarity" for link in mention.sources)


class Backed:
    """The acts of a document that have a source, by type and parties."""

    def __init__(self, coded: Coded) -> None:
        self._acts: dict[_Key, list[EventMention]] = defaultdict(list)
        self._matters: dict[str, frozenset[str]] = {}
        for one in coded.mentions:
            if one.sentence.kind is not SentenceKind.NOTE and has_source(one) and (key := _key(one)) is not None:
                self._acts[key].append(one)

    def tells(self, mention: EventMention) -> bool:
        """Whether a sourced sentence tells the same act: of the same type and parties, on days that fit, and about the same matter."""
        key = _key(mention)
        return key is not None and any(self._same(mention, one) for one in self._acts.get(key, ()) if one.sentence.index != mention.sentence.index)

    def _same(self, one: EventMention, other: EventMention) -> bool:
        mine, theirs = _told(one), _told(other)
        if mine is not None and theirs is not None:
            gap = max((mine.earliest - theirs.latest).days, (theirs.earliest - mine.latest).days)
            if gap > (0 if _goes_on(mine) or _goes_on(theirs) else _SLIP):
                return False
            if all((when.latest - when.earliest).days <= _MONTH for when in (mine, theirs)):
                return True
        return stem(one.trigger.text) == stem(other.trigger.text) or len(self._matter(one) & self._matter(other)) >= _COMMON

    def _matter(self, mention: EventMention) -> frozenset[str]:
        """The stems of the sentence's words less those of the parties' names."""
        found = self._matters.get(mention.mention_id)
        if found is None:
            names = " ".join(party.text for party in (*mention.actors, *mention.recipients))
            found = self._matters[mention.mention_id] = content(mention.sentence.text) - content(names)
        return found


def _key(mention: EventMention) -> _Key | None:
    actors = frozenset(one.country for one in mention.actors if one.country)
    recipients = frozenset(one.country for one in mention.recipients if one.country)
    return (mention.type, actors, recipients) if actors and recipients else None


def _goes_on(when: TimeRef) -> bool:
    """Whether a day is told as another than the one before it ("**two days later** the ministry charged"), so that no slip explains it."""
    return _LATER.search(when.text or "") is not None


def _told(mention: EventMention) -> TimeRef | None:
    return mention.date if mention.date is not None and mention.date.is_told else None
