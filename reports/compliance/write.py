"""The open-meetings audit, from the store to an edition's folder.

Owns the order of work only: audit, copies, page, tables, hashes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlmodel import Session

from audit import cleared
from audit.compliance import Compliance, Tell, compliance
from audit.metrics.values import Quarter
from reports.compliance import tables
from reports.compliance.page import page
from reports.compliance.view import title, view, wanted
from reports.edition import edition
from reports.evidence import copy_all
from store.archive import Archive

PAGE = "index.html"


@dataclass(frozen=True)
class AuditEdition:
    """A written audit. path: its folder; sha256: of the page; audit: what it tells."""

    path: Path
    page: Path
    sha256: str
    headline: str
    audit: Compliance

    def as_json(self) -> dict[str, Any]:
        """The audit's own JSON, with where its page is."""
        return {
            "page": str(self.page),
            "headline": self.headline,
            "sha256": self.sha256,
            **tables.as_json(self.audit),
        }


def write(
    session: Session,
    archive: Archive,
    *,
    state: str,
    quarter: Quarter,
    as_of: datetime,
    out: Path,
    tell: Tell | None = None,
    public: bool = False,
) -> AuditEdition:
    """Write the audit of a state's quarter into the folder `out`, replacing it whole.

    public: with the exceptions that people have cleared, and no others.

    The same store and `as_of` give the same bytes. Raises OSError where the folder cannot be
    written; the earlier edition stays then. Raises LawDamaged for rules that cannot be read.
    """
    audit = compliance(session, state, quarter, as_of, tell)
    if public:
        audit = cleared.public(audit)
    with edition(out) as folder:
        copies = copy_all(archive, wanted(audit), folder)
        shown = page(view(audit, copies)).encode("utf-8")
        (folder / PAGE).write_bytes(shown)
        for name, text in _files(audit).items():
            (folder / name).write_text(text, encoding="utf-8")
    return AuditEdition(out, out / PAGE, hashlib.sha256(shown).hexdigest(), title(audit), audit)


def _files(audit: Compliance) -> dict[str, str]:
    return {
        "metrics.csv": tables.answers_csv(audit),
        "metrics.json": tables.json_text(audit),
        "scores.csv": tables.scores_csv(audit),
        "exceptions.csv": tables.exceptions_csv(audit),
        "bodies.csv": tables.bodies_csv(audit),
        "codebook.csv": tables.codebook_csv(),
        "columns.csv": tables.columns_csv(),
        "codebook.md": tables.codebook_md(audit),
    }
