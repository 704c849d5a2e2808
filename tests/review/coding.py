"""Coded documents for the workbench, made from plain sentences, and a client that talks to the application without a network."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from html import unescape
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from dateline.store import RunInfo, new_run
from dateline.store.duckdb import Database
from dateline.types import (
    Block,
    BlockKind,
    Certainty,
    Coded,
    Cues,
    Document,
    EventMention,
    Mention,
    Participant,
    Quantity,
    Sentence,
    SentenceKind,
    Source,
    SourceLink,
    Span,
    Status,
    TimeRef,
)

TITLE = "Kenya expels envoys"
S1 = "Kenya expelled two Russian diplomats on Monday, the foreign ministry said."
S2 = "Ethiopia condemned the decision, and Ethiopia may recall its envoy."
S3 = "Kenyan troops attacked a camp in Somalia."
S4 = "Nothing of note happened in Uganda."
#: One paragraph of two sentences and one of two.
PARAGRAPHS = ((S1, S2), (S3, S4))
CODER = "dateline test; coder 1"


def sentence_spans(paragraphs: Sequence[Sequence[str]], title: str = TITLE) -> tuple[str, list[Block], list[Sentence]]:
    text, blocks, sentences = title, [Block(BlockKind.TITLE, Span(0, len(title)), 1)], []
    sentences.append(Sentence(0, title, Span(0, len(title)), SentenceKind.HEADLINE))
    for paragraph in paragraphs:
        text += "\n\n"
        start = len(text)
        for number, words in enumerate(paragraph):
            text += " " if number else ""
            sentences.append(Sentence(len(sentences), words, Span(len(text), len(text) + len(words))))
            text += words
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, len(text))))
    return text, blocks, sentences


def phrase(text: str, words: str, sentence: Sentence, nth: int = 1) -> Mention:
    at = sentence.span.start - 1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Mention(words, Span(at, at + len(words)))


def party(text: str, words: str, sentence: Sentence, country: str | None, *sectors: str) -> Participant:
    found = phrase(text, words, sentence)
    return Participant(words, found.span, None, country, sectors[0] if sectors else None, sectors, 0.9)


def identity(doc_id: str, position: int) -> str:
    return hashlib.sha256(f"{doc_id}\0{position}\0000".encode()).hexdigest()[:16]


def mention(doc: str, input_id: str, text: str, sentence: Sentence, words: str, kind: str, **more: Any) -> EventMention:
    trigger = phrase(text, words, sentence)
    mention_id = identity(doc, trigger.span.start)
    fields: dict[str, Any] = {"confidence": 0.8, "coder": CODER}
    return EventMention(mention_id, mention_id, doc, input_id, sentence, trigger, kind, **(fields | more))


def kenya(doc: str = "d1", input_id: str = "a.md", *, coder: str = CODER) -> Coded:
    """Five acts in three sentences; the fourth has none."""
    text, blocks, sentences = sentence_spans(PARAGRAPHS)
    _, one, two, three, _ = sentences
    source = Source("1", "news", "Envoys out", outlet="The Daily", url="https://example.org/a", span=None)
    document = Document(
        doc, input_id, text, hashlib.sha256(doc.encode()).hexdigest(), tuple(blocks), title=TITLE, published=date(2024, 3, 6),
        publisher="Wire", sources=(source,), lang="en",
    )  # fmt: skip
    monday = phrase(text, "on Monday", one)
    mentions = (
        mention(
            doc, input_id, text, one, "expelled", "SANCTION", modes=("expel",), coder=coder, confidence=0.95,
            actors=(party(text, "Kenya", one, "KEN", "GOV"),), recipients=(party(text, "Russian diplomats", one, "RUS", "GOV"),),
            date=TimeRef(date(2024, 3, 4), date(2024, 3, 4), "day", "relative", monday.text, monday.span),
            quantities=(Quantity("two", phrase(text, "two", one).span, 2.0, counts="diplomats"),),
            sources=(SourceLink(source, "marker"),),
        ),
        mention(
            doc, input_id, text, two, "condemned", "ACCUSE", modes=("disapprove",), coder=coder, confidence=0.6,
            actors=(party(text, "Ethiopia", two, "ETH", "GOV"),),
        ),
        mention(
            doc, input_id, text, two, "recall", "SANCTION", modes=("withdraw",), coder=coder, confidence=0.52,
            actors=(Participant("Ethiopia", phrase(text, "Ethiopia", two, 2).span, None, "ETH", "GOV", ("GOV",), 0.9),),
            status=Status.HYPOTHETICAL, certainty=Certainty.POSSIBLE,
            cues=Cues(status=phrase(text, "may", two), certainty=phrase(text, "may", two)),
        ),
        mention(
            doc, input_id, text, three, "attacked", "ASSAULT", coder=coder,
            actors=(party(text, "Kenyan troops", three, "KEN", "MIL"),), recipients=(party(text, "camp", three, "SOM", "UNK"),),
        ),
    )  # fmt: skip
    return Coded(document, tuple(sentences), mentions)


def run(name: str = "a") -> RunInfo:
    return new_run(f"dateline test {name}", datetime(2024, 3, 7, tzinfo=UTC))


def stored(path: Path, *coded: Coded) -> Path:
    with Database(path) as database:
        database.write_batch(coded or (kenya(),), run())
    return path


@dataclass(slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass(slots=True)
class Client:
    """A browser without a screen: keeps cookies, follows redirects, sends the origin and the token of the form."""

    app: Any
    host: str = "127.0.0.1:8321"
    cookies: dict[str, str] = field(default_factory=dict)

    def raw(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        sent: list[Any] = []
        jar = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        listed = {"host": self.host, "cookie": jar, "content-type": "application/x-www-form-urlencoded"} | headers
        route, _, query = path.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
            "path": route, "raw_path": route.encode(), "query_string": query.encode(), "root_path": "", "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 8321), "headers": [(name.encode(), value.encode()) for name, value in listed.items() if value],
        }  # fmt: skip
        waiting = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Any:
            return waiting.pop() if waiting else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        asyncio.run(self.app(scope, receive, send))
        start = next(one for one in sent if one["type"] == "http.response.start")
        found = {name.decode(): value.decode() for name, value in start["headers"]}
        for name, value in start["headers"]:
            if name == b"set-cookie":
                for key, morsel in SimpleCookie(value.decode()).items():
                    self.cookies[key] = morsel.value
        text = b"".join(one.get("body", b"") for one in sent if one["type"] == "http.response.body").decode()
        return Answer(start["status"], found, text)

    def get(self, path: str) -> Answer:
        answer = self.raw("GET", path)
        return self.get(answer.headers["location"]) if answer.status == 303 else answer

    def post(self, path: str, **form: Any) -> Answer:
        if "dateline_csrf" not in self.cookies:
            self.get("/")
        body = urlencode({"csrf": self.cookies["dateline_csrf"], **form}, doseq=True).encode()
        answer = self.raw("POST", path, body, origin=f"http://{self.host}")
        return self.get(answer.headers["location"]) if answer.status == 303 else answer

    def named(self, name: str) -> Client:
        assert self.post("/name", name=name).status == 200
        return self


def message_of(answer: Answer) -> str:
    found = re.search(r'<p id="message"[^>]*>(.*?)</p>', answer.text, re.DOTALL)
    return unescape(re.sub("<[^>]+>", "", found[1])).strip() if found else ""
