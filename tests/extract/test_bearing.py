"""How a title bears on an act: by hand-built records, and the open cases at the figure reached."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.extract.bearing import Title, bearing
from dateline.types import Certainty, EventMention, Mention, Participant, Quantity, Sentence, Span, Status, TimeRef

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))

#: What bench/bearing.py measures on the open half, less one case of 30.
FLOOR = 0.90


def mention(text: str, trigger: str, kind: str, actor: str | None = None, recipient: str | None = None) -> EventMention:
    """An act of a one-sentence text."""
    at = text.index(trigger)
    span = Span(at, at + len(trigger))
    parties = [(Participant(code, span, country=code),) if code else () for code in (actor, recipient)]
    return EventMention(
        "m", "m", "d", "i", Sentence(0, text, Span(0, len(text))), Mention(trigger, span), kind, actors=parties[0], recipients=parties[1]
    )


def title(one: EventMention, *quantities: Quantity, published: str | None = None) -> Title:
    countries = frozenset(p.country for p in (*one.actors, *one.recipients) if p.country)
    return Title(one.sentence.text, (one,), quantities, countries, published)


ACT = mention("Chad expelled the envoy of Togo.", "expelled", "SANCTION", "TCD", "TGO")
SAME = mention("Chad expels Togo's envoy", "expels", "SANCTION", "TCD", "TGO")


def test_the_same_act_in_other_words() -> None:
    found = bearing(ACT, title(SAME))
    assert (found.relation, found.reasons) == ("same", ("“expels” reports the act of “expelled” (TCD, TGO)",))


@pytest.mark.parametrize(
    ("other", "detail"),
    [
        (replace(SAME, negated=True), "negation"),
        (replace(SAME, status=Status.FUTURE), "status"),
        (replace(SAME, certainty=Certainty.POSSIBLE), "certainty"),
        (mention("Togo expels Chad's envoy", "expels", "SANCTION", "TGO", "TCD"), "party"),
        (mention("Chad weighs expulsion of Togo's envoy", "expulsion", "SANCTION", "TCD", "TGO"), "status"),
    ],
)
def test_another_detail_is_named(other: EventMention, detail: str) -> None:
    found = bearing(ACT, title(other))
    assert found.relation == "detail"
    assert detail in {reason.partition(":")[0] for reason in found.reasons}


def count(text: str, value: float | None, low: float | None = None, *, approximate: bool = False) -> Quantity:
    return Quantity(text, Span(0, len(text)), value, low, None, "persons", "detained", approximate)


@pytest.mark.parametrize(
    ("mine", "theirs", "relation"),
    [
        (count("12 men", 12), count("12 men", 12), "same"),
        (count("12 men", 12), count("40 men", 40), "detail"),
        (count("at least 12", None, 12), count("40 men", 40), "same"),
        (count("at least 50", None, 50), count("40 men", 40), "detail"),
        (count("about 38", 38, approximate=True), count("40 men", 40), "same"),
    ],
)
def test_numbers_agree_within_their_bounds(mine: Quantity, theirs: Quantity, relation: str) -> None:
    assert bearing(replace(ACT, quantities=(mine,)), title(SAME, theirs)).relation == relation


def test_background_names_a_party_and_the_unrelated_none() -> None:
    other = mention("Togo opens a railway", "opens", "COOPERATE", "TGO")
    assert bearing(ACT, title(other)).relation == "background"
    assert bearing(ACT, Title("A field guide to alpine birds")).relation == "unrelated"


def test_a_source_from_before_the_act_cannot_report_it() -> None:
    day = date(2024, 5, 20)
    act = replace(ACT, date=TimeRef(day, day, "day", "explicit", "on 20 May", Span(0, 4)))
    assert bearing(act, title(SAME, published="2024-05-21")).relation == "same"
    assert bearing(act, title(SAME, published="2024-03-01")).relation == "background"


def test_open_cases() -> None:
    from bearing import report, score  # bench/bearing.py

    from dateline.pipeline import CodeOptions, Pipeline

    assert report("open", score(Pipeline(CodeOptions()), "open", misses=False)) >= FLOOR
