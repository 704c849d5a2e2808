"""The workbench in a real browser: the whole loop by keyboard, selection by mouse, two reviewers, restart, axe, screenshots."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from coding import kenya, stored
from serving import browser, screenshots, serious_faults, wait_until, why_no_browser, workbench
from test_security import hostile

from dateline.decisions.journal import load_decisions
from dateline.evaluation.gold import load_gold
from dateline.review.desk import Desk
from dateline.store.duckdb import Database
from dateline.training.notation import parse_notation

REASON = why_no_browser()
pytestmark = pytest.mark.skipif(REASON is not None, reason=REASON or "")
#: The promise of the workbench: any correction in so many keys at most.
MOST_KEYS = 8


@pytest.fixture(scope="module")
def chrome() -> Iterator[Any]:
    with browser() as opened:
        yield opened


class Reviewer:
    """A person at a browser: presses keys, counts them, reads what the page says; console errors fail the test."""

    def __init__(self, chrome: Any, address: str, name: str, **context: Any) -> None:
        self.address = address
        self.context = chrome.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True, **context)
        self.page = self.context.new_page()
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(address)
        self.page.fill("#your-name", name)
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector("text=You review as")

    def go(self, path: str) -> None:
        self.page.goto(self.address.rstrip("/") + path)

    def keys(self, *keys: str, limit: int = MOST_KEYS) -> str:
        """Presses keys one after the other, waits for what the server says, and checks that they were not too many."""
        assert len(keys) <= limit, keys
        # a page that is not settled keeps its keys back, and drops those behind one that opens a dialog
        self.page.wait_for_selector(".htmx-request, .htmx-swapping, .htmx-added, .htmx-settling", state="detached")
        self.page.evaluate("document.querySelector('#message').textContent = ''")
        for key in keys:
            self.page.keyboard.press(key)
            if key == keys[0]:
                self.page.wait_for_timeout(30)
        self.page.wait_for_selector("#message:not(:empty)")  # the policy forbids playwright's functions in the page
        return str(self.page.text_content("#message")).strip()

    def heading(self) -> str:
        return str(self.page.text_content("#card h2")).removeprefix("Record: ")

    def value(self, field: str) -> str:
        return " ".join(one.strip() for one in self.page.locator(f".f-{field} .value").all_text_contents())

    def select(self, words: str) -> None:
        """Drags the mouse over words of the text."""
        box = self.page.evaluate(
            """words => {
                const walker = document.createTreeWalker(document.querySelector('#text'), NodeFilter.SHOW_TEXT);
                const places = [];
                for (let node = walker.nextNode(); node; node = walker.nextNode())
                    for (let at = 0; at < node.length; at++) places.push([node, at]);
                const first = places.map(([node, at]) => node.data[at]).join('').indexOf(words);
                const range = document.createRange();
                range.setStart(...places[first]);
                const [node, at] = places[first + words.length - 1];
                range.setEnd(node, at + 1);
                node.parentElement.scrollIntoView({block: 'center'});
                const {left, right, top, bottom} = range.getBoundingClientRect();
                return {left, right, y: (top + bottom) / 2};
            }""",
            words,
        )
        mouse = self.page.mouse
        mouse.move(box["left"] + 1, box["y"])
        mouse.down()
        mouse.move((box["left"] + box["right"]) / 2, box["y"], steps=3)
        mouse.move(box["right"] - 0.5, box["y"], steps=3)
        mouse.up()
        self.page.wait_for_selector("#selection:not([hidden])")

    def download(self, path: str) -> str:
        self.go("/export")
        with self.page.expect_download() as waiting:
            self.page.click(f'a[href="{path}"]')
        return Path(waiting.value.path()).read_text("utf-8")

    def close(self) -> None:
        assert self.errors == [], self.errors
        host = urlsplit(self.address).netloc
        assert {urlsplit(one).netloc for one in self.requests} <= {host}, "a request left the workbench"
        self.context.close()


def test_the_whole_loop(chrome: Any, tmp_path: Path) -> None:
    db = stored(tmp_path / "a.duckdb", kenya("d1", "a.md"), kenya("d2", "b.md"))
    with workbench(db) as (address, process):
        ada = Reviewer(chrome, address, "Ada")
        ada.go("/doc/d1")
        assert ada.heading() == "expelled"
        # three corrections, each in eight keys at most
        assert ada.keys("t", "e") == "Changed: type, mode." and ada.value("type") == "COERCE"
        assert ada.keys("r", "u", "k", "r", ".", "m", "Enter").startswith("Changed: recipient") and ada.value("recipients") == "UKR.MIL"
        assert ada.keys("a") == "Accepted." and ada.heading() == "condemned"
        assert ada.keys("d", "2", "4", "0", "3", "0", "1", "Enter") == "Changed: date." and ada.value("date") == "2024-03-01"
        ada.keys("a")
        assert ada.heading() == "recall"
        assert ada.keys("m", "1", "Enter").startswith("Changed: mode")
        ada.keys("a")
        # one added: i, letters of its word, Enter, the letter of its type
        assert ada.heading() == "attacked"
        assert ada.keys("i", "c", "a", "m", "Enter", "k").startswith("Added") and ada.heading() == "camp"
        # one undone, and made again
        assert ada.keys("u") == "Taken back: added act."
        ada.go("/doc/d1")
        ada.page.click("text=Records of this document")
        ada.page.click(".line:has-text('attacked')")
        ada.page.wait_for_selector("#card h2:has-text('attacked')")
        assert ada.keys("i", "c", "a", "m", "Enter", "k").startswith("Added")
        ada.page.wait_for_selector("#card h2:has-text('camp')")
        ada.page.keyboard.press("k")
        ada.page.wait_for_selector("#card h2:has-text('attacked')")
        assert ada.keys("x") == "Marked as no act. Nothing is left to judge in this queue."
        assert ada.keys("o").startswith("Noted")

        ben = Reviewer(chrome, address, "Ben")
        ben.go("/start?queue=double")
        for _ in range(4):
            assert "Ada" not in ben.page.content(), "answers stay hidden"
            ben.keys("a")
        ben.close()

        ada.go("/agreement")
        assert "Ada and Ben" in ada.page.inner_text("main") and serious_faults(ada.page) == []
        corpus, gold = ada.download("/export/corpus.txt"), ada.download("/export/gold.jsonl")
        decisions = ada.download("/export/decisions.jsonl")
        ada.close()
        process.kill()  # no goodbye
        process.wait(timeout=20)

    passages, errors = parse_notation(corpus)
    assert errors == [] and "reviewers differ" in corpus and passages[0].date == "2024-03-06"
    (tmp_path / "gold.jsonl").write_text(gold, "utf-8")
    assert {one.id.split(":")[0] for one in load_gold(tmp_path / "gold.jsonl")} == {"a.md"}

    with workbench(db) as (address, _):
        eve = Reviewer(chrome, address, "Ada")
        assert eve.download("/export/decisions.jsonl") == decisions, "nothing was lost"
        eve.go("/adjudicate")
        assert serious_faults(eve.page) == []
        assert eve.keys("1").startswith("Ruled on “")
        eve.close()
    with Database(db, read_only=True) as database:
        kinds = [row["kind"] for row in database.select("SELECT kind, position FROM decisions")]
        assert kinds.count("undo") == 1 and kinds.count("add") == 2 and kinds.count("adjudicate") == 1 and len(kinds) == len(decisions.splitlines()) + 1


def test_words_are_marked_with_the_mouse(chrome: Any, tmp_path: Path) -> None:
    with workbench(stored(tmp_path / "a.duckdb")) as (address, _):
        ada = Reviewer(chrome, address, "Ada")
        ada.go("/doc/d1")
        ada.select("foreign ministry")
        assert ada.keys("b").startswith("Changed: according to") and "foreign ministry" in str(ada.page.text_content(".f-attribution"))
        ada.select("two Russian")
        assert ada.keys("g").startswith("Changed: words") and ada.heading() == "two Russian"
        assert ada.keys("u") == "Taken back: correction." and ada.heading() == "expelled"
        ada.select("happened")
        assert ada.keys("i", "c").startswith("Added") and ada.heading() == "happened" and ada.value("type") == "CONSULT"
        ada.select("Uganda")
        assert ada.keys("p").startswith("Changed: place") and ada.value("place") == "Uganda UGA"
        ada.select("Uganda")
        assert ada.keys("w").startswith("Changed: actor") and ada.value("actors") == "UGA.GOV"
        ada.select("Nothing")
        ada.page.keyboard.press("Escape")
        ada.page.wait_for_selector("#selection", state="hidden")
        ada.close()


@pytest.mark.parametrize(
    ("keys", "field", "value"),
    [
        (("t", "a"), "type", "ASSAULT"),
        (("m", "3", "Enter"), "modes", "expel, withdraw"),
        (("w", "p", "r", "k", "Enter"), "actors", "PRK.GOV"),
        (("w", ".", "m", "i", "Enter"), "actors", "KEN.MIL"),
        (("w", "+", "f", "o", "r", "Enter"), "actors", ""),
        (("w", "-", "Enter"), "actors", "–"),
        (("v",), "actors", "RUS.GOV"),
        (("d", "-", "2", "Enter"), "date", "2024-03-04"),
        (("d", "2", "0", "2", "3", "Enter"), "date", "2023-01-01..2023-12-31"),
        (("p", "k", "e", "n", "Enter"), "place", "Kenya KEN"),
        (("s", "f"), "status", "future"),
        (("n",), "negated", "no"),
        (("c", "p"), "certainty", "possible"),
        (("b", "f", "o", "r", "Enter"), "attribution", ""),
        (("h", "u"), "attribution", "unnamed"),
        (("g", "ArrowRight", "Enter"), "trigger", "“expelled two”"),
    ],
)
def test_every_field_is_corrected_in_few_keys(chrome: Any, one_server: str, keys: tuple[str, ...], field: str, value: str) -> None:
    ada = Reviewer(chrome, one_server, f"Ada {' '.join(keys)}")
    ada.go("/doc/d1")
    before = ada.value(field)
    said = ada.keys(*keys)
    if keys == ("d", "-", "2", "Enter"):
        assert said == "Nothing changed.", "two days before publication is what stands there"
    else:
        assert said.startswith("Changed"), said
        assert ada.value(field) != before
    assert not value or ada.value(field) == value
    ada.close()


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with workbench(stored(tmp_path_factory.mktemp("db") / "a.duckdb")) as (address, _):
        yield address


def test_each_party_stands_beside_its_own_code(chrome: Any, one_server: str) -> None:
    grace = Reviewer(chrome, one_server, "Grace")
    grace.go("/doc/d1")
    grace.keys("w", "+", "r", "u", "s", "Enter")
    sides = grace.page.locator(".f-actors .sides li").all_text_contents()
    assert len(sides) == 2, "numbered as the editor counts them"
    assert all(code in side for code, side in zip(("KEN", "RUS"), sides, strict=True)), sides
    assert "Russia" in sides[1]
    assert grace.keys("u") == "Taken back: correction.", "a noun: “correct” would read as a verdict on the record"
    assert "Nothing was stored: '999' is not a date" in grace.keys("d", "9", "9", "9", "Enter")
    grace.close()


def test_a_narrow_page_still_names_the_keys_it_explains(chrome: Any, one_server: str) -> None:
    grace = Reviewer(chrome, one_server, "Grace")
    grace.page.set_viewport_size({"width": 390, "height": 844})
    grace.go("/help")
    assert grace.page.is_visible("th kbd"), "the table of keys has keys"
    grace.page.set_viewport_size({"width": 900, "height": 800})
    top = {one: grace.page.locator(one).bounding_box()["y"] for one in (".brand", ".who a")}
    assert abs(top[".brand"] - top[".who a"]) < 20, "the name stays in the row of the pages"
    grace.close()


def test_events_are_merged_and_split_by_keyboard(chrome: Any, one_server: str) -> None:
    ada = Reviewer(chrome, one_server, "Merger")
    ada.go("/doc/d1")
    ada.page.keyboard.press("e")
    ada.page.wait_for_selector("#edit-event [data-key='1']")
    assert ada.keys("1") == "The two report one event now." and "Also reports this event" in ada.page.content()
    assert ada.keys("z") == "This record reports an event of its own now." and "Also reports" not in ada.page.content()
    ada.close()


def test_a_sentence_without_acts_is_reached_by_keyboard(chrome: Any, one_server: str) -> None:
    ada = Reviewer(chrome, one_server, "Cursor")
    ada.go("/doc/d1")
    for _ in range(3):
        ada.page.keyboard.press("]")
    assert ada.keys("i", "h", "a", "Enter", "c").startswith("Added") and ada.heading() == "happened"
    ada.close()


PAGES = ("/", "/documents", "/queue/uncertain", "/start?queue=random", "/sample", "/agreement", "/adjudicate", "/recoded", "/export", "/help", "/doc/none")


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_axe_finds_no_serious_fault_and_pages_fit(chrome: Any, tmp_path: Path, scheme: str) -> None:
    db = stored(tmp_path / "a.duckdb", *(kenya(f"d{n}", f"{n}.md") for n in range(3)))
    with workbench(db) as (address, _):
        ben, ada = (Reviewer(chrome, address, name, color_scheme=scheme) for name in ("Ben", "Ada"))
        for reviewer, key in ((ada, "a"), (ben, "x")):
            reviewer.go("/start?queue=random")
            reviewer.keys("t", "g")
            for _ in range(3):
                reviewer.keys(key)
        for path in PAGES:
            ada.go(path)
            name = path.strip("/").replace("?", "-").replace("=", "-").replace("/", "-") or "home"
            screenshots(ada.page, f"{name}-{scheme}")
            ada.page.set_viewport_size({"width": 1280, "height": 800})
            assert serious_faults(ada.page) == [], path
        ada.errors = [one for one in ada.errors if "404" not in one]  # the page that does not exist
        ada.go("/start?queue=uncertain")
        for key in "tmwrdpscbhgei":
            ada.page.keyboard.press(key)
            ada.page.wait_for_selector("dialog[open]")
            ada.page.wait_for_timeout(50)
            assert serious_faults(ada.page) == [], f"the editor of {key}"
            if key in "tmw":
                screenshots(ada.page, f"editor-{key}-{scheme}")
                ada.page.set_viewport_size({"width": 1280, "height": 800})
            ada.page.keyboard.press("Escape")
            ada.page.wait_for_selector("dialog[open]", state="detached")
        ada.close()
        ben.close()


def test_a_hostile_document_runs_nothing(chrome: Any, tmp_path: Path) -> None:
    with workbench(stored(tmp_path / "a.duckdb", hostile())) as (address, _):
        ada = Reviewer(chrome, address, "<svg onload=alert(11)>")
        ada.page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
        for path in ("/doc/d9", "/documents", "/queue/uncertain", "/start?queue=random", "/queue/search?q=%3Cscript%3E"):
            ada.go(path)
            ada.page.wait_for_timeout(100)
        ada.go("/doc/d9")
        text = hostile().document.text
        shown = ada.page.evaluate("[...document.querySelectorAll('#text [data-at]')].map(one => [Number(one.dataset.at), one.textContent])")
        for at, words in shown:
            assert text[at : at + len(words)] == words, "offsets hold with carriage returns and code points beyond the first plane"
        ada.select("amp;")
        assert ada.keys("i", "c").startswith("Added") and ada.heading() == "amp;"
        ada.close()


def test_two_windows_of_one_reviewer_lose_nothing(chrome: Any, tmp_path: Path) -> None:
    db = stored(tmp_path / "a.duckdb")
    with workbench(db) as (address, _):
        one = Reviewer(chrome, address, "Ada")
        two = Reviewer(chrome, address, "Ada")
        for reviewer in (one, two):
            reviewer.go("/doc/d1")
        one.keys("s", "f")
        assert "another window" in two.keys("c", "p")
        assert two.value("status") == "future" and two.value("certainty") == "possible"
        one.close()
        two.close()


def test_a_second_press_before_the_answer_judges_nothing_twice(chrome: Any, tmp_path: Path) -> None:
    db = stored(tmp_path / "a.duckdb", kenya("d1", "a.md"))
    with workbench(db) as (address, _):
        ada = Reviewer(chrome, address, "Ada")
        ada.page.route("**/decide", lambda route: (ada.page.wait_for_timeout(400), route.continue_()))
        ada.go("/doc/d1")
        first = ada.heading()
        for _ in range(3):
            ada.page.keyboard.press("a")
        ada.page.keyboard.press("x")  # waits for the record that comes
        ada.page.wait_for_selector("#message:has-text('Marked as no act')")
        ada.page.wait_for_timeout(600)
        assert ada.heading() != first
        ada.close()
    with Database(db) as database:
        made = load_decisions(database)
    assert [one.kind.value for one in made] == ["accept", "wrong"] and made[0].mention_id != made[1].mention_id


def test_what_is_refused_stays_in_its_field(chrome: Any, one_server: str) -> None:
    ada = Reviewer(chrome, one_server, "Refused")
    ada.go("/doc/d1")
    assert "Nothing was stored" in ada.keys("d", "x", "y", "9", "Enter")
    field = ada.page.locator("#edit-date-text")
    assert field.input_value() == "xy9" and ada.page.locator("#edit-date[open] #refused").is_visible()
    field.fill("2024-03-02")
    ada.page.evaluate("document.querySelector('#message').textContent = ''")
    ada.page.keyboard.press("Enter")
    ada.page.wait_for_selector("#message:has-text('Changed: date')")
    assert ada.page.locator("dialog[open]").count() == 0
    ada.close()


def test_escape_forgets_what_was_ticked_and_moved(chrome: Any, tmp_path: Path) -> None:
    with workbench(stored(tmp_path / "a.duckdb")) as (address, _):
        ada = Reviewer(chrome, address, "Ada")
        ada.go("/doc/d1")
        before = ada.value("modes")
        for key in ("m", "1", "Escape"):
            ada.page.keyboard.press(key)
        assert ada.keys("m", "3", "Enter").startswith("Changed: mode")
        assert ada.value("modes") == f"{before}, withdraw", "the mode that was ticked before Escape is not stored"
        for key in ("g", "ArrowLeft", "ArrowLeft", "Escape"):
            ada.page.keyboard.press(key)
        ada.keys("g", "ArrowRight", "Enter")
        assert ada.heading() == "expelled two"
        ada.close()


def test_back_and_reload_work(chrome: Any, one_server: str) -> None:
    ada = Reviewer(chrome, one_server, "Walker")
    ada.go("/doc/d1")
    ada.keys("a")
    assert ada.heading() == "condemned"
    ada.page.go_back()
    wait_until(lambda: "expelled" in ada.heading())
    ada.page.reload()
    assert ada.heading() == "expelled" and "accepted" in str(ada.page.text_content(".card-head"))
    ada.close()



@pytest.mark.parametrize(("width", "height"), [(360, 740), (640, 400), (820, 500), (1280, 800)])
def test_what_judges_is_in_sight_however_small_the_window(chrome: Any, one_server: str, width: int, height: int) -> None:
    ada = Reviewer(chrome, one_server, "Ada")
    ada.page.set_viewport_size({"width": width, "height": height})
    ada.go("/doc/d1")
    for label in ("Accept", "No act", "Undo"):
        box = ada.page.locator(f".judge button:has-text('{label}')").bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= height and box["x"] + box["width"] <= width
    mark = ada.page.locator(".act.now").bounding_box()
    assert (mark["y"] >= 0 and mark["y"] + mark["height"] <= ada.page.locator(".judge button").first.bounding_box()["y"]) or width >= 960
    assert serious_faults(ada.page) == []
    ada.close()


def test_the_name_is_asked_for_first_and_answers_stand_side_by_side(chrome: Any, tmp_path: Path) -> None:
    db = stored(tmp_path / "a.duckdb", kenya())
    act = kenya().mentions[1].mention_id
    with Database(db) as database:
        desk = Desk(database)
        desk.accept("Omar", "d1", act)
        desk.wrong("\u0639\u0645\u0631", "d1", act)
    with workbench(db) as (address, _):
        page = chrome.new_page(viewport={"width": 360, "height": 740})
        page.goto(address)
        assert page.evaluate("document.activeElement.id") == "your-name"
        page.goto(address.rstrip("/") + "/adjudicate")
        heads = page.locator(".compare thead th:not(.field-head)")
        boxes = [heads.nth(at).bounding_box() for at in range(heads.count())]
        assert len(boxes) == 3 and all(box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes)
        assert serious_faults(page) == []
        page.close()
