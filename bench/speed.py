"""Speed, cost of starting and memory, on sentences that are made up here and all differ.

    python bench/speed.py [--short] [--news] [--sentences N]

Prints a Markdown table. Everything runs on one core: the process is bound to one where the system allows it, and numerical libraries
are kept to one thread. The parser alone, spaCy's whole pipeline and Dateline are timed in the same process on the same documents, by the time of the
processor, so that their ratios hold on a machine that is busy or slow. ``--news`` codes news text made from the corpus
(``bench/news_text.py``) in place of the sentences.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from dateline.types import Block, BlockKind, Document, Span

SEED = 20240506
#: Sentences of a news item: the median of news texts is near ten.
SENTENCES_PER_DOCUMENT = 10
#: A page of a commentary holds about this many sentences.
SENTENCES_PER_PAGE = 18
STARTS = 5

COUNTRIES = (
    "Kenya Norway Peru Vietnam Greece Chad Jordan Latvia Oman Chile Ghana Serbia Japan Malta Tunisia Brazil Nepal Sudan Poland Mexico "
    "Angola Cuba Iran Turkey Finland Georgia Mali Egypt Canada Cambodia"
).split()
PEOPLES = (
    "Kenyan Norwegian Peruvian Vietnamese Greek Chadian Jordanian Latvian Omani Chilean Ghanaian Serbian Japanese Maltese Tunisian "
    "Brazilian Nepali Sudanese Polish Mexican"
).split()
OFFICES = (
    "president",
    "prime minister",
    "foreign minister",
    "defence ministry",
    "parliament",
    "supreme court",
    "navy",
    "border police",
    "opposition leader",
    "central bank",
)
PLACES = (
    "Nairobi Oslo Lima Hanoi Athens Amman Riga Muscat Accra Belgrade Valletta Tunis Kathmandu Khartoum Luanda Havana Tbilisi Bamako".split()
)
TIMES = (
    "on Monday",
    "last week",
    "in early March",
    "on 12 April 2024",
    "two days later",
    "in 2019",
    "this month",
    "overnight",
    "earlier this year",
    "on the eve of the summit",
)
ACTS = (
    "expelled {n} {people} diplomats",
    "condemned {country}'s decision to close the strait",
    "imposed sanctions on {n} firms from {country}",
    "sent {n} soldiers to the border with {country}",
    "agreed to supply {country} with grain and fuel",
    "accused {country} of arming militants near {place}",
    "attacked a {people} convoy outside {place}",
    "urged {country} to release {n} detained fishermen",
    "signed a trade agreement with {country}",
    "arrested {n} {people} protesters in {place}",
    "refused to extradite the general to {country}",
    "pledged {n} million dollars in aid for {country}",
    "held talks with a {people} delegation in {place}",
    "withdrew its ambassador from {place}",
    "threatened to cut off gas supplies to {country}",
    "freed {n} {people} prisoners",
)
QUIET = (
    "the price of copper rose for the {n}th day in a row",
    "heavy rain fell over {place} and the roads were empty",
    "the museum in {place} showed {n} paintings by {people} artists",
    "economists expect growth of about {n} percent in {country}",
    "few voters in {place} had heard of the plan",
    "the harbour of {place} can hold {n} ships at a time",
)
FRAMES = (
    "The {people} {office} {act} {time}.",
    "{country} {act} {time}, the {people2} {office} said.",
    "According to the {office} of {country2}, {country} {act} {time}.",
    "{country} {act} after the {people2} {office} {act2}, and {quiet}.",
    "It was reported {time} that the {people} {office} had {act}.",
    "Although {quiet}, the {people} {office} {act} {time}.",
    "The {office} of {country}, which {act} {time}, said that {quiet}.",
    "{country} reportedly {act}, but {country2} did not comment.",
    "{time_first}, {quiet}.",
    "In {place}, where {quiet}, the {people} {office} {act} and {act2}.",
    "If {country} attacks the islands, {country2} will send ships, the {people} {office} warned {time}.",
    "“We have never {act},” the {people} {office} told reporters in {place} {time}.",
)


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of the processor that the parser alone, spaCy's whole pipeline and Dateline took, with what they handled."""

    sentences: int
    words: int
    parser: float
    spacy: float
    pipeline: float
    acts: int


def sentences(count: int, seed: int = SEED) -> list[str]:
    """``count`` sentences of which no two are equal, the same ones for the same seed."""
    generator = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        found.setdefault(_sentence(generator))
    return list(found)


def _sentence(generator: random.Random) -> str:
    country, other = generator.sample(COUNTRIES, 2)
    people, other_people = generator.sample(PEOPLES, 2)
    when = generator.choice(TIMES)

    def clause(kinds: Sequence[str]) -> str:
        return generator.choice(kinds).format(
            n=generator.randint(3, 980),
            country=generator.choice(COUNTRIES),
            people=generator.choice(PEOPLES),
            place=generator.choice(PLACES),
        )

    return generator.choice(FRAMES).format(
        country=country,
        country2=other,
        people=people,
        people2=other_people,
        office=generator.choice(OFFICES),
        place=generator.choice(PLACES),
        time=when,
        time_first=when[0].upper() + when[1:],
        act=clause(ACTS),
        act2=clause(ACTS),
        quiet=clause(QUIET),
    )


def documents(lines: Sequence[str]) -> list[Document]:
    """The sentences as news items of two paragraphs each."""
    found = []
    for number, start in enumerate(range(0, len(lines), SENTENCES_PER_DOCUMENT)):
        group = lines[start : start + SENTENCES_PER_DOCUMENT]
        half = (len(group) + 1) // 2
        parts = [" ".join(part) for part in (group[:half], group[half:]) if part]
        text = "\n\n".join(parts)
        blocks, at = [], 0
        for part in parts:
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(part))))
            at += len(part) + 2
        digest = hashlib.sha256(text.encode()).hexdigest()
        found.append(Document(digest[:16], f"item-{number}", text, digest, tuple(blocks), published=date(2024, 5, 6)))
    return found


def whole_spacy() -> Callable[[Sequence[Document]], None]:
    """The parser's package as it is published: tagger, parser, lemmatizer and named entities over the documents' paragraphs."""
    import importlib
    import importlib.util

    from dateline.extract.parse import MODEL_PACKAGES

    pipeline = importlib.import_module(next(name for name in MODEL_PACKAGES if importlib.util.find_spec(name))).load()

    def run(batch: Sequence[Document]) -> None:
        for _ in pipeline.pipe([d.slice(block.span) for d in batch for block in d.blocks], batch_size=64):
            pass

    return run


def news_documents(count: int) -> list[Document]:
    """News text made from the corpus, in documents of a dozen sentences."""
    import news_text

    found = []
    for row in news_text.rows(count):
        text, blocks, at = row["text"], [], 0
        for part in text.split("\n\n"):
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(part))))
            at += len(part) + 2
        digest = hashlib.sha256(text.encode()).hexdigest()
        found.append(Document(digest[:16], row["id"], text, digest, tuple(blocks), published=date.fromisoformat(row["date"])))
    return found


def time_coding(count: int, *, news: bool = False) -> Timing:
    """Time the parser alone, spaCy's whole pipeline and Dateline on the same documents, all warm."""
    from dateline.extract.parse import parse_documents
    from dateline.pipeline import Pipeline
    from dateline.process import keep_for_good
    from dateline.types import Coded, Problem

    items = news_documents(count) if news else documents(sentences(count))
    pipeline, published = Pipeline(), whole_spacy()
    keep_for_good()
    published(documents(sentences(100, SEED + 1)))
    list(pipeline.code_stream(iter(documents(sentences(100, SEED + 1)))))
    batches = [items[i : i + 64] for i in range(0, len(items), 64)]
    parsing = coding = spacy = 0.0
    parsed = acts = coded_sentences = 0
    for number, batch in enumerate(batches):
        coded: list[Coded | Problem] = []
        steps = ("parser", "spacy", "pipeline")
        for step in steps if number % 2 else reversed(steps):  # later ones find warmer caches
            started = time.process_time()
            if step == "parser":
                parsed += sum(len(group) for group in parse_documents(batch))
                parsing += time.process_time() - started
            elif step == "spacy":
                published(batch)
                spacy += time.process_time() - started
            else:
                coded = list(pipeline.code_stream(iter(batch)))
                coding += time.process_time() - started
        if not all(isinstance(item, Coded) for item in coded):
            raise SystemExit("a document could not be coded")
        acts += sum(len(item.mentions) for item in coded if isinstance(item, Coded))
        coded_sentences += sum(len(item.sentences) for item in coded if isinstance(item, Coded))
    if parsed != coded_sentences:
        raise SystemExit(f"the parser found {parsed} sentences and the pipeline {coded_sentences}")
    return Timing(parsed, sum(len(item.text.split()) for item in items), parsing, spacy, coding, acts)


def commentary(pages: int = 6) -> str:
    """A commentary of so many pages, as Markdown with a title."""
    lines = sentences(pages * SENTENCES_PER_PAGE, SEED + 2)
    paragraphs = [" ".join(lines[i : i + 6]) for i in range(0, len(lines), 6)]
    return "# The strait and its neighbours\n\n" + "\n\n".join(paragraphs) + "\n"


def start_seconds(arguments: Sequence[str], folder: Path, runs: int) -> float:
    """The median wall time of a fresh process, in seconds.

    Its modules are compiled before, as an installer compiles them: the settings of Python that leave that out of a working copy do not count.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    times = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        done = subprocess.run([sys.executable, "-m", "dateline", *arguments], cwd=folder, env=kept, capture_output=True, check=False)
        times.append(time.perf_counter() - started)
        if done.returncode:
            raise SystemExit(f"dateline {' '.join(arguments)} failed:\n{done.stderr.decode()}")
    return median(times[1:])


def peak_megabytes() -> float | None:
    """Peak resident memory of this process in MB, or ``None`` where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / 1024


def bind_to_one_core() -> bool:
    """Keep libraries that are loaded later to one thread, and bind this process and its children to one core where the system can."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"
    if not hasattr(os, "sched_setaffinity"):
        return False
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    return True


def table(timing: Timing, early: float | None, starts: dict[str, float]) -> Iterator[str]:
    """The results as a Markdown table."""
    parser, pipeline = timing.sentences / timing.parser, timing.sentences / timing.pipeline
    peak = peak_megabytes()
    yield "| what | measured |"
    yield "|---|---|"
    yield f"| sentences, all distinct (words each) | {timing.sentences:,} ({timing.words / timing.sentences:.1f}) |"
    yield f"| acts found | {timing.acts:,} |"
    yield f"| parser alone, sentences/s | {parser:,.0f} |"
    yield f"| spaCy's whole pipeline as published, sentences/s | {timing.sentences / timing.spacy:,.0f} |"
    yield f"| Dateline, sentences/s | {pipeline:,.0f} |"
    yield f"| Dateline : spaCy's whole pipeline, time | {timing.pipeline / timing.spacy:.2f} |"
    yield f"| Dateline : parser, time | {timing.pipeline / timing.parser:.2f} |"
    for name, seconds in starts.items():
        yield f"| {name}, s | {seconds:.2f} |"
    if peak is not None:
        yield f"| peak memory, MB | {peak:,.0f} |"
    if peak is not None and early is not None:
        yield f"| of that after the first tenth, MB | {early:,.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed, cost of starting and memory of Dateline, on one core.")
    parser.add_argument("--short", action="store_true", help="500 sentences and one start each")
    parser.add_argument("--news", action="store_true", help="news text made from the corpus")
    parser.add_argument("--sentences", type=int, default=10_000, help="how many distinct sentences (10,000)")
    options = parser.parse_args()
    count = 500 if options.short else options.sentences
    runs = 1 if options.short else STARTS
    bound = bind_to_one_core()
    time_coding(max(100, count // 10), news=options.news)
    early = peak_megabytes()
    timing = time_coding(count, news=options.news)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "commentary.md").write_text(commentary(), encoding="utf-8")
        starts = {
            "`dateline --help` from cold": start_seconds(["--help"], folder, runs),
            "a six-page document from cold": start_seconds(["code", "commentary.md", "--no-db", "--format", "jsonl"], folder, runs),
        }
    cores = "one core" if bound else "not bound to one core"
    print(f"Python {platform.python_version()}, {platform.machine()}, {cores}\n")
    for line in table(timing, early, starts):
        print(line)


if __name__ == "__main__":
    main()
