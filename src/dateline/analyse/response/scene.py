"""An act in its sentence: its clause, what it is about, and whom it is directed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.analyse.response.sentences import Matter, Reader, clause_of, complement
from dateline.analyse.response.values import Told, codes_of
from dateline.analyse.response.words import Word
from dateline.types import EventMention, Participant

#: Types of acts that those who act may do to one another; others are done side by side.
BETWEEN: Final = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT", "CONCEDE", "RETREAT"})
#: Types of what one does against another: told of two with no third, it is two acts in opposite directions.
AGAINST: Final = frozenset({"ACCUSE", "ASSAULT", "COERCE", "REJECT", "REQUEST", "SANCTION", "THREATEN"})


def is_mutual(mention: EventMention) -> bool:
    """Whether states do to each other what is done against somebody ("Canada and India **expel** diplomats")."""
    doers = codes_of(mention.actors)
    return mention.type in AGAINST and len(doers) > 1 and codes_of(mention.recipients) <= doers


@dataclass(frozen=True, slots=True)
class Scene:
    """An act in its sentence: its clause, what it is about, and whether the sentence before belongs to the affair or, in the words
    ``announced``, says that an answer follows ("Oslo reacted within a day."); ``recounted`` where its text recounts what followed the
    trigger, ``away`` where its text is of another affair; ``taught`` are words that only the act itself taught the affair;
    ``opens`` says that its text opens with the trigger, ``subject`` that its title is about answers of the actor's, or of anybody."""

    told: Told
    actor: str
    matter: Matter
    clause: tuple[int, int]
    about: tuple[int, int]
    continues: bool = False
    announced: str = ""
    recounted: bool = False
    away: bool = False
    taught: frozenset[str] = frozenset()
    opens: bool = False
    subject: bool = False

    @property
    def clause_text(self) -> str:
        """The words of the clause."""
        return self.matter.sentence.text[self.clause[0] : self.clause[1]]

    def is_doer(self, word: Word) -> bool:
        """Whether a word is part of the name of whoever acts or speaks: a name that turns up again is no matter in common."""
        mention = self.told.mention
        at = mention.sentence.span.start + word.start
        said = mention.attribution.span if mention.attribution is not None else None
        spans = [*(party.span for party in mention.actors), *([said] if said is not None else [])]
        return word.capital and any(span.start <= at < span.end for span in spans)


def scene_of(
    told: Told, actor: str, others: Sequence[EventMention], reader: Reader, *, continues: bool = False, announced: str = ""
) -> Scene:
    """The scene of an act; ``others`` are the acts of the same sentence."""
    matter = reader.matter(told.coded, told.mention.sentence)
    clause = clause_of(told.mention, others)
    return Scene(told, actor, matter, clause, complement(told.mention, clause), continues, announced)


def others_of(mention: EventMention, actor: str) -> tuple[Participant, ...]:
    """Whom an act is directed at; of meetings, deals and fights the other participants."""
    if mention.recipients or mention.type not in BETWEEN:
        return mention.recipients
    return tuple(party for party in mention.actors if party.country != actor)


def recipients_of(mention: EventMention, actor: str) -> frozenset[str]:
    """Codes of whom an act is directed at; of meetings, deals and fights the other participants."""
    return codes_of(others_of(mention, actor))
