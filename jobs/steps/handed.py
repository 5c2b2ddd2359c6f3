"""Documents handed over by a reader: kept as captures, with the hand-over as their origin."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session, col, select

from jobs.context import Context
from jobs.errors import JobError
from store.engine import session
from store.queries import blobs
from store.tables import Body, Capture, Document

KINDS = (
    "agenda", "minutes", "packet", "notice", "resolution", "transcript", "votes", "other",
)  # fmt: skip


@dataclass(frozen=True)
class Taken:
    """One file: its hash, and whether it was new for that body, kind and date."""

    file: Path
    sha256: str
    new: bool


def take(context: Context, file: Path, body: str, kind: str, day: date) -> Taken:
    """Archive a file as a document of a meeting. Raises JobError for an unknown body or kind."""
    if kind not in KINDS:
        raise JobError(f"--kind {kind}: known kinds are {', '.join(KINDS)}")
    data = file.read_bytes()
    if not data:
        raise JobError(f"{file}: the file is empty")
    with session(context.workspace.engine) as opened:
        if opened.get(Body, body) is None:
            raise JobError(f"no body {body!r}: `offagenda sources list` prints the ids")
        sha256 = context.workspace.archive.put(data)
        blobs.note(opened, sha256, len(data), context.now)
        document = _document(opened, context, file, body, kind, day)
        new = not _held(opened, document, sha256)
        if new:
            opened.add(Capture(document_id=document, sha256=sha256, at=context.now, name=file.name))
    return Taken(file, sha256, new)


def _document(
    opened: Session, context: Context, file: Path, body: str, kind: str, day: date
) -> str:
    """The slot that a handed-over file fills: one per body, kind, date and file name."""
    identity = f"import|{body}|{kind}|{day.isoformat()}|{file.name}"
    key = hashlib.sha256(identity.encode()).hexdigest()[:24]
    if opened.get(Document, key) is None:
        opened.add(
            Document(
                id=key,
                body_id=body,
                meeting_date=day,
                role=kind,
                rule="handed over",
                label=file.name,
                url=f"file:{file.name}",
                origin="import",
                first_listed=context.now,
                last_listed=context.now,
            )
        )
        opened.flush()
    return key


def _held(opened: Session, document: str, sha256: str) -> bool:
    query = select(Capture).where(
        col(Capture.document_id) == document, col(Capture.sha256) == sha256
    )
    return opened.exec(query).first() is not None
