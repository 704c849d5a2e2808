"""Exports write a pair of parties once an act, however often the sentence names them; an undirected cut counts a joint act once."""

from __future__ import annotations

from pathlib import Path

import pytest
from stored import document, party, phrase, run, sentences

from dateline.store.actfilter import ActFilter, Cut
from dateline.store.acts import cells, iter_acts
from dateline.store.duckdb import Database
from dateline.types import Coded, EventMention, Participant


def somebody(words: str, country: str, sector: str = "GOV") -> Participant:
    return party(words, country=country, sector=sector, sectors=(sector,))


ARLAND, MINISTER = somebody("Arland", "AUT"), somebody("Foreign Minister", "AUT")
KIS, ARMY = somebody("Éva Kis", "AUT"), somebody("army", "BGR", "MIL")
BORDURIA = somebody("Borduria", "BGR")


def database(folder: Path, *acts: tuple[tuple[Participant, ...], tuple[Participant, ...]]) -> Database:
    mentions = tuple(
        EventMention(f"d1-m{number}", f"d1-e{number}", "d1", "a.md", sentences()[2], phrase("condemn"), "CONSULT", actors=actors, recipients=recipients)
        for number, (actors, recipients) in enumerate(acts)
    )
    made = Database(folder / "a.duckdb")
    made.write(Coded(document(), sentences(), mentions), run())
    return made


def exported(db: Database) -> list[tuple[str | None, ...]]:
    return [(act.actor_country, act.actor_sector, act.recipient_country, act.recipient_sector) for act in iter_acts(db, ActFilter())]


@pytest.mark.parametrize(
    ("actors", "recipients", "rows"),
    [
        ((ARLAND, MINISTER), (BORDURIA,), [("AUT", "GOV", "BGR", "GOV")]),
        ((ARLAND,), (BORDURIA, ARMY), [("AUT", "GOV", "BGR", "GOV"), ("AUT", "GOV", "BGR", "MIL")]),
        ((MINISTER, KIS, BORDURIA), (), [("AUT", "GOV", "BGR", "GOV")]),
        ((ARLAND, BORDURIA), (ARLAND,), [("BGR", "GOV", "AUT", "GOV")]),
        ((ARLAND,), (KIS,), [("AUT", "GOV", "AUT", "GOV")]),
    ],
)
def test_a_pair_is_one_row(tmp_path: Path, actors: tuple[Participant, ...], recipients: tuple[Participant, ...], rows: list[tuple[str, ...]]) -> None:
    with database(tmp_path, (actors, recipients)) as db:
        assert sorted(row if row[0] != "BGR" or recipients else (*row[2:], *row[:2]) for row in exported(db)) == sorted(rows)


@pytest.mark.parametrize(("undirected", "counted"), [(False, {("AUT", "BGR"): 2, ("BGR", "AUT"): 2}), (True, {("AUT", "BGR"): 3})])
def test_a_joint_act_is_one_act_of_an_undirected_pair(tmp_path: Path, undirected: bool, counted: dict[tuple[str, str], int]) -> None:
    acts = [((ARLAND, BORDURIA), ()), ((ARLAND,), (BORDURIA,)), ((BORDURIA,), (ARLAND,))]
    with database(tmp_path, *acts) as db:
        table = cells(db, ActFilter(), Cut(period=None, undirected=undirected)).table
    found: dict[tuple[str, str], int] = {}
    for row in table.to_pylist():
        pair = (row["actor"], row["recipient"])
        found[pair] = found.get(pair, 0) + row["n"]
    assert found == counted
