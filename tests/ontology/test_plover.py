"""The ontology table: what the manual prints, and a loader that rejects a damaged file."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dateline.errors import DatelineError
from dateline.ontology.plover import event_type, parse_plover, plover, quad, score

TEXT = (files("dateline.ontology") / "data" / "plover.toml").read_text("utf-8")


def test_the_sixteen_types_in_their_quad_classes() -> None:
    by_quad = {number: [kind.name for kind in plover().types if kind.quad.number == number] for number in (1, 2, 3, 4)}
    assert by_quad == {
        1: ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"],
        2: ["COOPERATE", "AID", "RETREAT"],
        3: ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
        4: ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
    }
    assert (quad("SANCTION"), quad("CONCEDE")) == (4, 1)


def test_there_are_as_many_modes_contexts_and_sectors_as_the_manual_has() -> None:
    table = plover()
    assert [len(kind.modes) for kind in table.types] == [0, 4, 0, 0, 0, 0, 6, 4, 3, 4, 6, 7, 4, 4, 10, 15]
    assert (len(table.contexts), len(table.sectors)) == (37, 25)


@pytest.mark.parametrize(
    ("name", "modes", "expected"),
    [
        ("AID", (), 10.0),
        ("ACCUSE", (), -3.0),
        ("ACCUSE", ("disapprove",), -2.0),
        ("REQUEST", ("assist",), 0.5),
        ("PROTEST", ("vandalize",), -5.0),
        ("ASSAULT", ("beat", "unconventional"), -10.0),
        ("ASSAULT", ("unconventional", "beat"), -10.0),
        ("CONSULT", ("phone", "visit"), 4.0),
        ("CONSULT", ("riot",), 2.5),
    ],
)
def test_scores(name: str, modes: tuple[str, ...], expected: float) -> None:
    assert score(name, modes) == expected


def test_conflict_scores_are_negative_and_cooperation_scores_positive() -> None:
    for kind in plover().types:
        assert kind.score > 0 if kind.quad.number < 3 else kind.score <= 0, kind.name


def test_every_definition_is_there_and_none_stands_twice() -> None:
    table = plover()
    texts = [kind.definition for kind in table.types] + [term.definition for term in (*table.contexts, *table.sectors)]
    assert len(set(texts)) == len(texts)
    assert event_type("COERCE").mode("cyber").context == "cyber"  # type: ignore[union-attr]


def test_an_unknown_type_is_a_coded_error() -> None:
    with pytest.raises(DatelineError) as caught:
        quad("FIGHT")
    assert caught.value.code == "E411"


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("score = 2.5", "score = 25.0", "score"),
        ("quad = 4", "quad = 5", "quad"),
        ('name = "riot"', 'name = "demo"', "twice"),
        ('name = "intelligence"', 'name = "military"', "twice"),
        ('context = "cyber"', 'context = "hacking"', "hacking"),
        ('cameo = "030"', "", "cameo"),
        ("[[types]]", "[[types", "E311"),
    ],
)
def test_a_damaged_table_is_a_coded_error(old: str, new: str, named: str) -> None:
    assert old in TEXT
    with pytest.raises(DatelineError, match=named) as caught:
        parse_plover(TEXT.replace(old, new, 1))
    assert caught.value.code == "E311"
