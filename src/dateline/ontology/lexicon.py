"""The predicate lexicon: which words report which act, under which conditions, and where their parties stand.

The files :data:`LEXICON_FILES` hold one sense a line; its columns are explained in ``docs`` and in :class:`Sense`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from dateline.ontology.inflect import noun_forms, verb_forms

#: Pseudo-types of the lexicon: a blocked sense, and a reporting verb.
NONE = "NONE"
REPORT = "REPORT"
#: The lexicon's files: types of cooperation with reporting verbs, and types of conflict.
LEXICON_FILES = ("lexicon_cooperation.tsv", "lexicon_conflict.tsv")


@dataclass(frozen=True, slots=True)
class Sense:
    """A sense of a predicate.

    Attributes:
        lemma: base form.
        pos: VERB, NOUN or ADJ.
        particles: particles or prepositions one of which must go with it (empty: no condition).
        objects: lemmas one of which must be its object (verb) or modifier (noun).
        not_objects: lemmas that must not be.
        type: PLOVER type, or NONE (blocked), or REPORT.
        modes: PLOVER modes.
        recipient: where the recipient stands, in order of preference (obj, dative, poss, a preposition, sym, none, actor-of).
        cameo: CAMEO leaf code.
        complement: what a clause under it is: content, negate, act or empty.
    """

    lemma: str
    pos: str
    particles: frozenset[str]
    objects: frozenset[str]
    not_objects: frozenset[str]
    type: str
    modes: tuple[str, ...]
    recipient: tuple[str, ...]
    cameo: str
    complement: str

    @property
    def specificity(self) -> int:
        """How many conditions it has; the most specific sense that fits wins."""
        return 2 * bool(self.objects) + 2 * bool(self.particles) + bool(self.not_objects)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Senses by (coarse part of speech, lower-case form), and all forms."""

    senses: tuple[Sense, ...]
    by_form: dict[tuple[str, str], tuple[Sense, ...]]
    forms: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "forms", frozenset(form for _, form in self.by_form))

    def lookup(self, pos: str, form: str) -> tuple[Sense, ...]:
        """Senses of a lower-case form as VERB, NOUN or ADJ, most specific first."""
        return self.by_form.get((pos, form), ())

    def without(self, index: int) -> Lexicon:
        """The lexicon less its ``index``-th sense (for tests of how much hangs on one entry)."""
        return _index(self.senses[:index] + self.senses[index + 1 :])


def parse_sense(line: str) -> Sense:
    """Parse one tab-separated line of the lexicon.

    Raises:
        ValueError: the line has not nine columns.
    """
    columns = [column.strip() for column in line.rstrip("\n").split("\t")]
    columns += [""] * (9 - len(columns))
    if len(columns) != 9:
        raise ValueError(f"a lexicon line has nine columns, not {len(columns)}: {line!r}")
    lemma, pos, particle, objects, kind, modes, recipient, cameo, complement = columns
    negative = objects.startswith("!")
    words = frozenset(_list(objects.lstrip("!")))
    return Sense(
        lemma=lemma,
        pos=pos,
        particles=frozenset(_list(particle)),
        objects=frozenset() if negative else words,
        not_objects=words if negative else frozenset(),
        type=kind,
        modes=tuple(_list(modes)),
        recipient=tuple(_list(recipient)),
        cameo=cameo,
        complement=complement,
    )


def _list(text: str) -> list[str]:
    return [item.strip().lstrip("!") for item in text.split(",") if item.strip()]


def _forms(sense: Sense) -> frozenset[str]:
    if sense.pos == "VERB":
        return verb_forms(sense.lemma)
    return noun_forms(sense.lemma) if sense.pos == "NOUN" else frozenset({sense.lemma})


def _index(senses: tuple[Sense, ...]) -> Lexicon:
    table: dict[tuple[str, str], list[Sense]] = defaultdict(list)
    for sense in senses:
        for form in _forms(sense):
            table[sense.pos, form].append(sense)
    ordered = {key: tuple(sorted(group, key=lambda s: -s.specificity)) for key, group in table.items()}
    return Lexicon(senses, ordered)


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon of the package."""
    folder = files("dateline.ontology") / "data"
    senses: list[Sense] = []
    for name in LEXICON_FILES:
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        rows = [line for line in lines if line.strip() and not line.startswith("#")]
        senses += [parse_sense(line) for line in rows[1:]]
    return _index(tuple(senses))


def acts_named(word: str) -> tuple[str, ...]:
    """The types of the acts that a word in lower case names without more, as a noun before as a verb.

    >>> acts_named("tariff"), acts_named("weather")
    (('SANCTION',), ())
    """
    senses = load_lexicon().by_form
    for pos in ("NOUN", "VERB"):
        found = dict.fromkeys(one.type for one in senses.get((pos, word), ()) if not one.particles and not one.objects and one.type not in (NONE, REPORT))
        if found:
            return tuple(found)
    return ()
