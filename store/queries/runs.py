"""The runs ledger: what ran for which period, how it ended, what was cut off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from store.tables import Edition, JobRun, Tick


def begin(session: Session, step: str, period: str, now: datetime) -> JobRun:
    """A new row for a run that starts now."""
    run = JobRun(step=step, period=period, started=now)
    session.add(run)
    session.flush()
    return run


def finish(
    session: Session, run_id: int, now: datetime, code: int, summary: Mapping[str, Any]
) -> None:
    """Close a run's row with its exit code and what it did."""
    run = session.get(JobRun, run_id)
    if run is not None:
        run.finished, run.exit, run.summary = now, code, dict(summary)
        session.add(run)


def done(session: Session, step: str, period: str) -> bool:
    """Whether a step has already ended well (0 or 3) for this period."""
    found = session.exec(
        select(JobRun).where(
            JobRun.step == step, JobRun.period == period, col(JobRun.exit).in_((0, 3))
        )
    ).first()
    return found is not None


def last(session: Session, step: str = "run") -> JobRun | None:
    """The newest run of a step, finished or not."""
    return session.exec(
        select(JobRun).where(JobRun.step == step).order_by(col(JobRun.id).desc())
    ).first()


def orphans(session: Session) -> tuple[JobRun, ...]:
    """Runs that began and never ended: killed, or still going on."""
    return tuple(
        session.exec(select(JobRun).where(col(JobRun.finished).is_(None)).order_by(col(JobRun.id)))
    )


def tick(session: Session, now: datetime, pid: int) -> None:
    """Write the scheduler's pulse."""
    session.merge(Tick(id=1, at=now, pid=pid))


def last_tick(session: Session) -> Tick | None:
    """The scheduler's newest pulse, None if it never ran."""
    return session.get(Tick, 1)


def note_edition(session: Session, edition: Edition) -> None:
    """Keep that an edition was written; writing the same edition again replaces its row."""
    session.merge(edition)


def last_edition(session: Session, kind: str) -> Edition | None:
    """The newest edition of a kind."""
    return session.exec(
        select(Edition).where(Edition.kind == kind).order_by(col(Edition.as_of).desc())
    ).first()
