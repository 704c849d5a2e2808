"""Numbered migrations of the database, oldest first.

A migration is never changed once it is released; a change of a table is a new one at the end. The version of a
database is the largest number in its table ``schema_version``. After the last migration the tables have the columns
of :mod:`dateline.store.arrow`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dateline.store.alleged import ALLEGED


@dataclass(frozen=True, slots=True)
class Migration:
    """One step; ``sql`` runs in a transaction together with the row that records it."""

    number: int
    name: str
    sql: str


#: The table that holds the numbers of the migrations that were applied; it exists in every Dateline database.
VERSION_TABLE: Final = "schema_version"
CREATE_VERSION_TABLE: Final = f"CREATE TABLE {VERSION_TABLE} (number INTEGER NOT NULL, name VARCHAR NOT NULL)"

_FIRST: Final = """
CREATE TABLE runs (
    run_id VARCHAR PRIMARY KEY,
    started TIMESTAMP NOT NULL,
    finished TIMESTAMP,
    program VARCHAR NOT NULL,
    settings VARCHAR NOT NULL,
    models STRUCT(name VARCHAR, version VARCHAR)[] NOT NULL,
    inputs STRUCT(input_id VARCHAR, sha256 VARCHAR)[] NOT NULL,
    documents BIGINT NOT NULL,
    sentences BIGINT NOT NULL,
    mentions BIGINT NOT NULL,
    claims BIGINT NOT NULL,
    problems BIGINT NOT NULL
);
CREATE TABLE documents (
    doc_id VARCHAR PRIMARY KEY,
    input_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    title VARCHAR,
    authors VARCHAR[] NOT NULL,
    published DATE,
    publisher VARCHAR,
    url VARCHAR,
    lang VARCHAR,
    format VARCHAR NOT NULL,
    raw_sha256 VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    blocks STRUCT(kind VARCHAR, span_start INTEGER, span_end INTEGER, level INTEGER)[] NOT NULL,
    markers STRUCT(label VARCHAR, position INTEGER)[] NOT NULL,
    textmap STRUCT(seg_start INTEGER, seg_end INTEGER, raw_start BIGINT, page INTEGER, box DOUBLE[])[] NOT NULL
);
CREATE TABLE sentences (
    doc_id VARCHAR NOT NULL,
    sentence INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    kind VARCHAR NOT NULL
);
CREATE TABLE notes (
    doc_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    label VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    markers INTEGER[] NOT NULL
);
CREATE TABLE sources (
    source_id VARCHAR NOT NULL,
    doc_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    listed BOOLEAN NOT NULL,
    note VARCHAR,
    kind VARCHAR NOT NULL,
    title VARCHAR,
    authors VARCHAR[] NOT NULL,
    agency VARCHAR,
    outlet VARCHAR,
    publisher VARCHAR,
    volume VARCHAR,
    issue VARCHAR,
    pages VARCHAR,
    published VARCHAR,
    accessed VARCHAR,
    url VARCHAR,
    span_start INTEGER,
    span_end INTEGER
);
CREATE TABLE mentions (
    mention_id VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    doc_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    sentence INTEGER NOT NULL,
    sentence_text VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    sentence_kind VARCHAR NOT NULL,
    trigger VARCHAR NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    type VARCHAR NOT NULL,
    quad INTEGER NOT NULL,
    score DOUBLE NOT NULL,
    modes VARCHAR[] NOT NULL,
    contexts VARCHAR[] NOT NULL,
    date_earliest DATE,
    date_latest DATE,
    date_precision VARCHAR,
    date_basis VARCHAR,
    date_text VARCHAR,
    date_start INTEGER,
    date_end INTEGER,
    place_text VARCHAR,
    place_start INTEGER,
    place_end INTEGER,
    place_name VARCHAR,
    place_country VARCHAR,
    place_geonames_id BIGINT,
    place_lat DOUBLE,
    place_lon DOUBLE,
    status VARCHAR NOT NULL,
    negated BOOLEAN NOT NULL,
    certainty VARCHAR NOT NULL,
    attribution_kind VARCHAR,
    attribution_text VARCHAR,
    attribution_start INTEGER,
    attribution_end INTEGER,
    attribution_entity VARCHAR,
    attribution_country VARCHAR,
    attribution_via STRUCT(
        kind VARCHAR, text VARCHAR, span_start INTEGER, span_end INTEGER, entity VARCHAR, country VARCHAR)[] NOT NULL,
    cue_negated STRUCT(text VARCHAR, span_start INTEGER, span_end INTEGER),
    cue_status STRUCT(text VARCHAR, span_start INTEGER, span_end INTEGER),
    cue_certainty STRUCT(text VARCHAR, span_start INTEGER, span_end INTEGER),
    cue_attribution STRUCT(text VARCHAR, span_start INTEGER, span_end INTEGER),
    confidence DOUBLE NOT NULL,
    coder VARCHAR NOT NULL
);
CREATE TABLE participants (
    mention_id VARCHAR NOT NULL,
    doc_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    entity VARCHAR,
    country VARCHAR,
    sector VARCHAR,
    sectors VARCHAR[] NOT NULL,
    score DOUBLE NOT NULL
);
CREATE TABLE quantities (
    mention_id VARCHAR NOT NULL,
    doc_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    value DOUBLE,
    low DOUBLE,
    high DOUBLE,
    unit VARCHAR,
    counts VARCHAR,
    approximate BOOLEAN NOT NULL
);
CREATE TABLE mention_sources (
    mention_id VARCHAR NOT NULL,
    doc_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    source_id VARCHAR NOT NULL,
    link VARCHAR NOT NULL,
    score DOUBLE NOT NULL
);
CREATE TABLE claims (
    claim_id VARCHAR NOT NULL,
    doc_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    holder STRUCT(
        text VARCHAR, span_start INTEGER, span_end INTEGER, entity VARCHAR, country VARCHAR,
        sector VARCHAR, sectors VARCHAR[], score DOUBLE),
    text VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    subject VARCHAR,
    object VARCHAR,
    mentions VARCHAR[] NOT NULL,
    certainty VARCHAR NOT NULL,
    attribution_kind VARCHAR,
    attribution_text VARCHAR,
    attribution_start INTEGER,
    attribution_end INTEGER,
    attribution_entity VARCHAR,
    attribution_country VARCHAR,
    attribution_via STRUCT(
        kind VARCHAR, text VARCHAR, span_start INTEGER, span_end INTEGER, entity VARCHAR, country VARCHAR)[] NOT NULL
);
CREATE TABLE claim_sources (
    claim_id VARCHAR NOT NULL,
    doc_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    source_id VARCHAR NOT NULL,
    link VARCHAR NOT NULL,
    score DOUBLE NOT NULL
);
CREATE TABLE events (
    event_id VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    first_date DATE,
    last_date DATE,
    n_mentions BIGINT NOT NULL,
    n_sources BIGINT NOT NULL
);
CREATE TABLE problems (
    run_id VARCHAR NOT NULL,
    input_id VARCHAR NOT NULL,
    doc_id VARCHAR,
    origin VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    fix VARCHAR NOT NULL,
    problem_doc_id VARCHAR,
    span_start INTEGER,
    span_end INTEGER
);
CREATE INDEX documents_input_id ON documents (input_id);
"""

_RESOLUTIONS: Final = """
CREATE TABLE resolutions (
    doc_id VARCHAR NOT NULL,
    mention_id VARCHAR,
    claim_id VARCHAR,
    role VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    text VARCHAR,
    method VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    candidates STRUCT(
        name VARCHAR, country VARCHAR, sectors VARCHAR[], detail VARCHAR, geonames_id BIGINT, lat DOUBLE, lon DOUBLE,
        score DOUBLE)[] NOT NULL
);
"""

_BEARINGS: Final = """
ALTER TABLE mention_sources ADD COLUMN IF NOT EXISTS bearing VARCHAR;
ALTER TABLE mention_sources ADD COLUMN IF NOT EXISTS reasons VARCHAR[];
UPDATE mention_sources SET reasons = [];
ALTER TABLE mention_sources ALTER COLUMN reasons SET NOT NULL;
"""

_IMPORTS: Final = """
CREATE TABLE imports (
    dataset VARCHAR NOT NULL,
    input_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    n_rows BIGINT NOT NULL,
    n_untyped BIGINT NOT NULL,
    n_malformed BIGINT NOT NULL
);
CREATE TABLE imported (
    dataset VARCHAR NOT NULL,
    input_id VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    source_id VARCHAR,
    date DATE NOT NULL,
    published DATE,
    actor_name VARCHAR,
    actor_country VARCHAR,
    actor_sector VARCHAR,
    actor_sectors VARCHAR[] NOT NULL,
    recipient_name VARCHAR,
    recipient_country VARCHAR,
    recipient_sector VARCHAR,
    recipient_sectors VARCHAR[] NOT NULL,
    type VARCHAR,
    modes VARCHAR[] NOT NULL,
    contexts VARCHAR[] NOT NULL,
    quad INTEGER,
    score DOUBLE,
    goldstein DOUBLE,
    cameo VARCHAR,
    place_name VARCHAR,
    place_country VARCHAR,
    place_lat DOUBLE,
    place_lon DOUBLE,
    n_reports INTEGER,
    n_sources INTEGER,
    publisher VARCHAR,
    url VARCHAR,
    text VARCHAR
);
CREATE VIEW acts AS
WITH partners AS (
    SELECT mention_id, position, entity, text, country, sector, sectors, false AS joint
    FROM participants WHERE role = 'recipient'
    UNION ALL
    SELECT p.mention_id, p.position, p.entity, p.text, p.country, p.sector, p.sectors, true AS joint
    FROM participants p
    WHERE p.role = 'actor'
        AND NOT EXISTS (SELECT 1 FROM participants r WHERE r.mention_id = p.mention_id AND r.role = 'recipient')
)
SELECT
    'dateline' AS dataset,
    m.mention_id AS act_id,
    m.event_id,
    m.mention_id AS source_id,
    coalesce(m.date_earliest, d.published) AS date_earliest,
    coalesce(m.date_latest, d.published) AS date_latest,
    d.published,
    coalesce(a.entity, a.text) AS actor_name,
    a.country AS actor_country,
    a.sector AS actor_sector,
    a.sectors AS actor_sectors,
    coalesce(r.entity, r.text) AS recipient_name,
    r.country AS recipient_country,
    r.sector AS recipient_sector,
    r.sectors AS recipient_sectors,
    coalesce(r.joint, false) AS joint,
    m.type,
    m.modes,
    m.contexts,
    m.quad,
    m.score,
    NULL::DOUBLE AS goldstein,
    NULL::VARCHAR AS cameo,
    coalesce(m.place_name, m.place_text) AS place_name,
    m.place_country,
    m.place_lat,
    m.place_lon,
    m.status,
    m.negated,
    m.certainty,
    m.attribution_kind,
    m.attribution_country,
    m.confidence,
    m.sentence,
    1::INTEGER AS n_reports,
    NULL::INTEGER AS n_sources,
    d.publisher,
    d.url,
    d.lang,
    m.sentence_text AS text
FROM mentions m
JOIN documents d USING (doc_id)
LEFT JOIN (SELECT * FROM participants WHERE role = 'actor') a USING (mention_id)
LEFT JOIN partners r ON r.mention_id = m.mention_id AND NOT (r.joint AND r.position = a.position)
UNION ALL
SELECT
    dataset,
    concat_ws('/', dataset, input_id, line) AS act_id,
    concat_ws('/', dataset, input_id, line) AS event_id,
    source_id,
    date AS date_earliest,
    date AS date_latest,
    published,
    actor_name,
    actor_country,
    actor_sector,
    actor_sectors,
    recipient_name,
    recipient_country,
    recipient_sector,
    recipient_sectors,
    false AS joint,
    type,
    modes,
    contexts,
    quad,
    score,
    goldstein,
    cameo,
    place_name,
    place_country,
    place_lat,
    place_lon,
    'occurred' AS status,
    false AS negated,
    NULL::VARCHAR AS certainty,
    NULL::VARCHAR AS attribution_kind,
    NULL::VARCHAR AS attribution_country,
    NULL::DOUBLE AS confidence,
    NULL::INTEGER AS sentence,
    n_reports,
    n_sources,
    publisher,
    url,
    NULL::VARCHAR AS lang,
    text
FROM imported;
"""

_DECISIONS: Final = """
CREATE TABLE decisions (
    decision_id VARCHAR PRIMARY KEY,
    position BIGINT NOT NULL,
    batch VARCHAR NOT NULL,
    reviewer VARCHAR NOT NULL,
    made TIMESTAMP NOT NULL,
    kind VARCHAR NOT NULL,
    doc_id VARCHAR NOT NULL,
    input_id VARCHAR NOT NULL,
    mention_id VARCHAR,
    before VARCHAR,
    after VARCHAR,
    base VARCHAR,
    undoes VARCHAR
);
"""

_MERGING: Final = """
ALTER TABLE events ADD COLUMN IF NOT EXISTS n_documents BIGINT;
ALTER TABLE events ADD COLUMN IF NOT EXISTS n_independent BIGINT;
CREATE TABLE IF NOT EXISTS merged (
    mention_id VARCHAR NOT NULL,
    doc_id VARCHAR NOT NULL,
    part BIGINT NOT NULL,
    parties INTEGER[] NOT NULL,
    first_slice INTEGER NOT NULL,
    last_slice INTEGER NOT NULL,
    hints STRUCT(first DATE, last DATE)[] NOT NULL,
    origins VARCHAR[] NOT NULL
);
CREATE TABLE IF NOT EXISTS merge_changes (
    part BIGINT NOT NULL,
    parties INTEGER[] NOT NULL,
    first_slice INTEGER NOT NULL,
    last_slice INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS event_aliases (alias VARCHAR NOT NULL, event_id VARCHAR NOT NULL);
"""

_VOICES: Final = """
ALTER TABLE mentions ADD COLUMN IF NOT EXISTS speaker_is_party BOOLEAN;
"""

_DETAILS: Final = """
ALTER TABLE imported ADD COLUMN IF NOT EXISTS fatalities INTEGER;
ALTER TABLE imported ADD COLUMN IF NOT EXISTS place_admin1 VARCHAR;
ALTER TABLE imported ADD COLUMN IF NOT EXISTS place_admin2 VARCHAR;
ALTER TABLE imported ADD COLUMN IF NOT EXISTS details MAP(VARCHAR, VARCHAR);
ALTER TABLE documents ADD COLUMN IF NOT EXISTS country VARCHAR;
"""

#: The view with a column for what only the other side tells of; a later change of that rule needs a migration of its own.
_ALLEGED_ACTS: Final = "DROP VIEW acts;\n" + _IMPORTS[_IMPORTS.index("CREATE VIEW acts") :].replace(
    "    m.negated,\n", f"    m.negated,\n    m.mention_id IN ({ALLEGED}) AS alleged,\n"
).replace("    false AS negated,\n", "    false AS negated,\n    false AS alleged,\n")

MIGRATIONS: Final = (
    Migration(1, "first tables", _FIRST),
    Migration(2, "resolutions with their candidates", _RESOLUTIONS),
    Migration(3, "how a source's title bears on the act", _BEARINGS),
    Migration(4, "imports and the view of all acts", _IMPORTS),
    Migration(5, "mentions merged into events", _MERGING),
    Migration(6, "decisions of reviewers", _DECISIONS),
    Migration(7, "whether who says so is a party to the act", _VOICES),
    Migration(8, "the view of all acts tells what is alleged", _ALLEGED_ACTS),
    Migration(9, "what a speaker says whose side is guessed is not alleged", _ALLEGED_ACTS),
    Migration(10, "deaths, regions and own columns of imported rows, and the country told for a document", _DETAILS),
)


def latest() -> int:
    """The version that this Dateline writes."""
    return MIGRATIONS[-1].number


def pending(version: int) -> tuple[Migration, ...]:
    """The migrations that a database of that version lacks, oldest first (version 0: an empty one)."""
    return tuple(migration for migration in MIGRATIONS if migration.number > version)
