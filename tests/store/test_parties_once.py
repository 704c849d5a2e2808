"""Exports write a pair of parties once an act, however often the sentence names them; an undirected cut counts a joint act once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


@contextmanager
def database(folder: Path, *acts: tuple[tuple[Participant, ...], tuple[Participant, ...]]) -> Iterator[Database]:
    mentions = tuple(
        EventMention(f"d1-m{number}", f"d1-e{number}", "d1", "a.md", sentences()[2], phrase("condemn"), "CONSULT", actors=actors, recipients=recipients)
        for number, (actors, recipients) in enumerate(acts)
    )
    with Database(folder / "a.duckdb") as made:
        made.write(Coded(document(), sentences(), mentions), run())
        yield made


PAIRS = [
    ((ARLAND, MINISTER), (BORDURIA,), [("AUT", "GOV", "BGR", "GOV")]),
    ((ARLAND,), (BORDURIA, ARMY), [("AUT", "GOV", "BGR", "GOV"), ("AUT", "GOV", "BGR", "MIL")]),
    ((ARLAND, BORDURIA), (ARLAND,), [("BGR", "GOV", "AUT", "GOV")]),
    ((ARLAND,), (KIS,), [("AUT", "GOV", "AUT", "GOV")]),
    ((MINISTER, KIS, BORDURIA), (), [("BGR", "GOV", "AUT", "GOV")]),
]


def test_a_pair_is_one_row_of_an_act(tmp_path: Path) -> None:
    with database(tmp_path, *((actors, recipients) for actors, recipients, _ in PAIRS)) as db:
        rows = [(act.act_id, (act.actor_country, act.actor_sector, act.recipient_country, act.recipient_sector)) for act in iter_acts(db, ActFilter())]
    assert [sorted(row for act, row in rows if act == f"d1-m{number}") for number in range(len(PAIRS))] == [listed for _, _, listed in PAIRS]


def test_a_joint_act_is_one_act_of_an_undirected_pair(tmp_path: Path) -> None:
    with database(tmp_path, ((ARLAND, BORDURIA), ()), ((ARLAND,), (BORDURIA,)), ((BORDURIA,), (ARLAND,))) as db:
        found = [cells(db, ActFilter(), Cut(period=None, undirected=undirected)).table.to_pylist() for undirected in (False, True)]
    counted = [sorted((row["actor"], row["recipient"], row["n"]) for row in table) for table in found]
    assert counted == [[("AUT", "BGR", 2), ("BGR", "AUT", 2)], [("AUT", "BGR", 3)]]
