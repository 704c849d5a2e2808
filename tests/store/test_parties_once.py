"""An act counts once for each pair of its parties, however often the sentence names them: in exports and in series, of countries and of sectors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from stored import document, party, phrase, run, sentences

from dateline.store.actfilter import ActFilter, Cut, Level, Unit
from dateline.store.acts import Act, cells, iter_acts
from dateline.store.duckdb import Database
from dateline.types import Coded, EventMention, Participant


def somebody(words: str, country: str, sector: str = "GOV") -> Participant:
    return party(words, country=country, sector=sector, sectors=(sector,))


ARLAND, MINISTER = somebody("Arland", "AUT"), somebody("Foreign Minister", "AUT")
KIS, ARMY = somebody("Éva Kis", "AUT"), somebody("army", "BGR", "MIL")
BORDURIA = somebody("Borduria", "BGR")


@contextmanager
def database(folder: Path, *acts: tuple[tuple[Participant, ...], tuple[Participant, ...]]) -> Iterator[Database]:
    mentions = tuple(
        EventMention(f"d1-m{number}", f"d1-e{number}", "d1", "a.md", sentences()[2], phrase("condemn"), "CONSULT", actors=actors, recipients=recipients)
        for number, (actors, recipients) in enumerate(acts)
    )
    with Database(folder / "a.duckdb") as made:
        made.write(Coded(document(), sentences(), mentions), run())
        yield made


REBELS, KLOW = somebody("troops", "AUT", "REB"), somebody("Kelheim", "HUN")
#: Actors and recipients, the rows of an export by country and sector, and by country.
PAIRS = [
    ((ARLAND, MINISTER), (BORDURIA,), [("AUT", "GOV", "BGR", "GOV")], [("AUT", "BGR")]),
    ((ARLAND,), (BORDURIA, ARMY), [("AUT", "GOV", "BGR", "GOV"), ("AUT", "GOV", "BGR", "MIL")], [("AUT", "BGR")]),
    ((ARLAND, BORDURIA), (ARLAND,), [("BGR", "GOV", "AUT", "GOV")], [("BGR", "AUT")]),
    ((ARLAND,), (KIS,), [("AUT", "GOV", "AUT", "GOV")], [("AUT", "AUT")]),
    ((MINISTER, KIS, BORDURIA), (), [("BGR", "GOV", "AUT", "GOV")], [("BGR", "AUT")]),
    # what a government does to people of its own stands beside what it does abroad
    ((ARLAND,), (REBELS, BORDURIA), [("AUT", "GOV", "AUT", "REB"), ("AUT", "GOV", "BGR", "GOV")], [("AUT", "AUT"), ("AUT", "BGR")]),
    ((ARLAND, REBELS), (), [("AUT", "GOV", "AUT", "REB")], [("AUT", "AUT")]),
    ((ARLAND, REBELS, KLOW), (), [("AUT", "GOV", "AUT", "REB"), ("AUT", "GOV", "HUN", "GOV"), ("HUN", "GOV", "AUT", "REB")], [("AUT", "HUN")]),
    ((ARLAND, MINISTER), (), [], []),
]


@pytest.mark.parametrize("level", Level)
def test_a_pair_is_one_row_of_an_act(tmp_path: Path, level: Level) -> None:
    def codes(act: Act) -> tuple[str | None, ...]:
        return (act.actor_country, act.actor_sector, act.recipient_country, act.recipient_sector)[:: 2 if level is Level.COUNTRY else 1]

    with database(tmp_path, *(case[:2] for case in PAIRS)) as db:
        rows = [(act.act_id, codes(act)) for act in iter_acts(db, ActFilter(), level)]
    assert [sorted(row for act, row in rows if act == f"d1-m{number}") for number in range(len(PAIRS))] == [case[2 if level is Level.SECTOR else 3] for case in PAIRS]


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("case", PAIRS)
def test_a_series_counts_the_pairs_that_an_export_writes(
    tmp_path: Path, level: Level, case: tuple[tuple[Participant, ...], tuple[Participant, ...], object, object]
) -> None:
    def name(country: str | None, sector: str | None) -> str:
        return f"{country} {sector}" if level is Level.SECTOR else str(country)

    with database(tmp_path, case[:2]) as db:
        counted = cells(db, ActFilter(), Cut(level=level, period=None, undirected=True))
        written = [
            tuple(sorted((name(act.actor_country, act.actor_sector), name(act.recipient_country, act.recipient_sector))))
            for act in iter_acts(db, ActFilter(), level)
        ]
    assert sorted((row["actor"], row["recipient"]) for row in counted.table.to_pylist() for _ in range(row["n"])) == sorted(written)
    assert counted.left_out.unpaired == (not written)


def test_the_party_of_known_sector_stands_for_its_country(tmp_path: Path) -> None:
    town = party("Hafen", country="BGR", sector=None, sectors=())
    with database(tmp_path, ((ARLAND,), (BORDURIA, town))) as db:
        assert [act.recipient_name for act in iter_acts(db, ActFilter())] == ["Borduria"]


def test_a_joint_act_is_exported_for_either_party_asked_for(tmp_path: Path) -> None:
    with database(tmp_path, ((ARLAND, BORDURIA), ())) as db:
        found = [[(act.actor_country, act.recipient_country) for act in iter_acts(db, ActFilter(actors=(code,)))] for code in ("AUT", "BGR")]
    assert found == [[("AUT", "BGR")], [("BGR", "AUT")]]


def test_a_party_that_acts_on_itself_and_on_others_is_an_actor(tmp_path: Path) -> None:
    with database(tmp_path, ((ARLAND, BORDURIA), (ARLAND,))) as db:
        table = cells(db, ActFilter(), Cut(Unit.ACTOR, period=None)).table.to_pylist()
    assert sorted((row["actor"], row["n"]) for row in table) == [("AUT", 1), ("BGR", 1)]


def test_a_joint_act_is_one_act_of_an_undirected_pair(tmp_path: Path) -> None:
    with database(tmp_path, ((ARLAND, BORDURIA), ()), ((ARLAND,), (BORDURIA,)), ((BORDURIA,), (ARLAND,))) as db:
        found = [cells(db, ActFilter(), Cut(period=None, undirected=undirected)).table.to_pylist() for undirected in (False, True)]
    counted = [sorted((row["actor"], row["recipient"], row["n"]) for row in table) for table in found]
    assert counted == [[("AUT", "BGR", 2), ("BGR", "AUT", 2)], [("AUT", "BGR", 3)]]
