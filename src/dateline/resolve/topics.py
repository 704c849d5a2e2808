"""Whose a bare office is that opens a sentence or clause: the state's that the main clause before it was about.

"Kenya and Somalia quarrel, and Norway sells the maps. **Ethiopia**, without a coast, has kept out. On Monday **the foreign ministry** ...": the nearest
state is not the one meant, nor the one named oftenest, where the last main clause has a single state as its subject.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from dateline.resolve.belonging import BODIES, Scene
from dateline.resolve.localities import ORGANS, is_local
from dateline.resolve.sided import NAMED_STATES
from dateline.types import Candidate, Participant, Phrase, PhraseForm

#: Sectors of a state's own offices and forces.
OFFICES: Final = frozenset("GOV LEG JUD COP MIL".split())
#: Those of them that hold and judge their own state's people.
AT_HOME: Final = frozenset({"COP", "JUD"})
#: Where a clause begins.
_EDGE: Final = re.compile(r"[;:,()\u2013\u2014]|\s--?\s")
#: Words before a subject by which its clause is no main one, or the state no doer.
_UNDER: Final = re.compile(
    r"\b(?:that|which|whom|whose|who|when|while|whereas|after|before|because|if|unless|since|where|until|till|although|though|as|than|how|what|why|whether"
    r"|unlike|like|said|says|told|by|with|from|against|between)\b", re.I
)  # fmt: skip
#: Right before a subject behind a semicolon or colon.
_BEHIND: Final = re.compile(r"[;:] (?:and |but |yet )?$")
#: What joins another to a subject.
_JOINED: Final = re.compile(r"(?:,\s+(?:the\s+)?[A-Z][\w-]+)*,?\s+(?:and|or|nor)\s+(?:the\b|an?\b|other\b|[A-Z])")
#: The longest stretch of words before a subject in its clause ("On the last Friday of the month ").
_LEAD: Final = 50


def is_office(phrase: Phrase, sector: str | None) -> bool:
    """Whether a phrase of a sector is an office's or a force's by its noun, and of the whole state's ("local officials" are where the story is)."""
    if phrase.form is PhraseForm.NAME or sector == "MIL":
        return phrase.head.lower() in ORGANS
    return phrase.form is PhraseForm.NOMINAL and not is_local(phrase)


def topic_before(
    phrase: Phrase, scene: Scene, subjects: Mapping[int, Sequence[Phrase]], named: Mapping[int, Sequence[tuple[Phrase, Candidate]]],
    stands_for: Callable[[Phrase], Sequence[Participant]],
) -> str | None:  # fmt: skip
    """The state that the main clause before a phrase is about, which opens a main clause itself; ``None`` where it is none or several.

    Args:
        phrase: a subject.
        scene: the countries of the document.
        subjects: the subjects of each sentence.
        named: the phrases of each sentence that name a country, with what they refer to.
        stands_for: the parties that a phrase stands for.
    """
    at, start = phrase.sentence, phrase.mention.span.start
    if not phrase.subject or not _is_main(phrase, scene, subjects):
        return None
    before = [p for p in _openers(at, scene, subjects, named) if p.mention.span.end <= start]
    earlier = before or _openers(at - 1, scene, subjects, named)
    last = max(earlier, key=lambda p: p.mention.span.start, default=None)
    if last is None or any(s.start < start and (s.start > last.end or not before) for s in scene.by_sentence.get(at, ())):
        return None
    parties = stands_for(last)
    state = parties[0].country if len(parties) == 1 and (parties[0].method in NAMED_STATES or parties[0].sector == "GOV") else None
    return None if state in BODIES or _JOINED.match(scene.text, last.mention.span.end) else state


def _openers(
    sentence: int, scene: Scene, subjects: Mapping[int, Sequence[Phrase]], named: Mapping[int, Sequence[tuple[Phrase, Candidate]]]
) -> list[Phrase]:
    """The subjects of a sentence's main clauses, and the states right behind its semicolons, whose verbs a parse may miss."""
    states = [p for p, _ in named.get(sentence, ()) if not p.subject and _BEHIND.search(scene.text, max(0, p.mention.span.start - 10), p.mention.span.start)]
    return [p for p in (*subjects.get(sentence, ()), *states) if _is_main(p, scene, subjects)]


def _is_main(phrase: Phrase, scene: Scene, subjects: Mapping[int, Sequence[Phrase]]) -> bool:
    """Whether a subject opens a main clause, perhaps behind words of time or place."""
    first = scene.sentences[phrase.sentence].span.start
    start = phrase.mention.span.start
    if _UNDER.fullmatch(phrase.mention.text):
        return False
    edges = [m.end() for m in _EDGE.finditer(scene.text, first, start)]
    low = edges[-1] if edges else first
    lead = scene.text[low:start]
    if len(lead) > _LEAD or _UNDER.search(lead):
        return False
    return not any(low <= p.mention.span.start < start for p in subjects.get(phrase.sentence, ()))

