"""Whether who says so is a party to the act it reports."""

from __future__ import annotations

import pytest

from dateline.resolve.voices import is_party, with_party
from dateline.types import Attribution, Candidate, Participant, Span


def party(entity: str | None, country: str | None, sector: str | None, at: int = 50) -> Participant:
    return Participant("them", Span(at, at + 4), entity, country, sector, (sector,) if sector else ())


def voice(kind: str, entity: str | None, country: str | None, sectors: tuple[str, ...], at: int = 0) -> Attribution:
    chosen = (Candidate(entity or "it", country, sectors, 1.0),)
    return Attribution(kind, "they", Span(at, at + 4), entity, country, candidates=chosen)


ISRAEL = party("Israel", "ISR", "GOV")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (voice("institution", "Israel", "ISR", ("GOV",)), True),
        (voice("speaker", "Yoav Gallant", "ISR", ("GOV", "MIL")), True),
        (voice("institution", "Israel Defense Forces", "ISR", ("MIL",)), False),
        (voice("media", "Haaretz", "ISR", ("JRN",)), False),
        (voice("unnamed", None, "ISR", ("GOV",)), False),
        (voice("speaker", "Yoav Gallant", "USA", ("GOV",)), False),
        (voice("media", None, None, (), at=50), True),
        (Attribution("unnamed"), None),
    ],
    ids=["entity", "country and sector", "other sector", "a paper", "unnamed officials", "other country", "its own words", "nobody"],
)
def test_a_speaker_is_a_party_by_words_entity_or_country_and_sector(said: Attribution, expected: bool | None) -> None:
    assert is_party(said, (ISRAEL, party("Hamas", "PSE", "REB", 80))) is expected


def test_two_unknown_bodies_of_a_country_are_not_one_party() -> None:
    assert is_party(voice("speaker", None, "MLI", ("UNK",)), (party(None, "MLI", "UNK"),)) is False


def test_recipients_are_parties_and_the_author_is_none() -> None:
    marked = with_party(voice("institution", "Israel", "ISR", ("GOV",)), (), (ISRAEL,))
    assert marked is not None and marked.speaker_is_party is True
    assert with_party(None, (ISRAEL,), ()) is None
