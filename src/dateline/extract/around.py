"""The time of acts of which no words say when, in a text that tells of times past: between what is told before them and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dateline.extract.dates import FoundDate, Told
from dateline.extract.narrative import is_aside, is_time
from dateline.extract.parse import ParsedSentence, Token
from dateline.types import Document, RawMention, Sentence, Status, TimeRef

#: What is told of so shortly (days) before publication is news, whose acts have the day of the document.
_NEWS: Final = 45
#: Times further apart (days) bound nothing worth saying.
_WIDEST: Final = 366
#: Penn tags of verbs in the past and of participles that "had" or "was" can make past.
_PAST: Final = "VBD"
_PARTICIPLE: Final = "VBN"
_AUXILIARIES: Final = frozenset({"had", "was", "were", "'d", "’d"})
_UNDONE: Final = frozenset({Status.FUTURE, Status.HYPOTHETICAL})


@dataclass(frozen=True, slots=True)
class Moment:
    """What a sentence says of its time: the times it names itself, and the one told of before it."""

    named: tuple[FoundDate, ...]
    told: Told | None
    reported: date | None

    @classmethod
    def of(cls, sentence: ParsedSentence, dates: Sequence[FoundDate], told: Told | None, reported: date | None) -> Moment:
        """The moment of a sentence, without the times that it names aside."""
        named = tuple(one for one in dates if is_time(one) and not is_aside(sentence, one))
        history = told is not None and told.history
        return cls(named, told if history else None, reported if history else None)

    @property
    def day(self) -> date | None:
        """The middle of the first time that it names, else the day of the report cited for it in a history, or the middle of the time told of
        there; ``None``: of no other time than the publication."""
        first = self.named[0] if self.named else self.told
        if self.reported is not None and self.told is not None and not self.named and self.reported >= self.told.earliest:
            return self.reported
        return middle(first.earliest, first.latest) if first is not None else None


def middle(first: date, last: date) -> date:
    """The day in the middle of two."""
    return first + (last - first) // 2


def reported_on(document: Document, sentence: Sentence) -> date | None:
    """The day of the last report that is cited in a sentence, where it is known to the day."""
    labels = {m.label for m in document.markers if sentence.span.start < m.offset <= sentence.span.end + 1}
    full = (one.published for one in document.sources if one.note in labels and one.published and one.published.count("-") == 2)
    return max(map(date.fromisoformat, full), default=None)


def is_narrated(sentence: ParsedSentence, head: int) -> bool:
    """Whether an act is told in the past, and not in the present perfect: by its verb or, of a noun or a verb without tense, by the verb above it."""
    token = sentence.tokens[head]
    while token.head != token.i and not _has_tense(sentence, token):
        token = sentence.tokens[token.head]
    helpers = {one.lower for one in sentence.kids(token.i, "aux", "auxpass")}
    if token.tag == _PARTICIPLE:
        return not _AUXILIARIES.isdisjoint(helpers) and helpers.isdisjoint({"has", "have"})
    return (token.tag == _PAST and not helpers) or helpers == {"did"}


def _has_tense(sentence: ParsedSentence, token: Token) -> bool:
    return token.pos in {"VERB", "AUX"} and (token.tag in {_PAST, "VBZ", "VBP", "MD"} or bool(sentence.kids(token.i, "aux", "auxpass")))


def with_times_around(mentions: Sequence[RawMention], narrated: Sequence[bool], moments: Sequence[Moment], published: date | None) -> list[RawMention]:
    """Acts told in the past of which no words say when, with the days between the time told of before them and after.

    Args:
        mentions: the acts, in text order.
        narrated: of each whether its verb is told in the past.
        moments: the moments of the document's sentences.
        published: the day of publication.
    """
    found: list[RawMention] = []
    for raw, past in zip(mentions, narrated, strict=True):
        free = past and raw.time is None and raw.status not in _UNDONE
        around = _around(moments, raw.sentence.index, published) if free else None
        found.append(replace(raw, around=around) if around is not None else raw)
    return found


def _around(moments: Sequence[Moment], index: int, published: date | None) -> TimeRef | None:
    """The days from what is told of before an act to the next time named that is no earlier."""
    told, named = moments[index].told, moments[index].named
    if told is None or published is None:
        return None
    first = named[0].earliest if named else told.earliest
    if published - first <= timedelta(days=_NEWS):
        return None
    last = next((one.latest for moment in moments[index + 1 :] for one in moment.named if one.latest >= first), None)
    last = named[-1].latest if named and (last is None or (last - first).days > _WIDEST) else last
    if last is None or not first <= last <= published or (last - first).days > _WIDEST:
        return None
    return TimeRef(first, last, "day" if first == last else "interval", "document")
