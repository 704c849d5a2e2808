"""What two may do, in a condition: parses mended where the verb behind "the two" was taken for a noun ("unless **the two sign**"), and the word that tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.heads import heads_over
from dateline.ontology.wordlists import words_of

if TYPE_CHECKING:
    from dateline.extract.parse import ParsedSentence, Token

VERBS: Final = words_of("extract.twoacting.verbs")
_OPENERS: Final = words_of("extract.twoacting.openers")
_PARTIES: Final = words_of("extract.twoacting.parties")
_IF: Final = frozenset({"if", "unless"})
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


def is_condition_of_two(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a word tells what two are to do together that something hangs on: "**if** Chad and Libya **sign**", "**should** the two **meet**"."""
    if token.lower not in VERBS or token.pos != "VERB" or not _is_conditional(sentence, token):
        return False
    subjects = sentence.kids(token.i, "nsubj")
    return any(t.lower in _PARTIES or sentence.kids(t.i, "conj") for t in subjects)


def _is_conditional(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether "if", "unless" or a verb in front of its subject makes a clause a condition ("as if", "even if" do not)."""
    mark = next((t for t in sentence.kids(verb.i, "mark") if t.lower in _IF), None)
    if mark is not None:
        return verb.dep == "advcl" and not (mark.i and sentence.tokens[mark.i - 1].lower in {"as", "even"})
    first = sentence.tokens[sentence.leftmost[verb.i]]
    return first.lower in {"should", "were"} and first.head == verb.i and first.dep == "aux" and verb.dep in {"advcl", "ccomp"}
