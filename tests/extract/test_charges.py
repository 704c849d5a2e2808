"""Deeds that a charge or a verdict tells of: whose word they are, when they were not done, and of what somebody is cleared."""

from __future__ import annotations

from datetime import date

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.charges import Outcome, charge_over, dates_of_deed, is_cleared_deed
from dateline.extract.dates import Context, find_dates
from dateline.extract.judgement import judge

DAY = date(2021, 3, 10)


def deed(text: str, word: str, *, headline: bool = False) -> Act:
    sentence = parse(text, headline=headline)
    head = at(sentence, word)
    return Act(sentence, (head, head), head, "ASSAULT", (), "", (), (), (), 0.9)


@pytest.mark.parametrize(
    ("text", "word", "accuser"),
    [
        ("Bolivian prosecutors charged the mayor of Oruro with murder.", "murder", "prosecutors"),
        ("The former Surinamese president is on trial for killing opponents.", "killing", None),
        ("Police in Chile arrested two men suspected of killing a lawyer.", "killing", None),
        ("A Nepali colonel wanted over the torture of prisoners was held in Kathmandu.", "torture", None),
        ("Relatives sued a mining firm over the killing of protesters.", "killing", "Relatives"),
        ("The ICC issued an arrest warrant for a Libyan commander over the execution of prisoners.", "execution", "ICC"),
        ("The general was indicted on charges of torture and abduction.", "abduction", None),
        ("Belgium extradited a banker to Rwanda over the killing of villagers.", "killing", "Belgium"),
        ("A judge in Madrid ordered the trial of four soldiers for the killing of a cameraman.", "killing", "judge"),
        ("The defendant pleaded not guilty to killing a policeman.", "killing", None),
    ],
)
def test_who_charges_somebody_is_the_source_of_the_deed(text: str, word: str, accuser: str | None) -> None:
    act = deed(text, word)
    found = charge_over(act.sentence, act.head)
    assert found is not None and found.outcome is Outcome.CHARGED
    assert (None if found.accuser is None else act.sentence.tokens[found.accuser].text) == accuser
    said = judge(act).attribution
    assert said is not None and (said.phrase is None) is (accuser is None)


@pytest.mark.parametrize(
    ("text", "word", "court"),
    [
        ("A Finnish court sentenced a Liberian commander to 20 years for the murder of a priest.", "murder", "court"),
        ("A Danish court convicted a Syrian officer of torture.", "torture", "court"),
        ("The tribunal found that Eritrean troops had shelled the camp.", "shelled", "tribunal"),
        ("The court ruled that Chad was responsible for the killing of the envoy.", "killing", "court"),
        ("A court in Minsk handed a ten-year sentence to an activist for organising riots.", "riots", "court"),
        ("The appeals chamber upheld his conviction for murdering 30 civilians.", "murdering", "chamber"),
        ("Peru's former president, jailed for ordering killings, was freed on Monday.", "killings", None),
        ("The minister was convicted of crimes against humanity, including murder and torture.", "torture", None),
        ("Two soldiers were found guilty of raping a woman in Juba.", "raping", None),
    ],
)
def test_the_court_is_the_source_of_what_it_convicts_of(text: str, word: str, court: str | None) -> None:
    act = deed(text, word)
    found = charge_over(act.sentence, act.head)
    assert found is not None and found.outcome is Outcome.CONVICTED
    assert (None if found.accuser is None else act.sentence.tokens[found.accuser].text) == court


def test_headlines_convict_too() -> None:
    act = deed("Honduran ex-president jailed for murder of activist", "murder", headline=True)
    found = charge_over(act.sentence, act.head)
    assert found is not None and found.outcome is Outcome.CONVICTED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A court in Togo acquitted the former interior minister of torture.", "torture"),
        ("A Sri Lankan judge cleared General Perera of ordering a massacre.", "massacre"),
        ("A Honduran judge dismissed charges that a colonel tortured prisoners.", "tortured"),
        ("A Bulgarian appeals court overturned her conviction for the murder of a journalist.", "murder"),
        ("Two Turks were cleared on Tuesday of the kidnapping of a teacher.", "kidnapping"),
        ("Two soldiers were found not guilty of raping a woman in Juba.", "raping"),
        ("Prosecutors dropped charges of murder against the former premier.", "murder"),
        ("Macedonian police accused of the torture of a German citizen were acquitted.", "torture"),
        ("The acquittal of two officers of the torture of a student angered Cairo.", "torture"),
    ],
)
def test_of_what_somebody_is_cleared_nobody_says_that_he_did_it(text: str, word: str) -> None:
    assert is_cleared_deed(deed(text, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Police arrested three men over the bombing of a mosque.", "bombing"),
        ("Ghana accused Togo of shelling a border post.", "shelling"),
        ("Kenya said that Somali troops had shelled Mandera.", "shelled"),
        ("Togo's premier said that Ghana was guilty of the murder of an envoy.", "murder"),
        ("The council asked an Irish officer to find out who was behind the attack.", "attack"),
        ("Police charged four Chileans with shouting during the torture by guards.", "torture"),
        ("A court in Abuja sentenced eight men to execution by hanging.", "execution"),
        ("The court ruled that the army must stop the shelling.", "shelling"),
        ("The judge sentenced the leader of the attack to life in prison.", "attack"),
        ("Gunmen killed a judge who had jailed a rebel.", "killed"),
        ("The tribunal convicted the rebel who shelled the camp.", "shelled"),
        ("A court tried to stop the deportation of migrants.", "deportation"),
    ],
)
def test_other_deeds_are_told_by_no_charge(text: str, word: str) -> None:
    act = deed(text, word)
    assert charge_over(act.sentence, act.head) is None


def test_a_part_in_a_deed_leaves_the_deed_itself_beyond_doubt() -> None:
    act = deed("A jury found a Rwandan woman guilty of lying about her role in the massacre.", "massacre")
    found = charge_over(act.sentence, act.head)
    assert found is not None and found.known and judge(act).attribution is None


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("A Danish court convicted a Syrian officer of torture on 30 May 2016.", "torture", None),
        ("On 3 March a Danish court convicted a Syrian officer of the killing of a nun.", "killing", None),
        ("A court in Goma convicted two Congolese of the killing of a priest on Tuesday.", "killing", None),
        ("Prosecutors charged him on Tuesday with the killing of a nun on Saturday.", "killing", None),
        ("A court in Goma jailed ten men on Tuesday for attacking a village on 2 January.", "attacking", "2021-01-02"),
        ("The Hague tribunal convicted the general of shelling Zadar in 1991.", "shelling", "1991-01-01"),
        ("Chad charged three officers with shooting a protester on Sunday.", "shooting", "2021-03-07"),
    ],
)
def test_the_day_of_a_verdict_is_none_of_the_deed(text: str, word: str, day: str | None) -> None:
    act = deed(text, word)
    charge = charge_over(act.sentence, act.head)
    assert charge is not None
    found = dates_of_deed(act, charge, find_dates(text, Context(DAY)), DAY)
    assert [one.earliest.isoformat() for one in found] == ([] if day is None else [day])
