"""OpenDocument texts, written part by part as LibreOffice writes them, and files that mean harm."""

from __future__ import annotations

import pytest
from making import packed
from readtext import paragraphs

from dateline.errors import DatelineError
from dateline.read import ReadOptions, raw_text, read
from dateline.types import BlockKind, Document

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{part}:1.0"'
    for prefix, part in (("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"))
) + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
)
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</manifest:manifest>'
LOOSE = ReadOptions(check_language=False)


def odt(body: str, **parts: str) -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    named = {f"{name}.xml": f"<x {NAMES}>{part}</x>" for name, part in parts.items()}
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **named}, stored_first="mimetype")


def note(label: str, text: str, kind: str = "footnote") -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
    )


def read_odt(body: str, **parts: str) -> Document:
    return read(odt(body, **parts), input_id="a.odt", options=LOOSE)


def test_footnotes_and_endnotes_keep_their_labels_and_places() -> None:
    document = read_odt(
        f"<text:p>Rebels took Goma{note('1', 'A. Roe, “Goma Falls”, Reuters, 2 May 2024.')} in May.{note('i', 'See the annex.', 'endnote')}</text:p>"
    )
    found = [(one.label, document.slice(one.span), document.text[: one.markers[0]][-5:]) for one in document.notes]
    assert found == [("1", "A. Roe, “Goma Falls”, Reuters, 2 May 2024.", " Goma"), ("i", "See the annex.", " May.")]


def test_changes_are_accepted_and_comments_left_out() -> None:
    document = read_odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Rebels fled.</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:p>Rebels <text:change-start text:change-id='c'/>took<text:change-end text:change-id='c'/> Goma."
        "<office:annotation><dc:creator>Roe</dc:creator><text:p>Really?</text:p></office:annotation></text:p>"
    )
    assert paragraphs(document) == ["Rebels took Goma."]
    assert {problem.code for problem in document.problems} >= {"W122", "W123"}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Rebels<text:s/>took<text:tab/>Goma<text:line-break/>in May.", "Rebels took Goma in May."),
        ("Rebels took <text:span text:style-name='T2'>and lost </text:span>Goma.", "Rebels took Goma."),
        ("Rebels took <text:a>Goma</text:a> in 2024.", "Rebels took Goma in 2024."),
    ],
)
def test_inline(body: str, text: str) -> None:
    document = read_odt(f"<text:p>{body}</text:p>")
    assert " ".join(" ".join(paragraphs(document)).split()) == text


def test_raised_labels_and_a_list_of_notes_typed_by_hand() -> None:
    document = read_odt(
        "<text:p>Rebels took the town of Goma in May, and the army left it.<text:span text:style-name='T1'>1</text:span></text:p>"
        "<text:h text:outline-level='1'>Notes</text:h><text:p>1. A. Roe, “Goma Falls”, Reuters, 2 May 2024.</text:p>"
    )
    assert [(one.label, len(one.markers)) for one in document.notes] == [("1", 1)]


def test_title_headings_lists_tables_and_contents() -> None:
    document = read_odt(
        "<text:p text:style-name='P1'>Goma Falls</text:p><text:table-of-content><text:index-body><text:p>Fighting 1</text:p></text:index-body>"
        "</text:table-of-content><text:h text:outline-level='1'>Fighting</text:h><text:p>Rebels took Goma in May, said the army of Congo.</text:p>"
        "<text:list><text:list-item><text:p>Two towns fell on the first day of May.</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Town</text:p></table:table-cell><table:table-cell><text:p>Dead</text:p>"
        "</table:table-cell></table:table-row></table:table>",
        meta="<dc:title>Other</dc:title>",
    )
    assert (document.title, "Fighting 1" in document.text) == ("Goma Falls", False)
    assert [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.TABLE] == ["Town | Dead"]
    assert paragraphs(document) == ["Rebels took Goma in May, said the army of Congo.", "Two towns fell on the first day of May."]


def test_offsets_map_to_the_xml() -> None:
    data = odt("<text:p>Rebels took Goma &amp; Bukavu.</text:p>")
    document, raw = read(data, input_id="a.odt", options=LOOSE), raw_text(data, input_id="a.odt")
    start = document.text.index("Goma")
    assert raw[document.textmap.to_raw(start) :].startswith("Goma &amp;")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (odt("<text:p>" + "a" * 3_000_000 + "</text:p>"), "E021"),
        (odt("")[:300], "E023"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}, stored_first="mimetype"), "E023"),
        (
            packed(
                {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": MANIFEST.format("<manifest:encryption-data/>")},
                stored_first="mimetype",
            ),
            "E025",
        ),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, stored_first="mimetype"), "E023"),
    ],
    ids=["bomb", "cut off", "no content", "encrypted", "spreadsheet by a wrong name"],
)
def test_what_cannot_be_read_is_said(data: bytes, code: str) -> None:
    with pytest.raises(DatelineError) as caught:
        read(data, input_id="a.odt")
    assert caught.value.code == code


def test_a_file_with_entities_of_its_own_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    content = f"{bomb}<office:document-content {NAMES}><office:body><office:text><text:p>Rebels &b; took Goma.</text:p></office:text></office:body></office:document-content>"
    data = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}, stored_first="mimetype")
    with pytest.raises(DatelineError) as caught:
        read(data, input_id="a.odt", options=LOOSE)
    assert caught.value.code == "E022"
