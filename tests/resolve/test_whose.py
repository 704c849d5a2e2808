"""Whose forces, groups, offices and names are where a text says it elsewhere than in their own words; by the real parser's phrases."""

from __future__ import annotations

import pytest

from dateline.extract.parse import parse_documents
from dateline.extract.phrases import all_phrases
from dateline.resolve import Resolver, enemies
from dateline.resolve.scene import DocumentScene
from dateline.resolve.settling import Settler
from dateline.types import Block, BlockKind, Document, Extraction, Lean, Mention, Participant, Phrase, RawMention, Span

RESOLVER = Resolver.load()


def scene_of(text: str) -> tuple[DocumentScene, Extraction]:
    """A text as the resolver reads it, without acts."""
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    parsed = parse_documents([document])[0]
    extraction = Extraction(tuple(s.sentence for s in parsed), tuple(phrase for sentence in parsed for phrase in all_phrases(sentence)))
    return DocumentScene(document, extraction, RESOLVER), extraction


def country(text: str, word: str) -> str | None:
    """The country of the last phrase that holds a word."""
    scene, extraction = scene_of(text)
    start = text.rindex(word)
    phrase = next(p for p in reversed(extraction.phrases) if p.mention.span.start <= start < p.mention.span.end)
    return scene.of(phrase)[0].country


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Hezbollah shelled Haifa. Iran denied arming it. The group spoke on Monday.", "group", "LBN"),
        ("Hezbollah shelled Haifa. Iran denied arming the fighters. The militants spoke.", "militants", "LBN"),
        ("Hezbollah and Hamas spoke. The militants were calm.", "militants", None),
        ("Hezbollah shelled Haifa. Amnesty International protested. The group spoke on Monday.", "group", "NGO"),
        ("Ukrainian drones hit a depot in Tula Oblast. The governor spoke.", "governor", "RUS"),
        ("Chilean planes landed in Arequipa; the mayor, Juan Rios, left.", "mayor", "PER"),
        ("Chilean planes landed. The mayor left.", "mayor", None),
        ("Belgium expelled a Rwandan envoy. Rwanda accused Brussels of arrogance.", "Brussels", "BEL"),
        ("Belgium and the European Union spoke. The European Commission told Serbia that Brussels was ready.", "Brussels", "EUR"),
        ("Sudan's army left El Obeid.", "El Obeid", "SDN"),
        ("Japan condemned Iran's missile tests and its supply of drones.", "its", "IRN"),
        ("Japan condemned Iran and its supply of drones.", "its", None),
        ("Peru held Betssy Chávez. A court freed Chávez.", "Chávez", None),
    ],
)
def test_whose_it_is(text: str, word: str, expected: str | None) -> None:
    assert country(text, word) == expected


def party(text: str, code: str | None, method: str, sector: str | None = None) -> Participant:
    return Participant(text, Span(0, len(text)), None, code, sector, (), 1.0, method)


def test_a_short_name_in_brackets_is_no_second_party() -> None:
    scene, extraction = scene_of("The Department of Foreign Affairs (DFA) protested.")
    assert "DFA" in [p.mention.text for p in extraction.phrases]
    assert "DFA" not in [one.text for one in scene.participants(extraction.phrases)]


FORCES = party("Ukrainian forces", "UKR", "composition", "MIL")
TANKS = party("tanks", "UKR", "setting")


@pytest.mark.parametrize(
    ("recipient", "place", "at_war", "expected"),
    [
        (TANKS, "RUS", {}, "RUS"),
        (TANKS, "UKR", {"UKR": frozenset({"RUS"})}, None),
        (TANKS, None, {"UKR": frozenset({"RUS"})}, "RUS"),
        (TANKS, None, {"UKR": frozenset({"RUS", "BLR"})}, None),
        (TANKS, None, {}, None),
        (party("Ukrainian tanks", "UKR", "composition"), "RUS", {}, None),
        (party("tanks", "POL", "setting"), "RUS", {}, None),
    ],
)
def test_what_forces_strike_is_their_enemy_s(recipient: Participant, place: str | None, at_war: dict[str, frozenset[str]], expected: str | None) -> None:
    assert enemies.struck("ASSAULT", (FORCES,), (FORCES,), recipient, place, at_war) == expected
    assert enemies.struck("COERCE", (FORCES,), (FORCES,), recipient, place, at_war) is None


def test_states_are_at_war_where_one_strikes_the_other_or_in_its_land() -> None:
    russia, nobody = party("Russia", "RUS", "country"), party("posts", None, "unknown")
    acts = [("ASSAULT", (FORCES,), (russia,), None), ("ASSAULT", (FORCES,), (nobody,), "BLR"), ("ACCUSE", (FORCES,), (party("Poland", "POL", "country"),), None)]
    assert enemies.wars(acts) == {"UKR": frozenset({"RUS", "BLR"}), "RUS": frozenset({"UKR"}), "BLR": frozenset({"UKR"})}


def raw_of(extraction: Extraction, text: str, trigger: str, kind: str, leans: str = "", **parts: str) -> RawMention:
    """An act of a text; its parties and place by a word of their phrase, and the word towards whose country the coder leans, or any."""
    sentence = next(s for s in extraction.sentences if trigger in s.text)

    def phrases(part: str) -> tuple[Phrase, ...]:
        start = text.rindex(parts[part]) if part in parts else -1
        return tuple(p for p in extraction.phrases if p.mention.span.start <= start < p.mention.span.end)[-1:]

    start = text.index(trigger)
    lean = Lean(sentence.span, 0.4, 0.4)
    if leans:
        at = text.index(leans)
        lean = Lean(Span(at, at + len(leans)), 0.9, 0.9)
    mention = Mention(trigger, Span(start, start + len(trigger)))
    return RawMention(sentence, mention, kind, actors=phrases("by"), recipients=phrases("to"), places=phrases("at"), leans=(lean,))


def acted(text: str, trigger: str, kind: str, leans: str = "", **parts: str) -> list[str | None]:
    """The recipients' countries of an act that is the only one of a text."""
    scene, extraction = scene_of(text)
    raw = raw_of(extraction, text, trigger, kind, leans, **parts)
    return sorted({p.country for p in Settler(scene).settle(scene.act(raw)).recipients}, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo and Benin quarrelled. Ghana spoke to Togo. Ghana urged both sides to talk.", ["BEN", "TGO"]),
        (
            "Togo and Benin quarrelled. It rained. It rained. It rained. Ghana spoke to Togo. Ghana urged both sides to talk. Mali approved.",
            ["BEN", "TGO"],
        ),
        ("Israel shelled Hezbollah. Ghana urged both sides to talk.", ["ISR", "LBN"]),
    ],
    ids=["near", "far", "an armed group"],
)
def test_a_state_is_none_of_both_sides_that_it_speaks_to(text: str, expected: list[str]) -> None:
    assert acted(text, "urged", "REQUEST", by="Ghana urged", to="sides") == expected


@pytest.mark.parametrize(("after", "expected"), [("", "UGA"), (" Congo protested.", "COD")])
def test_what_forces_strike_is_of_the_place_where_the_text_speaks_of_its_state(after: str, expected: str) -> None:
    assert acted(f"Ugandan forces struck tanks in Goma.{after}", "struck", "ASSAULT", "Ugandan", by="forces", to="tanks", at="Goma") == [expected]


def test_no_state_takes_a_measure_against_itself() -> None:
    assert acted("Kenya was content, and Kenya suspended imports.", "suspended", "SANCTION", "Kenya", by="Kenya") == []


def test_a_state_does_not_answer_itself() -> None:
    text = "Burundi warned Rwanda, and Rwanda said that it would respond."
    scene, extraction = scene_of(text)
    named = [p for p in extraction.phrases if p.mention.text == "Rwanda"]
    raw = RawMention(extraction.sentences[0], named[0].mention, "THREATEN", actors=(named[1],), recipients=(named[0],))
    assert scene.act(raw).recipients == ()
