"""Files that a command codes on the way, without storing them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dateline.cli import problems
from dateline.cli.phrases import to_day

if TYPE_CHECKING:
    from dateline.types import Coded


def code_files(inputs: list[str], published: str | None, coder: str) -> tuple[list[Coded], bool]:
    """The coded files, none of them stored, and whether one failed (said on standard error)."""
    from dateline.pipeline import CodeOptions, Pipeline
    from dateline.read import ReadOptions, read_inputs
    from dateline.types import Coded as _Coded

    coded, failed = [], False
    for item in Pipeline(CodeOptions(coder=coder)).code_stream(read_inputs(inputs, ReadOptions(date=to_day(published)))):
        if isinstance(item, _Coded):
            coded.append(item)
            continue
        failed |= item.severity == "error"
        print(f"dateline: {problems.line(item)}", file=sys.stderr)
    return coded, failed
