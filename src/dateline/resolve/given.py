"""What phrases refer to by what a document says elsewhere: who issues it, who sends the diplomats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve import firstperson, floor, givennames, institutions, introduced, issuer, missions, shortbodies, thecourt
from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.casenames import CaseNames
from dateline.resolve.sightings import Sighting
from dateline.resolve.statements import Issuers, Look
from dateline.types import Candidate, Document, Extraction, Phrase, PhraseForm, Resolution

#: Score of a country that comes from outside a phrase.
GIVEN_SCORE: Final = 0.7


def given(
    document: Document, extraction: Extraction, actor: Callable[[str], Resolution], look: Look, lookup: Lookup, issuers: Issuers,
    places: tuple[Sequence[Sighting], CaseNames],
    told: str | None = None,
) -> Iterator[tuple[Phrase, Resolution]]:
    """Phrases whose country is not told by their own words, with what they refer to.

    Args:
        document: the document.
        extraction: its sentences and phrases.
        actor: what a name refers to.
        look: the countries that a text names.
        lookup: what a phrase refers to by its own words, and what was given before.
        issuers: who issues the document as a statement.
        places: where it names countries and bodies, and cases.
        told: the state that the user says the document is news of.
    """
    phrases, sentences = extraction.phrases, extraction.sentences
    parties = tuple(dict.fromkeys((*phrases, *(one for act in extraction.mentions for one in (*act.actors, *act.recipients)))))
    for phrase, code in issuer.offices_of_issuer(document, sentences, phrases, actor, look, lookup, issuers).items():
        yield phrase, _of(code, lookup(phrase), "issuer")
    voice = actor(issuers.voice).chosen if issuers.voice and not issuers.state else None
    for phrase, code in firstperson.of_the_issuer(document, sentences, phrases, actor, issuers.state or (voice.country if voice else None)).items():
        if voice is not None and voice.country == code and phrase.form is PhraseForm.PRONOUN:
            yield phrase, Resolution(replace(voice, score=GIVEN_SCORE), (voice,), "organisation")
            continue
        named = phrase.form is PhraseForm.NAME and phrase.head not in firstperson.STAFF
        yield phrase, _of(code, lookup(phrase), "person" if named else "issuer", ("SOC",) if code == "NGO" else ("GOV",))
    for phrase, code in missions.of_the_sending_state(phrases, document.text, lookup).items():
        yield phrase, _of(code, lookup(phrase), "person" if phrase.form is PhraseForm.NAME else "sending state")
    if issuers.unknown and voice is None and firstperson.issuing_body(document, actor) is None:
        for phrase in firstperson.of_the_author(document, sentences, phrases):
            yield phrase, Resolution(None, (), floor.UNTOLD)
    for phrase, chosen in introduced.introduced(phrases, document.text, lookup).items():
        yield phrase, Resolution(chosen, (chosen,), "person")
    for phrase, chosen in givennames.by_first_name(phrases, lookup).items():
        yield phrase, Resolution(replace(chosen, score=GIVEN_SCORE), (chosen,), "person")
    for phrase, code in floor.members(document, phrases, actor, look, lookup):
        yield phrase, _of(code, lookup(phrase), "issuer")
    if (spoken := floor.floor_of(document, actor, look, issuers.state or issuers.reported, told)) is not None:
        for phrase, meant in floor.spoken(document, parties, spoken, lookup):
            yield phrase, Resolution(None, (), floor.UNTOLD) if meant is None else _of(meant, lookup(phrase), "issuer")
    for phrase, chosen in shortbodies.short_bodies(phrases, lookup, document).items():
        yield phrase, Resolution(replace(chosen, score=GIVEN_SCORE), (chosen,), "organisation")
    for phrase, chosen in institutions.of_bodies(document, phrases, lookup, actor):
        yield phrase, Resolution(replace(chosen, score=GIVEN_SCORE), (chosen,), "organisation")
    for phrase, chosen in thecourt.courts_meant(document, parties, *places, lookup, actor):
        yield phrase, Resolution(replace(chosen, score=GIVEN_SCORE), (chosen,), "organisation" if chosen.sectors == ("JUD",) else "issuer")


def _of(code: str, own: Resolution, method: str, sectors: tuple[str, ...] = ("GOV",)) -> Resolution:
    """What a phrase refers to with a country from outside its words, which keep their sector where they tell one; a person keeps the name."""
    known = own.chosen or Candidate("", None, (), GIVEN_SCORE)
    chosen = Candidate(known.entity if method == "person" else "", code, known.sectors or sectors, GIVEN_SCORE)
    return Resolution(chosen, (chosen, *own.candidates), method)
