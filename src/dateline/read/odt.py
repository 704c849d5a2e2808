"""OpenDocument text (``.odt``) -> a draft: true footnotes and endnotes with their printed labels, tracked changes as if accepted.

Raw offsets count the code points of the XML of ``content.xml``. Deleted text, comments, hidden text, tables of contents and index entries are no
text of the document; comments and changes are said in ``problems``. Headers and footers stand in the styles and are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.errors import DatelineError
from dateline.read.archive import Archive, part_tree
from dateline.read.decode import decode
from dateline.read.docxparts import Style, core_properties, role_of
from dateline.read.draft import Draft, Metadata, Remark
from dateline.read.markup import Element, Run, content, parse
from dateline.read.mastheadtable import is_masthead
from dateline.read.rawblocks import NoteForm, RawBlock, RawKind, is_page_layout, table_text
from dateline.read.textmap import Edit, Mapped, join, normalise
from dateline.read.webblocks import Pages, to_web_draft
from dateline.read.webnotes import NotePlan
from dateline.read.wordblocks import RAISED, Front, tidy

_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
#: Styles are based on one another; deeper chains are circles.
_DEPTH: Final = 12
_GROUPS: Final = frozenset("text section list list-item list-header numbered-paragraph frame text-box body index-body".split())
_DROPPED: Final = frozenset(
    "tracked-changes annotation annotation-end table-of-content alphabetical-index illustration-index table-index sequence-decls"
    " variable-decls user-field-decls forms note note-citation hidden-text hidden-paragraph ruby-text title desc script".split()
)


def read_odt(data: bytes) -> Draft:
    """An OpenDocument text -> a draft.

    Raises:
        DatelineError: ``E021``, ``E023`` for archives and parts that are bombs or damaged, ``E025`` for a file with a password.
    """
    archive = unlocked(data)
    tree = parse(normalise(Mapped.whole(_raw(archive))), xml=True).root
    if not any(_name(one) == "text" for one in tree.elements()):
        raise DatelineError("E023", "-", f"no text in {_CONTENT}")
    styles = _Styles([tree, *_more_styles(archive)])
    walker = _Walker(styles)
    for element in tree.elements():
        if element.tag == "office:text":
            walker.blocks(element)
            break
    walker.notes()
    names = [_name(one) for one in tree.elements()]
    comments, changes = names.count("annotation"), names.count("changed-region")
    remarks = [Remark("W122", f"{comments} comments")] if comments else []
    remarks += [Remark("W123", f"{changes} changes")] if changes else []
    return to_web_draft("odt", walker.pages, walker.front(), properties(archive), remarks)


def raw_odt(data: bytes) -> str:
    """The raw text to which the offsets of :func:`read_odt` refer."""
    return _raw(Archive(data))


def _raw(archive: Archive) -> str:
    found = archive.read(_CONTENT)
    return decode(found, _CONTENT).text if found else ""


def _more_styles(archive: Archive) -> list[Element]:
    found = archive.read(_STYLES)
    return [part_tree(found, _STYLES)] if found else []


def unlocked(data: bytes) -> Archive:
    """The archive of an OpenDocument file.

    Raises:
        DatelineError: ``E021``, ``E023`` for archives that are bombs or damaged, ``E025`` for a file with a password.
    """
    archive = Archive(data)
    if b":encryption-data" in archive.read("META-INF/manifest.xml"):
        raise DatelineError("E025", "-", "")
    return archive


def properties(archive: Archive) -> Metadata:
    """Title, first author and day of making; Dublin Core's own creator is who saved the file last."""
    found = archive.read("meta.xml").replace(b"dc:creator", b"dc:contributor").replace(b"initial-creator", b"creator")
    return core_properties(found.replace(b"creation-date", b"created"))


def _name(element: Element) -> str:
    return element.tag.rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class _Style:
    """A style's parent, what its printed name means, and how it sets text."""

    parent: str
    role: Style | None
    raised: bool
    bold: bool
    hidden: bool


class _Styles:
    """Styles by name; what a style does not say its parent says."""

    def __init__(self, trees: list[Element]) -> None:
        self._named: dict[str, _Style] = {}
        for tree in trees:
            for element in tree.elements():
                if element.tag == "style:style":
                    self._named.setdefault(element.get("style:name"), _style(element))

    def chain(self, name: str) -> Iterator[_Style]:
        """A style and those it is based on."""
        for _ in range(_DEPTH):
            style = self._named.get(name)
            if style is None:
                return
            yield style
            name = style.parent

    def role(self, name: str) -> Style:
        """What a paragraph's style makes of it; a style that the file does not define counts by its name."""
        chain = list(self.chain(name))
        last = chain[-1].parent if chain else name
        named = next((style.role for style in chain if style.role is not None), None)
        return named or role_of(_printed(last)) or Style()

    def any(self, name: str, what: str) -> bool:
        """Whether a style or one it is based on is ``raised``, ``bold`` or ``hidden``."""
        return any(getattr(style, what) for style in self.chain(name))


def _printed(name: str) -> str:
    """A style's name as it is shown: ``Text_20_body`` is "Text body"."""
    return re.sub(r"_([0-9a-f]{2})_", lambda match: chr(int(match.group(1), 16)), name)


def _style(element: Element) -> _Style:
    printed = element.get("style:display-name") or _printed(element.get("style:name"))
    role = role_of(printed) if element.get("style:family") == "paragraph" else None
    text = next((one for one in element.elements() if one.tag == "style:text-properties"), None)
    get = text.get if text is not None else element.get
    position = get("style:text-position")
    raised = position.startswith("super") or re.match(r"[1-9]\d*%", position) is not None
    bold = get("fo:font-weight") in {"bold", "700", "800", "900"}
    return _Style(element.get("style:parent-style-name"), role, raised, bold, get("text:display") == "none")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph in the making; ``boxes`` are frames anchored in it."""

    parts: list[Mapped]
    boxes: list[Element]
    bold: bool = True


class _Walker(Front):
    """Walks the body and collects its blocks, then those of the notes."""

    def __init__(self, styles: _Styles) -> None:
        self.styles = styles
        self.pages = Pages(NotePlan())
        self.bodies: dict[str, Element] = {}

    def blocks(self, element: Element, *, item: bool = False) -> None:
        """Append the blocks below an element."""
        for child in element.children:
            if isinstance(child, Run):
                continue
            name = _name(child)
            if name in {"p", "h"}:
                self._paragraph(child, item=item)
            elif name == "table":
                self._table(child)
            elif name in _GROUPS:
                self.blocks(child, item=item or name == "list-item")

    def _paragraph(self, element: Element, *, item: bool) -> None:
        style = element.get("text:style-name")
        if self.styles.any(style, "hidden"):
            return
        found = _Paragraph([], [])
        self._inline(element, found, self.styles.any(style, "bold"))
        for box in found.boxes:
            self.blocks(box)
        text = tidy(join(found.parts, ""))
        if text.text:
            named = self.styles.role(element.get("text:style-name"))
            self.pages.blocks.extend(self.styled(text, named.role, self._level(element, named), item=item, bold=found.bold))

    def _level(self, element: Element, style: Style) -> int:
        """The level of a heading, 0 for what is none."""
        if style.level or _name(element) != "h":
            return style.level
        outline = element.get("text:outline-level")
        return int(outline) if outline.isdecimal() else 1

    def _inline(self, element: Element, found: _Paragraph, bold: bool) -> None:
        for child in element.children:
            if isinstance(child, Run):
                part = content(element.source, child)
                found.parts.append(part.edit(Edit(*match.span(), " ") for match in re.finditer(r"\s+", part.text)))
                found.bold = found.bold and (bold or not part.text.strip())
                continue
            name = _name(child)
            if name == "note":
                self._note(child, found)
            elif name in {"s", "tab"}:
                found.parts.append(Mapped.inserted(" "))
            elif name == "line-break":
                found.parts.append(Mapped.inserted("\n"))
            elif name in {"frame", "text-box"}:
                found.boxes.append(child)
            elif name == "span":
                self._span(child, found, bold)
            elif name not in _DROPPED:
                self._inline(child, found, bold)
                if name == "a":
                    self.pages.cite(child.plain(), child.get("xlink:href"), found.parts)

    def _span(self, span: Element, found: _Paragraph, bold: bool) -> None:
        style = span.get("text:style-name")
        if self.styles.any(style, "hidden"):
            return
        start = len(found.parts)
        self._inline(span, found, bold or self.styles.any(style, "bold"))
        text = "".join(part.text for part in found.parts[start:])
        if self.styles.any(style, "raised") and RAISED.fullmatch(text.strip()):
            found.parts.insert(start, Mapped.inserted("<sup>"))
            found.parts.append(Mapped.inserted("</sup>"))

    def _note(self, note: Element, found: _Paragraph) -> None:
        """The marker of a note, whose text comes after the body."""
        parts = {_name(one): one for one in note.children if isinstance(one, Element)}
        if "note-body" not in parts:
            return
        citation = parts.get("note-citation")
        label = (citation.get("text:label") or citation.plain().strip()) if citation is not None else ""
        key = self.pages.plan.new_key(label or str(len(self.bodies) + 1))
        self.bodies[key] = parts["note-body"]
        found.parts.append(Mapped.inserted(f"[^{key}]"))

    def notes(self) -> None:
        """Append the notes in the order of their markers."""
        for key, body in list(self.bodies.items()):
            text = self._whole(body)
            if text.text:
                self.pages.blocks.append(RawBlock(RawKind.PARAGRAPH, text, 0, 1, key, NoteForm.REFERENCE, text))

    def _whole(self, element: Element) -> Mapped:
        """The paragraphs below an element as one text."""
        found = _Paragraph([], [])
        for child in element.elements():
            if _name(child) in {"p", "h"}:
                self._inline(child, found, bold=False)
                found.parts.append(Mapped.inserted(" "))
        return tidy(join(found.parts, ""), line_end=" ")

    def _table(self, table: Element) -> None:
        rows = [row for row in table.elements() if _name(row) == "table-row"]
        cells = [[one for one in row.children if isinstance(one, Element) and _name(one) == "table-cell"] for row in rows]
        flat = [cell for row in cells for cell in row]
        told = [" ".join(cell.plain().split()) for cell in flat]
        nested = any(_name(one) == "table" for one in table.elements())
        if is_page_layout(list(map(len, told)), nested=nested) or is_masthead(told, self.pages.blocks):
            for cell in flat:
                self.blocks(cell)
            return
        text = table_text([self._whole(cell) for cell in row] for row in cells)
        if text.text:
            self.pages.blocks.append(RawBlock(RawKind.TABLE, text))
