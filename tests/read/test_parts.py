"""Dates, names, outlets, languages and boilerplate on their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.read import ReadOptions, read
from dateline.read.dates import parse_date, parse_date_line
from dateline.read.language import foreign_language
from dateline.read.names import people
from dateline.read.outlets import find_outlet, outlet_of_url
from dateline.types import BlockKind

FOREIGN = [line.split("\t") for line in (Path(__file__).parent / "foreign.tsv").read_text(encoding="utf-8").splitlines()]

DATES = [
    ("5 December 2024", "2024-12-05"),
    ("December 05, 2024", "2024-12-05"),
    ("Dec. 5, 2024", "2024-12-05"),
    ("5th of Dec 2024", "2024-12-05"),
    ("2024-12-05", "2024-12-05"),
    ("2024/12/5", "2024-12-05"),
    ("Thursday, 5 December 2024", "2024-12-05"),
    ("05.12.2024", "2024-12-05"),
    ("13/12/2024", "2024-12-13"),
    ("3/4/2024", "2024"),
    ("May–June 2023", "2023-05"),
    ("March 2023", "2023-03"),
    ("Summer 1995", "1995"),
    ("2001", "2001"),
    ("Sept. 3, 2012", "2012-09-03"),
    ("2023, May 4", "2023-05-04"),
    ("30 February 2024", None),
    ("May", None),
    ("1234567", None),
]
LINES = [
    ("Published: 4 March 2021", "2021-03-04"),
    ("Last updated on March 4, 2021 at 10:15 GMT", "2021-03-04"),
    ("Thursday, September 7, 2023, 10:15 GMT", "2023-09-07"),
    ("2024-12-05T08:00:00Z", "2024-12-05"),
    ("(12 January 2022)", "2022-01-12"),
    ("Posted on Jan 5, 2020 | 3:40 pm", "2020-01-05"),
    ("The army left on 5 March 2020", None),
]


@pytest.mark.parametrize(("text", "iso"), DATES)
def test_dates(text: str, iso: str | None) -> None:
    found = parse_date(text)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(("text", "iso"), LINES)
def test_date_lines(text: str, iso: str | None) -> None:
    found = parse_date_line(text)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dr. Jane Doe and Ali al-Amin", ("Jane Doe", "Ali al-Amin")),
        ("JANE DOE", ("Jane Doe",)),
        ("Ursula von der Leyen, Senior Fellow, Policy Institute", ("Ursula von der Leyen",)),
        ("Lt Gen (Retd) P. R. Shankar", ("P. R. Shankar",)),
        ("New Delhi", ()),
        ("Foreign Affairs", ()),
        ("NORDIC CENTRE FOR CONFLICT STUDIES", ()),
        ("The army left", ()),
    ],
)
def test_people(text: str, names: tuple[str, ...]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    ("name", "kind", "country", "state"),
    [
        ("The Korea Times", "outlet", "KOR", False),
        ("Yonhap", "agency", "KOR", False),
        ("KCNA", "agency", "PRK", True),
        ("the associated press", "agency", "USA", False),
        ("Xinhua News Agency", "agency", "CHN", True),
        ("Global Times", "outlet", "CHN", True),
        ("Anadolu Agency", "agency", "TUR", True),
        ("BBC News", "outlet", "GBR", False),
        ("TASS", "agency", "RUS", True),
    ],
)
def test_known_outlets(name: str, kind: str, country: str, state: bool) -> None:
    outlet = find_outlet(name)
    assert outlet is not None
    assert (outlet.kind, outlet.country, outlet.state_owned) == (kind, country, state)


def test_short_names_count_their_case_and_sites_their_parents() -> None:
    assert find_outlet("map") is None
    found = outlet_of_url("https://www.english.ahram.org.eg/News/1.aspx")
    assert found is not None
    assert found.name == "Al-Ahram"
    assert outlet_of_url("https://example.org/reuters.com") is None


@pytest.mark.parametrize(("language", "text"), FOREIGN, ids=[language for language, _ in FOREIGN])
def test_other_languages(language: str, text: str) -> None:
    found = foreign_language(text)
    assert found is not None
    assert found in {"another language", "another script"} or language in found


@pytest.mark.parametrize(
    "text",
    [
        "Kim Jong-un, Choe Son Hui, Pak Jong-chon.",
        "Presidents Emmanuel Macron, Joe Biden, Xi Jinping, Vladimir Putin, Recep Tayyip Erdogan, Volodymyr Zelenskyy, Yoon Suk Yeol and "
        "Luiz Inacio Lula da Silva, Chancellor Olaf Scholz, Prime Minister Narendra Modi",
        "The minister quoted the slogan “Die Mauer muss weg und wir sind das Volk” before he left the hall with his delegation on Monday.",
    ],
)
def test_english_and_short_texts_pass(text: str) -> None:
    assert foreign_language(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "© 2021 Nordic Centre. All rights reserved.",
        "Share Tweet Print Email",
        "T +91-11-2671 7983 F +91-11-2615 4191",
        "www.example.org",
        "Keywords: army, town, rebels",
        "The views expressed are those of the author and do not reflect any policy.",
        "Read more: Five coups",
        "Reporting by Jane Doe; editing by John Roe",
        "(Reporting by Jane Doe in Kinshasa)",
        "Follow us on Twitter",
        "Advertisement",
        "Page 3 of 12",
        "Subscribe to our newsletter",
        "This article was first published by the Nordic Forum.",
        "Jane Doe is a senior fellow at the Nordic Centre.",
    ],
)
def test_boilerplate_lines(line: str) -> None:
    body = "The army seized the town of Goma on Monday, and the rebels left it after a day of heavy fighting."
    document = read(f"# Army seizes town\n\n{body}\n\n{line}\n\n{body}\n".encode(), options=ReadOptions())
    assert [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.BOILERPLATE] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The views of Moscow and Beijing on the war differ, and neither has said so in public since the summit in Samarkand.",
        "About 500 soldiers died in the attack, the ministry said on Tuesday evening after the shelling stopped.",
        "The government is an independent actor in the talks, the envoy told reporters before he left.",
        "Photographs of the dead were shown on state television on Monday, and protests began within hours.",
        "President Joko Widodo is the author of the plan to move the capital, and he has defended it.",
    ],
)
def test_statements_are_no_boilerplate(line: str) -> None:
    filler = "The army seized the town of Goma on Monday, and the rebels left it after a day of heavy fighting."
    document = read("\n\n".join(["# Army seizes town", filler, line, *[filler + f" Day {n}." for n in range(9)]]).encode())
    assert any(document.slice(block.span) == line for block in document.blocks if block.kind is BlockKind.PARAGRAPH)


def test_a_section_about_a_subject_is_text() -> None:
    body = "The army seized the town of Goma on Monday, and the rebels left it after a day of heavy fighting."
    document = read(
        f"# Army seizes town\n\n{body}\n\n## About the conflict\n\n{body}\n\n## Related news\n\nFive coups\n\n{body}\n".encode()
    )
    assert sum(block.kind is BlockKind.PARAGRAPH for block in document.blocks) == 3
