"""Who only receives those who act: "After talks **hosted by** Costa, Sousa and Silva agreed"; the host is no party to what they do."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.types import Phrase, RawMention

_HOSTED: Final = re.compile(
    r"\b(?:hosted|mediated|brokered|chaired|convened|facilitated|sponsored|moderated|overseen|organi[sz]ed|arranged) by (?:the )?(?:[A-Z][\w-]+ ){0,4}$"
)


def without_host(raw: RawMention, text: str) -> RawMention:
    """An act of two or more without the host of what came before, whom a list of its subjects seems to open ("talks **hosted by A**, B and C agreed")."""
    hosts = [p for p in raw.actors if _is_host(p, raw, text)]
    left = tuple(p for p in raw.actors if p not in hosts)
    return replace(raw, actors=left) if hosts and left else raw


def _is_host(phrase: Phrase, raw: RawMention, text: str) -> bool:
    """Whether a phrase is who hosts, with a comma between him and others who act."""
    span = phrase.mention.span
    start = max(raw.sentence.span.start, span.start - 60)
    if raw.trigger.span.start < span.end or _HOSTED.search(text[start : span.start]) is None or text[span.end : span.end + 2] != ", ":
        return False
    return any(p.mention.span.start == span.end + 2 for p in raw.actors)
