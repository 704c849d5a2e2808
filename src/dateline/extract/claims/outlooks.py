"""Outlooks and dependencies that are a predicate: what may follow, and what the next move hangs on."""

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
    is_borne,
    is_present,
    outside_names,
    subject_of,
    verb_cue,
)
from dateline.extract.parse import ParsedSentence, Token
from dateline.types import Certainty

_POSSIBLE_MODALS: Final = frozenset({"may", "might", "could"})
_COPULAS: Final = BE | frozenset(
    {"seem", "seems", "seemed", "look", "looks", "looked", "appear", "appears", "remain", "remains", "becomes"}
)
_RELYING: Final = frozenset({"depend", "depends", "depended", "rely", "relies"})
_NEGATION: Final = frozenset({"not", "n't"})


def outlooks(sentence: ParsedSentence) -> Iterator[Candidate]:
    """What may follow: modals, "is likely to", "expects ... to", "threatens to"."""
    for token in outside_names(sentence):
        if token.tag == "MD":
            yield from _modal(sentence, token)
        elif token.lower in _COPULAS:
            yield from _copula(sentence, token)
        elif token.pos == "VERB":
            yield from _verbs(sentence, token)


def dependencies(sentence: ParsedSentence) -> Iterator[Candidate]:
    """What the next move hangs on, as a predicate: "hinges on", "is tied to", "would require both chiefs to sign"."""
    for token in outside_names(sentence):
        if token.lower in BE or token.lower in {"remain", "remains", "stays", "seems"}:
            place = after_adverbs(sentence, token.i)
            words = adjective_cue(sentence, place, "dependency") if place is not None else None
            if words and not (words == ("up", "to") and _is_number(sentence, place)) and not (place is not None and is_borne(sentence, place)):
                yield Candidate("dependency", group_start(sentence, token.i), token.i, hedge(sentence, token.i))
        elif (
            token.pos in {"VERB", "NOUN", "AUX"} and verb_cue(sentence, token.i, "dependency", gap=1) and _is_dependency(sentence, token)
        ) or (token.pos == "VERB" and verb_cue(sentence, token.i, "needs") and _is_need(sentence, token)):
            yield Candidate("dependency", group_start(sentence, token.i), token.i, hedge(sentence, token.i))


def _is_dependency(sentence: ParsedSentence, token: Token) -> bool:
    """Verbs of hanging and standing are meant only of matters, not of people ("he depends on his wife" is no claim of the next move)."""
    if token.tag in {"VBD", "VBG"} and token.lower not in {"depended", "hinged", "hung"}:
        return False
    if token.lower in _RELYING and _is_supplied(sentence, token):
        return False
    subject = subject_of(sentence, token.i)
    if token.tag == "NNS" or subject is None:
        return token.tag in {"VBZ", "VBP", "VB", "NNS"} and token.dep not in {"pobj", "dobj", "conj"}
    literal = {"rest", "rests", "hang", "hangs", "turn", "turns", "ride", "rides", "lie", "lies", "await", "awaits", "stand", "stands"}
    return not (token.lower in literal and is_actor(sentence, subject))


def _is_supplied(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a verb of depending says what somebody gets from whom: "depends on its neighbour **for** its power"."""
    objects = [t for link in sentence.kids(token.i, "prep") if link.lower in {"on", "upon"} for t in sentence.kids(link.i, "pobj")]
    return any(t.lower == "for" for above in (token, *objects) for t in sentence.kids(above.i, "prep"))


def _is_need(sentence: ParsedSentence, token: Token) -> bool:
    """ "Would require both chiefs to sign", "needs the approval of": of matters, with who must act."""
    subject = subject_of(sentence, token.i)
    if (
        subject is None
        or sentence.tokens[subject].tag.startswith("NNP")
        or sentence.tokens[subject].lower in {"he", "she", "we", "they", "who"}
    ):
        return False
    if not sentence.kids(token.i, "dobj", "ccomp", "xcomp"):
        return False
    following = {t.lower for t in sentence.tokens[token.i + 1 : token.i + 8]}
    consent = following & {
        "approval",
        "consent",
        "assent",
        "agreement",
        "signature",
        "majority",
        "vote",
        "backing",
        "permission",
        "blessing",
        "support",
    }
    chain = "to" in following and any(t.tag == "VB" for t in sentence.tokens[token.i + 2 : token.i + 10])
    modal = any(w in {"would", "will", "may", "might"} for w in group_words(sentence, token.i))
    return bool(consent) or (modal and chain and token.lower in {"require", "need"})


def hedge(sentence: ParsedSentence, index: int) -> Certainty:
    """The certainty that modals and adverbs of a verb group leave."""
    words = group_words(sentence, index)
    return _certainty(sentence, words, Certainty.CERTAIN)


def _certainty(sentence: ParsedSentence, words: list[str], default: Certainty) -> Certainty:
    adverbs = load_claim_cues().words
    if any(word in _POSSIBLE_MODALS or word in adverbs["possible"] for word in words):
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if any(word in adverbs["probable"] for word in words) else default


def after_adverbs(sentence: ParsedSentence, index: int) -> int | None:
    """Index of the first word after a copula that is no adverb or negation."""
    place = index + 1
    while place < len(sentence.tokens) and (sentence.tokens[place].tag in {"RB", "RBR", "RBS"} and sentence.tokens[place].lower != "up"):
        place += 1
    return place if place < len(sentence.tokens) else None


def _is_number(sentence: ParsedSentence, place: int | None) -> bool:
    return place is not None and place + 2 < len(sentence.tokens) and sentence.tokens[place + 2].tag == "CD"


def _modal(sentence: ParsedSentence, token: Token) -> Iterator[Candidate]:
    verb = _verb_after(sentence, token)
    if verb is None or _perfect(sentence, token, verb):
        return
    words = [t.lower for t in sentence.tokens[token.i : verb.i]]
    cues = load_claim_cues()
    subject = subject_of(sentence, verb.i)
    modal = token.lower
    if modal in _POSSIBLE_MODALS:
        ability = modal == "could" and (
            any(w in _NEGATION for w in words) or verb.lower in {"hear", "see", "afford", "find", "reach", "remember"}
        )
        if not ability:
            yield Candidate("outlook", token.i, verb.i, Certainty.POSSIBLE)
        return
    certainty = _certainty(sentence, words, Certainty.CERTAIN)
    if modal in {"will", "would", "wo", "'ll", "can"} and _is_forecast(sentence, token, verb, subject, words):
        if modal == "can" and verb.lower not in cues.forms["consequences"]:
            return
        yield Candidate("outlook", token.i, verb.i, Certainty.POSSIBLE if modal == "can" else certainty)


def _is_forecast(sentence: ParsedSentence, token: Token, verb: Token, subject: int | None, words: list[str]) -> bool:
    """Whether "will" or "would" foretells: hedged, under a condition, or said of a matter with a verb of consequence."""
    cues = load_claim_cues()
    if any(word in cues.words["probable"] or word in cues.words["possible"] for word in words):
        return True
    actor = is_actor(sentence, subject)
    if token.lower == "can":
        return not actor
    if _conditional(sentence, verb):
        return not (actor and any(word in _NEGATION for word in words))
    if actor or subject is None:
        return False
    if sentence.tokens[subject].lower == "there":
        return True
    if token.lower == "would" and verb.dep not in {"ccomp", "relcl"}:
        return True
    return verb.lower in cues.forms["consequences"]


def _conditional(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a clause of condition hangs on the verb ("unless the rains come", "whatever the court decides")."""
    conditions = load_claim_cues().words["conditions"]
    for clause in sentence.kids(verb.i, "advcl", "ccomp", "csubj", "nsubj"):
        inside = sentence.subtree(clause.i)
        if sentence.tokens[inside[0]].lower in conditions and clause.i != verb.i:
            return True
    first = sentence.tokens[0].lower
    return first in {"if", "unless", "whatever", "should", "were", "whoever", "whichever", "otherwise"} and verb.dep in {"ROOT", "conj"}


def _verb_after(sentence: ParsedSentence, token: Token) -> Token | None:
    head = sentence.tokens[token.head]
    if head.i > token.i and head.pos in {"VERB", "AUX"}:
        return head
    for later in sentence.tokens[token.i + 1 : token.i + 6]:
        if later.tag == "VB":
            return later
    return None


def _perfect(sentence: ParsedSentence, token: Token, verb: Token) -> bool:
    """ "May have died", "could have been": about the past."""
    return any(t.lower in {"have", "'ve"} for t in sentence.tokens[token.i + 1 : verb.i]) and verb.tag == "VBN"


def _copula(sentence: ParsedSentence, token: Token) -> Iterator[Candidate]:
    """ "Is likely to", "seems about to", "is possible that", "is conceivable"."""
    tokens = sentence.tokens
    place = after_adverbs(sentence, token.i)
    if place is None or token.tag == "VBG":
        return
    start = group_start(sentence, token.i)
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    for name, certainty in (("possible", Certainty.POSSIBLE), ("probable", Certainty.PROBABLE), ("certain", Certainty.CERTAIN)):
        words = adjective_cue(sentence, place, name)
        if words is None:
            continue
        last = tokens[place + len(words) - 1]
        following = tokens[last.i + 1].lower if last.i + 1 < len(tokens) else ""
        if _looks_back(sentence, last.i + 1):
            return
        if following == "to" and name != "possible" and (words != ("about",) or token.lower in {"seems", "seem", "looks", "appears"}):
            if words in {("set",), ("due",)} and is_actor(sentence, subject_of(sentence, token.i)) and token.tag in {"VBD", "VBN"}:
                return
            yield Candidate("outlook", start, token.i, certainty)
        elif following == "that" or (name == "possible" and words != ("at", "risk") and following in {".", ",", ""}):
            yield Candidate("outlook", start, token.i, certainty)
        return
    if token.lower in {"seem", "seems", "looks", "look", "appears", "appear"} and adjective_cue(sentence, place, "certain"):
        yield Candidate("outlook", start, token.i, Certainty.PROBABLE)


def _looks_back(sentence: ParsedSentence, index: int) -> bool:
    """Whether what is likely or possible is past: "that Algiers had decided", "to have approved the raid"."""
    tokens = sentence.tokens[index : index + 2]
    if not tokens or tokens[0].lower not in {"to", "that"}:
        return False
    if tokens[0].lower == "to":
        return len(tokens) > 1 and tokens[1].lower == "have"
    verb = sentence.tokens[tokens[0].head]
    words = group_words(sentence, verb.i)
    if any(word in {"will", "would", "may", "might", "could", "can", "should", "wo", "'ll"} for word in words):
        return False
    return verb.i > index and (verb.tag == "VBD" or any(word in {"had", "has", "have", "was", "were"} for word in words))


def _verbs(sentence: ParsedSentence, token: Token) -> Iterator[Candidate]:
    """ "Analysts expect the rand to fall", "the war threatens to engulf", "risks losing"."""
    tables = load_claim_cues().verbs
    if not any(token.lower in tables[name] for name in ("expecting", "threatening", "risking")):
        return
    subject = subject_of(sentence, token.i)
    following = sentence.tokens[token.i + 1].lower if token.i + 1 < len(sentence.tokens) else ""
    if verb_cue(sentence, token.i, "expecting") and is_present(sentence, token.i) and subject is not None:
        if sentence.tokens[subject].dep != "nsubjpass" and is_actor(sentence, subject):
            certain = token.lower.startswith(("predict", "forecast", "foresee"))
            yield Candidate(
                "outlook", group_start(sentence, token.i), token.i, Certainty.CERTAIN if certain else Certainty.PROBABLE, subject
            )
    elif verb_cue(sentence, token.i, "threatening") and following == "to" and not is_actor(sentence, subject):
        yield Candidate("outlook", group_start(sentence, token.i), token.i, Certainty.PROBABLE)
    elif verb_cue(sentence, token.i, "risking") and is_present(sentence, token.i) and not following.endswith("life"):
        yield Candidate("outlook", group_start(sentence, token.i), token.i, Certainty.POSSIBLE)
