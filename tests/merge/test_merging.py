"""Pairs, blocks, clusters and origins on mentions made by hand."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.evaluation.clusters import score_clusters
from dateline.merge import MergeItem, Number, Report, independent
from dateline.merge.blocking import MOST_MEMBERS, candidate_pairs, crowded
from dateline.merge.cluster import average_linkage, cluster, components, label_ids
from dateline.merge.columns import to_columns
from dateline.merge.event import _numbers, days_of
from dateline.merge.features import pair_features
from dateline.merge.scorer import IMPOSSIBLE, parse_weights, score_pairs
from dateline.merge.types import compatible, number_of, pair_rows
from dateline.merge.words import afresh, general, names_of, ordinal, plain_words, stage, stem, trigger_at
from dateline.types import Quantity, Sentence, Span, TimeRef

DAY = date(2031, 5, 2)


def item(identity: str, **more: object) -> MergeItem:
    fields: dict[str, object] = {
        "mention_id": identity,
        "doc_id": f"d{identity}",
        "sentence": 0,
        "text": "Mortar rounds killed four people in the border town of Mandera.",
        "trigger": "killed",
        "type": "ASSAULT",
        "actors": ("SOM",),
        "recipients": ("KEN",),
        "published": DAY + timedelta(days=1),
    }
    return MergeItem(**(fields | more))  # type: ignore[arg-type]


def events(*items: MergeItem) -> list[str]:
    ordered = sorted(items, key=lambda one: one.mention_id)
    found, _ = cluster(to_columns(ordered))
    return label_ids([one.mention_id for one in ordered], found)


def test_reports_of_one_act_are_one_event_and_named_by_the_smallest_id() -> None:
    assert events(item("b", first=DAY, last=DAY), item("a"), item("c", first=DAY, last=DAY)) == ["a", "a", "a"]


@pytest.mark.parametrize(
    "more",
    [
        {"first": DAY + timedelta(days=3), "last": DAY + timedelta(days=3)},
        {"negated": True},
        {"side": 2},
        {"type": "CONSULT"},
        {"actors": ("UGA",), "recipients": ("RWA",)},
    ],
    ids=["another day", "denied", "the other side", "another type", "other parties"],
)
def test_what_keeps_two_acts_apart(more: dict[str, object]) -> None:
    assert events(item("a", first=DAY, last=DAY, side=1), item("b", **({"first": DAY, "last": DAY} | more))) == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"first": date(2031, 5, 1), "last": date(2031, 5, 31)}, {"first": date(2031, 6, 1), "last": date(2031, 6, 30)}, True),
        ({"first": date(2031, 5, 1), "last": date(2031, 5, 31)}, {"first": date(2031, 5, 20), "last": date(2031, 5, 20)}, False),
        ({"first": DAY, "last": DAY}, {"first": DAY + timedelta(days=1), "last": DAY + timedelta(days=1)}, False),
        ({"place": "geneva", "place_country": "CHE"}, {"place": "oslo", "place_country": "NOR"}, True),
        ({"place": "geneva", "place_country": "CHE"}, {"place": "bern", "place_country": "CHE"}, False),
    ],
    ids=["two months", "a month and its day", "a slip of a day", "two countries", "one country"],
)
def test_meetings_whose_months_or_countries_are_told_apart(one: dict[str, object], other: dict[str, object], apart: bool) -> None:
    meeting = {"type": "CONSULT", "actors": ("KEN", "SOM"), "recipients": (), "trigger": "met", "doc_id": "d", "text": "The ministers of both met."}
    found = events(item("a", sentence=1, **(meeting | one)), item("b", sentence=2, **(meeting | other)))
    assert (found == ["a", "b"]) is apart


PACT = "The foreign ministers of both countries signed a ten-year treaty of friendship on Thursday."


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"actors": ("CHL", "PER")}, {"actors": ("PER", "ECU")}, True),
        ({"actors": ("CHL", "PER")}, {"actors": ("PER",), "recipients": ("ECU",)}, True),
        ({"actors": ("CHL", "PER")}, {"actors": ("PER", "ECU"), "type": "AGREE"}, True),
        ({"actors": ("CHL", "PER")}, {"actors": ("PER",), "recipients": ("CHL",)}, False),
        ({"actors": ("CHL", "PER")}, {"actors": ("PER", "CHL", "ECU")}, False),
        ({"actors": ("CHL", "PER")}, {"actors": ("PER",)}, False),
        ({"actors": ("CHL",), "recipients": ("PER",), "type": "SANCTION"}, {"actors": ("CHL",), "recipients": ("ECU",), "type": "SANCTION"}, True),
        ({"actors": ("CHL", "BOL"), "recipients": ("PER",), "type": "SANCTION"}, {"actors": ("CHL",), "recipients": ("PER",), "type": "SANCTION"}, False),
    ],
    ids=["two pairs", "two pairs, one with roles", "two types", "one pair with roles", "three told by two", "one party told", "a template", "one of two"],
)
def test_what_other_parties_do_in_the_same_words_is_another_act(one: dict[str, object], other: dict[str, object], apart: bool) -> None:
    pact = {"text": PACT, "trigger": "signed", "type": "SUPPORT", "recipients": (), "first": DAY, "last": DAY}
    assert (events(item("a", **(pact | one)), item("b", **(pact | other))) == ["a", "b"]) is apart


TOLD = {"sentence": 2, "text": "Mortar rounds killed four people near the mill of Mandera."}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"trigger": "seized"}, {"trigger": "execution"}, True),
        ({"trigger": "recaptured"}, {"trigger": "shelling"}, True),
        ({"trigger": "shelled"}, {"trigger": "bombardment"}, False),
        ({"trigger": "sanctioned by executive order", "type": "SANCTION"}, {"trigger": "seized", "type": "SANCTION"}, False),
        ({"trigger": "seized"}, {"trigger": "execution", "doc_id": "e"}, False),
        ({"trigger": "relented", "type": "CONCEDE"}, {"trigger": "withdraw", "type": "CONCEDE", "planned": True}, True),
        ({"trigger": "killed", "teller": "SOM"}, {"trigger": "attacked", "teller": "KEN"}, True),
        ({"trigger": "killed", "teller": "SOM"}, {"trigger": "attacked", "teller": "SOM"}, False),
        ({"trigger": "killed", "teller": "SOM"}, {"trigger": "attacked", "teller": "UGA"}, False),
        ({"trigger": "condemned", "type": "ACCUSE"}, {"trigger": "condemned", "type": "ACCUSE", "actors": ("KEN",), "recipients": ("SOM",)}, True),
        ({"trigger": "massed", "type": "MOBILIZE"}, {"trigger": "massed", "type": "MOBILIZE", "actors": ("KEN",), "recipients": ("SOM",)}, True),
    ],
    ids=[
        "seizure and execution", "recapture and shelling", "two words for one", "an executive order", "two documents", "promise and deed", "enemies",
        "one side", "a third", "each other", "troops against each other",
    ],
)
def test_different_deeds_and_tellers_are_different_acts(one: dict[str, object], other: dict[str, object], apart: bool) -> None:
    day = {"first": DAY, "last": DAY, "doc_id": "d"}
    assert (events(item("a", **(day | {"sentence": 1} | one)), item("b", **(day | TOLD | other))) == ["a", "b"]) is apart


@pytest.mark.parametrize(
    ("first", "other", "trigger"),
    [
        ("Gunmen attacked a convoy near Mandera and killed six.", "Decades of attacks have emptied the valley.", "attacks"),
        ("Gunmen attacked a convoy near Mandera and killed six.", "Clans there routinely attack convoys near Mandera.", "attack"),
        ("Soldiers burned a mill in the valley.", "A farmer was beaten at a checkpoint.", "beaten"),
    ],
    ids=["years of it", "what is done regularly", "another victim"],
)
def test_acts_of_one_kind_in_one_document(first: str, other: str, trigger: str) -> None:
    one = item("a", doc_id="d", text=first, trigger=first.split()[1])
    assert events(one, item("b", doc_id="d", sentence=1, text=other, trigger=trigger)) == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Clans have fought over the wells since 1991.", "fought", True),
        ("Gunmen attacked the mill in the deadliest raid since 2019.", "attacked", False),
        ("The first strike since the 1980s closed the port.", "strike", False),
        ("Most clans have raided towns since 1991.", "raided", True),
        ("Clans routinely raid mills in the largest valley settled since 1950.", "raid", True),
        ("Troops shelled the town.", "shelled", False),
    ],
)
def test_a_year_since_which_something_is_the_first_makes_no_state_of_affairs(text: str, trigger: str, expected: bool) -> None:
    assert general(text, trigger, trigger_at(text, trigger)) is expected


def test_a_document_that_names_its_act_again() -> None:
    one = item("a", doc_id="d", text="Gunmen attacked the Ruvuma mill and killed six guards.", trigger="attacked", numbers=(Number(6, "killed"),))
    again = item("b", doc_id="d", sentence=4, text="The attack on the Ruvuma mill killed six guards.", trigger="attack", numbers=(Number(6, "killed"),))
    assert events(one, again) == ["a", "a"]


def test_one_sentence_tells_two_acts_or_one_in_parts() -> None:
    parts = "Troops shelled Mandera, killing four."
    apart = "The shelling came two days after a bombing in Mandera."
    both = "The council cut the budget of the port and closed its office."
    one, other = (item(name, doc_id="d", text=parts, trigger=word) for name, word in (("a", "shelled"), ("b", "killing")))
    assert events(one, other) == ["a", "a"]
    one, other = (item(name, doc_id="d", text=apart, trigger=word) for name, word in (("a", "shelling"), ("b", "bombing")))
    assert events(one, other) == ["a", "b"]
    one, other = (item(name, doc_id="d", text=both, trigger=word, type="SANCTION") for name, word in (("a", "cut"), ("b", "closed")))
    assert events(one, other) == ["a", "b"]


def test_a_country_as_place_fits_its_towns() -> None:
    columns = to_columns([
        item("a", place="mandera", place_country="KEN"),
        item("b", place="kenya", place_country="KEN"),
        item("c", place="garissa", place_country="KEN"),
    ])
    features = pair_features(columns, np.array([0, 0]), np.array([1, 2]))
    assert features["place country"].tolist() == [True, False]
    assert features["place differs in country"].tolist() == [False, True]


def test_the_days_of_an_event_are_those_told() -> None:
    told, bound = (TimeRef(day, day, "day", basis) for day, basis in ((DAY, "explicit"), (DAY + timedelta(days=40), "document")))
    assert days_of([bound, told]) == (DAY, DAY)
    assert days_of([bound]) == (bound.earliest, bound.latest)
    assert days_of([]) == (None, None)


def test_a_bridge_does_not_join_acts_of_different_days() -> None:
    """The undated report fits both; it goes to one, and the two dated acts stay two."""
    later = DAY + timedelta(days=2)
    found = events(item("a", first=DAY, last=DAY), item("b"), item("c", first=later, last=later))
    assert found[0] != found[2] and found[1] in {found[0], found[2]}


def test_features_are_the_same_both_ways() -> None:
    columns = to_columns([
        item("a", first=DAY, last=DAY, place="mandera", place_country="KEN", numbers=(Number(4, "killed"),)),
        item("b", text="A second attack on El Wak killed 6.", place="el wak", place_country="KEN", hints=((DAY, DAY),)),
        item("c", type="COERCE", actors=("KEN",), recipients=("SOM",), planned=True, numbers=(Number(9, "killed"),)),
    ])  # fmt: skip
    one, other = np.array([0, 0, 1]), np.array([1, 2, 2])
    there, back = pair_features(columns, one, other), pair_features(columns, other, one)
    for name, value in there.items():
        assert np.array_equal(value, back[name]), name
    assert np.array_equal(score_pairs(columns, one, other), score_pairs(columns, other, one))
    assert there["place differs in country"].tolist() == [True, False, False]
    assert there["number far"].tolist() == [False, True, False]
    assert there["named day fits"].tolist() == [True, False, False]
    assert there["ordinal of a repetition"].tolist() == [True, False, True]


def test_the_short_way_of_scoring_agrees_above_its_floor() -> None:
    items = [item(str(n), first=DAY if n % 2 else None, last=DAY if n % 2 else None, actors=("SOM", "UGA")[n % 3 == 0 :]) for n in range(12)]
    columns = to_columns(items)
    left, right = np.triu_indices(len(items), 1)
    full, short = score_pairs(columns, left, right), score_pairs(columns, left, right, floor=0.0)
    assert np.array_equal(full > 0, short > 0) and np.array_equal(full[full > 0], short[short > 0])


_ITEMS = st.lists(
    st.tuples(
        st.sampled_from(["SOM", "KEN", "UGA", ""]), st.sampled_from(["KEN", "SOM", ""]), st.sampled_from(["ASSAULT", "COERCE", "CONSULT"]),
        st.one_of(st.none(), st.integers(0, 5)), st.integers(0, 40), st.sampled_from(["shelled the town", "raid on the camp", "talks again"]),
    ),
    min_size=1, max_size=14,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(drawn=_ITEMS, seed=st.integers(0, 1000))
def test_events_are_a_function_of_the_set(drawn: list[tuple[str, str, str, int | None, int, str]], seed: int) -> None:
    """Rows are sorted by id, so the order in which they come cannot matter; nor do mentions that no likely pair reaches."""
    items = [
        item(
            f"{n:02d}", actors=(actor,) if actor else (), recipients=(other,) if other else (), type=kind, text=text, trigger=text.split()[0],
            first=None if day is None else DAY + timedelta(days=day), last=None if day is None else DAY + timedelta(days=day),
            published=DAY + timedelta(days=5 + lag),
        )
        for n, (actor, other, kind, day, lag, text) in enumerate(drawn)
    ]  # fmt: skip
    columns = to_columns(items)
    found, parts = cluster(columns)
    assert (found[found] == found).all() and (parts[found] == parts).all()
    kept = np.flatnonzero(parts == parts[seed % len(items)])
    alone, _ = cluster(columns.take(kept))
    assert kept[alone].tolist() == found[kept].tolist()


def test_blocks_offer_each_pair_once_and_in_order() -> None:
    columns = to_columns([item(f"{n:03d}", first=DAY, last=DAY) for n in range(40)])
    pairs = [(int(a), int(b)) for left, right in candidate_pairs(columns) for a, b in zip(left, right, strict=True)]
    assert len(pairs) == len(set(pairs)) == 40 * 39 // 2 and all(a < b for a, b in pairs)
    one = np.zeros(40, dtype=bool)
    one[[3, 7]] = True
    assert sum(len(left) for left, _ in candidate_pairs(columns, one)) == 2 * 38 + 1
    assert sum(len(left) for left, _ in candidate_pairs(columns, one, both=True)) == 1
    assert not crowded(columns, one).any()


def test_a_crowded_block_costs_no_square_and_is_still_one_event() -> None:
    size = 4 * MOST_MEMBERS
    columns = to_columns([item(f"{n:05d}", first=DAY, last=DAY) for n in range(size)])
    assert sum(len(left) for left, _ in candidate_pairs(columns)) < 30 * size
    found, _ = cluster(columns)
    assert set(found.tolist()) == {0}
    one = np.zeros(size, dtype=bool)
    one[5] = True
    assert crowded(columns, one).all()


def test_average_linkage_joins_the_nearest_and_keeps_the_impossible_apart() -> None:
    table = np.full((4, 4), -1e9)
    for one, other, value in ((0, 1, 3.0), (1, 2, 2.0), (0, 2, IMPOSSIBLE), (0, 3, -8.0), (1, 3, -8.0), (2, 3, -8.0)):
        table[one, other] = table[other, one] = value
    assert average_linkage(table) == [[0, 1], [2], [3]]


def test_components() -> None:
    assert components(6, np.array([4, 5, 1]), np.array([5, 2, 0])).tolist() == [0, 0, 2, 3, 2, 2]


def test_copies_and_credits_are_one_source() -> None:
    text = "Two officials of the Pakistan High Commission were declared persona non grata by India on Thursday over the deaths in Poonch."
    turned = "India on Thursday declared persona non grata two officials at Pakistan's High Commission, citing the Poonch deaths."
    other = "New Delhi told a pair of envoys from Islamabad to leave, according to people at the foreign office."
    made = [Report("a", ("PTI",), text), Report("b", ("Deccan Herald",), turned), Report("c", ("Dawn",), other), Report("d", ("PTI",), other[:40])]
    assert independent(made) == (("Dawn",), ("Deccan Herald", "PTI"))
    counted = Report("e", ("The Hindu",), text.replace("Two", "Three"))
    assert len(independent([made[0], counted])) == 2  # who counts otherwise counted himself
    assert independent([]) == ()
    told = ("Russia condemned the vote.", "Russia condemned the vote.", "Russia scorned the vote.")
    short = [Report(text + str(number), (f"document {number}",), text) for number, text in enumerate(told, 1)]
    assert independent(short) == (("document 1", "document 2"), ("document 3",))


def test_words() -> None:
    assert stem("bombardment") == stem("bombarded") == stem("bombarding")
    assert stem("sent") == stem("sends") and stem("met") == stem("meeting")
    assert names_of(plain_words("Kenyan jets bombed a camp near Bulo Hawa in Somalia.")) == {"bulo", "hawa"}
    assert ordinal("A second round of talks closed in Djibouti.", "round", 9) == 2
    assert ordinal("It was the first Djibouti meeting that counted.", "first Djibouti meeting", 11) == 1
    assert ordinal("The talks closed.", "talks", 4) == 0


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Ankara said the aid had reached Gaza.", "aid", 16),
        ("The warships warned that war was near.", "war", 25),
        ("The envoy visited Riga.", "raid", -1),
    ],
)
def test_a_trigger_is_looked_for_as_a_word_of_its_own(text: str, trigger: str, found: int) -> None:
    assert trigger_at(text, trigger) == found


def test_of_a_trigger_told_twice_the_place_in_the_sentence_decides() -> None:
    text = "Decades of talks failed, the envoy said; on Monday a third round of talks opened, two days after a vote."
    first, last = text.index("talks"), text.rindex("talks")
    assert (general(text, "talks", first), general(text, "talks", last)) == (True, False)
    assert (ordinal(text, "talks", first), ordinal(text, "talks", last)) == (0, 3)
    assert (stage(text, last), stage(text, text.index("vote"))) == (0, 1)
    there = to_columns([item("a", text=text, trigger="talks", at=last), item("b", text=text, trigger="talks", at=0), item("c", text=text, trigger="talks")])
    assert there.ordinal.tolist() == [3, 0, 0]


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("Manila protested to Beijing over a collision near Sabina Shoal.", "Manila protested to Beijing about a visa ban on senators.", True),
        ("Manila protested to Beijing over a collision near Sabina Shoal.", "Manila protested against the ramming of a vessel at Sabina Shoal.", False),
        ("Manila protested to Beijing over a collision near Sabina Shoal.", "Manila protested.", False),
        ("Manila protested to Beijing over a collision near Sabina Shoal.", "Manila summoned the envoy about a visa ban on senators.", False),
    ],
    ids=["another matter", "the same matter", "no matter told", "another verb"],
)
def test_what_two_statements_by_one_verb_are_about(first: str, second: str, apart: bool) -> None:
    verbs = [text.split()[1].rstrip(".") for text in (first, second)]
    columns = to_columns([item("a", text=first, trigger=verbs[0]), item("b", text=second, trigger=verbs[1])])
    assert bool(pair_features(columns, np.array([0]), np.array([1]))["matter far"][0] > 0.5) is apart


def test_tables_are_checked() -> None:
    assert compatible()[number_of("MOBILIZE"), number_of("AID")] and not compatible()[number_of("AID"), number_of("ASSAULT")]
    assert all(example for *_, example in pair_rows())
    with pytest.raises(DatelineError, match="E411"):
        number_of("FIGHT")
    for text in ("bias\tx\n", "wording\t1\n"):
        with pytest.raises(DatelineError, match="E311"):
            parse_weights(text)


def test_scores_of_clusters() -> None:
    score = score_clusters("aabbc", "xxyzz")
    assert (score.b_precision, score.b_recall) == (pytest.approx(0.8), pytest.approx(0.8))
    assert (score.pair_precision, score.pair_recall) == (0.5, 0.5)
    with pytest.raises(ValueError):
        score_clusters("", "")


@pytest.mark.parametrize(
    ("text", "number", "told"),
    [
        ("The flood killed 70 people, including 12 children.", "12", []),
        ("The flood killed 70 people, including 12 children.", "70", ["70 people"]),
        ("Soldiers freed 31 miners out of a shift put at 45.", "45", []),
        ("Of the 45 miners, 31 were freed.", "45", []),
        ("The bomb killed 26 people, 14 of them soldiers.", "14", []),
        ("A total of 31 miners were freed.", "31", ["31 people"]),
    ],
)
def test_parts_and_wholes_are_no_other_size_of_the_act(text: str, number: str, told: list[str]) -> None:
    start = text.index(number)
    quantity = Quantity(number, Span(start, start + len(number)), float(number), counts="people")
    span = Span(0, len(text))
    mention = SimpleNamespace(quantities=(quantity,), sentence=Sentence(0, text, span))
    assert _numbers(mention) == told  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "sentence", "more", "joined"),
    [
        ("Nairobi condemned the raid.", 2, {}, True),
        ("Nairobi condemned the raid.", 5, {}, False),
        ("Nairobi condemned the raid near Elwak.", 2, {}, False),
        ("Nairobi condemned the raid.", 2, {"actors": ("UGA",)}, False),
        ("Nairobi condemned the raid.", 2, {"doc_id": "e"}, False),
    ],
    ids=["comes back", "far", "another", "of others", "another text"],
)
def test_a_bare_noun_comes_back_to_the_deed_before(text: str, sentence: int, more: dict[str, object], joined: bool) -> None:
    told = item("a", doc_id="d", sentence=1, text="Gunmen killed four people at a mill.", trigger="killed")
    again = item("b", **({"doc_id": "d", "sentence": sentence, "text": text, "trigger": "raid"} | more))
    assert (len(set(events(told, again))) == 1) is joined


FIRST_NEWS = {"text": "On 5 April Peru expelled two Chilean envoys.", "trigger": "expelled", "first": date(2031, 4, 5), "last": date(2031, 4, 5)}


@pytest.mark.parametrize(
    ("more", "apart"),
    [
        ({"text": "Peru expelled the Chilean consul.", "trigger": "expelled"}, True),
        ({"text": "Peru has now expelled the Chilean consul.", "trigger": "expelled"}, True),
        ({"text": "Peru had expelled two Chilean envoys.", "trigger": "expelled"}, False),
        ({"text": "Of the two Chilean envoys expelled one is back.", "trigger": "expelled"}, False),
        ({"text": "Peru's expulsion of two Chilean envoys still angers Santiago.", "trigger": "expulsion"}, False),
        ({"text": "Peru expelled two Chilean envoys.", "trigger": "expelled", "published": date(2031, 4, 12)}, False),
    ],
    ids=["news", "perfect", "pluperfect", "participle", "noun", "a week"],
)
def test_what_is_told_as_news_weeks_later_is_another_act(more: dict[str, object], apart: bool) -> None:
    sides = {"type": "SANCTION", "actors": ("PER",), "recipients": ("CHL",)}
    found = events(item("a", **(sides | FIRST_NEWS | {"published": date(2031, 4, 6)})), item("b", **(sides | {"published": date(2031, 5, 16)} | more)))
    assert (found == ["a", "b"]) is apart


def rounds_are_one(first: str, then: str, triggers: tuple[str, str], figures: tuple[float, float] | None = None, days: int = 40, type: str = "SANCTION") -> bool:
    """Whether two statements without a day, of documents so many days apart, are one event."""
    both: dict[str, object] = {"type": type, "actors": ("KEN",), "recipients": ("UGA",), "first": None, "last": None, "hints": ()}
    counts = "killed" if type == "ASSAULT" else "items"
    made: list[dict[str, object]] = [
        {"text": text, "trigger": trigger, "published": date(2031, 3, 1) + timedelta(days=after)}
        for text, trigger, after in zip((first, then), triggers, (0, days), strict=True)
    ]
    for one, figure in zip(made, figures or (), strict=False):
        one["numbers"] = (Number(figure, counts),)
    return len(set(events(item("a", **(both | made[0])), item("b", doc_id="other", **(both | made[1]))))) == 1


@pytest.mark.parametrize(
    ("first", "then", "triggers", "figures", "days", "one"),
    [
        ("Kenya sanctioned 12 Ugandan firms.", "Kenya sanctioned 30 Ugandan firms.", ("sanctioned", "sanctioned"), (12, 30), 9, False),
        ("Kenya imposed a 5% levy on Ugandan milk.", "Kenya imposes an 8% levy on Ugandan milk.", ("levy", "levy"), (5, 8), 12, False),
        ("Kenya imposed a 5% levy on Ugandan milk.", "Kenya imposes a further 5% levy on Ugandan milk.", ("levy", "levy"), (5, 5), 12, False),
        ("Kenya imposed a 5% levy on Ugandan milk.", "Kenya imposes levies on Ugandan eggs.", ("levy", "levies"), None, 40, False),
        ("Kenya sanctioned 12 Ugandan firms.", "Kenya sanctioned 13 Ugandan firms.", ("sanctioned", "sanctioned"), (12, 13), 9, True),
        ("Kenya sanctioned 12 Ugandan firms.", "Kenya sanctioned 15 Ugandan firms.", ("sanctioned", "sanctioned"), (12, 15), 2, True),
        ("Kenya sanctioned 12 Ugandan firms.", "Kenya has sanctioned 12 Ugandan firms.", ("sanctioned", "sanctioned"), (12, 12), 40, True),
        ("Kenya imposed a fourth package of sanctions on Uganda.", "Kenya imposed a fifth package of sanctions on Uganda.", ("sanctions", "sanctions"), None, 3, False),
        ("Kenya imposed its 4th package of sanctions on Uganda.", "Kenya imposed a fourth package of sanctions on Uganda.", ("sanctions", "sanctions"), None, 3, True),
    ],
)  # fmt: skip
def test_rounds_of_one_kind_are_not_one_event(first: str, then: str, triggers: tuple[str, str], figures: tuple[float, float] | None, days: int, one: bool) -> None:
    assert rounds_are_one(first, then, triggers, figures, days) is one


def test_the_dead_of_one_blow_may_grow() -> None:
    told = ("A Kenyan raid on Moyo in Uganda killed 9 people.", "The Kenyan raid on Moyo in Uganda killed 14 people.")
    assert rounds_are_one(*told, ("raid", "raid"), (9, 14), 9, "ASSAULT")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Peru expels an envoy.", "expels", True),
        ("Peru put duties on Chilean wine.", "duties", True),
        ("Peru, which had imposed duties on wine, eased them.", "duties", False),
        ("US sanctions on Chad bite.", "sanctions", False),
        ("They held talks again on Monday.", "talks", False),
    ],
)
def test_what_is_told_as_news(text: str, trigger: str, expected: bool) -> None:
    assert afresh(text, trigger, text.index(trigger)) is expected


def test_states_that_are_not_named_are_not_one_that_is() -> None:
    cut = {"type": "SANCTION", "recipients": ("TON",), "first": DAY, "last": DAY, "text": "Four Pacific states cut ties with Tonga.", "trigger": "cut ties"}
    several = item("a", **(cut | {"actors": (), "several": True}))
    alone = {"actors": ("FJI",), "text": "Fiji recalled its envoy from Tonga.", "trigger": "recalled"}
    assert events(several, item("b", **(cut | alone))) == ["a", "b"]
    assert events(several, item("b", **(cut | {"actors": (), "several": True}))) == ["a", "a"]


def _in_paper(identity: str, sentence: int, text: str, trigger: str, **more: object) -> MergeItem:
    fields: dict[str, object] = {"type": "SANCTION", "actors": ("PER",), "recipients": ("CHL",), "doc_id": "paper", "headline": sentence == 0}
    return item(identity, **fields | {"sentence": sentence, "text": text, "trigger": trigger} | more)


#: The day of which a lead tells.
_LEAD = {"first": DAY, "last": DAY}


@pytest.mark.parametrize(
    ("lead", "joined"),
    [
        (_in_paper("b", 1, "Peru's new rulers on Friday recalled the envoy to Santiago.", "recalled", **_LEAD), True),
        (_in_paper("b", 2, "Peru's new rulers on Friday recalled the envoy to Santiago.", "recalled", **_LEAD), True),
        (_in_paper("b", 1, "The cabinet in Lima on Friday called its man home for talks.", "called", **_LEAD), True),
        (_in_paper("b", 1, "Lima on Friday called its man home for talks.", "called", recipients=(), **_LEAD), False),
        (_in_paper("b", 1, "Peru on Friday recalled its envoy to Quito.", "recalled", recipients=("ECU",), **_LEAD), False),
        (_in_paper("b", 9, "The cabinet in Lima on Friday called its man home for talks.", "called", **_LEAD), False),
    ],
    ids=["lead", "below a summary", "other words", "nobody named", "another party", "far below"],
)
def test_a_headline_belongs_with_its_own_lead(lead: MergeItem, joined: bool) -> None:
    headline = _in_paper("a", 0, "Peru recalls ambassador from Chile as row deepens", "recalls")
    assert (events(headline, lead) == ["a", "a"]) is joined


@pytest.mark.parametrize(("day", "more", "joined"), [(8, {}, False), (2, {}, False), (1, {}, True), (-1, {}, True), (8, {"planned": True}, True)])
def test_no_report_tells_as_done_what_is_done_after_it(day: int, more: dict[str, object], joined: bool) -> None:
    """A day later is one by time zone; what is planned lies ahead."""
    later = DAY + timedelta(days=day)
    told, report = item("a", first=later, last=later, published=later + timedelta(days=1)), item("b", published=DAY, **more)
    assert (events(told, report) == ["a", "a"]) is joined


def test_a_doubled_consonant_makes_no_other_verb() -> None:
    assert {stem(word) for word in ("expel", "expels", "expelled", "expelling")} == {"expel"}
    assert stem("stopped") == stem("stops") and stem("controlled") == stem("controls")
    assert stem("freeze") == stem("freezing") and stem("agreed") == stem("agrees")
