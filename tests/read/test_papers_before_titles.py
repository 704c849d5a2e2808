"""An unknown name before a quoted title with a day behind it is a paper's, unless it is somebody's or a body's."""

from __future__ import annotations

import pytest

from dateline.read.citations import parse_citation


@pytest.mark.parametrize(
    ("note", "outlet"),
    [
        ('The Lantern (Lusaka), "Nurses walk out", 24 July 2024.', "The Lantern (Lusaka)"),
        ('El Pregonero, "Paro en Lima", 5 November 2024.', "El Pregonero"),
        ('Harare Evening Standard, "Court frees lawyer", 5 November 2024.', "Harare Evening Standard"),
    ],
)
def test_papers_are_no_authors(note: str, outlet: str) -> None:
    source = parse_citation(note)
    assert source is not None
    assert (source.authors, source.outlet) == ((), outlet)


@pytest.mark.parametrize(
    ("note", "authors"),
    [
        ('Maria Okello, "Why nurses strike", 5 November 2024.', ("Maria Okello",)),
        ('Maria Okello, "Why nurses strike", The Lantern, 5 November 2024.', ("Maria Okello",)),
        ('Maria Okello and Jan Brandt, "Why nurses strike", 5 November 2024.', ("Maria Okello", "Jan Brandt")),
    ],
)
def test_persons_stay_authors(note: str, authors: tuple[str, ...]) -> None:
    source = parse_citation(note)
    assert source is not None
    assert source.authors == authors
