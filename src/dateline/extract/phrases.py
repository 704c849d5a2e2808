"""Noun phrases of a parse: the spans that can be actors, recipients, places and speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.calendarnames import MONTHS
from dateline.extract.compounds import second_name
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of
from dateline.types import Mention, Phrase, PhraseForm, Span

PARTITIVES = words_of("extract.phrases.partitives")
#: A dash before a modifier separates two parties: "Russia–North Korea alliance".
DASHES = frozenset("–—-/")
_LEFT = frozenset({"compound", "amod", "nmod", "poss", "nummod", "advmod", "quantmod", "punct", "case"})
_PERSONAL = words_of("extract.phrases.personal")
_DEMONSTRATIVE = frozenset("this these those both".split())
_PLURAL_PRONOUNS = words_of("extract.phrases.plural_pronouns")
_STRIP_FIRST = words_of("extract.phrases.strip_first")
_OF_TITLES = words_of("extract.phrases.of_titles")


def is_phrase_head(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a token heads a noun phrase (and is not the modifier of another noun)."""
    if token.pos not in {"NOUN", "PROPN", "PRON", "NUM"} and not (token.tag in {"DT", "JJ", "CD"} and token.dep in _ARGUMENT_DEPS):
        return False
    return token.dep not in {"compound", "nmod", "amod", "det", "nummod", "quantmod", "expl", "case", "advmod", "npadvmod"}


_ARGUMENT_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "agent", "attr", "appos", "conj", "poss", "ROOT"})


def inner_head(sentence: ParsedSentence, index: int) -> int:
    """Follow partitives to what they count: "thousands of troops" and "102 of the troops" give the index of "troops"."""
    token = sentence.tokens[index]
    if token.lower in PARTITIVES or token.tag == "CD":
        for prep in sentence.kids(index, "prep"):
            if prep.lower == "of":
                for inner in sentence.kids(prep.i, "pobj"):
                    if _is_bare_charge(sentence, token, inner):
                        return index
                    return inner_head(sentence, inner.i)
    return index


def phrase_at(sentence: ParsedSentence, index: int) -> Phrase | None:
    """The phrase headed by a token, titles and names included, articles, numbers and relative clauses not.

    Returns:
        ``None`` where nothing is left of it.
    """
    known = sentence.phrases
    if index not in known:
        known[index] = _phrase(sentence, index)
    return known[index]


def _phrase(sentence: ParsedSentence, index: int) -> Phrase | None:
    index = inner_head(sentence, index)
    head = sentence.tokens[index]
    if is_pronoun(head):
        return _make(sentence, head, [index], PhraseForm.PRONOUN, head.lower in _PLURAL_PRONOUNS)
    indices = _left_edge(sentence, index)
    indices = _strip(sentence, _after_verb(sentence, _after_date(sentence, indices, index), index), index)
    if len(indices) > 1 and head.tag == "NNP":
        indices = second_name(sentence, indices)
    indices += _right_part(sentence, index)
    form = PhraseForm.NAME if head.tag.startswith("NNP") else PhraseForm.NOMINAL
    return _make(sentence, head, indices, form, head.tag in {"NNS", "NNPS"} or head.lower in {"police", "people"})


def is_pronoun(token: Token) -> bool:
    """Whether a token is a pronoun ("us" is one, "US" is not)."""
    if token.text in {"US", "IT"}:
        return False
    return token.pos == "PRON" or token.lower in _PERSONAL or token.lower in _DEMONSTRATIVE


def _left_edge(sentence: ParsedSentence, index: int) -> list[int]:
    """The contiguous run of modifiers before the head, and the head."""
    inside = {index}
    stack = [index]
    while stack:
        for child in sentence.kids(stack.pop()):
            if child.i < index and (child.dep in _LEFT or child.dep in {"det", "predet", "conj", "cc", "pobj", "prep"}):
                if child.dep in {"det", "predet", "prep"} and child.head == index:
                    continue
                inside.add(child.i)
                stack.append(child.i)
    start = index
    modifier = sentence.tokens[index].dep in {"compound", "amod", "nmod"}
    while start - 1 in inside or _glued(sentence, start):
        if modifier and start and sentence.tokens[start - 1].text in DASHES and sentence.tokens[index].text[:1].isupper():
            break
        start -= 1
    return list(range(start, index + 1))


def _glued(sentence: ParsedSentence, index: int) -> bool:
    """Whether a token is joined to the one before it by a hyphen ("Kurdish-led", "South-East")."""
    if index == 0:
        return False
    before, token = sentence.tokens[index - 1], sentence.tokens[index]
    return before.end == token.start and (before.text in {"-", "–"} or token.text in {"-", "–"})


def _after_date(sentence: ParsedSentence, indices: list[int], head: int) -> list[int]:
    """Drop a day of a month, or a month, that the parser took for the first part of a name ("On 31 **March Macron** spoke", "since **April Algeria** has", not
    "the 6 January panel")."""
    tokens = sentence.tokens
    for month in indices:
        if month >= head or tokens[month].text not in _MONTHS:
            continue
        first, last = month, month
        if month and _is_day(tokens[month - 1]):
            first -= 1
        elif _is_day(tokens[month + 1]):
            last += 1
        if last < head and tokens[last + 1].text.isdigit() and len(tokens[last + 1].text) == 4:
            last += 1
        dated = first < month or last > month
        if dated and last < head and (first == 0 or tokens[first - 1].lower in _BEFORE_DATES):
            return [i for i in indices if i > last]
        if not dated and 0 < month == indices[0] and tokens[month - 1].lower in _BEFORE_MONTHS and tokens[month + 1].tag == "NNP":
            return indices[1:]
    return indices


def _after_verb(sentence: ParsedSentence, indices: list[int], head: int) -> list[int]:
    """Drop subject and verb that the parser took for modifiers ("**Yoon Suk-yeol met** Kishida", "**president shelves** reform", not "Iran-backed Houthis")."""
    tokens = sentence.tokens
    finite = [i for i in indices if indices[0] < i < head and tokens[i].tag in _PRESENT and tokens[i].text.islower() and not _is_hyphened(sentence, i)]
    if finite:
        indices = [i for i in indices if i > finite[-1]]
    if tokens[head].tag != "NNP":
        return indices
    verbs = [i for i in indices if 0 < i < head and tokens[i].tag in _PAST and tokens[i].text.islower() and _ends_before(tokens, i, indices[0])]
    return [i for i in indices if not verbs or i > verbs[-1]]


def _ends_before(tokens: Sequence[Token], verb: int, first: int) -> bool:
    """Whether a name or clause ends before a verb within a phrase ("Yoon **met** Kishida", "called it a crime, **hosted** Ismail Haniyeh")."""
    before = tokens[verb - 1]
    return (verb > first and before.tag == "NNP") or (before.text in {",", ";"} and tokens[verb + 1].tag == "NNP")


def _is_day(token: Token) -> bool:
    return token.text.isdecimal() and len(token.text) <= 2 and 1 <= int(token.text) <= 31


def _is_hyphened(sentence: ParsedSentence, index: int) -> bool:
    """Whether a hyphen joins a token to the one before or behind it ("off-duty", "so-called")."""
    return _glued(sentence, index) or (index + 1 < len(sentence.tokens) and _glued(sentence, index + 1))


_PAST = frozenset({"VBD", "VBN"})
#: Tags of verbs that no noun has for a modifier ("police **storm** embassy").
_PRESENT = frozenset({"VBZ", "VBP", "MD"})
_MONTHS = frozenset(month.capitalize() for month in MONTHS)
_BEFORE_MONTHS = frozenset("since until till in during".split())
_BEFORE_DATES = frozenset("on since until till by from".split())


def _strip(sentence: ParsedSentence, indices: list[int], head: int) -> list[int]:
    """Drop articles, numbers, vague quantifiers, quotation marks and what a comma and "and" divide off from the front."""
    while indices and indices[0] != head:
        token = sentence.tokens[indices[0]]
        loose = token.lower in _COUNTING and not _is_hyphened(sentence, token.i)
        if loose or token.lower in _STRIP_FIRST or token.pos in {"NUM", "DET", "PUNCT"} or token.tag in {"CD", "DT", "``", "''", "POS"}:
            indices = indices[1:]
        else:
            break
    joined = [i for i in indices if i < head and sentence.tokens[i].dep == "cc" and i > indices[0] and sentence.tokens[i - 1].text == ","]
    if joined:
        return _strip(sentence, [i for i in indices if i > joined[-1]], head)
    # An apostrophe is no quotation mark: "the rebels' spokesman"; a name of its own stands behind it in "the Foreign Ministers' Meeting".
    owned = sentence.tokens[head].text[:1].islower()
    quotes = [i for i in indices if sentence.tokens[i].text in _QUOTES and i < head and not (owned and sentence.tokens[i].dep == "case")]
    if quotes and quotes[-1] + 1 <= head:
        indices = [i for i in indices if i > quotes[-1]]
    return indices


_CHARGING = forms_of_verbs(text_of("extract.phrases.charging"))
_QUOTES = frozenset("\"“”'‘’")
_DOUBLE_QUOTES = frozenset('"“”')
_COUNTING = words_of("extract.phrases.counting")


def _right_part(sentence: ParsedSentence, index: int) -> list[int]:
    """An of-phrase that belongs to a title or name ("chief of staff of Russia's armed forces")."""
    head = sentence.tokens[index]
    if head.lower not in _OF_TITLES and not head.tag.startswith("NNP"):
        return []
    for prep in sentence.kids(index, "prep"):
        if prep.i == index + 1 and prep.lower in {"of", "for"}:
            objects = sentence.kids(prep.i, "pobj")
            if not objects:
                return []
            inner = objects[0]
            if _is_charge(sentence, head, prep, inner):
                return []
            low = _left_edge(sentence, inner.i)[0]
            if low - 1 > prep.i and sentence.tokens[low - 1].tag != "DT":
                return []
            if sum(t.text in _DOUBLE_QUOTES for t in sentence.tokens[prep.i : inner.i + 1]) % 2:
                return []
            return [*range(prep.i, inner.i + 1), *_right_part(sentence, inner.i)]
    return []


def _is_charge(sentence: ParsedSentence, head: Token, prep: Token, inner: Token) -> bool:
    """Whether "of" tells what somebody named is charged with or rid of ("accused **Baku of ethnic cleansing**"), and is no part of a name ("**Bank of America**")."""
    named = head.tag.startswith("NNP") and head.dep in {"dobj", "nsubjpass"} and not inner.tag.startswith("NNP")
    return named and prep.lower == "of" and sentence.tokens[head.head].lower in _CHARGING


def _is_bare_charge(sentence: ParsedSentence, counted: Token, inner: Token) -> bool:
    """Whether a count is charged with what "of" names ("accused **both** of spying"), and is none of it ("accused two **of the** men")."""
    charged = counted.dep in {"dobj", "nsubjpass"} and sentence.tokens[counted.head].lower in _CHARGING
    return charged and not sentence.kids(inner.i, "det", "poss") and inner.tag not in {"PRP", "NNP", "NNPS"}


def _make(sentence: ParsedSentence, head: Token, indices: list[int], form: PhraseForm, plural: bool) -> Phrase | None:
    if not indices:
        return None
    tokens = sentence.tokens
    last = indices[-1]
    if tokens[last].tag == "POS":
        last -= 1
    if last < indices[0]:
        return None
    span = Span(tokens[indices[0]].start, tokens[last].end)
    after = [i for prep in sentence.kids(head.i, "prep") if prep.lower in {"of", "from", "in"} and prep.i > head.i for i in sentence.subtree(prep.i)]
    end = max([head.i, last, *(i for i in after if len(after) <= 6)])
    extended = Span(tokens[min(sentence.leftmost[head.i], indices[0])].start, tokens[end].end)
    return Phrase(
        mention=Mention(sentence.text_of(span), span),
        head=head.lower,
        form=form,
        plural=plural,
        subject=head.dep in {"nsubj", "nsubjpass"},
        sentence=sentence.sentence.index,
        extended=extended,
    )


def behind(sentence: ParsedSentence, phrase: Phrase, act: int) -> Phrase:
    """The part of a party's phrase behind the word of its act, where the parser took that word for a modifier ("police **storm** embassy")."""
    span, word = phrase.mention.span, sentence.tokens[act]
    rest = next((t.start for t in sentence.tokens[act + 1 :] if t.text not in DASHES), span.end)
    if not span.start < word.start < rest < span.end:
        return phrase
    kept = Span(rest, span.end)
    return replace(phrase, mention=Mention(sentence.text_of(kept), kept))


def conjoined(sentence: ParsedSentence, index: int) -> list[int]:
    """A token and the nouns coordinated with it, in text order ("the United States, Japan and South Korea")."""
    found = [index]
    for child in sentence.kids(index, "conj"):
        if child.pos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}:
            found.extend(conjoined(sentence, child.i))
    for child in sentence.kids(index, "appos"):
        if child.i > index and any(t.dep == "cc" for t in sentence.kids(child.i)):
            found.extend(conjoined(sentence, child.i))
    return found


def all_phrases(sentence: ParsedSentence) -> list[Phrase]:
    """Every noun phrase of the sentence in text order, for references."""
    found = []
    for token in sentence.tokens:
        possessive = token.tag == "PRP$" or (token.dep == "poss" and token.tag.startswith("NN"))
        if possessive or is_phrase_head(sentence, token):
            phrase = phrase_at(sentence, token.i)
            if phrase is not None:
                found.append(phrase)
    return found
