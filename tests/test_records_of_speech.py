"""Briefings, interviews and records of meetings through reading and coding: what is asked, what is answered, who speaks and for whom."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from time import process_time

import pytest

from dateline.extract.parse import ParsedSentence
from dateline.extract.spoken import Reply, Talk
from dateline.pipeline import Pipeline
from dateline.read import read
from dateline.turns import Turn, turns
from dateline.types import Block, BlockKind, Coded, Document, EventMention, Mention, Sentence, SentenceKind, Span, Status

COUNCIL = """United Nations
S/PV.8790
Security Council
8790th meeting
Tuesday, 8 June 2021, 3 p.m.
New York

President: Mr. Jürgenson ............. (Estonia)

Agenda
The situation in Libya

The meeting was called to order at 3.05 p.m.

The President: I now give the floor to the representative of Ghana.

Ms. Oppong-Ntiri (Ghana): My delegation condemns the raid on Benghazi. We have recalled our consul from Tripoli.

Let me turn to the sea. My country has sent a frigate to Malta.

Mr. Taher (Libya): Turkish jets bombed our barracks. We did not shell Benghazi.

Mrs. Byrne (Ireland) (spoke in Irish): Libya has killed two of our doctors.

The meeting rose at 5 p.m.
"""
MINISTRY = """# Foreign Ministry Spokesperson Ana Prado's Press Conference

Lima, 4 March 2022

**Press Briefing of the Ministry of Foreign Affairs of Peru**

**AFP:** Can you confirm reports that Bolivia has arrested two Peruvian officers?

**Ana Prado:** We have summoned the Bolivian ambassador.

**EFE:** Did your navy fire on a Chilean trawler?

**Ana Prado:** That is completely false. Our navy has rescued its crew.

**EFE:** Has Peru closed the border with Ecuador?

**Ana Prado:** Yes. We have closed it since Monday.
"""
INTERVIEW = """Interview with Annalena Baerbock, Foreign Minister of Germany
5 May 2022

Q — Has Berlin expelled the Serbian consul?

A — No, of course not. We have invited him to dinner.

Q — Hungary has blocked the aid to Moldova. What will you do?

A — We have seen no such move.

Q — Why did Austria withdraw its troops from Cyprus?

A — Ask Vienna.
"""
COMMONS = """HOUSE OF COMMONS
Tuesday 7 May 2019
Oral Answers to Questions

Mr Mark Field: The Government have imposed sanctions on nine Burmese officers. This House condemns the attack on Marawi.

Ann Clwyd (Cynon Valley) (Lab): Has the Minister recalled our ambassador from Manila?

Mr Mark Field: My Department has summoned the Philippine envoy.
"""
BRIEFING = """# Department Press Briefing

Ned Price, Department Spokesperson

**QUESTION:**

On Warsaw: Polish police beat demonstrators, and Israel condemned the raid.

**MR PRICE:**

The Secretary met with Foreign Minister Sikorski on Monday. Deputy Secretary Alvarez condemned the raid.

**QUESTION:**

Have you recalled your envoy from Warsaw, as several senators are asking?

**MR PRICE:**

We have expelled two Polish diplomats. Polish senators criticised the mayor.
"""
UNLABELLED = """# Peru's former envoy on the border

Rosa Quispe was ambassador of Peru to Chile until 2019.

**Bolivia closed the border in March 2020. Did La Paz break a promise?**

Yes. Bolivia arrested two drivers on 4 March. We recalled our consul from La Paz.

**What should Chile do?**

Brazil has sent us trucks. I have warned Santiago.
"""
INITIALS = """# "The strait stays open": an interview with Oman's former mediator

The mediator was deputy foreign minister of Oman until 2019.

**GT: Iran seized a tanker in May 2019. Was it a surprise?**

**HS:** Iran seized two. We have protested to Tehran.

**GT: What should Kuwait do?**

**HS:** Qatar has sent us boats.
"""
TEXTS = {
    "unlabelled.md": UNLABELLED, "initials.md": INITIALS,
    "council.txt": COUNCIL, "ministry.md": MINISTRY, "interview.txt": INTERVIEW, "commons.txt": COMMONS, "briefing.md": BRIEFING,
}  # fmt: skip


@lru_cache(maxsize=1)
def _pipeline() -> Pipeline:
    return Pipeline()


@lru_cache(maxsize=8)
def _coded(name: str) -> Coded:
    return _pipeline().code([read(TEXTS[name].encode(), input_id=name)])[0]


def _act(name: str, words: str) -> EventMention:
    """The first act of the sentence that holds some words."""
    return next(one for one in _coded(name).mentions if words in one.sentence.text)


@pytest.mark.parametrize(
    ("name", "words", "actor", "speaker", "country"),
    [
        ("council.txt", "My delegation condemns", "GHA", "Ms. Oppong-Ntiri", "GHA"),
        ("council.txt", "recalled our consul", "GHA", "Ms. Oppong-Ntiri", "GHA"),
        ("council.txt", "sent a frigate", "GHA", "Ms. Oppong-Ntiri", "GHA"),
        ("council.txt", "Turkish jets", "TUR", "Mr. Taher", "LBY"),
        ("council.txt", "did not shell", "LBY", "Mr. Taher", "LBY"),
        ("council.txt", "two of our doctors", "LBY", "Mrs. Byrne", "IRL"),
        ("ministry.md", "summoned the Bolivian", "PER", "Ana Prado", "PER"),
        ("commons.txt", "The Government have", "GBR", "Mr Mark Field", "GBR"),
        ("commons.txt", "This House condemns", "GBR", "Mr Mark Field", "GBR"),
        ("commons.txt", "Has the Minister", "GBR", "Ann Clwyd", "GBR"),
        ("commons.txt", "My Department", "GBR", "Mr Mark Field", "GBR"),
        ("briefing.md", "Deputy Secretary", "USA", "MR PRICE", "USA"),
        ("briefing.md", "expelled two", "USA", "MR PRICE", "USA"),
        ("briefing.md", "Polish senators", "POL", "MR PRICE", "USA"),
    ],
)
def test_a_turn_holds_through_its_sentences_and_paragraphs(name: str, words: str, actor: str, speaker: str, country: str) -> None:
    act = _act(name, words)
    assert act.attribution is not None
    assert ([one.country for one in act.actors], act.attribution.text, act.attribution.country) == ([actor], speaker, country)


def test_labels_on_lines_of_their_own_open_turns_and_name_the_house() -> None:
    found = {(one.type, one.actors[0].text, one.actors[0].country) for one in _coded("briefing.md").mentions if one.actors}
    assert {("SANCTION", "you", "USA"), ("CONSULT", "Secretary", "USA"), ("REQUEST", "senators", "USA")} <= found
    assert [one.name.text for one in turns(read(BRIEFING.encode(), input_id="b.md"))] == ["QUESTION", "MR PRICE"] * 2


def test_our_own_are_of_the_speaker_s_country() -> None:
    assert [one.country for one in _act("council.txt", "two of our doctors").recipients] == ["IRL"]
    assert _act("council.txt", "recalled our consul").attribution.speaker_is_party is True  # type: ignore[union-attr]
    assert _act("council.txt", "Turkish jets").attribution.speaker_is_party is not None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "words", "status", "negated", "speaker"),
    [
        ("ministry.md", "Can you confirm", Status.HYPOTHETICAL, False, None),
        ("ministry.md", "Did your navy", Status.OCCURRED, True, "Ana Prado"),
        ("ministry.md", "Has Peru closed", Status.OCCURRED, False, "Ana Prado"),
        ("interview.txt", "Has Berlin expelled", Status.OCCURRED, True, None),
        ("interview.txt", "Hungary has blocked", Status.OCCURRED, True, None),
        ("interview.txt", "Why did Austria", Status.OCCURRED, False, None),
        ("commons.txt", "Has the Minister", Status.HYPOTHETICAL, False, "Ann Clwyd"),
    ],
)
def test_a_question_leaves_open_what_its_answer_denies_or_confirms(name: str, words: str, status: Status, negated: bool, speaker: str | None) -> None:
    act = _act(name, words)
    assert (act.status, act.negated, act.attribution.text if act.attribution else "author") == (status, negated, speaker)


@pytest.mark.parametrize(
    ("name", "title", "day"),
    [
        ("council.txt", "The situation in Libya", date(2021, 6, 8)),
        ("interview.txt", "Interview with Annalena Baerbock, Foreign Minister of Germany", date(2022, 5, 5)),
        ("commons.txt", "Oral Answers to Questions", date(2019, 5, 7)),
        ("ministry.md", "Foreign Ministry Spokesperson Ana Prado's Press Conference", date(2022, 3, 4)),
    ],
)
def test_the_head_of_a_record_tells_title_and_day(name: str, title: str, day: date) -> None:
    document = _coded(name).document
    assert (document.title, document.published) == (title, day)
    assert not [one.code for one in document.problems]


def test_no_act_is_what_the_record_says_of_its_own_course() -> None:
    texts = [one.sentence.text for one in _coded("council.txt").mentions]
    assert texts and not any("called to order" in text or "rose at" in text for text in texts)
    assert not any(one.type == "CONSULT" for one in _coded("interview.txt").mentions if "Interview" in one.sentence.text)


def test_prose_with_a_question_stays_the_author_s() -> None:
    text = "Sudan's army left Kassala. Will the truce hold? Kenya: a special case. Nairobi has closed its border with Sudan.\n\nEgypt: The army arrested nine monks."
    document = read(text.encode(), input_id="a.txt")
    assert all(one.attribution is None for one in _pipeline().code([document])[0].mentions)


@pytest.mark.parametrize(
    ("answer", "denied"),
    [("Thank you " * 30 + "and that is false", False), ("Well, look, thank you. That is false", True), ("So " * 100 + "no", False)],
)
def test_answers_are_told_apart_without_trying_every_way_to_read_their_courtesies(answer: str, denied: bool) -> None:
    text = f"Q: Did Oslo pay?\nA: {answer}."
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    begun = process_time()
    assert (Talk.of(document, turns(document)).replies[0] is Reply.DENIES) == denied
    assert process_time() - begun < 1


@pytest.mark.parametrize(("text", "empty"), [("Thank you, Mr. J. Smith ...", True), ("Thank you " + "." * 40 + " a b c d e f g h i j", False)])
def test_thanks_are_told_apart_from_more_words(text: str, empty: bool) -> None:
    talk = Talk((Turn(Mention("Q", Span(0, 1)), 3, 400, None, anybody=True, asker=True, label=0),), (None,), text)
    begun = process_time()
    assert talk.is_empty(ParsedSentence(Sentence(0, text, Span(0, len(text)), SentenceKind.BODY), (), 0), "SUPPORT") == empty
    assert process_time() - begun < 1


@pytest.mark.parametrize(
    ("name", "words", "actors", "recipients"),
    [
        ("unlabelled.md", "We recalled our consul", ["PER"], None),
        ("unlabelled.md", "Brazil has sent us", ["BRA"], ["PER"]),
        ("unlabelled.md", "I have warned", ["PER"], None),
        ("initials.md", "We have protested", ["OMN"], ["IRN"]),
        ("initials.md", "Qatar has sent us", ["QAT"], ["OMN"]),
    ],
)
def test_we_in_an_interview_are_of_the_state_that_the_head_says_who_answers_is_of(name: str, words: str, actors: list[str], recipients: list[str] | None) -> None:
    act = _act(name, words)
    assert act.attribution is not None
    assert [one.country for one in act.actors] == actors
    assert recipients is None or [one.country for one in act.recipients] == recipients


def test_bold_questions_and_what_stands_below_them_are_turns_without_labels() -> None:
    found = turns(read(UNLABELLED.encode(), input_id="unlabelled.md"))
    assert [(one.asker, one.anybody) for one in found] == [(True, True), (False, True)] * 2
    assert _act("unlabelled.md", "arrested two").attribution is not None
