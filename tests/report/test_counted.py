"""All figures of a brief count the same acts: copies of a document in none of them, reprints as statements, with the events beside."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.report.acts import acts
from dateline.report.brief import render_brief
from dateline.report.copies import counted
from dateline.report.extras import Extras
from dateline.report.markdown import to_markdown
from dateline.report.outline import outline
from dateline.types import Coded

from .factory import coded


def again(one: Coded, doc_id: str, text: str | None = None) -> Coded:
    """The document under another name, with its acts of the same events; with other words at its end a reprint."""
    document = replace(one.document, doc_id=doc_id, input_id=f"{doc_id}.md", text=one.document.text + (text or ""))
    mentions = tuple(replace(item, doc_id=doc_id, mention_id=f"{doc_id[:4]}{item.mention_id[4:]}") for item in one.mentions)
    return replace(one, document=document, mentions=mentions, claims=())


def drawn(html: str) -> tuple[list[str], ...]:
    """What the drawings show: rows of the matrix, arrows, bars of the scores, signs of the timeline."""
    found = (r'<a class="goto q\d" [^>]*aria-label="([^"]*)"', r'<a class="goto tie[^>]*aria-label="([^"]*)"', r'<a class="goto bars[^>]*aria-label="([^"]*)"')
    return tuple(re.findall(pattern, html) for pattern in found)


def test_a_copy_changes_no_figure() -> None:
    one = replace(coded(), claims=())
    alone, both = (render_brief(list(items), program="dateline", title="A") for items in ((one,), (one, again(one, "f" * 16))))
    assert drawn(alone)[0] and drawn(both) == drawn(alone)
    assert "Acts of 1 copy are not counted." in both and "not counted" not in alone
    assert both.count('class="dot') == alone.count('class="dot')
    told = to_markdown(outline([one, again(one, "f" * 16)], "A", "dateline", Extras()))
    assert "Acts of 1 copy are not counted" in told


def test_a_reprint_counts_as_told_again_and_the_events_stand_beside() -> None:
    one = replace(coded(), claims=())
    both = [one, again(one, "e" * 16, " Additional reporting by our desk.")]
    found, events = acts(both), len({item.event_id for item in one.mentions})
    said = counted(both, found)
    assert said.startswith(f"Numbers count statements: {len(found)} that tell {events} events,") and "copy" not in said
    page, words = render_brief(both, program="dateline", title="A"), to_markdown(outline(both, "A", "dateline", Extras()))
    assert page.count(said) == 3 and said in words.replace("\\", "")


def test_nothing_is_said_where_each_act_is_an_event_of_its_own() -> None:
    one = coded()
    apart = replace(one, mentions=tuple(replace(item, event_id=item.mention_id) for item in one.mentions))
    assert counted([apart], acts([apart])) == ""
