"""Component: who was there.

Owns the registration and the places on stored pages; the wordings are nlp.attendance's.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.attendance.record import Entry, record
from nlp.attendance.seen import ABSENT
from nlp.source import Source
from nlp.state import state_of
from nlp.values import Attendance, Person

_KINDS = frozenset(("minutes", "packet", "unknown", "other"))


@Language.component("offagenda_attendance")
def attend(doc: Doc) -> Doc:
    """Reads the attendance record of minutes; an agenda's roll has not been called yet."""
    state = state_of(doc)
    if state.meta.kind in _KINDS:
        people = tuple(_person(state.source, entry) for entry in record(state.source.text))
        members = [person for person in people if not person.staff]
        state.attendance = Attendance(
            present=tuple(p.name for p in members if p.state != ABSENT),
            absent=tuple(p.name for p in members if p.state == ABSENT),
            people=people,
        )
    return doc


def _person(source: Source, entry: Entry) -> Person:
    seen = entry.seen
    page, start, end = source.place(seen.start, seen.end)
    return Person(
        name=seen.name,
        state=seen.state,
        page=page,
        start=start,
        end=end,
        rule=seen.rule,
        spellings=entry.spellings,
        office=seen.office,
        at=seen.at,
        staff=seen.staff,
        doubts=entry.doubts,
    )
