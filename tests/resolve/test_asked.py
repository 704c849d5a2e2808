"""Of whom something is asked, bodies called by their noun, societies and officers, each by words alone."""

from __future__ import annotations

from datetime import date

import pytest
from test_resolve_document import RESOLVER, Text

from dateline.evaluation.gold import plain_document
from dateline.resolve.asked import is_asked
from dateline.resolve.namesakes import is_shared_elsewhere
from dateline.resolve.shortbodies import short_bodies
from dateline.resolve.wholenames import is_society
from dateline.types import Phrase, PhraseForm


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana accused Togo and demanded that it pay.", True),
        ("Ghana ordered that it be closed.", True),
        ("Ghana said that it would pay.", False),
        ("Ghana insisted that it had paid.", False),
        ("Ghana demanded it.", False),
    ],
)
def test_asked(text: str, expected: bool) -> None:
    assert is_asked(Text(text).phrase("it", PhraseForm.PRONOUN), text) is expected


@pytest.mark.parametrize(
    ("full", "short", "expected"),
    [
        ("UN Security Council", "Council", "UNO"),
        ("UN Security Council", "Council members", "UNO"),
        ("European Commission", "Commission", "EUR"),
        ("African Union", "Union", "IGO"),
        ("Constitutional Court of Romania", "Court", None),
        ("European Commission", "Council", None),
        ("European Council", "Commission", "EUR"),
    ],
)
def test_a_body_is_meant_by_its_noun_after_its_full_name(full: str, short: str, expected: str | None) -> None:
    doc = Text(f"Ministers wrote to the {full}.", f"Then the  {short} replied.")
    start = doc.text.index(f"  {short}") + 2
    first = doc.phrase(full)
    found = short_bodies([first, _at(doc, start, short)], lambda p: RESOLVER.actor(p.mention.text), plain_document("a", doc.text, "2022-03-09"))
    assert [one.country for one in found.values()] == ([expected] if expected else [])


@pytest.mark.parametrize(("between", "expected"), [("Union's ambassador", "EUR"), ("Western Union", None)])
def test_a_body_is_still_meant_behind_a_phrase_that_holds_its_noun_alone(between: str, expected: str | None) -> None:
    doc = Text("Ministers wrote to the European Union.", f"They met the {between} again.", "Then the  Union replied.")
    last = _at(doc, doc.text.index("  Union") + 2, "Union")
    found = short_bodies([doc.phrase("European Union"), doc.phrase(between), last], lambda p: RESOLVER.actor(p.mention.text), plain_document("a", doc.text, "2022-03-09"))
    assert (found[last].country if last in found else None) == expected


def _at(doc: Text, start: int, words: str) -> Phrase:
    phrase = doc.phrase(f"  {words}")
    span = type(phrase.mention.span)(start, start + len(words))
    return Phrase(type(phrase.mention)(words, span), words.split()[-1].lower(), PhraseForm.NAME, sentence=1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nurses Without Borders", True),
        ("Campaign for " + "A" * 60 + "-x", False),
        ("Coalition to Save Darfur", True),
        ("Lawyers for Human Rights", True),
        ("Movement for Democratic Change", False),
        ("Sweden to NATO", False),
        ("Ministry for Justice", False),
    ],
)
def test_names_that_only_societies_bear(name: str, expected: bool) -> None:
    assert is_society(name) is expected


@pytest.mark.parametrize(("name", "expected"), [("Socialist party", True), ("Fidesz", False)])
def test_a_party_of_a_common_name_is_open_where_its_state_is_not_named(name: str, expected: bool) -> None:
    phrase = Text(f"The {name} won.").phrase(name)
    assert is_shared_elsewhere(phrase, RESOLVER.actor(name), {"PRT"}) is expected


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("General Hugh Shelton", date(1994, 9, 20), "MIL"),
        ("Hugh Shelton", date(1994, 9, 20), "ELI"),
        ("former General Hugh Shelton", date(2006, 1, 1), "ELI"),
        ("General Pervez Musharraf", date(2010, 1, 1), "ELI"),
    ],
)
def test_an_officer_by_rank_is_in_the_army_unless_he_has_left_an_office_since(text: str, day: date, expected: str) -> None:
    chosen = RESOLVER.actor(text, on=day).chosen
    assert chosen is not None and chosen.sectors[0] == expected
