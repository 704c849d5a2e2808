"""What mail quotes of earlier messages is left out, and that is said."""

from __future__ import annotations

import re
from datetime import date

from dateline.read import read
from dateline.types import Document

HEAD = "From: Ana <ana@example.org>\nTo: desk@example.org\nMessage-ID: <1@example.org>\nDate: Fri, 10 Dec 2021 09:15:00 +0200\nSubject: Border\n\n"
BODY = "Zambia closed its border with Malawi on Thursday, the ministry said in a statement.\n"


def test_quoted_lines_are_counted() -> None:
    document = read((HEAD + BODY + "\nOn Thu, Ben wrote:\n> Malawi expelled two envoys.\n>\n> Did it not?\n").encode(), input_id="a.eml")
    assert [(one.code, "2 lines" in one.detail) for one in document.problems] == [("W131", True)]
    assert "expelled" not in document.text


def test_mail_without_quotations_is_without_the_word() -> None:
    assert [one.code for one in read((HEAD + BODY).encode(), input_id="a.eml").problems] == []


def mail(subject: str, body: str, *, kind: str = "text/plain; charset=utf-8") -> Document:
    """A mail of 10 January 2023 by Anna Berg, read."""
    head = f"From: Anna Berg <anna@example.org>\nTo: desk@example.org\nMessage-ID: <1@x>\nSubject: {subject}\nDate: Tue, 10 Jan 2023 09:14:00 +0100\n"
    return read(f"{head}Content-Type: {kind}\n\n{body}".encode(), input_id="a.eml")


INNER = "Ukraine accused Russia of shelling Kherson on Saturday.\nPoland summoned the Russian ambassador over it, its ministry said in a statement.\n"
OWN = "Romania sent 40 generators on Sunday.\n\nBest,\nAnna\n"
OUTLOOK = "From: Moore, Jane (MFA) <jane@example.org>\nSent: Monday, 14 November 2022 18:02\nTo: Anna Berg; Ben Hall;\n\tCarla Diaz\nSubject: Gas\n\n"
GMAIL = "---------- Forwarded message ---------\nFrom: Jane Moore <jane@example.org>\nDate: Mon, Nov 14, 2022 at 6:02 PM\nSubject: Gas\nTo: <anna@example.org>\n\n\n"
THUNDERBIRD = "-------- Forwarded Message --------\nSubject: \tGas\nDate: \tMon, 14 Nov 2022 18:02:11 +0100\nFrom: \tJane Moore <jane@example.org>\nTo: \ta@example.org\n\n"
APPLE = "Begin forwarded message:\n\nFrom: Jane Moore <jane@example.org>\nSubject: Gas\nDate: November 14, 2022 at 6:02:11 PM GMT+1\nTo: Anna <a@example.org>\n\n"
NOTES = "----- Forwarded by Anna Berg/MFA on 10.01.2023 09:14 -----\n\nFrom: Jane Moore/MFA\nTo: Anna Berg/MFA@MFA\nDate: 14.11.2022 18:02\nSubject: Gas\n\n"


def quoted(text: str) -> str:
    """The text with ``>`` before each line."""
    return "".join(f"> {line}\n" for line in text.splitlines())


def test_a_forward_is_the_message_that_it_sends_on() -> None:
    bodies = {
        "gmail": "FYI\n\n" + GMAIL + INNER,
        "gmail below a signature": "See below.\n\n-- \nAnna Berg\nMinistry of Foreign Affairs\n\n" + GMAIL + INNER,
        "thunderbird": THUNDERBIRD + INNER,
        "apple": "Please see below what the desk in Kyiv wrote.\n\nAnna\n\n" + APPLE + INNER,
        "apple with signs": "\n\n" + APPLE.split("\n\n")[0] + "\n\n" + quoted(APPLE.split("\n\n", 1)[1] + INNER),
        "outlook": "FYI\n\nAnna\n\n-----Original Message-----\n" + OUTLOOK + INNER,
        "outlook of today": "For your information.\n\n________________________________\n" + OUTLOOK + INNER,
        "outlook by way of gmail": re.sub(r"(?m)^(From|Sent|To|Subject):", r"*\1:*", OUTLOOK) + INNER,
        "of a forward": "FYI\n\n" + GMAIL.replace("Jane Moore", "Ben Hall").replace("Nov 14", "Dec 14") + "fyi\n\n" + OUTLOOK + INNER,
        "of an answer": "FYI\n\n" + GMAIL + INNER + "\nOn Sun, 13 Nov 2022 at 10:00, Ben Hall <ben@example.org>\nwrote:\n> Hungary expelled an envoy.\n",
        "signed": "FYI\n" + GMAIL + INNER + "-- \nJane Moore\nChina Desk, Ministry of Foreign Affairs\n",
    }  # fmt: skip
    for name, body in bodies.items():
        document = mail("Fwd: Gas", body)
        assert (document.title, document.authors, str(document.published)) == ("Gas", ("Jane Moore",), "2022-11-14"), name
        assert document.text == "Gas\n\n" + INNER.replace("\n", " ").strip(), name
        assert "W132" in [one.code for one in document.problems] and ("W131" in [one.code for one in document.problems]) == (name == "of an answer"), name
    assert mail("Fwd: Gas", "FYI\n\n" + NOTES + INNER).published == date(2022, 11, 14)
    assert mail("Fwd: Gas", "FYI\n\n" + OUTLOOK.replace("Monday, 14 November 2022", "1/9/2023") + INNER).published == date(2023, 1, 9)
    unsure = mail("Fwd: Gas", "FYI\n\n" + OUTLOOK.replace("Monday, 14 November 2022", "5/6/2022") + INNER)
    assert unsure.published is None and "W102" in [one.code for one in unsure.problems]


def test_an_answer_is_without_what_it_answers_in_every_form() -> None:
    wrote = "On Mon, 14 Nov 2022 at 18:02, Jane Moore <jane@example.org> wrote:\n"
    endings = {
        "signs": wrote + quoted(INNER),
        "signs below a signature": "-- \nAnna Berg\nDesk officer\n\n" + wrote + quoted(INNER),
        "no signs": wrote + "\n" + INNER,
        "cut": wrote.replace(" <", "\n<") + quoted(INNER),
        "outlook": "-----Original Message-----\n" + OUTLOOK + INNER,
        "outlook of today": "________________________________\n" + OUTLOOK + INNER,
        "no line above": OUTLOOK + INNER,
    }
    for name, ending in endings.items():
        document = mail("Re: Fwd: Gas", OWN + "\n" + ending)
        assert (document.authors, str(document.published)) == (("Anna Berg",), "2023-01-10"), name
        assert document.text == "Gas\n\nRomania sent 40 generators on Sunday.\n\nBest, Anna", name
        assert [(one.code, "(2 lines)" in one.detail) for one in document.problems] == [("W131", True)], name
    between = mail("Re: Gas", wrote + "> Who sent them?\n\nRomania did, it said on Sunday.\n\n> And who expelled the envoy?\n\nHungary expelled the envoy.\n")
    assert between.text == "Gas\n\nRomania did, it said on Sunday.\n\nHungary expelled the envoy."
    long = mail("Fwd: Gas", OWN * 12 + GMAIL + INNER * 5)
    assert "Kherson" not in long.text and "Romania" in long.text and "W131" in [one.code for one in long.problems]


def test_pages_of_mail_are_cut_like_text() -> None:
    inner = "<p>Ukraine accused Russia of shelling Kherson on Saturday.</p><p>Poland summoned the Russian ambassador over it.</p>"
    head = "<b>From:</b> Jane Moore &lt;jane@example.org&gt;<br><b>Sent:</b> Monday, November 14, 2022 6:02 PM<br><b>To:</b> Anna Berg<br><b>Subject:</b> Gas"
    gmail = '<div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>Jane Moore</b> <span>&lt;<a href="mailto:j@example.org">j@example.org</a>&gt;</span><br>'
    gmail += "Date: Mon, Nov 14, 2022 at 6:02 PM<br>Subject: Gas<br>To: Anna &lt;a@example.org&gt;<br></div><br>"
    wrote = '<div class="gmail_attr">On Mon, Nov 14, 2022 at 6:02 PM Jane Moore &lt;j@example.org&gt; wrote:<br></div><blockquote class="gmail_quote">'
    for above in (f"<hr><div id=divRplyFwdMsg><font>{head}</font></div>", gmail):
        document = mail("Fwd: Gas", f"<html><body><div>FYI</div>{above}<div>{inner}</div></body></html>", kind="text/html; charset=utf-8")
        assert (document.title, document.authors, str(document.published)) == ("Gas", ("Jane Moore",), "2022-11-14"), document
        assert document.text.startswith("Gas\n\nUkraine accused") and document.text.endswith("over it."), document.text
    own = "<p>Romania sent 40 generators to Moldova on Sunday, its government said.</p>"
    for above in (f"<hr><div id=divRplyFwdMsg><font>{head}</font></div>", wrote):
        answer = mail("Re: Gas", f"<html><body>{own}{above}{inner}</body></html>", kind="text/html; charset=utf-8")
        assert (answer.authors, str(answer.published)) == (("Anna Berg",), "2023-01-10")
        assert answer.text == "Gas\n\nRomania sent 40 generators to Moldova on Sunday, its government said."
        assert [one.code for one in answer.problems] == ["W131"]


def test_a_message_sent_on_as_an_attachment_is_the_document() -> None:
    inner = f"From: Jane Moore <jane@example.org>\nTo: a@example.org\nSubject: Gas\nDate: Mon, 14 Nov 2022 18:02:00 +0100\nContent-Type: text/plain\n\n{INNER}"
    parts = ("Content-Type: text/plain\n\nSee attached.\n", f"Content-Type: message/rfc822\nContent-Disposition: attachment\n\n{inner}")
    data = "".join(f"--b\n{part}\n" for part in parts) + "--b--\n"
    document = mail("Fwd: Gas", data, kind='multipart/mixed; boundary="b"')
    assert (document.authors, str(document.published)) == (("Jane Moore",), "2022-11-14") and "Kherson" in document.text
    assert [one.code for one in document.problems] == ["W132"]
    answer = mail("Gas", data.replace("See attached.", OWN * 12), kind='multipart/mixed; boundary="b"')
    assert "Kherson" not in answer.text and [one.code for one in answer.problems] == ["W124"]
