"""Inline markup: emphasis, links, tags, entities and note markers are taken out of a block's text, and the map is kept.

The delimiter rules are CommonMark's flanking rules (section 6.2), eased for the damage that PDF converters do.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.read.draft import DraftMarker
from dateline.read.linked import PLACED, marker_label
from dateline.read.textmap import Edit, Mapped, normalise

#: ``<sup>``, its escaped form, ``<sup>&</sup>lt;sup>``, which one converter makes of an escaped tag, and the ``$^{`` of others.
SUP_OPEN: Final = r"(?:<sup>&(?:amp;)?</sup>lt;sup(?:>|&gt;)|<sup\b[^<>]*>|&lt;sup&gt;|&lt;sup>|\$\s?\^\s?\{?)"
SUP_CLOSE: Final = r"(?:</sup>|&lt;/sup&gt;|&lt;/sup>|\}?\s?\$)"
SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
#: Signs that label notes where numbers do not.
NOTE_SIGNS: Final = "*†‡§¶"
#: So many of them label one note, and so many numbers or runs of numbers one marker.
SIGN_LABEL: Final = rf"[{NOTE_SIGNS}]{{1,4}}"
NUMBER_LABELS: Final = r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*"
_FROM_SUPERSCRIPT: Final = str.maketrans(SUPERSCRIPTS, "0123456789")
#: Lower-case Roman numerals up to 89, as word processors number endnotes.
ROMAN: Final = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
#: Longer numbers are no labels; so much of them is read.
_LABEL_DIGITS: Final = 9
_URL: Final = r"\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)"
_NOTE_URL: Final = r"\([^()\s]*#[^()\s]*\)"
_TAGS: Final = (
    "a|abbr|acronym|article|aside|b|big|blockquote|body|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer"
    "|h[1-6]|header|hr|html|i|iframe|img|ins|kbd|li|main|mark|nav|ol|p|picture|pre|q|s|section|small|source|span|strike|strong|sub"
    "|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|wbr"
)
_BREAKING: Final = re.compile(r"</?(?:br|p|div|li|h[1-6]|td|th|tr|dd|dt|blockquote)\b", re.IGNORECASE)

_MARKER: Final = (
    rf"(?P<before>[ \n]{{0,2}})(?:"
    rf"\[?(?:{SUP_OPEN})\s*(?:<a\b[^<>]*>)?\\?[\[(]?(?P<sup>{NUMBER_LABELS}|{SIGN_LABEL}|(?:{ROMAN}|[a-z])(?=\W))\\?[\])]?(?:</a>)?(?:{_NOTE_URL})?\s*{SUP_CLOSE}"
    rf"(?:\]{_NOTE_URL})?"
    r"|\[\^(?P<ref>[^\]\s]+)\]"
    rf"|\[\\?\[?(?P<linked>{NUMBER_LABELS}|[{SUPERSCRIPTS}]+)\\?\]?\]{_NOTE_URL}"
    rf"|\\?\[(?P<bracket>{NUMBER_LABELS})\\?\](?![(:])"
    rf"|\^(?P<caret>\d{{1,3}})(?:\^|(?![\d.]))"
    rf"|(?P<unicode>[{SUPERSCRIPTS}]+(?:[,˒ʼ⁻]\s?[{SUPERSCRIPTS}]+)*)"
    r")"
)
_MARKUP: Final = re.compile(
    "|".join(
        (
            _MARKER,
            r"(?P<comment><!--(?:[^<]|<(?!!--)){0,5000}?-->)",
            rf"(?P<image>!\[[^\]]*\]{_URL})",
            rf"(?P<link>\[(?P<linktext>(?:[^\[\]]|\\[\[\]]|\[[^\[\]]*\])*)\](?P<address>{_URL}))",
            r"\\(?P<escaped>[!-/:-@\[-`{-~])",
            r"<(?P<auto>(?:https?|mailto|ftp):[^<>\s]+)>",
            rf"(?P<tag></?(?:{_TAGS})\b[^<>]*/?>)",
            r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)",
            r"(?P<run>\*+|_+|~~)",
            r"(?P<code>`+)",
            r"(?P<newline>[ \t]*\\?\n[ \t]*)",
            r"(?P<spaces>[ \t]{2,}|\t)",
        )
    ),
    re.DOTALL,
)
_PLAIN: Final = re.compile("|".join((_MARKER, r"(?P<newline>[ \t]*\n[ \t]*)", r"(?P<spaces>[ \t]{2,}|\t)")))
_NEEDS_WORK: Final = re.compile(rf"[\\<\[!*_~&`^\n\t{SUPERSCRIPTS}]|  ")
#: Linked words that are nothing but a label.
_LABEL_ALONE: Final = re.compile(r"\s*\\?\[\s*(?P<bracketed>\d{1,3})\s*\\?\]\s*|(?P<bare>\d{1,3})")
#: After these a raised 2 or 3 is an exponent or part of a formula.
_UNIT: Final = re.compile(r"(?:\b(?:km|m|cm|mm|ft|mi|sq|in)|CO|H|NO|SO|O)$")
#: The first half of a range of paragraphs in brackets of their own: "[3]-[5]".
_RANGE_CHARS: Final = len("[123\\] –")
_RANGED: Final = re.compile(r"\[\d{1,3}\\?\]\s?[–—-]$")
#: First halves of compounds that keep their hyphen at a line end.
_COMPOUND: Final = re.compile(
    r"\b(?:self|third|second|first|non|pro|anti|co|ex|well|long|short|high|low|cross|counter|multi|semi|post|pre|two|three|four|mid"
    r"|vice|state|so|then|far|north|south|east|west|sub|inter|cease|air|arms|war|ill|all|half|full|cold|hard|soft|right|left|nuclear"
    r"|US|UN|EU|UK|[A-Z][\w.]*)-$"
)


@dataclass(frozen=True, slots=True)
class Inline:
    """A block's clean text with its markers; ``bold`` where the whole of it was bold."""

    text: Mapped
    markers: tuple[DraftMarker, ...] = ()
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Change:
    edit: Edit
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    opens: bool
    closes: bool


def clean_inline(block: Mapped, *, labels: frozenset[str], markup: bool = True) -> Inline:
    """Take the markup out of a block's text.

    Args:
        block: the block, with ``\\n`` between its lines, which become spaces.
        labels: the labels of the document's notes: ``[1]`` with a space before it and ``^1`` are markers only where a note answers.
        markup: whether Markdown and HTML are read; without it only markers, line ends and runs of spaces change.

    Returns:
        The clean text, stripped; marker offsets count its code points.
    """
    block = block.strip()
    text = block.text
    if not _NEEDS_WORK.search(text):
        return Inline(block)
    bold = markup and _all_bold(text)
    changes = sorted(_changes(text, 0, labels, markup), key=lambda change: (change.edit.start, change.edit.end))
    kept = list(_without_overlaps(changes))
    cleaned = block.edit(change.edit for change in kept)
    shift = 0
    markers: list[DraftMarker] = []
    for change in kept:
        position = change.edit.start + shift
        markers.extend(DraftMarker(label, position) for label in change.labels)
        shift += len(change.edit.new) - (change.edit.end - change.edit.start)
    cleaned, markers = _single_spaced(cleaned, markers)
    lead = len(cleaned.text) - len(cleaned.text.lstrip())
    stripped = cleaned.strip()
    placed = tuple(DraftMarker(m.label, min(max(m.offset - lead, 0), len(stripped))) for m in markers)
    return Inline(stripped, placed, bold)


def _single_spaced(text: Mapped, markers: list[DraftMarker]) -> tuple[Mapped, list[DraftMarker]]:
    """Spaces that came together because markup between them went count once."""
    doubled = [match.span() for match in re.finditer(r"(?<= ) +", text.text)]
    if not doubled:
        return text, markers
    moved = [
        DraftMarker(marker.label, marker.offset - sum(min(end, marker.offset) - start for start, end in doubled if start < marker.offset))
        for marker in markers
    ]
    return text.edit(Edit(start, end) for start, end in doubled), moved


def _all_bold(text: str) -> bool:
    return re.fullmatch(r"(\*\*|__)(?!\s)(?:(?!\1).)+\1[:.]?|<(b|strong)>[^<]+</\2>", text.strip(), re.DOTALL) is not None


def _without_overlaps(changes: Iterable[_Change]) -> Iterator[_Change]:
    end = 0
    for change in changes:
        if change.edit.start >= end:
            yield change
            end = change.edit.end


def _changes(text: str, base: int, labels: frozenset[str], markup: bool) -> Iterator[_Change]:
    runs: list[_Run] = []
    for match in (_MARKUP if markup else _PLAIN).finditer(text):
        kind = match.lastgroup or ""
        if match.group("before") is not None:
            yield from _marker(match, text, base, labels)
        elif kind == "run":
            runs.append(_run(match, text))
        else:
            yield from _change(match, kind, text, base, labels)
    for start, end in _paired(runs, text):
        yield _Change(Edit(base + start, base + end))


def _change(match: re.Match[str], kind: str, text: str, base: int, labels: frozenset[str]) -> Iterator[_Change]:
    start, end = base + match.start(), base + match.end()
    if kind in {"comment", "image", "code"}:
        yield _Change(Edit(start, end))
    elif kind == "link":
        inner_start, inner_end = match.span("linktext")
        inner = match.group("linktext")
        if _is_label_of_link(match, text, labels) and (cited := _cited("source", match.group("address"))):
            yield _Change(Edit(start, end), cited)
            return
        if inner.strip() in {"", "↩", "↩︎", "↑", "^", "⤴", "↵"}:
            yield _Change(Edit(start, end))
            return
        yield _Change(Edit(start, base + inner_start))
        yield from _changes(inner, base + inner_start, labels, True)
        yield _Change(Edit(base + inner_end, end), _cited(inner, match.group("address")))
    elif kind == "escaped":
        yield _Change(Edit(start, start + 1))
    elif kind == "auto":
        yield _Change(Edit(start, start + 1))
        yield _Change(Edit(end - 1, end))
    elif kind == "tag":
        apart = _BREAKING.match(match.group()) is not None
        doubled = text[: match.start()][-1:] == " " and text[match.end() :][:1] == " "
        yield _Change(Edit(start, end + doubled, " " if apart and _between_words(text, match) else ""))
    elif kind == "entity":
        new = normalise(Mapped.inserted(html.unescape(match.group()))).text
        yield _Change(Edit(start, end, new))
    elif kind in {"newline", "spaces"}:
        yield _line_end(match, text, base)


def _is_label_of_link(match: re.Match[str], text: str, labels: frozenset[str]) -> bool:
    """Whether linked words are only a label, which no note answers: "[[1]](https://...)", or "[1](https://...)" right behind a stop."""
    label = _LABEL_ALONE.fullmatch(match.group("linktext"))
    if label is None or (label["bracketed"] or label["bare"]) in labels:
        return False
    return label["bracketed"] is not None or text[: match.start()][-1:] in set(".,;:!?”\"’)")


def _cited(words: str, address: str) -> tuple[str, ...]:
    """The label of the marker behind linked words that cite."""
    address = address[1:-1].split()[0] if address[1:-1].split() else ""
    label = marker_label(words, address)
    return (label,) if label is not None else ()


def _between_words(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return bool(before.strip()) and bool(after.strip())


def _line_end(match: re.Match[str], text: str, base: int) -> _Change:
    """A line end is a space; after a hyphen that cut a word in two it goes with the hyphen, after one of a compound of names ("Franco-German") alone."""
    start, end = match.span()
    before = text[max(0, start - 24) : start]
    hyphenated = match.lastgroup == "newline" and re.search(r"[A-Za-z]{2}-$", before) and text[end : end + 1].islower()
    compound = match.lastgroup == "newline" and re.search(r"[A-Za-z]{2}-$", before) and re.match(r"[A-Z][a-z]", text[end : end + 2])
    if hyphenated or compound:
        cut = start if compound or keeps_hyphen(before) else start - 1
        return _Change(Edit(base + cut, base + end))
    return _Change(Edit(base + start, base + end, " "))


def keeps_hyphen(before: str) -> bool:
    """Whether a hyphen at a line's end belongs to a compound ("self-") rather than to a word cut in two."""
    return _COMPOUND.search(before[-24:]) is not None


def _run(match: re.Match[str], text: str) -> _Run:
    before, after = text[: match.start()][-1:] or " ", text[match.end() :][:1] or " "
    left = not after.isspace() and (after.isalnum() or before.isspace() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or after.isspace() or not after.isalnum())
    if match.group().startswith("_"):
        left, right = left and not before.isalnum(), right and not after.isalnum()
    return _Run(match.start(), match.end(), left, right)


def _paired(runs: list[_Run], text: str) -> Iterator[tuple[int, int]]:
    """The delimiters to take out: pairs, and doubled asterisks that lost their partner to a converter."""
    waiting: list[tuple[int, _Run]] = []
    taken = [0] * len(runs)
    for index, run in enumerate(runs):
        left = run.end - run.start
        while run.closes and left:
            found = next((k for k in range(len(waiting) - 1, -1, -1) if text[waiting[k][1].start] == text[run.start]), None)
            if found is None:
                break
            opener, opening = waiting[found]
            width = min(left, opening.end - opening.start - taken[opener])
            taken[opener] += width
            taken[index] += width
            left -= width
            del waiting[found + 1 :]
            if taken[opener] == opening.end - opening.start:
                del waiting[found]
        if run.opens and left:
            waiting.append((index, run))
    for index, run in enumerate(runs):
        length = run.end - run.start
        alone = (text[: run.start][-1:] or " ").isspace() and (text[run.end :][:1] or " ").isspace()
        if taken[index] or (length >= 2 and text[run.start] == "*" and not alone):
            yield run.start, run.end


def _marker(match: re.Match[str], text: str, base: int, labels: frozenset[str]) -> Iterator[_Change]:
    found = _labels_of(match)
    spaced = bool(match.group("before"))
    if not (match.group("ref") or match.group("linked")) and PLACED.match(text, match.end()) and not set(found) & labels:
        yield _Change(Edit(base + match.start(), base + match.end()))
        return
    if not _is_marker(match, text, found, labels, spaced):
        yield from _not_a_marker(match, base)
        return
    after = text[match.end() : match.end() + 1]
    glue = " " if spaced and after.isalnum() else ""
    yield _Change(Edit(base + match.start(), base + match.end(), glue), found)


def _is_marker(match: re.Match[str], text: str, found: tuple[str, ...], labels: frozenset[str], spaced: bool) -> bool:
    if match.group("ref") or match.group("linked"):
        return True
    after = text[match.end() : match.end() + 1]
    answered = all(label in labels for label in found)
    if match.group("bracket"):
        return answered or (not spaced and match.start() > 0 and not after.isalnum() and _RANGED.search(text, max(0, match.start() - _RANGE_CHARS), match.start()) is None)
    if match.group("caret"):
        return answered
    unit = not spaced and _UNIT.search(text[max(0, match.start() - 4) : match.start()])
    return not (unit and found[0] in {"2", "3"}) and (answered or not (match.group("sup") or "").isalpha())


def _not_a_marker(match: re.Match[str], base: int) -> Iterator[_Change]:
    """Keep the characters; the line end and the tags around them still go."""
    before = match.group("before")
    if "\n" in before or len(before) > 1:
        yield _Change(Edit(base + match.start(), base + match.start() + len(before), " "))
    group = match.lastgroup if match.lastgroup != "before" else None
    if group == "sup":
        start, end = match.span("sup")
        yield _Change(Edit(base + match.start() + len(before), base + start))
        yield _Change(Edit(base + end, base + match.end()))
    elif group == "bracket":
        for escape in re.finditer(r"\\", match.group()):
            yield _Change(Edit(base + match.start() + escape.start(), base + match.start() + escape.end()))


def _labels_of(match: re.Match[str]) -> tuple[str, ...]:
    groups = ("sup", "ref", "linked", "bracket", "caret", "unicode")
    body = next(match.group(name) for name in groups if match.group(name))
    if match.group("ref"):
        return (body,)
    return expand_labels(body)


def expand_labels(body: str) -> tuple[str, ...]:
    """The labels of a marker: ``1, 3–5`` is 1, 3, 4, 5; superscript digits count as digits."""
    found: list[str] = []
    body = body.translate(_FROM_SUPERSCRIPT).replace("⁻", "-")
    for part in re.split(r"\s*[,;˒ʼ ]\s*", body.strip()):
        bounds = re.fullmatch(r"(\d+)\s*[–-]\s*(\d+)", part)
        if bounds and int(bounds[1]) < int(bounds[2]) <= int(bounds[1]) + 30:
            found.extend(str(number) for number in range(int(bounds[1]), int(bounds[2]) + 1))
        elif part:
            found.append(str(int(part[:_LABEL_DIGITS])) if part.isdecimal() else part)
    return tuple(found)
