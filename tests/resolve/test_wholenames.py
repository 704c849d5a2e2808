"""Names of which a parse keeps only a noun, crowds, and spokespersons."""

from __future__ import annotations

import pytest
from test_resolve_document import Text

from dateline.types import PhraseForm, RawAttribution, RawMention


@pytest.mark.parametrize(
    ("sentence", "words", "form", "code"),
    [
        ("Reporters Without Borders condemned Peru.", "Reporters", PhraseForm.NOMINAL, "NGO"),
        ("Doctors without Borders condemned Peru.", "Doctors", PhraseForm.NOMINAL, "NGO"),
        ("The messaging app Qux condemned Peru.", "messaging app Qux", PhraseForm.NAME, "MNC"),
        ("The Russian messaging app Qux condemned Peru.", "Russian messaging app Qux", PhraseForm.NAME, "RUS"),
        ("The frigate HMCS Ottawa shelled Peru.", "frigate HMCS Ottawa", PhraseForm.NAME, "CAN"),
        ("The USS Quux shelled Peru.", "USS Quux", PhraseForm.NAME, "USA"),
    ],
)
def test_whole_names(sentence: str, words: str, form: PhraseForm, code: str) -> None:
    text = Text(sentence)
    who = text.phrase(words, form, subject=True)
    raw = RawMention(text.sentences[0], text.mention("condemned" if "condemned" in sentence else "shelled"), "ACCUSE", actors=(who,))
    assert [p.country for p in text.resolve(raw, who).actors] == [code]


@pytest.mark.parametrize(("trigger", "kind", "own"), [("condemned", "ACCUSE", True), ("shelled", "ASSAULT", False)])
def test_a_bare_spokesperson_gives_the_words_of_who_condemns(trigger: str, kind: str, own: bool) -> None:
    text = Text("Chad and Kenya were calm.", f"Norway {trigger} Mali, a spokeswoman said.")
    actor, by = text.phrase("Norway", subject=True), text.phrase("spokeswoman", PhraseForm.NOMINAL, subject=True)
    raw = RawMention(text.sentences[1], text.mention(trigger), kind, actors=(actor,), attribution=RawAttribution("speaker", by))
    said = text.resolve(raw, actor, by).attribution
    assert said is not None
    assert ((said.country, said.score) == ("NOR", 0.7)) is own


@pytest.mark.parametrize(
    ("first", "second", "method"),
    [
        ("In Nairobi, thousands gathered.", "Police hit protesters.", "place"),
        ("In Nairobi, thousands gathered.", "Ethiopia's police hit protesters.", "setting"),
    ],
)
def test_a_crowd_is_where_the_sentence_before_says(first: str, second: str, method: str) -> None:
    text = Text(first, second)
    crowd = text.phrase("protesters", PhraseForm.NOMINAL, plural=True)
    (party,) = text.resolve(RawMention(text.sentences[1], text.mention("hit"), "ASSAULT", recipients=(crowd,)), crowd).recipients
    assert (party.method == "place") is (method == "place")
    assert method != "place" or party.country == "KEN"
