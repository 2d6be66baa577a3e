"""Lines that a fixed width broke are one paragraph; headings, blank lines, indents and early ends part them."""

from __future__ import annotations

from dragoman import annotate, resolve
from dragoman.annotate.paragraphs import paragraphs
from dragoman.records import Document

WIRE = """Norway's Trade Minister Arvid
Salomonsen said on Tuesday that his government would not
accept the quota offered by the European Community, and
that talks would go on.
    He told reporters that the Foreign Minister, Birgitta
Dahlvik, would fly to Brussels next week.
    Officials of the commission declined to comment on the
offer before the ministers had met.
"""


def told(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in paragraphs(text)]


def test_lines_of_a_wire_are_joined_up_to_the_next_indent() -> None:
    assert [words.split()[0] for words in told(WIRE)] == ["Norway's", "He", "Officials"]


def test_every_line_of_a_plain_file_is_a_paragraph() -> None:
    text = "Ministers meet in Vienna\nThe ministers met.\nthey said nothing.\nThey left.\nAll went home.\nNobody spoke."
    assert told(text) == text.splitlines()


def test_a_name_that_a_line_end_cuts_is_one_person() -> None:
    read = resolve(annotate(Document(id="", ref="", text=WIRE, lang="en")))
    assert {a.name for a in read.actors if a.type == "person"} == {"Arvid Salomonsen", "Birgitta Dahlvik"}
    assert read.text == WIRE


def test_a_sentence_runs_over_the_line_end_and_keeps_its_offsets() -> None:
    read = annotate(Document(id="", ref="", text=WIRE, lang="en"))
    assert len(read.sentences) == 3
    assert WIRE[slice(*read.sentences[0])].endswith("talks would go on.")
