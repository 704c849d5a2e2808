"""Officers, organs and pronouns of bodies of several states, and bodies by their nouns alone, by the real parser's phrases."""

from __future__ import annotations

import pytest
from test_owners import country


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Togo shelled Benin. ECOWAS held a summit in Abuja. After hours the leaders condemned Togo.", "leaders", "IGO"),
        ("Peru shut its ports. The EU's Foreign Affairs Council met on Monday. The foreign ministers denounced Lima.", "ministers", "EUR"),
        ("At the SADC meeting in Lusaka the ministers blamed Harare.", "ministers", "IGO"),
        ("ASEAN wrote to Dili. Togo closed a port. The bloc's envoy left, and the foreign ministers barred Togo.", "ministers", "IGO"),
        ("Malawi jailed two nurses. SADC convened in Lusaka. The heads of state asked Malawi to free them.", "heads", "IGO"),
        ("Chad barred the OSCE. The members condemned Chad.", "members", "IGO"),
        ("Benin joined Togo. The United Nations sent a team to Lome. Togo sent the inspectors away.", "inspectors", "UNO"),
    ],
)
def test_officers_of_a_body_that_met(text: str, word: str, expected: str) -> None:
    assert country(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # no meeting is told of
        ("The EU froze a loan to Peru. The ministers were silent.", "ministers"),
        # two others meet in between
        ("ECOWAS held a summit. Chile and Peru met in Quito. The leaders shook hands.", "leaders"),
        # their own words say whose they are
        ("ECOWAS held a summit. The ministers of the coast left.", "ministers"),
        ("ECOWAS held a summit. The opposition's leaders left.", "leaders"),
        ("The United Nations held a summit. The judges were silent.", "judges"),
    ],
)
def test_officers_of_nobody_told(text: str, word: str) -> None:
    assert country(text, word) not in {"IGO", "EUR", "UNO"}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru left Quito. The African Union suspended Chad. Its members blamed the army.", "members", "IGO"),
        ("UNESCO wrote to Peru, and its director-general criticised Lima.", "general", "UNO"),
        ("The Arab League barred Syria. Its commissioners left, and its president was silent.", "president", "IGO"),
        ("Ghana barred Togo. Its members left.", "members", None),
    ],
)
def test_its_own(text: str, word: str, expected: str | None) -> None:
    assert country(text, word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru sued Chile. The European Union urged Lima to talk. It refused to pay the fishermen.", "EUR"),
        ("Oxfam left Chad. The African Union thanked Ndjamena, and it condemned the theft.", "IGO"),
        # who was blamed denies it
        ("The European Union accused Lima of theft. It denied the charge.", None),
    ],
)
def test_it_goes_on_with_the_body(text: str, expected: str | None) -> None:
    found = country(text, "it")
    assert found == expected if expected else found != "EUR"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kyiv wrote to Brussels. The Commission warned Warsaw.", "commission", "EUR"),
        ("Chad sent its envoy to the EU. The Union's ambassador left.", "ambassador", "EUR"),
        ("Peru thanked the EU. A vice-president of the Commission left. The Commission found a way.", "commission", "EUR"),
        ("Peru's Electoral Commission thanked the EU. The Commission found a way.", "commission", None),
    ],
)
def test_the_noun_alone(text: str, word: str, expected: str | None) -> None:
    assert country(text, word, last=True) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The Parliamentary Committee on Women accused Chad.", "committee", None),
        ("In Lima the Association for Exiled Writers left.", "association", None),
        ("The Alliance for Change left Chad.", "alliance", None),
        ("The Shanghai Co-operation Organisation left Chad.", "organisation", "IGO"),
    ],
)
def test_private_societies_by_their_cause(text: str, word: str, expected: str | None) -> None:
    assert country(text, word) == expected
