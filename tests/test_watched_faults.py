"""A document that cannot be coded is tried once by each version of program and coder."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli.watch import _known
from dateline.pipeline import CodeOptions, Pipeline
from dateline.read import ReadOptions
from dateline.store.duckdb import Database
from dateline.storing import run_and_store
from dateline.types import Document, Problem
from dateline.watch import FolderSource


def test_it_is_passed_over_until_the_program_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.md").write_text("Norway recalled its envoy from Chad on 3 May 2024.")
    database, pipeline = tmp_path / "acts.duckdb", Pipeline(CodeOptions(coder="lexicon"))

    def look(program: str) -> list[Document | Problem]:
        with Database(database) as opened:
            known = _known(opened, program)
        return list(FolderSource(str(tmp_path / "inbox"), ReadOptions(), settle=False).look(known))

    monkeypatch.setattr(pipeline.coder, "acts", lambda sentences: None)
    found = look(pipeline.coder_name)
    assert [one.code for one in run_and_store(pipeline, found, str(database)) if isinstance(one, Problem)] == ["E310"]
    assert look(pipeline.coder_name) == [] and look("another program") == found
