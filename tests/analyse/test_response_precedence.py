"""Acts that the text itself puts before the trigger, and what stands beside them, by hand-made documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from affairs import Act, countries, document

from dateline.analyse.response import parse_trigger, respond
from dateline.analyse.response.values import ActorReport
from dateline.types import Coded

RAID = ("Bordurian police raided the Arlandish embassy on Friday.", [Act("raided", "ASSAULT", "BOR", "ARL", "2031-05-02")])


def told(text: str, *acts: Act) -> Coded:
    return document("news", "2031-05-04", "Arland protests over embassy raid", [[RAID, (text, list(acts))]])


def arland(coded: Coded) -> ActorReport:
    (report,) = respond([coded], parse_trigger("BOR ASSAULT ARL"), ("ARL",), countries).actors
    return report


def answered(report: ActorReport) -> set[str]:
    return {one.told.mention.trigger.text for rung in report.ladder for one in rung.acts}


SHELTER = Act("granted", "AID", "ARL", "BOR")
EXPEL = Act("expelled", "SANCTION", "ARL", "BOR")


@pytest.mark.parametrize(
    ("text", "act", "counts"),
    [
        ("The raid came hours after Arland granted the Bordurian senator shelter.", SHELTER, False),
        ("The assault on the embassy took place a day after Arland expelled the Bordurian consul.", EXPEL, False),
        ("Arland granted the Bordurian senator shelter hours before the raid.", SHELTER, False),
        ("Arland had expelled the Bordurian consul days before Friday's raid.", EXPEL, False),
        ("After the raid Arland expelled the Bordurian consul.", EXPEL, True),
        ("The raid shocked the town, and days after it Arland expelled the Bordurian consul.", EXPEL, True),
        ("Arland expelled the Bordurian consul after the raid.", EXPEL, True),
        ("Arland expelled the Bordurian consul over the raid, before its own embassy closed.", EXPEL, True),
    ],
)
def test_what_came_before_the_trigger_is_no_answer(text: str, act: Act, counts: bool) -> None:
    assert (act.words in answered(arland(told(text, act)))) is counts


def test_after_which_act_the_trigger_itself_is_told() -> None:
    text = "Bordurian police raided the embassy hours after Arland granted the senator shelter."
    coded = document("news", "2031-05-04", "Raid", [[(text, [Act("raided", "ASSAULT", "BOR", "ARL", "2031-05-02"), SHELTER])]])
    assert "granted" not in answered(arland(coded))


@pytest.mark.parametrize(
    ("text", "words", "counts"),
    [
        ("The worst blow fell on Friday, hours after Arland had praised its senator: Bordurian police raided the embassy.", "praised", False),
        ("Hours after Arland had praised its senator, Bordurian police raided the embassy.", "praised", False),
        ("Bordurian police raided the embassy of Arland, which had praised the senator.", "praised", False),
        ("Bordurian police raided the embassy and Arland praised its guards for their calm.", "praised", True),
        ("By Sunday Bordurian police had raided the embassy and Arland had praised its guards.", "praised", True),
    ],
)
def test_what_had_been_done_when_the_trigger_came(text: str, words: str, counts: bool) -> None:
    acts = [Act("raided", "ASSAULT", "BOR", "ARL", "2031-05-02"), Act(words, "SUPPORT", "ARL", "BOR", "2031-05-02")]
    coded = document("news", "2031-05-04", "Raid", [[(text, acts)]])
    assert (words in answered(arland(coded))) is counts


def test_one_sentence_is_one_report() -> None:
    text = "Bordurian police raided the Arlandish embassy and beat the consul on Friday."
    acts = [Act("raided", "ASSAULT", "BOR", "ARL", "2031-05-02"), Act("beat", "ASSAULT", "BOR", "ARL", "2031-05-02")]
    report = respond([document("news", "2031-05-04", "Raid", [[(text, acts)]])], parse_trigger("BOR ASSAULT ARL"), ("ARL",), countries)
    assert report.trigger is not None
    assert [len(report.trigger.mentions), len(report.trigger.reports)] == [2, 1]


@pytest.mark.parametrize(
    ("text", "act", "rung"),
    [
        ("Arland has refrained from requesting a session over the raid.", Act("requesting", "REQUEST", "ARL", negated=True), "restraint"),
        ("Arland did not request a session over the raid.", Act("request", "REQUEST", "ARL", negated=True), "statement"),
    ],
)
def test_a_request_that_was_kept_back(text: str, act: Act, rung: str) -> None:
    found = {one.told.mention.trigger.text: step.name for step in arland(told(text, act)).ladder for one in step.acts}
    assert found[act.words] == rung


def test_what_an_organ_of_the_state_reproaches_its_own_with_is_at_home() -> None:
    text = "Arland's ombudsman criticised the Arlandish curbs after the raid."
    report = arland(told(text, Act("criticised", "ACCUSE", "ARL", "ARL")))
    assert [one.told.mention.trigger.text for one in report.domestic] == ["criticised"]
    assert not answered(report)


def test_who_demands_together_demands_nothing_of_one_another() -> None:
    from dateline.analyse.response.scene import recipients_of

    (mention,) = told("Arland and Syldavia sought a session.", Act("sought", "REQUEST", "ARL SYL")).mentions[1:]
    assert recipients_of(mention, "ARL") == frozenset()
    (mention,) = told("Arland and Syldavia held talks.", Act("talks", "CONSULT", "ARL SYL")).mentions[1:]
    assert recipients_of(mention, "ARL") == frozenset({"SYL"})


def test_what_somebody_calls_it_is_no_other_matter() -> None:
    text = "Arland voiced support for what Ottokar Wolff called steps against the embassy raid."
    (rung,) = arland(told(text, Act("voiced support", "SUPPORT", "ARL", "BOR"))).ladder
    assert not {"foreign", "own_ground"} & {reason.kind for reason in rung.acts[0].reasons}


@pytest.mark.parametrize(("words", "home"), [("embassy staff", False), ("Consular workers", False), ("hospital staff", True)])
def test_the_staff_of_an_embassy_acts_for_its_state(words: str, home: bool) -> None:
    coded = told("Arlandish staff left Borduria after the raid.", Act("left", "SANCTION", "ARL", "BOR", sector="LAB"))
    last = coded.mentions[-1]
    parties = tuple(replace(party, text=words) for party in last.actors)
    report = arland(replace(coded, mentions=(*coded.mentions[:-1], replace(last, actors=parties))))
    assert ("left" in answered(report)) is not home


@pytest.mark.parametrize(
    ("text", "act", "counts"),
    [
        ("Arland severed relations on Friday after Bordurian police raided its embassy.", Act("severed", "SANCTION", "ARL", "BOR", "2031-05-03"), True),
        ("Arland had severed relations on Friday.", Act("severed", "SANCTION", "ARL", "BOR", "2031-05-03"), False),
        ("Arland severed relations in March.", Act("severed", "SANCTION", "ARL", "BOR", "2031-03-03"), False),
    ],
)
def test_news_that_gives_its_event_no_day_tells_of_the_days_before(text: str, act: Act, counts: bool) -> None:
    raid = ("Bordurian police raided the Arlandish embassy.", [Act("raided", "ASSAULT", "BOR", "ARL")])
    report = arland(document("news", "2031-05-04", "Arland protests over embassy raid", [[raid, (text, [act])]]))
    assert (act.words in answered(report)) is counts
    assert [rung.first.isoformat() for rung in report.ladder if rung.first] == (["2031-05-03"] if counts else [])


def test_news_goes_on_from_its_own_day_behind_a_look_back() -> None:
    behind = ("Weeks earlier Borduria had expelled the envoy.", [Act("expelled", "SANCTION", "BOR", "ARL", "2031-01-10")])
    assert "condemned" in answered(arland(told_behind(*behind)))


def test_news_goes_on_from_its_own_day_behind_what_is_only_named() -> None:
    acts = [Act("expelled", "SANCTION", "BOR", "ARL"), Act("killing", "ASSAULT", "", "BOR", "2030-01-01")]
    coded = told_behind("The raid came as Borduria expelled the envoy over last year's killing.", acts)
    year = [replace(one, date=replace(one.date, latest=date(2030, 12, 31))) if one.date and one.trigger.text == "killing" else one for one in coded.mentions]
    assert "condemned" in answered(arland(replace(coded, mentions=tuple(year))))


def told_behind(text: str, acts: list[Act]) -> Coded:
    protest = ("Arland condemned the raid.", [Act("condemned", "ACCUSE", "ARL", "BOR")])
    return document("news", "2031-05-04", "Arland protests over embassy raid", [[RAID, (text, acts), protest]])
