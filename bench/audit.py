"""Findings of `dateline audit` on tests/cases/audit: precision and recall per kind.

Run: python bench/audit.py [--half open|sealed] [--acts | --pairs] [--show]. ``--show`` lists the errors and is refused for the sealed half.
With ``--pairs`` the pairs of tests/cases/audit_pairs are scored by their set: contraries of all kinds and what only looks like one.
With ``--acts`` the pairs of sentence and cited headline of tests/cases/audit_acts are scored, for the kind ``act`` alone.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dateline.audit import Audit, audit_documents
from dateline.audit.findings import DISAGREEMENTS, FindingKind
from dateline.pipeline import Pipeline
from dateline.read import read

CASES = Path(__file__).parents[1] / "tests" / "cases" / "audit"
ACTS = CASES.with_name("audit_acts")
PAIRS = CASES.with_name("audit_pairs")
KINDS = [kind.value for kind in FindingKind if kind not in {FindingKind.SOURCE_DATE, FindingKind.COMMENT_NOTE, FindingKind.SAME_SOURCE, FindingKind.PAGES, FindingKind.AUTHOR}]
#: Kinds of disagreement that the labels have, by name.
SIX = {kind.value for kind in DISAGREEMENTS} - {FindingKind.PLACE.value, FindingKind.QUOTE.value}


@dataclass
class Score:
    """Counts a kind: findings, labels, findings that match a label; and right notes with another of the six kinds."""

    found: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    matched: Counter[str] = field(default_factory=Counter)
    other_kind: int = 0
    linked: int = 0
    errors: list[str] = field(default_factory=list)

    def of(self, kinds: set[str]) -> tuple[float, float]:
        """Precision and recall over some kinds."""
        found, labels, matched = (sum(counter[kind] for kind in kinds) for counter in (self.found, self.labels, self.matched))
        return (matched / found if found else 1.0), (matched / labels if labels else 1.0)


def load(half: str) -> dict[str, list[dict[str, object]]]:
    """The labels of a half by document."""
    found: dict[str, list[dict[str, object]]] = defaultdict(list)
    for line in (CASES / f"labels.{half}.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        found[label["document"]].append(label)
    return found


def score(half: str, pipeline: Pipeline) -> Score:
    """Audit the documents of a half and compare with the labels."""
    total = Score()
    labels = load(half)
    paths = sorted((CASES / half).glob("*.md"))
    for path, audit in zip(paths, audit_documents(pipeline, [read(path) for path in paths]), strict=True):
        _compare(total, path.name, audit, labels[path.name])
    return total


def _compare(total: Score, name: str, audit: Audit, labels: list[dict[str, object]]) -> None:
    wanted = {_key(one) for one in labels if one["kind"] != "innocent"}
    ignored = {str(one["sentence"]) for one in labels if one["kind"] == "orphan_note"}
    seen: set[tuple[object, ...]] = set()
    for finding in audit.findings:
        text = " ".join(finding.sentence.text.split()) if finding.sentence else None
        kind = finding.kind.value
        if kind not in KINDS or (kind == "unsourced" and text in ignored):
            continue
        key = (kind, text) if kind == "unsourced" else (kind, finding.note)
        if key in seen:
            continue
        seen.add(key)
        total.found[kind] += 1
        if key in wanted:
            total.matched[kind] += 1
            total.linked += kind == "orphan_note" and any(one["kind"] == kind and one["note"] == int(finding.note or 0) and one["sentence"] == text for one in labels)
        else:
            total.other_kind += kind in SIX and any((other, finding.note) in wanted for other in SIX)
            total.errors.append(f"false  {name} {key} {finding.message} | {finding.source.title if finding.source else ''} | {text}")
    for key in wanted:
        total.labels[str(key[0])] += 1
        if key not in seen:
            line = next(one for one in labels if _key(one) == key)
            total.errors.append(f"missed {name} {key} {line['text']} | {line['headline']} | {line['sentence']}")


def _key(label: dict[str, object]) -> tuple[object, ...]:
    return (label["kind"], label["sentence"]) if label["kind"] == "unsourced" else (label["kind"], str(label["note"]))


def _audit_pairs(pairs: list[dict[str, str]]) -> list[Audit]:
    """Each pair of sentence, headline and day as a document of its own."""
    pages = [
        f"# A note\n\n*Published 2024-12-20*\n\n{one['sentence']}[^1]\n\n[^1]: Ann Writer, \u201c{one['headline']},\u201d *Reuters*, {one['day']}.\n"
        for one in pairs
    ]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number:03}.md" for number in range(len(pages))]
        for path, page in zip(paths, pages, strict=True):
            path.write_text(page, encoding="utf-8")
        return list(audit_documents(Pipeline(), [read(path) for path in paths]))


def score_pairs(*, show: bool) -> None:
    """Print for each set of pairs how many contraries are found, in their kind, and how many innocent pairs are taken for one."""
    pairs = [json.loads(line) for line in (PAIRS / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
    days = [date.fromisoformat(one["published"]) for one in pairs]
    audits = _audit_pairs([{**one, "day": f"{day:%B} {day.day}, {day.year}"} for one, day in zip(pairs, days, strict=True)])
    said = [{finding.kind.value for finding in audit.of_kind(*DISAGREEMENTS)} for audit in audits]
    for name in dict.fromkeys(one["set"] for one in pairs):
        group = [(one["kind"], kinds) for one, kinds in zip(pairs, said, strict=True) if one["set"] == name]
        planted = [(kind, kinds) for kind, kinds in group if kind]
        innocent = [kinds for kind, kinds in group if not kind]
        print(f"{name}: found {sum(bool(kinds) for _, kinds in planted)}, in their kind {sum(kind in kinds for kind, kinds in planted)} of {len(planted)}; "
              f"false {sum(map(bool, innocent))} of {len(innocent)}")
    if show:
        for one, kinds in zip(pairs, said, strict=True):
            if one["kind"] not in kinds if one["kind"] else kinds:
                print(f"{one['kind'] or '-':<9}{','.join(sorted(kinds)) or '-':<12}{one['sentence']} | {one['headline']}")


def score_acts(*, show: bool) -> None:
    """Audit each pair of sentence and cited headline and print how well findings of kind ``act`` tell planted from innocent ones."""
    pairs = [json.loads(line) for line in (ACTS / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
    audits = _audit_pairs([{**one, "day": "December 5, 2024"} for one in pairs])
    said = [{finding.kind.value for finding in audit.findings} & SIX for audit in audits]
    found = [(one["kind"] == "act", kinds) for one, kinds in zip(pairs, said, strict=True)]
    right = sum(planted and "act" in kinds for planted, kinds in found)
    print(f"planted {sum(planted for planted, _ in found)}, act found {right}; other kind instead "
          f"{sum(planted and bool(kinds) and 'act' not in kinds for planted, kinds in found)}; innocent {sum(not planted for planted, _ in found)}, "
          f"false act {sum(not planted and 'act' in kinds for planted, kinds in found)}, "
          f"false other {sum(not planted and bool(kinds - {'act'}) for planted, kinds in found)}")
    if show:
        for one, kinds in zip(pairs, said, strict=True):
            print(f"{one['kind']:<9}{','.join(sorted(kinds)) or '-':<12}{one['sentence']} | {one['headline']}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("open", "sealed"), default="open")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--acts", action="store_true")
    parser.add_argument("--pairs", action="store_true")
    options = parser.parse_args()
    if options.pairs:
        score_pairs(show=options.show)
        return
    if options.acts:
        score_acts(show=options.show)
        return
    if options.show and options.half == "sealed":
        sys.exit("the sealed half is scored, not shown")
    result = score(options.half, Pipeline())
    print("| kind | labels | found | right | precision | recall |\n|---|---|---|---|---|---|")
    for kind in KINDS:
        precision, recall = result.of({kind})
        print(f"| {kind} | {result.labels[kind]} | {result.found[kind]} | {result.matched[kind]} | {precision:.2f} | {recall:.2f} |")
    precision, recall = result.of(SIX)
    print(f"| the six disagreements | {sum(result.labels[k] for k in SIX)} | {sum(result.found[k] for k in SIX)} | "
          f"{sum(result.matched[k] for k in SIX)} | {precision:.3f} | {recall:.3f} |")
    print(f"\nRight note, another of the six kinds: {result.other_kind}. Lost notes linked to their sentence: {result.linked}.")
    if options.show:
        print("\n".join(sorted(result.errors)))


if __name__ == "__main__":
    main()
