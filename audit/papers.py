"""What each held version is: whose, of which role, of which meeting.

Owns the decision between what a listing says of a document and what its text says. Judges no
meeting: that is `coverage`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from audit.bodies import BodyRecord, HeldDocument, Version
from audit.printed import own

MINUTES, AGENDA, NOTICE = "minutes", "agenda", "notice"
PAGE = "page"
"""The list itself: it says when the body meets, and is a record of no meeting."""
RESOLUTION, VOTES = "resolution", "votes"
"""The text of a resolution by itself; a vendor's record of votes. Neither closes a meeting."""

MISFILED = "misfiled"
"""Minutes by their text, listed as an agenda: they speak of votes, they close no meeting."""

_LONGEST = timedelta(days=400)


@dataclass(frozen=True)
class Paper:
    """One version with its settled role and date.

    day: the date that decides (the text's for minutes); others: dates kept beside it; doubt: what
    a reader must know of it, or "".
    """

    document: HeldDocument
    version: Version
    role: str
    day: date | None
    others: tuple[date, ...] = ()
    doubt: str = ""

    @property
    def names(self) -> tuple[date, ...]:
        """The earlier meetings whose minutes it approves; a later or ancient date is a slip."""
        if self.day is None or self.role not in (MINUTES, MISFILED, AGENDA):
            return ()
        earliest = self.day - _LONGEST
        return tuple(sorted({d for d in self.version.approves if earliest <= d < self.day}))


def papers(record: BodyRecord) -> tuple[Paper, ...]:
    """All versions that are the body's own, in order of date and capture."""
    found = [
        paper(document, version)
        for document in record.documents
        for version in document.versions
        if own(record, version.body_printed)
    ]
    return tuple(sorted(found, key=_order))


def others(record: BodyRecord) -> tuple[Paper, ...]:
    """The versions that print another body's name, and so never count."""
    found = (
        paper(document, version)
        for document in record.documents
        for version in document.versions
        if not own(record, version.body_printed)
    )
    return tuple(sorted(found, key=_order))


def foreign(record: BodyRecord) -> Iterator[str]:
    """A sentence for each document that prints another body's name and so never counts."""
    for document in record.documents:
        for version in document.versions:
            if not own(record, version.body_printed):
                yield (
                    f"{_listed(document)} prints the name {version.body_printed!r} "
                    f"({version.sha256[:12]}): another body's, not counted"
                )
                break


def paper(document: HeldDocument, version: Version) -> Paper:
    """Role and date of one version."""
    role = _role(document.role, version)
    listed, text = document.meeting_date, version.meeting_date
    day = (text or listed) if role in (MINUTES, MISFILED) else (listed or text)
    if role == PAGE:
        return Paper(document, version, role, None)
    kept = {d for d in (listed, text) if d and d != day}
    if role not in (MINUTES, MISFILED, AGENDA):
        kept = set()
    return Paper(document, version, role, day, tuple(sorted(kept)), _doubt(document, version, role))


def _role(listed: str, version: Version) -> str:
    if listed == PAGE:
        return PAGE
    if version.state != "ok" or version.kind in ("unknown", "other") or listed == VOTES:
        return listed
    if version.kind == MINUTES:
        return MISFILED if listed == AGENDA else MINUTES
    return version.kind


def _doubt(document: HeldDocument, version: Version, role: str) -> str:
    listed, text = document.meeting_date, version.meeting_date
    if role == MISFILED:
        return f"{_listed(document)} reads like minutes ({version.sha256[:12]})"
    if document.role == MINUTES and role != MINUTES:
        return f"{_listed(document)} reads like {role}, not minutes ({version.sha256[:12]})"
    if listed and text and listed != text and role in (MINUTES, AGENDA):
        return f"{_listed(document)} carries the date {text} in its text ({version.sha256[:12]})"
    return ""


def _listed(document: HeldDocument) -> str:
    when = f" of {document.meeting_date}" if document.meeting_date else ""
    return f"the document listed as {document.role}{when}"


def _order(one: Paper) -> tuple[date, object, str, str]:
    return (one.day or date.min, one.version.captured_at, one.version.sha256, one.document.id)
