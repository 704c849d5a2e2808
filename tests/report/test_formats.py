"""Word and Markdown: the same content, with real footnotes, and deaf to what a document says."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dateline.read import read
from dateline.report.extras import ActorResponse, Extras, ResponseAct, ResponseReport, ResponseRung, TypeAccuracy
from dateline.report.markdown import escape, to_markdown
from dateline.report.outline import Grid, Heading, Outline, Paragraph, Run, outline
from dateline.report.word import to_docx

from . import factory

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(hostile: bool = False) -> Outline:
    coded = [factory.with_claims(), *([factory.hostile()] if hostile else [])]
    answer = ResponseAct("m02", "5 March 2024", "directed at Albania")
    actor = ActorResponse("BIH", (ResponseRung("statement", 1, 2, -2.0, ("Norpress",), (answer,)),), (answer,), not_done=(("sanction", ("USA",)),))
    extras = Extras(
        query="type ACCUSE", response=ResponseReport("ALB MOBILIZE *", True, ("m01",), "3 March 2024", (actor,)), accuracy=(TypeAccuracy("AID", 4, 5, 3),)
    )
    return outline(coded, factory.EVIL if hostile else factory.TITLE, "dateline test", extras)


def parts(data: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


def words(element: ElementTree.Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def test_both_hold_every_section_in_order() -> None:
    brief = made()
    headings = [part.text for part in brief.parts if isinstance(part, Heading) and part.level == 1]
    assert headings == [
        "Summary", "Response", "Why", "Positions", "What next, and what it hangs on", "Who did what to whom", "Acts", "Sources", "How this was made",
    ]  # fmt: skip
    markdown = to_markdown(brief)
    assert [line[3:] for line in markdown.splitlines() if line.startswith("## ")] == headings
    body = parts(to_docx(brief))["word/document.xml"]
    styled = [words(one) for one in body.iter(f"{W}p") if (style := one.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "Heading1"]
    assert styled == headings


def test_every_act_stands_in_the_table_with_its_statement() -> None:
    grids = [part for part in made().parts if isinstance(part, Grid) and part.heads[0] == "No."]
    assert [row[0][0].text for row in grids[0].rows] == [str(number) for number in range(1, 14)]
    assert "condemned the deployment" in grids[0].rows[1][6][0].text
    assert grids[0].rows[8][3][0].text == "▲ not sanction (discontinue)" and grids[0].rows[4][5][0].text == "Norpress, via a coast guard, possible"


def test_word_has_real_footnotes_to_the_sources() -> None:
    files = parts(to_docx(made()))
    references = [one.get(f"{W}id") for one in files["word/document.xml"].iter(f"{W}footnoteReference")]
    notes = {one.get(f"{W}id"): words(one) for one in files["word/footnotes.xml"].iter(f"{W}footnote")}
    assert len(references) == len(set(references)) >= 4 and set(references) == set(notes) - {"-1", "0"}
    assert any("Borvia Wants Ships Out" in text and "https://lumen.example/a?b=1&c=2" in text for text in notes.values())
    assert not any("javascript" in text for text in notes.values())


@pytest.mark.parametrize("hostile", [False, True])
def test_footnotes_bear_the_numbers_of_the_table_of_sources(hostile: bool) -> None:
    brief = made(hostile)
    (table,) = (part for part in brief.parts if isinstance(part, Grid) and part.heads[1:2] == ("Source",))
    numbered = {row[0][0].text: (row[1][0].text, row[2][0].text) for row in table.rows if row[0][0].text != "–"}
    assert len(brief.notes) == len(numbered) >= 4, "one footnote a source"
    for number, line in enumerate(brief.notes, 1):
        source, note = numbered[str(number)]
        assert line.startswith(source) and (note == "–" or f"(note {note} of the text)" in line)
    assert [row[0][0].text for row in table.rows][: len(numbered)] == [str(number) for number in range(1, len(numbered) + 1)]


def test_footnotes_of_markdown_are_numbered_in_the_order_in_which_they_come() -> None:
    """Pandoc and GitHub number footnotes anew by their first references: only so do they show the numbers of the table."""
    order = list(dict.fromkeys(re.findall(r"\[\^(\d+)\](?!:)", to_markdown(made()))))
    assert order == [str(number) for number in range(1, len(order) + 1)]


def test_word_refers_again_to_a_footnote_by_its_number() -> None:
    body = parts(to_docx(made()))["word/document.xml"]
    bookmarks = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    fields = [(one.get(f"{W}instr", "").split(), words(one)) for one in body.iter(f"{W}fldSimple")]
    assert fields and all(instr[0] == "NOTEREF" and instr[1] in bookmarks and instr[1] == f"_Note{shown}" for instr, shown in fields)


def test_dateline_reads_its_own_word_file_with_its_notes(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(to_docx(made()))
    document = read(path)
    assert document.title == factory.TITLE
    assert len(document.notes) >= 4 and all(note.markers for note in document.notes)


def test_other_readers_open_the_word_file() -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    document = docx.Document(io.BytesIO(to_docx(made(hostile=True))))
    assert document.core_properties.title == factory.EVIL and len(document.tables) == 4


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_word_file(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(to_docx(made(hostile=True)))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_what_xml_cannot_hold_is_left_out() -> None:
    data = to_docx(Outline("a\x00b\ud800c\x0bd", "e & <f>", (Paragraph((Run("g\x1bh"),)),), ()))
    assert "abc d" in words(parts(data)["word/document.xml"]) and "e & <f>" in words(parts(data)["word/document.xml"])


def test_equal_briefs_are_equal_files() -> None:
    assert to_docx(made()) == to_docx(made()) and to_markdown(made()) == to_markdown(made())


def test_markdown_notes_are_defined_once_and_referred_to() -> None:
    text = to_markdown(made())
    defined = re.findall(r"^\[\^(\d+)\]: (.+)$", text, re.MULTILINE)
    referred = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert [number for number, _ in defined] == [str(number) for number in range(1, len(defined) + 1)] and referred == {number for number, _ in defined}


@pytest.mark.parametrize("hostile", [factory.EVIL, factory.HANDLER, factory.CLOSER, "# not a heading", "[x](javascript:alert(1))", "a | b", "```", "---", "1. x", "$x$", "![i](u)"])
def test_markdown_shows_hostile_text_as_it_stands(hostile: str) -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    brief = Outline(hostile, hostile, (Paragraph((Run(hostile),)), Paragraph((Run(hostile, bold=True),)), Grid(("h",), (((Run(hostile),),),), (1,))), ())
    html = markdown_it.MarkdownIt("gfm-like", {"linkify": False}).render(to_markdown(brief))
    tags = set(re.findall(r"<(\w+)", html))
    assert tags <= {"h1", "p", "strong", "table", "thead", "tbody", "tr", "th", "td"}, html
    shown = re.sub(r"<[^>]+>", "", html)
    assert shown.count(markdown_it.MarkdownIt().renderInline(escape(hostile))) >= 3


def test_hostile_documents_stay_text_in_both() -> None:
    brief = made(hostile=True)
    body = parts(to_docx(brief))["word/document.xml"]
    assert {one.tag for one in body.iter()} <= {
        f"{W}{name}"
        for name in (
            "document body p pPr pStyle r rPr b color t rStyle footnoteReference tbl tblPr tblStyle tblW tblLayout tblGrid gridCol tr trPr cantSplit "
            "tblHeader tc tcPr tcW sectPr pgSz pgMar bookmarkStart bookmarkEnd fldSimple"
        ).split()
    }
    assert factory.EVIL in words(body)
