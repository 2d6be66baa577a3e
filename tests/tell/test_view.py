"""What an analyst sees on a terminal."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from dragoman.records import Document, Failure, Span, Statement, Warning
from dragoman.tell import phrases
from dragoman.tell.view import show, show_failure

WIDTHS = (20, 40, 80, 120, 200)


def seen(document: Document, width: int = 100, encoding: str = "utf-8", **options) -> str:
    """What the document's view writes to a file of that encoding."""
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, newline="")
    show(document, Console(file=out, width=width, **options))
    out.flush()
    return raw.getvalue().decode(encoding)


def flat(screen: str) -> str:
    """The words of a screen without its line ends and margins."""
    return re.sub(r"\s+", " ", screen)


def section(screen: str, title: str) -> str:
    """One section of a screen."""
    return flat(re.split(rf"^{title} \d+ ─+$", screen, maxsplit=1, flags=re.MULTILINE)[1].split("\n\n")[0])


def test_the_head_tells_where_the_text_came_from(interview):
    top = flat(seen(interview).split("Who speaks")[0])
    assert "Norway stays a neighbour" in top
    assert "Fjord Wire · 2024-03-04 · Tbilisi · English" in top
    assert "https://example.org/a?b=1&c=2" in top


def test_who_speaks_is_told_with_office_status_day_place_and_occasion(interview):
    speaking = section(seen(interview), "Who speaks")
    assert "Maren Holt · former foreign minister of Norway, attested 2019-05-01" in speaking
    assert "2024-03-04 · Tbilisi · Rioni Forum" in speaking
    assert "says s1, s2" in speaking


def test_an_unresolved_speaker_is_told_by_his_words_and_candidates(interview):
    assert "“The diplomat” · not named · may be Maren Holt or Oda Lie" in section(seen(interview), "Who speaks")


def test_every_statement_is_shown_with_place_speaker_kind_act_and_cue(interview):
    said = section(seen(interview, 130), "What was said")
    assert "3:2 s1 Maren Holt, former foreign minister of Norway · direct · commitment, also praise · said" in said
    assert "s2 Maren Holt, former · mixed · assessment · added" in said
    assert "↳ s3 Oda Lie, in office · mixed · called" in said
    assert "s4 “The diplomat”, not named · indirect · offer · offered" in said


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_every_word_of_every_statement_is_shown_at_every_width(interview, width):
    screen = seen(interview, width)
    for s in interview.statements:
        for word in interview.words(s.hull).replace('"', " ").split():
            assert word in screen


def test_verbatim_parts_stand_in_marks_and_no_mark_is_set_twice(interview):
    said = section(seen(interview, 130), "What was said")
    assert "“Norway will remain a reliable neighbour of Georgia,”" in said
    assert 'the border dispute "a thorn in old friendship"' in said
    assert "“a thorn" not in said


def test_details_tell_about_whom_how_warmly_via_and_within(interview):
    said = section(seen(interview), "What was said")
    assert "about Georgia, Norway · toward Georgia +1.4 (+0.9 to +1.8)" in said
    assert "via Fjord Wire" in said
    assert "within s2" in said
    assert "to both sides" in said


def test_a_dyad_stands_on_its_bar_with_what_it_rests_on(interview):
    dyads = section(seen(interview), "Who toward whom")
    assert "Norway → Georgia -2 ┄┄┄┄┄┄┄┄┄┄│┄┄┄━━━●━━┄ +2 +1.4 (+0.9 to +1.8) rests on s1, e1" in dyads
    assert dyads.count("●") == 1
    assert "Norway → Armenia no stance told" in dyads


def test_registers_name_the_sides_the_words_and_the_statement(interview):
    screen = seen(interview)
    assert "Georgia and Norway · neighbourhood · says s1 reliable neighbour" in section(screen, "Foundations")
    assert "Armenia and Georgia · borders · says s3 border dispute" in section(screen, "Frictions")
    assert "Norway to Georgia · cooperative · due 2025-01-01, provided that peace holds · says s1" in section(screen, "Promises")
    assert "Norway between Armenia and Georgia · offered · says s4" in section(screen, "Mediation")


def test_an_event_tells_claim_from_fact(interview):
    events = section(seen(interview), "Events")
    assert "e1 1998 Norway → Georgia COOPERATE · diplomatic · historical · fact as the outlet reports it" in events
    assert "e2 undated Norway → Armenia, Georgia CONSULT · third-party · planned · done by saying s4" in events
    assert "e3 undated somebody not named → Georgia REJECT · actual · claim: says s3" in events


def test_dates_places_and_warnings_are_told_with_all_their_places(interview):
    screen = seen(interview)
    assert "March 4, 2024 → 2024-03-04" in section(screen, "Dates")
    assert "1998 → 1998 (1998-01-01 to 1998-12-31)" in section(screen, "Dates")
    assert "Georgia · also 5:41" in section(screen, "Places")
    assert "Tbilisi · Georgia · 41.69 N 44.83 E" in section(screen, "Places")
    assert "date conflict: two dates do not agree at 1:10, 5:101" in section(screen, "Warnings")


def test_names_are_shown_and_not_codes(interview):
    assert not re.search(r"\b(NOR|GEO|ARM|person:|org:)", seen(interview))


def test_empty_layers_are_said_in_one_line(interview):
    assert "Nothing found for: other offices, frictions." in seen(replace(interview, frictions=()))


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_longer_than_the_terminal(interview, hostile, width):
    long_words = replace(interview, title="W" * 500, warnings=(Warning("text-damaged", "漢" * 300),))
    for document in (interview, hostile, long_words):
        assert max(cell_len(line) for line in seen(document, width).splitlines()) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_a_long_word_is_folded_and_not_cut(interview, width):
    assert seen(replace(interview, title="W" * 500), width).count("W") >= 500


@pytest.mark.parametrize("width", [40, 100, 200])
def test_a_texts_markup_is_shown_and_not_obeyed(hostile, width):
    screen = seen(hostile, width)
    assert "\x1b" not in screen
    assert not set(screen) & set("\x00\x9b\u202e\u2066\u2028\ud800")
    assert "[red]no[/red]" in screen
    assert "␛[31m" in screen
    assert ":smile:" in screen


def test_on_a_terminal_only_our_own_colours_reach_it(hostile):
    screen = seen(hostile, 100, force_terminal=True, color_system="standard")
    assert "\x1b[" in screen
    assert not re.search(r"\x1b(?!\[[0-9;]*m)", screen)
    assert "\x1b[31m \x1b" not in screen


def test_without_colour_nothing_is_lost(interview, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    coloured = seen(interview, 100, force_terminal=True)
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", coloured)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == seen(interview, 100)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_encoding_without_the_letters_gets_question_marks_and_no_crash(interview, encoding):
    screen = seen(replace(interview, title="Şuşa"), 80, encoding)
    assert "?u?a" in screen
    assert "Norway -> Georgia" in screen


def test_statements_in_a_ring_are_all_shown_once(hostile):
    said = section(seen(hostile, 130), "What was said")
    assert [said.count(f"{s} ") > 0 for s in ("s1", "s2", "s3")] == [True, True, True]


def test_a_language_that_is_not_read_shows_the_beginning_and_the_warning():
    text = "Ankara'da görüşüldü. " * 100
    warning = Warning("language-not-read", "Language 'tr' is not read: en is")
    screen = flat(seen(Document("i", "haber.txt", text, lang="tr", warnings=(warning,))))
    assert "Turkish" in screen
    assert "Ankara'da görüşüldü." in screen
    assert f"… {len(text) - 600} more characters" in screen
    assert "language not read: Language 'tr' is not read: en is" in screen
    assert "Nothing found" not in screen


def test_a_failure_tells_what_why_and_what_to_do():
    raw = io.StringIO()
    show_failure(Failure("[b]\x1b.html", "The file is empty.", "Give a file with text."), Console(file=raw, width=80))
    assert raw.getvalue() == "Not read: [b]␛.html\nThe file is empty.\nGive a file with text.\n"


def test_neighbouring_ids_are_drawn_together():
    assert phrases.runs(["s10", "s2", "s3", "s4", "s1", "s8", "s9"]) == "s1-s4, s8-s10"
    assert phrases.runs(["s2", "s1"]) == "s1, s2"


def test_a_span_outside_the_text_harms_nothing(interview):
    assert "s1" in seen(replace(interview, warnings=(Warning("odd", "beyond", (Span(10**6, 10**6 + 1),)),)))


def test_a_state_speaks_officially_and_a_person_in_office():
    said = Statement("s1", "indirect", (Span(0, 1),), speaker="NOR", standing="office")
    assert phrases.standing(said, {"NOR": "Norway"}) == "officially"
    assert phrases.standing(replace(said, speaker="person:x", voice_of="NOR"), {"NOR": "Norway"}) == "in office, for Norway"
    assert phrases.standing(replace(said, speaker="person:x", office="envoy", voice_of="NOR"), {"NOR": "Norway"}) == "envoy of Norway"


@pytest.mark.parametrize("width", range(1, 12))
def test_the_narrowest_terminal_harms_nothing(interview, width):
    assert "s1" in seen(interview, width).replace("\n", "")


def test_the_room_opens_without_loading_rich():
    code = "import sys, dragoman.tell; sys.exit('rich' in sys.modules or 'msgspec' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own interpreter
