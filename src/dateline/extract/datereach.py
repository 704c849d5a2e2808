"""Which dates of a sentence cannot be those of an act: dates of other clauses, of what a noun is told of, of the saying of what lies ahead or behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.extract.acttime import ANNOUNCED, OF_WORDS, SPOKEN, date_head, date_tokens, tells, verb_before_that
from dateline.extract.aftermath import is_aftermath, is_done_before
from dateline.extract.arguments import first_of_row
from dateline.extract.causes import is_cause, is_day_of_cause, is_day_of_charge, is_of_toll
from dateline.extract.dates import FoundDate
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.planclause import is_day_of_plan
from dateline.extract.roles import ENDING
from dateline.extract.tags import ANY_SUBJECT, TENSED
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of
from dateline.types import DONE, UNDONE, Status

_HAD: Final = frozenset({"had", "'d", "’d"})
_HAVE: Final = _HAD | {"has", "have", "having"}
_ITS: Final = frozenset({"its", "his", "her", "their"})
_WRITTEN: Final = words_of("extract.datereach.written")
#: "The talks, **last** held in March": an earlier time than that of the sentence.
_BEFORE: Final = frozenset({"last", "first", "originally", "initially", "previously", "earlier", "once"})
_MADE: Final = forms_of_verbs(text_of("extract.datereach.made"))
_TIMED: Final = words_of("extract.datereach.timed")
_OPENING: Final = words_of("extract.datereach.opening")
#: "Generals **who met** over the weekend agreed": they agreed where they met.
_GATHERED: Final = frozenset("met meeting gathered convened assembled".split())
_UNITS: Final = words_of("extract.datereach.units")


def reaches(sentence: ParsedSentence, head: int, kind: str, status: Status, found: FoundDate) -> bool:
    """Whether a date expression can be that of an act.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        kind: the act's type.
        status: the act's status.
        found: the date expression.
    """
    inside = date_tokens(sentence, found)
    if not inside or any(one.i == head for one in inside):
        return True
    act, owner = _verb(sentence, sentence.tokens[head]), _owner(sentence, inside)
    if _is_since_compared(sentence, head, inside) or _is_counted_from(sentence, head, inside) or _is_older(sentence, act, owner) or _is_lasting(sentence, act, owner, inside):
        return False
    if _past_semicolon(sentence, head, inside) or _names_other(sentence, head, inside) or _of_noun_alone(sentence, head, owner):
        return False
    if is_day_of_cause(sentence, head, found, inside) or is_cause(sentence, head, inside) or is_day_of_charge(sentence, head, kind, inside):
        return False
    if is_of_toll(sentence, head, owner, inside) or _is_protested(sentence, head, inside) or _is_of_content(sentence, head, kind, status, found):
        return False
    if (status in DONE and is_day_of_plan(sentence, act, owner)) or _opens_later_clause(act, owner, inside):
        return False
    if kind != "CONSULT" and _is_ended(sentence, sentence.tokens[head], owner):
        return False
    if owner.i == act.i or not _is_under(sentence, act, owner):
        return True
    steps = list(_steps(sentence, act, owner))
    if is_aftermath(sentence, steps, inside) or is_done_before(sentence, steps, inside):
        return False
    return not (_of_other_clause(sentence, act, owner, inside, status) or _of_saying(sentence, act, owner, kind, status) or _looks_back(sentence, act, owner))


def tells_back(sentence: ParsedSentence, head: int) -> bool:
    """Whether an act is told as done before what its sentence tells: "tore up the accord that Lima **had signed**".

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
    """
    return _is_looking_back(sentence, _verb(sentence, sentence.tokens[head]))


def is_told_with_had(sentence: ParsedSentence, head: int) -> bool:
    """Whether an act is told with "had" as done before what the text tells of: "Lima **had objected**", and not "had **meanwhile** objected".

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
    """
    verb = _with_had(sentence, head)
    return verb is not None and not any(one.lower in _SINCE_THEN for one in sentence.tokens[max(verb.i - _REACH, 0) : verb.i])


#: Words, so many before its verb at most, by which what is told with "had" goes on from what was told.
_SINCE_THEN: Final = frozenset("meanwhile then since later soon within".split())
_REACH: Final = 12


def is_reported_before(sentence: ParsedSentence, head: int) -> bool:
    """Whether an act is told with "had" as what somebody found or said had been done: "the UN **found** that troops **had burned** four villages".

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
    """
    verb = _with_had(sentence, head)
    first = first_of_row(sentence, verb) if verb is not None else None
    return first is not None and first.dep == "ccomp" and sentence.tokens[first.head].pos == "VERB"


def _with_had(sentence: ParsedSentence, head: int) -> Token | None:
    """The verb with "had" by which an act is told, or that it is joined to without a tense of its own."""
    verb = sentence.tokens[head]
    if verb.pos != "VERB" or verb.tag not in {"VBN", "VBD"}:
        return None
    if not has_had(sentence, verb) and not sentence.kids(verb.i, "aux", "auxpass"):
        verb = first_of_row(sentence, verb, lambda one, _: not sentence.kids(one.i, "aux", *ANY_SUBJECT))
    return verb if has_had(sentence, verb) else None


def _is_looking_back(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether the verb of a relative clause tells with "had" what was done before."""
    return verb.dep in {"relcl", "acl"} and has_had(sentence, verb)


def has_had(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb has "had" before it."""
    return any(one.lower in _HAD for one in sentence.kids(verb.i, "aux"))


def _is_since_compared(sentence: ParsedSentence, head: int, inside: list[Token]) -> bool:
    """Whether a date only says with what something is compared: "the **first** visit by a premier **since 2011**"."""
    if inside[0].lower != "since" or any(one.head == head for one in inside[1:]):
        return False
    for one in reversed(sentence.tokens[: inside[0].i]):
        if one.text in {",", ";", ":"} or one.tag in {"VBD", "VBZ", "VBP", "VBN", "VBG"}:
            return False
        if (one.tag in {"JJS", "RBS"} and sentence.tokens[one.i - 1].lower != "at") or one.lower in {"first", "only"}:
            return True
    return False


def _is_counted_from(sentence: ParsedSentence, head: int, inside: list[Token]) -> bool:
    """Whether a time is counted from an act: "on the third anniversary **of the shooting**", "six days after **his arrest**"."""
    noun = sentence.tokens[head]
    by = sentence.tokens[noun.head]
    if noun.dep != "pobj" or by.i < inside[0].i:
        return False
    return (by.lower == "of" and inside[-1].lower == "anniversary" and by.i == inside[-1].i + 1) or (by.lower == "after" and by.i == inside[-1].i)


def _is_older(sentence: ParsedSentence, act: Token, owner: Token) -> bool:
    """Whether an act is told as done before, and a date is that of a clause beside: "**facing** a vote in May, he met a rebel who had shot two men"."""
    if not _is_looking_back(sentence, act):
        return False
    return owner.i != act.i and not _is_under(sentence, act, owner) and not _is_under(sentence, owner, act)


def _is_lasting(sentence: ParsedSentence, act: Token, owner: Token, inside: list[Token]) -> bool:
    """Whether an act is told in the present perfect, which has no day of the past, and the date is that of another clause, as in
    "plan a march **on Friday** although a court **has banned** it"."""
    if act.i == owner.i or not _is_under(sentence, act, owner) or owner.tag not in TENSED or inside[0].i > act.i:
        return False
    helpers = sentence.kids(act.i, "aux")
    present = any(one.lower in {"has", "have"} for one in helpers) and not any(one.tag in {"MD", "TO"} for one in helpers)
    return present and not any(one.dep == "ccomp" for one in _steps(sentence, act, owner))


def _is_ended(sentence: ParsedSentence, noun: Token, owner: Token) -> bool:
    """Whether a date is that of an act's end, which had begun before: "lifted **its sanctions** on 24 February", "called off the strike"; a
    meeting that ends on a day was on that day."""
    ends = owner.lower in ENDING or (owner.lower.startswith("call") and any(one.lower == "off" for one in sentence.kids(owner.i, "prt")))
    return ends and noun.pos == "NOUN" and noun.dep in {"dobj", "nsubjpass"} and noun.head == owner.i


def _is_of_content(sentence: ParsedSentence, head: int, kind: str, status: Status, found: FoundDate) -> bool:
    """Whether a date is that at which something asked for, promised or threatened is to be done: "demanded an apology **within a week**", "threatened
    a strike **from Sunday**", "invited him to visit **in October**"; a weekday with "on" may be that of the asking."""
    inside = date_tokens(sentence, found)
    if status is Status.HYPOTHETICAL and inside[0].lower == "within":
        return True  # "could fly in a brigade **within a day**" counts from what is supposed
    if kind not in _BIDDING or inside[0].i <= head + 1:
        return False
    if status not in DONE:
        return inside[0].lower == "within"
    return inside[0].lower in _TERMS or (inside[0].lower == "in" and found.precision == "month" and found.basis == "relative" and _is_behind_content(sentence, head, inside))


def _is_behind_content(sentence: ParsedSentence, head: int, inside: list[Token]) -> bool:
    """Whether what is asked for or promised stands before a date as an infinitive, as an object, or as a noun behind "to"; what was agreed, or
    somebody was asked, may have been so at that time."""
    bidding = sentence.tokens[head]
    if bidding.pos != "VERB" or bidding.lower in _AGREED or sentence.kids(head, "auxpass"):
        return False
    between = sentence.tokens[head + 1 : inside[0].i]
    return any((one.lower == "to" and one.dep == "aux") or (one.lower in _EVENTS and _is_bidden(sentence, one)) for one in between)


def _is_bidden(sentence: ParsedSentence, event: Token) -> bool:
    return event.dep == "dobj" or (event.dep == "pobj" and sentence.tokens[event.head].lower == "to")


#: Prepositions of the time at which, or by which, something is to be done.
_TERMS: Final = frozenset({"within", "from", "by", "before", "until"})
_AGREED: Final = forms_of_verbs("agree")
_EVENTS: Final = forms_of_nouns(text_of("extract.datereach.events"))
_BIDDING: Final = frozenset({"REQUEST", "THREATEN", "AGREE"})


def _is_protested(sentence: ParsedSentence, head: int, inside: list[Token]) -> bool:
    """Whether an act is what others protest against, which they do later: "marched on Friday to protest **against the jailing** of two judges",
    "in protest at a wave of **killings**"."""
    noun = sentence.tokens[head]
    if noun.dep == "pobj" and sentence.tokens[noun.head].lower == "of" and (many := sentence.tokens[sentence.tokens[noun.head].head]).lower in _WAVES:
        noun = many
    by = sentence.tokens[noun.head]
    direct = noun.dep == "dobj" and by.lower in _PROTEST
    told = noun.dep in {"pobj", "pcomp"} and by.lower in {"against", "over", "at"} and {sentence.tokens[by.head].lower, sentence.tokens[max(by.i - 1, 0)].lower} & _PROTEST
    return bool(direct or told) and inside[0].i < head


#: "A **wave** of killings".
_WAVES: Final = frozenset("wave series spate string rash surge".split())
_PROTEST: Final = forms_of_verbs("protest demonstrate rally") | {"protests", "demonstrations", "rallies", "demonstration"}


def _verb(sentence: ParsedSentence, token: Token) -> Token:
    """The verb of the clause of a word."""
    while token.pos not in {"VERB", "AUX"} and token.head != token.i:
        token = sentence.tokens[token.head]
    return token


def _owner(sentence: ParsedSentence, inside: list[Token]) -> Token:
    """The verb that a date is of; right behind a verb of speech it is of that, wherever the parser hangs it ("said **on Monday** it would attend")."""
    if (misread := verb_before_that(sentence, inside)) is not None:
        return misread
    verb = _verb(sentence, date_head(inside))
    said = sentence.tokens[inside[0].i - 1] if inside[0].i else verb
    below = verb.dep == "ccomp" and verb.head == said.i
    return said if below and tells(said) and all(inside[-1].i < one.i for one in sentence.kids(verb.i, *ANY_SUBJECT)) else verb


def _is_under(sentence: ParsedSentence, token: Token, above: Token) -> bool:
    return any(one.i == above.i for one in sentence.ancestors(token.i))


def _is_fronted(sentence: ParsedSentence, verb: Token, inside: list[Token]) -> bool:
    """Whether a date opens its clause and so may hold for all that follows."""
    return all(inside[0].i < one.i for one in sentence.kids(verb.i, *ANY_SUBJECT)) and inside[0].i < verb.i


def _past_semicolon(sentence: ParsedSentence, head: int, inside: list[Token]) -> bool:
    """Whether a semicolon parts a date from an act; one that opens the sentence may hold for all of it."""
    low, high = sorted((head, inside[0].i))
    return inside[0].i > 1 and any(one.text == ";" for one in sentence.tokens[low:high])


def _names_other(sentence: ParsedSentence, head: int, inside: list[Token]) -> bool:
    """Whether a date only names a thing by its day: "suspended an accord **of 2018**", "rejected the report **of 2 January**"; what is written is
    of the day on which it is sent."""
    of = date_head(inside)
    if of.lower != "of":
        of = sentence.tokens[of.head]
    noun = sentence.tokens[of.head]
    if of.lower != "of" or noun.pos != "NOUN" or noun.i == head or noun.dep != "dobj":
        return False
    return noun.lower not in SPOKEN and not (noun.lower in _WRITTEN and sentence.tokens[noun.head].lower in _MADE)


def _of_noun_alone(sentence: ParsedSentence, head: int, owner: Token) -> bool:
    """Whether a date stands in a clause that only tells more of a noun: "Norway, which closed its embassy on 3 May, recalled", "the talks, last
    held in March"; not where the noun is the act, what the act was said in, or what an act made that the clause goes on to tell."""
    for verb in (owner, *sentence.ancestors(owner.i)):
        before = verb.dep in {"acl", "advcl"} and verb.tag == "VBN" and any(one.lower in _BEFORE for one in sentence.kids(verb.i, "advmod"))
        before = before or _is_of_object(sentence, verb)
        if verb.dep != "relcl" and not before:
            continue
        if verb.i == head or any(one.i == verb.i for one in sentence.ancestors(head)):
            return False
        noun = sentence.tokens[verb.head]
        same = noun.lower in SPOKEN | _WRITTEN or verb.lower in _GATHERED or _goes_on(sentence, head, noun, verb)
        return noun.i != head and not same and not _is_at_once(sentence, verb) and not _is_noun_of(sentence, head, noun)
    return False


def _is_of_object(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a participle tells more of an object: "released the nuns **kidnapped** in December", "regret for the airliner **shot down** in July"."""
    noun = sentence.tokens[verb.head]
    if verb.dep != "acl" or verb.tag != "VBN" or verb.lower in _NOTHING_BEFORE or noun.pos not in {"NOUN", "PROPN"}:
        return False
    return noun.dep == "dobj" or (noun.dep == "pobj" and sentence.tokens[noun.head].lower in {"for", "over", "against"})


#: What is said or written was made when it was published, and what somebody is did not befall him.
_NOTHING_BEFORE: Final = words_of("extract.datereach.given") | words_of("extract.datereach.standing")


def _is_at_once(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a clause tells what went on when the act was done: "fired on mourners who **were carrying** coffins"."""
    return verb.tag == "VBG" and any(one.lower in {"was", "were"} for one in sentence.kids(verb.i, "aux"))


def _is_noun_of(sentence: ParsedSentence, head: int, noun: Token) -> bool:
    """Whether an act is a noun whose object the clause tells of: "the **killing** of a man who was shot in June"."""
    return sentence.tokens[head].pos in {"NOUN", "PROPN"} and any(one.i == head for one in sentence.ancestors(noun.i))


def _goes_on(sentence: ParsedSentence, head: int, noun: Token, verb: Token) -> bool:
    """Whether a clause may tell on of what an act made: "launched an attack **that** killed five on Monday"."""
    subject = next(iter(sentence.kids(verb.i, *ANY_SUBJECT)), None)
    if subject is None or subject.lower not in {"that", "which"} or sentence.tokens[subject.i - 1].text == ",":
        return False
    return noun.head == head and noun.dep in {"dobj", "nsubjpass", "nsubj"}


def _steps(sentence: ParsedSentence, act: Token, owner: Token) -> Iterator[Token]:
    """The words from an act's verb up to the verb that a date hangs on, that verb left out."""
    yield act
    for one in sentence.ancestors(act.i):
        if one.i == owner.i:
            return
        yield one


def _of_other_clause(sentence: ParsedSentence, act: Token, owner: Token, inside: list[Token], status: Status) -> bool:
    """Whether a date ends a clause before the act's, which has a subject or a time of its own: "fell on 3 May, and Amman closed"; what lies ahead
    has another time than the clause before anyway."""
    if inside[0].i > act.i or _is_fronted(sentence, owner, inside):
        return False
    listed = [one for one in _steps(sentence, act, owner) if one.dep == "conj" and one.pos in {"VERB", "AUX"} and first_of_row(sentence, one).i == owner.i]
    if listed and status in UNDONE:
        return True
    return any(_has_time(sentence, one) or (_has_other_subject(sentence, one) and not _tells_on(sentence, owner, one)) for one in listed)


def _opens_later_clause(act: Token, owner: Token, inside: list[Token]) -> bool:
    """Whether a date opens the second of two joined clauses, which begins behind an act: "bombed three villages and, **on Monday**, hit a dam"."""
    return owner.dep == "conj" and owner.head == act.i and act.i < inside[0].i and inside[-1].i < owner.i


def _has_other_subject(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb has a subject of its own that is not one of the party before ("and **its** leader apologised")."""
    return any(not any(one.lower in _ITS for one in sentence.kids(subject.i, "poss")) for subject in sentence.kids(verb.i, *ANY_SUBJECT))


def _tells_on(sentence: ParsedSentence, owner: Token, verb: Token) -> bool:
    """Whether a verb goes on with a clause of the same time: "died on Monday **when** a crowd gathered and police **opened fire**"."""
    clauses = (one for one in sentence.kids(owner.i, "advcl") if owner.i < one.i < verb.i)
    return any(mark.lower in {"when", "as", "while"} for one in clauses for mark in sentence.kids(one.i, "advmod", "mark"))


def _has_time(sentence: ParsedSentence, verb: Token) -> bool:
    return any(
        one.lower in _TIMED or (one.dep != "prep" and one.lower in _UNITS) or (one.lower in _OPENING and one.i < verb.i)
        for one in sentence.kids(verb.i, "advmod", "npadvmod", "prep")
    )


def _of_saying(sentence: ParsedSentence, act: Token, owner: Token, kind: str, status: Status) -> bool:
    """Whether a date is that of the saying of what lies ahead of it or behind: "said **on Sunday** that Kinshasa would attend", "accused Chad on
    Sunday **of having shelled** the town"."""
    if any(_is_perfect_gerund(sentence, one) for one in _steps(sentence, act, owner)):
        return True
    content = next((one for one in _steps(sentence, act, owner) if one.dep == "ccomp"), None)
    if content is None:
        return False
    if status in UNDONE:
        return True
    perfect = any(one.lower in _HAVE for one in sentence.kids(act.i, "aux"))
    return perfect and not (kind in OF_WORDS and owner.lower in ANNOUNCED)


def _is_perfect_gerund(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb tells what was done before the clause that it stands in: "accused it **of having shelled**", "denied **having shelled**", and not
    a clause beside ("**having shelled** the town, they left")."""
    return verb.dep in {"pcomp", "xcomp", "ccomp"} and verb.tag in {"VBN", "VBD"} and any(one.lower == "having" for one in sentence.kids(verb.i, "aux"))


def _is_counted(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a clause counts the time from its act: "four days **after** guards had hauled him away"."""
    marks = sentence.kids(verb.i, "mark", "advmod", "prep")
    return any(one.lower in {"after", "before"} and one.i and sentence.tokens[one.i - 1].lower in _UNITS for one in marks)


def _looks_back(sentence: ParsedSentence, act: Token, owner: Token) -> bool:
    """Whether an act is told as done before what the date is of: "lost votes on 31 March to a party that **had denounced** the trade"."""
    if any(_is_counted(sentence, one) for one in _steps(sentence, act, owner)):
        return False
    if not has_had(sentence, act) or has_had(sentence, owner):
        return False
    return any(one.dep in {"relcl", "advcl", "acl"} for one in _steps(sentence, act, owner))
