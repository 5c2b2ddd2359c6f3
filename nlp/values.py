"""The plain values that leave the pipeline.

Owns shapes only. Offsets count characters in the stored text of the page they name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Item:
    """A piece of an agenda or minutes about one matter: its heading and the words under it."""

    page: int
    start: int
    end: int
    number: str | None
    title: str
    text: str
    section: str | None

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))


@dataclass(frozen=True)
class Flag:
    """A passage about a topic. page_text[start:end] == quote."""

    topic: str
    relevance: str
    quote: str
    page: int
    start: int
    end: int
    rule: str

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))


@dataclass(frozen=True)
class Motion:
    """What was moved, by whom, how it ended. page_text[start:end] == quote.

    text: the whole motion with its vote, also across pages, white space collapsed. Counts are None
    where the text gives none; votes maps a printed name to yes | no | abstain | absent.
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

    def as_json(self) -> dict[str, Any]:
        lists = {name: list(getattr(self, name)) for name in ("items", "topics", "doubts")}
        return {**vars(self), **lists, "votes": dict(self.votes)}


@dataclass(frozen=True)
class Attendance:
    """Who is recorded as there and as not there, names as printed without titles."""

    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {"present": list(self.present), "absent": list(self.absent)}


@dataclass(frozen=True)
class Meta:
    """What a document says about itself. Dates are ISO strings.

    kind: agenda | minutes | packet | notice | resolution | transcript | other | unknown;
    status: held | cancelled | unknown; minutes_status: draft | approved | unknown;
    meeting_kind: regular | special | work_session | reorganization | executive | unknown.
    """

    kind: str = "unknown"
    body: str | None = None
    meeting_date: str | None = None
    meeting_kind: str = "unknown"
    status: str = "unknown"
    minutes_status: str = "unknown"
    approves_minutes_of: tuple[str, ...] = ()
    doubts: tuple[str, ...] = field(default=())
