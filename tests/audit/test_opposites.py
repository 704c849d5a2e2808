"""Acts that one side refuses, denies or undoes, parties turned round, one for two, a year early, and a source on another matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from making_audit import audited, markdown

from dateline.audit.denied import are_forms, denied_in
from dateline.audit.findings import DISAGREEMENTS
from dateline.audit.numbers import differing
from dateline.audit.words import stem
from dateline.extract.quantities import find_quantities
from dateline.pipeline import Pipeline

PLANTED = [
    ("act", "Tunisia attended the donors' meeting in Rabat.", "Tunisia stays away from Rabat donors' meeting", "May 3, 2024"),
    ("act", "Iceland took part in the naval exercise off Norway.", "Iceland pulls out of naval exercise off Norway", "May 3, 2024"),
    ("act", "Slovakia met the Polish delegation in Prague.", "Slovakia refuses to meet Polish delegation in Prague", "May 3, 2024"),
    ("act", "Malaysia shipped the turbines to Myanmar.", "Malaysia denies shipping turbines to Myanmar", "May 3, 2024"),
    ("act", "Panama declined to sign the canal treaty with China.", "Panama signs canal treaty with China", "May 3, 2024"),
    ("act", "Uruguay has not sent police to Haiti.", "Uruguay sends police to Haiti", "May 3, 2024"),
    ("actor", "Benin expelled the Nigerien ambassador.", "Niger expels Benin's ambassador", "May 3, 2024"),
    ("number", "Oman closed two ports to Yemeni ships.", "Oman closes one port to Yemeni ships", "May 3, 2024"),
    ("date", "Latvia joined the climate fund on 2 May 2023.", "Latvia joins climate fund", "May 3, 2024"),
    ("act", "Mongolia opened a consulate in Almaty.", "Bolivia jails three former generals over failed coup", "May 3, 2024"),
]
INNOCENT = [
    ("Tunisia attended the donors' meeting in Rabat.", "Tunisia asks donors for water pumps at Rabat meeting", "May 3, 2024"),
    ("Slovakia met the Polish delegation but refused to sign the treaty.", "Slovakia refuses to sign treaty with Poland", "May 3, 2024"),
    ("Malaysia denied that it shipped turbines to Myanmar.", "Malaysia denies shipping turbines to Myanmar", "May 3, 2024"),
    ("Uruguay has not sent police to Haiti.", "Uruguay will not send police to Haiti", "May 3, 2024"),
    ("Uruguay has not ratified the canal treaty.", "Uruguay yet to ratify canal treaty", "May 3, 2024"),
    ("Benin signed a pipeline treaty with Niger.", "Niger signs pipeline treaty with Benin", "May 3, 2024"),
    ("Oman closed two of its ports to Yemeni ships.", "Oman closes two ports, opens one road to Yemen", "May 3, 2024"),
    ("Latvia joined the climate fund on 2 May 2023.", "A year after Latvia joined climate fund, bills rise", "May 3, 2024"),
    ("Mongolia opened a consulate in Almaty.", "Kazakhstan welcomes Mongolian consuls", "May 3, 2024"),
    ("Kenya demanded that the envoy leave and blocked his gate.", "Kenya holds envoy in his residence", "May 3, 2024"),
]


@pytest.fixture(scope="module")
def found(pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> dict[str | None, set[str]]:
    """The kinds found by note: the planted pairs first."""
    pairs = [(text, f"“{title},” Reuters, {day}.") for text, title, day in [one[1:] for one in PLANTED] + INNOCENT]
    told: dict[str | None, set[str]] = {}
    audit = audited(tmp_path_factory.mktemp("audit"), markdown(pairs), pipeline)
    for finding in audit.of_kind(*DISAGREEMENTS):
        told.setdefault(finding.note, set()).add(finding.kind.value)
    return told


@pytest.mark.parametrize("number", range(len(PLANTED)), ids=[one[1] for one in PLANTED])
def test_the_contrary_is_found(number: int, found: dict[str | None, set[str]]) -> None:
    assert found.get(str(number + 1)) == {PLANTED[number][0]}


@pytest.mark.parametrize("number", range(len(INNOCENT)), ids=[one[0] for one in INNOCENT])
def test_what_agrees_is_not(number: int, found: dict[str | None, set[str]]) -> None:
    assert str(number + len(PLANTED) + 1) not in found


@pytest.mark.parametrize(
    ("title", "denied"),
    [
        ("Rebels rule out rejoining talks", "rejoining"), ("Court stops short of banning party", "banning"), ("Army won't leave island", "leave"),
        ("Senate yet to approve envoy", "approve"), ("Lima did not openly back Quito", "back"), ("Not only Lima backs Quito", None), ("Lima backs Quito", None),
    ],
)  # fmt: skip
def test_what_a_headline_denies(title: str, denied: str | None) -> None:
    assert next((verb for _, verb in denied_in(title)), None) == denied


@pytest.mark.parametrize(("one", "other", "alike"), [("met", "meets", True), ("expelled", "expels", True), ("sent", "sending", True), ("met", "sends", False)])
def test_forms_of_a_verb(one: str, other: str, alike: bool) -> None:
    assert are_forms(one, other) is alike


def test_doubled_letters_are_no_other_word() -> None:
    assert stem("stopped") == stem("stops") and stem("killed") == stem("kill") and stem("banning") == stem("ban")


@pytest.mark.parametrize(
    ("text", "title", "differ"),
    [
        ("Peru freed three miners.", "Peru frees one miner", True),
        ("Peru freed one miner.", "Peru frees three miners", True),
        ("Peru freed three miners, one of whom was hurt.", "Peru frees three miners", False),
        ("Peru freed three miners and one guard.", "Peru frees three miners", False),
        ("Peru freed three miners.", "Peru frees three miners; one guard still held", False),
        ("No one freed the three miners.", "Peru frees three miners", False),
    ],
)
def test_one_is_a_number_before_a_noun(text: str, title: str, differ: bool) -> None:
    assert (differing(find_quantities(text), find_quantities(title), text, title, close=False) is not None) is differ


RULINGS = [
    ("Chad rejected the verdict.", "Chad Accepts Court Ruling on Lake"),
    ("President Mirziyoyev welcomed the award.", "Mirziyoyev Rejects Arbitration Award"),
    ("The appeals court upheld the decree.", "Appeals Court Strikes Down Decree"),
    ("The supreme court overturned the conviction.", "Supreme Court Upholds Conviction"),
    ("Prosecutors indicted the mayor.", "Prosecutors Drop Charges Against Mayor"),
    ("The prosecutor dropped the case against the editor.", "Prosecutor Charges Editor with Libel"),
    ("The tribunal allowed the appeal.", "Tribunal Dismisses Appeal"),
    ("The court freed the journalist.", "Court Jails Journalist"),
    ("The council suspended the judge.", "Council Reinstates Judge"),
    ("Peru accepted the offer.", "Peru Turns Down Proposal"),
]
NO_CONTRARIES = [
    ("Chad rejected the verdict.", "Chad Dismisses Court Ruling on Lake"),
    ("The appeals court upheld the conviction.", "Appeals Court Quashes Sentence"),
    ("The court upheld the ban on the party.", "Court Overturns Curfew"),
    ("Prosecutors charged the mayor.", "Prosecutors Drop Charges Against Editor"),
    ("Prosecutors charged the mayor but later dropped the charges.", "Prosecutors Drop Charges Against Mayor"),
    ("Prosecutors charged the mayor.", "Prosecutors Bring Charges Against Mayor"),
    ("Spain welcomed the ruling but rejected its terms.", "Spain Rejects Terms of Ruling"),
    ("The court dismissed the petition.", "Court Hears Petition"),
    ("Peru accepted the offer.", "Peru Rejects Court Order"),
    ("The court freed the editor.", "Court Jails Colonel"),
]


@pytest.mark.parametrize(("pairs", "count"), [(RULINGS, len(RULINGS)), (NO_CONTRARIES, 0)])
def test_contraries_of_courts_and_of_stands_on_rulings(pairs: list[tuple[str, str]], count: int, pipeline: Pipeline, tmp_path: Path) -> None:
    text = markdown([(one, f"“{title},” Reuters, May 3, 2024.") for one, title in pairs]).replace("] ", "]\n\n")
    assert len({one.note for one in audited(tmp_path, text, pipeline).of_kind(*DISAGREEMENTS)}) == count
