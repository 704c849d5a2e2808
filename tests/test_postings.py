"""Addresses and the signs of posts are no words of sentences."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline
from dateline.plainform.postings import without_posting_signs

PIPELINE = Pipeline(CodeOptions())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RT @afp: #Kenya expels two envoys. https://t.co/a8 #breaking", "Kenya expels two envoys."),
        ("@POTUS @VP Peru recalled its envoy, see www.example.org/a.", "Peru recalled its envoy, see ."),
        ("Peru recalled its envoy #Peru #Chile #breaking", "Peru recalled its envoy"),
        ("Peru (@MFAPeru) condemned the raid. #Lima police fired tear gas.", "Peru ( MFAPeru) condemned the raid. Lima police fired tear gas."),
        ("(Reuters) - Peru left.\n\n[3] Chile stayed.", "Peru left. Chile stayed."),
        ("> Peru left.\n\n• Chile stayed. \U0001f6a8 [00:12] Lima waited.\n\n[00:12:10] So did Quito.", "Peru left. Chile stayed. [00:12] Lima waited. So did Quito."),
        ("Peru left https://example.org/x?y=1, Chile stayed.", "Peru left , Chile stayed."),
    ],
)
def test_signs_are_blanked(text: str, expected: str) -> None:
    found = without_posting_signs(text)
    assert len(found) == len(text) and " ".join(found.split()) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Peru/Chile talks at 5/4 failed", "write to anna@example.org", "No. #5 of the list", "and/or", "", "km/h", "(Peru) left", "(NATO) - 5 ships",
        "[sic] he said", "14:30 Lima police left.",
    ],
)  # fmt: skip
def test_other_texts_stay(text: str) -> None:
    assert without_posting_signs(text) == text


def acts(text: str) -> set[tuple[str, tuple[str | None, ...], tuple[str | None, ...]]]:
    found = PIPELINE.code([plain_document("a", text, "2019-05-07")])[0]
    assert all(found.document.text[m.sentence.span.start : m.sentence.span.end] == m.sentence.text for m in found.mentions)
    return {(m.type, tuple(p.country for p in m.actors), tuple(p.country for p in m.recipients)) for m in found.mentions}


@pytest.mark.parametrize(
    "text",
    [
        "RT @afp: Kenya expelled two Ugandan envoys. https://t.co/a8Xk2 Uganda protested. #breaking",
        "#Kenya expelled two Ugandan envoys. #Uganda protested. #EastAfrica #diplomacy",
        "(Reuters) - Kenya expelled two Ugandan envoys. Uganda protested.",
        "[2] Kenya expelled two Ugandan envoys. \U0001f6a8 Uganda protested.",
        "Kenya expelled two Ugandan envoys https://example.org/news/1. Uganda protested.",
    ],
)
def test_posts_are_coded_as_their_sentences(text: str) -> None:
    assert acts(text) == acts("Kenya expelled two Ugandan envoys. Uganda protested.")
