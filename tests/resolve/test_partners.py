"""Who does an act with the one state that was found for it, and who did the act that a definite noun takes up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.resolve import belonging
from dateline.resolve.belonging import NONE
from dateline.resolve.sided import Sides, is_definite, is_partnerless
from dateline.resolve.sightings import Sighting
from dateline.types import Candidate, Lean, Mention, Participant, Phrase, PhraseForm, RawMention, ResolvedMention, Sentence, Span

TEXT = "Greece began joint patrols that Albania wanted. The new patrols cost little, a patrol officer said of such patrols."
SENTENCES = (Sentence(0, TEXT[:47], Span(0, 47)), Sentence(1, TEXT[48:], Span(48, len(TEXT))))


def mention(word: str, start: int = 0) -> Mention:
    at = TEXT.index(word, start)
    return Mention(word, Span(at, at + len(word)))


GREECE = Participant("Greece", mention("Greece").span, "Greece", "GRC", "GOV", ("GOV",), 1.0)
ALBANIA = Participant("Albania", mention("Albania").span, "Albania", "ALB", "GOV", ("GOV",), 1.0)
NOBODY = Participant("officer", mention("officer").span)
SIGHTINGS = [Sighting(p.country or "", 0, p.span.start, p.span.end, "country") for p in (GREECE, ALBANIA)]
NAMED = {0: [(Phrase(Mention(p.text, p.span), p.text.lower(), PhraseForm.NAME), Candidate(p.text, p.country, ("GOV",), 1.0)) for p in (GREECE, ALBANIA)]}
LEANS = (Lean(ALBANIA.span, 0.3, 0.1),)
PATROLS = RawMention(SENTENCES[0], mention("patrols"), "COOPERATE", leans=LEANS, voice="noun")
AGAIN = replace(PATROLS, sentence=SENTENCES[1], trigger=mention("patrols", 48))


def reader() -> Sides:
    return Sides(belonging.Scene(TEXT, SENTENCES, SIGHTINGS), NAMED)


@pytest.mark.parametrize(
    ("raw", "actors", "recipients", "expected"),
    [
        (PATROLS, (GREECE,), (), True),
        (PATROLS, (GREECE, GREECE), (), True),
        (PATROLS, (GREECE, ALBANIA), (), False),
        (PATROLS, (GREECE, NOBODY), (), False),
        (PATROLS, (GREECE,), (ALBANIA,), False),
        (PATROLS, (), (), False),
        (replace(PATROLS, type="SANCTION"), (GREECE,), (), False),
        (replace(PATROLS, leans=()), (GREECE,), (), False),
    ],
)
def test_an_act_of_two_sides_by_one_state_lacks_a_partner(
    raw: RawMention, actors: tuple[Participant, ...], recipients: tuple[Participant, ...], expected: bool
) -> None:
    assert is_partnerless(raw, actors, recipients) is expected


def test_the_partner_that_is_chosen_acts_too_and_is_never_the_first_again() -> None:
    options: list[set[str]] = []
    found = reader().with_partner(PATROLS, None, (GREECE,), lambda side, table: options.append(set(table)) or "ALB")
    assert [(p.text, p.country) for p in found] == [("Greece", "GRC"), ("Albania", "ALB")]
    assert {"ALB", NONE} <= options[0] and "GRC" not in options[0]
    assert reader().with_partner(PATROLS, None, (GREECE,), lambda side, table: NONE) == (GREECE,)


@pytest.mark.parametrize(("after", "expected"), [("The", True), ("said", True), ("Greece", False)])
def test_a_definite_noun_tells_of_a_known_act(after: str, expected: bool) -> None:
    raw = replace(PATROLS, trigger=mention("patrols", TEXT.index(after)))
    assert is_definite(raw, TEXT) is expected
    assert not is_definite(replace(raw, voice="active"), TEXT)


def test_a_definite_noun_without_a_doer_has_those_of_the_last_act_of_its_type() -> None:
    sided = reader()
    assert sided.taken_up(AGAIN) == ()
    sided.note(ResolvedMention(PATROLS, (GREECE, NOBODY, ALBANIA), (), None, None))
    assert [(p.country, p.method) for p in sided.taken_up(AGAIN)] == [("GRC", "named elsewhere"), ("ALB", "named elsewhere")]
    assert sided.taken_up(replace(AGAIN, type="AGREE")) == ()
    assert sided.taken_up(replace(AGAIN, trigger=mention("patrol officer"))) == ()
    assert sided.taken_up(replace(AGAIN, actors=(NAMED[0][0][0],))) == ()


def test_the_doer_of_violence_is_not_taken_from_the_act_before() -> None:
    sided = reader()
    sided.note(ResolvedMention(replace(PATROLS, type="ASSAULT"), (GREECE,), (), None, None))
    assert sided.taken_up(replace(AGAIN, type="ASSAULT")) == ()
