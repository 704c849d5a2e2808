"""The trained coder (``--coder trained``, the default)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from dateline.extract.act import Act, Candidate
from dateline.extract.classifier.alignment import Pieces, align
from dateline.extract.classifier.decode import Decoder
from dateline.extract.classifier.features import WordFeatures, sense_names, word_features
from dateline.extract.classifier.marked import mark
from dateline.extract.classifier.model import Scores, load_model
from dateline.extract.classifier.relation import relation
from dateline.extract.lexical import LexiconCoder
from dateline.extract.parse import ParsedSentence

#: ``--explain`` shows words from this probability on.
EXPLAIN_FLOOR = 0.05


class TrainedCoder:
    """Finds acts with one encoder pass a sentence; a sentence's result does not depend on what is coded beside it.

    Args:
        folder: of a model; the package's own where ``None``.
        thresholds: override those of the model.

    Raises:
        DatelineError: E302 where the model is missing or damaged.
    """

    def __init__(self, folder: Path | None = None, thresholds: Mapping[str, float] | None = None) -> None:
        self.model = load_model(folder)
        self.name = self.model.name
        self.decoder = Decoder(self.model, thresholds)
        self._lexicon = LexiconCoder()

    def acts(self, sentences: Sequence[ParsedSentence]) -> list[tuple[Act, ...]]:
        """The acts of each sentence, in order of their triggers."""
        found: list[tuple[Act, ...]] = [()] * len(sentences)
        for which, scores in self.model.run([self._given(sentence) for sentence in sentences]):
            found[which] = self.decoder.acts(sentences[which], scores)
        return found

    def scores(self, sentence: ParsedSentence) -> Scores:
        """The model's scores of a sentence's words."""
        ((_, scores),) = self.model.run([self._given(sentence)])
        return scores

    def _given(self, sentence: ParsedSentence) -> tuple[Pieces, WordFeatures]:
        features = word_features(sentence, sense_names(sentence, self._lexicon), self.model.vocabulary)
        return align(sentence, self.model.tokenizer), features

    def relation(self, sentence: ParsedSentence, source: Sequence[int], target: Sequence[int]) -> dict[str, float]:
        """Probabilities of the types for the act between two marked phrases (word indices; either may be empty)."""
        marked = mark(align(sentence, self.model.tokenizer), source, target)
        return relation(self.model, self.scores(sentence), marked, source, target)

    def explain(self, sentence: ParsedSentence) -> list[Candidate]:
        """The words considered as triggers with their scores, and why each was kept or dropped."""
        return self.decoder.explain(sentence, self.scores(sentence), EXPLAIN_FLOOR)
