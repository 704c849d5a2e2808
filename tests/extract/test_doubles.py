"""One deed told with two words is one act."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.doubles import without_doubles


@pytest.mark.parametrize(
    ("text", "words", "kind", "left"),
    [
        ("Locals said the raids had killed ten villagers.", ("raids", "killed"), "ASSAULT", ["raids"]),
        ("An ambush that wounded nine Chadians was filmed.", ("ambush", "wounded"), "ASSAULT", ["ambush"]),
        ("The clashes killed nine soldiers.", ("clashes", "killed"), "ASSAULT", ["clashes", "killed"]),
        ("After the raids the militia killed ten villagers.", ("raids", "killed"), "ASSAULT", ["raids", "killed"]),
        ("A raid and heavy rains killed ten villagers.", ("raid", "killed"), "ASSAULT", ["raid", "killed"]),
        ("Lome repeated its demands and urged Accra to act.", ("demands", "urged"), "REQUEST", ["demands", "urged"]),
        ('"We will close the port," the mayor warned on Monday.', ("close", "warned"), "THREATEN", ["warned"]),
        ('"If the dam is built, we shall cut the pipeline," Cairo warned Addis Ababa.', ("cut", "warned"), "THREATEN", ["warned"]),
        ('"I will jail them all," the colonel threatened.', ("jail", "threatened"), "THREATEN", ["threatened"]),
        ('"The rebels will burn the town," the governor warned.', ("burn", "warned"), "THREATEN", ["burn", "warned"]),
        ("Miners will march, and the guild threatened a strike.", ("march", "threatened"), "THREATEN", ["march", "threatened"]),
        ("Guards put the editor under house arrest.", ("put", "arrest"), "COERCE", ["arrest"]),
        ("Guards placed the town under curfew.", ("placed", "curfew"), "COERCE", ["curfew"]),
        ("Guards held the editor after the arrest of a poet.", ("held", "arrest"), "COERCE", ["held", "arrest"]),
        ("Hanoi signalled that it was ready to sign.", ("signalled", "ready"), "AGREE", ["ready"]),
        ("Hanoi signalled that Manila was ready to sign.", ("signalled", "ready"), "AGREE", ["signalled", "ready"]),
    ],
)
def test_second_words_of_a_deed(text: str, words: tuple[str, ...], kind: str, left: list[str]) -> None:
    sentence = parse(text)
    heads = [at(sentence, word) for word in words]
    acts = [Act(sentence, (head, head), head, kind, (), "", (), (), (), 0.9) for head in heads]
    assert [sentence.tokens[act.head].text for act in without_doubles(acts)] == left


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Accra eased some of its sanctions on Togo.", ("eased", "sanctions"), ["eased"]),
        ("Riga lifted the last of the curbs on Minsk.", ("lifted", "curbs"), ["lifted"]),
        ("Lima suspended two of the three rounds of penalties against Bolivia.", ("suspended", "penalties"), ["suspended"]),
        ("Accra lifted the state of emergency after the sanctions.", ("lifted", "sanctions"), ["lifted", "sanctions"]),
        ("Riga lifted the curbs that it had imposed on Minsk.", ("lifted", "imposed"), ["lifted", "imposed"]),
    ],
)
def test_what_is_lifted_is_not_imposed(text: str, words: tuple[str, str], left: list[str]) -> None:
    sentence = parse(text)
    heads = [at(sentence, word) for word in words]
    acts = [Act(sentence, (head, head), head, kind, (), "", (), (), (), 0.9) for head, kind in zip(heads, ("RETREAT", "SANCTION"), strict=True)]
    assert [sentence.tokens[act.head].text for act in without_doubles(acts)] == left


def test_the_first_word_takes_over_the_parties_that_it_lacks() -> None:
    sentence = parse("Locals said the raids had killed ten villagers.")
    raids, killed, villagers = (at(sentence, word) for word in ("raids", "killed", "villagers"))
    found = without_doubles(
        [
            Act(sentence, (raids, raids), raids, "ASSAULT", (), "", (), (), (), 0.9),
            Act(sentence, (killed, killed), killed, "ASSAULT", (), "", (), (villagers,), (), 0.9),
        ]
    )
    assert [act.recipients for act in found] == [(villagers,)]
