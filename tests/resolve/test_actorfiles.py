"""Users' own actors in three formats: round trips, dates, overriding, and mistakes named by line."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.resolve import Resolver
from dateline.resolve.actorfiles import UserActor, read_actors
from dateline.resolve.dictionaries import meaning, read_dictionary

NOWHERE = Path("actors.txt")
DICTIONARY = """# Afghanistan
HAMID_KARZAI_ ; president
+PRESIDENT_KARZAI_
\t[AFGELI <011222]
\t[AFGGOV 20011222-20140929]
\t[AFGELI >20140930]

TUMBLE_GUARD_ [IRQREBKUR]
WORLD_FOOD_PANEL_ [IGOUNO]
+WFPAN
"""
words = st.from_regex(r"[A-Z]{2,9}", fullmatch=True)
names = st.lists(words, min_size=2, max_size=4).map("_".join)
days = st.dates(date(1960, 1, 2), date(2039, 12, 30))
codes = st.sampled_from(["USAGOV", "IRQREBKUR", "IGOUNO", "FRA", "NGO", "AFGELI"])


def write(folder: Path, text: str, name: str = "my") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def mistake(text: str, folder: Path) -> str:
    with pytest.raises(DatelineError) as caught:
        read_actors(write(folder, text))
    assert caught.value.code == "E320"
    return str(caught.value)


@pytest.mark.parametrize(
    ("code", "country", "sectors"),
    [
        ("USAGOV", "USA", ("GOV",)),
        ("USA", "USA", ("GOV",)),
        ("IRQREBKUR", "IRQ", ("REB",)),
        ("IGOUNO", "UNO", ("GOV",)),
        ("IGOUNOWHO", "UNO", ("GOV",)),
        ("IGONAT", "IGO", ("GOV",)),
        ("IGOEUREEC", "EUR", ("GOV",)),
        ("NGOHLHMSF", "NGO", ("MED", "SOC")),
        ("MNC", "MNC", ("BUS",)),
        ("USAMNC", "USA", ("BUS",)),
        ("TURMED", "TUR", ("JRN",)),
        ("GBROPPLEG", "GBR", ("OPP", "LEG")),
        ("LKASEPTAM", "LKA", ("REB",)),
        ("KURREB", None, ("REB",)),
        ("GZS", "PSE", ("GOV",)),
        ("KSVGOV", "KOS", ("GOV",)),
        ("---", None, ("UNK",)),
    ],
)
def test_cameo_codes(code: str, country: str | None, sectors: tuple[str, ...]) -> None:
    found = meaning(code)
    assert found is not None and (found.country, found.sectors) == (country, sectors)


def test_a_code_of_unknown_parts_means_nothing() -> None:
    assert meaning("XQZ") is None


def test_a_dictionary_by_day(tmp_path: Path) -> None:
    resolver = Resolver.load(actors_file=write(tmp_path, DICTIONARY))

    def of(text: str, day: date | None = None) -> tuple[str | None, str | None, tuple[str, ...]]:
        chosen = resolver.actor(text, on=day).chosen
        assert chosen is not None
        return chosen.entity, chosen.country, chosen.sectors

    assert of("Hamid Karzai", date(2001, 12, 21))[2] == ("ELI",)
    assert of("President Karzai", date(2001, 12, 22)) == ("Hamid Karzai", "AFG", ("GOV",))
    assert of("Hamid Karzai", date(2014, 9, 29))[2] == ("GOV",)
    assert of("Hamid Karzai", date(2014, 9, 30))[2] == ("ELI",)
    assert of("the Tumble Guard") == ("Tumble Guard", "IRQ", ("REB",))
    assert of("WFPAN") == ("World Food Panel", "UNO", ("GOV",))
    assert of("France")[1] == "FRA"


def test_the_undated_code_is_for_the_rest_of_the_time(tmp_path: Path) -> None:
    resolver = Resolver.load(actors_file=write(tmp_path, "BLUE_FRONT_\n\t[TCDREB <20100101]\n\t[TCDPTY]\n"))
    sectors = [resolver.actor("Blue Front", on=day).chosen for day in (date(2005, 1, 1), date(2015, 1, 1), None)]
    assert [one and one.sectors for one in sectors] == [("REB",), ("PTY",), ("PTY",)]


@given(st.lists(st.tuples(names, st.lists(names, max_size=2), codes, days, days), min_size=1, max_size=5))
def test_a_written_dictionary_is_read_back(entries: list[tuple[str, list[str], str, date, date]]) -> None:
    text, wanted = "", []
    for name, synonyms, code, one, other in entries:
        low, high = sorted((one, other))
        text += f"{name}_ ; comment [XXX]\n" + "".join(f"+{synonym}_\n" for synonym in synonyms)
        text += f"\t[{code} <{low:%Y%m%d}]\n\t[{code} {low:%Y%m%d}-{high:%Y%m%d}]   # {name}\n\t[{code} >{high:%y%m%d}]\n"
        found = meaning(code)
        assert found is not None
        spans = (("", (low - timedelta(days=1)).isoformat()), (low.isoformat(), high.isoformat()), (_short(high).isoformat(), ""))
        all_names = tuple(dict.fromkeys(" ".join(p.capitalize() for p in n.split("_")) for n in (name, *synonyms)))
        wanted += [(all_names, found.country, found.sectors, *span) for span in spans]
    got = read_dictionary(NOWHERE, text)
    assert [(actor.names, actor.country, actor.sectors, actor.start, actor.stop) for actor in got] == wanted


def _short(day: date) -> date:
    """A day as its two-digit year is read."""
    year = day.year % 100
    return day.replace(year=(2000 if year < 50 else 1900) + year) if (day.month, day.day) != (2, 29) else day


@given(st.text(st.sampled_from("AB_+[]<>-0123456789 \t\n;#~USAGOV"), max_size=80))
def test_any_text_is_read_or_refused_with_lines(text: str) -> None:
    refused: DatelineError | None = None
    actors: tuple[UserActor, ...] = ()
    try:
        actors = read_dictionary(NOWHERE, text)
    except DatelineError as error:
        refused = error
    assert refused is None or (refused.code == "E320" and "line " in str(refused))
    assert all(actor.names and actor.sectors and 1 <= actor.line <= text.count("\n") + 1 for actor in actors)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("BLUE_FRONT_ [TCDREB", "not a list of codes"),
        ("BLUE_FRONT_ [TCDRE]", "[TCDRE] is not a code"),
        ("BLUE_FRONT_ [tcd]", "[tcd] is not a code"),
        ("BLUE_FRONT_ [XQZ]", "no part of the code XQZ is known"),
        ("BLUE_FRONT_ [TCDREB <2010]", "is not a limit"),
        ("BLUE_FRONT_ [TCDREB <20101301]", "20101301 is not a day"),
        ("BLUE_FRONT_ [TCDREB 20100101-20090101]", "ends before it begins"),
        ("BLUE_FRONT_ [~REB]", "dictionary of agents"),
        ("+ [TCDREB]", "a synonym without a name"),
        ("BLUE_FRONT_", "has no code"),
        ("___ [TCDREB]", "is not a name"),
    ],
)
def test_a_malformed_line_is_named(line: str, what: str, tmp_path: Path) -> None:
    message = mistake(f"# head\nGREEN_FRONT_ [TCDREB]\n\n{line}\nRED_FRONT_ [TCDREB]\n", tmp_path)
    assert "line 4: " in message and what in message and message.count("line ") == 1


def test_lines_before_any_name(tmp_path: Path) -> None:
    message = mistake("+FRONT_\n\t[TCDREB]\nGREEN_FRONT_ [TCDREB]\n", tmp_path)
    assert "line 1: a synonym before any name; line 2: a code before any name" in message


@given(
    st.lists(
        st.builds(
            UserActor,
            st.tuples(st.text(st.sampled_from("abcdéXYZ ü"), min_size=1, max_size=9).map(lambda t: "N" + t), st.just("Alias Q")),
            st.sampled_from(["KEN", "UNO", None]),
            st.sampled_from([("REB",), ("PTY", "OPP")]),
            st.sampled_from(["organisation", "person"]),
            st.just("office"),
            st.sampled_from(["", "1999", "2001-02-03"]),
            st.sampled_from(["", "2004", "2005-06-07"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_written_toml_is_read_back(tmp_path_factory: pytest.TempPathFactory, actors: list[UserActor]) -> None:
    lines = []
    for actor in actors:
        fields = {"name": actor.names[0], "aliases": list(actor.names[1:]), "country": actor.country or "", "sectors": list(actor.sectors)}
        fields |= {"kind": actor.kind, "office": actor.office, "from": actor.start, "to": actor.stop}
        lines.append("[[actor]]\n" + "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items()))
    read = read_actors(write(tmp_path_factory.mktemp("toml"), "\n".join(lines)))
    assert [(a.names, a.country, a.sectors, a.kind, a.start, a.stop) for a in read] == [
        (a.names, a.country, a.sectors, a.kind, a.start, a.stop) for a in actors
    ]


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ('name = "A"\nsectr = "REB"\nsectors = ["REB"]', "unknown key 'sectr'"),
        ('sectors = ["REB"]', "it has no name"),
        ('name = "A"', "it has no sector"),
        ('name = "A"\nsectors = ["FOO"]', "'FOO' is not a sector"),
        ('name = "A"\nsectors = ["REB"]\ncountry = "Kenya"', "'Kenya' is not a country code"),
        ('name = "A"\nsectors = ["REB"]\nfrom = "spring"', "'spring' is not a date"),
        ('name = "A"\nsectors = ["REB"]\nfrom = 2020\nto = 2019-05-01', "it ends (2019-05-01) before it begins (2020)"),
        ('name = "A"\nsectors = ["REB"]\nkind = "robot"', "kind is 'robot'"),
        ('name = "A"\nsectors = ["REB"]\naliases = "B"', "aliases is not a list"),
        ('name = "-"\nsectors = ["REB"]', "has no letters"),
    ],
)
def test_a_wrong_toml_entry_is_named_with_its_line(entry: str, what: str, tmp_path: Path) -> None:
    message = mistake(f'[[actor]]\nname = "Good"\nsectors = ["REB"]\n\n[[actor]]\n{entry}\n', tmp_path)
    assert "line 5: actor 2 (" in message and what in message


def test_broken_toml_says_where(tmp_path: Path) -> None:
    assert "line 2" in mistake('[[actor]]\nname = "A\n', tmp_path)


def test_a_table_of_the_project_is_read(tmp_path: Path) -> None:
    head = "name\taliases\tcountry\tsectors\tkind\tfrom\tto\n"
    (one,) = read_actors(write(tmp_path, head + "# a comment\nBlue Front\tBF;The Blues\tTCD\tPTY.OPP\tparty\t1999\t\n"))
    assert (one.names, one.country, one.sectors, one.start) == (("Blue Front", "BF", "The Blues"), "TCD", ("PTY", "OPP"), "1999")
    message = mistake(head + "Blue Front\tBF\tTCD\n\nRed Front\t\tTCD\tXYZ\tparty\t\t\n", tmp_path)
    assert "line 2: 3 columns instead of 7; line 4: 'XYZ' is not a sector" in message


def test_text_in_no_format_is_refused(tmp_path: Path) -> None:
    assert "neither TOML" in mistake("just some words\n", tmp_path)
    with pytest.raises(DatelineError, match="E001"):
        read_actors(tmp_path / "none")


def test_an_entry_replaces_the_packaged_one_and_keeps_its_other_names(tmp_path: Path) -> None:
    text = '[[actor]]\nname = "Hamas"\ncountry = "PSE"\nsectors = ["GOV"]\n\n[[actor]]\nname = "Joe Biden"\nkind = "person"\ncountry = "USA"\nsectors = ["LEG"]\n'
    resolver = Resolver.load(actors_file=write(tmp_path, text))
    for phrase, sectors in (("Hamas", ("GOV",)), ("Islamic Resistance Movement", ("GOV",)), ("Joseph Biden", ("LEG",))):
        chosen = resolver.actor(phrase, on=date(2022, 1, 1)).chosen
        assert chosen is not None and chosen.sectors == sectors, phrase
    assert Resolver.load().actor("Hamas").chosen != resolver.actor("Hamas").chosen
