"""Whom and what a sentence means that speaks of it by "it", "the latter", "the accord", "the government" or an office alone."""

from __future__ import annotations

import pytest
from test_resolve_document import RESOLVER, Text

from dateline.resolve import resolve_extraction
from dateline.resolve.itself import of_superior
from dateline.resolve.stateoffices import bodies_not_met
from dateline.types import Extraction, Lean, Mention, Participant, Phrase, PhraseForm, RawMention, Span

#: An act of a sentence: who, the trigger, its type, to whom.
Told = tuple[str, str, str, str]


def parties(*acts: Told, behind: str = ".") -> tuple[list[str | None], list[str | None]]:
    """The countries of the sides of the last of some acts, a sentence each; the phrases of "Togo and Benin" are two."""
    text = Text(*(f"{who} {trigger} {whom}".strip() + behind for who, trigger, _, whom in acts))
    phrases: list[Phrase] = []
    raws: list[RawMention] = []
    for sentence, (who, trigger, kind, whom) in zip(text.sentences, acts, strict=True):
        base, shown = sentence.span.start, sentence.text
        by = tuple(phrase(shown, words, base, sentence.index) for words in who.split(" and "))
        to = tuple(phrase(shown, words, base, sentence.index) for words in whom.split(" and ") if words and not words.startswith("an "))
        start = base + shown.index(trigger)
        leans = tuple(Lean(one.mention.span, 0.4, 0.4) for one in (*by, *to))
        phrases += [*by, *to]
        raws.append(RawMention(sentence, Mention(trigger, Span(start, start + len(trigger))), kind, actors=by, recipients=to, voice="active", leans=leans))
    found = resolve_extraction(text.document, Extraction(text.sentences, tuple(phrases), tuple(raws)), RESOLVER)[-1]
    return sorted({p.country or "" for p in found.actors}), sorted({p.country or "" for p in found.recipients})


def phrase(sentence: str, words: str, base: int, index: int) -> Phrase:
    """The phrase of some words, whose mention is without the article."""
    whole, core = sentence.index(words), words.removeprefix("The ").removeprefix("the ")
    start = base + whole + len(words) - len(core)
    form = PhraseForm.PRONOUN if core.lower() in {"it", "he"} else PhraseForm.NAME if core[0].isupper() else PhraseForm.NOMINAL
    return Phrase(Mention(core, Span(start, start + len(core))), core.split()[-1].lower(), form, False, whole == 0, index, Span(base + whole, base + whole + len(words)))


SIGNED = ("Chile and Peru", "signed", "SUPPORT", "an accord")


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        # a third state speaks of all who made the deal, and "it" is what the one before has spoken of
        ([SIGNED, ("Ghana", "praised", "SUPPORT", "the accord")], ["CHL", "PER"]),
        ([SIGNED, ("Ghana", "praised", "SUPPORT", "the accord"), ("Togo", "denounced", "ACCUSE", "it")], ["CHL", "PER"]),
        ([("Peru", "expelled", "SANCTION", "Chile"), ("Togo", "condemned", "ACCUSE", "the expulsion"), ("Ghana", "applauded", "SUPPORT", "it")], ["PER"]),
        # what its own words tell stands
        ([SIGNED, ("Ghana", "praised", "SUPPORT", "Kenya")], ["KEN"]),
    ],
)
def test_a_deal_is_of_all_who_made_it(acts: list[Told], expected: list[str]) -> None:
    assert parties(*acts)[1] == expected


def test_it_behind_a_word_on_a_state_is_no_thing() -> None:
    assert parties(("Ghana", "praised", "SUPPORT", "Kenya"), ("Togo", "denounced", "ACCUSE", "it"))[1] != [""]
    assert parties(("Peru", "expelled", "SANCTION", "Chile"), ("Togo", "condemned", "ACCUSE", "the government"), ("Ghana", "applauded", "SUPPORT", "it"))[1] != ["PER"]


@pytest.mark.parametrize(
    ("before", "word", "expected"),
    [
        (("Emmanuel Macron and Kais Saied", "met", "CONSULT", ""), "The latter", ["TUN"]),
        (("Ethiopia", "accused", "ACCUSE", "Egypt"), "The latter", ["EGY"]),
        (("Ethiopia", "accused", "ACCUSE", "Egypt"), "The former", ["ETH"]),
    ],
)
def test_the_latter_is_the_last_of_two(before: Told, word: str, expected: list[str]) -> None:
    assert parties(before, (word, "promised", "AGREE", "Japan"))[0] == expected


def test_the_latter_may_be_somebody_unknown() -> None:
    assert parties(("Kais Saied and Viktor Orban and Brunild Tarkos", "met", "CONSULT", ""), ("The latter", "promised", "AGREE", "Japan"))[0] != ["HUN"]


@pytest.mark.parametrize(("who", "expected"), [("The Turkish opposition", ["TUR"]), ("Norway", ["SYR"])])
def test_an_opposition_blames_its_own_government(who: str, expected: list[str]) -> None:
    acts = [("The Syrian government", "expelled", "SANCTION", "Turkey"), (who, "criticised", "ACCUSE", "the government")]
    assert parties(*acts)[1] == expected


@pytest.mark.parametrize(
    ("trigger", "whom", "rest", "expected"),
    [
        ("ordered", "the air force", " to fire", "ROU"),
        ("instructed", "the border provinces", " to shut", "ROU"),
        ("ordered", "the troops", " to surrender", None),
        ("ordered", "the foreign officials", " to speak", None),
        ("praised", "the air force", "", None),
    ],
)
def test_a_state_orders_its_own(trigger: str, whom: str, rest: str, expected: str | None) -> None:
    text = Text(f"Romania {trigger} {whom}{rest}.")
    to = phrase(text.sentences[0].text, whom, 0, 0)
    raw = RawMention(text.sentences[0], text.mention(trigger), "REQUEST", recipients=(to,))
    state = Participant("Romania", Span(0, 7), country="ROU", sector="GOV", sectors=("GOV",), method="country")
    assert of_superior(raw, Participant(to.mention.text, to.mention.span), to, (state,)).country == expected


def test_a_body_speaks_to_a_states_soldiers() -> None:
    text = Text("It told the soldiers and the delegates to yield.")
    soldiers, delegates = (phrase(text.sentences[0].text, words, 0, 0) for words in ("the soldiers", "the delegates"))
    assert "IGO" in bodies_not_met(soldiers, frozenset({"IGO"}))
    assert not bodies_not_met(delegates, frozenset({"IGO"}))
    assert not bodies_not_met(soldiers, frozenset({"FRA"}))
