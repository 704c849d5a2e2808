"""Where local people and authorities are at home."""

from __future__ import annotations

import pytest
from test_resolve_document import Text
from tests.extract.parsing import at, parse

from dateline.extract.phrases import phrase_at
from dateline.resolve.localities import is_local, where_it_stands
from dateline.resolve.sightings import Sighting
from dateline.types import PhraseForm, RawAttribution, RawMention


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Local officials closed the bridge.", "officials", True),
        ("The provincial governor resigned.", "governor", True),
        ("Regional authorities closed the bridge.", "authorities", True),
        ("Village elders were told.", "elders", True),
        ("Regional leaders met in Lomé.", "leaders", False),
        ("The local economy shrank.", "economy", False),
        ("State governors met.", "governors", False),
        ("Officials closed the bridge.", "Officials", False),
    ],
)
def test_local(text: str, head: str, expected: bool) -> None:
    sentence = parse(text)
    phrase = phrase_at(sentence, at(sentence, head))
    assert phrase is not None and is_local(phrase) is expected


def test_local_officials_are_of_the_place_not_of_the_speaker() -> None:
    text = Text("Uganda's army said local officials had closed a market in Bunia, Congo.")
    who, place = text.phrase("local officials", PhraseForm.NOMINAL, plural=True, subject=True), text.phrase("Bunia")
    by = text.phrase("Uganda's army", PhraseForm.NOMINAL, subject=True)
    raw = RawMention(text.sentences[0], text.mention("closed"), "COERCE", actors=(who,), places=(place,), attribution=RawAttribution("institution", by))
    (party,) = text.resolve(raw, by, who, place, text.phrase("Congo")).actors
    assert (party.country, party.method) == ("COD", "place")


def test_local_speakers_are_of_the_place() -> None:
    text = Text("Kenyan jets bombed a camp near Kismayo in Somalia, local residents said.")
    who, by = text.phrase("Kenyan jets", PhraseForm.NOMINAL, plural=True), text.phrase("local residents", PhraseForm.NOMINAL, plural=True)
    place = text.phrase("Kismayo")
    raw = RawMention(text.sentences[0], text.mention("bombed"), "ASSAULT", actors=(who,), places=(place,), attribution=RawAttribution("unnamed", by))
    said = text.resolve(raw, who, place, text.phrase("Somalia"), by).attribution
    assert said is not None and said.country == "SOM"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Agents burnt a mill in the Andalusian village of Branov.", "ESP"),
        ("Agents burnt a mill near the old Andalusian town of Branov.", "ESP"),
        ("Agents burnt a mill for the Andalusian town of Branov.", None),
        ("Agents burnt a mill in the Andalusian style.", None),
        ("Agents burnt a mill, in the Andalusian village of Branov.", None),
    ],
)
def test_where_a_thing_stands(text: str, expected: str | None) -> None:
    told = Text(text)
    start = text.index("Andalusian")
    seen = [Sighting("ESP", 0, start, start + len("Andalusian"), "adjective", "in")]
    assert where_it_stands(told.phrase("mill", PhraseForm.NOMINAL), seen, text) == expected
