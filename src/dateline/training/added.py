"""Text that was added since a model was trained: each pass takes it several times and draws from the rest, so that what was learnt is kept."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError
from dateline.training.batches import Batch, Encoded, batches
from dateline.training.corpus import CorpusFile, sentences_of

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


def chosen(files: Iterable[CorpusFile], added: Iterable[Path]) -> list[CorpusFile]:
    """The files of a corpus that stand at or below some paths.

    Args:
        files: the corpus.
        added: files or folders of it.

    Raises:
        DatelineError: E009 where no file of the corpus stands at or below a path, so that nothing of it would be learnt.
    """
    files = list(files)
    found: dict[Path, CorpusFile] = {}
    for path in added:
        whole = path.resolve()
        below = [file for file in files if file.path.resolve().is_relative_to(whole)]
        if not below:
            raise DatelineError("E009", str(path), "no notation file of the corpus", "give --corpus with a folder that holds it")
        found.update((file.path, file) for file in below)
    return list(found.values())


def mixture(items: Iterable[Encoded], added: Sequence[CorpusFile]) -> Mixture:
    """Set the sentences of some notation files apart; a plain sentence that they annotate is left out.

    Args:
        items: all training sentences, those of the files among them.
        added: the files.
    """
    texts = {sentence.text for _, sentence in sentences_of(added)}
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
