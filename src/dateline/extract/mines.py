"""Who meets a mine or bomb that somebody laid suffers it: "a convoy **hit a landmine**", "two farmers **drove over** a mine"; who laid it is not named by that."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import agents_of, expand, is_passive
from dateline.extract.clauses.nations import nation_of
from dateline.extract.clauses.parties import Parties, phrase_of, with_parties
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_STRIKING: Final = forms_of_verbs("hit strike encounter")
_TRIGGERING: Final = forms_of_verbs("trigger activate")
_RELEASING: Final = forms_of_verbs("detonate explode set") | _TRIGGERING
_GOING: Final = forms_of_verbs("step tread walk drive run roll ride pass")
_UPON: Final = frozenset({"on", "onto", "over", "upon", "into"})
_DEVICES: Final = forms_of_nouns(text_of("extract.mines.devices")) | {"ordnance", "uxo"}
#: Of other devices than mines the parts of their names say that they lie in wait ("a **roadside** bomb", "an **explosive** device").
_LYING: Final = words_of("extract.mines.lying")
_LOOSE: Final = forms_of_nouns("bomb device charge explosive shell grenade trap")
#: A mine that is dug: "a **coal** mine".
_DUG: Final = words_of("extract.mines.dug")
_ATTACKING: Final = words_of("extract.mines.attacking")
_TRAVELLING: Final = forms_of_nouns(text_of("extract.mines.travelling"))
_UNIFORMED: Final = forms_of_nouns(text_of("extract.mines.uniformed"))


def by_mine(act: Act) -> Act:
    """The act told of a mine with those who met it as its victims, and an act that follows from it ("**killing** four") without them as its doers."""
    if act.type != "ASSAULT":
        return act
    sentence = act.sentence
    met = next((one for one in _verbs(sentence, act.head) if is_meeting(sentence, one)), None)
    if met is None:
        return act
    subjects = expand(sentence, [t.i for t in sentence.kids(met.i, "nsubj")[-1:]])
    device = {i for t in _devices(sentence, met) for i in sentence.subtree(t.i)}
    inside = phrase_of(sentence, subjects) | {i for one in subjects for i in sentence.subtree(one)}
    own = met.i == act.head or act.head in device
    done_to = subjects if own else act.recipients
    laid = [t.i for one in _devices(sentence, met) for verb in sentence.kids(one.i, "acl") for t in agents_of(sentence, verb.i)]
    actors = expand(sentence, laid) or tuple(i for i in act.actors if i not in inside)
    no_recipients = frozenset({*act.recipients} | device) - set(subjects) if own else frozenset(device)
    found = Parties(actors, done_to, inside | (frozenset(t.i for t in _devices(sentence, met))), no_recipients)
    return replace(with_parties(act, found), modes=("explosives",))


def is_meeting(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb says that its subject meets a device that lies in wait."""
    subjects = sentence.kids(verb.i, "nsubj")[-1:]
    if verb.pos != "VERB" or is_passive(sentence, verb) or not subjects or not _devices(sentence, verb):
        return False
    if any(t.lower in _ATTACKING or (t.pos == "PROPN" and nation_of(sentence, t)) for t in subjects):
        return False
    coming = _TRAVELLING | _UNIFORMED if verb.lower in _TRIGGERING else _TRAVELLING
    return verb.lower not in _RELEASING or any(t.lower in coming for t in subjects)


def _verbs(sentence: ParsedSentence, head: int) -> list[Token]:
    """The verb of an act, that over its noun, and that from which it follows ("hit a mine, **killing** five")."""
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    if token.pos in {"NOUN", "PROPN"}:
        return [above, sentence.tokens[above.head]] if token.dep in {"dobj", "pobj"} else []
    follows = token.dep in {"advcl", "xcomp", "conj", "ccomp"} and not sentence.kids(head, "nsubj", "nsubjpass")
    return [token, above] if follows else [token]


def _devices(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """The mines that a verb meets."""
    if verb.lower in _STRIKING or verb.lower in _RELEASING:
        found = list(sentence.kids(verb.i, "dobj"))
    elif verb.lower in _GOING:
        links = [t for t in sentence.kids(verb.i, "prep", "prt") if t.lower in _UPON]
        found = [o for link in links for o in sentence.kids(link.i, "pobj")] + (list(sentence.kids(verb.i, "dobj")) if links else [])
    else:
        found = []
    return [one for one in found if _lies_in_wait(sentence, one)]


def _lies_in_wait(sentence: ParsedSentence, noun: Token) -> bool:
    around = {t.lower for t in sentence.kids(noun.i, "compound", "amod", "nmod")}
    if noun.lower in _DEVICES:
        return around.isdisjoint(_DUG) and not (noun.lower in {"mine", "mines"} and any(t.dep == "poss" for t in sentence.kids(noun.i)))
    return noun.lower in _LOOSE and not around.isdisjoint(_LYING)
