"""Rich Text Format (``.rtf``) -> a draft: true footnotes and endnotes, headings by style, bold and raised text, tables, tracked deletions left out.

Raw offsets count the bytes of the file. Headers, footers, comments, hidden text, pictures, field codes and tables of contents are no text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from dateline.errors import DatelineError
from dateline.read.docxparts import Style, printed_number, role_of
from dateline.read.draft import Draft, Metadata, Remark
from dateline.read.inline import NOTE_SIGNS
from dateline.read.names import people
from dateline.read.rawblocks import NoteForm, RawBlock, RawKind, is_page_layout, lines_of, paragraph, table_text
from dateline.read.rtftokens import CHARACTERS, CHARSETS, FILE_PAGES, SYMBOLS, Token, page_name, tokens
from dateline.read.textmap import Mapped, join, normalise
from dateline.read.webblocks import Pages, to_web_draft
from dateline.read.webnotes import NotePlan
from dateline.read.wordblocks import RAISED, Front, tidy

#: Groups whose words are no text of the document; so is every other that a reader may pass over (``\*``).
_SKIPPED: Final = frozenset(
    "colortbl pict objdata header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation atnid atnauthor"
    " atntime atnref atndate atrfstart atrfend xe tc tcn rxe txe listtable listoverridetable revtbl filetbl bkmkstart bkmkend listtext pntext nonshppict sp"
    " upr private template operator themedata datafield formfield".split()
)
#: Groups that may be passed over, and hold text.
_KEPT: Final = frozenset({"shpinst", "shptxt", "ud"})
_TABLES: Final = {"fonttbl": "fonts", "stylesheet": "styles", "info": "info", "fldinst": "code"}
_INFO: Final = frozenset({"title", "author", "creatim"})
_NEW_PARAGRAPH: Final = frozenset({"par", "sect", "page", "row", "cell", "nestcell", "nestrow"})
#: A file that opens more groups inside one another is built to exhaust memory; Word's have some tens.
_DEPTH: Final = 5_000
_NO_TITLE: Final = re.compile(r"(?:untitled|document\s?\d*|microsoft word\b.*|.*\.(?:rtf|docx?))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group: where its words go, how they are set, and the paragraph's properties."""

    into: str = "text"
    bold: bool = False
    raised: bool = False
    hidden: bool = False
    deleted: bool = False
    page: str = ""
    skip: int = 1
    style: int = 0
    outline: int | None = None
    item: bool = False
    celled: bool = False
    note: str = ""
    linked: str = ""
    link_from: int = 0


@dataclass(slots=True)
class _Written:
    """A paragraph in the making: its parts, which of them are raised, and whether all its words are bold."""

    parts: list[Mapped] = field(default_factory=list)
    raised: list[bool] = field(default_factory=list)
    bold: bool = True

    def add(self, text: Mapped, state: _State) -> None:
        """Append text as the state sets it."""
        self.parts.append(text)
        self.raised.append(state.raised)
        if text.text.strip():
            self.bold = self.bold and state.bold

    def mark(self, key: str) -> None:
        """Append the marker of a note."""
        self.parts.append(Mapped.inserted(f"[^{key}]"))
        self.raised.append(False)

    def text(self, line_end: str = "\n") -> Mapped:
        """The whole, raised labels told by signs as other readers write them."""
        found: list[Mapped] = []
        for start, end, raised in _runs(self.raised):
            run = join(self.parts[start:end], "")
            told = raised and RAISED.fullmatch(run.text.strip()) is not None
            found += [Mapped.inserted("<sup>"), run, Mapped.inserted("</sup>")] if told else [run]
        return tidy(normalise(join(found, "")), line_end=line_end)


def _runs(raised: list[bool]) -> Iterator[tuple[int, int, bool]]:
    start = 0
    for index in range(1, len(raised) + 1):
        if index == len(raised) or raised[index] != raised[start]:
            yield start, index, raised[start]
            start = index


def read_rtf(data: bytes) -> Draft:
    """A file in Rich Text Format -> a draft.

    Raises:
        DatelineError: ``E003`` for a file without text, ``E021`` for groups nested without end.
    """
    walker = _Walker(raw_rtf(data))
    walker.walk()
    if not walker.pages.blocks:
        raise DatelineError("E003", "-")
    remarks = [Remark("W122", f"{walker.comments} comments")] if walker.comments else []
    remarks += [Remark("W123", f"{walker.changes} changes")] if walker.changes else []
    return to_web_draft("rtf", walker.pages, walker.front(), walker.properties(), remarks)


def raw_rtf(data: bytes) -> str:
    """The raw text to which the offsets of :func:`read_rtf` refer: each byte is a code point."""
    return data.decode("latin-1")


class _Walker(Front):
    """Walks the tokens and collects the blocks, then the notes."""

    def __init__(self, raw: str) -> None:
        self.raw = Mapped.whole(raw)
        self.pages = Pages(NotePlan())
        self.state = _State(page="cp1252")
        self.stack: list[_State] = []
        self.written, self.notes = _Written(), dict[str, _Written]()
        self.fonts, self.styles, self.info = dict[int, str](), dict[int, Style](), dict[str, str]()
        self.font, self.named, self.code = 0, 0, ""
        self.words: list[str] = []
        self.decoder: codecs.IncrementalDecoder | None = None
        self.cells: list[list[Mapped]] = []
        self.rows: list[list[list[Mapped]]] = []
        self.passing, self.high, self.counts = 0, "", {"footnote": 0, "endnote": 0}
        self.starred = self.counted = False
        self.comments = self.changes = 0

    def walk(self) -> None:
        """Read the whole file."""
        for token in tokens(self.raw.text):
            if token.brace:
                self._brace(token.brace)
            elif token.word:
                self._word(token)
            elif token.symbol:
                self._symbol(token)
            elif self.passing:
                self._pass_over(token)
            elif token.byte is not None:
                self._byte(token.byte, token.start, token.end)
            else:
                self._text(token)
        self._end_paragraph()
        self._end_table()
        for key, note in self.notes.items():
            self._note(key, note)

    def properties(self) -> Metadata:
        """Title, author and day of making that the file's properties name."""
        title, made = self.info.get("title", "").strip(), [int(self.info.get(one, 0)) for one in ("yr", "mo", "dy")]
        try:
            day = date(*made)
        except ValueError:
            day = None
        return Metadata(title=title if title and not _NO_TITLE.match(title) else None, authors=people(self.info.get("author", "")), published=day)

    def _brace(self, brace: str) -> None:
        self.passing, self.decoder = 0, None
        if brace == "{":
            if len(self.stack) >= _DEPTH:
                raise DatelineError("E021", "-", f"more than {_DEPTH} groups inside one another")
            self.stack.append(self.state)
            self.starred = False
        elif self.stack:
            ended, self.state = self.state, self.stack.pop()
            self._close(ended)

    def _close(self, ended: _State) -> None:
        into = self.state.into
        if ended.into == "fonts" or into == "fonts":
            self.words.clear()
        elif ended.into == "styles":
            self._style()
        elif ended.into in _INFO and into != ended.into:
            self.info[ended.into] = "".join(self.words)
            self.words.clear()
        elif ended.into == "code" and into != "code":
            self.code = "".join(self.words)
            self.words.clear()
        elif ended.linked and not self.state.linked and ended.into == "text":
            written = self._writing(ended)
            told = "".join(part.text for part in written.parts[ended.link_from :])
            before = len(written.parts)
            self.pages.cite(told, ended.linked, written.parts)
            written.raised += [False] * (len(written.parts) - before)

    def _style(self) -> None:
        name = "".join(self.words).strip().rstrip(";")
        role = role_of(name)
        if role is not None and self.named:
            self.styles.setdefault(self.named, role)
        self.words.clear()
        self.named = 0

    def _word(self, token: Token) -> None:
        word, number = token.word, token.number
        if self.passing and word not in {"u", "uc"}:
            self.passing -= 1
        elif word == "u" and number is not None:
            self._unicode(number, token)
        elif word == "uc":
            self.state = replace(self.state, skip=max(0, number if number is not None else 1))
        elif word in CHARACTERS:
            self._put(CHARACTERS[word], token.start, token.end)
        elif not (self._destination(word) or self._format(word, number)):
            self._structure(word, number)
        if word != "u":
            self.decoder = None

    def _destination(self, word: str) -> bool:
        """Whether a control word says where the words of its group go."""
        starred, self.starred = self.starred, False
        state = self.state
        if word in {"footnote", "annotation"} and state.into == "text":
            self.comments += word == "annotation"
            self.state = replace(state, into="skip") if word == "annotation" or state.note else self._note_state()
        elif word in _TABLES and state.into != "skip":
            self.state = replace(state, into=_TABLES[word])
            self.named = 0
        elif state.into == "info" and word in _INFO:
            self.state = replace(state, into=word)
        elif word == "fldrslt" and state.into == "text":
            address = re.search(r'HYPERLINK\s+(?!\\l)"([^"]+)"', self.code)
            self.state = replace(state, linked=address[1] if address else "", link_from=len(self._writing(state).parts))
            self.code = ""
        elif word == "ud":
            self.state = replace(state, into=self._outer())
        elif word in _SKIPPED or (starred and word not in _KEPT and state.into == "text"):
            self.state = replace(state, into="skip", item=state.item)
            if word in {"listtext", "pntext"} and self.stack:
                self.stack[-1] = replace(self.stack[-1], item=True)
        else:
            return False
        return True

    def _outer(self) -> str:
        """Where words go outside the group that holds both forms of a text."""
        return next((one.into for one in reversed(self.stack) if one.into != "skip"), "text")

    def _note_state(self) -> _State:
        """The state inside a new note; its label is the next number, or what stands raised before it."""
        written = self._writing(self.state)
        label, marked = "", len(written.parts)
        while not self.counted and marked and written.raised[marked - 1]:
            marked -= 1
            label = written.parts[marked].text + label
        if not self.counted and RAISED.fullmatch(label.strip()):
            del written.parts[marked:], written.raised[marked:]
        else:
            self.counts["footnote"] += 1
            label = str(self.counts["footnote"])
        self.counted = False
        key = self.pages.plan.new_key(label.strip())
        written.mark(key)
        self.notes[key] = _Written()
        return replace(self.state, note=key, raised=False, bold=False, style=0, outline=None, item=False)

    def _format(self, word: str, number: int | None) -> bool:
        """Whether a control word sets characters or a paragraph."""
        state, on = self.state, number != 0
        if word == "b":
            self.state = replace(state, bold=on)
        elif word in {"super", "up"}:
            self.state = replace(state, raised=on)
        elif word in {"nosupersub", "sub"}:
            self.state = replace(state, raised=False)
        elif word == "v":
            self.state = replace(state, hidden=on)
        elif word == "deleted":
            self.changes += on
            self.state = replace(state, deleted=on)
        elif word == "revised":
            self.changes += on
        elif word == "plain":
            self.state = replace(state, bold=False, raised=False, hidden=False, deleted=False)
        elif word == "pard":
            self.state = replace(state, style=0, outline=None, item=False, celled=False)
        elif word == "s" and number is not None:
            self.state, self.named = replace(state, style=number), number
        elif word == "outlinelevel" and number is not None:
            self.state = replace(state, outline=number)
        elif word in {"intbl", "itap"}:
            self.state = replace(state, celled=on)
        else:
            return self._letters(word, number)
        return True

    def _letters(self, word: str, number: int | None) -> bool:
        """Whether a control word names a font or a code page."""
        state = self.state
        if word == "f" and number is not None:
            self.font = number
            self.state = replace(state, page=self.fonts.get(number, self.fonts.get(-1, "cp1252")))
        elif word == "fcharset" and number is not None and state.into == "fonts":
            if number in CHARSETS and number != 0:
                self.fonts[self.font] = CHARSETS[number]
        elif word in FILE_PAGES or (word == "ansicpg" and number is not None):
            self.fonts[-1] = FILE_PAGES.get(word) or page_name(number or 0)
            self.state = replace(state, page=self.fonts[-1])
        else:
            return False
        return True

    def _structure(self, word: str, number: int | None) -> None:
        if self.state.into == "creatim" and word in {"yr", "mo", "dy"}:
            self.info[word] = str(number or 0)
        if self.state.into != "text":
            return
        if word == "chftn":
            self.counted = not self.state.note
        elif word == "ftnalt" and self.state.note:
            self._as_endnote()
        elif word == "column":
            self._end_paragraph()
        elif word in _NEW_PARAGRAPH:
            self._end(word)

    def _as_endnote(self) -> None:
        """A note that turns out to be an endnote counts among these, in small Roman numbers, as Word prints them."""
        key = self.state.note
        if self.pages.plan.labels[key] == str(self.counts["footnote"]):
            self.counts["footnote"] -= 1
            self.counts["endnote"] += 1
            self.pages.plan.labels[key] = printed_number(self.counts["endnote"], "lowerRoman")

    def _end(self, word: str) -> None:
        if self.state.note:
            self._put("\n", 0, 0)
            return
        if word in {"cell", "nestcell"}:
            self.cells = self.cells or [[]]
            self._end_paragraph(cell=True)
            self.cells.append([])
        elif word in {"row", "nestrow"}:
            self._end_row()
        else:
            self._end_paragraph()
            if word == "page":
                self.pages.blocks.append(RawBlock(RawKind.BREAK, Mapped.inserted("\f")))

    def _symbol(self, token: Token) -> None:
        if token.symbol == "*":
            self.starred = True
        elif self.passing and token.symbol in SYMBOLS:
            self.passing -= 1
        elif SYMBOLS.get(token.symbol):
            self._put(SYMBOLS[token.symbol], token.start, token.end)

    def _pass_over(self, token: Token) -> None:
        """Leave out what stands for a character that was read in its Unicode form."""
        if token.byte is not None:
            self.passing -= 1
            return
        gone = min(self.passing, len(token.text))
        self.passing -= gone
        if gone < len(token.text):
            self._text(Token(token.start + gone, token.end, text=token.text[gone:]))

    def _unicode(self, number: int, token: Token) -> None:
        code, self.passing = number & 0xFFFF, self.state.skip
        if 0xD800 <= code < 0xDC00:
            self.high = chr(code)
            return
        character = chr(code)
        if self.high and 0xDC00 <= code < 0xE000:
            character = (self.high + character).encode("utf-16", "surrogatepass").decode("utf-16")
        self.high = ""
        self._put(character, token.start, token.end)

    def _byte(self, value: int, start: int, end: int) -> None:
        """A byte in the code page of its font; a letter of several bytes stands where its last one does."""
        if self.decoder is None:
            self.decoder = codecs.getincrementaldecoder(self.state.page)("replace")
        found = self.decoder.decode(bytes([value]))
        if found:
            self._put(found, start, end)

    def _text(self, token: Token) -> None:
        if token.text.isascii() and self.decoder is None:
            self._put(token.text, token.start, token.end)
            return
        for offset, character in enumerate(token.text):
            if character.isascii() and self.decoder is not None and not self.decoder.getstate()[0]:
                self.decoder = None
            self._byte(ord(character), token.start + offset, token.start + offset + 1)

    def _writing(self, state: _State) -> _Written:
        return self.notes[state.note] if state.note else self.written

    def _put(self, text: str, start: int, end: int) -> None:
        into = self.state.into
        if into == "skip" or (into == "text" and (self.state.hidden or self.state.deleted)):
            return
        if into != "text":
            self.words.append(text)
            return
        whole = Mapped.inserted(text) if end <= start else Mapped(text, [start + (one if end - start == len(text) else 0) for one in range(len(text))])
        self._writing(self.state).add(whole, self.state)

    def _end_paragraph(self, *, cell: bool = False) -> None:
        if not cell and not self.state.celled:
            self._end_table()
        written, self.written = self.written, _Written()
        text = written.text()
        if not text.text:
            return
        if cell or self.state.celled:
            self.cells = self.cells or [[]]
            self.cells[-1].append(text)
        else:
            style = self.styles.get(self.state.style, Style())
            level = style.level or (self.state.outline + 1 if self.state.outline is not None and self.state.outline < 9 else 0)
            self.pages.blocks.extend(self.styled(text, style.role, level, item=self.state.item, bold=written.bold))

    def _end_row(self) -> None:
        self._end_paragraph(cell=True)
        cells = self.cells[:-1] if self.cells and not self.cells[-1] else self.cells
        self.cells = []
        if cells:
            self.rows.append(cells)

    def _end_table(self) -> None:
        if self.cells:
            self._end_row_of_rest()
        rows, self.rows = self.rows, []
        if not rows:
            return
        flat = [cell for row in rows for cell in row]
        if is_page_layout([sum(map(len, cell)) for cell in flat], nested=False):
            for text in (one for cell in flat for one in cell):
                self.pages.blocks.extend(paragraph(list(lines_of(text))))
            return
        text = table_text([tidy(join(cell, " "), line_end=" ") for cell in row] for row in rows)
        if text.text:
            self.pages.blocks.append(RawBlock(RawKind.TABLE, text))

    def _end_row_of_rest(self) -> None:
        cells, self.cells = [cell for cell in self.cells if cell], []
        if cells:
            self.rows.append(cells)

    def _note(self, key: str, written: _Written) -> None:
        text = written.text(line_end=" ")
        label = re.escape(self.pages.plan.labels[key])
        lead = re.match(rf"(?:<sup>)?{label}(?:</sup>)[.)]?\s*|[{NOTE_SIGNS}]+\s*", text.text)
        text = text.slice(lead.end() if lead else 0)
        if text.text:
            self.pages.blocks.append(RawBlock(RawKind.PARAGRAPH, text, 0, 1, key, NoteForm.REFERENCE, text))
