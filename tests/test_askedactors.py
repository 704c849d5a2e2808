"""Parties and places that are asked for are read in one way, whatever they are asked of."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline.askedactors import asked_actors, named_party, sought, sought_places, trigger_party, trigger_reading
from dateline.askedcodes import asked_codes, asked_speaker
from dateline.askeddays import day_prefix
from dateline.errors import DatelineError

LINES = [
    {"id": "a", "date": "2021-05-06", "text": "Chile expelled the Andorran consul on Tuesday. Chilean police arrested two Argentine journalists."},
    {"id": "b", "date": "2021-06-07", "text": "The United Kingdom condemned Argentina. The African Union criticised Chile."},
]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("CHL", "CHL"),
        ("chl", "CHL"),
        ("chile", "CHL"),
        ("Chilean", "CHL"),
        ("Chileans", "CHL"),
        ("UK", "GBR"),
        ("uk", "GBR"),
        ("un", "UNO"),
        ("European Union", "EUR"),
        ("new zealand, IRL,the Netherlands", "NZL,IRL,NLD"),
        ("Santiago de Chile", "CHL"),
        ("Lima", "PER"),
        (["Fiji", "tonga"], "FJI,TON"),
        # a body is sought by its own name, not by the code that it shares with others
        ("AU", "AU,African Union"),
        ("European Commission", "European Commission"),
        ("Hezbollah", "Hezbollah"),
        ("Pentagon", "Pentagon"),
        ("White House", "White House"),
        ("police", "police"),
        ("Ruritania", "Ruritania"),
    ],
)
def test_what_a_search_looks_for(asked: str | list[str], expected: str) -> None:
    assert sought(asked) == expected


def test_a_capital_is_told() -> None:
    told: list[str] = []
    assert sought("Lima,Peru", told.append) == "PER"
    assert told == ["Lima is read as Peru (PER)"]


def test_a_town_stays_a_place() -> None:
    assert sought_places("Lima,peru,Arequipa") == "Lima,PER,Arequipa"


@pytest.mark.parametrize(("words", "code"), [("fin", "FIN"), ("FIN", "FIN"), ("finland", "FIN"), ("uk", "GBR"), ("nato", "IGO")])
def test_responses_and_series_read_the_same_words(words: str, code: str) -> None:
    assert (asked_actors(words)[0].code, named_party(words)) == (code, code)
    if code != "IGO":
        assert asked_codes([words]).codes == (code,)


def test_a_small_name_is_not_read_as_another() -> None:
    assert asked_actors("finland")[0].reading is None
    with pytest.raises(DatelineError, match="E205"):
        asked_actors("ruritania")


def test_one_speaker_is_asked_for() -> None:
    assert (asked_speaker("fiji"), asked_speaker(None)) == ("FJI", None)
    with pytest.raises(DatelineError, match="E205"):
        asked_speaker("Fiji,Samoa")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked")
    (folder / "news.jsonl").write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf-8")
    dateline.code_all(folder / "news.jsonl", db=folder / "news.duckdb", coder="lexicon")
    return folder / "news.duckdb"


@pytest.mark.parametrize("actor", ["CHL", "chl", "Chile", "chilean", "Chile,FIN", ["Chile", "Finland"]])
def test_events_and_series_count_the_same(db: Path, actor: str | list[str]) -> None:
    listed = dateline.events(db, actor=actor).num_rows
    counted = sum(row["n"] for row in dateline.series(db, actor=actor, unit="actor", period="year").to_pylist())
    assert listed == counted > 1


def test_a_code_is_no_word_of_a_name(db: Path) -> None:
    """"AND" is Andorra; "two journalists and a consul" is not."""
    assert {row["trigger"]["text"] for row in dateline.events(db, recipient="AND").to_pylist()} == {"expelled"}


def test_a_body_and_a_sector_are_found_by_their_words(db: Path) -> None:
    assert dateline.events(db, actor="au").num_rows == 1
    assert dateline.events(db, actor="police").num_rows == 1


def test_one_of_a_list_that_nobody_knows_is_refused(db: Path) -> None:
    with pytest.raises(DatelineError, match="Zembla"):
        dateline.events(db, actor="Chile,Zembla")


def test_days_may_be_dates_years_or_texts(db: Path) -> None:
    for since in (date(2021, 6, 1), "2021-06"):
        assert dateline.events(db, since=since).num_rows == 2
        assert sum(row["n"] for row in dateline.series(db, since=since, unit="actor").to_pylist()) == 2
    assert dateline.events(db, since=2021).num_rows == 4
    assert dateline.response(db, actor="Argentina", to="chl SANCTION *", since="2021-05").trigger is not None
    with pytest.raises(DatelineError, match="since"):
        day_prefix("since", [2021])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Boko Haram", "Boko Haram"),
        ("PKK", "PKK,Kurdistan Workers' Party"),
        ("ECOWAS", "ECOWAS,Economic Community of West African States"),
        ("Sinaloa Cartel", "Sinaloa Cartel"),
        ("Nigeria", "NGA"),
        ("nga", "NGA"),
        ("European Union", "EUR"),
        ("FSB", "RUS"),
        ("Taliban", "AFG"),
        ("Maiduguri", "Maiduguri"),
    ],
)
def test_what_a_party_of_a_trigger_is_looked_for_by(asked: str, expected: str) -> None:
    assert trigger_party(asked) == expected


def test_it_is_said_where_a_body_is_read_as_its_state() -> None:
    assert [trigger_reading(words) for words in ("FSB", "Taliban", "Boko Haram", "Nigeria", "Maiduguri")] == [
        "FSB is read as Russia (RUS)",
        "Taliban is read as Afghanistan (AFG)",
        None,
        None,
        None,
    ]


def test_an_armed_group_is_asked_for_by_its_name() -> None:
    assert [(one.code, one.body, one.reading) for one in asked_actors("PKK,Turkey")] == [("TUR", "Kurdistan Workers' Party", None), ("TUR", None, None)]


REBELS = [
    {
        "id": "n",
        "date": "2021-05-20",
        "text": "On 3 May, the Nigerian army bombed Dikwa and killed eight civilians. On 10 May, Boko Haram attacked Gwoza and killed five people. "
        "Niger condemned the bombing of Dikwa on 4 May. Chad condemned the attack on Gwoza on 11 May.",
    },
    {
        "id": "s",
        "date": "2024-06-20",
        "text": "On 3 June, the Sudanese army bombed Kutum. On 10 June, the Rapid Support Forces shelled Zalingei. Kenya condemned the shelling of Zalingei on 11 June.",
    },
]


@pytest.fixture(scope="module")
def rebels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rebels")
    (folder / "news.jsonl").write_text("".join(json.dumps(line) + "\n" for line in REBELS), encoding="utf-8")
    dateline.code_all(folder / "news.jsonl", db=folder / "news.duckdb")
    return folder / "news.duckdb"


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("Boko Haram ASSAULT *", "Boko Haram attacked Gwoza"),
        ("Rapid Support Forces ASSAULT *", "Rapid Support Forces shelled Zalingei"),
        ("rapid support forces assault *", "Rapid Support Forces shelled Zalingei"),
        ("RSF ASSAULT *", "Rapid Support Forces shelled Zalingei"),
    ],
)
def test_the_trigger_of_an_armed_group_is_no_act_of_the_army(rebels: Path, to: str, told: str) -> None:
    trigger = dateline.response(rebels, actor="TCD,KEN", to=to).trigger
    assert trigger is not None
    assert {told in one.mention.sentence.text for one in trigger.mentions} == {True}


@pytest.mark.parametrize(
    ("to", "parts"),
    [
        ("Sudan SUPPORT Rapid Support Forces", ("SDN", "SUPPORT", "Rapid Support Forces")),
        ("Rapid Support Forces SUPPORT *", ("Rapid Support Forces", "SUPPORT", None)),
        ("Rapid Support Forces", ("Rapid Support Forces", None, None)),
        ("Kenya support Uganda", ("KEN", "SUPPORT", "UGA")),
    ],
)
def test_a_name_may_hold_that_of_a_type(to: str, parts: tuple[str | None, ...]) -> None:
    from dateline.responses import ResponseOptions, trigger_query

    query = trigger_query(to, ResponseOptions())
    assert (query.actor, query.type, query.other) == parts
