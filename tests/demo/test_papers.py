"""The papers: what they say, that they chain, and that they are the same bytes every time."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pypdfium2
import pytest

from demo.county import build
from demo.documents import html, pdf
from demo.expected import EXPECTED
from demo.stories import MATTERS, Matter
from demo.timeline import in_words, month
from demo.values import Block, Document, Meeting, Paper, Site

SITES = build().sites
ICE_WORDS = re.compile(r"287\(g\)|\bICE\b|(?i:immigration|homeland|deport)")


def _minutes(site: Site) -> list[tuple[Meeting, Paper]]:
    return [
        (meeting, document.versions[-1].paper)
        for meeting in site.meetings
        for document in meeting.documents
        if document.role == "minutes" and meeting.board != "Planning Commission"
    ]


def _text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def _document(site: Site, day: date, role: str) -> Document:
    return next(d for m in site.meetings if m.day == day for d in m.documents if d.role == role)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.body.id)
def test_each_minutes_names_every_meeting_since_the_one_before(site: Site) -> None:
    held = [m for m in site.meetings if not m.cancelled and m.board != "Planning Commission"]
    regular = [m for m in held if m.kind == "regular"]
    before = {later.day: earlier.day for earlier, later in pairwise(regular)}
    for meeting, paper in _minutes(site):
        if meeting.day not in before or meeting.kind != "regular":
            continue
        for other in (m for m in held if before[meeting.day] <= m.day < meeting.day):
            assert f"{month(other.day)} {other.day.day}" in paper.text, (meeting.day, other.day)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.body.id)
def test_minutes_are_published_within_the_time_they_are_awaited(site: Site) -> None:
    for meeting in site.meetings:
        for document in meeting.documents:
            if document.role == "minutes":
                assert 0 < (document.versions[0].at.date() - meeting.day).days < 75


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.body.id)
def test_ice_is_named_only_where_a_story_names_it(site: Site) -> None:
    told = {m.day for m in MATTERS if m.body == site.body.id}
    named = {
        meeting.day
        for meeting in site.meetings
        for document in meeting.documents
        for version in document.versions
        if ICE_WORDS.search(version.paper.text)
    }
    assert named <= told


def test_bodies_without_a_vote_found_never_name_it() -> None:
    silent = {a for a, _, _, label in EXPECTED if label in ("NO_VOTE_FOUND", "NONE_SO_FAR")}
    bodies = [s.body.id for s in SITES if silent & set(s.body.answers_for)]
    assert len(bodies) == 4
    assert not [m for m in MATTERS if m.body in bodies]


@pytest.mark.parametrize("matter", MATTERS, ids=lambda m: f"{m.body} {m.day}")
def test_every_story_is_in_the_papers_of_its_day(matter: Matter) -> None:
    site = next(s for s in SITES if s.body.id == matter.body)
    agenda = _document(site, matter.day, "agenda").versions[0].paper.text
    if matter.agenda:
        assert matter.agenda in agenda
    if matter.motion and matter.day < date(2026, 9, 1):
        minutes = _document(site, matter.day, "minutes").versions[-1].paper.text
        assert matter.motion.what in minutes
        tally = f"{len(site.body.members) - len(matter.motion.nays)}-{len(matter.motion.nays)}"
        assert tally in minutes


def test_look_alikes_are_there() -> None:
    everything = " ".join(paper.text for site in SITES for _, paper in _minutes(site))
    assert "ice rink" in everything
    assert "snow and ice control" in everything


def test_a_pdf_holds_the_words_and_repeats_byte_for_byte() -> None:
    site = next(s for s in SITES if s.body.id == "pa-cresswick-city")
    paper = _document(site, date(2026, 7, 16), "minutes").versions[-1].paper
    data = pdf.render(paper)
    assert data == pdf.render(paper)
    text = " ".join(_text(data).split())
    assert "Motion carried 4-3." in text
    assert in_words(date(2026, 7, 16)) in text


def test_long_minutes_run_over_several_pages_with_head_and_number() -> None:
    paper = Paper("Some Council - Minutes", tuple(Block("text", f"Line {n}.") for n in range(90)))
    text = _text(pdf.render(paper))
    assert "Page 4 of 4" in text
    assert text.count("Some Council - Minutes") == 4
    assert [f"Line {n}." in text for n in range(90)] == [True] * 90


def test_html_escapes_what_it_prints() -> None:
    page = html.render(Paper("A & B", (Block("text", "five < six"),)))
    assert b"A &amp; B" in page
    assert b"five &lt; six" in page


def test_a_corrected_draft_names_another_seconder() -> None:
    site = next(s for s in SITES if s.body.id == "pa-cresswick-city")
    draft, approved = _document(site, date(2026, 7, 16), "minutes").versions
    assert draft.paper.text.startswith("DRAFT")
    assert "Minutes approved August 20, 2026" in approved.paper.text
    ending = [
        next(b.text for b in version.paper.blocks if "terminate" in b.text)
        for version in (draft, approved)
    ]
    assert ending[0] != ending[1]
    assert all(text.endswith("Motion carried 4-3.") for text in ending)
