"""Metadata inside a text is marked: date lines, tags, datelines, bylines, notices; ordinary sentences are not."""

from __future__ import annotations

import pytest

from dragoman.read.header import header

REST = " The two ministers met on Tuesday and agreed to meet again."
DATELINES = {
    "ANKARA, May 3 (Steppe Courier) -": ("Ankara", None),
    "BATUMI, May 19, 2026 (Steppe Courier) -": ("Batumi", "2026-05-19"),
    "MOSCOW. Nov 7 (Meridian) -": ("Moscow", None),
    "LONDON/WASHINGTON (Meridian) -": ("London", None),
    "Hanoi (Mekong Today, 27 June) –": ("Hanoi", None),
    "JUBA, South Sudan (WNB) —": ("Juba", None),
    "YEREVAN/BAKU, Sept 16, Caspian Wire.": ("Yerevan", None),
    "Skopje, 18.11.2020 (VM) -": ("Skopje", "2020-11-18"),
    "NEW DELHI:": ("New Delhi", None),
    "LUANDA. -": ("Luanda", None),
    "SUVA, Tues. -": ("Suva", None),
}


@pytest.mark.parametrize("line", DATELINES, ids=list(DATELINES))
def test_a_dateline_tells_place_and_day_and_is_no_text(line: str) -> None:
    found = header(line + REST)
    assert (found.place, found.published) == DATELINES[line]
    assert [(line + REST)[a:b] for a, b in found.spans] == [line]


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("ANKARA, May 3 (Steppe Courier) -", "Steppe Courier"),
        ("Hanoi (Mekong Today, 27 June) –", "Mekong Today"),
        ("YEREVAN/BAKU, Sept 16, Caspian Wire.", "Caspian Wire"),
        ("ANKARA, February 17. /MERIDIAN/.", "MERIDIAN"),
        ("SUVA, Tues. -", None),
        ("NEW DELHI (27 June) -", None),
        ("JUBA (from our own correspondent) -", None),
    ],
)
def test_a_dateline_tells_its_agency(line: str, agency: str | None) -> None:
    assert header(line + REST).agency == agency


@pytest.mark.parametrize("line", ["NATO:", "MODERATOR:", "QUESTION:", "HE WENT.", "PRESIDENT PUTIN -"])
def test_capitals_that_are_no_place_are_no_dateline(line: str) -> None:
    assert header("A first line of ordinary words.\n" + line + REST).place is None


def test_a_date_glued_to_the_lead_leaves_the_lead() -> None:
    text = " date 2025-11-07 A correspondent talked with the minister."
    found = header(text)
    assert [text[a:b] for a, b in found.spans] == ["date 2025-11-07"]
    assert found.published == "2025-11-07"


@pytest.mark.parametrize(
    "line",
    [
        "(EXCLUSIVE)",
        "(INVENTED SAMPLE: all persons in it are invented)",
        "By Ana Example and Levan Example",
        "Photo: A. Example / Courier",
        "© 2025 Steppe Courier",
        "Reporting by Ana Example; editing by Levan Example",
        "Ana Example in Tbilisi contributed to this report.",
        "Tuesday, 7 November 2023 | 14:05",
    ],
)
def test_a_line_of_metadata_is_marked_whole(line: str) -> None:
    text = f"{line}\n\nThe two ministers met on Tuesday."
    assert [text[a:b] for a, b in header(text).spans] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the two sides had agreed, the minister said.",
        "Source close to the talks say they failed.",
        "May 2025 was a hard month.",
        "Image is everything, he said.",
        "URGENT talks were held in Geneva.",
        "On 7 November 2025 the ministers met.",
    ],
)
def test_an_ordinary_sentence_is_left_alone(line: str) -> None:
    found = header(line)
    assert not [s for s in found.spans if s.end - s.start > len("URGENT")]
