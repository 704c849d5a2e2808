"""Rich Text Format, as Word, LibreOffice and TextEdit write it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.errors import DatelineError
from dateline.read import raw_text, read
from dateline.types import BlockKind, Document

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fswiss\fcharset204 Arial Cyr;}}{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s15\qc Title;}{\*\cs10 Title Char;}}"
    r"{\info{\title Ferries and envoys}{\author Ana Prieto}{\creatim\yr2021\mo2\dy9\hr4\min2}}{\header\pard Draft for the board\par}"
)


def of(body: str, head: str = HEAD) -> Document:
    return read((head + body + "}").encode("latin-1"), input_id="brief.rtf")


def kinds(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.text[block.span.start : block.span.end]) for block in document.blocks]


def test_headings_paragraphs_and_letters() -> None:
    body = (
        r"\pard\plain\s15 Ferries and envoys\par\pard\plain\s1{\b The ferries}\par\pard\plain Croatia\rquote s navy {\i stopped} two ferries\line near Split\'e9."
        "\r\n"
        r"\par\pard Moldova told Ukra\u239?ne \'96 and \u8220\'93Ro\-mania\u8221\'94 \emdash  that it would not pay 5\~million.\par"
    )
    found = of(body)
    assert found.format == "rtf" and found.title == "Ferries and envoys"
    assert found.published == date(2021, 2, 9) and "W126" in {one.code for one in found.problems}
    assert (BlockKind.HEADING, "The ferries") in kinds(found)
    assert "Croatia’s navy stopped two ferries near Splité." in found.text
    assert "Moldova told Ukraïne – and “Romania” — that it would not pay 5 million." in found.text
    assert "Draft for the board" not in found.text


def test_offsets_count_the_bytes_of_the_file() -> None:
    data = (HEAD + r"\pard Chad {\b closed} its border with Niger on Monday.\par}").encode("latin-1")
    found = read(data, input_id="note.rtf")
    start = found.textmap.to_raw(found.text.index("closed"))
    assert start is not None and raw_text(data, input_id="note.rtf")[start:].startswith("closed}")


def test_footnotes_and_endnotes_are_notes() -> None:
    body = (
        r"\pard Oman recalled its envoy.{\super\chftn{\footnote\pard\plain\s2{\super\chftn} Reuters, \ldblquote Oman recalls envoy,\rdblquote  3 May 2019.}} "
        r"Yemen protested.{\super\chftn{\footnote\pard\plain{\super\chftn} AFP, 4 May 2019.}} Qatar waited.{\super\chftn{\footnote\ftnalt\pard{\super\chftn} Ibid.}}"
        r" Egypt left.{\super *{\footnote\pard{\super *} Interview with an official, 5 May 2019.}}\par"
    )
    found = of(body)
    assert [note.label for note in found.notes] == ["1", "2", "i", "*"]
    assert all(len(note.markers) == 1 for note in found.notes)
    assert found.text.startswith("Oman recalled its envoy. Yemen protested. Qatar waited. Egypt left.")
    assert [source.agency or source.outlet for source in found.sources][:2] == ["Reuters", "AFP"]


def test_raised_numbers_are_markers_and_raised_letters_are_text() -> None:
    found = of(r"\pard Laos signed.{\super 1} Vietnam left on the 5{\super th} of May.\par\pard\b Notes\par\pard\b0 1. Reuters, 3 May 2019.\par")
    assert [(note.label, len(note.markers)) for note in found.notes] == [("1", 1)]
    assert "on the 5th of May" in found.text


def test_code_pages_of_fonts_and_unicode_pairs() -> None:
    body = r"\pard Moscow's daily {\f1\'ca\'ee\'ec\'ec\'e5\'f0\'f1\'e0\'ed\'f2} said Serbia signed. {\uc2\u-10179\'a8\'b5\u-8703\'d5\'b1} Peru left.\par"
    found = of(body)
    assert "Коммерсант said Serbia" in found.text and "😁 Peru left." in found.text


def test_what_is_no_text_is_left_out() -> None:
    body = (
        r"\pard Togo signed.{\v hidden}{\deleted gone}{\*\unknowngroup words}{\pict\wmetafile8 0102}{\xe{\v Togo}}"
        r"{\field{\*\fldinst HYPERLINK \"https://example.org\"}{\fldrslt Benin}} paid.{\upr{a}{\*\ud{\u233?}}}{\*\annotation\pard why?}\par{\bin5 {{{{{}"
    )
    found = of(body.replace('\\"', '"'))
    assert found.text.startswith("Togo signed.Benin paid.é") and "gone" not in found.text
    assert {"W122", "W123"} <= {one.code for one in found.problems}


def test_linked_words_that_cite_are_notes() -> None:
    body = r'\pard Malawi {\field{\*\fldinst{HYPERLINK "https://www.reuters.com/world/malawi-expels-2021-03-02/"}}{\fldrslt{\ul expelled two diplomats}}} on Tuesday.\par'
    found = of(body)
    assert "Malawi expelled two diplomats on Tuesday." in found.text
    assert [source.url for source in found.sources] == ["https://www.reuters.com/world/malawi-expels-2021-03-02/"]


def test_tables_and_lists() -> None:
    row = r"\trowd\cellx100\cellx200\pard\intbl {}\cell {}\cell\row"
    table = row.replace("{}", "State", 1).replace("{}", "Step") + row.replace("{}", "", 1).replace("{}", "none") + row.replace("{}", "Fiji", 1).replace("{}", "paid")
    found = of(rf"\pard Two states acted.\par{table}\pard{{\listtext\'b7\tab}}Samoa left the talks.\par{{\listtext\'b7\tab}}Tonga joined them.\par")
    texts = kinds(found)
    assert (BlockKind.TABLE, "State | Step | none Fiji | paid") in texts
    assert (BlockKind.PARAGRAPH, "Samoa left the talks.") in texts


def test_cells_of_running_text_are_paragraphs() -> None:
    long = "Nepal closed two crossings and asked India for talks on the disputed road, which India refused to hold before the monsoon ended. " * 2
    found = of(rf"\trowd\cellx9\pard\intbl A title of a page\par {long}\par {long}\cell\row\pard After.\par")
    assert sum(text.startswith("Nepal closed") for _, text in kinds(found)) == 2


@pytest.mark.parametrize("data", [b"{\\rtf1", b"{\\rtf1 }", b"{\\rtf1{\\fonttbl{\\f0 A;}}\\par}"])
def test_a_file_without_text_is_told(data: bytes) -> None:
    with pytest.raises(DatelineError, match="E003"):
        read(data, input_id="empty.rtf")


def test_groups_without_end_are_refused_and_open_ones_read() -> None:
    with pytest.raises(DatelineError, match="E021"):
        read(b"{\\rtf1" + b"{" * 6000 + b"Chad left.", input_id="deep.rtf")
    assert read(b"{\\rtf1 {\\b Chad left the talks on Monday.", input_id="cut.rtf").text == "Chad left the talks on Monday."
