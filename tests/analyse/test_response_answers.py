"""What counts as an answer by how it is told: at once, in a text about answers, in a charge, by a host, and on which rung it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from affairs import Act, countries, document

from dateline.analyse.response import parse_trigger, respond
from dateline.analyse.response.values import ActorReport
from dateline.types import Attribution, Coded

BAN = ("Borduria banned the import of Arlandish butter on Friday.", [Act("banned", "SANCTION", "BOR", "ARL", "2031-05-02")])
CHARGE = Act("accused", "ACCUSE", "BOR", "ARL", "2031-05-02")


def asked(coded: Coded, to: str = "BOR SANCTION ARL", actor: str = "ARL") -> ActorReport:
    (report,) = respond([coded], parse_trigger(to), (actor,), countries).actors
    return report


def rungs(report: ActorReport) -> dict[str, str]:
    return {one.told.mention.trigger.text: rung.name for rung in report.ladder for one in rung.acts}


def news(text: str, *acts: Act, title: str = "Butter is banned") -> Coded:
    return document("news", "2031-05-20", title, [[BAN, (text, list(acts))]])


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Within a day Arland had recalled its ambassador, Jan Dvorak, for consultations, astonished by the \"about-turn\" of the former colonial power.", True),
        ("The same evening Arland recalled its envoy, Ana Lima, from the old harbour palace.", True),
        ("Hours after the mining fraud had been found Arland recalled its mining envoy over unpaid fees.", False),
        ("Arland recalled its envoy from the old harbour palace over unpaid mining fees.", False),
        ("Within a day of the mining fraud being found, in an unrelated case, Arland recalled its mining inspector over unpaid fees.", False),
    ],
)
def test_what_follows_at_once_answers(text: str, counts: bool) -> None:
    words = "had recalled" if "had recalled" in text else "recalled"
    assert (words in rungs(asked(news(text, Act(words, "SANCTION", "ARL", "", modes=("withdraw",)))))) is counts


@pytest.mark.parametrize(
    ("title", "counts"), [("Arland's response to Borduria's ban", True), ("The international response to Borduria's ban", True), ("A cold spring", False)]
)
def test_a_text_about_answers_tells_answers(title: str, counts: bool) -> None:
    text = "In June Arland ordered the activation of its standby brigade."
    away = ("Ships lay idle in the harbours.", [])
    coded = document("paper", "2031-07-20", title, [[BAN], [away], [(text, [Act("activation", "MOBILIZE", "ARL", "", "2031-06-03")])]])
    assert ("activation" in rungs(asked(coded))) is counts


@pytest.mark.parametrize(
    ("text", "deed", "counts"),
    [
        ("Borduria accused Arland of shelling the dam on Friday.", "shelling", False),
        ("Borduria accused Arland of a role in the murders on Friday.", "murders", False),
        ("Borduria accused Arland of fraud on Friday, and Arland shelled the dam.", "shelled", True),
    ],
)
def test_what_a_charge_is_of_is_no_answer(text: str, deed: str, counts: bool) -> None:
    coded = document("news", "2031-05-03", "Charges", [[(text, [CHARGE, Act(deed, "ASSAULT", "ARL", "BOR" if counts else "", "2031-05-02")])]])
    assert (deed in rungs(asked(coded, "BOR ACCUSE ARL"))) is counts


def test_a_deed_on_the_accusers_word_is_no_answer() -> None:
    text = "Borduria accused Arland on Friday, telling the council that killings had followed, involvement proven."
    coded = document("news", "2031-05-03", "Charges", [[(text, [CHARGE, Act("killings", "ASSAULT", "ARL", "", "2031-05-02")])]])
    told = replace(coded.mentions[1], attribution=Attribution("speaker", "Borduria", country="BOR"))
    assert "killings" not in rungs(asked(replace(coded, mentions=(coded.mentions[0], told)), "BOR ACCUSE ARL"))


@pytest.mark.parametrize(
    ("text", "counts"),
    [("Arland sanctioned the Bordurian ministry for its part in the detentions.", False), ("Arland sanctioned the Bordurian ministry and detentions followed.", True)],
)
def test_the_ground_of_an_answer_is_no_answer(text: str, counts: bool) -> None:
    lead = ("Borduria jailed three Arlandish monks on Friday.", [Act("jailed", "COERCE", "BOR", "ARL", "2031-05-02")])
    acts = [Act("sanctioned", "SANCTION", "ARL", "BOR"), Act("detentions", "COERCE", "ARL", "")]
    found = rungs(asked(document("news", "2031-05-20", "Monks are jailed", [[lead, (text, acts)]]), "BOR COERCE ARL"))
    assert ("detentions" in found, "sanctioned" in found) == (counts, True)


def test_a_third_states_visit_is_the_visitors() -> None:
    visit = Act("flew", "CONSULT", "SYL", "ARL", modes=("visit",))
    assert "flew" not in rungs(asked(news("Syldavian officials flew to Arland for a gas deal.", visit)))
    assert "flew" in rungs(asked(news("Syldavian officials flew to Arland over Borduria's ban on butter.", visit)))


def test_who_did_not_meet_is_who_is_said_not_to_have() -> None:
    snub = Act("did not meet", "CONSULT", "BOR", "ARL", negated=True)
    text = "The Bordurian president did not meet any Arlandish official."
    assert "did not meet" not in rungs(asked(news(text, snub)))


@pytest.mark.parametrize(
    ("text", "act", "rung"),
    [
        ("Arland promised that it would not cut the supply of butter to Borduria.", Act("promised", "AGREE", "ARL", "BOR"), "restraint"),
        ("Arland pledged never to close its ports to Borduria over butter.", Act("pledged", "AGREE", "ARL", "BOR"), "restraint"),
        ("Arland blacklisted two Bordurian men over the ban.", Act("blacklisted", "COERCE", "ARL", "BOR", modes=("restrict",)), "sanction"),
        ("Arland turned back forty Bordurian lorries over the ban.", Act("turned back", "COERCE", "ARL", "BOR", modes=("restrict",)), "sanction"),
        ("Arland cut the electricity that it sells to Borduria.", Act("cut", "COERCE", "ARL", "BOR", modes=("withhold",)), "sanction"),
        ("Arland banned two Bordurian parties over the ban on butter.", Act("banned two", "COERCE", "ARL", "BOR", modes=("restrict",)), "force"),
        ("Arland arrested two Bordurian men over the ban.", Act("arrested", "COERCE", "ARL", "BOR", modes=("arrest",)), "force"),
    ],
)
def test_on_which_rung_it_stands(text: str, act: Act, rung: str) -> None:
    assert rungs(asked(news(text, act)))[act.words] == rung


def test_two_officers_of_one_state_do_not_act_together_with_others() -> None:
    text = "In a joint statement the Arlandish premier and his minister called Borduria's ban shameful."
    coded = news(text, Act("called", "ACCUSE", "ARL ARL", "BOR"))
    assert rungs(asked(coded))["called"] == "statement"
    both = news("In a joint statement Arland and Syldavia called Borduria's ban shameful.", Act("called", "ACCUSE", "ARL SYL", "BOR"))
    assert rungs(asked(both))["called"] == "coordination"
