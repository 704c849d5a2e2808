"""The real commentary, audited. It lies outside the repository; without it these tests say so and skip."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.audit import Audit, audit_documents
from dateline.audit.findings import DISAGREEMENTS, FindingKind
from dateline.pipeline import Pipeline
from dateline.read import read

COMMENTARY = Path(os.environ.get("DATELINE_COMMENTARY", Path(__file__).parents[2] / ".." / "shared" / "seed" / "commentary.md"))
pytestmark = pytest.mark.skipif(not COMMENTARY.exists(), reason="the real commentary is not part of the repository and is absent here")


@pytest.fixture(scope="module")
def audit(pipeline: Pipeline) -> Audit:
    return audit_documents(pipeline, [read(COMMENTARY)])[0]


def test_the_four_orphaned_notes(audit: Audit) -> None:
    lost = audit.of_kind(FindingKind.ORPHAN_NOTE)
    assert sorted(finding.note or "" for finding in lost) == ["13", "14", "25", "26"]
    linked = {finding.note: finding.sentence.text for finding in lost if finding.sentence is not None}
    assert "has also apparently soured" in " ".join(linked["14"].split())
    assert "electoral victory" in linked["25"] and "expressed his desire to cooperate" in " ".join(linked["26"].split())


def test_the_share_of_the_agency(audit: Audit) -> None:
    count = audit.sources
    assert (count.citations, count.works) == (27, 27)
    assert count.largest is not None and (count.largest.name, count.largest.sources) == ("Yonhap", 11)
    assert count.agency_share == pytest.approx(11 / 27, abs=0.001)


def test_no_disagreement_is_invented(audit: Audit) -> None:
    """Each of the 23 paired headlines was read beside its sentence: none contradicts it."""
    assert audit.of_kind(*DISAGREEMENTS) == ()


def test_the_visit_without_a_note_of_its_own(audit: Audit) -> None:
    found = [finding for finding in audit.of_kind(FindingKind.UNSOURCED) if finding.sentence and "visited Pyongyang" in finding.sentence.text]
    assert len(found) == 1 and "the paragraph's next note is 2" in found[0].message
