"""Turns of speech: "Mr. Kariuki (United Kingdom):", "QUESTION:", "MR PRICE:" at the head of a paragraph say who speaks, until the next such label.

Verbatim records, hearings, press briefings and interviews are written so, transcripts of recordings with the time before or behind the name
("[00:12:40] ANA RUIZ:", "Ana Ruiz  12:40"). A label is no part of what is said: reading keeps turns apart, extraction attributes what is said in one,
and whose its "we" is follows from the label.
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
from dateline.townnames import is_country, is_town
from dateline.types import Block, BlockKind, Document, Mention, Phrase, PhraseForm, Span
from dateline.types.document import ASKED

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
#: The time in a recording, in brackets or not, and the labels that it stands before or behind.
_TIME: Final = r"[(\[<]?(?P<{0}>\d{{1,3}}:[0-5]\d(?::[0-5]\d(?:[.,]\d{{1,3}})?)?)[)\]>]?"
_TIMED: Final = re.compile(rf"{_TIME.format('time')}\s*(?:[-–—|•]\s*)?(?=[^\W\d_a-z])")
_STAMPED: Final = re.compile(
    rf"(?P<name>(?:Speaker|SPEAKER|Unknown Speaker) ?\d*|{_NAME})(?:\s*\((?P<office>[^()\n]{{2,60}})\))?"
    rf"\s*[|•·,–—-]?\s*{_TIME.format('time')}(?:{_COLON}|\s+[–—-]\s+|\s+|\Z){_NEXT}"
)
#: What the maker of a transcript calls whom he does not know.
_SOMEBODY: Final = re.compile(r"(?:Unknown )?Speaker ?\d*\Z", re.IGNORECASE)
#: A recording that is told in minutes and seconds begins among so many; "10:30 Oslo:" is an hour of the day.
_FIRST_MINUTES: Final = 5
#: What those do who are in brackets behind their names in the transcript of a broadcast.
_HOSTING: Final = words_of("turns.hosting")
#: A line that is a label with a time and nothing else, or opens with a time in brackets and a label.
_TIMED_LINE: Final = re.compile(
    rf"[(\[]\d{{1,3}}:[0-5]\d(?::[0-5]\d)?[)\]]\s*{_NAME}[^:\n]{{0,60}}{_COLON}"
    rf"|{_NAME}(?:\s\s+|\s*[(\[|•·–—-]\s*)\d{{1,3}}:[0-5]\d(?::[0-5]\d)?[)\]]?\Z"
)
#: An answer's label or a middle initial at the beginning of a line.
_INITIAL: Final = re.compile(r"A\. \S")
#: The turns of a dialogue without names.
_DASHED: Final = re.compile(r"(?P<name>—)\s*(?=[\"“‘']?[A-Z])")
#: Words before a colon that are nobody's name.
_NOBODY: Final = words_of("turns.nobody")
#: What the makers of a record write between turns or behind the last.
_ASIDE: Final = re.compile(
    r"(?:[(\[]?\d{1,3}:\d\d(?::\d\d)?[)\]]?\s*)?[(\[][^\n]{2,400}[)\]]\W*\Z"
    r"|(?:The|This) (?:\w+ ){0,2}(?:meeting|briefing|press conference|conference|session|sitting|hearing|interview|transcript|debate"
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
#: Words of the name of a speaker whom nothing but his label tells to be one.
_WORDS: Final = 4
_THEMES: Final = words_of("turns.themes")
_DAYS: Final = words_of("turns.days")
#: Heads of records list who presides: "President: Mr. Lo".
_POST: Final = re.compile(rf"(?:{_TITLE}|{_ROLE})", re.IGNORECASE)
_HOUR: Final = re.compile(r"[\d:.,]+")


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
    """A label as it may be read: ``start`` is where it begins, with the time before it; ``time`` that time, or the one behind the name."""

    form: str
    match: re.Match[str]
    block: int
    limit: int
    start: int
    time: str | None = None


def turns(document: Document) -> tuple[Turn, ...]:
    """The turns of a document in text order; none where it is no record of speech."""
    labels = _labels(document.text, document.blocks)
    if len(labels) < _LEAST:
        return tuple(_asked_in_bold(document))
    outlets = any(one.form == "asker" for one in labels)
    starts = [one.start for one in labels]
    return tuple(_turn(document, one, labels, starts, outlets) for one in labels)


def _asked_in_bold(document: Document) -> Iterator[Turn]:
    """The turns of an interview without labels: each bold question, and what stands below it up to the next one or a heading."""
    asked = [number for number, block in enumerate(document.blocks) if block.kind is BlockKind.PARAGRAPH and block.level == ASKED]
    for number, after in pairwise([*asked, len(document.blocks)]):
        question = document.blocks[number].span
        yield _of_nobody(document, question, asker=True)
        answer: list[Span] = []
        for block in document.blocks[number + 1 : after]:
            if _is_outside(document, block):
                break
            answer += [block.span] if block.kind is BlockKind.PARAGRAPH else []
        if answer:
            yield _of_nobody(document, Span(answer[0].start, answer[-1].end), asker=False)


def _of_nobody(document: Document, span: Span, *, asker: bool) -> Turn:
    """A turn without a label."""
    return Turn(Mention(document.text[span.start], Span(span.start, span.start + 1)), span.start, span.end, None, anybody=True, asker=asker, label=span.start)


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
    if _TIMED_LINE.match(line) is not None:
        return True
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
    found = found if _is_recording(found) else [one for one in found if one.time is None]
    counts: Counter[str] = Counter(one.form for one in found)
    bare = [one for one in found if one.form in {"bare", "bracketed"}]
    names = Counter(one.match["name"] for one in bare)
    asked = counts["asker"] > 0 or counts["bare asker"] >= _AGAIN
    answers = sum(_asks(text, one) and names[after.match["name"]] >= _AGAIN and after.match["name"] != one.match["name"] for one, after in pairwise(bare))
    talk = answers >= _AGAIN
    kept = {"asker", "sure", "timed"} | ({"reply", "bare reply", "bare asker"} if asked else set())
    kept |= {"bare", "bracketed"} if counts["sure"] or counts["timed"] or asked or talk else set()
    kept |= {"dash"} if any(_asks(text, one) and not _asks(text, after) for one, after in pairwise(one for one in found if one.form == "dash")) else set()
    kept |= {"loose"} if counts["loose"] + counts["sure"] + counts["asker"] >= _LEAST else set()
    sure = [one for one in found if one.form in kept and one.form != "bare"]
    every = asked or talk
    return [one for one in found if one.form in kept and (one.form != "bare" or every or names[one.match["name"]] >= _AGAIN or _speaks_once(text, one, sure))]


def _speaks_once(text: str, label: _Label, sure: Sequence[_Label]) -> bool:
    """Whether a bare label that stands once in a record is a speaker's: one of whom a label before it tells, else one that can be a person's name."""
    name = label.match["name"]
    words, last = name.split(), name.split()[-1].lower()
    for one in (one for one in sure if one.start < label.start and _POST.fullmatch(name) is None):
        told = f"{one.match['name']} {one.match.groupdict().get('office') or ''}".lower()
        if last in re.findall(r"[\w'’-]+", told):
            return True
    if len(sure) < _LEAST or not 1 < len(words) <= _WORDS or any(word[:1].islower() for word in words):
        return False
    return not (_THEMES.intersection(name.lower().split()) or name.lower() in text or is_country(name) or is_town(name))


def _is_recording(found: Sequence[_Label]) -> bool:
    """Whether labels with times are those of a recording, which begins at nought and goes on; entries of a day have places and hours ("10:30 Oslo: ...")."""
    timed = [one for one in found if one.time is not None]
    names = Counter(one.match["name"] for one in timed)
    times = [[int(part) for part in re.split(r"[.,]", one.time or "0")[0].split(":")] for one in timed]
    if len(timed) < _LEAST or any(len(one) == len(two) and one > two for one, two in pairwise(times)):
        return False
    if all(is_country(name) or is_town(name) or name.split()[0].lower() in _DAYS for name in names):
        return False
    return len(times[0]) > 2 or times[0][0] < _FIRST_MINUTES or max(names.values()) >= _AGAIN


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
    timed = _TIMED.match(text, low, limit)
    at = timed.end() if timed is not None else low
    forms = (
        ("asker", _ASKER), ("timed", _STAMPED), ("sure", _TITLED), ("sure", _CHAIR), ("bracketed", _BRACKETED), ("reply", _REPLY), ("bare asker", _BARE_Q),
        ("bare reply", _BARE_A), ("loose", _TITLED_LOOSE), ("loose", _CHAIR_LOOSE), ("bare", _BARE), ("dash", _DASHED),
    )  # fmt: skip
    for form, pattern in forms:
        match = pattern.match(text, at, limit)
        if match is None or (match.end() == limit < high):
            continue
        if form in {"asker", "reply", "dash"} or _is_name(match["name"]):
            time = timed["time"] if timed is not None else match.groupdict().get("time")
            return _Label(_surer(form, match, time), match, block, high, low, time)
    return None


def _surer(form: str, match: re.Match[str], time: str | None) -> str:
    """The form of a label that a time or a part in a broadcast bears out ("[00:27] RUIZ:", "Ana Ruiz (host):")."""
    if time is not None and form in {"bare", "bracketed"}:
        return "timed"
    return "sure" if form == "bracketed" and match["office"].lower() in _HOSTING else form


def _is_name(words: str) -> bool:
    """Whether words can name a speaker: as capitals show, and no word that opens a note or a list."""
    first = words.split()[0]
    parts = [word for word in words.split() if len(word) > 3]
    return first[:1].isupper() and first.lower() not in _NOBODY and all(word[:1].isupper() or word.startswith(("al-", "el-", "d'", "d’")) for word in parts[-1:])


def _asks(text: str, label: _Label) -> bool:
    return text[label.match.end() : label.limit].rstrip("\"”’ ").endswith("?")


def _turn(document: Document, one: _Label, labels: Sequence[_Label], starts: Sequence[int], asked: bool) -> Turn:
    match, text = one.match, document.text
    after = bisect_right(starts, one.start)
    bound = labels[after].start if after < len(labels) else len(text)
    end = _end(document, one, bound)
    office = match.groupdict().get("office")
    office = None if office is not None and (office.lower() in _HOSTING or _HOUR.fullmatch(office)) else office
    anybody = one.form in {"asker", "reply", "bare asker", "bare reply", "dash"} or _SOMEBODY.match(match["name"]) is not None
    begins = min(match.end(), end)
    return Turn(
        name=Mention(match["name"], Span(*match.span("name"))),
        start=begins,
        end=end,
        office=Mention(office, Span(*match.span("office"))) if office else None,
        anybody=anybody,
        asker=one.form in {"asker", "bare asker"} or (one.form in {"bare", "timed", "dash"} and text[begins:end].rstrip("\"”’ \n").endswith("?")),
        label=one.start,
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
