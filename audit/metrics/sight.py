"""When a thing stood on a body's pages: posting time as an interval between two looks.

Owns the interval test (DESIGN, "Posting time is an interval"). Knows no rule and no metric.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from audit.law.clock import Deadline
from audit.metrics.held import Glance, Held, Published
from audit.metrics.values import CANNOT_TELL, NO, YES, Proof, Said


@dataclass(frozen=True)
class Sight:
    """First seen at `seen` (None: not so far); `before`: the good looks without it, one a source.

    Those are the last ones before it was seen, or, while it was not, the last ones there are.
    """

    seen: datetime | None
    before: tuple[Glance, ...] = ()
    proof: Proof | None = None

    @property
    def absent(self) -> datetime | None:
        """The latest moment at which every source was known to lack it."""
        return min((glance.at for glance in self.before), default=None)

    def proofs(self) -> tuple[Proof, ...]:
        looks = tuple(glance.proof("a good look without it") for glance in self.before)
        return (*looks, self.proof) if self.proof else looks


def there(moment: datetime, zone: ZoneInfo) -> str:
    """A moment on the body's clock, as 2026-08-10 19:00."""
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def sight(documents: Sequence[Published], held: Held, *, until: datetime | None = None) -> Sight:
    """When the first of these documents was seen, and when all of the body's sources lacked them.

    until: for documents never seen, the last look that still says something.
    """
    shown = [(d.seen, d) for d in documents if d.seen is not None]
    if not shown:
        return Sight(None, _last_looks(held, until or held.as_of, including=True))
    seen, first = min(shown, key=lambda pair: (pair[0], pair[1].id))
    return Sight(
        seen, _last_looks(held, seen, including=False), first.listing("first seen in the list")
    )


def _last_looks(held: Held, before: datetime, *, including: bool) -> tuple[Glance, ...]:
    """Each source's last good look before a moment; none at all where one source has none."""
    newest: dict[str, Glance] = {}
    for glance in held.good():
        if glance.at < before or (including and glance.at == before):
            newest[glance.source_id] = glance
    missing = {source.id for source in held.record.sources} - set(newest)
    return () if missing else tuple(newest[key] for key in sorted(newest))


def in_time(found: Sight, due: Deadline, what: str, clock: str, zone: ZoneInfo) -> Said:
    """Whether it stood there by the deadline: decided only where both ends agree.

    zone: the body's own, in which times of day are told.
    """
    proofs = found.proofs()
    if found.seen is not None and found.seen <= due.earliest:
        return Said(YES, f"{what} was seen {clock} before the meeting or earlier", proofs)
    if found.absent is not None and found.absent >= due.latest:
        later = f"; it was first seen at {there(found.seen, zone)}" if found.seen else ""
        said = (f"due by {there(due.latest, zone)}, local time; a good look at "
                f"{there(found.absent, zone)} did not show {what}{later}")  # fmt: skip
        return Said(NO, said, proofs)
    if found.seen is None:
        return Said(CANNOT_TELL, f"{what} was not seen, and no good look fell after the deadline "
                    "and before the meeting", proofs)  # fmt: skip
    if found.absent is None:
        return Said(CANNOT_TELL, f"{what} was first seen after the deadline, and there is no "
                    "earlier good look without it", proofs)  # fmt: skip
    return Said(
        CANNOT_TELL, f"{what} came between two looks on either side of the deadline", proofs
    )
