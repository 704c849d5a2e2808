"""What stands around the text of a Word file: which part is what, names of elements, styles, numbers of notes, properties."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.read.archive import Archive, part_tree
from dateline.read.dates import parse_date_line
from dateline.read.draft import Metadata
from dateline.read.markup import Element

_NAMESPACES: Final = frozenset(
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"}
)
#: The day of the template of python-docx, which every file that it makes bears unless told otherwise.
_TEMPLATE_CREATED: Final = "2013-12-23T23:15:00Z"
#: Titles that programs give of themselves.
_NO_TITLE: Final = re.compile(r"(?:document|microsoft word|untitled|title|template|slide|presentation|draft)\b.{0,40}$", re.IGNORECASE)
_ROMAN: Final = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ROLES: Final = (
    (re.compile(r"title$"), "title", 1),
    (re.compile(r"sub-?title$"), "subtitle", 3),
    (re.compile(r"heading ?(\d)"), "heading", 0),
    (re.compile(r"caption|(?:table|figure|image) ?caption|illustration|table$|figure$"), "caption", 0),
    (re.compile(r"toc|table of|contents|index \d|header|footer|page number"), "contents", 0),
    (re.compile(r"list|compact|bullet"), "item", 0),
    (re.compile(r"authors?$|by-?line$"), "author", 0),
    (re.compile(r"date$"), "date", 0),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The names of the parts of a Word file; a part that is not there has the name it would have."""

    document: str
    footnotes: str
    endnotes: str
    comments: str
    styles: str
    settings: str
    core: str

    def text(self) -> tuple[str, str, str]:
        """The parts that hold text, in the order of the raw text."""
        return self.document, self.footnotes, self.endnotes

    @classmethod
    def of(cls, archive: Archive) -> Parts:
        """Find the parts by the relations of the package."""
        package = dict(_relations(archive, "_rels/.rels", ""))
        document = package.get("officeDocument", "word/document.xml")
        folder, own = posixpath.dirname(document), dict(_relations(archive, _relations_of(document), posixpath.dirname(document)))
        found = {kind: own.get(kind, posixpath.join(folder, f"{kind}.xml")) for kind in ("footnotes", "endnotes", "comments", "styles", "settings")}
        return cls(document=document, core=package.get("core-properties", "docProps/core.xml"), **found)


def _relations_of(part: str) -> str:
    """The name of the part that holds the relations of a part."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _related(archive: Archive, name: str) -> Iterator[Element]:
    """The elements of a part of relations; none where the file lacks it."""
    data = archive.read(name)
    return part_tree(data, name).elements() if data else iter(())


def _relations(archive: Archive, name: str, folder: str) -> Iterator[tuple[str, str]]:
    """Last word of the type, and the part; the first of a type counts."""
    seen: set[str] = set()
    for one in _related(archive, name):
        kind = one.get("type").rpartition("/")[2]
        if one.tag.rpartition(":")[2] == "Relationship" and kind not in seen and one.get("targetmode") != "External":
            seen.add(kind)
            target = one.get("target")
            yield kind, target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def link_targets(archive: Archive, document: str) -> dict[str, str]:
    """The addresses outside the file that its main part links to, by their ids."""
    outside = (one for one in _related(archive, _relations_of(document)) if one.get("targetmode") == "External")
    return {one.get("id"): html.unescape(one.get("target")) for one in outside}


@dataclass(frozen=True, slots=True)
class Names:
    """Local names of WordprocessingML elements, whatever prefix a file uses."""

    prefixes: frozenset[str]

    @classmethod
    def of(cls, root: Element) -> Names:
        """Read the prefixes from the root element's declarations."""
        first = next((one for one in root.children if isinstance(one, Element)), root)
        declared = {name.partition(":")[2] for name, value in first.attrs.items() if name.startswith("xmlns") and value in _NAMESPACES}
        return cls(frozenset(declared or {"w"}))

    def of_element(self, element: Element) -> str:
        """The local name, or the full tag of an element of another vocabulary."""
        prefix, colon, local = element.tag.rpartition(":")
        return local if prefix in self.prefixes or (not colon and "" in self.prefixes) or local == "txbxContent" else element.tag


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph's style makes of it; ``level`` is a heading's depth."""

    role: str = ""
    level: int = 0


class Styles:
    """Paragraph styles by their id: by name, by the style they are based on, or by outline level."""

    def __init__(self, named: dict[str, tuple[str, str, int]]) -> None:
        self._named = named

    @classmethod
    def of(cls, archive: Archive, part: str) -> Styles:
        """Read ``styles.xml``; without it ids count as names."""
        data = archive.read(part)
        if not data:
            return cls({})
        root = part_tree(data, part)
        names = Names.of(root)
        found: dict[str, tuple[str, str, int]] = {}
        for style in root.elements():
            if names.of_element(style) == "style" and style.get("w:styleid"):
                values = {names.of_element(one): one.get("w:val") for one in style.elements()}
                outline = values.get("outlineLvl", "")
                level = int(outline) + 1 if re.fullmatch(r"[0-8]", outline) else 0
                found[style.get("w:styleid")] = (values.get("name", ""), values.get("basedOn", ""), level)
        return cls(found)

    def get(self, identity: str) -> Style:
        """The role of a style, its own or that of the style it is based on."""
        seen: set[str] = set()
        while identity and identity not in seen:
            seen.add(identity)
            name, base, level = self._named.get(identity, (identity, "", 0))
            role = role_of(name)
            if role is not None:
                return role
            if level:
                return Style("heading", level)
            identity = base
        return Style()


def role_of(name: str) -> Style | None:
    """What the printed name of a paragraph style makes of it; ``None`` where the name says nothing."""
    words = re.sub(r"[_\s]+", " ", name).strip().lower()
    for pattern, role, level in _ROLES:
        match = pattern.match(words)
        if match:
            return Style(role, int(match.group(1)) if role == "heading" else level)
    return None


def note_labels(body: Element, names: Names, settings: bytes) -> dict[tuple[str, str], str]:
    """The printed labels of notes, by kind and id, in the order of their references.

    Numbers follow the formats, first numbers and restarts of the section's and the document's settings; a restart on each page cannot
    be known from the file and is read as none. References in deleted text do not count.
    """
    general = _formats(part_tree(settings, "settings"), names) if settings else {}
    sections: list[dict[str, dict[str, str]]] = []
    references: list[tuple[str, Element, int]] = []
    for element in body.elements():
        name = names.of_element(element)
        if name == "sectPr":
            sections.append(_formats(element, names))
        elif name in {"footnoteReference", "endnoteReference"} and not _deleted(element, names):
            references.append((name.removesuffix("Reference"), element, len(sections)))
    labels: dict[tuple[str, str], str] = {}
    counts: dict[str, tuple[int, int]] = {}
    for kind, element, section in references:
        own = sections[section] if section < len(sections) else {}
        said = {**general.get(kind, {}), **own.get(kind, {})}
        start = said.get("numStart", "")
        first = int(start) if start.isdecimal() and len(start) < 10 else 1
        count, last = counts.get(kind, (first - 1, section))
        if said.get("numRestart") == "eachSect" and last != section:
            count = first - 1
        if (kind, element.get("w:id")) in labels:
            continue
        if element.get("w:custommarkfollows") in {"1", "true", "on"}:
            run = element.parent.plain() if element.parent is not None else ""
            labels[kind, element.get("w:id")] = run[:4] or "*"
            continue
        counts[kind] = (count + 1, section)
        labels[kind, element.get("w:id")] = printed_number(count + 1, said.get("numFmt") or ("lowerRoman" if kind == "endnote" else "decimal"))
    return labels


def _deleted(element: Element, names: Names) -> bool:
    return any(names.of_element(one) in {"del", "moveFrom"} or one.tag.endswith(":Fallback") for one in element.ancestors())


def _formats(element: Element, names: Names) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for one in element.elements():
        name = names.of_element(one)
        if name in {"footnotePr", "endnotePr"}:
            values = {names.of_element(child): child.get("w:val") for child in one.children if isinstance(child, Element)}
            found[name.removesuffix("Pr")] = values
    return found


def printed_number(number: int, form: str) -> str:
    """The number of a note as a format of Word's prints it: ``lowerRoman``, ``upperLetter``, ``chicago``; any other as figures."""
    if form in {"lowerRoman", "upperRoman"}:
        text = ""
        for value, letters in _ROMAN:
            text += letters * (number // value)
            number %= value
        return text.upper() if form == "upperRoman" else text
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "chicago":
        return "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1)
    return str(number)


def core_properties(data: bytes) -> Metadata:
    """Title, creator and date of ``core.xml``, as far as they can be a document's own."""
    if not data:
        return Metadata()
    values: dict[str, str] = {}
    for one in part_tree(data, "core properties").elements():
        values.setdefault(one.tag.rpartition(":")[2], one.plain())
    title = values.get("title") or None
    creator = values.get("creator", "")
    authors = tuple(part.strip() for part in re.split(r"\s*;\s*", creator) if len(part.split()) > 1)
    created = values.get("created", "")
    day = parse_date_line(created) if created != _TEMPLATE_CREATED else None
    return Metadata(
        title=title if title and not _NO_TITLE.match(title) else None,
        authors=authors,
        published=day.to_date() if day is not None else None,
    )
