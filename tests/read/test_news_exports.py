"""Exports of news databases: each article is a document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from tests.read import newsexports as made
from tests.read.newsexports import NEWS, News

from dateline.errors import DatelineError
from dateline.read import raw_text, read, read_inputs
from dateline.read.exportlines import authors_in, day_in
from dateline.read.repeated import with_copies
from dateline.types import Document, Problem

_Maker = Callable[..., bytes | str]
EXPORTS: Final[dict[str, tuple[str, _Maker]]] = {
    "nexis docx": ("nexis.docx", made.nexis_docx),
    "nexis text": ("nexis.txt", lambda news=NEWS: "\n\n".join(made.nexis_lines(news))),
    "nexis rtf": ("nexis.rtf", lambda news=NEWS: "{\\rtf1\\ansi " + "".join(rf"\pard {made._rtf(line)}\par" for line in made.nexis_lines(news)) + "}"),
    "lexis text": ("lexis.TXT", made.lexis_text),
    "factiva rtf": ("factiva.rtf", made.factiva_rtf),
    "factiva text": ("factiva.txt", made.factiva_text),
    "factiva codes": ("codes.txt", made.factiva_codes),
    "factiva tables": ("tables.rtf", made.factiva_code_tables),
    "factiva page": ("factiva.html", made.factiva_html),
    "europresse": ("europresse.HTML", made.europresse_html),
    "proquest": ("ProQuestDocuments.txt", made.proquest_text),
    "ebsco": ("ebsco.txt", made.ebsco_text),
    "newsbank": ("newsbank.txt", made.newsbank_text),
}
each = pytest.mark.parametrize("kind", list(EXPORTS))


def written(folder: Path, kind: str, news: tuple[News, ...] = NEWS, name: str = "") -> list[Document | Problem]:
    usual, maker = EXPORTS[kind]
    path = folder / (name or usual)
    content = maker(news)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(with_copies(read_inputs([str(path)])))


def documents(found: list[Document | Problem]) -> list[Document]:
    return [one for one in found if isinstance(one, Document)]


ENGLISH: Final = [one for one in NEWS if one.language == "English"]


@each
def test_each_article_is_a_document_with_its_own_head(tmp_path: Path, kind: str) -> None:
    found = written(tmp_path, kind)
    read_ = documents(found)
    assert [one.title for one in read_] == [one.title for one in ENGLISH]
    assert [one.published for one in read_] == [one.day for one in ENGLISH]
    assert [(one.publisher or "").split(" (")[0] for one in read_] == [one.paper for one in ENGLISH]
    assert [one.authors for one in read_[:4]] == [("Wanjiru Kamau",), ("Ana Prieto", "Juan Ruiz"), (), ()]
    assert [one.code for one in found if isinstance(one, Problem)] == ["E006"]


@each
def test_the_text_is_the_articles_own(tmp_path: Path, kind: str) -> None:
    for document, news in zip(documents(written(tmp_path, kind)), ENGLISH, strict=True):
        wanted = [news.title, *(part for part in news.text if not part.startswith(("Source: ", "BBC Mon")))]
        assert document.text.split("\n\n") == wanted


@each
def test_ids_stay_in_a_later_export_of_the_same_name(tmp_path: Path, kind: str) -> None:
    first = {one.title: (one.input_id, one.doc_id) for one in documents(written(tmp_path, kind))}
    later = {one.title: (one.input_id, one.doc_id) for one in documents(written(tmp_path, kind, made.again()))}
    assert {title: later[title] for title in first if "Nepal" not in (title or "")} == {title: both for title, both in first.items() if "Nepal" not in (title or "")}
    assert len(later) == len(first) + 1


@each
def test_copies_are_told_and_editions_are_not(tmp_path: Path, kind: str) -> None:
    told = [[problem.code for problem in one.problems if problem.code == "W133"] for one in documents(written(tmp_path, kind))]
    assert told == [[]] * 8 + [["W133"]]


@each
def test_offsets_count_the_article_wherever_it_stands(tmp_path: Path, kind: str) -> None:
    document = documents(written(tmp_path, kind))[1]
    data = (tmp_path / EXPORTS[kind][0]).read_bytes()
    start = document.textmap.to_raw(document.text.index("signed a treaty"))
    assert start is not None and raw_text(data, input_id=document.input_id)[start:].startswith("signed a treaty")
    later = next(one for one in documents(written(tmp_path, kind, made.again())) if one.title == document.title)
    assert later.textmap == document.textmap and later.raw_sha256 == document.raw_sha256


@each
def test_an_export_of_one_article_is_that_article(tmp_path: Path, kind: str) -> None:
    (document,) = documents(written(tmp_path, kind, NEWS[:1]))
    assert (document.title, document.published, document.authors) == (NEWS[0].title, NEWS[0].day, ("Wanjiru Kamau",))
    assert document.input_id.endswith(EXPORTS[kind][0])


def test_python_says_that_an_export_is_several_documents(tmp_path: Path) -> None:
    (tmp_path / "nexis.docx").write_bytes(made.nexis_docx())
    with pytest.raises(DatelineError, match=r"E024.*10 articles"):
        read(tmp_path / "nexis.docx")


@pytest.mark.parametrize(
    "text",
    [
        "# Aid and envoys\n\nLength: 543 words\n\n3 May 2019\n\nKenya expelled two diplomats.\n\nBody\n\nThe body met on Monday.",
        "How archives end\n\nAna Prieto\n\n3 May 2019\n\nArchivists write\n\nEnd of Document\n\nbelow a text. Kenya expelled two diplomats of Somalia.",
        "Kenya expels envoys\n\n543 words\n\n3 May 2019\n\nKenya expelled two diplomats.\n\n© 2019 Nairobi Courier",
        "Kenya expelled two diplomats and cited Document A0000020190503ef5300abc.\n\nDocument KEN000020190503ef5300abc\n\nSomalia condemned it on 3 May 2019.",
        "Notes\n\nFull text: Kenya expelled two diplomats on Monday.\n\nPublication date: May 3, 2019\n\n____________\n\nSomalia condemned it.",
        "May 3, 2019 | Policy Institute\n\nKenya expelled two diplomats on Monday. Somalia condemned it.\n\n© 2019 Policy Institute",
        "TY  - NEWS\nTI  - Kenya expels two diplomats\nPY  - 2019/05/03\nUR  - https://search.proquest.com/docview/22\nER  - \n\nTY  - NEWS\nTI  - Truce\nER  - ",
        "Record: 1\n\nTitle: Envoys\n\nSource: Nairobi Courier, 3 May 2019\n\nKenya expelled two diplomats on Monday.",
    ],
)
def test_an_ordinary_document_stays_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    found = list(read_inputs([str(tmp_path / "paper.txt")]))
    assert [one.input_id for one in found if isinstance(one, Document)] == [str(tmp_path / "paper.txt")]
    assert "two diplomats" in documents(found)[0].text


def test_an_article_whose_head_is_broken_is_kept(tmp_path: Path) -> None:
    lines = "\n\n".join(made.nexis_lines()).replace("Length: 16 words", "Length unknown", 1)
    (tmp_path / "nexis.txt").write_text(lines, encoding="utf-8")
    assert len(documents(list(read_inputs([str(tmp_path / "nexis.txt")])))) == 9


def test_agencies_as_bylines_rights_without_a_sign_and_texts_heard_elsewhere(tmp_path: Path) -> None:
    head = "Belarus detains two Polish journalists\nAFP\n32 words\n3 May 2019\nAgence France Presse -- English\nAFPR\nEnglish\n"
    rights = "All reproduction and presentation rights reserved.\n\nText of report by Belarusian newspaper Zvyazda website on 3 May\n\n"
    (tmp_path / "one.txt").write_text(f"{head}{rights}Belarus detained two Polish journalists.\n\nDocument AFPR000020190503ef530008x\n", encoding="utf-8")
    (found,) = documents(list(read_inputs([str(tmp_path / "one.txt")])))
    assert found.text == "Belarus detains two Polish journalists\n\nBelarus detained two Polish journalists."
    assert found.publisher == "Agence France Presse"


def test_days_and_bylines_as_databases_write_them() -> None:
    days = ["May 3, 2019 Friday", "May 3, 2019 Friday 7:42 AM GMT", "3 May 2019 07:42", "Friday, May 3, 2019", "vendredi 3 mai 2019", "3 May 2019, Late Edition"]
    assert {day_in(one) for one in days} == {date(2019, 5, 3)}
    assert day_in("On May 3, 2019, Kenya expelled two diplomats and Somalia condemned the decision, which nobody had foreseen") is None
    assert authors_in("By OMAR HADDAD in Beirut") == ("Omar Haddad",) and authors_in("Haddad, Omar") == ("Omar Haddad",)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.ris", b"TY  - NEWS\nTI  - Kenya\nER  - \n", "full text"),
        ("a.enw", b"%0 News\n%T Kenya\n", "full text"),
        ("a.nbib", b"TI  - Kenya\n", "full text"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(60), "ProQuest"),
    ],
)
def test_what_is_not_read_says_what_to_export(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    for argument in (tmp_path / name, tmp_path):
        (found,) = read_inputs([str(argument)])
        assert isinstance(found, Problem) and found.code == "E008" and said in (found.fix or "")
