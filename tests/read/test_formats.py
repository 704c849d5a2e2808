"""Web pages, Word files, an EPUB and mail against their gold; the samples in their three formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from golden import DOCUMENTS, GOLD, METADATA, body_of, metadata, notes_of, pairs_of, right_pairs, sources_of, texts
from making import MADE, word_docx

from dateline.errors import DatelineError
from dateline.read import ReadOptions, raw_text, read, read_inputs
from dateline.types import BlockKind, Document, Problem

SAMPLES = Path(__file__).parents[2] / "samples"
CASES = [((DOCUMENTS / gold["file"]).read_bytes(), gold) for gold in GOLD] + [(make(), gold) for make, gold in MADE]
CODED = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH)


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case[1]["file"])
def case(request: pytest.FixtureRequest) -> tuple[Document, dict[str, Any]]:
    data, gold = request.param
    return read(data, input_id=gold["file"]), gold


def test_there_are_enough_producers() -> None:
    assert len(CASES) >= 18


def test_metadata(case: tuple[Document, dict[str, Any]]) -> None:
    document, gold = case
    assert metadata(document) == {name: gold[name] for name in METADATA}


def test_paragraphs(case: tuple[Document, dict[str, Any]]) -> None:
    document, gold = case
    assert body_of(document, gold) == gold["body"]
    assert set(gold["headings"]) <= set(texts(document, BlockKind.HEADING))
    coded = "\n".join(texts(document, *CODED))
    assert [words for words in gold["absent"] if words in coded] == []


def test_notes_and_markers(case: tuple[Document, dict[str, Any]]) -> None:
    document, gold = case
    assert notes_of(document, gold) == gold["notes"]
    assert right_pairs(document, gold) == len(gold["pairs"]), list(pairs_of(document))
    assert [problem.code for problem in document.problems if problem.code in {"W103", "W104"}] == []


def test_sources(case: tuple[Document, dict[str, Any]]) -> None:
    document, gold = case
    assert sources_of(document) == gold["sources"]


@pytest.mark.parametrize("case_", CASES, ids=lambda one: one[1]["file"])
def test_every_character_stands_in_the_raw_text(case_: tuple[bytes, dict[str, Any]]) -> None:
    data, gold = case_
    document, raw = read(data, input_id=gold["file"]), raw_text(data, input_id=gold["file"])
    mapped = 0
    for offset, character in enumerate(document.text):
        place = document.textmap.to_raw(offset)
        if place is None:
            continue
        mapped += 1
        assert raw[place] == character or (character == " " and raw[place].isspace()) or raw[place] == "&", raw[place - 20 : place + 20]
    own = len(document.text) - (len(document.title or "") if document.format == "mail" else 0)
    assert mapped > 0.9 * own


@pytest.mark.parametrize("suffix", ["html", "docx"])
def test_the_sample_reads_alike_in_every_format(suffix: str) -> None:
    first, other = read(SAMPLES / "seoul-response.md"), read(SAMPLES / f"seoul-response.{suffix}")
    assert [(note.label, first.slice(note.span)) for note in first.notes] == [(note.label, other.slice(note.span)) for note in other.notes]
    before = [(one.label, first.text[one.offset - 25 : one.offset]) for one in first.markers]
    assert before == [(one.label, other.text[one.offset - 25 : one.offset]) for one in other.markers]
    bare = [(s.note, s.kind, s.title, s.authors, s.agency, s.outlet, s.published) for s in first.sources]
    assert bare == [(s.note, s.kind, s.title, s.authors, s.agency, s.outlet, s.published) for s in other.sources]
    own, theirs = texts(first, *CODED), texts(other, *CODED)
    assert [text for text in own if text not in theirs] in ([], ["By the Dateline project"])
    assert [text for text in theirs if text not in own] == []
    assert (other.title, other.published, other.publisher) == (first.title, first.published, first.publisher)


@pytest.mark.parametrize("name", ["a.txt", "a", "a.md", "a.pdf", "a.html", "a.docx"])
def test_content_decides_before_the_name(name: str) -> None:
    assert read(word_docx(), input_id=name).format == "docx"
    assert read((DOCUMENTS / "pandoc.html").read_bytes(), input_id=name).format == "html"
    assert read((DOCUMENTS / "wire.eml").read_bytes(), input_id=name).format == "mail"


def test_a_memo_is_no_mail() -> None:
    memo = b"From: The Director\nTo: All staff\nDate: 4 May 2020\nSubject: Travel\n\nThe ministry closed the border on Monday, and staff cannot leave.\n"
    assert read(memo, input_id="memo.txt").format == "text"


def test_changes_and_comments_are_said() -> None:
    found = {problem.code: problem for problem in read(word_docx(), input_id="a.docx").problems}
    assert found["W122"].severity == "info"
    assert "1 comments" in found["W122"].detail
    assert "W123" in found


def test_attachments_are_said_and_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    document = read((DOCUMENTS / "wire.eml").read_bytes(), input_id="wire.eml")
    assert "W124" in [problem.code for problem in document.problems]
    assert list(tmp_path.rglob("*")) == []


def test_each_message_of_a_mailbox_is_a_document() -> None:
    found = list(read_inputs([str(DOCUMENTS / "wires.mbox")]))
    first, second, empty = found
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert isinstance(empty, Problem)
    assert (first.title, first.publisher, str(first.published)) == ("Hezbollah commander killed in southern Lebanon", "Reuters", "2024-01-08")
    assert "\n\nFrom the border, fighters fired" in first.text
    assert (second.publisher, str(second.published)) == ("AFP", "2024-01-09")
    assert "Andrés" in second.text
    assert (empty.code, empty.input_id.rpartition(":")[2]) == ("E003", "3")
    with pytest.raises(DatelineError, match="E024"):
        read(DOCUMENTS / "wires.mbox")


def test_declared_encodings() -> None:
    page = '<html><head><meta charset="windows-1250"><title>x</title></head><body><p>{}</p></body></html>'
    text = "The minister Radosław Sikorski visited Łódź and signed the treaty with the Czech government on Monday."
    document = read(page.format(text).encode("cp1250"), input_id="a.html")
    assert text in document.text


def test_invisible_characters_go_from_pages_too() -> None:
    page = "<html><body><p>The ar&shy;my\u200b left &#8203;the &#x202E;town&zwj; on Monday after the &#xD800; rebels had entered it.</p></body></html>"
    document = read(page.encode(), input_id="a.html", options=ReadOptions(check_language=False))
    assert document.text == "The army left the town on Monday after the \ufffd rebels had entered it."


def test_notes_may_stand_beside_the_article() -> None:
    said = "Peru closed the strait to tankers after the talks had failed, and the navy turned back three ships. "
    note = "Anna Berg, “Peru Closes the Strait to All Tankers after Talks Fail,” <em>The Courier</em>, May 3, 2024."
    notes = "".join(f'<li id="n{i}">{note}</li>' for i in range(1, 9))
    page = (
        '<html><head><title>T</title></head><body><main><article><h1>The Strait</h1>'
        + "".join(f'<p>{said * 2}<a href="#n{i}"><sup>{i}</sup></a></p>' for i in range(1, 9))
        + f'</article><section class="footnotes"><ol>{notes}</ol></section></main></body></html>'
    )
    document = read(page.encode(), input_id="page.html")
    assert [len(one.markers) for one in document.notes] == [1] * 8
