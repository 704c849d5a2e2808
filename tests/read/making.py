"""Word files and an EPUB, written part by part as their producers write them, with what a reader must find in each.

The files are made anew in each run and come out byte for byte the same; their gold has the form of ``documents/gold.json``.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any, Final

W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(parts: Mapping[str, str | bytes], *, stored_first: str | None = None) -> bytes:
    """A ZIP archive of the parts, without the time of its making."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == stored_first else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return buffer.getvalue()


def _core(title: str, creator: str, created: str) -> str:
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created></cp:coreProperties>'
    )


def word_package(document: str, *, core: str | None = None, **parts: str) -> dict[str, str | bytes]:
    """The parts of a Word file; ``parts`` are those of the folder ``word``, by their name without ``.xml``."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"/>'
        for name in parts
    )
    relations = "".join(
        f'<Relationship Id="rId{index}" Type="{_RELS}/{name}" Target="{name}.xml"/>' for index, name in enumerate(parts, 1)
    )
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELS}/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relations}</Relationships>",
        "word/document.xml": f"{_XML}{document}",
    }
    if core is not None:
        found["docProps/core.xml"] = core
    found |= {f"word/{name}.xml": f"{_XML}{content}" for name, content in parts.items()}
    return found


def p(*runs: str, style: str = "", extra: str = "") -> str:
    """A paragraph; bare strings are runs of text, markup is kept."""
    head = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{head}{extra}</w:pPr>" if head or extra else ""
    inner = "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{properties}{inner}</w:p>"


def ref(kind: str, number: int) -> str:
    """A reference to a footnote or an endnote."""
    style = kind.capitalize() + "Reference"
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def notes_part(kind: str, notes: Mapping[int, str], gap: str = '<w:r><w:t xml:space="preserve"> </w:t></w:r>') -> str:
    """``footnotes.xml`` or ``endnotes.xml``."""
    style = kind.capitalize()
    body = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}Text"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{style}Reference"/></w:rPr><w:{kind}Ref/></w:r>{gap}'
        + (text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>')
        + f"</w:p></w:{kind}>"
        for number, text in notes.items()
    )
    separators = (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>'
    )
    return f"<w:{kind}s {W}>{separators}{body}</w:{kind}s>"


def word_docx() -> bytes:
    """As Word writes it: footnotes, endnotes, comments, tracked changes, contents, a table, a text box, a field, a link."""
    change = 'w:id="9" w:author="Editor" w:date="2023-05-02T10:00:00Z"'
    body = "".join(
        (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>',
            p("Contents", style="TOCHeading"),
            p("The pledge", "<w:r><w:tab/></w:r>", "3", style="TOC1"),
            "</w:sdtContent></w:sdt>",
            p("Shells, Promises and the Long Border", style="Title"),
            p("By Henrike Vogt", style="Subtitle"),
            p("3 May 2023"),
            p("The pledge", style="Heading1"),
            p(
                "Germany promised Ukraine ",
                f'<w:del {change}><w:r><w:delText xml:space="preserve">fourteen </w:delText></w:r></w:del>',
                f'<w:ins {change}><w:r><w:t xml:space="preserve">eighteen </w:t></w:r></w:ins>',
                '<w:commentRangeStart w:id="0"/>',
                "battle tanks in January 2023",
                '<w:commentRangeEnd w:id="0"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="0"/></w:r>',
                " and delivered them by the end of March.",
                ref("footnote", 1),
                " Poland had ",
                '<w:proofErr w:type="spellStart"/>',
                "sent",
                '<w:proofErr w:type="spellEnd"/>',
                " its own earlier",
                ref("endnote", 1),
                ".",
            ),
            p("Moscow warned that the tanks would ", extra=f"<w:rPr><w:del {change}/></w:rPr>"),
            p("burn like all the others.", ref("footnote", 2), " ", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden words</w:t></w:r>"),
            p(
                "Berlin ",
                f'<w:moveFrom {change}><w:r><w:t xml:space="preserve">in April </w:t></w:r></w:moveFrom>',
                "also asked Switzerland ",
                f'<w:moveTo {change}><w:r><w:t xml:space="preserve">in April </w:t></w:r></w:moveTo>',
                "for ammunition, but Bern refused ",
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "https://x.example" </w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                "the re-export",
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
                " under its law of neutrality.",
                ref("footnote", 3),
                ref("endnote", 2),
            ),
            p("Table ", '<w:fldSimple w:instr=" SEQ Table "><w:r><w:t>1</w:t></w:r></w:fldSimple>', ": Deliveries by month", style="Caption"),
            "<w:tbl><w:tblPr/><w:tr><w:tc>"
            + p("Month")
            + "</w:tc><w:tc>"
            + p("Tanks")
            + "</w:tc></w:tr><w:tr><w:tc>"
            + p("March")
            + "</w:tc><w:tc>"
            + p("18")
            + "</w:tc></w:tr></w:tbl>",
            p(
                '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
                + p("“We are not at war with Russia,” the chancellor told the Bundestag in a speech about the deliveries.")
                + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
                + p("“We are not at war with Russia,” the chancellor told the Bundestag in a speech about the deliveries.")
                + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
                "The Kremlin accused NATO of taking part in the war &amp; demanded that it stop.",
            ),
            "<w:sectPr/>",
        )
    )
    head = (
        f'<w:document {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">'
    )
    return packed(
        word_package(
            f"{head}<w:body>{body}</w:body></w:document>",
            core=_core("Document1", "hvogt", "2023-04-11T08:00:00Z"),
            styles=f"<w:styles {W}>"
            + "".join(
                f'<w:style w:type="paragraph" w:styleId="{one.replace(" ", "")}"><w:name w:val="{one[:1].lower() + one[1:]}"/></w:style>'
                for one in ("Title", "Subtitle", "Caption", "Heading 1", "TOC Heading", "TOC 1", "Footnote Text")
            )
            + "</w:styles>",
            footnotes=notes_part(
                "footnote",
                {
                    1: "“Germany Delivers Leopard Tanks”, Deutsche Welle, 27 March 2023.",
                    2: "“Kremlin: Tanks Will Burn”, TASS, 25 January 2023.",
                    3: "Imogen Foulkes, “Swiss Neutrality Under Pressure”, BBC News, 30 April 2023; see also supra note 1.",
                },
            ),
            endnotes=notes_part(
                "endnote",
                {1: "“Poland Sends First Leopards”, Reuters, 24 February 2023.", 2: "The law dates from 1996 and was tightened in 2021."},
            ),
            comments=f'<w:comments {W}><w:comment w:id="0" w:author="Editor"><w:p><w:r><w:t>Russia invaded Poland? Check!</w:t></w:r></w:p>'
            "</w:comment></w:comments>",
        )
    )


WORD_GOLD: Final[dict[str, Any]] = {
    "file": "word.docx",
    "format": "docx",
    "title": "Shells, Promises and the Long Border",
    "authors": ["Henrike Vogt"],
    "published": "2023-05-03",
    "publisher": None,
    "url": None,
    "body": [
        ["Germany promised Ukraine eighteen battle tanks", "its own earlier."],
        ["Moscow warned that the tanks would burn", "all the others."],
        ["Berlin also asked Switzerland in April", "law of neutrality."],
        ["“We are not at war", "about the deliveries."],
        ["The Kremlin accused NATO", "war & demanded that it stop."],
    ],
    "headings": ["The pledge"],
    "absent": ["fourteen", "Check!", "hidden words", "Contents", "Deliveries", "March\n", "HYPERLINK", "Document1"],
    "notes": {
        "1": ["“Germany Delivers", "27 March 2023."],
        "2": ["“Kremlin: Tanks", "25 January 2023."],
        "3": ["Imogen Foulkes", "supra note 1."],
        "i": ["“Poland Sends", "24 February 2023."],
        "ii": ["The law dates", "in 2021."],
    },
    "pairs": [
        ["end of March.", "1"],
        ["its own earlier", "i"],
        ["all the others.", "2"],
        ["law of neutrality.", "3"],
        ["law of neutrality.", "ii"],
    ],
    "sources": [
        ["1", "Germany Delivers Leopard Tanks", "2023-03-27"],
        ["2", "Kremlin: Tanks Will Burn", "2023-01-25"],
        ["3", "Swiss Neutrality Under Pressure", "2023-04-30"],
        ["3", "Germany Delivers Leopard Tanks", "2023-03-27"],
        ["i", "Poland Sends First Leopards", "2023-02-24"],
    ],
}


def pandoc_docx() -> bytes:
    """As pandoc writes it: styles for title, author and date, notes from 20 on, compact lists."""
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1001"/></w:numPr>'
    body = "".join(
        (
            p("Water at the Border", style="Title"),
            p("Shirin Amani", style="Author"),
            p("2023-06-02", style="Date"),
            p("The clash", style="Heading1"),
            p(
                "Taliban guards and Iranian border troops exchanged fire near Zabol on 27 May 2023, and three people died.",
                ref("footnote", 20),
                style="FirstParagraph",
            ),
            p("Tehran had warned Kabul over the waters of the Helmand a week earlier.", ref("footnote", 21), style="BodyText"),
            p("Iran demanded its share under the treaty of 1973.", style="Compact", extra=item),
            p("The Taliban answered that there was too little water in the river.", style="Compact", extra=item),
            "<w:sectPr/>",
        )
    )
    return packed(
        word_package(
            f"<w:document {W}><w:body>{body}</w:body></w:document>",
            core=_core("Water at the Border", "Shirin Amani", "2023-06-02T00:00:00Z"),
            footnotes=notes_part(
                "footnote",
                {
                    20: '<w:r><w:t xml:space="preserve">“Deadly Clash on Iran-Afghan Border,” </w:t></w:r><w:r><w:rPr><w:i/></w:rPr>'
                    '<w:t xml:space="preserve">Al Jazeera</w:t></w:r><w:r><w:t xml:space="preserve">, May 27, 2023.</w:t></w:r>',
                    21: "“Raisi Warns Taliban,” Radio Free Europe, May 18, 2023.",
                },
            ),
        )
    )


PANDOC_GOLD: Final[dict[str, Any]] = {
    "file": "pandoc.docx",
    "format": "docx",
    "title": "Water at the Border",
    "authors": ["Shirin Amani"],
    "published": "2023-06-02",
    "publisher": None,
    "url": None,
    "body": [
        ["Taliban guards", "three people died."],
        ["Tehran had warned", "a week earlier."],
        ["Iran demanded its share", "of 1973."],
        ["The Taliban answered", "in the river."],
    ],
    "headings": ["The clash"],
    "absent": [],
    "notes": {"1": ["“Deadly Clash", "May 27, 2023."], "2": ["“Raisi Warns", "May 18, 2023."]},
    "pairs": [["three people died.", "1"], ["a week earlier.", "2"]],
    "sources": [["1", "Deadly Clash on Iran-Afghan Border", "2023-05-27"], ["2", "Raisi Warns Taliban", "2023-05-18"]],
}


def libreoffice_docx() -> bytes:
    """As LibreOffice writes it: text cut over runs, styles by other names, footnotes that restart in each section."""
    section = '<w:sectPr><w:footnotePr><w:numFmt w:val="decimal"/><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = "".join(
        (
            p("Two Ports and a Blockade", style="Titel"),
            p("Published by the Red Sea Forum"),
            p("Yemen", style="Berschrift1"),
            p("Saudi Arabia eased the block", "ade of Ho", "deidah in March 2023, three Yemeni officials said.", ref("footnote", 2)),
            p("The Houthis released a hundred prisoners in return, and both sides praised the exchange.", ref("footnote", 3)),
            f"<w:p><w:pPr>{section}</w:pPr></w:p>",
            p("Sudan", style="Berschrift1"),
            p(
                "The army bombed the port road in May 2023, and the rebels shelled a ware",
                "<w:r><w:softHyphen/><w:t>house.</w:t></w:r>",
                ref("footnote", 4),
            ),
            p("Both delegations signed a truce in Jeddah on 20 May and broke it on the next day.", ref("footnote", 5)),
            section,
        )
    )
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Berschrift"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Berschrift1"><w:name w:val="My Head"/><w:basedOn w:val="Berschrift"/></w:style></w:styles>'
    )
    return packed(
        word_package(
            f"<w:document {W}><w:body>{body}</w:body></w:document>",
            core=_core("", "Samira Nasser", "2023-06-30T12:00:00Z"),
            styles=styles,
            footnotes=notes_part(
                "footnote",
                {
                    2: "“Saudis Ease Yemen Blockade”, Reuters, 9 March 2023.",
                    3: "Ibid.",
                    4: "“Port Road Bombed”, Sudan Tribune, 14 May 2023.",
                    5: "See supra note 1; “Truce Signed in Jeddah”, Al Arabiya, 20 May 2023.",
                },
                gap="<w:r><w:tab/></w:r>",
            ),
        )
    )


LIBREOFFICE_GOLD: Final[dict[str, Any]] = {
    "file": "libreoffice.docx",
    "format": "docx",
    "title": "Two Ports and a Blockade",
    "authors": ["Samira Nasser"],
    "published": "2023-06-30",
    "publisher": "Red Sea Forum",
    "url": None,
    "body": [
        ["Saudi Arabia eased the blockade of Hodeidah", "officials said."],
        ["The Houthis released", "praised the exchange."],
        ["The army bombed", "shelled a warehouse."],
        ["Both delegations", "on the next day."],
    ],
    "headings": ["Yemen", "Sudan"],
    "absent": [],
    "notes": {
        "1": ["“Saudis Ease", "9 March 2023."],
        "2": ["Ibid.", "Ibid."],
        "1 (2)": ["“Port Road", "14 May 2023."],
        "2 (2)": ["See supra note 1", "20 May 2023."],
    },
    "pairs": [["officials said.", "1"], ["the exchange.", "2"], ["a warehouse.", "1 (2)"], ["on the next day.", "2 (2)"]],
    "sources": [
        ["1", "Saudis Ease Yemen Blockade", "2023-03-09"],
        ["2", "Saudis Ease Yemen Blockade", "2023-03-09"],
        ["1 (2)", "Port Road Bombed", "2023-05-14"],
        ["2 (2)", "Port Road Bombed", "2023-05-14"],
        ["2 (2)", "Truce Signed in Jeddah", "2023-05-20"],
    ],
}


def xhtml(title: str, body: str) -> str:
    """A content document of an EPUB."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en"><head><title>{title}</title></head><body>{body}</body></html>\n'
    )


def book_epub() -> bytes:
    """An EPUB 3 whose notes restart in each chapter: popup notes in two chapters, a file of notes for the third."""

    def noteref(target: str, label: str) -> str:
        return f'<a epub:type="noteref" href="{target}">{label}</a>'

    def aside(identity: str, label: str, text: str) -> str:
        return f'<aside epub:type="footnote" id="{identity}"><p>{label}. {text}</p></aside>'

    first = (
        '<section epub:type="chapter"><h1>The First Winter</h1><p>Finland closed its eastern border in November 2023 and accused Moscow of '
        f"sending migrants to the crossings.{noteref('#n1', '1')} Estonia did the same for a night.{noteref('#n2', '2')}</p>"
        + aside("n1", "1", "“Finland Shuts Border With Russia”, <i>Yle</i>, 28 November 2023.")
        + aside("n2", "2", "“Estonia Closes Narva Crossing”, <i>ERR News</i>, 3 December 2023.")
        + "</section>"
    )
    second = (
        '<section epub:type="chapter"><h1>The Second Winter</h1><p>Poland sent ten thousand soldiers to its border with Belarus and built '
        f"a fence of steel.{noteref('#n1', '1')} Minsk denied that it had sent anyone.{noteref('#n2', '2')}</p>"
        + aside("n1", "1", "“Poland Sends Troops to Border”, <i>Politico</i>, 10 August 2023.")
        + aside("n2", "2", "“Minsk Denies Role”, BelTA, 12 August 2023; cf. supra note 1.")
        + "</section>"
    )
    third = (
        '<section epub:type="chapter"><h1>The Thaw That Failed</h1><p>Norway summoned the Russian ambassador in March 2024 after a drone had '
        'crossed the fjord.<sup><a href="notes.xhtml#c3n1" id="c3r1">1</a></sup> He rejected the protest as theatre.'
        '<sup><a href="notes.xhtml#c3n2" id="c3r2">2</a></sup></p></section>'
    )
    notes = (
        '<section epub:type="endnotes"><h1>Notes</h1><h2>The Thaw That Failed</h2><ol>'
        '<li id="c3n1"><a href="ch3.xhtml#c3r1">1</a>. “Norway Summons Russian Envoy”, <i>NRK</i>, 7 March 2024.</li>'
        '<li id="c3n2"><a href="ch3.xhtml#c3r2">2</a>. <i>Ibid.</i></li></ol></section>'
    )
    opf = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:isbn:9780000000002</dc:identifier>'
        "<dc:title>Three Winters on the Border</dc:title><dc:creator>Aino Laakso</dc:creator><dc:publisher>Saimaa Press</dc:publisher>"
        "<dc:date>2024-05-06</dc:date><dc:language>en-GB</dc:language></metadata><manifest>"
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="legal" href="legal.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="c2" href="text/ch2.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="c1" href="text/ch1.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="c3" href="text/ch3.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="notes" href="text/notes.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="legal"/><itemref idref="c1"/><itemref idref="c2"/>'
        '<itemref idref="c3"/><itemref idref="notes" linear="no"/></spine></package>'
    )
    container = (
        '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    nav = '<nav epub:type="toc"><ol><li><a href="text/ch1.xhtml">The First Winter</a></li></ol></nav>'
    legal = '<section epub:type="copyright-page"><p>All rights reserved. No part of this book may be reproduced without permission.</p></section>'
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/content.opf": opf,
            "OEBPS/nav.xhtml": xhtml("Contents", nav),
            "OEBPS/cover.xhtml": xhtml("Cover", '<section epub:type="cover"><img src="c.jpg" alt="Cover"/></section>'),
            "OEBPS/legal.xhtml": xhtml("Legal", legal),
            "OEBPS/text/ch1.xhtml": xhtml("1", first),
            "OEBPS/text/ch2.xhtml": xhtml("2", second),
            "OEBPS/text/ch3.xhtml": xhtml("3", third),
            "OEBPS/text/notes.xhtml": xhtml("Notes", notes),
        },
        stored_first="mimetype",
    )


EPUB_GOLD: Final[dict[str, Any]] = {
    "file": "book.epub",
    "format": "epub",
    "title": "Three Winters on the Border",
    "authors": ["Aino Laakso"],
    "published": "2024-05-06",
    "publisher": "Saimaa Press",
    "url": None,
    "body": [["Finland closed", "for a night."], ["Poland sent", "had sent anyone."], ["Norway summoned", "as theatre."]],
    "headings": ["The First Winter", "The Second Winter", "The Thaw That Failed"],
    "absent": ["rights reserved", "Cover"],
    "notes": {
        "1": ["“Finland Shuts", "28 November 2023."],
        "2": ["“Estonia Closes", "3 December 2023."],
        "1 (2)": ["“Poland Sends", "10 August 2023."],
        "2 (2)": ["“Minsk Denies", "supra note 1."],
        "1 (3)": ["“Norway Summons", "7 March 2024."],
        "2 (3)": ["Ibid.", "Ibid."],
    },
    "pairs": [
        ["to the crossings.", "1"],
        ["for a night.", "2"],
        ["a fence of steel.", "1 (2)"],
        ["had sent anyone.", "2 (2)"],
        ["crossed the fjord.", "1 (3)"],
        ["protest as theatre.", "2 (3)"],
    ],
    "sources": [
        ["1", "Finland Shuts Border With Russia", "2023-11-28"],
        ["2", "Estonia Closes Narva Crossing", "2023-12-03"],
        ["1 (2)", "Poland Sends Troops to Border", "2023-08-10"],
        ["2 (2)", "Minsk Denies Role", "2023-08-12"],
        ["2 (2)", "Poland Sends Troops to Border", "2023-08-10"],
        ["1 (3)", "Norway Summons Russian Envoy", "2024-03-07"],
        ["2 (3)", "Norway Summons Russian Envoy", "2024-03-07"],
    ],
}

MADE: Final = ((word_docx, WORD_GOLD), (pandoc_docx, PANDOC_GOLD), (libreoffice_docx, LIBREOFFICE_GOLD), (book_epub, EPUB_GOLD))
