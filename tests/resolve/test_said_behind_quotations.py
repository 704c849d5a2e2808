"""Who "he said" and "we" are where a quotation names other states: the speaker and his side, never those whom it is about."""

from __future__ import annotations

from functools import lru_cache

import pytest

from dateline.pipeline import Pipeline
from dateline.read import read
from dateline.types import Coded, EventMention

ACCUSED = """Tinubu Warns Niger

ABUJA, Aug. 12, 2023 - Nigerian President Bola Tinubu accused Niger on Friday of breaking a promise.

"Niger has closed the bridge at Malanville," Tinubu said. "It has arrested our drivers.

"The junta has jailed a governor.

"We have moved our soldiers to Sokoto," he said.

Niger's foreign ministry rejected the claims.
"""
LONG = """Kigali, 3 March 2022

President Paul Kagame spoke for an hour on Sunday.

"Burundi has shelled our villages. It has armed rebels. It has closed its border. It has jailed traders.

"France has sent them boats.

"We have sent our troops to Bugarama," he said.

Burundi's army withdrew from Cibitoke on Monday.
"""
OTHERS = """Oslo, 3 March 2022

Prime Minister Jonas Store met Swedish Foreign Minister Ann Linde on Sunday. "Denmark closed the strait," Linde said. He left for Bergen.

Iran seized a tanker. "Cuba" is the name of the ship. He had warned Tehran.
"""
TEXTS = {"accused.txt": ACCUSED, "long.txt": LONG, "others.txt": OTHERS}


@lru_cache(maxsize=1)
def _pipeline() -> Pipeline:
    return Pipeline()


@lru_cache(maxsize=4)
def _coded(name: str) -> Coded:
    return _pipeline().code([read(TEXTS[name].encode(), input_id=name)])[0]


def _act(name: str, words: str) -> EventMention:
    return next(one for one in _coded(name).mentions if words in one.sentence.text)


@pytest.mark.parametrize(
    ("name", "words", "country", "speaker"),
    [
        ("accused.txt", "moved our soldiers", "NGA", "NGA"),
        ("long.txt", "sent our troops", "RWA", "RWA"),
    ],
)
def test_we_in_a_quotation_are_the_speaker_s_side(name: str, words: str, country: str, speaker: str) -> None:
    act = _act(name, words)
    assert act.attribution is not None
    assert ([one.country for one in act.actors], act.attribution.country) == ([country], speaker)


@pytest.mark.parametrize(
    ("name", "words", "country"),
    [
        ("accused.txt", "jailed a governor", "NGA"),
        ("long.txt", "shelled our villages", "RWA"),
        ("long.txt", "armed rebels", "RWA"),
        ("long.txt", "closed its border", "RWA"),
        ("long.txt", "jailed traders", "RWA"),
        ("long.txt", "sent them boats", "RWA"),
    ],
)
def test_a_quotation_of_several_paragraphs_has_one_speaker(name: str, words: str, country: str) -> None:
    said = _act(name, words).attribution
    assert said is not None and said.country == country


@pytest.mark.parametrize(("name", "words"), [("accused.txt", "rejected the claims"), ("long.txt", "withdrew from Cibitoke"), ("others.txt", "seized a tanker")])
def test_what_stands_behind_a_quotation_is_the_author_s(name: str, words: str) -> None:
    assert _act(name, words).attribution is None
