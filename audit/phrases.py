"""The small phrases sentences are made of: dates, tallies, and the words never written.

Owns `FORBIDDEN`. The sentences are `wording`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from audit.decisions import Decision

FORBIDDEN = re.compile(
    r"\b(illegal\w*|secret\w*|violat\w*|hid|refus(?:e|ed|es|al)|fail(?:ed|s)? to"
    r"|without authority)\b",
    re.IGNORECASE,
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_AT_MOST = 12
"""So many dates stand in one sentence; the coverage table has all of them."""


def long_date(day: date) -> str:
    """10 March 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def temperate(text: str) -> str:
    """A text from outside (a reader's error, a server's word), or "" where it holds such a word."""
    return "" if FORBIDDEN.search(text) else text


def dates(days: Iterable[date]) -> str:
    """Dates as one phrase, the first twelve of them."""
    ordered = sorted(set(days))
    shown = ", ".join(long_date(day) for day in ordered[:_AT_MOST])
    rest = len(ordered) - _AT_MOST
    return f"{shown} and {rest} more" if rest > 0 else shown


def voted(vote: Decision) -> str:
    """ "voted 4-3", "voted unanimously" or "voted"."""
    motion = vote.motion
    if motion.ayes is not None and motion.nays is not None:
        away = f"-{motion.abstain}" if motion.abstain else ""
        return f"voted {motion.ayes}-{motion.nays}{away}"
    return "voted unanimously" if motion.method == "unanimous" else "voted"


def minutes_of(vote: Decision) -> str:
    """ "its approved minutes, p. 2", or the paper that tells it instead of minutes."""
    if vote.by:
        return f"{vote.by}, p. {vote.evidence.page}"
    status = f"{vote.minutes_status} " if vote.minutes_status in ("draft", "approved") else ""
    return f"its {status}minutes, p. {vote.evidence.page}"


def records(vote: Decision, body: str) -> str:
    """ "the minutes of Fernwick Borough Council record", or the paper that tells it instead."""
    return f"{vote.by} of {body} records" if vote.by else f"the minutes of {body} record"


def page_of(vote: Decision, body: str) -> str:
    """ "p. 2 of the minutes of Fernwick Borough Council", by what paper the passage stands in."""
    kinds = {"votes": "the record of votes", "resolution": "the text of a resolution"}
    paper = kinds.get(vote.evidence.role, f"the {vote.evidence.role}")
    return f"p. {vote.evidence.page} of {paper} of {body}"
