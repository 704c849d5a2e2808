"""What the form of a sentence settles of its acts."""

from __future__ import annotations

import pytest
from parsing import at, build, parse

from dateline.extract.act import Act
from dateline.extract.roles import settled


def act(text: str, trigger: str, kind: str, actors: tuple[str, ...] = (), recipients: tuple[str, ...] = ()) -> Act:
    sentence = parse(text)
    head = at(sentence, trigger)
    places = [tuple(at(sentence, word) for word in words) for words in (actors, recipients)]
    return Act(sentence, (head, head), head, kind, (), "", places[0], places[1], (), 0.9)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "kept"),
    [
        ("The governor of Lagos forbade the march.", "forbade", "COERCE", True),
        ("Police stopped Mora from visiting Lima.", "stopped", "COERCE", True),
        ("Chad left the union in May.", "left", "SANCTION", True),
        ("Saudi Arabia left Yemen in May.", "left", "SANCTION", True),
        ("Moreno left Ecuador in May.", "left", "RETREAT", True),
    ],
)
def test_what_is_no_act(text: str, trigger: str, kind: str, kept: bool) -> None:
    assert bool(settled([act(text, trigger, kind)])) is kept


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("Okello's trial in Kampala began on Monday.", "trial", "ACCUSE", ("Okello",), ()), [], ["Okello"]),
        (("Uganda's trial of Okello began.", "trial", "ACCUSE", (), ("Okello",)), [], ["Okello"]),
        (
            ("He sought backing from Museveni and Kagame, who both expressed support for Nairobi.", "sought", "REQUEST", ("He", "Museveni", "Kagame"), ("Nairobi",)),
            ["He"], ["Museveni", "Kagame"],
        ),
        (("Kenya appealed to Uganda for help.", "appealed", "REQUEST", ("Kenya", "Uganda"), ()), ["Kenya"], ["Uganda"]),
        (("Oslo demanded an apology from Riga.", "demanded", "REQUEST", ("Oslo",), ("Riga",)), ["Oslo"], ["Riga"]),
        (("Turkey Greece talks resume", "talks", "CONSULT", ("Greece",), ()), ["Turkey", "Greece"], []),
        (("Mali Niger border clash kills five", "clash", "ASSAULT", (), ()), ["Mali", "Niger"], []),
        (("Turkey Syria raid kills 12", "raid", "ASSAULT", ("Syria",), ()), ["Turkey"], ["Syria"]),
        (("Norway Iran deal signed in Doha", "signed", "SUPPORT", ("Iran",), ()), ["Norway", "Iran"], []),
        (("Canada approves new Belarus sanctions", "sanctions", "SANCTION", ("Canada", "Belarus"), ()), ["Canada"], ["Belarus"]),
        (("Tokyo condemns US tariffs", "tariffs", "SANCTION", ("US",), ("Tokyo",)), ["US"], ["Tokyo"]),
        (("She appealed to friends: Uganda criticised the raid.", "appealed", "REQUEST", ("She", "Uganda"), ("friends",)), ["She"], ["friends"]),
    ],
)  # fmt: skip
def test_who_is_no_actor(given: tuple[str, str, str, tuple[str, ...], tuple[str, ...]], actors: list[str], recipients: list[str]) -> None:
    made = act(*given)
    (found,) = settled([made])
    words = made.sentence.tokens
    assert [words[i].text for i in found.actors] == actors and [words[i].text for i in found.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "asked", "event", "to", "actors"),
    [
        ("Washington urged Zagreb to halt the offensive.", "urged", "offensive", "Zagreb", ["Zagreb"]),
        ("Toledo was told by Lima to call a rally and end its blockade.", "told", "blockade", "Toledo", []),  # not the act's own infinitive
        ("Zambia asked the court to lift the ban.", "asked", "ban", "court", ["court"]),
        ("Zambia asked the court to describe the ban.", "asked", "ban", "court", []),
    ],
)
def test_who_is_asked_to_end_it_does_it(text: str, asked: str, event: str, to: str, actors: list[str]) -> None:
    request, ended = act(text, asked, "REQUEST", (), (to,)), act(text, event, "COERCE")
    found = settled([request, ended])[1]
    assert [ended.sentence.tokens[i].text for i in found.actors] == actors


@pytest.mark.parametrize(
    ("text", "trigger", "given", "kept"),
    [
        ("A bomb went off, killing 26 guards and injuring 60 porters.", "injuring", ("guards", "porters"), ("porters",)),
        ("Jets bombed Loikaw, killing nine guards, injuring 22 porters and wounding 30 nurses.", "wounding", ("guards", "porters", "nurses"), ("nurses",)),
        ("The army shelled and bombed Loikaw.", "bombed", ("Loikaw",), ("Loikaw",)),
        ("The court fined guards and jailed them.", "jailed", ("them",), ("them",)),
    ],
)
def test_a_verb_with_an_object_of_its_own_does_nothing_to_that_of_the_verb_beside_it(
    text: str, trigger: str, given: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    (found,) = settled([act(text, trigger, "ASSAULT", (), given)])
    assert tuple(found.sentence.tokens[i].text for i in found.recipients) == kept


@pytest.mark.parametrize(
    ("first", "dash", "actors"),
    [("MUSCAT", "-", ["forces"]), ("NEPAL", "--", ["forces"]), ("Muscat", "-", ["Muscat", "forces"]), ("NATO", "and", ["NATO", "forces"])],
)
def test_place_of_dateline_does_nothing(first: str, dash: str, actors: list[str]) -> None:
    rows = f"{first} NNP dep 4\n{dash} : punct 4\nYemeni JJ amod 3\nforces NNS nsubj 4\nshelled VBD ROOT 4\nports NNS dobj 4"
    sentence = build(f"{first} {dash} Yemeni forces shelled ports", rows)
    (found,) = settled([Act(sentence, (4, 4), 4, "ASSAULT", (), "", (0, 3), (5,), (), 0.9)])
    assert [sentence.tokens[i].text for i in found.actors] == actors


def test_pair_joined_by_a_hyphen_is_no_dateline() -> None:
    sentence = build("US-Yemeni forces shelled ports", "US NNP nmod 2\n- HYPH punct 2\nYemeni JJ amod 3\nforces NNS nsubj 4\nshelled VBD ROOT 4\nports NNS dobj 4")
    (found,) = settled([Act(sentence, (4, 4), 4, "ASSAULT", (), "", (0, 3), (5,), (), 0.9)])
    assert found.actors == (0, 3)
