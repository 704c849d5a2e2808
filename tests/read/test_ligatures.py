"""Letters that typesetting joined ("ﬁ") are read apart, and their offsets lead to the raw text."""

from __future__ import annotations

from dateline.read import ReadOptions
from dateline.read.corpus import record_document
from dateline.read.textmap import Mapped, normalise


def test_joined_letters_come_apart_and_know_where_they_stood() -> None:
    found = normalise(Mapped.whole("Oﬃcials ﬂed, a ﬁght"))
    assert found.text == "Officials fled, a fight"
    assert [found.raw[found.text.index(word)] for word in ("Off", "cials", "fled", "fight")] == [0, 2, 8, 15]


def test_other_letters_stay() -> None:
    assert normalise(Mapped.whole("Æthel’s Œuvre, ß and ĳ")).text == "Æthel’s Œuvre, ß and ĳ"


def test_a_line_of_a_corpus_has_them_apart() -> None:
    made = record_document({"id": "a", "text": "Oman’s chief of staﬀ ﬂew to Doha.", "date": "2019-05-07"}, "a", ReadOptions())
    assert made.text == "Oman’s chief of staff flew to Doha."
