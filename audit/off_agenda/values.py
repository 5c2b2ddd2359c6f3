"""The plain values that the comparison of votes with an agenda takes and hands out.

Owns shapes only: no rule and no reading. Where the documents come from is the caller's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

ON, OFF, UNSURE, ROUTINE = "on_agenda", "off_agenda", "cannot_tell", "procedural"
"""Where one motion stands: on the agenda, not on it, not to be told, or not counted."""

YES, NO, CANNOT_TELL, NOT_APPLICABLE = "yes", "no", "cannot_tell", "not_applicable"
"""The answers of a metric and of a step."""

Pages = tuple[tuple[int, str], ...]
"""Number and text of the pages of a document."""


@dataclass(frozen=True)
class Listed:
    """One line of an agenda, or one heading of minutes, with the words under it.

    page, start, end: where its heading stands. paper: the number of its resolution or ordinance.
    consent: a member of the consent agenda; pulled: taken out of it. section: the part of the
    meeting it stands in (reports, public_comment, new_business, ...), where known.
    """

    title: str
    text: str = ""
    number: str | None = None
    paper: str | None = None
    parent: str | None = None
    consent: bool = False
    pulled: bool = False
    section: str | None = None
    page: int = 1
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Moved:
    """One motion of the minutes. items: the numbers of the items it stands under, as printed.

    page, start, end: its words in the minutes, for evidence. form: main | amendment | substitute |
    reconsideration | procedural.
    """

    quote: str
    text: str
    result: str = "unknown"
    direction: str = "other"
    form: str = "main"
    items: tuple[str, ...] = ()
    page: int = 1
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Minutes:
    """The minutes of one meeting as read.

    doubts: why its motions cannot be relied on, if so. body: the name of the body and its place,
    whose words tell no matter from another.
    """

    sha256: str
    motions: tuple[Moved, ...]
    items: tuple[Listed, ...] = ()
    pages: Pages = ()
    doubts: tuple[str, ...] = ()
    body: str = ""


@dataclass(frozen=True)
class Agenda:
    """One version of the agenda or the packet of a meeting.

    doubts: why it cannot stand for what was posted (pages unread, a scan, a draft, captured only
    after the deadline). One doubt is enough for "cannot tell".
    """

    sha256: str
    items: tuple[Listed, ...]
    pages: Pages = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Aftermath:
    """What was seen of the agenda after the meeting, up to the end of the next business day.

    looked: whether a good look at the source falls after the meeting and by that time; agenda: the
    version then posted, None where none was.
    """

    looked: bool
    agenda: Agenda | None = None


@dataclass(frozen=True)
class Near:
    """An agenda line that comes near a motion. score: 0 (nothing in common) to 1."""

    item: Listed
    score: float
    why: str = ""


@dataclass(frozen=True)
class Step:
    """One step of 65 Pa.C.S. 712.1(e) looked for around an off-agenda vote.

    name: motion_to_add | reason | separate_vote | amended_agenda; answer: yes | no | cannot_tell;
    page, start, end: the passage of the minutes it rests on, page 0 where there is none.
    """

    name: str
    answer: str
    why: str
    page: int = 0
    start: int = 0
    end: int = 0

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))


@dataclass(frozen=True)
class OffAgendaVote:
    """A vote that no line of the agenda covers: a lead for a person, never a finding by itself."""

    motion: Moved
    why: str
    nearest: tuple[Near, ...] = ()
    steps: tuple[Step, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "quote": self.motion.quote,
            "page": self.motion.page,
            "start": self.motion.start,
            "end": self.motion.end,
            "why": self.why,
            "nearest": [
                {"title": n.item.title, "number": n.item.number, "score": round(n.score, 2)}
                for n in self.nearest
            ],
            "steps": [step.as_json() for step in self.steps],
        }


@dataclass(frozen=True)
class Placed:
    """Where one motion stands. state: on_agenda | off_agenda | cannot_tell | procedural."""

    motion: Moved
    state: str
    why: str
    nearest: tuple[Near, ...] = ()


@dataclass(frozen=True)
class OffAgenda:
    """The answer for one meeting.

    answer: yes (at least one vote is not on the agenda) | no (each vote is) | cannot_tell |
    not_applicable (no vote to place). placed: every motion in the order of the minutes; votes:
    those off the agenda. evidence: SHA-256 of the minutes and, where held, of the agenda.
    """

    answer: str
    why: str
    placed: tuple[Placed, ...] = ()
    votes: tuple[OffAgendaVote, ...] = ()
    evidence: tuple[str, ...] = ()
