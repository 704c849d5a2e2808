"""Acts of a supposed case: "**What if** Tehran closed the strait? Qatar **would** appeal", "**Suppose** Iraq attacked", "**would** reopen it **provided that**"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.arguments import first_of_row, light_verb
from dateline.extract.parse import ParsedSentence, Token

#: How a sentence begins that asks its reader to suppose something.
_OPENING: Final = re.compile(r"[\W_]*(?:(?:and|but|so|now)[,\s]+)?(?:what\s+(?:\w+\s+){0,2}?if\b|suppos(?:e|ing)\b|imagine\b|assum(?:e|ing)\b)", re.IGNORECASE)
#: What sets a condition to what "would" be done, behind it or before.
_PROVIDED: Final = re.compile(
    r"(?<!\w)(?:provided(?:\s+that\b|(?<=,\sprovided)\s+(?:the|its|his|her|their|it|he|she|they|we)\b|(?<=,\sprovided)\s+(?-i:[A-Z]))|providing\s+that\b|on\s+(?:the\s+)?condition\s+(?:that\b|(?-i:[A-Z]))"
    r"|(?:as|so)\s+long\s+as\b|but\s+only\s+if\b|supposing\b|assuming\s+that\b)",
    re.IGNORECASE,
)
_MODALS: Final = frozenset({"would", "'d", "’d", "could", "might"})
_PAST: Final = frozenset({"VBD", "VBN"})


def supposes(sentence: ParsedSentence) -> bool:
    """Whether a sentence asks its reader to suppose something: "**What if** Tehran closed the strait?", "**Suppose** that Iraq attacked"."""
    return _OPENING.match(sentence.sentence.text) is not None


def goes_on_supposing(sentence: ParsedSentence) -> bool:
    """Whether a sentence behind such a one may tell what would follow."""
    return any(one.lower in _MODALS and one.tag == "MD" for one in sentence.tokens)


def supposing_word(sentence: ParsedSentence, head: int, *, supposed: bool) -> Token | None:
    """The word by which an act is one of a supposed case, or what would follow from it.

    Args:
        sentence: the sentence.
        head: the head word of the act's trigger; of a noun its verb is looked at.
        supposed: whether the sentences before it have supposed something.
    """
    text = sentence.sentence.text
    opening, provided = _OPENING.match(text), _PROVIDED.search(text)
    if not (supposed or opening or provided):
        return None
    verb = light_verb(sentence, head) or sentence.tokens[head]
    row = first_of_row(sentence, verb, lambda one, _: not sentence.kids(one.i, "aux", "nsubj", "nsubjpass"))
    auxiliaries = sentence.kids(row.i, "aux")
    modal = next((one for one in auxiliaries if one.lower in _MODALS and one.tag == "MD"), None)
    if modal is not None:
        return None if any(one.lower in {"have", "'ve", "’ve"} for one in auxiliaries) else modal
    if opening is not None and row.tag in _PAST | {"VBZ", "VBP", "VB"} and row.dep in {"ccomp", "ROOT", "advcl", "pcomp", "conj"} and row.i:
        return _word_at(sentence, opening.end() - 1)
    if provided is None or "long" not in provided[0].lower() or row.tag != "VBD":
        return None
    start, base = sentence.sentence.span.start + provided.end(), sentence.sentence.span.start
    first = row.start > start and not any(one.tag == "VBD" for one in sentence.tokens if start <= one.start < row.start)
    would = any(one.tag == "MD" and one.lower in _MODALS for one in sentence.tokens if one.start < base + provided.start())
    return _word_at(sentence, provided.end() - 1) if first and would else None


def _word_at(sentence: ParsedSentence, offset: int) -> Token | None:
    at = sentence.sentence.span.start + offset
    return next((one for one in sentence.tokens if one.start <= at < one.end), None)
