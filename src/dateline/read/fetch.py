"""Addresses -> bytes: the only place where Dateline makes a connection, and only for an address that the user gives.

A page is fetched with a limit on its size and on the time, over http or https alone, from addresses of the public internet (unless private
ones are allowed), as the site's robots.txt permits. The name is looked up once and the connection goes to the address that was
checked, so that a name that resolves anew to a private address in between gains nothing. Proxies are not used: they would undo the check.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from dateline.errors import DatelineError
from dateline.read.options import MAX_BYTES
from dateline.version import __version__

#: How Dateline names itself; robots.txt files address it by the part before the slash.
AGENT: Final = "dateline"
USER_AGENT: Final = f"{AGENT}/{__version__}"
#: Seconds for one look-up, connection or read, and for a page in all: slow sites answer within five, and a reader would have left.
TIMEOUT: Final = 15.0
TOTAL_TIMEOUT: Final = 60.0
#: Browsers follow 20; sites that are in order need one to three.
MAX_REDIRECTS: Final = 5
#: RFC 9309 asks that at least 500 KiB of a robots.txt be read.
MAX_ROBOTS: Final = 512_000
#: Seconds between two fetches from a site that asks for no delay, and the longest delay that is waited for.
MIN_DELAY: Final = 1.0
MAX_DELAY: Final = 60.0
#: Seconds for which a robots.txt that could not be had is not asked for again: the pages of one look fail together, the next look tries anew.
ROBOTS_RETRY: Final = 60.0
#: "Too many requests" says nothing of the rules, unlike other answers of its hundred.
_TOO_MANY: Final = 429
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_CHUNK: Final = 65_536


def is_address(arg: str) -> bool:
    """Whether an argument is a web address and not a path."""
    return arg[:8].lower().startswith(("http://", "https://"))


def without_password(url: str) -> str:
    """An address as it may be shown: what stands before its host is left out, in addresses that are malformed too.

    Example:
        >>> without_password("https://ann:a/b@example.org/x")
        'https://…@example.org/x'
    """
    return re.sub(r"(?s)^([a-z]+://).*@", r"\1…@", url, flags=re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How to fetch.

    Args:
        allow_private: admit addresses of the own machine and network.
        max_bytes: a page above this size is refused (``E005``).
        timeout: seconds for one look-up, connection or read.
        total: seconds for a page with its redirects.
    """

    allow_private: bool = False
    max_bytes: int = MAX_BYTES
    timeout: float = TIMEOUT
    total: float = TOTAL_TIMEOUT


@dataclass(frozen=True, slots=True)
class Fetched:
    """A fetched page: the address that answered at last, the bytes, and the media type in lower case, empty where not said."""

    url: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    content: bytes
    media_type: str
    location: str | None


@dataclass(slots=True)
class Fetcher:
    """Fetches pages; keeps each site's robots.txt and when it was last asked.

    Args:
        options: see :class:`FetchOptions`.
        wait: waits so many seconds; for tests.

    Example::

        page = Fetcher().fetch("https://example.org/statement.html")
    """

    options: FetchOptions = FetchOptions()
    wait: Callable[[float], None] = time.sleep
    _robots: dict[str, RobotFileParser | None] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)
    _failed: dict[str, tuple[float, DatelineError]] = field(default_factory=dict)

    def fetch(self, url: str) -> Fetched:
        """Fetch a page.

        Raises:
            DatelineError: ``E012`` for an address that is not public http(s), ``E013`` where robots.txt forbids it, ``E005`` where it is too
                large, ``E011`` for everything that goes wrong on the way.
        """
        end = time.monotonic() + self.options.total
        current = url
        for _ in range(MAX_REDIRECTS + 1):
            parts = _checked(current)
            robots = self._robots_of(parts, end, current)
            if robots is not None and not robots.can_fetch(AGENT, current):
                raise DatelineError("E013", current)
            end += self._pause(parts, robots)
            answer = self._get(parts, self.options.max_bytes, end)
            if answer.status in _REDIRECTS and answer.location:
                current = urljoin(current, answer.location)
                continue
            if answer.status != 200:
                raise DatelineError("E011", current, f"the site answered {answer.status}")
            return Fetched(current, answer.content, answer.media_type)
        raise DatelineError("E011", url, f"more than {MAX_REDIRECTS} redirects")

    def _pause(self, parts: SplitResult, robots: RobotFileParser | None) -> float:
        """Wait until the site may be asked again; the seconds waited."""
        asked = robots.crawl_delay(AGENT) if robots is not None else None
        delay = min(MAX_DELAY, max(MIN_DELAY, float(asked or 0)))
        last = self._asked.get(parts.netloc)
        left = 0.0 if last is None else max(0.0, last + delay - time.monotonic())
        if left:
            self.wait(left)
        self._asked[parts.netloc] = time.monotonic()
        return left

    def _robots_of(self, parts: SplitResult, end: float, page: str) -> RobotFileParser | None:
        """The site's rules; ``None`` where it has none.

        Rules that cannot be had forbid everything (RFC 9309), but only for a while.

        Raises:
            DatelineError: ``E011`` where they cannot be had, ``E012`` for a private address; both name the page.
        """
        site = f"{parts.scheme}://{parts.netloc}"
        failed = self._failed.get(site)
        if failed is not None and time.monotonic() < failed[0]:
            raise failed[1].at(page)
        if site not in self._robots:
            try:
                self._robots[site] = self._fetch_robots(urlsplit(f"{site}/robots.txt"), end)
            except DatelineError as error:
                told = DatelineError("E011", page, f"the site's robots.txt could not be had: {error.found}") if error.code == "E011" else error.at(page)
                self._failed[site] = (time.monotonic() + ROBOTS_RETRY, told)
                raise told from error
        return self._robots[site]

    def _fetch_robots(self, parts: SplitResult, end: float) -> RobotFileParser | None:
        """The rules as the site has them; ``None`` for an answer that says there are none (RFC 9309: 4xx)."""
        rules = RobotFileParser()
        for _ in range(MAX_REDIRECTS + 1):
            answer = self._get(parts, MAX_ROBOTS, end, cut=True)
            if answer.status in _REDIRECTS and answer.location:
                parts = _checked(urljoin(urlunsplit(parts), answer.location))
                continue
            if answer.status == 200:
                rules.parse(answer.content.decode("utf-8", "replace").splitlines())
                return rules
            if answer.status >= 500 or answer.status == _TOO_MANY:
                raise DatelineError("E011", urlunsplit(parts), f"the site answered {answer.status}")
            return None
        return None

    def _get(self, parts: SplitResult, limit: int, end: float, *, cut: bool = False) -> _Answer:
        """One request; ``cut`` keeps the first ``limit`` bytes of a longer answer instead of refusing it."""
        where = urlunsplit(parts)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        address = _resolved(host, port, where, allow_private=self.options.allow_private)
        path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        headers = {"User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": "gzip, identity", "Connection": "close"}
        connection = _Connection(host, port, address, min(self.options.timeout, _left(end, where)), parts.scheme == "https")
        try:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            if response.status in _REDIRECTS:
                return _Answer(response.status, b"", "", response.getheader("Location"))
            content = _body(response, connection, limit, end, where, cut=cut)
            media_type = (response.getheader("Content-Type") or "").split(";")[0].strip().lower()
            return _Answer(response.status, content, media_type, None)
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
            raise DatelineError("E011", where, f"{type(error).__name__}: {error}") from error
        finally:
            connection.close()


class _Connection(http.client.HTTPConnection):
    """A connection to an address that was checked; the certificate is that of the name."""

    def __init__(self, host: str, port: int, address: str, timeout: float, secure: bool) -> None:
        super().__init__(host, port, timeout=timeout)
        self._address, self._secure = address, secure
        if secure:
            self.default_port = 443

    def connect(self) -> None:
        """Connect to the address, with TLS where the scheme asks for it."""
        self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def _left(end: float, where: str) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise DatelineError("E011", where, "it took too long")
    return left


def _body(response: http.client.HTTPResponse, connection: _Connection, limit: int, end: float, where: str, *, cut: bool) -> bytes:
    """The body, unpacked, read in pieces so that neither its size nor its time can run away.

    Raises:
        DatelineError: ``E005`` above the limit; ``E011`` where it takes too long, or a page ends before the length that was announced or
            inside its compressed data. A page without either ends where the connection does: there is no telling.
    """
    unpack = _Unpacker() if (response.getheader("Content-Encoding") or "").lower() in {"gzip", "x-gzip"} else None
    content = bytearray()
    while len(content) <= limit:
        left = _left(end, where)
        if connection.sock is not None:
            connection.sock.settimeout(min(left, connection.timeout or left))
        piece = response.read1(_CHUNK)
        if not piece:
            break
        content += piece if unpack is None else unpack.next(piece, limit + 1 - len(content))
    if len(content) > limit:
        if not cut:
            raise DatelineError("E005", where, f"the limit is {limit / 1_000_000:g} MB")
    elif response.status == 200 and (response.length or (unpack is not None and unpack.unfinished)):
        raise DatelineError("E011", where, "the answer breaks off before its end")
    return bytes(content[:limit])


class _Unpacker:
    """Unpacks gzip piece by piece; data of several members, as some servers append them, is one."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(31)
        self.unfinished = False

    def next(self, piece: bytes, most: int) -> bytes:
        """What the next bytes unpack to, at most so many."""
        found = self._member.decompress(piece, most)
        while self._member.eof and self._member.unused_data.startswith(b"\x1f\x8b") and len(found) < most:
            rest, self._member = self._member.unused_data, zlib.decompressobj(31)
            found += self._member.decompress(rest, most - len(found))
        self.unfinished = not self._member.eof
        return found


def _checked(url: str) -> SplitResult:
    """The parts of an address without its fragment.

    Raises:
        DatelineError: ``E012`` where it is not http or https, has no host, or carries a password.
    """
    try:
        parts = urlsplit(url)
        valid = parts.scheme in {"http", "https"} and parts.hostname and parts.username is None and parts.port != 0
    except ValueError:
        valid = False
    if not valid:
        raise DatelineError("E012", without_password(url), "http or https with a host and without a password is wanted")
    quoted = "".join(c if "!" <= c <= "~" else "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "replace")) for c in parts.path)
    query = "".join(c if "!" <= c <= "~" else "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "replace")) for c in parts.query)
    return parts._replace(path=quoted, query=query, fragment="")


def _resolved(host: str, port: int, where: str, *, allow_private: bool) -> str:
    """The first address of a host; all must be public, so that a mixed answer cannot smuggle one in.

    Raises:
        DatelineError: ``E011`` where the name is unknown, ``E012`` for a private address.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise DatelineError("E011", where, f"the name cannot be looked up: {error}") from error
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not allow_private and not _public(address):
            raise DatelineError("E012", where, f"{host} is at {address}")
    return addresses[0]


def _public(address: str) -> bool:
    one = ipaddress.ip_address(address.split("%")[0])
    inner = getattr(one, "ipv4_mapped", None) or getattr(one, "sixtofour", None)
    if inner is not None:
        return _public(str(inner))
    return one.is_global and not one.is_multicast
