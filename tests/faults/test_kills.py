"""kill -9 at random moments: nothing that was reported done is lost, nothing is doubled or half done, and the next run works.

Each series kills a command again and again over one database and lets it end at last; what the database then holds is compared with that of
an undisturbed run. The short form has 20 kills, the long one (``-m long``) 200. A failure prints the seed that repeats the series.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import pytest
from contents import contents, of_documents

from children import Ended, Warm, cold
from dateline.store.duckdb import Database

if not hasattr(os, "fork"):  # the children are forked; Windows has no kill -9 either
    pytest.skip("this system has no fork", allow_module_level=True)

SHORT, LONG = {"code": 6, "import": 5, "review": 5, "watch": 4}, {"code": 60, "import": 50, "review": 50, "watch": 40}
#: Kills over one database before a run may end: several unfinished runs lie over one another.
KILLS_A_SERIES = 5


def series_of(kills: int) -> list[tuple[int, int]]:
    """Seeds and numbers of kills."""
    sizes = [KILLS_A_SERIES] * (kills // KILLS_A_SERIES) + [kills % KILLS_A_SERIES] * bool(kills % KILLS_A_SERIES)
    return list(enumerate(sizes, 1))


def both(command: str) -> pytest.MarkDecorator:
    """The short form and the long one, as parameters ``seed`` and ``kills``."""
    forms = [pytest.param(seed, kills, id=f"{seed}") for seed, kills in series_of(SHORT[command])]
    forms += [pytest.param(100 + seed, kills, id=f"long{seed}", marks=pytest.mark.long) for seed, kills in series_of(LONG[command])]
    return pytest.mark.parametrize(("seed", "kills"), forms)


def killed(process: Warm, folder: Path, random: Random, longest: float, *arguments: str) -> Ended:
    """The command, killed at a moment that is as likely as any other while it works; one in ten is started from nothing."""
    if random.random() < 0.1:
        ended = cold(folder, *arguments, after=random.uniform(0.2, 3.0))
    else:
        ended = process.start(folder, *arguments).end(after=random.uniform(0.0, longest))
    KILLED[arguments[0]].append(ended.code == -signal.SIGKILL)
    return ended


#: Of each command, which of its kills came before it had ended by itself.
KILLED: defaultdict[str, list[bool]] = defaultdict(list)


@pytest.fixture(scope="module", autouse=True)
def counted() -> Iterator[None]:
    """Says at the end how many kills hit a running command (shown with ``-s``)."""
    yield
    print("\nkills that hit a running command:", {name: f"{sum(hits)} of {len(hits)}" for name, hits in KILLED.items()})


# code

NAMES = ("Kenya", "Norway", "Oman", "Peru", "Chad", "Ghana", "Nepal", "Fiji", "Laos", "Mali")


def story(number: int) -> str:
    one, two = NAMES[number % 10], NAMES[(number // 10 + number + 1) % 10]
    return f"{one} expelled {number + 2} diplomats of {two} on Monday, the foreign ministry said. {two} condemned the decision and may recall its envoy."


def corpus(path: Path, count: int) -> None:
    """Enough lines for several batches, one of them malformed."""
    rows = [json.dumps({"id": f"a{n}", "text": story(n), "date": "2024-11-05"}) for n in range(count)]
    path.write_text("\n".join([*rows[: count // 2], "{not json", *rows[count // 2 :]]) + "\n", "utf-8")


CODE = ("code", "in.jsonl", "--coder", "lexicon", "--db", "a.duckdb", "--format", "jsonl")


@pytest.fixture(scope="module")
def coded(forking: Warm, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ended]:
    """An undisturbed run of ``code``."""
    folder = tmp_path_factory.mktemp("code")
    corpus(folder / "in.jsonl", 170)
    ended = forking.start(folder, *CODE).end()
    assert ended.code == 1 and "[E007]" in ended.err, "the malformed line is a problem and an exit code"
    return folder, ended


@both("code")
def test_code(seed: int, kills: int, forking: Warm, coded: tuple[Path, Ended], tmp_path: Path) -> None:
    reference, undisturbed = coded
    whole, random, db = of_documents(reference / "a.duckdb"), Random(seed), tmp_path / "a.duckdb"
    corpus(tmp_path / "in.jsonl", 170)
    stored: set[str] = set()
    for _ in range(kills):
        ended = killed(forking, tmp_path, random, 1.05 * undisturbed.seconds, *CODE)
        now = of_documents(db) if db.exists() else {}
        assert stored <= set(now), f"seed {seed}: documents were lost"
        partial = {(one, table) for one in now for table in {*now[one], *whole[one]} if now[one].get(table) != whole[one].get(table)}
        assert not partial, f"seed {seed}: a document is not whole: {sorted(partial)[:3]}"
        reported = {json.loads(line)["doc_id"] for line in ended.out.splitlines()[:-1]}
        assert reported <= set(now), f"seed {seed}: records were printed that are not stored"
        stored = set(now)
    ended = forking.start(tmp_path, *CODE).end()
    assert ended.code == 1 and ended.out == undisturbed.out
    assert contents(db) == contents(reference / "a.duckdb"), f"seed {seed}"
    assert leftovers(tmp_path) == []


def leftovers(folder: Path) -> list[str]:
    """Files beside the database that nobody needs any more."""
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("a.duckdb") and path.name not in ("a.duckdb", "a.duckdb.wal"))


# import

COLUMNS = "eid story_date year month day source source_root source_agent source_others target target_root target_agent target_others code goldstein".split()


def table(path: Path, count: int, first: int) -> None:
    """A file of the Cline Center's Phoenix format, one line malformed."""
    lines = [f"{n},1/2/1980,1980,1,2,SUNGOV,RUS,GOV,,AFGREB,AFG,REB,,{('190', '112', '043')[n % 3]},-10" for n in range(first, first + count)]
    path.write_text("\n".join([",".join(COLUMNS), *lines, "short,line"]) + "\n")


FILES = ("one.csv", "two.csv", "three.csv")
IMPORT = ("import", *FILES, "--db", "a.duckdb")


def tables(folder: Path) -> None:
    for number, name in enumerate(FILES):
        table(folder / name, 4000, 10_000 * number)


def imported(db: Path) -> dict[str, int]:
    """Files that are imported, with their rows; each has as many as it is said to have."""
    with Database(db, read_only=True) as database:
        said = {str(row["input_id"]): int(row["n_rows"]) for row in database.read("SELECT input_id, n_rows FROM imports").to_pylist()}
        counted = database.read("SELECT input_id, count(*) AS n, count(DISTINCT line) AS lines FROM imported GROUP BY ALL").to_pylist()
    assert {str(row["input_id"]): int(row["n"]) for row in counted} == said
    assert all(row["n"] == row["lines"] for row in counted), "lines are doubled"
    return said


@pytest.fixture(scope="module")
def undisturbed_import(forking: Warm, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ended]:
    folder = tmp_path_factory.mktemp("import")
    tables(folder)
    ended = forking.start(folder, *IMPORT).end()
    assert ended.code == 1 and imported(folder / "a.duckdb") == dict.fromkeys(FILES, 4000)
    return folder, ended


@both("import")
def test_import(seed: int, kills: int, forking: Warm, undisturbed_import: tuple[Path, Ended], tmp_path: Path) -> None:
    reference, undisturbed = undisturbed_import
    random, db = Random(seed), tmp_path / "a.duckdb"
    tables(tmp_path)
    before: set[str] = set()
    for _ in range(kills):
        ended = killed(forking, tmp_path, random, 1.05 * undisturbed.seconds, *IMPORT)
        now = imported(db) if db.exists() else {}
        assert set(now.values()) <= {4000}, f"seed {seed}: a file is imported in part"
        assert before <= set(now), f"seed {seed}: a file was lost"
        assert {line.partition(":")[0] for line in ended.out.splitlines()} <= set(now), f"seed {seed}: a file was said to be imported"
        before = set(now)
    assert forking.start(tmp_path, *IMPORT).end().code == 1
    assert contents(db) == contents(reference / "a.duckdb"), f"seed {seed}"


# review


class Reviewer:
    """A browser that makes decisions one after the other, each once."""

    def __init__(self) -> None:
        self.cookies = {"dateline_csrf": "chosen-by-the-browser"}

    def named(self, address: str) -> bool:
        """Says who is deciding, once; whether the workbench knows."""
        return len(self.cookies) > 1 or self.post(address, "/name", name="Ada")

    def post(self, address: str, path: str, **form: str) -> bool:
        """Whether the workbench answered that it is done."""
        host = address.removeprefix("http://").rstrip("/")
        jar = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"cookie": jar, "content-type": "application/x-www-form-urlencoded", "origin": f"http://{host}"}
        connection = http.client.HTTPConnection(host, timeout=30)
        try:
            connection.request("POST", path, urlencode({"csrf": self.cookies["dateline_csrf"], **form}), headers)
            answer = connection.getresponse()
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
        assert answer.status == 303, answer.status
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookies |= {key: morsel.value for key, morsel in SimpleCookie(value).items()}
        return True


def decisions_of(db: Path) -> list[tuple[str, str, str, str]]:
    with Database(db, read_only=True) as database:
        rows = database.read("SELECT position, kind, doc_id, mention_id, after FROM decisions ORDER BY position").to_pylist()
    assert [row["position"] for row in rows] == list(range(len(rows))), "a decision is lost or doubled"
    return [(row["kind"], row["doc_id"], row["mention_id"], row["after"] or "") for row in rows]


def wanted_decisions(db: Path, count: int) -> list[dict[str, str]]:
    """Forms of decisions on the stored acts, in order."""
    with Database(db, read_only=True) as database:
        acts = database.read("SELECT doc_id, mention_id, status FROM mentions ORDER BY doc_id, position").to_pylist()
    forms = []
    for number in range(count):
        act = acts[number % len(acts)]
        action = (("accept", ""), ("wrong", ""), ("status", "future" if number % 2 else "historical"))[number // len(acts) % 3]
        forms.append({"action": action[0], "doc": act["doc_id"], "mention": act["mention_id"]} | ({"value": action[1]} if action[1] else {}))
    return forms


REVIEW = ("review", "a.duckdb", "--port", "0")


def reviewed(process: Warm, folder: Path, reviewer: Reviewer, forms: list[dict[str, str]], after: float | None) -> int:
    """The workbench, killed after so many seconds of decisions (``None``: after all); how many decisions it said were stored."""
    running = process.start(folder, *REVIEW)
    address, end = None, time.monotonic() + 60
    while address is None and time.monotonic() < end:
        text = running.out.read_text() if running.out.exists() else ""
        address = text.split()[2] if text.startswith("Review at ") and "\n" in text else None
        time.sleep(0.01)
    assert address is not None, running.err.read_text()
    timer = None if after is None else threading.Timer(after, os.kill, (running.pid, signal.SIGKILL))
    if timer is not None:
        timer.start()
    done = 0
    if reviewer.named(address):
        for form in forms:
            if not reviewer.post(address, "/decide", **form):
                break
            done += 1
    if timer is not None:
        timer.join()
    ended = running.end(after=0.0)
    if after is not None:
        KILLED["review"].append(done < len(forms) and ended.code == -signal.SIGKILL)
    return done


@pytest.fixture(scope="module")
def decided(forking: Warm, coded: tuple[Path, Ended], tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[dict[str, str]], Path]:
    """A coded database, decisions to make in it, and a folder where they were made undisturbed."""
    fresh = (coded[0] / "a.duckdb").read_bytes()
    folder = tmp_path_factory.mktemp("review")
    (folder / "a.duckdb").write_bytes(fresh)
    forms = wanted_decisions(folder / "a.duckdb", 150)
    assert reviewed(forking, folder, Reviewer(), forms, None) == len(forms)
    assert len(decisions_of(folder / "a.duckdb")) == len(forms), "each form is one decision"
    return fresh, forms, folder


@pytest.mark.enable_socket
@both("review")
def test_review(seed: int, kills: int, forking: Warm, decided: tuple[bytes, list[dict[str, str]], Path], tmp_path: Path) -> None:
    pytest.importorskip("uvicorn", reason="the extra dateline[review] is not installed")
    fresh, forms, reference = decided
    random, db, reviewer = Random(seed), tmp_path / "a.duckdb", Reviewer()
    db.write_bytes(fresh)
    stored = 0
    for _ in range(kills):
        said = reviewed(forking, tmp_path, reviewer, forms[stored:], random.uniform(0.0, 0.5))
        now = len(decisions_of(db))
        assert stored + said <= now <= stored + said + 1, f"seed {seed}: {said} decisions were said to be stored, {now - stored} are"
        stored = now
    assert reviewed(forking, tmp_path, reviewer, forms[stored:], None) == len(forms) - stored
    assert decisions_of(db) == decisions_of(reference / "a.duckdb"), f"seed {seed}"
    assert of_documents(db).keys() == of_documents(reference / "a.duckdb").keys()


# watch

WATCH = ("watch", "inbox", "--once", "--coder", "lexicon", "--db", "a.duckdb", "--format", "jsonl")


@both("watch")
def test_watch(seed: int, kills: int, forking: Warm, tmp_path: Path) -> None:
    random, folder, calm = Random(seed), tmp_path / "killed", tmp_path / "calm"
    for one in (folder, calm):
        (one / "inbox").mkdir(parents=True)
    count, seen, printed, db = 0, set[str](), set[str](), folder / "a.duckdb"
    for _ in range(kills):
        for _ in range(random.randint(5, 60)):
            for one in (folder, calm):
                (one / "inbox" / f"{count}.md").write_text(story(count), "utf-8")
            count += 1
        ended = killed(forking, folder, random, 1.5, *WATCH)
        now = of_documents(db) if db.exists() else {}
        new = {json.loads(line)["doc_id"] for line in ended.out.splitlines()[:-1]}
        assert not new & printed, f"seed {seed}: a document was reported twice"
        assert seen <= set(now) and new <= set(now), f"seed {seed}: documents were lost"
        seen, printed = set(now), printed | new
    assert forking.start(folder, *WATCH).end().code == 0
    assert forking.start(calm, *WATCH).end().code == 0
    assert contents(db) == contents(calm / "a.duckdb"), f"seed {seed}"
    assert forking.start(folder, *WATCH).end().out == "", "nothing is left to do"
