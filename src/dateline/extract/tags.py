"""Classes of Penn tags that several rules ask for."""

from __future__ import annotations

from typing import Final

#: Tags of verbs that have a tense themselves.
TENSED: Final = frozenset({"VBD", "VBZ", "VBP"})
#: Tags of finite verbs.
FINITE: Final = TENSED | {"MD"}
