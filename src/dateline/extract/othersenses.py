"""Words of force and threat in another sense, which stands beside them: polls won, years of a sentence suspended, threats that grow, relations
that sour, a democracy "executed", an airliner in somebody's airspace."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_BEATING: Final = forms_of_verbs(text_of("extract.othersenses.beating"))
_POLLS: Final = forms_of_nouns(text_of("extract.othersenses.polls"))
_OFFICES: Final = words_of("extract.othersenses.offices")
_NEW: Final = words_of("extract.othersenses.new")
_SUSPENDING: Final = forms_of_verbs("suspend waive")
_TERMS: Final = forms_of_nouns("year month week half")
_PRISONS: Final = forms_of_nouns("prison jail imprisonment detention custody sentence")
_THREATS: Final = forms_of_nouns("threat danger menace risk")
_GROWING: Final = forms_of_verbs(text_of("extract.othersenses.growing"))
_RELATIONS: Final = forms_of_nouns("relation tie relationship")
_SOURING: Final = forms_of_verbs(text_of("extract.othersenses.souring"))
_KILLING: Final = forms_of_verbs(text_of("extract.othersenses.killing"))
_ABSTRACT: Final = words_of("extract.othersenses.abstract")
_ENTERING: Final = forms_of_verbs("enter cross stray fly")
_CIVIL: Final = words_of("extract.othersenses.civil")
_MARTIAL: Final = words_of("extract.othersenses.martial")
_FORCE: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REJECT"})


def is_in_other_sense(act: Act) -> bool:
    """Whether an act's word tells of no act where it stands."""
    sentence, head = act.sentence, act.sentence.tokens[act.head]
    if act.type == "THREATEN":
        return head.lower in _THREATS and head.dep == "nsubj" and sentence.tokens[head.head].lower in _GROWING
    if head.pos != "VERB":
        return act.type == "MOBILIZE" and head.lower == "airspace" and _is_by_airliner(sentence, sentence.tokens[head.head])
    if act.type == "MOBILIZE":
        return _is_by_airliner(sentence, head)
    if act.type not in _FORCE:
        return False
    killed = act.type == "ASSAULT" and head.lower in _KILLING and any(t.lower in _ABSTRACT for t in _struck(sentence, head))
    return killed or _wins_poll(sentence, head) or _is_spared(sentence, head) or _is_souring(sentence, head)


def _struck(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """What a verb is done to, also where it stands before the relative clause of the verb ("it is **democracy** that is being executed")."""
    found = [*sentence.kids(verb.i, "dobj", "nsubjpass")]
    return [sentence.tokens[verb.head] if verb.dep == "relcl" and t.tag in {"WDT", "WP"} else t for t in found]


def _wins_poll(sentence: ParsedSentence, verb: Token) -> bool:
    """"beat Massa in the **runoff**"; "the **new president**, Ana Ruiz, who defeated Soto"."""
    if verb.lower not in _BEATING:
        return False
    links = sentence.kids(verb.i, "prep")
    if any(t.lower in _POLLS for link in links for t in sentence.kids(link.i, "pobj")):
        return True
    if verb.dep != "relcl" or not any(t.lower == "who" for t in sentence.kids(verb.i, "nsubj")):
        return False
    beaten = sentence.kids(verb.i, "dobj")
    winner = sentence.tokens[verb.head]
    named = [winner, *sentence.kids(winner.i, "appos"), *([sentence.tokens[winner.head]] if winner.dep == "appos" else [])]
    elected = any(t.lower in _OFFICES and any(one.lower in _NEW for one in sentence.kids(t.i, "amod", "compound")) for t in named)
    return elected and bool(beaten) and all(t.tag == "NNP" and not sentence.kids(t.i, "det") for t in beaten)


def _is_spared(sentence: ParsedSentence, verb: Token) -> bool:
    """"four years in prison, **two of them** suspended"."""
    if verb.lower not in _SUSPENDING:
        return False
    counted = [t for t in sentence.kids(verb.i, "nsubj", "nsubjpass") if t.tag == "CD" or t.lower in _TERMS]
    return bool(counted) and any(t.lower in _PRISONS for t in sentence.tokens[: verb.i])


def _is_souring(sentence: ParsedSentence, verb: Token) -> bool:
    """"their **relations** have **soured**": how states stand to each other, and no step of theirs."""
    subjects = sentence.kids(verb.i, "nsubj")
    return verb.lower in _SOURING and any(t.lower in _RELATIONS for t in subjects) and not sentence.kids(verb.i, "dobj")


def _is_by_airliner(sentence: ParsedSentence, verb: Token) -> bool:
    """"a **passenger** jet entered Libyan airspace"; fighters and drones that do are sent."""
    if verb.lower not in _ENTERING or not any(sentence.tokens[i].lower == "airspace" for i in sentence.subtree(verb.i)):
        return False
    words = {sentence.tokens[i].lower for t in sentence.kids(verb.i, "nsubj") for i in sentence.subtree(t.i)}
    return not words.isdisjoint(_CIVIL) and words.isdisjoint(_MARTIAL)
