"""The library codes corpora and reads databases as the commands do."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.analyse.errormodel import type_names
from dateline.analyse.ownrates import few_acts, read_rates
from dateline.askedcodes import asked_codes
from dateline.errors import DatelineError
from dateline.types import Document, Problem

LINES = [
    {"id": "a", "date": "2022-03-04", "text": "Peru expelled the Bolivian consul on Tuesday."},
    {"id": "b", "date": "2022-04-04", "text": "Bolivia and Peru signed a treaty on Monday."},
    {"id": "c", "date": "2022-04-05"},
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dateline.CorpusRun]:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "news.jsonl").write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf-8")
    run = dateline.code_all(folder / "news.jsonl", db=folder / "news.duckdb", coder="lexicon")
    return folder, run


def test_documents_and_problems_come_in_order(corpus: tuple[Path, dateline.CorpusRun]) -> None:
    found = list(dateline.read_all(corpus[0] / "news.jsonl", published=date(2020, 1, 1)))
    assert [type(one) for one in found] == [Document, Document, Problem]
    assert [one.published for one in found if isinstance(one, Document)] == [date(2022, 3, 4), date(2022, 4, 4)]


def test_a_corpus_is_coded_into_a_database(corpus: tuple[Path, dateline.CorpusRun]) -> None:
    folder, run = corpus
    assert (run.documents, run.acts) == (2, 2)
    assert [problem.code for problem in run.problems] == ["E007"]
    rows = dateline.events(folder / "news.duckdb", actor="PER", until="2022-03").to_pylist()
    assert [(row["type"], row["trigger"]["text"]) for row in rows] == [("SANCTION", "expelled")]


@pytest.mark.parametrize(("statuses", "acts"), [("occurred", 2), (["occurred"], 2), ("future, historical", 0)])
def test_statuses_may_stand_in_one_text(corpus: tuple[Path, dateline.CorpusRun], statuses: str | list[str], acts: int) -> None:
    assert dateline.events(corpus[0] / "news.duckdb", statuses=statuses).num_rows == acts


def test_series_are_counted(corpus: tuple[Path, dateline.CorpusRun]) -> None:
    table = dateline.series(corpus[0] / "news.duckdb", undirected=True, period="year")
    assert [(row["actor"], row["recipient"], row["n"]) for row in table.to_pylist()] == [("BOL", "PER", 2)]


@pytest.mark.parametrize("actor", ["PER", "per", "Peru", "Bolivia, Peru"])
def test_a_series_is_asked_for_by_code_or_name(corpus: tuple[Path, dateline.CorpusRun], actor: str) -> None:
    table = dateline.series(corpus[0] / "news.duckdb", actor=actor, recipient="Bolivia", period="year")
    assert [(row["actor"], row["n"]) for row in table.to_pylist()] == [("PER", 2)]


@pytest.mark.parametrize("actor", ["XQZ", "Atlantis", "trade unions"])
def test_a_series_of_nobody_is_refused(corpus: tuple[Path, dateline.CorpusRun], actor: str) -> None:
    with pytest.raises(DatelineError) as caught:
        dateline.series(corpus[0] / "news.duckdb", actor=actor)
    assert caught.value.code == "E205"


def test_own_error_rates_take_the_place_of_ours(corpus: tuple[Path, dateline.CorpusRun], tmp_path: Path) -> None:
    path = tmp_path / "rates.tsv"
    path.write_text("gold\tcoded\tcount\nSANCTION\tSANCTION\t50\nSANCTION\tNONE\t50\nAGREE\tAGREE\t90\n", encoding="utf-8")
    ours, own = (dateline.series(corpus[0] / "news.duckdb", actor="PER", types="SANCTION", rates=rates).to_pylist()[0] for rates in (None, path))
    assert own["n"] == ours["n"] and own["n_expected"] > 1.4 * ours["n_expected"]


def test_a_small_gold_file_does_not_blow_up_what_is_expected(corpus: tuple[Path, dateline.CorpusRun], tmp_path: Path) -> None:
    """Five right acts of one type, false ones of a type that the gold file does not have: the type is not scaled up."""
    path = tmp_path / "rates.tsv"
    path.write_text("gold\tcoded\tcount\nAGREE\tAGREE\t5\nNONE\tSANCTION\t4\n", encoding="utf-8")
    row = dateline.series(corpus[0] / "news.duckdb", actor="PER", types="SANCTION", rates=path).to_pylist()[0]
    assert row["n"] * 0.5 < row["n_expected"] < 2 * row["n"] and row["n_expected"] < row["n_high"] < row["n"] + 10
    assert "ACCUSE 0, AID 0" in few_acts(read_rates(str(path)))
    path.write_text("gold\tcoded\tcount\nAGREE\tAGREE\t20\nNONE\tSANCTION\t4\n" + "".join(f"{name}\tNONE\t30\n" for name in type_names()[4:]), encoding="utf-8")
    told = few_acts(read_rates(str(path)))
    assert told.startswith("few gold acts: ") and "below 20 of a type" in told and told.count(" 0") == 4 - ("AGREE" in type_names()[:4]) and "SANCTION" not in told
    assert few_acts(read_rates(str(path)) + 20) == ""


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"gold,coded,count\n", "E437"),
        (b"gold\tcoded\tcount\nAGREE\tNONE\t4\n", "no act in it was coded right"),
        (b"gold\tcoded\tcount\nAGREE\tPACT\t4\n", "a malformed row"),
        (b"\xff\xfe\x00", "E437"),
    ],
)
def test_what_is_no_table_of_error_rates_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "rates.tsv"
    path.write_bytes(data)
    with pytest.raises(DatelineError, match=told):
        read_rates(str(path))
    with pytest.raises(DatelineError, match=r"E002.*\(Is a directory\)"):
        read_rates(str(tmp_path))


def test_countries_of_one_value_may_be_several() -> None:
    assert asked_codes(["Bolivia, PER", "per"]).codes == ("BOL", "PER")
    assert asked_codes([" , "]).codes == ()


def test_values_that_are_none_are_named(corpus: tuple[Path, dateline.CorpusRun]) -> None:
    for call in (
        lambda: dateline.series(corpus[0] / "news.duckdb", period="decade"),
        lambda: dateline.series(corpus[0] / "news.duckdb", certainty="sure"),
        lambda: dateline.events(corpus[0] / "news.duckdb", statuses=["done"]),
    ):
        with pytest.raises(DatelineError) as caught:
            call()
        assert caught.value.code == "E205"


def test_what_is_no_document_or_path_is_told(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=r"takes a document, not str: dateline\.read\(path\)"):
        dateline.code("a.md")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="the path of a file, not int"):
        dateline.read(5)  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["actor", "recipient", "either"])
def test_events_of_a_party_that_nobody_knows_are_refused(corpus: tuple[Path, dateline.CorpusRun], role: str) -> None:
    with pytest.raises(DatelineError, match="E205"):
        dateline.events(corpus[0] / "news.duckdb", **{role: "Zembla"})
    assert dateline.events(corpus[0] / "news.duckdb", **{role: "Chile"}).num_rows == 0
    assert dateline.events(corpus[0] / "news.duckdb", actor="PER", since="2030").num_rows == 0


def test_all_types_with_few_acts_are_named() -> None:
    told = few_acts(read_rates_of("gold\tcoded\tcount\nAID\tAID\t3\n"))
    assert all(name in told for name in type_names()) and "more" not in told.split(";")[0]


def read_rates_of(text: str) -> Any:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "rates.tsv"
        path.write_text(text, encoding="utf-8")
        return read_rates(str(path))


def _two() -> list[Document]:
    return [dateline.read_text("Peru expelled the Bolivian consul.", id="a"), dateline.read_text("Chad and Mali signed a treaty.", id="b")]


def test_documents_that_are_read_already_are_coded(tmp_path: Path) -> None:
    pd = pytest.importorskip("pandas")
    given: list[Any] = [_two(), tuple(_two()), (one for one in _two()), pd.Series(_two()), map(dateline.read_text, ["Peru expelled the consul.", "Chad signed."])]
    for number, one in enumerate(given):
        assert dateline.code_all(one, db=tmp_path / f"{number}.duckdb", coder="lexicon").documents == 2
    assert dateline.code_all(*_two(), db=tmp_path / "many.duckdb", coder="lexicon").acts == 2
    assert [row["input_id"] for row in dateline.events(tmp_path / "0.duckdb").to_pylist()] == ["a", "b"]


def test_documents_and_paths_stand_beside_one_another(corpus: tuple[Path, dateline.CorpusRun]) -> None:
    news = corpus[0] / "news.jsonl"
    found = list(dateline.read_all(_two()[0], [news, news], iter(_two())))
    assert [one.input_id for one in found] == ["a", "a", "b", f"{news}:3", str(news), "a", "b"]
    assert [one.code for one in found if isinstance(one, Problem)] == ["E007", "W135"]
    assert list(dateline.read_all([])) == []


@pytest.mark.parametrize("given", [3, b"Peru", {"id": "a"}, float("nan"), None])
def test_what_is_no_input_is_refused(given: Any) -> None:
    with pytest.raises(TypeError, match=r"path, a document.*dateline\.read_text"):
        list(dateline.read_all(given))


def test_a_frame_is_refused_as_its_columns_are_no_documents() -> None:
    pd = pytest.importorskip("pandas")
    with pytest.raises(TypeError, match="not DataFrame"):
        list(dateline.read_all(pd.DataFrame({"text": ["Peru signed."]})))


def test_a_model_of_ones_own_is_taken(tmp_path: Path) -> None:
    from dateline.extract.classifier.model import packaged_folder

    document = _two()[0]
    assert dateline.code(document, model=packaged_folder()) == dateline.code(document)
    for call in (lambda: dateline.code(document, model=tmp_path), lambda: dateline.code_all(document, db=tmp_path / "m.duckdb", model=tmp_path)):
        with pytest.raises(DatelineError, match="E302") as caught:
            call()
        assert "model folder" in caught.value.fix


def test_coded_documents_are_equal_where_their_records_are_and_show_what_they_hold() -> None:
    first, second = (dateline.code(one, coder="lexicon") for one in _two())
    assert first == dateline.code(_two()[0], coder="lexicon") and first != second and first != first.coded
    assert len({first, dateline.code(_two()[0], coder="lexicon")}) == 1
    assert repr(first) == "<CodedDocument a: 1 sentence, 1 act, 0 claims, 1 problem>"


@pytest.mark.parametrize("top", [0, -2])
def test_no_parties_at_all_cannot_be_asked_for(corpus: tuple[Path, dateline.CorpusRun], top: int) -> None:
    with pytest.raises(DatelineError, match="E205 top="):
        dateline.series(corpus[0] / "news.duckdb", top=top)
