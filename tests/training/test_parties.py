"""Corpus passages as a coder would hand them on."""

from __future__ import annotations

from dateline.training.notation import parse_notation
from dateline.training.parties import gold_extractions, half_of
from dateline.types import PhraseForm

SOURCE = """=== wire | 2019-03-04 | military
H Shells hit Somali villages
! hit | ASSAULT/heavy-weapons/194 | r=Somali villages SOM.CVL
S Kenyan troops shelled two villages near Kismayo on Monday, witnesses said.
! shelled | ASSAULT/heavy-weapons/194 | a=Kenyan troops KEN.MIL | r=villages SOM.CVL | p=Kismayo SOM | by=witnesses unnamed SOM
S Kenya and Somalia then met, and the two countries agreed to talk.
! agreed | AGREE//030 | a=two countries KEN.GOV ; two countries SOM.GOV
"""


def test_parties_are_the_parse_s_phrases_in_their_own_sentence() -> None:
    (passage,), errors = parse_notation(SOURCE)
    assert not errors
    (found,) = gold_extractions([passage])
    text = found.document.text
    assert [b.kind.value for b in found.document.blocks] == ["title", "paragraph"]
    for party in found.parties:
        span = party.phrase.mention.span
        assert text[span.start : span.end] == party.phrase.mention.text
    roles = [(p.role, p.phrase.mention.text, sorted(p.countries)) for p in found.parties]
    assert ("actors", "Kenyan troops", ["KEN"]) in roles
    assert ("speaker", "witnesses", ["SOM"]) in roles
    assert [r for r in roles if len(r[2]) == 2] == [("actors", "countries", ["KEN", "SOM"])]
    assert found.extraction.mentions[1].places[0].mention.text == "Kismayo"
    assert all(p.phrase.form is not PhraseForm.PRONOUN for p in found.parties)


def test_a_passage_is_always_of_the_same_half() -> None:
    (passage,), _ = parse_notation(SOURCE)
    assert half_of(passage) == half_of(passage)
    assert half_of(passage) in {"development", "held-out"}
