"""Citations in seven styles, each field as written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.read.citations import parse_citation, parse_note
from dateline.types import Source, Span

CASES = [json.loads(line) for line in (Path(__file__).parent / "citations.jsonl").read_text(encoding="utf-8").splitlines()]


def field(source: Source, name: str) -> object:
    value = getattr(source, name)
    return list(value) if name == "authors" else value


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60
    assert len({case["style"] for case in CASES}) >= 7


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["style"] + ": " + case["text"][:40])
def test_fields(case: dict) -> None:
    earlier = parse_note(case["after"], note="1") if "after" in case else ()
    found = parse_note(case["text"], note="2", earlier=earlier)
    assert len(found) == len(case["sources"])
    for source, wanted in zip(found, case["sources"], strict=True):
        assert {name: field(source, name) for name in wanted} == wanted
        assert source.note == "2"


def test_spans_count_from_the_offset_and_cover_each_citation() -> None:
    text = '"A Truce", CNN, 1 May 2020; "A Raid", BBC News, 2 May 2020.'
    first, second = parse_note(text, note="4", offset=100)
    assert first.span == Span(100, 100 + text.index(";"))
    assert second.span is not None
    assert text[second.span.start - 100 : second.span.end - 100] == '"A Raid", BBC News, 2 May 2020.'


def test_a_semicolon_in_prose_does_not_split() -> None:
    assert len(parse_note('See "A Truce", CNN, 1 May 2020; emphasis added.')) == 1


def test_ibid_follows_the_last_source_of_several() -> None:
    earlier = parse_note('"A", CNN, 1 May 2020; "B", BBC News, 2 May 2020.', note="1")
    assert parse_note("Ibid.", note="2", earlier=earlier)[0].title == "B"


def test_ibid_without_anything_before_is_no_source() -> None:
    assert parse_note("Ibid.") == ()


def test_an_outlet_may_say_that_it_bears_no_date() -> None:
    assert [one.outlet for text in ("Radio Okapi, n.d.", "Radio Okapi, undated.") for one in parse_note(text)] == ["Radio Okapi"] * 2
    assert parse_note("The letter is undated.") == ()


@pytest.mark.parametrize(
    "words",
    [
        "acesso em: 2 mar. 2022", "acessado em 2 de março de 2022", "zuletzt aufgerufen am 2. März 2022", "Zugriff am 02.03.2022", "geraadpleegd op 2 maart 2022",
        "consultée le 2 mars 2022", "dernière consultation le 2 mars 2022", "consultato il 2 marzo 2022", "dostęp: 2 marca 2022", "дата обращения: 2 марта 2022 г.",
        "última consulta: 2 de marzo de 2022", "erişim tarihi: 2 Mart 2022", "last accessed 2 March 2022",
    ],
)  # fmt: skip
def test_a_day_of_access_in_any_language_is_not_that_of_publication(words: str) -> None:
    (found,) = parse_note(f"“Benin Closes Bridge,” Deutsche Welle, {words}.")
    assert (found.title, found.outlet, found.published, found.accessed) == ("Benin Closes Bridge", "Deutsche Welle", None, "2022-03-02")


@pytest.mark.parametrize("words", ["archived 2 March 2022", "archived from the original on March 2, 2022", "archiviert am 2. März 2022", "archivado el 2 de marzo de 2022"])
def test_the_day_of_an_archives_copy_is_not_that_of_publication(words: str) -> None:
    (found,) = parse_note(f"“Benin Closes Bridge,” Deutsche Welle, {words}.")
    assert (found.outlet, found.published, found.accessed) == ("Deutsche Welle", None, None)


@pytest.mark.parametrize(
    ("day", "iso"),
    [
        ("14 сентября 2019 г.", "2019-09-14"), ("14 вересня 2019 року", "2019-09-14"), ("14 вересня 2019", "2019-09-14"), ("3 дек. 2019", "2019-12-03"),
        ("14 września 2019", "2019-09-14"), ("14 Eylül 2019", "2019-09-14"), ("14 september 2019", "2019-09-14"), ("3. Dez. 2019", "2019-12-03"),
        ("3 de dez. de 2019", "2019-12-03"), ("3 déc. 2019", "2019-12-03"), ("3 maj 2019", "2019-05-03"), ("2019年9月14日", "2019-09-14"), ("2019년 9월 14일", "2019-09-14"),
    ],
)  # fmt: skip
def test_days_as_foreign_papers_print_them(day: str, iso: str) -> None:
    (found,) = parse_note(f"“Sofia Recalls Envoy,” Dnevnik, {day}.")
    assert (found.outlet, found.published) == ("Dnevnik", iso)


@pytest.mark.parametrize("number", ["CDL-AD(2016)031", "COM(2016) 85 final", "JOIN(2016) 29", "A/71/372 (2016)"])
def test_the_year_in_a_papers_number_is_not_its_date(number: str) -> None:
    (found,) = parse_note(f"Council of Europe, Opinion on the Amendments to the Penal Code, {number}, 5 September 2016, para. 12.")
    assert (found.title, found.published) == ("Opinion on the Amendments to the Penal Code", "2016-09-05")


def test_an_archives_copy_is_its_pages_own_outlet_and_its_address_counts_where_it_is_the_only_one() -> None:
    copy = "https://web.archive.org/web/20190102030405/https://www.dw.com/en/benin/a-1"
    assert [(one.outlet, one.url) for text in (copy, f"Archived at {copy}.", f"“Benin”, DW, archived at {copy}") for one in parse_note(text)] == [
        ("Deutsche Welle", copy), ("Deutsche Welle", copy), ("DW", copy),
    ]  # fmt: skip
    (found,) = parse_note(f"“Benin”, DW, https://www.dw.com/en/benin/a-1, archived at {copy}.")
    assert found.url == "https://www.dw.com/en/benin/a-1"
    assert parse_note("https://archive.ph/XyZ12")[0].outlet is None


@pytest.mark.parametrize(
    ("text", "title", "where", "published"),
    [
        ("Кабмін закрив кордон [Cabinet Shuts Border], Українська правда, 5 лютого 2020.", "Кабмін закрив кордон [Cabinet Shuts Border]", "Українська правда", "2020-02-05"),
        ("Олег Ткач, Кабмін закрив кордон [Cabinet Shuts Border], УНІАН, 5 лютого 2020.", "Кабмін закрив кордон [Cabinet Shuts Border]", "УНІАН", "2020-02-05"),
        ("新华社：《中缅边境关闭》[China and Myanmar Close Border]，人民日报，2021年7月31日。", "中缅边境关闭 [China and Myanmar Close Border]", "人民日报", "2021-07-31"),
        ("中缅边境关闭，《环球时报》，2021年7月31日。", "中缅边境关闭", "环球时报", "2021-07-31"),
        ("「日本、大使を召還」, 読売新聞, 2020年1月2日.", "日本、大使を召還", "読売新聞", "2020-01-02"),
        ("»Dänemark schließt Grenze«, Der Spiegel, 2. Januar 2020.", "Dänemark schließt Grenze", "Der Spiegel", "2020-01-02"),
        ("„Rumunia zamyka granicę” [Romania Shuts Border], Gazeta Wyborcza, 2 stycznia 2020.", "Rumunia zamyka granicę [Romania Shuts Border]", "Gazeta Wyborcza", "2020-01-02"),
        ("“Rusiya cavab verdi” [Russia Gave an Answer], Turan, 2 January 2020 [in Azerbaijani].", "Rusiya cavab verdi [Russia Gave an Answer]", "Turan", "2020-01-02"),
    ],
)  # fmt: skip
def test_titles_in_other_scripts_and_marks_and_their_translations(text: str, title: str, where: str, published: str) -> None:
    (found,) = parse_note(text)
    assert (found.title, found.outlet or found.agency, found.published) == (title, where, published)


@pytest.mark.parametrize("bracket", ["[video with English subtitles]", "[in Russian]", "[Doctoral dissertation, Leiden]", "[Data set]"])
def test_other_brackets_behind_a_title_are_no_translation(bracket: str) -> None:
    assert "[" not in (parse_note(f"“Romania and Its Border” {bracket}, Radio Free Europe, 2 January 2020.")[0].title or "")


def test_two_sources_in_other_marks_are_two() -> None:
    assert [one.title for one in parse_note("„Norwegen kauft Panzer“, taz, 2. Mai 2019; „Oslo klagt“, FAZ, 3. Mai 2019.")] == ["Norwegen kauft Panzer", "Oslo klagt"]


@pytest.mark.parametrize("title", ["G20 Foreign Ministers’ Statement on Haiti", "Quad Leaders’ Statement on Haiti", "Chairman’s Statement on Haiti"])
def test_a_papers_title_that_names_who_issued_it_is_a_source_with_its_day(title: str) -> None:
    (found,) = parse_note(f"{title}, 3 May 2021.")
    assert (found.kind, found.title, found.published) == ("official", title, "2021-05-03")


@pytest.mark.parametrize("text", ["The ministers made a statement on Haiti on 3 May 2021.", "Ministers' Statement on Haiti.", "Peace in Haiti, 3 May 2021"])
def test_a_sentence_and_a_paper_without_a_day_are_none(text: str) -> None:
    assert parse_note(text) == ()


@pytest.mark.parametrize(
    "signal", ["See generally ", "Contra, ", "Contra ", "But see ", "Vgl. ", "On the strait, see generally ", "On the strait, see especially ", "see, e.g., ", "Siehe "]
)
def test_signals_are_no_authors(signal: str) -> None:
    (found,) = parse_note(f"{signal}Ewa Lis, “Denmark Closes a Strait”, Politiken, 3 May 2020.")
    assert (found.authors, found.title) == (("Ewa Lis",), "Denmark Closes a Strait")


def test_contra_of_nicaragua_is_no_signal() -> None:
    assert parse_note("Contra Rebels Attack a Port in Corinto, Associated Press, 3 May 1984.")[0].title == "Contra Rebels Attack a Port in Corinto"


@pytest.mark.parametrize("names", ["Reuters via The Hindu", "Reuters (via The Hindu)", "As reported by Reuters in The Hindu", "Reuters, via The Hindu"])
def test_an_agency_by_way_of_a_paper_is_the_agency(names: str) -> None:
    (found,) = parse_note(f"{names}, “Nepal Closes Pass”, 4 May 2020.")
    assert (found.agency, (found.outlet or "").removeprefix("The "), found.authors) == ("Reuters", "Hindu", ())


def test_a_body_and_a_short_title_among_others_are_sources_of_their_own() -> None:
    found = parse_note("Ada Okafor, The Price of Oil (Hurst, 2011), 30; Okafor, Price of Oil, 31; “Oil and Sand”, Le Monde; contra, African Union, ‘Statement on Oil’, AU/23.")
    assert [(one.title, one.pages) for one in found] == [("The Price of Oil", "30"), ("The Price of Oil", "31"), ("Oil and Sand", None), ("Statement on Oil", None)]


@pytest.mark.parametrize("edition", ["3rd ed.", "2nd edn", "rev. ed.", "Second edition"])
def test_the_edition_is_no_part_of_the_title(edition: str) -> None:
    (found,) = parse_note(f"Ada Okafor, The Price of Oil, {edition} (London: Hurst, 2011), 30.")
    assert (found.title, found.publisher, found.pages) == ("The Price of Oil", "Hurst", "30")


def test_an_article_with_a_number_for_pages_is_an_article() -> None:
    (found,) = parse_note("Okafor, A., & Lis, E. (2020). Oil and fish in the delta. Marine Policy, 112, Article 3344. https://doi.org/10.1016/j.x.2020.1")
    assert (found.kind, found.outlet, found.volume, found.pages) == ("article", "Marine Policy", "112", "3344")


@pytest.mark.parametrize(
    ("text", "kind", "authors", "title", "where", "published"),
    [
        ("Ann Lee & Bo Ek, U.N. Panel Finds Arms in Libya, N.Y. TIMES (Mar. 3, 2019).", "news", ("Ann Lee", "Bo Ek"), "U.N. Panel Finds Arms in Libya", "N.Y. TIMES", "2019-03-03"),
        ("Ann Lee, Libya Army Council Splits, REUTERS (Mar. 3, 2019).", "agency", ("Ann Lee",), "Libya Army Council Splits", "REUTERS", "2019-03-03"),
        ("Exec. Order No. 13,818, 82 Fed. Reg. 60839 (Dec. 20, 2017).", "official", (), "Exec. Order No. 13,818", None, "2017-12-20"),
        ("Magnitsky Act, Pub. L. No. 112-208, 126 Stat. 1496 (2012).", "official", (), "Magnitsky Act, Pub. L. No. 112-208", None, "2012"),
        ("Press Release, U.S. Dep’t of State, Sanctions on Libyan Smugglers (Mar. 3, 2019).", "official", (), "Sanctions on Libyan Smugglers", "U.S. Dep’t of State", "2019-03-03"),
        ("Oil Platforms (Iran v. United States), Judgment, I.C.J. Reports 2003, p. 161.", "official", (), "Oil Platforms (Iran v. United States), Judgment", "ICJ", "2003"),
        ("Consequences of a Wall, Advisory Opinion, 9 July 2004, I.C.J. Reports 2004, p. 136.", "official", (), "Consequences of a Wall, Advisory Opinion", "ICJ", "2004-07-09"),
    ],
)  # fmt: skip
def test_sources_as_lawyers_cite_them(text: str, kind: str, authors: tuple[str, ...], title: str, where: str | None, published: str) -> None:
    (found,) = parse_note(text)
    assert (found.kind, found.authors, found.title, found.outlet or found.agency or found.publisher, found.published) == (kind, authors, title, where, published)


@pytest.mark.parametrize("text", ["The court (Malta v. Spain) said in its Judgment that this was so.", "An executive order did this in haste."])
def test_words_about_a_judgment_or_an_order_are_no_source(text: str) -> None:
    assert parse_note(text) == ()


@pytest.mark.parametrize("text", ["", "Emphasis added.", "Names have been changed.", "The author thanks two readers.", "p. 4"])
def test_prose_is_no_citation(text: str) -> None:
    assert parse_citation(text) is None


def test_the_words_of_a_linked_note_are_its_title() -> None:
    (source,) = parse_note("Army takes over in Niger", link="https://www.lemonde.fr/en/2023/07/27/niger_1.html")
    assert (source.outlet, source.published, source.title) == ("Le Monde", "2023-07-27", "Army takes over in Niger")


def test_a_department_named_by_field_and_country_is_the_body_and_a_city_no_outlet() -> None:
    source = parse_citation("Global Affairs Canada, “Canada Closes Its Embassy in Lomé,” Ottawa, May 3, 2024.")
    assert (source.kind, source.publisher, source.outlet, source.authors) == ("official", "Global Affairs Canada", None, ())


@pytest.mark.parametrize(
    ("text", "outlet", "agency"),
    [
        ("“Army Seizes Port,” Le Monde with AFP, 3 May 2023.", "Le Monde", "AFP"),
        ("“Army Seizes Port,” France 24 with Reuters and AP, 3 May 2023.", "France 24", "Reuters"),
        ("“Army Seizes Port,” Harbour and Sea, 3 May 2023.", "Harbour and Sea", None),
    ],
)
def test_an_agency_stands_behind_copy_that_an_outlet_worked_up(text: str, outlet: str, agency: str | None) -> None:
    [source] = parse_note(text)
    assert (source.outlet, source.agency) == (outlet, agency)
