"""Teachers: larger encoders that tell the small one how sure they are of each label (Hinton et al. 2015).

The corpus is cut into folds; each fold is labelled by a teacher trained on the others, so that its probabilities show what the text
supports and not what it remembers. The small model then learns from a mixture of annotations and teachers (:class:`Soft`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn

from dateline.errors import DatelineError
from dateline.extract.classifier.marked import mark
from dateline.training.batches import Encoded, Soft, collate
from dateline.training.learn import Recipe, train
from dateline.training.network import Network
from dateline.training.relation import RelationNetwork, RelationRecipe, padded, train_relation

#: Neighbouring sentences stay in one fold in blocks of this many, since they are of one passage.
BLOCK: Final = 48
#: Sentences scored together.
_BATCH: Final = 64
#: Probabilities are stored as this many steps.
_STEPS: Final = 255
#: MPNet's vocabulary is BERT's, moved by four, with special pieces of its own: ``{BERT id: MPNet id}``.
_MOVED, _SPECIAL = 4, {0: 1, 100: 3, 101: 0, 102: 2, 103: 30526}
_BERT_PIECES: Final = 30522


class MovedEncoder(nn.Module):
    """MPNet behind BERT's piece ids, so that one encoding of a sentence serves teacher and pupil.

    Args:
        encoder: a ``transformers.MPNetModel``.
        ids: row of the encoder's embedding of each BERT piece, where the vocabulary was cut; the usual map where ``None``.
    """

    def __init__(self, encoder: nn.Module, ids: Tensor | None = None) -> None:
        super().__init__()
        self.encoder = encoder
        if ids is None:
            ids = torch.arange(_BERT_PIECES) + _MOVED
            for own, there in _SPECIAL.items():
                ids[own] = there
        self.register_buffer("ids", ids, persistent=False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, output_hidden_states: bool = False) -> object:
        """As BertModel."""
        table = self.get_buffer("ids")
        return self.encoder(input_ids=table[input_ids], attention_mask=attention_mask, output_hidden_states=output_hidden_states)

    def get_input_embeddings(self) -> nn.Module:
        """The table of piece embeddings."""
        found: nn.Module = self.encoder.get_input_embeddings()
        return found


@dataclass(frozen=True, slots=True)
class Staff:
    """How teachers are made: fresh networks on demand, and the recipes."""

    network: Callable[[], Network]
    relation: Callable[[], nn.Module]
    recipe: Recipe
    relation_recipe: RelationRecipe
    hidden: int
    folds: int = 4


def fold_of(index: int, folds: int) -> int:
    """The fold of the sentence at an index."""
    return index // BLOCK % folds


def teach_fold(items: Sequence[Encoded], leaves: Sequence[str], staff: Staff, fold: int, report: Callable[[str], None] = print) -> dict[int, Soft]:
    """Train teachers on all folds but one and label that one.

    Returns:
        What they say of each sentence of the fold, by its index in ``items``.
    """
    others = [item for i, item in enumerate(items) if fold_of(i, staff.folds) != fold]
    mine = [i for i in range(len(items)) if fold_of(i, staff.folds) == fold]
    network = staff.network()
    train(network, others, leaves, staff.recipe, report=report)
    pairs = train_relation(RelationNetwork(staff.relation(), staff.hidden), others, staff.relation_recipe, report)
    return dict(zip(mine, label(network, pairs, [items[i] for i in mine], leaves, staff.recipe.device), strict=True))


def label(network: Network, pairs: RelationNetwork, items: Sequence[Encoded], leaves: Sequence[str], device: str) -> list[Soft]:
    """What trained networks say of sentences."""
    network.eval().to(device)
    pairs.eval().to(device)
    order = sorted(range(len(items)), key=lambda i: len(items[i].pieces.ids))
    index = {leaf: i for i, leaf in enumerate(leaves)}
    found: dict[int, Soft] = {}
    with torch.no_grad():
        for start in range(0, len(order), _BATCH):
            chosen = order[start : start + _BATCH]
            group = [items[i] for i in chosen]
            found.update(zip(chosen, _labels(network, pairs, group, index, device), strict=True))
    return [found[i] for i in range(len(items))]


def _labels(network: Network, pairs: RelationNetwork, group: Sequence[Encoded], leaves: dict[str, int], device: str) -> Iterator[Soft]:
    batch = collate(group, leaves).to(device)
    words = network.words(batch.ids, batch.mask, batch.pool, batch.tags, batch.deps, batch.senses)
    at = (batch.rows, batch.heads)
    judged = {name: torch.softmax(getattr(words, name)[at], -1) for name in ("leaves", "status", "certainty", "attribution")}
    judged |= {"negated": torch.sigmoid(words.negated[at][:, 0]), "modes": torch.sigmoid(words.modes[at])}
    roles = torch.sigmoid(network.arguments(words, batch.rows, batch.heads, batch.kinds, batch.paths, batch.distances))
    types, relations = torch.softmax(words.types, -1), _relations(pairs, group, device)
    tables = {name: value.float().cpu().numpy() for name, value in {**judged, "roles": roles, "types": types}.items()}
    row = pair = 0
    for b, item in enumerate(group):
        length, targets, marked = len(item.features.tags), len(item.example.targets), len(item.example.pairs)
        own = {name: table[row : row + targets] for name, table in tables.items() if name != "types"}
        own["roles"] = own["roles"][:, :length]
        yield Soft(types=tables["types"][b, :length], relations=relations[pair : pair + marked], **own)
        row, pair = row + targets, pair + marked


def _relations(pairs: RelationNetwork, group: Sequence[Encoded], device: str) -> np.ndarray:
    marked = [mark(item.pieces, p.source, p.target) for item in group for p in item.example.pairs]
    if not marked:
        return np.zeros((0, pairs.types.out_features), dtype=np.float32)
    ids, mask, source, target = (one.to(device) for one in padded(marked))
    scores = pairs(pairs.encoder(input_ids=ids, attention_mask=mask).last_hidden_state, source, target)
    shares: np.ndarray = torch.softmax(scores, -1).float().cpu().numpy()
    return shares


def save_soft(softs: Sequence[Soft], keys: Sequence[str], path: Path) -> None:
    """Write what teachers say, in steps of 1/255.

    Args:
        softs: one a sentence.
        keys: of the sentences (:func:`key`).
        path: an ``.npz`` file.
    """
    arrays = {"keys": np.array(keys)}
    for one in fields(Soft):
        values = [getattr(soft, one.name) for soft in softs]
        arrays[f"{one.name}.shape"] = np.array([v.shape for v in values], dtype=np.int32)
        arrays[one.name] = np.concatenate([np.round(v * _STEPS).astype(np.uint8).ravel() for v in values])
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def load_soft(path: Path) -> dict[str, Soft]:
    """Read what teachers say, by the sentence's key.

    Raises:
        DatelineError: E001 where there is no such file.
    """
    if not path.exists():
        raise DatelineError("E001", str(path))
    with np.load(path, allow_pickle=False) as stored:
        keys = [str(k) for k in stored["keys"]]
        parts = {one.name: _split(stored[one.name], stored[f"{one.name}.shape"]) for one in fields(Soft)}
    return {k: Soft(**{name: values[i] for name, values in parts.items()}) for i, k in enumerate(keys)}


def _split(flat: np.ndarray, shapes: np.ndarray) -> list[np.ndarray]:
    sizes = shapes.prod(axis=1)
    cuts = np.split(flat, np.cumsum(sizes)[:-1])
    return [(cut.astype(np.float32) / _STEPS).reshape(shape) for cut, shape in zip(cuts, shapes, strict=True)]


def key(item: Encoded) -> str:
    """What a sentence is found by: its pieces and its targets' heads and types; a sentence annotated anew has no teacher's labels."""
    targets = " ".join(f"{t.head}:{t.type}" for t in item.example.targets)
    text = f"{' '.join(map(str, item.pieces.ids))} / {targets} / {len(item.example.pairs)}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def taught(items: Sequence[Encoded], softs: dict[str, Soft]) -> list[Encoded]:
    """Items with what teachers say of them, where they say anything of the sentence as it is annotated."""
    found = []
    for item in items:
        soft = softs.get(key(item))
        fits = soft is not None and soft.types.shape[0] == len(item.features.tags)
        found.append(replace(item, soft=soft if fits else None))
    return found
