"""Who publishes and writes a report: series numbers, imprints, houses of parliament, contents, and lines that name a body and a day of change."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import read
from dateline.read.addresses import is_address_line
from dateline.types import BlockKind, Document

TEXT = (
    "Chad expelled the military attaché of Sudan on 4 March 2024 after a convoy of rebels had crossed the border near Adré, officials said.\n\n"
    "Khartoum rejected the charge and closed the crossing, which the African Union called a step backwards for the talks of the two states."
)


def paper(*lines: str, title: str = "# The Border of Ouaddaï") -> Document:
    return read("\n\n".join((*lines, title, TEXT)).encode(), input_id="paper.md")


def below(*lines: str) -> Document:
    return read("\n\n".join(("# The Border of Ouaddaï", *lines, TEXT)).encode(), input_id="paper.md")


@pytest.mark.parametrize("line", ["Sahel Report N°112 | 9 May 2024", "Central Africa Briefing Nº 12 | 9 May 2024", "Dispatch # 12 | 9 May 2024", "Water Paper No. 7 · 9 May 2024"])
def test_the_number_of_a_series_is_no_publisher(line: str) -> None:
    assert (below(line).publisher, below(line).published) == (None, date(2024, 5, 9))


@pytest.mark.parametrize(("line", "publisher"), [("NUPI Policy Brief No. 7 | 9 May 2024", "NUPI"), ("Tana Institute Briefing #12 | 9 May 2024", "Tana Institute")])
def test_the_house_before_a_series_is_the_publisher(line: str, publisher: str) -> None:
    assert below(line).publisher == publisher


def test_an_imprint_names_the_publisher() -> None:
    document = below("Policy Report N°12 | 9 May 2024", "Head Office", "Lake Basin Council", "Rue de la Loi 42 • 1000 Brussels, Belgium")
    assert document.publisher == "Lake Basin Council"
    assert not any("Brussels" in document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH)


@pytest.mark.parametrize(
    "line",
    [
        "12 Harbour Street, Valletta",
        "ul. Szucha 23, 00-580 Warszawa",
        "27, rue Saint-Guillaume, 75007 Paris", "Drammensveien 88, 0271 Oslo", "1779 Massachusetts Avenue NW, Washington, DC 20036",
    ],
)
def test_an_address_line_of_a_page_is_no_text(line: str) -> None:
    assert is_address_line(line)
    rows = TEXT.split("\n\n")
    page = f"<html><body><h1>The Border</h1><p>{line}</p>{''.join(f'<p>{row}</p>' for row in rows)}<p>{line}</p></body></html>"
    document = read(page.encode(), input_id="page.html")
    assert [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH] == rows


@pytest.mark.parametrize(
    "line",
    ["Police shot 12 on Harbour Street, Valletta", "20 Gaza Street Vendors Killed, Hospital Says", "10 Downing Street", "Protests on 14 February Road, Tunis", "Oslo, 1 May 2022"],
)
def test_what_is_no_address(line: str) -> None:
    assert not is_address_line(line)


def test_the_contents_name_no_author() -> None:
    contents = ("I. Introduction ........................ 1", "II. The Raid and After ........................ 2", "III. Faya and Abéché . . . . . . . . 4")
    assert below(*contents).authors == ()
    assert below("IV. The Truce and the Talks").authors == ()


@pytest.mark.parametrize("line", ["House of Representatives", "Senate of Canada", "HOUSE OF COMMONS", "Pan-African Parliament"])
def test_a_house_of_parliament_publishes_its_papers(line: str) -> None:
    assert (paper(line, "Fourth report of the session").publisher or "").lower() == line.lower()


def test_a_headline_with_a_parliament_is_no_publisher() -> None:
    assert paper("Senate of Canada votes on arms").publisher is None


@pytest.mark.parametrize(
    ("line", "publisher", "day"),
    [
        ("Compiled by the Delta Monitor, last revised 2 May 2024", "Delta Monitor", date(2024, 5, 2)),
        ("Prepared by the Institute of River Law, updated 2 May 2024", "Institute of River Law", date(2024, 5, 2)),
        ("Compiled by the Lake Observatory", "Lake Observatory", None),
    ],
)
def test_a_body_compiles_a_text(line: str, publisher: str, day: date | None) -> None:
    assert (below(line).publisher, below(line).published) == (publisher, day)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Published in October", None),
        ("Published in Lomé", None),
        ("Published by Order of the House", None),
        ("Published in Lomé by Karthala & Fils", "Karthala & Fils"),
        ("Published by the Ministry of Water, report by October", "Ministry of Water"),
        ("Published by the Ministry of Trade, Industry and Labour", "Ministry of Trade, Industry and Labour"),
        ("Published by October Films", "October Films"),
    ],
)
def test_months_and_towns_publish_nothing(line: str, publisher: str | None) -> None:
    assert below(line).publisher == publisher
