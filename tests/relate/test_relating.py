"""What a relation holds: every figure recomputes from its words, reports are not events, claims are not deeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import fsum

import pytest
from invented_stories import Done, Said, at, story

from dragoman.errors import UsageError
from dragoman.records import Document, Evidence, Ground, Mediation, Promise, Relation, Story, Timex
from dragoman.relate import relate

NOW = "2026-03-01"
FRIENDLY = "Norway is a friend of Georgia."
SEIZED = "Norway sanctioned Georgia on Monday."
SANCTION = Done("SANCTION", "Norway", "sanctioned", "Georgia", ("NOR",), ("GEO",), date="2026-02-09")
HELPED = "Georgia sent Norway two ships with aid."
AID = Done("AID", "Georgia", "sent", "Norway", ("GEO",), ("NOR",))


def kind(words: str = FRIENDLY, value: float = 1.0, **who: str | None) -> Said:
    """The minister's words toward Norway."""
    return Said(words, "GEO", "NOR", value, **who)


def mixed() -> list[Story]:
    """Two years of words and deeds of both sides."""
    told = []
    for week in range(0, 104, 3):
        day = (date(2024, 3, 11) + timedelta(weeks=week)).isoformat()
        text = f"Norway is friend number {week} of all Georgia has. Oslo gave Georgia loan number {week}."
        told.append(story(text, day, kind(f"Norway is friend number {week} of all Georgia has", week % 5 - 2.0)))
        told.append(
            story(f"Norway helped Georgia for the {week}th time.", day, Done("AID", "Norway", "helped", "Georgia", ("NOR",), ("GEO",)))
        )
    told.append(story(SEIZED, "2026-02-10", SANCTION))
    return told


def figures(relation: Relation) -> Iterator[tuple[float | None, Sequence[Evidence]]]:
    """Every figure of a relation with its evidence."""
    state = relation.state
    yield state.value, state.evidence
    yield state.norm, state.norm_evidence
    yield relation.words.value, relation.words.evidence
    yield relation.deeds.value, relation.deeds.evidence
    yield from ((one.measure.value, one.measure.evidence) for one in relation.toward)
    yield from ((period.value, period.evidence) for period in relation.course)
    yield from ((speaker.stance.value, speaker.stance.evidence) for speaker in relation.speakers)


def test_every_figure_is_the_sum_of_what_its_evidence_contributes() -> None:
    relation = relate(mixed(), "GEO", "NOR", NOW)
    told = [(value, evidence) for value, evidence in figures(relation) if value is not None]
    assert len(told) > 40
    for value, evidence in told:
        assert fsum(one.contribution or 0.0 for one in evidence) == pytest.approx(value, abs=1e-12)
        assert fsum(one.weight or 0.0 for one in evidence) == pytest.approx(1.0)
        assert all(one.contribution == pytest.approx((one.value or 0.0) * (one.weight or 0.0)) for one in evidence)


def test_every_quotation_stands_where_it_says() -> None:
    stories = mixed()
    texts = {one.document.id: one.document for one in stories}
    found = [one for _, evidence in figures(relate(stories, "GEO", "NOR", NOW)) for one in evidence]
    assert found
    assert all(texts[one.document].words(one.span) == one.quote for one in found)


def test_the_order_of_stories_and_of_the_two_sides_changes_nothing() -> None:
    stories = mixed()
    relation = relate(stories, "GEO", "NOR", NOW)
    assert relation == relate(reversed(stories), "NOR", "GEO", NOW)
    assert relation.dyad == ("GEO", "NOR")


def test_of_nothing_nothing_is_known() -> None:
    relation = relate([story("Kenya is far away.", "2026-02-01")], "GEO", "NOR", NOW)
    assert (relation.state.value, relation.state.low, relation.state.level, relation.state.norm) == (None, None, None, None)
    assert (relation.words.value, relation.deeds.value) == (None, None)
    assert relation.state.direction == "no evidence"
    assert {period.value for period in relation.course} == {None}
    assert "nothing is told" in relation.state.sentence


# ---- reports are not events


def copies(of: Story, edit: str = "") -> list[Story]:
    """Ten copies of a story by ten outlets, with another last sentence each where asked for."""
    document = of.document
    return [
        Story(replace(document, id=f"{document.id}{n}", publisher=f"Daily {n}", text=document.text + (f"{edit} {n}." if edit else "")))
        for n in range(10)
    ]


@pytest.mark.parametrize("edit", ["", " Printed in edition"])
def test_ten_copies_of_an_article_move_no_figure(edit: str) -> None:
    loud = story(f'{SEIZED} "Norway lies to Georgia," she said.', "2026-02-10", SANCTION, kind("Norway lies to Georgia", -2.0))
    once = relate([*mixed(), loud], "GEO", "NOR", NOW)
    often = relate([*mixed(), loud, *copies(loud, edit)], "GEO", "NOR", NOW)
    for (before, _), (after, _) in zip(figures(once), figures(often), strict=True):
        assert (before is None) == (after is None)
        assert before is None or abs(before - (after or 0.0)) < 0.01


def test_a_deed_told_by_three_outlets_is_one_happening_that_names_all_three() -> None:
    told = [
        story("Norway sanctioned Georgia on Monday.", "2026-02-10", SANCTION, publisher="The Morning"),
        story(
            "The day after, it was known that Norway had sanctioned Georgia.",
            "2026-02-11",
            replace_date(SANCTION, None),
            publisher="The Noon",
        ),
        story(
            "In February Norway sanctioned Georgia for the first time.",
            "2026-02-28",
            replace_date(SANCTION, "2026-02"),
            publisher="The Evening",
        ),
    ]
    relation = relate(told, "GEO", "NOR", NOW)
    assert sum(period.happenings for period in relation.course) == 1
    assert {one.publisher for one in relation.deeds.evidence} == {"The Morning", "The Noon", "The Evening"}
    assert relation.deeds.value == pytest.approx(-0.56)


def replace_date(done: Done, day: str | None) -> Done:
    """The same deed told with another date."""
    return done._replace(date=day)


def test_a_sentence_quoted_by_three_outlets_is_said_once() -> None:
    words = "Norway remains the oldest friend that Georgia has in the north"
    told = [story(f'"{words}," she said. {outlet}.', f"2026-02-1{n}", kind(words), publisher=outlet) for n, outlet in enumerate("ABC")]
    other = story('"Norway cheats Georgia," she said.', "2026-02-20", kind("Norway cheats Georgia", -1.0))
    relation = relate([*told, other], "GEO", "NOR", "2026-02-20")
    assert len(relation.words.evidence) == 4
    assert relation.words.value is not None
    assert relation.words.value == pytest.approx(0.0, abs=0.1)


def test_independent_reports_make_a_figure_surer() -> None:
    one = relate([story(HELPED, "2026-02-10", AID)], "GEO", "NOR", NOW).deeds
    many = relate([story(HELPED, f"2026-02-{day:02}", AID) for day in (1, 8, 15, 22)], "GEO", "NOR", NOW).deeds
    assert one.value == many.value == pytest.approx(0.7)
    assert None not in (one.low, one.high, many.low, many.high)
    assert (many.high or 0) - (many.low or 0) <= (one.high or 0) - (one.low or 0)
    assert one.low == -1.0, "a single report leaves nearly everything open"


# ---- claim is not fact


@pytest.mark.parametrize(
    "done",
    [
        SANCTION._replace(via="s1"),
        *(SANCTION._replace(factuality=f) for f in ("planned", "conditional", "hypothetical", "negated", "historical")),
        SANCTION._replace(date="2026-06"),
        SANCTION._replace(date="XXXX-02"),
    ],
    ids=lambda done: f"{done.via}-{done.factuality}-{done.date}",
)
def test_what_is_only_claimed_planned_denied_past_or_misdated_is_no_deed(done: Done) -> None:
    relation = relate([story(f"{SEIZED} {FRIENDLY}", "2026-02-10", done, kind())], "GEO", "NOR", NOW)
    assert relation.deeds.value is None
    assert relation.words.value == pytest.approx(0.5)


def test_a_deed_counts_only_where_its_clause_names_both_sides() -> None:
    inferred = SANCTION._replace(other="")
    another = story("Norway sanctioned Kenya while Georgia slept.", "2026-02-10", SANCTION._replace(other="Kenya"))
    assert relate([story(SEIZED, "2026-02-10", inferred)], "GEO", "NOR", NOW).deeds.value is None
    assert relate([another], "GEO", "NOR", NOW).deeds.value is None
    assert relate([story(SEIZED, "2026-02-10", SANCTION)], "GEO", "NOR", NOW).deeds.value == pytest.approx(-0.56)


def test_where_two_meet_is_no_side_of_the_meeting() -> None:
    met = Done("CONSULT", "Georgia", "met", "Norway", ("GEO",), ("NOR",))
    assert relate([story("Georgia met envoys of Kenya in Norway.", "2026-02-10", met)], "GEO", "NOR", NOW).words.value is None
    assert relate([story("Georgia met envoys of Norway in Kenya.", "2026-02-10", met)], "GEO", "NOR", NOW).words.value is not None


def test_rebels_that_lean_to_a_side_are_not_that_side() -> None:
    for doer in ("pro-Norwegian rebels", "Norwegian-backed rebels"):
        told = story(f"The {doer} shot at Georgia.", "2026-02-10", Done("ASSAULT", doer, "shot", "Georgia", ("NOR",), ("GEO",)))
        assert relate([told], "GEO", "NOR", NOW).deeds.value is None


def test_a_sentence_printed_again_after_months_tells_of_nothing_new() -> None:
    shelled = Done("ASSAULT", "Norway", "shelled", "Georgia", ("NOR",), ("GEO",))
    told = [story(f"Norway shelled Georgia. Edition of {day}.", day, shelled) for day in ("2025-09-01", "2025-12-01", "2026-02-10")]
    relation = relate(told, "GEO", "NOR", NOW)
    assert [(period.begins, period.happenings) for period in relation.course if period.happenings] == [("2025-09-01", 1)]
    assert len(relation.deeds.evidence) == 3


def test_what_one_means_to_do_is_no_deed() -> None:
    told = story("Norway tried to sink a ship of Georgia.", "2026-02-10", Done("ASSAULT", "Norway", "sink", "Georgia", ("NOR",), ("GEO",)))
    assert relate([told], "GEO", "NOR", NOW).deeds.value is None


# ---- whose words are a state's


@pytest.mark.parametrize("standing", ["former", "opposition", "expert", "media", "other"])
def test_who_does_not_speak_for_a_state_moves_nothing_and_is_listed(standing: str) -> None:
    relation = relate([story(FRIENDLY, "2026-02-10", kind(standing=standing))], "GEO", "NOR", NOW)
    assert relation.state.value is None
    (speaker,) = relation.speakers
    assert (speaker.name, speaker.standing, speaker.statements, speaker.stance.value) == ("Ana Example", standing, 1, pytest.approx(0.5))


def test_a_senator_weighs_less_than_a_minister() -> None:
    minister = story("Norway is a friend of ours.", "2026-02-10", kind("Norway is a friend of ours"))
    senator = story("Norway is a foe.", "2026-02-10", kind("Norway is a foe", -1.0, office="senator", speaker="person:bo"), publisher="B")
    value = relate([minister, senator], "GEO", "NOR", NOW).words.value
    assert value == pytest.approx(0.5 * (1.0 - 0.25) / 1.25)


def test_words_count_as_far_as_they_name_the_other_side() -> None:
    plain = story("Norway is a friend.", "2026-02-10", kind("Norway is a friend", 2.0))

    def value(before: str) -> float | None:
        told = story(
            f"{before} They are thieves, she said.", "2026-02-10", kind("They are thieves", -2.0, speaker="person:bo"), publisher="B"
        )
        return relate([plain, told], "GEO", "NOR", NOW).words.value

    assert value("Norway took a ship.") == pytest.approx((1.0 - 0.25) / 1.25)
    assert value("Kenya took a ship.") == pytest.approx(1.0)


def test_a_state_that_is_hardly_known_has_a_figure_and_no_name() -> None:
    state = relate([story(FRIENDLY, "2026-02-10", kind())], "GEO", "NOR", NOW).state
    assert (state.value, state.level) == (pytest.approx(0.5), None)
    assert "too little to be named" in state.sentence


def test_a_voice_that_three_other_stories_contradict_is_no_state_s() -> None:
    told = [story(f"Norway pleases us, number {n}.", f"2026-02-1{n}", kind(f"Norway pleases us, number {n}")) for n in range(3)]
    stray = story("Georgia is a nest of thieves.", "2026-02-20", Said("Georgia is a nest of thieves", "NOR", "GEO", -2.0))
    relation = relate([*told, stray], "GEO", "NOR", NOW)
    assert relation.words.value == pytest.approx(0.5)
    assert relate([*told[:2], stray], "GEO", "NOR", NOW).words.value != pytest.approx(0.5)


def test_an_ambassador_recalled_from_a_side_is_a_deed_toward_it() -> None:
    recalled = Done("SANCTION", "Georgia", "recalled", "Georgian ambassador", ("GEO",), ("NOR",))
    told = story("Georgia recalled the Georgian ambassador from Norway on Monday.", "2026-02-10", recalled)
    assert relate([told], "GEO", "NOR", NOW).deeds.value == pytest.approx(-0.56)
    other = story("Georgia recalled the Georgian ambassador from Kenya and told Norway.", "2026-02-10", recalled)
    assert relate([other], "GEO", "NOR", NOW).deeds.value is None


def test_an_accusation_counts_once_as_words() -> None:
    accused = "Georgia accused Norway of theft."
    act = Done("ACCUSE", "Georgia", "accused", "Norway", ("GEO",), ("NOR",), performed_by="s1")
    with_stance = relate([story(accused, "2026-02-10", kind("Norway of theft", -1.6), act)], "GEO", "NOR", NOW)
    assert [one.item for one in with_stance.words.evidence] == ["s1"]
    told = story(accused, "2026-02-10", kind("Norway of theft", -1.6), act)
    mute = Story(replace(told.document, statements=tuple(replace(s, stance=()) for s in told.document.statements)))
    relation = relate([mute], "GEO", "NOR", NOW)
    assert [(one.item, one.value) for one in relation.words.evidence] == [("e1", pytest.approx(-0.2))]
    assert relation.deeds.value is None


def test_each_direction_has_its_own_figure_and_a_meeting_counts_both_ways() -> None:
    met = Done("CONSULT", "Norway", "met", "Georgia", ("NOR",), ("GEO",))
    relation = relate([story(SEIZED, "2026-02-10", SANCTION), story("Norway met Georgia.", "2026-02-10", met)], "GEO", "NOR", NOW)
    toward = {(one.source, one.toward): one.measure.value for one in relation.toward}
    assert toward["GEO", "NOR"] == pytest.approx(0.1)
    assert toward["NOR", "GEO"] == pytest.approx(relation.state.value)


# ---- time


def weekly(begin: date, weeks: int, value: float, words: str) -> list[Story]:
    """The same tone week after week."""
    days = [(begin + timedelta(weeks=n)).isoformat() for n in range(weeks)]
    return [
        story(f"Norway {words} Georgia in week {n} of {day}.", day, kind(f"Norway {words} Georgia in week {n} of {day}", value))
        for n, day in enumerate(days)
    ]


def test_a_year_of_kind_words_and_a_quarter_of_threats_is_a_turn_and_a_cooling() -> None:
    stories = [*weekly(date(2024, 12, 2), 52, 1.4, "delights"), *weekly(date(2025, 12, 1), 13, -1.4, "outrages")]
    relation = relate(stories, "GEO", "NOR", NOW)
    assert (relation.state.direction, relation.state.level) == ("cooling", "strained")
    assert relation.state.norm == pytest.approx(0.7)
    assert "cooler" in relation.state.sentence
    (turn,) = relation.turning_points
    assert (turn.date, turn.direction) == ("2025-12-01", "down")
    assert fsum(one.contribution or 0.0 for one in turn.evidence) == pytest.approx(-turn.size)
    (shift,) = relation.shifts
    assert (shift.date, shift.before, shift.after) == ("2025-12-01", pytest.approx(0.7), pytest.approx(-0.7))
    assert fsum(one.contribution or 0.0 for one in shift.evidence) == pytest.approx(shift.after - shift.before)


def test_steady_words_have_no_direction_and_no_turn() -> None:
    relation = relate(weekly(date(2024, 12, 2), 65, 1.0, "pleases"), "GEO", "NOR", NOW)
    assert (relation.state.direction, relation.turning_points, relation.shifts) == ("steady", (), ())


def test_nothing_after_the_day_and_nothing_undated_is_looked_at() -> None:
    stories = [story(FRIENDLY, "2026-03-02", kind()), story(FRIENDLY, None, kind())]
    assert relate(stories, "GEO", "NOR", NOW).state.value is None
    assert relate(stories, "GEO", "NOR", "2026-03-02").words.value == pytest.approx(0.5)


def test_the_course_is_told_in_weeks_and_of_a_long_window_in_months() -> None:
    weeks = relate(mixed(), "GEO", "NOR", NOW).course
    assert (weeks[-1].begins, weeks[-1].ends) == ("2026-02-23", "2026-03-01")
    months = relate(mixed(), "GEO", "NOR", NOW, 2000).course
    assert (months[-2].begins, months[-2].ends, months[-1].ends) == ("2026-02-01", "2026-02-28", NOW)


def test_calls_that_make_no_sense_are_refused() -> None:
    for a, b, day, window, wrong in (
        ("GEO", "GEO", NOW, 9, "itself"),
        ("GEO", "NOR", "2026-02-30", 9, "calendar"),
        ("GEO", "NOR", NOW, 0, "no day"),
    ):
        with pytest.raises(UsageError, match=wrong):
            relate([], a, b, day, window)


# ---- registers and calendar


def with_layers(day: str, text: str, said: Said, **layers: object) -> Story:
    """A story with entries in its registers."""
    return story(text, day, said, **layers)


def test_foundations_are_those_of_relations_by_theme_with_who_named_them_where_both_sides_are_named() -> None:
    text = "Relations of Norway and Georgia rest on a sea, she said. Relations rest on a border. Norway and Georgia rest on laurels."
    grounds = (
        Ground(("GEO", "NOR"), at(text, "a sea"), "geography", None),
        Ground(("GEO", "NOR"), at(text, "a border"), "geography", None),
        Ground(("GEO", "NOR"), at(text, "laurels"), None, None),
    )
    relation = relate([story(text, "2026-02-10", foundations=grounds)], "GEO", "NOR", NOW)
    (theme,) = relation.foundations
    assert (theme.theme, theme.said_by, theme.publishers) == ("geography", (), 1)
    assert [one.quote for one in theme.evidence] == ["Relations of Norway and Georgia rest on a sea, she said."]


def test_a_promise_is_one_however_often_it_is_told_and_its_term_stands_in_the_calendar() -> None:
    words = "we will open a bridge to Norway for all of Georgia by May 2026"
    told = []
    for n, outlet in enumerate("AB"):
        text = f'"{words}," she said. {outlet}.'
        promise = Promise(("GEO",), ("NOR",), at(text, words), "cooperative", "2026-05" if n else None, None, "s1")
        told.append(story(text, f"2026-02-1{n}", kind(words), publisher=outlet, promises=(promise,)))
    relation = relate(told, "GEO", "NOR", NOW)
    (promise,) = relation.promises
    assert (promise.by, promise.due, promise.said_by, promise.date) == (("GEO",), "2026-05", "person:ana-example", "2026-02-10")
    assert {one.publisher for one in promise.evidence} == {"A", "B"}
    assert [(entry.date, entry.kind) for entry in relation.calendar] == [("2026-05-31", "due")]


def test_a_mediation_stands_as_it_was_last_told() -> None:
    told = []
    for day, word, status in (("2026-01-05", "offered", "offered"), ("2026-02-05", "failed", "failed"), ("2026-01-20", "began", "ongoing")):
        text = f"Kenya {word} to mediate between Georgia and Norway."
        told.append(story(text, day, mediations=(Mediation(("KEN",), ("GEO", "NOR"), at(text, "mediate"), status),)))
    (mediation,) = relate(told, "GEO", "NOR", NOW).mediations
    assert (mediation.status, mediation.date, len(mediation.evidence)) == ("failed", "2026-02-05", 3)


def test_the_calendar_tells_the_next_return_of_a_day_and_what_is_planned() -> None:
    text = "Georgia and Norway keep the treaty of April 4, 1998. Norway meets Georgia in June."
    kept = Timex(at(text, "April 4, 1998"), "DATE", "1998-04-04", "1998-04-04", "1998-04-04", "1998-04-04")
    met = Done("CONSULT", "Norway", "meets", "Georgia", ("NOR",), ("GEO",), "planned", "2026-06-02")
    relation = relate([story(text, "2026-02-10", met, times=(kept,))], "GEO", "NOR", NOW)
    assert [(entry.date, entry.kind) for entry in relation.calendar] == [("2026-04-04", "anniversary"), ("2026-06-02", "planned")]
    assert relation.calendar[0].what.startswith("28th anniversary")


def test_everybody_whose_id_stands_in_a_relation_is_named() -> None:
    relation = relate(mixed(), "GEO", "NOR", NOW)
    assert [(actor.id, actor.name) for actor in relation.actors] == [
        ("GEO", "Georgia"),
        ("NOR", "Norway"),
        ("person:ana-example", "Ana Example"),
    ]


def test_the_records_of_a_story_are_not_needed_twice() -> None:
    """A generator of stories is enough."""
    assert relate((one for one in mixed()), "GEO", "NOR", NOW) == relate(mixed(), "GEO", "NOR", NOW)
    assert isinstance(mixed()[0].document, Document)


def test_what_a_side_foresees_of_the_other_is_no_promise() -> None:
    words = "the reaction of Norway to the sanctions of Georgia would make talks impossible"
    promise = Promise(("GEO",), ("NOR",), at(f"{words}, she said.", words), "cooperative", None, None, "s1")
    told = [story(f"{words}, she said.", "2026-02-10", kind(words), promises=(promise,))]
    assert relate(told, "GEO", "NOR", NOW).promises == ()
