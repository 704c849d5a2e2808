"""What a claim only counts, told in the sentences behind it: "will depend on two things. **The first is price ... The second is the letter ...**"."""

from __future__ import annotations

import re
from typing import Final

from dateline.types import Coded, Span

#: A claim that ends so leaves what it counts to what follows.
_COUNTS: Final = re.compile(
    r"\b(?:two|three|four|five|several|a few|a couple of|a number of|the following)\s+(?:\w+\s+)?"
    r"(?:things?|factors?|questions?|conditions?|points?|matters?|issues?|variables?|events?|decisions?)\s*[.:]?$",
    re.IGNORECASE,
)
_ONE_OF_THEM: Final = re.compile(r"(?:The )?(?:first|second|third|fourth|fifth|last|final|other|next)(?:ly)?\b|One\b|Another\b", re.IGNORECASE)


def enumerated(coded: Coded, claim: Span, sentence: Span) -> str:
    """The sentences of the same paragraph that tell what a claim counts; "" where it counts nothing or they do not follow.

    Args:
        coded: the document.
        claim: where the claim stands.
        sentence: where its sentence stands.
    """
    block = coded.document.block_of(claim)
    if block is None or _COUNTS.search(" ".join(coded.document.text[claim.start : sentence.end].split())) is None:
        return ""
    behind = (one for one in coded.sentences if one.span.start >= sentence.end and block.span.contains(one.span))
    return " ".join(" ".join(one.text.split()) for one in behind if _ONE_OF_THEM.match(one.text))
