"""What a paper, deal or measure is about: a "defence pact" is no "trade pact"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from dateline.audit.disagreement import Disagreement
from dateline.audit.findings import FindingKind
from dateline.audit.headline import Headline
from dateline.audit.statement import Statement
from dateline.audit.words import words

#: Papers and meetings that are named after what they are about.
_NAMED: Final = r"(?P<thing>pact|deal|agreement|treaty|accord|memorandum|contract|talks|law|bill|ban|embargo|sanctions)s?"


def other_field(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """The same party and one thing that each side names after another field; silent where either side names both fields."""
    if not set(mine.actors) & set(theirs.actors) or mine.negated or theirs.negated:
        return
    for field, one in words().fields:
        told = _named(one).search(mine.text)
        if told is None or one.search(theirs.text):
            continue
        for name, other in words().fields:
            cited = _named(other).search(theirs.text) if name != field and not other.search(mine.sentence.sentence.text) else None
            if cited is not None and cited["thing"].lower() == told["thing"].lower():
                mention = mine.mention(told.start(), told.end())
                yield FindingKind.ACT, mention, cited.group(), f"the text says “{mention.text}”, the headline “{cited.group()}”"
                return


@cache
def _named(field: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(rf"{field.pattern}\s+{_NAMED}\b", re.IGNORECASE)
