"""CAMEO codes whose leading zero another program has dropped: 36 for 036, and 14 for 014, which is another act."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.ontology.cameo import is_listed
from dateline.store.duckdb import Database
from dateline.store.importing import ImportResult, import_file
from dateline.store.importing.formats import GDELT_2, ICEWS, PHOENIX
from dateline.store.importing.keys import SEPARATOR, bare_cameo_act, cameo_act

CLINE = "eid,story_date,source_root,target_root,code,root_code"


def lines(columns: tuple[str, ...], *given: dict[str, str]) -> str:
    return "".join("\t".join(one.get(name, "") for name in columns) + "\n" for one in given)


def icews(*acts: tuple[str, str]) -> str:
    shared = {"Event Date": "2018-03-04", "Source Country": "Chile", "Target Country": "Peru"}
    return "\t".join(ICEWS) + "\n" + lines(ICEWS, *({**shared, "CAMEO Code": code, "Event Text": text} for code, text in acts))


def gdelt(*acts: tuple[str, str]) -> str:
    shared = {"SQLDATE": "20180304", "Actor1CountryCode": "CHL", "Actor2CountryCode": "PER"}
    return lines(GDELT_2, *({**shared, "EventCode": code, "EventRootCode": root} for code, root in acts))


def loaded(tmp_path: Path, text: str, name: str = "x.tab") -> tuple[ImportResult, list[tuple[str, str | None]]]:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with Database(tmp_path / "a.duckdb") as db:
        result = import_file(db, path, "r1")
        rows = db.read(f"SELECT cameo, type FROM imported WHERE input_id = '{name}' ORDER BY line").to_pylist()
    return result, [(str(row["cameo"]), row["type"]) for row in rows]


def test_a_code_that_exists_only_with_its_zero_shows_it_for_the_whole_file(tmp_path: Path) -> None:
    result, found = loaded(tmp_path, icews(("14", ""), ("42", ""), ("112", ""), ("841", ""), ("190", "")))
    assert found == [("014", None), ("042", "CONSULT"), ("112", "ACCUSE"), ("0841", "RETREAT"), ("190", "ASSAULT")]
    assert (result.bare, result.n_malformed, result.rows, result.untyped) == (True, 0, 5, 1)


@pytest.mark.parametrize("code", ["19", "19.0", "'019", '="019"'])
def test_the_words_of_icews_settle_a_code_alone(tmp_path: Path, code: str) -> None:
    _, found = loaded(tmp_path, icews((code, "Express accord")))
    assert found == [("019", None)]


def test_numbers_with_decimals_are_codes(tmp_path: Path) -> None:
    _, found = loaded(tmp_path, icews(("57.0", "Sign formal agreement"), ("173.0", "Arrest, detain")))
    assert found == [("057", "SUPPORT"), ("173", "COERCE")]


def test_the_root_settles_codes_of_gdelt_phoenix_and_the_cline_center(tmp_path: Path) -> None:
    assert loaded(tmp_path, gdelt(("17", "1"), ("17", "17"), ("20", "2"), ("51", "5"), ("193", "19")))[1] == [
        ("017", None), ("17", "COERCE"), ("020", None), ("051", "SUPPORT"), ("193", "ASSAULT")]  # fmt: skip
    phoenix = lines(PHOENIX, *({"EventID": "1", "Date": "20150102", "EventCode": code, "EventRootCode": root} for code, root in (("13", "1"), ("131", "13"))))
    assert loaded(tmp_path, phoenix, "p.txt")[1] == [("013", None), ("131", "THREATEN")]
    cline = f"{CLINE}\n1,3/4/1975,PRT,AGO,18,1\n2,3/4/1975,PRT,AGO,46,4\n"
    assert loaded(tmp_path, cline, "c.csv")[1] == [("018", None), ("046", "CONSULT")]


def test_files_with_their_zeros_are_as_they_were(tmp_path: Path) -> None:
    result, found = loaded(tmp_path, icews(("010", "Make statement"), ("19", "Use conventional military force"), ("043", "Host a visit"), ("1951", "")))
    assert found == [("010", None), ("19", "ASSAULT"), ("043", "CONSULT"), ("1951", "ASSAULT")] and not result.bare


def test_cue_categories_alone_are_read_as_such(tmp_path: Path) -> None:
    assert loaded(tmp_path, icews(("13", ""), ("19", ""), ("190", "")))[1] == [("13", "THREATEN"), ("19", "ASSAULT"), ("190", "ASSAULT")]
    assert loaded(tmp_path, icews(("3", ""), ("13", ""), ("19", "")), "b.tab")[1] == [("03", "AGREE"), ("13", "THREATEN"), ("19", "ASSAULT")]


def test_a_file_of_both_kinds_refuses_what_may_be_either(tmp_path: Path) -> None:
    result, found = loaded(tmp_path, icews(("042", ""), ("42", ""), ("14", ""), ("15", "Acknowledge or claim responsibility")))
    assert found == [("042", "CONSULT"), ("042", "CONSULT"), ("015", None)]
    assert [(one.line, one.why) for one in result.malformed] == [(4, "'14' may be CAMEO 14 or 014, as other codes of the file have lost their leading zero")]


def test_what_is_no_code_with_a_zero_either_stays_refused(tmp_path: Path) -> None:
    result, found = loaded(tmp_path, icews(("999", ""), ("14", ""), ("x", ""), ("", ""), ("9999", "")))
    assert found == [("14", "PROTEST")] and not result.bare
    assert [one.why for one in result.malformed] == [f"{code!r} is no CAMEO code" for code in ("999", "x", "", "9999")]


def test_single_keys() -> None:
    assert cameo_act(f"111{SEPARATOR}11").cameo == "111" and cameo_act("111").cameo == "111" and bare_cameo_act("111").cameo == "111"
    assert bare_cameo_act("12").cameo == "012" and cameo_act("12").cameo == "12"
    assert is_listed("0256") and is_listed("018") and is_listed("03") and not is_listed("0999") and not is_listed("0290")
