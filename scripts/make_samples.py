"""Make the sample documents of one digest: ``samples/seoul-response.md`` -> ``.docx``, ``.pdf`` and ``.html``.

The Markdown file is written by hand and is the only source. The Word file has true footnotes, a running header and
page numbers; the PDF is LibreOffice's print of it (``soffice`` must be on the path); the web page carries what a
think tank's page carries: metadata, navigation, related items, a footer, and notes linked both ways. DOCX and HTML
come out byte for byte the same each time; the PDF carries LibreOffice's time stamp.

    python scripts/make_samples.py            # all three
    python scripts/make_samples.py --no-pdf   # without LibreOffice
"""

from __future__ import annotations

import argparse
import html
import io
import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from docx import Document as new_docx  # noqa: N813
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
#: zip entries carry one fixed time, so that the same Markdown gives the same bytes
ZIP_TIME = (2024, 12, 6, 0, 0, 0)
MARKER = re.compile(r"\[\^(\w+)\]")
ITALIC = re.compile(r"\*([^*]+)\*")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (``None`` for the lead) and its paragraphs, markers still in place."""

    heading: str | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The parsed Markdown file; ``notes`` pairs label and text in order."""

    title: str
    author: str
    published: date
    publisher: str
    sections: tuple[Section, ...]
    notes: tuple[tuple[str, str], ...]


def parse(markdown: str) -> Digest:
    """Read the sample's own plain Markdown: a title, three head lines, ``##`` sections, ``[^n]:`` notes."""
    blocks = [block.strip() for block in markdown.split("\n\n") if block.strip()]
    title, author, day, publisher = blocks[:4]
    notes = tuple((m[1], m[2]) for block in blocks if (m := re.fullmatch(r"\[\^(\w+)\]: (.+)", block)))
    sections: list[Section] = []
    heading: str | None = None
    paragraphs: list[str] = []
    for block in [b for b in blocks[4:] if not b.startswith("[^")] + ["## "]:
        if block.startswith("##"):
            sections.append(Section(heading, tuple(paragraphs)))
            heading, paragraphs = block.removeprefix("##").strip(), []
        else:
            paragraphs.append(block)
    return Digest(
        title.removeprefix("# "),
        author.removeprefix("By "),
        datetime.strptime(day, "%d %B %Y").date(),
        publisher.removeprefix("Published by "),
        tuple(sections),
        notes,
    )


# Word


def field(paragraph: Paragraph, instruction: str) -> None:
    """Append a field such as ``PAGE``, which Word and LibreOffice fill in."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    element.append(run)
    paragraph._p.append(element)


def add_styles(word: Any) -> None:
    """Body, heading, byline and footnote styles; python-docx's template has none for footnotes."""
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Serif", Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    for name, size in (("Title", 19), ("Heading 1", 13)):
        style = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Liberation Sans", Pt(size), RGBColor(0x1F, 0x2A, 0x44)
        fonts = style.element.rPr.rFonts
        for key in [key for key in fonts.attrib if "Theme" in key]:
            del fonts.attrib[key]
    byline = word.styles.add_style("Byline", WD_STYLE_TYPE.PARAGRAPH)
    byline.base_style = normal
    byline.font.size, byline.font.italic = Pt(9.5), True
    byline.paragraph_format.space_after = Pt(2)
    note = word.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    note.element.set(qn("w:styleId"), "FootnoteText")
    note.base_style = normal
    note.font.size = Pt(8)
    note.paragraph_format.space_after, note.paragraph_format.line_spacing = Pt(1), 1.0
    reference = word.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.element.set(qn("w:styleId"), "FootnoteReference")
    reference.font.superscript = True


def run_xml(text: str, italic: bool = False) -> str:
    """One run of WordprocessingML."""
    properties = "<w:rPr><w:i/></w:rPr>" if italic else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t></w:r>'


def footnotes_xml(notes: tuple[tuple[str, str], ...]) -> bytes:
    """The footnotes part: the two separators that Word requires, then the notes, numbered from 1."""
    reference = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    body = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>'
        for kind, number, element in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    for number, (_, text) in enumerate(notes, 1):
        runs = "".join(run_xml(part, italic=bool(i % 2)) for i, part in enumerate(ITALIC.split(text)) if part)
        body += (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
            f"{reference}{run_xml(' ')}{runs}</w:p></w:footnote>"
        )
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{declaration}<w:footnotes {nsdecls('w')}>{body}</w:footnotes>".encode()


def attach_footnotes(word: Any, notes: tuple[tuple[str, str], ...]) -> None:
    """Add the footnotes part to the package and name the separators in the settings."""
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, footnotes_xml(notes), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    properties = OxmlElement("w:footnotePr")
    for number in ("-1", "0"):
        footnote = OxmlElement("w:footnote")
        footnote.set(qn("w:id"), number)
        properties.append(footnote)
    settings = word.settings.element
    # CT_Settings is a sequence: footnotePr stands just before endnotePr and compat
    before = settings.find(qn("w:compat"))
    settings.insert(list(settings).index(before) if before is not None else len(settings), properties)


def add_paragraph(word: Any, text: str, numbers: dict[str, int]) -> None:
    """A body paragraph; each ``[^n]`` becomes a footnote reference."""
    paragraph = word.add_paragraph()
    for i, part in enumerate(MARKER.split(text)):
        if i % 2 == 0:
            paragraph.add_run(part)
            continue
        run = paragraph.add_run(style="footnote reference")
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(numbers[part]))
        run._r.append(reference)


def to_docx(digest: Digest) -> bytes:
    """The digest as a Word file: A5, running header, page numbers, true footnotes."""
    word = new_docx()
    add_styles(word)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(148), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(22)
    header = section.header.paragraphs[0]
    section.header_distance = section.footer_distance = Mm(10)
    header.add_run(f"{digest.publisher} | {digest.title.split(':')[0]}").font.size = Pt(8)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field(footer, "PAGE")
    word.add_paragraph(digest.title, style="Title")
    day = f"{digest.published.day} {digest.published:%B %Y}"
    for line in (f"By {digest.author}", day, f"Published by {digest.publisher}"):
        word.add_paragraph(line, style="Byline")
    numbers = {label: number for number, (label, _) in enumerate(digest.notes, 1)}
    for part in digest.sections:
        if part.heading:
            word.add_paragraph(part.heading, style="Heading 1")
        for text in part.paragraphs:
            add_paragraph(word, text, numbers)
    attach_footnotes(word, digest.notes)
    core = word.core_properties
    core.title, core.author, core.language, core.comments = digest.title, digest.author, "en-GB", ""
    core.created = core.modified = datetime(digest.published.year, digest.published.month, digest.published.day)
    buffer = io.BytesIO()
    word.save(buffer)
    return fixed_zip(buffer.getvalue())


def fixed_zip(data: bytes) -> bytes:
    """The same archive with every entry's time set to :data:`ZIP_TIME`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename, ZIP_TIME), old.read(entry), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def to_pdf(docx: Path) -> bytes:
    """LibreOffice's print of a Word file.

    Raises:
        SystemExit: LibreOffice is not installed.
        subprocess.CalledProcessError: it failed.
    """
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        raise SystemExit("LibreOffice is not on the path: install it, or give --no-pdf")
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(docx)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return Path(folder, docx.with_suffix(".pdf").name).read_bytes()


# Web page

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} | {publisher}</title>
<meta name="author" content="{author}">
<meta name="description" content="{lead}">
<link rel="canonical" href="{url}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="{publisher}">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{lead}">
<meta property="og:url" content="{url}">
<meta property="article:published_time" content="{iso}T08:00:00+00:00">
<meta property="article:section" content="Commentary">
<script type="application/ld+json">{metadata}</script>
<style>
body {{ font: 17px/1.6 Georgia, serif; margin: 0; color: #1c2333 }}
header, nav, aside, footer, main {{ max-width: 44rem; margin: auto; padding: .6rem 1rem }}
nav ul {{ display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; padding: 0 }}
.footnotes {{ font-size: .85rem; border-top: 1px solid #99a }}
.cookie-banner {{ background: #eef; padding: .5rem 1rem }}
</style>
</head>
<body class="single single-commentary">
<div class="cookie-banner" role="region" aria-label="Cookies">We use cookies to improve your experience.
<button type="button">Accept all</button></div>
<header class="site-header"><a href="/">{publisher}</a> <form role="search">
<label>Search <input type="search" name="q"></label></form></header>
<nav aria-label="Main"><ul><li><a href="/regions/">Regions</a></li><li><a href="/topics/">Topics</a></li><li>
<a href="/experts/">Experts</a></li>
<li><a href="/events/">Events</a></li><li><a href="/about/">About us</a></li></ul></nav>
<nav class="breadcrumb" aria-label="Breadcrumb"><a href="/">Home</a> ›
<a href="/commentary/">Commentary</a> › East Asia</nav>
<main>
<article>
<h1>{title}</h1>
<p class="byline">By <a rel="author" href="/experts/dateline/">{author}</a> ·
<time datetime="{iso}">{day}</time> · 6 min read</p>
<ul class="share"><li><a href="#share-mail">Share by mail</a></li><li><a href="#print">Print</a></li></ul>
{body}
<section class="footnotes" aria-label="Notes">
<h2>Notes</h2>
<ol>
{notes}
</ol>
</section>
</article>
</main>
<aside class="related" aria-label="Related"><h2>Read next</h2><ul><li>
<a href="/commentary/arms/">Who sells arms to whom?</a></li>
<li><a href="/commentary/summits/">Five summits to watch next year</a></li></ul>
<form class="newsletter"><label>Get our weekly letter <input type="email" name="mail"></label>
<button type="button">Subscribe</button></form></aside>
<footer class="site-footer"><p>© 2024 {publisher}. The views expressed are those of the authors.
<a href="/privacy/">Privacy policy</a> ·
<a href="/contact/">Contact</a></p></footer>
</body>
</html>
"""


def paragraph_html(text: str, numbers: dict[str, int]) -> str:
    """A paragraph with each ``[^n]`` as a link to its note."""
    link = '<sup id="fnref-{0}"><a href="#fn-{0}" class="footnote-ref">{0}</a></sup>'
    parts = (
        link.format(numbers[part]) if i % 2 else html.escape(part, quote=False)
        for i, part in enumerate(MARKER.split(text))
    )
    return f"<p>{''.join(parts)}</p>"


def note_html(number: int, text: str) -> str:
    """A note with the link back to its marker."""
    body = ITALIC.sub(r"<em>\1</em>", html.escape(text, quote=False))
    return f'<li id="fn-{number}">{body} <a href="#fnref-{number}" aria-label="Back to the text">↩</a></li>'


def to_html(digest: Digest) -> str:
    """The digest as a think tank's web page."""
    url = "https://samples.example.org/commentary/seoul-response/"
    iso, lead = digest.published.isoformat(), MARKER.sub("", digest.sections[0].paragraphs[0])
    metadata = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": digest.title,
        "datePublished": iso,
        "author": [{"@type": "Organization", "name": digest.author}],
        "publisher": {"@type": "Organization", "name": digest.publisher},
        "inLanguage": "en-GB",
        "url": url,
    }
    numbers = {label: number for number, (label, _) in enumerate(digest.notes, 1)}
    lines: list[str] = []
    for section in digest.sections:
        if section.heading:
            lines.append(f"<h2>{html.escape(section.heading, quote=False)}</h2>")
        lines += [paragraph_html(text, numbers) for text in section.paragraphs]
    return PAGE.format(
        title=html.escape(digest.title),
        author=html.escape(digest.author),
        publisher=html.escape(digest.publisher),
        lead=html.escape(lead),
        url=url,
        iso=iso,
        day=f"{digest.published.day} {digest.published:%B %Y}",
        metadata=json.dumps(metadata, ensure_ascii=False).replace("<", "\\u003c"),
        body="\n".join(lines),
        notes="\n".join(note_html(numbers[label], text) for label, text in digest.notes),
    )


def main() -> None:
    """Write the three files beside the Markdown file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-pdf", action="store_true", help="do not print the PDF (no LibreOffice needed)")
    options = parser.parse_args()
    source = SAMPLES / "seoul-response.md"
    digest = parse(source.read_text(encoding="utf-8"))
    docx = source.with_suffix(".docx")
    docx.write_bytes(to_docx(digest))
    source.with_suffix(".html").write_text(to_html(digest), encoding="utf-8")
    if not options.no_pdf:
        source.with_suffix(".pdf").write_bytes(to_pdf(docx))


if __name__ == "__main__":
    main()
