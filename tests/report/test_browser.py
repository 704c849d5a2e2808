"""The brief in a real browser: no error, no request, filters, zoom, keyboard, copying, axe, screenshots, print."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.briefs import Selection, make_extras, render
from dateline.config import BriefFormat
from dateline.pipeline import CodeOptions, Pipeline
from dateline.read import read_inputs
from dateline.report import render_brief
from dateline.report.extras import ActorResponse, Extras, Finding, ResponseAct, ResponseReport, ResponseRung
from dateline.types import Coded

from . import factory
from .serving import browser, screenshots, serious_faults, why_no_browser

REASON = why_no_browser()
pytestmark = pytest.mark.skipif(REASON is not None, reason=REASON or "")
SAMPLES = Path(__file__).parents[2] / "samples"
#: The most that a brief of a six-page document may weigh.
MOST_BYTES = 3_000_000


@pytest.fixture(scope="module")
def chrome() -> Iterator[Any]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def samples() -> dict[str, bytes]:
    """The brief of each sample, as the command makes it."""
    coded = [item for item in Pipeline(CodeOptions()).code_stream(read_inputs([str(path) for path in sorted(SAMPLES.iterdir())])) if isinstance(item, Coded)]
    made = {}
    for item in coded:
        selection = Selection((item,))
        made[Path(item.document.input_id).suffix[1:]] = render(selection, make_extras(selection), BriefFormat.HTML, title=None, program="dateline test")
    return made


class Reader:
    """A person with a brief open; errors in the console and requests fail the test."""

    def __init__(self, chrome: Any, folder: Path, html: bytes | str, **context: Any) -> None:
        file = folder / "brief.html"
        file.write_bytes(html.encode() if isinstance(html, str) else html)
        self.context = chrome.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True, **context)
        self.page = self.context.new_page()
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())

    def rows(self) -> list[int]:
        return [int(one) for one in self.page.eval_on_selector_all("#table tbody tr:not([hidden])", "rows => rows.map(row => row.dataset.number)")]

    def dots(self) -> int:
        return len(self.page.query_selector_all("#timeline > .timed .dot:not(.off)"))

    def close(self) -> None:
        assert self.errors == [], self.errors
        assert {one.split(":")[0] for one in self.requests} <= {"file", "data", "blob"}, self.requests
        self.context.close()


@pytest.fixture
def reader(chrome: Any, tmp_path: Path) -> Iterator[Reader]:
    made = Reader(chrome, tmp_path, render_brief([factory.with_claims()], program="dateline test", extras=extras()))
    yield made
    made.close()


def extras() -> Extras:
    """A response and findings, so that every part of the page is there."""
    answer = ResponseAct("m02", "5 March 2024", "directed at Albania")
    rung = ResponseRung("statement", 1, 2, -2.0, ("Norpress",), (answer,))
    actor = ActorResponse("BIH", (rung,), (answer,), (answer,), (("sanction", ("USA",)),), ("ACCUSE: 1 before, 2 after",))
    response = ResponseReport("ALB MOBILIZE *", True, ("m01", "m03"), "3 March 2024", (actor,))
    return Extras(response=response, findings=(Finding("d1", "5", "warning", "no statement rests on it"), Finding("d1", None, "info", "one agency")))


@pytest.mark.parametrize(
    ("kind", "scheme"),
    [("md", "dark"), ("html", "light"), ("pdf", "light"), *(pytest.param(*more, marks=pytest.mark.long) for more in (("md", "light"), ("docx", "dark")))],
)
def test_each_sample_opens_without_fault(chrome: Any, samples: dict[str, bytes], tmp_path: Path, kind: str, scheme: str) -> None:
    html = samples[kind]
    assert len(html) < MOST_BYTES
    made = Reader(chrome, tmp_path, html, color_scheme=scheme)
    assert made.dots() > 10 and len(made.rows()) > 20
    screenshots(made.page, f"sample-{kind}-{scheme}")
    made.page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    made.page.set_viewport_size({"width": 390 if kind == "html" else 1280, "height": 800})
    assert serious_faults(made.page) == []
    made.close()


def test_pages_of_a_pdf_are_shown_with_boxes_around_the_acts(chrome: Any, samples: dict[str, bytes], tmp_path: Path) -> None:
    made = Reader(chrome, tmp_path, samples["pdf"])
    made.page.click(".sheets > summary")
    sizes = made.page.eval_on_selector_all(".paper img", "images => images.map(one => [one.complete, one.naturalWidth])")
    assert len(sizes) == 4 and all(done and width > 500 for done, width in sizes)
    boxes = made.page.query_selector_all(".onpage")
    assert len(boxes) >= 40
    boxes[0].focus()
    assert made.page.is_visible("#pop")
    inside = made.page.evaluate(
        "[...document.querySelectorAll('.paper')].every(paper => { const p = paper.getBoundingClientRect();"
        " return [...paper.querySelectorAll('.onpage rect')].every(box => { const b = box.getBoundingClientRect();"
        " return b.left >= p.left - 1 && b.right <= p.right + 1 && b.top >= p.top - 1 && b.bottom <= p.bottom + 1; }); })"
    )
    assert inside
    made.close()


def test_every_part_of_the_page_passes_axe(reader: Reader) -> None:
    reader.page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    for part in ("summary", "response", "why", "positions", "next", "timeline", "network", "scores", "text", "acts", "sources", "problems", "method"):
        assert reader.page.is_visible(f"#{part}"), part
    assert serious_faults(reader.page) == []


def test_numbers_open_the_acts_behind_them(reader: Reader) -> None:
    links = reader.page.query_selector_all("#summary .lines .goto")
    assert len(links) > 10
    for link in links:
        wanted = [int(one) for one in str(link.get_attribute("data-rows")).split()]
        link.click()
        assert reader.rows() == wanted
    reader.page.click("#acts button[type=reset]")
    reader.page.wait_for_timeout(50)
    assert len(reader.rows()) == 13


def test_filters_of_the_table_work_and_say_so(reader: Reader) -> None:
    page = reader.page
    page.select_option("#acts select[name=type]", "MOBILIZE")
    assert reader.rows() == [1, 3] and page.inner_text("#shown") == "2 of 13 acts"
    page.click("#acts button[type=reset]")
    page.wait_for_timeout(30)
    page.select_option("#acts select[name=certainty]", "possible")
    page.select_option("#acts select[name=told]", "1")
    assert reader.rows() == [5]
    page.click("#acts button[type=reset]")
    page.wait_for_timeout(30)
    page.fill("#acts input[name=words]", "sanctions imposed")
    assert reader.rows() == [9]


#: Acts that only their document dates stand last in either order.
UNDATED = [3, 6, 9, 12]


def test_columns_sort_both_ways(reader: Reader) -> None:
    page = reader.page
    page.click("#acts [data-sort=date]")
    first = reader.rows()
    assert page.get_attribute("#acts th:has([data-sort=date])", "aria-sort") == "ascending" and first[0] == 13 and first[-4:] == UNDATED
    page.click("#acts [data-sort=date]")
    assert page.get_attribute("#acts th:has([data-sort=date])", "aria-sort") == "descending" and reader.rows()[-5:] == [13, *UNDATED]


def test_rows_are_copied_and_saved_as_csv(chrome: Any, tmp_path: Path) -> None:
    made = Reader(chrome, tmp_path, render_brief([factory.with_claims()], program="p"))
    page = made.page
    page.select_option("#acts select[name=type]", "MOBILIZE")
    page.click("#copy")
    page.wait_for_selector("#copied:not(:empty)")
    assert page.inner_text("#copied") == "2 rows copied"
    with page.expect_download() as waiting:
        page.click("#save")
    text = Path(waiting.value.path()).read_text("utf-8")
    assert waiting.value.suggested_filename == "acts.csv" and len(text.splitlines()) == 3 and text.startswith("number,document,")
    made.close()


def test_timeline_filters_and_zooms(reader: Reader) -> None:
    page, whole = reader.page, reader.dots()
    assert whole > 5
    page.select_option(".zoom select[name=certainty]", "possible")
    assert reader.dots() == 1 and page.inner_text("#timeline-shown").startswith("1 act, ")
    page.click(".zoom button[type=reset]")
    page.wait_for_timeout(30)
    assert reader.dots() == whole
    page.select_option(".zoom select[name=actor]", "Albania")
    assert 0 < reader.dots() < whole
    page.click(".zoom button[type=reset]")
    page.wait_for_timeout(30)
    places = "dots => dots.map(dot => parseFloat(dot.querySelector('svg').getAttribute('x')))"
    before = page.eval_on_selector_all("#timeline > .timed .dot:not(.off)", places)
    page.click("[data-zoom=in]")
    assert reader.dots() < whole
    page.click("[data-zoom=later]")
    page.click("[data-zoom=earlier]")
    for _ in range(3):
        page.click("[data-zoom=out]")
    after = page.eval_on_selector_all("#timeline > .timed .dot:not(.off)", places)
    assert after == pytest.approx(before, abs=0.05), "zooming out to the whole gives the places that the page was made with"


def test_network_hides_a_kind_of_act(reader: Reader) -> None:
    shown = "parts => parts.filter(part => getComputedStyle(part).display !== 'none').length"
    before = reader.page.eval_on_selector_all(".network .tie", shown)
    reader.page.uncheck(".toggles [data-quad='3']")
    assert reader.page.eval_on_selector_all(".network .tie", shown) == before - 1


def test_the_keyboard_reaches_a_record_and_comes_back(reader: Reader) -> None:
    page = reader.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('dot')"):
            break
    first = page.evaluate("document.activeElement.dataset.act")
    assert page.is_visible("#pop") and "Certainty" in page.inner_text("#pop")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.act") != first
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "pop"
    page.keyboard.press("Escape")
    assert page.is_hidden("#pop") and page.evaluate("document.activeElement.classList.contains('dot')")


def test_hovering_shows_speaker_certainty_note_and_source(reader: Reader) -> None:
    page = reader.page
    page.hover("mark:has-text('detained')")
    page.wait_for_selector("#pop:not([hidden])")
    shown = page.inner_text("#pop")
    for words in ("according to the news agency norpress", "possible", "norpress", "fishermen held", "confidence 0.80"):
        assert words in shown.lower(), words
    assert page.eval_on_selector_all("[data-of].lit", "parts => parts.map(part => part.textContent)")


def test_a_claim_leads_to_its_words(reader: Reader) -> None:
    reader.page.click("#why .find-claim >> nth=0")
    lit = "".join(reader.page.eval_on_selector_all(".lit-claim", "parts => parts.map(one => one.textContent)"))
    assert lit == "condemned the deployment"


def test_a_hostile_document_does_nothing(chrome: Any, tmp_path: Path) -> None:
    made = Reader(chrome, tmp_path, render_brief([factory.coded(), factory.hostile()], title=factory.EVIL, program=factory.HANDLER))
    made.page.on("dialog", lambda dialog: made.errors.append(dialog.message))
    made.page.hover("mark >> nth=-1")
    made.page.click("#summary .goto >> nth=0")
    made.page.wait_for_timeout(100)
    made.close()


def test_without_script_everything_is_there(chrome: Any, tmp_path: Path) -> None:
    made = Reader(chrome, tmp_path, render_brief([factory.with_claims()], program="p"), java_script_enabled=False)
    assert len(made.page.query_selector_all("#table tbody tr")) == 13
    assert made.page.is_hidden(".zoom") and made.page.is_visible("#method")
    made.close()


def test_prints_on_a4(samples: dict[str, bytes]) -> None:
    import pypdfium2

    from dateline.report.chromium import to_pdf

    document = pypdfium2.PdfDocument(io.BytesIO(to_pdf(samples["md"].decode())))
    assert 6 <= len(document) <= 24
    for number in range(len(document)):
        width, height = document[number].get_size()
        assert (round(width), round(height)) == (595, 842)
    words = "".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    assert "How this was made" in words and "Copy these rows" not in words and "Zoom" not in words
