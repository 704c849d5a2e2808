"""Inflected forms of lexicon words, generated from the base form.

The lexicon is matched by form, so no lemmatizer runs at coding time. Generation over-produces harmlessly (both "traveled" and
"travelled"); irregular forms come from ``data/irregular.tsv``.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

_VOWELS = "aeiou"


@lru_cache(maxsize=1)
def irregular_forms() -> dict[tuple[str, str], tuple[str, ...]]:
    """(lemma, VERB|NOUN) -> its irregular forms."""
    table: dict[tuple[str, str], tuple[str, ...]] = {}
    text = (files("dateline.ontology") / "data" / "irregular.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            lemma, pos, forms = line.split("\t")
            table[lemma, pos] = tuple(forms.split())
    return table


@lru_cache(maxsize=1)
def irregular_verbs() -> dict[str, str]:
    """Irregular forms of verbs to their base ("met" to "meet")."""
    return {form: lemma for (lemma, pos), forms in irregular_forms().items() if pos == "VERB" for form in forms}


def verb_forms(lemma: str) -> frozenset[str]:
    """All forms of a verb: base, third person, past, participles; British and American doubling."""
    forms = {lemma}
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        forms.add(lemma + "es")
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        forms.add(lemma[:-1] + "ies")
    elif lemma.endswith("o"):
        forms |= {lemma + "es", lemma + "s"}
    else:
        forms.add(lemma + "s")
    irregular = irregular_forms().get((lemma, "VERB"), ())
    forms |= _ing_forms(lemma) | set(irregular)
    if not irregular:
        forms |= _ed_forms(lemma)
    return frozenset(forms)


def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural of a noun."""
    irregular = irregular_forms().get((lemma, "NOUN"))
    if irregular:
        return frozenset({lemma, *irregular})
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return frozenset({lemma, lemma + "es"})
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return frozenset({lemma, lemma[:-1] + "ies"})
    return frozenset({lemma, lemma + "s"})


@lru_cache(maxsize=128)
def nouns_of(lemmas: tuple[str, ...]) -> frozenset[str]:
    """Singulars and plurals of nouns, "spokesmen" among those of "spokesman"."""
    forms = {form for lemma in lemmas for form in noun_forms(lemma)}
    return frozenset(forms | {lemma[:-3] + "men" for lemma in lemmas if lemma.endswith("man")})


def forms_of_verbs(lemmas: str) -> frozenset[str]:
    """All forms of some verbs, given as words parted by spaces."""
    return frozenset(form for lemma in lemmas.split() for form in verb_forms(lemma))


def forms_of_nouns(lemmas: str) -> frozenset[str]:
    """Singular and plural of some nouns, given as words parted by spaces."""
    return frozenset(form for lemma in lemmas.split() for form in noun_forms(lemma))


def _doubles(lemma: str) -> bool:
    """Whether the final consonant may double: consonant, vowel, consonant (not w, x, y)."""
    return (
        len(lemma) > 2
        and lemma[-1] not in _VOWELS + "wxy"
        and lemma[-2] in _VOWELS
        and (lemma[-3] not in _VOWELS or lemma[-3:-1] in {"ui"})
    )


def _ing_forms(lemma: str) -> set[str]:
    if lemma.endswith("ie"):
        return {lemma[:-2] + "ying"}
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return {lemma[:-1] + "ing"}
    forms = {lemma + "ing"}
    if _doubles(lemma):
        forms.add(lemma + lemma[-1] + "ing")
    if lemma.endswith("c"):
        forms.add(lemma + "king")
    return forms


def _ed_forms(lemma: str) -> set[str]:
    if lemma.endswith("e"):
        return {lemma + "d"}
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return {lemma[:-1] + "ied"}
    forms = {lemma + "ed"}
    if _doubles(lemma):
        forms.add(lemma + lemma[-1] + "ed")
    if lemma.endswith("c"):
        forms.add(lemma + "ked")
    return forms


@lru_cache(maxsize=65536)
def singular(form: str) -> str:
    """Best guess at the singular of a lower-case noun form ("soldiers" -> "soldier", "bodies" -> "body")."""
    known = _irregular_plurals().get(form)
    if known is not None:
        return known
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("ches", "shes", "sses", "xes", "zes")):
        return form[:-2]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3:
        return form[:-1]
    return form


@lru_cache(maxsize=1)
def _irregular_plurals() -> dict[str, str]:
    return {form: lemma for (lemma, pos), forms in irregular_forms().items() if pos == "NOUN" for form in forms}
