"""What the headings of a document say of the text under them: each tells its section, and those below it unless they tell otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Generic, TypeVar

from dateline.types import BlockKind, Document

_Told = TypeVar("_Told")


class Headings(Generic[_Told]):
    """The headings of a document with what each tells, or the nearest one over it that tells something.

    Args:
        document: the document.
        read: what the words of a heading tell; ``None`` for nothing.
    """

    def __init__(self, document: Document, read: Callable[[str], _Told | None]) -> None:
        self._starts: list[int] = []
        self._told: list[_Told | None] = []
        over: list[tuple[int, _Told | None]] = []
        for block in document.blocks:
            if block.kind is not BlockKind.HEADING:
                continue
            while over and over[-1][0] >= block.level:
                over.pop()
            own = read(document.slice(block.span).strip())
            told = own if own is not None or not over else over[-1][1]
            over.append((block.level, told))
            self._starts.append(block.span.start)
            self._told.append(told)

    def __bool__(self) -> bool:
        """Whether any of them tells something."""
        return any(one is not None for one in self._told)

    def above(self, offset: int) -> _Told | None:
        """What the headings over a place of the text tell."""
        at = bisect_right(self._starts, offset) - 1
        return self._told[at] if at >= 0 else None
