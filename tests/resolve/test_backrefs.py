"""Bare nouns that come back to a deed told before have its parties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.resolve.backrefs import with_those_of_before
from dateline.types import Mention, Participant, Phrase, PhraseForm, RawMention, ResolvedMention, Sentence, Span


def told(text: str, index: int, trigger: str, *parties: str, kind: str = "ASSAULT", modes: tuple[str, ...] = ()) -> ResolvedMention:
    """An act of the sentence of a number; the parties are the codes of actor and recipient, "" for none."""
    at = text.rindex(trigger) if index else text.index(trigger)
    raw = RawMention(Sentence(index, text, Span(0, len(text))), Mention(trigger, Span(at, at + len(trigger))), kind, modes=modes)
    sides = [(Participant(code, Span(0, 1), None, code),) if code else () for code in (*parties, "", "")[:2]]
    return ResolvedMention(raw, *sides)


def codes(act: ResolvedMention) -> tuple[list[str | None], list[str | None]]:
    return [one.country for one in act.actors], [one.country for one in act.recipients]


@pytest.mark.parametrize(
    ("text", "noun", "back", "expected"),
    [
        ("Jets bombed a camp. Amman condemned the strike.", "strike", 1, (["TUR"], ["IRQ"])),
        ("Jets bombed a camp. Amman spoke. Doha condemned that attack.", "attack", 2, (["TUR"], ["IRQ"])),
        ("Jets bombed a camp. Amman condemned the strike.", "strike", 3, ([], [])),
        ("Jets bombed a camp. Amman condemned the strike on Gao.", "strike", 1, ([], [])),
        ("Jets bombed a camp. Amman fears a strike.", "strike", 1, ([], [])),
        ("Jets bombed a camp. Amman condemned the earlier strike.", "strike", 1, ([], [])),
    ],
)
def test_the_parties_of_the_deed_told_before(text: str, noun: str, back: int, expected: object) -> None:
    found = with_those_of_before([told(text, 0, "bombed", "TUR", "IRQ"), told(text, back, noun)], text)
    assert codes(found[1]) == expected


def test_of_two_sides_it_is_nobodys_unless_the_word_is_the_same() -> None:
    text = "Togo shelled a post and Mali raided a camp. Accra condemned the attack and the raid."
    before = [told(text, 0, "shelled", "TGO", "MLI"), told(text, 0, "raided", "MLI", "TGO", kind="COERCE", modes=("seize",))]
    found = with_those_of_before([*before, told(text, 1, "attack"), told(text, 1, "raid")], text)
    assert codes(found[2]) == (["TGO"], ["MLI"])
    assert (found[3].raw.type, codes(found[3])) == ("COERCE", (["MLI"], ["TGO"]))
    both = [told(text, 0, "shelled", "TGO", "MLI"), told(text, 0, "raided", "MLI", "TGO")]
    assert codes(with_those_of_before([*both, told(text, 1, "attack")], text)[2]) == ([], [])


def retold(text: str, *told_as: tuple[int, str, str, str, str, str]) -> ResolvedMention:
    """The last of some acts as found again: of each its sentence, trigger, actor, recipient, type and voice."""
    acts = []
    for index, trigger, by, to, kind, voice in told_as:
        act = told(text, index, trigger, by, to, kind=kind)
        start, end = act.raw.trigger.span.start, act.raw.trigger.span.end
        low = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
        high = text.find(".", end) + 1
        acts.append(replace(act, raw=replace(act.raw, voice=voice, sentence=Sentence(index, text[low:high], Span(low, high)))))
    return with_those_of_before(acts, text)[-1]


JETS = (0, "bombed", "TUR", "SYR", "ASSAULT", "active")


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("Jets bombed a camp. Those strikes came at dawn.", (2, "strikes", "", "SYR", "ASSAULT", "noun"), (["TUR"], ["SYR"])),
        ("Jets bombed a camp. The raids came at dawn.", (5, "raids", "TUR", "", "ASSAULT", "noun"), (["TUR"], ["SYR"])),
        ("Jets bombed a camp. The raids came at dawn.", (2, "raids", "", "IRQ", "ASSAULT", "noun"), ([], ["IRQ"])),
        ("Jets bombed a camp. The raids came at dawn.", (7, "raids", "", "SYR", "ASSAULT", "noun"), ([], ["SYR"])),
        ("Jets bombed a camp. Similar raids came at dawn.", (1, "raids", "", "SYR", "ASSAULT", "noun"), ([], ["SYR"])),
        ("Jets bombed a camp. Three guards were wounded.", (1, "wounded", "", "SYR", "ASSAULT", "passive"), (["TUR"], ["SYR"])),
        ("Jets bombed a camp. Three guards were wounded in a riot.", (1, "wounded", "", "SYR", "ASSAULT", "passive"), ([], ["SYR"])),
        ("Jets bombed a camp. Three guards died last year.", (1, "died", "", "SYR", "ASSAULT", ""), ([], ["SYR"])),
        ("Jets bombed a camp. Three guards were wounded.", (1, "wounded", "", "TUR", "ASSAULT", "passive"), ([], ["TUR"])),
        ("Jets bombed a camp. The battle lasted all day.", (1, "battle", "", "", "ASSAULT", "noun"), (["TUR", "SYR"], [])),
        ("Jets bombed a camp. The battle with smugglers goes on.", (1, "battle", "", "", "ASSAULT", "noun"), ([], [])),
    ],
)
def test_one_deed_of_a_story_lends_the_side_that_is_missing(text: str, last: tuple[int, str, str, str, str, str], expected: object) -> None:
    assert codes(retold(text, JETS, last)) == expected


COMMENT = (1, "condemned", "FRA", "TUR", "ACCUSE", "active")


@pytest.mark.parametrize(
    ("text", "between", "last", "expected"),
    [
        ("Jets raided a camp. Oslo condemned it. Bern regretted the raid.", [1, 2, 3], (4, "raid", "", "", "ASSAULT", "noun"), (["TUR"], ["SYR"])),
        ("Jets raided a camp. Oslo condemned it. Bern regretted the operation.", [1, 2, 3], (4, "operation", "", "", "ASSAULT", "noun"), (["TUR"], ["SYR"])),
        ("Jets raided a camp. Oslo condemned it. Bern regretted the raid.", [1], (4, "raid", "", "", "ASSAULT", "noun"), ([], [])),
    ],
)
def test_sentences_of_comments_do_not_count(text: str, between: list[int], last: tuple[int, str, str, str, str, str], expected: object) -> None:
    comments = [(at, *COMMENT[1:]) for at in between]
    assert codes(retold(text, (0, "raided", "TUR", "SYR", "ASSAULT", "active"), *comments, last)) == expected


@pytest.mark.parametrize(
    ("text", "noun", "kind", "by", "expected"),
    [
        ("Togo recalled its envoy. Benin regretted the recall.", "recall", "SANCTION", "BEN", (["TGO"], ["GHA"])),
        ("Togo recalled its envoy. Benin regretted the fine.", "fine", "SANCTION", "BEN", (["BEN"], [])),
        ("Togo recalled its envoy. Benin regretted a recall.", "recall", "SANCTION", "BEN", (["BEN"], [])),
    ],
)
def test_who_comments_is_no_party_of_the_noun(text: str, noun: str, kind: str, by: str, expected: object) -> None:
    deed, comment, again = told(text, 0, "recalled", "TGO", "GHA", kind="SANCTION"), told(text, 1, "regretted", by, "", kind="ACCUSE"), told(text, 1, noun, by, kind=kind)
    judge = Phrase(Mention(by[:1], Span(0, 1)), by.lower(), PhraseForm.NAME, sentence=1)
    acts = [deed, replace(comment, raw=replace(comment.raw, actors=(judge,))), replace(again, raw=replace(again.raw, voice="noun"))]
    assert codes(with_those_of_before(acts, text)[-1]) == expected


FIRE, KILLING = (0, "traded fire", "ERI", "", "ASSAULT", "active"), (0, "killing", "ERI", "DJI", "ASSAULT", "active")


def fight(back: int, *before: tuple[int, str, str, str, str, str]) -> tuple[list[str | None], list[str | None]]:
    """The parties of "the clashes" so many sentences behind fire that two sides trade, and of other deeds."""
    text = "Guards traded fire, killing six. Jets bombed a camp. The clashes began at dawn."
    acts = [told(text, at, word, by, to, kind=kind) for at, word, by, to, kind, _ in (FIRE, *before, (back, "clashes", "", "", "ASSAULT", "noun"))]
    acts[0] = replace(acts[0], actors=(*acts[0].actors, Participant("DJI", Span(0, 1), None, "DJI")))
    return codes(with_those_of_before([replace(one, raw=replace(one.raw, voice="noun")) for one in acts], text)[-1])


def test_a_fight_is_of_those_who_traded_fire_before() -> None:
    assert fight(1) == (["ERI", "DJI"], [])
    assert fight(1, KILLING) == (["ERI", "DJI"], [])
    assert fight(5) == (["ERI", "DJI"], [])
    assert fight(7) == ([], [])


def test_far_behind_two_fights_it_is_nobodys() -> None:
    jets = (1, "bombed", "TUR", "SYR", "ASSAULT", "active")
    assert fight(2, jets) == (["TUR", "SYR"], [])
    assert fight(5, jets) == ([], [])


def test_a_noun_takes_up_a_concession_of_before() -> None:
    pardoned, freed = (0, "pardoned", "CHL", "ARG", "CONCEDE", "active"), (0, "released", "CHL", "ARG", "RETREAT", "active")
    assert codes(retold("Lima pardoned ten. Juan Diaz opposed the pardon.", pardoned, (1, "pardon", "CHL", "", "CONCEDE", "noun"))) == (["CHL"], ["ARG"])
    assert codes(retold("Lima released ten. Oslo welcomed the release.", freed, (1, "release", "CHL", "", "RETREAT", "noun"))) == (["CHL"], ["ARG"])
    assert codes(retold("Lima released ten. Oslo urged a release.", freed, (1, "release", "CHL", "", "RETREAT", "noun"))) == (["CHL"], [])


def test_a_noun_takes_up_the_verb_of_before() -> None:
    offered, arrested = (0, "offered", "NOR", "SDN", "AGREE", "active"), (0, "arrested", "NER", "TCD", "COERCE", "active")
    assert codes(retold("Oslo offered help. The offer was welcome.", offered, (1, "offer", "NOR", "", "AGREE", "noun"))) == (
        ["NOR"],
        ["SDN"],
    )
    assert codes(retold("Police arrested two. The arrests went on.", arrested, (1, "arrests", "", "", "COERCE", "noun"))) == (
        ["NER"],
        ["TCD"],
    )
    assert codes(retold("Police arrested two. Other arrests went on.", arrested, (1, "arrests", "", "", "COERCE", "noun"))) == ([], [])


def test_two_who_strike_the_same_lend_nobody() -> None:
    others = (1, "shelled", "IRN", "SYR", "ASSAULT", "active")
    text = "Jets bombed a camp. Guns shelled a town. Three guards were wounded."
    assert codes(retold(text, JETS, others, (2, "wounded", "", "SYR", "ASSAULT", "passive"))) == ([], ["SYR"])


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Lagos told of an invasion. The invasion took a week.", "invasion", (["NGA"], ["BEN"])),
        ("Lagos told of an invasion. The brutal invasion took a week.", "invasion", (["NGA"], ["BEN"])),
        ("Lagos told of an invasion. The second invasion took a week.", "invasion", ([], [])),
        ("Lagos told of an invasion. The invasion of the isles took a week.", "invasion", ([], [])),
    ],
)
def test_the_same_noun_comes_back(text: str, noun: str, expected: object) -> None:
    assert codes(retold(text, (0, "invasion", "NGA", "BEN", "ASSAULT", "noun"), (1, noun, "", "", "ASSAULT", "noun"))) == expected
