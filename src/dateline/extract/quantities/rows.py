"""Numbers of the second verb of a row: of "killing 157 people and **raping** 100 women" the second is not killed."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.quantities.acts import acts_alone
from dateline.extract.quantities.cues import load_kinds
from dateline.ontology.wordlists import words_of

#: The verb right before a number, joined to what stands before it.
_JOINED: Final = re.compile(
    r"(?:,|\band)\s+(?:(?:then|later|also|\w+ly)\s+)?(?P<verb>[a-z]+(?:ed|ing)|took|drove|stole|beat|hit|held|struck|sent|threw)\s+"
    r"(?:(?:another|other|some|about|around|nearly|a\s+further|a|the|its|their|his|her)\s+)*$"
)
_NO_ACT: Final = words_of("extract.quantities.rows.no_act")
#: Ways of assault by which people die.
_DEADLY: Final = frozenset(f"ASSAULT/{mode}" for mode in ("targeted", "execute", "assassinate", "primitive", "firearms", "explosives", "heavy-weapons"))
_ENDS: Final = re.compile(r"[,;:.]|\band\b|$")
_STOP: Final = re.compile(r"[.;:]")


def is_of_next_verb(text: str, start: int, phrase: tuple[int, int], counts: str) -> bool:
    """Whether a number is the object of a verb that tells of no such outcome as it was classed by, but is joined to one that does.

    Args:
        text: the text searched.
        start: where the number before ends.
        phrase: where the number begins and ends.
        counts: the class of the number.
    """
    gap = text[start : phrase[0]]
    joined = _JOINED.search(gap)
    if joined is None or joined["verb"] in _NO_ACT or _STOP.search(gap):
        return False
    acts = acts_alone(joined["verb"])
    if (counts == "killed" and not _DEADLY.isdisjoint(acts)) or (counts == "wounded" and any(act.startswith("ASSAULT") for act in acts)):
        return False
    end = _ENDS.search(text, phrase[1])
    verb, number, after = gap[joined.start("verb") :], text[phrase[0] : phrase[1]], text[phrase[1] : end.start() if end else len(text)]
    return not any(kind.name == counts and kind.tells(verb, number, after) for kind in load_kinds())
