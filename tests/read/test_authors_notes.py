"""Notes in which the author speaks of the paper, and comments that only look like them."""

from __future__ import annotations

import pytest

from dateline.read.authornotes import is_authors_note, is_of_paper


@pytest.mark.parametrize(
    "note",
    [
        "The author thanks three anonymous reviewers for comments.",
        "The authors are deeply grateful to Ana Paz and the staff of the archive in Sucre.",
        "I would like to thank Jorge Luna, who read an early draft. All errors are my own.",
        "We gratefully acknowledge support by the Nordic River Fund.",
        "Special thanks to the editors of the Review. The views expressed here are those of the author and not of the ministry.",
        "Thanks to Ana Paz and Jorge Luna for their helpful comments.",
        "Senior Fellow, Institute for River Law. The author thanks Ana Paz.",
        "LL.M. Candidate 2019, University of Oslo.",
        "An earlier version of this paper was presented in Lima in May 2016.",
        "This research was funded by the Nordic River Fund.",
        "The author is a professor at the University of Oslo. The opinions are her own.",
        "Remaining mistakes are ours.",
    ],
)
def test_of_the_paper(note: str) -> None:
    assert is_authors_note(note)


@pytest.mark.parametrize(
    "note",
    [
        "Thanks to Moscow's veto, the resolution failed.",
        "Thanks to Russian support, Damascus retook the town.",
        "Bolivia thanked Peru for its help.",
        "He is grateful to Beijing for the loan.",
        "This report was denied by Tehran.",
        "The authors of the coup arrested the president.",
        "The views of Moscow and Ankara differ; Ankara closed the straits.",
        "The author thanks two reviewers. Chile recalled its envoy in June 2016.",
        "Errors of the pilots led Chile to close its airspace.",
        "Director of the agency, he ordered the arrest of “two spies”.",
    ],
)
def test_comments_on_the_matter(note: str) -> None:
    assert not is_authors_note(note)


def test_a_sentence_of_a_mixed_note() -> None:
    assert [is_of_paper(one) for one in ("The author thanks two reviewers.", "Chile recalled its envoy.")] == [True, False]
