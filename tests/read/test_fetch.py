"""Fetching: only public addresses, within limits, as robots.txt permits. The server is on this machine; names are made up."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dateline.errors import DatelineError
from dateline.read import ReadOptions, read_inputs
from dateline.read import fetch as fetch_module
from dateline.read.fetch import Fetcher, FetchOptions, _public
from dateline.types import Document, Problem

PAGE = b"<html><head><title>Kenya expels envoys</title></head><body><h1>Kenya expels envoys</h1><p>Kenya expelled two Russian diplomats on Monday.</p></body></html>"
LOCAL = pytest.mark.usefixtures("socket_enabled")


class _Site(BaseHTTPRequestHandler):
    asked: list[str]
    robots: bytes | int = 404

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        if self.path == "/robots.txt":
            self._answer(self.robots if isinstance(self.robots, int) else 200, self.robots if isinstance(self.robots, bytes) else b"")
        elif self.path == "/page":
            self._answer(200, PAGE)
        elif self.path == "/gzip":
            self._answer(200, gzip.compress(PAGE), ("Content-Encoding", "gzip"))
        elif self.path == "/bomb":
            self._answer(200, gzip.compress(bytes(50_000_000)), ("Content-Encoding", "gzip"))
        elif self.path == "/big":
            self._answer(200, b"x" * 3_000_000)
        elif self.path == "/members":
            self._answer(200, gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:]), ("Content-Encoding", "gzip"))
        elif self.path == "/cut":
            self._answer(200, PAGE[:90], length=len(PAGE))
        elif self.path == "/cut-gzip":
            self._answer(200, gzip.compress(PAGE)[:-20], ("Content-Encoding", "gzip"))
        elif self.path == "/cut-chunks":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n28\r\n" + PAGE[:40] + b"\r\n")
        elif self.path == "/open":
            self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE)
        elif self.path.startswith("/to/"):
            self._answer(302, b"", ("Location", self.path.removeprefix("/to/")))
        elif self.path == "/loop":
            self._answer(302, b"", ("Location", "/loop"))
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(100):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.05)
            except OSError:
                return
        else:
            self._answer(410, b"gone")

    def _answer(self, status: int, body: bytes, *headers: tuple[str, str], length: int | None = None) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", "text/html"), ("Content-Length", str(length or len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def site() -> Iterator[tuple[str, type[_Site]]]:
    handler = type("Site", (_Site,), {"asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", handler
    server.shutdown()
    server.server_close()


def fetcher(**options: float) -> Fetcher:
    return Fetcher(FetchOptions(allow_private=True, **options), wait=lambda seconds: None)  # type: ignore[arg-type]


def refused(address: str, code: str, one: Fetcher | None = None) -> str:
    with pytest.raises(DatelineError) as raised:
        (one or fetcher()).fetch(address)
    assert raised.value.code == code, raised.value
    return str(raised.value)


@LOCAL
@pytest.mark.parametrize("path", ["/page", "/gzip", "/members", "/open", "/to//page", "/page#part"])
def test_a_page_is_fetched(site: tuple[str, type[_Site]], path: str) -> None:
    page = fetcher().fetch(site[0] + path)
    assert page.content == PAGE and page.media_type == "text/html"
    assert site[1].asked[0] == "/robots.txt"


@LOCAL
def test_a_page_becomes_a_document(site: tuple[str, type[_Site]]) -> None:
    (document,) = read_inputs([f"{site[0]}/page"], ReadOptions(allow_private=True))
    assert isinstance(document, Document)
    assert document.title == "Kenya expels envoys" and "Kenya expelled two Russian diplomats" in document.text
    assert document.input_id == document.url == f"{site[0]}/page"


@LOCAL
def test_a_private_address_is_refused_before_anything_is_sent(site: tuple[str, type[_Site]]) -> None:
    (problem,) = read_inputs([f"{site[0]}/page"])
    assert isinstance(problem, Problem) and problem.code == "E012" and "127.0.0.1" in problem.detail
    assert site[1].asked == []


@LOCAL
def test_a_redirect_to_a_private_address_is_refused(site: tuple[str, type[_Site]], monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site[0].rpartition(":")[2])

    def lookup(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8" if host == "public.example" else "127.0.0.1", port))]

    monkeypatch.setattr(fetch_module.socket, "getaddrinfo", lookup)
    real = socket.socket.connect
    monkeypatch.setattr(
        fetch_module.socket, "create_connection", lambda address, timeout: _connected(("127.0.0.1", address[1]), timeout, real)
    )
    message = refused(f"http://public.example:{port}/to/http://inner.example:{port}/page", "E012", Fetcher(wait=lambda seconds: None))
    assert "inner.example is at 127.0.0.1" in message
    assert site[1].asked == ["/robots.txt", f"/to/http://inner.example:{port}/page"]


def _connected(address: tuple[str, int], timeout: float, connect: object) -> socket.socket:
    one = socket.socket()
    one.settimeout(timeout)
    connect(one, address)  # type: ignore[operator]
    return one


@LOCAL
def test_limits(site: tuple[str, type[_Site]]) -> None:
    base, _ = site
    refused(f"{base}/big", "E005", fetcher(max_bytes=1_000_000))
    refused(f"{base}/bomb", "E005", fetcher(max_bytes=1_000_000))
    assert "redirects" in refused(f"{base}/loop", "E011")
    assert "410" in refused(f"{base}/none", "E011")
    started = time.monotonic()
    assert "too long" in refused(f"{base}/slow", "E011", fetcher(total=0.7))
    assert time.monotonic() - started < 3


@LOCAL
@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (b"User-agent: *\nDisallow: /page", False),
        (b"User-agent: dateline\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        (b"User-agent: other\nDisallow: /", True),
        (404, True),
    ],
)
def test_robots(site: tuple[str, type[_Site]], robots: bytes | int, allowed: bool) -> None:
    site[1].robots = robots
    if allowed:
        assert fetcher().fetch(f"{site[0]}/page").content == PAGE
    else:
        refused(f"{site[0]}/page", "E013")
        assert site[1].asked == ["/robots.txt"]


@LOCAL
@pytest.mark.parametrize("path", ["/cut", "/cut-gzip", "/cut-chunks"])
def test_a_page_that_breaks_off_is_not_taken(site: tuple[str, type[_Site]], path: str) -> None:
    refused(site[0] + path, "E011")


@LOCAL
@pytest.mark.parametrize("status", [500, 503, 429])
def test_rules_that_cannot_be_had_forbid_for_a_while(site: tuple[str, type[_Site]], status: int) -> None:
    site[1].robots = status
    one = fetcher()
    told = refused(f"{site[0]}/page", "E011", one)
    assert f"{site[0]}/page: " in told and "robots.txt could not be had" in told and str(status) in told and "later" in told
    assert f"{site[0]}/gzip: " in refused(f"{site[0]}/gzip", "E011", one)
    assert site[1].asked == ["/robots.txt"]


@LOCAL
def test_a_site_is_asked_for_its_rules_again(site: tuple[str, type[_Site]], monkeypatch: pytest.MonkeyPatch) -> None:
    site[1].robots = 502
    monkeypatch.setattr(fetch_module, "ROBOTS_RETRY", 0.0)
    one = fetcher()
    refused(f"{site[0]}/page", "E011", one)
    site[1].robots = 404
    assert one.fetch(f"{site[0]}/page").content == PAGE


@LOCAL
def test_a_private_address_is_named_as_it_was_given() -> None:
    assert "E012 http://127.0.0.1:9/oman.html: " in refused("http://127.0.0.1:9/oman.html", "E012", Fetcher())


@LOCAL
def test_a_site_is_given_time(site: tuple[str, type[_Site]]) -> None:
    site[1].robots = b"User-agent: *\nCrawl-delay: 7"
    waits: list[float] = []
    one = Fetcher(FetchOptions(allow_private=True), wait=waits.append)
    one.fetch(f"{site[0]}/page")
    one.fetch(f"{site[0]}/page")
    assert len(waits) == 1 and 6 < waits[0] <= 7
    assert site[1].asked.count("/robots.txt") == 1


@pytest.mark.parametrize("address", ["http://user:word@example.org/", "http:///x", "https://[::1", "http://example.org:0/"])
def test_addresses_that_are_none(address: str) -> None:
    refused(address, "E012")


@pytest.mark.parametrize(
    "address", ["http://lena:Gr8word@mfa.example/feed", "https://lena:a/Gr8word@mfa.example", "http://mfa@x:Gr8word@mfa.example/", "HTTP://lena:Gr8word@[::1"]
)
def test_a_password_is_not_shown(address: str) -> None:
    told = refused(address, "E012")
    assert "Gr8" not in told and "lena" not in told and "…@" in told


@LOCAL
def test_a_password_of_a_redirect_is_not_shown(site: tuple[str, type[_Site]]) -> None:
    assert "Gr8word" not in refused(f"{site[0]}/to/http://lena:Gr8word@mfa.example/", "E012")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2001:4860:4860::8888", True), ("127.0.0.1", False), ("10.1.2.3", False), ("192.168.0.1", False),
        ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False),
        ("::ffff:10.0.0.1", False), ("2002:7f00:1::", False), ("224.0.0.1", False),
    ],
)  # fmt: skip
def test_public_addresses(address: str, public: bool) -> None:
    assert _public(address) is public
