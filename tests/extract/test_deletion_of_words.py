"""No score hangs on a single word: the short form of bench/telling_deletion.py (the long form is run by hand)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))

#: Entries deleted here; the long form deletes all.
SAMPLE = 15


def test_no_entry_of_a_random_sample_costs_a_score_a_point_but_those_known_to() -> None:
    import telling_deletion

    known = telling_deletion.known_falls()
    assert [fall for fall in telling_deletion.short(SAMPLE) if (fall.entry.word, fall.score) not in known] == []


def test_the_entries_known_to_cost_a_point_are_few_and_in_the_lists() -> None:
    import telling_deletion as bench

    known = bench.known_falls()
    assert len(known) <= 25, "the bar is none: the list may only get shorter"
    assert {word for word, _ in known} <= {entry.word for name in bench.LISTS for entry in bench.entries(name)}


def test_a_deleted_entry_is_really_gone() -> None:
    import telling_deletion as bench

    from dateline.extract.quantities.finder import find_by_rules

    text = "The navy evacuated 40 people."
    entry = next(e for e in bench.entries("quantities") if e.word == "evacuate")
    assert find_by_rules(text)[0].counts == "evacuated"
    with bench.deleted(entry):
        assert find_by_rules(text)[0].counts != "evacuated"
    assert find_by_rules(text)[0].counts == "evacuated"


def test_a_deleted_kind_of_noun_is_really_gone() -> None:
    import telling_deletion as bench

    from dateline.extract.quantities.acts import kinds_of

    entry = next(e for e in bench.entries("noun_kinds") if e.word == "docker")
    assert kinds_of("dockers") == ("worker",)
    with bench.deleted(entry):
        assert kinds_of("dockers") == ()
    assert kinds_of("dockers") == ("worker",)
