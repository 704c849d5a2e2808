"""``dateline code --explain``: the words a coder considered in each sentence, and why each was kept or dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from dateline.errors import DatelineError
from dateline.types import Document, Problem

if TYPE_CHECKING:
    from dateline.extract.act import Candidate
    from dateline.extract.extractor import Coder
    from dateline.extract.parse import ParsedSentence

#: Roles and words shown for a candidate.
_PARTIES = 6


@runtime_checkable
class Explaining(Protocol):
    """A coder that can say what it considered."""

    def explain(self, sentence: ParsedSentence) -> list[Candidate]:
        """The candidates of a sentence."""
        ...


def explanation(coder: Coder, documents: Iterable[Document | Problem], parser: str | None) -> Iterator[str]:
    """Lines that explain each sentence of the documents; a problem is one line.

    Raises:
        DatelineError: E304 where the coder cannot explain itself.
    """
    from dateline.extract.parse import parse_documents
    from dateline.plainform import in_plain_form

    if not isinstance(coder, Explaining):
        raise DatelineError("E304", coder.name)
    for item in documents:
        if isinstance(item, Problem):
            yield f"{item.input_id}: {item.detail} [{item.code}]"
            continue
        yield f"# {item.input_id}"
        for sentence in parse_documents([in_plain_form(item)], model=parser)[0]:
            yield from _sentence(sentence, coder.explain(sentence))


def _sentence(sentence: ParsedSentence, candidates: Iterable[Candidate]) -> Iterator[str]:
    yield f"\n{sentence.sentence.text}"
    for one in candidates:
        word = sentence.tokens[one.head].text
        mark = "+" if one.kept else "-"
        yield f"  {mark} {word}: {one.type}, act {one.probability:.2f}, type {one.share:.2f}; {one.why}"
        parties = [f"{role} {sentence.tokens[word].text} {share:.2f}" for role, word, share in one.parties[:_PARTIES]]
        if one.kept and parties:
            yield "      " + ", ".join(parties)
