"""A source on another matter altogether: "Storm Kills Twelve in Vietnam" behind a statement on sanctions against Niger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.audit.disagreement import Disagreement
from dateline.audit.findings import FindingKind
from dateline.audit.headline import Headline
from dateline.audit.owners import UNIONS
from dateline.audit.statement import Statement
from dateline.audit.words import act_words, content

#: Fewer words of content than these say too little to see that a headline is on another matter.
_LEAST_WORDS: Final = 4


def elsewhere(mine: Statement, theirs: Headline, beside: frozenset[str] | None, *, unlike: bool) -> Iterator[Disagreement]:
    """The headline's words, where they have no word of content and no act in common with the statement.

    Either other parties act, of whom one country may be named on both sides, or the headline names states that the whole paragraph does not.

    Args:
        mine: the statement.
        theirs: the headline.
        beside: the countries that the statement's paragraph names or tells of; ``None`` where they are not known.
        unlike: whether the coder finds acts of unlike types on both sides.
    """
    if mine.act is None or mine.negated or len(content(theirs.text)) < _LEAST_WORDS or content(mine.sentence.sentence.text) & content(theirs.text):
        return
    others = frozenset(name for _, names in theirs.acts for name in names)
    if (act_words().excludes(mine.acts, others) and _of_others(mine, theirs, others, unlike)) or (not mine.acts & others and _of_strangers(mine, theirs, beside)):
        yield FindingKind.ACT, mine.act, theirs.text, f"the headline tells of something else: “{theirs.text}”"


def _of_others(mine: Statement, theirs: Headline, others: frozenset[str], unlike: bool) -> bool:
    """Whether other parties do another act; one country may be named in both."""
    if not mine.actors or not theirs.actors or set(mine.actors) & set(theirs.actors):
        return False
    shared = mine.countries & theirs.countries
    return not shared or (len(shared) == 1 and (act_words().parts(mine.own, others) or unlike))


def _of_strangers(mine: Statement, theirs: Headline, beside: frozenset[str] | None) -> bool:
    """Whether a headline names states and none that the statement's paragraph names."""
    if beside is None or not theirs.countries - UNIONS:
        return False
    return not theirs.countries & (beside | mine.countries | mine.parties)
