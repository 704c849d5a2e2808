"""PDF files: documents of eighteen producers with gold, the sample, and files that mean harm."""

from __future__ import annotations

import difflib
import json
import random
import re
import subprocess
import sys
import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.read import ReadOptions, read, read_inputs
from dateline.read.pdf import process
from dateline.read.pdf.lines import with_bitmap_fonts
from dateline.read.pdf.process import extract
from dateline.types import BlockKind, Document, Problem

HERE = Path(__file__).parent
CASES = sorted((HERE / "pdf").glob("*.json"))
SAMPLES = HERE.parents[1] / "samples"
#: Floors, measured 2026-11-26 (bench/RESULTS.md); markers are all found in each document.
TEXT, SENTENCES, NOTES = 0.98, 0.95, 0.9
#: RinohType's template does not print the date; the one in the file's properties is reported with a warning (W126).
UNDATED = {"rinoh-article"}


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def bare(text: str) -> str:
    """Letters without their accents; an accented i is painted as an accent over a dotless one."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text.replace("ı", "i")) if not unicodedata.combining(sign))


def similarity(one: str, other: str) -> float:
    quotes = str.maketrans("“”‘’", "\"\"''")
    return difflib.SequenceMatcher(None, one.translate(quotes).split(), other.translate(quotes).split(), autojunk=False).ratio()


def coded(document: Document) -> str:
    return "\n".join(document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH)


def without(text: str, optional: list[str]) -> str:
    """Text less the passages that a reader may keep or leave: an abstract, a box about the author."""
    for words in optional:
        text = re.sub(r"\s*".join(map(re.escape, re.sub(r"\s", "", words))), "", text)
    return text


def error_of(data: bytes) -> str:
    with pytest.raises(DatelineError) as caught:
        read(data, input_id="x.pdf")
    assert "x.pdf" in str(caught.value)
    return caught.value.code


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
class TestProducers:
    def test_markers_notes_and_text(self, path: Path) -> None:
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = read(path.with_suffix(".pdf"))
        notes = [(note.label.partition(" (")[0], document.slice(note.span), note.markers) for note in document.notes]
        assert [label for label, _, _ in notes] == [note["label"] for note in gold["notes"]]
        assert sum(similarity(found[1], note["text"]) >= 0.95 for found, note in zip(notes, gold["notes"], strict=True)) >= NOTES * len(
            notes
        )
        for marker in gold["markers"]:
            (place,) = notes[marker["note"]][2]
            paragraph = gold["paragraphs"][marker["paragraph"]][: marker["offset"]]
            assert plain(document.text[place - 40 : place]).endswith(plain(paragraph)[-16:])
        text = coded(document)
        text = without(text, gold.get("optional", []))
        assert similarity(text, "\n".join(gold["paragraphs"])) >= TEXT
        for words in (*map("".join, gold["table"]), gold["caption"], gold["header"], *gold.get("foreign", [])):
            assert plain(text).count(plain(words)) == plain("".join(gold["paragraphs"])).count(plain(words))
        assert (plain(document.title or ""), gold["author"] in document.authors) == (plain(gold["title"]), True)
        assert document.published is not None
        assert document.published.isoformat() == gold["published"] or path.stem in UNDATED

    def test_every_character_has_a_page_and_a_box(self, path: Path) -> None:
        data = path.with_suffix(".pdf").read_bytes()
        document = read(data, input_id="x.pdf")
        pages = [with_bitmap_fonts(page) for page in extract(data).pages]
        raw = "".join(chr(code) for page in pages for code in page.codes)
        for one, other in pairwise(document.textmap.segments):
            assert one.end <= other.start
        covered = 0
        for segment in document.textmap.segments:
            assert segment.page is not None and segment.box is not None
            page = pages[segment.page - 1]
            left, bottom, right, top = segment.box
            assert 0 <= left < page.width and left <= right <= page.width + 60 and -3 <= bottom <= top <= page.height + 3
            assert top - bottom < 60
            found = document.text[segment.start : segment.end]
            there = (
                raw[segment.raw_start : segment.raw_start + len(found)].replace("\x02", "-").replace("\u2010", "-").replace("\u00a0", " ")
            )
            assert bare(there) == bare(found) or set(there) & set("ﬀﬁﬂﬃﬄ\t\u00ad\u2011\u2009")
            covered += len(found.replace(" ", ""))
        assert covered >= 0.97 * len(re.sub(r"\s", "", document.text))


class TestSample:
    def test_the_pdf_says_what_its_markdown_says(self) -> None:
        pdf, markdown = read(SAMPLES / "seoul-response.pdf"), read(SAMPLES / "seoul-response.md")
        assert (pdf.title, pdf.authors, pdf.published, pdf.publisher) == (
            markdown.title,
            markdown.authors or pdf.authors,
            markdown.published,
            markdown.publisher,
        )
        for ours, theirs in zip(pdf.notes, markdown.notes, strict=True):
            assert (ours.label, pdf.slice(ours.span)) == (theirs.label, markdown.slice(theirs.span))
            assert [pdf.text[place - 12 : place] for place in ours.markers] == [
                markdown.text[place - 12 : place] for place in theirs.markers
            ]
        assert [(s.note, s.title, s.outlet, s.agency, s.published) for s in pdf.sources] == [
            (s.note, s.title, s.outlet, s.agency, s.published) for s in markdown.sources
        ]
        assert similarity(coded(pdf), coded(markdown)) >= 0.999
        assert [problem.code for problem in pdf.problems] == [problem.code for problem in markdown.problems]


def one_page(
    content: bytes, resources: bytes = b"", more: tuple[bytes, ...] = (), kids: bytes = b"[3 0 R]", count: int = 1, font: bytes = b"Helvetica", links: bytes = b""
) -> bytes:
    """A small file with one font; further objects are numbered from 6. ``links`` are those of the page."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids " + kids + b"/Count %d>>" % count,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Annots[" + links + b"]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>" + resources + b">>>>",
        b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/" + font + b">>",
        *more,
    )
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    )


HELLO = b"BT /F 12 Tf 72 700 Td (Rebels signed a truce with the government in March.) Tj ET"


class TestRefusals:
    def test_a_small_file_is_read(self) -> None:
        assert read(one_page(HELLO), input_id="x.pdf").text == "Rebels signed a truce with the government in March."

    def test_encrypted(self) -> None:
        assert error_of((HERE / "pdf" / "encrypted.pdf").read_bytes()) == "E025"

    def test_scanned(self) -> None:
        assert error_of((HERE / "pdf" / "scanned.pdf").read_bytes()) == "E026"
        assert error_of(one_page(b"")) == "E026"

    def test_one_scanned_page_is_named(self) -> None:
        document = read(HERE / "pdf" / "half-scanned.pdf")
        assert [problem.detail for problem in document.problems if problem.code == "W125"] == [
            "pages have no text that can be read (page 2)"
        ]

    @pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.9])
    def test_truncated(self, share: float) -> None:
        data = (HERE / "pdf" / "fpdf-notes.pdf").read_bytes()
        (result,) = self.one_result(data[: int(share * len(data))])
        assert isinstance(result, Document) or result.code in {"E026", "E023"}

    def test_random_bytes(self) -> None:
        chance = random.Random(1)
        for size in (5, 100, 20_000):
            assert error_of(b"%PDF-1.7\n" + chance.randbytes(size)) == "E023"

    def test_damaged_bytes(self) -> None:
        chance = random.Random(2)
        whole = (HERE / "pdf" / "reportlab-columns.pdf").read_bytes()
        for _ in range(12):
            data = bytearray(whole)
            for _ in range(60):
                data[chance.randrange(9, len(data))] = chance.randrange(256)
            (result,) = self.one_result(bytes(data))
            assert isinstance(result, Document) or result.code.startswith("E")

    def one_result(self, data: bytes) -> list[Document | Problem]:
        try:
            return [read(data, input_id="x.pdf", options=ReadOptions(check_language=False))]
        except DatelineError as error:
            return [error.to_problem()]


class TestHostile:
    def test_page_tree_cycle(self) -> None:
        assert error_of(one_page(HELLO, kids=b"[2 0 R 2 0 R]", count=2)) in {"E026", "E023"}

    def test_hundred_thousand_pages(self) -> None:
        kids = b"[" + b"3 0 R " * 100_000 + b"]"
        assert error_of(one_page(HELLO, kids=kids, count=100_000)) == "E005"

    def test_a_count_that_lies(self) -> None:
        (result,) = TestRefusals().one_result(one_page(HELLO, count=2_000_000_000))
        assert isinstance(result, Document) or result.code in {"E005", "E026", "E023"}

    def test_form_that_draws_itself(self) -> None:
        form = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X 6 0 R>>>>/Length 5>>stream\n/X Do\nendstream"
        document = read(one_page(HELLO + b" /X Do", b"/XObject<</X 6 0 R>>", (form,)), input_id="x.pdf")
        assert "truce" in document.text

    def test_forms_that_double_are_cut_off(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(process, "PAGE_SECONDS", 3.0)
        forms = []
        for number in range(6, 46):
            body = b"/X Do " * 10 if number < 45 else HELLO
            resources = b"<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>" % (number + 1)
            head = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources" + resources + b"/Length %d>>" % len(body)
            forms.append(head + b"stream\n" + body + b"\nendstream")
        start = time.monotonic()
        (result,) = TestRefusals().one_result(one_page(b"/X Do", b"/XObject<</X 6 0 R>>", tuple(forms)))
        assert time.monotonic() - start < 60
        assert isinstance(result, Problem)
        assert result.code in {"E026", "E023"}
        assert "truce" in read(one_page(HELLO), input_id="x.pdf").text  # the next file is read by a new worker

    def test_a_worker_that_dies_is_replaced(self) -> None:
        read(one_page(HELLO), input_id="x.pdf")
        process._current[0].process.kill()
        process._current[0].process.wait()
        assert "truce" in read(one_page(HELLO), input_id="x.pdf").text

    def test_a_wall_of_letters(self) -> None:
        rows = b"".join(b"1 0 0 1 %d %d Tm (x)Tj " % (i * 17 % 600, i * 7 % 800) for i in range(30_000))
        start = time.process_time()
        TestRefusals().one_result(one_page(b"BT /F 2 Tf " + rows + b"ET"))
        assert time.process_time() - start < 20

    def test_one_bad_file_does_not_stop_the_rest(self, tmp_path: Path) -> None:
        (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
        (tmp_path / "b.pdf").write_bytes(one_page(HELLO))
        (tmp_path / "c.pdf").write_bytes((HERE / "pdf" / "encrypted.pdf").read_bytes())
        results = list(read_inputs([str(tmp_path)]))
        assert [result.code if isinstance(result, Problem) else "ok" for result in results] == ["E023", "ok", "E025"]


def test_pdfium_is_loaded_in_the_worker_only() -> None:
    path = HERE / "pdf" / "fpdf-notes.pdf"
    code = f"import sys; from dateline.read import read; read({str(path)!r}); print('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
