"""Names of states before a noun, as headlines have them: "**Turkey Greece** talks", "new **Russia** sanctions"."""

from __future__ import annotations

from typing import Final

from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.fieldcodes import country_named
from dateline.types import Span

#: Words that the longest of such names have ("Central African Republic").
_LONGEST: Final = 3
#: Nouns that may stand between the names and the noun ("border trade talks").
_BETWEEN: Final = 2
#: Tags of what joins a name to the one before, so that it is part of a list or of a longer name.
_JOINING: Final = frozenset({"NNP", "NNPS", "CC", ",", "HYPH", "POS", ":"})


def state_ending_at(sentence: ParsedSentence, last: int) -> int | None:
    """The index where the longest name of a state begins that ends at a word, ``None`` where none does."""
    tokens = sentence.tokens
    if last < 0 or not tokens[last].text[:1].isupper():
        return None
    for first in range(max(0, last - _LONGEST + 1), last + 1):
        if tokens[first].text[:1].isupper() and _country(sentence, first, last) is not None:
            return first
    return None


def states_beside(sentence: ParsedSentence, noun: int) -> tuple[int, ...]:
    """The last words of the one or two names of states before a noun, in text order; nothing where there are none or a list of more."""
    last = next((i for i in range(noun - 1, max(-1, noun - 2 - _BETWEEN), -1) if not _is_noun(sentence.tokens[i]) or state_ending_at(sentence, i) is not None), -1)
    second = state_ending_at(sentence, last)
    if second is None:
        return ()
    first = state_ending_at(sentence, second - 1)
    start = second if first is None else first
    if start and sentence.tokens[start - 1].tag in _JOINING:
        return ()
    if first is None:
        return (last,)
    return (second - 1, last) if _country(sentence, first, second - 1) != _country(sentence, second, last) else ()


def second_name(sentence: ParsedSentence, indices: list[int]) -> list[int]:
    """The words of a phrase without the name of another state before the one that it ends with ("Turkey **Greece**")."""
    start = state_ending_at(sentence, indices[-1])
    if start is None or start <= indices[0] or state_ending_at(sentence, start - 1) != indices[0]:
        return indices
    return [i for i in indices if i >= start]


def _is_noun(token: Token) -> bool:
    return token.tag.startswith("NN")


def _country(sentence: ParsedSentence, first: int, last: int) -> str | None:
    return country_named(sentence.text_of(Span(sentence.tokens[first].start, sentence.tokens[last].end)))
