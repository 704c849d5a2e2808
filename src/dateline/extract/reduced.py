"""Parses mended where a participle behind the subject was taken for the main verb: "gunmen believed to be Chadian **shot** the envoy", "rebels, armed
by Togo, **seized** the port".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.tags import TENSED

if TYPE_CHECKING:
    from dateline.extract.parse import Token

_PARTICIPLES: Final = frozenset({"VBN", "VBD"})
#: What a participle has, if it has it, as a clause of its own: an agent, a preposition, an infinitive, an adverb.
_OWN: Final = frozenset({"agent", "prep", "xcomp", "oprd", "advmod", "npadvmod", "punct", "conj", "nsubj", "nsubjpass"})


def unreduced(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with the main verb as root and the participle under its noun, or as they are.

    Args:
        tokens: the tokens in order, with labels and heads as the parser gave them.
    """
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.tag not in _PARTICIPLES:
        return tokens
    below = [t for t in tokens if t.head == root.i and t.i != root.i]
    subject = next((t for t in below if t.dep in {"nsubj", "nsubjpass"} and t.i < root.i), None)
    verb = next((t for t in below if t.dep == "conj"), None)
    if subject is None or verb is None or verb.tag not in TENSED or any(t.dep not in _OWN for t in below):
        return tokens
    if any(t.head == verb.i and t.dep in {"nsubj", "nsubjpass", "aux", "auxpass"} for t in tokens) or not _is_inserted(tokens, subject, root, verb, below):
        return tokens
    return _mended(tokens, subject, root, verb)


def _is_inserted(tokens: Sequence[Token], subject: Token, root: Token, verb: Token, below: Sequence[Token]) -> bool:
    """Whether commas stand on both sides of the participle's clause, or none, and nothing joins it to the verb."""
    first = min([t.i for t in below if t.dep in {"advmod", "npadvmod"} and subject.i < t.i < root.i], default=root.i)
    opened, closed = tokens[first - 1].text == ",", tokens[verb.i - 1].text == ","
    told = any(t.dep in {"agent", "xcomp", "oprd"} or (t.dep == "prep" and t.lower == "by") for t in below)
    return told and opened == closed and any(root.i < t.i < verb.i and t.dep != "punct" for t in below)


def _mended(tokens: Sequence[Token], subject: Token, root: Token, verb: Token) -> Sequence[Token]:
    out = list(tokens)
    out[root.i] = replace(root, tag="VBN", dep="acl", head=subject.i)
    out[verb.i] = replace(verb, dep="ROOT", head=verb.i)
    out[subject.i] = replace(subject, dep="nsubj", head=verb.i)
    for token in tokens[verb.i + 1 :]:
        if token.head == root.i:
            out[token.i] = replace(token, head=verb.i)
    return out
