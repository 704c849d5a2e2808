"""Words hang on words: white space that the parser made a head is passed over."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.extract import parse
from dateline.types import SentenceKind


@dataclass
class Word:
    """As much of spaCy's token as is read."""

    i: int
    text: str
    idx: int
    dep_: str
    tag_: str = "VBD"
    head: Word = field(init=False)


def words(heads: list[int]) -> list[Word]:
    made = [Word(0, "left", 0, "ROOT"), Word(1, "  ", 4, "dep", "_SP"), Word(2, "signed", 6, "conj")]
    for word, head in zip(made, heads, strict=True):
        word.head = made[head]
    return made


def heads_and_labels(heads: list[int]) -> list[tuple[int, str]]:
    tokens = [word for word in words(heads) if word.text.strip()]
    sentence = parse._sentence("left  signed", tokens, 0, SentenceKind.BODY, 0, 0)
    return [(token.head, token.dep) for token in sentence.tokens]


def test_what_hangs_on_white_space_hangs_on_the_word_above_it() -> None:
    assert heads_and_labels([0, 0, 1]) == [(0, "ROOT"), (0, "conj")]


def test_what_hangs_on_nothing_else_is_a_root() -> None:
    assert heads_and_labels([0, 1, 1]) == [(0, "ROOT"), (1, "ROOT")]
