"""Words of force, sanction and reproach that stand for something else, or for no deed, where they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.nodeeds import tells_no_deed
from dateline.extract.othersenses import is_in_other_sense


def act(text: str, word: str, kind: str, *recipients: str) -> Act:
    sentence = parse(text)
    head = at(sentence, word)
    return Act(sentence, (head, head), head, kind, (), "", (), tuple(at(sentence, one) for one in recipients), (), 0.9)


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        ("Loyalists battled the rebels in Bor for nine hours.", "battled", "ASSAULT", False),
        ("Soldiers were pulled out of the mill.", "pulled", "RETREAT", False),
        ("The minister was dismissed for corruption.", "dismissed", "COERCE", False),
        ("Rebels captured the village in Kivu.", "captured", "ASSAULT", False),
        ("Lopez beat Silva in the final.", "beat", "ASSAULT", True),
        ("Guards beat Silva in the yard.", "beat", "ASSAULT", False),
    ],
)
def test_fires_and_games_are_no_force(text: str, word: str, kind: str, expected: bool) -> None:
    assert is_in_other_sense(act(text, word, kind)) is expected


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        ("The cabinet cut fuel subsidies by half.", "cut", "SANCTION", True),
        ("Norway cut subsidies to Jordan.", "cut", "SANCTION", False),
        ("Norway cut its ties with Jordan.", "cut", "SANCTION", False),
        ("The navy has delayed plans to buy a frigate.", "delayed", "REJECT", True),
        ("A final decision on the radars was suspended.", "suspended", "CONCEDE", True),
        ("The navy has put off a decision on the radars.", "put", "REJECT", True),
        ("Oslo has shelved the talks with Riga.", "shelved", "REJECT", False),
        ("Kenya was considering buying Turkish drones.", "buying", "COOPERATE", True),
        ("Kenya was buying Turkish drones.", "buying", "COOPERATE", False),
        ("The king, furious that the talks had failed, left.", "furious", "ACCUSE", True),
        ("The king denounced the talks and left.", "denounced", "ACCUSE", False),
    ],
)
def test_housekeeping_thoughts_and_moods_are_no_acts(text: str, word: str, kind: str, expected: bool) -> None:
    assert is_in_other_sense(act(text, word, kind)) is expected


def test_a_plan_of_another_party_may_be_put_off() -> None:
    assert not is_in_other_sense(act("Oslo delayed plans of the Riga cabinet.", "delayed", "REJECT", "cabinet"))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nine people were killed in a train crash near Lyon.", "killed", True),
        ("A cyclone destroyed the pier at Beira.", "destroyed", True),
        ("Nine pilgrims died when a bus overturned near Quetta.", "died", True),
        ("The avalanche was the worst in Tirol.", "avalanche", True),
        ("Nine people died when rebels fired at a bus that overturned.", "died", False),
        ("Nine people were killed in an ambush near Quetta.", "killed", False),
        ("Nine guards died after a missile hit, in the crash of their helicopter.", "died", False),
    ],
)
def test_losses_by_accident_are_nobodys_force(text: str, word: str, expected: bool) -> None:
    assert is_in_other_sense(act(text, word, "ASSAULT")) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Fighters backed by Tehran entered the town.", "backed", True),
        ("Two militias backed by Chad signed the truce.", "backed", True),
        ("Fighters supported by Tehran entered the town.", "supported", False),
        ("The fighters were backed by Tehran.", "backed", False),
        ("A plan backed by Tehran was signed.", "backed", False),
    ],
)
def test_a_backer_named_beside_a_force_is_no_act(text: str, word: str, expected: bool) -> None:
    assert tells_no_deed(act(text, word, "SUPPORT")) is expected


def test_subsidies_of_the_other_side_are_no_housekeeping() -> None:
    text = "Brussels criticised Hungary and may cut farm subsidies."
    sentence = parse(text)
    head = at(sentence, "cut")
    told = Act(sentence, (head, head), head, "SANCTION", (), "", (at(sentence, "Brussels"),), (at(sentence, "Hungary"),), (), 0.9)
    assert not is_in_other_sense(told)
    assert is_in_other_sense(act("The cabinet may cut farm subsidies.", "cut", "SANCTION"))


@pytest.mark.parametrize(
    ("text", "word", "kind", "doer", "expected"),
    [
        ("Locusts invaded the plains near Wajir.", "invaded", "ASSAULT", "Locusts", True),
        ("A herd of elephants attacked a camp near Maun.", "attacked", "ASSAULT", "herd", True),
        ("Police dogs attacked two marchers in Lusaka.", "attacked", "ASSAULT", "dogs", False),
        ("The Tigers attacked a camp near Mannar.", "attacked", "ASSAULT", "Tigers", False),
        ("The boxer attacked a waiter in Cork.", "attacked", "ASSAULT", "boxer", False),
        ("A champion of the landless attacked the road.", "attacked", "ASSAULT", "champion", False),
        ("In his last month a colonel shot forty farmers.", "shot", "ASSAULT", "colonel", False),
    ],
)
def test_animals_players_and_people_in_novels_use_no_force(text: str, word: str, kind: str, doer: str, expected: bool) -> None:
    told = act(text, word, kind)
    assert is_in_other_sense(replace(told, actors=(at(told.sentence, doer),))) is expected
