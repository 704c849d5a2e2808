"""Acts that the comments of notes tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.audit import audit_documents
from dateline.pipeline import Pipeline
from dateline.read import read
from dateline.types import EventMention, SentenceKind

TEXT = """---
title: Notes with Comments
author: Ann Ode
date: 2024-02-14
---

# Notes with Comments

On 4 May 2012 Kenya accused Somalia of shelling a village near the border.[^1] Uganda offered to mediate.[^2] The African Union called for restraint.[^3]

India expelled the consul of Pakistan.[^4] Turkey closed the straits.[^5]

[^1]: Reuters, 4 May 2012. Somalia's foreign ministry denied the charge on the same day.
[^2]: Uganda's government, statement of 6 May 2012. Ethiopia welcomed the offer.
[^3]: AFP, May 2012. Britain suspended its aid to Kenya.
[^4]: Japan recalled its ambassador to Delhi.
[^5]: "Turkey Closes Straits," BBC News, 3 June 2013.
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[EventMention]:
    path = tmp_path_factory.mktemp("comments") / "paper.md"
    path.write_text(TEXT, encoding="utf-8")
    (coded,) = Pipeline().code([read(path)])
    for one in coded.mentions:
        assert coded.document.slice(one.trigger.span) == one.trigger.text
        assert coded.document.slice(one.sentence.span) == one.sentence.text
        assert all(coded.document.slice(party.span) == party.text for party in (*one.actors, *one.recipients))
        assert coded.sentences[one.sentence.index] == one.sentence
    return [one for one in coded.mentions if one.sentence.kind is SentenceKind.NOTE]


def _act(told: list[EventMention], word: str) -> EventMention:
    (found,) = [one for one in told if one.trigger.text.startswith(word)]
    return found


def test_the_comment_goes_on_from_its_marker(told: list[EventMention]) -> None:
    denied = _act(told, "denied")
    assert (denied.type, [one.country for one in denied.actors], [one.country for one in denied.recipients]) == ("REJECT", ["SOM"], ["KEN"])
    assert denied.date is not None and denied.date.earliest.isoformat() == denied.date.latest.isoformat() == "2012-05-04"
    assert [(link.source.agency, link.source.note, link.link) for link in denied.sources] == [("Reuters", "1", "sentence")]


def test_a_comment_without_a_day_has_that_of_its_source(told: list[EventMention]) -> None:
    suspended = _act(told, "suspended")
    assert suspended.date is not None and suspended.date.basis == "source"
    assert (suspended.date.earliest.isoformat(), suspended.date.latest.isoformat()) == ("2012-05-01", "2012-05-31")


def test_a_note_that_is_a_comment_as_a_whole(told: list[EventMention]) -> None:
    recalled = _act(told, "recalled")
    assert [one.country for one in recalled.actors] == ["JPN"] and recalled.sources == ()


def test_titles_of_sources_are_no_comments(told: list[EventMention]) -> None:
    assert not [one for one in told if "Straits" in one.sentence.text]
    assert len({one.mention_id for one in told}) == len(told)


def test_thanks_are_no_acts_and_need_no_source(tmp_path: Path) -> None:
    path = tmp_path / "thanks.md"
    thanks = "[^6]: The author thanks two reviewers for comments. The views are her own."
    path.write_text(TEXT.replace("shelling a village near the border.", "shelling a village near the border.[^6]") + thanks + "\n", encoding="utf-8")
    pipeline = Pipeline()
    (coded,) = pipeline.code([read(path)])
    assert not any(note.contains(one.trigger.span) for note in [coded.document.notes[-1].span] for one in coded.mentions)
    (audit,) = audit_documents(pipeline, [coded.document])
    assert ("comment_note", "6") not in [(one.kind.value, one.note) for one in audit.findings]
    assert ("comment_note", "4") in [(one.kind.value, one.note) for one in audit.findings]
