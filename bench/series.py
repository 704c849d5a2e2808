"""Import of a synthetic GDELT file and series over it: time and memory of whole processes.

    python bench/series.py [--rows 10000000] [--folder DIR]

The file has 61 columns as GDELT 2.0 has them, 200 countries whose activity follows Zipf's law, ten years of days, and CAMEO codes in the proportions
of a news corpus. Bar: ``dateline series`` over 10^7 imported rows in under 20 s on two cores.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from dateline.ontology.cameo import cameo
from dateline.store.importing.formats import GDELT_2

#: Rows that are made at a time.
BATCH = 100_000


def countries() -> list[str]:
    """200 country codes of the package's table."""
    table = Path(__file__).parents[1] / "src" / "dateline" / "ontology" / "data" / "country_codes.tsv"
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines() if line and not line.startswith("#")][1:]
    return list(dict.fromkeys(row[0] for row in rows))[:200]


def write(path: Path, rows: int) -> None:
    """Writes the file."""
    random = np.random.default_rng(7)
    names = countries()
    share = 1.0 / np.arange(1, len(names) + 1)
    share /= share.sum()
    codes = [row.code for row in cameo()] + ["010", "020"] * 15
    days = np.arange(np.datetime64("2014-01-01"), np.datetime64("2024-01-01"))
    place = {name: position for position, name in enumerate(GDELT_2)}
    with path.open("w", encoding="utf-8") as stream:
        for start in range(0, rows, BATCH):
            size = min(BATCH, rows - start)
            actors, recipients = (random.choice(len(names), size, p=share) for _ in range(2))
            chosen, day = random.integers(0, len(codes), size), random.integers(0, len(days), size)
            lines = []
            for number in range(size):
                cells = [""] * len(GDELT_2)
                first, second = names[actors[number]], names[recipients[number]]
                given = {
                    "GLOBALEVENTID": str(start + number), "SQLDATE": str(days[day[number]]).replace("-", ""), "Actor1Code": f"{first}GOV",
                    "Actor1Name": first, "Actor1CountryCode": first, "Actor1Type1Code": "GOV", "Actor2Code": second, "Actor2Name": second,
                    "Actor2CountryCode": second, "EventCode": codes[chosen[number]], "GoldsteinScale": "-2.0", "NumMentions": "4", "NumSources": "2",
                    "ActionGeo_FullName": "Somewhere, Region, Country", "ActionGeo_CountryCode": "US", "ActionGeo_Lat": "38.9", "ActionGeo_Long": "-77.0",
                    "DATEADDED": "20240101000000", "SOURCEURL": f"https://example.org/articles/{start + number}",
                }  # fmt: skip
                for name, value in given.items():
                    cells[place[name]] = value
                lines.append("\t".join(cells))
            stream.write("\n".join(lines) + "\n")


def run(*arguments: str) -> None:
    """Runs the command line and prints its time and its largest memory."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "dateline", *arguments], stdout=subprocess.PIPE)
    assert process.stdout is not None
    size = sum(len(chunk) for chunk in iter(lambda: process.stdout.read(1 << 20) if process.stdout else b"", b""))
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    shown = " ".join(part if "/" not in part else Path(part).name for part in arguments)
    state = "" if status == 0 else f"  FAILED {status}"
    print(f"{seconds:7.1f} s  {usage.ru_utime + usage.ru_stime:7.1f} CPU s  {usage.ru_maxrss / 1024:6.0f} MB  {size:>10,} B  dateline {shown}{state}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--folder", type=Path, help="where the file is made (about 200 bytes a row, and as much again for the database)")
    parser.add_argument("--keep", action="store_true", help="use the file of an earlier run in --folder, and leave it there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        source, db = Path(options.folder if options.keep else folder) / "gdelt.tsv", Path(folder) / "a.duckdb"
        if not (options.keep and source.exists()):
            write(source, options.rows)
        print(f"{options.rows:,} rows, {source.stat().st_size / 1e9:.2f} GB; {os.cpu_count()} cores")
        run("import", str(source), "--db", str(db))
        print(f"database: {db.stat().st_size / 1e9:.2f} GB")
        out = str(Path(folder) / "series.parquet")
        most, next_ = countries()[:2]
        run("series", "--db", str(db), "--period", "month", "--top", "5000", "--out", out)
        run("series", "--db", str(db), "--period", "month", "--unit", "actor", "--by", "type", "--out", out)
        run("series", "--db", str(db), "--period", "day", "--actor", most, "--recipient", next_, "--out", out)
        run("series", "--db", str(db), "--period", "quarter", "--table", "network", "--out", out)
        run("series", "--db", str(db), "--period", "month", "--top", "100", "--table", "changes", "--out", out)
        run("series", "--db", str(db), "--period", "month", "--top", "6", "--chart", str(Path(folder) / "c.html"))


if __name__ == "__main__":
    main()
