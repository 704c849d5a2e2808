"""Coded documents made by hand, with every field of the contract filled somewhere."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

from dateline.store import InputFile, Model, RunInfo, new_run
from dateline.types import (
    Attribution,
    Block,
    BlockKind,
    Candidate,
    Certainty,
    Claim,
    Coded,
    Cues,
    Document,
    EventMention,
    MapSegment,
    Marker,
    Mention,
    Note,
    Participant,
    Place,
    PlaceCandidate,
    Problem,
    Quantity,
    Sentence,
    SentenceKind,
    Source,
    SourceLink,
    Span,
    Status,
    TextMap,
    TimeRef,
)

TITLE = "Arland answers Borduria"
FIRST = "Arland said on 4 May 2023, citing Borduria's army, that some 1,200 troops might have fired on Hafen."
SECOND = "Foreign Minister Éva Kis did not condemn the café bombing; 🛰 she will visit Kelheim."
NOTE = 'Press Agency, "Shots at Hafen", The Arland Times, May 5, 2023.'
TEXT = f"{TITLE}\n{FIRST}\n{SECOND}\n{NOTE}"


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def phrase(words: str) -> Mention:
    return Mention(words, span(words))


def party(words: str, **more: object) -> Participant:
    return Participant(words, span(words), **more)  # type: ignore[arg-type]


ARMY = Candidate("Bordurian army", "BGR", ("MIL", "GOV"), 0.8125, "military, since 1992")
GUARD = Candidate("Bordurian guard", None, (), 0.4, "organisation")
ARLAND = Candidate("Arland", "AUT", ("GOV",), 0.5, "country")
HAFEN = (
    PlaceCandidate("Hafen", "AUT", 2778067, 48.25, 14.5, "city", 0.75),
    PlaceCandidate("Hafen am See", None, None, None, None, "town", 0.25),
)
SOURCE = Source(
    "1",
    "news",
    "Shots at Hafen",
    ("A. Writer", "B. Writer"),
    "Press Agency",
    "The Arland Times",
    "Arland Press",
    "12",
    "3",
    "4-5",
    "2023-05-05",
    "2023-06",
    "https://example.org/shots",
    span(NOTE),
)
LOOSE = Source(None, "statement", outlet="Borduria's army")


def document(doc_id: str = "d1", input_id: str = "a.md", **more: object) -> Document:
    fields: dict[str, object] = {
        "blocks": (
            Block(BlockKind.TITLE, span(TITLE), 1),
            Block(BlockKind.PARAGRAPH, Span(span(FIRST).start, span(SECOND).end)),
            Block(BlockKind.NOTE, span(NOTE)),
        ),
        "notes": (Note("1", span(NOTE), (span(FIRST).end,)), Note("*", span("Press Agency"))),
        "markers": (Marker("1", span(FIRST).end),),
        "sources": (SOURCE, Source("*", "unknown")),
        "title": TITLE,
        "authors": ("C. Author",),
        "published": date(2023, 6, 1),
        "publisher": "Institute",
        "url": "https://example.org/a",
        "lang": "en",
        "format": "markdown",
        "textmap": TextMap((MapSegment(0, 10, 2), MapSegment(10, 90, 15, 1, (72.0, 80.5, 400.25, 90.0)))),
        "problems": (
            Problem("W103", "warning", input_id, "note *", "check the original", doc_id, span("Press Agency")),
        ),
    }
    raw = hashlib.sha256(f"{doc_id}{input_id}".encode()).hexdigest()
    return Document(doc_id, input_id, TEXT, raw, **(fields | more))  # type: ignore[arg-type]


def sentences() -> tuple[Sentence, ...]:
    return (
        Sentence(0, TITLE, span(TITLE), SentenceKind.HEADLINE),
        Sentence(1, FIRST, span(FIRST)),
        Sentence(2, SECOND, span(SECOND)),
    )


def fired(doc_id: str, input_id: str) -> EventMention:
    said = Attribution("speaker", "Arland", span("Arland said"[:6]), "Arland", "AUT", None, 0.5, "country", (ARLAND,))
    borduria = Candidate("Borduria MIL", "BGR", ("MIL",), 0.6)
    army = Attribution(
        "institution", "Borduria's army", span("Borduria's army"), "Borduria MIL", "BGR", said, 0.6, "organisation", (borduria,)
    )
    return EventMention(
        f"{doc_id}-m1",
        f"{doc_id}-m1",
        doc_id,
        input_id,
        sentences()[1],
        phrase("fired"),
        "ASSAULT",
        ("firearms",),
        ("military", "territory"),
        (
            party(
                "troops",
                entity="Bordurian army",
                country="BGR",
                sector="MIL",
                sectors=("MIL", "GOV"),
                score=0.8125,
                method="organisation",
                candidates=(ARMY, GUARD),
            ),
        ),
        (party("Hafen", country="AUT"),),
        TimeRef(date(2023, 5, 4), date(2023, 5, 4), "day", "explicit", "on 4 May 2023", span("on 4 May 2023")),
        Place("Hafen", span("Hafen"), "Hafen", "AUT", 2778067, 48.25, 14.5, 0.75, "name", HAFEN),
        Status.OCCURRED,
        False,
        Certainty.POSSIBLE,
        army,
        Cues(certainty=phrase("might"), attribution=phrase("citing")),
        (Quantity("some 1,200 troops", span("some 1,200 troops"), 1200.0, None, None, None, "troops", True),),
        (SourceLink(SOURCE, "marker"), SourceLink(LOOSE, "sentence", 0.5)),
        0.8125,
        "dateline 0.1 (encoder 3)",
    )


def condemned(doc_id: str, input_id: str) -> EventMention:
    return EventMention(
        f"{doc_id}-m2",
        f"{doc_id}-m2",
        doc_id,
        input_id,
        sentences()[2],
        phrase("condemn"),
        "ACCUSE",
        ("disapprove",),
        actors=(
            party(
                "Foreign Minister Éva Kis", entity="Éva Kis", country="AUT", sector="GOV", sectors=("GOV",), score=1.0
            ),
        ),
        negated=True,
        cues=Cues(negated=phrase("did not")),
        confidence=0.5,
        coder="dateline 0.1 (encoder 3)",
    )


def visits(doc_id: str, input_id: str) -> EventMention:
    return EventMention(
        f"{doc_id}-m3",
        f"{doc_id}-m3",
        doc_id,
        input_id,
        sentences()[2],
        phrase("visit"),
        "CONSULT",
        ("visit",),
        actors=(party("she", entity="Éva Kis", country="AUT", sector="GOV", sectors=("GOV",), score=0.9),),
        recipients=(party("Kelheim", country="DEU", sector="GOV", sectors=("GOV",), score=0.7),),
        date=TimeRef(date(2023, 6, 2), date(2023, 12, 31), "interval", "document"),
        place=Place("Kelheim", span("Kelheim"), country="DEU"),
        status=Status.FUTURE,
        certainty=Certainty.PROBABLE,
        cues=Cues(status=phrase("will")),
        confidence=0.75,
        coder="dateline 0.1 (encoder 3)",
    )


def coded(doc_id: str = "d1", input_id: str = "a.md", **more: object) -> Coded:
    mentions = (fired(doc_id, input_id), condemned(doc_id, input_id), visits(doc_id, input_id))
    claim = Claim(
        "stance",
        "did not condemn",
        span("did not condemn"),
        party("Arland", country="AUT", score=0.5, method="country", candidates=(ARLAND,)),
        "Arland",
        "the bombing",
        (f"{doc_id}-m2",),
        Certainty.PROBABLE,
        Attribution("poll", None, None, "Institute"),
        (SourceLink(SOURCE, "similarity", 0.25),),
    )
    bare = Claim("outlook", "she will visit", span("she will visit"))
    problem = Problem("W104", "warning", input_id, "sentence 2", "check the original", doc_id)
    return Coded(document(doc_id, input_id, **more), sentences(), mentions, (claim, bare), (problem,))


def run(name: str = "a", moment: datetime = datetime(2024, 1, 2, 3, 4, 5, 6, tzinfo=UTC)) -> RunInfo:
    return new_run(
        f"dateline 0.1 {name}",
        moment,
        settings='{"coder": "encoder"}',
        models=(Model("encoder", "3"),),
        inputs=(InputFile("a.md", "00" * 32), InputFile("b.md", "11" * 32)),
    )
