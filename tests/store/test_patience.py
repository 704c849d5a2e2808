"""Queries that end when their time is spent or the user breaks them off, however late they hear of it."""

from __future__ import annotations

import signal
from threading import Event, Timer, main_thread

import pytest

from dateline.store.patience import Patience


class Deaf:
    """Work that ends when it was told to for the third time."""

    def __init__(self) -> None:
        self.told = 0
        self.ended = Event()

    def end(self) -> None:
        self.told += 1
        if self.told == 3:
            self.ended.set()

    def work(self) -> str:
        assert self.ended.wait(20), "nobody ended it"
        raise RuntimeError("Query interrupted")


def test_what_the_work_gives_is_given_and_what_it_raises_is_raised() -> None:
    patience = Patience(lambda: None, None)
    assert patience.wait_for(lambda: "seven") == "seven"
    with pytest.raises(ZeroDivisionError):
        patience.wait_for(lambda: 1 / 0)
    assert not patience.spent


def test_work_is_told_until_it_has_ended() -> None:
    deaf = Deaf()
    patience = Patience(deaf.end, 0.05)
    with pytest.raises(RuntimeError, match="interrupted"):
        patience.wait_for(deaf.work)
    assert patience.spent and deaf.told == 3


def test_the_time_is_that_of_all_pieces() -> None:
    patience = Patience(lambda: None, 0.2)
    wait = Event().wait
    assert [patience.wait_for(lambda: wait(0.07)) for _ in range(2)] == [False, False] and not patience.spent
    patience.wait_for(lambda: wait(0.2))
    assert patience.spent


def test_a_user_who_breaks_work_off_is_answered_when_it_has_ended() -> None:
    deaf = Deaf()
    ignored = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
    Timer(0.1, signal.pthread_kill, (main_thread().ident, signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        Patience(deaf.end, None).wait_for(deaf.work)
    signal.signal(signal.SIGINT, ignored)
    assert deaf.told == 3
