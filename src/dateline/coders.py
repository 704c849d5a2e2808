"""Coders by name: the built-in ones and those of the entry point group ``dateline.coders``."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from dateline.extract.extractor import Coder

GROUP = "dateline.coders"
BUILT_IN = ("lexicon", "trained")
_MEND = "mend or reinstall the package that brings it, or take another coder"


def coder_names() -> tuple[str, ...]:
    """Names of the coders that are installed, built-in ones included."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)} | set(BUILT_IN)))


def load_coder(name: str, model: Path | None = None) -> Coder:
    """Load a coder by its name.

    Args:
        name: ``trained``, ``lexicon`` or one of the entry point group.
        model: a model folder for the trained coder; the package's own where ``None``.

    Raises:
        DatelineError: E302, the model is missing or damaged; E303, no coder of that name is installed, or its package cannot be loaded.
    """
    if name == "trained":
        from dateline.extract.classifier.coder import TrainedCoder

        return TrainedCoder(model)
    if name == "lexicon":
        from dateline.extract.lexical import LexiconCoder

        return LexiconCoder()
    for point in entry_points(group=GROUP):
        if point.name == name:
            return _of_package(point)
    raise DatelineError("E303", name, f"installed: {', '.join(coder_names())}")


def _of_package(point: EntryPoint) -> Coder:
    """The coder of an entry point, which must be one by what it offers."""
    try:
        coder: Coder = point.load()()
    except (DatelineError, MemoryError):
        raise
    except Exception as error:  # whatever another package does when it is loaded
        raise DatelineError("E303", point.name, f"{point.value} cannot be loaded: {type(error).__name__}: {error}", _MEND) from error
    if not callable(getattr(coder, "acts", None)):
        raise DatelineError("E303", point.name, f"{point.value} has no method acts", _MEND)
    if not isinstance(getattr(coder, "name", None), str) or not coder.name.strip():
        raise DatelineError("E303", point.name, f"{point.value} has no name with its version, which records carry", _MEND)
    return coder
