"""Who acts beside the subject, behind an event, on a border, or only in a clause inserted behind the subject."""

from __future__ import annotations

import pytest
from parsing import at, parse, told

from dateline.extract.act import Act
from dateline.extract.clauses import told_by_clause
from dateline.extract.clauses.staged import is_staging
from dateline.extract.nonacts import is_nothing_political
from dateline.extract.roles import settled


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("Hungary left the court along with Burundi.", "left", "SANCTION", ["Hungary"], ["court", "Burundi"]), ["Hungary", "Burundi"], ["court"]),
        (("Peru quit the pact together with Chile and Bolivia.", "quit", "SANCTION", ["Peru"], ["pact"]), ["Peru", "Chile", "Bolivia"], ["pact"]),
        (("Laos recalled its envoy and, together with Chad, sued Togo.", "recalled", "SANCTION", ["Laos"], []), ["Laos"], []),
        (("Laos recalled its envoy and, together with Chad, sued Togo.", "sued", "ACCUSE", ["Laos"], ["Togo"]), ["Laos", "Chad"], ["Togo"]),
        (("Peru condemned Chile but not the raid on Bolivia.", "condemned", "ACCUSE", ["Peru"], ["Chile"]), ["Peru"], ["Chile"]),
        (("Oslo answered the expulsion of its envoy from Madrid with a ban.", "expulsion", "SANCTION", ["Oslo"], ["envoy", "Madrid"]), ["Madrid"], ["envoy"]),
        (("Peru's expulsion of two envoys from Lima surprised Chad.", "expulsion", "SANCTION", ["Peru"], ["envoys"]), ["Peru"], ["envoys"]),
        (("Oslo expelled ten on Monday.", "expelled", "SANCTION", ["Oslo"], []), ["Oslo"], ["ten"]),
        (("Oslo expelled ten of them on Monday.", "expelled", "SANCTION", ["Oslo"], []), ["Oslo"], []),
        (("Sweden sent rifles together with medicine to Kyiv.", "sent", "AID", ["Sweden"], ["Kyiv"]), ["Sweden"], ["Kyiv"]),
        (("The general was arrested together with two aides.", "arrested", "COERCE", [], ["general"]), [], ["general"]),
        (("Laos will begin building a dam with its neighbour.", "building", "AGREE", ["Laos"], []), ["Laos", "neighbour"], []),
        (("Deputy Secretary Alvarez spoke with Foreign Minister Diaz about the dam.", "spoke", "CONSULT", ["Alvarez"], []), ["Alvarez", "Diaz"], []),
        (("Envoys met with the prime minister.", "met", "CONSULT", ["Envoys"], []), ["Envoys", "minister"], []),
        (("Envoys met with resistance.", "met", "CONSULT", ["Envoys"], []), ["Envoys"], []),
        (("Laos agreed with Chad to build a dam.", "agreed", "AGREE", ["Laos"], ["Chad"]), ["Laos", "Chad"], []),
        (("Laos agreed with the criticism.", "agreed", "AGREE", ["Laos"], ["criticism"]), ["Laos"], ["criticism"]),
        (("Fahd signed a pact, the Amman Charter, with King Faisal.", "signed", "SUPPORT", ["Fahd"], []), ["Fahd", "Faisal"], []),
        (("Peru signed a letter of intent with a French shipbuilder.", "signed", "SUPPORT", ["Peru"], []), ["Peru", "shipbuilder"], []),
        (("Peru signed an accord, the Lima Pledge, with reservations.", "signed", "SUPPORT", ["Peru"], []), ["Peru"], []),
        (("Laos criticised the dam with its neighbour.", "criticised", "ACCUSE", ["Laos"], []), ["Laos"], []),
    ],
)  # fmt: skip
def test_who_acts_beside_the_subject(given: tuple[str, str, str, list[str], list[str]], actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("The walkout was called by the miners' union.", "walkout", "PROTEST", [], []), ["union"], []),
        (("The march was led by students and monks.", "march", "PROTEST", [], []), ["students", "monks"], []),
        (("The march was watched by the police.", "march", "PROTEST", [], []), [], []),
        (("Oman said two of its critics mocked the king.", "mocked", "ACCUSE", [], ["king"]), [], ["king"]),
        (("Gunmen from Sudan were in clashes on the border between Chad and Libya.", "clashes", "ASSAULT", ["Gunmen"], []), ["Gunmen"], []),
        (("Fighting broke out on the border of Armenia.", "Fighting", "ASSAULT", [], []), [], []),
    ],
)  # fmt: skip
def test_who_is_behind_an_event(given: tuple[str, str, str, list[str], list[str]], actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("Rebels, armed by Togolese officers, shelled the port.", "shelled", "ASSAULT", ["officers"], ["port"]), ["Rebels"], ["port"]),
        (("Rebels, armed by Togo, shelled the port.", "shelled", "ASSAULT", ["Rebels", "Togo"], ["port"]), ["Rebels"], ["port"]),
        (("A clinic run by Togolese doctors treated the men.", "treated", "AID", ["doctors"], ["men"]), ["doctors"], ["men"]),
        (("Serbia scrapped a pact under which Croatia shared files.", "scrapped", "SANCTION", ["Serbia"], ["pact", "Croatia"]), ["Serbia"], ["pact", "Croatia"]),
        (("Drones flown by Togo struck the port.", "struck", "ASSAULT", ["Togo"], ["port"]), ["Togo"], ["port"]),
        (("Deputies backed a bill that condemned Chad.", "condemned", "ACCUSE", ["Deputies"], ["bill"]), ["Deputies"], ["Chad"]),
        (("Deputies adopted a motion that condemned Chad.", "condemned", "ACCUSE", [], ["motion"]), ["Deputies"], ["Chad"]),
        (("Deputies rejected a motion that condemned Chad.", "condemned", "ACCUSE", ["Deputies"], ["Chad"]), [], ["Chad"]),
        (("Deputies read a motion that condemned Chad.", "condemned", "ACCUSE", [], ["Chad"]), [], ["Chad"]),
        (("Mali ended the blockade that it had imposed on Togo.", "blockade", "COERCE", ["Mali"], ["Togo"]), ["Mali"], ["Togo"]),
        (("Peru suspended the talks without telling Cuba.", "suspended", "SANCTION", ["Peru"], ["Cuba"]), ["Peru"], []),
        (("Peru suspended the talks without blaming Cuba.", "suspended", "SANCTION", ["Peru"], ["Cuba"]), ["Peru"], ["Cuba"]),
        (("Deputies backed a man that condemned Chad.", "condemned", "ACCUSE", ["man"], ["Chad"]), ["man"], ["Chad"]),
        (("The group, which Ankara accuses of terrorism, praised Sweden.", "accuses", "ACCUSE", ["Ankara"], ["Sweden"]), ["Ankara"], ["group"]),
        (("Columns headed for Bor, which was taken by gunmen.", "taken", "ASSAULT", ["gunmen"], ["Columns"]), ["gunmen"], ["Bor"]),
        (("He was jailed for spying, a charge that Washington rejected.", "jailed", "SANCTION", ["Washington"], ["He"]), [], ["He"]),
        (("Peru jailed him for spying, a charge that he rejected.", "jailed", "SANCTION", ["Peru"], ["him"]), ["Peru"], ["him"]),
    ],
)  # fmt: skip
def test_clauses_behind_a_noun_keep_their_parties(given: tuple[str, str, str, list[str], list[str]], actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


def act(text: str, word: str, kind: str, actors: list[str], recipients: list[str]) -> Act:
    sentence = parse(text)
    head = at(sentence, word)
    parties = [tuple(at(sentence, one) for one in side) for side in (actors, recipients)]
    return Act(sentence, (head, head), head, kind, (), "", parties[0], parties[1], (), 0.9)


def test_the_verb_of_calling_is_no_act_of_its_own() -> None:
    text = "The strike was called by the dockers."
    strike, called = act(text, "strike", "PROTEST", [], []), act(text, "called", "REQUEST", ["dockers"], [])
    assert is_staging(called, frozenset({strike.head}))
    assert not is_staging(called, frozenset())
    assert [one.type for one in settled([strike, called])] == ["PROTEST"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Warsaw warned that Poland was prepared to close the crossings.", False),
        ("The centre warned that officials deported 20 children.", True),
    ],
)
def test_a_warning_of_what_one_is_ready_to_do(text: str, expected: bool) -> None:
    assert is_nothing_political(act(text, "warned", "THREATEN", [], [])) is expected


def test_the_object_of_the_verb_beside_is_not_what_is_refused() -> None:
    (found,) = settled([act("Oslo refused to sign the pact and criticised Moscow.", "refused", "REJECT", ["Oslo"], ["pact", "Moscow"])])
    assert [found.sentence.tokens[i].text for i in told_by_clause(found).recipients] == ["pact"]
