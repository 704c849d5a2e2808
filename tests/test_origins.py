"""Who reports a statement: the same in the database, in coded documents and on the ladder."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dateline.analyse.response.values import Told
from dateline.merging import merge_events
from dateline.origins import report_origins
from dateline.responses import origins_of
from dateline.store import new_run
from dateline.store.duckdb import Database
from dateline.types import Attribution, Certainty, Coded, Document, EventMention, Mention, Participant, Sentence, Source, SourceLink, Span

BODY = "Norway expelled two envoys of Latvia."


def told(text: str, said: Attribution | None = None, sources: tuple[SourceLink, ...] = (), **about: object) -> Coded:
    start = text.index("Norway expelled")
    document = Document("d1", "wire.txt", text, "0" * 64, published=date(2031, 5, 4), **about)  # type: ignore[arg-type]
    sentence = Sentence(0, BODY, Span(start, start + len(BODY)))
    party = Participant("Norway", Span(start, start + 6), "Norway", "NOR")
    mention = EventMention(
        "m1", "m1", "d1", "wire.txt", sentence, Mention("expelled", Span(start + 7, start + 15)), "COERCE", (), (), (party,), (),
        certainty=Certainty.CERTAIN, attribution=said, sources=sources, confidence=0.9, coder="hand",
    )  # fmt: skip
    return Coded(document, (sentence,), (mention,))


FILLER = " Nothing else is known." * 40
CASES = {
    "a dateline of a wire": (told(f"OSLO, May 4 (Reuters) - {BODY}{FILLER}", publisher="The Baltic Post"), ("Reuters",)),
    "an agency between strokes": (told(f"SEOUL, May 4 /Yonhap/ -- {BODY}", publisher="Herald"), ("Yonhap",)),
    "a byline": (told(f"By AFP\n\n{BODY}{FILLER}"), ("Agence France-Presse",)),
    "a credit at the end": (told(f"{BODY}{FILLER} Source: Reuters", publisher="Reuters Alerts"), ("Reuters",)),
    "an author": (told(BODY, authors=("Reuters",), publisher="Herald"), ("Reuters",)),
    "the medium quoted": (told(BODY, Attribution("media", "TASS", Span(0, 4), "TASS", "RUS"), publisher="Herald"), ("TASS",)),
    "the outlet": (told(BODY, publisher="Herald"), ("Herald",)),
    "an outlet of a name that many have": (told(BODY, publisher="The Daily Post"), ("The Daily Post",)),
    "its site": (told(BODY, url="https://www.reuters.com/world/x"), ("Reuters",)),
    "who added to it": (told(f"{BODY}{FILLER}\n\nAdditional reporting by Reuters", publisher="Fjord Courier"), ("Fjord Courier",)),
    "who added to it, beside its own": (told(f"{BODY}{FILLER}\n\n(Reporting by Liv Dahl; additional reporting by Xinhua)", publisher="Fjord Courier"), ("Fjord Courier",)),
    "who edited it": (told(f"{BODY}{FILLER} Editing By Reuters", publisher="Fjord Courier"), ("Fjord Courier",)),
    "whose files were used": (told(f"{BODY}{FILLER}\n\nWith files from The Canadian Press (CP) and Agence France-Presse (AFP)", publisher="Fjord Courier"), ("Fjord Courier",)),
    "who took the picture": (told(f"Photo by AFP\n\n{BODY}{FILLER}", publisher="Fjord Courier"), ("Fjord Courier",)),
    "who sold the picture": (told(f"Photograph: Liv Dahl/AFP/Getty Images\n\n{BODY}{FILLER}", publisher="Fjord Courier"), ("Fjord Courier",)),
    "whose picture it is": (told(f"{BODY}{FILLER}\n\nImage source: Reuters", publisher="Fjord Courier"), ("Fjord Courier",)),
    "who saw a letter": (told(f"{BODY} A letter seen by Reuters says so.{FILLER}", publisher="Fjord Courier"), ("Fjord Courier",)),
    "a byline behind a day": (told(f"4 May 2031 | By Xinhua\n\n{BODY}{FILLER}", publisher="Fjord Courier"), ("Xinhua",)),
    "who reported it": (told(f"{BODY}{FILLER}\n\nReporting by Yonhap", publisher="Fjord Courier"), ("Yonhap",)),
    "a body of an agency's initials": (told(f"Fighters of the Awami Peace Party (APP) left. {BODY}{FILLER}", publisher="Herald"), ("Herald",)),
    "such a body in the headline": (told(f"Indigenous National Alliance (INA) rejects plan\n\n{BODY}{FILLER}", publisher="Herald"), ("Herald",)),
    "such a body in another tongue": (told(f"The People's Alliance (AP) agreed. {BODY}{FILLER}", publisher="Fjord Courier"), ("Fjord Courier",)),
    "such a body, its own": (told(f"The Popular Front's wing (TAP)'s fighters left. {BODY}{FILLER}", publisher="Fjord Courier"), ("Fjord Courier",)),
    "such a body at the end": (told(f"{BODY}{FILLER} Among them was the Arab Armed Pact (AAP).", publisher="Herald"), ("Herald",)),
    "such a body speaks": (told(BODY, Attribution("institution", "the AA", Span(0, 6)), publisher="Herald"), ("Herald",)),
    "a town of an agency's initials": (told(f"ADDIS ABABA (AA) — {BODY}{FILLER}", publisher="Herald"), ("Anadolu Agency",)),
    "such a town in small letters": (told(f"Addis Ababa, May 4 (AA) - {BODY}{FILLER}", publisher="Herald"), ("Anadolu Agency",)),
    "a byline with an agency": (told(f"By Liv Dahl (AFP) in Oslo\n\n{BODY}{FILLER}", publisher="Herald"), ("Agence France-Presse",)),
    "an agency at the end in brackets": (told(f"{BODY}{FILLER} It was the army's third. (AAP)", publisher="Herald"), ("Australian Associated Press",)),
    "a note": (told(f"{BODY} (Reuters)", None, (SourceLink(Source("1", "news", agency="AFP", outlet="Le Monde"), "marker", 1.0),)), ("Agence France-Presse",)),
    "the document": (told(BODY, title="Envoys leave"), ("the document “Envoys leave”",)),
    "its file": (told(f"{BODY} (Two of them.)"), ("the document wire.txt",)),
}


@pytest.mark.parametrize("case", CASES)
def test_the_origin_of_a_report(case: str, tmp_path: Path) -> None:
    coded, expected = CASES[case]
    (mention,) = coded.mentions
    assert report_origins(mention, coded.document) == expected
    note = mention.sources[0].source if mention.sources else None
    coded = replace(coded, document=replace(coded.document, sources=(note,) if note else ()))
    run = new_run("test", datetime(2031, 5, 5, tzinfo=UTC))
    with Database(tmp_path / "one.duckdb") as database:
        database.begin_run(run)
        database.write(coded, run)
        merge_events(database)
        (row,) = database.query("SELECT origins FROM merged").to_pylist()
    named = case not in ("the document", "its file")
    assert tuple(row["origins"]) == (expected if named else ("document d1",))


def test_copies_of_one_text_are_one_source_on_a_rung_too() -> None:
    words = "Norway expelled two envoys of Latvia on Monday over a cable in the harbour of Bergen."
    wire, copy, other = (replace(told(BODY, publisher=name), document=Document(name, name, BODY, "0" * 64, publisher=name)) for name in ("Reuters", "Post", "Herald"))
    texts = {"Reuters": words, "Post": words, "Herald": "Oslo showed two Latvians out."}
    acts = []
    for one in (wire, copy, other):
        (mention,) = one.mentions
        name = one.document.doc_id
        acts.append(Told(replace(mention, mention_id=name, sentence=replace(mention.sentence, text=texts[name], span=Span(0, len(texts[name])))), one))
    assert origins_of(acts) == ("Herald", "Post = Reuters")
