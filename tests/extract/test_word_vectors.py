"""The vectors of word forms that the parser keeps are those that its first layer makes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from dateline.extract import wordvectors
from dateline.extract.parse import load_parser

TEXTS = ("Oslo can't expel the envoys.", "The envoys can leave; “Oslo”  may not.", "Ca. 40 envoys left Qurvendia on 3 May.")


def _layers() -> tuple[Any, Any]:
    kept = load_parser(None).get_pipe("tok2vec").model.layers[0]
    return kept, kept.layers[0]


def _docs(texts: tuple[str, ...]) -> list[Any]:
    parser = load_parser(None)
    return [parser.make_doc(text) for text in texts]


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[::-1], TEXTS[2:]])
def test_kept_vectors_are_those_of_the_first_layer(texts: tuple[str, ...]) -> None:
    kept, first = _layers()
    docs = _docs(texts)
    for mine, own in zip(kept.predict(docs), first.predict(docs), strict=True):
        np.testing.assert_allclose(mine, own, atol=1e-5)


def test_a_forms_vector_does_not_depend_on_what_it_was_seen_with(monkeypatch: pytest.MonkeyPatch) -> None:
    """But for the last bits of a float: the matrix routines of some processors sum in another order for other numbers of rows."""
    kept, _ = _layers()
    docs = _docs(TEXTS)
    together = kept.predict(docs)
    monkeypatch.setattr(wordvectors, "MAX_FORMS", 0)
    for doc, vectors in zip(docs, together, strict=True):
        np.testing.assert_allclose(kept.predict([doc])[0], vectors, rtol=0, atol=1e-5)


def test_forms_are_forgotten_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    kept, _ = _layers()
    learned: list[int] = []
    add = wordvectors._Kept._add
    monkeypatch.setattr(wordvectors._Kept, "_add", lambda self, forms, vectors: (learned.append(len(forms)), add(self, forms, vectors)))
    docs = _docs(TEXTS[:1])
    kept.predict(docs)
    learned.clear()
    kept.predict(docs)
    assert learned == []
    monkeypatch.setattr(wordvectors, "MAX_FORMS", 0)
    kept.predict(docs)
    assert learned == [len(docs[0])]
