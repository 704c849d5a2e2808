"""Tests of acts that reach nobody and nothing."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.emptiness import empty_object, stays_out
from dateline.extract.negation import is_undone

#: Sentences and their acts that reached nobody or nothing.
DENIED = (
    ("Ruto withdrew no part of the bill.", "withdrew"),
    ("The police arrested no leader of the movement.", "arrested"),
    ("Kyiv released none of the prisoners.", "released"),
    ("The army attacked nobody on Sunday.", "attacked"),
    ("Turkey expelled no one.", "expelled"),
    ("Israel lifted none of the restrictions on Gaza.", "lifted"),
    ("Russia deployed neither tanks nor aircraft in Belarus.", "deployed"),
    ("The court sentenced no officer.", "sentenced"),
    ("The rebels shelled no village in May.", "shelled"),
    ("Iran promised nothing to the envoy.", "promised"),
    ("China accepted few of the demands.", "accepted"),
    ("Police fired no shots at the crowd.", "fired"),
    ("No part of the bill was withdrawn by Ruto.", "withdrawn"),
    ("None of the prisoners was released.", "released"),
    ("Few of the hostages were freed by Hamas.", "freed"),
    ("The minister blamed no country for the attack.", "blamed"),
    ("London has recalled no ambassador.", "recalled"),
    ("The group claimed no responsibility for the bombing.", "claimed"),
    ("The militia surrendered none of its weapons.", "surrendered"),
    ("Ethiopia has withdrawn almost none of its troops.", "withdrawn"),
    ("The regime has condemned neither the coup nor the killings.", "condemned"),
    ("The police arrested few protesters.", "arrested"),
    ("Police arrested far too few of the suspects.", "arrested"),
    ("The ministry yielded to none of the demands.", "yielded"),
    ("The government gave in to no demand.", "gave"),
    ("Few of the prisoners were pardoned by the king.", "pardoned"),
)
#: Sentences and their acts that took place.
DONE = (
    ("Turkey no longer supplies arms to Baku and arrested 20 leaders.", "arrested"),
    ("The prisoners refused nothing but water.", "refused"),
    ("The rebels attacked no one except soldiers.", "attacked"),
    ("Police arrested no fewer than 30 protesters.", "arrested"),
    ("The army killed no less than 12 villagers.", "killed"),
    ("The rebels attacked the town, and there is no doubt about it.", "attacked"),
    ("The army, no doubt on orders from Ankara, shelled the town.", "shelled"),
    ("Iran sanctioned no other than the foreign minister.", "sanctioned"),
    ("Police arrested not only leaders but followers.", "arrested"),
    ("Russia expelled ten diplomats with no explanation.", "expelled"),
    ("The minister accused no lesser figure than the president.", "accused"),
    ("The army attacked a town with few inhabitants.", "attacked"),
    ("The army killed a few protesters.", "killed"),
    ("The president pardoned quite a few prisoners.", "pardoned"),
    ("The police arrested a man who had killed nobody.", "arrested"),
    ("China condemned a plan that served none of the parties.", "condemned"),
    ("Moscow rejected any idea of no talks.", "rejected"),
    ("Britain imposed sanctions in no time.", "imposed"),
    ("Kyiv attacked a no-fly zone.", "attacked"),
    ("The army seized a ship with no crew.", "seized"),
    ("The minister criticised the no-confidence vote.", "criticised"),
    ("Police arrested leaders, none of whom resisted.", "arrested"),
    ("Protesters blocked roads, but nobody was hurt.", "blocked"),
    ("France condemned no fewer than three attacks.", "condemned"),
    ("The court jailed few but important rebels' leaders, including the general.", "jailed"),
    ("Beijing lost no time and expelled the envoy.", "expelled"),
    ("The few protesters attacked the embassy.", "attacked"),
    ("A few deputies condemned the raid.", "condemned"),
    ("The council agreed to a plan with no date.", "agreed"),
    ("The rebels freed the last few hostages.", "freed"),
    ("The last few hostages were freed by Hamas.", "freed"),
    ("Police arrested a select few activists.", "arrested"),
    ("Kyiv accepted almost any demand.", "accepted"),
    ("The minister accused none other than the president.", "accused"),
    ("The rebels demanded nothing less than independence.", "demanded"),
)


@pytest.mark.parametrize(("text", "verb"), DENIED)
def test_an_object_of_which_there_is_none_denies_the_act(text: str, verb: str) -> None:
    sentence = parse(text)
    assert empty_object(sentence, sentence.tokens[at(sentence, verb)]) is not None
    assert is_undone(sentence, at(sentence, verb), "RETREAT")


@pytest.mark.parametrize(("text", "verb"), DONE)
def test_emphasis_idioms_and_other_clauses_do_not(text: str, verb: str) -> None:
    sentence = parse(text)
    assert not is_undone(sentence, at(sentence, verb), "ASSAULT")


def test_who_takes_no_part_in_talks_does_not_consult() -> None:
    for text, noun in (
        ("M23 was not a party to the talks in Luanda.", "talks"),
        ("The rebels took no part in the negotiations.", "negotiations"),
        ("Taiwan was not a participant in the summit.", "summit"),
        ("Oman did not take part in the conference.", "conference"),
        ("Oman is no longer a participant in the conference.", "conference"),
        ("Kenya has ceased to be a party to the negotiations with Ethiopia.", "negotiations"),
    ):
        sentence = parse(text)
        assert is_undone(sentence, at(sentence, noun), "CONSULT"), text
    for text, noun in (
        ("Kenya was a party to the talks.", "talks"),
        ("The envoy did not leave the summit.", "summit"),
        ("Kenya was not only a party to the talks.", "talks"),
        ("Kenya was not the only participant in the summit.", "summit"),
        ("Oman is no longer a party to the talks between Lagos and Lima.", "talks"),
    ):
        sentence = parse(text)
        assert stays_out(sentence, sentence.tokens[at(sentence, noun)]) is None, text


def test_a_refusal_made_by_the_missing_object_took_place() -> None:
    sentence = parse("The ministry agreed to none of the demands.")
    assert not is_undone(sentence, at(sentence, "agreed"), "REJECT")
    sentence = parse("The ministry rejected none of the demands.")
    assert is_undone(sentence, at(sentence, "rejected"), "REJECT")
