"""What a long command says of its progress in a log, and when it is told to stop."""

from __future__ import annotations

import os
import signal
import time

import pytest
import typer

from dateline.cli import corpora, stopping
from dateline.scale.work import PartDone


def _told_to_stop(number: signal.Signals) -> None:
    os.kill(os.getpid(), number)
    time.sleep(5)  # until the signal is handled


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_command_says_what_is_done_and_gives_the_code_of_the_signal(
    number: signal.Signals, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    ignored = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(typer.Exit) as ended, stopping.told(lambda: "2 of 5 parts are done"):
        _told_to_stop(number)
    assert (ended.value.exit_code, capsys.readouterr().err) == (code, "dateline: stopped; 2 of 5 parts are done\n")
    assert signal.getsignal(signal.SIGTERM) == before
    signal.signal(signal.SIGINT, ignored)


def test_a_command_that_ends_by_itself_says_nothing_of_stopping(capsys: pytest.CaptureFixture[str]) -> None:
    with stopping.told(lambda: "never asked for"):
        pass
    assert capsys.readouterr().err == ""


def _done(part: int) -> PartDone:
    return PartDone(part, 1, 100, 0, 0, 0, 0, "", ())


def test_a_log_has_the_plan_and_a_line_a_minute_with_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    now = 0.0
    monkeypatch.setattr(corpora.time, "monotonic", lambda: now)
    seen = corpora._Progress(0.0)
    seen(None, 0, 400)
    for number in range(1, 5):
        now += 40
        seen(_done(number), number, 400)
    assert capsys.readouterr().err.splitlines() == [
        "dateline: 400 parts to do", "dateline: part 2 of 400, 200 sentences, 2/s, about 4 hours left",
        "dateline: part 4 of 400, 400 sentences, 2/s, about 4 hours left",
    ]  # fmt: skip


def test_a_log_of_a_run_of_one_part_has_no_plan(capsys: pytest.CaptureFixture[str]) -> None:
    seen = corpora._Progress(0.0)
    seen(None, 0, 1)
    seen(_done(0), 1, 1)
    assert capsys.readouterr().err == ""
