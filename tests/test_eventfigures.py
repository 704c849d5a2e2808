"""In what figures the documents of a brief differ, and which of them their source took back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.briefs import Selection, make_extras
from dateline.evaluation.gold import plain_document
from dateline.merging import with_events
from dateline.pipeline import CodeOptions, Pipeline
from dateline.report.acts import Act, acts
from dateline.report.summary import summarise

ACT = "Rwandan troops shelled a market in Kampala on 3 March 2022, killing {} people{}."
Report = tuple[str, str, str]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(CodeOptions())


def brief(pipeline: Pipeline, *reports: Report) -> tuple[str, tuple[Act, ...]]:
    """The lines at the head of a brief of reports (publisher, day, text), and its acts."""
    documents = [replace(plain_document(f"{place}.txt", text, day), publisher=publisher) for place, (publisher, day, text) in enumerate(reports)]
    coded = with_events(tuple(pipeline.code(documents)))
    extras = make_extras(Selection(coded), with_pictures=False)
    found = acts(coded, extras.figures)
    lines = summarise(coded, found, told=dict(extras.independent)).story
    return "\n".join("".join(piece.text for piece in line) for line in lines), found


def test_a_corrected_figure_stands_in_place_of_the_one_that_was_taken_back(pipeline: Pipeline) -> None:
    first = ("Lisbon Courier", "2022-03-04", "Three killed in market shelling\n\n" + ACT.format("three", ""))
    second = ("Lisbon Courier", "2022-03-05", "CORRECTED: Seven killed, not three, in market shelling\n\n" + ACT.format("seven", ""))
    told, found = brief(pipeline, first, second)
    line = told.splitlines()[0]
    assert "“killing seven people" in line or "killing" not in line
    assert "figure that stands: 7 killed (Lisbon Courier)" in line and "taken back: 3 killed (Lisbon Courier, now 7)" in line
    back = {act.mention.sentence.text for act in found if act.taken_back}
    assert back == {"Three killed in market shelling", ACT.format("three", "")}, "of the corrected headline only the one that stands"


def test_figures_of_others_stand_side_by_side_with_who_gives_them(pipeline: Pipeline) -> None:
    told, found = brief(
        pipeline,
        ("Lisbon Courier", "2022-03-04", ACT.format("three", ", the Ugandan interior ministry said")),
        ("Lagos Mirror", "2022-03-06", ACT.format("nine", "")),
    )
    line = told.splitlines()[0]
    assert "; figures differ: " in line and "9 killed (Lagos Mirror)" in line and "3 killed (Ugandan interior ministry)" in line
    assert "taken back" not in told and not any(act.taken_back for act in found)


def test_a_correction_says_nothing_of_another_medium_or_of_what_came_later(pipeline: Pipeline) -> None:
    note = "\n\n(Corrects death toll to seven from three in paragraph 1)"
    told, _ = brief(
        pipeline,
        ("Lisbon Courier", "2022-03-05", ACT.format("seven", "") + note),
        ("Lagos Mirror", "2022-03-04", "On 3 March 2022 Rwanda shelled stalls in Kampala, and three people were killed."),
    )
    assert "taken back" not in told


def test_figures_that_agree_are_not_repeated(pipeline: Pipeline) -> None:
    told, _ = brief(pipeline, ("Lisbon Courier", "2022-03-04", ACT.format("three", "")), ("Lagos Mirror", "2022-03-04", ACT.format("three", "")))
    assert "killed (" not in told and "figures" not in told


def test_what_one_release_counts_differs_in_nothing(pipeline: Pipeline) -> None:
    text = "The World Bank granted Ghana a loan of $20 billion on Friday, with $12 billion at once.\n\nThe World Bank granted Ghana $2 billion of the loan on Friday."
    told, _ = brief(pipeline, ("Fund", "2031-04-11", text))
    assert "figures differ" not in told


@pytest.mark.parametrize(
    ("first", "other", "differ"),
    [
        ("duties of 10% to 15%", "duties of 10%", ""),
        ("duties of 10%", "duties of 12%", "10% (Lisbon Courier)"),
        ("a $2 billion fine", "a $3.5 billion fine", "$3.5 billion (Lagos Mirror)"),
    ],
)
def test_figures_of_two_papers_differ_where_they_share_none(pipeline: Pipeline, first: str, other: str, differ: str) -> None:
    text = "Chad imposed {} on Nigerian cotton mills on Tuesday."
    told, _ = brief(pipeline, ("Lisbon Courier", "2022-03-02", text.format(first)), ("Lagos Mirror", "2022-03-02", text.format(other)))
    assert ("figures differ" in told and differ in told) if differ else "figures differ" not in told
