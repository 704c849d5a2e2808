"""A model's files in memory: the ONNX session, the tables and the description. The only importer of onnxruntime and tokenizers."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dateline.errors import DatelineError
from dateline.extract.classifier.alignment import Pieces
from dateline.extract.classifier.features import Vocabulary, WordFeatures
from dateline.extract.classifier.layout import ATTRIBUTIONS, CERTAINTIES, MODES, STATUSES, TYPES
from dateline.extract.classifier.marked import Marked

if TYPE_CHECKING:
    import numpy as np
    from tokenizers import Tokenizer

DESCRIPTION: Final = "model.json"
GRAPH: Final = "graph.onnx"
TABLES: Final = "tables.npz"
TOKENIZER: Final = "tokenizer.json"
#: The model of marked pairs; loaded only where pairs are asked for.
RELATION: Final = "relation.onnx"
INPUTS: Final = ("pieces", "pool", "tags", "deps", "senses")
#: Of joined heads, whose columns :data:`SIDES` and :data:`JUDGING` name, of the words' vectors and of the contexts.
OUTPUTS: Final = ("sides_scores", "judging_scores", "vectors", "contexts")
#: Heads of every word, and heads that judge an act, in the order of their columns.
SIDES: Final = ("types", "trigger_side", "word_side", "trigger_gate", "word_gate")
JUDGING: Final = ("status", "negated", "certainty", "attribution", "modes", "leaves")
#: Pieces that share a pass at most, over sentences of one length: enough for weights to be read once for many rows, few enough for the
#: processor's own memory (with 64 a sentence takes 1.15 times as long, with 512 as long).
BATCH_PIECES: Final = 256
#: A product with a single row is computed by another routine, which rounds otherwise: no sentence goes in with fewer words.
MIN_WORDS: Final = 2
#: A sentence's pieces and the features of its words.
Given = tuple[Pieces, WordFeatures]
#: Parameters that numpy uses, by their names in the network.
TABLE_NAMES: Final = (
    "gate.weight", "gate.bias", "kinds.weight", "paths.weight", "distances.weight", "roles.weight", "roles.bias",
    "asked.weight", "asked.bias", "between.weight", "between.bias", "relation.weight", "relation.bias",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scores:
    """Logits and projections of one sentence, ``[words, …]`` each; ``contexts`` is ``[contexts]``."""

    types: np.ndarray
    status: np.ndarray
    negated: np.ndarray
    certainty: np.ndarray
    attribution: np.ndarray
    modes: np.ndarray
    leaves: np.ndarray
    trigger_side: np.ndarray
    word_side: np.ndarray
    trigger_gate: np.ndarray
    word_gate: np.ndarray
    vectors: np.ndarray
    contexts: np.ndarray


class Model:
    """A loaded model.

    Args:
        folder: holds the description, the graph, the tables and the tokenizer.

    Raises:
        DatelineError: E302 where a file is missing or its hash is not the described one.
    """

    def __init__(self, folder: Path) -> None:
        import numpy as np
        from tokenizers import Tokenizer

        self.description = read_description(folder)
        self.name = f"{self.description['name']} {self.description['version']}"
        self.vocabulary = vocabulary_of(self.description)
        self.leaves: tuple[str, ...] = tuple(self.description["leaves"])
        self.leaf_types = _leaf_types(self.description)
        self.thresholds: Mapping[str, float] = self.description["thresholds"]
        self.tokenizer: Tokenizer = Tokenizer.from_str(_verified(folder, TOKENIZER, self.description).decode("utf-8"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        _verified(folder, TABLES, self.description)
        try:
            with np.load(folder / TABLES, allow_pickle=False) as stored:  # pickled objects are code of whoever made the file
                tables = {name: stored[name] for name in stored.files}
        except (ValueError, OSError) as error:
            raise DatelineError("E302", str(folder / TABLES), str(error)) from error
        self._embeddings, self._scales = tables.pop("embeddings"), tables.pop("embedding_scales")
        self.tables = {name: value.astype(np.float32) for name, value in tables.items()}
        self._folder = folder
        self._relation: Any = None
        self._session = _session(_verified(folder, GRAPH, self.description))
        if [one.name for one in self._session.get_outputs()] != list(OUTPUTS):
            raise DatelineError("E302", str(folder / GRAPH), "an earlier version wrote it; dateline train --start FOLDER --epochs 0 writes it anew")
        width = self.tables["gate.bias"].shape[0]
        self._sides = _columns(SIDES, (len(TYPES) + 1, width, width, width, width))
        self._judging = _columns(JUDGING, (len(STATUSES), 1, len(CERTAINTIES), len(ATTRIBUTIONS), len(MODES), len(self.leaves)))
        points = self.description["calibration"]
        self._raw, self._right = (np.array([pair[i] for pair in points], dtype=np.float64) for i in (0, 1))

    def run(self, sentences: Sequence[Given]) -> Iterator[tuple[int, Scores]]:
        """Score the words of sentences; their numbers with their scores, in the order of the sentences' lengths.

        What a sentence scores does not depend on the others: those that share a pass have as many pieces, and every scale is fixed.
        """
        by_length: dict[int, list[int]] = {}
        for number, (pieces, _) in enumerate(sentences):
            by_length.setdefault(len(pieces.ids), []).append(number)
        for length, numbers in sorted(by_length.items()):
            numbers.sort(key=lambda number: len(sentences[number][0].words))
            size = max(1, BATCH_PIECES // length)
            for start in range(0, len(numbers), size):
                group = numbers[start : start + size]
                yield from zip(group, self._pass([sentences[number] for number in group]), strict=True)

    def _pass(self, group: Sequence[Given]) -> Iterator[Scores]:
        """The scores of sentences of one length."""
        given = dict(zip(INPUTS, inputs(group, self._embeddings, self._scales), strict=True))
        sides, judging, vectors, contexts = self._session.run(list(OUTPUTS), given)
        for row, (pieces, _) in enumerate(group):
            words = len(pieces.words)
            parts = {name: sides[row, :words, columns] for name, columns in self._sides.items()}
            parts |= {name: judging[row, :words, columns] for name, columns in self._judging.items()}
            yield Scores(**parts, vectors=vectors[row, :words], contexts=contexts[row])

    def marked_types(self, marked: Marked) -> np.ndarray:
        """Logits of the types for a sentence with two marked phrases."""
        import numpy as np

        if self._relation is None:
            self._relation = _session(_verified(self._folder, RELATION, self.description))
        given = {"pieces": embedded([marked.ids], self._embeddings, self._scales), "source": np.array([marked.source]), "target": np.array([marked.target])}
        scores: np.ndarray = self._relation.run(["types"], given)[0]
        return scores

    def calibrated(self, raw: float) -> float:
        """The share of acts of this raw probability that are right (piecewise linear, from held-out passages)."""
        import numpy as np

        return float(np.interp(raw, self._raw, self._right))


def _columns(heads: Sequence[str], widths: Sequence[int]) -> dict[str, slice]:
    """The columns of each of some joined heads."""
    ends = list(accumulate(widths))
    return {name: slice(end - width, end) for name, width, end in zip(heads, widths, ends, strict=True)}


def embedded(ids: Sequence[Sequence[int]], embeddings: np.ndarray, scales: np.ndarray) -> np.ndarray:
    """Embeddings ``[sentences, pieces, hidden]`` of word pieces, back from eight bits."""
    import numpy as np

    rows = np.array(ids)
    vectors: np.ndarray = embeddings[rows].astype(np.float32)
    vectors *= scales[rows][:, :, None]
    return vectors


def inputs(group: Sequence[Given], embeddings: np.ndarray, scales: np.ndarray) -> tuple[np.ndarray, ...]:
    """The graph's inputs for sentences with as many pieces each, in the order of :data:`INPUTS`; shorter ones get empty words at the end."""
    import numpy as np

    words = max(MIN_WORDS, *(len(pieces.words) for pieces, _ in group))
    pool = np.zeros((len(group), words, len(group[0][0].ids)), dtype=np.float32)
    columns = np.zeros((3, len(group), words), dtype=np.int64)
    for row, (pieces, features) in enumerate(group):
        for word, (first, last) in enumerate(pieces.words):
            pool[row, word, first : last + 1] = 1.0 / (last - first + 1)
        columns[:, row, : len(pieces.words)] = features.tags, features.deps, features.senses
    return embedded([pieces.ids for pieces, _ in group], embeddings, scales), pool, *columns


#: What a description says; the network's own sizes are in its graph.
_DESCRIBED: Final = frozenset({"name", "version", "tags", "deps", "senses", "paths", "leaves", "leaf_types", "thresholds", "calibration", "sha256"})


def vocabulary_of(description: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary that a description holds."""
    return Vocabulary.of(*(description[key] for key in ("tags", "deps", "senses", "paths")))


def read_description(folder: Path) -> dict[str, Any]:
    """The description of a model.

    Raises:
        DatelineError: E302 where it is missing or damaged.
    """
    path = folder / DESCRIPTION
    try:
        content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise DatelineError("E302", str(path), f"{type(error).__name__}: {error}") from error
    missing = sorted(_DESCRIBED - content.keys()) if isinstance(content, dict) else ["everything"]
    if missing or not isinstance(content["sha256"], dict):
        raise DatelineError("E302", str(path), f"it does not describe a model: {', '.join(missing) or 'sha256'} is missing")
    return content


def _leaf_types(description: Mapping[str, Any]) -> np.ndarray:
    """``[leaves, types]``: how often each CAMEO leaf code has each type in the training corpus; rows sum to one."""
    import numpy as np

    shares = np.zeros((len(description["leaves"]), len(TYPES)), dtype=np.float32)
    for row, counts in zip(shares, description["leaf_types"], strict=True):
        row[:] = [counts.get(kind, 0.0) for kind in TYPES] if counts else 1.0 / len(TYPES)
    return shares


def _verified(folder: Path, name: str, description: Mapping[str, Any]) -> bytes:
    path = folder / name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DatelineError("E302", str(path), str(error)) from error
    if hashlib.sha256(content).hexdigest() != description.get("sha256", {}).get(name):
        raise DatelineError("E302", str(path), "its hash is not the one in the model's description")
    return content


#: Keeps sums of eight-bit products exact on processors that would add them in sixteen bits; takes twice the time on those that would not.
_EXACT: Final = ("session.x64quantprecision", "1")
#: A product that overflows where sums have sixteen bits (``scripts/build_sums.py``): its rows, and what a sum of 255 times 127 is.
_SUMS: Final = "sums.onnx"
_SUMMED: Final = 64
_SUM: Final = _SUMMED * 255 * 127
#: What ONNX Runtime looks at when it is loaded ("Privacy.md" in its package).
_NO_REPORTS: Final = "ORT_DISABLE_TELEMETRY"
#: Fusions that cost time on processors: a sum and a normalisation in one step take five times as long as the two steps (bench/results/scale.md).
_UNFUSED: Final = ("SkipLayerNormFusion",)


@lru_cache(maxsize=1)
def sums_are_exact() -> bool:
    """Whether this processor adds products of eight-bit numbers without overflow (x86 with VNNI does), tried on one product."""
    import numpy as np

    tried = _opened((packaged_folder() / _SUMS).read_bytes(), exact=False)
    sums = tried.run(None, {"numbers": np.full((_SUMMED, _SUMMED), 255, dtype=np.uint8)})[0]
    return bool((sums == _SUM).all())


def _session(content: bytes) -> Any:
    """A session whose results depend neither on the processor nor on the number of its cores."""
    return _opened(content, exact=not sums_are_exact())


def _opened(content: bytes, *, exact: bool) -> Any:
    """A session on one thread: parallelism is over documents; with the setting that keeps sums exact, or without."""
    onnxruntime = _silent_runtime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if exact:
        options.add_session_config_entry(*_EXACT)
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"], disabled_optimizers=list(_UNFUSED))


def _silent_runtime() -> Any:
    """ONNX Runtime with its reports to its maker turned off.

    Its wheels report their use over the network unless told not to before they are first loaded: a thread of theirs uploads in the background, an
    identifier of the machine is kept in the user's cache, and a program that ends while the thread is busy may be aborted by it.
    """
    os.environ[_NO_REPORTS] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # where the program that uses Dateline had loaded it before
    return onnxruntime


def packaged_folder() -> Path:
    """Folder of the model that comes with the package."""
    return Path(__file__).parent / "data"


@lru_cache(maxsize=2)
def load_model(folder: Path | None = None) -> Model:
    """Load a model once per process, the package's own where no folder is given.

    Raises:
        DatelineError: E302 where it is missing or damaged.
    """
    return Model(folder or packaged_folder())
