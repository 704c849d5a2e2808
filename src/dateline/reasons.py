"""Why an act counts as an answer, or does not, in words that can be read without knowing the weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.report.names import country_name

if TYPE_CHECKING:
    from dateline.analyse.response.values import Judged, Reason

#: Reasons shown with an act: the strongest of those that decided.
_REASONS: Final = 3
#: Kinds of reasons that rest on words beside the act, or learned on the way.
_BESIDE: Final = frozenset({"learned", "around", "title", "continues", "same", "bare", "subject"})
#: Sentences for each kind of reason: ``{words}`` are its words in quotation marks, ``{names}`` the names of its countries, ``{plain}`` the words as they stand.
_SAID: Final = {
    "directed": "directed at {names}",
    "both": "names {names} together",
    "named": "names {names}",
    "answer": "called an answer: {words}",
    "subject": "its text is about such answers",
    "prompt": "told as coming right after: {words}",
    "ground": "gives the trigger as its ground: {words}",
    "term": "has {words} in common with the reports of the trigger",
    "vocabulary": "speaks of {words}, as one does of such a trigger",
    "learned": "has {words} in common with other answers",
    "around": "the rest of its sentence has {words} in common with the affair",
    "title": "the text’s title is about it: {plain}",
    "cited": "the title of its source is about it: {plain}",
    "opponent": "directed at the other side, {names}",
    "backer": "directed at who stands behind the trigger, {names}",
    "continues": "goes on from a sentence about the trigger",
    "relief": "helps {names}, whom the trigger hit",
    "same": "its “{plain}” is who acted in the sentence before",
    "bare": "names no other matter",
    "refusal": "refuses or holds back: {words}",
    "mediation": "offers good offices: {words}",
    "answering": "of a type that answers ({plain})",
    "apart": "the text sets it apart: {words}",
    "foreign": "{words} not of the affair",
    "old": "{words} at issue before the trigger already",
    "own_ground": "has a ground of its own: {words}",
    "everyday": "of a type of everyday business ({plain})",
    "begun": "begun before the trigger: {words}",
    "before": "told as coming before the trigger: {words}",
    "elsewhere": "about others alone{names}",
    "late": "{plain} after the trigger",
}
#: Verbs behind quoted words, for one word and for several.
_VERBS: Final = {"foreign": ("is", "are"), "old": ("was", "were")}
#: Kinds whose words are a list of single words; of others they are one stretch of the text.
_LISTS: Final = frozenset({"term", "vocabulary", "learned", "around", "foreign", "old"})


def why(one: Judged) -> str:
    """The strongest reasons for the label, in words; what stands beside the act comes last."""
    sign = 1 if one.score >= 0 else -1
    ranked = sorted((reason for reason in one.reasons if reason.weight * sign > 0), key=lambda reason: (reason.kind in _BESIDE, -abs(reason.weight)))
    said = list(dict.fromkeys(_said(reason) for reason in ranked if reason.kind in _SAID))[:_REASONS]
    if one.together is not None:
        said.append(f"read with little confidence here ({one.told.mention.confidence:.2f}), with the other reports of it {one.together:.2f}")
    return "; ".join(said) or "-"


def _said(reason: Reason) -> str:
    """A reason as a clause."""
    listed = reason.words.split(", ") if reason.kind in _LISTS else [reason.words]
    words = " and ".join(filter(None, (", ".join(f"“{one}”" for one in listed[:-1]), f"“{listed[-1]}”")))
    if reason.kind in _VERBS:
        words += f" {_VERBS[reason.kind][len(listed) > 1]}"
    if reason.kind == "title" and not reason.words:  # all that title and trigger have in common is that the one stands over the other
        return "its text opens with the trigger"
    names = " and ".join(country_name(code) for code in reason.words.split(", ") if code)
    if reason.kind == "elsewhere" and names:
        names = f": {names}"
    return _SAID[reason.kind].format(words=words, names=names, plain=reason.words).strip()
