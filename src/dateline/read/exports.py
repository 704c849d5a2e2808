"""Exports of news databases: one file, many articles, each a document with its own title, paper, day and authors.

Which files are exports is told by several signs of each article together (see each database's module), so that a document which has one of them stays
what it is.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.read.draft import Draft, Metadata
from dateline.read.exportfactiva import factiva_articles
from dateline.read.exporthtml import europresse_articles, is_candidate, page_lines
from dateline.read.exportlabelled import ebsco_articles, newsbank_articles, proquest_articles
from dateline.read.exportlines import Article
from dateline.read.exportnexis import nexis_articles
from dateline.read.plaintext import read_plain
from dateline.read.rawblocks import lines_of
from dateline.read.repeated import text_key
from dateline.read.textmap import Mapped

#: What each kind has in it, so that other texts are not looked through.
_SIGNS: Final = re.compile(
    r"(?i:end of document|\d+ of \d+ documents?\b|accession number|proquest)|Document [A-Z0-9]{3,14}(?:19|20)\d{6}|\d words\b.*\||\|.*\d Words\b", re.MULTILINE
)
_READERS: Final = (nexis_articles, factiva_articles, proquest_articles, ebsco_articles, newsbank_articles)
#: So many hexadecimal digits tell the articles of a file apart.
_KEY: Final = 12


def articles_of(text: Mapped, *, page: bool = False) -> tuple[Article, ...]:
    """The articles of an export; nothing where the text is none.

    Args:
        text: the text, normalised, its lines as they stand; or a page's source.
        page: whether it is a page's source.
    """
    if page:
        if not is_candidate(text.text):
            return ()
        found = europresse_articles(text) or _articles([line for one in page_lines(text) for line in (one, Mapped.inserted(""))])
    else:
        found = _articles(list(lines_of(text))) if _SIGNS.search(text.text) else ()
    return tuple(_apart(one) for one in found)


def _articles(lines: Sequence[Mapped]) -> tuple[Article, ...]:
    return next((found for reader in _READERS if (found := reader(lines))), ())


def article_text(article: Article) -> str:
    """The raw text of an article, to which offsets refer: its own, so that acts keep their ids wherever in a file it stands."""
    return f"{article.title.text}\n\n{article.text.text}" if article.title else article.text.text


def _apart(article: Article) -> Article:
    """An article whose offsets count its own text."""
    raw = Mapped.whole(article_text(article))
    title = raw.slice(0, len(article.title)) if article.title else None
    return replace(article, title=title, text=raw.slice(len(raw) - len(article.text)))


def article_keys(articles: Sequence[Article]) -> tuple[str, ...]:
    """What tells each article of a file from the others, made of title, text, paper and day: it stays in another export; a second copy has a number."""
    keys = [article_hash(one)[:_KEY] for one in articles]
    seen: Counter[str] = Counter()
    found: list[str] = []
    for key in keys:
        seen[key] += 1
        found.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return tuple(found)


def article_hash(article: Article) -> str:
    """What stands for the bytes of an article, which the file's own bytes do not tell: they change with every export."""
    words = " ".join(f"{article.title.text if article.title else ''} {article.text.text}".split())
    return hashlib.sha256(f"{text_key(words, article.published)}\0{article.publisher or ''}".encode()).hexdigest()


def article_draft(article: Article) -> Draft:
    """The draft of an article's text."""
    return replace(read_plain(article.text), metadata=Metadata())


def article_known(article: Article) -> Metadata:
    """What the head of an article says of it."""
    return Metadata(
        title=article.title.text if article.title else None,
        title_text=article.title,
        authors=article.authors,
        published=article.published,
        publisher=article.publisher,
        url=article.url,
    )
