"""Faults of the notes themselves: back references, pages, dates, authors, older works, swapped notes; and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from making_audit import audited, markdown

from dateline.audit.findings import FindingKind, Standing
from dateline.pipeline import Pipeline

EXPELS = ("Kenya expelled two envoys of Uganda.", "“Kenya Expels Two Ugandan Envoys,” Reuters, May 3, 2024.")


@pytest.mark.parametrize(
    ("kind", "pairs", "message"),
    [
        ("comment_note", [("Kenya expelled two envoys.", "Ibid."), EXPELS], "note 1 refers to nothing: no source stands before “Ibid.”"),
        ("comment_note", [EXPELS, ("Uganda protested.", "Okello, op. cit., p. 9.")], "note 2 refers to nothing: no earlier note cites a work of “Okello”"),
        ("pages", [EXPELS, ("Uganda protested.", "Ann Okello, *Border Rows* (Nairobi: Jubilee, 2020), pp. 59–31.")], "note 2 cites pages that run backwards: 59–31"),
        (
            "source_date",
            [EXPELS, ("Kenya shut its consulate.", "“Kenya Expels Two Ugandan Envoys,” Reuters, May 9, 2024.")],
            "notes 1 and 2 cite one article with two dates: 2024-05-03 and 2024-05-09",
        ),
        (
            "author",
            [("As Wanjiru shows, Kenya expelled two envoys.", "Ann Okello, “Kenya Expels Two Envoys,” Reuters, May 3, 2024.")],
            "the text names “Wanjiru” as the source, note 1 cites Ann Okello",
        ),
        (
            "date",
            [("Kenya expelled two envoys of Uganda in May 2023.", "Ann Okello, *Border Rows* (Nairobi: Jubilee, 2020), p. 31.")],
            "the text says “in May 2023”, but the work appeared in 2020",
        ),
    ],
)
def test_faults(kind: str, pairs: list[tuple[str, str]], message: str, pipeline: Pipeline, tmp_path: Path) -> None:
    assert message in [one.message for one in audited(tmp_path, markdown(pairs), pipeline).of_kind(FindingKind(kind))]


@pytest.mark.parametrize(
    ("kind", "pairs"),
    [
        ("comment_note", [EXPELS, ("Uganda protested.", "Ibid., p. 4.")]),
        ("pages", [EXPELS, ("Uganda protested.", "Ann Okello, *Border Rows* (Nairobi: Jubilee, 2020), pp. 159–63.")]),
        ("pages", [EXPELS, ("Uganda protested.", "Ann Okello, *Border Rows* (Nairobi: Jubilee, 2020), pp. 31–59.")]),
        ("source_date", [EXPELS, ("Kenya shut its consulate.", "“Kenya Expels Two Ugandan Envoys,” The Guardian, May 9, 2024.")]),
        ("source_date", [(text, f"“Kenya and Uganda Shut Border: Live Updates,” Reuters, May {day}, 2024.") for day, text in ((3, "Kenya spoke."), (4, "Uganda did."))]),
        ("author", [("As Okello shows, Kenya expelled two envoys.", "Ann Okello, “Kenya Expels Two Envoys,” Reuters, May 3, 2024.")]),
        ("author", [("As Kampala notes, Kenya expelled two envoys.", "Ann Okello, “Kenya Expels Two Envoys,” Reuters, May 3, 2024.")]),
        ("author", [("As Reuters reports, Kenya expelled two envoys.", "Ann Okello, “Kenya Expels Two Envoys,” Reuters, May 3, 2024.")]),
        ("author", [("As Ruto noted, Kenya expelled two envoys.", "Ann Okello, “Kenya Expels Two Envoys,” Reuters, May 3, 2024.")]),
        ("author", [("The minister, Wanjiru, spoke. As Wanjiru noted, Kenya expelled two envoys.", "Ann Okello, “Kenya Expels Two Envoys,” Reuters, May 3, 2024.")]),
        ("date", [("Kenya expelled two envoys of Uganda in May 2019.", "Ann Okello, *Border Rows* (Nairobi: Jubilee, 2020), p. 31.")]),
        ("date", [("In May 2023 Kenya expelled two envoys, a classic step of coercion.", "Ann Okello, *Border Rows* (Nairobi: Jubilee, 2020), p. 31.")]),
        ("date", [("Kenya expelled two envoys in May 2023, as Okello would have predicted.", "Ann Okello, *Border Rows* (Nairobi: Jubilee, 2020), p. 31.")]),
        ("date", [("In May 2023 Kenya expelled two envoys of Uganda.", "Ann Okello, *On Power* (Nairobi: Jubilee, 1996), p. 31.")]),
    ],
)  # fmt: skip
def test_no_faults(kind: str, pairs: list[tuple[str, str]], pipeline: Pipeline, tmp_path: Path) -> None:
    assert not audited(tmp_path, markdown(pairs), pipeline).of_kind(FindingKind(kind))


def test_what_has_since_happened_is_no_matter_of_an_older_book(pipeline: Pipeline, tmp_path: Path) -> None:
    book = "Ann Okello, *Border Rows* (Nairobi: Jubilee, 2020), p. 31."
    before = ("In May 2023 Kenya expelled two envoys of Uganda.", "“Kenya Expels Two Ugandan Envoys,” Reuters, May 3, 2023.")
    found = audited(tmp_path, markdown([before, ("Uganda has since closed its border with Kenya.", book)]), pipeline).of_kind(FindingKind.DATE)
    assert [(one.note, one.message) for one in found] == [("2", "the text says “has since” (after 2023), but the work appeared in 2020")]
    assert not audited(tmp_path, markdown([before, ("Uganda had closed its border with Kenya.", book)]), pipeline).of_kind(FindingKind.DATE)


def test_swapped_notes_are_told_as_a_swap(pipeline: Pipeline, tmp_path: Path) -> None:
    released = ("Uganda released thirty Kenyan prisoners.", "“Uganda Frees Thirty Kenyan Prisoners,” Reuters, May 3, 2024.")
    closed = ("Ghana closed its market for Togolese cement.", "“Ghana Shuts Market for Cement from Togo,” Reuters, May 3, 2024.")
    swapped = audited(tmp_path, markdown([(released[0], closed[1]), (closed[0], released[1])]), pipeline)
    assert [one.message for one in swapped.findings] == [
        "notes 1 and 2 seem swapped: the headline of note 2 tells what this sentence tells",
        "notes 1 and 2 seem swapped: the headline of note 1 tells what this sentence tells",
    ]
    assert not audited(tmp_path, markdown([released, closed]), pipeline).findings


def test_notes_at_one_place_bear_out_one_another(pipeline: Pipeline, tmp_path: Path) -> None:
    sentence = "Kenya freed a Ugandan pilot in May 2023, and on 5 August 2023 Uganda opened its border to Kenya."
    early, late = "“Kenya Frees Ugandan Pilot,” Reuters, May 13, 2023.", "“Uganda Opens Border to Kenya,” Reuters, August 6, 2023."
    together = markdown([(sentence + "[^2]", early), ("Ghana spoke.", late)]).replace("Ghana spoke.[^2]", "")
    assert not audited(tmp_path, together, pipeline).of_kind(FindingKind.DATE)
    assert [one.note for one in audited(tmp_path, markdown([(sentence, early)]), pipeline).of_kind(FindingKind.DATE)] == ["1"]


def test_another_note_of_the_sentence_is_named(pipeline: Pipeline, tmp_path: Path) -> None:
    sentences = [
        ("On 5 August 2023 Uganda opened its border to Kenya", "“Uganda, Kenya Talk of Border,” Reuters, May 13, 2023."),
        ("and Kenya freed a Ugandan pilot.", "“Kenya Frees Ugandan Pilot,” Reuters, August 16, 2023."),
    ]
    [found] = audited(tmp_path, markdown(sentences), pipeline).of_kind(FindingKind.DATE)
    assert found.message.endswith("; note 2 of the same sentence may cover it")


def test_what_was_left_undone_needs_no_source(pipeline: Pipeline, tmp_path: Path) -> None:
    undated = audited(tmp_path, markdown([EXPELS]).replace("\n\n[^1]:", " Uganda did not expel any Kenyan envoys.\n\n[^1]:"), pipeline)
    dated = audited(tmp_path, markdown([EXPELS]).replace("\n\n[^1]:", " On 9 May 2024 Uganda did not expel any Kenyan envoys.\n\n[^1]:"), pipeline)
    assert undated.standing[Standing.UNSOURCED] == 0 and undated.standing[Standing.ASIDE] == 1
    assert dated.standing[Standing.UNSOURCED] == 1


NAMED = ("Uganda protested.", "Charter of the East African Bloc, art. 12.")
OKELLO = ("Kenya shut its consulate.", "Ann Okello, “Kenya Shuts Kampala Consulate,” Daily Nation, May 5, 2024.")


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ([EXPELS, NAMED, ("Uganda recalled its envoy.", "Ibid., art. 14.")], "note 3 refers to note 2, in which no source was read"),
        ([EXPELS, NAMED, ("Uganda recalled its envoy.", "See id. at 14.")], "note 3 refers to note 2, in which no source was read"),
        ([EXPELS, NAMED, ("Uganda recalled its envoy.", "Charter, supra note 2, art. 14.")], "note 3 refers to note 2, in which no source was read"),
        ([EXPELS, OKELLO, ("Uganda recalled its envoy.", "Okello, supra note 1.")], "note 3 refers to “Okello” in note 1, which does not name it; note 2 does"),
        ([EXPELS, OKELLO, ("Uganda recalled its envoy.", "Wanjiru (n 2) 14.")], "note 3 refers to “Wanjiru” in note 2, which does not name it"),
        ([EXPELS, OKELLO, ("Uganda recalled its envoy.", "Okello, supra note 9.")], "note 3 refers to nothing: no note 9 stands before it"),
        ([EXPELS, OKELLO, ("Uganda recalled its envoy.", "Okello, supra note 2; Wanjiru, supra note 1.")], "note 3 refers to “Wanjiru” in note 1, which does not name it"),
    ],
)
def test_references_that_no_source_answers(pairs: list[tuple[str, str]], message: str, pipeline: Pipeline, tmp_path: Path) -> None:
    assert message in [one.message for one in audited(tmp_path, markdown(pairs), pipeline).of_kind(FindingKind.COMMENT_NOTE)]


@pytest.mark.parametrize(
    "note",
    ["Okello, supra note 2, at 7.", "Ann Okello (n 2) 7.", "Okello, Kenya Shuts Consulate, supra note 2.", "See supra note 2.", "Daily Nation, supra note 2.", "Ibid."],
)
def test_references_that_are_answered(note: str, pipeline: Pipeline, tmp_path: Path) -> None:
    audit = audited(tmp_path, markdown([EXPELS, OKELLO, ("Kenya also closed its border.", note)]), pipeline)
    assert not audit.of_kind(FindingKind.COMMENT_NOTE)
    assert audit.document.sources[-1].title == "Kenya Shuts Kampala Consulate"


def test_the_note_that_the_reference_itself_points_to_is_named(pipeline: Pipeline, tmp_path: Path) -> None:
    expelled = ("On 9 June 2024 Kenya expelled an envoy.", "See id. at 4; Reuters, supra note 1.")
    pairs = [EXPELS, OKELLO, expelled, ("On 3 March 2024 Kenya shut its consulate.", "Okello, supra note 2.")]
    audit = audited(tmp_path, markdown(pairs), pipeline)
    told = [one.message.rpartition("; ")[2] for one in audit.findings if "points to" in one.message]
    assert told and all(one in {"“id.” in note 3 points to note 2", "“supra note 1” in note 3 points to note 1", "“supra note 2” in note 4 points to note 2"} for one in told)


def test_a_comment_is_no_reference_to_nothing(pipeline: Pipeline, tmp_path: Path) -> None:
    found = audited(tmp_path, markdown([EXPELS, ("Uganda protested.", "ID cards were needed at that time.")]), pipeline).of_kind(FindingKind.COMMENT_NOTE)
    assert [one.message for one in found] == ["note 2 was read as a comment: it cites no source"]


@pytest.mark.parametrize(
    ("note", "named"),
    [
        ("The curbs on Ugandan trucks were also lifted, according to the ministry.", "according to the ministry"),
        ("A spokesman for the presidency said that the sum was agreed.", "A spokesman for the presidency said"),
        ("Kampala gave its view in a letter to the African Union dated 6 March 2021.", "a letter to the African Union dated 6"),
        ("The two sides have never published the full text.", None),
        ("The ministry was moved to Jinja in that year.", None),
    ],
)
def test_a_comment_that_names_its_source_in_words_is_told_apart(note: str, named: str | None, pipeline: Pipeline, tmp_path: Path) -> None:
    [found] = audited(tmp_path, markdown([EXPELS, ("Uganda protested.", note)]), pipeline).of_kind(FindingKind.COMMENT_NOTE)
    assert ("in words only" in found.message) is (named is not None)
    assert named is None or f"“{named}”" in found.message


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("Chile sued Peru over its tests.", "Atomic Tests (Chile v. Peru), Order of 4 May 1999, I.C.J. Reports 1999, p. 3."),
        ("The court ordered Peru to try the general in 2014.", "Duty to Prosecute (Chile v. Peru), Judgment, I.C.J. Reports 2014, p. 3."),
    ],
)
def test_the_name_of_a_case_is_no_headline_and_a_court_is_an_origin(sentence: str, note: str, pipeline: Pipeline, tmp_path: Path) -> None:
    audit = audited(tmp_path, markdown([(sentence, note)]), pipeline)
    assert not audit.findings
    assert [one.publisher for one in audit.document.sources] == ["ICJ"]


def test_the_parties_of_a_case_are_compared(pipeline: Pipeline, tmp_path: Path) -> None:
    pairs = [("Ghana sued Togo over the fence.", "Fence on the Volta (Ghana v. Togo), Order of 4 May 2019, I.C.J. Reports 2019, p. 3.")]
    assert not audited(tmp_path, markdown(pairs), pipeline).findings
