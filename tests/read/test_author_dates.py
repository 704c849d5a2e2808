"""Citations by author and year are markers of the entries that they name; years and names in running prose are none."""

from __future__ import annotations

import time

import pytest
from readtext import paragraphs

from dateline.read import ReadOptions, read
from dateline.types import Document

REFERENCES = [
    'Abebe, T. (2020a). "Ethiopia Sends Troops to Tigray", *Addis Standard*, 5 November.',
    'Abebe, T. (2020b). "Mekelle Falls", *Addis Standard*, 29 November.',
    'African Union Commission (2022). "Parties Sign Agreement in Pretoria", press release, 2 November.',
    'De Waal, A. and Gebre, M. (2021). "The War in Tigray", *London Review of Books*, 43(9).',
    'Ministry of Foreign Affairs of Sudan [MFA] (2020). "Statement on the Border", 9 December.',
    'Reuters (2021). "Eritrea Confirms Its Troops Are Fighting in Tigray", 17 April.',
]
TEXT = (
    "Ethiopia sent its army to Tigray in November 2020 (Abebe, 2020a). Mekelle fell three weeks later (see Abebe 2020b, p. 2; De Waal and Gebre 2021). "
    "Sudan moved troops to Al-Fashaga (MFA, 2020), a district (settled since 1995) that both claim (March 2021). Reuters (2021) says that Eritrea admitted its part. "
    "As De Waal et al. (2021: 14) write, the famine was made. The parties signed a truce in Pretoria (African Union Commission 2022)."
)


def notes(document: Document) -> dict[str, tuple[str, list[str]]]:
    return {
        one.label: (document.text[one.span.start : one.span.end][:12], [document.text[:at].rsplit(" ", 1)[-1] for at in one.markers])
        for one in document.notes
    }


EXPECTED = {
    "Abebe 2020a": ("Abebe, T. (2", ["2020"]),
    "Abebe 2020b": ("Abebe, T. (2", ["later"]),
    "African Union Commission 2022": ("African Unio", ["Pretoria"]),
    "De Waal and Gebre 2021": ("De Waal, A. ", ["later", "14)"]),
    "MFA 2020": ("Ministry of ", ["Al-Fashaga"]),
    "Reuters 2021": ("Reuters (202", ["(2021)"]),
}


@pytest.mark.parametrize("parted", ["\n\n", "\n"])
@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_citations_by_author_and_year_name_their_entries(parted: str, suffix: str) -> None:
    document = read(
        f"# The war in Tigray\n\n{TEXT}\n\n## References\n\n{parted.join(REFERENCES)}\n".replace("#", "" if suffix == "txt" else "#").encode(),
        input_id=f"a.{suffix}",
    )
    assert notes(document) == EXPECTED
    assert not [one for one in document.problems if one.code in {"W103", "W104"}]
    assert {one.note: one.published for one in document.sources if one.note and one.note.startswith("Abebe")} == {
        "Abebe 2020a": "2020-11-05",
        "Abebe 2020b": "2020-11-29",
    }


def test_a_list_in_html_and_one_without_a_heading_serve_as_well() -> None:
    page = f"<html><body><article><h1>The war in Tigray</h1><p>{TEXT}</p><h2>Bibliography</h2><ul>{''.join(f'<li>{one}</li>' for one in REFERENCES)}</ul></article></body></html>"
    assert notes(read(page.encode(), input_id="a.html")) == EXPECTED
    bare = "The war in Tigray\n\n" + TEXT + "\n\n" + "\n\n".join(REFERENCES) + "\n"
    assert notes(read(bare.encode(), input_id="a.txt")) == EXPECTED


def test_a_citation_that_no_entry_answers_is_told_and_an_entry_that_is_not_cited_is_no_note() -> None:
    text = f"# The war in Tigray\n\nThe army took Mekelle (Abebe, 2020b), and the rebels fled (Tesfaye 2021).\n\n## References\n\n{chr(10).join(REFERENCES)}\n"
    document = read(text.encode(), input_id="a.md")
    assert list(notes(document)) == ["Abebe 2020b"]
    assert [one.detail for one in document.problems if one.code == "W104"] == ["a marker has no note (marker Tesfaye 2021 at 76)"]


LETTERED = [
    "Jornal de Angola. (2021a, February 9). Luanda reopens border. *Jornal de Angola*.",
    "Jornal de Angola. (2021b, February 11). Police hold miners. *Jornal de Angola*.",
    "Kabila, M., & Ndongo, P. (2020a). Copper and power. *African Affairs, 119*(2), 40–58.",
    "Norwegian Refugee Board. (n.d.). *About our work*.",
]


@pytest.mark.parametrize(("suffix", "heading"), [("md", "## References"), ("txt", "References"), ("md", "## Reference list"), ("md", "## Selected bibliography")])
def test_a_list_in_which_each_year_has_a_letter_or_none_is_known_is_read(suffix: str, heading: str) -> None:
    text = (
        "Angola opened its border (Jornal de Angola, 2021a). The police arrested nine miners (Jornal de Angola, 2021b, 11 February). "
        "Zambia rejected the tax (Kabila & Ndongo, 2020a). The board left Cabinda (Norwegian Refugee Board, n.d.)."
    )
    listed = "\n\n".join(LETTERED).replace("*", "*" if suffix == "md" else "")
    document = read(f"{'# ' if suffix == 'md' else ''}Miners\n\n{text}\n\n{heading}\n\n{listed}\n".encode(), input_id=f"a.{suffix}")
    assert list(notes(document)) == ["Jornal de Angola 2021a", "Jornal de Angola 2021b", "Kabila & Ndongo 2020a", "Norwegian Refugee Board n.d."]
    assert [(one.title, one.published) for one in document.sources] == [
        ("Luanda reopens border", "2021-02-09"),
        ("Police hold miners", "2021-02-11"),
        ("Copper and power", "2020"),
        ("About our work", None),
    ]
    assert not [one for one in document.problems if one.code in {"W103", "W104"}]


def test_a_body_with_its_short_name_in_brackets_is_cited_by_both() -> None:
    text = (
        "Chad closed the camps (Norwegian Refugee Board [NoReBo], 2019). Niger opened two (see Deutsche Presse-Agentur [dpa], 2019; Union of Churches [UoC], 2018, p. 4). "
        "It closed one again (NoReBo, 2020)."
    )
    entries = [
        "Deutsche Presse-Agentur. (2019, May 2). Niger opens camps. *Die Zeit*.",
        "Norwegian Refugee Board. (2019). *Camps of Chad*.",
        "Norwegian Refugee Board. (2020). *Camps of Niger*.",
        "Union of Churches. (2018). *A letter*.",
    ]
    document = read(f"# Camps\n\n{text}\n\n## References\n\n{(chr(10) * 2).join(entries)}\n".encode(), input_id="a.md")
    assert [text[: one.markers[0]][-8:] for text in (document.text,) for one in document.notes] == ["ened two", "he camps", "ne again", "ened two"]


@pytest.mark.parametrize(
    "prose",
    [
        "The Dayton accord (November 1995) ended the war, and the tribunal (The Hague, 1993) tried its authors.",
        "Serbia left the talks (Rambouillet 1999). NATO bombed Belgrade (see above, 1999).",
    ],
)
def test_years_in_brackets_of_running_prose_are_no_citations(prose: str) -> None:
    document = read(
        f'# Balkans\n\n{prose}\n\n## Sources\n\nHolbrooke, R. (1998). *To End a War*. New York: Random House.\n\nReuters, "Accord signed", 21 November 1995.\n'.encode(),
        input_id="a.md",
    )
    assert not document.markers
    assert not document.notes


def test_prose_lines_that_open_with_a_name_and_a_year_stay_text() -> None:
    lines = ["Kosovo declared independence.", "Serbia (2008) recalled its ambassadors.", "Spain (2008) refused to recognise it."]
    document = read(("Kosovo and its neighbours\n\n" + "\n\n".join(lines) + "\n").encode(), input_id="a.txt")
    assert paragraphs(document) == lines


@pytest.mark.parametrize("piece", ["May-", "van ", "(Smith, 2019; ", "Smith and "])
def test_long_runs_of_names_take_no_time(piece: str) -> None:
    started = time.process_time()
    read(
        f'# Peru and Ecuador\n\nPeru attacked Ecuador (Smith, 2019). {piece * 5000}\n\n## References\n\nSmith, J. (2019). "Peru at war", AP.\n'.encode(),
        input_id="a.md",
        options=ReadOptions(check_language=False),
    )
    assert time.process_time() - started < 1.5
