"""Who does what a relative clause tells: "whose soldiers **the rebels** have barred", "a court that **they** reject"."""

from __future__ import annotations

from dateline.extract.act import Act
from dateline.extract.arguments import expand, is_passive
from dateline.extract.clauses.parties import Parties, first_verb, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.fieldcodes import country_named
from dateline.types import Span


def whose(act: Act) -> Parties | None:
    """Whose own others do something to: "the mission, **whose soldiers** the rebels have barred"."""
    sentence, clause = act.sentence, first_verb(act.sentence, act.head)
    if clause.dep not in {"relcl", "acl"} or clause.tag == "VBG" or is_passive(sentence, clause):
        return None
    start = sentence.leftmost[clause.i if clause.dep == "relcl" else sentence.tokens[clause.head].head]
    owner = next((t for t in sentence.tokens[start : clause.i] if t.lower == "whose"), None)
    found = _owned_and_doer(sentence, sentence.tokens[owner.head], clause) if owner is not None else None
    if found is None:
        return None
    owned, doers = found[0], expand(sentence, [found[1]])
    objects = () if any(t.i > clause.i for t in sentence.kids(clause.i, "dobj")) else (owned,)
    out = phrase_of(sentence, {owned, *expand(sentence, [sentence.tokens[clause.head].i])} - set(doers))
    rest = tuple(i for i in act.recipients if i != owned)
    return Parties((*doers, *(i for i in act.actors if i not in doers)), (*objects, *rest), out - set(doers), phrase_of(sentence, doers) - {owned})


def second_of_relative(act: Act) -> Parties | None:
    """The second verb of a relative clause has the subject of the first: "thanked **Lima**, which sent doctors and promised to stand by Quito"."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if verb.dep != "conj" or verb.pos != "VERB" or is_passive(sentence, verb):
        return None
    clause = first_verb(sentence, act.head)
    pronoun = next((t for t in sentence.kids(clause.i, "nsubj") if t.tag in {"WDT", "WP"}), None)
    if clause.i == verb.i or clause.dep != "relcl" or pronoun is None:
        return None
    row = expand(sentence, [_antecedent(sentence, pronoun, sentence.tokens[clause.head]).i])
    over = [t.i for t in sentence.ancestors(clause.i) if t.pos == "VERB"]
    others = frozenset(expand(sentence, [t.i for i in over for t in sentence.kids(i, "nsubj")])) - set(row)
    if not others or (act.actors and others.isdisjoint(act.actors)):
        return None
    own = tuple(i for i in act.actors if i not in others)
    rest = tuple(i for i in act.recipients if i not in row)
    return Parties(own or row, rest, phrase_of(sentence, others), phrase_of(sentence, row))


def _antecedent(sentence: ParsedSentence, pronoun: Token, noun: Token) -> Token:
    """The name right before the comma of ", which", else the noun that the parser gives."""
    before = sentence.tokens[max(0, pronoun.i - 2)]
    return before if before.pos == "PROPN" and sentence.tokens[pronoun.i - 1].text == "," else noun


def _owned_and_doer(sentence: ParsedSentence, noun: Token, clause: Token) -> tuple[int, int] | None:
    """What "whose" owns and the subject between it and the verb; the parser may take either for the subject, or one for a part of the other."""
    subject = next(iter(sentence.kids(clause.i, "nsubj")), None)
    if subject is not None and subject.tag in {"WP", "WDT"}:
        return None
    if subject is not None and subject.i > noun.i:
        return None if _is_title(sentence, noun, subject) else (noun.i, subject.i)
    joined = [t for t in sentence.kids(noun.i, "compound") if t.i + 1 == noun.i and (t.tag == "NNS" or _is_country(sentence, noun))]
    if subject is not None and subject.i == noun.i and joined:
        return joined[0].i, noun.i
    beside = next((t for t in reversed(sentence.tokens[noun.i + 1 : clause.i]) if t.dep not in {"aux", "advmod", "neg"}), None)
    if beside is None or beside.head != noun.i or sentence.leftmost[beside.i] != noun.i + 1 or (clause.dep == "acl" and clause.head != beside.i):
        return None
    return None if _is_title(sentence, noun, beside) else (noun.i, beside.i)


def _is_title(sentence: ParsedSentence, noun: Token, name: Token) -> bool:
    """Whether a noun is the title of the name behind it ("whose **spokesman** Markovic")."""
    bare = sentence.leftmost[name.i] == name.i or sentence.tokens[sentence.leftmost[name.i]].tag == "NNP"
    return noun.tag == "NN" and name.tag == "NNP" and bare and not _is_country(sentence, name)


def _is_country(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a word alone names a country."""
    return country_named(sentence.text_of(Span(token.start, token.end))) is not None


def object_relative(act: Act) -> Parties | None:
    """Whom somebody else does something to: "a court that **they** reject" does not reject."""
    sentence, clause = act.sentence, first_verb(act.sentence, act.head)
    subject = next(iter(sentence.kids(clause.i, "nsubj")), None) if clause.dep == "relcl" and clause.pos == "VERB" else None
    if subject is None or act.type == "CONSULT" or is_passive(sentence, clause):
        return None
    if any(sentence.tokens[i].tag in {"WP", "WDT", "WP$"} for i in sentence.subtree(subject.i)):
        return None
    outside = frozenset(expand(sentence, [clause.head]))
    if not outside & set(act.actors) or not expand(sentence, [subject.i]):
        return None
    doers = expand(sentence, [subject.i])
    return Parties(tuple(dict.fromkeys((*doers, *act.actors))), act.recipients, phrase_of(sentence, outside))
