"""Talks, drafts, offers and behests: forms that tell an act, and who is with whom in it."""

from __future__ import annotations

import pytest
from parsing import at, parse, told

from dateline.extract.classifier.formlifts import allowed
from dateline.extract.cuewords import load_cues
from dateline.extract.negation import is_undone, negations

Given = tuple[str, str, str, list[str], list[str]]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Norway handed Ethiopian negotiators a draft accord.", "handed", "AGREE"),
        ("Peru's envoy presented the draft treaty to the Chilean delegation.", "presented", "AGREE"),
        ("The proposal responds to a new Chilean offer.", "proposal", "AGREE"),
        ("The envoy was responding favourably to requests by Chad.", "responding", "AGREE"),
        ("Berg decided to continue his mission in Sudan.", "decided", "AGREE"),
        ("I do not mind meeting him.", "meeting", "AGREE"),
        ("The Swedish team discussing quotas left Oslo.", "discussing", "CONSULT"),
        ("Rebels burnt the depot at the behest of Nepalese officers.", "behest", "REQUEST"),
        ("Peru is determined to reach an accord with Chile.", "determined", "AGREE"),
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
        ("The minister presented the draft agreement to parliament.", "presented"),
        ("The minister presented the budget to the delegation.", "presented"),
        ("The proposal angered Chile.", "proposal"),
        ("The envoy was responding angrily to requests by Chad.", "responding"),
        ("The clerk decided to continue his lunch.", "decided"),
        ("The king minds meeting him.", "meeting"),
        ("He painted the wall at the behest of his wife.", "behest"),
        ("The striker is determined to score a goal.", "determined"),
    ],
)
def test_forms_that_tell_none(text: str, word: str) -> None:
    sentence = parse(text)
    assert allowed(sentence, sentence.tokens[at(sentence, word)]) is None


@pytest.mark.parametrize(
    ("given", "actors", "recipients"),
    [
        (("A Qatari-hosted meeting of Chadian officials ended.", "meeting", "CONSULT", ["officials"], []), ["Qatari", "officials"], []),
        (("A stormy meeting of Chadian officials ended.", "meeting", "CONSULT", ["officials"], []), ["officials"], []),
        (("The Thai minister made a visit to Rao and the king, urging calm.", "visit", "CONSULT", ["minister", "king"], ["Rao"]), ["minister"], ["Rao", "king"]),
        (("The Thai minister made a visit to Rao and the king, urging calm.", "urging", "REQUEST", ["minister", "king"], ["Rao"]), ["minister"], ["Rao", "king"]),
        (("The Thai minister paid a visit to Rao.", "visit", "CONSULT", ["minister"], ["Rao"]), ["minister"], ["Rao"]),
        (("Rebels burnt the depot at the behest of Peru.", "behest", "REQUEST", ["Rebels"], []), ["Peru"], ["Rebels"]),
        (("Soto sought the help of Brazil.", "sought", "REQUEST", ["Soto", "Brazil"], []), ["Soto"], ["Brazil"]),
        (("The proposal responds to a Chilean offer.", "proposal", "AGREE", ["Chilean"], []), [], ["Chilean"]),
        (("The agreement followed talks with Niger and Chad.", "agreement", "AGREE", ["Niger", "Chad"], []), [], []),
        (("The agreement between Niger and Chad followed a war.", "agreement", "AGREE", ["Niger", "Chad"], []), ["Niger", "Chad"], []),
    ],
)  # fmt: skip
def test_who_is_with_whom(given: Given, actors: list[str], recipients: list[str]) -> None:
    assert told(*given) == (actors, recipients)


def test_who_does_not_mind_meeting_somebody_denies_no_meeting() -> None:
    sentence = parse("I do not mind meeting him.")
    assert not list(negations(sentence, at(sentence, "meeting"), load_cues()))
    assert not is_undone(sentence, at(sentence, "meeting"), "AGREE")
