"""A day or an author behind a standfirst is the masthead's; a day that heads the entry of a chronology is not."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import read
from dateline.types import BlockKind, Document

STANDFIRST = "The junta in Niamey has let the last French soldiers leave in peace. What did it ask for, and who comes next?"
STORY = "Niger signed an accord with Moscow in the spring, and its generals have since sent home two envoys of the bloc."


def made(*paragraphs: str) -> Document:
    return read("\n\n".join(paragraphs).encode(), input_id="x.txt")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Mar 7th 2024 | NIAMEY AND PARIS", None),
        ("Mar 7th 2024 | NIAMEY", None),
        ("7 March 2024", None),
        ("By Aline Dubois, 7 March 2024", None),
        ("BBC News | 7 March 2024", "BBC News"),
    ],
)
def test_the_day_stands_behind_the_standfirst(line: str, publisher: str | None) -> None:
    document = made("Africa and the powers", "The long goodbye", STANDFIRST, line, STORY)
    assert document.title == "Africa and the powers"
    assert (document.published, document.publisher) == (date(2024, 3, 7), publisher)
    kinds = {document.slice(block.span): block.kind for block in document.blocks}
    assert kinds[line] is BlockKind.BOILERPLATE
    assert kinds[STANDFIRST] is BlockKind.PARAGRAPH


def test_days_that_head_entries_are_none_of_publication() -> None:
    document = made("Niger: a chronology", STANDFIRST, "7 March 2023", STORY, "9 April 2023", STORY)
    kinds = {document.slice(block.span): block.kind for block in document.blocks}
    assert kinds["7 March 2023"] is not BlockKind.BOILERPLATE
    assert document.published is None


@pytest.mark.parametrize("form", ["## {}", "**{}**", "{}"])
@pytest.mark.parametrize("days", [("7 March 2023", "9 April 2023", "2 May 2023"), ("March 2023", "June 2023", "July 2023")])
def test_a_chronology_did_not_come_out_on_the_day_of_its_first_entry(form: str, days: tuple[str, ...]) -> None:
    entries = "\n\n".join(f"{form.format(day)}\n\n{STORY}" for day in days)
    document = read(f"# Niger and its neighbours\n\n{entries}\n".encode(), input_id="x.md")
    assert document.published is None
    assert "W102" in [problem.code for problem in document.problems]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("7 May 2023", STORY, "7 March 2023", STORY, "9 April 2023", STORY),
        ("7 May 2023", "By Aline Dubois", STORY, "9 May 2023", STORY),
        ("7 May 2023", STORY, STORY, "See also", "9 May 2023", "Niger and Chad"),
        ("7 May 2023", STORY, "7 May 2023", STORY),
    ],
)
def test_the_latest_day_and_a_day_alone_may_be_that_of_publication(paragraphs: tuple[str, ...]) -> None:
    assert made("Niger and its neighbours", *paragraphs).published == date(2023, 5, 7)


@pytest.mark.parametrize(
    "line",
    [
        "Wednesday, 3 June 2020. Aminata Sow, Government Spokeswoman",
        "June 3, 2020. Jan Novak, Deputy Minister for Foreign Affairs",
        "3 June 2020, Aminata Sow, Minister of Health",
    ],
)
def test_a_day_and_who_speaks_in_what_office(line: str) -> None:
    document = made("The government answers", line, STORY)
    assert document.published == date(2020, 6, 3)
    assert next(block.kind for block in document.blocks if document.slice(block.span) == line) is BlockKind.BOILERPLATE


@pytest.mark.parametrize("line", ["3 June 2020. Ghana expels six diplomats, Togo protests", "3 June 2020. Accra, Ghana expels six diplomats"])
def test_a_day_and_what_was_done_is_text(line: str) -> None:
    assert made("The river closes", line, STORY).published is None


def test_a_day_far_below_is_none_of_the_masthead() -> None:
    document = made("Africa and the powers", STORY, STORY, STORY, "7 March 2024 | NIAMEY", STORY)
    kinds = [block.kind for block in document.blocks if document.slice(block.span) == "7 March 2024 | NIAMEY"]
    assert kinds == [BlockKind.PARAGRAPH]


OPEN = "Niamey calls the base a matter of its own and wants the bloc to lift its ban"
LEAD = "Benin on Tuesday closed its border with Niger to trucks that carry oil, its transport ministry said in a statement."


@pytest.mark.parametrize(
    "line",
    [
        "By Aline Dubois in Cotonou",
        "Aline Dubois and Moussa Sow",
        "7 March 2024",
        "Cotonou, 7 March 2024",
        "Published: 7 March 2024 6:12 p.m. WAT | Updated: 8 March 2024 9:03 a.m. WAT",
        "Posted 7 March 2024, 18:12 WAT · 5 min read",
    ],
)
@pytest.mark.parametrize("form", ["x.txt", "x.md", "x.html"])
def test_a_line_of_the_head_between_standfirst_and_lead_joins_neither(line: str, form: str) -> None:
    lines = ("Benin shuts its border", OPEN, line, LEAD, STORY)
    page = f"<article><h1>{lines[0]}</h1>{''.join(f'<p>{one}</p>' for one in lines[1:])}</article>"
    text = page if form == "x.html" else "\n\n".join(("# " * (form == "x.md") + lines[0], *lines[1:]))
    document = read(text.encode(), input_id=form)
    kinds = {document.slice(block.span): block.kind for block in document.blocks}
    assert kinds[OPEN] is kinds[LEAD] is BlockKind.PARAGRAPH
    assert document.published == (date(2024, 3, 7) if "2024" in line else None)


def test_a_page_head_in_a_sentence_still_joins_its_halves() -> None:
    halves = "Niger signed an accord with the leaders of Chad and with the new president of the", "Togolese Republic in the spring."
    document = made("Niger and its neighbours", STORY, halves[0], "7 March 2024", halves[1], STORY)
    assert " ".join(halves) in [document.slice(block.span) for block in document.blocks]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 3 June 2020 6:12 p.m. WAT | Updated: 5 June 2020 9:03 a.m. WAT | 4 min read", "2020-06-03"),
        ("3 June 2020 · 7 minute read", "2020-06-03"),
        ("June 3, 2020, 18:40 (UTC+3)", "2020-06-03"),
        ("3 June 2020 at 10 am Lagos time", "2020-06-03"),
    ],
)
def test_hours_of_any_zone_and_minutes_of_reading(line: str, day: str) -> None:
    assert made("Benin shuts its border", line, STORY).published == date.fromisoformat(day)


@pytest.mark.parametrize(
    "line", ["Share on Facebook Share on X Email", "Share via WhatsApp | Share on LinkedIn | Print", "Trucks wait near Malanville. Photo: A. B. Sow/Benin Today"]
)
def test_share_bars_and_credits_are_set_aside(line: str) -> None:
    document = made("Benin shuts its border", "7 March 2024", line, STORY)
    assert next(block.kind for block in document.blocks if document.slice(block.span) == line) in {BlockKind.BOILERPLATE, BlockKind.CAPTION}
