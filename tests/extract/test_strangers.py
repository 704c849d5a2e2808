"""Parties that a sentence gives to other acts than the one they stand near."""

from __future__ import annotations

import pytest
from test_roles import act

from dateline.extract.roles import settled


def words(text: str, trigger: str, kind: str, actors: tuple[str, ...], recipients: tuple[str, ...]) -> tuple[list[str], list[str]]:
    (found,) = settled([act(text, trigger, kind, actors, recipients)])
    tokens = found.sentence.tokens
    return [tokens[i].text for i in found.actors], [tokens[i].text for i in found.recipients]


@pytest.mark.parametrize(
    ("given", "actors"),
    [
        (("Oslo criticised Mora over the murder of a reporter.", "murder", "ASSAULT", ("Mora",), ("reporter",)), ["Mora"]),
        (("Oslo praised remarks by Mora about the talks in Lima.", "talks", "CONSULT", ("Mora",), ()), ["Mora"]),
    ],
)
def test_who_speaks_of_a_killing_is_no_killer(given: tuple[str, str, str, tuple[str, ...], tuple[str, ...]], actors: list[str]) -> None:
    assert words(*given)[0] == actors


@pytest.mark.parametrize(
    ("text", "first", "second", "joined", "apart"),
    [
        ("Ali summons the Venezuelan ambassador and Washington warns Caracas.", "summons", "warns", ("ambassador", "Washington"), True),
        ("Ghana urged that Togo and Benin hold talks.", "urged", "hold", ("Togo", "Benin"), False),
    ],
)
def test_the_object_of_one_clause_and_the_subject_of_the_next(text: str, first: str, second: str, joined: tuple[str, str], apart: bool) -> None:
    one, two = settled([act(text, first, "ACCUSE", (), joined[: 1 if second == "warns" else 2]), act(text, second, "THREATEN", joined, ())])
    tokens = one.sentence.tokens
    assert [tokens[i].text for i in two.actors] == list(joined[1:] if apart else joined)
    assert [tokens[i].text for i in one.recipients] == list(joined[:1] if apart else joined)


@pytest.mark.parametrize(
    ("given", "recipients"),
    [
        (("Peru demanded Mora's immediate release.", "demanded", "REQUEST", ("Peru",), ("Mora",)), []),
        (("Peru called for the release of two monks.", "called", "REQUEST", ("Peru",), ("monks",)), []),
        (("Peru asked Chile for the release of two monks.", "asked", "REQUEST", ("Peru",), ("Chile",)), ["Chile"]),
        (("Peru called for an urgent meeting of the League.", "called", "REQUEST", ("Peru",), ()), ["League"]),
        (("Peru asked for a meeting of experts.", "asked", "REQUEST", ("Peru",), ()), []),
        (("Mora sailed past HMS Trent, which he calls a provocation.", "calls", "ACCUSE", ("he",), ()), ["Trent"]),
        (("Mora joined the talks in Lima, which he attended.", "attended", "ACCUSE", ("he",), ()), []),
    ],
)
def test_who_is_asked_or_condemned(given: tuple[str, str, str, tuple[str, ...], tuple[str, ...]], recipients: list[str]) -> None:
    assert words(*given)[1] == recipients


@pytest.mark.parametrize(
    ("given", "actors"),
    [
        (("It shows how Lima responded to the downing of a drone.", "downing", "ASSAULT", ("Lima",), ()), []),
        (("Mora retaliated for the raid on Friday.", "raid", "ASSAULT", ("Mora",), ()), []),
        (("Mora avenged the shelling of the port.", "shelling", "ASSAULT", ("Mora",), ("port",)), []),
        (("Mora responded with a raid on the port.", "raid", "ASSAULT", ("Mora",), ("port",)), ["Mora"]),
        (("Mora ordered the shelling of the port.", "shelling", "ASSAULT", ("Mora",), ("port",)), ["Mora"]),
    ],
)
def test_who_answers_a_deed_did_not_do_it(given: tuple[str, str, str, tuple[str, ...], tuple[str, ...]], actors: list[str]) -> None:
    assert words(*given)[0] == actors
