"""Negation, status and certainty, each with the cue it rests on."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from parsing import at, build, parse

from dateline.extract.act import Act, Judgement, Odds
from dateline.extract.judgement import judge as judge_act
from dateline.extract.modality import WEAK, Modality, mention_of, signals
from dateline.extract.negation import is_contradicted, is_undone
from dateline.extract.parse import ParsedSentence
from dateline.extract.signals import Signal
from dateline.types import Certainty, SentenceKind, Status


def modality(sentence: ParsedSentence, index: int) -> Modality:
    """Judge the act whose trigger is the token at ``index`` by its nearest signals alone."""
    found = signals(sentence, index)
    negation, status, hedge = (_first(one) for one in (found.negated, found.status, found.certainty))
    status = None if status is not None and status.label == Status.OCCURRED else status
    if hedge is None and status is not None and status.label == Status.HYPOTHETICAL:
        hedge = next((s for s in found.certainty if s.family.startswith("modal")), None)
    return Modality(
        negated=negation is not None,
        negated_cue=mention_of(sentence, negation),
        status=Status(status.label) if status else Status.OCCURRED,
        status_cue=mention_of(sentence, status),
        certainty=Certainty(hedge.label) if hedge else Certainty.CERTAIN,
        certainty_cue=mention_of(sentence, hedge),
    )


def _first(found: Sequence[Signal]) -> Signal | None:
    return next((s for s in found if s.family not in WEAK), None)


def judge(text: str, trigger: str, *, headline: bool = False) -> Modality:
    sentence = parse(text, headline=headline)
    found = modality(sentence, at(sentence, trigger))
    for cue in (found.negated_cue, found.status_cue, found.certainty_cue):
        assert cue is None or text[cue.span.start : cue.span.end] == cue.text
    return found


def test_a_plain_statement_is_certain_and_has_no_cues() -> None:
    assert judge("Egypt bombed the dam.", "bombed") == Modality()


@pytest.mark.parametrize(
    ("text", "trigger", "cue"),
    [
        ("Uruguay did not arrest the fugitives.", "arrest", "not"),
        ("Uruguay didn't arrest the fugitives.", "arrest", "n't"),
        ("Egypt has never bombed the dam.", "bombed", "never"),
        ("No country attacked Malta.", "attacked", "No"),
        ("Nobody was arrested.", "arrested", "Nobody"),
        ("Oman neither attacked nor threatened Qatar.", "attacked", "neither"),
        ("Oman neither attacked nor threatened Qatar.", "threatened", "nor"),
        ("Latvia refrained from expelling the ambassador.", "expelling", "refrained"),
        ("Nepal failed to arrest the gunmen.", "arrest", "failed"),
        ("Mexico stopped short of bombing the island.", "bombing", "short"),
        ("The navy withdrew without bombing the island.", "bombing", "without"),
        ("Serbia no longer bombs the island.", "bombs", "longer"),
        ("Syria did not carry out strikes on the camp.", "strikes", "not"),
        ("Syria carried out no strikes on the camp.", "strikes", "no"),
    ],
)
def test_negation_and_restraint(text: str, trigger: str, cue: str) -> None:
    found = judge(text, trigger)
    assert found.negated
    assert found.negated_cue is not None
    assert found.negated_cue.text == cue


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Mali and Niger held talks.", "talks"),
        ("Mexico stopped in Lima to arrest the gunmen.", "arrest"),
        ("The envoy, who did not speak, was expelled.", "expelled"),
        ("Egypt did not reply and bombed the dam.", "bombed"),
        ("Tonga said it was not surprised and expelled the envoy.", "expelled"),
        ("The army attacked a village with no school.", "attacked"),
    ],
)
def test_a_negation_elsewhere_does_not_negate_the_act(text: str, trigger: str) -> None:
    assert not judge(text, trigger).negated


@pytest.mark.parametrize(
    ("text", "trigger", "status", "cue"),
    [
        ("Colombia will extradite the smuggler.", "extradite", Status.FUTURE, "will"),
        ("Colombia won't extradite the smuggler.", "extradite", Status.FUTURE, "wo"),
        ("Vietnam plans to deploy warships.", "deploy", Status.FUTURE, "plans"),
        ("Vietnam is going to deploy warships.", "deploy", Status.FUTURE, "going"),
        ("Japan will hold talks with Tonga.", "talks", Status.FUTURE, "will"),
        ("Armenia's planned withdrawal pleased Baku.", "withdrawal", Status.FUTURE, "planned"),
        ("If Tehran attacks the tankers, London will react.", "attacks", Status.HYPOTHETICAL, "If"),
        ("Thailand would expel the envoys.", "expel", Status.HYPOTHETICAL, "would"),
        ("Ukraine may attack the bridge.", "attack", Status.HYPOTHETICAL, "may"),
        ("Algeria is shelling the town.", "shelling", Status.ONGOING, "shelling"),
        ("Greek police have been arresting smugglers.", "arresting", Status.ONGOING, "arresting"),
        ("Togolese troops continue to bomb the villages.", "bomb", Status.ONGOING, "continue"),
        ("The ongoing attack on Goma worried Kigali.", "attack", Status.ONGOING, "ongoing"),
    ],
)
def test_status(text: str, trigger: str, status: Status, cue: str) -> None:
    found = judge(text, trigger)
    assert found.status is status
    assert found.status_cue is not None
    assert found.status_cue.text == cue


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Algeria was shelling the town when the truce began.", "shelling"),
        ("London replied after Tehran attacked the tankers.", "attacked"),
        ("London will protest because Tehran attacked the tankers.", "attacked"),
        ("Greece might have expelled the consul.", "expelled"),
    ],
)
def test_what_took_place_occurred(text: str, trigger: str) -> None:
    assert judge(text, trigger).status is Status.OCCURRED


def test_an_infinitive_is_future_in_a_headline_only() -> None:
    assert judge("Peru to expel Omani envoy", "expel", headline=True).status is Status.FUTURE
    assert judge("Chad to expel French envoy", "expel", headline=True).status is Status.FUTURE
    rows = """
    Chad  NNP ROOT  0
    to    TO  aux   2
    expel VB  advcl 0
    envoy NN  dobj  2
    """
    assert modality(build("Chad to expel envoy", rows, kind=SentenceKind.HEADLINE), 2).status is Status.FUTURE
    assert modality(build("Chad to expel envoy", rows), 2).status is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "trigger", "certainty", "cue"),
    [
        ("Eritrea reportedly attacked the garrison.", "attacked", Certainty.POSSIBLE, "reportedly"),
        ("Peru allegedly expelled the bishops.", "expelled", Certainty.POSSIBLE, "allegedly"),
        ("Albania might have expelled the consul.", "expelled", Certainty.POSSIBLE, "might"),
        ("Yemen appears to have attacked the tanker.", "attacked", Certainty.POSSIBLE, "appears"),
        ("Chad was said to have attacked the camp.", "attacked", Certainty.POSSIBLE, "said"),
        ("It was reported that Chad attacked the camp.", "attacked", Certainty.POSSIBLE, "reported"),
        ("The alleged Somali attack on the port killed nine.", "attack", Certainty.POSSIBLE, "alleged"),
        ("The possibility of a Chinese attack on Taiwan worries Tokyo.", "attack", Certainty.POSSIBLE, "possibility"),
        ("Bolivia probably arrested the lawmaker.", "arrested", Certainty.PROBABLE, "probably"),
        ("Moscow would almost certainly refuse a visa.", "refuse", Certainty.PROBABLE, "certainly"),
        ("Tokyo has virtually certainly expelled the attache.", "expelled", Certainty.PROBABLE, "certainly"),
        ("Libya is believed to have bombed the airfield.", "bombed", Certainty.PROBABLE, "believed"),
        ("Forces are expected to attack the camp.", "attack", Certainty.PROBABLE, "expected"),
    ],
)
def test_certainty(text: str, trigger: str, certainty: Certainty, cue: str) -> None:
    found = judge(text, trigger)
    assert found.certainty is certainty
    assert found.certainty_cue is not None
    assert found.certainty_cue.text == cue


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The minister said that Chad had attacked the camp.", "attacked"),
        ("Chad will attack the camp.", "attack"),
        ("The court said the alleged thief attacked a clerk.", "attacked"),
        ("Chad did not attack the camp.", "attack"),
    ],
)
def test_a_statement_without_a_hedge_is_certain(text: str, trigger: str) -> None:
    assert judge(text, trigger).certainty is Certainty.CERTAIN


def test_negation_and_hedge_go_together() -> None:
    found = judge("Chad reportedly did not attack the camp.", "attack")
    assert (found.negated, found.certainty, found.status) == (True, Certainty.POSSIBLE, Status.OCCURRED)


@pytest.mark.parametrize(
    ("text", "trigger", "label", "family"),
    [
        ("The firm allegedly bought rifles in breach of the embargo.", "breach", "possible", "above"),
        ("Agents may have been involved in the killing of a monk.", "killing", "possible", "above"),
        ("The panel considers it likely that the army bombed the depot.", "bombed", "probable", "judged"),
        ("The mission could not confirm that rebels had freed the hostages.", "freed", "possible", "unconfirmed"),
        ("The boats are said by officers to have rammed the tanker.", "rammed", "possible", "passive by"),
        ("The ministry is not certain that the rebels bombed the depot.", "bombed", "possible", "unconfirmed"),
        ("It is unclear whether the army shelled the port.", "shelled", "possible", "unconfirmed"),
        ("The explosion is believed to have hit a barracks.", "explosion", "probable", "passive raised"),
    ],
)
def test_doubt_over_the_clause_reaches_the_act(text: str, trigger: str, label: str, family: str) -> None:
    sentence = parse(text)
    found = signals(sentence, at(sentence, trigger)).certainty
    assert (label, family) in {(s.label, s.family) for s in found}, found


@pytest.mark.parametrize(
    ("text", "trigger", "label", "family"),
    [
        ("The island has been bombed since 1947.", "bombed", "ongoing", "since"),
        ("The police went on emptying the villages.", "emptying", "ongoing", "goes on"),
        ("Algeria was shelling the town.", "shelling", "ongoing", "past progressive"),
    ],
)
def test_what_goes_on(text: str, trigger: str, label: str, family: str) -> None:
    sentence = parse(text)
    found = signals(sentence, at(sentence, trigger)).status
    assert (label, family) in {(s.label, s.family) for s in found}, found
    assert not any(s.label == "historical" for s in found)


@pytest.mark.parametrize(
    ("text", "trigger", "family"),
    [
        ("Serbia received the ultimatum on 23 July 1914.", "received", "year"),
        ("Gunmen bombed the embassy in August 1998.", "bombed", "year"),
        ("In the seventies the army bombed the villages.", "bombed", "decade"),
    ],
)
def test_years_and_decades_tell_history(text: str, trigger: str, family: str) -> None:
    sentence = parse(text)
    assert ("historical", family) in {(s.label, s.family) for s in signals(sentence, at(sentence, trigger)).status}


def test_ages_and_temperatures_are_no_decades() -> None:
    sentence = parse("A man with a fever in the army attacked two guards, both eighties idols.")
    assert not any(s.family == "decade" for s in signals(sentence, at(sentence, "attacked")).status)


@pytest.mark.parametrize(
    ("text", "verb", "kind", "undone"),
    [
        ("Lima has never ruled out talks with Quito.", "ruled", "REJECT", True),
        ("Oslo said it had not rejected the offer.", "rejected", "REJECT", True),
        ("Chile would not break off relations with Peru.", "break", "SANCTION", True),
        ("Chile will not accept the offer.", "accept", "REJECT", False),
        ("Ankara said it would not break off relations with Israel.", "break", "REJECT", True),
        ("Jakarta said it would not withdraw its ambassador from Canberra.", "withdraw", "REJECT", True),
        ("Tunis will not sever ties with Doha.", "sever", "REJECT", True),
        ("Moscow will not withdraw its troops from the town.", "withdraw", "REJECT", False),
        ("Rome will not send troops to Libya.", "send", "REJECT", False),
        ("Berlin will not go back on its promise.", "go", "REJECT", True),
        ("Berlin has not gone back on the verdict.", "gone", "REJECT", True),
        ("Oslo has rejected the offer.", "rejected", "REJECT", False),
    ],
)
def test_a_negation_undoes_a_verb_that_has_the_type_without_it(text: str, verb: str, kind: str, undone: bool) -> None:
    sentence = parse(text)
    assert is_undone(sentence, at(sentence, verb), kind) is undone


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The government has not reversed the ban on rice exports.", "ban"),
        ("Berlin will not go back on the decision.", "decision"),
        ("The junta never lifted the curfew.", "curfew"),
    ],
)
def test_who_does_not_reverse_an_act_does_not_deny_it(text: str, noun: str) -> None:
    sentence = parse(text)
    assert not signals(sentence, at(sentence, noun)).negated


@pytest.mark.parametrize(("first", "negated"), [("will", False), ("rescind", True)])
def test_a_negation_among_the_words_of_the_trigger_makes_the_type(first: str, negated: bool) -> None:
    """"**will not rescind** the curfew" is a refusal; where the trigger is the verb alone, its act is denied."""
    sentence = parse("The junta will not rescind the curfew.")
    head = at(sentence, "rescind")
    odds = Odds((0.9, 0.02, 0.04, 0.02, 0.02), 0.97, (0.98, 0.01, 0.01), (0.94, *[0.01] * 6), (0.01,) * len(sentence.tokens))
    own = Judgement(Status.OCCURRED, True, Certainty.CERTAIN, odds=odds)
    act = Act(sentence, (at(sentence, first), head), head, "REJECT", (), "", (), (), (), 1.0, judgement=own)
    assert judge_act(act).modality.negated is negated


@pytest.mark.parametrize(
    ("text", "trigger", "cue"),
    [
        ("Monitors saw no sign of a Burundian withdrawal.", "withdrawal", "no"),
        ("The envoy said there was no information to suggest that Laos had shelled the dam.", "shelled", "no"),
        ("There was nothing to indicate that the guards had tortured him.", "tortured", "nothing"),
        ("Auditors have not seen any proof that Malta bombed the ship.", "bombed", "not"),
        ("Nothing shows that Oman attacked the tanker.", "attacked", "Nothing"),
    ],
)
def test_what_nothing_shows_is_denied(text: str, trigger: str, cue: str) -> None:
    found = judge(text, trigger)
    assert found.negated and found.negated_cue is not None and found.negated_cue.text == cue


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("There is no evidence that Peru was behind the attack.", "attack"),
        ("There is evidence that Peru shelled the dam.", "shelled"),
        ("There was no confirmation that Peru had shelled the dam.", "shelled"),
        ("The army has no record of the village that it shelled.", "shelled"),
    ],
)
def test_only_what_the_evidence_is_of_is_denied(text: str, trigger: str) -> None:
    assert not judge(text, trigger).negated


@pytest.mark.parametrize(
    ("text", "trigger", "cue"),
    [
        ("Were Chile to bomb the mine, Peru would protest.", "bomb", "Were"),
        ("Should Niger expel the envoy, Benin will follow.", "expel", "Should"),
        ("Had Qatar expelled the envoy, Oman would have protested.", "expelled", "Had"),
    ],
)
def test_a_condition_without_if_is_hypothetical(text: str, trigger: str, cue: str) -> None:
    sentence = parse(text)
    found = [s for s in signals(sentence, at(sentence, trigger)).status if s.family == "inversion"]
    assert [(s.label, sentence.tokens[s.cue].text) for s in found if s.cue is not None] == [("hypothetical", cue)]


@pytest.mark.parametrize("text", ["Had the army shelled the town?", "The envoy, who chairs the panel and had shelled the town, resigned."])
def test_a_question_and_a_verb_without_its_subject_are_no_condition(text: str) -> None:
    sentence = parse(text)
    assert all(s.family != "inversion" for s in signals(sentence, at(sentence, "shelled")).status)


@pytest.mark.parametrize(
    ("text", "trigger", "cue"),
    [
        ("Kigali denied that its soldiers had attacked the post.", "attacked", "denied"),
        ("The army denies that it shelled the town or bombed the bridge.", "bombed", "denies"),
        ("Oslo has denied bombing the hospital.", "bombing", "denied"),
        ("It is not true that Serbia attacked the border post.", "attacked", "not"),
        ("It is false that Serbia attacked the border post.", "attacked", "false"),
        ("The mayor dismissed rumours that Serbia had attacked the border post.", "attacked", "dismissed"),
        ("Oslo denied accusations that it bombed the port and shelled the town.", "shelled", "denied"),
        ("The junta rejected allegations of having armed the rebels.", "armed", "rejected"),
        ("Lima denied a report of a troop withdrawal from the border.", "withdrawal", "denied"),
        ("Oslo has denied, in a letter, bombing the hospital.", "bombing", "denied"),
    ],
)
def test_what_is_denied_or_called_untrue_was_not_done(text: str, trigger: str, cue: str) -> None:
    sentence = parse(text)
    head = at(sentence, trigger)
    sure = Odds((0.96, 0.01, 0.01, 0.01, 0.01), 0.02, (0.98, 0.01, 0.01), (0.94, *[0.01] * 6), tuple(0.01 for _ in sentence.tokens))
    own = Judgement(Status.OCCURRED, False, Certainty.CERTAIN, odds=sure)
    found = judge_act(Act(sentence, (head, head), head, "ASSAULT", (), "", (), (), (), 1.0, judgement=own))
    assert found.modality.negated
    assert found.modality.negated_cue is not None
    assert found.modality.negated_cue.text == cue


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police would neither confirm nor deny that six men were arrested.", "arrested"),
        ("The minister did not deny that the navy had bombed the port.", "bombed"),
        ("Nobody denied that the navy had bombed the port.", "bombed"),
        ("Few deny that Serbia shelled Sarajevo.", "shelled"),
        ("No minister dismissed reports that the army had bombed the port.", "bombed"),
        ("Oslo no longer denies that it bombed the clinic.", "bombed"),
        ("Oslo declined to deny that it bombed the clinic.", "bombed"),
        ("The general stopped short of denying that his men had shelled the town.", "shelled"),
        ("Mali was denied landing rights after it bombed the port.", "bombed"),
        ("It is true that Serbia attacked the border post.", "attacked"),
        ("It is not false that Serbia attacked the border post.", "attacked"),
        ("It is not only true that Serbia attacked the border post.", "attacked"),
        ("The minister did not deny reports that the navy had bombed the port.", "bombed"),
        ("The army could not confirm reports that rebels had attacked the post.", "attacked"),
        ("The army denied a claim by rebels that it had bombed the clinic.", "bombed"),
        ("The army confirmed reports that it had bombed the clinic.", "bombed"),
        ("Lagos accused Oslo of denying that it had bombed the clinic.", "bombed"),
        ("The army denied any role in the attack.", "attack"),
        ("The court dismissed a charge of murder.", "murder"),
        ("The army denied a claim by rebels of having bombed the clinic.", "bombed"),
        ("Chad denied the report, accusing Sudan of shelling a village.", "accusing"),
        ("The mayor spoke of arson, a charge that the rebels denied, blaming the army.", "blaming"),
        ("Gunmen struck without warning, killing two guards.", "killing"),
        ("Oman left without a deal after a meeting in Rome.", "meeting"),
    ],
)
def test_what_nobody_denies_stays_open(text: str, trigger: str) -> None:
    sentence = parse(text)
    assert not is_contradicted(sentence, at(sentence, trigger))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The navy bombed the island 15 years ago.", Status.HISTORICAL),
        ("The navy bombed the island two decades ago.", Status.HISTORICAL),
        ("The navy bombed the island 9 years ago.", Status.OCCURRED),
        ("The navy bombed 15 islands two years ago.", Status.OCCURRED),
    ],
)
def test_more_than_ten_years_ago_is_history(text: str, status: Status) -> None:
    assert judge(text, "bombed").status is status


def test_no_report_confirms_leaves_an_act_open() -> None:
    sentence = parse("No report confirms that Mali bombed the wedding.")
    assert "unconfirmed" in {s.family for s in signals(sentence, at(sentence, "bombed")).certainty}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("No witness confirmed that the soldiers had attacked the town.", Certainty.POSSIBLE),
        ("Nobody has verified that rebels fired on the convoy and attacked the town.", Certainty.POSSIBLE),
        ("The mission could not confirm reports that rebels had attacked the town.", Certainty.POSSIBLE),
        ("The mission confirmed that rebels had attacked the town.", Certainty.CERTAIN),
        ("No witness confirmed that the soldiers who had attacked the town were paid.", Certainty.CERTAIN),
    ],
)
def test_what_nobody_confirms_is_open_whatever_the_coder_reads(text: str, certainty: Certainty) -> None:
    sentence = parse(text)
    head = at(sentence, "attacked")
    sure = Odds((0.96, 0.01, 0.01, 0.01, 0.01), 0.02, (0.98, 0.01, 0.01), (0.94, *[0.01] * 6), tuple(0.01 for _ in sentence.tokens))
    own = Judgement(Status.OCCURRED, False, Certainty.CERTAIN, odds=sure)
    found = judge_act(Act(sentence, (head, head), head, "ASSAULT", (), "", (), (), (), 1.0, judgement=own))
    assert (found.modality.certainty, found.modality.negated) == (certainty, False)


@pytest.mark.parametrize(
    ("text", "trigger", "negated", "certainty"),
    [
        ("Chile is unlikely to send troops to Mali.", "send", True, Certainty.PROBABLE),
        ("Chile seemed unlikely to expel the envoy.", "expel", True, Certainty.PROBABLE),
        ("Chile is not unlikely to expel the envoy.", "expel", False, Certainty.PROBABLE),
        ("Chile is likely to expel the envoy.", "expel", False, Certainty.PROBABLE),
        ("The Chilean envoy was due to be expelled on Monday.", "expelled", False, Certainty.CERTAIN),
    ],
)
def test_hedged_plans_are_told_by_their_word_whatever_the_coder_reads(text: str, trigger: str, negated: bool, certainty: Certainty) -> None:
    sentence = parse(text)
    head = at(sentence, trigger)
    unsure = Odds((0.1, 0.1, 0.7, 0.1, 0.0), 0.05, (0.5, 0.1, 0.4), (0.94, *[0.01] * 6), tuple(0.01 for _ in sentence.tokens))
    own = Judgement(Status.FUTURE, False, Certainty.CERTAIN, odds=unsure)
    found = judge_act(Act(sentence, (head, head), head, "SANCTION", (), "", (), (), (), 1.0, judgement=own))
    assert (found.modality.negated, found.modality.certainty) == (negated, certainty)


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("Chile would shut its embassy in Lagos.", "shut", Certainty.CERTAIN),
        ("Chile is considering shutting its embassy in Lagos.", "shutting", Certainty.CERTAIN),
        ("Chile may shut its embassy in Lagos.", "shut", Certainty.POSSIBLE),
        ("Chile would probably shut its embassy in Lagos.", "shut", Certainty.PROBABLE),
        ("If Chile shut its embassy, Lagos would protest.", "shut", Certainty.CERTAIN),
    ],
)
def test_what_is_imagined_is_doubted_only_by_a_hedge(text: str, trigger: str, certainty: Certainty) -> None:
    sentence = parse(text)
    head = at(sentence, trigger)
    odds = Odds((0.02, 0.01, 0.02, 0.94, 0.01), 0.01, (0.06, 0.04, 0.9), (0.98, *[0.02 / 6] * 6), tuple(0.0 for _ in sentence.tokens))
    own = Judgement(Status.HYPOTHETICAL, False, Certainty.POSSIBLE, odds=odds)
    found = judge_act(Act(sentence, (head, head), head, "SANCTION", (), "", (), (), (), 1.0, judgement=own))
    assert (found.modality.status, found.modality.certainty) == (Status.HYPOTHETICAL, certainty)


def test_certainly_alone_is_no_hedge() -> None:
    assert judge("Moscow certainly refused a visa.", "refused").certainty is Certainty.CERTAIN


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "undone"),
    [
        ("Kenyan troops took no part in the fighting.", "fighting", "ASSAULT", True),
        ("The Togolese soldiers did not take part in the clashes.", "clashes", "ASSAULT", True),
        ("The students played no part in the protests.", "protests", "PROTEST", True),
        ("Kenyan troops took part in the fighting.", "fighting", "ASSAULT", False),
        ("Kenyan troops saw no end to the fighting.", "fighting", "ASSAULT", False),
    ],
)
def test_who_takes_no_part_does_nothing(text: str, trigger: str, kind: str, undone: bool) -> None:
    sentence = parse(text)
    assert is_undone(sentence, at(sentence, trigger), kind) is undone


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("A teacher was kidnapped in Basra, possibly by militiamen.", "kidnapped", Certainty.POSSIBLE),
        ("The bridge was destroyed, apparently by Tamil rebels.", "destroyed", Certainty.POSSIBLE),
        ("The editor was beaten, presumably by soldiers.", "beaten", Certainty.PROBABLE),
        ("The bridge was destroyed by Tamil rebels.", "destroyed", Certainty.CERTAIN),
    ],
)
def test_doubt_about_who_did_it_is_doubt_about_the_act(text: str, trigger: str, certainty: Certainty) -> None:
    assert judge(text, trigger).certainty is certainty
