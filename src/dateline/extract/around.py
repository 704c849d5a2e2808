"""The time of acts of which no words say when, in a text that tells of times past: between what is told before them and after."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import itemgetter
from typing import Final

from dateline.extract.acttime import verb_over
from dateline.extract.dates import FoundDate, Told
from dateline.extract.dates.values import NEWS
from dateline.extract.narrative import is_aside, is_put_off, is_time
from dateline.extract.parse import ParsedSentence, Token
from dateline.types import UNDONE, Document, RawMention, Sentence, TimeRef

#: Times further apart (days) bound nothing worth saying.
WIDEST: Final = 366
#: Penn tags of verbs in the past and of participles that "had" or "was" can make past.
_PAST: Final = "VBD"
_PARTICIPLE: Final = "VBN"
_AUXILIARIES: Final = frozenset({"had", "was", "were", "'d", "’d"})


@dataclass(frozen=True, slots=True)
class Moment:
    """What a sentence says of its time: the times it names itself, the one told of before it, the day of the report cited for it, and where the
    clause begins that names the first of its times behind a clause before ("suspended Mali and **imposed** an embargo in 2022")."""

    named: tuple[FoundDate, ...]
    told: Told | None
    reported: date | None
    joined: int = 0
    paragraph: int = -1

    @classmethod
    def of(cls, sentence: ParsedSentence, dates: Sequence[FoundDate], told: Told | None, reported: date | None) -> Moment:
        """The moment of a sentence, without the times that it names aside."""
        named = tuple(one for one in dates if is_time(one) and not is_aside(sentence, one) and not is_put_off(sentence, one))
        history = told is not None and told.history
        joined = _joined(sentence, named[0]) if named else 0
        return cls(named, told if history else None, reported if history else None, joined, sentence.paragraph)

    @property
    def day(self) -> date | None:
        """The middle of the first time that it names, else the day of the report cited for it in a history, or the middle of the time told of
        there; ``None``: of no other time than the publication."""
        first = self.named[0] if self.named else self.told
        if self.reported is not None and self.told is not None and not self.named and self.reported >= self.told.earliest:
            return self.reported
        return middle(first.earliest, first.latest) if first is not None else None


def _joined(sentence: ParsedSentence, found: FoundDate) -> int:
    """Where the verb stands that a date hangs on, if it is joined to one before and the date closes its clause, else the sentence's start."""
    verb = verb_over(sentence, found)
    return verb.start if verb is not None and verb.dep == "conj" and verb.start < sentence.sentence.span.start + found.start else 0


def middle(first: date, last: date) -> date:
    """The day in the middle of two."""
    return first + (last - first) // 2


def cited_days(document: Document) -> list[tuple[int, date]]:
    """Where a document cites reports known to the day, and the day of the last report of each note, in text order."""
    days: dict[str, date] = {}
    for source in document.sources:
        if source.note is not None and source.published and source.published.count("-") == 2:
            day = date.fromisoformat(source.published)
            days[source.note] = max(day, days.get(source.note, day))
    return sorted((marker.offset, days[marker.label]) for marker in document.markers if marker.label in days)


def reported_on(cited: Sequence[tuple[int, date]], sentence: Sentence) -> date | None:
    """The day of the last of the reports (:func:`cited_days`) that is cited in a sentence."""
    return max(reports_from(cited, sentence.span.start, sentence.span.end), default=None)


def reports_from(cited: Sequence[tuple[int, date]], start: int, end: int) -> tuple[date, ...]:
    """The days of the reports (:func:`cited_days`) cited from one place of the text to another or right behind it."""
    first = bisect_right(cited, start, key=itemgetter(0))
    last = bisect_right(cited, end + 1, key=itemgetter(0))
    return tuple(day for _, day in cited[first:last])


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


def with_times_around(
    mentions: Sequence[RawMention], narrated: Sequence[bool], earlier: Sequence[bool], moments: Sequence[Moment], published: date | None
) -> list[RawMention]:
    """Acts told in the past of which no words say when, with the days between the time told of before them and after, or marked as done at no
    known time of a history.

    Args:
        mentions: the acts, in text order.
        narrated: of each whether its verb is told in the past.
        earlier: of each whether it is told with "had", as done before what the text tells of, so that no day before it says since when.
        moments: the moments of the document's sentences.
        published: the day of publication.
    """
    named = [(index, one.latest) for index, moment in enumerate(moments) for one in moment.named]
    before = _before(moments)
    found: list[RawMention] = []
    for raw, past, back in zip(mentions, narrated, earlier, strict=True):
        free = past and raw.time is None and raw.around is None and raw.status not in UNDONE
        index = raw.sentence.index
        later = named[bisect_right(named, index, key=itemgetter(0)) :] if free else ()
        around = _around(moments[index], before[index], later, published, raw.trigger.span.start) if free and not back else None
        untimed = free and around is None and _is_long_told(moments[index], published)
        found.append(replace(raw, around=around, untimed=untimed) if around is not None or untimed else raw)
    return found


def _is_long_told(moment: Moment, published: date | None) -> bool:
    """Whether a sentence of a history tells of a time that is no news."""
    return moment.told is not None and published is not None and (published - moment.told.latest).days > NEWS


def _before(moments: Sequence[Moment]) -> list[date | None]:
    """For each sentence the first day that the last one before it with a time names: what follows "on 3 May, and three weeks later" may go with both."""
    found: list[date | None] = []
    last: date | None = None
    for moment in moments:
        found.append(last)
        last = min((one.earliest for one in moment.named), default=last)
    return found


def _around(moment: Moment, before: date | None, later: Sequence[tuple[int, date]], published: date | None, start: int) -> TimeRef | None:
    """The days from what is told of before an act to the next time named that is no earlier.

    Args:
        moment: that of the act's sentence.
        before: the first day named in the last sentence before it that names any.
        later: the sentences and last days of the times named behind it.
        published: the day of publication.
        start: where the act's words start in the text.
    """
    told, named = moment.told, moment.named
    if told is None or published is None:
        return None
    if start < moment.joined:
        later, named = [(0, named[-1].latest)], ()
    first = named[0].earliest if named else told.earliest
    if not named and before is not None and timedelta(0) < first - before <= timedelta(days=NEWS):
        first = before
    if published - first <= timedelta(days=NEWS):
        return None
    last = next((day for _, day in later if day >= first), None)
    last = named[-1].latest if named and (last is None or (last - first).days > WIDEST) else last
    if last is None or not first <= last <= published or (last - first).days > WIDEST:
        return None
    return TimeRef(first, last, "day" if first == last else "interval", "document")
