"""Parties inside one country: as filters, as those who respond, and as both sides of a trigger."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import dateline
from dateline.askedactors import asked_actors, home_of, sought, trigger_party
from dateline.askedcodes import asked_codes
from dateline.cli import app
from dateline.errors import DatelineError
from dateline.types import Coded

NEWS = [
    {
        "id": "es",
        "date": "2019-05-17",
        "text": "MADRID, May 17, 2019 (EFE) - Spanish police arrested five Vox lawmakers on Monday. Vox condemned the arrests on Tuesday. "
        "Spanish trade unions condemned the arrests on Tuesday. Spain's government banned a rally by Vox on Wednesday. "
        "Vox lawmakers accused the government of abuse on Thursday. Prime Minister Pedro Sanchez accused Vox of stoking hatred on Friday.",
    },
    {
        "id": "hu",
        "date": "2021-09-10",
        "text": "BUDAPEST, Sept 10, 2021 (MTI) - The Hungarian opposition accused the government of corruption on Tuesday. "
        "Fidesz condemned the Hungarian opposition on Wednesday. Hungarian farmers blocked a road on Thursday.",
    },
]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("within")
    (folder / "news.jsonl").write_text("".join(json.dumps(line) + "\n" for line in NEWS), encoding="utf-8")
    dateline.code_all(folder / "news.jsonl", db=folder / "news.duckdb")
    return folder / "news.duckdb"


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        ("hun lab", "HUN LAB"),
        ("HUN LAB", "HUN LAB"),
        ("government of Hungary", "HUN GOV"),
        ("the Hungarian government", "HUN GOV"),
        ("Hungary's opposition", "HUN OPP"),
        ("South African trade unions", "ZAF LAB"),
        ("UK police", "GBR COP"),
        ("Vox", "ESP:Vox"),
        ("Fidesz", "HUN:Fidesz"),
        ("ISR:Labour Party", "ISR:Labour Party"),
        ("ZMB:Patriots of Tomorrow", "ZMB:Patriots of Tomorrow"),
        # as before: countries, armed groups and shared bodies by their own ways, and words of what is no whole sector
        ("Hungary", "HUN"),
        ("Houthis", "Houthis"),
        ("Pentagon", "Pentagon"),
        ("police", "police"),
        ("president of Hungary", "president of Hungary"),
        ("Supreme Court of Kenya", "Supreme Court of Kenya"),
        ("president of the court", "president of the court"),
    ],
)
def test_one_way_of_naming_a_party(asked: str, terms: str) -> None:
    assert sought(asked) == terms


@pytest.mark.parametrize("one", ["Hungarian Socialist Party", "Fidesz", "HUN OPP", "Viktor Orban", "UNITA", "African Union", "ZMB:Patriots of Tomorrow"])
def test_filters_responses_and_triggers_read_the_same_terms(one: str) -> None:
    (actor,) = asked_actors(one)
    assert actor.wanted is not None
    assert actor.wanted == sought(one) == trigger_party(one) == ",".join(asked_codes([one]).codes)


def test_a_sector_without_a_country_has_that_of_the_trigger() -> None:
    assert asked_actors("the opposition", "HUN")[0].wanted == "HUN OPP"
    assert home_of(map(trigger_party, ("Fidesz", "HUN OPP"))) == "HUN"
    with pytest.raises(DatelineError, match="opposition of Kenya"):
        asked_actors("the opposition")


@pytest.mark.parametrize(("name", "told"), [("Modi", "Narendra Modi"), ("Patriots of Tomorrow", "POL:PiS")])
def test_a_name_that_cannot_be_told_apart_says_what_to_write(name: str, told: str) -> None:
    with pytest.raises(DatelineError, match=told):
        asked_actors(name)


def test_a_name_of_several_parties_says_which_was_read() -> None:
    told: list[str] = []
    sought("Conservative Party", told.append)
    assert told == ["Conservative Party is read as Conservative Party (GBR); write CAN:Conservative Party for another"]


def _acts(db: Path, **asked: str) -> list[str]:
    return [row["sentence"]["text"] for row in dateline.events(db, **asked).to_pylist()]


@pytest.mark.parametrize(("actor", "count"), [("Vox", 3), ("ESP:Vox", 3), ("ESP COP", 1), ("Spanish unions", 1), ("Pedro Sanchez", 1), ("HUN OPP", 1), ("HUN AGR", 1)])
def test_every_command_takes_the_same_party(db: Path, actor: str, count: int) -> None:
    listed = len(_acts(db, actor=actor))
    counted = sum(row["n"] for row in dateline.series(db, actor=actor, unit="actor", period="year").to_pylist())
    done = CliRunner().invoke(app, ["export", "--format", "csv", "--actor", actor, "--db", str(db)])
    assert (listed, counted, len(list(csv.DictReader(io.StringIO(done.stdout))))) == (count, count, count)


def test_recipients_and_levels(db: Path) -> None:
    assert all("Vox" in text for text in _acts(db, recipient="Vox"))
    rows = dateline.series(db, actor="HUN PTY", level="sector", unit="actor", period="year").to_pylist()
    assert {row["actor"] for row in rows} == {"HUN PTY"}


def _ladder(db: Path | list[Coded], actor: str, to: str) -> list[str]:
    answer = dateline.response(db, actor=actor, to=to)
    (report,) = answer.actors
    assert not report.domestic
    return [act.told.mention.sentence.text for rung in report.ladder for act in rung.acts]


def test_only_a_partys_own_acts_are_its_response(db: Path) -> None:
    assert _ladder(db, "Vox", "ESP COERCE *") and all(text.startswith("Vox") for text in _ladder(db, "Vox", "ESP COERCE *"))
    assert all("unions" in text for text in _ladder(db, "trade unions", "ESP COERCE *"))
    assert _ladder(db, "Fidesz", "HUN OPP ACCUSE HUN GOV") == ["Fidesz condemned the Hungarian opposition on Wednesday."]


def test_both_sides_of_a_trigger_are_parties(db: Path) -> None:
    trigger = dateline.response(db, actor="ESP GOV", to="Vox ACCUSE ESP GOV").trigger
    assert trigger is not None and [one.mention.sentence.text[:13] for one in trigger.mentions] == ["Vox lawmakers"]
    assert _ladder(db, "Pedro Sanchez", "Vox ACCUSE ESP GOV") == ["Prime Minister Pedro Sanchez accused Vox of stoking hatred on Friday."]
    assert dateline.response(db, actor="Vox", to="HUN OPP ACCUSE ESP GOV").trigger is None


def test_a_country_is_answered_for_as_before(db: Path) -> None:
    (report,) = dateline.response(db, actor="ESP", to="ESP COERCE *").actors
    assert report.body is None and any(one.told.mention.sentence.text.startswith("Vox") for one in report.domestic)
