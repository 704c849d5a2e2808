"""stub"""
from __future__ import annotations
from collections.abc import Sequence
from dateline.types import Source
def parse_note(text: str, *, note: str | None, offset: int, earlier: Sequence[Source]) -> tuple[Source, ...]:
    return ()
