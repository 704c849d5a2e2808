"""Which words stand around a parenthesis or adjunct, by the punctuation."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.wordlists import words_of

_QUOTES = frozenset("\"“”'‘’``''«»")
BREAKS = frozenset({",", "-", "–", "—", "--"}) | _QUOTES
#: What ends a group of words as well.
STOPS = BREAKS | {";", ".", ":"}
OPENERS = words_of("extract.frames.layout.openers")
#: Words after which a parenthesis covers only what comes behind it: "troops left and, residents say, burned the market".
RESUMING = frozenset({"and", "but", "that"})


def main_part(rest: Sequence[Token]) -> Sequence[Token]:
    """The words after a verb before a relative clause."""
    bound = next((n for n, t in enumerate(rest) if t.tag in {"WDT", "WP"} or (n and t.lower in OPENERS)), len(rest))
    return rest[:bound]


def group_of(sentence: ParsedSentence, verb: Token, subject: Token) -> tuple[int, int]:
    """First word and the word after the last of "officials said on Friday"."""
    left = min(verb.i, min(sentence.subtree(subject.i)))
    right = verb.i + 1
    if subject.i > verb.i:
        right = max(sentence.subtree(subject.i)) + 1
        return left, right
    while right < len(sentence.tokens) and sentence.tokens[right].text not in STOPS:
        right += 1
    return left, right


def closes(sentence: ParsedSentence, right: int) -> bool:
    """Whether a mark that ends a parenthesis stands at a place."""
    return right < len(sentence.tokens) and sentence.tokens[right].text in BREAKS


def segment_of(sentence: ParsedSentence, index: int) -> tuple[int, int]:
    """The stretch between semicolons that holds a word."""
    cuts = [t.i for t in sentence.tokens if t.text == ";"]
    start = max((c + 1 for c in cuts if c < index), default=0)
    return start, min((c for c in cuts if c > index), default=len(sentence.tokens))


def said_around(
    sentence: ParsedSentence, verb: Token, segment: tuple[int, int], group: tuple[int, int]
) -> tuple[frozenset[int], frozenset[int], str]:
    """The words said around a parenthesis, those of a clause that begins after it, and the word that opens that clause."""
    (start, end), (left, right) = segment, group
    before, after = range(start, max(start, left - 1)), range(right + 1, end)
    resumed = left >= 2 and sentence.tokens[left - 2].lower in RESUMING
    opener = sentence.tokens[right + 1].lower if right + 1 < end else ""
    tail = {w for t in sentence.kids(verb.i, "advcl", "prep", "npadvmod") if t.i > verb.i for w in sentence.subtree(t.i)}
    if opener in OPENERS or (right < end and sentence.tokens[min(right, end - 1)].text not in BREAKS):
        tail |= set(after)
    said = set(after) if resumed else {*before, *after}
    return frozenset(said - tail), frozenset(tail - set(range(left, right))), opener if opener in OPENERS else ""


def governed_by(sentence: ParsedSentence, token: Token) -> frozenset[int]:
    """What an adjunct covers: the whole segment where a comma sets it off at its start or end, else the clause it hangs on."""
    own = _set_off(sentence, token)
    start, end = segment_of(sentence, token.i)
    low, high = min(own), max(own)
    if low >= start + 2 and sentence.tokens[low - 1].text == "," and sentence.tokens[low - 2].lower in RESUMING:
        return frozenset(range(high + 1, end))
    last = all(t.text in {".", *_QUOTES} for t in sentence.tokens[high + 1 : end])
    comma = low > 0 and sentence.tokens[low - 1].text == ","
    if low == start or (last and comma):
        return frozenset(range(start, end)) - own
    governor = sentence.tokens[token.head]
    while governor.pos not in {"VERB", "AUX"} and governor.head != governor.i:
        governor = sentence.tokens[governor.head]
    covered = set(sentence.subtree(governor.i)) - own
    set_off = comma and high + 1 < end and sentence.tokens[high + 1].text == ","
    if set_off and max(covered, default=0) <= high + 1:
        return frozenset(range(start, end)) - own
    return frozenset(covered)


def _set_off(sentence: ParsedSentence, token: Token) -> set[int]:
    """The words of an adjunct; between two commas without the verb behind it, which the parser may hang on it ("in the view of aides, **retaliated**")."""
    own = set(sentence.subtree(token.i))
    low = min(own)
    if low == 0 or sentence.tokens[low - 1].text != ",":
        return own
    verbs = [w for w in own if sentence.tokens[w].tag in {"VBN", "VBD"} and sentence.tokens[w].dep == "acl" and sentence.tokens[w - 1].text == ","]
    return {w for w in own if w < min(verbs) - 1} if verbs else own
