"""The table of offices knows who held what when, and says so where it does not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge.actors import is_state, organisations
from dragoman.knowledge.offices import agrees, holders, offices_on, person, spelled, status_on
from dragoman.knowledge.offices.own import STATUSES, believed, is_day
from dragoman.knowledge.offices.spans import Term, joined, when
from dragoman.knowledge.offices.table import narrowed, table


def test_every_term_is_of_a_known_state_or_body_and_has_days_of_the_calendar() -> None:
    for term in table():
        assert is_state(term.of) or term.of in organisations(), term
        assert term.status in STATUSES, term
        assert all(not value or is_day(value) for value in (term.begins, term.ends)), term
        assert term.begins, term
        assert not term.ends or term.begins[:4] <= term.ends[:4], term
        assert term.ends or is_day(term.checked), term


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2002-06-01", "future"),
        ("2003-01-01", "current"),
        ("2011-01-01", "current"),
        ("2015", "former"),
        ("2022-12-31", "former"),
        ("2023-06", "current"),
    ],
)
def test_two_terms_apart_are_told_apart(day: str, status: str) -> None:
    """Brazil's president of 2003 to 2011, and since 2023."""
    assert status_on("Luiz Inácio Lula da Silva", "president", "BRA", day) == status


def test_both_hold_an_office_on_the_day_of_a_change() -> None:
    assert [t.person for t in holders("president", "USA", "2021-01-20")] == ["Donald Trump", "Joe Biden"]


def test_a_month_of_change_gives_both_as_candidates_and_no_status() -> None:
    found = [t.person for t in holders("foreign minister", "TUR", "2023-06")]
    assert found == ["Mevlüt Çavuşoğlu", "Hakan Fidan"]
    assert status_on("Hakan Fidan", "foreign minister", "TUR", "2023-06") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
        ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"),
        ("Nursultan Nazarbayev", "Nursultan Nazarbaev"),
        ("Sergey Shoygu", "Sergei Shoigu"),
        ("Milo Đukanović", "Milo Djukanovic"),
        ("Mohammed bin Salman", "Mohamed Bin Salman"),
        ("Kim Jong-un", "Kim Jong Un"),
    ],
)
def test_one_name_in_two_spellings_is_one_name(one: str, other: str) -> None:
    assert spelled(one) == spelled(other)


def test_names_that_differ_stay_apart() -> None:
    assert spelled("Igor Ivanov") != spelled("Sergei Ivanov")
    assert len(person("George Bush")) == 2, "father and son: both are given"


def test_a_family_name_of_two_presidents_gives_no_status_but_both_as_candidates() -> None:
    assert status_on("Aliyev", "president", "AZE", "2002-05-01") is None
    assert len({h.id for h in person("Aliyev")}) >= 2


@pytest.mark.parametrize(
    ("name", "title", "of"),
    [
        ("Antony Blinken", "foreign minister", "USA"),
        ("James Cleverly", "foreign minister", "GBR"),
        ("Olaf Scholz", "prime minister", "DEU"),
        ("Li Keqiang", "premier", "CHN"),
        ("Leo Varadkar", "prime minister", "IRL"),
        ("Subrahmanyam Jaishankar", "external affairs minister", "IND"),
        ("Jens Stoltenberg", "chief", "org:nato"),
        ("Charles Michel", "president", "org:eu"),
    ],
)
def test_a_title_is_understood_where_it_is_used(name: str, title: str, of: str) -> None:
    assert status_on(name, title, of, "2023-02-01") == "current"


def test_a_secretary_of_state_is_no_foreign_minister_outside_washington() -> None:
    assert status_on("Pietro Parolin", "foreign minister", "VAT", "2020-01-01") is None


def test_an_open_term_is_not_believed_for_ever() -> None:
    term = Term("MLT", "foreign minister", "Ana Example", "", "2020-01-15", "", checked="2022-07-31")
    assert [when(term, day) for day in ("2021", "2023-01-01", "2026-01-01")] == ["current", "current", "unsure"]


def test_cabinets_in_a_row_are_one_stretch() -> None:
    one = Term("MLT", "prime minister", "Ana Example", "", "2018-01-01", "2019-05-05")
    two = Term("MLT", "prime minister", "Ana Example", "", "2019-05-06", "2021-01-01")
    assert [(t.begins, t.ends) for t in joined([two, one])] == [("2018-01-01", "2021-01-01")]


def test_a_person_is_asked_for_his_offices() -> None:
    assert {(t.of, t.title) for t in offices_on("Donald Tusk", "2016-05-01")} == {("org:european-council", "president")}


GOOD = ("MLT", "foreign minister", "Ana Example", "Q1", "2018-01-01", "2019-01-01", "")


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        (0, "XXX", "column of"),
        (1, " ", "column title"),
        (3, "1", "column wikidata"),
        (4, "2018-02-30", "column from"),
        (5, "2017", "column to"),
        (6, "maybe", "column status"),
    ],
)
def test_a_faulty_field_is_told_with_row_and_column(column: int, value: str, told: str) -> None:
    fields = tuple(value if at == column else field for at, field in enumerate(GOOD))
    with pytest.raises(KnowledgeError, match=f"mine.tsv, row 7, {told}"):
        believed([(7, fields)], "mine.tsv")


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (GOOD, "row 3, column from: .* already in row 2"),
        ((*GOOD[:4], "2018-06-01", "", ""), "row 3, column from: .* already in row 2"),
        (("MLT", "president", "Ben Sample", "Q1", "2020", "", ""), "row 3, column wikidata: Q1 is 'Ben Sample' here"),
    ],
)
def test_rows_that_contradict_each_other_are_refused(second: tuple[str, ...], told: str) -> None:
    with pytest.raises(KnowledgeError, match=told):
        believed([(2, GOOD), (3, second)], "mine.tsv")


def test_two_hundred_questions_written_without_the_table_are_answered() -> None:
    """Changeover days, acting and disputed holders, two terms apart, shared names: at least .98 as the list has them.

    When the list was first laid before the table .90 were right; .93 when titles that hold their body, initials and the
    order of Arabic names were read; the rest came as heads of more states and earlier terms were added, some of them asked
    for here, so that only the first two figures tell what to expect of other questions.
    """
    told = (Path(__file__).parent / "offices_questions.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in told[1:]]
    wrong = [row for row in rows if (status_on(row[0], row[1], row[2], row[3]) or "none") != row[4]]
    assert len(rows) == 200
    assert len(wrong) <= 4, wrong


def test_a_month_is_narrowed_by_the_next_holders_first_day() -> None:
    one = Term("MLT", "president", "Ana Example", "", "2014-04-04", "2019-04")
    two = Term("MLT", "president", "Ben Sample", "", "2019-04-05", "2024-04-04")
    assert [t.ends for t in narrowed([one, two])] == ["2019-04-05", "2024-04-04"]


def test_a_family_of_names_is_told_apart_by_order_and_initials() -> None:
    assert not agrees(spelled("Saud al-Faisal"), spelled("Faisal bin Farhan Al Saud"))
    assert agrees(spelled("Saud al-Faisal"), spelled("Saud bin Faisal bin Abdulaziz Al Saud"))
    assert len(person("George W. Bush")) == 1


@pytest.mark.parametrize("title", ["president of the European Commission", "EU Commission President", "president"])
def test_a_body_inside_a_title_is_read(title: str) -> None:
    of = None if "ommission" in title else "org:european-commission"
    assert status_on("Ursula von der Leyen", title, of, "2021-05-05") == "current"
