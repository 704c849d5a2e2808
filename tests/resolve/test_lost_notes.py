"""Notes whose marker is lost, linked to the statement they most likely support, or to none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.read import read
from dateline.types import Span

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "lost_notes.jsonl").read_text(encoding="utf-8").splitlines()
]
#: Reached over the ten documents: 20 of 22 notes at their sentence, none at a wrong one, the nine that fit nothing left alone.
RIGHT, WRONG = 20, 0


def coded(text: str) -> dateline.CodedDocument:
    return dateline.code(read(text.encode(), input_id="x.md"), coder="lexicon")



def linked(found: dateline.CodedDocument) -> dict[str, str]:
    """For each note that is linked by similarity: the sentence, as the linking itself gives it."""
    from dateline.resolve import Resolver, link_lost_notes

    links = link_lost_notes(found.document, found.sentences, Resolver.load())
    return {link.source.note or "": found.sentences[index].text for index, sources in links.items() for link in sources}


@pytest.fixture(scope="module")
def all_coded() -> list[dateline.CodedDocument]:
    return [coded(case["text"]) for case in CASES]


def test_right_and_wrong_links(all_coded: list[dateline.CodedDocument]) -> None:
    right, wrong = 0, []
    for case, found in zip(CASES, all_coded, strict=True):
        for label, text in linked(found).items():
            wanted = case["gold"].get(label)
            if wanted is not None and text.startswith(wanted):
                right += 1
            else:
                wrong.append((case["id"], label, text))
    assert len(wrong) <= WRONG, wrong
    assert right >= RIGHT


def test_acts_carry_the_guess_as_a_guess(all_coded: list[dateline.CodedDocument]) -> None:
    """A link by similarity has a score below 1, makes no marker, and dates no act."""
    links = [(mention, link) for found in all_coded for mention in found.mentions for link in mention.sources if link.link == "similarity"]
    assert len(links) >= 10
    for mention, link in links:
        assert 0.3 <= link.score < 1
        assert mention.date is None or mention.date.basis != "source" or any(one.link == "marker" for one in mention.sources)
    for found in all_coded:
        assert {note.label for note in found.document.notes if not note.markers} >= set(linked(found))
        lost = sum(not note.markers for note in found.document.notes)
        assert sum(problem.code == "W103" for problem in found.document.problems) == lost


def test_only_sentences_between_the_neighbouring_markers_are_meant() -> None:
    text = (
        "# A\n\n5 May 2020\n\nKenya expelled two Russian diplomats.[^1] Uganda closed its border with Rwanda.[^2] Kenya recalled its envoy.[^4]\n\n"
        '[^1]: "Kenya Expels Two Russians", Reuters, 1 May 2020.\n\n[^2]: "Uganda Shuts Border", Reuters, 2 May 2020.\n\n'
        '[^3]: "Kenya Expels Two Russian Diplomats", BBC News, 1 May 2020.\n\n[^4]: "Kenya Recalls Envoy", BBC News, 3 May 2020.\n'
    )
    assert "3" not in linked(coded(text))


def test_two_lost_notes_keep_their_order() -> None:
    text = (
        "# A\n\n5 May 2020\n\nKenya expelled two Russian diplomats. Uganda closed its border with Rwanda. Nobody was hurt.\n\n"
        '[^1]: "Uganda Closes Rwanda Border", Reuters, 2 May 2020.\n\n[^2]: "Kenya Expels Russian Diplomats", BBC News, 1 May 2020.\n'
    )
    assert len(linked(coded(text))) == 1


def test_a_source_older_than_the_event_fits_worse() -> None:
    body = "# A\n\n5 May 2020\n\nKenya expelled two Russian diplomats in April 2020, the foreign ministry said in a statement. It rained.\n\n"
    note = '[^1]: "Kenya Considers Russian Diplomats", BBC News, {}.\n'
    scores = []
    for day in ("21 April 2020", "2 January 2019"):
        found = coded(body + note.format(day))
        scores.append(_score(found))
    assert scores[0] > scores[1]


def _score(found: dateline.CodedDocument) -> float:
    from dateline.resolve import Resolver
    from dateline.resolve.lost_notes import all_scores

    return max(all_scores(found.document, found.sentences, Resolver.load())["1"].values())


def test_without_lost_notes_nothing_is_done() -> None:
    found = coded('# A\n\nKenya expelled two diplomats.[^1]\n\n[^1]: "Kenya Expels Two", BBC News, 1 May 2020.\n')
    assert linked(found) == {}
    assert [note.span.overlaps(Span(0, 1)) for note in found.document.notes] == [False]
