# ruff: noqa: E501
"""Heads of plain documents as agencies, ministries, papers and committees write them, and the same lines in the forms of other formats.

Each has its lines, the title, authors, day and publisher that a reader sees, and the paragraphs that are its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Final, NamedTuple

from making import W, p, packed, word_package

ACTS: Final = (
    "Norway recalled its ambassador from Minsk on Tuesday, and the government of Belarus condemned the step.",
    "Sweden and Latvia sent notes of protest to Belarus two days later.",
)


class Head(NamedTuple):
    """A document, with what is to be read in its head."""

    head: str
    title: str | None
    authors: tuple[str, ...]
    published: date | None
    publisher: str | None
    text: tuple[str, ...] = ACTS

    @property
    def lines(self) -> str:
        """The head and the text below it."""
        return self.head + "\n\n" + "\n\n".join(self.text)


def forms(text: str) -> Iterator[tuple[str, bytes]]:
    """A plain text in the forms that such documents have: as it is, as Markdown, as a web page with breaks or paragraphs, as a Word file."""
    groups = [group.split("\n") for group in text.split("\n\n")]
    yield "a.txt", text.encode()
    yield "a.md", "\n\n".join("  \n".join(group) for group in groups).encode()
    broken = "".join(f"<p>{'<br>'.join(map(escape, group))}</p>" for group in groups)
    yield "a.html", f"<html><body><article>{broken}</article></body></html>".encode()
    parted = "".join(f"<p>{escape(line)}</p>" for group in groups for line in group)
    yield "b.html", f"<html><body><article>{parted}</article></body></html>".encode()
    body = "".join(p(escape(line)) for group in groups for line in group)
    yield "a.docx", packed(word_package(f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>"))


_TITLE: Final = "Norway recalls its envoy from Minsk"
_DAY: Final = date(2016, 5, 18)
_KARI: Final = ("Kari Nordmann",)

LABELLED: Final = (
    Head(f"Title: {_TITLE}\nAuthor: Kari Nordmann\nDate: 18 May 2016\nSource: Nordic Desk", _TITLE, _KARI, _DAY, "Nordic Desk"),
    Head(f"TITLE:   {_TITLE}\nAUTHORS: Kari Nordmann and Ola Berg\nPUBLISHED: May 18, 2016\nPUBLISHER: Baltic Office", _TITLE, ("Kari Nordmann", "Ola Berg"), _DAY, "Baltic Office"),
    Head(f"Headline: {_TITLE}\nByline: Kari Nordmann\nPublication: The Nordic Times\nPublication date: 2016-05-18\nURL: https://nordic.example/a", _TITLE, _KARI, _DAY, "Nordic Times"),
    Head(f"Title: {_TITLE}\n\nBy: Kari Nordmann\n\nDate of publication: Wednesday, 18 May 2016", _TITLE, _KARI, _DAY, None),
    Head(f"Source: Nordic Desk\nDate: 18 May 2016\nTitle: {_TITLE}\nCountry: Norway\nLanguage: English", _TITLE, (), _DAY, "Nordic Desk"),
    Head(f"Document title: {_TITLE}\nPrepared by: Kari Nordmann\nDate: 18/05/2016\nOrganisation: Baltic Office", _TITLE, _KARI, _DAY, "Baltic Office"),
)

NEWS: Final = (
    Head(f"{_TITLE}\nBy Kari Nordmann\nPublished: May 18, 2016 | Updated: May 20, 2016", _TITLE, _KARI, _DAY, None),
    Head(f"{_TITLE}\nBy Kari Nordmann, Nordic Desk\nUpdated 20 May 2016, first published 18 May 2016", _TITLE, _KARI, _DAY, None),
    Head(f"{_TITLE}\n\nBy Kari Nordmann and Ola Berg\nMay 18, 2016 9:14 am Updated May 20, 2016 10:00 am", _TITLE, ("Kari Nordmann", "Ola Berg"), _DAY, None),
    Head(f"{_TITLE}\n\nKari Nordmann in Oslo\nWed 18 May 2016 14.05 BST", _TITLE, _KARI, _DAY, None),
    Head(f"{_TITLE}\n\nKari Nordmann in Oslo and Ola Berg in Minsk\nWed 18 May 2016 14.05 BST\nLast modified on Fri 20 May 2016 09.00 BST", _TITLE, ("Kari Nordmann", "Ola Berg"), _DAY, None),
    Head(f"{_TITLE}\nBy KARI NORDMANN\nOslo\nWednesday 18 May 2016 at 2:05pm", _TITLE, _KARI, _DAY, None),
    Head(f"{_TITLE}\nKari Nordmann, Oslo\n18 May 2016 • 2:05pm", _TITLE, _KARI, _DAY, None),
    Head(f"{_TITLE}\nPosted: 18 May 2016; last updated: 20 May 2016\nBy Kari Nordmann", _TITLE, _KARI, _DAY, None),
)

PAPERS: Final = (
    Head(f"The Nordic Times\nWednesday, May 18, 2016\nPage A4\n\n{_TITLE}\n\nBy KARI NORDMANN", _TITLE, _KARI, _DAY, "The Nordic Times"),
    Head(f"Le Monde diplomatique – English edition\n18 May 2016\n\n{_TITLE}", _TITLE, (), _DAY, "Le Monde diplomatique – English edition"),
    Head(f"THE BALTIC HERALD\nVol. 12, No. 118, Wednesday, 18 May 2016, p. 4\n\n{_TITLE}\nBy Kari Nordmann", _TITLE, _KARI, _DAY, "THE BALTIC HERALD"),
    Head(f"Oslo Evening Post\nMay 18, 2016 Wednesday\nSECTION: Foreign; Pg. 12\nLENGTH: 412 words\n\n{_TITLE}\n\nBYLINE: Kari Nordmann", _TITLE, _KARI, _DAY, "Oslo Evening Post"),
    Head(f"Nordic Tribune, 18 May 2016, page 7\n\n{_TITLE}\n\nKari Nordmann", _TITLE, _KARI, _DAY, "Nordic Tribune"),
    Head(f"The Guardian\n18 May 2016\nInternational, p. 12\n\n{_TITLE}\nBy Kari Nordmann", _TITLE, _KARI, _DAY, "The Guardian"),
)

RELEASES: Final = (
    Head(f"FOR IMMEDIATE RELEASE\n\nMinistry of Foreign Affairs of Norway\nSpokesperson's Office\nOslo, 18 May 2016\n\n{_TITLE}", _TITLE, (), _DAY, "Ministry of Foreign Affairs of Norway"),
    Head(f"Ministry of Foreign Affairs of Norway\nPress release\nOslo, 18 May 2016\n\n{_TITLE}", _TITLE, (), _DAY, "Ministry of Foreign Affairs of Norway"),
    Head(f"PRESS RELEASE\nFor immediate release\n18 May 2016\n\n{_TITLE}", _TITLE, (), _DAY, None),
    Head(f"MEDIA ADVISORY\n\n{_TITLE}\n\nEmbargoed until 18 May 2016, 10:00 CET\n\nContact: Ola Berg, +47 22 00 00 00", _TITLE, (), _DAY, None),
    Head(f"Baltic Relief Council\nPRESS STATEMENT - EMBARGOED UNTIL 00:01 GMT, 18 MAY 2016\n\n{_TITLE}", _TITLE, (), _DAY, "Baltic Relief Council"),
    Head(f"Press Release No. 114/2016\nGovernment of Latvia, Press Office\nRiga, Wednesday 18 May 2016\n\n{_TITLE}", _TITLE, (), _DAY, "Government of Latvia, Press Office"),
    Head(
        f"For Immediate Release\n\n{_TITLE}", _TITLE, (), _DAY, None,
        (f"OSLO, Norway, May 18, 2016 - {ACTS[0]}", ACTS[1]),
    ),
    Head(f"For Immediate Release\n\n{_TITLE}", _TITLE, (), _DAY, None, (f"Oslo, 18 May 2016 – {ACTS[0]}", ACTS[1])),
)  # fmt: skip

_JOINT: Final = "Minutes of the 14th meeting of the Joint Border Commission"
_MET: Final = date(2009, 10, 6)
_SAID: Final = ("Kyrgyzstan protested that Uzbek border guards had shot a farmer near Aksy on 2 September.", "Uzbekistan rejected the protest and released three detained Kyrgyz citizens.")
MINUTES: Final = (
    Head(
        f"{_JOINT.upper()}\nHeld in Tashkent on 6 October 2009, 10:00-12:30\n\nPresent: Mr A. Karimov (Uzbekistan, chair), Ms G. Osmonova (Kyrgyzstan)\nApologies: Kazakhstan\n\n"
        f"1. Adoption of the agenda\nThe agenda was adopted.\n\n2. Incidents since the last meeting\n2.1 {_SAID[0]}\n2.2 {_SAID[1]}\n\nNext meeting: Bishkek, 12 January 2010",
        _JOINT.upper(), (), _MET, None, _SAID,
    ),
    Head(f"{_JOINT}\nTashkent, 6 October 2009\n\n{_SAID[0]}\n\n{_SAID[1]}\n\nDate of next meeting: 12 January 2010", _JOINT, (), _MET, None, _SAID),
    Head(
        f"Joint Border Commission\nMinutes\n\nDate: 6 October 2009\nPlace: Tashkent\nPresent: Uzbekistan, Kyrgyzstan\n\n1. {_SAID[0]}\n2. {_SAID[1]}\n\nDate of next meeting: 12 January 2010",
        "Joint Border Commission", (), _MET, None, _SAID,
    ),
    Head(
        f"Minutes of the Joint Border Commission\n\nDate and time: 6 October 2009, 10.00 a.m.\nVenue: Hotel Uzbekistan, Tashkent\nIn attendance:\nMr A. Karimov (Uzbekistan)\nMs G. Osmonova (Kyrgyzstan)\nApologies: none\n\n"
        f"Item 1: Border incidents\n{_SAID[0]}\n\nItem 2: Any other business\n{_SAID[1]}\n\nAction: secretariat to circulate maps\nDeadline: 1 November 2009\nNext meeting: 12 January 2010, Bishkek",
        "Minutes of the Joint Border Commission", (), _MET, None, _SAID,
    ),
    Head(
        f"Joint Border Commission\nSummary record of the meeting held on 6 October 2009 in Tashkent\n\nParticipants: Uzbekistan, Kyrgyzstan, Tajikistan\n\n1.1 {_SAID[0]}\n1.2 {_SAID[1]}\n\nThe next meeting will be held on 12 January 2010.",
        "Summary record of the meeting held on 6 October 2009 in Tashkent", (), _MET, None, _SAID,
    ),
    Head(
        f"Minutes\nof the meeting of the Joint Border Commission, Tashkent, 6 October 2009\n\nChair: Mr A. Karimov\nAbsent: Kazakhstan\n\nI. Opening\nThe chair opened the meeting.\n\nII. Incidents\n{_SAID[0]}\n{_SAID[1]}",
        None, (), _MET, None, _SAID,
    ),
)  # fmt: skip
