"""The lock pins every package to one version with hashes, and to the same as the constraints."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+?)(?: ; [^\\]+)? \\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)


def key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_is_pinned_with_hashes_as_constrained() -> None:
    text = (ROOT / "requirements-test.lock").read_text("utf-8")
    locked = {key(name): version for name, version, _ in LOCKED.findall(text)}
    assert len(locked) == len([line for line in text.splitlines() if line and line[0] not in " #"])
    assert "://" not in text
    pins = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text("utf-8").split() if "==" in line)
    constrained = {key(name): version for name, version in pins.items()}
    assert {name: version for name, version in locked.items() if constrained.get(name, version) != version} == {}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in ("test", "review", "xlsx") for one in project["optional-dependencies"][extra])]
    assert {key(re.split(r"[<>=;\[ ]", one)[0]) for one in wanted} <= set(locked)
