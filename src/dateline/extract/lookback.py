"""The time of acts of which no words say when, in a text or paragraph that looks back over weeks: "severed ties on 6 April, and 29 states **condemned** the raid".

News comes back to its own day; an analysis of 25 May that tells of April does not, though it opens with the news. There an act told in the plain past
lies between the last day told before it in its paragraph and the next, or the publication; what a noun calls to mind ("the **raid**") was done between
the first day that the text has told and that of its verb.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from itertools import chain
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import first_of_row
from dateline.extract.around import WIDEST, Moment
from dateline.extract.dates import FoundDate
from dateline.extract.dates.values import is_beyond_season
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import ANY_SUBJECT, PRESENT
from dateline.types import DONE, RawMention, TimeRef

#: What a text tells of so long before its publication is no news.
_OLD: Final = timedelta(days=14)
#: Of a day so shortly before is the news itself.
_FRESH: Final = timedelta(days=7)
#: So many days long past make a text or a paragraph look back, where they are more than twice the days of the news.
_TEXT: Final = 3
_PARAGRAPH: Final = 2
#: Words that open a clause of what was done before what its sentence tells.
_BEFORE: Final = frozenset({"after", "since", "once", "because", "until", "till", "if"})
#: Words before a noun that say which is meant.
_KNOWN: Final = frozenset({"the", "this", "that", "these", "those"})

_WAS: Final = frozenset({"was", "were"})


class Telling(Enum):
    """How an act is told, as far as its place in the text says when it was done."""

    ELSE = 0
    #: In the plain past and in the order of the text: not "had fled", not "after rebels **fled**", not "whom they **jailed**".
    ON = 1
    #: By a noun that calls to mind what has been told, of a verb in the plain past: "condemned **the raid**".
    BACK = 2


def telling_of(act: Act) -> Telling:
    """How an act is told."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    verb = next((one for one in sentence.tokens[act.trigger[0] : act.trigger[1] + 1] if _is_past(sentence, one)), None)
    back = verb is None and noun.pos == "NOUN" and _is_known(sentence, noun)
    if back:
        above = sentence.tokens[noun.head]
        above = sentence.tokens[above.head] if noun.dep == "pobj" else above
        told = _is_past(sentence, above) and above.lower not in _WAS and not any(one.tag in PRESENT for one in sentence.ancestors(above.i))
        verb = above if noun.dep in {"pobj", "dobj", *ANY_SUBJECT} and told else None
    if verb is None or any(_is_before(sentence, one) for one in (verb, *sentence.ancestors(verb.i))):
        return Telling.ELSE
    return Telling.BACK if back else Telling.ON


def _is_known(sentence: ParsedSentence, noun: Token) -> bool:
    return any(one.dep == "poss" or one.lower in _KNOWN for one in sentence.kids(noun.i, "det", "poss"))


def _is_past(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a word is a verb in the plain past; one joined to another stands in its tense, whatever the tagger says of it."""
    if token.pos != "VERB" or token.tag not in {"VBD", "VBN", "VB"}:
        return False
    helpers = {one.lower for one in sentence.kids(token.i, "aux", "auxpass")}
    if not helpers and token.tag != "VBD" and token.dep == "conj":
        token = first_of_row(sentence, token)
        helpers = {one.lower for one in sentence.kids(token.i, "aux", "auxpass")}
    if token.tag == "VBN":
        return bool(helpers) and helpers <= _WAS
    return not helpers if token.tag == "VBD" else helpers == {"did"}


def _is_before(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a verb opens a clause of what was done before: with a word that says so, or of whom the text tells ("freed the poet **whom** it **jailed**")."""
    if token.dep == "advcl":
        return any(one.lower in _BEFORE for one in sentence.kids(token.i, "mark", "advmod"))
    if token.dep == "relcl":
        return any(one.lower in {"who", "whom", "whose", "where"} for one in sentence.tokens[token.head + 1 : token.i])
    return token.dep in {"acl", "pcomp"}


def with_days_since(
    mentions: Sequence[RawMention], tellings: Sequence[Telling], moments: Sequence[Moment], published: date | None
) -> list[RawMention]:
    """Acts of which no words say when, in a text or paragraph that looks back, with the days from what is told before them to what is told next.

    Args:
        mentions: the acts, in text order.
        tellings: how each is told (:func:`telling_of`).
        moments: the moments of the document's sentences.
        published: the day of publication.
    """
    if published is None or all(one is Telling.ELSE for one in tellings):
        return list(mentions)
    text = _Text(moments, published)
    return [
        replace(raw, around=text.since(raw, telling)) if telling is not Telling.ELSE and _is_free(raw) else raw
        for raw, telling in zip(mentions, tellings, strict=True)
    ]


def _is_free(raw: RawMention) -> bool:
    return raw.time is None and raw.around is None and raw.status in DONE and not raw.older


def _spans(moment: Moment) -> Iterator[tuple[date, date]]:
    return ((one.earliest, one.latest) for one in moment.named if not _is_wide(one))


def _is_wide(found: FoundDate) -> bool:
    return found.open_ended or is_beyond_season(found.earliest, found.latest)


def looks_back(named: Iterable[tuple[date, date]], published: date, least: int) -> bool:
    """Whether enough of the days that a text or a paragraph names lie weeks before its publication, and few in the days before it."""
    days = {span for span in named if span[1] <= published}
    old = sum(published - last > _OLD for _, last in days)
    fresh = sum(published - last <= _FRESH for _, last in days)
    return old >= least and old > 2 * fresh


class _Text:
    """The moments of a document's sentences and its day.

    Args:
        moments: those of the sentences, in order.
        published: the day of publication.
    """

    def __init__(self, moments: Sequence[Moment], published: date) -> None:
        self.moments, self.published = moments, published
        self._days = [(at, *span) for at, moment in enumerate(moments) for span in _spans(moment)]
        self._back = self._looking_back()

    def _looking_back(self) -> frozenset[int]:
        """The paragraphs that look back: all, where the whole text does."""
        paragraphs: dict[int, set[tuple[date, date]]] = {one.paragraph: set() for one in self.moments}
        for at, first, last in self._days:
            paragraphs[self.moments[at].paragraph].add((first, last))
        if looks_back(set().union(*paragraphs.values()), self.published, _TEXT):
            return frozenset(paragraphs)
        return frozenset(number for number, days in paragraphs.items() if looks_back(days, self.published, _PARAGRAPH))

    def since(self, raw: RawMention, telling: Telling) -> TimeRef | None:
        """The days from the last told before an act in its paragraph to the next, ``None`` where the paragraph has none that is long past."""
        index = raw.sentence.index
        own = self.moments[index]
        if own.paragraph not in self._back:
            return None
        at = raw.trigger.span.start - raw.sentence.span.start
        before = tuple(one for one in own.named if one.start < at) or next((one.named for one in self._paragraph(index, -1) if one.named), ())
        if not before or any(_is_wide(one) or self.published - one.latest <= _OLD for one in before):
            return None
        first = min(one.earliest for one in before)
        behind = chain((one for one in own.named if one.start > at), (one for moment in self._paragraph(index, 1) for one in moment.named))
        last = next((one.latest for one in behind if one.earliest >= first and not _is_wide(one)), self.published)
        first = self._first(index, first) if telling is Telling.BACK else first
        if not first <= last <= self.published or (last - first).days > WIDEST:
            return None
        return TimeRef(first, last, "day" if first == last else "interval", "document")

    def _paragraph(self, index: int, step: int) -> Iterator[Moment]:
        """The other sentences of a paragraph before one or behind it, the nearest first."""
        at = index + step
        while 0 <= at < len(self.moments) and self.moments[at].paragraph == self.moments[index].paragraph:
            yield self.moments[at]
            at += step

    def _first(self, index: int, day: date) -> date:
        """The first day that the text has told up to a sentence, of those in the year before a day."""
        days = (first for at, first, _ in self._days if at <= index)
        return min((one for one in days if (day - one).days < WIDEST), default=day)
