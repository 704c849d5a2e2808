"""Parses mended where a verb was joined to what another verb denies or says, not to that verb: "denied bombing the port and **blamed** Togo".

Whoever denies or says something goes on to accuse, urge or warn; the parser reads the second verb as another thing that is denied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.cuewords import load_cues
from dateline.extract.tags import TENSED
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of

if TYPE_CHECKING:
    from dateline.extract.parse import Token

_SPEAKING: Final = forms_of_verbs(text_of("extract.regoverned.speaking"))
_DEEDS: Final = forms_of_verbs(text_of("extract.regoverned.deeds"))
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_CONTENT: Final = frozenset({"ccomp", "xcomp", "acl", "pcomp", "advcl"})
_AUXILIARIES: Final = frozenset({"aux", "auxpass"})


def regoverned(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such verbs joined to the verb of saying, or as they are.

    Args:
        tokens: the tokens in order, with labels and heads as the parser gave them.
    """
    out = list(tokens)
    for token in tokens:
        if token.dep != "conj" or token.tag not in TENSED | {"VBN"}:
            continue
        verb = _over(tokens, token)
        if verb is None or verb.i == token.head:
            continue
        first = token.head
        last = _last_of(tokens, first, token)
        out[token.i] = replace(token, tag="VBD" if token.tag == "VBN" else token.tag, head=verb.i)
        for link in tokens[first + 1 : token.i]:
            if link.head == first and link.i > last and link.dep in {"cc", "punct"}:
                out[link.i] = replace(link, head=verb.i)
    return out


def _last_of(tokens: Sequence[Token], first: int, token: Token) -> int:
    """The last word before a verb that is no link between it and the first of its row."""
    at = token.i - 1
    while at > first and tokens[at].dep in {"cc", "punct", "advmod"}:
        at -= 1
    return at


def _over(tokens: Sequence[Token], token: Token) -> Token | None:
    """The verb of saying to which a verb is joined, nothing where it may well be joined to what is said."""
    first = tokens[token.head]
    if first.pos != "VERB" or first.dep not in _CONTENT or _has(tokens, token, _SUBJECTS | _AUXILIARIES):
        return None
    verb = tokens[first.head]
    if first.dep == "pcomp" or (first.dep == "acl" and verb.pos == "NOUN" and verb.dep == "dobj"):
        verb = tokens[verb.head]
    if verb.pos != "VERB" or verb.tag not in TENSED or verb.i > first.i:
        return None
    if first.tag == "VB" and first.dep == "xcomp":
        return verb if token.tag == "VBD" and any(t.head == first.i and t.lower == "to" for t in tokens) else None
    gerund = first.tag == "VBG" and not _has(tokens, first, _AUXILIARIES)
    if gerund:
        return verb if token.tag in TENSED and first.dep in {"xcomp", "pcomp", "advcl"} else None
    passive = _has(tokens, first, frozenset({"auxpass"}))
    addressed = _has(tokens, token, frozenset({"dobj"}))
    if token.lower not in (_SPEAKING | _DEEDS if passive else _SPEAKING) or first.lower in _SPEAKING | _DEEDS or not addressed:
        return None
    denied = verb.lower in load_cues().denying | load_cues().rebutting
    return verb if denied or (passive and first.dep == "ccomp") else None


def _has(tokens: Sequence[Token], above: Token, deps: frozenset[str]) -> bool:
    return any(t.head == above.i and t.dep in deps and t.i != above.i for t in tokens)
