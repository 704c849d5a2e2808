"""Datelines as agencies set them."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.datelines import dateline_of


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("QUITO, May 19 (EFE).- Ecuador and Peru signed a pact.", "QUITO", "Ecuador and Peru signed a pact."),
        ("LA PAZ, Aug. 21 (EFE).- Bolivia expelled an envoy.", "LA PAZ", "Bolivia expelled an envoy."),
        ("NAIROBI, May 19 (AFP) - Kenya expelled an envoy.", "NAIROBI", "Kenya expelled an envoy."),
    ],
)
def test_a_dash_behind_a_full_stop_ends_a_dateline(text: str, place: str, rest: str) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found.place.text, text[found.end :]) == (place, rest)


def test_a_full_stop_and_a_dash_elsewhere_end_none() -> None:
    assert dateline_of("The envoy left (on Monday).- He will return.") is None


@pytest.mark.parametrize(
    ("text", "day", "weekday"),
    [
        ("CANBERRA, Thursday - Australia recalled an envoy.", None, "Thursday"),
        ("ROME, Monday. Italy expelled an envoy.", None, "Monday"),
        ("PARIS, March 23. Farmers marched through the city.", "March 23", None),
    ],
)
def test_a_weekday_or_a_full_stop_in_a_dateline(text: str, day: str | None, weekday: str | None) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found.day, found.weekday) == (day, weekday)


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("Washington, DC: The Fund approved a loan.", "The Fund approved a loan.", None),
        ("Washington, D.C. – The Bank froze a grant.", "The Bank froze a grant.", None),
        ("Washington DC, May 9, 2031: The Fund approved a loan.", "The Fund approved a loan.", "May 9, 2031"),
        ("Washington, DC: May 9, 2031 – The Fund approved a loan.", "The Fund approved a loan.", "May 9, 2031"),
    ],
)
def test_the_seat_of_banks_and_funds_in_small_letters_is_a_dateline(text: str, rest: str, day: str | None) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (text[found.end :], found.day) == (rest, day)


def test_the_seat_in_a_sentence_is_none() -> None:
    assert dateline_of("Washington, DC, condemned the raid.") is None
    assert dateline_of("Washington, DC officials condemned the raid: Peru did not.") is None


def test_a_weekday_in_a_sentence_makes_no_dateline() -> None:
    assert dateline_of("LISBON, Wednesday, soldiers left the square.") is None
    assert dateline_of("In Rome, Monday. was a holiday.") is None


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("Accra – Togo closed its border with Benin.", "Accra", "Togo closed its border with Benin."),
        ("Accra—Togo closed its border.", "Accra", "Togo closed its border."),
        ("Port-au-Prince — The Dominican Republic deported 40 Haitians.", "Port-au-Prince", "The Dominican Republic deported 40 Haitians."),
        ("Dar es Salaam – “Burundi must answer,” Rwanda said.", "Dar es Salaam", "“Burundi must answer,” Rwanda said."),
        ("Brussels/Ankara – Greece recalled its envoy.", "Brussels/Ankara", "Greece recalled its envoy."),
        ("Bogotá, Tuesday – Peru expelled an envoy.", "Bogotá", "Peru expelled an envoy."),
        ("Singapore – Malaysia protested against the reclamation.", "Singapore", "Malaysia protested against the reclamation."),
        ("Doha – Oman – a quiet broker – hosted envoys of Iran.", "Doha", "Oman – a quiet broker – hosted envoys of Iran."),
        ("Doha – Oman expelled two envoys of Iran – a rare step.", "Doha", "Oman expelled two envoys of Iran – a rare step."),
        ("Doha – Oman expelled an envoy. Iran – its neighbour – protested.", "Doha", "Oman expelled an envoy. Iran – its neighbour – protested."),
    ],
)
def test_a_town_in_small_letters_before_a_dash(text: str, place: str, rest: str) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found.place.text, text[found.end :]) == (place, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Ankara – Turkey's capital – has recalled its envoy.",
        "Vienna – home of the agency – rejected the plan.",
        "Vienna – Europe's hub of spies and one of its safest cities – rejected the plan.",
        "Lisbon–Dakar cars crossed the border.",
        "London – Paris trains were stopped by France.",
        "Ankara – Damascus talks collapsed.",
        "Tripoli – What happens next",
        "Tripoli – what we know so far",
        "Benin – Togo closed its border.",
        "Hamas – Israel rejected the truce.",
        "Analysis – Iran rejected the truce.",
        "Macron – France will not yield.",
        "In Accra – Togo has a mission there – police arrested a spy.",
    ],
)
def test_a_remark_a_pair_a_title_and_a_country_before_a_dash_are_no_dateline(text: str) -> None:
    assert dateline_of(text) is None


def test_a_town_before_a_dash_is_no_party() -> None:
    text = "Lomé – Benin expelled two diplomats of Niger on Monday.\n\nAccra — Chad and Cameroon signed a treaty on Tuesday."
    coded = dateline.code(dateline.read_text(text, published=date(2021, 6, 4)))
    parties = {one.text for act in coded.mentions for one in (*act.actors, *act.recipients)}
    countries = {one.country for act in coded.mentions for one in (*act.actors, *act.recipients)}
    assert countries == {"BEN", "NER", "TCD", "CMR"}
    assert not parties & {"Lomé", "Accra"}
    assert all(act.place is None for act in coded.mentions)


@pytest.mark.parametrize(
    ("text", "place", "day", "rest"),
    [
        ("ENUGU, 3rd May, 2031 (NAN) - Ghana expelled an envoy.", "ENUGU", "3rd May, 2031", "Ghana"),
        ("ENUGU, 3rd of May 2031 (NAN) Ghana expelled an envoy.", "ENUGU", "3rd of May 2031", "Ghana"),
        ("KAMPALA, Uganda, 3rd May 2031 (Nile Post) – Ghana expelled an envoy.", "KAMPALA, Uganda", "3rd May 2031", "Ghana"),
        ("COLOMBO, May 3, 2031 (ADA/DM)- Ghana expelled an envoy.", "COLOMBO", "May 3, 2031", "Ghana"),
        ("COLOMBO, May 3rd, 2031 (ADA) -Ghana expelled an envoy.", "COLOMBO", "May 3rd, 2031", "Ghana"),
        ("Kumasi, May 3, 2031 (GNA) Ghana expelled an envoy.", "Kumasi", "May 3, 2031", "Ghana"),
        ("Kumasi, May 3, GNA – Ghana expelled an envoy.", "Kumasi", "May 3", "Ghana"),
        ("Shillong, May 3 (UNI) Ghana expelled an envoy.", "Shillong", "May 3", "Ghana"),
        ("Pokhara, May 3 (RSS): Ghana expelled an envoy.", "Pokhara", "May 3", "Ghana"),
        ("Dikwa, Nigeria, May 3 (NAN) Ghana expelled an envoy.", "Dikwa, Nigeria", "May 3", "Ghana"),
        ("Arequipa, 3 May 2031. - Ghana expelled an envoy.", "Arequipa", "3 May 2031", "Ghana"),
        ("Arequipa. May 3, 2031. Ghana expelled an envoy on Friday.", "Arequipa", "May 3, 2031", "Ghana"),
        ("AMMAN (Petra) — 23/05/2031. Ghana expelled an envoy.", "AMMAN", "23/05/2031", "Ghana"),
        ("AMMAN (Petra) — 2031-05-23 — Ghana expelled an envoy.", "AMMAN", "2031-05-23", "Ghana"),
        ("(AFP) PARIS, May 3, 2031 - Ghana expelled an envoy.", "PARIS", "May 3, 2031", "Ghana"),
        ("May 3, 2031 (KHARTOUM) – Ghana expelled an envoy.", "KHARTOUM", "May 3, 2031", "Ghana"),
        ("ADDIS ABABA – 3 May 2031 – Ghana expelled an envoy.", "ADDIS ABABA", "3 May 2031", "Ghana"),
        ("Juba, South Sudan – 3 May 2031 – Ghana expelled an envoy.", "Juba, South Sudan", "3 May 2031", "Ghana"),
    ],
)
def test_datelines_of_agencies_of_africa_and_asia(text: str, place: str, day: str, rest: str) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found.place.text, found.day, text[found.end :][: len(rest)]) == (place, day, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Smith, May 3 (Reuters) Ghana expelled an envoy.",
        "Obama, May 3, 2031 (AP) The president left.",
        "Sarajevo, 28 June 1914. Gavrilo Princip fired twice.",
        "Kumasi, 3 May: Armed men killed two farmers.",
        "President Rawlings – 3 May 2031 – Ghana expelled an envoy.",
        "Ghana – 3 May 2031 – Police shot two men.",
        "Kumasi (3 May): Armed men killed two farmers.",
        "May 3, 2031 (Updated) – Ghana expelled an envoy.",
    ],
)
def test_names_and_days_without_a_town_or_an_agency_are_no_dateline(text: str) -> None:
    assert dateline_of(text) is None


@pytest.mark.parametrize("head", ["ENUGU, 3rd May, 2031 (NAN) - ", "Kumasi, May 3, 2031 (GNA) ", "Arequipa, 3 May 2031. - "])
def test_the_day_of_such_a_dateline_is_the_documents(head: str) -> None:
    document = dateline.read_text(f"Envoys leave\n\n{head}Ghana expelled two envoys of Togo on Thursday, the ministry said.")
    assert document.published == date(2031, 5, 3)
    acts = dateline.code(document).mentions
    assert [(act.date.earliest, [one.text for one in act.actors]) for act in acts if act.date and act.sentence.kind == "body"] == [(date(2031, 5, 1), ["Ghana"])]


def test_a_day_of_the_week_is_not_told_on_from_a_day_in_the_head_of_an_undated_text() -> None:
    head = "Otukpo 3rd May 2031 [Benue Voice]; Ghana expelled two envoys of Togo on Thursday, the ministry said."
    assert all(act.date is None or act.date.latest <= date(2031, 5, 3) for act in dateline.code(dateline.read_text(head)).mentions)
    (act,) = dateline.code(dateline.read_text("On 3 May 2031 a coup began, and on Thursday Ghana expelled two envoys of Togo.")).mentions[-1:]
    assert act.date is not None
    assert act.date.earliest == date(2031, 5, 8)
