"""Acts that a speaker does by saying so: "said it **would not yield**", "said the army **would strike** back", "**We demand** a recount," she said.

Whoever promises, refuses, demands, concedes or threatens does it in the words that are told, so that the author tells it of the speaker and nobody
reports it. In the training passages 76 of 317 such acts are attributed, of earlier ones ("said it had refused") 40 of 61.
"""

from __future__ import annotations

from typing import Final

from dateline.extract.arguments import light_verb, verb_arguments
from dateline.extract.frames import Frame
from dateline.extract.parse import ParsedSentence, Token

#: Types of acts that are words of whoever does them.
UTTERED: Final = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
_VOICED: Final = frozenset({"clause", "parenthesis"})
_FIRST: Final = frozenset({"i", "we"})
_THIRD: Final = frozenset({"it", "they", "he", "she"})
_PERFECT: Final = frozenset({"have", "has", "had", "'ve", "’ve"})


def is_own_word(sentence: ParsedSentence, head: int, kind: str, frame: Frame) -> bool:
    """Whether an act is itself what its speaker says, and is done by saying it.

    A threat is, whoever is to carry it out ("said **his party would** leave"); of the other types one whose subject is the speaker.

    Args:
        sentence: the sentence.
        head: the act's head word.
        kind: the act's type.
        frame: the frame of speech that holds it.
    """
    if kind not in UTTERED or frame.form not in _VOICED or frame.speaker is None or head not in frame.said:
        return False
    verb = _verb(sentence, head)
    if verb is None or not _is_said(sentence, verb, frame) or _is_earlier(sentence, verb):
        return False
    subjects = [sentence.tokens[i] for i in verb_arguments(sentence, verb.i).subjects]
    if any(t.lower in _FIRST for t in subjects):
        return verb.tag != "VBD"
    if kind == "THREATEN" and frame.form == "clause":
        return True
    return any(t.i == frame.speaker or (t.lower in _THIRD and frame.speaker < verb.i) for t in subjects)


def _verb(sentence: ParsedSentence, head: int) -> Token | None:
    """The verb of an act: its own, the light verb of a noun, or the copula of an adjective ("was **ready** to mediate")."""
    token = sentence.tokens[head]
    if token.pos in {"NOUN", "PROPN"}:
        return light_verb(sentence, head)
    above = sentence.tokens[token.head]
    return above if token.dep == "acomp" and above.pos in {"VERB", "AUX"} else token


def _is_said(sentence: ParsedSentence, verb: Token, frame: Frame) -> bool:
    """Whether a verb heads what is said, or stands in a row with the one that does."""
    while verb.dep == "conj" and verb.head in frame.said and verb.head != verb.i:
        verb = sentence.tokens[verb.head]
    return verb.head == verb.i or verb.head not in frame.said


def _is_earlier(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb tells of something done before it was told ("said it **had** refused")."""
    return verb.tag in {"VBN", "VBD"} and any(t.lower in _PERFECT for t in sentence.kids(verb.i, "aux"))
