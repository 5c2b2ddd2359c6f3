"""The one place that reads the clock.

Everything else is told the time: `--now` stands in for it in trials and re-runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True)
class Clock:
    """`fixed` stands still; without it the machine's clock is read, to the second."""

    fixed: datetime | None = None

    def now(self) -> datetime:
        """The present moment, aware, UTC."""
        return self.fixed or datetime.now(UTC).replace(microsecond=0)

    @property
    def frozen(self) -> bool:
        return self.fixed is not None


def parse_now(text: str) -> datetime:
    """An ISO 8601 time with offset, as UTC. Raises ValueError with what is missing."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no offset: write 2026-09-14T11:00:00+00:00")
    return moment.astimezone(UTC)
