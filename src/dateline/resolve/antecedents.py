"""Which earlier phrase a pronoun or definite noun stands for: a small scored model over the phrases before it, "none" among them.

The candidates are the parties that fit by number, gender and kind. Each gets the sum of the weights of its features (how far back it
stands, subject or not, how many others fit, whether the noun is repeated ...), and "none" those of its own. The weights are fitted by
``scripts/train_antecedents.py`` as a conditional logit (McFadden 1974) and stand in ``data/antecedents.tsv``; the genders of given names
stand in ``data/given_names.tsv``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from typing import Final

from dateline.errors import DatelineError
from dateline.resolve.asked import is_asked
from dateline.resolve.compose import ARMED
from dateline.resolve.forces import is_states_force
from dateline.resolve.natures import Facts, Lookup, Natures, singular_of, singulars_of, words_of
from dateline.resolve.reference_words import (
    ANOTHER,
    BODIES,
    CALENDAR,
    COUNTRY_NOUNS,
    DUMMY,
    FORMER,
    GENERIC,
    JOINED,
    LESSER,
    MEMORY,
    MEN,
    NEUTER,
    NOBODY,
    OBJECTS,
    PERSON,
    PLURAL,
    PURPOSE,
    ROLES,
    SAYING,
    THINGS,
    TIMES,
    TWO_NAMES,
    WOMEN,
    is_human,
)
from dateline.types import Phrase, PhraseForm, Span

#: How many sentences back a candidate may stand; repeated nouns reach as far as the rules' memory.
REACH: Final = 3
_HE: Final = frozenset("he him his himself".split())
_OWNERS: Final = frozenset("his her its their".split())


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate: the phrase last used of it, the phrases that first name it (several of a row), and its features.

    ``parties`` is empty where the phrase is itself a reference without antecedent, so that choosing it gives no link.
    """

    at: Phrase
    parties: tuple[Phrase, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A reference with its candidates and the features of "none"."""

    phrase: Phrase
    kind: str
    options: tuple[Option, ...]
    none: tuple[str, ...]


class Candidates(Natures):
    """What has been read of a document: its phrases by sentence, the links found so far, and the candidates of a reference."""

    def __init__(self, text: str, lookup: Lookup, facts: Facts | None = None) -> None:
        super().__init__(text, lookup, facts)
        #: Of sentences that are read to their end, or so far: phrases in the order of candidates, their nouns, and rows, by how many phrases were read.
        self._ordered: dict[int, tuple[int, list[Phrase]]] = {}
        self._said: dict[int, tuple[int, frozenset[str]]] = {}
        self._rows: dict[tuple[Phrase, int], list[Phrase]] = {}
        self._repeated: dict[Phrase, bool] = {}
        self._links: dict[Span, tuple[Phrase, ...]] = {}
        self._unclear: set[Span] = set()
        self._sentences: dict[int, list[Phrase]] = {}
        self._inside: dict[int, list[Phrase]] = {}
        self._genders: dict[str, str] = {}

    def _is_apart(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether a state's force is told apart from an armed group whose name holds the noun ("the **army**" beside an "Army" of rebels)."""
        return is_states_force(phrase) and self._sector(self._root(other)) in ARMED

    # --- rows, roots and parties ---------------------------------------------------------------------------------------------

    def _root(self, phrase: Phrase) -> Phrase:
        """The first phrase that names the party, along links to one antecedent."""
        linked = self._links.get(phrase.mention.span, ())
        return linked[0] if len(linked) == 1 else phrase

    def _party(self, phrase: Phrase) -> str:
        chosen = self._lookup(phrase).chosen
        if chosen and chosen.entity and phrase.form is PhraseForm.NAME:
            return chosen.entity
        return words_of(phrase.mention.text)[-1] if phrase.form is PhraseForm.NAME else phrase.mention.text.lower()

    def _is_joined(self, phrase: Phrase) -> bool:
        """Whether a phrase is one of several joined ones, or holds two names that the parser left together."""
        if len(self._row(phrase)) > 1:
            return True
        return TWO_NAMES.search(phrase.mention.text) is not None and self._lookup(phrase).method != "country"

    def _row(self, phrase: Phrase) -> list[Phrase]:
        """The phrases joined to one by commas and "and", itself included."""
        sentence = self._sentences.get(phrase.sentence, [])
        key = (phrase, len(sentence))
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = self._read_row(phrase, sentence)
        return found

    def _read_row(self, phrase: Phrase, sentence: Sequence[Phrase]) -> list[Phrase]:
        if phrase not in sentence:
            return [phrase]
        at = sentence.index(phrase)
        first = last = at
        while first and self._joins(sentence[first - 1], sentence[first]):
            first -= 1
        while last + 1 < len(sentence) and self._joins(sentence[last], sentence[last + 1]):
            last += 1
        row = list(sentence[first : last + 1])
        between = self._text[row[0].mention.span.start : row[-1].mention.span.end]
        return row if re.search(r"\b(?:and|or)\b|&", between) else [phrase]

    def _joins(self, one: Phrase, two: Phrase) -> bool:
        return bool(JOINED.match(self._text[one.mention.span.end : two.mention.span.start]))

    def _in_apposition(self, phrase: Phrase) -> bool:
        """Whether a noun only says what the name right before it is ("elected Jalal Talabani president", "Castro, the host,")."""
        if phrase.form is not PhraseForm.NOMINAL:
            return False
        if self._names_next(phrase):
            return True
        before = [p for p in self._sentences.get(phrase.sentence, []) if p.mention.span.end < phrase.mention.span.start]
        if not before or before[-1].form is not PhraseForm.NAME:
            return False
        between = self._text[before[-1].mention.span.end : phrase.mention.span.start]
        return bool(re.fullmatch(r",?\s+(?:the\s+|an?\s+|as\s+|its\s+|his\s+|her\s+|their\s+)?", between))

    def _named_by(self, phrase: Phrase) -> Phrase | None:
        """The name of which a noun after a comma says what it is ("Andry Rajoelina, **a former mayor**,")."""
        if phrase.form is not PhraseForm.NOMINAL or phrase.plural:
            return None
        before = [p for p in self._sentences.get(phrase.sentence, []) if p.mention.span.end < phrase.mention.span.start]
        if not before or before[-1].form is not PhraseForm.NAME or len(self._row(before[-1])) > 1:
            return None
        opens = re.fullmatch(r",\s+(?:the\s+|an?\s+)", self._text[before[-1].mention.span.end : phrase.mention.span.start])
        closes = self._text[phrase.extended.end if phrase.extended else phrase.mention.span.end :][:1] == ","
        return before[-1] if opens and closes else None

    def _names_on(self, phrase: Phrase) -> Phrase | None:
        """The name right behind a noun for one person that the parser left apart ("**the novelist** Boualem Sansal")."""
        if not self._leads(phrase):
            return None
        end = phrase.mention.span.end
        return next((p for p in self._sentences.get(phrase.sentence, ()) if p.mention.span.start == end + 1 and p.form is PhraseForm.NAME), None)

    def _leads(self, phrase: Phrase) -> bool:
        """Whether a noun for one person stands right before a name, so that it only says what its bearer is."""
        if phrase.form is not PhraseForm.NOMINAL or phrase.plural or not is_human(phrase.head):
            return False
        name = re.match(r" ([A-Z][\w.-]+)", self._text[phrase.mention.span.end :][:40])
        return name is not None and name.group(1).lower() not in CALENDAR

    def _names_next(self, phrase: Phrase) -> bool:
        """Whether a title is followed by its holder between commas ("Haiti's police chief, Leon Charles, resigned")."""
        after = [p for p in self._sentences.get(phrase.sentence, []) if p.mention.span.start > phrase.mention.span.end]
        if not after or after[0].form is not PhraseForm.NAME:
            return False
        name = after[0].mention.span
        return self._text[phrase.mention.span.end : name.start] == ", " and self._text[name.end : name.end + 1] in {",", "."}

    # --- gender --------------------------------------------------------------------------------------------------------------

    def _gender(self, phrase: Phrase) -> str | None:
        """``m``, ``f`` or ``None`` where neither a title nor a given name nor an earlier pronoun tells."""
        root = self._root(phrase)
        words = [*words_of(root.mention.text), root.head]
        if phrase.form is PhraseForm.PRONOUN and phrase.mention.text.lower() in PERSON:
            return "m" if phrase.mention.text.lower() in _HE else "f"
        if WOMEN.intersection(words) or words[-1].endswith("woman"):
            return "f"
        if MEN.intersection(words) or words[-1].endswith("man"):
            return "m"
        known = self._genders.get(self._party(root))
        if known is not None or root.form is not PhraseForm.NAME:
            return known
        chosen = self._lookup(root).chosen
        full = words_of(chosen.entity) if chosen and chosen.entity else words
        return next((genders()[word] for word in full[:-1] if word in genders()), None)

    def _learn(self, phrase: Phrase, found: Sequence[Phrase]) -> None:
        """A linked "she" tells the gender of whoever she is."""
        if len(found) == 1 and phrase.form is PhraseForm.PRONOUN and phrase.mention.text.lower() in PERSON:
            self._genders[self._party(found[0])] = "m" if phrase.mention.text.lower() in _HE else "f"

    # --- candidates ----------------------------------------------------------------------------------------------------------

    def kind_of_reference(self, phrase: Phrase) -> str | None:
        """``he``, ``it``, ``they``, ``role``, ``body``, ``country`` or ``noun``; ``None`` for what the model does not judge."""
        word = phrase.mention.text.lower()
        if phrase.form is PhraseForm.PRONOUN:
            return next((name for name, group in (("he", PERSON), ("it", NEUTER), ("they", PLURAL)) if word in group), None)
        if self._number(phrase, word) is not None or not self._definite(phrase):
            return None
        if phrase.head in COUNTRY_NOUNS:
            return "country"
        if phrase.head in BODIES:
            return "body"
        return "role" if not phrase.plural and is_human(phrase.head) else "noun"

    def choice(self, phrase: Phrase) -> Choice | None:
        """The candidates of a reference with their features; ``None`` for what the model does not judge."""
        kind = self.kind_of_reference(phrase)
        if kind is None:
            return None
        fitting = self._fitting(phrase, kind)
        rivals = [at for at, _, _ in fitting]
        options = tuple(
            Option(at, parties, tuple(self._features(phrase, kind, at, parties, count, rivals))) for at, parties, count in fitting
        )
        return Choice(phrase, kind, options, tuple(self._of_none(phrase, kind, rivals)))

    def _fitting(self, phrase: Phrase, kind: str) -> list[tuple[Phrase, tuple[Phrase, ...], int]]:
        """One phrase a party, the nearest first: with its roots and how often the party was mentioned."""
        reach = REACH if kind in {"he", "it", "they"} else MEMORY
        noun = singular_of(phrase.head)
        found: dict[tuple[str, ...], tuple[Phrase, tuple[Phrase, ...], int]] = {}
        for number in range(phrase.sentence, max(-1, phrase.sentence - reach - 1), -1):
            far, before = phrase.sentence - number > REACH, self._candidates_of(number, phrase)
            if far and noun not in self._nouns_among(number, before):
                continue
            for at in before:
                if far and noun not in self._nouns(at):
                    continue  # so far back only a repeated noun fits
                if phrase.extended is not None and at.mention.span.overlaps(phrase.extended):
                    continue
                parties = self._as_parties(phrase, kind, at)
                if parties is None or self._repeats(at):
                    continue
                key = tuple(sorted(self._key(p) for p in parties)) or (f"?{at.mention.span.start}",)
                if key in found:
                    found[key] = (*found[key][:2], found[key][2] + 1)
                else:
                    found[key] = (at, parties, 1)
        return list(found.values())

    def _candidates_of(self, number: int, phrase: Phrase) -> list[Phrase]:
        """The phrases of a sentence that stand before one, subjects first, the nearest first."""
        read = self._sentences.get(number, [])
        known = self._ordered.get(number)
        if known is not None and known[0] == len(read) and number < phrase.sentence:
            return known[1]
        inner = [p for p in self._inside.get(number, ()) if p.mention.span.end <= phrase.mention.span.start]
        here = sorted([*read, *inner], key=lambda p: (not p.subject, -p.mention.span.start))
        if number < phrase.sentence:
            self._ordered[number] = (len(read), here)
        return here

    def _nouns_among(self, number: int, phrases: Sequence[Phrase]) -> frozenset[str]:
        """The nouns of the phrases of a sentence that is read to its end."""
        known = self._said.get(number)
        if known is None or known[0] != len(phrases):
            known = self._said[number] = (len(phrases), frozenset().union(*map(self._nouns, phrases)))
        return known[1]

    def _repeats(self, at: Phrase) -> bool:
        """Whether a phrase only names again what the one right before it is; all before it has been read, so that it is judged once."""
        found = self._repeated.get(at)
        if found is None:
            found = self._repeated[at] = self._names_again(at)
        return found

    def _names_again(self, at: Phrase) -> bool:
        """Whether a phrase only names again what the one right before it is ("the diplomat **Assadollah Assadi**", "(**PKK**)")."""
        start, end = at.mention.span.start, at.mention.span.end
        if self._text[start - 1 : start] == "(" and self._text[end : end + 1] == ")":
            return True
        before = [p for p in self._sentences.get(at.sentence, ()) if p.mention.span.end < start]
        return bool(before) and before[-1].form is not PhraseForm.PRONOUN and re.fullmatch(r"\s+|-", self._text[before[-1].mention.span.end : start]) is not None

    def _key(self, phrase: Phrase) -> str:
        """What tells parties apart: the entity or name, for a noun the whole phrase ("a clerk at the bank")."""
        if phrase.form is not PhraseForm.NOMINAL or phrase.extended is None:
            return self._party(phrase)
        return self._text[phrase.extended.start : phrase.extended.end].lower()

    def _as_parties(self, phrase: Phrase, kind: str, at: Phrase) -> tuple[Phrase, ...] | None:
        """Whom a phrase names, if they fit the reference; nobody where it is an unresolved reference itself."""
        if kind in {"he", "it", "they"} and self._is_bound(phrase, at):
            return None
        if kind == "they":
            row = self._row(at)
            if len(row) > 1 and at is row[0]:
                return tuple(self._root(p) for p in row)
        if not self._fits(phrase, kind, at):
            return None
        linked = self._links.get(at.mention.span, ())
        if linked:
            return linked
        named = self._named_by(at) or self._names_on(at)
        if named is not None:
            return (self._root(named),)
        if kind not in {"he", "it", "they"} and ANOTHER.search(self._text[at.mention.span.end : phrase.mention.span.start]):
            return ()
        return () if at.form is PhraseForm.PRONOUN or at.mention.span in self._unclear else (at,)

    def _is_bound(self, phrase: Phrase, at: Phrase) -> bool:
        """Whether a phrase is, or stands for, the subject of the clause whose object the pronoun is, or in which something is asked of it."""
        asked = is_asked(phrase, self._text)
        if not asked and (phrase.subject or phrase.mention.text.lower() not in OBJECTS | {"it"}):
            return False
        subjects = [p for p in self._sentences.get(phrase.sentence, ()) if p.subject]
        return bool(subjects) and (at is subjects[-1] or self._root(at) == self._root(subjects[-1]))

    def _fits(self, phrase: Phrase, kind: str, at: Phrase) -> bool:
        word = at.mention.text.lower()
        if at.head in CALENDAR or at.head in TIMES:
            return False
        if kind == "he":
            wanted = "m" if phrase.mention.text.lower() in _HE else "f"
            person = (word in PERSON if at.form is PhraseForm.PRONOUN else self._is_person(at)) and not self._in_apposition(at)
            return person and self._gender(at) in {wanted, None}
        if kind == "they":
            if at.form is PhraseForm.PRONOUN:
                return word in PLURAL or word in {"both", "those"}
            return at.plural or len(self._links.get(at.mention.span, ())) > 1 or self._lookup(at).method == "people"
        if kind == "it":
            if at.form is PhraseForm.PRONOUN:
                return word in NEUTER
            return not at.plural and not self._is_person(at)
        return self._noun_fits(phrase, kind, at)

    def _noun_fits(self, phrase: Phrase, kind: str, at: Phrase) -> bool:
        if at.form is PhraseForm.PRONOUN or (at.plural != phrase.plural and at.form is PhraseForm.NOMINAL):
            return False
        if self._is_apart(phrase, at):
            return False
        near = phrase.sentence - at.sentence <= REACH
        if self._same_noun(phrase, at):
            return not self._other_country(phrase, at) and (at.form is PhraseForm.NAME or self._adds_nothing(phrase, at))
        if kind == "role":
            return near and at.form is PhraseForm.NAME and self._is_person(at) and not self._contradicts(phrase, at)
        if kind == "body":
            named = at.form is PhraseForm.NAME or self._is_described_body(at)
            fits = near and named and self._kind_of(at) in BODIES[phrase.head] and not self._is_person(at) and not self._is_country(at)
            return fits and not (phrase.head in PURPOSE and len(words_of(phrase.mention.text)) > 1)
        return kind == "country" and near and self._lookup(at).method == "country"

    def _same_noun(self, phrase: Phrase, at: Phrase) -> bool:
        return singular_of(phrase.head) in self._nouns(at)

    @staticmethod
    def _adds_nothing(phrase: Phrase, at: Phrase) -> bool:
        """Whether all that a repeated noun is called was said before ("the food agency" is no longer "the aid agency")."""
        said = singulars_of(at.mention.text)
        return all(singular_of(word) in said or word in FORMER for word in words_of(phrase.mention.text))

    def _other_country(self, phrase: Phrase, at: Phrase) -> bool:
        country, own = self._country(phrase), self._country(self._root(at))
        return country is not None and own is not None and country != own

    def _contradicts(self, phrase: Phrase, at: Phrase) -> bool:
        """Whether a named person cannot be "the former Norwegian minister": of another country or gender, or above the office."""
        if self._other_country(phrase, at):
            return True
        one, two = self._gender(phrase), self._gender(at)
        if one is not None and two is not None and one != two:
            return True
        known = self._lookup(self._root(at)).method in {"person", "surname"}
        if not known and len(words_of(self._root(at).mention.text)) < 2:
            return True  # of a bare "Clinton" nothing says what office he or she held
        return known and phrase.head in LESSER and self._sector(self._root(at)) == "GOV"

    # --- features ------------------------------------------------------------------------------------------------------------

    def _features(
        self, phrase: Phrase, kind: str, at: Phrase, parties: Sequence[Phrase], count: int, rivals: Sequence[Phrase]
    ) -> list[str]:
        """The features of a candidate, each also with the kind of the reference: where it stands, what it is, and who else fits."""
        back = min(phrase.sentence - at.sentence, 4)
        own = "subject" if at.subject else "other"
        near = [p.subject for p in rivals if p.sentence == at.sentence and p is not at]
        later = sum(p.sentence > at.sentence for p in rivals)
        row = len(self._row(at))
        among = (min(len(near), 2), min(later, 2), min(sum(near), 2), min(count, 3))
        out = ["only"] if len(rivals) == 1 else []
        out += ["nearest"] if rivals[0] is at else []
        out += [f"row {own}" if kind == "they" and len(parties) > 1 else f"in row {own}"] if row > 1 else []
        out += ["unresolved"] if not parties else []
        out += ["place"] if self._is_place(at) else []
        out += ["two names"] if row == 1 and TWO_NAMES.search(at.mention.text) else []
        out += ["inside"] if at in self._inside.get(at.sentence, ()) else []
        out += ["opens sentence"] if self._sentences.get(at.sentence, [None])[0] is at else []
        if back == 0:
            between = self._text[at.mention.span.end : phrase.mention.span.start]
            out += [f"said {own}"] if SAYING.search(between) else []
            out += [f"clause {own}"] if re.search(r"[;:]|,\s+(?:and|but|while|so)\b", between) else []
            out += [f"relative {own}"] if re.search(r"\b(?:that|which|who|whom|where)\b", between) else []
        return [*_standing(kind, _role(phrase), own, at.form.value, back, *among), *_both(kind, [*out, *self._natures(phrase, kind, at)])]

    def _natures(self, phrase: Phrase, kind: str, at: Phrase) -> list[str]:
        """What a candidate is by itself and beside the reference."""
        root = self._root(at)
        out = [f"method {self._lookup(root).method}"] if root.form is not PhraseForm.PRONOUN else ["pronoun root"]
        if kind == "he":
            out += ["gender known" if self._gender(at) else "gender open", "of person" if self._of_person(at) else "own person"]
        elif kind in {"it", "they"}:
            sector = self._sector(root)
            out += [f"sector {'none' if sector in {None, 'UNK'} else 'known'}", "country" if self._country(root) else "no country"]
            out += ["thing"] if at.head in THINGS else []
            out += ["person noun"] if kind == "they" and is_human(singular_of(at.head)) else []
        else:
            out += self._noun_natures(phrase, at, root)
        return out

    def _noun_natures(self, phrase: Phrase, at: Phrase, root: Phrase) -> list[str]:
        mine, theirs = singulars_of(phrase.mention.text), singulars_of(at.mention.text)
        out = ["modified" if len(mine) > 1 else "bare"]
        if self._same_noun(phrase, at):
            out += ["same noun", "same noun longer" if mine < theirs else "same noun equal" if mine == theirs else "same noun other"]
        country, own = self._country(phrase), self._country(root)
        if country is not None:
            out.append("country agrees" if country == own else "country open" if own is None else "country differs")
        one, two = self._sector(phrase), self._sector(root)
        out.append("sector open" if one is None or two is None else "sector agrees" if one == two else "sector differs")
        out += ["role word"] if phrase.head in ROLES else []
        if root.form is PhraseForm.NAME and self._is_person(root):
            out += self._office(phrase, root)
        return out

    def _office(self, phrase: Phrase, root: Phrase) -> list[str]:
        """Whether a person has held the office that a noun names, by the words before the name or by the knowledge base."""
        if phrase.head in words_of(root.mention.text):
            return ["office in title"]
        found = self._lookup(root)
        entity = found.chosen.entity if found.chosen else None
        if found.method not in {"person", "surname"} or not entity:
            return ["office open"]
        held = " ".join(one.detail for one in (found.chosen, *found.candidates) if one is not None and one.entity == entity)
        generic = "generic" if phrase.head in GENERIC or phrase.head not in ROLES else "office"
        return [f"{generic} held" if phrase.head in words_of(held) else f"{generic} not held"]

    def _of_none(self, phrase: Phrase, kind: str, rivals: Sequence[Phrase]) -> Iterable[str]:
        """The features of "none": how many fit, here and nearest."""
        near = [p for p in rivals if p.sentence == rivals[0].sentence] if rivals else []
        names = [kind, f"fits {min(len(rivals), 4)}", f"near {min(len(near), 3)}", _role(phrase)]
        names += [f"near subjects {min(sum(p.subject for p in near), 2)} of {min(len(near), 3)}"]
        names += [f"near row {sum(p.subject for p in near) > 0}"] if any(len(self._row(p)) > 1 for p in near) else []
        names += ["unresolved near"] if any(p.mention.span in self._unclear for p in near) else []
        names += ["same nouns"] if kind not in {"he", "it", "they"} and sum(self._same_noun(phrase, p) for p in rivals) > 1 else []
        if phrase.form is PhraseForm.PRONOUN:
            names += ["dummy"] if DUMMY.match(self._text, phrase.mention.span.end) or NOBODY.match(self._text, phrase.mention.span.start) else []
        else:
            names += ["modified" if len(words_of(phrase.mention.text)) > 1 else "bare"]
        return ["none", *(f"none {name}" for name in names), *(f"{kind}:none {name}" for name in names)]


def _both(kind: str, names: Iterable[str]) -> Iterable[str]:
    for name in names:
        yield name
        yield f"{kind}:{name}"


@lru_cache(maxsize=4096)
def _standing(kind: str, role: str, own: str, form: str, back: int, beside: int, later: int, others: int, times: int) -> tuple[str, ...]:
    """The features of where a candidate stands among those that fit: there are few such places."""
    names = (
        f"back {back}", f"back {back} {own}", f"{role} of {own}", f"beside {beside}", f"later {later}", form,
        f"beside {beside} {own}", f"{own} other subjects {others}", f"times {times}", f"{form} {own}",
    )  # fmt: skip
    return tuple(_both(kind, names))


def _role(phrase: Phrase) -> str:
    if phrase.subject:
        return "subject"
    return "owner" if phrase.mention.text.lower() in _OWNERS else "object"


def probabilities(choice: Choice, by: Mapping[str, float]) -> list[float]:
    """The probability of each option, then that of none."""
    scores = [sum(map(by.get, names, repeat(0.0))) for names in (*(o.names for o in choice.options), choice.none)]
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The fitted weights of the package.

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    table: dict[str, float] = {}
    for number, name, value in _rows("antecedents.tsv"):
        try:
            table[name] = float(value)
        except ValueError as error:
            raise DatelineError("E311", f"antecedents.tsv, line {number}", f"{value!r} is no weight") from error
    return table


@lru_cache(maxsize=1)
def genders() -> Mapping[str, str]:
    """Lower-case given names that are nearly always of one gender, with it (``m`` or ``f``).

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    table: dict[str, str] = {}
    for number, name, value in _rows("given_names.tsv"):
        if value not in {"m", "f"}:
            raise DatelineError("E311", f"given_names.tsv, line {number}", f"{value!r} is neither m nor f")
        table[name] = value
    return table


def _rows(name: str) -> Iterable[tuple[int, str, str]]:
    text = (files("dateline.resolve") / "data" / name).read_text("utf-8")
    for number, line in enumerate(text.splitlines()[1:], 2):
        key, _, value = line.partition("\t")
        yield number, key, value
