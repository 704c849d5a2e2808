"""The time of which a text tells, sentence by sentence: a history tells on from the time it has named, news comes back to its own day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dateline.extract.acttime import SPOKEN, governor_of, verb_over
from dateline.extract.dates import FoundDate, Told
from dateline.extract.dates.terms import is_set_end
from dateline.extract.dates.values import is_beyond_season
from dateline.extract.flashback import is_told_back
from dateline.extract.parse import ParsedSentence, Token
from dateline.types import SentenceKind

#: A text that opens with a time so long (days) before its publication is a history.
OLD: Final = timedelta(days=60)
#: A paragraph of news that opens with a time so long before is background.
_BACKGROUND: Final = timedelta(days=300)
#: A full date so long (days) after the time told of may be named in passing.
_LEAP: Final = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Narrative:
    """The time told of so far.

    Attributes:
        published: publication day.
        history: whether the text opened as a history; ``None`` where it has named no time yet. A text without a publication day is one.
        told: the last time told of.
        paragraph: the paragraph in which it was named.
        sentence: the index of the sentence in which it was named.
        opened: the last paragraph that has named a time.
        background: whether that paragraph opened with a time long past.
        began: the first day of the first time told of with its year.
    """

    published: date | None
    history: bool | None = None
    told: Told | None = None
    paragraph: int = -1
    sentence: int = -1
    opened: int = -1
    background: bool = False
    began: date | None = None

    def at(self, sentence: ParsedSentence) -> Told | None:
        """The time of which the text before a sentence tells."""
        if self.told is None:
            return None
        fresh = sentence.sentence.index <= self.sentence + 1
        if sentence.paragraph == self.paragraph:
            return replace(self.told, history=bool(self.history or self.background), here=True, fresh=fresh, whole=bool(self.history))
        return replace(self.told, history=True, here=False, fresh=fresh, aside=None) if self.history and not self.told.is_year else None

    def after(self, sentence: ParsedSentence, dates: Sequence[FoundDate]) -> Narrative:
        """The narrative after a sentence with date expressions."""
        before = told = self.at(sentence)
        for one in dates:
            told = self.tell(sentence, told, one)
        after = self._opened(sentence, dates)
        if self.began is None and (sure := [one.earliest for one in dates if one.basis == "explicit" and not _is_year(one)]):
            after = replace(after, began=min(sure))
        return after if told is before else replace(after, told=told, paragraph=sentence.paragraph, sentence=sentence.sentence.index)

    def entered(self, sentence: ParsedSentence, opening: FoundDate) -> Narrative:
        """The narrative at the first sentence of an entry of a chronicle, which tells of the time that opens it and tells on from there."""
        times = self.told.times + 1 if self.told is not None else 1
        told = Told(opening.earliest, opening.latest, history=True, times=times, sure=opening.latest)
        history = self._is_old(opening, OLD) if self.history is None else self.history
        return replace(
            self, told=told, history=history, background=True, paragraph=sentence.paragraph, sentence=sentence.sentence.index, opened=sentence.paragraph
        )

    def _opened(self, sentence: ParsedSentence, dates: Sequence[FoundDate]) -> Narrative:
        """The narrative with what the first time of the text, or of a paragraph, says of it; "since 1972" looks back from the publication."""
        if sentence.paragraph == self.opened:
            return self
        own = [one for one in dates if not self._is_imprint(one)]
        main = [one for one in own if is_time(one) and not is_aside(sentence, one)] or [one for one in own if one.latest == self.published]
        if not main:
            return replace(self, background=False)
        first, history = main[0], self.history
        if history is None and sentence.sentence.kind is SentenceKind.BODY:
            history = self._is_old(first, OLD)
        return replace(self, history=history, opened=sentence.paragraph, background=self._is_old(first, _BACKGROUND) and not _is_year(first))

    def _is_old(self, found: FoundDate, age: timedelta) -> bool:
        return self.published is None or (found.basis == "explicit" and found.latest < self.published - age)

    def _is_imprint(self, found: FoundDate) -> bool:
        """Whether an expression only states the day of publication."""
        return found.basis == "explicit" and found.latest == self.published

    def tell(self, sentence: ParsedSentence, told: Told | None, found: FoundDate) -> Told | None:
        """The time told of after an expression; one named aside ("the pact of 2015", "who had won in May") only moves the text on."""
        if not is_time(found) or is_put_off(sentence, found) or (told is not None and told.earliest <= found.earliest and found.latest <= told.latest and _is_year(found)):
            return told
        if is_aside(sentence, found) and (_is_year(found) or (told is not None and found.earliest < told.latest)):
            return told
        aside = (found.earliest, found.latest) if is_told_back(sentence, found) else None
        if told is None:
            return Told(found.earliest, found.latest, bool(self.history) or self._is_old(found, OLD), sure=_surer(None, found), aside=aside)
        if self.history and aside is not None and found.earliest < told.earliest:
            return replace(told, here=True, fresh=True, times=told.times + 1, aside=aside)
        after = replace(
            told, aside=aside, earliest=found.earliest, latest=found.latest, here=True, fresh=True, times=told.times + 1, sure=_surer(told.sure, found)
        )
        return replace(after, leapt_from=self._left(sentence, told, found))

    def _left(self, sentence: ParsedSentence, told: Told, found: FoundDate) -> date | None:
        """The first day of the story that the text breaks off at an expression: a full date long after it, near the publication or named aside."""
        if not told.history:
            return None
        if is_leap(told, found):
            near = self.published is not None and self.published - found.latest < _LEAP
            return (told.leapt_from or told.earliest) if near or is_aside(sentence, found) else None
        broken = told.leapt_from is not None and told.leapt_from < found.earliest < told.earliest
        return None if broken or found.earliest > told.earliest else told.leapt_from


def _surer(before: date | None, found: FoundDate) -> date | None:
    """The last day of the latest time named with its year."""
    if found.basis != "explicit":
        return before
    return found.latest if before is None else max(before, found.latest)


def is_leap(told: Told | FoundDate | None, found: FoundDate) -> bool:
    """Whether an expression is a full date long after the time told of."""
    return told is not None and found.basis == "explicit" and found.earliest - told.latest > _LEAP


def strays(before: FoundDate | None, found: FoundDate) -> bool:
    """Whether an expression that is named aside is far from a day or a season named before it, or no more than a year: "who took office in 2021"."""
    if before is None or _is_year(before):
        return False
    return _is_year(found) or is_leap(before, found) or before.earliest - found.latest > _LEAP


def tells_on(sentence: ParsedSentence, found: FoundDate) -> bool:
    """Whether a clause that tells more of a place or a thing names the day of what it tells in the plain past: "went to Riga, **where on 3 May** they met"."""
    if found.precision != "day":
        return False
    verb = verb_over(sentence, found)
    return verb is not None and verb.dep == "relcl" and verb.tag == "VBD" and not sentence.kids(verb.i, "aux")


def is_time(found: FoundDate) -> bool:
    """Whether an expression names a time that a text can tell of: a year, or days of a season at most."""
    return found.precision == "year" or not _is_year(found)


def _is_year(found: FoundDate) -> bool:
    return is_beyond_season(found.earliest, found.latest)


def is_aside(sentence: ParsedSentence, found: FoundDate) -> bool:
    """Whether a date is only that of a noun, its sentence's subject apart, or stands in a clause that tells more of a noun."""
    token = governor_of(sentence, found)
    return token is not None and ((is_noun_date(token) and not _is_occasion(sentence, token)) or _in_relative(sentence, token))


def _is_occasion(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether a noun is the occasion on which its clause's deed was done: "**in a speech** on 12 May the premier promised ..."."""
    over = sentence.tokens[noun.head]
    return noun.dep == "pobj" and noun.lower in SPOKEN and over.lower in _ON_OCCASION and sentence.tokens[over.head].pos == "VERB"


_ON_OCCASION: Final = frozenset({"in", "at", "during"})


def is_put_off(sentence: ParsedSentence, found: FoundDate) -> bool:
    """Whether a date is that of what came only later than what the text tells of: "did **not** call it a coup **until October**", "closed it until May"."""
    if is_set_end(sentence.sentence.text, found.start):
        return True
    if _UNTIL.match(sentence.sentence.text, found.start) is None:
        return False
    verb = verb_over(sentence, found)
    if verb is None or verb.start > sentence.sentence.span.start + found.start:
        return False
    return bool(sentence.kids(verb.i, "neg")) and any(one.i < verb.i for one in sentence.kids(verb.i, "aux"))


_UNTIL: Final = re.compile(r"(?:until|till)\b", re.IGNORECASE)


def is_noun_date(governor: Token) -> bool:
    """Whether a date is only that of the noun over it ("the pact of 2015"), which is not what its sentence speaks of."""
    return governor.pos in {"NOUN", "PROPN"} and governor.dep not in _TOPICS


#: Nouns of which a sentence speaks: "the protests of August 2020 surprised Minsk".
_TOPICS: Final = frozenset({"nsubj", "nsubjpass", "ROOT", "attr", "dobj", "npadvmod"})


def _in_relative(sentence: ParsedSentence, token: Token) -> bool:
    below = (one for one in (token, *sentence.ancestors(token.i)) if one.head != one.i)
    return any(one.dep in {"relcl", "acl", "appos"} or (one.dep == "pcomp" and one.tag != "VBG") for one in below)
