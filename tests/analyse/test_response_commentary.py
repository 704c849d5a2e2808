"""The real commentary asks how South Korea responded. It lies outside the repository; without it these tests say so and skip."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline.analyse.response.values import ActorReport, Judged

COMMENTARY = next((path / "shared/seed/commentary.md" for path in Path(__file__).parents if (path / "shared/seed/commentary.md").exists()), None)
pytestmark = pytest.mark.skipif(COMMENTARY is None, reason="the real commentary is not part of the repository and is absent here")

#: What a careful reader lists: words of the sentence, the note at it, the rungs on which it may stand.
READER = [
    ('calling it an "illegal" military alliance', "15", {"statement"}),
    ('as a "crime against humanity"', "21", {"statement", "domestic"}),
    ('agreed to "further expose"', "16", {"coordination"}),
    ("the two countries demanded the withdrawal of North Korean soldiers", "17", {"coordination", "demand"}),
    ('denounced the "dangerous" Russia–North Korea military alliance', "18", {"coordination", "statement"}),
    ("urged Chinese President Xi Jinping to act", "19", {"appeal"}),
    ("despite meeting the Ukrainian delegation", "27", {"consultation"}),
    ("rejected the idea of sending its troops", "22", {"restraint"}),
    ("refrained from providing lethal weapons directly to Ukraine", None, {"restraint"}),
]


@pytest.fixture(scope="module")
def korea() -> ActorReport:
    assert COMMENTARY is not None
    return dateline.response(dateline.code(dateline.read(COMMENTARY)), actor="KOR", to="PRK MOBILIZE RUS").actors[0]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _lines(report: ActorReport) -> list[tuple[str, Judged]]:
    return [(rung.name, one) for rung in report.ladder for one in rung.acts] + [("domestic", one) for one in report.domestic]


def _with_unsure(report: ActorReport) -> list[tuple[str, Judged]]:
    """Also what the coder is less sure of: how sure it is belongs to the coder, not to the response."""
    return _lines(report) + [(one.rung or one.label.value, one) for one in report.unsure]


@pytest.mark.parametrize(("words", "note", "rungs"), READER)
def test_what_a_careful_reader_lists(korea: ActorReport, words: str, note: str | None, rungs: set[str]) -> None:
    found = [(rung, one) for rung, one in _with_unsure(korea) if words in _flat(one.told.mention.sentence.text)]
    assert {rung for rung, _ in found} & rungs, [(rung, one.told.mention.trigger.text) for rung, one in _lines(korea)]
    notes = {link.source.note for _, one in found for link in one.told.mention.sources}
    assert note is None or note in notes


def test_most_of_it_stands_on_the_ladder(korea: ActorReport) -> None:
    texts = [_flat(one.told.mention.sentence.text) for _, one in _lines(korea)]
    assert sum(any(words in text for text in texts) for words, _, _ in READER) >= 8


def test_and_nothing_else(korea: ActorReport) -> None:
    other = [
        f"{rung}: {one.told.mention.trigger.text}: {_flat(one.told.mention.sentence.text)}"
        for rung, one in _lines(korea)
        if not any(words in _flat(one.told.mention.sentence.text) for words, _, _ in READER)
    ]
    assert len(other) <= 2, other


def test_public_opinion_is_against(korea: ActorReport) -> None:
    opinions = [_flat(claim.text) for claim, _ in korea.claims if claim.kind == "opinion" and claim.holder is not None]
    assert any("opposed to Seoul sending lethal weapons" in text for text in opinions)
    assert any("against sending weapons to Ukraine" in text for text in opinions)
    assert any("wait and watch" in _flat(claim.text) for claim, _ in korea.claims if claim.kind == "stance")
