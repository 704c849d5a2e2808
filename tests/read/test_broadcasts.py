"""Broadcasts are sources by their station; bodies' statements by the body, and no town is a source."""

from __future__ import annotations

import pytest

from dateline.origins import source_name
from dateline.read.citations import parse_note

BROADCASTS = (
    ("Radio Omdurman, noon bulletin, 12 April 2019.", "Radio Omdurman", "2019-04-12"),
    ("ZNBC, main news, Lusaka, 13 August 2021.", "ZNBC", "2021-08-13"),
    ("Télé Congo, journal télévisé, 3 May 2019.", "Télé Congo", "2019-05-03"),
    ("Televisión Nacional de Chile, noticiero central, 18 October 2019.", "Televisión Nacional de Chile", "2019-10-18"),
    ("Radio Bukavu, programme on the siege of Minembwe, 3 May 2019.", "Radio Bukavu", "2019-05-03"),
    ("Evening news, ZNBC, 13 August 2021.", "ZNBC", "2021-08-13"),
    ("Statement broadcast on Radio Conakry, 5 September 2021.", "Radio Conakry", "2021-09-05"),
    ("Lao National Radio, broadcast of 2 December 2015.", "Lao National Radio", "2015-12-02"),
    ("Canal 9, live report from Rosario, 4 March 2023.", "Canal 9", "2023-03-04"),
)


@pytest.mark.parametrize(("note", "station", "day"), BROADCASTS)
def test_a_broadcast(note: str, station: str, day: str) -> None:
    (source,) = parse_note(note)
    assert (source.kind, source.outlet, source.published) == ("news", station, day)


@pytest.mark.parametrize(
    "note",
    [
        "Amina Yusuf, radio broadcast, 3 May 2019.",
        "The statement was broadcast on Radio Conakry on 5 September 2021.",
        "Radio and television were closed for a week from 3 May 2019.",
        "On the evening news, see above.",
    ],
)
def test_what_names_no_station(note: str) -> None:
    assert not any(source.kind == "news" for source in parse_note(note))


@pytest.mark.parametrize(
    ("note", "kind", "publisher"),
    [
        ("OCHA, bulletin, 3 May 2019.", "report", "OCHA"),
        ("Broadcasting Authority of Ireland, decision on complaints, 3 May 2019.", "official", "Broadcasting Authority of Ireland"),
    ],
)
def test_papers_of_bodies_are_no_broadcasts(note: str, kind: str, publisher: str) -> None:
    (source,) = parse_note(note)
    assert source.publisher == publisher
    assert source.outlet is None


@pytest.mark.parametrize(
    ("note", "body"),
    [
        ("East African Community Secretariat, “Communiqué on Burundi,” Dar es Salaam, 6 July 2015.", "East African Community Secretariat"),
        ("Ministry of Foreign Affairs of Peru, “Note on the Strait,” San Salvador, 3 May 2019.", "Ministry of Foreign Affairs of Peru"),
        ("ASEAN Secretariat, “Chair's Statement,” Bandar Seri Begawan, 24 April 2021.", "ASEAN Secretariat"),
        ("Government of Bolivia, “Decree on the March,” Santa Cruz de la Sierra, 3 May 2019.", "Government of Bolivia"),
        ("“Statement on Burundi,” Kuala Lumpur: African Union, 6 July 2015.", "African Union"),
        ("Amnesty International, “Burundi in Flames,” New York, 6 July 2015.", "Amnesty International"),
    ],
)
def test_a_statement_is_its_bodys(note: str, body: str) -> None:
    (source,) = parse_note(note)
    assert source_name(source.agency, source.outlet, source.publisher, source.title, source.url) == body


@pytest.mark.parametrize(
    ("note", "outlet"),
    [
        ("Ministry of Justice of Kenya, “Order on Assemblies,” Kenya Gazette, 3 May 2020.", "Kenya Gazette"),
        ("Amnesty International, “A Long March,” Annual Overview, 3 May 2020.", "Annual Overview"),
        ("Ministry of Defence of Fiji, “On the Pact,” Foreign Policy, 3 May 2020.", "Foreign Policy"),
        ("Amina Yusuf, “After the Coup,” The Hague Courier, 3 May 2020.", "The Hague Courier"),
        ("UN Security Council, “Report on Mali,” Africa Confidential, 3 May 2020.", "Africa Confidential"),
    ],
)
def test_what_a_body_wrote_in_stays(note: str, outlet: str) -> None:
    (source,) = parse_note(note)
    assert source.outlet == outlet


def test_a_town_behind_a_persons_title_is_no_outlet() -> None:
    (source,) = parse_note("Amina Yusuf, “After the Coup,” Buenos Aires, 3 May 2020.")
    assert (source.authors, source.outlet) == (("Amina Yusuf",), None)
