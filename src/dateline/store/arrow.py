"""Arrow schemas of the stored tables: the source of truth for their columns, types and descriptions.

The migrations create the same columns in DuckDB (a test compares them), and the documentation of the tables is
generated from the field metadata. Offsets are code points of the document's canonical text, start inclusive, end
exclusive; days are inclusive.
"""

from __future__ import annotations

from typing import Final

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

TEXT: Final = pa.string()
INT: Final = pa.int32()
BIG: Final = pa.int64()
REAL: Final = pa.float64()
FLAG: Final = pa.bool_()
DAY: Final = pa.date32()
TIME: Final = pa.timestamp("us")
TEXTS: Final = pa.list_(TEXT)
CELLS: Final = pa.map_(TEXT, TEXT)

PHRASE: Final = pa.struct([("text", TEXT), ("span_start", INT), ("span_end", INT)])
BLOCK: Final = pa.struct([("kind", TEXT), ("span_start", INT), ("span_end", INT), ("level", INT)])
MARKER: Final = pa.struct([("label", TEXT), ("position", INT)])
SEGMENT: Final = pa.struct(
    [("seg_start", INT), ("seg_end", INT), ("raw_start", BIG), ("page", INT), ("box", pa.list_(REAL))]
)
SPEAKER: Final = pa.struct(
    [("kind", TEXT), ("text", TEXT), ("span_start", INT), ("span_end", INT), ("entity", TEXT), ("country", TEXT)]
)
PARTY: Final = pa.struct(
    [
        ("text", TEXT),
        ("span_start", INT),
        ("span_end", INT),
        ("entity", TEXT),
        ("country", TEXT),
        ("sector", TEXT),
        ("sectors", TEXTS),
        ("score", REAL),
    ]
)
CANDIDATE: Final = pa.struct(
    [
        ("name", TEXT),
        ("country", TEXT),
        ("sectors", TEXTS),
        ("detail", TEXT),
        ("geonames_id", BIG),
        ("lat", REAL),
        ("lon", REAL),
        ("score", REAL),
    ]
)
MODEL: Final = pa.struct([("name", TEXT), ("version", TEXT)])
INPUT: Final = pa.struct([("input_id", TEXT), ("sha256", TEXT)])


def _must(name: str, type: pa.DataType, description: str) -> pa.Field:
    return pa.field(name, type, nullable=False, metadata={"description": description})


def _may(name: str, type: pa.DataType, description: str) -> pa.Field:
    return pa.field(name, type, metadata={"description": description})


def _table(description: str, *fields: pa.Field) -> pa.Schema:
    return pa.schema(fields, metadata={"description": description})


_DOC = _must("doc_id", TEXT, "document; hash of input id, date, publisher and raw bytes")
_MENTION = _must("mention_id", TEXT, "the mention it belongs to")
_POSITION = _must("position", INT, "place in the list it comes from, from 0")
_START = _must("span_start", INT, "first code point of the canonical text")
_END = _must("span_end", INT, "code point after the last")
_RUN = _must("run_id", TEXT, "the run that wrote it")
_ATTRIBUTION = (
    _may(
        "attribution_kind",
        TEXT,
        "who says so: speaker, institution, media, unnamed, document or poll; null: the author",
    ),
    _may("attribution_text", TEXT, "the words that name who says so"),
    _may("attribution_start", INT, "first code point of those words"),
    _may("attribution_end", INT, "code point after the last"),
    _may("attribution_entity", TEXT, "what the words resolve to"),
    _may("attribution_country", TEXT, "country code of who says so"),
    _must("attribution_via", pa.list_(SPEAKER), "through whom it came, nearest to the speaker first"),
)

RUNS: Final = _table(
    "Every start of the program that wrote to the database.",
    _must("run_id", TEXT, "hash of start, program, settings and inputs"),
    _must("started", TIME, "start, UTC"),
    _may("finished", TIME, "end, UTC; null while it runs and where it was killed"),
    _must("program", TEXT, "program name and version"),
    _must("settings", TEXT, "settings as given (coder, date, columns, day_first and others), and files, the corpora with path, size and SHA-256: JSON as text"),
    _must("models", pa.list_(MODEL), "models with their versions"),
    _must("inputs", pa.list_(INPUT), "inputs with the SHA-256 of their raw bytes"),
    _must("documents", BIG, "documents written"),
    _must("sentences", BIG, "sentences written"),
    _must("mentions", BIG, "mentions written"),
    _must("claims", BIG, "claims written"),
    _must("problems", BIG, "problems written"),
)
DOCUMENTS: Final = _table(
    "Documents with their canonical text: every span of the other tables points into it.",
    _DOC,
    _must("input_id", TEXT, "file name or corpus id it was read from"),
    _RUN,
    _may("title", TEXT, "title"),
    _must("authors", TEXTS, "authors in order"),
    _may("published", DAY, "publication date"),
    _may("publisher", TEXT, "publisher"),
    _may("url", TEXT, "address"),
    _may("lang", TEXT, "language, ISO 639-1"),
    _must("format", TEXT, "format it was read from"),
    _must("raw_sha256", TEXT, "SHA-256 of the raw bytes"),
    _must("text", TEXT, "canonical text"),
    _must("blocks", pa.list_(BLOCK), "titles, headings, paragraphs, notes ... with their spans"),
    _must("markers", pa.list_(MARKER), "note markers, each before the code point at its position"),
    _must(
        "textmap",
        pa.list_(SEGMENT),
        "runs of canonical text with their offset in the decoded raw input, page and box in points",
    ),
    _may("country", TEXT, "country that the user says it is news of, a code or name as given"),
)
SENTENCES: Final = _table(
    "Sentences of the coded parts of a document.",
    _DOC,
    _must("sentence", INT, "number of the sentence in the document"),
    _must("text", TEXT, "its text"),
    _START,
    _END,
    _must("kind", TEXT, "body, headline, citation or note"),
)
NOTES: Final = _table(
    "Footnotes and endnotes.",
    _DOC,
    _POSITION,
    _must("label", TEXT, "label, as printed"),
    _START,
    _END,
    _must("markers", pa.list_(INT), "code points before which its markers stood; empty: the marker is lost"),
)
SOURCES: Final = _table(
    "What the notes and bibliography of a document cite.",
    _must("source_id", TEXT, "document id, a slash and the source's number in the document"),
    _DOC,
    _POSITION,
    _must("listed", FLAG, "found in the document's notes or bibliography; false where only a statement carries it"),
    _may("note", TEXT, "label of the note it stands in"),
    _must("kind", TEXT, "news, report, book, web page ..."),
    _may("title", TEXT, "title"),
    _must("authors", TEXTS, "authors in order"),
    _may("agency", TEXT, "news agency"),
    _may("outlet", TEXT, "newspaper, broadcaster, journal or site"),
    _may("publisher", TEXT, "publisher"),
    _may("volume", TEXT, "volume"),
    _may("issue", TEXT, "issue"),
    _may("pages", TEXT, "pages"),
    _may("published", TEXT, "prefix of an ISO date"),
    _may("accessed", TEXT, "prefix of an ISO date"),
    _may("url", TEXT, "address"),
    _may("span_start", INT, "first code point of the citation"),
    _may("span_end", INT, "code point after the last"),
)
MENTIONS: Final = _table(
    "Coded statements of acts, one row each: what, when, where, according to whom, how certain.",
    _must("mention_id", TEXT, "hash of document, place of the trigger in the raw input, and an ordinal"),
    _must("event_id", TEXT, "the event it reports"),
    _DOC,
    _POSITION,
    _must("sentence", INT, "number of its sentence in the document"),
    _must("sentence_text", TEXT, "text of its sentence"),
    _must("sentence_start", INT, "first code point of the sentence"),
    _must("sentence_end", INT, "code point after the last"),
    _must("sentence_kind", TEXT, "body, headline, citation or note"),
    _must("trigger", TEXT, "the word or words that report the act"),
    _must("trigger_start", INT, "first code point of the trigger"),
    _must("trigger_end", INT, "code point after the last"),
    _must("type", TEXT, "PLOVER event type"),
    _must("quad", INT, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
    _must("score", REAL, "PLOVER score, -10 (conflict) to 10 (cooperation)"),
    _must("modes", TEXTS, "PLOVER modes"),
    _must("contexts", TEXTS, "PLOVER contexts"),
    _may("date_earliest", DAY, "first day on which it may have taken place"),
    _may("date_latest", DAY, "last day on which it may have taken place"),
    _may("date_precision", TEXT, "day, month, year or interval"),
    _may("date_basis", TEXT, "explicit, relative, source or document"),
    _may("date_text", TEXT, "the words that give the date"),
    _may("date_start", INT, "first code point of those words"),
    _may("date_end", INT, "code point after the last"),
    _may("place_text", TEXT, "the words that give the place"),
    _may("place_start", INT, "first code point of those words"),
    _may("place_end", INT, "code point after the last"),
    _may("place_name", TEXT, "name of the place"),
    _may("place_country", TEXT, "country code of the place"),
    _may("place_geonames_id", BIG, "GeoNames id"),
    _may("place_lat", REAL, "latitude in decimal degrees"),
    _may("place_lon", REAL, "longitude in decimal degrees"),
    _must("status", TEXT, "occurred, ongoing, future, hypothetical or historical"),
    _must("negated", FLAG, "the text says that it did not take place"),
    _must("certainty", TEXT, "certain, probable or possible"),
    *_ATTRIBUTION,
    _may("cue_negated", PHRASE, "the words on which the negation rests"),
    _may("cue_status", PHRASE, "the words on which the status rests"),
    _may("cue_certainty", PHRASE, "the words on which the certainty rests"),
    _may("cue_attribution", PHRASE, "the words on which the attribution rests"),
    _must("confidence", REAL, "calibrated probability that the coding is right"),
    _must("coder", TEXT, "program and model, name and version"),
    _may("speaker_is_party", FLAG, "who says so is an actor or recipient of the act; null: the author, or nobody is named"),
)
PARTICIPANTS: Final = _table(
    "Actors and recipients of the mentions.",
    _MENTION,
    _DOC,
    _must("role", TEXT, "actor or recipient"),
    _POSITION,
    _must("text", TEXT, "the phrase"),
    _START,
    _END,
    _may("entity", TEXT, "what the phrase resolves to"),
    _may("country", TEXT, "country code"),
    _may("sector", TEXT, "primary PLOVER sector"),
    _must("sectors", TEXTS, "all PLOVER sectors"),
    _must("score", REAL, "the resolver's score, 0 to 1"),
)
QUANTITIES: Final = _table(
    "Numbers in the mentions, with what they count.",
    _MENTION,
    _DOC,
    _POSITION,
    _must("text", TEXT, "the words"),
    _START,
    _END,
    _may("value", REAL, "value; null for a range"),
    _may("low", REAL, "lower end"),
    _may("high", REAL, "upper end"),
    _may("unit", TEXT, "unit"),
    _may("counts", TEXT, "what is counted"),
    _must("approximate", FLAG, "given as approximate"),
)
MENTION_SOURCES: Final = _table(
    "Which sources stand behind which mentions.",
    _MENTION,
    _DOC,
    _POSITION,
    _must("source_id", TEXT, "the source"),
    _must("link", TEXT, "how the link was found: marker, sentence or similarity"),
    _must("score", REAL, "certainty of the link, 0 to 1"),
    _may("bearing", TEXT, "how the source's title bears on the act: same, detail, background or unrelated; null without a title"),
    _must("reasons", TEXTS, "why, in words"),
)
CLAIMS: Final = _table(
    "Motives, causes, exchanges, outlooks, dependencies, stances and opinions.",
    _must("claim_id", TEXT, "document id, a slash and the claim's number in the document"),
    _DOC,
    _POSITION,
    _must("kind", TEXT, "motive, cause, exchange, outlook, dependency, stance or opinion"),
    _may("holder", PARTY, "whose motive, stance or opinion it is"),
    _must("text", TEXT, "the words"),
    _START,
    _END,
    _may("subject", TEXT, "of whom or what it is said"),
    _may("object", TEXT, "what is said"),
    _must("mentions", TEXTS, "ids of the mentions it bears on"),
    _must("certainty", TEXT, "certain, probable or possible"),
    *_ATTRIBUTION,
)
CLAIM_SOURCES: Final = _table(
    "Which sources stand behind which claims.",
    _must("claim_id", TEXT, "the claim"),
    _DOC,
    _POSITION,
    _must("source_id", TEXT, "the source"),
    _must("link", TEXT, "how the link was found: marker, sentence or similarity"),
    _must("score", REAL, "certainty of the link, 0 to 1"),
)
EVENTS: Final = _table(
    "Events: mentions that report the same act. A mention is its own event until mentions are merged.",
    _must("event_id", TEXT, "the smallest id of its mentions"),
    _must("type", TEXT, "PLOVER event type"),
    _may("first_date", DAY, "first day that its statements tell, else on which it may have taken place"),
    _may("last_date", DAY, "last day that its statements tell, else on which it may have taken place"),
    _must("n_mentions", BIG, "mentions that report it"),
    _must("n_sources", BIG, "different sources behind them"),
    _may("n_documents", BIG, "documents that report it; null until mentions are merged"),
    _may("n_independent", BIG, "independent sources: copies of one agency's text are one; null until mentions are merged"),
)
MERGED: Final = _table(
    "Mentions that were compared with all others, with what finds their neighbours.",
    _must("mention_id", TEXT, "the mention"),
    _DOC,
    _must("part", BIG, "number of the group of mentions that likely pairs connect; an event lies within one"),
    _must("parties", pa.list_(INT), "codes of its parties"),
    _must("first_slice", INT, "first stretch of four weeks in which the act may lie, -1 where unknown"),
    _must("last_slice", INT, "last such stretch"),
    _must("hints", pa.list_(pa.struct([("first", DAY), ("last", DAY)])), "days that its sentence names"),
    _must("origins", TEXTS, "where it comes from: the cited source, the quoted medium, the credited agency or the outlet"),
)
MERGE_CHANGES: Final = _table(
    "What removed mentions leave to be merged again; empty when events are up to date.",
    _must("part", BIG, "the group that the mention belonged to"),
    _must("parties", pa.list_(INT), "codes of its parties"),
    _must("first_slice", INT, "first stretch of four weeks in which its act may lie"),
    _must("last_slice", INT, "last such stretch"),
)
EVENT_ALIASES: Final = _table(
    "Ids that events had before they were merged or split, with the events that hold their mentions now.",
    _must("alias", TEXT, "the earlier id; it may still name what is left of its event"),
    _must("event_id", TEXT, "an event that holds mentions of it now"),
)
PROBLEMS: Final = _table(
    "What went wrong with an input, one row each.",
    _RUN,
    _must("input_id", TEXT, "the input"),
    _may("doc_id", TEXT, "the document, where it could be read"),
    _must(
        "origin", TEXT, "read: found while reading a document; code: while coding it; run: the input gave no document"
    ),
    _POSITION,
    _must("code", TEXT, "code of the catalogue of errors"),
    _must("severity", TEXT, "error, warning or info"),
    _must("detail", TEXT, "what was found"),
    _must("fix", TEXT, "what to do"),
    _may("problem_doc_id", TEXT, "the document id that the problem itself names"),
    _may("span_start", INT, "first code point it concerns"),
    _may("span_end", INT, "code point after the last"),
)

RESOLUTIONS: Final = _table(
    "How the phrases of actors, recipients, places, speakers and holders were resolved, and what else was considered.",
    _DOC,
    _may("mention_id", TEXT, "the mention it belongs to; null for a claim's"),
    _may("claim_id", TEXT, "the claim it belongs to; null for a mention's"),
    _must("role", TEXT, "actor, recipient, place, speaker or holder"),
    _must("position", INT, "place among those of the role, from 0; of speakers how far from the first"),
    _may("text", TEXT, "the phrase"),
    _must("method", TEXT, "how it was found: person, surname, organisation, country, composition, spelling ..."),
    _must("score", REAL, "the resolver's score, 0 to 1"),
    _must(
        "candidates",
        pa.list_(CANDIDATE),
        "what was considered, the chosen one first; detail is office and dates, or the kind of place",
    ),
)
DECISIONS: Final = _table(
    "What reviewers decided, appended and never changed; recoding keeps them, 'dateline forget' removes those of the document.",
    _must("decision_id", TEXT, "random id of the row"),
    _must("position", BIG, "place in the order in which decisions were made, from 0"),
    _must("batch", TEXT, "id shared by the rows of one action; an undo takes back a whole batch"),
    _must("reviewer", TEXT, "name of who decided"),
    _must("made", TIME, "when, UTC"),
    _must("kind", TEXT, "accept, correct, wrong, add, merge, split, adjudicate, done or undo"),
    _DOC,
    _must("input_id", TEXT, "input of the document at the time"),
    _may("mention_id", TEXT, "the mention; null where the decision is about the document"),
    _may("before", TEXT, "the record as the reviewer saw it, a JSON object as text; null where there was none"),
    _may("after", TEXT, "the record as decided, a JSON object as text; null where it is no act"),
    _may("base", TEXT, "the machine's record at the time, a JSON object as text; null where it had none"),
    _may("undoes", TEXT, "the batch that an undo takes back"),
)

IMPORTS: Final = _table(
    "Files of other data sets that were imported.",
    _must("dataset", TEXT, "name of the data set, as given to 'dateline import'"),
    _must("input_id", TEXT, "file name"),
    _RUN,
    _must("format", TEXT, "format it was read as"),
    _must("n_rows", BIG, "rows that were imported"),
    _must("n_untyped", BIG, "of these, rows of a kind that PLOVER has no type for"),
    _must("n_malformed", BIG, "rows that were left out because they are malformed"),
)
IMPORTED: Final = _table(
    "Acts of other data sets, one row each.",
    _must("dataset", TEXT, "name of the data set"),
    _must("input_id", TEXT, "file it comes from"),
    _must("line", BIG, "line of the file on which the row begins, from 1"),
    _may("source_id", TEXT, "the data set's own id"),
    _must("date", DAY, "day of the act"),
    _may("published", DAY, "day on which it was reported"),
    _may("actor_name", TEXT, "name of the actor"),
    _may("actor_country", TEXT, "country code of the actor"),
    _may("actor_sector", TEXT, "primary PLOVER sector of the actor"),
    _must("actor_sectors", TEXTS, "all its PLOVER sectors"),
    _may("recipient_name", TEXT, "name of the recipient"),
    _may("recipient_country", TEXT, "country code of the recipient"),
    _may("recipient_sector", TEXT, "primary PLOVER sector of the recipient"),
    _must("recipient_sectors", TEXTS, "all its PLOVER sectors"),
    _may("type", TEXT, "PLOVER event type; null where PLOVER has none"),
    _must("modes", TEXTS, "PLOVER modes"),
    _must("contexts", TEXTS, "PLOVER contexts"),
    _may("quad", INT, "quad class of the type"),
    _may("score", REAL, "PLOVER score"),
    _may("goldstein", REAL, "Goldstein value: the data set's own, else that of the CAMEO code"),
    _may("cameo", TEXT, "CAMEO code"),
    _may("place_name", TEXT, "name of the place"),
    _may("place_country", TEXT, "country code of the place"),
    _may("place_lat", REAL, "latitude in decimal degrees"),
    _may("place_lon", REAL, "longitude in decimal degrees"),
    _may("n_reports", INT, "reports that the data set counts for it"),
    _may("n_sources", INT, "sources that the data set counts for it"),
    _may("publisher", TEXT, "publisher"),
    _may("url", TEXT, "address"),
    _may("text", TEXT, "text that the data set gives: headline, notes"),
    _may("fatalities", INT, "people killed, as the data set counts them"),
    _may("place_admin1", TEXT, "first-level region of the place: the data set's name or code"),
    _may("place_admin2", TEXT, "second-level region of the place: the data set's name or code"),
    _may("details", CELLS, "further columns of the data set under its own names, as text"),
)
ACTS: Final = _table(
    "View: own codings and imported rows side by side, one row for each pair of actor and recipient of an act.",
    _may("dataset", TEXT, "'dateline' for own codings, else the imported data set"),
    _may("act_id", TEXT, "mention id; of an imported row data set, file and line"),
    _may("event_id", TEXT, "event of the mention; of an imported row as act_id"),
    _may("source_id", TEXT, "id in the data set it comes from"),
    _may("date_earliest", DAY, "first day on which it may have taken place; the publication date where it has none"),
    _may("date_latest", DAY, "last such day"),
    _may("published", DAY, "publication date"),
    _may("actor_name", TEXT, "the actor"),
    _may("actor_country", TEXT, "its country code"),
    _may("actor_sector", TEXT, "its primary sector"),
    _may("actor_sectors", TEXTS, "its sectors"),
    _may("recipient_name", TEXT, "the recipient; of a joint act another of its actors"),
    _may("recipient_country", TEXT, "its country code"),
    _may("recipient_sector", TEXT, "its primary sector"),
    _may("recipient_sectors", TEXTS, "its sectors"),
    _may("joint", FLAG, "a joint act: the recipient is another of its actors"),
    _may("type", TEXT, "PLOVER event type"),
    _may("modes", TEXTS, "PLOVER modes"),
    _may("contexts", TEXTS, "PLOVER contexts"),
    _may("quad", INT, "quad class"),
    _may("score", REAL, "PLOVER score"),
    _may("goldstein", REAL, "Goldstein value of an imported row; null for own codings, whose value follows from the type"),
    _may("cameo", TEXT, "CAMEO code of an imported row"),
    _may("place_name", TEXT, "name of the place"),
    _may("place_country", TEXT, "country code of the place"),
    _may("place_lat", REAL, "latitude"),
    _may("place_lon", REAL, "longitude"),
    _may("status", TEXT, "status; of imported rows occurred"),
    _may("negated", FLAG, "the text says that it did not take place"),
    _may("alleged", FLAG, "only the other side says that the actor did it; of imported rows false"),
    _may("certainty", TEXT, "certain, probable or possible; null where the data set does not say"),
    _may("attribution_kind", TEXT, "kind of who says so; null: the author, or the data set does not say"),
    _may("attribution_country", TEXT, "country of who says so"),
    _may("confidence", REAL, "confidence of an own coding"),
    _may("sentence", INT, "number of the sentence"),
    _may("n_reports", INT, "reports counted for it"),
    _may("n_sources", INT, "sources counted for it"),
    _may("publisher", TEXT, "publisher"),
    _may("url", TEXT, "address"),
    _may("lang", TEXT, "language"),
    _may("text", TEXT, "sentence, headline or notes"),
)

#: Every table with its schema, in the order in which they are written.
TABLES: Final = (
    ("runs", RUNS),
    ("documents", DOCUMENTS),
    ("sentences", SENTENCES),
    ("notes", NOTES),
    ("sources", SOURCES),
    ("mentions", MENTIONS),
    ("participants", PARTICIPANTS),
    ("quantities", QUANTITIES),
    ("mention_sources", MENTION_SOURCES),
    ("claims", CLAIMS),
    ("claim_sources", CLAIM_SOURCES),
    ("events", EVENTS),
    ("problems", PROBLEMS),
    ("resolutions", RESOLUTIONS),
    ("imports", IMPORTS),
    ("imported", IMPORTED),
    ("decisions", DECISIONS),
    ("merged", MERGED),
    ("merge_changes", MERGE_CHANGES),
    ("event_aliases", EVENT_ALIASES),
)

#: Views over the tables.
VIEWS: Final = (("acts", ACTS),)


def table_names() -> tuple[str, ...]:
    """The names of the stored tables."""
    return tuple(name for name, _ in TABLES)


def schema_of(name: str) -> pa.Schema:
    """The schema of a stored table; ``KeyError`` where there is none of that name."""
    return dict(TABLES)[name]


def description(part: pa.Field | pa.Schema) -> str:
    """The description of a column or of a table."""
    return str((part.metadata or {}).get(b"description", b""), "utf-8")
