"""Raised numbers and letters behind the authors in the head, and the institutes that they lead to: neither are notes of the text.

"Ana Reyes¹ and Li Wei²" above "¹ University of Chile, ² Peking University": journals print nearly every article so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.read.inline import NOTE_SIGNS, SUP_CLOSE, SUP_OPEN, SUPERSCRIPTS
from dateline.read.mastline import INSTITUTION
from dateline.read.names import people, split_names
from dateline.read.rawblocks import NoteForm, RawBlock, RawKind
from dateline.read.references import is_notes_heading, is_prose
from dateline.read.textmap import Edit

#: The head has so many blocks at most, and none is a sentence of so many words or so long as running text.
_HEAD_BLOCKS: Final = 12
_TEXT_WORDS: Final = 60
_SENTENCE_WORDS: Final = 8
_SENTENCE_END: Final = re.compile(r"\w{3}[.!?](?=\W|$)")
_LABEL: Final = rf"(?:\d{{1,2}}|[a-z]|\\?[{NOTE_SIGNS}])"
_UP: Final = rf"[{SUPERSCRIPTS}ᵃᵇᶜᵈᵉ]"
_RAISED: Final = rf"{SUP_OPEN}\s*{_LABEL}(?:\s?[,;]?\s?{_LABEL})*,?\s*{SUP_CLOSE}|{_UP}+(?:[,˒ʼ⁻]\s?{_UP}+)*|\^{_LABEL}(?:,{_LABEL})*\^"
#: Behind a name a mark may have lost its raising ("Reyes1,2"), or be a sign.
_BEHIND: Final = re.compile(rf"\s?(?:{_RAISED})|(?<=[^\W\d_])(?:\d{{1,2}}(?:,\d{{1,2}})*|\\?[{NOTE_SIGNS}]{{1,3}})(?:,?\\?[{NOTE_SIGNS}])*(?=[\s,;&]|$)")
_OPENS: Final = re.compile(rf"\s{{0,3}}(?:{_RAISED}|\d{{1,2}}\.?(?=\s?[^\W\d_a-z])|\\?[{NOTE_SIGNS}](?=\s))\s*(?=[^\W_])")
_WITHIN: Final = re.compile(rf"(?:{_RAISED})\s*(?=[^\W\d_])")
_DEGREE: Final = re.compile(r",?\s(?:Ph\.?\s?D|D\.?Phil|M\.?D|M\.?Phil|M\.?A|M\.?Sc|LL\.?[BMD]|J\.?D)\b\.?")
#: What a note has and an affiliation has not: a year, an address of the web, a title in quotation marks.
_CITES: Final = re.compile(r"\b(?:1[89]|20)\d\d\b|https?:|[\"“][^\"”]{8,}[\"”]|\bibid\b", re.IGNORECASE)


def with_affiliations(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """The blocks with the marks of authors and affiliations taken out, and the affiliations set aside.

    Both must stand in the head: the authors' line with its marks, and below it, before any running text, the lines that open with a mark. Notes
    about the authors at the foot of a page or the end of the text stay notes.

    Args:
        blocks: the blocks of a document.
    """
    found = list(blocks)
    signed: list[int] = []
    placed: list[int] = []
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        text = block.text.text
        opens = signed and block.kind in {RawKind.PARAGRAPH, RawKind.ITEM} and _OPENS.match(text) is not None
        if opens and _is_affiliation(text):
            placed.append(index)
        elif is_notes_heading(text) or _is_text(text) or block.form is NoteForm.REFERENCE:
            break
        elif not opens and block.kind is not RawKind.TABLE and is_signed(text):
            signed.append(index)
    if not placed:
        return found
    for index in signed:
        names = found[index].text
        found[index] = replace(found[index], text=names.edit(Edit(*match.span()) for match in _BEHIND.finditer(names.text)), label=None, form=None, body=None)
    for index in placed:
        where = found[index].text
        first = _OPENS.match(where.text)
        after = first.end() if first is not None else 0
        spans = [(0, after), *(match.span() for match in _WITHIN.finditer(where.text, after))]
        found[index] = RawBlock(RawKind.ASIDE, where.edit(Edit(*span) for span in spans), lines=found[index].lines)
    return found


def _is_text(text: str) -> bool:
    """Whether a block is running text: long, or a sentence."""
    words = len(text.split())
    return words > _TEXT_WORDS or (words >= _SENTENCE_WORDS and _SENTENCE_END.search(text) is not None)


def _is_affiliation(text: str) -> bool:
    """Whether what opens with a mark names where somebody works; behind a bare number, which headings have too, it must say so."""
    if _CITES.search(text) is not None or is_prose(_OPENS.sub("", text)):
        return False
    return not text.lstrip()[:1].isdecimal() or INSTITUTION.search(text) is not None


def opens_affiliation(text: str) -> bool:
    """Whether a line opens with a raised mark and names where somebody works, as those below the authors do."""
    return _OPENS.match(text) is not None and _is_affiliation(text)


def is_signed(text: str) -> bool:
    """Whether a line names people with marks behind their names, and nobody else.

    Example:
        >>> is_signed("Ana Reyes<sup>a,*</sup> and Li Wei<sup>b</sup>"), is_signed("Ana Reyes and Li Wei")
        (True, False)
    """
    bare = re.sub(r"^\s*(?:\*\*|__|by\s)+|(?:\*\*|__)\s*$", "", text, flags=re.IGNORECASE)
    if _BEHIND.search(bare) is None:
        return False
    names = [name for name in split_names(_DEGREE.sub("", _BEHIND.sub("", bare)).replace("\n", " ").strip(" ,;")) if name]
    return bool(names) and all(people(name) for name in names)
