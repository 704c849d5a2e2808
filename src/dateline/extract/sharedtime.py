"""Times that acts have by their place: on the line of a timeline that opens with its day, and with the verb whose outcome they tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.dates import FoundDate
from dateline.extract.dates.values import is_beyond_season
from dateline.extract.entries import Entry
from dateline.extract.entrydates import is_ahead
from dateline.extract.narrative import is_aside, is_time
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.roles import ENDING
from dateline.extract.tags import PRESENT
from dateline.types import UNDONE, RawMention, Span, TimeRef

_HAVE: Final = frozenset({"have", "has", "'ve", "’ve"})
_HAD: Final = frozenset({"had", "'d", "’d", "having"})
_TOLD_WITH: Final = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj", "prep", "conj"})


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
        entry: the time that opens it.
        before: the latest time that it has named before its last sentence, where a date opened it.
        last: the latest time that it has named, its last sentence included.
    """

    paragraph: int = -1
    entry: Entry | None = None
    before: FoundDate | None = None
    last: FoundDate | None = None

    def at(self, sentence: ParsedSentence, dates: Sequence[FoundDate], opened: Mapping[int, Entry]) -> Line:
        """The line with the next sentence of the text.

        Args:
            sentence: the sentence.
            dates: its date expressions.
            opened: the entries of the text by their paragraphs.
        """
        entry = opened.get(sentence.paragraph)
        if entry is None:
            return Line(sentence.paragraph)
        before = last = self.last if self.paragraph == sentence.paragraph and self.last is not None else entry.found
        for one in dates:
            if is_time(one) and not is_beyond_season(one.earliest, one.latest) and one.earliest >= last.earliest and not is_aside(sentence, one) and not is_ahead(sentence, one):
                last = one
        return Line(sentence.paragraph, entry, before, last)

    def dated(self, acts: Sequence[Act], made: Sequence[RawMention], dates: Sequence[FoundDate]) -> list[RawMention]:
        """The acts of its last sentence, those that name no time on the day that opened the line, or on the last that it named behind that."""
        return [self._dated(act, raw, dates) for act, raw in zip(acts, made, strict=True)]

    def _dated(self, act: Act, raw: RawMention, dates: Sequence[FoundDate]) -> RawMention:
        if self.entry is None or self.last is None or raw.time is not None or raw.charged:
            return raw
        if not _goes_with_line(act, raw):
            time = self.entry.time
            return raw if raw.status in UNDONE else replace(raw, around=TimeRef(time.earliest, time.latest, time.precision, "document"))
        around = replace(raw, around=TimeRef(self.last.earliest, self.last.latest, self.last.precision, "document"))
        if self.before is None or (self.before.earliest, self.before.latest) != (self.entry.time.earliest, self.entry.time.latest) or _has_been(act):
            return around
        base = act.sentence.sentence.span.start
        at = act.sentence.tokens[act.head].start - base
        opening = self.entry.time.span
        own = [one for one in dates if opening is None or not opening.overlaps(Span(base + one.start, base + one.end))]
        return around if any(one.start < at and not is_aside(act.sentence, one) for one in own) else replace(raw, time=self.entry.time)


def is_entered(act: Act) -> bool:
    """Whether an act is told in the plain present, in which a dated line tells what was done: "3 May 2021: France **flies** out its citizens"."""
    verb = _over(act.sentence, act.sentence.tokens[act.head])
    finite = verb.tag in PRESENT or (verb.tag == "VB" and verb.dep == "conj")
    return finite and verb.dep in {"ROOT", "conj", "ccomp", "parataxis"} and not act.sentence.kids(verb.i, "aux", "auxpass", "neg")




def _over(sentence: ParsedSentence, token: Token) -> Token:
    """A verb, or that of which a noun is the subject or object."""
    return sentence.tokens[token.head] if token.pos == "NOUN" and token.dep in {"nsubj", "nsubjpass", "dobj"} else token


def _goes_with_line(act: Act, raw: RawMention) -> bool:
    """Whether an act is told as done when its line tells of, or as news of then, and not as planned, or as done before."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    verb, root = _told_by(sentence, noun), _main(sentence)
    if raw.status in UNDONE or not _tells(sentence, verb) or any(one.lower in _HAD for one in sentence.kids(verb.i, "aux")):
        return False
    if verb.i != noun.i and (verb.dep in {"relcl", "acl"} or (noun.head == verb.i and noun.dep in {"dobj", "nsubjpass"} and verb.lower in ENDING)):
        return False
    return not (verb.tag == "VBD" and root.tag in {"VBZ", "VBP"})


def _tells(sentence: ParsedSentence, word: Token) -> bool:
    """Whether a word tells that something is done: a verb, "there **are** allegations", a verb that the parser takes for a noun ("Tonga **protests**"), or
    the noun of a line without a verb ("**Arrest** of three men")."""
    if word.pos == "VERB" or (word.pos == "AUX" and word.tag in {*PRESENT, "VBD"}):
        return True
    if word.pos != "NOUN" or word.head != word.i:
        return False
    return bool(sentence.kids(word.i, "nsubj")) or not any(one.pos in {"VERB", "AUX"} and one.dep not in {"acl", "relcl"} for one in sentence.tokens)


def _told_by(sentence: ParsedSentence, token: Token) -> Token:
    """A verb, or that with which a noun is told: "at a **summit** in Male the six sign an accord"."""
    while token.pos == "NOUN" or (token.pos == "ADP" and token.head != token.i):
        if token.dep not in _TOLD_WITH:
            break
        token = sentence.tokens[token.head]
    return token


def _has_been(act: Act) -> bool:
    """Whether an act is told in the present perfect: done by then."""
    verb = _told_by(act.sentence, act.sentence.tokens[act.head])
    return any(one.lower in _HAVE for one in act.sentence.kids(verb.i, "aux"))


def _main(sentence: ParsedSentence) -> Token:
    return next((one for one in sentence.tokens if one.head == one.i and one.pos in {"VERB", "AUX"}), sentence.tokens[0])
