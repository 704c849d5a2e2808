"""News pages printed to PDF: other reports under "You may also like" and readers' comments are set aside; the report's own headings are not."""

from __future__ import annotations

import pytest

from dateline.read.boilerplate import as_headings, classify
from dateline.read.draft import DraftBlock
from dateline.read.textmap import Mapped
from dateline.types import BlockKind

LONG = "Fiji recalled its envoy from Honiara on Tuesday after the police there had held two of its fishermen for eleven days without a charge."
NEXT = "The Solomon Islands rejected the protest and asked the Forum to look into what its prime minister called a campaign against his government."


def kept(*blocks: tuple[int, str]) -> list[str]:
    """What counts as text of blocks: level 0 is a paragraph, others are headings."""
    drafts = [DraftBlock(BlockKind.HEADING if level else BlockKind.PARAGRAPH, Mapped.whole(text), level=level) for level, text in blocks]
    return [block.text.text for block in classify(list(as_headings(drafts)), ()) if block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}]


@pytest.mark.parametrize(
    "heading", ["You might also like", "Recommended for you", "More from the Pacific", "Most read", "Related stories", "Readers also liked", "Up next", "Around the web"]
)
def test_teasers_with_headings_of_their_own(heading: str) -> None:
    cards = ((4, "Tonga expels diplomat"), (0, "Tonga expelled a diplomat on Monday."), (4, "Nauru signs pact"), (0, "Nauru signed a pact with Taiwan."))
    assert kept((0, LONG), (3, heading), *cards) == [LONG]


@pytest.mark.parametrize("heading", ["Comments (14)", "3 comments", "Readers' comments", "Join the conversation", "Leave a reply", "2 responses to Fiji recalls envoy"])
@pytest.mark.parametrize("level", [3, 4])
def test_comments_of_readers_are_set_aside_however_long(heading: str, level: int) -> None:
    assert kept((0, LONG), (level, heading), (0, "Reef_99 3 days ago"), (0, f"Australia has robbed us for years! {NEXT}"), (5, "Ann"), (0, "Invade them.")) == [LONG]


def test_a_cookie_notice_over_the_page_ends_no_box() -> None:
    notice = ((3, "We value your privacy"), (0, "We and our 91 partners store and access information on your device."))
    assert kept((0, LONG), (3, "You may also like"), *notice, (4, "Tonga expels diplomat"), (0, "Tonga expelled a diplomat on Monday.")) == [LONG]


@pytest.mark.parametrize("line", ["file:///home/ann/page.html 1/3", "https://paper.example/fiji 2/2"])
def test_the_address_that_a_browser_prints(line: str) -> None:
    assert kept((0, LONG), (0, line)) == [LONG]


class TestKept:
    def test_a_box_inside_the_report(self) -> None:
        blocks = ((0, LONG), (4, "Read more"), (0, "Tonga expels diplomat"), (3, "What comes next"), (0, NEXT))
        assert kept(*blocks) == [LONG, "What comes next", NEXT]

    def test_smaller_headings_above_running_text(self) -> None:
        assert kept((0, LONG), (2, "Related stories"), (0, "Tonga expels diplomat"), (3, "What comes next"), (0, NEXT)) == [LONG, "What comes next", NEXT]

    @pytest.mark.parametrize("heading", ["Comments", "Comments by the parties", "Responses", "Related developments", "Reactions (regional)"])
    def test_sections_of_a_paper(self, heading: str) -> None:
        assert NEXT in kept((0, LONG), (2, heading), (0, NEXT))
        assert "Fiji" in kept((0, LONG), (2, heading), (3, "Fiji"), (0, "Fiji protested."))
