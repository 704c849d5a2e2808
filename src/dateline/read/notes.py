"""Which blocks are notes, and the blocks and notes with their inline markup read.

A paragraph that opens like a note is one where its form is unmistakable (``[^1]:``, a raised number), where it stands under a
heading such as "Notes", or where the text elsewhere has a marker that it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Final

from dateline.read.affiliations import with_affiliations
from dateline.read.authordates import entry_starts, opens_entry, opens_titled_entry, with_author_dates
from dateline.read.dates import is_entry
from dateline.read.draft import Draft, DraftBlock, DraftMarker, DraftNote, Metadata, Remark
from dateline.read.inline import SUP_CLOSE, SUP_OPEN, SUPERSCRIPTS, clean_inline, expand_labels
from dateline.read.monitored import kept_mark, tells_of_source
from dateline.read.numbered import DECIMAL
from dateline.read.portionmarks import portion_marks
from dateline.read.rawblocks import NoteForm, RawBlock, RawKind, joined, lines_of, note_opening, typed_opening
from dateline.read.references import is_notes_heading, is_prose, is_reference
from dateline.read.tablerows import has_words, read_table
from dateline.read.textmap import Edit, Mapped, join
from dateline.read.typedmarks import with_typed_marks
from dateline.types import BlockKind

#: A note that cites has a year (of which a list may have several, 2022a and 2022b), a link, a quoted title or a word of reference in it;
#: that of an edited document opens with "Source:".
_CITES: Final = re.compile(
    r"\b(?:1[89]|20)\d\d[a-z]?\b|https?:|www\.|[\"“][^\"”]{8,}[\"”]|\b(?:ibid|op\.? cit|see|supra|interview|pp?\.\s?\d)|^\W*sources?:\s", re.IGNORECASE
)
#: The end of a clause, after which a marker may stand: a letter, bracket or year before the stop, or a closing quotation mark after it.
_AFTER_CLAUSE: Final = r"(?:(?<=[A-Za-z)\]%”\"’'][.,;:?!])|(?<=\b20\d\d[.,;])|(?<=\b19\d\d[.,;])|(?<=[.,;:?!][”\"’']))"
_EVIDENCE: Final = re.compile(
    rf"\[\^(\d{{1,3}})\]|{SUP_OPEN}\s*\\?\[?(\d{{1,3}}(?:\s?[,–-]\s?\d{{1,3}})*)\\?\]?\s*{SUP_CLOSE}"
    rf"|([{SUPERSCRIPTS}]+)|(?<=\S)\\?\[(\d{{1,3}}(?:\s?[,–-]\s?\d{{1,3}})*)\\?\](?!\(http)"
    rf"|{_AFTER_CLAUSE}[ ]?(\d{{1,3}})(?=\s|$)|(?<=[a-z]{{3}})(\d{{1,3}})(?=[\s.,;:)]|$)"
)
#: A number that lost its raising: right after a sentence's or clause's end, or alone between two sentences.
_GLUED: Final = re.compile(
    rf"(?:{_AFTER_CLAUSE}|(?<=[a-z][”\"’]))[ ]?(?P<label>\d{{1,3}})(?=\s+[A-Za-z“\"‘(]|[.,;:)\]]|$)"
    r"|(?<=[a-z]{3})(?P<tight>\d{1,3})(?=\s+[A-Za-z“\"‘(]|[.,;:)\]]|$)"
)
_LINK: Final = re.compile(r"\]\((https?://(?:[^()\s]|\([^()\s]*\))+)|<a\b[^<>]*href=[\"'](https?://[^\"']+)")
#: The first marker that is found may be this one; those before it are lost.
_FIRST: Final = 3
#: A number in square brackets behind a space, before or behind the stop of a sentence or clause.
_APART: Final = re.compile(
    r"(?:(?<=[.,;:!?)\]”\"’] )\\?\[(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\\?\](?=\s|$|\\?\[)"
    r"|(?<=[\w)”\"’] )\\?\[(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\\?\](?=[.,;:!?]|\s*$))"
)
_SPACED: Final = re.compile(r"(?<=[\w)”\"’']) \\?\[(\d{1,3})\\?\](?=[.,;:?!]|$)", re.MULTILINE)
#: So many bracketed numbers must have their notes before one without counts as a marker.
_ANSWERED: Final = 2
#: Forms that nothing but a note has, and those that lists, numbered paragraphs and figures at the head of a sentence have as well.
_SURE: Final = frozenset({NoteForm.REFERENCE, NoteForm.RAISED, NoteForm.BRACKET})
_LOOSE: Final = frozenset({NoteForm.NUMBER, NoteForm.LOOSE})
#: A paragraph that a number counts: a sentence at least.
_NUMBERED: Final = re.compile(r"\s{0,3}(?P<number>\d{1,3})\\?[.)][ \t]+(?=[\"“‘'(\[]*[^\W\d_a-z].*[.!?:;][\"”’')\]]*\s*(?:\[?\^?\d{0,3}\]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]*)$)", re.DOTALL)
#: So many references make a list.
_LIST: Final = 2
_KINDS: Final = {
    RawKind.HEADING: BlockKind.HEADING,
    RawKind.PARAGRAPH: BlockKind.PARAGRAPH,
    RawKind.ITEM: BlockKind.PARAGRAPH,
    RawKind.TABLE: BlockKind.TABLE,
    RawKind.CAPTION: BlockKind.CAPTION,
    RawKind.CODE: BlockKind.BOILERPLATE,
    RawKind.ASIDE: BlockKind.BOILERPLATE,
}


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A block with whether it is a note; ``label`` is ``None`` for an entry of a reference list without labels."""

    block: RawBlock
    note: bool = False
    label: str | None = None


def to_draft(form: str, blocks: Sequence[RawBlock], metadata: Metadata, *, markup: bool) -> Draft:
    """Sort blocks into body and notes and read their inline markup.

    Args:
        form: the format's name.
        blocks: the blocks in the order of the input.
        metadata: what front matter says.
        markup: whether inline Markdown and HTML are read.
    """
    blocks, remarks = _with_rows(with_affiliations(blocks))
    blocks = with_typed_marks(blocks, [section is True for section in _sections(blocks)])
    ordered = _sort(blocks)
    ordered = _unnumbered(ordered)
    labels = frozenset(item.label for item in ordered if item.note and item.label is not None)
    labels |= _gaps(ordered, labels)
    body: list[DraftBlock] = []
    notes: list[DraftNote] = []
    after_break = False
    for item in ordered:
        if item.block.kind is RawKind.BREAK:
            after_break = True
            continue
        if item.note:
            _add_note(notes, item, markup)
            after_break = True
            continue
        drafted = _draft_block(item.block, labels, markup, after_break)
        if drafted is not None:
            body.append(drafted)
            after_break = False
    body, notes = with_author_dates(list(_recover(body, labels)), notes)
    return Draft(form, tuple(body), tuple(notes), metadata, remarks=remarks)


def _unnumbered(ordered: Sequence[_Sorted]) -> list[_Sorted]:
    """The paragraphs without the numbers ("3. ") that count them, where another has the number before or after, and without portion marks ("(C) ") and "[Text] "."""
    numbers = {
        index: (int(match["number"]), match.end())
        for index, item in enumerate(ordered)
        if not item.note and item.block.kind is RawKind.PARAGRAPH and (match := _NUMBERED.match(item.block.text.text)) and not is_entry(item.block.text.text)
    }
    pairs = [pair for pair in pairwise(numbers) if numbers[pair[1]][0] == numbers[pair[0]][0] + 1]
    counted = {index for pair in pairs for index in pair}
    cuts = {index: numbers[index][1] for index in counted} | _decimals(ordered)
    cuts |= {index: end for index, item in enumerate(ordered) if not item.note and item.block.kind is RawKind.PARAGRAPH and (end := kept_mark(item.block.text.text))}
    cuts |= portion_marks({index: item.block.text.text for index, item in enumerate(ordered) if not item.note and item.block.kind is RawKind.PARAGRAPH}, cuts)
    return [
        replace(item, block=replace(item.block, text=item.block.text.slice(cuts[index]))) if index in cuts else item for index, item in enumerate(ordered)
    ]


def _decimals(ordered: Sequence[_Sorted]) -> dict[int, int]:
    """How long the numbers of two parts ("2.1 ") are that count paragraphs: another goes before or after."""
    found = {
        index: match
        for index, item in enumerate(ordered)
        if not item.note and item.block.kind is RawKind.PARAGRAPH and (match := DECIMAL.match(item.block.text.text)) is not None
    }
    numbers = {index: tuple(map(int, match["number"].split("."))) for index, match in found.items()}
    pairs = [(one, two) for one, two in pairwise(numbers) if _counts_on(numbers[one], numbers[two])]
    return {index: found[index].end() for pair in pairs for index in pair}


def _counts_on(one: tuple[int, ...], two: tuple[int, ...]) -> bool:
    """Whether a number follows another: 2.1, 2.2; 2.3, 3.1; 2.3, 2.3.1; 2.3.4, 2.4."""
    above = one[: len(two)]
    if two == (*one, 1) or (len(two) < len(one) and two == (*above[:-1], above[-1] + 1)):
        return True
    return (len(one) == len(two) and one[:-1] == two[:-1] and two[-1] == one[-1] + 1) or (two[-1] == 1 and two[:1] == (one[0] + 1,))


def _with_rows(blocks: Sequence[RawBlock]) -> tuple[list[RawBlock], tuple[Remark, ...]]:
    """Tables read as statements, and a remark on the rows that are not: tables without cells have no rows, and under a heading of notes are no statements."""
    found: list[RawBlock] = []
    unread: list[tuple[RawBlock, int]] = []
    cited = 0
    for block, section in zip(blocks, _sections(blocks), strict=True):
        if block.kind is not RawKind.TABLE:
            found.append(block)
            continue
        table = read_table(block, cited + 1)
        read = block.celled and not section
        found.extend((*table.blocks, *table.notes) if read else (block,))
        cited += len(table.notes) if read else 0
        unread.append((block, table.unread if read else has_words(block)))
    left = [(block, count) for block, count in unread if count]
    told = "1 table" if len(left) == 1 else f"{len(left)} tables"
    if all(block.celled for block, _ in left):
        rows = sum(count for _, count in left)
        told = f"{rows} {'row' if rows == 1 else 'rows'} of {told}"
    return found, (Remark("W128", told),) if left else ()


def _gaps(ordered: Sequence[_Sorted], labels: frozenset[str]) -> frozenset[str]:
    """The numbers that the notes skip and that the text has as ``[6]`` before a stop: markers whose note is lost.

    Only where two other such markers have notes, and at most one number past the last note: figures in brackets are no markers.
    """
    seen = {
        match.group(1) for item in ordered if not item.note for match in _SPACED.finditer(item.block.text.text)
    }
    numbers = {int(label) for label in labels if label.isdecimal()}
    if len(seen & labels) < _ANSWERED or not numbers:
        return frozenset()
    return frozenset(label for label in seen - labels if int(label) <= max(numbers) + 1)


def _sort(blocks: Sequence[RawBlock]) -> list[_Sorted]:
    evidence, apart = _evidence(blocks, _EVIDENCE), _evidence(blocks, _APART)
    sections = _sections(blocks)
    claimed = {
        block.label
        for block, section in zip(blocks, sections, strict=True)
        if section is False and block.form in _SURE and _opens_note(block, False, evidence, apart)
    } | {block.label for block, section in zip(blocks, sections, strict=True) if section and block.label and block.form is not NoteForm.DATED}
    ordered: list[_Sorted] = []
    for block, section in zip(blocks, sections, strict=True):
        if section is None:
            ordered.append(_Sorted(replace(block, kind=RawKind.HEADING)))
        elif block.kind not in {RawKind.PARAGRAPH, RawKind.ITEM}:
            ordered.append(_Sorted(block))
        elif block.form is NoteForm.DATED:
            ordered.append(_dated(block, section, evidence, ordered))
        elif not section and block.form in _LOOSE and block.label in claimed:
            ordered.append(_Sorted(block))
        elif _opens_note(block, section, evidence, apart):
            ordered.append(_Sorted(block, True, block.label))
        else:
            ordered.extend(_unlabelled(block, section))
    return _with_list_at_end(_with_neighbours(_with_neighbours(ordered)[::-1])[::-1])


def _unlabelled(block: RawBlock, section: bool) -> Iterator[_Sorted]:
    """A block of text, or the entries of a reference list that it holds, one a line."""
    if not section or (_CITES.search(block.text.text) is None and not opens_entry(block.text.text)):
        yield _Sorted(block)
        return
    lines = list(lines_of(block.text))
    texts = [line.text for line in lines]
    starts = list(range(len(lines))) if all(map(is_reference, texts)) else entry_starts(texts)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _Sorted(RawBlock(block.kind, joined(lines[start:end]), lines=end - start) if len(starts) > 1 else block, True)


def _sections(blocks: Sequence[RawBlock]) -> list[bool | None]:
    """For each block whether it stands under a heading of notes; ``None`` for such a heading itself.

    Prose under a heading such as "Notes" or "Sources" with no note, reference or link among it is text; so is everything under a title of that
    name ("# Note"), before which there is nothing that notes could belong to.
    """
    found: list[bool | None] = []
    for index, block in enumerate(blocks):
        if _is_notes_heading(block) and not _is_title(blocks, index):
            found.append(None if _holds_notes(blocks, index + 1) else False)
            continue
        before = found[-1] if found else False
        found.append(before is not False and block.kind is not RawKind.HEADING)
    return found


def _is_title(blocks: Sequence[RawBlock], index: int) -> bool:
    """Whether a heading is the first block, over prose without a label: it is the document's title, however it is worded."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return index == 0 and blocks[0].kind is RawKind.HEADING and following is not None and following.label is None and is_prose(following.text.text)


def _holds_notes(blocks: Sequence[RawBlock], start: int) -> bool:
    section = list(takewhile(lambda block: block.kind is not RawKind.HEADING and not _is_notes_heading(block), blocks[start:]))
    texts = [block for block in section if block.kind in {RawKind.PARAGRAPH, RawKind.ITEM}]
    prose = [block.form in {None, NoteForm.DATED} and typed_opening(block.text.text) is None and is_prose(block.text.text) and not opens_entry(block.text.text) for block in texts]
    return not texts or not all(prose)


def _dated(block: RawBlock, section: bool, evidence: frozenset[str], before: Sequence[_Sorted]) -> _Sorted:
    """A block that begins with a day and a month ("3 June 2019: ...") is a note 3 only behind a note 2; else it is an entry of a chronicle."""
    last = before[-1] if before else None
    number = last.label if last is not None and last.note and last.block.form in _LOOSE | {NoteForm.DATED} else None
    follows = number is not None and number.isdecimal() and block.label is not None and int(block.label) == int(number) + 1
    if follows and (section or (block.label in evidence and not is_entry(block.text.text))):
        return _Sorted(block, True, block.label)
    return _Sorted(block, section and is_reference(block.text.text))


def _with_list_at_end(ordered: list[_Sorted]) -> list[_Sorted]:
    """Numbered references that end a text without a heading of their own are notes, though their markers are lost."""
    start = len(ordered)
    last: int | None = None
    for index in range(len(ordered) - 1, 0, -1):
        item = ordered[index]
        if item.block.kind is RawKind.BREAK:
            continue
        number = _of_reference(item)
        if number is None or (last is not None and number >= last > 0):
            break
        start, last = index, number
    if sum(item.block.kind is not RawKind.BREAK for item in ordered[start:]) < _LIST:
        return ordered
    opened = [item if item.block.kind is RawKind.BREAK else replace(item, block=_opened(item.block)) for item in ordered[start:]]
    return ordered[:start] + [item if item.block.kind is RawKind.BREAK else _Sorted(item.block, True, item.block.label) for item in opened]


def _opened(block: RawBlock) -> RawBlock:
    """A block of a format whose reader does not look for openings (PDF), with the label and body of a numbered reference."""
    opening = note_opening(block.text.text) if block.label is None and block.kind is RawKind.PARAGRAPH else None
    if opening is None or opening[0] is NoteForm.DATED:
        return block
    return replace(block, form=opening[0], label=opening[1], body=block.text.slice(opening[2]))


def _of_reference(item: _Sorted) -> int | None:
    block = _opened(item.block)
    if block.label is None and (opens_titled_entry(block.text.text) or (opens_entry(block.text.text) and is_reference(block.text.text))):
        return 0
    if block.label is None or not block.label.isdecimal() or block.body is None or block.kind not in {RawKind.PARAGRAPH, RawKind.ITEM}:
        return None
    return int(block.label) if item.note or is_reference(block.body.text) else None


def _with_neighbours(ordered: Sequence[_Sorted]) -> list[_Sorted]:
    """A block that opens like a note, cites, and stands next to a note with the neighbouring number is one too: its marker is lost."""
    found: list[_Sorted] = []
    last: _Sorted | None = None
    for item in ordered:
        block = item.block
        if not item.note and last is not None and _is_next(last, block):
            item = _Sorted(block, True, block.label)
        if block.kind is not RawKind.BREAK:
            last = item if item.note and item.label is not None else None
        found.append(item)
    return found


def _is_next(note: _Sorted, block: RawBlock) -> bool:
    if block.form is None or block.label is None or block.body is None or block.form is not note.block.form:
        return False
    numbers = (note.label or "", block.label)
    neighbours = all(number.isdecimal() for number in numbers) and abs(int(numbers[0]) - int(numbers[1])) == 1
    return neighbours and _CITES.search(block.body.text) is not None


def _is_notes_heading(block: RawBlock) -> bool:
    if block.kind not in {RawKind.HEADING, RawKind.PARAGRAPH} or len(block.text) > 40:
        return False
    return is_notes_heading(re.sub(r"[*_#]|</?[a-z]+>", "", block.text.text))


def _evidence(blocks: Sequence[RawBlock], form: re.Pattern[str]) -> frozenset[str]:
    """The labels of all that looks like a marker of a form inside a text."""
    found: set[str] = set()
    for block in blocks:
        if block.kind in {RawKind.PARAGRAPH, RawKind.ITEM, RawKind.HEADING}:
            text = block.body.text if block.body is not None and block.form not in {NoteForm.LOOSE, NoteForm.DATED} else block.text.text
            for match in form.finditer(text):
                found.update(expand_labels(next(group for group in match.groups() if group)))
    return frozenset(found)


def _opens_note(block: RawBlock, in_section: bool, evidence: frozenset[str], apart: frozenset[str]) -> bool:
    """Whether a block is a note: by its form or place, or where a marker answers it, one that stands apart from the words only if it is a reference."""
    if block.form is None or block.body is None or block.label is None:
        return False
    if block.form in {NoteForm.CELL, NoteForm.REFERENCE, NoteForm.RAISED} or in_section:
        return True
    answers = block.label in evidence or (block.label in apart and block.form in {NoteForm.BRACKET, NoteForm.NUMBER} and is_reference(block.body.text))
    if block.form is NoteForm.BRACKET:
        return answers
    return answers and _CITES.search(block.body.text) is not None


def _add_note(notes: list[DraftNote], item: _Sorted, markup: bool) -> None:
    block = item.block
    source = block.body if item.label is not None and block.body is not None else block.text
    text = clean_inline(source, labels=frozenset(), markup=markup).text
    text = _without_back_link(text)
    if not text.text:
        return
    if item.label is None and notes and _goes_on(notes[-1], text.text):
        notes[-1] = replace(notes[-1], text=join((notes[-1].text, text), " "))
        return
    link = _LINK.search(block.text.text)
    address = (link.group(1) or link.group(2)) if link and markup else None
    notes.append(DraftNote(item.label, text, block.text.first_raw() or 0, address, cell=block.form is NoteForm.CELL))


def _goes_on(note: DraftNote, text: str) -> bool:
    """Whether an entry without a label is the rest of the note before it; one with an author and a year of its own is not."""
    return note.label is not None and not opens_entry(text) and (text[:1].islower() or not re.search(r"[.!?)\]”\"/]$|\d$", note.text.text))


def _without_back_link(text: Mapped) -> Mapped:
    match = re.search(r"\s*[↩↑⤴↵](?:\ufe0e)?\s*$", text.text)
    return text.slice(0, match.start()) if match else text


def _draft_block(block: RawBlock, labels: frozenset[str], markup: bool, after_break: bool) -> DraftBlock | None:
    source = block.body if _is_counted(block) and block.body is not None else block.text
    inline = clean_inline(source, labels=labels, markup=markup)
    if not inline.text.text:
        return None
    return DraftBlock(
        kind=BlockKind.BOILERPLATE if block.kind is RawKind.PARAGRAPH and tells_of_source(block.text.text) else _KINDS[block.kind],
        text=inline.text,
        level=block.level,
        markers=inline.markers,
        lines=block.lines,
        bold=inline.bold,
        item=block.kind is RawKind.ITEM,
        after_break=after_break,
    )


def _is_counted(block: RawBlock) -> bool:
    """Whether the number before an item counts the items of its list; a figure without a stop ("- 12 Kurds") and the day behind a bullet do not."""
    return block.kind is RawKind.ITEM and block.form is not NoteForm.LOOSE and not (block.form is NoteForm.DATED and block.bullet)


def _recover(body: Sequence[DraftBlock], labels: frozenset[str]) -> Iterator[DraftBlock]:
    """Find the markers that lost their raising (``war.12 Notably``), where a note has no other marker and the order fits."""
    numbers = {int(label) for label in labels if label.isdecimal()}
    placed = {
        int(marker.label): (index, marker.offset) for index, block in enumerate(body) for marker in block.markers if marker.label.isdecimal()
    }
    missing = numbers - placed.keys()
    chosen: dict[int, list[tuple[int, int, int]]] = {}
    if missing:
        for index, block in enumerate(body):
            if block.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
                continue
            for match in _GLUED.finditer(block.text.text):
                number = int(match.group("label") or match.group("tight"))
                spot = (index, match.start())
                if (
                    number in missing
                    and number not in {taken for spots in chosen.values() for taken, _, _ in spots}
                    and _in_order(number, spot, placed)
                ):
                    placed[number] = spot
                    chosen.setdefault(index, []).append((number, *match.span()))
    for index, block in enumerate(body):
        yield _with_recovered(block, chosen[index]) if index in chosen else block


def _in_order(number: int, spot: tuple[int, int], placed: dict[int, tuple[int, int]]) -> bool:
    before = [position for other, position in placed.items() if other < number]
    after = [position for other, position in placed.items() if other > number]
    return (not before or max(before) <= spot) and (not after or spot <= min(after)) and (bool(placed) or number <= _FIRST)


def _with_recovered(block: DraftBlock, spots: Sequence[tuple[int, int, int]]) -> DraftBlock:
    text = block.text.edit(Edit(start, end) for _, start, end in spots)
    markers: list[DraftMarker] = []
    for marker in block.markers:
        removed = sum(end - start for _, start, end in spots if start < marker.offset)
        markers.append(DraftMarker(marker.label, marker.offset - removed))
    for number, start, _ in spots:
        removed = sum(other_end - other for _, other, other_end in spots if other < start)
        markers.append(DraftMarker(str(number), start - removed))
    ordered = tuple(sorted(markers, key=lambda marker: marker.offset))
    return replace(block, text=text, markers=ordered)
