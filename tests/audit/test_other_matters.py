"""Another body or target of the same act, notes on another matter, days in addresses, institutions under several names."""

from __future__ import annotations

from pathlib import Path

import pytest
from making_audit import audited, markdown

from dateline.audit import Audit
from dateline.audit.institutions import by_institution
from dateline.cli.auditreport import summary_lines
from dateline.pipeline import Pipeline
from dateline.read.citations import day_of_url

#: Statement, headline, kind of the finding or none.
PAIRS = (
    ("On 4 May 2018 SADC suspended Lesotho's membership.", "African Union Suspends Lesotho", "actor"),
    ("In October 2016 Gambia announced that it would leave the International Criminal Court.", "Gambia to Quit Commonwealth", "actor"),
    ("Qatar left OPEC in January 2019.", "Qatar Leaves Gulf Cooperation Council", "actor"),
    ("France withdrew its troops from Chad in December 2024.", "France Withdraws Troops from Senegal", "actor"),
    ("Burundi's troops crossed into Congo in August 2022.", "Landslide Buries Families in Colombia Valley", "act"),
    ("Israel expelled the ambassador of Brazil.", "Argentina Debt Talks Collapse in New York", "act"),
    ("On 4 May 2018 SADC suspended Lesotho's membership.", "Southern African Bloc Suspends Lesotho", None),
    ("AU leaders suspended Sudan in June 2019.", "African Union's Peace Council Suspends Sudan", None),
    ("Denmark closed its embassies in Baghdad and Kabul in May 2020.", "Denmark Closes Embassy in Kabul", None),
    ("Brussels adopted curbs on Russian steel.", "EU Mulls Fresh Measures against Moscow", None),
    ("The court in The Hague ordered Myanmar to protect the Rohingya.", "World Court Tells Myanmar to Prevent Genocide", None),
    ("The army fired on protesters in Conakry, killing nine.", "Guinea: Nine Shot Dead at Rally", None),
    ("Thirty-five prisoners from each side were flown home to Russia and Ukraine.", "Ukraine and Russia Swap Seventy Prisoners", None),
)


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> list[Audit]:
    folder = tmp_path_factory.mktemp("pairs")
    return [audited(folder, markdown([(said, f'"{title}," Reuters.')]), pipeline, f"{number}.md") for number, (said, title, _) in enumerate(PAIRS)]


@pytest.mark.parametrize("number", range(len(PAIRS)))
def test_pairs(pairs: list[Audit], number: int) -> None:
    wanted = PAIRS[number][2]
    found = [one for one in pairs[number].findings if one.kind.value not in {"undated", "unsourced"}]
    assert [one.kind.value for one in found] == ([wanted] if wanted else []), [one.message for one in found]


def test_notes_that_cite_and_comment(tmp_path: Path, pipeline: Pipeline) -> None:
    text = markdown(
        [
            ("On 4 May 2012 Kenya accused Somalia of shelling.", "Somalia's foreign ministry, statement of 5 May 2012. Uganda offered to mediate."),
            ("Somalia denied the charge on 6 May 2012.", 'Somali Foreign Ministry, 6 May 2012; Reuters, "Somalia Denies Shelling Village".'),
            ("Kenya closed the border on 9 May 2012.", "AFP, 9 May 2012. The ministry declined to comment."),
            ("Kenya opened the border on 7 June 2012.", '"Kenya Opens Border," Agence France-Presse, June 7, 2012, https://www.afp.com/news/2012/07/27/kenya.html'),
            ("Kenya said that it condemned the raid of Somalia in Mandera.", "See the remarks of the chairman."),
            ("The treaty asks Kenya for a notice of a year.", "See the remarks of the chairman."),
        ],
        published="2012-07-30",
    )
    audit = audited(tmp_path, text, pipeline)
    found = [(one.kind.value, one.note) for one in audit.findings]
    assert ("untitled", "3") in found and ("source_date", "4") in found and ("comment_note", "1") not in found
    assert not [one for one in found if one[0] in {"actor", "act", "hedge", "undated", "unsourced"}]
    assert {one.name: one.sources for one in audit.sources.origins} == {"Somalia's foreign ministry": 2, "Agence France-Presse": 2, "Reuters": 1}
    assert audit.sources.authors == () and "1 names who says so" in " ".join(summary_lines(audit))


def test_a_year_against_its_paragraph(tmp_path: Path, pipeline: Pipeline) -> None:
    text = markdown(
        [
            ("The south became independent in July 2011, and in April 2012 its army took Heglig.", '"South Sudan Army Takes Heglig Oil Field," Reuters, April 11, 2012.'),
            ("On 27 September Sudan and South Sudan signed nine accords.", '"Sudan and South Sudan Sign Nine Accords," Xinhua, September 27, 2010.'),
        ],
        published="2013-03-10",
    )
    messages = [one.message for one in audited(tmp_path, text, pipeline).findings if one.kind.value == "date" and one.note == "2"]
    assert len(messages) == 1 and "in a passage on 2012" in messages[0]


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (["AFP", "Agence France-Presse", "Reuters"], {"Agence France-Presse": 2, "Reuters": 1}),
        (["Chinese foreign ministry", "Ministry of Foreign Affairs of China"], {"Ministry of Foreign Affairs of China": 2}),
        (["Commission", "European Commission"], {"European Commission": 2}),
        (["Ministry of Defence of Ukraine", "Ministry of Defence of Russia"], {"Ministry of Defence of Ukraine": 1, "Ministry of Defence of Russia": 1}),
        (["Bank of England", "Bank of Ghana"], {"Bank of England": 1, "Bank of Ghana": 1}),
    ],
)
def test_institutions(names: list[str], wanted: dict[str, int], pipeline: Pipeline) -> None:
    assert dict(by_institution(names, pipeline.resolver)) == wanted


def test_days_in_addresses() -> None:
    assert day_of_url("https://www.theguardian.com/world/2019/sep/07/swap") == "2019-09-07"
    assert day_of_url("https://www.reuters.com/world/envoy-visits-2023-10-02/") == "2023-10-02"
    assert day_of_url("https://www.bbc.com/news/world-17673") is None
