"""The gazetteer finds every name in its sorted table, small towns count for less, and it loads on first use alone."""

from __future__ import annotations

import subprocess
import sys

from dragoman.knowledge import gazetteer
from dragoman.knowledge.actors import states


def test_the_table_is_sorted_by_the_bytes_of_its_names() -> None:
    names = [line.split(b"\t")[0] + b"\t" for line in gazetteer.table()]
    assert names == sorted(names)
    assert len(names) == len(set(names))


def test_first_last_and_middle_names_are_found_and_others_are_not() -> None:
    names = [line.split(b"\t")[0].decode() for line in gazetteer.table()]
    assert all(gazetteer.listed(name) for name in (names[0], names[-1], *names[:: len(names) // 50]))
    assert not any(gazetteer.listed(name) for name in ("", "Zzyzx Nowhere", "Pariss", "Paris ", "\uffff"))


def test_namesakes_come_in_the_order_of_their_inhabitants() -> None:
    found = [place.population for place in gazetteer.listed("Paris")]
    assert found == sorted(found, reverse=True)
    assert gazetteer.listed("Paris")[0].country == "FRA"
    assert len(gazetteer.listed("Springfield")) > 10


def test_a_small_town_is_listed_but_not_known() -> None:
    assert gazetteer.listed("Tuli")
    assert not gazetteer.known("Tuli")


def test_every_state_has_a_point() -> None:
    assert set(gazetteer.countries()) == set(states()) - {"code"}
    assert all(-90 <= c.lat <= 90 and -180 <= c.lon <= 180 for c in gazetteer.countries().values())


def test_importing_the_library_reads_no_gazetteer() -> None:
    code = "import dragoman, sys; sys.exit('dragoman.knowledge.gazetteer' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
