"""A reference with its candidates, and the probability of each by the fitted weights."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from itertools import repeat

from dateline.types import Phrase
from dateline.types.value import value
from dateline.weights import read_weights


@value(frozen=True, slots=True)
class Option:
    """A candidate: the phrase last used of it, the phrases that first name it (several of a row), and its features.

    ``parties`` is empty where the phrase is itself a reference without antecedent, so that choosing it gives no link.
    """

    at: Phrase
    parties: tuple[Phrase, ...]
    names: tuple[str, ...]


@value(frozen=True, slots=True)
class Choice:
    """A reference with its candidates and the features of "none"."""

    phrase: Phrase
    kind: str
    options: tuple[Option, ...]
    none: tuple[str, ...]


def probabilities(choice: Choice, by: Mapping[str, float]) -> list[float]:
    """The probability of each option, then that of none."""
    scores = [sum(map(by.get, names, repeat(0.0))) for names in (*(o.names for o in choice.options), choice.none)]
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The fitted weights of the package.

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    return read_weights("dateline.resolve", "antecedents.tsv")
