"""``dateline audit`` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

from running import dateline_

PAPER = """---
title: A Paper on Matters
date: 2024-12-31
---

# A Paper on Matters

Peru closed the mine.[^1] Kenya deported 38 traders.[^2]

[^1]: “Peru Mulls Closing Mine,” Reuters, May 3, 2024.
[^2]: “Kenya Deports 83 Traders,” Yonhap, The Korea Times, May 3, 2024.
"""
CLEAN = PAPER.replace("Mulls Closing", "Closes").replace("83", "38")


def test_report_json_page_and_exit_codes(tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text(PAPER, encoding="utf-8")
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8")
    done = dateline_(tmp_path, "audit", "paper.md", "--html", "page.html")
    assert done.returncode == 0, done.stderr
    assert "A hedge of the headline was dropped (1)" in done.stdout and "[n. 2] Kenya deported 38 traders." in done.stdout
    assert "2 news agencies" in done.stdout and "are behind 50% of them each" in done.stdout
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert dateline_(tmp_path, "audit", "clean.md", "--strict").returncode == 0
    strict = dateline_(tmp_path, "audit", "clean.md", "paper.md", "--strict", "--format", "json")
    assert strict.returncode == 1
    records = [json.loads(line) for line in strict.stdout.splitlines()]
    assert [[one["kind"] for one in record["findings"]] for record in records] == [[], ["hedge", "number"]]


def test_wrong_usage_and_missing_files(tmp_path: Path) -> None:
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8")
    assert dateline_(tmp_path, "audit", "clean.md", "--comments", "copy.docx").returncode == 2
    missing = dateline_(tmp_path, "audit", "nowhere.md")
    assert missing.returncode == 1 and "[E001]" in missing.stderr


def test_what_reading_warns_of_is_told(tmp_path: Path) -> None:
    text = CLEAN.partition("---\n\n")[2].replace("Peru closed", "December 2024\n\nPeru closed")
    (tmp_path / "month.md").write_text(text, encoding="utf-8")
    done = dateline_(tmp_path, "audit", "month.md")
    assert "document of 2024-12-31, the last day of the month that its text names" in done.stdout
    assert "[W127]" in done.stderr and "[W10" not in done.stderr
