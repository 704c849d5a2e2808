"""Loading a run says what is wrong with its inputs: one line for each kind, with the first inputs named."""

from __future__ import annotations

import pytest

from dateline.cli.problems import tell_kind
from dateline.errors import problem
from dateline.scale.loading import KEPT, Said


def test_the_first_inputs_are_kept_and_all_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said()
    for part in range(3):
        said.take([problem("E003", f"wire.jsonl:{part * 10 + line}") for line in range(10)], 10)
    assert (len(said.first), said.inputs) == (KEPT, 30)
    tell_kind(said.first, said.inputs)
    told = capsys.readouterr().err
    assert "wire.jsonl:19 and 10 more: the file or line is empty; " in told and "wire.jsonl:20" not in told


def test_an_input_is_named_once() -> None:
    said = Said()
    said.take([problem("W104", "a.md", "note 1")], 1)
    said.take([problem("W104", "a.md", "note 2"), problem("W104", "b.md", "note 1")], 1)
    assert [one.input_id for one in said.first] == ["a.md", "b.md"]
