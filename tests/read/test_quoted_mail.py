"""What mail quotes of earlier messages is left out, and that is said."""

from __future__ import annotations

from dateline.read import read

HEAD = "From: Ana <ana@example.org>\nTo: desk@example.org\nMessage-ID: <1@example.org>\nDate: Fri, 10 Dec 2021 09:15:00 +0200\nSubject: Border\n\n"
BODY = "Zambia closed its border with Malawi on Thursday, the ministry said in a statement.\n"


def test_quoted_lines_are_counted() -> None:
    document = read((HEAD + BODY + "\nOn Thu, Ben wrote:\n> Malawi expelled two envoys.\n>\n> Did it not?\n").encode(), input_id="a.eml")
    assert [(one.code, "2 lines" in one.detail) for one in document.problems] == [("W131", True)]
    assert "expelled" not in document.text


def test_mail_without_quotations_is_without_the_word() -> None:
    assert [one.code for one in read((HEAD + BODY).encode(), input_id="a.eml").problems] == []
