"""Types of what forces do in a war, which the same verbs tell otherwise of civilians."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.battles import typed_by_battle


def act(text: str, word: str, kind: str, *, actors: tuple[str, ...] = (), recipients: tuple[str, ...] = ()) -> Act:
    sentence = parse(text)
    head = at(sentence, word)
    parties = [tuple(at(sentence, one) for one in side) for side in (actors, recipients)]
    return Act(sentence, (head, head), head, kind, (), "", parties[0], parties[1], (), 0.9)


@pytest.mark.parametrize(
    ("text", "word", "kind", "found"),
    [
        ("Somali soldiers fled the town at dawn.", "fled", "SANCTION", "RETREAT"),
        ("Thousands of families fled the town at dawn.", "fled", "SANCTION", "SANCTION"),
        ("The rebels disappeared into the mountains.", "disappeared", "COERCE", "RETREAT"),
        ("Two students disappeared in the capital.", "disappeared", "COERCE", "COERCE"),
        ("French troops are evacuating the fort.", "evacuating", "AID", "RETREAT"),
        ("French troops are evacuating civilians.", "evacuating", "AID", "AID"),
        ("The Dutch evacuation of the garrison began on Monday.", "evacuation", "AID", "RETREAT"),
        ("The Dutch evacuation of wounded civilians began on Monday.", "evacuation", "AID", "AID"),
    ],
)
def test_forces_that_leave_yield_and_civilians_do_not(text: str, word: str, kind: str, found: str) -> None:
    assert typed_by_battle(act(text, word, kind)).type == found


@pytest.mark.parametrize(
    ("text", "word", "kind", "found"),
    [
        ("The garrison was driven out of Bor by the militia.", "driven", "RETREAT", "ASSAULT"),
        ("Turkish troops pushed the guerrillas back from the border.", "pushed", "SANCTION", "ASSAULT"),
        ("Villagers were driven out of the valley.", "driven", "SANCTION", "SANCTION"),
        ("The troops were withdrawn from Bor.", "withdrawn", "RETREAT", "RETREAT"),
    ],
)
def test_forces_that_are_driven_out_are_assaulted(text: str, word: str, kind: str, found: str) -> None:
    assert typed_by_battle(act(text, word, kind)).type == found


def test_reinforcements_that_arrive_are_mobilized() -> None:
    assert typed_by_battle(act("Army reinforcements arrived in Pader.", "arrived", "AID")).type == "MOBILIZE"
    assert typed_by_battle(act("Food parcels arrived in Pader.", "arrived", "AID")).type == "AID"


def test_an_offensive_is_of_those_who_take_ground_in_it() -> None:
    text = "Angola is fighting for the hills that they captured in a new offensive."
    found = typed_by_battle(act(text, "offensive", "ASSAULT", actors=("Angola",)))
    assert found.actors == (at(found.sentence, "they"),)
    owned = act("They captured the hills in an Angolan offensive.", "offensive", "ASSAULT", actors=("Angolan",))
    assert typed_by_battle(owned).actors == owned.actors
