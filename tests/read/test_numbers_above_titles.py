"""The number of a paper, a stamp of a press office: lines above a headline that are no title."""

from __future__ import annotations

import pytest

import dateline
from dateline.read.mastline import is_lone_line

TEXT = "Georgia expelled the envoy\n\nThe government of Georgia on Monday expelled the envoy of Belarus from Tbilisi, its foreign ministry said.\n\nBelarus protested."


@pytest.mark.parametrize(
    "line", ["No.: KSC-BC-2031-06", "Ref: 12/B/2031", "Case no.: 31417/29", "ECHR 214 (2031)", "No. 2031/41", "Press Release\nUnofficial", "Unofficial translation"]
)
def test_the_headline_stands_below(line: str) -> None:
    document = dateline.read_text(f"{line}\n\n8 July 2031\n\n{TEXT}\n")
    assert document.title == "Georgia expelled the envoy"
    assert document.published is not None


@pytest.mark.parametrize("line", ["Unofficial results show a tie", "Number 10: the war years", "Order no. 12 was void", "Case closed: the envoy", "Nato 2030 (draft)"])
def test_titles_that_look_so(line: str) -> None:
    assert not is_lone_line(line)
