"""One vote or mention on the matter as a paper tells it, and the paper it is told by.

Owns these shapes and how a paper's words become a citation. Which papers may speak is `decisions`'
and `beside`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from audit.bodies import Passage, ReadFlag, ReadMotion
from audit.papers import MINUTES, MISFILED, Paper
from audit.values import Evidence

Words = ReadMotion | ReadFlag | Passage
"""Whatever stands on a page: quote, page, start and end."""


@dataclass(frozen=True)
class Decision:
    """One motion on the matter, at one meeting, with its effect.

    replaced: another version of the same minutes lacks these words or words them differently.
    differs: what other documents of the meeting say otherwise of it, a sentence each; beside: the
    passages that say so. via: why it is taken for a vote on the matter where its own words do not
    say so; indirect: whether that had to be inferred from more than its heading. by: the paper that
    tells it where that is not the minutes ("the text of Resolution 2026-04"). link, reasons: how
    surely it speaks of one agreement, and why (`linking`). filed: other dates that the paper
    carries, such as the one it is filed under; `days` are all that the vote may have been of.
    """

    body: str
    day: date | None
    effect: str
    motion: ReadMotion
    evidence: Evidence
    minutes_status: str = "unknown"
    why: str = ""
    words: str = ""
    replaced: bool = False
    differs: tuple[str, ...] = ()
    beside: tuple[Evidence, ...] = ()
    via: str = ""
    indirect: bool = False
    by: str = ""
    link: str = ""
    reasons: tuple[str, ...] = ()
    filed: tuple[date, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Every day the vote may have been of, the one that decides first."""
        return (self.day or date.min, *self.filed)


@dataclass(frozen=True)
class Mention:
    """The matter outside a motion. kind: agenda | discussion | comment."""

    body: str
    day: date | None
    kind: str
    evidence: Evidence
    words: str = ""
    replaced: bool = False


@dataclass(frozen=True)
class Record:
    """All that a body's papers say on the matter, oldest first.

    possible: passages that may be a vote on it; never counted as one.
    """

    decisions: tuple[Decision, ...] = ()
    mentions: tuple[Mention, ...] = ()
    possible: tuple[Decision, ...] = ()


def named(status: str, evidence: Evidence) -> str:
    """A document in words: the draft minutes (sha256 0123456789ab, p. 2)."""
    kind = {"votes": "record of votes", "resolution": "text of the resolution"}.get(
        evidence.role, evidence.role
    )
    kind = f"{status} {kind}" if status in ("draft", "approved") else kind
    from_reader = ", supplied by a reader" if evidence.origin == "import" else ""
    return f"the {kind} (sha256 {evidence.sha256[:12]}, p. {evidence.page}{from_reader})"


def evidence_of(paper: Paper, passage: Words, says: str) -> Evidence:
    """The words as a citation. says: what they are cited for."""
    return Evidence(
        sha256=paper.version.sha256,
        url=paper.document.url,
        role=MINUTES if paper.role == MISFILED else paper.role,
        meeting_date=paper.day,
        page=passage.page,
        quote=passage.quote,
        start=passage.start,
        end=passage.end,
        captured_at=paper.version.captured_at,
        says=says,
        origin=paper.document.origin,
    )


def flat(text: str) -> str:
    """Words without what printers vary."""
    return " ".join(text.split()).casefold()
