"""Matching of predicted to gold triggers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluation.gold import GoldMention
from dateline.evaluation.match import match_document


def mention(
    start: int, end: int, kind: str = "ASSAULT", *, optional: bool = False, actor: str = "KEN", recipient: str = "ETH"
) -> GoldMention:
    return GoldMention(start, end, kind, actors=frozenset({actor}), recipients=frozenset({recipient}), optional=optional)


def test_pairs_missed_and_spurious() -> None:
    gold = [mention(0, 5), mention(10, 15)]
    found = [mention(12, 20), mention(30, 35)]
    matched = match_document(gold, found)
    assert matched.pairs == ((gold[1], found[0]),)
    assert (matched.missed, matched.spurious) == ((gold[0],), (found[1],))


def test_touching_spans_do_not_overlap() -> None:
    assert match_document([mention(0, 5)], [mention(5, 9)]).pairs == ()


def test_one_prediction_matches_one_gold_mention() -> None:
    gold = [mention(0, 5), mention(3, 9)]
    matched = match_document(gold, [mention(0, 9)])
    assert matched.pairs == ((gold[1], mention(0, 9)),)
    assert matched.missed == (gold[0],)


def test_the_same_type_is_preferred_to_more_overlap() -> None:
    gold = mention(0, 10, "ACCUSE")
    wide, narrow = mention(0, 10, "ASSAULT"), mention(8, 12, "ACCUSE", actor="PER")
    matched = match_document([gold], [wide, narrow])
    assert matched.pairs == ((gold, narrow),)
    assert matched.spurious == (wide,)


def test_of_two_of_the_same_type_the_one_with_the_right_countries_is_preferred() -> None:
    gold = [mention(0, 6, actor="MLI")]
    wrong, right = mention(0, 6, actor="TGO"), mention(0, 6, actor="MLI")
    assert match_document(gold, [wrong, right]).pairs == ((gold[0], right),)


def test_an_optional_mention_is_neither_missed_nor_rewarded() -> None:
    optional = mention(0, 5, optional=True)
    nothing = match_document([optional], [])
    assert (nothing.pairs, nothing.missed, nothing.spurious) == ((), (), ())
    hit = match_document([optional], [mention(0, 5)])
    assert (hit.pairs, hit.missed, hit.spurious) == ((), (), ())


def test_a_required_mention_is_served_before_an_optional_one() -> None:
    optional, required = mention(0, 5, optional=True), mention(0, 5)
    matched = match_document([optional, required], [mention(0, 5)])
    assert [g for g, _ in matched.pairs] == [required]


def test_parties_pair_in_all_ways_and_an_empty_side_counts() -> None:
    both = GoldMention(0, 1, "AID", actors=frozenset({"KEN", "UGA"}), recipients=frozenset())
    assert both.pairs() == {("KEN", "AID", "---"), ("UGA", "AID", "---")}
    assert GoldMention(0, 1, "AID").pairs() == {("---", "AID", "---")}


spans = st.tuples(st.integers(0, 40), st.integers(1, 8), st.sampled_from(["AID", "ASSAULT"]), st.booleans())
mentions = st.lists(spans.map(lambda s: mention(s[0], s[0] + s[1], s[2], optional=s[3])), max_size=8)


@given(mentions, mentions)
def test_nothing_is_lost_or_doubled(gold: list[GoldMention], found: list[GoldMention]) -> None:
    matched = match_document(gold, found)
    required = sum(not g.optional for g in gold)
    assert len(matched.pairs) + len(matched.missed) == required
    assert len(matched.pairs) + len(matched.spurious) <= len(found)
    assert len(found) - len(matched.pairs) - len(matched.spurious) <= len(gold) - required
    assert all(g.start < f.end and f.start < g.end for g, f in matched.pairs)
