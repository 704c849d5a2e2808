"""Inline markup: what goes, what stays, and where each character came from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.read import ReadOptions, read
from dateline.read.inline import clean_inline, expand_labels
from dateline.read.textmap import Edit, Mapped, TextBuilder, join, normalise

CLEAN = [
    ("a **bold** and *italic* _word_", "a bold and italic word"),
    ("snake_case_name stays", "snake_case_name stays"),
    ("2 * 3 * 4 stays", "2 * 3 * 4 stays"),
    ("**never closed", "never closed"),
    (r"\$200m and 5\% and \*", "$200m and 5% and *"),
    ('[link](http://a.b/c_(d) "t") text', "link text"),
    ("<u>under</u> <span class='x'>span</span><br>line", "under span line"),
    ("a &amp; b &lt;c&gt; &#8217; &nbsp;d", "a & b <c> ’ d"),
    ("x < y and z > w", "x < y and z > w"),
    ("soft\nwrapped  line", "soft wrapped line"),
    ("deploy-\nment of self-\ncontrol", "deployment of self-control"),
    ("<https://example.org/a> is", "https://example.org/a is"),
    ("the 5<sup>th</sup> and 12 km<sup>2</sup>", "the 5th and 12 km2"),
    ("in June [3]-[5], in May [7]–[9]", "in June [3]-[5], in May [7]–[9]"),
    ("[sic] and [the army] stay", "[sic] and [the army] stay"),
    ("`code` and ~~gone~~", "code and gone"),
]
MARKERS = [
    ("end.<sup>1</sup> Next", "end. Next", [("1", 4)]),
    ("end. <sup>11</sup> Next", "end. Next", [("11", 4)]),
    ("end<sup>1, 3–5</sup>", "end", [("1", 3), ("3", 3), ("4", 3), ("5", 3)]),
    ("end[^kim] more", "end more", [("kim", 3)]),
    ("end.[[4]](#_ftn4) x", "end. x", [("4", 4)]),
    ("end.\\[2\\] x", "end. x", [("2", 4)]),
    ("end.¹² x", "end. x", [("12", 4)]),
    ("area of 5 km² is", "area of 5 km² is", []),
    ("<sup>&</sup>lt;sup>7</sup> tail", "tail", [("7", 0)]),
    ("**bold.**<sup>3</sup> *x*", "bold. x", [("3", 5)]),
]


@pytest.mark.parametrize(("raw", "clean"), CLEAN)
def test_markup_goes(raw: str, clean: str) -> None:
    assert clean_inline(normalise(Mapped.whole(raw)), labels=frozenset()).text.text == clean


@pytest.mark.parametrize(("raw", "clean", "markers"), MARKERS)
def test_markers_go_and_are_kept(raw: str, clean: str, markers: list[tuple[str, int]]) -> None:
    inline = clean_inline(Mapped.whole(raw), labels=frozenset())
    assert inline.text.text == clean
    assert [(marker.label, marker.offset) for marker in inline.markers] == markers


def test_a_bracketed_number_after_a_space_is_a_marker_only_where_a_note_answers() -> None:
    text = Mapped.whole("the offer [2] stands")
    assert clean_inline(text, labels=frozenset()).text.text == "the offer [2] stands"
    assert clean_inline(text, labels=frozenset({"2"})).text.text == "the offer stands"


def test_labels() -> None:
    assert expand_labels("1, 3–5") == ("1", "3", "4", "5")
    assert expand_labels("¹²") == ("12",)
    assert expand_labels("9-4") == ("9-4",)


def test_plain_text_keeps_asterisks_and_tags() -> None:
    assert clean_inline(Mapped.whole("a *b* <c>"), labels=frozenset(), markup=False).text.text == "a *b* <c>"


PIECES = st.sampled_from(
    [
        "word",
        " ",
        "\n",
        "**",
        "*",
        "_",
        "<u>",
        "</u>",
        "<sup>1</sup>",
        "[^1]",
        "[",
        "](http://a.b)",
        "\\$",
        "&amp;",
        "&",
        "<",
        "é",
        "³",
        ".",
        "\u200b",
        "\u00a0",
        "[1]",
        "`",
        "~~",
        "co-\n",
        "😀",
        "\ud800",
        "\r\n",
        "<br>",
        "![x](y)",
        "^1",
        "-",
        "\t",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_every_kept_character_maps_to_itself(pieces: list[str]) -> None:
    raw = "".join(pieces)
    inline = clean_inline(normalise(Mapped.whole(raw)), labels=frozenset({"1"}))
    builder = TextBuilder()
    if not inline.text.text:
        return
    span = builder.add(inline.text)
    text, textmap = builder.build()
    assert text[span.start : span.end] == inline.text.text
    previous = -1
    for offset, character in enumerate(text):
        place = textmap.to_raw(offset)
        if place is None:
            continue
        assert place > previous
        previous = place
        original = raw[place]
        replaced = (character == " " and original in "\n\r\t\u00a0 <") or character == "\ufffd" or original in "&-\\"
        replaced = replaced or (character == "\n" and original == "\r")
        assert original == character or replaced, (raw, offset, character, original)
    assert all(0 <= marker.offset <= len(text) for marker in inline.markers)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(PIECES, st.sampled_from(["\n\n", "# ", "> ", "- ", "[^2]: ", "| a | b |\n", "---\n", "1. ", "```\n", "By Jane Doe"])),
        max_size=60,
    )
)
def test_no_text_breaks_the_reader(pieces: list[str]) -> None:
    raw = "".join(["Start ", *pieces, " end"])
    data = raw.encode("utf-8", "replace")
    decoded = data.decode("utf-8")
    document = read(data, options=ReadOptions(check_language=False), input_id="x.md")
    for block in document.blocks:
        assert document.slice(block.span)
    for offset in range(len(document.text)):
        place = document.textmap.to_raw(offset)
        assert place is None or 0 <= place < len(decoded)
    assert document == read(data, options=ReadOptions(check_language=False), input_id="x.md")


@given(st.text(min_size=1, max_size=30), st.data())
def test_edits_keep_text_and_map_in_step(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(st.text(max_size=5))
    edited = Mapped.whole(text).edit([Edit(start, end, new)])
    assert edited.text == text[:start] + new + text[end:]
    assert len(edited.raw) == len(edited.text)
    assert len(join((edited, Mapped.whole("x")), ", ").raw) == len(edited) + 3
