"""Phrases that stand for several countries: "the two countries", "both armies", "ministers of the three", "patrol boats of Laos and Thailand"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.anaphora.words import JOINED, PLURAL
from dateline.resolve.belonging import BODIES, Scene
from dateline.resolve.sightings import Sighting
from dateline.types import Mention, Phrase, PhraseForm, Span

_NUMBERS: Final = {"two": 2, "both": 2, "either": 2, "each": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "quartet": 4, "five": 5, "six": 6}
#: "The two", "both (the)" before a noun, and "of the two", "on either side" after it.
_LEAD: Final = re.compile(r"(?:\bthe\s+(two|three|four|five|six)|\b(both)(?:\s+the|\s+their)?|\btheir\s+(two|three))\s+(?:[\w-]+\s+){0,2}$", re.I)
_TAIL: Final = re.compile(r"\s+(?:of|from|on|in|between)\s+(?:the\s+(two|three|four|five|six)\b|(both|either)\b)", re.I)
_ALONE: Final = re.compile(r"(?:the\s+)?(two|three|four|five|six|both|each|pair|duo|trio|quartet)$", re.I)
STATE_HEADS: Final = words_of("resolve.sets.state_heads")
_OF_STATES: Final = STATE_HEADS | frozenset(
    """sides parties armies navies militaries forces troops police ministers premiers presidents leaders chiefs delegations envoys
    negotiators ministries parliaments commanders generals rivals foes allies teams diplomats officials monarchs kings sovereigns
    regulators men women statesmen services agencies airlines banks guards mediators monitors counterparts legislatures cabinets
    regimes two three four both pair duo trio quartet""".split()
)
#: After a plural that says itself whose it is.
_TIED: Final = re.compile(r"\s+(?:of|from|in|at|for|and|or)\s|,?\s+(?:and|or)\s|,\s")
#: Before a plural of which the text has spoken, or says that it is two.
_KNOWN: Final = re.compile(r"\b(?:the|two|both|their)\s+$", re.I)
#: Nouns for whoever the text has set against each other, whatever it called them before.
_ANY: Final = frozenset("sides parties two both countries nations states governments".split())
#: Nouns that mean two without saying so ("a treaty between the neighbours").
_PAIRED: Final = frozenset({"neighbours", "neighbors"})
#: Before what two or more states own.
_WHOSE: Final = re.compile(r"((?:the\s+(?:two|three|four|five|six)|both(?:\s+the)?)\s+[\w-]+s)['’]\s", re.I)
_THEIR: Final = re.compile(r"\b(?:its|their|his|her)\s+$", re.I)
_THE: Final = re.compile(r"\bthe\s+$", re.I)
#: "Neither side", "each country" speak of two.
_ONE_OF: Final = frozenset("side country government army nation party capital state".split())
_EITHER: Final = re.compile(r"\b(?:neither|either|each)\s+$", re.I)
#: The second of two, spoken of beside both.
_OTHERS: Final = frozenset({"other", "each other", "one another", "other side"})
#: Nouns of which no state has two, so that one country is no answer where the members of the set are not clear.
MANY: Final = STATE_HEADS | frozenset("armies navies presidents premiers parliaments".split())
#: What states do together by which a text calls them afterwards ("the boycotting states").
#: From so many states on a text lists them once and speaks of them by their number.
_LISTED: Final = 3
_PAIR: Final = 2
_PARAGRAPH: Final = "\n\n"
_SITTING: Final = words_of("resolve.sets.sitting")
#: Office holders: "the two presidents" are those of the sentence before, where it names so many, whatever the text is about.
_HOLDERS: Final = frozenset("presidents premiers ministers leaders chancellors kings monarchs".split())
DEALING: Final = words_of("resolve.sets.dealing")
#: Between a plural and the countries that its members are of.
_FROM: Final = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?")
_SEATED: Final = re.compile(r"\s+(?:of|from|in)\s+(?:the\s+)?")
#: Kinds of sighting by which a text speaks of a state as a party; towns are where things happen.
_PARTIES: Final = frozenset({"country", "adjective", "capital", "person"})
#: How many sentences back the members of a set may stand.
_BACK: Final = 3
#: Plurals for those in power after coups, and how many sentences back a text may have named them in full.
#: How much oftener the members of a set are named than any other state, where the set is far from where they are named.
_OFTENER: Final = 1.5


def number_of(phrase: Phrase, text: str) -> int | None:
    """How many parties a phrase says that it stands for, ``None`` where it says nothing or its noun is nothing that states have."""
    mention = phrase.mention
    if (alone := _ALONE.fullmatch(mention.text)) is not None:
        return _NUMBERS[alone.group(1).lower()]
    if phrase.head in _ONE_OF and _EITHER.search(text[max(0, mention.span.start - 9) : mention.span.start]):
        return 2
    if phrase.form is PhraseForm.PRONOUN or not phrase.plural or (phrase.form is PhraseForm.NAME and phrase.head not in _OF_STATES):
        return None
    if (tail := _TAIL.match(text, mention.span.end)) is not None:
        return _NUMBERS[(tail.group(1) or tail.group(2)).lower()]
    if phrase.head not in _OF_STATES:
        return None
    first = mention.text.partition(" ")[0].lower()
    if first in {"two", "three", "four", "both"}:
        return _NUMBERS[first]
    before = text[max(0, mention.span.start - 40) : mention.span.start]
    lead = _LEAD.search(before)
    if lead is None:
        return 2 if phrase.head in _PAIRED and _THE.search(before) else None
    return _NUMBERS[next(word for word in lead.groups() if word).lower()]


def reciprocal(phrase: Phrase, phrases: Sequence[Phrase], text: str) -> Phrase | None:
    """The set of two that "the other" completes in its sentence ("each side accused **the other**", "both armies shelled **each other**").

    Whatever the act, each of the two does it to the other: in the corpus all eleven such sides have both countries.
    """
    if phrase.mention.text.lower().removeprefix("the ") not in _OTHERS:
        return None
    start = phrase.mention.span.start
    before = [p for p in phrases if p.sentence == phrase.sentence and p.mention.span.end <= start and number_of(p, text) == 2]
    return before[-1] if before else None


def are_two(phrase: Phrase, text: str) -> bool:
    """Whether a plural that meets alone ("**the generals** met in Kerem") is of two states: a meeting has two sides."""
    if phrase.form is not PhraseForm.NOMINAL or not phrase.plural or phrase.head not in _OF_STATES or phrase.head in _PAIRED:
        return False
    start = phrase.mention.span.start
    return _KNOWN.search(text[max(0, start - 6) : start]) is not None and not _TIED.match(text, phrase.mention.span.end)


def are_neighbours(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is of all whom a state borders on ("Oman complained of **its neighbours**"), so that no one state is meant."""
    start = phrase.mention.span.start
    return phrase.head in _PAIRED and _THEIR.search(text[max(0, start - 6) : start]) is not None


def states_beside(phrase: Phrase, scene: Scene) -> frozenset[str]:
    """The states that the sentence of a phrase names."""
    return frozenset(s.country for s in scene.by_sentence.get(phrase.sentence, ()) if s.kind in _PARTIES) - BODIES


def neighbours(phrase: Phrase, scene: Scene) -> tuple[str, ...]:
    """The states joined shortly before "its neighbours" in a sentence that names none but whose neighbours they are."""
    own = states_beside(phrase, scene)
    if not are_neighbours(phrase, scene.text) or len(own) != 1:
        return ()
    seen = [s for s in scene.sightings if phrase.sentence - _BACK <= s.sentence < phrase.sentence and s.kind in _PARTIES and s.country not in BODIES]
    firsts = [at for at in range(len(seen)) if not at or not touch(seen[at - 1], seen[at], scene.text)]
    runs = (run for at in reversed(firsts) if len(run := _run(seen[at:], scene.text)) > 1)
    return next((run for run in runs if not own.intersection(run)), ())


def members(
    phrase: Phrase, scene: Scene, number: int, persons: Sequence[Sighting] = (), without: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The countries of a set of so many states: those of its sentence, else the protagonists of the text, else those of the nearest stretch.

    A stretch grows backwards from the phrase, sentence by sentence, until it names so many states. Where it names more, they are the only ones
    joined by "and" that are so many ("between Eritrea and Ethiopia"), else nothing. Where the text before names too few, the whole document is taken.
    ``persons`` are those whom the text calls by a family name alone ("Sisi and Mohamud ... the three leaders"); ``without`` are the states of whoever
    speaks to the set and is none of it: its members may then stand farther back and be called by the name of an armed group.
    """
    found = _members(phrase, scene, number, persons, without, places=True)
    if found or phrase.head in _PAIRED or phrase.head not in STATE_HEADS:
        return found
    return _members(phrase, scene, number, persons, without, places=False)


def _members(
    phrase: Phrase, scene: Scene, number: int, persons: Sequence[Sighting], without: frozenset[str], *, places: bool
) -> tuple[str, ...]:
    """The countries of a set, those named only as places ("At a summit **in Madrid** the three countries signed") among them or not."""
    left_out, kinds = BODIES | without, _PARTIES | {"body"} if without else _PARTIES
    seen = sorted((s for s in (*scene.sightings, *persons) if s.kind in kinds and s.country not in left_out and (places or s.where != "in")), key=lambda s: s.start)
    start = phrase.mention.span.start
    stretch = _stretch([s for s in seen if s.end <= start], number)
    back = max(0, phrase.sentence - stretch[0].sentence) if stretch else 0
    if not without and (listed := _listed_before(phrase, scene, seen, stretch, number)) is not None:
        return listed
    if stretch and (without or back <= _BACK):
        here = _distinct(stretch)
        found = here if len(here) == number else _only_run(stretch, scene.text, number)
        nearest = not back or (back == 1 and phrase.head in _HOLDERS)
        return found if found and nearest else _protagonists(seen, start, number) or found
    everywhere = _distinct(seen)
    return everywhere if len(everywhere) == number else ()


def _listed_before(phrase: Phrase, scene: Scene, seen: Sequence[Sighting], stretch: Sequence[Sighting], number: int) -> tuple[str, ...] | None:
    """The states that a text lists in one breath and speaks of later by their number ("A, B, C and D cut ties ... **the four states**").

    It is the last list of so many before, or for "the three states" the only one after, unless the states named just before are so many and stand in one
    sentence. "The four" alone are whoever was last said to be four. ``None`` where there is no such list.
    """
    alone, start = _ALONE.fullmatch(phrase.mention.text) is not None, phrase.mention.span.start
    if number < _LISTED or not (alone or phrase.head in STATE_HEADS) or len({s.sentence for s in stretch}) == 1:
        return None
    runs = [(seen[at], run) for at in range(len(seen)) if len(run := _run(seen[at:], scene.text)) == number and (not at or not touch(seen[at - 1], seen[at], scene.text))]
    before = [(first, run) for first, run in runs if first.start < start]
    if before:
        first, run = before[-1]
        others = _counted_others(number, scene.text[first.end : start]) if alone else False
        return () if others else run
    return runs[0][1] if runs and not alone and len({frozenset(run) for _, run in runs}) == 1 else None


def _counted_others(number: int, text: str) -> bool:
    """Whether a text counts as many of something else than states ("**four soldiers** died")."""
    words = "|".join([str(number), *(word for word, value in _NUMBERS.items() if value == number)])
    return any(not STATE_HEADS.intersection(one.group().lower().split()) for one in re.finditer(rf"\b(?:{words})\s+[a-z-]+(?:\s+[a-z-]+)?", text, re.I))


def _stretch(before: Sequence[Sighting], number: int) -> Sequence[Sighting]:
    """The shortest stretch of whole sentences at the end that names so many states or more; nothing where there are too few."""
    codes: set[str] = set()
    for at in range(len(before) - 1, -1, -1):
        codes.add(before[at].country)
        if len(codes) >= number and (not at or before[at - 1].sentence != before[at].sentence):
            return before[at:]
    return ()


def _protagonists(seen: Sequence[Sighting], end: int, number: int) -> tuple[str, ...]:
    """So many states that the text up to ``end`` names far oftener than any other."""
    ranked = Counter(s.country for s in seen if s.end <= end).most_common()
    if len(ranked) <= number or ranked[number - 1][1] < _OFTENER * ranked[number][1]:
        return ()
    return tuple(code for code, _ in ranked[:number])


def leading(phrase: Phrase, scene: Scene, number: int) -> tuple[str, ...]:
    """The two states of which a text tells first, for "both governments" in a paragraph that names neither: others come in between with whom one of them deals.

    Not where the sentence itself names one of them, nor where the sentence before joins two states or tells of two others with which a subject
    ("**the two countries** had agreed") goes on.
    """
    if number != _PAIR or phrase.head not in STATE_HEADS:
        return ()
    start = phrase.mention.span.start
    seen = [s for s in scene.sightings if s.kind in _PARTIES and s.country not in BODIES and s.end <= start]
    before = [s for s in seen if s.sentence < phrase.sentence]
    codes = _distinct(_stretch_from(before, number))
    here = {s.country for s in seen if s.sentence == phrase.sentence}
    if not codes or here.intersection(codes) or _PARAGRAPH not in scene.text[before[-1].end : scene.sentences[phrase.sentence].span.start]:
        return ()
    last = [s for s in before if s.sentence == phrase.sentence - 1]
    joins = any(touch(one, two, scene.text) and one.country != two.country for one, two in pairwise(last))
    return () if joins or (phrase.subject and len(_distinct(last)) == number) else codes


def _stretch_from(seen: Sequence[Sighting], number: int) -> Sequence[Sighting]:
    """The shortest stretch of whole sentences at the beginning that names just so many states; nothing where it names more."""
    codes: set[str] = set()
    for at, one in enumerate(seen):
        codes.add(one.country)
        if len(codes) >= number and (at + 1 == len(seen) or seen[at + 1].sentence != one.sentence):
            return seen[: at + 1] if len(codes) == number else ()
    return ()


def _only_run(seen: Sequence[Sighting], text: str, number: int) -> tuple[str, ...]:
    """The only coordination of exactly so many countries; nothing where there are several different ones or longer ones."""
    runs = {tuple(sorted(_run(seen[at:], text))) for at in range(len(seen)) if not at or not touch(seen[at - 1], seen[at], text)}
    runs = {run for run in runs if len(run) > 1}
    return next(iter(runs)) if len(runs) == 1 and len(next(iter(runs))) == number else ()


def touch(one: Sighting, two: Sighting, text: str) -> bool:
    """Whether two names are joined by a comma, "and" or a dash."""
    between = text[one.end : two.start]
    return bool(JOINED.match(between)) or between in {"-", "–", "—", "/"}


def _distinct(seen: Iterable[Sighting]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.country for s in seen))


def is_they(phrase: Phrase) -> bool:
    """Whether a phrase is a pronoun that may stand for several countries."""
    return phrase.form is PhraseForm.PRONOUN and phrase.mention.text.lower() in PLURAL


def subject_before(phrase: Phrase, plurals: Sequence[Phrase]) -> Phrase | None:
    """The phrase for which "they" stands, be it a set or not: the last plural subject of its sentence so far or of the one before."""
    start = phrase.mention.span.start
    before = [p for p in plurals if p.subject and p.mention.span.end <= start and p.sentence >= phrase.sentence - 1]
    return max(before, key=lambda p: p.mention.span.start, default=None)


def set_repeated(phrase: Phrase, plurals: Sequence[Phrase], text: str) -> Phrase | None:
    """The set that a definite plural takes up ("both ministers noted ...; **the ministers** agreed"): the nearest before of the same noun."""
    start = phrase.mention.span.start
    if not phrase.plural or phrase.head not in _OF_STATES or not _THE.search(text[max(0, start - 5) : start]):
        return None
    same = [p for p in plurals if p.head == phrase.head and p.mention.span.end <= start and p.sentence >= phrase.sentence - _BACK]
    return same[-1] if same and number_of(same[-1], text) is not None else None


def set_of_number(phrase: Phrase, number: int, plurals: Sequence[Phrase], text: str) -> Phrase | None:
    """The nearest set of the same number before "both sides", which may have called its members otherwise."""
    if phrase.head not in _ANY:
        return None
    before = [p for p in plurals if p.mention.span.end <= phrase.mention.span.start and phrase.sentence - _BACK <= p.sentence]
    return next((p for p in reversed(before) if number_of(p, text) == number), None)


def their(phrase: Phrase, text: str) -> Phrase | None:
    """The pronoun of "their navies"."""
    if phrase.head not in _OF_STATES or not _is_theirs(phrase, text) or phrase.extended is None:
        return None
    start = phrase.extended.start
    return Phrase(Mention(text[start : start + 5], Span(start, start + 5)), "their", PhraseForm.PRONOUN, True, False, phrase.sentence)


def set_owning(phrase: Phrase, plurals: Sequence[Phrase], text: str) -> Phrase | None:
    """The set of states whose a phrase says that it is: "talks between **the two countries'** diplomats", "**both nations'** navies".

    Args:
        phrase: the phrase.
        plurals: the plurals of the document.
        text: the document.
    """
    if phrase.form is not PhraseForm.NOMINAL or phrase.extended is None:
        return None
    owned = _WHOSE.match(text, phrase.extended.start, phrase.mention.span.end)
    if owned is None:
        return None
    owners = (p for p in plurals if p.sentence == phrase.sentence and p.mention.span.end == owned.end(1) and p.mention.span != phrase.mention.span)
    return next((p for p in owners if p.head in STATE_HEADS | _ANY and number_of(p, text) is not None), None)


def _is_theirs(phrase: Phrase, text: str) -> bool:
    """Whether a plural noun follows "their", but not "their own", which may be the other's."""
    if phrase.form is not PhraseForm.NOMINAL or not phrase.plural or phrase.extended is None or phrase.mention.text.startswith("own "):
        return False
    return text[phrase.extended.start : phrase.extended.start + 6].lower() == "their "


def states_whose(phrase: Phrase, scene: Scene) -> tuple[str, ...]:
    """The states of "their" in "Chad and Niger ... **their customs officers**": those joined as the last subject of its sentence or the one before."""
    if not _is_theirs(phrase, scene.text) or phrase.extended is None:
        return ()
    start = phrase.extended.start
    near = [(span.start, at) for at in (phrase.sentence - 1, phrase.sentence) for span in scene.subjects.get(at, ()) if span.end <= start]
    if not near:
        return ()
    first, sentence = max(near)
    own = [s for s in scene.by_sentence.get(sentence, ()) if s.country not in BODIES and s.kind in _PARTIES]
    run = [s for s in own if s.start >= first and s.end <= start]
    return _run(run, scene.text) if run and run[0].start == first else ()


def joined(phrase: Phrase, scene: Scene) -> tuple[str, ...]:
    """Countries coordinated before the noun or in its of-phrase ("South Korea–Canada ministers", "boats of Laos and Thailand")."""
    if not phrase.plural:
        return ()
    span, text = phrase.mention.span, scene.text
    own = [s for s in scene.by_sentence.get(phrase.sentence, ()) if s.country not in BODIES and s.kind in _PARTIES]
    start = phrase.extended.start if phrase.extended else span.start
    inside = [s for s in own if span.start <= s.start and s.end <= span.end]
    found = _run([s for s in own if start < s.end <= span.end], text)
    if inside and all(s.country not in found for s in inside):
        found = _run(inside, text)  # "Poland and Estonia expel **Russian** diplomats", parsed as one noun
    if len(found) > 1:
        return found
    if (listed := _listed(phrase, own, scene)):
        return listed
    after = [s for s in own if s.start >= span.end]
    where = _SEATED if phrase.head in _SITTING and not any(start <= s.start < span.end for s in own) else _FROM
    if after and where.fullmatch(text[span.end : after[0].start]):
        return _run(after, text)
    return ()


def _listed(phrase: Phrase, own: Sequence[Sighting], scene: Scene) -> tuple[str, ...]:
    """The countries of a list whose first alone the phrase holds ("**citizens of Iraq**, Syria and Yemen")."""
    end = phrase.mention.span.end
    if phrase.extended is None or phrase.extended.end <= end or " of " not in phrase.mention.text:
        return ()
    return _run([s for s in own if s.end >= end and s.end <= phrase.extended.end], scene.text) if any(s.end == end for s in own) else ()


def runs_of(seen: Sequence[Sighting], text: str) -> list[tuple[str, ...]]:
    """The countries of each row of names joined by commas, "and" or a dash, in order."""
    return [_run(seen[at:], text) for at in range(len(seen)) if not at or not touch(seen[at - 1], seen[at], text)]


def _run(seen: Sequence[Sighting], text: str) -> tuple[str, ...]:
    """The countries of a run joined by commas, "and" or a dash."""
    found: list[str] = []
    last: Sighting | None = None
    for one in seen:
        if last and not touch(last, one, text):
            break
        found.append(one.country)
        last = one
    return tuple(dict.fromkeys(found))
