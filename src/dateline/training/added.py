"""Text that was added since a model was trained: each pass takes it several times and draws from the rest, so that what was learnt is kept."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.training.batches import Batch, Encoded, batches
from dateline.training.corpus import load_corpus, sentences_of

#: How often a pass takes each added sentence, and the shares of the other annotated and of the plain sentences that it draws.
TIMES: Final = 3
ANNOTATED: Final = 0.5
PLAIN: Final = 0.25


@dataclass(frozen=True, slots=True)
class Mixture:
    """Training sentences, the added ones apart."""

    added: tuple[Encoded, ...]
    annotated: tuple[Encoded, ...]
    plain: tuple[Encoded, ...]

    def drawn(self, rng: random.Random) -> list[Encoded]:
        """The sentences of a pass; all passes have as many."""
        old = rng.sample(self.annotated, int(len(self.annotated) * ANNOTATED))
        return [*self.added * TIMES, *old, *rng.sample(self.plain, int(len(self.plain) * PLAIN))]

    def batches(self, leaves: Sequence[str], size: int, rng: random.Random, *, taught: float) -> Iterator[Batch]:
        """The batches of a pass, as :func:`dateline.training.batches.batches` makes them."""
        return batches(self.drawn(rng), leaves, size, rng, taught=taught)


def mixture(items: Iterable[Encoded], added: Sequence[Path]) -> Mixture:
    """Set the sentences of some notation files, or folders of them, apart; a plain sentence that they annotate is left out.

    Args:
        items: all training sentences, those of the files among them.
        added: the files.
    """
    texts = {sentence.text for path in added for _, sentence in sentences_of(load_corpus(path))}
    new: list[Encoded] = []
    old: list[Encoded] = []
    plain: list[Encoded] = []
    for item in items:
        known = item.example.sentence.sentence.text.strip() in texts
        if not item.example.plain:
            (new if known else old).append(item)
        elif not known:
            plain.append(item)
    return Mixture(tuple(new), tuple(old), tuple(plain))
