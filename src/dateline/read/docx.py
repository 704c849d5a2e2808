"""Word files (``.docx``) -> a draft: true footnotes and endnotes with the labels Word prints, tracked changes as if accepted.

Raw offsets count the code points of the XML of the main part, then the footnotes, then the endnotes, one after another. Insertions and
moved text are kept where they went, deletions dropped; comments are left out; both are said in ``problems``. Of alternative content
the first choice is read. Headers, footers, tables of contents, hidden text and field codes are no text of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.errors import DatelineError
from dateline.read.archive import Archive
from dateline.read.decode import decode
from dateline.read.docxparts import Names, Parts, Style, Styles, core_properties, link_targets, note_labels
from dateline.read.draft import Draft, Remark
from dateline.read.inline import NOTE_SIGNS
from dateline.read.markup import Element, Run, content, parse
from dateline.read.mastheadtable import is_masthead
from dateline.read.rawblocks import NoteForm, RawBlock, RawKind, is_page_layout, table_text
from dateline.read.textmap import Mapped, join, normalise
from dateline.read.webblocks import Pages, to_web_draft
from dateline.read.webnotes import NotePlan
from dateline.read.wordblocks import RAISED, Front, tidy

_INLINE: Final = frozenset("hyperlink smartTag ins moveTo fldSimple sdt sdtContent customXml dir bdo r".split())
_BLOCKS: Final = frozenset("sdtContent ins moveTo customXml smartTag body".split())
_DROPPED: Final = frozenset("del moveFrom instrText delText delInstrText rPr pPr sdtPr sdtEndPr".split())


def read_docx(data: bytes) -> Draft:
    """A Word file -> a draft.

    Raises:
        DatelineError: ``E021``, ``E022``, ``E023`` for archives and parts that are bombs or damaged.
    """
    archive = Archive(data)
    parts = Parts.of(archive)
    raw = Mapped.whole(_raw(archive, parts))
    body, notes = _trees(archive, parts, raw)
    names = Names.of(body)
    styles = Styles.of(archive, parts.styles)
    walker = _Walker(names, styles, note_labels(body, names, archive.read(parts.settings)), link_targets(archive, parts.document))
    walker.body(body)
    for kind, tree in notes.items():
        walker.notes(kind, tree)
    comments = len(re.findall(rb"<(?:\w+:)?comment[\s>]", archive.read(parts.comments)))
    changes = sum(1 for one in body.elements() if names.of_element(one) in {"ins", "del", "moveFrom", "moveTo"})
    remarks = [Remark("W122", f"{comments} comments")] if comments else []
    remarks += [Remark("W123", f"{changes} changes")] if changes else []
    return to_web_draft("docx", walker.pages, walker.front(), core_properties(archive.read(parts.core)), remarks)


def raw_docx(data: bytes) -> str:
    """The raw text to which the offsets of :func:`read_docx` refer."""
    archive = Archive(data)
    return _raw(archive, Parts.of(archive))


def _part(archive: Archive, name: str) -> str:
    content_ = archive.read(name)
    return decode(content_, name).text if content_ else ""


def _raw(archive: Archive, parts: Parts) -> str:
    return "".join(_part(archive, name) for name in parts.text())


def _trees(archive: Archive, parts: Parts, raw: Mapped) -> tuple[Element, dict[str, Element]]:
    trees: list[Element] = []
    position = 0
    for name in parts.text():
        length = len(_part(archive, name))
        trees.append(parse(normalise(raw.slice(position, position + length)), xml=True).root)
        position += length
    if not trees or not any(isinstance(one, Element) for one in trees[0].children):
        raise DatelineError("E023", "-", "no main part")
    return trees[0], {"footnote": trees[1], "endnote": trees[2]}


@dataclass(slots=True)
class _Paragraph:
    """A paragraph in the making; ``boxes`` are text boxes anchored in it."""

    parts: list[Mapped]
    boxes: list[Element]
    bold: bool = True
    breaks: bool = False


class _Walker(Front):
    """Walks body and notes and collects their blocks."""

    def __init__(self, names: Names, styles: Styles, labels: dict[tuple[str, str], str], targets: Mapping[str, str]) -> None:
        self.name, self.styles, self.targets = names.of_element, styles, targets
        self.pages = Pages(NotePlan())
        self.keys = {identity: self.pages.plan.new_key(label) for identity, label in labels.items()}
        self.held: list[Mapped] = []

    def body(self, tree: Element) -> None:
        """Append the blocks of the main part."""
        for element in tree.elements():
            if self.name(element) == "body":
                self._blocks(element)
                return

    def _blocks(self, element: Element) -> None:
        for child in self._children(element):
            name = self.name(child)
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._table(child)
            elif name in _BLOCKS or (name == "sdt" and not self._is_contents(child)):
                self._blocks(child)

    def _children(self, element: Element) -> Iterator[Element]:
        """Child elements; of alternative content the first choice, else the fallback."""
        for child in element.children:
            if isinstance(child, Run):
                continue
            if child.tag.rpartition(":")[2] == "AlternateContent":
                choices = [one for one in child.children if isinstance(one, Element)]
                if choices:
                    yield from self._children(choices[0])
            else:
                yield child

    def _is_contents(self, element: Element) -> bool:
        return any(
            self.name(one) == "docPartGallery" and "table of" in one.get("w:val").lower() for one in element.elements()
        )

    def _paragraph(self, element: Element) -> None:
        found = _Paragraph(self.held, [])
        self.held = []
        self._inline(element, found, raised=False)
        properties = self._child(element, "pPr")
        if properties is not None and self._mark_deleted(properties):
            self.held = found.parts
            return
        for box in found.boxes:
            self._blocks(box)
        if found.breaks:
            self.pages.blocks.append(RawBlock(RawKind.BREAK, Mapped.inserted("\f")))
        text = tidy(join(found.parts, ""))
        if text.text:
            style = self._style(properties)
            numbered = properties is not None and self._child(properties, "numPr") is not None
            self.pages.blocks.extend(self.styled(text, style.role, style.level, item=numbered, bold=found.bold))

    def _style(self, properties: Element | None) -> Style:
        if properties is None:
            return Style()
        named = self._child(properties, "pStyle")
        outline = self._child(properties, "outlineLvl")
        style = self.styles.get(named.get("w:val") if named is not None else "")
        if not style.level and outline is not None and outline.get("w:val") in set("012345678"):
            return Style(style.role, int(outline.get("w:val")) + 1)
        return style

    def _child(self, element: Element, name: str) -> Element | None:
        return next((one for one in element.children if isinstance(one, Element) and self.name(one) == name), None)

    def _mark_deleted(self, properties: Element) -> bool:
        """The paragraph's own end was deleted: it runs on into the next one."""
        mark = self._child(properties, "rPr")
        return mark is not None and self._child(mark, "del") is not None

    def _inline(self, element: Element, found: _Paragraph, *, raised: bool) -> None:
        for child in self._children(element):
            name = self.name(child)
            if name in _DROPPED:
                continue
            if name == "r":
                self._run(child, found)
            elif name in _INLINE:
                self._inline(child, found, raised=raised)
                if name == "hyperlink":
                    self.pages.cite(child.plain(), self.targets.get(child.get("r:id"), ""), found.parts)
            elif name in {"drawing", "pict", "object"}:
                self._boxes(child, found)

    def _run(self, run: Element, found: _Paragraph) -> None:
        properties = self._child(run, "rPr")
        marks = {self.name(one): one.get("w:val") for one in properties.children if isinstance(one, Element)} if properties else {}
        if "vanish" in marks and marks["vanish"] not in {"0", "false"}:
            return
        start = len(found.parts)
        custom = False
        for child in self._children(run):
            custom = self._piece(child, found, custom) or custom
        text = "".join(part.text for part in found.parts[start:])
        if text.strip() and not text.startswith(("[^n", "[^a")):
            found.bold = found.bold and "b" in marks and marks["b"] not in {"0", "false"}
        if marks.get("vertAlign") == "superscript" and RAISED.fullmatch(text.strip()):
            found.parts.insert(start, Mapped.inserted("<sup>"))
            found.parts.append(Mapped.inserted("</sup>"))

    def _piece(self, child: Element, found: _Paragraph, custom: bool) -> bool:
        """A child of a run; returns whether the rest of the run is the printed mark of a note."""
        name = self.name(child)
        if name == "t":
            if not custom:
                found.parts.extend(content(child.source, one) for one in child.children if isinstance(one, Run))
        elif name in {"footnoteReference", "endnoteReference"}:
            key = self.keys.get((name.removesuffix("Reference"), child.get("w:id")))
            if key is not None:
                found.parts.append(Mapped.inserted(f"[^{key}]"))
            return child.get("w:custommarkfollows") in {"1", "true", "on"}
        elif name in {"tab", "ptab"}:
            found.parts.append(Mapped.inserted(" "))
        elif name in {"br", "cr"}:
            page = child.get("w:type") == "page"
            found.breaks = found.breaks or (page and not any(part.text.strip() for part in found.parts))
            found.parts.append(Mapped.inserted(" " if page else "\n"))
        elif name == "noBreakHyphen":
            found.parts.append(Mapped.inserted("-"))
        elif name in {"drawing", "pict", "object"}:
            self._boxes(child, found)
        return False

    def _boxes(self, element: Element, found: _Paragraph) -> None:
        for child in self._children(element):
            if self.name(child) == "txbxContent":
                found.boxes.append(child)
            else:
                self._boxes(child, found)

    def _table(self, table: Element) -> None:
        rows = [row for row in table.elements() if self.name(row) == "tr"]
        cells = [[one for one in row.elements() if self.name(one) == "tc"] for row in rows]
        flat = [cell for row in cells for cell in row]
        told = [self._cell(cell).text for cell in flat]
        nested = any(self.name(one) == "tbl" for one in table.elements())
        if is_page_layout(list(map(len, told)), nested=nested) or is_masthead(told, self.pages.blocks):
            for cell in flat:
                self._blocks(cell)
            return
        text = table_text([self._cell(cell) for cell in row] for row in cells)
        if text.text:
            self.pages.blocks.append(RawBlock(RawKind.TABLE, text))

    def _cell(self, cell: Element) -> Mapped:
        found = _Paragraph([], [])
        self._cell_parts(cell, found)
        return tidy(join(found.parts, ""), line_end=" ")

    def _cell_parts(self, element: Element, found: _Paragraph) -> None:
        for child in self._children(element):
            name = self.name(child)
            if name == "p":
                self._inline(child, found, raised=False)
                found.parts.append(Mapped.inserted(" "))
            elif name in _BLOCKS or name == "sdt":
                self._cell_parts(child, found)

    def notes(self, kind: str, tree: Element) -> None:
        """Append the notes that the text refers to, in the order of their references."""
        by_id = {one.get("w:id"): one for one in tree.elements() if self.name(one) == kind}
        for (referred, identity), key in self.keys.items():
            note = by_id.get(identity) if referred == kind else None
            if note is None:
                continue
            found = _Paragraph([], [])
            for child in self._children(note):
                if self.name(child) == "p":
                    self._inline(child, found, raised=False)
                    found.parts.append(Mapped.inserted(" "))
            text = tidy(join(found.parts, ""), line_end=" ")
            label = re.escape(self.pages.plan.labels[key])
            lead = re.match(rf"(?:<sup>)?{label}(?:</sup>)[.)]?\s*|[{NOTE_SIGNS}]+\s*", text.text)
            text = text.slice(lead.end() if lead else 0)
            if text.text:
                self.pages.blocks.append(RawBlock(RawKind.PARAGRAPH, text, 0, 1, key, NoteForm.REFERENCE, text))
