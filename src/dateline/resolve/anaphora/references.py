"""References inside a document: pronouns, "the two countries", "the ministry", acronyms, last names after full names.

Each rule takes the nearest sentence that offers a fitting antecedent and abstains where that sentence offers two equally good ones:
a wrong party costs more than a missing one. Antecedents are followed to the first phrase that names the party. What the rules find is
weighed against the other candidates (:func:`settle`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dateline.resolve.anaphora.choice import Choice, Option, probabilities, weights
from dateline.resolve.anaphora.counted import Counted
from dateline.resolve.anaphora.descriptions import Descriptions
from dateline.resolve.anaphora.natures import Facts, Lookup
from dateline.resolve.anaphora.pronouns import Pronouns
from dateline.resolve.anaphora.words import (
    BODIES,
    NEUTER,
    NOBODY,
    OWNED,
    OWNERS,
    PERSON,
    PLURAL,
    ROLES,
    SHORT,
)
from dateline.types import Phrase, PhraseForm, Span

#: Probability from which the antecedent that the rules give is taken, and from which the model's own is: the lowest at which precision on the
#: written cases, over ten folds, stays above 0.92 (``scripts/train_antecedents.py --cross``; see bench/results/references.md).
AGREED, ALONE = 0.65, 0.85
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


class _Reader(Pronouns, Counted, Descriptions):
    """What has been read of a document: its phrases by sentence, and the links found so far."""

    def __init__(self, text: str, lookup: Lookup, decide: Decide, facts: Facts | None) -> None:
        super().__init__(text, lookup, facts)
        self._short = {}
        self._decide = decide
        self._strict = decide is not by_rules
        self._names: dict[int, Phrase] = {}
        self._spoken = {}

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
        if not self._strict:
            return False
        return bool(found) or self._decide is not settle or self.kind_of_reference(phrase) not in ONLY_AGREED

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
