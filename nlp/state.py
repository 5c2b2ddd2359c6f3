"""What the components leave on a Doc for one another and for the reading.

Owns the Doc extensions; every value is a plain dataclass with offsets into the joined text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nlp.outline import Entry
from nlp.values import Attachment, Attendance, Meta, Motion

if TYPE_CHECKING:
    from nlp.source import Source


@dataclass(frozen=True)
class Hit:
    """One flag before it gets its page: offsets in the joined text."""

    topic: str
    rank: int
    relevance: str
    start: int
    end: int
    rule: str
    at: int


@dataclass
class State:
    """One document on its way through the pipeline."""

    source: Source
    name: str
    meta: Meta = field(default_factory=Meta)
    entries: tuple[Entry, ...] = ()
    attendance: Attendance = field(default_factory=Attendance)
    hits: tuple[Hit, ...] = ()
    possible: tuple[Hit, ...] = ()
    motions: tuple[Motion, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def attach(doc: Any, state: State) -> None:
    """Puts the state on a Doc (in user_data: it lives and dies with it)."""
    doc.user_data["offagenda"] = state


def state_of(doc: Any) -> State:
    """The state of a Doc. Raises KeyError where none was attached."""
    found = doc.user_data["offagenda"]
    assert isinstance(found, State)
    return found
