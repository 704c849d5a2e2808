"""Whose call is answered: "rejected calls **from abroad**", "heeded appeals **from Oslo**"; and whose bid is threatened: "threatened to block **their** bids"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, objects_of
from dateline.extract.clauses.asked import CALLS, OFFERS
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token

_CALLS: Final = CALLS | OFFERS
_ANSWERS: Final = frozenset({"REJECT", "AGREE", "CONCEDE", "SUPPORT"})
_ELSEWHERE: Final = frozenset({"abroad", "overseas"})
_THEIRS: Final = frozenset({"their", "its"})


def call_from(act: Act) -> Parties | None:
    """Who answers a call answers whoever it comes from."""
    sentence = act.sentence
    calls = [t for t in sentence.kids(act.head, "dobj") if t.lower in _CALLS and t.i in act.recipients]
    if act.type not in _ANSWERS or not calls:
        return None
    callers = _callers(sentence, calls)
    rest = tuple(i for i in act.recipients if i not in {t.i for t in calls})
    return Parties(act.actors, (*callers, *rest), no_recipients=phrase_of(sentence, [t.i for t in calls])) if callers else None


def _callers(sentence: ParsedSentence, calls: list[Token]) -> tuple[int, ...]:
    links = [p for t in calls for p in sentence.kids(t.i, "prep") if p.lower == "from"]
    away = [t.i for p in links for t in sentence.kids(p.i, "pcomp", "advmod", "pobj") if t.lower in _ELSEWHERE]
    return tuple(dict.fromkeys((*objects_of(sentence, [t.i for t in calls], "from"), *away)))


def whose_bid(act: Act) -> Parties | None:
    """Who is threatened by what would be done to his own: the whole row, and the pronoun where nobody else is found."""
    sentence = act.sentence
    if act.type != "THREATEN":
        return None
    things = [o for t in sentence.kids(act.head, "xcomp") for o in sentence.kids(t.i, "dobj")]
    owner = next((p for o in things for p in sentence.kids(o.i, "poss") if p.lower in _THEIRS), None)
    if owner is None:
        return None
    if not act.recipients:
        return Parties(act.actors, (owner.i,))
    if owner.lower != "their" or len(act.recipients) > 1:
        return None
    return Parties(act.actors, expand(sentence, act.recipients))
