"""Acts told in a turn of speech: who says so, what a questioner only asks, and what the answer denies or confirms.

"QUESTION: Has Kenya expelled the envoy?" tells of no expulsion. "MR ODHIAMBO: No." denies it, "Yes." tells it, both in the words of who answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from dateline.extract.attribution import speaker_kind
from dateline.extract.clauselist import DOING
from dateline.extract.parse import ParsedSentence
from dateline.extract.phrases import phrase_at
from dateline.extract.questions import is_asked
from dateline.turns import Turn, label_phrase, turn_number
from dateline.types import (
    Certainty,
    Cues,
    Document,
    Mention,
    Phrase,
    PhraseForm,
    RawAttribution,
    RawMention,
    Sentence,
    SentenceKind,
    Span,
    Status,
)

_THAT: Final = r"(?:that|this|it|these|those|they)(?:\s+(?:claims?|reports?|allegations?|stor(?:y|ies)|statements?|accusations?))?"
_UNTRUE: Final = (
    r"(?:false|untrue|wrong|incorrect|inaccurate|baseless|unfounded|fabricated|nonsense|fake(?: news)?|a lie|lies|a fabrication"
    r"|not (?:true|accurate|correct|right|so|the case))"
)
_OPENING: Final = r"\W*(?:(?:well|look|so|thank(?:s| you)[^.!?\n]{0,40}|first of all|again|honestly|i(?:['’]m| am) afraid)\s*[,.!—–-]*\s+){0,4}"
#: An answer that denies the statement it answers, beyond a mere "no".
_DENIES: Final = re.compile(
    rf"{_OPENING}(?:no\s*[,.!—–-]+\s*)?(?:(?:i think |i (?:can|would) say |obviously |simply |of course )?{_THAT}(?:['’]s|\s+(?:is|are|was|were))\s+(?:\w+ly\s+|just\s+|all\s+)?"
    rf"{_UNTRUE}"
    rf"|{_THAT}\s+(?:isn['’]t|is\s+not|aren['’]t|are\s+not|wasn['’]t|was\s+not)\s+(?:\w+ly\s+|at\s+all\s+)?(?:true|accurate|correct|right|so|the\s+case)"
    rf"|{_THAT}\s+(?:did\s+not|didn['’]t|never|has\s+not|hasn['’]t)\s+(?:happen|happened|take\s+place|taken\s+place|occur|occurred)"
    r"|there\s+(?:is|was|has\s+been)\s+(?:absolutely\s+)?no\s+(?:such|truth|basis)\b"
    r"|(?:we|i)(?:\s+have|['’]ve)?\s+(?:\w+\s+)?(?:seen|made|taken|done|know\s+of|heard\s+of)\s+no\s+such\b"
    rf"|(?:we|i)\s+(?:\w+ly\s+)?(?:deny|reject|refute)\s+(?:{_THAT}|the(?:se)?\s+(?:claim|report|allegation|accusation)s?)\b|nothing\s+of\s+the\s+(?:sort|kind)"
    rf"|(?:{_UNTRUE}|nonsense|rubbish)\s*(?:[.!]|\Z))",
    re.IGNORECASE,
)
_NO: Final = re.compile(
    rf"{_OPENING}(?:no|nope|never|not\s+at\s+all|(?:absolutely|certainly|definitely|of\s+course|categorically|surely)\s+not|the\s+answer\s+(?:to\s+that\s+)?is\s+no)\s*(?:[,.!;:—–-]|\Z)",
    re.IGNORECASE,
)
_YES: Final = re.compile(
    rf"{_OPENING}(?:yes|yeah|indeed|(?:absolutely|certainly|definitely|of\s+course)(?!\s+not)|{_THAT}(?:['’]s|\s+(?:is|are))\s+(?:\w+ly\s+)?(?:true|correct|right|accurate|so|the\s+case)"
    r"|(?:i|we)\s+can\s+confirm\s+(?:that|this|it|so))\s*(?:[,.!;:—–-]|\Z)",
    re.IGNORECASE,
)
#: A question that asks neither yes nor no.
_OPEN: Final = re.compile(
    r"(?:(?:and|but|so|also|then|secondly?|finally)\W+)*(?:what|how|why|when|where|who|whom|whose|which"
    r"|your (?:reaction|response|comment|view|thoughts)|any (?:reaction|comment|response))\b",
    re.IGNORECASE,
)
_QUESTIONS: Final = re.compile(r"(?:\A|(?<=[.!?\n]))[^.!?\n]+\?")
_FIRST: Final = frozenset({"i", "we", "us", "me"})
#: Thanks to whoever gives the floor or an answer.
_THANKS: Final = re.compile(r"\W*(?:(?:and|well|okay|ok|great|yes|no)\W+)?thank(?:s| you)\b(?:\W+\w[\w.]*){0,6}\W*\Z", re.IGNORECASE)
_EVENT: Final = re.compile(r"interview|press conference|news conference|briefing|remarks|transcript", re.IGNORECASE)
_PERSONS: Final = frozenset({"i", "we", "you"})
#: So many characters of an answer show which it is.
_ANSWER: Final = 200
#: Those who answer for nobody but the medium they ask for.
_MEDIA: Final = "media"
_QUOTES: Final = frozenset({'"', "“", "”", "``", "''"})


class Reply(StrEnum):
    """What an answer makes of what was asked."""

    DENIES = "denies"
    NO = "no"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns of a document, with what each is answered."""

    turns: tuple[Turn, ...]
    replies: tuple[Reply | None, ...]
    text: str

    @classmethod
    def of(cls, document: Document, found: Sequence[Turn]) -> Talk:
        """The talk of a document, given its turns."""
        after = [*found[1:], None] if found else []
        return cls(tuple(found), tuple(_reply(document.text, turn) for turn in after), document.text)

    def is_empty(self, sentence: ParsedSentence, kind: str) -> bool:
        """Whether the act of a kind in a sentence is none but the occasion or a courtesy ("Interview with ...", "Thanks, Karine")."""
        if not self.turns:
            return False
        text = sentence.sentence.text
        titled = kind == "CONSULT" and sentence.sentence.kind is SentenceKind.HEADLINE and _EVENT.search(text) is not None
        return titled or (kind == "SUPPORT" and _THANKS.match(text) is not None)

    def told(self, sentence: ParsedSentence, heads: Sequence[int], made: Sequence[RawMention]) -> list[RawMention]:
        """The acts of a sentence as its turn tells them.

        Args:
            sentence: the sentence.
            heads: the head words of its acts.
            made: the acts.
        """
        at = turn_number(self.turns, sentence.sentence.span.start)
        if at is None:
            return list(made)
        return [self._told(at, sentence, head, act) for head, act in zip(heads, made, strict=True)]

    def _told(self, at: int, sentence: ParsedSentence, head: int, act: RawMention) -> RawMention:
        turn = self.turns[at]
        verb = _verb(sentence, head, act.trigger.span)
        act = replace(act, attribution=_voice(turn, act), actors=_spoken_to(sentence, verb) or _uncalled(act.actors, sentence.sentence))
        asked = _is_question(sentence.sentence) and is_asked(sentence, verb, tentative=turn.asker)
        reply = self.replies[at]
        if reply is Reply.DENIES and not asked and self._is_stated(turn, sentence.sentence):
            return self._answered(at, act, negated=True)
        if reply is not None and asked and self._is_last(turn, sentence.sentence):
            return self._answered(at, act, negated=reply is not Reply.YES)
        if asked and act.status in {Status.OCCURRED, Status.ONGOING, Status.FUTURE, Status.HISTORICAL}:
            return replace(act, status=Status.HYPOTHETICAL, certainty=Certainty.CERTAIN, time=None)
        return act

    def _answered(self, at: int, act: RawMention, *, negated: bool) -> RawMention:
        """An act that was asked for as its answer tells it."""
        status = Status.OCCURRED if act.status is Status.HYPOTHETICAL else act.status
        turn = self.turns[at + 1]
        cue = _cue(self.text, turn)
        cues = Cues(cue if negated else None, None, None, cue)
        return replace(act, status=status, negated=negated, certainty=Certainty.CERTAIN, attribution=_speaker(turn, act.sentence), cues=cues)

    def _is_last(self, turn: Turn, sentence: Sentence) -> bool:
        """Whether a turn asks no more behind a sentence."""
        return self.text.find("?", sentence.span.end, turn.end) < 0

    def _is_stated(self, turn: Turn, sentence: Sentence) -> bool:
        """Whether a turn states a sentence and asks nothing else that is answered by yes or no."""
        if not turn.asker or _is_question(sentence):
            return False
        return all(_OPEN.match(one.strip()) for one in _QUESTIONS.findall(self.text[turn.start : turn.end]))


def _is_question(sentence: Sentence) -> bool:
    return sentence.text.rstrip("\"”’) ").endswith("?")


def _verb(sentence: ParsedSentence, head: int, trigger: Span) -> int:
    """The verb of a trigger that ends in its noun ("**reimpose** sanctions"), else the head word."""
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    return above.i if token.pos == "NOUN" and token.dep == "dobj" and (trigger.start <= above.start < token.start or above.lower in DOING) else head


def _spoken_to(sentence: ParsedSentence, verb: int) -> tuple[Phrase, ...]:
    """The "I", "we" or "you" that is the subject of an act in the active voice: in a turn that is its doer, whoever else the sentence names."""
    quotes = sum(one.text in _QUOTES for one in sentence.tokens[:verb])
    if sentence.kids(verb, "nsubjpass", "auxpass") or quotes % 2:
        return ()
    own = [token for token in sentence.kids(verb, "nsubj") if token.lower in _PERSONS and not sentence.kids(token.i, "conj")]
    phrase = phrase_at(sentence, own[0].i) if own else None
    return (phrase,) if phrase is not None else ()


def _uncalled(actors: tuple[Phrase, ...], sentence: Sentence) -> tuple[Phrase, ...]:
    """The actors without whom a sentence calls by title at its head ("**Mr President**, has Warsaw ...?"), where others are left."""
    rest = tuple(
        one for one in actors if not (one.mention.span.start == sentence.span.start and sentence.text[one.mention.span.end - sentence.span.start :].startswith(","))
    )
    return rest or actors


def _reply(text: str, turn: Turn | None) -> Reply | None:
    """What a turn that follows a question makes of it; ``None`` where its first words say neither."""
    if turn is None or turn.asker:
        return None
    words = text[turn.start : min(turn.end, turn.start + _ANSWER)]
    found = ((Reply.DENIES, _DENIES), (Reply.NO, _NO), (Reply.YES, _YES))
    return next((reply for reply, form in found if form.match(words)), None)


def _cue(text: str, turn: Turn) -> Mention:
    """The first words of an answer, up to the mark that ends them."""
    words = re.match(r"[^,.!?;\n]+", text[turn.start : min(turn.end, turn.start + _ANSWER)])
    end = turn.start + (words.end() if words else 1)
    return Mention(text[turn.start : end], Span(turn.start, end))


def _voice(turn: Turn, act: RawMention) -> RawAttribution | None:
    """Who says so: whom the sentence names, else the speaker of the turn, also where that is its "I" or "we"."""
    own = act.attribution
    first = own is not None and own.phrase is not None and own.phrase.form is PhraseForm.PRONOUN and own.phrase.mention.text.lower() in _FIRST
    return _speaker(turn, act.sentence) if own is None or first else own


def _speaker(turn: Turn, sentence: Sentence) -> RawAttribution:
    if turn.anybody:
        return RawAttribution("unnamed")
    phrase = label_phrase(turn, sentence.index)
    if turn.asker and turn.office is None:
        return RawAttribution(_MEDIA, phrase)
    kind = speaker_kind(phrase)
    return RawAttribution(kind if kind in {"institution", "media"} else "speaker", phrase)
