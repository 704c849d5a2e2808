"""The audit of a brief's documents, as the brief shows it beside each source."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.audit.findings import DISAGREEMENTS, HEADINGS, Audit
from dateline.audit.run import audit_codings
from dateline.pipeline import Pipeline
from dateline.report.extras import Finding
from dateline.types import Coded


def findings(coded: Sequence[Coded], pipeline: Pipeline) -> tuple[Finding, ...]:
    """What the audit finds in coded documents.

    Args:
        coded: the documents of a brief.
        pipeline: codes the cited headlines; the one that coded the documents, where they were coded just now.
    """
    audits = audit_codings(pipeline, coded)
    return tuple(found for one, audit in zip(coded, audits, strict=True) for found in _of(one.document.doc_id, audit))


def _of(doc_id: str, audit: Audit) -> list[Finding]:
    return [
        Finding(doc_id, one.note, "check" if one.kind in DISAGREEMENTS else "note", f"{HEADINGS[one.kind]}: {one.message}")
        for one in audit.findings
    ]
