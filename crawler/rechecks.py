"""Whether a document that a list still shows is asked for again.

Owns the intervals. Pure: no store, no clock.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from crawler.job import KnownDocument
from crawler.values import MINUTES

SOON = timedelta(minutes=50)
"""Looks come an hour before a meeting as well: less than that apart, nothing is asked twice."""

MISSING = timedelta(hours=20)
WEEK = timedelta(days=6, hours=12)
WATCHED = timedelta(days=60)
SELDOM = timedelta(days=85)
AWAITED = timedelta(days=75)
"""How long after a meeting its minutes are still expected to be news."""


def recheck(document: KnownDocument, now: datetime, *, stamp_changed: bool = False) -> bool:
    """Whether a document that is held (or was asked for in vain) is asked for again.

    Before and just after its meeting at each look; then weekly for 60 days, as minutes are
    corrected and agendas replaced; then once a quarter. A changed Posted or Amended stamp asks at
    once.
    """
    if document.last_checked is None or stamp_changed:
        return True
    since = now - document.last_checked
    if since < SOON:
        return False
    if document.sha256 is None:
        return since >= MISSING
    day = document.meeting_date
    if day is not None and day >= (now - timedelta(days=3)).date():
        return True
    return since >= (WEEK if now.date() - _news(document) <= WATCHED else SELDOM)


def _news(document: KnownDocument) -> date:
    """The day from which a document is watched: its meeting, or its appearance for minutes.

    Minutes seen long after their meeting are history found at a first look, not news.
    """
    first = document.first_listed or document.last_checked
    day = document.meeting_date
    if first is None:
        return day or date.min
    seen = first.date()
    if day is None:
        return seen
    news = document.role == MINUTES and timedelta(0) < seen - day <= AWAITED
    return seen if news else day
