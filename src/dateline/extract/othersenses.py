"""Words of force and threat in another sense, which stands beside them: polls and matches won, years of a sentence suspended, threats that grow,
what animals do, a democracy "executed", an airliner in somebody's airspace, subsidies cut, losses by accident."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import governed
from dateline.extract.clauses.nations import nations_among, nations_of
from dateline.extract.considered import considering_word
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_BEATING: Final = forms_of_verbs(text_of("extract.othersenses.beating"))
_POLLS: Final = forms_of_nouns(text_of("extract.othersenses.polls"))
_OFFICES: Final = words_of("extract.othersenses.offices")
_NEW: Final = words_of("extract.othersenses.new")
_THREATS: Final = forms_of_nouns("threat danger menace risk")
_GROWING: Final = forms_of_verbs(text_of("extract.othersenses.growing"))
_KILLING: Final = forms_of_verbs(text_of("extract.othersenses.killing"))
_ABSTRACT: Final = words_of("extract.othersenses.abstract")
_FORCE: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REJECT"})
_CUTTING: Final = forms_of_verbs(text_of("extract.othersenses.cutting"))
_HOUSEKEEPING: Final = forms_of_nouns(text_of("extract.othersenses.housekeeping"))
_PUTTING_OFF: Final = forms_of_verbs(text_of("extract.othersenses.putting_off"))
_PUTTING: Final = forms_of_verbs("put")
_DECISIONS: Final = forms_of_nouns("decision")
_PLANS: Final = forms_of_nouns("plan")
_MOODS: Final = words_of("extract.othersenses.moods")
_LOSING: Final = forms_of_verbs(text_of("extract.othersenses.losing"))
_ACCIDENTS: Final = forms_of_nouns(text_of("extract.othersenses.accidents"))
_MISHAPS: Final = forms_of_verbs(text_of("extract.othersenses.mishaps"))
_VIOLENCE: Final = words_of("extract.othersenses.violence")
_BUYING: Final = forms_of_verbs("buy purchase acquire import")
_ANIMALS: Final = forms_of_nouns(text_of("extract.othersenses.animals"))
_SWARMS: Final = forms_of_nouns(text_of("extract.othersenses.swarms"))
_SET_ON: Final = words_of("extract.othersenses.set_on")


def is_in_other_sense(act: Act) -> bool:
    """Whether an act's word tells of no act where it stands."""
    sentence, head = act.sentence, act.sentence.tokens[act.head]
    if _is_by_animals(act):
        return True
    if act.type == "THREATEN":
        return head.lower in _THREATS and head.dep == "nsubj" and sentence.tokens[head.head].lower in _GROWING
    if act.type == "ACCUSE" and head.lower in _MOODS:
        return not sentence.kids(head.i, "dobj")
    if act.type == "ASSAULT" and _is_by_accident(act):
        return True
    if head.pos != "VERB":
        return False
    if act.type == "COOPERATE":
        return head.lower in _BUYING and considering_word(sentence, head.i) is not None
    if act.type == "CONCEDE":
        return _is_put_off(act)
    if act.type not in _FORCE:
        return False
    if _keeps_house(act) or _is_put_off(act):
        return True
    killed = act.type == "ASSAULT" and head.lower in _KILLING and any(t.lower in _ABSTRACT for t in _struck(sentence, head))
    return killed or _wins_poll(sentence, head)


def _is_by_animals(act: Act) -> bool:
    """What animals do: "**locusts** have invaded", "a herd of **elephants** raided the fields"; dogs of the police are set on people."""
    sentence = act.sentence
    doers = [sentence.tokens[i] for i in act.actors]
    return bool(doers) and all(_is_animal(sentence, t) for t in doers)


def _is_animal(sentence: ParsedSentence, noun: Token) -> bool:
    if noun.pos == "PROPN" or (noun.text[0].isupper() and noun.i):
        return False
    if noun.lower in _SWARMS:
        return any(_is_animal(sentence, t) for t in governed(sentence, [noun.i], "of"))
    return noun.lower in _ANIMALS and not any(t.lower in _SET_ON or t.tag == "NNP" for t in sentence.kids(noun.i, "compound", "amod", "nmod", "poss"))


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


def _keeps_house(act: Act) -> bool:
    """A state's dealings with its own money: "**cut** fuel subsidies", "removed price controls"; subsidies "to Jordan" are another's, and so
    are those of whoever is named as the other side ("criticised Hungary and may **cut** farm subsidies")."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type != "SANCTION" or verb.lower not in _CUTTING:
        return False
    own, theirs = (nations_among(sentence, side) for side in (act.actors, act.recipients))
    if act.actors and theirs - own:
        return False
    cut = [t for t in _struck(sentence, verb) if t.lower in _HOUSEKEEPING]
    given = any(t.pos == "PROPN" for t in governed(sentence, [verb.i, *(t.i for t in cut)], "to", "from", "for"))
    inside = [sentence.tokens[i] for t in cut for i in sentence.subtree(t.i)]
    return bool(cut) and not given and not any(t.pos == "PROPN" or nations_of(sentence, t.i) for t in inside)


def _is_put_off(act: Act) -> bool:
    """Who "**delayed** plans to buy the guns" or "suspended a decision" has refused nobody anything; a party that is named may be refused."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    off = any(t.lower == "off" for t in sentence.kids(verb.i, "prt"))
    if act.recipients or verb.lower not in _PUTTING_OFF or (verb.lower in _PUTTING and not off):
        return False
    open_still = _DECISIONS if act.type == "CONCEDE" else _DECISIONS | _PLANS
    return any(t.lower in open_still and not sentence.kids(t.i, "poss") for t in _struck(sentence, verb))


def _is_by_accident(act: Act) -> bool:
    """Losses by accident or nature: "**killed** in a car crash", "a storm **destroyed** the pier", "**died** when a ferry sank"; not where arms are named."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if verb.pos == "NOUN":
        return verb.lower in _ACCIDENTS and not act.actors and _is_peaceful(sentence)
    return verb.lower in _LOSING and _causes(sentence, verb) and _is_peaceful(sentence)


def _causes(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether an accident is told to be the cause of a loss."""
    links = [t for t in sentence.kids(verb.i, "prep", "agent") if t.lower in {"in", "by", "from", "during"}]
    named = [*(t for link in links for t in sentence.kids(link.i, "pobj")), *(t for t in sentence.kids(verb.i, "nsubj") if sentence.kids(verb.i, "dobj"))]
    when = [t for t in sentence.kids(verb.i, "advcl") if any(one.lower in {"when", "as"} for one in sentence.kids(t.i, "advmod", "mark"))]
    broke = [one for t in when for one in (t, *sentence.kids(t.i, "nsubj", "nsubjpass", "acl"))]
    return any(t.lower in _ACCIDENTS for t in named) or any(t.lower in _ACCIDENTS or t.lower in _MISHAPS for t in broke)


def _is_peaceful(sentence: ParsedSentence) -> bool:
    """Whether a sentence names no arms and nobody who bears them."""
    return not any(t.lower in _VIOLENCE for t in sentence.tokens)
