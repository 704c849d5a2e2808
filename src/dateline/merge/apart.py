"""What keeps two acts apart that agree in type, parties and day: another town, another body of the same country, another deed done to others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.merge.bodies import ANYBODY, BY_NAME, COURTS, NAMED, STATE
from dateline.merge.facts import Facts
from dateline.merge.pairs import Features, Known, Pairs, shared_of, stands_in
from dateline.merge.spots import far_apart
from dateline.merge.words import LAST_DEED, OPPOSED

if TYPE_CHECKING:
    import numpy as np

#: Types that are words and no deeds; they are said in one town about another.
SPEECH: Final = ("ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT")
#: Types that one side does to the other: done the other way round they are another act.
ONE_SIDED: Final = ("ACCUSE", "REQUEST", "THREATEN", "REJECT", "SANCTION", "COERCE", "AID", "MOBILIZE")
#: Types that two do together: signed, agreed or talked over by another pair, it is another act.
TWO_SIDED: Final = ("AGREE", "CONSULT", "COOPERATE", "SUPPORT")
#: Types of which one act has victims or aims of several kinds.
AT_MANY: Final = ("ASSAULT", "PROTEST")
#: Types of acts against another. Two who do one to each other do two acts.
HOSTILE: Final = ("ACCUSE", "THREATEN", "REQUEST", "REJECT", "SANCTION", "COERCE", "ASSAULT")
#: Types in which a state's courts, police and prosecutors act as one: an arrest is told of any.
BY_THE_STATE: Final = ("ASSAULT", "COERCE")


def told_apart(pairs: Pairs, out: Features, earlier: Known) -> None:
    """The features of this module."""
    out["another town"] = _another_town(pairs)
    _at_home(pairs, out)
    out["other deed to others"] = _other_deed(pairs, earlier["same sentence"])
    out["one way and both ways"] = _one_way_and_both(pairs)


def _either(pairs: Pairs, *types: str) -> np.ndarray:
    one, other = pairs.of(pairs.facts.of_types(*types))
    found: np.ndarray = one | other
    return found


def _another_town(pairs: Pairs) -> np.ndarray:
    """Pairs of deeds in towns or divisions that are far apart, neither of which holds the other."""
    import numpy as np

    (da, db), (wa, wb) = pairs.both("division"), pairs.both("whole")
    found: np.ndarray = (da != 0) & (db != 0) & ~((da == db) & ((wa > 0) | (wb > 0))) & ~_either(pairs, *SPEECH)
    few = pairs.some(np.flatnonzero(found))
    (ya, yb), (xa, xb) = few.both("lat"), few.both("lon")
    found[found] = far_apart((ya, xa), (yb, xb))
    return found


def _apart(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Whether kinds are known and have none in common."""
    found: np.ndarray = (one > 0) & (other > 0) & ((one & other) == 0)
    return found


def _at_home(pairs: Pairs, out: Features) -> None:
    """Pairs of acts inside one country of which other bodies are the actors or, of what one side does to the other, the recipients; or of which
    the one that acts is acted upon in the other. And those whose bodies are of one kind, or whose objects of none, and bear different names (twice
    where both are names of their own: two towns attacked, two ships)."""
    import numpy as np

    home = pairs.both("home")
    inside = (home[0] == home[1]) & (home[0] != 0) & ~_either(pairs, *TWO_SIDED)
    few = pairs.some(np.flatnonzero(inside))
    doers, targets = few.wide("doer_names"), few.wide("target_names")
    there, back = shared_of(doers[0], targets[1]) > 0, shared_of(targets[0], doers[1]) > 0
    who, whom = _bodies(few, "doer_kinds"), _bodies(few, "target_kinds")
    one_doer, one_target = shared_of(*doers) > 0, shared_of(*targets) > 0
    others = _apart(*who) & ~one_doer & ~(there & back)
    aims = _apart(*whom) & ~one_target & ~_either(few, *AT_MANY)
    one_sided, (na, nb) = few.of(few.facts.of_types(*ONE_SIDED)), few.sizes("doer_names")
    turned = one_sided[0] & one_sided[1] & (there | back) & ~one_doer & ~one_target & (na > 0) & (nb > 0)
    (da, db), (ta, tb) = few.both("doer_naming"), few.both("target_naming")
    renamed = (da > 0) & (da == db) & ~one_doer & ((who[0] & who[1] & BY_NAME) != 0)
    unknown, named = (whom[0] | whom[1]) == 0, (ta == NAMED) & (tb == NAMED)
    told = (one_sided[0] & one_sided[1]) | (unknown & named & _either(few, *AT_MANY))
    reaimed = (told & (ta > 0) & (tb > 0) & ~one_target & ((whom[0] & whom[1]) == 0)) * np.where(unknown & named, 2.0, 1.0)
    for name, values in (("another body", others | aims | turned), ("another name at home", renamed), ("another object at home", reaimed)):
        out[name] = np.zeros(len(pairs), dtype=values.dtype)
        out[name][inside] = values


def _bodies(pairs: Pairs, name: str) -> tuple[np.ndarray, np.ndarray]:
    """The kinds of bodies of both, 0 where they may be anybody."""
    import numpy as np

    by_state = _either(pairs, *BY_THE_STATE)

    def of(kinds: np.ndarray) -> np.ndarray:
        known = np.where(kinds & ANYBODY, 0, kinds)
        arms: np.ndarray = np.where(by_state & (known & (STATE | COURTS) != 0), known | STATE | COURTS, known)
        return arms

    one, other = pairs.both(name)
    return of(one), of(other)


def _other_deed(pairs: Pairs, same_sentence: np.ndarray) -> np.ndarray:
    """Pairs of different deeds (a killing and a kidnapping, a strike and a march) that are done to, or by, people who have nothing in common."""
    import numpy as np

    table = np.zeros((LAST_DEED + 1, LAST_DEED + 1), dtype=bool)
    for one, other in OPPOSED:
        table[one, other] = table[other, one] = True
    da, db = pairs.both("deed")
    found: np.ndarray = table[da, db] & ~same_sentence
    few = pairs.some(np.flatnonzero(found))
    crowds = few.of(few.facts.of_types("PROTEST"))
    crowd = crowds[0] & crowds[1]
    doers, targets = (_unlike(few, role) for role in ("doer", "target"))
    found[found] = np.where(crowd, doers, targets)
    return found


def _unlike(pairs: Pairs, role: str) -> np.ndarray:
    found: np.ndarray = _apart(*pairs.both(f"{role}_kinds")) & (shared_of(*pairs.wide(f"{role}_names")) == 0)
    return found


def _one_way_and_both(pairs: Pairs) -> np.ndarray:
    """Pairs of what two do to each other ("Canada and India **expel** diplomats") and what one of them does to the other: the first sums up an
    act and its answer, and is neither."""
    (aa, ab), (ra, rb), (ma, mb), (oa, ob) = pairs.wide("actors"), pairs.wide("recipients"), pairs.of(_mutual(pairs.facts)), pairs.of(_one_way(pairs.facts))
    found: np.ndarray = (ma & ob & _all_in(ab, aa) & _all_in(rb, aa)) | (mb & oa & _all_in(aa, ab) & _all_in(ra, ab))
    return found


def _mutual(facts: Facts) -> np.ndarray:
    """``[n]``: hostile acts of several, done to nobody but themselves."""
    actors, recipients = facts.wide("actors"), facts.wide("recipients")
    found: np.ndarray = facts.of_types(*HOSTILE) & (facts.size("actors") > 1) & _all_in(recipients, actors)
    return found


def _one_way(facts: Facts) -> np.ndarray:
    """``[n]``: hostile acts by some on others."""
    known = (facts.size("actors") > 0) & (facts.size("recipients") > 0)
    found: np.ndarray = facts.of_types(*HOSTILE) & known & (shared_of(facts.wide("actors"), facts.wide("recipients")) == 0)
    return found


def _all_in(these: np.ndarray, those: np.ndarray) -> np.ndarray:
    """Whether all codes of ``these`` ``[width, n]`` stand in ``those``."""
    import numpy as np

    found = np.ones(these.shape[1], dtype=bool)
    for one in these:
        found &= (one == 0) | stands_in(one, those)
    return found
