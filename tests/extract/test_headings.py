"""Lines that only name what the text below them is about."""

from __future__ import annotations

import pytest

from dateline.extract.extractor import extract
from dateline.extract.lexical import LexiconCoder
from dateline.types import Block, BlockKind, Document, Span

CODER = LexiconCoder()
PROSE = "France recalled its envoy."


def told(*lines: str, first: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    """The triggers of a text of paragraphs, the first of them of a kind of its own."""
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH if blocks else first, Span(at, at + len(line))))
        at += len(line) + 1
    document = Document("d", "d", "\n".join(lines), "", blocks=tuple(blocks))
    return [one.trigger.text for one in extract([document], CODER)[0].mentions]


@pytest.mark.parametrize("heading", ["Sanctions", "The coup and after", "Mass arrests", "Seoul's sanctions on Moscow", "Airstrikes on Idlib"])
def test_a_phrase_alone_above_prose_tells_no_act(heading: str) -> None:
    assert told(PROSE, heading, PROSE) == ["recalled", "recalled"]


@pytest.mark.parametrize(("line", "act"), [("Police clash with students", "clash"), ("Hungary expels two Polish diplomats", "expels"), ("Ambassador recalled", "recalled")])
def test_a_line_that_is_a_sentence_tells(line: str, act: str) -> None:
    assert told(PROSE, line, PROSE)[1] == act


def test_members_of_a_list_tell() -> None:
    found = told(PROSE, "Arrest of a bishop in Minsk", "Ban on rallies", "Siege of the camp", PROSE)
    assert {"Arrest", "Ban", "Siege"} <= set(found)


@pytest.mark.parametrize("title", ["Blockade", "The Coup and After", "After the raid", "The crackdown"])
def test_a_title_that_names_nobody_tells_no_act(title: str) -> None:
    assert told(title, PROSE, first=BlockKind.TITLE) == ["recalled"]


@pytest.mark.parametrize("title", ["Airstrikes on Idlib", "Mexico and the raid on its embassy", "Turkey recalls envoy from Sweden"])
def test_a_title_with_parties_tells(title: str) -> None:
    assert len(told(title, PROSE, first=BlockKind.TITLE)) == 2


@pytest.mark.parametrize("title", ["812th meeting", "Human Rights Council, 31st meeting"])
def test_the_number_of_a_meeting_is_no_act(title: str) -> None:
    assert told(title, PROSE, first=BlockKind.TITLE) == ["recalled"]


def test_heads_of_a_table_tell_no_act() -> None:
    assert told("Country | Sanctions | Arrests | Attacks", PROSE) == ["recalled"]
    assert told("2 August 2019 | Japan | removal of Korea from its list, a ban on exports", PROSE)[-2:] == ["ban", "recalled"]
