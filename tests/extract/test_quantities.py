"""Quantities by the rules: values, bounds, units, counted nouns, and what is no quantity. The choice of classes is in ``test_quantity_choice.py``."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsing import acts, parse

from dateline.extract.act import Act
from dateline.extract.dates.numerals import parse_number
from dateline.extract.opening import Cue, opening_words, words_in
from dateline.extract.quantities import find_quantities, to_quantity
from dateline.extract.quantities.attach import attach
from dateline.extract.quantities.cues import Kind, load_kinds, signalled
from dateline.extract.quantities.finder import find_by_rules
from dateline.extract.quantities.scope import around
from dateline.ontology.inflect import verb_forms
from dateline.ontology.wordlists import word_list
from dateline.types import Span


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,234", 1234),
        ("4.1 million", 4_100_000),
        ("two hundred and six", 206),
        ("twenty-one", 21),
        ("two and a half million", 2_500_000),
        ("half a dozen", 6),
        ("a thousand", 1000),
        ("three hundred and forty-two thousand", 342_000),
        ("1.5bn", 1_500_000_000),
        ("troops", None),
        ("9" * 5000, None),
    ],
)
def test_parse_number(words: str, value: float | None) -> None:
    assert parse_number(words) == value


@pytest.mark.parametrize(
    ("text", "words", "value", "low", "high", "unit", "counts", "approximate"),
    [
        ("About 350 Chadian troops arrived.", "About 350 Chadian troops", 350, None, None, "persons", "troops", True),
        ("It killed at least nineteen, doctors said.", "at least nineteen", None, 19, None, "persons", "killed", False),
        ("It holds up to 600 prisoners.", "up to 600 prisoners", None, None, 600, "persons", "detained", False),
        ("Between 2,000 and 2,500 families fled.", "Between 2,000 and 2,500 families", None, 2000, 2500, "households", "refugees", False),
        ("It lost 5-6 million euros.", "5-6 million euros", None, 5e6, 6e6, "EUR", None, False),
        ("It gave $450 million in military aid.", "$450 million", 4.5e8, None, None, "USD", "aid", False),
        ("A £2.3bn loan was agreed.", "£2.3bn", 2.3e9, None, None, "GBP", "aid", False),
        ("It sold 40,000 tonnes of wheat.", "40,000 tonnes", 40000, None, None, "tons", None, False),
        ("Two-thirds of the deputies agreed.", "Two-thirds", 66.7, None, None, "percent", "support", False),
        ("Some 44% of voters stayed home.", "Some 44%", 44, None, None, "percent", None, True),
        ("One in five nurses left.", "One in five", 20, None, None, "percent", None, False),
        ("Dozens of monks were held.", "Dozens of monks", None, 12, None, "persons", "detained", True),
        ("Tens of thousands of Syrians left.", "Tens of thousands of Syrians", None, 10000, None, "persons", None, True),
        ("Several hundred thousand people left.", "Several hundred thousand people", None, 100000, None, "persons", None, True),
        ("A hundred or so police came.", "A hundred or so police", 100, None, None, "persons", None, True),
        ("Twelve of their trucks burned.", "Twelve of their trucks", 12, None, None, "items", None, False),
        ("Sixty Hungarian and Polish engineers left.", "Sixty Hungarian and Polish engineers", 60, None, None, "persons", None, False),
        ("They seized 12 Iranian-made rockets.", "12 Iranian-made rockets", 12, None, None, "items", "weapons", False),
        ("A 15-year sentence was passed.", "15-year", 15, None, None, "years", "sentence", False),
        ("She got two years and three months in jail.", "two years and three months", 27, None, None, "months", "sentence", False),
        ("Nairobi paid 70 million Kenyan shillings.", "70 million Kenyan shillings", 7e7, None, None, "KES", None, False),
        ("One of the two pilots ejected.", "One of the two pilots", 1, None, None, "persons", None, False),
        ("They hold 3,000 square kilometres.", "3,000 square kilometres", 3000, None, None, "km2", None, False),
        ("The truce will last 60 days.", "60 days", 60, None, None, "days", None, False),
        ("Each side had 200 killed and wounded.", "200 killed and wounded", 200, None, None, "persons", "casualties", False),
        ("France flew 900 people out of Niamey.", "900 people", 900, None, None, "persons", "evacuated", False),
    ],
)  # fmt: skip
def test_one_quantity(
    text: str,
    words: str,
    value: float | None,
    low: float | None,
    high: float | None,
    unit: str | None,
    counts: str | None,
    approximate: bool,
) -> None:
    found = find_by_rules(text)
    assert [text[q.start : q.end] for q in found][:1] == [words]
    first = found[0]
    assert (first.value, first.low, first.high) == (value, low, high)
    assert (first.unit, first.counts, first.approximate) == (unit, counts, approximate)


@pytest.mark.parametrize(
    "text",
    [
        "On 12 May 2022 and in 2014 they met, two days later.",
        "Resolution 1701, Article 5, Chapter VII and Unit 8200.",
        "F-16s, Su-27 jets, a Boeing 737 and the G7 at 10:30.",
        "The minister, 54, and a 9-year-old boy, aged 9.",
        "The team won 3-2 and is open 24/7.",
        "The 28-member bloc began six-party talks.",
        "The 2014 protests and the 2011 uprising.",
        "No one came; any one may speak.",
        "The dinar fell to 140 to the dollar; she lives at 12 Park Road.",
        "A baker of 57 spoke at 10 on Monday, in the twelve months to June.",
        "The two sides met for the first time in 14 years.",
        "The Five Eyes met.",
        "The 5th brigade crossed the 38th parallel at 6 p.m.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find_by_rules(text) == []


def test_several_in_order() -> None:
    text = "Five were killed and 11 wounded when 2000 soldiers stormed 14 villages."
    assert [(q.value, q.unit) for q in find_by_rules(text)] == [
        (5.0, "persons"),
        (11.0, "persons"),
        (2000.0, "persons"),
        (14.0, "items"),
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Five were killed and 11 wounded.", ["killed", "wounded"]),
        ("Police arrested 16 suspects, of whom four were freed.", ["detained", "detained"]),
        ("A roadside bomb killed three soldiers and hurt 12.", ["killed", "wounded"]),
        ("Three soldiers marched past 300 protesters.", ["troops", "protesters"]),
        ("They were killed by 40 gunmen.", ["troops"]),
        ("The court fined the bank $3 million; it had paid $2 million in aid.", ["fine", "aid"]),
        ("The bill passed by 61 votes to 30, with 12 abstentions.", ["support", "oppose", "undecided"]),
        ("54 percent back the deal, 30 percent are against and 16 percent do not know.", ["support", "oppose", "undecided"]),
        ("Its price rose from $10 million to $12 million.", [None, None]),
    ],
)
def test_what_is_counted(text: str, counts: list[str | None]) -> None:
    assert [q.counts for q in find_by_rules(text)] == counts


@pytest.mark.parametrize(
    ("text", "unit", "counts"),
    [
        ("Oslo gave Malawi 90 million kroner, and Helsinki 40 million.", "NOK", "aid"),
        ("The regulator fined the bank $9 million and its founder 200,000.", "USD", "fine"),
        ("Delhi has 170 warheads, Islamabad 160.", "items", "weapons"),
        ("The fleet launched 40 drones; 31 were intercepted.", "items", "weapons"),
    ],
)
def test_a_number_shares_verb_and_noun_of_the_one_before(text: str, unit: str, counts: str) -> None:
    last = find_by_rules(text)[-1]
    assert (last.unit, last.counts) == (unit, counts)


def test_a_number_with_a_verb_of_its_own_shares_nothing() -> None:
    assert find_by_rules("Oslo gave 90 million kroner, and in Lagos 4,000 marched.")[-1].unit == "persons"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The chamber confirmed the judge by 51 to 48.", ["support", "oppose"]),
        ("The amendment failed by 240 to 199.", ["oppose", "support"]),
        ("The council censured the mayor by 30 votes to six.", ["support", "oppose"]),
    ],
)
def test_votes_on_whatever_is_decided(text: str, counts: list[str]) -> None:
    assert [q.counts for q in find_by_rules(text)] == counts


def test_large_numbers_in_words_need_no_noun() -> None:
    assert [q.value for q in find_by_rules("Forty thousand came, the mayor said.")] == [40_000.0]


def test_verbs_are_no_part_of_the_counted_noun() -> None:
    assert [q.head for q in find_by_rules("Nine women handcuffed themselves to pillars, and another 15 needed stitches.")] == ["women", None]


def test_a_change_names_two_figures_and_a_range_one() -> None:
    assert [q.value for q in find_by_rules("It cut the term from ten to seven years.")] == [10.0, 7.0]
    assert [(q.low, q.high) for q in find_by_rules("It sold ten to twelve ships.")] == [(10.0, 12.0)]


@pytest.mark.parametrize("kind", load_kinds())
def test_every_class_of_the_data_file_has_a_cue(kind: Kind) -> None:
    assert kind.groups
    assert kind.heads or kind.nouns or kind.patient or kind.subject or kind.phrases


def attached(text: str) -> dict[str, list[str]]:
    """The quantities of each act that the lexicon coder finds, by the act's trigger."""
    sentence, found = parse(text), acts(text)
    words = [" ".join(t.text for t in sentence.tokens[a.trigger[0] : a.trigger[1] + 1]) for a in found]
    return {word: [q.text for q in own] for word, own in zip(words, attach(sentence, found, find_by_rules(text)), strict=True)}


def test_a_quantity_goes_to_the_nearest_act() -> None:
    found = attached("Rebels shelled the camp, killing nine people, and police arrested 40 students.")
    assert found["killing"] == ["nine people"]
    assert found["arrested"] == ["40 students"]
    assert found["shelled"] == []


def test_a_number_put_to_something_goes_with_what_is_told_of_it() -> None:
    assert attached("The mayor put the number of detainees at 749 and said that police shot a student.")["shot"] == []
    assert attached("The toll from the attack rose to 34 and Israel shelled the camp.")["attack"] == ["34"]
    assert attached("The toll in the camp rose to 40 after Israel shelled a school.")["shelled"] == ["40"]
    assert attached("Police shot a student, bringing to 60 the number of people killed this year.")["killed"] == ["60"]


def test_a_figure_too_large_for_a_count_is_no_quantity() -> None:
    assert [one.value for one in find_quantities(f"The army killed {'9' * 5000} men and wounded six.")] == [6.0]


def test_a_share_of_the_vote_stays_in_its_clause() -> None:
    assert attached("Rama won 51% of the vote, the council said, and Oslo condemned the attack.")["condemned"] == []


def test_those_who_attack_are_not_the_dead() -> None:
    text = 'The minister said 20,000 "bandits" had attacked the palace, killing nine guards.'
    sentence, found = parse(text), [act for act in acts(text) if act.type == "ASSAULT"]
    counts = {(q.value, q.counts) for own in attach(sentence, found, find_quantities(text)) for q in own}
    assert counts == {(20_000.0, None), (9.0, "killed")}


def test_a_verb_with_an_object_of_its_own_does_not_count_that_of_another() -> None:
    sentence = parse("Police arrested 45 students, beating 12 guards and wounding nine others.")
    words = {t.lower: t.i for t in sentence.tokens}
    students, guards, others = words["students"], words["guards"], words["others"]
    parties = {"arrested": (students,), "beating": (students, guards), "wounding": (students, guards, others)}
    found = [Act(sentence, (words[w], words[w]), words[w], "ASSAULT", (), "", (), own, (), 1.0) for w, own in parties.items()]
    assert [[q.text for q in own] for own in attach(sentence, found, find_by_rules(sentence.sentence.text))] == [["45 students"], ["12 guards"], ["nine others"]]


@pytest.mark.parametrize(
    ("text", "kind", "mode", "counts"),
    [
        ("Lesotho asked the bank for 40 million dollars.", "REQUEST", "assist", "aid"),
        ("Oslo froze 40 million dollars for the mission.", "SANCTION", "discontinue", "aid"),
        ("The junta formed a guard of 4,000 villagers.", "MOBILIZE", "militia", "troops"),
        ("The junta formed a guard of 4,000 villagers.", "CONSULT", "meet", None),
    ],
)
def test_an_act_says_what_its_words_leave_open(text: str, kind: str, mode: str, counts: str | None) -> None:
    sentence = parse(text)
    head = next(t.i for t in sentence.tokens if t.dep == "ROOT")
    act = Act(sentence, (head, head), head, kind, (mode,), "", (), (), (), 1.0)
    ((found,),) = attach(sentence, [act], find_by_rules(text))
    assert found.counts == counts


def test_conflicting_numbers_of_one_act_are_all_kept() -> None:
    found = attached("The army killed about 500 rebels, or 800 by another count.")
    assert found["killed"] == ["about 500 rebels", "800"]


def test_lists_are_not_summed() -> None:
    assert [q.value for q in find_by_rules("four and five soldiers")] != [9.0]


def test_to_quantity_places_it_in_the_document() -> None:
    text = "Some 400 rebels left."
    one = to_quantity(find_by_rules(text)[0], 100, text)
    assert (one.text, one.span, one.value, one.counts) == ("Some 400 rebels", Span(100, 115), 400.0, "troops")


@given(st.integers(10, 999_999))
def test_figures_are_read_back(number: int) -> None:
    found = find_by_rules(f"They sent {number:,} soldiers.")
    assert [(q.value, q.unit) for q in found] == [(float(number), "persons")]


@given(st.text(alphabet="0123456789 -–,.%$€()'oneftwhdrmilsptbandor", max_size=60))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    found = find_by_rules(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(q.low is None or q.high is None or q.low <= q.high for q in found)


@pytest.mark.parametrize(
    ("text", "words", "counts"),
    [
        ("Six clerks chained themselves to the gates of the palace.", "Six clerks", "protesters"),
        ("Forty inmates have refused food since Monday.", "Forty inmates", "protesters"),
        ("The court refused to free 12 editors.", "12 editors", "detained"),
        ("The choir of 80 children sang for the slain judge.", "80 children", None),
        ("The judge banned the party for ten years.", "ten years", None),
        ("The toll from the blast climbed to 67.", "67", "killed"),
        ("The ambush cost the brigade five dead.", "five", "killed"),
        ("The camp now houses almost 22,000.", "almost 22,000", "refugees"),
        ("The prison camp houses 600 inmates.", "600 inmates", None),
        ("The navy has three carriers.", "three carriers", "weapons"),
        ("Tokyo wrote off $90 million that Lusaka owed.", "$90 million", "aid"),
        ("The party was backed by 37 percent.", "37 percent", "support"),
    ],
)
def test_what_is_counted_by_classes_of_telling(text: str, words: str, counts: str | None) -> None:
    found = {text[q.start : q.end]: q.counts for q in find_by_rules(text)}
    assert any(one.startswith(words) and kind == counts for one, kind in found.items()), found


@pytest.mark.parametrize(
    ("text", "value", "low"),
    [
        ("They haggled over €16 billion of subsidies.", 16e9, None),
        ("It pays grants over three years.", 3.0, None),
        ("The siege lasted over three years.", None, 3.0),
        ("The cellar held half a tonne of hashish.", 0.5, None),
        ("Talks dragged on for eighteen months before the signing.", 18.0, None),
    ],
)
def test_over_is_a_bound_or_a_preposition(text: str, value: float | None, low: float | None) -> None:
    assert [(q.value, q.low) for q in find_by_rules(text)] == [(value, low)]


@pytest.mark.parametrize(
    ("text", "words", "counts"),
    [
        ("Oslo posted 60 sappers to Juba after nine nurses were slain.", "60 sappers", "troops"),
        ("Some 900 people walked through Lille in memory of a cyclist who bled to death.", "Some 900 people", None),
        ("The navy sent 70 marines to help the atoll dig out.", "70 marines", "troops"),
        ("The judge issued arrest warrants for five colonels.", "five colonels", None),
        ("Dozens of demonstrators gathered at the gate and burned effigies.", "Dozens of demonstrators", "protesters"),
        ("Six monks, whom the junta had jailed, spoke.", "Six monks", "detained"),
        ("A thug was convicted of stabbing three bakers to death.", "three bakers", "killed"),
        ("Thousands of farmers remain in the besieged valley.", "Thousands of farmers", None),
    ],
)
def test_a_cue_stops_where_another_clause_begins(text: str, words: str, counts: str | None) -> None:
    found = {text[q.start : q.end]: q.counts for q in find_by_rules(text)}
    assert found[words] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Nine people drowned when the old ferry overturned off the cape, three of them infants.", ["killed", "killed"]),
        ("At least 8 of the missing climbers were Swiss.", ["missing"]),
        ("He got a suspended sentence of two years and one month.", ["sentence"]),
        ("The list took 48.1 percent of the vote, against 40.2 percent for the Greens.", ["support", "support"]),
        ("In the assembly 90 states voted in favour of the motion, seven against and 20 abstained.", ["support", "oppose", "undecided"]),
        ("The bill was approved with 140 votes.", ["support"]),
        ("The force, 2,000 strong, goes home.", ["troops"]),
        ("Police made 40 arrests.", ["detained"]),
        ("Rebels brought down two helicopters.", ["weapons"]),
        ("Bamako received $30 million from Doha.", ["aid"]),
        ("He was released on bail of $5,000.", [None]),
        ("Rabat freed only a fraction of the 90 dissidents.", ["detained"]),
        ("Raiders carried off 30 villagers.", ["detained"]),
        ("Nine nurses were carried off by gunmen.", ["detained"]),
        ("Oslo ordered 11 Iranian envoys to leave.", [None]),
    ],
)
def test_what_is_counted_by_neighbours_and_words_inside(text: str, counts: list[str | None]) -> None:
    assert [q.counts for q in find_by_rules(text)] == counts


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Berne sold 30 Leopard 2 tanks.", "30 Leopard 2 tanks", 30.0, "items"),
        ("They dropped three barrel bombs.", "three barrel bombs", 3.0, "items"),
        ("It has 50 infantry fighting vehicles.", "50 infantry fighting vehicles", 50.0, "items"),
        ("Six Chinese survey ships sailed.", "Six Chinese survey ships", 6.0, "items"),
        ("They handed over nine captives.", "nine captives", 9.0, "persons"),
        ("The fleet was hit, the shells sinking two.", "two", 2.0, "items"),
        ("A judge quit, bringing to eight the number who have left.", "eight", 8.0, "persons"),
    ],
)
def test_names_particles_and_nouns_left_out(text: str, words: str, value: float, unit: str) -> None:
    assert [(text[q.start : q.end], q.value, q.unit) for q in find_by_rules(text)] == [(words, value, unit)]


def test_an_age_turned_is_no_quantity() -> None:
    assert find_by_rules("The senator turned 70 in March.") == []


def test_a_cue_is_looked_for_where_one_of_its_first_words_stands() -> None:
    cue = Cue(lambda: r"(?<![\w-])(?:shot down|hit)(?![\w-])", opening_words(["shot down", "hit"]))
    for text in ("Shot down by rebels", "they HIT two", "the snap-shot, down", "hits", "nothing"):
        assert [m[0] for m in cue.matches(text, words_in(text))] == [m[0] for m in cue.pattern.finditer(text)]


@pytest.mark.parametrize("kind", load_kinds(), ids=lambda kind: kind.name)
def test_every_match_of_a_cue_begins_with_one_of_its_first_words(kind: Kind) -> None:
    rows = [row for row in word_list("quantities")["class"] if row["name"] == kind.name]
    phrases = [one for row in rows for name in ("verbs", "goods_verbs", "weak_verbs", "subject_verbs", "phrases", "before") for one in row.get(name, ())]
    text = " ; ".join(f"{phrase} ; {inflected}" for phrase in phrases for inflected in verb_forms(phrase.partition(" ")[0]))
    for cue in filter(None, (kind.patient, kind.goods, kind.weak, kind.subject, kind.phrases, kind.before)):
        found = [match[0] for match in cue.pattern.finditer(text)]
        assert found and all(opening_words([one]) <= cue.opens for one in found)


@pytest.mark.parametrize(("row", "kind"), list(zip(word_list("quantities")["class"], load_kinds(), strict=True)), ids=lambda one: getattr(one, "name", ""))
def test_each_phrase_of_a_cue_holds_one_of_its_signs(row: dict[str, list[str]], kind: Kind) -> None:
    named = (("verbs", kind.patient), ("subject_verbs", kind.subject), ("phrases", kind.phrases), ("before", kind.before),
             ("goods_verbs", kind.goods), ("weak_verbs", kind.weak))  # fmt: skip
    for name, cue in named:
        for phrase in row.get(name, ()):
            first, _, rest = phrase.partition(" ")
            texts = [f"{form} {rest}".strip() for form in (verb_forms(first) if "verbs" in name else [first])]
            assert cue is not None and all(any(cue.matches(text, words_in(text))) for text in texts if cue.search(text))
            assert all(kind.name in signalled(words_in(text)) for text in texts if cue.search(text))


@pytest.mark.parametrize(
    "text",
    [
        "Protesters attacked the town hall after deputies passed a bill that would raise $2.7 billion in taxes.",
        "The rebels shelled the port while the central bank spent $40 million on the currency.",
    ],
)
def test_a_sum_of_another_clause_does_not_measure_an_act(text: str) -> None:
    found = attached(text)
    assert not next(held for trigger, held in found.items() if trigger in {"attacked", "shelled"})


def test_a_number_of_a_long_list_is_judged_by_the_items_near_it() -> None:
    text = "Losses by district " + " ".join(f"killed {n}" for n in range(100, 400))
    at = text.index("killed 250") + len("killed ")
    here = around(text, at, at + 3)
    assert (here.before.split()[0], here.after.split()[-1]) == ("killed", "killed")
    assert here.before.split()[1::2] == [str(n) for n in range(242, 250)]
    assert here.after.split()[1::2] == [str(n) for n in range(251, 259)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Under one of the accords, Ghana freed two pilots.", ["two pilots"]),
        ("Oslo freed three sailors, while not one of the guests spoke.", ["three sailors"]),
        ("Canada left its Five Eyes partners and freed two spies.", ["two spies"]),
        ("Canada left its five partners.", ["five partners"]),
    ],
)
def test_what_names_or_denies_is_not_counted(text: str, counted: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_quantities(text)] == counted


def test_who_is_charged_is_not_harmed() -> None:
    text = "Prosecutors indicted five others for a campaign that killed a mayor."
    sentence = parse(text)
    head, others = (next(t.i for t in sentence.tokens if t.text == word) for word in ("indicted", "others"))
    (found,) = [replace(one, counts="killed") for one in find_quantities(text) if text[one.start : one.end] == "five others"]
    for kind, counts in (("ACCUSE", None), ("ASSAULT", "killed")):
        act = Act(sentence, (head, head), head, kind, (), "", (), (others,), (), 0.9)
        assert [one.counts for one in attach(sentence, [act], [found])[0]] == [counts]
