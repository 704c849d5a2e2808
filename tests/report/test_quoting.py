"""Which words of a sentence tell an act: from behind its party to the end of the clause, with its denial and its hedge."""

from __future__ import annotations

import pytest

from dateline.report.quoting import quotation, quoted
from dateline.types import Cues, EventMention, Mention, Participant, Sentence, Span


def told(text: str, trigger: str, *parties: str, cue: str = "") -> EventMention:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(100 + start, 100 + start + len(words))

    def phrase(words: str) -> Mention:
        return Mention(words, span(words))

    sentence = Sentence(0, text, Span(100, 100 + len(text)))
    actors = tuple(Participant(one, span(one)) for one in parties)
    cues = Cues(negated=phrase(cue)) if cue else Cues()
    return EventMention("m", "e", "d", "i", sentence, phrase(trigger), "SANCTION", actors=actors, cues=cues)


@pytest.mark.parametrize(
    ("mention", "words"),
    [
        (told("Oslo imposed new sanctions on Minsk, and Riga followed.", "sanctions", "Oslo"), "“imposed new sanctions on Minsk …”"),
        (told("Nepal, under pressure, closed 1,200 schools.", "closed", "Nepal"), "“closed 1,200 schools”"),
        (told("Envoys of Nepal did not meet him.", "meet", "Envoys of Nepal", cue="not"), "“did not meet him”"),
        (told("It has so far, aides say, refrained from sending troops.", "sending", "It", cue="refrained"), "“refrained from sending troops”"),
        (told("Police in Lima arrested two men who had fled.", "arrested", "Police"), "“arrested two men who had fled”"),
        (told("The king came home and dissolved parliament.", "dissolved", "The king"), "“dissolved parliament”"),
        (told("The men who guarded the fort fled.", "guarded", "The men"), "“guarded the fort fled”"),
        (told("Chad's refusal of the plan surprised all.", "refusal", "Chad"), "“refusal of the plan surprised all”"),
        (told("A Swiss-brokered truce, the third, held.", "brokered", "Swiss"), "“Swiss-brokered truce …”"),
        (told('He called it a "vile attack" by thugs.', "attack"), "“\"vile attack\" by thugs”"),
        (told('They denounced the vote as "a farce, a fraud" and left.', "denounced", "They"), "“denounced the vote as \"a farce, a fraud\" …”"),
        (told("Neither Oslo nor Riga took up the offer.", "took up", "Oslo", "Riga"), "“Neither Oslo nor Riga took up the offer”"),
        (told("So far no state has recognised it, and none will.", "recognised", "state"), "“no state has recognised it …”"),
        (told("Troops (some 400) left.", "left", "Troops"), "“left”"),
        (told("Oslo called the U.S. raid on the port an error.", "called", "Oslo"), "“called the U.S. raid on the port an error”"),
        (told("Riga banned Gen. Alvarez and J. Moreno from its ports.", "banned", "Riga"), "“banned Gen. Alvarez and J. Moreno from its ports”"),
        (told("Riga banned Moreno. He had left.", "banned", "Riga"), "“banned Moreno …”"),
        (told("Riga banned Moreno -- twice a minister -- from its ports.", "banned", "Riga"), "“banned Moreno …”"),
        (told('Oslo wants peace, "but we will answer any further raid on our ports and on all of our ships in the strait with yet stronger steps."', "answer", "we"),
         "“but we will answer any further raid on our ports and on all of our ships …”"),
    ],
)
def test_words_of_an_act(mention: EventMention, words: str) -> None:
    assert quotation(mention) == words
    assert mention.sentence.span.contains(quoted(mention)) and quoted(mention).contains(mention.trigger.span)


def test_long_clauses_are_cut() -> None:
    mention = told("Oslo banned " + "very " * 40 + "old ships.", "banned", "Oslo")
    assert quotation(mention).endswith(" very …”") and len(quotation(mention).split()) == 17


def test_a_trigger_outside_of_its_sentence_gives_the_sentence() -> None:
    mention = told("Oslo banned ships.", "banned", "Oslo")
    moved = EventMention("m", "e", "d", "i", Sentence(0, "Ships sailed.", Span(0, 13)), mention.trigger, "SANCTION")
    assert quotation(moved) == "“Ships sailed.”"
