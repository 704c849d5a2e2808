"""The combination of rules and coder, and that no single entry of the word lists carries a figure (long form: ``bench/attribution.py``)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.extract import combine
from dateline.extract.act import Odds

SURE_AUTHOR = Odds((0.97, 0.01, 0.01, 0.005, 0.005), 0.01, (0.98, 0.01, 0.01), (0.97, 0.01, 0.01, 0.0025, 0.0025, 0.0025, 0.0025), (0.1,))
UNSURE = Odds((0.6, 0.1, 0.1, 0.1, 0.1), 0.4, (0.6, 0.1, 0.3), (0.5, 0.2, 0.1, 0.05, 0.05, 0.05, 0.05), (0.5,))


def test_a_strong_frame_decides_where_the_coder_is_unsure() -> None:
    assert combine.attributed(combine.Said(3.0), UNSURE)
    assert not combine.attributed(combine.Said(-4.0), SURE_AUTHOR)
    assert not combine.attributed(combine.Said(), SURE_AUTHOR)


def test_a_hedge_without_a_frame_is_the_authors_own() -> None:
    """"Its commander **allegedly** had two of them killed": nobody is named as saying so."""
    half = replace(UNSURE, attribution=(0.27, 0.13, 0.12, 0.12, 0.12, 0.12, 0.12))
    assert combine.is_hedged(["certainty possible adverb"])
    assert not combine.is_hedged(["certainty possible passive", "certainty possible modal could"])
    assert combine.attributed(combine.Said(), half)
    assert not combine.attributed(combine.Said(hedged=True), half)


def test_the_coder_must_see_the_speaker_speak() -> None:
    assert combine.attributed(combine.Said(-0.5, speaker=3.0), UNSURE)
    assert not combine.attributed(combine.Said(-0.5, speaker=-6.0), UNSURE)


def test_without_a_coder_the_rules_decide() -> None:
    assert combine.attributed(combine.Said(0.5), None)
    assert not combine.attributed(combine.Said(-0.5), None)
    assert not combine.attributed(combine.Said(), None)


@pytest.mark.parametrize("judgement", list(combine.LABELS))
def test_shares_are_probabilities(judgement: str) -> None:
    import math

    shares = combine.rule_shares(judgement, ["negated none", "status none", "certainty none"], combine.tables().weights)
    assert sum(math.exp(s) for s in shares) == pytest.approx(1.0)
    assert len(shares) == len(combine.LABELS[judgement])


def test_a_table_reads_back_as_written() -> None:
    text = "judgement\tlabel\tfeature\tweight\nnegated\tno\tword not particle\t-0.5\nnegated\tno\tbias\t1.25\n"
    assert combine.read_table(text) == {("negated", "no"): {"word not particle": -0.5, "bias": 1.25}}


@pytest.mark.parametrize("word", ["say", "according", "not", "will", "may", "report"])
def test_no_entry_overrules_its_class(word: str) -> None:
    """An entry's own weight is bounded by what its class and the structure around it can outweigh (the bias of a label is of this size)."""
    own = [abs(w) for weights in combine.tables().weights.values() for name, w in weights.items() if name.split()[:2] == ["word", word]]
    assert own, f"{word!r} has no weight of its own"
    assert max(own) < 2.5
