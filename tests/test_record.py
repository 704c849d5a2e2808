"""The record contract: every key, exact round trips, and a schema that rejects what breaks it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.ontology.plover import plover
from dateline.record import claim_to_record, load_schema, mention_to_record, record_to_mention
from dateline.types import (
    Attribution,
    Bearing,
    Certainty,
    Claim,
    Cues,
    EventMention,
    Mention,
    Participant,
    Place,
    Quantity,
    Sentence,
    SentenceKind,
    Source,
    SourceLink,
    Span,
    Status,
    TimeRef,
)

#: The keys of the contract, as the design prints them.
KEYS = [
    "schema_version",
    "mention_id",
    "event_id",
    "doc_id",
    "input_id",
    "sentence",
    "trigger",
    "type",
    "modes",
    "contexts",
    "actors",
    "recipients",
    "date",
    "place",
    "status",
    "negated",
    "certainty",
    "attribution",
    "cues",
    "quantities",
    "sources",
    "confidence",
    "coder",
]


def bare() -> EventMention:
    sentence = Sentence(0, "A visited B.", Span(10, 22))
    return EventMention("m", "m", "d", "i", sentence, Mention("visited", Span(12, 19)), "CONSULT", coder="c 1")


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
maybe = st.none() | words
codes = st.sampled_from(["KOR", "PRK", "EUR"])
sectors = st.sampled_from([term.name for term in plover().sectors])
unit = st.floats(0, 1).map(lambda value: round(value, 3))
number = st.none() | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def mentions(draw: st.DrawFn) -> Mention:
    text, start = draw(words), draw(st.integers(0, 9999))
    return Mention(text, Span(start, start + len(text)))


spans = mentions().map(lambda mention: mention.span)


@st.composite
def attributions(draw: st.DrawFn, depth: int = 2) -> Attribution:
    kind = draw(st.sampled_from(["speaker", "institution", "media", "unnamed", "document", "poll"]))
    via = draw(st.none() | attributions(depth - 1)) if depth else None
    return Attribution(kind, draw(maybe), draw(st.none() | spans), draw(maybe), draw(st.none() | codes), via)


@st.composite
def dates(draw: st.DrawFn) -> TimeRef:
    first, last = sorted(draw(st.tuples(st.dates(date(1000, 1, 1)), st.dates(date(1000, 1, 1)))))
    precision = draw(st.sampled_from(["day", "month", "year", "interval"]))
    basis = draw(st.sampled_from(["explicit", "relative", "source", "document"]))
    return TimeRef(first, last, precision, basis, draw(maybe), draw(st.none() | spans))


parties = st.builds(
    Participant,
    words,
    spans,
    maybe,
    st.none() | codes,
    st.none() | sectors,
    st.lists(sectors, unique=True).map(tuple),
    unit,
)
places = st.builds(
    Place,
    words,
    spans,
    maybe,
    st.none() | codes,
    st.none() | st.integers(1, 10**8),
    st.none() | st.floats(-90, 90),
    st.none(),
)
cues = st.builds(Cues, *[st.none() | mentions()] * 4)
quantities = st.builds(Quantity, words, spans, number, number, number, maybe, maybe, st.booleans())
SOURCES = st.builds(
    Source,
    note=maybe,
    kind=words,
    title=maybe,
    authors=st.lists(words, max_size=2).map(tuple),
    agency=maybe,
    outlet=maybe,
    published=st.sampled_from([None, "2024", "2024-10", "2024-10-05"]),
    url=maybe,
)
bearings = st.none() | st.builds(Bearing, st.sampled_from(["same", "detail", "background", "unrelated"]), st.tuples(words))
links = st.builds(SourceLink, SOURCES, st.sampled_from(["marker", "sentence", "similarity"]), unit, bearings)


@st.composite
def events(draw: st.DrawFn) -> EventMention:
    kind = draw(st.sampled_from(plover().types))
    modes = draw(st.lists(st.sampled_from([mode.name for mode in kind.modes]), unique=True)) if kind.modes else []
    inside = draw(mentions())
    return EventMention(
        *[draw(words) for _ in range(4)],
        Sentence(0, inside.text, inside.span, draw(st.sampled_from(SentenceKind))),
        draw(mentions()),
        kind.name,
        tuple(modes),
        tuple(draw(st.lists(st.sampled_from([term.name for term in plover().contexts]), unique=True, max_size=3))),
        *(tuple(draw(st.lists(parties, max_size=2))) for _ in range(2)),
        draw(st.none() | dates()),
        draw(st.none() | places),
        draw(st.sampled_from(Status)),
        draw(st.booleans()),
        draw(st.sampled_from(Certainty)),
        draw(st.none() | attributions()),
        draw(cues),
        tuple(draw(st.lists(quantities, max_size=2))),
        tuple(draw(st.lists(links, max_size=2))),
        draw(unit),
        draw(words),
    )


@settings(max_examples=60, deadline=None)
@given(events())
def test_a_record_follows_the_schema_and_gives_the_mention_back(event: EventMention) -> None:
    record = json.loads(json.dumps(mention_to_record(event)))
    jsonschema.Draft202012Validator(load_schema()).validate(record)
    assert record_to_mention(record) == event
    assert mention_to_record(record_to_mention(record)) == record


def test_a_bare_mention_has_every_key() -> None:
    record = mention_to_record(bare())
    assert list(record) == KEYS
    assert record["sentence"] == {"text": "A visited B.", "span": [10, 22], "kind": "body"}
    assert record["trigger"] == {"text": "visited", "span": [12, 19]}
    empty = {name for name, value in record.items() if value in (None, [])}
    assert empty == {
        "modes",
        "contexts",
        "actors",
        "recipients",
        "date",
        "place",
        "attribution",
        "quantities",
        "sources",
    }
    assert record["cues"] == {"negated": None, "status": None, "certainty": None, "attribution": None}


def test_scores_and_confidence_are_rounded_to_three_places() -> None:
    from dataclasses import replace

    party = Participant("A", Span(10, 11), score=0.123456)
    record: dict[str, Any] = mention_to_record(replace(bare(), confidence=0.87654, actors=(party,)))
    assert (record["confidence"], record["actors"][0]["score"]) == (0.877, 0.123)


def test_the_schema_is_valid_and_closed_lists_are_those_of_the_ontology() -> None:
    schema: dict[str, Any] = load_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["required"] == KEYS == list(schema["properties"])
    assert schema["properties"]["type"]["enum"] == [kind.name for kind in plover().types]
    assert set(schema["$defs"]["mode"]["enum"]) == {mode.name for kind in plover().types for mode in kind.modes}
    assert schema["$defs"]["context"]["enum"] == [term.name for term in plover().contexts]
    assert schema["$defs"]["sector"]["enum"] == [term.name for term in plover().sectors]
    assert schema["properties"]["status"]["enum"] == [status.value for status in Status]
    assert schema["$defs"]["certainty"]["enum"] == [certainty.value for certainty in Certainty]
    for part in (schema, *(one for one in schema["$defs"].values() if "properties" in one)):
        assert part["required"] == list(part["properties"]) and part["additionalProperties"] is False


BREAKS: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("a missing key", lambda record: record.pop("place")),
    ("an unknown key", lambda record: record.update(extra=1)),
    ("an unknown type", lambda record: record.update(type="FIGHT")),
    ("a mode of another type", lambda record: record.update(modes=["riot"])),
    ("a mode for a type without modes", lambda record: record.update(type="AID", modes=["visit"])),
    ("a span of one number", lambda record: record["trigger"].update(span=[1])),
    ("a span of three", lambda record: record["trigger"].update(span=[1, 2, 3])),
    ("a confidence above one", lambda record: record.update(confidence=1.5)),
    ("another version", lambda record: record.update(schema_version=2)),
    ("a missing inner key", lambda record: record["cues"].pop("status")),
]


@pytest.mark.parametrize(("what", "spoil"), BREAKS, ids=[what for what, _ in BREAKS])
def test_the_schema_rejects(what: str, spoil: Callable[[dict[str, Any]], object]) -> None:
    validator = jsonschema.Draft202012Validator(load_schema())
    record = mention_to_record(bare())
    assert validator.is_valid(record)
    spoil(record)
    assert not validator.is_valid(record), what


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (lambda record: record.pop("place"), "place is missing"),
        (lambda record: record["trigger"].update(span=[19, 12]), "record.trigger: .*span"),
        (lambda record: record["trigger"].update(text="visite"), "as long as its text"),
        (lambda record: record.update(negated="no"), "negated is not true or false"),
        (lambda record: record.update(status="past"), "past"),
        (lambda record: record.update(confidence=True), "confidence is not a number"),
        (lambda record: record.update(schema_version=2), "schema_version is not 1"),
        (lambda record: record.update(actors={"text": "A"}), "actors is not a list"),
    ],
)
def test_reading_a_broken_record_names_what_is_wrong(spoil: Callable[[dict[str, Any]], object], named: str) -> None:
    record = copy.deepcopy(mention_to_record(bare()))
    spoil(record)
    with pytest.raises(DatelineError, match=named) as caught:
        record_to_mention(record)
    assert caught.value.code == "E413"


def test_a_claim_follows_its_schema() -> None:
    schema = load_schema()
    validator = jsonschema.Draft202012Validator({"$ref": "#/$defs/claim", "$defs": schema["$defs"]})
    full = Claim(
        "stance",
        "is wary",
        Span(3, 10),
        Participant("A", Span(0, 1)),
        "A",
        "B",
        ("m1",),
        Certainty.PROBABLE,
        Attribution("poll"),
        (SourceLink(Source("1", "news"), "marker"),),
    )
    for claim in (full, Claim("outlook", "may follow", Span(0, 10))):
        record = json.loads(json.dumps(claim_to_record(claim)))
        validator.validate(record)
        assert list(record) == [
            "kind",
            "holder",
            "text",
            "span",
            "subject",
            "object",
            "mentions",
            "certainty",
            "attribution",
            "sources",
        ]
    assert not validator.is_valid({**claim_to_record(full), "kind": "guess"})


def test_the_module_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    code = "import sys, dateline.record, dateline.store, dateline.cli.sql, dateline.cli.events, dateline.cli.forget; "
    heavy = ["spacy", "duckdb", "pyarrow", "lxml", "onnxruntime", "rich.table"]
    done = subprocess.run(
        [sys.executable, "-c", code + f"print([name for name in {heavy!r} if name in sys.modules])"],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).parent.parent / "src"), "PATH": ""},
        check=True,
    )
    assert done.stdout.strip() == "[]"
