"""Which act a quantity belongs to: that of the party it stands in, else the nearest act above it on the parse.

Conflicting numbers for one act ("about 500, or 800 by another count") are all kept with it; nothing is merged or averaged here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.quantities.acts import acts_alone
from dateline.extract.quantities.fates import OUTCOME_WORDS, outcome_beside
from dateline.extract.quantities.finder import to_quantity
from dateline.extract.quantities.found import FoundQuantity
from dateline.extract.quantities.kinds import group_of
from dateline.extract.quantities.nouns import is_people
from dateline.extract.quantities.settled import is_worth
from dateline.extract.quantities.shares import is_share, own_clause_of_share
from dateline.extract.quantities.tolls import tells_itself, toll_noun
from dateline.types import Quantity

#: Types that report what a class of quantities counts; among acts as near as each other the one of such a type takes the quantity.
_TYPES: Final = {
    "killed": {"ASSAULT"},
    "wounded": {"ASSAULT"},
    "casualties": {"ASSAULT"},
    "missing": {"ASSAULT"},
    "detained": {"COERCE", "ASSAULT"},
    "released": {"RETREAT", "CONCEDE", "AGREE"},
    "evacuated": {"AID", "RETREAT", "SANCTION"},
    "troops": {"MOBILIZE", "AID", "ASSAULT", "RETREAT"},
    "protesters": {"PROTEST"},
    "refugees": {"SANCTION", "AID"},
    "aid": {"AID", "AGREE"},
    "weapons": {"AID", "MOBILIZE", "AGREE", "ASSAULT"},
    "fine": {"SANCTION"},
    "sentence": {"SANCTION", "COERCE"},
}
#: What an act of a type and mode makes of a number that its words alone do not class, by the kind of unit.
_BY_ACT: Final = {
    ("PROTEST", None, "persons"): "protesters",
    ("COERCE", "arrest", "persons"): "detained",
    ("ASSAULT", "abduct", "persons"): "detained",
    ("RETREAT", "release", "persons"): "released",
    ("MOBILIZE", "troops", "persons"): "troops",
    ("MOBILIZE", "militia", "persons"): "troops",
    ("AID", None, "money"): "aid",
    ("REQUEST", "assist", "money"): "aid",
    ("SANCTION", "discontinue", "money"): "aid",
}
_UNREACHED: Final = 99
#: Words from a number to the verb of its outcome: "20 **others were badly wounded**".
_BEHIND: Final = 4


def attach(sentence: ParsedSentence, acts: Sequence[Act], found: Sequence[FoundQuantity]) -> list[tuple[Quantity, ...]]:
    """The quantities of each act of a sentence.

    Args:
        sentence: the parsed sentence.
        acts: its acts.
        found: its quantities.

    Returns:
        One tuple an act, in the order of ``acts``; a quantity may belong to two acts whose party it is, or to none.
    """
    base = sentence.sentence.span.start
    owners: list[list[FoundQuantity]] = [[] for _ in acts]
    for quantity in found:
        for index in _owners(sentence, acts, quantity):
            owners[index].append(quantity)
    text = sentence.sentence.text
    return [tuple(to_quantity(_classed(act, _of_accused(act, _of_doer(act, one))), base, text) for one in group) for act, group in zip(acts, owners, strict=True)]


#: What is done to those whom an attack hits, and not to those who make it.
_HARMED: Final = frozenset({"killed", "wounded", "casualties", "missing"})
_SUFFERED: Final = _HARMED | {"detained", "released"}


def _of_doer(act: Act, quantity: FoundQuantity) -> FoundQuantity:
    """The quantity without a harm that its persons did to others: "**20,000 bandits** had attacked", "two bombers killed nine", "was shot by **two gunmen**"."""
    if _is_by(act, quantity):
        return replace(quantity, counts=None) if quantity.counts in _SUFFERED else quantity
    if act.type != "ASSAULT" or quantity.counts not in _HARMED:
        return quantity
    base = act.sentence.sentence.span.start
    doing = any(
        t.i in act.actors and t.start < base + quantity.end and base + quantity.start < t.end for t in act.sentence.kids(act.head, "nsubj")
    )
    active = act.sentence.tokens[act.head].pos == "VERB" and bool(act.sentence.kids(act.head, "dobj"))
    return replace(quantity, counts=None) if doing and active else quantity


def _is_by(act: Act, quantity: FoundQuantity) -> bool:
    """Whether the counted are those by whom a passive act is done: "a judge was kidnapped **by five men**"."""
    sentence, base = act.sentence, act.sentence.sentence.span.start
    doers = [sentence.tokens[i] for i in act.actors if sentence.tokens[i].dep == "pobj" and sentence.tokens[sentence.tokens[i].head].lower == "by"]
    return any(t.start < base + quantity.end and base + quantity.start < t.end for t in doers)


def _of_accused(act: Act, quantity: FoundQuantity) -> FoundQuantity:
    """The quantity without a harm where its persons are those who are charged: "charged them and **five others**", "272 people were prosecuted"."""
    if act.type != "ACCUSE" or quantity.counts not in _HARMED:
        return quantity
    sentence, base = act.sentence, act.sentence.sentence.span.start
    accused = [sentence.tokens[i] for i in act.recipients if sentence.tokens[i].start < base + quantity.end and base + quantity.start < sentence.tokens[i].end]
    persons = any(is_people(t.text) or t.lower == "others" for t in accused)
    harmed = any(_tells_of_harm(sentence, t) for t in accused)
    return replace(quantity, counts=None) if persons and not harmed else quantity


def _tells_of_harm(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether what hangs on a noun tells of harm: "the ten people **killed**"."""
    return any(told.startswith("ASSAULT") for i in sentence.subtree(noun.i) for told in acts_alone(sentence.tokens[i].lower))


def _classed(act: Act, quantity: FoundQuantity) -> FoundQuantity:
    """The quantity with the class that its act gives it, where its own words gave none."""
    group = group_of(quantity.unit)
    if quantity.counts is not None or group is None or _is_by(act, quantity):
        return quantity
    counts = next((name for mode in (*act.modes, None) if (name := _BY_ACT.get((act.type, mode, group)))), None)
    return replace(quantity, counts=None if counts == "aid" and is_worth(act.sentence.sentence.text, quantity) else counts)


def _owners(sentence: ParsedSentence, acts: Sequence[Act], quantity: FoundQuantity) -> list[int]:
    base = sentence.sentence.span.start
    tokens = [t.i for t in sentence.tokens if t.start < base + quantity.end and base + quantity.start < t.end]
    if not tokens or not acts:
        return []
    if (listed := _of_list(sentence, acts, quantity, tokens[-1])) is not None:
        return [listed]
    top = _top(sentence, tokens)
    if (toll := toll_noun(sentence, top)) is not None and sentence.kids(toll.i, "prep"):
        told = _of_toll(sentence, acts, quantity, toll)
        if told or not tells_itself(toll):
            return told
    party = [i for i, act in enumerate(acts) if any(index in tokens for index in (*act.actors, *act.recipients)) and not _is_of_another(act, top)]
    fitting = [i for i in party if _fits(acts[i], quantity)]
    if party:
        return fitting or party
    clause = own_clause_of_share(sentence, top) if is_share(quantity) else _own_clause(sentence, top) if quantity.counts is None else None
    distances = [(_steps(sentence, top, act, clause), not _fits(act, quantity), i) for i, act in enumerate(acts)]
    near = sorted(one for one in distances if one[0] < _UNREACHED)
    if near:
        return [near[0][2]]
    rest = [i for i, act in enumerate(acts) if _fits(act, quantity)]
    return rest if len(rest) == 1 and quantity.counts is not None and not is_share(quantity) else []


def _of_list(sentence: ParsedSentence, acts: Sequence[Act], quantity: FoundQuantity, last: int) -> int | None:
    """The act of a bare number with its outcome beside it, "14 killed, **6 injured**, 7 abducted": that which the outcome tells, else the attack before."""
    words = sentence.sentence.text
    if quantity.unit != "persons" or (quantity.head is not None and quantity.head not in OUTCOME_WORDS):
        return None
    if quantity.head is None and outcome_beside(words, quantity.start, quantity.end) is None:
        return None
    told = next((i for i, act in enumerate(acts) if _stands_behind(sentence, last, act.head) and _fits(act, quantity)), None)
    if told is not None or quantity.counts not in _HARMED:
        return told
    attacks = [i for i, act in enumerate(acts) if act.type == "ASSAULT" and "abduct" not in act.modes and act.head < last]
    return max(attacks, key=lambda i: (sentence.tokens[acts[i].head].pos == "VERB", acts[i].head), default=None)


def _stands_behind(sentence: ParsedSentence, last: int, head: int) -> bool:
    """Whether a verb is the last word of a number or follows it with no more than "were", "more" or "others" between."""
    return last <= head <= last + _BEHIND and all(token.pos not in ("PUNCT", "CCONJ") for token in sentence.tokens[last + 1 : head])


def _of_toll(sentence: ParsedSentence, acts: Sequence[Act], quantity: FoundQuantity, toll: Token) -> list[int]:
    """The acts that tell of what a number is put to: one named beside it ("the number of soldiers **killed**"), else the verb that sets it."""
    inside = set(sentence.subtree(toll.i))
    fitting = [i for i, act in enumerate(acts) if _fits(act, quantity)]
    named = [i for i in fitting if acts[i].head in inside]
    return named or [i for i in fitting if acts[i].head == toll.head]


def _is_of_another(act: Act, top: int) -> bool:
    """Whether a phrase is the object of another verb, while the act's verb has its own: "arrested **45 students**, beating 12"."""
    objects = [token.i for token in act.sentence.kids(act.head, "dobj") if token.pos != "PRON"]
    phrase = act.sentence.tokens[top]
    return bool(objects) and phrase.dep == "dobj" and phrase.head != act.head


def _fits(act: Act, quantity: FoundQuantity) -> bool:
    """Whether the act's type reports what the quantity counts (an uncounted number fits every act)."""
    if quantity.counts == "detained" and act.type == "ASSAULT":
        return "abduct" in act.modes
    return quantity.counts is None or act.type in _TYPES.get(quantity.counts, {act.type})


def _top(sentence: ParsedSentence, tokens: Sequence[int]) -> int:
    """The token of a phrase that hangs on something outside it."""
    inside = set(tokens)
    return next((i for i in tokens if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i), tokens[0])


def _measures(sentence: ParsedSentence, top: int, words: set[int]) -> bool:
    """Whether the act is what is measured: "three days of naval exercises"."""
    return any(inner.i in words for link in sentence.kids(top, "prep") for inner in sentence.kids(link.i, "pobj"))


def _own_clause(sentence: ParsedSentence, top: int) -> int | None:
    """The verb of the adverbial clause with a subject of its own in which a word stands: what it tells is no measure of an act above it."""
    above = (token for token in sentence.ancestors(top) if token.dep == "advcl" and sentence.kids(token.i, "nsubj", "nsubjpass"))
    return next((token.i for token in above), None)


def _steps(sentence: ParsedSentence, top: int, act: Act, clause: int | None = None) -> int:
    """Steps from a quantity up to an act's words, not out of a clause; parties of the act on the way end the climb too."""
    words = set(range(act.trigger[0], act.trigger[1] + 1)) | {act.head}
    parties = {*act.actors, *act.recipients}
    if top in words or top in parties or _measures(sentence, top, words):
        return 0
    for steps, token in enumerate(sentence.ancestors(top), start=1):
        if token.i in words or token.i in parties:
            return steps
        if token.i == clause:
            break
    return _UNREACHED
