"""The page: the same words, well-formed, every link home, nothing from outside."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Document, Span, Warning
from dragoman.tell import phrases
from dragoman.tell.lines import line_starts
from dragoman.tell.marks import Mark, marks
from dragoman.tell.markup import marked_text
from dragoman.tell.page import page, pages
from dragoman.tell.plain import visible

LOADING = {"script", "img", "link", "iframe", "object", "embed", "base", "form", "video", "audio"}
VOID = {"meta", "input", "line", "circle", "br"}


@dataclass
class _Seen(HTMLParser):
    """A page as a browser would take it: its elements, ids, links, and the words inside each element."""

    stack: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    inside: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag, attributes):
        element = (tag, {name: value or "" for name, value in attributes})
        self.elements.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.stack, f"</{tag}> without a beginning"
        opened, _ = self.stack.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"

    def handle_data(self, data):
        for _, attributes in self.stack:
            if "id" in attributes:
                self.inside[attributes["id"]] = self.inside.get(attributes["id"], "") + data


def parsed(html: str) -> _Seen:
    """The page parsed; it must be well-formed."""
    seen = _Seen()
    seen.feed(html)
    seen.close()
    assert not seen.stack
    return seen


def test_the_text_pane_holds_the_words_of_the_text(interview):
    assert parsed(page(interview)).inside["text"].strip() == interview.text.strip()


def test_every_span_of_the_page_leads_back_to_the_same_words(interview):
    inside = parsed(page(interview)).inside
    for mark in marks(interview, phrases.names_of(interview)):
        if mark.anchor:
            assert interview.words(mark.span).startswith(inside[mark.anchor])
    for s in interview.statements:
        assert inside[f"at-{s.id}"] == interview.words(s.content[0])


def test_every_finding_holds_its_words_and_its_speaker(interview):
    inside = parsed(page(interview)).inside
    for s in interview.statements:
        assert interview.words(s.hull) in inside[s.id]
    assert "Maren Holt, former foreign minister of Norway" in inside["s1"]
    assert "“The diplomat”, not named" in inside["s4"]
    assert "claim: says s3" in inside["e3"]
    assert "fact as the outlet reports it" in inside["e1"]


@pytest.mark.parametrize("which", ["interview", "hostile"])
def test_ids_are_unique_and_links_lead_somewhere(which, request):
    seen = parsed(page(request.getfixturevalue(which)))
    ids = [attributes["id"] for _, attributes in seen.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    inner = [attributes["href"][1:] for tag, attributes in seen.elements if tag == "a" and attributes["href"].startswith("#")]
    assert inner
    assert set(inner) <= set(ids)


def test_every_finding_is_reached_from_the_text_and_leads_back(interview):
    seen = parsed(page(interview))
    links = {attributes["href"] for tag, attributes in seen.elements if tag == "a"}
    for mark in marks(interview, phrases.names_of(interview)):
        assert not mark.anchor or f"#{mark.anchor}" in links
    for finding in ("s1", "s3", "e1", "e2", "f1", "x1", "m1", "t1", "p1", "o1"):
        assert f"#{finding}" in links


def test_a_focused_stretch_tells_of_all_the_marks_it_lies_in(interview):
    told = [attributes["aria-description"] for _, attributes in parsed(page(interview)).elements if "aria-description" in attributes]
    both = next(text for text in told if text.startswith("friction"))
    assert both.split("\n")[0] == "friction: Armenia and Georgia, borders"
    assert "s2: said by Maren Holt (mixed, assessment)" in both
    assert "s3: said by Oda Lie (mixed)" in both


@pytest.mark.parametrize("which", ["interview", "hostile"])
def test_nothing_is_loaded_from_outside_and_nothing_runs(which, request):
    html = page(request.getfixturevalue(which))
    seen = parsed(html)
    assert not {tag for tag, _ in seen.elements} & {"script", "img", "link", "iframe", "object", "embed", "base", "form", "video", "audio"}
    assert not [
        name for _, attributes in seen.elements for name in attributes if name.startswith("on") or name in ("src", "style", "srcset")
    ]
    assert not re.search(r"@import|url\(", html.partition("<style>")[2].partition("</style>")[0])
    assert all(a["href"].startswith(("#", "https://", "http://")) for tag, a in seen.elements if tag == "a")


def test_the_policy_allows_this_style_and_no_other(interview):
    html = page(interview)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL).group(1)
    policy = next(a["content"] for tag, a in parsed(html).elements if a.get("http-equiv") == "Content-Security-Policy")
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_hostile_words_are_shown_as_words(hostile):
    html = page(hostile)
    html.encode("utf-8")
    assert "<script" not in html
    assert not set(html) & set("\x00\x1b\x9b\u202e\u2066\u2028\ud800")
    assert parsed(html).inside["text"].strip() == visible(hostile.text)


def test_an_address_that_would_run_is_no_link(hostile):
    assert 'href="javascript' not in page(hostile).lower()


def test_a_document_without_findings_still_shows_its_text():
    warning = Warning("language-not-read", "Language 'tr' is not read: en is")
    inside = parsed(page(Document("i", "haber.txt", "Görüşme\n\nsürüyor", lang="tr", warnings=(warning,)))).inside
    assert inside["text"].strip() == "Görüşme\n\nsürüyor"
    assert "Language 'tr' is not read" in inside["findings"]
    assert parsed(page(Document("i", "empty", ""))).inside["text"].strip() == ""


def test_carriage_returns_and_tabs_survive(interview):
    html = marked_text("a\tb\r\nc", [], line_starts("a\tb\r\nc"))
    assert "a\tb&#13;</p>\n" in html


@given(st.text("ab<&\n\r\t \u202e", min_size=1, max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), max_size=8))
def test_marks_that_nest_and_cross_keep_the_words_and_their_own_extent(text, pairs):
    found = [
        Mark(Span(start, start + length), "said", f"s{i}", f"at-s{i}", f"told {i}")
        for i, (start, length) in enumerate(pairs)
        if start + length <= len(text)
    ]
    found.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    html = marked_text(text, found, line_starts(text))
    seen = parsed(f'<div id="all">{html}</div>')
    assert seen.inside.get("all", "") == visible(text, keep="\t\r\n").removesuffix("\n")
    assert [a["id"] for _, a in seen.elements if a.get("id", "").startswith("at-")] == [mark.anchor for mark in found]
    assert {a["href"] for tag, a in seen.elements if tag == "a"} <= {f"#{mark.finding}" for mark in found}


def test_findings_of_the_very_same_words_are_all_reached():
    same = Span(0, 3)
    found = [
        Mark(same, "said", "s1", "at-s1", "said"),
        Mark(same, "quoted", "s1", None, "verbatim"),
        Mark(same, "promise", "r1", "at-r1", "promise"),
    ]
    html = marked_text("yes, no", found, (0,))
    links = [a["href"] for tag, a in parsed(html).elements if tag == "a"]
    assert sorted(links) == ["#r1", "#s1"]


def test_each_page_has_a_harmless_name_of_its_own(interview):
    names = [name for name, _ in pages([interview, interview, Document("i", "../../etc/pass wd\x00", "x"), Document("i", "///", "x")])]
    assert names == ["0001-forum-txt.html", "0002-forum-txt.html", "0003-pass-wd.html", "0004-document.html"]
