"""How well the PDF reader reads the test documents: ``python bench/read_pdf.py [NAME…]``.

Per document: markers whose note and place are both right; notes whose text is right (similarity 0.95 or more); similarity of the coded
text with the gold paragraphs, by words (2 * matching / both lengths, difflib); sentences of the gold that stand whole in the coded text;
and what does not belong there (running heads, table cells, captions, pull quotes).
"""

from __future__ import annotations

import difflib
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from dateline.read import ReadOptions, read
from dateline.types import BlockKind, Document

HERE = Path(__file__).resolve().parent
#: Documents that the tests read, too, and documents that only this benchmark reads.
CASES = (HERE.parent / "tests" / "read" / "pdf", HERE / "pdf")
#: Characters before a marker that have to agree, letters and digits only.
_BEFORE = 16


def plain(text: str) -> str:
    """Letters and digits, quotation marks and spaces aside."""
    return re.sub(r"[\W_]+", "", text).lower()


def ratio(one: str, other: str) -> float:
    """Similarity by words, 0 to 1."""
    return difflib.SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()


def _words(text: str) -> list[str]:
    return text.translate(str.maketrans("“”‘’", "\"\"''")).split()


def coded(document: Document) -> str:
    """The paragraphs of a document."""
    return "\n".join(document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH)


def _without(text: str, optional: list[str]) -> str:
    """Text less the passages that a reader may keep or leave: key points, a box about the author."""
    for words in optional:
        text = re.sub(r"\s*".join(map(re.escape, re.sub(r"\s", "", words))), "", text)
    return text


def score(document: Document, gold: dict[str, Any]) -> dict[str, float]:
    """The measures of one document."""
    text = _without(coded(document), gold.get("optional", []))
    paragraphs: list[str] = gold["paragraphs"]
    notes: list[dict[str, str]] = gold["notes"]
    found = [(note.label.partition(" (")[0], document.slice(note.span), note.markers) for note in document.notes]
    right = right_notes = 0
    for marker in gold["markers"]:
        note = notes[marker["note"]]
        before = plain("".join(paragraphs[: marker["paragraph"]]) + paragraphs[marker["paragraph"]][: marker["offset"]])[-_BEFORE:]
        answers = [places for label, body, places in found if label == note["label"] and ratio(body, note["text"]) >= 0.6]
        right += any(plain(document.text[max(0, place - 60) : place]).endswith(before) for places in answers for place in places)
        right_notes += any(label == note["label"] and ratio(body, note["text"]) >= 0.95 for label, body, _ in found)
    sentences = [part for paragraph in paragraphs for part in re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])", paragraph)]
    whole = "".join(_words(text))
    foreign = [gold["header"], gold["caption"], *("".join(row) for row in gold["table"]), *gold.get("foreign", [])]
    own = plain("".join(paragraphs))
    return {
        "markers": right / len(gold["markers"]),
        "spurious": sum(len(places) for _, _, places in found) - len(gold["markers"]),
        "notes": right_notes / len(notes),
        "text": ratio(text, "\n".join(paragraphs)),
        "sentences": sum("".join(_words(sentence)) in whole for sentence in sentences) / len(sentences),
        "foreign": sum(plain(text).count(plain(words)) > own.count(plain(words)) for words in foreign),
        "title": float(plain(document.title or "") == plain(gold["title"])),
        "author": float(gold["author"] in document.authors),
        "date": float(document.published is not None and document.published.isoformat() == gold["published"]),
    }


def main(names: list[str]) -> None:
    """Print a table."""
    rows: dict[str, dict[str, float]] = {}
    for path in sorted((path for folder in CASES for path in folder.glob("*.json")), key=lambda path: path.stem):
        if names and path.stem not in names:
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        start = time.process_time()
        rows[path.stem] = score(read(path.with_suffix(".pdf"), options=ReadOptions(check_language=False)), gold)
        rows[path.stem]["s"] = time.process_time() - start
    keys = list(next(iter(rows.values())))
    print("| document | " + " | ".join(keys) + " |\n|" + "---|" * (len(keys) + 1))
    for name, values in rows.items():
        print(f"| {name} | " + " | ".join(f"{values[key]:.3f}".rstrip("0").rstrip(".") for key in keys) + " |")
    print("| mean | " + " | ".join(f"{sum(row[key] for row in rows.values()) / len(rows):.3f}" for key in keys) + " |")


if __name__ == "__main__":
    main(sys.argv[1:])
