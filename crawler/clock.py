"""The crawling process's time: the parent's `now`, and what has passed since.

Owns that sum; reads no wall clock.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta


class Clock:
    """The parent's `now` plus what has passed since, or `now` itself in trials."""

    def __init__(self, now: datetime, frozen: bool, tick: Callable[[], float]) -> None:
        self.start = now
        self.frozen = frozen
        self.tick = tick
        self.began = tick()

    def now(self) -> datetime:
        if self.frozen:
            return self.start
        return self.start + timedelta(seconds=self.tick() - self.began)
