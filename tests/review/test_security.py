"""What stands between the workbench and the network, and between a document and the page."""

from __future__ import annotations

import html
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

import pytest
from coding import Client, kenya, mention, party, sentence_spans, stored

from dateline.errors import DatelineError
from dateline.review.app import create_app
from dateline.review.desk import Desk
from dateline.review.security import MAX_BODY, Access
from dateline.store.duckdb import Database
from dateline.types import Attribution, Coded, Document, Source, SourceLink

KEY = kenya().mentions[0].mention_id

SCRIPT = "<script>alert(1)</script> expelled <img src=x onerror=alert(2)> and <svg onload=alert(3)><a xlink:href='javascript:alert(4)'>envoys</a></svg>."
QUOTES = "\"'><b onmouseover=alert(5)>Kenya</b> {{ 7 * 7 }} {% raw %} &lt;i&gt; </span></dialog></main> condemned \u202eit\r\nand <!-- --> &amp;."
HOSTILE_TITLE = "<title>\"onfocus=alert(6) autofocus='</title><script src=//evil.example/x.js></script>"


def hostile() -> Coded:
    text, blocks, sentences = sentence_spans(((SCRIPT, QUOTES),), HOSTILE_TITLE)
    bad = "javascript:alert(7)"
    source = Source("<b>1</b>", "news", HOSTILE_TITLE, ("<i>A</i>",), outlet="<u>O</u>", url=bad)
    document = Document(
        "d9", "<b>in\"put'.md", text, "00", tuple(blocks), title=HOSTILE_TITLE, publisher="<script>alert(8)</script>", sources=(source,)
    )
    one, two = sentences[1], sentences[2]
    actor = replace(party(text, "envoys", one, "KEN", "GOV"), entity="<script>alert(9)</script>")
    said = Attribution("speaker", "Kenya", party(text, "Kenya", two, None).span, "<script>alert(10)</script>", "K<N")
    return Coded(
        document,
        tuple(sentences),
        (
            mention("d9", document.input_id, text, one, "expelled", "SANCTION", actors=(actor,), sources=(SourceLink(source, "marker"),)),
            mention("d9", document.input_id, text, two, "condemned", "ACCUSE", attribution=said),
        ),
    )


class Page(HTMLParser):
    """Every element and attribute of a page, and the text of the document as a browser would have it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.segments: dict[int, str] = {}
        self._at: list[int | None] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag in {"span", "a"}:
            at = found.get("data-at")
            self._at.append(int(at) if at is not None else None)
            if at is not None:
                self.segments[int(at)] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in {"span", "a"} and self._at:
            self._at.pop()

    def handle_data(self, data: str) -> None:
        if self._at and self._at[-1] is not None:
            self.segments[self._at[-1]] += data


def check_page(text: str) -> Page:
    page = Page(text)
    for tag, attributes in page.tags:
        assert tag not in {"img", "iframe", "object", "embed", "base", "style"}, tag
        assert not [name for name in attributes if name.startswith("on")], (tag, attributes)
        assert "style" not in attributes
        if tag == "script":
            assert (attributes.get("src") or "").startswith("/static/")
        for name in ("href", "src", "action", "xlink:href", "formaction"):
            value = attributes.get(name)
            assert value is None or value.startswith(("/", "#", "https://example.org")), (tag, name, value)
    return page


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    return stored(tmp_path / "a.duckdb", hostile(), kenya())


def test_nothing_of_a_document_becomes_markup(evil: Path) -> None:
    with Database(evil) as database:
        desk = Desk(database)
        client = Client(create_app(desk)).named('<script>alert("me")</script>')
        keys = [one.mention_id for one in hostile().mentions]
        desk.correct("<b>Ben</b>", "d9", keys[0], lambda record: {**record, "type": "COERCE"})
        desk.accept('<script>alert("me")</script>', "d9", keys[0])
        pages = [
            "/", "/documents?q=<script>", "/queue/uncertain", "/queue/search?q=%3Cscript%3E", f"/doc/d9?at={keys[0]}", f"/doc/d9?at={keys[1]}",
            "/adjudicate", "/agreement", "/sample", "/recoded", "/export", "/help", "/doc/%3Cscript%3E", "/nowhere/<b>",
            f"/complete/actors?doc=d9&mention={keys[0]}&text=en", f"/complete/attribution?doc=d9&mention={keys[1]}&text=k",
            "/complete/words?doc=d9&sentence=1&text=", f"/offer?doc=d9&mention={keys[0]}",
            "/queue/type:%3Cb%3E", "/doc/d9?at=%22%3E%3Cscript%3E&queue=search:%22%3E%3Cb%3E&around=%3Cb%3E",
        ]  # fmt: skip
        for path in pages:
            answer = client.get(path)
            assert answer.status in {200, 404}, path
            check_page(answer.text)
        page = check_page(client.get(f"/doc/d9?at={keys[0]}").text)
        assert "javascript:alert(7)" in html.unescape(client.get(f"/doc/d9?at={keys[0]}").text), "shown as text, not as a link"
        document = desk.coded("d9").document
        assert page.segments
        for at, shown in page.segments.items():
            assert document.text[at : at + len(shown)] == shown, "offsets in the page are those of the record"


def test_every_page_carries_the_policy(client: Client) -> None:
    for path in ("/", "/start?queue=uncertain", "/static/review.js", "/nowhere", "/export/gold.jsonl"):
        answer = client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff" and answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"


def test_no_template_has_inline_script_or_style(client: Client) -> None:
    for path in ("/", "/documents", "/start?queue=uncertain", "/help", "/sample", "/agreement", "/adjudicate", "/export"):
        check_page(client.get(path).text)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8321", "127.0.0.1.evil.example", "", "localhost.evil", "[::2]:8321", "10.0.0.1"])
def test_another_name_than_this_machines_is_refused(desk: Desk, host: str) -> None:
    assert Client(create_app(desk), host).raw("GET", "/").status == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8321", "localhost:8321", "[::1]:8321", "LOCALHOST"])
def test_this_machines_names_are_answered(desk: Desk, host: str) -> None:
    assert Client(create_app(desk), host).raw("GET", "/").status == 200


def test_listening_to_the_network_needs_a_token(desk: Desk) -> None:
    for host in ("0.0.0.0", "192.168.1.5", "::"):
        with pytest.raises(DatelineError, match="E611"):
            Access(host)
    app = create_app(desk, Access("0.0.0.0", "s3cret"))
    client = Client(app, "192.168.1.5:8321")
    assert client.raw("GET", "/").status == 401
    assert client.raw("GET", "/?token=wrong").status == 401
    assert client.raw("GET", "/static/review.js").status == 401
    first = client.raw("GET", "/?token=s3cret")
    assert first.status == 303 and first.headers["location"] == "/", "the token leaves the address line"
    assert client.raw("GET", "/").status == 200
    assert Client(app, "evil.example", {"dateline_token": "s3cret"}).raw("GET", "/").status == 421
    named = create_app(desk, Access("0.0.0.0", "s3cret", ("desk.example",)))
    assert Client(named, "desk.example", {"dateline_token": "s3cret"}).raw("GET", "/").status == 200


def form(client: Client, csrf: str, **more: str) -> bytes:
    return urlencode({"csrf": csrf, "action": "wrong", "doc": "d1", "mention": KEY, **more}).encode()


def test_a_post_needs_the_token_of_this_browser_and_this_origin(desk: Desk, client: Client) -> None:
    csrf = client.cookies["dateline_csrf"]
    here = "http://127.0.0.1:8321"
    refused = [
        (form(client, ""), here), (form(client, "guess"), here), (form(client, csrf), "https://evil.example"), (form(client, csrf), ""),
        (form(client, csrf), "http://127.0.0.1:9999"), (form(client, csrf), "null"), (b"", here), (b"\xff=%zz", here),
    ]  # fmt: skip
    for body, origin in refused:
        assert client.raw("POST", "/decide", body, origin=origin).status == 403
    assert len(desk.ledger) == 0
    assert client.raw("GET", f"/decide?action=wrong&doc=d1&mention={KEY}&csrf={csrf}").status == 405, "reading changes nothing"
    assert client.raw("POST", "/decide", form(client, csrf), origin=here).status == 303
    assert len(desk.ledger) == 1
    stranger = Client(client.app, cookies={"dateline_reviewer": "Ada"})
    assert stranger.raw("POST", "/decide", form(stranger, csrf), origin=here).status == 403, "the token belongs to its browser"


def test_a_large_request_is_refused(client: Client) -> None:
    body = form(client, client.cookies["dateline_csrf"], text="x" * MAX_BODY)
    assert client.raw("POST", "/decide", body, origin="http://127.0.0.1:8321").status == 413


def test_cookies_cannot_be_read_by_scripts_or_sent_by_other_sites(desk: Desk) -> None:
    answer = Client(create_app(desk)).raw("GET", "/")
    assert "HttpOnly" in answer.headers["set-cookie"] and "SameSite=strict" in answer.headers["set-cookie"]


def test_static_files_do_not_lead_out_of_their_folder(client: Client) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/static/..%2fapp.py"):
        assert client.raw("GET", path).status == 404


def test_a_name_is_one_line(desk: Desk) -> None:
    client = Client(create_app(desk))
    client.post("/name", name="  Ada\r\nSet-Cookie: x=1 \0\u202e ")
    page = client.get("/")
    assert "<bdi>Ada Set-Cookie: x=1</bdi>" in page.text and "\u202e" not in page.text
    assert "nothing was stored" not in page.text
    assert 'class="message failed"' in client.post("/name", name=" \n ").text
