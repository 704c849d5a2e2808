"""What citations that refer back need to know of the notes above: what the last one names, and whether a note holds the name before its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ontology.namekeys import normalise
from dateline.read.authornotes import is_authors_note
from dateline.read.citation_comments import is_comment, sentences_of
from dateline.read.citation_parts import without_signal
from dateline.types import Source

#: What a note names besides its first word: a name, an initialism or a figure.
_NAMES: Final = re.compile(r"(?<=\s)[\"“‘'(*_]*(?:[^\W\d_a-z]|\d)|^\W*\w+[.-]?\d")
#: A place in a paper, whose words are verbs elsewhere: "annex B", "file 12".
_PLACE: Final = re.compile(r"\b(?:annex|rule|part|figure|table|line|point|file|folder|box|record|note|form|notice|schedule)s?\s+(?=[A-Z\d])")
_WORD: Final = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_NAME: Final = re.compile(r"[^\W\d_a-z][\w’'.-]*\w")
#: Words that say what a work is and not which.
_GENERIC: Final = frozenset(
    "the this that these those case cases judgment judgement order report opinion opinions decision ruling statement article articles book paper chapter part section"
    " text table figure box annex appendix also see note notes above and author authors ibid dissenting separate advisory joint with for but".split()
)
#: What stands between the name and the number: "supra", "op. cit.,", "above".
_LINKING: Final = re.compile(r"[\s,.;:(\[*_]*(?:\b(?:supra|above|infra|op\.? ?cit|loc\.? ?cit|cited|quoted|discussed|mentioned|as|in|at)\b\.?[\s,.;:(\[*_]*)*$", re.IGNORECASE)
_SEE: Final = re.compile(r".*\b(?:see|compare|cf\.?)\b[\s,:]*(?:also\b)?", re.IGNORECASE | re.DOTALL)
_SMALL: Final = frozenset("of the for and on in de la du".split())


@dataclass(frozen=True, slots=True)
class Above:
    """A note above the one that is read: its label, its words, and where they start in the canonical text."""

    label: str
    text: str
    start: int = 0


def names_unread(text: str) -> bool:
    """Whether words in which no source was read name something all the same, so that "Ibid." behind them means it and nothing before.

    Sentences of comment name no source, nor does what an author says of the paper.

    Example:
        >>> names_unread("Charter of the United Nations, art. 51."), names_unread("The two sides never met again.")
        (True, False)
    """
    if is_authors_note(text) or _NAMES.search(without_signal(text)) is None:
        return False
    text = _PLACE.sub("", text)
    return not all(is_comment(text[start:end]) for start, end in sentences_of(text))


def last_is_unread(above: Sequence[Above], earlier: Sequence[Source]) -> bool:
    """Whether the last note above names something and no source of it was read."""
    last = above[-1] if above else None
    return last is not None and all(source.note != last.label for source in earlier) and names_unread(last.text)


def named_before(head: str) -> tuple[str, ...]:
    """The telling words of the name before "supra note 4".

    Example:
        >>> named_before("See also Ana Lindqvist, supra "), named_before("On this point, see "), named_before("Wall Opinion, ")
        (('Ana', 'Lindqvist'), (), ('Wall',))
    """
    bare = _LINKING.sub("", _SEE.sub("", without_signal(head)))
    first = re.split(r"[,;:(]|\s+(?:and|&)\s|\s+et al", bare)[0]
    return tuple(word for word in map(_less_genitive, _NAME.findall(first)) if normalise(word) not in _GENERIC)


def holds_name(words: Sequence[str], text: str, *, surname: bool) -> bool:
    """Whether words hold a name: one of its words, or the last one where it is a person's; or initials for the name, or the name in full for its initials.

    Example:
        >>> holds_name(("Lindqvist",), "Ana Lindqvist, Ice (Oslo: Nord, 2011)", surname=True), holds_name(("HRW",), "Human Rights Watch, 2014", surname=False)
        (True, True)
    """
    held = [_less_genitive(word) for word in _WORD.findall(text)]
    plain = {normalise(part) for word in held for part in (word, *re.split(r"[-’']", word))}
    if any(normalise(word) in plain for word in (words[-1:] if surname else words)):
        return True
    firsts = "".join(word[0].lower() for word in held if word.lower() not in _SMALL)
    initials = "".join(word[0].lower() for word in words if word.lower() not in _SMALL)
    return (len(initials) > 1 and initials in plain) or (len(words) == 1 and words[0].isupper() and normalise(words[0]) in firsts)


def _less_genitive(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)
