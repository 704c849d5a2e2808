"""LibreOffice Writer: a flat OpenDocument text with true footnotes, printed to PDF."""

from __future__ import annotations

import subprocess
import tempfile
from html import escape
from pathlib import Path

from content import Case, long_day

_NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible"))
)


_FORMATS = {"footnote": "1", "endnote": "i"}


def _styles(columns: int, size: float, note_class: str) -> str:
    cols = f'<style:columns fo:column-count="{columns}" fo:column-gap="0.6cm"/>' if columns > 1 else ""
    return f"""<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="L" fo:font-family="'DejaVu Serif'" fo:font-size="{size}pt"
 fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-bottom="0.2cm"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:text-properties fo:font-size="17pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.15cm"
 fo:keep-with-next="always"/><style:text-properties fo:font-size="12pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Footnote" style:family="paragraph"><style:text-properties fo:font-size="{size - 2}pt"/></style:style>
<style:style style:name="Raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:notes-configuration text:note-class="{note_class}" text:citation-body-style-name="Raised" style:num-format="{_FORMATS[note_class]}"
 text:footnotes-position="page" text:start-numbering-at="document"/>
</office:styles><office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="17cm"
 fo:page-height="24cm" fo:margin="1.8cm">{cols}<style:footnote-sep style:width="0.02cm" style:distance-before-sep="0.1cm"
 style:distance-after-sep="0.1cm" style:rel-width="25%" style:color="#000000"/></style:page-layout-properties>
<style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style></style:page-layout></office:automatic-styles>"""


def _body(case: Case, note_class: str) -> str:
    notes = iter(case.notes)
    parts = [f'<text:p text:style-name="Title">{escape(case.title)}</text:p>', f"<text:p>By {escape(case.author)}</text:p>",
             f"<text:p>{long_day(case.day)}</text:p>"]  # fmt: skip
    for number, section in enumerate(case.sections):
        parts.append(f'<text:h text:style-name="Head" text:outline-level="1">{escape(section.heading)}</text:h>')
        for sentences in section.paragraphs:
            text = ""
            for sentence in sentences:
                text += (" " if text else "") + escape(sentence.text)
                if sentence.label is not None:
                    label, note = next(notes)
                    text += (
                        f'<text:note text:id="n{number}-{label}" text:note-class="{note_class}"><text:note-citation>{label}</text:note-citation>'
                        f'<text:note-body><text:p text:style-name="Footnote">{escape(note)}</text:p></text:note-body></text:note>'
                    )
            parts.append(f'<text:p text:style-name="Body">{text}</text:p>')
        if number == 1:
            rows = "".join(
                "<table:table-row>"
                + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
                + "</table:table-row>"
                for row in case.table
            )
            parts.append(
                f"<text:p>{case.caption}</text:p><table:table><table:table-column table:number-columns-repeated='4'/>{rows}</table:table>"
            )
    return "".join(parts)


def make(case: Case, target: Path, *, columns: int = 1, size: float = 10.5, note_class: str = "footnote") -> None:
    """Write the case's PDF."""
    page = (
        f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:header><text:p>{escape(case.header)}'
        "</text:p></style:header><style:footer><text:p>Page <text:page-number/></text:p></style:footer></style:master-page></office:master-styles>"
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMESPACES} office:version="1.2"'
        f' office:mimetype="application/vnd.oasis.opendocument.text">{_styles(columns, size, note_class)}{page}'
        f"<office:body><office:text>{_body(case, note_class)}</office:text></office:body></office:document>"
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{case.name}.fodt")
        source.write_text(xml, encoding="utf-8")
        convert(source, target)


def convert(source: Path, target: Path, reader: str = "") -> None:
    """Print a file that Writer opens."""
    folder = source.parent
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", *([f"--infilter={reader}"] if reader else [])]
    subprocess.run([*command, "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(source)], check=True, capture_output=True)
    target.write_bytes(source.with_suffix(".pdf").read_bytes())
