"""One thing that is another country's on the other side: "14 Iranian banks" and "14 Iraqi Banks", "Malian rebels" and "Chad's Rebels"; one act against
another country: "imposed sanctions on Niger" and "Imposes Sanctions on Mali"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from dateline.audit.denied import are_forms
from dateline.audit.disagreement import Disagreement
from dateline.audit.findings import FindingKind
from dateline.audit.headline import Headline
from dateline.audit.statement import Statement
from dateline.audit.words import content
from dateline.ontology.wordlists import pattern_of

if TYPE_CHECKING:
    from dateline.resolve.sightings import Sighting

#: What a country's name may own: the words behind it, up to the next preposition, conjunction or mark.
_THINGS: Final = re.compile(
    rf"(?:['’]s?)?(?P<things>(?:\s+(?!(?:{pattern_of('audit.owners.ends')})\b)[\w-]+){{1,3}})", re.IGNORECASE
)
#: Kinds of names that stand before a thing; others do so only with a genitive.
_ADJECTIVE: Final = "adjective"
#: Prepositions before whom an act is done to; "over" and "with" may name its matter.
_AIMED: Final = re.compile(r"\b(?P<word>on|upon|to|in|into|from|against)\s+(?:the\s+)?$", re.IGNORECASE)
#: Kinds of names that say a state and no place in it.
_STATES: Final = frozenset({"country", "adjective"})
#: So many words in common beside the verb say that the thing done is one.
_THING: Final = 1
_STATE: Final = re.compile(r"[A-Z]{3}")
#: Codes of what is made up of states: a European firm may be a German one.
_UNIONS: Final = frozenset({"EUR", "UNO", "IGO", "NGO", "IMG", "MNC", "ISM"})


def other_owner(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """The same party does it to the same things, which are one country's in the text and another's in the headline, and neither country is on both sides."""
    if not set(mine.actors) & set(theirs.actors) or mine.negated or theirs.negated:
        return
    here = mine.countries | mine.placed
    base = mine.span.start - mine.sentence.sentence.span.start
    inside = [one for one in mine.seen if base <= one.start and one.end <= base + len(mine.text) and one.country not in theirs.countries | set(mine.actors)]
    others = [one for one in theirs.seen if one.country not in here | set(theirs.actors)]
    for start, end, things in _owned(mine.sentence.sentence.text, inside):
        for at, until, same in _owned(theirs.text, others):
            if things & same:
                mention, words = mine.in_sentence(start, end), theirs.text[at:until]
                yield FindingKind.ACTOR, mention, words, f"the text says “{mention.text}”, the headline “{words}”"
                return


def other_target(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """The same party does the same to another country, which stands behind the same preposition on both sides; neither is named on the other side."""
    if not set(mine.actors) & set(theirs.actors) or mine.negated or theirs.negated or not theirs.acts or mine.act is None:
        return
    word, classes = theirs.acts[0]
    same = bool((mine.own or mine.acts) & classes) or any(are_forms(word, one.text) for one in (*mine.done, mine.act))
    if not same or len(mine.matter & theirs.matter) <= _THING:
        return
    here = [one for one in mine.seen if one.country not in mine.actors]
    there = [one for one in theirs.seen if one.country not in theirs.actors]
    if any(one.kind not in _STATES for one in (*here[:1], *there[:1])):  # another town is another place
        return
    if len({one.country for one in here}) != 1 or len({one.country for one in there}) != 1 or here[0].country == there[0].country or {here[0].country, there[0].country} & _UNIONS:
        return
    sides = _AIMED.search(mine.sentence.sentence.text[: here[0].start]), _AIMED.search(theirs.text[: there[0].start])
    if sides[0] is None or sides[1] is None or sides[0]["word"].lower() != sides[1]["word"].lower():
        return
    mention, words = mine.in_sentence(here[0].start, here[0].end), theirs.text[there[0].start : there[0].end]
    yield FindingKind.ACTOR, mention, words, f"the text says “{mention.text}”, the headline “{words}”"


def _owned(text: str, seen: Sequence[Sighting]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where the states named as owners stand with their things, and the stems of the things' words."""
    for one in seen:
        match = _THINGS.match(text, one.end)
        genitive = text[one.start : one.end].endswith(("'s", "’s", "s'", "s’")) or text[one.end : one.end + 1] in {"'", "’"}
        if match is None or _STATE.fullmatch(one.country) is None or one.country in _UNIONS or not (one.kind == _ADJECTIVE or genitive):
            continue
        yield one.start, match.end("things"), content(match["things"])
