"""Times that acts have by their place: on the line of a timeline that opens with its day, and with the verb whose outcome they tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.around import UNDONE
from dateline.extract.dates import FoundDate
from dateline.extract.dates.values import is_beyond_season
from dateline.extract.narrative import is_aside, is_time
from dateline.extract.parse import ParsedSentence, Token
from dateline.types import RawMention, Span, TimeRef

#: "**In** May 2015 – two years after the vote – the court ruled": a date of the sentence, with a remark behind it.
_OF_SENTENCE: Final = re.compile(r"(?:on|in|at|by|since|from|until|till|during|after|before|as|between|for)\b", re.IGNORECASE)
#: Behind the day that opens a line: "1 March 2025 **–** A vessel enters", "May 2015**:** Georgetown protests".
_BEHIND: Final = re.compile(r"\s*(?:[–—:]|--?(?=\s))\s*\S")
_PERFECT: Final = frozenset({"have", "has", "had", "'ve", "’ve", "'d", "’d", "having"})
_BY_OUTCOME: Final = "VBG"


def time_ref(sentence: ParsedSentence, found: FoundDate) -> TimeRef:
    """A date expression of a sentence as the time of an act."""
    base = sentence.sentence.span.start
    span = Span(base + found.start, base + found.end)
    return TimeRef(found.earliest, found.latest, found.precision, found.basis, sentence.text_of(span), span)


@dataclass(frozen=True, slots=True)
class Line:
    """The line that is read.

    Attributes:
        paragraph: its paragraph.
        entry: the date that opens it, in its first sentence.
        last: the latest time that it has named, where a date opened it.
    """

    paragraph: int = -1
    entry: FoundDate | None = None
    last: FoundDate | None = None

    def at(self, sentence: ParsedSentence, dates: Sequence[FoundDate]) -> Line:
        """The line with the next sentence of the text."""
        entry = _entry(sentence, dates) if sentence.paragraph != self.paragraph else None
        if entry is None and (sentence.paragraph != self.paragraph or self.last is None):
            return Line(sentence.paragraph)
        last = entry or self.last
        for one in dates:
            if (
                last is not None
                and is_time(one)
                and not is_beyond_season(one.earliest, one.latest)
                and one.earliest >= last.earliest
                and not is_aside(sentence, one)
            ):
                last = one
        return Line(sentence.paragraph, entry, last)

    def dated(self, acts: Sequence[Act], made: Sequence[RawMention], dates: Sequence[FoundDate]) -> list[RawMention]:
        """The acts of its last sentence, those that name no time on the day that opened the line, later on the last that it named."""
        return [self._dated(act, raw, dates) for act, raw in zip(acts, made, strict=True)]

    def _dated(self, act: Act, raw: RawMention, dates: Sequence[FoundDate]) -> RawMention:
        if self.last is None or raw.time is not None or not _goes_with_line(act, raw):
            return raw
        sentence = act.sentence
        at = sentence.tokens[act.head].start - sentence.sentence.span.start
        if self.entry is not None and not any(one.start < at and not is_aside(sentence, one) for one in dates[1:]):
            return replace(raw, time=time_ref(sentence, self.entry))
        return replace(raw, around=TimeRef(self.last.earliest, self.last.latest, self.last.precision, "document"))


def _entry(sentence: ParsedSentence, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date that opens a line before a dash or a colon and holds for all that the line tells."""
    first = dates[0] if dates else None
    if first is None or first.start or first.basis != "explicit" or is_beyond_season(first.earliest, first.latest):
        return None
    text = sentence.sentence.text
    return first if _BEHIND.match(text, first.end) and _OF_SENTENCE.match(text) is None else None


def is_entered(act: Act) -> bool:
    """Whether an act is told in the plain present, in which a dated line tells what was done: "3 May 2021: France **flies** out its citizens"."""
    verb = _over(act.sentence, act.sentence.tokens[act.head])
    finite = verb.tag in _PRESENT or (verb.tag == "VB" and verb.dep == "conj")
    return finite and verb.dep in {"ROOT", "conj", "ccomp", "parataxis"} and not act.sentence.kids(verb.i, "aux", "auxpass", "neg")


_PRESENT: Final = frozenset({"VBZ", "VBP"})


def _over(sentence: ParsedSentence, token: Token) -> Token:
    """A verb, or that of which a noun is the subject or object."""
    return sentence.tokens[token.head] if token.pos == "NOUN" and token.dep in {"nsubj", "nsubjpass", "dobj"} else token


def _goes_with_line(act: Act, raw: RawMention) -> bool:
    """Whether an act is told as done when its line tells of, and not as planned, or as done before."""
    verb, root = _over(act.sentence, act.sentence.tokens[act.head]), _main(act.sentence)
    if raw.status in UNDONE or verb.pos != "VERB" or any(one.lower in _PERFECT for one in act.sentence.kids(verb.i, "aux")):
        return False
    return not (verb.tag == "VBD" and root.tag in {"VBZ", "VBP"})


def _main(sentence: ParsedSentence) -> Token:
    return next((one for one in sentence.tokens if one.head == one.i and one.pos in {"VERB", "AUX"}), sentence.tokens[0])


def with_outcomes(acts: Sequence[Act], made: Sequence[RawMention]) -> list[RawMention]:
    """The acts of a sentence, with those told as the outcome of another ("fired into the crowd, **wounding** ten") on its day."""
    times = {act.head: raw.time for act, raw in zip(acts, made, strict=True) if raw.status not in UNDONE}
    found: list[RawMention] = []
    for act, raw in zip(acts, made, strict=True):
        token = act.sentence.tokens[act.head]
        above = times.get(token.head) if token.dep == "advcl" and token.tag == _BY_OUTCOME and token.head < token.i else None
        alone = raw.time is None and raw.status not in UNDONE and not act.sentence.kids(token.i, "mark", "aux")
        found.append(replace(raw, time=above) if above is not None and alone else raw)
    return found
