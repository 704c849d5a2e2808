"""The countries that the words of a phrase tell: "**Greek** resorts", "**Saudi Arabia**'s envoy", "the ambassador of **Japan**"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dateline.extract.arguments import objects_of
from dateline.extract.calendarnames import MONTHS, WEEKDAYS
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.fieldcodes import country_told
from dateline.types import Span

#: Owners that may be the speaker of the clause above.
OWN: Final = frozenset({"its", "their", "our", "his", "her", "my"})
_MODIFIERS: Final = ("compound", "amod", "nmod", "poss")


def nations_of(sentence: ParsedSentence, index: int) -> frozenset[str]:
    """The countries that a noun, what stands before it and its of-phrase tell."""
    before = [t for t in sentence.kids(index, *_MODIFIERS) if t.i < index]
    words = [sentence.tokens[index], *before, *(m for t in before for m in sentence.kids(t.i, "conj"))]
    found = {nation_of(sentence, t) for t in words if t.text[:1].isupper()}
    found |= {nation_of(sentence, sentence.tokens[i]) for i in objects_of(sentence, [index], "of")}
    return frozenset(code for code in found if code)


def nations_among(sentence: ParsedSentence, indices: Iterable[int]) -> frozenset[str]:
    """The countries that the phrases of several nouns tell."""
    return frozenset(code for i in indices for code in nations_of(sentence, i))


def whole_name(sentence: ParsedSentence, token: Token) -> Span:
    """A name with the words of it that stand before its head ("South Africa")."""
    first = sentence.tokens[min((t.i for t in sentence.kids(token.i, "compound") if t.i < token.i), default=token.i)]
    return Span(first.start, token.end)


def nation_of(sentence: ParsedSentence, token: Token) -> str | None:
    """The country of a word, of a name of more words as a whole."""
    return country_told(sentence.text_of(whole_name(sentence, token))) or country_told(token.text)


def is_named(sentence: ParsedSentence, index: int) -> bool:
    """Whether a phrase names somebody: by a name of its own, a country or a named owner."""
    if sentence.tokens[index].lower in MONTHS | WEEKDAYS:
        return False
    if sentence.tokens[index].tag.startswith("NNP") or nations_of(sentence, index):
        return True
    return any(t.tag.startswith("NNP") for t in sentence.kids(index, "poss", "compound"))
