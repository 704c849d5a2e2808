"""Entries of chronicles, numbered paragraphs and figures at the head of a sentence are no notes; real notes that begin with a date are."""

from __future__ import annotations

import pytest
from readtext import paragraphs

from dateline.read import read
from dateline.types import Document

NOTES = """
Notes

[1] "Clashes in Osh", Reuters, 12 June 2010.

[2] "Roza Otunbayeva sworn in", BBC News, 3 July 2010.

[3] Interview with a former official, Bishkek, 4 May 2011.
"""


def notes(document: Document) -> dict[str, str]:
    return {one.label: document.text[one.span.start : one.span.end] for one in document.notes}


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize(
    "entry",
    [
        "2 July 2010: Roza Otunbayeva takes the oath of office in Bishkek",
        "3 May 2011 - Kyrgyzstan signs an agreement with Russia on the base at Kant",
        "1 June — Gangs attack Uzbek quarters of Osh, as in 1990",
        "3 August, 2010. Police arrest a former minister in Bishkek",
        "2-4 April 2010: Protesters storm the government house",
        "3. June 2010: Uzbekistan opens its border to refugees",
        "2nd October 2010: Parties of the opposition win the election",
        "3 Uzbek policemen were killed in Osh on 11 June 2010",
        "2. In July 2010 Kazakhstan closed the border with Kyrgyzstan",
    ],
)
def test_an_entry_that_begins_with_a_number_is_no_note_of_that_number(entry: str, suffix: str) -> None:
    text = f"# Kyrgyzstan\n\nMobs killed hundreds of people in Osh.[1] A new president took office.[2] Officials resigned.[3]\n\n{entry}.\n{NOTES}"
    document = read(text.encode(), input_id=f"a.{suffix}")
    assert any(entry.removeprefix("3. ").removeprefix("2. ") in one for one in paragraphs(document))
    assert sorted(notes(document)) == ["1", "2", "3"]
    assert all(one.markers for one in document.notes)


def test_entries_on_lines_that_no_blank_line_parts_are_paragraphs() -> None:
    lines = [
        "4 May 2019: Gaza militants fire rockets at Israel.[1]",
        "5 May 2019: Israel kills a commander of Hamas.",
        "6 May 2019: A ceasefire takes hold.[2]",
    ]
    document = read(
        ("Four days in Gaza\n\n" + "\n".join(lines) + "\n\nNotes\n\n1. Reuters, 4 May 2019.\n2. BBC News, 6 May 2019.\n").encode(), input_id="a.txt"
    )
    assert paragraphs(document) == [line.replace("[1]", "").replace("[2]", "") for line in lines]
    assert [one.label for one in document.notes] == ["1", "2"]


@pytest.mark.parametrize(
    "note", ["3 June 2019, interview with a rebel officer, Khartoum.", "3 June 2019 communiqué of the Sudanese army, on file with the author."]
)
def test_a_note_that_begins_with_a_month_behind_the_note_before_it_is_a_note(note: str) -> None:
    text = f"Talks in Juba\n\nThe army met the rebels.[1] They signed a truce.[2] It held for a week.[3]\n\nNotes\n\n1 Reuters, 1 June 2019.\n2 BBC News, 2 June 2019.\n{note}\n"
    document = read(text.encode(), input_id="a.txt")
    assert notes(document)["3"] == note.removeprefix("3 ")
    assert paragraphs(document) == ["The army met the rebels. They signed a truce. It held for a week."]


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("opening", ["{}. ", "[{}] ", "{} "])
def test_numbered_references_that_end_a_text_without_a_heading_are_notes_and_said_to_have_no_marker(opening: str, suffix: str) -> None:
    references = [
        'Reuters, "Iran attacks US bases", January 8, 2020.',
        'Ali Vaez, "Iran strikes back", Foreign Affairs, 9 January 2020, https://www.foreignaffairs.com/a.',
        "BBC News. Soleimani killed in Baghdad. 3 January 2020.",
    ]
    listed = "\n\n".join(opening.format(number) + one for number, one in zip((1, 3, 4), references, strict=True))
    text = f"Iran and the United States\n\nAmerican drones killed Qassem Soleimani in Baghdad.\n\nIran fired missiles at two bases.\n\n{listed}\n"
    document = read(text.encode(), input_id=f"a.{suffix}")
    assert paragraphs(document)[-1] == "Iran fired missiles at two bases."
    assert [one.label for one in document.notes] == ["1", "3", "4"]
    assert len([one for one in document.problems if one.code == "W103"]) == 3


def test_a_numbered_list_of_acts_at_the_end_is_text() -> None:
    acts = [
        "On 3 January 2020 the United States killed Soleimani in Baghdad.",
        'On 8 January 2020 Iran fired missiles and said that "the slap was a first step".',
        "Iraq asked American troops to leave on 5 January 2020.",
    ]
    text = "Iran and the United States\n\nThree steps led to the brink.\n\n" + "\n\n".join(f"{n}. {one}" for n, one in enumerate(acts, 1))
    document = read(text.encode(), input_id="a.md")
    assert not document.notes
    assert all(any(act in one for one in paragraphs(document)) for act in acts)


@pytest.mark.parametrize("dash", ["-", "–", "—"])
@pytest.mark.parametrize("end", [".", ""])
def test_short_entries_of_a_chronicle_are_text_and_no_masthead(dash: str, end: str) -> None:
    told = ("5 June 2017: Bahrain cut its ties with Qatar", "3 July 2017: Qatar rejected the demands of Bahrain", "30 August 2017: Kuwait asked Bahrain for talks")
    entries = [one.replace(":", f" {dash}") + end for one in told]
    for text in ("Timeline of the crisis\n\n" + "\n".join(entries), "# Timeline of the crisis\n\n" + "\n\n".join(entries)):
        document = read(f"{text}\n".encode(), input_id="a.md" if text.startswith("#") else "a.txt")
        assert paragraphs(document) == entries
        assert document.published is None
    page = f"<h1>Timeline of the crisis</h1>{''.join(f'<p>{one}</p>' for one in entries)}"
    document = read(f"<html><body>{page}</body></html>".encode(), input_id="a.html")
    assert paragraphs(document) == entries
    assert document.published is None


def test_a_single_dated_sentence_under_the_title_is_text() -> None:
    document = read(b"Gulf crisis\n\n5 June 2017 - Bahrain cut its ties with Qatar.\n\nQatar protested at once.\n", input_id="a.txt")
    assert paragraphs(document)[0].endswith("cut its ties with Qatar.")


def test_entries_behind_a_bullet_are_not_glued_to_it() -> None:
    entries = ["Kuwait's emir delivers the reply.", "10 July 2017 - Tillerson visits Doha.", "24 August 2017 - Qatar names an envoy."]
    text = "Gulf crisis\n\n3 July 2017 - Qatar rejects the demands.\n   - " + "\n".join(entries)
    document = read(text.encode(), input_id="a.txt")
    assert paragraphs(document)[1:] == entries
