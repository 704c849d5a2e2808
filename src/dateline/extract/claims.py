"""Claims beside acts: motives, causes, exchanges, outlooks, dependencies, stances and opinions, by cue patterns of ``claims.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dateline.extract.parse import ParsedSentence
from dateline.extract.phrases import phrase_at
from dateline.types import Certainty, Phrase, RawClaim, Span


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: str
    regex: re.Pattern[str]
    certainty: Certainty


@lru_cache(maxsize=1)
def _patterns() -> tuple[_Pattern, ...]:
    data = tomllib.loads((files("dateline.ontology") / "data" / "claims.toml").read_text(encoding="utf-8"))
    return tuple(
        _Pattern(row["kind"], re.compile(row["pattern"], re.IGNORECASE), Certainty(row.get("certainty", "certain")))
        for row in data["claim"]
    )


def find_claims(sentence: ParsedSentence) -> list[RawClaim]:
    """The claims of a sentence in text order, at most one of a kind."""
    found: dict[str, RawClaim] = {}
    base = sentence.sentence.span.start
    text = sentence.sentence.text
    for pattern in _patterns():
        match = pattern.regex.search(text)
        if match is None or pattern.kind in found:
            continue
        start, end = match.span("claim") if "claim" in pattern.regex.groupindex else match.span()
        claim = text[start:end].rstrip(" .,;")
        if not claim:
            continue
        span = Span(base + start, base + start + len(claim))
        certainty = pattern.certainty
        if certainty is Certainty.CERTAIN and re.search(r"\b(may|might|could|possibly|perhaps)\b", claim, re.IGNORECASE):
            certainty = Certainty.POSSIBLE
        holder = _holder(sentence, span)
        found[pattern.kind] = RawClaim(pattern.kind, claim, span, sentence.sentence.index, holder, certainty=certainty)
    return sorted(found.values(), key=lambda c: c.span)


def _holder(sentence: ParsedSentence, span: Span) -> Phrase | None:
    """The subject of the verb nearest to the claim."""
    for token in sentence.tokens:
        if token.dep in {"nsubj", "nsubjpass"}:
            verb = sentence.tokens[token.head]
            inside = [sentence.tokens[i] for i in sentence.subtree(verb.i)]
            if inside and inside[0].start <= span.start and span.end <= inside[-1].end:
                best = phrase_at(sentence, token.i)
                if best is not None:
                    return best
    return None
