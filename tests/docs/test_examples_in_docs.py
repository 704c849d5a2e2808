"""The examples of the documentation run, and print what the pages say."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocks import DOCS, Block, blocks, examples, matches, pages, prepare, run_console, run_page, says_where


@pytest.mark.parametrize("page", [page for page in pages() if examples(page)], ids=lambda page: page.stem)
def test_examples_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(tmp_path, page)
    monkeypatch.chdir(tmp_path)
    for name in ("DATELINE_DB", "DATELINE_PARSER"):
        monkeypatch.delenv(name, raising=False)
    assert run_page(page, {"__name__": "page"}) > 0


@pytest.mark.parametrize("page", sorted((DOCS / "howto").glob("*.md")), ids=lambda page: page.stem)
def test_a_how_to_says_where_its_examples_run(page: Path) -> None:
    assert says_where(page), page
    assert blocks(page).__next__().text.startswith("$ mkdir"), f"{page}: its folder is made first"


def test_a_block_that_is_not_run_says_why() -> None:
    for page in pages():
        for block in blocks(page):
            assert block.skipped is None or len(block.skipped.split()) >= 2, block


def test_no_example_hides_in_another_block() -> None:
    """Commands with ``$`` stand in console blocks, so that they are run or a reason is given."""
    for page in pages():
        for block in blocks(page):
            assert block.language == "console" or "\n$ " not in "\n" + block.text, block


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [("a ... c", "a b c", True), ("a\n...\nc", "a\nb\nb\nc", True), ("a", "b", False), ("a b", "a  b", False), ("", "x", True), ("a\n...", "b\nc", False)],
)
def test_outputs_are_compared(shown: str, printed: str, same: bool) -> None:
    assert matches(shown, printed) is same


def test_a_wrong_output_fails(tmp_path: Path) -> None:
    page = Path(__file__).parents[2] / "docs" / "index.md"
    with pytest.raises(AssertionError, match="the page has"):
        run_console(Block(page, 1, "console", "$ dateline --version\nsomething else\n", None))
    with pytest.raises(AssertionError, match="No such command"):
        run_console(Block(page, 1, "console", "$ dateline nosuchcommand\n", None))
