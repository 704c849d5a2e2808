"""Parses mended where a participle behind the subject was taken for the main verb: "gunmen believed to be Chadian **shot** the envoy", "rebels, armed
by Togo, **seized** the port", "men suspected to be poachers **shot** a ranger".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.cuewords import load_cues
from dateline.extract.tags import TENSED

if TYPE_CHECKING:
    from dateline.extract.parse import Token

_PARTICIPLES: Final = frozenset({"VBN", "VBD"})
#: What a participle has, if it has it, as a clause of its own: an agent, a preposition, an infinitive, an adverb.
_OWN: Final = frozenset({"agent", "prep", "xcomp", "oprd", "advmod", "npadvmod", "punct", "conj", "nsubj", "nsubjpass"})

#: What somebody is believed to do who is somebody: "suspected **to be** poachers", "thought **to belong** to a gang".
_BEING: Final = frozenset("be belong come hail".split())


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
    if subject is not None and (after := _after_belief(tokens, root, below)) is not None:
        return _mended(tokens, subject, root, after)
    verb = next((t for t in below if t.dep == "conj"), None)
    if subject is None or verb is None or verb.tag not in TENSED or any(t.dep not in _OWN for t in below):
        return tokens
    if any(t.head == verb.i and t.dep in {"nsubj", "nsubjpass", "aux", "auxpass"} for t in tokens) or not _is_inserted(tokens, subject, root, verb, below):
        return tokens
    return _mended(tokens, subject, root, verb)


def _after_belief(tokens: Sequence[Token], root: Token, below: Sequence[Token]) -> Token | None:
    """The verb behind what somebody is believed to be ("gunmen **believed to be** rebels **killed** two guards"), whatever the parser hung it on.

    "Believed to be" with no form of "be" before it is no main verb; a verb behind it with an object and no subject of its own is.
    """
    being = next((t for t in below if t.dep == "xcomp" and t.lower in _BEING and t.i > root.i), None)
    if being is None or root.lower not in load_cues().passives or any(t.dep in {"aux", "auxpass"} for t in below):
        return None
    for verb in tokens[being.i + 1 :]:
        if verb.tag not in _PARTICIPLES or verb.pos != "VERB":
            continue
        own = {t.dep for t in tokens if t.head == verb.i}
        told = verb.dep in {"ccomp", "conj"} and verb.head == root.i
        if not own & {"nsubj", "nsubjpass", "aux", "auxpass", "agent"} and (told or (verb.dep == "acl" and "dobj" in own)):
            return verb
    return None


def _is_inserted(tokens: Sequence[Token], subject: Token, root: Token, verb: Token, below: Sequence[Token]) -> bool:
    """Whether commas stand on both sides of the participle's clause, or none, and nothing joins it to the verb."""
    first = min([t.i for t in below if t.dep in {"advmod", "npadvmod"} and subject.i < t.i < root.i], default=root.i)
    opened, closed = tokens[first - 1].text == ",", tokens[verb.i - 1].text == ","
    told = any(t.dep in {"agent", "xcomp", "oprd"} or (t.dep == "prep" and t.lower == "by") for t in below)
    return told and opened == closed and any(root.i < t.i < verb.i and t.dep != "punct" for t in below)


def _mended(tokens: Sequence[Token], subject: Token, root: Token, verb: Token) -> Sequence[Token]:
    out = list(tokens)
    out[root.i] = replace(root, tag="VBN", dep="acl", head=subject.i)
    out[verb.i] = replace(verb, tag="VBD" if verb.dep == "acl" else verb.tag, dep="ROOT", head=verb.i)
    out[subject.i] = replace(subject, dep="nsubj", head=verb.i)
    for token in tokens[verb.i + 1 :]:
        if token.head == root.i or (verb.dep == "acl" and root.i < token.head < verb.i):
            out[token.i] = replace(token, head=verb.i)
    return out
