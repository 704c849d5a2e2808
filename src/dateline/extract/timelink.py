"""The date to which "that year" or "the following month" refers back.

A date in a clause that only tells more of something, or of what went before ("Baghdad, which had signed the accord **in 1975**"), is passed over
where the sentence has one of its own; one that such a clause tells on from ("a treaty, which expired **in 2004**") is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.extract.acttime import governor_of
from dateline.extract.around import is_narrated
from dateline.extract.dates import FoundDate, Told
from dateline.extract.flashback import is_told_back
from dateline.extract.narrative import Narrative, is_aside, is_noun_date, strays
from dateline.extract.parse import ParsedSentence

#: Clauses below another, whose times are not those that the sentence itself tells of.
_BELOW: Final = frozenset({"relcl", "acl", "appos", "advcl", "pcomp"})


@dataclass(frozen=True, slots=True)
class Thread:
    """What the dates of a sentence make of the time told of, and to which of them later ones refer; see :class:`dateline.extract.dates.Telling`."""

    narrative: Narrative
    sentence: ParsedSentence
    previous: FoundDate | None = None

    def tell(self, told: Told | None, found: FoundDate) -> Told | None:
        """The time told of after an expression."""
        return self.narrative.tell(self.sentence, told, found)

    def is_back(self, found: FoundDate) -> bool:
        """Whether what an expression dates is told with "had"."""
        return is_told_back(self.sentence, found)

    def refer(self, found: Sequence[FoundDate], start: int) -> FoundDate | None:
        """The one of some expressions to which another refers that starts behind them."""
        around = _above(self.sentence, start)
        near = [one for one in found if not (strays(self.previous, one) and is_aside(self.sentence, one) and _own_clause(self.sentence, one) not in around)]
        return referred(self.sentence, near, start)


def referred(sentence: ParsedSentence, dates: Sequence[FoundDate], start: int | None = None) -> FoundDate | None:
    """The date to which an expression refers that only counts from one before.

    Args:
        sentence: the parsed sentence.
        dates: its date expressions that stand before the other one, in text order.
        start: where the other one starts in the sentence (code points), ``None`` where it stands in the next sentence.
    """
    if len(dates) < 2:
        return dates[-1] if dates else None
    around = _above(sentence, start)
    kept: list[FoundDate] = []
    for one in dates:
        clause = _own_clause(sentence, one)
        if clause is None or clause in around or (kept and _goes_on(sentence, clause, one, kept[-1])):
            kept.append(one)
    return (kept or [one for one in dates if not is_aside(sentence, one)] or dates)[-1]


def _above(sentence: ParsedSentence, start: int | None) -> frozenset[int]:
    """The words over that at which an expression starts."""
    if start is None:
        return frozenset()
    at = sentence.sentence.span.start + start
    word = next((token for token in sentence.tokens if token.end > at), None)
    return frozenset() if word is None else frozenset({word.i, *(above.i for above in sentence.ancestors(word.i))})


@lru_cache(maxsize=1024)
def _own_clause(sentence: ParsedSentence, found: FoundDate) -> int | None:
    """The head of the clause or phrase below the main clause in which a date stands; ``None`` where it dates the main one."""
    token = governor_of(sentence, found)
    if token is None:
        return None
    if is_noun_date(token):
        return token.i
    return next((one.i for one in (token, *sentence.ancestors(token.i)) if one.dep in _BELOW), None)


def _goes_on(sentence: ParsedSentence, clause: int, found: FoundDate, before: FoundDate) -> bool:
    """Whether a clause tells in the past of a time after the one before."""
    return sentence.tokens[clause].pos in {"VERB", "AUX"} and is_narrated(sentence, clause) and found.earliest > before.latest
