"""The head and foot that browsers add to a print are no text, on one page too; days and addresses of the text stay. Pages built by hand."""

from __future__ import annotations

import pytest
from tests.read.test_pdf_layout import page_of, texts_of

from dateline.read.pdf.furniture import printed_by_browser, without_furniture
from dateline.read.pdf.lines import pieces_of

TITLE = "Ghana recalls its envoy | Accra Daily"
BODY = [(40.0, 500.0 - 12 * at, f"Accra and Lomé quarrelled over the port in the spring of {1990 + at}.", 10.0) for at in range(4)]


def kept(*rows: tuple[float, float, str, float]) -> set[str]:
    """The texts of the page that are kept beside those of its body."""
    return set(texts_of(without_furniture([pieces_of(page_of(*rows, *BODY))])[0])) - {text for _, _, text, _ in BODY}


@pytest.mark.parametrize("day", ["11/29/26, 3:26 AM", "29/11/2026, 15:26", "29.11.26, 15:26", "2026/11/29 15:26", "2026-11-29, 15:26"])
@pytest.mark.parametrize(("left", "right"), [("{day}", TITLE), (TITLE, "{day}")])
def test_day_and_title_at_the_head(day: str, left: str, right: str) -> None:
    assert kept((20.0, 585.0, left.format(day=day), 6.0), (230.0, 585.0, right.format(day=day), 6.0)) == set()


@pytest.mark.parametrize(
    "parts",
    [
        ("https://daily.example/world/ghana", "1/1"),
        ("file:///home/ann/ghana.html", "1/1"),
        ("https://daily.example/world/ghana", "Page 1 of 1"),
        ("1 of 1", "29/11/2026, 15:26"),
        ("about:blank", "1/2"),
    ],
)
def test_address_and_number_at_the_foot(parts: tuple[str, str]) -> None:
    assert kept((20.0, 15.0, parts[0], 6.0), (330.0, 15.0, parts[1], 6.0)) == set()


@pytest.mark.parametrize(
    "rows",
    [
        [(40.0, 585.0, "29.11.2026, 15:26", 10.0)],
        [(40.0, 520.0, "29.11.2026, 15:26", 10.0), (250.0, 520.0, "Politics", 10.0)],
        [(40.0, 60.0, "https://daily.example/world/ghana", 8.0), (330.0, 60.0, "1/1", 8.0)],
        [(40.0, 585.0, "Accra, 29 November 2026", 10.0), (250.0, 585.0, "No. 12/26", 10.0)],
    ],
)
def test_days_and_addresses_of_the_text_stay(rows: list[tuple[float, float, str, float]]) -> None:
    assert kept(*rows) == {text for _, _, text, _ in rows}


@pytest.mark.parametrize("address", ["https://daily.example/2019/03/04/ghana", "https://daily.example/2019/03/04/ghana-recalls-its-en…"])
def test_the_address_of_the_printed_page_is_known(address: str) -> None:
    foot = [(20.0, 15.0, address, 6.0), (330.0, 15.0, "1/1", 6.0)]
    assert printed_by_browser([pieces_of(page_of(*foot, *BODY))]) == (True, address)
    assert printed_by_browser([pieces_of(page_of(*BODY))]) == (False, None)
    local = [(20.0, 15.0, "file:///home/ann/ghana.html", 6.0), (330.0, 15.0, "1/1", 6.0)]
    assert printed_by_browser([pieces_of(page_of(*local, *BODY))]) == (True, None)
