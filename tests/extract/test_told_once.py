"""Acts that are told once: victims and beaten attacks that a form of words shows, the second word of a deed, and words that tell of no deed."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.classifier.formlifts import allowed
from dateline.extract.doubles import without_doubles
from dateline.extract.nodeeds import tells_no_deed


def act(text: str, word: str, kind: str) -> Act:
    sentence = parse(text)
    head = at(sentence, word)
    return Act(sentence, (head, head), head, kind, (), "", (), (), (), 0.9)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Gunboats shelled the port of Bata, injuring 12 people.", "injuring", "ASSAULT"),
        ("The attack was repelled by the Third Brigade.", "repelled", "ASSAULT"),
        ("The guild was unable to reach a settlement with the mine.", "reach", "REJECT"),
        ("The accord was sealed after four days.", "sealed", "SUPPORT"),
        ("Togo intervened to halt the fighting.", "intervened", "MOBILIZE"),
    ],
)
def test_forms_that_tell_an_act(text: str, word: str, kind: str) -> None:
    sentence = parse(text)
    lift = allowed(sentence, sentence.tokens[at(sentence, word)])
    assert lift is not None
    assert lift.type == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The rebels want to attack the post.", "attack"),
        ("The union is considering a strike over pay.", "strike"),
        ("The spray repelled mosquitoes.", "repelled"),
        ("The guild was unable to reach the minister.", "reach"),
        ("The border was sealed after four days.", "sealed"),
        ("The bank intervened to halt the slide.", "intervened"),
    ],
)
def test_forms_that_tell_none(text: str, word: str) -> None:
    sentence = parse(text)
    assert allowed(sentence, sentence.tokens[at(sentence, word)]) is None


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        ("The accord provides for a joint force.", "provides", "AGREE", True),
        ("The deal means Togo will take 90 refugees.", "take", "AGREE", True),
        ("Togo said it will take 90 refugees.", "take", "AGREE", False),
        ("Tanks and ammunition were left behind.", "left", "RETREAT", True),
        ("He was taken away in an ambulance.", "taken", "COERCE", True),
        ("He was taken away in handcuffs.", "taken", "COERCE", False),
        ("The ousted premier is holed up in the Cuban mission.", "holed", "CONSULT", True),
        ("Two deputies were sheltering in a church.", "sheltering", "AID", True),
        ("Two monks were sheltering deputies in a church.", "sheltering", "AID", False),
        ("The clerk shot himself in the cell.", "shot", "ASSAULT", True),
        ("The clerk shot the guard in the cell.", "shot", "ASSAULT", False),
        ("The captain claimed the guerrillas had mined the road.", "claimed", "CONCEDE", True),
        ("The captain admitted that his men had mined the road.", "admitted", "CONCEDE", False),
        ("There is a threat of further raids.", "threat", "THREATEN", True),
        ("The general made a threat.", "threat", "THREATEN", False),
        ("The embassy was shaken by a spy scandal.", "scandal", "COERCE", True),
    ],
)
def test_words_of_no_deed(text: str, word: str, kind: str, expected: bool) -> None:
    assert tells_no_deed(act(text, word, kind)) is expected


@pytest.mark.parametrize(
    ("text", "first", "second", "kept"),
    [
        ("The miners have proposed a strike.", ("strike", "PROTEST"), ("proposed", "THREATEN"), ["PROTEST"]),
        ("The miners threatened a strike.", ("strike", "PROTEST"), ("threatened", "THREATEN"), ["PROTEST", "THREATEN"]),
        ("The cabinet approved the sanctions.", ("sanctions", "SANCTION"), ("approved", "CONCEDE"), ["SANCTION"]),
        ("The cabinet lifted the sanctions.", ("sanctions", "SANCTION"), ("lifted", "CONCEDE"), ["CONCEDE"]),
        ("Togo decided not to accept the offer.", ("accept", "REJECT"), ("decided", "REJECT"), ["REJECT"]),
        ("Norway sent a frigate to patrol the strait.", ("sent", "MOBILIZE"), ("patrol", "MOBILIZE"), ["MOBILIZE"]),
    ],
)
def test_a_deed_told_with_two_words(text: str, first: tuple[str, str], second: tuple[str, str], kept: list[str]) -> None:
    sentence = parse(text)
    acts = [Act(sentence, (at(sentence, word),) * 2, at(sentence, word), kind, (), "", (), (), (), 0.9) for word, kind in (first, second)]
    assert [one.type for one in without_doubles(acts)] == kept
