"""The parser's memory does not grow with the corpus."""

from __future__ import annotations

import pytest

from dateline.extract import parse
from dateline.read import read


def test_new_words_are_forgotten_once_enough_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def parsed(text: str) -> list[tuple[parse.ParsedSentence, ...]]:
        return parse.parse_documents([read(text.encode())])

    strange = "The Zorblaxian envoys met Quvvendish traders in Mirkwystan on Monday."
    vocabulary = parse.load_parser(None).vocab.strings
    monkeypatch.setattr(parse, "MAX_WORDS", 0)
    bounded, after = parsed(strange), len(vocabulary)
    for number in range(40):
        parsed(f"The Zorb{number}xian envoys met Quv{number}dish traders in Mirk{number}stan on Monday.")
    assert len(vocabulary) == after
    monkeypatch.setattr(parse, "MAX_WORDS", 10**9)
    assert parsed(strange) == bounded
    assert len(vocabulary) > after
