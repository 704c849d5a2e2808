"""Lists of sanctions, who is put on them and who is taken off: "**removed** four firms from its entity list", "**added** two generals to the SDN list",
"**rescinded** the designation of the group", "**designated** 12 Russian judges"; other lists and designations tell nothing of sanctions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, governed, verb_arguments
from dateline.extract.clauses.nations import nations_among
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_LISTS: Final = forms_of_nouns("list blacklist greylist watchlist")
_BAD_LISTS: Final = forms_of_nouns("blacklist greylist")
_MARKS: Final = words_of("extract.sanctionlists.marks")
_VICTIMS: Final = words_of("extract.sanctionlists.victims")
_REMOVING: Final = forms_of_verbs(text_of("extract.sanctionlists.removing"))
_ADDING: Final = forms_of_verbs(text_of("extract.sanctionlists.adding"))
_REMOVALS: Final = forms_of_nouns("removal deletion")
_ADDITIONS: Final = forms_of_nouns("addition inclusion")
_OFF: Final = frozenset({"from", "off"})
_ON: Final = frozenset({"to", "on", "onto", "in"})
_DELISTING: Final = forms_of_verbs("delist")
_MARKETS: Final = words_of("extract.sanctionlists.markets")
_DESIGNATING: Final = forms_of_verbs("designate")
_DESIGNATIONS: Final = forms_of_nouns("designation listing blacklisting")
_UNDOING: Final = forms_of_verbs(text_of("extract.sanctionlists.undoing"))
_HONOURS: Final = words_of("extract.sanctionlists.honours")
_REPROACHES: Final = words_of("extract.sanctionlists.reproaches")
_STATES: Final = frozenset({"state", "sponsor", "country", "jurisdiction"})
_LISTED: Final = forms_of_nouns(text_of("extract.sanctionlists.listed"))
_LISTERS: Final = words_of("extract.sanctionlists.listers")
_ORDERS: Final = words_of("extract.sanctionlists.orders")
_KEEPING: Final = forms_of_verbs(text_of("extract.sanctionlists.keeping"))
_BURDENS: Final = forms_of_nouns(text_of("extract.sanctionlists.burdens"))
_BOUND: Final = frozenset({"subject", "under"})
#: Words that put somebody on a list of sanctions or take him off, by themselves too rarely for a coder to know them.
LISTING: Final = _REMOVING | _ADDING | _REMOVALS | _ADDITIONS | _DESIGNATING
#: Words between "no longer" and the burden at most.
_NEAR: Final = 8
#: Types that a coder sees in a change of a list.
_MISTAKEN: Final = frozenset({"SANCTION", "COERCE", "SUPPORT", "ASSAULT"})
_EASED: Final = ("RETREAT", (), "085")
_ON_STATES: Final = ("SANCTION", ("discontinue",), "163")
_ON_PERSONS: Final = ("COERCE", ("restrict",), "163")

#: Type, modes and leaf of an act.
Kind = tuple[str, tuple[str, ...], str]


def by_list(act: Act) -> Act:
    """The act with the type that a change of a list of sanctions leaves it; done by whose list it is where nobody else does it."""
    sentence, word = act.sentence, act.sentence.tokens[act.head]
    kind = _released(act) if act.type in _MISTAKEN else None
    kind = kind or (change_of(sentence, word) if act.type in _MISTAKEN | {"RETREAT"} else None)
    if kind is None:
        return act
    if not act.actors and (owners := tuple(i for noun, _ in _lists(sentence, word) for i in expand(sentence, [t.i for t in sentence.kids(noun.i, "poss")]))):
        act = replace(act, actors=owners, recipients=tuple(i for i in act.recipients if i not in owners))
    if act.type == "SANCTION" and kind == _ON_PERSONS and not _strikes_persons(act):
        kind = _ON_STATES
    return replace(act, type=kind[0], modes=kind[1], cameo=kind[2])


def change_of(sentence: ParsedSentence, word: Token) -> Kind | None:
    """What a word does to a list of sanctions, ``None`` where it changes none: the easing of taking somebody off, the burden of putting on."""
    lists = tuple(_lists(sentence, word))
    ways = {link for _, link in lists}
    verb = word.pos == "VERB"
    if (word.lower in (_REMOVING if verb else _REMOVALS) and ways & _OFF) or (word.lower in _REMOVALS and ways) or _takes_back(sentence, word):
        return _EASED
    if word.lower in (_ADDING if verb else _ADDITIONS) and ways & _ON:
        return _ON_STATES if any(_names_state(sentence, noun) for noun, _ in lists) else _ON_PERSONS
    return _designation(sentence, word) if verb and word.lower in _DESIGNATING else None


def only_keeps_list(act: Act) -> bool:
    """"**updated** the UK Sanctions List": whom it puts there or takes off is told elsewhere."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    kept = [*sentence.kids(verb.i, "dobj", "nsubjpass"), *(t for t in sentence.kids(verb.i, "nsubj") if t.i > verb.i)]  # as the parser reads a title
    lists = [t for t in kept if t.lower in _LISTS] if verb.lower in _KEEPING else []
    return act.type in _MISTAKEN and any(_is_of_sanctions(sentence, t) for t in lists)


def _lists(sentence: ParsedSentence, word: Token) -> Iterator[tuple[Token, str]]:
    """The lists of sanctions that a verb or its noun says something of, each with the preposition before it ("took it **off** its terror list")."""
    for noun in sentence.tokens:
        if noun.lower not in _LISTS or noun.pos not in {"NOUN", "PROPN"}:
            continue
        inside = sentence.subtree(noun.i)
        link = sentence.tokens[inside[0] - 1] if inside[0] else noun
        over = next((t for t in sentence.ancestors(noun.i) if t.pos == "VERB" or t.lower in _REMOVALS | _ADDITIONS), None)
        done = over is not None and (over.i == word.i or (over.pos == "VERB" and word.head == over.i and word.lower in _REMOVALS | _ADDITIONS))
        if done and link.lower in _OFF | _ON and _is_of_sanctions(sentence, noun):
            yield noun, link.lower


def _is_of_sanctions(sentence: ParsedSentence, noun: Token) -> bool:
    """"**sanctions** list", "list of state sponsors of **terrorism**", "**blacklist**"; not a list of allies, nor of the victims of terrorism."""
    words = {sentence.tokens[i].lower for i in sentence.subtree(noun.i)}
    return words.isdisjoint(_VICTIMS) and (noun.lower in _BAD_LISTS or not words.isdisjoint(_MARKS))


def _names_state(sentence: ParsedSentence, noun: Token) -> bool:
    return any(singular in _STATES for singular in (sentence.tokens[i].lower.removesuffix("s") for i in sentence.subtree(noun.i)))


def _takes_back(sentence: ParsedSentence, verb: Token) -> bool:
    """"**delisted** three firms", "**revoked** the designation of the group"; shares that a stock exchange delists are under no sanctions."""
    themes = sentence.kids(verb.i, "dobj", "nsubjpass", "appos")
    if verb.lower in _DELISTING:
        return bool(themes) and not any(t.lower in _MARKETS for t in sentence.tokens)
    if verb.pos != "VERB":
        return False
    found = [t for t in themes if t.lower in _DESIGNATIONS] if verb.lower in _UNDOING else []
    words = {sentence.tokens[i].lower for t in found for i in sentence.subtree(t.i)}
    as_what = {t.lower for t in governed(sentence, [verb.i, *(t.i for t in found)], "as")}
    behind = {sentence.tokens[i].lower for i in range(verb.i, len(sentence.tokens))} if as_what else set()
    return bool(found) and words.isdisjoint(_HONOURS) and (not as_what or not behind.isdisjoint(_REPROACHES))


def _designation(sentence: ParsedSentence, verb: Token) -> Kind | None:
    """What it is to be designated: a terrorist or a target of sanctions, or a capital, an envoy, an ally."""
    found = verb_arguments(sentence, verb.i)
    below = {i for t in sentence.kids(verb.i) if t.dep not in {"nsubj", "nsubjpass", "advcl", "conj", "relcl"} for i in sentence.subtree(t.i)} | {
        i for t in sentence.kids(verb.i, "nsubjpass") for i in sentence.subtree(t.i)
    }
    words = {sentence.tokens[i].lower for i in below}
    if not words.isdisjoint(_HONOURS):
        return None
    if not words.isdisjoint(_REPROACHES):
        return _ON_STATES if "sponsor" in words else _ON_PERSONS
    links = {t.lower for t in sentence.kids(verb.i, "prep")}
    deeds = [t for link in sentence.kids(verb.i, "prep") if link.lower == "for" for t in sentence.kids(link.i, "pcomp")]
    charged = any("VBG" in {t.tag, *(one.tag for one in sentence.kids(t.i, "aux"))} for t in deeds)
    if charged or not words.isdisjoint(_ORDERS):
        return _ON_PERSONS
    themes = [sentence.tokens[i] for i in found.objects]
    if not themes or links & {"as", "for", "to"} or sentence.kids(verb.i, "oprd", "xcomp"):
        return None
    doers = {sentence.tokens[i].lower for s in found.subjects for i in sentence.subtree(s)}
    theirs = nations_among(sentence, (t.i for t in themes))
    foreign = bool(theirs - nations_among(sentence, found.subjects)) and bool(found.subjects)
    persons = any(t.lower in _LISTED for t in themes)
    parts = any(t.lower in _LISTED for t in governed(sentence, [t.i for t in themes], "of"))
    named = any(t.tag.startswith("NNP") for t in themes)
    lister = not doers.isdisjoint(_LISTERS)
    return _ON_PERSONS if (persons and (foreign or lister)) or (lister and named) or parts else None


def _strikes_persons(act: Act) -> bool:
    """Whether persons or firms are put on a list, and no state is (guidelines, settled case 5)."""
    words = [act.sentence.tokens[i] for i in act.recipients]
    return bool(words) and all(t.lower in _LISTED for t in words)


def _released(act: Act) -> Kind | None:
    """"is **no longer subject to** an asset freeze", "are no longer under sanctions"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if noun.lower not in _BURDENS and noun.lower not in _BOUND:
        return None
    before = [t.lower for t in sentence.tokens[max(0, noun.i - _NEAR) : noun.i + 1]]
    longer = next((i for i, word in enumerate(before) if word == "longer" and i and before[i - 1] == "no"), None)
    return _EASED if longer is not None and _BOUND.intersection(before[longer:]) else None
