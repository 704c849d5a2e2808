"""What two mentions have in common and what speaks against one act, as numbers: ``[pairs, features]``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from dateline.merge.apart import ONE_SIDED, SPEECH, TWO_SIDED, told_apart
from dateline.merge.columns import NO_DAY, Columns
from dateline.merge.comebacks import told_before, told_of_another, told_otherwise
from dateline.merge.facts import Facts
from dateline.merge.pairs import Features, Known, Pairs, day_or, first_of, is_planned, of_one_cast, shared_of, stands_in
from dateline.merge.words import STRICT_DEEDS

if TYPE_CHECKING:
    import numpy as np

#: Days between a dated act and an undated report of it: the edges of the classes.
LAGS: Final = (0, 2, 5, 11, 31)
#: Days between two undated reports.
GAPS: Final = (2, 5, 11, 31)
#: Days between two dates that still may be one act told with a slip or by time zone.
SLIP: Final = 1
#: Days of a stretch (a week, a month) from which its ends are no single days: two such that do not overlap are told apart, without a slip.
STRETCH: Final = 7
#: Likeness of wording from which it counts apart: copies lie above, other reports of one act seldom.
CLOSE: Final = 0.5
#: Likeness of wording below which two statements have no matter in common.
UNLIKE: Final = 0.15
#: Likeness of wording below which every bit of unlikeness counts.
FAR: Final = 0.2
#: Sum of squared weights of a statement's words beside its verb from which it says what the act is about: about one rare word.
LEAST_MATTER: Final = 60.0
#: Days after an act from which an undated statement that tells one of its kind as news ("expelled three envoys") seldom means it.
OLD_NEWS: Final = 28
#: Types of acts that are done again and again between the same two; blows and marches are told again for months in the words of the day.
DONE_AGAIN: Final = (
    "ACCUSE", "AGREE", "AID", "COERCE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
#: Days after such an act from which one told as news with another number of the same things ("sanctioned 189 ships") is the next of its kind; sooner
#: it may be a count put right.
NEW_FIGURE: Final = 5
#: Days of a date that still names when an act took place, not a stretch in which acts of its kind did.
LONGEST_DAY: Final = 62
#: Sentences back to which a bare noun ("the strike") refers.
BACK: Final = 2
#: Sentences back to which a statement that only counts victims refers: what several sides say of one deed stands together.
TOLL_BACK: Final = 4
#: Sentences behind a headline in which its own text tells what it says: a lead, at times below a line of summary.
LEAD: Final = 2
#: Types of which one sentence tells one act in parts: the blow and its harm, the meeting and its talks, the march and the road it closes.
IN_PARTS: Final = ("ASSAULT", "CONSULT", "PROTEST")
#: Two numbers of one thing differ little up to this ratio (a death toll that rises, a count corrected).
NEAR: Final = 2.0
#: Up to this ratio one of two may be rounded ("about 150", "153").
ROUNDED: Final = 1.1


def _types(pairs: Pairs, out: Features, earlier: Known) -> None:
    one, other = pairs.both("type")
    same = one == other
    out["type same"] = same
    out["type speech"] = first_of(pairs, SPEECH)
    out["type consult"] = same & first_of(pairs, ("CONSULT",))
    out["type one-sided"] = same & first_of(pairs, ONE_SIDED)
    out["type in parts"] = same & first_of(pairs, IN_PARTS)
    out["type force"] = same & first_of(pairs, ("ASSAULT",))


def _roles(pairs: Pairs, out: Features, earlier: Known) -> None:
    import numpy as np

    actors, recipients = pairs.wide("actors"), pairs.wide("recipients")
    straight, nobody = np.zeros(len(pairs), dtype=bool), np.ones(len(pairs), dtype=bool)
    for role, (one, other) in (("actors", actors), ("recipients", recipients)):
        (a, b), n = pairs.sizes(role), shared_of(one, other)
        known = (a > 0) & (b > 0)
        out[f"{role} equal"] = known & (n == a) & (n == b)
        out[f"{role} overlap"] = known & (n > 0) & ((n != a) | (n != b))
        out[f"{role} differ"] = known & (n == 0)
        straight |= n > 0
        nobody &= (a == 0) & (b == 0)
    out["only recipients differ"] = out["recipients differ"] & ~out["actors differ"]
    out["only actors differ"] = out["actors differ"] & ~out["recipients differ"]
    there, back = shared_of(actors[0], recipients[1]) > 0, shared_of(recipients[0], actors[1]) > 0
    crossed = there & back
    out["parties crossed"] = crossed & out["actors differ"]
    out["party in another role"] = (there ^ back) & ~straight
    out["parties unknown"] = nobody
    out["share a party"] = straight | there | back | nobody
    (sa, sb), (na, nb) = pairs.both("several"), pairs.sizes("actors")
    out["one and several"] = ((sa > 0) & (na == 0) & (sb == 0) & (nb == 1)) | ((sb > 0) & (nb == 0) & (sa == 0) & (na == 1))
    out["against each other"] = crossed & out["actors differ"] & out["recipients differ"] & (earlier["type one-sided"] | (earlier["type same"] & first_of(pairs, ("ASSAULT",))))
    out["agreement of another pair"], out["other parties"] = _other_parties(pairs, earlier["type same"])
    out["named again"] = _named_again(pairs, out, earlier["same document"])
    out["toll again"] = _toll_again(pairs, out, earlier)
    out["headline and lead"] = _headline_and_lead(pairs, out, earlier)
    out["told before"] = told_before(pairs, out, earlier)
    out["told before by another type"] = out["told before"] & ~earlier["type same"]
    out["told by enemies"] = _told_by_enemies(pairs, earlier["same document"] & ~earlier["trigger same"])


def _other_parties(pairs: Pairs, same_type: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of agreements or meetings of two parties each that share one of them; and of any acts of one type that each name a party the other does not."""
    import numpy as np

    one, other = (np.concatenate([whose[0], np.where(_each_in(whose[1], whose[0]), 0, whose[1])]) for whose in zip(pairs.wide("actors"), pairs.wide("recipients"), strict=True))
    sizes, shared = [(parties != 0).sum(axis=0) for parties in (one, other)], shared_of(one, other)
    two_sided = pairs.of(pairs.facts.of_types(*TWO_SIDED))
    pair = two_sided[0] & two_sided[1] & (sizes[0] == 2) & (sizes[1] == 2) & (shared == 1)
    return pair, same_type & (shared < sizes[0]) & (shared < sizes[1])


def _each_in(these: np.ndarray, those: np.ndarray) -> np.ndarray:
    """Which of ``these`` ``[width, pairs]`` stand among ``those`` of the same pair."""
    import numpy as np

    found: np.ndarray = np.stack([stands_in(one, those) for one in these]) if len(these) else np.zeros(these.shape, dtype=bool)
    return found


def _named_again(pairs: Pairs, out: Features, here: np.ndarray) -> np.ndarray:
    """Pairs of a deed and the bare noun that comes back to it in the next sentences, with its parties."""
    again, (sa, sb) = pairs.both("again"), pairs.both("sentence")
    gap = sb - sa
    later = ((again[1] > 0) & (gap > 0) & (gap <= BACK)) | ((again[0] > 0) & (gap < 0) & (gap >= -BACK))
    found: np.ndarray = here & later & of_one_cast(out)
    return found


def _toll_again(pairs: Pairs, out: Features, earlier: Known) -> np.ndarray:
    """Pairs of a deed and what only counts its victims in the next sentences, on whosever word and however many; or of two such counts."""
    toll, force, (sa, sb) = pairs.both("toll"), pairs.of(pairs.facts.of_types("ASSAULT")), pairs.both("sentence")
    gap = sb - sa
    later = ((toll[1] > 0) & (gap > 0) & (gap <= TOLL_BACK)) | ((toll[0] > 0) & (gap < 0) & (gap >= -TOLL_BACK)) | ((toll[0] > 0) & (toll[1] > 0) & (gap == 0))
    here = earlier["same document"] | earlier["same sentence"]
    found: np.ndarray = here & force[0] & force[1] & later & of_one_cast(out)
    return found


def _headline_and_lead(pairs: Pairs, out: Features, earlier: Known) -> np.ndarray:
    """Pairs of what a headline says and what the first sentences below it tell of the same parties by the same verb, or of both the same parties."""
    head, (sa, sb) = pairs.both("headline"), pairs.both("sentence")
    near = (head[0] != head[1]) & (abs(sb - sa) <= LEAD)
    told = earlier["trigger same"] | (out["actors equal"] & out["recipients equal"])
    found: np.ndarray = earlier["same document"] & near & told & of_one_cast(out)
    return found


def _told_by_enemies(pairs: Pairs, asked: np.ndarray) -> np.ndarray:
    """Whether the two are told by different states that are both parties: what one side claims the other does not confirm.

    Only pairs that are ``asked`` for are looked at, as these are few.
    """
    import numpy as np

    few = pairs.some(np.flatnonzero(asked))
    one, other = few.both("teller")
    parties = np.concatenate([*few.wide("actors"), *few.wide("recipients")])
    found = np.zeros(len(pairs), dtype=bool)
    found[asked] = stands_in(one, parties) & stands_in(other, parties) & (one != other)
    return found


def _gap(first: np.ndarray, last: np.ndarray, other_first: np.ndarray, other_last: np.ndarray) -> np.ndarray:
    """Days between two intervals, 0 where they overlap."""
    import numpy as np

    gap: np.ndarray = np.maximum(0, np.maximum(first - other_last, other_first - last))
    return gap


def _on_single_days(pairs: Pairs) -> np.ndarray:
    """Whether both give one day and no stretch of days."""
    (a1, b1), (a2, b2) = pairs.both("first"), pairs.both("last")
    found: np.ndarray = (a1 == a2) & (b1 == b2) & (a1 != NO_DAY) & (b1 != NO_DAY)
    return found


def _dates(pairs: Pairs, out: Features, earlier: Known) -> None:
    import numpy as np

    (a1, b1), (a2, b2), (ap, bp) = pairs.both("first"), pairs.both("last"), pairs.both("published")
    has_a, has_b = a1 != NO_DAY, b1 != NO_DAY
    gap = _gap(a1, a2, b1, b2)
    both = has_a & has_b
    stretches = (a2 - a1 >= STRETCH - 1) & (b2 - b1 >= STRETCH - 1)
    gap = np.where(stretches & (gap > 0), np.maximum(gap, SLIP + 1), gap)
    brief = np.maximum(a2 - a1, b2 - b1) <= LONGEST_DAY
    out["dates same day"] = both & (gap == 0) & brief
    out["dates one day apart"] = both & (gap > 0) & (gap <= SLIP)
    out["dates few days apart"] = both & (gap > SLIP) & (gap <= 3)
    out["dates apart"] = both & (gap > 3)
    out["one dated"] = has_a ^ has_b
    one = out["one dated"] & (ap != NO_DAY) & (bp != NO_DAY)
    lag = np.where(has_a, bp - a1, ap - b1)
    out["report before act"] = one & (lag < LAGS[0])
    out["reported before it was done"] = one & (lag < -SLIP) & ~is_planned(pairs)
    for low, high in zip(LAGS, (*LAGS[1:], 10**9), strict=True):
        out[f"report {low} days after act"] = one & (lag >= low) & (lag < high)
    none = ~has_a & ~has_b
    apart = abs(ap - bp)
    for low, high in zip((0, *GAPS), (*GAPS, 10**9), strict=True):
        out[f"undated reports {low} days apart"] = none & (apart >= low) & (apart < high)


def _hints(pairs: Pairs, out: Features, earlier: Known) -> None:
    """Days that a sentence names, beside the date of the other mention or the days that its sentence names; beside what it comes back to they are
    of what it tells as news ("met **on Sunday** for the first time since the raid")."""
    import numpy as np

    firsts, lasts = pairs.both("first"), pairs.both("last")
    low = pairs.wide("hint_first", NO_DAY)
    high = pairs.wide("hint_last", NO_DAY, "hint_first")
    match, clash, meet = (np.zeros(len(pairs), dtype=bool) for _ in range(3))
    named = pairs.of(pairs.facts.hinted)
    places, retold = range(len(low[0])), pairs.both("retold")
    for mine, yours in ((0, 1), (1, 0)):
        undated = (firsts[mine] == NO_DAY) & (firsts[yours] != NO_DAY)
        fits = np.zeros(len(pairs), dtype=bool)
        for index in places:
            near = _gap(low[mine][index], high[mine][index], firsts[yours], lasts[yours]) == 0
            fits |= (low[mine][index] != NO_DAY) & near
        match |= undated & fits
        clash |= undated & named[mine] & ~fits & (retold[mine] == 0)
    for i in places:
        for j in places:
            known = (low[0][i] != NO_DAY) & (low[1][j] != NO_DAY)
            meet |= known & (_gap(low[0][i], high[0][i], low[1][j], high[1][j]) == 0)
    neither = (firsts[0] == NO_DAY) & (firsts[1] == NO_DAY) & named[0] & named[1]
    out["named day fits"] = match
    out["named day does not fit"] = clash
    out["named days meet"] = neither & meet
    out["named days do not meet"] = neither & ~meet


def _news_again(pairs: Pairs, out: Features, earlier: Known) -> None:
    """An undated statement of a kind of act that is done again and again, told as news weeks after the act of that kind that the other tells."""
    (first, other), (fa, fb), (pa, pb) = pairs.both("first"), pairs.both("afresh"), pairs.both("published")
    after_a, after_b = day_or(first, pa), day_or(other, pb)
    named_a, named_b = pairs.of(pairs.facts.hinted)
    late_b = (other == NO_DAY) & (fb > 0) & ~named_b & (after_a != NO_DAY) & (pb - after_a >= OLD_NEWS)
    late_a = (first == NO_DAY) & (fa > 0) & ~named_a & (after_b != NO_DAY) & (pa - after_b >= OLD_NEWS)
    again = first_of(pairs, DONE_AGAIN) & (~out["number same"] | earlier["ordinal of a repetition"])
    out["news again"] = (late_a | late_b) & again
    apart = (after_a != NO_DAY) & (after_b != NO_DAY) & (abs(after_a - after_b) >= NEW_FIGURE)
    out["news of another size"] = again & apart & (fa > 0) & (fb > 0) & (out["number differs"] | (out["number same"] & earlier["ordinal of a repetition"]))


def _places(pairs: Pairs, out: Features, earlier: Known) -> None:
    (a, b), (ca, cb) = pairs.both("place"), pairs.both("place_country")
    known = (a != 0) & (b != 0)
    whole = (a == ca) | (b == cb)  # a country named as place fits every place in it
    out["place same"] = known & (a == b) & (a != ca)
    out["place country"] = known & (ca == cb) & (ca != 0) & whole
    out["place differs in country"] = known & (a != b) & (ca == cb) & ~whole
    out["place differs"] = known & (a != b) & (ca != cb)


def _meetings(pairs: Pairs, out: Features, earlier: Known) -> None:
    """Two meetings that one document tells of in two countries ("met in Geneva ... held talks in Oslo")."""
    ca, cb = pairs.both("place_country")
    here = out["same document"] | out["same sentence"]
    out["meetings in two countries"] = out["type consult"] & here & (ca != 0) & (cb != 0) & (ca != cb)


def _numbers(pairs: Pairs, out: Features, earlier: Known) -> None:
    import numpy as np

    (ca, cb), (va, vb) = pairs.wide("counts"), pairs.wide("values", like="counts")
    places = range(len(ca))
    equal = np.zeros(len(pairs), dtype=bool)
    near, far, other, differs = (equal.copy() for _ in range(4))
    for i in places:
        for j in places:
            known = (ca[i] != 0) & (cb[j] != 0)
            same = known & (ca[i] == cb[j])
            low, high = np.minimum(va[i], vb[j]), np.maximum(va[i], vb[j])
            equal |= known & (low == high) & (same | (low > 2))
            near |= same & (low != high) & (high <= NEAR * low)
            far |= same & (high > NEAR * low)
            differs |= same & (high > ROUNDED * low)
            other |= known & ~same
    out["number same"] = equal
    out["number differs"] = differs & ~equal
    out["number near"] = near & ~equal
    out["number far"] = far & ~near & ~equal
    out["number of other things"] = other & ~equal & ~near & ~far


def _another_stage(pairs: Pairs, same_sentence: np.ndarray) -> np.ndarray:
    """Pairs of one sentence that gives the time between their acts; such pairs are few, so the others are not looked at."""
    found = same_sentence.copy()
    stage = pairs.facts.one("stage")
    found[same_sentence] = stage[pairs.left[same_sentence]] != stage[pairs.right[same_sentence]]
    return found


def _manner(pairs: Pairs, out: Features, earlier: Known) -> None:
    planned, negated, general = pairs.both("planned"), pairs.both("negated"), pairs.both("general")
    out["one planned"] = planned[0] != planned[1]
    out["one negated"] = negated[0] != negated[1]
    out["one general"] = general[0] != general[1]
    a, b = pairs.both("ordinal")
    out["ordinal same"] = (a == b) & (a > 0)
    out["ordinal differs"] = (a != b) & (a > 0) & (b > 0)
    ra, rb = pairs.both("round")
    out["another round"] = (ra != rb) & (ra > 0) & (rb > 0)
    out["ordinal of a repetition"] = ((a > 1) & (b == 0)) | ((b > 1) & (a == 0))
    document, sentence = pairs.both("document"), pairs.both("sentence")
    same = document[0] == document[1]
    out["same sentence"] = same & (sentence[0] == sentence[1])
    out["another time in the sentence"] = _another_stage(pairs, out["same sentence"])
    out["same document"] = same & ~out["same sentence"]
    out["another day in one document"] = out["same document"] & out["dates one day apart"] & _on_single_days(pairs)
    ta, tb = pairs.both("trigger")
    out["trigger same"] = ta == tb
    da, db = pairs.both("deed")
    out["another deed"] = same & (da != db) & (da > 0) & (db > 0) & (da <= STRICT_DEEDS) & (db <= STRICT_DEEDS)
    out["promise and deed"] = same & out["one planned"] & (ta != tb)
    side = pairs.both("side")
    out["sides differ"] = (side[0] != side[1]) & (side[0] > 0) & (side[1] > 0)


def _wording(pairs: Pairs, out: Features, earlier: Known) -> None:
    import numpy as np

    (sa, sb), mine = pairs.wide("stems"), pairs.facts.squares.take(pairs.left, axis=1)
    common = np.zeros(len(pairs), dtype=np.float32)
    for stem, square in zip(sa, mine, strict=True):
        common += stands_in(stem, sb) * square
    norm_a, norm_b = pairs.of(pairs.facts.norm)
    alike = common / np.maximum(np.sqrt(norm_a * norm_b), np.float32(1e-6))
    out["wording"] = alike
    out["wording close"] = np.maximum(0, alike - np.float32(CLOSE))
    shared, (na, nb) = shared_of(*pairs.wide("names")), pairs.sizes("names")
    out["names shared"] = np.minimum(shared, 2)
    out["names differ"] = (shared == 0) & (na > 0) & (nb > 0)
    ta, tb = pairs.both("trigger")
    out["other parties in the same words"] = earlier["other parties"] & (alike >= CLOSE)
    out["matter apart"] = _matter_apart(pairs, earlier["trigger same"], common)
    out["trigger in the other"] = (stands_in(ta, sb) | stands_in(tb, sa)) & ~earlier["trigger same"]


def _matter_apart(pairs: Pairs, same_verb: np.ndarray, common: np.ndarray) -> np.ndarray:
    """How little two statements by one verb share beside it, 0 where the verb differs or one of them says hardly more.

    Args:
        pairs: the pairs.
        same_verb: whether they have one trigger ``[pairs]``; only such pairs are looked at.
        common: the sum of squares of the stems that both have.
    """
    import numpy as np

    few = pairs.some(np.flatnonzero(same_verb))
    verb = few.of(pairs.facts.verb)
    rest = few.of(pairs.facts.rest)
    shared = common[same_verb] - np.where(verb[1] > 0, verb[0], 0)
    alike = np.maximum(0, shared) / np.maximum(np.sqrt(np.maximum(0, rest[0] * rest[1])), np.float32(1e-6))
    said = (rest[0] >= LEAST_MATTER) & (rest[1] >= LEAST_MATTER)
    far = np.zeros(len(pairs), dtype=np.float32)
    far[same_verb] = said * np.maximum(0, 1 - alike / np.float32(FAR))
    return far


def _matter(pairs: Pairs, out: Features, earlier: Known) -> None:
    """Whether the two share anything by which an act is told from others of its kind; a document tells of many of a kind."""
    import numpy as np

    named = earlier["names shared"] > 0
    for name in SPECIFIC:
        named = named | earlier[name]
    specific = named | (earlier["wording"] >= UNLIKE)
    here = earlier["same document"]
    out["nothing specific"] = ~specific
    out["nothing specific after a dated act"] = ~specific & ~here & earlier["one dated"]
    out["wording far"] = np.maximum(0, 1 - earlier["wording"] / np.float32(FAR))
    out["matter far"] = earlier["matter apart"] * ~here
    out["wording far in one document"] = out["wording far"] * here
    out["nothing specific in one document"] = ~specific & here
    out["nothing named in one document"] = ~named & here
    out["another trigger in one document"] = here & ~earlier["trigger same"] & ~earlier["trigger in the other"]
    out["another place in one document"] = here & earlier["place differs in country"]


#: Makers of features in steps of rising cost: pairs that the cheap ones rule out need no others.
STEPS: Final[tuple[tuple[Callable[[Pairs, Features, Known], None], ...], ...]] = (
    (_types, _dates, _manner, _meetings),
    (_roles, told_apart),
    (_places, _numbers, _hints, _news_again, told_otherwise),
    (_wording, told_of_another),
    (_matter,),
)
#: Features that each rule one act out.
TOLD_APART: Final = (
    "another town", "another body", "other deed to others", "agreement of another pair", "another deed", "promise and deed", "against each other", "told by enemies",
    "reported before it was done", "one way and both ways", "another round",
)  # fmt: skip
#: Features that decide by themselves; none of them is learned.
UNLEARNED: Final = (
    "share a party", "same sentence", "type in parts", "sides differ", "one negated", "one general", "another time in the sentence",
    "one dated", "meetings in two countries", *TOLD_APART, "type one-sided", "matter apart", "named again", "toll again", "headline and lead", "news again",
    "news of another size", "number differs", "one and several",
    "told before", "told before by another type", "told otherwise", "told of another", "long ago", "other parties", "other parties in the same words",
    "another name at home", "another object at home", "another day in one document",
)  # fmt: skip
#: Features that name something by which one act is told from others of its kind.
SPECIFIC: Final = ("dates same day", "place same", "number same", "named day fits", "named days meet")
#: Features by which :func:`excluded` decides.
DECIDING: Final = (
    "dates apart", "dates few days apart", "same sentence", "another time in the sentence", "type in parts",
    "one negated", "one general", "sides differ", "actors differ",
    "meetings in two countries", *TOLD_APART, "type one-sided",
)  # fmt: skip
#: Features that the last step looks at again.
CARRIED: Final = (
    *SPECIFIC, "same document", "one dated", "place differs in country", "names shared", "wording", "trigger same", "trigger in the other",
    "matter apart", "type same", "ordinal of a repetition", "told before", "told otherwise", "other parties",
)  # fmt: skip
#: Log-odds of features that are not learned: no open case has a bare noun and its deed, or a headline and its lead, in one text, and the parties are the same.
#: A toll that differs from the one told before ("number far") is what several sides say of one deed, not another one.
#: What is told as news weeks later is another act, and states that are not named are not one of them that is, unless the words are nearly the same.
#: Inside a country type and parties agree for all it does, so that names of its chambers, unions and objects must speak for themselves.
#: A document does not slip by a day between two acts of its own.
#: What is come back to may be told in words that have little in common with the report; its own few words decide ("told of another").
SET: Final[Mapping[str, float]] = {
    "named again": 5.0, "toll again": 7.0, "headline and lead": 3.0, "news again": -4.0, "news of another size": -6.0, "one and several": -2.5,
    "told before": 5.5, "told before by another type": 3.2, "told otherwise": -5.5, "told of another": -5.5, "long ago": -12.0,
    "other parties in the same words": -9.0, "another name at home": -3.5, "another object at home": -1.5, "another day in one document": -3.5,
}  # fmt: skip
#: Largest values of the features that are no yes or no.
LARGEST: Final[Mapping[str, float]] = {"names shared": 2.0, "wording": 1.01, "wording close": 0.51}


def excluded(features: Mapping[str, np.ndarray]) -> np.ndarray:
    """Pairs that cannot be one act ``[pairs]``.

    Told days more than a day apart; an act beside a state of affairs (years of fighting, what is done regularly); two acts of one
    sentence, unless it tells one act in parts; one told to have happened and one told not to; actors of one country on
    different sides (a government and its rebels); meetings of one document in two countries; of one document different deeds (seizure
    and execution), and what was promised beside what was done; what the parties did to each other, each in turn; what a document has from enemies,
    save in the same words; what a report of an earlier day tells as done; agreements and meetings of two pairs that share one party; deeds in
    towns far apart; what other bodies of one country do, or do to each other; different deeds done to others; what two do to each other and what one of them does;
    rounds numbered differently.
    """
    apart = features["dates apart"] | features["dates few days apart"]
    within = features["another time in the sentence"] | (features["same sentence"] & ~features["type in parts"])
    sides = features["sides differ"] & ~features["actors differ"]
    found: np.ndarray = apart | within | features["one negated"] | features["one general"] | sides | features["meetings in two countries"]
    for name in TOLD_APART:
        found = found | features[name]
    return found


def pair_features(columns: Columns, left: np.ndarray, right: np.ndarray) -> Mapping[str, np.ndarray]:
    """Features of pairs by name, each ``[pairs]``.

    Args:
        columns: of all mentions.
        left: ``[pairs]``, index of one mention.
        right: ``[pairs]``, index of the other.
    """
    found: Features = {}
    facts = Facts(columns)
    for step in range(len(STEPS)):
        found |= step_features(facts, left, right, step, found)
    return found


def step_features(facts: Facts, left: np.ndarray, right: np.ndarray, step: int, known: Known) -> Features:
    """The features of one of the :data:`STEPS`; ``known`` holds at least those :data:`CARRIED` from the steps before."""
    out: Features = {}
    pairs = Pairs(facts, left, right)
    for make in STEPS[step]:
        make(pairs, out, known)
    return out
