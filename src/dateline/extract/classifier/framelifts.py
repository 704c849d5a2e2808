"""Frames of verb, noun and party that tell an act together, however unlikely a coder finds each word: days **given** to somebody to go, a state **held**
answerable, an **order** that nobody may leave, an ally **told** to count on another, somebody **kept** supplied, a commission that two states **set** up, a colonel
who **assumes** power, firms that are **added** to a list of sanctions,
requital that is withheld, blows that are struck with tariffs, loans and
sales that are cleared.

As :mod:`dateline.extract.classifier.lifts`; each frame is looked at only for its few verbs or nouns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from dateline.extract.arguments import governed, verb_arguments
from dateline.extract.classifier.idiomlifts import contents_of, is_infinitive
from dateline.extract.classifier.lifts import Lift
from dateline.extract.clauses.asked import has_to
from dateline.extract.clauses.nations import nations_among, nations_of
from dateline.extract.clearances import CLEARING, clearance
from dateline.extract.economicblows import BLOWS, TAKING, blow_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.restraint import REQUITING, requital_withheld, withheld
from dateline.extract.sanctionlists import LISTING, change_of
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_TERMS: Final = forms_of_nouns("minute hour day week fortnight month")
_YIELDING: Final = forms_of_verbs(text_of("extract.framelifts.yielding"))
_LIABLE: Final = words_of("extract.framelifts.liable")
_JUDGES: Final = forms_of_nouns("judge court tribunal jury magistrate")
#: What a court holds a state to have done, or that there has been.
_BREACHES: Final = forms_of_verbs(text_of("extract.clauses.breached.breaching")) | forms_of_nouns(text_of("extract.clauses.breached.breaches"))
_NOBODY: Final = frozenset({"no", "none", "nobody", "neither"})
_ALLOWING: Final = frozenset({"may", "can", "shall", "must", "could", "should"})
_RELYING: Final = forms_of_verbs("count rely depend")
_STOCKED: Final = words_of("extract.framelifts.stocked")
_JOINT_BODIES: Final = forms_of_nouns(text_of("extract.framelifts.joint_bodies"))
_PAIR: Final = words_of("extract.framelifts.pair")
_STATES: Final = forms_of_nouns(text_of("extract.framelifts.states"))

_POWER: Final = forms_of_nouns(text_of("extract.framelifts.power"))
_WHOLE: Final = words_of("extract.framelifts.whole")
_REALM: Final = forms_of_nouns(text_of("extract.framelifts.realm"))
_USURPERS: Final = forms_of_nouns(text_of("extract.framelifts.usurpers"))


def framed(sentence: ParsedSentence, token: Token) -> Lift | None:
    """What a frame allows at its verb or noun, which is no infinitive: those tell what is only meant, unless it is what somebody does not mean to do."""
    frames = _FRAMES.get(token.lower, ())
    if not frames or (is_infinitive(sentence, token) and withheld(sentence, token) is None):
        return None
    return next((lift for frame in frames if (lift := frame(sentence, token)) is not None), None)


def _sets_term(sentence: ParsedSentence, verb: Token) -> Lift | None:
    """"**gave** him a day to go", "was **given** a week to withdraw": an ultimatum, to a person or a state."""
    given = [t for t in sentence.kids(verb.i, "dobj", "npadvmod") if t.lower in _TERMS]
    aims = [t for one in (verb, *given) for t in sentence.kids(one.i, "relcl", "acl", "advcl", "xcomp", "ccomp")]
    if not given or not any(t.lower in _YIELDING and t.tag == "VB" for t in aims):
        return None
    told = [*sentence.kids(verb.i, "dative", "nsubjpass"), *(t for t in sentence.kids(verb.i, "dobj") if t not in given)]
    doers = verb_arguments(sentence, verb.i).subjects
    if not any(t.tag == "PRP" or nations_of(sentence, t.i) for t in told) and not nations_among(sentence, doers):
        return None
    return Lift(0.0, "THREATEN", contents_of(sentence, verb))


def _holds_liable(sentence: ParsedSentence, verb: Token) -> Lift | None:
    """"**holds** Peru answerable for the deaths", "**held** him to account", however the parser reads the words behind the verb; judges sentence so."""
    doers = [sentence.tokens[i] for i in verb_arguments(sentence, verb.i).subjects]
    if any(one.lower in _JUDGES for t in doers for one in (t, *sentence.kids(t.i, "compound"), *governed(sentence, [t.i], "of"))):
        return None
    behind = sentence.kids(verb.i, "ccomp", "xcomp", "oprd", "acomp", "dobj")
    liable = [t for t in behind if t.lower in _LIABLE or (t.lower == "account" and has_to(sentence, t))]
    liable += [t for t in governed(sentence, [verb.i], "to") if t.lower == "account"]
    named = [*(one for t in liable for one in sentence.kids(t.i, "nsubj", "compound")), *sentence.kids(verb.i, "dobj", "nsubjpass")]
    held = any(nations_of(sentence, t.i) or t.tag[:3] in {"NNP", "PRP"} or t.tag in {"NN", "NNS"} for t in named if t not in liable)
    return Lift(0.0, "ACCUSE", contents_of(sentence, verb)) if liable and held else None


def _holds(sentence: ParsedSentence, verb: Token) -> Lift | None:
    return _finds_breach(sentence, verb) or _holds_liable(sentence, verb)


def _finds_breach(sentence: ParsedSentence, verb: Token) -> Lift | None:
    """"**Holds** that there has been a violation of Article 3", a clause of a court's decision, whose subject stands above it."""
    if verb.i or sentence.kids(verb.i, "nsubj", "neg"):
        return None
    for clause in sentence.kids(verb.i, "ccomp"):
        told = [clause, *(sentence.kids(clause.i, "attr", "dobj") if sentence.kids(clause.i, "expl") else ())]
        breach = [t for t in told if t.lower in _BREACHES and not any(one.lower == "no" for one in sentence.kids(t.i, "det"))]
        if breach and not sentence.kids(clause.i, "neg"):
            return Lift(0.0, "SANCTION", (*contents_of(sentence, verb), *(t.i for t in breach)))
    return None


def _backs_in_words(sentence: ParsedSentence, verb: Token) -> Lift | None:
    """"**told** the president that he could count on Oslo"."""
    told = [t for t in sentence.kids(verb.i, "ccomp") if t.lower in _RELYING and not sentence.kids(t.i, "neg")]
    on = [t for t in governed(sentence, [t.i for t in told], "on", "upon") if nations_of(sentence, t.i) or t.tag == "PRP"]
    able = any(one.lower in {"can", "could"} for t in told for one in sentence.kids(t.i, "aux"))
    return Lift(0.0, "SUPPORT", tuple(t.i for t in told)) if on and able and sentence.kids(verb.i, "dobj", "dative") else None


def _forbids(sentence: ParsedSentence, noun: Token) -> Lift | None:
    """"an **order** that no Chilean may leave the country"."""
    for clause in sentence.kids(noun.i, "acl", "ccomp", "relcl"):
        helping = any(t.lower in _ALLOWING for t in sentence.kids(clause.i, "aux"))
        nobody = any(t.lower in _NOBODY or any(one.lower in _NOBODY for one in sentence.kids(t.i, "det")) for t in sentence.kids(clause.i, "nsubj", "nsubjpass"))
        if helping and (nobody or sentence.kids(clause.i, "neg")) and any(t.lower == "that" for t in sentence.kids(clause.i, "mark")):
            return Lift(0.0, "COERCE", (clause.i, noun.head))
    return None


def _keeps_stocked(sentence: ParsedSentence, verb: Token) -> Lift | None:
    """"**kept** Chad's depots supplied", "**kept** the army's tanks full"."""
    kept = sentence.kids(verb.i, "dobj")
    behind = [*sentence.kids(verb.i, "oprd", "acomp", "xcomp", "ccomp"), *(one for t in kept for one in sentence.kids(t.i, "acl", "amod") if one.i > t.i)]
    full = any(t.lower in _STOCKED for t in behind)
    named = [*kept, *(one for t in behind for one in sentence.kids(t.i, "nsubj", "nsubjpass"))]
    owned = any(nations_of(sentence, one.i) or one.tag == "NNP" for t in named for one in (t, *sentence.kids(t.i, "poss")))
    return Lift(0.0, "AID", contents_of(sentence, verb)) if full and owned and verb_arguments(sentence, verb.i).subjects else None


def _founds_together(sentence: ParsedSentence, verb: Token) -> Lift | None:
    """"Chad and Niger **set** up a joint commission", "the two neighbours **founded** a bank"."""
    bodies = [t for t in sentence.kids(verb.i, "dobj", "nsubjpass") if t.lower in _JOINT_BODIES]
    if not bodies or (verb.lower in {"set", "sets", "setting"} and not any(t.lower == "up" for t in sentence.kids(verb.i, "prt", "advmod"))):
        return None
    doers = verb_arguments(sentence, verb.i).subjects
    countries = nations_among(sentence, (*doers, *(t.i for t in governed(sentence, [verb.i, *(t.i for t in bodies)], "with"))))
    words = [sentence.tokens[i] for i in doers]
    pair = any(any(one.lower in _PAIR for one in sentence.kids(t.i, "nummod", "det", "amod")) and t.lower in _STATES for t in words)
    pair = pair or any(t.lower == "both" for t in words)
    return Lift(0.0, "COOPERATE", (*contents_of(sentence, verb), *(t.i for t in bodies))) if len(countries) > 1 or pair else None


def _takes_power(sentence: ParsedSentence, verb: Token) -> Lift | None:
    """"General Ruiz said that he was **assuming** power", "soldiers **took** control of the country"; a premier who takes power has been elected."""
    taken = [t for t in sentence.kids(verb.i, "dobj", "nsubjpass") if t.lower in _POWER]
    if not taken:
        return None
    whole = any(one.lower in _WHOLE for t in taken for one in sentence.kids(t.i, "amod", "compound"))
    of_state = any(t.lower in _REALM for t in governed(sentence, [verb.i, *(t.i for t in taken)], "of", "over"))
    if not (whole or of_state or all(t.lower in {"power", "powers"} and not governed(sentence, [t.i], "of", "over") for t in taken)):
        return None
    doers = [sentence.tokens[i] for i in verb_arguments(sentence, verb.i).subjects]
    over = sentence.tokens[verb.head]
    if verb.dep == "ccomp" and all(t.tag == "PRP" for t in doers):
        doers = [sentence.tokens[i] for i in verb_arguments(sentence, over.i).subjects]
    words = [one for t in doers for one in (t, *sentence.kids(t.i, "compound", "nmod", "appos"))]
    return Lift(0.0, "COERCE", tuple(t.i for t in taken)) if any(t.lower in _USURPERS for t in words) or (whole and verb.dep == "ccomp") else None


def _changes_list(sentence: ParsedSentence, word: Token) -> Lift | None:
    """"**added** two firms to its sanctions list", "OFAC **designated** 14 vessels", "**removed** from the consolidated list"."""
    kind = change_of(sentence, word)
    return Lift(0.0, kind[0], (*contents_of(sentence, word), *(() if word.pos == "VERB" else (word.head,)))) if kind is not None else None


def _restrains(sentence: ParsedSentence, verb: Token) -> Lift | None:
    """"it would not **retaliate**", "has no plans to **impose** countermeasures"."""
    kind = requital_withheld(sentence, verb)
    return Lift(0.0, kind) if kind is not None else None


def _strikes(sentence: ParsedSentence, verb: Token) -> Lift | None:
    """"**takes** a swipe at Thai yards with port fees", "**targets** Thai chipmakers"."""
    blow = blow_of(sentence, verb)
    return Lift(0.0, blow[0], (*contents_of(sentence, verb), *(() if blow[1] == verb.i else (blow[1],)))) if blow is not None else None


def _clears(sentence: ParsedSentence, verb: Token) -> Lift | None:
    """"the IMF **completed** the second review", "**approving** a possible arms sale to Chile"."""
    kind = clearance(sentence, verb)
    return Lift(0.0, kind, contents_of(sentence, verb)) if kind is not None else None


def _frames() -> Mapping[str, tuple[Callable[[ParsedSentence, Token], Lift | None], ...]]:
    frames = {
        **dict.fromkeys(forms_of_verbs("give"), _sets_term),
        **dict.fromkeys(forms_of_verbs("hold"), _holds),
        **dict.fromkeys(("find", "finds", "declares"), _finds_breach),
        **dict.fromkeys(forms_of_verbs("tell assure"), _backs_in_words),
        **dict.fromkeys(forms_of_nouns("order decree edict instruction ruling"), _forbids),
        **dict.fromkeys(forms_of_verbs("keep"), _keeps_stocked),
        **dict.fromkeys(forms_of_verbs("assume take seize"), _takes_power),
        **dict.fromkeys(forms_of_verbs("set found establish create form"), _founds_together),
    }
    tables = (frames, dict.fromkeys(LISTING, _changes_list), dict.fromkeys(REQUITING, _restrains), dict.fromkeys(BLOWS | TAKING, _strikes), dict.fromkeys(CLEARING, _clears))
    return {word: tuple(one[word] for one in tables if word in one) for word in frozenset().union(*tables)}


_FRAMES: Final = _frames()
