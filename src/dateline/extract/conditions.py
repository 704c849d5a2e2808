"""Acts in conditions: "he could be jailed **if** he refused", "**provided** that Rabat frees the crew", "**in case** the port is attacked", "**in the event
of** an invasion", and measures of which only a debate is told: "a curfew was **under consideration**"."""

from __future__ import annotations

from typing import Final

from dateline.extract.arguments import governed, light_verb
from dateline.extract.parse import ParsedSentence, Token

_OPENERS: Final = frozenset({"provided", "providing"})
_IF: Final = frozenset({"if", "unless"})
_NOUNS: Final = frozenset({"case", "condition", "event"})
_BEFORE: Final = frozenset({"in", "on"})
_DEBATES: Final = frozenset({"consideration", "discussion", "study"})
_BEING: Final = frozenset({"considered", "weighed", "mulled", "contemplated", "debated"})
_NEW: Final = frozenset({"a", "an", "new", "further", "more", "any"})


def condition_word(sentence: ParsedSentence, head: int) -> Token | None:
    """The word that makes an act one of a condition or a debate, if one does.

    Args:
        sentence: the sentence.
        head: the head word of the act's trigger.
    """
    act = light_verb(sentence, head) or sentence.tokens[head]
    while act.dep == "conj" and act.head < act.i and not sentence.kids(act.i, "nsubj", "nsubjpass"):
        act = sentence.tokens[act.head]
    if act.pos in {"VERB", "AUX"}:
        return if_word(sentence, act) or _opener(sentence, act)
    return _event(sentence, act) or _debated(sentence, act)


def if_word(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The "if" or "unless" of the clause of a verb, beside a clause of what may or will be ("**could** be jailed if he **refused**"); not what somebody
    asks ("asked if he had fired") nor compares ("as if they had fled").

    Args:
        sentence: the sentence.
        verb: the verb of an act, or the light one over its noun.
    """
    mark = next((t for t in sentence.kids(verb.i, "mark") if t.lower in _IF), None)
    if mark is None or verb.dep != "advcl" or (mark.i and sentence.tokens[mark.i - 1].lower in {"as", "even"}):
        return None
    above = sentence.tokens[verb.head]
    over = (above.i, above.head) if above.dep in {"xcomp", "conj", "acomp"} else (above.i,)
    return mark if any(t.tag == "MD" and t.lower not in {"can", "ca"} for i in over for t in sentence.kids(i, "aux")) else None


def _opener(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The word that opens the clause of a verb: what stands right before its first word."""
    start = min((sentence.leftmost[t.i] for t in sentence.kids(verb.i, "nsubj", "nsubjpass")), default=verb.i)
    before = sentence.tokens[start - 1] if start else None
    if before is not None and before.lower == "that" and start > 1:
        before = sentence.tokens[start - 2]
    if before is None or not _opens_clause(sentence, before, verb):
        return None
    if before.lower in _OPENERS:
        return before
    led = before.i > 0 and sentence.tokens[before.i - 1].lower in _BEFORE | {"the"}
    return before if before.lower in _NOUNS and led else None


def _opens_clause(sentence: ParsedSentence, word: Token, verb: Token) -> bool:
    """Whether a word joins a clause and does not itself act: "..., **provided** that", not "the army **provided**"."""
    if verb.dep == "ROOT" or word.i > verb.i:
        return False
    if word.lower in _OPENERS:
        return not sentence.kids(word.i, "nsubj", "nsubjpass", "aux", "auxpass", "dobj")
    return not sentence.kids(word.i, "amod", "poss") and not any(t.lower not in {"the"} for t in sentence.kids(word.i, "det"))


def _event(sentence: ParsedSentence, noun: Token) -> Token | None:
    """"In case **of**", "in the event **of**" an attack that nothing makes a known one."""
    link = sentence.tokens[noun.head]
    over = sentence.tokens[link.head]
    if noun.dep != "pobj" or link.lower != "of" or over.lower not in {"case", "event"}:
        return None
    known = any(t.lower not in _NEW for t in sentence.kids(noun.i, "det", "poss"))
    bare = over.lower == "event" or not sentence.kids(over.i, "det")
    return over if bare and not known and sentence.tokens[over.head].lower == "in" else None


def _debated(sentence: ParsedSentence, noun: Token) -> Token | None:
    """"A curfew is **under consideration**", "sanctions are being **considered**": of a measure that the text does not already know."""
    verb = sentence.tokens[noun.head]
    if noun.dep not in {"nsubj", "nsubjpass"} or any(t.lower not in _NEW for t in sentence.kids(noun.i, "det", "poss")):
        return None
    if noun.dep == "nsubjpass":
        return verb if verb.lower in _BEING and any(t.lower == "being" for t in sentence.kids(verb.i, "aux", "auxpass")) else None
    under = governed(sentence, [verb.i], "under")
    return next((o for o in under if o.lower in _DEBATES), None) if verb.lower in {"is", "are", "was", "were", "remains", "remain"} else None
