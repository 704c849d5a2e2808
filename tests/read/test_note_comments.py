"""Where a note stops citing and begins to comment, and statements of states' bodies as sources."""

from __future__ import annotations

import pytest

from dateline.read.citation_comments import comment_start
from dateline.read.citations import parse_note


@pytest.mark.parametrize(
    ("note", "comment"),
    [
        ("Reuters, June 2011. The company declined to comment.", "The company declined to comment."),
        ("The Hindu, 3 May 2014. Pakistan protested.", "Pakistan protested."),
        ("“Troops Leave Base,” BBC News, 4 May 2012. The ministry gave a lower figure; it was never confirmed.", "The ministry gave a lower figure; it was never confirmed."),
        ("AFP, 5 May 2012, “Army Takes Town.” The rebels denied it. They later fled.", "The rebels denied it. They later fled."),
        ("J. Smith, The Long War (London: Hurst, 2014), 45. He argues that nobody planned it.", "He argues that nobody planned it."),
        ("Kremlin, readout of 6 June 2015. The minister called it “a declaration of war”.", "The minister called it “a declaration of war”."),
    ],
)
def test_a_comment_behind_a_source(note: str, comment: str) -> None:
    start = comment_start(note)
    assert start is not None and note[start:] == comment
    (source,) = parse_note(note, note="1")
    assert source.span is not None and note[: source.span.end] == note[:start].rstrip()


@pytest.mark.parametrize(
    "note",
    [
        "BBC News. Truce holds in the north. 3 January 2020.",
        "Smith, John. “How the war was lost.” Foreign Affairs, 3 May 2014.",
        "Berg, K. (2020, January 8). How the corridor was closed [Video]. YouTube. https://www.youtube.com/watch?v=1",
        "Reuters, 3 May 2014. On the background see Jones, The Caucasus (Oxford: OUP, 2008).",
        "The treaty was signed in Oslo. It was never ratified.",
    ],
)
def test_no_comment(note: str) -> None:
    assert comment_start(note) is None


@pytest.mark.parametrize(
    ("note", "publisher", "day"),
    [
        ("Bolivia's foreign ministry, statement of 9 March 2018.", "Bolivia's foreign ministry", "2018-03-09"),
        ("The Indian army, press note of 5 May 1999. Islamabad denied it.", "Indian army", "1999-05-05"),
        ("Turkish defence ministry, 3 June 2020.", "Turkish defence ministry", "2020-06-03"),
        ("Foreign Ministry of Chad, 4 June 2011.", "Foreign Ministry of Chad", "2011-06-04"),
    ],
)
def test_a_statement_of_a_body(note: str, publisher: str, day: str) -> None:
    (source,) = parse_note(note, note="1")
    assert (source.kind, source.publisher, source.published, source.title, source.authors) == ("official", publisher, day, None, ())


def test_two_sources_of_a_note_with_one_date() -> None:
    ministry, wire = parse_note("Somali information ministry, 2 January 2014; AFP, “Somalia Recalls Envoy”.", note="1")
    assert (ministry.publisher, ministry.published) == ("Somali information ministry", "2014-01-02")
    assert (wire.agency, wire.title, wire.published) == ("AFP", "Somalia Recalls Envoy", "2014-01-02")


def test_an_outlet_alone_behind_another_source() -> None:
    _, paper = parse_note("Council notice to the court, May 2011; see also the Financial Times.", note="1")
    assert paper.outlet == "Financial Times"
