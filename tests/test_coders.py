"""Coders by name: built-in ones, and one that another distribution brings."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dateline.coders import coder_names, load_coder
from dateline.errors import DatelineError
from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline

_MODULE = '''
from dateline.extract.act import Act


class ToyCoder:
    name = "toy 1.0"

    def acts(self, sentences):
        return [tuple(self._acts(s)) for s in sentences]

    def _acts(self, sentence):
        for token in sentence.tokens:
            if token.lower == "waved":
                yield Act(sentence, (token.i, token.i), token.i, "SUPPORT", (), "", (0,), (), (), 0.9)
'''


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A distribution with a coder, installed as pip would lay it out."""
    (tmp_path / "toy_coder.py").write_text(_MODULE)
    info = tmp_path / "toy_coder-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: toy-coder\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[dateline.coders]\ntoy = toy_coder:ToyCoder\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "toy_coder", raising=False)
    return "toy"


def test_a_third_party_coder_is_found_and_used(toy: str) -> None:
    assert toy in coder_names()
    (coded,) = Pipeline(CodeOptions(coder=toy)).code([plain_document("a", "Kenya waved on Monday.", "2024-05-06")])
    assert [(m.type, m.actors[0].country, m.coder.split("; ")[1]) for m in coded.mentions] == [("SUPPORT", "KEN", "toy 1.0")]


def test_built_in_coders_are_there_and_others_are_not() -> None:
    assert {"trained", "lexicon"} <= set(coder_names())
    with pytest.raises(DatelineError, match="E303"):
        load_coder("nobody")
