"""Sources that running text names itself, by a link or in brackets: which links cite, and how each becomes a note of its own.

Web commentary cites by linking the words that tell what the source reports ("Kosovo `accused Serbia`__ of backing the attack"). A reader leaves a
marker with the address behind such words; here the addresses become notes "link 1", "link 2" ... in the order of the text. So do addresses that stand
in the text. What a bracket cites in full, "(Reuters, 6 September 2024)", becomes a note "bracket 1"; its words stay where they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.read.citing import cites, is_page, told_address
from dateline.read.draft import DraftBlock, DraftMarker, DraftNote
from dateline.read.outlets import identified
from dateline.read.sentences import SENTENCE_STOP
from dateline.read.textmap import Mapped
from dateline.types import BlockKind

#: What the label of a marker begins with that has no note but an address.
_ADDRESS: Final = "@"
#: What readers leave in a text behind linked words that cite, until the address takes its place: "[^a1]".
PLACED: Final = re.compile(r"\[\^a\d+\]")
#: What the labels of notes begin with that are links, and those of citations in brackets.
_LINK: Final = "link "
_BRACKET: Final = "bracket "
#: What a bracket may hold that cites: an outlet with its day.
_BRACKETED: Final = re.compile(r"\((?:sources?:\s*|(?:see|via|from)\s+)?(?P<cited>[^\W\d_][^()]{2,120}?\b(?:1[89]|20)\d\d)\)", re.IGNORECASE)
#: An address that stands in the text, with the bracket around it.
_BARE: Final = re.compile(r"(?<![\w/@.])(?P<cited>(?:https?://|www\.(?=[\w-]+\.[a-z]))(?:[^\s()<>\[\]\"”]|\([^\s()]*\))*[^\s()<>\[\]\"”.,;:!?])\)?")
#: A citation in a bracket names its day ("6 September 2024", "Sept. 6, 2024"), not a year alone.
_DAY: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}$|\b[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}$")
#: What names the source of the sentence before it, between that one's full stop and the end of the address, link or bracket.
_BEHIND: Final = re.compile(
    r"(?P<stop>[.!?…][\"”’')\]]*)(?P<lead>\s*[→»>–—•|*-]*\s*[(\[]?\s*(?:see(?: also)?\b[^.!?()\[\]]{0,80}|cf\.?\s[^.!?()\[\]]{0,80}"
    r"|(?:sources?|links?|refs?|references?|via|from|here|more(?: here)?|(?:full )?(?:text|story|report|article)|read(?: more| the (?:\w+ )?\w+)?(?: here| at)?|details)"
    r"\s*(?::\s*[^.!?()\[\]]{0,80})?|(?<=[(\[])(?-i:(?:(?:[A-Z0-9][\w.'’&/-]*+|of|the|and|in|on|for)[,;:]?\s*){0,12}))?)[\s)\]]*$",
    re.IGNORECASE,
)
#: Behind it the text ends, another source stands or a sentence begins.
_AFTER: Final = re.compile(r"[\s)\].,;|]*(?:$|[\"“‘'(\[]?(?:[A-Z0-9]|https?:|www\.))|\s*[;,|]?\s*(?:and )?(?:https?:|www\.)")
#: So much of a text before such a source is looked at.
_BEFORE: Final = 400
#: An address that a line is, with the word before it that says so.
_LINE: Final = re.compile(r"[(\[<]?(?P<lead>(?:sources?|links?|via|refs?)\s*:?\s*)?[(\[<]?(?P<cited>(?:https?://|www\.)\S+?)[)\]>.]*$", re.IGNORECASE)
_LED: Final = re.compile(r"\W*(?:sources?|links?|via|refs?)\s*:\s*\S.{0,100}$", re.IGNORECASE)
_ENDED: Final = re.compile(r"[.!?…][\"”’')\]]*\s*$")
#: A longer line is none of addresses.
_LONGEST: Final = 1000
_SPACES: Final = re.compile(r"\s+")
_PREFIX: Final = re.compile(r"^https?://(?:www\.)?")
#: What a text cites: the offset behind it, its words (an address or those of a bracket), and what its label begins with.
_Cited = tuple[int, str, str]
#: So many lines of addresses below paragraphs are the custom of a text; one may be its own address.
_CUSTOM: Final = 2


def marker_label(words: str, address: str) -> str | None:
    """The label of a marker behind linked words; ``None`` where they cite nothing."""
    source = told_address(address)
    return _ADDRESS + source.replace("]", "%5D").replace(" ", "%20") if cites(words, source) else None


def in_text(label: str) -> bool:
    """Whether the text itself names the source of a note of this label, by a link or in brackets."""
    return label.startswith((_LINK, _BRACKET))


def as_notes(blocks: Sequence[DraftBlock], notes: Sequence[DraftNote]) -> tuple[tuple[DraftBlock, ...], tuple[DraftNote, ...]]:
    """Blocks and notes with what the text of paragraphs cites itself as notes behind the others; a source has one note, however often it is cited.

    A link is the source of its whole sentence, so its marker stands at the sentence's end, unless another marker comes before that. What stands behind the
    sentence's full stop, or in a line below the paragraph, is the source of the sentence before it. A sentence whose note names the address already needs
    no second one.
    """
    keys: dict[str, str] = {}
    below = _below(blocks)
    named = _named(notes)
    found = tuple([_with_below(_with_markers(block, keys, named), below.get(index, ()), keys) for index, block in enumerate(blocks)])
    cited = [DraftNote(key, Mapped.inserted(words), 0, words if words.startswith("http") else None, key) for words, key in keys.items()]
    return found, (*notes, *cited)


def _named(notes: Sequence[DraftNote]) -> dict[str, str]:
    """The words of the notes of each label or key that hold an address, also without spaces (lines cut addresses), and what they are linked to."""
    found: dict[str, str] = {}
    for note in notes:
        words = f"{note.text.text} {_SPACES.sub('', note.text.text)} {note.link or ''} "
        for key in {note.label or "", note.key or ""} if "://" in words or "www." in words else ():
            found[key] = found.get(key, "") + words
    return found


def _below(blocks: Sequence[DraftBlock]) -> dict[int, list[str]]:
    """The addresses in lines of their own by the paragraph above them, where a line says that it is a source or several paragraphs have such lines."""
    lines: list[tuple[int, str, bool]] = []
    above: int | None = None
    for index, block in enumerate(blocks):
        cited = tuple(_of_line(block))
        if not cited:
            told = block.kind is BlockKind.PARAGRAPH and _ENDED.search(block.text.text) is not None
            above = index if told else None
        elif above is not None and not block.after_break:
            lines += [(above, address, named) for address, named in cited]
    times = Counter(address for _, address, _ in lines)
    own = [(at, address) for at, address, named in lines if times[address] == 1 or named]
    custom = len({at for at, _ in own}) >= _CUSTOM
    found: dict[int, list[str]] = {}
    for at, address, named in lines:
        if named or (custom and (at, address) in own):
            found.setdefault(at, []).append(address)
    return found


def _of_line(block: DraftBlock) -> Iterator[tuple[str, bool]]:
    """The addresses that a line is nothing but, printed or linked, each with whether the line calls it a source."""
    if block.kind not in {BlockKind.CAPTION, BlockKind.BOILERPLATE} or len(block.text) > _LONGEST:
        return
    line = _LINE.match(block.text.text)
    if line is not None and cites("source", _whole(line["cited"])):
        yield _whole(line["cited"]), line["lead"] is not None
    elif line is None and _LED.match(block.text.text):
        yield from ((one.label.removeprefix(_ADDRESS), True) for one in block.markers if one.label.startswith(_ADDRESS))


def _with_below(block: DraftBlock, addresses: Sequence[str], keys: dict[str, str]) -> DraftBlock:
    """A paragraph with the markers of the addresses that stand below it."""
    added = [_marker(address, _LINK, len(block.text), keys) for address in addresses]
    return replace(block, markers=(*block.markers, *added)) if added else block


def _with_markers(block: DraftBlock, keys: dict[str, str], named: Mapping[str, str]) -> DraftBlock:
    """A block whose links are markers of notes, which it counts on in ``keys``; only paragraphs have such."""
    told = [one for one in block.markers if not one.label.startswith(_ADDRESS)]
    if block.kind is not BlockKind.PARAGRAPH:
        return replace(block, markers=tuple(told)) if len(told) < len(block.markers) else block
    text = block.text.text
    links = [(one.offset, one.label.removeprefix(_ADDRESS), _LINK) for one in block.markers if one.label.startswith(_ADDRESS)]
    found = [one for one in _whole_ones(links, list(_written(text))) if not (told and _is_noted(text, one, told, named))]
    markers = list(told)
    for offset, words, kind in found:
        others = [*(one.offset for one in told), *(other for other, cited, _ in found if cited != words)]
        markers.append(_marker(words, kind, _place(text, offset, others), keys))
    return replace(block, markers=tuple(sorted(dict.fromkeys(markers), key=lambda one: one.offset))) if found or len(told) < len(block.markers) else block


def _is_noted(text: str, cited: _Cited, told: Sequence[DraftMarker], named: Mapping[str, str]) -> bool:
    """Whether the sentence that cites an address has the marker of a note that names it."""
    offset, address, _ = cited
    start = max((match.end() for match in SENTENCE_STOP.finditer(text, 0, offset)), default=0)
    end = SENTENCE_STOP.search(text, max(0, offset - 1))
    notes = [named.get(one.key or one.label) for one in told if start < one.offset <= (end.end() if end is not None else len(text))]
    return any(re.search(rf"{re.escape(_bare(address))}/?(?![\w/-])", note) for note in notes if note is not None)


def _whole_ones(links: Sequence[_Cited], written: Sequence[_Cited]) -> list[_Cited]:
    """Links and what the text cites in words, in order; of an address that is printed in part and linked whole, or the reverse, the whole."""
    cut: set[_Cited] = set()
    for link in links:
        for other in written:
            part, whole = sorted((link, other), key=lambda one: len(one[1]))
            if part[1] != whole[1] and abs(link[0] - other[0]) <= len(whole[1]) and _bare(whole[1]).startswith(_bare(part[1])):
                cut.add(part)
    return sorted({*links, *written} - cut)


def _bare(address: str) -> str:
    return _PREFIX.sub("", address).rstrip("/")


def _marker(words: str, kind: str, offset: int, keys: dict[str, str]) -> DraftMarker:
    """A marker of what the text cites, whose note has the next number unless it is known."""
    number = sum(key.startswith(kind) for key in keys.values()) + 1
    key = keys.setdefault(words, f"{kind}{number}")
    return DraftMarker(key, offset, key)


def _written(text: str) -> Iterator[_Cited]:
    """What the text cites in words: addresses, and outlets with their day in brackets; each with the offset behind it and its kind of label."""
    for match in _BRACKETED.finditer(text) if "(" in text else ():
        words = match["cited"]
        if _DAY.search(words) and identified(words.partition(",")[0].strip()) is not None:
            yield match.end(), words, _BRACKET
    for match in _BARE.finditer(text) if "://" in text or "www." in text else ():
        address = _whole(match["cited"])
        led = _BEHIND.search(text, max(0, match.start() - _BEFORE), match.start())
        named = led is not None and led["lead"].strip() != ""
        if cites("source", address) or (named and is_page(address)):
            yield match.end(), address, _LINK


def _whole(address: str) -> str:
    return address if address.startswith("http") else f"https://{address}"


def _place(text: str, offset: int, others: Sequence[int]) -> int:
    """Where the marker of a source stands: behind the sentence before it, if the source is all that follows there; else at the end of its own."""
    bare = _BARE.sub(lambda match: " " * len(match.group()), text[max(0, offset - _BEFORE) : offset]) if offset else ""
    behind = _BEHIND.search(bare) if _AFTER.match(text, offset) else None
    if behind is not None:
        return max(0, offset - _BEFORE) + behind.end("stop")
    return _sentence_end(text, offset, others)


def _sentence_end(text: str, offset: int, others: Sequence[int]) -> int:
    """The end of the sentence that an offset lies in; the offset itself where another marker stands behind it in the sentence."""
    end = SENTENCE_STOP.search(text, max(0, offset - 1))
    if end is None:
        return offset
    return offset if any(offset < other < end.end() for other in others) else end.end()
