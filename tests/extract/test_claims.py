"""Claims beside acts: their kind, extent, holder and certainty."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from parsing import parse

from dateline.extract.claims import find_claims
from dateline.extract.claims.cues import load_claim_cues
from dateline.extract.opening import words_in
from dateline.ontology.wordlists import word_list
from dateline.types import Certainty


@pytest.mark.parametrize(
    ("text", "kind", "claim"),
    [
        ("Two-thirds of Norwegians oppose the pipeline.", "opinion", "oppose the pipeline"),
        ("A poll showed that 60 percent of Peruvians support the strike.", "opinion", "support the strike"),
        ("Whether Lima joins will depend on the price of copper.", "dependency", "will depend on the price of copper"),
        ("Moldova released the spies in return for cheap gas.", "exchange", "in return for cheap gas"),
        ("The mission was extended in order to protect miners.", "motive", "in order to protect miners"),
        ("Farmers blocked roads because of rising prices.", "cause", "because of rising prices"),
        ("The move could trigger a new arms race in the region.", "outlook", "could trigger a new arms race in the region"),
        ("Tonga is likely to leave the bloc.", "outlook", "is likely to leave the bloc"),
        ("Ankara has remained cautious on the plan.", "stance", "has remained cautious on the plan"),
    ],
)
def test_kind_and_extent(text: str, kind: str, claim: str) -> None:
    (found,) = find_claims(parse(text))
    assert (found.kind, found.text) == (kind, claim)
    assert text[found.span.start : found.span.end] == claim


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The move could trigger an arms race.", Certainty.POSSIBLE),
        ("Tonga is expected to leave the bloc.", Certainty.PROBABLE),
        ("Whether Lima joins may depend on copper.", Certainty.POSSIBLE),
        ("Whether Lima joins depends on copper.", Certainty.CERTAIN),
        ("Most Peruvians hold a dim view of the pact.", Certainty.CERTAIN),
    ],
)
def test_certainty(text: str, certainty: Certainty) -> None:
    assert [claim.certainty for claim in find_claims(parse(text))] == [certainty]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Ankara has remained cautious on the plan.", "Ankara"),
        ("Moldova released the spies in return for cheap gas.", None),
        ("Moldova released the spies to win votes.", "Moldova"),
        ("Farmers joined the march because the subsidy had been cut.", "Farmers"),
        ("Prices rose because the canal had been closed.", None),
        ("Analysts expect the rand to fall.", "Analysts"),
        ("The premier rules out early elections.", "premier"),
        ("Two-thirds of Norwegians oppose the pipeline.", "Norwegians"),
    ],
)
def test_holder(text: str, holder: str | None) -> None:
    (found,) = find_claims(parse(text))
    assert (found.holder.mention.text if found.holder else None) == holder


def test_several_claims_in_text_order_without_overlap() -> None:
    text = "Baku remains committed to the pact because it fears its neighbour, and a new war could ruin the port."
    found = find_claims(parse(text))
    assert [claim.kind for claim in found] == ["stance", "motive", "outlook"]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_the_content_of_a_belief_is_no_claim_of_its_own() -> None:
    assert [c.kind for c in find_claims(parse("The admiral believes that the strait could fall."))] == ["opinion"]


def test_a_condition_is_one_claim() -> None:
    assert [c.kind for c in find_claims(parse("The ferry line will reopen only if the mines are cleared."))] == ["dependency"]
    assert [c.kind for c in find_claims(parse("Unless the rains come, the herds will die."))] == ["outlook"]


def test_who_says_it_is_kept_apart_from_the_holder() -> None:
    (found,) = find_claims(parse("The raid might derail the swap, officials said."))
    assert found.holder is None
    assert found.attribution is not None and found.attribution.kind == "unnamed"


def test_a_motive_names_the_act_it_explains() -> None:
    text = "Moldova released the spies to win votes."
    (found,) = find_claims(parse(text))
    assert found.governor is not None and text[found.governor.start : found.governor.end] == "released"


def test_a_headline_tells_acts_and_no_stances() -> None:
    assert find_claims(parse("Baku demands corridor", headline=True)) == []


@pytest.mark.parametrize("text", [
    "The harbour was rebuilt in 1990.", "Chad attacked the camp.",
    "He returned home.",
    "The inspectors found the ledgers in order and left.",
    "Her memoir, Because the River Knew, was launched.",
    "The town lies in a gorge above the river.",
    "The convoy arrived earlier than expected.",
    "She stood in front of the tank and refused to let it pass.",
    "The two do not hold a formal meeting.", "Most villagers hold a vote in May.",
    "The town depends on its neighbour for half of its power.", "Peru relies on Chile for most of its copper.",
])
def test_no_claim(text: str) -> None:
    assert find_claims(parse(text)) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Oslo commended Lima's cautious reply and promised to send trainers.", []),
        ("France's opposed to the cap.", [("stance", "'s opposed to the cap")]),
        ("Kenya, which had expelled two envoys over the leak, thanked Kampala's envoy and left.", [("motive", "over the leak")]),
        ("Latvia's parliament approves the purchase of howitzers.", []),
        ("Most Latvians approve of the purchase.", [("opinion", "approve of the purchase")]),
        ("The lease is due to expire in May.", []),
        ("The junta cannot pay its troops, since the mines are closed.", [("motive", "since the mines are closed")]),
        ("The border has been shut since the talks collapsed.", []),
        ("Lima will come under pressure from Washington to act.", []),
        ("Oslo may be asked to send monitors, a step that it rules out.", [("outlook", "may be asked to send monitors"), ("stance", "rules out")]),
        ("Oslo backs the cap and Vienna is said to oppose it.", [("stance", "backs the cap"), ("stance", "is said to oppose")]),
        ("The pact aimed at Peru was signed.", []),
        ("Kenya has so far refused to sign.", [("stance", "has so far refused to sign")]),
        ("Norway is for now opposed to the cap.", [("stance", "is for now opposed to the cap")]),
        ("Norway opposes the cap for now.", [("stance", "opposes the cap")]),
        ("Few believed it, because the ministry had lied before.", []),
        ("Most Kenyans doubted it.", []),
        ("60 percent of Latvians trust him.", [("opinion", "trust him")]),
        ("The report asks what Norway gave in return.", []),
        ("What did Oslo get in return?", []),
        ("Norway released two sailors and got fish in return.", [("exchange", "in return")]),
        ("Two-thirds of Finns have a favourable view of the alliance.", [("opinion", "have a favourable view of the alliance")]),
        ("Ankara has an interest in keeping the strait open.", [("stance", "has an interest in keeping the strait open")]),
    ],
)
def test_predicates_of_commentaries(text: str, claims: list[tuple[str, str]]) -> None:
    assert [(claim.kind, claim.text) for claim in find_claims(parse(text))] == claims


def test_what_is_said_of_a_holder_is_hearsay() -> None:
    (claim,) = find_claims(parse("Vienna is said to oppose the cap."))
    assert claim.certainty is Certainty.POSSIBLE and claim.holder is not None and claim.holder.mention.text == "Vienna"


def test_a_counted_share_is_not_the_holder() -> None:
    (claim,) = find_claims(parse("The poll found that 61 per cent of Danes oppose the bridge."))
    assert claim.holder is not None and claim.holder.mention.text == "Danes"


def test_a_cited_speaker_is_a_source_and_no_motive() -> None:
    assert [c.kind for c in find_claims(parse("Laos shut the bridge, the radio said, citing two officials."))] == []
    assert [c.kind for c in find_claims(parse("Kenya closed the border, citing security concerns."))] == ["motive"]


@pytest.mark.parametrize("text", ["Neither president favours a truce.", "No minister supports the treaty."])
def test_a_stance_that_nobody_holds_keeps_its_negation(text: str) -> None:
    (claim,) = find_claims(parse(text))
    assert claim.kind == "stance" and claim.text == text.rstrip(".")


def test_the_authors_own_view_is_not_attributed() -> None:
    (claim,) = find_claims(parse("In my view, Lima could leave the bloc."))
    assert claim.attribution is None


@pytest.mark.parametrize(
    ("text", "claim", "holder"),
    [
        ("A court in Lima jailed the former governor over bribes.", "over bribes", "court"),
        ("The coach was suspended over a drunken brawl.", "over a drunken brawl", None),
        ("Teachers walked out over unpaid wages.", "over unpaid wages", "Teachers"),
        ("Oslo recalled its envoy over his remarks on whaling.", "over his remarks on whaling", "Oslo"),
        ("Jakarta wanted to spare the fishermen a fine.", "wanted to spare the fishermen a fine", "Jakarta"),
        ("The silence may have been tactical.", "may have been tactical", None),
        ("The visit was a warning to Khartoum.", "was a warning to Khartoum", None),
    ],
)
def test_motives_without_a_purpose_clause(text: str, claim: str, holder: str | None) -> None:
    (found,) = find_claims(parse(text))
    assert (found.kind, found.text, found.holder.mention.text if found.holder else None) == ("motive", claim, holder)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shut the bridge over the Niger.",
        "Police blocked the road over the weekend.",
        "The talks over the dam broke down over the phone.",
        "Cairo closed the crossing to aid convoys.",
        "Dover reopened the harbour to cargo vessels.",
        "It is likely that Lima had chosen the site in May.",
        "It is possible that the pilot ignored the order.",
        "Baku is likely to have known of the plan.",
    ],
)
def test_places_times_nouns_and_the_past_are_no_claims(text: str) -> None:
    assert find_claims(parse(text)) == []

@pytest.mark.parametrize("kind", ["motive", "cause", "exchange", "dependency", "outlook"])
def test_each_marker_holds_one_of_its_signs(kind: str) -> None:
    cue, markers = load_claim_cues().markers[kind], word_list("claims")[kind]["markers"]
    assert cue.signs and not cue.signs & {"of", "the", "a"}
    for marker in markers:
        text = re.sub(r"\[(\w+).*?\]", r"\1", marker).replace("*", "grave")
        assert [m[0] for m in cue.matches(text, words_in(text))] == [m[0] for m in cue.pattern.finditer(text)] != []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("If Oslo insists on the clause, Riga will appeal to the court.", ["will appeal to the court"]),
        ("While Serbia opposes the plan, Kosovo signed it on Monday.", ["opposes the plan"]),
        ('The envoy said that Oslo "firmly rejects" the map.', ['"firmly rejects" the map']),
        ("Ankara “firmly rejects” the map.", ["“firmly rejects” the map"]),
        ("In reply to a question the premier said that talks had begun.", []),
        ("Egypt closed the crossing in reply to the shelling of Rafah.", ["in reply to the shelling of Rafah"]),
    ],
)
def test_claims_keep_to_their_clause_and_quotation(text: str, claims: list[str]) -> None:
    assert [claim.text for claim in find_claims(parse(text))] == claims


@pytest.mark.parametrize(
    "text",
    [
        "Lula became the first president in years to visit Lagos.",
        "When Serbia petitioned to rejoin the council, Zagreb objected.",
        "Thousands took to the streets of Lima in protest.",
        "The defeat changed the tone but, its ministers insist, not the policy.",
        "They asked about a reporter whom the police have held incommunicado.",
    ],
)
def test_no_motive_and_no_stance(text: str) -> None:
    assert find_claims(parse(text)) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Farmers blocked the port in protest at tolls.", ["in protest at tolls"]),
        ("Riga refuses to reopen the crossing, a decision Moscow deplores.", ["refuses to reopen the crossing", "a decision Moscow deplores"]),
        ("An aide insists that nobody in Quito ever meant to keep the ships out.", ["insists that nobody in Quito ever meant to keep the ships out"]),
        ("The UN blames militias for the killing of the mayor.", ["blames militias for the killing of the mayor"]),
    ],
)
def test_words_of_a_claim(text: str, claims: list[str]) -> None:
    assert [one.text for one in find_claims(parse(text))] == claims


@pytest.mark.parametrize(
    "text",
    [
        "The six generals are subject to a travel ban.",
        "Ghana's cocoa is subject to a tariff of ten per cent.",
        "The islands remain subject to Danish law.",
        "Goods subject to the embargo were seized in Riga.",
        "The villages were subject to daily shelling.",
        "Its judges are subject to an asset freeze and a travel ban.",
    ],
)
def test_what_somebody_bears_is_nothing_that_the_next_move_hangs_on(text: str) -> None:
    assert [claim.kind for claim in find_claims(parse(text)) if claim.kind == "dependency"] == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The loan is subject to parliament's approval.", "is subject to parliament's approval"),
        ("The truce is subject to ratification by both sides.", "is subject to ratification by both sides"),
        ("Oslo will sell the jets, subject to a vote in parliament.", "subject to a vote in parliament"),
    ],
)
def test_what_a_matter_is_subject_to_before_it_can_happen_it_hangs_on(text: str, claim: str) -> None:
    assert [one.text for one in find_claims(parse(text)) if one.kind == "dependency"] == [claim]
