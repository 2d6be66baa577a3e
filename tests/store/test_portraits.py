"""An actor is told by his offices, his words, the words about him and his company, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import postgres
import pytest

from dragoman import flow
from dragoman.errors import UsageError
from dragoman.read import read_text
from dragoman.store import Archive, actor_of, add, documents, who

FIRST = (
    "Turkey and Kazakhstan signed a treaty in Astana on Monday. Foreign Minister Gül\u015fah Örneko\u011flu of Turkey praised Kazakhstan. "
    '"Kazakhstan is a reliable partner," Örneko\u011flu said.'
)
SECOND = 'Georgia will reopen the border, Foreign Minister Ana Example said in Tbilisi. "Turkey is our friend," Example said.'
THIRD = "Former Foreign Minister Ana Example criticised the sanctions, Mert Example, a student, said in Batumi."


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    from dragoman.store import open_archive

    url: str | Path = tmp_path_factory.mktemp("who") / "archive.db"
    if request.param == "postgresql":
        url = postgres.create(request.getfixturevalue("server"), "who")
    with open_archive(url) as opened:
        for name, words, day in (("first", FIRST, "2025-03-03"), ("second", SECOND, "2025-04-01"), ("third", THIRD, "2025-05-01")):
            add(opened, flow.understand(read_text(words, name, published=day, publisher="Courier", lang="en"), "rules"), "test")
        yield opened


@pytest.mark.parametrize("words", ["TUR", "tur", "Turkey", "TÜRKİYE", "turkiye", "Türkiye", "Turkish", "Ankara", " Republic of Turkey "])
def test_a_state_is_known_by_all_of_its_names(archive: Archive, words: str) -> None:
    assert actor_of(archive, words) == "TUR"


def test_a_body_is_known_by_its_names_and_its_id(archive: Archive) -> None:
    assert actor_of(archive, "NATO") == actor_of(archive, "org:nato") == actor_of(archive, "North Atlantic Treaty Organization")


@pytest.mark.parametrize("words", ["Gül\u015fah Örneko\u011flu", "gulsah ornekoglu", "ORNEKOGLU", "person:gulsah-ornekoglu"])
def test_a_person_is_known_by_full_and_last_name(archive: Archive, words: str) -> None:
    assert actor_of(archive, words) == "person:gulsah-ornekoglu"


def test_a_name_that_two_bear_is_not_guessed(archive: Archive) -> None:
    with pytest.raises(UsageError, match=r"can be several: person:ana-example \(Ana Example\), person:mert-example"):
        actor_of(archive, "Example")
    assert actor_of(archive, "Ana Example") == "person:ana-example"


def test_for_a_name_that_nobody_bears_the_nearest_are_told(archive: Archive) -> None:
    with pytest.raises(UsageError, match=r"Nobody.*Near it: .*ornekoglu"):
        actor_of(archive, "Ornekolu")
    with pytest.raises(UsageError, match="Nobody"):
        actor_of(archive, "%")


def test_a_person_has_offices_words_and_company(archive: Archive) -> None:
    portrait = who(archive, "Ornekoglu")
    assert (portrait.type, portrait.documents, portrait.first, portrait.last) == ("person", 1, "2025-03-03", "2025-03-03")
    post = portrait.offices[0]
    assert (post.title, post.of, post.attested, post.documents) == ("foreign minister", "TUR", ("2025-03-03",), 1)
    assert "Kazakhstan is a reliable partner," in [hit.quote for hit in portrait.said]
    assert portrait.statements == len(portrait.said)
    assert "KAZ" in {other.actor for other in portrait.company}


def test_a_state_speaks_through_its_office_holders_and_is_spoken_of(archive: Archive) -> None:
    portrait = who(archive, "Türkiye")
    assert portrait.type == "state"
    assert "Kazakhstan is a reliable partner," in {hit.quote for hit in portrait.said}
    assert "Turkey is our friend," in {hit.quote for hit in portrait.said_of}
    assert ("person:gulsah-ornekoglu", "foreign minister") in {(post.holder, post.title) for post in portrait.offices}
    assert portrait.events > 0


def test_everything_told_of_an_actor_stands_in_a_document(archive: Archive) -> None:
    texts = {document.id: document.text for document in documents(archive)}
    for actor in ("TUR", "GEO", "KAZ", "Ana Example"):
        portrait = who(archive, actor)
        told = [*portrait.said, *portrait.said_of, *(proof for post in portrait.offices for proof in post.evidence)]
        assert told
        assert all(texts[proof.document][proof.span.start : proof.span.end] == proof.quote for proof in told)


def test_the_newest_words_come_first_and_the_rest_is_counted(archive: Archive) -> None:
    days = [hit.day for hit in who(archive, "Georgia").said]
    assert days == sorted(days, key=str, reverse=True)
    assert len(who(archive, "Georgia", limit=1).said) == 1
    assert who(archive, "Georgia", limit=1).statements == who(archive, "Georgia").statements > 1
