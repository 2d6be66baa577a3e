"""Long documents are read in linear time."""

from __future__ import annotations

import time

from dragoman.annotate import annotate
from dragoman.read.document import read_text
from dragoman.records import Document
from dragoman.resolve.anaphora import anaphora
from dragoman.resolve.chains import chains
from dragoman.resolve.deictics import deictics
from dragoman.resolve.offices import offices
from dragoman.resolve.places import places
from dragoman.resolve.speakers import speakers

PARAGRAPH = (
    'Latvian foreign minister Anda Kalvel said in Riga that the border was calm. "We know our relations with Russia," she added. '
    "The ministry denied a report of the Riga Daily. The two countries agreed to meet, a Western diplomat told reporters.\n\n"
)


def resolved(times: int) -> float:
    """Seconds of processor time that the steps of who and where take on a text of so many paragraphs."""
    document: Document = annotate(read_text(PARAGRAPH * times, "test", published="2024-03-05", lang="en"))
    start = time.process_time()
    for step in (places, chains, anaphora, offices, speakers, deictics):
        document = step(document)
    return time.process_time() - start


def test_four_times_the_text_takes_about_four_times_as_long() -> None:
    resolved(20)
    short, long = resolved(40), resolved(160)
    assert long < 9 * short + 0.2
