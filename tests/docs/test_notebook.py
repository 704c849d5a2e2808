"""The example notebook runs from its first cell to its figure."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from blocks import ROOT

NOTEBOOK = ROOT / "docs" / "notebook" / "error_figure.py"
#: Enough passages for every stage, few enough for a test.
PASSAGES = 24


def test_the_notebook_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    spec = importlib.util.spec_from_file_location("error_figure", NOTEBOOK)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    _, found = module.app.run(defs={"limit": PASSAGES})
    table = found["table"]
    assert len(found["passages"]) == PASSAGES
    assert table.height == 16 and table["coded"].sum() > PASSAGES
    assert ((table["low"] <= table["expected"]) & (table["expected"] <= table["high"])).all()
    assert 0 < found["inside"] <= 16
    assert Path(found["figure"]).read_text("utf-8").startswith("<svg")
