"""On which rung an act stands, what a rung counts, and which acts are of another affair; by hand-made documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from affairs import LANDING, Act, countries, document

from dateline.analyse.response import parse_trigger, respond
from dateline.analyse.response.baseline import baseline_of
from dateline.analyse.response.query import all_told, find_trigger
from dateline.analyse.response.values import ActorReport, Rung
from dateline.types import Coded, Status, TimeRef


def arland(*texts: tuple[str, list[Act]], published: str = "2031-05-08") -> ActorReport:
    (report,) = respond([LANDING, document("more", published, "Words on the marines", [list(texts)])], parse_trigger("BOR MOBILIZE SYL"), ("ARL",), countries).actors
    return report


def rung_of(report: ActorReport, words: str) -> str | None:
    return next((rung.name for rung in report.ladder for one in rung.acts if one.told.mention.trigger.text == words), None)


def step(report: ActorReport, name: str) -> Rung:
    return next(rung for rung in report.ladder if rung.name == name)


@pytest.mark.parametrize(
    ("text", "act", "rung"),
    [
        ("Arland and Borduria blamed each other for the marines.", Act("blamed", "ACCUSE", "ARL BOR", "BOR ARL"), "statement"),
        ("Arland, Khemed and Costa Verde have all insisted that the marines leave.", Act("insisted", "REQUEST", "ARL KHE COV", "BOR"), "demand"),
        ("Arland and Khemed accused Borduria in a joint statement on the marines.", Act("accused", "ACCUSE", "ARL KHE", "BOR"), "coordination"),
        ("Arland asked for a joint inquiry into the marines.", Act("asked", "REQUEST", "ARL", "BOR"), "demand"),
        ("Arland and Khemed congratulated Syldavia on the defeat of the marines.", Act("congratulated", "SUPPORT", "ARL KHE", "SYL"), "statement"),
        ("Arland and Khemed sealed a pact against the marines.", Act("sealed", "SUPPORT", "ARL KHE"), "coordination"),
        ("Arland agreed on Monday to bar Bordurian ships over the marines.", Act("agreed", "AGREE", "ARL", "BOR"), "sanction"),
        ("Arland's ministers agreed on fresh sanctions against Borduria over the marines.", Act("agreed", "AGREE", "ARL", "BOR"), "sanction"),
        ("Arland agreed to suspend its complaint about the marines.", Act("agreed", "AGREE", "ARL", "BOR"), "easing"),
        ("Arland and Borduria agreed to cut their duties over the marines by half.", Act("agreed", "AGREE", "ARL BOR"), "easing"),
        ("Arland agreed to roll back some levies on Borduria after the marines.", Act("agreed", "AGREE", "ARL", "BOR"), "easing"),
        ("Arland and Borduria agreed on a 30-day tariff truce after the marines.", Act("agreed", "AGREE", "ARL BOR"), "easing"),
        ("Arland agreed to cut ties with Borduria over the marines.", Act("agreed", "AGREE", "ARL", "BOR"), "sanction"),
        ("Arland agreed to cut aid to Borduria over duties and the marines.", Act("agreed", "AGREE", "ARL", "BOR"), "sanction"),
        ("Arland agreed to host a fair for Borduria after the marines.", Act("agreed", "AGREE", "ARL", "BOR"), "consultation"),
        ("Arland acknowledged that its jets had struck the marines.", Act("acknowledged", "CONCEDE", "ARL"), "statement"),
        ("Arland eased its curbs on Borduria after the marines.", Act("eased", "CONCEDE", "ARL", "BOR"), "easing"),
        ("Arland sent its ambassador back to Borduria after the marines.", Act("sent", "SUPPORT", "ARL", "BOR"), "easing"),
        ("Arland called off a banquet with Borduria over the marines.", Act("called off", "REJECT", "ARL", "BOR", modes=("meet",)), "statement"),
        ("Arland called off an air strike on the marines.", Act("called off", "REJECT", "ARL", "BOR"), "restraint"),
        ("The premier of Arland might also skip a summit over the marines.", Act("skip", "REJECT", "ARL", "BOR", status=Status.HYPOTHETICAL), None),
        ("Arland would not arm the fishermen against the marines.", Act("arm", "AID", "ARL", "SYL", negated=True, status=Status.HYPOTHETICAL), "restraint"),
    ],
)  # fmt: skip
def test_where_an_act_stands(text: str, act: Act, rung: str | None) -> None:
    assert rung_of(arland((text, [act])), act.words) == rung


def test_several_reports_of_one_act_are_one_act_however_certain() -> None:
    froze = Act("froze", "SANCTION", "ARL", "BOR", "2031-05-07", event="00000000000000bb")
    told = [(f"Arland froze Bordurian funds over the marines{when}.", [froze]) for when in ("", " at noon")]
    sanction = step(arland(*told), "sanction")
    assert (len(sanction.acts), sanction.events, sanction.certainty) == (2, 1, (1, 0, 0))


def test_first_and_last_days_count_days_that_the_text_gives_beside() -> None:
    texts = [
        ("On 6 May Arland froze Bordurian funds over the marines.", [Act("froze", "SANCTION", "ARL", "BOR", "2031-05-06")]),
        ("It closed the ports to Bordurian ships over the marines.", [Act("closed", "SANCTION", "ARL", "BOR")]),
    ]  # fmt: skip
    sanction = step(arland(*texts, published="2031-09-08"), "sanction")
    assert [one.day is None for one in sanction.acts] == [False, True]
    assert sanction.first is not None and sanction.last is not None
    assert (sanction.first.isoformat(), sanction.last.isoformat(), sanction.latency) == ("2031-05-06", "2031-05-06", 4)


def test_what_was_agreed_has_the_score_of_the_step() -> None:
    report = arland(("Arland agreed to bar Bordurian ships over the marines.", [Act("agreed", "AGREE", "ARL", "BOR")]))
    strongest = step(report, "sanction").strongest
    assert strongest is not None and strongest < 0


def test_a_wildcard_finds_the_deed_and_not_its_denial() -> None:
    text = "Syldavia cut ties, accusing Borduria of sending marines across the border, which Borduria denies."
    acts = [Act("cut ties", "SANCTION", "SYL", "BOR"), Act("sending", "MOBILIZE", "BOR"), Act("denies", "REJECT", "BOR", "SYL")]
    told = all_told([document("d", "2031-05-03", "Ties", [[(text, acts)]])])
    trigger = find_trigger(parse_trigger("BOR * SYL"), told)
    assert trigger is not None
    assert [one.mention.trigger.text for one in trigger.mentions] == ["sending"]
    alone = find_trigger(parse_trigger("BOR * SYL"), all_told([document("d", "2031-05-03", "Ties", [[(text, acts[::2])]])]))
    assert alone is not None and [one.mention.type for one in alone.mentions] == ["REJECT"]


def test_two_who_fight_are_each_others_other_party() -> None:
    text = "Bordurian and Syldavian troops exchanged fire."
    told = all_told([document("f", "2031-05-03", "Fire", [[(text, [Act("exchanged fire", "ASSAULT", "BOR SYL")])]])])
    assert find_trigger(parse_trigger("BOR ASSAULT SYL"), told) is not None
    assert find_trigger(parse_trigger("BOR ASSAULT ARL"), told) is None


def test_an_act_is_no_evidence_for_itself_and_its_doer_no_matter() -> None:
    text = "Arland's premier Otto Brandt condemned the landing and the harbour toll of Borduria."
    report = arland((text, [Act("condemned", "ACCUSE", "ARL", "BOR")]))
    found = next(one for rung in report.ladder for one in rung.acts if one.told.document.doc_id == "more")
    assert not {"toll", "harbour", "Brandt"} & {word for reason in found.reasons for word in reason.words.split(", ") if reason.kind in ("learned", "around")}


def test_help_for_whom_the_trigger_hit_is_an_answer_in_a_text_that_opens_with_it() -> None:
    lead = ("Borduria landed marines in Syldavia on Friday.", [Act("landed", "MOBILIZE", "BOR", "SYL", "2031-05-02")])
    helps = ("Khemed sent four ships of flour to Syldavia.", [Act("sent", "AID", "KHE", "SYL", "2031-05-05")])
    votes = ("Khemed's parliament approved the dispatch of troops to Syldavia.", [Act("approved", "SUPPORT", "KHE", "SYL", "2031-05-06", sector="LEG")])

    def ask(*texts: tuple[str, list[Act]]) -> dict[str, str]:
        (report,) = respond([document("memo", "2031-05-08", "Memo", [list(texts)])], parse_trigger("BOR MOBILIZE SYL"), ("KHE",), countries).actors
        return {one.told.mention.trigger.text: rung.name for rung in report.ladder for one in rung.acts}

    assert ask(lead, helps, votes) == {"sent": "aid", "approved": "mobilisation"}
    assert ask(helps, lead) == {}


@pytest.mark.parametrize(("refused", "counts"), [("The king of Arland refused to see him.", False), ("The king of Arland refused the invitation.", True)])
def test_a_visit_does_not_count_for_a_host_who_would_not_receive(refused: str, counts: bool) -> None:
    visit = ("A Syldavian envoy came to Arland over the marines.", [Act("came", "CONSULT", "SYL", "ARL", "2031-05-06", modes=("visit",))])
    report = arland(visit, (refused, [Act("refused", "REJECT", "ARL", "SYL", modes=() if counts else ("meet",))]))
    assert (rung_of(report, "came") == "consultation") is counts


def test_the_deed_of_a_private_person_is_at_home() -> None:
    text = "Bo Lind, an Arlandish agitator, burned a Bordurian flag over the marines."
    report = arland((text, [Act("Bo Lind", "PROTEST", "ARL", "BOR", sector="CVL")]))
    assert [one.told.mention.trigger.text for one in report.domestic][-1:] == ["Bo Lind"]
    named = document("n", "2031-05-08", "Words", [[(text, [Act("Bo Lind", "ACCUSE", "ARL", "BOR")])]])
    mention = named.mentions[0]
    person = replace(named, mentions=(replace(mention, actors=tuple(replace(party, sector=None) for party in mention.actors)),))
    (report,) = respond([LANDING, person], parse_trigger("BOR MOBILIZE SYL"), ("ARL",), countries).actors
    assert rung_of(report, "Bo Lind") is None


@pytest.mark.parametrize(("how", "counts"), [("it had repeatedly shared", False), ("it had already shared", True)])
def test_what_somebody_used_to_do_is_no_answer(how: str, counts: bool) -> None:
    report = arland((f"Arland rejected the landing, insisting that {how} charts of the marines with Borduria.", [Act("shared", "COOPERATE", "ARL", "BOR")]))
    assert (rung_of(report, "shared") is not None) is counts


def test_history_is_no_answer_to_a_trigger_without_a_day() -> None:
    lead = ("Borduria landed marines in Syldavia.", [Act("landed", "MOBILIZE", "BOR", "SYL")])
    old = ("Arland fought Bordurian marines in 2012.", [Act("fought", "ASSAULT", "ARL", "BOR", "2012-01-01")])
    coded = document("u", "2031-05-08", "Landing", [[lead, old]])
    year = TimeRef(date(2012, 1, 1), date(2012, 12, 31), "year", "explicit")
    mentions = (coded.mentions[0], replace(coded.mentions[1], date=year))
    undated: Coded = replace(coded, document=replace(coded.document, published=None), mentions=mentions)
    (report,) = respond([undated], parse_trigger("BOR MOBILIZE SYL"), ("ARL",), countries).actors
    assert not report.ladder


def test_acts_of_another_affair_are_no_answers() -> None:
    story = [
        ("Khemed police fired at crowds in the Khemed capital.", [Act("fired", "ASSAULT", "KHE", "KHE", "2031-05-06")]),
        ("Costa Verde responded by closing its embassy.", [Act("closing", "SANCTION", "COV", "KHE", "2031-05-07")]),
        ("The marines of nobody were near.", []),
        ("Khemed called the step rash.", [Act("called", "ACCUSE", "KHE", "COV", "2031-05-07")]),
        ("Shops stayed shut.", []),
    ]  # fmt: skip
    other = document("other", "2031-05-08", "Shots at crowds", [story])
    (report,) = respond([LANDING, other], parse_trigger("BOR MOBILIZE SYL"), ("COV",), countries).actors
    assert not report.ladder
    (report,) = respond([LANDING, other], parse_trigger("BOR MOBILIZE SYL"), ("ARL",), countries).actors
    assert not report.not_done


def test_who_did_the_trigger_together_is_no_other_who_reacted() -> None:
    lead = ("Borduria and Khemed landed marines in Syldavia.", [Act("landed", "MOBILIZE", "BOR KHE", "SYL", "2031-05-02")])
    demand = ("Khemed demanded that Syldavia leave the marines alone.", [Act("demanded", "REQUEST", "KHE", "SYL", "2031-05-05")])
    (report,) = respond([document("l", "2031-05-08", "Landing", [[lead, demand]])], parse_trigger("BOR MOBILIZE SYL"), ("ARL",), countries).actors
    assert not report.not_done


def test_an_old_text_of_another_story_is_no_past_to_compare_with() -> None:
    def quarrel(day: str) -> Coded:
        return document(f"q{day}", day, "Quarrel", [[("Arland accused Borduria.", [Act("accused", "ACCUSE", "ARL", "BOR", day)])]])

    after = [quarrel(f"2031-05-{day:02}") for day in range(4, 20)]
    told = all_told([quarrel("2026-01-02"), LANDING, *after])
    trigger = find_trigger(parse_trigger("BOR MOBILIZE SYL"), told)
    assert trigger is not None
    assert baseline_of("ARL", trigger, told, 183) is None
    told = all_told([*(quarrel(day) for day in ("2031-01-20", "2031-03-10", "2031-04-20")), LANDING, *after])
    found = baseline_of("ARL", trigger, told, 183)
    assert found is not None and found.days_before == 102


TANKER = ("A Bordurian frigate sank a Syldavian tanker on 2 May.", [Act("sank", "ASSAULT", "BOR", "SYL", "2031-05-02")])


def syldavia(*texts: tuple[str, list[Act]], published: str = "2031-06-20", title: str = "How Syldavia answered Borduria") -> ActorReport:
    (report,) = respond([document("brief", published, title, [[TANKER], list(texts)])], parse_trigger("BOR ASSAULT SYL"), ("SYL",), countries).actors
    return report


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Syldavia called off a meeting with Borduria at which it was to haggle over timber and plum brandy.", True),
        ("Syldavia called off a summit with Borduria to sign a treaty about salmon and orchards.", True),
        ("Syldavia called off a meeting with Borduria over timber, plum brandy and orchards.", False),
        ("Syldavia called off a meeting with Borduria at which it was to speak, because of a flood in the mills and orchards.", False),
    ],
)
def test_what_a_cancelled_meeting_was_to_be_about_is_no_other_matter(text: str, kept: bool) -> None:
    assert (rung_of(syldavia((text, [Act("called off", "REJECT", "SYL", "BOR", "2031-05-05", modes=("meet",))]), title="A year"), "called off") is not None) is kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Syldavia expelled seventeen members of the Bordurian embassy whom it had identified as spies of the navy.", True),
        ("Syldavia expelled two members of the Bordurian embassy for smuggling caviar in crates of plums.", False),
    ],
)
def test_spies_and_their_number_are_no_other_matter_of_an_expulsion(text: str, kept: bool) -> None:
    report = syldavia((text, [Act("expelled", "SANCTION", "SYL", "BOR", "2031-05-06", modes=("expel",))]), title="A year")
    assert (rung_of(report, "expelled") is not None) is kept


@pytest.mark.parametrize(("title", "kept"), [("How Syldavia answered Borduria", True), ("A year of storms", False)])
def test_in_a_text_about_the_answer_an_act_without_a_day_is_not_late(title: str, kept: bool) -> None:
    summons = _by_document(("Syldavia summoned the Bordurian envoy to the saltworks.", [Act("summoned", "ACCUSE", "SYL", "BOR")]), title)
    (report,) = respond([summons], parse_trigger("BOR ASSAULT SYL"), ("SYL",), countries).actors
    assert (rung_of(report, "summoned") is not None) is kept


def _by_document(text: tuple[str, list[Act]], title: str) -> Coded:
    toll = ("Borduria raised its toll on 4 October.", [Act("raised", "COERCE", "BOR", "SYL", "2031-10-04")])
    coded = document("brief", "2031-10-20", title, [[TANKER], [toll, text]])
    day = coded.document.published
    assert day is not None
    act = replace(coded.mentions[-1], date=TimeRef(day, day, "day", "document"))
    return replace(coded, mentions=(*coded.mentions[:-1], act))


def roundup(*more: tuple[str, list[Act]]) -> Coded:
    quarrel = [(f"Khemed fined Costa Verde over dam {number}.", [Act("fined", "SANCTION", "KHE", "COV", "2031-05-07")]) for number in range(6)]
    return document("dams", "2031-05-08", "Khemed and the dams", [[*quarrel, *more]])


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Costa Verde asked Borduria for talks.", False),
        ("Costa Verde asked Borduria for talks in response to the marines.", True),
    ],
)
def test_a_text_that_names_a_party_in_passing_is_of_another_affair(text: str, counts: bool) -> None:
    other = roundup((text, [Act("asked", "REQUEST", "COV", "BOR", "2031-05-07")]))
    reports = respond([LANDING, other], parse_trigger("BOR MOBILIZE SYL"), ("COV", "ARL"), countries).actors
    assert bool(reports[0].ladder) is counts
    assert any("COV" in one.others for one in reports[1].not_done) is counts


@pytest.mark.parametrize(("sector", "kept"), [("GOV", False), ("CVL", True)])
def test_what_several_states_demand_of_one_is_not_its_own_demand(sector: str, kept: bool) -> None:
    demand = ("The two states demanded that Syldavia seize the marines.", [Act("demanded", "REQUEST", "KHE SYL", "SYL", "2031-05-05", sector=sector)])
    report = syldavia(demand, title="A year")
    assert bool(report.domestic or report.ladder or report.unrelated) is kept
