"""What completion offers: words of the sentence, and of the knowledge base what can be stored with words of the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from coding import Client, mention, message_of, party, sentence_spans, stored

from dateline.record import mention_to_record
from dateline.review.app import create_app
from dateline.review.complete import Completer
from dateline.review.desk import Desk
from dateline.store.duckdb import Database
from dateline.types import Coded, Document

TEXT = (
    ("Prime Minister Hun Manet spoke in Phnom Penh on Thai border patrols.", "Per capita aid can rise, officials said."),
    ("Patrols shelled civilians near the Thai town.", "Later al-Shabaab claimed it, and Bolivia protested."),
)


def shelling() -> Coded:
    text, blocks, sentences = sentence_spans(TEXT, "Border shelling")
    document = Document("d7", "c.md", text, "0" * 64, tuple(blocks))
    body = sentences[-4:]
    acts = (
        mention("d7", "c.md", text, body[1], "rise", "AID"),
        mention("d7", "c.md", text, body[2], "shelled", "ASSAULT", actors=(party(text, "Patrols", body[2], None, "MIL"),)),
        mention("d7", "c.md", text, body[3], "claimed", "SUPPORT"),
    )
    return Coded(document, tuple(sentences), acts)


@pytest.fixture(scope="module")
def completer() -> Completer:
    return Completer()


def offered(completer: Completer, role: str, typed: str, act: int = 1, in_play: str = "", **more: Any) -> list[str]:
    coded = shelling()
    record = {**mention_to_record(coded.mentions[act]), **more}
    return [one.label for one in completer.parties(role, typed, record, coded.document, frozenset(in_play.split()))]


def test_words_that_mean_somebody_come_before_a_code_of_another_country(completer: Completer) -> None:
    assert offered(completer, "recipients", "civ") == ["civilians"]
    assert offered(completer, "actors", "civ")[:2] == ["civilians", "Ivory Coast"]  # there over the words of the party that is replaced
    assert offered(completer, "actors", "civ", in_play="CIV")[:2] == ["Ivory Coast", "civilians"]


@pytest.mark.parametrize(("typed", "country"), [("per", "Peru"), ("can", "Canada")])
def test_a_code_comes_before_words_that_mean_nobody(completer: Completer, typed: str, country: str) -> None:
    someone = [{"text": "officials", "span": [0, 1], "entity": None, "country": None, "sector": None, "sectors": [], "score": 1.0}]
    assert offered(completer, "actors", typed, act=0, actors=someone)[0] == country


def test_only_what_the_text_names_is_offered_for_a_party_that_is_added(completer: Completer) -> None:
    assert "Chad" not in offered(completer, "recipients", "chad") and "Chad" not in offered(completer, "actors", "+chad")
    assert "Chad" in offered(completer, "actors", "chad")
    assert "Thailand" in offered(completer, "recipients", "thailand")


@pytest.mark.parametrize(
    ("typed", "words"),
    [("hun man", "Hun Manet"), ("cambodia", "Phnom Penh"), ("thailand", "Thai"), ("al-shab", "al-Shabaab"), ("bolivia", "Bolivia"), ("tha.m", "Thai")],
)
def test_what_is_offered_has_its_words(completer: Completer, typed: str, words: str) -> None:
    coded = shelling()
    record = mention_to_record(coded.mentions[1])
    option = next(one for one in completer.parties("recipients", typed, record, coded.document) if one.span is None or one.label == words)
    found = completer.words_for("recipients", option, None, record, coded.document)
    assert found is not None and found["text"] == words and coded.document.text[slice(*found["span"])] == words


def test_a_party_that_is_not_there_is_not_offered_to_be_changed(completer: Completer) -> None:
    assert offered(completer, "recipients", ".m") == [] and offered(completer, "recipients", "-") == []
    assert "sector MIL" in offered(completer, "actors", ".m")
    assert offered(completer, "actors", "-") == ["take it away"] and offered(completer, "actors", "-2") == []
    assert offered(completer, "actors", "3 thai") == [] and offered(completer, "attribution", ".m") == []


def test_a_speaker_stands_on_his_own_words_where_the_text_has_them(completer: Completer) -> None:
    coded = shelling()
    record = mention_to_record(coded.mentions[2])
    said = {"span": [0, 6], "text": "Border"}
    [bolivia, *_] = [one for one in completer.parties("attribution", "boliv", record, coded.document) if one.country == "BOL"]
    found = completer.words_for("attribution", bolivia, said, record, coded.document)
    assert found is not None and found["text"] == "Bolivia"
    assert offered(completer, "attribution", "reuters") == []


def test_whatever_is_offered_is_stored(tmp_path: Path) -> None:
    coded = shelling()
    with Database(stored(tmp_path / "a.duckdb", coded)) as database:
        desk = Desk(database)
        client = Client(create_app(desk)).named("Ada")
        act = coded.mentions[1].mention_id
        for role in ("actors", "recipients"):
            for typed in ("civ", "tha", "+hun", "2 cam", ".m", "+bol.g", "-", "s"):
                list_ = client.get(f"/complete/{role}?text={typed.replace('+', '%2B').replace(' ', '+')}&doc=d7&mention={act}").text
                for pick in range(list_.count('role="option"')):
                    answer = client.post("/decide", action="party", role=role, doc="d7", mention=act, text=typed, pick=pick)
                    assert "Nothing was stored" not in message_of(answer), (role, typed, pick, message_of(answer))
                    if "Changed" in message_of(answer):
                        client.post("/decide", action="undo", doc="d7", mention=act)
        for role, typed, why in (("recipients", "chad", "does not name Chad"), ("recipients", ".m", "no party whose sector"), ("actors", "4 thai", "no party number 4")):
            assert why in message_of(client.post("/decide", action="party", role=role, doc="d7", mention=act, text=typed))
