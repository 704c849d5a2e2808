"""What the coder makes of a statement and of its headline: acts of unlike types, by their codings and by how the title bears on the act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.audit.compare import Coding
from dateline.audit.statement import Statement
from dateline.extract.bearing import Title, may_be_one_act
from dateline.types import EventMention

#: Below these confidences a coding is no evidence of another act. Set on the open half of tests/cases/audit.
_SURE: Final = 0.7


def compare_codings(statement: Statement, mentions: Sequence[EventMention], title: Title | None) -> Coding:
    """Compare the act of a statement's main verb with all acts of a coded title.

    Args:
        statement: the statement.
        mentions: the acts coded in its sentence.
        title: the coded title, ``None`` where it was not coded.
    """
    if title is None or statement.act is None:
        return Coding()
    span = statement.act.span
    act = next((one for one in mentions if one.trigger.span.overlaps(span)), None)
    sure = [one for one in title.mentions if one.confidence >= _SURE]
    triggers = tuple(one.trigger.text for one in sure)
    types = {one.type for one in title.mentions}
    beside = {one.type for one in mentions if one is not act and statement.span.overlaps(one.trigger.span)}
    if types & beside and (act is None or act.type not in types):
        return Coding(triggers=triggers, alike=True)
    if act is None or act.confidence < _SURE or not sure or act.negated or any(one.negated for one in title.mentions):
        return Coding(triggers=triggers)
    if any(may_be_one_act(act.type, one.type) for one in title.mentions):
        return Coding(triggers=triggers)
    borne = [link.bearing.relation for link in act.sources if link.bearing is not None and link.source.title == title.text]
    if borne and borne[0] in {"same", "detail"}:
        return Coding(triggers=triggers)
    return Coding(True, triggers[0], triggers)
