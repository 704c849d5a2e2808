"""One thing that is another country's on the other side: "14 Iranian banks" and "14 Iraqi Banks", "Malian rebels" and "Chad's Rebels"; one act against
another country: "imposed sanctions on Niger" and "Imposes Sanctions on Mali"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from dateline.audit.denied import are_forms, base
from dateline.audit.disagreement import Disagreement
from dateline.audit.findings import FindingKind
from dateline.audit.headline import Headline
from dateline.audit.statement import Statement
from dateline.audit.words import content, words
from dateline.ontology.wordlists import pattern_of

if TYPE_CHECKING:
    from dateline.resolve.sightings import Sighting

#: What a country's name may own: the words behind it, up to the next preposition, conjunction or mark.
_THINGS: Final = re.compile(
    rf"(?:['’]s?)?(?P<things>(?:\s+(?!(?:{pattern_of('audit.owners.ends')})\b)[\w-]+){{1,3}})", re.IGNORECASE
)
#: Kinds of names that stand before a thing; others do so only with a genitive.
_ADJECTIVE: Final = "adjective"
#: Words before whom an act is done to; "over" may name its matter, and "with" does unless a bond is cut or made.
_AIMED: Final = re.compile(
    rf"\b(?P<word>on|upon|to|in|into|from|against|(?:{pattern_of('audit.owners.bonds')})\s+with|(?:{pattern_of('audit.owners.envoys')})\s+of)\s+(?:the\s+)?$", re.IGNORECASE
)
#: What may stand between a verb and whom or what it is done to.
_BEHIND: Final = re.compile(r"\s+(?:(?:on|upon|to|from|against|out of)\s+)?(?:the\s+)?", re.IGNORECASE)
#: Kinds of names that say a state and no place in it.
_STATES: Final = frozenset({"country", "adjective"})
_STATE: Final = re.compile(r"[A-Z]{3}")
#: Codes of what is made up of states, or of none: a European firm may be a German one, and a headline may name the union for a member ("Brussels").
UNIONS: Final = frozenset({"EUR", "UNO", "IGO", "NGO", "IMG", "MNC", "ISM"})


def other_owner(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """The same party does it to the same things, which are one country's in the text and another's in the headline, and neither country is on both sides."""
    if not _same_party(mine, theirs) or mine.negated or theirs.negated:
        return
    here = mine.countries | mine.placed
    base = mine.span.start - mine.sentence.sentence.span.start
    inside = [one for one in mine.seen if base <= one.start and one.end <= base + len(mine.text) and one.country not in theirs.countries | set(mine.actors)]
    others = [one for one in theirs.seen if one.country not in here | set(theirs.actors)]
    for start, end, things in _owned(mine.sentence.sentence.text, inside):
        for at, until, same in _owned(theirs.text, others):
            if things & same:
                mention, name = mine.in_sentence(start, end), theirs.text[at:until]
                yield FindingKind.ACTOR, mention, name, f"the text says “{mention.text}”, the headline “{name}”"
                return


def other_target(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """The same party does the same to another country or body, which stands in the same place on both sides; neither is named on the other side."""
    if mine.negated or theirs.negated or not theirs.acts or mine.act is None or not _same_party(mine, theirs):
        return
    word, classes = theirs.acts[0]
    same = bool((mine.own or mine.acts) & classes) or any(are_forms(word, one.text) for one in (*mine.done, mine.act))
    pair = _targets(mine, theirs) if same else None
    if pair is None:
        return
    here, there = pair
    text = mine.sentence.sentence.text
    sides = _AIMED.search(text[: here.start]), _AIMED.search(theirs.text[: there.start])
    aimed = sides[0] is not None and sides[1] is not None and sides[0]["word"].lower() == sides[1]["word"].lower()
    things = [one for one in mine.matter & theirs.matter if one != base(word)]
    if (aimed and things) or (_right_behind(text, mine.act.text, here.start) and _right_behind(theirs.text, word, there.start)):
        mention, name = mine.in_sentence(here.start, here.end), theirs.text[there.start : there.end]
        yield FindingKind.ACTOR, mention, name, f"the text says “{mention.text}”, the headline “{name}”"


def _same_party(mine: Statement, theirs: Headline) -> bool:
    """Whether one party acts in both; where the text's subject names none ("the three", "the junta"), by the coder's reading."""
    return bool(set(mine.actors) & set(theirs.actors) or (not mine.actors and mine.told.keys() & set(theirs.actors)))


def _targets(mine: Statement, theirs: Headline) -> tuple[Sighting, Sighting] | None:
    """The one other state, or the one other body, on each side; another town is another place."""
    doers = set(mine.actors) or set(mine.told)
    here = [one for one in mine.seen if one.country not in doers]
    there = [one for one in theirs.seen if one.country not in theirs.actors]
    if len({one.country for one in here}) != 1 or len({one.country for one in there}) != 1:
        return None
    one, other = here[0], there[0]
    if all(each.kind in _STATES for each in (one, other)):
        known = one.country in theirs.countries or other.country in mine.countries | mine.parties or {one.country, other.country} & UNIONS
        return (one, other) if not known else None
    spans = other_bodies(mine, theirs)
    return (one, other) if spans == ((one.start, one.end), (other.start, other.end)) else None


def other_bodies(mine: Statement, theirs: Headline) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The one body of states that only the text names and the one that only the headline names, of which neither is told as the other."""
    one, other = [name for name in mine.bodies if name not in theirs.bodies], [name for name in theirs.bodies if name not in mine.bodies]
    if len(one) != 1 or len(other) != 1 or frozenset({one[0], other[0]}) in words().within:
        return None
    return mine.bodies[one[0]], theirs.bodies[other[0]]


def _right_behind(text: str, verb: str, start: int) -> bool:
    """Whether a name stands right behind a verb, or its preposition."""
    found = [match.end() for match in re.finditer(rf"\b{re.escape(verb)}\b", text[:start])]
    return bool(found) and _BEHIND.fullmatch(text, found[-1], start) is not None


def _owned(text: str, seen: Sequence[Sighting]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where the states named as owners stand with their things, and the stems of the things' words."""
    for one in seen:
        match = _THINGS.match(text, one.end)
        genitive = text[one.start : one.end].endswith(("'s", "’s", "s'", "s’")) or text[one.end : one.end + 1] in {"'", "’"}
        if match is None or _STATE.fullmatch(one.country) is None or one.country in UNIONS or not (one.kind == _ADJECTIVE or genitive):
            continue
        yield one.start, match.end("things"), content(match["things"])
