"""What the trigger is told to answer, fights at home, and the words that tie an act to it, by hand-made documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from affairs import Act, countries, document

from dateline.analyse.response import parse_trigger, respond
from dateline.analyse.response.answeredto import is_lent
from dateline.analyse.response.values import ActorReport
from dateline.reasons import why
from dateline.types import Coded, EventMention, Span, TimeRef


def report_of(coded: Coded | list[Coded], actor: str = "ARL", to: str = "BOR ASSAULT ARL") -> ActorReport:
    (report,) = respond(coded if isinstance(coded, list) else [coded], parse_trigger(to), (actor,), countries).actors
    return report


def answers(report: ActorReport) -> set[str]:
    return {one.told.mention.trigger.text for rung in report.ladder for one in rung.acts}


SEIZED = Act("seized", "COERCE", "BOR", "ARL", "2031-05-02")


@pytest.mark.parametrize(
    ("text", "act", "counts"),
    [
        ("Borduria seized the rig in retaliation for an Arlandish attack on a ferry.", Act("attack", "ASSAULT", "ARL", "BOR"), False),
        ("Borduria called it a measured response to the Arlandish raid on a ferry.", Act("raid", "ASSAULT", "ARL", "BOR"), False),
        ("In reprisal for an Arlandish attack on a ferry, Borduria seized the rig.", Act("attack", "ASSAULT", "ARL", "BOR"), False),
        ("Borduria seized the rig in the wake of Arlandish strikes on its ferries.", Act("strikes", "ASSAULT", "ARL", "BOR"), False),
        ("Arland shelled a Bordurian port in retaliation for the seizure of the rig.", Act("shelled", "ASSAULT", "ARL", "BOR"), True),
        ("In response to the seizure of the rig Arland shelled a Bordurian port.", Act("shelled", "ASSAULT", "ARL", "BOR"), True),
        (
            "Borduria seized the rig in a day, and in response Arland shelled a Bordurian port.",
            Act("shelled", "ASSAULT", "ARL", "BOR"),
            True,
        ),
    ],
)
def test_what_the_trigger_answered_is_no_answer_to_it(text: str, act: Act, counts: bool) -> None:
    acts = [act, SEIZED] if "seized" in text else [act]
    first = ("Bordurian marines seized an Arlandish rig on Friday.", [SEIZED])
    coded = document("news", "2031-05-04", "Rig seized", [[first, (text, acts)]])
    assert (act.words in answers(report_of(coded, to="BOR COERCE ARL"))) is counts


def test_other_reports_of_what_was_answered_are_none_either() -> None:
    first = (
        "Borduria seized the rig in retaliation for an Arlandish attack on a ferry.",
        [SEIZED, Act("attack", "ASSAULT", "ARL", "BOR", event="e1")],
    )
    again = ("He told of the Arlandish strike on the Bordurian ferry.", [Act("strike", "ASSAULT", "ARL", "BOR", event="e1")])
    other = ("Arland shelled a Bordurian port.", [Act("shelled", "ASSAULT", "ARL", "BOR")])
    found = answers(report_of(document("news", "2031-05-04", "Rig seized", [[first, again, other]]), to="BOR COERCE ARL"))
    assert found == {"shelled"}


@pytest.mark.parametrize(
    ("text", "act", "day", "lent"),
    [
        ("Borduria shelled a rig in response to an attack on Friday on a ferry.", "shelled", "Friday", True),
        ("Borduria shelled a rig in response to a missile attack on a large ferry on Friday.", "shelled", "Friday", True),
        ("Borduria blamed Arland for Friday's attack.", "blamed", "Friday", True),
        ("Borduria shelled a rig in response to the raid on Friday.", "shelled", "Friday", False),
        ("Borduria shelled a rig on Friday in response to the raid.", "shelled", "Friday", False),
        ("Friday's attack hit a ferry.", "attack", "Friday", False),
    ],
)
def test_the_day_of_what_was_answered_is_not_that_of_the_answer(text: str, act: str, day: str, lent: bool) -> None:
    coded = document("news", "2031-05-04", "News", [[(text, [Act(act, "ASSAULT", "BOR", "ARL")])]])
    assert is_lent(_dated(coded.mentions[0], text, day)) is lent


def _dated(mention: EventMention, text: str, words: str) -> EventMention:
    start = mention.sentence.span.start + text.index(words)
    day = date(2031, 5, 2)
    return replace(mention, date=TimeRef(day, day, "day", "relative", words, Span(start, start + len(words))))


def test_a_day_told_within_the_week_of_another_report_is_the_triggers() -> None:
    texts = [
        ("Borduria raided the port on 2 May.", [Act("raided", "ASSAULT", "BOR", "ARL", "2031-05-02")]),
        ("It raided the port last week.", [Act("raided", "ASSAULT", "BOR", "ARL", "2031-04-28")]),
    ]
    coded = document("news", "2031-05-05", "Raid", [texts])
    week = TimeRef(date(2031, 4, 28), date(2031, 5, 4), "interval", "relative", "last week")
    coded = replace(coded, mentions=(coded.mentions[0], replace(coded.mentions[1], date=week)))
    trigger = respond([coded], parse_trigger("BOR ASSAULT ARL"), ("ARL",), countries).trigger
    assert trigger is not None and (trigger.first, trigger.last) == (date(2031, 5, 2), date(2031, 5, 2))


RAID = ("Bordurian troops raided an Arlandish town on 2 May.", [Act("raided", "ASSAULT", "BOR", "ARL", "2031-05-02")])


@pytest.mark.parametrize(
    ("text", "act", "counts"),
    [
        (
            "Rebels of the town surrendered to an Arlandish militia after the raid.",
            Act("surrendered", "RETREAT", "ARL", "ARL", sector="REB"),
            False,
        ),
        ("Arlandish militias clashed with one another after the Bordurian raid.", Act("clashed", "ASSAULT", "ARL", sector="PRM"), False),
        ("Police guarded the Bordurian embassy after the raid.", Act("guarded", "MOBILIZE", "ARL"), False),
        ("Arlandish guerrillas attacked Bordurian troops after the raid.", Act("attacked", "ASSAULT", "ARL", "BOR", sector="REB"), True),
        ("Arland sent troops to guard the Bordurian border after the raid.", Act("sent", "MOBILIZE", "ARL", "BOR"), True),
        ("The parliament banned Bordurian ships over the raid.", Act("banned", "SANCTION", "ARL", "BOR", sector="LEG"), True),
        ("The parliament condemned the Bordurian raid.", Act("condemned", "ACCUSE", "ARL", "BOR", sector="LEG"), False),
    ],
)
def test_what_stands_at_home(text: str, act: Act, counts: bool) -> None:
    report = report_of(document("news", "2031-05-04", "Raid", [[RAID, (text, [act])]]))
    assert (act.words in answers(report)) is counts
    assert counts or act.words in {one.told.mention.trigger.text for one in report.domestic}


def test_a_posted_guard_is_no_trigger() -> None:
    texts = [RAID, ("Bordurian police guarded the Arlandish embassy.", [Act("guarded", "MOBILIZE", "BOR", "ARL")])]
    assert (
        respond([document("news", "2031-05-04", "Raid", [texts])], parse_trigger("BOR MOBILIZE ARL"), ("ARL",), countries).trigger is None
    )


def test_the_words_of_a_name_are_one_reason_and_named_whole() -> None:
    first = ("Bordurian police raided the house of Hakan Fidan on 2 May.", RAID[1])
    act = ("Arland demanded that Hakan Fidan be spared.", [Act("demanded", "REQUEST", "ARL", "BOR")])
    (rung,) = report_of(document("news", "2031-05-04", "Raid", [[first, act]])).ladder
    assert "“Hakan Fidan”" in why(rung.acts[0]) and "“Fidan”" not in why(rung.acts[0])


def test_a_line_in_capitals_has_no_names() -> None:
    title = "ARLAND PROTESTS OVER RAID ON HOUSE OF FIDAN"
    act = (title.title(), [Act("Protests", "PROTEST", "ARL", "BOR")])
    coded = document("news", "2031-05-04", "Raid", [[RAID, (title, [replace(act[1][0], words="PROTESTS")])]])
    reasons = [why(one) for rung in report_of(coded).ladder for one in rung.acts]
    assert reasons and not any(f"“{title}”" in one or f"names {title}" in one for one in reasons)


def test_of_many_reports_a_word_of_one_alone_ties_nothing() -> None:
    towns = ("Ulm", "Linz", "Metz", "Bern", "Genk", "Nice", "Cork", "Lund", "Brno")
    news = [document(f"n{town}", "2031-05-04", "News", [[(f"Bordurian troops raided a bakery in {town}.", RAID[1])]]) for town in towns]
    news[0] = document("first", "2031-05-04", "News", [[("Bordurian troops raided an orchard full of melons.", RAID[1])]])
    far = document(
        "far",
        "2031-05-05",
        "Farming",
        [[("Arland agreed on the price of melons from every orchard.", [Act("agreed", "AGREE", "ARL", "KHE")])]],
    )
    assert answers(report_of([*news, far])) == set()
    assert answers(report_of([news[0], far])) == {"agreed"}


def test_the_trigger_coded_once_more_is_no_answer_to_it() -> None:
    restored = Act("restored relations", "AGREE", "BOR", "ARL", "2031-05-02")
    words = ("Borduria and Arland restored relations on 2 May.", [restored, Act("relations", "COOPERATE", "ARL", "BOR", "2031-05-02")])
    again = ("Borduria and Arland have restored ties, its minister said.", [Act("restored ties", "AGREE", "ARL", "BOR")])
    other = ("Arland agreed to pay Borduria for the rig.", [Act("agreed", "AGREE", "ARL", "BOR", "2031-05-20")])
    thanks = ("Arland thanked Borduria for the pact.", [Act("thanked", "SUPPORT", "ARL", "BOR", "2031-05-04")])
    found = answers(report_of(document("news", "2031-05-25", "Relations", [[words, again, other, thanks]]), to="BOR AGREE ARL"))
    assert found.isdisjoint({"restored relations", "relations", "restored ties"})
    assert "agreed" in found


@pytest.mark.parametrize("words", ["about five miles north of the rig", "about 400 men of the rig"])
def test_an_amount_is_no_ground(words: str) -> None:
    first = ("Bordurian marines seized an Arlandish rig on Friday.", [SEIZED])
    act = (f"Arland shelled a Bordurian port {words}.", [Act("shelled", "ASSAULT", "ARL", "BOR")])
    (rung,) = report_of(document("news", "2031-05-04", "Rig seized", [[first, act]]), to="BOR COERCE ARL").ladder
    assert "ground" not in {reason.kind for reason in rung.acts[0].reasons}
