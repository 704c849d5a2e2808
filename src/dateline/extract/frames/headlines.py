"""Frames of headlines: a colon or dash before or behind who speaks, and a verb at the end."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.attribution import can_speak
from dateline.extract.frames.speakers import last_noun
from dateline.extract.frames.values import Frame
from dateline.extract.parse import ParsedSentence
from dateline.extract.tags import FINITE
from dateline.ontology.speech import SpeechWords

#: A speaker at the end or start of a headline is this long at most, in tokens ("South Korea's National Intelligence Service").
_HEADLINE_SPEAKER = 7


def colon_frames(sentence: ParsedSentence) -> Iterator[Frame]:
    """"...: NIS", "UN: ...", "... - police" in a headline."""
    for mark in sentence.tokens:
        if mark.text not in {":", "-", "–", "—", "--"} or not 0 < mark.i < len(sentence.tokens) - 1:
            continue
        if mark.text == "-" and sentence.tokens[mark.i - 1].end == mark.start:
            continue
        tail, head = sentence.tokens[mark.i + 1 :], sentence.tokens[: mark.i]
        for form, part, other in (("colon after", tail, head), ("colon before", head, tail)):
            if form == "colon before" and (mark.text != ":" or not any(can_speak(t.text) for t in part)):
                continue
            if len(part) <= _HEADLINE_SPEAKER and all(t.pos in {"PROPN", "NOUN", "ADJ", "PUNCT", "PART", "ADP", "DET"} for t in part):
                yield Frame(form, mark.i, last_noun(part), frozenset(t.i for t in other))


def tail_frames(sentence: ParsedSentence, words: SpeechWords) -> Iterator[Frame]:
    """"..., Poll Suggests" and "..., Says South's Defense Chief" at the end of a headline, whose capitals the tagger takes for names."""
    commas = [t.i for t in sentence.tokens if t.text == ","]
    tail = sentence.tokens[commas[-1] + 1 :] if commas else ()
    if not 2 <= len(tail) <= _HEADLINE_SPEAKER:
        return
    for verb, rest in ((tail[-1], tail[:-1]), (tail[0], tail[1:])):
        kind, lemma = words.verbs.get(verb.lower, ("", ""))
        speaker = last_noun(rest)
        if kind and verb.lower.endswith("s") and speaker is not None and all(t.tag not in FINITE for t in rest):
            yield Frame("parenthesis", verb.i, speaker, frozenset(range(commas[-1])), kind, lemma)
            return
