"""UTF-8 that was once read in another encoding ("Kenyaâ€™s", "ErdoÄŸan") -> what was written.

Each sequence is written back into bytes and read as UTF-8, which only sequences of that origin can be; two letters of real words that could be one
("CAFÉ»") are changed only beside others that are certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.read.textmap import Edit, Mapped

#: What cp1252 has for the bytes 0x80 to 0xbf that go on in a character; the control characters stand where programs kept a byte that it lacks.
_GOES_ON: Final = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
#: Sequences of cp1252 and Latin-1, of Mac Roman and of code page 437 (those of punctuation alone in the last two).
_SEQUENCE: Final = re.compile(f"[Â-ß][{_GOES_ON}]|[à-ï][{_GOES_ON}]{{2}}|[ð-ô][{_GOES_ON}]{{3}}|‚Ä[ôúùìîò¶¢]|ΓÇ[Öÿ£¥ôöªó]")
#: Punctuation that may stand behind a letter with an accent, and does so in right texts.
_MARKS: Final = frozenset("«»“”‘’„‚…–—‹›•\x85\xa0")
#: What such sequences begin with in English texts: quotation marks, dashes and the letters of Western and Central Europe.
_USUAL: Final = frozenset("ÂÃÄÅâ")
#: What is left of a sequence whose last byte was lost, or whose no-break space has become a space.
_REST: Final = re.compile("â€(?=[\\s.,;:!?)\\]]|$)|Â(?= )")
_LEFT: Final = {"â€": "”", "Â": ""}
#: A text may have been read wrongly more than once.
_TIMES: Final = 3


def as_written(text: Mapped) -> tuple[Mapped, int]:
    """The text with such sequences as they were written, and how many there were.

    >>> as_written(Mapped.whole("Kenyaâ€™s envoy"))[0].text
    'Kenya’s envoy'
    """
    count = 0
    for _ in range(_TIMES):
        edits = [] if text.text.isascii() else list(_edits(text.text))
        if not edits:
            break
        text, count = text.edit(edits), count or len(edits)
    return text, count


def _edits(text: str) -> Iterator[Edit]:
    found = [(match, new) for match in _SEQUENCE.finditer(text) if (new := _written(match.group())) is not None]
    if not any(_is_certain(match.group()) for match, _ in found):
        return
    edits = [Edit(*match.span(), new) for match, new in found if match.group()[0] in _USUAL or _is_certain(match.group())]
    edits += [Edit(*match.span(), _LEFT[match.group()]) for match in _REST.finditer(text)]
    end = 0
    for edit in sorted(edits, key=lambda one: one.start):
        if edit.start >= end:
            yield edit
            end = edit.end


def _is_certain(sequence: str) -> bool:
    return not set(sequence[1:]) <= _MARKS


def _written(sequence: str) -> str | None:
    if sequence[0] in "‚Γ":
        return _decoded(sequence.encode("mac-roman" if sequence[0] == "‚" else "cp437"))
    return _decoded(b"".join(map(_byte, sequence)))


def _byte(character: str) -> bytes:
    """The byte of a character in cp1252, that of its number where cp1252 has none."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
