"""Acts beside another clause: whose "it" is, who suffers what a relative clause tells, second predicates, what "so" stands for."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline
from dateline.types import EventMention

Told = tuple[str, str, str, bool]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def countries(one: EventMention) -> str:
    """The countries of an act's sides: "KEN > UGA,RWA", "-" for none."""
    sides = (sorted({p.country or "?" for p in side}) for side in (one.actors, one.recipients))
    return " > ".join(",".join(side) or "-" for side in sides)


def acts(pipeline: Pipeline, text: str) -> list[EventMention]:
    (coded,) = pipeline.code([plain_document("d", text, "2024-06-01")])
    return list(coded.mentions)


def told(pipeline: Pipeline, text: str) -> dict[str, tuple[str, str, bool]]:
    """Type, sides and negation of each act, by its trigger."""
    return {one.trigger.text: (one.type, countries(one), one.negated) for one in acts(pipeline, text)}


@pytest.mark.parametrize(
    ("text", "trigger", "sides"),
    [
        ("Vietnam bought coffee which Uganda had turned away, and it promised to buy more.", "promised", "VNM"),
        ("Jordan received Iraqi patients whom Iran had turned back, and it promised to treat more of them.", "promised", "JOR"),
        ("In 2003 Norway freed a Russian trawler that Iceland had accused of poaching, and it apologised to Moscow.", "apologised", "NOR"),
        ("Chad, which Sudan had accused of arming rebels, denied it, and it expelled the envoy of Sudan.", "expelled", "TCD"),
        ("Uganda turned away the coffee, and it promised to explain why.", "promised", "UGA"),
    ],
)
def test_it_goes_on_with_the_main_subject(pipeline: Pipeline, text: str, trigger: str, sides: str) -> None:
    assert told(pipeline, text)[trigger][1].partition(" > ")[0] == sides


@pytest.mark.parametrize(
    ("text", "trigger", "sides"),
    [
        ("Mali expelled the Danish troops, followed a month later by the arrest of a Danish colonel.", "arrest", "- > DNK"),
        ("Abu Sayyaf, which has been battling the Philippine government, threatened to behead Malaysian hostages.", "threatened", "PHL > MYS"),
        ("Turkey, which backs Azerbaijan, called on Armenia and Russia to withdraw.", "called on", "TUR > ARM,RUS"),
        ("Moscow fell out with Kyiv in May. Yet several airlines, among them the German carrier Lufthansa, were pressed by Moscow to drop Ukrainian routes.",
         "pressed", "RUS > ?,DEU"),
        ("Foreign diplomats, among them the Danish ambassador, were expelled by Myanmar in May.", "expelled", "MMR > ?,DNK"),
    ],
)  # fmt: skip
def test_sides_of_another_clause_stay_out(pipeline: Pipeline, text: str, trigger: str, sides: str) -> None:
    assert told(pipeline, text)[trigger][1] == sides


@pytest.mark.parametrize(
    ("text", "trigger", "act"),
    [
        ("Morocco neither recalled its ambassador to Spain nor resorted to force.", "resorted to force", ("ASSAULT", "MAR > ESP", True)),
        ("Peru reserved the right to use force against smugglers.", "use force", None),
        ("Ghana used its air force to carry food to Togo.", "used its air force", None),
        ("Benin regretted that it had never been consulted by Niger.", "consulted", ("CONSULT", "NER > BEN", True)),
        ("Seoul complained that Washington had not consulted it on the strike.", "consulted", ("CONSULT", "USA > KOR", True)),
        ("King Letsie rebuked the prime minister for not consulting him over the pact.", "consulting", ("CONSULT", "LSO > LSO", True)),
        ("The minister ruled without consulting his doctors.", "consulting", None),
        ("Oslo reaffirmed that the fog covers the islands of Estonia.", "reaffirmed", None),
    ],
)
def test_second_predicates(pipeline: Pipeline, text: str, trigger: str, act: tuple[str, str, bool] | None) -> None:
    assert told(pipeline, text).get(trigger) == act


@pytest.mark.parametrize(
    ("text", "trigger", "act"),
    [
        ("Ankara threatened to expel the Dutch ambassador but has not done so.", "done so", ("SANCTION", "TUR > NLD", True)),
        ("Kenya said that it could recognise Kosovo, but stopped short of doing so.", "doing so", ("SUPPORT", "KEN > KOS", True)),
        ("Burundi vowed to withdraw its soldiers from Somalia and did so in 2024.", "did so", ("RETREAT", "BDI > SOM", False)),
        ("Doha urged Hamas to release the Thai hostages, and it did so.", "did so", ("RETREAT", "PSE > THA", False)),
        ("Chile had said in May that it might buy Bolivian gas, but it has not done so.", "done so", ("COOPERATE", "CHL > BOL", True)),
        ("Poland expelled the Belarusian envoy and did so without notice.", "did so", None),
        ("Cuba wants to join the court and will do so.", "do so", None),
        ("The Dutch ministers wanted to travel to Suriname, but the law did not allow them to do so.", "do so", None),
    ],
)
def test_what_so_stands_for(pipeline: Pipeline, text: str, trigger: str, act: tuple[str, str, bool] | None) -> None:
    assert told(pipeline, text).get(trigger) == act


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The blockade of Armenia led Georgia to close its border.", {"blockade": "- > ARM"}),
        ("Pressure on Lithuania convinced Brussels to sue China.", {"sue": "EUR > CHN"}),
        ("The threat of the rebels persuaded Niger to close its border.", {"threat": "NER > NER"}),
        ("The attack by Rwanda led Congo to recall its envoy.", {"attack": "RWA > -"}),
        ("President Museveni persuaded Kenya to release the prisoners.", {"persuaded": "UGA > KEN"}),
        ("France came to Chad's rescue in 1983.", {"came to": "FRA > TCD"}),
    ],
)
def test_acts_as_subjects_and_help_that_comes(pipeline: Pipeline, text: str, sides: dict[str, str]) -> None:
    found = told(pipeline, text)
    assert {trigger: found[trigger][1] for trigger in sides} == sides
