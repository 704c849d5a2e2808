"""The words of a trigger, without those at its edges that belong to what stands beside it: "described **the**", "**and** fired water cannons"."""

from __future__ import annotations

from typing import Final

from dateline.extract.parse import ParsedSentence

#: Tags of words with which no trigger begins or ends.
_LOOSE: Final = frozenset({"CC", "DT", "PDT", "PRP$", "POS", "HYPH", ",", ":", "``", "''", "-LRB-", "-RRB-"})
#: With a number no trigger ends ("sent **five** planes"), nor with the "to" of an infinitive.
_LOOSE_LAST: Final = _LOOSE | {"CD", "TO"}
#: Parts of a phrase whose noun stands outside the trigger ("halted **bilateral** payments").
_CUT_OFF: Final = frozenset({"amod", "compound", "nmod", "nummod", "poss"})


def trimmed(sentence: ParsedSentence, low: int, head: int, high: int) -> tuple[int, int]:
    """First and last word of a trigger without loose words at its edges; its head stays.

    Args:
        sentence: the parsed sentence.
        low: index of the trigger's first word.
        head: index of its head.
        high: index of its last word.
    """
    tokens, nominal = sentence.tokens, sentence.tokens[head].pos in {"NOUN", "PROPN"}
    while low < head and tokens[low].tag in _LOOSE:
        low += 1
    while high > head:
        last = tokens[high]
        dangling = nominal and last.tag == "IN" and last.dep == "prep"
        if not (last.tag in _LOOSE_LAST or dangling or (last.dep in _CUT_OFF and last.head > high)):
            break
        high -= 1
    return low, high
