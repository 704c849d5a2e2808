"""``dateline code``: every kind of input, good and bad, and what the exit code says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from running import FRENCH, GOOD, dateline_, lines_of, records

#: Bytes of no text encoding and no known format.
RUBBISH = bytes(range(256)) * 16


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("inputs")
    (path / "good.md").write_text(GOOD, encoding="utf-8")
    (path / "empty.txt").write_bytes(b"")
    (path / "blank.txt").write_bytes(b" \n\t\n")
    (path / "rubbish.bin").write_bytes(RUBBISH)
    (path / "french.txt").write_text(FRENCH, encoding="utf-8")
    (path / "broken.txt").write_bytes(
        b"Kenya expelled two envoys on Monday. Ethiopia \xff\xfe\x80 condemned the decision of the ministry.\n"
    )
    return path


def test_bad_files_are_one_line_each_and_the_good_one_is_coded(folder: Path, tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as stream:
        for _ in range(50):
            stream.write(b"Kenya expelled two envoys on Monday.\n" * 28_500)
    assert big.stat().st_size > 50_000_000
    bad = {"missing.txt": "E001", "empty.txt": "E003", "rubbish.bin": "E004", "french.txt": "E006", str(big): "E005"}
    done = dateline_(
        folder, "code", "missing.txt", "empty.txt", "good.md", "rubbish.bin", "french.txt", str(big), "--no-db", "--format", "jsonl"
    )
    assert done.returncode == 1
    found = records(done.stdout)
    assert {r["input_id"] for r in found} == {"good.md"}
    assert {r["type"] for r in found} >= {"SANCTION", "ACCUSE", "ASSAULT"}
    errors = [line for line in done.stderr.splitlines() if "error:" in line]
    assert len(errors) == len(bad)
    for name, code in bad.items():
        (line,) = lines_of(done.stderr, code)
        assert Path(name).name in line
        assert "; " in line, "the line says what to do"
    shutil.rmtree(tmp_path, ignore_errors=True)


def test_a_text_of_white_space_is_empty(folder: Path) -> None:
    done = dateline_(folder, "code", "blank.txt", "--no-db")
    assert done.returncode == 1
    assert len(lines_of(done.stderr, "E003")) == 1


def test_invalid_utf8_is_coded_or_named_but_never_a_crash(folder: Path) -> None:
    done = dateline_(folder, "code", "broken.txt", "--no-db", "--format", "jsonl")
    assert done.returncode in {0, 1}
    coded = records(done.stdout)
    if done.returncode == 1:
        assert "error:" in done.stderr
        assert coded == []
    else:
        assert {r["type"] for r in coded} >= {"SANCTION"}
        assert {r["input_id"] for r in coded} == {"broken.txt"}


def test_a_good_file_alone_exits_zero(folder: Path) -> None:
    done = dateline_(folder, "code", "good.md", "--no-db", "--date", "2024-05-06", "--format", "jsonl")
    assert done.returncode == 0
    assert "error" not in done.stderr
    assert {r["input_id"] for r in records(done.stdout)} == {"good.md"}


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    done = dateline_(tmp_path, "code", "loop.txt", "--no-db")
    assert done.returncode == 1
    assert len(lines_of(done.stderr, "E002")) == 1


def test_standard_input(tmp_path: Path) -> None:
    done = dateline_(tmp_path, "code", "-", "--no-db", "--format", "jsonl", "--date", "2024-05-06", stdin=GOOD.encode())
    assert done.returncode == 0
    assert {r["input_id"] for r in records(done.stdout)} == {"-"}


def test_standard_input_that_is_empty(tmp_path: Path) -> None:
    done = dateline_(tmp_path, "code", "-", "--no-db")
    assert done.returncode == 1
    assert len(lines_of(done.stderr, "E003")) == 1


def test_a_folder_and_a_pattern(tmp_path: Path) -> None:
    inner = tmp_path / "news" / "may"
    inner.mkdir(parents=True)
    (tmp_path / "news" / "a.md").write_text(GOOD, encoding="utf-8")
    (inner / "b.txt").write_text("Norway expelled two Russian diplomats.\n", encoding="utf-8")
    (inner / ".hidden.txt").write_text("Malta expelled two Russian diplomats.\n", encoding="utf-8")
    (inner / "picture.png").write_bytes(RUBBISH)
    whole = dateline_(tmp_path, "code", "news", "--no-db", "--format", "jsonl")
    assert whole.returncode == 0
    assert {r["input_id"] for r in records(whole.stdout)} == {"news/a.md", "news/may/b.txt"}
    some = dateline_(tmp_path, "code", "news/*/*.txt", "--no-db", "--format", "jsonl")
    assert some.returncode == 0
    assert {r["input_id"] for r in records(some.stdout)} == {"news/may/b.txt"}
    (tmp_path / "hollow").mkdir()
    none = dateline_(tmp_path, "code", "hollow", "*.nothing", "--no-db")
    assert none.returncode == 1
    assert len(lines_of(none.stderr, "E009")) == 2


def test_a_corpus_with_a_broken_line(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": "one", "text": "Norway expelled two Russian diplomats.", "date": "2024-05-06"}),
        "{broken",
        json.dumps({"id": "two", "text": "Kenyan troops attacked a camp in Somalia.", "date": "2024-05-07"}),
        json.dumps({"id": "three", "date": "2024-05-07"}),
    ]
    (tmp_path / "corpus.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    done = dateline_(tmp_path, "code", "corpus.jsonl", "--no-db", "--format", "jsonl")
    assert done.returncode == 1
    found = records(done.stdout)
    assert [(r["input_id"], r["type"], r["date"]["earliest"]) for r in found] == [
        ("one", "SANCTION", "2024-05-06"),
        ("two", "ASSAULT", "2024-05-07"),
    ]
    broken = lines_of(done.stderr, "E007")
    assert len(broken) == 2
    assert ":2" in broken[0]
    assert ":4" in broken[1]


def test_one_corpus_line_alone_or_among_others_gives_the_same_record(tmp_path: Path) -> None:
    rows = [json.dumps({"id": str(i), "text": f"Norway expelled {i} Russian diplomats.", "date": "2024-05-06"}) for i in range(2, 6)]
    (tmp_path / "many.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "one.jsonl").write_text(rows[2] + "\n", encoding="utf-8")
    many = records(dateline_(tmp_path, "code", "many.jsonl", "--no-db", "--format", "jsonl").stdout)
    one = records(dateline_(tmp_path, "code", "one.jsonl", "--no-db", "--format", "jsonl").stdout)
    assert one == [r for r in many if r["input_id"] == "4"]
    assert len(many) == 4


def test_no_document_makes_no_brief(tmp_path: Path) -> None:
    (tmp_path / "noise.md").write_bytes(b"\xff\xfe\x00strays")
    done = dateline_(tmp_path, "code", "noise.md", "missing.md", "--no-db", "--brief", "b.html")
    assert (done.returncode, (tmp_path / "b.html").exists()) == (1, False)
    assert {"[E004]", "[E001]"} <= set(done.stderr.split()) and "no brief is written" in done.stderr
