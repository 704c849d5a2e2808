"""Acts told as what another came after: "agreed on Monday to ban the airline **after Minsk forced a jet to land**" tells no day of the landing.

Of such acts in the corpus 92 have no day of their own and 18 that of the main clause; where the text says that hours or a day lay between, half have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.extract.parse import ANY_SUBJECT, ParsedSentence, Token
from dateline.ontology.wordlists import words_of

_NEAR: Final = words_of("extract.aftermath.near") | words_of("extract.datereach.units")


def is_aftermath(sentence: ParsedSentence, steps: Iterable[Token], inside: list[Token]) -> bool:
    """Whether a clause with "after" and a subject of its own parts an act from a date before it.

    Args:
        sentence: the sentence.
        steps: the words from the act's verb up to the verb that the date hangs on.
        inside: the words of the date.
    """
    for verb in steps:
        mark = next((t for t in sentence.kids(verb.i, "mark") if t.lower == "after"), None)
        if mark is None or verb.dep != "advcl" or mark.i < verb.head or inside[0].i > mark.i or not sentence.kids(verb.i, *ANY_SUBJECT):
            continue
        if sentence.tokens[mark.i - 1].lower not in _NEAR or _is_uncounted(sentence.tokens, mark.i - 1):
            return True
    return False


def _is_uncounted(tokens: Sequence[Token], unit: int) -> bool:
    """Whether a word tells of **days**, **weeks**, **months** or **years** without a number, so that no day is counted from them."""
    before = tokens[unit - 1] if unit else None
    return tokens[unit].lower in _LONG and (before is None or (before.tag != "CD" and before.lower not in _VAGUE))


#: Of times of more than a day.
_LONG: Final = frozenset({"days", "weeks", "months", "years", "decades"})
#: Words that count without a number: "**several** days after", "a **few** weeks after", "**hours and** days after".
_VAGUE: Final = frozenset({"several", "few", "dozen", "couple", "of", "and", "or"})
