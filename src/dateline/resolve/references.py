"""References inside a document: pronouns, "the two countries", "the ministry", acronyms, last names after full names.

Each rule takes the nearest sentence that offers a fitting antecedent and abstains where that sentence offers two equally good ones:
a wrong party costs more than a missing one. Antecedents are followed to the first phrase that names the party.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from dateline.resolve.antecedents import Candidates, Choice, Option, probabilities, weights
from dateline.resolve.natures import Facts, Lookup, singular_of, singulars_of, words_of
from dateline.resolve.reference_words import (
    ANOTHER,
    BODIES,
    DUMMY,
    LESSER,
    MEMORY,
    MEN,
    MIXED,
    NEUTER,
    NEVER_REPEATED,
    NOBODY,
    OBJECTS,
    OWNED,
    OWNERS,
    PERSON,
    PERSON_PAIRS,
    PLURAL,
    ROLES,
    SETS,
    SHORT,
    SINGULAR_ONLY,
    STATE,
    THINGS,
    TWIN,
    WINDOW,
    WOMEN,
    is_human,
)
from dateline.types import Mention, Phrase, PhraseForm, Span

#: Probability from which the antecedent that the rules give is taken, and from which the model's own is: the lowest at which precision on the
#: written cases, over ten folds, stays above 0.92 (``scripts/train_antecedents.py --cross``; see bench/results/references.md).
AGREED, ALONE = 0.65, 0.85
#: Codes of bodies, which are no country of two.
SUPRANATIONAL = frozenset("IGO EUR UNO NGO MNC IMG ISM".split())
#: Features of a candidate that is said or known to hold the office, and of one who is known for others.
HOLDING = frozenset({"office in title", "office held", "generic held", "same noun"})
DENIED = frozenset({"office not held"})
#: Kinds of which the model gives no antecedent by itself: one in eight of those was right.
ONLY_AGREED = frozenset({"they", "body"})
#: Settles a reference, given its candidates and what the rules link it to.
Decide = Callable[[Choice, tuple[Phrase, ...]], tuple[Phrase, ...]]


def resolve_references(
    phrases: Sequence[Phrase], text: str, lookup: Lookup, decide: Decide | None = None, facts: Facts | None = None
) -> dict[Span, tuple[Phrase, ...]]:
    """Find antecedents.

    Args:
        phrases: the document's noun phrases in text order.
        text: the canonical text.
        lookup: what a phrase refers to by its own words.
        decide: what settles a reference; the package's model where ``None``.
        facts: what is known of the phrases by their words, where a document is read more than once with one ``lookup``.

    Returns:
        Antecedents by the span of the referring phrase; phrases without a safe antecedent are absent.
    """
    return _Reader(text, lookup, decide or settle, facts).read(phrases)


def settle(choice: Choice, by_rule: tuple[Phrase, ...], table: Mapping[str, float] | None = None) -> tuple[Phrase, ...]:
    """What a reference stands for by the rules and the model: nobody where they differ and the model is not sure."""
    if by_rule and by_rule[0].mention.span.start > choice.phrase.mention.span.start:
        return by_rule  # "Before he was arrested, Robert Mugabe": the model looks back only
    chances = probabilities(choice, weights() if table is None else table)
    agreed = {p.mention.span for p in by_rule}
    for option, chance in zip(choice.options, chances, strict=False):
        if agreed and {p.mention.span for p in option.parties} == agreed and chance >= AGREED and not (DENIED & set(option.names)):
            return by_rule
    best = max(range(len(choice.options)), key=lambda at: chances[at], default=None)
    if best is None or choice.kind in ONLY_AGREED or chances[best] < ALONE or not _only_holder(choice, choice.options[best]):
        return ()
    return choice.options[best].parties


def by_rules(choice: Choice, found: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """What a reference stands for by the rules alone."""
    return found


def _only_holder(choice: Choice, option: Option) -> bool:
    """Whether a candidate for "the general" is the only one, or the only one known for the office."""
    if choice.kind != "role" or len(choice.options) == 1:
        return not DENIED & set(option.names)
    return [o for o in choice.options if HOLDING & set(o.names)] == [option]


class _Reader(Candidates):
    """What has been read of a document: its phrases by sentence, and the links found so far."""

    def __init__(self, text: str, lookup: Lookup, decide: Decide, facts: Facts | None) -> None:
        super().__init__(text, lookup, facts)
        self._short: dict[str, Phrase] = {}
        self._decide = decide
        self._names: dict[int, Phrase] = {}
        #: The phrases of a sentence and the names inside them, by where they start.
        self._spoken: dict[int, list[Phrase]] = {}

    def read(self, phrases: Sequence[Phrase]) -> dict[Span, tuple[Phrase, ...]]:
        kept, inner = _outermost(phrases)
        self._names = {p.mention.span.start: p for p in kept if p.form is PhraseForm.NAME}
        for phrase in inner:
            if phrase.form is PhraseForm.NAME:
                self._inside.setdefault(phrase.sentence, []).append(phrase)
        for phrase in sorted([*kept, *(p for p in inner if p.form is PhraseForm.NAME)], key=lambda p: p.mention.span.start):
            self._spoken.setdefault(phrase.sentence, []).append(phrase)
        within = frozenset(inner)
        for phrase in sorted([*kept, *inner], key=lambda p: (p.mention.span.start, p.mention.span.end)):
            if phrase in within:
                if phrase.form is PhraseForm.NOMINAL and self._has_the(phrase) and OWNED.match(self._text, phrase.mention.span.end):
                    self._link(phrase, kept)
                continue
            self._link(phrase, kept)
            self._sentences.setdefault(phrase.sentence, []).append(phrase)
            short = SHORT.match(self._text, phrase.mention.span.end)
            if short and phrase.form is PhraseForm.NAME and short.group(1)[0].lower() in {w[0].lower() for w in phrase.mention.text.split()}:
                self._short[short.group(1)] = phrase
        return self._links

    def _link(self, phrase: Phrase, phrases: Sequence[Phrase]) -> None:
        word = phrase.mention.text.lower()
        refers = True
        if phrase.form is PhraseForm.PRONOUN and word in OWNERS and (twin := self._twin_owner(phrase)):
            self._links[phrase.mention.span] = (self._root(twin),)
            return
        if phrase.form is PhraseForm.PRONOUN and NOBODY.match(self._text, phrase.mention.span.start):
            self._unclear.add(phrase.mention.span)
            return
        if phrase.form is PhraseForm.PRONOUN and word in PERSON:
            found = self._person(phrase, word) or self._ahead(phrase, phrases)
        elif phrase.form is PhraseForm.PRONOUN and word in NEUTER:
            found = self._thing(phrase)
        elif phrase.form is PhraseForm.PRONOUN and word in PLURAL:
            found = self._several(phrase)
        elif (number := self._number(phrase, word)) is not None:
            found = self._set(phrase, number)
        elif phrase.form is PhraseForm.NAME:
            found, refers = self._name(phrase), False
        elif self._introduces(phrase):
            return
        elif self._definite(phrase):
            found = self._description(phrase)
            refers = self._country(phrase) is None and (phrase.head in ROLES or phrase.head in BODIES or not self._known(phrase))
        else:
            return
        choice = self.choice(phrase) if self._is_weighed(phrase, found) else None
        if choice is not None:
            found = self._decide(choice, found)
            refers = refers or (choice.kind == "role" and self._country(phrase) is None and any(self._is_person(p) for group in self._back(phrase) for p in group))
        self._learn(phrase, found)
        if found:
            self._links[phrase.mention.span] = found
        elif refers and not self._leads(phrase):
            self._unclear.add(phrase.mention.span)

    def _introduces(self, phrase: Phrase) -> bool:
        """Whether a noun says what the person named right behind it is ("**the novelist** Boualem Sansal"), so that it refers to nobody before."""
        name = self._names.get(phrase.mention.span.end + 1) if self._leads(phrase) else None
        return name is not None and not self._is_country(name) and self._text[phrase.mention.span.end] == " "

    def _is_weighed(self, phrase: Phrase, found: tuple[Phrase, ...]) -> bool:
        """Whether weighing the candidates can change what the rules found: the package's model adds nothing to :data:`ONLY_AGREED`."""
        if self._decide is by_rules:
            return False
        return bool(found) or self._decide is not settle or self.kind_of_reference(phrase) not in ONLY_AGREED

    # --- where antecedents stand ---------------------------------------------------------------------------------------------

    def _back(self, phrase: Phrase, reach: int = WINDOW) -> Iterable[list[Phrase]]:
        """The phrases of the sentence so far, then of each sentence before it."""
        for number in range(phrase.sentence, max(-1, phrase.sentence - reach - 1), -1):
            if number in self._sentences:
                yield self._sentences[number]

    def _free(self, phrase: Phrase, sentence: Sequence[Phrase]) -> list[Phrase]:
        """A sentence's phrases without the subject of the clause whose object the pronoun is."""
        if phrase.subject or phrase.mention.text.lower() not in OBJECTS:
            return list(sentence)
        subjects = [p for p in sentence if p.subject and p.sentence == phrase.sentence]
        return [p for p in sentence if not subjects or p is not subjects[-1]]

    def _distinct(self, phrases: Iterable[Phrase]) -> list[Phrase]:
        """One phrase a party, subjects first kept, at its first name."""
        found: dict[str, Phrase] = {}
        for phrase in phrases:
            root = self._root(phrase)
            key = self._party(root)
            if key not in found or (phrase.subject and not found[key].subject):
                found[key] = phrase
        return list(found.values())

    def _one(self, phrases: Iterable[Phrase], *, inside: bool) -> tuple[Phrase, ...]:
        """The only candidate, or (``inside`` one sentence) the only subject among several; nothing where it is joined or unclear."""
        candidates = self._distinct(phrases)
        if len(candidates) > 1 and inside:
            candidates = [p for p in candidates if p.subject]
        if len(candidates) != 1 or self._is_joined(candidates[0]) or candidates[0].mention.span in self._unclear:
            return ()
        return (self._root(candidates[0]),)

    # --- the rules -----------------------------------------------------------------------------------------------------------

    def _person(self, phrase: Phrase, word: str) -> tuple[Phrase, ...]:
        """He, she: the nearest sentence's only person, or its only subject that is one."""
        wanted = self._gender(phrase)
        for sentence in self._back(phrase):
            persons = [p for p in self._free(phrase, sentence) if self._is_person(p) or (p.mention.text.lower() in PERSON and p.subject)]
            persons = [p for p in persons if self._gender(p) in {wanted, None}]
            persons = [p for p in persons if not self._in_apposition(p) and self._names_on(p) is None]
            if persons:
                if self._rivals(persons[0]):
                    return ()
                found = self._one(persons, inside=False)
                return tuple(p for p in found if p.form is not PhraseForm.PRONOUN and not self._of_person(p))
        return ()

    def _rivals(self, phrase: Phrase) -> bool:
        """Whether another person is named inside a phrase of the sentence ("aides of Castro")."""
        own = set(words_of(phrase.mention.text)) | set(words_of(self._root(phrase).mention.text))
        return any(self._is_person(p) and not own.intersection(words_of(p.mention.text)) for p in self._inside.get(phrase.sentence, ()))

    def _ahead(self, phrase: Phrase, phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
        """"Before he was arrested, Robert Mugabe ...": the subject of the main clause, where nobody was named before."""
        if self._sentences.get(phrase.sentence) or phrase.mention.span.start > 40 or self._unclear:
            return ()
        after = [p for p in phrases if p.sentence == phrase.sentence and p.mention.span.start > phrase.mention.span.end]
        persons = [p for p in after if p.form is PhraseForm.NAME and self._is_person(p)]
        led = persons and "," in self._text[phrase.mention.span.end : persons[0].mention.span.start]
        return (persons[0],) if led and len(persons) == 1 and persons[0].subject else ()

    def _thing(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """It, its: the nearest sentence's only country or body, places of the act apart."""
        if DUMMY.match(self._text, phrase.mention.span.end) or (not phrase.subject and phrase.mention.text.lower() == "it"):
            return ()
        for sentence in self._back(phrase):
            if any(p.subject and p.mention.span in self._unclear and not p.plural and p.mention.text.lower() not in PERSON for p in sentence):
                return ()
            things = [p for p in self._free(phrase, sentence) if self._is_body(p)]
            if any(p.subject and not p.plural and self._is_thing(p) for p in sentence):
                return ()
            others = [p for p in things if not self._is_place(p)]
            inside = phrase.subject and sentence[0].sentence == phrase.sentence
            actors = ([p for p in things if p.subject] or others) if inside or len(others) < 2 else others
            if actors:
                return self._one(actors, inside=inside)
        return ()

    def _is_thing(self, phrase: Phrase) -> bool:
        """Whether "it" may as well be this: an unknown name, or a noun for neither person nor body ("the bill")."""
        if phrase.form is PhraseForm.NAME:
            return not self._known(phrase)
        return phrase.form is PhraseForm.NOMINAL and not self._is_body(phrase) and not self._is_person(phrase)

    def _is_body(self, phrase: Phrase) -> bool:
        if phrase.plural or self._is_person(phrase):
            return False
        if phrase.form is PhraseForm.PRONOUN:
            return phrase.mention.span in self._links and phrase.mention.text.lower() in NEUTER
        if phrase.form is PhraseForm.NAME:
            return self._country(phrase) is not None
        return self._known(phrase) and self._sector(phrase) != "UNK" and phrase.subject and phrase.head not in THINGS

    def _twin_owner(self, phrase: Phrase) -> Phrase | None:
        """Whose the first of two joined nouns is, of which the pronoun owns the second ("**Iran**'s missile tests and **its** supply of drones")."""
        start = phrase.mention.span.start
        if TWIN.search(self._text[max(0, start - 8) : start]) is None:
            return None
        here = self._spoken.get(phrase.sentence, ())
        if any(p.subject and p.extended is not None and p.extended.start == start for p in here):
            return None
        owners = [p for p in here if p.form is PhraseForm.NAME and p.mention.span.end <= start and OWNED.match(self._text, p.mention.span.end)]
        if not owners or any(p.subject and owners[-1].mention.span.end <= p.mention.span.start < start for p in here):
            return None
        owner = owners[-1]
        fits = self._is_person(owner) if phrase.mention.text.lower() in PERSON else not self._is_person(owner) and self._country(owner) is not None
        return owner if fits and ";" not in self._text[owner.mention.span.end : start] else None

    def _several(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """They, them: the nearest sentence's only plural, or the row of names that is its subject."""
        for sentence in self._back(phrase):
            if any(p.mention.text.lower() == "those" for p in sentence):
                return ()  # "Hun Sen's soldiers fought those of the prince"
            clause = [p for p in self._free(phrase, sentence) if self._is_many(p)]
            subjects = [p for p in clause if p.subject]
            inside = sentence[0].sentence == phrase.sentence and (phrase.subject or phrase.mention.text.lower() == "their")
            for pool in (subjects, clause) if inside else (clause,):
                if len({self._party(self._root(p)) for p in pool}) > 1 or any(p.mention.span in self._unclear for p in pool):
                    return ()
                if pool:
                    return self._parties(pool[-1])
        return ()

    def _is_many(self, phrase: Phrase) -> bool:
        if phrase.form is PhraseForm.PRONOUN:
            return phrase.mention.span in self._links and phrase.mention.text.lower() in PLURAL | {"both"}
        row = self._row(phrase)
        if len(row) > 1:
            return phrase is row[0]
        if phrase.mention.span in self._unclear and self._number(phrase, phrase.mention.text.lower()):
            return True
        if phrase.head in THINGS:
            return False
        if len(self._links.get(phrase.mention.span, ())) > 1:
            return True
        if self._lookup(phrase).method == "people" and phrase.form is PhraseForm.NAME:
            return True
        return phrase.plural and (self._known(phrase) or phrase.mention.span in self._links or phrase.subject)

    def _parties(self, phrase: Phrase) -> tuple[Phrase, ...]:
        if phrase.mention.span in self._links:
            return self._links[phrase.mention.span]
        row = self._row(phrase)
        if len(row) == 1:
            return (phrase,) if self._sector(phrase) != "UNK" or self._country(phrase) else ()
        if all(not p.plural and self._lookup(p).method != "people" and (self._country(p) or self._is_person(p)) for p in row):
            return tuple(self._root(p) for p in row)
        return ()

    def _set(self, phrase: Phrase, number: int) -> tuple[Phrase, ...]:
        """The two countries, both sides, the pair, the trio: a sentence's parties where they are exactly so many."""
        persons = phrase.head in PERSON_PAIRS
        skipped = False
        for sentence in self._back(phrase):
            sentence = self._without_subject(phrase, sentence)
            chained = [self._links[p.mention.span] for p in sentence if len(self._links.get(p.mention.span, ())) == number]
            if chained and not persons:
                return chained[-1]
            if any(p.mention.span in self._unclear and (p.plural or p.mention.text.lower() == "both") for p in sentence):
                return ()
            unnamed = any(p.plural and p.form is PhraseForm.NOMINAL and is_human(singular_of(p.head)) for p in sentence)
            if unnamed and self._decide is not by_rules and (persons or phrase.head in SETS):
                return ()  # "the presidents of Sudan and Chad": persons without names
            found = self._members(sentence, persons, anyone=phrase.head in SETS or phrase.form is PhraseForm.PRONOUN)
            if len(found) == number:
                together = len(self._row(found[0])) >= number or found[0] not in sentence
                sure = together or self._decide is by_rules or not (skipped or self._more(sentence, found))
                return tuple(found) if sure else ()
            if len(found) >= number:
                return ()
            skipped = skipped or bool(found)
        return ()

    def _without_subject(self, phrase: Phrase, sentence: Sequence[Phrase]) -> list[Phrase]:
        """A sentence without the subject that urges "both sides" in it."""
        subjects = [p for p in sentence if p.subject]
        if self._decide is by_rules or phrase.subject or not subjects or sentence[0].sentence != phrase.sentence:
            return list(sentence)
        own = self._row(subjects[-1])
        return [p for p in sentence if p not in own]

    def _more(self, sentence: Sequence[Phrase], found: Sequence[Phrase]) -> bool:
        """Whether a sentence speaks of further countries than those found ("India shot down a Pakistani jet; China urged restraint")."""
        named = {self._country(p) for p in sentence if not self._is_place(p)}
        return bool({code for code in named if code and code not in SUPRANATIONAL} - {self._country(p) for p in found})

    def _members(self, sentence: Sequence[Phrase], persons: bool, *, anyone: bool) -> list[Phrase]:
        """The persons, or the different countries, of a sentence; countries joined before a noun count each."""
        people = self._distinct(p for p in sentence if self._is_person(p) and not self._in_apposition(p))
        if persons or (anyone and people):
            return people
        found: dict[str, Phrase] = {}
        for phrase in sentence:
            if anyone and not self._is_joined(phrase):
                continue
            for part in self._joined_countries(phrase) or ([phrase] if self._is_party(phrase) else []):
                country = self._country(part)
                if country:
                    found.setdefault(country, part)
        return list(found.values())

    def _is_party(self, phrase: Phrase) -> bool:
        """A country, its capital or seat of power (unless it is where the act happens), or somebody who acts for one."""
        method = self._lookup(phrase).method
        if method in {"country", "metonym"}:
            return True
        if method in {"capital", "place", "region"}:
            return method == "capital" and not self._is_place(phrase)
        return method in {"person", "surname"} or (method in {"composition", "organisation"} and self._sector(phrase) in {"GOV", "MIL"} and (
            phrase.subject or self._is_joined(phrase)))

    def _joined_countries(self, phrase: Phrase) -> list[Phrase]:
        """"Thai" and "Cambodian" of "Thai and Cambodian troops"."""
        match = re.match(r"((?:[A-Z][\w.]+(?:\s[A-Z][\w.]+)?(?:,|\s+and|,\s+and)\s+)+)([A-Z][\w.]+(?:\s[A-Z][\w.]+)?)\s+[a-z]", phrase.mention.text)
        if match is None:
            return []
        parts: list[Phrase] = []
        for piece in re.finditer(r"[A-Z][\w.]+(?:\s[A-Z][\w.]+)?", phrase.mention.text[: match.end(2)]):
            start = phrase.mention.span.start + piece.start()
            mention = Mention(piece.group(), Span(start, start + len(piece.group())))
            parts.append(Phrase(mention, piece.group().split()[-1].lower(), PhraseForm.NAME, sentence=phrase.sentence))
        return parts if all(self._country(part) for part in parts) else []

    def _name(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """An acronym that stood in brackets, or the last name of somebody named in full."""
        text = phrase.mention.text
        if text in self._short and self._short[text].mention.span.end < phrase.mention.span.start - 3:
            return (self._short[text],)
        words = [word for word in text.split() if word.lower().rstrip(".") not in MEN | WOMEN]
        if len(words) != 1 or not words[0][:1].isupper() or words[0].isupper():
            return ()
        found: dict[str, Phrase] = {}
        sharing: set[str] = set()
        for sentence in self._back(phrase, MEMORY):
            for earlier in sentence:
                if earlier.form is not PhraseForm.NAME or words[0] not in earlier.mention.text:
                    continue
                names = earlier.mention.text.split()
                if len(names) < 2 or words[0] not in {names[0], names[-1]}:
                    continue
                sharing.add(" ".join(names[-2:]))
                if self._is_person(earlier) and (names[-1] == words[0] or self._family_first(earlier)):
                    found.setdefault(" ".join(names[-2:]), earlier)
        if len(sharing) > 1:
            self._unclear.add(phrase.mention.span)
        return tuple(found.values()) if len(found) == len(sharing) == 1 else ()

    def _description(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The former president, the ministry, the group."""
        if phrase.head in ROLES and not phrase.plural:
            return self._described(phrase, persons=True)
        if phrase.head in BODIES and not phrase.plural:
            repeated = self._described(phrase, persons=False)
            return repeated or self._of_kind(phrase, BODIES[phrase.head])
        if phrase.head not in NEVER_REPEATED:
            return self._described(phrase, persons=False)
        return ()

    def _reach(self, phrase: Phrase) -> list[Phrase]:
        return [p for sentence in self._back(phrase) for p in reversed(sentence) if p.form is not PhraseForm.PRONOUN]

    def _described(self, phrase: Phrase, *, persons: bool) -> tuple[Phrase, ...]:
        """The phrase that holds the noun, else, of ``persons``, the only one of the nearest sentence, if nothing contradicts."""
        country, noun = self._country(phrase), singular_of(phrase.head)

        def fits(other: Phrase) -> bool:
            if self._is_apart(phrase, other):
                return False
            return self._is_person(other) is persons and (country is None or self._country(self._root(other)) in {country, None})

        before = self._reach(phrase)
        same = [p for p in before if noun in self._nouns(p) and fits(p)]
        if any(p.plural != phrase.plural and p.head not in SINGULAR_ONLY for p in same):
            return ()
        own = singulars_of(phrase.mention.text)
        longer = [p for p in same if own < singulars_of(p.mention.text) and self._agrees(phrase, p)]
        parties = self._distinct(longer)
        if parties:
            between = self._text[parties[0].mention.span.end : phrase.mention.span.start]
            return (self._root(parties[0]),) if len(parties) == 1 and not ANOTHER.search(between) else ()
        fitting = [p for p in before if fits(p)] if persons and not same else []
        if not fitting:
            return ()
        parties = self._distinct(p for p in fitting if not self._in_apposition(p))
        if len(parties) != 1 or self._is_joined(parties[0]) or not self._may_hold(phrase, parties[0]):
            return ()
        return (self._root(parties[0]),) if self._agrees(phrase, parties[0]) else ()

    def _may_hold(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether a named person can be "the former president": of the country that is stated, and not above the office."""
        root = self._root(other)
        method = self._lookup(root).method
        known = method in {"person", "surname"}
        if root.form is not PhraseForm.NAME or " of " in phrase.mention.text:
            return False
        if not known and len(words_of(root.mention.text)) < 2:
            return False
        country = self._country(phrase)
        if country is not None and country != self._country(root):
            return False
        return not (known and phrase.head in LESSER and self._sector(root) == "GOV")

    def _agrees(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether two phrases can be of one sector; office and former office are one."""
        one, two = self._sector(phrase), self._sector(self._root(other))
        office = {"GOV", "ELI", "LEG", "OPP", "PTY"}
        return one is None or two is None or one == two or (one in office and two in office) or phrase.head in MIXED

    def _of_kind(self, phrase: Phrase, kinds: frozenset[str]) -> tuple[Phrase, ...]:
        for sentence in self._back(phrase):
            fitting = [p for p in sentence if p.form is not PhraseForm.PRONOUN and self._kind_of(p) in kinds and not self._is_person(p)]
            fitting = [p for p in fitting if not (p.head in STATE and p.form is PhraseForm.NOMINAL) and not self._is_country(p)]
            parties = self._distinct(p for p in fitting if not (p.plural and p.form is PhraseForm.NOMINAL))
            named = [p for p in parties if self._root(p).form is PhraseForm.NAME or self._is_described_body(self._root(p))]
            if fitting:
                return (self._root(named[0]),) if len(parties) == len(named) == 1 and not self._is_joined(named[0]) else ()
        return ()




def _outermost(phrases: Sequence[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """Phrases in text order: those inside no other phrase's mention, and the nouns and names inside one ("the **group**'s camp").

    What the parser cuts off a hyphenated name ("al-") is no phrase.
    """
    ordered = sorted(dict.fromkeys(phrases), key=lambda p: (p.mention.span.start, -p.mention.span.end))
    kept: list[Phrase] = []
    inner: list[Phrase] = []
    for phrase in ordered:
        if not phrase.head[:1].isalnum():
            continue
        if kept and kept[-1].mention.span.contains(phrase.mention.span):
            if phrase.form is not PhraseForm.PRONOUN:
                inner.append(phrase)
        else:
            kept.append(phrase)
    return kept, inner
