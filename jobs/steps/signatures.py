"""Signatures of agreements: read from a PDF, kept with its bytes, corrected by a person.

Owns what is kept and what is said of it. Reading is `nlp.agreement`'s, believing is `audit`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from rapidfuzz import process
from sqlmodel import Session

from audit.named import another
from audit.record import agreement_from_json
from audit.signatures import HAND, Readings, reading, signed, unusable
from audit.values import Agreement
from jobs.context import Context
from jobs.errors import JobError
from jobs.steps.audit import audit
from nlp.agreement.pool import Found, signature_of
from nlp.agreement.said import role
from nlp.pool import Failure
from nlp.versions import AGREEMENT
from store.engine import session
from store.queries import blobs, ice, readings, signatures
from store.queries.readings import Made
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


@dataclass(frozen=True)
class Copy:
    """One agreement's PDF in the archive: where it came from, None for a file handed over."""

    sha256: str
    url: str | None
    captured_at: datetime


def keep(context: Context, file: Path, found: Found, agreement_id: str) -> Kept:
    """Keep a reading with the PDF and the picture of its page, and judge again.

    Raises JobError for an unknown agreement.
    """
    data = file.read_bytes()
    with session(context.workspace.engine) as opened:
        agreement = _agreement(opened, agreement_id)
        sha256 = context.workspace.archive.put(data)
        blobs.note(opened, sha256, len(data), context.now, "application/pdf")
        (kept,) = add(opened, context, [agreement], found, Copy(sha256, None, context.now))
    audit(context)
    return kept


def add(
    opened: Session, context: Context, mine: Sequence[Agreement], found: Found, copy: Copy
) -> list[Kept]:
    """Keep one reading of a PDF for each of these agreements, with its page's picture and text, and
    write what it decides into them."""
    picture = None
    if found.picture:
        picture = context.workspace.archive.put(found.picture)
        blobs.note(opened, picture, len(found.picture), context.now, "image/png")
    page, cited = found.signature["page"], _keep_page(opened, context, copy, found)
    rows = []
    for agreement in mine:
        content = {
            **found.signature, "reader": AGREEMENT, "span": found.span if cited else None,
            "url": copy.url, "captured_at": copy.captured_at.isoformat(),
        }  # fmt: skip
        row = _row(context, agreement, found.signature["source"], content)
        row.sha256, row.picture, row.page = copy.sha256, picture, page
        signatures.add(opened, row)
        rows.append(row)
    refresh(opened)
    return [_kept(row, agreement) for row, agreement in zip(rows, mine, strict=True)]


def _keep_page(opened: Session, context: Context, copy: Copy, found: Found) -> bool:
    """Keep the signature page's text, so that the date can be cited like any other passage.

    Where the same bytes are also a body's document, that document's own pages stand; returns False.
    """
    number = found.signature["page"]
    if number is None or signatures.is_document(opened, copy.sha256):
        return False
    page = {
        "number": number, "method": found.signature["source"], "confidence": 1.0,
        "chars": len(found.text), "text": found.text,
    }  # fmt: skip
    read = {
        "kind": "agreement", "body": None, "meeting_date": None, "pages": [page], "flags": [],
        "motions": [],
    }  # fmt: skip
    # Without versions: should these bytes become a document, they are read anew and whole.
    readings.save(opened, copy.sha256, Made(context.now, f"agreement {AGREEMENT}", {}), read)
    return True


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
        if (copy := _newest_copy(opened, agreement)) is not None:
            row.sha256, row.picture, row.page = copy.sha256, copy.picture, copy.page
            told = {key: copy.content.get(key) for key in ("url", "captured_at")}
            row.content = {**content, **told}
        signatures.add(opened, row)
        refresh(opened)
        kept = _kept(row, agreement)
    audit(context)
    return kept


def _newest_copy(opened: Session, agreement: Agreement) -> SignatureRow | None:
    """What a correction refers to: the newest kept copy, one that names another agency last."""
    rows = {row.sha256: row for row in signatures.every(opened) if row.sha256}
    every = Readings(reading(row) for row in signatures.every(opened))
    copies = [one for one in every.of(agreement) if one.sha256]
    own = [one for one in copies if not another(agreement, one.parties)]
    newest = next(reversed(own or copies), None)
    return rows[newest.sha256] if newest and newest.sha256 else None


def _row(
    context: Context, agreement: Agreement, source: str, content: dict[str, Any]
) -> SignatureRow:
    return SignatureRow(
        agreement_id=agreement.id, state=agreement.state, agency=agreement.agency,
        model=agreement.model, source=source, content=content, at=context.now,
    )  # fmt: skip


def _kept(row: SignatureRow, agreement: Agreement) -> Kept:
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
