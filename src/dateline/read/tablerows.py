"""Rows of tables that tell what was done, read as statements: "3 June 2019 | Japan | removed Seoul from its list" -> "3 June 2019: Japan removed ...".

A row is a statement where the table has a column of days and one of clauses, where a column of names stands before one of predicates (rows
whose clause has a subject of its own leave the others theirs), or where a cell is a whole sentence. Tables of figures, of names and of labels are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.read.memo import is_memo_label
from dateline.read.predicates import has_verb, opens_predicate
from dateline.read.rawblocks import NoteForm, RawBlock, RawKind
from dateline.read.sentences import SENTENCE_STOP
from dateline.read.tableheads import Heads, with_columns
from dateline.read.tableperiods import is_day, plain_cell, with_periods
from dateline.read.textmap import Edit, Mapped, join

#: What parts the cells of a row; two spaces after a full stop are those of a typewriter.
CELL_GAP: Final = re.compile(r"(?<![.!?:;,\s])(?:[ ]{2,}|[ ]*\t[ ]*|[ ]*\|[ ]*)(?=[^\s|])")
_BAR: Final = re.compile(r"(?<!\\)\|")
_RULE: Final = re.compile(r"[\s|+:=_-]*$")
_ROW_TAG: Final = re.compile(r"<tr\b[^>]*>(?P<row>.*?)(?=</tr>|<tr\b|</table>|\Z)", re.IGNORECASE | re.DOTALL)
_CELL_TAG: Final = re.compile(r"<t[dh]\b[^>]*>(?P<cell>.*?)(?=</t[dh]>|<t[dh]\b|\Z)", re.IGNORECASE | re.DOTALL)
#: A cell of nothing but markers of notes.
_MARKERS: Final = re.compile(r"(?:\s*(?:\\?\[\^?\w+\\?\]|<sup>[^<]*</sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]++|\d{1,3}+\)?)[,;]?)+\s*")
_MARKED: Final = re.compile(r"\\?\[\^?\w+\\?\]|<sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_SENTENCE: Final = re.compile(r"[\"“‘'(*_]*[A-Z].*[.!?][\"”’')*_]*(?:\s*(?:\\?\[\^?\w+\\?\]|<sup>[^<]*</sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]++))*", re.DOTALL)
_STOPPED: Final = re.compile(r"[.!?][\"”’')\]*_]*(?:\s*(?:\\?\[\^?\w+\\?\]|<sup>[^<]*</sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]++))*$")
_ROW_LABEL: Final = re.compile(r"row\d+")
_SENTENCE_WORDS: Final = 5
_CLAUSE_WORDS: Final = 3
_NAME_WORDS: Final = 7
_HEAD_WORDS: Final = 4
_WHO: Final = frozenset(words_of("read.tablerows.who"))
_SOURCES: Final = frozenset(words_of("read.tablerows.sources"))
_OTHER_DAYS: Final = frozenset(words_of("read.tablerows.other_days"))
_IN_FORCE: Final = frozenset(words_of("read.tablerows.in_force"))
_TOLD: Final = frozenset(words_of("read.tablerows.told"))
_LISTED: Final = frozenset(words_of("read.tablerows.listed"))
_REASONS: Final = frozenset(words_of("read.tablerows.reasons"))
_BESIDE_SOURCES: Final = frozenset(words_of("read.tablerows.beside_sources"))
#: What says in such a column that no source is named.
_NOTHING: Final = frozenset({"na", "none", "unknown", "ditto", "same", "tbd", "tbc", "nil", "no source"})
#: So many predicates make a column of them where other cells have subjects of their own and no head says who acted.
_SURE: Final = 2
#: A row of the head of a memo has a label and a value.
_PAIR: Final = 2
#: What share of a column's cells must be of its kind.
_SHARE: Final = 0.6


@dataclass(frozen=True, slots=True)
class ReadTable:
    """The blocks that a table is read as, how many of its rows hold words and are read as no statement, and the notes that its column of sources makes."""

    blocks: tuple[RawBlock, ...]
    unread: int
    notes: tuple[RawBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds days, which names, which clauses."""

    day: int | None = None
    name: int | None = None
    clause: int | None = None


def read_table(table: RawBlock, first: int = 1) -> ReadTable:
    """A table -> its statements, and what is left of it as a table before them.

    Args:
        table: its rows as lines, or in tags.
        first: the number of its first row that has a source; each such row's note is labelled with its number ("row1").
    """
    rows: list[Sequence[Mapped]] = [row for row in _rows(table.text) if any(cell.text.strip() for cell in row)]
    if rows and all(len(row) == _PAIR and is_memo_label(plain_cell(row[0])) for row in rows):
        return ReadTable(tuple(RawBlock(RawKind.PARAGRAPH, join([_labelled(row[0]), row[1]], " ")) for row in rows), 0)
    head = _has_head(rows)
    cited = _cited(rows[0]) if head else None
    heads = Heads.of([plain_cell(cell) for cell in rows[0]]) if head else Heads()
    apart = (_undated(rows[0]) if head else frozenset()) | (frozenset(heads.places) if heads.of_incidents else frozenset())
    who = _who(rows[0]) if head else None
    rows = [*rows[:head], *with_periods(rows[head:], apart)]
    columns = _columns([_without(row, cited) for row in rows[head:]], None if who in apart else who, apart, _later(rows[0]) if head else {})
    told: list[RawBlock] = []
    notes: list[RawBlock] = []
    left: list[Sequence[Mapped]] = list(rows[:head])
    unread = 0
    seen: set[str] = set()
    day: Mapped | None = None
    for row in rows[head:]:
        own = _cell(row, columns.day)
        day = own if own is not None and own.text else Mapped.inserted(day.text) if day is not None else None
        found, used = _statements(_without(row, cited), columns, day)
        if found and columns.day is not None:
            last, used = with_columns(found[-1], row, heads, used)
            found = [*found[:-1], last]
        if found:
            fresh = [one for one in found if one.text not in seen]
            seen.update(one.text for one in found)
            note = _note(_cell(row, cited), first + len(notes)) if fresh else None
            marker = Mapped.inserted(f"[^{note.label}]") if note is not None else _markers(row, cited)
            notes += [note] if note is not None else []
            told.extend(RawBlock(RawKind.ITEM, _with_marker(one, marker, each=note is not None) if marker is not None else one) for one in fresh)
            rest = [cell for index, cell in enumerate(row) if index not in used and cell.text.strip() and not (index == cited and marker is not None)]
        else:
            unread += _is_wordy(row)
            rest = list(row)
        if rest:
            left.append(rest)
    if not told:
        return ReadTable((table,), unread)
    remains = join([join(row, " | ") for row in left], "\n")
    return ReadTable((*((RawBlock(RawKind.TABLE, remains, lines=len(left)),) if left else ()), *told), unread, tuple(notes))


def _with_marker(told: Mapped, marker: Mapped, *, each: bool) -> Mapped:
    """A statement with a marker at its end; the source of a row (``each``) is that of all sentences of its cell."""
    ends = [match.end() for match in SENTENCE_STOP.finditer(told.text) if match.end() < len(told)] if each else []
    return join((told.edit(Edit(end, end, marker.text) for end in ends), marker), "")


def is_of_row(label: str) -> bool:
    """Whether a note of this label is a cell of a table's column of sources."""
    return _ROW_LABEL.fullmatch(label) is not None


def _labelled(cell: Mapped) -> Mapped:
    return cell if plain_cell(cell).endswith(":") else join((cell, Mapped.inserted(":")), "")


def has_words(table: RawBlock) -> int:
    """How many rows hold words that could tell of something."""
    return sum(_is_wordy(row) for row in _rows(table.text))


def _rows(text: Mapped) -> Iterator[list[Mapped]]:
    if re.match(r"\s*<", text.text):
        for match in _ROW_TAG.finditer(text.text):
            row = text.slice(*match.span("row"))
            yield [row.slice(*one.span("cell")).strip() for one in _CELL_TAG.finditer(row.text)]
        return
    barred = "|" in text.text
    lines = text.text.split("\n")
    framed = any(map(_RULE.match, lines)) or all(line.lstrip().startswith("|") for line in lines)
    start = 0
    for line in lines:
        part = text.slice(start, start + len(line)).strip()
        start += len(line) + 1
        if not _RULE.match(part.text):
            yield _cells(part, barred, framed)


def _cells(line: Mapped, barred: bool, framed: bool) -> list[Mapped]:
    """The cells of a line; a bar before the first is the table's frame (``framed``), or parts it from a cell in which nothing stands."""
    lead = 1 if barred and framed and line.text.startswith("|") else 0
    end = len(line) - (1 if barred and line.text.endswith("|") and len(line) > 1 else 0)
    cells: list[Mapped] = []
    position = lead
    for match in (_BAR if barred else CELL_GAP).finditer(line.text, lead, end):
        cells.append(line.slice(position, match.start()).strip())
        position = match.end()
    cells.append(line.slice(position, end).strip())
    return cells


def _has_head(rows: Sequence[Sequence[Mapped]]) -> int:
    """1 where the first row names the columns: a few words a cell, no day, no sentence."""
    if len(rows) < 2:
        return 0
    cells = [plain_cell(cell) for cell in rows[0] if cell.text.strip()]
    return int(all(len(cell.split()) <= _HEAD_WORDS and not is_day(cell) and not (" " in cell and cell.endswith(".")) for cell in cells))


def _who(head: Sequence[Mapped]) -> int | None:
    """The column whose head says that it names who acted."""
    return next((index for index, cell in enumerate(head) if plain_cell(cell).lower().rstrip(":") in _WHO), None)


def _cited(head: Sequence[Mapped]) -> int | None:
    """The column whose head says that it names the sources of the rows."""
    words = [set(re.findall(r"[a-z]+", plain_cell(cell).lower())) for cell in head]
    return next((index for index, own in enumerate(words) if own & _SOURCES and own <= _SOURCES | _BESIDE_SOURCES), None)


def _undated(head: Sequence[Mapped]) -> frozenset[int]:
    """The columns whose heads say that their days are not those of what the rows tell: a birth, an expiry, a look at a page; and the listing where the
    rows tell the reasons for it, which are older."""
    words = [set(re.findall(r"[a-z]+", plain_cell(cell).lower())) for cell in head]
    reasons = any(own & _REASONS for own in words)
    return frozenset(index for index, own in enumerate(words) if own & _OTHER_DAYS or (reasons and own & _LISTED))


def _later(head: Sequence[Mapped]) -> dict[int, int]:
    """The columns whose days are later than those of the acts: 1 where these were told of, 2 where what was done began to hold."""
    words = [set(re.findall(r"[a-z]+", plain_cell(cell).lower())) for cell in head]
    return {index: 2 if own & _IN_FORCE else 1 for index, own in enumerate(words) if own & (_IN_FORCE | _TOLD)}


def _without(row: Sequence[Mapped], column: int | None) -> list[Mapped]:
    """A row with the cell of a column empty."""
    return [Mapped.inserted("") if index == column else cell for index, cell in enumerate(row)]


def _note(cell: Mapped | None, number: int) -> RawBlock | None:
    """The note that a cell of the column of sources makes."""
    if cell is None or not _names_source(plain_cell(cell)):
        return None
    return RawBlock(RawKind.PARAGRAPH, cell, label=f"row{number}", form=NoteForm.CELL, body=cell)


def _markers(row: Sequence[Mapped], column: int | None) -> Mapped | None:
    """The cell of a column, where it holds nothing but markers of notes."""
    cell = _cell(row, column)
    return cell if cell is not None and _is_marked(cell) else None


def _names_source(cell: str) -> bool:
    """Whether a cell of the column of sources names one: neither a dash nor a number nor markers of notes."""
    bare = re.sub(r"[^\w ]", "", cell).strip().lower()
    return re.search(r"[^\W\d_]{2}", bare) is not None and bare not in _NOTHING and _MARKERS.fullmatch(cell) is None


def _is_marked(cell: Mapped) -> bool:
    return _MARKERS.fullmatch(cell.text) is not None and _MARKED.search(cell.text) is not None


def _columns(rows: Sequence[Sequence[Mapped]], who: int | None, undated: frozenset[int], later: Mapping[int, int]) -> _Columns:
    """Which columns hold what.

    Args:
        rows: without the head.
        who: the column that the head says to hold names.
        undated: those that the head says to hold days of something else.
        later: those that it says to hold later days than that of the act, with how much they are worth less.
    """
    width = max((len(row) for row in rows), default=0)
    columns = [[plain_cell(row[index]) for row in rows if index < len(row) and plain_cell(row[index])] for index in range(width)]
    days = [index for index, cells in enumerate(columns) if index not in undated and _mostly(cells, is_day)]
    day = min(days, key=lambda index: (later.get(index, 0), index), default=None)
    predicates = [index for index in range(1, width) if index != day and _are_predicates(columns[index], _SURE if who is None else 1)]
    for clause in predicates:
        name = who if who is not None and who not in (day, clause) else next((index for index in range(clause - 1, -1, -1) if index != day and index not in undated), None)
        if name is not None and _mostly(columns[name], _is_name):
            return _Columns(day, name, clause)
    clauses = [index for index in range(width) if index != day and _mostly(columns[index], _is_clause)]
    if day is None or not clauses:
        return _Columns(day)
    return _Columns(day, None, max(clauses, key=lambda index: sum(len(cell.split()) for cell in columns[index])))


def _are_predicates(cells: Sequence[str], fewest: int) -> bool:
    """Whether a column holds predicates, at least so many: cells of a subject of their own ("Anwar Gargash warned that ...") say nothing of the others."""
    rest = [cell for cell in cells if not _has_subject(cell)]
    return _mostly(rest, opens_predicate) and (len(rest) == len(cells) or sum(map(opens_predicate, rest)) >= fewest)


def _has_subject(cell: str) -> bool:
    return cell[0].isupper() and not opens_predicate(cell, sure=False) and _is_clause(cell)


def _mostly(cells: Sequence[str], kind: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(bool(kind(cell)) for cell in cells) >= _SHARE * len(cells)


def _is_name(cell: str) -> bool:
    return len(cell.split()) <= _NAME_WORDS and re.match(r"(?:the )?[A-Z]", cell) is not None and not cell.endswith((".", ":")) and not is_day(cell)


def _is_clause(cell: str) -> bool:
    words = cell.split()
    return len(words) >= _CLAUSE_WORDS and any(word.islower() for word in words) and has_verb(words)


def _is_sentence(cell: str) -> bool:
    return len(cell.split()) >= _SENTENCE_WORDS and _SENTENCE.fullmatch(cell) is not None and has_verb(cell.split())


def _is_wordy(row: Sequence[Mapped]) -> bool:
    """Whether a row has a cell of several words, or a day with words beside it."""
    cells = [plain_cell(cell) for cell in row]
    if any(sum(word.isalpha() and word.islower() for word in cell.split()) >= _CLAUSE_WORDS for cell in cells):
        return True
    return any(map(is_day, cells)) and any(re.search(r"[A-Za-z]{3}", cell) and not is_day(cell) for cell in cells)


def _cell(row: Sequence[Mapped], index: int | None) -> Mapped | None:
    return row[index] if index is not None and index < len(row) else None


def _statements(row: Sequence[Mapped], columns: _Columns, day: Mapped | None) -> tuple[list[Mapped], frozenset[int]]:
    """The statements of a row, and the columns whose cells they take up."""
    used: set[int | None] = {columns.day}
    found: list[Mapped] = []
    clause, name = _cell(row, columns.clause), _cell(row, columns.name)
    if clause is not None and columns.clause is not None and not _is_sentence(plain_cell(clause)):
        named = name is not None and _is_name(plain_cell(name)) and opens_predicate(plain_cell(clause), sure=False)
        if named and name is not None:
            found.append(_dated(day, join((name, _lowered(clause)), " ")))
            used |= {columns.name, columns.clause}
        elif _is_clause(plain_cell(clause)) and day is not None:
            found.append(_dated(day, clause))
            used.add(columns.clause)
    for index, cell in enumerate(row):
        if index not in used and _is_sentence(plain_cell(cell)):
            found.append(_dated(day, cell))
            used.add(index)
    for index, cell in enumerate(row):
        if found and index not in used and _is_marked(cell):
            found[-1] = join((found[-1], cell), "")
            used.add(index)
    return found, frozenset(index for index in used if index is not None)


def _lowered(clause: Mapped) -> Mapped:
    """A predicate goes on with its subject's sentence: "Removed Seoul" -> "removed Seoul"."""
    start = re.match(r"[*_]*", clause.text)
    at = start.end() if start else 0
    return clause.edit([Edit(at, at + 1, clause.text[at].lower())]) if clause.text[at : at + 1].isupper() else clause


def _dated(day: Mapped | None, text: Mapped) -> Mapped:
    ended = text if _STOPPED.search(text.text) else join((text, Mapped.inserted(".")), "")
    return join((day, ended), ": ") if day is not None and day.text else ended
