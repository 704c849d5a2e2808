"""One pipeline for all tests of the audit."""

from __future__ import annotations

import pytest

from dateline.pipeline import Pipeline


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return Pipeline()
