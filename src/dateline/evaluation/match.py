"""One-to-one matching of predicted to gold triggers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.evaluation.gold import GoldMention


@dataclass(frozen=True, slots=True)
class Matched:
    """Pairs (gold, predicted), gold mentions without a partner (optional ones left out) and predicted ones without."""

    pairs: tuple[tuple[GoldMention, GoldMention], ...]
    missed: tuple[GoldMention, ...]
    spurious: tuple[GoldMention, ...]


def match_document(gold: Sequence[GoldMention], found: Sequence[GoldMention]) -> Matched:
    """Match triggers on overlapping spans, those of the same type first, then by overlap, then by position.

    A prediction that matches an optional gold mention is neither rewarded nor punished, and such a mention is never missed.
    """
    candidates = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            overlap = min(wanted.end, got.end) - max(wanted.start, got.start)
            if overlap > 0:
                shared = len(wanted.pairs() & got.pairs())
                candidates.append((wanted.type != got.type, wanted.optional, -shared, -overlap, i, j))
    taken_gold: dict[int, int] = {}
    taken_found: set[int] = set()
    for *_, i, j in sorted(candidates):
        if i not in taken_gold and j not in taken_found:
            taken_gold[i] = j
            taken_found.add(j)
    pairs = tuple((gold[i], found[j]) for i, j in sorted(taken_gold.items()) if not gold[i].optional)
    missed = tuple(g for i, g in enumerate(gold) if i not in taken_gold and not g.optional)
    spurious = tuple(f for j, f in enumerate(found) if j not in taken_found)
    return Matched(pairs, missed, spurious)
