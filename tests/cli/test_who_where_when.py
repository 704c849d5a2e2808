"""who, where and when: answers for a reader, JSON lines for files, unknown phrases, malformed lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from running import dateline_, records


def answers(folder: Path, command: str, lines: str, *more: str) -> list[dict[str, Any]]:
    (folder / "phrases.txt").write_text(lines, encoding="utf-8")
    done = dateline_(folder, command, "--file", "phrases.txt", "--format", "jsonl", *more)
    assert done.returncode == 0, done.stderr
    return records(done.stdout)


def test_who_reads_for_a_reader(tmp_path: Path) -> None:
    done = dateline_(tmp_path, "who", "Yoon Suk Yeol", "--on", "2024-11-16")
    assert done.returncode == 0
    first, score, *rest = done.stdout.splitlines()
    assert first == "Yoon Suk Yeol: Yoon Suk Yeol, KOR GOV"
    assert score.strip() == "score 0.95, method: person"
    assert any("president, 2022-05-10 to 2025-04-04" in line for line in rest)


def test_who_answers_a_line_a_phrase_with_its_own_day_and_countries(tmp_path: Path) -> None:
    lines = "Biden\t2012-05-05\nBiden\t2018-05-05\nBiden\npolice\t\tKEN\nxyzzy plugh\n\nKremlin"
    found = answers(tmp_path, "who", lines, "--on", "2022-05-05")
    assert [(one["input"], one["country"], one["sector"]) for one in found] == [
        ("Biden", "USA", "GOV"),
        ("Biden", "USA", "ELI"),
        ("Biden", "USA", "GOV"),
        ("police", "KEN", "COP"),
        ("xyzzy plugh", None, None),
        ("", None, None),
        ("Kremlin", "RUS", "GOV"),
    ]
    assert list(found[0]) == ["input", "name", "country", "sector", "sectors", "score", "method", "candidates"]
    assert found[4]["name"] is None and found[4]["score"] is None and found[4]["sectors"] == []
    assert len(found[0]["candidates"]) > 1 and found[0]["candidates"][0]["name"] == "Joe Biden"


def test_where(tmp_path: Path) -> None:
    done = dateline_(tmp_path, "where", "Tripoli", "--near", "LBN")
    assert done.returncode == 0 and done.stdout.startswith("Tripoli: Tripoli, LBN, city\n")
    assert "LBY" in done.stdout
    found = answers(tmp_path, "where", "Tripoli\nTripoli\t\tLBN\nQwxyzzville\nKano state\n")
    assert [one["country"] for one in found] == ["LBY", "LBN", None, "NGA"]
    keys = ["input", "name", "country", "geonames_id", "lat", "lon", "kind", "score"]
    assert list(found[0])[:8] == keys and list(found[0])[-1] == "candidates"
    assert all(found[2][key] is None for key in keys[1:])
    assert (found[3]["kind"], found[3]["approximate"]) == ("division", True)


def test_when(tmp_path: Path) -> None:
    done = dateline_(tmp_path, "when", "last Tuesday", "--from", "2024-11-20")
    assert done.returncode == 0 and done.stdout.startswith("last Tuesday: 2024-11-19\n")
    assert "2024-11-12" in done.stdout, "that of the week before is named too"
    found = answers(tmp_path, "when", "last Tuesday\t2024-11-20\nyesterday\n2019\non Friday\t2024-11-20\n")
    assert [(one["earliest"], one["latest"], one["precision"], one["basis"]) for one in found] == [
        ("2024-11-19", "2024-11-19", "day", "relative"),
        (None, None, None, None),
        ("2019-01-01", "2019-12-31", "year", "explicit"),
        ("2024-11-15", "2024-11-15", "day", "relative"),
    ]
    assert [one["tense"] for one in found[3]["candidates"]] == ["past", "future"]
    beside = answers(tmp_path, "when", "the same day\t2024-11-20\ntwo days later\t2024-11-20\n")
    assert [one["earliest"] for one in beside] == ["2024-11-20", "2024-11-22"]
    assert answers(tmp_path, "when", "on Friday\t2024-11-20\n", "--tense", "future")[0]["earliest"] == "2024-11-22"


def test_standard_input(tmp_path: Path) -> None:
    done = dateline_(tmp_path, "who", "--file", "-", "--format", "jsonl", stdin="Kyiv\r\nÉlysée\r\n".encode())
    assert [(one["input"], one["country"]) for one in records(done.stdout)] == [("Kyiv", "UKR"), ("Élysée", "FRA")]


def test_a_malformed_line_is_answered_with_nulls_and_named(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text("Kyiv\nParis\tsoon\nOslo\t2020-01-01\tNorway\nLima\n", encoding="utf-8")
    done = dateline_(tmp_path, "who", "--file", "p.txt", "--format", "jsonl")
    assert done.returncode == 1
    assert [(one["input"], one["country"]) for one in records(done.stdout)] == [("Kyiv", "UKR"), ("Paris", None), ("Oslo", None), ("Lima", "PER")]
    assert [line.split(": ")[2] for line in done.stderr.splitlines() if line.endswith("[E321]")] == ["p.txt, line 2", "p.txt, line 3"]


@pytest.mark.parametrize(
    "arguments",
    [["who"], ["who", "Paris", "--file", "p.txt"], ["who", "Biden", "--on", "soon"], ["where", "Tripoli", "--near", "Lebanon"], ["when", "today", "--from", "x"]],
)
def test_wrong_usage(tmp_path: Path, arguments: list[str]) -> None:
    done = dateline_(tmp_path, *arguments)
    assert done.returncode == 2 and done.stderr.strip() and not done.stdout


def test_a_missing_file_is_a_coded_error(tmp_path: Path) -> None:
    done = dateline_(tmp_path, "where", "--file", "none.txt")
    assert done.returncode == 1 and "E001" in done.stderr


def test_own_actors(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text('[[actor]]\nname = "Blue Front"\ncountry = "TCD"\nsectors = ["REB"]\n', encoding="utf-8")
    assert dateline_(tmp_path, "who", "the Blue Front", "--actors", "my.toml").stdout.startswith("the Blue Front: Blue Front, TCD REB\n")
    (tmp_path / "bad.toml").write_text('\n[[actor]]\nname = "Blue Front"\ncountry = "XQZ"\nsectors = ["REB"]\n', encoding="utf-8")
    done = dateline_(tmp_path, "who", "the Blue Front", "--actors", "bad.toml")
    assert done.returncode == 1 and "E320" in done.stderr and "line 2" in done.stderr and "XQZ" in done.stderr


def test_a_country_near_that_no_country_is(tmp_path: Path) -> None:
    done = dateline_(tmp_path, "where", "Tripoli", "--near", "XYZ")
    assert done.returncode == 2
    assert "no country has the code 'XYZ'" in done.stderr


def test_when_an_end_or_a_beginning_is_the_coming_one_unless_a_tense_is_asked_for(tmp_path: Path) -> None:
    lines = "until June 24\t2025-06-12\neffective July 1\t2025-06-12\nuntil May 24\t2025-06-12\nuntil Friday\t2025-06-12\n"
    found = answers(tmp_path, "when", lines)
    assert [one["earliest"] for one in found] == ["2025-06-24", "2025-07-01", "2025-05-24", "2025-06-13"]
    assert [one["tense"] for one in found[0]["candidates"]] == ["future", "past"]
    assert answers(tmp_path, "when", "until June 24\t2025-06-12\n", "--tense", "past")[0]["earliest"] == "2024-06-24"
