"""Votes of reproach and rulings: who passes the one backs nobody, who makes the other gives way to nobody."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.retyped import retyped


def act(text: str, doer: str, word: str, kind: str, recipients: tuple[str, ...] = ()) -> Act:
    sentence = parse(text)
    head = at(sentence, word)
    return Act(sentence, (head, head), head, kind, (), "", (at(sentence, doer),), tuple(at(sentence, one) for one in recipients), (), 0.9)


def told(acts: list[Act]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(one.type, one.modes, tuple(one.sentence.tokens[i].text for i in one.recipients)) for one in retyped(acts)]


@pytest.mark.parametrize(
    ("text", "doer", "word", "expected"),
    [
        ("Nepal's parliament passed a vote of no confidence in the premier.", "parliament", "passed", ("SANCTION", (), ("premier",))),
        ("The Moldovan assembly adopted a no-confidence motion against the cabinet.", "assembly", "adopted", ("SANCTION", (), ("cabinet",))),
        ("Lawmakers in Fiji carried a no-trust motion against the premier.", "Lawmakers", "carried", ("SANCTION", (), ("premier",))),
        ("Ecuador's assembly approved a motion of censure against the minister.", "assembly", "approved", ("ACCUSE", ("disapprove",), ("minister",))),
        ("The Greek opposition backed a no-confidence motion against the cabinet.", "opposition", "backed", ("ACCUSE", ("disapprove",), ("cabinet",))),
        ("The house approved articles of impeachment against the governor.", "house", "approved", ("ACCUSE", ("allege",), ("governor",))),
        ("Slovenian lawmakers passed a vote of confidence in the premier.", "lawmakers", "passed", ("SUPPORT", (), ())),
        ("Albania's parliament passed a law on the impeachment of judges.", "parliament", "passed", ("SUPPORT", (), ())),
        ("Albania's parliament approved the budget.", "parliament", "approved", ("SUPPORT", (), ())),
    ],
)
def test_a_vote_against_somebody_supports_nobody(text: str, doer: str, word: str, expected: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert told([act(text, doer, word, "SUPPORT")]) == [expected]


@pytest.mark.parametrize(
    ("text", "doer", "word", "inner"),
    [
        ("Denmark's parliament voted to censure the minister.", "parliament", "voted", "censure"),
        ("Paraguay's Senate voted in favour of impeaching the prosecutor.", "Senate", "voted", "impeaching"),
    ],
)
def test_a_reproach_told_by_itself_is_told_once(text: str, doer: str, word: str, inner: str) -> None:
    assert [kind for kind, _, _ in told([act(text, doer, word, "SUPPORT"), act(text, doer, inner, "ACCUSE")])] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("text", "doer", "word", "kind", "modes"),
    [
        ("Colombia's constitutional court struck down the tax reform.", "court", "struck", "SANCTION", ("convict",)),
        ("A judge in Seoul annulled the decree.", "judge", "annulled", "SANCTION", ("convict",)),
        ("Spain's supreme court overturned the ruling.", "court", "overturned", "REJECT", ()),
        ("A court in Tbilisi overturned the acquittal of the mayor.", "court", "overturned", "REJECT", ()),
        ("Argentina's Congress overrode the veto.", "Congress", "overrode", "REJECT", ()),
        ("Argentina's Congress overturned the president's decree.", "Congress", "overturned", "REJECT", ()),
        # What lay on somebody is eased, what a parliament made itself it takes back, and a government that gives up its plan gives way.
        ("A court in Lima overturned the ban on the march.", "court", "overturned", "CONCEDE", ()),
        ("A court in Manila quashed the conviction of the senator.", "court", "quashed", "CONCEDE", ()),
        ("India's supreme court struck down a law banning the temple visits.", "court", "struck", "CONCEDE", ()),
        ("Hungary's parliament cancelled its tax.", "parliament", "cancelled", "CONCEDE", ()),
        ("Italy's government scrapped the tax.", "government", "scrapped", "CONCEDE", ()),
    ],
)
def test_rulings_against_what_others_made_concede_nothing(text: str, doer: str, word: str, kind: str, modes: tuple[str, ...]) -> None:
    assert [(one.type, one.modes) for one in retyped([act(text, doer, word, "CONCEDE")])] == [(kind, modes)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The court declared the complaint admissible.", False),
        ("The Tribunal found Nepal's claim admissible.", False),
        ("The court declared the complaint inadmissible.", True),
        ("The court held that the complaint was not admissible.", True),
        ("The court declared one complaint admissible and the rest inadmissible.", True),
        ("The court rejected the admissible evidence.", True),
    ],
)
def test_what_a_court_lets_in_it_does_not_refuse(text: str, kept: bool) -> None:
    sentence = parse(text)
    verb = next(t.text for t in sentence.tokens if t.tag == "VBD")
    assert bool(retyped([act(text, "court" if "court" in text else "Tribunal", verb, "REJECT")])) is kept
