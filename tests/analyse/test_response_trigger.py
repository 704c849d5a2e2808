"""The trigger as a query in words or as an event."""

from __future__ import annotations

from datetime import date

import pytest
from affairs import ALL, LANDING, Act, document

from dateline.analyse.response import parse_trigger
from dateline.analyse.response.query import all_told, find_trigger
from dateline.announcements import announced_on
from dateline.errors import DatelineError
from dateline.types import Status


def found(text: str, coded: tuple = ALL, **dates: date) -> list[str]:
    trigger = find_trigger(parse_trigger(text, **dates), all_told(coded))
    return [] if trigger is None else [one.mention.trigger.text for one in trigger.mentions]


@pytest.mark.parametrize(
    ("text", "actor", "kind", "other"),
    [
        ("PRK MOBILIZE RUS", "PRK", "MOBILIZE", "RUS"),
        ("North Korea mobilize Russia", "North Korea", "MOBILIZE", "Russia"),
        ("* ASSAULT UKR", None, "ASSAULT", "UKR"),
        ("PRK MOBILIZE", "PRK", "MOBILIZE", None),
    ],
)
def test_a_query_is_actor_type_and_other(text: str, actor: str | None, kind: str, other: str | None) -> None:
    query = parse_trigger(text)
    assert (query.event, query.actor, query.type, query.other) == (None, actor, kind, other)


@pytest.mark.parametrize("text", ["PRK", "North Korea", "Côte d'Ivoire", "Islamic State in Khorasan"])
def test_a_party_alone_is_whatever_it_did(text: str) -> None:
    query = parse_trigger(f" {text} ")
    assert (query.actor, query.type, query.other) == (text, None, None)


@pytest.mark.parametrize("text", ["", "PRK RUS", "PRK MOBILISE RUS", "MOBILIZE", "* MOBILIZE *", "PRK *", "0123"])
def test_what_is_no_trigger_is_said(text: str) -> None:
    with pytest.raises(DatelineError, match="E205"):
        parse_trigger(text)


def test_dates_in_the_wrong_order_are_said() -> None:
    with pytest.raises(DatelineError, match="E205"):
        parse_trigger("A MOBILIZE B", since=date(2031, 2, 1), until=date(2031, 1, 1))


def test_the_last_term_is_a_recipient_or_a_place() -> None:
    sent = Act("sent", "MOBILIZE", "BOR", "", "2031-05-02", place="SYL")
    placed = document("p", "2031-05-03", "T", [[("Borduria sent marines to Klow.", [sent])]])
    assert found("BOR MOBILIZE SYL", (placed,)) == ["sent"]
    assert found("BOR MOBILIZE SYL") == ["landed"]
    assert found("BOR MOBILIZE ARL") == []


def test_a_sending_of_forces_is_found_in_both_readings() -> None:
    aid = Act("sent", "AID", "BOR", "SYL", "2031-05-02")
    forces = document("f", "2031-05-03", "T", [[("Borduria sent two battalions to Syldavia.", [aid])]])
    wheat = document("g", "2031-05-03", "T", [[("Borduria sent wheat to Syldavia.", [aid])]])
    assert found("BOR MOBILIZE SYL", (forces,)) == ["sent"]
    assert found("BOR MOBILIZE SYL", (wheat,)) == []


def test_an_event_is_found_by_its_id() -> None:
    assert found("00000000000000aa") == ["landed"]
    assert found("00000000000000ab") == []


def test_imagined_and_denied_acts_are_no_trigger() -> None:
    denied = document("d", "2031-05-03", "T", [[("Borduria sent nobody.", [Act("sent", "MOBILIZE", "BOR", "SYL", "2031-05-02", negated=True)])]])
    assert found("BOR MOBILIZE SYL", (denied,)) == []
    assert found("BOR MOBILIZE SYL", ALL) == ["landed"], "the planned manoeuvres of March are not one"


def test_dates_hold_for_the_trigger() -> None:
    assert found("BOR MOBILIZE SYL", since=date(2031, 5, 3)) == []
    assert found("BOR MOBILIZE SYL", until=date(2031, 5, 1)) == []
    assert found("BOR MOBILIZE SYL", since=date(2031, 5, 2), until=date(2031, 5, 2)) == ["landed"]


def test_a_stated_day_decides_over_the_day_of_publication() -> None:
    told_early = document("e", "2031-04-30", "T", [[("Borduria landed marines.", [Act("landed", "MOBILIZE", "BOR", "SYL")])]])
    trigger = find_trigger(parse_trigger("BOR MOBILIZE SYL"), all_told((told_early, LANDING)))
    assert trigger is not None
    assert (trigger.first, trigger.last, len(trigger.mentions)) == (date(2031, 5, 2), date(2031, 5, 2), 2)
    assert (trigger.doers, trigger.others) == ({"BOR"}, {"SYL"})


def test_who_fights_the_doers_is_the_other_side() -> None:
    war = document("w", "2031-05-04", "T", [[("Khemed shelled Bordurian posts.", [Act("shelled", "ASSAULT", "KHE", "BOR")])]])
    trigger = find_trigger(parse_trigger("BOR MOBILIZE SYL"), all_told((LANDING, war)))
    assert trigger is not None
    assert trigger.opponents == {"KHE"}


def test_a_trigger_told_as_a_plan_is_dated_by_its_announcement() -> None:
    plan = Act("would open a base", "AGREE", "BOR", "SYL", status=Status.FUTURE)
    told = document("d", "2032-05-03", "Ties", [[("On 4 May 2031 Borduria announced that it would open a base in Syldavia.", [plan])]])
    plain = find_trigger(parse_trigger("BOR AGREE SYL"), all_told((told,)))
    assert plain is not None and not plain.dated
    found = find_trigger(parse_trigger("BOR AGREE SYL"), all_told((told,), announced_on))
    assert found is not None and found.dated and found.first == date(2031, 5, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Borduria said on 4 May 2031 that it would open a base.", date(2031, 5, 4)),
        ("Borduria will open a base on 4 May 2031.", None),
        ("On 4 May 2031 Borduria would open a base.", None),
        ("Borduria announced that it would open a base on 4 May 2031.", None),
    ],
)
def test_only_the_day_of_the_words_that_tell_a_plan_is_its_announcement(text: str, day: date | None) -> None:
    (item,) = (document("d", "2032-05-03", "Ties", [[(text, [Act("open a base", "AGREE", "BOR", "SYL", status=Status.FUTURE)])]]),)
    said = announced_on(item, item.mentions[0])
    assert (said[0] if said else None) == day
