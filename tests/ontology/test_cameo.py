"""The CAMEO mapping, both ways."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dateline.errors import DatelineError
from dateline.ontology.cameo import cameo, cameo_for, parse_cameo, plover_for
from dateline.ontology.plover import plover

TEXT = (files("dateline.ontology") / "data" / "cameo.tsv").read_text("utf-8")


@pytest.mark.parametrize(
    ("code", "kind", "modes", "contexts"),
    [
        ("0311", "AGREE", (), ("economic",)),
        ("042", "CONSULT", ("visit",), ()),
        ("0842", "RETREAT", (), ("legal",)),
        ("085", "RETREAT", (), ("economic",)),
        ("1722", "COERCE", ("restrict",), ("pro_autocracy",)),
        ("186", "ASSAULT", ("targeted",), ()),
        ("202", "ASSAULT", ("targeted",), ("religion_ethnicity",)),
        ("203", "ASSAULT", (), ("religion_ethnicity",)),
        ("175", "ASSAULT", (), ("military", "pro_autocracy")),
        ("0233", None, (), ()),
        ("01", None, (), ()),
        ("1951", "ASSAULT", ("aerial",), ("military",)),
        ("14", "PROTEST", (), ()),
        ("0811", "CONCEDE", (), ("pro_democracy",)),
        ("1712", "ASSAULT", ("destroy",), ("human_security",)),
    ],
)
def test_from_cameo(code: str, kind: str | None, modes: tuple[str, ...], contexts: tuple[str, ...]) -> None:
    found = plover_for(code)
    assert (found and found.type, found.modes if found else (), found.contexts if found else ()) == (
        kind,
        modes,
        contexts,
    )


def test_only_the_host_of_a_visit_is_reversed() -> None:
    assert [row.code for row in cameo() if row.reversed] == ["043"]


@pytest.mark.parametrize("code", ["", "1", "42", "21", "00", "19514", "O4", "99", "04\uff12"])
def test_what_is_no_cameo_code(code: str) -> None:
    with pytest.raises(DatelineError) as caught:
        plover_for(code)
    assert caught.value.code == "E412"


@pytest.mark.parametrize(
    ("kind", "modes", "contexts", "expected"),
    [
        ("CONSULT", ["visit"], [], "042"),
        ("CONSULT", [], ["diplomatic"], "040"),
        ("REQUEST", ["assist"], [], "100"),
        ("AGREE", [], ["economic"], "030"),
        ("AID", [], ["military", "diplomatic"], "072"),
        ("AID", [], ["military"], "072"),
        ("PROTEST", ["strike"], [], "143"),
        ("ASSAULT", ["drone"], ["military"], "195"),
        ("ASSAULT", ["primitive"], [], "180"),
        ("COERCE", ["arrest"], [], "173"),
        ("RETREAT", ["resign"], [], "084"),
    ],
)
def test_to_cameo(kind: str, modes: list[str], contexts: list[str], expected: str) -> None:
    assert cameo_for(kind, modes, contexts) == expected


def test_the_way_back_keeps_the_type_and_never_adds_a_mode() -> None:
    for kind in plover().types:
        for mode in (None, *kind.modes):
            for context in (None, *plover().contexts):
                modes = [mode.name] if mode else []
                code = cameo_for(kind.name, modes, [context.name] if context else [])
                found = plover_for(code)
                assert found is not None and found.type == kind.name, (kind.name, modes, context, code)
                # CAMEO's general code for ACCUSE, 110, is published with the mode disapprove
                assert set(found.modes) <= set(modes) or set(modes) & set(found.also) or code == "110", (code, modes)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0311\tAGREE", "0311\tAGREED"),
        ("042\tCONSULT\tvisit", "042\tCONSULT\triot"),
        ("0311\tAGREE\t\teconomic", "0311\tAGREE\t\tmoney"),
        ("0312\tAGREE", "0311\tAGREE"),
        ("0311\t", "311\t"),
        ("0311\tAGREE\t", "0311\tAGREE"),
        ("code\ttype", "code\tkind"),
    ],
)
def test_a_damaged_table_is_a_coded_error(old: str, new: str) -> None:
    assert old in TEXT
    with pytest.raises(DatelineError) as caught:
        parse_cameo(TEXT.replace(old, new, 1), plover())
    assert caught.value.code == "E311"
