"""Papers and words of officials that have no title: issuer, kind and day; and notes that only speak of such papers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "bench"))

import citations  # noqa: E402

from dateline.read.citations import parse_citation, parse_note  # noqa: E402


def test_the_open_half_is_read_whole() -> None:
    tally = citations.score(citations.load("open", name="officials"))
    assert tally.notes == 38
    assert tally.share() == 1.0, tally.failed


def test_the_fresh_half_reaches_the_bar() -> None:
    assert citations.score(citations.load("fresh", name="officials")).share(filled=True) >= 0.95


@pytest.mark.parametrize(
    "text",
    [
        "In a decree of 3 May 2022 the junta suspended the parties.",
        "The statement by the ministry on 3 May 2022 was withdrawn.",
        "Remarks of this kind had been common before 2014.",
        "Author's notes, press conference, Kabul, 3 May 2021.",
        "The Kenyan Senate approved the treaty in March 2014.",
        "The Danish parliament ratified the accord in early 2017.",
        "The order of 26 January 2024 left the matter open; see the text.",
    ],
)
def test_a_note_that_speaks_of_a_paper_cites_none(text: str) -> None:
    assert parse_note(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "publisher", "authors"),
    [
        ("Amnesty International, press release, 3 May 2024.", "report", "Amnesty International", ()),
        ("Hezbollah, statement, 3 May 2024.", "official", "Hezbollah", ()),
        ("UN Secretary-General, report to the Security Council, 3 October 2024.", "official", "UN Secretary-General", ()),
        ("Bundesgerichtshof, Beschluss vom 3. Mai 2024.", "official", "Bundesgerichtshof", ()),
        ("Discurso del presidente Gustavo Petro, Nueva York, 19 de septiembre de 2023.", "speech", None, ("Gustavo Petro",)),
        ("Interior Minister Bruno Retailleau, press conference, Paris, 10 January 2025.", "speech", None, ("Bruno Retailleau",)),
        ("Polisario Front, communiqué, 3 November 2020.", "official", "Polisario Front", ()),
    ],
)
def test_who_issued_it(text: str, kind: str, publisher: str | None, authors: tuple[str, ...]) -> None:
    found = parse_citation(text)
    assert found is not None
    assert (found.kind, found.publisher, found.authors) == (kind, publisher, authors)


def test_a_paper_of_a_series_has_a_number_instead_of_a_date() -> None:
    first, second = parse_note('Isabel Wern, Rivalries in the Maghreb, SWP Comment 2020/C 54; Ali Karim, "The Turn", Dawn, 3 May 2021.')
    assert (first.kind, first.outlet, first.issue, first.published) == ("report", "SWP Comment", "2020/C 54", "2020")
    assert second.title == "The Turn"


@pytest.mark.parametrize(
    ("text", "kind", "publisher", "title", "issue"),
    [
        ("International Crisis Group, Sudan: A Year of War, Briefing No. 198, 11 April 2024.", "report", "International Crisis Group", "Sudan: A Year of War", "198"),
        ("Amnesty International, Deadly Silence in Darfur, press release, 3 May 2024.", "report", "Amnesty International", "Deadly Silence in Darfur", None),
        ("UNICEF, Children under Siege in Gaza, statement, 4 March 2024.", "official", "UNICEF", "Children under Siege in Gaza", None),
    ],
)
def test_a_title_before_the_words_for_a_paper_is_no_part_of_its_issuer(text: str, kind: str, publisher: str, title: str, issue: str | None) -> None:
    found = parse_citation(text)
    assert found is not None
    assert (found.kind, found.publisher, found.title, found.issue) == (kind, publisher, title, issue)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Ministry of Defence, Republic of Korea, press briefing, 18 October 2024.", "Ministry of Defence, Republic of Korea"),
        ("Ministry of Home Affairs, Government of India, notification, 5 August 2019.", "Ministry of Home Affairs, Government of India"),
    ],
)
def test_an_issuer_keeps_its_state(text: str, publisher: str) -> None:
    found = parse_citation(text)
    assert found is not None
    assert found.publisher == publisher


@pytest.mark.parametrize(
    ("text", "publisher", "title"),
    [
        ("Minutes of the Cabinet meeting, 4 October 1956, CAB 128/30, National Archives, Kew.", None, "Minutes of the Cabinet meeting"),
        ("Minutes of the Security Council, 4 October 1956.", "Security Council", None),
    ],
)
def test_minutes_are_issued_by_a_body_and_not_by_a_meeting(text: str, publisher: str | None, title: str | None) -> None:
    found = parse_citation(text)
    assert found is not None
    assert (found.kind, found.publisher, found.title) == ("official", publisher, title)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ('"Court Orders Release of Detainees", Inter-American Court of Human Rights, CIDH 40 (2022), 8 April 2022.', "2022-04-08"),
        ("European Court of Human Rights, Case of Carter v. Russia, ECHR 279 (2021), 21 September 2021.", "2021-09-21"),
        ("UN General Assembly, Resolution ES-11/1 (2022), 2 March 2022.", "2022-03-02"),
        ('Ana Ruiz, "The Price of Gas", Energy Review 12 (2019), 3 January 2020.', "2020-01-03"),
        ('Ana Ruiz, "The Price of Gas", Energy Review 12 (2009), quoted on 3 January 2020.', "2009"),
    ],
)
def test_the_day_of_a_paper_counts_and_not_the_year_of_its_number(text: str, published: str) -> None:
    source = parse_citation(text)
    assert source is not None
    assert source.published == published
