"""Deeds in towns far apart, acts of other bodies of one country, and different deeds done to others are never one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest
from goldcoded import coded_documents

from dateline.merge import MergeItem, to_item
from dateline.merge.bodies import Body, kinds, names_of_body, naming
from dateline.merge.cluster import cluster
from dateline.merge.columns import to_columns
from dateline.merge.spots import Spot, far_apart, spot_of
from dateline.merging import _item, merge_events
from dateline.store import new_run
from dateline.store.duckdb import Database
from dateline.store.merging import MergeTables
from dateline.townnames import division_of
from dateline.types import Coded, Participant, Place

DAY = date(2031, 5, 6)
DAVAO = {"place": "davao", "place_country": "PHL", "spot": spot_of("Davao", "PHL", 1715348, 7.0731, 125.6128)}
ZAMBOANGA = {"place": "zamboanga", "place_country": "PHL", "spot": spot_of("Zamboanga", "PHL", 1679432, 6.9103, 122.0739)}
MINDANAO_TOWN = Spot(7.9, 125.1, "PHL.11")
DAVAO_DIVISION = Spot(7.0731, 125.6128, "PHL.11", whole=True)


def are_one(one: dict[str, object], other: dict[str, object], **both: object) -> bool:
    same: dict[str, object] = {"type": "ASSAULT", "actors": ("PHL",), "recipients": ("PHL",), "first": DAY, "last": DAY, "published": DAY}
    text = {"text": "Gunmen killed two people on Tuesday.", "trigger": "killed", "sentence": 0}
    made = [MergeItem(**({"mention_id": name, "doc_id": f"d{name}"} | same | text | both | more)) for name, more in (("a", one), ("b", other))]  # type: ignore[arg-type]
    return len(set(cluster(to_columns(made))[0].tolist())) == 1


def test_deeds_in_towns_far_apart_are_two() -> None:
    assert DAVAO["spot"] and ZAMBOANGA["spot"]
    assert not are_one(DAVAO, ZAMBOANGA)
    assert are_one(DAVAO, DAVAO)
    assert are_one(DAVAO, {})


def test_a_division_holds_its_towns_and_no_others() -> None:
    town, division, other = {"place": "valencia", "spot": MINDANAO_TOWN}, {"place": "davao region", "spot": DAVAO_DIVISION}, {"place": "x", "spot": Spot(7.9, 122.1, "PHL.09")}
    country = {"place_country": "PHL"}
    assert are_one(town | country, division | country)
    assert not are_one(town | country, DAVAO | country)
    assert not are_one(other | country, division | country)


def test_what_is_said_in_one_town_about_another_is_no_other_saying() -> None:
    said = {"type": "ACCUSE", "text": "Manila accused Beijing of ramming a boat.", "trigger": "accused", "recipients": ("CHN",)}
    assert are_one(DAVAO, ZAMBOANGA, **said)


def test_only_towns_and_divisions_have_a_spot() -> None:
    assert division_of("Texas", "USA", None) == "TX" == division_of("Texas state", "USA", None)
    assert spot_of("Kenya", "KEN", 192950, -1.28, 36.82) is None
    assert spot_of("Sahel", None, None, 15.0, 0.0) is None
    assert spot_of("Davao", "PHL", 1715348, None, None) is None


def test_distances() -> None:
    berlin, leipzig, potsdam = ((np.array([lat], np.float32), np.array([lon], np.float32)) for lat, lon in ((52.52, 13.41), (51.34, 12.37), (52.40, 13.07)))
    unknown = np.array([np.nan], np.float32)
    assert far_apart(berlin, leipzig)[0] and not far_apart(berlin, potsdam)[0] and not far_apart(berlin, (unknown, unknown))[0]


def doers(*bodies: Body, **more: object) -> dict[str, object]:
    return {"doers": bodies, **more}


NURSES, DRIVERS, DOCKERS, STAFF = Body("Nepalese nurses", None, ("MED",)), Body("drivers", None, ("LAB",)), Body("dockers", None, ("LAB",)), Body("workers", None, ("LAB",))
SENATE, CHAMBER, DEPUTIES, COURT = (
    Body("Senate", None, ("LEG",)), Body("the Chamber of Deputies", None, ("LEG",)), Body("lawmakers", None, ("LEG",)), Body("Supreme Court", None, ("JUD",)),
)  # fmt: skip
CABINET, PRESIDENT, STATE, PARTY = (
    Body("the government", None, ("GOV",)), Body("the president", None, ("GOV",)), Body("Nepal", None, ("GOV",)), Body("UML", "Unified Marxist-Leninists", ("PTY", "OPP")),
)  # fmt: skip
POLICE, BISHOPS, STUDENTS, CROWD = Body("police", None, ("COP",)), Body("bishops", None, ("REL",)), Body("students", None, ("EDU",)), Body("protesters", None, ("CVL",))


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (doers(NURSES), doers(DRIVERS), False),
        (doers(DOCKERS), doers(DRIVERS), False),
        (doers(STAFF), doers(DRIVERS), True),
        (doers(Body("Dock Union", "National Dock Union", ("LAB",))), doers(DRIVERS), True),
        (doers(STAFF), doers(BISHOPS), False),
        (doers(CROWD), doers(STUDENTS), True),
        (doers(STUDENTS), doers(Body("university students", None, ("EDU",))), True),
    ],
    ids=["two professions", "two crafts", "workers", "a name and a craft", "workers and bishops", "protesters", "shared words"],
)
def test_who_strikes_inside_a_country(one: dict[str, object], other: dict[str, object], joined: bool) -> None:
    strike = {"type": "PROTEST", "recipients": (), "actors": ("NPL",), "trigger": "strike"}
    assert are_one(one | {"text": "Hundreds went on strike on Tuesday over pay."}, other | {"text": "On Tuesday they began a strike over safety."}, **strike) is joined


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ((SENATE,), (COURT,), False),
        ((SENATE,), (CHAMBER,), False),
        ((SENATE,), (DEPUTIES,), True),
        ((CABINET,), (COURT,), False),
        ((STATE,), (COURT,), True),
        ((CABINET,), (POLICE,), True),
        ((CABINET,), (PARTY,), False),
        ((), (PARTY,), True),
    ],
    ids=["chamber and court", "two chambers", "its members", "government and court", "the country", "its police", "a party", "unknown"],
)
def test_whose_refusal_it_is_inside_a_country(one: tuple[Body, ...], other: tuple[Body, ...], joined: bool) -> None:
    text = {"type": "REJECT", "actors": ("NPL",), "recipients": ("NPL",), "text": "It rejected the citizenship petition on Tuesday.", "trigger": "rejected"}
    again = {"text": "On Tuesday the nurses' plea was rejected."}
    assert are_one({"doers": one}, {"doers": other} | again, **text) is joined
    assert are_one({"doers": one}, {"doers": other} | again, **(text | {"recipients": ("IND",)})), "between states who of a state it is decides nothing"


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ((CABINET, PRESIDENT), (PRESIDENT, CABINET), False),
        ((PARTY, CABINET), (PARTY, CABINET), True),
        ((PARTY, CABINET), (PARTY, BISHOPS), False),
        ((POLICE, STUDENTS), (POLICE, CROWD), True),
    ],
    ids=["each other", "the same", "another recipient", "anybody"],
)
def test_who_does_it_to_whom_inside_a_country(one: tuple[Body, Body], other: tuple[Body, Body], joined: bool) -> None:
    text = {"actors": ("NPL",), "recipients": ("NPL",), "text": "One accused the other of a coup on Tuesday.", "trigger": "accused"}
    first, second = ({"doers": (a,), "targets": (b,)} for a, b in (one, other))
    assert are_one(first, second, **(text | {"type": "ACCUSE"})) is joined
    assert are_one(first, second, **(text | {"type": "AGREE"})), "what two do together has no direction"


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("killed", BISHOPS), ("kidnapped", STUDENTS), False),
        (("lynched", Body("a trader", None, ("BUS",))), ("torched", Body("a police post", None, ("COP",))), False),
        (("killed", BISHOPS), ("kidnapped", Body("a bishop", None, ("REL",))), True),
        (("killed", Body("eleven people", None, ("CVL",))), ("kidnapped", STUDENTS), True),
        (("killed", BISHOPS), ("shelled", STUDENTS), True),
    ],
    ids=["killing and kidnapping", "lynching and arson", "one victim", "people", "a shelling that kills"],
)
def test_different_deeds_done_to_others(one: tuple[str, Body], other: tuple[str, Body], joined: bool) -> None:
    first, second = ({"trigger": verb, "text": f"Gunmen {verb} somebody on Tuesday.", "targets": (whom,)} for verb, whom in (one, other))
    assert are_one(first, second, actors=("MLI",), recipients=("FRA",)) is joined


def test_a_document_does_not_slip_by_a_day_between_its_acts() -> None:
    first, second = {"first": date(2031, 5, 5), "last": date(2031, 5, 5), "sentence": 1}, {"sentence": 2}
    again = {"text": "On Tuesday gunmen attacked a bus and killed five.", "place_country": "PHL"}
    assert not are_one(first, second | again, doc_id="d")
    assert are_one(first, second | again)


def test_bodies() -> None:
    assert names_of_body(Body("Nepal")) == frozenset() and kinds([Body("the mayor")]) == 0
    assert kinds([DEPUTIES]) & kinds([PARTY]) and not kinds([SENATE]) & kinds([COURT])
    assert naming([SENATE]) == 2 and naming([DRIVERS]) == 1 and naming([STAFF]) == 0


def test_the_store_and_the_coder_show_merging_the_same(tmp_path: Path) -> None:
    coded = [_with_bodies(one) for one in coded_documents(_two_towns())]
    with Database(tmp_path / "a.duckdb") as db:
        for one in coded:
            run = new_run("dateline test", datetime(2031, 1, 1, tzinfo=UTC))
            db.write_batch([one], run)
            merge_events(db)
        tables = MergeTables(db)
        views = [view for batch in tables.views([mention.mention_id for one in coded for mention in one.mentions]) for view in batch]
        assert len({view["event_id"] for view in views}) == 2
    stored = to_columns([_item(view) for view in views])
    fresh = to_columns(sorted((to_item(m, one.document.published) for one in coded for m in one.mentions), key=lambda item: item.mention_id))
    for name in ("home", "side", "doer_kinds", "target_kinds", "doer_names", "doer_naming", "target_naming", "lat", "lon", "division", "whole"):
        assert np.array_equal(getattr(stored, name), getattr(fresh, name)), name


def _two_towns() -> list[dict[str, object]]:
    told = {"type": "ASSAULT", "actor": ["PHL"], "recipient": ["PHL"], "quantity": None, "affair": "f", "cluster": "f", "agency": None, "outlet": None}
    told |= {"published": "2031-05-07", "event_date": "2031-05-06", "trigger": "killed"}
    rows = (("f1", "Davao", "Gunmen killed a fisherman in Davao."), ("f2", "Zamboanga", "Gunmen killed a fisherman in Zamboanga."))
    return [told | {"id": name, "document": f"{name}-d", "place": f"{town}/PHL", "sentence": text} for name, town, text in rows]


def _with_bodies(one: Coded) -> Coded:
    numbers = {"Davao": (1715348, 7.0731, 125.6128), "Zamboanga": (1679432, 6.9103, 122.0739)}

    def named(party: Participant) -> Participant:
        return replace(party, sector="UAF", sectors=("UAF",))

    def placed(place: Place) -> Place:
        number, lat, lon = numbers[str(place.name)]
        return replace(place, geonames_id=number, lat=lat, lon=lon)

    mentions = tuple(replace(m, actors=tuple(map(named, m.actors)), place=placed(m.place) if m.place else None) for m in one.mentions)
    return replace(one, mentions=mentions)


BOTH = {"type": "SANCTION", "actors": ("MEX", "PER"), "recipients": (), "text": "Peru and Mexico recall envoys.", "trigger": "recall", "headline": True}
ONE = {"type": "SANCTION", "actors": ("PER",), "recipients": ("MEX",), "text": "Peru recalled its envoy to Mexico on Tuesday.", "trigger": "recalled", "sentence": 1}


@pytest.mark.parametrize(
    ("more", "joined"),
    [
        ({}, False),
        ({"recipients": ("MEX", "PER")}, False),
        ({"recipients": ("CHL",)}, True),
        ({"actors": ("PER",), "recipients": ("MEX",)}, True),
    ],
)
def test_what_two_do_to_each_other_is_not_what_one_of_them_does(more: dict[str, object], joined: bool) -> None:
    one = ONE | ({"recipients": ("CHL",)} if more.get("recipients") == ("CHL",) else {})
    assert are_one(BOTH | more, one, doc_id="same") is joined


def test_blows_in_opposite_directions_are_two() -> None:
    there = {"actors": ("TCD",), "recipients": ("SDN",), "text": "Chad shelled Sudanese posts on Tuesday.", "trigger": "shelled"}
    back = {"actors": ("SDN",), "recipients": ("TCD",), "text": "Sudan shelled Chadian posts the same day.", "trigger": "shelled", "sentence": 1}
    assert not are_one(there, back, doc_id="same")
    assert are_one(there, there | {"sentence": 1}, doc_id="other")
