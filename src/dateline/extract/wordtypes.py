"""Acts of which the words leave no choice of type: soldiers whom their own side carries, envoys who go back to their
posts, demands agreed to, sides backed in a war, fugitives flown to safety, attempts at talks given up,
duties that are lowered, arrests that a judge orders, travellers who are warned."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import governed, is_passive
from dateline.extract.clauses.nations import nations_of
from dateline.extract.clearances import to_buyer
from dateline.extract.restraint import restrained
from dateline.extract.sanctionlists import by_list
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_CARRYING: Final = forms_of_verbs("ferry fly airlift ship transport carry land bring")
_SOLDIERS: Final = forms_of_nouns("soldier troop paratrooper marine infantryman commando")
_ENVOYS: Final = forms_of_nouns(text_of("extract.wordtypes.envoys"))
_SENDING: Final = forms_of_verbs(text_of("extract.wordtypes.sending"))
_RETURNING: Final = forms_of_verbs(text_of("extract.wordtypes.returning"))
_AGREEING: Final = forms_of_verbs("agree accede")
_DEMANDS: Final = forms_of_nouns(text_of("extract.wordtypes.demands"))
_BACKING: Final = forms_of_verbs("back support")
_FORCES: Final = forms_of_nouns(text_of("extract.wordtypes.forces"))
#: Those who fight.
ARMED: Final = forms_of_nouns(text_of("extract.wordtypes.armed"))
_WARS: Final = forms_of_nouns(text_of("extract.wordtypes.wars"))
_GIVING_UP: Final = forms_of_verbs(text_of("extract.wordtypes.giving_up"))
_TRIES: Final = forms_of_nouns(text_of("extract.wordtypes.tries"))
_TELLING: Final = forms_of_verbs(text_of("extract.wordtypes.telling"))
_CEASING: Final = forms_of_verbs("stop cease halt refrain desist")
_SETTLING: Final = forms_of_verbs(text_of("extract.wordtypes.settling"))
_SETTLEMENTS: Final = forms_of_nouns(text_of("extract.wordtypes.settlements"))
_LOWERING: Final = forms_of_verbs(text_of("extract.wordtypes.lowering"))
_DUTIES: Final = forms_of_nouns("tariff duty levy surcharge countermeasure")
_DROPPING: Final = forms_of_verbs(text_of("extract.wordtypes.dropping"))
_CASES: Final = forms_of_nouns(text_of("extract.wordtypes.cases"))
_ORDERING: Final = forms_of_verbs("order")
_ARRESTS: Final = forms_of_nouns("arrest detention")
_WARNING: Final = forms_of_verbs("warn advise caution")
_TRAVELLERS: Final = forms_of_nouns(text_of("extract.wordtypes.travellers"))
_TRAVELLING: Final = forms_of_verbs(text_of("extract.wordtypes.travelling"))


def typed_by_words(act: Act) -> Act:
    """The act with the type that its words leave it."""
    if _sends_back(act):
        return replace(act, type="SUPPORT", modes=(), cameo="050")
    settled = next((kind for form, kind in _FORMS if form(act)), None)
    if settled is not None:
        return replace(act, type=settled[0], modes=settled[1], cameo=settled[2])
    soldiers = _carried(act)
    if soldiers:
        return replace(act, type="MOBILIZE", modes=("troops",), cameo="154", recipients=tuple(i for i in act.recipients if i not in soldiers))
    return restrained(by_list(to_buyer(act)))


def _carried(act: Act) -> frozenset[int]:
    """The soldiers of no other country whom aid brings somewhere ("the carrier's helicopters ferried **soldiers** to the port")."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type != "AID" or verb.lower not in _CARRYING:
        return frozenset()
    soldiers = [t.i for t in sentence.kids(act.head, "dobj") if t.lower in _SOLDIERS]
    own = frozenset().union(*(nations_of(sentence, i) for i in act.actors))
    return frozenset() if any(nations_of(sentence, i) - own for i in soldiers) else frozenset(soldiers)


def _sends_back(act: Act) -> bool:
    """Whether a state's own envoy takes up the post again ("sent **its** ambassador **back** to Caracas", not "sent the Russian ambassador back")."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type != "SANCTION":
        return False
    envoys = [t for t in sentence.kids(verb.i, "dobj") if t.lower in _ENVOYS]
    if verb.lower in _SENDING and any(t.lower in {"him", "her", "them"} for t in sentence.kids(verb.i, "dobj")):
        # "Kenya, which had recalled its ambassador, sent him back"
        told = any(t.lower in _ENVOYS and any(one.tag == "PRP$" for one in sentence.kids(t.i, "poss")) for t in sentence.tokens[: verb.i])
        return told and any(t.lower == "back" for t in sentence.kids(verb.i, "advmod", "prt"))
    if not any(t.tag == "PRP$" for envoy in envoys for t in sentence.kids(envoy.i, "poss")):
        return False
    ways = sentence.kids(verb.i, "advmod", "prt")
    goes = any(t.lower == "to" for above in (verb, *ways, *envoys) for t in sentence.kids(above.i, "prep"))
    back = any(t.lower == "back" for t in ways)
    return (verb.lower in _SENDING and back and goes) or (verb.lower in _RETURNING and goes)


def _gives_in(act: Act) -> bool:
    """"agreed **to** the strikers' **demands**" yields (codebook, CONCEDE); "agreed to talks" does not."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type != "AGREE" or verb.lower not in _AGREEING:
        return False
    return any(t.lower in _DEMANDS for t in governed(sentence, [verb.i], "to"))


def _backs_in_war(act: Act) -> bool:
    """"has **backed** Chad in the war", "the raid was **backed** by Tripoli", "rebels whom it has **backed**": a force is backed (settled case 22), no words are."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type != "SUPPORT" or verb.pos != "VERB" or verb.lower not in _BACKING:
        return False
    objects = sentence.kids(verb.i, "dobj")
    if verb.dep == "relcl" and sentence.tokens[verb.head].lower in ARMED and not is_passive(sentence, verb):
        return True
    if any(t.lower in _FORCES for t in sentence.kids(verb.i, "nsubjpass")):
        return bool(sentence.kids(verb.i, "agent"))
    return bool(objects) and any(t.lower in _WARS for t in governed(sentence, [verb.i, *(t.i for t in objects)], "in", "against"))


def _flies_others(act: Act) -> bool:
    """"**flew** the Cubans to Nassau", of people of another nation than who carries them; soldiers who fly are moved."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type != "MOBILIZE" or verb.lower not in _CARRYING:
        return False
    own = frozenset().union(*(nations_of(sentence, i) for i in act.actors))
    return bool(own) and any(nations_of(sentence, t.i) - own for t in sentence.kids(verb.i, "dobj"))


def _gives_up_talks(act: Act) -> bool:
    """"**abandoned** its efforts to broker a truce" refuses to go on talking; attempts on a summit have nothing of it."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type not in {"CONCEDE", "SANCTION", "RETREAT"} or verb.lower not in _GIVING_UP:
        return False
    tries = [t for t in sentence.kids(verb.i, "dobj", "nsubjpass") if t.lower in _TRIES]
    meant = [t for one in (verb, *tries) for t in sentence.kids(one.i, "acl", "xcomp", "relcl") if t.lower in _SETTLING]
    meant += [t for one in tries for link in sentence.kids(one.i, "prep") for t in sentence.kids(link.i, "pcomp") if t.lower in _SETTLING]
    aims = [t for one in meant for t in sentence.kids(one.i, "dobj")]
    return bool(tries) and any(t.lower in _SETTLEMENTS for t in aims)


def _tells_to_stop(act: Act) -> bool:
    """"was **told to stop** using the parts": what is asked for is not yet done (codebook, REQUEST); "ordered" does it."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type not in {"SANCTION", "COERCE"} or verb.lower not in _TELLING:
        return False
    return any(t.lower in _CEASING and any(to.lower == "to" for to in sentence.kids(t.i, "aux")) for t in sentence.kids(verb.i, "xcomp", "ccomp"))


def _eases_duties(act: Act) -> bool:
    """"**cut** tariffs on Peruvian fish", "**halved** its duties", "**suspended** its countermeasures" eases what burdened the other (codebook, RETREAT);
    "cut off trade" and "cut duty-free quotas" do not."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type not in {"SANCTION", "COERCE"} or verb.lower not in _LOWERING or any(t.lower == "off" for t in sentence.kids(verb.i, "prt")):
        return False
    return any(t.lower in _DUTIES for t in sentence.kids(verb.i, "dobj", "nsubjpass"))


def _drops_case(act: Act) -> bool:
    """"**discontinued** its case against Peru", "**withdrew** a complaint" gives up what was brought against the other (codebook, CONCEDE)."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    return act.type in {"SANCTION", "COERCE"} and verb.lower in _DROPPING and any(t.lower in _CASES for t in sentence.kids(verb.i, "dobj", "nsubjpass"))


def _orders_arrest(act: Act) -> bool:
    """"a judge **ordered** the **arrest** of the general", "ordered his arrest": nobody is in jail yet (guidelines, THREATEN of a warrant)."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    verb = sentence.tokens[verb.head] if verb.lower in _ARRESTS else verb
    if act.type not in {"COERCE", "REQUEST"} or verb.lower not in _ORDERING:
        return False
    arrests = [t for t in sentence.kids(verb.i, "dobj", "nsubjpass") if t.lower in _ARRESTS]
    return any(sentence.kids(t.i, "poss") or any(link.lower == "of" for link in sentence.kids(t.i, "prep")) for t in arrests)


def _warns_travellers(act: Act) -> bool:
    """"**warned** its citizens against travelling to Mali", "advised students not to travel": a travel warning (guidelines, SANCTION discontinue)."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type not in {"THREATEN", "REQUEST"} or verb.lower not in _WARNING or not any(t.lower in _TRAVELLERS for t in sentence.kids(verb.i, "dobj", "nsubjpass")):
        return False
    people = sentence.kids(verb.i, "dobj")
    against = [t for i in (verb.i, *(one.i for one in people)) for link in sentence.kids(i, "prep") if link.lower == "against" for t in sentence.kids(link.i, "pcomp", "pobj")]
    denied = [t for t in sentence.kids(verb.i, "xcomp", "ccomp") if sentence.kids(t.i, "neg")]
    return any(t.lower in _TRAVELLING for t in (*against, *denied))


#: Forms of words with the type, modes and leaf that they settle.
_FORMS: Final = (
    (_eases_duties, ("RETREAT", (), "085")),
    (_drops_case, ("CONCEDE", (), "081")),
    (_orders_arrest, ("THREATEN", ("arrest",), "132")),
    (_warns_travellers, ("SANCTION", ("discontinue",), "160")),
    (_tells_to_stop, ("REQUEST", (), "100")),
    (_gives_in, ("CONCEDE", (), "080")),
    (_backs_in_war, ("AID", (), "072")),
    (_flies_others, ("AID", (), "073")),
    (_gives_up_talks, ("REJECT", ("meet",), "125")),
)
