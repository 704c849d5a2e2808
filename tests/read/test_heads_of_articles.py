"""The head of a journal's article in PDF: authors with raised letters, their institutes, the days on which it was received and accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.read.test_pdf_layout import page_of

from dateline.read.articlehistory import history_days, nearest_day
from dateline.read.draft import DraftBlock
from dateline.read.mastline import read_line
from dateline.read.pdf import reader
from dateline.read.pdf.process import Extracted
from dateline.read.textmap import Mapped
from dateline.types import BlockKind

Text = tuple[float, float, str, float]
TITLE: Text = (40.0, 560.0, "Grain Ports in a Year of Blockades", 16.0)
BODY: tuple[Text, ...] = (
    (40.0, 440.0, "Egypt asked Romania for grain on 4 March 2019 and Sofia offered it", 10.0),
    (40.0, 428.0, "the port of Varna. Ankara refused to open the strait for the ships.", 10.0),
    (40.0, 416.0, "Cairo protested, and the ships lay at anchor for a week off Istanbul.", 10.0),
)


def signed(base: float, size: float, *names: tuple[str, str]) -> list[Text]:
    """Names side by side, each with raised marks behind it."""
    left, found = 40.0, list[Text]()
    for name, marks in names:
        found.append((left, base, name, size))
        left += 0.5 * size * len(name)
        found.append((left, base + 0.4 * size, marks, 0.6 * size))
        left += 0.3 * size * len(marks)
    return found


def institute(base: float, size: float, mark: str, name: str) -> list[Text]:
    return [(40.0, base + 0.4 * size, mark, 0.6 * size), (40.0 + 0.3 * size * len(mark), base, name, size)]


def read(monkeypatch: pytest.MonkeyPatch, *texts: Sequence[Text]) -> list[tuple[BlockKind, str]]:
    page = replace(page_of(*(one for group in texts for one in group)), number=1)
    monkeypatch.setattr(reader, "extract", lambda data: Extracted((page,), {}))
    draft = reader.read_pdf(b"")
    assert not draft.notes
    return [(block.kind, block.text.text.replace("\n", " ")) for block in draft.blocks]


@pytest.mark.parametrize("size", [10.0, 9.0])
@pytest.mark.parametrize("marks", [("a", "b", "a,b"), ("1", "2", "1,2"), ("a,*", "b", "b")])
def test_authors_institutes_and_days_are_lines_of_their_own(monkeypatch: pytest.MonkeyPatch, size: float, marks: tuple[str, str, str]) -> None:
    names = ("Mona Hafez", ", Ion Petrescu", ", Elif Aksoy")
    found = read(
        monkeypatch,
        [TITLE],
        signed(530.0, 10.0, *zip(names, marks, strict=True)),
        institute(518.0, size, marks[0][0], "Institute of Grain Trade, Alexandria"),
        institute(506.0, size, marks[1], "Department of Politics, University of Iasi"),
        [(40.0, 494.0, "Received 3 May 2018; accepted 9 January 2019", size)],
        BODY,
    )
    texts = [text for _, text in found]
    assert texts[1:5] == [
        "Mona Hafez, Ion Petrescu, Elif Aksoy",
        "Institute of Grain Trade, Alexandria",
        "Department of Politics, University of Iasi",
        "Received 3 May 2018; accepted 9 January 2019",
    ]
    assert texts[5].startswith("Egypt asked")


def test_the_sentence_goes_on_in_a_line_that_begins_like_the_days(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(40.0, 530.0, "The note of the foreign ministry in Cairo, it said on the next day, was", 10.0), (40.0, 518.0, "received 3 May 2018", 10.0)]
    assert [text for _, text in read(monkeypatch, [TITLE], rows, BODY)][1].endswith("was received 3 May 2018")


def test_ordinals_are_no_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[Text] = [(40.0, 530.0, "The 4", 10.0), (65.0, 534.0, "th", 6.0), (76.0, 530.0, "fleet sailed to Varna with grain on Monday.", 10.0)]
    assert read(monkeypatch, [TITLE], rows, BODY)[1][1].startswith("The 4th fleet")


class TestDays:
    @pytest.mark.parametrize(
        ("line", "day", "published"),
        [
            ("Received 3 May 2014; Accepted 12 September 2014", "2014-09-12", False),
            ("Received: 7 January 2020 / Revised: 2 March 2020 / Accepted: 15 April 2020 / Published online: 1 May 2020", "2020-05-01", True),
            ("(Received 4 July 2011; final version received 9 November 2011)", "2011-11-09", False),
            ("Article history: Received 12 March 2018, Received in revised form 4 May 2018, Accepted 5 June 2018", "2018-06-05", False),
            ("Received March 1, 2010. Accepted May 4, 2010.", "2010-05-04", False),
            ("Available online 10 June 2019", "2019-06-10", True),
        ],
    )
    def test_the_day_nearest_to_publication(self, line: str, day: str, published: bool) -> None:
        days = history_days(line)
        assert days is not None
        assert (nearest_day(days)[0].iso, nearest_day(days)[1]) == (day, published)

    @pytest.mark.parametrize("line", ["Received by the minister on 3 May 2014", "Accepted the offer of 3 May 2014", "Received 300 rifles in May 2014", "3 May 2014", ""])
    def test_sentences_are_none(self, line: str) -> None:
        assert history_days(line) is None

    def test_they_are_no_text(self) -> None:
        line = read_line(DraftBlock(BlockKind.PARAGRAPH, Mapped.inserted("Received 3 May 2014; accepted 9 June 2014; published online 2 July 2014")), True)
        assert line is not None
        assert line.published is not None
        assert (line.published.iso, line.updated) == ("2014-07-02", False)
