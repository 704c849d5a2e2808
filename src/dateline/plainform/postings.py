"""Addresses in running text, what stands before a paragraph's first word, and the signs of posts: "RT @agency:", handles at whom a post is aimed, tags.

They are blanked out, so that offsets stay; the word behind "#" or "@" inside a sentence is kept ("#Kenya expels ...", "@StateDept condemned ...").
"""

from __future__ import annotations

import re
from typing import Final

#: An address that stands by itself; what closes a sentence behind it is kept.
_ADDRESS: Final = re.compile(r"(?:(?<=\s)|^)(?:https?://|www\.|(?:pic\.twitter\.com|t\.co|bit\.ly|youtu\.be)/)[^\s<>()\"“”]*[^\s<>()\"“”.,;:!?]", re.MULTILINE)
_SIGN: Final = re.compile(r"(?<![^\s(\"“‘'.])[@#][^\W\d]")
_RETOLD: Final = re.compile(r"^[ \t]*(?:RT|MT|via) @\w+:?", re.MULTILINE)
#: Handles that a post begins with, before its own first word.
_AIMED: Final = re.compile(r"^[ \t]*(?:@\w+[ \t]+)*@\w+(?=[ \t]+[\"“‘'(]?[A-Z])", re.MULTILINE)
#: Tags and handles behind a sentence.
_BEHIND: Final = re.compile(r"(?<=[.!?…\"”’)])(?:[ \t]+[@#]\w+)+(?=[ \t]*$|[ \t]+[\"“‘'(]?[A-Z\d])", re.MULTILINE)
#: Tags that end a post without a full stop: two or more.
_LAST: Final = re.compile(r"(?:[ \t]+#\w+){2,}(?=[ \t]*$)", re.MULTILINE)
#: What opens a paragraph and is no word of its sentence: an agency without a place, marks of quoted lines, numbers and times in brackets (but
#: those before a speaker's label, which :mod:`dateline.turns` reads), bullets.
_OPENING: Final = re.compile(
    r"^[ \t]*(?:\([A-Z][\w.&/’'-]*(?: [A-Z][\w.&/’'-]*){0,3}\)\s*(?:—|–|--?)|>+|\[\d{1,3}\]|\[\d{1,2}:\d\d(?::\d\d)?\](?![^\n:]{1,80}:\s)"
    r"|[•▪●◦■➤►])[ \t]+(?=[\"“‘'(]?[^\W\d_])", re.MULTILINE
)
_PICTURES: Final = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]+")


def without_posting_signs(text: str) -> str:
    """The text with blanks in place of addresses, pictures, what opens paragraphs and the signs of posts; itself where it has none.

    Args:
        text: canonical text.

    >>> without_posting_signs("RT @afp: #Kenya expels two envoys. https://t.co/a8 #breaking").split()
    ['Kenya', 'expels', 'two', 'envoys.']
    """
    text = _PICTURES.sub(_blank, _OPENING.sub(_blank, text))
    if "/" in text or "www." in text:
        text = _ADDRESS.sub(_blank, text)
    if _SIGN.search(text) is None:
        return text
    for signs in (_RETOLD, _AIMED, _BEHIND, _LAST):
        text = signs.sub(_blank, text)
    return _SIGN.sub(lambda match: " " + match.group()[1:], text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
