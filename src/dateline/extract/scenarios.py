"""Texts and sections that call themselves a scenario, a simulation or fiction: all that they tell is hypothetical.

What only names such a thing is not one: "Worst-case scenario for Kyiv", "Exercise Cobra Gold: troops land", "War games: Moscow and Minsk begin drills".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dateline.extract.scenes import scenes
from dateline.extract.sectioned import headed
from dateline.types import BlockKind, Cues, Document, Mention, RawMention, SentenceKind, Span, Status

_MADE_UP: Final = r"(?:fictitious|fictional|fictive|hypothetical|imaginary|imagined|invented|notional|simulated|made-up|counterfactual)"
_CASE: Final = (
    r"(?:scenario(?!s)|simulation|war[\s-]?game|vignette|thought\s+experiment|(?:table-?top|table\s+top|crisis|training|planning|command[\s-]post|scenario|simulation)\s+exercise"
    r"|exercise\s+(?:scenario|paper|inject)|future\s+history|short\s+story)"
)
#: Papers that are of a scenario, by the words behind it.
_PAPER: Final = r"(?:\s+(?:exercise|paper|note|brief|narrative|handout|briefing|script|inject|report)){0,2}"
_NUMBER: Final = r"(?:\s+(?:no\.?\s*)?(?:\d{1,2}|[a-h]|[ivx]{1,4}|one|two|three|four|five|six))?"
_BEFORE: Final = rf"(?:(?:a|an|the|our|first|second|third|fourth|fifth|last|alternative|planning|worst[\s-]case|best[\s-]case|base(?:line)?|{_MADE_UP}|crisis|policy)\s+)*"
#: A title that calls its text so, before a colon or dash, alone, or at its end ("The strait closes: a scenario").
_TITLE: Final = re.compile(
    rf"[\W\d_]*(?:(?:{_BEFORE}{_CASE}{_PAPER}{_NUMBER}|fiction|{_MADE_UP}\s+(?:\w+\s+)?(?:exercise|case|account|story|report|dispatch|chronicle|history))\s*(?:[:–—|]|\s-|[)\]]|$)"
    rf"|(?:[^:–—|(\[]+(?:[:–—|(\[]|\s-)\s*)+(?:an?|the)?\s*(?:{_MADE_UP}\s+)?(?:(?:{_CASE}|fictional\s+\w+|work\s+of\s+fiction){_PAPER})[)\]\s.]*$"
    r"|for\s+(?:exercise|training)\s+(?:purposes|use)\b|(?:exercise[\s,–-]+){2,}|exercise\s+only\b)",
    re.IGNORECASE,
)
#: The head of a section.
_HEAD: Final = re.compile(
    rf"[\W\d_]*(?:{_BEFORE}(?:most\s+likely\s+)?(?:{_CASE}){_PAPER}{_NUMBER}\s*(?:[:–—|.]|\s-|$))",
    re.IGNORECASE,
)
_TEXT: Final = (
    r"(?:paper|document|note|article|essay|text|story|report|account|memo(?:randum)?|brief(?:ing)?|dispatch|chronology|timeline|handout|exercise|scenario|case|narrative|newspaper|bulletin|communiqu[eé])"
)
#: The sentence of a text's first or last paragraphs by which it calls itself so.
_OPENING: Final = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=[\n(\[*_]))[*_\s]*(?:"
    rf"this\s+(?:{_TEXT}\s+)?(?:is|was\s+written\s+as|describes|presents|sets\s+out|tells|imagines|narrates|outlines)\s+(?:entirely\s+|purely\s+|wholly\s+|only\s+)?"
    rf"(?:an?\s+)?(?:(?:entirely|purely|wholly|plausible|possible|near-future)\s+)*(?:{_MADE_UP}(?=\s*[.,;:]|\s+(?:\w+\s+)?(?:{_TEXT}|{_CASE}|history|crisis|war|conflict|series|events?)\b)"
    rf"|work\s+of\s+fiction|fiction(?=\s*[.,;:])|{_CASE}(?=\s*(?:[.,;:]|exercise\b|in\s+which\b|set\s+in\b|for\s+training\b)))"
    rf"|(?:the\s+following|what\s+follows|the\s+(?:{_TEXT}|events)\s+(?:below|that\s+follows?))\s+(?:{_TEXT}\s+)?(?:is|are|describes|imagines)\s+(?:an?\s+)?(?:(?:entirely|purely|wholly|plausible|possible)\s+)*(?:{_MADE_UP}|{_CASE}|work\s+of\s+fiction|fiction\b)"
    rf"|(?:all|the)\s+(?:(?:persons?|people|names|characters|countries|states|places|organi[sz]ations|dates|and|,)\s+)*(?:events|incidents|acts|facts)\s+(?:(?:described|told|in|of|below|here|herein|this|{_TEXT})\s+)*are\s+(?:(?:entirely|purely|wholly)\s+)?{_MADE_UP}"
    r"|any\s+(?:resemblance|similarity)\s+to\s+(?:real|actual)\s+"
    r"|(?:exercise\s+only|for\s+(?:exercise|training)\s+(?:purposes\s+only|use\s+only|only)|exercise[,\s]+exercise[,\s]+exercise)\b"
    r"|this\s+scenario\s+(?:assumes|imagines|supposes|posits|explores|is\s+set)\b)",
    re.IGNORECASE,
)
#: Paragraphs at the beginning and at the end of a text in which it calls itself something.
_OPENERS: Final = 3
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Imagined:
    """A stretch of text whose acts are imagined, and the words that call it so (``None`` where the text has them only beside it)."""

    span: Span
    cue: Mention | None


def imagined(document: Document) -> tuple[Imagined, ...]:
    """The stretches of a document that call themselves a scenario, a simulation or fiction: all of it, sections headed so, or scenes to picture."""
    whole = _of_whole(document)
    if whole is not None:
        return (whole,)
    return (*_sections(document), *(Imagined(span, _mention(document, cue)) for span, cue in scenes(document)))


def _of_whole(document: Document) -> Imagined | None:
    text = Span(0, max(1, len(document.text)))
    titles = [block for block in document.blocks if block.kind is BlockKind.TITLE]
    for block in titles:
        if _TITLE.match(document.slice(block.span)):
            return Imagined(text, _mention(document, block.span))
    if document.title and not titles and _TITLE.match(document.title):
        return Imagined(text, None)
    prose = [block for block in document.blocks if block.kind in {BlockKind.PARAGRAPH, BlockKind.BOILERPLATE}]
    for block in (*prose[:_OPENERS], *prose[_OPENERS:][-1:]):
        found = _OPENING.search(document.slice(block.span))
        if found is not None:
            span = Span(block.span.start + found.start(), block.span.start + found.end())
            return Imagined(text, _mention(document, span))
    return None


def _mention(document: Document, span: Span) -> Mention:
    return Mention(document.slice(span), span)


def _sections(document: Document) -> Iterator[Imagined]:
    """The sections headed "Scenario 2: Blockade", each up to the next head of its level."""
    for head, span in headed(document, lambda text: _HEAD.match(text) is not None):
        yield Imagined(span, _mention(document, document.blocks[head].span))


def as_imagined(mention: RawMention, stretches: Sequence[Imagined], published: date | None) -> RawMention:
    """An act as one of a supposed case where it stands in such a stretch; not one of history, or of a year named that was over before the text."""
    if mention.sentence.kind is SentenceKind.CITATION or mention.status in {Status.HYPOTHETICAL, Status.HISTORICAL} or _is_of_past_year(mention, published):
        return mention
    found = next((one for one in stretches if one.span.contains(mention.trigger.span)), None)
    if found is None:
        return mention
    cues = mention.cues
    return replace(mention, status=Status.HYPOTHETICAL, cues=Cues(cues.negated, found.cue, cues.certainty, cues.attribution))


def _is_of_past_year(mention: RawMention, published: date | None) -> bool:
    time = mention.time
    return time is not None and published is not None and time.latest.year < published.year and _YEAR.search(time.text or "") is not None
