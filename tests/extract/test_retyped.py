"""Types and modes that the form of a clause settles."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.retyped import retyped
from dateline.extract.roles import settled


def act(text: str, word: str, kind: str, modes: tuple[str, ...] = (), recipients: tuple[str, ...] = ()) -> Act:
    sentence = parse(text)
    head = at(sentence, word)
    return Act(sentence, (head, head), head, kind, modes, "", (), tuple(at(sentence, one) for one in recipients), (), 0.9)


@pytest.mark.parametrize(
    ("text", "undone", "inner", "kind"),
    [
        ("Lusaka rescinded its decision to freeze the accounts.", "rescinded", "freeze", "CONCEDE"),
        ("Oslo dropped the plan to expel two envoys.", "dropped", "expel", "CONCEDE"),
        ("Lusaka revoked the licence and froze the accounts.", "revoked", "froze", "COERCE"),
    ],
)
def test_a_coercive_decision_taken_back_concedes(text: str, undone: str, inner: str, kind: str) -> None:
    first, _ = retyped([act(text, undone, "COERCE"), act(text, inner, "COERCE")])
    assert first.type == kind


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The Karen rebels took up arms again.", "took", "MOBILIZE"),
        ("The rebels returned to arms in 2013.", "returned", "MOBILIZE"),
        ("The rebels laid down their arms.", "laid", "RETREAT"),
        ("The rebels returned to their barracks.", "returned", "RETREAT"),
    ],
)
def test_who_takes_up_arms_has_laid_none_down(text: str, word: str, kind: str) -> None:
    assert [one.type for one in retyped([act(text, word, "RETREAT")])] == [kind]


@pytest.mark.parametrize(
    ("text", "word", "modes"),
    [
        ("Deputies vowed to veto the pact.", "vowed", ()),
        ("Hanoi threatened to expel the envoy.", "threatened", ()),
        ("Iran vowed to bomb the port.", "vowed", ("violence",)),
        ("Iran vowed revenge.", "vowed", ("violence",)),
    ],
)
def test_who_threatens_to_withhold_threatens_no_violence(text: str, word: str, modes: tuple[str, ...]) -> None:
    assert [one.modes for one in retyped([act(text, word, "THREATEN", ("violence",))])] == [modes]


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Keane met with Cedras twice.", ()),
        ("Keane met Cedras in Geneva.", ("third-party",)),
        ("Keane met Cedras under Qatari mediation.", ("third-party",)),
    ],
)
def test_who_meets_without_host_or_place_meets_no_third_party(text: str, modes: tuple[str, ...]) -> None:
    assert [one.modes for one in retyped([act(text, "met", "CONSULT", ("third-party",), ("Cedras",))])] == [modes]


def test_an_outcome_has_the_modes_of_its_deed() -> None:
    text = "Police clubbed marchers, killing a student."
    deed, outcome = retyped([act(text, "clubbed", "ASSAULT", ("beat",)), act(text, "killing", "ASSAULT", ("firearms",))])
    assert deed.modes == outcome.modes == ("beat",)


def test_who_follows_did_what_was_told_before() -> None:
    text = "Peru recalled its envoy from Quito, and Chile followed."
    assert [one.type for one in retyped([act(text, "recalled", "SANCTION"), act(text, "followed", "MOBILIZE")])] == ["SANCTION", "SANCTION"]
    assert retyped([act("Allies followed.", "followed", "MOBILIZE")]) == []
    assert len(retyped([act("Kyiv recalled its envoy and said that more steps would follow.", "follow", "THREATEN")])) == 1
    assert len(retyped([act("Patrol boats followed the ship.", "followed", "MOBILIZE")])) == 1


def test_each_is_no_recipient() -> None:
    (found,) = settled([act("Oslo and Riga expelled four each.", "expelled", "SANCTION", recipients=("each",))])
    assert found.recipients == ()


@pytest.mark.parametrize(
    ("text", "word", "modes"),
    [
        ("Three clerks died in the blast at the ministry.", "blast", ("explosives",)),
        ("A suicide blast killed three clerks.", "blast", ("explosives", "suicide-attack")),
        ("A bomber blew himself up and the blast killed three clerks.", "blast", ("explosives", "suicide-attack")),
    ],
)
def test_a_blast_alone_is_no_suicide_attack(text: str, word: str, modes: tuple[str, ...]) -> None:
    assert [one.modes for one in retyped([act(text, word, "ASSAULT", ("explosives", "suicide-attack"))])] == [modes]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Vilnius voiced regret at the recall.", "voiced", "ACCUSE"),
        ("Lima expressed deep regret over the ban on its fruit.", "expressed", "ACCUSE"),
        ("The minister regretted the decision.", "regretted", "ACCUSE"),
        ("Lima expressed regret over its decision.", "expressed", "CONCEDE"),
        ("Lima expressed regret for the ban.", "expressed", "CONCEDE"),
        ("The army expressed regret over the deaths of two farmers.", "expressed", "CONCEDE"),
    ],
)
def test_regret_at_the_step_of_another_reproaches(text: str, word: str, kind: str) -> None:
    assert retyped([act(text, word, "CONCEDE")])[0].type == kind


def test_regret_that_somebody_else_has_taken_a_step_reproaches() -> None:
    sentence = parse("Oslo expressed its regret that Lima had recalled its envoy.")
    regret, recall, lima = at(sentence, "expressed"), at(sentence, "recalled"), at(sentence, "Lima")
    step = Act(sentence, (recall, recall), recall, "SANCTION", (), "", (lima,), (), (), 0.9)
    first, _ = retyped([Act(sentence, (regret, regret), regret, "CONCEDE", (), "", (at(sentence, "Oslo"),), (), (), 0.9), step])
    assert first.type == "ACCUSE"


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The evacuation of the embassy took two days.", "evacuation", "SANCTION"),
        ("They evacuated their consulate.", "evacuated", "SANCTION"),
        ("The evacuation of the villagers took two days.", "evacuation", "AID"),
    ],
)
def test_a_state_that_evacuates_its_mission_breaks_off(text: str, word: str, kind: str) -> None:
    assert retyped([act(text, word, "AID")])[0].type == kind
