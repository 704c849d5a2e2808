"""Documents that come twice are told of on the path for large corpora as anywhere: in the summary, and in the database made of the folder."""

from __future__ import annotations

import json
from pathlib import Path

import runs_of as making

from dateline.store.duckdb import Database

SAME = "Latvia expelled two Belarusian envoys on 3 May."
ROWS = [("a", SAME), ("b", "Chile recalled its consul from Lima on 4 May."), ("c", SAME), ("a", "Oman condemned the raid on 5 May."), ("c", SAME)]


def said(path: Path) -> list[tuple[str, str, str, str]]:
    with Database(path, read_only=True) as database:
        rows = database.select("SELECT code, input_id, detail, origin FROM problems ORDER BY ALL")
    return [(row["code"], row["input_id"], row["detail"], row["origin"]) for row in rows]


def test_copies_and_repeated_ids_reach_the_database(tmp_path: Path) -> None:
    lines = [json.dumps({"id": name, "text": text, "date": "2024-05-06", "filler": making.FILLER * 20}) for name, text in ROWS]  # a part each
    (tmp_path / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    coded = making.code(tmp_path, "coded/")
    assert coded.returncode == 0 and "c: the text is that of another document" in coded.stderr
    assert json.loads((tmp_path / "coded" / "_summary.json").read_text())["copies"] == 1
    making.run(tmp_path, "code", "corpus.jsonl", "--coder", "lexicon", "--db", "ordinary.duckdb")
    for _ in range(2):  # a second time nothing doubles
        making.run(tmp_path, "code", "coded/", "--db", "loaded.duckdb")
    found = said(tmp_path / "loaded.duckdb")
    assert found == said(tmp_path / "ordinary.duckdb")
    assert [row[:2] for row in found] == [("W105", "a"), ("W105", "c"), ("W133", "c")]
