"""All claims of a sentence: candidates of every rule, the conflicts between them settled, ends and holders set."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dateline.extract.arguments import governed
from dateline.extract.claims.extent import claim_end, opening_quote
from dateline.extract.claims.grammar import Candidate
from dateline.extract.claims.markers import marked
from dateline.extract.claims.outlooks import dependencies, outlooks
from dateline.extract.claims.positions import SHARES, positions
from dateline.extract.claims.purposes import becauses, origins, purposes
from dateline.extract.claims.reasons import reasons
from dateline.extract.judgement import attribution_at
from dateline.extract.parse import ParsedSentence
from dateline.extract.phrases import phrase_at
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of
from dateline.types import RawClaim, Span

#: "Can disturb the balance and could trigger a race" are two outlooks.
_COORDINATED: Final = re.compile(r"\s(?:and|or)\s+$")
#: Which kind holds where two rules start at the same word.
_ORDER: Final = ("dependency", "exchange", "motive", "cause", "opinion", "stance", "outlook")
#: Predicates whose clause is their content: an outlook inside "believes that ..." is part of the belief.
_HOLDING: Final = frozenset({"stance", "opinion"})


def find_claims(sentence: ParsedSentence) -> list[RawClaim]:
    """The claims of a sentence in text order, not overlapping.

    Args:
        sentence: a parsed sentence.

    Returns:
        Each claim with kind, text from its cue on, holder, certainty and who says it.
    """
    rules = (marked, purposes, becauses, origins, reasons, dependencies, outlooks, positions)
    found = _settled(sentence, [one for rule in rules for one in rule(sentence)])
    base = sentence.sentence.span.start
    starts = [sentence.tokens[one.first].start - base for one in found]
    claims = []
    for number, one in enumerate(found):
        end = claim_end(sentence, one, starts[number + 1] if number + 1 < len(found) else None)
        if end > starts[number]:
            start = starts[number] - opening_quote(sentence.sentence.text, starts[number], end)
            claims.append(_claim(sentence, one, Span(base + start, base + end)))
    return claims


def _settled(sentence: ParsedSentence, candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate a place, without those that are the content or the repetition of another."""
    ordered = sorted(candidates, key=lambda one: (one.first, _ORDER.index(one.kind), -one.head))
    kept: list[Candidate] = []
    for one in ordered:
        before = kept[-1] if kept else None
        if before is not None and (one.first == before.first or one.first <= before.head or _is_content(sentence, before, one)):
            if one.kind == "dependency" and before.kind == "outlook" and one.first <= before.head:
                kept[-1] = one
            continue
        kept.append(one)
    return _without_conditioned(sentence, kept)


def _is_content(sentence: ParsedSentence, before: Candidate, one: Candidate) -> bool:
    """Whether a candidate stands inside what another claims: its clause, its relative clause, its coordinated verb."""
    clause = before.head
    if before.marker and sentence.tokens[clause].dep in {"mark", "aux", "advmod"}:
        clause = sentence.tokens[clause].head
    if one.head not in set(sentence.subtree(clause)):
        return False
    text = sentence.sentence.text[sentence.tokens[before.head].end - sentence.sentence.span.start :]
    gap = text[: max(0, sentence.tokens[one.first].start - sentence.tokens[before.head].end)]
    parted = any(mark in gap for mark in (",", ";", " but "))
    if one.marker:
        return before.marker and not parted
    if before.kind in _HOLDING and one.kind in _HOLDING and one.holder != before.holder and _is_coordinated(sentence, before.head, one.head):
        return False
    if before.kind == "outlook" and _COORDINATED.search(gap):
        return False
    if before.kind in _HOLDING and one.kind in _HOLDING and one.holder == before.holder:
        return "," not in gap and ";" not in gap
    return not parted


def _is_coordinated(sentence: ParsedSentence, first: int, second: int) -> bool:
    """Whether the second verb, or the one above it, goes on from the first with a subject of its own: "X favours and Y is said to oppose"."""
    token = sentence.tokens[second]
    token = sentence.tokens[token.head] if token.dep == "xcomp" else token
    return token.dep == "conj" and token.head == first and bool(sentence.kids(token.i, "nsubj", "nsubjpass"))


def _without_conditioned(sentence: ParsedSentence, kept: list[Candidate]) -> list[Candidate]:
    """ "Will reopen only if": the dependency is the claim, and the outlook before it none; likewise an exchange on offer."""
    out = []
    for number, one in enumerate(kept):
        following = kept[number + 1] if number + 1 < len(kept) else None
        taken = following is not None and following.kind in {"dependency", "exchange"} and following.marker
        if one.kind == "outlook" and taken and following is not None and not _parted(sentence, one, following):
            continue
        out.append(one)
    return out


def _parted(sentence: ParsedSentence, one: Candidate, following: Candidate) -> bool:
    between = sentence.tokens[one.head : following.first]
    return any(token.text in {",", ";"} or token.lower == "but" for token in between)


def _claim(sentence: ParsedSentence, one: Candidate, span: Span) -> RawClaim:
    holder = phrase_at(sentence, holder_word(sentence, one.holder)) if one.holder is not None else None
    voice = attribution_at(sentence, one.head)
    if voice is not None and voice.phrase is not None and (holder is None or voice.phrase.mention.span == holder.mention.span):
        voice = None if holder is not None else voice
    return RawClaim(
        kind=one.kind,
        text=sentence.text_of(span),
        span=span,
        sentence=sentence.sentence.index,
        holder=holder,
        certainty=one.certainty,
        attribution=voice,
        governor=_governor(sentence, one),
    )


def holder_word(sentence: ParsedSentence, index: int) -> int:
    """Who a subject means: of "61 per cent of Kenyans" the Kenyans, of a relative pronoun the word that its clause hangs on."""
    token = sentence.tokens[index]
    if token.tag in {"WDT", "WP"} or (token.lower == "that" and token.tag == "IN"):
        verb = sentence.tokens[token.head]
        return verb.head if verb.dep == "relcl" else index
    if token.lower in SHARES:
        counted = governed(sentence, [index], "of")
        return counted[0].i if counted else index
    return index


def _governor(sentence: ParsedSentence, one: Candidate) -> Span | None:
    """The verb or noun of the act that a marker's clause hangs on; ``None`` for a claim that is its own predicate."""
    if not one.marker:
        return None
    above = next((t for t in sentence.ancestors(one.head) if t.i < one.first and t.pos in {"VERB", "NOUN"}), None)
    return None if above is None else Span(above.start, above.end)


#: How voters decide at the polls: "voters **rejected** the treaty on Sunday".
_VOTED: Final = forms_of_verbs(text_of("extract.claims.finder.voted"))


def is_poll(sentence: ParsedSentence, claim: RawClaim) -> bool:
    """Whether a claim is the opinion of a counted public ("60 percent", "the majority"): what it is about is no act."""
    if claim.kind != "opinion":
        return False
    counted = {token.lower for token in sentence.tokens if token.start < claim.span.start and token.lower in SHARES}
    return bool(counted) and not (counted == {"voters"} and any(t.lower in _VOTED and t.tag == "VBD" for t in sentence.tokens if claim.span.start <= t.start < claim.span.end))
