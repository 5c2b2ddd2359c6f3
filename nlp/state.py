"""What the components leave on a Doc for one another and for the reading.

Owns the Doc extensions; every value is a plain dataclass with offsets into the joined text.
docs/how-reading-works.md lists them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from nlp.outline import Entry
from nlp.values import Attachment, Attendance, Meta, Motion

if TYPE_CHECKING:
    from nlp.motions.lookup import Lookup
    from nlp.source import Source


@dataclass(frozen=True)
class Hit:
    """One flag before it gets its page: offsets in the joined text; at: where the match stands."""

    topic: str
    rank: int
    relevance: str
    start: int
    end: int
    rule: str
    at: int
    section: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass
class State:
    """One document on its way through the pipeline."""

    source: Source
    name: str
    meta: Meta = field(default_factory=Meta)
    entries: tuple[Entry, ...] = ()
    papers: tuple[Entry, ...] = ()
    attendance: Attendance = field(default_factory=Attendance)
    hits: tuple[Hit, ...] = ()
    possible: tuple[Hit, ...] = ()
    motions: tuple[Motion, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    # Made when the first motion asks for it, from entries and hits that no longer change then.
    lookup: Lookup | None = None


# Beside the Doc and not in its user_data: a State is no message for DocBin or another process,
# and a Doc that holds one could be neither pickled nor written.
_STATES: WeakKeyDictionary[Any, State] = WeakKeyDictionary()


def attach(doc: Any, state: State) -> None:
    """Gives a Doc its state, which lives as long as it: `Doc._.offagenda`."""
    from spacy.tokens import Doc

    if not Doc.has_extension("offagenda"):
        Doc.set_extension("offagenda", getter=attached)
    _STATES[doc] = state


def attached(doc: Any) -> State | None:
    """The state of a Doc, None for one that our pipeline has not made."""
    return _STATES.get(doc)


def state_of(doc: Any) -> State:
    """The state of a Doc. Raises KeyError where none was attached."""
    return _STATES[doc]
