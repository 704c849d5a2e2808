"""What a quantity counts: killed, troops, aid ..., by the cue words of ``ontology/data/quantities.toml`` nearest to it.

The counted noun decides where it is itself an outcome ("nine bodies"). Else the nearest word of an outcome in the clause does: a verb
before the number ("killed nine"), a passive or intransitive verb after it ("nine were killed", "nine died"), a phrase on either side.
Without one the class of the noun holds ("8,000 soldiers"). What is left takes the class of the quantity before it where the words
say that it is a part of it ("including 209 of its own nationals").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.opening import Cue
from dateline.extract.quantities.cues import GAP, Kind, load_kinds, signalled
from dateline.extract.quantities.found import FoundQuantity
from dateline.extract.quantities.parts import carried, is_part, is_part_of_things, is_part_of_whom, shares, votes
from dateline.extract.quantities.scope import (
    AUXILIARY,
    Around,
    around,
    in_other_clause,
    is_attributive,
    is_linked,
    is_passive,
    is_taken_up,
    lead,
    window,
)
from dateline.extract.quantities.units import TIME_UNITS
from dateline.ontology.wordlists import words_of

#: Beyond this many words a cue speaks of something else (the longest right one in the open cases is eight away).
REACH: Final = 12
#: Units of mass and volume, in which aid comes.
_MASS: Final = frozenset("tons kg barrels litres cubic_meters".split())
_BY: Final = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_GROUPS: Final = {"percent": "percent", "items": "items", "persons": "persons", "households": "households", "votes": "votes"}


def group_of(unit: str | None) -> str | None:
    """The kind of unit that the data file names: persons, items, households, money, mass, time, percent."""
    if unit is None:
        return None
    if unit in TIME_UNITS:
        return "terms" if unit in ("years", "months") else "time"
    if unit in _MASS:
        return "mass"
    if (len(unit) == 3 and unit.isupper()) or unit in {"rupees", "rials", "shillings", "francs", "pesos", "dinars"}:
        return "money"
    return _GROUPS.get(unit)


_WORDS: Final = re.compile(r"[\w'’-]+")
_AUXILIARY_LAST: Final = re.compile(AUXILIARY + "$", re.IGNORECASE)


def words_between(text: str) -> int:
    """How many words a text has."""
    return len(_WORDS.findall(text))


def words_to_verb(text: str) -> int:
    """The words before a verb, its auxiliaries left out."""
    return words_between(_AUXILIARY_LAST.sub("", text + " "))


#: A phrase before a comma or "and" is rather of the number before it ("seven dead, 20 hurt").
_PARTED: Final = re.compile(r",|\band\b")
_OTHERS: Final = 1.0


#: A verb around the number ("stabbed two officers **to death**") says more than its first word alone.
_AROUND: Final = -0.1


def _distances(kind: Kind, here: Around) -> Iterator[float]:
    """How far each cue of a class stands from the number, in words; ties go to what stands before."""
    if kind.patient is not None and not _BY.search(here.before):
        for match in kind.patient.matches(here.before, here.words_before):
            if not in_other_clause(here.before[match.end() :]):
                yield words_between(here.before[match.end() :])
    if kind.split is not None and any(kind.split.matches(here.before + GAP + here.after, here.words_before)):
        yield _AROUND
    if kind.patient is not None:
        for match in kind.patient.matches(here.after, here.words_after):
            gap = here.after[: match.start()]
            passive = is_passive(here.after, match) and is_linked(gap) and not in_other_clause(gap)
            if passive or is_taken_up(here.after, match):
                yield 0.5 + words_to_verb(here.after[: match.start()])
    if kind.subject is not None:
        for match in kind.subject.matches(here.after, here.words_after):
            gap = here.after[: match.start()]
            if in_other_clause(gap) or is_attributive(gap):
                continue
            yield 0.25 + words_to_verb(here.after[: match.start()])
    if kind.phrases is not None:
        for match in kind.phrases.matches(here.after, here.words_after):
            if kind.outcome and in_other_clause(here.after[: match.start()]):
                continue
            yield 0.4 + words_to_verb(here.after[: match.start()])
        for match in kind.phrases.matches(here.before, here.words_before):
            gap = here.before[match.end() :]
            yield 0.4 + words_between(gap) + (_OTHERS if _PARTED.search(gap) else 0)
    if kind.before is not None:
        yield from (0.1 + words_between(here.before[m.end() :]) for m in kind.before.matches(here.before, here.words_before))


def _nearest(kinds: Sequence[Kind], here: Around) -> tuple[float, Kind] | None:
    near = signalled((*here.words_before, *here.words_after))
    ranked = [(min(found), -index, kind) for index, kind in enumerate(kinds) if kind.name in near and (found := list(_distances(kind, here)))]
    best = min(ranked, key=lambda one: (one[0], -one[1]), default=None)
    return (best[0], best[2]) if best is not None and best[0] <= REACH else None


def person_cue(text: str, start: int, end: int) -> bool:
    """Whether a bare number counts people by the word of an outcome or of a crowd next to it ("killing nine", "two died")."""
    kinds = [kind for kind in load_kinds() if "persons" in kind.groups and "percent" not in kind.groups]
    found = _nearest(kinds, around(text, start, end))
    return found is not None and found[0] < (REACH if _PUT_AT.search(lead(text, start)) else _ADJACENT)


#: A bare number counts people where the cue stands next to it, or where the sentence puts a number at it.
_ADJACENT: Final = 2.0
_PUT_AT: Final = re.compile(
    r"\b(?:(?:number|toll|count|tally|crowd|turnout|put|puts|estimate[ds]?)\b[^.;]*\bat|(?:number|toll|count|tally|crowd|turnout)\b[^.;]*"
    r"\b(?:to|of|from|reached|reaches|passed|exceeded|topped|hit|neared|was|is|now))\s+$",
    re.IGNORECASE,
)


def _noun_class(kinds: Sequence[Kind], text: str, quantity: FoundQuantity, *, strong: bool) -> str | None:
    head = (quantity.head or "").rsplit("-", 1)[-1]
    phrase = text[quantity.start : quantity.end].lower()
    for kind in kinds:
        nouns, long = (kind.heads, kind.long_heads) if strong else (kind.nouns, kind.long_nouns)
        if head in nouns or (head and phrase.endswith(long)):
            return kind.name
    return None


#: A verb this near ("three captured soldiers were freed") says more than a word inside the phrase.
_ATTRIBUTE_REACH: Final = 2.5


def _attribute(kinds: Sequence[Kind], text: str, quantity: FoundQuantity) -> str | None:
    """The class of a participle inside the phrase: "17 of the missing miners", "three captured soldiers"."""
    words = text[quantity.start : quantity.end].lower().split()[:-1]
    return next((kind.name for kind in kinds if not kind.attributes.isdisjoint(words)), None)


@dataclass(frozen=True, slots=True)
class _Case:
    """A quantity that is to be classed: its text, the group of its unit, the classes that come in that unit, and the words around it."""

    text: str
    quantity: FoundQuantity
    group: str
    kinds: tuple[Kind, ...]
    here: Around

    @property
    def whole(self) -> str:
        """The words around the quantity."""
        return self.here.before + self.here.after

    @property
    def phrase(self) -> str:
        """Its own words."""
        return self.text[self.quantity.start : self.quantity.end]

    @property
    def people(self) -> bool:
        """Whether persons or households are counted."""
        return self.group in ("persons", "households")


def _class_of(text: str, quantity: FoundQuantity) -> str | None:
    group = group_of(quantity.unit)
    kinds = tuple(kind for kind in load_kinds() if group in kind.groups)
    if group is None or not kinds:
        return None
    case = _Case(text, quantity, group, kinds, around(text, quantity.start, quantity.end))
    named = _named(case) or _armed(case)
    if named is not None:
        return named
    if quantity.head == "rounds" and (quantity.value or _FEW_ROUNDS) < _FEW_ROUNDS:
        return None
    if group == "items":
        return _of_items(case)
    if group in ("mass", "money"):
        return _given(kinds, case.here, quantity, group)
    if group in ("time", "terms") and _BARRED.search(case.here.before):
        return None
    return _of_outcome(case)


def _named(case: _Case) -> str | None:
    """The class that the quantity's own words give, whatever stands around it."""
    near = case.text[max(0, case.quantity.start - _NEAR) : case.quantity.end + _NEAR]
    if case.people and _UNDIVIDED.search(near) and is_undivided(case.text, case.quantity):
        return "casualties"
    return _noun_class(case.kinds, case.text, case.quantity, strong=True)


def _armed(case: _Case) -> str | None:
    """Aircraft and men of a military body, by the words around them."""
    here, head = case.here, case.quantity.head
    if head == "fighters" and _AIRCRAFT.search(case.whole):
        return "weapons"
    if _STRONG.search(case.phrase) and _MILITARY.search(" ".join(here.before.split()[-_STRONG_REACH:])):
        return "troops"
    if case.group == "items" and head in _CRAFT and _SHOT_DOWN.search(here.before + GAP + here.after):
        return "weapons"
    if head in _MEN and _MILITARY.search(window(case.text, case.quantity.start, case.quantity.end)):
        return "troops" if _nearest([kind for kind in case.kinds if kind.outcome], here) is None else None
    return None


def _of_items(case: _Case) -> str | None:
    """Weapons by their names or their owner, else the class of the noun, else goods that somebody gives."""
    head, before = case.quantity.head or "", case.here.before
    fired = _FIRED.search(before) and case.phrase.split()[-1][:1].isupper()
    if fired or _DESIGNATION.match(head) or (head in _HULLS and _FORCE.search(before)):
        return "weapons"
    plain = _noun_class(case.kinds, case.text, case.quantity, strong=False)
    if plain == "aid" and _PROTEST.search(case.whole):
        return None
    return plain or _goods(case.kinds, case.here, case.quantity)


def _of_outcome(case: _Case) -> str | None:
    """The nearest outcome or the class of the noun, whichever says more, else that of a crowd."""
    fitting = [kind for kind in case.kinds if case.quantity.head not in kind.not_nouns] if case.people else list(case.kinds)
    found = _nearest([kind for kind in fitting if kind.outcome] if case.people else fitting, case.here)
    plain = _noun_class(case.kinds, case.text, case.quantity, strong=False)
    settled = _in_camp(case, found) or _against_outcome(case, found, plain)
    if settled is not None:
        return settled
    within = _attribute(case.kinds, case.text, case.quantity)
    if within is not None and (found is None or found[0] > _ATTRIBUTE_REACH):
        return within
    if found is not None and (plain is None or found[0] <= _OUTCOME_REACH):
        return found[1].name if not (plain and not found[1].outcome) else plain
    return plain if plain is not None or not case.people else _of_crowd(case, fitting)


def _in_camp(case: _Case, found: tuple[float, Kind] | None) -> str | None:
    """Displaced people in a camp, whom nobody detains or of whom no outcome is told."""
    if case.group != "persons":
        return None
    if found is not None and found[1].name == "detained" and _CAMP.search(case.whole) and _CONFINED.search(case.text) is None:
        return "refugees"
    return "refugees" if found is None and in_camp(case.text, case.quantity.start, case.quantity.end) else None


def _against_outcome(case: _Case, found: tuple[float, Kind] | None, plain: str | None) -> str | None:
    """The class where the nearest outcome misleads: soldiers who flee, prisoners who fast, those whom nobody frees."""
    name = found[1].name if found else None
    if name == "refugees" and plain in ("troops", "protesters"):
        return plain
    if case.group == "persons" and "detained" in {plain, name} and _FAST.search(case.whole):
        return "protesters"
    if name == "released" and (_WITHHELD.search(case.here.before) or _FEW_OF.search(case.here.before)):
        return "detained"
    return None


def _of_crowd(case: _Case, fitting: Sequence[Kind]) -> str | None:
    """The class of a crowd by a word next to the number."""
    crowd = _nearest([kind for kind in fitting if not kind.outcome], case.here)
    if crowd is None or crowd[0] > (_VOTE_REACH if crowd[1].name in ("support", "oppose") else _CROWD_REACH):
        return None
    return crowd[1].name


#: A camp that locks people up.
_CONFINED: Final = re.compile(r"\b(?:prison|jail|detention|labou?r|internment)\b", re.IGNORECASE)
#: Prisoners who refuse food protest.
_FAST: Final = re.compile(
    r"\b(?:hunger[\s-]strike\w*|(?:death\s)?fast(?:ed|ing)?|refus\w+\s+(?:food|to\s+eat)|without\s+(?:solid\s+)?food|spurn\w*\s+meals)\b", re.IGNORECASE
)
#: Those whom somebody will not free are still held: "refused to free two journalists", "has yet to release 40 men".
_WITHHELD: Final = re.compile(
    r"\b(?:refus\w+\s+to|declin\w+\s+to|yet\s+to|would\s+not|will\s+not|won't|did\s+not|does\s+not|cannot|no\s+cause\s+to|fail\w*\s+to)\s+"
    r"(?:free|release|pardon|let|hand|discharge|amnesty)\b",
    re.IGNORECASE,
)
#: "Freed only **a fraction of the** 800 prisoners": the number is of those held.
_FEW_OF: Final = re.compile(r"\b(?:fraction|handful|few|part|minority)\s+of\s+(?:the|its|their|his|her|an?)?\s*(?:\w+\s+)?$", re.IGNORECASE)
#: A ban or suspension is no sentence to prison, whoever imposes it.
_BARRED: Final = re.compile(r"\b(?:bans?|banned|banning|bars?|barred|disqualif\w+|suspend\w*(?!\s+(?:\w+\s+)?(?:sentence|term))|exclud\w+|strip\w*|revok\w+)\b", re.IGNORECASE)
#: "The camp, built for 5,000, now houses almost 22,000".
_HOUSED: Final = re.compile(
    r"\b(?:(?:hous|host|shelter|hold|accommodat)(?:es?|s|ed|ing)?|held|home\s+to|(?:built|meant|designed|intended|laid\s+out)\s+for)"
    r"(?:\s+(?:at\s+least|up\s+to|as\s+many\s+as|no\s+more\s+than|more\s+than|fewer\s+than|over|some|about|around|nearly|almost|roughly|now))*\s*$",
    re.IGNORECASE,
)
_LOCKED: Final = re.compile(r"\b(?:prison|jail|detention|labou?r|internment|training|army|holiday|protest)\b", re.IGNORECASE)


def in_camp(text: str, start: int, end: int) -> bool:
    """Whether a number counts those whom a camp houses: displaced people, unless it is a prison, training or protest camp."""
    here = around(text, start, end)
    clause = here.before + here.after
    return _HOUSED.search(lead(text, start)) is not None and _CAMP.search(clause) is not None and _LOCKED.search(clause) is None


#: Persons who back or reject something do so in the next word ("33 deputies backed the motion").
_VOTE_REACH: Final = 1.3
#: What holds displaced people is a camp.
_CAMP: Final = re.compile(r"\bcamps?\b", re.IGNORECASE)
#: Men of an army are troops.
_MEN: Final = frozenset({"men", "personnel", "recruits", "crew", "instructors", "trainers"})
#: "The peacekeeping force, 15,000 **strong**".
_STRONG: Final = re.compile(r"[\s-]strong$", re.IGNORECASE)
_STRONG_REACH: Final = 5
#: Craft that somebody shoots down are military, as a rule.
_CRAFT: Final = frozenset({"helicopters", "planes", "aircraft", "choppers", "aeroplanes", "airplanes", "balloons"})
_SHOT_DOWN: Final = re.compile(rf"\b(?:(?:shoot|shot|bring|brought)\w*\s+down|down(?:ed|ing))\s+(?:\w+\s+)?{GAP}|{GAP}\s+(?:\w+\s+){{0,3}}(?:shot\s+down|downed)\b", re.IGNORECASE)
#: Ships and vehicles are weapons where a military body has them.
_HULLS: Final = frozenset("carriers vessels ships submersibles batteries launchers".split())
_MILITARY: Final = re.compile(
    r"\b(?:army|armies|armed\s+forces|military|garrison|militia|brigade|guard|regiment|force|battalion|division|troops|junta|barracks"
    r"|commands?|commanded|colonel|general|commander|fleet|flotilla|warships?|task\s+force|soldiers|peacekeep\w*|rebels?|mercenar\w+|fighters|insurgents?|guerrillas?|paramilitar\w+|contingent|warlords?|Security\s+Council|columns?\s+of|trenches|manoeuvres|reinforcements|on\s+alert|under\s+arms|into\s+uniform|frontline|front\s+line)\b",
    re.IGNORECASE,
)
#: A body that has ships or batteries as arms ("the task force has three carriers").
_FORCE: Final = re.compile(
    r"\b(?:navy|fleet|flotilla|task\s+force|squadron|armada|air\s+defen[cs]e|army|battalion|regiment|brigade)\b(?:\s+[\w-]+){0,4}\s*$", re.IGNORECASE
)
#: Names of arms by letters and figures: "MiG-29s", "F-16", "T-72s", "M777s".
_DESIGNATION: Final = re.compile(r"^[a-z]{1,4}-?\d+[a-z]*$")
#: Fewer rounds are those of talks or of voting.
_FEW_ROUNDS: Final = 20
#: Whatever has a proper name and is fired is a weapon ("fired 30 Tomahawks").
_FIRED: Final = re.compile(r"\b(?:fir(?:es?|ed|ing)|launch\w*|lobb?\w*|test-fired|rained|unleash\w*)\s+(?:\w+\s+)?$", re.IGNORECASE)
#: What makes "fighters" aircraft.
_AIRCRAFT: Final = re.compile(
    r"\b(?:s[eo]ll\w*|sold|sale|buy\w*|bought|purchas\w+|order\w*|deliver\w*|scrambl\w+|jets?|squadron|aircraft|planes?|stealth)\b",
    re.IGNORECASE,
)


#: Killed or wounded told in one word pair, right before or after the number.
_UNDIVIDED: Final = re.compile(r"\b(?:dead|kill\w*)\s+(?:or|and)\s+(?:wound\w*|injur\w*|hurt|maim\w*)", re.IGNORECASE)
_NEAR: Final = 60


def is_undivided(text: str, quantity: FoundQuantity) -> bool:
    """ "900 dead and wounded", "killing or wounding 40": one number for both; "three dead and five wounded" has two."""
    after = re.match(rf"[^,;.]*?{_UNDIVIDED.pattern}\b(?!\s+(?:at\s+least\s+)?\d)", text[quantity.start :], re.IGNORECASE)
    before = re.search(rf"{_UNDIVIDED.pattern}\s+$", lead(text, quantity.start), re.IGNORECASE)
    return before is not None or after is not None


#: An outcome this near wins over the class of the noun ("three soldiers in the patrol were killed").
_OUTCOME_REACH: Final = 8
#: Verbs of crowds name their subject directly ("5,000 gathered"); farther off the subject is another.
_CROWD_REACH: Final = 7
_CARRIERS: Final = words_of("extract.quantities.kinds.carriers")


def _goods(kinds: Sequence[Kind], here: Around, quantity: FoundQuantity) -> str | None:
    """Trucks and boxes count as aid where a word of relief stands in their clause."""
    aid = next((kind for kind in kinds if kind.name == "aid"), None)
    if aid is None or aid.phrases is None:
        return None
    if _PROTEST.search(here.before + here.after):
        return None
    if _gives(aid.goods, here, _GIFT_REACH) and not _TRADE.search(_close(here)):
        return "aid"
    relief = aid.phrases.search(here.before) or aid.phrases.search(here.after)
    if relief and _gives(aid.weak, here, _GIFT_REACH) and quantity.head not in _PLACES and not _TRADE.search(_close(here)):
        return "aid"
    if quantity.head not in _CARRIERS:
        return None
    words = set(re.findall(r"[\w-]+", (here.before + here.after).lower()))
    if words & aid.stuffs and not _TRADE.search(_close(here)):
        return "aid"
    return "aid" if words & aid.nouns or relief else None


_PLACES: Final = words_of("extract.quantities.kinds.places")
#: Tents and food of protesters are their own.
_PROTEST: Final = re.compile(r"\b(?:protest\w*|sit-in|demonstrat\w+|occup(?:y|ied|ation))\b", re.IGNORECASE)
#: Buyers, sellers and investors give no aid.
_TRADE: Final = re.compile(
    r"\b(?:buy\w*|bought|purchas\w+|s[eo]ll\w*|sold|sale|invest(?!ment\s+Bank)\w*|cost\w*|worth|deal|contract\w*|price\w*|spen[dt]\w*|earn\w*|export\w*|import\w*"
    r"|owe\w*|budget(?!\s+support)|bail(?!-?\s?out)|revenue\w*|damage\w*|profit\w*|ransom|bribe\w*|seiz\w+|smuggl\w+|stol\w+|steal\w*|los[est]\w*|tax\w*|bond\w*|market)\b",
    re.IGNORECASE,
)


#: A court that makes somebody pay.
_ORDERED: Final = re.compile(
    r"\b(?:court|judges?|jury|tribunal|regulator|watchdog|arbitrators?|panel)\b.*\b(?:pay|repay|return|reimburse|compensate)\b",
    re.IGNORECASE,
)


#: Money received from somebody, in no trade: "received €105 million from Brussels".
_RECEIVED: Final = re.compile(r"\b(?:receiv\w+|gets?|got|obtain\w*|secur\w+)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_FROM: Final = re.compile(r"^[^,;]{0,40}\bfrom\s+(?:the\s+)?[A-Z]")


def _given(kinds: Sequence[Kind], here: Around, quantity: FoundQuantity, group: str) -> str | None:
    """Money and mass: a fine by its words; aid by what it is in, by words of relief, or by a verb of giving where nobody buys or sells."""
    found = {kind.name: kind for kind in kinds}
    fine, aid = found.get("fine"), found["aid"]
    whole = here.before + " " + here.after
    if fine is not None and (any(distance <= REACH for distance in _distances(fine, here)) or _ORDERED.search(whole)):
        return "fine"
    if quantity.head in aid.measured:
        return "aid"
    if group == "money" and _gives(aid.patient, here):
        return "aid"
    if _TRADE.search(_close(here)):
        return None
    relief = aid.phrases is not None and aid.phrases.search(whole) is not None
    relief = relief or (group == "mass" and _gives(aid.goods, here, _GIFT_REACH))
    received = group == "money" and _RECEIVED.search(here.before) is not None and _FROM.search(here.after) is not None
    relief = relief or received or (group == "mass" and quantity.head in aid.stuffs and _gives(aid.weak, here, _GIFT_REACH))
    return "aid" if relief or (group == "money" and _gives(aid.weak, here)) else None


def _close(here: Around) -> str:
    """The nearest words on both sides: a purchase farther off is another matter."""
    return " ".join((*here.before.split()[-REACH:], *here.after.split()[:REACH]))


def _gives(verbs: Cue | None, here: Around, reach: int = _OUTCOME_REACH) -> bool:
    return verbs is not None and any(words_between(here.before[m.end() :]) <= reach for m in verbs.matches(here.before, here.words_before))


#: Goods are given in the same breath ("gave the hospitals 400 generators").
_GIFT_REACH: Final = 3


def classify(text: str, found: Sequence[FoundQuantity]) -> list[FoundQuantity]:
    """The quantities with what they count.

    Args:
        text: the text searched.
        found: its quantities in text order.
    """
    out: list[FoundQuantity] = []
    for quantity in found:
        before = out[-1] if out else None
        counts = None
        if is_part_of_whom(text, before, quantity):
            counts = before.counts if before else None
        elif before is not None and is_part(text, before, quantity):
            counts = before.counts
        if before is not None and is_part_of_things(text, before, quantity) and _class_after(text, before, quantity) is None:
            quantity, counts = replace(quantity, unit=before.unit), before.counts
        else:
            counts = counts or _class_of(text, quantity)
        out.append(replace(quantity, counts=counts))
    return votes(text, shares(text, carried(text, out)))


def _class_after(text: str, before: FoundQuantity, quantity: FoundQuantity) -> str | None:
    """What a number counts by the words between it and the one before it, and those after it."""
    cut = before.end
    return _class_of(text[cut:], replace(quantity, start=quantity.start - cut, end=quantity.end - cut))
