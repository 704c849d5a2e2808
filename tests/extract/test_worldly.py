"""Types that the thing acted upon settles, and forms that tell such acts."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.classifier.formlifts import allowed
from dateline.extract.worldly import by_what_is_hit


def act(text: str, word: str, kind: str) -> Act:
    sentence = parse(text)
    head = at(sentence, word)
    return Act(sentence, (head, head), head, kind, (), "", (), (), (), 0.9)


@pytest.mark.parametrize(
    ("text", "word", "given", "kind"),
    [
        ("The embassy in Sanaa is closed.", "closed", "COERCE", "SANCTION"),
        ("Norway closed its embassy in Juba.", "closed", "COERCE", "SANCTION"),
        ("Soldiers closed the Norwegian embassy in Juba.", "closed", "COERCE", "COERCE"),
        ("Police closed the paper.", "closed", "COERCE", "COERCE"),
        ("The closing of the Norwegian embassy by Sudanese police came in May.", "closing", "COERCE", "COERCE"),
        ("The closure of the road came in May.", "closure", "COERCE", "COERCE"),
        ("Planes dropped leaflets over Aden.", "dropped", "ASSAULT", "COERCE"),
        ("Planes dropped bombs over Aden.", "dropped", "ASSAULT", "ASSAULT"),
        ("Armenia halted its flights.", "halted", "SANCTION", "SANCTION"),
        ("Togo opened criminal proceedings against nine sailors.", "opened", "ACCUSE", "ACCUSE"),
        ("Raiders made off with four goats.", "made", "COERCE", "COERCE"),
    ],
)
def test_what_is_hit_settles_the_type(text: str, word: str, given: str, kind: str) -> None:
    one = act(text, word, given)
    found = by_what_is_hit(one, [one])
    assert found is not None
    assert found.type == kind


def test_an_embassy_opens_to_the_state_where_it_is() -> None:
    found = by_what_is_hit(act("The Fijian embassy opened in Apia in May.", "opened", "SUPPORT"), [])
    assert found is not None
    assert [found.sentence.tokens[i].text for i in found.recipients] == ["Apia"]


def test_leaflets_that_carry_the_words_of_another_act_are_no_act() -> None:
    text = "Planes scattered leaflets that warned people to flee."
    dropped, warned = act(text, "scattered", "ASSAULT"), act(text, "warned", "THREATEN")
    assert by_what_is_hit(dropped, [dropped, warned]) is None


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Its consulate in Gao remains shut.", "shut", "SANCTION"),
        ("The king convened his cabinet.", "convened", "CONSULT"),
        ("Fiji opened a dispute at the WTO against Chile.", "dispute", "ACCUSE"),
        ("A rupture of the pipe flooded Suva.", "rupture", None),
        ("Two nurses sit in a Harare park.", "sit", None),
        ("Brewers tried to capture a share of sales.", "capture", None),
        ("The view was obstructed by a Fijian flag.", "obstructed", None),
        ("Readers were kept waiting at the library.", "kept", None),
        ("The boy meddled in the kitchen.", "meddled", None),
        ("The ministry published a long letter by the Samoan king.", "published", None),
        ("The premier phoned the envoy to express thanks for the loan.", "thanks", None),
        ("Bus drivers put down tools for repairs.", "put", None),
        ("The Fijian embassy opened in Apia in May.", "opened", "SUPPORT"),
        ("The tax office opened in May.", "opened", None),
        ("The Fijian embassy opened its doors.", "opened", None),
        ("A gallery opened in Apia.", "opened", None),
        ("Fiji opened a school at the border.", "school", None),
        ("The shop is shut.", "shut", None),
        ("The channel resumed its broadcasts.", "broadcasts", None),
    ],
)
def test_forms(text: str, word: str, kind: str | None) -> None:
    sentence = parse(text)
    lift = allowed(sentence, sentence.tokens[at(sentence, word)])
    assert (lift and lift.type) == kind
