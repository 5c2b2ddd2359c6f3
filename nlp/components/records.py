"""Component: a vendor's vote record, which says by its fields what others say in sentences.

Owns its kind and day, its items and its roll call, in the place of what rules read in the sheet.
Other documents pass untouched; the motions are the component of votes'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from nlp.outline import Entry
from nlp.pages.page import Page
from nlp.pages.votes import record_page
from nlp.people import bare
from nlp.records import sheet
from nlp.records.count import side_word
from nlp.source import Source
from nlp.state import state_of
from nlp.values import Attendance, Fact, Meta, Person

KIND = "votes"
_RULE = "vote record"
_PAPERS = (("resolution", re.compile(r"resol", re.I)), ("ordinance", re.compile(r"ordin", re.I)))
_PREFIX = re.compile(r"^[A-Za-z]+[.\s#-]*(?=\d)")
_THERE = re.compile(r"present|here|yes|aye|remote\w*|late|arrived.*|in attendance", re.I)


@Language.component("offagenda_records")
def records(doc: Doc) -> Doc:
    """Kind, day, items and roll call of a vote record, in the place of what rules read in it."""
    state = state_of(doc)
    page = record_page(state.source.pages)
    if page is not None:
        read = sheet.read(page.text)
        state.meta = _meta(page, read)
        state.entries = tuple(_entries(state.source, page, read))
        state.papers, state.attachments = (), ()
        state.attendance = _attendance(page, read)
    return doc


def _meta(page: Page, read: sheet.Sheet) -> Meta:
    """The kind, and the day where the record names one that the calendar has."""
    end = len(sheet.HEAD)
    facts = [Fact("kind", KIND, page.text[:end], page.number, 0, end, _RULE)]
    said, day = read.head.get("Date"), None
    if said is not None and _is_day(said.value):
        day = said.value
        facts.append(Fact("meeting_date", day, day, page.number, said.start, said.end, _RULE))
    return Meta(kind=KIND, meeting_date=day, facts=tuple(facts))


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _entries(source: Source, page: Page, read: sheet.Sheet) -> Iterator[Entry]:
    for block in read.blocks:
        kind = _kind(block.value("Kind"))
        paper = _PREFIX.sub("", block.value("File")) if kind != "item" else None
        yield Entry(
            start=source.find(page.number, block.start),
            end=source.find(page.number, block.end),
            body=source.find(page.number, block.title_end),
            number=block.number or None,
            title=block.title,
            section=None,
            opens=False,
            style=_RULE,
            kind=kind,
            paper=paper or None,
            consent=block.consent,
        )


def _kind(printed: str) -> str:
    return next((kind for kind, pattern in _PAPERS if pattern.search(printed)), "item")


def _attendance(page: Page, read: sheet.Sheet) -> Attendance:
    """Who answered the roll: once there is there, whatever a later roll says."""
    people: dict[str, Person] = {}
    for one in (cast for block in read.blocks for cast in block.roll):
        name = bare(one.name) or one.name
        there = _THERE.fullmatch(one.value) is not None
        if not there and side_word(one.value) != "absent":
            continue
        person = Person(name, "present" if there else "absent", page.number, one.start, one.end,
                        "roll call of the vote record", (name,))  # fmt: skip
        held = people.get(name)
        if held is None or (there and held.state == "absent"):
            people[name] = replace(person, state="late") if held else person
    found = tuple(people.values())
    return Attendance(
        present=tuple(p.name for p in found if p.state != "absent"),
        absent=tuple(p.name for p in found if p.state == "absent"),
        people=found,
    )
