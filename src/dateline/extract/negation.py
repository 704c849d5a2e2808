"""Negation and restraint: words that say that an act did not take place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.extract.arguments import first_of_row, is_passive
from dateline.extract.cuewords import CueWords, load_cues
from dateline.extract.emptiness import empty_object, empty_word, plain_negation, stays_out
from dateline.extract.inversion import denying_phrase
from dateline.extract.lexical import lexicon_coder
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.signals import Signal, chain_of
from dateline.ontology.inflect import forms_of_verbs, singular, verb_forms

_DENIED = "negated"
#: Types whose verbs are announced where a coder reads a threat ("would not **shell** the port").
_ANNOUNCED = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
#: Types of hostile deeds: who says that they will not be done refuses nothing ("would not **break off** relations").
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT"})
#: Types that the denial of a friendly act makes ("gave no visas").
_MADE_BY_DENIAL = frozenset({"REJECT", "THREATEN", "SANCTION", "COERCE"})
#: Types of what many do together, in which somebody may have no part ("took **no part** in the fighting").
_PARTAKEN = frozenset({"CONSULT", "ASSAULT", "PROTEST", "MOBILIZE", "COERCE"})


def is_undone(sentence: ParsedSentence, index: int, kind: str) -> bool:
    """Whether a negation right at a word, or an object of which there is none, denies the act, since the word without it is of the act's type.

    "has **not** ruled out talks" is no refusal, while "will **not** accept" is one: of a verb that the lexicon lists under the act's type only the
    act's denial can be told by a negation, of other verbs the negation may be what makes the type. A refusal to undo something ("will **not** go
    back on the decision") is the act itself.
    """
    token = sentence.tokens[index]
    if any(kept_from(sentence, one) for one in chain_of(sentence, index)):
        return kind != "REJECT"
    if any(denying_phrase(sentence, one) or not_planned(sentence, one) for one in chain_of(sentence, index)):
        return kind != "REJECT" or _makes_no_type(sentence, token, kind)
    if kind in _PARTAKEN and token.pos in {"NOUN", "PROPN"}:
        return stays_out(sentence, token) is not None
    if token.pos == "VERB" and empty_object(sentence, token) is not None:
        return _makes_no_type(sentence, token, kind)
    denied = any(t.i < index and (t.dep == "neg" or t.lower == "never") for t in sentence.kids(index, "neg", "advmod"))
    if not denied or token.pos != "VERB":
        return False
    sense = lexicon_coder().sense(sentence, token)
    if sense is None or sense.pos != "VERB" or "not" in sense.particles:
        return False
    if sense.type == kind:
        return True
    return (kind == "THREATEN" and sense.type in _ANNOUNCED) or (kind == "REJECT" and sense.type in _HOSTILE)


def not_planned(sentence: ParsedSentence, word: Token) -> Token | None:
    """The negation of a word of plans: "is **not** expected to", "has **no** plans to", "**no** intention of", "is **unlikely** to"; what is "not unlikely" is left open."""
    if word.lower == "unlikely":
        return None if plain_negation(sentence, word.i) or plain_negation(sentence, word.head) else word
    meant = any(any(t.lower == "to" for t in sentence.kids(one.i, "aux")) for one in sentence.kids(word.i, "xcomp", "acl"))
    doing = [t for link in sentence.kids(word.i, "prep") if link.lower == "of" for t in sentence.kids(link.i, "pcomp", "pobj") if t.tag == "VBG"]
    if not meant and not (doing and word.lower in _PLANS):
        return None
    if word.lower in _PLANS and word.pos == "NOUN":
        return next((t for t in sentence.kids(word.i, "det", "neg") if t.lower == "no"), None) or plain_negation(sentence, word.head)
    if word.lower not in load_cues().near_future | load_cues().future_verbs:
        return None
    return plain_negation(sentence, word.i) or (plain_negation(sentence, word.head) if word.dep in {"acomp", "prep"} else None)


def is_not_left_undone(sentence: ParsedSentence, index: int) -> bool:
    """Whether somebody is said not to leave an act undone, and so does it: "did **not fail** to condemn the raid", "never **hesitated** to arrest",
    or it is left open, as in "is **not unlikely** to arrest"."""
    for act in chain_of(sentence, index):
        above = sentence.tokens[act.head]
        if act.dep == "xcomp" and above.lower == "unlikely":
            return not_planned(sentence, above) is None
        if act.dep == "xcomp" and above.lower in _LEAVING_UNDONE and not sentence.kids(act.i, "neg"):
            never = any(t.lower == "never" for t in sentence.kids(above.i, "neg", "advmod"))
            return never or plain_negation(sentence, above.i) is not None
    return False


def is_done_later(sentence: ParsedSentence, index: int) -> bool:
    """Whether an act was not done until a time that the sentence names, and so was done then: "did **not** leave **until** 3 April".

    What somebody will not do until another acts is a refusal or a condition.
    """
    verb = chain_of(sentence, index)[-1]
    if verb.pos != "VERB" or plain_negation(sentence, verb.i) is None or not any(t.lower in _DONE for t in sentence.kids(verb.i, "aux", "auxpass")):
        return False
    if any(t.tag == "MD" for t in sentence.kids(verb.i, "aux")):
        return False
    for link in sentence.kids(verb.i, "prep"):
        if link.lower in _UNTIL and sentence.kids(link.i, "pobj", "pcomp", "prep"):
            return True
    clauses = [c for c in sentence.kids(verb.i, "advcl") if any(t.lower in _UNTIL for t in sentence.kids(c.i, "mark"))]
    return any(c.tag in {"VBD", "VBN"} for c in clauses)


_UNTIL = frozenset({"until", "till"})
#: Verbs of leaving something undone.
_LEAVING_UNDONE = forms_of_verbs("fail neglect omit forget hesitate")
#: Auxiliaries of what was or was not done at a time.
_DONE = frozenset({"did", "was", "were", "had"})


#: Verbs whose negation says that somebody would like an act ("I do **not mind** meeting him").
_WELCOMING = frozenset({"mind", "minds"})
#: Nouns of what somebody means to do.
_PLANS = frozenset({"plan", "plans", "intention", "intentions"})


def _makes_no_type(sentence: ParsedSentence, verb: Token, kind: str) -> bool:
    """Whether an object of which there is none denies the act, and is not what makes it ("**accepted** no deal" is a refusal)."""
    if kind not in _MADE_BY_DENIAL:
        return True
    sense = lexicon_coder().sense(sentence, verb)
    return sense is not None and sense.type == kind




def negations(sentence: ParsedSentence, index: int, cues: CueWords) -> Iterator[Signal]:
    """Signals that the act at ``index`` did not take place, the nearest first."""
    chain = chain_of(sentence, index)
    for position, token in enumerate(chain):
        particle = _particle(sentence, chain, position, cues) or denying_phrase(sentence, token)
        if particle is not None:
            yield Signal(_DENIED, "particle", particle.i)
        if position and _is_negative_verb(sentence, token, cues):
            yield Signal(_DENIED, "restraint", token.i)
        if position and token.lower in cues.negative_nouns:
            yield Signal(_DENIED, "restraint noun", token.i)
        subject = _negative_subject(sentence, token) or _nor(sentence, token)
        if subject is not None:
            yield Signal(_DENIED, "subject", subject.i)
    missing = (empty_object(sentence, chain[0]) if chain[0].pos == "VERB" else None) or stays_out(sentence, chain[0])
    if missing is not None:
        yield Signal(_DENIED, "object", missing.i)
    yield from _governing(sentence, chain, cues)
    bare = unshown(sentence, chain[-1])
    if bare is not None:
        yield Signal(_DENIED, "particle", bare.i)
    false, denying = untrue(sentence, chain[-1]), denial(sentence, index)
    if false is not None:
        yield Signal(_DENIED, "untrue", false.i)
    if denying is not None:
        yield Signal(_DENIED, "denial", denying.i)
    yield from _phrases(sentence, chain, cues)


def _particle(sentence: ParsedSentence, chain: Sequence[Token], position: int, cues: CueWords) -> Token | None:
    """"did **not** arrest", "imposed **no** fine", "**neither** attacked"; not "not only", and not the negation of a verb beside it."""
    token = chain[position]
    if token.lower in _WELCOMING and token.pos == "VERB":
        return None
    for child in sentence.kids(token.i):
        paired = child.dep == "preconj" and child.lower[:1] == "n"
        if child.dep == "neg" or paired or (child.lower in cues.negation and child.dep in {"det", "advmod", "preconj", "cc"}):
            after = sentence.tokens[child.i + 1].lower if child.i + 1 < len(sentence.tokens) else ""
            beside = position and chain[position - 1].dep == "conj" and token.dep != "xcomp" and child.lower not in {"neither", "nor"}
            if after in cues.affirmed_after or beside:
                continue
            if child.lower == "nor" and child.i > token.i:
                continue
            return child
    return None


@lru_cache(maxsize=1)
def _phrasal_particles() -> dict[str, str]:
    """Forms of the negative verbs of ``cues.toml`` that are negative only with their particle ("held off", not "held talks")."""
    pairs = (("stop", "short"), ("fall", "short"), ("hold", "off"), ("shrink", "from"), ("shy", "from"))
    return {form: particle for verb, particle in pairs for form in verb_forms(verb)}


def _is_negative_verb(sentence: ParsedSentence, token: Token, cues: CueWords) -> bool:
    """"failed to ...", "held **off** ...": a phrasal verb only with its particle."""
    if token.lower not in cues.negative_verbs or token.pos != "VERB":
        return False
    particle = _phrasal_particles().get(token.lower)
    return particle is None or any(t.lower == particle for t in sentence.kids(token.i, "prt", "advmod", "prep"))


def _negative_subject(sentence: ParsedSentence, verb: Token) -> Token | None:
    """"**No** state attacked", "**nobody** was arrested", "**few** of the hostages were freed"."""
    found = (empty_word(sentence, subject) for subject in sentence.kids(verb.i, "nsubj", "nsubjpass"))
    return next((word for word in found if word is not None), None)


def _nor(sentence: ParsedSentence, verb: Token) -> Token | None:
    """"neither bombed **nor** shelled": the second of two verbs joined by "nor"."""
    if verb.dep != "conj":
        return None
    return next((t for t in sentence.kids(verb.head, "cc") if t.lower == "nor" and t.i < verb.i), None)


def _governing(sentence: ParsedSentence, chain: Sequence[Token], cues: CueWords) -> Iterator[Signal]:
    """"refrained **from sending**", "stopped **short of striking**", "without **firing**", "avoided **shelling**", "instead **of bombing**"."""
    token = chain[-1]
    above = sentence.tokens[token.head]
    if token.dep in {"pcomp", "pobj"} and above.pos in {"ADP", "PART"}:
        governor = sentence.tokens[above.head]
        if above.lower == "without":
            yield Signal(_DENIED, "without", above.i)
        elif governor.lower == "short":
            yield Signal(_DENIED, "short of", governor.i)
        elif above.lower == "of" and above.i and sentence.tokens[above.i - 1].lower in {"instead", "short"}:
            yield Signal(_DENIED, "instead of", above.i - 1)
        elif (kept := kept_from(sentence, token)) is not None:
            yield Signal(_DENIED, "restraint", kept.i)
        elif above.lower in {"from", "of", "on"} and _is_negative_verb(sentence, governor, cues):
            yield Signal(_DENIED, "restraint", governor.i)
        elif above.lower == "from" and governor.lower == "far":
            yield Signal(_DENIED, "far from", governor.i)
        elif above.lower == "in" and token.tag == "VBG" and governor.lower in cues.negative_nouns:
            yield Signal(_DENIED, "restraint noun", governor.i)
    elif token.dep in {"xcomp", "ccomp", "advcl", "prep"} and token.tag in {"VBG", "VB"} and _is_negative_verb(sentence, above, cues):
        yield Signal(_DENIED, "restraint", above.i)
    elif token.dep in {"acl"} and above.lower in cues.negative_nouns:
        yield Signal(_DENIED, "restraint noun", above.i)
    elif token.dep == "dobj" and above.lower in cues.negative_verbs and above.lower in verb_forms("avoid"):
        yield Signal(_DENIED, "restraint", above.i)


def kept_from(sentence: ParsedSentence, deed: Token) -> Token | None:
    """The verb by which somebody does not do what "from" or "of" names: "**held** back from firing", "**backed** away from expelling him", "**thought**
    better of recalling its envoy"; not "pulled back from the town", which is a deed.

    Args:
        sentence: the sentence.
        deed: the participle of what is not done.
    """
    link = sentence.tokens[deed.head]
    if deed.dep != "pcomp" or deed.tag != "VBG" or link.lower not in {"from", "of"} or not link.i:
        return None
    verb = next((one for one in (sentence.tokens[link.head], *sentence.ancestors(link.head)) if one.pos == "VERB"), None)
    before = sentence.tokens[link.i - 1].lower
    if verb is None or link.i - verb.i > _NEAR or not verb.i < link.i:
        return None
    off = (link.lower == "from" and before in _OFF and verb.lower in _KEEPING) or (link.lower == "of" and before == "better" and verb.lower in _THINKING)
    return verb if off and not sentence.kids(verb.i, "neg") else None


#: Words between the verb and its "from" at most.
_NEAR = 3
_OFF = frozenset({"back", "away", "off"})
_KEEPING = forms_of_verbs("hold back draw pull step stand keep stay shy turn")
_THINKING = forms_of_verbs("think")


def unshown(sentence: ParsedSentence, act: Token) -> Token | None:
    """The word that says that nothing shows an act: "**no** sign of a withdrawal", "**no** information to suggest that", "**nothing** shows that".

    Only the act right under the evidence is denied: in "no evidence that Iran was behind the attack" the attack took place.
    """
    above = sentence.tokens[act.head]
    if act.dep in {"pobj", "pcomp"} and above.lower in {"of", "for"}:
        return lacking(sentence, sentence.tokens[above.head])
    if act.dep not in {"acl", "ccomp", "relcl"}:
        return None
    if above.lower in load_cues().showing and above.pos == "VERB":
        over = sentence.tokens[above.head] if above.dep in {"acl", "relcl"} else next(iter(sentence.kids(above.i, "nsubj")), None)
        return lacking(sentence, over) if over is not None else None
    return lacking(sentence, above)


def lacking(sentence: ParsedSentence, noun: Token) -> Token | None:
    """The word that says that there is no such evidence: "**no** proof", "**nothing**", "has **not** seen any sign"."""
    if noun.lower == "nothing":
        return noun
    if singular(noun.lower) not in load_cues().evidence:
        return None
    own = next((t for t in sentence.kids(noun.i, "det", "neg") if t.lower in {"no", "neither"}), None)
    if own is not None or noun.dep not in {"dobj", "attr"} or sentence.tokens[noun.head].lower in load_cues().confirming | load_cues().rebutting:
        return own
    return plain_negation(sentence, noun.head)


def is_contradicted(sentence: ParsedSentence, index: int) -> bool:
    """Whether the words over the act at ``index`` say outright that it was not done, whatever a coder reads in it."""
    act = chain_of(sentence, index)[-1]
    return any(word is not None for word in (unshown(sentence, act), untrue(sentence, act), denial(sentence, index)))


def untrue(sentence: ParsedSentence, act: Token) -> Token | None:
    """The word that calls an act untrue: "it is **not** true that ...", "it is **false** that ..."."""
    if act.dep not in {"ccomp", "csubj", "advcl"} or not any(t.lower == "that" for t in sentence.kids(act.i, "mark")):
        return None
    above = sentence.tokens[act.head]
    judged = next((t for t in [above, *sentence.kids(above.i, "acomp")] if t.lower in {"true", *_FALSE}), None)
    if judged is None or judged.dep == "amod":
        return None
    denied = plain_negation(sentence, judged.i) or plain_negation(sentence, judged.head)
    if judged.lower == "true":
        return denied
    return judged if denied is None else None


#: Adjectives that call what is said untrue.
_FALSE = frozenset({"false", "untrue", "incorrect"})


def denial(sentence: ParsedSentence, index: int) -> Token | None:
    """The verb by which somebody denies the act at ``index``: "**denied** that it had attacked", "**denies** bombing"; not "did not deny".

    So does who denies or rejects a claim of nobody named ("**dismissed** reports that it had attacked"); one of somebody named stays that one's.
    """
    for act in chain_of(sentence, index):
        act = first_of_row(sentence, act, lambda one, above: above.pos in {"VERB", "AUX"} and one.lower not in load_cues().denying)
        verb = sentence.tokens[act.head]
        if verb.lower in load_cues().denying and act.i > verb.i and _is_denied_content(sentence, act) and _denies(sentence, verb):
            return verb
        claim = claim_over(sentence, act)
        over = sentence.tokens[claim.head] if claim is not None and claim.dep == "dobj" else None
        if over is not None and over.lower in load_cues().rebutting and _denies(sentence, over):
            return over
    return None


def claim_over(sentence: ParsedSentence, act: Token) -> Token | None:
    """The noun whose clause holds an act, where it is a claim of nobody named: "**reports** that it had bombed" or "of bombing", not
    "a claim by rebels that"."""
    noun = sentence.tokens[act.head]
    stated = act.dep in {"acl", "ccomp", "relcl"} and any(t.lower == "that" for t in sentence.kids(act.i, "mark"))
    link = noun if noun.lower == "of" and (act.dep == "pcomp" or (act.dep == "pobj" and act.pos == "NOUN")) else None
    noun = sentence.tokens[noun.head] if link is not None else noun
    named = singular(noun.lower)
    if not (stated or link) or named not in load_cues().claims or noun.pos != "NOUN" or (act.dep == "pobj" and named == "charge"):
        return None
    owned = sentence.kids(noun.i, "poss") or [t for t in sentence.kids(noun.i, "prep", "agent") if t.lower in {"by", "from", "of"} and t is not link]
    return None if owned else noun


def _is_denied_content(sentence: ParsedSentence, act: Token) -> bool:
    """Whether an act stands in a clause or gerund as what is denied; a gerund behind a comma is what the denier does ("denied it, **accusing** Sudan")."""
    gerund = act.tag == "VBG" or any(t.tag == "VBG" for t in sentence.kids(act.i, "aux", "auxpass"))
    first = min(sentence.subtree(act.i), default=act.i)
    beside = "," in {sentence.tokens[first].text, sentence.tokens[first - 1].text} and bool(sentence.kids(act.head, "dobj", "ccomp"))
    return act.dep == "ccomp" or (gerund and act.dep in {"xcomp", "advcl", "pcomp"} and not beside)


def _denies(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb of denial is active and not itself denied ("neither confirm **nor** deny", "**nobody** denied", "**refused** to deny") nor
    what somebody is blamed for ("**accused** Moscow of denying that it had")."""
    if verb.pos != "VERB" or is_passive(sentence, verb) or any(t.lower in {"nor", "never", "neither"} for t in sentence.kids(verb.i)):
        return False
    above = sentence.tokens[verb.head]
    withheld = verb.dep == "xcomp" and above.lower in _WITHHOLDING
    charged = verb.dep == "pcomp" and sentence.tokens[above.head].lower in _CHARGING
    return not (withheld or charged) and next(negations(sentence, verb.i, load_cues()), None) is None


#: Verbs of who leaves something undone on purpose.
_WITHHOLDING = forms_of_verbs("refuse decline")
#: Verbs that blame somebody for a denial, and so believe what was denied.
_CHARGING = forms_of_verbs("accuse blame condemn criticise criticize denounce suspect")


#: Auxiliaries that make "yet to" and "still to" deny an act ("has yet to deport").
_HAVE = frozenset({"have", "has", "had", "is", "are", "was", "were"})


@lru_cache(maxsize=1)
def _worded(phrases: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Phrases as their words."""
    return frozenset(tuple(phrase.split()) for phrase in phrases)


def _phrases(sentence: ParsedSentence, chain: Sequence[Token], cues: CueWords) -> Iterator[Signal]:
    """"no longer supplies", "rather than arrest", "has yet to deport", "far from releasing": phrases just before the trigger."""
    phrases = _worded(cues.negative_phrases)
    for token in chain:
        for child in sentence.kids(token.i, "advmod"):
            if child.lower == "longer" and child.i and sentence.tokens[child.i - 1].lower == "no" and ("no", "longer") in phrases:
                yield Signal(_DENIED, "no longer", child.i)
        for size in (2, 3):
            start = token.i - size
            words = tuple(t.lower for t in sentence.tokens[max(0, start) : token.i])
            infinitive = words[-1:] == ("to",)
            if start < 0 or words not in phrases or (infinitive and (token.tag != "VB" or not start or sentence.tokens[start - 1].lower not in _HAVE)):
                continue
            yield Signal(_DENIED, " ".join(words), start)
