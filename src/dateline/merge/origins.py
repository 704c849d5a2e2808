"""Independent sources of an event, counted by origin.

A statement's origins are the sources it rests on: what its note cites, the medium it quotes, the agency its document credits,
else the outlet itself. Two origins are one where the wording of their statements is nearly the same: one was copied.
Near-duplicates are found by minhash (Broder 1997), so that an event that hundreds report costs no more a report than another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.merge.columns import code
from dateline.merge.words import plain_words, stem

if TYPE_CHECKING:
    import numpy as np

#: Share of common stems (Jaccard) from which two passages are one text. On the open gold clusters the 19 pairs of copies lie
#: at 0.47 to 1, other reports of one act at 0.45 and below.
COPIED: Final = 0.5
#: Fewest stems of a passage whose wording can be nearly that of another; shorter ones are copies only where they are the same word for word.
FEWEST: Final = 6
#: Fewest words of a passage that is a copy word for word.
FEWEST_WORDS: Final = 3
#: Bands of two hashes each: at the threshold a pair of copies is missed three times in a thousand.
BANDS: Final = 20
#: A prime above the codes, and the seed of the hash functions.
_PRIME: Final = (1 << 31) - 1
_SEED: Final = 20241105


@dataclass(frozen=True, slots=True)
class Report:
    """A statement with its origins (any names that are the same for the same source) and its words; ``imagined`` where it tells of what might be."""

    mention_id: str
    origins: tuple[str, ...]
    text: str
    imagined: bool = False


#: Numbers as digits or words.
_FIGURE: Final = re.compile(
    r"\d[\d,.]*\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|thousand|million|dozens?|scores)\b",
    re.IGNORECASE,
)


def _figures(text: str) -> frozenset[str]:
    return frozenset(match.lower() for match in _FIGURE.findall(text))


def _agree(first: str, second: str) -> bool:
    """Whether the numbers of two texts leave room for one being a copy: an outlet that counts otherwise counted itself."""
    one, other = _figures(first), _figures(second)
    return not one or not other or bool(one & other)


def _bag(text: str) -> frozenset[int]:
    return frozenset(code(stem(word.lower())) for word in plain_words(text))


def _signatures(bags: Sequence[frozenset[int]]) -> np.ndarray:
    """Minhashes ``[bags, 2 * BANDS]``."""
    import numpy as np

    draw = np.random.default_rng(_SEED)
    factors, shifts = draw.integers(1, _PRIME, (2, 2 * BANDS)).astype(np.uint64)
    rows = [((np.array(sorted(bag), dtype=np.uint64)[:, None] * factors + shifts) % np.uint64(_PRIME)).min(axis=0) for bag in bags]
    return np.array(rows)


def copies(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that are nearly the same, by their places."""
    bags = [_bag(text) for text in texts]
    yield from _repeated(texts, bags)
    long = [index for index, bag in enumerate(bags) if len(bag) >= FEWEST]
    if len(long) < 2:
        return
    signatures = _signatures([bags[index] for index in long])
    seen: set[tuple[int, int]] = set()
    for band in range(BANDS):
        buckets: dict[tuple[int, int], list[int]] = {}
        for index, row in zip(long, signatures[:, 2 * band : 2 * band + 2].tolist(), strict=True):
            buckets.setdefault((row[0], row[1]), []).append(index)
        for members in buckets.values():
            # likeness within a bucket is nearly an equivalence: each against the first keeps a crowded bucket linear
            for one in members[1:]:
                pair = (members[0], one)
                if pair not in seen:
                    seen.add(pair)
                    alike = len(bags[pair[0]] & bags[one]) >= COPIED * len(bags[pair[0]] | bags[one])
                    if alike and _agree(texts[pair[0]], texts[one]):
                        yield pair


def _repeated(texts: Sequence[str], bags: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of short texts that are the same word for word, as in two copies of a file."""
    first: dict[tuple[str, ...], int] = {}
    for index, (text, bag) in enumerate(zip(texts, bags, strict=True)):
        if len(bag) >= FEWEST:
            continue
        words = tuple(word.lower() for word in plain_words(text))
        if len(words) >= FEWEST_WORDS and (before := first.setdefault(words, index)) != index:
            yield before, index


def independent(reports: Sequence[Report]) -> tuple[tuple[str, ...], ...]:
    """The independent sources of an event: groups of origins that are one, each sorted, in order. Who imagines an act is no source of one that others tell.

    Args:
        reports: all statements of the event.

    Example::

        independent([Report("a", ("Reuters",), "..."), Report("b", ("Reuters",), "..."), Report("c", ("AFP",), "...")])
        # (("AFP",), ("Reuters",))
    """
    telling = [one for one in reports if not one.imagined] or reports
    ordered = sorted(telling, key=lambda one: one.mention_id)
    parent = {origin: origin for one in ordered for origin in one.origins}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for first, second in copies([one.text for one in ordered]):
        for one in ordered[first].origins:
            for other in ordered[second].origins:
                low, high = sorted((root(one), root(other)))
                parent[high] = low
    groups: dict[str, set[str]] = {}
    for name in parent:
        groups.setdefault(root(name), set()).add(name)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))
