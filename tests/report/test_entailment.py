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

from dateline.alleged import is_alleged
from dateline.besttold import in_passing
from dateline.ontology.plover import quad
from dateline.pipeline import CodeOptions, Pipeline
from dateline.read import ReadOptions, read_inputs
from dateline.report.acts import acts
from dateline.report.names import country_name, party
from dateline.report.summary import summarise
from dateline.training.corpus import load_corpus
from dateline.types import Attribution, Coded, EventMention, Participant, Source, SourceLink, TimeRef

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


def sure_origins(mention: EventMention) -> set[str]:
    """Who stands behind the sources that are not only tied by similar wording; of one that names nobody its kind."""
    alone = [replace(mention, sources=(link,)) for link in mention.sources if link.link != "similarity"]
    return set().union(*(origins(one) or {one.sources[0].source.kind} for one in alone))


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
LIST = r"((?:(?:(?![;,] most often |; ⟦).)+? \(⟦\d+⟧\)(?:, (?!most often )| and )?)+)"


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
    reported = rf"(This document reports|These ([\d,]+) documents report) {N}(?:, (dated|the dated ones(?: \((?:background|(?:background and )?what is to come) apart\))?) {N})?"
    found = re.fullmatch(rf"{reported}(?:; (1 copy|[\d,]+ copies) of (?:it|them) not counted)?\.", line.words)
    assert found, line.words
    texts = {(one.document.text, one.document.published) for one in documents}
    assert len(texts) == (int(found[2].replace(",", "")) if found[2] else 1)
    assert len(documents) - len(texts) == (int(found[6].split()[0].replace(",", "")) if found[6] else 0)
    assert line.count(found[3], everything, lambda one: True) == len(everything)
    dated = [one for one in everything if one.date and one.status != "historical" and one.date.basis != "document"]
    dated = [one for one in dated if one.status not in ("future", "hypothetical")] or dated
    dated = [one for one in dated if one.date and (one.date.latest - one.date.earliest).days <= 100] or dated  # "in 2017" tells nothing of January
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
    found = re.fullmatch(rf"By kind: ((?:⟦\d+⟧(?:, )?)+)(?:; most often {LIST})?\.", line.words)
    assert found, line.words
    total = 0
    for token in re.findall(r"⟦\d+⟧", found[1]):
        name = line.link(token)[0].split(" ", 1)[1]
        total += line.count(token, everything, lambda one, number=QUADS[name]: quad(one.type) == number)  # type: ignore[misc]
    assert total == len(everything), "the kinds divide the acts"
    if found[2]:
        check_list(line, found[2], everything, lambda one: {one.type})


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


def flat(text: str) -> str:
    return " ".join(text.split())


#: PLOVER's types from words to force, as the page names them; a type that is not here is no step.
LADDER: Sequence[tuple[str, str]] = (
    ("statements", "ACCUSE SUPPORT REJECT"), ("protest", "PROTEST"), ("consultation", "CONSULT"), ("agreement", "AGREE"), ("demands", "REQUEST"),
    ("threats", "THREATEN"), ("aid or cooperation", "AID COOPERATE"), ("sanctions or severed ties", "SANCTION"), ("mobilisation", "MOBILIZE"),
    ("coercion", "COERCE"), ("force", "ASSAULT"),
)  # fmt: skip
STATES = {"ongoing", "future", "hypothetical", "historical"}


def took_place(one: EventMention) -> bool:
    return one.status in ("occurred", "ongoing") and not one.negated


def told(line: Line, who: str, token: str, brackets: str) -> EventMention:
    """Reads ``who: “words” (act 7: type, mode; ...)`` against the record that is quoted; gives the record."""
    text, linked = line.link(token)
    one = linked[0]
    words = text.removeprefix("“").removesuffix("”").removesuffix(" …")
    sentence = flat(one.sentence.text)
    assert words in sentence and flat(one.trigger.text) in words, (words, sentence)
    assert text.endswith(" …”") == bool(sentence[sentence.rindex(words) + len(words) :].strip(" .!?\"'”’")) or sentence.count(words) > 1, text
    assert all(other.event_id == one.event_id for other in linked)
    found = re.fullmatch(r"act (\d+): ([a-z, -]+?)((?:; .*)?)", brackets, re.DOTALL)
    assert found, brackets
    assert found[2] == ", ".join((one.type.lower(), *one.modes)), brackets
    how = found[3].split("; ")[1:]
    assert ("not done" in how) == one.negated
    assert any(part.split(":")[0] == one.certainty for part in how) == (one.certainty != "certain"), brackets
    assert {part for part in how if part in STATES} == ({str(one.status)} - {"occurred"})
    said = [part for part in how if part.startswith(("according to ", "on the word of ", "alleged by "))]
    assert who.endswith(", as alleged") <= any(part.startswith("alleged by ") for part in said)
    assert bool(said) == (one.attribution is not None), brackets
    if one.attribution and one.attribution.text and said[0].startswith(("according", "alleged")):
        assert flat(one.attribution.text) in said[0] or country_name(one.attribution.country or "") in said[0]
    repeated = [part for part in how if part.startswith("told in ")]
    sentences = len({(other.doc_id, other.sentence.span) for other in linked})
    assert bool(repeated) == (sentences > 1) and (not repeated or repeated[0].startswith(f"told in {sentences} sentences"))
    assert len(how) == one.negated + (one.certainty != "certain") + (one.status != "occurred") + len(said) + len(repeated), brackets
    for side in one.actors:
        assert party(side) in who or flat(side.text) in who or (side.entity or "\0") in who or not (side.country or side.entity) or flat(side.text) in words, who
    if "→" in who:
        assert one.recipients
    else:
        assert who == "" or one.actors
    return one


def when_of(one: EventMention) -> str:
    """The date of a record as it may be told: in brackets where the text does not give it."""
    ref = one.date
    if ref is None:
        return "[undated]"
    first, last = words_of(ref.earliest), words_of(ref.latest)
    span = first if first == last else f"{first} to {last}"
    if ref.precision == "year" and ref.earliest.year == ref.latest.year:
        span = str(ref.earliest.year)
    if ref.precision == "month" and ref.earliest.replace(day=1) == ref.latest.replace(day=1):
        span = first.split(" ", 1)[1]
    if ref.basis == "document":
        return f"[by {last}]" if first == last else f"[between {first} and {last}]"
    return f"[{span}, by its source]" if ref.basis == "source" else span


FIGURES = r"; (?:figures differ|figure that stands|taken back): .*"
CLAUSE = r"(?:(.*?): )?(⟦\d+⟧) \((act \d+: .*?)\)"


def event(line: Line, everything: Sequence[EventMention]) -> EventMention:
    found = re.fullmatch(rf"(\[[^\]]+\]|[^:\[]+): {CLAUSE}({FIGURES})?\.", line.words, re.DOTALL)
    assert found, line.words
    for token in re.findall(r"⟦\d+⟧", found[5] or ""):
        text, linked = line.link(token)
        assert linked and all(float(text.split()[0]) in {one.value for one in mention.quantities} for mention in linked), (text, line.words)
    one = told(line, found[2] or "", found[3], found[4])
    assert found[1] == when_of(one), (found[1], one.date)
    assert took_place(one)
    every = [other.mention_id for other in everything if other.event_id == one.event_id and took_place(other)]
    assert sorted(every) == sorted(other.mention_id for other in line.link(found[3])[1])
    return one


def not_guessed(side: Participant) -> bool:
    return side.method not in ("setting", "likely reference")


def alleged_here(one: EventMention, everything: Sequence[EventMention]) -> bool:
    return is_alleged(one, [other for other in everything if (other.doc_id, other.sentence.span) == (one.doc_id, one.sentence.span)])


def steps(line: Line, everything: Sequence[EventMention]) -> None:
    parts = re.findall(r"(?:: |; )(.+?)(, as alleged)?: (⟦\d+⟧)(?:, as alleged (⟦\d+⟧))?(?=[;.])", line.words)
    said = (f"{name}{alone}: {token}{', as alleged ' + more if more else ''}" for name, alone, token, more in parts)
    assert line.words == "Strongest step of the main actors: " + "; ".join(said) + "."
    heights = {}
    for name, token, alleged in ((name, token, bool(told)) for name, alone, first, more in parts for token, told in ((first, alone), (more, more)) if token):
        text, linked = line.link(token)
        sure = [one for one in everything if took_place(one) and name in names(one.actors) and one.certainty == "certain"]
        abroad = [one for one in sure if not names(one.recipients) or names(filter(not_guessed, one.recipients)) - {name}]
        home = [one for one in sure if names(one.recipients) == {name}]
        own = [one for one in (abroad + home if len(home) > len(abroad) else abroad) if alleged_here(one, everything) is alleged]
        rungs = [(place, words) for place, (words, types) in enumerate(LADDER) for one in own if one.type in types.split()]
        place, words = max(rungs)
        mine = [one for one in own if one.type in LADDER[place][1].split()]
        where = " at home" if all(names(one.recipients) == {name} for one in mine) else ""
        assert text.startswith(f"{words}{where} ({len(mine)} act") and sorted(one.mention_id for one in mine) == sorted(one.mention_id for one in linked), text
        days = [one.date.earliest for one in mine if one.date and one.date.basis != "document" and not in_passing(one)]
        assert bool(days) == ("," in text) and (not days or str(min(days).year) in text), text
        assert heights.setdefault(name, place) <= place, "a step that is only alleged stands beside a weaker one"


def doubts(line: Line) -> None:
    """Contested or uncertain: an accusation with what the accused reject, what is told in two ways, or what is not certain."""
    pairs: list[list[EventMention]] = []
    for found in re.finditer(rf"(^|; | – ){CLAUSE}", line.words.removeprefix("Contested or uncertain: ").removesuffix("."), re.DOTALL):
        one = told(line, found[2] or "", found[3], found[4])
        pairs = [*pairs[:-1], [*pairs[-1], one]] if found[1] == " – " else [*pairs, [one]]
    assert len(line.links) == sum(map(len, pairs)) > 0, line.words
    for clauses in pairs:
        if len(clauses) == 1:
            assert clauses[0].certainty != "certain" and took_place(clauses[0])
        else:
            one, other = clauses
            both = one.event_id == other.event_id and one.negated != other.negated
            charge = (one.type, other.type) == ("ACCUSE", "REJECT") and names(one.recipients) & names(other.actors) and one.doc_id == other.doc_id
            assert both or charge


def undone(line: Line) -> None:
    clauses = list(re.finditer(CLAUSE, line.words.removeprefix("Refrained from, or denied: ")))
    assert clauses
    for found in clauses:
        one = told(line, (found[1] or "").removeprefix("; "), found[2], found[3])
        assert one.negated and one.status not in ("future", "hypothetical")


def one_source(line: Line, above: Sequence[EventMention], everything: Sequence[EventMention], documents: Sequence[Coded]) -> None:
    bases: dict[str, set[str]] = {}
    for one in above:
        every = [other for other in everything if other.event_id == one.event_id and took_place(other)]
        bases[one.event_id] = set().union(*(sure_origins(other) or {f"\0{other.doc_id}"} for other in every))
    cited = {key for key, found in bases.items() if len(found) == 1 and not next(iter(found)).startswith("\0")}
    bare = {key for key, found in bases.items() if len(found) == 1 and next(iter(found)).startswith("\0")}
    if not cited and not bare:
        assert re.fullmatch(r"On one source: (none of the \d+ events above|not the event above)\.", line.words), line.words
        return
    document = "this document" if len(documents) == 1 else "one document"
    spoken = r"(?:, (⟦\d+⟧) told on the word of others \((.+)\))?"
    found = re.fullmatch(rf"On one source: (?:(⟦\d+⟧) \((.+?)\))?(?:; )?(?:(⟦\d+⟧) on {document} alone, which cites no source for (it|them){spoken})?\.", line.words, re.DOTALL)
    assert found and bool(found[1]) == bool(cited) and bool(found[3]) == bool(bare), line.words
    for token, wanted in ((found[1], cited), (found[3], bare)):
        if token:
            text, linked = line.link(token)
            assert {one.event_id for one in linked} == wanted, (text, wanted)
            number = {"all": len(above), "both": 2, "the": 1}.get(text.split()[0]) or int(text.split()[0])
            assert number == len(wanted) and number <= len(above)
    if found[1]:
        assert all(name in found[2] for key in cited for name in bases[key])
    if found[3]:
        voices_of = {one.event_id: {voice(one) or "somebody not named", country_name(one.attribution.country or "")} for one in above if one.event_id in bare and one.attribution}
        assert bool(found[5]) == bool(voices_of), line.words
        if found[5]:
            assert line.link(found[5])[0] == str(len(voices_of)) and all(any(said and said in found[6] for said in told_by) for told_by in voices_of.values()), line.words


def read_story(lines: Sequence[Sequence[object]], by_number: dict[int, EventMention], documents: Sequence[Coded]) -> int:
    """Reads what happened against the records; gives the number of events."""
    everything = list(by_number.values())
    above: list[EventMention] = []
    events, apart = 0, set[str]()
    for pieces in lines:
        line = Line(pieces, by_number)
        if line.words.startswith("Affair "):
            everything = affair(line, list(by_number.values()), documents)
            own = {one.mention_id for one in everything}
            assert not apart & own, "an act is of one affair"
            apart |= own
            events, above = events + len(above), []
            continue
        if line.words.startswith("Besides: "):
            besides(line, apart, list(by_number.values()))
            continue
        cited = {(one.note, one.line) for piece in pieces for one in piece.cited}  # type: ignore[attr-defined]
        notes = {(link.source.note or "") for _, linked in line.links for one in linked for link in one.sources if link.link != "similarity"}
        assert {note for note, _ in cited} <= notes, "a source is referred to that no record of the line cites"
        match line.words.split(":")[0]:
            case "Strongest step of the main actors":
                steps(line, everything)
            case "Contested or uncertain":
                doubts(line)
            case "Refrained from, or denied":
                undone(line)
            case "On one source":
                one_source(line, above, everything, documents)
            case _:
                above.append(event(line, everything))
                assert notes == {note for note, _ in cited}, "every source of an event stands beside it"
    return events + len(above)


def affair(line: Line, everything: Sequence[EventMention], documents: Sequence[Coded]) -> list[EventMention]:
    """The acts of an affair: all those of its documents, which are counted, with the first and last day on which they were published."""
    found = re.fullmatch(r"Affair \d+(?:, (.+?))?: (⟦\d+⟧) in (\d+) documents(?:, published (.+?)(?: to (.+?))?)?\.", line.words)
    assert found, line.words
    text, linked = line.link(found[2])
    told_in = {one.doc_id for one in linked}
    every = [one for one in everything if one.doc_id in told_in]
    assert text == f"{len(every)} acts" and {one.mention_id for one in every} == {one.mention_id for one in linked}
    assert int(found[3]) == len(told_in)
    days = [one.document.published for one in documents if one.document.doc_id in told_in and one.document.published]
    assert (found[4], found[5] or found[4]) == ((words_of(min(days)), words_of(max(days))) if days else (None, None))
    parties = Counter(name for one in every for name in names(one.actors) | names(one.recipients))
    named = found[1].split(" – ") if found[1] else []
    assert [parties[name] for name in named] == sorted(parties.values(), reverse=True)[: len(named)], line.words
    return every


def besides(line: Line, apart: set[str], everything: Sequence[EventMention]) -> None:
    found = re.fullmatch(r"Besides: (⟦\d+⟧) of none of these affairs, in (\d+) documents?\.", line.words)
    assert found, line.words
    assert {one.mention_id for one in line.link(found[1])[1]} == {one.mention_id for one in everything} - apart
    assert int(found[2]) == len({one.doc_id for one in line.link(found[1])[1]})


def check(coded: Sequence[Coded]) -> int:
    """Reads every line of a brief's summary against its records; gives the number of lines."""
    found = acts(coded)
    firsts = {(item.document.text, item.document.published): item for item in reversed(coded)}
    originals = {id(item) for item in firsts.values()}
    by_number = {act.number: act.mention for act in found if id(coded[act.document]) in originals}
    everything = [mention for item in coded if id(item) in originals for mention in item.mentions]
    summary = summarise(coded, found)
    events = read_story(summary.story, by_number, coded)
    assert events == 0 or sum(map(took_place, everything)) > 0
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


def coded(folder: Path, every: int) -> list[Coded]:
    """The documents among the tests and samples, of PDFs (which tell the same texts in many layouts) one of so many, and passages of the corpus as
    documents of their own."""
    passages = [passage for file in load_corpus(TESTS.parent / "corpus" / "test") for passage in file.passages]
    for number, passage in enumerate(passages[:30]):
        (folder / f"passage{number:02}.txt").write_text(passage.text, "utf-8")
    files = sorted(path for place in DOCUMENTS for path in place.rglob("*") if path.suffix != ".json" and path.is_file())
    prints = [path for path in files if path.suffix == ".pdf"][::every]
    inputs = read_inputs([str(path) for path in files if path.suffix != ".pdf" or path in prints] + [str(folder)], ReadOptions(date=date(2024, 12, 1)))
    return [item for item in Pipeline(CodeOptions()).code_stream(inputs) if isinstance(item, Coded)]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Coded]:
    """Some seventy documents."""
    return coded(tmp_path_factory.mktemp("passages"), 3)


def test_each_of_fifty_documents(documents: list[Coded]) -> None:
    assert len(documents) >= 50
    lines = [check([item]) for item in documents]
    assert sum(number == 5 for number in lines) >= 30, "most briefs have all five lines"


@pytest.mark.long
def test_every_document(tmp_path: Path) -> None:
    every = coded(tmp_path, 1)
    assert len(every) >= 90
    for item in every:
        check([item])


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


def test_the_reader_finds_what_is_false_in_what_happened(documents: list[Coded]) -> None:
    """A record that a line of the story quotes is changed behind its back."""
    item = max(documents, key=lambda one: len(one.mentions))
    found = acts([item])
    summary = summarise([item], found)
    number = next(piece.rows[0] for piece in summary.story[0] if piece.rows)
    own = found[number - 1].mention
    changes = (
        {"certainty": "possible" if own.certainty == "certain" else "certain"}, {"type": "PROTEST" if own.type != "PROTEST" else "AID"},
        {"negated": True}, {"attribution": None if own.attribution else Attribution("speaker", "somebody")},
        {"date": None if own.date else TimeRef(date(2020, 1, 1), date(2020, 1, 1), "day", "explicit")}, {"status": "future"},
        {"sources": () if own.sources else (SourceLink(Source("99", "news"), "marker"),)},
    )  # fmt: skip
    for fields in changes:
        false = {act.number: act.mention for act in found} | {number: replace(own, **fields)}  # type: ignore[arg-type]
        with pytest.raises(AssertionError):
            read_story(summary.story, false, [item])


def test_most_texts_say_what_happened(documents: list[Coded]) -> None:
    told_in = [len(summarise([item], acts([item])).story) for item in documents if any(map(took_place, item.mentions))]
    assert min(told_in) >= 2 and max(told_in) <= 8, "events, and what they rest on; never more than a screen"


def read_all(lines: Sequence[Sequence[object]], by_number: dict[int, EventMention], everything: Sequence[EventMention], coded: Sequence[Coded]) -> None:
    for pieces in lines:
        line = Line(pieces, by_number)
        next(one for start, one in READERS if line.words.startswith(start))(line, everything, coded)


def test_country_names_in_lines_are_plain_english() -> None:
    assert country_name("KOR") == "South Korea"
