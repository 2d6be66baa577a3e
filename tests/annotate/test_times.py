"""The grammar of dates finds the time expressions of news English, no look-alikes, in linear time."""

from __future__ import annotations

import re
import time

import pytest

from dragoman.annotate.quotations import quotations
from dragoman.annotate.sentences import sentences
from dragoman.annotate.times import RULES, times
from dragoman.annotate.times.patterns import DIGITS, compiled, lowered, openings
from dragoman.annotate.times.tense import tense
from dragoman.annotate.tokens import tokens
from dragoman.read.document import read_text
from dragoman.records import Document, Mention, Span


def prepared(text: str) -> Document:
    return sentences(quotations(tokens(read_text(text, "test", lang="en"))))


def found(text: str, vague: bool = False) -> list[str]:
    document = times(prepared(text), vague=vague)
    return [document.words(t.span) for t in document.times]


EXPRESSIONS = {
    "The ministers met on November 8, 2020, and on 9 May.": ["November 8, 2020", "9 May"],
    "They sign on the 9th of May, on May the ninth, or on Sept. 3.": ["the 9th of May", "May the ninth", "Sept. 3"],
    "Talks run from 22 to 24 November 2017 and from 28 February to 3 March.": [
        "from 22 to 24 November 2017",
        "from 28 February to 3 March",
    ],
    "The note of 2025-11-07 answers that of 07.11.2025.": ["2025-11-07", "07.11.2025"],
    "She leaves next Monday evening; he left last Friday.": ["next Monday evening", "last Friday"],
    "The strike was called for Monday and Tuesday.": ["Monday and Tuesday"],
    "The truce begins at midnight on October 31, the talks at 10 a.m. on Monday.": ["midnight on October 31", "10 a.m. on Monday"],
    "He will answer by the 20th, or on the first of the month.": ["the 20th", "the first of the month"],
    "In early 2020, in mid-March and by the end of 2024 they met.": ["early 2020", "mid-March", "the end of 2024"],
    "Ties were cold in the 1990s, in the mid-1980s and in the 19th century.": ["the 1990s", "the mid-1980s", "the 19th century"],
    "The war of 1914-18 and the peace between 1941 and 1945.": ["1914-18", "between 1941 and 1945"],
    "Trade fell last spring, in the autumn of 2019 and this winter.": ["last spring", "the autumn of 2019", "this winter"],
    "Exports rose in the third quarter, in Q3 2019 and in the second half of 2023.": [
        "the third quarter",
        "Q3 2019",
        "the second half of 2023",
    ],
    "Late last month and earlier this week they spoke; they meet at the weekend.": ["Late last month", "earlier this week", "the weekend"],
    "Three years ago they signed; two months later they quarrelled.": ["Three years ago", "two months later"],
    "The truce held for three days; a 30-day truce follows within ten days.": ["three days", "30-day", "within ten days"],
    "The parade is held every May 9, the council meets every Tuesday.": ["every May 9", "every Tuesday"],
    "They met on the 5th anniversary of the treaty.": ["the 5th anniversary of the treaty"],
    "On Easter Monday and on New Year's Eve the border is closed.": ["Easter Monday", "New Year's Eve"],
    "Ties cooled in recent years; the coming weeks and the months ahead will tell.": [
        "recent years",
        "the coming weeks",
        "the months ahead",
    ],
    "Half a century of peace, a year and a half ago, and a quarter-century later.": [
        "Half a century",
        "a year and a half ago",
        "a quarter-century later",
    ],
    "They meet a week from Friday; she fled a year ago yesterday.": ["a week from Friday", "a year ago yesterday"],
    "Two to three weeks, a year or two and a five-hour visit.": ["Two to three weeks", "a year or two", "five-hour"],
    "In nineteen ninety-six and in the year two thousand they met.": ["nineteen ninety-six", "the year two thousand"],
    "He resigned later in the year; for the rest of the month she rules.": ["later in the year", "the rest of the month"],
    "They met last Oct. 23, on May 3 and 4, and in the winter of 2014-15.": ["last Oct. 23", "May 3 and 4", "the winter of 2014-15"],
    "Trade fell in the fiscal second quarter, and in the year-ago quarter; for the full year it rose.": [
        "the fiscal second quarter",
        "the year-ago quarter",
        "the full year",
    ],
    "Trade rose in the first half of the year, in H1 2020 and in 2Q 2021.": ["the first half of the year", "H1 2020", "2Q 2021"],
    "The border opens for Eid al-Adha, Nowruz and Thanksgiving.": ["Eid al-Adha", "Nowruz", "Thanksgiving"],
    "KARSU SAID ON FRIDAY THE TALKS IN MAY FAILED.": ["FRIDAY", "MAY"],
    "The pact was signed on May\n9, 2011.": ["May\n9, 2011"],
    "The list for Monday, Oct. 26: nothing.": ["Monday, Oct. 26"],
    "At mid-afternoon yesterday and late in the morning of Friday they spoke.": ["mid-afternoon yesterday", "morning of Friday"],
    "Over the past 24 hours, and after a three hour meeting, nothing moved.": ["the past 24 hours", "three hour"],
    "They will sell over the next 12 to 18 months.": ["the next 12 to 18 months"],
    "It lost money in the third quarter of $20 million, and in the quarter a year ago.": ["the third quarter", "the quarter a year ago"],
    "They hope to end it by year-end 2030.": ["year-end 2030"],
    "She recently left; these days he travels, and in the future they may return.": ["recently", "these days", "the future"],
    "They met; the envoys left the same day.": ["the same day"],
}

LOOK_ALIKES = [
    "The minister may march on the capital.",
    "March on, he told the 1500 people.",
    "The council adopted resolution 1701 and route 1950 was closed.",
    "The fall of the city was a surprise; hopes spring up.",
    "He lost 1,999 votes and 2020 barrels.",
    "The man, 45 years old, walked with a 3-year-old boy.",
    "She works twice a day for $10 a month.",
    "In his forties he was a second secretary.",
    "The Prague Spring is taught.",
    "The Harbour Today reported it.",
    "He won three-quarters of the vote, two thousand ballots, for years of work.",
    "He spoke of the year of the war.",
    "Today's youth travels, and work can begin even tomorrow.",
    "The news follows at 1900.",
    "If they shoot, the bridge shuts the same day.",
    "The future of the strait is open; a recently-built pier lies there.",
]


@pytest.mark.parametrize("sentence", EXPRESSIONS)
def test_an_expression_is_found_with_all_of_its_words(sentence: str) -> None:
    assert found(sentence) == EXPRESSIONS[sentence]


@pytest.mark.parametrize("sentence", LOOK_ALIKES)
def test_a_look_alike_is_no_time(sentence: str) -> None:
    assert found(sentence) == []


def test_vague_words_and_hours_are_listed_on_request_alone() -> None:
    sentence = "He now waits for three hours, and she waited for years."
    assert found(sentence) == []
    assert found(sentence, vague=True) == ["now", "three hours", "years"]


def test_a_time_within_a_name_is_part_of_the_name_and_a_day_behind_it_is_not() -> None:
    text = "The 1922 Committee of Ardenia met. The League of Ports on Tuesday agreed."
    mentions = (
        Mention(Span(4, 18), "name", "organisation"),
        Mention(Span(39, 65), "name", "organisation"),
    )
    document = times(Document("x", "x", text, mentions=mentions))
    assert document.words(mentions[1].span) == "League of Ports on Tuesday"
    assert [document.words(t.span) for t in document.times] == ["Tuesday"]


TENSES = {
    "The ministers met on Friday.": "past",
    "The ministers will meet on Friday.": "future",
    "The treaty will be signed on Friday.": "future",
    "The envoy agreed to visit Ankara on Friday.": "future",
    "On Friday, the ministers will meet.": "future",
    "The minister, who is to travel soon, said Friday he was ready.": "past",
    "The prisoners must be freed by Friday.": "future",
    "He will not forget the note of Friday.": "past",
    "The ministry on Friday rejected what would be a truce.": "past",
    "Nothing since Friday.": "past",
    "A strike called for Friday may be lifted.": "future",
    "They would act should Norland cut the supply on Friday.": "future",
    "Norland cut the supply on Friday.": "past",
    "They will be paid at a still unspecified hour on Friday.": "future",
    "Friday, a grey day.": "",
}


@pytest.mark.parametrize("sentence", TENSES)
def test_the_clause_tells_past_from_future(sentence: str) -> None:
    document = prepared(sentence)
    at = sentence.index("Friday")
    assert tense(document, lowered(sentence), Span(at, at + 6)) == TENSES[sentence]


def test_every_rule_names_all_the_words_that_can_open_it() -> None:
    for rule in RULES:
        words, pattern = openings(rule.opens), compiled(rule.template)
        for sentence in EXPRESSIONS:
            text = lowered(sentence)
            for start in (m.start() for m in re.finditer(r"(?<![\w.,-])\w", text)):
                if match := pattern.match(text, start):
                    first = re.match(r"[a-z]+|\d", match.group())
                    assert first is not None
                    assert (DIGITS if first[0].isdigit() else first[0]) in words, (rule.name, match.group())


@pytest.mark.parametrize("unit", ["1", "May ", "the last ", "5\n", "Tuesday, ", "1999 "])
def test_hostile_text_takes_time_in_proportion_to_its_length(unit: str) -> None:
    def cost(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        document = Document("x", "x", text, published="2020-05-05", sentences=(Span(0, length),))
        start = time.process_time()
        times(document)
        return time.process_time() - start

    cost(1_000)  # compiles the grammar
    short, long = cost(20_000), cost(200_000)
    assert long < 30 * short + 0.5  # ten times the length; the rest is the noise of a busy machine
