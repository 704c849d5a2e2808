"""Entries that open with a day without its year have the year that the text names before them, and all of the entry stands on that day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.entries import entries
from dateline.extract.extractor import extract
from dateline.extract.lexical import LexiconCoder
from dateline.read import read

CODER = LexiconCoder()
TOLD = "Oman expels two diplomats; Norway condemns Oman. Denmark recalls its ambassador."


def opened(text: str) -> list[str]:
    document = read(text.encode(), input_id="a.md")
    return [one.time.earliest.isoformat() for _, one in sorted(entries(document).items())]


def days(text: str) -> dict[str, str | None]:
    """The day of each act's trigger, in brackets where it is only the time told around it."""
    found = extract([read(text.encode(), input_id="a.md")], CODER)[0].mentions
    told = {one.trigger.text.split()[0]: one.time.earliest.isoformat() if one.time else f"({one.around.earliest})" if one.around else None for one in found}
    return dict(told)


@pytest.mark.parametrize(
    "entry", ["- **7 March** – {}", "- March 7: {}", "* 7 March – {}", "**7 March.** {}", "7 March. {}", "- Tuesday, 7 March: {}"]
)
def test_all_of_an_entry_stands_on_its_day(entry: str) -> None:
    text = "# The strait\n\n12 January 2024\n\n**2023**\n\n" + "\n\n".join(entry.format(TOLD).replace("7", day) for day in ("7", "8"))
    assert set(days(text).values()) == {"2023-03-08"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## 2021\n\n- 30 May: Oman closes.\n- 2 June: Oman opens.\n\n## 2022\n\n- 4 May: Oman closes.", ["2021-05-30", "2021-06-02", "2022-05-04"]),
        ("30 November 2020: Fiji seizes a ferry.\n\n4 December: Fiji frees it.\n\n6 January: Fiji seizes it.", ["2020-11-30", "2020-12-04", "2021-01-06"]),
        ("12 December 2022: Fiji seizes a ferry.\n\n7 November: Fiji frees it.\n\n3 May: Fiji seizes it.", ["2022-12-12", "2022-11-07", "2022-05-03"]),
        ("3 March 2022: Fiji seizes a ferry.\n\n7 January: Fiji frees it.\n\n4 December: Fiji acts.\n\n2 May: Fiji seizes it.",
         ["2022-03-03", "2022-01-07", "2021-12-04", "2021-05-02"]),
        ("- 3 May: Laos closes.\n- 7 June: Laos opens.\n- 2 August: Laos closes.", ["2023-05-03", "2023-06-07", "2023-08-02"]),
        ("## July–December 2022\n\n- 26 July – Chad closes.\n- 3–5 August – Chad opens.", ["2022-07-26", "2022-08-03"]),
    ],
)
def test_the_year_is_that_named_before(text: str, found: list[str]) -> None:
    assert opened(f"# The quarrel\n\n12 January 2024\n\n{text}\n") == found


def test_the_year_may_stand_in_the_title_of_a_chronicle() -> None:
    assert opened("# Chronology: Chad, 2022\n\n12 January 2024\n\n- 26 July – Chad closes.\n") == ["2022-07-26"]
    downwards = "- 26 July – Chad closes.\n- 4 May – Chad opens.\n- 2 March – Chad closes."
    assert opened(f"# Chronology: Chad, 2022\n\n12 January 2024\n\n{downwards}\n") == ["2022-07-26", "2022-05-04", "2022-03-02"]
    assert opened("# The accord of 2022\n\n12 January 2024\n\n- 26 July – Chad closes.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "May was a hard month for Lesotho.",
        "May Chen, a lawyer, condemned Lesotho.\n\nMarch on, said Jane.",
        "## 2023\n\nOn 7 March Oman closed the strait.",
        "## 2023\n\n7 March 1999 – the first pact.",
        "- 3 May: Laos closes.\n- 7 June: Laos opens.",
        "- 3 May: Laos closes.\n- 7 February: Laos opens.\n- 2 August: Laos closes.",
    ],
)
def test_what_is_no_day_without_its_year_opens_no_entry(text: str) -> None:
    assert [one for one in opened(f"# The quarrel\n\n12 January 2024\n\n{text}\n") if one > "2000"] == []


def test_what_was_done_before_an_entry_lies_before_it() -> None:
    told = days(
        "# Two capitals\n\n30 June 2024\n\n29 November 2022: Ghana frees a Malian arrested in June. Mali condemns Ghana.\n\n"
        "3 May 2023: Mali says that Ghana shelled a post in December. Togo will expel two envoys in September.\n"
    )
    assert told["arrested"] == "2022-06-01" and told["shelled"] == "2022-12-01" and told["expel"] == "2023-09-01"
    assert told["frees"] == told["condemns"] == "2022-11-29"


def test_a_deed_that_an_entry_recalls_is_not_of_the_publication() -> None:
    text = "# Rows\n\n30 June 2025\n\n| Date | Event |\n| --- | --- |\n"
    text += "| 18 September 2023 | Lima tells Quito that it condemns the agents who killed a priest. Peru expels a diplomat. |\n| 2 May 2024 | Peru frees two men. |\n"
    told = days(text)
    assert told["expels"] == "2023-09-18" and told["killed"] == "(2023-09-18)" and told["condemns"] in {"2023-09-18", "(2023-09-18)"}


def test_what_will_be_done_does_not_move_the_entry() -> None:
    told = days("# Strait\n\n12 January 2024\n\n**2023**\n\n- **24 September** – Oman says that it will expel two envoys by the end of the year. Denmark recalls its ambassador.\n")
    assert told["recalls"] == "2023-09-24"
    assert told["expel"] is not None and date(2023, 9, 24) < date.fromisoformat(told["expel"]) <= date(2023, 12, 31)
