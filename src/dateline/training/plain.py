"""Plain texts: sentences without annotation, labelled by teachers alone (``corpus/plain``).

A file has a sentence a line, a headline with ``H: `` in front of it, and an empty line between passages. What may be an act in them is
proposed by a coder that stands already; the proposals are stored with the teachers' labels, so that a later model changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from dateline.errors import DatelineError
from dateline.evaluation.gold import plain_document
from dateline.extract.classifier.coder import TrainedCoder
from dateline.extract.classifier.decode import softmax
from dateline.extract.classifier.features import paths_from, sense_names
from dateline.extract.classifier.layout import ROLES
from dateline.extract.lexical import LexiconCoder
from dateline.extract.parse import ParsedSentence, parse_documents
from dateline.training.dataset import Example, Pair, Target

#: Mark of a headline's line.
HEADLINE: Final = "H: "
#: Words are proposed from this probability of an act on; phrases of parties from the second.
_ACT, _PARTY = 0.06, 0.3
#: Passages parsed together; only memory depends on it.
_CHUNK: Final = 400


def passages(paths: Sequence[Path]) -> list[str]:
    """The texts of the passages of files or folders of plain text.

    Raises:
        DatelineError: E001 where a path does not exist.
    """
    found = []
    for path in paths:
        if not path.exists():
            raise DatelineError("E001", str(path))
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            found += [_text(block.splitlines()) for block in file.read_text("utf-8").split("\n\n") if block.strip()]
    return list(dict.fromkeys(found))


def _text(lines: Sequence[str]) -> str:
    titles = [line.removeprefix(HEADLINE).strip() for line in lines if line.startswith(HEADLINE)]
    body = " ".join(line.strip() for line in lines if line.strip() and not line.startswith(HEADLINE))
    return "\n\n".join([*titles, body] if body else titles)


def sentences(texts: Sequence[str]) -> Iterator[ParsedSentence]:
    """The parsed sentences of passages, in order."""
    for start in range(0, len(texts), _CHUNK):
        documents = [plain_document(str(start + i), text, None) for i, text in enumerate(texts[start : start + _CHUNK])]
        for found in parse_documents(documents):
            yield from found


def sentence_key(sentence: ParsedSentence) -> str:
    """What a sentence's proposals are found by: its text."""
    return hashlib.sha256(sentence.sentence.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def proposed(sentence: ParsedSentence, senses: Sequence[str], coder: TrainedCoder) -> Example:
    """A sentence with the acts that may be in it and a marked pair for each, as a coder sees them; their labels say nothing."""
    scores = coder.scores(sentence)
    shares = softmax(scores.types)
    heads = [int(i) for i in np.nonzero(1.0 - shares[:, 0] >= _ACT)[0]]
    kinds = [int(shares[i, 1:].argmax()) + 1 for i in heads]
    pairs = dict.fromkeys(pair for i, kind in zip(heads, kinds, strict=True) for pair in _pair(coder.decoder.roles(sentence, scores, i, kind)))
    return bare_example(sentence, senses, list(zip(heads, kinds, strict=True)), list(pairs))


def _pair(roles: np.ndarray) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    actor, recipient = (_words(roles[:, ROLES.index(name)]) for name in ("actor", "recipient"))
    return [(actor, recipient)] if actor or recipient else []


def _words(shares: np.ndarray) -> tuple[int, ...]:
    best = int(shares.argmax())
    return (best,) if shares[best] >= _PARTY else ()


def bare_example(
    sentence: ParsedSentence,
    senses: Sequence[str],
    acts: Sequence[tuple[int, int]],
    pairs: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
) -> Example:
    """An example without labels.

    Args:
        sentence: parsed.
        senses: the lexicon's types of its words.
        acts: words and types (1-based) of what may be acts.
        pairs: words of an actor and of a recipient, either may be empty.
    """
    targets = (Target(head, kind, "", (), 0, 0, 0, 0, (), tuple(paths_from(sentence, head))) for head, kind in acts)
    return Example(sentence, tuple(senses), tuple(targets), tuple(Pair(s, t, ()) for s, t in pairs), plain=True)


def propose(paths: Sequence[Path], coder: TrainedCoder) -> list[Example]:
    """Examples of plain texts with what a coder proposes."""
    lexicon = LexiconCoder()
    found = (proposed(s, sense_names(s, lexicon), coder) for s in sentences(passages(paths)) if s.tokens)
    return list({sentence_key(e.sentence): e for e in found}.values())


def stored_proposals(examples: Sequence[Example]) -> dict[str, np.ndarray]:
    """Proposals as flat arrays: ``plain.keys`` of the sentences, ``plain.acts`` ``[n, 3]`` (sentence, word, type), ``plain.pairs`` ``[n, 3]``
    (sentence, word of the actor, word of the recipient; -1 where there is none)."""
    acts = [(i, t.head, t.type) for i, e in enumerate(examples) for t in e.targets]
    pairs = [(i, *(words[0] if words else -1 for words in (p.source, p.target))) for i, e in enumerate(examples) for p in e.pairs]
    return {
        "plain.keys": np.array([sentence_key(e.sentence) for e in examples]),
        "plain.acts": np.array(acts, dtype=np.int32).reshape(-1, 3),
        "plain.pairs": np.array(pairs, dtype=np.int32).reshape(-1, 3),
    }


def load_proposals(path: Path) -> dict[str, np.ndarray]:
    """The proposals stored in a file of teachers' labels; none where it has no plain sentences.

    Raises:
        DatelineError: E001 where there is no such file.
    """
    if not path.exists():
        raise DatelineError("E001", str(path))
    with np.load(path, allow_pickle=False) as stored:
        found = {name: stored[name] for name in stored.files if name.startswith("plain.")}
    return found or stored_proposals([])


def load_plain(paths: Sequence[Path], stored: Mapping[str, np.ndarray]) -> list[Example]:
    """Examples of plain texts with the proposals that were stored with the teachers' labels; sentences without are left out."""
    index = {str(k): i for i, k in enumerate(stored["plain.keys"])}
    acts: dict[int, list[tuple[int, int]]] = {}
    pairs: dict[int, list[tuple[tuple[int, ...], tuple[int, ...]]]] = {}
    for i, head, kind in stored["plain.acts"].tolist():
        acts.setdefault(i, []).append((head, kind))
    for i, source, target in stored["plain.pairs"].tolist():
        pairs.setdefault(i, []).append(((source,) if source >= 0 else (), (target,) if target >= 0 else ()))
    lexicon, found = LexiconCoder(), {}
    for sentence in sentences(passages(paths)):
        number = index.get(sentence_key(sentence))
        if number is None or any(word >= len(sentence.tokens) for word, _ in acts.get(number, [])):
            continue
        found[number] = bare_example(sentence, sense_names(sentence, lexicon), acts.get(number, []), pairs.get(number, []))
    return list(found.values())
