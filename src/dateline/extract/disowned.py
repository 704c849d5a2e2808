"""Acts that are not those of the subject beside them: who "obtained its **apology**" made none, and who "denied **responsibility for** the protest" or
says "we did **not organise** the march" held none, though one was held."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand
from dateline.extract.cuewords import load_cues
from dateline.extract.emptiness import plain_negation
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_SHARES: Final = forms_of_nouns(text_of("extract.disowned.shares"))
#: Verbs by which a concession comes to their subject, and nouns for it.
_GETTING: Final = forms_of_verbs("obtain secure win extract get receive gain")
_CONCEDED: Final = forms_of_nouns("apology concession")
_HOLDING: Final = forms_of_verbs(text_of("extract.disowned.holding"))


def disowned(act: Act) -> Act:
    """The act without the actors that say that it is not theirs."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if act.type == "CONCEDE" and act.actors:
        return _given_to_subject(act, noun)
    if noun.pos != "NOUN" or not act.actors:
        return act
    verb = _refusing(sentence, noun)
    if verb is None:
        return act
    subjects = set(expand(sentence, [t.i for t in sentence.kids(verb.i, "nsubj")]))
    return replace(act, actors=tuple(i for i in act.actors if i not in subjects))


def _given_to_subject(act: Act, head: Token) -> Act:
    """The act with whoever gets an apology as its recipient: "Lima **obtained its apology**" tells what another conceded."""
    sentence = act.sentence
    verb = sentence.tokens[head.head] if head.pos == "NOUN" and head.dep == "dobj" else head
    gets = verb.lower in _GETTING and any(t.lower in _CONCEDED for t in sentence.kids(verb.i, "dobj"))
    subjects = set(expand(sentence, [t.i for t in sentence.kids(verb.i, "nsubj")])) if gets else set()
    if not subjects & set(act.actors):
        return act
    return replace(act, actors=tuple(i for i in act.actors if i not in subjects), recipients=act.recipients or tuple(sorted(subjects)))


def _refusing(sentence: ParsedSentence, noun: Token) -> Token | None:
    """The verb by which its subject has no part in what a noun names."""
    above = sentence.tokens[noun.head]
    if noun.dep == "dobj" and above.lower in _HOLDING and plain_negation(sentence, above.i) is not None:
        return above
    if noun.dep != "pobj" or above.lower not in {"for", "in", "of", "behind", "with", "to"}:
        return None
    share = sentence.tokens[above.head]
    share = next(iter(sentence.kids(share.i, "dobj")), share) if share.lower == "having" else share
    verb = sentence.tokens[share.head]
    had = share.dep == "dobj" and share.lower in _SHARES
    while had and verb.tag == "VBG" and verb.dep in {"xcomp", "advcl", "pcomp"}:
        verb = sentence.tokens[verb.head]
    return verb if had and verb.lower in load_cues().denying and plain_negation(sentence, verb.i) is None else None
