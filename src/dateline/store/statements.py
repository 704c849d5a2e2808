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
    "merged",
)
#: Columns of a document's information, in any order.
INFO: Final = "doc_id, input_id, title, published, publisher, url, lang, format"
#: Inputs of the documents of the ids given.
INPUTS_OF: Final = "SELECT input_id FROM documents WHERE doc_id IN (SELECT unnest(?::VARCHAR[]))"
#: Counts the events of the ids given (twice) from their mentions; the type is the most told one, the first by name among equals.
COUNT_EVENTS: Final = """
INSERT INTO events BY NAME
WITH told AS (
    SELECT event_id, type FROM mentions WHERE event_id IN (SELECT unnest(?::VARCHAR[])) GROUP BY event_id, type
    QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY count(*) DESC, type) = 1)
SELECT m.event_id, any_value(told.type) AS type,
    coalesce(min(m.date_earliest) FILTER (m.date_basis IN ('explicit', 'relative')), min(m.date_earliest)) AS first_date,
    coalesce(max(m.date_latest) FILTER (m.date_basis IN ('explicit', 'relative')), max(m.date_latest)) AS last_date,
    count(DISTINCT m.mention_id) AS n_mentions, count(DISTINCT s.source_id) AS n_sources,
    count(DISTINCT m.doc_id) AS n_documents
FROM mentions m JOIN told USING (event_id) LEFT JOIN mention_sources s USING (mention_id)
WHERE m.event_id IN (SELECT unnest(?::VARCHAR[]))
GROUP BY m.event_id
"""
#: Notes what the mentions of the documents given leave to be merged again.
NOTE_CHANGES: Final = """
INSERT INTO merge_changes BY NAME
SELECT part, parties, first_slice, last_slice FROM merged WHERE doc_id IN (SELECT unnest(?::VARCHAR[]))
"""
#: New ids of the events given whose smallest mention is gone.
RENAMED: Final = """
SELECT event_id AS old, min(mention_id) AS new FROM mentions
WHERE event_id IN (SELECT unnest(?::VARCHAR[])) GROUP BY event_id HAVING min(mention_id) <> event_id
"""
#: Takes ids of mentions (given twice) out of the aliases.
FORGET_ALIASES: Final = """
DELETE FROM event_aliases
WHERE alias IN (SELECT unnest(?::VARCHAR[])) OR event_id IN (SELECT unnest(?::VARCHAR[]))
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
#: Documents by their ids, or by their inputs where another run than the one given wrote them.
REPLACED: Final = """
SELECT doc_id FROM documents WHERE doc_id IN (SELECT unnest(?::VARCHAR[]))
UNION SELECT doc_id FROM documents WHERE input_id IN (SELECT unnest(?::VARCHAR[])) AND run_id <> ? ORDER BY doc_id
"""
#: Errors of inputs that gave no document.
UNREAD: Final = """
SELECT p.* EXCLUDE (position) FROM problems p ANTI JOIN documents d USING (input_id)
WHERE p.origin = 'run' AND p.severity = 'error' ORDER BY p.input_id, p.code
"""
#: Inputs of a run, then its id.
SET_INPUTS: Final = "UPDATE runs SET inputs = ?::STRUCT(input_id VARCHAR, sha256 VARCHAR)[] WHERE run_id = ?"
#: Sources of the documents of the ids given, or of all where NULL is given (twice), with the input that each came from.
SOURCES: Final = """
SELECT d.input_id, s.* EXCLUDE (position) FROM sources s JOIN documents d USING (doc_id)
WHERE ?::VARCHAR[] IS NULL OR doc_id IN (SELECT unnest(?::VARCHAR[]))
ORDER BY d.input_id, s.doc_id, s.position
"""

#: Decisions on documents of the ids given, or on inputs of the ids given.
FORGET_DECISIONS: Final = """
DELETE FROM decisions
WHERE doc_id IN (SELECT unnest(?::VARCHAR[])) OR input_id IN (SELECT unnest(?::VARCHAR[]))
"""


def quoted(text: str, mark: str) -> str:
    """A text between quotation marks, those inside it doubled."""
    return mark + text.replace(mark, mark * 2) + mark
