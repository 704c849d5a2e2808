"""What an audit finds in small documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from making_audit import audited, kinds, markdown

from dateline.audit.findings import OWN_SOURCE, FindingKind, Standing, is_own_source
from dateline.audit.page import render_page
from dateline.audit.run import audit_documents
from dateline.audit.sourcing import count_sources, impossible_date
from dateline.audit.words import act_words
from dateline.cli.auditreport import summary_lines
from dateline.pipeline import Pipeline
from dateline.read import read
from dateline.types import Document, Source


@pytest.mark.parametrize(
    ("sentence", "note", "kind"),
    [
        ("Colombia accused Venezuela of sheltering rebels.", "“Venezuela accuses Colombia of harbouring rebels,” Reuters, May 3, 2024.", "actor"),
        ("Colombia shot down a Venezuelan drone, Bogota said.", "“Venezuela Shoots Down Colombian Drone,” Reuters, May 3, 2024.", "actor"),
        ("Ghana sent 400 soldiers to the border.", "“Togo sends 400 soldiers to border,” Reuters, May 3, 2024.", "actor"),
        ("The European Union approved a loan of 5 billion euros for Egypt.", "“EU approves 1 billion euro loan for Egypt,” Reuters, May 3, 2024.", "number"),
        ("Kenya deported 38 traders.", "“Kenya Deports 83 Traders,” Reuters, May 3, 2024.", "number"),
        ("The ministers met in Lomé on 9 May 2024.", "“Ministers Meet in Lomé,” Reuters, May 3, 2024.", "date"),
        ("Peru closed the mine.", "“Peru Mulls Closing Mine,” Reuters, May 3, 2024.", "hedge"),
        ("Soldiers burned the market in Wau.", "“Soldiers Burned Market in Wau, Traders Say,” Reuters, May 3, 2024.", "attribution"),
        ("Chad's army attacked the convoy.", "“Chad's Army Warns Convoy,” Reuters, May 3, 2024.", "act"),
    ],
)
def test_disagreements(sentence: str, note: str, kind: str, pipeline: Pipeline, tmp_path: Path) -> None:
    found = audited(tmp_path, markdown([(sentence, note)]), pipeline)
    assert (kind, "1") in kinds(found)
    finding = found.of_kind(FindingKind(kind))[0]
    text = found.document.text
    assert finding.sentence is not None and text[finding.span.start : finding.span.end] == finding.sentence.text
    for words in (finding.text, finding.headline):
        assert words is None or text[words.span.start : words.span.end] == words.text


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("Nairobi sent about 400 soldiers.", "“Kenya Dispatches 412 Troops,” Reuters, May 3, 2024."),
        ("Lima closed the mine, the ministry said.", "“Peru Shuts Mine: Ministry,” Reuters, May 3, 2024."),
        ("The road is 100 kilometres long.", "“A 62-Mile Road in Ghana,” Reuters, May 3, 2024."),
        ("Oslo decided to close the base.", "“Norway to Shut Base,” Reuters, May 3, 2024."),
        ("Peru may close the mine.", "“Peru Closes Mine,” Reuters, May 3, 2024."),
        ("The truce is due to begin on 9 May 2024.", "“Truce Agreed in Sudan,” Reuters, May 3, 2024."),
        ("Ghana warned that Togolese shoppers might boycott its cocoa.", "“Ghana Buyer Anger Grows over Mora's Cocoa Probe,” Reuters, May 3, 2024."),
        ("Colombia accused Venezuela of sheltering rebels, and Venezuela accused Colombia of smuggling.", "“Venezuela accuses Colombia of smuggling,” Reuters, May 3, 2024."),
        ("In May 2024, Peru expelled two envoys.", "“Peru Expels Two Envoys,” Reuters, May 3, 2024."),
        ("Police in Dakar detained 57 marchers.", "“Senegal Police Detain Dozens of Marchers,” Reuters, May 3, 2024."),
        ("In the same address he cancelled the visit to Wau.", "“President Cancels Wau Visit, Sudan's Burhan Says,” Reuters, May 3, 2024."),
        ("Togolese ministers compare the blockade of Benin with a siege.", "“Benin Blockade Is Like a Siege, Togo's Ministers Say,” Reuters, May 3, 2024."),
        ("“He would not leave the Lusaka talks for a day”, a Zambian envoy recalled.", "“Malawi's President Leaves Lusaka Talks,” Reuters, May 3, 2024."),
    ],
)
def test_innocent_differences(sentence: str, note: str, pipeline: Pipeline, tmp_path: Path) -> None:
    assert kinds(audited(tmp_path, markdown([(sentence, note)]), pipeline)) == []


@pytest.mark.parametrize(
    ("told", "cited", "apart"),
    [
        ("severed", "recalls", True), ("broke off", "suspends", False), ("besieged", "bombs", False), ("besieged", "evacuates", True),
        ("revoked", "cancels", False), ("massed troops", "attacks", True), ("dissolved", "bans", False), ("torched", "seizes", True),
    ],
)  # fmt: skip
def test_verbs_of_acts_that_are_told_apart(told: str, cited: str, apart: bool) -> None:
    table = act_words()
    assert table.parts(table.classes[told], table.classes[cited]) is apart


def test_each_note_stands_behind_its_own_clause(pipeline: Pipeline, tmp_path: Path) -> None:
    text = markdown([
        ("Kenya expelled two envoys", "“Kenya Expels Two Envoys,” Reuters, May 3, 2024."),
        ("and Uganda jailed seven traders.", "“Uganda Jails Seven Traders,” Reuters, May 3, 2024."),
    ])  # fmt: skip
    assert kinds(audited(tmp_path, text, pipeline)) == []


def test_unsourced_orphans_and_faulty_sources(pipeline: Pipeline, tmp_path: Path) -> None:
    text = markdown([
        ("Kenya expelled two envoys.", "“Kenya Expels Two Envoys,” Reuters, May 3, 2024."),
        ("Uganda jailed seven traders.", "“Uganda Jails Seven Traders,” Reuters, https://www.reuters.com/1."),
        ("Ghana opened a consulate in Lomé.", "https://www.reuters.com/2"),
        ("Togo closed its border with Benin.", "“Togo Shuts Border with Benin,” Reuters, March 3, 2025."),
    ]).replace("\n\n[^1]:", "\n\nRussia bombed a depot in Poltava. Chad asked for talks.[^9]\n\n[^1]:")  # fmt: skip
    text += "[^5]: “Storms and Harvests,” Reuters, May 3, 2024.\n"
    found = kinds(audited(tmp_path, text, pipeline))
    assert ("undated", "2") in found and ("untitled", "3") in found and ("source_date", "4") in found
    assert ("orphan_marker", "9") in found and ("orphan_note", "5") in found and ("unsourced", None) in found


def test_a_note_that_cites_nothing_is_told_and_sources_no_statement(pipeline: Pipeline, tmp_path: Path) -> None:
    text = markdown([
        ("Kenya expelled two envoys from Uganda.", "This follows an old custom."),
        ("Togo closed its border with Benin.", "Ministry of Foreign Affairs of Togo, communiqué, 3 May 2024."),
    ])  # fmt: skip
    assert set(kinds(audited(tmp_path, text, pipeline))) == {("comment_note", "1"), ("unsourced", None)}


def test_sources_are_counted_by_who_stands_behind_them() -> None:
    sources = [
        Source("1", "agency", "A", agency="Yonhap", outlet="The Korea Times", published="2024-05-03"),
        Source("2", "agency", "B", agency="Yonhap", outlet="The Korea Herald", published="2024-05-04"),
        Source("3", "agency", "B", agency="Yonhap", outlet="The Korea Herald", published="2024-05-04"),
        Source("4", "news", "C", outlet="Global Times", authors=("Ann Ode",), published="2024-05-05"),
        Source("5", "book", "D", publisher="A Press", authors=("Bo Ode",), published="2020"),
    ]
    count = count_sources(sources)
    assert (count.citations, count.works, len(count.origins)) == (5, 4, 3)
    assert count.agency_share == 0.5 and count.state_share == 0.25
    assert count.largest is not None and (count.largest.name, count.largest.country) == ("Yonhap", "KOR")


def test_agencies_with_the_same_share_are_all_named() -> None:
    credited = [("A", "Reuters"), ("B", "AFP"), ("C", "Reuters"), ("D", "AFP"), ("E", "TASS")]
    sources = [Source(str(number), "agency", title, agency=name) for number, (title, name) in enumerate(credited)]
    assert [one.name for one in count_sources(sources).leading_agencies] == ["AFP", "Reuters"]
    assert [one.name for one in count_sources(sources[:3]).leading_agencies] == ["Reuters"]
    assert count_sources([]).leading_agencies == ()


def test_impossible_dates() -> None:
    from datetime import date

    document = Document("d", "d", "x", "", published=date(2024, 5, 3))
    assert impossible_date(document, Source("1", "news", "A", published="2024-05-04")) is not None
    assert impossible_date(document, Source("1", "news", "A", published="2024-05-03")) is None
    assert impossible_date(document, Source("1", "news", "A", published="2024")) is None
    assert impossible_date(document, Source("1", "news", "A", published="2024-04-01", accessed="2024-03-01")) is not None


def test_a_summary_above_the_sections_needs_no_note(pipeline: Pipeline, tmp_path: Path) -> None:
    head = "# Ghana and the Border\n\nGhana expelled the Togolese ambassador.\n\n"
    told = "Togo criticised Ghana.[^1] Ghana arrested 30 Togolese traders.\n\n[^1]: “Togo Criticises Ghana,” Reuters, May 3, 2024.\n"
    with_section = audited(tmp_path, head + "## The quarrel\n\n" + told, pipeline)
    without = audited(tmp_path, head + told, pipeline)
    assert [one.text.text for one in with_section.of_kind(FindingKind.UNSOURCED) if one.text] == ["arrested"]
    assert [one.text.text for one in without.of_kind(FindingKind.UNSOURCED) if one.text] == ["expelled", "arrested"]


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("Bolivia protested against the raid and on 2 May told nine Chilean consuls to leave, expelling them.", "“Bolivia Expels Nine Chilean Consuls,” Reuters, May 3, 2024."),
        ("Ghana criticised the levy and banned Togolese onions.", "“Ghana Bans Onions from Togo,” Reuters, May 3, 2024."),
    ],
)
def test_the_headlines_act_may_stand_beside_the_main_verb(sentence: str, note: str, pipeline: Pipeline, tmp_path: Path) -> None:
    assert "act" not in {kind for kind, _ in kinds(audited(tmp_path, markdown([(sentence, note)]), pipeline))}


def test_titles_in_other_languages_get_no_judgement(pipeline: Pipeline, tmp_path: Path) -> None:
    text = markdown([("Peru closed the border to Ecuador.", "“Ecuador acusa al Perú de cerrar la frontera con los camiones,” El Comercio, May 3, 2024.")])
    assert not {"actor", "act", "attribution", "hedge"} & {kind for kind, _ in kinds(audited(tmp_path, text, pipeline))}
    (coded,) = pipeline.code([read(tmp_path / "paper.md")])
    assert {link.bearing for one in coded.mentions for link in one.sources} == {None}


def test_a_text_without_notes_is_its_own_source(pipeline: Pipeline, tmp_path: Path) -> None:
    wire = audited(tmp_path, "---\ndate: 2024-05-03\n---\n\nPeru closed the border to Ecuador on Monday.\n", pipeline, "wire.md")
    noted = audited(tmp_path, markdown([("Peru closed the border.", "“Peru Closes Border,” Reuters, May 3, 2024.")]), pipeline)
    assert (is_own_source(wire), is_own_source(noted)) == (True, False)
    assert list(summary_lines(wire))[-1] == OWN_SOURCE
    assert OWN_SOURCE not in summary_lines(noted)
    assert OWN_SOURCE[1:] in render_page([wire], program="p") and OWN_SOURCE[1:] not in render_page([noted], program="p")


def test_an_act_is_told_again_only_by_the_same_act(pipeline: Pipeline, tmp_path: Path) -> None:
    sourced = "In August 2018 Ghana banned imports of Togolese cement.[^1] Togo complained.\n\n"
    note = "\n\n[^1]: “Ghana Bans Cement from Togo,” Reuters, August 23, 2018.\n"
    again = audited(tmp_path, sourced + "Ghana banned imports of Togolese cement in August 2018." + note, pipeline)
    other = audited(tmp_path, sourced + "In April 2021 Ghana banned imports of Togolese rice." + note, pipeline)
    assert not any("banned" in one.text.text for one in again.of_kind(FindingKind.UNSOURCED) if one.text)
    assert any("banned" in one.text.text for one in other.of_kind(FindingKind.UNSOURCED) if one.text)
    assert again.standing[Standing.RETOLD] == 1 and other.standing[Standing.RETOLD] == 0


def test_the_summary_accounts_for_every_sentence(pipeline: Pipeline, tmp_path: Path) -> None:
    text = markdown([("Kenya expelled two envoys of Uganda.", "“Kenya Expels Two Envoys,” Reuters, May 3, 2024.")]).replace(
        "\n\n[^1]:",
        " The row began on 2 May 2024, when Uganda arrested a Kenyan pilot. Uganda closed its border with Kenya, the ministry in Kampala said. "
        "The arrest of the pilot by Uganda angered many.\n\n[^1]:",
    )
    audit = audited(tmp_path, text, pipeline)
    assert [one.text.text for one in audit.of_kind(FindingKind.UNSOURCED) if one.text] == ["arrested"]
    assert {standing: number for standing, number in audit.standing.items() if number} == {
        Standing.SOURCED: 1, Standing.UNSOURCED: 1, Standing.VOICED: 1, Standing.ASIDE: 1,
    }  # fmt: skip
    assert "1 has none and is listed; 1 names who says so; 1 names its act beside something else" in " ".join(summary_lines(audit))


def test_one_article_in_several_notes_is_one_work(pipeline: Pipeline, tmp_path: Path) -> None:
    title = "Kenya Expels Two Envoys over Border Row"
    text = markdown([
        ("Kenya expelled two envoys.", f"“{title},” Reuters, May 3, 2024, https://www.reuters.com/world/ke-1."),
        ("Kenya recalled its own envoy.", f"Reuters, “{title}”, 3 May 2024 (accessed 9 May 2024)."),
        ("Kenya shut its consulate.", f"“{title.lower()},” Reuters, May 3, 2024."),
        ("Kenya closed the bridge.", "Ibid."),
        ("Kenya banned onions.", "“Kenya Bans Onions from Uganda in Border Row,” Reuters, May 3, 2024."),
    ])  # fmt: skip
    audit = audited(tmp_path, text, pipeline)
    [found] = audit.of_kind(FindingKind.SAME_SOURCE)
    assert found.message == "notes 1, 2 and 3 cite one source"
    assert (audit.sources.citations, audit.sources.works) == (5, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Source("1", "news", "Talks Begin in Muscat", outlet="Dawn", published="2024-05-03"), Source("2", "news", "Talks Begin in Muscat", outlet="Dawn", published="2024-06-03")),
        (Source("1", "news", "Talks Begin in Muscat", outlet="Dawn", published="2024-05-03"), Source("2", "news", "Talks Begin in Muscat", outlet="CNN", published="2024-05-03")),
        (Source("1", "official", "Joint Statement", published="2024"), Source("2", "official", "Joint Statement", published="2024-05-03")),
        (Source("1", "news", None, outlet="Dawn", published="2024-05-03"), Source("2", "news", "Talks Begin in Muscat", outlet="Dawn", published="2024-05-03")),
    ],
)
def test_works_that_differ_in_what_both_tell_are_two(one: Source, other: Source) -> None:
    assert count_sources([one, other]).works == 2


def test_a_source_that_is_only_linked_by_its_words_is_none_of_the_sentence_s_own(pipeline: Pipeline, tmp_path: Path) -> None:
    text = markdown([
        ("Kenya expelled two envoys.", "“Kenya Expels Two Envoys,” Reuters, May 3, 2024."),
        ("Uganda released thirty Kenyan prisoners in October.", "“Uganda Releases Thirty Kenyan Prisoners,” Reuters, October 3, 2024."),
    ]).replace("October.[^2]", "October.[^7]")  # fmt: skip
    audit = audited(tmp_path, text, pipeline)
    assert (audit.sourced, audit.statements) == (1, 2)
    assert not audit.of_kind(FindingKind.UNSOURCED)


def test_in_a_history_the_past_is_the_matter(pipeline: Pipeline, tmp_path: Path) -> None:
    told = "Kenya closed the border with Uganda on 3 May 1977.[^1] Uganda accused Kenya of theft on 9 May 1977."
    note = "[^1]: “Kenya Closes Uganda Border,” New York Times, May 4, 1977.\n"
    history = audited(tmp_path, f"# A Border\n\nAnn Lee, 3 June 2019\n\n{told}\n\n{note}", pipeline)
    assert [one.sentence.text for one in history.of_kind(FindingKind.UNSOURCED) if one.sentence] == ["Uganda accused Kenya of theft on 9 May 1977."]
    now = "Kenya reopened the border on 8 May 2019.[^1] Uganda welcomed the step on 9 May 2019. Tanzania sent a minister to Nairobi on 10 May 2019.[^1]"
    news = audited(tmp_path, f"# A Border\n\nAnn Lee, 3 June 2019\n\n{now} {told.split('.[^1] ')[1]}\n\n{note.replace('1977', '2019')}", pipeline)
    assert "Uganda accused Kenya of theft on 9 May 1977." not in [one.sentence.text for one in news.of_kind(FindingKind.UNSOURCED) if one.sentence]


def test_a_row_names_its_source_by_outlet_and_day(pipeline: Pipeline) -> None:
    rows = "| 3 May 2024 | Peru accused Chile of theft. Chile recalled its envoy. | {} |\n| 5 May 2024 | Peru closed two crossings. | {} |\n"
    head = "# Chronicle\n\n1 June 2024\n\n| Date | Event | Source |\n|---|---|---|\n"
    named = audit_documents(pipeline, [read((head + rows.format("Reuters, 4 May 2024", "AFP, 5 May 2024")).encode(), input_id="a.md")])[0]
    assert named.findings == ()
    bare = audit_documents(pipeline, [read((head + rows.format("https://example.org/p/7", "AFP, 5 May 2024")).encode(), input_id="a.md")])[0]
    assert [(one.kind, one.note) for one in bare.findings] == [(FindingKind.UNTITLED, "row1")]
