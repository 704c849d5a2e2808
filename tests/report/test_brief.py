"""The page: complete, offline, and deaf to whatever a document says."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from dateline.errors import DatelineError
from dateline.report import html_repr, render_brief
from dateline.report.acts import acts, csv_lines, safe_url
from dateline.types import Coded

from . import factory

VOID = {"meta", "br", "img", "input", "link", "hr"}


class Page(HTMLParser):
    """Elements with their attributes, the text of each, and whether tags are balanced."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attrs for name, attrs in self.elements if name == tag)


@pytest.fixture(scope="module")
def html() -> str:
    return render_brief([factory.coded()], program="dateline 0.1.0")


@pytest.fixture(scope="module")
def evil() -> str:
    return render_brief([factory.coded(), factory.hostile()], title=factory.EVIL, program=factory.HANDLER)


def test_page_is_well_formed_and_holds_every_part(html: str) -> None:
    page = Page(html)
    assert page.open == []
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {"summary", "timeline", "text", "acts", "sources", "problems", "method"} <= set(ids)
    assert {f"act-{number}" for number in range(1, 14)} | {f"record-{number}" for number in range(1, 14)} <= set(ids)
    for attrs in page.all("a"):
        href = attrs["href"] or ""
        assert href.startswith("https://") or href.removeprefix("#") in ids, href


def test_acts_are_marked_with_type_and_line_style(html: str) -> None:
    assert re.search(r'<mark class="q4 told unsure" data-acts="5"[^>]*>detained</mark>', html)
    assert re.search(r'<mark class="q4 negated" data-acts="9"[^>]*>imposed sanctions</mark>', html)
    assert re.search(r'<mark class="q3" data-acts="2"[^>]*>condemned</mark><a class="chip q3"', html)
    assert "not sanction" in html and "according to Norpress, via a coast guard" in html


def test_page_asks_the_network_for_nothing(evil: str) -> None:
    page = Page(evil)
    for tag, attrs in page.elements:
        assert tag not in {"img", "link", "iframe", "object", "embed", "base", "audio", "video", "source"}
        assert not {"src", "srcset", "data", "poster", "ping", "background", "action", "formaction", "style"} & set(
            attrs
        )
    assert not re.search(
        r"@import|url\(|fetch\(|XMLHttpRequest|innerHTML|eval\(", evil.split("<body>")[0] + evil.split("<script>")[1]
    )


def test_documents_cannot_break_out(evil: str) -> None:
    page = Page(evil)
    assert page.open == []
    assert len(list(page.all("script"))) == len(list(page.all("style"))) == len(list(page.all("textarea"))) == 1
    for tag, attrs in page.elements:
        assert not [name for name in attrs if name.startswith("on")], (tag, attrs)
        assert not (attrs.get("href") or "").lower().startswith(("javascript:", "data:"))
    shown = "".join(page.texts)
    for text in (factory.EVIL, factory.HANDLER, factory.CLOSER, factory.TEMPLATE):
        assert text in shown, "hostile text is shown as it stands"


def test_policy_allows_only_the_page_s_own_script_and_style(evil: str) -> None:
    policy = (
        next(
            attrs["content"] for attrs in Page(evil).all("meta") if attrs.get("http-equiv") == "Content-Security-Policy"
        )
        or ""
    )
    for tag in ("script", "style"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", evil, re.DOTALL)
        assert body
        assert f"{tag}-src 'sha256-{base64.b64encode(hashlib.sha256(body[1].encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy and "unsafe" not in policy


def test_script_and_style_are_the_same_whatever_the_documents(html: str, evil: str) -> None:
    for tag in ("script", "style"):
        assert html.split(f"<{tag}>")[1].split(f"</{tag}>")[0] == evil.split(f"<{tag}>")[1].split(f"</{tag}>")[0]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "java\tscript:x",
        "//x.example",
        "file:///x",
        "",
    ],
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert safe_url(url) is None


def test_web_addresses_do_become_links(html: str) -> None:
    assert safe_url(" https://a.example/x ") == "https://a.example/x"
    assert any(
        attrs["href"] == factory.KERR.url and "noreferrer" in (attrs["rel"] or "")
        for attrs in Page(html).all("a")
        if "rel" in attrs
    )


def test_every_control_and_graphic_is_labelled(html: str) -> None:
    page = Page(html)
    assert [
        attrs for attrs in page.all("a") if "dot" in (attrs.get("class") or "") and not attrs.get("aria-label")
    ] == []
    headings = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert headings[0] == 1 and headings.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(headings))
    assert next(page.all("html")) == {"lang": "en"}
    wanted = [attrs for tag in ("input", "select", "textarea") for attrs in page.all(tag)]
    assert len(list(page.all("label"))) == len(wanted), "a label for each control"
    assert len(list(page.all("main"))) == 1


def test_csv_has_a_line_an_act_and_disarms_formulas() -> None:
    coded = [factory.coded(), factory.hostile()]
    lines = csv_lines(acts(coded), coded)
    rows = list(csv.DictReader(io.StringIO("\n".join(lines))))
    assert len(lines) == 15 and len(rows) == 14
    assert (rows[0]["type"], rows[0]["earliest"], rows[0]["actor_countries"]) == ("MOBILIZE", "2024-03-03", "ALB")
    assert rows[13]["recipients"] == "'=cmd" and factory.EVIL in rows[13]["sentence"]


def test_same_input_same_page(html: str) -> None:
    assert render_brief([factory.coded()], program="dateline 0.1.0") == html


def undated() -> list[Coded]:
    coded = factory.coded()
    return [replace(coded, mentions=coded.mentions[8:9])]


@pytest.mark.parametrize("make", [list, lambda: [Coded(factory.coded().document)], undated])
def test_thin_input_still_makes_a_page(make: Callable[[], list[Coded]]) -> None:
    page = Page(render_brief(make(), program="p"))
    assert page.open == []
    assert not [attrs for attrs in page.all("section") if attrs["id"] == "timeline"]


def test_unknown_type_is_a_coded_error() -> None:
    coded = factory.coded()
    broken = replace(coded, mentions=(replace(coded.mentions[0], type="DANCE"),))
    with pytest.raises(DatelineError, match="E411"):
        render_brief([broken], program="p")


def test_notebook_table_is_compact_and_escaped() -> None:
    table = html_repr(factory.coded())
    assert table.count("<tr>") == 14 and "<script" not in table
    page = Page(html_repr(factory.hostile()))
    assert page.open == [] and {tag for tag, _ in page.elements} <= {
        "div",
        "p",
        "strong",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }


def test_notebook_table_says_what_it_leaves_out() -> None:
    coded = factory.coded()
    assert "and 2 more acts" in html_repr(replace(coded, mentions=coded.mentions * 4))


def test_importing_the_stage_loads_no_heavy_library() -> None:
    heavy = ("jinja2", "babel", "spacy", "duckdb", "pyarrow", "lxml", "onnxruntime")
    code = f"import sys, dateline.report; print([name for name in {heavy} if name in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
