"""Who issues a statement, and whom "the Department", "we" and "the Ministers" in it mean; by the real parser's phrases."""

from __future__ import annotations

import pytest

from dateline.extract.parse import parse_documents
from dateline.extract.phrases import all_phrases
from dateline.pipeline import Pipeline
from dateline.resolve import Resolver
from dateline.resolve.scene import DocumentScene
from dateline.types import Block, BlockKind, Document, Extraction, Mention, Span

RESOLVER = Resolver.load()


def countries(title: str, body: str, word: str, dateline: str = "") -> list[str | None]:
    """The countries of the last phrase of a paper that holds a word."""
    text = f"{title}\n\n{body}" if title else body
    at = len(text) - len(body)
    blocks = [Block(BlockKind.TITLE, Span(0, len(title)))] if title else []
    document = Document("d", "d", text, "", blocks=(*blocks, Block(BlockKind.PARAGRAPH, Span(at, len(text)))))
    parsed = parse_documents([document])[0]
    phrases = tuple(phrase for sentence in parsed for phrase in all_phrases(sentence))
    home = (Mention(dateline, Span(at, at + len(dateline))),) if dateline else ()
    scene = DocumentScene(document, Extraction(tuple(s.sentence for s in parsed), phrases, datelines=home), RESOLVER)
    start = text.rindex(word)
    phrase = next(p for p in reversed(phrases) if p.mention.span.start <= start < p.mention.span.end)
    return sorted({party.country for party in scene.of(phrase)}, key=str)


@pytest.mark.parametrize(
    ("title", "body", "word", "expected"),
    [
        (
            "Statement of the Ministry of Foreign Affairs",
            "The Ministry of Foreign Affairs summoned the Rwandan ambassador and conveyed Burundi's strongest protest. The Ministry awaits a reply.",
            "Ministry",
            ["BDI"],
        ),
        ("Press release", "The Ministry of Foreign Affairs deplores the raid. Nepal calls on China to withdraw. We demand an apology.", "We", ["NPL"]),
        ("Statement of the Embassy of Eritrea in London", "The Embassy rejects the claims of the British government.", "Embassy", ["ERI"]),
        ("Statement of the Ministry of Defence", "The Ministry deplores the raid. Nepal rejects it. China rejects it. We demand peace.", "We", [None]),
        ("Notes from a journey", "The Ministry deplores the raid. Nepal rejects it. We demand peace.", "We", [None]),
        (
            "Joint Statement of the Peru-Chile Ministerial Meeting",
            "The two foreign ministers met in Lima. Brazil and Bolivia sent guests. The Ministers welcomed a pact.",
            "Ministers",
            ["CHL", "PER"],
        ),
        ("Joint communiqué", "President Yoweri Museveni of Uganda and President William Ruto of Kenya met. Mali was silent. We urge calm.", "We", ["KEN", "UGA"]),
    ],
)
def test_a_statement_is_of_those_who_issue_it(title: str, body: str, word: str, expected: list[str | None]) -> None:
    assert countries(title, body, word) == expected


def test_a_report_that_opens_with_an_office_means_that_of_its_dateline() -> None:
    body = "MANILA - The Department of Foreign Affairs protested to China. The Department spoke of five ships."
    assert countries("", body, "Department", "MANILA") == ["PHL"]
    assert countries("", "MANILA - The Ministry of Foreign Affairs of Vietnam spoke. The Ministry was firm.", "Ministry", "MANILA") == [None]


@pytest.mark.parametrize(
    ("body", "dateline", "expected"),
    [
        ("SEOUL - South Korean jets took off, the Joint Chiefs of Staff said. Washington was told.", "SEOUL", ["KOR"]),
        ("SEOUL - A missile fell into the sea, the Joint Chiefs of Staff said. Washington was told.", "SEOUL", ["KOR"]),
        ("SEOUL - In Washington, the Joint Chiefs of Staff warned North Korea.", "SEOUL", ["USA"]),
        ("WASHINGTON - The Joint Chiefs of Staff warned South Korea.", "WASHINGTON", ["USA"]),
        ("The United States protested. The Joint Chiefs of Staff sent jets to South Korea.", "", ["USA"]),
    ],
)
def test_a_body_of_one_name_in_two_states_is_of_the_sentences(body: str, dateline: str, expected: list[str | None]) -> None:
    assert countries("", body, "Joint", dateline) == expected


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Joint Declaration of the Presidents of Peru, Chile and the Prime Minister of Japan on Mali", "Mali arrested two envoys. We condemn it.", ["CHL", "JPN", "PER"]),
        ("Statement by the foreign ministers of Norway, Sweden and Denmark on Chad", "Chad closed a port. We condemn it.", ["DNK", "NOR", "SWE"]),
        ("Joint statement on Mali by the leaders of Ghana and Togo", "The two met in Lagos. We condemn Mali.", ["GHA", "TGO"]),
        ("Joint press statement of the African Union and Kenya on Somalia", "A raid took place. We condemn it.", ["IGO", "KEN"]),
        ("Joint Statement on Sudan", "The foreign ministers of Norway and Canada met in Rome and condemned Sudan. We urge calm.", ["CAN", "NOR"]),
        ("Joint Statement on Sudan", "We, the Foreign Ministers of Norway and Canada, urge Sudan to stop.", ["CAN", "NOR"]),
        ("G20 Leaders' Statement on Lebanon", "Lebanon is in need. We urge Lebanon to reform.", ["IGO"]),
        ("Chair's Statement of the 12th ECOWAS Summit", "It was held in Accra, Ghana. We condemn the coup in Niger.", ["IGO"]),
        ("Remarks by Prime Minister Keir Starmer on Iran", "Iran arrested two men. We condemn it.", ["GBR"]),
        ("Statement by the Spokesperson on Georgia", "Georgia arrested protesters. We condemn Georgia.", [None]),
        ("Declaration on Myanmar", "Myanmar arrested protesters. We call on Myanmar to free them.", [None]),
    ],
)
def test_we_are_those_who_make_a_statement_and_not_whom_it_is_about(title: str, body: str, expected: list[str | None]) -> None:
    assert countries(title, body, "We") == expected


def test_we_is_nobodys_in_the_acts_of_a_statement_that_names_nobody() -> None:
    text = "Statement by the Spokesperson on Georgia\n\nWe condemn the arrests in Tbilisi. We call on Georgia to release the protesters."
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.TITLE, Span(0, 40)), Block(BlockKind.PARAGRAPH, Span(42, len(text)))))
    acts = [act for act in Pipeline().code([document])[0].mentions if any(one.text == "We" for one in act.actors)]
    assert acts and all([one.country for one in act.actors] == [None] for act in acts)
