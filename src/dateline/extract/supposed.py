"""Acts of a supposed case: "**What if** Tehran closed the strait? Qatar **would** appeal", "**Suppose** Iraq attacked", "**In this scenario**, Iraq attacks",
"**would** reopen it **provided that**"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.arguments import first_of_row, light_verb
from dateline.extract.parse import ParsedSentence, Token

#: How a sentence begins that asks its reader to suppose something.
_OPENING: Final = re.compile(
    r"[\W_]*(?:(?:and|but|so|now)[,\s]+)?(?:what\s+(?:\w+\s+){0,2}?if\b|suppos(?:e|ing)\b|imagine\b(?!\s+(?:what|how|why)\b)|assum(?:e|ing)\b)", re.IGNORECASE
)
#: What sets a condition to what "would" be done, behind it or before.
_PROVIDED: Final = re.compile(
    r"(?<!\w)(?:provided(?:\s+that\b|(?<=,\sprovided)\s+(?:the|its|his|her|their|it|he|she|they|we)\b|(?<=,\sprovided)\s+(?-i:[A-Z]))|providing\s+that\b|on\s+(?:the\s+)?condition\s+(?:that\b|(?-i:[A-Z]))"
    r"|(?:as|so)\s+long\s+as\b|but\s+only\s+if\b|supposing\b|assuming\s+that\b)",
    re.IGNORECASE,
)
_CASE: Final = r"(?:scenarios?|simulations?|war[\s-]?game|table-?top(?:\s+exercise)?|hypothetical(?:\s+case)?|thought\s+experiment)"
#: What sets a sentence in a scenario, before it or as its last words: "**Under the second scenario**, Peru bans". What only likens things to one does not:
#: "In a scenario familiar from 1979, students stormed the embassy".
_SCENARIO: Final = re.compile(
    rf"[\W_]*(?:(?:and|but|so|now)[,\s]+)?(?:under|in|on|according\s+to)\s+(?:the|this|that|such\s+an?|an?|our|each|either|both|another|one|these|most|its|their)\s+(?:[\w-]+\s+){{0,4}}?{_CASE}"
    rf"(?:\s+(?:[a-h]|\d|one|two|three|four|exercise))?\s*(?:,|:|in\s+which\b|where\b)"
    rf"|.*\b(?:under|in)\s+(?:the|this|that|such\s+an?|our|each|either|another)\s+(?:[\w-]+\s+){{0,3}}?scenario\W*$"
    rf"|[\W_]*scenario\s+(?:[a-h]|\d|one|two|three|four)\s*[:.–—]",
    re.IGNORECASE | re.DOTALL,
)
#: Words that lead back to what is.
_REAL: Final = frozenset({"today", "currently", "already", "meanwhile", "actually", "yesterday", "reality", "fact", "ago", "since"})
_MODALS: Final = frozenset({"would", "'d", "’d", "could", "might"})
_NAMED: Final = re.compile(r"scenario|simulation|war-?game|tabletop|table-top|hypothetical|experiment")
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PAST: Final = frozenset({"VBD", "VBN"})


def supposes(sentence: ParsedSentence) -> bool:
    """Whether a sentence asks its reader to suppose something: "**What if** Tehran closed the strait?", "**Suppose** that Iraq attacked", "**In this
    scenario**, Iraq attacks"."""
    text = sentence.sentence.text
    return _OPENING.match(text) is not None or _SCENARIO.match(text) is not None


def goes_on_supposing(sentence: ParsedSentence) -> bool:
    """Whether a sentence behind such a one may tell what would follow: with "would", or in the present without a word that leads back to what is."""
    if any(one.lower in _MODALS and one.tag == "MD" for one in sentence.tokens):
        return True
    root = next((one for one in sentence.tokens if one.dep == "ROOT"), None)
    return root is not None and _is_present(sentence, root) and _is_told_on(sentence)


def _is_told_on(sentence: ParsedSentence) -> bool:
    return not any(one.lower in _REAL for one in sentence.tokens)


def _is_present(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb tells in the present, or of what comes: "bans", "is expelling", "will expel"; not "has expelled"."""
    auxiliaries = [one for one in sentence.kids(verb.i, "aux", "auxpass") if one.dep in {"aux", "auxpass"}]
    if any(one.lower in {"has", "have", "had", "'ve", "’ve"} for one in auxiliaries):
        return False
    return verb.tag in {"VBZ", "VBP"} or any(one.tag in {"VBZ", "VBP"} or one.lower in {"will", "'ll", "’ll"} for one in auxiliaries)


def supposing_word(sentence: ParsedSentence, head: int, *, supposed: bool) -> Token | None:
    """The word by which an act is one of a supposed case, or what would follow from it.

    Args:
        sentence: the sentence.
        head: the head word of the act's trigger; of a noun its verb is looked at.
        supposed: whether the sentences before it have supposed something.
    """
    text = sentence.sentence.text
    scenario, opening, provided = _SCENARIO.match(text), _OPENING.match(text), _PROVIDED.search(text)
    if not (supposed or scenario or opening or provided):
        return None
    verb = light_verb(sentence, head) or sentence.tokens[head]
    if scenario is not None:
        return _of_scenario(sentence, verb, scenario.end() - 1)
    row = first_of_row(sentence, verb, lambda one, _: not sentence.kids(one.i, "aux", "nsubj", "nsubjpass"))
    auxiliaries = sentence.kids(row.i, "aux")
    modal = next((one for one in auxiliaries if one.lower in _MODALS and one.tag == "MD"), None)
    if modal is not None:
        return None if any(one.lower in {"have", "'ve", "’ve"} for one in auxiliaries) else modal
    if opening is not None and row.tag in _PAST | {"VBZ", "VBP", "VB"} and row.dep in {"ccomp", "ROOT", "advcl", "pcomp", "conj"} and row.i:
        return _word_at(sentence, opening.end() - 1)
    if supposed and opening is None and _is_told_on(sentence):
        above = next((one for one in (row, *sentence.ancestors(row.i)) if one.tag in _FINITE or sentence.kids(one.i, "aux")), row)
        if _is_present(sentence, above):
            return above
    if provided is None or "long" not in provided[0].lower() or row.tag != "VBD":
        return None
    start, base = sentence.sentence.span.start + provided.end(), sentence.sentence.span.start
    first = row.start > start and not any(one.tag == "VBD" for one in sentence.tokens if start <= one.start < row.start)
    would = any(one.tag == "MD" and one.lower in _MODALS for one in sentence.tokens if one.start < base + provided.start())
    return _word_at(sentence, provided.end() - 1) if first and would else None


def _of_scenario(sentence: ParsedSentence, verb: Token, end: int) -> Token | None:
    """The word that names a scenario, of an act in it: not of one told in the perfect or beside a word that leads back to what is."""
    if any(one.lower in {"has", "have", "'ve", "’ve"} for one in sentence.kids(verb.i, "aux")) or not _is_told_on(sentence):
        return None
    return next((one for one in sentence.tokens if _NAMED.match(one.lower)), None) or _word_at(sentence, end)


def _word_at(sentence: ParsedSentence, offset: int) -> Token | None:
    at = sentence.sentence.span.start + offset
    return next((one for one in sentence.tokens if one.start <= at < one.end), None)
