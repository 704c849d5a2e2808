"""What a quantity counts by weighed evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.extract.quantities import find_quantities
from dateline.extract.quantities.choice import Table, choose, weights
from dateline.extract.quantities.evidence import NONE, Before, evidence, gathered, options
from dateline.extract.quantities.finder import find_by_rules
from dateline.extract.quantities.stems import stem
from dateline.weights import read_weights


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Lima undertook to withdraw some 4,000 men from the valley.", ["troops"]),
        ("The consulate was picketed by about 300 people from the islands.", ["protesters"]),
        ("Doha deposited $2 billion in the central bank of Sudan.", ["aid"]),
        ("Kidnappers seized three nurses near Kaduna.", ["detained"]),
        ("Nine soldiers were killed and 20 wounded.", ["killed", "wounded"]),
        ("The bridge is 300 metres long.", [None]),
    ],
)
def test_the_class_of_most_evidence_is_chosen(text: str, counts: list[str | None]) -> None:
    assert [one.counts for one in find_quantities(text)] == counts


def test_weights_decide_within_the_classes_of_the_unit() -> None:
    text = "They sent 40 men."
    found = find_by_rules(text)
    assert choose(text, found, Table.of({"released | next before send": 1.0}))[0].counts == "released"
    assert choose(text, found, Table.of({"fine | next before send": 9.0, "none | noun men": 1.0}))[0].counts is None
    assert "fine" not in options(found[0])


def test_a_bare_number_gets_the_unit_of_its_class() -> None:
    text = "Of the votes, at least 30 went astray."
    found = find_by_rules(text)
    assert found[-1].unit is None
    assert choose(text, found, Table.of({"killed | unit bare": 1.0}))[-1].unit == "persons"
    assert choose(text, found, Table.of({"weapons | unit bare": 1.0}))[-1].unit == "items"


def test_evidence_knows_the_rules_and_the_quantity_before() -> None:
    text = "It killed nine men and three women."
    first, second = find_by_rules(text)
    given = evidence(text, second, Before(first, "killed"))
    assert {"rules", "same as before joined same"} <= set(given["killed"])
    assert "rules" not in given[NONE]
    assert not any("rules" in name for name in evidence(text, second, None, rules=False)["killed"])


def test_evidence_stands_in_the_order_of_the_text_whatever_the_hash_seed() -> None:
    text = "Rebels and more rebels killed nine men near the river."
    plain = [one for one in gathered(text, find_by_rules(text)[0], None).plain if one.startswith("before ")]
    assert plain == ["before kill", "before rebel", "before mor", "before and"]


def test_weights_are_of_known_classes() -> None:
    names = weights().alone.keys()
    known = {option for text in ("nine men", "nine trucks", "at least 90", "$9 million", "nine years", "nine percent")
             for one in find_by_rules(f"It saw {text}.") for option in options(one)}  # fmt: skip
    assert names <= known


@pytest.mark.parametrize(("one", "other"), [("freed", "freeing"), ("robbed", "robs"), ("city", "cities"), ("held", "hold"), ("kill", "killed")])
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_predicates_and_kinds_of_nouns_are_evidence_by_their_place() -> None:
    def plain(text: str) -> set[str]:
        return set(gathered(text, find_by_rules(text)[0], None).plain)

    assert "object of COERCE/arrest" in plain("Agents apprehended nine clerks.")
    assert "object of COERCE/arrest" not in plain("Nine clerks apprehended a thief.")
    assert "done COERCE/arrest" in plain("Nine clerks were apprehended in Lagos.")
    assert {"for kind prison", "kind before prison"} <= plain("The gaol built for 400 men is full.")
    assert "of kind place" in plain("The town of 90,000 people lies on the coast.")
    assert {"kind worker", "kind worker persons"} <= plain("It drew 90 dockers.")


def test_damaged_weights_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr("dateline.weights.files", lambda package: tmp_path)
    for damaged, line in (("feature\tweight\nrules\tmuch\n", 2), ("feature\tweight\nrules\t1\nlost 2\n", 3)):
        (tmp_path / "data" / "quantities.tsv").write_text(damaged, encoding="utf-8")
        with pytest.raises(DatelineError, match="E311") as caught:
            read_weights("dateline.extract", "quantities.tsv")
        assert f"line {line}" in str(caught.value)
