"""Texts as exports and programs leave them are read as they were written, and right texts stay."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable

import pytest

from dateline.cli.problems import lines
from dateline.read import ReadOptions
from dateline.read.corpus import record_document
from dateline.read.repaired import repaired
from dateline.types import Document

_TEXT = (
    'Peru\'s foreign minister said on Monday that "no talks" with Bolivia were planned.\n\n'
    "Bolivia didn't reply, but its army closed two crossings (one near Desaguadero).\n\nChile's envoy Íñigo Peña met both."
)


def _read(text: str) -> Document:
    return record_document({"id": "a", "text": text, "date": "2021-04-05"}, "a", ReadOptions())


def _parted(text: str) -> str:
    for old, new in (("n't", " n't"), ("'s", " 's"), (",", " ,"), (".", " ."), ("(", "-LRB- "), (")", " -RRB-"), ('"no talks"', "`` no talks ''")):
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    "change",
    [
        lambda text: html.escape(text),
        lambda text: html.escape(html.escape(text)),
        lambda text: "".join(f"<p>{part}</p>" for part in text.split("\n\n")),
        lambda text: html.escape("".join(f"<p>{part}</p>" for part in text.split("\n\n"))),
        lambda text: text.replace("\n\n", "<br /><br />"),
        lambda text: text.replace("\n", "\\n"),
        lambda text: text.replace("\n", "\\r\\n").replace('"', '\\"'),
        _parted,
        lambda text: "".join(f"{part} \n" for part in text.split("\n")),
        lambda text: text.replace("Peru", "Pe\u200dru").replace("\n\n", "\u2029\u2029") + "\x00",
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("Bolivia", "[[Bolivia]]").replace("Chile", "[[Chile|'''Chile''']]") + "{{cite news|title=A {{b}}}}",
    ],
)
def test_a_text_is_read_as_it_was_written(change: Callable[[str], str]) -> None:
    given = change(_TEXT)
    made = _read(given)
    assert made.text == _TEXT
    place = made.text.index("crossings")
    raw = made.textmap.to_raw(place) if made.textmap is not None else None
    assert raw is not None and given[raw : raw + 9] == "crossings"


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("GarcÃ\xada and ErdoÄŸan: â€œno dealâ€\x9d, itâ€™s over", "García and Erdoğan: “no deal”, it’s over"),
        ("Peru‚Äôs envoy; ΓÇ£noΓÇ¥", "Peru’s envoy; “no”"),
        ("Peru #39;s envoy said quot;no.quot;", 'Peru\'s envoy said "no."'),
        ("Mali\\u2019s envoy, Cura\\xc3\\xa7ao", "Mali’s envoy, Curaçao"),
        ("North @-@ South talks , he said .", "North-South talks, he said."),
    ],
)
def test_signs_are_as_they_were_written(given: str, written: str) -> None:
    made = repaired(given)
    assert made.text.text == written and made.remarks


@pytest.mark.parametrize(
    "text",
    [
        "They copied C:\\new folder and \\\\server\\new\\files.",
        "AT&T and R&D; cut ties with B&B.",
        'The entity "&nbsp;" is a space.',
        "The <p> tag marks a paragraph and <br> breaks a line.",
        "Le ministre a dit « non ». CAFÉ» est fermé.",
        'Write "\\n" for a new line.',
        "Mail <anna@example.org>; x < y and y > z.",
        "See https://example.org/a?b=1&copy=2&amp=3.",
        "He said ... no . . . way.",
        "Paris : le ministre ... Non !",
        "A [[1]](https://example.org/1) note and {{name}}.",
        "Talks failed.<sup>4</sup>\n\n[^4]: BBC News, 3 May 2021.",
        "The rise of $\\nabla f$.",
    ],
)
def test_right_texts_stay(text: str) -> None:
    made = repaired(text)
    assert (made.text.text, made.remarks) == (text, ())


def test_what_was_repaired_is_told_once_with_its_number() -> None:
    found = [problem for _ in range(3) for problem in _read(html.escape(_TEXT)).problems if problem.code == "W137"]
    told = list(lines(found))
    assert len(told) == 1 and "HTML entities: 15" in told[0]


def test_a_text_without_punctuation_is_told() -> None:
    bare = " ".join(["the minister of peru said that the talks with chile had failed and that the army closed the border"] * 4)
    assert [one.code for one in _read(bare).problems] == ["W138"]
    assert not _read(_TEXT).problems
