"""Who does it and to whom, on hand-built and real parses."""

from __future__ import annotations

import pytest
from parsing import at, build, coded, parse, words

from dateline.extract.arguments import is_passive, light_verb, noun_arguments, object_owner, verb_arguments
from dateline.extract.parse import ParsedSentence
from dateline.types import SentenceKind


def roles(sentence: ParsedSentence, verb: str) -> tuple[list[str], list[str]]:
    arguments = verb_arguments(sentence, at(sentence, verb))
    return words(sentence, arguments.subjects), words(sentence, arguments.objects)


# Hand-built parses: the rules do not depend on what the parser makes of a sentence.

ACTIVE = build(
    "Norway expelled two envoys.",
    """
    Norway   NNP nsubj  1
    expelled VBD ROOT   1
    two      CD  nummod 3
    envoys   NNS dobj   1
    .        .   punct  1
    """,
)
PASSIVE = build(
    "Two envoys were expelled by Norway and Malta.",
    """
    Two      CD  nummod    1
    envoys   NNS nsubjpass 3
    were     VBD auxpass   3
    expelled VBN ROOT      3
    by       IN  agent     3
    Norway   NNP pobj      4
    and      CC  cc        5
    Malta    NNP conj      5
    .        .   punct     3
    """,
)
RELATIVE = build(
    "Militants who shelled Goma fled.",
    """
    Militants NNS nsubj 4
    who       WP  nsubj 2
    shelled   VBD relcl 0
    Goma      NNP dobj  2
    fled      VBD ROOT  4
    .         .   punct 4
    """,
)
OBJECT_RELATIVE = build(
    "The pact that Hungary signed failed.",
    """
    The     DT  det   1
    pact    NN  nsubj 5
    that    WDT dobj  4
    Hungary NNP nsubj 4
    signed  VBD relcl 1
    failed  VBD ROOT  5
    .       .   punct 5
    """,
)
HEADLINE = build(
    "Chad to expel envoy",
    """
    Chad  NNP ROOT  0
    to    TO  aux   2
    expel VB  advcl 0
    envoy NN  dobj  2
    """,
    kind=SentenceKind.HEADLINE,
)


def test_active_and_passive_have_the_same_parties() -> None:
    assert not is_passive(ACTIVE, ACTIVE.tokens[1])
    assert roles(ACTIVE, "expelled") == (["Norway"], ["envoys"])
    assert is_passive(PASSIVE, PASSIVE.tokens[3])
    assert roles(PASSIVE, "expelled") == (["Norway", "Malta"], ["envoys"])


def test_a_relative_pronoun_stands_for_its_antecedent() -> None:
    assert roles(RELATIVE, "shelled") == (["Militants"], ["Goma"])
    assert roles(OBJECT_RELATIVE, "signed") == (["Hungary"], ["pact"])


def test_the_root_noun_of_a_headline_is_the_subject_of_its_infinitive() -> None:
    assert roles(HEADLINE, "expel") == (["Chad"], ["envoy"])


def test_offsets_count_from_the_start_of_the_document() -> None:
    sentence = build("Oslo fell.", "Oslo NNP nsubj 1\nfell VBD ROOT 1\n. . punct 1", offset=100)
    assert (sentence.tokens[0].start, sentence.tokens[1].end) == (100, 109)
    assert words(sentence, verb_arguments(sentence, 1).subjects) == ["Oslo"]


# The real parser.


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Sudanese soldiers shelled the market.", "shelled", ["Sudanese soldiers"], ["market"]),
        ("The market was shelled by Sudanese soldiers.", "shelled", ["Sudanese soldiers"], ["market"]),
        ("The market was shelled.", "shelled", [], ["market"]),
        ("Chile and Peru expelled the consul.", "expelled", ["Chile", "Peru"], ["consul"]),
        (
            "The European Union, Norway and Switzerland sanctioned Mali.",
            "sanctioned",
            ["European Union", "Norway", "Switzerland"],
            ["Mali"],
        ),
        ("The rebels freed the hostages and burned the bridge.", "burned", ["rebels"], ["bridge"]),
        ("Rebels shelled and looted the town.", "shelled", ["Rebels"], ["town"]),
        ("Militants who attacked the convoy fled to Niger.", "attacked", ["Militants"], ["convoy"]),
        ("The pact that Hungary signed with Serbia covers gas.", "signed", ["Hungary"], ["pact"]),
        ("Troops deployed by Kenya arrested gang leaders.", "deployed", ["Kenya"], ["Troops"]),
        ("Malaysia refused to extradite the preacher.", "extradite", ["Malaysia"], ["preacher"]),
        ("Chile and Peru agreed to share intelligence.", "share", ["Chile", "Peru"], ["intelligence"]),
        ("Kenya urged Ethiopia to withdraw its troops from the border.", "withdraw", ["Ethiopia"], ["troops"]),
        ("Ghana was urged by Nigeria to release the fishermen.", "release", ["Ghana"], ["fishermen"]),
        ("The court ordered the government to release the prisoner.", "release", ["government"], ["prisoner"]),
        ("Tajikistan criticised Kyrgyzstan for closing the border.", "closing", ["Kyrgyzstan"], ["border"]),
        ("The UN accused Eritrea of abducting students.", "abducting", ["Eritrea"], ["students"]),
        ("The president was accused of jailing journalists.", "jailing", ["president"], ["journalists"]),
        ("Mexico stopped short of imposing sanctions on Nicaragua.", "imposing", ["Mexico"], ["sanctions"]),
        ("Turkey demanded that Greece withdraw its troops.", "demanded", ["Turkey"], ["Greece"]),
        ("Denmark helped Ukraine rebuild the port.", "helped", ["Denmark"], ["Ukraine"]),
    ],
)
def test_parties_of_verbs(text: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    assert roles(parse(text), verb) == (subjects, objects)


@pytest.mark.parametrize(
    ("text", "noun", "subjects"),
    [
        ("Canberra's sanctions on Myanmar took effect.", "sanctions", ["Canberra"]),
        ("The arrest of the journalist by Turkish police drew protests.", "arrest", ["Turkish police"]),
        ("The Ethiopian bombing of Mekelle killed civilians.", "bombing", ["Ethiopian"]),
        ("Jordan carried out strikes against smugglers.", "strikes", ["Jordan"]),
        ("The army launched an attack on the rebel town.", "attack", ["army"]),
        ("Russia–Belarus talks began in Minsk.", "talks", ["Russia", "Belarus"]),
        ("Chad–Sudan clashes killed ten soldiers.", "clashes", ["Chad", "Sudan"]),
        ("India-Nepal talks began.", "talks", ["India", "Nepal"]),
        ("The attack continued.", "attack", []),
    ],
)
def test_actors_of_nouns(text: str, noun: str, subjects: list[str]) -> None:
    sentence = parse(text)
    assert words(sentence, noun_arguments(sentence, at(sentence, noun)).subjects) == subjects


def test_those_who_die_in_an_attack_are_its_victims() -> None:
    sentence = parse("Forty villagers died in an Ethiopian attack.")
    arguments = noun_arguments(sentence, at(sentence, "attack"))
    assert words(sentence, arguments.subjects) == ["Ethiopian"]
    assert words(sentence, arguments.victims) == ["villagers"]
    killed = parse("Six sailors were killed in a Yemeni attack.")
    assert words(killed, noun_arguments(killed, at(killed, "attack")).victims) == ["sailors"]
    survived = parse("Forty villagers slept in an Ethiopian school.")
    assert noun_arguments(survived, at(survived, "school")).victims == ()


def test_light_verbs_are_found_through_objects_and_passives() -> None:
    for text, noun, verb in [
        ("The army launched an attack on the town.", "attack", "launched"),
        ("An attack was launched by the army.", "attack", "launched"),
        ("Mali held talks and exercises with Niger.", "exercises", "held"),
    ]:
        sentence = parse(text)
        found = light_verb(sentence, at(sentence, noun))
        assert found is not None
        assert found.text == verb
    described = parse("The paper described an attack.")
    assert light_verb(described, at(described, "attack")) is None


def test_the_owner_of_an_object() -> None:
    sentence = parse("Turkey condemned Greece's decision.")
    assert words(sentence, object_owner(sentence, [at(sentence, "decision")])) == ["Greece"]


@pytest.mark.parametrize(
    ("text", "preposition", "party"),
    [
        ("Serbia sends weapons to Armenia.", "to", "Armenia"),
        ("Cuba sent doctors to Honduras.", "to", "Honduras"),
        ("Italy signed with Libya.", "with", "Libya"),
    ],
)
def test_parties_behind_prepositions(text: str, preposition: str, party: str) -> None:
    sentence = parse(text)
    verb = next(t.i for t in sentence.tokens if t.dep == "ROOT")
    assert words(sentence, verb_arguments(sentence, verb).at(preposition)) == [party]


def test_a_source_is_neither_party_nor_place() -> None:
    sentence = parse("Cuba sent doctors abroad, according to Honduras.")
    arguments = verb_arguments(sentence, at(sentence, "sent"))
    assert arguments.preps == ()
    assert arguments.places == ()


def test_places_are_the_objects_of_place_prepositions() -> None:
    sentence = parse("Police arrested thirty demonstrators in Lima.")
    assert words(sentence, verb_arguments(sentence, at(sentence, "arrested")).places) == ["Lima"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Austria signed an agreement with Slovakia.", ["Austria", "Slovakia"]),
        ("An agreement between Ghana and Togo was signed.", ["Ghana", "Togo"]),
        ("Mali and Niger held talks on security.", ["Mali", "Niger"]),
        ("Fighting between Sudanese troops and militias continued in Darfur.", ["Sudanese troops", "militias"]),
        ("Guatemala's president met Mexico's foreign minister.", ["Guatemala's president", "Mexico's foreign minister"]),
    ],
)
def test_both_sides_of_a_symmetric_act_are_actors(text: str, expected: list[str]) -> None:
    ((_, actors, recipients),) = coded(text)
    assert (actors, recipients) == (expected, [])


def test_the_comma_of_a_headline_joins_two_parties() -> None:
    ((_, actors, _),) = coded("Ghana, Togo hold talks", headline=True)
    assert actors == ["Ghana", "Togo"]
