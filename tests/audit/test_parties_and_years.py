"""Things of another country, swapped sides, years left out, fields of deals, charges denied; and what only looks like one of them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from making_audit import audited, markdown

from dateline.audit.findings import DISAGREEMENTS, FindingKind, Standing
from dateline.cli.auditreport import report_lines
from dateline.pipeline import Pipeline

#: Sentence, note, the kinds that are to be found.
FAULTS: Final = [
    ("Norway froze the assets of six Belarusian firms in March 2024.", "“Norway Freezes Assets of Six Bulgarian Firms,” Reuters, March 12, 2024.", {"actor"}),
    ("Kenya deported nine Ugandan teachers.", "“Kenya Deports Nine Burundian Teachers,” Reuters, March 12, 2024.", {"actor"}),
    ("Japan closed its consulate in Yangon.", "“Myanmar Closes Consulate in Tokyo,” Kyodo, April 2, 2024.", {"actor"}),
    ("Peru extradited a banker to Chile.", "“Chile Extradites Banker to Peru,” Reuters, May 3, 2024.", {"actor"}),
    ("Mali and Togo signed a fisheries accord.", "“Mali, Togo Sign Extradition Accord,” AFP, May 3, 2024.", {"act"}),
    ("Armenia accused Azerbaijan of shelling a school.", "“Armenia Says Azerbaijani Guns Did Not Shell School,” AFP, May 3, 2024.", {"act"}),
    ("Zambia expelled the auditors in May 2024.", "“Zambia Says It Did Not Expel Auditors,” AFP, May 9, 2024.", {"act"}),
    ("Japan imposed sanctions on Niger.", "“Japan Imposes Sanctions on Mali,” Kyodo, May 3, 2024.", {"actor"}),
    ("Bahrain cut diplomatic ties with Lebanon.", "“Bahrain Cuts Diplomatic Ties With Iraq,” Reuters, May 3, 2024.", {"actor"}),
    ("Peru expelled the ambassador of Honduras.", "“Peru Expels Ambassador of Panama,” EFE, May 3, 2024.", {"actor"}),
    ("Latvia broke off relations with Belarus.", "“Latvia Breaks Off Relations With Syria,” BNS, May 3, 2024.", {"actor"}),
    ("Bahrain cut diplomatic ties with Lebanon.", "“Bahrain Cuts Diplomatic Ties With Beirut,” Reuters, May 3, 2024.", set()),
    ("Peru expelled the ambassador of Honduras.", "“Peru Expels Honduran Ambassador,” EFE, May 3, 2024.", set()),
    ("Latvia broke off relations with Belarus.", "“Latvia Breaks With Minsk, Follows Lead of Poland,” BNS, May 3, 2024.", set()),
    ("Canada suspended aid to Haiti in May 2024.", "“Canada Suspends Aid to Sudan,” Reuters, May 3, 2024.", {"actor"}),
    ("Malawi's president called the Commonwealth's withdrawal “hasty”.", "“Malawi President Calls Commonwealth Pullout ‘Overdue’,” AFP, May 3, 2024.", {"quote"}),
]  # fmt: skip
SOUND: Final = [
    ("Norway froze the assets of six Belarusian firms.", "“Norway Freezes Assets of Six Minsk Firms,” Reuters, March 12, 2024."),
    ("Norway froze the assets of six German firms.", "“Norway Freezes Assets of Six European Firms,” Reuters, March 12, 2024."),
    ("Kenya deported nine Ugandan teachers.", "“Kenya Deports Foreign Teachers,” Reuters, March 12, 2024."),
    ("Kenya deported Ugandan teachers and Burundian nurses.", "“Kenya Deports Burundian Nurses,” Reuters, March 12, 2024."),
    ("Japan reopened the border with Myanmar.", "“Myanmar Reopens Border With Japan,” Kyodo, April 2, 2024."),
    ("Mali and Togo signed a defence accord.", "“Mali, Togo Sign Security Accord,” AFP, May 3, 2024."),
    ("Mali and Togo signed a defence accord and a trade accord.", "“Mali, Togo Sign Trade Accord,” AFP, May 3, 2024."),
    ("Armenia accused Azerbaijan of shelling a school.", "“Azerbaijan Says It Did Not Shell School in Armenia,” AFP, May 3, 2024."),
    ("Armenia accused Azerbaijan of shelling a school.", "“Azerbaijan Denies Shelling Armenian School,” AFP, May 3, 2024."),
    ("Kenya handed three suspects to Tanzania.", "“Kenya Hands Three Suspects to Tanzania,” Reuters, May 3, 2024."),
    ("Kenya arrested three bankers.", "“Three Fraud Suspects Held by Kenya's Police,” Reuters, May 3, 2024."),
    ("India imposed duties on Nepal.", "“India Imposes Duties on Kathmandu's Steel,” Reuters, May 3, 2024."),
    ("Chile closed its embassy in Kenya.", "“Chile Closes Embassy Over Ethiopia Talks,” Reuters, May 3, 2024."),
    ("Ghana sent doctors to Togo and Benin.", "“Ghana Sends Doctors to Benin,” Reuters, May 3, 2024."),
    ("Soldiers of Chad removed the fence.", "“Chad's Army Dismantles Fence,” Reuters, May 3, 2024."),
    ("Chad's army cut a fence on the border with Sudan.", "“Chad Removes Sudanese Border Fence,” Reuters, May 3, 2024."),
]  # fmt: skip
HEDGED: Final = [
    ("The Group of 20 froze the loans.", "“Group of 20 Plans to Freeze Loans,” Reuters, May 3, 2024."),
    ("Kenya seized three boats.", "“Kenya Plans to Seize Three Boats,” Reuters, May 3, 2024."),
    ("Kenyan police arrested a smuggler.", "“Kenya Suspects Smuggler of Bribing Police, Arrest Possible,” Reuters, May 3, 2024."),
]


def test_faults_are_found_and_what_looks_like_one_is_not(pipeline: Pipeline, tmp_path: Path) -> None:
    pairs = [(sentence, note) for sentence, note, _ in FAULTS] + SOUND + HEDGED
    found: dict[int, set[str]] = {number: set() for number in range(1, len(pairs) + 1)}
    for one in audited(tmp_path, markdown(pairs).replace("] ", "]\n\n"), pipeline).of_kind(*DISAGREEMENTS):
        found[int(one.note or 0)].add(one.kind.value)
    wanted = [kinds for *_, kinds in FAULTS] + [set()] * len(SOUND) + [{"hedge"}] * len(HEDGED)
    assert [(pair, kinds) for pair, kinds in zip(pairs, found.values(), strict=True)] == list(zip(pairs, wanted, strict=True))


def test_swapped_sides_are_told_with_both(pipeline: Pipeline, tmp_path: Path) -> None:
    pairs = [("Peru extradited a banker to Chile in April 2024.", "“Chile Extradites Banker to Peru,” Reuters, May 3, 2024.")]
    [one] = audited(tmp_path, markdown(pairs), pipeline).of_kind(FindingKind.ACTOR)
    assert one.message == "the sides are swapped: the text has “Peru” do it, “to Chile”, the headline “Chile”, “to Peru”"


def days(tmp_path: Path, pipeline: Pipeline, text: str, *notes: str) -> list[str]:
    pairs = list(zip(text.split(" | "), notes, strict=True))
    return [one.message for one in audited(tmp_path, markdown(pairs), pipeline).of_kind(FindingKind.DATE)]


LAYS, QUITS = "“Chile Lays Mines,” Reuters, {}.", "“Peru Quits Talks,” Reuters, {}."


def test_a_day_without_a_year_is_not_of_the_source_s_year(pipeline: Pipeline, tmp_path: Path) -> None:
    text = "Chile laid mines on 3 June. | Peru quit the talks on 9 June."
    early = [LAYS.format("June 4, 2023"), QUITS.format("June 9, 2024")]
    message = "the text says “on 3 June” and names no year before 2024, but the source appeared on 2023-06-04"
    assert days(tmp_path, pipeline, text, *early) == [message]
    assert days(tmp_path, pipeline, text, LAYS.format("June 4, 2023"), QUITS.format("June 9, 2023")) == []
    assert days(tmp_path, pipeline, text, LAYS.format("June 4, 2024"), QUITS.format("June 9, 2024")) == []
    assert days(tmp_path, pipeline, text, LAYS.format("August 4, 2023"), QUITS.format("June 9, 2024")) == []
    assert days(tmp_path, pipeline, "The feud of 2023 was long: Chile laid mines on 3 June. | Peru quit the talks on 9 June.", *early) == []


def test_the_same_month_is_that_of_the_sentence_before(pipeline: Pipeline, tmp_path: Path) -> None:
    text = "Peru quit the talks in August 2024. | In the same month Chile laid mines."
    assert days(tmp_path, pipeline, text, QUITS.format("August 9, 2024"), LAYS.format("June 4, 2024")) == [
        "the text says “In the same month”, but the source appeared on 2024-06-04"
    ]
    assert days(tmp_path, pipeline, text, QUITS.format("August 9, 2024"), LAYS.format("August 20, 2024")) == []
    assert days(tmp_path, pipeline, text.replace("month", "day"), QUITS.format("August 9, 2024"), LAYS.format("June 4, 2024")) == []


def test_ibid_names_its_note(pipeline: Pipeline, tmp_path: Path) -> None:
    pairs = [("Chile laid mines.", LAYS.format("June 4, 2024")), ("Peru laid mines as well.", "Ibid., p. 4.")]
    [one] = audited(tmp_path, markdown(pairs), pipeline).of_kind(FindingKind.ACTOR)
    assert one.message.endswith("; “Ibid.” in note 2 points to note 1")


def test_a_lost_note_is_told_apart_and_sentences_are_listed(pipeline: Pipeline, tmp_path: Path) -> None:
    text = markdown([("Chile laid mines.", LAYS.format("June 4, 2024"))]).replace(
        "\n\n[^1]:", " Bolivia expelled two envoys of Peru.[9] The arrest of the pilot by Uganda angered many.[^1]\n\n[^1]:".replace("[9]", "[^9]").replace("many.[^1]", "many.")
    )
    audit = audited(tmp_path, text, pipeline)
    assert (audit.standing[Standing.LOST], audit.standing[Standing.ASIDE]) == (1, 1)
    lines = list(report_lines(audit))
    at = next(number for number, line in enumerate(lines) if line.startswith("Sentences that name their act beside something else"))
    assert lines[at].endswith("(1)") and lines[at + 1] == "  The arrest of the pilot by Uganda angered many."
    assert any(line.startswith("Sentences that have a note that is lost (1)") for line in lines)
