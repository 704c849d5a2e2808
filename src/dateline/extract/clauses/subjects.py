"""Whose clause another subject stands in: "**Germany** froze aid; Britain halted payments", "units, which **had been trained** abroad"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.extract.act import Act
from dateline.extract.acttime import OF_WORDS
from dateline.extract.arguments import first_of_row, verb_arguments
from dateline.extract.clauses.parties import Parties, arguments_of, first_verb, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS
from dateline.ontology.speech import load_speech
from dateline.ontology.wordlists import words_of
from dateline.types import SentenceKind

#: Types of acts of which the subject of a passive is the object, never the doer; forces "are deployed" and guests "were received" by themselves.
_DONE_TO: Final = frozenset({"AID", "ASSAULT", "COERCE", "SANCTION", "ACCUSE"})
_TAKING_PART: Final = words_of("extract.clauses.subjects.taking_part")
#: Types of acts of two: a collective subject ("the two capitals signed") may have its members named in another clause.
_JOINT: Final = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "AGREE"})
#: Types of acts that are not done together by two of whom only the second is said to whom ("France offered money and Germany sent nurses to Mali").
_AT_SOMEBODY: Final = frozenset({"ACCUSE", "REJECT", "REQUEST", "PROTEST", "ASSAULT", "COERCE"})


def passive(act: Act) -> Parties | None:
    """The subject of a passive has it done to himself: "units, which **had been trained** abroad", "tried to land but **were driven** off"."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type not in _DONE_TO or verb.pos != "VERB" or verb.tag not in {"VBN", "VBD"} or verb.lower in _TAKING_PART:
        return None
    if not sentence.kids(act.head, "auxpass") and not sentence.kids(first_verb(sentence, act.head).i, "nsubjpass"):
        return None
    objects = verb_arguments(sentence, act.head).objects
    turned = tuple(i for i in act.actors if i in objects)
    return Parties(act.actors, (*turned, *act.recipients), phrase_of(sentence, objects)) if turned else None


def other_subjects(act: Act) -> Parties | None:
    """The subject of another clause is no actor where the act's own is one: "**Germany** froze aid; Britain halted payments"; but "the strike that **Chad** made"."""
    sentence = act.sentence
    own = [i for i in arguments_of(sentence, act.head).subjects if i in act.actors]
    if not own or any(_is_reference(sentence, i) for i in own):
        return None
    if act.type in _JOINT and (sentence.tokens[act.head].pos != "VERB" or any(sentence.tokens[i].tag == "NNS" for i in own)):
        return None
    others = frozenset(i for i in act.actors if i not in own and _is_subject_elsewhere(sentence, i, act.head) and not _is_beside(sentence, i, own))
    if act.type in OF_WORDS:
        others -= {i for i in others if _says(sentence, i, act.head)}
    return Parties(act.actors, act.recipients, phrase_of(sentence, others)) if others else None


def _is_reference(sentence: ParsedSentence, index: int) -> bool:
    """Whether a subject points back to another, which so may act too ("**they**", "**each**", "**their** navies")."""
    token = sentence.tokens[index]
    if token.pos in {"PRON", "DET", "NUM"} or token.lower in {"each", "both", "all"}:
        return True
    return any(t.tag == "PRP$" for t in sentence.kids(index, "poss"))


def _says(sentence: ParsedSentence, index: int, head: int) -> bool:
    """Whether a word is the subject of a verb in whose clause the act stands ("**Oslo** said the envoy had erred"), and not beside it ("**Oslo** hesitated and ...")."""
    above = [sentence.tokens[head], *sentence.ancestors(head)]
    at = next((n for n, t in enumerate(above) if n and t.i == sentence.tokens[index].head), 0)
    if index in {t.i for t in above}:
        return True  # "Oman and Iran trade accusations", where the parser joins the noun to the name
    if not at or above[at - 1].dep in {"conj", "advcl"}:
        return False
    if any(t.dep == "relcl" for t in above[:at]) and above[at].lower not in load_speech().verbs:
        return False
    return above[at - 1].i > above[at].i or _tells(above[at])


def _tells(verb: Token) -> bool:
    """Whether a verb may follow what somebody says (", Oslo **said**"), not one that only gives a name ("**called** it a crime")."""
    return load_speech().verbs.get(verb.lower, ("label", ""))[0] != "label"


def next_clause(act: Act) -> Parties | None:
    """What the clause behind says of others with a subject of its own is not done to by this one: "Oslo protested, and Riga expelled **the Cuban envoy**"."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type not in _AT_SOMEBODY or verb.pos != "VERB" or sentence.sentence.kind is SentenceKind.HEADLINE or not sentence.kids(act.head, "nsubj"):
        return None
    behind = [t for t in sentence.kids(act.head, "conj") if t.i > act.head]
    spliced = sentence.tokens[verb.head]
    if verb.dep == "ccomp" and spliced.i > act.head and not _tells(spliced):
        behind.append(spliced)
    clauses = [t for t in behind if t.pos == "VERB" and any(s.i > act.head and s.pos == "PROPN" for s in sentence.kids(t.i, *SUBJECTS))]
    out = frozenset(i for t in clauses for i in sentence.subtree(t.i) if i > t.i)
    told = (sentence.kids(act.head, "dobj") or act.recipients) and out.isdisjoint(act.recipients)
    return Parties(act.actors, act.recipients, no_recipients=out) if out and not told else None


def _is_beside(sentence: ParsedSentence, index: int, own: Sequence[int]) -> bool:
    """Whether only commas stand between a word and the act's subject ("**Spain**, Morocco share files")."""
    following = next((t for t in sentence.tokens[index + 1 :] if t.text not in {",", "&"}), None)
    return following is not None and following.i in {sentence.leftmost[i] for i in own}


def _is_subject_elsewhere(sentence: ParsedSentence, index: int, head: int) -> bool:
    """Whether a word, or what it is coordinated with, does what another clause tells."""
    token = first_of_row(sentence, sentence.tokens[index], lambda _, above: above.pos in {"NOUN", "PROPN", "PRON"})
    verb = sentence.tokens[token.head]
    return token.dep in SUBJECTS and verb.i != head and not (verb.dep == "relcl" and verb.head == head)
