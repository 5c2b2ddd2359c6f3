"""Which meetings and papers a site shows at a moment. Knows no markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from demo.values import Document, Meeting, Site, Version


@dataclass(frozen=True)
class ShownDocument:
    """A document and the version that is up."""

    document: Document
    version: Version


@dataclass(frozen=True)
class ShownMeeting:
    """A meeting of which at least one paper is up."""

    meeting: Meeting
    documents: tuple[ShownDocument, ...]

    def of(self, *roles: str) -> ShownDocument | None:
        return next((d for d in self.documents if d.document.role in roles), None)


def meetings(site: Site, now: datetime) -> tuple[ShownMeeting, ...]:
    """What is up at that moment, newest meeting first."""
    shown = (ShownMeeting(m, _documents(m.documents, now)) for m in site.meetings)
    up = [meeting for meeting in shown if meeting.documents]
    return tuple(sorted(up, key=lambda m: (m.meeting.day, m.meeting.number), reverse=True))


def _documents(documents: Iterable[Document], now: datetime) -> tuple[ShownDocument, ...]:
    return tuple(
        ShownDocument(document, version)
        for document in documents
        if (version := document.at(now)) is not None
    )


def document(site: Site, path: str, now: datetime) -> ShownDocument | None:
    """The version under that path, None where nothing is up."""
    everything = (d for m in site.meetings for d in m.documents if d.path == path)
    return next(iter(_documents(everything, now)), None)


def changed(site: Site, now: datetime) -> datetime | None:
    """When the list last changed."""
    return max(
        (d.version.at for meeting in meetings(site, now) for d in meeting.documents), default=None
    )
