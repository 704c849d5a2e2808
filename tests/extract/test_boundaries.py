"""Tests of where sentences end at the full stop of an initial or an abbreviation."""

from __future__ import annotations

from parsing import document

from dateline.extract.boundaries import is_boundary, sentence_starts
from dateline.extract.parse import parse_documents

#: Two sentences each.
CUT = (
    "Thaksin is close to Hun Sen. The row dates to 2008.",
    "The envoy spoke to Hun Sen. Thailand closed the border.",
    "Police met Aung Min. He denied the talks.",
    "They arrested a man called Park Gov. They freed him later.",
    "The president wrote on X. Foreign Minister Barcena said several diplomats had been injured.",
    "The embassy posted a denial on X. Moscow has not replied.",
    "He announced the ban via X. The ministry confirmed it later.",
    'Musk said so on X. "We will not yield," he added.',
    "She replied in a post on X. Colombian President Petro called it a lie.",
    "The cabinet has no Plan B. The army is to step in.",
    "London has prepared a plan B. Foreign Secretary David Lammy will present it today.",
    "Senegal were drawn in Group B. Morocco withdrew its team in protest.",
    "The clinic handed out vitamin D. Doctors protested.",
    "The outbreak was hepatitis E. Health officials closed the camp.",
    "Israel controls Area C. Settlers attacked the village.",
    "The troops left Zone A. Rebels took over on Monday.",
    "It breaches Article 5(b). It must be withdrawn.",
    "Moscow invoked Article 5(b). The council rejected the claim.",
    "The duty follows from section 4(c). Parliament has not approved it.",
    "The list is in Annex A. Iran denied the charge.",
    "The list is in Appendix C. Iran denied the charge.",
    "The goods fall under Schedule B. Beijing banned their export.",
    "The envoy flew back to the U.S. The State Department declined to comment.",
    "He will travel to the U.N. He is to meet Guterres.",
    "The firm left the U.K. In March it was fined.",
    "They moved the embassy to Washington, D.C. A spokesman denied it.",
    "The talks ended at 5 p.m. The ministers left without a statement.",
    "The deal was signed by Boeing Co. It was worth $2 billion.",
    "Turkey fined Meta Inc. The company appealed.",
    "The minister answered no. In Paris, the talks went on.",
    "The ministers met in the U.S. They signed an agreement.",
    "They protested against Malcolm X. The police arrested three.",
    "Brazil beat them in Serie A. Fans attacked the bus.",
    "The unit belongs to Company C. Commanders denied the killing.",
)
#: One sentence each.
KEEP = (
    "The party praised Gen. He Weidong in Beijing.",
    "He met Republican Sen. Tom Cotton in Taipei.",
    "Army Gen. In Tam left Phnom Penh.",
    "China sent Vice Min. Li Hui to Kyiv.",
    "President George W. Bush met the king.",
    "Former president Harry S. Truman signed the treaty.",
    "The U.S. Senate condemned the attack.",
    "The U.N. Security Council condemned the attack.",
    "A U.S. Navy ship was attacked in the Red Sea.",
    "Gen. He Weidong visited Pakistan on Monday.",
    "Gen. An Ha-suk warned Seoul.",
    "Mr. He denied the charge.",
    "J. Edgar Hoover ordered the arrests.",
    "A book on J. Robert Oppenheimer was banned by Iran.",
    "A report by E. Jones accused Syria of torture.",
    "Prof. A. Smith accused Syria of torture.",
    "Ambassador R. Nicholas Burns met Wang Yi.",
    "The order by Gen. Mark A. Milley was withdrawn.",
    "The court jailed M. K. Stalin on Friday.",
    "The U.S. Embassy in Kyiv was closed.",
    "The U.K. Foreign Office summoned the envoy.",
    "St. Petersburg police arrested 20 protesters.",
    "The U.S. President Joe Biden met Xi.",
    "On Jan. 6 protesters stormed the Capitol.",
    "Lt. Gen. H. R. McMaster criticised Iran.",
    "Former U.N. Secretary-General Ban met Kim.",
    "Meta Inc. Chief Executive Mark Zuckerberg met Trump.",
    "Philippine Sen. Risa A. Hontiveros accused China.",
    "Dr. No was banned by Iran.",
    "Resolution No. 2231 was rejected by Iran.",
    "The District of Columbia v. Heller case angered protesters.",
    "The U.S. Supreme Court rejected the appeal.",
    "Congressman John F. Kennedy visited Berlin.",
    "In a letter to B. Tsering the minister apologised.",
)


def counts(texts: tuple[str, ...]) -> dict[str, int]:
    return {text: len(found) for text, found in zip(texts, parse_documents([document(text) for text in texts]), strict=True)}


def test_a_letter_or_an_abbreviation_may_end_a_sentence() -> None:
    assert counts(CUT) == dict.fromkeys(CUT, 2)


def test_initials_titles_and_abbreviations_inside_names_do_not() -> None:
    assert counts(KEEP) == dict.fromkeys(KEEP, 1)


def test_words_that_begin_a_sentence() -> None:
    assert sentence_starts(["wrote", "on", "X.", '"', "We", "agree", "."]) == [3]
    assert sentence_starts(["J.", "Edgar", "Hoover"]) == []
    assert sentence_starts(["Annex", "A."]) == []


def test_a_cut_of_the_parser_behind_an_abbreviation() -> None:
    assert is_boundary(["in", "the", "U.S."], ["The"])
    assert not is_boundary(["the", "U.S."], ["Senate"])
    assert not is_boundary(["by", "Gen", "."], ["Milley"])
    assert is_boundary(["he", "left", ".", "”"], ["Milley"])
