"""What is fuzzed: each reader of bytes or text that strangers write, with samples to start from and what must hold of any input.

A check returns where Dateline reads the input or refuses it with a coded error, and raises where it does anything else.
"""

from __future__ import annotations

import atexit
import io
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from edits import Edit, edited, edited_archive

from dateline.errors import CATALOGUE, DatelineError
from dateline.types import Document, Problem

if TYPE_CHECKING:
    from dateline.store.duckdb import Database

HERE: Final = Path(__file__).resolve().parent
TESTS: Final = HERE.parent
ROOT: Final = TESTS.parent
sys.path.append(str(TESTS / "read"))

#: Texts longer than this are not walked character by character.
WALKED: Final = 20_000


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that is fuzzed."""

    name: str
    check: Callable[[bytes], None]
    samples: Callable[[], list[bytes]]
    tokens: tuple[bytes, ...]
    change: Callable[[bytes, Sequence[Edit], Sequence[bytes]], bytes] = edited

    def changed(self, sample: bytes, edits: Sequence[Edit]) -> bytes:
        """A sample with edits."""
        return self.change(sample, edits, self.tokens)


def coded_only(error: DatelineError, *never: str) -> None:
    """A refusal names a code; one that only wraps an exception that nobody expected is a finding."""
    assert error.code in CATALOGUE and error.code not in never, error
    if error.__cause__ is not None and " reader: " in str(error):
        raise error.__cause__


def holds(document: Document, raw: str | None = None) -> None:
    """Offsets lie in the text, phrases are what stands there, and the map leads back into the raw text."""
    size = len(document.text)
    document.text.encode("utf-8")
    spans = [one.span for one in (*document.blocks, *document.notes)] + [s.span for s in document.sources if s.span is not None]
    for span in spans:
        assert 0 <= span.start < span.end <= size, (span, size)
    for marker in document.markers:
        assert 0 <= marker.offset <= size, (marker, size)
    labels = {note.label for note in document.notes}
    for source in document.sources:
        assert source.note is None or source.note in labels, source
    for problem in document.problems:
        assert problem.code in CATALOGUE
    if raw is None or size > WALKED:
        return
    for offset, character in enumerate(document.text):
        place = document.textmap.to_raw(offset)
        assert place is None or 0 <= place < len(raw), (offset, place, len(raw))
        if place is not None and not character.isspace():
            assert raw[place] == character or raw[place] in "&=\\�" or not raw[place].isascii() or not character.isascii(), (offset, character, raw[place])


def read_one(data: bytes, *, suffix: str, walked: bool = True) -> None:
    """Read the bytes as a file of this suffix."""
    from dateline.read import ReadOptions, raw_text, read

    name = f"x.{suffix}"
    try:
        document = read(data, input_id=name, options=ReadOptions(check_language=False))
    except DatelineError as error:
        coded_only(error)
        return
    raw = raw_text(data, input_id=name) if walked and document.format != "pdf" else None
    holds(document, raw)


def read_many(data: bytes, *, suffix: str) -> None:
    """Read the bytes as a file that holds several documents."""
    from dateline.read import ReadOptions, read_inputs

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x.{suffix}"
        path.write_bytes(data)
        _each(read_inputs([str(path)], ReadOptions(check_language=False)))


def _each(items: Iterable[Document | Problem]) -> None:
    count = 0
    for item in items:
        count += 1
        if isinstance(item, Document):
            holds(item)
        else:
            assert item.code in CATALOGUE
            assert " reader: " not in item.detail, item.detail
    assert count, "neither a document nor a problem"


def cite(data: bytes) -> None:
    """A note's text, read alone and after itself."""
    from dateline.read.citations import parse_note
    from dateline.read.dates import parse_date

    text = data.decode("utf-8", "replace")
    first = parse_note(text, note="1", offset=7)
    for source in (*first, *parse_note(text, note="2", offset=7, earlier=first, link="https://example.org/2024/01/02/a")):
        assert source.span is None or 7 <= source.span.start < source.span.end <= 7 + len(text), source
        for day in (source.published, source.accessed):
            assert day is None or ((found := parse_date(day)) is not None and found.iso == day), day


def dates(data: bytes) -> None:
    """The date grammar on a text with and without a publication date."""
    from dateline.extract.dates import Context, date_spans, find_dates, resolve_date
    from dateline.extract.quantities import find_quantities
    from dateline.read.dates import parse_date, parse_date_line

    text = data.decode("utf-8", "replace")
    for published in (None, date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31)):
        for tense in (None, "past", "future"):
            last = 0
            for found in find_dates(text, Context(published, tense=tense, previous=published)):
                assert last <= found.start < found.end <= len(text)
                assert found.earliest <= found.latest
                last = found.end
            resolve_date(text, published=published, tense=tense)
    assert all(0 <= start < end <= len(text) for start, end in date_spans(text))
    for quantity in find_quantities(text):
        assert 0 <= quantity.start < quantity.end <= len(text)
    for line in text.splitlines()[:20]:
        for parsed in (parse_date(line), parse_date_line(line)):
            assert parsed is None or parse_date(parsed.iso) == parsed or parsed.year < 1000, parsed


def imports(data: bytes, *, form: str | None) -> None:
    """The bytes as a file of another data set: each row is imported or malformed, and a second import doubles nothing."""
    from dateline.store.importing import import_file

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.tab"
        path.write_bytes(data)
        database = _database()
        try:
            result = import_file(database, path, "r1", form=form, dataset="fuzz")
        except DatelineError as error:
            coded_only(error, "E401")
            return
        stored = int(database.read("SELECT count(*) AS n FROM imported").to_pylist()[0]["n"])
        assert stored == result.rows, (stored, result)
        assert len(result.malformed) <= result.n_malformed


@lru_cache(maxsize=1)
def _database() -> Database:
    """One database for the whole process, in a folder that goes when the process ends."""
    from dateline.store.duckdb import Database

    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    opened = Database(Path(folder.name) / "fuzz.duckdb").__enter__()
    atexit.register(opened.__exit__, None, None, None)
    return opened


def actors(data: bytes, *, suffix: str) -> None:
    """A file of one's own actors."""
    from dateline.resolve.actorfiles import read_actors

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x.{suffix}"
        path.write_bytes(data)
        try:
            read_actors(path)
        except DatelineError as error:
            coded_only(error)


def _files(*patterns: str) -> list[bytes]:
    return [path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern))]


def _made(suffix: str) -> list[bytes]:
    from making import book_epub, libreoffice_docx, pandoc_docx, word_docx

    return [book_epub()] if suffix == "epub" else [word_docx(), pandoc_docx(), libreoffice_docx()]


def _lines(pattern: str, key: str) -> list[bytes]:
    import json

    return [json.loads(line)[key].encode() for data in _files(pattern) for line in data.splitlines() if key in json.loads(line)]


def _parquet() -> list[bytes]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table({"id": ["a", "b"], "text": ["The army left the town on Monday."] * 2, "date": ["2024-01-02", None], "title": ["A", None]})
    buffer = io.BytesIO()
    pq.write_table(table, buffer)
    return [buffer.getvalue()]


def _jsonl() -> list[bytes]:
    rows = '{"id": "a1", "text": "Kenya expelled two envoys.", "date": "2024-11-05", "title": "Ünited \\ud83d\\ude00"}\n{"id": 7, "event_text": "Police fired.", "pub_date": "5 May 2020"}\n'
    return [rows.encode(), b"\xef\xbb\xbf" + rows.encode()]


def _tables(*names: str) -> list[bytes]:
    return [(HERE / "samples" / name).read_bytes() for name in names]


_MARKUP: Final = (
    b"<p>", b"</p>", b"<div class=footnotes>", b"<sup>1</sup>", b'<a href="#fn1" id="fnref1">', b"</a>", b"<table><tr><td>", b"<!--", b"-->", b"<![CDATA[",
    b"<script>", b"&#8203;", b"&#x110000;", b"&#0;", b"&", b"<", b"\x00", b"\xff\xfe", "\u202e".encode(), "\U0001f600".encode(), b"<ol><li>", b"<h2>Notes</h2>", b"<base href='x'>",
    b'<meta charset="utf-16">', b"<svg>", b"<math>", b"<template>", b"<br>" * 20, b"\r", b"<time datetime='0000-00-00'>", b"<svg><p>", b"<?xml ", b"<!DOCTYPE x [",
)  # fmt: skip
_WORD: Final = (
    b"<w:p>", b"</w:p>", b"<w:r>", b"<w:t>x</w:t>", b'<w:footnoteReference w:id="1"/>', b'<w:footnoteReference w:id="x"/>', b"<w:footnoteReference/>", b"<w:del>", b"</w:del>",
    b'<w:fldChar w:fldCharType="begin"/>', b'<w:fldChar w:fldCharType="end"/>', b"<w:tbl><w:tr><w:tc>", b"</w:tbl>", b"<mc:AlternateContent>", b"&amp;", b"&x;", b"<!--", b"<w:sdt>", b'w:val="99999999999"',
)  # fmt: skip
_MARKDOWN: Final = (
    b"# ", b"[^1]", b"[^1]: ", b"\n\n", b"---\n", b"> ", b"```\n", b"|a|b|\n|-|-|\n", b"[a](b \"c\")", b"![", b"<sup>", b"1. ", b"- ", b"\t", b"\\", b"**", b"`", b"\n===\n", b"\x0c", b"\r\n", b"title: [\n", b"&amp;",
    "\u2028".encode(), "¹²".encode(), "\ufeff".encode(), b"date: 0000-13-45\n", b"[1] ", b"Notes\n\n", "\u00ad".encode(), b"-\n",
)  # fmt: skip
_MAIL: Final = (
    b"\nContent-Type: multipart/mixed; boundary=x\n", b"\n--x\n", b"\n--x--\n", b"\nContent-Transfer-Encoding: base64\n", b"\nContent-Type: text/html; charset=utf-7\n", b"=?utf-8?q?=ff?=", b"=?x?b?!!!?=",
    b"\nDate: 99 Foo 0000 99:99:99 +9999\n", b"\nSubject: \n", b"\n\n", b"\nFrom a@b Mon\n", b"=\n", b"\nContent-Type: text/plain; charset=\"\x00\"\n", b"\nFrom: <>\n", b"\nContent-Type: message/rfc822\n\n",
)  # fmt: skip
_PDF: Final = (
    b"<< /Type /Page >>", b"/Kids [1 0 R]", b"/Count 99999999", b"stream\n", b"\nendstream", b"endobj", b"1 0 obj", b"/Filter /FlateDecode", b"/Length -1", b"trailer << /Root 1 0 R >>", b"startxref\n0\n%%EOF",
    b"/MediaBox [0 0 1e30 -1]", b"/Rotate 45", b"/ToUnicode", b"<0000> <ffff>", b"BT /F1 1e9 Tf (a) Tj ET", b"(((((", b"\x00",
)  # fmt: skip
_NOTE: Final = (
    "“".encode(), "”".encode(), b'"', b"Ibid., ", b"n. 5", b"op. cit.", b"https://a.b/2024/13/99/c", b"https://", b"www.", b"; ", b"(ed.), ", b"pp. 3-", b", 2024", b"31 February 2019", b"accessed ", b"vol. ", b"et al.", b"and ", b"See ",
    "—".encode(), b"(", b")", b"[", b"]", b"doi:10.", b"No. ", b"2024-02-30", "———. ".encode(), b"'", "İ".encode(), b"\n", b"n. 99999999999999999999", "\u00a0".encode(), b"http://[::1", b"https://[",
)  # fmt: skip
_DATE: Final = (
    b"31 February", b"Monday ", b"last ", b"next ", b"the 1990s", b"early ", b"between ", b" and ", b"since ", b"0000", b"9999", b"10000", b"29 February", b"a decade ago", b"two years earlier", b"the following day", b"99999999999 years ago",
    b"-", "–".encode(), b"Q4 ", b"late ", b"until ", b"mid-", b"'90s", b"the turn of the century", b"spring ", b"fiscal ", b"32nd ", b"overnight ", b"on the eve of ", b"killed ", b"million", b"$", b"one in ten ", b"half a ", b"%", b"1e5", b"1,2,3", "½".encode(),
)  # fmt: skip
_CELL: Final = (b"\t", b"\n", b",", b'"', b'""', b"\r", b";", b"\x00", b"20240230", b"00000000", b"99999999", b"GOV", b"XXX", b"(", b")", b"\xff", b"NaN", b"1e999", b"0000-00-00", b"\t\t\t", "é".encode())
_JSON: Final = (b"{", b"}", b'"', b"[", b"\\u", b"\\ud800", b"\\u0000", b"null", b"1e999", b"NaN", b"true", b"\n", b":", b",", b'"text"', b'"date": "2024-02-30"', b'"id": {}', b"\xff", b"[" * 3000)
_ACTOR: Final = (b"[", b"]", b"=", b'"', b"'''", b"[[actor]]", b"country = \"XXX\"", b"\n", b"_", b";", b"+", b"{", b"}", b"<990101", b">20200101", b"[USAGOV <991331]", b"\t", b",", b"#", b"\x00", b"\xff")

TARGETS: Final = {
    one.name: one
    for one in (
        Target("pdf", partial(read_one, suffix="pdf"), lambda: [d for d in _files("tests/read/pdf/*.pdf") if len(d) < 33_000], _PDF),
        Target("docx", partial(read_one, suffix="docx"), lambda: _made("docx"), _WORD, edited_archive),
        Target("epub", partial(read_one, suffix="epub"), lambda: _made("epub"), _MARKUP, edited_archive),
        Target("html", partial(read_one, suffix="html"), lambda: _files("tests/read/documents/*.html", "tests/read/documents/*.xhtml", "tests/read/documents/*.htm"), _MARKUP),
        Target("markdown", partial(read_one, suffix="md"), lambda: _files("tests/read/layouts/*.md", "samples/*.md"), _MARKDOWN),
        Target("text", partial(read_one, suffix="txt"), lambda: _files("tests/read/layouts/*.txt"), _MARKDOWN),
        Target("mail", partial(read_one, suffix="eml"), lambda: _files("tests/read/documents/*.eml"), _MAIL),
        Target("mailbox", partial(read_many, suffix="mbox"), lambda: _files("tests/read/documents/*.mbox"), _MAIL),
        Target("jsonl", partial(read_many, suffix="jsonl"), _jsonl, _JSON),
        Target("parquet", partial(read_many, suffix="parquet"), _parquet, (b"PAR1", b"\x00" * 8, b"\xff" * 8)),
        Target("citations", cite, lambda: _lines("tests/cases/citations.open.jsonl", "text") or _lines("tests/read/citations.jsonl", "text"), _NOTE),
        Target("dates", dates, lambda: _lines("tests/cases/dates.open.jsonl", "phrase") + _lines("tests/cases/quantities.open.jsonl", "text"), _DATE),
        Target("imports", partial(imports, form=None), lambda: _tables("gdelt1.tab", "gdelt2.tab", "icews.tab", "polecat.tab", "phoenix.tab", "cline.csv", "acled.csv"), _CELL),
        Target("actors", partial(actors, suffix="toml"), lambda: _tables("actors.toml"), _ACTOR),
        Target("dictionary", partial(actors, suffix="txt"), lambda: _tables("actors.txt"), _ACTOR),
        Target("actortable", partial(actors, suffix="tab"), lambda: _tables("actors.tab"), _ACTOR + _CELL),
    )
}
