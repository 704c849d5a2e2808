"""Precision, recall, F1 and their intervals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.cli.evaluate import report_lines
from dateline.evaluation import GoldDocument, Report, evaluate_documents
from dateline.evaluation.gold import GoldMention
from dateline.evaluation.score import Row


def mention(start: int, kind: str, actor: str = "KEN", recipient: str = "ETH", **fields: object) -> GoldMention:
    full = GoldMention(
        start,
        start + 4,
        kind,
        modes=frozenset(),
        actors=frozenset({actor}),
        recipients=frozenset({recipient}),
        status="occurred",
        negated=False,
        certainty="certain",
        attributed=False,
    )
    return replace(full, **fields)  # type: ignore[arg-type]


def documents(*groups: tuple[GoldMention, ...]) -> list[GoldDocument]:
    return [GoldDocument(str(i), "x" * 200, "2024-05-06", group) for i, group in enumerate(groups)]


def row(report: Report, name: str) -> Row:
    return next(r for r in (*report.rows, *report.types) if r.name == name)


GOLD = documents(
    (mention(0, "AID"), mention(10, "ASSAULT", negated=True)),
    (mention(0, "ACCUSE", certainty="possible"), mention(20, "AID", attributed=True, speaker_country="KEN", speaker=(30, 40))),
    (mention(5, "ASSAULT", status="future", date="2024-05", place=(50, 60)),),
)


def test_perfect_predictions() -> None:
    found = [tuple(replace(m, date="2024-05-02" if m.date else None) for m in d.mentions) for d in GOLD]
    report = evaluate_documents(GOLD, found, draws=50)
    assert {r.name: (r.precision, r.recall, r.f1.value) for r in (*report.rows, *report.types)} == {
        r.name: (1.0, 1.0, 1.0) for r in (*report.rows, *report.types)
    }
    measured = {name: figure.value for name, figure in report.figures.items() if name not in {"modes macro-F1", "calibration error"}}
    assert set(measured.values()) == {1.0}
    assert report.documents == 3
    assert row(report, "trigger").f1.support == 5
    assert set(report.confusion) == {(t, t) for t in ("AID", "ASSAULT", "ACCUSE")}


def test_no_predictions() -> None:
    report = evaluate_documents(GOLD, [(), (), ()], draws=50)
    for r in (*report.rows, *report.types):
        assert (r.precision, r.recall, r.f1.value, r.f1.low, r.f1.high) == (0.0, 0.0, 0.0, 0.0, 0.0)
    assert report.confusion == {("AID", "NONE"): 2, ("ASSAULT", "NONE"): 2, ("ACCUSE", "NONE"): 1}


def test_no_documents() -> None:
    report = evaluate_documents([], [], draws=10)
    assert report.documents == 0
    assert row(report, "trigger").f1.value == 0.0


def test_counts_of_a_wrong_type_a_miss_and_a_spurious_one() -> None:
    gold = documents((mention(0, "AID"), mention(10, "ASSAULT"), mention(20, "ACCUSE")))
    found = [(mention(0, "AID"), mention(10, "COERCE"), mention(40, "REJECT"))]
    report = evaluate_documents(gold, found, draws=10)
    trigger, typed = row(report, "trigger"), row(report, "trigger+type")
    assert (trigger.precision, trigger.recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert (typed.precision, typed.recall) == (pytest.approx(1 / 3), pytest.approx(1 / 3))
    assert row(report, "triple").f1.value == pytest.approx(1 / 3)
    assert row(report, "actor country").f1.value == pytest.approx(1 / 3), "on a match of the wrong type no country is right"
    assert report.confusion == {("AID", "AID"): 1, ("ASSAULT", "COERCE"): 1, ("ACCUSE", "NONE"): 1, ("NONE", "REJECT"): 1}


def test_an_empty_side_is_right_only_against_an_empty_side() -> None:
    gold = documents((mention(0, "AID", recipients=frozenset()),))
    right = evaluate_documents(gold, [(mention(0, "AID", recipients=frozenset()),)], draws=5)
    wrong = evaluate_documents(gold, [(mention(0, "AID"),)], draws=5)
    assert row(right, "triple").f1.value == 1.0
    assert (row(wrong, "triple").f1.value, row(wrong, "actor country").f1.value) == (0.0, 1.0)


def test_fields_that_the_gold_does_not_give_are_not_scored() -> None:
    bare = documents((GoldMention(0, 4, "AID"),))
    report = evaluate_documents(bare, [(mention(0, "AID", negated=True, attributed=True),)], draws=5)
    for name in ("negated", "attributed", "not certain", "triple"):
        assert row(report, name).f1.support == 0
        assert row(report, name).precision == 0.0
    assert row(report, "trigger+type").f1.value == 1.0


def test_an_optional_mention_changes_no_figure() -> None:
    extra = [GoldDocument(d.id, d.text, d.published, (*d.mentions, mention(100, "REJECT", optional=True))) for d in GOLD]
    found = [tuple(d.mentions[:1]) for d in GOLD]
    with_hit = [(*f, mention(100, "THREATEN")) for f in found]
    plain = evaluate_documents(GOLD, found, draws=20)
    assert evaluate_documents(extra, found, draws=20) == plain
    assert evaluate_documents(extra, with_hit, draws=20) == plain


def test_the_interval_contains_the_value_and_repeats() -> None:
    gold = documents(*((mention(0, "AID"), mention(10, "ASSAULT")) for _ in range(30)))
    found = [(mention(0, "AID"),) if i % 3 else (mention(0, "AID"), mention(10, "ASSAULT"), mention(30, "COERCE")) for i in range(30)]
    report = evaluate_documents(gold, found, draws=200)
    for figure in (r.f1 for r in report.rows[:5]):
        assert 0.0 <= figure.low <= figure.value <= figure.high <= 1.0
        assert figure.low < figure.high
    assert evaluate_documents(gold, found, draws=200) == report


def test_each_document_needs_its_predictions() -> None:
    with pytest.raises(ValueError, match="zip"):
        evaluate_documents(GOLD, [()], draws=5)


def test_flags_of_acts_that_were_missed_are_told() -> None:
    gold = documents((mention(0, "AID"), mention(10, "ASSAULT", negated=True), mention(30, "REJECT", negated=True, optional=True)), ())
    report = evaluate_documents(gold, [(mention(0, "AID"),), ()], draws=10)
    assert row(report, "negated").f1.support == 0 and report.flagged == {"negated": 1, "not certain": 0, "attributed": 0}
    assert any(line.endswith("The gold file has 1 negated, 0 not certain, 0 attributed.") for line in report_lines(report))
    assert evaluate_documents([], [], draws=10).flagged["negated"] == 0
    full = evaluate_documents(GOLD, [document.mentions for document in GOLD], draws=10)
    assert full.flagged == {name: row(full, name).f1.support for name in full.flagged} == {"negated": 1, "not certain": 1, "attributed": 1}
