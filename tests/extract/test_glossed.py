"""What explains a name behind its bracket is no object of the verb."""

from __future__ import annotations

import pytest
from parsing import at, parse


@pytest.mark.parametrize(
    ("text", "noun", "name", "thing"),
    [
        (
            "Laos today filed in the Registry of the International Court of Justice (ICJ), the principal judicial organ of the United Nations, an application "
            "instituting proceedings against Nepal with regard to a dispute over water.",
            "organ", "Court", "proceedings",
        ),
        (
            "The Republic of Chad today filed an application instituting proceedings against Niger before the International Court of Justice (ICJ), the principal "
            "judicial organ of the United Nations, concerning alleged breaches by Niger.",
            "organ", "Court", "proceedings",
        ),
    ],
)  # fmt: skip
def test_an_explanation_hangs_on_its_name(text: str, noun: str, name: str, thing: str) -> None:
    sentence = parse(text)
    explained, verb = sentence.tokens[at(sentence, noun)], at(sentence, "filed")
    assert (explained.dep, explained.head) == ("appos", at(sentence, name))
    assert (sentence.tokens[at(sentence, thing)].dep, sentence.tokens[at(sentence, thing)].head) == ("dobj", verb)


@pytest.mark.parametrize("text", ["The army shelled the town (photo), the mayor said.", "Laos gave the World Bank (WB) the report."])
def test_other_objects_stay(text: str) -> None:
    sentence = parse(text)
    assert not any(t.dep == "appos" and t.text in {"mayor", "report"} for t in sentence.tokens)
