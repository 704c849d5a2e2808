"""Reviews that a lender completes and sales of arms that are cleared; names of laws and lists that are kept tell no act."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.classifier.framelifts import framed
from dateline.extract.roles import settled


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The IMF concluded the second review of Ghana's programme, enabling a disbursement of $360 million.", "concluded", "AID"),
        ("The IMF board completes the fifth review under Jordan's facility", "completes", "AGREE"),
        ("Canberra approved a possible missile sale to Fiji.", "approved", "SUPPORT"),
        ("The ministry made a finding approving an arms sale to the government of Chile.", "approving", "SUPPORT"),
        ("The club completed a review of its season.", "completed", None),
        ("The council approved the sale of the mill to a Danish firm.", "approved", None),
        ("The council approved the arms sale.", "approved", None),
    ],
)
def test_what_boards_and_ministries_clear(text: str, word: str, kind: str | None) -> None:
    sentence = parse(text)
    lift = framed(sentence, sentence.tokens[at(sentence, word)])
    assert (lift.type if lift else None) == kind


def test_the_review_is_told_by_its_verb() -> None:
    sentence = parse("The IMF concluded the second review of Ghana's programme.")
    verb, noun = at(sentence, "concluded"), at(sentence, "review")
    found = settled([Act(sentence, (i, i), i, kind, (), "", (), (), (), 0.9) for i, kind in ((verb, "AGREE"), (noun, "ACCUSE"))])
    assert [act.head for act in found] == [verb]


def test_who_buys_is_the_recipient_and_not_the_sale() -> None:
    sentence = parse("Oslo approved an arms sale to Chile.")
    head, sale, buyer = (at(sentence, word) for word in ("approved", "sale", "Chile"))
    (act,) = settled([Act(sentence, (head, head), head, "SUPPORT", (), "", (), (sale, buyer), (), 0.9)])
    assert act.recipients == (buyer,)


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("The Syria (Sanctions) (Overseas Territories) Order was made in May.", "Sanctions", False),
        ("The Burma (Sanctions) (EU Exit) Regulations 2021 were amended.", "Sanctions", False),
        ("The trader was charged under the Cuba Sanctions Act.", "Sanctions", False),
        ("The trader was charged under the Sanctions and Export Control Act.", "Sanctions", False),
        ("Sanctions against Burma were lifted.", "Sanctions", True),
        ("Norway updated its sanctions list.", "updated", False),
        ("Norway updated its tariffs.", "updated", True),
    ],
)
def test_names_of_laws_and_lists_that_are_kept_tell_no_act(text: str, word: str, told: bool) -> None:
    sentence = parse(text)
    head = at(sentence, word)
    assert bool(settled([Act(sentence, (head, head), head, "SANCTION", (), "", (), (), (), 0.9)])) is told
