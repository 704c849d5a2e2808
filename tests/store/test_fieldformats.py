"""The formats of the field: what is written is read back, for any acts; and a format of another package."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stored import coded, run

from dateline.errors import DatelineError
from dateline.ontology.cameo import cameo_for
from dateline.ontology.fieldcodes import Party, bodies, cameo_parts, country_named, icews_party, party_of_cameo, party_of_icews, sectors
from dateline.ontology.plover import plover, quad, score
from dateline.store.actfilter import ActFilter
from dateline.store.acts import Act, iter_acts
from dateline.store.duckdb import Database
from dateline.store.exporters import exporter, exporters
from dateline.store.fieldformats import class_of, day_of, strongest, write_gdelt, write_icews, write_phoenix, write_polecat
from dateline.store.importing import import_file
from dateline.store.importing.formats import GDELT_2, ICEWS, PHOENIX, POLECAT

COUNTRIES = ["USA", "RUS", "KOR", "PRK", "ROU", "TLS", "KOS", "PSE", "COD", "CIV", "MKD", "GBR", "CZE", "SRB", "VAT", "HKG", "SDN", "SSD"]
#: Sectors that CAMEO and ICEWS have a code and a name for.
KEPT = [code for code, row in sectors().items() if row.icews and len(row.cameo) == 1 and party_of_cameo(row.cameo).sector == code]
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12).map(lambda text: " ".join(text.split()))


@st.composite
def parties(draw: st.DrawFn) -> Party:
    country = draw(st.sampled_from([*COUNTRIES, *bodies()]))
    listed = tuple(draw(st.lists(st.sampled_from(KEPT), max_size=2, unique=True))) if country not in bodies() else ()
    return Party(country, listed[0] if listed else None, listed)


@st.composite
def acts(draw: st.DrawFn) -> Act:
    kind = draw(st.sampled_from(plover().types))
    modes = tuple(draw(st.lists(st.sampled_from([mode.name for mode in kind.modes]), max_size=2, unique=True))) if kind.modes else ()
    contexts = tuple(draw(st.lists(st.sampled_from([term.name for term in plover().contexts]), max_size=2, unique=True)))
    actor, recipient = draw(parties()), draw(parties())
    day = draw(st.dates(date(1979, 1, 1), date(2035, 12, 31)))
    return Act(
        "own", f"m{draw(st.integers(0, 10**6))}", "e", None, day, day, day + timedelta(draw(st.integers(0, 3))),
        draw(NAMES) or None, actor.country, actor.sector, actor.sectors, draw(NAMES) or None, recipient.country, recipient.sector, recipient.sectors,
        False, kind.name, modes, contexts, quad(kind.name), score(kind.name, modes), None, None, draw(NAMES) or None,
        draw(st.sampled_from([None, *COUNTRIES])), draw(st.sampled_from([None, -33.25, 0.0, 51.5])), draw(st.sampled_from([None, 151.0, -0.125])),
        "occurred", False, "certain", None, None, 0.5, draw(st.integers(0, 40)), 1, None, draw(NAMES) or None, "https://example.org/a?b=c", "en", None,
    )  # fmt: skip


WRITERS = {"polecat": write_polecat, "icews": write_icews, "phoenix": write_phoenix, "gdelt2": write_gdelt}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return Database(tmp_path_factory.mktemp("formats") / "a.duckdb")


@pytest.mark.parametrize("name", WRITERS)
@given(listed=st.lists(acts(), min_size=1, max_size=12, unique_by=lambda act: act.act_id))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_what_is_written_is_read_back(database: Database, tmp_path_factory: pytest.TempPathFactory, name: str, listed: list[Act]) -> None:
    stream = io.StringIO()
    assert WRITERS[name](iter(listed), stream) == len(listed)
    path = database.path.with_name(f"{name}.txt")
    path.write_text(stream.getvalue(), "utf-8")
    with database:
        result = import_file(database, path, "r1", dataset=name)
        found = database.read(f"SELECT * FROM imported WHERE dataset = '{name}' ORDER BY line").to_pylist()
    assert (result.format, result.n_malformed, len(found)) == (name, 0, len(listed)), result.malformed
    for act, row in zip(listed, found, strict=True):
        assert (row["source_id"], row["date"], row["type"], row["quad"]) == (act.act_id, act.date_earliest, act.type, act.quad)
        assert (row["actor_country"], row["recipient_country"]) == (act.actor_country, act.recipient_country)
        assert (row["actor_sector"], tuple(row["actor_sectors"])) == (act.actor_sector, act.actor_sectors)
        assert (row["recipient_sector"], tuple(row["recipient_sectors"])) == (act.recipient_sector, act.recipient_sectors)
        assert (row["place_lat"], row["place_lon"]) == (act.place_lat, act.place_lon)
        if name == "polecat":
            assert row["modes"] == ([strongest(act.type, act.modes)] if act.modes else []) and tuple(row["contexts"]) == act.contexts
            assert (row["actor_name"], row["published"], row["place_country"], row["score"]) == (act.actor_name, act.published, act.place_country, act.score)
        else:
            assert row["cameo"] == cameo_for(act.type, act.modes, act.contexts)
            assert row["place_country"] == act.place_country


@settings(deadline=None)
@given(parties())
def test_codes_of_parties_are_read_back(party: Party) -> None:
    assert party_of_cameo(cameo_parts(party)) == party
    assert party_of_icews(*icews_party(party)) == party


@pytest.mark.parametrize(
    ("name", "code"),
    [("Côte d'Ivoire", "CIV"), ("Viet Nam", "VNM"), ("The Gambia", "GMB"), ("russian federation", "RUS"), ("USA", "USA"), ("Atlantis", None)],
)
def test_names_of_countries(name: str, code: str | None) -> None:
    assert country_named(name) == code


def test_europe_is_no_union() -> None:
    assert party_of_cameo(("EUR",)).country is None and party_of_cameo(("EUR", "EEC", "IGO")).country == "EUR"


def test_columns_are_those_of_the_formats() -> None:
    assert (len(POLECAT), len(ICEWS), len(PHOENIX), len(GDELT_2)) == (40, 20, 26, 61)
    for columns in (POLECAT, ICEWS, PHOENIX, GDELT_2):
        assert len(set(columns)) == len(columns)
    assert GDELT_2.index("EventCode") == 26 and GDELT_2.index("ActionGeo_Lat") == 56 and GDELT_2[-1] == "SOURCEURL"


def test_classes_follow_the_cue_categories() -> None:
    assert [class_of(code) for code in ("010", "057", "06", "0874", "090", "139", "140", "204")] == [1, 1, 2, 2, 3, 3, 4, 4]


def stored_acts(tmp_path: Path) -> list[Act]:
    with Database(tmp_path / "a.duckdb") as db:
        db.write(coded(), run())
        return list(iter_acts(db, ActFilter(statuses=())))


def test_one_day_stands_for_a_span(tmp_path: Path) -> None:
    fired, visits = stored_acts(tmp_path)
    assert (fired.type, day_of(fired)) == ("ASSAULT", date(2023, 5, 4))
    # 2 June to 31 December 2023, reported on 1 June
    assert (visits.published, day_of(visits)) == (date(2023, 6, 1), date(2023, 6, 2))


def test_negated_acts_are_not_exported_and_icews_leaves_out_what_has_no_recipient(tmp_path: Path) -> None:
    listed = stored_acts(tmp_path)
    assert {act.act_id for act in listed} == {"d1-m1", "d1-m3"}
    stream = io.StringIO()
    assert write_icews(listed, stream) == 2
    rows = list(csv.DictReader(io.StringIO(stream.getvalue()), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [(row["Source Country"], row["CAMEO Code"], row["Target Country"]) for row in rows] == [("Bulgaria", "193", "Austria"), ("Austria", "042", "Germany")]
    assert rows[0]["Source Sectors"] == "Military,Government" and rows[0]["Intensity"] == "-10.0" and rows[0]["Sentence Number"] == "2"


_MODULE = '''
from dateline.store.exporters import Exporter

def write(acts, stream):
    count = 0
    for act in acts:
        stream.write(f"{act.actor_country}>{act.recipient_country}:{act.type}\\n")
        count += 1
    return count

EXPORTER = Exporter("arrows", "arrows of a package for tests", from_acts=write)
'''


@pytest.fixture
def arrows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A distribution with an export format, installed as pip would lay it out, and one that is broken."""
    (tmp_path / "arrow_exporter.py").write_text(_MODULE)
    info = tmp_path / "arrow_exporter-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: arrow-exporter\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[dateline.exporters]\narrows = arrow_exporter:EXPORTER\nbroken = not_there:EXPORTER\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "arrow_exporter", raising=False)
    return "arrows"


@pytest.mark.filterwarnings("ignore:the exporter broken")
def test_a_format_of_another_package_is_found_and_used(arrows: str, tmp_path: Path) -> None:
    chosen = exporter(arrows)
    stream = io.StringIO()
    assert chosen.from_acts is not None and chosen.from_acts(stored_acts(tmp_path), stream) == 2
    assert stream.getvalue() == "BGR>AUT:ASSAULT\nAUT>DEU:CONSULT\n" and "broken" not in exporters()


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(DatelineError, match=r"E433 nobody.*polecat"):
        exporter("nobody")
