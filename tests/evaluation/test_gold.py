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
    found = load_gold(written(tmp_path, {"id": "b", "text": "x", "mentions": []}, "", {"id": "a", "text": "y", "mentions": []}))
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


BARE = {"trigger": {"text": "expelled", "span": [7, 15]}, "type": "SANCTION"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"trigger": None}, "mentions[0].trigger: missing"),
        ({"trigger": "expelled"}, "mentions[0].trigger: an object was expected, not 'expelled'"),
        ({"trigger": {"text": "expelled"}}, "mentions[0].trigger.span: two numbers of characters were expected, not None"),
        ({"trigger": {"text": "expelled", "span": [8, 16]}}, "the text has 'xpelled ' at [8, 16], not 'expelled'"),
        ({"trigger": {"span": [30, 90]}}, "[30, 90] is not in the text of 27 characters"),
        ({"type": "SANKTION"}, "mentions[0].type: 'SANKTION' is none of AGREE, CONSULT"),
        ({"type": None}, "mentions[0].type: missing"),
        ({"modes": ["expell"]}, "'expell' is no mode of SANCTION"),
        ({"status": "past"}, "mentions[0].status: 'past' is none of occurred"),
        ({"certainty": "sure"}, "mentions[0].certainty: 'sure' is none of certain"),
        ({"actor": []}, "mentions[0].actor: no such field; did you mean 'actors'?"),
        ({"recipients": ["KEN"]}, "mentions[0].recipients[0]: an object was expected, not 'KEN'"),
        ({"place": {"text": "Oslo"}}, "mentions[0].place.span: two numbers"),
    ],
)
def test_a_slip_in_a_field_is_named(tmp_path: Path, change: dict[str, object], told: str) -> None:
    with pytest.raises(DatelineError) as raised:
        load_gold(written(tmp_path, {"text": "Norway expelled two envoys.", "mentions": [{**BARE, **change}]}))
    assert told in str(raised.value) and raised.value.where.endswith(":1")


def test_a_slip_in_the_name_of_the_acts_is_no_document_without_acts(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="mentionz: no such field; did you mean 'mentions'"):
        load_gold(written(tmp_path, {"text": "Norway expelled two envoys.", "mentionz": [BARE]}))
    with pytest.raises(DatelineError, match="mentions: missing"):
        load_gold(written(tmp_path, {"text": "Norway expelled two envoys."}))


def test_fields_of_ones_own_are_left_alone(tmp_path: Path) -> None:
    (found,) = load_gold(written(tmp_path, {"text": "Norway expelled two envoys.", "source": "a", "mentions": [{**BARE, "note": "b", "cues": {}}]}))
    assert found.mentions[0].type == "SANCTION"


def test_the_example_of_the_page_is_a_gold_file(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs/formats.md").read_text("utf-8")
    example = page.split("## Gold files")[1].split("```json\n")[1].split("```")[0]
    (found,) = load_gold(written(tmp_path, example.strip()))
    assert [one.type for one in found.mentions] == ["SANCTION", "REJECT"] and found.mentions[0].actors == {"NOR"}


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
