"""The marks of the clauses of a list ("a)", "(iv)", "2."), and the stems that open the lists ("The Authority decides to:").

Communiqués, resolutions and agreements are written so. The letters and numbers are no words of the clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from dateline.adopters import adopter, of_paper, opens_clause
from dateline.extract.wanted import opens_as_item
from dateline.ontology.inflect import irregular_forms
from dateline.ontology.wordlists import words_of
from dateline.types import BlockKind, Document, Span

#: What opens a clause: "a)", "(b)", "iv.", "2)", "1."; and the same within a line, behind the end of the clause before.
_MARK: Final = re.compile(r"(?:\((?P<in>[a-z]|[ivx]{1,4}|\d{1,2})\)|(?P<out>[a-z]|[ivx]{1,4}|\d{1,2})[).])[ \t]+(?=[^\W_])")
_INNER: Final = re.compile(r"(?<=[:;,])\s+(?:(?:and|or)\s+)?(?=(?:\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4}|\d{1,2})\))\s+\w)")
#: What a stem ends in; one that is but a name ends in a comma ("The Security Council,").
_OPENS: Final = re.compile(r":\s*\Z")
#: So much of the clause behind a name tells whether it is one (code points).
_OPENING: Final = 80
_GOES_ON: Final = re.compile(r"[;,](?:\s*(?:and|or))?\s*\Z")
#: A clause without a mark does not begin with these.
_SENTENCE: Final = re.compile(r"(?:The|A|An|This|These|It|He|She|They|We|In|On|At|For|To)\s")


#: A whole sentence of a list with the subject of its stem, behind which the list goes on ("It must send police.", "Condemn the raid.").
_SAME_SUBJECT: Final = re.compile(r"(?:It|He|She|They|We)\s|[^:]*\b(?:should|must|ought|needs?)\b")
#: What opens the name of a thing.
_ARTICLES: Final = frozenset({"a", "an", "the", "no", "new", "more"})
_AUXILIARIES: Final = words_of("read.predicates.auxiliaries")


@lru_cache(maxsize=1)
def _pasts() -> frozenset[str]:
    """Irregular pasts of verbs."""
    return frozenset(form for (_, pos), forms in irregular_forms().items() if pos == "VERB" for form in forms if not form.endswith(("ing", "en")))


def _is_finite(word: str) -> bool:
    """Whether a word can be a finite verb by its form alone: "was", "took", "shelled"."""
    word = word.strip("\"“”'‘’()[],.;:")
    return word in _AUXILIARIES or (word.endswith("ed") and len(word) > 3) or word in _pasts()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a list: where its words begin and end, its mark, and where its stem ends (``None``: none was found)."""

    label: int
    start: int
    end: int
    stem: int | None


def clauses(document: Document) -> tuple[Clause, ...]:
    """The marked clauses of a document, and those that a stem opens, in text order."""
    return tuple(_Reader(document).read())


class _Reader:
    """Reads the clauses of a document, with the stems that are open."""

    def __init__(self, document: Document) -> None:
        self._text, self._blocks = document.text, document.blocks
        #: By the style of their marks, where the stems of the open lists end.
        self._open: dict[str, int] = {}
        self._pending: int | None = None
        self._goes_on = False
        #: Of what form the verb is that opens the first item of the open list without marks.
        self._form: str | None = None
        #: Where the name ends that all paragraphs of a resolution are a sentence with ("The Security Council,").
        self._name: int | None = None

    def read(self) -> Iterator[Clause]:
        """The clauses in text order."""
        for block in self._blocks:
            if block.kind is BlockKind.PARAGRAPH:
                yield from self._paragraph(block.span)
            elif block.kind is BlockKind.HEADING:
                self._close()
            elif block.kind is BlockKind.TITLE and of_paper(self._text[block.span.start : block.span.end]) is not None:
                self._name = block.span.end

    def _close(self) -> None:
        self._open, self._pending, self._goes_on, self._name = {}, None, False, None

    def _paragraph(self, span: Span) -> Iterator[Clause]:
        cuts = [one.end() for one in _INNER.finditer(self._text, span.start, span.end)]
        listed = len(cuts) > 1 and self._text[span.start : cuts[0]].rstrip().endswith(":")
        inner = cuts if listed and not self._names_things([*cuts, span.end]) else []
        lows = [span.start, *inner]
        for low, high in zip(lows, [*inner, span.end], strict=True):
            found = self._clause(low, high)
            if found is not None:
                yield found

    def _names_things(self, cuts: list[int]) -> bool:
        """Whether the points of a running list but name things ("(1) a new treaty, (2) the arrest of the colonel"): they are part of their sentence."""
        points = [_MARK.sub("", self._text[low:high], count=1).split() for low, high in pairwise(cuts)]
        return all(words and words[0].lower() in _ARTICLES and not any(map(_is_finite, words[1:])) for words in points[:-1])

    def _clause(self, low: int, high: int) -> Clause | None:
        """The clause that a stretch of text is; a stretch that is none opens a list or closes those that are open."""
        mark = _MARK.match(self._text, low, high)
        style = self._style(mark) if mark is not None else "none"
        stem = self._stem(style, low, high, marked=mark is not None)
        opens = self._is_stem(low, high)
        self._goes_on = _GOES_ON.search(self._text, max(low, high - 8), high) is not None
        if opens:
            self._pending = high
            self._open = {one: end for one, end in self._open.items() if one == style}
        if stem is None and (mark is None or not self._is_sure(mark)):
            self._open = {}
            return None
        return Clause(low, mark.end() if mark is not None and mark.end() < high else low, high, stem)

    def _stem(self, style: str, low: int, high: int, *, marked: bool) -> int | None:
        """Where the stem of a stretch ends: the one just opened, the one that opened its list, or the name that the whole resolution goes on with."""
        own = _SENTENCE.match(self._text, low, high) is not None
        pending, self._pending = self._pending, None
        form = self._form_of(low, high)
        if own and not marked:
            self._name = None
            self._pending = pending if _SAME_SUBJECT.match(self._text, low, high) is not None else None
            return None
        if pending is not None and (marked or form is not None or self._text[high - 1] in ";,.:" or self._text[low].islower()):
            self._open[style], self._form = pending, form
            return pending
        if marked and style in self._open:
            return self._open[style]
        if not marked and self._open and (self._goes_on or (form is not None and form == self._form and "none" in self._open)):
            return next(reversed(self._open.values()))
        return self._name if style == "number" or (style == "none" and (self._goes_on or opens_clause(self._text[low:high]))) else None

    def _form_of(self, low: int, high: int) -> str | None:
        """The form of the verb that a stretch opens with: of an order ("Release the crew"), of what was done ("Recalled its envoy") or a gerund."""
        words = self._text[low:high].split(maxsplit=2)
        if opens_as_item(self._text[low:high]):
            return "order"
        if len(words) > 1 and words[0].endswith("ing"):
            return "gerund"
        return "past" if len(words) > 1 and words[0].isalpha() and _is_finite(words[0].lower()) and words[0].lower() not in _AUXILIARIES else None

    def _is_stem(self, low: int, high: int) -> bool:
        """Whether a stretch is a stem; one that is the name of the body that adopts a resolution is that of all its clauses."""
        if adopter(self._text[low:high]) is not None and opens_clause(self._text[high : high + _OPENING].lstrip()):
            self._name = high
            return True
        return _OPENS.search(self._text, max(low, high - 4), high) is not None

    def _style(self, mark: re.Match[str]) -> str:
        """Whether a mark is a number, a letter or a Roman number: "i", "v" and "x" are letters within a list of letters."""
        words = mark["in"] or mark["out"]
        if words.isdecimal():
            return "number"
        if not set(words) <= set("ivx"):
            return "letter"
        return "roman" if len(words) > 1 or self._pending is not None or "roman" in self._open or "letter" not in self._open else "letter"

    def _is_sure(self, mark: re.Match[str]) -> bool:
        """Whether a mark cannot be the end of a sentence or an initial ("a)", "(iv)", not "1." or "i.")."""
        return mark["in"] is not None or self._text[mark.end("out")] == ")"
