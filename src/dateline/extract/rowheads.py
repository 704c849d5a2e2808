"""Parses mended where the first verb of a row was hung on the second, which then has no subject: "after the raid **Chad** broke off ties, **flew** its envoys
home and **sued** Togo".

Behind a deed in front without a comma the parser takes "after" for a conjunction, or the clause of the first verb for one beside the second. A verb with a
tense and no subject goes on with the subject of the clause before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.tags import SUBJECTS, TENSED
from dateline.ontology.wordlists import words_of

if TYPE_CHECKING:
    from dateline.extract.parse import Token

_ANY_SUBJECT: Final = frozenset({*SUBJECTS, "csubj", "csubjpass", "expl"})
#: What opens a clause that stands under another.
_SUBORDINATE: Final = frozenset({"WRB", "WDT", "WP"})
_DEEDS: Final = frozenset({"NN", "NNS", "VBG"})
_OPENING: Final = words_of("extract.rowheads.opening")


def rowed(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with the verbs of such a row hung on its first, or as they are.

    Args:
        tokens: the tokens in order, with labels and heads as the parser gave them.
    """
    for verb in tokens:
        if verb.dep == "advcl" and verb.i < verb.head:
            second = tokens[verb.head]
            if second.tag in TENSED and second.dep in {"ROOT", "ccomp"} and not any(t.head == second.i and t.dep in _ANY_SUBJECT for t in tokens):
                tokens = _rejoined(tokens, verb, second)
        elif verb.dep == "ROOT" and tokens[0].dep == "mark" and tokens[0].head == verb.i:
            tokens = _parted(tokens, verb) or tokens
    return tokens


def _rejoined(tokens: Sequence[Token], verb: Token, second: Token) -> Sequence[Token]:
    """The tokens with the second verb hung on the first, where the clause of the first is a main clause."""
    if not _is_finite(tokens, verb):
        return tokens
    if any(t.head == verb.i and t.i < verb.i and (t.dep == "mark" or t.tag in _SUBORDINATE) for t in tokens):
        parted = _parted(tokens, verb)
        if parted is None:
            return tokens
        tokens = parted
    if not any(t.head == verb.i and t.dep in SUBJECTS and t.i < verb.i and t.tag not in _SUBORDINATE for t in tokens):
        return tokens
    out = list(tokens)
    tag = "VBD" if verb.tag == "VBN" and not any(t.head == verb.i and t.dep in {"aux", "auxpass"} for t in tokens) else verb.tag
    out[verb.i] = replace(tokens[verb.i], tag=tag, dep=second.dep, head=verb.i if second.head == second.i else second.head)
    out[second.i] = replace(second, dep="conj", head=verb.i)
    for token in tokens[: verb.i]:
        if token.head == second.i:
            out[token.i] = replace(token, head=verb.i)
    return out


def _is_finite(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb has a tense, a form that may be one, or an auxiliary with one behind its subject ("Norway **had frozen**", not "**Had** Norway frozen")."""
    helping = [t for t in tokens if t.head == verb.i and t.dep in {"aux", "auxpass"}]
    if verb.tag in TENSED or (verb.tag == "VBN" and not helping):
        return True
    subject = next((t.i for t in tokens if t.head == verb.i and t.dep in SUBJECTS), len(tokens))
    return any(t.tag in TENSED and t.i > subject for t in helping)


def _parted(tokens: Sequence[Token], verb: Token) -> list[Token] | None:
    """The tokens with the deed behind "after" hung on it as on a preposition, where a name stands right behind the deed as the true subject."""
    mark = next((t for t in tokens[: verb.i] if t.head == verb.i and t.dep == "mark"), None)
    if mark is None or mark.lower not in _OPENING:
        return None
    name = _name(tokens, mark, verb)
    deed = tokens[_first(tokens, name) - 1] if name is not None else mark
    if name is None or deed.i <= mark.i + 1 or deed.tag not in _DEEDS or deed.text[0].isupper():
        return None
    out = list(tokens)
    for token in tokens[mark.i + 1 : deed.i]:
        if token.head == name.i:
            out[token.i] = replace(token, head=deed.i)
    out[mark.i] = replace(mark, dep="prep")
    out[deed.i] = replace(deed, tag="NN" if deed.tag == "VBG" else deed.tag, dep="pobj", head=mark.i)
    passive = any(t.head == verb.i and t.dep == "auxpass" for t in tokens)
    out[name.i] = replace(name, dep="nsubjpass" if passive else "nsubj", head=verb.i)
    return out


def _name(tokens: Sequence[Token], mark: Token, verb: Token) -> Token | None:
    """The last name between "after" and the verb that hangs on the verb, or without a comma on the deed as its apposition."""
    subjects = {t.i for t in tokens[mark.i : verb.i] if t.head == verb.i and t.dep in SUBJECTS}
    names = [t for t in tokens[mark.i : verb.i] if t.tag.startswith("NNP") and (t.i in subjects or (t.dep == "appos" and t.head in subjects))]
    if not names or any(t.dep == "punct" for t in tokens[mark.i : names[-1].i]):
        return None
    return names[-1]


def _first(tokens: Sequence[Token], name: Token) -> int:
    """The first word of a name: what stands right before it in capitals and hangs on it."""
    first = name.i
    while first and tokens[first - 1].head == name.i and tokens[first - 1].text[0].isupper():
        first -= 1
    return first
