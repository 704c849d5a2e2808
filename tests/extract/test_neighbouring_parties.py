"""Who is named beside an act and is none of its parties: who brokers, is told, shuts out, only says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from parsing import at, parse, told

from dateline.extract.act import Act
from dateline.extract.clauses import told_by_clause
from dateline.extract.phrases import inner_head
from dateline.extract.strangers import without_strangers
from dateline.extract.wordtypes import typed_by_words
from dateline.types import Lean, Span

Given = tuple[str, str, str, list[str], list[str]]


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("The missile that Iran fired hit Erbil.", "hit", "ASSAULT", ["Iran"], ["Erbil"]), ["Iran"], ["Erbil"]),
        (("Togo, the host, and Benin, which has closed camps, called for talks.", "closed", "COERCE", ["Benin"], ["camps"]), ["Benin"], ["camps"]),
        (("Peru voiced regret and Chile urged calm.", "urged", "REQUEST", ["Peru", "Chile"], []), ["Chile"], []),
        (("Peru condemned the coup, Chile urged calm.", "condemned", "ACCUSE", ["Peru", "Chile"], ["coup"]), ["Peru"], ["coup"]),
        (("Oslo protested, and Riga expelled the Cuban envoy.", "protested", "ACCUSE", ["Oslo"], ["envoy"]), ["Oslo"], []),
        (("The ban was lifted on Monday, the pilot was freed.", "lifted", "RETREAT", [], ["pilot"]), [], []),
        (("The ban was lifted on Monday, the pilot was freed.", "freed", "RETREAT", [], ["pilot"]), [], ["pilot"]),
    ],
)  # fmt: skip
def test_clauses_beside(given: Given, actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("A mob stoned the Lao embassy and set fire to parts of the Thai mission.", "set", "PROTEST", ["mob"], ["embassy"]), ["mob"], ["mission"]),
        (("Chad voiced support for Niger and promised Mali aid.", "promised", "AGREE", ["Chad"], ["Mali"]), ["Chad"], ["Mali"]),
        (("Troops shelled and looted the Kenyan mission.", "shelled", "ASSAULT", ["Troops"], ["mission"]), ["Troops"], ["mission"]),
        (("The rebels withdrew after lenders cut aid to Chad.", "cut", "SANCTION", ["lenders"], ["rebels", "Chad"]), ["lenders"], ["Chad"]),
        (("France armed Chad against Libya.", "armed", "AID", ["France"], ["Chad", "Libya"]), ["France"], ["Chad"]),
        (("Paris imposed sanctions against Minsk.", "sanctions", "SANCTION", ["Paris"], ["Minsk"]), ["Paris"], ["Minsk"]),
        (("Egypt closed the canal to Qatari ships.", "closed", "COERCE", ["Egypt"], ["canal", "ships"]), ["Egypt"], ["ships"]),
        (("Rebels closed the road to the beach.", "closed", "COERCE", ["Rebels"], ["road"]), ["Rebels"], ["road"]),
        (("Britain closed missions from Dhaka to Lima.", "closed", "SANCTION", ["Britain"], ["missions"]), ["Britain"], ["missions"]),
        (("Egypt closed the Libyan consulate.", "closed", "COERCE", ["Egypt"], ["consulate"]), ["Egypt"], ["consulate"]),
        (("The minister notified parliament of the sale of tanks to Oman.", "notified", "COOPERATE", ["minister"], ["parliament"]), ["minister"], ["Oman"]),
        (("The sale of tanks to Oman angered Yemen.", "sale", "COOPERATE", ["Oman", "Yemen"], []), [], ["Oman"]),
        (("When Georgia asked to join the pact, Serbia protested.", "asked", "REQUEST", ["Georgia"], ["Serbia"]), ["Georgia"], ["pact"]),
        (("Georgia asked Serbia to join the talks.", "asked", "REQUEST", ["Georgia"], ["Serbia"]), ["Georgia"], ["Serbia"]),
        (("Niger shared intelligence with Algeria.", "shared", "COOPERATE", ["Niger", "Algeria"], []), ["Niger", "Algeria"], []),
        (("Kabila rejected calls from abroad for a vote.", "rejected", "REJECT", ["Kabila"], ["calls"]), ["Kabila"], ["abroad"]),
        (("Kabila rejected calls for a vote.", "rejected", "REJECT", ["Kabila"], ["calls"]), ["Kabila"], ["calls"]),
    ],
)  # fmt: skip
def test_what_a_verbs_own_words_say(given: Given, actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("Tokyo's envoy warned that Japanese carmakers might leave British towns.", "warned", "THREATEN", ["envoy"], ["carmakers"]), ["envoy"], ["towns"]),
        (("Rabat warned that its firms would shun French goods.", "warned", "THREATEN", ["Rabat"], ["firms"]), ["Rabat"], ["goods"]),
        (("Berlin warned that German tourists could be attacked in Mali.", "warned", "THREATEN", ["Berlin"], ["tourists"]), ["Berlin"], []),
        (("Berlin warned that Russian troops might cross the border.", "warned", "THREATEN", ["Berlin"], ["troops"]), ["Berlin"], ["troops"]),
        (("Kigali warned the rebels that its army would strike Goma.", "warned", "THREATEN", ["Kigali"], ["rebels"]), ["Kigali"], ["rebels"]),
        (("Lima said the mission's gates had been smashed.", "smashed", "COERCE", ["Lima"], ["gates"]), [], ["gates"]),
        (("Manila said its boat had been rammed.", "rammed", "ASSAULT", ["Manila"], ["boat"]), [], ["boat"]),
        (("Ankara said the rebels had been killed.", "killed", "ASSAULT", ["Ankara"], ["rebels"]), ["Ankara"], ["rebels"]),
        (("Madrid said Cuban agents had been arrested.", "arrested", "COERCE", ["Madrid"], ["agents"]), ["Madrid"], ["agents"]),
        (("Rome said aid had been sent to Chad.", "sent", "AID", ["Rome"], ["Chad"]), ["Rome"], ["Chad"]),
    ],
)  # fmt: skip
def test_ones_own_people_and_things(given: Given, actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("Chad and Niger signed a truce brokered by Algeria.", "signed", "SUPPORT", ["Chad", "Niger", "Algeria"], []), ["Chad", "Niger"], []),
        (("Chad and Niger signed a truce brokered by Algeria.", "brokered", "CONSULT", ["Algeria"], ["Chad", "Niger"]), ["Algeria"], ["Chad", "Niger"]),
        (("The port was seized by groups sponsored by Oman and Yemen.", "seized", "COERCE", ["Oman"], ["port"]), ["Oman"], ["port"]),
        (("The pact negotiated by Chad and Niger was signed.", "signed", "SUPPORT", ["Chad", "Niger"], []), ["Chad", "Niger"], []),
        (("Mswati accepted the cabinet's resignation.", "resignation", "RETREAT", ["Mswati", "cabinet"], []), ["cabinet"], []),
        (("Mswati announced his resignation.", "resignation", "RETREAT", ["Mswati"], []), ["Mswati"], []),
        (("Iran armed the rebels in breach of the embargo.", "embargo", "SANCTION", ["Iran"], ["rebels"]), [], ["rebels"]),
        (("Liberia bought arms in breach of the embargo.", "embargo", "SANCTION", [], ["Liberia"]), [], ["Liberia"]),
        (("The years between the revolt against Bashir and the end of the talks were hard.", "talks", "CONSULT", ["Bashir"], []), [], []),
    ],
)  # fmt: skip
def test_brokers_breakers_and_who_resigns(given: Given, actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


def test_a_headline_drops_the_subject_of_its_second_verb() -> None:
    assert told("Hungary keeps fence, rebukes Brussels", "keeps", "COERCE", ["Hungary"], ["fence", "Brussels"], headline=True)[1] == ["fence", "Brussels"]


def test_who_answers_an_act_has_not_done_it() -> None:
    shelling = ("Delhi said its troops responded to Pakistani shelling.", "shelling", "ASSAULT", ["troops", "Pakistani"], [])
    assert told(*shelling) == (["Pakistani"], [])
    strikes = ("Israel responded with Israeli strikes on Tyre.", "strikes", "ASSAULT", ["Israel"], ["Tyre"])
    assert told(*strikes) == (["Israel"], ["Tyre"])


def test_a_charge_is_no_part_of_whom_it_is_brought_against() -> None:
    sentence = parse("Orban accused both of lying.")
    both = at(sentence, "both")
    assert inner_head(sentence, both) == both
    counted = parse("Orban accused two of the ministers of lying.")
    assert inner_head(counted, at(counted, "two")) == at(counted, "ministers")


def test_who_only_says_so_is_not_looked_for_among_the_countries_in_sight() -> None:
    sentence = parse("Lima said the mission's gates had been smashed.")
    head, lima = at(sentence, "smashed"), sentence.tokens[0]
    act = Act(sentence, (head, head), head, "COERCE", (), "", (), (), (), 0.9, leans=(Lean(Span(lima.start, lima.end), 0.9, 0.4, 0.5, 0.0),))
    assert told_by_clause(act).leans == (Lean(Span(lima.start, lima.end), 0.0, 0.4, 0.0, 0.0),)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("Niger violated the treaty.", "violated", "REJECT", "REJECT"),
        ("The carrier's helicopters ferried soldiers to the port.", "ferried", "AID", "MOBILIZE"),
        ("American planes flew Rwandan troops to Bangui.", "flew", "AID", "AID"),
        ("American planes flew medicines to Bangui.", "flew", "AID", "AID"),
    ],
)
def test_words_that_leave_no_choice_of_type(text: str, trigger: str, kind: str, expected: str) -> None:
    sentence = parse(text)
    head = at(sentence, trigger)
    actors = tuple(t.i for t in sentence.kids(head, "nsubj"))
    assert typed_by_words(Act(sentence, (head, head), head, kind, (), "", actors, (), (), 0.9)).type == expected


def test_whoever_strikes_back_at_a_mob_does_not_strike_what_it_has_stormed() -> None:
    sentence = parse("A mob stormed the Peruvian mission and police fired at the crowd.")
    first, second = at(sentence, "stormed"), at(sentence, "fired")
    mob, mission, police, crowd = (at(sentence, word) for word in ("mob", "mission", "police", "crowd"))
    stormed = Act(sentence, (first, first), first, "PROTEST", (), "", (mob,), (mission,), (), 0.9)
    fired = Act(sentence, (second, second), second, "ASSAULT", (), "", (police,), (mob, mission, crowd), (), 0.9)
    assert without_strangers(fired, (stormed, fired)).recipients == (mob, crowd)
    aside = replace(fired, recipients=(mission,))
    assert without_strangers(aside, (stormed, aside)).recipients == (mission,)
