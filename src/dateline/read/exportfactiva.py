"""Exports of Factiva: RTF, pages or text whose articles end in "Document LBA0000020190503ef5300abc", with codes (HD, WC, PD ...) or without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.read.exportlines import COPYRIGHT, WORD_COUNT, Article, authors_in, day_in, is_byline, pieces, publisher_in, text_of, written
from dateline.read.textmap import Mapped, join

_NUMBER: Final = re.compile(r"\s*(?:AN\b[\s|]*)?(?:Document|Documento|Dokument)\s+[A-Z0-9]{3,14}(?:19|20)\d{6}[A-Za-z0-9]{8,11}\s*$")
_CODE: Final = re.compile(
    r"\s{0,3}(?P<code>SE|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|CX|LP|TD|ART|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM|DLN|NT)(?:\s*\|\s*|\s{2,}|\t\s*|\s*$)"
)
_TEXTS: Final = ("LP", "TD")
_NEEDED: Final = frozenset({"HD", "WC", "PD", "SN"})
_LANGUAGE: Final = re.compile(
    r"(?:English|French|Spanish|German|Portuguese|Italian|Arabic|Russian|Dutch|Turkish|Polish|Swedish|Norwegian|Danish|Finnish|Czech|Hungarian|Romanian|Bulgarian"
    r"|Ukrainian|Greek|Hebrew|Persian|Japanese|Chinese|Indonesian|Malay|Thai|Vietnamese|Catalan|Croatian|Serbian|Slovak|Français|Español|Deutsch|Português|Italiano)(?:\s+-.*)?$"
)
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*(?:GMT|UTC|[ap]\.?m\.?))?$", re.IGNORECASE)
_OWN: Final = re.compile(r"factiva|^page \d|dow jones & company", re.IGNORECASE)
#: So many lines stand between the count of words and the text at most.
_HEAD_LINES: Final = 12
#: A section, a title and a byline stand above the count of words.
_ABOVE: Final = 3


def factiva_articles(lines: Sequence[Mapped]) -> tuple[Article, ...]:
    """The articles of an export; nothing where the lines are none.

    An article has its number below, and above a count of words, a day, a paper and a language, or at least four codes.
    """
    ends = [number for number, line in enumerate(lines) if _NUMBER.match(line.text)]
    cut = pieces(lines, ends)[:-1]
    found = [_coded(piece) or _displayed(piece, first=index == 0) for index, piece in enumerate(cut)]
    if 2 * sum(one is not None for one in found) < max(1, len(found)):
        return ()
    return tuple(one or _rest(piece) for one, piece in zip(found, cut, strict=True))


def _rest(piece: Sequence[Mapped]) -> Article:
    told = written(piece)
    return Article(told[0], text_of(piece[:-1], told[0].text))


def _coded(piece: Sequence[Mapped]) -> Article | None:
    """An article whose lines begin with codes; a line without one goes on with that above."""
    fields: dict[str, list[Mapped]] = {}
    code = ""
    for line in piece:
        match = _CODE.match(line.text)
        if match is not None and not (match["code"] == "IN" and "HD" not in fields):
            code = match["code"]
            fields.setdefault(code, []).append(line.slice(match.end()))
        elif code:
            fields[code].append(line.strip() if line.text.startswith((" ", "\t")) else line)
    if not fields.keys() >= _NEEDED or not fields.keys() & set(_TEXTS):
        return None
    said = {name: " ".join(line.text.strip() for line in values if line.text.strip()) for name, values in fields.items()}
    day = day_in(said["PD"])
    if day is None or WORD_COUNT.match(said["WC"]) is None:
        return None
    title = join([line.strip() for line in fields["HD"] if line.text.strip()], " ")
    text = [line for name in _TEXTS for line in (*fields.get(name, ()), Mapped.inserted(""))]
    return Article(title, text_of(text), authors_in(said.get("BY", "")), day, publisher_in(said["SN"]))


def _displayed(piece: Sequence[Mapped], *, first: bool) -> Article | None:
    """An article whose head stands in lines without codes."""
    count = next((number for number, line in enumerate(piece) if WORD_COUNT.fullmatch(line.text.strip())), None)
    if count is None:
        return None
    above = [line for line in written(piece[:count]) if not _OWN.search(line.text)]
    start, told = _head(piece, count + 1)
    day = next((found for line in told if (found := day_in(line)) is not None), None)
    names = [line for line in told if day_in(line) is None and not _CLOCK.match(line)]
    if not above or (len(above) > 2 * _ABOVE and not first) or start is None or day is None or not names:
        return None
    by = len(above) > 1 and is_byline(above[-1].text)
    title = above[-2] if by else above[-1]
    return Article(title, text_of(piece[start:-1]), authors_in(above[-1].text) if by else (), day, publisher_in(names[0]))


def _head(piece: Sequence[Mapped], number: int) -> tuple[int | None, list[str]]:
    """Where the text starts, and the lines from the count of words to the language; rights may stand below it."""
    told: list[str] = []
    start: int | None = None
    for place in range(number, len(piece)):
        text = piece[place].text.strip()
        if not text:
            continue
        if start is None:
            if len(told) >= _HEAD_LINES:
                break
            if _LANGUAGE.match(text):
                start = place + 1
            else:
                told.append(text)
        elif COPYRIGHT.match(text):
            start = place + 1
        else:
            break
    return start, told
