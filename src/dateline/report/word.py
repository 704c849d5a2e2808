"""The brief as a Word file with real footnotes to its sources: plain OOXML, so that nothing has to be installed for it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from dateline.report import wordparts as parts
from dateline.report.outline import Bullets, Grid, Heading, Outline, Paragraph, Part, Run

#: What XML 1.0 cannot hold, lone surrogates included.
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Zip files cannot hold an earlier time; a fixed one makes equal briefs equal files.
_TIME: Final = (1980, 1, 1, 0, 0, 0)


def _clean(text: str) -> str:
    return escape(_FORBIDDEN.sub("", " ".join(text.split()) if text.strip() else ""))


def _spaced(text: str) -> str:
    """The text with single spaces, and those at its ends kept."""
    lead, tail = " " * text.startswith(" "), " " * (text.endswith(" ") and bool(text.strip()))
    return lead + _clean(text) + tail


class _Writer:
    """Paragraphs as XML; footnotes are collected as they are referred to, each once: the numbers of the footnotes by the notes."""

    def __init__(self, notes: Sequence[str]) -> None:
        self.notes = notes
        self.footnotes: list[str] = []
        self.numbers: dict[int, int] = {}

    def runs(self, runs: Sequence[Run]) -> str:
        made = []
        for run in runs:
            properties = ("<w:b/>" if run.bold else "") + ('<w:color w:val="555555"/>' if run.quiet else "")
            words = _spaced(run.text)
            if words:
                made.append(f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t xml:space=\"preserve\">{words}</w:t></w:r>")
            if run.note is not None:
                made.append(self._again(run.note) if run.note in self.numbers else self._reference(run.note))
        return "".join(made)

    def _again(self, note: int) -> str:
        """A further reference to a note: a field that shows the number of its footnote."""
        number = self.numbers[note]
        return (
            f'<w:fldSimple w:instr=" NOTEREF _Note{number} \\f \\h "><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f"<w:t>{number}</w:t></w:r></w:fldSimple>"
        )

    def _reference(self, note: int) -> str:
        line = self.notes[note - 1]
        number = self.numbers[note] = len(self.footnotes) + 1
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        self.footnotes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{mark}<w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {_clean(line)}</w:t></w:r></w:p></w:footnote>'
        )
        reference = f'{mark}<w:footnoteReference w:id="{number}"/></w:r>'
        return f'<w:bookmarkStart w:id="{number}" w:name="_Note{number}"/>{reference}<w:bookmarkEnd w:id="{number}"/>'

    def paragraph(self, runs: Sequence[Run], style: str = "") -> str:
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{properties}{self.runs(runs)}</w:p>"

    def part(self, part: Part) -> Iterator[str]:
        match part:
            case Heading(level, text):
                yield self.paragraph((Run(text),), f"Heading{level}")
            case Paragraph(runs):
                yield self.paragraph(runs)
            case Bullets(items):
                yield from (self.paragraph(item, "ListBullet") for item in items)
            case Grid(heads, rows, shares):
                yield self._table(heads, rows, shares)
                yield "<w:p/>"

    def _table(self, heads: Sequence[str], rows: Sequence[Sequence[Sequence[Run]]], shares: Sequence[int]) -> str:
        widths = [parts.TEXT_WIDTH * share // sum(shares) for share in shares]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = "".join(self._cell((Run(text, bold=True),), width) for text, width in zip(heads, widths, strict=True))
        body = "".join(
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(self._cell(cell, width) for cell, width in zip(row, widths, strict=True))}</w:tr>"
            for row in rows
        )
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Rows"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{body}</w:tbl>"
        )

    def _cell(self, runs: Sequence[Run], width: int) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{self.paragraph(runs, "Cell")}</w:tc>'

    def footnote_part(self) -> str:
        rule = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
            for kind, number, tag in (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
        )
        return f'{parts.HEAD}<w:footnotes xmlns:w="{parts.W}">{rule}{"".join(self.footnotes)}</w:footnotes>'


def to_docx(brief: Outline) -> bytes:
    """The brief as the bytes of a ``.docx`` file; equal briefs give equal bytes."""
    writer = _Writer(brief.notes)
    body = [writer.paragraph((Run(brief.title),), "Title"), writer.paragraph((Run(brief.byline),), "Subtitle")]
    for part in brief.parts:
        body += writer.part(part)
    document = f'{parts.HEAD}<w:document xmlns:w="{parts.W}"><w:body>{"".join(body)}{parts.SECTION}</w:body></w:document>'
    core = (
        f'{parts.HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{_clean(brief.title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>'
    )
    files = {
        "[Content_Types].xml": parts.CONTENT_TYPES,
        "_rels/.rels": parts.RELATIONS,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": parts.DOCUMENT_RELATIONS,
        "word/styles.xml": parts.STYLES,
        "word/numbering.xml": parts.NUMBERING,
        "word/footnotes.xml": writer.footnote_part(),
        "word/settings.xml": parts.SETTINGS,
        "docProps/core.xml": core,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, _TIME), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
