"""Targets: files are whole or not there, on the local file system and on those of fsspec."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest
import runs_of as making

from dateline.errors import DatelineError
from dateline.pipeline import CodeOptions
from dateline.read import ReadOptions
from dateline.scale.manifest import NAME, Manifest, Settings
from dateline.scale.pool import ProcessRunner
from dateline.scale.run import plan_run, run_manifest
from dateline.scale.target import FsspecTarget, LocalTarget, Target, is_url, open_target


@pytest.fixture(params=["local", "memory", "localfs"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Target:
    if request.param == "local":
        return open_target(str(tmp_path / "out"))
    if request.param == "memory":
        return open_target(f"memory://{tmp_path.name}")
    return FsspecTarget(f"file://{tmp_path}/out")  # a file system where fsspec does not write whole files


def test_write_read_and_list(target: Target) -> None:
    assert target.read("a.json") is None and target.sizes("sub") == {}
    target.write("sub/a.json", b"1")
    target.write("sub/a.json", b"22")
    target.write("b", b"333")
    assert target.read("sub/a.json") == b"22"
    assert target.sizes("sub") == {"a.json": 2}
    assert target.sizes("") == {"b": 3}


def test_what_a_killed_writer_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / ".a.new-1").write_bytes(b"half")
    LocalTarget(str(tmp_path)).write("a", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_target_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DatelineError, match="E401"):
        LocalTarget(str(tmp_path / "file")).write("a", b"")
    with pytest.raises(DatelineError, match="E40"):
        open_target("nonesuch://x/y")


@pytest.mark.parametrize(("path", "expected"), [("s3://b/x", True), ("memory://x", True), ("C:\\out", False), ("out/", False), ("/a:b", False)])
def test_urls(path: str, expected: bool) -> None:
    assert is_url(path) is expected


def test_a_run_into_memory_is_the_run_into_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    making.corpus(tmp_path, parts=1)
    monkeypatch.chdir(tmp_path)
    settings = Settings.of(CodeOptions(coder="lexicon"), ReadOptions())
    manifest = plan_run(["corpus.jsonl"], settings)
    url = f"memory://{tmp_path.name}"
    for where in (url, "out"):
        run_manifest(manifest, where, ProcessRunner())
    written = making.files(tmp_path / "out")
    stored = open_target(url)
    assert {name: stored.read(name) for name in written} == written
    assert pq.read_table(tmp_path / "out").num_rows > 0
    assert Manifest.from_json(written[NAME], NAME) == manifest


def test_an_altered_manifest_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    making.corpus(tmp_path, parts=1)
    monkeypatch.chdir(tmp_path)
    content = plan_run(["corpus.jsonl"], Settings.of(CodeOptions(coder="lexicon"), ReadOptions())).to_json()
    for broken in (content.replace(b"lexicon", b"trained"), b"{}", b"no"):
        with pytest.raises(DatelineError, match="E405"):
            Manifest.from_json(broken, "m")
