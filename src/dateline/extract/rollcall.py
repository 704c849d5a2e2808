"""Votes that a record lists by name: "**In favour**: Chile, Ghana. **Against**: Togo", "by 92 votes to **three** (Nauru, Palau, Togo)".

A list of those who voted for a text is their support of it, a list of those who voted against it their refusal. Who abstained did neither and no act is
told of them. However long a list is, it is one act of all whom it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.extract.act import Act
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.phrases import phrase_at
from dateline.ontology.fieldcodes import country_told
from dateline.types import SentenceKind, Span

#: The headings of a roll call, and the acts of those below them.
_HEADINGS: Final = re.compile(
    r"(?:(?P<SUPPORT>(?:voting |voted )?in favou?r|yeas|ayes)|(?P<REJECT>(?:voting |voted )?against|opposed|nays|noes)"
    r"|(?P<NONE>abstaining|abstained|abstentions?|absent|not voting|present,? not voting))\s*(?:\(\d+\)|[–—-]\s*\d+)?\s*:",
    re.IGNORECASE,
)
#: What stands before the list in brackets of those who voted on one side, and the acts of that side.
_TALLY: Final = re.compile(
    r"(?:(?P<SUPPORT>\bin favou?r)|(?P<REJECT>\bagainst|\bopposed)|(?P<NONE>\babstain\w*|\babstentions?)"
    r"|\b(?:votes?|favou?r|\d+|voted?)[ -]+(?:to|against)[ -]+(?P<other>[\w-]+)(?: votes?)?)\s*$",
    re.IGNORECASE,
)
#: Words of a sentence that tells of a count of votes.
_VOTE: Final = re.compile(r"\bvot(?:e|es|ed|ing)\b|\babstentions?\b|\b[\w-]+ (?:in favou?r|against)\b.*\b(?:in favou?r|against)\b", re.IGNORECASE | re.DOTALL)
_OPENS: Final = frozenset({"(", "["})
_CLOSES: Final = frozenset({")", "]"})
_PARTS: Final = frozenset({",", ";", "and", "&"})
_ARTICLES: Final = frozenset({"the", "and"})
#: Of the act of the side that lost, where a count names only the side that won: "adopted by 92 votes **to three**".
_OTHER: Final = {"SUPPORT": "REJECT", "REJECT": "SUPPORT"}
#: How sure it is that a name in a list voted so.
_CONFIDENCE: Final = 0.9

#: What a list of names tells: the words before it, its act and its words.
_List = tuple[range, str, range]


def with_roll_calls(sentences: Sequence[ParsedSentence], acts: Sequence[tuple[Act, ...]]) -> list[tuple[Act, ...]]:
    """The acts of sentences with those of the voters whom they list; what a coder makes of the words of a roll call itself is no act.

    Args:
        sentences: those of a document, in order.
        acts: what is known of each.
    """
    out: list[tuple[Act, ...]] = []
    side: tuple[str, int] | None = None
    for sentence, known in zip(sentences, acts, strict=True):
        below = side[0] if side is not None and sentence.paragraph - side[1] <= 1 else None
        lists = [] if sentence.sentence.kind is SentenceKind.CITATION else list(_called(sentence, below))
        called = tuple(act for one in lists if one[1] in _OTHER and (act := _listed(sentence, one)) is not None)
        out.append(called if lists else (*known, *_counted(sentence, known)))
        side = (lists[-1][1], sentence.paragraph) if lists else None
    return out


def _called(sentence: ParsedSentence, below: str | None) -> Iterator[_List]:
    """The lists of a roll call; of a line of names alone, that of the heading above it, ``below`` which it stands."""
    base, found = sentence.sentence.span.start, list(_HEADINGS.finditer(sentence.sentence.text))
    if found and found[0].start():
        found = []  # a sentence that only speaks of it
    first = _words(sentence, base, base + found[0].start()) if found else range(len(sentence.tokens))
    if not found and below is not None and _names(sentence, first) and not any(t.pos == "VERB" for t in sentence.tokens):
        yield range(first.start, first.start + 1), below, first
    for n, heading in enumerate(found):
        end = found[n + 1].start() if n + 1 < len(found) else len(sentence.sentence.text)
        yield _words(sentence, base + heading.start(), base + heading.end()), heading.lastgroup or "", _words(sentence, base + heading.end(), base + end)


def _words(sentence: ParsedSentence, start: int, end: int) -> range:
    """The words between two offsets."""
    inside = [t.i for t in sentence.tokens if start <= t.start and t.end <= end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _listed(sentence: ParsedSentence, one: _List) -> Act | None:
    heading, kind, words = one
    names = _names(sentence, words)
    if not names:
        return None
    words_of_it = [i for i in heading if sentence.tokens[i].text.isalpha()] or [heading.start]
    return _vote(sentence, range(words_of_it[0], words_of_it[-1] + 1), kind, names)


def _counted(sentence: ParsedSentence, known: Sequence[Act]) -> Iterator[Act]:
    """The acts of those whom a count of votes names in brackets, done to what the vote was on."""
    if not any(t.text in _OPENS for t in sentence.tokens) or not _VOTE.search(sentence.sentence.text):
        return
    base, taken = sentence.sentence.span.start, {i for act in known for i in act.actors}
    for opening in sentence.tokens:
        before = _TALLY.search(sentence.sentence.text[: opening.start - base]) if opening.text in _OPENS else None
        names = _names(sentence, range(opening.i + 1, _closing(sentence, opening))) if before is not None else ()
        if before is None or before.lastgroup == "NONE" or not names or taken & {*names}:
            continue
        told = next((act for act in reversed(known) if act.type in _OTHER and act.head < opening.i), None)
        kind = before.lastgroup if before.lastgroup in _OTHER else _OTHER[told.type] if told is not None else None
        trigger = _words(sentence, base + before.start(before.lastgroup or 0), opening.start)
        if kind is not None and trigger:
            recipients = tuple(i for i in told.recipients if i < opening.i) if told is not None else ()
            yield _vote(sentence, trigger, kind, names, recipients)


def _vote(sentence: ParsedSentence, trigger: range, kind: str, names: tuple[int, ...], recipients: tuple[int, ...] = ()) -> Act:
    return Act(sentence, (trigger[0], trigger[-1]), trigger[-1], kind, (), "", names, recipients, (), _CONFIDENCE)


def _closing(sentence: ParsedSentence, opening: Token) -> int:
    """Where brackets end that hold others ("(Bolivia (Plurinational State of), Cuba)")."""
    depth = 0
    for token in sentence.tokens[opening.i :]:
        depth += (token.text in _OPENS) - (token.text in _CLOSES)
        if depth == 0:
            return token.i
    return len(sentence.tokens)


def _names(sentence: ParsedSentence, words: range) -> tuple[int, ...]:
    """The head words of the states in a list; none where most of what it lists are no states."""
    parts = [part for part in _parts(sentence, words) if part]
    found = [head for part in parts if (head := _state(sentence, part)) is not None]
    return tuple(found) if 2 * len(found) > len(parts) else ()


def _parts(sentence: ParsedSentence, words: range) -> Iterator[list[Token]]:
    """The parts of a list between its commas, without what stands in brackets within them; "and" is none in a name of more words."""
    part: list[Token] = []
    depth = 0
    for token in (sentence.tokens[i] for i in words):
        depth += token.text in _OPENS
        pause = token.lower in _PARTS and not (token.lower == "and" and _told(sentence, part) is None)
        if pause and not depth:
            yield part
            part = []
        elif not depth and token.text not in {".", ":"} and not (not part and token.lower in _ARTICLES):
            part.append(token)
        depth -= token.text in _CLOSES
    yield part


def _told(sentence: ParsedSentence, part: Sequence[Token]) -> str | None:
    """The state that a part of a list names."""
    return country_told(sentence.text_of(Span(part[0].start, part[-1].end))) if part else None


def _state(sentence: ParsedSentence, part: Sequence[Token]) -> int | None:
    """The head word of a state's name."""
    inside = range(part[0].i, part[-1].i + 1)
    if _told(sentence, part) is None:
        return None
    heads = [t for t in part if t.head not in inside or t.head == t.i]
    return next((t.i for t in (*heads, *part) if (phrase := phrase_at(sentence, t.i)) is not None and phrase.mention.span.start == part[0].start), None)
