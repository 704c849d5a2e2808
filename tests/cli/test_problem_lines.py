"""How problems are told to a person."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import pytest

from dateline.cli.problems import lines, tell, unread
from dateline.errors import DatelineError, problem
from dateline.read import read


def test_problems_of_one_kind_are_one_line() -> None:
    found = [problem("W103", "a.pdf", f"note {number}") for number in range(2, 8)]
    (line,) = lines(found)
    assert line.startswith("warning: a.pdf: a note has no marker in the text (note 2, note 3, note 4 and 3 more); ")
    assert line.endswith("[W103]")


def test_kinds_and_inputs_stay_apart() -> None:
    found = [problem("W103", "a.pdf", "note 2"), problem("W103", "b.pdf", "note 2"), problem("W102", "a.pdf"), problem("W103", "a.pdf", "note 3")]
    assert [line.split(";")[0] for line in lines(found)] == [
        "warning: a.pdf: a note has no marker in the text (note 2, note 3)",
        "warning: b.pdf: a note has no marker in the text (note 2)",
        "warning: a.pdf: the publication date is unknown",
    ]


def test_inputs_that_were_not_read_are_counted_once() -> None:
    errors = [DatelineError("E003", "a").to_problem(), DatelineError("E007", "a").to_problem(), DatelineError("E023", "b").to_problem()]
    assert unread(errors) == "; 2 inputs could not be read"
    assert unread(errors[:1]) == "; 1 input could not be read"
    assert unread([problem("W102", "a")]) == ""


def test_a_date_unknown_in_many_inputs_is_one_line() -> None:
    (line,) = lines([problem("W102", f"row {number}") for number in range(1, 7)])
    assert line.startswith("warning: row 1, row 2, row 3, row 4, row 5, row 6: the publication date is unknown; ")
    (line,) = lines([problem("W102", f"row {number}") for number in range(1, 31)])
    assert "row 20 and 10 more: the publication date is unknown; " in line


def test_a_wrong_value_points_to_the_help_of_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    tell(DatelineError("E205", "soon"), "brief")
    tell(DatelineError("E205", "soon", "no day", "write a day"), "brief")
    assert [line.rpartition("; ")[2] for line in capsys.readouterr().err.splitlines()] == ["see 'dateline brief --help' [E205]", "write a day [E205]"]


def test_a_log_is_told_how_far_it_is(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    coding = import_module("dateline.cli.code")  # the package has its function under this name
    clock = iter(range(0, 1000, 50))
    monkeypatch.setattr(coding.time, "monotonic", lambda: float(next(clock)))
    documents = [read(b"Peru left the talks.", input_id=f"{name}.txt") for name in "abc"]
    documents[2] = replace(documents[2], text="x" * 600_000)
    assert list(coding._told(documents)) == documents
    assert capsys.readouterr().err.splitlines() == ["dateline: 2 documents, now b.txt", "dateline: c.txt: 0.6 million characters; this takes some minutes"]


def test_a_bracket_of_several_details_is_closed() -> None:
    found = [problem("E007", f"n.jsonl:{number}", detail) for number, detail in enumerate(("no text", "not JSON: at 3 (char 2)"))]
    (line,) = lines([replace(one, input_id="n.jsonl") for one in found])
    assert "malformed (no text, not JSON: at 3 (char 2));" in line
