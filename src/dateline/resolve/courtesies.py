"""Forms of address of a chamber: "my right hon. Friend", "the noble Lord", "the gentleman from Ohio", "Mr Speaker" are of the chamber's own state.

Members do not name each other, so that nothing in these words tells a country, and the state that is spoken about is never theirs.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.resolve.firstperson import front_of
from dateline.types import Document, Phrase, PhraseForm

_HONOUR: Final = r"(?:(?:the\s+)?(?:right|rt\.?)\s+)?hon(?:\.|['’]?ble\.?|ou?rable)?"
_RANK: Final = r"(?:\s+and\s+(?:learned|gallant|reverend|noble)|\s+(?:learned|gallant))*"
#: Those who are addressed so, by the head of their phrase.
_MEMBERS: Final = frozenset("friend friends gentleman gentlemen gentlewoman gentlelady lady ladies member members senator senators deputy deputies colleague colleagues".split())
_LORDS: Final = frozenset("lord lords baroness baronesses earl viscount viscountess bishop prelate marquess duke peer peers friend friends lady ladies".split())
_HONOURED: Final = re.compile(rf"(?:^|\W)(?:{_HONOUR}{_RANK}|(?:learned|gallant))\s*$", re.IGNORECASE)
_HONOURED_INSIDE: Final = re.compile(rf"(?:the\s+|my\s+|our\s+)*(?:{_HONOUR}{_RANK}|(?:learned|gallant))\s+(?=[A-Za-z])", re.IGNORECASE)
_NOBLE: Final = re.compile(r"(?:^|\W)(?:noble(?:\s+and\s+(?:learned|gallant))?|right\s+reverend|most\s+reverend)\s*$|(?:the\s+|my\s+)*(?:noble|right\s+reverend)\s", re.IGNORECASE)
#: "The gentleman from Ohio" of the United States' House and Senate.
_FROM: Final = re.compile(r"(?:the\s+)?(?:distinguished\s+)?(?:gentle(?:man|woman|lady)|senator)\s+from\s+(?:the\s+)?[A-Z]", re.IGNORECASE)
#: Who presides, as it is addressed; a president's name behind makes it another's.
_CHAIR: Final = re.compile(r"(?:(?:Mr|Mister|Madam|Madame|Mrs|Ms)\.?\s+)(?:(?:Deputy|Acting|Vice[- ])\s*)?(?:Speaker|President|Chair(?:man|woman|person)?)", re.IGNORECASE)
#: Behind such a form stands the office of the same person: "my hon. Friend **the Member for Leeds**".
_BEHIND: Final = re.compile(rf"(?:{_HONOUR}{_RANK}\s+(?:Friend|Gentleman|Lady|Member|Senator)|noble\s+(?:Lord|Baroness|Friend)),?\s+(?:the\s+)?$", re.IGNORECASE)
#: The head of a record of a chamber.
_CHAMBER: Final = re.compile(
    r"\b(?:House of|Senate|Parliament|Hansard|D[áa]il|Seanad|(?:Lok|Rajya) Sabha|Knesset|Legislat\w+|Congressional Record|National Assembly|Chamber of|Sen[ae]d|Oireachtas)\b",
    re.IGNORECASE,
)
#: So far before a phrase its form of address begins (code points).
_BEFORE: Final = 48


def is_chamber(document: Document) -> bool:
    """Whether a document is headed as the record of a chamber."""
    return any(_CHAMBER.search(words) is not None for _, words in front_of(document))


def is_member(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is a chamber's form for one of its members, or the office that stands behind it.

    Args:
        phrase: a phrase.
        text: the document's text.
    """
    if phrase.form is PhraseForm.PRONOUN:
        return False
    start = phrase.mention.span.start
    before, words = text[max(0, start - _BEFORE) : start], phrase.mention.text
    if _BEHIND.search(before) is not None:
        return True
    if before.lower().endswith(("the ", "distinguished ")) and _FROM.match(text, start) is not None:
        return True
    honoured = _HONOURED.search(before) is not None or _HONOURED_INSIDE.match(words) is not None
    noble = _NOBLE.search(before) is not None or _NOBLE.match(words) is not None
    return (phrase.head in _MEMBERS and honoured) or (phrase.head in _LORDS and noble)


def is_chair(phrase: Phrase) -> bool:
    """Whether a phrase addresses who presides: "Mr Speaker", "Madam President" without a name."""
    return _CHAIR.fullmatch(phrase.mention.text) is not None
