"""Frames of libraries that are the user's own choice."""

from __future__ import annotations

import sys

import pytest

from dateline.api import CodedDocument
from dateline.errors import DatelineError
from dateline.types import Coded, Document


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_missing_is_named_with_its_remedy(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    coded = CodedDocument(Coded(Document("d1", "a.md", "Text.", "0" * 64)))
    with pytest.raises(DatelineError) as caught:
        getattr(coded, f"to_{library}")()
    assert caught.value.code == "E402" and library in caught.value.detail and f"pip install {library}" in caught.value.fix
