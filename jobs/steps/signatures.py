"""Signatures of agreements: read from a PDF, kept with its bytes, corrected by a person.

Owns what is kept and what is said of it. Reading is `nlp.agreement`'s, believing is `audit`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rapidfuzz import process
from sqlmodel import Session

from audit.record import agreement_from_json
from audit.signatures import HAND, reading, signed, unusable
from audit.values import Agreement
from jobs.context import Context
from jobs.errors import JobError
from jobs.steps.audit import audit
from nlp.agreement.pool import Found, signature_of
from nlp.agreement.said import role
from nlp.pool import Failure
from store.engine import session
from store.queries import blobs, ice, signatures
from store.tables import SignatureRow

_NEAREST = 3


@dataclass(frozen=True)
class Correction:
    """What a person read on the page; by and why are kept with it."""

    day: date
    by: str
    why: str
    name: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class Kept:
    """One reading in the store. unused: why its date is not used, "" where it is."""

    agreement: str
    agency: str
    content: Mapping[str, Any]
    sha256: str | None
    picture: str | None
    unused: str

    def as_json(self) -> dict[str, Any]:
        """What `ice signature --json` adds for a kept reading."""
        return {
            "agreement": self.agreement, "sha256": self.sha256, "picture_sha256": self.picture,
            "used": not self.unused, "unused_because": self.unused or None,
        }  # fmt: skip


def read(file: Path) -> Found:
    """The signature page of one PDF. Raises JobError, naming the file, where it cannot be read."""
    found = signature_of(file.absolute())
    if isinstance(found, Failure):
        raise JobError(f"{file}: {found.why}")
    return found


def keep(context: Context, file: Path, found: Found, agreement_id: str) -> Kept:
    """Keep a reading with the PDF and the picture of its page, and judge again.

    Raises JobError for an unknown agreement.
    """
    archive = context.workspace.archive
    data = file.read_bytes()
    with session(context.workspace.engine) as opened:
        agreement = _agreement(opened, agreement_id)
        sha256 = archive.put(data)
        blobs.note(opened, sha256, len(data), context.now, "application/pdf")
        picture = None
        if found.picture:
            picture = archive.put(found.picture)
            blobs.note(opened, picture, len(found.picture), context.now, "image/png")
        row = _row(context, agreement, found.signature["source"], found.signature)
        row.sha256, row.picture, row.page = sha256, picture, found.signature["page"]
        kept = _add(opened, row, agreement)
    audit(context)
    return kept


def correct(context: Context, agreement_id: str, said: Correction) -> Kept:
    """Append a person's reading, which stands before every machine's, and judge again.

    The newest kept copy of the agreement is what it refers to. Raises JobError for an unknown
    agreement or empty words.
    """
    if not said.by.strip() or not said.why.strip():
        raise JobError("--by and --why are empty: a correction is kept with a name and a reason")
    content: dict[str, Any] = {
        "agency": {"name": said.name, "title": said.title, "date": said.day.isoformat(),
                   "date_as_printed": None, "party": None},
        "ice": dict.fromkeys(("name", "title", "date", "date_as_printed", "party")),
        "source": HAND, "doubts": [], "date_doubts": [], "page": None,
        "signer_role": role(said.title, None),
        "parties": [],
    }  # fmt: skip
    with session(context.workspace.engine) as opened:
        agreement = _agreement(opened, agreement_id)
        row = _row(context, agreement, HAND, content)
        row.who, row.why = said.by.strip(), said.why.strip()
        copies = [
            one for one in signatures.every(opened)
            if one.agreement_id == agreement.id and one.sha256
        ]  # fmt: skip
        if copies:
            row.sha256, row.picture, row.page = (
                copies[-1].sha256,
                copies[-1].picture,
                copies[-1].page,
            )
        kept = _add(opened, row, agreement)
    audit(context)
    return kept


def _row(
    context: Context, agreement: Agreement, source: str, content: dict[str, Any]
) -> SignatureRow:
    return SignatureRow(
        agreement_id=agreement.id, state=agreement.state, agency=agreement.agency,
        model=agreement.model, source=source, content=content, at=context.now,
    )  # fmt: skip


def _add(opened: Session, row: SignatureRow, agreement: Agreement) -> Kept:
    """Append a row and write what it decides into the agreements."""
    signatures.add(opened, row)
    refresh(opened)
    return Kept(
        agreement.id, agreement.agency, row.content, row.sha256, row.picture,
        unusable(reading(row), agreement),
    )  # fmt: skip


def refresh(opened: Session) -> None:
    """Write into every agreement what the kept signatures decide."""
    held = [agreement_from_json(row.content) for row in ice.agreements(opened)]
    readings = [reading(row) for row in signatures.every(opened)]
    ice.replace_agreements(
        opened,
        (
            {"id": a.id, "state": a.state, "agency": a.agency, "model": a.model,
             "listed": a.listed, "content": a.as_json()}
            for a in signed(held, readings)
        ),
    )  # fmt: skip


def _agreement(opened: Session, agreement_id: str) -> Agreement:
    held = {row.id: row for row in ice.agreements(opened)}
    if agreement_id in held:
        return agreement_from_json(held[agreement_id].content)
    near = process.extract(agreement_id, sorted(held), limit=_NEAREST, score_cutoff=60)
    hint = "; nearest: " + ", ".join(one for one, _, _ in near) if near else ""
    raise JobError(f"no agreement {agreement_id!r} on the lists held{hint}: "
                   "`offagenda ice agreements --json` prints the ids")  # fmt: skip
