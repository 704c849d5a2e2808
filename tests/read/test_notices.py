"""What newsletters and live blogs say of themselves is no text; what they report is."""

from __future__ import annotations

import pytest
from readtext import paragraphs

from dateline.read import read
from dateline.read.notices import is_notice

NOTICES = (
    "You're receiving this newsletter because you signed up on our site.",
    "You are receiving this because you asked the Baltic Desk to write to you.",
    "You received this email as a member of the Baltic Desk. Our offices are at 4 Pier Street, Riga.",
    "This email was sent to reader@post.example by the Baltic Desk.",
    "Was this email forwarded to you? Sign up here because it is free.",
    "If you no longer wish to receive our bulletins, tell us and we will end your subscription.",
    "To unsubscribe, reply to this message with the word STOP.",
    "Manage your preferences or leave the list.",
    "View this email in your browser",
    "View in browser: https://desk.example/p/14",
    "Read online",
    "See the web version | Share",
    "Forward this letter to a friend.",
    "Our mailing address is: 4 Pier Street, Riga, Latvia.",
    "We're pausing our live coverage of the talks in Geneva for tonight.",
    "We have closed this live blog. Thanks for following along.",
    "19:45 GMT We are now closing our rolling coverage of the clashes in Khartoum.",
    "This blog is now closed.",
    "This live page has ended. You can follow the latest on the siege here.",
    "Our live coverage of the strikes has ended.",
    "That's it for today's live coverage of the Sudan war. We'll be back tomorrow.",
    "Good morning and welcome to our live blog on the war in Sudan.",
    "Hello and welcome to our live coverage. I'm Liv Dahl and I'll be bringing you the latest.",
)
TEXT = (
    "We are closing our embassy in Khartoum, the minister said.",
    "Read online by thousands, the letter accused Moscow of the attack.",
    "Open in the app of the army was a list of the dead, Kyiv said.",
    "We're ending our coverage of the wounded, the doctors told the army.",
    "This page of our history is closed, the president told parliament.",
    "This message was sent to the government of Latvia on Monday by two officers.",
    "You are receiving these weapons from Iran, the general told the militia.",
    "You were subscribing to a lie, the envoy told Moscow.",
    "Unrest spread to Riga after police shot two men.",
    "Thank you for joining us in condemning the attack on Riga.",
    "Welcome to our live coverage. Russian jets struck two bridges near Odesa overnight.",
    "The army closed the live blog of a Khartoum newspaper and arrested its editor.",
    "The regulator said the blog was closed on orders of the junta.",
    "That is all the junta released, the families said.",
    "To opt out of the treaty, Denmark told its partners on Monday.",
    "If you no longer want to receive refugees, we will, the minister told Chad.",
    "If you attack us, we will stop receiving your envoys, the colonel warned Chad.",
    "Good morning, the minister said, and expelled the ambassador.",
    "We will resume our talks with Chad, the colonel said.",
)


@pytest.mark.parametrize("text", NOTICES)
def test_a_notice(text: str) -> None:
    assert is_notice(text)


@pytest.mark.parametrize("text", TEXT)
def test_no_notice(text: str) -> None:
    assert not is_notice(text)


def test_a_newsletter_is_read_without_its_footer() -> None:
    body = "Latvia on Monday expelled two officers of the Russian embassy in Riga. Estonia recalled its envoy from Minsk a day later."
    text = f"# The week\n\n3 March 2031\n\n{body}\n\nYou are getting these emails because you asked us to.\nUnsubscribe | Manage preferences\n"
    assert paragraphs(read(text.encode(), input_id="a.md")) == [body]


def test_a_live_blog_is_read_without_its_end() -> None:
    told = "Shells hit a market in Omdurman, and the army closed two bridges over the river."
    said = ((21, "We are ending our live coverage here. Thanks for reading."), (9, told))
    posts = "".join(f'<div><time datetime="2031-03-03T{hour}:30:00Z">{hour}:30</time><p>{text}</p></div>' for hour, text in said)
    page = f"<html><head><title>Fighting in Sudan: live</title></head><body><main><h1>Fighting in Sudan: live</h1>{posts}</main></body></html>"
    assert paragraphs(read(page.encode(), input_id="a.html")) == [told]
