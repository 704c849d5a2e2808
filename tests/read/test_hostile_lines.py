"""Lines that no author writes are read in no time: patterns that could part them in many ways do not try all."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from dateline.read.plaintext import read_plain
from dateline.read.references import is_reference
from dateline.read.textmap import Mapped


@pytest.mark.parametrize(
    ("read", "line"),
    [
        (is_reference, "BBC News, " + " " * 900 + "x"),
        (is_reference, "BBC News, " + "1 " * 450 + "x"),
        (lambda text: read_plain(Mapped.whole(text)), "\n".join(["-" * 900 + "!"] * 4)),
    ],
)
def test_a_long_line_takes_no_long_time(read: Callable[[str], object], line: str) -> None:
    start = time.process_time()
    read(line)
    assert time.process_time() - start < 0.5
