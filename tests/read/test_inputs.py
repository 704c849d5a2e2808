"""Files, folders, patterns, standard input and corpora; each bad input is one problem."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.read import ReadOptions, read, read_inputs
from dateline.read.registry import Reader, find_reader
from dateline.types import Document, Problem

STORY = "Army seizes border town\n\nThe army seized the town of Goma on Monday, and the rebels left it after a day of fighting.\n"


def codes(results: list[Document | Problem]) -> list[str]:
    return [result.code if isinstance(result, Problem) else "ok" for result in results]


def fails(data: bytes, name: str = "x.txt", options: ReadOptions | None = None) -> str:
    with pytest.raises(DatelineError) as caught:
        read(data, input_id=name, options=options)
    return caught.value.code


class TestDecoding:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
    def test_unicode(self, encoding: str) -> None:
        assert read(STORY.encode(encoding), input_id="x.txt").title == "Army seizes border town"

    def test_cp1252(self) -> None:
        document = read(STORY.replace("Goma", "“Goma” – café").encode("cp1252"), input_id="x.txt")
        assert "“Goma” – café" in document.text
        assert [problem.code for problem in document.problems] == ["W102"]

    def test_broken_utf8_is_replaced_and_said(self) -> None:
        data = STORY.replace("Goma", "Çankırı ğ").encode() + b"\xff\xfe\xff tail.\n"
        document = read(data, input_id="x.txt")
        assert "Çankırı" in document.text
        assert "\ufffd" in document.text
        assert document.problems[0].code == "W101"

    @pytest.mark.parametrize(
        ("text", "encoding"),
        [
            ("Министр иностранных дел прибыл в Анкару, чтобы обсудить зерновую сделку с властями. ", "cp1251"),
            ("Министр иностранных дел прибыл в Анкару, чтобы обсудить зерновую сделку с властями. ", "koi8-r"),
            ("Министр иностранных дел прибыл в Анкару, чтобы обсудить зерновую сделку с властями. ", "utf-16-le"),
            ("وزير الخارجية وصل إلى أنقرة لبحث صفقة الحبوب مع المسؤولين. ", "cp1256"),
            ("中国外交部发言人周三表示，中方坚决反对美国对台军售。", "gb18030"),
            ("外務省の報道官は水曜日に述べた。", "shift_jis"),
            ("Le ministre s’est rendu à Kiev et le gouvernement a annoncé une nouvelle aide pour l’armée. ", "cp1252"),
            ("Minister spraw zagranicznych udał się do Kijowa, gdzie spotkał się z prezydentem, a rząd zapowiedział pomoc. ", "cp1250"),
        ],
    )
    def test_other_languages_in_old_encodings_are_refused_as_such(self, text: str, encoding: str) -> None:
        assert fails((text * 8).encode(encoding)) == "E006"

    def test_latin_1(self) -> None:
        assert "Álvarez met José" in read((STORY + "Señor Álvarez met José.").encode("latin-1"), input_id="x.txt").text

    @pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", "\u200b\n".encode()])
    def test_empty(self, data: bytes) -> None:
        assert fails(data) == "E003"

    @pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x7fELF\x02\x01\x01" + bytes(400), b"\x89PNG\r\n\x1a\n" + bytes(100)])
    def test_rubbish(self, data: bytes) -> None:
        assert fails(data) == "E004"

    def test_invisible_characters_go(self) -> None:
        document = read("Army seizes to\u00adwn\u200b\n\nThe army\u00a0seized \ufeffit.\n".encode(), input_id="x.txt")
        assert document.title == "Army seizes town"
        assert document.text.endswith("The army seized it.")


class TestRefusals:
    @pytest.mark.parametrize(
        ("data", "name"),
        [
            (b"PK\x03\x04abc", "a.txt"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc"),
        ],
    )
    def test_formats_without_a_reader(self, data: bytes, name: str) -> None:
        assert fails(data, name) == "E008"

    def test_size(self) -> None:
        assert fails(b"a" * 101, options=ReadOptions(max_bytes=100)) == "E005"

    def test_a_fifty_megabyte_file_is_refused_without_being_read(self, tmp_path: Path) -> None:
        path = tmp_path / "big.txt"
        with path.open("wb") as stream:
            stream.truncate(50_000_000)
        with pytest.raises(DatelineError, match=r"E005.*20 MB"):
            read(path)

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(DatelineError, match="E001"):
            read(tmp_path / "none.txt")
        assert codes(list(read_inputs([str(tmp_path / "none.txt"), "bad\0name"]))) == ["E001", "E001"]


class TestPaths:
    def test_one_bad_file_does_not_stop_the_rest(self, tmp_path: Path) -> None:
        (tmp_path / "deep").mkdir()
        (tmp_path / "a.txt").write_text(STORY)
        (tmp_path / "b.md").write_text("")
        (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4")
        (tmp_path / "d.log").write_text("not a document")
        (tmp_path / ".hidden.txt").write_text(STORY)
        (tmp_path / "deep" / "e.md").write_text("# " + STORY)
        results = list(read_inputs([str(tmp_path)]))
        assert codes(results) == ["ok", "E003", "E023", "ok"]
        assert codes(list(read_inputs([str(tmp_path / "*.txt")]))) == ["ok"]
        assert codes(list(read_inputs([str(tmp_path / "**" / "*.md")]))) == ["E003", "ok"]

    def test_nothing_to_read(self, tmp_path: Path) -> None:
        assert codes(list(read_inputs([str(tmp_path), str(tmp_path / "*.md")]))) == ["E009", "E009"]

    def test_ids(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "sub").mkdir()
        (tmp_path / "sub" / "a.txt").write_text(STORY)
        (document,) = read_inputs(["sub/a.txt"], ReadOptions(date=date(2020, 1, 2)))
        assert isinstance(document, Document)
        raw = hashlib.sha256(STORY.encode()).hexdigest()
        assert document.input_id == "sub/a.txt"
        assert document.raw_sha256 == raw
        assert document.doc_id == hashlib.sha256(f"sub/a.txt\t2020-01-02\t\t{raw}".encode()).hexdigest()[:16]

    def test_brackets_in_a_file_name_are_no_pattern(self, tmp_path: Path) -> None:
        path = tmp_path / "a[1].txt"
        path.write_text(STORY)
        assert codes(list(read_inputs([str(path)]))) == ["ok"]

    def test_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lines = json.dumps({"id": "a", "text": STORY, "date": "2020-01-01"}).encode()
        for data, wanted in ((STORY.encode(), "-"), (lines, "a")):
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
            (document,) = read_inputs(["-"])
            assert isinstance(document, Document)
            assert document.input_id == wanted


class TestCorpus:
    def corpus(self, path: Path, *records: object) -> list[Document | Problem]:
        path.write_text("\n".join(record if isinstance(record, str) else json.dumps(record) for record in records) + "\n")
        return list(read_inputs([str(path)], ReadOptions(date=date(2000, 1, 1))))

    def test_lines(self, tmp_path: Path) -> None:
        results = self.corpus(
            tmp_path / "c.jsonl",
            {"id": "a", "text": "The army left.", "date": "2020-02-03", "title": "Army leaves", "publisher": "AP", "url": "https://x.org"},
            "",
            "{broken",
            {"id": 7, "event_text": "The navy left.", "pub_date": "2020-02-04T10:00:00Z"},
            {"id": "b", "date": "2020-02-03"},
            {"id": "c", "text": "The army left.", "date": "soon"},
            {"text": "The army left.", "date": "2020-02-03"},
            {"id": "d", "text": "", "date": "2020-02-03"},
            [1],
            {"id": "e", "text": "The army \ud800 left.", "date": None},
        )
        assert codes(results) == ["ok", "E007", "ok", "E007", "E018", "E007", "E003", "E007", "ok"]
        first, broken, second, *_, last = results
        assert isinstance(first, Document)
        assert (first.title, first.published, first.publisher, first.text) == (
            "Army leaves",
            date(2020, 2, 3),
            "AP",
            "Army leaves\n\nThe army left.",
        )
        assert isinstance(broken, Problem)
        assert broken.input_id.endswith("c.jsonl:3")
        assert isinstance(second, Document)
        assert (second.input_id, second.published) == ("7", date(2020, 2, 4))
        assert isinstance(last, Document)
        assert (last.text, last.published, last.problems[0].code) == ("The army \ufffd left.", date(2000, 1, 1), "W101")

    @pytest.mark.parametrize(
        ("name", "value"), [("published", "2021-07-09"), ("publication_date", "9 July 2021"), ("pubDate", "Fri, 09 Jul 2021 08:30:00 GMT"), ("pub_date", "2021-07-09T08:30:00Z")]
    )
    def test_names_of_the_date(self, name: str, value: str, tmp_path: Path) -> None:
        (found,) = self.corpus(tmp_path / "c.jsonl", {"id": "a", "text": "The army left.", name: value})
        assert isinstance(found, Document) and found.published == date(2021, 7, 9)

    def test_a_line_without_a_date_says_how_to_name_it(self, tmp_path: Path) -> None:
        (tmp_path / "c.jsonl").write_text(json.dumps({"id": "a", "text": "The army left.", "when": "2021-07-09"}))
        (found,) = read_inputs([str(tmp_path / "c.jsonl")], ReadOptions())
        assert isinstance(found, Document)
        assert [(one.code, "`date`" in one.fix) for one in found.problems] == [("W102", True)]

    def test_a_huge_line_is_one_problem(self, tmp_path: Path) -> None:
        path = tmp_path / "c.jsonl"
        good = json.dumps({"id": "a", "text": "The army left.", "date": "2020-01-01"})
        path.write_text(json.dumps({"id": "x", "text": "a" * 100_000, "date": "2020-01-01"}) + "\n" + good + "\n")
        assert codes(list(read_inputs([str(path)], ReadOptions(max_bytes=1000)))) == ["E005", "ok"]

    def test_copies_in_two_outlets_are_two_documents(self, tmp_path: Path) -> None:
        record = {"id": "a", "text": "The army left.", "date": "2020-02-03"}
        one, two = self.corpus(tmp_path / "c.jsonl", record | {"publisher": "AP"}, record | {"publisher": "BBC"})
        assert isinstance(one, Document)
        assert isinstance(two, Document)
        assert one.doc_id != two.doc_id

    def test_parquet_gives_the_same_documents(self, tmp_path: Path) -> None:
        pyarrow = pytest.importorskip("pyarrow")
        parquet = pytest.importorskip("pyarrow.parquet")
        rows = [{"id": "a", "text": "The army left.", "date": "2020-02-03"}, {"id": "b", "text": None, "date": "2020-02-03"}]
        parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "c.parquet")
        lines = self.corpus(tmp_path / "c.jsonl", *rows)
        table = list(read_inputs([str(tmp_path / "c.parquet")], ReadOptions(date=date(2000, 1, 1))))
        assert codes(table) == codes(lines) == ["ok", "E007"]
        assert table[0] == lines[0]

    def test_files_that_are_no_corpus(self, tmp_path: Path) -> None:
        (tmp_path / "a.parquet").write_bytes(b"rubbish")
        (tmp_path / "b.jsonl").write_text("\n\n")
        assert codes(list(read_inputs([str(tmp_path)]))) == ["E007", "E003"]


def test_readers_are_found_by_suffix_and_take_part_by_type() -> None:
    reader = find_reader(".MD", b"")
    assert isinstance(reader, Reader)
    assert reader.name == "markdown"
    assert getattr(find_reader(".txt", b"%PDF-"), "name", None) == "pdf"
    assert find_reader(".xyz", b"") is None


def test_importing_loads_no_heavy_library() -> None:
    import subprocess

    code = (
        "import sys, dateline.read; print([m for m in ('spacy', 'duckdb', 'pyarrow', 'lxml', 'onnxruntime', 'numpy', 'pypdfium2') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
