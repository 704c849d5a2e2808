"""Text to segments: nothing of the text is lost or doubled, whatever the marks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.report.acts import acts
from dateline.report.marks import Mark, Ref, margin_notes, refs_of, segments, text_blocks
from dateline.types import Block, BlockKind, Document, Span

from . import factory

TEXT = "Aldania condemned Borvia's attack on the lighthouse."
spans = st.tuples(st.integers(0, 50), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
marks = st.lists(st.builds(Mark, spans, st.integers(1, 5), st.sampled_from(("trigger", "actor", "cue"))), max_size=12)


@given(spans, marks, st.lists(st.integers(0, 60), max_size=5))
def test_segments_keep_the_text_and_know_their_marks(span: Span, found: list[Mark], offsets: list[int]) -> None:
    text = (TEXT + "x" * 70)[:70]
    parts = segments(text, span, found, [(offset, Ref(str(offset), None)) for offset in offsets])
    assert "".join(part.text for part in parts) == text[span.start : span.end]
    at = span.start
    for part in parts:
        for letter in range(at, at + len(part.text)):
            covering = {
                mark.act for mark in found if mark.role == "trigger" and mark.span.start <= letter < mark.span.end
            }
            assert set(part.acts) == covering
        at += len(part.text)
        assert [int(ref.label) for ref in part.markers] == [offset for offset in offsets if offset == at]


@given(spans, marks)
def test_each_trigger_ends_once_in_the_block_it_touches(span: Span, found: list[Mark]) -> None:
    triggers = {mark.act: mark for mark in found if mark.role == "trigger"}
    parts = segments("y" * 80, span, list(triggers.values()))
    ends = [number for part in parts for number in part.ends]
    assert sorted(ends) == sorted(number for number, mark in triggers.items() if mark.span.overlaps(span))


def test_overlapping_triggers_share_the_segment_between_them() -> None:
    parts = segments(
        "abcdefgh",
        Span(0, 8),
        [Mark(Span(1, 5), 1, "trigger"), Mark(Span(3, 7), 2, "trigger"), Mark(Span(3, 5), 2, "actor")],
    )
    assert [(part.text, part.acts, part.ends) for part in parts] == [
        ("a", (), ()), ("bc", (1,), ()), ("de", (1, 2), (1,)), ("fg", (2,), (2,)), ("h", (), ()),
    ]  # fmt: skip
    assert parts[2].roles == ("actor-2",)


def test_body_and_notes_divide_the_document() -> None:
    coded = factory.coded()
    found = acts([coded])
    blocks, notes = text_blocks(coded.document, found), margin_notes(coded.document, found)
    assert [block.tag for block in blocks] == ["h3", "h4", "p", "p", "p"]
    assert "".join(part.text for part in blocks[2].segments).endswith("Aldania's government rejected the demand.")
    assert {number for block in blocks for part in block.segments for number in part.ends} == set(range(1, 14))
    assert [(note.label, note.marked) for note in notes] == [
        ("1", True),
        ("2", True),
        ("3", True),
        ("4", True),
        ("5", False),
    ]


def test_second_marker_of_a_note_is_told_from_the_first() -> None:
    refs = [ref for _, ref in refs_of(factory.coded().document)]
    assert [(ref.label, ref.note, ref.nth) for ref in refs] == [
        ("1", 0, 1),
        ("2", 1, 1),
        ("3", 2, 1),
        ("2", 1, 2),
        ("4", 3, 1),
    ]


def test_boilerplate_is_left_out_unless_it_holds_an_act() -> None:
    coded = factory.coded()
    blocks = tuple(replace(block, kind=BlockKind.BOILERPLATE) for block in coded.document.blocks)
    document = replace(coded.document, blocks=blocks)
    assert len(text_blocks(document, acts([coded]))) == 3
    assert text_blocks(document, ()) == ()


def test_text_without_blocks_is_set_line_by_line() -> None:
    document = Document("d", "i", "One line.\n\n  \nAnother.\r\nThird", "0")
    lines = ["".join(part.text for part in block.segments) for block in text_blocks(document, ())]
    assert lines == ["One line.", "Another.", "Third"]


def test_block_that_runs_past_the_text_is_clipped() -> None:
    document = Document(
        "d",
        "i",
        "Short.",
        "0",
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, 99)), Block(BlockKind.PARAGRAPH, Span(50, 60))),
    )
    assert [part.text for block in text_blocks(document, ()) for part in block.segments] == ["Short."]
