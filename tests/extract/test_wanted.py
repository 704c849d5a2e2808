"""What a text recommends, demands or lists as to be done is not done; lists of what was done keep their doer and stay told."""

from __future__ import annotations

from functools import lru_cache

import pytest

import dateline
from dateline.extract.wanted import as_order, is_wanted_head, opens_as_item
from dateline.pipeline import Pipeline
from dateline.types import EventMention, Status

_HEAD = "# Malawi and its neighbours\n\n7 May 2024\n\nOn 2 May 2024 Zambia closed its border with Malawi.\n\n"


@lru_cache(maxsize=1)
def _pipeline() -> Pipeline:
    return Pipeline()


def _coded(text: str, name: str = "t.md") -> dict[str, EventMention]:
    """The acts of a text by the words of their triggers."""
    document = dateline.read_text(_HEAD + text, id=name) if name.endswith(".md") else dateline.read_text(text, id=name)
    return {act.trigger.text: act for act in _pipeline().code([document])[0].mentions}


def _countries(act: EventMention) -> list[str | None]:
    return [one.country for one in act.actors]


LEADS = [
    ("Zambia should:", ["ZMB"]),
    ("The government of Zambia must:", ["ZMB"]),
    ("Zambia has to:", ["ZMB"]),
    ("Lusaka could consider the following:", ["ZMB"]),
    ("We call on the government of Zambia to:", ["ZMB"]),
    ("The panel recommends that Zambia:", ["ZMB"]),
    ("Zambia is urged to:", ["ZMB"]),
    ("It is time for Zambia to:", ["ZMB"]),
    ("Among the steps that Zambia should take:", ["ZMB"]),
    ("Options for Lusaka:", ["ZMB"]),
    ("Zambia has two options:", ["ZMB"]),
    ("To the Government of Zambia:", ["ZMB"]),
    ("The following steps are needed:", []),
    ("Next steps:", []),
    ("Our demands:", []),
    ("We recommend:", []),
]


ITEMS = [
    "- recall the ambassador from Lilongwe;\n- expel the envoy of Malawi.",
    "- Recall the ambassador from Lilongwe\n- Expel the envoy of Malawi",
    "1. Recall the ambassador from Lilongwe.\n2. Expel the envoy of Malawi.",
]


@pytest.mark.parametrize(("lead", "doers"), LEADS)
@pytest.mark.parametrize("items", ITEMS)
def test_the_items_under_a_lead_that_asks_are_not_done(lead: str, doers: list[str], items: str) -> None:
    found = [act for act in _coded(f"{lead}\n\n{items}\n").values() if act.trigger.text.lower().split()[0] in {"recall", "expel"}]
    assert len(found) == 2
    assert all(act.status is Status.HYPOTHETICAL and _countries(act) == doers and act.date is None for act in found)
    assert all(act.cues.status is not None for act in found)


@pytest.mark.parametrize(
    ("lead", "doers"),
    [("Zambia has:", ["ZMB"]), ("The government of Zambia has taken two steps:", ["ZMB"]), ("In May Zambia:", ["ZMB"]), ("Measures taken so far:", [])],
)
def test_the_items_under_a_lead_that_tells_are_done(lead: str, doers: list[str]) -> None:
    found = _coded(f"{lead}\n\n- recalled its ambassador from Lilongwe\n- expelled the envoy of Malawi\n")
    acts = [act for word, act in found.items() if word.split()[0] in {"recalled", "expelled"}]
    assert len(acts) == 2
    assert all(act.status is Status.OCCURRED for act in acts)
    assert [_countries(act) for act in acts] == [doers] * 2 or lead.startswith("In May")


def test_what_somebody_decides_or_plans_stays_as_it_was() -> None:
    decided = _coded("The government of Zambia decided to:\n\n- Suspend flights to Malawi\n- Expel the envoy of Malawi\n")
    assert [decided[word].status for word in ("Suspend flights", "Expel")] == [Status.OCCURRED] * 2
    planned = _coded("Zambia will:\n\n- expel the envoy of Malawi\n")
    assert planned["expel"].status is Status.FUTURE


def test_a_list_goes_on_behind_a_sentence_with_its_subject() -> None:
    found = _coded("Zambia must act:\n\n- It must send police to Chipata.\n- Condemn Malawi for the raid.\n")
    assert found["Condemn"].status is Status.HYPOTHETICAL
    assert [one.text for one in found["Condemn"].recipients] == ["Malawi"]


SECTIONS = [
    "## Recommendations", "## V. Conclusions and recommendations", "## What Lusaka should do", "## Policy options", "## Next steps", "## The way forward",
    "## Key asks", "## To the Government of Zambia", "## 4. What is to be done?", "## Recommendations\n\n### To the African Union",
]  # fmt: skip


@pytest.mark.parametrize("head", SECTIONS)
def test_a_section_of_what_is_to_be_done(head: str) -> None:
    items = [
        "Sanction Malawi's generals.", "Condemn Malawi for the raid.", "An immediate ceasefire with Malawi", "Imposing an arms embargo on Malawi",
        "That Malawi withdraw its troops;", "Cut off funds for Malawi.",
    ]  # fmt: skip
    found = _coded(f"{head}\n\n" + "\n".join(f"- {one}" for one in items) + "\n\nZambia arrested two smugglers in April.\n\n## Where things stand\n\nTanzania bombed a camp.\n")
    told = {word for word, act in found.items() if act.status is Status.OCCURRED}
    assert {"Sanction", "Condemn", "ceasefire", "arms embargo", "withdraw", "Cut off funds"} <= set(found) - told
    assert {"closed", "arrested", "bombed"} <= told
    assert not any("Condemn" in one.text for act in found.values() for one in (*act.actors, *act.recipients))


@pytest.mark.parametrize("head", ["## What Lusaka has done", "## Recommendations of the panel implemented in 2023", "## Steps taken"])
def test_a_section_of_what_was_done(head: str) -> None:
    found = _coded(f"{head}\n\n- Expelled the envoy of Malawi\n- Released 40 prisoners of Malawi\n")
    assert [found[word].status for word in ("Expelled", "Released")] == [Status.OCCURRED] * 2


def test_plain_text_with_heads_in_capitals() -> None:
    lines = [
        "Malawi and Zambia", "7 May 2024", "Zambia closed its border.", "RECOMMENDATIONS", "1. Expel the envoy of Malawi.", "2. Condemn Malawi for the raid.",
        "To the Government of Mozambique:", "• Withdraw troops from Malawi.", "CONCLUSION", "Tanzania bombed a camp in Malawi.",
    ]  # fmt: skip
    found = _coded("\n\n".join(lines), "t.txt")
    assert {word for word, act in found.items() if act.status is Status.HYPOTHETICAL} >= {"Expel", "Condemn"}
    assert found["bombed"].status is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Suspend the talks with Malawi.", "Suspend", Status.HYPOTHETICAL),
        ("Expel the envoy and freeze the assets of Malawi.", "freeze the assets", Status.HYPOTHETICAL),
        ("If Malawi refuses, suspend aid to it.", "suspend", Status.HYPOTHETICAL),
        ("Zambia should condemn Malawi.", "condemn", Status.HYPOTHETICAL),
        ("We recommend expelling the envoy of Malawi.", "expelling", Status.HYPOTHETICAL),
        ("Recalled home, the envoy accused Malawi.", "accused", Status.OCCURRED),
        ("Thank you for supporting Malawi.", "Thank", Status.OCCURRED),
        ("Zambia and Malawi suspend talks.", "suspend", Status.OCCURRED),
    ],
)
def test_an_order_tells_of_nothing_done(text: str, word: str, expected: Status) -> None:
    found = next(act for trigger, act in _coded(text).items() if trigger.startswith(word))
    assert (found.status is Status.HYPOTHETICAL) is (expected is Status.HYPOTHETICAL)


def test_a_title_that_names_a_list_is_no_act() -> None:
    text = "# Recommendations to the Government of Zambia\n\n7 May 2024\n\nMalawi arrested a Zambian envoy.\n\n- Expel the envoy of Malawi.\n"
    document = dateline.read_text(text, id="t.md")
    acts = _pipeline().code([document])[0].mentions
    assert [(act.trigger.text, act.status) for act in acts] == [("arrested", Status.OCCURRED), ("Expel", Status.HYPOTHETICAL)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recommendations", True), ("3.2 Policy recommendations for donors", True), ("How should Oslo respond?", True), ("Steps to take", True), ("What now needs doing", True),
        ("Recommendations made in 2019", False), ("Options traders flee Lagos", True), ("What Oslo did", False), ("The road to war", False), ("How the raid was planned", False),
    ],
)  # fmt: skip
def test_heads(text: str, expected: bool) -> None:
    assert is_wanted_head(text) is expected


def test_the_first_word_of_an_order_is_small_for_the_parser() -> None:
    assert as_order("Condemn Malawi for the raid.", listed=False) == "condemn Malawi for the raid."
    assert as_order("Sanction Malawi's generals.", listed=False)[0] == "S"
    assert as_order("Sanction Malawi's generals.", listed=True)[0] == "s"
    assert as_order("Support for Malawi grew.", listed=True)[0] == "S"
    assert not opens_as_item("March 3: Malawi closed its border")
