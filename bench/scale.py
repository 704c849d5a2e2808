"""Runs over a corpus: sentences a second on one and two workers, sameness of their outputs, and memory over the length of the corpus.

    python bench/scale.py CORPUS [--coder NAME] [--workers 1 2] [--memory]

``bench/news_text.py`` makes the corpus. ``--memory`` codes in this process and prints the peak after each tenth of the parts; without
it each number of workers is timed as a command of its own, start and loading included, and the hashes of the outputs are compared.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dateline.pipeline import CodeOptions
from dateline.read import ReadOptions
from dateline.scale.manifest import Settings
from dateline.scale.pool import ProcessRunner, one_thread
from dateline.scale.run import plan_run, run_manifest
from dateline.scale.work import PartDone, PartFailed


def memory(corpus: str, coder: str, out: str) -> None:
    """Print sentences and peak memory after each tenth of the parts."""
    sentences = 0
    shown = -1

    def seen(result: PartDone | PartFailed, done: int, of: int) -> None:
        nonlocal sentences, shown
        sentences += result.sentences if isinstance(result, PartDone) else 0
        if 10 * done // of > shown:
            shown = 10 * done // of
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"| {sentences:,} | {peak:,.0f} | {time.process_time():,.0f} |", flush=True)

    print("| sentences | peak memory, MB | CPU seconds |\n|---|---|---|")
    manifest = plan_run([corpus], Settings.of(CodeOptions(coder=coder), ReadOptions()))
    run_manifest(manifest, out, ProcessRunner(), seen=seen)


def timed(corpus: str, coder: str, workers: int, out: str) -> tuple[float, dict[str, object]]:
    """Wall seconds of the command and the run's summary."""
    started = time.perf_counter()
    arguments = ["code", corpus, "--coder", coder, "--out", f"{out}/", "--workers", str(workers)]
    subprocess.run([sys.executable, "-m", "dateline", *arguments], check=True, stderr=subprocess.DEVNULL)
    seconds = time.perf_counter() - started
    return seconds, json.loads((Path(out) / "_summary.json").read_text())


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed on several workers and memory of runs over a corpus.")
    parser.add_argument("corpus")
    parser.add_argument("--coder", default="trained")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--memory", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, one_thread():
        if options.memory:
            memory(options.corpus, options.coder, f"{folder}/out")
            return
        print(f"load before: {os.getloadavg()[0]:.1f}\n\n| workers | seconds | sentences/s | records |\n|---|---|---|---|")
        for workers in options.workers:
            seconds, summary = timed(options.corpus, options.coder, workers, f"{folder}/{workers}")
            rate = int(str(summary["sentences"])) / seconds
            print(f"| {workers} | {seconds:.1f} | {rate:.1f} | {str(summary['records_sha256'])[:16]} |", flush=True)


if __name__ == "__main__":
    main()
