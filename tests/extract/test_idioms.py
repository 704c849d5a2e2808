"""Set phrases whose verb alone means another act, and words for deeds that nobody does there."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.roles import settled


def _settled(text: str, trigger: str, kind: str, *, actors: tuple[str, ...] = ()) -> list[str]:
    sentence = parse(text)
    head = at(sentence, trigger)
    who = tuple(at(sentence, word) for word in actors)
    return [act.type for act in settled([Act(sentence, (head, head), head, kind, (), "", who, (), (), 0.9)])]


@pytest.mark.parametrize(
    ("text", "trigger", "given", "kind"),
    [
        ("Ghana allowed the monitors to stay.", "allowed", "CONCEDE", "CONCEDE"),
        ("Serbia turned back forty migrants.", "turned", "REJECT", "REJECT"),
        ("The prisoner broke his fast on Monday.", "broke", "CONCEDE", "CONCEDE"),
        ("The prisoner broke his fast with dates.", "broke", "CONCEDE", "CONCEDE"),
        ("Chad reinforced its border with 3,000 troops.", "reinforced", "MOBILIZE", "MOBILIZE"),
        ("Retreating soldiers burnt their bridges.", "burnt", "ASSAULT", "ASSAULT"),
        ("Moscow told Tokyo that it would send warships to the islands.", "told", "THREATEN", "THREATEN"),
        ("The envoy told the rebels that he would give up his post unless they met him.", "told", "THREATEN", "THREATEN"),
        ("France handed over the suspect to Rwanda.", "handed", "COOPERATE", "COOPERATE"),
        ("The rebels handed over the captured equipment.", "handed", "RETREAT", "RETREAT"),
        ("The mercenaries toppled a tower.", "toppled", "ASSAULT", "ASSAULT"),
        ("Moscow told Minsk that it would send gas only if it paid.", "told", "THREATEN", "THREATEN"),
    ],
)
def test_a_set_phrase_has_its_own_type(text: str, trigger: str, given: str, kind: str) -> None:
    assert _settled(text, trigger, given) == [kind]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "told"),
    [
        ("Ankara saw no threat in the exercise.", "threat", "THREATEN", False),
        ("Tehran issued a threat against Israel.", "threat", "THREATEN", True),
        ("The panel obtained evidence from the ministry.", "obtained", "COOPERATE", True),
        ("The embassy dismissed the British charges.", "charges", "ACCUSE", True),
        ("Bria was supplied from Bangui by the army.", "supplied", "AID", True),
        ("The prisoner broke his fast.", "fast", "PROTEST", False),
        ("The prisoner began a fast.", "fast", "PROTEST", True),
    ],
)
def test_what_somebody_sees_gathers_or_rejects_is_no_deed(text: str, trigger: str, kind: str, told: bool) -> None:
    assert bool(_settled(text, trigger, kind)) is told
