"""Which blocks are no statements of the document's author: page furniture, captions, author boxes, imprints, share bars.

Each pattern stands for a class of lines that policy sites, wires and journals print; none names a publisher.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from dateline.adopters import decides
from dateline.ontology.wordlists import text_of
from dateline.read.addresses import is_address_line
from dateline.read.dates import MONTH
from dateline.read.draft import DraftBlock
from dateline.read.interviews import interview_questions
from dateline.read.names import people
from dateline.read.notices import is_notice
from dateline.read.references import is_notes_heading, is_prose
from dateline.turns import opens_turn
from dateline.types import BlockKind
from dateline.types.document import ASKED

#: Headings of sections that hold no statements of the document, to the next heading.
_SECTION: Final = re.compile(
    r"[\W\d_]*(?:(?:about|note on|meet) (?:the )?(?:authors?|editors?|contributors?|us"
    r"|(?:[\w-]+ ){0,5}(?:institut\w+|organi[sz]ation|cent(?:re|er)|foundation"
    r"|council|publisher|think[- ]tank|society|association|programme|program|(?-i:[A-Z][\w-]*[A-Z])))(?: [\w&, ]{0,40})?"
    r"|authors?(?: bios?| information| details)?|contributors?|disclaimers?|acknowledge?ments?|copyright|imprint|legal notice|how to cite"
    r"|cite this.{0,20}|suggested citation"
    r"|updates? to this page|(?:full )?(?:page|change|version|revision) history|conflicts? of interest|competing interests|funding|data availability.{0,20}"
    r"|end\s?notes?|foot\s?notes?|notes?|references?|sources|citations|works cited|bibliography|further reading"
    r"|(?:media |press )?contacts?(?: us)?)[\W_]*$",
    re.IGNORECASE,
)
#: Headings of boxes that stand anywhere on a page; running text after them is the document again.
_BOX: Final = re.compile(
    r"[\W\d_]*(?:key ?words?|tags?|topics|related(?: \w+){0,2}|more (?:on|in|about)\b.{0,40}|also (?:read|in)\b.{0,40}"
    r"|share(?: \w+){0,3}|follow us.{0,20}|subscribe.{0,30}|sign up.{0,30}|newsletter"
    r"|comments?|table of contents|contents|advertisement|editors?['’]?s? (?:picks?|choice(?: \w+)?))[\W_]*$",
    re.IGNORECASE,
)
#: Boxes of teasers, whose smaller headings are those of other reports.
_TEASERS: Final = re.compile(
    r"[\W\d_]*(?:(?:you|readers|people) (?:may|might|could)? ?also (?:like|liked|read|enjoy|be interested in)|more (?:like this|from|stories|news|coverage)\b.{0,40}"
    r"|related (?:stories|articles|content|posts|news|coverage|reading|topics|links)|recommended(?: \w+){0,2}|most (?:read|popular|viewed|shared)|trending(?: now)?"
    r"|(?:from )?around the web|don['’]t miss|what to read next|(?:up|read) next|read more|keep reading|promoted stories|from our partners"
    r"|popular (?:videos?|stories|posts|articles|now)|(?:our |the )?latest (?:stories|news|articles|posts|videos)|before you go)[\W_]*$",
    re.IGNORECASE,
)
#: What heads the comments of readers, as no section of a document is headed.
_READERS: Final = re.compile(
    r"[\W_]*(?:(?:reader['’]?s?['’]? )?(?:comments?|responses|replies)\s*[(\[]\s*[\d,]+\s*[)\]]|[\d,]+ (?:reader )?(?:comments?|responses|replies)"
    r"(?: (?:on|to)\b.{0,120})?|reader['’]?s?['’]? comments?|join the (?:conversation|discussion|debate)|(?:leave|post|write|add|submit) (?:a|your)"
    r" (?:comment|reply)|have your say|what do you think\?|comments? (?:section|are closed|policy))[\W_]*$",
    re.IGNORECASE,
)
#: Entries of boxes are shorter than running text.
_BOX_WORDS: Final = 20
#: Headings that no format marks, but their words and place do, have this level or a deeper one.
_INFERRED: Final = 4
_FURNITURE: Final = re.compile(
    r"(?:[-–—|\[( ]*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\]) ]*|\|?\s*page\s+[ivxlc]+"
    r"|\d{2}-\d{4,6}(?:\s*\([A-Z]\))?\s+\d{1,4}/\d{1,4}|\d{1,4}/\d{1,4}\s+\d{2}-\d{4,6}(?:\s*\([A-Z]\))?)$", re.IGNORECASE
)
_CAPTION: Final = re.compile(
    r"(?:(?:figure|fig\.?|table|map|chart|graph|exhibit|photo|image|picture|plate)\s*\d+[A-Za-z]?\s*[.:–—-]"
    r"|(?:photo(?:graph)?s?|images?|pictures?|source|credits?|caption|video|watch|listen|file photo|infographic"
    r"|(?:photo|image|picture) (?:credits?|source|courtesy)|representational image)\b(?: by| credit)?\s*[:|/]"
    r"|[(\[](?:photo|image|file|picture)\b)"
    r"|.{0,400}(?:\(AP Photo[^)]*\)|\[[^\]]*/(?:Reuters|AP|AFP|EPA|Getty)[^\]]*\]|"
    r"(?:(?:Photo(?:graph|s)?|Image|Picture)(?: (?:Credit|courtesy))?: |(?<=[.!?…] )(?:Photo(?:graph)?|Image|Picture) (?:by|courtesy of) (?-i:(?=[A-Z]))"
    r"|\((?:Photo(?:graph)?|Image|Picture)s? (?:by|courtesy of) )(?:[^.]|\b(?-i:[A-Z])\.){2,60}\.?\)?|[.!?…)] ©\s?(?:[^.\d]|\b(?-i:[A-Z])\.){3,60}\.?"
    r"|/\s?(?:AFP|Getty Images|Reuters|AP)(?: via [\w ]+)?\)?)$",
    re.IGNORECASE,
)
#: "(c)" before a name or a year; before a sentence it is the third of a list.
COPYRIGHT_LETTER: Final = r"\(c\)\s+(?=copyright\b|by\b|\d{4}\b|.{0,80}\b(?:19|20)\d\d\W*$|.{0,80}\ball rights\b|(?-i:(?:[A-Z][\w&.'’-]*\W*){1,4}$))"
_LINE: Final = re.compile(
    r"(?:disclaimer\b|©|" + COPYRIGHT_LETTER + r"|copyright(?:\s*(?:©|\(c\)|\d{4}|:|by\b|notice|protected|holder|reserved)|$)"
    r"|all rights reserved|key ?words?\s*[:—–-]|tags?\s*:|filed under|topics?\s*:|jel (?:codes?|class)"
    r"|(?:the )?(?:views|opinions|positions)(?: and \w+)?\b.{0,60}\b"
    r"(?:(?:are|is) (?:\w+ )?(?:those|the authors?['’]|(?:his|her|their) own|personal|not)|do not|does not|solely|represent|reflect)\b"
    r"|(?:this|the) (?:article|piece|commentary|paper|post|story|op-ed|essay|brief|report|blog)\b.{0,60}\b(?:was|is|has been|were) "
    r"(?:first |originally |also )*(?:published|translated|reproduced|written by|adapted|produced|part of|republished)"
    r"|(?:originally|first) published|reprinted|republished|reproduced (?:with|by) permission"
    r"|(?:share|tweet|print|email|save|like|comment|bookmark)(?: (?:this|it|on|via|article|page|story))*\s*:?$"
    r"|(?:follow|like|find|join|visit|contact|email|write to) (?:us|him|her|the author|me)\b|follow @|(?:on )?twitter:? ?@"
    r"|subscribe\b|sign up\b|click here|read more\b|read also|also read|read (?:next|the full)|see also:|more on this|related:"
    r"|advertisement|sponsored(?: (?:content|post|link|message)s?\b|\s*:|$)|skip to|jump to|download (?:the )?(?:pdf|report|article)|view (?:the )?pdf|back to top|listen to this"
    r"|\d+ (?:min(?:ute)?s?)(?: of)? read|reading time|(?:issn|isbn|doi)\b|(?:https?|file)://\S+(?:\s+\d{1,3}/\d{1,3})?$|www\.\S+$|doi:|e-?mail\s*:"
    r"|(?:tel|phone|telephone|fax|t|f|mobile|p)\s*[.:]?\s*\+?\(?\d[\d\s()-]{6,}"
    r"|[\[(]?(?:additional )?(?:reporting|writing|compiled|edited|editing|translated|with inputs?)\b.{0,20}\b(?:by|from)\b"
    r"|\(?with (?:agency )?inputs from|\(?this (?:story|report) has (?:been|not been) (?:edited|published)"
    r"|please (?:cite|contact|note|subscribe|support)|to cite this|suggested citation|recommended citation|cite as|cookies?\b"
    r"|support (?:our|us|independent)|donate\b|become a (?:member|subscriber)|get (?:the|our) .{0,40}(?:newsletter|inbox)"
    r"|\((?:(?:this|the) (?:[\w-]+ ){0,3}(?:story|report|version|article) (?:has been )?)?(?:corrects|corrected|adds|updates|recasts|refile[ds]|rewrites|removes|amends|clarifies"
    r"|fixes|deletes|restores|changes|repeats)\b[^()]{0,400}\)$"
    r"|our (?:editorial )?(?:standards|principles|policies|guidelines|ethics|code of (?:ethics|conduct))\s*:"
    r"|(?:except where (?:otherwise )?(?:noted|stated),? )?(?:(?:this|the|all|our) )?(?:[\w-]+ )?(?:work|text|content"
    r"|material|article|paper|publication|page|site|website|report|post|story)s?\b.{0,80}?"
    r"\b(?:is|are) (?:(?:made )?available|licen[sc]ed|published|released|distributed|shared)\b.{0,60}?"
    r"\b(?:creative commons|cc[ -](?:by|0)|(?:open|public|free)\b.{0,30}?licen[sc]e)"
    r"|(?:licen[sc]ed|published|available|released|shared|distributed) under (?:an? |the )?(?:terms of (?:an? |the )?)?(?:creative commons|cc[ -](?:by|0)|open government|gnu)\b"
    r"|corrections?\s*:|editor['’]s note\s*:|\(?(?:the )?(?:author|writer)s? (?:is|are|was|were|has|would like|works?|thanks?)\b)",
    re.IGNORECASE,
)
#: What the tools of news pages leave, as a whole line: addresses to share a story at, words of a video's search, a writer to follow.
_LEFTOVERS: Final = frozenset(text_of("read.boilerplate.leftovers").strip().splitlines())
_LEFTOVER: Final = re.compile(
    r"(?:read (?:or|and) share this (?:story|article)\b|video keywords\b|video transcript\b|view all (?:posts|articles|stories) by\b"
    r"|(?:please )?follow [^.]{3,80} on (?:twitter|facebook|instagram|google\+)\b"
    r"|enter you(?:r)? e?-?mail address\b|see [^.]{2,40} (?:pictures|photos|cartoons|videos) of the (?:day|week|month|year)\b"
    r"|(?:photograph|photo|picture)s? by [A-Z]|view reader contributions\b|text size\s*:"
    r"|we (?:and our (?:[\d,]+ )?(?:\w+ )?(?:partners|vendors)\b|value your privacy\b|use cookies\b)"
    r"|this (?:document|article|story|material) is subject to copyright\b|this material may not be published\b)",
    re.IGNORECASE,
)
#: Who else worked on a report.
_CREDIT: Final = re.compile(
    r"[\[(]?(?:(?:additional|further) )?(?:reporting|writing|editing|reported|compiled|edited|translated|translation)(?: and (?:writing|editing|edited))? by:?\s+",
    re.IGNORECASE,
)
_CREDIT_WORDS: Final = 25
_LEFTOVER_CHARS: Final = 250
_CONTACT: Final = re.compile(r"(?:\+\d[\d\s()-]{7,}|(?<!://)\bwww\.\S+|[^\s@]{1,64}@[^\s@]{1,100}\.\w{2,}|@\w{4,}|\b[A-Z][a-z]+ \d{3} ?\d{3}\b)")
_SHARE: Final = re.compile(
    r"(?:(?:share|tweet|print|e-?mail|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|copy link|pinterest|instagram|youtube|save"
    r"|bookmark|comments?|messenger|pocket|flipboard|a[-+]|font size|listen|follow)\b(?:\s(?:on|via|to|by|with)\b)?[\s|•·/,:]*){2,}$",
    re.IGNORECASE,
)
_INSTITUTE: Final = re.compile(
    r"\b(?:is|was founded|are) (?:an?|the)? ?(?:\S+,? ){0,6}?(?:non-?partisan|non-?profit|not-for-profit|autonomous|independent|leading"
    r"|premier|think[- ]tank|policy institute|research (?:institute|institution|organi[sz]ation|cent(?:re|er)))\b"
)
_ROLE: Final = (
    r"(?:fellow|professor|researcher|analyst|correspondent|columnist|lecturer|scholar|reporter|journalist|editor|associate"
    r"|student|historian|author|expert|consultant|adviser|advisor|strategist|scientist)"
)
_EMPLOYER: Final = r"Institut\w*|Universit\w+|Cent(?:re|er)|Foundation|Council|Endowment|School|College|Academy|Program(?:me)?|Forum|Project|Fund|think[- ]tank"
_BIO: Final = re.compile(
    rf"(?:(?:Dr|Prof|Professor|Amb|Ambassador|Lt|Gen|Maj|Col|Cdr|Adm|Mr|Ms|Mrs)\.? )*(?:[A-Z][\w.'’-]+ ){{2,5}}(?:\([^)]*\) )?"
    rf"(?:is|has been|works as|serves as) (?:an?|the|currently)?\s?[^.]{{0,120}}"
    rf"\b(?:{_ROLE}s?\b|(?:president|ambassador|chair|officer|candidate|director)\b[^.]{{0,60}}\b(?:{_EMPLOYER})\b)",
)
#: What happens to persons of whom a text tells; a biography says none of it.
_BEFALLEN: Final = re.compile(
    r"\b(?:killed|murdered|shot|arrested|detained|jailed|imprisoned|sentenced|expelled|deported|abducted|kidnapped|assassinated|ousted|deposed|poisoned|accused|whom"
    r"|(?:ordered|signed|vetoed|invaded|recalled|resigned|threatened|condemned|rejected))\b"
)
_DATED: Final = re.compile(rf"\b(?:1[89]|20)\d\d\b|\b\d{{1,2}} {MONTH}\b|\b{MONTH} \d{{1,2}}\b")
_TELLING_WORDS: Final = 10
#: Headings are shorter; paragraphs that they head are longer. Running text has begun with the first paragraph of so many words.
_HEADING_WORDS: Final = 12
_BODY_WORDS: Final = 25
#: Where a bio or an institute's description may stand: the last blocks of a document.
_TAIL: Final = 8
#: The longest lines of a site's furniture have 1,000 characters; the patterns are not meant for more, and some take its square in time.
_LINE_CHARS: Final = 10_000
#: A running head is repeated at least so often, and is short.
_RUNNING_HEAD: Final = 3
_RUNNING_WORDS: Final = 14
#: The symbol of a paper of an organisation ("S/PV.412", "A/79/14", "CM(2021)4/add"), which stands on one of its first lines and on every page.
_SYMBOL: Final = re.compile(r"(?<!\S)[A-Z][A-Z()\d-]{0,14}(?:/[A-Z\d][\w.()-]{0,20}){1,5}(?!\S)")
_DAY_OR_PAGE: Final = re.compile(
    rf"\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b|\b\d{{1,2}} {MONTH} \d{{4}}\b|\b{MONTH} \d{{1,2}}, \d{{4}}\b|(?:\bpages? )?\b\d{{1,4}}(?:\s?(?:/|of)\s?\d{{1,4}})?\b",
    re.IGNORECASE,
)
_HEAD: Final = 10
_HEAD_CHARS: Final = 400


def as_headings(blocks: Sequence[DraftBlock]) -> Iterator[DraftBlock]:
    """Bold lines, short lines between paragraphs and lines such as "About the Author" are headings, whatever their markup; questions of an interview and
    who decides what the clauses below tell are none."""
    in_body = False
    asked = interview_questions(blocks)
    for index, block in enumerate(blocks):
        if index in asked:
            block = replace(block, kind=BlockKind.PARAGRAPH, level=ASKED)
        elif decides(block.text.text):
            block = replace(block, kind=BlockKind.PARAGRAPH, level=0)
        elif block.kind is BlockKind.PARAGRAPH and not block.item and not _is_label(block.text.text):
            words = block.text.text.split()
            bold = block.bold and len(words) <= 18 and not re.search(r"[.,;]$", block.text.text)
            named = len(words) <= 6 and block.lines == 1 and _is_section(block.text.text)
            if bold or named or (in_body and _stands_alone(blocks, index)):
                block = replace(block, kind=BlockKind.HEADING, level=max(block.level, 4))
            in_body = in_body or len(words) >= _BODY_WORDS
        yield block


def _stands_alone(blocks: Sequence[DraftBlock], index: int) -> bool:
    """A short line without a full stop between the end of one paragraph and the beginning of another."""
    text = blocks[index].text.text
    words = text.split()
    if _CAPTION.match(text) is not None or blocks[index].lines > 1 or blocks[index].markers or not 1 <= len(words) <= _HEADING_WORDS or index + 1 >= len(blocks):
        return False
    before, after = blocks[index - 1], blocks[index + 1]
    if before.kind is BlockKind.PARAGRAPH and not re.search(r"[.!?…:][\"”’')\]]*$", before.text.text):
        return False
    long_names = [word for word in words if len(word) > 3]
    titled = sum(word[:1].isupper() for word in long_names) >= 0.7 * len(long_names)
    unstopped = not re.search(r"[.,;:!?…\"”’')]$", text) or (text.endswith("?") and titled)
    opens = after.kind is BlockKind.PARAGRAPH and not after.item and len(after.text.text.split()) >= _HEADING_WORDS
    return unstopped and opens and text[:1].isupper() and not after.text.text[:1].islower()


def _is_label(text: str) -> bool:
    """Whether a line is the label of a turn whose words stand below it ("**MR DIAZ:**")."""
    return text.endswith(":") and opens_turn(text)


def _is_section(text: str) -> bool:
    return any(pattern.match(text) is not None for pattern in (_SECTION, _BOX, _TEASERS, _READERS))


def heads_box(text: str) -> bool:
    """Whether a heading is that of a box beside the text: "More from our partners", "Related stories"."""
    return _BOX.match(text) is not None or _TEASERS.match(text) is not None


def without_furniture(blocks: Sequence[DraftBlock]) -> Iterator[DraftBlock]:
    """Page numbers and running heads become boilerplate; what follows them follows a page break."""
    counts = Counter(_running_key(block) for block in blocks)
    lines, marks = _repeated_lines(blocks)
    broken = False
    for index, block in enumerate(blocks):
        text = block.text.text
        key = _running_key(block)
        running = index > 0 and key is not None and (counts[key] >= _RUNNING_HEAD or _is_page_head(text, index, lines, marks))
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and (running or _FURNITURE.match(text)):
            yield replace(block, kind=BlockKind.BOILERPLATE)
            broken = True
            continue
        yield replace(block, after_break=True) if broken else block
        broken = False


def _running_key(block: DraftBlock) -> str | None:
    text = block.text.text
    if len(text) > 120 or len(text.split()) > _RUNNING_WORDS or block.item or re.search(r"[.!?]$", text) or _is_label(text):
        return None
    words = re.sub(r"\d+", "#", text.lower()).strip(" |#-–—").split()
    return " ".join(sorted(words)) or None


def _repeated_lines(blocks: Sequence[DraftBlock]) -> tuple[frozenset[str], dict[str, int]]:
    """The short lines of a document, and the symbols on its first lines by the number of the line."""
    lines = frozenset(_letters(block.text.text) for block in blocks if len(block.text.text.split()) <= _RUNNING_WORDS)
    marks: dict[str, int] = {}
    for index, block in enumerate(blocks[:_HEAD]):
        for found in _SYMBOL.finditer(block.text.text[:_HEAD_CHARS]):
            marks.setdefault(found[0], index)
    return lines, marks


def _is_page_head(text: str, index: int, lines: frozenset[str], marks: Mapping[str, int]) -> bool:
    """Whether a line repeats the symbol of the document, with its day, its title, a page or nothing: "S/PV.412 The situation in Chad 3/9/2024"."""
    symbol = next((found[0] for found in _SYMBOL.finditer(text) if marks.get(found[0], index) < index), None)
    if symbol is None:
        return False
    rest = _letters(_DAY_OR_PAGE.sub(" ", text.replace(symbol, " ")))
    return not rest or rest in lines or any(line.endswith(f"agenda {rest}") for line in lines)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def classify(blocks: Sequence[DraftBlock], authors: Sequence[str]) -> Iterator[DraftBlock]:
    """Captions, and boilerplate by line, by section and by place; headings of boilerplate sections with them.

    Args:
        blocks: the blocks in order, with headings recognised.
        authors: the document's authors, whose biographies end it.
    """
    section: int | None = None
    box = readers = teasers = False
    for index, block in enumerate(blocks):
        text = block.text.text
        if block.kind is BlockKind.HEADING and (_is_credit(text) or (_is_leftover(text) and not _is_section(text))):
            yield replace(block, kind=BlockKind.BOILERPLATE)
            continue
        if block.kind is BlockKind.HEADING:
            if _is_section(text) and not _heads_prose(blocks, index):
                teasers, readers = _TEASERS.match(text) is not None, readers or _READERS.match(text) is not None
                box = _SECTION.match(text) is None and not readers
                section = block.level if section is None or box else min(section, block.level)
                yield replace(block, kind=BlockKind.BOILERPLATE)
                continue
            if section is not None and _ends_section(blocks, index, section, box=box and not teasers, teasers=teasers, readers=readers):
                section, readers = None, False
        elif box and block.kind is BlockKind.PARAGRAPH and len(text.split()) >= _BOX_WORDS:
            section, box = None, False
        if section is not None and block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            yield replace(block, kind=BlockKind.BOILERPLATE)
        elif block.kind is BlockKind.PARAGRAPH:
            yield replace(block, kind=_paragraph_kind(block, index >= len(blocks) - _TAIL, authors))
        else:
            yield block


def _ends_section(blocks: Sequence[DraftBlock], index: int, section: int, *, box: bool, teasers: bool, readers: bool) -> bool:
    """Whether a heading is the document's again: any after a box; not the small ones of teasers and of readers, but those above running text."""
    level = blocks[index].level
    if readers:
        return level < section or level == section < _INFERRED
    if teasers:
        below = blocks[index + 1 : index + 2]
        running = bool(below) and below[0].kind is BlockKind.PARAGRAPH and len(below[0].text.text.split()) >= _BOX_WORDS
        return level <= section or running
    return box or level <= section or level < _INFERRED


def set_aside(before: Sequence[DraftBlock], after: Sequence[DraftBlock]) -> list[DraftBlock]:
    """Paragraphs that :func:`classify` set aside though they tell something of a day or a year.

    Args:
        before: the blocks given to it.
        after: the blocks that it gave.
    """
    return [
        old
        for old, new in zip(before, after, strict=True)
        if old.kind is BlockKind.PARAGRAPH and new.kind is BlockKind.BOILERPLATE and len(old.text.text.split()) >= _TELLING_WORDS
        and _DATED.search(old.text.text) and _BEFALLEN.search(old.text.text)
    ]  # fmt: skip


def shortened(text: str) -> str:
    """The first words of a text in quotation marks."""
    words = text.split()
    return f'"{" ".join(words[:_TELLING_WORDS])}{" ..." if len(words) > _TELLING_WORDS else ""}"'


def _heads_prose(blocks: Sequence[DraftBlock], index: int) -> bool:
    """Whether "Notes" or "Sources" heads sentences that tell something rather than a list."""
    if not is_notes_heading(blocks[index].text.text):
        return False
    below = list(takewhile(lambda block: block.kind is not BlockKind.HEADING, blocks[index + 1 :]))
    return bool(below) and all(block.kind is BlockKind.PARAGRAPH and is_prose(block.text.text) for block in below)


def _paragraph_kind(block: DraftBlock, in_tail: bool, authors: Sequence[str]) -> BlockKind:
    text = block.text.text
    if len(text) > _LINE_CHARS:
        return BlockKind.PARAGRAPH
    words = len(text.split())
    if words <= 70 and _CAPTION.match(text):
        return BlockKind.CAPTION
    if _LINE.match(text) or _SHARE.match(text) or is_notice(text) or not re.search(r"[^\W\d_]", text):
        return BlockKind.BOILERPLATE
    if words <= 60 and len(_CONTACT.findall(text)) >= (1 if words <= 12 else 2):
        return BlockKind.BOILERPLATE
    if in_tail and is_address_line(text):
        return BlockKind.BOILERPLATE
    if in_tail and words <= 120 and (_is_bio(text, authors) or _INSTITUTE.search(text[:250])):
        return BlockKind.BOILERPLATE
    return BlockKind.BOILERPLATE if _is_leftover(text) else BlockKind.PARAGRAPH


def _is_credit(text: str) -> bool:
    """Whether a line says who reported or edited, and no more: "Reporting by Ana Reyes in Quito"; "Reporting from Gaza" may head a section."""
    match = _CREDIT.match(text)
    return match is not None and len(text.split()) <= _CREDIT_WORDS and bool(people(re.split(r"\s+in\s+|;", text[match.end() :])[0]))


def _is_leftover(text: str) -> bool:
    return len(text) <= _LEFTOVER_CHARS and (_LEFTOVER.match(text) is not None or _bare(text) in _LEFTOVERS)


def _bare(text: str) -> str:
    """A line in small letters, without marks and the running time behind it ("Watch video 02:17")."""
    return re.sub(r"[\W_]+", " ", re.sub(r"\s\d{1,2}:\d\d(?::\d\d)?$", "", text.lower())).strip()


def _is_bio(text: str, authors: Sequence[str]) -> bool:
    if _BIO.match(text) and not _BEFALLEN.search(text):
        return True
    bare = re.sub(r"^(?:(?:Dr|Prof|Professor|Amb|Ambassador|Mr|Ms|Mrs)\.? )+", "", text)
    return any(re.match(rf"{re.escape(author)}\b.{{0,40}}\b(?:is|was|has|works|serves|teaches|holds|writes)\b", bare) for author in authors)
