"""A signal: a word on the parse that tells how an act is meant, and the chain of words whose modality an act shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.extract.arguments import dying_verb, light_verb
from dateline.extract.parse import ParsedSentence, Token


@dataclass(frozen=True, slots=True)
class Signal:
    """What a word tells of an act: ``label`` is a status or certainty (``negated`` for negation), ``family`` the rule that found it.

    ``cue`` is a token index, ``None`` where the form of the trigger itself tells.
    """

    label: str
    family: str
    cue: int | None


@lru_cache(maxsize=64)
def chain_of(sentence: ParsedSentence, index: int) -> tuple[Token, ...]:
    """The trigger and the words whose modality it shares: its light verb, and raising or coordinating verbs above it.

    "are reported to **have been deployed**", "appears to have **fired**", "will hold **talks**", "did not carry out **strikes**".
    """
    chain = [sentence.tokens[index]]
    verb = light_verb(sentence, index) or dying_verb(sentence, index)
    if verb is not None:
        chain.append(verb)
    current = chain[-1]
    while current.dep in {"xcomp", "conj", "oprd", "acomp"} and current.head != current.i:
        above = sentence.tokens[current.head]
        if above.pos not in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"} or above in chain:
            break
        if current.dep == "conj" and sentence.kids(current.i, "nsubj", "nsubjpass"):
            break
        if current.dep != "conj" or above.pos in {"VERB", "AUX"}:
            chain.append(above)
        current = above
    return tuple(chain)


def phrase_index(sentence: ParsedSentence, phrase: str) -> Iterator[int]:
    """Where a phrase of several words begins."""
    if phrase not in sentence.lower:
        return
    words = phrase.split()
    for start in range(len(sentence.tokens) - len(words) + 1):
        if all(sentence.tokens[start + k].lower == word for k, word in enumerate(words)):
            yield start


def clause_of(sentence: ParsedSentence, token: Token) -> set[int]:
    """The words of the clause that a verb heads: its subtree without clauses of their own subject beside or inside it."""
    words, stack, below = set(), [token.i], sentence.dependents
    while stack:
        current = stack.pop()
        words.add(current)
        for child in below[current]:
            own = child.dep in {"relcl", "ccomp", "parataxis", "acl"} or (child.dep in {"conj", "advcl"} and sentence.kids(child.i, "nsubj", "nsubjpass"))
            if not own:
                stack.append(child.i)
    return words
