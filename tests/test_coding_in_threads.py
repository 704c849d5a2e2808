"""Several threads code as one does: they take turns."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

import dateline
from dateline.api import _pipeline
from dateline.evaluation.gold import plain_document
from dateline.extract.parse import load_parser
from dateline.pipeline import CodeOptions, Pipeline
from dateline.process import CODING
from dateline.types import Document

_STATES = ("Chile", "Norway", "Ghana", "Vietnam", "Jordan", "Latvia", "Uganda", "Nepal", "Oman", "Cuba", "Fiji", "Malta")
_DEEDS = (
    "accused {} of shelling the harbour, killing {} fishermen, officials in the capital said",
    "and {} signed a treaty on river water after {} rounds of talks, a spokesman for the ministry told reporters",
    "expelled {} envoys, and the prime minister of the island denounced the {} arrests",
    "sent troops to the border with {}, where {} protesters had been wounded by police",
)


def _documents() -> list[Document]:
    """Short reports of which each has words that no other has: what is kept of words grows with every one."""
    found = []
    for number in range(48):
        state, other = _STATES[number % 12], _STATES[(number * 5 + 1) % 12]
        deed = _DEEDS[number % 4].format(other, 3 + number)
        own = " ".join(f"{stem}{'aeiou'[number % 5]}{chr(97 + number % 26)}{chr(97 + number // 3)}" for stem in ("Mar", "Tol", "Ber", "Kas", "Ven"))
        found.append(plain_document(f"d{number}", f"{state} {deed}. Minister {own} condemned {other} on Tuesday.", "2023-06-14"))
    return found


def _records(document: Document) -> list[dict[str, object]]:
    return dateline.code(document).to_records()


@pytest.fixture
def fresh() -> Iterator[None]:
    """Models that have seen nothing yet, and threads that are switched as often as can be."""
    before = sys.getswitchinterval()
    _forget()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)
    _forget()


def _forget() -> None:
    load_parser.cache_clear()
    _pipeline.cache_clear()


def test_threads_give_what_one_gives_and_leave_the_process_as_it_was(fresh: None) -> None:
    documents = _documents()
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(_records, documents))
    afterwards = [_records(one) for one in documents]
    _forget()
    alone = [_records(one) for one in documents]
    assert sum(map(len, alone)) > len(documents)
    assert [a == b for a, b in zip(together, alone, strict=True)] == [True] * len(documents)
    assert afterwards == alone


def test_pipelines_of_their_own_share_the_parser(fresh: None) -> None:
    documents = _documents()[:24]
    pipelines = [Pipeline(CodeOptions(coder="lexicon")) for _ in range(3)]
    with ThreadPoolExecutor(3) as threads:
        together = list(threads.map(lambda one: one.code(documents), pipelines))
    load_parser.cache_clear()
    assert together == [Pipeline(CodeOptions(coder="lexicon")).code(documents)] * 3


def test_threads_that_begin_together_load_the_models_once(fresh: None) -> None:
    document = _documents()[0]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: dateline.code(document, coder="lexicon"), range(4)))
    assert _pipeline.cache_info().misses == 1


def test_whoever_codes_waits_for_the_one_that_codes() -> None:
    document, done = _documents()[0], threading.Event()
    dateline.code(document, coder="lexicon")
    other = threading.Thread(target=lambda: (dateline.code(document, coder="lexicon"), done.set()))
    with CODING:
        other.start()
        assert dateline.code(document, coder="lexicon").mentions  # the same thread may go on
        assert not done.wait(0.3)
    other.join(timeout=60)
    assert done.is_set()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked on this system")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_process_forked_while_another_thread_codes_codes_on() -> None:
    document, stop = _documents()[1], threading.Event()
    expected = dateline.code(document, coder="lexicon").to_records()

    def go_on() -> None:
        while not stop.is_set():
            dateline.code(document, coder="lexicon")

    other = threading.Thread(target=go_on)
    other.start()
    try:
        child = os.fork()
        if not child:
            same = dateline.code(document, coder="lexicon").to_records() == expected
            os._exit(0 if same else 3)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    finally:
        stop.set()
        other.join()
