"""Frames of speech in a sentence: who is said to say what, with the words that say so and the words that are said.

A frame is found by its structure (a verb with a that-clause, a parenthesis ", officials said,", "according to", a colon in a headline);
the words of ``ontology/data/speech.toml`` say of which class its cue is. Which frame an act stands in is decided in
:mod:`dateline.extract.telling`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from dateline.extract.attribution import can_speak
from dateline.extract.frames.adjuncts import adjunct_frames, noun_frames
from dateline.extract.frames.headlines import colon_frames, tail_frames
from dateline.extract.frames.speakers import object_of
from dateline.extract.frames.values import Carried, Frame
from dateline.extract.frames.verbs import verb_frames
from dateline.extract.parse import ParsedSentence
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.speech import load_speech
from dateline.types import SentenceKind

__all__ = ["Carried", "Frame", "frames"]

#: Frames kept by sentence; a document's acts come in order, so few suffice.
_CACHE = 64


@lru_cache(maxsize=_CACHE)
def frames(sentence: ParsedSentence) -> tuple[Frame, ...]:
    """All frames of a sentence, those of the fewest words first."""
    words = load_speech()
    found = [*verb_frames(sentence, words), *adjunct_frames(sentence, words), *noun_frames(sentence, words)]
    if sentence.sentence.kind is SentenceKind.HEADLINE:
        found += [*colon_frames(sentence), *tail_frames(sentence, words)]
    kept = [_chained(sentence, frame) for frame in found if frame.said or frame.tail]
    return tuple(sorted(kept, key=lambda f: (len(f.said), f.cue)))


#: Verbs by which a medium names its own source.
_CITING = forms_of_verbs("cite quote")
#: Media by nouns that are bodies' too.
_WIRES = frozenset({"agency", "agencies", "station", "network"})
#: Two words behind which a medium names its source.
_RELAYING = frozenset({("reference", "to"), ("referring", "to"), ("authority", "of")})


def _chained(sentence: ParsedSentence, frame: Frame) -> Frame:
    """"Yonhap reported, citing the NIS", "according to Yonhap, which cited the NIS": the NIS says so, via Yonhap."""
    if frame.speaker is not None and frame.form in {"clause", "parenthesis", "adjunct"}:
        for verb in sentence.kids(frame.speaker, "relcl"):
            which = verb.lower in _CITING and any(t.lower in {"which", "who"} for t in sentence.kids(verb.i, "nsubj"))
            target = object_of(sentence, verb) if which else None
            if target is not None:
                return replace(frame, speaker=target, said=frame.said - set(sentence.subtree(verb.i)), via=frame.speaker)
    if frame.form not in {"clause", "parenthesis"}:
        return frame
    above = sentence.tokens[sentence.tokens[frame.cue].head]
    quoting = sentence.tokens[above.head] if above.lower == "as" else None
    if quoting is not None and quoting.lower in _CITING and frame.speaker in {t.i for t in sentence.kids(quoting.i, "dobj")}:
        return replace(frame, via=next((t.i for t in sentence.kids(quoting.i, "nsubj")), None))
    hosts = {frame.cue, frame.speaker, *(c.i for c in sentence.kids(frame.cue, "ccomp") if c.i > frame.cue)}
    for token in sentence.tokens:
        if token.lower in {"citing", "quoting"} and token.head in hosts and token.head != token.i:
            target = object_of(sentence, token)
            if target is not None:
                said = frame.said - set(sentence.subtree(token.i))
                return replace(frame, speaker=target, said=said, via=frame.speaker)
    return _relayed(sentence, frame)


def _relayed(sentence: ParsedSentence, frame: Frame) -> Frame:
    """A medium that reports with its source behind a phrase: "the agency reported **with reference to** the border guards", "on the authority of the police"."""
    speaker = sentence.tokens[frame.speaker] if frame.speaker is not None else None
    if speaker is None or not (speaker.lower in _WIRES or load_speech().kinds.get(speaker.lower) == "media" or speaker.tag == "NNP"):
        return frame
    for token in sentence.tokens[frame.cue + 1 : -2]:
        follows = sentence.tokens[token.i + 1]
        if (token.lower, follows.lower) not in _RELAYING or (token.tag == "VBG" and speaker.tag == "NNP" and speaker.lower not in load_speech().kinds):
            continue
        target = next((t.i for t in sentence.kids(follows.i, "pobj")), None)
        if target is None or (token.tag == "VBG" and not can_speak(sentence.tokens[target].text)):
            continue
        opening = min(token.i, *(sentence.leftmost[t] for t in (token.i, token.head) if sentence.tokens[t].tag in {"IN", "VBG", "NN"}))
        said = frame.said - set(range(max(opening, frame.cue + 1), max(sentence.subtree(follows.i)) + 1))
        return replace(frame, speaker=target, said=said, via=frame.speaker)
    return frame
