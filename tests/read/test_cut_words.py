"""Words that a line's end cut in two are one word again, and compounds keep their hyphens."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.read.cutwords import is_cut
from dateline.read.pdf.paragraphs import joined
from dateline.read.textmap import Mapped

CUT = (
    "Tur-key Au-gust Febru-ary Wednes-day Coun-cil Con-gress Minis-ter Presi-dent Parlia-ment Syr-ian Iran-ian Pakis-tan Ni-geria Assem-bly Secu-rity"
    " Ger-many coun-cil minis-try gov-ernment Azer-baijan Ukrai-nian"
)
WHOLE = (
    "Franco-german Bosnia-herzegovina Guinea-bissau Vice-president Saudi-led Iran-backed Peace-keeping Co-operation co-operation Russian-speaking re-election"
    " Non-aligned Secretary-general Under-secretary Governor-general Arab-israeli Ukraine-wide Trade-union oil-rich Ex-minister Hard-line self-defence"
)
COMPOUNDS = "Franco-German Al-Ahram Bosnia-Herzegovina Timor-Leste Guinea-Bissau Sino-Soviet Vice-President Saudi-led"


def test_only_words_that_are_known_are_put_together() -> None:
    assert [word for word in CUT.split() if not is_cut(*word.split("-"), ())] == []
    assert [word for word in WHOLE.split() if is_cut(*word.split("-"), ())] == []
    assert is_cut("Samp", "son", {"sampson"}) and not is_cut("Samp", "son", ())


def test_scans_are_read_with_their_words_whole() -> None:
    scans = (
        "On 14 Au-\ngust 1974 Tur-\nkey launched a second attack. The Con-\ngress imposed an arms embargo on Turkey in Febru-\nary 1975.\n",
        "On 14 Au-gust 1974 Tur-key launched a second attack. The Con-gress imposed an arms embargo on Turkey in Febru-ary 1975.\n",
        "  On 14 Au- \n  gust 1974 Tur-\n  key launched a second attack. The Con-\n  gress imposed an arms embargo on Turkey in Febru-\n  ary 1975.\n",
    )
    for scan in scans:
        document = read(scan.encode(), input_id="a.txt")
        whole = "On 14 August 1974 Turkey launched a second attack. The Congress imposed an arms embargo on Turkey in February 1975."
        assert document.text == whole
        assert scan[document.textmap.to_raw(whole.index("launched"))] == "l"
    for word in COMPOUNDS.split():
        head, tail = word.split("-", 1)
        for hyphen in ("-", "-\n"):
            document = read(f"Talks were held in spring. The {head}{hyphen}{tail} talks ended, the Council said on Monday.\n".encode(), input_id="a.txt")
            assert f"The {word} talks" in document.text


def test_notes_stay_where_their_words_were() -> None:
    document = read(b"The Secu-rity Coun-cil met in Tur-key.[^1] It adjourned.\n\n[^1]: Reuters, 14 August 2020.\n", input_id="a.md")
    (marker,) = document.markers
    assert document.text[: marker.offset].endswith("The Security Council met in Turkey.")


class TestCompoundsAtTheEndOfALine:
    @pytest.mark.parametrize("words", ["drone-factory", "power-sharing", "six-party", "gas-transit", "air-policing", "grain-export", "ten-point", "peace-talks"])
    def test_two_words_keep_their_hyphen(self, words: str) -> None:
        head, tail = words.split("-")
        lines = [Mapped.inserted(f"They agreed on a {head}-"), Mapped.inserted(f"{tail} deal.")]
        assert joined(lines, frozenset()).text == f"They agreed on a {words} deal."

    @pytest.mark.parametrize(
        "cut",
        ["coun-tries", "con-sensus", "human-itarian", "pro-posal", "under-mines", "over-threw", "peace-keepers", "crack-down", "port-folios", "mis-sion",
         "war-planes", "air-craft", "law-makers", "para-troopers", "depart-ment", "for-bade", "com-mission", "sub-marine"],
    )  # fmt: skip
    def test_one_word_loses_it(self, cut: str) -> None:
        head, tail = cut.split("-")
        assert joined([Mapped.inserted(f"the {head}-"), Mapped.inserted(tail)], frozenset()).text == f"the {head}{tail}"
