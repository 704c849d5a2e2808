"""Whether a statement and its headline tell of other parties: another doer, sides turned round, another person or body, another place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from dateline.audit.denied import are_forms, base
from dateline.audit.disagreement import Disagreement
from dateline.audit.findings import FindingKind
from dateline.audit.headline import Headline
from dateline.audit.named import Person, names
from dateline.audit.owners import other_bodies, other_owner, other_target
from dateline.audit.statement import Statement
from dateline.audit.words import act_words, words
from dateline.ontology.wordlists import pattern_of, words_of

if TYPE_CHECKING:
    from dateline.resolve.sightings import Sighting

#: What parties do with one another has no sides: either may be named first.
_MUTUAL: Final = words_of("audit.parties.mutual")
_BETWEEN: Final = frozenset(map(base, words_of("audit.parties.between")))
#: A paper between two, of which each report names one.
_DEALS: Final = re.compile(rf"\b(?:{pattern_of('audit.parties.deals')})s?\b", re.IGNORECASE)
#: Acts by which a state takes hold of people and things: who did one is no matter of view.
_HOLDING: Final = words_of("audit.parties.holding")
#: Classes of acts that each person does alone.
_PERSONAL: Final = words_of("audit.parties.personal")
#: What a state has in another: "reopened its embassy in Oslo" has sides, "reopened the border" has none.
_SEATS: Final = re.compile(r"\b(?:embass(?:y|ies)|consulates?|legations?|diplomatic missions?|liaison offices?|bases?)\b", re.IGNORECASE)
#: So many words in common that name no country tell of one matter in one detail.
CLOSE: Final = 2
#: Codes of firms and bodies that belong to no state.
_STATELESS: Final = frozenset({"MNC", "NGO", "IGO", "IMG"})
#: Steps of one trade: what the one sells the other buys.
_TRADE: Final = (frozenset({"sell"}), frozenset({"buy"}))


def related(mine: Statement, theirs: Headline) -> bool:
    """Whether the two tell of one matter: a word in common that names no country, or acts that go together."""
    if mine.matter & theirs.matter:
        return True
    others = frozenset(name for _, classes in theirs.acts for name in classes)
    return bool(mine.acts and others) and not act_words().excludes(mine.acts, others)


def actor(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """Another party than in the headline."""
    if theirs.claim is not None and _is_speech(mine):
        yield from _speaker(mine, theirs)
        return
    yield from next((found for check in (_stranger, _other_body, _other_doer, _other_person, _body, other_owner, other_target) if (found := list(check(mine, theirs)))), [])


def _is_speech(mine: Statement) -> bool:
    """Whether the statement's own act is to say or accuse: its subject stands where the headline has its speaker."""
    return mine.act is not None and words().saying.fullmatch(mine.act.text) is not None


def _speaker(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    if theirs.speaker is not None and mine.person is not None and _differ(mine, mine.person, theirs, theirs.speaker):
        yield _finding(mine, mine.person, theirs.speaker)


def _other_body(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """Another body of states than in the headline: "the World Bank suspended payments" and "IMF Suspends Payments"."""
    pair = other_bodies(mine, theirs)
    if pair is None or not related(mine, theirs):
        return
    (start, end), (at, until) = pair
    mention, name = mine.in_sentence(start, end), theirs.text[at:until]
    if any(one.overlaps(mention.span) for one in (*(each.span for each in mine.actors.values()), *mine.told.values())) and name in theirs.actors.values():
        yield FindingKind.ACTOR, mention, name, f"the text says “{mention.text}”, the headline “{name}”"


def _stranger(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    strangers = {code: named for code, named in mine.actors.items() if code not in theirs.countries}
    others = {code: named for code, named in theirs.actors.items() if code not in mine.countries}
    if strangers and others and related(mine, theirs) and not _two_sides(mine, theirs):
        mention, name = next(iter(strangers.values())), next(iter(others.values()))
        yield FindingKind.ACTOR, mention, name, f"the text says “{mention.text}”, the headline “{name}”"
    elif _reversed(mine, theirs):
        mention, name = next(iter(mine.actors.values())), next(iter(theirs.actors.values()))
        message = f"the sides are swapped: the text has “{mention.text}” do it{_to(mine.sentence.sentence.text, mine.seen, theirs.actors)}"
        yield FindingKind.ACTOR, mention, name, f"{message}, the headline “{name}”{_to(theirs.text, theirs.seen, mine.actors)}"


def _to(text: str, seen: Sequence[Sighting], others: Collection[str]) -> str:
    """The words that name the other side, with the preposition before them."""
    one = next((one for one in seen if one.country in others), None)
    if one is None:
        return ""
    before = re.search(r"\b(?:in|to|of|from|at|with)\s+(?:the\s+)?$", text[: one.start])
    return f", “{text[before.start() if before else one.start : one.end]}”"


def _two_sides(mine: Statement, theirs: Headline) -> bool:
    """Whether text and headline each name one side of a deal: "Washington signed a sale of jets", "Qatar signs deal for jets"."""
    first = theirs.acts[0][1] if theirs.acts else frozenset()
    if any(mine.own & one and first & other for one, other in (_TRADE, _TRADE[::-1])):
        return True
    alone = any(len(named - _STATELESS) == 1 for named in (mine.countries, theirs.countries))
    return alone and "sign" in mine.own & first and _DEALS.search(mine.text) is not None and _DEALS.search(theirs.text) is not None


def _reversed(mine: Statement, theirs: Headline) -> bool:
    """Whether the two have the same act and change its sides: "Colombia accused Venezuela", "Venezuela blames Colombia"; what is done together has none."""
    if len(mine.actors) != 1 or len(theirs.actors) != 1 or set(mine.actors) == set(theirs.actors) or mine.act is None or not theirs.acts:
        return False
    if theirs.undergone or set(theirs.actors) & mine.doers:
        return False
    if base(mine.act.text) in _BETWEEN or ((mine.own | theirs.acts[0][1]) & _MUTUAL and not _shot_down(mine, theirs) and not _of_a_seat(mine, theirs)):
        return False
    return _same_act(mine, theirs) and set(theirs.actors) <= mine.countries and set(mine.actors) <= theirs.countries


def _shot_down(mine: Statement, theirs: Headline) -> bool:
    """Whether both tell what was shot down, and do not only exchange fire."""
    return all(re.search(r"\bsh(?:oo|o)t(?:s|ing)?\s+(?:\w+\s+)?down\b", text, re.IGNORECASE) for text in (mine.text, theirs.text))


def _of_a_seat(mine: Statement, theirs: Headline) -> bool:
    """Whether both tell of an embassy or base, which the one has with the other."""
    return all(_SEATS.search(text) for text in (mine.text, theirs.text))


def _same_act(mine: Statement, theirs: Headline) -> bool:
    assert mine.act is not None
    verbs = mine.done if mine.act in mine.done else (mine.act,)
    return bool(theirs.acts) and any(are_forms(theirs.acts[0][0], one.text) for one in verbs)


def _other_doer(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """Another state in whose town it was done: "France arrested three men in Nairobi", "Kenya arrests three men at Nairobi airport"."""
    if len(mine.actors) != 1 or len(theirs.actors) != 1 or mine.act is None or mine.negated or not theirs.acts:
        return
    (doer, mention), (other, name) = next(iter(mine.actors.items())), next(iter(theirs.actors.items()))
    if theirs.undergone or doer in theirs.countries or other not in mine.placed or len(mine.matter & theirs.matter) < CLOSE:
        return
    first = theirs.acts[0][1]
    if first & _MUTUAL or mine.own & _MUTUAL:
        return
    if _same_act(mine, theirs) or (mine.own & _HOLDING and first & _HOLDING):
        yield FindingKind.ACTOR, mention, name, f"the text says “{mention.text}”, the headline “{name}”"


def _other_person(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """Another person saying the same, or going there: what a government does its members do alike. People of two states or bodies must do it about one matter."""
    one, other = mine.person, theirs.person
    if one is None or other is None or mine.act is None or theirs.passive or not _same_act(mine, theirs):
        return
    if one.country != other.country and not mine.matter & theirs.matter:
        return
    if theirs.acts[0][1] & _PERSONAL and _differ(mine, one, theirs, other):
        yield _finding(mine, one, other)


def _differ(mine: Statement, one: Person, theirs: Headline, other: Person) -> bool:
    """Whether two persons are two, and neither is named on the other side."""
    return one.entity != other.entity and not names(theirs.text, one.surname) and not names(mine.sentence.sentence.text, other.surname)


def _finding(mine: Statement, one: Person, other: Person) -> Disagreement:
    at = mine.sentence.sentence.text.find(one.words)
    mention = mine.in_sentence(at, at + len(one.words)) if at >= 0 else None
    return FindingKind.ACTOR, mention, other.words, f"the text says “{one.words}”, the headline “{other.words}”"


def _body(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """Another branch of the same state."""
    apart = [set(mine.actors) - theirs.countries, set(theirs.actors) - mine.countries]
    if any(apart) or mine.body is None or theirs.body is None or not (mine.countries & theirs.countries or not theirs.actors):
        return
    pair = frozenset({mine.body[0], theirs.body[0]})
    if len(pair) == 2 and pair not in words().same_branch and related(mine, theirs):
        mention = mine.body[1]
        yield FindingKind.ACTOR, mention, theirs.body[1], f"the text says “{mention.text}”, the headline “{theirs.body[1]}”"


def place(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """One act of one party in towns of two countries, where each side names one town and neither the other's."""
    if len(mine.towns) != 1 or len(theirs.towns) != 1 or mine.act is None or mine.negated or theirs.negated or not _same_act(mine, theirs):
        return
    (one, (start, end, country)), (other, (at, until, elsewhere)) = next(iter(mine.towns.items())), next(iter(theirs.towns.items()))
    told = re.search(rf"\b{re.escape(theirs.acts[0][0])}\b", theirs.text)
    if country == elsewhere or names(theirs.text, one) or names(mine.sentence.sentence.text, other) or told is None or told.start() > at:
        return
    if mine.actors and theirs.actors and not set(mine.actors) & set(theirs.actors):
        return
    shared = len((mine.countries - {country}) & (theirs.countries - {elsewhere})) + len(mine.matter & theirs.matter)
    if shared >= CLOSE:
        mention, name = mine.in_sentence(start, end), theirs.text[at:until]
        yield FindingKind.PLACE, mention, name, f"the text says “{mention.text}”, the headline “{name}”"
