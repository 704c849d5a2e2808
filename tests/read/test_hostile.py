"""Input built to exhaust time or memory, to write where it should not, or to break offsets: one problem each, in bounded time."""

from __future__ import annotations

import io
import json
import os
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import W, p, packed, word_package, xhtml

from dateline.errors import DatelineError
from dateline.read import ReadOptions, raw_text, read, read_inputs
from dateline.read.corpus import read_jsonl
from dateline.read.registry import readers
from dateline.types import BlockKind, Document, Problem

LOOSE = ReadOptions(check_language=False)
SENTENCE = "The army left the town on Monday after the rebels had entered it."


def fails(data: bytes, name: str) -> DatelineError:
    with pytest.raises(DatelineError) as caught:
        read(data, input_id=name, options=LOOSE)
    return caught.value


def word_with(document: str) -> bytes:
    return packed(word_package(f"<w:document {W}><w:body>{document}</w:body></w:document>"))


class TestArchives:
    def test_a_bomb_by_ratio(self) -> None:
        error = fails(word_with(p("a" * 60_000_000)), "x.docx")
        assert (error.code, error.where) == ("E021", "x.docx")

    def test_a_bomb_whose_header_lies_about_its_size(self) -> None:
        data = bytearray(word_with(p("a" * 60_000_000)))
        small = (1000).to_bytes(4, "little")
        for signature, field in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            place = data.rindex(b"word/document.xml")
            start = data.rindex(signature, 0, place) if signature == b"PK\x01\x02" else data.index(signature, data.index(b"word/_rels") + 1)
            data[start + field : start + field + 4] = small
        assert fails(bytes(data), "x.docx").code in {"E021", "E023"}

    def test_nested_archives_are_not_opened(self) -> None:
        inner = packed({"a.txt": b"0" * 5_000_000})
        data = packed({**word_package(f"<w:document {W}><w:body>{p(SENTENCE)}</w:body></w:document>"), "word/inner.zip": inner})
        assert read(data, input_id="x.docx", options=LOOSE).text == SENTENCE

    def test_paths_in_archives_are_never_written(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "in").mkdir()
        monkeypatch.chdir(tmp_path / "in")
        parts = word_package(f"<w:document {W}><w:body>{p(SENTENCE)}</w:body></w:document>")
        data = packed({**parts, "../evil.txt": "x", "/abs/evil.txt": "x", "..\\evil2.txt": "x"})
        assert read(data, input_id="x.docx", options=LOOSE).text == SENTENCE
        opf = '<package><manifest><item id="a" href="../../../../etc/passwd" media-type="text/html"/></manifest><spine><itemref idref="a"/></spine></package>'
        container = '<container><rootfiles><rootfile full-path="../../o.opf"/></rootfiles></container>'
        assert fails(packed({"mimetype": "application/epub+zip", "META-INF/container.xml": container, "../../o.opf": opf}), "x.epub").code == "E023"
        assert list(tmp_path.rglob("*")) == [tmp_path / "in"]

    @pytest.mark.parametrize("cut", [30, 200, 900, -30])
    def test_damage(self, cut: int) -> None:
        data = word_with(p(SENTENCE))[:cut]
        assert fails(data, "x.docx").code in {"E023", "E008"}

    def test_an_encrypted_part(self) -> None:
        data = bytearray(word_with(p(SENTENCE)))
        for signature, field in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            start = 0
            while (start := data.find(signature, start)) >= 0:
                data[start + field] |= 1
                start += 4
        assert fails(bytes(data), "x.docx").code == "E023"

    def test_a_stored_zip_without_a_document(self) -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("a.txt", "x")
        assert fails(buffer.getvalue(), "x.zip").code == "E008"


LAUGHS = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'


class TestEntities:
    def test_in_word_files(self) -> None:
        parts = word_package(f"<w:document {W}><w:body>{p('&b; &x;')}</w:body></w:document>")
        parts["word/document.xml"] = str(parts["word/document.xml"]).replace('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', LAUGHS)
        assert fails(packed(parts), "x.docx").code == "E022"

    def test_in_pages(self) -> None:
        page = LAUGHS.replace("lolz", "html") + f"<html><body><p>{SENTENCE} &b;</p></body></html>"
        assert fails(page.encode(), "x.xhtml").code == "E022"

    def test_unknown_entities_stay_as_they_stand(self) -> None:
        page = f"<html><body><p>{SENTENCE} &b; &amp;amp;</p></body></html>"
        assert read(page.encode(), input_id="x.html", options=LOOSE).text == f"{SENTENCE} &b; &amp;"


@pytest.mark.parametrize(
    ("tag", "levels"),
    [("div", 100_000), ("span", 10_000), ("ul><li", 5_000), ("table><tr><td", 5_000), ("sup", 10_000), ("blockquote", 10_000), ("a href=#x", 5_000)],
)
def test_deep_nesting(tag: str, levels: int) -> None:
    started = time.process_time()
    page = f"<html><body><p>{SENTENCE}</p>" + f"<{tag}>" * levels + f"<p>{SENTENCE}</p></body></html>"
    document = read(page.encode(), input_id="x.html", options=LOOSE)
    assert SENTENCE in document.text
    assert tag.startswith("a ") or next(problem.code for problem in document.problems) == "W121"
    assert time.process_time() - started < 40


def test_deep_nesting_in_word_files() -> None:
    nested = "<w:sdt><w:sdtContent>" * 5_000 + p(SENTENCE) + "</w:sdtContent></w:sdt>" * 5_000
    document = read(word_with(p(SENTENCE) + nested), input_id="x.docx", options=LOOSE)
    assert document.text.startswith(SENTENCE)


def test_deep_json() -> None:
    script = '<script type="application/ld+json">' + '{"@graph":[' * 50_000 + "</script>"
    page = f"<html><head>{script}</head><body><p>{SENTENCE}</p></body></html>"
    assert read(page.encode(), input_id="x.html", options=LOOSE).text == SENTENCE


UNITS = ("a", "a ", "<", "<b", "[", "(", '"', "&", "*", "<sup>1", "<a b='", "<!--", "Word. ", "`", "_", "\\", "<p>word</p>", "http://a", "]]>", "<![CDATA[", "1, ")


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
@pytest.mark.parametrize("unit", UNITS)
def test_repetition_takes_linear_time(unit: str, suffix: str) -> None:
    lead = f"<html><body><p>{SENTENCE}</p><p>" if suffix == "html" else f"{SENTENCE} "
    started = time.process_time()
    data = (lead + unit * (100_000 // len(unit))).encode()
    (found,) = _read_all(data, suffix)
    assert isinstance(found, Document)
    assert time.process_time() - started < 8


@pytest.mark.long
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
@pytest.mark.parametrize("unit", ["a", "Word. ", "<"])
def test_lines_of_a_hundred_million_characters(unit: str, suffix: str) -> None:
    data = (f"<html><p>{SENTENCE} " + unit * (100_000_000 // len(unit))).encode()
    started = time.process_time()
    (found,) = _read_all(data, suffix)
    assert isinstance(found, Problem)
    assert found.code == "E005"
    assert time.process_time() - started < 10


def _read_all(data: bytes, suffix: str) -> list[Document | Problem]:
    try:
        return [read(data, input_id=f"x.{suffix}", options=LOOSE)]
    except DatelineError as error:
        return [error.to_problem()]


PIECES = st.sampled_from(
    ["word ", "The army left. ", "<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "<ol>", "</ol>", "<table><tr><td>", "</table>", "&amp;", "&#8203;",
     "&eacute;", "<sup>1</sup>", '<a href="#n1" id="r1">[1]</a>', '<p id="n1">', "<h2>Notes</h2>", "[1] ", "\u200b", "\u202e", "\n", "  ", "😀",
     "\r\n", "<!-- x -->", "<script>var a = '<p>';</script>", "<div class='footnotes'>", "</div>", "<", "&", "\u00a0", "é", "<span class=sidenote>one two three four</span>"]
)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(st.lists(PIECES, max_size=50))
def test_every_character_of_a_page_maps_to_where_it_stands(pieces: list[str]) -> None:
    raw = "<html><body><p>Start of it. " + "".join(pieces) + "</body></html>"
    document = read(raw.encode(), input_id="x.html", options=LOOSE)
    assert raw_text(raw.encode(), input_id="x.html") == raw
    for offset, character in enumerate(document.text):
        place = document.textmap.to_raw(offset)
        assert place is None or raw[place] in (character, "&") or (character == " " and raw[place].isspace()), (raw, offset)
    assert document == read(raw.encode(), input_id="x.html", options=LOOSE)


RUNS = st.lists(st.sampled_from(["word", "&amp;", " ", "é😀", "\u200b", "<w:tab/>", "<w:br/>", "</w:t></w:r><w:r><w:t xml:space='preserve'>"]), max_size=20)


@settings(max_examples=60, deadline=None)
@given(st.lists(RUNS, min_size=1, max_size=6))
def test_every_character_of_a_word_file_maps_to_where_it_stands(paragraphs: list[list[str]]) -> None:
    def run(pieces: list[str]) -> str:
        text = "".join(f"</w:t>{piece}<w:t xml:space='preserve'>" if piece in {"<w:tab/>", "<w:br/>"} else piece for piece in pieces)
        return f"<w:p><w:r><w:t xml:space='preserve'>Start {text}</w:t></w:r></w:p>"

    data = word_with("".join(run(pieces) for pieces in paragraphs))
    raw, document = raw_text(data, input_id="x.docx"), read(data, input_id="x.docx", options=LOOSE)
    for offset, character in enumerate(document.text):
        place = document.textmap.to_raw(offset)
        assert place is None or raw[place] in (character, "&") or (character == " " and raw[place].isspace())


MARKED = st.sampled_from(
    ["word ", "The army left. ", "**bold** ", "_it_ ", "[link](http://a.b) ", "<sup>1</sup>", "[^1]", "[1]", "\n\n", "\n", "# Head\n", "> quote\n", "- item\n",
     "\u200b", "\u202e", "\u2066", "é😀", "\u00a0", "&amp;", "\r\n", "\t", "## Notes\n\n", "\n1. “A Title Here”, Reuters, 3 May 2020.\n", "\n[^1]: A note.\n"]
)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(st.lists(MARKED, max_size=50), st.sampled_from(["md", "txt"]))
def test_every_character_of_a_text_maps_to_where_it_stands(pieces: list[str], suffix: str) -> None:
    raw = "Start of it. " + "".join(pieces)
    document = read(raw.encode(), input_id=f"x.{suffix}", options=LOOSE)
    last = -1
    for block in document.blocks:
        for offset in range(block.span.start, block.span.end):
            place, character = document.textmap.to_raw(offset), document.text[offset]
            assert place is None or raw[place] in (character, "&") or (character == " " and raw[place].isspace()), (raw, offset)
            assert place is None or block.kind is BlockKind.NOTE or place != last
            last = place if place is not None else last


def corpus_of(*records: object) -> io.BytesIO:
    return io.BytesIO("\n".join(one if isinstance(one, str) else json.dumps(one) for one in records).encode())


def test_lines_of_a_corpus_that_mean_harm() -> None:
    stream = corpus_of(
        {"id": "a", "text": SENTENCE + " \ud800 \u202e\u2066"}, '{"id":"b","text":' + "[" * 100_000, {"id": "\ud800", "text": SENTENCE, "title": "\udfff"},
        {"id": "d", "text": {"x": 1}}, {"id": ["e"], "text": SENTENCE}, '{"id": "f", "text": "' + "a" * 200_000, {"id": "g", "text": SENTENCE},
    )  # fmt: skip
    found = list(read_jsonl(stream, "x.jsonl", LOOSE))
    assert [one.code if isinstance(one, Problem) else one.input_id for one in found] == ["a", "E007", "\\ud800", "E007", "E007", "E007", "g"]
    assert isinstance(found[0], Document)
    assert (found[0].text, found[0].problems[0].code) == (f"{SENTENCE} \ufffd", "W101")
    for one in found:
        json.dumps([str(one)], ensure_ascii=False).encode()


@pytest.mark.long
def test_a_corpus_line_of_a_hundred_million_characters() -> None:
    started = time.process_time()
    stream = io.BytesIO(b'{"id": "a", "text": "' + b"a" * 130_000_000 + b'"}\n' + json.dumps({"id": "b", "text": SENTENCE}).encode())
    found = list(read_jsonl(stream, "x.jsonl", LOOSE))
    assert [one.code if isinstance(one, Problem) else one.input_id for one in found] == ["E005", "b"]
    assert time.process_time() - started < 10


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(name).write_text(SENTENCE)
    (document,) = read_inputs([str(tmp_path)], LOOSE)
    assert isinstance(document, Document)
    assert document.input_id.encode().endswith(b"caf\\udce9.txt")


EPUB_PARTS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="o.opf"/></rootfiles></container>',
    "o.opf": '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
}


class TestBooks:
    def test_a_bomb(self) -> None:
        assert fails(packed({**EPUB_PARTS, "a.xhtml": "<html><body><p>" + "a" * 60_000_000}), "x.epub").code == "E021"

    def test_too_many_parts(self) -> None:
        parts = {f"x{number}.xhtml": "x" for number in range(30_000)}
        assert fails(packed({**EPUB_PARTS, **parts, "a.xhtml": f"<p>{SENTENCE}</p>"}), "x.epub").code == "E021"

    @pytest.mark.parametrize("part", ["a.xhtml", "o.opf"])
    def test_entities(self, part: str) -> None:
        parts = {**EPUB_PARTS, "a.xhtml": f"<html><body><p>{SENTENCE} &b;</p></body></html>"}
        assert fails(packed({**parts, part: LAUGHS + parts[part]}), "x.epub").code == "E022"


def test_messages_in_messages() -> None:
    nested = "".join(f"--b{level}\nContent-Type: multipart/mixed; boundary=b{level + 1}\n\n" for level in range(3_000))
    data = f"From: a@b\nTo: c@d\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n{nested}{SENTENCE}"
    (found,) = _read_all(data.encode(), "eml")
    assert isinstance(found, Document) or found.code in {"E004", "E021", "E023"}


def test_an_epub_page_that_is_no_page() -> None:
    opf = '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
    container = '<container><rootfiles><rootfile full-path="o.opf"/></rootfiles></container>'
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "o.opf": opf}
    assert fails(packed({**parts, "a.xhtml": bytes(range(256)) * 20}), "x.epub").code == "E004"
    assert read(packed({**parts, "a.xhtml": xhtml("a", f"<p>{SENTENCE}</p>")}), input_id="x.epub", options=LOOSE).text == SENTENCE


def test_a_reader_of_another_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shouting_reader.py").write_text(
        "from dateline.read import Reader\n"
        "from dateline.read.plaintext import read_plain\n"
        "from dateline.read.textmap import Mapped\n"
        "def _read(data):\n"
        "    return read_plain(Mapped.whole(data[6:].decode('utf-8')))\n"
        "READER = Reader('shout', ('.shout',), from_bytes=_read, signatures=(b'SHOUT!',))\n"
    )
    info = tmp_path / "shouting_reader-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting-reader\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[dateline.readers]\nshout = shouting_reader:READER\nbroken = not_there:READER\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    readers.cache_clear()
    try:
        with pytest.warns(UserWarning, match="broken"):
            assert readers()[0].name == "shout"
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / "a.shout").write_bytes(b"SHOUT!" + SENTENCE.encode())
        (document,) = read_inputs([str(tmp_path / "in")], LOOSE)
        assert isinstance(document, Document)
        assert document.text == SENTENCE
    finally:
        readers.cache_clear()
        sys.modules.pop("shouting_reader", None)


def test_a_fault_of_a_reader_of_texts_stops_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.read import plaintext, single

    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.txt").write_text("Falls here. " + SENTENCE)

    def falls(lines: object) -> list[object]:
        raise ValueError("no such column")

    for module, name in ((plaintext, "in_reading_order"), (single, "assemble")):
        whole = getattr(module, name)
        with monkeypatch.context() as patched:
            patched.setattr(module, name, lambda *given, whole=whole: falls(given) if "Falls" in str(given) else whole(*given))
            document, problem = list(read_inputs([str(tmp_path)], LOOSE))
        assert isinstance(document, Document)
        assert isinstance(problem, Problem)
        assert (problem.code, "no such column" in problem.detail) == ("E023", True)


LAYOUT = st.sampled_from(["   ", "     ", "\t", "\n", "\n\n", "\f", "a", "0", "The army", "left", "•", "[1]", "-", "|", ".", "(2)", "*", "Page 3"])


@settings(max_examples=150, deadline=None)
@given(st.lists(LAYOUT, max_size=40))
def test_no_layout_of_a_text_stops_the_reader(pieces: list[str]) -> None:
    data = "".join(pieces).encode()
    try:
        found = read(data, input_id="x.txt", options=LOOSE).input_id
    except DatelineError as error:
        found = error.code
    assert found in {"x.txt", "E003"}  # rules and page numbers alone are no text

