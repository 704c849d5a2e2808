"""The predicate lexicon: every row is valid, none stands twice, and forms are generated right."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from dateline.ontology.inflect import irregular_forms, noun_forms, singular, verb_forms
from dateline.ontology.lexicon import LEXICON_FILES, NONE, REPORT, load_lexicon, parse_sense
from dateline.ontology.plover import plover

COLUMNS = ["lemma", "pos", "particle", "object", "type", "modes", "recipient", "cameo", "complement"]
PLACES = {"obj", "dative", "poss", "sym", "none", "actor-of", "subj"}
PREPOSITIONS = set(
    """with between among against on at for to toward towards from of over
    into by about upon in near around across through behind outside onto under as""".split()
)


def rows() -> list[tuple[str, int, list[str]]]:
    """(file, line, columns) of every row, comments and headers left out."""
    found = []
    for name in LEXICON_FILES:
        lines = (files("dateline.ontology") / "data" / name).read_text(encoding="utf-8").splitlines()
        kept = [(number, line) for number, line in enumerate(lines, start=1) if line.strip() and not line.startswith("#")]
        assert kept[0][1].split("\t") == COLUMNS, name
        found += [(name, number, [column.strip() for column in line.split("\t")]) for number, line in kept[1:]]
    return found


ROWS = rows()


def bad(check: object) -> list[str]:
    return [f"{name}:{number}: {columns}" for name, number, columns in ROWS if not check(columns)]  # type: ignore[operator]


def test_every_row_has_nine_columns() -> None:
    assert bad(lambda c: len(c) == 9) == []


def test_lemmas_are_lower_case_single_words_of_a_known_class() -> None:
    assert bad(lambda c: c[0] and c[0] == c[0].lower() and " " not in c[0] and c[1] in {"VERB", "NOUN", "ADJ"}) == []


def test_types_and_modes_are_plovers() -> None:
    modes = {t.name: {m.name for m in t.modes} for t in plover().types}
    modes |= {NONE: set(), REPORT: set()}
    assert bad(lambda c: c[4] in modes and set(filter(None, (m.strip() for m in c[5].split(",")))) <= modes[c[4]]) == []


def test_recipients_and_complements_are_known() -> None:
    known = PLACES | PREPOSITIONS
    assert bad(lambda c: set(filter(None, (p.strip() for p in c[6].split(",")))) <= known) == []
    assert bad(lambda c: c[8] in {"", "content", "negate", "act"}) == []


def test_cameo_codes_are_two_to_four_digits() -> None:
    assert bad(lambda c: c[7] == "" or (c[7].isdigit() and 2 <= len(c[7]) <= 4 and 1 <= int(c[7][:2]) <= 20)) == []


def test_no_sense_stands_twice_in_all_files() -> None:
    keys = Counter(tuple(",".join(sorted(part.split(","))) for part in c[:4]) for _, _, c in ROWS)
    assert {key: n for key, n in keys.items() if n > 1} == {}


def test_there_are_enough_senses() -> None:
    assert len(load_lexicon().senses) == len(ROWS)
    assert len(ROWS) >= 900
    counts = Counter(sense.type for sense in load_lexicon().senses)
    assert {t.name: counts[t.name] for t in plover().types if counts[t.name] < 20} == {}
    assert len(plover().types) == 16


def test_a_row_with_too_many_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="nine columns"):
        parse_sense("\t".join("abcdefghij"))


def test_a_row_is_read_into_its_fields() -> None:
    sense = parse_sense("sever\tVERB\toff,from\t!tie,link\tSANCTION\tdiscontinue\twith,obj\t161\tact\n")
    assert (sense.lemma, sense.pos, sense.particles) == ("sever", "VERB", {"off", "from"})
    assert (sense.objects, sense.not_objects) == (frozenset(), {"tie", "link"})
    assert (sense.type, sense.modes, sense.recipient, sense.cameo, sense.complement) == (
        "SANCTION",
        ("discontinue",),
        ("with", "obj"),
        "161",
        "act",
    )
    assert sense.specificity == parse_sense("sever\tVERB\toff\t!tie\tNONE").specificity == 3


def test_the_most_specific_sense_comes_first_under_every_form() -> None:
    lexicon = load_lexicon()
    for senses in lexicon.by_form.values():
        assert [s.specificity for s in senses] == sorted((s.specificity for s in senses), reverse=True)
    assert lexicon.lookup("VERB", "expelling") == lexicon.lookup("VERB", "expel") != ()
    assert lexicon.lookup("VERB", "no such form") == ()


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("strike", {"strikes", "struck", "striking"}),
        ("send", {"sends", "sent", "sending"}),
        ("withdraw", {"withdraws", "withdrew", "withdrawn", "withdrawing"}),
        ("shoot", {"shoots", "shot", "shooting"}),
        ("ban", {"bans", "banned", "banning"}),
        ("expel", {"expels", "expelled", "expelling"}),
        ("accuse", {"accuses", "accused", "accusing"}),
        ("deny", {"denies", "denied", "denying"}),
        ("deploy", {"deploys", "deployed", "deploying"}),
        ("veto", {"vetoes", "vetoed", "vetoing"}),
        ("attack", {"attacks", "attacked", "attacking"}),
        ("punish", {"punishes", "punished", "punishing"}),
    ],
)
def test_verb_forms(lemma: str, forms: set[str]) -> None:
    assert forms | {lemma} <= verb_forms(lemma)


@pytest.mark.parametrize(("lemma", "wrong"), [("strike", "striked"), ("send", "sended"), ("withdraw", "withdrawed"), ("shoot", "shooted")])
def test_irregular_verbs_have_no_regular_past(lemma: str, wrong: str) -> None:
    assert wrong not in verb_forms(lemma)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("soldiers", "soldier"),
        ("bodies", "body"),
        ("churches", "church"),
        ("men", "man"),
        ("crisis", "crisis"),
        ("gas", "gas"),
        ("ties", "tie"),
    ],
)
def test_singular(form: str, lemma: str) -> None:
    assert singular(form) == lemma


@pytest.mark.parametrize(("lemma", "plural"), [("attack", "attacks"), ("sanctuary", "sanctuaries"), ("clash", "clashes"), ("day", "days")])
def test_plurals(lemma: str, plural: str) -> None:
    assert noun_forms(lemma) == {lemma, plural}


def test_the_table_of_irregular_forms_is_clean() -> None:
    for (lemma, pos), forms in irregular_forms().items():
        assert pos in {"VERB", "NOUN"}
        assert forms
        assert lemma == lemma.lower().strip()
        assert all(form == form.lower() for form in forms)
