"""Plurals of several states that a text does not count: "neighbours **from Lima to Quito**", "unions **in Rome, Madrid and Lisbon**", "met the presidents
of Serbia and Kosovo and urged **them**", "**the leaders** gathered", "and **neither** has asked"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.anaphora.words import JOINED
from dateline.resolve.belonging import BODIES, Scene
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, Phrase, PhraseForm

#: Kinds of sighting by which a text says of where somebody is.
_SEATS: Final = frozenset({"country", "capital", "town"})
_FROM: Final = re.compile(r"\s+from\s+")
_TO: Final = re.compile(r"\s+to\s+")
_IN: Final = re.compile(r"\s+(?:in|from|across)\s+(?:the\s+)?")
#: Between one seat and a further one in the same clause ("ministers in Oslo and, more quietly, **in Bern**").
_ALSO_IN: Final = re.compile(r",?\s+(?:and|as),?\s+(?:(?:soon|later|then|also|more\s+\w+|\w+ly),?\s+){0,2}in\s+(?:the\s+)?")
_STAYING: Final = words_of("resolve.jointly.staying")
_GATHERED: Final = words_of("resolve.jointly.gathered")
_HOLDERS: Final = words_of("resolve.jointly.holders")
_THE: Final = re.compile(r"\bthe\s+$", re.I)
_AND_VERB: Final = re.compile(r"\b(?:and|but|then)\s+(?:\w+ly\s+)?(?:[a-z]+(?:ed|d)|told|put|met|gave|sent|let|made|saw|left)\s+(?:on\s+|upon\s+)?$")
_SOME_OF_THEM: Final = re.compile(r",\s+(?:among(?:st)?\s+them|including|such\s+as)\s+([^,;.]+)")
_BACK: Final = 3
_EACH: Final = re.compile(r"\s+(?:each|apiece)\b")
_EACH_DID: Final = re.compile(r"\beach\s+(?:\w+ly\s+)?[a-z]+\s+(?:[\w-]+\s+){0,2}$")
#: Who receives others, or borders on them, is of another state than they.
GUESTED: Final = frozenset({"host", "hosts"})
HOSTS: Final = GUESTED | {"neighbour", "neighbor"}
#: What may stand behind "the leaders" without saying whose they are.
_WHOSE: Final = re.compile(r"\s+(?:of|from|in)\s")


def states(phrase: Phrase, scene: Scene) -> tuple[str, ...]:
    """The states of a plural that names where its members are."""
    if not phrase.plural or phrase.form is not PhraseForm.NOMINAL:
        return ()
    end, text = phrase.mention.span.end, scene.text
    own = scene.by_sentence.get(phrase.sentence, ())
    if any(phrase.mention.span.start <= s.start < end for s in own) and not _IN.search(phrase.mention.text):
        return ()
    after = [s for s in own if s.start >= phrase.mention.span.start and s.kind in _SEATS and s.country not in BODIES]
    return _between(phrase.head, end, after, text) or _seated(phrase, after, text)


def _between(head: str, end: int, after: Sequence[Sighting], text: str) -> tuple[str, ...]:
    """The ends of "governments **from Lisbon to Helsinki**", of those who do not travel."""
    if head not in _STAYING or len(after) < 2 or not _FROM.fullmatch(text[end : after[0].start]) or not _TO.fullmatch(text[after[0].end : after[1].start]):
        return ()
    return _distinct(after[:2])


def _seated(phrase: Phrase, after: Sequence[Sighting], text: str) -> tuple[str, ...]:
    """The places of "**unions in Rome**, Madrid and Lisbon", which the phrase may hold in part."""
    if phrase.head not in _GATHERED | _STAYING:
        return ()
    noun = phrase.mention.span.start + len(phrase.mention.text.partition(" in ")[0])
    listed = [s for s in after if s.start >= noun]
    if not listed or not _IN.fullmatch(text[noun : listed[0].start]):
        return ()
    run = listed[:1]
    for one in listed[1:]:
        between = text[run[-1].end : one.start]
        if not JOINED.match(between) and not _ALSO_IN.fullmatch(between):
            break
        run.append(one)
    return _distinct(run)


def _distinct(seen: Sequence[Sighting]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(s.country for s in seen))
    return found if len(found) > 1 else ()


def set_before(phrase: Phrase, plurals: Sequence[Phrase], several: Callable[[Phrase], tuple[str, ...]], text: str) -> tuple[str, ...]:
    """The states of the plural that a phrase takes up: of "met **both men** and urged **them**" in its sentence, of "the presidents of Chad and Niger
    arrived. **The leaders** met" in one of the sentences before."""
    start = phrase.mention.span.start
    if is_beside_object(phrase, text):
        before = next((p for p in _before(phrase, plurals, 0) if p.form is not PhraseForm.PRONOUN), None)
        return several(before) if before is not None and not before.subject else ()
    if phrase.head != "leaders" or phrase.mention.text.lower() != "leaders" or not _THE.search(text[max(0, start - 5) : start]):
        return ()
    if _WHOSE.match(text, phrase.mention.span.end):
        return ()
    before = next((p for p in _before(phrase, plurals, _BACK) if p.head in _HOLDERS), None)
    return several(before) if before is not None else ()


def _before(phrase: Phrase, plurals: Sequence[Phrase], back: int) -> Iterator[Phrase]:
    """The plurals that end before a phrase in its sentence and so many before it, the last one first."""
    first = bisect_left(plurals, phrase.sentence - back, key=lambda p: p.sentence)
    last = bisect_right(plurals, phrase.sentence, key=lambda p: p.sentence)
    return (plurals[at] for at in range(last - 1, first - 1, -1) if plurals[at].mention.span.end <= phrase.mention.span.start)


def is_beside_object(phrase: Phrase, text: str) -> bool:
    """Whether "them" is the object of a verb joined to another, so that it is not their subject ("the kings met **reporters** and told **them**")."""
    start = phrase.mention.span.start
    return phrase.mention.text.lower() == "them" and _AND_VERB.search(text[max(0, start - 40) : start]) is not None


def is_of_each(phrase: Phrase, other: Sequence[Participant], text: str) -> bool:
    """Whether several do something to so many of the others' ("expelled six diplomats **each**"), so that they are of no one state."""
    if len({one.country for one in other if one.country}) < 2:
        return False
    start = phrase.mention.span.start
    return _EACH.match(text, phrase.mention.span.end) is not None or _EACH_DID.search(text[max(0, start - 50) : start]) is not None


def is_it_of_others(phrase: Phrase, other: Sequence[Participant]) -> bool:
    """Whether a pronoun is of another state than the several that one phrase stands for ("**both** asked **it** to leave")."""
    together = len(other) > 1 and len({one.span for one in other}) == 1
    return together and phrase.mention.text.lower() == "it"


def not_of_named(phrase: Phrase, named: Sequence[Sighting], text: str) -> frozenset[str]:
    """The countries of a sentence that a plural is not of where it says of which some of it are: "firms, **among them the Danish shipper Maersk**, were told
    to drop Israeli partners" are no Israeli firms."""
    if not phrase.plural or phrase.form is not PhraseForm.NOMINAL:
        return frozenset()
    some = _SOME_OF_THEM.match(text, phrase.mention.span.end)
    own = {s.country for s in named if some is not None and some.start(1) <= s.start < some.end(1)}
    return frozenset(s.country for s in named) - own if own else frozenset()
