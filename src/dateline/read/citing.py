"""Which addresses cite: those of articles, reports and documents that words are linked to, and none of what a page links to besides."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import SplitResult, parse_qs, urlsplit

#: Pages about a subject, a person or the site, and what is no page to read.
_NO_ARTICLE: Final = frozenset(
    "tag tags topic topics theme themes subject subjects category categories section author authors by staff people person profile profiles experts expert"
    " contributor contributors team search wiki about contact subscribe newsletter newsletters newsletter-signup signup login account donate shop store"
    " share sharer sharer.php intent privacy terms jobs careers hashtag user users podcasts countries country regions region keyword keywords".split()
)
#: Pages in which a site tells its rules, and those of a letter's own dispatch.
_RULES: Final = re.compile(
    r"(?:[a-z]+-){0,2}(?:trust-principles|our-standards|standards-and-\w+|(?:editorial|ethics|privacy|cookies?|corrections?|comments?|community|moderation|republish(?:ing)?|republication"
    r"|copyright|fact-check(?:ing)?|data-protection|advertising|publishing)-(?:policy|policies|notice|statement|principles|guidelines|standards|code|values|charter)"
    r"|code-of-(?:ethics|conduct)|terms-(?:of-(?:use|service)|and-conditions)|legal-notice|unsubscribe|view-in-browser|web-version)"
)
#: Linked words that name no source wherever they stand: what a reader may do with the page, and the site's rules.
_OF_SITE: Final = re.compile(
    r"\W*(?:(?:the |our |its )?(?:(?:[\w-]+ ){0,2}(?:trust principles"
    r"|(?:editorial|privacy|cookie|corrections?|comments?|ethics|republishing|republication) (?:policy|standards|guidelines|principles|notice)"
    r"|code of (?:ethics|conduct))|terms (?:of (?:use|service)|and conditions)|legal notice)(?:[.,]* opens (?:in a )?new (?:tab|window))?|our standards"
    r"|(?:view|read|open|see) (?:(?:this|it) )?(?:(?:e-?mail|newsletter|post|issue) )?(?:online|in (?:your |the |a )?(?:web )?(?:browser|app))"
    r"|(?:view (?:the )?)?(?:web|online|browser) version|in (?:your |the |a )?(?:web )?browser"
    r"|share(?: this)?(?: (?:article|page|post|story|letter))?(?: (?:on|via|by|with) [\w-]+)?|follow (?:us|me)(?: on [\w-]+)?|donate(?: (?:here|now))?"
    r"|(?:subscribe|sign up)(?: (?:(?:to|for) (?:.{0,40} )?(?:newsletters?|letters?|updates|e-?mails|alerts|list|briefings?|podcasts?)|here|now|today))*"
    r"|unsubscribe(?: here)?|opt[ -]out|(?:manage|update|change) (?:your |my )?(?:e-?mail )?(?:preferences|subscriptions?)|forward (?:this )?to a friend"
    r"|report an? (?:error|mistake)|(?:this )?creative commons\b.{0,90}|cc[ -]by\b.{0,20})\W*",
    re.IGNORECASE,
)
#: Hosts that pass readers on, hold profiles or licences: what they link to is not told by the address.
_NO_SOURCE: Final = re.compile(
    r"(?:^|\.)(?:creativecommons\.org|wikipedia\.org|wikidata\.org|addtoany\.com|list-manage\.com|mailchi\.mp|amazon\.\w+|apple\.com|spotify\.com)$"
    r"|^(?:click|links?|track\w*|email|go)\."
)
#: Hosts that programs put before an address ("https://www.google.com/url?q=https://..."), which is one of these parts of the query.
_PASSED_ON: Final = re.compile(r"https?://(?:www\.google\.[\w.]+/url|(?:[\w-]+\.)?safelinks\.protection\.outlook\.com/|lm?\.facebook\.com/l\.php|out\.reddit\.com/)\S*\?")
_PASSED: Final = ("q", "url", "u")
#: Longer addresses (code points) are none that people cite.
_LONGEST: Final = 1000
#: The address of one article, and not of a part of a site: a number, three words, or the name of a file.
_ARTICLE: Final = re.compile(r"\d|[-_][^-_/]+[-_]|\.(?:html?|pdf|aspx?|php)$")
_LOWER: Final = re.compile(r"\b[a-z]{3,}\b")
_ADDRESS_WORDS: Final = re.compile(r"(?:https?://|www\.)\S+")


def cites(words: str, address: str) -> bool:
    """Whether linked words cite what they are linked to.

    They do where they tell something ("killed three soldiers", "a report") or the address is that of one article. Names that are linked to a page
    about who bears them, shares, subscriptions, licences, a site's rules and the pages of its subjects do not.
    """
    if not words.strip() or _OF_SITE.fullmatch(words) or not is_page(address):
        return False
    parts = urlsplit(address)
    steps = [step for step in parts.path.split("/") if step]
    article = _ARTICLE.search(parts.path) is not None or re.search(r"\d", parts.query) is not None
    tells = _LOWER.search(_ADDRESS_WORDS.sub("", words)) is not None
    return article or (tells and (len(steps) > 1 or "-" in steps[0]))


def told_address(address: str) -> str:
    """The address that a link leads to in the end, where the one that it has tells it.

    Example:
        >>> told_address("https://www.google.com/url?q=https://nrk.no/1&sa=D")
        'https://nrk.no/1'
    """
    parts = _split(address) if _PASSED_ON.match(address) else None
    query = parse_qs(parts.query) if parts is not None else {}
    return next((told for name in _PASSED for told in query.get(name, ()) if told.startswith(("http://", "https://"))), address)


def is_page(address: str) -> bool:
    """Whether an address is that of a page that can be cited: none of a site as a whole, of a subject or person, of what a site offers and rules."""
    parts = _split(address) if address.startswith(("http://", "https://")) and len(address) <= _LONGEST else None
    if parts is None or not parts.hostname or _NO_SOURCE.search(parts.hostname):
        return False
    steps = [step.lower() for step in parts.path.split("/") if step]
    return bool(steps) and not any(step in _NO_ARTICLE or step.startswith("@") or _RULES.fullmatch(re.sub(r"\.\w+$", "", step)) for step in steps)


def _split(address: str) -> SplitResult | None:
    """The parts of an address; ``None`` where it is none after all ("http://[1")."""
    try:
        return urlsplit(address)
    except ValueError:
        return None
