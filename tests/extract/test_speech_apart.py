"""Whose word an act is, and how certain, where the words that say so stand in another sentence or apart from the act."""

from __future__ import annotations

import functools

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline
from dateline.record import EventMention

#: A passage, a trigger in it, who says so (``None``: the author) and how certain it is (``""``: not asked).
CASES = [
    ("Mali's interior minister told the press that all was calm. Gunmen had stormed a hotel in Gao. The army had retaken it, he added.", "stormed", "Mali's interior minister", ""),
    ("The Vietnamese ambassador painted a grim picture of the border. Chinese guns had shelled Lang Son for nine days.", "shelled", "Vietnamese ambassador", ""),
    ("A former prisoner recalled his months at the fort. Guards had beaten him with cables.", "beaten", "former prisoner", ""),
    ("Father Mazur told the congregation what he knew. Security police had abducted the chaplain near Torun.", "abducted", "Father Mazur", ""),
    ("Kenya's defence ministry said its camp was safe. Militants had attacked a base at El Adde in January.", "attacked", None, ""),
    ("The prime minister gave a speech on fisheries in Apia. Parliament had rejected his budget on Monday.", "rejected", None, ""),
    ("Ethiopia's foreign minister said that his country wanted peace. He had expelled the envoy of Eritrea in May. He added that talks were possible.", "expelled", None, ""),
    ("Ghana said it would reopen its embassy in Lomé.", "reopen", None, ""),
    ("Zambia said on Monday it was prepared to send doctors to Malawi.", "prepared to send", None, ""),
    ("The Chadian army said it had killed forty rebels near Bol.", "killed", "Chadian army", "certain"),
    ("It is possible, an aide conceded, that Liberian soldiers burned the camp.", "burned", "aide", "possible"),
    ("It is likely, though no one will say so, that Syrian agents killed the editor.", "killed", None, "probable"),
    ("Houthi radio reported that its fighters had seized the base at Al Anad, which, if confirmed, would open the road to Aden.", "seized", "Houthi radio", "possible"),
    ("According to unconfirmed reports the governor of Tahoua was shot at his desk.", "shot", "unconfirmed reports", "possible"),
    ("Libya flew doctors to Khartoum on Friday, though this could not be confirmed.", "flew", None, "possible"),
    ("If confirmed, the nominee will go to Kenya. Nigeria arrested nine rebels on Monday.", "arrested", None, "certain"),
    ("It is understood that two ministers were arrested in Harare.", "arrested", "", "probable"),
]  # fmt: skip


@functools.lru_cache(maxsize=1)
def coded() -> list[tuple[EventMention, ...]]:
    documents = [plain_document(str(n), text, "2019-05-06") for n, (text, *_) in enumerate(CASES)]
    return [one.mentions for one in Pipeline(CodeOptions()).code(documents)]


@pytest.mark.parametrize("number", range(len(CASES)))
def test_who_says_so_and_how_certain_it_is(number: int) -> None:
    _, trigger, voice, certainty = CASES[number]
    act = next(m for m in coded()[number] if m.trigger.text.startswith(trigger))
    said = act.attribution
    assert (said is None) == (voice is None)
    assert said is None or not voice or said.text == voice
    assert not certainty or str(act.certainty) == certainty
