"""A saved feed is read as its items, however it is named: itself, in a folder, on standard input."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.read import ReadOptions, read, read_inputs
from dateline.read.parts import plan_parts, read_part
from dateline.types import Document, Problem

ITEMS = (("Oman", "06", "Oman expelled two Iranian diplomats after the raid."), ("Chile", "07", "Chile condemned the raid on its embassy in Lima."))
RSS = "<rss version='2.0'><channel><title>Gulf Wire</title>" + "".join(
    f"<item><title>{name} acts</title><link>https://wire.example/{name}</link><pubDate>Mon, {day} May 2024 10:00:00 GMT</pubDate><description>{text}</description></item>"
    for name, day, text in ITEMS
) + "</channel></rss>"
ATOM = "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Gulf Wire</title>" + "".join(
    f"<entry><id>{name}</id><title>{name} acts</title><link href='https://wire.example/{name}'/><published>2024-05-{day}T10:00:00Z</published><summary>{text}</summary></entry>"
    for name, day, text in ITEMS
) + "</feed>"
DOCTYPED = "<?xml version='1.0'?>\n<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://my.netscape.com/rss-0.91.dtd'>\n" + RSS


def told(found: list[Document | Problem]) -> list[tuple[str | None, str | None, str | None, str | None]]:
    assert all(isinstance(one, Document) for one in found)
    return [(one.title, str(one.published), one.publisher, one.url) for one in found if isinstance(one, Document)]


EXPECTED = [(f"{name} acts", f"2024-05-{day}", "Gulf Wire", f"https://wire.example/{name}") for name, day, _ in ITEMS]


@pytest.mark.parametrize("name", ["feed.xml", "saved.rss", "saved.atom", "page", "export.txt"])
@pytest.mark.parametrize("content", [RSS, ATOM, DOCTYPED], ids=["rss", "atom", "doctype"])
def test_items_are_documents(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    for named in (tmp_path / name, tmp_path):
        assert told(list(read_inputs([str(named)]))) == EXPECTED
    (part,) = plan_parts([str(tmp_path)]).parts
    assert told(list(read_part(part, ReadOptions()))) == EXPECTED


def test_other_markup_of_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "settings.xml").write_text("<?xml version='1.0'?><settings><name>Save all files at once</name></settings>")
    (tmp_path / "a.txt").write_text("Chad closes a crossing\n\n3 May 2021\n\nChad closed a crossing with Sudan on Monday, and Sudan protested.\n")
    assert [Path(one.input_id).name for one in read_inputs([str(tmp_path)])] == ["a.txt"]


def test_a_feed_without_items_is_told(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text("<rss version='2.0'><channel><title>Gulf Wire</title></channel></rss>")
    (one,) = read_inputs([str(tmp_path)])
    assert isinstance(one, Problem) and one.code == "E003" and "no item" in one.detail


def test_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(RSS.encode()))))  # type: ignore[arg-type]
    assert told(list(read_inputs(["-"]))) == EXPECTED


def test_one_document_is_not_made_of_it(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS)
    with pytest.raises(DatelineError) as caught:
        read(tmp_path / "feed.xml")
    assert caught.value.code == "E024"
