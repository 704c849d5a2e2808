"""Files are written as a whole or not at all; streams are written as it comes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.store.output import opened, write_bytes, write_text

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the system has no such streams")


def test_what_fails_half_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_text("before", path)
    with pytest.raises(TypeError), opened(path, False) as stream:
        stream.writelines(["half", 1])
    assert path.read_text() == "before" and list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_text("before")
    link.symlink_to(real)
    write_bytes(b"after", link)
    assert link.is_symlink() and real.read_bytes() == b"after"


@POSIX
def test_a_pipe_is_written_not_replaced(tmp_path: Path) -> None:
    pipe, found = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    write_bytes(b"whole", pipe)
    reader.join()
    assert found == [b"whole"] and pipe.is_fifo()


@POSIX
@pytest.mark.parametrize("piped", [True, False])
def test_standard_output_by_its_name_stays_where_it_is(tmp_path: Path, piped: bool) -> None:
    program = "from dateline.store.output import write_text; write_text('whole', '/dev/stdout')"
    with (tmp_path / "out").open("wb") as out:
        done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE if piped else out, check=True)
    assert (done.stdout if piped else (tmp_path / "out").read_bytes()) == b"whole"
    assert Path("/dev/stdout").is_symlink()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="E401"):
        write_bytes(b"x", tmp_path / "none" / "x.html")
