"""A small corpus of one's own: its errors are not drowned in quotas, and no figure is given that rests on nothing."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from typer.testing import CliRunner

from dateline.cli.corpus import corpus
from dateline.training.tuning import tune

PASSAGE = "=== wire | 2020-05-04\nS Norway and Chad signed a fishing treaty in Oslo.\n! signed | SUPPORT//{} | a=Norway NOR.GOV ; Chad TCD.GOV\n"


def checked(folder: Path, *options: str) -> tuple[int, list[str]]:
    done = CliRunner().invoke(corpus, ["check", str(folder), *options])
    return done.exit_code, done.output.splitlines()


def test_quotas_are_counted_and_listed_where_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(PASSAGE.format("057"))
    code, (line,) = checked(tmp_path)
    assert code == 0 and line.startswith("1 file, 0 errors, ") and line.endswith("not reached (--complete lists them)")
    code, listed = checked(tmp_path, "--complete")
    assert code == 1 and "lacking: passages: 1 of 800" in listed and listed[-1].endswith("not reached")


def test_an_error_is_all_that_is_listed(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(PASSAGE.format("57"))
    code, lines = checked(tmp_path)
    assert code == 1 and len(lines) == 2 and lines[0].startswith("wrong: 57 is not a CAMEO code")


def test_without_passages_that_are_held_out_there_is_no_figure() -> None:
    coder: Any = None
    blank: Any = SimpleNamespace(annotated=False, sentence=SimpleNamespace(tokens=()))
    for examples in ([], [blank]):
        found = tune(coder, examples)
        assert (found.thresholds, found.scores, found.calibration) == ({}, {}, ((0.0, 0.0), (1.0, 1.0)))
