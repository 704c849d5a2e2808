"""Titles that end in a word for a kind of document, and series that are named so above the title."""

from __future__ import annotations

import pytest

from dateline.read import read

TEXT = "Georgia recalled its ambassador from Yerevan in January 2022, and the army of Armenia followed the events from its side of the border."
SECTIONS = f"## Georgia\n\n{TEXT}\n\n## Armenia\n\nArmenia offered to mediate.\n"


@pytest.mark.parametrize("title", ["The Caucasus Report", "Caucasus: A Report", "The Tbilisi Briefing", "Black Sea Update", "Letters from the Caucasus: Notes"])
@pytest.mark.parametrize("below", ["Nino Beridze, 14 March 2022\n\n", "By Nino Beridze\n\n14 March 2022\n\n", "14 March 2022\n\n", ""])
def test_a_title_above_sections(title: str, below: str) -> None:
    document = read(f"# {title}\n\n{below}{SECTIONS}".encode(), input_id="a.md")
    assert (document.title, document.authors) == (title, ("Nino Beridze",) if "Nino" in below else ())


@pytest.mark.parametrize("title", ["The Caucasus Report", "Caucasus: A Report", "Black Sea Update"])
def test_a_title_in_plain_text(title: str) -> None:
    document = read(f"{title}\n\nNino Beridze\n14 March 2022\n\n{TEXT}\n\nArmenia offered to mediate.\n".encode(), input_id="a.txt")
    assert (document.title, document.authors) == (title, ("Nino Beridze",))


def test_a_title_above_its_only_section() -> None:
    assert read(f"# The Caucasus Report\n\nBy Nino Beridze\n\n## Georgia\n\n{TEXT}\n".encode(), input_id="a.md").title == "The Caucasus Report"


@pytest.mark.parametrize(
    "series", ["Policy Brief", "Working Paper No. 12", "MP-IDSA Commentary", "Institute for War Studies Report", "Caucasus Report", "The Briefing", "Daily Press Briefing"]
)
@pytest.mark.parametrize("day", ["", "14 March 2022\n\n"])
def test_a_series_above_the_title(series: str, day: str) -> None:
    lines = f"{series}\n\n{day}Tbilisi Turns to the Sea\n\nBy Nino Beridze\n\n{TEXT}\n\nArmenia offered to mediate.\n"
    assert read(lines.encode(), input_id="a.txt").title == "Tbilisi Turns to the Sea"
    marked = f"# {series}\n\n{day}# Tbilisi Turns to the Sea\n\nBy Nino Beridze\n\n{SECTIONS}"
    assert read(marked.encode(), input_id="a.md").title == "Tbilisi Turns to the Sea"
    deeper = f"# {series}\n\n{day}## Tbilisi Turns to the Sea\n\nBy Nino Beridze\n\n{TEXT}\n"
    assert read(deeper.encode(), input_id="a.md").title == "Tbilisi Turns to the Sea"


@pytest.mark.parametrize("line", ["Press Briefing", "Weekly Security Update", "Policy Brief"])
def test_the_kind_of_a_document_alone_is_no_title(line: str) -> None:
    assert read(f"{line}\n\n14 March 2022\n\n{TEXT}\n".encode(), input_id="a.txt").title is None
