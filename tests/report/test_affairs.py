"""Several affairs in one folder stand apart; within one the gravest and most widely told acts come first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from dateline.besttold import in_passing
from dateline.report.acts import acts
from dateline.report.affairs import affairs
from dateline.report.brief import render_brief
from dateline.report.extras import Extras
from dateline.report.outline import outline
from dateline.report.story import story
from dateline.types import Coded, Document, EventMention, Mention, Participant, Sentence, Span, TimeRef

CODES = {"Lima": "PER", "Quito": "ECU", "Oslo": "NOR", "Riga": "LVA", "Accra": "GHA"}
#: Words, trigger, type, actor, recipient, event, day of May 2031 (0: only the document's).
Row = tuple[str, str, str, str, str, str, int]


def document(number: int, *rows: Row) -> Coded:
    text, sentences, mentions, published = "", [], [], date(2031, 6, number + 1)
    for place, (words, trigger, kind, actor, recipient, event, told) in enumerate(rows):
        sentence = Sentence(place, words, Span(len(text), len(text) + len(words)))
        start = len(text) + words.index(trigger)
        sides = [tuple(Participant(one, Span(at := len(text) + words.index(one), at + len(one)), one, CODES[one]) for one in (name,) if name) for name in (actor, recipient)]
        day = date(2031, 5, told) if told else published
        ref = TimeRef(day, day, "day", "explicit" if told else "document")
        verb, name = Mention(trigger, Span(start, start + len(trigger))), f"d{number}"
        mentions.append(EventMention(f"m{number}-{place}", event, name, name, sentence, verb, kind, actors=sides[0], recipients=sides[1], date=ref))
        sentences.append(sentence)
        text += words + " "
    return Coded(Document(f"d{number}", f"d{number}", text, "", published=published), tuple(sentences), tuple(mentions))


def border(number: int, *more: Row) -> Coded:
    return document(number, ("Lima shelled a post of Quito.", "shelled", "ASSAULT", "Lima", "Quito", "shelling", 3), *more)


def fish(number: int, *more: Row) -> Coded:
    return document(number, ("Oslo banned the boats of Riga.", "banned", "SANCTION", "Oslo", "Riga", "ban", 9), *more)


def head(coded: Sequence[Coded]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in story(coded, acts(coded), lambda act: ())]


def test_two_affairs_have_their_own_lines_and_what_is_left_is_counted() -> None:
    alone = document(7, ("Accra praised a vote.", "praised", "SUPPORT", "Accra", "", "vote", 2))
    lines = head([border(0), fish(1), border(2), fish(3), border(4), fish(5), border(6), alone])
    assert [line for line in lines if line.startswith(("Affair", "Besides"))] == [
        "Affair 1, Ecuador – Peru: 4 acts in 4 documents, published 1 June 2031 to 7 June 2031.",
        "Affair 2, Latvia – Norway: 3 acts in 3 documents, published 2 June 2031 to 6 June 2031.",
        "Besides: 1 act of none of these affairs, in 1 document.",
    ]
    assert "shelled" in lines[1] and "banned" in lines[lines.index(next(one for one in lines if one.startswith("Affair 2"))) + 1]


def test_a_document_that_tells_of_nothing_else_joins_the_affair_of_its_parties() -> None:
    late = document(8, ("Quito thanked Lima for a truce.", "thanked", "SUPPORT", "Quito", "Lima", "thanks", 20))
    coded = [border(0), border(1), border(2), fish(3), fish(4), fish(5), late]
    assert [one.documents for one in affairs(acts(coded))] == [(0, 1, 2, 6), (3, 4, 5)]


@pytest.mark.parametrize(
    "coded",
    [
        [border(0), border(1), border(2)],  # one affair
        [border(0), fish(1), border(2), fish(3)],  # too few of each
        [border(0), border(1), border(2), *(document(n, ("Accra met Oslo.", "met", "CONSULT", "Accra", "Oslo", f"e{n}", n)) for n in range(3, 12))],  # mostly other things
    ],
)
def test_what_is_not_several_affairs_stands_as_before(coded: list[Coded]) -> None:
    assert not any(line.startswith(("Affair", "Besides")) for line in head(coded))


def test_what_is_grave_and_told_by_many_stands_before_what_is_latest() -> None:
    words = [(f"Quito asked Lima for its {n} men.", "asked", "REQUEST", "Quito", "Lima", f"asked{n}", n) for n in (6, 14, 22)]
    last: Row = ("Lima praised a monk.", "praised", "SUPPORT", "Lima", "", "monk", 30)
    expelled: Row = ("Quito expelled the envoy of Lima.", "expelled", "SANCTION", "Quito", "Lima", "expelled", 5)
    lines = head([border(0, expelled, *words), border(1, expelled), border(2, last)])[:4]
    assert lines[0].startswith("3 May 2031: Lima") and "expelled" in lines[1] and not any("monk" in line for line in lines)


def test_a_day_beside_an_act_that_is_only_named_is_no_day_of_it() -> None:
    named: Row = ("Riga condemned the raid of Oslo.", "raid", "ASSAULT", "Oslo", "Riga", "raid", 17)
    others: Row = ("Riga condemned the raid of Oslo.", "condemned", "ACCUSE", "Riga", "Oslo", "blame", 17)
    line = next(one for one in head([document(0, others, named)]) if one.startswith("Strongest"))
    assert line == "Strongest step of the main actors: Latvia: statements (1 act, 17 May 2031); Norway: force (1 act)."


@pytest.mark.parametrize(
    ("words", "trigger", "named"),
    [
        ("Riga recalled its envoy over the raid.", "raid", True), ("Riga was calm after last week's border raid.", "raid", False),
        ("Riga was calm after the border raid.", "raid", True), ("Riga condemned Oslo's raid.", "raid", True),
        ("Riga raided a depot.", "raided", False), ("Riga imposed a ban on boats.", "ban", False), ("Six died in a raid.", "raid", False),
    ],
)  # fmt: skip
def test_what_only_names_an_act(words: str, trigger: str, named: bool) -> None:
    sentence, start = Sentence(0, words, Span(0, len(words))), words.index(trigger)
    assert in_passing(EventMention("m", "m", "d", "d", sentence, Mention(trigger, Span(start, start + len(trigger))), "ASSAULT")) is named


def test_the_short_brief_holds_the_same_lines_and_nothing_behind_them() -> None:
    coded = [border(0), border(1), fish(2)]
    page = render_brief(coded, program="p", extras=Extras(short=True))
    whole = render_brief(coded, program="p")
    assert 'class="story"' in page and 'id="acts"' not in page and 'href="#acts"' not in page and 'id="acts"' in whole and len(page) < len(whole)
    part, all_of_it = (outline(coded, "t", "p", Extras(short=short)) for short in (True, False))
    assert part.parts[:2] == all_of_it.parts[:2] and len(part.parts) == 3
