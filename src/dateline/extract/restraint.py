"""Hostile steps that somebody says will not be taken: "Britain said it would **not retaliate**", "has no plans to **impose** countermeasures": restraint, and
neither the step nor a refusal of what anybody asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import governed
from dateline.extract.lexical import lexicon_coder
from dateline.extract.negation import not_planned
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_RETALIATING: Final = forms_of_verbs("retaliate reciprocate")
_STRIKING: Final = forms_of_verbs("hit strike fire punch fight")
_ANSWERING: Final = forms_of_verbs("respond react reply answer")
_IMPOSING: Final = forms_of_verbs("impose levy slap adopt introduce enact apply")
#: Verbs of requital, most of which need a particle or an object to be it.
REQUITING: Final = _RETALIATING | _STRIKING | _ANSWERING | _IMPOSING
_PENALTIES: Final = forms_of_nouns(text_of("extract.restraint.penalties"))
_HOSTILE: Final = frozenset({"SANCTION", "COERCE", "ASSAULT"})
#: Types that a coder sees in what somebody says he will not do.
_MISTAKEN: Final = frozenset({"REJECT", "THREATEN"})
_VIOLENCE: Final = words_of("extract.othersenses.violence") - {"war"}
_STRUCK: Final = ("ASSAULT", (), "190")
_PUNISHED: Final = ("SANCTION", ("discontinue",), "163")


def restrained(act: Act) -> Act:
    """The act with the type of the hostile step that its words say will not be taken; a request that is turned down stays a refusal."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type not in _MISTAKEN or withheld(sentence, verb) is None:
        return act
    kind, modes, cameo = _step(sentence, verb) or _PUNISHED
    return replace(act, type=kind, modes=modes, cameo=cameo)


def is_restrained(act: Act) -> bool:
    """Whether an act is a hostile step that somebody says will not be taken."""
    return act.type in _HOSTILE and withheld(act.sentence, act.sentence.tokens[act.head]) is not None


def withheld(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The word by which somebody says that he will not take a hostile step: the "not" of "will **not** retaliate", the "no" of "**no** plans to retaliate".

    What nobody has done ("has not retaliated") is told by its tense and needs no saying.
    """
    word = _refusal(sentence, verb) if verb.pos == "VERB" else None
    return word if word is not None and _step(sentence, verb) is not None else None


def _refusal(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The word by which somebody says that he will not do what a verb tells, whatever that is."""
    negation = next((t for t in sentence.kids(verb.i, "neg") if t.i < verb.i), None)
    if negation is not None and any(t.tag == "MD" for t in sentence.kids(verb.i, "aux")):
        return negation
    above = sentence.tokens[verb.head]
    over = sentence.tokens[above.head] if above.lower == "of" else above
    return not_planned(sentence, over) if verb.dep in {"xcomp", "acl", "pcomp", "pobj"} else None


def requital_withheld(sentence: ParsedSentence, verb: Token) -> str | None:
    """The type of requital that is withheld, whatever its object: "would not retaliate", "will not respond with tariffs"."""
    step = _requital(sentence, verb)
    return step[0] if step is not None and withheld(sentence, verb) is not None else None


def _step(sentence: ParsedSentence, verb: Token) -> tuple[str, tuple[str, ...], str] | None:
    """The hostile step that a verb tells, ``None`` where it tells none: requital, else what it is by the lexicon."""
    if (requital := _requital(sentence, verb)) is not None:
        return requital
    sense = lexicon_coder().sense(sentence, verb)
    if sense is None or sense.type not in _HOSTILE or sense.pos != "VERB" or "not" in sense.particles:
        return None
    return sense.type, tuple(sense.modes), sense.cameo


def _requital(sentence: ParsedSentence, verb: Token) -> tuple[str, tuple[str, ...], str] | None:
    """What a verb does that answers or punishes: "retaliate", "strike back", "respond **with tariffs**", "impose **countermeasures**"."""
    back = any(t.lower == "back" for t in sentence.kids(verb.i, "prt", "advmod"))
    if verb.lower in _RETALIATING or (verb.lower in _STRIKING and back):
        return _STRUCK if any(t.lower in _VIOLENCE and t.i != verb.i for t in sentence.tokens) else _PUNISHED
    penalties = sentence.kids(verb.i, "dobj", "nsubjpass") if verb.lower in _IMPOSING else []
    penalties = governed(sentence, [verb.i], "with", "by") if verb.lower in _ANSWERING else penalties
    return _PUNISHED if any(t.lower in _PENALTIES for t in penalties) else None
