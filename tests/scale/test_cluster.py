"""Runs on a Ray cluster of several node processes on this machine, one of which is killed. Long: runs where Ray is installed."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
import runs_of as making

from dateline.errors import DatelineError
from dateline.scale.cluster import RayRunner

HAS_RAY = importlib.util.find_spec("ray") is not None
#: In a process of its own: Ray needs sockets, and its cluster must not outlive a failing test.
DISTURBED = """
import os, subprocess, sys, time
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
from ray.cluster_utils import Cluster

cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
nodes = [cluster.add_node(num_cpus=1) for _ in range(2)]
command = [sys.executable, "-m", "dateline", "code", "corpus.jsonl", "--coder", "lexicon", "--out", "ray/", "--engine", "ray"]
run = subprocess.Popen([*command, "--address", cluster.address])
done = lambda: len(os.listdir("ray/_done")) if os.path.isdir("ray/_done") else 0
while not done():
    time.sleep(0.05)
    assert run.poll() is None, "the run ended before it could be disturbed"
at = done()
cluster.remove_node(nodes[0], allow_graceful=False)
code = run.wait()
print("\\nkilled at", at, "of", done(), "exit", code)
cluster.shutdown()
"""


@pytest.mark.long
@pytest.mark.skipif(not HAS_RAY, reason="the extra ray is not installed")
def test_a_lost_node_changes_nothing(tmp_path: Path) -> None:
    making.corpus(tmp_path, parts=8)
    making.code(tmp_path, "one/")
    finished = subprocess.run(
        [sys.executable, "-c", DISTURBED], cwd=tmp_path, env=making.environment(), capture_output=True, text=True, timeout=280
    )
    line = next((line for line in finished.stdout.splitlines() if line.startswith("killed at")), finished.stderr[-2000:])
    _, _, at, _, of, _, code = line.split()
    assert 1 <= int(at) < int(of) and code == "1"  # some documents are empty
    assert making.files(tmp_path / "ray") == making.files(tmp_path / "one")
    assert json.loads((tmp_path / "ray" / "_summary.json").read_text())["parts"] == int(of)


@pytest.mark.skipif(HAS_RAY, reason="Ray is installed")
def test_without_ray_the_extra_is_named() -> None:
    with pytest.raises(DatelineError, match=r"E402.*\.\[ray\]"):
        list(RayRunner().run(None, ()))  # type: ignore[arg-type]
