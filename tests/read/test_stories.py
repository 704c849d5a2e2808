"""Reports pasted one below the other into one text are documents of their own, each with its day; one article with several datelines is not cut."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.read import ReadOptions, raw_text, read, read_inputs
from dateline.read.stories import day_of, same_report, stories
from dateline.types import Document

FIRST = "LIMA, March 4, 2022 (Reuters) - Peru closed two border posts with Bolivia on Friday."
SECOND = "QUITO, March 9, 2022 (AFP) - Ecuador expelled a Peruvian diplomat on Tuesday."
THIRD = "LA PAZ, March 11 (EFE) - Bolivia recalled its consul."


def documents(folder: Path, text: str, name: str = "wire.txt", options: ReadOptions | None = None) -> list[Document]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    found = list(read_inputs([str(path)], options))
    assert all(isinstance(one, Document) for one in found)
    return [one for one in found if isinstance(one, Document)]


@pytest.mark.parametrize("gap", ["\n\n", "\n\n---\n\n", "\n\n* * *\n\n", "\n", "\n\n=====\n", "\n\nDocument 2 of 3\n\n"])
@pytest.mark.parametrize("name", ["wire.txt", "wire", "wire.md"])
def test_each_report_has_its_own_day_and_agency(tmp_path: Path, gap: str, name: str) -> None:
    found = documents(tmp_path, gap.join((FIRST, SECOND, THIRD)) + "\n", name)
    assert [one.published for one in found] == [date(2022, 3, 4), date(2022, 3, 9), date(2022, 3, 11)]
    assert [one.input_id[-len(name) - 2 :] for one in found] == [f"{name}:{number}" for number in (1, 2, 3)]
    assert ["Reuters" in found[0].text, "AFP" in found[1].text, "Peru closed" in found[1].text] == [True, True, False]
    assert not any(problem.code == "W130" for one in found for problem in one.problems)


def test_headlines_stay_with_their_reports(tmp_path: Path) -> None:
    found = documents(tmp_path, f"Peru shuts posts\n\n{FIRST}\n\nEcuador throws out envoy\n\n{SECOND}\n")
    assert [one.title for one in found] == ["Peru shuts posts", "Ecuador throws out envoy"]


def test_lines_of_day_and_agency_behind_a_rule_head_reports(tmp_path: Path) -> None:
    first = "Posts shut\nReuters, 4 March 2022\n\nPeru closed two border posts with Bolivia on Friday."
    text = f"{first}\n\n----------\n\nEnvoy leaves\nAFP | March 9, 2022\n\nEcuador expelled a diplomat.\n"
    assert [one.published for one in documents(tmp_path, text)] == [date(2022, 3, 4), date(2022, 3, 9)]


def test_a_slug_and_the_dateline_below_it_head_one_report(tmp_path: Path) -> None:
    slugs = ("Reuters, 4 March 2022", "AFP, 9 March 2022")
    text = "\n\n---\n\n".join(f"{slug}\n\n{line}" for slug, line in zip(slugs, (FIRST, SECOND), strict=True))
    found = documents(tmp_path, text)
    assert [one.published for one in found] == [date(2022, 3, 4), date(2022, 3, 9)]
    assert ["Peru closed" in found[0].text, "expelled" in found[1].text] == [True, True]


def test_offsets_count_the_whole_file(tmp_path: Path) -> None:
    text = f"{FIRST}\n\n{SECOND}\n"
    second = documents(tmp_path, text)[1]
    start = second.textmap.to_raw(second.text.index("Ecuador"))
    assert start is not None and raw_text(text.encode(), input_id=second.input_id)[start:].startswith("Ecuador expelled")


def test_a_given_date_yields_to_that_of_a_report(tmp_path: Path) -> None:
    found = documents(tmp_path, f"{FIRST}\n\nSUCRE (EFE) - Bolivia protested.\n", options=ReadOptions(date=date(2022, 4, 1)))
    assert found[0].published == date(2022, 3, 4)


def test_a_press_review_dates_its_reports_by_their_own_days(tmp_path: Path) -> None:
    head = "Press review\n\n3 April 2022\n\n"
    reports = "LIMA, March 30 (Reuters) - Peru closed two posts.\n\n© Reuters 2022\n\nConsul goes\n\nLA PAZ, April 1 (EFE) - Bolivia recalled its consul.\n\n"
    found = documents(tmp_path, head + reports + "April 2 (AFP) - Chile protested.\n\nQUITO (Xinhua) -- Ecuador waited.\n")
    assert [one.published for one in found] == [date(2022, 3, 30), date(2022, 4, 1), date(2022, 4, 2), None]
    assert found[1].title == "Consul goes"
    assert [problem.code for problem in found[3].problems] == ["W102"]


def test_a_year_is_that_of_the_report_before() -> None:
    assert day_of("Jan 2", date(2018, 12, 30)) == date(2019, 1, 2)
    assert day_of("December 30", date(2019, 1, 2)) == date(2018, 12, 30)
    assert day_of("Jan 2", None) is None


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "\n\nBolivia protested.\n",
        "LIMA — Peru closed two posts.\n\nQUITO — Ecuador expelled a diplomat.\n",
        f"{FIRST}\n\nIn QUITO, March 9 was a day of mourning; LA PAZ, which had protested, stayed calm.\n",
        "4 March 2022\n\nPeru closed two posts.\n\n---\n\n9 March 2022\n\nEcuador expelled a diplomat.\n",
        "1. Reuters, 4 March 2022\n2. AFP, 9 March 2022\n",
        "Reuters, 4 March 2022\n\nLIMA, March 4 (Reuters) - Peru closed two border posts.\n\nBolivia protested.\n",
        "The Hindu, 4 March 2022\n\nPosts shut\n\nLIMA (AFP) - Peru closed two border posts.\n",
        f"{FIRST}\n\nLA PAZ, 4 March (REUTERS) - Bolivia protested.\n",
    ],
)
def test_what_is_one_text_stays_one(tmp_path: Path, text: str) -> None:
    assert stories(text) == ()
    assert len(documents(tmp_path, text)) == 1


def test_reports_read_as_one_are_told() -> None:
    html = f"<html><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    for data, name in ((html.encode(), "a.html"), (f"{FIRST}\n\n{SECOND}".encode(), "a.txt")):
        assert "W130" in [problem.code for problem in read(data, input_id=name).problems]
    assert same_report([FIRST, "LIMA, March 4, 2022 (Reuters) - More was closed.", "CUSCO (Reuters) - Trains stood still."])


def test_a_wires_note_on_itself_tells_no_act() -> None:
    note = "(Corrects March 3 story to say that Peru did not sign the statement.)"
    document = read(f"{FIRST}\n\nBolivia protested against what it called an outrage on Friday.\n\n{note}\n".encode(), input_id="a.txt")
    kinds = {document.slice(block.span): block.kind.value for block in document.blocks}
    assert kinds[note] == "boilerplate"
