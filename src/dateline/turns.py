"""Turns of speech: "Mr. Kariuki (United Kingdom):", "QUESTION:", "MR PRICE:" at the head of a paragraph say who speaks, until the next such label.

Verbatim records, hearings, press briefings and interviews are written so. A label is no part of what is said: reading keeps turns apart,
extraction attributes what is said in one, and whose its "we" is follows from the label.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Protocol

from dateline.ontology.wordlists import words_of
from dateline.types import Block, BlockKind, Document, Mention, Phrase, PhraseForm, Span

_TITLE: Final = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Shri|Shrimati|Smt|Hon(?:['’]ble)?|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Viscount|Earl|H\.? ?E|Senator|Sen|Rep|Representative"
    r"|Congress(?:man|woman)|Deputy"
    r"|Ambassador|Amb|Chair(?:man|woman|person)?|(?:Vice[ -])?President|(?:Deputy )?Prime Minister|Premier|(?:\w+ )?Minister|(?:\w+ )?Secretary(?:[ -]General)?"
    r"|General|Admiral|Judge|Justice|Commissioner|High Representative|(?:(?:\w+ ){1,3})?Spokes(?:man|woman|person)|Chancellor|King|Queen|Prince|Taoiseach)"
)
_WORD: Final = r"(?:[A-Z]\.|(?:St|Jr|Sr)\.|[^\W\d_a-z][\w'’-]*(?:\.[\w'’-]+)*|al-\w+|el-\w+|d['’][^\W\d_a-z]\w+)"
_LOW: Final = r"(?:(?:de|da|di|do|dos|del|der|den|van|von|bin|ibn|al|el|la|le|of|and|for|the|y|ter|ten)[ ]){0,2}"
_NAME: Final = rf"{_WORD}(?:[ ]{_LOW}{_WORD}){{0,5}}"
_IN: Final = r"(?:\s*[(\[](?P<{0}>[^()\[\]\n]{{2,80}})[)\]])?(?:\s*[(\[][^()\[\]\n]{{2,60}}[)\]]){{0,2}}"
_ROLE: Final = (
    r"(?:(?:Acting|Deputy|Vice|Temporary) )?(?:(?:Vice-)?President|Chair(?:man|woman|person)?|Co-Chair|Speaker|(?:Under-)?Secretary-General|(?:Prime |Foreign |Defence )?"
    r"(?:Minister|Secretary)(?: (?:of|for) [^:.()\n]{3,60})?|Taoiseach|T[aá]naiste|Spokes(?:man|woman|person)|Rapporteur|Ceann Comhairle|Cathaoirleach"
    r"|Moderator|Clerk|Interpreter|High Representative|(?:Lord|Parliamentary) [^:.()\n]{3,60}|(?:Permanent )?(?:Representative|Observer) (?:of|for) [^:.()\n]{3,60})"
)
_COLON: Final = r"\s*[:：]\s*"
_LOOSE: Final = r"(?:\s*[:：]\s*|\.?\s*(?:[—–]|--)\s*|\.\s+)"
_SPEECH: Final = r"(?=[\"“‘'(\[]?[A-Z])"
_NEXT: Final = r"(?=[\"“‘'(\[]?[^\W_]|\Z)"
#: What a label is read as, the surest first; a ``loose`` one ends in a stop or a dash too, where the document has several of them.
_ASKER: Final = re.compile(
    rf"(?P<name>Q(?:uestion|UESTION)?|REPORTER|Reporter|JOURNALIST|Journalist|PRESS|INTERVIEWER|Interviewer)(?:\s?(?:No\.? ?)?\d{{1,3}})?"
    rf"(?:\s*[(\[[^()\[\]\n]{{2,60}}[)\]])?{_LOOSE}{_NEXT}"
)
_BARE_Q: Final = re.compile(r"(?P<name>Q)\s+(?=[\"“‘']?[A-Z])")
_REPLY: Final = re.compile(rf"(?P<name>A(?:nswer|NSWER)?|REPLY|Reply|RESPONSE|Response)(?:\s?\d{{1,3}})?{_LOOSE}{_NEXT}")
_BARE_A: Final = re.compile(r"(?P<name>A)\s{2,}(?=[\"“‘']?[A-Z])")
_TITLED: Final = re.compile(rf"(?P<name>(?i:{_TITLE})\.? {_LOW}{_NAME}),?{_IN.format('office')}{_COLON}{_NEXT}")
_TITLED_LOOSE: Final = re.compile(rf"(?P<name>(?i:{_TITLE})\.? {_LOW}{_NAME}),?{_IN.format('office')}{_LOOSE}{_SPEECH}")
_CHAIR: Final = re.compile(rf"(?P<name>(?:The|THE|An|Madam|Mr\.?) (?i:{_ROLE})){_IN.format('office')}{_COLON}{_NEXT}")
_CHAIR_LOOSE: Final = re.compile(rf"(?P<name>(?:The|THE|An|Madam|Mr\.?) (?i:{_ROLE})){_IN.format('office')}{_LOOSE}{_SPEECH}")
_BRACKETED: Final = re.compile(rf"(?P<name>{_NAME})\s*[(\[](?P<office>[^()\[\]\n]{{2,80}})[)\]](?:\s*[(\[][^()\[\]\n]{{2,60}}[)\]]){{0,2}}{_COLON}{_NEXT}")
_BARE: Final = re.compile(rf"(?P<name>{_NAME})(?:, (?P<office>[^:.\n]{{3,60}}))?{_COLON}{_NEXT}")
#: An answer's label or a middle initial at the beginning of a line.
_INITIAL: Final = re.compile(r"A\. \S")
#: The turns of a dialogue without names.
_DASHED: Final = re.compile(r"(?P<name>—)\s*(?=[\"“‘']?[A-Z])")
#: Words before a colon that are nobody's name.
_NOBODY: Final = words_of("turns.nobody")
#: What the makers of a record write between turns or behind the last.
_ASIDE: Final = re.compile(
    r"[(\[][^\n]{2,400}[)\]]\W*\Z|(?:The|This) (?:\w+ ){0,2}(?:meeting|briefing|press conference|conference|session|sitting|hearing|interview|transcript|debate"
    r"|house|committee) (?:was|rose|ended|concluded|resumed|adjourned|closed|began|has been|took)\b|A (?:recorded |roll-call )?vote was taken\b|In favou?r:|Against:|Abstaining:"
    r"|It was so (?:decided|ordered)|There being no\b|Interview(?:ed)? by\b|Edited by\b|\*{3}|_{3}",
    re.IGNORECASE,
)
_INNER: Final = re.compile(r"(?<=[?.!])[\"”’]?\s+(?=(?:A|Q|Answer|Question|ANSWER|QUESTION)[:.]\s)")
#: So many labels make a record.
_LEAST: Final = 2
#: A label without a title or a bracket is one where it comes again.
_AGAIN: Final = 2
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says.

    Attributes:
        name: the words that say who speaks.
        start: offset of what is said.
        end: where it ends.
        office: what stands behind the name, in brackets or after a comma: most often the country.
        anybody: whether the label names nobody ("QUESTION:", "A:").
        asker: whether it is a questioner's.
        label: where the label begins.
    """

    name: Mention
    start: int
    end: int
    office: Mention | None
    anybody: bool
    asker: bool
    label: int


@dataclass(frozen=True, slots=True)
class _Label:
    form: str
    match: re.Match[str]
    block: int
    limit: int


def turns(document: Document) -> tuple[Turn, ...]:
    """The turns of a document in text order; none where it is no record of speech."""
    labels = _labels(document.text, document.blocks)
    if len(labels) < _LEAST:
        return ()
    outlets = any(one.form == "asker" for one in labels)
    starts = [one.match.start() for one in labels]
    return tuple(_turn(document, one, labels, starts, outlets) for one in labels)


def turn_number(found: Sequence[Turn], offset: int) -> int | None:
    """The number of the turn in which a place of the text lies."""
    at = bisect_right(found, offset, key=lambda one: one.start) - 1
    return at if at >= 0 and offset < found[at].end else None


class Labelled(Protocol):
    """What stands behind a label that is no part of it."""

    @property
    def label(self) -> int:
        """Where the label begins."""
        ...

    @property
    def start(self) -> int:
        """Where what it labels begins."""
        ...


def unlabelled(span: Span, found: Sequence[Labelled]) -> list[Span]:
    """The parts of a paragraph without the labels of turns, or the marks of clauses, in it.

    Args:
        span: the paragraph.
        found: what is labelled in its document, in text order.
    """
    first = bisect_right(found, span.start - 1, key=lambda one: one.label)
    cuts: list[Labelled] = []
    while first + len(cuts) < len(found) and found[first + len(cuts)].label < span.end:
        cuts.append(found[first + len(cuts)])
    lows, highs = [span.start, *(one.start for one in cuts)], [*(one.label for one in cuts), span.end]
    return [Span(low, high) for low, high in zip(lows, highs, strict=True) if low < high]


def label_phrase(turn: Turn, sentence: int) -> Phrase:
    """The label of a turn as the phrase of its speaker."""
    words = turn.name.text.split()
    span = Span(turn.name.span.start, turn.office.span.end) if turn.office else turn.name.span
    return Phrase(turn.name, words[-1].lower(), PhraseForm.NAME, sentence=sentence, extended=span)


def opens_turn(line: str) -> bool:
    """Whether a line of plain text opens a turn beyond doubt, so that it goes on with no line above it; "A. Smith" may be the rest of a name."""
    match = next((found for form in (_ASKER, _REPLY, _TITLED, _CHAIR) if (found := form.match(line)) is not None), None)
    if match is None or _INITIAL.match(line) is not None:
        return False
    return match["name"] not in {"A", "Q"} or line[match.end("name") : match.end("name") + 1] in {":", ".", " "}


def turn_paragraphs(paragraphs: Sequence[str]) -> list[int]:
    """The numbers of the paragraphs that open a turn; none where they are no record of speech.

    Example:
        >>> turn_paragraphs(["Briefing", "QUESTION: Has Oslo paid?", "MS DAHL: Not yet."])
        [1, 2]
    """
    blocks, at = [], 0
    for words in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + max(len(words), 1))))
        at += len(words) + 1
    found = _labels("\n".join(paragraphs), blocks)
    return sorted({one.block for one in found}) if len(found) >= _LEAST else []


def _labels(text: str, blocks: Sequence[Block]) -> list[_Label]:
    """The labels of a text: the sure ones, and those of the other forms where what it holds beside them bears them out."""
    places = [(number, low, high) for number, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH for low, high in _lines(text, block)]
    found = [one for place in places if (one := _read(text, *place)) is not None]
    counts: Counter[str] = Counter(one.form for one in found)
    bare = [one for one in found if one.form in {"bare", "bracketed"}]
    names = Counter(one.match["name"] for one in bare)
    asked = counts["asker"] > 0 or counts["bare asker"] >= _AGAIN
    answers = sum(_asks(text, one) and names[after.match["name"]] >= _AGAIN and after.match["name"] != one.match["name"] for one, after in pairwise(bare))
    talk = answers >= _AGAIN
    kept = {"asker", "sure"} | ({"reply", "bare reply", "bare asker"} if asked else set()) | ({"bare", "bracketed"} if counts["sure"] or asked or talk else set())
    kept |= {"dash"} if any(_asks(text, one) and not _asks(text, after) for one, after in pairwise(one for one in found if one.form == "dash")) else set()
    kept |= {"loose"} if counts["loose"] + counts["sure"] + counts["asker"] >= _LEAST else set()
    return [one for one in found if one.form in kept and (one.form != "bare" or asked or talk or names[one.match["name"]] >= _AGAIN)]


def _lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The lines of a paragraph, and what stands behind a question in the same line and opens its answer."""
    low = block.span.start
    while low < block.span.end:
        end = text.find("\n", low, block.span.end)
        high = block.span.end if end < 0 else end
        cuts = [one.end() for one in _INNER.finditer(text, low, high)] if text.startswith(("Q", "A"), low) else []
        yield from zip([low, *cuts], [*cuts, high], strict=True)
        low = high + 1


def _read(text: str, block: int, low: int, high: int) -> _Label | None:
    """The label that opens a line, with its form."""
    limit = min(high, low + _LONGEST)
    forms = (
        ("asker", _ASKER), ("sure", _TITLED), ("sure", _CHAIR), ("bracketed", _BRACKETED), ("reply", _REPLY), ("bare asker", _BARE_Q), ("bare reply", _BARE_A),
        ("loose", _TITLED_LOOSE), ("loose", _CHAIR_LOOSE), ("bare", _BARE), ("dash", _DASHED),
    )  # fmt: skip
    for form, pattern in forms:
        match = pattern.match(text, low, limit)
        if match is None or (match.end() == limit < high):
            continue
        if form in {"asker", "reply", "dash"} or _is_name(match["name"]):
            return _Label(form, match, block, high)
    return None


def _is_name(words: str) -> bool:
    """Whether words can name a speaker: as capitals show, and no word that opens a note or a list."""
    first = words.split()[0]
    parts = [word for word in words.split() if len(word) > 3]
    return first[:1].isupper() and first.lower() not in _NOBODY and all(word[:1].isupper() or word.startswith(("al-", "el-", "d'", "d’")) for word in parts[-1:])


def _asks(text: str, label: _Label) -> bool:
    return text[label.match.end() : label.limit].rstrip("\"”’ ").endswith("?")


def _turn(document: Document, one: _Label, labels: Sequence[_Label], starts: Sequence[int], asked: bool) -> Turn:
    match, text = one.match, document.text
    after = bisect_right(starts, match.start())
    bound = labels[after].match.start() if after < len(labels) else len(text)
    end = _end(document, one, bound)
    office = match.groupdict().get("office")
    anybody = one.form in {"asker", "reply", "bare asker", "bare reply", "dash"}
    begins = min(match.end(), end)
    return Turn(
        name=Mention(match["name"], Span(*match.span("name"))),
        start=begins,
        end=end,
        office=Mention(office, Span(*match.span("office"))) if office else None,
        anybody=anybody,
        asker=one.form in {"asker", "bare asker"} or (one.form in {"bare", "dash"} and text[begins:end].rstrip("\"”’ \n").endswith("?")),
        label=match.start(),
    )


def _end(document: Document, one: _Label, bound: int) -> int:
    """Where a turn ends: before the next label, a heading, or what the makers of the record write behind it."""
    last = one.limit
    for number in range(one.block, len(document.blocks)):
        block = document.blocks[number]
        if block.span.start >= bound or (block.span.start > one.limit and _is_outside(document, block)):
            break
        if block.kind is BlockKind.PARAGRAPH:
            last = min(block.span.end, bound)
    return max(last, min(one.match.end() + 1, bound))


def _is_outside(document: Document, block: Block) -> bool:
    if block.kind in {BlockKind.HEADING, BlockKind.TITLE, BlockKind.NOTE}:
        return True
    return block.kind is BlockKind.PARAGRAPH and _ASIDE.match(document.text, block.span.start, min(block.span.end, block.span.start + 500)) is not None
