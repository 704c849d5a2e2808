"""Dated headlines in notes are reports of their own, and stand apart from the text's acts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import dateline
from dateline.citedreports import with_citations
from dateline.store import EventFilter, new_run
from dateline.store.actfilter import ActFilter, Cut
from dateline.store.acts import cells
from dateline.store.duckdb import Database
from dateline.types import SentenceKind

PAPER = """---
title: A Paper on Matters
date: 2024-12-31
---

# A Paper on Matters

The region is tense.[^1] Ghana condemned it.[^2] Talks go on.[^3] So do threats.[^4]

[^1]: “Kenya Expels Two Ugandan Diplomats, Ministry Says,” Reuters, May 3, 2024.
[^2]: “Ghana Condemns Uganda,” Reuters.
[^3]: Ann Ode, *Rwanda Attacks Burundi* (London: A Press, 2020).
[^4]: “Kenya Expels Two Ugandan Diplomats, Ministry Says,” Reuters, May 3, 2024.
"""


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> dateline.CodedDocument:
    path = tmp_path_factory.mktemp("cited") / "paper.md"
    path.write_text(PAPER, encoding="utf-8")
    return dateline.code(dateline.read(path))


def test_they_stand_apart(coded: dateline.CodedDocument) -> None:
    assert all(one.sentence.kind is not SentenceKind.CITATION for one in coded.mentions)
    assert [(one.type, one.trigger.text) for one in coded.citations] == [("SANCTION", "Expels")]


def test_a_cited_report_has_its_place_its_date_and_its_source(coded: dateline.CodedDocument) -> None:
    one = coded.citations[0]
    text = coded.document.text
    assert one.sentence.kind is SentenceKind.CITATION
    for words, span in [(one.sentence.text, one.sentence.span), (one.trigger.text, one.trigger.span), *((p.text, p.span) for p in (*one.actors, *one.recipients))]:
        assert text[span.start : span.end] == words
    assert [party.country for party in one.actors] == ["KEN"]
    assert one.date is not None and (one.date.earliest, one.date.basis) == (date(2024, 5, 3), "source")
    assert [link.source.note for link in one.sources] == ["1"]
    assert one.attribution is not None and one.cues.attribution is not None
    cue = one.cues.attribution
    assert text[cue.span.start : cue.span.end] == cue.text


def test_they_are_numbered_on_and_identified(coded: dateline.CodedDocument) -> None:
    whole = with_citations(coded.coded)
    assert [sentence.index for sentence in whole.sentences] == list(range(len(whole.sentences)))
    identities = [one.mention_id for one in whole.mentions]
    assert len(set(identities)) == len(identities) == len(coded.mentions) + 1
    assert with_citations(whole) == whole


def test_no_figure_counts_them_unasked(coded: dateline.CodedDocument, tmp_path: Path) -> None:
    with Database(str(tmp_path / "x.duckdb")) as database:
        run = new_run("dateline", datetime(2026, 1, 1, tzinfo=UTC))
        database.begin_run(run)
        database.write_batch([with_citations(coded.coded)], run)
        plain = list(database.iter_events(EventFilter(types=("SANCTION",))))
        asked = list(database.iter_events(EventFilter(types=("SANCTION",), citations=True)))
        assert (len(plain), len(asked)) == (0, 1)
        assert cells(database, ActFilter(actors=("KEN",)), Cut()).table.num_rows == 0
        assert cells(database, ActFilter(actors=("KEN",), citations=True), Cut()).table.num_rows == 1


def test_what_is_stored_comes_back_apart(coded: dateline.CodedDocument, tmp_path: Path) -> None:
    with Database(str(tmp_path / "x.duckdb")) as database:
        run = new_run("dateline", datetime(2026, 1, 1, tzinfo=UTC))
        database.begin_run(run)
        database.write_batch([with_citations(coded.coded)], run)
        loaded = database.load_coded(coded.document.doc_id)
    assert loaded is not None
    assert loaded.sentences == coded.sentences and [one.trigger for one in loaded.citations] == [one.trigger for one in coded.citations]
