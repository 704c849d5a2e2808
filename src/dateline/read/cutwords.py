"""Words that a line's end cut in two and a converter left with their hyphen: "Tur-key", "14 Au-gust 1974", "the Con-gress".

Served are scans and prints that were made text by programs. A hyphen is taken out only where the whole is known to be a word: a month, the name of a
country or people, a word of the names of bodies and offices, or one that stands in the document without it; and where its parts are no words both, so that
"Franco-German", "Vice-President" and "Saudi-led" stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Final

from dateline.read.draft import DraftBlock
from dateline.read.textmap import Edit
from dateline.types import BlockKind

#: The parts of a word; what stands in an address or has further hyphens is none.
_CUT: Final = re.compile(r"(?<![\w/.@:_-])([A-Z]?[a-z]+)-([a-z]{2,})(?![\w/@_-]|\.\w)")
_WORD: Final = re.compile(r"(?<![\w-])[A-Za-z]{2,}(?![\w-])")
#: First parts that make compounds of words: "co-operation" and "re-election" are written so.
_PREFIXES: Final = frozenset(
    "self third second first non pro anti co ex well long short high low cross counter multi semi post pre two three four mid vice state so then far north south"
    " east west sub inter cease air arms war ill all half full cold hard soft right left nuclear re un by on off over under out up in extra ultra trans bi tri neo"
    " euro afro sino franco anglo russo indo arab arch deputy secretary governor attorney major".split()
)
#: Parts that are words behind a name: "Iran-backed", "Russian-speaking".
_TAIL: Final = re.compile(r"\w{2,}(?:ed|ing|ers?)|led|run|made|born|based|wide|like|style|era|held|bound|only|free|time|general|elect|designate")
#: The tables of names (data of another stage, none of its code) whose words are known, by their columns; of a body the words of its name, of an office those of its term.
_TABLES: Final = (
    ("countries.tsv", (1, 2, 3, 4, 5)), ("peoples.tsv", (0,)), ("regions.tsv", (0, 1)), ("organisations.tsv", (0, 1)), ("organisations_world.tsv", (0,)), ("sectors.tsv", (0,)),
)  # fmt: skip
_LEAST: Final = 5
#: Parts of a compound have so many letters at least; what ends in such words is mostly written as one: "crackdown", "lawmakers", "gunships".
_PART: Final = 3
_SOLID: Final = re.compile(
    r"\w+ers?|down|back|front|page|pages|guard|guards|line|lines|strip|house|houses|shed|held|holds?|(?:wo)?m[ae]n|ships?"
    r"|boats?|heads?|planes?|land|side|less|grade[ds]?"
)
#: Endings whose word without them may be the one that is known: "pipelines", "undermined".
_ENDINGS: Final = (("s", ""), ("es", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("ly", ""), ("ies", "y"), ("ied", "y"), ("ness", ""))
_CALENDAR: Final = (
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday"
).split()


@cache
def known_words() -> frozenset[str]:
    """Words of names of countries, peoples, bodies and offices, months and weekdays, in lower case."""
    found = set(_CALENDAR)
    for name, columns in _TABLES:
        for line in (files("dateline.resolve") / "data" / name).read_text("utf-8").splitlines():
            if not line.startswith("#"):
                cells = line.split("\t")
                found.update(word.lower() for column in columns if column < len(cells) for word in _WORD.findall(cells[column]))
    return frozenset(found)


@cache
def english_words() -> frozenset[str]:
    """The 30,000 most common words of English: the whole words, in small letters, of the vocabulary that the coder's model splits text by."""
    table = json.loads((files("dateline") / "extract" / "classifier" / "data" / "tokenizer.json").read_text("utf-8"))
    return frozenset(word for word in table["model"]["vocab"] if len(word) >= _PART and word.isalpha() and word.isascii())


def is_compound(head: str, tail: str) -> bool:
    """Whether two parts in small letters are words and what they make together is none: "air-defence", "five-point"; not "mis-sion", "coun-tries", "peace-keepers".

    Args:
        head: what stands before a hyphen at a line's end.
        tail: what stands after it.

    Example:
        >>> is_compound("air", "defence"), is_compound("port", "folio"), is_compound("peace", "keepers")
        (True, False, False)
    """
    words = english_words()
    if head not in words or tail not in words or len(tail) <= _PART or _SOLID.fullmatch(tail):
        return False
    whole = head + tail
    return not any(form in words or form in known_words() for form in (whole, *(whole.removesuffix(end) + new for end, new in _ENDINGS if whole.endswith(end))))


def mended(blocks: Sequence[DraftBlock]) -> tuple[DraftBlock, ...]:
    """The blocks with the hyphens taken out that cut a word in two."""
    texts = [block.text.text for block in blocks]
    if not any(_CUT.search(text) for text in texts):
        return tuple(blocks)
    own = frozenset(word.lower() for text in texts for word in _WORD.findall(text))
    return tuple(block if block.kind is BlockKind.BOILERPLATE else _mended(block, own) for block in blocks)


def _mended(block: DraftBlock, own: frozenset[str]) -> DraftBlock:
    hyphens = [match.end(1) for match in _CUT.finditer(block.text.text) if is_cut(match[1], match[2], own)]
    if not hyphens:
        return block
    markers = tuple(replace(one, offset=one.offset - sum(hyphen < one.offset for hyphen in hyphens)) for one in block.markers)
    return replace(block, text=block.text.edit(Edit(hyphen, hyphen + 1) for hyphen in hyphens), markers=markers)


def is_cut(head: str, tail: str, own: Container[str]) -> bool:
    """Whether a hyphen cuts a word in two.

    Args:
        head: what stands before it.
        tail: what stands after it.
        own: the words of the document, in lower case.

    Example:
        >>> is_cut("Tur", "key", ()), is_cut("Saudi", "led", ()), is_cut("Samp", "son", {"sampson"}), is_cut("Samp", "son", ())
        (True, False, True, False)
    """
    whole, first = f"{head}{tail}".lower(), head.lower()
    if len(whole) < _LEAST or first in _PREFIXES or (whole not in own and whole not in known_words()):
        return False
    words = known_words()
    is_word = first in words or first in own
    if head[:1].islower():
        return not is_word
    return not (is_word and (tail in words or tail in own or _TAIL.fullmatch(tail)))
