"""Links of PDF files: words under the boxes of links cite for their sentence; pages built by hand in type of one width."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.read.test_linked import told
from tests.read.test_pdf import one_page

from dateline.read import read
from dateline.types import Document

DAWN = "https://www.dawn.com/news/1806645"
ARTICLE = "https://www.rferl.org/a/armenia-recalls-envoy/32600000.html"
#: Points: the width of a sign, the height of a line, the left edge.
SIGN, LINE, LEFT = 6.0, 14.0, 60.0
HEAD = ("# Armenia and the Alliance", "", "8 March 2024", "")


def pdf(lines: Sequence[str], links: Sequence[tuple[str, str]], *, quads: bool = False) -> bytes:
    """A page of lines in Courier, one of which may be in large type ("# "); each link is its words, one box for each line, and an address."""
    content, annotations = [b"BT /F 10 Tf"], []
    for number, line in enumerate(lines):
        size = 16 if line.startswith("# ") else 10
        text = line.removeprefix("# ").replace("(", "\\(").replace(")", "\\)")
        content.append(b"/F %d Tf 1 0 0 1 %d %d Tm (%s) Tj" % (size, int(LEFT), 740 - int(LINE) * number, text.encode("latin-1")))
    for words, address in links:
        boxes = [box for part in words.split("\n") for box in _boxes(lines, part)]
        target = b"<</S/URI/URI(%s)>>" % address.encode() if "://" in address or ":" in address else b"<</S/GoTo/D[3 0 R/Fit]>>"
        for group in [boxes] if quads else [[box] for box in boxes]:
            edges = (min(b[0] for b in group), min(b[1] for b in group), max(b[2] for b in group), max(b[3] for b in group))
            points = " ".join(f"{a} {d} {c} {d} {a} {b} {c} {b}" for a, b, c, d in group)
            own = f"/QuadPoints[{points}]" if quads else ""
            annotations.append(b"<</Type/Annot/Subtype/Link/Rect[%s]%s/A%s>>" % (" ".join(map(str, edges)).encode(), own.encode(), target))
    return one_page(b" ".join(content) + b" ET", font=b"Courier", links=b"".join(annotations))


def _boxes(lines: Sequence[str], words: str) -> list[tuple[float, float, float, float]]:
    number = next(number for number, line in enumerate(lines) if words in line)
    left, y = LEFT + SIGN * lines[number].index(words), 740 - LINE * number
    return [(left, y - 3, left + SIGN * len(words), y + 9)]


def of_lines(lines: Sequence[str], links: Sequence[tuple[str, str]], *, quads: bool = False) -> Document:
    return read(pdf([*HEAD, *lines], links, quads=quads), input_id="x.pdf")


TEXT = (
    "In February Armenia froze its part in the alliance and recalled",
    "its envoy from the capital of Belarus, which had sold arms to",
    "Azerbaijan. Minsk answered in kind. Moscow kept silent for days.",
)


@pytest.mark.parametrize("quads", [False, True])
def test_words_over_two_lines_cite_once(quads: bool) -> None:
    document = of_lines(TEXT, [("recalled\nits envoy", ARTICLE), ("answered in kind", DAWN)], quads=quads)
    assert [words[-40:] for found in told(document).values() for words in found] == [
        "larus, which had sold arms to Azerbaijan",
        "Minsk answered in kind",
    ]
    assert [(one.note, one.url, one.outlet) for one in document.sources] == [
        ("link 1", ARTICLE, "Radio Free Europe/Radio Liberty"),
        ("link 2", DAWN, "Dawn"),
    ]


def test_a_link_of_three_pieces_of_a_sentence_is_one_marker() -> None:
    document = of_lines(TEXT, [("froze its part", ARTICLE), ("alliance", ARTICLE), ("recalled\nits envoy", ARTICLE)])
    assert [len(note.markers) for note in document.notes] == [1]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("Armenia", "https://en.wikipedia.org/wiki/Armenia"),
        ("Belarus", "https://tank.example/countries/belarus-12"),
        ("recalled", "mailto:desk@tank.example"),
        ("recalled", "#below"),
        ("Moscow kept silent", "https://tank.example/"),
        ("kept silent", "file:///home/desk/2024/silent.html"),
    ],
)
def test_what_cites_nothing(words: str, address: str) -> None:
    assert of_lines(TEXT, [(words, address)]).sources == ()


@pytest.mark.parametrize("line", ["Related: Iran and Armenia open a bridge", "Share on LinkedIn", "Part two: the corridor"])
def test_lines_that_are_nothing_but_a_link(line: str) -> None:
    assert of_lines([*TEXT, "", "", line], [(line, "https://tank.example/2024/02/iran-and-armenia-open")]).sources == ()


def test_a_linked_sentence_cites() -> None:
    words = "Iran and Armenia opened a bridge on Monday"
    assert [one.url for one in of_lines([*TEXT, "", "", f"{words}."], [(words, ARTICLE)]).sources] == [ARTICLE]


@pytest.mark.parametrize(
    ("wrapped", "address"),
    [
        (f"https://www.google.com/url?q={ARTICLE}&sa=D&source=editors&ust=17", ARTICLE),
        ("https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.dawn.com%2Fnews%2F1806645&data=05", DAWN),
        ("https://www.google.com/search?q=armenia", None),
    ],
)
def test_addresses_that_programs_pass_on(wrapped: str, address: str | None) -> None:
    assert [one.url for one in of_lines(TEXT, [("answered in kind", wrapped)]).sources] == ([address] if address else [])


NOTED = (
    "In February Armenia froze its part in the alliance and recalled",
    "its envoy from Minsk [1]. Minsk answered in kind [2]. Iran sent a",
    "mediator to both capitals.",
    "",
    "Notes",
    "[1] Armenia Recalls Envoy, RFE/RL, 1 March 2024.",
    f"[2] {DAWN}",
)


def test_a_note_that_names_the_address_is_enough() -> None:
    document = of_lines(NOTED, [("recalled", ARTICLE), ("Armenia Recalls Envoy", ARTICLE), ("answered", DAWN), (DAWN, DAWN)])
    assert [note.label for note in document.notes] == ["1", "2"]
    assert [one.url for one in document.sources] == [ARTICLE, DAWN]


def test_another_sentence_has_its_own() -> None:
    document = of_lines(NOTED, [("a\nmediator", DAWN)])
    assert [note.label for note in document.notes] == ["1", "2", "link 1"]


def test_jumps_to_notes_that_a_browser_prints_as_addresses() -> None:
    page = "https://tank.example/2024/03/armenia"
    document = of_lines(NOTED, [("[1]", f"{page}#fn1"), ("[2]", f"{page}#fn2"), ("mediator", f"{page}#part-2")])
    assert [note.label for note in document.notes] == ["1", "2"]


def test_an_address_that_is_printed_short() -> None:
    line = "Minsk answered in kind (rferl.org/a/armenia, https://www.rferl.org/a/arm)."
    document = of_lines([*TEXT[:2], "Azerbaijan.", "", line], [("https://www.rferl.org/a/arm", ARTICLE)])
    assert [one.url for one in document.sources] == [ARTICLE]
