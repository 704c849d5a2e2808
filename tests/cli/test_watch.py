"""``dateline watch``: new files and feed items are coded once each, also by another process later."""

from __future__ import annotations

import os
from pathlib import Path

from running import FRENCH, GOOD, dateline_, lines_of, records

FEED = """<rss version="2.0"><channel><title>Courier</title>{}</channel></rss>"""
ITEM = "<item><guid>{0}</guid><title>Kenya acts</title><pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate><description>{1}</description></item>"


def look(folder: Path, source: str) -> list[str]:
    """Input ids of the documents whose acts a look prints, in order."""
    done = dateline_(folder, "watch", source, "--once", "--coder", "lexicon", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return list(dict.fromkeys(str(record["input_id"]) for record in records(done.stdout)))


def stored(folder: Path) -> int:
    done = dateline_(folder, "sql", "SELECT count(*) AS n FROM documents", "--format", "csv")
    return int(done.stdout.split()[-1])


def test_files_are_coded_once_and_again_when_they_change(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    assert look(tmp_path, "inbox") == []
    (inbox / "a.md").write_text(GOOD)
    assert look(tmp_path, "inbox") == ["inbox/a.md"]
    (inbox / "b.md").write_text(GOOD.replace("Kenya", "Norway"))
    assert look(tmp_path, "inbox") == ["inbox/b.md"]
    assert look(tmp_path, "inbox") == []
    (inbox / "a.md").write_text(GOOD.replace("two", "three"))
    assert look(tmp_path, "inbox") == ["inbox/a.md"]
    assert stored(tmp_path) == 2


def test_what_is_no_file_of_a_folder_is_left_alone(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(inbox / "queue.md")
    (tmp_path / "other.md").write_text(GOOD)
    (inbox / "link.md").symlink_to("../other.md")
    done = dateline_(tmp_path, "watch", "inbox", "--once", "--coder", "lexicon")
    assert done.returncode == 0 and len(lines_of(done.stderr, "W107")) == 1 and stored(tmp_path) == 0


def test_items_of_a_feed_are_coded_once_the_oldest_first(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    one, two = ITEM.format("k-1", "Kenya expelled two Russian diplomats."), ITEM.format("k-2", "Uganda attacked a camp in Kenya.")
    feed.write_text(FEED.format(one))
    assert look(tmp_path, "feed.xml") == ["k-1"]
    three = ITEM.format("k-3", "Oman accused Iran of spying.")
    feed.write_text(FEED.format(three + two + one.replace("diplomats", "diplomats today")))
    assert look(tmp_path, "feed.xml") == ["k-2", "k-3"]
    assert look(tmp_path, "feed.xml") == []
    assert stored(tmp_path) == 3


def test_an_item_that_cannot_be_read_does_not_stop_the_others_and_is_told_once(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED.format(ITEM.format("k-1", FRENCH) + ITEM.format("k-2", "Uganda attacked Kenya.")))
    done = dateline_(tmp_path, "watch", "feed.xml", "--once", "--coder", "lexicon")
    assert done.returncode == 1 and len(lines_of(done.stderr, "E006")) == 1
    assert stored(tmp_path) == 1
    again = dateline_(tmp_path, "watch", "feed.xml", "--once", "--coder", "lexicon")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_an_item_without_text_is_coded_by_its_title(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED.format("<item><guid>k-1</guid><title>Uganda attacks Kenya</title></item>"))
    assert look(tmp_path, "feed.xml") == ["k-1"]
    assert look(tmp_path, "feed.xml") == []


def test_warnings_are_told(tmp_path: Path) -> None:
    items = ITEM.format("k-1", "Uganda attacked Kenya.").replace("<pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate>", "")
    (tmp_path / "feed.xml").write_text(FEED.format(items + ITEM.format("k-2", "Oman accused Iran of spying.")))
    done = dateline_(tmp_path, "watch", "feed.xml", "--once", "--coder", "lexicon")
    assert done.returncode == 0 and [": k-1: " in line for line in lines_of(done.stderr, "W102")] == [True]


def test_what_is_cut_waits_for_the_next_look(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    whole = FEED.format(ITEM.format("k-2", "Oman accused Iran of spying.") + ITEM.format("k-1", "Uganda attacked a camp in Kenya."))
    feed.write_text(whole[: whole.index(" in Kenya")])
    done = dateline_(tmp_path, "watch", "feed.xml", "--once", "--coder", "lexicon")
    assert done.returncode == 0 and len(lines_of(done.stderr, "W106")) == 1 and stored(tmp_path) == 1
    feed.write_text(whole)
    assert look(tmp_path, "feed.xml") == ["k-1"]


def test_items_that_share_an_id_are_all_coded_once(tmp_path: Path) -> None:
    items = [ITEM.format("k", text).replace("Kenya acts", text) for text in ("Uganda attacked Kenya.", "Oman accused Iran of spying.")]
    (tmp_path / "feed.xml").write_text(FEED.format("".join(items)))
    assert len(look(tmp_path, "feed.xml")) == 2
    assert look(tmp_path, "feed.xml") == []
    (tmp_path / "feed.xml").write_text(FEED.format(items[0]))
    assert look(tmp_path, "feed.xml") == []


def test_what_cannot_be_watched(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><body>x</body></html>")
    for source, code in (("none", "E001"), ("page.html", "E015"), ("http://127.0.0.1:9/feed", "E012")):
        done = dateline_(tmp_path, "watch", source, "--once", "--coder", "lexicon")
        assert done.returncode == 1 and code in done.stderr


def told(folder: Path) -> tuple[int, list[str]]:
    """Exit code of a look at the inbox and the inputs of which it says something."""
    done = dateline_(folder, "watch", "inbox", "--once", "--coder", "lexicon")
    return done.returncode, [line.split(": ")[2] for line in done.stderr.splitlines()]


def test_a_bad_file_is_told_once_and_again_when_it_has_changed(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "scan.txt").write_bytes(b"\x00\x01\x02" * 90)
    (inbox / "void.md").write_text("")
    (inbox / "away.md").symlink_to(tmp_path / "elsewhere.md")
    assert told(tmp_path) == (1, ["inbox/away.md", "inbox/scan.txt", "inbox/void.md"])
    (inbox / "good.md").write_text(GOOD)
    assert told(tmp_path) == (0, ["inbox/good.md"])  # that it has no date
    (inbox / "other.md").write_text("")
    assert told(tmp_path) == (1, ["inbox/other.md"])
    (inbox / "scan.txt").write_bytes(b"\x00\x03" * 90)
    assert told(tmp_path) == (1, ["inbox/scan.txt"])
    assert told(tmp_path) == (0, [])
    (inbox / "void.md").write_text(GOOD.replace("Kenya", "Norway"))
    assert told(tmp_path) == (0, ["inbox/void.md"]) and stored(tmp_path) == 2


def test_a_bad_line_is_told_once_however_the_corpus_grows(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    corpus = inbox / "wire.jsonl"
    corpus.write_text('{"id": "w1"}\n{"id": "w2", "text": "Oman accused Iran of spying.", "date": "2024-05-06"}\n')
    assert told(tmp_path) == (1, ["inbox/wire.jsonl:1"])
    with corpus.open("a") as stream:
        stream.write('{"id": "w3", "text": "Uganda attacked a camp in Kenya.", "date": "2024-05-07"}\n')
    assert told(tmp_path) == (0, []) and stored(tmp_path) == 2
    with corpus.open("a") as stream:
        stream.write("{\n")
    assert told(tmp_path) == (1, ["inbox/wire.jsonl:4"])


def test_what_code_has_told_of_a_folder_is_not_told_again(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "void.txt").write_text(" ")
    assert dateline_(tmp_path, "code", "inbox", "--coder", "lexicon").returncode == 1
    assert told(tmp_path) == (0, [])
