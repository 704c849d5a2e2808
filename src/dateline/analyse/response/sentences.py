"""Sentences read for their matter: which words name countries, which carry a matter of their own, and where an act's clause ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dateline.analyse.response.tables import Cues
from dateline.analyse.response.words import Word, words_of
from dateline.ontology.fieldcodes import country_named
from dateline.types import Coded, EventMention, Sentence, Span

#: Codes of the countries that a text names, as the resolver finds them.
Countries = Callable[[str], tuple[str, ...]]
_QUOTED: Final = re.compile(r"[\"“][^\"”]*[\"”]|[‘][^’]*[’]")
#: Where a clause ends for certain.
_BREAK: Final = re.compile(r";|—|, (?:but|while|whereas|though|although|which|where|who|and|or)\b|\b(?:but|while|whereas)\b")
#: A conjunction this close before another act's trigger, in characters, begins that act's clause ("and flew six jets").
_REACH: Final = 40
_JOINS: Final = re.compile(r",? (?:and|or|but|then)\b|,")
#: Paragraphs and sentences that a matter is looked for in.
_LETTERS: Final = 3


@dataclass(frozen=True, slots=True)
class Matter:
    """A sentence's words: all of them, the codes of those that name countries (by start offset), and those that carry a matter."""

    sentence: Sentence
    paragraph: int
    words: tuple[Word, ...]
    countries: dict[int, str]
    content: tuple[Word, ...]
    quoted: tuple[tuple[int, int], ...]
    apart: str

    def within(self, clause: tuple[int, int]) -> tuple[Word, ...]:
        """The content words of a stretch."""
        return tuple(word for word in self.content if clause[0] <= word.start < clause[1])

    def is_quoted(self, word: Word) -> bool:
        """Whether a word stands in quotation marks: such words judge, they name no matter."""
        return any(start <= word.start < end for start, end in self.quoted)

    def foreign_words(self, clause: tuple[int, int]) -> tuple[Word, ...]:
        """Content words that may name another matter: no quotations (they judge), no adverbs, no infinitives."""
        found = []
        for before, word in zip((None, *self.words), self.words, strict=False):
            infinitive = before is not None and before.form.lower() == "to" and not word.capital
            if infinitive or word.form.endswith("ly") or self.is_quoted(word):
                continue
            if word in self.content and clause[0] <= word.start < clause[1]:
                found.append(word)
        return tuple(found)


class Reader:
    """Reads sentences once each.

    Args:
        countries: finds the countries that a text names.
        cues: the stage's words.
        keep: stems of neutral words that carry a matter in this affair ("diplomat", where diplomats were expelled).
    """

    def __init__(self, countries: Countries, cues: Cues, keep: frozenset[str] = frozenset()) -> None:
        self._countries, self._cues, self._neutral = countries, cues, cues.neutral - keep
        self._codes: dict[str, str | None] = {}
        self._seen: dict[tuple[str, int], Matter] = {}

    def code(self, form: str) -> str | None:
        """The country that a single word names, or ``None``."""
        if form not in self._codes:
            self._codes[form] = next(iter(self._countries(form)), None)
        return self._codes[form]

    def countries_in(self, text: str) -> frozenset[str]:
        """Codes of the countries that a text names."""
        return frozenset(self._countries(text))

    def _named(self, text: str, words: Sequence[Word]) -> dict[int, str]:
        """Start offsets of words that name countries, alone or in a name of two or three words ("Addis Ababa")."""
        named: dict[int, str] = {}
        for index, word in enumerate(words):
            if not word.capital or word.start in named:
                continue
            for size in (3, 2, 1):
                run = words[index : index + size]
                joined = len(run) == size and all(one.capital for one in run) and all(
                    text[a.end : b.start] == " " for a, b in pairwise(run)
                )
                code = self.code(text[run[0].start : run[-1].end]) if joined else None
                whole = text[run[0].start : run[-1].end]
                if code and (size == 1 or country_named(whole) == code or not any(self.code(one.form) for one in run)):
                    named |= {one.start: code for one in run}
                    break
        return named

    def content(self, text: str) -> tuple[Word, ...]:
        """The words of a text that carry a matter: no stop words, no neutral words, no names of countries."""
        words = words_of(text)
        named = self._named(text, words)
        return tuple(word for word in words if word.start not in named and self._carries(word))

    def _carries(self, word: Word) -> bool:
        low = word.form.lower()
        return not (len(low) < _LETTERS or low in self._cues.stop or word.stem in self._neutral)

    def matter(self, coded: Coded, sentence: Sentence) -> Matter:
        """The matter of a sentence of a document."""
        key = coded.document.doc_id, sentence.span.start
        if key not in self._seen:
            self._seen[key] = self._read(coded, sentence)
        return self._seen[key]

    def _read(self, coded: Coded, sentence: Sentence) -> Matter:
        words = words_of(sentence.text)
        named = self._named(sentence.text, words)
        apart = self._cues.apart.search(self._cues.records.sub(" ", sentence.text))
        return Matter(
            sentence,
            paragraph_of(coded, sentence.span),
            words,
            named,
            tuple(word for word in words if word.start not in named and self._carries(word)),
            tuple(match.span() for match in _QUOTED.finditer(sentence.text)),
            apart[0] if apart else "",
        )


def paragraph_of(coded: Coded, span: Span) -> int:
    """The number of the block that a span begins in; -1 outside all of them."""
    blocks = coded.document.blocks
    return next((number for number, block in enumerate(blocks) if block.span.start <= span.start < block.span.end), -1)


def clause_of(mention: EventMention, others: Sequence[EventMention]) -> tuple[int, int]:
    """The stretch of the sentence that tells of the act, as offsets in the sentence.

    It ends at a semicolon, a contrast or a relative clause, and where the words of another act of the sentence begin.
    """
    text, base = mention.sentence.text, mention.sentence.span.start
    at, past = mention.trigger.span.start - base, mention.trigger.span.end - base
    start, end = 0, len(text)
    for match in _BREAK.finditer(text):
        if match.end() <= at:
            start = max(start, match.start())
        elif match.start() >= past:
            end = min(end, match.start())
    for other in others:
        point = other.trigger.span.start - base
        if at < point < end:
            joins = [match.start() for match in _JOINS.finditer(text, max(past, point - _REACH), point)]
            end = joins[-1] if joins else end
        elif start < point < at:
            joins = [match.start() for match in _JOINS.finditer(text, max(point, at - _REACH), at)]
            start = joins[-1] if joins else start
    return start, end


def complement(mention: EventMention, clause: tuple[int, int]) -> tuple[int, int]:
    """The part of the clause after the act's words: what it is about."""
    past = mention.trigger.span.end - mention.sentence.span.start
    return min(past, clause[1]), clause[1]
