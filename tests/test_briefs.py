"""From documents and databases to briefs: selections, page pictures, accuracies, the command."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.briefs import (
    PICTURE_BYTES,
    Selection,
    accuracies,
    boxes,
    make_extras,
    only,
    pictures,
    query_words,
    render,
    select,
    unread_line,
)
from dateline.cli import app
from dateline.config import BriefFormat
from dateline.errors import DatelineError, problem
from dateline.pipeline import CodeOptions, Pipeline
from dateline.read import read_inputs
from dateline.read.pdf.pictures import page_pictures
from dateline.read.pdf.worker import png
from dateline.store import EventFilter, new_run
from dateline.store.duckdb import Database
from dateline.types import Coded

SAMPLES = Path(__file__).parents[1] / "samples"
PDF = SAMPLES / "seoul-response.pdf"
runner = CliRunner()


@pytest.fixture(scope="module")
def coded() -> list[Coded]:
    paths = [str(PDF), str(SAMPLES / "seoul-response.md")]
    return [item for item in Pipeline(CodeOptions()).code_stream(read_inputs(paths)) if isinstance(item, Coded)]


@pytest.fixture(scope="module")
def db(coded: list[Coded], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("db") / "a.duckdb"
    with Database(path) as database:
        run = new_run("test", datetime(2024, 12, 6, tzinfo=UTC))
        database.begin_run(run)
        database.write_batch(coded, run)
    return path


def test_a_query_keeps_its_acts_with_the_claims_on_them(db: Path) -> None:
    made = select(db, EventFilter(types=("ACCUSE",)))
    acts = [mention for one in made.coded for mention in one.mentions]
    assert acts and {mention.type for mention in acts} == {"ACCUSE"} and made.excerpts and made.query == "type ACCUSE"
    ids = {mention.mention_id for mention in acts}
    assert all(ids & set(claim.mentions) for one in made.coded for claim in one.claims)


def test_everything_or_one_document_is_set_whole(db: Path, coded: list[Coded]) -> None:
    whole = select(db, EventFilter())
    assert not whole.excerpts and len(whole.coded) == 2 and not whole.left_out
    one = select(db, EventFilter(doc=str(PDF).replace("\\", "/")))
    assert [item.document.input_id for item in one.coded] == [coded[0].document.input_id] and not one.excerpts
    assert len(one.coded[0].claims) == len(coded[0].claims)


def test_a_limit_keeps_the_latest_and_says_so(db: Path) -> None:
    made = select(db, EventFilter(), limit=5)
    kept = [mention for one in made.coded for mention in one.mentions]
    assert len(kept) == 5 and made.left_out[0].startswith("The latest 5 of ")
    everything = [mention.date.latest for one in select(db, EventFilter()).coded for mention in one.mentions if mention.date]
    assert max(mention.date.latest for mention in kept if mention.date) == max(everything)


def test_files_that_could_not_be_read_are_named(coded: list[Coded], tmp_path: Path) -> None:
    path = tmp_path / "some.duckdb"
    failed = [problem("E006", "minsk_german.md"), problem("E023", "broken.pdf"), problem("E003", coded[1].document.input_id)]
    with Database(path) as database:
        for name, items in (("first", coded[:1]), ("second", coded[1:])):
            run = new_run(name, datetime(2024, 12, 6, tzinfo=UTC))
            database.begin_run(run)
            database.write_batch(items, run)
            if name == "first":
                database.write_problems(failed, run)
        assert [one.input_id for one in database.unread()] == ["broken.pdf", "minsk_german.md"]
    (line,) = select(path, EventFilter(actor="KOR")).left_out
    assert line.startswith("2 inputs of the database could not be read") and "minsk_german.md (the document is not in English)" in line and "broken.pdf" in line
    assert not select(path, EventFilter(doc=coded[1].document.input_id)).left_out
    asked = unread_line([problem("E003", "blank.txt"), problem("E023", "broken.pdf")], asked=True)
    assert asked[0].startswith("1 input of the database could not be read; whether it tells of this is not known: broken.pdf") and "blank" not in asked[0]
    many = unread_line([problem("E003", f"{number}.txt") for number in range(30)])
    assert many[0].startswith("30 inputs") and many[0].endswith("and 10 more.") and not unread_line([problem("W102", "a.txt")])


def test_query_in_words() -> None:
    wanted = EventFilter("KOR", "PRK", None, ("ACCUSE", "REQUEST"), "2024-10", None, "Kursk")
    assert query_words(wanted) == "actor KOR, recipient PRK, type ACCUSE or REQUEST, since 2024-10, place Kursk"


def test_accuracies_belong_to_the_model_that_coded(coded: list[Coded]) -> None:
    made = accuracies(coded)
    assert len(made) == 16 or len(made) == 15
    assert all(0 < one.right <= min(one.acts, one.coded) for one in made if one.right)
    other = replace(coded[0], mentions=(replace(coded[0].mentions[0], coder="dateline 9; another 1"),))
    assert accuracies([*coded, other]) == () == accuracies([])


def test_boxes_lie_on_the_words(coded: list[Coded]) -> None:
    document = coded[0].document
    pages = {number: (width, height) for number, width, height in ((one.number, one.width, one.height) for one in page_pictures(PDF.read_bytes(), range(1, 9)))}
    seen = 0
    for mention in coded[0].mentions:
        for page, (left, bottom, right, top) in boxes(document, mention.trigger.span):
            width, height = pages[page]
            assert 0 <= left < right <= width and 0 <= bottom < top <= height
            seen += 1
    assert seen >= len(coded[0].mentions)


def test_pictures_fit_their_budget_and_name_only_pages_with_acts(coded: list[Coded]) -> None:
    ((doc_id, pages),) = pictures(coded)
    assert doc_id == coded[0].document.doc_id and sum(len(one.png) for one in pages) <= PICTURE_BYTES
    assert all(one.boxes for one in pages)
    ids = {mention.mention_id for mention in coded[0].mentions}
    assert {box.mention_id for one in pages for box in one.boxes} == ids
    assert all(box.top >= 0 and box.top + box.height <= one.height for one in pages for box in one.boxes)


def test_a_file_that_is_gone_or_changed_has_no_pictures(coded: list[Coded]) -> None:
    document = coded[0].document
    assert pictures([replace(coded[0], document=replace(document, raw_sha256="0" * 64))]) == ()
    assert pictures([replace(coded[0], document=replace(document, input_id="gone.pdf"))]) == ()


def test_pictures_get_coarser_and_fewer_to_fit() -> None:
    data = PDF.read_bytes()
    fine, coarse = page_pictures(data, [1, 2]), page_pictures(data, [1, 2], max_bytes=60_000)
    assert [one.number for one in fine] == [one.number for one in coarse] == [1, 2]
    assert 0 < sum(len(one.png) for one in coarse) <= 60_000 < sum(len(one.png) for one in fine)
    assert page_pictures(data, [1, 2], max_bytes=10) == () == page_pictures(data, [])
    assert page_pictures(data, [99]) == ()


def test_what_is_no_pdf_cannot_be_drawn() -> None:
    with pytest.raises(DatelineError, match="E023"):
        page_pictures(b"%PDF-1.7 nothing", [1])


@pytest.mark.parametrize("width", [1, 2, 7, 8])
def test_png_holds_the_greys_of_its_pixels(width: int) -> None:
    height, stride = 3, width + 5
    pixels = bytes((16 * ((row * width + column) % 16)) if column < width else 255 for row in range(height) for column in range(stride))
    data = png(pixels, width, height, stride)
    chunks, place = {}, 8
    while place < len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        body = data[place + 8 : place + 8 + length]
        assert struct.unpack_from(">I", data, place + 8 + length)[0] == zlib.crc32(kind + body)
        chunks[kind] = body
        place += 12 + length
    assert struct.unpack(">IIBBBBB", chunks[b"IHDR"]) == (width, height, 4, 0, 0, 0, 0)
    rows = zlib.decompress(chunks[b"IDAT"])
    size = (width + 1) // 2
    greys = [value for row in range(height) for byte in rows[row * (size + 1) + 1 : (row + 1) * (size + 1)] for value in (byte >> 4, byte & 15)]
    whole = [greys[row * 2 * size : row * 2 * size + width] for row in range(height)]
    assert [grey for row in whole for grey in row] == [(row * width + column) % 16 for row in range(height) for column in range(width)]


def test_all_formats_are_made(coded: list[Coded]) -> None:
    selection = Selection((coded[1],))
    extras = make_extras(selection)
    assert len(extras.exports) == 3 and extras.accuracy
    html = render(selection, extras, BriefFormat.HTML, title="T", program="p")
    assert html.startswith(b"<!DOCTYPE html>") and len(html) < 3_000_000
    assert render(selection, extras, BriefFormat.DOCX, title=None, program="p")[:2] == b"PK"
    assert render(selection, extras, BriefFormat.MD, title="T", program="p").startswith(b"# T\n")


def test_without_a_browser_a_pdf_is_a_coded_error(coded: list[Coded], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CHROMIUM", "no-such-browser")
    with pytest.raises(DatelineError, match=r"E452.*DATELINE_CHROMIUM"):
        render(Selection((coded[1],)), make_extras(Selection((coded[1],))), BriefFormat.PDF, title=None, program="p")


def test_command_on_a_file_with_a_response(tmp_path: Path) -> None:
    out = tmp_path / "b.html"
    done = runner.invoke(app, ["brief", str(SAMPLES / "seoul-response.md"), "--actor", "KOR", "--to", "PRK MOBILIZE *", "--out", str(out)])
    assert done.exit_code == 0, done.output
    html = out.read_text("utf-8")
    assert 'id="response"' in html and "South Korea</h3>" in html and 'class="ladder"' in html


def test_command_on_a_database(db: Path, tmp_path: Path) -> None:
    out = tmp_path / "b.md"
    done = runner.invoke(app, ["brief", "--db", str(db), "--actor", "KOR", "--type", "consult", "--out", str(out)])
    assert done.exit_code == 0, done.output
    assert "Asked for: actor KOR, type CONSULT" in out.read_text("utf-8")
    answered = tmp_path / "r.html"
    done = runner.invoke(app, ["brief", "--db", str(db), "--actor", "KOR", "--to", "PRK MOBILIZE *", "--out", str(answered)])
    assert done.exit_code == 0, done.output
    assert "the response of KOR to PRK MOBILIZE *" in answered.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["gone.md"], 1),
        (["--db", "gone.duckdb"], 1),
        (["x.md", "--type", "AID"], 2),
        (["x.md", "--to", "PRK MOBILIZE RUS"], 2),
        (["x.md", "--out", "brief.exe"], 2),
        (["x.md", "--actor", "KOR"], 2),
    ],
)
def test_wrong_use_and_missing_input_have_their_exit_codes(arguments: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert runner.invoke(app, ["brief", *arguments]).exit_code == code


def test_nothing_that_matches_is_exit_code_three(db: Path, tmp_path: Path) -> None:
    done = runner.invoke(app, ["brief", "--db", str(db), "--actor", "NZL", "--out", str(tmp_path / "b.html")])
    assert done.exit_code == 3 and "nothing to show" in done.output


def test_only_keeps_what_was_asked(coded: list[Coded]) -> None:
    wanted = coded[0].mentions[0].mention_id
    made = only(coded[0], [wanted])
    assert [one.mention_id for one in made.mentions] == [wanted] and all(wanted in claim.mentions for claim in made.claims)

