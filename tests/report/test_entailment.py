"""Every sentence of the summary is entailed by the records it links, over more than fifty documents.

The reader here shares no code with :mod:`dateline.report.lines`: it takes the words of a line with the ids of the mentions that each number or
name links to, and works out from the bare records (:class:`dateline.types.EventMention`) whether they say so. A form of words that it does
not know fails.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.ontology.plover import quad
from dateline.pipeline import CodeOptions, Pipeline
from dateline.read import ReadOptions, read_inputs
from dateline.report.acts import acts
from dateline.report.names import country_name, party
from dateline.report.summary import summarise
from dateline.training.corpus import load_corpus
from dateline.types import Attribution, Coded, EventMention, Participant, Source, SourceLink

TESTS = Path(__file__).parents[1]
DOCUMENTS = (TESTS.parent / "samples", TESTS / "read" / "documents", TESTS / "read" / "layouts", TESTS / "read" / "pdf")
#: A link in a line: its words, and the mentions behind it.
Linked = tuple[str, tuple[EventMention, ...]]


def names(parties: Iterable[Participant]) -> set[str]:
    return {party(one) for one in parties if one.country or one.entity}


def origins(mention: EventMention) -> set[str]:
    sources = [link.source for link in mention.sources]
    found = (one.agency or one.outlet or one.publisher or (one.authors[0] if one.authors else None) for one in sources)
    return {one for one in found if one}


def voice(mention: EventMention) -> str | None:
    """Who says so, as far as anybody is named."""
    said, words = mention.attribution, []
    while said is not None:
        if not (said.text or said.entity):
            return None
        words.append(" ".join((said.text or said.entity or "").split()))
        said = said.via
    return ", via ".join(words) or None


class Line:
    """A line as its reader has it: text with a placeholder for each link, and the links."""

    def __init__(self, pieces: Sequence[object], by_number: dict[int, EventMention]) -> None:
        self.links: list[Linked] = []
        words = []
        for piece in pieces:
            text, rows = piece.text, piece.rows  # type: ignore[attr-defined]
            if rows is None:
                words.append(text)
            elif rows:
                words.append(f"⟦{len(self.links)}⟧")
                self.links.append((text, tuple(by_number[number] for number in rows)))
            else:
                assert text == "0", f"{text!r} links to nothing"
                words.append("0")
        self.words = "".join(words)

    def link(self, token: str) -> Linked:
        """The link behind a placeholder; ``0`` is none."""
        return ("0", ()) if token == "0" else self.links[int(token.strip("⟦⟧"))]

    def count(self, token: str, everything: Sequence[EventMention], test: Callable[[EventMention], bool]) -> int:
        """Checks that a number is that of its mentions, that all of them pass the test, and that no other does."""
        text, linked = self.link(token)
        number = int(text.split()[0].replace(",", ""))
        wanted = [one.mention_id for one in everything if test(one)]
        assert number == len(linked) and sorted(one.mention_id for one in linked) == sorted(wanted), (self.words, text)
        return number


N = r"(⟦\d+⟧|0)"
#: Names with the numbers of their acts; a name may hold anything but the words with which the next part of a line begins.
LIST = r"((?:(?:(?![;,] most often |; the latest |; ⟦).)+? \(⟦\d+⟧\)(?:, (?!most often )| and )?)+)"


def check_list(line: Line, text: str, everything: Sequence[EventMention], of: Callable[[EventMention], set[str]]) -> tuple[list[str], int]:
    """``Russia (7)`` or ``China (3) and Japan (3)``: each name with all its acts, and nothing stands in more."""
    # names may themselves hold commas and brackets: the placeholders part them
    found = re.findall(r"(.+?) \((⟦\d+⟧)\)(?:, | and |$)", text)
    counts = Counter(name for mention in everything for name in of(mention))
    sizes = {line.count(token, everything, lambda one, name=name: name in of(one)) for name, token in found}  # type: ignore[misc]
    assert len(sizes) == 1 and sizes == {max(counts.values())}, (text, counts)
    assert {name for name, _ in found} == {name for name, number in counts.items() if number in sizes}, text
    return [name for name, _ in found], sizes.pop()


def words_of(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def last_day(one: EventMention, published: date | None) -> date:
    assert one.date
    ahead = published is None or one.status in ("future", "hypothetical") or one.date.earliest > published
    return one.date.latest if ahead or published is None else min(one.date.latest, published)


def extent(line: Line, everything: Sequence[EventMention], documents: Sequence[Coded]) -> None:
    found = re.fullmatch(rf"(This document reports|These ([\d,]+) documents report) {N}(?:, (dated|the dated ones|the dated ones \(background apart\)) {N})?\.", line.words)
    assert found, line.words
    assert len(documents) == (int(found[2].replace(",", "")) if found[2] else 1)
    assert line.count(found[3], everything, lambda one: True) == len(everything)
    dated = [one for one in everything if one.date and one.status != "historical" and one.date.basis != "document"]
    assert bool(found[4]) == bool(dated)
    if not dated:
        return
    text, linked = line.link(found[5])
    assert {one.mention_id for one in linked} == {one.mention_id for one in dated}
    assert (found[4] == "dated") == (len(dated) == len(everything))
    published = {item.document.doc_id: item.document.published for item in documents}
    first, last = min(one.date.earliest for one in linked if one.date), max(last_day(one, published[one.doc_id]) for one in linked)
    assert text == (f"on {words_of(first)}" if first == last else f"from {words_of(first)} to {words_of(last)}")


def parties(line: Line, everything: Sequence[EventMention], documents: Sequence[Coded]) -> None:
    found = re.fullmatch(rf"(?:Most often acting: {LIST}(?:, most often towards {LIST})?)?(?:(?:; most|Most) often acted upon: {LIST})?\.", line.words)
    assert found, line.words
    if found[1]:
        doers, _ = check_list(line, found[1], everything, lambda one: names(one.actors))
        if found[2]:
            assert len(doers) == 1
            own = [one for one in everything if doers[0] in names(one.actors)]
            check_list(line, found[2], own, lambda one: names(one.recipients) - {doers[0]})
    if found[3]:
        check_list(line, found[3], everything, lambda one: names(one.recipients))


QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}


def kinds(line: Line, everything: Sequence[EventMention], documents: Sequence[Coded]) -> None:
    found = re.fullmatch(rf"By kind: ((?:⟦\d+⟧(?:, )?)+)(?:; most often {LIST})?(?:; the latest that is dated in the text and told as done for certain: (⟦\d+⟧))?\.", line.words)
    assert found, line.words
    total = 0
    for token in re.findall(r"⟦\d+⟧", found[1]):
        name = line.link(token)[0].split(" ", 1)[1]
        total += line.count(token, everything, lambda one, number=QUADS[name]: quad(one.type) == number)  # type: ignore[misc]
    assert total == len(everything), "the kinds divide the acts"
    if found[2]:
        check_list(line, found[2], everything, lambda one: {one.type})
    done = [
        one for one in everything
        if one.certainty == "certain" and one.status == "occurred" and not one.negated and one.actors
        and one.date and one.date.precision == "day" and one.date.basis in ("explicit", "relative")
    ]  # fmt: skip
    assert bool(found[3]) == bool(done)
    if found[3]:
        latest(*line.link(found[3]), max(one.date.earliest for one in done if one.date))


def latest(text: str, linked: tuple[EventMention, ...], day: date) -> None:
    (mention,) = linked
    assert mention.date and mention.date.earliest == day and text.endswith(f", {words_of(day)}"), text
    assert mention.type in text and all(party(one) in text for one in (*mention.actors, *mention.recipients)), text
    assert all(mode in text for mode in mention.modes) and ("→" in text) == bool(mention.recipients), text


def voices(line: Line, everything: Sequence[EventMention], documents: Sequence[Coded]) -> None:
    found = re.fullmatch(
        rf"Told on somebody’s word: {N}(?:, most often {LIST})?; {N} not certain; {N} denied or left undone; {N} only expected or imagined\.", line.words
    )
    assert found, line.words
    line.count(found[1], everything, lambda one: one.attribution is not None)
    if found[2]:
        check_list(line, found[2], [one for one in everything if one.attribution], lambda one: {said} if (said := voice(one)) else set())
    line.count(found[3], everything, lambda one: one.certainty != "certain")
    line.count(found[4], everything, lambda one: one.negated)
    line.count(found[5], everything, lambda one: one.status in ("future", "hypothetical"))


def evidence(line: Line, everything: Sequence[EventMention], documents: Sequence[Coded]) -> None:
    found = re.fullmatch(rf"Tied to a source: {N}; to none: {N}(?:; behind (\d+)% of the sourced acts( each)?: {LIST})?\.", line.words)
    assert found, line.words
    cited = line.count(found[1], everything, lambda one: bool(one.sources))
    assert line.count(found[2], everything, lambda one: not one.sources) == len(everything) - cited
    if found[5]:
        listed, number = check_list(line, found[5], everything, origins)
        assert found[3] == f"{100 * number / cited:.0f}" and bool(found[4]) == (len(listed) > 1)


READERS: tuple[tuple[str, Callable[[Line, Sequence[EventMention], Sequence[Coded]], None]], ...] = (
    ("This document", extent), ("These ", extent), ("Most often act", parties), ("By kind", kinds), ("Told on", voices), ("Tied to", evidence),
)  # fmt: skip


def check(coded: Sequence[Coded]) -> int:
    """Reads every line of a brief's summary against its records; gives the number of lines."""
    found = acts(coded)
    by_number = {act.number: act.mention for act in found}
    everything = [mention for item in coded for mention in item.mentions]
    summary = summarise(coded, found)
    for pieces in summary.lines:
        line = Line(pieces, by_number)
        if not everything:
            assert line.words == "No act was coded in these documents."
            continue
        reader = next((one for start, one in READERS if line.words.startswith(start)), None)
        assert reader is not None, f"no rule reads {line.words!r}"
        reader(line, everything, coded)
    for figure in summary.figures:
        if figure.rows is not None and not figure.value.endswith("%"):
            assert int(figure.value.replace(",", "")) == len(figure.rows)
    return len(summary.lines)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Coded]:
    """Every document among the tests and samples, and passages of the corpus as documents of their own."""
    folder = tmp_path_factory.mktemp("passages")
    passages = [passage for file in load_corpus(TESTS.parent / "corpus" / "test") for passage in file.passages]
    for number, passage in enumerate(passages[:30]):
        (folder / f"passage{number:02}.txt").write_text(passage.text, "utf-8")
    options = ReadOptions(date=date(2024, 12, 1))
    inputs = read_inputs([*map(str, DOCUMENTS), str(folder)], options)
    return [item for item in Pipeline(CodeOptions()).code_stream(inputs) if isinstance(item, Coded)]


def test_each_of_fifty_documents(documents: list[Coded]) -> None:
    assert len(documents) >= 50
    lines = [check([item]) for item in documents]
    assert sum(number == 5 for number in lines) >= 30, "most briefs have all five lines"


def test_many_documents_in_one_brief(documents: list[Coded]) -> None:
    assert check(documents) == 5
    for start in range(0, len(documents), 7):
        check(documents[start : start + 7])


def test_the_reader_finds_what_is_false(documents: list[Coded]) -> None:
    """The test of the test: a record that is changed behind a line's back is noticed."""
    item = max(documents, key=lambda one: len(one.mentions))
    mentions = [act.mention for act in acts([item])]
    changed = [
        (0, {"certainty": "possible" if mentions[0].certainty == "certain" else "certain"}),
        (1, {"type": "PROTEST" if mentions[1].type != "PROTEST" else "AID"}),
        (2, {"negated": not mentions[2].negated}),
        (3, {"attribution": None if mentions[3].attribution else Attribution("speaker", "somebody")}),
        (4, {"sources": () if mentions[4].sources else (SourceLink(Source(None, "news"), "marker"),)}),
    ]
    found = acts([item])
    summary = summarise([item], found)
    for place, fields in changed:
        false = {act.number: act.mention for act in found}
        false[place + 1] = replace(found[place].mention, **fields)  # type: ignore[arg-type]
        everything = list(false.values())
        with pytest.raises(AssertionError):
            read_all(summary.lines, false, everything, [item])


def read_all(lines: Sequence[Sequence[object]], by_number: dict[int, EventMention], everything: Sequence[EventMention], coded: Sequence[Coded]) -> None:
    for pieces in lines:
        line = Line(pieces, by_number)
        next(one for start, one in READERS if line.words.startswith(start))(line, everything, coded)


def test_country_names_in_lines_are_plain_english() -> None:
    assert country_name("KOR") == "South Korea"
