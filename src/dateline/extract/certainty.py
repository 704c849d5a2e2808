"""Hedges: words that say how certain it is that an act took place, and their scope over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.extract.arguments import first_of_row, is_passive
from dateline.extract.cuewords import CueWords, load_cues
from dateline.extract.emptiness import empty_word
from dateline.extract.negation import claim_over, lacking
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.signals import Signal, chain_of
from dateline.ontology.inflect import singular
from dateline.types import Certainty

#: The family of "is **likely** to" and "is **unlikely** to", which say themselves how likely.
LIKELY: Final = "likely to"
_POSSIBLE, _PROBABLE = str(Certainty.POSSIBLE), str(Certainty.PROBABLE)


#: "would **almost certainly** refuse" is less than certain, "certainly" alone is not.
_SURELY, _NEARLY = frozenset({"certainly", "surely", "definitely"}), frozenset({"almost", "nearly", "virtually"})


def hedges(sentence: ParsedSentence, index: int, cues: CueWords) -> Iterator[Signal]:
    """Signals that the act at ``index`` is less than certain, those of its own words first."""
    chain = chain_of(sentence, index)
    for token in chain:
        yield from _own(sentence, token, cues)
    for token in chain[1:]:
        if token.lower in cues.passives and is_passive(sentence, token):
            named = "passive by" if sentence.kids(token.i, "agent") else "passive"
            yield Signal(cues.passives[token.lower], named, token.i)
        elif token.lower in cues.hedge_verbs and token.pos == "VERB":
            yield Signal(cues.hedge_verbs[token.lower], "verb", token.i)
        elif token.lower in {"likely", "unlikely"}:
            yield Signal(_PROBABLE, LIKELY, token.i)
    yield from _governing(sentence, chain[-1], cues)
    yield from _inherited(sentence, chain, cues)
    yield from _unsettled(sentence, chain[-1], cues)


def _own(sentence: ParsedSentence, token: Token, cues: CueWords) -> Iterator[Signal]:
    perfect = any(t.lower == "have" for t in sentence.kids(token.i, "aux"))
    for child in sentence.kids(token.i):
        if child.dep in {"advmod", "npadvmod", "intj"} and child.lower in cues.adverbs:
            yield Signal(cues.adverbs[child.lower], "adverb", child.i)
        elif child.lower in _SURELY and any(t.lower in _NEARLY for t in sentence.kids(child.i, "advmod")):
            yield Signal(_PROBABLE, "adverb", child.i)
        elif child.dep in {"amod", "compound", "nmod"} and child.lower in cues.adjectives and token.pos in {"NOUN", "PROPN"}:
            yield Signal(cues.adjectives[child.lower], "adjective", child.i)
        elif child.dep == "aux" and child.lower in cues.possible_modals:
            yield Signal(_POSSIBLE, f"modal {child.lower}{' have' if perfect else ''}", child.i)
        elif child.dep == "aux" and child.lower in cues.perfect_modals and perfect:
            yield Signal(cues.perfect_modals[child.lower], "modal must have", child.i)
        elif child.dep in {"prep"} and child.lower in {"in"} and any(t.lower == "likelihood" for t in sentence.kids(child.i, "pobj")):
            yield Signal(_PROBABLE, "adverb", child.i)
        elif child.dep == "agent" and (doubt := _before_agent(sentence, child, cues)) is not None:
            yield Signal(cues.adverbs[doubt.lower], "adverb", doubt.i)


def _before_agent(sentence: ParsedSentence, by: Token, cues: CueWords) -> Token | None:
    """The adverb before who does it: "was shot, **apparently** by rebels"; who did it is doubtful, and with it that he did."""
    before = sentence.tokens[by.i - 1] if by.i else None
    return before if before is not None and before.lower in cues.adverbs and before.dep != "amod" else None


def _governing(sentence: ParsedSentence, token: Token, cues: CueWords) -> Iterator[Signal]:
    """"possibility **of a strike**", "on suspicion **of bombing**", "it is believed **that**", "there were reports **that**"."""
    for below, above in _upward(sentence, token):
        if below.dep in {"pobj", "pcomp"} and above.lower in {"of", "for"}:
            noun = sentence.tokens[above.head]
            if noun.lower in cues.nouns and above.i > noun.i:
                yield Signal(cues.nouns[noun.lower], f"noun of {noun.lower}", noun.i)
            if noun.lower in cues.hedging and noun.pos == "VERB":
                yield Signal(cues.hedging[noun.lower], f"active {noun.lower}", noun.i)
            doubted = next((t for t in sentence.kids(noun.i, "amod") if t.lower in cues.adjectives), None)
            if doubted is not None and noun.lower in {"reports", "report", "accounts", "claims", "signs", "rumours", "rumors"}:
                yield Signal(cues.adjectives[doubted.lower], "adjective of report", doubted.i)
        if below.dep in {"acl", "ccomp", "relcl"} and above.lower in cues.nouns and above.pos == "NOUN":
            yield Signal(cues.nouns[above.lower], f"noun that {above.lower}", above.i)
        reporting = below.dep in {"ccomp", "csubjpass", "nsubjpass", "parataxis"} and above.i != below.i
        if reporting and above.lower in cues.passives and is_passive(sentence, above) and not sentence.kids(above.i, "agent"):
            raised = below.dep == "nsubjpass" and below.pos in {"NOUN", "PROPN"}
            yield Signal(cues.passives[above.lower], "passive raised" if raised else "passive that", above.i)
        elif below.dep == "ccomp" and above.lower in cues.hedging and above.pos == "VERB" and not is_passive(sentence, above):
            yield Signal(cues.hedging[above.lower], f"active {above.lower}", above.i)


def _inherited(sentence: ParsedSentence, chain: Sequence[Token], cues: CueWords) -> Iterator[Signal]:
    """A noun shares the doubt about the deed it belongs to: "**may have** been involved in the killing", "were **apparently** put on alert"."""
    token = chain[-1]
    if token.pos not in {"NOUN", "PROPN"}:
        return
    while token.dep in {"pobj", "dobj", "prep", "attr", "nsubjpass", "agent", "conj", "compound"} and token.head != token.i:
        token = sentence.tokens[token.head]
        if token.pos in {"VERB", "AUX"}:
            for signal in _own(sentence, token, cues):
                if signal.family == "adverb" or signal.family.endswith(" have"):
                    yield Signal(signal.label, "above", signal.cue)
            return


def _unsettled(sentence: ParsedSentence, token: Token, cues: CueWords) -> Iterator[Signal]:
    """"considers it **likely** that ...", "could not **confirm** claims that ...", "is not **certain** that": words over the act's clause."""
    below = token
    for above in sentence.ancestors(token.i):
        if below.dep == "ccomp":
            for child in [above, *sentence.kids(above.i, "acomp", "oprd")]:
                if child.pos == "ADJ" and child.lower in cues.adjectives:
                    yield Signal(cues.adjectives[child.lower], "judged", child.i)
        doubted = [t for t in [above, *sentence.kids(above.i, "acomp", "conj")] if t.lower in _SETTLED]
        if below.dep in {"ccomp", "csubj"} and any(_denied(sentence, t) for t in doubted):
            yield Signal(_POSSIBLE, "unconfirmed", doubted[0].i)
        if confirms_nothing(sentence, above):
            yield Signal(_POSSIBLE, "unconfirmed", above.i)
        below = above


def confirms_nothing(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb is one of confirming and denied: "could **not** confirm", "**no** report confirms", "**nobody** has confirmed"."""
    if verb.lower not in load_cues().confirming:
        return False
    empty = any(empty_word(sentence, t) or lacking(sentence, t) for t in sentence.kids(verb.i, "nsubj"))
    return empty or any(t.dep == "neg" for t in sentence.kids(verb.i))


def is_unconfirmed(sentence: ParsedSentence, index: int) -> bool:
    """Whether an act, or a claim of it, stands right under a verb of confirming that is denied: it is open, whatever a coder reads in it."""
    act = chain_of(sentence, index)[-1]
    while act.dep == "conj" and sentence.tokens[act.head].pos in {"VERB", "AUX"}:
        act = sentence.tokens[act.head]
    said = claim_over(sentence, act) or act
    verb = sentence.tokens[said.head]
    return said.dep == ("ccomp" if said is act else "dobj") and said.i > verb.i and confirms_nothing(sentence, verb)


def is_only_shown(sentence: ParsedSentence, index: int) -> bool:
    """Whether only signs of an act are told: "sees **signs that** officers threatened a judge", "amid **hints** that Accra has recalled its envoy"."""
    act = first_of_row(sentence, chain_of(sentence, index)[-1], lambda one, above: above.pos in {"VERB", "AUX"})
    noun = sentence.tokens[act.head]
    if act.dep not in {"acl", "ccomp", "relcl"} or singular(noun.lower) not in _SIGNS or noun.pos != "NOUN" or noun.i > act.i:
        return False
    that = any(one.lower == "that" and one.dep in {"mark", "nsubj"} for one in sentence.kids(act.i, "mark"))
    return that and lacking(sentence, noun) is None and not any(one.lower in _SURE for one in sentence.kids(noun.i, "amod", "det"))


#: What lets suppose that something was done.
_SIGNS: Final = frozenset("sign hint indication clue inkling".split())
_SURE: Final = frozenset("clear sure unmistakable certain unambiguous conclusive".split())


def _denied(sentence: ParsedSentence, token: Token) -> bool:
    """Whether an adjective is denied by itself, by its verb or by its prefix ("**not** certain", "is **not** clear", "**un**clear")."""
    over = sentence.tokens[token.head]
    near = [*sentence.kids(token.i), *(sentence.kids(over.i) if token.dep == "acomp" else ())]
    return token.lower.startswith("un") or any(t.dep == "neg" for t in near)


#: Adjectives that leave an act open where they are denied.
_SETTLED = frozenset("certain sure clear uncertain unsure unclear".split())


def _upward(sentence: ParsedSentence, token: Token) -> Iterator[tuple[Token, Token]]:
    """The words above an act with the word below each, up to the clause that holds it and one clause further."""
    below, clauses = token, 0
    for above in sentence.ancestors(token.i):
        yield below, above
        if below.dep in {"ccomp", "relcl", "advcl", "acl", "parataxis"}:
            clauses += 1
        if clauses > 0:
            return
        below = above
