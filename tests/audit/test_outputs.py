"""The page, the JSON, and comments in a copy of the Word file."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from making_audit import audited, markdown

from dateline.audit import audit_documents
from dateline.audit.comments import with_comments
from dateline.audit.page import render_page
from dateline.audit.record import audit_to_record
from dateline.cli.auditreport import summary_lines
from dateline.errors import DatelineError, problem
from dateline.pipeline import Pipeline
from dateline.read import read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SENTENCES = (
    "Kenya deported 38 traders &amp; porters.",
    "Ghana sent 400 soldiers to the border.",
    "Peru closed the mine.",
)
NOTES = ("“Kenya Deports 83 Traders,” Reuters, May 3, 2024.", "“Togo sends 400 soldiers to border,” Reuters, May 3, 2024.", "“Peru Mulls Closing Mine,” Reuters, May 3, 2024.")


def word_file(*, one_run: bool, comments: bool = False) -> bytes:
    """A Word file with three sentences in one run or in three, each with its footnote."""
    space = 'xml:space="preserve"'
    refs = [f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (2, 3, 4)]
    body = "".join(f"<w:r><w:rPr><w:lang w:val='en'/></w:rPr><w:t {space}>{text} </w:t></w:r>{ref}" for text, ref in zip(SENTENCES, refs, strict=True))
    if one_run:
        body = f"<w:r><w:rPr><w:lang w:val='en'/></w:rPr><w:t>{' '.join(SENTENCES)}</w:t></w:r>" + "".join(refs)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    title = "<w:p><w:r><w:t>A Paper on Matters</w:t></w:r></w:p><w:p><w:r><w:t>31 December 2024</w:t></w:r></w:p>"
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t {space}> {note}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(NOTES, 2)
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{TYPES}.footnotes+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/>'
        + (f'<Relationship Id="rId2" Type="{RELATIONS}/comments" Target="comments.xml"/>' if comments else "")
        + "</Relationships>",
        "word/document.xml": f"{head}<w:document {namespace}><w:body>{title}<w:p>{body}</w:p></w:body></w:document>",
        "word/footnotes.xml": f"{head}<w:footnotes {namespace}>{notes}</w:footnotes>",
    }
    if comments:
        own = '<w:comment w:id="7" w:author="Bo"><w:p><w:r><w:t>Check.</w:t></w:r></w:p></w:comment>'
        parts["word/comments.xml"] = f"{head}<w:comments {namespace}>{own}</w:comments>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def commented(data: bytes, number: str) -> str:
    """The words of the main part inside a comment's range."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    words, inside = [], False
    for element in root.iter():
        if element.get(f"{W}id") == number and element.tag == f"{W}commentRangeStart":
            inside = True
        if element.get(f"{W}id") == number and element.tag == f"{W}commentRangeEnd":
            inside = False
        if inside and element.tag == f"{W}t":
            words.append(element.text or "")
    return "".join(words)


@pytest.mark.parametrize("comments", [False, True])
def test_comments_stand_at_their_sentences(comments: bool, pipeline: Pipeline, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(word_file(one_run=False, comments=comments))
    audit = audit_documents(pipeline, [read(path)])[0]
    assert {finding.kind.value for finding in audit.findings} == {"number", "actor", "hedge"}
    copy = with_comments(path.read_bytes(), audit)
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        listed = ElementTree.fromstring(archive.read("word/comments.xml"))
        assert b"comments.xml" in archive.read("word/_rels/document.xml.rels")
        assert archive.read("word/footnotes.xml") == zipfile.ZipFile(io.BytesIO(path.read_bytes())).read("word/footnotes.xml")
    made = {one.get(f"{W}id"): "".join(one.itertext()) for one in listed if one.get(f"{W}author") == "Dateline"}
    assert len(listed) == len(audit.findings) + comments and len(made) == len(audit.findings)
    for (number, text), finding in zip(made.items(), audit.findings, strict=True):
        assert number is not None and finding.sentence is not None
        assert commented(copy, number).strip() == finding.sentence.text
        assert finding.message[1:] in text
    (tmp_path / "copy.docx").write_bytes(copy)
    assert read(tmp_path / "copy.docx").text == audit.document.text


def test_a_run_is_cut_at_the_ends_of_sentences(pipeline: Pipeline, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(word_file(one_run=True))
    audit = audit_documents(pipeline, [read(path)])[0]
    copy = with_comments(path.read_bytes(), audit)
    for number, finding in enumerate(audit.findings):
        assert finding.sentence is not None and commented(copy, str(number)).strip() == finding.sentence.text
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        main = archive.read("word/document.xml").decode()
    assert main.count("<w:lang w:val='en'/>") > 1, "the parts of a run keep its form"
    (tmp_path / "copy.docx").write_bytes(copy)
    assert read(tmp_path / "copy.docx").text == audit.document.text


def test_only_word_files_take_comments(pipeline: Pipeline, tmp_path: Path) -> None:
    audit = audited(tmp_path, markdown([("Peru closed the mine.", NOTES[2])]), pipeline)
    with pytest.raises(DatelineError, match="E451"):
        with_comments(b"", audit)


def test_the_page_escapes_and_asks_for_nothing(pipeline: Pipeline, tmp_path: Path) -> None:
    note = "“Peru Mulls Closing <script>alert(1)</script> Mine,” Reuters, May 3, 2024, javascript:alert(1)."
    audit = audited(tmp_path, markdown([("Peru closed the mine.", note)]), pipeline)
    page = render_page([audit], program="dateline")
    assert "<script" not in page and 'href="javascript' not in page
    assert not re.search(r'(?:src|href)="(?!https?://)', page)
    assert "A hedge of the headline was dropped (1)" in page and "<mark>closed</mark>" in page
    assert page == render_page([audit], program="dateline")


def test_the_record_has_every_key(pipeline: Pipeline, tmp_path: Path) -> None:
    audit = audited(tmp_path, markdown([("Peru closed the mine.", NOTES[2])]), pipeline)
    record = json.loads(json.dumps(audit_to_record(audit)))
    assert record["schema_version"] == 1 and record["sources"]["agencies"][0]["name"] == "Reuters"
    finding = record["findings"][0]
    assert set(finding) == {"kind", "message", "span", "page", "sentence", "note", "text", "headline", "source"}
    start, end = finding["text"]["span"]
    assert audit.document.text[start:end] == finding["text"]["text"] == "closed"


def test_report_page_and_record_name_the_documents_day_and_where_it_is_from(pipeline: Pipeline, tmp_path: Path) -> None:
    audit = audited(tmp_path, markdown([("Peru closed the mine.", NOTES[2])]), pipeline)
    assert list(summary_lines(audit))[1] == "document of 2024-12-31"
    day = problem("W126", "paper.md", "2024-12-31")
    lost = problem("W103", "paper.md", "note 2")
    shadowed = problem("W121", "paper.md", "150 levels")
    unsure = replace(audit, document=replace(audit.document, problems=(day, lost, shadowed)))
    said = "document of 2024-12-31, a day that only the file's properties tell: check it, and give another with --date"
    assert said in list(summary_lines(unsure))
    page = render_page([unsure], program="dateline")
    assert "only the file&#39;s properties tell" in page and "[W121]" in page and "W103" not in page
    assert [one["code"] for one in audit_to_record(unsure)["problems"]] == ["W126", "W121"]
    unknown = replace(audit, document=replace(audit.document, published=None))
    assert any(line.startswith("the day of the document is not known") for line in summary_lines(unknown))
