"""No score hangs on a single word: the short form of bench/telling_deletion.py (the long form is run by hand)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))

#: Entries deleted here; the long form deletes all.
SAMPLE = 15


def test_a_random_sample_of_entries_costs_no_score_a_point() -> None:
    import telling_deletion

    assert telling_deletion.short(SAMPLE) == []


def test_a_deleted_entry_is_really_gone() -> None:
    import telling_deletion as bench

    from dateline.extract.quantities import find_quantities

    text = "The navy evacuated 40 people."
    entry = next(e for e in bench.entries("quantities") if e.word == "evacuate")
    assert find_quantities(text)[0].counts == "evacuated"
    with bench.deleted(entry):
        assert find_quantities(text)[0].counts != "evacuated"
    assert find_quantities(text)[0].counts == "evacuated"
