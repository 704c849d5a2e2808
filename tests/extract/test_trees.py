"""However a parse is mended, every word leads up to the root: a ring of words would have what walks up the tree go round for ever."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.parse import Token, _is_tree


@pytest.mark.parametrize(
    "text",
    [
        "On 14 April police killed between three and eleven protesters.",
        "On 14 April police killed between 3 and 11 protesters.",
        "On 2 March police shot between two and five strikers.",
        "In May 2021 police wounded between six and nine students.",
        "By 9 August police had seized between forty and fifty boats.",
    ],
)
def test_a_sentence_is_a_tree(text: str) -> None:
    sentence = parse(text)
    assert _is_tree(sentence.tokens)


@pytest.mark.parametrize("text", ["On 14 April police killed between three and eleven protesters.", "On 2 March police shot between two and five strikers."])
def test_a_month_before_police_leaves_them_the_subject(text: str) -> None:
    sentence = parse(text)
    police = at(sentence, "police")
    assert sentence.tokens[police].dep == "nsubj"
    assert sentence.tokens[sentence.tokens[police].head].tag == "VBD"


def test_a_ring_is_no_tree() -> None:
    tokens = [Token(0, "a", 0, 1, "NN", "ROOT", 0), Token(1, "b", 2, 3, "NN", "dep", 2), Token(2, "c", 4, 5, "NN", "dep", 1)]
    assert not _is_tree(tokens)
    assert _is_tree(tokens[:1])
