"""A document that ends the process which codes it is left out and said; everything else is coded."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pyarrow.parquet as pq
import runs_of as making

#: A coder of another package: the lexicon's, which a library brings down at one word.
CODER = """
import os
from dateline.extract.lexical import LexiconCoder

class Coder(LexiconCoder):
    def acts(self, sentences):
        if any("Poison" in one.sentence.text for one in sentences):
            os._exit(11)
        return super().acts(sentences)
"""


def test_a_deadly_document_is_left_out(tmp_path: Path) -> None:
    corpus = making.corpus(tmp_path, parts=2)
    rows = [json.loads(line) for line in corpus.read_text().splitlines()]
    rows[5]["text"] = "Poison was found in Oman. Oman accused Iran."
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows))
    package = tmp_path / "packages"
    info = package / "deadly-1.0.dist-info"
    info.mkdir(parents=True)
    (package / "deadly.py").write_text(CODER)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: deadly\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[dateline.coders]\ndeadly = deadly:Coder\n")
    environment = making.environment()
    environment["PYTHONPATH"] += f":{package}"
    command = making.command("code", "corpus.jsonl", "--coder", "deadly", "--out", "out/", "--workers", "2")
    finished = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=280)
    assert finished.returncode == 1, finished.stderr
    problems = pq.read_table(tmp_path / "out" / "_problems").to_pylist()
    assert [one["input_id"] for one in problems if one["code"] == "E312"] == ["d5"]
    coded = set(pq.read_table(tmp_path / "out" / "_documents").column("input_id").to_pylist())
    assert coded == {row["id"] for row in rows if row["text"]} - {"d5"}
