"""The packages that the page for engineers writes work: its reader reads, its coder codes, its exporter writes, through their entry points."""

from __future__ import annotations

import importlib.metadata
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from blocks import DOCS, examples, prepare, run_page
from typer.testing import CliRunner

import dateline
import dateline.coders
import dateline.store.exporters
from dateline.cli import app
from dateline.read import registry

CABLE = """== Envoys leave

Kenya expelled two Russian diplomats on Monday. Ethiopia condemned the decision of the government in Nairobi, and Uganda asked both to talk.
"""


@dataclass(frozen=True, slots=True)
class Point:
    """An entry point as another package would declare it."""

    name: str
    value: Any

    def load(self) -> Any:
        return self.value


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder, with the page's extensions installed."""
    page = DOCS / "howto" / "engineer.md"
    prepare(tmp_path, page)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "page"}
    assert run_page(page, names) == len(examples(page))
    points = {
        "dateline.readers": [Point("cable", names["CABLE"])],
        "dateline.coders": [Point("careful", names["Careful"]), Point("visits", names["Visits"])],
        "dateline.exporters": [Point("arrows", names["ARROWS"])],
    }

    def installed(group: str) -> list[Point]:
        return points[group]

    monkeypatch.setattr(importlib.metadata, "entry_points", installed)
    monkeypatch.setattr(dateline.coders, "entry_points", installed)
    monkeypatch.setattr(dateline.store.exporters, "entry_points", installed)
    registry.readers.cache_clear()
    yield Path.cwd()
    registry.readers.cache_clear()


def test_the_extensions_of_the_page_work(written: Path) -> None:
    (written / "a.cable").write_text(CABLE, encoding="utf-8")
    arguments = ["code", "a.cable", "--coder", "careful", "--date", "2024-11-20", "--format", "jsonl", "--db", "a.duckdb"]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    records = [json.loads(line) for line in io.StringIO(done.output) if line.startswith("{")]
    assert {record["type"] for record in records} >= {"SANCTION", "ACCUSE"}
    assert all(record["confidence"] >= 0.5 and "careful-lexicon 1.0" in record["coder"] for record in records)
    assert all(record["sentence"]["kind"] == "body" for record in records if record["type"] == "SANCTION")
    sent = CliRunner().invoke(app, ["export", "--format", "arrows", "--db", "a.duckdb"])
    assert sent.exit_code == 0 and "KEN>RUS:SANCTION" in sent.output, sent.output


def test_the_coder_of_the_page_that_stands_alone_codes(written: Path) -> None:
    (written / "a.txt").write_text("The Kenyan president visited Uganda on Monday. It rained. Rwanda expelled two envoys.", encoding="utf-8")
    (act,) = dateline.code(dateline.read("a.txt", published="2024-11-20"), coder="visits").mentions
    assert (act.type, [one.country for one in act.actors], [one.country for one in act.recipients]) == ("CONSULT", ["KEN"], ["UGA"])
