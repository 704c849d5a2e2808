"""Audits as one HTML page that asks the network for nothing.

Text from documents reaches it only through the template engine's escaping; a content security policy with the hash of the page's own
style makes the browser refuse any other style and every script.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.audit.findings import HEADINGS, OWN_SOURCE, Audit, Finding, FindingKind, day_line, is_own_source, unlisted, warnings_of
from dateline.types import Mention, Span

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as it is shown: its sentence cut before, at and after the words it is about."""

    finding: Finding
    before: str
    words: str
    after: str
    title: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one kind."""

    kind: FindingKind
    heading: str
    rows: tuple[Row, ...]


def squeeze(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def groups(audit: Audit) -> tuple[Group, ...]:
    """The findings of an audit by kind, in the order of the kinds."""
    made = ((kind, audit.of_kind(kind)) for kind in FindingKind)
    return tuple(Group(kind, HEADINGS[kind], tuple(_row(audit, one) for one in found)) for kind, found in made if found)


def _row(audit: Audit, finding: Finding) -> Row:
    sentence = finding.sentence
    title = squeeze(finding.source.title) if finding.source and finding.source.title else None
    url = finding.source.url if finding.source else None
    safe = url if url and url.lower().startswith(("http://", "https://")) else None
    if sentence is None:
        return Row(finding, squeeze(audit.document.slice(finding.span)), "", "", title, safe)
    before, words, after = cut(sentence.text, sentence.span, finding.text)
    return Row(finding, before, words, after, title, safe)


def cut(text: str, span: Span, words: Mention | None) -> tuple[str, str, str]:
    """A sentence before, at and after some of its words; all of it before where they do not stand in it."""
    if words is None or not span.contains(words.span):
        return text, "", ""
    start, end = words.span.start - span.start, words.span.end - span.start
    return text[:start], text[start:end], text[end:]


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(loader=PackageLoader("dateline.audit"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["percent"] = lambda share: f"{share:.0%}"
    return made


def render_page(audits: Sequence[Audit], *, program: str) -> str:
    """The page.

    Args:
        audits: the audits in the order in which they are to stand.
        program: name and version of the program.

    Returns:
        A complete HTML document; equal arguments give equal text.
    """
    from markupsafe import Markup

    engine = _environment()
    style = engine.get_template("audit.css.j2").render().strip() + "\n"
    digest = "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return engine.get_template("audit.html.j2").render(
        audits=[(audit, groups(audit)) for audit in audits],
        total=sum(len(audit.findings) for audit in audits),
        unlisted=unlisted,
        day_line=day_line,
        warnings_of=warnings_of,
        own_source={audit.document.doc_id for audit in audits if is_own_source(audit)},
        own_source_words=OWN_SOURCE,
        program=program,
        style=Markup(style),
        style_hash=digest,
    )
