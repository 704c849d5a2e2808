"""Classes of Penn tags that several rules ask for."""

from __future__ import annotations

from typing import Final

#: Tags of finite verbs.
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
