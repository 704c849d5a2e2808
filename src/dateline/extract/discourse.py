"""What a sentence takes from those before it: who speaks inside quotation marks that run on, and the years of which a passage tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.extract.frames import Carried, Frame, frames
from dateline.extract.indirect import speech_of, told_on
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.phrases import phrase_at
from dateline.extract.supposed import goes_on_supposing, supposes
from dateline.types import Mention, Span

_OPENING, _CLOSING, _EITHER = frozenset("“«"), frozenset("”»"), frozenset('"')
_MARK = re.compile("[“«”»\"]")
_STARTING = _OPENING | _EITHER
#: Sentences that a quotation which nothing closes goes on: beyond them its closing mark was left out.
_UNCLOSED = 2
#: Forms of frames whose speaker can go on speaking in the next sentence.
_VOICES = frozenset({"clause", "parenthesis", "citing"})


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d|1[5-9]\d0s")
#: Years before publication from which on a year is old: the codebook's `historical`.
_OLD = 10
#: Where the publication is not known a year before this is old: texts that are coded without a date are nearly all of this century.
UNDATED = 2010
#: Sentences that name years before that one, and none a later one, by which a text without a date is one of those years.
_OF_ITS_TIME = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """What is told of a sentence beyond itself.

    ``quoted`` are its words in quotation marks, ``frame`` that of a speaker named in another sentence; ``years`` says whether the years it
    names are ``old`` or ``recent`` beside the publication (``""``: it names none), ``past`` the same of the last that was named before it; ``supposed``
    whether the sentences of its paragraph before it have supposed something and told what would follow.
    """

    quoted: frozenset[int] = frozenset()
    frame: Frame | None = None
    years: str = ""
    past: str = ""
    supposed: bool = False


def settings(sentences: Sequence[ParsedSentence], published: int | None) -> list[Setting]:
    """The setting of each sentence of a document.

    Args:
        sentences: all coded sentences of the document, in order.
        published: year of publication, ``None`` where it is not known (see :func:`recent_since`).
    """
    found, past = [], ""
    since = recent_since(sentences, published)
    paragraph, supposed = -1, False
    retold = told_on(sentences)
    for number, (sentence, (words, frame)) in enumerate(zip(sentences, quotations(sentences), strict=True)):
        years = _years(sentence, since)
        supposed = supposed and paragraph == sentence.paragraph
        found.append(Setting(words, frame or retold.get(number), years, past, supposed))
        past, paragraph = years or past, sentence.paragraph
        supposed = supposes(sentence) or (supposed and goes_on_supposing(sentence))
    return found


def recent_since(sentences: Sequence[ParsedSentence], published: int | None, entered: Iterable[int] = ()) -> int:
    """The year from which on what a text tells is not old: ten years before its publication.

    A text without a date is taken for one of this century, unless all years that it names are earlier and several sentences name some: a chronology
    of the 1960s, a telegram of 1956. It is then from its latest year, or tells of that time as its own.

    Args:
        sentences: its sentences.
        published: its year of publication, if it is known.
        entered: the years of the entries of a chronology, which its sentences do not name.
    """
    if published is not None:
        return published - _OLD
    named = [years for sentence in sentences if (years := _years_named(sentence))] + [[year] for year in entered]
    return UNDATED if len(named) < _OF_ITS_TIME else min(UNDATED, max(map(max, named)) - _OLD)


def _years_named(sentence: ParsedSentence) -> list[int]:
    """The years that a sentence names, of decades the first."""
    return [int(t.text[:4]) for t in sentence.tokens if _YEAR.fullmatch(t.text)] if _YEAR.search(sentence.sentence.text) else []


def _years(sentence: ParsedSentence, since: int) -> str:
    named = _years_named(sentence)
    if not named:
        return ""
    return "old" if max(named) < since else "recent" if min(named) >= since else "both"


def quotations(sentences: Sequence[ParsedSentence]) -> list[tuple[frozenset[int], Frame | None]]:
    """The quoted words of each sentence of a document, and who is carried into it.

    A speaker is carried where the quotation opened before, where a sentence is quoted in full after one that named its speaker, and back from
    the sentence that names the speaker of a quotation that opened before it.
    """
    found: list[tuple[frozenset[int], Frame | None]] = []
    voice: Carried | None = None
    marks = _marks(sentences)
    for number, (sentence, (began, words)) in enumerate(zip(sentences, marks, strict=True)):
        if not words and (number + 1 == len(marks) or not marks[number + 1][1]):
            found.append((words, None))
            voice = None  # nobody asks for it: a voice goes no farther than into the next sentence that quotes
            continue
        own = _own(sentence, words)
        frame = None
        if words and own is None:
            picked = not began and not _whole(sentence, words)
            frame = None if picked else _frame(words, voice or _ahead(sentences, number, began))
        found.append((words, frame))
        voice = own or _named(sentence, words) or (voice if words else _announced(sentences, number, marks[number + 1 :]))
    return found


def _announced(sentences: Sequence[ParsedSentence], number: int, marks: Sequence[tuple[bool, frozenset[int]]]) -> Carried | None:
    """Who holds a speech of which a sentence tells, where the paragraph behind it is quoted from its first word on and names nobody who says so."""
    if not marks or sentences[number + 1].paragraph == sentences[number].paragraph or sentences[number + 1].sentence.text[0] not in _STARTING:
        return None
    return speech_of(sentences[number])


def _marks(sentences: Sequence[ParsedSentence]) -> list[tuple[bool, frozenset[int]]]:
    """For each sentence whether a quotation of its paragraph was open before it, and its quoted words."""
    found: list[tuple[bool, frozenset[int]]] = []
    inside, paragraph, opened = False, -1, 0
    for number, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph:
            inside, paragraph = False, sentence.paragraph
        if _MARK.search(sentence.sentence.text) is not None:
            opened = number
        elif inside and number - opened > _UNCLOSED and not _opens_next(sentences, number):
            inside = False
        began, (words, inside) = inside, _marked(sentence, inside)
        found.append((began, words))
    return found


def _marked(sentence: ParsedSentence, inside: bool) -> tuple[frozenset[int], bool]:
    """Words between quotation marks, and whether a quotation is still open at the end."""
    if not inside and _MARK.search(sentence.sentence.text) is None:
        return frozenset(), False
    words = set()
    for token in sentence.tokens:
        if token.text in _OPENING:
            inside = True
        elif token.text in _CLOSING:
            inside = False
        elif token.text in _EITHER:
            inside = _opens(sentence, token, inside)
        elif inside:
            words.add(token.i)
    return frozenset(words), inside


def _opens(sentence: ParsedSentence, mark: Token, inside: bool) -> bool:
    """Whether a straight mark opens a quotation, by the space on one side of it; where that does not tell, it opens where none is open.

    A quotation of several paragraphs opens each of them and closes once, so that counting marks loses the thread.
    """
    tokens = sentence.tokens
    left = mark.i > 0 and tokens[mark.i - 1].end == mark.start
    right = mark.i + 1 < len(tokens) and tokens[mark.i + 1].start == mark.end
    return right if left != right else not inside


def _whole(sentence: ParsedSentence, words: Iterable[int]) -> bool:
    """Whether all of a sentence is quoted but its marks; a quoted word or phrase in a sentence is the author's picking."""
    held = set(words)
    return all(t.i in held for t in sentence.tokens if any(ch.isalnum() for ch in t.text))


def _own(sentence: ParsedSentence, words: frozenset[int]) -> Carried | None:
    """The speaker that a sentence names outside the quoted words and whose speech they are."""
    for frame in frames(sentence):
        if frame.form in _VOICES and frame.cue not in words and words & (frame.said | frame.tail):
            return _carried(sentence, frame)
    return None


def _named(sentence: ParsedSentence, words: frozenset[int]) -> Carried | None:
    """The last speaker that a sentence names outside quotation marks."""
    named = [f for f in frames(sentence) if f.form in _VOICES and f.kind in {"say", "answer", "tell"} and f.cue not in words]
    return _carried(sentence, max(named, key=lambda f: f.cue)) if named else None


def _carried(sentence: ParsedSentence, frame: Frame) -> Carried | None:
    if frame.speaker is None or frame.speaker < 0:
        return None
    phrase, token = phrase_at(sentence, frame.speaker), sentence.tokens[frame.cue]
    return None if phrase is None else Carried(phrase, Mention(token.text, Span(token.start, token.end)))


def _opens_next(sentences: Sequence[ParsedSentence], number: int) -> bool:
    """Whether the paragraph behind that of a sentence opens with a quotation mark, and no mark stands between: one quotation of several paragraphs."""
    for later in sentences[number + 1 :]:
        if later.paragraph != sentences[number].paragraph:
            return later.sentence.text[0] in _STARTING
        if _MARK.search(later.sentence.text) is not None:
            return False
    return False


def _ahead(sentences: Sequence[ParsedSentence], number: int, began: bool) -> Carried | None:
    """The speaker named where a quotation that opened in this sentence, or before it (``began``), goes on and closes: in the same paragraph, or in the next
    ones where it opens each of them."""
    _, inside = _marked(sentences[number], began)
    paragraph = sentences[number].paragraph
    for later in sentences[number + 1 :]:
        goes_on = later.paragraph == paragraph or later.sentence.text[0] in _STARTING
        if not inside or not goes_on:
            return None
        words, inside = _marked(later, inside and later.paragraph == paragraph)
        paragraph = later.paragraph
        own = _own(later, words)
        if own is not None:
            return own
    return None


def _frame(words: frozenset[int], said: Carried | None) -> Frame | None:
    return None if said is None else Frame("quotation", -1, None, words, carried=said)
