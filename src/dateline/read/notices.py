"""What a newsletter or a live blog says of itself: why a reader gets it, how to leave it, that it opens or closes."""

from __future__ import annotations

import re
from typing import Final

_SENT: Final = r"(?:e-?mail|newsletter|message|briefing|digest|bulletin|alert|mailing|update)s?"
_LEAVE: Final = rf"(?:(?:stop|prefer not to|rather not|no longer (?:wish|want) to) (?:receiv(?:e|ing)|get(?:ting)?)|opt[ -]out of) (?:\w+ ){{0,3}}{_SENT}"
#: What newsletters write over the address of their page on the web, and what such a line goes on with.
_ONLINE: Final = (
    rf"(?:(?:view|read|open|see) (?:(?:this|the|it) )?(?:{_SENT} )?(?:online|in (?:your |a |the )?(?:web )?(?:browser|app))"
    r"|(?:(?:view|read|open|see) (?:the )?)?(?:web|online|browser) version)"
)
_ENDS: Final = r"(?=[\s.]*(?:$|[|:<(›»→–-]|https?:|www\.))"
#: The head of a newsletter's own lines, whatever address or link goes on behind it.
_FOOTER: Final = re.compile(
    rf"(?:you(?:['’]re| are| have been|['’]ve been)? (?:currently )?(?:getting|receiving|received|sent|got) (?:this|these)(?: (?:\w+ )?{_SENT})? (?:because|as|since|from|at)\b"
    r"|you (?:are|were|have) (?:been )?(?:subscribed|signed up|opted in)\b|you(?:['’]re| are) (?:on|a member of) (?:this|our|the) (?:mailing|e-?mail) list\b"
    rf"|(?:this|our) {_SENT} (?:was|is|has been) (?:sent|delivered|mailed|addressed) (?:to|by|from) (?:you\b|\S+@|subscribers|our (?:readers|subscribers|members))"
    rf"|(?:was|has) this (?:{_SENT}) (?:been )?forwarded to you|(?:did someone|someone) forward(?:ed)?(?: you)? this|forwarded this {_SENT}\?"
    rf"|(?:if|in case) (?:you|this {_SENT}) [^.]{{0,60}}\b(?:unsubscribe|{_LEAVE}|hear from us|forwarded to you|change your preferences)\b"
    rf"|(?:to|click(?: here)? to|want to|wish to) (?:unsubscribe|{_LEAVE}|change how you (?:receive|get)|(?:update|manage) your (?:preferences|details"
    rf"|profile|subscriptions?|e-?mails?))\b"
    rf"|(?:don['’]t|do not|no longer) want (?:to (?:receive|get) )?(?:these|this|our|such) {_SENT}"
    r"|unsubscribe\b|(?:update|manage|change|edit) (?:your |my )?(?:(?:e-?mail|subscription|newsletter) )?(?:preferences|subscriptions?|settings|profile)\b"
    rf"|(?:view|read|open|see) (?:this|the|it)?\s*(?:{_SENT} )?(?:in|on) (?:your|a|the) (?:web )?(?:browser|web)\b|{_ONLINE}{_ENDS}|(?:having )?(?:trouble"
    rf"|problems) (?:viewing|reading|seeing) this\b"
    r"|forward (?:this|it)\b[^.]{0,40} to (?:a|your) (?:friend|colleague)s?\b"
    r"|(?:please )?add (?:us|\S+@\S+) to your (?:address book|contacts|safe senders)|our (?:mailing|postal) address is\b|not (?:yet )?a subscriber\?)",
    re.IGNORECASE,
)
_FOOTER_WORDS: Final = 80
_BLOG: Final = (
    r"(?:live[ -]?blog|blog|live (?:page|coverage|updates|reporting|feed|stream|text)|rolling coverage|(?:rolling|minute[ -]by[ -]minute) updates"
    r"|coverage(?= here| for (?:now|today|tonight)|[.!]|$))"
)
_OURS: Final = rf"(?:this|our|the|today['’]s|tonight['’]s) (?:\w+ )?{_BLOG}"
#: One sentence of a live blog about itself. What it covers may be named ("our live coverage of the talks").
_OF_BLOG: Final = re.compile(
    rf"(?:(?:and )?we(?:['’]re| are|['’]ve| have|['’]ll| will)(?: be)? (?:now |just |about to |going to |temporarily )*(?:clos|paus|end|wrap|finish|suspend"
    rf"|stop|wind|leav|restart|resum)(?:e|ed|p?ing|ped)?(?: up| down)?"
    rf"(?: here)? {_OURS}\b"
    rf"|we(?:['’]re| are) bringing {_OURS}[^.]*? to (?:a close|an end)"
    rf"|(?:this|our|the|today['’]s) (?:\w+ )?(?:{_BLOG}(?: of [^.]{{3,60}}?)?|page) (?:(?:is|was|has|will|are)(?: be| been)? (?:now |soon |also )*(?:clos"
    rf"|paus|end|finish|suspend|no longer|live here|archived)"
    r"|(?:ends|closes|continues|resumes|moves)(?: here| now| there| below| in| on| at|[.!]|$))"
    rf"|that(?:['’]s| is| was) (?:it|all)(?: from (?:us|me)| for (?:now|today|tonight|this|our|the))\b"
    rf"|(?:(?:hello|hi|good (?:morning|afternoon|evening)|welcome)\b,?(?: and)?(?: everyone)?\s*)?(?:welcome )?(?:back )?to {_OURS}\b"
    rf"|(?:hello|hi|good (?:morning|afternoon|evening)|welcome back|goodbye|good night)\b[^.]{{0,40}}$"
    r"|(?:many )?thank(?:s| you)(?: so much| all)? for (?:reading|following|joining us|being with us|staying with us|subscribing)\b(?! in \w+ing\b)"
    r"|(?:i['’]m|i am|this is|it['’]s) [A-Z][\w.'’-]+ [A-Z][\w.'’-]+[^.]{0,60}\b(?:taking over|bringing you|guiding you|with you|signing off|handing over|here to)\b"
    r"|(?:you can |please )?(?:follow|find|read|see|catch up on|get|join|continue to follow) (?:along |all )*(?:of )?(?:our|the|us"
    r"|more)\b[^.]{0,80}\b(?:here|below|there|again (?:tomorrow|soon))\b"
    rf"|(?:follow|continue following) {_OURS}\b"
    r"|(?:stay (?:with us|tuned)|see you (?:again )?(?:soon|tomorrow|later)|we(?:['’]ll| will) be back\b|until (?:then|tomorrow|next time)))",
    re.IGNORECASE,
)
#: A notice that stands alone; the others only go with one.
_SURE: Final = re.compile(rf"\b{_BLOG}\b|\bpage\b|that(?:['’]s| is| was) (?:it|all)\b|thank(?:s| you)\b", re.IGNORECASE)
_TIME: Final = re.compile(r"^\W*\d{1,2}[:.]\d\d(?:\s*(?:[ap]\.?m\.?|[A-Z]{2,4}))?\s*[–—:|-]?\s*")
_SENTENCES: Final = re.compile(r"(?<=[.!?])\s+")
_NOTICE_WORDS: Final = 60


def is_notice(text: str) -> bool:
    """Whether a paragraph is nothing but what a newsletter or live blog says of itself; one that goes on with news is none.

    Example:
        >>> is_notice("We are closing this live blog."), is_notice("We are closing this border.")
        (True, False)
    """
    words = len(text.split())
    if words <= _FOOTER_WORDS and _FOOTER.match(text):
        return True
    if words > _NOTICE_WORDS:
        return False
    sentences = [one for one in _SENTENCES.split(_TIME.sub("", text)) if one]
    return bool(sentences) and _SURE.search(text) is not None and all(_OF_BLOG.match(one) for one in sentences)
