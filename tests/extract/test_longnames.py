"""Names of bodies that hold a day or small words of another language are one word, and give no date."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline.extract.dates import Context, find_dates
from dateline.extract.longnames import dayed, long_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The 28 May Movement for Change met Chad.", "28 May Movement for Change"),
        ("The April 19 Movement seized the court.", "April 19 Movement"),
        ("Members of the 20 February Movement marched.", "20 February Movement"),
        ("The 4th of June Youth Brigade fired on the base.", "4th of June Youth Brigade"),
        ("The March 8 alliance left the cabinet.", "March 8 alliance"),
        ("The Revolutionary Organisation 17 November shot him.", "Revolutionary Organisation 17 November"),
        ("The Movimiento 14 de Junio landed at Constanza.", "Movimiento 14 de Junio"),
        ("The Front de libération nationale du Tchad took the town.", "Front de libération nationale du Tchad"),
        ("The Movimento Popular de Libertação de Angola signed it.", "Movimento Popular de Libertação de Angola"),
        ("The Union pour la démocratie et le progrès social refused.", "Union pour la démocratie et le progrès social"),
        ("The Ejército de Liberación Nacional freed him.", "Ejército de Liberación Nacional"),
        ("King Baudouin I received Nixon.", "Baudouin I"),
        ("Parliament thanked Juan Carlos I for it.", "Carlos I"),
        ("Patriarch Bartholomew I's envoy flew to Rome.", "Bartholomew I"),
    ],
)
def test_a_name_is_one_word(text: str, name: str) -> None:
    assert [text[start:end] for start, end in long_names(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "On 20 February Movement for Change leaders met.",
        "The 17 March Coalition airstrike hit a market.",
        "The March 9 movement of troops alarmed Riga.",
        "Ghana signed the 14 June Agreement.",
        "Police in Rio de Janeiro met Charles de Gaulle's heirs.",
        "Union forces held the town de facto.",
        "The Front National of Marine Le Pen voted against it.",
        "The Security Council met on 20 February.",
    ],
)
def test_what_is_no_long_name(text: str) -> None:
    assert long_names(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The 28 May Movement attacked Moundou on 3 June 2019.", ["2019-06-03"]),
        ("The April 19 Movement seized the court.", []),
        ("On 28 May 2019 Movement leaders met.", ["2019-05-28"]),
        ("The 28 May 2019 attack killed ten.", ["2019-05-28"]),
    ],
)
def test_the_day_in_a_name_is_no_date(text: str, days: list[str]) -> None:
    assert [one.earliest.isoformat() for one in find_dates(text, Context(None))] == days
    assert not dayed("The 28 May 2019 attack killed ten.")


@pytest.mark.parametrize(
    ("text", "entity", "day"),
    [
        ("The Revolutionary Organization 17 November killed two guards in Athens.", "November 17 group", None),
        ("The 20 February Movement denounced Morocco's government on 20 March 2020.", "February 20 Movement", "2020-03-20"),
        ("The Movimento Popular de Libertação de Angola bombed Huambo on 4 May 2019.", "MPLA", "2019-05-04"),
        ("The Forces armées de la République démocratique du Congo shelled Bunagana on 4 May 2019.", "FARDC", "2019-05-04"),
    ],
)
def test_its_bearer_acts(tmp_path: Path, text: str, entity: str, day: str | None) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (act,) = dateline.code(dateline.read(tmp_path / "a.txt")).mentions
    assert [party.entity for party in act.actors] == [entity]
    assert (act.date and act.date.earliest.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "In Addis Ababa I met the minister.",
        "Of Emperor Haile Selassie I know nothing.",
        "The late King Baudouin I'd never met.",
        "Beside King Hussein I sat for an hour.",
        "Haile Selassie and I signed it.",
        "Elizabeth I met yesterday.",
        "King Alexander II freed the serfs.",
    ],
)
def test_the_author_is_no_number(text: str) -> None:
    assert long_names(text) == []


def test_the_first_of_a_name_acts_himself() -> None:
    coded = dateline.code(dateline.read_text("King Zog I visited Egypt. Pope John Paul I condemned Italy.", published="1978-09-03"))
    assert [one.text for act in coded.mentions for one in act.actors] == ["King Zog I", "Pope John Paul I"]
