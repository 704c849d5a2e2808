"""A process that leaves does what is to be done at its end, and is not taken apart."""

from __future__ import annotations

import subprocess
import sys

import pytest

AT_THE_END = """
import atexit, sys, threading, time
from dateline.cli.leaving import leave
class Apart:
    def __del__(self):
        print("taken apart")
held = Apart()
atexit.register(print, "at the end")
threading.Thread(target=lambda: (time.sleep(0.3), print("waited for"))).start()
threading.Thread(target=lambda: (time.sleep(60), print("not waited for")), daemon=True).start()
sys.stdout.write("held back ")
leave({code})
"""


def left(code: str) -> tuple[int, str, str]:
    done = subprocess.run([sys.executable, "-c", AT_THE_END.format(code=code)], capture_output=True, text=True, timeout=30)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(("code", "status", "said"), [("3", 3, ""), ("None", 0, ""), ("True", 1, ""), ("'what is wrong'", 1, "what is wrong\n")])
def test_what_is_held_back_is_written_threads_are_waited_for_and_exits_called(code: str, status: int, said: str) -> None:
    assert left(code) == (status, "held back waited for\nat the end\n", said)


def test_a_profile_is_written() -> None:
    done = subprocess.run([sys.executable, "-m", "cProfile", "-m", "dateline", "--version"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and "function calls" in done.stdout
