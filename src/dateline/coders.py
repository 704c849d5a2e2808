"""Coders by name: the built-in ones and those of the entry point group ``dateline.coders``."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.extract.extractor import Coder

GROUP = "dateline.coders"
BUILT_IN = ("lexicon", "trained")


def coder_names() -> tuple[str, ...]:
    """Names of the coders that are installed, built-in ones included."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)} | set(BUILT_IN)))


def load_coder(name: str, model: Path | None = None) -> Coder:
    """Load a coder by its name.

    Args:
        name: ``trained``, ``lexicon`` or one of the entry point group.
        model: a model folder for the trained coder; the package's own where ``None``.

    Raises:
        DatelineError: E302, the model is missing or damaged; E303, no coder of that name is installed.
    """
    if name == "trained":
        from dateline.extract.classifier.coder import TrainedCoder

        return TrainedCoder(model)
    if name == "lexicon":
        from dateline.extract.lexical import LexiconCoder

        return LexiconCoder()
    for point in entry_points(group=GROUP):
        if point.name == name:
            coder: Coder = point.load()()
            return coder
    raise DatelineError("E303", name, f"installed: {', '.join(coder_names())}")
