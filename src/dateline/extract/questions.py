"""Questions: "**Did** Moscow refuse?" leaves open whether it did; "why did Moscow refuse?" does not."""

from __future__ import annotations

from typing import Final

from dateline.extract.parse import ANY_SUBJECT, ParsedSentence, Token
from dateline.extract.signals import chain_of

#: Tags of the words by which a question takes its act as given ("who", "why", "which").
_WH: Final = frozenset({"WP", "WP$", "WRB", "WDT"})
_ENDS: Final = frozenset({"?", ".", "!", ";", "”", '"'})
_BE: Final = frozenset({"is", "are", "was", "were"})
_QUOTES: Final = frozenset({"“", '"', "‘", "'", "—", "-", "–"})
_JOINING: Final = frozenset({"and", "or", "but", ","})


def asking_word(sentence: ParsedSentence, index: int) -> Token | None:
    """The auxiliary before its subject by which a question asks whether the act at a word took place; ``None`` where nobody asks that.

    A question that holds a negation ("did Moscow not attack Kyiv?") says so rather than asks.
    """
    if "?" not in sentence.sentence.text:
        return None
    verb = next((token for token in reversed(chain_of(sentence, index)) if token.pos in {"VERB", "AUX"}), None)
    if verb is None or _end(sentence, verb) != "?" or sentence.kids(verb.i, "neg"):
        return None
    over = sentence.tokens[sentence.tokens[verb.head].head]
    if verb.dep == "acl" and verb.tag == "VBN" and over.lower in _BE:  # "was the dam **bombed**", which the parser takes for a bombed dam
        verb = over
    subject = next(iter(sentence.kids(verb.i, *ANY_SUBJECT)), None)
    auxiliaries = [verb] if subject is not None and verb.i < subject.i else sentence.kids(verb.i, "aux", "auxpass")
    first = min(auxiliaries, key=lambda token: token.i, default=None)
    if subject is None or first is None or first.i > subject.i or first.lower == "to" or not _opens(sentence, first):
        return None
    return first


def _opens(sentence: ParsedSentence, auxiliary: Token) -> bool:
    """Whether a clause begins with its auxiliary, behind an adverb or so ("so did Moscow", "in 2022, did"), and not with "why" or "whom"."""
    start = next((t.i + 1 for t in reversed(sentence.tokens[: auxiliary.i]) if t.text in _ENDS | _QUOTES | {":"}), 0)
    before = sentence.tokens[start : auxiliary.i]
    return all(token.tag not in _WH for token in before) and (not before or before[-1].lower in _JOINING or before[-1].tag == "RB")


def _end(sentence: ParsedSentence, token: Token) -> str:
    """The mark that ends the sentence or quotation in which a word stands."""
    return next((one.text for one in sentence.tokens[token.i + 1 :] if one.text in _ENDS), "")
