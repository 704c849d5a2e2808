"""Which acts count, why, and where they stand on the ladder; by hand-made documents."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from affairs import ALL, BEFORE, LANDING, LATER, Act, countries, document

from dateline.analyse.response import Options, parse_trigger, respond
from dateline.analyse.response.evidence import CAPS
from dateline.analyse.response.jsonform import act_to_dict, report_to_dict
from dateline.analyse.response.judge import Scope
from dateline.analyse.response.ladder import trigger_days
from dateline.analyse.response.narrated import Beside
from dateline.analyse.response.query import all_told, days
from dateline.analyse.response.tables import cues, ladder_table
from dateline.analyse.response.values import ActorReport, Judged, Near, ResponseReport
from dateline.cli.acts import cited
from dateline.cli.datecells import days_as_told
from dateline.cli.ladder import _act_row
from dateline.responses import ResponseOptions, origins_of, trigger_query
from dateline.types import Claim, Coded, Participant, SentenceKind, Source, Span, Status, TimeRef


def ask(coded: tuple = ALL, actors: tuple[str, ...] = ("ARL",), options: Options | None = None) -> ResponseReport:
    return respond(coded, parse_trigger("BOR MOBILIZE SYL"), actors, countries, replace(options or Options(), origins=origins_of))


def words(acts: tuple[Judged, ...]) -> list[str]:
    return [one.told.mention.trigger.text for one in acts]


def rungs(report: ActorReport) -> dict[str, list[str]]:
    return {rung.name: words(rung.acts) for rung in report.ladder}


def test_each_act_stands_where_it_belongs() -> None:
    (arland,) = ask().actors
    assert rungs(arland) == {"statement": ["condemned"], "coordination": ["called"], "appeal": ["urged"], "restraint": ["ruled out"]}
    assert words(arland.domestic) == ["accused"]
    assert words(arland.unsure) == ["cut off"]
    assert words(arland.unrelated) == ["fined", "asked"]


def test_what_was_before_is_no_response() -> None:
    report = ask()
    everything = [one for actor in report.actors for group in (actor.domestic, actor.unsure, actor.unrelated) for one in group]
    everything += [one for actor in report.actors for rung in actor.ladder for one in rung.acts]
    assert BEFORE.document.doc_id not in {one.told.document.doc_id for one in everything}


def test_every_line_has_its_reason() -> None:
    (arland,) = ask().actors
    kinds = {words((one,))[0]: {reason.kind: reason.words for reason in one.reasons} for rung in arland.ladder for one in rung.acts}
    assert kinds["condemned"]["directed"] == "BOR"
    assert kinds["urged"]["ground"].startswith("over the marines")
    assert kinds["ruled out"]["refusal"] == "ruled out"
    fined = next(one for one in arland.unrelated if words((one,)) == ["fined"])
    assert {reason.kind for reason in fined.reasons} >= {"apart"}
    assert fined.score == pytest.approx(sum(reason.weight for reason in fined.reasons))


def test_a_rung_says_when_how_strongly_and_on_whose_word() -> None:
    (arland,) = ask().actors
    appeal = next(rung for rung in arland.ladder if rung.name == "appeal")
    assert (appeal.first, appeal.last, appeal.latency) == (date(2031, 5, 10), date(2031, 5, 10), 8)
    assert (appeal.strongest, appeal.mean, appeal.certainty) == (0.0, 0.0, (0, 1, 0))
    assert appeal.origins == ("Courier",)
    statement = next(rung for rung in arland.ladder if rung.name == "statement")
    assert statement.strongest == -3.0


def test_copies_of_one_agency_are_one_source() -> None:
    yonhap = [Source(note, "news", outlet=outlet, agency="Agency One") for note, outlet in (("1", "Times"), ("2", "Post"))]
    said = [(f"Arland condemned the landing {when}.", [Act("condemned", "ACCUSE", "ARL", "BOR", "2031-05-04", source=source)])
            for when, source in zip(("twice", "again"), yonhap, strict=True)]  # fmt: skip
    (arland,) = ask((LANDING, document("copies", "2031-05-05", "Words on the marines", [said]))).actors
    assert next(rung for rung in arland.ladder if rung.name == "statement").origins == ("Agency One", "Herald")


def test_what_others_did_and_the_actor_did_not() -> None:
    arland, khemed, nobody = ask(actors=("ARL", "KHE", "COV")).actors
    assert [(one.rung, one.others) for one in arland.not_done] == [("mobilisation", ("KHE",))]
    assert "statement" in {one.rung for one in khemed.not_done}
    assert nobody.ladder == ()
    assert {"statement", "appeal", "coordination", "mobilisation"} <= {one.rung for one in nobody.not_done}


def test_a_joint_demand_is_no_demand_left_undone() -> None:
    alone = document("k", "2031-05-13", "Demand", [[("Costa Verde demanded a withdrawal of the marines.", [Act("demanded", "REQUEST", "COV", "BOR", "2031-05-13")])]])
    (arland,) = ask((*ALL, alone)).actors
    assert "demand" not in {one.rung for one in arland.not_done}


def test_the_host_of_a_visit_takes_part_in_it() -> None:
    visit = Act("visited", "CONSULT", "SYL", "", "2031-05-06", place="ARL")
    text = "The Syldavian minister visited the Arlandish capital to discuss the marines."
    (arland,) = ask((LANDING, document("v", "2031-05-07", "Guests", [[(text, [visit])]]))).actors
    assert rungs(arland)["consultation"] == ["visited"]


def test_a_negated_act_is_restraint_without_a_score() -> None:
    kept = Act("sending", "AID", "ARL", "SYL", "2031-05-08", negated=True)
    (arland,) = ask((LANDING, document("n", "2031-05-08", "Arms", [[("Arland refrained from sending weapons.", [kept])]]))).actors
    restraint = next(rung for rung in arland.ladder if rung.name == "restraint")
    assert words(restraint.acts) == ["ruled out", "sending"]
    assert restraint.strongest == -2.0, "the refusal's score: what was not done has none"


def test_rejecting_the_other_sides_words_is_an_answer() -> None:
    said = [("Arland rejected the explanation of Borduria for the landing.", [Act("rejected", "REJECT", "ARL", "BOR", "2031-05-08")])]
    (arland,) = ask((LANDING, document("x", "2031-05-08", "Words", [said]))).actors
    assert "rejected" in rungs(arland)["statement"]


def test_later_acts_need_more_and_the_horizon_ends_them() -> None:
    late = document("late", "2031-12-01", "Winter", [[("Arland criticised Borduria.", [Act("criticised", "ACCUSE", "ARL", "BOR", "2031-09-01")])]])
    (arland,) = ask((LANDING, late)).actors
    judged = [one for rung in arland.ladder for one in rung.acts if words((one,)) == ["criticised"]]
    assert judged
    assert {reason.kind for reason in judged[0].reasons} >= {"late"}
    (short,) = ask((LANDING, late), options=Options(Scope(horizon=30))).actors
    assert "criticised" not in [word for group in rungs(short).values() for word in group]


def test_stances_and_opinions_stand_beside() -> None:
    holder = Participant("Arlanders", Span(0, 9), None, "ARL", "CVL", ("CVL",), 1.0)
    mine = Claim("opinion", "most of Arland opposes a war", Span(0, 28), holder)
    told = Claim("stance", "Arland has been cautious", Span(0, 24))
    other = Claim("motive", "in order to please Arland", Span(0, 25))
    foreign = Claim("stance", "Khemed is wary", Span(0, 14))
    coded = type(LATER)(LATER.document, LATER.sentences, LATER.mentions, (mine, told, other, foreign))
    (arland,) = ask((LANDING, coded)).actors
    assert [claim for claim, _ in arland.claims] == [mine, told]


def test_nothing_matches() -> None:
    report = respond(ALL, parse_trigger("ARL ASSAULT SYL"), ("ARL",), countries)
    assert report.trigger is None
    assert report.actors == ()
    assert report_to_dict(report)["trigger"] is None


def test_the_order_of_documents_does_not_matter() -> None:
    one, two = report_to_dict(ask()), report_to_dict(ask(tuple(reversed(ALL))))
    assert one["trigger"] == two["trigger"]
    assert _ladders(one) == _ladders(two)


def _ladders(report: dict) -> list:
    return [actor["ladder"] for actor in report["actors"]]


def test_json_carries_the_record_and_the_reasons() -> None:
    report = json.loads(json.dumps(report_to_dict(ask(actors=("ARL", "KHE")))))
    assert [one["actor"] for one in report["actors"]] == ["ARL", "KHE"]
    assert report["trigger"]["first"] == "2031-05-02"
    act = report["actors"][0]["ladder"][0]["acts"][0]
    assert act["record"]["schema_version"] == 1
    assert act["record"]["sentence"]["text"] == "Arland condemned the landing as an outrage."
    assert act["document"]["publisher"] == "Herald"
    assert sum(reason["weight"] for reason in act["reasons"]) == pytest.approx(act["score"])


def test_the_tables_name_what_the_code_knows() -> None:
    table = ladder_table()
    assert {rule.rung for rule in table.rules} == {*table.rungs, *table.beside}
    assert set(CAPS) <= set(cues().weights)
    assert cues().weights["apart"] < 0 < cues().weights["answer"]


def test_what_goes_on_since_before_the_trigger_is_no_response() -> None:
    said = "Arland's navy has been patrolling off Syldavia against Borduria since 2029."
    patrol = document("patrol", "2031-05-05", "On patrol", [[(said, [Act("patrolling", "MOBILIZE", "ARL", "BOR", status=Status.ONGOING)])]])
    (mention,) = patrol.mentions
    since = TimeRef(date(2029, 1, 1), date(2031, 5, 5), "interval", "relative", "since 2029", mention.trigger.span)
    (arland,) = ask((LANDING, replace(patrol, mentions=(replace(mention, date=since),)))).actors
    assert "patrolling" in words(arland.unrelated)
    judged = next(one for one in arland.unrelated if words((one,)) == ["patrolling"])
    assert [reason.words for reason in judged.reasons if reason.kind == "begun"] == ["since 2029"]


def test_a_record_is_not_set_apart_by_its_year() -> None:
    said = "Arland held talks with Borduria over the marines, the first such meeting since 2017."
    talks = document("talks", "2031-05-05", "Talks", [[(said, [Act("talks", "CONSULT", "ARL BOR", "", "2031-05-04")])]])
    (arland,) = ask((LANDING, talks)).actors
    assert "talks" in rungs(arland)["consultation"]


def test_the_words_of_a_title_that_announces_a_response_are_of_the_affair() -> None:
    acts = [
        ("Borduria shelled nobody but landed marines in Syldavia in May.", [Act("landed", "MOBILIZE", "BOR", "SYL", "2031-05-02", event="00000000000000aa")]),
        ("Arland signed a framework on lighthouses, buoys and beacons.", [Act("signed", "SUPPORT", "ARL KHE", "", "2031-05-20")]),
    ]
    lead = [("The coast has been dark for long.", [])]
    named = document("named", "2031-06-01", "How Arland met the Bordurian threat to lighthouses, buoys and beacons", [lead, acts[:1], acts[1:]])
    plain = document("plain", "2031-06-01", "Bordurian lighthouses, buoys and beacons", [lead, acts[:1], acts[1:]])
    assert "signed" not in words(ask((named,)).actors[0].unrelated)
    assert "signed" in words(ask((plain,)).actors[0].unrelated)


def test_a_rung_is_dated_by_the_acts_whose_day_is_known() -> None:
    lines = [
        [("Arland condemned the marines.", [Act("condemned", "ACCUSE", "ARL", "BOR", "2031-05-04")])],
        [("Arland blamed Borduria for the marines.", [Act("blamed", "ACCUSE", "ARL", "BOR", "2031-07-01")])],
    ]
    late = document("late", "2031-07-01", "Marines", lines)
    first, last = late.mentions
    assert last.date is not None
    by_document = replace(last, date=replace(last.date, basis="document"))
    (arland,) = ask((LANDING, replace(late, mentions=(first, by_document)))).actors
    statement = next(rung for rung in arland.ladder if rung.name == "statement")
    assert words(statement.acts) == ["condemned", "condemned", "blamed"]
    assert statement.last == date(2031, 5, 4)


def _by_document(coded: Coded, words: str) -> Coded:
    """The document with one act dated by nothing but its day of publication."""
    day = coded.document.published
    assert day is not None
    when = TimeRef(day, day, "day", "document")
    return replace(coded, mentions=tuple(replace(one, date=when) if one.trigger.text == words else one for one in coded.mentions))


def test_an_act_dated_only_by_its_document_has_no_delay_and_stands_last() -> None:
    lines = [
        [("Arland boycotted the Bordurian marines' regatta.", [Act("boycotted", "SANCTION", "ARL", "BOR")])],
        [("Arland froze Bordurian accounts over the marines.", [Act("froze", "SANCTION", "ARL", "BOR", "2031-05-20")])],
    ]
    paper = document("paper", "2031-05-09", "Arland's marines paper", lines)
    (arland,) = ask((LANDING, _by_document(paper, "boycotted"))).actors
    sanction = next(rung for rung in arland.ladder if rung.name == "sanction")
    assert [(words((one,)), one.day) for one in sanction.acts] == [(["froze"], date(2031, 5, 20)), (["boycotted"], None)]
    assert (sanction.first, sanction.latency) == (date(2031, 5, 20), 18)
    (alone,) = ask((LANDING, _by_document(document("p", "2031-05-09", "Arland's marines paper", lines[:1]), "boycotted"))).actors
    undated = next(rung for rung in alone.ladder if rung.name == "sanction")
    assert (undated.first, undated.last, undated.latency) == (None, None, None)
    assert "sanction\t2031-05-09 (by document)" in "\t".join(map(str, _act_row(undated.acts[0], "sanction")))


def test_a_trigger_dated_only_by_its_document_gives_no_delay() -> None:
    report = ask((_by_document(LANDING, "landed"),))
    assert report.trigger is not None and not report.trigger.dated
    assert {rung.latency for rung in report.actors[0].ladder} == {None}


@pytest.mark.parametrize(
    ("said", "act", "rung"),
    [
        ("Arland dismissed the Bordurian communique on the marines.", Act("dismissed", "REJECT", "ARL", "BOR", "2031-05-08"), "statement"),
        ("Arland turned the invitation to inspect the marines down.", Act("turned the invitation", "REJECT", "ARL", "BOR", "2031-05-08"), "statement"),
        ("Arland rejected Borduria's blockade of the marines' beach.", Act("rejected", "REJECT", "ARL", "BOR", "2031-05-08"), "statement"),
        ("Arland refused to hand the captured marines over.", Act("refused", "REJECT", "ARL", "BOR", "2031-05-08"), "statement"),
        ("Arland refused to blockade the marines.", Act("refused", "REJECT", "ARL", "BOR", "2031-05-08"), "restraint"),
        ("Arland rejected calls to arm fishermen against the marines.", Act("rejected", "REJECT", "ARL", "", "2031-05-08"), "restraint"),
        ("Arland declined a Khemed plan to shell the marines.", Act("declined", "REJECT", "ARL", "KHE", "2031-05-08"), "restraint"),
        ("Arland refused to open its airspace to the Bordurian marines' envoys.", Act("refused", "REJECT", "ARL", "BOR", "2031-05-08"), "sanction"),
        ("Arland refused to close its airspace over the marines.", Act("refused", "REJECT", "ARL", "BOR", "2031-05-08"), "restraint"),
        ("Arland vetoed Borduria's membership over the marines.", Act("vetoed", "REJECT", "ARL", "BOR", "2031-05-08"), "statement"),
        ("Arland denied that its ships had helped the marines.", Act("denied", "REJECT", "ARL", "", "2031-05-08"), "statement"),
        ("Arland denied on Monday that the marines had entered its airspace.", Act("denied", "REJECT", "ARL", "", "2031-05-08"), "statement"),
        ("Arland denied having closed its ports to the marines.", Act("denied", "REJECT", "ARL", "", "2031-05-08"), "statement"),
        ("Arland denied the planes of the marines landing rights.", Act("denied", "REJECT", "ARL", "BOR", "2031-05-08"), "sanction"),
        ("Arland rejected Borduria's assertion that its ships hit the marines.", Act("rejected", "REJECT", "ARL", "BOR", "2031-05-08"), "statement"),
        ("Arland has not honoured its pact on the marines.", Act("honoured", "SUPPORT", "ARL", "SYL", "2031-05-08", negated=True), "statement"),
        ("Arland has not retaliated against Borduria.", Act("retaliated", "ASSAULT", "ARL", "BOR", "2031-05-08", negated=True), "restraint"),
        ("Arland has not ruled out talks on the marines.", Act("ruled out", "REJECT", "ARL", "BOR", "2031-05-08", negated=True), "statement"),
        ("Arland did not free the captured marines.", Act("free", "CONCEDE", "ARL", "BOR", "2031-05-08", negated=True), "statement"),
    ],
)
def test_what_is_refused_tells_restraint_from_defiance(said: str, act: Act, rung: str) -> None:
    (arland,) = ask((LANDING, document("r", "2031-05-08", "Words", [[(said, [act])]]))).actors
    assert act.words in rungs(arland).get(rung, [])


def test_the_victim_that_rejects_the_step_itself_is_no_restraint() -> None:
    tariffs = document("t", "2031-05-03", "Tariffs", [[("Borduria put tariffs on Arlandish wool.", [Act("put", "SANCTION", "BOR", "ARL", "2031-05-02")])],
        [("Arland rejected the tariffs as theft.", [Act("rejected", "REJECT", "ARL", "BOR", "2031-05-03")])]])  # fmt: skip
    (arland,) = respond((tariffs,), parse_trigger("BOR SANCTION ARL"), ("ARL",), countries).actors
    assert rungs(arland) == {"statement": ["rejected"]}


def test_an_act_against_a_bystander_needs_words_that_tie_it_to_the_trigger() -> None:
    plain = [("Arland froze trade with Khemed in marines' boots.", [Act("froze", "SANCTION", "ARL", "KHE", "2031-05-08")])]
    tied = [("Arland fined Khemed over the Bordurian marines' landing.", [Act("fined", "SANCTION", "ARL", "KHE", "2031-05-08")])]
    (arland,) = ask((LANDING, document("e", "2031-05-08", "Boots", [plain, tied]))).actors
    assert rungs(arland)["sanction"] == ["fined"]
    assert "froze" in words(arland.unrelated)


def test_business_that_goes_on_is_no_response_and_words_in_common_are_not_what_others_did() -> None:
    goes_on = [("Khemed continued to sell Syldavia marines' boots.", [Act("sell", "COOPERATE", "KHE", "SYL", "2031-05-08")])]
    common = [("Khemed raised an alert of marines and troops.", [Act("raised", "MOBILIZE", "KHE", "", "2031-05-08")])]
    arland, khemed = ask((LANDING, document("g", "2031-05-08", "Landing of marines", [goes_on, common])), ("ARL", "KHE")).actors
    assert "sell" in words(khemed.unrelated)
    assert rungs(khemed)["mobilisation"] == ["raised"]
    assert arland.not_done == ()


@pytest.mark.parametrize(("said", "recipient"), [("The Arlandish Front has not retaliated.", ""), ("The Arlandish Front shelled the marines.", "BOR")])
def test_an_armed_group_that_answers_is_not_at_home(said: str, recipient: str) -> None:
    act = Act(said.split()[-1].strip(".") if not recipient else "shelled", "ASSAULT", "ARL", recipient, "2031-05-08", sector="REB", negated=not recipient)
    (arland,) = ask((LANDING, document("f", "2031-05-08", "Front", [[(said, [act])]]))).actors
    assert act.words in rungs(arland)["force" if recipient else "restraint"]


def test_a_sending_to_a_party_and_a_party_by_its_leaders_name_count_as_named() -> None:
    lead = LANDING.document.title
    chief = [("General Sporszi, who commands Borduria's marines, inspected the beach.", [Act("General Sporszi", "MOBILIZE", "BOR", "", "2031-05-03")])]
    acts = [
        [("Arland flew medics and tents to the coast.", [Act("flew", "AID", "ARL", "", "2031-05-06", place="SYL")])],
        [("Arland telephoned Sporszi.", [Act("telephoned", "CONSULT", "ARL", "", "2031-05-06")])],
    ]
    more = document("more", "2031-05-07", f"After: {lead}", [chief, *acts])
    (arland,) = ask((LANDING, more)).actors
    judged = [one for group in (arland.unrelated, *(rung.acts for rung in arland.ladder)) for one in group]
    named = {one.told.mention.trigger.text: reason.words for one in judged for reason in one.reasons if reason.kind == "named"}
    assert (named.get("flew"), named.get("telephoned")) == ("SYL", "Sporszi")


def labelled(acts: list[list[tuple[str, list[Act]]]], *, name: str = "w") -> ActorReport:
    return ask((LANDING, document(name, "2031-05-12", "Notes", acts))).actors[0]


def test_what_denies_the_others_act_its_force_is_no_restraint() -> None:
    void = ("Arland declared the landing of the marines null and void.", [Act("declared", "REJECT", "ARL", "ARL", "2031-05-08")])
    assert "declared" in rungs(labelled([[void]]))["statement"]
    denied = ("Arland denied reports of clashes with the marines.", [Act("denied", "REJECT", "ARL", "COV", "2031-05-08")])
    assert "denied" in rungs(labelled([[denied]]))["statement"]


def test_a_law_signed_at_home_has_no_score_of_kindness() -> None:
    law = ("Arland signed a decree that voided the leases of the marines in Borduria.", [Act("signed", "SUPPORT", "ARL", "", "2031-05-08")])
    pact = ("Arland signed a pact on marines with Borduria.", [Act("signed", "SUPPORT", "ARL", "BOR", "2031-05-08")])
    scores = [next(rung for rung in labelled([[one]]).ladder if rung.name == "statement").strongest for one in (law, pact)]
    assert scores == [-3.0, 5.0]


def test_a_sentence_that_announces_an_answer_ties_the_next_to_it() -> None:
    charge = ("Its ministry accused Borduria of plots, greed, envy and malice.", [Act("accused", "ACCUSE", "ARL", "BOR", "2031-05-08")])
    assert "accused" not in rungs(labelled([[charge]])).get("statement", [])
    report = labelled([[("Arland reacted within hours.", []), charge]])
    assert "accused" in rungs(report)["statement"]


def test_a_refusal_under_a_condition_is_none() -> None:
    may = Act("refuses", "REJECT", "ARL", "BOR", "2031-05-08", status=Status.HYPOTHETICAL)
    assert "refuses" not in rungs(labelled([[("If Arland refuses the marines passage, Borduria could sue.", [may])]])).get("statement", [])


def test_a_trigger_without_any_day_is_answered_without_days() -> None:
    told = document("u", "2031-05-12", "Marines", [[
        ("Borduria landed marines in Syldavia.", [Act("landed", "MOBILIZE", "BOR", "SYL", "")]),
        ("Arland condemned the landing of the marines.", [Act("condemned", "ACCUSE", "ARL", "BOR", "")]),
    ]])  # fmt: skip
    bare = replace(told, document=replace(told.document, published=None), mentions=tuple(replace(one, date=None) for one in told.mentions))
    report = ask((bare,))
    assert report.trigger is not None and report.trigger.first is None
    assert trigger_days(report.trigger, str) == "no date given"
    assert [(rung.name, rung.first, rung.latency) for rung in report.actors[0].ladder] == [("statement", None, None)]


def test_what_an_organisations_parliament_condemns_is_the_organisations_statement() -> None:
    act = Act("condemned", "ACCUSE", "EUR", "BOR", "2031-05-08", sector="LEG")
    text = "The European Parliament condemned the landing of the marines in Borduria."
    (union,) = ask((LANDING, document("e", "2031-05-09", "Vote", [[(text, [act])]])), actors=("EUR",)).actors
    assert rungs(union) == {"statement": ["condemned"]} and not union.domestic


def test_an_undated_act_takes_its_days_from_the_act_beside_it() -> None:
    late = document("l", "2032-05-09", "A year on", [[
        ("Arland accused Borduria over the marines and on 6 May expelled its envoy.",
         [Act("accused", "ACCUSE", "ARL", "BOR", ""), Act("expelled", "SANCTION", "ARL", "BOR", "2031-05-06")]),
    ]])  # fmt: skip
    undated, dated = late.mentions
    late = replace(late, mentions=(replace(undated, date=None), dated))
    (arland,) = ask((LANDING, late)).actors
    assert "accused" in rungs(arland)["statement"]
    accused = next(one for one in next(r for r in arland.ladder if r.name == "statement").acts if words((one,)) == ["accused"])
    assert accused.day is None


def test_a_trigger_takes_names() -> None:
    query = trigger_query("North Korea MOBILIZE Russian", ResponseOptions())
    assert (query.actor, query.other) == ("PRK", "RUS")
    assert trigger_query("RUS ASSAULT Kursk", ResponseOptions()).other == "Kursk"


def test_an_interview_shows_who_was_asked() -> None:
    source = Source("4", "interview", authors=("Ada Holm",), published="2031-05-07")
    said = Act("condemned", "ACCUSE", "ARL", "BOR", "2031-05-07", source=source)
    made = document("i", "2031-05-08", "Talk", [[("Arland condemned the landing of the marines.", [said])]])
    assert cited(made.mentions[0]) == "[4] Ada Holm (interview) 2031-05-07"


@pytest.mark.parametrize(
    ("sector", "recipient", "home"),
    [("OPP", "BOR", False), ("ELI", "BOR", False), ("PTY", "ARL", True), ("ELI", "", True), ("LEG", "BOR", True), ("CVL", "BOR", True)],
)
def test_politicians_towards_another_state_are_not_at_home(sector: str, recipient: str, home: bool) -> None:
    said = Act("denounced", "ACCUSE", "ARL", recipient, "2031-05-04", sector=sector)
    (arland,) = ask((LANDING, document("o", "2031-05-05", "Words", [[("The Arlandish side denounced the landing of the marines.", [said])]]))).actors
    assert ("denounced" in words(arland.domestic)) is home
    assert ("denounced" in rungs(arland).get("statement", [])) is not home


def test_a_politicians_refusal_of_a_step_against_another_state_is_restraint() -> None:
    kept = Act("expel", "SANCTION", "ARL", "BOR", "2031-05-04", sector="ELI", negated=True)
    (arland,) = ask((LANDING, document("e", "2031-05-05", "Calm", [[("Mora did not expel any Bordurian diplomats over the marines.", [kept])]]))).actors
    assert "expel" in rungs(arland)["restraint"]


def retrospect(text: str, published: str, **more: object) -> Coded:
    """A text that tells of a dated act of Arland, and of an undated one after it in the same paragraph."""
    dated = ("On 4 March 2029 Arland closed its ports to Bordurian ships.", [Act("closed", "SANCTION", "ARL", "BOR", "2029-03-04")])
    return document("retro", published, "Looking back", [[dated, (text, [Act("accused", "ACCUSE", "ARL", "BOR", **more)])]])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "published", "late"),
    [
        ("Arland accused Borduria of landing marines.", "2031-05-20", False),  # told behind 2029: of then
        ("Arland has accused Borduria of landing marines.", "2031-05-20", True),
        ("Arland now accused Borduria of landing marines.", "2031-05-20", True),
        ("Arland accused Borduria of landing marines.", "2029-04-02", False),
    ],
)
def test_what_a_text_tells_of_the_past_is_no_late_answer(text: str, published: str, late: bool) -> None:
    (arland,) = ask((LANDING, retrospect(text, published))).actors
    answers = [one for rung in arland.ladder for one in rung.acts if one.told.mention.trigger.text == "accused"]
    assert bool(answers) is late and all(one.told.near is None for one in answers)


def test_the_days_around_an_act_bound_it_more_closely_than_its_paragraph() -> None:
    item = retrospect("Arland accused Borduria of landing marines.", "2031-05-20")
    closed, accused = item.mentions
    assert closed.date is not None
    assert Beside(item).days(accused) == Near(date(2029, 3, 4), date(2029, 6, 4))
    around = replace(accused, date=TimeRef(date(2029, 3, 4), date(2029, 3, 20), "interval", "document"))
    (told,) = [one for one in all_told([replace(item, mentions=(closed, around))]) if one.mention is around]
    assert told.near == Near(date(2029, 3, 4), date(2029, 3, 20), "interval") and days(told) == (date(2029, 3, 4), date(2029, 3, 20))
    assert told.beside(days_as_told) == "from 2029-03 (by the text beside it)"


def test_an_undated_act_of_a_retrospect_says_what_dates_it() -> None:
    item = retrospect("Arland accused Borduria of landing marines.", "2031-05-20")
    report = respond((item,), parse_trigger("ARL SANCTION BOR"), ("ARL",), countries)
    (said,) = [one for one in report.actors[0].unrelated + tuple(a for r in report.actors[0].ladder for a in r.acts) if one.told.mention.type == "ACCUSE"]
    assert _act_row(said, "statement")[1] == "from 2029-03-04 (by the text beside it)" and said.day is None


def history(*paragraphs: tuple[str, Act], published: str = "2031-05-20") -> Coded:
    """A text of paragraphs with an act each."""
    return document("history", published, "Looking back", [[(text, [act])] for text, act in paragraphs])


CLOSED = ("On 4 March 2029 Arland closed its ports to Bordurian ships.", Act("closed", "SANCTION", "ARL", "BOR", "2029-03-04"))
PROTEST = ("Arland accused Borduria of landing marines.", Act("accused", "ACCUSE", "ARL", "BOR"))


@pytest.mark.parametrize(
    ("item", "ordered"),
    [
        (history(CLOSED, PROTEST), True),
        (history(CLOSED, ("Arland has accused Borduria of landing marines.", PROTEST[1])), False),
        (history(CLOSED, PROTEST, published="2029-04-02"), False),
        (history(("Khemed condemned Borduria.", Act("condemned", "ACCUSE", "KHE", "BOR")), CLOSED, PROTEST), False),
        (history(PROTEST, CLOSED), False),
        (history(CLOSED, ("On 2 May 2031 Khemed sent aid to Arland.", Act("sent", "AID", "KHE", "ARL", "2031-05-02")), PROTEST), False),
    ],
    ids=["told behind it", "of now", "shortly after", "news that looks back", "told before it", "behind an act of late"],
)
def test_a_history_dates_what_it_tells_by_its_order(item: Coded, ordered: bool) -> None:
    (told,) = [one for one in all_told([item]) if one.mention.trigger.text == "accused"]
    assert told.ordered is ordered
    assert days(told)[0] == (date(2029, 3, 4) if ordered else item.document.published)


def test_an_act_dated_by_the_order_of_the_text_is_no_late_answer_and_says_so() -> None:
    report = respond((history(CLOSED, PROTEST),), parse_trigger("ARL SANCTION BOR"), ("ARL",), countries)
    (said,) = [one for one in report.actors[0].unrelated + tuple(a for r in report.actors[0].ladder for a in r.acts) if one.told.mention.type == "ACCUSE"]
    assert not any(reason.kind == "late" for reason in said.reasons)
    assert _act_row(said, "statement")[1] == "from 2029-03-04 (by the order of the text)"
    assert act_to_dict(said)["near"] == {"first": "2029-03-04", "last": "2029-06-04", "precision": "day", "basis": "by the order of the text"}


@pytest.mark.parametrize(
    ("first", "last", "precision", "expected"),
    [
        ("2029-01-01", "2029-12-31", "year", "2029"),
        ("2029-03-04", "2029-03-04", "day", "2029-03-04"),
        ("2029-03-01", "2029-03-31", "month", "2029-03"),
        ("2029-02-27", "2029-03-05", "interval", "2029-02"),
        ("2029-03-20", "2029-06-20", "interval", "2029-03"),
    ],
)
def test_an_act_behind_another_begins_as_exactly_as_that_is_told(first: str, last: str, precision: str, expected: str) -> None:
    when = TimeRef(date.fromisoformat(first), date.fromisoformat(last), precision, "explicit", first, Span(0, 4))
    item = history(CLOSED, PROTEST)
    item = replace(item, mentions=tuple(replace(one, date=when) if one.trigger.text == "closed" else one for one in item.mentions))
    (told,) = [one for one in all_told([item]) if one.mention.trigger.text == "accused"]
    assert told.beside(days_as_told) == f"from {expected} (by the order of the text)"
    assert (told.since is None) is (precision == "year")


def test_nothing_is_counted_from_the_trigger_where_the_text_gives_an_earlier_bound() -> None:
    lines = [[("Arland froze Bordurian accounts over the marines.", [Act("froze", "SANCTION", "ARL", "BOR", "2031-05-20")])]]
    paper = document("paper", "2031-06-09", "Arland's marines paper", lines)
    month = TimeRef(date(2031, 5, 1), date(2031, 5, 31), "month", "explicit", "May 2031", Span(0, 8))
    loose = replace(paper, mentions=tuple(replace(one, date=month) for one in paper.mentions))
    found = [next(rung for rung in ask((LANDING, one)).actors[0].ladder if rung.name == "sanction") for one in (paper, loose)]
    assert [(rung.first, rung.latency) for rung in found] == [(date(2031, 5, 20), 18), (None, None)]


def test_a_headline_is_no_further_report_of_what_its_text_tells() -> None:
    landed = Act("landed", "MOBILIZE", "BOR", "SYL", "2031-05-02")
    item = document("h", "2031-05-03", "Borduria landed marines in Syldavia", [[("Borduria landed marines in Syldavia on Friday.", [landed])]])
    headline = replace(item.mentions[0], mention_id="f" * 16, event_id="f" * 16, sentence=item.sentences[0])
    assert headline.sentence.kind is SentenceKind.HEADLINE
    trigger = ask((replace(item, mentions=(headline, *item.mentions)),)).trigger
    assert trigger is not None and len(trigger.mentions) == 2 and [one.mention.mention_id for one in trigger.reports] == [item.mentions[0].mention_id]
    only = ask((replace(item, mentions=(headline,)),)).trigger
    assert only is not None and len(only.reports) == 1


def test_a_round_of_visits_is_the_visitors_alone() -> None:
    round_trip = Act("shuttled", "CONSULT", "KHE", "BOR ARL", "2031-05-05", modes=("visit",))
    text = "The Khemedi minister shuttled between Borduria and Arland to discuss the marines."
    khemed, arland = ask((LANDING, document("s", "2031-05-06", "Round", [[(text, [round_trip])]])), actors=("KHE", "ARL")).actors
    assert "shuttled" in rungs(khemed)["consultation"] and "consultation" not in rungs(arland)


@pytest.mark.parametrize(
    ("status", "day", "near"),
    [
        (Status.FUTURE, "2031-05-18", None),  # the day of the talks to come is not that of the welcome
        (Status.FUTURE, "2031-05-06", None),  # nor where the text is older than the talks
        (Status.HYPOTHETICAL, "2031-05-06", None),
        (Status.OCCURRED, "2031-05-18", None),  # no act told as done is later than its text
        (Status.OCCURRED, "2031-05-06", date(2031, 5, 6)),
    ],
)
def test_what_was_done_takes_no_day_from_what_is_yet_to_come(status: Status, day: str, near: date | None) -> None:
    welcomed, talks = Act("welcomed", "SUPPORT", "ARL", "SYL"), Act("talks", "CONSULT", "SYL ARL", day=day, status=status)
    item = document("w", "2031-05-08", "Talks", [[("Arland welcomed Syldavia's offer to hold talks with it.", [welcomed, talks])]])
    found = Beside(item).days(item.mentions[0])
    assert (found and found.first) == near


def test_a_plan_still_takes_the_day_of_what_was_done_with_it() -> None:
    met, sends = Act("met", "CONSULT", "ARL", "SYL", day="2031-05-06"), Act("send", "AID", "ARL", "SYL", status=Status.FUTURE)
    item = document("p", "2031-05-08", "Aid", [[("Arland met Syldavia on 6 May and will send grain.", [met, sends])]])
    assert Beside(item).days(item.mentions[1]) == Near(date(2031, 5, 6), date(2031, 5, 6))
