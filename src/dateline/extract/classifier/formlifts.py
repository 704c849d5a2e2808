"""More forms that tell an act by themselves (as :mod:`dateline.extract.classifier.lifts`): propaganda over a border, embassies that are closed, cabinets that
are convened, disputes brought before a court of trade, police against a crowd."""

from __future__ import annotations

from typing import Final

from dateline.extract.classifier.lifts import Lift, lift_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.wordtypes import faces_crowd
from dateline.extract.worldly import CLOSING, MISSIONS, is_propaganda, makes_off
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_AIRING: Final = forms_of_verbs(text_of("extract.formlifts.airing"))
_STANDING: Final = forms_of_verbs("be remain stay")
_CONVENING: Final = forms_of_verbs("convene")
_COUNCILS: Final = forms_of_nouns(text_of("extract.formlifts.councils"))
_BRINGING: Final = forms_of_verbs(text_of("extract.formlifts.bringing"))
_DISPUTES: Final = forms_of_nouns(text_of("extract.formlifts.disputes"))
_BEFORE: Final = frozenset({"at", "with", "before", "to"})


def allowed(sentence: ParsedSentence, token: Token) -> Lift | None:
    """What a form of either module allows at a word."""
    return lift_of(sentence, token) or next((lift for form in _FORMS if (lift := form(sentence, token)) is not None), None)


def _airs_propaganda(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"resumed propaganda **broadcasts**", "**switched** on its loudspeakers"."""
    if token.pos == "VERB" and token.lower in _AIRING:
        on = [t.i for t in sentence.kids(token.i, "prep") if t.lower == "on"]
        aired = tuple(t.i for i in (token.i, *on) for t in sentence.kids(i, "dobj", "pobj") if is_propaganda(sentence, t))
        spoken = any(sentence.tokens[i].lower.startswith("loudspeaker") for i in aired)
        return Lift(0.15, "COERCE") if aired and spoken else None
    if token.dep not in {"dobj", "nsubjpass"} or token.lower.startswith("loudspeaker") or not is_propaganda(sentence, token):
        return None
    verb = sentence.tokens[token.head]
    return Lift(0.15, "COERCE", (verb.i,)) if verb.lower in _AIRING and not sentence.kids(verb.i, "neg") else None


def _is_closed(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"the embassy is **closed**", "its consulate remains **shut**"."""
    if token.lower not in CLOSING:
        return None
    above = sentence.tokens[token.head]
    stands = token.dep in {"acomp", "oprd"} and above.lower in _STANDING
    helping = sentence.kids(token.i, "auxpass")
    subjects = [t for i in (above.i if stands else token.i, *(one.i for one in helping)) for t in sentence.kids(i, "nsubj", "nsubjpass")]
    return Lift(0.15, "SANCTION") if (stands or helping) and any(t.lower in MISSIONS for t in subjects) else None


def _convenes(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"**convened** his war cabinet", "parliament was **convened**"; a session that is convened is the act itself."""
    if token.lower not in _CONVENING or token.pos != "VERB" or token.dep == "xcomp":
        return None
    return Lift(0.2, "CONSULT") if any(t.lower in _COUNCILS for t in sentence.kids(token.i, "dobj", "nsubjpass")) else None


def _goes_to_law(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"launched a **dispute** at the World Trade Organization"."""
    verb = sentence.tokens[token.head]
    if token.lower not in _DISPUTES or token.dep not in {"dobj", "nsubjpass"} or verb.lower not in _BRINGING:
        return None
    links = [t for i in (verb.i, token.i) for t in sentence.kids(i, "prep") if t.lower in _BEFORE]
    body = any(t.tag.startswith("NNP") for link in links for t in sentence.kids(link.i, "pobj"))
    return Lift(0.25, "ACCUSE", (verb.i,)) if body else None


def _carries_off(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"**made** off with 14 pupils"."""
    return Lift(0.3, "ASSAULT") if token.pos == "VERB" and makes_off(sentence, token) else None


def _stands_against(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"police **confronted** the marchers"."""
    return Lift(0.15, "MOBILIZE") if faces_crowd(sentence, token) else None


_FORMS: Final = (_airs_propaganda, _is_closed, _convenes, _goes_to_law, _carries_off, _stands_against)
