"""Why, positions, what next: each claim in its section, with its words, holder, acts and sources."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dateline.report import render_brief
from dateline.report.acts import acts
from dateline.report.claims import FIRST, claim_sections, claim_views
from dateline.report.enumerated import enumerated
from dateline.types import Block, BlockKind, Sentence, Span, Status

from . import factory


def test_every_kind_has_its_section() -> None:
    coded = factory.with_claims()
    found = acts([coded])
    sections = claim_sections(claim_views([coded], found), found)
    assert [(one.key, [view.kind for view in one.views]) for one in sections] == [
        ("why", ["cause", "motive", "exchange"]), ("positions", ["stance", "opinion"]), ("next", ["outlook", "dependency"]),
    ]  # fmt: skip
    assert sections[2].future == (12,)


def test_a_claim_keeps_its_sentence_holder_acts_and_source() -> None:
    coded = factory.with_claims()
    views = {view.kind: view for view in claim_views([coded], acts([coded]))}
    motive = views["motive"]
    assert motive.before.endswith("two days later and") and motive.text == "demanded the withdrawal of the ships" and motive.after == "." and motive.gap == ""
    assert motive.citations[0].note == "2" and motive.holder == "Aldania (Albania)"
    assert views["cause"].rows == (2,) and views["opinion"].holder == ""
    assert (views["outlook"].certainty, views["dependency"].speaker) == ("probable", "older readers")


def test_one_claim_told_twice_stands_once_and_an_unknown_kind_nowhere() -> None:
    coded = factory.with_claims()
    doubled = replace(coded, claims=(*coded.claims, *coded.claims, replace(coded.claims[0], kind="rumour")))
    assert len(claim_views([doubled], acts([doubled]))) == 7


def test_what_an_office_believes_is_no_public_opinion() -> None:
    coded = factory.with_claims()
    opinion = next(one for one in coded.claims if one.kind == "opinion")
    office = next(one.holder for one in coded.claims if one.holder is not None)
    unknown = replace(office, text="they", entity=None, country=None, sector=None)
    held = [opinion, *(replace(opinion, holder=one) for one in (replace(office, sector="CVL"), replace(office, sector="JUD"), unknown))]
    names = [claim_views([replace(coded, claims=(one,))], acts([coded]))[0].name for one in held]
    assert names == ["public opinion", "public opinion", "view", "view"]


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("It will hang on two things. The first is price. The second is rain, or none.", "The first is price. The second is rain, or none."),
        ("It depends on several questions. One is money. Riga is silent. Another is time.", "One is money. Another is time."),
        ("It hinges on three votes. The first is on Monday.", ""),
        ("It depends on two things. Riga is silent.", ""),
    ],
)
def test_what_a_claim_only_counts_is_told_behind_it(text: str, behind: str) -> None:
    ends = [match.end() for match in re.finditer(r"\.(?= |$)", text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = tuple(Sentence(n, text[start:end], Span(start, end)) for n, (start, end) in enumerate(zip(starts, ends, strict=True)))
    document = replace(factory.with_claims().document, text=text, blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    coded = replace(factory.with_claims(), document=document, sentences=sentences)
    assert enumerated(coded, Span(3, ends[0] - 1), sentences[0].span) == behind


def test_a_long_section_opens_on_demand() -> None:
    coded = factory.with_claims()
    many = replace(coded, claims=tuple(replace(coded.claims[3], kind="stance", span=one.sentence.span) for one in coded.mentions))
    section = claim_sections(claim_views([many], acts([many])), acts([many]))[0]
    assert len(section.first) == FIRST and len(section.views) > FIRST
    html = render_brief([many], program="p")
    assert f"<summary>{len(section.more)} more</summary>" in html


def test_the_page_links_claims_to_their_words() -> None:
    html = render_brief([factory.with_claims()], program="p")
    links = re.findall(r'href="#(b-0-\d+)" data-claim="(\d+)"', html)
    assert len(links) == 7
    for block, number in links:
        words = html.split(f'id="{block}"')[1].split("</p>")[0]
        assert re.search(rf'data-of="[^"]*\bclaim-{number}\b', words), (block, number)


def test_no_claims_and_no_plans_no_sections() -> None:
    coded = factory.coded()
    past = replace(coded, mentions=tuple(one for one in coded.mentions if one.status is not Status.FUTURE))
    assert claim_sections(claim_views([past], acts([past])), acts([past])) == ()
