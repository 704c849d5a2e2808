"""The word lists of the rules: each is asked for, and read as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.ontology.wordlists import pattern_of, replaced, table_of, text_of, word_list, words_of

SOURCE = Path(dateline.__file__).parent
STAGES = sorted(file.name.removesuffix(".toml") for file in (files("dateline.ontology") / "data" / "words").iterdir())


def places(table: Mapping[str, Any], above: str) -> Iterator[str]:
    for name, value in table.items():
        yield from places(value, f"{above}.{name}") if isinstance(value, dict) and name != "ships" else [f"{above}.{name}"]


@pytest.mark.parametrize("stage", STAGES)
def test_every_list_is_asked_for_and_none_is_missing(stage: str) -> None:
    code = "\n".join(file.read_text("utf-8") for file in SOURCE.rglob("*.py"))
    asked = set(re.findall(rf"(?:words|text|pattern|table)_of\([\"']({stage}\.[\w.]+)[\"']\)", code))
    assert asked == set(places(word_list(f"words/{stage}"), stage))


@pytest.mark.parametrize("stage", STAGES)
def test_every_list_says_what_class_it_serves(stage: str) -> None:
    lines = (files("dateline.ontology") / "data" / "words" / f"{stage}.toml").read_text("utf-8").splitlines()
    opened = [at for at, line in enumerate(lines) if re.match(r"\w+ = ('''|\[)$", line)]
    assert opened and all(lines[at - 1].startswith("# ") for at in opened)


def test_lists_are_read_as_words_text_and_patterns() -> None:
    assert "thousands" in words_of("extract.phrases.partitives") and "helicopter" in text_of("extract.nonacts.vehicles").split()
    assert table_of("resolve.wholenames.ships")["HMS"] == "GBR"
    assert re.fullmatch(pattern_of("analyse.response.refusal.keeps"), "abiding") and not re.fullmatch(pattern_of("analyse.response.refusal.opens"), "opening")


def test_a_list_that_is_not_there_is_no_empty_one() -> None:
    with pytest.raises(KeyError):
        words_of("extract.nonacts.nothing")
    with replaced("words/none", {"a": {"b": "c d"}}):
        assert words_of("none.a.b") == {"c", "d"}
