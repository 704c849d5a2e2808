"""Markdown's links by reference cite as links do; numbers that stand alone stay notes."""

from __future__ import annotations

import pytest

from dateline.read import read

NRK = "https://www.nrk.no/urix/norge-utviser-1.16300000"
YLE = "https://yle.fi/a/74-20001234"
HEAD = "# Oslo and Helsinki\n\n3 May 2023\n\n"


def cited(text: str) -> tuple[str, dict[str, str | None]]:
    document = read((HEAD + text).encode(), input_id="a.md")
    return document.text.split("3 May 2023\n\n")[1].partition("\n")[0], {one.note or "": one.url for one in document.sources}


@pytest.mark.parametrize(
    ("use", "line"),
    [
        ("[expelled an envoy][1]", f"[1]: {NRK}"),
        ("[expelled an envoy][nrk]", f'[NRK]: <{NRK}> "Norway expels"'),
        ("[expelled an envoy] [nrk]", f"[nrk]: {NRK}\n    'Norway expels'"),
        ("[expelled an envoy][]", f"[Expelled an  Envoy]: {NRK}"),
        ("[expelled an envoy]", f"[expelled an envoy]: {NRK} (Norway expels)"),
    ],
)
def test_links_by_reference(use: str, line: str) -> None:
    words, sources = cited(f"Norway {use} on Friday. Finland was told.\n\n{line}\n")
    assert words == "Norway expelled an envoy on Friday. Finland was told."
    assert sources == {"link 1": NRK}


def test_two_numbers_and_an_unused_key() -> None:
    text = f"Norway [expelled an envoy][1] on Friday. Finland [recalled its own][2] on Monday.\n\n[1]: {NRK}\n[2]: {YLE}\n[old]: {YLE}/old\n"
    assert cited(text) == ("Norway expelled an envoy on Friday. Finland recalled its own on Monday.", {"link 1": NRK, "link 2": YLE})


def test_numbers_alone_stay_notes() -> None:
    words, sources = cited(f"Norway expelled an envoy.[1] Finland recalled its own.[2][1]\n\n[1]: {NRK}\n[2]: {YLE}\n")
    assert words == "Norway expelled an envoy. Finland recalled its own."
    assert sources == {"1": NRK, "2": YLE}


def test_words_in_brackets_without_a_line_stay() -> None:
    words, sources = cited("Norway [then led by Labour] expelled an envoy [of Russia][sic] on Friday.\n\n[Labour]: the party had won in 2021 and ruled with the Centre.\n")
    assert words == "Norway [then led by Labour] expelled an envoy [of Russia][sic] on Friday."
    assert sources == {}
