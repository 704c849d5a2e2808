"""Places of acts under headings and behind lead-ins."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline
from dateline.resolve import Resolver
from dateline.resolve.gazetteer import PlaceResult
from dateline.resolve.namesakes import is_person
from dateline.resolve.sections import Sections
from dateline.types import Block, BlockKind, Document, Span

PIPELINE = Pipeline(CodeOptions())


def _report(*lines: str) -> Document:
    """A document of paragraphs and of headings, which are marked as in Markdown."""
    text, blocks = "", []
    for line in lines:
        level = len(line) - len(line.lstrip("#"))
        words = line.lstrip("# ")
        blocks.append(Block(BlockKind.HEADING if level else BlockKind.PARAGRAPH, Span(len(text), len(text) + len(words)), level))
        text += words + "\n\n"
    return Document("r", "r", text, "", tuple(blocks))


def _acts(document: Document) -> list[tuple[str, str | None, set[str | None]]]:
    """Trigger, place and countries of the parties of each act."""
    (coded,) = PIPELINE.code([document])
    return [(m.trigger.text, m.place.name if m.place else None, {p.country for p in (*m.actors, *m.recipients)}) for m in coded.mentions]


def test_a_heading_holds_up_to_the_next_of_its_rank() -> None:
    found = _acts(
        _report(
            "## Kenya", "### Turkana County", "Raiders killed nine herders.", "### Security in Garissa County", "Police arrested four men.",
            "## Somalia", "Gunmen killed six traders.", "## Outlook", "Militiamen killed two men.",
        )
    )  # fmt: skip
    assert found[:3] == [("killed", "Turkana", {"KEN"}), ("arrested", "Garissa", {"KEN"}), ("killed", "Somalia", {"SOM"})]
    assert found[3][1] is None


def test_a_state_named_in_the_sentence_is_no_part_of_the_heading() -> None:
    ((_, place, _),) = _acts(_report("## Japan", "China deployed troops."))
    assert place is None


def test_what_is_only_said_is_nowhere() -> None:
    ((_, place, parties),) = _acts(_report("## Uganda", "The army praised the farmers."))
    assert place is None
    assert parties == {"UGA"}


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Puno. Police arrested six men.", "Puno"),
        ("Puno - Police arrested six men.", "Puno"),
        ("Puno – Police arrested six men.", "Puno"),
        ("Juliaca, Puno: Police arrested six men.", "Juliaca"),
        ("PUNO REGION: Police arrested six men.", "Puno"),
        ("Puno (16 May): Police arrested six men.", "Puno"),
        ("Puno – blockade. Police arrested six men.", "Puno"),
        ("Analysis: Police arrested six men.", None),
        ("Puno Police arrested six men.", None),
    ],
)
def test_lead_ins(lead: str, name: str | None) -> None:
    found = [place for trigger, place, _ in _acts(plain_document("d", f"Farmers marched in Peru.\n\n{lead}", "2021-06-01")) if trigger == "arrested"]
    assert found == [name]


def test_a_lead_in_kills_nobody() -> None:
    (coded,) = PIPELINE.code([plain_document("d", "Farmers marched in Peru.\n\nPuno (16 May): Armed robbers killed six traders.", "2021-06-01")])
    assert all(p.text != "Puno" for m in coded.mentions for p in m.actors)


@pytest.mark.parametrize("text", ["LIMA – Police arrested six men.", "PUNO, Peru (Agencia) - Police arrested six men.", "Puno: Police arrested six men."])
def test_the_dateline_that_opens_a_text_is_no_lead_in(text: str) -> None:
    document = plain_document("d", f"{text}\n\nPeru condemned the crime.", "2021-06-01")
    (coded,) = PIPELINE.code([document])
    assert all(m.place is None or m.place.text == "Puno" for m in coded.mentions)


def test_no_state_and_no_moderator_is_a_lead_in() -> None:
    document = plain_document("d", "The United States and Peru met.\n\nKaine: We won.\n\nPeru: The army lost.\n\nLima: The army won.", "2016-10-01")
    resolver = Resolver.load()

    def find(name: str, near: Sequence[str]) -> PlaceResult | None:
        return None if is_person(resolver.actor(name)) else resolver.place(name, near=near)

    sections = Sections(document, resolver.sightings(document.text, 0, 0), find)
    told = {words: sections.lead(document.text.index(words)) for words in ("We won", "army lost", "army won")}
    assert {words: lead.place.name if lead else None for words, lead in told.items()} == {"We won": None, "army lost": None, "army won": "Lima"}
