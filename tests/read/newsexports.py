"""Ten invented articles, and the files that news databases make of them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from docx import Document as Word


@dataclass(frozen=True, slots=True)
class News:
    """An article; ``code`` is what Factiva calls its source."""

    title: str
    paper: str
    code: str
    day: date
    by: str
    place: str
    text: tuple[str, ...]
    language: str = "English"
    clock: str = ""


_NEW: Final = date(2019, 5, 3)
NEWS: Final = (
    News("Kenya expels two Somali diplomats over port deal", "Nairobi Courier", "NAICOU", _NEW, "By Wanjiru Kamau", "NAIROBI",
         ("Kenya expelled two Somali diplomats on Thursday over a port deal.", "Somalia condemned the decision and recalled its ambassador.")),
    News("Peru and Chile sign border water treaty", "Lima Herald", "LIMHER", date(2019, 5, 4), "By Ana Prieto and Juan Ruiz", "LIMA",
         ("Peru and Chile signed a treaty on border waters on Friday.", "Bolivia, which was not invited, criticized the treaty.")),
    News("Moldova halts grain exports", "Chisinau Times", "CHITIM", date(2019, 5, 6), "", "CHISINAU",
         ("Moldova suspended exports of grain to Romania on Monday.", "Romania urged Moldova to lift the ban.")),
    News("Corrections", "Lima Herald", "LIMHER", date(2019, 5, 7), "", "LIMA",
         ("An article on May 4 about a water treaty misstated the role of Bolivia. It was invited and did not come.",)),
    News("Letters to the editor: Who pays for the ferry?", "Suva Mail", "SUVMAI", date(2019, 5, 8), "", "SUVA",
         ("SIR - Tonga promised Fiji a ferry in March, and none has come.", "Mele Fifita, Nuku'alofa")),
    News("Georgia accuses Armenia of shelling", "Tbilisi Observer", "TBIOBS", date(2019, 5, 9), "By Nino Beridze", "TBILISI",
         ("Georgia accused Armenia of shelling a village on Wednesday.", "Source: Tbilisi Observer, Tbilisi, in English 0742 gmt 9 May 19",
          "BBC Mon TCU 090519 nb"), clock="07:42"),
    News("Georgia accuses Armenia of shelling a village; Yerevan denies it", "Tbilisi Observer", "TBIOBS", date(2019, 5, 9), "By Nino Beridze", "TBILISI",
         ("Georgia accused Armenia of shelling a village on Wednesday.", "Armenia denied the accusation."), clock="19:10"),
    News("Le Tchad rappelle son ambassadeur au Niger", "Le Matin de N'Djamena", "MATNDJ", date(2019, 5, 10), "Par Idriss Mahamat", "N'DJAMENA",
         ("Le Tchad a rappelé son ambassadeur au Niger jeudi après une dispute sur les frontières entre les deux pays.",
          "Le gouvernement du Niger a dit qu'il regrettait cette décision et qu'il ne répondrait pas à la mesure."), "French"),
    News("Nepal reopens crossing with India", "Kathmandu Star", "KATSTA", date(2019, 5, 12), "By Our Correspondent", "KATHMANDU",
         ("Nepal reopened a crossing with India on Saturday.", "India sent two trucks of medicine to Nepal.")),
    News("Nepal reopens crossing with India", "Kathmandu Star", "KATSTA", date(2019, 5, 12), "By Our Correspondent", "KATHMANDU",
         ("Nepal reopened a crossing with India on Saturday.", "India sent two trucks of medicine to Nepal.")),
)  # fmt: skip
#: Days of the week and months as the services write them.
_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_RIGHTS: Final = "All Rights Reserved"


def _long(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _short(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _words(one: News) -> int:
    return sum(len(part.split()) for part in one.text)


def nexis_lines(news: Sequence[News] = NEWS) -> list[str]:
    """The paragraphs of a file of Nexis Uni, its cover first."""
    lines = ["Page 1 of 2", "User Name: = 1A2B3C", "Date and Time: Tuesday, May 14, 2019 9:42:00AM EDT", "Job Number: 88123456", f"Documents ({len(news)})"]
    lines += [f"{number}. {one.title}" for number, one in enumerate(news, 1)]
    lines += ["Client/Matter: -None-", "Search Terms: (expel! OR treaty)", "Search Type: Terms and Connectors", "Narrowed by:", "Content Type", "News"]
    lines += ["About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2019 LexisNexis"]
    for number, one in enumerate(news):
        lines += [one.title, one.paper, f"{_long(one.day)} {_DAYS[one.day.weekday()]}{f' {one.clock} GMT' if one.clock else ''}"]
        lines += ["First Edition"] if number % 3 == 2 else []
        lines += [f"Copyright 2019 {one.paper} Group {_RIGHTS}", f"Section: NEWS; Pg. {number + 1}", f"Length: {_words(one)} words"]
        lines += [f"Byline: {one.by}"] if one.by else []
        lines += [f"Dateline: {one.place}", "Body", *one.text]
        lines += ["Correction", "An earlier version said that three diplomats were expelled by Uganda."] if number == 0 else []
        lines += ["Graphic", "Uganda attacked Rwanda, says a caption"] if number == 1 else []
        lines += ["Classification", f"Language: {one.language.upper()}", "Publication-Type: Newspaper", "Subject: DIPLOMATIC DISPUTES (90%); TREATIES (78%)"]
        lines += ["Geographic: NAIROBI, KENYA (79%)", f"Load-Date: {_long(one.day)}", "End of Document"]
    return lines


def nexis_docx(news: Sequence[News] = NEWS) -> bytes:
    """The same as a Word file; titles are headings."""
    word, titles = Word(), {one.title for one in news}
    for line in nexis_lines(news):
        paragraph = word.add_paragraph("", style="Heading 1" if line in titles else None)
        label, colon, rest = line.partition(": ")
        bold = colon and label in {"Section", "Length", "Byline", "Dateline", "Load-Date", "Language"}
        if bold:
            paragraph.add_run(label + ":").bold = True
        run = paragraph.add_run("\u00a0" + rest if bold else line)
        run.bold = line in {"Body", "Graphic", "Classification", "End of Document", "Correction"}
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def lexis_text(news: Sequence[News] = NEWS) -> str:
    """A text file of the older LexisNexis Academic."""
    found = ""
    for number, one in enumerate(news, 1):
        by = f"BYLINE: {one.by}\n\n" if one.by else ""
        body = "\n\n".join(one.text)
        found += (
            f"\n\n{number} of {len(news)} DOCUMENTS\n\n\n{one.paper}\n\n{_long(one.day)} {_DAYS[one.day.weekday()]}\nLate Edition - Final\n\n{one.title}\n\n{by}"
            f"SECTION: Section A; Column 0; Foreign Desk;\nPg. {number}\n\nLENGTH: {_words(one)} words\n\nDATELINE: {one.place}, May 2\n\n{body}\n\n\n"
            f"LOAD-DATE: {_long(one.day)}\n\nLANGUAGE: {one.language.upper()}\n\nPUBLICATION-TYPE: Newspaper\n\n\nCopyright 2019 {one.paper}\n{_RIGHTS}\n"
        )
    return found


def _number(one: News, index: int) -> str:
    return f"Document {one.code}0000{one.day:%Y%m%d}ef53000{'abcdefghijk'[index]}{index % 10}"


def factiva_lines(news: Sequence[News] = NEWS) -> list[list[str]]:
    """Articles of Factiva as they are displayed, by paragraph."""
    found: list[list[str]] = []
    for number, one in enumerate(news):
        lines = ["World News"] if number % 3 == 0 else []
        lines += [one.title, *([one.by] if one.by else []), f"{_words(one)} words", _short(one.day), *([one.clock] if one.clock else []), one.paper, one.code]
        lines += [f"A{number + 1}"] if number % 2 else []
        found.append([*lines, one.language, f"© 2019 {one.paper}. {_RIGHTS.title()}.", *one.text, _number(one, number)])
    return found


SUMMARY: Final = (
    "Search Summary", "Text\texpel* or treaty", "Date\t01/05/2019 to 14/05/2019", "Source\tAll Sources", "Timestamp\t14 May 2019 9:42",
    "© 2019 Factiva, Inc. All rights reserved.",
)  # fmt: skip


def _rtf(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    return "".join(one if one.isascii() else f"\\u{ord(one)}?" for one in plain).replace("\t", "\\tab ")


def factiva_rtf(news: Sequence[News] = NEWS) -> bytes:
    """The same in RTF, titles in bold."""
    body = ""
    for article, one in zip(factiva_lines(news), news, strict=True):
        for line in article:
            body += rf"\pard\plain\f0 {{\b {_rtf(line)}}}\par" if line == one.title else rf"\pard\plain\f0\fs20 {_rtf(line)}\par"
            body += "\r\n"
    body += "".join(rf"\pard {_rtf(line)}\par" for line in SUMMARY)
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fswiss\fcharset0 Arial;}}{\info{\title Factiva RTF Display Format}}{\header\pard Page {\field{\*\fldinst PAGE}}\par}"
    return f"{head}{body}}}".encode()


def factiva_text(news: Sequence[News] = NEWS) -> str:
    """The same in text: heads without blank lines."""
    found = ""
    for article, one in zip(factiva_lines(news), news, strict=True):
        cut = len(article) - len(one.text) - 1
        found += "\n".join(article[:cut]) + "\n\n" + "\n\n".join(article[cut:]) + "\n\n\n"
    return found + "\n".join(SUMMARY) + "\n"


def _fields(one: News, number: int) -> list[tuple[str, list[str]]]:
    found = [("SE", ["World"]), ("HD", [one.title]), ("BY", [one.by]), ("WC", [f"{_words(one)} words"]), ("PD", [_short(one.day)]), ("ET", [one.clock])]
    found += [("SN", [one.paper]), ("SC", [one.code]), ("PG", [str(number)]), ("LA", [one.language]), ("CY", [f"© 2019 {one.paper}"]), ("LP", [one.text[0]])]
    found += [("TD", list(one.text[1:])), ("CO", ["potran : Port Transit Ltd"]), ("IN", ["i7 : Transport"]), ("NS", ["gdip : International Relations"])]
    return [(code, values) for code, values in (*found, ("RE", ["kenya : Kenya"]), ("AN", [_number(one, number)])) if any(values)]


def factiva_codes(news: Sequence[News] = NEWS) -> str:
    """Articles of Factiva with codes, in text."""
    records = ["\n\n".join(f"{code}  " + "\n\n".join(values) for code, values in _fields(one, number)) for number, one in enumerate(news)]
    return "\n\n\n".join(records) + "\n"


def factiva_code_tables(news: Sequence[News] = NEWS) -> bytes:
    """Articles of Factiva with codes, in RTF: each is a table of two columns."""
    body = ""
    for number, one in enumerate(news):
        for code, values in _fields(one, number):
            told = r"\par ".join(_rtf(value) for value in values)
            body += rf"\trowd\cellx900\cellx9000\pard\intbl {{\b {code}}}\cell {told}\cell\row"
        body += r"\pard\par"
    return (r"{\rtf1\ansi{\fonttbl{\f0\fswiss Arial;}}" + body + "}").encode()


def _page(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def factiva_html(news: Sequence[News] = NEWS) -> str:
    """A page of Factiva."""
    found = ""
    for article, one in zip(factiva_lines(news), news, strict=True):
        cut = len(article) - len(one.text) - 1
        head = "".join(f'<div id="hd"><span class="enHeadline">{_page(line)}</span></div>' if line == one.title else f"<div>{_page(line)}</div>" for line in article[:cut])
        found += f'<div class="article enArticle">{head}' + "".join(f'<p class="articleParagraph enarticleParagraph">{_page(line)}</p>' for line in article[cut:-1])
        found += f"<p>{article[-1]}</p></div><br/>"
    return f"<!DOCTYPE html><html><head><title>Factiva</title></head><body><div id='contentWrapper'>{found}<div>{'<br/>'.join(SUMMARY)}</div></div></body></html>"


def europresse_html(news: Sequence[News] = NEWS) -> str:
    """A page of Europresse."""
    found = ""
    for number, one in enumerate(news, 1):
        found += (
            f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{_page(one.paper)} (site web)</span></div>'
            f'<span class="DocHeader">{_DAYS[one.day.weekday()]}, {_long(one.day)} - p. {number} - {_words(one)} words</span>'
            f'<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">{_page(one.title)}</p></div>'
            f'<div class="sm-margin-bottomNews">{_page(one.by)}</div></header><section><div class="docOcurrContainer">'
            + "".join(f"<p>{_page(part)}</p>" for part in one.text)
            + f'</div></section><footer><small>© 2019 {_page(one.paper)}. Tous droits réservés.</small>'
            f'<div class="publiC-lblNodoc">news·{one.day:%Y%m%d}·XY·{number}</div></footer></article>'
        )
    return f"<!DOCTYPE html><html><body>{found}</body></html>"


def proquest_text(news: Sequence[News] = NEWS) -> str:
    """A text file of ProQuest."""
    rule = "_" * 60
    found = f"ProQuest\n{rule}\nReport Information from ProQuest\nMay 14 2019 09:42\n{rule}\nTable of contents\n"
    found += "".join(f"{number}. {one.title}\n" for number, one in enumerate(news, 1))
    for number, one in enumerate(news, 1):
        by = "; ".join(f"{name.split()[-1]}, {' '.join(name.split()[:-1])}" for name in one.by.removeprefix("By ").split(" and ")) if one.by.startswith("By ") else ""
        found += f"\n{rule}\nDocument {number} of {len(news)}\n\n{one.title}\n\n" + (f"Author: {by}\n\n" if by else "")
        found += f"Publication info: {one.paper} ; Town [Town]. {one.day:%d %b %Y}: A.{number}.\n\nProQuest document link\n\nAbstract: None available.\n\n"
        found += f"Links: https://example.org/{number}\n\n"
        found += "Full text: " + "\n\n".join(one.text)
        found += f"\n\nSubject: Diplomatic &amp; consular services; Treaties\n\nLocation: Kenya Uganda\n\nTitle: {one.title}\n\n"
        found += f"Publication title: {one.paper}; Town\n\nFirst page: A.{number}\n\n"
        found += f"Publication year: 2019\n\nPublication date: {one.day:%b} {one.day.day}, 2019\n\nSection: World\n\nPublisher: {one.paper} Group\n\nSource type: Newspapers\n\n"
        found += f"Language of publication: {one.language}\n\nDocument type: News\n\n"
        found += f"ProQuest document ID: 22{number}\n\nDocument URL: https://search.proquest.com/docview/22{number}\n\n"
        found += f"Copyright: Copyright 2019 {one.paper}\n\nLast updated: 2019-05-14\n\nDatabase: Global Newsstream\n"
    return found + f"{rule}\nContact ProQuest\n\nCopyright © 2019 ProQuest LLC. All rights reserved. - Terms and Conditions\n"


def ebsco_text(news: Sequence[News] = NEWS) -> str:
    """A text file of EBSCO."""
    found = ""
    for number, one in enumerate(news, 1):
        found += f"Record: {number}\n\nTitle: {one.title}\n" + (f"Authors: {one.by.removeprefix('By ')}\n" if one.by else "")
        found += f"Source: {one.paper}. {one.day:%m/%d/%Y}.\nDocument Type: Article\nAccession Number: 2W621{number}\n"
        found += f"Database: Newspaper Source Plus\nSection: World, pg. A{number}\n"
        found += f"Full Text Word Count: {_words(one)}\n\n" + "\n\n".join((one.title, *one.text)) + f"\n\n(c) {one.paper}, 2019. All Rights Reserved\n\n\n"
    return found


def newsbank_text(news: Sequence[News] = NEWS) -> str:
    """A text file of NewsBank."""
    found = ""
    for number, one in enumerate(news, 1):
        by = f"Author: {one.by.removeprefix('By ')} | " if one.by else ""
        found += f"{one.title}\n{_long(one.day)} | {one.paper} (Town, Country)\n{by}Section: World | {_words(one)} Words\nPage: {number}\nOpenURL Link\n\n" + "\n\n".join(one.text)
        found += f"\n\nCITATION (AGLC STYLE)\n\n'{one.title}', {one.paper} (online), {_short(one.day)} {number}\n\nCopyright 2019, {one.paper}. All Rights Reserved.\n\n\n"
    return found


def again(news: Sequence[News] = NEWS) -> tuple[News, ...]:
    """The articles of a later export: one more in front, the others in another order."""
    return (replace(news[0], title="Malta joins the talks", text=("Malta joined the talks on Monday.",)), *reversed(news))
