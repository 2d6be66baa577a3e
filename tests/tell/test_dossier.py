"""A dossier says what the relation says, shows the words for each figure, and obeys no word of a text."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from hand_made import PRAISE, empty, relation
from lxml import html as parser
from recounting import check_whole, cited, of_class, text_of, things

from dragoman.records import Evidence, Measure, Period, Relation, Theme
from dragoman.tell.dossier import as_html, as_markdown
from dragoman.tell.dossier.figures import day, in_signs, last_day, signed
from dragoman.tell.dossier.links import web_address
from dragoman.tell.dossier.register import register, runs
from dragoman.tell.plain import one_line

HOSTILE = (
    "<script>alert('x')</script> </style> \"&amp; | [x](javascript:alert(1)) ![i](http://evil.example/p.png) `code` *a* _b_ # c ~~d~~ $e$ "
    "<!-- --> \x1b[31m \x00 \u202eevil\u2066 \u2028 \ud800 www.evil.example http://evil.example a@evil.example\n\n# head\n\n- item\n> quote"
)


@pytest.fixture(scope="module")
def page() -> str:
    return as_html(relation())


# ---- every figure leads to its words


def test_every_figure_told_is_in_the_relation_and_leads_to_its_words(page):
    check_whole(page, relation())


def test_a_figure_that_is_not_in_the_relation_would_be_noticed(page):
    with pytest.raises(AssertionError):
        check_whole(page.replace("+0.41", "+0.43"), relation())
    with pytest.raises(AssertionError):
        check_whole(page.replace('id="n2"', 'id="n99"'), relation())
    with pytest.raises(AssertionError):
        check_whole(page.replace("a reliable neighbour", "a neighbour"), relation())


def test_markdown_holds_the_same_figures_and_resolves_the_same_notes():
    text, told = as_markdown(relation()), relation()
    anchors = set(re.findall(r'<a id="(n\d+)"></a>', text))
    assert set(re.findall(r"\]\(#(n\d+)\)", text)) <= anchors
    assert len(anchors) == len({(document, start, end) for document, start, end, _ in cited(told)})
    known = {signed(thing, places) for thing in things(told) if isinstance(thing, float) for places in (2, 4)}
    sums = set(re.findall(r"\| Sum \| \| \| (\S+)", text))
    assert set(re.findall(r"(?<![\w.])[+\u2212]\d\.\d+", text)) <= known | sums
    for start, end in {(e.span.start, e.span.end) for e in things(told) if isinstance(e, Evidence)}:
        assert re.search(rf"D\d+:{start}\u2013{end}\b", text)


def test_no_number_of_the_page_comes_from_elsewhere(page):
    told, tree = relation(), parser.fromstring(page)
    hidden = list(tree.iter("head", "q", "blockquote", "bdi", "time", "code", "svg")) + of_class(tree, "figure", "sum", "notes")
    hidden += [tree.get_element_by_id("reckoning"), *tree.xpath("//*[@id='method']//ul | //*[@id='evidence']/p")]
    for element in hidden:
        if element.getparent() is not None:
            element.drop_tree()
    held = {thing for thing in things(told) if isinstance(thing, int)} | set(range(1, len(register(told).notes) + 1))
    known = (
        {f"{n:,}" for n in held} | {str(n) for n in held} | {"90", "1"} | {f"{abs(x):.2f}" for x in things(told) if isinstance(x, float)}
    )
    found = set(re.findall(r"\d[\d.,]*(?<![.,])", tree.text_content()))
    assert found - known == set()


# ---- what is said


def section(page: str, key: str) -> str:
    """The words of one section."""
    return text_of(parser.fromstring(page).get_element_by_id(key))


def test_the_state_stands_first_in_words_figure_and_direction(page):
    top = text_of(parser.fromstring(page).find(".//header"))
    assert top.startswith("Relations Georgia and Norway As of 21 June 2026 Cooperative ↗ warming")
    assert "+0.48 (+0.28 to +0.68)" in top
    assert "cooperative and warmer than over the past year" in top
    assert "Next date 14 September 2026: a meeting of the joint commission in Tbilisi" in top
    assert "New tone Nino Beridze, warmer since 14 April 2026" in top


def test_a_wide_interval_is_not_told_without_a_word_of_caution():
    unsure = replace(relation(), state=replace(relation().state, low=-0.2, high=0.9))
    for form in (as_html, as_markdown):
        assert "The interval is wide" in form(unsure)
        assert "The interval is wide" not in form(relation())


def test_promises_to_come_stand_before_those_whose_term_is_over(page):
    told = section(page, "promises")
    assert told.index("2028") < told.index("no term") < told.index("1 May 2026 term is over")
    assert "on condition: “the port is deepened”" in told


@pytest.mark.parametrize(
    ("due", "last"),
    [
        ("2026", "2026-12-31"),
        ("2028-02", "2028-02-29"),
        ("2026-W12", "2026-03-22"),
        ("2026-SP", "2026-05-31"),
        ("2026-03-01", "2026-03-01"),
        ("XXXX-05-09", None),
        ("P3D", None),
    ],
)
def test_a_term_is_over_when_its_last_day_is(due, last):
    assert last_day(due) == last


def test_neighbouring_turning_points_stand_at_different_heights():
    turns = tuple(replace(relation().turning_points[0], date=f"2026-03-{day:02d}") for day in range(1, 6))
    marks = [e for e in parser.fromstring(as_html(replace(relation(), turning_points=turns))).iter("text") if "▼" in (e.text or "")]
    assert len({e.get("y") for e in marks[:4]}) == 4
    assert min(float(e.get("y")) for e in marks) > 8


def test_a_speaker_is_told_with_office_statements_and_tone(page):
    told = section(page, "speakers")
    assert "Maren Holt former foreign minister of Norway 3 +0.80 (+0.60 to +1.00)" in told
    assert "Oda Lie expert 1 no evidence" in told


def test_a_drawing_is_told_in_words_and_its_turning_points_are_numbered(page):
    drawings = parser.fromstring(page).findall(".//figure/svg")
    assert len(drawings) == 2
    for drawing in drawings:
        assert drawing.get("role") == "img"
        assert "Turning points: down on 12 February 2026; up on 14 April 2026." in drawing.get("aria-label")
        assert {"▼1", "▲2"} <= {text_of(label) for label in drawing.iter("text")}


def test_a_gap_is_crossed_by_a_dotted_line_and_no_figure_is_made_up(page):
    wide = of_class(parser.fromstring(page), "wide")[0]
    assert len(of_class(wide, "line")) == 2
    assert len(of_class(wide, "gap")) == 1
    assert "9 March 2026" not in section(page, "course")


def test_a_course_that_begins_late_is_drawn_from_its_first_report():
    none = tuple(Period(f"2025-{m:02d}-01", f"2025-{m:02d}-28", None, None, None, 0, 0) for m in range(1, 13))
    shown = as_html(replace(relation(), course=none + relation().course))
    assert "from 5 January 2026" in shown


def test_empty_sections_say_so_in_one_line():
    tree = parser.fromstring(as_html(empty()))
    sections = {s.get("id"): s for s in tree.iter("section")}
    for key in ("course", "foundations", "frictions", "promises", "mediation", "speakers", "shifts", "calendar", "evidence"):
        assert len(sections[key].findall("p")) == 1, key
        assert not sections[key].findall(".//table")
    assert "0.00" not in text_of(tree.body)
    check_whole(as_html(empty()), empty())
    assert "No promise was found." in as_markdown(empty())


def test_unknown_names_and_days_stay_unknown():
    told = replace(relation(), actors=(), promises=(replace(relation().promises[0], by=(), due="XXXX-05-09"),))
    assert "somebody not named to Georgia" in section(as_html(told), "promises")
    assert "XXXX-05-09" in section(as_html(told), "promises")


def test_much_is_folded_away_and_nothing_is_lost():
    many = tuple(replace(relation().foundations[0], theme=f"theme {n}") for n in range(40))
    tree = parser.fromstring(as_html(replace(relation(), foundations=many)))
    tables = tree.get_element_by_id("foundations").findall(".//table")
    assert [len(t.findall("tbody/tr")) for t in tables] == [12, 28]
    assert tables[1].getparent().tag == "details"


def test_long_lists_of_notes_are_cut_and_lead_to_all():
    odd = tuple(replace(PRAISE, span=PRAISE.span._replace(start=n), weight=1 / 40, contribution=0.02) for n in range(40))
    told = replace(relation(), words=Measure(0.8, 0.7, 0.9, odd[::2]), deeds=Measure(0.8, 0.7, 0.9, odd))
    told = replace(told, state=replace(told.state, evidence=odd))
    row = parser.fromstring(as_html(told)).get_element_by_id("state").find(".//tbody/tr")
    assert [a.get("href") for a in row.iter("a")][-1] == "#r-words"
    assert len(row.findall(".//a")) < 12


# ---- form


def test_the_same_relation_gives_the_same_bytes(page):
    assert as_html(relation()) == page
    assert as_markdown(relation()) == as_markdown(relation())


def test_nothing_is_loaded_and_nothing_runs(page):
    tree = parser.fromstring(page)
    assert not {e.tag for e in tree.iter()} & {"script", "img", "link", "iframe", "object", "embed", "base", "form", "image", "use"}
    assert not [n for e in tree.iter() for n in e.attrib if n.startswith("on") or n in ("src", "style", "srcset", "xlink:href")]
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    assert not re.search(r"@import|url\(", style)
    policy = tree.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy.startswith("default-src 'none'")
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy
    outward = [a for a in tree.iter("a") if not a.get("href").startswith("#")]
    assert outward
    assert all(a.get("href").startswith("https://example.org/") and "noreferrer" in a.get("rel") for a in outward)


def test_a_reader_without_eyes_or_mouse_finds_his_way(page):
    tree = parser.fromstring(page)
    assert tree.get("lang") == "en"
    assert [int(h.tag[1]) for h in tree.iter("h1", "h2", "h3")][:2] == [1, 2]
    assert len(tree.findall(".//h1")) == 1
    for table in tree.iter("table"):
        assert text_of(table.find("caption"))
        assert table.findall("thead//th[@scope='col']")
        assert all(row.findall("th[@scope='row']") for row in table.findall("tbody/tr"))
    for drawing in tree.iter("svg"):
        assert drawing.get("aria-hidden") == "true" or drawing.get("aria-label")
    assert all(tree.get_element_by_id(s.get("aria-labelledby")) is not None for s in tree.iter("section"))


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG has it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return sum(
        w * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for w, c in zip((0.2126, 0.7152, 0.0722), parts, strict=True)
    )


def test_words_stand_out_from_the_paper_by_day_and_by_night(page):
    palettes = re.findall(r":root \{(.*?)\n\s*\}", page, re.DOTALL)[:2]
    assert len(palettes) == 2
    for palette in palettes:
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", palette))
        for ink in ("ink", "dim", "link", "warm", "hostile", "even"):
            for paper in ("paper", "card"):
                light, dark = sorted((luminance(colours[ink]), luminance(colours[paper])), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, paper)


# ---- hostile words


@pytest.fixture(scope="module")
def hostile() -> Relation:
    """The relation with every word of a text hostile."""
    bad = replace(
        PRAISE, ref=HOSTILE, url="javascript:alert(1)", title=HOSTILE, publisher=HOSTILE, quote=HOSTILE, read_as=HOSTILE, speaker="x"
    )
    told = relation()
    return replace(
        told,
        names=(HOSTILE, "Norway"),
        state=replace(told.state, sentence=HOSTILE, level=HOSTILE, evidence=(bad,)),
        foundations=(Theme(HOSTILE, ("x", "y"), 1, (bad,)),),
        promises=(replace(told.promises[1], condition=HOSTILE, due=HOSTILE, date=HOSTILE, evidence=(bad,)),),
        mediations=(replace(told.mediations[0], status=HOSTILE, evidence=(bad,)),),
        speakers=(replace(told.speakers[0], name=HOSTILE, office=HOSTILE),),
        calendar=(replace(told.calendar[1], what=HOSTILE, kind=HOSTILE),),
        actors=(replace(told.actors[0], id="x", name=HOSTILE),),
    )


def test_hostile_words_are_shown_and_not_obeyed_on_the_page(hostile):
    page = as_html(hostile)
    page.encode("utf-8")
    tree = parser.fromstring(page)
    assert not {e.tag for e in tree.iter()} & {"script", "img"}
    assert page.count("<style>") == page.count("</style>") == 1
    assert not set(page) & set("\x00\x1b\u202e\u2066\u2028\ud800")
    assert "javascript:" not in {a.get("href")[:11] for a in tree.iter("a")}
    assert one_line(HOSTILE) in tree.text_content()
    assert one_line(HOSTILE) in text_of(tree.find(".//h1"))


def test_hostile_words_are_shown_and_not_obeyed_in_markdown(hostile):
    markdown_it = pytest.importorskip("markdown_it")
    text = as_markdown(hostile)
    assert not set(text) & set("\x00\x1b\u202e\u2066\u2028\ud800")
    rendered = markdown_it.MarkdownIt("commonmark").enable("table").render(text)
    tree = parser.fromstring(rendered)
    assert not {e.tag for e in tree.iter()} & {"script", "img", "style", "em", "s", "hr"}
    assert {a.get("href", "#")[0] for a in tree.iter("a")} == {"#", "h"}
    assert all(a.get("href", "#").startswith(("#", "https://example.org/")) for a in tree.iter("a"))
    assert len(tree.findall(".//h1")) == 1
    assert len(tree.findall(".//h2")) == len(re.findall(r"^## ", as_markdown(relation()), re.MULTILINE))
    assert {c.text_content() for c in tree.iter("code")} == {e.document for e in things(hostile) if isinstance(e, Evidence)}
    assert one_line(HOSTILE) in tree.text_content().replace("\u200b", "")
    for table in tree.iter("table"):
        assert len({len(row) for row in table.iter("tr")}) == 1


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "https://a.example/\u202ex",
        "https://a b",
        'https://a"b',
        "ftp://a",
        "",
        None,
        "http://",
    ],
)
def test_only_the_webs_own_addresses_become_links(url):
    assert web_address(url) is None


def test_an_address_is_kept_as_it_is():
    assert web_address("https://example.org/a?b=1&c=(2)") == "https://example.org/a?b=1&c=(2)"


# ---- small signs


def test_figures_and_days_are_written_as_a_desk_writes_them():
    assert [signed(x) for x in (0.424, -0.1, 0.0, -0.001)] == ["+0.42", "\u22120.10", "0.00", "0.00"]
    assert [day(d) for d in ("2026-03-12", "2026-03", "2028", "2026-W12")] == [
        "12 March 2026",
        "March 2026",
        "2028",
        "week of 16 March 2026",
    ]
    assert [day(d) for d in ("2026-SP", "XXXX-05-09", "2026-W99", "2026-13")] == ["spring 2026", "XXXX-05-09", "2026-W99", "2026-13"]
    assert in_signs("As of 2026-01-05, -0.10 in a well-1.2 case") == "As of 5 January 2026, \u22120.10 in a well-1.2 case"
    assert runs([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]
