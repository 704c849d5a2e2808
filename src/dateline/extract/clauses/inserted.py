"""Who is named in a clause inserted behind the subject does nothing of what the subject does: "rebels, armed by **Togo**, shelled the port"; nor is
whom a relative clause is done to the one to whom the main verb is done: "backed a bill that condemned **Chad**"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, first_of_row, is_passive, verb_arguments
from dateline.extract.clauses.nations import nations_of
from dateline.extract.clauses.parties import Parties, first_verb, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_BACKING: Final = forms_of_verbs(text_of("extract.clauses.inserted.backing"))
_VIOLENT: Final = frozenset({"ASSAULT", "COERCE"})
_CLAUSES: Final = frozenset({"relcl", "acl"})
#: Types of acts of which the object of the verb is who has it done to him.
_DONE_TO: Final = frozenset({"ACCUSE", "ASSAULT", "COERCE"})
#: Before a place, of which a relative clause behind it may tell nothing.
_WHERE: Final = frozenset({"in", "at", "near", "on"})
_HELD: Final = forms_of_nouns(text_of("extract.clauses.inserted.held"))
_SUMMARIES: Final = words_of("extract.clauses.inserted.summaries")
_ADOPTING: Final = forms_of_verbs(text_of("extract.clauses.inserted.adopting"))
_REFUSING: Final = forms_of_verbs(text_of("extract.clauses.inserted.refusing"))
_ASKING: Final = forms_of_verbs("consult tell inform ask notify warn await")
_TEXTS: Final = forms_of_nouns(text_of("extract.clauses.inserted.texts"))
#: Subjects that do nothing themselves: times before a clause, texts and weapons.
_NOBODY: Final = _TEXTS | forms_of_nouns(text_of("extract.lexical.weapons")) | forms_of_nouns("day week month year night morning evening hour")


def inserted(act: Act) -> Parties | None:
    """The subject in place of who only stands behind it: "rebels, armed by **Togo**, shelled"."""
    sentence, verb = act.sentence, first_verb(act.sentence, act.head)
    subject = next(iter(sentence.kids(verb.i, "nsubj")), None)
    if verb.pos != "VERB" or subject is None or not act.actors or is_passive(sentence, sentence.tokens[act.head]) or subject.tag in {"WDT", "WP"}:
        return None
    if subject.lower in _NOBODY or act.type not in _VIOLENT:
        return None
    row = expand(sentence, [subject.i])
    inside = {i for at in row for clause in sentence.kids(at, *_CLAUSES) if clause.lower in _BACKING and clause.i < verb.i for i in sentence.subtree(clause.i)}
    if inside.isdisjoint(act.actors) or not inside.union(row).issuperset(act.actors):
        return None
    return Parties((*row, *act.actors), act.recipients, frozenset(inside))


def behind_own_relative(act: Act) -> Parties | None:
    """Without whom only the relative clause of the subject names, where another is named behind the verb: "ELN, which fights **Bogota**, threatened Lima"."""
    sentence, verb = act.sentence, first_verb(act.sentence, act.head)
    if verb.pos != "VERB" or len(act.recipients) < 2 or not any(i > verb.i and nations_of(sentence, i) for i in act.recipients):
        return None
    subjects = expand(sentence, [t.i for t in sentence.kids(verb.i, *SUBJECTS)])
    inside = frozenset(i for at in subjects for clause in sentence.kids(at, *_CLAUSES) if clause.i < verb.i for i in sentence.subtree(clause.i))
    return Parties(act.actors, act.recipients, no_recipients=inside) if not inside.isdisjoint(act.recipients) else None


def taken_from_relative(act: Act) -> Parties | None:
    """What a relative clause says is done to its noun: "**the town**, which was taken by gunmen", "**the group**, which Ankara accuses of terrorism";
    nobody outside the clause has it done to him then."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type not in _DONE_TO or verb.dep != "relcl" or verb.pos != "VERB":
        return None
    noun, inside = sentence.tokens[verb.head], set(sentence.subtree(verb.i))
    gap = sentence.kids(verb.i, "nsubjpass" if is_passive(sentence, verb) else "dobj")
    if not any(t.tag in {"WDT", "WP"} for t in gap) or not (noun.pos == "PROPN" or noun.lower in _HELD):
        return None
    if act.type == "ACCUSE" and noun.dep == "pobj" and sentence.tokens[noun.head].lower in _WHERE:
        return None
    own = set(expand(sentence, [noun.i]))
    names = {i for p in sentence.kids(noun.i, "prep") for i in sentence.subtree(p.i)}
    if inside.union(own, names, phrase_of(sentence, own)).intersection(act.recipients):
        return None
    return Parties(act.actors, tuple(sorted(own)), no_recipients=frozenset(act.recipients))


def without_asking(act: Act) -> Parties | None:
    """Whom somebody does not ask or tell before he acts, he does not act upon: "imposed tariffs without telling **Cuba**"."""
    sentence = act.sentence
    links = [t for t in sentence.tokens if t.lower == "without" and t.dep == "prep"]
    verbs = [v for t in links for v in sentence.kids(t.i, "pcomp") if v.lower in _ASKING and v.i != act.head]
    out = phrase_of(sentence, expand(sentence, [o.i for v in verbs for o in sentence.kids(v.i, "dobj")]))
    return Parties(act.actors, act.recipients, no_recipients=out) if out and act.head not in {i for v in verbs for i in sentence.subtree(v.i)} else None


def judged_after(act: Act) -> Parties | None:
    """Who rejects or condemns an act in a clause behind it has not done it: "was jailed for spying, a charge that **his family** rejects"."""
    sentence = act.sentence
    words = [t for t in sentence.tokens if t.dep == "relcl" and sentence.tokens[t.head].lower in _SUMMARIES and act.head < t.head]
    clauses = [t for t in words if sentence.tokens[t.head].dep in {"appos", "dobj", "npadvmod", "conj"} and sentence.tokens[t.head - 2].text == ","]
    clauses = [t for t in clauses if not any(s.tag in {"WDT", "WP"} for s in sentence.kids(t.i, "nsubj"))]
    out = phrase_of(sentence, expand(sentence, [s.i for t in clauses for s in sentence.kids(t.i, "nsubj")]))
    return Parties(act.actors, act.recipients, out) if out else None


def text_that_says(act: Act) -> Parties | None:
    """A text of which a relative clause tells what it says is whoever's text it is, never to whom it is said: "a motion that **criticised** the king"."""
    sentence = act.sentence
    verb = first_of_row(sentence, sentence.tokens[act.head], lambda one, above: above.pos == "VERB" and not sentence.kids(one.i, "nsubj", "nsubjpass"))
    text = sentence.tokens[verb.head]
    if verb.dep != "relcl" or text.lower not in _TEXTS or is_passive(sentence, verb) or not _is_its_subject(sentence, verb):
        return None
    own = phrase_of(sentence, [text.i])
    authors = tuple(i for i in act.actors if i not in own) or _authors(sentence, text)
    against = frozenset(_turned_down_by(sentence, text))
    objects = tuple(i for i in verb_arguments(sentence, act.head).objects if i not in own)
    if text.i not in act.recipients and authors == act.actors and against.isdisjoint(authors):
        return None
    return Parties(authors or act.actors, tuple(i for i in act.recipients if i not in own) or objects, against, own)


def _turned_down_by(sentence: ParsedSentence, text: Token) -> tuple[int, ...]:
    """Who rejects a text, and so does not say what it says."""
    verb = sentence.tokens[text.head]
    if text.dep != "dobj" or verb.lower not in _REFUSING or is_passive(sentence, verb):
        return ()
    return expand(sentence, [t.i for t in sentence.kids(first_verb(sentence, verb.i).i, "nsubj")])


def _authors(sentence: ParsedSentence, text: Token) -> tuple[int, ...]:
    """Who adopts or signs a text and so says what it says."""
    verb = sentence.tokens[text.head]
    if text.dep != "dobj" or verb.lower not in _ADOPTING or is_passive(sentence, verb):
        return ()
    return expand(sentence, [t.i for t in sentence.kids(first_verb(sentence, verb.i).i, "nsubj") if t.tag not in {"WDT", "WP"}])


def _is_its_subject(sentence: ParsedSentence, verb: Token) -> bool:
    return any(t.tag in {"WDT", "WP"} for t in sentence.kids(verb.i, "nsubj"))
