"""Questions: "**Did** Moscow refuse?" and "**is it true that** Moscow refused?" leave open whether it did; "why did Moscow refuse?" does not."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.signals import chain_of
from dateline.extract.tags import ANY_SUBJECT
from dateline.ontology.wordlists import words_of

#: Tags of the words by which a question takes its act as given ("who", "why", "which").
_WH: Final = frozenset({"WP", "WP$", "WRB", "WDT"})
_ENDS: Final = frozenset({"?", ".", "!", ";", "”", '"'})
_BE: Final = frozenset({"is", "are", "was", "were"})
_QUOTES: Final = frozenset({"“", '"', "‘", "'", "—", "-", "–"})
_JOINING: Final = frozenset({"and", "or", "but", ","})
#: Words by which a question asks whether all that follows is so.
_WHETHER: Final = re.compile(
    r"\b(?:(?:is|was|isn['’]t)\s+(?:it|this|that)\s+(?:\w+ly\s+|still\s+)?(?:true|correct|accurate|right|the\s+case|a\s+fact|possible)\s+that"
    r"|is\s+there\s+(?:any|some)\s+truth\s+(?:to|in)\b"
    r"|(?:can|could|will|would|do|does|did)\s+(?:you|he|she|they|we|(?:the\s+)?\w+(?:\s+\w+)?)\s+(?:please\s+)?(?:confirm|deny|verify|tell\s+us|say|know)"
    r"(?:\s+or\s+(?:deny|confirm))?\s+(?:(?:that|whether|if)\b|(?:the\s+)?(?:reports?|claims?|allegations?|rumou?rs?)\s+(?:that|of|about)\b)"
    r"|do\s+you\s+have\s+any\s+(?:\w+\s+){1,3}(?:that|whether|if)\b)",
    re.IGNORECASE,
)
#: What "do you know that" takes for granted, "do you know whether" does not.
_GRANTED: Final = re.compile(r"(?:know|say|tell\s+us)\s+that$", re.IGNORECASE)
#: Behind a comma, what asks for assent to a statement ("the army has shelled it, **has it not?**").
_TAG: Final = re.compile(
    r",\s*(?:(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could)(?:n['’]t)?\s+(?:it|he|she|they|you|we|not|there)(?:\s+not)?|right|correct|true|no|yes)\s*\?",
    re.IGNORECASE,
)
#: Clauses inside which a question takes an act for granted.
_INSIDE: Final = frozenset({"relcl", "advcl", "acl"})
_OF_CONTENT: Final = words_of("extract.questions.of_content")


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


def is_asked(sentence: ParsedSentence, index: int, *, tentative: bool = False) -> bool:
    """Whether a question leaves open whether the act at a word took place.

    Args:
        sentence: a sentence.
        index: the act's head word.
        tentative: whether it stands in a questioner's turn, where a statement with a question mark or a tag asks too.
    """
    if asking_word(sentence, index) is not None or whether_word(sentence, index) is not None:
        return True
    if tentative and _is_split(sentence, sentence.tokens[index]):
        return True
    if not tentative or _is_inside(sentence, index) or (sentence.tokens[index].tag[:2] not in {"VB", "MD"} and sentence.tokens[index].dep != "ROOT"):
        return False
    above = [sentence.tokens[index], *sentence.ancestors(index)]
    main = next((token for token in above if token.dep not in {"xcomp", "conj", "parataxis"}), above[-1])
    tagged = _TAG.search(sentence.sentence.text) is not None
    return (main.dep == "ROOT" or tagged) and not any(token.tag in _WH for token in sentence.tokens[: main.i])


def _is_split(sentence: ParsedSentence, token: Token) -> bool:
    """Whether the parser took a question's participle for a modifier ("Has Oslo **frozen** Russian assets?")."""
    noun = sentence.tokens[token.head]
    verb = sentence.tokens[noun.head]
    return token.tag in {"VBN", "JJ"} and token.dep == "amod" and noun.dep in {"dobj", "nsubj"} and verb.lower in {"has", "have", "had"} and _opens(sentence, verb)


def whether_word(sentence: ParsedSentence, index: int) -> Token | None:
    """The first of the words by which a question asks whether all that follows is so ("**is it true** that Moscow refused?"), the act in it."""
    if "?" not in sentence.sentence.text:
        return None
    base, word = sentence.sentence.span.start, sentence.tokens[index]
    for match in _WHETHER.finditer(sentence.sentence.text):
        stop = sentence.sentence.text.find("?", match.end())
        if _GRANTED.search(match[0]) or not base + match.end() <= word.start < base + stop:
            continue
        first = next((token for token in sentence.tokens if token.start >= base + match.start()), None)
        if first is not None and not _is_inside(sentence, index, first.i):
            return first
    return None


def _is_inside(sentence: ParsedSentence, index: int, since: int = -1) -> bool:
    """Whether an act stands in a clause that a question takes for granted ("will Rabat, **which recalled** its envoy, ...?")."""
    chain = [sentence.tokens[index], *sentence.ancestors(index)]
    return any(token.dep in _INSIDE and token.i > since and sentence.tokens[token.head].i > since and not _opens_that(sentence, token) for token in chain)


def _opens_that(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a clause is the content of a noun ("reports **that** ...", "truth"), which the parser hangs on it as it does a relative clause."""
    above = sentence.tokens[token.head]
    return above.lower in _OF_CONTENT
