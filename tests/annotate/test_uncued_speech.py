"""Speech that no verb of saying introduces, and what only looks like it."""

from __future__ import annotations

import pytest

from dragoman import flow
from dragoman.read.document import read_text
from dragoman.records import Document, Statement

FORMS = {"turn", "interview-answer", "post", "letter", "speech", "point", "introduced-quotation", "adopted-quotation", "tagged-quotation"}
FORMS |= {"floating-quotation"}


def understood(text: str, publisher: str | None = None) -> Document:
    document = read_text(text, "test", published="2024-03-05", lang="en", publisher=publisher)
    return flow.understand(document, "rules")


def uncued(document: Document) -> list[Statement]:
    return [s for s in document.statements if s.by in FORMS]


def contents(text: str, publisher: str | None = None) -> list[str]:
    document = understood(text, publisher)
    return [" ".join(document.words(c) for c in s.content) for s in uncued(document)]


ROUND_TABLE = """Transcript of the round table held in Almaty.

MODERATOR: Two weeks ago shots fell at the water intake. Ambassador Orozbal, you negotiated this border.

OROZBAL: For nineteen years. We agreed on five hundred kilometres.

RAHMUZA (Tajik Academy): A camera does not hang itself.

MODERATOR: Gentlemen.

RAHMUZA: We grew up in one canal. (Laughter.)
"""


def test_each_turn_of_a_round_table_is_a_statement_but_for_the_moderators() -> None:
    assert contents(ROUND_TABLE) == [
        "For nineteen years. We agreed on five hundred kilometres.",
        "A camera does not hang itself.",
        "We grew up in one canal.",
    ]


def test_a_label_is_the_source_of_its_turn() -> None:
    document = understood(ROUND_TABLE)
    assert [document.words(s.source[0]) for s in uncued(document)] == ["OROZBAL", "RAHMUZA", "RAHMUZA"]


def test_who_asks_states_nothing_and_initials_are_a_label() -> None:
    text = (
        "Davor Milutan was the chief negotiator.\n\nBora Ledger: The tax stays, they say.\n\nMilutan: A tax is not a policy.\n\n"
        "BL: What should the union do?\n\nM: Stop congratulating itself, please."
    )
    assert contents(text, "Bora Ledger") == ["A tax is not a policy.", "Stop congratulating itself, please."]


def test_answers_stand_behind_dashes_in_turn() -> None:
    text = (
        "Kadir Benyous represented Algeria in Rabat.\n\n- Did the break surprise you?\n\n- I was surprised that something was left.\n\n"
        "- Would a third party be useful?\n\n- Everybody will offer, I fear."
    )
    assert contents(text) == ["I was surprised that something was left.", "Everybody will offer, I fear."]


def test_answers_stand_behind_bare_questions_that_speak_to_somebody() -> None:
    text = (
        "Selma Orhun led the talks.\n\nWhat did you learn from them?\n\nI learned patience, and I learned it slowly.\n\n"
        "Are you hopeful?\n\nI am, but hope is no plan.\n\nWhat will your country do now?\n\nI think that it will wait for the spring."
    )
    assert contents(text)[1] == "I am, but hope is no plan."
    assert len(contents(text)) == 3


def test_a_post_stands_under_a_name_and_an_hour_or_before_a_handle() -> None:
    text = (
        "The quarrel moved online.\n\nGreek deputy minister Katia Vlachos, 21:02\nThis is our shelf. We call on all to pull back.\n\n"
        "Hamdi Tekdem, adviser to the Turkish president, 21:19\nWe stay until the work is done.\n\n"
        "Insults are no maps. pic.example/abc \u2014 Katia Vlachos (@kvlachos) March 4, 2024"
    )
    found = contents(text)
    assert found[:2] == ["This is our shelf. We call on all to pull back.", "We stay until the work is done."]
    assert found[2].startswith("Insults are no maps.")


def test_a_letter_is_its_writers_but_for_what_it_quotes() -> None:
    text = (
        "Sir,\n\nYou write that drones have crossed the border. They have not. Not once in nine years.\n\n"
        "My Government deplores the habit of printing first.\n\nYours faithfully,\n\nHernan Etchevar\nAmbassador of Chile, Lima\n"
    )
    assert contents(text) == ["They have not. Not once in nine years.", "My Government deplores the habit of printing first."]


def test_an_announced_speech_is_a_statement_for_each_paragraph() -> None:
    text = (
        "Remarks by Consul General Gonzalo Quispar in Arica.\n\nI was told to speak of anything but water. I speak of the sea.\n\n"
        "(Laughter.)\n\nYesterday my country lodged an application with the Court in The Hague.\n\n"
        "We are not against the treaty of 1904, and we do not ask that it be torn up.\n\n* * *\n\nThe hall was half full."
    )
    found = contents(text)
    assert len(found) == 3
    assert found[1] == "Yesterday my country lodged an application with the Court in The Hague."


def test_the_points_of_an_announced_text_are_statements_and_those_that_report_are_not() -> None:
    text = (
        "Following is the text of the points initialled for Thailand and for Cambodia.\n\n1. The two sides note that calm has returned.\n\n"
        "2. Respect for the frontier is the ground of all relations.\n\n3. Thailand will return the eleven heads.\n\n4. (Deleted.)\n"
    )
    assert contents(text) == ["Respect for the frontier is the ground of all relations.", "Thailand will return the eleven heads."]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ('Arben Shaqir, asked about it: "I have heard this promise in April."', "I have heard this promise in April.", "Arben Shaqir"),
        ('Asked if he would resign, Giles Chadrow was brisk: "Not today."', "Not today.", "Giles Chadrow"),
        ('"NOBODY REFUSED ANYBODY" - ROMANIAN FM IONEL OPRESK', "NOBODY REFUSED ANYBODY", "ROMANIAN FM IONEL OPRESK"),
        ('"An attack it was not": so Executive Secretary Ramil Dacan, today.', "An attack it was not", "Executive Secretary Ramil Dacan"),
        ('Algiers is "categorically against a military venture".', "categorically against a military venture", "Algiers"),
    ],
)  # fmt: skip
def test_a_clause_or_a_bare_name_gives_a_quotation_to_somebody(text: str, content: str, source: str) -> None:
    document = understood(text)
    (found,) = uncued(document)
    assert (document.words(found.content[0]), document.words(found.source[0])) == (content, source)


def test_what_is_reported_inside_a_quotation_takes_nothing_from_it() -> None:
    text = 'The general folded the paper. "My grandchildren say that we should sink it. I answer: and then?"'
    assert "My grandchildren say that we should sink it. I answer: and then?" in contents(text)


def test_an_aside_between_dashes_parts_one_quotation() -> None:
    text = 'The minister put down his notes. "Let us not confuse things, we will deliver" -- he paused -- "what was agreed."'
    assert contents(text) == ["Let us not confuse things, we will deliver what was agreed."]


def test_a_quotation_over_paragraphs_ends_with_its_signature() -> None:
    text = 'The press was divided.\n\n"The plan is old and it is thin.\n\n"It will not last a year."\n\nHarro Entner, The Northern Post\n'
    document = understood(text)
    (found,) = uncued(document)
    assert len(found.content) == 2
    assert document.words(found.source[0]) == "Harro Entner"


@pytest.mark.parametrize(
    "text",
    [
        'He wore a shirt with the words: "Make Trade Great Again."',
        'The headline ran: "Peace At Last In The Valley."',
        'Iran is a "rogue state" to some.',
        'The so-called "wise men" met in Oslo.',
        '"The Silent Border," a film of 1988, was shown.',
        "Three steps are planned:\n\n- a new bridge;\n\n- a new road;\n\n- a new port;\n\n- a common customs post.",
        "WINNER: Norway\n\nLOSER: Sweden\n\nWINNER: Denmark\n\nLOSER: Finland\n\nPhotos: The race in pictures.",
        "What is the treaty? \n\nIt is a text of 1921.\n\nWho signed it?\n\nTwo states did.\n\nWhat now?\n\nNobody knows.",
        "1. Norway won.\n\n2. Sweden lost.\n\n3. Denmark was third.",
        "Remarks by Consul General Gonzalo Quispar drew criticism.\n\nThe port was closed.\n\nThe road was closed.\n\nThe bridge was open.",
        "The meeting opened on Monday, 21:00.\n\nThe hall was half full.",
    ],
)
def test_lists_titles_written_words_and_irony_are_nobodys_statements(text: str) -> None:
    assert contents(text) == []


def test_a_speech_with_hard_line_ends_and_questions_is_no_interview() -> None:
    lines = ["I ask: who among you would\n", "wait for your neighbour?\n", "We have waited, and we have\n", "prayed for a quiet border.\n"]
    assert not any(s.by == "interview-answer" for s in understood("".join(lines * 6)).statements)
