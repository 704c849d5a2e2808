"""How an act is told, by classes of sentences written before the rules (``cases/telling.tsv``), and from sentence to sentence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from parsing import at

from dateline.evaluation.gold import plain_document
from dateline.extract.act import Act
from dateline.extract.classifier.features import sense_names
from dateline.extract.discourse import settings
from dateline.extract.judgement import Judged, judge
from dateline.extract.lexical import LexiconCoder
from dateline.extract.parse import ParsedSentence, parse_documents

CASES = Path(__file__).parent.parent / "cases" / "telling.tsv"
#: Year of publication of the cases.
YEAR = 2024


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    headline: bool
    text: str
    trigger: str
    negated: str
    status: str
    certainty: str
    said: str


def _cases() -> list[Case]:
    rows = [line.split("|") for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [Case(name, kind == "H", *rest) for name, kind, *rest in rows]


def _sentences(text: str, *, headline: bool = False) -> tuple[ParsedSentence, ...]:
    # A headline is a first line before a paragraph.
    whole = f"{text}\n\nThe talks went on." if headline else text if text.endswith((".", '"', "”")) else text + "."
    return parse_documents([plain_document("case", whole, "2024-12-05")])[0]


def _act(sentence: ParsedSentence, trigger: str) -> Act:
    head = at(sentence, trigger)
    kind = sense_names(sentence, LexiconCoder())[head]
    return Act(sentence, (head, head), head, kind, (), "", (), (), (), 1.0)


def judged(text: str, trigger: str, *, headline: bool = False) -> Judged:
    """The judgement of the sentence that holds the trigger, by the rules alone."""
    sentences = _sentences(text, headline=headline)
    for sentence, setting in zip(sentences, settings(sentences, YEAR), strict=True):
        if any(token.text == trigger for token in sentence.tokens):
            return judge(_act(sentence, trigger), setting)
    raise AssertionError(f"{trigger!r} is no word of {text!r}")


def wrong(case: Case) -> list[str]:
    """What of a case is not as written."""
    found = judged(case.text, case.trigger, headline=case.headline)
    said = found.attribution
    words = f"{said.kind}:{said.phrase.mention.text if said.phrase else ''}" if said else "-"
    got = ("yes" if found.modality.negated else "no", str(found.modality.status), str(found.modality.certainty), words)
    pairs = zip(("negated", "status", "certainty", "said"), (case.negated, case.status, case.certainty, case.said), got, strict=True)
    return [f"{name}: {want} wanted, {have} found" for name, want, have in pairs if want not in {"*", have}]


def test_classes() -> None:
    """Each class is one written sentence; the share of sentences that are right in all four judgements is a floor."""
    cases = _cases()
    failures = [(c, w) for c in cases if (w := wrong(c))]
    for case, why in failures:
        print(f"{case.name}: {case.text} [{case.trigger}] {'; '.join(why)}")
    assert len(cases) >= 120
    assert 1 - len(failures) / len(cases) >= FLOOR


#: Share of classes that are right by the rules alone, without a trained coder; raise it where it rises.
FLOOR = 0.81
