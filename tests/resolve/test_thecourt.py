"""Which court "the Court", "the Chamber" and "it" are, and that the name of a case is neither place nor party."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline.pipeline import CodeOptions, Pipeline
from dateline.resolve import Resolver
from dateline.resolve.casenames import CaseNames
from dateline.types import ResolvedMention

PIPELINE, RESOLVER = Pipeline(CodeOptions()), Resolver.load()


def _acts(tmp_path: Path, text: str, suffix: str = "txt") -> list[ResolvedMention]:
    path = tmp_path / f"paper.{suffix}"
    path.write_text(text, encoding="utf-8")
    (coded,) = PIPELINE.code([dateline.read(path)])
    return coded.mentions


def _party(acts: list[ResolvedMention], trigger: str, words: str) -> tuple[str | None, str | None]:
    """Country and sector of the party of an act that has certain words."""
    parties = (p for m in acts if m.trigger.text.startswith(trigger) for p in (*m.actors, *m.recipients))
    return next((p.country, p.sector) for p in parties if words in p.text)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Trial Chamber III", ("IGO", "JUD")), ("the Pre-Trial Chamber", ("IGO", "JUD")), ("Appeals Chamber", ("IGO", "JUD")), ("Grand Chamber", ("IGO", "JUD")),
        ("Trial Chambers", ("IGO", "JUD")), ("Constitutional Chamber", (None, "JUD")), ("Venezuela's Constitutional Chamber", ("VEN", "JUD")),
        ("Appeals Chamber of the ICTR", ("UNO", "JUD")), ("Dutch appeals chamber", ("NLD", "JUD")), ("Criminal Chamber of the Costa Rican Supreme Court", ("CRI", "JUD")),
        ("Chamber of Deputies", (None, "LEG")), ("lower chamber", (None, "LEG")), ("the Chamber", (None, "LEG")), ("Chamber of Commerce", (None, "BUS")),
        ("Strasbourg judges", ("IGO", "JUD")), ("Strasbourg prosecutors", ("FRA", "JUD")), ("Strasbourg district court", ("FRA", "JUD")),
    ],
)  # fmt: skip
def test_chambers_of_courts_are_no_parliaments(phrase: str, expected: tuple[str | None, str]) -> None:
    chosen = RESOLVER.actor(phrase).chosen
    assert chosen is not None
    assert (chosen.country, chosen.sectors[0]) == expected


@pytest.mark.parametrize(
    ("head", "text", "trigger", "words", "expected"),
    [
        ("INTERNATIONAL COURT OF JUSTICE\n\nPress Release\n\n9 May 2017", "THE HAGUE, 9 May 2017. The Court ordered Laos to pay Nepal.", "ordered", "Court", ("UNO", "JUD")),
        ("INTERNATIONAL TRIBUNAL FOR THE LAW OF THE SEA\n\n9 May 2017", "The Tribunal rejected Ghana's request.", "rejected", "Tribunal", ("UNO", "JUD")),
        ("TRIAL CHAMBER IV\n\nSITUATION IN KENYA\n\n9 May 2017", "1. The Chamber convicts Peter Otieno of murder.", "convicts", "Chamber", ("IGO", "JUD")),
        ("No. ICC-01/04-02/19\n\n9 May 2017", "The Prosecutor accused Peter Otieno of murder.", "accused", "Prosecutor", ("IGO", "JUD")),
        ("ECHR 114 (2017)\n\n9 May 2017", "The Court ordered Latvia to release the man.", "ordered", "Court", ("IGO", "JUD")),
        ("Courts\n\n9 May 2017", "In Slovenia v. Croatia, the judges rejected Croatia's objections.", "rejected", "judges", ("IGO", "JUD")),
        ("Courts\n\n9 May 2017", "In Prosecutor v. Otieno, the Court rejected Kenya's request.", "rejected", "Court", ("IGO", "JUD")),
        ("SUPREME COURT OF KENYA\n\n9 May 2017", "The International Court of Justice met. The Court rejected the petition of Otieno.", "rejected", "Court", ("KEN", "JUD")),
        ("Kenya\n\n9 May 2017", "The International Criminal Court left Kenya. Kenya's Supreme Court met. The court jailed a pirate.", "jailed", "court", ("KEN", "JUD")),
        ("Italy\n\n9 May 2017", "The Italian Chamber of Deputies met. The Chamber condemned Eritrea.", "condemned", "Chamber", ("ITA", "LEG")),
    ],
)
def test_the_court_is_the_one_that_speaks(tmp_path: Path, head: str, text: str, trigger: str, words: str, expected: tuple[str, str]) -> None:
    assert _party(_acts(tmp_path, f"{head}\n\n{text}\n"), trigger, words) == expected


def test_a_court_that_goes_on_to_find_is_meant_by_it(tmp_path: Path) -> None:
    acts = _acts(tmp_path, "INTERNATIONAL COURT OF JUSTICE\n\n9 May 2017\n\nThe Court rejected Ghana's claims. It held that Ghanaian sailors had beaten nine fishermen.\n")
    (beaten,) = (m for m in acts if m.trigger.text == "beaten")
    assert beaten.attribution is not None
    assert (beaten.attribution.country, beaten.attribution.entity) == ("UNO", "International Court of Justice")


def test_who_is_sued_is_the_respondent(tmp_path: Path) -> None:
    acts = _acts(
        tmp_path,
        "EUROPEAN COURT OF HUMAN RIGHTS\n\nCASE OF PETROV v. LATVIA\n\n9 May 2017\n\nThe respondent State arrested the applicant in Riga.\n",
    )
    assert _party(acts, "arrested", "respondent") == ("LVA", "GOV")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The ruling in Chad v. Libya was welcomed.", [("Chad v. Libya", "TCD", "LBY")]),
        ("In The Democratic Republic of the Congo v. Republic of Uganda, judges", [("The Democratic Republic of the Congo v. Republic of Uganda", "COD", "UGA")]),
        ("In Bosnia and Herzegovina v. Serbia and Montenegro, it", [("Bosnia and Herzegovina v. Serbia and Montenegro", "BIH", "SCG")]),
        ("Hassan and Others v. the United Kingdom", [("Hassan and Others v. the United Kingdom", None, "GBR")]),
        ("Case Peru v. Chile Chile sued Peru", [("Peru v. Chile", "PER", "CHL")]),
        ("the Court of Appeal ruled in Peru v Chile", [("Peru v Chile", "PER", "CHL")]),
        ("In Kenya v. Somalia Judge Abraham dissented", [("Kenya v. Somalia", "KEN", "SOM")]),
        ("Peru vs Chile ended in a draw", []),
        ("version v. 2 of the text", []),
    ],
)
def test_names_of_cases_are_found(text: str, names: list[tuple[str, str | None, str | None]]) -> None:
    found = CaseNames(text, lambda words: RESOLVER.sightings(words, 0, 0)).names
    assert [(text[one.span.start : one.span.end], one.left, one.right) for one in found] == names


@pytest.mark.parametrize(
    "text",
    [
        "In Nepal v. Bhutan, the Court ordered Bhutan to release the monks.",
        "In Prosecutor v. Otieno, the Court ordered Bhutan to release the monks.",
        "In Dorji v. Nepal, the Court ordered Bhutan to release the monks.",
    ],
)
def test_a_case_is_no_place(tmp_path: Path, text: str) -> None:
    assert [m.place for m in _acts(tmp_path, f"Courts\n\n9 May 2017\n\n{text}\n") if m.trigger.text == "ordered"] == [None]


def test_a_case_is_no_party_but_who_sues_is(tmp_path: Path) -> None:
    acts = _acts(tmp_path, "Courts\n\n9 May 2017\n\nThe judgment in Nepal v. Bhutan was condemned by Oman. Togo instituted proceedings against Benin on Monday.\n")
    condemned, sued = (next(m for m in acts if m.trigger.text.startswith(word)) for word in ("condemned", "instituted"))
    assert "BTN" not in {p.country for p in condemned.recipients}
    assert ([p.country for p in sued.actors], [p.country for p in sued.recipients]) == (["TGO"], ["BEN"])


CLAUSES = ("Orders Latvia to release the applicant;", "Condemns the arrest of the applicant by Latvian police;")


@pytest.mark.parametrize(
    ("head", "stem", "expected"),
    [
        ("EUROPEAN COURT OF HUMAN RIGHTS", "FOR THESE REASONS, THE COURT, UNANIMOUSLY,", ("IGO", "JUD")),
        ("TRIAL CHAMBER II", "FOR THE FOREGOING REASONS, THE CHAMBER HEREBY", ("IGO", "JUD")),
        ("Resolution on Latvia", "The European Parliament,\n\n– having regard to its resolution of 4 April 2016,", ("EUR", "LEG")),
    ],
)
@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
def test_who_decides_acts_in_a_real_list_too(tmp_path: Path, head: str, stem: str, expected: tuple[str, str], suffix: str) -> None:
    lines = (head, "9 May 2017", *stem.split("\n\n"))
    if suffix == "html":
        text = f"<html><body><article>{''.join(f'<p>{line}</p>' for line in lines)}<ol>{''.join(f'<li>{one}</li>' for one in CLAUSES)}</ol></article></body></html>"
    else:
        text = "\n\n".join([*lines, *(f"{number}. {one}" for number, one in enumerate(CLAUSES, 1))]) + "\n"
    acts = [m for m in _acts(tmp_path, text, suffix) if m.trigger.text in {"Orders", "Condemns"}]
    assert [[(p.country, p.sector) for p in m.actors] for m in acts] == [[expected], [expected]]


def test_verbs_of_clauses_in_capitals_are_no_names(tmp_path: Path) -> None:
    text = "# Judgment\n\nTRIAL CHAMBER II\n\n9 May 2017\n\nFOR THESE REASONS, THE CHAMBER\n\n- CONVICTS Peter Otieno of murder;\n- ORDERS Kenya to release John Kamau.\n"
    acts = _acts(tmp_path, text, "md")
    assert [p.text for m in acts if m.trigger.text in {"CONVICTS", "ORDERS"} for p in m.recipients] == ["Peter Otieno", "Kenya"]


@pytest.mark.parametrize("money", ["EUR 6,000", "6,000 euros (EUR)", "CHF 6,000", "USD 6,000 (GBP 4,000)"])
def test_who_is_paid_by_order_of_a_european_court_is_not_of_the_union(tmp_path: Path, money: str) -> None:
    head = "EUROPEAN COURT OF HUMAN RIGHTS\n\nCASE OF VARGA v. HUNGARY\n\n9 May 2017"
    text = f"{head}\n\nThe Court cited the European Convention on Human Rights. Hungary was to pay the applicant {money}.\n"
    told = {(p.text, p.country) for m in _acts(tmp_path, text) for p in (*m.actors, *m.recipients)}
    assert told and "EUR" not in {code for _, code in told}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The European Convention on Human Rights binds Togo.", ["TGO"]), ("the European Social Charter", []), ("The European Union condemned Togo.", ["EUR", "TGO"]),
        ("European leaders met.", ["EUR"]), ("The Geneva Convention binds Togo.", ["TGO"]),
    ],
)  # fmt: skip
def test_a_treaty_is_not_of_the_union(text: str, codes: list[str]) -> None:
    assert [one.country for one in RESOLVER.sightings(text, 0, 0)] == codes


def test_a_case_that_is_but_cited_names_no_state(tmp_path: Path) -> None:
    text = "The detention was long (see Petrov v. Latvia [GC], no. 5826/03, and Kovac v. Slovakia, no. 75/04). In Varga v. Hungary the judges met."
    seen = RESOLVER.sightings(text, 0, 0)
    kept = CaseNames(text, lambda words: RESOLVER.sightings(words, 0, 0)).set_apart(seen)
    assert ([one.country for one in seen], [(one.country, one.where) for one in kept]) == (["LVA", "SVK", "HUN"], [("HUN", "")])


def test_a_court_that_holds_convicts_in_its_clauses(tmp_path: Path) -> None:
    clauses = ("Holds that there has been a violation of Article 3;", "Finds that Hungary has breached its obligations;", "Holds that there has been no violation of Article 5.")
    text = "\n\n".join(("EUROPEAN COURT OF HUMAN RIGHTS", "9 May 2017", "FOR THESE REASONS, THE COURT", *(f"{at}. {one}" for at, one in enumerate(clauses, 1))))
    told = [(m.type, m.modes, [p.country for p in m.actors], [p.country for p in m.recipients]) for m in _acts(tmp_path, text) if m.trigger.text in {"Holds", "Finds"}]
    assert told == [("SANCTION", ("convict",), ["IGO"], []), ("SANCTION", ("convict",), ["IGO"], ["HUN"])]
