"""Notes numbered "(1)" and notes with signs, typed with the text: what pairs them, and what brackets and stars stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from readtext import paragraphs
from test_pdf_layout import lines_of

from dateline.read import read
from dateline.read.pdf.footnotes import NoteReader, reader_of_list
from dateline.read.rawblocks import typed_opening
from dateline.types import Document

HEAD = "Water and Stone\n\nBy Marta Quispe\n3 April 2018\n\n"
NOTES = (
    'Ana Paz, "Chile Sues Bolivia", Reuters, 6 June 2016.',
    '"Peru Stays Out of the Quarrel", El Comercio, 8 June 2016.',
    '"Brazil Offers to Mediate", Folha de S.Paulo, 12 June 2016.',
)
CLAUSES = ("On 6 June 2016 Chile sued Bolivia", "Peru kept silent about it", "Brazil offered its good offices")
SIGNS = ("*", "†", "‡")


def pairs(document: Document) -> dict[str, list[str]]:
    """For each note the three words before each of its markers."""
    return {note.label: [" ".join(document.text[:at].split()[-3:]) for at in note.markers] for note in document.notes}


def listed(labels: Sequence[str], gap: str = "\n") -> str:
    return gap.join(f"{label} {note}" for label, note in zip(labels, NOTES, strict=False))


def as_html(text: str) -> str:
    parts = [part.replace("\n", "<br>") for part in text.split("\n\n")]
    return f"<html><body><article><h1>{parts[0]}</h1>" + "".join(f"<p>{part}</p>" for part in parts[1:]) + "</article></body></html>"


def as_markdown(text: str) -> str:
    return "# " + text.replace("3 April", "\n3 April")


ROUND = ("(1)", "(2)", "(3)")
FORMS = [("a.txt", str), ("a.md", as_markdown), ("a.html", as_html)]


@pytest.mark.parametrize(("name", "form"), FORMS)
@pytest.mark.parametrize("heading", ["Notes\n\n", ""])
@pytest.mark.parametrize("labels", [ROUND, ("1.", "2.", "3."), ("[1]", "[2]", "[3]")])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("text", ["{0}.(1) {1}.(2) {2}.(3)", "{0} (1). {1} (2). {2} (3).", "{0}. (1) {1}. (2) {2}. (3)", "{0} (1); {1} (2), and {2} (3)."])
def test_numbers_in_round_brackets(name: str, form: Callable[[str], str], heading: str, labels: Sequence[str], gap: str, text: str) -> None:
    document = read(form(HEAD + text.format(*CLAUSES) + "\n\n" + heading + listed(labels, gap)).encode(), input_id=name)
    said = pairs(document)
    assert {label: [re.sub(r"\W", "", words) for words in found] for label, found in said.items()} == {
        "1": ["Chilesued" + "Bolivia"], "2": ["silentaboutit"], "3": ["itsgoodoffices"]
    }  # fmt: skip
    assert not any("(" in one for one in paragraphs(document))
    assert len(document.sources) == 3


@pytest.mark.parametrize(("name", "form"), FORMS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_signs(name: str, form: Callable[[str], str], gap: str) -> None:
    text = " ".join(f"{clause}.{sign}" for clause, sign in zip(CLAUSES, SIGNS, strict=True))
    document = read(form(HEAD + text + "\n\n" + listed(SIGNS, gap)).encode(), input_id=name)
    assert pairs(document) == {"*": ["Chile sued Bolivia."], "†": ["silent about it."], "‡": ["its good offices."]}
    assert len(document.sources) == 3


def test_signs_that_begin_anew_go_with_the_note_below_them() -> None:
    page = "{0}.* {1}.†\n\n* {3}\n\n† {4}\n\n{2}.*\n\n* {5}\n".format(*CLAUSES, *NOTES)
    assert pairs(read((HEAD + page).encode(), input_id="a.txt")) == {
        "*": ["Chile sued Bolivia."], "†": ["silent about it."], "* (2)": ["its good offices."]
    }  # fmt: skip


def test_several_markers_of_one_sign_and_stars_in_row() -> None:
    text = "Serbia recalled its envoy from Kosovo* on 6 June 2016. Albania praised Kosovo*.** Greece kept silent.\n\n"
    notes = "* This designation is without prejudice to positions on status.\n** Koha Ditore, 8 June 2016."
    found = pairs(read((HEAD + text + notes).encode(), input_id="a.txt"))
    assert {label: len(places) for label, places in found.items()} == {"*": 2, "**": 1}


def test_a_star_at_the_authors_name() -> None:
    text = HEAD.replace("Quispe", "Quispe*") + f"{CLAUSES[0]}.[1]\n\n* The author is a fellow at the Institute for River Law.\n\n[1] {NOTES[0]}\n"
    document = read(text.encode(), input_id="a.txt")
    assert document.authors == ("Marta Quispe",)
    assert {label: len(places) for label, places in pairs(document).items()} == {"*": 1, "1": 1}


def test_a_marker_without_a_note_is_told() -> None:
    text = "{}.(1) {}.(2) {}.(3)\n\n".format(*CLAUSES) + listed(ROUND[:2])
    assert [one.code for one in read((HEAD + text).encode(), input_id="a.txt").problems] == ["W104"]


@pytest.mark.parametrize(
    "text",
    [
        # an enumeration in the text, notes in another form
        "Chile asked (1) that the court hear it, (2) that Bolivia pay, and (3) that Peru keep out.[1] Peru kept silent.[2]\n\n[1] {0}\n\n[2] {1}",
        # the same with a list of notes under a heading
        "Chile asked (1) that the court hear it, (2) that Bolivia pay, and (3) that Peru keep out. It won.\n\nNotes\n\n1. {0}\n2. {1}\n3. {2}",
        # articles of a law
        "Chile cited Article 5(1). Bolivia cited paragraph (2). Peru cited Article 3 (3).\n\nNotes\n\n1. {0}\n2. {1}\n3. {2}",
        # the numbered paragraphs of a treaty
        "(1) The Parties shall cease fire by 6 June 2016.\n\n(2) They shall exchange prisoners in 2017.\n\n(3) They shall report on it in 2018.",
        # a list of points with stars, emphasis
        "Chile wants three things.*Nothing* else counts.\n\n* a hearing in 2016\n* a ruling in 2017\n* a road in 2018",
        # a figure
        "Chile sent 12 (1) ships and Peru 14 (2) ships in 2016, as in the year before.",
    ],
)  # fmt: skip
@pytest.mark.parametrize(("name", "form"), FORMS)
def test_other_brackets_and_stars_stay(text: str, name: str, form: Callable[[str], str]) -> None:
    document = read(form(HEAD + text.format(*NOTES)).encode(), input_id=name)
    marked = [label for label, places in pairs(document).items() if places and "[1]" not in text]
    assert marked == []
    assert sum(one.count("(") for one in paragraphs(document)) == re.sub(r"\{\d\}", "", text).count("(")


def test_markdown_emphasis_and_lone_bullets_are_no_notes() -> None:
    text = "# Water and Stone\n\nChile was *right*. Peru was **wrong**.\n\n* One point, made on 6 June 2016.\n\n*The author is a fellow.*\n"
    document = read(text.encode(), input_id="a.md")
    assert (document.notes, "One point, made on 6 June 2016." in paragraphs(document)) == ((), True)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("(12) El Comercio", ("12", 5)),
        ("\\* Ibid.", ("*", 3)),
        ("** Ibid.", ("**", 3)),
        ("* * *", ("*", 2)),
        ("*Lima* agreed.", None),
        ("**Lima** agreed.", None),
        ("12 ships", None),
    ],
)
def test_typed_openings(line: str, found: tuple[str, int] | None) -> None:
    assert typed_opening(line) == found


class TestPdf:
    def test_signs_raised_or_not_open_notes_on_each_page(self) -> None:
        reader = NoteReader()
        first = lines_of((40, 60, "* Reuters, 6 June 2016.", 8), (40, 50, "† El Comercio, 8 June 2016.", 8))
        second = lines_of((40, 60, "* Folha, 12 June 2016.", 8))
        assert [note.label for zone in (first, second) for note in reader.read(zone)] == ["*", "†", "*"]

    def test_a_wrapped_day_below_a_sign_opens_no_note(self) -> None:
        lines = lines_of((40, 60, "* Ana Paz, Chile Sues Bolivia, Reuters,", 8), (40, 50, "2 June 2016, page 3.", 8))
        assert [note.label for note in NoteReader().read(lines)] == ["*"]

    def test_numbers_after_the_authors_star(self) -> None:
        lines = lines_of((40, 60, "* Fellow at the Institute.", 8), (40, 50, "1. Reuters, 6 June 2016.", 8), (40, 40, "2. El Comercio, 8 June 2016.", 8))
        assert [note.label for note in NoteReader(marked={"1", "2"}).read(lines)] == ["*", "1", "2"]

    def test_round_brackets_under_a_heading_need_no_marker(self) -> None:
        lines = lines_of((40, 60, "(1) Reuters, 6 June 2016.", 8), (40, 50, "(2) El Comercio, 8 June 2016.", 8), (40, 40, "(4) Folha, 12 June 2016.", 8))
        assert [note.label for note in reader_of_list(lines).read(lines)] == ["1", "2", "4"]
