"""According to whom: what is inside reported speech, and who speaks."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from parsing import at, build, parse

from dateline.extract.act import Act, Judgement
from dateline.extract.attribution import speaker_kind
from dateline.extract.discourse import Setting
from dateline.extract.frames import frames
from dateline.extract.judgement import holding, judge
from dateline.extract.phrases import phrase_at
from dateline.extract.telling import is_voiced
from dateline.extract.voiced import is_content
from dateline.types import Certainty, Mention, RawAttribution, SentenceKind, Status


@dataclass(frozen=True, slots=True)
class Speech:
    attribution: RawAttribution
    cue: Mention


def said(text: str, trigger: str, *, headline: bool = False) -> Speech | None:
    """Who says so by the rules alone, for an ASSAULT."""
    sentence = parse(text, headline=headline)
    head = at(sentence, trigger)
    found = judge(Act(sentence, (head, head), head, "ASSAULT", (), "", (), (), (), 1.0))
    if found.attribution is None:
        return None
    assert found.cues.attribution is not None
    cue = found.cues.attribution
    assert text[cue.span.start : cue.span.end] == cue.text
    return Speech(found.attribution, cue)


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "cue"),
    [
        ("According to the defence ministry, Chad attacked the camp.", "institution", "defence ministry", "According"),
        ("Chad attacked the camp, according to residents.", "unnamed", "residents", "according"),
        ("Hezbollah, in a rare statement, acknowledged deaths, and Chad's navy said its boats had attacked the camp.", "institution", "Chad's navy", "said"),
        ("Vagner, in a rare step, confirmed losses, and Niger's army said its jets had attacked the camp.", "institution", "Niger's army", "said"),
        ("Chad attacked the camp, officials said.", "unnamed", "officials", "said"),
        ("President Ruto said that Chad had attacked the camp.", "speaker", "President Ruto", "said"),
        ('"Chad attacked us," the mayor said.', "speaker", "mayor", "said"),
        ("The opposition leader told reporters that Chad had attacked a village.", "speaker", "opposition leader", "told"),
        ("The foreign ministry announced that Chad had attacked the camp.", "institution", "foreign ministry", "announced"),
        ("Chad attacked the camp, Amnesty International said in a report.", "institution", "Amnesty International", "said"),
        ("Reuters reported that Chad attacked the camp.", "media", "Reuters", "reported"),
        ("The Lagos Herald reported that Chad had attacked the camp.", "media", "Lagos Herald", "reported"),
        ("A United Nations report said that Chad attacked the camp.", "document", "United Nations report", "said"),
        ("A survey found that Chad attacked the camp.", "poll", "survey", "found"),
        ("Unnamed diplomats told Tass that Chad had attacked the camp.", "unnamed", "Unnamed diplomats", "told"),
        ("Ministers in Oslo claimed that Chad had attacked the ferry.", "institution", "Ministers", "claimed"),
        ("Chad attacked the camp, a local priest and two nuns said.", "speaker", "local priest", "said"),
        ("Chad attacked the camp, the Trade and Industry Ministry said.", "institution", "Trade and Industry Ministry", "said"),
        ("Niger called the film proof that Chad had attacked the camp.", "institution", "Niger", "proof"),
        ('"Never," said Ana Silva, Lima\'s envoy to the council, who accused Chad of having attacked a camp.', "speaker", "Ana Silva", "accused"),
        ("The claim came from the council, who accused Chad of having attacked a camp.", "institution", "council", "accused"),
    ],
)
def test_speakers(text: str, kind: str, speaker: str, cue: str) -> None:
    found = said(text, "attacked")
    assert found is not None
    assert found.attribution.phrase is not None
    assert (found.attribution.kind, found.attribution.phrase.mention.text, found.cue.text) == (kind, speaker, cue)
    assert found.attribution.via is None


@pytest.mark.parametrize(
    "text",
    [
        "It was reported that Chad attacked the camp.",
        "Chad was said to have attacked the camp.",
        "Chad is reported to have attacked the camp.",
        "Chad, it is said, attacked the camp.",
    ],
)
def test_a_passive_names_nobody(text: str) -> None:
    found = said(text, "attacked")
    assert found is not None
    assert (found.attribution.kind, found.attribution.phrase) == ("unnamed", None)


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported, citing the interior ministry, that Zambia attacked the camp.",
        "Zambia attacked the camp, Reuters reported, citing the interior ministry.",
    ],
)
def test_who_is_cited_speaks_via_who_reports(text: str) -> None:
    found = said(text, "attacked")
    assert found is not None
    assert found.attribution.phrase is not None
    assert found.attribution.via is not None
    assert (found.attribution.phrase.mention.text, found.attribution.via.mention.text) == ("interior ministry", "Reuters")
    assert found.attribution.kind == "institution"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Zambia condemned Malawi's attack on the fishermen.", "condemned"),
        ("Zambia condemned Malawi's attack on the fishermen.", "attack"),
        ("Chad attacked the camp.", "attacked"),
        ("Chad attacked the camp: Niger, it is said, helped.", "attacked"),
        ("Chad attacked the camp after the mayor said that help was near.", "attacked"),
        ("The minister, who attacked the press, said that taxes would fall.", "attacked"),
    ],
)
def test_the_author_speaks(text: str, trigger: str) -> None:
    assert said(text, trigger) is None


def test_several_acts_share_their_speaker() -> None:
    text = "Seven soldiers were killed when rebels attacked their base, the army said."
    for trigger in ("killed", "attacked"):
        found = said(text, trigger)
        assert found is not None
        assert found.attribution.phrase is not None
        assert found.attribution.phrase.mention.text == "army"


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        ("Chad attacked camp: UN", "attacked", "UN"),
        ("UN: Sudan army killed dozens", "killed", "UN"),
        ("Niger expels French ambassador: foreign ministry", "expels", "foreign ministry"),
    ],
)
def test_a_colon_in_a_headline(text: str, trigger: str, speaker: str) -> None:
    found = said(text, trigger, headline=True)
    assert found is not None
    assert found.attribution.phrase is not None
    assert (found.attribution.kind, found.attribution.phrase.mention.text, found.cue.text) == ("institution", speaker, ":")


def test_a_colon_in_running_text_is_no_attribution() -> None:
    rows = """
    Chad     NNP nsubj    1
    attacked VBD ROOT     1
    camp     NN  dobj     1
    :        :   punct    1
    UN       NNP npadvmod 1
    """
    text = "Chad attacked camp: UN"
    assert not [f for f in frames(build(text, rows)) if f.form.startswith("colon")]
    headline = frames(build(text, rows, kind=SentenceKind.HEADLINE))
    assert [(f.form, f.speaker) for f in headline] == [("colon after", 4)]


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        ("Amina Mohammed left.", "Mohammed", "speaker"),
        ("The United Nations left.", "Nations", "institution"),
        ("The Defence Ministry left.", "Ministry", "institution"),
        ("The Kenyan army left.", "army", "institution"),
        ("He left.", "He", "speaker"),
        ("Witnesses left.", "Witnesses", "unnamed"),
        ("The indictment failed.", "indictment", "document"),
        ("The poll failed.", "poll", "poll"),
    ],
)
def test_kinds_of_speakers(text: str, head: str, kind: str) -> None:
    sentence = parse(text)
    assert speaker_kind(phrase_at(sentence, at(sentence, head))) == kind


def test_nobody_named_is_unnamed() -> None:
    assert speaker_kind(None) == "unnamed"


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Xinhua, citing the Defence Ministry, said Chad had attacked the camp.", "Defence Ministry", "Xinhua"),
        ("State radio, quoting the army, reported that Chad had attacked the port.", "army", "radio"),
        ("Chad attacked the camp, according to Xinhua, which cited two generals.", "generals", "Xinhua"),
        ("According to Xinhua, which quoted the Defence Ministry, Chad had attacked the camp.", "Defence Ministry", "Xinhua"),
    ],
)
def test_the_medium_is_apart_from_who_says_so(text: str, speaker: str, via: str) -> None:
    found = said(text, "attacked")
    assert found is not None and found.attribution.phrase is not None and found.attribution.via is not None
    assert found.attribution.phrase.mention.text.endswith(speaker)
    assert found.attribution.via.mention.text.endswith(via)


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        ("The border was shut to hundreds of Karen who say that soldiers burned their villages.", "burned", "hundreds"),
        ("Peru, which says its men shelled the post, rejected an inquiry.", "shelled", "Peru"),
        ("The two judges noted with regret that the police had beaten the witnesses.", "beaten", "judges"),
        ("Chad's president admitted this week for the first time that his soldiers had attacked the camp.", "attacked", "president"),
        ("On Monday the ministry let it be known that rebels had bombed the bridge.", "bombed", "ministry"),
        ("Envoys in Oman hinted in talks with reporters that the army attacked two convoys.", "attacked", "Envoys"),
        ("Families interviewed in Basra, in Iraq, said that gunmen had attacked buses.", "attacked", "Families"),
        ("The rebels had, by the mission's own count, attacked nine convoys.", "attacked", "mission"),
        ("Gabon, said one envoy, has attacked two villages.", "attacked", "envoy"),
    ],
)
def test_frames_that_the_parser_splits_are_found(text: str, trigger: str, speaker: str) -> None:
    """A relative clause has its noun as the speaker; a clause with "that" belongs to the verb of speech over the phrase it hangs on."""
    sentence = parse(text)
    head = at(sentence, trigger)
    found = [f for f in frames(sentence) if head in f.said and f.speaker is not None]
    assert speaker in {sentence.tokens[f.speaker].text for f in found if f.speaker is not None}


@pytest.mark.parametrize(
    ("text", "word", "form"),
    [
        ("Rebels said to shell Goma from hills", "shell", "passive"),
        ("General says Kherson pull-out complete", "pull", "clause"),
    ],
)
def test_speech_in_headlines_without_a_clause(text: str, word: str, form: str) -> None:
    sentence = parse(text, headline=True)
    assert form in {f.form for f in frames(sentence) if at(sentence, word) in f.said}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("No independent evidence of an attack has emerged.", "attack"),
        ("No evidence suggests that Chad attacked the camp.", "attacked"),
        ("Guards left the camp and, according to nurses, attacked the clinic.", "left"),
    ],
)
def test_missing_evidence_and_what_stands_before_a_parenthesis_say_nothing(text: str, trigger: str) -> None:
    assert said(text, trigger) is None


@pytest.mark.parametrize(
    ("text", "trigger", "form", "speaker"),
    [
        ("Guards left the camp and, according to nurses, attacked the clinic.", "attacked", "adjunct", "nurses"),
        ("Lima expelled the envoy and, in the view of two lawyers, retaliated by halting imports.", "halting", "adjunct", "lawyers"),
        ("Gunmen took the station in what ministers called a raid.", "raid", "object", "ministers"),
    ],
)
def test_frames_of_views_and_labels(text: str, trigger: str, form: str, speaker: str) -> None:
    sentence = parse(text)
    held = [f for f in frames(sentence) if at(sentence, trigger) in f.said]
    assert [(f.form, sentence.tokens[f.speaker].text) for f in held if f.speaker is not None] == [(form, speaker)]


@pytest.mark.parametrize("text", ["The mayor denied that Chad had attacked the camp.", "The mayor has denied that his men attacked the camp."])
def test_who_denies_an_act_says_that_it_was_not_done(text: str) -> None:
    found = said(text, "attacked")
    assert found is not None
    assert found.attribution.phrase is not None
    assert (found.attribution.phrase.mention.text, found.cue.text) == ("mayor", "denied")


@pytest.mark.parametrize(
    ("text", "voiced"),
    [
        ("In the view of several analysts, Chad attacked the camp to punish Mali.", True),
        ("By the count of one envoy, Chad attacked the camp.", True),
        ("Chad attacked the camp, according to residents.", True),
        ("According to residents, the village that Chad attacked stands empty.", False),
        ("Chad attacked the camp, in the words of the mayor.", False),
    ],
)
def test_an_act_is_voiced_where_the_adjunct_covers_it(text: str, voiced: bool) -> None:
    sentence = parse(text)
    head = at(sentence, "attacked")
    assert any(is_voiced(sentence, head, frame) for frame in holding(sentence, head, Setting())) is voiced


def test_a_threat_that_is_voiced_took_place() -> None:
    sentence = parse("Chad said that it will attack the camp.")
    head = at(sentence, "attack")
    act = Act(sentence, (head, head), head, "THREATEN", (), "", (), (), (), 1.0)
    assert judge(act).modality.status is Status.OCCURRED
    assert judge(replace(act, type="ASSAULT")).modality.status is Status.FUTURE


@pytest.mark.parametrize(
    "text",
    [
        "No official said that Chad had attacked the camp.",
        "Neither side said that it had attacked the camp.",
        "The mission could not confirm that Chad had attacked the camp.",
        "Nobody reported that Chad had attacked the camp.",
    ],
)
def test_nobody_and_who_cannot_confirm_say_nothing(text: str) -> None:
    sentence = parse(text)
    assert not [f for f in frames(sentence) if at(sentence, "attacked") in f.said]


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        ("The rebels claimed to have captured Bunia.", "captured", "rebels"),
        ("The army entered Bunia a day after they claimed to have bombed it.", "bombed", "they"),
        ("Israel had acknowledged striking the port.", "striking", "Israel"),
        ("Kyiv admitted to having shelled the plant.", "shelled", "Kyiv"),
        ("London accused Moscow of orchestrating a poison attack on a spy.", "attack", "London"),
        ("Minsk protested against what it called an attack on its embassy.", "attack", "it"),
        ("What Lima described as a massacre began on Sunday.", "massacre", "Lima"),
    ],
)
def test_of_whom_only_their_own_word_is_told(text: str, trigger: str, speaker: str) -> None:
    found = said(text, trigger)
    assert found is not None
    assert found.attribution.phrase is not None
    assert found.attribution.phrase.mention.text == speaker


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police began shelling the town.", "shelling"),
        ("The rebels tried to have captured Bunia by noon.", "captured"),
        ("London accused Moscow of ignoring the attack on a spy.", "attack"),
    ],
)
def test_no_word_of_their_own(text: str, trigger: str) -> None:
    assert said(text, trigger) is None


def test_a_deed_named_in_quotation_marks_is_the_speakers_word() -> None:
    sentence = parse('"We must answer this armed invasion," Hun Manet wrote on Facebook.')
    head = at(sentence, "invasion")
    (frame,) = holding(sentence, head, Setting())
    assert is_content(sentence, head, "ASSAULT", frame, frozenset({head}))
    assert not is_content(sentence, head, "ASSAULT", frame, frozenset())
    assert not is_content(sentence, head, "ACCUSE", frame, frozenset({head}))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Police attacked lawyers, including Juan Soto, the head of the bar.", False),
        ("Police attacked a march of Juan Soto, the head of the bar.", True),
    ],
)
def test_who_is_named_among_those_hit_does_not_speak(text: str, kept: bool) -> None:
    sentence = parse(text)
    own = Judgement(Status.OCCURRED, False, Certainty.CERTAIN, "speaker", at(sentence, "head"))
    head = at(sentence, "attacked")
    found = judge(Act(sentence, (head, head), head, "ASSAULT", (), "", (), (), (), 1.0, judgement=own))
    assert (found.attribution is not None) is kept


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Chad attacked the camp, state radio said with reference to the border guards.", "border guards", "state radio"),
        ("Chad attacked the camp, the newspaper reported on the authority of a senior officer.", "senior officer", "newspaper"),
        ("Chad attacked the camp, the radio reported, referring to the incident on Friday.", "radio", None),
        ("The minister said with reference to Niger that Chad had attacked the camp.", "minister", None),
        ("The radio quoted a nurse as saying that Chad had attacked the camp.", "nurse", "radio"),
        ("Xinhua cited a police chief as saying Chad had attacked the camp.", "police chief", "Xinhua"),
    ],
)
def test_whom_a_medium_has_it_from(text: str, speaker: str, via: str | None) -> None:
    found = said(text, "attacked")
    assert found is not None
    by = found.attribution
    assert by.phrase is not None
    assert by.phrase.mention.text == speaker
    assert (by.via.mention.text if by.via else None) == via
