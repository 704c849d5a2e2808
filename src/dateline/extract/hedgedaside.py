"""Doubt that is not about an act: in "rebels, **reportedly** armed by Togo, shelled the port" only who armed them is doubtful, and in "**suspected**
rebels shelled the port" only who did it."""

from __future__ import annotations

from typing import Final

from dateline.extract.arguments import is_passive
from dateline.extract.cuewords import load_cues
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.quantities.nouns import is_people
from dateline.ontology.inflect import singular

_ASIDE: Final = frozenset({"acl", "relcl", "amod"})
#: Words between a word of doubt and the person that it is about: "suspected **armed Islamist** fighters".
_WITHIN: Final = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})


def is_hedged_aside(sentence: ParsedSentence, head: int) -> bool:
    """Whether the words of doubt of a sentence all tell who somebody is, or stand in participles or relative clauses in which the act does not stand."""
    cues = load_cues()
    doubts = [t for t in sentence.tokens if t.lower in cues.adverbs or t.lower in cues.adjectives or _is_believed(sentence, t)]
    if sentence.tokens[head].dep == "xcomp" and not all(doubts_who(sentence, t, head) for t in doubts):
        return False
    return bool(doubts) and all(doubts_who(sentence, t, head) or _is_aside(sentence, t, head) for t in doubts)


def doubts_who(sentence: ParsedSentence, word: Token, head: int) -> bool:
    """Whether an adjective of doubt stands before the name of people, and so tells who they are: "**suspected** rebels", "**alleged** members of a gang".

    Args:
        sentence: the sentence.
        word: the word of doubt.
        head: the head word of the act; one that stands in the same phrase is itself in doubt ("a **suspected** rebel attack").
    """
    if word.lower not in load_cues().adjectives:
        return False
    for token in sentence.tokens[word.i + 1 :]:
        if token.pos not in _WITHIN or token.i == head:
            return False
        following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
        last = following is None or following.pos not in _WITHIN
        if (last and (token.pos == "PROPN" or is_people(token.text))) or (token.pos == "NOUN" and is_people(token.text) and singular(token.lower) != token.lower):
            return True
        if last:
            return False
    return False


def _is_believed(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a word is a participle of belief: "**believed** to be", "**said** to have"."""
    return token.lower in load_cues().passives and token.pos == "VERB" and is_passive(sentence, token)


def _is_aside(sentence: ParsedSentence, word: Token, head: int) -> bool:
    clause = next((t for t in (word, *sentence.ancestors(word.i)) if t.dep in _ASIDE and t.pos == "VERB"), None)
    return clause is not None and clause.i < head and head not in sentence.subtree(clause.i) and head != (clause.head if clause.dep == "amod" else None)
