"""What a folder gives: all that may be a document, whatever its ending, and a word for what is not read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.read import read_inputs
from dateline.read.othersuffixes import tells_document
from dateline.read.parts import plan_parts
from dateline.types import Document

STORY = "Chad closes a crossing\n\n3 May 2021\n\nChad closed a crossing with Sudan on Monday, and Sudan protested.\n"


def pipe(path: Path) -> None:
    """Make a named pipe, where the system has them in folders."""
    if hasattr(os, "mkfifo"):
        os.mkfifo(path)


def test_endings_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "saved").write_text(STORY)
    (tmp_path / "page.download").write_text(f"<!doctype html><html><body><p>{STORY}</p></body></html>")
    (tmp_path / "note.TXT").write_text(STORY)
    found = list(read_inputs([str(tmp_path)]))
    assert [Path(one.input_id).name for one in found] == ["note.TXT", "page.download", "saved"]
    assert all(isinstance(one, Document) for one in found)


def test_what_is_not_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "acts.csv").write_text("day,actor\n2021-05-03,Chad\n")
    (tmp_path / "acts.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(60))
    (tmp_path / "acts.json").write_text("[]")
    found = list(read_inputs([str(tmp_path)]))
    assert [(Path(one.input_id).name, one.code) for one in found if not isinstance(one, Document)] == [
        ("acts.csv", "E007"), ("acts.json", "E008"), ("acts.xls", "E008"),
    ]  # fmt: skip
    assert not isinstance(found[2], Document) and ".xlsx" in found[2].fix and "DOCX" not in found[2].fix and "Excel" in found[2].detail


def test_archives_are_to_be_unpacked(tmp_path: Path) -> None:
    for name, data in (("a.zip", b"PK\x03\x04"), ("b.7z", b"7z\xbc\xaf\x27\x1c"), ("c.rar", b"Rar!\x1a\x07\x00"), ("d.gz", b"\x1f\x8b")):
        (tmp_path / name).write_bytes(data + bytes(40))
    found = [one for one in read_inputs([str(tmp_path)]) if not isinstance(one, Document)]
    assert [one.code for one in found] == ["E008"] * 4 and all("unpack" in one.fix for one in found)


def test_what_is_no_document_is_passed_over(tmp_path: Path) -> None:
    for name in ("photo.JPG", "run.py", "style.css", "x.duckdb", ".hidden", "~$note.docx"):
        (tmp_path / name).write_text(STORY)
    (tmp_path / "core").write_bytes(bytes(40))
    assert [one.code for one in read_inputs([str(tmp_path)]) if not isinstance(one, Document)] == ["E009"]


def test_pipes_and_devices_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    pipe(tmp_path / "b.txt")
    pipe(tmp_path / "queue")
    (tmp_path / "deep").mkdir()
    pipe(tmp_path / "deep" / "c.jsonl")
    for named in (str(tmp_path), f"{tmp_path}/*"):
        assert [Path(one.input_id).name for one in read_inputs([named])] == ["a.txt"]
    (part,) = plan_parts([str(tmp_path)]).parts
    assert [Path(path).name for path in part.paths] == ["a.txt"]


def test_links_that_lead_out_are_told_and_not_followed(tmp_path: Path) -> None:
    secret, inbox = tmp_path / "inbox-secret", tmp_path / "inbox"
    for folder in (secret, inbox, inbox / "deep"):
        folder.mkdir()
    (secret / "keys.txt").write_text(STORY)
    (inbox / "a.txt").write_text(STORY)
    (inbox / "deep" / "back.txt").symlink_to("../a.txt")
    (inbox / "deep" / "all").symlink_to("..")
    (inbox / "whole").symlink_to(inbox)
    (inbox / "keys.txt").symlink_to(secret / "keys.txt")
    (inbox / "deep" / "zero.txt").symlink_to("/dev/zero")
    (inbox / "gone.txt").symlink_to("../nothing.txt")
    (inbox / "more").symlink_to(secret)
    (inbox / "photo.png").symlink_to(secret / "keys.txt")
    (tmp_path / "shortcut").symlink_to(inbox)
    for named in (inbox, tmp_path / "shortcut"):
        found = list(read_inputs([str(named)]))
        assert [Path(one.input_id).name for one in found if isinstance(one, Document)] == ["a.txt"]
        assert sorted((one.code, Path(one.input_id).name) for one in found if not isinstance(one, Document)) == [
            ("W107", "gone.txt"), ("W107", "keys.txt"), ("W107", "more"), ("W107", "zero.txt"), ("W135", "back.txt"),
        ]  # fmt: skip
    assert [isinstance(one, Document) for one in read_inputs([str(inbox / "keys.txt")])] == [True]


def test_a_folder_of_nothing_but_links(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "one.txt").symlink_to("../story.txt")
    assert [one.code for one in read_inputs([str(tmp_path / "links")]) if not isinstance(one, Document)] == ["W107", "E009"]


@pytest.mark.parametrize(
    ("head", "suffix", "told"),
    [(b"%PDF-1.4", ".part", True), (b"{\\rtf1", ".tmp2", True), (b"Two words", "", True), (b"Two words", ".zzz", False), (b"\x00\x01", "", False), (b"", "", False)],
)
def test_what_first_bytes_tell(head: bytes, suffix: str, told: bool) -> None:
    assert tells_document(head, suffix) is told
