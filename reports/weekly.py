"""The weekly report, from the store to an edition's folder.

Owns the order of work only: material, copies, week, page, plain text, hashes.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from reports import material, plain, render
from reports.edition import edition
from reports.evidence import copy_all
from reports.gather import gather
from reports.headline import headline
from reports.week import Week
from store.archive import Archive

PAGE, TEXT = "index.html", "weekly.txt"


@dataclass(frozen=True)
class WeeklyEdition:
    """A written report. path: its folder; sha256: of the page; counts: what it tells of."""

    path: Path
    page: Path
    text: Path
    sha256: str
    headline: str
    counts: dict[str, int] = field(default_factory=dict)


def write(
    session: Session,
    archive: Archive,
    *,
    as_of: datetime,
    title_place: str,
    out: Path,
    timezone: str = "America/New_York",
    public: bool = False,
) -> WeeklyEdition:
    """Write the edition for the seven days up to `as_of` into the folder `out`.

    The same store and `as_of` give the same bytes; an edition already at `out` is replaced whole.
    Raises OSError where the folder cannot be written, ZoneInfoNotFoundError for an unknown zone;
    the earlier edition stays then.
    """
    rows = material.read(session, as_of, timezone)
    with edition(out) as folder:
        copies = copy_all(archive, material.wanted(rows, public=public), folder)
        week = gather(rows, copies, place=title_place, timezone=timezone, public=public)
        page = render.page(week).encode("utf-8")
        (folder / PAGE).write_bytes(page)
        (folder / TEXT).write_text(plain.text(week), encoding="utf-8")
    return WeeklyEdition(
        path=out,
        page=out / PAGE,
        text=out / TEXT,
        sha256=hashlib.sha256(page).hexdigest(),
        headline=headline(week).title,
        counts=counts(week),
    )


def counts(week: Week) -> dict[str, int]:
    """Figures of a week by name: sections, and findings by label."""
    return {
        "bodies_watched": week.seen.watched,
        "bodies_read": len(week.seen.bodies("read")),
        "documents": week.seen.documents.new + week.seen.documents.replaced,
        "ahead": len(week.ahead),
        "clocks": len(week.clocks),
        "list_changes": len(week.changes),
        "votes": len(week.votes),
        "changed": len(week.changed),
        "findings": len(week.cards),
        "letters": len(week.letters),
        "corrections": len(week.corrections),
        **dict(sorted(Counter(card.label for card in week.cards).items())),
    }
