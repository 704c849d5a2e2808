"""Probabilities as log odds, for the stages that weigh them."""

from __future__ import annotations

import math


def log_odds(chance: float, edge: float) -> float:
    """Log odds of a probability, which is kept at least ``edge`` away from 0 and 1.

    >>> log_odds(0.5, 0.01)
    0.0
    """
    kept = min(1.0 - edge, max(edge, chance))
    return math.log(kept / (1.0 - kept))
