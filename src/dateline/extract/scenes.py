"""Scenes that a text asks its reader to picture: "Picture the scene. It is 2041. ...", "Imagine a world in which ...", "Fast-forward to 2050."

What they tell is imagined up to the end of their paragraph, of the one below where theirs is but the cue, or to where the text comes back ("Back to
today", "Last week"). "Imagine what Lima felt when ..." and "Consider this: ..." lead to what was; only a year to come makes those a scene.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.types import BlockKind, Document, Span

_STARTS: Final = r"(?:^|(?<=[.!?:]\s)|(?<=[.!?:][\"”’]\s)|(?<=[.!?:*_]\s\s))[*_\"“]*"
_LET_US: Final = r"(?:(?:and|but|so|now|just|then|first|next|let\s+us|let['’]s|let\s+me|try\s+to|for\s+a\s+moment,?)\s+)*"
_CASE: Final = r"(?:scene|scenario|situation|future|world|day|morning|headlines?|newscast|year|tomorrow|crisis)"
#: Words that ask a reader to picture what is not.
_CUE: Final = re.compile(
    rf"{_STARTS}{_LET_US}(?:(?:picture|imagine|envision|envisage|visuali[sz]e|consider|conjure\s+up|think\s+of)\s+(?:the\s+following\s+|for\s+a\s+(?:moment|second)\s+)?"
    rf"(?:the|a|an|this|that|one)\s+(?:(?:not|too|very|near|distant|hypothetical|imaginary|fictional|nightmare|plausible|following|possible|different|new|worst-case)[\s-]+)*{_CASE}\b"
    r"|(?:picture|imagine)\s+(?:this|the\s+following)\s*[.:,—–-]|(?:imagine|suppose|picture|assume)\s+(?:that\s+|for\s+a\s+(?:moment|second)\s+(?:that\s+)?)?(?:it\s+is|it['’]s)\b)",
    re.IGNORECASE,
)
#: A year in which the text sets its reader: "It is 2041.", "The year is 2041.", "Fast-forward to 2041", "Suppose it is March 2041".
_SET_IN: Final = re.compile(
    rf"{_STARTS}{_LET_US}(?:(?:it\s+is|it['’]s|we\s+are\s+in|the\s+(?:year|date|time|place)\s+is)\s+(?:now\s+|already\s+|the\s+year\s+|early\s+|late\s+)?(?:[\w']+[\s,]+){{0,4}}?"
    r"|(?:fast[\s-]forward|jump|flash\s+forward|skip)\s+(?:ahead\s+)?to\s+(?:[\w']+[\s,]+){0,4}?)(?P<year>20\d\d|21\d\d)\b",
    re.IGNORECASE,
)
#: Where a text comes back to what is.
_BACK: Final = re.compile(
    rf"{_STARTS}(?:(?:but|and|yet|still|now)[,\s]+)?(?:back\s+(?:to|in)\s+(?:today|reality|the\s+(?:present|real\s+world|here\s+and\s+now)|earth|20\d\d|our)|(?:today|yesterday|this\s+week|so\s+far|for\s+now|at\s+present|in\s+(?:reality|fact|truth))\b"
    r"|last\s+(?:\w+day|week|month|year|spring|summer|autumn|fall|winter)\b|(?:absurd|far-?fetched|fanciful|implausible|unlikely|impossible|fantasy|fiction|alarmist|science\s+fiction)\s*[?.]"
    r"|(?:this|that|it|all\s+of\s+this|none\s+of\s+(?:this|it))\s+(?:is|was|has|may|might|sounds|seems)\s+(?:\w+\s+)?(?:not|only|just|fiction|imagin|happened|come|invented|hypothetical|far-?fetched|sound|seem|absurd|fanciful))",
    re.IGNORECASE,
)
_BLANK: Final = re.compile(r"[\W_]*")


def scenes(document: Document) -> Iterator[tuple[Span, Span]]:
    """The stretches of a document that its reader is asked to picture, each with the words that ask so, in text order."""
    blocks, text = document.blocks, document.text
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        cue = _cue(document, block.span)
        if cue is None:
            continue
        end = _end(text, cue.end, block.span.end)
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        if end == block.span.end and after is not None and after.kind is BlockKind.PARAGRAPH and _is_alone(text, cue.end, end):
            end = _end(text, after.span.start, after.span.end)
        yield Span(cue.start, end), cue


def _cue(document: Document, span: Span) -> Span | None:
    """The words of a paragraph that ask to picture a scene, up to the year that it is set in."""
    text = document.text[span.start : span.end]
    cue, year = _CUE.search(text), _year(document, text)
    first = min((one for one in (cue, year) if one is not None), key=lambda one: one.start(), default=None)
    if first is None:
        return None
    end = max(one.end() for one in (cue, year) if one is not None and one.start() - first.start() < _NEAR)
    return Span(span.start + first.start(), span.start + end)


#: Within so many code points of its opening a scene says when it is set.
_NEAR: Final = 120


def _year(document: Document, text: str) -> re.Match[str] | None:
    """Where a paragraph sets its reader in a year to come; of a document without a day nothing tells which are."""
    if document.published is None:
        return None
    return next((one for one in _SET_IN.finditer(text) if int(one["year"]) > document.published.year), None)


def _end(text: str, start: int, end: int) -> int:
    """Where a stretch ends: where the text comes back to what is, or with its paragraph."""
    back = _BACK.search(text[start:end])
    return end if back is None else start + back.start()


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a paragraph has nothing behind the words that ask to picture a scene but the end of their sentence."""
    short = text.find(".", start, end) in {-1, end - 1} and len(text[start:end].split()) <= _FEW
    return short or _BLANK.fullmatch(text, start, end) is not None


#: So many words may stand behind a cue that is a paragraph alone ("Imagine a world **without the canal**.").
_FEW: Final = 8
