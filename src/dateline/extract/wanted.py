"""Where a text recommends, demands or lists what is to be done, and the orders that its sentences open with: "Recommendations", "**Suspend** all aid".

Nothing of it is done yet. What was done under such a head is told with a subject and in the past, and stays so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.extract.sectioned import headed
from dateline.ontology.wordlists import text_of
from dateline.types import BlockKind, Document, Span

_ADVICE: Final = r"(?:recommendations?|options?|asks|demands|proposals?|priorities|prescriptions?|calls?\s+(?:for|to)\s+action|action\s+(?:points?|items?|plan)|to-?do\s+list)"
_STEPS: Final = r"(?:steps?|measures?|actions?|moves?|responses?)"
#: What such a head may have before it: its number, and what the section holds besides.
_BEFORE: Final = (
    r"[\W\d_]*(?:(?:[ivxlc]{1,5}|[a-h])[.):]\s+)?(?:(?:conclusions?|findings|summary|implications|lessons|analysis|outlook)\s*(?:,|and|&)\s+)*"
    r"(?:(?:our|my|the|some|key|main|core|urgent|policy|specific|general|detailed|concrete|practical|strategic|military|diplomatic|economic|legal|\w+\s+and)\s+)*"
)
#: What such a head may have behind it; "Recommendations adopted in 2022" tells of what was done with them.
_BEHIND: Final = r"(?!.*\b(?:adopted|accepted|implemented|followed|ignored|rejected|made|taken|done|of\s+the\s+(?:report|panel|committee|commission))\b)"
_AHEAD: Final = r"(?:next|needed|required|necessary|recommended|proposed|possible|potential|future|immediate|urgent|further)"
_HEAD: Final = re.compile(
    rf"{_BEFORE}(?:{_ADVICE}\b{_BEHIND}|{_AHEAD}\s+(?:policy\s+)?{_STEPS}\b{_BEHIND}|{_STEPS}\s+(?:to\s+(?:take|consider|be\s+taken)|needed|required|ahead)\b"
    r"|(?:the\s+|a\s+)?(?:way|ways|path|paths|road|roads|course)\s+(?:forward|ahead|out)\b"
    r"|(?:what|how)\s+(?:[\w'’.-]+\s+){0,6}?(?:should|must|can|could|ought\s+to|needs?\s+to|has\s+to|have\s+to)\b"
    r"|(?:what|how)\s+(?:is\s+)?to\s+(?:be\s+done|do|respond)\b|what\s+(?:\w+\s+)?(?:needs\s+doing|is\s+needed)\b"
    r"|policy\s+responses\b)",
    re.IGNORECASE,
)
#: A head that names to whom what stands below it is addressed: "To the Government of Chad:", "For donors".
_ADDRESSED: Final = re.compile(
    r"[\W\d_]*(?:(?i:to)\s+(?:the\s+)?(?:[A-Z]|(?:governments?|authorities|donors?|parties|international|leaders?|members?)\b)|For\s+(?:the\s+)?\w+)[^.!?]*$"
)


def wanted(document: Document) -> tuple[Span, ...]:
    """The stretches of a document that list what is to be done, in text order: all of it by its title, or sections by their heads."""
    titles = [block for block in document.blocks if block.kind is BlockKind.TITLE]
    if any(is_wanted_head(document.slice(block.span)) for block in titles):
        return (Span(0, max(1, len(document.text))),)
    return tuple(_sections(document))


def _sections(document: Document) -> Iterator[Span]:
    for head, span in headed(document, lambda text: is_wanted_head(text) or _is_address(text), lambda text: _is_address(text) or opens_as_item(text)):
        text = document.slice(document.blocks[head].span)
        if is_wanted_head(text) or text.lstrip("#*_ \t")[:3].lower() == "to ":
            yield span


def is_wanted_head(text: str) -> bool:
    """Whether a head is that of what is to be done.

    Example:
        >>> [is_wanted_head(text) for text in ("V. Recommendations", "What Oslo should do", "Next steps", "What was done", "Recommendations adopted")]
        [True, True, True, False, False]
    """
    return _HEAD.match(text) is not None


def _is_address(text: str) -> bool:
    return _ADDRESSED.match(text.strip()) is not None


_SURE: Final = text_of("extract.wanted.imperatives").split()
_LISTED: Final = text_of("extract.wanted.listed").split()
#: The base forms that the items of a list of what is to be done open with.
ITEM_VERBS: Final = frozenset((*_SURE, *_LISTED))
_AHEAD_OF_VERB: Final = r"(?:(?:immediately|urgently|publicly|please|fully|swiftly|also|then|now|at once)\s+)?"
_ORDER: Final = re.compile(rf"{_AHEAD_OF_VERB}(?:{'|'.join(_SURE)})\s+(?=[\w\"“‘'($€£])(?!(?:for|of|from|in|on|at|by|said|says|has|had|is|was)\b)", re.IGNORECASE)
_ITEM: Final = re.compile(rf"{_AHEAD_OF_VERB}(?:{'|'.join(sorted(ITEM_VERBS))})\s+(?=[\w\"“‘'($€£])(?!(?:for|of|by|has|had|is|was|were|are)\b)", re.IGNORECASE)


def opens_as_item(text: str) -> bool:
    """Whether a clause of a list opens with a verb in its base form: "Release all prisoners"."""
    return _ITEM.match(text) is not None


def as_order(text: str, *, listed: bool) -> str:
    """A text for the parser, its first word small where that is the verb of an order: the parser takes "**Condemn** Oslo" for a name.

    Args:
        text: a paragraph, or a clause of a list.
        listed: whether it stands in a list of what is to be done, where "Sanction" is no noun.
    """
    return text[:1].lower() + text[1:] if (_ITEM if listed else _ORDER).match(text) else text
