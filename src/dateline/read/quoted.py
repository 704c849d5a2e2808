"""Mail that holds earlier messages: a forward is read as the message that it forwards, and what an answer quotes is left out.

Served are the forms that programs for mail write in English: "---------- Forwarded message ---------" (Gmail), "-------- Forwarded Message --------"
(Thunderbird), "Begin forwarded message:" (Apple), "----- Forwarded by ... -----" (Notes), "-----Original Message-----" or a bare head of From, Sent, To and
Subject (Outlook), and "On 9 January 2023 at 18:02, Desk <desk@example.org> wrote:" with or without ``>`` before the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from email.utils import getaddresses
from typing import Final

from dateline.read.dates import MONTH, parse_date_line
from dateline.read.textmap import Edit, Mapped

#: What stands before a line of a quoted text.
_QUOTE: Final = r"[ \t]*(?:>[ \t]?)*"
#: Lines above a message that is sent on.
_FORWARDED: Final = re.compile(
    rf"(?im)^{_QUOTE}(?:-{{2,}}[ \t]*forwarded (?:message\b|by\b|from\b).{{0,120}}?-{{2,}}|begin forwarded message:)[ \t]*$"
)
#: Lines above a message that is answered or sent on: Outlook writes the same for both.
_ORIGINAL: Final = re.compile(rf"(?im)^{_QUOTE}-{{2,}}[ \t]*original (?:message|appointment|e-?mail)[ \t]*-{{2,}}.*$")
#: "On 9 January 2023 at 18:02, Desk <desk@example.org> wrote:", cut by a line's end or not.
_WROTE: Final = re.compile(rf"(?m)^{_QUOTE}On [^\n]{{5,200}}(?:\n[^\n]{{0,120}})?\bwrote:[ \t]*$")
#: An address or a time of day: what sets such a line apart from a sentence.
_OF_MAIL: Final = re.compile(r"@|\b\d{1,2}[:.h]\d\d\b")
_LABEL: Final = re.compile(
    rf"^{_QUOTE}[*_]{{0,2}}(?P<label>From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance|Attachments?|Organi[sz]ation)[ \t]?:[*_]{{0,2}}[ \t]*(?P<value>.*)$",
    re.IGNORECASE,
)
_SIGNATURE: Final = re.compile(r"(?m)^-- ?$")
_QUOTED_LINE: Final = re.compile(r"(?m)^>.*(?:\n|$)")
#: Lines that name those who get it go on below, with an address or a semicolon.
_GOES_ON: Final = re.compile(r"^[ \t>]*(?:[^.!?\n]{0,200}[@;].{0,200})$")
_PEOPLE: Final = frozenset({"to", "cc", "bcc", "from"})
#: A head without a line above it has so many labels, From and a day among them.
_LEAST: Final = 3
#: A note above what is sent on has so many words at most where the mail says that it sends something on, and so many where it does not; above that it
#: is a text of its own. Three sentences that introduce a text, and "Dear all, please see below. Best, Anna": no measurement.
NOTE_WORDS: Final = 60
_BARE_WORDS: Final = 12
_SENT_ON: Final = re.compile(r"\s*(?:fwd?|wg|tr)\s*:", re.IGNORECASE)
_ANSWERED: Final = re.compile(r"\s*(?:re|aw|sv|antw?)\s*:", re.IGNORECASE)
#: A forward of forwards is opened so many times.
_DEPTH: Final = 20
_DAY: Final = re.compile(
    rf"\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)?[ -]{MONTH},?[ -]\d{{4}}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\b\d{{1,2}}\.\d{{1,2}}\.\d{{4}}\b",
    re.IGNORECASE,
)
_SLASHES: Final = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MARKUP: Final = re.compile(r"<!--.*?-->|<(?P<dropped>style|script|head|title)\b.*?</(?P=dropped)\s*>|<(?P<tag>/?\s*\w+)[^<>]*>", re.DOTALL | re.IGNORECASE)
_BREAKS: Final = frozenset({"p", "/p", "div", "/div", "br", "tr", "/tr", "li", "/li", "hr", "blockquote", "/blockquote", "table", "/table", "h1", "h2", "h3"})
_ENTITIES: Final = (("&lt;", "   <"), ("&gt;", "   >"), ("&nbsp;", "      "), ("&#160;", "      "), ("&quot;", '     "'), ("&amp;", "    &"))


@dataclass(frozen=True, slots=True)
class Head:
    """Who wrote a message that is sent on, when, and about what; ``day`` is ``None`` where it cannot be read for certain."""

    sender: str
    day: date | None
    subject: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a mail tells: its text, the head of the message that this is, where it is not its own, and how many lines were left out."""

    text: Mapped
    head: Head | None = None
    quoted: int = 0
    note: int = 0


@dataclass(frozen=True, slots=True)
class _Earlier:
    """An earlier message: where the lines above it begin, where its text begins, and whether it says that it is sent on or answered."""

    start: int
    body: int
    fields: dict[str, str]
    forwarded: bool = False
    answered: bool = False


def told(text: Mapped, subject: str, day: date | None, *, page: bool = False) -> Told:
    """The text that a mail tells.

    A mail with hardly a word of its own above an earlier message is a forward: its text is that of the earlier message, and of that one likewise.
    Of others the earlier message is left out.

    Args:
        text: the text of the part that was read, normalised.
        subject: of the mail; "Fwd:" and "Re:" say what it is.
        day: on which the mail was sent: what it holds is not later.
        page: whether the text is HTML.

    Example:
        >>> one = told(Mapped.whole("FYI\\n\\n---------- Forwarded message ---------\\nFrom: Desk\\nDate: 9 Jan 2023\\n\\nIt rains."), "Fwd: Rain", None)
        >>> one.text.text, one.head.sender, one.head.day.isoformat()
        ('It rains.', 'Desk', '2023-01-09')
    """
    head: Head | None = None
    note = 0
    for _ in range(_DEPTH):
        shown = shadow(text.text) if page else text.text
        earlier = _find(shown, page=page)
        if earlier is None:
            break
        if not _is_forward(shown, earlier, subject):
            own = _own(text.slice(0, earlier.start), page=page)
            return replace(own, head=head, quoted=own.quoted + max(1, _lines(shown[earlier.body :])), note=note)
        note += _lines(_own(Mapped.whole(shown[: earlier.start]), page=False).text.text)
        head = _head(earlier.fields, day) if "from" in earlier.fields else head
        day = head.day if head is not None and head.day is not None else day
        subject = earlier.fields.get("subject", "")
        text = _bare(text, earlier)
    own = _own(text, page=page)
    return replace(own, text=own.text if page else own.text.strip(), head=head, note=note)


def _own(text: Mapped, *, page: bool) -> Told:
    """A text without signature and lines that it quotes; of a page nothing is known line by line."""
    if page:
        return Told(text)
    signature = _SIGNATURE.search(text.text)
    cut: list[Edit] = []
    if signature is not None:
        rest = re.compile(rf"(?m){_WROTE.pattern[4:]}|^>").search(text.text, signature.end())
        cut.append(Edit(signature.start(), rest.start() if rest else len(text.text)))
        text = text.edit(cut)
    found = list(_QUOTED_LINE.finditer(text.text))
    said = [match for match in _WROTE.finditer(text.text) if "\n" not in match.group() or _OF_MAIL.search(match.group())]
    edits = sorted([*(match.span() for match in found), *(match.span() for match in said)])
    text = text.edit(Edit(start, end) for start, end in _apart(edits))
    return Told(text, quoted=_lines("".join(match.group() for match in found)))


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans, those that overlap as one."""
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def _lines(text: str) -> int:
    """Lines with a word."""
    return sum(re.search(r"\w", line) is not None for line in text.splitlines())


def _find(text: str, *, page: bool) -> _Earlier | None:
    """The first earlier message of a mail."""
    found = [_marked(text, match, forwarded=True) for match in _FORWARDED.finditer(text)][:1]
    found += [_marked(text, match, forwarded=False) for match in _ORIGINAL.finditer(text)][:1]
    found += [one for one in (_headed(text), _written(text, page=page)) if one is not None]
    return min(found, key=lambda one: (one.start, -one.body), default=None)


def _marked(text: str, match: re.Match[str], *, forwarded: bool) -> _Earlier:
    """The message below a line that says that one follows."""
    blank = re.compile(r"(?:[ \t>]*\n)*").match(text, match.end())
    fields, body = _fields(text, blank.end() if blank else match.end())
    return _Earlier(match.start(), body, fields, forwarded)


def _headed(text: str) -> _Earlier | None:
    """A message with its head and no line above it but a rule."""
    for match in re.finditer(rf"(?im)^{_QUOTE}[*_]{{0,2}}From[ \t]?:", text):
        fields, body = _fields(text, match.start())
        if len(fields) >= _LEAST and fields.keys() & {"sent", "date"} and fields.keys() & {"to", "subject"}:
            rule = re.search(r"(?:^|\n)[ \t>]*[_-]{5,}[ \t]*\n[ \t>\n]*$", text[: match.start()])
            return _Earlier(rule.start() if rule else match.start(), body, fields)
    return None


def _written(text: str, *, page: bool) -> _Earlier | None:
    """A message below "On ... wrote:" whose lines have no ``>`` before them; those that have it are taken out line by line, as text may stand between."""
    for match in _WROTE.finditer(text):
        after = text[match.end() :].lstrip()
        if _OF_MAIL.search(match.group()) and (page or not after.startswith(">")) and after:
            return _Earlier(match.start(), match.end(), {}, answered=True)
    return None


def _fields(text: str, start: int) -> tuple[dict[str, str], int]:
    """The lines of a head from an offset on, by label in lower case, and where the text below begins; blank lines may part them (pages)."""
    fields: dict[str, str] = {}
    last, end = "", start
    for line in re.compile(r"[^\n]*\n?").finditer(text, start):
        label = _LABEL.match(line.group().rstrip("\n"))
        if label is not None and label["label"].lower() not in fields:
            last = label["label"].lower()
            fields[last] = label["value"].strip().strip("*").strip()
        elif last and line.group().strip(" \t>\n") and (_GOES_ON.match(line.group().rstrip("\n")) or fields[last].endswith((";", ","))):
            fields[last] += " " + line.group().strip(" \t>\n")
        elif line.group().strip(" \t>\n") or not line.group():
            break
        else:
            last = ""
            continue
        last = last if last in _PEOPLE else ""
        end = line.end()
    return fields, end


def _is_forward(shown: str, earlier: _Earlier, subject: str) -> bool:
    """Whether a mail sends an earlier message on rather than answers it."""
    own = own_words(shown[: earlier.start])
    inner = len(re.findall(r"\w+", shown[earlier.body :]))
    if earlier.answered or own > inner:
        return False
    if earlier.forwarded or _SENT_ON.match(subject):
        return own <= NOTE_WORDS
    return own == 0 or (own <= _BARE_WORDS and not _ANSWERED.match(subject))


def own_words(text: str) -> int:
    """How many words of a mail are the sender's own, signature and quotations apart."""
    return len(re.findall(r"\w+", _own(Mapped.whole(text), page=False).text.text))


def _bare(text: Mapped, earlier: _Earlier) -> Mapped:
    """The text of an earlier message, without the ``>`` that stands before each of its lines."""
    inner = text.slice(earlier.body)
    lines = [line for line in inner.text.split("\n") if line.strip()]
    if not lines or sum(line.lstrip().startswith(">") for line in lines[:3]) < min(3, len(lines)):
        return inner
    return inner.edit(Edit(match.start(), match.end()) for match in re.finditer(r"(?m)^[ \t]*>[ \t]?", inner.text))


def _head(fields: dict[str, str], before: date | None) -> Head:
    return Head(sender_name(fields["from"]), day_of(fields.get("sent") or fields.get("date") or "", before), fields.get("subject", ""))


def sender_name(text: str) -> str:
    """The name in a From line: without addresses, "Berg, Anna" turned round; empty where there is only an address.

    Example:
        >>> sender_name("Berg, Anna (MFA) [mailto:anna@example.org]"), sender_name("desk@example.org")
        ('Anna Berg', '')
    """
    bare = re.sub(r"[<\[(](?:mailto:)?[^<>\[\]()]*@[^<>\[\]()]*[>\])]", " ", text)
    bare = re.sub(r"\s*\([^()]*\)|\bOn Behalf Of\b.*", "", bare, flags=re.IGNORECASE).strip().strip("\"'*").strip()
    turned = re.fullmatch(r"([^\W\d_][\w'’-]+), ([^\W\d_][\w'’. -]+)", bare)
    if turned is not None:
        return f"{turned[2]} {turned[1]}"
    if "@" in bare:
        return next((name for name, _ in getaddresses([bare]) if name), "")
    return " ".join(bare.split())


def day_of(text: str, before: date | None) -> date | None:
    """The day of a Sent or Date line; of 9/1/2023 the one reading that is not after ``before`` and fits the weekday, where there is only one.

    Example:
        >>> str(day_of("Mon, Jan 9, 2023 at 6:02 PM", None)), day_of("9/1/2023 18:02", None), str(day_of("9/1/2023 18:02", date(2023, 2, 1)))
        ('2023-01-09', None, '2023-01-09')
    """
    match = _DAY.search(text)
    if match is not None:
        found = parse_date_line(match.group())
        return found.to_date() if found is not None else None
    figures = _SLASHES.search(text)
    if figures is None:
        return None
    one, two, year = (int(part) for part in figures.groups())
    weekday = text.strip()[:3].lower()
    days = {day for month, number in ((one, two), (two, one)) if (day := _day(year, month, number)) is not None and (before is None or day <= before)}
    fits = {day for day in days if weekday not in _WEEKDAYS or _WEEKDAYS[day.weekday()] == weekday}
    return fits.pop() if len(fits) == 1 else None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shadow(page: str) -> str:
    """A page with blanks for its markup and line ends where blocks begin, of equal length: offsets in it are offsets in the page.

    Example:
        >>> shadow("<b>From:</b> Desk<br>Sent")
        '   From:     Desk   \\nSent'
    """
    text = re.sub(r"[\t\n]", " ", page)
    text = _MARKUP.sub(_blank, text)
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return text


def _blank(match: re.Match[str]) -> str:
    length = len(match.group())
    tag = (match["tag"] or "").replace(" ", "").lower()
    return " " * (length - 1) + "\n" if tag in _BREAKS else " " * length
