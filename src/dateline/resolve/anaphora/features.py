"""What speaks for a candidate of a reference, and for none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from dateline.resolve.anaphora.natures import singular_of, singulars_of, words_of
from dateline.resolve.anaphora.parties import Parties
from dateline.resolve.anaphora.words import (
    DUMMY,
    GENERIC,
    NOBODY,
    ROLES,
    SAYING,
    THINGS,
    TWO_NAMES,
    is_human,
)
from dateline.types import Phrase, PhraseForm

_OWNERS: Final = frozenset("his her its their".split())


class Features(Parties):
    """The features of the candidates of a reference, by name."""

    def _same_noun(self, phrase: Phrase, at: Phrase) -> bool:
        return singular_of(phrase.head) in self._nouns(at)

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
