"""Forms that tell an act by themselves, so that a coder's fair suspicion is enough: "**convened** a summit", "struck a **deal**".

A coder that has seen few sentences of such a form gives its words a probability just below the threshold. A form names the words, how likely the coder
must find them, and the type where the form leaves no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_CONVENING: Final = forms_of_verbs("convene call summon")
_SITTINGS: Final = forms_of_nouns(text_of("extract.lifts.sittings"))
_IMPOSING: Final = forms_of_verbs("impose levy slap")
_PENALTIES: Final = forms_of_nouns(text_of("extract.lifts.penalties"))
_MODALS: Final = frozenset({"could", "may", "might"})
_WARNING: Final = forms_of_verbs("warn threaten vow")
_STRIKING: Final = forms_of_verbs("strike clinch ink")
_DEALS: Final = forms_of_nouns("deal accord pact agreement bargain truce")
#: To whom bills are brought that are to be passed.
LAWMAKERS: Final = forms_of_nouns(text_of("extract.lifts.lawmakers"))
_PAYING_OUT: Final = forms_of_verbs(text_of("extract.lifts.paying_out"))
_INSTALMENTS: Final = forms_of_nouns(text_of("extract.lifts.instalments"))
_FREEZING: Final = forms_of_verbs("freeze withhold suspend block seize")
_BACKING: Final = forms_of_nouns(text_of("extract.lifts.backing"))
_REAFFIRMING: Final = forms_of_verbs(text_of("extract.lifts.reaffirming"))


@dataclass(frozen=True, slots=True)
class Lift:
    """What a form allows.

    Attributes:
        floor: the least probability of an act.
        type: the act's type where the form settles it, ``None``: the coder's.
        unless: words of which none may be an act itself.
        like: the word that tells what it does, where it is a word that stands for another ("has not **done** so").
    """

    floor: float
    type: str | None = None
    unless: tuple[int, ...] = ()
    like: int | None = None


#: Words less likely than this are lifted by no form.
LEAST: Final = 0.15


def lift_of(sentence: ParsedSentence, token: Token) -> Lift | None:
    """What the form of a sentence allows at a word, ``None`` where it is none of these forms."""
    return next((lift for form in _FORMS if (lift := form(sentence, token)) is not None), None)


def _called_together(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"has convened a **summit** for Wednesday", "called an extraordinary **session**"."""
    verb = sentence.tokens[token.head]
    if token.lower not in _SITTINGS or token.dep not in {"dobj", "nsubjpass"} or verb.lower not in _CONVENING or verb.pos != "VERB" or verb.dep == "xcomp":
        return None
    if any(t.lower in {"for", "off", "on", "out"} and t.i < token.i for t in sentence.kids(verb.i, "prt", "prep")):
        return None
    return Lift(0.2, None, (verb.i,))


def _may_punish(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"could impose new **sanctions**"."""
    verb = sentence.tokens[token.head]
    if token.lower not in _PENALTIES or token.dep != "dobj" or verb.lower not in _IMPOSING:
        return None
    if verb.dep == "ccomp" and sentence.tokens[verb.head].lower in _WARNING:
        return None
    return Lift(0.3, None, (verb.i,)) if any(t.lower in _MODALS for t in sentence.kids(verb.i, "aux")) else None


def _agreed(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"socialists **strike** amnesty deal with separatists"."""
    if token.lower not in _STRIKING or token.pos != "VERB":
        return None
    deals = tuple(t.i for t in sentence.kids(token.i, "dobj") if t.lower in _DEALS)
    return Lift(0.4, None, deals) if deals and token.dep != "xcomp" else None


def _pays_out(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"a second **tranche** could be released"; where the sentence says that money was frozen its release may end that."""
    if token.lower not in _PAYING_OUT or token.pos != "VERB" or not any(t.lower in _INSTALMENTS for t in sentence.kids(token.i, "dobj", "nsubjpass")):
        return None
    return Lift(0.25, None if any(t.lower in _FREEZING for t in sentence.tokens) else "AID")


def _stands_by(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"**reaffirmed** what he called an unshakeable commitment"."""
    if token.lower not in _REAFFIRMING or token.pos != "VERB":
        return None
    named = [t for clause in sentence.kids(token.i, "ccomp", "dobj") for t in (clause, *sentence.kids(clause.i, "oprd", "dobj"))]
    backing = tuple(t.i for t in named if t.lower in _BACKING)
    return Lift(0.3, "SUPPORT", backing) if backing else None


_FORMS: Final = (
    _called_together, _may_punish, _agreed, _pays_out, _stands_by,
)  # fmt: skip
