"""The act's own place, told apart from a dateline, an actor's home and a topic: sentences through the whole pipeline."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from dateline.datelines import dateline_of
from dateline.pipeline import CodeOptions, Pipeline
from dateline.types import Block, BlockKind, Document, EventMention, Span


@lru_cache(maxsize=2)
def pipeline(coder: str) -> Pipeline:
    return Pipeline(CodeOptions(coder=coder))


def coded(text: str, kind: BlockKind = BlockKind.PARAGRAPH, coder: str = "lexicon") -> tuple[EventMention, ...]:
    document = Document("d", "d", text, "", blocks=(Block(kind, Span(0, len(text))),), published=date(2024, 11, 20))
    return pipeline(coder).code([document])[0].mentions


#: Sentence, trigger, and name of the act's place (``None``: not said).
SENTENCES = [
    # where the act is
    ("Police arrested a man from Tunis in Marseille.", "arrested", "Marseille"),
    ("Soldiers from Chad shelled a village in Darfur.", "shelled", "Darfur"),
    ("The Kyiv-born general attacked rebels near Goma.", "attacked", "Goma"),
    ("Students at Cairo University protested on Tahrir Square in Cairo.", "protested", "Cairo"),
    ("Kenya and Uganda signed a treaty in Kampala.", "signed", "Kampala"),
    ("Germany sent troops to Lithuania.", "sent", "Lithuania"),
    ("China held military drills in the Taiwan Strait.", "drills", "Taiwan Strait"),
    ("Thousands of people marched through Managua on Sunday.", "marched", "Managua"),
    ("A bomb exploded in a market in Peshawar, killing 20 people.", "killing", "Peshawar"),
    ("Israeli jets struck a warehouse outside Tyre, wounding nine people.", "wounding", "Tyre"),
    ("A militia abducted 30 girls in Chibok.", "abducted", "Chibok"),
    ("Ukraine attacked a depot in Russia's Kursk region.", "attacked", "Kursk"),
    ("Rebels killed a priest in Kano state.", "killed", "Kano"),
    # the target is the place
    ("Rebels seized the town of Bria on Monday.", "seized", "Bria"),
    ("Ukrainian forces retook Kherson.", "retook", "Kherson"),
    ("Israeli aircraft struck the southern suburbs of Beirut.", "struck", "Beirut"),
    ("Two missiles struck the port of Odesa.", "struck", "Odesa"),
    # a country as target is a party
    ("Iran attacked Israel.", "attacked", None),
    # datelines
    ("BEIRUT, Lebanon (AP) — Israel bombed a weapons depot near Homs on Tuesday.", "bombed", "Homs"),
    ("KABUL, Afghanistan — Gunmen attacked a school in Kandahar.", "attacked", "Kandahār"),
    ("BEIRUT (Reuters) - Turkey condemned the arrest of a journalist in Cairo.", "condemned", None),
    ("MOSCOW, Nov 20 (TASS) - Russia expelled two Polish diplomats.", "expelled", None),
    ("MOSCOW, November 20. /TASS/. Russia expelled two Polish diplomats.", "expelled", None),
    ("NAIROBI, Kenya (AP) — Militants killed 12 soldiers.", "killed", None),
    ("CAIRO: Egypt arrested three fishermen.", "arrested", None),
    ("Beirut, Lebanon – Israeli jets bombed a bridge in Tyre.", "bombed", "Tyre"),
    ("UNITED NATIONS, Nov 20 (Reuters) - The Security Council condemned Iran.", "condemned", None),
    # an actor's home
    ("Officials in Washington accused Iran of piracy.", "accused", None),
    ("The mayor of Lyon criticised the prime minister.", "criticised", None),
    ("The governor of Kaduna urged bandits to surrender.", "urged", None),
    ("The Moscow-based company sued Latvia.", "sued", None),
    ("The United States imposed sanctions on a bank in Damascus.", "sanctions", None),
    ("The government in Bamako expelled the French ambassador.", "expelled", None),
    # those on the spot act where they are
    ("Protesters in Tbilisi demanded new elections.", "demanded", "Tbilisi"),
    ("Workers in Dhaka staged a strike.", "strike", "Dhaka"),
    # a topic
    ("Sweden and Norway discussed the war in Sudan at talks in Geneva.", "discussed", "Geneva"),
    ("The French foreign minister met his Chinese counterpart in Beijing to discuss Taiwan.", "met", "Beijing"),
    ("President Joe Biden condemned the coup in Niger.", "condemned", None),
    ("Brazil rejected a plan to build a base in Guyana.", "rejected", None),
    ("Turkey condemned the arrest of a journalist in Cairo.", "arrest", "Cairo"),
    # a person is no place
    ("Kenya's envoy spoke to Hassan by phone.", "spoke", None),
    ("Ghana's envoy met rebels at Kano on Monday.", "met", "Kano"),
    # a day is no place
    ("The Turkish ambassador was summoned on Monday.", "summoned", None),
]


@pytest.mark.parametrize(("text", "trigger", "name"), SENTENCES)
def test_the_place_of_an_act(text: str, trigger: str, name: str | None) -> None:
    (act,) = [mention for mention in coded(text) if trigger in mention.trigger.text]
    assert (act.place.name if act.place else None) == name
    if act.place is not None:
        assert text[act.place.span.start : act.place.span.end] == act.place.text
        assert act.place.candidates[0].name == act.place.name


def test_the_trained_coder_finds_nearly_all_of_them() -> None:
    right = 0
    for text, trigger, name in SENTENCES:
        acts = [mention for mention in coded(text, coder="trained") if trigger in mention.trigger.text]
        right += bool(acts) and (acts[0].place.name if acts[0].place else None) == name
    assert right >= 0.9 * len(SENTENCES)


def test_a_headline_label_is_the_place() -> None:
    (act,) = [mention for mention in coded("Bangkok: troops fire on marchers", BlockKind.TITLE) if mention.type == "ASSAULT"]
    assert act.place is not None and act.place.name == "Bangkok"


def test_a_dateline_names_no_party_and_tells_where_bare_nouns_belong() -> None:
    (act,) = coded("NAIROBI, Kenya (AP) — Police killed 12 protesters.")
    assert [(party.text, party.country, party.method) for party in act.actors] == [("Police", "KEN", "dateline")]
    assert act.sentence.text == "Police killed 12 protesters."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SEOUL, Nov. 20 (Yonhap) -- North Korea fired a missile.", "SEOUL"),
        ("KYIV. Nov 20 (Interfax-Ukraine) – The army retreated.", "KYIV"),
        ("BUENOS AIRES, Argentina (AP) — Workers marched.", "BUENOS AIRES, Argentina"),
        ("PORT-AU-PRINCE — Gangs attacked a prison.", "PORT-AU-PRINCE"),
        ("Geneva (ICRC) – The committee urged restraint.", "Geneva"),
        ("LIMA (Reuters) - Dec 6, 2023 - Peru closed a pass.", "LIMA"),
        ("Dakar, 6 December 2023 – Senegal closed a pass.", "Dakar"),
        ("GENEVA (6 December 2023) – Experts urged restraint.", "GENEVA"),
        ("QUITO, Ecuador, May 3, 2021 /Andes/ Ecuador closed a pass.", "QUITO, Ecuador"),
        ("Moscow — Kremlin aides said nothing.", "Moscow"),
    ],
)
def test_datelines(text: str, place: str) -> None:
    found = dateline_of(text)
    assert found is not None and found.place.text == place
    assert text[found.end].isupper() and text[found.end - 1] == " "


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance founded in 1949 — condemned Russia.",
        "Israel, Egypt and Jordan – all neighbours – condemned Iran.",
        "The US-led coalition struck Raqqa.",
        "Moscow — the Kremlin aside — said nothing.",
        "",
    ],
)
def test_no_datelines(text: str) -> None:
    assert dateline_of(text) is None
