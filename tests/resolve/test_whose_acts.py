"""Whose the doers and targets of acts are that do not say it, by what their act and the acts beside it tell: short texts through the whole pipeline."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline
from dateline.types import EventMention

#: Text, a trigger's first word, and the countries of actors and recipients (``None``: not asked).
TEXTS: list[tuple[str, str, str | None, str | None]] = [
    # an organ of the state that acts in the clause before
    ("Lima protested twice; Quito rejected the notes, and its foreign ministry in turn accused the patrol boat of filming a Peruvian base.", "accused", "ECU", None),
    ("Brazil protested; Bolivia seized the refineries, and its president accused Petrobras of smuggling.", "accused", "BOL", "MNC"),
    ("Sweden has extradited nobody on a list that Turkey sent, and its courts refused the requests outright.", "refused", "SWE", None),
    # of whom something is asked
    ("The Greek embassy sent a note in which it accused Tirana of harassment and demanded that it free the mayor.", "demanded", "GRC", "ALB"),
    ("Poland accused Belarus of sending migrants across the border and demanded that it close the camps.", "demanded", "POL", "BLR"),
    ("Opposition figures called the offer of Peru's president a trick and demanded that he go at once.", "demanded", "PER", "PER"),
    # who goes on with measures
    ("Tokyo imposed export controls on South Korean chip makers in July. Three weeks later trade officials struck South Korea off a list of trusted buyers.", "struck",
     "JPN", "KOR"),
    ("India raised tariffs on Pakistani cement. Islamabad responded: the commerce ministry banned Indian films.", "banned", "PAK", "IND"),
    # against whom a strike is: whose works they are
    ("Some 3,000 workers at a Boeing plant in Seattle walked off the job on Tuesday.", "walked", "USA", "MNC"),
    ("The strike at Lufthansa entered its third day.", "strike", None, "DEU"),
    ("Striking workers picketed in Turin, where Fiat has its plant.", "Striking", "ITA", ""),
    ("Rail workers at Paris stations went on strike.", "went on strike", "FRA", ""),
    # across a border
    ("The United States wants Turkish banks to close Russian accounts. Karin Olsen, a senior Treasury official, flew to Ankara in March.", "flew", "USA", "TUR"),
    ("China warned that Chinese consumers might boycott Korean cars if Seoul kept the radar.", "warned", "CHN", "KOR"),
    # who pays back, and to whom
    ("Peru declared the Bolivian consul persona non grata on Monday, and Bolivia retaliated in kind two days later.", "retaliated", "BOL", "PER"),
    # who is hit, and who is sent home
    ("Estonia, which was hit by a cyber attack last month, blamed Russia.", "cyber", "RUS", "EST"),
    ("Kuwaiti officers are sent home from the exercise in Egypt, and Omani diplomats were expelled on Friday.", "sent", "", "KWT"),
    # where the violence was of which a text goes on to tell
    ("Turkish air strikes killed nine people in northern Syria. A Kurdish group fired rockets at a Turkish post. Two clerks of a mill died in the raids.", "raids",
     None, "SYR"),
    ("British ministers said officers of Iran's secret service had blown up a mill in the Andalusian village of Branov.", "blown", "IRN",
     "ESP"),
    ("About 20 Burmese guards, some with flags, crossed the river, India's army said. The guards turned back at once, an Indian army spokesman said.", "turned", "MMR",
     None),
    ("British police opened an inquiry into an attack on a Nigerian oil terminal.", "attack", None, "NGA"),
    # coups
    ("Clinton sent envoys to Niger for Mohamed Bazoum, the president toppled by the army in July.", "toppled", "NER", "NER"),
    ("Washington freed aid after French officials had said that the army had toppled Mohamed Bazoum, Niger's president.", "toppled", "NER", "NER"),
    # bodies by their nouns
    ("The Security Council met on Yemen and Saudi Arabia. On 8 July the Council renewed the mandate of the mission.", "renewed", "UNO", None),
    ("The European Commission opened an inquiry into Hungary. Budapest protested. The Commission suspended payments to Hungary.", "suspended", "EUR", "HUN"),
    ("The Constitutional Council of France annulled the law. The Council rejected the appeal.", "rejected", "FRA", None),
    # societies
    ("An editor was detained in Oral, Kazakhstan. The Committee to Protect Journalists demanded his release.", "demanded", "NGO", None),
    ("Sudan's army shelled a clinic. Nurses Without Borders urged Sudan to stop the bombing.", "urged", "NGO", "SDN"),
    ("Ankara is holding up the accession of Sweden to NATO.", "holding", "TUR", "IGO SWE"),
    # sides of a fight at home
    ("Fighting broke out in Khartoum between the army and the RSF, and each side accused the other of treason. The United States urged restraint.", "accused", "SDN", "SDN"),
    ("India and China have faced each other for months. Fighting broke out in Ladakh; each side accused the other of crossing the line.", "accused", "CHN IND", "CHN IND"),
    # others than who speaks to them
    ("Norwegian Prime Minister Jonas Gahr Støre said after talks with Moscow and Kyiv that he had spoken to both leaders.", "spoken", "NOR RUS UKR", None),
    # a thing that is judged
    ("Somali pirates hijacked a Danish ship. Prime Minister Lars Rasmussen called it a crime.", "called", "DNK", "SOM"),
    # persons with their nationality
    ("Cheng Lei, an Australian anchor, was held in Beijing in August. Canberra protested. Cheng was freed in October.", "freed", None, "AUS"),
    ("Tran Van Bau, an American businessman, was arrested in Hanoi. Washington protested. Bau was released in May.", "released", None, "USA"),
    # people told again by a bare noun
    ("A Kenyan priest was abducted by gunmen near Kisangani in January. On Friday the rebels set the man free.", "set", "COD", "KEN"),
    ("A Ghanaian pastor went to Lagos in May. Nigerian police detained the clergyman on Sunday.", "detained", "NGA", "GHA"),
    ("Two French engineers were caught near the Libyan border. Chadian soldiers questioned the pair for a week.", "questioned", "TCD", "FRA"),
    # their captors, of whom only the place tells
    ("Two Belgian nurses were kidnapped in Chad last week. The bandits let them go on Sunday.", "let", "TCD", "BEL"),
    ("Three Chinese miners were taken hostage in the Nigerian state of Ogun. The kidnappers freed the men after two weeks.", "freed", "NGA", "CHN"),
    ("Rebel envoys from Angola talked in Lusaka on Monday. Angolan radio said that the army had retaken the oil town of Soyo.", "retaken", "AGO", "AGO"),
    # who tells somebody to leave, or does not let him in
    ("A Zimbabwean diplomat was ordered to leave Zambia on Monday.", "ordered", "ZMB", "ZWE"),
    ("The North Korean ambassador has been given 48 hours to leave Malaysia.", "given", "MYS", "PRK"),
    ("An Israeli minister was refused entry to Jordan on Sunday.", "refused", "JOR", "ISR"),
    ("Congolese villagers were told to leave Congo by the army of Rwanda.", "told", "RWA", "COD"),
    # in a story with a dateline
    ("KILIS, Turkey - Islamic State militants fired two rockets at this frontier town on Tuesday, killing a shopkeeper.", "killing", "IMG", "TUR"),
    ("MARIUPOL, Ukraine - Russian planes bombed a maternity ward on Wednesday.", "bombed", "RUS", "UKR"),
    ("DILI - Australian soldiers detained ten militiamen and Portuguese doctors treated the wounded.", "treated", "PRT", "TLS"),
    ("ANKARA - Russian jets bombed a convoy in northern Syria on Monday.", "bombed", "RUS", "SYR"),
    ("LONDON - French police arrested two men on Monday.", "arrested", "FRA", "FRA"),
    ("BUJUMBURA, Burundi - The army is rounding up Hutu teachers and clerks.", "rounding", "BDI", "BDI"),
    # giving beside others
    ("Armenia counts its dead after the earthquake. Cuban doctors are on the way, and Bonn has given two field kitchens.", "given", "DEU", "ARM"),
    ("Sri Lanka buried its dead. Indian helicopters dropped food on the east coast, and Norway has pledged ten million dollars.", "pledged", "NOR", "LKA"),
    # no party of it
    ("Libya and Chad quarrelled over a desert. Unlike Ankara, Cairo has offered to mediate.", "offered", "EGY", ""),
    # parties' names
    ("Spain's premier, Pedro Sánchez, won after his Socialist party signed an agreement with Catalan separatists.", "signed", "ESP", None),
]


@lru_cache(maxsize=1)
def coded() -> list[tuple[EventMention, ...]]:
    documents = [plain_document(f"t{at}", text, date(2024, 6, 14).isoformat()) for at, (text, *_) in enumerate(TEXTS)]
    return [one.mentions for one in Pipeline().code(documents)]


@pytest.mark.parametrize("at", range(len(TEXTS)))
def test_whose(at: int) -> None:
    _, trigger, actors, recipients = TEXTS[at]
    act = next(m for m in coded()[at] if m.trigger.text.startswith(trigger))
    for parties, expected in ((act.actors, actors), (act.recipients, recipients)):
        assert expected is None or {p.country for p in parties} == set(expected.split())
