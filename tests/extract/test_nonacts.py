"""Words that tell of nothing political, and triggers without loose words."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.classifier.triggers import trimmed
from dateline.extract.negation import is_done_later
from dateline.extract.roles import settled


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "kept"),
    [
        ("The general stepped off a helicopter in Kidal.", "stepped", "RETREAT", False),
        ("The minister walked out of the terminal.", "walked", "REJECT", False),
        ("The minister walked out of the talks.", "walked", "REJECT", True),
        ("Miners walked out of the offices.", "walked", "PROTEST", True),
        ("Men came out of the offices of the party.", "came", "PROTEST", False),
        ("Students came out onto the streets.", "came", "PROTEST", True),
        ("Migrants were returned to Homs by Jordan.", "returned", "SANCTION", True),
        ("Officials warned that the cyclone would hit Beira.", "warned", "THREATEN", False),
        ("Doctors warned of deaths in Madrid.", "warned", "THREATEN", False),
        ("Trawlers crossed the line, the navy warned.", "warned", "THREATEN", False),
        ("Troops quit Lebanon; Hezbollah warns against delay.", "warns", "THREATEN", True),
        ("Iran warned that it would close the strait.", "warned", "THREATEN", True),
        ("Iran warned that ships would be sunk.", "warned", "THREATEN", True),
        ("The central bank warned that a walkout would dent growth.", "warned", "THREATEN", False),
        ("The UN warned that fighting could spread to Benin.", "warned", "THREATEN", False),
        ("The union warned that a strike would hit exports.", "warned", "THREATEN", True),
        ("Cairo warned that the dispute would harm relations.", "warned", "THREATEN", True),
        ("Cairo warned that fighting would spread unless Doha gave in.", "warned", "THREATEN", True),
        ("Two cargo planes landed at the Manta air base.", "landed", "ASSAULT", False),
        ("Two fighter jets landed at the Manta air base.", "landed", "MOBILIZE", True),
        ("Two cargo planes with rifles landed at Manta.", "landed", "AID", True),
        ("Manila released two fishermen.", "released", "RETREAT", True),
        ("Lisbon turned to Oslo for help.", "turned", "REQUEST", True),
        ("Kigali did not say whether it would withdraw its troops.", "withdraw", "RETREAT", False),
        ("Kigali said that it would withdraw its troops.", "withdraw", "RETREAT", True),
        ("The report told of abuses, among them that soldiers shot two boys.", "shot", "ASSAULT", True),
        ("Mali took several steps, among them the closure of two camps.", "closure", "COERCE", True),
        ("Colonel Goita took over from the president in May.", "took", "COERCE", True),
        ("The state took over the mine from its owners.", "took", "COERCE", True),
        ("Kabul called the strike an illegal response.", "called", "ACCUSE", True),
        ("Kabul called the strike an unlawful pre-emptive action.", "called", "ACCUSE", True),
        ("Mali stepped up its boycott of Niger.", "stepped", "SANCTION", True),
        ("The rebels boasted of shelling the port.", "boasted", "THREATEN", False),
        ("The rebels boasted that they would shell the port.", "boasted", "THREATEN", True),
        ("Tehran did not call the strike legitimate.", "call", "ACCUSE", True),
        ("The envoy suggested that Lagos had warned the convoy.", "suggested", "ACCUSE", True),
        ("The envoy suggested that the convoy had been warned by Lagos.", "suggested", "ACCUSE", True),
        ("A draft that did not condemn the raid failed.", "condemn", "ACCUSE", True),
        ("Peru quit a union that had banned drills near the border.", "banned", "COERCE", True),
        ("The minister denounced a coup in Bissau.", "coup", "COERCE", True),
        ("Two Chilean fighter jets entered Peruvian airspace on Monday.", "entered", "MOBILIZE", True),
        ("A Chilean cargo drone entered Peruvian airspace.", "entered", "MOBILIZE", True),
        ("Noboa, who beat Gonzalez in the runoff, flew to Lima.", "beat", "ASSAULT", False),
        ("The new president, Ana Ruiz, who defeated Soto in May, flew to Lima.", "defeated", "ASSAULT", False),
        ("The general, who defeated the rebels in May, flew to Lima.", "defeated", "ASSAULT", True),
        ("Soldiers beat a voter near the river.", "beat", "ASSAULT", True),
        ("The bloc suspended three members after the coup.", "suspended", "SANCTION", True),
        ("The threat of a blockade grew in March.", "threat", "THREATEN", False),
        ("Peru made a threat in March.", "threat", "THREATEN", True),
        ("Peru suspended relations with Chile in March.", "suspended", "SANCTION", True),
        ("The senator said that they were killing democracy.", "killing", "ASSAULT", False),
        ("It is justice that is being murdered.", "murdered", "ASSAULT", False),
        ("Gunmen murdered the justice minister.", "murdered", "ASSAULT", True),
        ("Norway withdrew funds from the Malian programme.", "withdrew", "SANCTION", True),
        ("Peru withdrew its envoy from its embassy in Quito.", "withdrew", "SANCTION", True),
        ("Brazil praised Norway after the peace talks.", "talks", "CONSULT", True),
    ],
)
def test_what_is_nothing_political(text: str, trigger: str, kind: str, kept: bool) -> None:
    sentence = parse(text)
    head = at(sentence, trigger)
    assert bool(settled([Act(sentence, (head, head), head, kind, (), "", (), (), (), 0.9)])) is kept


@pytest.mark.parametrize(
    ("text", "head", "first", "last", "left"),
    [
        ("She described the march as illegal.", "described", "described", "the", "described"),
        ("Police used gas and fired water cannons.", "fired", "and", "cannons", "fired water cannons"),
        ("Denmark halted bilateral payments.", "halted", "halted", "bilateral", "halted"),
        ("Denmark halted bilateral payments.", "halted", "halted", "payments", "halted bilateral payments"),
        ("The battle for Homs went on.", "battle", "battle", "for", "battle"),
        ("Nauru walked out of the talks.", "walked", "walked", "of", "walked out of"),
        ("Gunmen shot dead three men.", "shot", "shot", "dead", "shot dead"),
    ],
)
def test_triggers_without_loose_words(text: str, head: str, first: str, last: str, left: str) -> None:
    sentence = parse(text)
    low, high = trimmed(sentence, at(sentence, first), at(sentence, head), at(sentence, last))
    assert " ".join(t.text for t in sentence.tokens[low : high + 1]) == left


@pytest.mark.parametrize(
    ("text", "verb", "done"),
    [
        ("The battalion did not leave Gao until 12 May.", "leave", True),
        ("Prague did not lift the ban until Vienna apologised.", "lift", True),
        ("The hostages were not freed until Friday.", "freed", True),
        ("The battalion did not leave Gao.", "leave", False),
        ("The battalion will not leave Gao until 12 May.", "leave", False),
        ("The battalion would not leave until Vienna apologised.", "leave", False),
    ],
)
def test_not_until_is_then(text: str, verb: str, done: bool) -> None:
    sentence = parse(text)
    assert is_done_later(sentence, at(sentence, verb)) is done
