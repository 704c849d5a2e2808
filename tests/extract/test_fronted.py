"""A time or place in front of the subject without a comma is no part of it."""

from __future__ import annotations

import pytest
from parsing import parse


@pytest.mark.parametrize(
    ("text", "subject", "behind"),
    [
        ("On Friday senators in Rome condemned the raid.", "senators", "Friday"),
        ("In northern Mali jihadists killed six soldiers.", "jihadists", "Mali"),
        ("In April gunmen abducted nine nurses.", "gunmen", "April"),
        ("On Sunday protesters had attacked the French embassy in Niamey.", "protesters", "Sunday"),
        ("In Gaza medics said 12 people died.", "medics", "Gaza"),
        ("On Monday Turkish jets struck villages.", "jets", "Monday"),
        ("In northern Syria Turkish drones have since May struck villages.", "drones", "Syria"),
    ],
)
def test_the_subject_is_given_back_to_its_verb(text: str, subject: str, behind: str) -> None:
    tokens = parse(text).tokens
    assert next(t.text for t in tokens if t.dep == "nsubj") == subject
    assert [t.text for t in tokens if t.dep == "pobj" and t.head == 0] == [behind]


@pytest.mark.parametrize("text", ["In Ankara court officials met lawyers.", "In London, Labour members voted.", "In March Kenyan farmers blocked the road."])
def test_other_subjects_stay_whole(text: str) -> None:
    sentence = parse(text)
    (subject,) = (t for t in sentence.tokens if t.dep == "nsubj" and t.head == next(r.i for r in sentence.tokens if r.dep == "ROOT"))
    assert subject.text in {"officials", "members", "farmers"}
