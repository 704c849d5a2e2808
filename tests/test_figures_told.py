"""Pages that repeat a figure of the page on error rates say what it says (``scripts/error_rates.py`` writes them together)."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/explanation/error-rates.md").read_text("utf-8")


def told(measure: str) -> tuple[str, str]:
    """The cells of a measure: test split and news."""
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {measure} |"))
    _, _, test, news, _ = (cell.strip() for cell in row.split("|"))
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


def newest(words: str) -> str:
    """The last cell of the last row of the results that begins with these words: the newest stand of a measure."""
    rows = [line for line in (ROOT / "bench/RESULTS.md").read_text("utf-8").splitlines() if line.startswith("| test split") and f": {words} |" in line]
    return rows[-1].strip("| ").split(" | ")[-1]


def figures(cell: str) -> list[Decimal]:
    """A figure and, where they stand beside it, the bounds of its interval: "**0.782** [0.760-0.804]"."""
    return [Decimal(one) for one in re.findall(r"\d\.\d+", cell)]


def is_told(page: str, result: str) -> bool:
    """Whether a page's figure of two places is the result of three, with its interval where both have one (the half may be rounded either way)."""
    pairs = list(zip(figures(page), figures(result), strict=False))
    return bool(pairs) and all(abs(one - other) <= Decimal("0.005") for one, other in pairs)


def test_the_page_has_the_newest_figures() -> None:
    measures = ("modes, mean F1", "attributed, F1", "speaker's country, share right", "status, mean F1")
    said = [ACTS[0], TRIPLES[0], *(told(measure)[0] for measure in measures)]
    found = [one for words in ("trigger+type / triple", "modes / attributed / speaker's country / status") for one in newest(words).split(" / ")]
    assert [(page, result) for page, result in zip(said, found, strict=True) if not is_told(page, result)] == []


def test_the_model_card_has_the_newest_figures() -> None:
    card = (ROOT / "docs/model-card.md").read_text("utf-8")
    rows = {line.strip("| ").split(" | ")[0]: line.strip("| ").split(" | ")[-1] for line in card.splitlines() if line.startswith("| ")}
    said = [rows["corpus test split: trigger+type F1"], rows["(country, type, country) F1"]]
    assert all(is_told(page, result) for page, result in zip(said, newest("trigger+type / triple").split(" / "), strict=True)), said
    modes, attributed, _, status = newest("modes / attributed / speaker's country / status").split(" / ")
    three = rows["modes / status macro-F1 / attributed F1"].split(" / ")
    assert all(is_told(page, result) for page, result in zip(three, (modes, status, attributed), strict=True)), three


@pytest.mark.parametrize(
    ("page", "result", "same"),
    [("0.86 (0.80-0.90)", "**0.855** [0.803-0.900]", True), ("0.85", "0.855", True), ("0.84", "0.855", False),
     ("0.86 (0.81-0.91)", "0.855 [0.803-0.900]", False), ("", "0.5", False)],
)  # fmt: skip
def test_figures_are_compared(page: str, result: str, same: bool) -> None:
    assert is_told(page, result) is same


def test_pages_that_tell_a_speed_point_to_one_another() -> None:
    telling = [page for page in sorted((ROOT / "docs").rglob("*.md")) if re.search(r"\d sentences a second", page.read_text("utf-8"))]
    assert [page.name for page in telling] == ["cluster.md", "comparison.md"]
    assert "comparison.md#measured" in telling[0].read_text("utf-8") and "cluster.md#" in telling[1].read_text("utf-8")
