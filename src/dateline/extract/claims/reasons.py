"""Motives that no infinitive and no "because" tells: "jailed ... over corruption", "wanted to avoid a rupture", "may have been tactical"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.extract.claims.cues import BE, load_claim_cues
from dateline.extract.claims.grammar import (
    Candidate,
    adjective_cue,
    group_start,
    group_words,
    is_actor,
    is_public,
    outside_names,
    subject_of,
    verb_cue,
)
from dateline.extract.claims.markers import motive_holder
from dateline.extract.claims.outlooks import after_adverbs, hedge
from dateline.extract.parse import ParsedSentence, Token
from dateline.types import Certainty

_WISHED: Final = frozenset({"wanted", "wished", "hoped", "sought"})


def reasons(sentence: ParsedSentence) -> Iterator[Candidate]:
    """The motives of a sentence that a preposition, a wish in the past or a predicate tells."""
    for token in outside_names(sentence):
        if token.lower == "over" and token.dep == "prep" and _is_ground(sentence, token):
            yield Candidate("motive", token.i, token.i, holder=motive_holder(sentence, token.i), marker=True)
        elif token.lower in _WISHED and token.tag == "VBD":
            yield from _wish(sentence, token)
        elif token.lower in BE:
            yield from _intent(sentence, token)


def _is_ground(sentence: ParsedSentence, token: Token) -> bool:
    """Whether "over" tells what somebody is punished, pressed or protested against for: no place, time or topic of talks."""
    cues, tokens = load_claim_cues(), sentence.tokens
    if token.i == 0 or tokens[token.i - 1].lower in cues.nouns["topics"]:
        return False
    verb = next((t for t in sentence.ancestors(token.i) if t.pos == "VERB"), None)
    objects = sentence.kids(token.i, "pobj", "pcomp")
    if verb is None or verb.i > token.i or not verb_cue(sentence, verb.i, "punishing", gap=0) or not objects:
        return False
    ground = objects[0]
    return ground.pos not in {"PROPN", "NUM"} and ground.lower not in cues.nouns["not_grounds"]


def _wish(sentence: ParsedSentence, token: Token) -> Iterator[Candidate]:
    """ "Algiers wanted to avoid a rupture": what an act was to reach, told as a wish in the past."""
    tokens = sentence.tokens[token.i + 1 : token.i + 3]
    if len(tokens) < len(("to", "avoid")) or tokens[0].lower != "to" or tokens[1].lower not in load_claim_cues().forms["aims"]:
        return
    subject = subject_of(sentence, token.i)
    if subject is not None and is_actor(sentence, subject) and not is_public(sentence, subject):
        yield Candidate("motive", group_start(sentence, token.i), token.i, hedge(sentence, token.i), subject)


def _intent(sentence: ParsedSentence, token: Token) -> Iterator[Candidate]:
    """ "The delay may have been tactical", "the recall was a warning to Paris": what a past act was meant for."""
    words = group_words(sentence, token.i)
    past = token.lower in {"was", "were"} or (token.lower == "been" and any(word in {"have", "has", "had", "'ve"} for word in words))
    subject, place = subject_of(sentence, token.i), after_adverbs(sentence, token.i)
    if not past or place is None or subject is None or is_actor(sentence, subject) or sentence.tokens[subject].pos not in {"NOUN", "PRON"}:
        return
    between = [t.lower for t in sentence.tokens[token.i + 1 : place]]
    if any(word in {"not", "n't", "never"} for word in (*words, *between)):
        return
    hedged = hedge(sentence, token.i)
    if hedged is Certainty.CERTAIN and any(word in {"probably", "likely", "presumably"} for word in between):
        hedged = Certainty.PROBABLE
    plain, meant = adjective_cue(sentence, place, "intent"), adjective_cue(sentence, place, "hedged_intent")
    if plain or (meant and hedged is not Certainty.CERTAIN):
        yield Candidate("motive", group_start(sentence, token.i), token.i, hedged)
