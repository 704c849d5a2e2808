"""Whole documents: the real commentary and layouts of other publishers, wires and converters."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.read import ReadOptions, read
from dateline.types import BlockKind, Document

HERE = Path(__file__).parent
COMMENTARY = HERE.parents[1] / ".." / "shared" / "seed" / "commentary.md"
LAYOUTS = sorted((HERE / "layouts").iterdir())


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [document.slice(block.span) for block in document.blocks if block.kind is kind]


def before_marker(document: Document, label: str) -> str:
    note = next(note for note in document.notes if note.label == label)
    return document.text[max(0, note.markers[0] - 12) : note.markers[0]]


@pytest.fixture(scope="module")
def commentary() -> Document:
    if not COMMENTARY.exists():
        pytest.skip(f"the seed commentary is not at {COMMENTARY}")
    return read(COMMENTARY)


def layout(name: str) -> Document:
    return read(HERE / "layouts" / name)


class TestCommentary:
    def test_metadata(self, commentary: Document) -> None:
        assert commentary.title == "South Korea's Response to North Korean Troops in the Russia-Ukraine War"
        assert commentary.authors == ("Ranjit Kumar Dhawan",)
        assert commentary.published == date(2024, 12, 5)
        assert commentary.publisher == "Manohar Parrikar Institute for Defence Studies and Analyses"

    def test_notes_and_lost_markers(self, commentary: Document) -> None:
        assert [note.label for note in commentary.notes] == [str(number) for number in range(1, 28)]
        assert [note.label for note in commentary.notes if not note.markers] == ["13", "14", "25", "26"]
        assert [problem.code for problem in commentary.problems] == ["W103"] * 4
        assert before_marker(commentary, "1") == "sian region."
        assert before_marker(commentary, "11") == " from Russia."[-12:]
        assert before_marker(commentary, "27") == "mained muted."[-12:]

    def test_cut_sentences_are_joined(self, commentary: Document) -> None:
        body = texts(commentary, BlockKind.PARAGRAPH)
        assert any("Ministers' Meeting, the two countries demanded the withdrawal" in text for text in body)
        assert any("led by Kyiv's Defense Minister Rustem Umerov in Seoul" in text for text in body)
        assert len(body) == 10

    def test_nothing_of_the_imprint_is_coded(self, commentary: Document) -> None:
        coded = "\n".join(texts(commentary, BlockKind.PARAGRAPH) + texts(commentary, BlockKind.TITLE))
        for words in ("Associate Fellow", "non-partisan", "Disclaimer", "©", "Development Enclave", "MP-IDSA", "KCNA", "December 05"):
            assert words not in coded
        for damage in ("<", "**", "\\$", "&lt;", "sup>"):
            assert damage not in commentary.text

    def test_every_citation(self, commentary: Document) -> None:
        lines = (HERE / "commentary_sources.jsonl").read_text(encoding="utf-8").splitlines()
        wanted = [json.loads(line) for line in lines]
        found = [
            {"note": s.note, "authors": list(s.authors), "agency": s.agency, "outlet": s.outlet, "title": s.title, "published": s.published}
            for s in commentary.sources
        ]
        assert found == wanted


_NOTE = r"<sup>&</sup>lt;sup>(\d+)</sup> "
_MARKER = r" ?<sup>(\d+)</sup>"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: How other converters write a note and a marker.
FORMS: dict[str, tuple[Callable[[str], str], Callable[[str], str]]] = {
    "formula": (lambda label: f"$^{{{label}}}$ ", lambda label: f"$^{{{label}}}$"),
    "glued": (lambda label: f"{label} ", lambda label: label),
    "glued on both sides": (lambda label: label, lambda label: label),
    "spaced": (lambda label: f"{label} ", lambda label: f" {label}"),
    "raised digits": (lambda label: label.translate(_RAISED) + " ", lambda label: label.translate(_RAISED)),
    "brackets": (lambda label: f"[{label}] ", lambda label: f"[{label}]"),
    "references": (lambda label: f"[^{label}]: ", lambda label: f"[^{label}]"),
    "escaped tags": (lambda label: f"&lt;sup&gt;{label}&lt;/sup&gt; ", lambda label: f"&lt;sup&gt;{label}&lt;/sup&gt;"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_the_commentary_as_other_converters_would_write_it(commentary: Document, form: str, suffix: str) -> None:
    note, marker = FORMS[form]
    raw = re.sub(_NOTE, lambda match: note(match.group(1)), COMMENTARY.read_text(encoding="utf-8"))
    raw = re.sub(_MARKER, lambda match: marker(match.group(1)), raw)
    if suffix == "txt":
        raw = re.sub(r"(?m)^#+ ", "", re.sub(r"\*+|</?u>|\\(?=\$)", "", raw))
    document = read(raw.encode(), input_id=f"x.{suffix}")
    assert (document.title, document.authors, document.published) == (commentary.title, commentary.authors, commentary.published)
    assert [note.label for note in document.notes if not note.markers] == ["13", "14", "25", "26"]
    for ours, theirs in zip(document.notes, commentary.notes, strict=True):
        assert [document.text[place - 8 : place] for place in ours.markers] == [
            commentary.text[place - 8 : place] for place in theirs.markers
        ]
    assert [(s.title, s.outlet, s.agency) for s in document.sources] == [(s.title, s.outlet, s.agency) for s in commentary.sources]
    assert texts(document, BlockKind.PARAGRAPH) == texts(commentary, BlockKind.PARAGRAPH)


def test_front_matter_and_reference_notes() -> None:
    document = layout("frontmatter.md")
    assert (document.title, document.published, document.publisher) == (
        "Why Tunis Turned to Algiers",
        date(2023, 4, 17),
        "Maghreb Policy Forum",
    )
    assert document.authors == ("Amel Haddad", "Jonas Brandt")
    assert document.url == "https://example.org/tunis-algiers"
    assert [(note.label, len(note.markers)) for note in document.notes] == [("imf", 1), ("2", 2), ("3", 1)]
    assert [source.outlet for source in document.sources if source.note == "2"] == ["El Watan", "La Presse de Tunisie"]
    assert texts(document, BlockKind.CAPTION) == ["The port of Skikda seen from the sea"]
    assert "continue in the spring." in document.text


def test_wire_story() -> None:
    document = layout("wire.txt")
    assert document.title == "Militants kill nine soldiers in northern Benin ambush"
    body = texts(document, BlockKind.PARAGRAPH)
    assert body[0].startswith("COTONOU, Benin (AP) — Militants killed") and body[0].endswith("in the north of the country.")
    assert len(body) == 3
    assert [problem.code for problem in document.problems] == ["W102"]


def test_think_tank_page() -> None:
    document = layout("thinktank.md")
    assert document.title == "Ceasefire in Tigray: who will monitor it?"
    assert document.authors == ("Selam Tesfaye", "Erik Lindqvist")
    assert document.published == date(2021, 3, 4)
    assert document.publisher == "Nordic Centre for Conflict Studies"
    assert texts(document, BlockKind.HEADING) == ["The regional picture"]
    assert [text.split()[0] for text in texts(document, BlockKind.PARAGRAPH)] == ["Ethiopia", "Sudan"]
    assert [(note.label, before_marker(document, note.label)[-5:]) for note in document.notes] == [
        ("1", "hours"),
        ("2", "offer"),
        ("3", "offer"),
        ("4", " week"),
    ]
    assert [source.outlet for source in document.sources] == ["Addis Standard", "The East African", "The East African", "Sudan Tribune"]
    assert len(texts(document, BlockKind.TABLE)) == len(texts(document, BlockKind.CAPTION)) == 1


def test_converter_output_with_running_heads() -> None:
    document = layout("converter.md")
    body = texts(document, BlockKind.PARAGRAPH)
    assert len(body) == 2
    assert "Manila summoned the Chinese ambassador, and Beijing rejected the protest as groundless." in body[0]
    assert "the visiting Japanese Foreign Minister Yoshimasa Hayashi signed an agreement" in body[1]
    assert "120 km2" in body[1]
    assert [len(note.markers) for note in document.notes] == [1, 1, 1]
    assert (document.title, document.authors, document.published) == (
        "THE STRAIT AFTER THE ELECTION",
        ("Maria K. Oduya",),
        date(2022, 1, 12),
    )


def test_plain_endnotes_whose_markers_lost_their_raising() -> None:
    document = layout("endnotes.txt")
    assert document.authors == ("Oksana Hrytsenko",)
    assert [before_marker(document, label)[-6:] for label in "1234"] == [" 2023.", " poor.", "tself.", "route."]
    assert "2023.1" not in document.text
    assert [(source.agency, source.outlet) for source in document.sources] == [
        ("Reuters", "The Guardian"),
        (None, "UN News"),
        ("Ukrinform", None),
        (None, "Financial Times"),
    ]


def test_blog_with_setext_headings_and_raised_digits() -> None:
    document = layout("blog.md")
    assert document.title == "The Coup That Nobody Stopped"
    assert (document.authors, document.publisher, document.published) == (("Fatou Ndiaye",), "Sahel Monitor", date(2023, 9, 7))
    assert [before_marker(document, label)[-5:] for label in "123"] == ["Bongo", " vote", "rship"]
    assert document.sources[0].url == "https://www.aljazeera.com/news/2023/8/30/gabon"
    assert "It suspended military cooperation the same day." in document.text
    assert texts(document, BlockKind.BOILERPLATE)[-2:] == [
        "Read more: Five coups in three years",
        "Fatou Ndiaye is a journalist based in Dakar.",
    ]


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.name)
def test_layouts_keep_their_invariants(path: Path) -> None:
    document = read(path)
    raw = path.read_text(encoding="utf-8")
    assert document.doc_id == read(path).doc_id
    assert len(document.doc_id) == 16
    previous = 0
    for block in document.blocks:
        assert previous <= block.span.start < block.span.end <= len(document.text)
        assert document.slice(block.span).strip() == document.slice(block.span)
        previous = block.span.end
    for offset, character in enumerate(document.text):
        place = document.textmap.to_raw(offset)
        assert place is None or raw[place] == character or character == " " or raw[place] == "&"
    for note in document.notes:
        assert all(offset <= note.span.start for offset in note.markers)
    for source in document.sources:
        assert source.span is not None
        assert source.span.end <= len(document.text)


def test_marker_without_note_and_note_without_marker() -> None:
    document = read(b"# Talks fail\n\nThe talks in Doha failed.<sup>4</sup> Both sides left.\n\n[^9]: Reuters, 3 May 2021.\n")
    assert [problem.code for problem in document.problems] == ["W102", "W103", "W104"]
    assert document.markers[0].label == "4"
    assert document.text[: document.markers[0].offset].endswith("failed.")


def test_numbering_that_restarts_pairs_each_marker_with_the_next_note() -> None:
    text = 'One fact.[^1]\n\n<sup>1</sup> "A", BBC News, 1 May 2020.\n\nAnother fact.<sup>1</sup>\n\n<sup>1</sup> "B", CNN, 2 May 2020.\n'
    document = read(text.encode())
    assert [document.text[max(0, note.markers[0] - 5) : note.markers[0]] for note in document.notes] == ["fact.", "fact."]
    assert document.notes[0].markers < document.notes[1].markers


def test_a_date_given_wins_and_changes_the_id() -> None:
    data = b"# Truce\n\n5 May 2020\n\nRebels and the government signed a truce on Monday in the capital after a week of talks.\n"
    own, given = read(data), read(data, options=ReadOptions(date=date(2021, 1, 1)))
    assert own.published == date(2020, 5, 5)
    assert given.published == date(2021, 1, 1)
    assert own.doc_id != given.doc_id


def test_other_languages_are_refused() -> None:
    line = (HERE / "foreign.tsv").read_text(encoding="utf-8").splitlines()[0].partition("\t")[2]
    with pytest.raises(DatelineError, match="E006"):
        read(line.encode())
    assert read(line.encode(), options=ReadOptions(check_language=False)).lang is None


def test_a_table_in_plain_text_is_not_coded() -> None:
    text = (
        "The army shelled the town on Monday, and the government denied it on Tuesday.  It fired on nobody.\n\n"
        "  Year    Killed   Displaced\n  ------- -------- -----------\n  2019    351      12,400\n  2020    288      9,150\n\n"
        "  : Killed and displaced in the north\n\nThe rebels left the town.\nThey had held it for a week.\n"
    )
    document = read(text.encode(), input_id="x.txt", options=ReadOptions(check_language=False))
    kinds = [(block.kind, document.slice(block.span).split()[0]) for block in document.blocks]
    assert kinds == [(BlockKind.PARAGRAPH, "The"), (BlockKind.TABLE, "Year"), (BlockKind.CAPTION, ":"), (BlockKind.PARAGRAPH, "The")]
