"""What a paragraph is about: words by whole form, beginning and phrase, and the table that joins them with the coder."""

from __future__ import annotations

from dateline.extract.classifier.layout import CONTEXTS
from dateline.extract.contexts import BIAS, CODER, WORDS, chosen, hits, load_weights, word_odds
from dateline.ontology.wordlists import word_list


def test_entries_are_found_by_form_beginning_and_phrase() -> None:
    found = hits("The courts sat while the air force bombed a refugee camp.")
    assert {"court*", "air force", "refugee*", "camp*"} <= found
    assert "lawsuit*" not in found
    assert "gas" not in hits("The gasp was heard."), "a whole word is no beginning"


def test_each_context_has_words() -> None:
    assert set(word_list("contexts")) == set(CONTEXTS)
    assert all(len(entries) >= 8 for entries in word_list("contexts").values())


def test_words_speak_for_their_context_in_the_table() -> None:
    table = load_weights()
    assert set(table) == {*CONTEXTS, "*"}
    for name, text in (("health", "cholera patients filled the clinic"), ("election", "voters queued at polling stations"), ("cyber", "hackers breached it")):
        found = hits(text)
        assert word_odds(found, table[name]) > table[name][BIAS], f"{name}: {sorted(found)}"


def test_both_voices_count() -> None:
    table = {name: {BIAS: -1.0, "court*": 2.0 if name == "legal" else 0.0} for name in CONTEXTS}
    table["*"] = {CODER: 1.0, WORDS: 1.0, BIAS: 0.0}
    low, high = [-2.0] * len(CONTEXTS), [3.0 if name == "health" else -0.5 for name in CONTEXTS]
    assert chosen("The court sat.", low, table) == ()
    assert chosen("The court sat.", high, table) == ("legal", "health")
    assert chosen("The cabinet sat.", high, table) == ("health",)
