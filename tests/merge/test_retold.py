"""Acts that a later report comes back to without a time: they join the report of the act, and nothing that differs or comes later."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from dateline.merge import MergeItem, Number
from dateline.merge.blocking import candidate_pairs
from dateline.merge.cluster import cluster
from dateline.merge.columns import to_columns
from dateline.merge.retold import retold

DAY = date(2031, 3, 4)
REPORT = "Gunmen bombed the ferry Santa Rita off Isla Verde on Tuesday, the coast guard said."
LATER = "Mourners gathered in Manila for the first time since the bombing of the Santa Rita."


def news(**more: object) -> MergeItem:
    fields: dict[str, object] = {"text": REPORT, "trigger": "bombed", "type": "ASSAULT", "recipients": ("PHL",), "first": DAY, "last": DAY, "published": DAY}
    return MergeItem(**({"mention_id": "a", "doc_id": "one", "sentence": 0} | fields | more))  # type: ignore[arg-type]


def again(**more: object) -> MergeItem:
    fields: dict[str, object] = {"text": LATER, "trigger": "bombing", "type": "ASSAULT", "recipients": ("PHL",), "published": DAY + timedelta(days=150)}
    return MergeItem(**({"mention_id": "b", "doc_id": "two", "sentence": 0} | fields | more))  # type: ignore[arg-type]


def are_one(one: MergeItem, other: MergeItem) -> bool:
    events, _ = cluster(to_columns([one, other]))
    return bool(events[0] == events[1])


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("Staff of the consulate that was stormed in Lima have left.", "stormed", "of the consulate stormed in Lima"),
        ("The envoys whom Chile had expelled flew home.", "expelled", "The envoys Chile expelled"),
        ("It answers the decision of Norway, which expelled 15 attaches.", "expelled", "decision of Norway expelled attaches"),
        ("Since the expulsion of the attaches, relations have cooled.", "expulsion", "the expulsion of the attaches"),
        ("The port reopened two weeks after rebels had shelled the grain depot.", "shelled", "two weeks after rebels shelled the grain depot"),
        ("The talks are the first since Chad's seizure of the convoy.", "seizure", "Chad's seizure of the convoy"),
        ("It was done in retaliation for the raid on the depot.", "raid", "the raid on the depot"),
        ("The death toll from a raid on a camp in Kutum rose to 16.", "raid", "a raid on a camp in Kutum"),
        ("Survivors of the raid on Kutum reached Chad.", "raid", "the raid on Kutum"),
        ("A crowd stormed the consulate in Lima.", "stormed", None),
        ("Police said rebels had shelled the depot.", "shelled", None),
        ("Police said that Norway expelled 15 attaches.", "expelled", None),
        ("The report that Norway expelled attaches is false.", "expelled", None),
        ("A blast tore through a market, which killed 12.", "killed", None),
        ("Chad wants redress for the strike, which Niger insists killed smugglers.", "killed", None),
        ("Five fled after an attack on a convoy.", "attack", None),
        ("Gunmen who shelled a depot fled.", "shelled", None),
        ("Officials condemned the raid on the depot.", "raid", None),
    ],
)
def test_what_a_statement_comes_back_to(text: str, trigger: str, told: str | None) -> None:
    assert retold(text, trigger, text.index(trigger)) == told


def test_a_report_months_later_joins_the_report_of_the_act() -> None:
    assert are_one(news(), again())
    assert are_one(news(first=None, last=None), again())
    mourned = DAY + timedelta(days=149)
    assert are_one(news(), again(hints=((mourned, mourned),)))


@pytest.mark.parametrize(
    "more",
    [
        {"published": DAY - timedelta(days=8)},
        {"text": "Mourners gathered for the first time since the bombing of the market hall.", "trigger": "bombing"},
        {"text": "Mourners gathered in Manila for the first time since the bombing."},
        {"text": "Mourners gathered in Manila after a bombing of the Santa Rita."},
        {"place": "cebu", "place_country": "PHL"},
        {"recipients": ("IDN",)},
        {"actors": ("IDN",), "recipients": ()},
        {"numbers": (Number(90.0, "killed"),)},
        {"negated": True},
        {"planned": True},
        {"published": DAY + timedelta(days=400)},
    ],
    ids=["earlier", "another target", "no target", "news", "another place", "another victim", "another role", "another toll", "denied", "planned", "long ago"],
)
def test_what_differs_or_comes_earlier_stays_apart(more: dict[str, object]) -> None:
    report = news(place="isla verde", place_country="PHL", numbers=(Number(7.0, "killed"),))
    assert are_one(report, again())
    assert not are_one(report, again(**more))


def test_what_a_crowd_did_is_come_back_to_as_an_attack_on_one_place() -> None:
    stormed = news(text="Protesters stormed the Danish embassy in Lima on Tuesday.", trigger="stormed", type="PROTEST", recipients=("DNK",), place="lima", place_country="PER")
    later = {"text": "Denmark reopened talks with Peru after the attack on its embassy in Lima.", "trigger": "attack", "recipients": ("DNK",), "place_country": "PER"}
    assert are_one(stormed, again(place="lima", **later))
    assert not are_one(stormed, again(place="cusco", **later))
    assert not are_one(stormed, again(**later))


def test_a_toll_that_grew_is_no_other_act_and_another_count_of_envoys_is() -> None:
    assert are_one(news(numbers=(Number(7.0, "killed"),)), again(numbers=(Number(11.0, "killed"),)))
    expelled = {"type": "SANCTION", "recipients": ("NOR",), "actors": ("CHL",)}
    first = news(text="Chile expelled seven Norwegian attaches.", trigger="expelled", numbers=(Number(7.0, "attaches"),), **expelled)
    later = "The attaches whom Chile had expelled flew home."
    assert are_one(first, again(text=later, trigger="expelled", **expelled))
    assert not are_one(first, again(text=later, trigger="expelled", numbers=(Number(11.0, "attaches"),), **expelled))


def test_blocks_offer_a_report_of_months_before_only_to_what_comes_back_to_it() -> None:
    def offered(other: MergeItem) -> bool:
        return any(len(left) for left, _ in candidate_pairs(to_columns([news(), other])))

    assert offered(again())
    assert not offered(again(text=LATER.replace("since the", "since a")))


def test_one_of_two_new_mentions_finds_the_other_whichever_came_first() -> None:
    columns = to_columns([news(), again()])
    for among in ([True, False], [False, True]):
        pairs = [(int(a), int(b)) for left, right in candidate_pairs(columns, np.array(among)) for a, b in zip(left, right, strict=True)]
        assert pairs == [(0, 1)]
