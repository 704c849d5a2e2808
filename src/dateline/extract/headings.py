"""Lines that name what the text below them is about and tell no act: "Sanctions", "The coup and after", a row of the heads of a table.

A line that is a sentence tells ("Turkey recalls envoy from Sweden"), and so does the title of a text that names parties ("Air strikes on Aleppo").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.act import Act
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.wanted import is_wanted_head
from dateline.types import SentenceKind

_VERBS: Final = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB", "VBG", "MD"})
_STOP: Final = re.compile(r"[.!?…][\"”’)\]]*$")
_ORDINAL: Final = re.compile(r"\d[\d,]*(?:st|nd|rd|th)")
_YEAR: Final = re.compile(r"\d{4}")
#: The longest heading (words).
_LONGEST: Final = 8
_CELL: Final = " | "
_LISTS: Final = frozenset({"recommendations", "recommendation", "options", "proposals", "priorities"})


def headings(sentences: Sequence[ParsedSentence]) -> frozenset[int]:
    """The indices of the lines of a text that are headings without being marked as such: a noun phrase above a paragraph of prose, heads of a table.

    Args:
        sentences: the sentences of a text, in order.
    """
    found = set()
    for before, one, after in zip((None, *sentences), sentences, (*sentences[1:], None), strict=False):
        if one.sentence.kind is SentenceKind.BODY and (_is_row(one) or (_is_line(one, before, after) and not _is_item(before))):
            found.add(one.sentence.index)
    return frozenset(found)


def _is_row(sentence: ParsedSentence) -> bool:
    """Whether a line is of the heads of a table, or of its figures, and not of a table of what was done when."""
    text = sentence.sentence.text
    return _CELL in text and not _verbs(sentence) and _YEAR.search(text) is None


def _is_line(one: ParsedSentence, before: ParsedSentence | None, after: ParsedSentence | None) -> bool:
    """Whether a short phrase without a full stop stands alone above prose."""
    if after is None or len(one.tokens) > _LONGEST or one.paragraph in {after.paragraph, before.paragraph if before is not None else None}:
        return False
    return is_phrase(one) and not _ends(one) and _ends(after)


def _is_item(before: ParsedSentence | None) -> bool:
    """Whether the line before has no full stop either, as in a list."""
    return before is not None and before.sentence.kind is SentenceKind.BODY and not _ends(before)


def _ends(sentence: ParsedSentence) -> bool:
    return _STOP.search(sentence.sentence.text.strip()) is not None


def is_phrase(sentence: ParsedSentence) -> bool:
    """Whether a line has no verb and no figure; what the parser takes for the verb of "Mass arrests" is a noun."""
    tokens, verbs = sentence.tokens, _verbs(sentence)
    if len(verbs) == 1 and verbs[0].tag == "VBZ" and verbs[0].i == len(tokens) - 1 and len(tokens) <= 2 and tokens[0].pos != "PROPN":
        verbs = []
    return not verbs and not any(one.text[:1].isdigit() for one in tokens)


def _verbs(sentence: ParsedSentence) -> list[Token]:
    return [one for one in sentence.tokens if one.tag in _VERBS]


def is_title_alone(act: Act) -> bool:
    """Whether an act is the noun of a title that names nobody, or only the number of a meeting: "Blockade", "The coup and after", "812th meeting"."""
    sentence = act.sentence
    if sentence.sentence.kind is SentenceKind.HEADLINE and _is_numbered(act):
        return True
    if sentence.sentence.kind is not SentenceKind.HEADLINE or act.actors or act.recipients or act.places or not is_phrase(sentence):
        return False
    names = [one for one in sentence.tokens if one.pos == "PROPN" and not act.trigger[0] <= one.i <= act.trigger[1]]
    return len(sentence.tokens) <= _LONGEST and (not names or _is_in_capitals(sentence))


def _is_numbered(act: Act) -> bool:
    """Whether a title ends in the number of the meeting that it is the record of: "Human Rights Council, 31st **meeting**"."""
    tokens, head = act.sentence.tokens, act.head
    return act.type == "CONSULT" and 0 < head == len(tokens) - 1 and _ORDINAL.fullmatch(tokens[head - 1].text) is not None and not _verbs(act.sentence)


def is_name_of_list(act: Act) -> bool:
    """Whether an act is but the word by which a title names what its text lists: "**Recommendations** to the Government of Chad"."""
    sentence = act.sentence
    return sentence.tokens[act.head].lower in _LISTS and is_wanted_head(sentence.sentence.text) and is_phrase(sentence)


def _is_in_capitals(sentence: ParsedSentence) -> bool:
    return all(one.text[0].isupper() for one in sentence.tokens if one.pos in {"NOUN", "PROPN", "ADJ"}) and any(one.pos == "NOUN" for one in sentence.tokens[1:])
