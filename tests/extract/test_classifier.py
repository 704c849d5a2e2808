"""The trained coder: features, alignment, decoding, and what it promises about batches and damaged files."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.parsing import at, build, parse, words

from dateline.errors import DatelineError
from dateline.extract.act import Act
from dateline.extract.classifier import model as model_file
from dateline.extract.classifier.alignment import align
from dateline.extract.classifier.coder import TrainedCoder
from dateline.extract.classifier.features import MAX_PATH, distance_index, path_indices, paths_from, span_root
from dateline.extract.classifier.model import DESCRIPTION, GRAPH, TABLES, Model, packaged_folder, sums_are_exact
from dateline.extract.classifier.relation import _gelu

SENTENCES = (
    "Kenya expelled two Somali diplomats on Monday, the foreign ministry in Nairobi said.",
    "Police arrested 40 protesters in Lima.",
    "Norway and Peru signed a treaty in Oslo.",
    "France has refrained from sending troops to Mali.",
    "The match ended in a draw.",
    "Rebels shelled the port, killing nine people, and later withdrew from two villages they had seized in May.",
    "Canada may impose sanctions on Belarus if the talks fail.",
)


@pytest.fixture(scope="module")
def coder() -> TrainedCoder:
    return TrainedCoder()


def _by_type(found: tuple[Act, ...]) -> dict[str, Act]:
    return {act.type: act for act in found}


def test_paths_name_labels_directions_and_prepositions() -> None:
    sentence = build("Kenya sent troops to Mali", "Kenya NNP nsubj 1\nsent VBD ROOT 1\ntroops NNS dobj 1\nto IN prep 1\nMali NNP pobj 3")
    assert paths_from(sentence, 1) == [">nsubj", ".", ">dobj", ">prep:to", ">prep:to>pobj"]
    assert paths_from(sentence, 4)[0] == ">^pobj>^prep:to>nsubj"


def test_far_words_have_no_path() -> None:
    n = MAX_PATH + 2
    rows = "\n".join(f"w{i} NN dep {max(0, i - 1)}" for i in range(n))
    paths = paths_from(build(" ".join(f"w{i}" for i in range(n)), rows), 0)
    assert paths[MAX_PATH] and not paths[MAX_PATH + 1]


@given(st.integers(-400, 400), st.integers(-400, 400))
def test_distances_are_indices(start: int, end: int) -> None:
    assert 0 <= distance_index(start, end) <= 24
    assert distance_index(start, end) + distance_index(end, start) == 24


def test_the_root_of_a_span_is_its_head_word() -> None:
    sentence = parse(SENTENCES[0])
    start = sentence.sentence.text.index("two Somali diplomats")
    assert span_root(sentence, start, start + len("two Somali diplomats")) == at(sentence, "diplomats")
    assert span_root(sentence, 500, 510) is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["Kenya", "“", "—", "U.S.", "naïve", "北京", "😀", "co-operate", "’s", "3,000", "x" * 40]), min_size=1, max_size=12))
def test_every_token_has_pieces_inside_the_sentence(tokens: list[str]) -> None:
    text = " ".join(tokens)
    rows = "\n".join(f"{t} NN dep 0" for t in tokens)
    pieces = align(build(text, rows), TrainedCoder().model.tokenizer)
    assert len(pieces.words) == len(tokens)
    assert all(0 <= first <= last < len(pieces.ids) for first, last in pieces.words)
    assert list(pieces.words) == sorted(pieces.words)


@pytest.mark.parametrize("text", ["Ça va, naïve cafés — can't U.S. 1,000.5!", "中文 text\u2009of  two\tkinds ", "a [SEP] b x\u0301 \u0301y"])
def test_pieces_kept_between_blanks_are_those_of_the_whole_text(text: str) -> None:
    tokenizer = TrainedCoder().model.tokenizer
    pieces = align(build(text, f"{text.split()[0]} NN dep 0"), tokenizer)
    assert list(pieces.ids) == tokenizer.encode(text).ids


def test_acts_have_types_and_parties(coder: TrainedCoder) -> None:
    (found,) = coder.acts([parse(SENTENCES[0])])
    act = _by_type(found)["SANCTION"]
    assert words(act.sentence, act.actors) == ["Kenya"]
    assert words(act.sentence, act.recipients) == ["Somali diplomats"]
    assert "expel" in act.modes
    assert act.judgement is not None and act.judgement.attribution == "institution"


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("The foreign minister of Kenya received the Somali envoy in Nairobi.", ["Somali envoy"], ["foreign minister of Kenya"]),
        ("The Somali envoy was received by the Kenyan president in Nairobi.", ["Somali envoy"], ["Kenyan president"]),
        ("Peru's president was received in Lima.", ["Peru's president"], []),
        ("Norway welcomed the Chilean delegation in Oslo on Monday.", ["Chilean delegation"], ["Norway"]),
    ],
)
def test_a_visitor_acts_and_the_host_is_visited(coder: TrainedCoder, text: str, actors: list[str], recipients: list[str]) -> None:
    sentence = parse(text)
    act = _by_type(coder.acts([sentence])[0])["CONSULT"]
    assert (words(sentence, act.actors), words(sentence, act.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Peru received two patrol boats from Spain.", ["Spain"], ["Peru"]),
        ("Mali has obtained ten helicopters from Russia.", ["Russia"], ["Mali"]),
    ],
)
def test_what_comes_from_somebody_is_given_by_him(coder: TrainedCoder, text: str, actors: list[str], recipients: list[str]) -> None:
    sentence = parse(text)
    (act,) = coder.acts([sentence])[0]
    assert (words(sentence, act.actors), words(sentence, act.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Chad sent troops to Niger.", []),
        ("Russia moved missiles to Belarus.", []),
        ("Germany deployed tanks to Lithuania against Russia.", ["Russia"]),
    ],
)
def test_where_forces_are_sent_is_no_recipient(coder: TrainedCoder, text: str, recipients: list[str]) -> None:
    sentence = parse(text)
    assert words(sentence, _by_type(coder.acts([sentence])[0])["MOBILIZE"].recipients) == recipients


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("India-Vietnam talks began in Hanoi on Monday.", "CONSULT", ["India", "Vietnam"]),
        ("A Japan–Philippines meeting was held in Manila.", "CONSULT", ["Japan", "Philippines"]),
        ("Fidan flew to Tbilisi, where he met Botchorishvili on Friday.", "CONSULT", ["Fidan", "he", "Botchorishvili"]),
        ('Castro signed a treaty, the "Pact of Havana", with Nicolas Maduro.', "SUPPORT", ["Castro", "Nicolas Maduro"]),
        ('Erdogan signed an agreement, the "Shusha Declaration", with Ilham Aliyev.', "SUPPORT", ["Erdogan", "Ilham Aliyev"]),
    ],
)
def test_both_sides_of_a_meeting_or_treaty_are_actors(coder: TrainedCoder, text: str, kind: str, actors: list[str]) -> None:
    sentence = parse(text)
    act = [act for act in coder.acts([sentence])[0] if act.type == kind][-1]
    assert words(sentence, act.actors) == actors


def test_a_country_with_a_dash_in_its_name_is_one_party(coder: TrainedCoder) -> None:
    sentence = parse("Timor-Leste signed a treaty with Norway in Oslo.")
    assert words(sentence, coder.acts([sentence])[0][0].actors) == ["Timor-Leste", "Norway"]


def test_restraint_is_negated_and_an_eventless_sentence_is_empty(coder: TrainedCoder) -> None:
    restraint, match = coder.acts([parse(SENTENCES[3]), parse(SENTENCES[4])])
    assert restraint and restraint[0].judgement is not None and restraint[0].judgement.negated
    assert match == ()


def test_a_sentence_is_coded_alike_alone_and_in_any_batch(coder: TrainedCoder) -> None:
    parsed = [parse(text) for text in SENTENCES]
    alone = [coder.acts([sentence])[0] for sentence in parsed]
    assert coder.acts(parsed) == alone
    order = list(range(len(parsed)))
    random.Random(4).shuffle(order)
    assert coder.acts([parsed[i] for i in order]) == [alone[i] for i in order]


def test_words_score_the_same_bits_alone_and_beside_sentences_of_the_same_length(coder: TrainedCoder) -> None:
    texts = ("Police arrested 40 protesters in Lima.", "Police arrested 40 protesters in Cali!", "Gunmen freed six hostages near Oslo.", "Yes.", "No.")
    given = [coder._given(parse(text)) for text in texts]
    together = dict(coder.model.run(given))
    assert len({len(pieces.ids) for pieces, _ in given}) < len(given)
    for number, one in enumerate(given):
        ((_, alone),) = coder.model.run([one])
        for name in ("types", "leaves", "word_side", "vectors", "contexts"):
            assert getattr(together[number], name).tobytes() == getattr(alone, name).tobytes()


def test_relation_of_marked_phrases_is_a_distribution(coder: TrainedCoder) -> None:
    sentence = parse(SENTENCES[1])
    found = coder.relation(sentence, [at(sentence, "Police")], [at(sentence, "protesters")])
    assert sum(found.values()) == pytest.approx(1.0, abs=1e-4)
    assert max(found, key=lambda kind: found[kind]) == "COERCE"
    assert coder.relation(sentence, [at(sentence, "Police")], [])


def test_explanations_name_the_threshold_and_parties(coder: TrainedCoder) -> None:
    found = coder.explain(parse(SENTENCES[1]))
    kept = [one for one in found if one.kept]
    assert [one.type for one in kept] == ["COERCE"]
    assert "threshold" in kept[0].why and kept[0].parties[0][2] > 0.5


@pytest.mark.parametrize("name", [GRAPH, TABLES])
def test_a_damaged_model_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(packaged_folder(), folder)
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 0xFF
    (folder / name).write_bytes(content)
    with pytest.raises(DatelineError, match="E302"):
        Model(folder)


def test_a_missing_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match=r"E302.*model\.json"):
        Model(tmp_path)
    (tmp_path / DESCRIPTION).write_text("{")
    with pytest.raises(DatelineError, match="E302"):
        Model(tmp_path)


def test_the_gelu_of_numpy_is_that_of_the_network() -> None:
    import math

    import numpy as np

    x = np.linspace(-6, 6, 201)
    exact = np.array([0.5 * v * (1 + math.erf(v / math.sqrt(2))) for v in x])
    assert np.abs(_gelu(x) - exact).max() < 1e-6


def test_indices_of_paths_are_those_of_the_paths_written_out(coder: TrainedCoder) -> None:
    vocabulary = coder.model.vocabulary
    for text in SENTENCES:
        sentence = parse(text)
        for token in sentence.tokens:
            written = [vocabulary.paths.get(path, 0) for path in paths_from(sentence, token.i)]
            assert path_indices(sentence, token.i, vocabulary) == written
            assert sentence.leftmost[token.i] == min(sentence.subtree(token.i))


def _sum_of_the_largest() -> int:
    """A sum of 64 products of 255 and 127 as the coder's sessions add it."""
    import numpy as np

    session = model_file._session((packaged_folder() / "sums.onnx").read_bytes())
    found: int = session.run(None, {"numbers": np.full((3, 64), 255, dtype=np.uint8)})[0].min()
    return found


def test_sums_of_eight_bits_are_exact_on_this_processor() -> None:
    assert _sum_of_the_largest() == 64 * 255 * 127


def test_sums_stay_exact_where_the_processor_says_it_needs_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "sums_are_exact", lambda: False)
    assert _sum_of_the_largest() == 64 * 255 * 127


def test_an_overflow_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Saturating:
        def run(self, *_: object) -> list[object]:
            import numpy as np

            return [np.full((64, 16), 32_767 * 32)]

    monkeypatch.setattr(model_file, "_opened", lambda *_, **__: Saturating())
    sums_are_exact.cache_clear()
    assert not sums_are_exact()
    sums_are_exact.cache_clear()


_LOADED = """
import os, pathlib, sys
home = pathlib.Path(sys.argv[1])
from dateline.extract.classifier.model import load_model
load_model()
print(os.environ["ORT_DISABLE_TELEMETRY"], sorted(path.name for path in home.rglob("*")))
"""


def test_the_model_runs_without_reports_to_the_maker_of_its_runtime(tmp_path: Path) -> None:
    """A wheel of ONNX Runtime that is not told otherwise keeps an identifier of the machine below the home folder and uploads what it is used for."""
    wanted = {**{name: value for name, value in os.environ.items() if not name.startswith("XDG_")}, "HOME": str(tmp_path), "ORT_DISABLE_TELEMETRY": "0"}
    done = subprocess.run([sys.executable, "-c", _LOADED, str(tmp_path)], env=wanted, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "[]"]
