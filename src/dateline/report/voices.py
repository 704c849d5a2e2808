"""Whose word an act is told on, and how sure: the author's against others', certain against hedged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.report.acts import Act

#: key (the marks' classes), sign, name; the signs also stand in the text, so that colour is never the only cue
VOICES: Final = (
    ("own", "¶", "the author’s word"),
    ("own unsure", "¶?", "the author’s word, hedged"),
    ("told", "❝", "somebody else’s word"),
    ("told unsure", "❝?", "somebody else’s word, hedged"),
)


@dataclass(frozen=True, slots=True)
class Voice:
    """The acts told in one voice; ``percent`` of all acts."""

    key: str
    sign: str
    name: str
    rows: tuple[int, ...]
    start: float
    percent: float


def voice_of(act: Act) -> str:
    """The key of an act's voice."""
    return ("told" if act.speaker else "own") + ("" if act.certain else " unsure")


def voices(found: Sequence[Act]) -> tuple[Voice, ...]:
    """The four voices with their acts, for a bar of a hundred per cent."""
    made: list[Voice] = []
    start = 0.0
    for key, sign, name in VOICES:
        rows = tuple(act.number for act in found if voice_of(act) == key)
        share = 100 * len(rows) / len(found) if found else 0.0
        made.append(Voice(key, sign, name, rows, round(start, 2), round(share, 2)))
        start += share
    return tuple(made)
