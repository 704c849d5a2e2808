"""Files that a command codes on the way, without storing them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.cli import problems
from dateline.cli.phrases import to_day

if TYPE_CHECKING:
    from dateline.pipeline import Pipeline
    from dateline.types import Coded, Problem


@lru_cache(maxsize=1)
def pipeline_of(coder: str) -> Pipeline:
    """The pipeline with a coder; a command that needs it twice gets the same."""
    from dateline.pipeline import CodeOptions, Pipeline

    return Pipeline(CodeOptions(coder=coder))


def code_files(inputs: list[str], published: str | None, pipeline: Pipeline) -> tuple[list[Coded], list[Problem]]:
    """The coded files, none of them stored, and the errors of those that failed (said on standard error)."""
    from dateline.read import ReadOptions, read_inputs
    from dateline.types import Coded as _Coded

    coded: list[Coded] = []
    failed: list[Problem] = []
    for item in pipeline.code_stream(read_inputs(inputs, ReadOptions(date=to_day(published, "--date")))):
        if isinstance(item, _Coded):
            coded.append(item)
            continue
        if item.severity == "error":
            failed.append(item)
        problems.tell(item)
    return coded, failed
