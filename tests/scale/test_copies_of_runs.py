"""Documents that come twice are told of on the path for large corpora as anywhere: in the summary, and in the database made of the folder."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import runs_of as making

from dateline.scale.loading import load_run_into
from dateline.scale.run import finished_parts
from dateline.scale.target import LocalTarget
from dateline.scale.twice import twice_in
from dateline.store.duckdb import Database

SAME = "Latvia expelled two Belarusian envoys on 3 May."
ROWS = [("a", SAME), ("b", "Chile recalled its consul from Lima on 4 May."), ("c", SAME), ("a", "Oman condemned the raid on 5 May."), ("c", SAME)]


def said(path: Path) -> list[tuple[str, str, str, str]]:
    with Database(path, read_only=True) as database:
        rows = database.select("SELECT code, input_id, detail, origin FROM problems ORDER BY ALL")
    return [(row["code"], row["input_id"], row["detail"], row["origin"]) for row in rows]


def corpus(folder: Path) -> None:
    lines = [json.dumps({"id": name, "text": text, "date": "2024-05-06", "filler": making.FILLER * 20}) for name, text in ROWS]  # a part each
    (folder / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")


def of_the_folder(folder: Path) -> list[tuple[str, str, str, str]]:
    rows = [row for path in sorted((folder / "_problems").glob("*.parquet")) for row in pq.read_table(path).to_pylist()]
    return sorted((row["code"], row["input_id"], row["detail"], row["origin"]) for row in rows)


def test_copies_and_repeated_ids_reach_the_database(tmp_path: Path) -> None:
    corpus(tmp_path)
    coded = making.code(tmp_path, "coded/")
    assert coded.returncode == 0 and "c: the text is that of another document" in coded.stderr
    assert json.loads((tmp_path / "coded" / "_summary.json").read_text())["copies"] == 1
    making.run(tmp_path, "code", "corpus.jsonl", "--coder", "lexicon", "--db", "ordinary.duckdb")
    for _ in range(2):  # a second time nothing doubles
        making.run(tmp_path, "code", "coded/", "--db", "loaded.duckdb")
    found = said(tmp_path / "loaded.duckdb")
    assert found == said(tmp_path / "ordinary.duckdb")
    assert [row[:2] for row in found] == [("W105", "a"), ("W105", "c"), ("W133", "c")]
    assert of_the_folder(tmp_path / "coded") == found
    assert json.loads((tmp_path / "coded" / "_summary.json").read_text())["problems"] == len(found)


def test_an_older_folder_resumes_and_gives_the_same(tmp_path: Path) -> None:
    corpus(tmp_path)
    making.code(tmp_path, "one/")
    making.code(tmp_path, "two/", "--workers", "2")
    whole = making.files(tmp_path / "one")
    assert whole == making.files(tmp_path / "two") and "_problems/twice.parquet" in whole
    for number, path in enumerate(sorted((tmp_path / "two" / "_done").iterdir())):
        kept = json.loads(path.read_text())
        del kept["version"], kept["texts"]
        path.unlink() if number == 1 else path.write_text(json.dumps(kept, sort_keys=True) + "\n")
    (tmp_path / "two" / "_problems" / "twice.parquet").unlink()
    resumed = making.code(tmp_path, "two/", "--resume")
    assert resumed.returncode == 0 and "c: the text is that of another document" in resumed.stderr
    assert {name for name, content in making.files(tmp_path / "two").items() if content != whole[name]} == {f"_done/part-{number:06d}.json" for number in (0, 2, 3, 4)}


def test_no_text_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus(tmp_path)
    making.code(tmp_path, "coded/")
    read, asked = LocalTarget.read, []

    def counted(self: LocalTarget, name: str) -> bytes | None:
        asked.append(name)
        return read(self, name)

    monkeypatch.setattr(LocalTarget, "read", counted)
    target = LocalTarget(str(tmp_path / "coded"))
    assert [len(found) for found in twice_in(target, finished_parts(target)).values()] and {name.split("/")[0] for name in asked} == {"_done"}
    asked.clear()
    with Database(tmp_path / "loaded.duckdb") as database:
        load_run_into(database, str(tmp_path / "coded"))
    documents = [name for name in asked if name.startswith("_documents/")]
    assert len(documents) == len(set(documents)) == len(ROWS)


def test_the_last_lines_say_how_many_rows_repeat_an_id_and_which_inputs_had_errors(tmp_path: Path) -> None:
    rows = [*ROWS, ("c", "Chad thanked Togo on 7 May."), ("d", ""), ("e", "")]
    lines = [json.dumps({"id": name, "text": text, "date": "2024-05-06"}) for name, text in rows]
    (tmp_path / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    coded = making.code(tmp_path, "coded/")
    assert coded.returncode == 1 and "a, c: an earlier line has the same id (3 rows repeat an id);" in coded.stderr, coded.stderr
    assert "2 inputs with errors: corpus.jsonl:7 [E003], corpus.jsonl:8 [E003]; see coded/_problems" in coded.stderr
    ordinary = making.run(tmp_path, "code", "corpus.jsonl", "--coder", "lexicon", "--no-db")
    assert "(3 rows repeat an id)" in ordinary.stderr
