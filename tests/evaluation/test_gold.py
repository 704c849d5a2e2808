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
        ({"place": {"span": [9, 2]}}, "mentions[0].place.span: [9, 2] is not in the text of 27 characters"),
        ({"attribution": {"span": [0, 40]}}, "mentions[0].attribution.span: [0, 40] is not in the text"),
        ({"attribution": {"text": "Oslo", "span": [0, 6]}}, "mentions[0].attribution.span: the text has 'Norway' at [0, 6], not 'Oslo'"),
        ({"attribution": "media"}, "mentions[0].attribution: an object was expected, not 'media'"),
        ({"attribution": {"country": "NO"}}, "mentions[0].attribution.country: 'NO' is no code"),
        ({"actors": [{"country": "NOR"}, {"country": "swe"}]}, "mentions[0].actors[1].country: 'swe' is no code of three letters of a country or body; did you mean 'SWE'?"),
        ({"recipients": [{"country": "Chile"}]}, "mentions[0].recipients[0].country: 'Chile' is no code of three letters of a country or body; did you mean 'CHL'?"),
        ({"recipients": [{"country": "XKX"}]}, "did you mean 'KOS'?"),
        ({"recipients": [{"country": 578}]}, "mentions[0].recipients[0].country: 578 is no code"),
        ({"negated": "no"}, "mentions[0].negated: true or false was expected, not 'no'"),
        ({"negated": 0}, "mentions[0].negated: true or false was expected, not 0"),
        ({"optional": "yes"}, "mentions[0].optional: true or false was expected, not 'yes'"),
        ({"date": "6 May 2024"}, "mentions[0].date: '6 May 2024' is no date; write 2024-05-06, 2024-05 or 2024"),
        ({"date": "2024-04-31"}, "mentions[0].date: '2024-04-31' is no date"),
        ({"date": "2024-13"}, "mentions[0].date: '2024-13' is no date"),
        ({"date": {"value": "24-05-06"}}, "mentions[0].date.value: '24-05-06' is no date"),
        ({"date": {"earliest": "May"}}, "mentions[0].date.earliest: 'May' is no date"),
        ({"date": "2024-05..2024-14"}, "mentions[0].date: '2024-05..2024-14' is no date"),
        ({"date": 1714953600000}, "mentions[0].date: 1714953600000 is no date"),
    ],
)
def test_a_slip_in_a_field_is_named(tmp_path: Path, change: dict[str, object], told: str) -> None:
    with pytest.raises(DatelineError) as raised:
        load_gold(written(tmp_path, {"text": "Norway expelled two envoys.", "mentions": [{**BARE, **change}]}))
    assert told in str(raised.value) and raised.value.where.endswith(":1")


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2024-05-06T00:00:00.000", "2024-05-06"),
        ("2024-05-06T09:30:00.000Z", "2024-05-06"),
        ("2024-05-06 00:00:00+00:00", "2024-05-06"),
        ("6 May 2024", "2024-05-06"),
        ("06.05.2024", "2024-05-06"),
        ("16/05/2024", "2024-05-16"),
        ("2024-05", "2024-05"),
        ("1974", "1974"),
        ("", None),
        (None, None),
    ],
)
@pytest.mark.parametrize("name", ["published", "date"])
def test_the_day_of_publication_is_read_as_that_of_a_corpus(tmp_path: Path, name: str, given: str | None, read: str | None) -> None:
    (found,) = load_gold(written(tmp_path, {"text": "x", name: given, "mentions": []}))
    assert found.published == read


@pytest.mark.parametrize("given", ["05/06/2024", "2024-02-30", "last May", "20240506", 20240506, 1714953600000, ["2024-05-06"], True])
def test_a_day_of_publication_that_is_none_is_named(tmp_path: Path, given: object) -> None:
    with pytest.raises(DatelineError, match=r"E501 .*:1: .*published: .* is no day"):
        load_gold(written(tmp_path, {"text": "x", "published": given, "mentions": []}))


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2024-05-06", "2024-05-06"),
        ("2024", "2024"),
        (2024, "2024"),
        ("2024-05-06T00:00:00.000", "2024-05-06"),
        ("2024-05-01..2024-05-07", "2024-05-01..2024-05-07"),
        ({"value": "2024-02-29"}, "2024-02-29"),
        ({"value": None, "earliest": "2024-05-06", "latest": "2024-05-07"}, "2024-05-06"),
        ({"value": None, "earliest": None}, None),
        ("", None),
    ],
)
def test_dates_of_acts(tmp_path: Path, given: object, read: str | None) -> None:
    (found,) = load_gold(written(tmp_path, {"text": "Norway expelled two envoys.", "mentions": [{**BARE, "date": given}]}))
    assert found.mentions[0].date == read


def test_countries_that_are_codes(tmp_path: Path) -> None:
    codes = ["NOR", "KOS", "UNO", "EUR", "NGO", "SUN", "GRL", "MTQ", "PSE", "TWN"]
    parties = [{"country": code} for code in [*codes, None, "", "---"]]
    (found,) = load_gold(written(tmp_path, {"text": "Norway expelled two envoys.", "mentions": [{**BARE, "actors": parties}]}))
    assert found.mentions[0].actors == {*codes, "---"}


def test_what_a_data_frame_leaves_empty_is_not_given(tmp_path: Path) -> None:
    empty = dict.fromkeys(("date", "place", "status", "negated", "certainty", "optional"))
    (found,) = load_gold(written(tmp_path, {"text": "Norway expelled two envoys.", "mentions": [{**BARE, **empty}]}))
    (mention,) = found.mentions
    assert (mention.date, mention.place, mention.status, mention.negated, mention.certainty, mention.optional) == (None, None, None, None, None, False)


def test_a_byte_order_mark_and_line_ends_inside_of_texts(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    lines = [json.dumps({"id": "a", "text": "One\u2028two\x85three", "mentions": []}, ensure_ascii=False), '{"id": "b", "text": "x", "mentions": []}']
    path.write_bytes(("\ufeff" + "\r\n".join(lines) + "\r\n").encode())
    assert [one.id for one in load_gold(path)] == ["a", "b"]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(DatelineError, match="E003"):
        load_gold(path)


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
