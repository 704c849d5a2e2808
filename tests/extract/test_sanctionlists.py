"""Lists of sanctions: who is taken off them is eased, who is designated or put on them is punished; other lists and designations are neither."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.classifier.framelifts import framed
from dateline.extract.roles import settled


def _settled(text: str, word: str, coded: str, *, headline: bool = False) -> Act:
    sentence = parse(text, headline=headline)
    head = at(sentence, word)
    (act,) = settled([Act(sentence, (head, head), head, coded, ("discontinue",), "163", (), (), (), 0.9)])
    return act


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Canada delisted five Haitian bankers on Tuesday.", "delisted"),
        ("Norway removed two Eritrean firms from its sanctions list.", "removed"),
        ("A Maltese shipper was removed from the SDN List.", "removed"),
        ("Washington took Yemen's rebels off its terrorism blacklist.", "took"),
        ("Tokyo struck an Indian trader off its list of sanctioned entities.", "struck"),
        ("Chile dropped Bolivia from its list of state sponsors of terrorism.", "dropped"),
        ("New Zealand rescinded the designation of the Fijian officers.", "rescinded"),
        ("Ottawa revoked the group's designation as a terrorist organisation.", "revoked"),
        ("The Angolan refiner is no longer subject to an asset freeze.", "freeze"),
        ("Lao banks are no longer under sanctions.", "sanctions"),
        ("Norway postponed its countermeasures against Iceland.", "postponed"),
        ("Tunisia suspended duties on Libyan dates.", "suspended"),
    ],
)
def test_who_is_taken_off_a_list_of_sanctions_is_eased(text: str, word: str) -> None:
    act = _settled(text, word, "SANCTION")
    assert (act.type, act.modes) == ("RETREAT", ())


def test_a_case_that_is_dropped_is_a_concession() -> None:
    assert _settled("Panama discontinued its case against Costa Rica.", "discontinued", "SANCTION").type == "CONCEDE"
    assert _settled("Panama discontinued its aid to Costa Rica.", "discontinued", "SANCTION").type == "SANCTION"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norway removed Iceland from its list of allies.", "removed"),
        ("The Oslo exchange delisted two Greek shippers.", "delisted"),
        ("Shares of a Greek shipper were delisted in Oslo.", "delisted"),
        ("Seoul struck Tokyo off its list of trusted buyers.", "struck"),
        ("Peru removed Chile from a trade programme.", "removed"),
        ("Washington revoked Tunisia's designation as a major ally.", "revoked"),
        ("Washington ended the designation of Nepal for protected status.", "ended"),
        ("Peru removed three names from the list of victims of terrorism.", "removed"),
        ("Peru suspended duty-free quotas for Chile.", "suspended"),
        ("Peru is still subject to an asset freeze.", "freeze"),
    ],
)
def test_who_is_taken_off_another_list_is_not(text: str, word: str) -> None:
    assert _settled(text, word, "SANCTION").type == "SANCTION"


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Australia designated nine Burmese generals.", "designated", "COERCE"),
        ("OFAC designated the Minsk Tractor Works.", "designated", "COERCE"),
        ("OFSI has designated six tankers.", "designated", "COERCE"),
        ("Ana Kovac, a Serbian broker, is being designated for having backed the militia.", "designated", "COERCE"),
        ("Ghana designated the militia as a terrorist group.", "designated", "COERCE"),
        ("New Zealand also designated two of the companies.", "designated", "COERCE"),
        ("Togo designated Benin a state sponsor of terrorism.", "designated", "SANCTION"),
        ("Japan added three Iranian firms to its sanctions list.", "added", "COERCE"),
        ("The following vessels have been added to the SDN List:", "added", "COERCE"),
        ("Beijing put a Lithuanian laser maker on its unreliable entity list.", "put", "COERCE"),
        ("Quito placed Managua on its list of state sponsors of terrorism.", "placed", "SANCTION"),
    ],
)
def test_who_is_designated_or_listed_is_punished(text: str, word: str, kind: str) -> None:
    sentence = parse(text)
    lift = framed(sentence, sentence.tokens[at(sentence, word)])
    assert lift is not None and lift.type == kind
    assert _settled(text, word, "SUPPORT").type == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad designated Abeche as its capital.", "designated"),
        ("Washington designated Tunisia a major non-NATO ally.", "designated"),
        ("The king designated Soto as ambassador to Peru.", "designated"),
        ("The State Department designated Ms. Soto special envoy.", "designated"),
        ("Ghana designated nine judges to the tribunal.", "designated"),
        ("Ghana designated three bays for fishing.", "designated"),
        ("Brussels added Iceland to its list of partners.", "added"),
        ("Ghana plans to designate nine Togolese generals.", "designate"),
    ],
)
def test_other_designations_are_left_to_the_coder(text: str, word: str) -> None:
    sentence = parse(text)
    assert framed(sentence, sentence.tokens[at(sentence, word)]) is None


def test_who_owns_the_list_has_changed_it_where_nobody_else_has() -> None:
    sentence = parse("Two brokers have been added to Canada's sanctions list.")
    head = at(sentence, "added")
    (act,) = settled([Act(sentence, (head, head), head, "COERCE", (), "", (), (at(sentence, "brokers"), at(sentence, "Canada")), (), 0.9)])
    assert [sentence.tokens[i].text for i in act.actors] == ["Canada"]
    assert [sentence.tokens[i].text for i in act.recipients] == ["brokers"]
