"""Types and modes that the form of a clause settles, whatever a coder makes of its words: decisions revoked, arms taken up, outcomes of a deed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import is_passive
from dateline.extract.battles import typed_by_battle
from dateline.extract.custody import in_custody
from dateline.extract.lexical import lexicon_coder
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import TENSED
from dateline.extract.worldly import by_what_is_hit
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_UNDOING: Final = forms_of_verbs(text_of("extract.retyped.undoing"))
_DECISIONS: Final = forms_of_nouns(text_of("extract.retyped.decisions"))
_HOSTILE: Final = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
_TAKING: Final = forms_of_verbs("take pick")
_GOING_BACK: Final = forms_of_verbs("return resort")
_ARMS: Final = frozenset({"arms", "weapons"})
_FOLLOWING: Final = forms_of_verbs("follow")
_WITHHOLDING: Final = forms_of_verbs(text_of("extract.retyped.withholding"))
_MEETING: Final = forms_of_verbs("meet speak talk")
_SUICIDAL: Final = words_of("extract.retyped.suicidal")
#: Verbs of what a deed does to people, beside the word for the deed.
HURTING: Final = forms_of_verbs("kill wound injure maim")


def retyped(acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence with the types and modes that their form leaves them; without those that only say that somebody did likewise."""
    found = [_between_two(_with_violence_meant(_in_arms(_undoing(act, acts)))) for act in acts]
    found = [_by_living(_outcome(act, found)) for act in found]
    found = [one for act in found if (one := by_what_is_hit(typed_by_battle(in_custody(act)), found)) is not None]
    return [one for act in found if (one := _likewise(act, found)) is not None]


def _undoing(act: Act, acts: Sequence[Act]) -> Act:
    """A coercive decision taken back: "**revoked** its decision to withdraw the licences" concedes; "revoked the licence" does not."""
    sentence = act.sentence
    if act.type not in {"SANCTION", "COERCE"} or sentence.tokens[act.head].lower not in _UNDOING:
        return act
    objects = [t for t in sentence.kids(act.head, "dobj", "nsubjpass") if t.lower in _DECISIONS]
    inside = {i for t in objects for i in sentence.subtree(t.i)}
    if any(one is not act and one.head in inside and one.type in _HOSTILE for one in acts):
        return replace(act, type="CONCEDE", modes=())
    return act


def _in_arms(act: Act) -> Act:
    """Who "**took up** arms" or "**returned** to arms" has laid none down."""
    sentence = act.sentence
    verb = sentence.tokens[act.head]
    if act.type != "RETREAT" or verb.pos != "VERB":
        return act
    taken = verb.lower in _TAKING and any(t.lower == "up" for t in sentence.kids(verb.i, "prt"))
    armed = taken and any(t.lower in _ARMS and not sentence.kids(t.i, "det", "poss") for t in sentence.kids(verb.i, "dobj"))
    links = [t for t in sentence.kids(verb.i, "prep") if t.lower == "to"] if verb.lower in _GOING_BACK else []
    armed = armed or any(t.lower in _ARMS for link in links for t in sentence.kids(link.i, "pobj"))
    return replace(act, type="MOBILIZE", modes=()) if armed else act


def _with_violence_meant(act: Act) -> Act:
    """A threat without the mode of violence where what is threatened is to withhold or to break off: "vowed to **hold up** the jets"."""
    if act.type != "THREATEN" or "violence" not in act.modes:
        return act
    sentence = act.sentence
    meant = [t for t in sentence.kids(act.head, "xcomp", "ccomp") if t.pos == "VERB"]
    if len(meant) != 1 or sentence.kids(meant[0].i, "conj") or not _withholds(sentence, meant[0]):
        return act
    return _without(act, "violence")


def _without(act: Act, mode: str) -> Act:
    """The act without one of its modes."""
    return replace(act, modes=tuple(one for one in act.modes if one != mode))


def _withholds(sentence: ParsedSentence, verb: Token) -> bool:
    sense = lexicon_coder().sense(sentence, verb)
    return verb.lower in _WITHHOLDING or (sense is not None and sense.type == "SANCTION")


def _between_two(act: Act) -> Act:
    """A meeting without a third party where the sentence names neither host nor place: "**met** with the general twice"."""
    sentence = act.sentence
    if act.type != "CONSULT" or "third-party" not in act.modes or sentence.tokens[act.head].lower not in _MEETING or act.places:
        return act
    parties = {*act.actors, *act.recipients}
    others = [t for t in sentence.tokens if t.dep in {"pobj", "poss"} and t.pos in {"PROPN", "NOUN"} and t.i not in parties and t.i > act.head]
    met = bool(sentence.kids(act.head, "dobj")) or any(t.lower == "with" for t in sentence.kids(act.head, "prep"))
    return act if others or not met else _without(act, "third-party")


def _outcome(act: Act, acts: Sequence[Act]) -> Act:
    """An outcome has the modes of its deed: "clubbed the crowd, **killing** a vendor"; 43 of 44 such pairs in the corpus have the same."""
    verb = act.sentence.tokens[act.head]
    if act.type != "ASSAULT" or verb.tag != "VBG" or verb.dep != "advcl" or verb.lower not in HURTING or verb.head > verb.i:
        return act
    deeds = [one for one in acts if one.type == "ASSAULT" and one.head < act.head and verb.head in {one.head, act.sentence.tokens[one.head].head}]
    return replace(act, modes=deeds[-1].modes) if deeds and deeds[-1].modes else act


def _by_living(act: Act) -> Act:
    """A blast without a word of who died of his own is none of a suicide attacker: none of 84 such acts in the corpus."""
    if "suicide-attack" not in act.modes or any(t.lower in _SUICIDAL for t in act.sentence.tokens):
        return act
    return _without(act, "suicide-attack")


def _likewise(act: Act, acts: Sequence[Act]) -> Act | None:
    """"Nicaragua **followed**" did what the sentence told before; where it told nothing it tells no act of its own."""
    sentence = act.sentence
    verb = sentence.tokens[act.head]
    if verb.lower not in _FOLLOWING or verb.tag not in TENSED or is_passive(sentence, verb):
        return act
    if sentence.kids(verb.i, "dobj", "ccomp", "prep", "dative") or not sentence.kids(verb.i, "nsubj"):
        return act
    before = [one for one in acts if one.head < act.head]
    return replace(act, type=before[-1].type, modes=before[-1].modes) if before else None
