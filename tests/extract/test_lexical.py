"""The lexicon coder: which words report an act, and what is no act."""

from __future__ import annotations

import pytest
from parsing import acts, build, coded, parse

from dateline.extract.lexical import LexiconCoder
from dateline.ontology.lexicon import Lexicon, Sense, load_lexicon


def types(text: str, *, headline: bool = False) -> list[str]:
    return [kind for kind, _, _ in coded(text, headline=headline)]


def triggers(text: str) -> list[str]:
    sentence = parse(text)
    return [" ".join(t.text for t in sentence.tokens[act.trigger[0] : act.trigger[1] + 1]) for act in acts(text)]


def sense(
    lemma: str, kind: str, *, pos: str = "VERB", objects: str = "", particles: str = "", complement: str = "", recipient: str = "obj"
) -> Sense:
    split = frozenset(filter(None, objects.split(",")))
    return Sense(lemma, pos, frozenset(filter(None, particles.split(","))), split, frozenset(), kind, (), (recipient,), "", complement)


def lexicon(*senses: Sense) -> Lexicon:
    """A lexicon of these senses only."""
    table: dict[tuple[str, str], tuple[Sense, ...]] = {}
    for one in senses:
        for form in {one.lemma, one.lemma + "s", one.lemma + "ed", one.lemma + "ing"}:
            table[one.pos, form] = tuple(sorted((*table.get((one.pos, form), ()), one), key=lambda s: -s.specificity))
    return Lexicon(senses, table)


LAUNCH = build(
    "Kenya launched attacks.",
    """
    Kenya    NNP nsubj 1
    launched VBD ROOT  1
    attacks  NNS dobj  1
    .        .   punct 1
    """,
)


# With a lexicon of its own, on a parse built by hand.


def test_the_most_specific_sense_wins_and_may_block() -> None:
    general, blocked = sense("launch", "ASSAULT"), sense("launch", "NONE", objects="attack")
    assert [a.type for a in LexiconCoder(lexicon(general)).acts([LAUNCH])[0]] == ["ASSAULT"]
    assert LexiconCoder(lexicon(general, blocked)).acts([LAUNCH])[0] == ()


def test_a_light_verb_is_coded_once_at_its_noun() -> None:
    coder = LexiconCoder(lexicon(sense("launch", "ASSAULT"), sense("attack", "ASSAULT", pos="NOUN")))
    (act,) = coder.acts([LAUNCH])[0]
    assert (act.head, act.actors) == (2, (0,))


def test_a_light_verb_with_complement_content_does_not_swallow_its_noun() -> None:
    coder = LexiconCoder(lexicon(sense("launch", "ASSAULT", complement="content"), sense("attack", "ASSAULT", pos="NOUN")))
    assert [act.head for act in coder.acts([LAUNCH])[0]] == [2]


def test_the_content_of_an_act_of_speech_is_no_act() -> None:
    noun = sense("attack", "ASSAULT", pos="NOUN")
    assert [a.head for a in LexiconCoder(lexicon(sense("launch", "REQUEST", complement="content"), noun)).acts([LAUNCH])[0]] == [1]
    assert [a.head for a in LexiconCoder(lexicon(sense("launch", "REQUEST", complement="act"), noun)).acts([LAUNCH])[0]] == [1, 2]


def test_a_sense_with_a_particle_needs_it() -> None:
    coder = LexiconCoder(lexicon(sense("launch", "ASSAULT", particles="off")))
    assert coder.acts([LAUNCH])[0] == ()


def test_one_result_a_sentence_whatever_stands_beside_it() -> None:
    sentences = [parse("Egypt bombed the dam."), parse("The sea was calm."), LAUNCH]
    coder = LexiconCoder()
    assert coder.acts(sentences) == [coder.acts([one])[0] for one in sentences]


# The package's lexicon and the real parser.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway expelled two Russian diplomats.", [("SANCTION", ["Norway"], ["Russian diplomats"])]),
        ("Two Russian diplomats were expelled by Norway.", [("SANCTION", ["Norway"], ["Russian diplomats"])]),
        ("Kenya urged Ethiopia to withdraw its troops.", [("REQUEST", ["Kenya"], ["Ethiopia"])]),
        ("Chile and Peru agreed to share intelligence.", [("AGREE", ["Chile", "Peru"], [])]),
        ("Portugal's foreign minister visited Angola.", [("CONSULT", ["Portugal's foreign minister"], ["Angola"])]),
        ("Kenya was praised by the United States.", [("SUPPORT", ["United States"], ["Kenya"])]),
        ("Police arrested 30 demonstrators in Lima.", [("COERCE", ["Police"], ["demonstrators"])]),
        ("Sudanese soldiers shelled the market.", [("ASSAULT", ["Sudanese soldiers"], ["market"])]),
        ("Serbia sends weapons to Armenia.", [("AID", ["Serbia"], ["Armenia"])]),
        ("Finland received ammunition from Estonia.", [("AID", ["Estonia"], ["Finland"])]),
        ("Cuba sent doctors to Honduras.", [("AID", ["Cuba"], ["Honduras"])]),
        ("Forty villagers died in an Ethiopian air strike.", [("ASSAULT", ["Ethiopian"], ["villagers"])]),
        ("Brazil imposed sanctions on Venezuela.", [("SANCTION", ["Brazil"], ["Venezuela"])]),
        ("Mexico stopped short of imposing sanctions on Nicaragua.", [("SANCTION", ["Mexico"], ["Nicaragua"])]),
        ("Vietnam deployed troops near the reef.", [("MOBILIZE", ["Vietnam"], [])]),
        (
            "Zambia condemned Malawi's attack on the fishermen.",
            [("ACCUSE", ["Zambia"], ["Malawi"]), ("ASSAULT", ["Malawi"], ["fishermen"])],
        ),
        ("The UN accused Eritrea of abducting students.", [("ACCUSE", ["UN"], ["Eritrea"]), ("ASSAULT", ["Eritrea"], ["students"])]),
    ],
)
def test_acts_and_their_parties(text: str, expected: list[tuple[str, list[str], list[str]]]) -> None:
    assert coded(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey demanded the withdrawal of Greek troops.", ["REQUEST"]),
        ("Turkey demanded that Greece withdraw its troops.", ["REQUEST"]),
        ("Ethiopia threatened to bomb the dam.", ["THREATEN"]),
        ("Slovenia promised to send helicopters to Croatia.", ["AGREE"]),
        ("Malaysia refused to extradite the preacher.", ["REJECT"]),
        ("Kuwait rejected calls to expel the Iranian envoy.", ["REJECT"]),
        ("Sweden called on Hungary to release the activists.", ["REQUEST"]),
    ],
)
def test_the_content_of_demands_promises_threats_and_refusals_is_no_act(text: str, expected: list[str]) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army launched an attack on the town.", "attack"),
        ("Brazil imposed sanctions on Venezuela.", "sanctions"),
        ("Mali and Niger held talks.", "talks"),
    ],
)
def test_a_light_verb_and_its_noun_are_one_act(text: str, trigger: str) -> None:
    assert triggers(text) == [trigger]


@pytest.mark.parametrize(
    "text",
    [
        "He suffered a heart attack in Lisbon.",
        "The company launched a new phone in Delhi.",
        "The minister met his deadline.",
        "Sales fell in Oslo.",
        "The harbour is deep and cold.",
        "The storm killed nine people in Fiji.",
        "Nine people were killed in a car crash.",
        "Fire destroyed the market.",
        "Cambodia should not arrest monks.",
        "The Iranian-backed militia is small.",
    ],
)
def test_no_act(text: str) -> None:
    assert coded(text) == []


def test_an_event_is_no_actor() -> None:
    assert coded("The Ethiopian bombing of Mekelle killed civilians.")[-1] == ("ASSAULT", ["Ethiopian"], ["civilians"])


def test_an_alleged_act_is_no_accusation() -> None:
    assert set(types("The alleged Somali attack on the port killed nine sailors.")) == {"ASSAULT"}


def test_headline_verbs_that_are_tagged_as_nouns() -> None:
    assert types("Police arrest Malian editor", headline=True) == ["COERCE"]
    assert coded("Chad to expel French envoy", headline=True) == [("SANCTION", ["Chad"], ["French envoy"])]


def test_much_hangs_on_no_single_entry_by_accident() -> None:
    """Removing an entry changes what its word codes as, and nothing else."""
    full = load_lexicon()
    entry = next(i for i, s in enumerate(full.senses) if (s.lemma, s.pos, s.type) == ("expel", "VERB", "SANCTION"))
    reduced = full.without(entry)
    assert len(reduced.senses) == len(full.senses) - 1
    one = parse("Egypt bombed the dam.")
    assert LexiconCoder(reduced).acts([one]) == LexiconCoder(full).acts([one])
