"""Hand-made coded documents on an invented affair, one of them full of strings that try to break out of a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.errors import problem
from dateline.types import (
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Coded,
    Cues,
    Document,
    EventMention,
    Marker,
    Mention,
    Note,
    Participant,
    Place,
    Quantity,
    Sentence,
    Source,
    SourceLink,
    Span,
    Status,
    TimeRef,
)

TITLE = "The Quarrel over the Strait of Vell"
PARAGRAPHS = (
    (
        "Aldania sent two frigates to the Strait of Vell on 3 March 2024.¹ Borvia's foreign minister condemned the "
        "deployment two days later and demanded the withdrawal of the ships.² According to the news agency Norpress, "
        "some forty fishermen may have been detained by Aldanian coast guards.³ Aldania's government rejected the "
        "demand."
    ),
    (
        "Talks were held in Port Lumen in April 2024, where the two countries agreed to exchange prisoners.² The "
        "Alliance has not imposed sanctions.⁴ Borvia gave the families money in 2023, a minister told Norpress. "
        "Protesters marched in the capital on 20 April 2024."
    ),
    "Aldania is expected to withdraw its ships in May. In 1971 it bombed the lighthouse, older readers recall.",
)
NOTES = (
    ("1", 'Norpress, "Two Aldanian Frigates Enter the Strait", The Lumen Times, 4 March 2024.'),
    ("2", 'Ana Kerr, "Borvia Wants Ships Out", The Lumen Times, 6 March 2024.'),
    ("3", 'Norpress, "Fishermen Held, Families Say", Coast Herald, 9 March 2024.'),
    ("4", '"No Sanctions Yet", Coast Herald, 22 April 2024.'),
    ("5", "Nobody points to this note."),
)
SUPERSCRIPTS = {"¹": "1", "²": "2", "³": "3", "⁴": "4"}

NORPRESS = Source(
    "1", "news", "Two Aldanian Frigates Enter the Strait", (), "Norpress", "The Lumen Times", published="2024-03-04"
)
KERR = Source(
    "2",
    "news",
    "Borvia Wants Ships Out",
    ("Ana Kerr",),
    None,
    "The Lumen Times",
    published="2024-03-06",
    url="https://lumen.example/a?b=1&c=2",
)
HELD = Source("3", "news", "Fishermen Held, Families Say", (), "Norpress", "Coast Herald", published="2024-03-09")
YET = Source(
    "4", "news", "No Sanctions Yet", (), None, "Coast Herald", published="2024-04-22", url="javascript:alert(1)"
)


def layout() -> Document:
    """The document: title, heading, paragraphs and notes, with the raised figures turned into markers."""
    text, blocks, markers, notes = "", [], [], []
    for kind, level, raw in (
        (BlockKind.TITLE, 0, TITLE),
        (BlockKind.HEADING, 1, "Ships and words"),
        *((BlockKind.PARAGRAPH, 0, one) for one in PARAGRAPHS),
        *((BlockKind.NOTE, 0, one) for _, one in NOTES),
    ):
        start = len(text)
        for letter in raw:
            if letter in SUPERSCRIPTS:
                markers.append(Marker(SUPERSCRIPTS[letter], len(text)))
            else:
                text += letter
        blocks.append(Block(kind, Span(start, len(text)), level))
        text += "\n\n"
    spans = [block.span for block in blocks if block.kind is BlockKind.NOTE]
    for (label, _), span in zip(NOTES, spans, strict=True):
        notes.append(Note(label, span, tuple(marker.offset for marker in markers if marker.label == label)))
    return Document(
        "d1",
        "vell.md",
        text,
        "0" * 64,
        tuple(blocks),
        tuple(notes),
        tuple(markers),
        (NORPRESS, KERR, HELD, YET),
        TITLE,
        ("Ines Marr",),
        date(2024, 5, 2),
        "Institute of the Strait",
    )


class Maker:
    """Builds mentions whose spans are found by their words."""

    def __init__(self, document: Document) -> None:
        self.document, self.made = document, 0

    def span(self, words: str, nth: int = 1) -> Span:
        start = -1
        for _ in range(nth):
            start = self.document.text.index(words, start + 1)
        return Span(start, start + len(words))

    def phrase(self, words: str, nth: int = 1) -> Mention:
        return Mention(words, self.span(words, nth))

    def party(self, words: str, country: str | None = None, entity: str | None = None, nth: int = 1) -> Participant:
        return Participant(words, self.span(words, nth), entity, country, "GOV", ("GOV",), 0.9)

    def sentence(self, trigger: Span) -> Sentence:
        text = self.document.text
        start = max(text.rfind(". ", 0, trigger.start) + 2, text.rfind("\n", 0, trigger.start) + 1)
        ends = [at + 1 for at in (text.find(". ", trigger.end), text.find(".\n", trigger.end)) if at >= 0]
        end = min([*ends, len(text)])
        return Sentence(self.made, text[start:end], Span(start, end))

    def mention(self, kind: str, words: str, nth: int = 1, **fields: object) -> EventMention:
        self.made += 1
        trigger = self.phrase(words, nth)
        base = EventMention(
            f"m{self.made:02}",
            f"m{self.made:02}",
            self.document.doc_id,
            self.document.input_id,
            self.sentence(trigger.span),
            trigger,
            kind,
            confidence=0.8,
            coder="hand 1.0",
        )
        return replace(base, **fields)  # type: ignore[arg-type]


def on(year: int, month: int, day: int, basis: str = "explicit", words: Mention | None = None) -> TimeRef:
    one = date(year, month, day)
    return TimeRef(one, one, "day", basis, words.text if words else None, words.span if words else None)


def linked(source: Source, link: str = "marker", score: float = 1.0) -> tuple[SourceLink, ...]:
    return (SourceLink(source, link, score),)


def first_half(make: Maker) -> tuple[EventMention, ...]:
    aldania, borvia = make.party("Aldania", "ALB", "Aldania"), make.party("Borvia's foreign minister", "BIH")
    april = TimeRef(date(2024, 4, 1), date(2024, 4, 30), "month", "explicit", "April 2024", make.span("April 2024"))
    agency = make.phrase("According to the news agency Norpress")
    norpress = Attribution("media", "Norpress", make.span("Norpress"), via=Attribution("unnamed", "a coast guard"))
    both = (make.party("the two countries", "ALB"), make.party("the two countries", "BIH"))
    return (
        make.mention(
            "MOBILIZE",
            "sent",
            modes=("weapons",),
            actors=(aldania,),
            date=on(2024, 3, 3, words=make.phrase("3 March 2024")),
            place=Place("Strait of Vell", make.span("Strait of Vell", 2), "Strait of Vell"),
            sources=linked(NORPRESS),
            quantities=(Quantity("two frigates", make.span("two frigates"), 2, counts="frigates"),),
        ),
        make.mention(
            "ACCUSE",
            "condemned",
            modes=("disapprove",),
            actors=(borvia,),
            recipients=(aldania,),
            date=on(2024, 3, 5, "relative", make.phrase("two days later")),
            sources=linked(KERR),
        ),
        # overlaps the words of the next one
        make.mention(
            "MOBILIZE",
            "the deployment",
            actors=(aldania,),
            status=Status.ONGOING,
            sources=linked(KERR, "sentence", 0.7),
        ),
        make.mention(
            "REQUEST",
            "demanded the withdrawal",
            modes=("yield",),
            actors=(borvia,),
            recipients=(aldania,),
            date=on(2024, 3, 5),
            sources=linked(KERR),
        ),
        make.mention(
            "COERCE",
            "detained",
            modes=("arrest",),
            actors=(make.party("Aldanian coast guards", "ALB"),),
            recipients=(make.party("fishermen"),),
            certainty=Certainty.POSSIBLE,
            attribution=norpress,
            date=on(2024, 3, 9, "source"),
            sources=linked(HELD),
            cues=Cues(certainty=make.phrase("may have"), attribution=agency),
        ),
        make.mention(
            "REJECT",
            "rejected",
            modes=("yield",),
            actors=(make.party("Aldania's government", "ALB"),),
            date=on(2024, 3, 9, "document"),
        ),
        make.mention(
            "CONSULT",
            "Talks",
            actors=both,
            date=april,
            place=Place("Port Lumen", make.span("Port Lumen")),
            sources=linked(KERR),
        ),
    )


def second_half(make: Maker) -> tuple[EventMention, ...]:
    both = (make.party("the two countries", "ALB"), make.party("the two countries", "BIH"))
    april = TimeRef(date(2024, 4, 1), date(2024, 4, 30), "month", "explicit", "April 2024", make.span("April 2024"))
    minister = Attribution("speaker", "a minister", make.span("a minister"), via=Attribution("media", "Norpress"))
    return (
        make.mention("AGREE", "agreed to exchange", actors=both, date=april, sources=linked(KERR)),
        make.mention(
            "SANCTION",
            "imposed sanctions",
            modes=("discontinue",),
            actors=(make.party("The Alliance", "IGO", "the Alliance"),),
            negated=True,
            cues=Cues(negated=make.phrase("not")),
            sources=linked(YET),
        ),
        make.mention(
            "AID",
            "gave",
            actors=(make.party("Borvia", "BIH", nth=2),),
            recipients=(make.party("the families"),),
            attribution=minister,
            date=TimeRef(date(2023, 1, 1), date(2023, 12, 31), "year", "explicit"),
        ),
        make.mention("PROTEST", "marched", modes=("demo",), actors=(make.party("Protesters"),), date=on(2024, 4, 20)),
        make.mention(
            "RETREAT",
            "withdraw its ships",
            modes=("withdraw",),
            status=Status.FUTURE,
            certainty=Certainty.PROBABLE,
            actors=(make.party("Aldania", "ALB", nth=4),),
            cues=Cues(certainty=make.phrase("expected")),
        ),
        make.mention(
            "ASSAULT",
            "bombed",
            modes=("aerial",),
            status=Status.HISTORICAL,
            date=TimeRef(date(1971, 1, 1), date(1971, 12, 31), "year", "explicit"),
            recipients=(make.party("the lighthouse"),),
        ),
    )


def coded() -> Coded:
    """Thirteen mentions that use every field, with a problem."""
    document = layout()
    make = Maker(document)
    mentions = (*first_half(make), *second_half(make))
    return Coded(
        document, tuple(one.sentence for one in mentions), mentions, (), (problem("W103", "vell.md", "note 5"),)
    )


def with_claims() -> Coded:
    """The same with a claim of each kind."""
    made = coded()
    make = Maker(made.document)
    words = (
        ("motive", "demanded the withdrawal of the ships"),
        ("cause", "condemned the deployment"),
        ("exchange", "agreed to exchange prisoners"),
        ("stance", "rejected the demand"),
        ("opinion", "Protesters marched in the capital"),
        ("outlook", "is expected to withdraw its ships in May"),
        ("dependency", "older readers recall"),
    )
    claims = tuple(
        Claim(
            kind,
            text,
            make.span(text),
            make.party("Aldania", "ALB", "Aldania") if kind != "opinion" else None,
            mentions=("m02",) if kind == "cause" else (),
            certainty=Certainty.PROBABLE if kind == "outlook" else Certainty.CERTAIN,
            attribution=Attribution("unnamed", "older readers", make.span("older readers")) if kind == "dependency" else None,
            sources=linked(KERR) if kind == "motive" else (),
        )
        for kind, text in words
    )
    return replace(made, claims=claims)


EVIL = '<script>alert("x")</script>'
HANDLER = '"><img src=x onerror=alert(1)>'
CLOSER = "</textarea></style></title>--><svg/onload=alert(2)>"
TEMPLATE = "{{ 7*7 }}{% raw %}"


def hostile() -> Coded:
    """Every string that comes from a document tries to break out."""
    text = f"Aldania {EVIL} attacked {HANDLER} Borvia. {CLOSER} =cmd|' /C calc'!A0 {TEMPLATE}"
    start = text.index("attacked")
    sentence = Sentence(0, text, Span(0, len(text)))
    evil = Span(text.index(EVIL), text.index(EVIL) + len(EVIL))
    source = Source(
        f"1{HANDLER}", "news", EVIL, (HANDLER,), CLOSER, EVIL, published=HANDLER, url="javascript:alert(3)//https://"
    )
    mention = EventMention(
        f"m{HANDLER}",
        "m1",
        "d2",
        EVIL,
        sentence,
        Mention("attacked", Span(start, start + 8)),
        "ASSAULT",
        modes=(HANDLER,),
        contexts=(EVIL,),
        actors=(Participant(EVIL, evil, HANDLER, None),),
        recipients=(Participant("=cmd", evil),),
        place=Place(EVIL, evil, CLOSER, HANDLER, None, 51.5, 31.5),
        date=TimeRef(date(2024, 1, 1), date(2024, 1, 1), "day", HANDLER, EVIL, evil),
        attribution=Attribution("speaker", HANDLER, evil, via=Attribution(EVIL)),
        cues=Cues(certainty=Mention(EVIL, evil)),
        quantities=(Quantity(EVIL, evil, 1),),
        sources=(SourceLink(source, HANDLER, 0.5),),
        coder=EVIL,
    )
    document = Document(
        "d2",
        EVIL,
        text,
        "0" * 64,
        notes=(Note(f"1{HANDLER}", evil),),
        markers=(Marker(f"1{HANDLER}", start),),
        sources=(source,),
        title=CLOSER,
        authors=(HANDLER,),
        publisher=TEMPLATE,
    )
    claim = Claim("motive", EVIL, evil, Participant(EVIL, evil), attribution=Attribution("speaker", HANDLER, evil), sources=(SourceLink(source, HANDLER, 0.5),))
    return Coded(document, (sentence,), (mention,), (claim,), (problem("E002", HANDLER, EVIL),))
