"""A folder, or no name, in place of the database's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.store.duckdb import Database


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("name", [".", "/", "", "..", "kept"])
def test_a_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, read_only: bool) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kept").mkdir()
    with pytest.raises(DatelineError) as caught, Database(name, read_only):
        pass
    assert (caught.value.code, caught.value.found) == ("E201", "it is a folder")
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]


def test_the_folder_of_a_run_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "_manifest.json").write_text("{}")
    with pytest.raises(DatelineError, match="folder of a run"), Database(tmp_path, True):
        pass
