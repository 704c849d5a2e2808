"""Small documents for tests of the audit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.audit import Audit, audit_documents
from dateline.pipeline import Pipeline
from dateline.read import read


def markdown(pairs: Sequence[tuple[str, str]], *, published: str = "2024-12-31") -> str:
    """Each sentence with the note behind it."""
    body = " ".join(f"{sentence}[^{number}]" for number, (sentence, _) in enumerate(pairs, 1))
    notes = "\n".join(f"[^{number}]: {note}" for number, (_, note) in enumerate(pairs, 1))
    return f"---\ntitle: A Paper on Matters\nauthor: Ann Ode\ndate: {published}\n---\n\n# A Paper on Matters\n\n{body}\n\n{notes}\n"


def audited(folder: Path, text: str, pipeline: Pipeline, name: str = "paper.md") -> Audit:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return audit_documents(pipeline, [read(path)])[0]


def kinds(audit: Audit) -> list[tuple[str, str | None]]:
    return [(one.kind.value, one.note) for one in audit.findings]
