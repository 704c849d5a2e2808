"""The corpus: loading passages from notation files, checks and the figures of the data card."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import DatelineError
from dateline.ontology.cameo import plover_for
from dateline.training.labels import MODES, TYPES
from dateline.training.notation import NotationError, Passage, Sentence, parse_notation

#: Folder with second annotations of the same passages, which are no further passages of the corpus.
SECOND = "second"
#: Words of the opening and of the n-grams by which stamped sentences are found.
OPENING_WORDS = 3
NGRAM_WORDS = 6
#: No template may account for more than this share of sentences, nor for so many: of 800 sentences in a row of our corpus, at most seven share one.
TEMPLATE_SHARE, STAMPED = 0.02, 10
#: So many malformed lines are named.
_NAMED = 5
#: Quotas of the finished corpus.
MIN_SENTENCES, MIN_PASSAGES, MIN_MENTIONS = 4000, 800, 6000
MIN_PER_TYPE, MIN_PER_MODE, MIN_LEMMAS = 220, 25, 25
MIN_EMPTY_SHARE, MIN_HEADLINES, MIN_COMMENTARY = 0.25, 600, 800


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """A notation file of the corpus with its passages and the errors found in it."""

    path: Path
    passages: tuple[Passage, ...]
    errors: tuple[NotationError, ...]


def load_corpus(folder: Path) -> list[CorpusFile]:
    """Read the ``*.txt`` notation files below a folder, in order of their names (or the one file that is given).

    Raises:
        DatelineError: E001 where there is no such path, E009 where the folder holds no notation file.
    """
    if not folder.exists():
        raise DatelineError("E001", str(folder))
    paths = [folder] if folder.is_file() else [path for path in sorted(folder.rglob("*.txt")) if SECOND not in path.relative_to(folder).parts]
    if not paths:
        raise DatelineError("E009", str(folder), "no notation file, which ends in .txt")
    return [_loaded(path) for path in paths]


def _loaded(path: Path) -> CorpusFile:
    content = path.read_bytes()
    try:
        passages, errors = parse_notation(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return CorpusFile(path, (), (NotationError(content[: error.start].count(b"\n") + 1, "not UTF-8"),))
    return CorpusFile(path, tuple(passages), tuple(errors))


def sound_corpus(folder: Path) -> list[CorpusFile]:
    """The notation files below a folder, every line of them well formed.

    Raises:
        DatelineError: as :func:`load_corpus`, and E502 where lines are malformed, as what they annotate would be missing without a word.
    """
    files = load_corpus(folder)
    wrong = notation_errors(files)
    if wrong:
        more = f" and {len(wrong) - _NAMED:,} more" if len(wrong) > _NAMED else ""
        raise DatelineError("E502", str(folder), "; ".join(wrong[:_NAMED]) + more)
    return files


def notation_errors(files: Iterable[CorpusFile]) -> list[str]:
    """The malformed lines, each with its file and number."""
    return [f"{f.path.name}:{e.line}: {e.message}" for f in files for e in f.errors]


def load_corpora(folders: Iterable[Path]) -> list[CorpusFile]:
    """The notation files of several folders (or single files), folder by folder.

    Raises:
        DatelineError: as :func:`sound_corpus`.
    """
    return [file for folder in folders for file in sound_corpus(folder)]


def corpus_hash(files: Iterable[CorpusFile]) -> str:
    """Hash over the notation files, which the model card names."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.path.name.encode())
        digest.update(file.path.read_bytes())
    return digest.hexdigest()


def sentences_of(files: Sequence[CorpusFile]) -> Iterator[tuple[Passage, Sentence]]:
    """Every sentence with its passage."""
    for file in files:
        for passage in file.passages:
            for sentence in passage.sentences:
                yield passage, sentence


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of a corpus for its data card."""

    passages: int
    sentences: int
    mentions: int
    claims: int
    empty: int
    headlines: int
    commentary: int
    plain: int
    lengths: tuple[int, int, int]
    types: Counter[str]
    modes: Counter[str]
    leaves: Counter[str]
    genres: Counter[str]
    countries: Counter[str]
    lemmas: dict[str, int]
    attributed: int
    uncertain: int
    negated: int
    statuses: Counter[str]


def corpus_stats(files: Sequence[CorpusFile]) -> Stats:
    """Count what the data card reports; lengths are the 10th, 50th and 90th percentile in words."""
    pairs = list(sentences_of(files))
    mentions = [m for _, s in pairs for m in s.mentions]
    words = sorted(len(s.text.split()) for _, s in pairs) or [0]
    forms: dict[str, set[str]] = {kind: set() for kind in TYPES}
    for mention in mentions:
        forms[str(mention["type"])].add(_words(mention["trigger"]).lower())
    parties = [p for m in mentions for role in ("actors", "recipients") for p in _dicts(m[role])]
    return Stats(
        passages=sum(len(f.passages) for f in files),
        sentences=len(pairs),
        mentions=len(mentions),
        claims=sum(len(s.claims) for _, s in pairs),
        empty=sum(not s.mentions for _, s in pairs),
        headlines=sum(s.kind == "headline" for _, s in pairs),
        commentary=sum(p.genre == "commentary" for p, _ in pairs),
        plain=sum(len(s.text.split()) < 16 for _, s in pairs),
        lengths=(words[len(words) // 10], words[len(words) // 2], words[len(words) * 9 // 10]),
        types=Counter(str(m["type"]) for m in mentions),
        modes=Counter(f"{m['type']}/{mode}" for m in mentions for mode in _strings(m["modes"])),
        leaves=Counter(str(m["cameo"]) for m in mentions if m["cameo"]),
        genres=Counter(p.genre for p, _ in pairs),
        countries=Counter(str(p["country"]) for p in parties if p["country"]),
        lemmas={kind: len(found) for kind, found in forms.items()},
        attributed=sum(m["attribution"] is not None for m in mentions),
        uncertain=sum(m["certainty"] != "certain" for m in mentions),
        negated=sum(bool(m["negated"]) for m in mentions),
        statuses=Counter(str(m["status"]) for m in mentions),
    )


def _dicts(value: object) -> list[dict[str, object]]:
    return value if isinstance(value, list) else []


def _strings(value: object) -> list[str]:
    return value if isinstance(value, list) else []


def _words(value: object) -> str:
    return str(value["text"]) if isinstance(value, dict) else ""


def check_corpus(files: Sequence[CorpusFile]) -> list[str]:
    """Problems that make a corpus invalid: notation errors, unknown leaf codes, repeated sentences, stamped sentences."""
    found = notation_errors(files)
    seen: dict[str, str] = {}
    pairs = list(sentences_of(files))
    for passage, sentence in pairs:
        key = " ".join(sentence.text.lower().split())
        if key in seen:
            found.append(f"passage at line {passage.line}: the sentence occurs twice: {sentence.text[:70]!r}")
        seen[key] = sentence.text
        found += [f"{m['cameo']} is not a CAMEO code ({sentence.text[:60]!r})" for m in sentence.mentions if not _known_leaf(m["cameo"])]
    total = max(1, len(pairs))
    for ngram, count in stamped(s for _, s in pairs):
        if count >= STAMPED and count / total > TEMPLATE_SHARE:
            found.append(f"{count} sentences share {ngram!r}")
    return found


def _known_leaf(code: object) -> bool:
    if not code:
        return True
    try:
        return plover_for(str(code)) is not None
    except DatelineError:
        return False


def stamped(sentences: Iterator[Sentence]) -> list[tuple[str, int]]:
    """The most frequent openings and n-grams with the number of sentences that hold them, most frequent first."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        words = sentence.text.lower().split()
        grams = {" ".join(words[i : i + NGRAM_WORDS]) for i in range(len(words) - NGRAM_WORDS + 1)}
        if len(words) > OPENING_WORDS:
            grams.add(" ".join(words[:OPENING_WORDS]) + " ...")
        counts.update(grams)
    return counts.most_common(20)


def missing_quotas(stats: Stats) -> list[str]:
    """What the corpus still lacks of the quotas of its guidelines."""
    lacks = []
    for name, got, want in (
        ("sentences", stats.sentences, MIN_SENTENCES),
        ("passages", stats.passages, MIN_PASSAGES),
        ("mentions", stats.mentions, MIN_MENTIONS),
        ("headlines", stats.headlines, MIN_HEADLINES),
        ("commentary sentences", stats.commentary, MIN_COMMENTARY),
        ("sentences without event", stats.empty, int(MIN_EMPTY_SHARE * stats.sentences)),
    ):
        if got < want:
            lacks.append(f"{name}: {got} of {want}")
    lacks += [f"{kind}: {stats.types[kind]} of {MIN_PER_TYPE} mentions" for kind in TYPES if stats.types[kind] < MIN_PER_TYPE]
    lacks += [f"{kind}: {stats.lemmas[kind]} of {MIN_LEMMAS} triggers" for kind in TYPES if stats.lemmas[kind] < MIN_LEMMAS]
    for kind, modes in MODES.items():
        lacks += [f"{kind}/{m}: {stats.modes[f'{kind}/{m}']} of {MIN_PER_MODE}" for m in modes if stats.modes[f"{kind}/{m}"] < MIN_PER_MODE]
    return lacks


def gold_rows(files: Sequence[CorpusFile]) -> Iterator[dict[str, object]]:
    """Passages as documents of a gold file (``id``, ``published``, ``text``, ``mentions``), as ``dateline evaluate`` reads them."""
    for file in files:
        for passage in file.passages:
            mentions = [m for s in passage.sentences for m in s.mentions]
            yield {"id": f"{file.path.stem}:{passage.line}", "published": passage.date, "text": passage.text, "mentions": mentions}
