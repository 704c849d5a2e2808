"""What the coder makes of a statement and of its headline: acts of unlike types, by their codings and by how the title bears on the act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.audit.compare import Coding
from dateline.audit.statement import Statement
from dateline.audit.words import stem
from dateline.extract.bearing import Title, may_be_one_act
from dateline.read.language import told_title
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
    if _tells_beside(statement, mentions, act, title):
        return Coding(triggers=triggers, alike=True)
    if act is None or act.confidence < _SURE or not sure or act.negated or any(one.negated for one in title.mentions):
        return Coding(triggers=triggers)
    if any(may_be_one_act(act.type, one.type) for one in title.mentions):
        return Coding(triggers=triggers)
    borne = [link.bearing.relation for link in act.sources if link.bearing is not None and told_title(link.source.title or "") == title.text]
    if borne and borne[0] in {"same", "detail"}:
        return Coding(triggers=triggers)
    return Coding(True, triggers[0], triggers)


def _tells_beside(statement: Statement, mentions: Sequence[EventMention], act: EventMention | None, title: Title) -> bool:
    """Whether a verb beside the statement's main one is the title's own, or tells an act of a type that the title has and the main verb has not.

    Nouns do not count: "lifted the ban" and "tightens the ban" share one.
    """
    assert statement.act is not None
    verbs = {one.start: one for one in statement.sentence.tokens if one.pos == "VERB" and one.start != statement.act.span.start}
    inside = {start: one for start, one in verbs.items() if statement.span.start <= start < statement.span.end}
    types = {one.type for one in title.mentions} - ({act.type} if act is not None else set())
    own = {stem(one.trigger.text.split()[0]) for one in title.mentions}
    return any(one.trigger.span.start in inside and one.type in types for one in mentions if one is not act) or any(
        stem(one.text) in own for one in inside.values()
    )
