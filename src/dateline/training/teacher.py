"""Teachers: larger encoders that tell the small one how sure they are of each label (Hinton et al. 2015).

The corpus is cut into folds; each fold is labelled by a teacher trained on the others, so that its probabilities show what the text
supports and not what it remembers. The small model then learns from a mixture of annotations and teachers (:class:`Soft`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn

from dateline.errors import DatelineError
from dateline.extract.classifier.marked import mark
from dateline.training.batches import Batch, Encoded, Soft
from dateline.training.network import Network
from dateline.training.relation import RelationNetwork, padded

#: Neighbouring sentences stay in one fold in blocks of this many, since they are of one passage.
BLOCK: Final = 48
#: Probabilities are stored as this many steps.
_STEPS: Final = 255
#: MPNet's vocabulary is BERT's, moved by four, with special pieces of its own: ``{BERT id: MPNet id}``.
_MOVED, _SPECIAL = 4, {0: 1, 100: 3, 101: 0, 102: 2, 103: 30526}
BERT_PIECES: Final = 30522


def piece_map() -> Tensor:
    """MPNet's piece of each BERT piece."""
    ids = torch.arange(BERT_PIECES) + _MOVED
    for own, there in _SPECIAL.items():
        ids[own] = there
    return ids


class MovedEncoder(nn.Module):
    """An encoder behind BERT's piece ids, so that one encoding of a sentence serves teacher and pupil.

    Args:
        encoder: a ``transformers.MPNetModel``, or any encoder with a vocabulary of its own.
        ids: row of the encoder's embedding of each BERT piece, where the vocabulary was cut; MPNet's usual map where ``None``.
    """

    def __init__(self, encoder: nn.Module, ids: Tensor | None = None) -> None:
        super().__init__()
        self.encoder = encoder
        self.register_buffer("ids", piece_map() if ids is None else ids, persistent=False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, output_hidden_states: bool = False) -> object:
        """As BertModel."""
        table = self.get_buffer("ids")
        return self.encoder(input_ids=table[input_ids], attention_mask=attention_mask, output_hidden_states=output_hidden_states)

    def get_input_embeddings(self) -> nn.Module:
        """The table of piece embeddings."""
        found: nn.Module = self.encoder.get_input_embeddings()
        return found


def fold_of(index: int, folds: int) -> int:
    """The fold of the sentence at an index."""
    return index // BLOCK % folds


def label_words(network: Network, batch: Batch, items: Sequence[Encoded]) -> list[dict[str, np.ndarray]]:
    """What a trained network says of the words and possible acts of a batch: the arrays of :class:`Soft` but for ``relations``.

    Args:
        network: in evaluation mode, on the batch's device.
        batch: of ``items``, in their order.
        items: the sentences.
    """
    words = network.words(batch.ids, batch.mask, batch.pool, batch.tags, batch.deps, batch.senses)
    at = (batch.rows, batch.heads)
    judged = {name: torch.softmax(getattr(words, name)[at].float(), -1) for name in ("leaves", "status", "certainty", "attribution")}
    judged |= {"negated": torch.sigmoid(words.negated[at][:, 0]), "modes": torch.sigmoid(words.modes[at])}
    roles = torch.sigmoid(network.arguments(words, batch.rows, batch.heads, batch.kinds, batch.paths, batch.distances))
    types = torch.softmax(words.types.float(), -1)
    tables = {name: value.float().cpu().numpy() for name, value in {**judged, "roles": roles, "types": types}.items()}
    found, row = [], 0
    for b, item in enumerate(items):
        length, targets = len(item.features.tags), len(item.example.targets)
        own = {name: table[row : row + targets] for name, table in tables.items() if name != "types"}
        found.append(own | {"roles": own["roles"][:, :length], "types": tables["types"][b, :length]})
        row += targets
    return found


def label_pairs(network: RelationNetwork, items: Sequence[Encoded], device: str) -> np.ndarray:
    """What a trained relation network, in evaluation mode, says of all marked pairs of some sentences: ``[pairs, types]``."""
    marked = [mark(item.pieces, p.source, p.target) for item in items for p in item.example.pairs]
    if not marked:
        return np.zeros((0, network.types.out_features), dtype=np.float32)
    ids, mask, source, target = (one.to(device) for one in padded(marked))
    scores = network(network.encoder(input_ids=ids, attention_mask=mask).last_hidden_state, source, target)
    shares: np.ndarray = torch.softmax(scores.float(), -1).cpu().numpy()
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
