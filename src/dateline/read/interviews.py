"""Interviews whose questions are bold: what an interviewer asks is text of the document and heads no section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.read.draft import DraftBlock
from dateline.types import BlockKind

#: Headings that no format marks, but their bold print does, have this level or a deeper one.
_BOLD_LEVEL: Final = 4
#: An interview has so many bold questions at least, of which so many speak to somebody, or so many whose answers are in the first person or have labels
#: as the questions do; the questions of an explainer speak to nobody, and its answers are in the third person.
_QUESTIONS: Final = 3
_SPOKEN: Final = 2
_TO_SOMEBODY: Final = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_FIRST: Final = re.compile(r"\b(?:I|[Ww]e|us|me|my|our|My|Our)\b")
_QUOTED: Final = re.compile(r"[\"“][^\"“”]*[\"”]")
_LABELLED: Final = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*+ ?){1,5}:\s")
_ASKED: Final = re.compile(r"\?[\"”’')\]]*$")


def interview_questions(blocks: Sequence[DraftBlock]) -> frozenset[int]:
    """The places of the bold questions of an interview; empty for any other text.

    Args:
        blocks: the blocks of a draft in order.
    """
    asked = [index for index in range(1, len(blocks) - 1) if _is_bold(blocks[index]) and _ASKED.search(blocks[index].text.text) and _is_answer(blocks[index + 1])]
    spoken = sum(_TO_SOMEBODY.search(blocks[index].text.text) is not None for index in asked)
    if len(asked) >= _QUESTIONS and spoken >= _SPOKEN:
        return frozenset(asked)
    answers = [(blocks[index].text.text, blocks[index + 1].text.text) for index in asked]
    own = sum(_FIRST.search(_QUOTED.sub("", answer)) is not None for _, answer in answers)
    named = sum(_LABELLED.match(question) is not None and _LABELLED.match(answer) is not None for question, answer in answers)
    return frozenset(asked) if max(own, named) >= _SPOKEN and 2 * max(own, named) > len(asked) else frozenset()


def _is_bold(block: DraftBlock) -> bool:
    return (block.kind is BlockKind.PARAGRAPH and block.bold) or (block.kind is BlockKind.HEADING and block.level >= _BOLD_LEVEL)


def _is_answer(block: DraftBlock) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not block.bold
