"""Deeds that stand on the word of the other side, as :func:`dateline.alleged.is_alleged` has them, in SQL: what counts leave out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dateline.alleged import GUESSED, HOSTILE, SIDES, SURE

if TYPE_CHECKING:
    from dateline.store.duckdb import Database

_HOSTILE: Final = ", ".join(f"'{name}'" for name in sorted(HOSTILE))
_SIDES: Final = ", ".join(f"'{name}'" for name in sorted(SIDES))
_GUESSED: Final = ", ".join(f"'{name}'" for name in sorted(GUESSED))
_IS_SPEAKER: Final = "p.span_start = m.attribution_start AND p.span_end = m.attribution_end"
#: The speaker of a deed ``m`` is a party, or of the state of one; and surely so.
_IS_OF: Final = f"({_IS_SPEAKER} OR p.country = m.attribution_country)"
_IS_SURELY_OF: Final = (
    f"({_IS_SPEAKER} OR p.country = m.attribution_country AND NOT EXISTS (SELECT 1 FROM resolutions s WHERE s.mention_id = m.mention_id"
    f" AND s.role = 'speaker' AND s.position = 0 AND s.method IN ({_GUESSED}) AND s.score < {SURE}))"
)


def _speaks(mention: str, role: str, rule: str = _IS_OF) -> str:
    return f"EXISTS (SELECT 1 FROM participants p WHERE p.mention_id = {mention} AND p.role = '{role}' AND {rule})"


def _shared(role: str, same: str) -> str:
    """A party of the charge ``c`` is an actor of the deed ``m``."""
    return (
        "EXISTS (SELECT 1 FROM participants p JOIN participants a ON a.mention_id = m.mention_id AND a.role = 'actor'"
        f" WHERE p.mention_id = c.mention_id AND p.role = '{role}' AND ({same}))"
    )


_SAME_SPAN: Final = "p.span_start = a.span_start AND p.span_end = a.span_end"
_NOBODY: Final = "NOT EXISTS (SELECT 1 FROM participants p WHERE p.mention_id = c.mention_id AND p.role = 'actor')"

#: The ids of the alleged deeds of the tables ``mentions``, ``participants`` and ``resolutions``. The view ``acts`` has it in a column: a change needs a new migration.
ALLEGED: Final = f"""
SELECT m.mention_id FROM mentions m JOIN mentions c ON c.doc_id = m.doc_id AND c.sentence = m.sentence AND c.mention_id <> m.mention_id
WHERE m.attribution_kind IS NOT NULL AND NOT m.negated AND m.type <> 'ACCUSE' AND c.type = 'ACCUSE' AND NOT c.negated
    AND {_shared("recipient", f"{_SAME_SPAN} OR p.country = a.country")} AND NOT {_shared("actor", _SAME_SPAN)}
    AND CASE WHEN coalesce(m.attribution_text, '') = '' THEN {_NOBODY} ELSE {_speaks("c.mention_id", "actor")} END
UNION
SELECT m.mention_id FROM mentions m
WHERE m.attribution_kind IN ({_SIDES}) AND NOT m.negated AND m.type IN ({_HOSTILE})
    AND EXISTS (SELECT 1 FROM participants p WHERE p.mention_id = m.mention_id AND p.role = 'actor')
    AND {_speaks("m.mention_id", "recipient", _IS_SURELY_OF)} AND NOT {_speaks("m.mention_id", "actor")}"""


def alleged_among(database: Database, ids: Sequence[str]) -> frozenset[str]:
    """Those of these mentions that are alleged.

    Raises:
        DatelineError: E204 where the query fails.
    """
    found = database.read(f"SELECT mention_id FROM ({ALLEGED}) WHERE mention_id IN (SELECT unnest(?::VARCHAR[]))", list(ids))
    return frozenset(found["mention_id"].to_pylist())
