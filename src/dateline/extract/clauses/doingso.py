"""What "so" stands for in "threatened to expel the envoy but has **not done so**", "vowed to withdraw and **did so** in May": the deed told before as meant.

A deed that was told as done is not told again ("expelled him and did so without notice").
"""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, verb_arguments
from dateline.extract.clauses.nations import nations_of
from dateline.extract.clauses.parties import Parties, first_verb
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS, TENSED
from dateline.ontology.inflect import forms_of_verbs, verb_forms
from dateline.ontology.wordlists import text_of

DOING: Final = verb_forms("do")
#: Verbs by which a deed is left undone.
_LEAVING: Final = forms_of_verbs("refrain abstain desist stop fall hold shrink fail neglect omit")
_THINKING: Final = forms_of_verbs(text_of("extract.clauses.doingso.thinking"))
_CONTENT: Final = ("conj", "xcomp", "ccomp", "acomp", "pcomp", "dobj", "acl", "prep")
#: Words from the verb of a clause down to the deed that it tells as meant, at most.
_DEPTH: Final = 4


def meant_by(sentence: ParsedSentence, doing: Token) -> Token | None:
    """The deed that was meant before and that a verb says was done or not done."""
    if doing.lower not in DOING or not any(t.lower == "so" and t.i == doing.i + 1 for t in sentence.kids(doing.i, "advmod", "dobj")):
        return None
    verb = _told(sentence, doing)
    if verb is None:
        return None
    if verb.dep == "conj":
        first = sentence.tokens[verb.head]
        return first if first.tag in {"VB", "VBG"} and verb.tag in TENSED else _deed(sentence, first, doing.i)
    before = [t for t in sentence.kids(verb.i, "ccomp", "parataxis") if t.i < verb.i]
    return _deed(sentence, before[-1], doing.i) if before and verb.dep == "ROOT" else None


def _told(sentence: ParsedSentence, doing: Token) -> Token | None:
    """The verb of the clause that says so, where it tells what was or was not done and not what may be or should be."""
    verb = doing
    if doing.tag in {"VB", "VBG"} and not sentence.kids(doing.i, "neg"):
        verb = next((t for t in sentence.ancestors(doing.i) if t.pos == "VERB"), doing)
        if verb.lower not in _LEAVING:
            return None
    if verb.tag not in {"VBD", "VBN", "VBZ", "VBP", "VB"} or any(t.tag in {"MD", "TO"} for t in sentence.kids(verb.i, "aux")):
        return None
    return verb if verb.tag != "VB" or sentence.kids(verb.i, "neg") else None


def _deed(sentence: ParsedSentence, verb: Token, end: int) -> Token | None:
    """The deed that a clause tells as meant: an infinitive or gerund under its verb, or what may or will be done."""
    level = [verb]
    for _ in range(_DEPTH):
        found = [at for at in level if _is_meant(sentence, at, verb)]
        if found:
            return found[-1]
        level = [t for at in level for t in sentence.kids(at.i, *_CONTENT) if verb.i < t.i < end]
    return None


def _is_meant(sentence: ParsedSentence, word: Token, verb: Token) -> bool:
    """Whether a word is a deed that is only meant, itself and not a verb of meaning to do it."""
    meant = (word.tag in {"VB", "VBG"} and word.i != verb.i) or any(t.tag == "MD" for t in sentence.kids(word.i, "aux"))
    only_thought = word.lower in _THINKING and any(t.tag in {"VB", "VBG"} for t in sentence.kids(word.i, "xcomp"))
    return word.pos == "VERB" and meant and not only_thought


def done_so(act: Act) -> Parties | None:
    """Whoever says so does it, to whom the deed was meant for."""
    sentence, word = act.sentence, act.sentence.tokens[act.head]
    deed = meant_by(sentence, word) if word.lower in DOING else None
    if deed is None:
        return None
    given = verb_arguments(sentence, deed.i)
    above = [t for t in (_told(sentence, word), word) if t is not None]
    own = [t.i for one in above for t in sentence.kids(first_verb(sentence, one.i).i, *SUBJECTS)]
    told = tuple(dict.fromkeys((*given.objects, *given.datives, *given.at("to"), *given.at("from"), *given.at("with"))))
    asking = sentence.tokens[deed.head] if deed.dep == "xcomp" else None
    if asking is not None and all(sentence.tokens[i].pos == "PRON" for i in own):
        own = [t.i for t in sentence.kids(asking.i, "dobj")] or own  # "urged Mali to leave, and it did so"
    struck = tuple(i for i in told if nations_of(sentence, i)) or tuple(i for i in told if not sentence.kids(i, "poss"))
    return Parties(expand(sentence, own) or act.actors, struck or act.recipients)
