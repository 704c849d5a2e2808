"""Databases of every earlier schema, kept as SQL text, open with all their rows and the tables of today."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from stored import coded, run

from dateline.store.duckdb import Database
from dateline.store.migrations import MIGRATIONS, latest
from dateline.types import EventMention

SCHEMAS = Path(__file__).parent / "schemas"
VERSIONS = sorted(int(path.stem.removeprefix("version-")) for path in SCHEMAS.glob("version-*.sql"))
#: What a version did not keep yet comes back as nothing.
RESOLUTIONS, BEARINGS = 2, 3
COLUMNS = "SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"


def made(folder: Path, version: int) -> Path:
    """A database of an earlier schema."""
    path = folder / "old.duckdb"
    with duckdb.connect(str(path)) as old:
        old.execute((SCHEMAS / f"version-{version}.sql").read_text("utf-8"))
    return path


def bare(one: EventMention, version: int) -> EventMention:
    """A mention without what the version has no columns for."""
    sources = one.sources if version >= BEARINGS else tuple(replace(link, bearing=None) for link in one.sources)
    one = replace(one, sources=sources)
    if version >= RESOLUTIONS:
        return one
    parties = {role: tuple(replace(p, method="unknown", candidates=()) for p in getattr(one, role)) for role in ("actors", "recipients")}
    place = one.place and replace(one.place, method="unknown", score=0.0, candidates=())
    said = one.attribution
    if said is not None:
        via = said.via and replace(said.via, method="unknown", score=0.0, candidates=())
        said = replace(said, method="unknown", score=0.0, candidates=(), via=via)
    return replace(one, **parties, place=place, attribution=said)


def test_every_version_is_kept() -> None:
    assert [one.number for one in MIGRATIONS] == VERSIONS, "run scripts/freeze_schema.py"


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("read_only", [True, False])
def test_an_earlier_database_opens_with_all_its_rows(tmp_path: Path, version: int, read_only: bool) -> None:
    path = made(tmp_path, version)
    with Database(tmp_path / "new.duckdb") as new:
        columns = new.read(COLUMNS).to_pylist()
    with Database(path, read_only=read_only) as db:
        assert db.read("SELECT max(number) AS n FROM schema_version").to_pylist() == [{"n": latest()}]
        assert db.read(COLUMNS).to_pylist() == columns
        assert [one.doc_id for one in db.documents()] == ["d1", "d2"]
        for doc, name in (("d1", "a.md"), ("d2", "b.md")):
            found = db.load_coded(doc)
            assert found is not None and found.document == coded(doc, name).document
            assert [bare(one, version) for one in found.mentions] == [bare(one, version) for one in coded(doc, name).mentions]
        assert db.read("SELECT count(DISTINCT act_id) AS n FROM acts").to_pylist() == [{"n": 6}]


@pytest.mark.parametrize("version", VERSIONS)
def test_an_earlier_database_goes_on_to_be_written(tmp_path: Path, version: int) -> None:
    path = made(tmp_path, version)
    with Database(path) as db:
        db.write(coded("d1", "a.md"), run())
        db.write(coded("d3", "c.md"), run())
        assert db.load_coded("d1") == coded("d1", "a.md")
        assert db.forget("d2") == ("d2",)
    with Database(path, read_only=True) as db:
        assert [one.doc_id for one in db.documents()] == ["d1", "d3"]


def test_a_migration_that_is_cut_off_is_done_by_the_next_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.store import migrations

    path = made(tmp_path, VERSIONS[0])
    broken = replace(MIGRATIONS[-1], sql=MIGRATIONS[-1].sql + "; SELECT nothing FROM nowhere;")
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "MIGRATIONS", (*MIGRATIONS[:-1], broken))
        with pytest.raises(Exception, match="E201"), Database(path):
            pass
    with Database(path) as db:
        assert db.read("SELECT max(number) AS n FROM schema_version").to_pylist() == [{"n": latest()}]
        assert len(db.documents()) == 2
