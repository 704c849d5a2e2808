"""References and phrases without a country of their own, on the corpus training passages: precision and recall of country and sector.

    python bench/references.py [--half held-out|development] [--folder corpus/train] [--show CLASS]

The project's resolver gets the annotated parties of each passage as the parse gives them (no coder is involved), so that what is
measured is resolution alone. Passages are split by hash; rules and weights are made on the development half.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.resolve import Resolver, resolve_extraction
from dateline.training.corpus import load_corpus
from dateline.training.parties import GoldExtraction, GoldParty, gold_extractions, half_of
from dateline.types import Participant, Phrase, PhraseForm

ROOT = Path(__file__).resolve().parent.parent
PRONOUNS = {
    "he, she": frozenset("he him his she her himself herself".split()),
    "it": frozenset("it its itself".split()),
    "they": frozenset("they them their themselves".split()),
    "I, we": frozenset("i me my we us our".split()),
}
_SEVERAL = re.compile(r"\b(?:both|(?:two|three|four)\s+(?:\w+\s+)?(?:countr\w+|nations|states|sides|governments|leaders|neighbou?rs|parties))\b", re.I)


def class_of(party: GoldParty, found: GoldExtraction, resolver: Resolver) -> str:
    """The class of reference of an annotated party."""
    phrase, text = party.phrase, found.document.text
    words = phrase.mention.text.lower()
    if len(party.countries) > 1 or _SEVERAL.fullmatch(words):
        return "two countries"
    if phrase.form is PhraseForm.PRONOUN:
        return next((name for name, group in PRONOUNS.items() if words in group), "other pronoun")
    own = resolver.actor(phrase.mention.text, on=found.document.published, head=phrase.head).chosen
    if own is not None and own.country:
        return "with a country of its own"
    if phrase.form is PhraseForm.NAME:
        return "last name" if " " not in words and _named_before(phrase, found.extraction.phrases) else "unknown name"
    before = text[max(0, phrase.mention.span.start - 4) : phrase.mention.span.start].lower()
    return "definite noun" if before == "the " else "bare noun"


def _named_before(phrase: Phrase, phrases: Sequence[Phrase]) -> bool:
    word = phrase.mention.text
    return any(p.mention.span.end < phrase.mention.span.start and p.mention.text.endswith(" " + word) for p in phrases)


def outcomes(found: GoldExtraction, resolver: Resolver) -> Iterator[tuple[GoldParty, frozenset[str], str | None]]:
    """Each party with the countries and the sector that the resolver gives."""
    resolved = resolve_extraction(found.document, found.extraction, resolver)
    for party in found.parties:
        act = resolved[party.act]
        said = act.attribution
        if party.role == "speaker":
            yield party, frozenset([said.country] if said and said.country else ()), None
            continue
        group: tuple[Participant, ...] = act.actors if party.role == "actors" else act.recipients
        got = [p for p in group if p.span == party.phrase.mention.span]
        yield party, frozenset(p.country for p in got if p.country), got[0].sector if got else None


def main() -> int:
    """Prints a table with one line a class of reference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["held-out", "development", "all"], default="held-out")
    parser.add_argument("--folder", type=Path, default=ROOT / "corpus" / "train")
    parser.add_argument("--show", help="print what is wrong of a class")
    options = parser.parse_args()
    resolver = Resolver.load()
    passages = [p for file in load_corpus(options.folder) for p in file.passages if options.half in {"all", half_of(p)}]
    counts: Counter[tuple[str, str]] = Counter()
    seconds, sentences = 0.0, 0
    for found in gold_extractions(passages):
        start = time.perf_counter()
        rows = list(outcomes(found, resolver))
        seconds, sentences = seconds + time.perf_counter() - start, sentences + len(found.extraction.sentences)
        for party, countries, sector in rows:
            kind = class_of(party, found, resolver)
            if party.role == "speaker":
                kind = f"speaker, {'own country' if 'own' in kind else 'no country'}"
            for name in (kind, "all without a country of their own") if "speaker" not in kind and kind != "with a country of its own" else (kind,):
                count(counts, name, party, countries, sector)
            if kind == options.show and countries != party.countries:
                print(f"{party.phrase.mention.text!r} {party.role} of {found.extraction.mentions[party.act].trigger.text!r}:"
                      f" {sorted(countries)}, not {sorted(party.countries)} in: {found.document.text}\n")  # fmt: skip
    print_table(counts)
    print(f"\n{len(passages)} passages, {sentences} sentences, {1000 * seconds / max(1, sentences):.3f} ms a sentence")
    return 0


def count(counts: Counter[tuple[str, str]], kind: str, party: GoldParty, countries: frozenset[str], sector: str | None) -> None:
    """Adds an outcome to the counts of a class."""
    right = countries == party.countries
    counts[kind, "n"] += 1
    counts[kind, "wanted"] += bool(party.countries)
    counts[kind, "given"] += bool(countries)
    counts[kind, "right"] += bool(countries) and right
    counts[kind, "sector wanted"] += party.sector is not None
    counts[kind, "sector given"] += sector is not None
    counts[kind, "sector right"] += sector is not None and sector == party.sector


def print_table(counts: Counter[tuple[str, str]]) -> None:
    """Precision, recall and F1 of country, and of sector, by class."""
    print(f"{'class':<36}{'n':>6}   country P     R    F1   sector P     R    F1")
    for kind in sorted({name for name, _ in counts}, key=lambda name: -counts[name, "n"]):
        cells = []
        for prefix in ("", "sector "):
            right, given, wanted = (counts[kind, prefix + key] for key in ("right", "given", "wanted"))
            cells += [right / max(1, given), right / max(1, wanted), 2 * right / max(1, given + wanted)]
        print(f"{kind:<36}{counts[kind, 'n']:>6}  " + "".join(f"{cell:>9.3f}" if i in {0, 3} else f"{cell:>6.3f}" for i, cell in enumerate(cells)))


if __name__ == "__main__":
    sys.exit(main())
