"""Words for deeds that nobody does there: a threat that somebody **sees**, fighters of whom only their backer is told, what a deal **provides for**,
arms **left behind**, the injured **taken away**, a suicide, a leader **holed up** in an embassy, what others did by somebody's own word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import governed
from dateline.extract.idioms import breaks_fast
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.wordtypes import ARMED
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_THREATS: Final = forms_of_nouns("threat danger menace")
_SEEING: Final = forms_of_verbs(text_of("extract.nodeeds.seeing"))
_BACKING: Final = forms_of_verbs("back")
_HOLDING: Final = forms_of_verbs(text_of("extract.nodeeds.holding"))
_DEALS: Final = forms_of_nouns(text_of("extract.nodeeds.deals"))
_HARMING: Final = forms_of_verbs(text_of("extract.nodeeds.harming"))
_LEFT: Final = forms_of_nouns(text_of("extract.nodeeds.left"))
_CARING: Final = forms_of_nouns(text_of("extract.nodeeds.caring"))
_TALK: Final = forms_of_nouns(text_of("extract.nodeeds.talk"))
_CARRYING: Final = forms_of_verbs("take carry rush")
_LEAVING: Final = frozenset({"left", "leave", "leaving"})
_KILLING: Final = forms_of_verbs("kill shoot hang stab")
_THEMSELVES: Final = frozenset({"himself", "herself", "themselves", "myself"})
_TRYING: Final = forms_of_nouns("attempt effort")
_CLAIMING: Final = forms_of_verbs("claim")
_ADMITTING: Final = forms_of_verbs("admit confess")
_ME: Final = frozenset({"him", "her", "them", "me", "us"})
_SHELTERING: Final = forms_of_verbs("shelter hide")


def tells_no_deed(act: Act) -> bool:
    """Whether the word of an act tells what somebody only sees, or the end of a fast."""
    sentence, word = act.sentence, act.sentence.tokens[act.head]
    if act.type == "PROTEST" and breaks_fast(sentence, word if word.pos == "VERB" else sentence.tokens[word.head]):
        return True
    if act.type == "ACCUSE" and word.pos == "NOUN" and act.actors:
        return False
    return any(test(sentence, word) for test in _NO_DEEDS.get((act.type, word.pos), ()))


def _only_talks(sentence: ParsedSentence, noun: Token) -> bool:
    """"a **scandal**", "an **attempt** to arrest him"."""
    return noun.lower in _TALK or (noun.lower in _TRYING and any(t.tag == "VB" for t in sentence.kids(noun.i, "acl")))


def _is_seen(sentence: ParsedSentence, noun: Token) -> bool:
    """"**saw** no threat in the exercise", "**there is** a threat", "**posed** a threat", not "made a threat"."""
    there = noun.dep == "attr" and any(t.dep == "expl" for t in sentence.kids(noun.head))
    return noun.lower in _THREATS and (there or (noun.dep in {"dobj", "nsubjpass"} and sentence.tokens[noun.head].lower in _SEEING))


def _only_describes(sentence: ParsedSentence, verb: Token) -> bool:
    """"fighters **backed** by Tehran": a modifier of an armed force is no act (guidelines, settled case 22); a clause that says so is."""
    bare = verb.dep == "acl" and verb.tag in {"VBN", "VBD"} and not sentence.kids(verb.i, "nsubj", "nsubjpass", "aux", "auxpass", "npadvmod")
    return bare and verb.lower in _BACKING and bool(sentence.kids(verb.i, "agent")) and sentence.tokens[verb.head].lower in ARMED


def _is_in_deal(sentence: ParsedSentence, verb: Token) -> bool:
    """"the accord **provides for** a joint force", "the deal means Togo will **take** 90": what is in a deal that is told already."""
    if verb.lower in _HOLDING and any(t.lower == "for" for t in sentence.kids(verb.i, "prep")):
        first = sentence.tokens[verb.head] if verb.dep == "conj" else verb
        return any(t.lower in _DEALS or t.lower in {"it", "which", "that"} for t in sentence.kids(first.i, "nsubj"))
    above = sentence.tokens[verb.head]
    return verb.dep == "ccomp" and above.lower in _HOLDING and any(t.lower in _DEALS for t in sentence.kids(above.i, "nsubj"))


def _only_harms(sentence: ParsedSentence, verb: Token) -> bool:
    """"said that smugglers are **crippling** the industry"."""
    return verb.lower in _HARMING


def _leaves_arms(sentence: ParsedSentence, verb: Token) -> bool:
    """"tanks and ammunition were **left behind**"."""
    behind = verb.lower in _LEAVING and any(t.lower == "behind" for t in sentence.kids(verb.i))
    things = sentence.kids(verb.i, "dobj", "nsubjpass") if behind else []
    return any(t.lower in _LEFT for t in (*things, *governed(sentence, [t.i for t in things], "of")))


def _takes_to_hospital(sentence: ParsedSentence, verb: Token) -> bool:
    """"was **taken** away in an ambulance"."""
    links = sentence.kids(verb.i, "prep") if verb.lower in _CARRYING else []
    return any(t.lower in _CARING for link in links for t in sentence.kids(link.i, "pobj"))


def _kills_self(sentence: ParsedSentence, verb: Token) -> bool:
    """"shot and **killed** himself"; who killed himself and nine others killed."""
    if verb.lower not in _KILLING:
        return False
    struck = [t for one in (verb, *sentence.kids(verb.i, "conj")) for t in sentence.kids(one.i, "dobj")]
    return bool(struck) and all(t.lower in _THEMSELVES and not sentence.kids(t.i, "conj") for t in struck)


def _is_in_hiding(sentence: ParsedSentence, verb: Token) -> bool:
    """"is **holed** up in a mission", "was **sheltering** there": where somebody is, done by nobody to him."""
    if verb.lower == "holed":
        return any(t.lower == "up" for t in sentence.kids(verb.i, "prt", "advmod", "prep"))
    return verb.lower in _SHELTERING and verb.dep != "relcl" and not sentence.kids(verb.i, "dobj", "nsubjpass", "agent")


def _tells_of_others(sentence: ParsedSentence, verb: Token) -> bool:
    """"**claimed** that the guerrillas had mined it", "**admitted** that the network had trained him": no deed of the speaker's own."""
    if verb.lower not in _CLAIMING and verb.lower not in _ADMITTING:
        return False
    clauses = sentence.kids(verb.i, "ccomp")
    subjects = [t for clause in clauses for t in sentence.kids(clause.i, "nsubj")]
    own = [sentence.tokens[i] for t in subjects for i in sentence.subtree(t.i) if sentence.tokens[i].tag in {"PRP", "PRP$"}]
    if not subjects or own:
        return False
    suffered = any(t.lower in _ME for clause in clauses for t in sentence.kids(clause.i, "dobj", "dative"))
    return verb.lower in _CLAIMING or suffered


#: By the type of an act and the part of speech of its word: what makes it a word for no deed.
_NO_DEEDS: Final[Mapping[tuple[str, str], tuple[Callable[[ParsedSentence, Token], bool], ...]]] = {
    ("COERCE", "NOUN"): (_only_talks,),
    ("THREATEN", "NOUN"): (_is_seen,),
    ("ACCUSE", "VERB"): (_only_harms,),
    ("AGREE", "VERB"): (_is_in_deal,),
    ("AID", "VERB"): (_only_describes, _is_in_hiding),
    ("ASSAULT", "VERB"): (_is_in_hiding, _kills_self),
    ("COERCE", "VERB"): (_is_in_hiding, _takes_to_hospital),
    ("CONSULT", "VERB"): (_is_in_hiding,),
    ("CONCEDE", "VERB"): (_tells_of_others,),
    ("RETREAT", "VERB"): (_leaves_arms,),
    ("SUPPORT", "VERB"): (_only_describes,),
}
