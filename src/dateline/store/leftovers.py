"""Files that a process writes beside their place, named with its number; a killed one leaves them."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


def fresh_beside(path: Path, prefix: str = "") -> Path:
    """A name of this process's own beside a path; what processes that have ended left under such names is removed."""
    remove_leftovers(path, prefix)
    return path.with_name(f"{_stem(path, prefix)}{os.getpid()}")


def remove_leftovers(path: Path, prefix: str = "") -> None:
    """Removes what processes that have ended left beside a path."""
    stem = _stem(path, prefix)
    with suppress(OSError):
        for left in path.parent.glob(f"{_literal(stem)}*"):
            number = left.name.removeprefix(stem).removesuffix(".wal")
            if number.isascii() and number.isdigit() and not _runs(int(number)):
                with suppress(OSError):
                    left.unlink()


def _stem(path: Path, prefix: str) -> str:
    return f"{prefix}{path.name}.new-"


def _literal(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


def _runs(process: int) -> bool:
    """Whether a process of this number runs on this machine. On Windows none is asked: the file of one that runs cannot be removed."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it runs, and is another user's
        return True
    return True
