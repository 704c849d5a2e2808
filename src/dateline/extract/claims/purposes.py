"""Motives and causes that need the parse: infinitives of purpose, "because" and "when" clauses, verbs of origin.

Why somebody believes or doubts something ("few believed it, because ...") is a ground and no motive.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.extract.arguments import is_passive
from dateline.extract.claims.cues import load_claim_cues
from dateline.extract.claims.grammar import MINDS, Candidate, group_start, group_words, in_name, is_actor, is_present, subject_of, verb_cue
from dateline.extract.claims.markers import LEADING, motive_holder
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.wordlists import words_of
from dateline.types import Certainty

_NOT_BEFORE_TO: Final = words_of("extract.claims.purposes.not_before_to")
_FREIGHT: Final = words_of("extract.claims.purposes.freight")
_RANKS: Final = words_of("extract.claims.purposes.ranks")
_LIGHT_PURPOSE: Final = frozenset("be become find discover learn see".split())


def purposes(sentence: ParsedSentence) -> Iterator[Candidate]:
    """Infinitives of purpose: "visited the mosque to win back voters"."""
    for token in sentence.tokens:
        if token.tag != "TO" or token.lower != "to" or token.i < 2 or token.i + 1 >= len(sentence.tokens):
            continue
        if in_name(sentence, token.i) or sentence.tokens[token.i - 1].lower in _NOT_BEFORE_TO:
            continue
        verb = _infinitive(sentence, token)
        if verb is None or verb.lower in _LIGHT_PURPOSE or _names_traffic(sentence, verb):
            continue
        holder = _purpose_holder(sentence, token, verb)
        if holder is not None:
            yield _led(sentence, "motive", token.i, holder)


def _infinitive(sentence: ParsedSentence, token: Token) -> Token | None:
    for verb in sentence.tokens[token.i + 1 : token.i + 4]:
        if verb.tag == "VB":
            return verb
        if verb.pos not in {"ADV", "PART"}:
            return None
    return None


def _names_traffic(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether the "infinitive" is a noun before its noun: "closed the crossing to aid trucks", "reopened the port to container ships"."""
    following = sentence.tokens[verb.i + 1] if verb.i + 1 < len(sentence.tokens) else None
    return verb.lower in _FREIGHT and following is not None and following.lower in load_claim_cues().nouns["carriers"]


def _led(sentence: ParsedSentence, kind: str, index: int, holder: int | None) -> Candidate:
    """A candidate with an adverb of certainty before it ("presumably to avoid a quarrel")."""
    first, certainty = index, Certainty.CERTAIN
    if index and sentence.tokens[index - 1].lower in LEADING:
        first = index - 1
        certainty = LEADING[sentence.tokens[first].lower]
    return Candidate(kind, first, index, certainty, holder, marker=True)


def _purpose_holder(sentence: ParsedSentence, token: Token, verb: Token) -> int | None:
    """The actor of the act that the infinitive gives the purpose of, ``None`` where it is no purpose."""
    tokens, cues = sentence.tokens, load_claim_cues()
    above = tokens[verb.head]
    if verb.dep in {"acl", "relcl"}:
        if (
            above.lower in cues.nouns["content"]
            or above.pos not in {"NOUN", "PROPN", "PRON"}
            or above.dep not in {"dobj", "pobj", "oprd", "conj"}
        ):
            return None
        above = next((t for t in sentence.ancestors(above.i) if t.pos == "VERB"), above)
    elif verb.dep not in {"advcl", "xcomp", "ccomp", "conj", "dep"}:
        return None
    if above.pos != "VERB" or above.i > token.i or above.lower in cues.forms["content"] or _ranks(sentence, above, token):
        return None
    if verb.dep in {"xcomp", "ccomp"} and not _has_content(sentence, above, token):
        return None
    if tokens[token.i - 1].lower in {"and", "or", "but", ","} and verb.dep == "conj":
        return None
    subject = subject_of(sentence, above.i)
    if subject is None or not (is_actor(sentence, subject) or tokens[subject].lower == "it") or is_passive(sentence, above):
        return None
    return subject


def _ranks(sentence: ParsedSentence, above: Token, token: Token) -> bool:
    """Whether the infinitive says of what somebody was the first: "became the **first** leader in years to visit China"."""
    nouns = [t for t in sentence.kids(above.i, "attr", "dobj", "oprd", "pobj") if t.i < token.i]
    linked = [t for link in sentence.kids(above.i, "prep") if link.lower == "as" for t in sentence.kids(link.i, "pobj") if t.i < token.i]
    return any(t.lower in _RANKS for noun in (*nouns, *linked) for t in (noun, *sentence.kids(noun.i, "amod")))


def _has_content(sentence: ParsedSentence, above: Token, token: Token) -> bool:
    """Whether the act has its object or goal already, so that the infinitive is an addition."""
    return any(t.i < token.i for t in sentence.kids(above.i, "dobj", "prep", "prt", "advmod"))


def becauses(sentence: ParsedSentence) -> Iterator[Candidate]:
    """ "Because" clauses: a motive where the main clause's subject acts on purpose, else a cause; "when" after a sudden beginning."""
    tokens, cues = sentence.tokens, load_claim_cues()
    for token in tokens:
        if token.lower == "because" and not in_name(sentence, token.i):
            if token.i + 1 < len(tokens) and tokens[token.i + 1].lower == "of":
                continue
            clause = tokens[token.head] if token.dep == "mark" else token
            main = tokens[clause.head] if clause.i != clause.head else clause
            if main.lower not in MINDS:
                yield _because(sentence, token, main)
        elif token.lower == "since" and token.dep == "mark" and _gives_reason(sentence, token):
            yield _because(sentence, token, tokens[tokens[token.head].head])
        elif token.lower == "when" and token.i > 1:
            clause = tokens[token.head]
            main = tokens[clause.head]
            if main.lower in cues.forms["eruptions"] and main.i < token.i and clause.i > token.i:
                yield Candidate("cause", token.i, token.i, marker=True)


def _gives_reason(sentence: ParsedSentence, token: Token) -> bool:
    """Whether "since" means "because": both its clause and the main clause stand in the present ("is unable to pay, since the loan expires").

    Of time the clause tells the past, or the main clause the perfect.
    """
    clause = sentence.tokens[token.head]
    main = sentence.tokens[clause.head]
    return clause.dep == "advcl" and all(_stands_in_present(sentence, verb) for verb in (clause, main))


def _stands_in_present(sentence: ParsedSentence, verb: Token) -> bool:
    words = group_words(sentence, verb.i)
    perfect = any(word in {"has", "have", "had", "'ve"} for word in words)
    return not perfect and (is_present(sentence, verb.i) or any(word in {"is", "are", "may", "must", "can"} for word in words))


def _because(sentence: ParsedSentence, token: Token, main: Token) -> Candidate:
    subject = subject_of(sentence, main.i)
    acts = is_actor(sentence, subject) or (subject is not None and sentence.tokens[subject].lower == "it")
    passive = is_passive(sentence, main) or (subject is not None and sentence.tokens[subject].dep == "nsubjpass")
    if acts and not passive and main.lower not in load_claim_cues().forms["unwilled"]:
        return _led(sentence, "motive", token.i, subject)
    return _led(sentence, "cause", token.i, None)


def origins(sentence: ParsedSentence) -> Iterator[Candidate]:
    """Verbs of origin ("stems from", "followed from"), of effect ("led to"), and present verbs of aim."""
    for token in sentence.tokens:
        if token.pos not in {"VERB", "AUX"} or in_name(sentence, token.i):
            continue
        if (
            verb_cue(sentence, token.i, "cause", gap=0)
            or _lies_in(sentence, token)
            or (
                verb_cue(sentence, token.i, "effect", gap=0) and not is_actor(sentence, subject_of(sentence, token.i)) and token.tag != "VB"
            )
        ):
            yield Candidate("cause", group_start(sentence, token.i), token.i)
        elif verb_cue(sentence, token.i, "motive", gap=0) and is_present(sentence, token.i):
            following = sentence.tokens[token.i + 1].lower if token.i + 1 < len(sentence.tokens) else ""
            subject = subject_of(sentence, token.i)
            if following == "to" and is_actor(sentence, subject):
                yield Candidate("motive", group_start(sentence, token.i), token.i, holder=subject)


_REASONS: Final = words_of("extract.claims.purposes.reasons")


def _lies_in(sentence: ParsedSentence, token: Token) -> bool:
    if token.lower not in {"lies", "lie", "lay"}:
        return False
    subject = subject_of(sentence, token.i)
    after = sentence.tokens[token.i + 1].lower if token.i + 1 < len(sentence.tokens) else ""
    return after in {"in", "with"} and subject is not None and sentence.tokens[subject].lower in _REASONS


__all__ = ["becauses", "motive_holder", "origins", "purposes"]
