"""Who does it and to whom: the parties of a predicate, found on the dependency parse.

The functions return token indices of phrase heads; :mod:`dateline.extract.phrases` turns them into phrases. They cover actives,
passives, control, relative clauses and participles, coordination, possessives and nominal predicates, and light verbs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from dateline.extract.cuewords import load_cues
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.phrases import DASHES, conjoined
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import words_of
from dateline.types import SentenceKind
from dateline.types.value import value

_PLACE_PREPOSITIONS = words_of("extract.arguments.place_prepositions")
_ROLE_PREPOSITIONS = words_of("extract.arguments.role_prepositions")


@value(frozen=True, slots=True)
class Arguments:
    """Token indices of phrase heads by role, in text order."""

    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    datives: tuple[int, ...] = ()
    by: tuple[int, ...] = ()
    preps: tuple[tuple[str, int], ...] = ()
    places: tuple[int, ...] = ()
    victims: tuple[int, ...] = ()

    def at(self, preposition: str) -> tuple[int, ...]:
        """Heads of the objects of a preposition."""
        return tuple(index for name, index in self.preps if name == preposition)


def expand(sentence: ParsedSentence, indices: Iterable[int]) -> tuple[int, ...]:
    """Each index with what is coordinated with it, without repeats, in order."""
    return tuple(dict.fromkeys([j for i in indices for j in conjoined(sentence, i)])) if indices else ()


def is_passive(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether the verb is a passive (or a bare past participle under a noun: "troops deployed in Russia")."""
    if sentence.kids(verb.i, "auxpass", "nsubjpass"):
        return True
    if verb.tag == "VBN" and verb.dep in {"acl", "amod", "advcl", "relcl"}:
        return not sentence.kids(verb.i, "aux", "nsubj", "dobj")
    if verb.tag == "VBN" and verb.dep in {"conj", "xcomp", "ccomp"} and not sentence.kids(verb.i, "nsubj", "aux", "dobj"):
        above = sentence.tokens[verb.head]
        return above.i != verb.i and above.pos == "VERB" and is_passive(sentence, above)
    return False


def voice_of(sentence: ParsedSentence, index: int) -> str:
    """How an act is told: ``active``, ``passive``, ``agent`` (a passive with its agent) or ``noun``."""
    token = sentence.tokens[index]
    if token.pos in {"NOUN", "PROPN"}:
        return "noun"
    if not is_passive(sentence, token):
        return "active"
    return "agent" if any(t.lower == "by" for t in sentence.kids(index, "agent", "prep")) else "passive"


@lru_cache(maxsize=1024)
def verb_arguments(sentence: ParsedSentence, index: int) -> Arguments:
    """The parties of a verb."""
    verb = sentence.tokens[index]
    passive = is_passive(sentence, verb)
    surface = _subject(sentence, verb, passive)
    objects = _relative(sentence, verb, [t.i for t in sentence.kids(index, "dobj")])
    if not objects and not passive:
        objects = _gapped_object(sentence, verb) or _raised_object(sentence, verb) or _shared_object(sentence, verb)
    datives = [t.i for t in sentence.kids(index, "dative") if t.pos != "ADP"]
    datives += [o.i for t in sentence.kids(index, "dative") if t.pos == "ADP" for o in sentence.kids(t.i, "pobj")]
    by = [t.i for t in agents_of(sentence, index)]
    preps = tuple(dict.fromkeys([*prepositional(sentence, index), *_dative_prepositions(sentence, index)]))
    if passive:
        subjects, objects = by, [*surface, *objects]
    else:
        subjects = surface
    return Arguments(
        subjects=expand(sentence, subjects),
        objects=expand(sentence, objects),
        datives=expand(sentence, datives),
        by=expand(sentence, by),
        preps=preps,
        places=tuple(_places(sentence, index)),
    )


def _subject(sentence: ParsedSentence, verb: Token, passive: bool) -> list[int]:
    """Surface subject, looked up through coordination, control, participles and relative clauses."""
    own = [t.i for t in sentence.kids(verb.i, "nsubj", "nsubjpass")]
    if own:
        return [*_headline_subjects(sentence, verb, own[0]), *_relative(sentence, verb, own)]
    above = sentence.tokens[verb.head]
    if above.i == verb.i:
        return []
    if verb.dep == "conj" and above.pos in {"VERB", "AUX"}:
        return _shared_subject(sentence, above)
    if _is_headline_infinitive(sentence, verb, above):
        return [above.i]
    if verb.dep in {"acl", "amod", "relcl"} and above.pos in {"NOUN", "PROPN", "PRON"}:
        if verb.tag == "VB":
            return _governor_subject(sentence, above)
        return [above.i]
    if verb.dep in {"xcomp", "ccomp", "advcl"} and above.pos in {"VERB", "AUX", "ADJ"}:
        return _controlled(sentence, verb, above)
    if verb.dep == "pcomp":
        return _under_preposition(sentence, above)
    return []


def _headline_subjects(sentence: ParsedSentence, verb: Token, subject: int) -> list[int]:
    """"**Ghana**, Togo hold talks": a headline's comma stands for "and"; the parser takes the first party for an adverbial."""
    if sentence.sentence.kind is not SentenceKind.HEADLINE:
        return []
    names = [t.i for t in sentence.kids(verb.i, "npadvmod") if t.tag.startswith("NNP") and t.i < subject]
    return [i for i in names if sentence.tokens[i + 1].text == ","]


def _is_headline_infinitive(sentence: ParsedSentence, verb: Token, above: Token) -> bool:
    """"Chad to expel envoy": the parser takes the subject for the root and hangs the verb on it."""
    if sentence.sentence.kind is not SentenceKind.HEADLINE or above.dep != "ROOT" or above.pos not in {"NOUN", "PROPN"}:
        return False
    return any(t.lower == "to" for t in sentence.kids(verb.i, "aux"))


def _relative(sentence: ParsedSentence, verb: Token, own: list[int]) -> list[int]:
    """Replace a relative pronoun by its antecedent."""
    if own and verb.dep == "relcl" and sentence.tokens[own[0]].tag in {"WDT", "WP"}:
        return [verb.head]
    return own


def _shared_subject(sentence: ParsedSentence, above: Token) -> list[int]:
    """Coordinated verbs share their surface subject ("X met Y and was arrested")."""
    return _subject(sentence, above, is_passive(sentence, above))


def _controlled(sentence: ParsedSentence, verb: Token, above: Token) -> list[int]:
    if above.lower in load_cues().object_control and verb.dep in {"xcomp", "ccomp"}:
        objects = [t.i for t in sentence.kids(above.i, "dobj", "dative")]
        if is_passive(sentence, above):
            return _subject(sentence, above, True)
        if objects:
            return objects
    if above.pos == "ADJ":
        return [t.i for t in sentence.kids(above.i, "nsubj")] or _copula_subject(sentence, above)
    if verb.dep == "ccomp" and verb.tag not in {"VBG", "VB"}:
        return []
    return _subject(sentence, above, is_passive(sentence, above))


def _copula_subject(sentence: ParsedSentence, token: Token) -> list[int]:
    above = sentence.tokens[token.head]
    return [t.i for t in sentence.kids(above.i, "nsubj", "nsubjpass")] if above.i != token.i else []


def _under_preposition(sentence: ParsedSentence, preposition: Token) -> list[int]:
    """"accused X of attacking", "condemned X for sending": X; "by sending", "after meeting": the subject of the main verb."""
    governor = sentence.tokens[preposition.head]
    if governor.dep == "advmod":
        governor = sentence.tokens[governor.head]
    if governor.pos in {"VERB", "AUX"}:
        if preposition.lower in {"of", "for", "from"} and governor.lower in load_cues().object_control:
            objects = [t.i for t in sentence.kids(governor.i, "dobj")]
            if is_passive(sentence, governor):
                return _subject(sentence, governor, True)
            if objects:
                owners = [p.i for o in objects for p in sentence.kids(o, "poss")]
                return owners or objects
        return _subject(sentence, governor, is_passive(sentence, governor))
    if governor.pos in {"NOUN", "PROPN"}:
        return [t.i for t in sentence.kids(governor.i, "poss")] or _governor_subject(sentence, governor)
    return []


def _governor_subject(sentence: ParsedSentence, noun: Token) -> list[int]:
    """The subject of the verb above a noun ("the idea of sending", "a plan to attack")."""
    owners = [t.i for t in sentence.kids(noun.i, "poss")]
    if owners:
        return owners
    for above in sentence.ancestors(noun.i):
        if above.pos in {"VERB", "AUX"}:
            return _subject(sentence, above, is_passive(sentence, above))
    return []


def _gapped_object(sentence: ParsedSentence, verb: Token) -> list[int]:
    """The antecedent of an object relative ("the pact that Moscow signed")."""
    if verb.dep != "relcl" or not sentence.kids(verb.i, "nsubj"):
        return []
    subject = sentence.kids(verb.i, "nsubj")[0]
    return [] if subject.tag in {"WDT", "WP"} else [verb.head]


def _raised_object(sentence: ParsedSentence, verb: Token) -> list[int]:
    """The subject of a bare verb below ("helped **Ukraine** rebuild", "demanded that **Greece** withdraw")."""
    for clause in sentence.kids(verb.i, "ccomp"):
        if clause.tag == "VB" and not any(t.tag == "MD" for t in sentence.kids(clause.i, "aux")):
            return [t.i for t in sentence.kids(clause.i, "nsubj", "nsubjpass")]
    return []


def _shared_object(sentence: ParsedSentence, verb: Token) -> list[int]:
    """The object of the last of coordinated verbs that stand side by side ("shelled and looted **the town**")."""
    for other in sentence.kids(verb.i, "conj"):
        between = sentence.tokens[verb.i + 1 : other.i]
        if other.pos == "VERB" and all(t.dep in {"cc", "advmod", "punct"} for t in between):
            return [t.i for t in sentence.kids(other.i, "dobj")] or _shared_object(sentence, other)
    return []


def _dative_prepositions(sentence: ParsedSentence, index: int) -> Iterable[tuple[str, int]]:
    """"sent doctors **to Honduras**", where the parser calls the preposition a dative."""
    for prep in sentence.kids(index, "dative"):
        for target in expand(sentence, [t.i for t in sentence.kids(prep.i, "pobj")]):
            yield prep.lower, target


def prepositional(sentence: ParsedSentence, index: int) -> Iterable[tuple[str, int]]:
    """Prepositions below a token with the heads of their objects."""
    for prep in sentence.kids(index, "prep"):
        if prep.lower == "according":
            continue
        for target in expand(sentence, [t.i for t in sentence.kids(prep.i, "pobj")]):
            yield prep.lower, target
        for inner in sentence.kids(prep.i, "prep"):
            for target in expand(sentence, [t.i for t in sentence.kids(inner.i, "pobj")]):
                yield inner.lower, target
        for other in sentence.kids(prep.i, "conj"):
            for target in expand(sentence, [t.i for t in sentence.kids(other.i, "pobj")]):
                yield other.lower, target


def objects_of(sentence: ParsedSentence, heads: Iterable[int], preposition: str) -> tuple[int, ...]:
    """What stands behind a preposition under one of the heads."""
    return expand(sentence, [t.i for t in governed(sentence, heads, preposition)])


def with_names(sentence: ParsedSentence, words: Iterable[int]) -> list[int]:
    """Words with the names that stand behind them: "a **treaty**, the Pact of **Steel**, with Italy"."""
    return [i for word in words for i in (word, *(t.i for t in sentence.kids(word, "appos")))]


def agents_of(sentence: ParsedSentence, verb: int) -> list[Token]:
    """The nouns behind the "by" of a passive verb, without those that "and" joins to them."""
    return [o for by in sentence.kids(verb, "agent") for o in sentence.kids(by.i, "pobj")]


def governed(sentence: ParsedSentence, heads: Iterable[int], *prepositions: str) -> list[Token]:
    """The nouns right behind certain prepositions under some heads, without those that "and" joins to them."""
    return [o for head in heads for p in sentence.kids(head, "prep") if p.lower in prepositions for o in sentence.kids(p.i, "pobj")]


def wanted(sentence: ParsedSentence, verb: int) -> list[Token]:
    """What a verb of asking is about: its object, or that of "for" ("demanded **a session**", "called for **the release**")."""
    return [*sentence.kids(verb, "dobj"), *governed(sentence, [verb], "for")]


def first_of_row(sentence: ParsedSentence, token: Token, joins: Callable[[Token, Token], bool] | None = None) -> Token:
    """The first of the words that "and" joins a word to.

    Args:
        sentence: the sentence.
        token: the word.
        joins: whether a word goes on the row of the one that it is joined to; any does where not given.
    """
    while token.dep == "conj":
        above = sentence.tokens[token.head]
        if joins is not None and not joins(token, above):
            break
        token = above
    return token


def beside_in_row(sentence: ParsedSentence, verb: Token) -> set[int]:
    """The other verbs of the row in which a verb stands."""
    row = {first_of_row(sentence, verb).i}
    while more := {t.i for i in row for t in sentence.kids(i, "conj") if t.pos == "VERB"} - row:
        row |= more
    return row - {verb.i}


def _places(sentence: ParsedSentence, index: int) -> list[int]:
    found = []
    for name, target in prepositional(sentence, index):
        if name in _PLACE_PREPOSITIONS:
            found.append(target)
            found.extend(t for n, t in prepositional(sentence, target) if n in {"in", "near", "of"})
    return found


#: Who does so "to" an act answers another's, and "with" one does it himself.
_ANSWERING = forms_of_verbs("respond react reply retaliate answer")


def light_verb(sentence: ParsedSentence, index: int) -> Token | None:
    """The light verb whose object (or passive subject, or particle's object) the noun is, if any."""
    noun = sentence.tokens[index]
    above = sentence.tokens[noun.head]
    if noun.dep == "conj" and above.pos in {"NOUN", "PROPN"} and above.i != noun.i:
        return light_verb(sentence, above.i)
    if noun.dep == "pobj" and above.pos == "ADP":
        if above.lower == "to" and sentence.tokens[above.head].lower in _ANSWERING:
            return None
        above = sentence.tokens[above.head]
    elif noun.dep not in {"dobj", "nsubjpass", "attr", "oprd"} and above.dep not in {"acl", "relcl"}:
        return None
    return above if above.pos == "VERB" and above.lower in load_cues().light_verbs else None


def noun_arguments(sentence: ParsedSentence, index: int) -> Arguments:
    """The parties of an event noun: possessor, nationality modifier, by- and of-phrases, and the subject of its light verb."""
    owners = [t.i for t in sentence.kids(index, "poss")]
    modifiers = _party_modifiers(sentence, index)
    preps = list(prepositional(sentence, index))
    by = [t for name, t in preps if name == "by"]
    for participle in sentence.kids(index, "acl"):
        if participle.tag in {"VBN", "VBD"}:
            preps += [pair for pair in prepositional(sentence, participle.i) if pair not in preps]
            by += [t.i for t in agents_of(sentence, participle.i)]
    verb = light_verb(sentence, index)
    subjects: list[int] = [*owners, *by]
    if verb is not None:
        arguments = verb_arguments(sentence, verb.i)
        preps += [pair for pair in arguments.preps if pair[1] != index and pair not in preps]
        if not by and not owners:
            subjects = list(arguments.subjects) or subjects
    if not subjects:
        subjects = modifiers
    places = _places(sentence, index)
    if verb is not None:
        places += [p for p in _places(sentence, verb.i) if p != index]
    return Arguments(
        subjects=expand(sentence, subjects),
        by=expand(sentence, by),
        preps=tuple(preps),
        places=tuple(places),
        victims=expand(sentence, _victims(sentence, index)),
    )


_DYING = words_of("extract.arguments.dying")


def dying_verb(sentence: ParsedSentence, index: int) -> Token | None:
    """The verb of "500 soldiers **died** in a Ukrainian attack", whose subject are the victims of the noun."""
    noun = sentence.tokens[index]
    above = sentence.tokens[noun.head]
    if noun.dep == "pobj" and above.lower in {"in", "by", "from", "during"}:
        verb = sentence.tokens[above.head]
        if verb.lower in _DYING:
            return verb
    return None


def _victims(sentence: ParsedSentence, index: int) -> list[int]:
    verb = dying_verb(sentence, index)
    if verb is None:
        return []
    if is_passive(sentence, verb):
        return list(verb_arguments(sentence, verb.i).objects)
    return _subject(sentence, verb, False)


def _party_modifiers(sentence: ParsedSentence, index: int) -> list[int]:
    """Capitalised modifiers that may name a party: "Ukrainian attack", "Russia-North Korea talks", "US strikes"."""
    found = []
    for child in sentence.kids(index, "amod", "compound", "nmod"):
        if (child.text[:1].isupper() and child.i != 0) or child.tag in {"NNP", "NNPS"}:
            found.append(child.i)
            found += [t.i for t in sentence.kids(child.i, "compound", "nmod", "conj") if _joined_by_dash(sentence, t.i, child.i)]
    first = min(found, default=0)
    if first > 1 and sentence.tokens[first - 1].text in DASHES and sentence.tokens[first - 2].tag == "NNP":
        found.append(first - 2)
    return sorted(set(found))


def _joined_by_dash(sentence: ParsedSentence, low: int, high: int) -> bool:
    """"Russia–North Korea": two parties joined by a dash, not one name."""
    return any(t.text in DASHES for t in sentence.tokens[min(low, high) + 1 : max(low, high)])


def is_pair(sentence: ParsedSentence, index: int) -> bool:
    """Whether a word and the modifier right behind its dash are two parties ("**US**-Japan talks", not "Guinea-Bissau signed")."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if head.dep not in {"compound", "amod", "nmod"} or not (token.text[:1].isupper() and head.text[:1].isupper()):
        return False
    return _joined_by_dash(sentence, index, head.i)


def object_owner(sentence: ParsedSentence, indices: Iterable[int]) -> tuple[int, ...]:
    """Who owns an object: "condemned **Israel**'s decision", "the treatment of **prisoners** by ..."."""
    owners: list[int] = []
    for index in indices:
        owners += [t.i for t in sentence.kids(index, "poss")]
        owners += [target for name, target in prepositional(sentence, index) if name == "by"]
        if not owners:
            owners += _party_modifiers(sentence, index)
    return expand(sentence, owners)


def prepositions(sentence: ParsedSentence, index: int) -> list[tuple[str, int]]:
    """Prepositional objects below a token that may be parties."""
    return [(n, t) for n, t in prepositional(sentence, index) if n in _ROLE_PREPOSITIONS]
