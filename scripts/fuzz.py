#!/usr/bin/env python
"""The long form of the fuzzing: mutation of real samples, and atheris (coverage-guided) where it is installed.

    PYTHONPATH=src python scripts/fuzz.py --minutes 60                       all targets, mutation
    PYTHONPATH=src python scripts/fuzz.py --minutes 10 --engine atheris html  one target, atheris

Findings are written to build/fuzz/TARGET/; each goes to tests/fuzz/found/TARGET/ when it is mended.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "fuzz"))


def _atheris(name: str, seconds: float, folder: Path) -> None:
    """Runs libFuzzer in this process, which ends with it."""
    from importlib import import_module

    import atheris

    names = "extract.dates extract.quantities read read.citations read.rawtext resolve.actorfiles resolve.dictionaries store.importing"
    with atheris.instrument_imports(include=["dateline"]):
        for one_name in names.split():
            import_module(f"dateline.{one_name}")
    from fuzzing import Report, kept, tried
    from targets import TARGETS

    target, report = TARGETS[name], Report()
    for data in target.samples():  # readers are loaded when they are first used
        with atheris.instrument_imports(include=["dateline"]):
            target.check(data)

    def one(data: bytes) -> None:
        try:
            tried(target, data)
        except Exception as error:  # noqa: BLE001 - whatever it raises is the finding
            kept(target, data, error, folder, report)

    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(target.samples()):
            (Path(corpus) / str(number)).write_bytes(data)
        words = Path(corpus).parent / f"{name}.dict"
        words.write_text("".join('"' + "".join(f"\\x{byte:02x}" for byte in token) + '"\n' for token in target.tokens if len(token) < 60))
        atheris.Setup([sys.argv[0], corpus, f"-max_total_time={int(seconds)}", f"-dict={words}", "-max_len=60000", "-rss_limit_mb=3000", "-timeout=60"], one)
        atheris.Fuzz()


def main() -> int:
    """Runs the targets one after the other; 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", help="all where none is named")
    parser.add_argument("--minutes", type=float, default=60.0, help="in total, shared by the targets")
    parser.add_argument("--engine", choices=("mutation", "atheris"), default="mutation")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "fuzz")
    given = parser.parse_args()
    if given.engine == "atheris":
        if len(given.targets) != 1:
            parser.error("atheris takes one target a process")
        _atheris(given.targets[0], given.minutes * 60, given.out)
        return 0
    from fuzzing import Report, mutated
    from targets import TARGETS

    names, report = given.targets or list(TARGETS), Report()
    for name in names:
        mutated(TARGETS[name], given.minutes * 60 / len(names), given.seed, given.out, report)
        print(f"{name}: {report.runs.get(name, 0)} inputs in {report.seconds[name]:.0f} s", flush=True)
    print(f"{sum(report.runs.values())} inputs, {sum(report.seconds.values()) / 60:.1f} minutes, {len(report.findings)} findings")
    return 1 if report.findings else 0


if __name__ == "__main__":
    raise SystemExit(main())
