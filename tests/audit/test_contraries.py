"""Contraries of all kinds, and what only looks like one: the pairs of tests/cases/audit_pairs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from making_audit import audited, markdown

from dateline.audit.findings import DISAGREEMENTS
from dateline.audit.headline import read_headline
from dateline.audit.named import person
from dateline.pipeline import Pipeline
from dateline.resolve import Resolver

PAIRS: Final = [json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "audit_pairs" / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
#: Every fourth pair, for the time that a test may take; bench/audit.py --pairs scores them all.
CHOSEN: Final = PAIRS[::4]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver.load()


def test_contraries_are_found_and_what_looks_like_one_is_not(pipeline: Pipeline, tmp_path: Path) -> None:
    days = [date.fromisoformat(one["published"]) for one in CHOSEN]
    text = markdown([(one["sentence"], f"“{one['headline']},” Reuters, {day:%B} {day.day}, {day.year}.") for one, day in zip(CHOSEN, days, strict=True)])
    found: dict[str, set[str]] = {}
    for finding in audited(tmp_path, text.replace("] ", "]\n\n"), pipeline).of_kind(*DISAGREEMENTS):
        found.setdefault(str(finding.note), set()).add(finding.kind.value)
    for number, one in enumerate(CHOSEN, 1):
        kinds = found.get(str(number), set())
        wanted = {one["kind"]} - {None}
        assert kinds == wanted, (one["sentence"], one["headline"])


@pytest.mark.parametrize(
    ("phrase", "entity"),
    [
        ("The Czech foreign minister, Jan Lipavský", "Jan Lipavsky"), ("UN Chief Guterres", "Antonio Guterres"), ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Lavrov, Putin", None), ("Modi and Biden", None), ("Putin's spokesman", None), ("Amnesty International", None), ("Kremlin", None),
    ],
)  # fmt: skip
def test_the_person_whom_a_phrase_names(phrase: str, entity: str | None, resolver: Resolver) -> None:
    found = person(phrase, resolver, date(2024, 5, 3))
    assert (found.entity if found else None) == entity


@pytest.mark.parametrize(
    ("title", "actors"),
    [
        ("Two Syrian Jets Shot Down by Turkey", {"TUR"}),
        ("North Korea Pledges to Stand by Russia", {"PRK"}),
        ("Rwanda-Backed Rebels Seize Town Held by Congo's Army", set()),
        ("Macron Says NATO Is 'Obsolete'", {"IGO"}),
    ],
)
def test_who_acts_in_a_headline(title: str, actors: set[str], resolver: Resolver) -> None:
    assert set(read_headline(title, "2024-05-03", resolver).actors) == actors


@pytest.mark.parametrize(
    ("title", "undergone"),
    [
        ("Iranian Drone Shot Down over Jordan Valley", True),
        ("UN Inspectors Were Refused Access by Iran", True),
        ("Envoys Expelled", True),
        ("Jordan Shoots Down Iranian Drone", False),
        ("Rebels Seized Town", False),
    ],
)
def test_whether_a_headline_s_subject_has_it_done_to_it(title: str, undergone: bool, resolver: Resolver) -> None:
    assert read_headline(title, "2024-05-03", resolver).undergone is undergone
