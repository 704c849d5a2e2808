"""Which labels open a turn of speech, and where a turn ends."""

from __future__ import annotations

import pytest

from dateline.read.plaintext import read_plain
from dateline.read.textmap import Mapped
from dateline.turns import label_phrase, opens_turn, turn_number, turn_paragraphs, turns, unlabelled
from dateline.types import Block, BlockKind, Document, Span


def record(*paragraphs: str) -> Document:
    """A document of paragraphs; one that begins with "#" is a heading."""
    text, blocks = "\n\n".join(paragraphs), []
    at = 0
    for one in paragraphs:
        blocks.append(Block(BlockKind.HEADING if one.startswith("#") else BlockKind.PARAGRAPH, Span(at, at + len(one))))
        at += len(one) + 2
    return Document("d", "d", text, "", blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("paragraphs", "names"),
    [
        (["Ms. Juul (Norway): We met.", "Mr. Tirumurti (India) (spoke in Hindi): We agree."], ["Ms. Juul", "Mr. Tirumurti"]),
        (["The President (spoke in French): I thank her.", "Mr. de la Fuente Ramírez (Mexico): We met."], ["The President", "Mr. de la Fuente Ramírez"]),
        (["QUESTION: Has Oslo paid?", "MS DAHL: Not yet."], ["QUESTION", "MS DAHL"]),
        (["Q. Has Oslo paid?", "A. Not yet."], ["Q", "A"]),
        (["Q — Has Oslo paid?", "A — Not yet."], ["Q", "A"]),
        (["Q Has Oslo paid?", "MS. DAHL: Not yet.", "Q And Rome?"], ["Q", "MS. DAHL", "Q"]),
        (["Senator RISCH. Has Oslo paid?", "Ms. DAHL. Not yet, Senator."], ["Senator RISCH", "Ms. DAHL"]),
        (["Q: Has Oslo paid? A: Not yet."], ["Q", "A"]),
        (["NHK: Did Oslo pay?", "Eva Dahl: No.", "TASS: Will it?", "Eva Dahl: Yes."], ["NHK", "Eva Dahl", "TASS", "Eva Dahl"]),
        (["SHRI RAO (PUNE): We met.", "THE MINISTER OF STEEL (SHRI SEN): I agree."], ["SHRI RAO", "THE MINISTER OF STEEL"]),
        (["— Has Oslo paid?", "— Not yet."], ["—", "—"]),
        (["— A first point.", "— A second point."], []),
        # once under a bare name: one of whom a label tells, and one who can be a person
        (["Mr. Sato: We met.", "The Minister for Trade (Eva Lind): We agree.", "Mr. Sato: No.", "Eva Lind: Yes."], ["Mr. Sato", "The Minister for Trade", "Mr. Sato", "Eva Lind"]),
        (["Dr Mark Field: We met.", "Ms Rao: Who paid?", "Mark Field: Oslo did."], ["Dr Mark Field", "Ms Rao", "Mark Field"]),
        (["Ms. Juul: We met.", "Mr. Lo: We left.", "Amina Diallo: We stayed."], ["Ms. Juul", "Mr. Lo", "Amina Diallo"]),
        (["Ms. Juul: We met.", "Mr. Lo: We left.", "Human Rights: We asked for more.", "South Sudan: We sent food.", "Buenos Aires: We met there."], ["Ms. Juul", "Mr. Lo"]),
        (["Ms. Juul: We met on the common fisheries.", "Mr. Lo: We left.", "Common Fisheries: Nothing is agreed."], ["Ms. Juul", "Mr. Lo"]),
        # transcripts of recordings
        (["[00:00:04] EVA DAHL: Hello.", "[00:00:27] IAN LO: Chad left.", "[00:01:02] (LAUGHTER)", "[00:01:05] IAN LO: It rained."], ["EVA DAHL", "IAN LO", "IAN LO"]),
        (["Eva Dahl [00:04] Hello.", "Ian Lo [00:27] Chad left."], ["Eva Dahl", "Ian Lo"]),
        (["Eva Dahl 0:04 Hello.", "Ian Lo 0:27 Chad left.", "Eva Dahl 1:10 And Rome?"], ["Eva Dahl", "Ian Lo", "Eva Dahl"]),
        (["Eva Dahl | 61:02", "Hello.", "Ian Lo | 61:40", "Chad left.", "Eva Dahl | 62:00", "Who paid?"], ["Eva Dahl", "Ian Lo", "Eva Dahl"]),
        (["(00:04) Eva: Hello.", "(00:27) Ian: Chad left."], ["Eva", "Ian"]),
        (["00:00:04 - Eva Dahl: Hello.", "00:00:27 - Ian Lo: Chad left."], ["Eva Dahl", "Ian Lo"]),
        (["Speaker 1 (00:04): Hello.", "Speaker 2 (00:27): Chad left."], ["Speaker 1", "Speaker 2"]),
        (["EVA DAHL (HOST): Hello.", "IAN LO (GUEST): Chad left."], ["EVA DAHL", "IAN LO"]),
        (["EVA DAHL, HOST: Hello.", "IAN LO: Chad left.", "IAN LO: It rained."], []),
        # hours of a day
        (["10:30 Oslo: Police arrested two.", "11:05 Bergen: A ship sank."], []),
        (["Oslo 10:30 Police arrested two.", "Oslo 11:05 A ship sank."], []),
        (["Monday 14:30 The army left.", "Tuesday 15:10 Chad protested."], []),
        (["[11:05] Ana Ruiz: Police arrested two.", "[10:30] Ian Lo: A ship sank."], []),
        (["Matthew 5:44 Love your enemies.", "He wrote so in 1942."], []),
        # no records of speech
        (["Kenya: Rains fell.", "Sudan: The army shelled a market.", "Kenya: The strike ended."], []),
        (["Note: figures are rounded.", "Source: Reuters.", "Note: as of May."], []),
        (["Mr. Biden: a profile.", "He was born in 1942."], []),
        (["General Motors cut jobs.", "President Biden spoke. He left."], []),
        (["South Sudan (UNMISS): The mission withdrew.", "Mali (MINUSMA): The mission ended."], []),
        (["A. Introduction", "B. Results"], []),
    ],
)
def test_labels_of_speakers_open_turns(paragraphs: list[str], names: list[str]) -> None:
    assert [one.name.text for one in turns(record(*paragraphs))] == names
    assert bool(turn_paragraphs(paragraphs)) == bool(names)


def test_a_turn_goes_on_to_the_next_label_and_ends_before_what_the_record_says_of_itself() -> None:
    document = record(
        "Ms. Juul (Norway): We met.", "We met twice.", "(Applause)", "Mr. Lo (Chad): We left.", "It rained.", "The meeting rose at 1 p.m.", "Norway left."
    )
    first, second = turns(document)
    assert document.text[first.start : first.end].startswith("We met.\n\nWe met twice.")
    assert document.text[second.start : second.end] == "We left.\n\nIt rained."
    assert turn_number((first, second), document.text.index("twice")) == 0
    assert turn_number((first, second), document.text.index("Norway left")) is None
    assert first.office is not None and first.office.text == "Norway"
    assert document.slice(label_phrase(first, 0).extended or Span(0, 1)) == "Ms. Juul (Norway"


def test_a_heading_ends_a_turn() -> None:
    document = record("Ms. Juul: We met.", "# Annex", "We fled.", "Mr. Lo: We left.")
    assert [document.text[one.start : one.end] for one in turns(document)] == ["We met.", "We left."]


def test_labels_are_not_said() -> None:
    document = record("Q: Did it pay? A: No.", "It will.")
    assert [document.slice(one) for one in unlabelled(document.blocks[0].span, turns(document))] == ["Did it pay? ", "No."]
    assert [document.slice(one) for one in unlabelled(document.blocks[1].span, turns(document))] == ["It will."]


def test_a_line_that_opens_a_turn_beyond_doubt() -> None:
    assert all(map(opens_turn, ["Q: Did it pay?", "A: No.", "A.  No.", "Q. Did it pay?", "MR. LO: No.", "The President: Order."]))
    assert not any(map(opens_turn, ["Oslo: it paid.", "A note on it", "A. Dahl met him.", "President Lo left.", "Question time in Oslo"]))


def test_lines_of_a_transcript_need_no_empty_line_between_them() -> None:
    assert all(map(opens_turn, ["[00:00:27] EVA DAHL: No.", "Eva Dahl  00:27", "Eva Dahl (1:00:27)", "(00:27) Eva: No."]))
    assert not any(map(opens_turn, ["At 10:30 they left.", "10:30 Oslo: it paid.", "Eva Dahl arrived at 10:30", "[1] Eva Dahl: A history."]))


def test_what_a_part_in_a_broadcast_tells_is_no_office() -> None:
    first, second = turns(record("Speaker 1 (00:04): Hello.", "IAN LO (HOST) [00:27]: Chad left."))
    assert (first.anybody, first.office, second.office) == (True, None, None)


def test_a_name_broken_by_a_line_is_no_turn() -> None:
    lines = "The army chief, General Mark\nA. Dahl, met the Chadian envoy in Oslo on Monday\nand left.\n"
    assert [block.text.text for block in read_plain(Mapped.whole(lines)).blocks] == [" ".join(lines.split())]
