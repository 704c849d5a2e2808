"""A state's own envoy who goes back to the post: ties are mended, no sanction."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.roles import settled


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Greece sent its ambassador back to Tripoli on Monday.", "sent", "SUPPORT"),
        ("Ghana returned its envoy to Bamako.", "returned", "SUPPORT"),
        ("Kenya, which had recalled its ambassador from Mogadishu in March, sent him back on Friday.", "sent", "SUPPORT"),
        ("Kenya, which had arrested a trader from Mogadishu in March, sent him back on Friday.", "sent", "SANCTION"),
        ("Finland sent the Iranian ambassador back to Tehran.", "sent", "SANCTION"),
        ("Chile recalled its ambassador from Managua.", "recalled", "SANCTION"),
        ("Peru sent its protest back to Quito.", "sent", "SANCTION"),
    ],
)
def test_who_sends_the_own_envoy_back_mends_ties(text: str, trigger: str, kind: str) -> None:
    sentence = parse(text)
    head = at(sentence, trigger)
    (act,) = settled([Act(sentence, (head, head), head, "SANCTION", ("withdraw",), "", (), (), (), 0.9)])
    assert (act.type, act.modes) == (kind, () if kind == "SUPPORT" else ("withdraw",))


@pytest.mark.parametrize(
    ("text", "trigger", "coded", "kind"),
    [
        ("The mayor agreed to the strikers' demands.", "agreed", "AGREE", "CONCEDE"),
        ("The mayor agreed to a round of talks.", "agreed", "AGREE", "AGREE"),
        ("Fiji blocked the road to the port.", "blocked", "COERCE", "COERCE"),
        ("Growers were told to stop using Togolese seed.", "told", "SANCTION", "REQUEST"),
        ("Three envoys were told to leave the country.", "told", "SANCTION", "SANCTION"),
        ("Ghana ordered its banks to stop working in Togo.", "ordered", "SANCTION", "SANCTION"),
        ("Mali has backed Niger in the war against Chad.", "backed", "SUPPORT", "AID"),
        ("The raid was backed by the Malian secret service.", "backed", "SUPPORT", "AID"),
        ("The rebels whom Mali has backed took Bor.", "backed", "SUPPORT", "AID"),
        ("The premier whom Mali has backed took office.", "backed", "SUPPORT", "SUPPORT"),
        ("The queen backed her premier in the vote.", "backed", "SUPPORT", "SUPPORT"),
        ("Iraq allowed the inspectors to stay.", "allowed", "RETREAT", "RETREAT"),
        ("The general abandoned all efforts to negotiate a truce with the clans.", "abandoned", "CONCEDE", "REJECT"),
        ("The general abandoned his bid to lead the party.", "abandoned", "CONCEDE", "CONCEDE"),
        ("Oman halved its duties on Iranian rugs.", "halved", "SANCTION", "RETREAT"),
        ("Tariffs on Iranian rugs were cut by Oman.", "cut", "SANCTION", "RETREAT"),
        ("Oman cut off the duty office.", "cut", "SANCTION", "SANCTION"),
        ("Oman doubled its duties on Iranian rugs.", "doubled", "SANCTION", "SANCTION"),
        ("A judge in Lome ordered the arrest of the general.", "ordered", "COERCE", "THREATEN"),
        ("A judge in Lome ordered his arrest.", "arrest", "COERCE", "THREATEN"),
        ("Police reported the arrest of the general.", "arrest", "COERCE", "COERCE"),
        ("Malta warned its citizens against visiting Chad.", "warned", "THREATEN", "SANCTION"),
        ("Malta advised students not to travel to Chad.", "advised", "REQUEST", "SANCTION"),
        ("Malta warned Chad against closing the port.", "warned", "THREATEN", "THREATEN"),
        ("Its application to the bloc was filed.", "application", "REQUEST", "REQUEST"),
        ("Hundreds of marchers confronted the police in Sofia.", "confronted", "PROTEST", "PROTEST"),
    ],
)
def test_words_around_a_verb_that_settle_its_type(text: str, trigger: str, coded: str, kind: str) -> None:
    sentence = parse(text)
    head = at(sentence, trigger)
    (act,) = settled([Act(sentence, (head, head), head, coded, (), "", (), (), (), 0.9)])
    assert act.type == kind


@pytest.mark.parametrize(
    ("text", "carrier", "kind"),
    [
        ("The Bahamian coast guard flew the Cubans to Nassau.", "guard", "AID"),
        ("The Bahamian coast guard flew its officers to Nassau.", "guard", "MOBILIZE"),
    ],
)
def test_people_of_another_nation_who_are_flown_are_helped(text: str, carrier: str, kind: str) -> None:
    sentence = parse(text)
    head = at(sentence, "flew")
    (act,) = settled([Act(sentence, (head, head), head, "MOBILIZE", ("troops",), "", (at(sentence, carrier),), (), (), 0.9)])
    assert act.type == kind
