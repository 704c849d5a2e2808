"""Markdown's links by reference, "[words][key]" with a line "[key]: address" elsewhere, written out as links (CommonMark 0.31, section 4.7)."""

from __future__ import annotations

import re
from typing import Final

from dateline.read.textmap import Edit, Mapped

#: A line that says where a key leads: an address, with or without a title behind it.
_DEFINITION: Final = re.compile(
    r"^ {0,3}\[(?P<key>[^\[\]^\n][^\[\]\n]{0,200})\]:[ \t]*\n?[ \t]*(?:<(?P<angled>[^<>\n]+)>|(?P<bare>(?:https?://|mailto:|www\.|[./#])\S*))"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\))|[ \t]*\n[ \t]+\"[^\"\n]*\")?[ \t]*(?:\n|$)",
    re.MULTILINE,
)
_USE: Final = re.compile(r"(?<![\]\\])\[(?P<words>(?:[^\[\]\n\\]|\\.|\n(?!\s*\n)|!\[[^\[\]\n]*\]\([^()\s]*\))+)\](?:[ ]?\[(?P<key>[^\[\]^\n]*)\])?(?![(:\[])")
#: Words that are labels of notes ("[1][2]") are linked to nothing.
_LABEL: Final = re.compile(r"\^.*|\\?\[?\d{1,3}\\?\]?", re.DOTALL)


def with_links(text: Mapped) -> Mapped:
    """A text with its links by reference written out, without the lines that only they needed.

    A numbered line stays where the number also stands alone in the text ("[1]"): it is a note. So does any line that a number names and no words use.

    Example:
        >>> with_links(Mapped.whole("Oslo [protested][a].\\n\\n[a]: https://nrk.no/1\\n")).text
        'Oslo [protested](https://nrk.no/1).\\n\\n'
    """
    definitions = list(_DEFINITION.finditer(text.text))
    if not definitions:
        return text
    targets: dict[str, str] = {}
    for one in definitions:
        targets.setdefault(_key(one["key"]), _address(one["angled"] or one["bare"]))
    within = [one.span() for one in definitions]
    edits: list[Edit] = []
    used: set[str] = set()
    alone: set[str] = set()
    for match in _USE.finditer(text.text):
        if any(start <= match.start() < end for start, end in within):
            continue
        key = _key(match["key"] or match["words"])
        if _LABEL.fullmatch(match["words"]):
            alone |= {key, _key(match["words"])}
        elif key in targets:
            used.add(key)
            edits.append(Edit(match.end("words") + 1, match.end(), f"({targets[key]})"))
    edits += [Edit(*one.span()) for one in definitions if _is_done(_key(one["key"]), used, alone)]
    return text.edit(sorted(edits, key=lambda one: one.start))


def _is_done(key: str, used: set[str], alone: set[str]) -> bool:
    return key not in alone if key in used else not key.isdecimal()


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()


def _address(target: str) -> str:
    """An address as it stands in a link: without spaces, its brackets in pairs."""
    target = target.replace(" ", "%20")
    return target if target.count("(") == target.count(")") else target.replace("(", "%28").replace(")", "%29")
