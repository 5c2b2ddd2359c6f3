"""A person's step over one finding: who, when, why; appended, never changed, none skipped."""

from __future__ import annotations

from sqlmodel import Session, col, select

from jobs.context import Context
from jobs.errors import JobError
from jobs.steps.audit import audit
from store.engine import session
from store.queries import findings as kept
from store.tables import FindingRow, Review

NEXT: dict[str, tuple[str, ...]] = {
    "lead": ("read",),
    "read": ("read_twice",),
    "read_twice": ("reply_requested",),
    "reply_requested": ("replied", "no_reply"),
    "replied": ("cleared",),
    "no_reply": ("cleared",),
    "cleared": ("published",),
    "published": ("corrected", "withdrawn"),
    "corrected": ("withdrawn",),
    "withdrawn": (),
}
"""Which step may follow which: the chain of the design."""


def review(context: Context, finding: str, state: str, who: str, why: str) -> str:
    """Note one step over a current finding and judge again; returns the finding's id now.

    Raises JobError for an unknown or replaced finding, a step out of order, or a second reading by
    the person who did the first.
    """
    with session(context.workspace.engine) as opened:
        row = _current(opened, finding)
        before = str(row.content.get("review", "lead"))
        if state not in NEXT[before]:
            allowed = " or ".join(NEXT[before]) or "nothing"
            raise JobError(f"{finding} is at {before!r}: the next step is {allowed}, not {state!r}")
        if state == "read_twice" and _same_reader(opened, row.key, who):
            raise JobError(f"{who} did the first reading; the second needs another person")
        opened.add(Review(finding_id=row.id, state=state, who=who, at=context.now, why=why))
    audit(context)
    with session(context.workspace.engine) as opened:
        return kept.newest(opened, [row.key])[row.key].id


def _current(opened: Session, finding: str) -> FindingRow:
    row = opened.get(FindingRow, finding)
    if row is None:
        raise JobError(f"no finding {finding!r}: `offagenda findings` prints the ids")
    if not row.current:
        raise JobError(f"{finding} was replaced: review the finding that stands now")
    return row


def _same_reader(opened: Session, key: str, who: str) -> bool:
    """Whether the newest first reading of this finding, in any revision, was this person's."""
    query = (
        select(Review)
        .join(FindingRow, col(FindingRow.id) == col(Review.finding_id))
        .where(col(FindingRow.key) == key, col(Review.state) == "read")
        .order_by(col(Review.id).desc())
    )
    first = opened.exec(query).first()
    return first is not None and first.who.casefold().split() == who.casefold().split()
