"""Wrong usage in words for people: the option that is meant, the place where it stands, and no words of the libraries that check it."""

from __future__ import annotations

import pytest
from running import GOOD
from typer.testing import CliRunner

from dateline.cli import app, problems
from dateline.errors import DatelineError


def told(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments))
    assert done.exit_code == 2, done.output
    return " ".join(done.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [("code", "a.md", "--date", "12/01/2020"), ("audit", "a.md", "--date", "yesterday"), ("brief", "a.md", "--date", "2020"), ("who", "Lula", "--on", "May"),
     ("when", "last week", "--from", "1.1.21"), ("where", "Santiago", "--near", "Chile")],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_told_with_its_option(arguments: tuple[str, ...], tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    assert f"Invalid value for '{arguments[2]}':" in told(*arguments)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [(("series", "--period", "yearly"), "'year'"), (("audit", "a.md", "--format", "xml"), "'json'"), (("when", "today", "--tense", "now"), "'past'"),
     (("code", "a.md", "--engine", "dask"), "'ray'")],
)  # fmt: skip
def test_choices_are_listed_in_plain_words(arguments: tuple[str, ...], word: str) -> None:
    words = told(*arguments)
    assert word in words and "Value error" not in words and "Invalid value for '--" in words


@pytest.mark.parametrize(
    ("arguments", "usage"),
    [(("audit",), "audit [OPTIONS] INPUTS..."), (("who", "--nothing"), "who [OPTIONS] [PHRASE]"), (("corpus", "gold"), "gold [OPTIONS] FOLDER")],
)  # fmt: skip
def test_usage_lines_name_arguments_as_the_pages_do(arguments: tuple[str, ...], usage: str) -> None:
    words = told(*arguments)
    assert usage in words and "{" not in words


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--db", "b.duckdb", "series"), "series --db ..."),
        (("--db=b.duckdb", "who", "Peru"), "No such option"),  # of no use behind 'who' either
        (("--date", "2020-01-01", "audit", "a.md"), "audit --date ..."),
        (("--draws", "10"), "evaluate --draws ..."),
        (("corpus", "--out", "gold.jsonl", "gold", "folder"), "corpus gold --out ..."),
        (("--nothing", "code"), "No such option"),
    ],
)  # fmt: skip
def test_an_option_before_its_command_is_told_to_stand_behind_it(arguments: tuple[str, ...], said: str) -> None:
    assert said in told(*arguments)


def test_options_of_the_program_itself_stand_before_commands() -> None:
    assert CliRunner().invoke(app, ["--version"]).exit_code == 0
    assert CliRunner().invoke(app, ["--help"]).exit_code == 0


@pytest.mark.parametrize(
    ("code", "where"),
    [("E001", "~/notes/memo.docx"), ("E009", "~/press/*.pdf"), ("E201", "~/acts.duckdb"), ("E401", "~ana/out.html"), ("E001", "~\\memo.docx"), ("E001", "~")],
)
def test_a_home_folder_that_the_shell_left_as_it_is_is_told(code: str, where: str) -> None:
    line = problems.line(DatelineError(code, where).to_problem())
    assert "write the path in full" in line and where in line


@pytest.mark.parametrize(("code", "where"), [("E001", "~$memo.docx"), ("E001", "press/~old/memo.docx"), ("E001", "memo~"), ("E003", "~/memo.docx"), ("E205", "~/x")])
def test_other_names_with_a_tilde_are_none(code: str, where: str) -> None:
    assert "write the path in full" not in problems.line(DatelineError(code, where).to_problem())


@pytest.mark.parametrize(
    ("phrase", "said"),
    [("mañana", "no date is read in it"), ("the embassy", "no date is read in it"), ("yesterday", "--from"), ("on Sunday", "--from"), ("three weeks ago", "--from")],
)
def test_when_asks_for_a_day_only_where_one_would_help(phrase: str, said: str) -> None:
    done = CliRunner().invoke(app, ["when", phrase])
    assert done.exit_code == 0 and said in done.stdout
