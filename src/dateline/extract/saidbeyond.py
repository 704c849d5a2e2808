"""Parses mended where what somebody says was hung on a clause between: "claimed as he was led away **that** Arce had asked him"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.ontology.speech import load_speech

if TYPE_CHECKING:
    from dateline.extract.parse import Token


def said_beyond(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with a that-clause given to the verb of saying before an adverbial clause whose own verb says nothing.

    Args:
        tokens: the tokens in order, with labels and heads as the parser gave them.
    """
    marks = [t for t in tokens if t.lower == "that" and t.dep == "mark" and tokens[t.head].dep == "ccomp"]
    if not marks:
        return tokens
    verbs = load_speech().verbs
    out = list(tokens)
    for mark in marks:
        clause = tokens[mark.head]
        between = tokens[clause.head]
        said = tokens[between.head]
        if between.dep != "advcl" or between.lower in verbs or said.lower not in verbs or not said.i < between.i < mark.i:
            continue
        if any(t.head == said.i and t.dep in {"ccomp", "dobj"} for t in tokens) or not _is_passing(tokens, between):
            continue
        out[clause.i] = replace(clause, head=said.i)
    return out


def _is_passing(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb tells only what went on meanwhile: it is passive or stands right before the clause with nothing that it could say."""
    below = {t.dep for t in tokens if t.head == verb.i and t.i != verb.i}
    return bool(below & {"auxpass", "mark", "advmod"}) and bool(below & {"nsubj", "nsubjpass"})
