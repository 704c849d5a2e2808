"""What a verb's own words say whom it is done to: "set fire to **the Thai mission**", "armed Serbia **against** ...", "closed the strait **to** ..."."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import beside_in_row, expand, is_passive, objects_of
from dateline.extract.clauses.nations import is_named
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.phrases import inner_head
from dateline.extract.tags import SUBJECTS
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

#: Types of acts that come to somewhere, are done with somebody or said to somebody: their complement is a place, a partner or a judge.
_ELSEWHERE: Final = frozenset({"MOBILIZE", "RETREAT", "CONSULT", "COOPERATE", "AGREE", "ACCUSE", "REQUEST"})
_AT: Final = ("to", "on", "at", "against")
#: Types of acts by which somebody is helped against others; two who cooperate against a third do it to him.
_HELPING: Final = frozenset({"AID", "SUPPORT"})
#: Types of acts that are done to people and ships by the number.
_DONE_TO_MANY: Final = frozenset({"SANCTION", "COERCE", "ASSAULT", "RETREAT"})
_TIMES: Final = frozenset({"after", "before", "when", "until", "once"})
_WAYS: Final = forms_of_nouns(text_of("extract.clauses.complements.ways"))
_SHUTTING: Final = frozenset({"COERCE", "SANCTION", "REJECT", "RETREAT", "CONCEDE", "AID"})
_CLOSING: Final = forms_of_verbs("close shut bar block open reopen seal")


def own_complement(act: Act) -> Parties | None:
    """Without the object of the verb beside one that names by itself whom it is done to ("stoned **the Lao embassy** and set fire to the Thai mission"),
    and the subject of the clause around its clause of time ("**the rebels** left after donors froze aid to Chad")."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if verb.pos != "VERB" or act.type in _ELSEWHERE or is_passive(sentence, verb):
        return None
    others = _objects_beside(sentence, verb) | _subjects_over(sentence, verb)
    own = _named_by(sentence, verb) if others else ()
    if not own:
        return None
    rest = tuple(i for i in act.recipients if i not in others)
    lent = len(rest) < len(act.recipients)
    if act.recipients and not lent:
        return None
    return Parties(act.actors, rest or own if lent else rest, no_recipients=phrase_of(sentence, others) - set(own))


def _objects_beside(sentence: ParsedSentence, verb: Token) -> set[int]:
    """The direct objects of the other verbs of a verb's row."""
    return set(expand(sentence, [t.i for i in beside_in_row(sentence, verb) for t in sentence.kids(i, "dobj")]))


def _subjects_over(sentence: ParsedSentence, verb: Token) -> set[int]:
    """The subjects of the clauses around a clause of time with a subject of its own."""
    linked = any(t.lower in _TIMES for t in sentence.kids(verb.i, "mark", "advmod"))
    if verb.dep != "advcl" or not linked or not sentence.kids(verb.i, "nsubj"):
        return set()
    inside = set(sentence.subtree(verb.i))
    return set(expand(sentence, [t.i for t in sentence.tokens if t.dep in SUBJECTS and t.i not in inside]))


def _named_by(sentence: ParsedSentence, verb: Token) -> tuple[int, ...]:
    """Who is named behind a verb's object: "set fire to **the Thai mission**", "accepted **the cabinet**'s resignation"."""
    objects = [t.i for t in sentence.kids(verb.i, "dobj")]
    owners = [t.i for i in objects for t in sentence.kids(i, "poss") if t.tag != "PRP$"]
    heads = (verb.i, *objects)
    behind = [inner_head(sentence, i) for preposition in _AT for i in objects_of(sentence, heads, preposition)]
    return tuple(dict.fromkeys((*owners, *(i for i in behind if is_named(sentence, i))))) if objects else ()


def helped_against(act: Act) -> Parties | None:
    """Against whom somebody is helped is not helped: "armed Serbia against **Kosovo**"."""
    sentence = act.sentence
    if act.type not in _HELPING:
        return None
    inside = [act.head, *(t.i for t in sentence.kids(act.head, "dobj"))]
    inside += [i for preposition in ("with", "to") for i in objects_of(sentence, inside, preposition)]
    against = phrase_of(sentence, objects_of(sentence, inside, "against"))
    if not against:
        return None
    return Parties(act.actors, act.recipients, against, against)


def closed_to(act: Act) -> Parties | None:
    """To whom a passage is closed or opened, not the passage: "closed **the strait** to Thai ships"."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    passage = [t for t in sentence.kids(act.head, "dobj") if t.lower not in _WAYS]
    if verb.lower not in _CLOSING or not passage:
        return None
    heads = (act.head, *(t.i for t in passage))
    shut_out = objects_of(sentence, heads, "to")
    if not shut_out or act.type not in _SHUTTING or objects_of(sentence, heads, "from"):
        return None
    return Parties(act.actors, shut_out, no_recipients=phrase_of(sentence, expand(sentence, [t.i for t in passage])) - set(shut_out))


def counted_alone(act: Act) -> Parties | None:
    """So many to whom it is done, whose noun the text has named before: "Oslo expelled **ten**", "the police arrested **nine** on Monday"."""
    sentence = act.sentence
    verb = sentence.tokens[act.head]
    if act.recipients or act.type not in _DONE_TO_MANY or verb.pos != "VERB" or is_passive(sentence, verb):
        return None
    numbers = [t for t in sentence.kids(act.head, "dobj") if t.tag == "CD" and not any(one.dep != "advmod" for one in sentence.kids(t.i))]
    return Parties(act.actors, tuple(t.i for t in numbers)) if numbers else None
