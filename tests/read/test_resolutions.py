"""Resolutions: each clause of the preamble and each paragraph stands alone, and the body that adopts is the publisher."""

from __future__ import annotations

import pytest

from dateline.adopters import adopter, parts_clauses
from dateline.read import read
from dateline.types import BlockKind, Document

CLAUSES = (
    "The General Assembly,",
    "Recalling its resolution of 12 March 2019 on the strait and the statement of its President of 4 April 2019,",
    "Deeply concerned at the seizure of two fishing vessels by the coast guard of Oceania on 2 May 2019,",
    "Having considered the report of the Secretary-General on the passage of ships through the strait,",
    "1. Condemns the seizure of the vessels;",
    "2. Demands that the authorities release the crews without delay;",
    "3. Decides to remain seized of the matter.",
)
PLAIN = [clause.removeprefix(f"{number}. ") for number, clause in zip((0, 0, 0, 0, 1, 2, 3), CLAUSES, strict=True)]


def document_of(head: str) -> Document:
    return read("\n\n".join((head, *CLAUSES)).encode(), input_id="a.txt")


HEADS = {
    "United Nations          A/RES/73/999 (2019)\n\nGeneral Assembly          Distr.: General\n"
    "                          9 May 2019\n\nResolution 73/999": "United Nations General Assembly",
    "United Nations\n\nA/RES/73/999\n\nGeneral Assembly\n\nDistr.: General\n\n9 May 2019\n\nResolution 73/999": "United Nations General Assembly",
    "Resolution 73/999\n\nAdopted by the General Assembly at its 94th meeting, on 9 May 2019": "General Assembly",
}


@pytest.mark.parametrize("head", HEADS)
def test_each_clause_is_a_paragraph(head: str) -> None:
    document = document_of(head)
    assert [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH] == PLAIN
    assert (document.title, document.publisher, str(document.published)) == ("Resolution 73/999", HEADS[head], "2019-05-09")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Whereas the parties signed an armistice on 3 June 1998;", "Whereas they have not kept it;"),
        ("Having regard to the Treaty on European Union,", "Having regard to the opinion of the Parliament,"),
        ("GUIDED by the Constitutive Act of the Union,", "RECALLING its decision of May 2012,"),
        ("The Peace and Security Council,", "Gravely concerned at the coup,"),
        ("Calls upon the parties to lay down their arms, and", "Requests the Chair to report on it;"),
    ],
)
def test_clauses(before: str, after: str) -> None:
    assert parts_clauses(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Speaking in Oslo after a day of talks with the foreign ministers of the Baltic states,", "Lavrov said that they had failed."),
        ("Recalling the attack of 2 May on the harbour and the three ships that were sunk there,", "President Moon asked for an inquiry."),
        ("The ministers of Norway, Sweden,", "Denmark and Iceland protested."),
        ("Condemns the attack;", "and demands that it end"),
    ],
)
def test_sentences_that_are_cut(before: str, after: str) -> None:
    assert not parts_clauses(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("3. Requests the Chairperson to report by 15 April 2019; and", "4. Imposes an embargo on Oceania."),
        ("(b) Requests the Chairperson to report to it by 15 April 2019, and", "(c) Dispatches a mission to the strait."),
        ("The Court of Justice:", "Orders Oceania to release the crews;"),
        ("In its Order, which is binding, the Court", "(1) By nine votes to six,"),
    ],
)
def test_clauses_of_other_forms(before: str, after: str) -> None:
    assert parts_clauses(before, after)


def test_the_last_clause_but_one_does_not_take_in_the_last() -> None:
    words = (
        "The Council of Baltic States,", "1. Condemns the seizure of the two vessels by Oceania;",
        "2. Requests its Chair to report to the members by 15 April 2019; and", "3. Dispatches observers to the strait.",
    )  # fmt: skip
    document = read("\n\n".join(("Resolution 12 (2019)", "4 May 2019", *words)).encode(), input_id="a.txt")
    told = [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert [word.lstrip("0123456789. ") for word in told] == [word.lstrip("0123456789. ") for word in words]
    assert document.publisher == "Council of Baltic States"


def test_a_bodys_name_above_other_text_stays_a_line_of_the_head() -> None:
    words = ("The strait", "The Council of Baltic States", "4 May 2019", "Two vessels were seized in the strait by the coast guard of Oceania on 2 May, officials said.")
    document = read("\n\n".join(words).encode(), input_id="a.txt")
    assert "The Council of Baltic States" not in [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH]


RECITALS = ("having regard to its resolution of 4 April 2019,", "having regard to the raid of 2 May 2019 by the coast guard of Oceania,")


@pytest.mark.parametrize("mark", ["– ", "— ", "- ", "* ", "• "])
def test_recitals_behind_dashes_stay_apart(mark: str) -> None:
    words = ("# Resolution on the strait", "The European Parliament,", *(mark + one for one in RECITALS), "A. whereas Oceania seized a vessel;", "1. Condemns the raid;")
    document = read("\n\n".join(words).encode(), input_id="a.md")
    told = [document.slice(block.span).lstrip("–—-*• ") for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert told == ["The European Parliament,", *RECITALS, "A. whereas Oceania seized a vessel;", "Condemns the raid;"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("FOR THESE REASONS, THE COURT", BlockKind.PARAGRAPH),
        ("For the foregoing reasons, the Tribunal unanimously", BlockKind.PARAGRAPH),
        ("On those grounds, the Court (Grand Chamber) hereby", BlockKind.PARAGRAPH),
        ("FOR THESE REASONS", BlockKind.HEADING),
        ("After the raid, the Court", BlockKind.HEADING),
    ],
)
def test_who_decides_is_no_heading(line: str, kind: BlockKind) -> None:
    lead = "The vessel lay in the harbour of Oceania for nine days before its crew was released by the coast guard and went home."
    document = read(f"# Judgment\n\n{lead}\n\n## {line}\n\n1. Orders Oceania to pay;\n2. Dismisses the claim.\n".encode(), input_id="a.md")
    assert [block.kind for block in document.blocks if document.slice(block.span) == line] == [kind]


def test_how_a_court_decides_is_no_part_of_its_name() -> None:
    lines = ("FOR THESE REASONS, THE COURT, UNANIMOUSLY,", "For these reasons, the Tribunal, by six votes to one,", "On those grounds, the Court (Sixth Chamber) hereby:")
    assert [line[name.start : name.end] for line in lines if (name := adopter(line)) is not None] == ["COURT", "Tribunal", "Court"]


@pytest.mark.parametrize("item", ["", "- ", "1. "])
def test_what_a_court_found_goes_on_below_its_verb(item: str) -> None:
    words = ("The Court held, by five votes to two, that there had been:", "a violation of Article 3 (torture) of the Convention.", "The ship lay in Riga for nine days.")
    document = read("\n\n".join(("# Judgment", words[0], item + words[1], words[2])).encode(), input_id="a.md")
    told = [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert told == [f"{words[0]} {words[1]}", words[2]]


@pytest.mark.parametrize(("before", "after"), [("In the town there were:", "Two ships in the harbour."), ("The Court held that:", "a violation of Article 3 was proved.")])
def test_other_lists_stay_lists(before: str, after: str) -> None:
    document = read(f"# Judgment\n\n{before}\n\n- {after}\n\nThe ship lay in Riga for nine days.\n".encode(), input_id="a.md")
    assert after in [document.slice(block.span) for block in document.blocks]
