"""Steps of which the one is the contrary of the other: "imposed" and "lifts", "ruled against" and "rules in favour of", "ratified" and "puts off"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.audit.disagreement import Disagreement
from dateline.audit.findings import FindingKind
from dateline.audit.headline import Headline
from dateline.audit.statement import Statement
from dateline.audit.words import Pole, content, stem, words

#: What a phrase is about, up to the next preposition, conjunction or mark.
_OBJECT: Final = re.compile(
    r"\s+(?:the |a |an |its |their )?(?P<words>(?:(?!(?:in|on|at|of|with|from|to|over|after|as|by|and|or|but|while|that|which|who)\b)[\w’'-]+ ?){1,5})", re.IGNORECASE
)


def contrary(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """A step of the text whose contrary the headline reports, of the same thing; silent where either side tells both, and where parties differ."""
    if mine.attributed or mine.cautious or mine.negated or theirs.negated or theirs.hedge is not None:
        return
    if mine.actors and theirs.actors and not set(mine.actors) & set(theirs.actors):
        return
    for pole in words().poles:
        for one, other in ((pole.one, pole.other), (pole.other, pole.one)):
            if other.search(one.sub(" ", mine.sentence.sentence.text)) or one.search(other.sub(" ", theirs.text)):
                continue
            told, cited = _told(mine, one), other.search(theirs.report)
            if told is not None and cited is not None and _one_thing(mine, theirs, pole, told, cited):
                mention = mine.mention(told.start(), told.end())
                yield FindingKind.ACT, mention, cited.group(), f"the text says “{mention.text}”, the headline “{cited.group()}”"
                return


def _told(mine: Statement, pole: re.Pattern[str]) -> re.Match[str] | None:
    """The phrase where it is a verb that the statement tells as done."""
    starts = {one.span.start for one in (*mine.done, *([mine.act] if mine.act else []))}
    return next((one for one in pole.finditer(mine.text) if mine.span.start + one.start() in starts), None)


def _one_thing(mine: Statement, theirs: Headline, pole: Pole, told: re.Match[str], cited: re.Match[str]) -> bool:
    if pole.same_object:
        shared = _object(mine.text, told.end()) & _object(theirs.report, cited.end())
        return bool(shared & _named(pole.things) if pole.things else shared)
    if pole.things:
        here, there = (frozenset(map(stem, re.findall(r"[\w-]+", text))) for text in (mine.text, theirs.text))
        return bool(here & there & pole.things)
    bodies = frozenset(stem(word) for _, branch in words().branches for text in (mine.text, theirs.text) for one in branch.finditer(text) for word in one.group().split())
    return bool((mine.matter & theirs.matter) - bodies)


def _object(text: str, at: int) -> frozenset[str]:
    match = _OBJECT.match(text, at)
    if match is None or match["words"].split()[0].lower().endswith("ing"):
        return frozenset()
    return _named(content(match["words"]))


def _named(stems: frozenset[str]) -> frozenset[str]:
    """Stems with one name for the words that name one thing ("ruling", "judgment")."""
    return frozenset(words().alike.get(one, one) for one in stems)
