"""The charge or the verdict by which a sentence tells of a deed: "convicted of **torture**", "on trial for **killing** a priest", "cleared of ordering the
**raid**", "the tribunal found that troops had **shelled** the camp".

Its day is no day of the deed, who makes it is the deed's source, and of what somebody is cleared nobody says that it was done by him.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import Final

from dateline.extract.act import Act
from dateline.extract.acttime import date_tokens
from dateline.extract.arguments import is_passive, verb_arguments
from dateline.extract.dates import FoundDate
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_CHARGING: Final = forms_of_verbs(text_of("extract.charges.charging"))
_BLAMING: Final = forms_of_verbs(text_of("extract.charges.blaming"))
_CONVICTING: Final = forms_of_verbs(text_of("extract.charges.convicting"))
_CLEARING: Final = forms_of_verbs(text_of("extract.charges.clearing"))
_CHARGES: Final = forms_of_nouns(text_of("extract.charges.charges"))
_VERDICTS: Final = forms_of_nouns(text_of("extract.charges.verdicts"))
_ACQUITTALS: Final = forms_of_nouns("acquittal exoneration")
_UNDOING: Final = forms_of_verbs(text_of("extract.charges.undoing"))
_MAKING: Final = forms_of_verbs(text_of("extract.charges.making"))
_FINDING: Final = forms_of_verbs(text_of("extract.charges.finding"))
_COURT: Final = forms_of_nouns(text_of("extract.charges.court"))
_OF_TAKING: Final = _CLEARING | forms_of_verbs("convict suspect accuse")
_ROLES: Final = forms_of_nouns(text_of("extract.charges.roles"))
_WANTING: Final = forms_of_verbs("want")
_POLICE: Final = forms_of_nouns("police detective investigator")
_STEPS: Final = _CONVICTING | _CLEARING | forms_of_verbs("arrest extradite indict") | forms_of_nouns("trial suspect indictment conviction verdict warrant")
#: Prepositions between a charge and its deed.
_LINKS: Final = frozenset({"with", "of", "for", "on", "over", "in", "to"})
#: Links that may also hang on who is charged ("sentenced a **banker for** the murder").
_GROUNDS: Final = frozenset({"for", "over"})
#: Prepositions behind which something else is told than the deed.
_BESIDE: Final = frozenset({"after", "before", "during", "since", "until", "by", "amid", "despite", "following", "from", "at"})
_UP: Final = frozenset(
    "conj appos dobj pobj pcomp prep xcomp acomp attr ccomp acl oprd npadvmod advcl dative nsubjpass relcl amod".split()
)
_SERVED: Final = forms_of_nouns("year month week life prison jail death term count charge") | {"connection"}
_PLEADING: Final = forms_of_verbs("plead")
_NOT: Final = frozenset({"not", "n't"})


class Outcome(Enum):
    """What becomes of who is charged."""

    CHARGED = 0
    CONVICTED = 1
    CLEARED = 2


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge or a verdict that tells of a deed.

    Attributes:
        cue: its word.
        outcome: what becomes of the accused.
        accuser: the word of who charges or judges; ``None`` where nobody is named.
        link: the word from which on the deed is told.
        known: whether the deed itself is not in question, but a part in it ("convicted of a role in the **raid**").
    """

    cue: int
    outcome: Outcome
    accuser: int | None
    link: int
    known: bool = False


@lru_cache(maxsize=256)
def charge_over(sentence: ParsedSentence, head: int) -> Charge | None:
    """The charge or verdict that tells of the deed at a word, the nearest one, as far as those above it leave it standing.

    Args:
        sentence: the sentence.
        head: the head word of the deed.
    """
    token, link = sentence.tokens[head], head
    linked = known = False
    while token.head != token.i and token.dep in _UP:
        above = sentence.tokens[token.head]
        if token.dep == "prep":
            if token.lower in _BESIDE:
                return None
            linked, link = token.lower in _LINKS, token.i
        outcome = _outcome(sentence, above, token, linked=linked)
        if outcome is not None:
            cue = _cue(sentence, _made_by(sentence, above) or above)
            final = Outcome.CLEARED if _is_undone(sentence, cue) else outcome
            return Charge(cue.i, final, _accuser(sentence, cue), link, known or _is_wished(sentence, cue))
        if not _goes_on(sentence, token, above):
            return None
        known = known or _is_part(sentence, token, above)
        token = above
    return None


def _outcome(sentence: ParsedSentence, word: Token, below: Token, *, linked: bool) -> Outcome | None:
    """What a word makes of the deed that stands below it."""
    if below.dep == "ccomp":
        return _found(sentence, word, below)
    if word.lower in _CHARGES and below.dep in {"acl", "ccomp", "relcl"} and any(t.lower == "that" for t in sentence.kids(below.i, "mark", "nsubj", "dobj")):
        return Outcome.CHARGED
    if below.dep in {"dobj", "nsubjpass"} and linked and word.pos == "VERB" and word.lower in _CONVICTING | _CLEARING | _CHARGING and below.lower not in _CHARGES | _VERDICTS:
        return _told_by_verb(sentence, word)
    if below.dep != "prep" or not linked or (below.lower == "to" and word.lower != "guilty" and word.lower not in _PLEADING):
        return None
    if word.lower == "guilty":
        return _plea(sentence, word) if _cue(sentence, word).lower in _FINDING | _PLEADING else None
    if word.pos == "NOUN":
        return _told_by_noun(word, below)
    if word.pos == "VERB" and (told := _told_by_verb(sentence, word)) is not None:
        return told
    before = sentence.tokens[word.i : below.i]
    guilty = next((t for t in before if t.lower == "guilty"), None)
    if word.lower in _FINDING | _PLEADING and guilty is not None:
        return _plea(sentence, guilty)
    made = _made_by(sentence, word)
    if made is not None and below.lower in _GROUNDS:
        return _told_by_noun(made, below)
    tried = sentence.tokens[below.i - 1].lower in _CHARGES and word.pos in {"VERB", "AUX", "ADP"}
    return Outcome.CHARGED if tried and below.lower in _GROUNDS | {"on"} else None


def _told_by_verb(sentence: ParsedSentence, verb: Token) -> Outcome | None:
    if verb.lower in _CLEARING:
        return Outcome.CLEARED
    if verb.lower in _CONVICTING:
        return Outcome.CONVICTED
    if verb.lower in _WANTING:
        wishes = any(sentence.kids(t.i, "nsubj") for t in sentence.kids(verb.i, "ccomp")) or sentence.kids(verb.i, "dobj", "xcomp")
        return Outcome.CHARGED if verb.tag in {"VBN", "VBD"} and not wishes else None
    return Outcome.CHARGED if verb.lower in _CHARGING or (verb.lower in _BLAMING and is_before_court(sentence)) else None


def _made_by(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The charge or verdict that a verb makes: "handed a ten-year **sentence** to him"."""
    if verb.pos != "VERB" or verb.lower not in _MAKING:
        return None
    return next((t for t in sentence.kids(verb.i, "dobj", "nsubjpass") if t.lower in _CHARGES | _VERDICTS), None)


def _told_by_noun(noun: Token, below: Token) -> Outcome | None:
    if noun.lower in _ACQUITTALS:
        return Outcome.CLEARED
    if noun.lower in _VERDICTS:
        return Outcome.CONVICTED
    return Outcome.CHARGED if noun.lower in _CHARGES and below.lower in {"of", "for", "over", "on"} else None


def _plea(sentence: ParsedSentence, guilty: Token) -> Outcome:
    """"found **not guilty** of", "pleaded not **guilty** to"."""
    pleads = any(t.lower in _PLEADING for t in sentence.tokens[max(guilty.i - 3, 0) : guilty.i])
    if sentence.tokens[guilty.i - 1].lower not in _NOT:
        return Outcome.CONVICTED
    return Outcome.CHARGED if pleads else Outcome.CLEARED


def _found(sentence: ParsedSentence, verb: Token, clause: Token) -> Outcome | None:
    """"the tribunal **found** that troops had shelled the camp"; what it says must be done is no deed."""
    subjects = verb_arguments(sentence, verb.i).subjects if verb.lower in _FINDING else ()
    done = not any(t.tag in {"MD", "TO"} for t in sentence.kids(clause.i, "aux")) and clause.tag != "VB"
    asked = sentence.kids(verb.i, "neg", "prt") or any(t.tag in {"WP", "WRB", "WDT"} for t in sentence.kids(clause.i))
    return Outcome.CONVICTED if done and not asked and any(sentence.tokens[i].lower in _COURT for i in subjects) else None


def is_before_court(sentence: ParsedSentence) -> bool:
    """Whether a sentence names a court, a prosecutor, police or a step of theirs."""
    return not {t.lower for t in sentence.tokens}.isdisjoint(_COURT | _POLICE | _STEPS)


def _goes_on(sentence: ParsedSentence, token: Token, above: Token) -> bool:
    """Whether a deed is still told as part of what stands above a word."""
    if token.dep == "conj":
        return above.pos == token.pos or {above.pos, token.pos} <= {"NOUN", "PROPN"} or above.tag == token.tag
    if token.dep in {"acl", "advcl", "relcl", "nsubjpass"}:
        return False
    if token.dep == "amod":  # the parser takes "charges that a colonel tortured prisoners" for prisoners
        return token.tag in {"VBN", "VBD"} and above.dep == "acl"
    if token.dep == "prep" and above.pos in {"NOUN", "PROPN"}:
        if _is_accused(sentence, above):
            return token.lower in _GROUNDS or (token.lower == "of" and _is_of_charge(sentence, token, above))
        return token.lower not in _GROUNDS or above.lower in _SERVED
    if above.pos == "VERB" and token.dep in {"dobj", "xcomp", "oprd"}:
        return above.dep in {"pcomp", "xcomp", "conj", "ccomp", "acl"} and (above.tag == "VBG" or above.dep != "acl")
    return True


def _is_of_charge(sentence: ParsedSentence, link: Token, accused: Token) -> bool:
    """Whether "of" tells what somebody is charged with and not who he is: "convicted an **officer of** torture", "sentenced the **leader of** the attack"."""
    bare = any(is_bare(sentence, t) for t in sentence.kids(link.i, "pobj", "pcomp"))
    return sentence.tokens[accused.head].lower in _OF_TAKING and (bare or accused.lower not in _ROLES)


def _is_part(sentence: ParsedSentence, link: Token, noun: Token) -> bool:
    """Whether a preposition leads from a deed to a part in it: "his **role in** the raid", "**conspiracy in** the attacks"."""
    return link.dep == "prep" and link.lower in {"in", "to"} and noun.pos == "NOUN" and not _is_accused(sentence, noun)


def _is_wished(sentence: ParsedSentence, cue: Token) -> bool:
    """Whether somebody would only like a trial: "**wanted** him **tried** for the deaths"."""
    before = sentence.tokens[cue.i - 1] if cue.i else cue
    return before.lower in _WANTING or (cue.dep in {"oprd", "xcomp", "ccomp"} and sentence.tokens[cue.head].lower in _WANTING)


def is_bare(sentence: ParsedSentence, deed: Token) -> bool:
    """Whether a word names a crime and no deed of its own time and place: "convicted of **torture**"."""
    if deed.pos != "NOUN":
        return deed.tag == "VBG" and not sentence.kids(deed.i)
    own = sentence.kids(deed.i, "det", "poss", "nummod")
    return not own and not any(t.lower in {"of", "by", "against"} for t in sentence.kids(deed.i, "prep"))


def _is_accused(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether a noun is the object or subject of a verdict's verb, on which the parser hangs its ground."""
    verb = sentence.tokens[noun.head]
    return noun.dep in {"dobj", "nsubjpass", "pobj"} and (verb.lower in _CHARGING | _CONVICTING | _CLEARING or verb.lower in {"to", "against", "for"} | _CHARGES)


def _cue(sentence: ParsedSentence, word: Token) -> Token:
    """The verb over a noun of charges or of guilt ("**indicted** on charges of"), else the word itself."""
    above = sentence.tokens[word.head]
    if word.lower == "guilty":
        return above if above.pos == "VERB" else word
    if word.dep == "pobj":
        above = sentence.tokens[above.head]
    known = above.lower in _CHARGING | _CONVICTING | _CLEARING
    return above if word.pos == "NOUN" and known and above.pos == "VERB" else word


def _is_undone(sentence: ParsedSentence, cue: Token) -> bool:
    """Whether somebody is cleared of what a word charges him with: "**overturned** his conviction", "**acquitted** officers accused of"."""
    if cue.pos == "VERB" and cue.lower in _CLEARING:
        return True
    token = cue
    while token.head != token.i:
        above = sentence.tokens[token.head]
        if token.dep in {"dobj", "nsubjpass"} and above.lower in _UNDOING | _CLEARING:
            return (above.lower in _CLEARING or token.lower in _CHARGES | _VERDICTS) and not sentence.kids(above.i, "neg")
        if token.dep == "pobj" and above.lower in {"of", "against"} and sentence.tokens[above.head].lower in _CLEARING:
            return True
        inside = token.dep in {"acl", "pobj", "relcl"} or (token.dep == "prep" and above.pos in {"NOUN", "PROPN"} and token.lower in {"against", "of"})
        if not inside:
            return False
        token = above
    return False


def _accuser(sentence: ParsedSentence, cue: Token) -> int | None:
    """Who charges or judges somebody."""
    if cue.pos == "VERB" and cue.lower not in _UNDOING:
        found = verb_arguments(sentence, cue.i)
        passive = is_passive(sentence, cue)
        named = found.by if passive else found.subjects
        alone = not passive and ((not found.objects and not sentence.kids(cue.i, "ccomp")) or cue.lower in _WANTING)
        return None if alone or not named else named[0]
    verb = next((t for t in sentence.ancestors(cue.i) if t.pos == "VERB"), None)
    if verb is None or verb.lower not in _MAKING or cue.dep not in {"dobj", "pobj"} or is_passive(sentence, verb):
        return None
    return next(iter(verb_arguments(sentence, verb.i).subjects), None)


#: Types of deeds that somebody can be charged with.
CRIMES: Final = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID"})


def is_cleared_deed(act: Act) -> bool:
    """Whether an act is a deed of which somebody is cleared, so that nobody says that he did it."""
    charge = charge_of(act)
    return charge is not None and charge.outcome is Outcome.CLEARED


def charge_of(act: Act) -> Charge | None:
    """The charge or verdict that tells of an act, where it is a deed that somebody can be charged with."""
    return charge_over(act.sentence, act.head) if act.type in CRIMES else None


#: Days before its publication from which on a report's day behind a deed is that of the verdict: no court convicts sooner.
_NEWS: Final = timedelta(days=31)


def dates_of_deed(act: Act, charge: Charge, dates: Sequence[FoundDate], published: date | None) -> list[FoundDate]:
    """The date expressions that can be those of a deed of which a charge tells: those behind the word that leads to it, but for the day of the verdict
    ("convicted of torture **on 3 May**").

    Args:
        act: the deed.
        charge: the charge or the verdict.
        dates: the date expressions of the sentence.
        published: the day of the report.
    """
    sentence, deed = act.sentence, act.sentence.tokens[act.head]
    own = []
    for found in dates:
        inside = date_tokens(sentence, found)
        if not inside or inside[0].i <= charge.link:
            continue
        within = inside[-1].i < act.head
        late = published is not None and found.latest > published - _NEWS
        fresh = late and (charge.outcome is Outcome.CONVICTED or deed.pos == "NOUN")
        if within or not ((is_bare(sentence, deed) and found.precision != "year") or fresh):
            own.append(found)
    return own
