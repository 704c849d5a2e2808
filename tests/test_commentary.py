"""The real commentary, read and coded. It lies outside the repository; without it these tests say so and skip."""

from __future__ import annotations

import importlib.util
import json
from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline.types import EventMention

COMMENTARY = Path(__file__).parents[1] / ".." / "shared" / "seed" / "commentary.md"
pytestmark = pytest.mark.skipif(not COMMENTARY.exists(), reason="the real commentary is not part of the repository and is absent here")


@pytest.fixture(scope="module")
def coded() -> dateline.CodedDocument:
    return dateline.code(dateline.read(COMMENTARY))


def test_metadata_and_notes(coded: dateline.CodedDocument) -> None:
    document = coded.document
    assert document.title == "South Korea's Response to North Korean Troops in the Russia-Ukraine War"
    assert document.authors == ("Ranjit Kumar Dhawan",)
    assert document.published == date(2024, 12, 5)
    assert "Manohar Parrikar" in (document.publisher or "")
    assert len(document.notes) == 27
    assert [n.label for n in document.notes if not n.markers] == ["13", "14", "25", "26"]


def test_sentences_cut_by_page_breaks_are_joined(coded: dateline.CodedDocument) -> None:
    texts = [" ".join(s.text.split()) for s in coded.sentences]
    assert any("Ministers' Meeting, the two countries demanded" in text for text in texts)
    assert any("Kyiv's Defense Minister Rustem Umerov" in text for text in texts)


def test_boilerplate_stays_out(coded: dateline.CodedDocument) -> None:
    text = " ".join(s.text for s in coded.sentences)
    for words in ("Disclaimer", "Rao Tula Ram", "Associate Fellow", "Yonhap", "@IDSAIndia"):
        assert words not in text


def test_every_span_reproduces_its_text(coded: dateline.CodedDocument) -> None:
    text = coded.document.text
    for mention in coded.mentions:
        spans = [(mention.trigger.text, mention.trigger.span), (mention.sentence.text, mention.sentence.span)]
        spans += [(p.text, p.span) for p in (*mention.actors, *mention.recipients)]
        for words, span in spans:
            assert text[span.start : span.end] == words


@pytest.mark.parametrize(
    ("kind", "words", "actors", "recipients"),
    [
        ("CONSULT", "visited Pyongyang", {"RUS"}, {"PRK"}),
        ("MOBILIZE", "currently deployed in Russia", {"PRK"}, set()),
        ("REQUEST", "had requested Western allies", {"UKR"}, None),
        ("ASSAULT", "first clashes", {"UKR", "PRK"}, set()),
        ("AGREE", "further expose", {"USA", "KOR"}, None),
        ("ACCUSE", "denounced", {"USA", "JPN", "KOR"}, {"RUS", "PRK"}),
        ("REQUEST", "even urged Chinese", {"KOR"}, {"CHN"}),
        ("REJECT", "rejected the idea", {"KOR"}, None),
        ("AID", "refrained from", {"KOR"}, {"UKR"}),
    ],
)
def test_who_did_what_to_whom(
    coded: dateline.CodedDocument, kind: str, words: str, actors: set[str], recipients: set[str] | None
) -> None:
    found = acts_of(coded, kind, words)
    assert any(a == actors and (recipients is None or r == recipients) for a, r in found), found


def acts_of(coded: dateline.CodedDocument, kind: str, words: str) -> list[tuple[set[str | None], set[str | None]]]:
    return [
        ({a.country for a in m.actors}, {r.country for r in m.recipients})
        for m in coded.mentions
        if m.type == kind and words in " ".join(m.sentence.text.split())
    ]


def test_judgements(coded: dateline.CodedDocument) -> None:
    restraint = next(m for m in coded.mentions if m.type == "AID" and "refrained" in m.sentence.text)
    assert restraint.negated
    assert restraint.cues.negated is not None
    deployed = next(m for m in coded.mentions if m.type == "MOBILIZE" and "currently deployed" in m.sentence.text)
    assert deployed.certainty == "possible"
    assert deployed.attribution is not None
    assert deployed.attribution.kind == "unnamed"


def test_sources_stand_behind_statements(coded: dateline.CodedDocument) -> None:
    urged = next(m for m in coded.mentions if m.type == "REQUEST" and "even urged" in m.sentence.text)
    link = urged.sources[0]
    assert (link.source.note, link.link, link.source.agency, link.source.outlet) == ("19", "marker", "Yonhap", "The Korea Times")
    assert link.source.published == "2024-11-16"


def _act(coded: dateline.CodedDocument, kind: str | None, words: str) -> EventMention:
    found = [m for m in coded.mentions if words in " ".join(m.sentence.text.split()) and kind in {None, m.type}]
    assert found, f"no {kind or 'act'} in the sentence with {words!r}"
    return found[0]


def test_according_to_whom_and_how_certain(coded: dateline.CodedDocument) -> None:
    duty = _act(coded, None, "possibly given the duty")
    assert duty.certainty == "possible"
    assert duty.attribution is not None
    assert (duty.attribution.kind, duty.attribution.country) == ("institution", "KOR")
    argued = _act(coded, None, "Defense Minister has argued")
    assert "KOR" in {p.country for p in argued.actors} or (argued.attribution is not None and argued.attribution.country == "KOR")
    claimed = _act(coded, None, "has also claimed")
    assert claimed.attribution is not None
    assert (claimed.attribution.kind, claimed.attribution.country) == ("speaker", "KOR")
    assert "National Security Adviser" in (claimed.attribution.text or "")


def test_reported_numbers(coded: dateline.CodedDocument) -> None:
    stationed = _act(coded, "MOBILIZE", "an estimated 8,000")
    assert stationed.attribution is not None
    assert stationed.attribution.kind == "unnamed"
    assert [(q.value, q.approximate) for q in stationed.quantities] == [(8000.0, True)]
    died = _act(coded, "ASSAULT", "have apparently died")
    assert died.certainty == "possible"
    assert died.attribution is not None
    assert died.attribution.kind == "unnamed"


def test_what_is_no_act_is_a_claim(coded: dateline.CodedDocument) -> None:
    kinds = {(c.kind, str(c.certainty)) for c in coded.claims if "arms race" in c.text}
    assert ("outlook", "possible") in kinds
    opinions = [(c.holder.text, " ".join(c.text.split())) for c in coded.claims if c.kind == "opinion" and c.holder is not None]
    assert any("South Koreans" in holder and "opposed to Seoul sending lethal weapons" in text for holder, text in opinions)


def test_golden(coded: dateline.CodedDocument) -> None:
    """All records as offsets, labels and hashes; ``python scripts/commentary_golden.py`` rewrites them."""
    spec = importlib.util.spec_from_file_location("commentary_golden", Path(__file__).parents[1] / "scripts" / "commentary_golden.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    wanted = [json.loads(line) for line in script.GOLDEN.read_text(encoding="utf-8").splitlines()]
    got = json.loads(json.dumps([script.golden(record) for record in coded.to_records()]))
    assert [g["trigger"] for g in got] == [w["trigger"] for w in wanted]
    for have, want in zip(got, wanted, strict=True):
        assert have == want
