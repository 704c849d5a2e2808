"""Whose the deed, the measure or the charge is that somebody judges by a bare noun."""

from __future__ import annotations

import pytest
from test_resolve_document import RESOLVER, Text

from dateline.resolve import resolve_extraction
from dateline.types import Extraction, Mention, Phrase, PhraseForm, RawMention, Span

#: An act of a sentence: who, the trigger, its type, to whom ("" for nobody; "the ..." and "its ..." are nouns), its modes.
Told = tuple[str, str, str, str, tuple[str, ...]]


def told(who: str, trigger: str, kind: str, whom: str = "", *modes: str) -> Told:
    return who, trigger, kind, whom, modes


def meant(*acts: Told) -> tuple[str | None, str]:
    """The country, and how it was found, of the recipient of the last of some acts, a sentence each."""
    text = Text(*(" ".join(words for words in (who, trigger, whom, f"today {at}.") if words) for at, (who, trigger, _, whom, _) in enumerate(acts)))
    phrases: list[Phrase] = []
    raws: list[RawMention] = []
    for sentence, (who, trigger, kind, whom, modes) in zip(text.sentences, acts, strict=True):
        base = sentence.span.start
        by, to = (_phrase(sentence.text, words, base, sentence.index) for words in (who, whom))
        start = base + sentence.text.index(trigger)
        phrases += [*by, *to]
        raws.append(
            RawMention(sentence, Mention(trigger, Span(start, start + len(trigger))), kind, modes, actors=by, recipients=to, voice="active")
        )  # fmt: skip
    found = resolve_extraction(text.document, Extraction(text.sentences, tuple(phrases), tuple(raws)), RESOLVER)[-1]
    return found.recipients[0].country, found.recipients[0].method


def _phrase(sentence: str, words: str, base: int, index: int) -> tuple[Phrase, ...]:
    """The phrase of some words, whose mention is without "the" and "its"."""
    if not words:
        return ()
    start, core = base + sentence.index(words), words.removeprefix("the ").removeprefix("its ")
    end = start + len(words)
    form = PhraseForm.NAME if core[0].isupper() else PhraseForm.NOMINAL
    mention = Mention(core.partition(" by ")[0], Span(end - len(core), end - len(core) + len(core.partition(" by ")[0])))
    return (Phrase(mention, mention.text, form, False, start == base, index, Span(start, end)),)


EXPELLED = told("Togo", "expelled", "SANCTION", "Ghana", "expel")
PROTESTED = told("Ghana", "protested", "ACCUSE")


@pytest.mark.parametrize("noun", ["the expulsion", "the move", "the decision", "the action", "the measure"])
def test_what_one_after_the_other_condemns_is_of_who_did_it(noun: str) -> None:
    assert meant(EXPELLED, PROTESTED, told("Chile", "deplored", "ACCUSE", "the step"), told("Peru", "criticised", "ACCUSE", noun)) == ("TGO", "doer")


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        # who defends it defends himself, another whoever did it
        ([EXPELLED, PROTESTED, told("Togo", "defended", "SUPPORT", "the expulsion")], ("TGO", "doer")),
        ([EXPELLED, PROTESTED, told("Togo", "justified", "SUPPORT", "its action")], ("TGO", "doer")),
        ([EXPELLED, PROTESTED, told("Peru", "welcomed", "SUPPORT", "the expulsion")], ("TGO", "doer")),
        # a charge is of whoever accuses him who answers it
        ([told("Togo", "accused", "ACCUSE", "Ghana", "allege"), told("Chile", "accused", "ACCUSE", "Peru", "allege"),
          told("Ghana", "dismissed", "REJECT", "the charge")], ("TGO", "doer")),
        # words told as force before others, and what befell the same ones by nobody known
        ([told("Togo", "shelled", "ASSAULT", "Ghana"), told("Ghana", "recalled", "SANCTION"), told("Peru", "condemned", "ACCUSE", "the action")], ("TGO", "doer")),
        ([told("Togo", "shelled", "ASSAULT", "Ghana"), told("", "struck", "ASSAULT", "Ghana"), told("Peru", "condemned", "ACCUSE", "the attack")], ("TGO", "doer")),
    ],
)  # fmt: skip
def test_whom_a_noun_that_points_back_means(acts: list[Told], expected: tuple[str, str]) -> None:
    assert meant(*acts) == expected


@pytest.mark.parametrize(
    "acts",
    [
        # the noun says itself which it is; nothing of the kind was told; two did what it may mean
        [EXPELLED, told("Peru", "criticised", "ACCUSE", "the decision by Mali")],
        [told("Togo", "met", "CONSULT", "Ghana"), told("Peru", "criticised", "ACCUSE", "the raid")],
        [told("Togo", "fined", "SANCTION", "Ghana"), told("Ghana", "barred", "SANCTION", "Togo"), told("Peru", "criticised", "ACCUSE", "the boycott")],
        [told("Togo", "expelled", "SANCTION", "Ghana"), told("Togo", "criticised", "ACCUSE", "the expulsion")],
    ],
)
def test_what_says_itself_whose_it_is_or_was_not_told(acts: list[Told]) -> None:
    assert meant(*acts)[1] != "doer"
