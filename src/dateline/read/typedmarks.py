"""Markers and notes that are typed with the text: "(1)" in round brackets, "/1/" between strokes, and the signs \\*, †, ‡, §, ¶.

Brackets and signs mean other things too, so a pair makes them: a marker counts where a note with its label stands below it, a note where a
marker stands above it. What counts is written as a reference ("[^1]"), which the rest of the reader knows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from dateline.read.inline import NOTE_SIGNS, SIGN_LABEL, SUP_CLOSE, SUP_OPEN, expand_labels
from dateline.read.rawblocks import NoteForm, RawBlock, RawKind, joined, lines_of, typed_opening
from dateline.read.textmap import Edit

#: A number in round brackets behind a word or stop.
_ROUND: Final = re.compile(r"(?<=[^\s(])\s?\\?\((?P<labels>\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)\\?\)")
_COUNTED: Final = re.compile(r"(?:^|(?<=\s))\\?\((?P<label>\d{1,2})\\?\)\s+(?=[\"“‘'(\[]?\w)")
_ROUND_BEFORE: Final = re.compile(r"(?:\s?\\?\(\d{1,3}\\?\)){1,9}$")
#: Behind these the brackets are those of a law or list: "Article 5 (1)", "paragraph (1)", "5(1)" (but "in 2015(1)"), "(a)(1)".
_LAW: Final = re.compile(
    r"(?:\b(?:articles?|(?:sub-?)?sections?|(?:sub-?)?paragraphs?|clauses?|equations?|options?)\b|§"
    r"|(?:\b(?:arts?|secs?|paras?|rules?|regulations?|annex|chapters?|schedules?|items?|points?|parts?|figures?|figs?|tables?|nos?|articles?"
    r"|(?:sub-?)?sections?|(?:sub-?)?paragraphs?|clauses?|options?)\b\.?|§)\s*\d[\d.]*[a-z]?|\([a-z]{1,4}\))$", re.IGNORECASE
)
_FIGURE: Final = re.compile(r"(?<![\d.])(?!(?:19|20)\d\d$)\d{1,9}[a-z]?$")
#: Behind a marker a clause, a sentence or the text ends, or the next marker stands; behind the number of a list its words go on.
_CLOSED: Final = re.compile(r"\s?(?:[.,;:!?)\]”\"’]|\\?\(\d|$)|\s*$")
#: What parts the points of a running enumeration, and words that open none: "it, (1) which".
_PARTED: Final = re.compile(r"[,;:–—-]$|(?:^|\W)(?:and|or)$", re.IGNORECASE)
_LEADS_ON: Final = re.compile(r"[\w:)\]”\"’—–-]$")
_NO_POINT: Final = re.compile(r"(?:and|or|but|while|whereas|which|who|whose|where|when|although|though|as|since|because|yet|nor|so)\b", re.IGNORECASE)
_SENTENCE_ENDS: Final = re.compile(r"\w{3}[.!?][\"”’')\]]*\s")
_ENDED: Final = re.compile(r"(?<=[.!?])[\"”’')\]]{0,3}$")
_ANEW: Final = re.compile(r"\s+[\"“‘(\[]?(?:[^\W_a-z]|\d)")
#: Signs behind a word or stop, raised or not; stars in pairs are emphasis.
_SIGN: Final = re.compile(
    rf"(?<=[\w)\]%”\"’'.,;:?!])(?:(?P<raised>{SUP_OPEN}\s*(?P<up>{SIGN_LABEL})\s*{SUP_CLOSE})"
    rf"|(?P<sign>(?:\\?\*){{1,4}}|(?:\s?(?:†{{1,3}}|‡{{1,3}}))|§{{1,3}}|¶{{1,3}})(?=[\s.,;:?!)\]”\"’—–]|$))"
)
#: A number between strokes, behind a word or stop and at the head of a line; dates and addresses have such numbers too.
_STROKES: Final = re.compile(r"(?<=[^\s/\d])\s?(?<!:/)/(?P<label>\d{1,3})/(?=[\s.,;:)]|$)")
_STROKES_AHEAD: Final = re.compile(r"\s*/(?P<label>\d{1,3})/\s*(?=\S)")
_EMPHASIS: Final = re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])(?:(?!\1)[^\n]){1,300}?(?<=[^\s*\\])\1(?!\*)")
_CITES: Final = re.compile(r"\b(?:1[89]|20)\d\d\b|https?:|www\.|[\"“][^\"”]{8,}[\"”]|\b(?:ibid|op\.? cit|see|supra|interview)\b", re.IGNORECASE)
#: Other forms of markers; where they number the notes, brackets do not.
_OTHERS: Final = re.compile(rf"{SUP_OPEN}\s*\\?\[?\d|\[\^\d|(?<=\S)\\?\[\d{{1,3}}\\?\](?![(:])|[⁰¹²³⁴⁵⁶⁷⁸⁹]")
#: So much of a text on either side of a bracket is read.
_BEHIND: Final = 60
#: Other openings of notes that number them.
_NUMBERING: Final = frozenset({NoteForm.NUMBER, NoteForm.LOOSE, NoteForm.BRACKET, NoteForm.RAISED})
#: So many markers in brackets must have their notes where those are numbered "1."; a single one may be a count.
_LEAST: Final = 2


class _Kind(StrEnum):
    ROUND = "round"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A possible marker: its block and place there, its labels, whether it is written otherwise already, and whether it closes what it stands behind."""

    block: int
    start: int
    end: int
    labels: tuple[str, ...]
    raised: bool = False
    closes: bool = True


@dataclass(frozen=True, slots=True)
class _Opening:
    """A possible note: its block, the line of it that opens the note, where its words begin in that line, and its label."""

    block: int
    line: int
    body: int
    label: str
    cites: bool = False


def with_typed_marks(blocks: Sequence[RawBlock], in_notes: Sequence[bool]) -> list[RawBlock]:
    """Write typed markers and the notes that answer them as references.

    Args:
        blocks: the blocks of a document.
        in_notes: for each whether it stands under a heading of notes.
    """
    blocks = _without_strokes(blocks)
    signs = _openings(blocks, _Kind.SIGN)
    marks = list(_sign_marks(blocks)) if signs or any(_is_sign(block.label) for block in blocks) else []
    notes = _answered_signs(signs, marks)
    labels = {one.label for one in notes} | {block.label for block in blocks if _is_sign(block.label)}
    chosen = [one for one in marks if not one.raised and (one.labels[0] in labels or (one.closes and len(labels) >= _LEAST))]
    round_marks, round_notes = _rounds(blocks, in_notes)
    if not (chosen or notes or round_marks or round_notes):
        return list(blocks)
    return list(_written(blocks, [*notes, *round_notes], [*chosen, *round_marks]))


def _without_strokes(blocks: Sequence[RawBlock]) -> Sequence[RawBlock]:
    """The blocks with "/1/" behind words and at the head of notes written as references, where both stand."""
    openings = [
        _Opening(index, number, match.end(), match["label"])
        for index, block in enumerate(blocks)
        if block.kind in {RawKind.PARAGRAPH, RawKind.ITEM}
        for number, line in enumerate(lines_of(block.text))
        if (match := _STROKES_AHEAD.match(line.text)) is not None
    ]
    if not openings:
        return blocks
    first = {one.label: one.block for one in reversed(openings)}
    marks = [
        _Mark(index, *match.span(), (match["label"],))
        for index, text in _texts(blocks)
        for match in _STROKES.finditer(text)
        if first.get(match["label"], -1) > index
    ]
    marked = {mark.labels[0] for mark in marks}
    return list(_written(blocks, [one for one in openings if one.label in marked], marks)) if marked else blocks


def _is_sign(label: str | None) -> bool:
    return label is not None and label.strip(NOTE_SIGNS) == ""


def _openings(blocks: Sequence[RawBlock], kind: _Kind) -> list[_Opening]:
    """What may open notes of a kind: lines of blocks whose first line does."""
    found: list[_Opening] = []
    for index, block in enumerate(blocks):
        if block.kind not in {RawKind.PARAGRAPH, RawKind.ITEM} or block.label is not None:
            continue
        lines = [line.text for line in lines_of(block.text)]
        if kind is _Kind.SIGN and block.bullet == "*" and not _in_list(blocks, index):
            opened: list[tuple[int, int, str]] = [(0, 0, "*")]
        elif (first := typed_opening(lines[0])) is not None and _is_sign(first[0]) is (kind is _Kind.SIGN) and not block.bullet:
            opened = [(0, first[1], first[0])]
        else:
            continue
        for number, line in enumerate(lines[1:], 1):
            further = typed_opening(line)
            if further is not None and _is_sign(further[0]) is (kind is _Kind.SIGN) and (kind is _Kind.SIGN or int(further[0]) > int(opened[-1][2])):
                opened.append((number, further[1], further[0]))
        ends = [*(line for line, _, _ in opened[1:]), len(lines)]
        found += [_Opening(index, line, body, label, _CITES.search(" ".join(lines[line:end])) is not None) for (line, body, label), end in zip(opened, ends, strict=True)]
    return found


def _in_list(blocks: Sequence[RawBlock], index: int) -> bool:
    """Whether a starred item has another next to it: those are points of a list."""
    return any(0 <= near < len(blocks) and blocks[near].bullet == "*" for near in (index - 1, index + 1))


def _texts(blocks: Sequence[RawBlock]) -> Iterator[tuple[int, str]]:
    for index, block in enumerate(blocks):
        if block.kind in {RawKind.PARAGRAPH, RawKind.ITEM, RawKind.HEADING} and not (block.label is not None and block.form is NoteForm.REFERENCE):
            yield index, block.text.text


def _sign_marks(blocks: Sequence[RawBlock]) -> Iterator[_Mark]:
    for index, text in _texts(blocks):
        bare = _EMPHASIS.sub(lambda match: "\0" * len(match.group()), text) if "*" in text else text
        for match in _SIGN.finditer(bare):
            label = (match["up"] or match["sign"]).strip().replace("\\", "")
            yield _Mark(index, *match.span(), (label,), match["up"] is not None, _ENDED.search(text, 0, match.start()) is not None)


def _answered_signs(openings: Sequence[_Opening], marks: Sequence[_Mark]) -> list[_Opening]:
    """The notes with a marker above them; where signs begin anew on the next page, each with one of its own."""
    places: dict[str, list[int]] = {}
    for mark in marks:
        places.setdefault(mark.labels[0], []).append(mark.block)
    found: list[_Opening] = []
    last: dict[str, int] = {}
    for one in openings:
        above = places.get(one.label, [])
        nearest = bisect_left(above, one.block) - 1
        if nearest >= 0 and above[nearest] > last.get(one.label, -1):
            found.append(one)
            last[one.label] = one.block
    return found


def _round_marks(blocks: Sequence[RawBlock]) -> Iterator[_Mark]:
    for index, text in _texts(blocks):
        counted = _enumerated(text)
        for match in _ROUND.finditer(text):
            if match.start("labels") in counted:
                continue
            before, after = text[max(0, match.start() - _BEHIND) : match.start()].rstrip(), text[match.end() :][:_BEHIND]
            head = _ROUND_BEFORE.sub("", before)
            if _LAW.search(head) or (match.group()[0] in "(\\" and _FIGURE.search(head)):
                continue
            glued = text[match.start()] in "(\\" and re.search(r"[.,;:!?][\"”’')\]]?$", before) is not None
            closes = glued or _CLOSED.match(after) is not None or (_ENDED.search(before) is not None and _ANEW.match(after) is not None)
            yield _Mark(index, *match.span(), expand_labels(match["labels"]), False, closes)


def _enumerated(text: str) -> frozenset[int]:
    """Where the numbers of the running enumerations of a text stand: "to (1) lift the ban, (2) open the road, and (3) pay".

    They count from 1 within a sentence, apart from the words on both sides; the first has no comma before it, each further one has, or "and". A marker
    stands close to its words or closes them.
    """
    found: set[int] = set()
    run: list[re.Match[str]] = []
    for match in _COUNTED.finditer(text):
        before, number = text[: match.start()].rstrip(), int(match["label"])
        goes_on = bool(run) and number == int(run[-1]["label"]) + 1 and _SENTENCE_ENDS.search(text, run[-1].end(), match.start()) is None
        opens = number == 1 and (not before or _LEADS_ON.search(before) is not None)
        if _NO_POINT.match(text, match.end()) or not (opens or (goes_on and _PARTED.search(before))):
            continue
        run = [*run, match] if goes_on else [match]
        if len(run) >= _LEAST:
            found.update(one.start("label") for one in run)
    return frozenset(found)


def _rounds(blocks: Sequence[RawBlock], in_notes: Sequence[bool]) -> tuple[list[_Mark], list[_Opening]]:
    """The markers in round brackets and the notes that open so."""
    openings = _openings(blocks, _Kind.ROUND)
    marks = [one for one in _round_marks(blocks) if not in_notes[one.block]] if openings or any(block.form in _NUMBERING for block in blocks) else []
    closing = [one for one in marks if one.closes]
    if len(closing) * 2 < len(marks):
        marks = closing = []
    above = {label: one.block for one in reversed(closing) for label in one.labels}
    notes = [one for one in openings if in_notes[one.block] or (one.cites and above.get(one.label, one.block) < one.block)]
    near = {(one.block + step, int(one.label) + (step or turn)) for one in notes for step in (-1, 0, 1) for turn in (-1, 1)}
    taken = frozenset(notes)
    notes += [one for one in openings if one not in taken and one.cites and (one.block, int(one.label)) in near]
    labels = {one.label for one in notes}
    if not labels:
        labels = _numbered(blocks, in_notes, above)
    marked = set(above)
    if not labels & marked:
        return [], notes
    numbers = {int(label) for label in labels}
    known = labels | {label for label in marked if int(label) <= max(numbers) + 1 and len(labels & marked) >= _LEAST}
    return [one for one in marks if set(one.labels) <= known and (one.closes or not set(one.labels) & marked)], notes


def _numbered(blocks: Sequence[RawBlock], in_notes: Sequence[bool], above: Mapping[str, int]) -> set[str]:
    """The numbers of notes that open otherwise ("1.") and that only markers in brackets can mean."""
    found: set[str] = set()
    for index, block in enumerate(blocks):
        if block.form not in _NUMBERING or block.label is None or not block.label.isdecimal():
            continue
        if in_notes[index] or block.form is NoteForm.RAISED or (above.get(block.label, index) < index and _CITES.search(block.text.text) is not None):
            found.add(block.label)
    others = any(_OTHERS.search(text) for index, text in _texts(blocks) if not in_notes[index])
    return found if not others and len(found & above.keys()) >= _LEAST else set()


def _written(blocks: Sequence[RawBlock], notes: Sequence[_Opening], marks: Sequence[_Mark]) -> Iterator[RawBlock]:
    """The blocks with their markers written as references, cut where notes open in them."""
    opened: dict[int, list[_Opening]] = {}
    edits: dict[int, list[Edit]] = {}
    for note in notes:
        opened.setdefault(note.block, []).append(note)
    for mark in sorted(marks, key=lambda one: (one.block, one.start)):
        edits.setdefault(mark.block, []).append(Edit(mark.start, mark.end, "".join(f"[^{label}]" for label in mark.labels)))
    for index, block in enumerate(blocks):
        if index in opened:
            yield from _cut(block, sorted(opened[index], key=lambda one: one.line))
        else:
            yield replace(block, text=block.text.edit(edits[index])) if index in edits else block


def _cut(block: RawBlock, notes: Sequence[_Opening]) -> Iterator[RawBlock]:
    lines = list(lines_of(block.text))
    if notes[0].line:
        yield replace(block, text=joined(lines[: notes[0].line]), lines=notes[0].line)
    for note, end in zip(notes, [*(one.line for one in notes[1:]), len(lines)], strict=True):
        text = joined(lines[note.line : end])
        yield RawBlock(RawKind.PARAGRAPH, text, 0, end - note.line, note.label, NoteForm.REFERENCE, text.slice(note.body))
