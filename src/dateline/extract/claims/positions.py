"""Stances and opinions: where actors and publics stand, as predicates in the present."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dateline.extract.arguments import governed, is_passive
from dateline.extract.claims.cues import BE, load_claim_cues
from dateline.extract.claims.grammar import (
    MINDS,
    Candidate,
    adjective_cue,
    group_start,
    group_words,
    in_name,
    is_actor,
    is_negated,
    is_present,
    is_public,
    subject_of,
    verb_cue,
)
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.lexicon import load_lexicon
from dateline.ontology.wordlists import words_of
from dateline.types import Certainty, SentenceKind

_STAYING: Final = words_of("extract.claims.positions.staying")
_LINES: Final = words_of("extract.claims.positions.lines")
_SENSES: Final = words_of("extract.claims.positions.senses")
_STATED: Final = words_of("extract.claims.positions.stated")
_NEED_CLAUSE: Final = words_of("extract.claims.positions.need_clause")


def positions(sentence: ParsedSentence) -> Iterator[Candidate]:
    """The stances and opinions of a sentence; none in a headline, whose present tense tells an act."""
    if sentence.sentence.kind is SentenceKind.HEADLINE:
        return
    telling = _telling()
    for token in sentence.tokens:
        linking, tells = (token.lower in BE and not _is_genitive(sentence, token)) or token.lower in _STAYING, token.lower in telling
        if not (linking or tells) or in_name(sentence, token.i) or _is_supposed(sentence, token):
            continue
        if linking:
            yield from (_with_denial(sentence, one) for one in _adjectival(sentence, token))
        if tells and (token.pos in {"VERB", "AUX"} or _taken_for_noun(sentence, token)):
            yield from (_with_denial(sentence, one) for one in _verbal(sentence, token))


def _is_genitive(sentence: ParsedSentence, token: Token) -> bool:
    """Whether an "'s" is no verb but says whose something is: "praised Lima**'s** firm answer"."""
    owner = sentence.tokens[token.head]
    return token.tag == "POS" and owner.dep == "poss" and owner.head > token.i


def _is_supposed(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a predicate is only a condition, which nobody is said to hold: "**if** Oslo refuses to pay, Riga could sue"."""
    clause = next((t for t in (token, *sentence.ancestors(token.i)) if t.dep in {"advcl", "relcl", "ccomp", "ROOT"}), token)
    marks = (t.i for t in sentence.kids(clause.i, "mark") if t.lower in {"if", "unless"})
    return clause.dep == "advcl" and any(i == 0 or sentence.tokens[i - 1].lower not in {"even", "as"} for i in marks)


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The verb forms that may tell a stance or opinion; :func:`_verbal` finds none at another word."""
    cues = load_claim_cues()
    forms = (cues.forms[name] for name in ("noun_verbs", "saying", "continuing"))
    return frozenset().union(cues.verbs["stance"], cues.verbs["opinion"], _HOLDING, *forms)


def _with_denial(sentence: ParsedSentence, one: Candidate) -> Candidate:
    """A claim from the word on that says that nobody holds it ("**neither** government is willing to move"): without it the claim were the opposite."""
    if one.holder is None:
        return one
    denials = [t.i for t in sentence.kids(one.holder, "det", "preconj", "cc") if t.lower in {"neither", "no"}]
    own = sentence.tokens[one.holder]
    denials += [own.i] if own.lower in {"neither", "nobody", "none"} else []
    return replace(one, first=min(denials)) if denials and min(denials) < one.first else one


def _verbal(sentence: ParsedSentence, token: Token) -> Iterator[Candidate]:
    subject = subject_of(sentence, token.i)
    if subject is not None and subject < token.i and _told_of(sentence, token) and is_actor(sentence, subject):
        told = sentence.tokens[token.head]
        hedged = Certainty.POSSIBLE if told.lower in _HEARSAY else Certainty.CERTAIN
        yield Candidate("opinion" if is_public(sentence, subject) else "stance", group_start(sentence, told.i), token.i, hedged, holder=subject)
        return
    if subject is None or subject >= token.i or (token.pos in {"VERB", "AUX"} and is_passive(sentence, token)) or _takes_place(sentence, token):
        return
    start = group_start(sentence, token.i)
    if _mass_noun(sentence, subject) and token.lower in load_claim_cues().forms["noun_verbs"] and token.pos in {"VERB", "AUX"}:
        yield Candidate("opinion", start, token.i)
        return
    if not is_actor(sentence, subject) and sentence.tokens[subject].lower != "it" and token.lower not in MINDS:
        return
    if (_modal(sentence, token) and not is_public(sentence, subject)) or _is_inserted(sentence, token, subject):
        return
    start = _taken_up(sentence, token, subject, start)
    public = is_public(sentence, subject)
    opinion = _opinion_verb(sentence, token, public=public) and not _says_nothing(sentence, token)
    stance = verb_cue(sentence, token.i, "stance", gap=1)
    now = is_present(sentence, token.i) or _taken_for_noun(sentence, token)
    if opinion and (now or token.tag == "VBD"):
        kind = "stance" if token.lower in _LINES and not public and sentence.tokens[subject].tag == "NNP" else "opinion"
        yield Candidate(kind, start, token.i, holder=subject)
    elif public and (now or _polled(sentence, subject)) and (stance or _holds_view(sentence, token)):
        yield Candidate("opinion", start, token.i, holder=subject)
    elif (
        (stance and now and _is_position(sentence, token))
        or (now and _is_refusal(sentence, token))
        or (now and token.lower in load_claim_cues().forms["continuing"] and _continues(sentence, token))
    ):
        yield Candidate("stance", start, token.i, holder=subject)


def _is_inserted(sentence: ParsedSentence, token: Token, subject: int) -> bool:
    """Whether a verb of saying stands between commas in what it says, so that its own words hold nothing: "the tone but, its ministers **insist**, not the policy"."""
    after = sentence.tokens[token.i + 1].text if token.i + 1 < len(sentence.tokens) else ""
    left = min((i for i in sentence.subtree(subject) if i <= subject), default=subject)
    opened = left > 0 and sentence.tokens[left - 1].text == ","
    said = [t for t in sentence.kids(token.i, "ccomp", "xcomp") if t.i > token.i and any(m.lower == "that" for m in sentence.kids(t.i, "mark"))]
    return token.lower in load_claim_cues().forms["saying"] and opened and after in {",", "."} and not said


def _taken_up(sentence: ParsedSentence, token: Token, subject: int, start: int) -> int:
    """Where the words of a stance begin that a noun before it names: "**an accusation** Tehran has rejected"."""
    noun = sentence.tokens[token.head]
    objects = sentence.kids(token.i, "dobj", "ccomp", "xcomp")
    if token.dep != "relcl" or noun.i >= subject or objects or sentence.tokens[subject].tag in {"WDT", "WP"} or noun.lower not in _STATED:
        return start
    own = [t.i for t in sentence.kids(noun.i, "det", "amod", "poss") if t.i < noun.i]
    return min([noun.i, *own])


#: "Is said to oppose": hearsay; "is known to oppose" is not.
_HEARSAY: Final = frozenset("said reported rumoured rumored thought believed understood alleged".split())
_TOLD: Final = _HEARSAY | {"known"}


def _told_of(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a verb is a stance that is told of its holder: "Berlin is said to oppose the cap"."""
    told = sentence.tokens[token.head]
    return (
        token.dep == "xcomp"
        and told.lower in _TOLD
        and any(word in {"is", "are"} for word in group_words(sentence, told.i))
        and any(t.lower == "to" for t in sentence.kids(token.i, "aux"))
        and bool(verb_cue(sentence, token.i, "stance", gap=1) or verb_cue(sentence, token.i, "opinion", gap=1))
    )


_OCCASIONS: Final = words_of("extract.claims.positions.occasions")
_HOLDING: Final = words_of("extract.claims.positions.holding")
_VIEWS: Final = words_of("extract.claims.positions.views")


def _takes_place(sentence: ParsedSentence, token: Token) -> bool:
    """Whether what somebody holds takes place: "the two do not **hold a formal meeting**", "villagers hold a vote"."""
    objects = sentence.kids(token.i, "dobj") if token.lower in _HOLDING else ()
    return any(t.lower in _OCCASIONS or any(sense.type == "CONSULT" for sense in load_lexicon().lookup("NOUN", t.lower)) for t in objects)


def _holds_view(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a public holds a view of somebody or something."""
    objects = sentence.kids(token.i, "dobj") if token.lower in _HOLDING else ()
    return any(t.lower in _VIEWS and any(p.lower in {"of", "in", "about", "on", "towards"} for p in sentence.kids(t.i, "prep")) for t in objects)


def _taken_for_noun(sentence: ParsedSentence, token: Token) -> bool:
    """Whether the tagger took the first verb of the sentence for a noun: "Baku demands a corridor", "a fifth of Japanese favour change"."""
    if token.i == 0 or token.i + 1 >= len(sentence.tokens) or token.tag not in {"NNS", "NN"}:
        return False
    before, after = sentence.tokens[token.i - 1], sentence.tokens[token.i + 1]
    if any(t.pos == "VERB" and t.tag not in {"VBG", "VBN"} for t in sentence.tokens[: token.i]):
        return False
    name = before.tag in {"NNP", "NNPS"} and token.tag == "NNS"
    share = token.tag == "NN" and (before.tag in {"NNS", "NNPS", "NNP"} or before.text.endswith("ese")) and _polled_words(sentence, token.i)
    return (name or share) and (after.tag in {"DT", "PRP$", "VBG", "JJ", "IN", "TO", "NN", "NNS"} and after.lower != "of")


def _polled_words(sentence: ParsedSentence, index: int) -> bool:
    return bool({t.lower for t in sentence.tokens[:index]} & (SHARES | {"in"}))


SHARES: Final = words_of("extract.claims.positions.shares")


def _modal(sentence: ParsedSentence, token: Token) -> bool:
    return any(word in {"will", "would", "may", "might", "could", "can", "should", "must", "to"} for word in group_words(sentence, token.i))


def _opinion_verb(sentence: ParsedSentence, token: Token, *, public: bool) -> bool:
    cue = verb_cue(sentence, token.i, "opinion", gap=1)
    if cue is None or token.tag in {"VBG", "VBN"} or (not public and _decides(sentence, token)):
        return False
    if token.lower in _NEED_CLAUSE and not (public and token.lower not in _SENSES):
        words = [t.lower for t in sentence.tokens[token.i + 1 : token.i + 12]]
        return ("as" in words and token.lower not in {"find", "finds"}) or bool(sentence.kids(token.i, "ccomp"))
    if token.tag == "VBD" and not public:
        return token.lower in {"believed", "feared", "hoped", "doubted", "suspected", "thought"} and bool(sentence.kids(token.i, "ccomp"))
    return True


def _decides(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a body's approval is its act and no view: "parliament **approves** the purchase", but "approves of it"."""
    return token.lower in {"approve", "approves", "approved"} and bool(sentence.kids(token.i, "dobj"))


def _says_nothing(sentence: ParsedSentence, token: Token) -> bool:
    """Whether all that is thought is a pronoun for what was said before: "few believed **it**"."""
    objects = sentence.kids(token.i, "dobj") if token.lower in MINDS else ()
    content = [t for t in sentence.kids(token.i, "ccomp", "xcomp", "prep", "oprd") if t.i > token.i]
    return bool(objects) and not content and all(t.lower in _PRONOUNS for t in objects)


#: Objects of a belief that name no matter.
_PRONOUNS: Final = frozenset("it this that so".split())


def _polled(sentence: ParsedSentence, subject: int) -> bool:
    """Whether the subject is a share or majority of a public: its stance is an opinion in any tense."""
    words = {sentence.tokens[i].lower for i in sentence.subtree(subject)} | {sentence.tokens[subject].lower}
    return bool(
        words & {"percent", "%", "cent", "majority", "most", "half", "third", "quarter", "fifth", "respondents", "voters", "public", "poll"}
    )


def _is_position(sentence: ParsedSentence, token: Token) -> bool:
    """Verbs that tell acts too ("holds an election") are stances only with a clause or an abstract object."""
    if token.lower in {"hold", "holds", "held", "maintain", "maintains", "maintained", "claims", "deny", "denies"}:
        return bool(sentence.kids(token.i, "ccomp")) or "that" in [t.lower for t in sentence.tokens[token.i + 1 : token.i + 2]]
    if token.lower in {"back", "backs"}:
        return bool(sentence.kids(token.i, "dobj", "ccomp"))
    if _decides(sentence, token):
        return False
    return token.tag != "VBG" or any(word in BE for word in group_words(sentence, token.i))


def _is_refusal(sentence: ParsedSentence, token: Token) -> bool:
    """ "Says it will not abandon the shoal"."""
    if token.lower not in load_claim_cues().forms["saying"]:
        return False
    words = [t.lower for t in sentence.tokens[token.i + 1 : token.i + 8]]
    return any(
        a in {"will", "would", "wo", "can", "should"} and b in {"not", "n't", "never"} for a, b in itertools.pairwise(words)
    ) and any(w in {"it", "he", "she", "they"} for w in words[:2])


def _continues(sentence: ParsedSentence, token: Token) -> bool:
    """ "Continues to recognise Taipei", "keeps insisting"."""
    table = load_claim_cues().verbs["stance"]
    later = [t for t in sentence.tokens[token.i + 1 : token.i + 4] if t.pos == "VERB"]
    return bool(later) and later[0].lower in table


def _mass_noun(sentence: ParsedSentence, subject: int) -> bool:
    """ "Support for the monarchy", "public opinion": the mood itself is the subject."""
    nouns = load_claim_cues().nouns["opinion"]
    token = sentence.tokens[subject]
    if token.lower in nouns:
        return any(t.lower in {"for", "of", "in", "to", "among"} for t in sentence.kids(subject, "prep")) or any(
            t.lower in {"public", "popular"} for t in sentence.kids(subject, "amod")
        )
    return token.lower == "opinion" and any(t.lower == "public" for t in sentence.kids(subject, "amod"))


def _owned(sentence: ParsedSentence, token: Token, subject: int) -> Iterator[Candidate]:
    """ "Beijing's position is that ...", "the government's response has remained muted": whose it is stands before the noun."""
    owners = sentence.kids(subject, "poss") or governed(sentence, [subject], "of")
    settled = token.lower in {"is", "are", "remains", "remain"} or (token.lower in {"been", "remained"} and group_words(sentence, token.i))
    if owners and is_actor(sentence, owners[0].i) and settled and not sentence.kids(token.i, "auxpass"):
        yield Candidate("stance", group_start(sentence, token.i), token.i, holder=owners[0].i)


def _adjectival(sentence: ParsedSentence, token: Token) -> Iterator[Candidate]:
    """ "Is in favour of", "remains committed to", "is convinced that"."""
    subject = subject_of(sentence, token.i)
    if subject is not None and subject < token.i and sentence.tokens[subject].lower in load_claim_cues().nouns["stance"]:
        yield from _owned(sentence, token, subject)
        return
    if subject is None or subject >= token.i or not (is_actor(sentence, subject) or sentence.tokens[subject].lower == "it"):
        return
    place = token.i + 1
    while place < len(sentence.tokens) and sentence.tokens[place].tag in {"RB", "RBR", "RBS", "DT"} | {"``"}:
        place += 1
    public = is_public(sentence, subject)
    opinion, stance = adjective_cue(sentence, place, "opinion"), adjective_cue(sentence, place, "stance")
    start = group_start(sentence, token.i)
    past = token.lower in {"was", "were", "been", "remained"} and not public
    if opinion and (public or not stance or len(opinion) > len(stance)) and not past:
        yield Candidate("opinion", start, token.i, holder=subject)
    elif stance and (not past or token.lower in {"been", "remained"}) and not (stance == ("for",) and is_negated(sentence, token.i)):
        yield Candidate("opinion" if public else "stance", start, token.i, holder=subject)
