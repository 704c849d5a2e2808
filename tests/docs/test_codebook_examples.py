"""The examples of the codebook are what the shipped coder makes of them, with few exceptions."""

from __future__ import annotations

from datetime import date

from docpages import codebook

from dateline.ontology.plover import plover
from dateline.pipeline import Pipeline
from dateline.read.inputs import read_inputs
from dateline.read.options import ReadOptions
from dateline.types import Coded

#: Shares measured on 26 November 2026 (type 0.98, with modes 0.95, with both countries 0.90), less two sentences of 88.
FLOORS = {"type": 0.95, "modes": 0.93, "countries": 0.87}


def test_the_coder_agrees_with_the_codebook(tmp_path) -> None:  # type: ignore[no-untyped-def]
    import json

    examples = list(codebook.examples())
    corpus = tmp_path / "examples.jsonl"
    rows = [{"id": str(number), "text": one.text, "date": date(2024, 6, 5).isoformat()} for number, one in enumerate(examples)]
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    coded = list(Pipeline().code_stream(read_inputs([str(corpus)], ReadOptions())))
    right = dict.fromkeys(FLOORS, 0)
    for example, item in zip(examples, coded, strict=True):
        assert isinstance(item, Coded), item
        found = [mention for mention in item.mentions if mention.type == example.type]
        right["type"] += bool(found)
        right["modes"] += any(set(example.modes) <= set(mention.modes) for mention in found)
        sides = [({p.country for p in m.actors if p.country}, {p.country for p in m.recipients if p.country}) for m in found]
        right["countries"] += (set(example.actors), set(example.recipients)) in sides
    shares = {name: count / len(examples) for name, count in right.items()}
    assert all(shares[name] >= floor for name, floor in FLOORS.items()), shares


def test_examples_name_modes_of_their_type() -> None:
    known = {(one.name, mode.name) for one in plover().types for mode in one.modes}
    for example in codebook.examples():
        assert all((example.type, mode) in known for mode in example.modes), example
