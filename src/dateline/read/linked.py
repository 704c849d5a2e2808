"""Sources that running text names itself, by a link or in brackets: which links cite, and how each becomes a note of its own.

Web commentary cites by linking the words that tell what the source reports ("Kosovo `accused Serbia`__ of backing the attack"). A reader leaves a
marker with the address behind such words; here the addresses become notes "link 1", "link 2" ... in the order of the text. So do addresses that stand
in the text. What a bracket cites in full, "(Reuters, 6 September 2024)", becomes a note "bracket 1"; its words stay where they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import SplitResult, urlsplit

from dateline.read.draft import DraftBlock, DraftMarker, DraftNote
from dateline.read.outlets import identified
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
#: Pages about a subject, a person or the site, and what is no page to read.
_NO_ARTICLE: Final = frozenset(
    "tag tags topic topics theme themes subject subjects category categories section author authors by staff people person profile profiles experts expert"
    " contributor contributors team search wiki about contact subscribe newsletter newsletters newsletter-signup signup login account donate shop store"
    " share sharer sharer.php intent privacy terms jobs careers hashtag user users podcasts countries country regions region keyword keywords".split()
)
#: Pages in which a site tells its rules, and those of a letter's own dispatch.
_RULES: Final = re.compile(
    r"(?:[a-z]+-){0,2}(?:trust-principles|our-standards|standards-and-\w+|(?:editorial|ethics|privacy|cookies?|corrections?|comments?|community|moderation|republish(?:ing)?|republication"
    r"|copyright|fact-check(?:ing)?|data-protection|advertising|publishing)-(?:policy|policies|notice|statement|principles|guidelines|standards|code|values|charter)"
    r"|code-of-(?:ethics|conduct)|terms-(?:of-(?:use|service)|and-conditions)|legal-notice|unsubscribe|view-in-browser|web-version)"
)
#: Linked words that name no source wherever they stand: what a reader may do with the page, and the site's rules.
_OF_SITE: Final = re.compile(
    r"\W*(?:(?:the |our |its )?(?:(?:[\w-]+ ){0,2}(?:trust principles"
    r"|(?:editorial|privacy|cookie|corrections?|comments?|ethics|republishing|republication) (?:policy|standards|guidelines|principles|notice)"
    r"|code of (?:ethics|conduct))|terms (?:of (?:use|service)|and conditions)|legal notice)(?:[.,]* opens (?:in a )?new (?:tab|window))?|our standards"
    r"|(?:view|read|open|see) (?:(?:this|it) )?(?:(?:e-?mail|newsletter|post|issue) )?(?:online|in (?:your |the |a )?(?:web )?(?:browser|app))"
    r"|(?:view (?:the )?)?(?:web|online|browser) version"
    r"|unsubscribe(?: here)?|opt[ -]out|(?:manage|update|change) (?:your |my )?(?:e-?mail )?(?:preferences|subscriptions?)|forward (?:this )?to a friend"
    r"|report an? (?:error|mistake)|(?:this )?creative commons\b.{0,90}|cc[ -]by\b.{0,20})\W*",
    re.IGNORECASE,
)
#: Hosts that pass readers on, hold profiles or licences: what they link to is not told by the address.
_NO_SOURCE: Final = re.compile(
    r"(?:^|\.)(?:creativecommons\.org|wikipedia\.org|wikidata\.org|addtoany\.com|list-manage\.com|mailchi\.mp|amazon\.\w+|apple\.com|spotify\.com)$"
    r"|^(?:click|links?|track\w*|email|go)\."
)
#: Longer addresses (code points) are none that people cite.
_LONGEST: Final = 1000
#: The address of one article, and not of a part of a site: a number, three words, or the name of a file.
_ARTICLE: Final = re.compile(r"\d|[-_][^-_/]+[-_]|\.(?:html?|pdf|aspx?|php)$")
_LOWER: Final = re.compile(r"\b[a-z]{3,}\b")
_ADDRESS_WORDS: Final = re.compile(r"(?:https?://|www\.)\S+")
#: Where a sentence ends.
_END: Final = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘(\[]?[A-Z0-9]|\s*$)")
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
#: So many lines of addresses below paragraphs are the custom of a text; one may be its own address.
_CUSTOM: Final = 2


def cites(words: str, address: str) -> bool:
    """Whether linked words cite what they are linked to.

    They do where they tell something ("killed three soldiers", "a report") or the address is that of one article. Names that are linked to a page
    about who bears them, shares, subscriptions, licences, a site's rules and the pages of its subjects do not.
    """
    if not words.strip() or _OF_SITE.fullmatch(words) or not _is_page(address):
        return False
    parts = urlsplit(address)
    steps = [step for step in parts.path.split("/") if step]
    article = _ARTICLE.search(parts.path) is not None or re.search(r"\d", parts.query) is not None
    tells = _LOWER.search(_ADDRESS_WORDS.sub("", words)) is not None
    return article or (tells and (len(steps) > 1 or "-" in steps[0]))


def _is_page(address: str) -> bool:
    """Whether an address is that of a page that can be cited: none of a site as a whole, of a subject or person, of what a site offers and rules."""
    parts = _split(address) if address.startswith(("http://", "https://")) and len(address) <= _LONGEST else None
    if parts is None or not parts.hostname or _NO_SOURCE.search(parts.hostname):
        return False
    steps = [step.lower() for step in parts.path.split("/") if step]
    return bool(steps) and not any(step in _NO_ARTICLE or step.startswith("@") or _RULES.fullmatch(re.sub(r"\.\w+$", "", step)) for step in steps)


def _split(address: str) -> SplitResult | None:
    """The parts of an address; ``None`` where it is none after all ("http://[1")."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def marker_label(address: str) -> str:
    """The label of a marker behind words that cite an address."""
    return _ADDRESS + address.replace("]", "%5D").replace(" ", "%20")


def in_text(label: str) -> bool:
    """Whether the text itself names the source of a note of this label, by a link or in brackets."""
    return label.startswith((_LINK, _BRACKET))


def as_notes(blocks: Sequence[DraftBlock], notes: Sequence[DraftNote]) -> tuple[tuple[DraftBlock, ...], tuple[DraftNote, ...]]:
    """Blocks and notes with what the text of paragraphs cites itself as notes behind the others; a source has one note, however often it is cited.

    A link is the source of its whole sentence, so its marker stands at the sentence's end, unless another marker comes before that. What stands behind the
    sentence's full stop, or in a line below the paragraph, is the source of the sentence before it.
    """
    keys: dict[str, str] = {}
    below = _below(blocks)
    found = tuple([_with_below(_with_markers(block, keys), below.get(index, ()), keys) for index, block in enumerate(blocks)])
    cited = [DraftNote(key, Mapped.inserted(words), 0, words if words.startswith("http") else None, key) for words, key in keys.items()]
    return found, (*notes, *cited)


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


def _with_markers(block: DraftBlock, keys: dict[str, str]) -> DraftBlock:
    told = [one for one in block.markers if not one.label.startswith(_ADDRESS)]
    if block.kind is not BlockKind.PARAGRAPH:
        return replace(block, markers=tuple(told)) if len(told) < len(block.markers) else block
    links = [(one.offset, one.label.removeprefix(_ADDRESS), _LINK) for one in block.markers if one.label.startswith(_ADDRESS)]
    written = list(_written(block.text.text))
    if not links and not written:
        return block
    places = [*(one.offset for one in told), *(offset for offset, _, _ in (*links, *written))]
    for offset, words, kind in sorted({*links, *written}):
        told.append(_marker(words, kind, _place(block.text.text, offset, places), keys))
    return replace(block, markers=tuple(sorted(dict.fromkeys(told), key=lambda one: one.offset)))


def _marker(words: str, kind: str, offset: int, keys: dict[str, str]) -> DraftMarker:
    """A marker of what the text cites, whose note has the next number unless it is known."""
    number = sum(key.startswith(kind) for key in keys.values()) + 1
    key = keys.setdefault(words, f"{kind}{number}")
    return DraftMarker(key, offset, key)


def _written(text: str) -> Iterator[tuple[int, str, str]]:
    """What the text cites in words: addresses, and outlets with their day in brackets; each with the offset behind it and its kind of label."""
    for match in _BRACKETED.finditer(text) if "(" in text else ():
        words = match["cited"]
        if _DAY.search(words) and identified(words.partition(",")[0].strip()) is not None:
            yield match.end(), words, _BRACKET
    for match in _BARE.finditer(text) if "://" in text or "www." in text else ():
        address = _whole(match["cited"])
        led = _BEHIND.search(text, max(0, match.start() - _BEFORE), match.start())
        named = led is not None and led["lead"].strip() != ""
        if cites("source", address) or (named and _is_page(address)):
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
    end = _END.search(text, max(0, offset - 1))
    if end is None:
        return offset
    return offset if any(offset < other < end.end() for other in others) else end.end()
