"""Clauses with a subject of their own: whoever is named only there is no party of an act outside them.

"China, *whose nationals have been attacked by the BLA*, expressed condolences": the BLA is nobody's recipient of the condolences.
"""

from __future__ import annotations

from functools import lru_cache

from dateline.extract.clauses.absolute import absolute_subjects
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS

#: Conjunctions of clauses that tell of another time than the act.
_TIMES = frozenset({"after", "before", "since", "until"})


@lru_cache(maxsize=64)
def outsiders(sentence: ParsedSentence, head: int) -> frozenset[int]:
    """The words of clauses of another time ("after militants killed ..."), of somebody's own ("whose ...") or of names behind "with" ("with only Togo
    voting against it") in which an act does not stand.

    Other relative and adverbial clauses often name whom an act is aimed at.

    Args:
        sentence: the parsed sentence.
        head: the act's head word.
    """
    words: set[int] = set()
    for token in sentence.tokens:
        if token.dep == "pcomp" and any(sentence.tokens[i].tag.startswith("NNP") for i in absolute_subjects(sentence, token)):
            words.update(sentence.subtree(token.i) if head not in sentence.subtree(token.i) else ())
        elif token.dep in {"relcl", "advcl"} and _is_apart(sentence, token) and head not in (inside := sentence.subtree(token.i)):
            words.update(inside)
    return frozenset(words)


def _is_apart(sentence: ParsedSentence, verb: Token) -> bool:
    subjects = sentence.kids(verb.i, *SUBJECTS)
    if verb.dep == "advcl":
        return bool(subjects) and any(mark.lower in _TIMES for mark in sentence.kids(verb.i, "mark"))
    return any(owner.lower == "whose" for subject in subjects for owner in sentence.kids(subject.i, "poss"))
