"""One file by several paths is one document, and it is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.read import ReadOptions
from dateline.read.inputs import Listing, Once, read_inputs
from dateline.read.parts import plan_parts, read_part
from dateline.types import Document, Problem
from dateline.watch import FolderSource, Known

TEXT = "Bolivia and Paraguay reopened the bridge at Infante Rivarola on 7 April 2019. Both governments welcomed it."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def read_all(*args: str) -> tuple[list[str], list[tuple[str, str]]]:
    found = list(read_inputs(args))
    planned = [item for part in plan_parts(args).parts for item in read_part(part, ReadOptions())]
    documents = [one.input_id for one in found if isinstance(one, Document)]
    assert [one.input_id for one in planned if isinstance(one, Document)] == documents
    return documents, [(one.code, one.input_id) for one in found if isinstance(one, Problem)]


@pytest.mark.parametrize("again", ["note.txt", "./note.txt", "{folder}/note.txt", "sub/../note.txt", "n*.txt"])
def test_another_way_to_write_the_path(folder: Path, again: str) -> None:
    (folder / "sub").mkdir()
    named = again.format(folder=folder)
    documents, told = read_all("note.txt", named)
    assert documents == ["note.txt"] and told == [("W135", "note.txt" if "*" in again else named)]


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_link_is_no_other_document(folder: Path, link: object) -> None:
    assert callable(link)
    link(folder / "note.txt", folder / "also.txt")
    assert read_all("also.txt", "note.txt") == (["also.txt"], [("W135", "note.txt")])
    first, second = ("note.txt", "also.txt") if link is os.symlink else ("also.txt", "note.txt")
    assert read_all(str(folder)) == ([f"{folder}/{first}"], [("W135", f"{folder}/{second}")])
    look = list(FolderSource(str(folder), ReadOptions(), settle=False).look(Known()))
    assert [one.input_id for one in look if isinstance(one, Document)] == [f"{folder}/{first}"]


def test_a_corpus_is_read_once(folder: Path) -> None:
    (folder / "c.jsonl").write_text('{"id": "x", "text": "Peru recalled its envoy.", "date": "2020-01-02"}\n', encoding="utf-8")
    assert read_all("c.jsonl", "./c.jsonl") == (["x"], [("W135", "./c.jsonl")])


def test_a_folder_beside_its_file_and_a_folder_by_two_names(folder: Path) -> None:
    assert read_all("note.txt", ".") == (["note.txt"], [("W135", "./note.txt")])
    os.symlink(folder, folder.parent / f"{folder.name}-too")
    assert [len(one) for one in read_all(".", f"../{folder.name}-too")] == [1, 1]


def test_copies_and_namesakes_are_documents_of_their_own(folder: Path) -> None:
    (folder / "copy.txt").write_text(TEXT, encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / "sub" / "note.txt").write_text(TEXT + " More.", encoding="utf-8")
    assert read_all("note.txt", "copy.txt", "sub/note.txt") == (["note.txt", "copy.txt", "sub/note.txt"], [])


def test_what_is_not_there_is_told_each_time(folder: Path) -> None:
    os.symlink(folder / "gone.txt", folder / "dangling.txt")
    documents, told = read_all("dangling.txt", "gone.txt", "note.txt")
    assert documents == ["note.txt"] and {code for code, _ in told} <= {"E001", "E002"} and len(told) == 2


def test_a_pipe_gives_something_else_each_time() -> None:
    read_end, write_end = os.pipe()
    named = f"/dev/fd/{read_end}"
    once = Once()
    assert [once.of(Listing((named,))) for _ in range(2)] == [Listing((named,))] * 2
    os.close(read_end)
    os.close(write_end)
