"""Damaged files: databases, Parquet and models that were cut, overwritten or swapped give one coded error, and never a wrong answer."""

from __future__ import annotations

import json
import pickle
import shutil
from pathlib import Path
from random import Random

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from test_kills import CODE, corpus, story

import dateline
from children import Warm
from dateline.errors import DatelineError
from dateline.extract.classifier.model import Model, packaged_folder
from dateline.read import ReadOptions, read_inputs
from dateline.types import Document

PROBE = """
import sys
from dateline.errors import DatelineError
from dateline.store.duckdb import Database
for read_only in (True, False):
    try:
        with Database(sys.argv[1], read_only=read_only) as db:
            for info in db.documents():
                db.load_coded(info.doc_id)
        print("read")
    except DatelineError as error:
        print(error.code)
"""


@pytest.fixture(scope="module")
def database(forking: Warm, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("whole")
    corpus(folder / "in.jsonl", 60)
    forking.start(folder, *CODE).end()
    return (folder / "a.duckdb").read_bytes()


def damaged(data: bytes, seed: int) -> bytes:
    """A file cut at a random place, or with a block of it overwritten."""
    random = Random(seed)
    at = random.randrange(len(data))
    if seed % 3 == 0:
        return data[:at]
    length = random.choice((1, 64, 4096, 262_144))
    return data[:at] + (b"\0" * length if seed % 3 == 1 else random.randbytes(length)) + data[at + length :]


@pytest.mark.parametrize("seed", [*range(12), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(12, 100))])
def test_a_damaged_database(forking: Warm, database: bytes, tmp_path: Path, seed: int) -> None:
    """Blocks carry checksums: what is damaged is refused when it is read; the rest may be read. No command ends in a trace or a signal."""
    path = tmp_path / "a.duckdb"
    for command in (("events", "--format", "jsonl"), ("sql", "SELECT count(*) FROM mentions"), ("code", "in.md", "--coder", "lexicon")):
        path.write_bytes(damaged(database, seed))
        (tmp_path / "in.md").write_text(story(1))
        ended = forking.start(tmp_path, *command, "--db", "a.duckdb").end()
        assert ended.code in (0, 1), (seed, command, ended)
        assert ended.code == 0 or "E20" in ended.err or "E401" in ended.err, (seed, command, ended.err)


@pytest.mark.parametrize("cut", [0, 1, 3, 5, 50, 97])
def test_a_parquet_corpus_that_was_cut(tmp_path: Path, cut: int) -> None:
    rows = 3000
    table = pa.table({"id": [f"a{n}" for n in range(rows)], "text": [story(n) for n in range(rows)], "date": ["2024-11-05"] * rows})
    path = tmp_path / "in.parquet"
    pq.write_table(table, path, row_group_size=500)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * cut // 100])
    (found,) = read_inputs([str(path)], ReadOptions(check_language=False))
    assert not isinstance(found, Document) and found.code in {"E003", "E007"}, found


@pytest.mark.parametrize("seed", range(20))
def test_a_parquet_corpus_that_is_damaged_in_its_middle(tmp_path: Path, seed: int) -> None:
    rows = 1000
    table = pa.table({"id": [f"a{n}" for n in range(rows)], "text": [story(n) for n in range(rows)]})
    path = tmp_path / "in.parquet"
    pq.write_table(table, path, row_group_size=250, compression="zstd", write_page_checksum=True)
    path.write_bytes(damaged(path.read_bytes(), 3 * seed + 2))
    found = list(read_inputs([str(path)], ReadOptions(check_language=False)))
    documents = [one for one in found if isinstance(one, Document)]
    assert len(documents) == rows or found[-1].code == "E007", found[-1]  # type: ignore[union-attr]
    assert len({one.input_id for one in documents}) == len(documents)


def test_days_that_no_calendar_has(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    pq.write_table(pa.table({"id": ["a"], "text": [story(1)], "date": pa.array([2**31 - 1], pa.int32()).cast(pa.date32())}), path)
    (found,) = read_inputs([str(path)], ReadOptions(check_language=False))
    assert not isinstance(found, Document) and found.code == "E007"


FILES = ("graph.onnx", "tables.npz", "tokenizer.json", "relation.onnx")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "model"
    shutil.copytree(packaged_folder(), folder)
    return folder


def refusal(folder: Path) -> str:
    with pytest.raises(DatelineError) as caught:
        Model(folder).marked_types(None)  # type: ignore[arg-type]
    assert caught.value.code == "E302"
    return str(caught.value)


@pytest.mark.parametrize("name", FILES)
def test_a_model_file_with_another_hash_is_not_loaded(model: Path, name: str) -> None:
    data = bytearray((model / name).read_bytes())
    data[len(data) // 2] ^= 1
    (model / name).write_bytes(bytes(data))
    assert name in refusal(model) and "its hash is not the one" in refusal(model)
    (model / name).unlink()
    assert name in refusal(model)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"name": "x"}', '{"sha256": {}}'])
def test_a_model_whose_description_is_damaged(model: Path, text: str) -> None:
    (model / "model.json").write_text(text)
    assert "model.json" in refusal(model)


class Bomb:
    """Pickled code that would leave a trace."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (open, ("exploded", "w"))  # type: ignore[return-value]


def test_a_model_with_pickled_code_is_not_run(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where somebody has written the hash of the file into the description."""
    import hashlib

    monkeypatch.chdir(tmp_path)
    with np.load(model / "tables.npz") as stored:
        tables = {name: stored[name] for name in stored.files}
    np.savez(model / "tables.npz", **{**tables, "gate.weight": np.array([Bomb()], dtype=object)})
    description = json.loads((model / "model.json").read_text())
    description["sha256"]["tables.npz"] = hashlib.sha256((model / "tables.npz").read_bytes()).hexdigest()
    (model / "model.json").write_text(json.dumps(description))
    assert pickle.dumps(Bomb())
    refusal(model)
    assert not (tmp_path / "exploded").exists()


def test_the_package_unpickles_nothing() -> None:
    package = Path(dateline.__file__).parent
    for path in package.rglob("*.py"):
        text = path.read_text("utf-8")
        assert "import pickle" not in text and "allow_pickle=True" not in text and "torch.load(" not in text.replace("torch.load(weights_only", ""), path
    assert not [path for path in package.rglob("*") if path.suffix in {".pkl", ".pickle", ".pt", ".pth", ".bin", ".joblib"}]
