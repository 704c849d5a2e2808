"""How parties and dates are named for a reader."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.report.acts import file_name, phrases, said
from dateline.report.names import dated, known_when, shown, speaker
from dateline.report.names import party as counted_as
from dateline.types import Attribution, Participant, Span, TimeRef


def party(text: str, country: str | None = None, entity: str | None = None, sector: str | None = "GOV", score: float = 0.95, at: int = 0, method: str = "name") -> Participant:
    return Participant(text, Span(at, at + len(text)), entity, country, sector, (), score, method)


@pytest.mark.parametrize(
    ("participant", "name"),
    [
        (party("they", "NPL"), "Nepal"),
        (party("she", "MDA", "Maia Sandu"), "Maia Sandu (Moldova)"),
        (party("her", "MDA", "Maia Sandu", score=0.6, method="likely reference"), "Moldova"),
        (party("Norwegian decision", "NOR"), "Norway"),
        (party("bombardment", "SDN", sector=None), "Sudan"),
        (party("Finnish forces", "FIN", sector="MIL"), "Finnish forces (Finland)"),
        (party("proposal"), "proposal"),
        (party("two", "NPL"), "Nepal"),
        (party("we", "FIN"), "Finland"),
        (party("use", "NPL", sector=None), "Nepal"),
        (party("kingdom's timber", "BTN", sector=None), "Bhutan"),
        (party("kingdom's envoys", "BTN"), "envoys (Bhutan)"),
        (party("women's groups", "BTN", sector="SOC"), "women's groups (Bhutan)"),
        (party("farmers' union", "BTN", sector="LAB"), "farmers' union (Bhutan)"),
        (party("Lumbini", "NPL", sector=None), "Lumbini (Nepal)"),
        (party("It", "IGO"), "an international body"),
        (party("them", sector=None), "not known (“them”)"),
        (party("Doctors", "NGO", "Doctors Without Borders", method="organisation"), "Doctors Without Borders"),
        (party("banned Rai Party", "NPL", "Rai Party", "PTY", method="organisation"), "Rai Party (Nepal)"),
        (party("Holland", "NLD", "Netherlands", method="country"), "Holland"),
        (party("Bhutanese", "BTN", "Bhutan", method="adjective"), "Bhutan"),
    ],
)
def test_whom_a_pronoun_or_a_deed_stands_for(participant: Participant, name: str) -> None:
    assert shown(participant) == name


@pytest.mark.parametrize(
    ("said_by", "name"),
    [
        (Attribution("speaker", "he", country="NPL"), "Nepal"),
        (Attribution("speaker", "they"), "a speaker"),
        (Attribution("speaker", "the envoy", country="NPL", via=Attribution("media", "Reuters")), "the envoy, via Reuters"),
        (Attribution("unnamed", "two", country="FIN"), "Finland"),
    ],
)
def test_speakers_are_no_pronouns(said_by: Attribution, name: str) -> None:
    assert speaker(said_by) == name


def test_each_party_once() -> None:
    sandu = party("Maia Sandu", "MDA", "Maia Sandu")
    assert phrases([sandu, party("she", "MDA", "Maia Sandu", at=30)]) == "Maia Sandu (Moldova)"
    assert phrases([party("it", "NPL"), party("Nepal", "NPL", "Nepal", at=30)]) == "Nepal"
    assert phrases([party("both states", "NPL", "Nepal"), party("both states", "BTN", "Bhutan")]) == "Nepal, Bhutan"
    assert phrases([party("poet", "NPL", sector="CVL"), party("Asha Rai", "NPL", sector="CVL", at=5)]) == "poet Asha Rai (Nepal)"
    assert phrases([party("poets", "NPL", sector="CVL"), party("Asha Rai", "NPL", sector="CVL", at=50)]) == "poets (Nepal), Asha Rai (Nepal)"


def test_the_words_of_the_text_are_kept() -> None:
    assert said([party("it", "NPL"), party("Bhutan", "BTN", "Bhutan")]) == "“it”: Nepal"


def test_a_date_that_the_text_does_not_tell_stands_in_brackets() -> None:
    day, later = date(2031, 4, 2), date(2031, 5, 2)
    assert [known_when(TimeRef(day, day, "day", basis)) for basis in ("explicit", "source", "document")] == [
        "2 April 2031", "[2 April 2031, by its source]", "[by 2 April 2031]",
    ]  # fmt: skip
    assert known_when(TimeRef(day, later, "interval", "document")) == "[between 2 April 2031 and 2 May 2031]" and known_when(None) == "[undated]"


def test_a_date_says_what_it_rests_on() -> None:
    day = date(2031, 4, 2)
    assert [dated(TimeRef(day, day, "day", basis)) for basis in ("explicit", "relative", "source", "document")] == [
        "2 April 2031", "2 April 2031", "2 April 2031 (by source)", "2 April 2031 (by document)",
    ]  # fmt: skip
    assert dated(None) == "undated"


@pytest.mark.parametrize(
    ("input_id", "name"),
    [("/home/ada/reports/march.txt", "march.txt"), ("C:\\reports\\march.pdf", "march.pdf"), ("https://news.example/a/b", "https://news.example/a/b"), ("march.txt", "march.txt")],
)
def test_a_document_without_title_goes_by_its_file_not_by_the_folders_of_a_machine(input_id: str, name: str) -> None:
    assert file_name(input_id) == name


@pytest.mark.parametrize(
    ("participant", "name"),
    [
        (party("Boko Haram", "NGA", "Boko Haram", "REB", method="organisation"), "Boko Haram"),
        (party("the insurgents", "NGA", sector="REB", method="composition"), "armed groups (Nigeria)"),
        (party("Nigerian rebels", "NGA", "Nigeria", "REB", method="adjective"), "armed groups (Nigeria)"),
        (party("Abubakar Shekau", "NGA", "Abubakar Shekau", "REB", method="person"), "armed groups (Nigeria)"),
        (party("vigilantes", "NGA", sector="PRM", method="composition"), "militias (Nigeria)"),
        (party("Nigerian army", "NGA", sector="MIL", method="composition"), "Nigeria"),
        (party("All Progressives Congress", "NGA", "All Progressives Congress", "PTY", method="organisation"), "Nigeria"),
        (party("fighters", "IMG", sector="REB", method="composition"), "fighters"),
    ],
)
def test_armed_groups_are_counted_apart_from_their_state(participant: Participant, name: str) -> None:
    assert counted_as(participant) == name
