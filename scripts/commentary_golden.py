"""Rewrites ``tests/commentary.golden.jsonl``: the records of the real commentary as offsets, labels and hashes of spans, without its text.

    python scripts/commentary_golden.py [--commentary FILE] [--check]

To be run after the coder or its tables change, and read by eye beside the commentary. ``--check`` only says whether it would change.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import dateline

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "commentary.golden.jsonl"
COMMENTARY = ROOT.parent / "shared" / "seed" / "commentary.md"
#: Digits of a span's hash; eight tell 100 spans apart with a chance of a clash of one in a million.
DIGITS = 8
#: Fields that are kept as they are.
LABELS = ("type", "modes", "contexts", "status", "negated", "certainty")


def words(value: Any) -> dict[str, Any] | None:
    """A phrase as its span and the hash of its words, with country and sector where it has them."""
    if not isinstance(value, dict):
        return None
    text = value.get("text")
    digest = hashlib.sha256(text.encode()).hexdigest()[:DIGITS] if text else None
    return {"span": value.get("span"), "sha256": digest, **{k: value[k] for k in ("kind", "country", "sector") if k in value}}


def golden(record: dict[str, Any]) -> dict[str, Any]:
    """A record of the contract without any text."""
    return {
        "trigger": words(record["trigger"]),
        **{name: record[name] for name in LABELS},
        **{role: [words(p) for p in record[role]] for role in ("actors", "recipients")},
        "attribution": words(record["attribution"]),
        "cues": {name: words(cue) for name, cue in record["cues"].items()},
        "quantities": [{**(words(q) or {}), **{k: q[k] for k in ("value", "low", "high", "unit", "approximate")}} for q in record["quantities"]],
        "notes": [source["note"] for source in record["sources"]],
    }


def lines(commentary: Path) -> list[str]:
    """The golden lines, one an act, in text order."""
    return [json.dumps(golden(record)) for record in dateline.code(dateline.read(commentary)).to_records()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--commentary", type=Path, default=COMMENTARY)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    text = "\n".join(lines(options.commentary)) + "\n"
    same = GOLDEN.exists() and GOLDEN.read_text(encoding="utf-8") == text
    if not options.check:
        GOLDEN.write_text(text, encoding="utf-8")
    print(f"{GOLDEN.name}: {'unchanged' if same else 'changed'}, {text.count(chr(10))} acts")
    return int(options.check and not same)


if __name__ == "__main__":
    raise SystemExit(main())
