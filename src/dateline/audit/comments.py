"""A copy of a Word file with the findings as Word comments at their sentences.

The main part is edited as text, at the raw offsets of the document's map, so that all else stays byte for byte as it was: runs are cut at
a sentence's ends, and the range of a comment is put between them.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from dateline.audit.findings import HEADINGS, Audit, Finding
from dateline.errors import DatelineError
from dateline.read.archive import Archive
from dateline.read.decode import decode
from dateline.read.docxparts import Parts
from dateline.types import Document

_AUTHOR: Final = "Dateline"
_MAIN: Final = re.compile(r"xmlns:(\w+)=[\"']http://(?:schemas\.openxmlformats\.org/wordprocessingml/2006/main|purl\.oclc\.org/ooxml/wordprocessingml/main)[\"']")
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
#: What XML 1.0 does not allow.
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where a comment begins and ends in the XML text of the main part."""

    start: int
    end: int
    finding: Finding


def with_comments(data: bytes, audit: Audit) -> bytes:
    """A copy of a Word file with comments.

    Args:
        data: the bytes of the file that was audited.
        audit: its audit.

    Returns:
        The bytes of the copy; the file's own comments stay.

    Raises:
        DatelineError: ``E021``, ``E023`` for a damaged file, ``E451`` where it is no Word file.
    """
    if audit.document.format != "docx":
        raise DatelineError("E451", audit.document.input_id, f"it is {audit.document.format}")
    archive = Archive(data)
    parts = Parts.of(archive)
    main = decode(archive.read(parts.document), parts.document).text
    prefix = _MAIN.search(main)
    if prefix is None:
        raise DatelineError("E451", audit.document.input_id, "its main part is of an unknown kind")
    anchors = [one for finding in audit.findings if (one := _anchor(audit.document, finding, main, prefix[1])) is not None]
    existing = archive.read(parts.comments)
    first = _next_id(existing)
    changed = {
        parts.document: _encoded(_edited(main, prefix[1], anchors, first)),
        parts.comments: _encoded(_comments(decode(existing, parts.comments).text if existing else "", anchors, first)),
    }
    if not existing:
        changed |= _registered(archive, parts)
    return _copied(data, changed)


def _anchor(document: Document, finding: Finding, main: str, prefix: str) -> _Anchor | None:
    """A finding's place in the main part: its sentence, else its note, else where the note's marker stands, else the end of the text."""
    size = len(main)
    start, last = document.textmap.to_raw(finding.span.start), document.textmap.to_raw(finding.span.end - 1)
    if start is not None and last is not None and start <= last < size:
        return _Anchor(start, _past(main, last), finding)
    note = next((one for one in document.notes if one.label == finding.note and one.markers), None)
    if note is not None:
        at = document.textmap.to_raw(max(note.markers[0] - 1, 0))
        if at is not None and at < size:
            return _Anchor(at, _past(main, at), finding)
    runs = list(_runs(main, prefix))
    return _Anchor(runs[-1].start() + 1, runs[-1].start() + 1, finding) if runs else None


def _past(main: str, last: int) -> int:
    """The offset behind a character, which may be an entity."""
    entity = re.compile(r"&[#\w]+;").match(main, last)
    return entity.end() if entity else last + 1


def _runs(main: str, prefix: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"<{prefix}:r(?:\s[^>]*[^/>])?>(?:(?!<{prefix}:r[\s>]).)*?</{prefix}:r>", main, re.DOTALL))


def _edited(main: str, prefix: str, anchors: Sequence[_Anchor], first: int) -> str:
    """The main part with the ranges of the comments, edited from its end to its start so that offsets hold."""
    edits: list[tuple[int, int, str]] = []
    for number, anchor in enumerate(anchors, first):
        mark = f'{prefix}:id="{number}"'
        edits.append((anchor.start, 0, f"<{prefix}:commentRangeStart {mark}/>"))
        edits.append((anchor.end, 1, f"<{prefix}:commentRangeEnd {mark}/><{prefix}:r><{prefix}:commentReference {mark}/></{prefix}:r>"))
    runs = _runs(main, prefix)
    # Of edits at one place the ends come before the starts in the text; later edits are made first.
    for position, _, xml in sorted(edits, key=lambda one: (one[0], -one[1]), reverse=True):
        main = _inserted(main, runs, prefix, position, xml)
    # What was cut at a space would lose it in Word without the attribute.
    return re.sub(rf"<{prefix}:t>(?=\s|[^<]*\s</{prefix}:t>)", f'<{prefix}:t xml:space="preserve">', main)


def _inserted(main: str, runs: Sequence[re.Match[str]], prefix: str, position: int, xml: str) -> str:
    """Put markup between runs at a place, cutting the run that it lies in."""
    run = next((one for one in runs if one.start() < position < one.end()), None)
    if run is None:
        before = [one for one in runs if one.end() <= position]
        at = before[-1].end() if before else (runs[0].start() if runs else len(main))
        return main[:at] + xml + main[at:]
    opening = re.compile(rf"<{prefix}:t(?:\s[^>]*)?>", re.DOTALL)
    texts = [one for one in opening.finditer(main, run.start(), position) if one.end() <= position]
    text = texts[-1] if texts else None
    closing = main.find(f"</{prefix}:t>", text.end(), run.end()) if text else -1
    if text is None or closing < position or (position == text.end() and len(texts) == 1):
        inside_first = text is None or position == text.end()
        at = run.start() if inside_first else run.end()
        return main[:at] + xml + main[at:]
    if position == closing and main.find(f"<{prefix}:t", closing, run.end()) < 0:
        end = main.find(f"</{prefix}:r>", closing) + len(f"</{prefix}:r>")
        return main[:end] + xml + main[end:]
    properties = re.compile(rf"<{prefix}:rPr>.*?</{prefix}:rPr>|<{prefix}:rPr/>", re.DOTALL).search(main, run.start(), position)
    start_tag = re.match(rf"<{prefix}:r(?:\s[^>]*)?>", run.group())
    assert start_tag is not None
    space = f'<{prefix}:t xml:space="preserve">'
    seam = f"</{prefix}:t></{prefix}:r>{xml}{start_tag.group()}{properties.group() if properties else ''}{space}"
    return main[:position] + seam + main[position:]


def _next_id(existing: bytes) -> int:
    """One past the highest id of the comments there are."""
    return max((int(one) for one in re.findall(rb"<\w+:comment\b[^>]*?\b\w+:id=[\"'](\d+)[\"']", existing)), default=-1) + 1


def _comments(existing: str, anchors: Sequence[_Anchor], first: int) -> str:
    made = "".join(_comment(number, anchor.finding) for number, anchor in enumerate(anchors, first))
    closing = re.search(r"</\w+:comments>\s*$", existing)
    if closing is not None:
        return existing[: closing.start()] + made + existing[closing.start() :]
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{_W}">{made}</w:comments>'


def _comment(number: int, finding: Finding) -> str:
    lines = [HEADINGS[finding.kind] + ".", finding.message[:1].upper() + finding.message[1:] + "."]
    if finding.source is not None and finding.source.title:
        cited = " ".join(finding.source.title.split())
        lines.append(f"Note {finding.note}: “{cited}”" + (f" ({finding.source.published})" if finding.source.published else ""))
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(_ILLEGAL.sub(" ", line))}</w:t></w:r></w:p>' for line in lines
    )
    return f'<w:comment xmlns:w="{_W}" w:id="{number}" w:author={quoteattr(_AUTHOR)} w:initials="D">{paragraphs}</w:comment>'


def _registered(archive: Archive, parts: Parts) -> dict[str, bytes]:
    """The relations of the main part and the list of content types, with the new part of comments."""
    folder, name = posixpath.split(parts.document)
    relations = f"{folder}/_rels/{name}.rels".lstrip("/")
    raw = archive.read(relations)
    listed = decode(raw, relations).text if raw else f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_RELATIONS}"></Relationships>'
    identity = next(f"rIdDateline{number}" for number in range(1, 1_000_000) if f'"rIdDateline{number}"' not in listed)
    target = posixpath.relpath(parts.comments, folder or ".")
    entry = f'<Relationship Id="{identity}" Type="{_RELATION}" Target="{target}"/>'
    types = decode(archive.read("[Content_Types].xml"), "[Content_Types].xml").text
    override = f'<Override PartName="/{parts.comments}" ContentType="{_TYPE}"/>'
    return {
        relations: _encoded(_before_end(listed, "Relationships", entry)),
        "[Content_Types].xml": _encoded(types if override in types else _before_end(types, "Types", override)),
    }


def _before_end(xml: str, name: str, entry: str) -> str:
    empty = re.search(rf"<{name}([^>]*)/>\s*$", xml)
    if empty is not None:
        return xml[: empty.start()] + f"<{name}{empty[1]}>{entry}</{name}>"
    at = xml.rfind(f"</{name}>")
    return xml[:at] + entry + xml[at:]


def _encoded(xml: str) -> bytes:
    """As UTF-8, which the declaration then says."""
    return re.sub(r"^(<\?xml[^>]*encoding=)[\"'][^\"']+[\"']", r'\1"UTF-8"', xml.lstrip("\ufeff")).encode("utf-8")


def _copied(data: bytes, changed: dict[str, bytes]) -> bytes:
    """The archive with some parts replaced or added, the others as they were."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, changed.pop(info.filename) if info.filename in changed else old.read(info))
        for name, content in sorted(changed.items()):
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
