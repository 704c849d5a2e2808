"""Whose clause an act stands in: who does it, and to whom."""

from __future__ import annotations

import pytest
from parsing import at, parse, told

from dateline.extract.act import Act
from dateline.extract.clauses import told_by_clause
from dateline.types import Lean, Span


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("Austria saw Syria expel its envoys.", "expel", "SANCTION", ["Austria"], ["Syria", "envoys"]), ["Syria"], ["Austria"]),
        (("Austria saw Syria bomb Aleppo.", "bomb", "ASSAULT", ["Austria", "Syria"], ["Aleppo"]), ["Syria"], ["Aleppo"]),
        (("The summer saw Chad expel the envoys.", "expel", "SANCTION", ["summer"], ["envoys"]), ["Chad"], ["envoys"]),
        (("Oman saw its tankers seized by Iran.", "seized", "COERCE", ["Oman"], ["tankers"]), ["Iran"], ["Oman", "tankers"]),
        (("Russia had two of its diplomats expelled by Oslo.", "expelled", "SANCTION", ["Russia"], []), ["Oslo"], ["Russia"]),
        (("Gabon had its envoy withdrawn.", "withdrawn", "SANCTION", ["envoy"], []), ["Gabon"], []),
        (("The junta had three editors jailed.", "jailed", "COERCE", [], ["editors"]), ["junta"], ["editors"]),
    ],
)  # fmt: skip
def test_what_is_seen_or_had(given: tuple[str, str, str, list[str], list[str]], actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("The force, whose convoys the rebels have attacked, left.", "attacked", "ASSAULT", ["force"], []), ["rebels"], ["convoys"]),
        (("Turkey, whose pilots the Syrian army shot down, protested.", "shot", "ASSAULT", ["Turkey", "army"], []), ["army"], ["pilots"]),
        (("Bolivia, whose envoy Peru expelled in May, protested.", "expelled", "SANCTION", [], ["Bolivia"]), ["Peru"], ["envoy", "Bolivia"]),
        (("The agency, whose lorries gunmen looted, left.", "looted", "COERCE", ["gunmen"], []), ["gunmen"], ["lorries"]),
        (("Serbia, whose spokesman Markovic resigned, protested.", "resigned", "RETREAT", ["Markovic"], []), ["Markovic"], []),
        (("Bolivia, whose envoy left when Peru, which had closed the port, protested.", "closed", "COERCE", ["Peru"], ["port"]), ["Peru"], ["port"]),
        (("Bolivia, whose envoy insulted Peru, apologised.", "insulted", "ACCUSE", ["envoy"], ["Peru"]), ["envoy"], ["Peru"]),
        (("Cadets defied a court that they reject.", "reject", "REJECT", ["court", "they"], []), ["they"], []),
        (("Police told reporters Chad had expelled diplomats.", "expelled", "SANCTION", ["Chad"], ["diplomats"]), ["Chad"], ["diplomats"]),
    ],
)  # fmt: skip
def test_relative_clauses(given: tuple[str, str, str, list[str], list[str]], actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("Spain cut funds for Niger; Denmark recalled its envoy.", "recalled", "SANCTION", ["Spain", "Denmark"], ["Niger"]), ["Denmark"], ["Niger"]),
        (("Spain said it would cut funds.", "cut", "SANCTION", ["Spain", "it"], []), ["Spain", "it"], []),
        (("Oslo said the envoy had made a mistake.", "mistake", "ACCUSE", ["Oslo", "envoy"], []), ["Oslo", "envoy"], []),
        (("Oslo said the rebels had burned the port.", "burned", "ASSAULT", ["Oslo", "rebels"], ["port"]), ["rebels"], ["port"]),
        (("The strike that Chad made on Libya angered Egypt.", "strike", "ASSAULT", ["Chad"], ["Libya"]), ["Chad"], ["Libya"]),
        (("Malian units, which had been trained abroad, fought.", "trained", "AID", ["units"], []), [], ["units"]),
        (("Malian units, which were engaged in fighting, fled.", "engaged", "ASSAULT", ["units"], []), ["units"], []),
        (("The minister resisted calls to bar Chad.", "resisted", "REJECT", ["minister"], ["calls", "Chad"]), ["minister"], ["calls"]),
        (("The minister resisted calls to bar Chad.", "calls", "REQUEST", ["Chad"], ["minister"]), [], ["minister"]),
        (("Paris accepted its offer.", "offer", "AGREE", ["Paris"], []), ["Paris"], []),
        (("Lula travels to Quito, where Noboa calls for peace.", "calls", "REQUEST", ["Lula", "Noboa"], []), ["Noboa"], []),
        (("Oslo says it knows of a camp where Chad urges peace.", "urges", "REQUEST", ["Oslo", "Chad"], []), ["Oslo", "Chad"], []),
        (("Paris hesitated; the plea was refused by Rome.", "refused", "REJECT", ["Rome"], ["Paris"]), ["Rome"], ["Paris"]),
    ],
)  # fmt: skip
def test_subjects_of_others_and_of_passives(given: tuple[str, str, str, list[str], list[str]], actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("Togo lost six soldiers in Mali.", "lost", "ASSAULT", ["Togo"], ["soldiers"]), [], ["Togo"]),
        (("Togo lost six soldiers in an ambush by rebels.", "ambush", "ASSAULT", ["rebels"], ["soldiers"]), ["rebels"], ["Togo"]),
        (("Togo lost six men in its attack on Lagos.", "attack", "ASSAULT", ["Togo"], ["Lagos"]), ["Togo"], ["Lagos"]),
        (("The post came under mortar fire.", "fire", "ASSAULT", ["post"], []), [], ["post"]),
        (("Ecuador suffered a wave of bombings.", "bombings", "ASSAULT", [], []), [], ["Ecuador"]),
        (("Gunmen carried out a wave of bombings.", "bombings", "ASSAULT", ["Gunmen"], []), ["Gunmen"], []),
    ],
)  # fmt: skip
def test_sufferers(given: tuple[str, str, str, list[str], list[str]], actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


def test_the_coders_word_for_who_is_no_party_no_longer_counts() -> None:
    sentence = parse("Malian units, which had been trained abroad, fought.")
    head, units = at(sentence, "trained"), sentence.tokens[at(sentence, "units")]
    leans = (Lean(Span(units.start, units.end), 0.7, 0.1, 0.8, 0.2),)
    found = told_by_clause(Act(sentence, (head, head), head, "AID", (), "", (units.i,), (), (), 0.9, leans=leans))
    assert found.leans == (Lean(Span(units.start, units.end), 0.0, 0.1, 0.0, 0.2),)


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("Turkey, Azerbaijan's closest ally, voiced support.", "support", "SUPPORT", ["Turkey", "Azerbaijan"], []), ["Turkey"], ["Azerbaijan"]),
        (("Iran, Syria's main backer, condemned Oslo.", "condemned", "ACCUSE", ["Iran", "backer"], ["Oslo"]), ["Iran"], ["Oslo"]),
        (("China, India's old rival, praised Nepal.", "praised", "SUPPORT", ["China", "India"], ["Nepal"]), ["China"], ["Nepal"]),
        (("Peru condemned Iran, Syria's main backer.", "condemned", "ACCUSE", ["Peru"], ["Iran", "backer"]), ["Peru"], ["Iran"]),
        (("Oman, Yemen's neighbour, pledged aid to Yemen.", "pledged", "AGREE", ["Oman"], ["Yemen"]), ["Oman"], ["Yemen"]),
        (("Barcena, Mexico's foreign minister, thanked Peru.", "thanked", "SUPPORT", ["Barcena", "minister"], ["Peru"]), ["Barcena", "minister"], ["Peru"]),
    ],
)  # fmt: skip
def test_friends_and_foes_in_apposition(given: tuple[str, str, str, list[str], list[str]], actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("Lima said Chilean soldiers were driven back.", "driven", "ASSAULT", [], ["soldiers"]), ["Lima"], ["soldiers"]),
        (("Lima said Chilean soldiers landed but were pushed back.", "pushed", "ASSAULT", ["soldiers"], ["Lima"]), ["Lima"], ["soldiers"]),
        (("The army said rebels attacked a post and were repulsed.", "repulsed", "ASSAULT", ["rebels"], []), ["army"], ["rebels"]),
        (("Lima said Peruvian soldiers were driven back.", "driven", "ASSAULT", [], ["soldiers"]), [], ["soldiers"]),
        (("Lima said Chilean soldiers were repelled by farmers.", "repelled", "ASSAULT", ["farmers"], ["soldiers"]), ["farmers"], ["soldiers"]),
        (("Residents said Chilean soldiers were repelled.", "repelled", "ASSAULT", [], ["soldiers"]), [], ["soldiers"]),
        (("Rebels tried to land but were driven off.", "driven", "ASSAULT", ["Rebels"], []), [], ["Rebels"]),
    ],
)  # fmt: skip
def test_who_tells_of_a_foes_defeat_beat_him(given: tuple[str, str, str, list[str], list[str]], actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("Quito thanked Lima, which sent doctors and vowed to help.", "vowed", "AGREE", ["Quito"], ["Lima"]), ["Lima"], []),
        (("Quito thanked Lima, which sent doctors and promised to help Quito.", "promised", "AGREE", ["Lima"], []), ["Lima"], []),
        (("Quito thanked Lima, which lent it money, and promised to repay.", "promised", "AGREE", ["Quito"], ["Lima"]), ["Quito"], ["Lima"]),
        (("The president blamed Haiti for the plot and thanked Lima, which condemned the plot and promised to help.", "promised", "AGREE", [], []), ["Lima"], []),
        (("Quito thanked Lima and promised to help Lima.", "promised", "AGREE", ["Quito"], ["Lima"]), ["Quito"], ["Lima"]),
    ],
)  # fmt: skip
def test_the_second_verb_of_a_relative_clause(given: tuple[str, str, str, list[str], list[str]], actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("Juan Vega welcomed the pardon.", "pardon", "CONCEDE", [], ["Vega"]), [], ["Vega"]),
        (("Chad condemned the raid.", "raid", "ASSAULT", [], ["Chad"]), [], ["Chad"]),
        (("The president blamed Delhi while chairing a peace meeting.", "meeting", "CONSULT", ["president", "Delhi"], []), ["president", "Delhi"], []),
        (("The president met Delhi at a council meeting with India.", "meeting", "CONSULT", ["president", "Delhi"], []), ["president", "Delhi"], []),
        (("Lima issued a blacklist of envoys.", "blacklist", "COERCE", ["Lima"], ["envoys"]), ["Lima"], ["envoys"]),
        (("Oslo refused to pay ransom to gunmen.", "refused", "REJECT", ["Oslo"], ["gunmen"]), ["Oslo"], ["gunmen"]),
    ],
)  # fmt: skip
def test_who_is_named_beside_an_act_has_no_part_in_it(given: tuple[str, str, str, list[str], list[str]], actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


def test_who_is_brought_to_act_has_not_had_it_done_to_himself() -> None:
    led = ("The blockade of Chad led Niger to close its border.", "blockade", "COERCE", [], ["Chad", "Niger"])
    assert told(*led) == ([], ["Chad"])
    pushed = ("The sanctions on Sudan pushed Juba to look for another port.", "sanctions", "SANCTION", [], ["Sudan", "Juba"])
    assert told(*pushed) == ([], ["Sudan"])
    hit = ("The sanctions hit Juba.", "sanctions", "SANCTION", [], ["Juba"])
    assert told(*hit) == ([], ["Juba"])
