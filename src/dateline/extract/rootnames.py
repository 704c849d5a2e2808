"""Parses mended where the first of two names with an apposition between them was taken for a sentence of its own: "**Togo**, a member, and **Ghana** voted for ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extract.tags import FINITE

if TYPE_CHECKING:
    from dateline.extract.parse import Token



def rejoined(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with the name given back to the verb as the first of its subjects, or as they are."""
    name = next((t for t in tokens if t.head == t.i), None)
    if name is None or name.tag != "NNP" or not any(t.head == name.i and t.dep == "appos" for t in tokens):
        return tokens
    verb = next((t for t in tokens if t.head == name.i and t.dep == "conj" and _is_finite(tokens, t)), None)
    second = next((t for t in tokens if verb is not None and t.head == verb.i and t.dep in {"nsubj", "nsubjpass"}), None)
    if verb is None or second is None or not second.tag.startswith("NNP") or not _is_joined(tokens, name, second):
        return tokens
    out = list(tokens)
    out[name.i] = replace(name, dep=second.dep, head=verb.i)
    out[second.i] = replace(second, dep="conj", head=name.i)
    out[verb.i] = replace(verb, dep="ROOT", head=verb.i)
    for token in tokens[second.i + 1 :]:
        if token.head == name.i and token.i != verb.i:
            out[token.i] = replace(token, head=verb.i)
    return out


def _is_finite(tokens: Sequence[Token], verb: Token) -> bool:
    return verb.tag in FINITE or any(t.head == verb.i and t.dep in {"aux", "auxpass"} and t.tag in FINITE for t in tokens)


def _is_joined(tokens: Sequence[Token], name: Token, second: Token) -> bool:
    """Whether a comma and "and" stand right before the second name, and no verb of the first before that."""
    first = second.i
    while first and tokens[first - 1].head == second.i and tokens[first - 1].dep in {"compound", "det", "amod"}:
        first -= 1
    between = tokens[name.i + 1 : first]
    return len(between) > 2 and between[-1].lower == "and" and between[-2].text == "," and not any(t.tag in FINITE for t in between)
