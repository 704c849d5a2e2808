"""Verbs joined to what is denied or said, and participles taken for the main verb."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.hedgedaside import is_hedged_aside


@pytest.mark.parametrize(
    ("text", "verb", "above"),
    [
        ("Togo denied that its troops had fired first, and accused Benin of provoking the clash.", "accused", "denied"),
        ("Ankara denied bombing the village and blamed Damascus for the deaths.", "blamed", "denied"),
        ("The ministry rejected claims that it had shelled the camp and blamed the rebels.", "blamed", "rejected"),
        ("Officials denied that the envoy had been expelled and demanded an apology from Lima.", "demanded", "denied"),
        ("Serbia said that two officers had been detained and accused Kosovo of kidnapping them.", "accused", "said"),
        ("Oslo refused to sign the pact and criticised Moscow.", "criticised", "refused"),
        ("The government dismissed reports that it had arrested bishops and jailed two priests.", "jailed", "arrested"),
        ("The ministry said that it had closed the border and condemned the attack.", "condemned", "closed"),
        ("Peru said that two officers had been killed and buried in Lima.", "buried", "killed"),
    ],
)
def test_a_verb_beside_what_is_denied_belongs_to_the_verb_of_denial(text: str, verb: str, above: str) -> None:
    sentence = parse(text)
    assert sentence.tokens[sentence.tokens[at(sentence, verb)].head].text == above


@pytest.mark.parametrize(
    ("text", "root", "inside"),
    [
        ("Gunmen believed to be linked to Iran bombed the embassy in Oslo.", "bombed", "believed"),
        ("Rebels, armed by Togo, shelled the port.", "shelled", "armed"),
        ("Fighters suspected to be from M23 abducted 12 traders near Goma.", "abducted", "suspected"),
        ("Raiders believed to be members of a Toposa militia killed four herders in Kenya.", "killed", "believed"),
        ("Police arrested ten men, beat them and left.", "arrested", ""),
        ("The army advanced, seized the town, killed two officers.", "advanced", ""),
        ("Officials said gunmen believed to be rebels had fled.", "said", ""),
    ],
)
def test_a_participle_behind_the_subject_is_not_the_main_verb(text: str, root: str, inside: str) -> None:
    sentence = parse(text)
    assert [t.text for t in sentence.tokens if t.dep == "ROOT"] == [root]
    assert not inside or sentence.tokens[at(sentence, inside)].dep == "acl"


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        ("Fighters, allegedly armed by Venezuelan soldiers, kidnapped four farmers.", "kidnapped", True),
        ("Fighters, allegedly armed by Venezuelan soldiers, kidnapped four farmers.", "armed", False),
        ("Rebels allegedly attacked Goma and killed a guard.", "killed", False),
        ("Kenya, which apparently called both, is understood to have urged restraint.", "urged", False),
        ("A militia led by a colonel attacked Bria.", "attacked", False),
        ("Suspected Islamist gunmen opened fire on a bus in Minya.", "opened", True),
        ("Five villagers were killed by suspected rebels in Ituri.", "killed", True),
        ("Presumed FARC dissidents attacked a police station.", "attacked", True),
        ("Suspected militants attack army post in Pattani.", "attack", True),
        ("A suspected Israeli air strike hit a convoy in Syria.", "strike", False),
        ("The suspected attack on the pipeline killed two workers.", "attack", False),
        ("Suspected rustlers allegedly killed two herders in Turkana.", "killed", False),
    ],
)
def test_doubt_in_an_inserted_clause_stays_there(text: str, act: str, expected: bool) -> None:
    sentence = parse(text)
    assert is_hedged_aside(sentence, at(sentence, act)) is expected
