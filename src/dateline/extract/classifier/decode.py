"""Scores of a sentence's words -> acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.extract.accompanying import is_example
from dateline.extract.act import Act, Candidate, Judgement, Odds
from dateline.extract.arguments import (
    Arguments,
    is_pair,
    light_verb,
    noun_arguments,
    object_owner,
    prepositional,
    verb_arguments,
    with_names,
)
from dateline.extract.classifier.features import MAX_DISTANCE, path_indices
from dateline.extract.classifier.formlifts import TELLING, allowed
from dateline.extract.classifier.framelifts import framed
from dateline.extract.classifier.idiomlifts import sure_lift, worn_words
from dateline.extract.classifier.layout import ATTRIBUTIONS, CERTAINTIES, CONTEXTS, MODES, ROLES, STATUSES, TYPES
from dateline.extract.classifier.lifts import LEAST, Lift
from dateline.extract.classifier.model import Model, Scores
from dateline.extract.classifier.triggers import trimmed
from dateline.extract.cuewords import load_cues
from dateline.extract.islands import outsiders
from dateline.extract.lexical import ABSTRACT
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.phrases import inner_head
from dateline.extract.places import place_candidates
from dateline.ontology.inflect import forms_of_verbs, singular
from dateline.ontology.wordlists import text_of
from dateline.types import Certainty, Lean, Span, Status

if TYPE_CHECKING:
    import numpy as np

#: Thresholds on probabilities; a model's description overrides them with those found on its held-out passages.
DEFAULTS: Final[Mapping[str, float]] = {
    "trigger": 0.5, "act": 0.41, "actor": 0.5, "recipient": 0.5, "place": 0.4, "date": 0.4, "speaker": 0.4, "part": 0.5, "cue": 0.3,
    "mode": 0.45, "negated": 0.5, "attributed": 0.5, "context": 0.4, "actor_country": 0.5, "recipient_country": 0.5,
}  # fmt: skip


#: Keeps a type alive that the leaf head rules out.
LEAF_FLOOR: Final = 1e-3
#: Words less likely to be an act than this need no leaf: nothing looks at their types.
LEAF_LEAST: Final = 0.04
#: A party that the parse proposes needs only this probability of the model.
AGREED_FLOOR: Final = 0.15
#: A place that the parse proposes needs only this probability of the model.
PARSED_FLOOR: Final = 0.1
#: Words below this are not kept as names of a party's country.
LEAN_FLOOR: Final = 0.02
#: A word at least this likely is an act, whatever its types share of it. From 0.75 on 12 of 14 such words in 200 stories and the held-out passages are
#: acts, but half of them of another type, so that only the surest are kept.
SURE_ACT: Final = 0.95
#: A noun below this is no act even under a light verb ("gave the minister a letter").
NOUN_FLOOR: Final = 0.15


#: Types of words about deeds to come.
_ANNOUNCED: Final = frozenset({"AGREE", "THREATEN"})
#: Dependencies of words inside the phrase of their head.
MODIFIERS: Final = frozenset({"compound", "nmod", "amod", "nummod", "det"})
#: Prepositions of a place that also say whom forces are moved against ("marched **on** the capital").
_AGAINST: Final = frozenset({"on", "toward", "towards"})
#: Verbs that say little without their noun.
_PHRASE_VERBS: Final = forms_of_verbs(text_of("extract.decode.phrase_verbs"))
#: Role to the probability of each word.
Columns = Mapping[str, list[float]]
#: The modes of each type, with their columns.
_MODES_OF: Final[Mapping[str, tuple[tuple[int, str], ...]]] = {
    kind: tuple((i, name.partition("/")[2]) for i, name in enumerate(MODES) if name.startswith(f"{kind}/")) for kind in TYPES
}


@lru_cache(maxsize=64)
def _single(limit: float) -> float:
    """A threshold in the precision of the model's probabilities."""
    import numpy as np

    return float(np.float32(limit))


@lru_cache(maxsize=4096)
def _distances(head: int, words: int) -> np.ndarray:
    """The indices of the distances from a word to each word of its sentence."""
    import numpy as np

    return np.clip(np.arange(-head, words - head), -MAX_DISTANCE, MAX_DISTANCE) + MAX_DISTANCE


def softmax(scores: np.ndarray) -> np.ndarray:
    """Along the last axis."""
    import numpy as np

    raised = np.exp(scores - np.maximum.reduce(scores, axis=-1, keepdims=True))
    shares: np.ndarray = raised / np.add.reduce(raised, axis=-1, keepdims=True)
    return shares


def sigmoid(scores: np.ndarray) -> np.ndarray:
    """Logits to probabilities."""
    import numpy as np

    shares: np.ndarray = 1.0 / (1.0 + np.exp(-scores))
    return shares


class Decoder:
    """Reads acts from the scores of a model.

    Args:
        model: the loaded model, for its tables, vocabulary and thresholds.
        thresholds: override those of the model (the training sets them so).
        raw: leave confidences uncalibrated, as the calibration itself needs them.
    """

    def __init__(self, model: Model, thresholds: Mapping[str, float] | None = None, *, raw: bool = False) -> None:
        self._model = model
        self._raw = raw
        self._limits = {**DEFAULTS, **model.thresholds, **(thresholds or {})}

    def candidates(self, sentence: ParsedSentence, scores: Scores, floor: float) -> list[Candidate]:
        """Words whose probability to be a trigger is at least ``floor``, in text order, with the verdict on each."""
        shares = self._told_by_two(sentence, _joined(sentence, self.type_shares(scores)))
        found: list[Candidate] = []
        lifts: dict[int, Lift] = {}
        for token, quiet in zip(sentence.tokens, shares[:, 0].tolist(), strict=True):
            acting = 1.0 - quiet
            lift = allowed(sentence, token) if acting >= LEAST or token.lower in TELLING else None
            if lift is None or acting < lift.floor:
                lift = framed(sentence, token) or sure_lift(sentence, token) or lift
            if (acting < floor and (lift is None or acting < lift.floor)) or not any(ch.isalnum() for ch in token.text):
                continue
            row = shares[token.i if lift is None or lift.like is None else lift.like]
            best = int(row[1:].argmax()) if lift is None or lift.like is None else _deed_type(row)
            share = float(row[best + 1]) / max(1.0 - float(row[0]), 1e-9)
            kept, why = self._verdict(acting, share)
            if kept and is_example(sentence, token):
                kept, why = False, "goes with another act, which it only introduces"
            found.append(Candidate(token.i, TYPES[best], acting, share, kept, why))
            if lift is not None:
                lifts[len(found) - 1] = lift
        return _lifted(found, lifts)

    def _told_by_two(self, sentence: ParsedSentence, shares: np.ndarray) -> np.ndarray:
        """Give a verb the doubt that it shares with its noun where neither alone is likely enough ("**served** notice", "**made** peace"): one act, told by two words."""
        likely = (1.0 - shares[:, 0] >= NOUN_FLOOR).nonzero()[0].tolist()
        for noun in map(sentence.tokens.__getitem__, likely):
            verb = _verb_over(sentence, noun)
            if verb is None or shares[verb.i, 0] > 1.0 - NOUN_FLOOR or self._is_kept(shares[verb.i]) or self._is_kept(shares[noun.i]):
                continue
            quiet = shares[verb.i, 0] * shares[noun.i, 0]
            both = shares[verb.i] + shares[noun.i]
            both[1:] *= (1.0 - quiet) / both[1:].sum()
            both[0] = quiet
            if self._is_kept(both):
                shares[verb.i] = both
                shares[noun.i, 1:], shares[noun.i, 0] = 0.0, 1.0
        return shares

    def _is_kept(self, row: np.ndarray) -> bool:
        """Whether a word of these probabilities is an act."""
        acting = 1.0 - float(row[0])
        return self._verdict(acting, float(row[1:].max()) / max(acting, 1e-9))[0]

    def _verdict(self, acting: float, share: float) -> tuple[bool, str]:
        """Whether a word is kept as an act: likely enough to be one at all, and one of its likeliest type."""
        for name, value, said in (("trigger", acting, ""), ("act", acting * share, f"both together {acting * share:.2f}, ")):
            if value < self._limits[name] and acting < SURE_ACT:
                return False, f"{said}below the threshold {self._limits[name]:.2f}"
        return True, f"at or above the threshold {self._limits['trigger']:.2f}"

    def type_shares(self, scores: Scores) -> np.ndarray:
        """Probabilities ``[words, 1 + types]`` (column 0: no act): the trigger head says whether, both it and the leaf head say which.

        The leaf head knows the 250 CAMEO codes below the types; the product of both is right more often than either (bench/RESULTS.md). A word
        that is hardly an act (:data:`LEAF_LEAST`) keeps the types of the trigger head.
        """
        shares = softmax(scores.types)
        told = (shares[:, 0] <= 1.0 - LEAF_LEAST).nonzero()[0]
        if len(told):
            acting, kinds = 1.0 - shares[told, :1], shares[told, 1:]
            mixed = kinds * (softmax(scores.leaves[told]) @ self._model.leaf_types + LEAF_FLOOR)
            shares[told, 1:] = acting * mixed / mixed.sum(axis=-1, keepdims=True)
        return shares

    def explain(self, sentence: ParsedSentence, scores: Scores, floor: float) -> list[Candidate]:
        """Candidates from ``floor`` on with their likeliest parties, those that are part of another trigger marked as dropped."""
        found = self.candidates(sentence, scores, floor)
        roles = {c.head: self.roles(sentence, scores, c.head, TYPES.index(c.type) + 1) for c in found}
        kept = [c for c in found if c.kept]
        explained = []
        for one in found:
            if one.kept and self._is_part(one, kept, roles):
                one = replace(one, kept=False, why="part of another trigger of the same type")
            explained.append(replace(one, parties=_parties(roles[one.head], floor)))
        return explained

    def acts(self, sentence: ParsedSentence, scores: Scores) -> tuple[Act, ...]:
        """The acts of a sentence in order of their triggers."""
        kept = [c for c in self.candidates(sentence, scores, self._limits["trigger"]) if c.kept]
        if not kept:
            return ()
        roles = {c.head: self.roles(sentence, scores, c.head, TYPES.index(c.type) + 1) for c in kept}
        contexts = self._contexts(scores)
        return tuple(
            self._act(sentence, scores, c, roles[c.head], contexts) for c in kept if not self._is_part(c, kept, roles)
        )

    def roles(self, sentence: ParsedSentence, scores: Scores, head: int, kind: int) -> np.ndarray:
        """Probabilities ``[words, roles]`` of what each word is to a trigger of a type (1-based)."""
        import numpy as np

        t = self._model.tables
        words = len(sentence.tokens)
        gated = (scores.trigger_gate[head] * scores.word_gate) @ t["gate.weight"].T + t["gate.bias"]
        paths = t["paths.weight"][path_indices(sentence, head, self._model.vocabulary)]
        distances = t["distances.weight"][_distances(head, words)]
        mixed = scores.trigger_side[head] + t["kinds.weight"][kind] + scores.word_side
        mixed += gated
        mixed += paths
        mixed += distances
        np.maximum(mixed, 0.0, out=mixed)
        return sigmoid(mixed @ t["roles.weight"].T + t["roles.bias"])

    def _is_part(self, one: Candidate, kept: Sequence[Candidate], roles: Mapping[int, np.ndarray]) -> bool:
        """Whether a candidate is a word of another, likelier trigger of its type ("carried out **strikes**")."""
        part = ROLES.index("part")
        return any(
            other.type == one.type and other.probability > one.probability and roles[other.head][one.head, part] >= self._limits["part"]
            for other in kept
            if other.head != one.head
        )

    def _act(
        self, sentence: ParsedSentence, scores: Scores, one: Candidate, roles: np.ndarray, contexts: tuple[str, ...]
    ) -> Act:
        noun = sentence.tokens[one.head].pos in {"NOUN", "PROPN"}
        parsed = noun_arguments(sentence, one.head) if noun else verb_arguments(sentence, one.head)
        columns: Columns = dict(zip(ROLES, roles.T.tolist(), strict=True))
        actors = self._words(sentence, columns, "actor", one.head, (*parsed.subjects, *_cosigners(sentence, one.head, parsed)))
        recipients = self._words(sentence, columns, "recipient", one.head, (*parsed.objects, *parsed.datives))
        givers, receivers = _turned(sentence, one, parsed)
        if givers:
            others = [w for w in (*actors, *recipients) if w not in givers and w not in receivers]
            actors, recipients = [*givers, *(w for w in others if w in actors)], [*receivers, *(w for w in others if w not in actors)]
        actors += [w for w in _met(sentence, one, parsed) if w not in actors and w not in recipients]
        destinations = _destinations(parsed) if one.type == "MOBILIZE" else ()
        out = {*actors, *destinations, *worn_words(sentence, one.head)}
        recipients = [w for r in recipients if r not in out for w in _members(sentence, r)]
        places = self._places(sentence, columns, one, parsed, actors, [*actors, *recipients])
        return Act(
            sentence=sentence,
            trigger=self._trigger(sentence, columns, one.head),
            head=one.head,
            type=one.type,
            modes=self._modes(scores, one),
            cameo=self._model.leaves[int(scores.leaves[one.head].argmax())],
            actors=tuple(actors),
            recipients=tuple(recipients),
            places=tuple(places),
            confidence=one.probability * one.share if self._raw else self._model.calibrated(one.probability * one.share),
            contexts=contexts,
            judgement=self._judgement(scores, columns, roles, one.head),
            leans=_leans(sentence, columns, one.head),
            context_odds=tuple(scores.contexts.tolist()),
        )

    def _words(self, sentence: ParsedSentence, columns: Columns, role: str, head: int, parsed: Sequence[int] = ()) -> list[int]:
        """Words with a role, in text order; of two words of one phrase the head stays.

        A word that the parse proposes for the role needs only :data:`AGREED_FLOOR`.
        """
        limit, agreed = _single(self._limits[role]), _single(min(self._limits[role], AGREED_FLOOR))
        out = outsiders(sentence, head)
        chosen = [w for w, share in enumerate(columns[role]) if share >= agreed and (w in parsed or (share >= limit and w not in out)) and w != head]
        heads = {inner_head(sentence, w) for w in chosen}
        return [w for w in dict.fromkeys(inner_head(sentence, w) for w in chosen) if not _inside(sentence, w, heads)]

    def _places(
        self, sentence: ParsedSentence, columns: Columns, one: Candidate, arguments: Arguments, actors: Sequence[int], parties: Sequence[int]
    ) -> list[int]:
        """Words of the place, likeliest first: those the model is sure of, and those of the parse's candidates it does not rule out."""
        parsed = place_candidates(sentence, one.head, one.type, arguments, parties)
        column, floor = columns["place"], _single(PARSED_FLOOR)
        sure = [w for w in self._words(sentence, columns, "place", one.head) if w not in actors]
        found = dict.fromkeys([*sure, *(w for w in parsed if column[w] >= floor)])
        return sorted(found, key=lambda w: -column[w])

    def _trigger(self, sentence: ParsedSentence, columns: Columns, head: int) -> tuple[int, int]:
        column, limit = columns["part"], _single(self._limits["part"])
        low = high = head
        while low > 0 and column[low - 1] >= limit:
            low -= 1
        while high + 1 < len(column) and column[high + 1] >= limit:
            high += 1
        return trimmed(sentence, low, head, high)

    def _modes(self, scores: Scores, one: Candidate) -> tuple[str, ...]:
        own_modes = _MODES_OF.get(one.type, ())
        if not own_modes:
            return ()
        shares = sigmoid(scores.modes[one.head])
        own = [(float(shares[i]), name) for i, name in own_modes]
        return tuple(name for share, name in sorted(own, key=lambda pair: -pair[0]) if share >= self._limits["mode"])

    def _judgement(self, scores: Scores, columns: Columns, roles: np.ndarray, head: int) -> Judgement:
        odds = odds_of(scores, roles, head)
        saying = odds.attribution
        attributed = 1.0 - saying[0] >= self._limits["attributed"]
        return Judgement(
            status=Status(STATUSES[int(scores.status[head].argmax())]),
            negated=odds.negated >= self._limits["negated"],
            certainty=Certainty(CERTAINTIES[int(scores.certainty[head].argmax())]),
            attribution=ATTRIBUTIONS[saying.index(max(saying[1:]), 1)] if attributed else "",
            speaker=self._best(columns, "speaker", "speaker"),
            date=self._best(columns, "date", "date"),
            negated_cue=self._best(columns, "negated", "cue"),
            status_cue=self._best(columns, "status", "cue"),
            certainty_cue=self._best(columns, "certainty", "cue"),
            odds=odds,
        )

    def _best(self, columns: Columns, role: str, limit: str) -> int | None:
        column = columns[role]
        share = max(column)
        return column.index(share) if share >= _single(self._limits[limit]) else None

    def _contexts(self, scores: Scores) -> tuple[str, ...]:
        limit = _single(self._limits["context"])
        return tuple(name for name, share in zip(CONTEXTS, sigmoid(scores.contexts).tolist(), strict=True) if share >= limit)


def _lifted(found: list[Candidate], lifts: Mapping[int, Lift]) -> list[Candidate]:
    """Candidates, those kept that a form of words makes acts where no word of the form is one already."""
    heads = {one.head for one in found if one.kept}
    for place, lift in lifts.items():
        one = found[place]
        if not heads.intersection(lift.unless) and (not one.kept or lift.type not in {None, one.type}) and one.probability >= lift.floor:
            found[place] = replace(one, type=lift.type or one.type, kept=True, why="kept by the form of its clause")
    return found


def _deed_type(shares: np.ndarray) -> int:
    """The likeliest type of a deed, whatever is announced or threatened of it."""
    return max((i for i, name in enumerate(TYPES) if name not in _ANNOUNCED), key=lambda i: float(shares[i + 1]))


def _leans(sentence: ParsedSentence, columns: Columns, head: int) -> tuple[Lean, ...]:
    """The words that may be an act's parties or name their countries, none of a clause in which it does not stand."""
    acting, affected, actor, recipient = (columns[name] for name in ("actor_country", "recipient_country", "actor", "recipient"))
    floor, out = _single(LEAN_FLOOR), outsiders(sentence, head)
    return tuple(
        Lean(Span(t.start, t.end), acting[t.i], affected[t.i], actor[t.i], recipient[t.i])
        for t in sentence.tokens
        if t.i not in out and (acting[t.i] >= floor or affected[t.i] >= floor or actor[t.i] >= floor or recipient[t.i] >= floor)
    )


def odds_of(scores: Scores, roles: np.ndarray, head: int) -> Odds:
    """The probabilities of how the act at a head word is told."""
    return Odds(
        status=tuple(softmax(scores.status[head]).tolist()),
        negated=float(sigmoid(scores.negated[head])[0]),
        certainty=tuple(softmax(scores.certainty[head]).tolist()),
        attribution=tuple(softmax(scores.attribution[head]).tolist()),
        speaker=tuple(roles[:, ROLES.index("speaker")].tolist()),
    )


def _members(sentence: ParsedSentence, word: int) -> tuple[int, ...]:
    """The parties of a body that is named by them ("the **Russia**–**North Korea** alliance"), else the word itself."""
    if singular(sentence.tokens[word].lower) not in ABSTRACT:
        return (word,)
    owners = object_owner(sentence, [word])
    return owners if len(owners) > 1 else (word,)


def _destinations(arguments: Arguments) -> tuple[int, ...]:
    """Where forces are sent, which is a place and no recipient ("sent troops **to Lithuania**", "missiles **to Belarus**")."""
    against = {word for preposition, word in arguments.preps if preposition in _AGAINST}
    given = [word for preposition, word in arguments.preps if preposition == "to"]
    return tuple(word for word in (*arguments.places, *given) if word not in against)


def _turned(sentence: ParsedSentence, one: Candidate, arguments: Arguments) -> tuple[Sequence[int], Sequence[int]]:
    """Actors and recipients of a verb whose subject is the one to whom something comes; nobody for other verbs.

    A visitor acts and the host is visited ("the envoy was **received** by the minister"); in other acts who is named after "from" acts
    ("Kyiv **received** tanks from Berlin").
    """
    word, cues = sentence.tokens[one.head].lower, load_cues()
    if one.type == "CONSULT":
        return (arguments.objects, arguments.subjects) if word in cues.hosting else ((), ())
    return (arguments.at("from"), arguments.subjects) if word in cues.receiving else ((), ())


def _met(sentence: ParsedSentence, one: Candidate, arguments: Arguments) -> tuple[int, ...]:
    """The named object of "met", who sits at the table like its subject ("where he met **Attaf**")."""
    if one.type != "CONSULT" or sentence.tokens[one.head].lower not in load_cues().meeting:
        return ()
    return tuple(w for w in arguments.objects if sentence.tokens[w].tag.startswith("NNP"))


def _cosigners(sentence: ParsedSentence, head: int, arguments: Arguments) -> tuple[int, ...]:
    """With whom a paper is signed, where its name stands between ("signed a treaty, the 'Pact of Steel', **with Italy**")."""
    if sentence.tokens[head].lower not in load_cues().signing:
        return ()
    papers = with_names(sentence, arguments.objects)
    return tuple(target for paper in papers for name, target in prepositional(sentence, paper) if name == "with")


def _joined(sentence: ParsedSentence, shares: np.ndarray) -> np.ndarray:
    """Give a light verb's probability to the noun under it ("launched an **offensive**"): it is one act, told by two words.

    Only where both words have the same best type, and the noun is an act with at least :data:`NOUN_FLOOR`.
    """
    likely = (1.0 - shares[:, 0] >= NOUN_FLOOR).nonzero()[0].tolist()
    for token in map(sentence.tokens.__getitem__, likely):
        if token.pos != "NOUN":
            continue
        verb = light_verb(sentence, token.i)
        if verb is None or shares[verb.i, 0] > 1.0 - NOUN_FLOOR or shares[verb.i, 1:].argmax() != shares[token.i, 1:].argmax():
            continue
        acting, own = 1.0 - shares[token.i, 0] * shares[verb.i, 0], 1.0 - shares[token.i, 0]
        shares[token.i, 1:] *= acting / own
        shares[token.i, 0] = 1.0 - acting
        shares[verb.i, 1:], shares[verb.i, 0] = 0.0, 1.0
    return shares


def _verb_over(sentence: ParsedSentence, noun: Token) -> Token | None:
    """The verb that says little without it, whose object a common noun is, or that of its preposition."""
    above = sentence.tokens[noun.head]
    if noun.pos != "NOUN" or noun.dep not in {"dobj", "nsubjpass", "pobj"}:
        return None
    verb = sentence.tokens[above.head] if noun.dep == "pobj" else above
    return verb if verb.pos == "VERB" and verb.lower in _PHRASE_VERBS else None


def _parties(roles: np.ndarray, floor: float) -> tuple[tuple[str, int, float], ...]:
    found = [
        (ROLES[role], word, float(roles[word, role])) for word in range(len(roles)) for role in range(len(ROLES)) if roles[word, role] >= floor
    ]
    return tuple(sorted(found, key=lambda item: -item[2]))


def _inside(sentence: ParsedSentence, word: int, heads: Set[int]) -> bool:
    """Whether a word is a modifier inside a phrase of another chosen head ("South" of "South Korea", not "**US**-Japan talks")."""
    token = sentence.tokens[word]
    owner = sentence.tokens[token.head]
    above = owner.head if token.dep == "compound" and owner.dep == "poss" else owner.i  # "**Sierra** Leone's army"
    return token.dep in MODIFIERS and not heads.isdisjoint({owner.i, above}) and owner.i > word and not is_pair(sentence, word)
