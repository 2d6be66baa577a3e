"""Who speaks, for whom, through whom, and how sure that is."""

from __future__ import annotations

import pytest

from dragoman import flow
from dragoman.read.document import read_text
from dragoman.records import Statement


def statements(text: str, publisher: str | None = None) -> list[Statement]:
    return list(flow.understand(read_text(text, "test", published="2024-03-05", lang="en", publisher=publisher)).statements)


def test_a_pronoun_is_the_speaker_before_it() -> None:
    first, second = statements("Latvian foreign minister Anda Kalvel said the border was calm. She added that patrols would go on.")
    assert (first.speaker, second.speaker) == ("person:anda-kalvel", "person:anda-kalvel")
    assert second.voice_of == "LVA"


def test_gender_keeps_a_pronoun_from_the_nearest_name() -> None:
    text = (
        "Latvian spokeswoman Anda Kalvel said the border was calm. Estonian spokesman Jurgo Tamsel said it was not. "
        "She replied that he had seen nothing."
    )
    assert statements(text)[2].speaker == "person:anda-kalvel"


def test_a_nominal_with_a_state_is_the_person_of_that_state() -> None:
    text = (
        "Armenian deputy minister Vazgel Torosh said the text was ready. Azerbaijani negotiator Togrel Aliyarb said it was not. "
        "The Armenian diplomat insisted that it was."
    )
    assert statements(text)[-1].speaker == "person:vazgel-torosh"


def test_two_ministers_who_fit_equally_are_both_candidates() -> None:
    text = (
        "Ministers of three states met. Estonian minister Jurga Tamsel and Latvian minister Anda Kalvel came late. "
        "The minister said that the road was open."
    )
    document = flow.understand(read_text(text, "test", published="2024-03-05", lang="en"))
    last = [m for m in document.mentions if document.words(m.span) == "The minister"][-1]
    assert (last.actor, last.candidates) == (None, ("person:anda-kalvel", "person:jurga-tamsel"))
    assert document.statements[-1].speaker is None


def test_an_unnamed_official_stays_unnamed_and_speaks_for_his_state() -> None:
    (first,) = statements("A senior Kenyan official said that the pipeline would be built.")
    assert (first.speaker, first.standing, first.voice_of) == (None, "anonymous", "KEN")


def test_an_unnamed_official_goes_on_as_he() -> None:
    text = (
        "Ugandan trade minister Apel Kirabos said the road was open. A Kenyan official said that it was closed. "
        "He added that it would stay closed."
    )
    last = statements(text)[-1]
    assert (last.speaker, last.voice_of) == (None, "KEN")


def test_the_ministry_is_the_one_named_last() -> None:
    text = "The Montenegrin foreign ministry said the ban would stay. The ministry added that nobody was to blame."
    assert [s.speaker for s in statements(text)] == ["MNE", "MNE"]


def test_two_states_that_speak_together_are_both_named() -> None:
    (first,) = statements("Turkey and Egypt said that the talks would go on.")
    assert {first.speaker, *first.co_speakers} == {"TUR", "EGY"}


@pytest.mark.parametrize(
    "text", ["A human rights association in Rome warned that the boats would sink.", "Residents in Lima said that the square was empty."]
)
def test_where_somebody_is_does_not_make_him_its_voice(text: str) -> None:
    (first,) = statements(text)
    assert (first.speaker, first.voice_of) == (None, None)


def test_a_former_holder_speaks_for_himself() -> None:
    (first,) = statements("Former Georgian minister Zurel Khidash said that nobody had left the room.")
    assert (first.standing, first.voice_of) == ("former", None)


def test_a_medium_that_was_told_relays() -> None:
    (first,) = statements("Mauritanian minister Cheik Bedinel told the weekly Le Fleuvel that the shops were sacked.", "Atlas Wire")
    assert first.via == ("org:le-fleuvel",)


def test_the_publisher_itself_relays_nothing() -> None:
    (first,) = statements("Mauritanian minister Cheik Bedinel told Sahel Daily that the shops were sacked.", "Sahel Daily")
    assert first.via == ()


def test_a_quotation_without_a_cue_goes_on_with_its_speaker() -> None:
    text = '"We share a river," Peruvian minister Luco Cevalos said. "On that one builds."'
    assert [s.speaker for s in statements(text)] == ["person:luco-cevalos"] * len(statements(text))


def test_a_speaker_named_in_the_source_is_surer_than_one_who_is_not() -> None:
    text = (
        '"The border is calm and patrols will go on," Latvian minister Anda Kalvel said. Estonian minister Jurga Tamsel came. '
        "The minister added that patrols would go on."
    )
    found = statements(text)
    assert found[0].score >= 0.9 > found[-1].score


def test_a_long_quotation_puts_nobody_out_of_mind() -> None:
    text = (
        'Sudanese envoy Majur Adengo was in a good mood. "We kept one purse. My brother put his hand in it. I have sewn it up. '
        'Now we are both hungry. He is not used to it," he told a reporter.'
    )
    assert [s.speaker for s in statements(text)] == ["person:majur-adengo"]


def test_both_are_the_two_persons_named_before() -> None:
    text = "Iraqi envoy Muhan Tikrel met Syrian minister Ghasel Muradi on Monday. Both said that a page was turned."
    (both,) = statements(text)
    assert {both.speaker, *both.co_speakers} == {"person:muhan-tikrel", "person:ghasel-muradi"}


def test_the_four_are_the_states_listed_last() -> None:
    text = (
        "Kenya, Uganda, Rwanda and Burundi cut the line to Ethiopia in June. Ethiopia denied everything. "
        "The four said that the list of demands was final."
    )
    four = statements(text)[-1]
    assert {four.speaker, *four.co_speakers} == {"KEN", "UGA", "RWA", "BDI"}


def test_an_unnamed_ministry_is_that_of_the_last_subject_rather_than_of_the_last_speaker() -> None:
    text = (
        "Ecuadorian spokesman Luco Cevalos said that a note was handed over. Colombia's answer came within the hour. "
        "The Ministry of Foreign Affairs said that nobody had crossed the line."
    )
    assert statements(text)[-1].speaker == "COL"


def test_a_spokeswoman_may_be_named_after_she_spoke() -> None:
    text = (
        "Ecuador handed over a note on Tuesday, a spokeswoman said. "
        "Foreign ministry spokeswoman Maris Yepeza told a briefing that it was short."
    )
    assert [s.speaker for s in statements(text)] == ["person:maris-yepeza"] * 2


def test_another_officer_of_another_state_is_not_who_spoke_before_he_was_named() -> None:
    text = "A Kenyan minister said that the road was closed. Ugandan minister Apel Kirabos said that it was open."
    first, second = statements(text)
    assert (first.speaker, second.speaker) == (None, "person:apel-kirabos")


def test_a_score_is_the_chance_of_the_words_times_that_of_the_way_to_the_speaker() -> None:
    named, last = statements(
        'Latvian minister Anda Kalvel said that the border had been calm for weeks. "They promised us patrols," a diplomat said.'
    )
    assert named.score > last.score
    assert all(s.score == round(s.score, 2) for s in (named, last))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marek Clintow was in Ohio. Clintow spokesman Brin Fallow said that he was glad.", "person:brin-fallow"),
        ("The parents of American student Otis Warmbeck said that no praise could change that.", None),
        ("The commission, headed by former minister Henrik Kissel, recommended a programme.", None),
        ("Chinese media reported that a survey ship had begun work.", "CHN:MED"),
        ("President Marek Obren of Poland spoke on Monday. The Obren administration said that the talks would go on.", "POL"),
    ],
)
def test_a_name_on_which_another_noun_stands_is_not_the_speaker(text: str, speaker: str | None) -> None:
    assert statements(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Turkey waited. Sen. Robin Portsman, R-Ohio, said that Ankara erred.", "USA"),
        ("Turkey waited. Florida Senator Marvin Rubel said that Ankara erred.", "USA"),
        ("The sale to Iran was off. The gorilla was well, zoo director Thane Maynor said.", None),
        ("Ukraine waited. Bill Tailor, the acting ambassador to Ukraine, said that the road was open.", None),
        ("The United States waited. Jan Karlson, president of the Harbour Association, said that it was late.", "org:harbour-association"),
        ("Sudan waited. The AU panel's spokeswoman, Nomvula Khesar, said that it was late.", "org:african-union"),
    ],
)
def test_an_officer_speaks_for_what_his_words_tell_and_not_for_the_state_that_is_near(text: str, voice: str | None) -> None:
    assert statements(text)[-1].voice_of == voice


@pytest.mark.parametrize("name", ["Volodymyr Zelensky", "Volodymyr Zelenskiy", "Volodymyr Zelenskyy"])
def test_all_spellings_of_a_known_holder_have_one_id(name: str) -> None:
    document = flow.understand(read_text(f"President {name} arrived in Oslo.", "test", published="2023-03-05", lang="en"))
    assert [m.actor for m in document.mentions if m.kind == "name" and m.type == "person"] == ["person:volodymyr-zelenskyy"]
