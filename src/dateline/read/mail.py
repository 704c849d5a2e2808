"""Mail and wire copy: ``.eml``, saved pages in ``.mhtml``, and mailboxes, of which each message is a document.

The raw text of a message, to which raw offsets refer, is the decoded text of the part that was read: the plain one, or the HTML one
where there is no plain one that says as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any, BinaryIO, Final

from dateline.errors import DatelineError
from dateline.read.decode import decode
from dateline.read.draft import Draft, Metadata, Remark
from dateline.read.mastline import INSTITUTION, can_publish
from dateline.read.names import people
from dateline.read.outlets import find_outlet, is_newsletter, looks_like_news
from dateline.read.plaintext import read_plain
from dateline.read.quoted import NOTE_WORDS, Head, Told, own_words, shadow, told
from dateline.read.textmap import Edit, Mapped, normalise
from dateline.read.web import read_web
from dateline.wording import plural

_HEADER: Final = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t\r\n]|[A-Za-z][A-Za-z0-9-]*:[^\r\n:/]")
#: Headers that only mail has; memos in plain text have From, To, Date and Subject too.
_MAIL_ONLY: Final = re.compile(
    rb"(?im)^(?:message-id|mime-version|received|return-path|delivered-to|content-transfer-encoding|x-[a-z-]+|dkim-signature):"
)
_MBOX: Final = re.compile(rb"From [^\r\n]{1,300}\r?\n[A-Za-z][A-Za-z0-9-]*:")
#: A plain part shorter than this share of the HTML part's words says "open this message in a browser".
_PLAIN_SHARE: Final = 0.3
_PLAIN_WORDS: Final = 80
#: A line end of text that flows: not that of a signature's line, nor before a line of a head.
_SOFT: Final = re.compile(r"(?<=[^\n])(?<!\n--) \n(?=[^\n>])(?!(?:From|Sent|Date|To|Cc|Subject):)")
#: Editors' lines above wire copy: "Eds: UPDATES with ...", "ATTN EDITORS".
_EDITORS: Final = re.compile(r"(?m)^(?:Eds?\.?|Editors|ATTN(?: EDITORS)?|Note to editors)\s*:.*(?:\n|$)")
#: More parts than this no message has (each takes a parser's time).
_MAX_PARTS: Final = 1_000
#: Messages attached to attached messages are opened so deep.
_MAX_DEPTH: Final = 5
#: Headers are read up to this many characters: the standard library's parser takes quadratic time over malformed ones.
_MAX_HEADER: Final = 1_000
#: Headers of what is sent out to a list of readers.
_LISTED: Final = ("List-Unsubscribe", "List-Id")
#: "Ann Lee (Embassy)", "Ann from the Institute", "Lee Ann via Groups": a person, and whom they write for.
_OF_A_PERSON: Final = re.compile(r"[(|]|\s(?:from|at|via|on behalf of)\s")
#: Posts and rooms that no sender is named by alone.
_UNNAMED: Final = re.compile(
    r"(?:the )?(?:editors?|(?:editorial |press |media )?team|(?:press |media |head )?office|news ?room|news ?desk|staff|newsletters?|press service|group|network)$",
    re.IGNORECASE,
)
_PREFIX: Final = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


class _Bounded(policy.EmailPolicy):
    """The standard policy, with headers cut to a length that can be parsed in no time."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The header's value, parsed."""
        return super().header_fetch_parse(name, value if hasattr(value, "name") else value[:_MAX_HEADER])


def _parsed(data: bytes) -> EmailMessage:
    message = BytesParser(policy=_Bounded()).parsebytes(data)
    if not isinstance(message, EmailMessage):
        raise DatelineError("E023", "-", "not a message")
    return message


def is_mail(data: bytes) -> bool:
    """Whether bytes are one message: header lines, one of which only mail has."""
    head = re.split(rb"\r?\n\r?\n", data[:65_536], maxsplit=1)[0]
    lines = head.splitlines()
    if len(lines) < 3 or not _MAIL_ONLY.search(head):
        return False
    return all(line[:1] in (b" ", b"\t") or _HEADER.match(line) for line in lines)


def is_mbox(data: bytes) -> bool:
    """Whether bytes begin as a mailbox does."""
    return _MBOX.match(data) is not None


def read_mail(data: bytes) -> Draft:
    """A message -> a draft: the subject is the title, the date header the date, the sender publisher or author.

    Raises:
        DatelineError: ``E003`` for a message without text, ``E021`` for one with too many parts.
    """
    outer = _parsed(data)
    message, note = _opened(outer)
    part, attachments = _chosen(message)
    page = part.get_content_type() == "text/html"
    saved_page = message.get("Snapshot-Content-Location")
    text = _flowing(part, normalise(Mapped.whole(_content(part))))
    found = Told(text) if saved_page is not None else told(text, _header(message, "Subject"), _day(message), page=page)
    if text.text.strip() and not found.text.text.strip():
        raise DatelineError("E003", "-", "nothing but quotations")
    draft = _read(part, found.text)
    said = _headers(message, saved=saved_page is not None) if found.head is None else _of(found.head)
    metadata = _known(draft.metadata, said) if saved_page is not None else _known(said, draft.metadata)
    if saved_page is not None and metadata.url is None:
        metadata = replace(metadata, url=str(saved_page))
    if message is not outer:
        head = found.head or Head(next((name for name, _ in getaddresses([_header(message, "From")]) if name), ""), _day(message), "")
        found = replace(found, head=head, note=found.note + note)
    remarks = (*draft.remarks, *_remarks(found, attachments))
    return replace(draft, format="mail", metadata=metadata, remarks=remarks)


def raw_mail(data: bytes) -> str:
    """The raw text to which the offsets of :func:`read_mail` refer."""
    return _content(_chosen(_opened(_parsed(data))[0])[0])


def _known(first: Metadata, second: Metadata) -> Metadata:
    return Metadata(
        title=first.title or second.title,
        title_text=first.title_text or (second.title_text if not first.title else None),
        authors=first.authors or second.authors,
        published=first.published or second.published,
        publisher=first.publisher or second.publisher,
        url=first.url or second.url,
        lang=first.lang or second.lang,
    )


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a message in order; those of a message attached to it are not its own, so that of that only the part that holds it comes."""
    waiting: list[EmailMessage] = [message]
    count = 0
    while waiting:
        part = waiting.pop()
        count += 1
        if count > _MAX_PARTS:
            raise DatelineError("E021", "-", f"more than {_MAX_PARTS} parts")
        yield part
        if part.is_multipart() and (part is message or part.get_content_maintype() != "message"):
            waiting += reversed([one for one in part.get_payload() if isinstance(one, EmailMessage)])


def _opened(message: EmailMessage) -> tuple[EmailMessage, int]:
    """The one message that a mail sends on as an attachment, where hardly a word of its own stands above it, and how many lines do; else the mail."""
    lines = 0
    for _ in range(_MAX_DEPTH):
        attached = [part for part in _parts(message) if part.get_content_type() == "message/rfc822" and part.is_multipart()]
        inner = next(iter(attached[0].iter_parts()), None) if len(attached) == 1 and message.get_content_type() != "multipart/report" else None
        if not isinstance(inner, EmailMessage):
            break
        try:
            part, _ = _chosen(message)
            text = _content(part) if part.get_content_type() != "text/html" else shadow(_content(part))
        except DatelineError:
            text = ""
        if own_words(text) > NOTE_WORDS:
            break
        lines += sum(bool(line.strip()) for line in text.splitlines())
        message = inner
    return message, lines


def _chosen(message: EmailMessage) -> tuple[EmailMessage, int]:
    """The part to read, and the number of attachments."""
    plain: EmailMessage | None = None
    page: EmailMessage | None = None
    attachments = 0
    for part in _parts(message):
        if part.get_content_maintype() == "message" and part is not message:
            attachments += 1
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment" or kind not in {"text/plain", "text/html"}:
            attachments += part.get_content_disposition() == "attachment"
        elif kind == "text/plain":
            plain = plain or part
        else:
            page = page or part
    if plain is None or (page is not None and _says_less(plain, page)):
        plain = page or plain
    if plain is None:
        raise DatelineError("E003", "-", "no part with text")
    return plain, attachments


def _says_less(plain: EmailMessage, page: EmailMessage) -> bool:
    words = len(_content(plain).split())
    bare = re.sub(r"<(?:style|script)\b.*?</(?:style|script)>|<[^<>]*>", " ", _content(page), flags=re.DOTALL | re.IGNORECASE)
    return words < _PLAIN_WORDS and words < _PLAIN_SHARE * len(bare.split())


def _content(part: EmailMessage) -> str:
    """The decoded text of a part; a charset that is wrong or unknown gives way to what the bytes look like."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else str(payload or "").encode("utf-8", "surrogateescape")
    charset = part.get_content_charset() or "us-ascii"
    try:
        return data.decode("cp1252" if charset == "iso-8859-1" else charset).replace("\r\n", "\n")
    except (LookupError, UnicodeError, ValueError):
        return decode(data, "-").text.replace("\r\n", "\n") if data.strip() else ""


def _read(part: EmailMessage, text: Mapped) -> Draft:
    if not text.text.strip():
        raise DatelineError("E003", "-")
    if part.get_content_type() == "text/html":
        return read_web(text)
    return read_plain(text.edit(Edit(*match.span()) for match in _EDITORS.finditer(text.text)))


def _flowing(part: EmailMessage, text: Mapped) -> Mapped:
    """The text with the line ends taken out that only wrap it."""
    if part.get_param("format") != "flowed" or part.get_content_type() == "text/html":
        return text
    return text.edit(Edit(match.start(), match.end(), " ") for match in _SOFT.finditer(text.text))


def _remarks(found: Told, attachments: int) -> Iterator[Remark]:
    """What was left out of a mail."""
    if attachments:
        yield Remark("W124", "1 attachment" if attachments == 1 else f"{attachments} attachments")
    if found.quoted:
        yield Remark("W131", plural(found.quoted, "line"))
    if found.head is not None or found.note:
        head = found.head or Head("", None, "")
        said = [f"by {head.sender}" if head.sender else "", f"of {head.day.isoformat()}" if head.day else ""]
        left = f"{plural(found.note, 'line')} above it left out" if found.note else ""
        yield Remark("W132", ", ".join(filter(None, (" ".join(filter(None, said)), left))) or None)


def _of(head: Head) -> Metadata:
    """What the head of a message that is sent on says of it."""
    subject = _PREFIX.sub("", " ".join(head.subject.split()))
    outlet = _publisher(head.sender, listed=False)
    return Metadata(
        title=subject or None,
        title_text=Mapped.inserted(subject) if subject else None,
        authors=people(head.sender) if outlet is None else (),
        published=head.day,
        publisher=outlet,
    )


def _headers(message: EmailMessage, *, saved: bool) -> Metadata:
    subject = _PREFIX.sub("", " ".join(_header(message, "Subject").split()))
    sender = "" if saved else next((name for name, _ in getaddresses([_header(message, "From")]) if name), "")
    outlet = _publisher(sender, listed=any(name in message for name in _LISTED))
    return Metadata(
        title=subject or None,
        title_text=Mapped.inserted(subject) if subject else None,
        authors=people(sender) if outlet is None else (),
        published=None if saved else _day(message),
        publisher=outlet,
    )


def _publisher(sender: str, *, listed: bool) -> str | None:
    """The sender's name as it stands where it is no person's: an outlet's, a newsletter's, a body's; of what a list sends out, any name of several words."""
    sender = " ".join(sender.split())
    if find_outlet(sender) is not None or looks_like_news(sender) or is_newsletter(sender):
        return sender
    if not can_publish(sender) or _UNNAMED.match(sender) or re.search(r"[,@]", sender) or people(sender):
        return None
    named = INSTITUTION.search(sender) is not None or sender.startswith("The ") or (listed and " " in sender)
    return sender if named and not _OF_A_PERSON.search(sender) else None


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = message.get(name)
        return str(value).encode("utf-8", "replace").decode("utf-8") if value is not None else ""
    except (ValueError, IndexError, AttributeError, TypeError):  # the standard library raises these for some malformed headers
        return ""


def _day(message: EmailMessage) -> date | None:
    """The day of the date header, in the sender's time zone."""
    try:
        return parsedate_to_datetime(_header(message, "Date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def messages(stream: BinaryIO, max_bytes: int) -> Iterator[bytes | None]:
    """The messages of a mailbox, one at a time; ``None`` stands for one above the limit.

    A message begins at a line that begins with "From " after a blank line or at the top; ">From " in a message is unquoted.
    """
    lines: list[bytes] = []
    size, blank, begun = 0, True, False
    while line := stream.readline(max_bytes + 1):
        if blank and line.startswith(b"From "):
            if begun:
                yield b"".join(lines) if size <= max_bytes else None
            lines, size, begun = [], 0, True
        else:
            size += len(line)
            if size <= max_bytes:
                lines.append(re.sub(rb"^>(>*From )", rb"\1", line))
        blank = not line.strip()
    if begun:
        yield b"".join(lines) if size <= max_bytes else None
