"""The lexicon coder: acts found by the predicate lexicon on the dependency parse. It needs no model and serves as baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from dateline.extract.act import Act, Candidate
from dateline.extract.arguments import (
    Arguments,
    is_passive,
    light_verb,
    noun_arguments,
    object_owner,
    prepositions,
    verb_arguments,
)
from dateline.extract.cuewords import load_cues
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.phrases import phrase_at
from dateline.extract.places import headline_label, place_candidates
from dateline.ontology.inflect import singular
from dateline.ontology.lexicon import NONE, REPORT, Lexicon, Sense, load_lexicon
from dateline.ontology.wordlists import words_of
from dateline.types import Phrase, PhraseForm, SentenceKind

#: Confidence of a lexicon hit; the lexicon is not calibrated, so all hits carry the precision measured on the corpus (bench/RESULTS.md).
LEXICON_CONFIDENCE = 0.5
#: Particles that change the verb's meaning only right after it or as its particle ("gave in", not "given a duty in the army").
PURE_PARTICLES = frozenset("in up down off out back away over".split())
#: In the lexicon's particle column: the verb takes an infinitive ("told ministers to resign").
INFINITIVE = "to+verb"
_PARTICLE_DEPS = frozenset({"prt", "prep", "agent", "advmod", "dative", "aux"})
#: Nouns of these types report an act only where a party is named ("agreement", "support", "talks" alone are topics).
NEEDS_PARTY = frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID", "REQUEST", "CONSULT", "RETREAT", "CONCEDE", "REJECT", "SANCTION"})
#: Types whose acts are speech, so that an event cannot be their subject.
SPEECH_TYPES = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


class LexiconCoder:
    """Finds acts by lexicon and parse.

    Args:
        lexicon: the predicate lexicon; the package's own where ``None``.
    """

    name = "lexicon"

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon or load_lexicon()

    def acts(self, sentences: Sequence[ParsedSentence]) -> list[tuple[Act, ...]]:
        """The acts of each sentence, in order of their triggers."""
        return [self._sentence(sentence) for sentence in sentences]

    def _sentence(self, sentence: ParsedSentence) -> tuple[Act, ...]:
        senses = {t.i: s for t in sentence.tokens if (s := self.sense(sentence, t)) is not None}
        acts = []
        for index, sense in senses.items():
            if sense.type in {NONE, REPORT}:
                continue
            if self._is_content(sentence, index, senses) or self._is_repeated(sentence, index, senses):
                continue
            if is_recommended(sentence, index) or _is_figurative(sentence, index, sense, senses) or _is_accident(sentence, index, sense):
                continue
            act = self._act(sentence, index, sense, senses)
            if sense.pos == "NOUN" and sense.type in NEEDS_PARTY and not (act.actors or act.recipients):
                continue
            acts.append(act)
        return tuple(acts)

    def explain(self, sentence: ParsedSentence) -> list[Candidate]:
        """The words that the lexicon knows, and whether each became an act."""
        kept = {act.head: act for act in self._sentence(sentence)}
        found = []
        for token in sentence.tokens:
            sense = self.sense(sentence, token)
            if sense is not None:
                parties = [(role, i, 1.0) for role in ("actors", "recipients") for i in getattr(kept.get(token.i), role, ())]
                why = {NONE: "a sense that is no act", REPORT: "a reporting verb: attribution"}.get(sense.type)
                why = why or ("an act of its own" if token.i in kept else "content of another act, a repeat, an opinion or no party named")
                found.append(Candidate(token.i, sense.type, 1.0, 1.0, token.i in kept, why, tuple(parties)))
        return found

    def sense(self, sentence: ParsedSentence, token: Token) -> Sense | None:
        """The most specific sense of the lexicon that fits a token, blocked senses included."""
        if token.lower not in self.lexicon.forms:
            return None
        for pos in _coarse(sentence, token):
            objects: frozenset[str] | None = None
            for candidate in self.lexicon.lookup(pos, token.lower):
                if pos == "NOUN":
                    if _fits_noun(sentence, token, candidate):
                        return candidate
                    continue
                if objects is None and _asks(candidate):
                    objects = frozenset(_object_words(sentence, token))
                if _fits(sentence, token, candidate, objects or frozenset()):
                    return candidate
        return None

    def _is_content(self, sentence: ParsedSentence, index: int, senses: dict[int, Sense]) -> bool:
        """Whether the act is the content of a demand, promise, threat or refusal above it."""
        previous = sentence.tokens[index]
        for above in sentence.ancestors(index):
            sense = senses.get(above.i)
            if sense is not None and sense.complement == "content" and sense.type not in {NONE, REPORT}:
                if _is_complement(sentence, previous, above) and not self._is_repeated(sentence, above.i, senses):
                    return True
            if above.dep in {"relcl"} and above.pos == "VERB":
                return False
            previous = above
        return False

    def _is_repeated(self, sentence: ParsedSentence, index: int, senses: dict[int, Sense]) -> bool:
        """A light verb whose object noun is itself a trigger of the same type is coded once, at the noun."""
        token = sentence.tokens[index]
        if token.pos != "VERB":
            return self._is_object_of_same(sentence, token, senses)
        if token.dep in {"acl", "relcl"} and (above := senses.get(token.head)) is not None:
            return above.type == senses[index].type and above.pos == "NOUN"
        for other, sense in senses.items():
            if other != index and sense.type not in {NONE, REPORT}:
                light = light_verb(sentence, other) if sentence.tokens[other].pos in {"NOUN", "PROPN"} else None
                if light is not None and light.i == index and (sense.type == senses[index].type):
                    return True
        return False

    @staticmethod
    def _is_object_of_same(sentence: ParsedSentence, noun: Token, senses: dict[int, Sense]) -> bool:
        """"signed a **treaty**": the noun repeats the type of a full verb above it."""
        above = senses.get(noun.head)
        governor = sentence.tokens[noun.head]
        if noun.dep == "pobj" and (idiom := senses.get(governor.head)) is not None and idiom.pos == "VERB":
            return governor.lower in idiom.particles and singular(noun.lower) in idiom.objects
        if noun.dep not in {"dobj", "nsubjpass"} or above is None or above.pos != "VERB":
            return False
        return above.type == senses[noun.i].type and sentence.tokens[noun.head].lower not in load_cues().light_verbs

    def _act(self, sentence: ParsedSentence, index: int, sense: Sense, senses: dict[int, Sense]) -> Act:
        token = sentence.tokens[index]
        arguments = noun_arguments(sentence, index) if sense.pos == "NOUN" else verb_arguments(sentence, index)
        if sense.pos == "ADJ":
            arguments = Arguments(objects=(token.head,), preps=arguments.preps, places=arguments.places)
        actors, recipients = _roles(sentence, index, sense, arguments)
        if sense.type == "MOBILIZE" and not actors and is_passive(sentence, token):
            actors, recipients = arguments.objects, tuple(r for r in recipients if r not in arguments.objects)
        recipients = tuple(dict.fromkeys(owner for r in recipients for owner in owners_of(sentence, r, senses)))
        actors = tuple(a for a in _doers(sentence, actors, senses) if not _is_bare_weapon(sentence, a))
        recipients = tuple(r for r in recipients if r not in actors)
        if len(actors) > 1:
            actors = tuple(a for a in actors if a != headline_label(sentence))
        parties = {*actors, *recipients} if sense.type != "CONSULT" else set(actors)
        places = place_candidates(sentence, index, sense.type, arguments, parties)
        return Act(
            sentence=sentence,
            trigger=_trigger(sentence, token, sense),
            head=index,
            type=sense.type,
            modes=sense.modes,
            cameo=sense.cameo,
            actors=actors,
            recipients=recipients,
            places=places,
            confidence=LEXICON_CONFIDENCE,
        )


#: A gerund here stands for a noun: "**Fighting** between X and Y continued".
_NOMINAL_DEPS = frozenset({"nsubj", "nsubjpass", "dobj"})


def _coarse(sentence: ParsedSentence, token: Token) -> tuple[str, ...]:
    """Lexicon parts of speech under which a token may stand; headlines are tagged badly, so both are tried there."""
    if token.dep == "amod" and (token.lower in load_cues().adjectives or _is_hyphenated(sentence, token)):
        return ()
    if token.pos == "VERB":
        if token.tag == "VBG" and token.dep in _NOMINAL_DEPS and not sentence.kids(token.i, "dobj"):
            return ("NOUN", "VERB")
        return ("ADJ", "VERB") if token.dep == "amod" else ("VERB",)
    if token.pos == "NOUN":
        return ("NOUN", "VERB") if sentence.sentence.kind is not SentenceKind.BODY and token.dep == "ROOT" else ("NOUN",)
    if token.pos == "ADJ":
        return ("ADJ", "VERB") if token.lower.endswith("ed") else ("ADJ",)
    if token.pos == "PROPN" and sentence.sentence.kind is not SentenceKind.BODY:
        return ("VERB", "NOUN") if token.dep in {"ROOT", "ccomp", "conj"} else ("NOUN", "VERB")
    return ()


def _is_hyphenated(sentence: ParsedSentence, token: Token) -> bool:
    """The participle of a compound modifier names a standing relation: "Iranian-**backed** militias"."""
    before = sentence.tokens[token.i - 1] if token.i else None
    return before is not None and before.text == "-" and before.end == token.start


def _asks(sense: Sense) -> bool:
    """Whether a sense asks for the words of the object; most do not."""
    return bool(sense.objects or sense.not_objects) and INFINITIVE not in sense.particles


def _fits(sentence: ParsedSentence, token: Token, sense: Sense, objects: frozenset[str]) -> bool:
    """Whether a sense of a verb or adjective fits a token; ``objects`` are the words of its object where the sense asks for them."""
    if INFINITIVE in sense.particles:
        inner = [t for c in sentence.kids(token.i, "xcomp", "ccomp") for t in sentence.kids(c.i, "aux")]
        return any(t.lower == "to" for t in inner)
    if sense.particles:
        found = [c for c in sentence.kids(token.i) if c.lower in sense.particles and c.dep in _PARTICLE_DEPS]
        if sense.objects and not found:
            heads = {t.i for t in sentence.kids(token.i, "dobj", "nsubjpass")}
            below = {i for h in heads for i in sentence.subtree(h)}
            found = [t for t in sentence.tokens if t.i in below and t.dep == "prep" and t.head in heads and t.lower in sense.particles]
        after = sentence.tokens[token.i + 1].lower if token.i + 1 < len(sentence.tokens) else ""
        if not sense.objects and sense.particles <= PURE_PARTICLES:
            found = [c for c in found if c.dep in {"prt", "advmod"} or c.i == token.i + 1]
        if not found and after not in sense.particles:
            return False
        if _asks(sense):
            objects |= {w for c in found if c.dep != "prt" for w in _noun_words(sentence, [t.i for t in sentence.kids(c.i, "pobj", "pcomp")])}
    if sense.objects and not objects & sense.objects:
        return False
    return not (sense.not_objects and objects & sense.not_objects)


def _fits_noun(sentence: ParsedSentence, token: Token, sense: Sense) -> bool:
    preps = [c for c in sentence.kids(token.i, "prep") if c.lower in sense.particles] if sense.particles else []
    if sense.particles and not preps:
        return False
    if sense.particles and sense.objects:
        governed = _noun_words(sentence, [t.i for c in preps for t in sentence.kids(c.i, "pobj")])
        if governed & sense.objects:
            return True
    if not (sense.objects or sense.not_objects):
        return token.dep not in {"compound", "nmod"}
    modifiers = _both_numbers(sentence.kids(token.i, "compound", "amod", "nmod"))
    if token.i and sentence.tokens[token.i - 1].text == "-" and token.i > 1:
        modifiers.add(sentence.tokens[token.i - 2].lower)
    if sense.objects and not modifiers & sense.objects:
        return False
    if sense.not_objects and modifiers & sense.not_objects:
        return False
    return token.dep not in {"compound", "nmod"} or bool(sense.objects)


def _object_words(sentence: ParsedSentence, token: Token) -> set[str]:
    heads = [c.i for c in sentence.kids(token.i, "dobj", "nsubjpass", "attr", "oprd")]
    if token.dep in {"acl", "amod", "relcl"} and is_passive(sentence, token):
        heads.append(token.head)
    elif token.dep == "relcl" or (token.dep in {"conj", "xcomp"} and is_passive(sentence, token) and not heads):
        heads += list(verb_arguments(sentence, token.i).objects)
    return _noun_words(sentence, heads)


def _noun_words(sentence: ParsedSentence, heads: Sequence[int]) -> set[str]:
    """Singular forms of heads, their coordinated nouns, noun modifiers and what they count."""
    words: set[str] = set()
    for head in heads:
        group = [sentence.tokens[head], *sentence.kids(head, "conj", "compound", "amod", "nmod")]
        for prep in sentence.kids(head, "prep"):
            if prep.lower == "of":
                group += sentence.kids(prep.i, "pobj")
        words |= _both_numbers(group)
    return words


def _both_numbers(tokens: Iterable[Token]) -> set[str]:
    """Words as they stand, and their singulars."""
    words = [token.lower for token in tokens]
    return {*words, *map(singular, words)}


def _is_complement(sentence: ParsedSentence, below: Token, above: Token) -> bool:
    """Whether ``below`` hangs on ``above`` as its clause, object or of/for-phrase (and not as subject or adverbial)."""
    if below.dep in {"xcomp", "ccomp", "dobj", "pcomp", "pobj", "acl", "attr"}:
        return True
    if below.dep == "nsubjpass":
        return True
    if below.dep == "advcl":
        return _follows_object(sentence, below, above)
    if below.dep == "prep":
        return below.lower in {"for", "of", "on", "to", "from", "against"}
    return False


def _follows_object(sentence: ParsedSentence, below: Token, above: Token) -> bool:
    """"rejected **calls** to expel": an infinitive right after the object belongs to it, wherever the parser hangs it."""
    before = [sentence.tokens[t.i - 1] for t in sentence.kids(below.i, "aux") if t.lower == "to" and t.i]
    return any(t.dep == "dobj" and t.head == above.i for t in before)


def _trigger(sentence: ParsedSentence, token: Token, sense: Sense) -> tuple[int, int]:
    """First and last token of the trigger: the verb with its particle, the noun with the modifiers that bear the type."""
    low = high = token.i
    for child in sentence.kids(token.i, "prt"):
        if child.i == token.i + 1:
            high = child.i
    if sense.pos == "NOUN" and sense.objects:
        for child in sentence.kids(token.i, "compound", "amod", "nmod"):
            if child.i < token.i and (child.lower in sense.objects or singular(child.lower) in sense.objects):
                low = min(low, child.i)
    return low, high


def _roles(sentence: ParsedSentence, index: int, sense: Sense, arguments: Arguments) -> tuple[tuple[int, ...], tuple[int, ...]]:
    places = set(sense.recipient)
    actors = list(arguments.subjects)
    if "actor-of" in places and not arguments.by:
        actors = list(arguments.at("of")) or actors
    if "subj" in places:
        return _inverse(arguments), tuple(dict.fromkeys(arguments.subjects))
    if "sym" in places:
        return _symmetric(sentence, sense, arguments, actors), ()
    recipients: tuple[int, ...] = ()
    for place in sense.recipient:
        recipients = _recipients(sentence, place, arguments)
        if recipients:
            break
    return tuple(dict.fromkeys(actors)), recipients


def _inverse(arguments: Arguments) -> tuple[int, ...]:
    """Actors of verbs of receiving: "received missiles **from Russia**"."""
    return arguments.at("from") or arguments.at("by")


def _recipients(sentence: ParsedSentence, place: str, arguments: Arguments) -> tuple[int, ...]:
    if place == "obj":
        return arguments.objects
    if place == "dative":
        return arguments.datives
    if place == "poss":
        return object_owner(sentence, arguments.objects)
    if place in {"none", "actor-of", "sym"}:
        return ()
    found = arguments.at(place)
    if not found and place in {"on", "against"} and arguments.victims:
        return arguments.victims
    if not found:
        inner = [t for o in arguments.objects for name, t in prepositions(sentence, o) if name == place]
        found = tuple(inner)
    return found


def _symmetric(sentence: ParsedSentence, sense: Sense, arguments: Arguments, actors: list[int]) -> tuple[int, ...]:
    found = list(actors)
    for place in ("with", "between", "among", "and"):
        found += arguments.at(place)
    if sense.pos == "VERB":
        found += [t for o in arguments.objects for name, t in _below(sentence, o) if name in {"with", "between", "among"}]
    if "obj" in sense.recipient or (sense.pos == "VERB" and not arguments.at("with")):
        found += [o for o in arguments.objects if sense.type == "CONSULT" or _is_party(sentence, o)]
    return tuple(dict.fromkeys(found))


def _below(sentence: ParsedSentence, index: int) -> list[tuple[str, int]]:
    """Prepositional objects under a noun and its appositions ("a treaty, the Partnership, **with Kim**")."""
    found = prepositions(sentence, index)
    for child in sentence.kids(index, "appos"):
        found += prepositions(sentence, child.i)
    return found


def _is_party(sentence: ParsedSentence, index: int) -> bool:
    phrase = phrase_at(sentence, index)
    return phrase is not None and phrase.form in {PhraseForm.NAME, PhraseForm.PRONOUN}


def _doers(sentence: ParsedSentence, actors: tuple[int, ...], senses: dict[int, Sense]) -> tuple[int, ...]:
    """An event is never an actor: "the attack killed nine" is an act of whoever attacked."""
    found: list[int] = []
    for index in actors:
        sense = senses.get(index)
        if sense is not None and sense.pos == "NOUN" and sense.type not in {NONE, REPORT}:
            arguments = noun_arguments(sentence, index)
            found += [i for i in arguments.subjects if i not in senses]
        else:
            found += owners_of(sentence, index, senses)
    return tuple(dict.fromkeys(found))


ABSTRACT = words_of("extract.lexical.abstract")


def owners_of(sentence: ParsedSentence, index: int, senses: dict[int, Sense]) -> tuple[int, ...]:
    """The party behind an abstract noun or an event noun (possessor, of-phrase, nationality); the noun itself where none is named."""
    word = singular(sentence.tokens[index].lower)
    sense = senses.get(index)
    eventful = sense is not None and sense.pos == "NOUN" and sense.type not in {NONE, REPORT}
    if word not in ABSTRACT and not eventful:
        return (index,)
    owners = object_owner(sentence, [index]) or tuple(
        t for name, t in prepositions(sentence, index) if name in {"of", "by", "between"} and _is_named(sentence, t)
    )
    return owners or (index,)


def _is_named(sentence: ParsedSentence, index: int) -> bool:
    phrase = phrase_at(sentence, index)
    return phrase is not None and any(word[:1].isupper() for word in phrase.mention.text.split())


def is_recommended(sentence: ParsedSentence, index: int) -> bool:
    """Whether the act is only recommended ("the aim should be to send", "Europe must arm"): an opinion, not an act."""
    current = sentence.tokens[index]
    while True:
        if current.pos in {"VERB", "AUX"} and any(t.lower in {"should", "ought", "must"} for t in sentence.kids(current.i, "aux")):
            return True
        if current.head == current.i or current.dep in {"ccomp", "relcl", "advcl", "parataxis", "nsubj"}:
            return False
        current = sentence.tokens[current.head]


def _is_figurative(sentence: ParsedSentence, index: int, sense: Sense, senses: dict[int, Sense]) -> bool:
    """A speech act whose subject is an event is none: "sanctions pushed the regime to look elsewhere"."""
    if sense.pos != "VERB" or sense.type not in SPEECH_TYPES:
        return False
    subjects = verb_arguments(sentence, index).subjects
    return bool(subjects) and all(
        (found := senses.get(i)) is not None and found.pos == "NOUN" and found.type not in {NONE, REPORT} for i in subjects
    )


ACCIDENTS = words_of("extract.lexical.accidents")


def _is_accident(sentence: ParsedSentence, index: int, sense: Sense) -> bool:
    """"the storm killed nine", "nine were killed in a crash": no act of anybody."""
    if sense.pos != "VERB" or sense.type != "ASSAULT":
        return False
    arguments = verb_arguments(sentence, index)
    causes = arguments.subjects or (*arguments.by, *arguments.at("in"), *arguments.at("by"))
    return any(singular(sentence.tokens[i].lower) in ACCIDENTS for i in causes)


WEAPONS = words_of("extract.lexical.weapons")


def _is_bare_weapon(sentence: ParsedSentence, index: int) -> bool:
    return singular(sentence.tokens[index].lower) in WEAPONS and not object_owner(sentence, [index])


def phrases_of(sentence: ParsedSentence, indices: Sequence[int]) -> tuple[Phrase, ...]:
    """Phrases of token indices, without those that are empty or repeat a span."""
    found: dict[object, Phrase] = {}
    for index in indices:
        phrase = phrase_at(sentence, index)
        if phrase is not None:
            found.setdefault(phrase.mention.span, phrase)
    return tuple(found.values())


@lru_cache(maxsize=1)
def lexicon_coder() -> LexiconCoder:
    """The coder with the package's own lexicon."""
    return LexiconCoder()
