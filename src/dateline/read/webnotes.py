"""Which elements of a page are note markers, which are notes, and which marker is linked to which note.

A marker is a link to a place in the document whose words are a label ("1", "[2]", "*") and that stands raised, in brackets, or is
marked or answered as a note's; its note is the block around its target. Notes in the running text (side notes, popups) count too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from dateline.read.markup import BLOCK, Element
from dateline.read.webcomments import leads_to_comment

_LABEL: Final = re.compile(
    r"[\s\[({^]*(?:notes?\s|fn\.?\s?|n\.\s?)?(?P<label>\d{1,4}|[ivxlc]{1,7}|[a-zA-Z]{1,2}|[*†‡§¶]{1,4})[\s\])}.:]*$", re.IGNORECASE
)
_NOTE_WORD: Final = re.compile(r"(?:foot|end|side|margin)[-_ ]?notes?|(?:^|[-_ ])(?:fn|ftn|note|noteref|sdfootnote|references?)(?:$|[-_ \d])", re.IGNORECASE)
_INLINE_NOTE: Final = re.compile(r"(?:side|margin|foot|end)[-_]?note", re.IGNORECASE)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROLES: Final = re.compile(r"\b(?:doc-)?noteref\b")
_NOTE_ROLES: Final = re.compile(r"\b(?:doc-)?(?:footnotes?|endnotes?|rearnotes?)\b")
#: Where sites keep what readers wrote: its number is a link to it.
_NO_NOTE: Final = re.compile(r"(?:comments?|respond|disqus)(?:$|[\W_])", re.IGNORECASE)
#: Where journals keep where the authors work and who answers letters: "aff1", "Aff2", "cor1", "inst-3".
_AUTHORS_PLACE: Final = re.compile(
    r"(?:aff?|affil(?:iation)?s?|afid|inst(?:itution)?s?|cor|corr(?:esp)?|corresponding-?author|author-?(?:info|aff)\w*)[-_]?\w?[-_]?\d{0,3}", re.IGNORECASE
)
_AUTHORS_MARK: Final = re.compile(r"(?:^|[\s_-])(?:aff|affil|affiliation|xref-aff|corresp)(?:[\s_-]|$)", re.IGNORECASE)
#: Longer than this a "note" is a section of the text that a link leads to.
_MAX_WORDS: Final = 1500
#: Fewer words in a popup are its title ("Note 3").
_INLINE_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page and its path inside its container ("" for a page of its own)."""

    root: Element
    path: str = ""


@dataclass(slots=True)
class NotePlan:
    """What the note structure of the pages is; keys are ``n1``, ``n2`` ... in the order in which notes were found.

    ``markers``: marker element -> key. ``containers``: elements that hold nothing but notes. ``starts``: element at which a note
    begins -> key. ``labels``: key -> printed label. ``back``: links from a note back to its marker.
    """

    markers: dict[Element, str] = field(default_factory=dict)
    containers: set[Element] = field(default_factory=set)
    starts: dict[Element, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    back: set[Element] = field(default_factory=set)

    def new_key(self, label: str) -> str:
        """A key for one more note."""
        key = f"n{len(self.labels) + 1}"
        self.labels[key] = label
        return key


def words_of(element: Element) -> str:
    """What says of an element that it has to do with notes: class, id, roles, the style that Word sets."""
    return " ".join((element.get("class"), element.get("id"), roles(element), element.get("style")))


def roles(element: Element) -> str:
    """ARIA role and EPUB type."""
    return f"{element.get('role')} {element.get('epub:type')}".strip()


def is_noted(element: Element) -> bool:
    """Whether an element is named as a note, a list of notes or a reference to one."""
    return _NOTE_WORD.search(words_of(element)) is not None or _NOTE_ROLES.search(roles(element)) is not None


def label_of(text: str) -> str | None:
    """The label of a marker's words: ``[1]`` is ``1``; ``None`` for other words."""
    match = _LABEL.match(text)
    if match is None:
        return None
    label = match.group("label")
    return str(int(label)) if label.isdecimal() else label


def plan_notes(pages: Sequence[Page]) -> NotePlan:
    """Find markers and notes of pages that may link to one another."""
    plan = NotePlan()
    targets = _targets(pages)
    position = {element: index for index, element in enumerate(element for page in pages for element in page.root.elements())}
    links = [(link, target) for link, target in _local_links(pages, targets)]
    backward = {(target, link) for link, target in links}
    keys: dict[Element, str] = {}
    for link, target in links:
        label = _marker_label(link, target, position, backward)
        if label is None:
            continue
        if target in keys and plan.labels[keys[target]] != label:
            target = _meant(link, label, targets) or target
        if target not in keys:
            keys[target] = plan.new_key(label)
        plan.markers[link] = keys[target]
    _place(plan, keys)
    _siblings(plan)
    for link, target in links:
        if link not in plan.markers and _in_note(link, plan) and _near_marker(target, plan):
            plan.back.add(link)
    return plan


def _meant(link: Element, label: str, targets: Mapping[tuple[str, str], Element]) -> Element | None:
    """The note of a marker whose link goes to another one: some converters link all markers to the first ("#footnote-1")."""
    fragment = re.sub(r"\d+$", label, link.get("href").partition("#")[2])
    return next((element for (_, name), element in targets.items() if name == fragment), None) if label.isdecimal() else None


def _targets(pages: Iterable[Page]) -> dict[tuple[str, str], Element]:
    found: dict[tuple[str, str], Element] = {}
    for page in pages:
        for element in page.root.elements():
            for name in ("id", "name"):
                if (name == "id" or element.tag == "a") and element.get(name):
                    found.setdefault((page.path, element.get(name)), element)
    return found


def _local_links(pages: Iterable[Page], targets: Mapping[tuple[str, str], Element]) -> Iterator[tuple[Element, Element]]:
    for page in pages:
        for element in page.root.elements():
            path, mark, fragment = element.get("href").partition("#") if element.tag == "a" else ("", "", "")
            if not mark or not fragment:
                continue
            where = _resolved(page.path, path) if path and page.path else page.path
            target = targets.get((where, fragment)) or targets.get((where, unquote(fragment)))
            if target is not None:
                yield element, target


def _resolved(base: str, path: str) -> str:
    parts = base.split("/")[:-1]
    for part in unquote(path).split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _marker_label(
    link: Element, target: Element, position: Mapping[Element, int], backward: set[tuple[Element, Element]]
) -> str | None:
    """The label of a link that is a marker, or ``None``."""
    words = link.plain()
    label = label_of(words) if len(words) <= 16 else None
    named = _ROLES.search(roles(link)) is not None
    if label is None or target.tag in _HEADINGS or target is link or any(above.tag in _HEADINGS for above in target.ancestors()):
        return None
    if leads_to_comment(link) or _is_of_author(link) or _NO_NOTE.match(link.get("href").partition("#")[2]) or any(below.tag == "h1" for below in target.elements()):
        return None  # how many comments there are; the story itself, which a skip link leads to
    if position[target] < position[link] and not named:
        return None
    raised = any(above.tag == "sup" for above in (link, *_up(link, 3))) or any(below.tag == "sup" for below in link.elements())
    bracketed = words.startswith(("[", "("))
    answered = any(link in (end, *end.elements(), *_up(end, 2)) for start, end in backward if start is target or target in _up(start, 4))
    noted = is_noted(target) or any(is_noted(above) for above in _up(target, 4)) or is_noted(link)
    if not (named or raised or bracketed or noted or answered):
        return None
    if label.isalpha() and not (named or raised or bracketed or noted):
        return None
    return label if len(_block_of(target).plain().split()) <= _MAX_WORDS else None


def _is_of_author(link: Element) -> bool:
    """Whether a link behind an author's name leads to the institute or the address: :mod:`dateline.read.affiliations` reads these."""
    return _AUTHORS_PLACE.fullmatch(link.get("href").partition("#")[2]) is not None or _AUTHORS_MARK.search(link.get("class")) is not None


def _up(element: Element, steps: int) -> list[Element]:
    found: list[Element] = []
    for above in element.ancestors():
        if len(found) == steps:
            break
        found.append(above)
    return found


def _block_of(target: Element) -> Element:
    if target.tag in BLOCK:
        return target
    return next((above for above in target.ancestors() if above.tag in BLOCK), target)


def _place(plan: NotePlan, keys: Mapping[Element, str]) -> None:
    """Widen each target to the element that holds the note's text."""
    held: Counter[Element] = Counter()
    for target in keys:
        for above in (target, *target.ancestors()):
            held[above] += 1
    for target, key in keys.items():
        block = _block_of(target)
        if block.tag == "dt":
            below = block.parent.children if block.parent is not None else []
            after = below[below.index(block) + 1 :]
            following = next((one for one in after if isinstance(one, Element)), None)
            plan.containers.add(block)
            block = following if following is not None and following.tag == "dd" else block
            plan.starts[block] = key
        elif held[block] > 1:
            plan.starts[target] = key
        else:
            block = _widened(block, held)
            plan.starts[block] = key
        plan.containers.add(block)


def _widened(block: Element, held: Mapping[Element, int]) -> Element:
    while block.parent is not None and held[block.parent] == 1:
        above = block.parent
        first = next((one for one in above.children if isinstance(one, Element)), None)
        whole = above.tag in {"li", "aside", "dd", "tr"} and first is block
        named = above.tag in {"div", "aside", "section", "table", "tbody"} and is_noted(above) and _NOTE_ROLES.search(roles(above)) is None
        if not (whole or (named and not any(one.tag in _HEADINGS for one in above.elements()) and _alone(above))):
            break
        block = above
    return block


def _alone(container: Element) -> bool:
    """A list that holds one note with a marker may hold others that lost theirs."""
    return sum(1 for one in container.elements() if one.tag == "li") <= 1


def _siblings(plan: NotePlan) -> None:
    """Items of a list of notes whose markers are lost, and items of lists that are named as notes but linked to nothing."""
    parents = dict.fromkeys(one.parent for one in plan.starts if one.tag == "li" and one.parent is not None)
    for parent in parents:
        for number, item in _items(parent):
            if item not in plan.starts:
                plan.starts[item] = plan.new_key(str(number))
                plan.containers.add(item)


def _items(parent: Element) -> Iterator[tuple[int, Element]]:
    first = parent.get("start")
    number = int(first) - 1 if re.fullmatch(r"\d{1,4}", first) else 0
    for child in parent.children:
        if isinstance(child, Element) and child.tag == "li":
            value = child.get("value")
            number = int(value) if re.fullmatch(r"\d{1,4}", value) else number + 1
            yield number, child


def item_number(item: Element) -> int | None:
    """The number of an item of an ordered list."""
    if item.parent is None or item.parent.tag != "ol":
        return None
    return next((number for number, child in _items(item.parent) if child is item), None)


def _in_note(link: Element, plan: NotePlan) -> bool:
    return any(above in plan.containers for above in link.ancestors())


def _near_marker(target: Element, plan: NotePlan) -> bool:
    return target in plan.markers or any(one in plan.markers for one in (*target.elements(), *_up(target, 2)))


def inline_note(element: Element) -> bool:
    """Whether an element inside a paragraph is a note itself: a side note, or the text of a popup."""
    return (
        element.tag in {"span", "small", "aside", "ins", "div"}
        and _INLINE_NOTE.search(element.get("class")) is not None
        and not any(one.tag in {"li", "p", "sup"} for one in element.elements())
        and len(element.plain().split()) >= _INLINE_WORDS
    )
