"""Acts told as what another came after: "agreed on Monday to ban the airline **after Minsk forced a jet to land**" tells no day of the landing, nor
"a nurse **kidnapped** in Bor was freed on Monday" and "was jailed on Monday **for beating** a nurse" one of the first deed.

Of acts after "after" in the corpus 92 have no day of their own and 18 that of the main clause; where the text says that hours or a day lay between,
half have it. Of those in a participle of a noun 36 have none and 9 that of the main clause, most of them missiles and meetings; of the deeds for which
somebody is judged, charged or praised 14 and one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import ANY_SUBJECT
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_NEAR: Final = words_of("extract.aftermath.near") | words_of("extract.datereach.units")
#: Verbs by which somebody answers for a deed of before.
_JUDGING: Final = forms_of_verbs(text_of("extract.aftermath.judging"))
#: What does its harm when it is sent, and meetings and papers.
_SENT: Final = frozenset(form for word in words_of("extract.aftermath.sent") for form in (word, f"{word}s", f"{word}es")) | words_of("extract.datereach.written")
#: Of times of more than a day.
_LONG: Final = frozenset({"days", "weeks", "months", "years", "decades"})
#: Words that count without a number: "**several** days after", "a **few** weeks after", "**hours and** days after".
_VAGUE: Final = frozenset({"several", "few", "dozen", "couple", "of", "and", "or"})


def is_aftermath(sentence: ParsedSentence, steps: Iterable[Token], inside: list[Token]) -> bool:
    """Whether a clause with "after" and a subject of its own parts an act from a date before it.

    Args:
        sentence: the sentence.
        steps: the words from the act's verb up to the verb that the date hangs on.
        inside: the words of the date.
    """
    for verb in steps:
        mark = next((t for t in sentence.kids(verb.i, "mark") if t.lower == "after"), None)
        if mark is None or verb.dep != "advcl" or mark.i < verb.head or inside[0].i > mark.i or not sentence.kids(verb.i, *ANY_SUBJECT):
            continue
        if sentence.tokens[mark.i - 1].lower not in _NEAR or _is_uncounted(sentence.tokens, mark.i - 1):
            return True
    return False


def is_done_before(sentence: ParsedSentence, steps: Iterable[Token], inside: list[Token]) -> bool:
    """Whether an act is told by a participle of a noun, or as the deed for which somebody is judged, beside a date of the main clause; a time that
    opens the sentence may hold for the participle too ("Between 1981 and 1983 vets **paid** by Togo").

    Args:
        sentence: the sentence.
        steps: the words from the act's verb up to the verb that the date hangs on.
        inside: the words of the date.
    """
    return any((inside[0].i > 1 and _is_of_noun(sentence, verb)) or _is_judged(sentence, verb, inside) for verb in steps)


def _is_of_noun(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb is the participle of somebody of whom the text tells what befell him then: "the nurse **kidnapped** in Bor was freed on Monday"."""
    noun = sentence.tokens[verb.head]
    if verb.tag != "VBN" or verb.dep != "acl" or noun.i > verb.i or noun.pos not in {"NOUN", "PROPN"} or sentence.kids(verb.i, "aux", "auxpass"):
        return False
    return noun.lower not in _SENT


def _is_judged(sentence: ParsedSentence, verb: Token, inside: list[Token]) -> bool:
    """Whether a verb tells for what somebody is judged: "was jailed **for beating** a nurse", "found guilty **of torturing** captives"; wherever the
    parser hangs it behind the date ("convicted on 12 February **of torturing**")."""
    prep = sentence.tokens[verb.head]
    by = sentence.tokens[prep.head]
    if any(one.i == by.i for one in inside):
        by = next(one for one in (*sentence.ancestors(by.i), by) if one.pos in {"VERB", "AUX"} or one.head == one.i)
    return verb.tag == "VBG" and verb.dep == "pcomp" and prep.lower in {"for", "of", "with"} and (by.lower in _JUDGING or by.lower == "guilty")


def _is_uncounted(tokens: Sequence[Token], unit: int) -> bool:
    """Whether a word tells of **days**, **weeks**, **months** or **years** without a number, so that no day is counted from them."""
    before = tokens[unit - 1] if unit else None
    return tokens[unit].lower in _LONG and (before is None or (before.tag != "CD" and before.lower not in _VAGUE))
