"""Texts in capitals are audited as they are coded, in the form of sentences; what is found quotes the text itself."""

from __future__ import annotations

from pathlib import Path

from making_audit import audited, markdown

from dateline.audit.findings import DISAGREEMENTS
from dateline.pipeline import Pipeline

PAIRS = [
    ("Finland froze the assets of four Serbian banks.", "“Finland Freezes Assets of Four Croatian Banks,” Reuters, March 12, 2024."),
    ("Gabon expelled the ambassador of Honduras.", "“Gabon Expels Ambassador of Panama,” EFE, May 3, 2024."),
    ("Botswana deported seven Zambian nurses.", "“Botswana Deports Foreign Nurses,” Reuters, March 12, 2024."),
]


def test_a_text_in_capitals_is_audited_as_in_small_letters(pipeline: Pipeline, tmp_path: Path) -> None:
    texts = [markdown(PAIRS), markdown([(sentence.upper(), note) for sentence, note in PAIRS])]
    small, capitals = ([one for one in audited(tmp_path, text, pipeline).findings if one.kind in DISAGREEMENTS] for text in texts)
    assert [(one.kind, one.note) for one in small] == [(one.kind, one.note) for one in capitals]
    assert {one.note for one in small} == {"1", "2"}
    assert all(one.sentence is not None and one.sentence.text.isupper() for one in capitals)
