"""Later citations of earlier sources, restarted numbers, and notes that cite nothing."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.read.citation_back import Above
from dateline.read.citations import parse_note

EARLIER = (
    *parse_note('Jane Doe, "A Long Truce", CNN, 1 May 2020.', note="1"),
    *parse_note('Ali Khan, "War", Dawn, 2 May 2020.', note="2"),
    *parse_note("John Smith, The Long War (London: Hurst, 2001), 33.", note="3"),
)
REFERENCES = [
    ("Ibid.", ["The Long War"], None),
    ("Idem, p. 5.", ["The Long War"], "5"),
    ("Loc. cit.", ["The Long War"], None),
    ("Doe, supra note 1, at 7.", ["A Long Truce"], "7"),
    ("See supra note 2.", ["War"], None),
    ("Khan, op. cit., p. 3.", ["War"], "3"),
    ("Doe (n 1) 5", ["A Long Truce"], "5"),
    ("Smith, The Long War, 50.", ["The Long War"], "50"),
    ("Smith, Long War, pp. 3-4.", ["The Long War"], "3-4"),
    ("Doe, “Long Truce,” 2.", ["A Long Truce"], "2"),
    ("Ibid.; see also Khan, supra note 2.", ["The Long War", "War"], None),
    ('"A Raid", BBC News, 3 May 2020. On the truce see also Doe, supra note 1.', ["A Raid", "A Long Truce"], None),
    ("Jones, The Long War, 50.", [], None),
]


@pytest.mark.parametrize(("text", "titles", "pages"), REFERENCES)
def test_later_citations(text: str, titles: list[str], pages: str | None) -> None:
    found = parse_note(text, note="4", earlier=EARLIER)
    assert [source.title for source in found] == titles
    assert pages is None or found[0].pages == pages


@pytest.mark.parametrize(
    ("text", "title", "published", "pages"),
    [
        ("Ibid., 9 June 2020.", None, "2020-06-09", None),
        ("Ibid. (June 9, 2020), p. 4.", None, "2020-06-09", "4"),
        ("Ibid., at 17 (June 2020)", None, "2020-06", "17"),
        ("Ibid., 2 May 2020, 3.", "War", "2020-05-02", "3"),
        ("Ibid., 2020.", "War", "2020-05-02", None),
        ("Ibid., “A Raid,” 9 June 2020.", "A Raid", "2020-06-09", None),
    ],
)
def test_ibid_with_a_date_of_its_own_is_another_piece_in_the_same_outlet(text: str, title: str | None, published: str, pages: str | None) -> None:
    [found] = parse_note(text, note="4", earlier=EARLIER[:2])
    assert (found.outlet, found.title, found.published, found.pages) == ("Dawn", title, published, pages)


@pytest.mark.parametrize(
    "text",
    [
        "A “grey zone” is an area between war and peace; the term is contested.",
        "The ministry denied this on 4 May 2019.",
        "The author thanks two readers. He was in Kabul in 1999 and saw the events with his own eyes.",
        "All figures exclude the police.",
    ],
)
def test_commentary_is_no_citation(text: str) -> None:
    assert parse_note(text, note="4", earlier=EARLIER) == ()


def test_kinds_of_notes_and_numbers_that_restart() -> None:
    text = (
        "The army left the town on Monday.[^1] The rebels came back.[^2]\n\n[^1]: Jane Doe, \"A Truce\", CNN, 1 May 2020.\n\n"
        "[^2]: All figures exclude the police.\n\n## Two\n\nThe navy left the port on Tuesday.<sup>1</sup> Nobody came.<sup>2</sup>\n\n"
        "<sup>1</sup> \"A Raid\", BBC News, 3 May 2020.\n\n<sup>2</sup> Supra note 1.\n"
    )
    document = read(text.encode(), input_id="x.md")
    assert [(note.label, note.kind) for note in document.notes] == [
        ("1", "citation"),
        ("2", "commentary"),
        ("1 (2)", "citation"),
        ("2 (2)", "citation"),
    ]
    assert [marker.label for marker in document.markers] == ["1", "2", "1 (2)", "2 (2)"]
    assert [source.title for source in document.sources] == ["A Truce", "A Raid", "A Raid"]


def test_references_that_skip_a_number_are_all_read() -> None:
    document = read(b"Peru closed the mine.[^1] Chad sent aid.[^2] Mali asked for talks.[^3]\n\n[^1]: A, Reuters, 2024.\n[^3]: B, Reuters, 2024.\n")
    assert [(note.label, bool(note.markers)) for note in document.notes] == [("1", True), ("3", True)]
    assert [marker.label for marker in document.markers] == ["1", "2", "3"]


def test_a_bracket_without_its_note_is_a_marker_among_others() -> None:
    notes = "\n\n".join(f'[{number}] "Title of number {number}," Reuters, 2 May 2024.' for number in (1, 3, 4))
    text = f"Peru closed the mine [1]. Chad sent aid [2]. Mali asked for talks [3]. Togo agreed [4]. It paid [17].\n\n## Notes\n\n{notes}\n"
    document = read(text.encode())
    assert [marker.label for marker in document.markers] == ["1", "2", "3", "4"]
    assert "[17]" in document.text


ABOVE = [Above("1", 'Jane Doe, "A Long Truce", CNN, 1 May 2020.'), Above("2", 'Ali Khan, "War", Dawn, 2 May 2020.')]
SMITH = Above("3", "John Smith, The Long War (London: Hurst, 2001), 33 [hereinafter Saddle Report].")


@pytest.mark.parametrize(
    ("last", "title"),
    [
        ("Charter of the Lagos League, art. 7.", None),
        ("Interim Accord, annex B.", None),
        ("Case No. 17 of the Nile Tribunal.", None),
        ("The two sides never met again.", "The Long War"),
        ("The author thanks two reviewers for their comments.", "The Long War"),
    ],
)
@pytest.mark.parametrize("text", ["Ibid.", "See id. at 9.", "Loc. cit."])
def test_ibid_means_the_note_above_though_no_source_of_it_was_read(text: str, last: str, title: str | None) -> None:
    found = parse_note(text, note="5", earlier=EARLIER, above=[*ABOVE, SMITH, Above("4", last)])
    assert [source.title for source in found] == ([title] if title else [])


def test_what_no_source_was_read_of_may_stand_in_the_same_note() -> None:
    assert not parse_note("Charter of the Lagos League, supra note 9; see id. at 4.", note="4", earlier=EARLIER, above=[*ABOVE, SMITH])


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Khan, supra note 1.", []),
        ("Ali Khan (n 1) 4.", []),
        ("Jane Khan, supra note 1.", []),
        ("Jane Doe, supra note 1.", ["A Long Truce"]),
        ("Doe’s article, n. 1 above, p. 3.", ["A Long Truce"]),
        ("CNN, supra note 1.", ["A Long Truce"]),
        ("A Long Truce, supra note 1.", ["A Long Truce"]),
        ("Saddle Report, supra note 3, at 40.", ["The Long War"]),
        ("For the same view see Khan, supra note 2.", ["War"]),
        ("The argument in note 2.", ["War"]),
        ("See id. at 12; Doe, supra note 1, at 7.", ["The Long War", "A Long Truce"]),
        ("Doe, supra note 1; accord Khan, supra note 2.", ["A Long Truce", "War"]),
    ],
)
def test_a_note_must_hold_the_name_before_its_number(text: str, titles: list[str]) -> None:
    assert [source.title for source in parse_note(text, note="4", earlier=EARLIER, above=[*ABOVE, SMITH])] == titles


def test_initials_stand_for_the_name_of_a_body() -> None:
    text = "Delta Rights Observatory, Tolls on the Niger (Abuja, May 2014)."
    earlier = parse_note(text, note="1")
    assert len(earlier) == 1
    for short in ("DRO, supra note 1.", "Delta Observatory, supra note 1."):
        assert parse_note(short, note="2", earlier=earlier, above=[Above("1", text)])
    assert not parse_note("WHO, supra note 1.", note="2", earlier=earlier, above=[Above("1", text)])
