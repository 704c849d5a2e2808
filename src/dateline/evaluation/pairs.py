"""Scoring the type of the act between two marked phrases (columns of the PLV data of Hu et al., ACL 2024)."""

from __future__ import annotations

import csv
import io
import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DatelineError
from dateline.types import BlockKind, Document, Span

if TYPE_CHECKING:
    from dateline.extract.extractor import Coder

#: Columns that a table of pairs must have; ``root`` and ``quad`` are scored where present.
REQUIRED = ("marked_sentence",)
#: The data's class for CONCEDE and RETREAT together.
YIELD = "YIELD"
#: Quad classes of the 15 roots: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. YIELD is 2 there.
QUADS: Mapping[str, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, YIELD: 2, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3,
    "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
_MARK = re.compile(r"</?[st]>")
#: Bootstrap draws for the intervals.
DRAWS = 1000


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """A sentence without its marks, the spans of source and target in it, and the gold root (``None`` where not given).

    One of the two spans may be ``None``: an act without a recipient, or without an actor.
    """

    text: str
    source: Span | None
    target: Span | None
    root: str | None
    row: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PairScores:
    """Figures of one table: accuracy, macro-F1 over the gold's classes with a 95% interval, F1 by class, and the confusion."""

    accuracy: float
    macro: float
    low: float
    high: float
    classes: Mapping[str, float]
    confusion: Mapping[tuple[str, str], int]


def load_pairs(path: Path) -> list[MarkedPair]:
    """Read a tab-separated table with the column ``marked_sentence`` (``<s>…</s>`` and ``<t>…</t>``) and optionally ``root``.

    Raises:
        DatelineError: E001 where the file is missing, E003 where it has no pair, E503 where a column or a mark is missing or a root is none
        (with its line).
    """
    if not path.exists():
        raise DatelineError("E001", str(path))
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DatelineError("E503", str(path), f"not UTF-8 at byte {error.start}") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = [name for name in REQUIRED if name not in (reader.fieldnames or ())]
    if text.strip() and missing:
        raise DatelineError("E503", str(path), f"no column {', '.join(missing)}")
    pairs = [_pair(row, f"{path}:{reader.line_num}") for row in reader]
    if not pairs:
        raise DatelineError("E003", str(path))
    return pairs


def _pair(row: Mapping[str, str], where: str) -> MarkedPair:
    marked = row["marked_sentence"] or ""
    spans: dict[str, Span] = {}
    for mark in "st":
        match = re.search(rf"<{mark}>(.+?)</{mark}>", marked, re.DOTALL)
        if match is None or not _MARK.sub("", match.group(1)):
            continue
        start = match.start(1) - sum(len(m.group()) for m in _MARK.finditer(marked, 0, match.start(1)))
        inner = _MARK.sub("", match.group(1))
        spans[mark] = Span(start, start + len(inner))
    if not spans:
        raise DatelineError("E503", where, f"neither <s>…</s> nor <t>…</t> in {marked[:60]!r}")
    return MarkedPair(_MARK.sub("", marked), spans.get("s"), spans.get("t"), _root((row.get("root") or "").strip(), where), row)


def _root(given: str, where: str) -> str | None:
    """The gold root of a row, as the data has it; ``None`` where the cell is empty."""
    root = folded_root(given)
    if given and root not in QUADS:
        raise DatelineError("E503", where, f"root {given!r} is none of {', '.join(QUADS)}, CONCEDE, RETREAT", "give a PLOVER type as root, or leave the cell empty")
    return root or None


def predict_pairs(pairs: Sequence[MarkedPair], coder: Coder) -> list[str]:
    """The root for each pair, CONCEDE and RETREAT folded to YIELD; ``""`` where the coder finds nothing."""
    from dateline.extract.pairs import pair_types
    from dateline.extract.parse import parse_documents

    parsed = parse_documents([_document(str(number), pair.text) for number, pair in enumerate(pairs)])
    return [_best(pair_types(coder, sentences, p.source, p.target)) for p, sentences in zip(pairs, parsed, strict=True)]


def _document(name: str, text: str) -> Document:
    """A pair's text as sentences are written: it may be a headline or a sentence, which its case alone tells."""
    from dateline.evaluation.gold import plain_document
    from dateline.plainform import in_plain_form

    document = plain_document(name, text, None)
    headline = replace(document, blocks=tuple(replace(block, kind=BlockKind.TITLE) for block in document.blocks))
    return replace(document, text=in_plain_form(headline).text)


def _best(types: Mapping[str, float]) -> str:
    folded: Counter[str] = Counter()
    for kind, share in types.items():
        folded[folded_root(kind)] += share  # type: ignore[assignment]
    return max(folded, key=lambda kind: (folded[kind], kind)) if folded else ""


def folded_root(kind: str) -> str:
    """A PLOVER type as a root of the data."""
    return YIELD if kind in {"CONCEDE", "RETREAT"} else kind


def score(gold: Sequence[str], found: Sequence[str], *, draws: int = DRAWS) -> PairScores:
    """Accuracy, macro-F1 (over the classes of the gold) with a bootstrap interval, and confusion."""
    classes = sorted(set(gold))
    macro, by_class = _macro(gold, found, classes)
    rng = random.Random(0)
    drawn = []
    for _ in range(draws):
        picked = [rng.randrange(len(gold)) for _ in gold]
        drawn.append(_macro([gold[i] for i in picked], [found[i] for i in picked], classes)[0])
    drawn.sort()
    return PairScores(
        accuracy=sum(g == f for g, f in zip(gold, found, strict=True)) / max(1, len(gold)),
        macro=macro,
        low=drawn[int(0.025 * len(drawn))] if drawn else macro,
        high=drawn[int(0.975 * len(drawn))] if drawn else macro,
        classes=by_class,
        confusion=Counter(zip(gold, found, strict=True)),
    )


def _macro(gold: Sequence[str], found: Sequence[str], classes: Sequence[str]) -> tuple[float, dict[str, float]]:
    right = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    there, given = Counter(gold), Counter(found)
    scores = {c: 2 * right[c] / max(1, there[c] + given[c]) for c in classes}
    return sum(scores.values()) / max(1, len(classes)), scores


def write_predictions(path: Path, pairs: Sequence[MarkedPair], roots: Sequence[str]) -> None:
    """Write the table again with the columns ``pred_root`` and ``pred_quad``."""
    fields = [*dict.fromkeys(name for p in pairs for name in p.row), "pred_root", "pred_quad"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, escapechar="\\", lineterminator="\n")
        writer.writeheader()
        for pair, root in zip(pairs, roots, strict=True):
            writer.writerow({**pair.row, "pred_root": root, "pred_quad": QUADS.get(root, "")})
