"""Statements whose words are in too much doubt are left out."""

import dragoman
from dragoman.records import Document, Proposals, Span, Statement

TEXT = "Norway and Sweden met in Oslo on Friday. The minister was seen as tired of the long talks on fish, and left early."
CUE, CONTENT, SOURCE = "was seen as", "tired of the long talks on fish", "The minister"


def told(score: float) -> int:
    """How many statements are told when an encoder is as sure as that of one of them."""

    def encoder(document: Document) -> Proposals:
        content, cue, source = (Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in (CONTENT, CUE, SOURCE))
        offered = Statement(
            id="", kind="indirect", content=(content,), source=(source,), cue=(cue,), cue_word="see", score=score, by="encoder"
        )
        return Proposals(statements=(offered,))

    return len(dragoman.read(TEXT, encoder=encoder, lang="en").statements)


def test_what_the_encoder_is_sure_of_is_told() -> None:
    assert told(0.9) == 1


def test_what_the_encoder_doubts_is_not_told() -> None:
    assert told(0.1) == 0
