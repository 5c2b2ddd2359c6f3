"""One mention of a person in an attendance record.

Owns the shape only.
"""

from __future__ import annotations

from dataclasses import dataclass

PRESENT, ABSENT, LATE, LEFT, REMOTE = "present", "absent", "late", "left", "remote"


@dataclass(frozen=True)
class Seen:
    """name: without titles; group: the list it stands in, where no two names are one person's."""

    name: str
    start: int
    end: int
    state: str
    rule: str
    group: int = 0
    office: str | None = None
    staff: bool = False
    at: str | None = None
