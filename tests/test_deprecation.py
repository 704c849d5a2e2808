"""Deprecations live one minor version, the version is a semantic one, and what is overdue fails."""

from __future__ import annotations

import importlib
import pkgutil
import re
import warnings
from contextlib import suppress

import pytest

import dateline
from dateline import deprecation
from dateline.deprecation import DatelineDeprecationWarning, deprecated, is_overdue, removed_in, warn_deprecated
from dateline.version import __version__

#: semver.org, with Python's spelling of pre-releases.
SEMANTIC = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:(?:a|b|rc|\.dev)\d+)?")


@pytest.fixture(autouse=True)
def own_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deprecation, "MARKED", [])


def test_the_version_is_a_semantic_one() -> None:
    assert SEMANTIC.fullmatch(__version__)


@pytest.mark.parametrize(
    ("since", "version", "overdue"),
    [("0.3.0", "0.3.0", False), ("0.3.1", "0.3.9", False), ("0.3.0", "0.4.0", True), ("0.3.0", "1.0.0", True), ("1.9.0", "1.10.0", True), ("0.5.0", "0.4.2", False)],
)
def test_it_lives_one_minor_version(since: str, version: str, overdue: bool) -> None:
    assert is_overdue(since, version) is overdue


def test_a_marked_function_works_and_says_what_to_use() -> None:
    @deprecated(since="0.3.1", instead="dateline.code")
    def old(number: int, *, more: int = 1) -> int:
        """Adds."""
        return number + more

    with pytest.warns(DatelineDeprecationWarning, match=r"old is deprecated since Dateline 0\.3\.1 and goes in 0\.4\.0; use dateline\.code") as caught:
        assert old(1, more=2) == 3
    assert caught[0].filename == __file__, "the warning points at who called"
    assert old.__doc__ == "Adds." and old.__deprecated__ == "since 0.3.1: use dateline.code"  # type: ignore[attr-defined]
    assert [since for _, since in deprecation.MARKED] == ["0.3.1"]


def test_a_parameter_that_goes() -> None:
    def new(*, speaker: str = "", source: str | None = None) -> str:
        if source is not None:
            warn_deprecated("source=", since="0.2.0", instead="speaker=")
            speaker = source
        return speaker

    with pytest.warns(DatelineDeprecationWarning, match=r"source= .* goes in 0\.3\.0") as caught:
        assert new(source="a") == "a"
    assert caught[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert new(speaker="b") == "b"
    assert removed_in("1.2.3") == "1.3.0"


def test_users_see_it_without_asking() -> None:
    assert not issubclass(DatelineDeprecationWarning, DeprecationWarning), "which Python hides outside of tests"


def test_nothing_is_overdue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if module.name.split(".")[1] not in {"training", "__main__"} and not module.name.endswith("worker"):
            with suppress(ModuleNotFoundError):  # an extra that is not installed
                importlib.import_module(module.name)
    assert [name for name, since in deprecation.MARKED if is_overdue(since)] == []
