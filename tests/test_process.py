"""What a process that codes settles once."""

import os

import pytest

from dateline.process import ONE_THREAD, keep_to_one_thread, numpy_has_one_thread


def test_what_the_user_has_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ONE_THREAD:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "4")
    keep_to_one_thread()
    assert {name: os.environ[name] for name in ONE_THREAD} == {**dict.fromkeys(ONE_THREAD, "1"), "OPENBLAS_NUM_THREADS": "4"}


@pytest.mark.parametrize(
    ("own", "shared", "one"), [("1", None, True), (None, "1", True), ("2", "1", False), (None, "8", False), (None, None, False)]
)
def test_one_thread_is_known_by_the_name_that_counts_first(
    monkeypatch: pytest.MonkeyPatch, own: str | None, shared: str | None, one: bool
) -> None:
    for name, value in (("OPENBLAS_NUM_THREADS", own), ("OMP_NUM_THREADS", shared)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    assert numpy_has_one_thread() is one
