"""What the form of a sentence settles of its acts, whatever a coder makes of them: who cannot be their actor, and what is no act.

A coder reads the words of a sentence together and so mixes up what stands near a word; these are the few forms that leave no choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import beside_in_row, expand, objects_of, wanted
from dateline.extract.charges import is_cleared_deed
from dateline.extract.clauses import told_by_clause
from dateline.extract.clauses.staged import is_staging
from dateline.extract.clearances import is_cleared
from dateline.extract.compounds import states_beside
from dateline.extract.crimes import by_the_charged
from dateline.extract.disowned import disowned
from dateline.extract.doubles import without_doubles
from dateline.extract.economicblows import with_measures
from dateline.extract.ellipsis import with_left_out
from dateline.extract.idioms import aimed_by_idiom
from dateline.extract.lawnames import names_law
from dateline.extract.likewise import with_repeated
from dateline.extract.longago import as_remembered
from dateline.extract.longnames import is_long_name
from dateline.extract.mines import by_mine
from dateline.extract.nodeeds import tells_no_deed
from dateline.extract.nonacts import is_nothing_political
from dateline.extract.othersenses import is_in_other_sense
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.phrases import DASHES
from dateline.extract.retyped import retyped
from dateline.extract.rowdoers import of_row
from dateline.extract.sanctionlists import only_keeps_list
from dateline.extract.spokenacts import by_speaker
from dateline.extract.strangers import without_strangers
from dateline.extract.tags import FINITE
from dateline.extract.unpolitical import is_no_act_here
from dateline.extract.wordtypes import typed_by_words
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of
from dateline.types import SentenceKind

#: Nouns of what is done to whoever owns them: "Moreno's trial", "his extradition".
_SUFFERED: Final = frozenset("trial conviction imprisonment sentencing extradition retrial jailing".split())

#: Types of acts that two states named side by side do together, and nouns for fighting of which the same is true.
_TOGETHER: Final = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "REJECT"})
_MUTUAL: Final = words_of("extract.roles.mutual")
_PUNISHING: Final = frozenset({"SANCTION", "COERCE"})


ENDING: Final = forms_of_verbs(text_of("extract.roles.ending"))
#: Words before the dash of a dateline at most ("NEW YORK, March 5 -").
_DATELINE: Final = 8
_SITTINGS: Final = frozenset("session sessions meeting meetings summit sitting".split())
_ASKING: Final = {"from": forms_of_verbs("seek ask request demand solicit want get win obtain"), "to": forms_of_verbs("appeal turn")}


def settled(acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts of a sentence that are acts, with the parties that their form leaves them."""
    single = without_doubles(with_measures(acts))
    told = retyped(with_repeated(with_left_out(single)))
    kept = [by_speaker(disowned(_with_parties(aimed_by_idiom(typed_by_words(act))))) for act in told if not _is_no_act(act) and not is_cleared(act, told)]
    heads = frozenset(act.head for act in kept)
    kept = [act for act in kept if not is_staging(act, heads)]
    return tuple(as_remembered(by_the_charged(without_strangers(of_row(_of_addressee(act, kept), kept), tuple(kept)), kept)) for act in kept)


def _is_no_act(act: Act) -> bool:
    if is_nothing_political(act) or is_no_act_here(act) or tells_no_deed(act) or is_in_other_sense(act):
        return True
    return is_cleared_deed(act) or names_law(act) or only_keeps_list(act)


def _with_parties(act: Act) -> Act:
    act = _without_shares(_without_objects_beside(_with_pair(by_mine(told_by_clause(_without_later_clause(_without_dateline(_with_long_names(act))))))))
    moved = _owners(act) or _asked(act) or _punished(act)
    if not moved:
        return act
    rest = tuple(i for i in act.recipients if not _in_relative(act.sentence, i, act.head))
    return replace(act, actors=tuple(i for i in act.actors if i not in moved), recipients=tuple(sorted({*moved, *rest})))


def _with_long_names(act: Act) -> Act:
    """With the bodies of long names that are its verb's subject, where another of the row acts or its object suffers it: a coder takes the day or the words
    of another language in "**the 20 March Movement** killed a guard" for no party."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    subjects = expand(sentence, [t.i for t in sentence.kids(verb.i, "nsubj")]) if verb.pos == "VERB" else ()
    named = [i for i in subjects if is_long_name(sentence.tokens[i].text) and i not in (*act.actors, *act.recipients)]
    suffering = {t.i for t in sentence.kids(verb.i, "dobj")}.intersection(act.recipients)
    return replace(act, actors=tuple(sorted({*act.actors, *named}))) if named and (suffering or set(subjects).intersection(act.actors)) else act


def _with_pair(act: Act) -> Act:
    """With the two states that stand side by side before the act's noun: "**Turkey Greece** talks" are of both; in "**Israel Gaza** raid" the first acts."""
    sentence = act.sentence
    head = sentence.tokens[act.head]
    noun = head if head.pos in {"NOUN", "PROPN"} else next((t for t in _themes(sentence, head) if act.type in _TOGETHER), None)
    pair = states_beside(sentence, noun.i) if noun is not None else ()
    if len(pair) < 2 or noun is None or (noun is not head and act.actors and not set(pair).intersection(act.actors)):
        return act
    together = act.type in _TOGETHER or noun.lower in _MUTUAL
    doing, done_to = (pair, ()) if together else (pair[:1], pair[1:])
    actors = {*doing, *(i for i in act.actors if i not in pair)}
    return replace(act, actors=tuple(sorted(actors)), recipients=tuple(sorted({*done_to, *(i for i in act.recipients if i not in pair)})))


def _themes(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """The nouns that something is said of: the subject of a verb, or the noun that a participle follows ("**deal** signed in Doha")."""
    return [*sentence.kids(verb.i, "nsubj", "nsubjpass"), *([sentence.tokens[verb.head]] if verb.dep == "acl" else [])]


def _punished(act: Act) -> tuple[int, ...]:
    """The state before a noun for sanctions that the act's actor imposes, lifts or weighs: "Canada weighs **Iran** sanctions"."""
    sentence = act.sentence
    noun = sentence.tokens[act.head]
    if act.type not in _PUNISHING or noun.dep != "dobj" or not {t.i for t in sentence.kids(noun.head, "nsubj")}.intersection(act.actors):
        return ()
    names = states_beside(sentence, noun.i)
    return names if len(names) == 1 else ()


def _owners(act: Act) -> tuple[int, ...]:
    """Actors that own a noun of what is done to its owner: "Moreno's trial" tries Moreno."""
    sentence = act.sentence
    if sentence.tokens[act.head].lower not in _SUFFERED:
        return ()
    owners = expand(sentence, [t.i for t in sentence.kids(act.head, "poss")])
    return tuple(i for i in act.actors if i in owners)


def _asked(act: Act) -> tuple[int, ...]:
    """Actors that are asked: "sought backing **from Oslo and Riga**", "appealed **to Lima**"."""
    sentence = act.sentence
    verb = sentence.tokens[act.head]
    if act.type != "REQUEST":
        return ()
    asked = {
        i
        for preposition, verbs in _ASKING.items()
        if verb.lower in verbs
        for i in objects_of(sentence, (verb.i, *(t.i for t in sentence.kids(verb.i, "dobj"))), preposition)
    }
    return (*(i for i in act.actors if i in asked), *_summoned(sentence, verb))


def _summoned(sentence: ParsedSentence, verb: Token) -> tuple[int, ...]:
    """The body whose session is asked for: "called for an urgent meeting **of the Arab League**", "requested a session **of the Security Council**"."""
    if verb.pos != "VERB":
        return ()
    found = objects_of(sentence, [t.i for t in wanted(sentence, verb.i) if t.lower in _SITTINGS], "of")
    return tuple(i for i in found if sentence.tokens[i].pos == "PROPN")


def _of_addressee(act: Act, acts: Sequence[Act]) -> Act:
    """Who is asked to end what nobody else does is doing it: "urged **Zagreb** to halt the offensive", "asked **the UN** to lift the ban"."""
    if act.actors or act.sentence.tokens[act.head].pos not in {"NOUN", "PROPN"}:
        return act
    noun = act.sentence.tokens[act.head]
    verb = act.sentence.tokens[noun.head]
    if noun.dep not in {"dobj", "conj"} or verb.dep not in {"xcomp", "ccomp"} or verb.lower not in ENDING:
        return act
    asking = next((one for one in acts if one.type == "REQUEST" and one.head == verb.head), None)
    return replace(act, actors=tuple(i for i in asking.recipients if i not in act.recipients)) if asking else act


def _in_relative(sentence: ParsedSentence, index: int, head: int) -> bool:
    """Whether a word stands in a relative clause that the act's head is not in."""
    above = [sentence.tokens[index], *sentence.ancestors(index)]
    clause = next((t.i for t in above if t.dep == "relcl"), None)
    return clause is not None and clause != head and clause not in {t.i for t in sentence.ancestors(head)}


def _without_objects_beside(act: Act) -> Act:
    """Without the objects of verbs beside one that has its own: "killing 26 people and **injuring** 60" injured 60, "urged Chad to yield and
    **reaffirmed** what he called support for Togo" supports Togo."""
    if not act.recipients:
        return act
    sentence = act.sentence
    own = _direct(sentence, act.head) | {i for t in sentence.kids(act.head, "xcomp") for i in _direct(sentence, t.i)}
    said = any(t.lower == "what" for clause in sentence.kids(act.head, "ccomp") for t in sentence.kids(clause.i, "dobj"))
    if own.isdisjoint(act.recipients) and not said:
        return act
    beside = {i for verb in beside_in_row(sentence, sentence.tokens[act.head]) for i in _direct(sentence, verb)} - own
    return replace(act, recipients=tuple(i for i in act.recipients if i not in beside))


def _without_shares(act: Act) -> Act:
    """Without "each" as a recipient: in "Oslo and Riga expelled four **each**" it is the two that expelled."""
    kept = tuple(i for i in act.recipients if act.sentence.tokens[i].lower not in {"each", "apiece"} or act.sentence.kids(i, "prep"))
    return act if len(kept) == len(act.recipients) else replace(act, recipients=kept)


def _direct(sentence: ParsedSentence, verb: int) -> set[int]:
    """The direct objects of a verb."""
    return set(expand(sentence, [t.i for t in sentence.kids(verb, "dobj")])) if sentence.tokens[verb].pos == "VERB" else set()


def _without_later_clause(act: Act) -> Act:
    """Without the subjects of a clause behind a colon or semicolon that the act stands before: "appealed to friends: **Oslo** criticised ..."."""
    sentence = act.sentence
    stop = next((t.i for t in sentence.tokens if t.i > act.trigger[1] and t.text in {":", ";"}), None)
    if stop is None or not any(i < act.head for i in act.actors):
        return act
    other = {i for i in act.actors if i > stop and sentence.tokens[i].dep in {"nsubj", "conj", "compound"} and _has_verb(sentence, i)}
    return replace(act, actors=tuple(i for i in act.actors if i not in other))


def _has_verb(sentence: ParsedSentence, index: int) -> bool:
    """Whether a verb stands behind a word up to the next semicolon; in "Chad expelled six; **Togo and Mali** two each" none does."""
    for token in sentence.tokens[index + 1 :]:
        if token.tag in FINITE:
            return True
        if token.text == ";":
            return False
    return False


def _without_dateline(act: Act) -> Act:
    """Without the place of a dateline as an actor, which a digest has before each of its items: "**MUSCAT** - Yemeni forces shelled ..."."""
    sentence = act.sentence
    if not act.actors or not sentence.tokens[0].text.isupper() or sentence.sentence.kind is SentenceKind.HEADLINE:
        return act
    free = (t for t in sentence.tokens[1:_DATELINE] if t.start > sentence.tokens[t.i - 1].end)
    dash = next((t.i for t in free if t.text in DASHES or t.text == "--"), None)
    if dash is None or act.head < dash or all(t.text.isupper() for t in sentence.tokens[dash + 1 :] if t.text.isalpha()):
        return act
    place = {t.i for t in sentence.tokens[:dash] if t.text.isupper()}
    return replace(act, actors=tuple(i for i in act.actors if i not in place))
