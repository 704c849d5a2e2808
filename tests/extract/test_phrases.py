"""The extent, form and number of noun phrases."""

from __future__ import annotations

import pytest
from parsing import at, build, parse

from dateline.extract.phrases import all_phrases, behind, conjoined, phrase_at
from dateline.types import Phrase, PhraseForm, Span


def phrase(text: str, head: str) -> Phrase:
    sentence = parse(text)
    found = phrase_at(sentence, at(sentence, head))
    assert found is not None
    assert text[found.mention.span.start : found.mention.span.end] == found.mention.text
    return found


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The Sahelian militia attacked Niamey.", "militia", "Sahelian militia"),
        ("An envoy left.", "envoy", "envoy"),
        ("The rebels' spokesman rejected the offer.", "spokesman", "rebels' spokesman"),
        ("The Philippines' army shelled the town.", "army", "Philippines' army"),
        ("Some 300 Kenyan troops left.", "troops", "Kenyan troops"),
        ("At least 1,200 Kenyan troops left.", "troops", "Kenyan troops"),
        ("Its navy attacked the boats.", "navy", "navy"),
        ("Thousands of Kenyan protesters marched.", "Thousands", "Kenyan protesters"),
        ("A group of armed men attacked Goma.", "group", "armed men"),
        ("Two-thirds of Norwegians oppose the pipeline.", "thirds", "Norwegians"),
        ("About 60 percent of Peruvians oppose the pipeline.", "percent", "Peruvians"),
        ("The King of Bhutan visited India.", "King", "King of Bhutan"),
        ("The former Kenyan prime minister visited Accra.", "minister", "former Kenyan prime minister"),
        ("The chief of staff of Kenya's navy resigned.", "chief", "chief of staff of Kenya's navy"),
        ("Some 300 members of the National Front attacked the mosque.", "members", "members of the National Front"),
        ("The Sahel-based group attacked Niamey.", "group", "Sahel-based group"),
        ("Kurdish-led fighters attacked Niamey.", "fighters", "Kurdish-led fighters"),
        ('The "smart" sanctions failed.', "sanctions", "sanctions"),
        ("The soldiers who had fled returned.", "soldiers", "soldiers"),
        ("On 14 May Putin accused Kyiv.", "Putin", "Putin"),
        ("Yerevan accused Baku of ethnic cleansing.", "Baku", "Baku"),
        ("Peru was warned of reprisals.", "Peru", "Peru"),
        ("Oslo informed Lima of new tariffs.", "Lima", "Lima"),
        ("Prosecutors accused the Bank of America of fraud.", "Bank", "Bank of America"),
        ("The army detained more than 70 people in Goma.", "people", "people"),
        ("The blast killed 26 people, 14 of them soldiers, in Quetta.", "soldiers", "soldiers"),
        ("The boat carried perhaps 500 Rohingya refugees.", "refugees", "Rohingya refugees"),
        ("Five of seven judges condemned the president.", "judges", "judges"),
        ("The so-called caliphate attacked Mosul.", "caliphate", "so-called caliphate"),
        ('Moscow warned the West of "colossal risks" in Ukraine.', "West", "West"),
        ("On 6 June 2024 Kenyan police arrested him.", "police", "Kenyan police"),
        ("The January 6 committee met.", "committee", "January 6 committee"),
        ("Since April Algeria is believed to have refused them.", "Algeria", "Algeria"),
        ("Since May Kenya has barred Tanzanian trucks.", "Kenya", "Kenya"),
        ("Mexico's foreign minister left.", "minister", "Mexico's foreign minister"),
    ],
)
def test_extent(text: str, head: str, expected: str) -> None:
    assert phrase(text, head).mention.text == expected


def test_an_opening_quotation_mark_without_its_partner_is_left_off() -> None:
    text = 'The "peace envoy left.'
    sentence = build(
        text,
        """
        The   DT  det      3
        "     ``  punct    3
        peace NN  compound 3
        envoy NN  nsubj    4
        left  VBD ROOT     4
        .     .   punct    4
        """,
    )
    found = phrase_at(sentence, 3)
    assert found is not None
    assert found.mention.text == "peace envoy"


@pytest.mark.parametrize(
    ("text", "head", "form", "plural"),
    [
        ("Kenya left.", "Kenya", PhraseForm.NAME, False),
        ("The soldiers left.", "soldiers", PhraseForm.NOMINAL, True),
        ("The police left.", "police", PhraseForm.NOMINAL, True),
        ("They left.", "They", PhraseForm.PRONOUN, True),
        ("She left.", "She", PhraseForm.PRONOUN, False),
        ("Both left.", "Both", PhraseForm.PRONOUN, True),
    ],
)
def test_form_and_number(text: str, head: str, form: PhraseForm, plural: bool) -> None:
    found = phrase(text, head)
    assert (found.form, found.plural, found.subject) == (form, plural, True)


def test_the_possessive_ending_stands_outside() -> None:
    sentence = parse("Turkey condemned Greece's decision.")
    owner = phrase_at(sentence, at(sentence, "Greece"))
    assert owner is not None
    assert (owner.mention.text, owner.subject) == ("Greece", False)


def test_a_dash_separates_two_parties() -> None:
    sentence = parse("Russia–Belarus talks began.")
    second = phrase_at(sentence, at(sentence, "Belarus"))
    assert second is not None
    assert second.mention.text == "Belarus"


def test_the_extended_phrase_holds_what_was_left_off_the_front() -> None:
    text = "At least 300 Kenyan soldiers returned."
    found = phrase(text, "soldiers")
    assert found.extended is not None
    assert text[found.extended.start : found.extended.end] == "At least 300 Kenyan soldiers"


def test_coordinated_nouns_in_text_order() -> None:
    sentence = parse("Japan, Malta and South Korea expelled the consul.")
    assert [sentence.tokens[i].text for i in conjoined(sentence, at(sentence, "Japan"))] == ["Japan", "Malta", "Korea"]


def test_all_phrases_in_text_order_with_possessors() -> None:
    text = "Its minister told Ghana's envoy that they had left."
    found = [p.mention for p in all_phrases(parse(text))]
    assert [m.text for m in found] == ["Its", "minister", "Ghana", "Ghana's envoy", "they"]
    assert [m.span for m in found] == sorted((m.span for m in found), key=lambda s: s.start)
    assert found[0].span == Span(0, 3)


def test_subject_and_verb_that_the_parser_took_for_modifiers_are_no_part_of_a_name() -> None:
    sentence = build(
        "Kim Il met Abe and Iran-backed Houthis.",
        """
        Kim     NNP  compound 1
        Il      NNP  nmod     3
        met     VBD  amod     3
        Abe     NNP  ROOT     3
        and     CC   cc       3
        Iran    NNP  npadvmod 7
        -       HYPH punct    7
        backed  VBN  amod     8
        Houthis NNPS conj     3
        .       .    punct    3
        """,
    )
    found = [phrase_at(sentence, i) for i in (3, 8)]
    assert [one.mention.text for one in found if one] == ["Abe", "Iran-backed Houthis"]


@pytest.mark.parametrize(
    ("text", "act", "head", "expected"),
    [
        ("Mexico breaks ties with Ecuador after police storm embassy in Quito", "storm", "embassy", "embassy"),
        ("Rebels flee as army shells border town", "shells", "town", "border town"),
        ("Nicaragua bishops to mediate as president shelves pension reform", "shelves", "reform", "pension reform"),
        ("Rebels flee as army shells border town", "flee", "town", "army shells border town"),
    ],
)
def test_a_party_begins_behind_the_word_of_its_act(text: str, act: str, head: str, expected: str) -> None:
    sentence = parse(text, headline=True)
    found = phrase_at(sentence, at(sentence, head))
    assert found is not None
    assert behind(sentence, found, at(sentence, act)).mention.text == expected
