"""Negation, status and certainty of an act, each with the cue it rests on.

Rules look at the words that govern the trigger on the parse: auxiliaries, adverbs, the verbs above it and the noun's modifiers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dateline.extract.arguments import dying_verb, is_passive, light_verb
from dateline.extract.cuewords import CueWords, load_cues
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import verb_forms
from dateline.types import Certainty, Mention, SentenceKind, Span, Status


@dataclass(frozen=True, slots=True)
class Modality:
    """Negation, status and certainty with their cues."""

    negated: bool = False
    negated_cue: Mention | None = None
    status: Status = Status.OCCURRED
    status_cue: Mention | None = None
    certainty: Certainty = Certainty.CERTAIN
    certainty_cue: Mention | None = None


def modality(sentence: ParsedSentence, index: int) -> Modality:
    """Judge the act whose trigger is the token at ``index``."""
    cues = load_cues()
    chain = _chain(sentence, index)
    negation = _negation(sentence, chain, cues)
    status, status_cue = _status(sentence, chain, cues)
    certainty, certainty_cue = _certainty(sentence, chain, cues)
    if certainty is None and status in {Status.HYPOTHETICAL} and status_cue is not None and status_cue.lower in {"may", "might", "could"}:
        certainty, certainty_cue = Certainty.POSSIBLE, status_cue
    return Modality(
        negated=negation is not None,
        negated_cue=_mention(sentence, negation),
        status=status,
        status_cue=_mention(sentence, status_cue),
        certainty=certainty or Certainty.CERTAIN,
        certainty_cue=_mention(sentence, certainty_cue),
    )


def _mention(sentence: ParsedSentence, token: Token | None) -> Mention | None:
    return None if token is None else Mention(token.text, Span(token.start, token.end))


def _chain(sentence: ParsedSentence, index: int) -> list[Token]:
    """The trigger and the words whose modality it shares: its light verb, and raising or coordinating verbs above it.

    "are reported to **have been deployed**", "appears to have **fired**", "will hold **talks**", "did not carry out **strikes**".
    """
    chain = [sentence.tokens[index]]
    verb = light_verb(sentence, index) or dying_verb(sentence, index)
    if verb is not None:
        chain.append(verb)
    current = chain[-1]
    while current.dep in {"xcomp", "conj"} and current.head != current.i:
        above = sentence.tokens[current.head]
        if above.pos not in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"} or above in chain:
            break
        if current.dep == "conj" and sentence.kids(current.i, "nsubj", "nsubjpass"):
            break
        if current.dep == "xcomp" or above.pos in {"VERB", "AUX"}:
            chain.append(above)
        current = above
    return chain


def _negation(sentence: ParsedSentence, chain: list[Token], cues: CueWords) -> Token | None:
    for position, token in enumerate(chain):
        for child in sentence.kids(token.i):
            if child.dep == "neg" or (child.lower in cues.negation and child.dep in {"det", "advmod", "preconj", "cc"}):
                if position and chain[position - 1].dep == "conj" and child.i > 0 and token.dep != "xcomp":
                    continue
                return child
        if position and _is_negative_verb(sentence, token, cues) and chain[0].i != token.i:
            return token
        negative = _negative_subject(sentence, token) or _nor(sentence, token)
        if negative is not None:
            return negative
    return _governing_restraint(sentence, chain[-1], cues)


@lru_cache(maxsize=1)
def _phrasal_particles() -> dict[str, str]:
    """Forms of the negative verbs of ``cues.toml`` that are negative only with their particle ("held off", not "held talks")."""
    pairs = (("stop", "short"), ("fall", "short"), ("hold", "off"))
    return {form: particle for verb, particle in pairs for form in verb_forms(verb)}


def _is_negative_verb(sentence: ParsedSentence, token: Token, cues: CueWords) -> bool:
    """"failed to ...", "held **off** ...": a phrasal verb only with its particle."""
    if token.lower not in cues.negative_verbs:
        return False
    particle = _phrasal_particles().get(token.lower)
    return particle is None or any(t.lower == particle for t in sentence.kids(token.i, "prt", "advmod"))


def _negative_subject(sentence: ParsedSentence, verb: Token) -> Token | None:
    """"**No** state attacked", "**nobody** was arrested"."""
    for subject in sentence.kids(verb.i, "nsubj", "nsubjpass"):
        if subject.lower in {"nobody", "none", "neither"}:
            return subject
        for child in sentence.kids(subject.i, "det", "neg"):
            if child.lower in {"no", "neither"}:
                return child
    return None


def _nor(sentence: ParsedSentence, verb: Token) -> Token | None:
    """"neither bombed **nor** shelled": the second of two verbs joined by "nor"."""
    if verb.dep != "conj":
        return None
    return next((t for t in sentence.kids(verb.head, "cc") if t.lower == "nor" and t.i < verb.i), None)


def _governing_restraint(sentence: ParsedSentence, token: Token, cues: CueWords) -> Token | None:
    """"refrained **from sending**", "stopped **short of striking**", "without **firing**", "no longer sends"."""
    above = sentence.tokens[token.head]
    if token.dep in {"pcomp", "pobj"} and above.pos == "ADP":
        if above.lower == "without":
            return above
        governor = sentence.tokens[above.head]
        if governor.lower == "short" or (governor.pos == "ADV" and governor.lower == "short"):
            return governor
        if above.lower in {"from", "of", "on"} and _is_negative_verb(sentence, governor, cues):
            return governor
    for child in sentence.kids(token.i, "advmod"):
        if child.lower == "longer" and any(t.lower == "no" for t in sentence.kids(child.i)):
            return child
    return None


def _status(sentence: ParsedSentence, chain: list[Token], cues: CueWords) -> tuple[Status, Token | None]:
    for token in chain:
        found = _auxiliary_status(sentence, token, cues)
        if found is not None:
            return found
        if token.pos in {"NOUN", "PROPN"}:
            found = _modifier_status(sentence, token, cues)
            if found is not None:
                return found
    first = chain[0]
    for token in chain[1:]:
        if token.lower in cues.future_verbs and first.tag in {"VB", "NN", "NNS"}:
            return Status.FUTURE, token
        if token.lower in cues.ongoing_verbs:
            return Status.ONGOING, token
    return _clause_status(sentence, chain[-1], cues)


def _auxiliary_status(sentence: ParsedSentence, token: Token, cues: CueWords) -> tuple[Status, Token | None] | None:
    auxiliaries = sentence.kids(token.i, "aux", "auxpass")
    for child in auxiliaries:
        if child.tag == "MD" or child.lower in cues.future_modals:
            perfect = any(t.lower == "have" for t in auxiliaries)
            if child.lower in cues.future_modals:
                return Status.FUTURE, child
            if child.lower in cues.hypothetical_modals:
                if perfect and child.lower in cues.possible_modals:
                    return Status.OCCURRED, None
                return Status.HYPOTHETICAL, child
    words = {t.lower for t in auxiliaries}
    if token.tag == "VBG" and words & {"is", "are", "'s", "'re", "am", "been"} and not words & {"was", "were"}:
        going = token.lower == "going"
        return (Status.FUTURE, token) if going else (Status.ONGOING, token)
    to = next((t for t in auxiliaries if t.lower == "to"), None)
    headline = sentence.sentence.kind is SentenceKind.HEADLINE
    under_root = sentence.tokens[token.head].dep == "ROOT" and sentence.tokens[token.head].pos in {"NOUN", "PROPN"}
    if to is not None and headline and (under_root or token.dep in {"ROOT", "relcl", "acl"} or sentence.kids(token.i, "nsubj")):
        return Status.FUTURE, to
    return None


def _modifier_status(sentence: ParsedSentence, noun: Token, cues: CueWords) -> tuple[Status, Token | None] | None:
    for child in sentence.kids(noun.i, "amod", "det", "compound"):
        if child.lower in cues.ongoing_adjectives:
            return Status.ONGOING, child
        if child.lower in cues.future_adjectives:
            return Status.FUTURE, child
        if child.lower in cues.hypothetical_adjectives:
            return Status.HYPOTHETICAL, child
    return None


def _clause_status(sentence: ParsedSentence, token: Token, cues: CueWords) -> tuple[Status, Token | None]:
    """An if-clause around the act makes it hypothetical."""
    for above in [token, *sentence.ancestors(token.i)]:
        if above.dep in {"advcl", "ccomp", "pcomp", "acl"} or above is token:
            for mark in sentence.kids(above.i, "mark"):
                if mark.lower in cues.conditional and above.dep in {"advcl", "ccomp", "pcomp"}:
                    return Status.HYPOTHETICAL, mark
        if above.dep in {"ROOT", "relcl"}:
            break
    return Status.OCCURRED, None


def _certainty(sentence: ParsedSentence, chain: list[Token], cues: CueWords) -> tuple[Certainty | None, Token | None]:
    for token in chain:
        for child in sentence.kids(token.i):
            if child.dep in {"advmod", "npadvmod"} and child.lower in cues.adverbs:
                return Certainty(cues.adverbs[child.lower]), child
            if child.dep in {"amod", "compound"} and child.lower in cues.adjectives and token.pos in {"NOUN", "PROPN"}:
                return Certainty(cues.adjectives[child.lower]), child
            if child.dep == "aux" and child.lower in cues.possible_modals:
                if child.lower != "could" or any(t.lower == "have" for t in sentence.kids(token.i, "aux")):
                    return Certainty.POSSIBLE, child
    for token in chain[1:]:
        if token.lower in cues.passives and is_passive(sentence, token):
            return Certainty(cues.passives[token.lower]), token
        if token.lower in cues.hedge_verbs:
            return Certainty(cues.hedge_verbs[token.lower]), token
        if token.pos == "ADJ" and token.lower in {"likely", "unlikely"}:
            return Certainty.PROBABLE, token
    return _governing_hedge(sentence, chain[-1], cues)


def _governing_hedge(sentence: ParsedSentence, token: Token, cues: CueWords) -> tuple[Certainty | None, Token | None]:
    """"possibility of a strike", "it is believed that", "it was reported that ..." without a named speaker."""
    above = sentence.tokens[token.head]
    if token.dep in {"pobj", "pcomp"} and above.lower == "of":
        noun = sentence.tokens[above.head]
        if noun.lower in cues.nouns:
            return Certainty(cues.nouns[noun.lower]), noun
    below = token.dep in {"ccomp", "csubjpass", "nsubjpass"} and above.i != token.i
    if below and above.lower in cues.passives and is_passive(sentence, above):
        if not sentence.kids(above.i, "agent"):
            return Certainty(cues.passives[above.lower]), above
    return None, None
