"""Dateline: who did what to whom, when, where, according to whom, how certain, and from which source.

Example::

    import dateline

    doc = dateline.read("commentary.md")
    coded = dateline.code(doc)
    for mention in coded.mentions:
        print(mention.type, [a.country for a in mention.actors], mention.sentence.text)
"""

from __future__ import annotations

import dateline.read  # noqa: F401 - loaded first: a later first import would put the subpackage in place of the function below
from dateline.api import CodedDocument, code, read, read_text, response
from dateline.corpusapi import CorpusRun, code_all, events, read_all, series
from dateline.errors import DatelineError
from dateline.version import __version__

__all__ = ["CodedDocument", "CorpusRun", "DatelineError", "__version__", "code", "code_all", "events", "read", "read_all", "read_text", "response", "series"]
