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
from dateline.extract.rulings import by_ruling
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
_REGRET: Final = forms_of_verbs("regret") | {"regret", "regrets"}
_AT: Final = frozenset({"at", "over", "about"})
_OWN: Final = frozenset({"its", "his", "her", "their", "our", "my"})
_STEPS: Final = forms_of_nouns(text_of("extract.retyped.steps"))
_EVACUATING: Final = forms_of_verbs("evacuate airlift") | {"evacuation", "airlift"}
_MISSIONS: Final = forms_of_nouns(text_of("extract.retyped.missions"))
_BREAKING: Final = forms_of_verbs("violate breach break flout") | forms_of_nouns("violation breach")
_TRUCES: Final = forms_of_nouns("truce ceasefire armistice peace")
#: What a truce is of where no shot is fired: "the **tariff** truce".
_OF_TRADE: Final = frozenset("trade tariff tariffs customs commercial price currency economic export import".split())
_SUICIDAL: Final = words_of("extract.retyped.suicidal")
#: Verbs of what a deed does to people, beside the word for the deed.
HURTING: Final = forms_of_verbs("kill wound injure maim")


def retyped(acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence with the types and modes that their form leaves them; without those that only say that somebody did likewise."""
    ruled = [one for act in acts if (one := by_ruling(_breach(_undoing(act, acts)), acts)) is not None]
    found = [_between_two(_with_violence_meant(_in_arms(act))) for act in ruled]
    found = [_of_mission(_regretting(act, found)) for act in found]
    found = [_by_living(_outcome(act, found)) for act in found]
    found = [one for act in found if (one := by_what_is_hit(typed_by_battle(in_custody(act)), found)) is not None]
    return [one for act in found if (one := _likewise(act, found)) is not None]


def _breach(act: Act) -> Act:
    """A truce in trade broken ("**violated** the tariff truce"): an agreement that is not kept, and no blow."""
    sentence = act.sentence
    if act.type != "ASSAULT" or sentence.tokens[act.head].lower not in _BREAKING:
        return act
    objects = [t for t in sentence.kids(act.head, "dobj", "nsubjpass") if t.lower in _TRUCES]
    objects += [t for of in sentence.kids(act.head, "prep") if of.lower == "of" for t in sentence.kids(of.i, "pobj") if t.lower in _TRUCES]
    in_trade = any(not _OF_TRADE.isdisjoint(sentence.tokens[i].lower for i in sentence.subtree(t.i)) for t in objects)
    return replace(act, type="REJECT", modes=()) if in_trade else act


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


def _regretting(act: Act, acts: Sequence[Act]) -> Act:
    """Regret at a step that somebody else took reproaches it: "voiced regret **at the recall**", "expressed regret that **Oslo** had left"; regret for
    one's own deeds or words, or at deaths, concedes."""
    sentence = act.sentence
    regret = _regret(sentence, act.head) if act.type == "CONCEDE" else None
    if regret is None:
        return act
    over = {regret.i, act.head, regret.head if regret.dep == "dobj" else regret.i}
    links = [t for i in over for t in sentence.kids(i, "prep") if t.lower in _AT]
    steps = [t for link in links for t in sentence.kids(link.i, "pobj")] or sentence.kids(regret.i, "dobj")
    anothers = any(t.lower in _STEPS and not any(one.lower in _OWN for one in sentence.kids(t.i, "poss")) for t in steps)
    clauses = {t.i for i in over for t in sentence.kids(i, "acl", "ccomp", "relcl", "advcl")}
    done = any(one.head in clauses and one.type in _HOSTILE - {"ASSAULT"} and _names_doer(act, one) for one in acts)
    return replace(act, type="ACCUSE", modes=("disapprove",), cameo="111") if anothers or done else act


def _regret(sentence: ParsedSentence, head: int) -> Token | None:
    """The word for regret in an act: its verb, or the object of its verb."""
    if sentence.tokens[head].lower in _REGRET:
        return sentence.tokens[head]
    return next((t for t in sentence.kids(head, "dobj") if t.lower in _REGRET), None)


def _names_doer(act: Act, other: Act) -> bool:
    """Whether an act is done by somebody named who is not the actor of another."""
    return any(i not in act.actors and act.sentence.tokens[i].pos in {"PROPN", "NOUN"} for i in other.actors)


def _of_mission(act: Act) -> Act:
    """A state that evacuates its own mission breaks off what it has there (codebook, section Evacuation): "the evacuation of its **embassy**"."""
    sentence = act.sentence
    word = sentence.tokens[act.head]
    if act.type != "AID" or word.lower not in _EVACUATING:
        return act
    taken = [t for link in sentence.kids(word.i, "prep") if link.lower == "of" for t in sentence.kids(link.i, "pobj")] or sentence.kids(word.i, "dobj", "nsubjpass")
    own = not act.actors or any(one.lower in _OWN for t in taken for one in sentence.kids(t.i, "poss"))
    at_home = own and any(t.lower in _MISSIONS or any(one.lower in _MISSIONS for one in sentence.kids(t.i, "compound", "amod")) for t in taken)
    return replace(act, type="SANCTION", modes=("withdraw",), cameo="1663") if at_home else act


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
