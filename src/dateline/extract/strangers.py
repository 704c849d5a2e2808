"""Parties that a sentence gives to other acts: who only answers a deed, the object of the clause before, the captive."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, first_of_row, objects_of, wanted
from dateline.extract.parse import ParsedSentence
from dateline.extract.tags import TENSED
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.speech import load_speech
from dateline.ontology.wordlists import text_of

_ANSWERING: Final = forms_of_verbs(text_of("extract.strangers.answering"))
_AVENGING: Final = forms_of_verbs("avenge answer")
#: Types of deeds that one answers.
_ANSWERED: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
_RELEASE: Final = frozenset("release freedom freeing liberation".split())
#: Types of acts that nobody tells of himself.
_DEEDS: Final = frozenset({"ASSAULT", "COERCE"})
_ATTACKS: Final = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def without_strangers(act: Act, acts: tuple[Act, ...]) -> Act:
    """An act without the parties that are none of it."""
    others = _responders(act) | _objects_before(act, acts)
    after = _held(act) | _attacked(act, acts)
    if others.isdisjoint(act.actors) and after.isdisjoint(act.recipients):
        return act
    return replace(act, actors=tuple(i for i in act.actors if i not in others), recipients=tuple(i for i in act.recipients if i not in after))


def _responders(act: Act) -> frozenset[int]:
    """Who answers a deed, which another did: "how **the Kremlin** responded to the downing", "**Chad** retaliated for the raid"."""
    sentence = act.sentence
    noun = sentence.tokens[act.head]
    if noun.pos != "NOUN" or act.type not in _ANSWERED or noun.dep not in {"pobj", "dobj"}:
        return frozenset()
    link = sentence.tokens[noun.head]
    verb = sentence.tokens[link.head] if noun.dep == "pobj" else link
    answers = verb.lower in _AVENGING if noun.dep == "dobj" else verb.lower in _ANSWERING and link.lower in {"to", "for"}
    own = {t.i for t in sentence.kids(noun.i, "poss", "compound", "amod")}
    if not answers:
        return frozenset()
    return frozenset(i for i in expand(sentence, [t.i for t in sentence.kids(first_of_row(sentence, verb).i, "nsubj")]) if i not in own)


def _objects_before(act: Act, acts: tuple[Act, ...]) -> frozenset[int]:
    """The object of a clause that the parser joins to the subject of the next: "Chad expelled **the consul** and Mali recalled its envoy"."""
    sentence = act.sentence
    subjects = [i for i in act.actors if i < act.trigger[0]]
    if sentence.tokens[act.head].pos != "VERB" or len(subjects) < 2:
        return frozenset()
    last = subjects[-1]
    if not _opens_clause(sentence, last, act.trigger[0]) or _is_told(sentence, act.head):
        return frozenset()
    before = [one for one in acts if one is not act and one.trigger[1] < last and _is_finite(sentence, one.head)]
    return frozenset(i for i in subjects[:-1] if any(i in one.recipients if one.trigger[1] < i else i in one.actors for one in before))


def _attacked(act: Act, acts: tuple[Act, ...]) -> frozenset[int]:
    """Whom the one who is struck back at has attacked: "a mob stormed **the Thai mission** and police fired at the crowd"."""
    if act.type not in _DEEDS:
        return frozenset()
    before = [one for one in acts if one.head < act.head and one.type in _ATTACKS and set(one.actors) & set(act.recipients) and not set(one.actors) & set(act.actors)]
    return frozenset(i for one in before for i in one.recipients if i not in one.actors)


def _held(act: Act) -> frozenset[int]:
    """Whose release is demanded, who is not asked for it: "demanded **the pilot's** release", "called for the freeing **of two monks**"."""
    sentence = act.sentence
    verb = sentence.tokens[act.head]
    if act.type != "REQUEST" or verb.pos != "VERB":
        return frozenset()
    freed = [t for t in wanted(sentence, verb.i) if t.lower in _RELEASE]
    whose = [t.i for noun in freed for t in sentence.kids(noun.i, "poss")]
    return frozenset((*expand(sentence, whose), *objects_of(sentence, [t.i for t in freed], "of")))


def _is_told(sentence: ParsedSentence, head: int) -> bool:
    """Whether an act is what somebody says or wants: "urged that Togo **and Benin hold** talks", "claimed Togo **and Benin attacked**"."""
    verb = sentence.tokens[head]
    above = sentence.tokens[verb.head].lower
    return verb.dep == "ccomp" and (bool(sentence.kids(head, "mark")) or above in load_speech().verbs or above in load_speech().accusing)


def _is_finite(sentence: ParsedSentence, head: int) -> bool:
    """Whether an act is the verb of a clause that tells something, not of one inside a noun phrase."""
    verb = sentence.tokens[head]
    return verb.pos == "VERB" and verb.tag in TENSED and verb.dep not in {"relcl", "acl"}


def _opens_clause(sentence: ParsedSentence, last: int, trigger: int) -> bool:
    """Whether a subject stands right behind "and" and before its verb, so that a clause can begin with it."""
    first = min((i for i in sentence.subtree(last)), default=last)
    return sentence.tokens[max(0, first - 1)].lower in {"and", "but", "while"} and all(t.pos in {"AUX", "ADV", "PART"} for t in sentence.tokens[last + 1 : trigger])
