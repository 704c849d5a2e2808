"""Clauses of a list carried on from their stem: "The Authority decides to:" goes on in "a) close all borders;", "(b) suspend trade.".

The doer of each clause is told once, in the stem, and so is whether it is asked for, denied or still to come. A clause may be a stem itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.adopters import adopter, of_paper
from dateline.extract.attribution import speaker_kind
from dateline.extract.clausemarks import Clause
from dateline.extract.orders import as_ordered
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.phrases import phrase_at
from dateline.extract.wishes import ASKING, STEPS, wish_of
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of
from dateline.types import Mention, Phrase, RawAttribution, RawMention, Span, Status

DOING: Final = forms_of_verbs(text_of("extract.clauselist.doing"))
_NAMED: Final = words_of("extract.clauselist.named")
_SAYING: Final = forms_of_verbs(text_of("extract.clauselist.saying"))
#: What a stem ends in before its clauses ("recommends **that**:", "demands the **following**:").
_THAT: Final = frozenset({"that", "following", "this", "these"})
_CHARGING: Final = forms_of_verbs("accuse suspect blame")
#: Lists within lists go so deep.
_DEEPEST: Final = 8
_LATER: Final = forms_of_verbs(text_of("extract.clauselist.later")) | frozenset({"will", "shall"})


def carried(
    sentence: ParsedSentence, sentences: Sequence[ParsedSentence], found: Sequence[Clause], heads: Sequence[int], made: Sequence[RawMention], *, listed: bool = False
) -> list[RawMention]:
    """The acts of a sentence, those of its main verb with the doer that the stem of their clause names, and those of orders as not done.

    Args:
        sentence: a sentence.
        sentences: all of the document's.
        found: the clauses of the document.
        heads: the head words of the acts.
        made: the acts.
        listed: whether the sentence stands where the document lists what is to be done.
    """
    clause = clause_at(found, sentence) if found and made else None
    stem = _Stem.of(clause.stem, sentences, found) if clause is not None and clause.stem is not None else None
    if stem is None or stem.is_empty:
        return [as_ordered(sentence, head, act, listed=listed) for head, act in zip(heads, made, strict=True)]
    if stem.says:
        return [stem.voice(act) for act in made]
    return [_carried(sentence, head, act, stem) for head, act in zip(heads, made, strict=True)]


def _carried(sentence: ParsedSentence, head: int, act: RawMention, stem: _Stem) -> RawMention:
    """An act of a clause with what its stem says of it: of one that asks, also of what hangs on its verb and of what another is to do."""
    if _is_main(sentence, head):
        return stem.carry(act)
    return as_ordered(sentence, head, act, listed=True) if stem.asked else act


def clause_at(found: Sequence[Clause], sentence: ParsedSentence) -> Clause | None:
    """The clause that a sentence opens."""
    at = bisect_right(found, sentence.sentence.span.start, key=lambda one: one.start) - 1
    return found[at] if at >= 0 and found[at].start == sentence.sentence.span.start else None


def _is_main(sentence: ParsedSentence, head: int) -> bool:
    """Whether an act is that of a clause whose subject stands elsewhere: its first word, its main verb or one joined to that.

    A verb that the parser joins to one of another form belongs to the first verb ("**calls** on Chad to leave and **urges** Niger to stay").
    """
    token = sentence.tokens[head]
    if token.tag.startswith("NN") and token.dep == "dobj" and sentence.tokens[token.head].lower in DOING:
        token = sentence.tokens[token.head]
    if token.i == 0:
        return True
    if token.tag.startswith("NN") and token.dep == "conj":
        return False
    first = next((one for one in sentence.tokens if one.tag.startswith("VB")), token)
    if token.dep == "conj" and token.tag == first.tag == "VBZ" != sentence.tokens[token.head].tag:
        return True
    while (token.dep in {"conj", "xcomp"} or (token.dep == "advcl" and token.tag == "VBG")) and token.head != token.i and not sentence.kids(token.i, "nsubj", "nsubjpass"):
        token = sentence.tokens[token.head]
    return (token.dep == "ROOT" or token.i == 0) and not sentence.kids(token.i, "nsubj", "nsubjpass", "expl")


@dataclass(frozen=True, slots=True)
class _Stem:
    """What a stem says of its clauses: who does what they tell, or who says it, whether that is asked or charged, denied, or still to come."""

    doer: Phrase | None
    by: Phrase | None = None
    asked: bool = False
    says: bool = False
    negated: bool = False
    later: bool = False
    told: bool = False
    cue: Token | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it neither names a doer nor tells that anything was done ("Measures:")."""
        return self.doer is None and not (self.asked or self.says or self.told)

    @classmethod
    def of(cls, end: int, sentences: Sequence[ParsedSentence], found: Sequence[Clause], depth: int = _DEEPEST) -> _Stem | None:
        """The stem that ends at a place; where it is a clause without a subject, with that of its own stem, up to so many above it."""
        at = bisect_right(sentences, end - 1, key=lambda one: one.sentence.span.start) - 1
        if at < 0:
            return None
        sentence = sentences[at]
        outer = clause_at(found, sentence)
        stem = None if outer is None or not depth else outer.stem
        above = cls.of(stem, sentences, found, depth - 1) if stem is not None and stem < end else None
        root = next((token for token in sentence.tokens if token.dep == "ROOT"), sentence.tokens[0])
        if (name := _adopter(sentence)) is not None:
            return cls(name)
        negated = bool(sentence.kids(root.i, "neg")) or sentence.tokens[max(0, len(sentence.tokens) - 3)].lower == "not"
        if (wish := wish_of(sentence, root)) is not None:
            return cls(phrase_at(sentence, wish.of.i) if wish.of is not None else None, asked=True, negated=negated, cue=wish.cue)
        verb = _last_verb(sentence, root)
        subject = _subject(sentence, root, verb) or (above.doer if above is not None else None)
        if verb.lower in _SAYING:
            return cls(None, subject, says=subject is not None)
        negated = bool(sentence.kids(verb.i, "neg")) or sentence.tokens[max(0, len(sentence.tokens) - 3)].lower == "not"
        asked = verb.lower in ASKING
        if (asked or verb.lower in _CHARGING) and ((whom := _object(sentence, verb)) is not None or asked):
            return cls(whom, subject, asked=asked, negated=negated and asked, cue=verb if asked else None)
        later = verb.lower in _LATER or any(token.lower in _LATER for token in sentence.kids(verb.i, "aux")) or (len(sentence.tokens) > 1 and sentence.tokens[-2].lower in _LATER)
        return cls(subject, negated=negated, later=later, told=any(token.tag in {"VBD", "VBN"} for token in sentence.tokens))

    def voice(self, act: RawMention) -> RawMention:
        """An act of a clause in the words of whoever says it ("The panel found the following:")."""
        return replace(act, attribution=act.attribution or RawAttribution(speaker_kind(self.by), self.by))

    def carry(self, act: RawMention) -> RawMention:
        """An act of a clause as the stem tells it."""
        actors = (self.doer,) if self.doer is not None else act.actors
        status = Status.HYPOTHETICAL if self.asked else Status.FUTURE if self.later and act.status is Status.OCCURRED else act.status
        said = act.attribution or (RawAttribution(speaker_kind(self.by), self.by) if self.by is not None and not self.asked else None)
        recipients = tuple(one for one in act.recipients if one not in actors)
        cue = Mention(self.cue.text, Span(self.cue.start, self.cue.end)) if self.cue is not None else act.cues.status
        cues, time = replace(act.cues, status=cue), None if self.asked else act.time
        return replace(act, actors=actors, recipients=recipients, status=status, negated=act.negated != self.negated, attribution=said, time=time, cues=cues)


def _adopter(sentence: ParsedSentence) -> Phrase | None:
    """The body that adopts a resolution, of a stem that is its name or the title of its paper."""
    words = sentence.sentence
    named = adopter(words.text) or of_paper(words.text)
    if named is None:
        return None
    inside = [token for token in sentence.tokens if named.start <= token.start - words.span.start < named.end]
    head = next((token for token in inside if token.dep == "ROOT" or sentence.tokens[token.head] not in inside), None)
    return phrase_at(sentence, head.i) if head is not None else None


def _last_verb(sentence: ParsedSentence, root: Token) -> Token:
    """The verb that the clauses go on with: the main one, or the last that is joined to it."""
    joined = [token for token in sentence.kids(root.i, "conj") if token.tag.startswith("VB")]
    return joined[-1] if joined else root


def _subject(sentence: ParsedSentence, root: Token, verb: Token) -> Phrase | None:
    """Who decides, agrees or asks in a stem; of a passive its agent, of a bare name ("The Parties:") that name."""
    for word in (verb, root):
        for token in (one for one in sentence.kids(word.i, "nsubj") if one.lower not in STEPS):
            return phrase_at(sentence, token.i)
        for agent in sentence.kids(word.i, "agent"):
            for token in sentence.kids(agent.i, "pobj"):
                return phrase_at(sentence, token.i)
    return phrase_at(sentence, root.i) if root.tag.startswith("NNP") or root.lower in _NAMED or root.tag == "PRP" else None


def _object(sentence: ParsedSentence, verb: Token) -> Phrase | None:
    """Whom a stem asks or charges ("calls on **the parties** to:", "urges **Kigali** to:")."""
    for token in (one for one in sentence.kids(verb.i, "dobj", "dative") if one.lower not in _THAT):
        return phrase_at(sentence, token.i)
    for prep in sentence.kids(verb.i, "prep"):
        for token in sentence.kids(prep.i, "pobj") if prep.lower in {"on", "upon", "to"} else ():
            return phrase_at(sentence, token.i)
    for lower in sentence.kids(verb.i, "ccomp", "xcomp"):
        for token in sentence.kids(lower.i, "nsubj"):
            return phrase_at(sentence, token.i)
    return None
