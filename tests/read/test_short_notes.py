"""Notes that cite in short what the bibliography has in full."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from dateline.read import read
from dateline.read.assemble import assemble
from dateline.read.citation_short import Work
from dateline.read.citations import parse_note
from dateline.types import Document, Source

ENTRIES = (
    'Haddad, Rana. "Jordan Reopens the Nassib Crossing with Syria." *The National*, September 29, 2021.',
    "Human Rights Watch. *They Took My Son: Arrests in Daraa*. New York: Human Rights Watch, 2019.",
    'Van der Meer, Joost, and Lina Aziz. 2020a. "The Price of a Border." *Middle East Policy* 27, no. 2: 33–51.',
    "———. 2020b. *Walls of Sand*. London: Hurst.",
    "———. *Sand and Salt*. London: Hurst, 2014.",
    '"Amman Recalls Its Envoy from Tehran." *Jordan Times*, April 18, 2016.',
)


def works() -> list[Work]:
    found: list[Work] = []
    for entry in ENTRIES:
        source = parse_note(entry.replace("*", ""), earlier=tuple(one.source for one in found))[0]
        found.append(Work.of(source, entry))
    return found


def cited(note: str) -> list[tuple[str | None, str | None]]:
    return [(source.title and source.title[:12], source.pages) for source in parse_note(note, works=works())]


@pytest.mark.parametrize(
    ("note", "title", "pages"),
    [
        ("Haddad, “Jordan Reopens.”", "Jordan Reope", None),
        ("See Haddad, “Jordan Reopens Nassib,” 4.", "Jordan Reope", "4"),
        ("Haddad 2021.", "Jordan Reope", None),
        ("Haddad (2021, 4).", "Jordan Reope", None),
        ("Haddad, 4.", "Jordan Reope", "4"),
        ("Haddad 2021, 4. Damascus denied it.", "Jordan Reope", "4"),
        ("Human Rights Watch, They Took My Son, 12–13.", "They Took My", "12–13"),
        ("HRW 2019: 12.", "They Took My", "12"),
        ("Van der Meer and Aziz, “Price of a Border,” 40.", "The Price of", "40"),
        ("Van der Meer et al. 2020a, 40.", "The Price of", "40"),
        ("Van der Meer and Aziz, Sand and Salt, 9.", "Sand and Sal", "9"),
        ("Van der Meer and Aziz 2020b.", "Walls of San", None),
        ("“Amman Recalls Its Envoy.”", "Amman Recall", None),
        ("“Amman Recalls Its Envoy,” Jordan Times.", "Amman Recall", None),
    ],
)
def test_a_short_note_means_the_entry(note: str, title: str, pages: str | None) -> None:
    found = cited(note)
    assert [one[0] for one in found] == [title]
    assert pages is None or found[0][1] == pages


def test_several_short_notes_are_several_sources() -> None:
    assert [one[0] for one in cited("Haddad, “Jordan Reopens”; HRW 2019; cf. Van der Meer and Aziz, “Price,” 35.")] == ["Jordan Reope", "They Took My", "The Price of"]


@pytest.mark.parametrize(
    "note",
    [
        "Haddad 2019.",
        "Haddad, “Jordan Closes.”",
        "Sayed, “Jordan Reopens.”",
        "Haddad wrote this in Amman.",
        "The crossing was closed from 2015 to 2021.",
        "“Amman Recalls” is how one paper put it.",
        "Names were changed, 4 of them.",
    ],
)
def test_what_no_entry_answers_stays_a_comment(note: str) -> None:
    assert cited(note) == []


def test_a_full_citation_is_read_for_itself() -> None:
    assert [one.published for one in parse_note('Rana Haddad, "Jordan Reopens", Reuters, 3 May 2022.', works=works())] == ["2022-05-03"]


def document(notes: str, suffix: str = "md") -> Document:
    listed = "\n\n".join(ENTRIES)
    text = f"# Nassib\n\nJordan reopened the crossing.[^1] Syria welcomed it.[^2]\n\n{notes}\n\n## Bibliography\n\n{listed}\n"
    return read(text.encode(), input_id=f"a.{suffix}")


def test_notes_of_a_paper_with_a_bibliography_cite() -> None:
    found = document("[^1]: Haddad, “Jordan Reopens.”\n[^2]: Ibid.; Van der Meer and Aziz 2020a, 34.")
    assert [one.kind for one in found.notes] == ["citation", "citation"]
    assert [(one.note, one.published) for one in found.sources if one.note] == [("1", "2021-09-29"), ("2", "2021-09-29"), ("2", "2020")]
    assert all(found.text[one.span.start : one.span.end] in found.text for one in found.sources if one.span)


def test_ibid_in_the_first_note_means_no_entry() -> None:
    assert [one.kind for one in document("[^1]: Ibid.\n[^2]: HRW 2019.").notes] == ["commentary", "citation"]


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_an_entry_is_read_once(monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    asked: list[str] = []

    def counted(text: str, **given: Any) -> tuple[Source, ...]:
        asked.append(text)
        return parse_note(text, **given)

    monkeypatch.setattr(sys.modules[assemble.__module__], "parse_note", counted)
    found = document("[^1]: Haddad, “Jordan Reopens.”\n[^2]: HRW 2019.", suffix)
    assert found.sources and len(asked) == len(set(asked)) == len(found.notes) + len(ENTRIES)


def test_a_repeated_author_is_that_of_the_entry_above_and_never_a_note_s() -> None:
    found = document("[^1]: Haddad, “Jordan Reopens.”\n[^2]: Mona Farouk, *Dry Rivers* (Cairo: AUC Press, 2011), 4.")
    by_title = {one.title: one.authors for one in found.sources if one.note is None}
    assert by_title["Walls of Sand"] == by_title["Sand and Salt"] != ()
    listed = "\n\n".join(("———. *Sand and Salt*. London: Hurst, 2014.", *ENTRIES[:2]))
    text = f"# Nassib\n\nJordan reopened the crossing.[^1]\n\n[^1]: Mona Farouk, *Dry Rivers* (Cairo: AUC Press, 2011), 4.\n\n## Bibliography\n\n{listed}\n"
    entries = [one for one in read(text.encode(), input_id="a.md").sources if one.note is None]
    assert all("Farouk" not in " ".join(one.authors) for one in entries)
