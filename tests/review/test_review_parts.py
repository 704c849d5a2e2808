"""The parts beneath the pages: dates as typed, completion, intervals, the sample, text segments, the codebook's keys."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import pytest
from coding import Client, kenya, mention, party, sentence_spans, stored
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.record import mention_to_record
from dateline.review import codebook
from dateline.review.app import create_app
from dateline.review.changes import check, parse_days, with_type
from dateline.review.complete import Completer, phrases_of, read_typed, words_of
from dateline.review.desk import Desk
from dateline.review.pagetext import MAX_BLOCKS, page_text
from dateline.review.sample import Precision, Stratum, draw, precision
from dateline.review.wilson import wilson
from dateline.store.duckdb import Database
from dateline.types import Coded, Document

PUBLISHED = date(2024, 11, 20)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("2024-10-05", ("2024-10-05", "2024-10-05", "day")),
        ("1005", ("2024-10-05", "2024-10-05", "day")),
        ("241005", ("2024-10-05", "2024-10-05", "day")),
        ("20241005", ("2024-10-05", "2024-10-05", "day")),
        ("5", ("2024-11-05", "2024-11-05", "day")),
        ("2024", ("2024-01-01", "2024-12-31", "year")),
        ("1950", ("1950-01-01", "1950-12-31", "year")),
        ("2024-02", ("2024-02-01", "2024-02-29", "month")),
        ("-3", ("2024-11-17", "2024-11-17", "day")),
        ("2024-10..2024-11-05", ("2024-10-01", "2024-11-05", "interval")),
    ],
)
def test_dates_as_typed(typed: str, days: tuple[str, str, str]) -> None:
    found = parse_days(typed, PUBLISHED)
    assert found is not None and (found[0].isoformat(), found[1].isoformat(), found[2]) == days


@pytest.mark.parametrize("typed", ["-", "–", ""])
def test_a_dash_is_no_date(typed: str) -> None:
    assert parse_days(typed, PUBLISHED) is None


@pytest.mark.parametrize("typed", ["soon", "1340", "0230", "2024-13", "2024-10-05..2024-10-01", "99999", "٢٠٢٤", "-x", "0" * 40])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(DatelineError, match="E613"):
        parse_days(typed, PUBLISHED)


@given(st.text(max_size=12))
def test_whatever_is_typed_gives_days_in_order_or_a_coded_error(typed: str) -> None:
    code = ""
    try:
        found = parse_days(typed, PUBLISHED)
    except DatelineError as error:
        found, code = None, error.code
    assert code in {"", "E613"} and (found is None or found[0] <= found[1])


@given(st.integers(0, 400), st.integers(0, 400))
def test_wilson_holds_the_share_and_solves_its_equation(hits: int, misses: int) -> None:
    trials = hits + misses
    low, high = wilson(hits, trials)
    assert 0 <= low <= high <= 1
    if trials:
        share = hits / trials
        assert low - 1e-12 <= share <= high + 1e-12
        for edge in (low, high):  # the edges are the shares from which the observed one is 1.96 standard errors away
            if 0 < edge < 1:
                assert math.isclose(abs(share - edge), 1.959963984540054 * math.sqrt(edge * (1 - edge) / trials), rel_tol=1e-6, abs_tol=1e-9)


def test_the_corpus_weighs_types_by_their_size() -> None:
    found = Precision((Stratum("AID", 900, 25, 20, 20), Stratum("ASSAULT", 100, 25, 20, 10)))
    share, low, high = found.overall or (0, 0, 0)
    assert math.isclose(share, 0.95) and 0.8 < low < share < high <= 1.0
    simple = wilson(38, 40)
    assert high - low < simple[1] - simple[0] + 0.05
    assert Precision((*found.strata, Stratum("COERCE", 5, 5, 0, 0))).overall is None, "nothing is known of one type"


def test_a_type_judged_whole_has_no_interval() -> None:
    assert Stratum("AID", 4, 4, 4, 3).interval == (0.75, 0.75)


def many(number: int) -> list[Coded]:
    return [kenya(f"d{n}", f"{n}.md") for n in range(number)]


def test_the_sample_draws_the_same_number_of_every_type_and_the_same_acts_again(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.duckdb", *many(12))
    with Database(path) as database:
        drawn = draw(database, "1", 5)
        assert len(set(drawn)) == len(drawn) == 15 and drawn == draw(database, "1", 5) != draw(database, "2", 5)
        assert set(draw(database, "1", 3)) <= set(drawn), "a larger sample holds the smaller"
        desk = Desk(database)
        types = {m.mention_id: m.type for coded in many(12) for m in coded.mentions}
        docs = {m.mention_id: coded.document.doc_id for coded in many(12) for m in coded.mentions}
        sanctions = [one for one in drawn if types[one] == "SANCTION"]
        desk.accept("Ada", docs[sanctions[0]], sanctions[0])
        desk.correct("Ada", docs[sanctions[1]], sanctions[1], lambda record: {**record, "status": "future"})
        desk.correct("Ada", docs[sanctions[2]], sanctions[2], lambda record: with_type(record, "AID"))
        desk.wrong("Ada", docs[sanctions[3]], sanctions[3])
        found = {one.type: one for one in precision(database, drawn, types, desk.ledger).strata}
        assert found["SANCTION"] == Stratum("SANCTION", 24, 5, 4, 2), "right: accepted, or corrected in another field than the type"
        assert found["ASSAULT"].judged == 0 and found["ASSAULT"].precision is None
        page = Client(create_app(desk)).named("Ada").get("/sample")
        assert "50%" in page.text and "15% to 85%" in page.text


def test_what_reviewers_dispute_is_in_no_precision_until_somebody_rules(tmp_path: Path) -> None:
    with Database(stored(tmp_path / "a.duckdb", *many(3))) as database:
        desk = Desk(database)
        drawn = draw(database, "1")
        types = {m.mention_id: m.type for coded in many(3) for m in coded.mentions}
        accused = [(coded.document.doc_id, m.mention_id) for coded in many(3) for m in coded.mentions if m.type == "ACCUSE"]
        desk.accept("Ada", *accused[0])
        desk.wrong("Ben", *accused[0])
        desk.wrong("Ada", *accused[1])
        desk.accept("Ben", *accused[1])
        desk.accept("Ada", *accused[2])
        desk.correct("Ben", *accused[2], lambda record: {**record, "certainty": "possible"})
        app = Client(create_app(desk)).named("Ada")

        def found() -> Stratum:
            return {one.type: one for one in precision(database, drawn, types, desk.ledger).strata}["ACCUSE"]

        assert found() == Stratum("ACCUSE", 3, 3, 1, 1, disputed=2), "of the third only its certainty is in dispute, not its type"
        assert "2 of the sample count as not judged" in app.get("/sample").text
        desk.adjudicate("Eve", accused[0][1], "none")
        assert found() == Stratum("ACCUSE", 3, 3, 2, 1, disputed=1)
        desk.adjudicate("Eve", accused[1][1], "by:Ben")
        assert found() == Stratum("ACCUSE", 3, 3, 3, 2) and "as not judged" not in app.get("/sample").text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("prk", ("set", 0, "prk", None)),
        ("prk.m", ("set", 0, "prk", "m")),
        (".mil", ("set", 0, "", "mil")),
        ("+kor", ("add", 0, "kor", None)),
        ("2 kor", ("set", 1, "kor", None)),
        ("-", ("remove", 0, "", None)),
        ("-2", ("remove", 1, "", None)),
        ("u.s. army", ("set", 0, "u.s. army", None)),
    ],
)
def test_what_is_typed_for_a_party(typed: str, expected: tuple[str, int, str, str | None]) -> None:
    found = read_typed(typed)
    assert (found.action, found.index, found.name, found.sector) == expected


@pytest.fixture(scope="module")
def completer() -> Completer:
    return Completer()


@pytest.mark.parametrize(
    ("typed", "name"),
    [("prk", "North Korea"), ("north k", "North Korea"), ("nato", "NATO"), ("zelen", "Volodymyr Zelensky"), ("united nat", "United Nations")],
)
def test_names_are_completed(completer: Completer, typed: str, name: str) -> None:
    assert completer.entities(typed)[0].name == name


def test_countries_of_the_document_come_first(completer: Completer) -> None:
    assert completer.entities("nor", frozenset({"PRK"}))[0].name == "North Korea"
    assert completer.entities("nor")[0].name == "Norway"


@pytest.mark.parametrize(("typed", "name"), [("fra", "France"), ("nig", "Niger"), ("chi", "Chile"), ("pak", "Pakistan"), ("wash", "Washington Post")])
def test_a_code_or_a_country_that_begins_so_comes_before_persons_and_bodies(completer: Completer, typed: str, name: str) -> None:
    assert completer.entities(typed, frozenset({"CAN", "USA"}), "2024-11-01")[0].name == name


def test_former_names_of_other_countries_are_not_put_first(completer: Completer) -> None:
    names = [one.name for one in completer.entities("nor", frozenset({"USA"}), "2024-11-01")]
    assert names[:2] == ["Norway", "North Korea"]
    assert "Yemen" not in names[:4]


def test_words_of_the_sentence_are_offered_with_their_span(completer: Completer) -> None:
    coded = kenya()
    record = mention_to_record(coded.mentions[3])
    found = completer.parties("recipients", "keny", record, coded.document)
    assert found[0].label == "Kenyan troops" and found[0].span is not None and found[0].country == "KEN"
    assert coded.document.slice(found[0].span) == "Kenyan troops"
    assert [coded.document.slice(one) for one in phrases_of(record, coded.document, "som")] == ["Somalia"]
    assert [coded.document.slice(one) for one in words_of(coded.sentences[3].span, coded.document, "a")] == ["attacked", "a"]
    assert {one.code for one in completer.parties("recipients", "keny.m", record, coded.document)} >= {"KEN.MIL", "KEN.MED"}


def test_a_record_is_checked_against_the_text() -> None:
    coded = kenya()
    record = mention_to_record(coded.mentions[0])
    assert check(record, coded.document) == record
    bad = [
        {**record, "trigger": {"text": "expels", "span": [record["trigger"]["span"][0], record["trigger"]["span"][0] + 6]}},
        {**record, "modes": ["troops"]},
        {**record, "actors": [{**record["actors"][0], "country": "Kenya"}]},
        {**record, "actors": [{**record["actors"][0], "sectors": ["XXX"]}]},
        {**record, "place": {**dict.fromkeys(("name", "country", "geonames_id", "lat", "lon")), "text": "there", "span": [0, 5]}},
    ]
    for one in bad:
        with pytest.raises(DatelineError):
            check(one, coded.document)


def test_every_key_of_the_choices_is_its_own() -> None:
    lists = [codebook.type_choices(), codebook.status_choices(), codebook.certainty_choices(), codebook.speaker_choices()]
    lists += [codebook.mode_choices(kind.name) for kind in codebook.type_choices()]
    for choices in lists:
        keys = [one.key for one in choices]
        assert len(set(keys)) == len(keys) and all(len(key) == 1 for key in keys)
    assert len(codebook.type_choices()) == 16
    for kind in codebook.plover().types:
        assert len(codebook.mode_choices(kind.name)) == len(kind.modes), "a mode without a key"


def shown(coded: Coded) -> str:
    records = [mention_to_record(one) for one in coded.mentions]
    text = page_text(coded, records, records[0] if records else None)
    return "".join(one.text for block in text.blocks for part in block.parts for one in part.segments)


def test_segments_make_up_the_text_and_know_their_marks() -> None:
    coded = kenya()
    records = [mention_to_record(one) for one in coded.mentions]
    text = page_text(coded, records, records[0])
    for block in text.blocks:
        for part in block.parts:
            for one in part.segments:
                assert coded.document.text[one.start : one.start + len(one.text)] == one.text
    found = {one.text: one for block in text.blocks for part in block.parts for one in part.segments}
    assert found["expelled"].trigger == records[0]["mention_id"] and found["Kenya"].roles == ("actor",)
    assert found["on Monday"].roles == ("date",) and found["Russian diplomats"].roles == ("recipient",)
    assert shown(coded) == coded.document.text.replace("\n\n", "")


def test_a_text_without_blocks_is_cut_at_its_lines() -> None:
    assert shown(Coded(Document("x", "x", "one\r\n\n two \n", "00"))) == "one two "


def test_a_long_document_is_shown_around_the_record() -> None:
    paragraphs = [(f"Kenya expelled envoy number {n}.",) for n in range(3 * MAX_BLOCKS)]
    text, blocks, sentences = sentence_spans(paragraphs)
    document = Document("d", "d", text, "00", tuple(blocks))
    last = mention("d", "d", text, sentences[-1], "expelled", "SANCTION", actors=(party(text, "Kenya", sentences[-1], "KEN"),))
    coded = Coded(document, tuple(sentences), (last,))
    record = mention_to_record(last)
    found = page_text(coded, [record], record)
    assert len(found.blocks) == MAX_BLOCKS and found.earlier is not None and found.later is None
    assert any(one.trigger for block in found.blocks for part in block.parts for one in part.segments)
    start = page_text(coded, [record], record, around=0)
    assert start.earlier is None and start.later is not None and start.blocks[0].kind == "title"
