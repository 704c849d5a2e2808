"""The audit of a document: statements without a source, lost notes, where text and cited headline disagree, and who truly stands behind it.

It joins reading, coding and resolution, so it stands beside the pipeline and above the stages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.audit.findings import Audit, Finding, FindingKind
    from dateline.audit.run import audit_documents

__all__ = ["Audit", "Finding", "FindingKind", "audit_documents"]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name in __all__:
        return getattr(import_module(f"dateline.audit.{'run' if name == 'audit_documents' else 'findings'}"), name)
    raise AttributeError(name)
