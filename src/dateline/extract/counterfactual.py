"""Acts that a sentence says did not take place by its form: "would have fallen", "ought to have recalled", "Had Kenya sent police, ..."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.extract.arguments import light_verb
from dateline.extract.parse import ParsedSentence, Token

_WOULD: Final = frozenset({"would", "'d", "’d", "should"})
#: What "to have done" hangs on where it was not done.
_DUE: Final = frozenset({"ought", "supposed", "meant"})
_RESULT: Final = frozenset({"would", "'d", "’d", "could", "might"})


def counterfactual(sentence: ParsedSentence, head: int) -> Token | None:
    """The word by which an act's own clause says that the act is imagined, if one does.

    Args:
        sentence: the sentence.
        head: the head word of the act's trigger; of a noun its verb is looked at ("would have launched **an attack**").
    """
    verb = light_verb(sentence, head) or sentence.tokens[head]
    auxiliaries = sentence.kids(verb.i, "aux")
    if verb.tag == "VBN" and any(t.lower in {"have", "'ve", "’ve"} for t in auxiliaries):
        above = sentence.tokens[verb.head]
        if verb.dep == "xcomp" and above.lower in _DUE:
            return above
        return next((t for t in auxiliaries if t.lower in _WOULD), None)
    return _inverted(sentence, verb, auxiliaries)


def _inverted(sentence: ParsedSentence, verb: Token, auxiliaries: Sequence[Token]) -> Token | None:
    """The "had" before the subject of a condition, where the clause that it is a condition of has a "would"."""
    had = next((t for t in auxiliaries if t.lower == "had"), None)
    subjects = sentence.kids(verb.i, "nsubj", "nsubjpass")
    if had is None or verb.dep != "advcl" or not any(had.i < t.i < verb.i for t in subjects):
        return None
    return had if any(t.lower in _RESULT for t in sentence.kids(verb.head, "aux")) else None
