"""Where an act takes place: candidates of the parse in order of preference; the resolver takes the first that the gazetteer knows.

What stands in a sentence as a place is not always the act's: a dateline says where the report was written, "officials in Nairobi" where
an actor is at home, "talks on Sudan" what was talked about. The candidates of an act are, in this order, what hangs on the act itself,
on its objects, on its actors unless they are office holders or bodies, on the verbs above it; then, for acts done on the spot only, the
label of a headline ("Bangkok: curfew imposed") and the target where it is itself a place ("retook Kherson").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.extract.arguments import Arguments, prepositional
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.wordlists import words_of
from dateline.types import SentenceKind

_WHERE = words_of("extract.places.where")
#: Types whose acts are done on the spot by those who are there. Speech and diplomacy are not: their speakers may be anywhere.
ON_THE_SPOT = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT"})
#: Acts about something: a place that hangs on their object is the topic's or its home ("condemned the bombing **in Ankara**").
ABOUT = frozenset({"ACCUSE", "REJECT", "SUPPORT", "SANCTION"})
#: Of these the place of an act with victims is often told with the deed before it ("struck a market in X, killing nine").
_WITH_VICTIMS = frozenset({"ASSAULT", "PROTEST"})
_SEATED = words_of("extract.places.seated")
_PLACE_NOUNS = words_of("extract.places.place_nouns")
#: Clauses that report another act than the verb above them.
_OTHER_CLAUSES = frozenset({"ccomp", "relcl", "parataxis"})
_LABEL = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}:")


def place_candidates(sentence: ParsedSentence, index: int, kind: str, arguments: Arguments, parties: Iterable[int]) -> tuple[int, ...]:
    """Token indices of the heads of phrases that may name the act's place, best first, parties of the act left out.

    Args:
        sentence: the parsed sentence.
        index: the head of the act's trigger.
        kind: the act's type.
        arguments: what the parse gives the act.
        parties: heads of its actors and recipients.
    """
    spot, taken = kind in ON_THE_SPOT, set(parties)
    found = [place for place in arguments.places if kind not in ABOUT or _governor(sentence, place) not in taken]
    if spot:
        found += _left_behind(sentence, index)
    around = [] if kind in ABOUT else [*arguments.objects, *sorted(taken.difference(arguments.subjects))]
    around += [subject for subject in arguments.subjects if spot or kind == "CONSULT" or sentence.tokens[subject].lower not in _SEATED]
    found += [place for party in around for place in _where(sentence, party)]
    found += _above(sentence, index, victims=kind in _WITH_VICTIMS)
    label = headline_label(sentence)
    if spot and label is not None:
        found.append(label)
    targets = [i for i in sorted(taken.difference(arguments.subjects)) if spot and _is_place(sentence.tokens[i])]
    found = [inner for place in found if place not in taken for inner in _within(sentence, place)]
    return tuple(dict.fromkeys([*found, *(inner for target in targets for inner in _within(sentence, target))]))


def _within(sentence: ParsedSentence, index: int) -> Iterator[int]:
    """A place, and what it belongs to: "the southern suburbs of **Beirut**"."""
    yield index
    if sentence.tokens[index].lower in _PLACE_NOUNS:
        yield from (target for name, target in prepositional(sentence, index) if name == "of")


def _governor(sentence: ParsedSentence, index: int) -> int:
    """The word on which a preposition's object hangs by way of the preposition."""
    return sentence.tokens[sentence.tokens[index].head].head


def _is_place(token: Token) -> bool:
    """Whether a target may itself be the place: a name, or a noun such as "port"."""
    return token.tag.startswith("NNP") or token.lower in _PLACE_NOUNS


def _where(sentence: ParsedSentence, index: int) -> Iterator[int]:
    """Places that hang on a phrase: "a crowd **in Karachi**", "276 girls **in Chibok**"."""
    return (target for name, target in prepositional(sentence, index) if name in _WHERE)


def _left_behind(sentence: ParsedSentence, index: int) -> Iterator[int]:
    """"pulled its peacekeepers out of **Somalia**"."""
    for prep in sentence.kids(index, "prep", "advmod"):
        if prep.lower == "out":
            yield from (target for name, target in prepositional(sentence, prep.i) if name == "of")


def _above(sentence: ParsedSentence, index: int, *, victims: bool) -> Iterator[int]:
    """Places of the verbs and nouns above an act, of acts with victims also those of their objects ("struck a market in X, killing Y")."""
    current = sentence.tokens[index]
    while current.head != current.i and current.dep not in _OTHER_CLAUSES:
        participle = victims and current.dep in {"advcl", "conj"}
        current = sentence.tokens[current.head]
        if current.pos not in {"VERB", "AUX", "NOUN"}:
            continue
        yield from _where(sentence, current.i)
        if participle:
            for child in sentence.kids(current.i, "dobj", "nsubj", "nsubjpass", "prep", "dative"):
                targets = [t.i for t in sentence.kids(child.i, "pobj")] if child.pos == "ADP" else [child.i]
                yield from (place for target in targets for place in _where(sentence, target))


def headline_label(sentence: ParsedSentence) -> int | None:
    """The word before the colon of a headline's label: "**Bangkok**: curfew imposed"; the parser takes it for a subject."""
    text = sentence.sentence.text
    if sentence.sentence.kind is not SentenceKind.HEADLINE or (match := _LABEL.match(text)) is None:
        return None
    end = sentence.sentence.span.start + match.end() - 1
    return next((token.i for token in sentence.tokens if token.end == end), None)
