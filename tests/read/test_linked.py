"""Sources that the text itself names: linked words, addresses, brackets with outlet and day."""

from __future__ import annotations

import pytest
from making import W, packed, word_package

from dateline.read import read
from dateline.read.citing import cites
from dateline.types import Document

ARTICLE = "https://www.reuters.com/world/africa/chad-expels-envoy-2023-04-08/"
OTHER = "https://www.lemonde.fr/afrique/article/2023/04/09/tchad-berlin_6168849_3212.html"


def told(document: Document) -> dict[str, list[str]]:
    """For each note, the words up to each of its markers from the last sentence end before it."""
    text = document.text
    return {note.label: [text[:at].rsplit("\n", 1)[-1].rstrip(".").rsplit(". ", 1)[-1] for at in note.markers] for note in document.notes}


def of_page(paragraphs: str) -> Document:
    return read(f"<html><body><article><h1>Chad and Germany</h1><p>8 May 2023</p>{paragraphs}</article></body></html>".encode(), input_id="x.html")


def test_linked_words_cite_for_their_sentence() -> None:
    page = of_page(f'<p>On 7 April Chad <a href="{ARTICLE}">expelled the German ambassador</a> for his manners. Berlin answered in kind.</p>')
    assert told(page) == {"link 1": ["On 7 April Chad expelled the German ambassador for his manners"]}
    (source,) = page.sources
    assert (source.agency, source.published, source.url, source.note) == ("Reuters", "2023-04-08", ARTICLE, "link 1")


def test_two_links_of_a_sentence_share_it() -> None:
    page = of_page(f'<p>Chad <a href="{ARTICLE}">expelled the envoy</a> and Germany <a href="{OTHER}">expelled Chad\'s</a> on Tuesday.</p>')
    assert told(page) == {"link 1": ["Chad expelled the envoy"], "link 2": ["Chad expelled the envoy and Germany expelled Chad's on Tuesday"]}


def test_an_article_that_is_linked_twice_is_one_note() -> None:
    page = of_page(f'<p>Chad <a href="{ARTICLE}">expelled the envoy</a>.</p><p>The envoy <a href="{ARTICLE}">left on Saturday</a>.</p>')
    assert told(page) == {"link 1": ["Chad expelled the envoy", "The envoy left on Saturday"]}
    assert len(page.sources) == 1


def test_links_and_footnotes_beside_each_other() -> None:
    text = f"""# Chad and Germany

8 May 2023

Chad [expelled the envoy]({ARTICLE}) on 7 April. Germany answered.[^1]

[^1]: "Berlin Expels Chadian Ambassador", Le Monde, 11 April 2023.
"""
    document = read(text.encode(), input_id="x.md")
    assert told(document) == {"1": ["Germany answered"], "link 1": ["Chad expelled the envoy on 7 April"]}
    assert [s.note for s in document.sources] == ["1", "link 1"]


def test_word_files() -> None:
    link = '<w:hyperlink r:id="rId7"><w:r><w:t>expelled the envoy</w:t></w:r></w:hyperlink>'
    body = f"<w:p><w:r><w:t xml:space='preserve'>Chad </w:t></w:r>{link}<w:r><w:t xml:space='preserve'> on Friday. Berlin was told.</w:t></w:r></w:p>"
    package = word_package(f"<w:document {W}><w:body>{body}</w:body></w:document>")
    package["word/_rels/document.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" TargetMode="External" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="{ARTICLE}?a=1&amp;b=2"/></Relationships>'
    )
    document = read(packed(package), input_id="x.docx")
    assert told(document) == {"link 1": ["Chad expelled the envoy on Friday"]}
    assert document.sources[0].url == f"{ARTICLE}?a=1&b=2"


@pytest.mark.parametrize(
    ("bracket", "cited"),
    [
        ("(Reuters, 8 April 2023)", ("bracket 1", "Reuters", None, "2023-04-08")),
        ("(source: Le Monde, April 9, 2023)", ("bracket 1", None, "Le Monde", "2023-04-09")),
        (f"({OTHER})", ("link 1", None, "Le Monde", "2023-04-09")),
        (f"<{OTHER}>", ("link 1", None, "Le Monde", "2023-04-09")),
        (f": {OTHER}", ("link 1", None, "Le Monde", "2023-04-09")),
    ],
)
def test_what_stands_in_the_text(bracket: str, cited: tuple[str | None, ...]) -> None:
    document = read(f"# Chad\n\n8 May 2023\n\nChad expelled the envoy on 7 April {bracket}. Berlin was told.\n".encode(), input_id="x.md")
    (source,) = document.sources
    assert (source.note, source.agency, source.outlet, source.published) == cited
    (note,) = document.notes
    assert [document.text[at - 1 :].lstrip(".")[:8] for at in note.markers] == [" Berlin "]


@pytest.mark.parametrize(
    "text",
    [
        "Chad expelled the envoy (a Social Democrat since 3 May 1998) on Friday.",
        "Chad expelled the envoy (see the annex of 8 April 2023) on Friday.",
        "[Chad](https://example.org/chad) expelled [Gordon Kricke](https://example.org/people/gordon-kricke-12) on Friday.",
        "[Chad](https://en.wikipedia.org/wiki/Chad) expelled the envoy; [share this](https://twitter.com/intent/tweet?url=1).",
        "Chad expelled the envoy. [Subscribe to our letter](https://example.org/newsletter/daily-brief-1).",
        "Chad expelled the envoy, [the ministry](https://diplomatie.gouv.td/) said, [as above](#note).",
    ],
)
def test_what_cites_nothing(text: str) -> None:
    assert read(f"# Chad\n\n8 May 2023\n\n{text}\n".encode(), input_id="x.md").sources == ()


@pytest.mark.parametrize(
    ("words", "address", "expected"),
    [
        ("Reuters", ARTICLE, True),
        ("reported", "https://n1info.rs/vesti/srbija-demantuje/", True),
        ("a statement", "https://mfa.gov.ge/statement", False),
        ("Kenya", "https://example.org/countries/kenya-1", False),
        ("here", "http://[1", False),
        ("here", "mailto:a@b.org", False),
        ("here", "https://example.org/" + "a-" * 600, False),
    ],
)
def test_which_links_cite(words: str, address: str, *, expected: bool) -> None:
    assert cites(words, address) is expected


@pytest.mark.parametrize(
    "footer",
    [
        'Our Standards: <a href="https://wire.example/about/trust-principles-2">The Wire Trust Principles</a>',
        'Our editorial guidelines: <a href="https://paper.example/2020/how-we-report">how we report</a>.',
        'This article is licensed under a <a rel="license" href="https://licences.example/by-nd/4.0/">licence that asks for a link (CC BY-ND 4.0)</a>.',
        'Published under a <a href="https://creativecommons.org/licenses/by-sa/3.0/">Creative Commons licence</a>.',
        '<a href="https://letter.example/p/no-14-b">View this post online</a>',
        '<a href="https://letter.example/p/no-14-b">Web version</a> | <a href="https://letter.example/p/no-14-b/out">Unsubscribe</a>',
        'Read in app: <a href="https://letter.example/p/no-14-b">letter.example/p/no-14-b</a>',
        'Read more about us in <a href="https://paper.example/ethics-policy/2021">our ethics code</a>.',
        'Reported by staff. <a rel="author" href="https://paper.example/writers/ann-b-lee">More of what Ann Lee wrote</a>',
    ],
)
def test_what_a_page_says_of_itself_cites_nothing(footer: str) -> None:
    assert of_page(f"<p>On 7 April Chad expelled the German ambassador for his manners.</p><p>{footer}</p>").sources == ()


@pytest.mark.parametrize(
    "told",
    [
        'Chad <a href="https://ofac.example/licenses/gl-8j">was let off by a licence</a> on Friday.',
        'Read online, the decree <a href="https://paper.example/2023/decree">bans the envoy</a> from Chad.',
        'Our standards of conduct <a href="https://paper.example/2023/conduct">fell short</a>, the army of Chad said.',
        'All content on the air <a href="https://paper.example/2023/radio">is published under the eyes of the army</a>, Chad said.',
    ],
)
def test_words_of_footers_in_a_text_cite(told: str) -> None:
    assert [one.note for one in of_page(f"<p>{told}</p>").sources] == ["link 1"]


BEHIND = (
    f"Chad expelled the envoy on 7 April. {ARTICLE} Berlin was told.",
    f"Chad expelled the envoy on 7 April. ({ARTICLE}) Berlin was told.",
    f"Chad expelled the envoy on 7 April. Source: {ARTICLE}\n\nBerlin was told.",
    f"Chad expelled the envoy on 7 April. [Source: RFI, {ARTICLE}] Berlin was told.",
    f"Chad expelled the envoy on 7 April.\n{ARTICLE}\n\nBerlin was told.",
    f"Chad expelled the envoy on 7 April. See the report at {ARTICLE}. Berlin was told.",
    "Chad expelled the envoy on 7 April. See www.presidence.td/communique. Berlin was told.",
    "Chad expelled the envoy on 7 April. (Reuters, 8 April 2023) Berlin was told.",
    f"Chad expelled the envoy on 7 April. [Read more]({ARTICLE}) Berlin was told.",
    f"Chad expelled the envoy on 7 April. ([Reuters]({ARTICLE})) Berlin was told.",
    f"Chad expelled the envoy on 7 April.\n\nSource: {ARTICLE}\n\nBerlin was told.",
    f"Chad expelled the envoy on 7 April.\n\nSource: [Reuters, a report]({ARTICLE})\n\nBerlin was told.",
)


@pytest.mark.parametrize("text", BEHIND)
def test_a_source_behind_the_full_stop_is_that_of_the_sentence_before(text: str) -> None:
    document = read(f"# Chad\n\n8 May 2023\n\nNobody in Berlin had thought so. {text}\n".encode(), input_id="x.md")
    assert list(told(document).values()) == [["Chad expelled the envoy on 7 April"]]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (f"Chad was angry. {ARTICLE} says that it expelled the envoy. Berlin was told.", "says that it expelled the envoy"),
        (f"Chad was angry. Sources in Ndjamena [blamed the envoy]({ARTICLE}). Berlin was told.", "Sources in Ndjamena blamed the envoy"),
        (f"Chad was angry. (Berlin [expelled a diplomat]({ARTICLE}) as well.) Paris was told.", "(Berlin expelled a diplomat as well.)"),
        (f"Chad was angry. More than ten [were expelled]({ARTICLE}). Berlin was told.", "More than ten were expelled"),
        (f"Chad fought the U.S. ({ARTICLE}) on 7 April. Berlin was told.", f"({ARTICLE}) on 7 April"),
        (f"{ARTICLE} On 7 April Chad expelled the envoy. Berlin was told.", "On 7 April Chad expelled the envoy"),
    ],
)
def test_a_source_in_a_sentence_is_that_of_its_own(text: str, sentence: str) -> None:
    document = read(f"# Chad\n\n8 May 2023\n\n{text}\n".encode(), input_id="x.md")
    (note,) = document.notes
    assert document.text[: note.markers[0]].rstrip(".").endswith(sentence.rstrip("."))


def test_lines_of_addresses() -> None:
    both = f"Chad expelled the envoy on Friday.\n\n{ARTICLE}\n\nBerlin expelled Chad's envoy on Monday.\n\n{OTHER}\n"
    assert told(read(f"# Chad\n\n8 May 2023\n\n{both}".encode(), input_id="x.md")) == {
        "link 1": ["Chad expelled the envoy on Friday"],
        "link 2": ["Berlin expelled Chad's envoy on Monday"],
    }
    alone = f"Chad expelled the envoy on Friday.\n\nBerlin was told.\n\n{ARTICLE}\n"
    assert read(f"# Chad\n\n8 May 2023\n\n{alone}".encode(), input_id="x.md").sources == ()
    printed = both.replace(OTHER, ARTICLE)
    assert read(f"# Chad\n\n8 May 2023\n\n{printed}".encode(), input_id="x.md").sources == ()


def test_an_address_that_mail_is_sent_to_cites_nothing() -> None:
    text = "Chad expelled the envoy on Friday. Write to us at press@www.chad.example/desk-12 on Monday. See www.chad.example."
    assert read(f"# Chad\n\n8 May 2023\n\n{text}\n".encode(), input_id="x.md").sources == ()


@pytest.mark.parametrize(
    "label",
    [
        f'Friday.<a href="{ARTICLE}">[1]</a>',
        f'Friday. <a href="{ARTICLE}">[1]</a>',
        f'Friday <a href="{ARTICLE}">[1]</a>.',
        f'Friday.<sup><a href="{ARTICLE}">1</a></sup>',
        f'Friday.<a href="{ARTICLE}"><sup>[1]</sup></a>',
    ],
)
def test_a_link_that_is_only_a_label(label: str) -> None:
    page = of_page(f"<p>Chad expelled the envoy on {label} Berlin was told.</p>")
    assert told(page) == {"link 1": ["Chad expelled the envoy on Friday"]}
    assert "Friday. Berlin" in page.text
    assert page.problems == ()


def test_a_link_that_is_only_a_label_in_markdown() -> None:
    for label in (f"Friday. [[1]]({ARTICLE})", f"Friday.[\\[1\\]]({ARTICLE})", f"Friday.[1]({ARTICLE})"):
        page = read(f"# Chad\n\n8 May 2023\n\nChad expelled the envoy on {label} Berlin was told.\n".encode(), input_id="x.md")
        assert told(page) == {"link 1": ["Chad expelled the envoy on Friday"]}
        assert "Friday. Berlin" in page.text


def test_a_linked_label_that_a_note_answers_and_a_linked_number_of_the_text_stay() -> None:
    page = of_page(f'<p>Chad expelled the envoy on Friday.<a href="{ARTICLE}">[1]</a> Berlin was told.</p><h2>Notes</h2><p>[1] Reuters, 8 April 2023.</p>')
    assert [note.label for note in page.notes if note.markers] == ["1", "link 1"]
    counted = read(f"# Chad\n\n8 May 2023\n\nChad expelled [12]({ARTICLE}) envoys on Friday. Berlin was told.\n".encode(), input_id="x.md")
    assert "expelled 12 envoys" in counted.text
