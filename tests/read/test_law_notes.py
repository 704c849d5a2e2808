"""Notes of law reviews: newspapers in capitals, judgments by the reports of their court, and both in short."""

from __future__ import annotations

import pytest

from dateline.read.citations import parse_note
from dateline.types import Source


@pytest.mark.parametrize(
    ("text", "authors", "outlet", "title", "published", "pages"),
    [
        ("Simon Romero, Chile Seeks Redress, N.Y. TIMES, Feb. 9, 2014, at A6.", ("Simon Romero",), "N.Y. TIMES", "Chile Seeks Redress", "2014-02-09", "A6"),
        ("Ceasefire Fails in Juba, WASH. POST, July 11, 2016, at B2.", (), "WASH. POST", "Ceasefire Fails in Juba", "2016-07-11", "B2"),
        ("N.Y. TIMES, Feb. 9, 2014, at A6.", (), "N.Y. TIMES", None, "2014-02-09", "A6"),
        ("WASH. POST, July 11, 2016, at B2.", (), "WASH. POST", None, "2016-07-11", "B2"),
    ],
)
def test_newspapers_in_capitals(text: str, authors: tuple[str, ...], outlet: str, title: str | None, published: str, pages: str) -> None:
    (source,) = parse_note(text)
    assert (source.authors, source.outlet, source.title, source.published, source.pages) == (authors, outlet, title, published, pages)


def test_names_before_an_outlet_in_small_letters_are_names() -> None:
    (source,) = parse_note("Simon Romero, Lucia Vera, The Guardian, 9 February 2014.")
    assert source.title is None


FULL = (
    "Temple of Preah Vihear (Cambodia v. Thai.), Merits, 1962 I.C.J. Rep. 6, 34 (June 15).",
    "Land and Maritime Boundary (Cameroon v. Nigeria), 2002 I.C.J. 303, ¶ 57 (Oct. 10).",
    "The Case of the S.S. Lotus (Fr. v. Turk.), 1927 P.C.I.J. (ser. A) No. 10 (Sept. 7).",
)


@pytest.mark.parametrize(("text", "day", "pages"), list(zip(FULL, ("1962-06-15", "2002-10-10", "1927-09-07"), ("34", "57", "10"), strict=True)))
def test_judgments_by_the_reports_of_a_year(text: str, day: str, pages: str) -> None:
    (source,) = parse_note(text)
    assert (source.kind, source.title, source.published, source.pages) == ("official", text[: text.index(f", {day[:4]}")], day, pages)


def earlier() -> tuple[Source, ...]:
    return tuple(source for number, text in enumerate(FULL, 1) for source in parse_note(text, note=str(number)))


@pytest.mark.parametrize(
    ("text", "day", "pages"),
    [
        ("Temple of Preah Vihear, 1962 I.C.J. at 22.", "1962-06-15", "22"),
        ("See Land and Maritime Boundary, 2002 I.C.J. Rep. ¶ 206.", "2002-10-10", "206"),
        ("Preah Vihear, 1962 I.C.J. at 22–23.", "1962-06-15", "22–23"),
    ],
)
def test_judgments_in_short(text: str, day: str, pages: str) -> None:
    (source,) = parse_note(text, earlier=earlier())
    assert (source.published, source.pages) == (day, pages)


@pytest.mark.parametrize("text", ["Temple of Preah Vihear, 1966 I.C.J. at 22.", "Right of Passage, 1962 I.C.J. at 22."])
def test_other_judgments_are_not_known(text: str) -> None:
    assert all(source.published != "1962-06-15" for source in parse_note(text, earlier=earlier()))


@pytest.mark.parametrize(
    ("text", "title", "court", "published"),
    [
        ("Prosecutor v. Krstić, Case No. IT-98-33-A, Judgment (Apr. 19, 2004), para. 21.", "Prosecutor v. Krstić", "ICTY", "2004-04-19"),
        ("Prosecutor v. Akayesu, ICTR-96-4-T, Trial Judgment, 2 September 1998.", "Prosecutor v. Akayesu", "ICTR", "1998-09-02"),
        ("Prosecutor v. Al Mahdi, ICC-01/12-01/15-171, Judgment and Sentence, 27 September 2016, § 40.", "Prosecutor v. Al Mahdi", "ICC", "2016-09-27"),
        ("Prosecutor v. Ayyash (Special Tribunal for Lebanon, 18 August 2020).", "Prosecutor v. Ayyash", "Special Tribunal for Lebanon", "2020-08-18"),
        ("Case C-66/18, Commission v Hungary, ECLI:EU:C:2020:792.", "Commission v Hungary", "CJEU", "2020"),
        ("Joined Cases C-585/18 and C-624/18, A. K., EU:C:2019:982, para 12.", "A. K.", "CJEU", "2019"),
        ("Judgment of 5 June 2018, Coman, C-673/16, EU:C:2018:385.", "Coman", "CJEU", "2018-06-05"),
        ("Verbatim Record, CR 2022/5, 7 March 2022, p. 30.", "Verbatim Record, CR 2022/5", "ICJ", "2022-03-07"),
        ("CR 2016/1, para. 4.", "CR 2016/1", "ICJ", "2016"),
        ("Loizidou v. Turkey, App. No. 15318/89, 310 Eur. Ct. H.R. (ser. A) (1995).", "Loizidou v. Turkey", "Eur. Ct. H.R.", "1995"),
        ("Big Brother Watch v. the United Kingdom [GC], nos. 58170/13 and 62322/14, 25 May 2021.", "Big Brother Watch v. the United Kingdom", None, "2021-05-25"),
        ("ECtHR, Carter v. Russia, no. 20914/07, 21 September 2021.", "Carter v. Russia", "ECtHR", "2021-09-21"),
        ("Ligue des droits de l’homme c. Belgique, Application no. 1874/13, arrêt du 18 février 2020.", "Ligue des droits de l’homme c. Belgique", None, None),
        ("Boumediene v. Bush, 553 U.S. 723, 771 (2008).", "Boumediene v. Bush", "U.S. Supreme Court", "2008"),
        ("Filartiga v. Pena-Irala, 630 F.2d 876 (2d Cir. 1980).", "Filartiga v. Pena-Irala", "2d Cir.", "1980"),
        ("Belhas v. Ya’alon, 466 F. Supp. 2d 127 (D.D.C. 2006).", "Belhas v. Ya’alon", "D.D.C.", "2006"),
        ("Al-Waheed v Ministry of Defence [2017] UKSC 2, [2017] AC 821.", "Al-Waheed v Ministry of Defence", "UKSC", "2017"),
        ("Law Debenture Trust v Ukraine [2018] EWCA Civ 2026.", "Law Debenture Trust v Ukraine", "EWCA Civ", "2018"),
        ("Yukos v. Russia, PCA Case No. AA 227, Final Award, 18 July 2014.", "Yukos v. Russia", "PCA", "2014-07-18"),
        ("A/RES/76/262, 26 April 2022, para. 1.", "A/RES/76/262", "United Nations", "2022-04-26"),
        ("U.N. Doc. S/2015/744 (29 September 2015).", "S/2015/744", "United Nations", "2015-09-29"),
        ("Treaty of Peace and Amity, and Boundaries, Peru-Chile, Oct. 20, 1904, 55 U.N.T.S. 12.", "Treaty of Peace and Amity, and Boundaries", None, "1904-10-20"),
    ],
)
def test_judgments_records_and_symbols(text: str, title: str, court: str | None, published: str | None) -> None:
    (source,) = parse_note(text)
    assert (source.kind, source.title, source.publisher) == ("official", title, court)
    assert published is None or source.published == published


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        ("Border Incident of 9 May 1991 (Peru v. Chile), Judgment, I.C.J. Reports 2004, p. 7.", "Border Incident of 9 May 1991 (Peru v. Chile), Judgment", "2004"),
        ("Border Incident of 9 May 1991 (Peru v. Chile), Order of 3 June 1999, I.C.J. Reports 1999, p. 7.", "Border Incident of 9 May 1991 (Peru v. Chile), Order", "1999-06-03"),
        ("Border Incident of 9 May 1991 (Peru v Chile) (Merits) [2004] ICJ Rep 7.", "Border Incident of 9 May 1991 (Peru v Chile)", "2004"),
        ("Border Incident of 9 May 1991 (Peru v. Chile), 2004 I.C.J. 7 (Mar. 2).", "Border Incident of 9 May 1991 (Peru v. Chile)", "2004-03-02"),
        ("Border Incident of 9 May 1991 (Peru v. Chile), Judgment of 2 March 2004, para. 8.", "Border Incident of 9 May 1991 (Peru v. Chile)", "2004-03-02"),
        ("Status of the Isles since 1965, Advisory Opinion, I.C.J. Reports 2009, p. 95.", "Status of the Isles since 1965, Advisory Opinion", "2009"),
        ("The “Sea Lark” Case (Chile v. Peru), Order of 4 May 2011, ITLOS Reports 2011, p. 2.", "The Sea Lark Case (Chile v. Peru)", "2011-05-04"),
    ],
)
def test_a_day_in_the_name_of_a_case_is_no_day_of_its_judgment(text: str, title: str, published: str) -> None:
    (source,) = parse_note(text)
    assert (source.kind, source.title, source.published) == ("official", title, published)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Ana Ruiz, “Peru v. Chile: The Border Case,” The Guardian, 30 June 2020.", "The Guardian"),
        ("Peru v. Chile, Judgment Day at Last, BBC News, 3 July 2019.", "BBC News"),
        ("“Roe v. Wade at 40”, New York Times, 24 January 2013.", "New York Times"),
    ],
)
def test_reports_on_cases_are_reports(text: str, outlet: str) -> None:
    (source,) = parse_note(text)
    assert (source.kind, source.outlet) == ("news", outlet)


@pytest.mark.parametrize("text", ["Peru v. Chile was heard in May 2019.", "Brazil v. Argentina ended in a draw.", "S/he may decide."])
def test_what_is_said_of_cases_is_no_source(text: str) -> None:
    assert not parse_note(text)
