"""Whose the violence is that somebody condemns."""

from __future__ import annotations

import pytest
from test_resolve_document import RESOLVER, Text

from dateline.resolve import resolve_extraction
from dateline.types import Extraction, PhraseForm, RawMention


def condemned(first: str, doer: str, trigger: str, second: str, who: str, what: str) -> tuple[str | None, str]:
    """The country, and how it was found, of what is condemned in the second sentence."""
    text = Text(first, second)
    one, two = text.phrase(doer, subject=True), text.phrase(who, subject=True)
    deed = text.phrase(what, PhraseForm.NOMINAL)
    told = RawMention(text.sentences[0], text.mention(trigger), "ASSAULT", actors=(one,))
    raw = RawMention(text.sentences[1], text.mention("condemned"), "ACCUSE", actors=(two,), recipients=(deed,))
    _, found = resolve_extraction(text.document, Extraction(text.sentences, (one, two, deed), (told, raw)), RESOLVER)
    return found.recipients[0].country, found.recipients[0].method


@pytest.mark.parametrize("what", ["raid", "shelling", "incursion"])
def test_a_condemned_deed_is_its_doer_s(what: str) -> None:
    assert condemned("Uganda struck Bunia.", "Uganda", "struck", f"Oslo condemned the {what}.", "Oslo", what) == ("UGA", "doer")


def test_not_of_who_condemns_it() -> None:
    assert condemned("Uganda struck Bunia.", "Uganda", "struck", "Kampala condemned the raid.", "Kampala", "raid")[1] != "doer"


def test_only_what_the_text_has_told() -> None:
    text = Text("Uganda struck Bunia.", "Oslo condemned the raid.")
    deed = text.phrase("raid", PhraseForm.NOMINAL)
    raw = RawMention(text.sentences[1], text.mention("condemned"), "ACCUSE", actors=(text.phrase("Oslo"),), recipients=(deed,))
    assert all(party.method != "doer" for party in text.resolve(raw, deed).recipients)


def hit(first: str, target: str, place: str, second: str, trigger: str, victims: str, form: PhraseForm = PhraseForm.NOMINAL) -> str | None:
    """How the country was found of whom the violence of the second sentence hit."""
    text = Text(first, second)
    struck, where, who = text.phrase(target), text.phrase(place), text.phrase(victims, form, plural=True)
    told = RawMention(text.sentences[0], text.mention("struck"), "ASSAULT", recipients=(struck,), places=(where,))
    raw = RawMention(text.sentences[1], text.mention(trigger), "ASSAULT", recipients=(who,))
    _, found = resolve_extraction(text.document, Extraction(text.sentences, (struck, where, who), (told, raw)), RESOLVER)
    return found.recipients[0].country if found.recipients[0].method == "place" else None


@pytest.mark.parametrize(
    ("second", "trigger", "victims", "expected"),
    [
        ("Two carpenters were killed in the blast.", "killed", "carpenters", "COD"),
        ("Two carpenters were killed.", "killed", "carpenters", None),
        ("In Oslo two carpenters were killed in the blast.", "killed", "carpenters", None),
    ],
)
def test_whom_a_deed_already_told_hit_is_at_home_where_it_was_done(second: str, trigger: str, victims: str, expected: str | None) -> None:
    assert hit("Shells struck Bunia near Goma.", "Bunia", "Goma", second, trigger, victims) == expected
