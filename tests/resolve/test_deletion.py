"""The sampled short form of bench/deletion.py: the entries that most sealed cases look up, deleted one by one."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
from deletion import POINT, Entry, knowledge_entries, run, without, without_place

#: The most used entries; the long form deletes all that could make a point.
SAMPLE = 30


def test_no_single_entry_carries_more_than_a_point_of_the_sealed_halves() -> None:
    report = run("sealed", sample=SAMPLE)
    assert report.deleted == SAMPLE
    assert set(report.worst) == {"actors", "places"}
    assert max(report.worst.values()) <= POINT, report.worst


def test_a_deleted_entry_is_gone_and_nothing_else() -> None:
    house = next(entry for entry in knowledge_entries() if entry.value == "Casa Rosada")
    resolver = without(house)
    assert resolver.actor("Casa Rosada").chosen is None
    (moscow, russia) = (resolver.actor(text).chosen for text in ("Moscow", "Russia"))
    assert moscow is not None and russia is not None and (moscow.country, russia.country) == ("RUS", "RUS")
    with without_place(Entry("cities", 99072)) as places:
        assert places.place("Mosul") is None or places.place("Mosul").geonames_id != 99072  # type: ignore[union-attr]
        assert places.place("Kirkuk") is not None
