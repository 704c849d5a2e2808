"""What two may do, in a condition: parses mended where the verb behind "the two" was taken for a noun ("unless **the two sign**")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.heads import heads_over
from dateline.ontology.wordlists import words_of

if TYPE_CHECKING:
    from dateline.extract.parse import Token

VERBS: Final = words_of("extract.twoacting.verbs")
_OPENERS: Final = words_of("extract.twoacting.openers")
_NOUNS: Final = frozenset({"NN", "NNP"})


def two_acting(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such a noun as the verb of its clause, or as they are.

    Args:
        tokens: the tokens in order, with labels and heads as the parser gave them.
    """
    if not any(t.lower == "two" for t in tokens):
        return tokens
    out = list(tokens)
    for at in range(len(tokens) - 3):
        opener, the, two, word = tokens[at : at + 4]
        if two.lower != "two" or the.lower != "the" or opener.lower not in _OPENERS or word.lower not in VERBS or word.tag not in _NOUNS:
            continue
        above = next((t for t in heads_over(tokens, word.i) if t.tag.startswith(("VB", "MD")) and not at <= t.i <= word.i), None)
        if above is None or two.head != word.i:
            continue
        out[opener.i] = replace(opener, dep="advmod" if opener.tag == "WRB" else "mark", head=word.i)
        out[the.i], out[two.i] = replace(the, head=two.i, dep="det"), replace(two, dep="nsubj")
        out[word.i] = replace(word, tag="VBP", dep="advcl", head=above.i)
    return out
