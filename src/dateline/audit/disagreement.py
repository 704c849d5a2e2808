"""What a comparison of statement and headline gives."""

from __future__ import annotations

from typing import TypeAlias

from dateline.audit.findings import FindingKind
from dateline.types import Mention

#: What was found: kind, words of the text, words of the headline, and the message.
Disagreement: TypeAlias = tuple[FindingKind, Mention | None, str | None, str]
