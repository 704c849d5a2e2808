"""Coders by name: built-in ones, and one that another distribution brings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.coders import coder_names, load_coder
from dateline.errors import DatelineError
from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline
from dateline.types import Coded, Document, Problem

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


#: Coders of other people with their faults, by what is said of each.
_FAULTY = {
    "raises": ("raise KeyError('weights')", "KeyError: 'weights'"),
    "short": ("return [found for found in self.inner.acts(sentences) if found]", "it answered for 1 sentences and was asked for 2"),
    "long": ("return [*self.inner.acts(sentences), ()]", "it answered for 3 sentences"),
    "nothing": ("return None", "TypeError"),
    "none_for_one": ("return [None for _ in sentences]", "TypeError"),
    "words": ("return [('SUPPORT',) for _ in sentences]", "it answered str for an Act"),
    "shifted": ("return self.inner.acts(sentences)[::-1]", "of another sentence"),
    "types": ("return [tuple(replace(a, type='FIGHT') for a in f) for f in self.inner.acts(sentences)]", "malformed: E411 FIGHT"),
    "behind": ("return [tuple(replace(a, actors=(99,)) for a in f) for f in self.inner.acts(sentences)]", "not all among the"),
    "backwards": ("return [tuple(replace(a, recipients=(-1,)) for a in f) for f in self.inner.acts(sentences)]", "not all among the"),
    "sure": ("return [tuple(replace(a, confidence=80) for a in f) for f in self.inner.acts(sentences)]", "confidence of 80"),
}
_FAULTS = "\nfrom dataclasses import replace\nfrom dateline.extract.lexical import LexiconCoder\n" + "".join(
    f"""
class C_{name}:
    name = "{name} 0.1"
    inner = LexiconCoder()

    def acts(self, sentences):
        if not any("consul" in one.sentence.text for one in sentences):
            return self.inner.acts(sentences)
        {body}
"""
    for name, (body, _) in _FAULTY.items()
)
#: Entry points at which there is no coder, by what is said of each.
_UNUSABLE = {
    "absent": ("toy_coder:Absent", "AttributeError"),
    "nowhere": ("toy_nowhere:Coder", "ModuleNotFoundError"),
    "dies": ("toy_coder:Dies", "OSError: no weights"),
    "noname": ("toy_coder:NoName", "has no name"),
    "noacts": ("toy_coder:NoActs", "has no method acts"),
}
_MODULE += (
    _FAULTS
    + """
class Dies:
    def __init__(self):
        raise OSError("no weights")

class NoName:
    def acts(self, sentences):
        return [() for _ in sentences]

class NoActs:
    name = "none 1.0"
"""
)


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A distribution with a coder, installed as pip would lay it out."""
    (tmp_path / "toy_coder.py").write_text(_MODULE)
    info = tmp_path / "toy_coder-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: toy-coder\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(_entry_points())
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "toy_coder", raising=False)
    return "toy"


def _entry_points() -> str:
    places = {"toy": "toy_coder:ToyCoder", **{name: f"toy_coder:C_{name}" for name in _FAULTY}, **{name: place for name, (place, _) in _UNUSABLE.items()}}
    return "[dateline.coders]\n" + "".join(f"{name} = {place}\n" for name, place in places.items())


def test_a_third_party_coder_is_found_and_used(toy: str) -> None:
    assert toy in coder_names()
    (coded,) = Pipeline(CodeOptions(coder=toy)).code([plain_document("a", "Kenya waved on Monday.", "2024-05-06")])
    assert [(m.type, m.actors[0].country, m.coder.split("; ")[1]) for m in coded.mentions] == [("SUPPORT", "KEN", "toy 1.0")]


def test_built_in_coders_are_there_and_others_are_not() -> None:
    assert {"trained", "lexicon"} <= set(coder_names())
    with pytest.raises(DatelineError, match="E303"):
        load_coder("nobody")


def _texts() -> list[Document]:
    texts = ("Mali recalled its envoy on Monday.", "Peru expelled the Bolivian consul on Tuesday. It rained.", "Oman and Iran signed a treaty.")
    return [plain_document(f"t{number}", text, "2022-03-04") for number, text in enumerate(texts)]


@pytest.mark.parametrize("name", list(_FAULTY))
def test_a_document_for_which_a_coder_fails_is_a_problem_and_the_others_are_coded(toy: str, name: str) -> None:
    pipeline = Pipeline(CodeOptions(coder=name))
    first, failed, last = pipeline.code_stream(_texts())
    assert isinstance(failed, Problem)
    assert (failed.code, failed.input_id, failed.doc_id) == ("E310", "t1", _texts()[1].doc_id)
    assert f"the coder {name} 0.1: " in failed.detail and _FAULTY[name][1] in failed.detail
    assert [one.mentions != () for one in (first, last) if isinstance(one, Coded)] == [True, True]


def test_from_python_too_it_is_an_error_with_its_code(toy: str) -> None:
    with pytest.raises(DatelineError, match=r"E310 t1: .*the coder short 0.1: it answered for 1"):
        dateline.code(_texts()[1], coder="short")


def test_a_fault_behind_the_coder_is_one_problem_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = Pipeline(CodeOptions(coder="lexicon"))
    finish = pipeline._finish

    def faulty(document: Document, found: Any) -> Coded:
        return finish(document, None if document.input_id == "t1" else found)

    monkeypatch.setattr(pipeline, "_finish", faulty)
    assert [getattr(one, "code", "-") for one in pipeline.code_stream(_texts())] == ["-", "E310", "-"]


@pytest.mark.parametrize("name", list(_UNUSABLE))
def test_a_coder_that_cannot_be_used_is_said_to_be_none(toy: str, name: str) -> None:
    with pytest.raises(DatelineError) as caught:
        load_coder(name)
    assert caught.value.code == "E303" and _UNUSABLE[name][1] in caught.value.detail


def test_a_package_that_is_broken_stops_nobody_else(toy: str) -> None:
    assert set(_UNUSABLE) <= set(coder_names())
    assert load_coder("toy").name == "toy 1.0"
