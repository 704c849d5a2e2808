"""Pages that repeat a figure of the page on error rates say what it says (``scripts/error_rates.py`` writes them together)."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/explanation/error-rates.md").read_text("utf-8")


def told(measure: str) -> tuple[str, str]:
    """The cells of a measure: test split and news."""
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {measure} |"))
    test, news = row.strip("| ").split(" | ")[1:]
    return test, news


ACTS, TRIPLES = told("trigger and type, F1"), told("(actor country, type, recipient country), F1")


def test_the_readme_repeats_the_figures_of_the_page() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    part = text[text.index("## How good is it") :].split("\n## ")[0]
    figures = re.findall(r"(?<![\d.-])0\.\d\d(?![\d-])", part)
    assert figures == [cell.split()[0] for cell in (*ACTS, *TRIPLES)]


@pytest.mark.parametrize("page", ["docs/comparison.md"])
def test_other_pages_repeat_the_figures_with_their_interval(page: str) -> None:
    assert f"test split, F1 | {ACTS[0]} |" in (ROOT / page).read_text("utf-8")
