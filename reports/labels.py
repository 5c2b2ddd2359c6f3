"""Plain words for labels, overlays, outcomes and states, and how labels are grouped.

Owns the report's vocabulary as data. What a label means is decided in `audit`.
"""

from __future__ import annotations

from dataclasses import dataclass

LEADS, VOTES, OPEN, TABLE = "leads", "votes", "open", "table"


@dataclass(frozen=True)
class Label:
    """Words for a reader, the group a card stands in, and its colour class."""

    words: str
    group: str
    tone: str


LABELS = {
    "NO_VOTE_FOUND": Label("No vote found", LEADS, "alert"),
    "DELISTED_NO_VOTE": Label("Gone from the list, no vote found", LEADS, "alert"),
    "AGENDA_NO_VOTE": Label("On an agenda, no vote recorded", LEADS, "alert"),
    "DISCUSSED_ONLY": Label("Discussed, no motion found", LEADS, "alert"),
    "NO_DECISION": Label("A motion without a decision", LEADS, "alert"),
    "NONE_SO_FAR": Label("No vote found so far", LEADS, "alert"),
    "ENDED_STILL_LISTED": Label("Voted to end, still listed", VOTES, "alert"),
    "VOTED_DOWN": Label("Voted down", VOTES, "alert"),
    "VOTED_UNSIGNED": Label("Approved, not on ICE’s list", VOTES, "held"),
    "VOTE_AFTER": Label("Vote after signing", VOTES, "alert"),
    "VOTE_ORDER_UNKNOWN": Label("Vote near the signing, order not known", VOTES, "held"),
    "VOTE_BEFORE": Label("Vote before signing", VOTES, "held"),
    "DELISTED_AFTER_VOTE": Label("Voted to end, gone from the list", VOTES, "held"),
    "CANNOT_TELL": Label("Cannot tell", OPEN, "open"),
    "NO_BODY_VOTES": Label("No body votes on it", TABLE, "open"),
    "NOT_MONITORED": Label("Not monitored", TABLE, "open"),
}
"""The labels of the design's table, in the order in which cards of one group stand."""

GROUPS = (
    (LEADS, "Leads: no vote found in what we hold"),
    (VOTES, "Votes on record"),
    (OPEN, "Where we cannot tell"),
)

OVERLAYS = {
    "PROVISIONAL": "provisional",
    "CONTESTED": "who answers is disputed",
    "RECORD_CHANGED": "a document was replaced and the passage differs",
    "SOURCE_UNVERIFIED": "source address not yet checked by a person",
    "STATE_MANDATE": "state law requires such an agreement of some offices",
    "STATE_FORBIDS": "state law bars such agreements",
    "STATE_PROTECTS": "state law favours such agreements or bars their prohibition",
    "STATE_RESTRICTS": "state law sets conditions for such agreements",
}

OUTCOMES = {
    "ok": "read",
    "empty_confirmed": "read; nothing is listed there",
    "empty_suspicious": "the page listed nothing, which earlier looks contradict",
    "drift": "the page has changed its shape and could not be read with confidence",
    "blocked": "the site turns our reader away",
    "robots": "its robots.txt asks readers like ours to stay out",
    "moved": "the page is no longer at its address",
    "parse_error": "the page could not be understood",
    "unreachable": "the site did not answer",
}

MEETING = {
    "read": "minutes read",
    "unread": "minutes held, not all pages readable",
    "awaited": "minutes awaited",
    "missing": "no minutes found",
    "cancelled": "cancelled, on record",
    "not_held": "not held",
}

REVIEW = {
    "lead": "lead, to be read by two people",
    "read": "read by one person",
    "read_twice": "read by two people",
    "reply_requested": "reply requested",
    "replied": "replied",
    "no_reply": "no reply",
    "cleared": "cleared",
    "published": "published",
    "corrected": "corrected",
    "withdrawn": "withdrawn",
}

CHANGES = {
    "added": "new on the list",
    "relisted": "back on the list",
    "gone": "gone from the list",
    "pending": "newly pending",
    "pending_gone": "no longer pending",
    "redated": "signed date changed",
}
"""Changes a reader is told of; renames and typing corrections are only counted."""

DIRECTION = {
    "adopt": "to approve",
    "reject": "to reject",
    "end": "to end",
    "postpone": "to postpone",
}

EXPECTATION = {
    "expected": "a vote is expected",
    "contested": "whether a vote is needed is disputed",
    "not_local": "no local body votes on it",
    "unknown": "which body answers is not settled",
}


def label(code: str) -> Label:
    """Words and group of a label; one that is not in the table is shown as it is written."""
    return LABELS.get(code) or Label(worded(code), OPEN, "open")


def overlay(code: str) -> str:
    """Words for an overlay."""
    return OVERLAYS.get(code) or worded(code).lower()


def worded(code: str) -> str:
    """SOME_CODE as "Some code", for codes without words of their own."""
    return code.replace("_", " ").strip().capitalize()


def place_in_order(code: str) -> int:
    """Where a label stands among the others."""
    order = list(LABELS)
    return order.index(code) if code in order else len(order)
