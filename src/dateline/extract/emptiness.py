"""Parties and things of which there are none: "arrested **no** leader", "freed **none** of them", "**few** of the hostages were freed"."""

from __future__ import annotations

from typing import Final

from dateline.extract.cuewords import load_cues
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_verbs, singular
from dateline.ontology.wordlists import words_of

#: Pronouns of nobody and nothing.
NOBODY: Final = frozenset("nobody none nothing neither no-one".split())
_DETERMINERS: Final = frozenset({"no", "neither"})
_EMPHATIC: Final = words_of("extract.emptiness.emphatic")
_IDIOMATIC: Final = words_of("extract.emptiness.idiomatic")
_SOME: Final = words_of("extract.emptiness.some")
#: Words behind an empty phrase that name what it leaves over ("took nothing **but** water", "none **other** than the king").
_EXCEPTING: Final = frozenset("but except save besides short other less".split())
#: Prepositions whose object an act is aimed at ("agreed **to** none of the demands").
_AIMED: Final = frozenset({"to", "against"})
#: Who takes part in a meeting.
_PARTAKER: Final = frozenset({"party", "participant", "part"})
#: Prepositions that name those who meet, whoever stays out ("no party to the talks **between** Kabul and Washington").
_OF_OTHERS: Final = frozenset({"between", "among"})
_CEASING: Final = forms_of_verbs("cease stop")


def empty_word(sentence: ParsedSentence, noun: Token) -> Token | None:
    """The word that says that there is none of a noun phrase, ``None`` where no word does."""
    after = sentence.tokens[noun.i + 1].lower if noun.i + 1 < len(sentence.tokens) else ""
    if after in _EXCEPTING or singular(noun.lower) in _IDIOMATIC:
        return None
    if noun.lower in NOBODY:
        return noun
    for child in sentence.kids(noun.i, "det", "neg", "preconj", "cc", "amod"):
        if child.i > noun.i:
            continue
        if child.lower in _DETERMINERS and child.dep != "amod" and sentence.tokens[child.i + 1].lower not in _EMPHATIC:
            return child
        if child.lower == "few" and _is_bare(sentence, noun, child):
            return child
    if noun.lower == "few" and _is_bare(sentence, noun, noun):
        return noun
    return None


def _is_bare(sentence: ParsedSentence, noun: Token, few: Token) -> bool:
    """Whether "few" of a noun phrase is neither "a few" nor "the last few" nor "few but important"."""
    if any(word.i < few.i for word in sentence.kids(noun.i, "det", "poss")):
        return False
    before = sentence.tokens[few.i - 1].lower if few.i else ""
    after = sentence.tokens[few.i + 1].lower if few.i + 1 < len(sentence.tokens) else ""
    return before not in _SOME and after not in {"but", "if"}


def empty_object(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The word that says that a verb's act reached nobody and nothing: "arrested **no** leader", "**few** of them were freed"."""
    objects = [t for t in sentence.kids(verb.i, "dobj", "dative", "nsubjpass") if t.pos != "ADP"]
    if not objects:
        objects = [t for prep in sentence.kids(verb.i, "prep") if prep.lower in _AIMED for t in sentence.kids(prep.i, "pobj")]
    return next((word for t in objects if (word := empty_word(sentence, t)) is not None), None)


def stays_out(sentence: ParsedSentence, meeting: Token) -> Token | None:
    """The word that says that somebody takes no part in a meeting: "was **not** a party to the talks", "took **no** part in the summit"."""
    link = sentence.tokens[meeting.head]
    noun = sentence.tokens[link.head]
    if meeting.dep == "pobj" and link.lower == "in" and noun.pos == "VERB":
        noun = next(iter(sentence.kids(noun.i, "dobj")), noun)
    if meeting.dep != "pobj" or link.lower not in {"to", "in", "of"} or noun.lower not in _PARTAKER or noun.dep not in {"attr", "dobj"}:
        return None
    if any(t.lower in {"only", "sole"} for t in sentence.kids(noun.i, "amod")) or any(t.lower in _OF_OTHERS for t in sentence.kids(meeting.i, "prep")):
        return None
    return empty_word(sentence, noun) or plain_negation(sentence, noun.head) or _ended(sentence, sentence.tokens[noun.head])


def _ended(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The word that says that something is over: "is **no longer** a party", "has **ceased** to be a party"."""
    longer = next((t for t in sentence.kids(verb.i, "advmod", "neg") if t.lower == "longer" and t.i and sentence.tokens[t.i - 1].lower == "no"), None)
    above = sentence.tokens[verb.head]
    return longer or (above if verb.dep == "xcomp" and above.lower in _CEASING else None)


def plain_negation(sentence: ParsedSentence, index: int) -> Token | None:
    """The negation of a word, and not the one of "not only" or "not just", which denies nothing."""
    affirmed, tokens = load_cues().affirmed_after, sentence.tokens
    return next((t for t in sentence.kids(index, "neg") if t.i + 1 == len(tokens) or tokens[t.i + 1].lower not in affirmed), None)
