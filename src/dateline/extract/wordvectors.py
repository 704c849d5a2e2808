"""The parser's vectors of word forms, worked out once a form.

Before the parser looks at neighbours, the vector of a token depends on its form, its norm and the blank behind it alone, and most forms
recur; their vectors are a third of the parser's products.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np

#: What tells forms apart: all that the parser's first layer reads (norm, prefix, suffix, shape, blank behind, white space) follows from it.
_TOLD_BY: Final = ["ORTH", "NORM", "SPACY"]
#: The features that follow from a form.
_FEATURES: Final = frozenset({"ORTH", "NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"})
#: Forms kept (12 MB of vectors); beyond them all are forgotten. News text of 2,746 sentences has 10,858.
MAX_FORMS: Final = 30_000
#: Products of fewer than five rows are computed by another routine, which rounds otherwise: a form's vector is the same whenever it is worked out.
_LEAST_ROWS: Final = 8

#: Form, norm and whether a blank follows, as spaCy's hashes.
Form = tuple[int, int, int]


def keep_word_vectors(encoder: Any) -> None:
    """Make a parser's encoder keep the vectors of forms, where its first layer reads nothing but the form.

    Args:
        encoder: the model of spaCy's ``tok2vec``: a first layer that reads features of tokens, and a second that looks at neighbours.
    """
    from thinc.api import Model

    first = encoder.layers[0]
    if first.layers and _FEATURES.issuperset(first.layers[0].attrs.get("columns", ("",))):
        kept = _Kept(first, width := encoder.get_dim("nO"))
        encoder.replace_node(first, Model("kept_word_vectors", kept.forward, layers=[first], dims={"nO": width}))


class _Kept:
    """The vectors of the forms seen so far."""

    def __init__(self, layer: Any, width: int) -> None:
        import numpy as np

        self._features, *self._steps = layer.layers
        self._row: dict[Form, int] = {}
        self._table: np.ndarray = np.zeros((0, width), dtype=np.float32)

    def forward(self, _model: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[np.ndarray], Any]:
        """The vectors ``[tokens, width]`` of each document's tokens."""
        forms = [[tuple(row) for row in doc.to_array(_TOLD_BY).tolist()] for doc in docs]
        self._learn(docs, forms)
        return [self._table[[self._row[form] for form in own]] for own in forms], None

    def _learn(self, docs: Sequence[Any], forms: Sequence[Sequence[Form]]) -> None:
        """Work out the vectors of forms that are not known yet."""
        if len(self._row) > MAX_FORMS:
            self._row.clear()
        places: dict[Form, tuple[int, int]] = {}
        for which, own in enumerate(forms):
            for at, form in enumerate(own):
                if form not in self._row and form not in places:
                    places[form] = (which, at)
        if places:
            self._add(list(places), self._worked_out(docs, list(places.values())))

    def _worked_out(self, docs: Sequence[Any], places: Sequence[tuple[int, int]]) -> np.ndarray:
        """The vectors of the tokens at some places."""
        import numpy as np

        needed = sorted({which for which, _ in places})
        features = dict(zip(needed, self._features.predict([docs[which] for which in needed]), strict=True))
        rows = np.stack([features[which][at] for which, at in places])
        value: Any = [np.concatenate([rows, np.repeat(rows[-1:], max(0, _LEAST_ROWS - len(rows)), axis=0)])]
        for step in self._steps:
            value = step.predict(value)
        vectors: np.ndarray = value[0][: len(rows)]
        return vectors

    def _add(self, forms: Sequence[Form], vectors: np.ndarray) -> None:
        import numpy as np

        known = len(self._row)
        if known + len(forms) > len(self._table):
            larger = np.zeros((2 * (known + len(forms)), vectors.shape[1]), dtype=np.float32)
            larger[:known] = self._table[:known]
            self._table = larger
        self._table[known : known + len(forms)] = vectors
        self._row.update(zip(forms, range(known, known + len(forms)), strict=True))
