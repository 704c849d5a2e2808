"""Headlines in Title Case or in capitals as they would stand in a sentence, for the parser, which takes each capital for a name.

"Turkey Recalls Envoy From Sweden" is read as "Turkey recalls envoy from Sweden". How a word is written inside sentences is told by the text below the
headline where it has the word, else by the corpus (:mod:`dateline.plainform.words`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.plainform.words import WORD, is_known, names, opens, plain

#: A headline in Title Case has at least so many words in capitals that are no names, and so many times as many as such words without.
_LEAST: Final = 2
_TIMES: Final = 4
#: Words shorter than this may be small in Title Case, and so may these.
_SHORT: Final = 4
_LINKS: Final = frozenset("from with over into onto upon than amid near past that when after about under between against among through".split())
#: A text that has a word in both cases has it as a name where there are more than so many times as many capitals.
_MORE: Final = 3
#: Words that are abbreviations in a headline in capitals, though they are other words too or are unknown.
_ABBREVIATIONS: Final = frozenset(
    "US UN EU UK UAE NATO ASEAN ECOWAS OPEC OSCE DPRK ROK PRC DRC WHO WTO IMF ICC ICJ IAEA UNHCR UNICEF CIA FBI FSB PM MP MPS AU AP AFP BBC USA".split()
)
#: A letterhead that is a court's name, of which no word is small but what joins them ("EUROPEAN COURT OF HUMAN RIGHTS").
_COURT: Final = re.compile(
    r"(?:THE )?(?:[A-Z-]+ ){0,3}(?:COURT|TRIBUNAL|COMMISSION) (?:OF|FOR|ON) (?:THE )?(?:HUMAN (?:AND PEOPLES?['’]S? )?RIGHTS|JUSTICE|ARBITRATION|LAW OF THE SEA|AUDITORS)"
)
_SMALL: Final = frozenset({"THE", "OF", "FOR", "ON", "AND"})


class WordCases:
    """How a text writes its words inside sentences, below a line of it. Lines are asked for from the last upwards, so that each word is counted once.

    Args:
        text: the whole text.
    """

    def __init__(self, text: str) -> None:
        self._text, self._from = text, len(text)
        self._forms: dict[str, Counter[str]] = {}

    def below(self, end: int) -> WordCases:
        """Itself, with what stands between the end of a line and what was counted before."""
        for line in self._text[end : self._from].split("\n"):
            for match in WORD.finditer("" if line.isupper() else line):
                if not opens(match):
                    self._forms.setdefault(plain(match.group()), Counter())[match.group()] += 1
        self._from = min(end, self._from)
        return self

    def of(self, word: str) -> str | None:
        """The form in which the text has a word, small rather than not, since titles that it cites may be in Title Case too; ``None`` where it has
        it nowhere inside a sentence."""
        found = self._forms.get(plain(word))
        return max(found, key=lambda form: (found[form] * (_MORE if form.islower() else 1), form)) if found else None


def as_in_sentences(headline: str, cases: WordCases, end: int) -> str:
    """A headline with the case that its words have in sentences, and the same offsets; itself where its case tells names from words.

    Args:
        headline: one line.
        cases: of the text in which it stands.
        end: offset in that text behind the line.

    >>> as_in_sentences("Turkey Recalls Envoy From Sweden", WordCases(""), 0)
    'Turkey recalls envoy from Sweden'
    """
    words = list(WORD.finditer(headline))
    if headline.isupper():
        known = cases.below(end)
        if _COURT.fullmatch(headline.strip()):
            return _put(headline, words, [word.lower() if (word := match.group()) in _SMALL and not opens(match) else word.capitalize() for match in words])
        return _put(headline, words, [_from_capitals(match, known) for match in words])
    if not _is_title_case(words):
        return headline
    known = cases.below(end)
    forms = [match.group().lower() if number and _is_small(match.group(), known) else match.group() for number, match in enumerate(words)]
    return _put(headline, words, forms)


def _is_title_case(words: list[re.Match[str]]) -> bool:
    known = [match.group() for match in words[1:] if _tells(match) and is_known(match.group())]
    capital = sum(word[0].isupper() for word in known)
    return capital >= _LEAST and capital >= _TIMES * (len(known) - capital)


def _tells(match: re.Match[str]) -> bool:
    """Whether a word would have a capital in Title Case: a long one, not one that links others, nor the second part of "Ex-leader"."""
    word = match.group()
    return len(word) >= _SHORT and word.lower() not in _LINKS and match.string[match.start() - 1] != "-"


def _is_small(word: str, cases: WordCases) -> bool:
    """Whether a word with a capital is no name."""
    if not word[0].isupper() or not (word[1:].islower() or len(word) == 1):
        return False
    form = cases.of(word)
    return form.islower() if form is not None else is_known(word)


def _from_capitals(match: re.Match[str], cases: WordCases) -> str:
    word, text = match.group(), match.string
    if word in _ABBREVIATIONS or (len(word) == 1 and text[match.end() : match.end() + 1] == "."):
        return word
    form = cases.of(word)
    if form is None:
        form = word.lower() if is_known(word) else _name(word)
    return form[:1].upper() + form[1:] if opens(match) else form


def _name(word: str) -> str:
    form = names().get(plain(word), "")
    return form if form[:1].isupper() and len(form) == len(word) else word.capitalize()


def _put(text: str, words: Sequence[re.Match[str]], forms: Sequence[str]) -> str:
    """The text with its words written so, but for two that are a name together."""
    made = list(text)
    for match, form in zip(words, forms, strict=True):
        if len(form) == len(match.group()):
            made[match.start() : match.end()] = form
    for first, second in pairwise(words):
        if plain(f"{first.group()} {second.group()}") in names() and second.start() == first.end() + 1:
            for match in (first, second):
                made[match.start()] = text[match.start()]
    return "".join(made)
