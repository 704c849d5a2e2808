"""Pull quotes in PDF: what the text or the title says is not read twice, and the paragraph that is cut goes on. Pages built by hand."""

from __future__ import annotations

import pytest
from tests.read.test_pdf_lists import blocks_of

Text = tuple[float, float, str, float]
ABOVE = ("Sudan expelled the envoy of Kenya on 3 May 2009 and closed its border at", "Lokichoggio, where lorries had waited, and Nairobi asked the judges of")
SAID = ("Sudan to free the drivers. Khartoum refused to open the road in all June,", "its minister said. The drivers were freed on Sunday.")
LOW = ("the court to free the drivers. Khartoum refused to open the road in June,", SAID[1])
TITLE: Text = (20.0, 580.0, "Sudan Shuts the Road to Kenya", 18.0)


def page(quote: list[Text], below: tuple[str, str] = LOW) -> list[Text]:
    rows = [TITLE, *((20.0, 550.0 - 12 * at, line, 10.0) for at, line in enumerate(ABOVE))]
    return [*rows, *quote, *((20.0, 450.0 - 12 * at, line, 10.0) for at, line in enumerate((*below, *SAID)))]


@pytest.mark.parametrize("size", [12.0, 16.0])
@pytest.mark.parametrize(
    "words",
    [
        ["“Khartoum refused to open the road”"],
        ["“Khartoum refused to open”", "— Osman Idris, a driver"],
        ["‘Sudan expelled the envoy … and", "closed its border’ Osman Idris"],
        ["Khartoum refused to open the road"],
        ["Sudan Shuts the Road to Kenya"],
    ],
)
@pytest.mark.parametrize("below", [LOW, SAID])
def test_words_of_the_text_or_the_title_are_left_out(monkeypatch: pytest.MonkeyPatch, words: list[str], size: float, below: tuple[str, str]) -> None:
    found = blocks_of(monkeypatch, page([(70.0, 505.0 - 1.2 * size * at, line, size) for at, line in enumerate(words)], below))
    assert found[0].startswith(" ".join((*ABOVE, *below)))
    assert not any(text.startswith(words[0]) for text in found)


def test_a_saying_of_its_own_is_read_behind_the_paragraph_that_it_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    found = blocks_of(monkeypatch, page([(70.0, 505.0, "“We slept below the lorries for a month, all of us”", 13.0)]))
    assert found[0].startswith(" ".join((*ABOVE, *LOW)))


@pytest.mark.parametrize("heading", ["The road to Kenya", "Khartoum refuses to open the road"])
def test_headings_cut_the_text(monkeypatch: pytest.MonkeyPatch, heading: str) -> None:
    ended = ("Sudan expelled the envoy of Kenya on 3 May 2009 and closed its border at", "Lokichoggio, where lorries had waited.")
    rows = [TITLE, *((20.0, 550.0 - 12 * at, line, 10.0) for at, line in enumerate(ended)), (20.0, 500.0, heading, 13.0)]
    found = blocks_of(monkeypatch, [*rows, *((20.0, 470.0 - 12 * at, line, 10.0) for at, line in enumerate(SAID))])
    assert found == [" ".join(ended), " ".join(SAID)]
