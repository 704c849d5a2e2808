"""What somebody sees, or has, others do: "Belgium **saw** Rwanda expel its diplomats", "Peru **had** its ships seized", "**had** three editors jailed"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, governed, verb_arguments
from dateline.extract.calendarnames import MONTHS
from dateline.extract.clauses.parties import HARMING, Parties, arguments_of, first_verb, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS
from dateline.ontology.inflect import forms_of_verbs

#: Who only sees or hears what others do ("**saw** Rwanda expel its diplomats").
_PERCEIVING: Final = forms_of_verbs("see watch hear witness observe")
_HAVING: Final = forms_of_verbs("have")
_ITS_OWN: Final = frozenset({"its", "their", "his", "her", "our", "my"})
#: Owners that are states or bodies: what they "had seized" was taken from them; "**his** rivals arrested" is his own doing.
_BODYS_OWN: Final = frozenset({"its", "their", "our"})
#: What is done to one's own by oneself ("had its envoy **withdrawn**").
_TAKEN_BACK: Final = frozenset("withdrawn recalled removed evacuated repatriated replaced".split())


def perceived(act: Act) -> Parties | None:
    """What somebody sees others do: "Belgium **saw** Rwanda expel its diplomats", "Spain **saw** its envoy expelled", "Peru **had** its ships seized"."""
    sentence, clause = act.sentence, first_verb(act.sentence, act.head)
    if clause.pos != "VERB":
        return None
    above = sentence.tokens[clause.head]
    if clause.dep == "acl":
        above = sentence.tokens[above.head] if above.dep == "dobj" else above
    perceiving = above.lower in _PERCEIVING
    if above.i == clause.i or not (perceiving or above.lower in _HAVING) or clause.dep not in {"ccomp", "acl", "xcomp"}:
        return None
    if clause.tag not in {"VB", "VBG", "VBN", "VBD"} or sentence.kids(clause.i, "aux", "auxpass", "mark"):
        return None
    perceivers = expand(sentence, verb_arguments(sentence, above.i).subjects)
    things = sentence.kids(clause.i, *SUBJECTS) or (sentence.tokens[clause.head],)
    if clause.tag in {"VBN", "VBD"}:
        return _undergone(act, perceivers, things, perceiving=perceiving)
    return _watched(act, perceivers, things) if perceiving and clause.dep == "ccomp" else None


def _watched(act: Act, perceivers: tuple[int, ...], things: Sequence[Token]) -> Parties:
    """The parties of what others are seen to do; whoever looks on is its recipient where nobody else is, or where it is done to what he owns."""
    sentence = act.sentence
    doers = expand(sentence, [t.i for t in things])
    out = phrase_of(sentence, doers)
    owned = frozenset(o.i for o in sentence.kids(act.head, "dobj") for t in sentence.kids(o.i, "poss") if t.lower in _ITS_OWN)
    rest = tuple(i for i in act.recipients if i not in perceivers and i not in out and i not in owned)
    seeing = tuple(i for i in perceivers if _is_party(sentence.tokens[i])) if owned or not rest else ()
    return Parties(doers, (*seeing, *rest), phrase_of(sentence, perceivers), out)


def _undergone(act: Act, perceivers: tuple[int, ...], things: Sequence[Token], *, perceiving: bool) -> Parties | None:
    """The parties of what is seen to be done to one's own; "had three editors jailed" is one's own doing."""
    sentence = act.sentence
    by = arguments_of(sentence, act.head).by
    owned = any(t.lower in (_ITS_OWN if perceiving else _BODYS_OWN) for thing in _counted(sentence, things) for t in sentence.kids(thing.i, "poss"))
    if act.type not in HARMING or not (perceiving or owned or not by):
        return None
    undergoing = phrase_of(sentence, [t.i for t in things])
    if not perceiving and (not owned or sentence.tokens[act.head].lower in _TAKEN_BACK):
        return Parties((*perceivers, *act.actors), act.recipients, undergoing, phrase_of(sentence, perceivers))
    seeing = tuple(i for i in perceivers if owned and _is_party(sentence.tokens[i]))
    return Parties((*by, *act.actors), (*seeing, *act.recipients), phrase_of(sentence, perceivers) | undergoing)


def _counted(sentence: ParsedSentence, things: Sequence[Token]) -> list[Token]:
    """Things with what they count: "**two** of its **diplomats**"."""
    return [*things, *governed(sentence, [t.i for t in things], "of")]


def _is_party(token: Token) -> bool:
    """Whether a word that sees may stand for a party, and not for a time ("the summer saw ...")."""
    return (token.tag.startswith("NNP") and token.lower not in MONTHS) or token.tag == "PRP"
