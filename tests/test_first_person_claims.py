"""Positions told in the first person: who holds them, and in which document."""

from __future__ import annotations

from functools import lru_cache

from dateline.pipeline import Pipeline
from dateline.read import read
from dateline.report.acts import acts
from dateline.report.claims import ClaimView, claim_views

RECORD = """S/PV.9104

Tuesday, 16 August 2022, 3 p.m.

The situation in Mali

The meeting was called to order at 3.05 p.m.

Mr. Osei (Ghana): We condemn the raid on the port of Tema. My delegation rejects the draft.

Mrs. Lund (Norway): We urge the parties to leave the port.

Ms. Ba: I call on the leaders of Mali to release the sailors.
"""
OTHER = "Note on Mali\n\n16 August 2022\n\nSweden condemned the raid on the port. Denmark urges Mali to release the sailors.\n"


@lru_cache(maxsize=2)
def positions(*texts: str) -> dict[str, ClaimView]:
    """The positions of a brief of some documents, by their first words."""
    coded = list(Pipeline().code([read(text.encode(), input_id=f"{n}.txt") for n, text in enumerate(texts)]))
    return {" ".join(one.text.split()[:2]): one for one in claim_views(coded, acts(coded)) if one.kind == "stance"}


def test_we_and_my_delegation_are_whom_they_are_in_the_acts() -> None:
    found = positions(RECORD)
    holders = {words: found[words].holder for words in ("condemn the", "rejects the", "urge the", "call on")}
    assert holders == {"condemn the": "Ghana", "rejects the": "delegation (Ghana)", "urge the": "Norway", "call on": "United Nations"}


def test_of_several_documents_what_we_hold_names_its_own() -> None:
    found = positions(RECORD, OTHER)
    assert found["condemn the"].where == "The situation in Mali"
    assert found["urges Mali"].where == ""
    assert positions(RECORD)["condemn the"].where == ""
