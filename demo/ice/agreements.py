"""The fictional county's agencies on ICE's lists: signed when, pending when, gone when.

Owns the facts; how a given workbook misprints them stands in `lists`. The dates answer those of
`stories`: together they decide each label.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

TASK_FORCE = "Task Force Model"
WARRANT = "Warrant Service Officer"
JAIL = "Jail Enforcement Model"


@dataclass(frozen=True)
class Signing:
    """One SIGNED date and the days between which the row stands on the list.

    gone: the first day on which a workbook no longer holds it; pending: days on the pending list.
    """

    signed: date
    gone: date | None = None
    pending: tuple[date, date] | None = None

    def listed(self, day: date) -> bool:
        return self.signed <= day and (self.gone is None or day < self.gone)


@dataclass(frozen=True)
class Agreement:
    """One agency and model with its signings, in order; none yet while it is only pending."""

    agency: str
    type: str
    county: str
    model: str
    signings: tuple[Signing, ...]
    only_pending: tuple[date, date] | None = None

    def signing(self, day: date) -> Signing | None:
        """The signing it is listed under on that day."""
        return next((s for s in self.signings if s.listed(day)), None)

    def pending(self, day: date) -> bool:
        stretches = [s.pending for s in self.signings if s.pending]
        if self.only_pending:
            stretches.append(self.only_pending)
        return any(first <= day <= last for first, last in stretches)


def _signed(day: date, *, gone: date | None = None, ahead: int = 9) -> Signing:
    """A signing that stood on the pending list for some days, 0 for never."""
    pending = (day - timedelta(days=ahead), day - timedelta(days=1)) if ahead else None
    return Signing(day, gone, pending)


def _police(
    town: str, *signings: Signing, county: str = "Harrowick County", model: str = TASK_FORCE
) -> Agreement:
    return Agreement(f"{town} Police Department", "Municipality", county, model, signings)


_FAR = date(2100, 1, 1)

COUNTY_AGREEMENTS: tuple[Agreement, ...] = (
    _police("Marlbury Borough", _signed(date(2026, 1, 8))),
    _police("Quillford Borough", _signed(date(2026, 1, 20)), county="#N/A"),
    _police("Oakmere Township", _signed(date(2026, 7, 22), ahead=8), county="#N/A"),
    _police("Pellbrook Borough", _signed(date(2025, 12, 18))),
    _police("Tannerport Borough", _signed(date(2026, 2, 19))),
    _police("Windlass Township", _signed(date(2026, 3, 5)), county="Harrowick"),
    _police("Cresswick City", _signed(date(2026, 1, 7), gone=date(2026, 7, 28))),
    _police("Thornquist Borough", _signed(date(2025, 12, 15))),
    _police("Dunmarrow Township", _signed(date(2025, 12, 16), ahead=0)),
    _police("Sablewood Borough", _signed(date(2026, 2, 5)), county="#N/A"),
    _police("Wexcombe Township", _signed(date(2026, 2, 3))),
    _police("Elmstead Borough", _signed(date(2026, 1, 15)), county="N/A"),
    _police("Gravenhurst Borough", _signed(date(2026, 1, 13))),
    _police(
        "Hollin Forge Township",
        _signed(date(2025, 12, 11), gone=date(2026, 2, 5)),
        _signed(date(2026, 4, 16)),
    ),
    _police("Vantry Borough", _signed(date(2026, 1, 9), gone=date(2026, 3, 10))),
    _police("Corvale Borough", _signed(date(2025, 12, 17))),
    _police("Corvale Township", _signed(date(2026, 2, 12), ahead=0)),
    _police("Lindenquay Borough", _signed(date(2026, 5, 21))),
    _police("Nettlebrook Township", _signed(date(2026, 3, 19)), model=WARRANT),
    _police("Tolliver Run Regional", _signed(date(2026, 1, 26))),
    _police("Yarrowby Borough", _signed(date(2026, 5, 14)), county="#N/A"),
    Agreement(
        "Merrowdale Borough Police Department",
        "Municipality",
        "Harrowick County",
        TASK_FORCE,
        (),
        (date(2026, 9, 8), _FAR),
    ),
    Agreement(
        "Rookhaven Borough 2nd Ward Constable",
        "Municipality",
        "#N/A",
        TASK_FORCE,
        (_signed(date(2025, 11, 5)),),
    ),
    Agreement(
        "Harrowick County Sheriff's Office",
        "County",
        "Harrowick County",
        WARRANT,
        (_signed(date(2025, 9, 23)),),
    ),
)
