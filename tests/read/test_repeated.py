"""Lines of a corpus that share an id: none is lost, and it is said."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dateline.read.repeated import text_key, with_copies, with_repeated_ids
from dateline.scale.target import LocalTarget
from dateline.scale.twice import twice_in
from dateline.scale.work import FileHash, PartDone, checkpoint_name
from dateline.types import Document, Problem


def test_each_document_after_the_first_of_an_id_has_a_warning() -> None:
    rows = [("1", "a"), ("2", "b"), ("3", "a"), ("1", "a")]
    failed = Problem("E007", "error", "x:9", "malformed", "mend it")
    found = list(with_repeated_ids([failed, *(Document(doc_id, input_id, "Text.", "0" * 64) for doc_id, input_id in rows)]))
    assert found[0] == failed and [one.doc_id for one in found[1:] if isinstance(one, Document)] == ["1", "2", "3", "1"]
    said = [[problem.code for problem in one.problems] for one in found if isinstance(one, Document)]
    assert said == [[], [], ["W105"], ["W105"]]
    details = [problem.detail for one in found if isinstance(one, Document) for problem in one.problems]
    assert "stored once" not in details[0] and "stored once" in details[1]


def test_each_copy_of_a_text_is_told_of_once() -> None:
    day = date(2024, 5, 1)
    one = ("1", "a.md", "One.", None)
    rows = [one, ("2", "b.md", "One.", None), ("3", "c.md", "Two.", None), ("4", "d.md", "One.", day), ("5", "e.md", "Old.", day), one]
    documents = [Document(doc_id, name, text, "0" * 64, published=published) for doc_id, name, text, published in rows]
    stored = {text_key("Old.", day): "before.md", text_key("Two.", None): "c.md"}
    found = [item for item in with_copies(documents, lambda: stored) if isinstance(item, Document)]
    said = {item.input_id: [(problem.code, problem.detail.rpartition("(")[2]) for problem in item.problems] for item in found}
    assert said == {"a.md": [], "b.md": [("W133", "a.md)")], "c.md": [], "d.md": [], "e.md": [("W133", "before.md)")]}


@pytest.mark.parametrize("version", [1, 2])
def test_ids_and_texts_that_documents_of_different_parts_share_are_found(tmp_path: Path, version: int) -> None:
    target, parts = LocalTarget(str(tmp_path)), {}
    for number, (ids, texts) in enumerate(((["a", "b"], ["A.", "B."]), (["c", "b"], ["C.", "B, again."]), (["a", "d"], ["A, later.", "C."]))):
        doc_ids, name = [f"{number}{one}" for one in ids], f"_documents/part-{number:06d}.parquet"
        part = PartDone(number, 2, 2, 0, 0, 0, 0, "", (FileHash(f"part-{number:06d}.parquet", 0, ""), FileHash(name, 0, "")))
        if version == 1:
            stream = io.BytesIO()
            pq.write_table(pa.table({"doc_id": doc_ids, "input_id": ids, "text": texts, "published": pa.array([None, None], pa.date32())}), stream)
            target.write(name, stream.getvalue())
            checkpoint = json.loads(part.to_json(()))
            del checkpoint["version"], checkpoint["texts"]
            target.write(checkpoint_name(number), json.dumps(checkpoint).encode())
        else:
            target.write(checkpoint_name(number), part.to_json([(doc, one, text_key(text, None)) for doc, one, text in zip(doc_ids, ids, texts, strict=True)]))
        assert PartDone.from_json(target.read(checkpoint_name(number)) or b"") == part
        parts[number] = part
    found = {number: [(one.code, one.doc_id) for one in said] for number, said in twice_in(target, parts).items()}
    assert found == {1: [("W105", "1b")], 2: [("W105", "2a"), ("W133", "2d")]}
    assert twice_in(target, {0: parts[0]}) == {}


def test_a_checkpoint_of_a_later_version_is_none() -> None:
    later = json.loads(PartDone(0, 2, 2, 0, 0, 0, 0, "", ()).to_json(()))
    assert PartDone.from_json(json.dumps({**later, "version": 3, "more": 1}).encode()) is None
