"""Days of what an act answers or punishes, which was done before it: "jailed two men **for the June rising**", "froze its aid **in answer to the killing
last week of** fifteen men"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.extract.dates import FoundDate
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

#: Prepositions of what is punished, answered or outlived.
_FOR: Final = frozenset({"for", "over", "against", "despite"})
#: The same where a noun stands before them: "**in answer** to", "**in protest** at".
_ANSWERING: Final = frozenset("answer response reply reaction retaliation protest anger outrage revenge punishment reprisal retribution".split())
_TO: Final = frozenset({"to", "at"})
_OPPOSED: Final = frozenset({"over", "because", "despite", "against"})
#: What follows these is done on the same day as often as not ("after Friday prayers"), if it was on one.
_AFTER: Final = frozenset({"after", "following", "since"})
#: Of words that a noun's own date stands right before.
_DONE_TO: Final = frozenset({"of", "by", "against", "between"})
_PARTS: Final = frozenset("part role hand share involvement participation complicity".split())
#: Of what was said, written or known before: "went in on Friday **at the request** of", "held on Monday **on a warrant** from".
_BIDDEN: Final[Mapping[str, frozenset[str]]] = {
    "at": forms_of_nouns(text_of("extract.causes.asked")),
    "on": forms_of_nouns(text_of("extract.causes.grounds")),
}
_TOLLS: Final = frozenset("toll tolls number count tally".split())
_YEAR: Final = re.compile(r"\d{4}")
_PUNISHED: Final = forms_of_verbs(text_of("extract.causes.punished"))
_BELOW: Final = frozenset({"pobj", "pcomp", "prep", "dobj", "conj"})


def is_day_of_cause(sentence: ParsedSentence, head: int, found: FoundDate, inside: Sequence[Token]) -> bool:
    """Whether a date tells when that was for which, or in answer to which, an act was done.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        found: the date expression.
        inside: its words.
    """
    noun = _noun_of(sentence, inside)
    if noun is None:
        return False
    over = {head, *(one.i for one in sentence.ancestors(head))}
    token = noun
    while token.i not in over and token.dep in _BELOW:
        above = sentence.tokens[token.head]
        if above.lower == "in" and above.i and (part := sentence.tokens[above.i - 1]).lower in _PARTS:
            token = part  # "for their part **in** the June rising", which the parser hangs on the verb
            continue
        if token.dep in {"pobj", "pcomp"} and _is_of_cause(sentence, above, found):
            return True
        token = above
    return False


def is_cause(sentence: ParsedSentence, head: int, inside: Sequence[Token]) -> bool:
    """Whether an act is what another answers, defies, punishes or was asked by, and a date before it is that of the later act: "expelled him **on Friday**
    over the raid", "landed **on Friday** at the request of Lima".

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        inside: the words of the date expression.
    """
    token = sentence.tokens[head]
    if token.pos != "NOUN" or inside[0].i > head:
        return False
    while token.dep == "conj" and sentence.tokens[token.head].pos in {"NOUN", "PROPN"}:
        token = sentence.tokens[token.head]
    by = sentence.tokens[token.head]
    if by.lower == "of" and by.i and sentence.tokens[by.i - 1].lower == "because":
        by = sentence.tokens[by.i - 1]
    before = sentence.tokens[by.i - 1].lower if by.i else ""
    answered = before in _ANSWERING and by.lower in _TO | {"for", "against"}
    punished = by.lower == "for" and sentence.tokens[by.head].lower in _PUNISHED  # and not "called on Friday **for** the release"
    bidden = token.lower in _BIDDEN.get(by.lower, ()) and not _YEAR.fullmatch(inside[-1].text)  # one year may be that of both
    since = by.lower == "since"  # what has been so since a blow was not so on its day: "met on Sunday for the first time **since** the raid"
    owned = by.lower == "for" and any(one.lower == "responsibility" for one in (sentence.tokens[by.head], *sentence.kids(by.head, "dobj")))
    return token.dep == "pobj" and inside[-1].i < by.i and (by.lower in _OPPOSED or answered or punished or bidden or since or owned)


def is_of_toll(sentence: ParsedSentence, head: int, owner: Token, inside: Sequence[Token]) -> bool:
    """Whether a date is that on which the toll of an act changed or was known: "the death toll **from the raid** rose to 16 **on Wednesday**".

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        owner: the verb that the date is of.
        inside: the words of the date expression.
    """
    counts = next((one for one in sentence.kids(owner.i, "nsubj", "nsubjpass") if one.lower in _TOLLS), None)
    if counts is None or counts.i == head or not any(one.i == counts.i for one in sentence.ancestors(head)):
        return False
    return not counts.i < inside[0].i < owner.i and not any(one.i in {counts.i, head} for one in sentence.ancestors(inside[0].i))


def is_day_of_charge(sentence: ParsedSentence, head: int, kind: str, inside: Sequence[Token]) -> bool:
    """Whether a date is that of what somebody is accused of or thanked for: "accused Hanoi of ramming a boat **on Saturday**".

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        kind: the act's type.
        inside: the words of the date expression.
    """
    if kind not in _CHARGES or inside[0].i < head:
        return False
    deeds = (deed for by in sentence.kids(head, "prep") if by.lower in {"of", "for", "with"} for deed in sentence.kids(by.i, "pcomp"))
    return any(deed.tag == "VBG" and deed.i < inside[0].i for deed in deeds)


_CHARGES: Final = frozenset({"ACCUSE", "SUPPORT", "CONCEDE"})


def _noun_of(sentence: ParsedSentence, inside: Sequence[Token]) -> Token | None:
    """The noun that a date stands before ("the **June** rising") or, before what it was done to, behind ("the killing **last week** of")."""
    first, last = inside[0].i, inside[-1].i
    behind = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    if first and behind is not None and behind.lower in _DONE_TO and sentence.tokens[first - 1].pos == "NOUN":
        return sentence.tokens[first - 1]
    indices = {one.i for one in inside}
    over = [sentence.tokens[one.head] for one in inside if one.head not in indices]
    return next((one for one in over if (one.pos == "NOUN" or (one.tag == "VBG" and one.dep == "pobj")) and one.i > last), None)


def _is_of_cause(sentence: ParsedSentence, by: Token, found: FoundDate) -> bool:
    before = sentence.tokens[by.i - 1].lower if by.i else ""
    if by.lower in _TO:
        return before in _ANSWERING
    return by.lower in _FOR or (by.lower in _AFTER and found.precision != "day")
