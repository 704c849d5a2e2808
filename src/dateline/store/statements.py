"""The longer SQL of the database."""

from __future__ import annotations

from typing import Final

#: Tables whose rows belong to one document, and are removed with it.
OWNED: Final = (
    "documents",
    "sentences",
    "notes",
    "sources",
    "mentions",
    "participants",
    "quantities",
    "mention_sources",
    "claims",
    "claim_sources",
    "problems",
    "resolutions",
)
#: Columns of a document's information, in any order.
INFO: Final = "doc_id, input_id, title, published, publisher, url, lang, format"
#: Inputs of the documents of the ids given.
INPUTS_OF: Final = "SELECT input_id FROM documents WHERE doc_id IN (SELECT unnest(?::VARCHAR[]))"
#: Counts the events of the ids given from their mentions.
COUNT_EVENTS: Final = """
INSERT INTO events BY NAME
SELECT m.event_id, arg_min(m.type, m.mention_id) AS type,
    min(m.date_earliest) AS first_date, max(m.date_latest) AS last_date,
    count(DISTINCT m.mention_id) AS n_mentions, count(DISTINCT s.source_id) AS n_sources
FROM mentions m LEFT JOIN mention_sources s USING (mention_id)
WHERE m.event_id IN (SELECT unnest(?::VARCHAR[]))
GROUP BY m.event_id
"""
#: Time and counts of a run, then its id.
FINISH_RUN: Final = """
UPDATE runs SET finished = ?, documents = ?, sentences = ?, mentions = ?, claims = ?, problems = ? WHERE run_id = ?
"""
#: Takes inputs (the ids given, twice) out of what runs say they ran on.
FORGET_INPUTS: Final = """
UPDATE runs
SET inputs = list_filter(inputs, lambda one: NOT list_contains(?::VARCHAR[], one.input_id))
WHERE len(list_filter(inputs, lambda one: list_contains(?::VARCHAR[], one.input_id))) > 0
"""
#: Documents by their ids, or by their inputs.
STORED: Final = """
SELECT doc_id FROM documents WHERE doc_id IN (SELECT unnest(?::VARCHAR[]))
UNION SELECT doc_id FROM documents WHERE input_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY doc_id
"""
#: Inputs of a run, then its id.
SET_INPUTS: Final = "UPDATE runs SET inputs = ?::STRUCT(input_id VARCHAR, sha256 VARCHAR)[] WHERE run_id = ?"
#: Sources of the documents of the ids given, or of all where NULL is given (twice), with the input that each came from.
SOURCES: Final = """
SELECT d.input_id, s.* FROM sources s JOIN documents d USING (doc_id)
WHERE ?::VARCHAR[] IS NULL OR doc_id IN (SELECT unnest(?::VARCHAR[]))
ORDER BY d.input_id, s.doc_id, s.position
"""

#: Decisions on documents of the ids given, or on inputs of the ids given.
FORGET_DECISIONS: Final = """
DELETE FROM decisions
WHERE doc_id IN (SELECT unnest(?::VARCHAR[])) OR input_id IN (SELECT unnest(?::VARCHAR[]))
"""
