"""Reading of gold files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.evaluation import load_gold
from dateline.evaluation.gold import plain_document
from dateline.types import BlockKind

MENTION = {
    "trigger": {"text": "expelled", "span": [7, 15]},
    "type": "SANCTION",
    "modes": ["expel"],
    "actors": [{"text": "Norway", "country": "NOR"}],
    "recipients": [{"text": "envoys", "country": None}],
    "date": {"value": "2024-05"},
    "place": {"text": "Oslo", "span": [30, 34]},
    "status": "occurred",
    "negated": False,
    "certainty": "possible",
    "attribution": {"kind": "institution", "country": "NOR"},
}


def written(tmp_path: Path, *lines: object) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines) + "\n", encoding="utf-8")
    return path


def test_all_fields(tmp_path: Path) -> None:
    (found,) = load_gold(
        written(tmp_path, {"id": "a", "text": "Norway expelled two envoys in Oslo.", "published": "2024-05-06", "mentions": [MENTION]})
    )
    assert (found.id, found.published) == ("a", "2024-05-06")
    (mention,) = found.mentions
    assert (mention.start, mention.end, mention.type) == (7, 15, "SANCTION")
    assert found.text[mention.start : mention.end] == "expelled"
    assert (mention.actors, mention.recipients) == ({"NOR"}, {"---"})
    assert mention.pairs() == {("NOR", "SANCTION", "---")}
    assert (mention.modes, mention.date, mention.place) == ({"expel"}, "2024-05", (30, 34))
    assert (mention.attributed, mention.speaker_country, mention.certainty, mention.negated) == (True, "NOR", "possible", False)


def test_fields_that_are_absent_are_unknown_and_null_is_no_attribution(tmp_path: Path) -> None:
    bare = {"trigger": {"span": [0, 3]}, "type": "AID"}
    (found,) = load_gold(written(tmp_path, {"text": "Aid.", "mentions": [bare, {**bare, "attribution": None, "optional": True}]}))
    first, second = found.mentions
    assert (first.actors, first.modes, first.negated, first.attributed, first.optional) == (None, None, None, None, False)
    assert (second.attributed, second.optional) == (False, True)


def test_blank_lines_are_skipped_and_order_is_kept(tmp_path: Path) -> None:
    found = load_gold(written(tmp_path, {"id": "b", "text": "x"}, "", {"id": "a", "text": "y", "mentions": []}))
    assert [d.id for d in found] == ["b", "a"]


@pytest.mark.parametrize(
    "line",
    [
        "{not json",
        "[]",
        "3",
        {"id": "a"},
        {"text": 3, "mentions": []},
        {"text": "x", "mentions": {}},
        {"text": "x", "mentions": ["y"]},
        {"text": "x", "mentions": [{"type": "AID"}]},
        {"text": "x", "mentions": [{"trigger": {"span": [1]}, "type": "AID"}]},
        {"text": "x", "mentions": [{"trigger": {"span": ["a", "b"]}, "type": "AID"}]},
        {"text": "x", "mentions": [{"trigger": {"span": [0, 1]}}]},
        {"text": "x", "mentions": [{"trigger": {"span": [0, 1]}, "type": "AID", "actors": "KEN"}]},
        {"text": "x", "mentions": [{"trigger": {"span": [0, 1]}, "type": "AID", "modes": "x"}]},
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, line: object) -> None:
    path = written(tmp_path, {"text": "fine", "mentions": []}, line)
    with pytest.raises(DatelineError) as raised:
        load_gold(path)
    assert raised.value.code == "E501"
    assert raised.value.where == f"{path}:2"


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DatelineError) as raised:
        load_gold(tmp_path / "none.jsonl")
    assert raised.value.code == "E001"


def test_a_gold_text_keeps_its_offsets_and_its_headline() -> None:
    text = "Norway expels envoys\n\nNorway expelled two envoys.\nThey left.\n\nOslo gave no reason.\n"
    found = plain_document("a", text, "2024-05-06")
    assert found.text == text
    assert [(b.kind, found.slice(b.span)) for b in found.blocks] == [
        (BlockKind.TITLE, "Norway expels envoys"),
        (BlockKind.PARAGRAPH, "Norway expelled two envoys.\nThey left."),
        (BlockKind.PARAGRAPH, "Oslo gave no reason."),
    ]
    assert found.published is not None
    assert found.published.isoformat() == "2024-05-06"
