"""What the form of a sentence settles of its acts."""

from __future__ import annotations

import pytest
from parsing import at, parse

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
        ("The Chilean constitution forbids extradition to Peru.", "forbids", "COERCE", False),
        ("The treaty allows Kenya to inspect the bases.", "allows", "AGREE", False),
        ("The governor of Lagos forbade the march.", "forbade", "COERCE", True),
        ("None of this stopped Mora from attacking Peru.", "stopped", "REJECT", False),
        ("Nothing prevented the envoy from visiting Lima.", "prevented", "COERCE", False),
        ("Police stopped Mora from visiting Lima.", "stopped", "COERCE", True),
        ("Moreno left Ecuador in May.", "left", "SANCTION", False),
        ("She left South Africa in May.", "left", "SANCTION", False),
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
