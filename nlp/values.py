"""The plain values that leave the pipeline.

Owns shapes only. Offsets count characters in the stored text of the page they name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Place = tuple[int, int, int]
"""Page number, start and end on that page."""


@dataclass(frozen=True)
class Item:
    """A piece of an agenda or minutes about one matter: its heading and the words under it.

    kind: item | resolution | ordinance; paper: the number of that resolution or ordinance. parent:
    the number of the item it is a part of. consent: whether it stands in the consent agenda;
    pulled: whether the document says that it was taken out of it. rule: by what it is known as an
    item: the shape of its heading (decimal, dotted, roman, letter, coded, named, capitals, ...), or
    `in words` for a paper named outside a heading.
    """

    page: int
    start: int
    end: int
    number: str | None
    title: str
    text: str
    section: str | None
    kind: str = "item"
    paper: str | None = None
    parent: str | None = None
    consent: bool = False
    pulled: bool = False
    rule: str = ""

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))


@dataclass(frozen=True)
class Flag:
    """A passage about a topic. page_text[start:end] == quote.

    section: the part of the meeting it stands in (nlp.sections), None where none is open.
    """

    topic: str
    relevance: str
    quote: str
    page: int
    start: int
    end: int
    rule: str
    section: str | None = None
    doubts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {**vars(self), "doubts": list(self.doubts)}


@dataclass(frozen=True)
class Fact:
    """One thing a document says about itself: where, by which rule, and what makes it doubtful.

    name: a field of Meta or of Attendance; value: as in the JSON. page_text[start:end] == quote.
    """

    name: str
    value: str
    quote: str
    page: int
    start: int
    end: int
    rule: str
    doubts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {**vars(self), "doubts": list(self.doubts)}


@dataclass(frozen=True)
class Attachment:
    """Pages bound into a document that are not the body's own record, first to last.

    kind: minutes | agenda | resolution | agreement | other; body: whose, as printed. Motions in it
    are not this body's votes.
    """

    first_page: int
    first_start: int
    last_page: int
    last_end: int
    kind: str
    body: str | None
    rule: str

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))


@dataclass(frozen=True)
class Motion:
    """What was moved, by whom, how it ended. page_text[start:end] == quote.

    text: the whole motion with its vote, also across pages, white space collapsed. Counts are None
    where the text gives none; votes maps a printed name to yes | no | abstain | absent.
    form: main | amendment | substitute | reconsideration | procedural. rule: the wordings by which
    it was found and its outcome read. places: where mover, seconder, result and count stand.
    """

    quote: str
    text: str
    mover: str | None
    seconder: str | None
    result: str
    direction: str
    ayes: int | None
    nays: int | None
    abstain: int | None
    absent: int | None
    method: str
    votes: dict[str, str]
    items: tuple[str, ...]
    page: int
    start: int
    end: int
    topics: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    form: str = "main"
    rule: str = ""
    places: dict[str, Place] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        lists = {name: list(getattr(self, name)) for name in ("items", "topics", "doubts")}
        places = {name: list(place) for name, place in self.places.items()}
        return {**vars(self), **lists, "votes": dict(self.votes), "places": places}


@dataclass(frozen=True)
class Person:
    """One person of the attendance record.

    name: without titles, in the spelling printed first; spellings: all of them. office: as printed
    ("Mayor"), None for a plain member. state: present | absent | late | left | remote; at: the
    printed time of coming or leaving, HH:MM. staff: whether listed among staff or guests.
    """

    name: str
    state: str
    page: int
    start: int
    end: int
    rule: str
    spellings: tuple[str, ...] = ()
    office: str | None = None
    at: str | None = None
    staff: bool = False
    doubts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {**vars(self), "spellings": list(self.spellings), "doubts": list(self.doubts)}


@dataclass(frozen=True)
class Attendance:
    """Who is recorded as there and as not there, names as printed without titles.

    present holds who took part for any time, also late or by remote; staff are only in people.
    """

    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "present": list(self.present),
            "absent": list(self.absent),
            "people": [person.as_json() for person in self.people],
        }


@dataclass(frozen=True)
class Meta:
    """What a document says about itself. Dates are ISO strings.

    kind: agenda | minutes | packet | notice | resolution | transcript | votes | other | unknown;
    votes is a vendor's record of what was decided, never the body's minutes;
    status: held | cancelled | unknown; minutes_status: draft | approved | unknown;
    meeting_kind: regular | special | work_session | reorganization | executive | unknown.
    called_to_order, adjourned: printed times, HH:MM. next_meeting: as announced. facts: where each
    of these stands.
    """

    kind: str = "unknown"
    body: str | None = None
    meeting_date: str | None = None
    meeting_kind: str = "unknown"
    status: str = "unknown"
    minutes_status: str = "unknown"
    approves_minutes_of: tuple[str, ...] = ()
    doubts: tuple[str, ...] = field(default=())
    called_to_order: str | None = None
    adjourned: str | None = None
    next_meeting: str | None = None
    facts: tuple[Fact, ...] = ()
