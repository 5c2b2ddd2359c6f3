"""A person's step over an exception of the open-meetings audit, and the log of records requests.

Owns that a step stands for the papers as they are now: the exception is looked up anew in the audit
of its body and quarter. The chain of steps is `review`'s.
"""

from __future__ import annotations

from datetime import date, timedelta

from sqlmodel import Session

from audit.compliance import compliance
from audit.exceptions import Named, Point, named
from jobs.context import Context
from jobs.errors import JobError
from jobs.steps.review import NEXT
from store.engine import session
from store.queries import exceptions as ledger
from store.queries import record as rows
from store.tables import ExceptionReview, RequestStep


def review(context: Context, exception: str, state: str, who: str, why: str) -> str:
    """Note one step over an exception; returns its id.

    Beside the chain of findings, "withdrawn" may follow any step: a reader says that it does not
    hold. Raises JobError for an unknown exception, a step out of order, or a second reading by the
    person who did the first.
    """
    asked = named(exception)
    if asked is None:
        raise JobError(f"{exception!r} is no exception's id: `report audit` prints them")
    with session(context.workspace.engine) as opened:
        point = _point(opened, context, asked, exception)
        _in_order(point, state, who)
        ledger.add(
            opened,
            ExceptionReview(
                exception_id=point.id, digest=point.digest, state=state, who=who,
                at=context.now, why=why,
            ),
        )  # fmt: skip
    return point.id


def _point(opened: Session, context: Context, asked: Named, exception: str) -> Point:
    """The exception as the record shows it now."""
    state = next((row.state for row in rows.registry(opened) if row.id == asked.body), None)
    if state is None:
        raise JobError(f"no body {asked.body!r} is registered: `sources list` prints them")
    audit = compliance(opened, state, asked.quarter, context.now, only=asked.body)
    point = next((one for one in audit.points if one.id == exception), None)
    if point is None:
        known = ", ".join(one.id for one in audit.points) or "none"
        raise JobError(f"{exception} is no exception now; those of {asked.quarter}: {known}")
    return point


def _in_order(point: Point, state: str, who: str) -> None:
    allowed = {*NEXT.get(point.review, ()), "withdrawn"} - {point.review}
    if state not in allowed:
        told = " or ".join(sorted(allowed)) or "nothing"
        raise JobError(f"{point.id} is at {point.review!r}: the next step is {told}, not {state!r}")
    first = point.reader("read")
    if state == "read_twice" and first and _same(first.who, who):
        raise JobError(f"{who} did the first reading; the second needs another person")


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def request(
    context: Context, body: str, meeting: date, step: str, on: date, who: str, why: str = ""
) -> None:
    """Note that a records request for a meeting's papers was sent, or answered, on a day.

    Raises JobError for an unknown body, a day to come, an answer without a request before it, or
    a request while one waits.
    """
    with session(context.workspace.engine) as opened:
        if body not in {row.id for row in rows.registry(opened)}:
            raise JobError(f"no body {body!r} is registered: `sources list` prints them")
        if on > context.now.date() + timedelta(days=1):
            raise JobError(f"{on} is still to come")
        held = ledger.requests(opened, [body], context.now).get(body, [])
        last = next((row for row in reversed(held) if row.meeting_date == meeting), None)
        waiting = last is not None and last.step == "sent"
        if (step == "answered") != waiting:
            told = "a request waits for its answer" if waiting else "no request waits for an answer"
            raise JobError(f"{body}, meeting of {meeting}: {told}")
        if waiting and last is not None and on < last.day:
            raise JobError(f"the request was sent on {last.day}, after {on}")
        ledger.add(
            opened,
            RequestStep(body_id=body, meeting_date=meeting, step=step, day=on, who=who,
                        at=context.now, why=why),
        )  # fmt: skip
