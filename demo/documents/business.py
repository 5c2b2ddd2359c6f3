"""The daily business of small towns: bills, paving, salt, and the ice that is only ice.

Owns the pool of ordinary matters and the draw; nothing here touches the agreements.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random


@dataclass(frozen=True)
class Ordinary:
    """An item as the agenda lists it, and the motion it leads to."""

    agenda: str
    motion: str


_POOL = (
    Ordinary("Paving program bids", "to award the paving program to Keystone Blacktop"),
    Ordinary("Storm sewer repair, Mill Street", "to authorize repair of the Mill Street sewer"),
    Ordinary("Fire company relief allocation", "to forward the state relief allocation in full"),
    Ordinary("Recreation board appointment", "to appoint Lena Marsh to the recreation board"),
    Ordinary("Purchase of a leaf vacuum", "to purchase a leaf vacuum for $38,450.00"),
    Ordinary("Library contribution", "to contribute $4,000.00 to the public library"),
    Ordinary("Traffic study, Route 9", "to accept the proposal for a traffic study of Route 9"),
    Ordinary("Sewer tap-in fees", "to advertise an ordinance amending the sewer tap-in fees"),
    Ordinary("Playground equipment grant", "to submit the playground equipment grant application"),
    Ordinary("Police vehicle lease", "to lease one patrol vehicle through the state contract"),
    Ordinary("Zoning hearing board vacancy", "to advertise the vacancy on the zoning board"),
    Ordinary("Garbage collection contract", "to extend the garbage collection contract one year"),
    Ordinary("Street light repairs", "to approve the quotation for street light repairs"),
    Ordinary("Pension minimum obligation", "to accept the pension minimum municipal obligation"),
    Ordinary("Tree removal, Ferry Street", "to hire Fennel Tree Service for work on Ferry Street"),
    Ordinary("Bridge inspection agreement", "to approve the bridge inspection agreement"),
)

_WINTER = (
    Ordinary("Winter road salt", "to purchase 120 tons of road salt for snow and ice control"),
    Ordinary("Ice rink hours", "to set the hours of the ice rink at Memorial Park"),
    Ordinary(
        "Winter maintenance agreement",
        "to approve the winter maintenance agreement for plowing and ice removal on state roads",
    ),
)

_REPORTS = (
    "The road crew patched potholes and cleaned inlets.",
    "The code officer issued four permits and two notices.",
    "The engineer is waiting for the county's comments on the drainage plan.",
    "The recreation board thanks all volunteers of the summer program.",
    "The treasurer reports a balance in line with the budget.",
)

_COMMENTS = (
    "A resident of Mill Street asked about standing water at the corner of Third.",
    "A resident thanked the road crew for its work after the storm.",
    "A resident asked when leaf pickup begins.",
    "No one from the public wished to speak.",
    "A resident reported a broken swing in the park.",
)

_WINTER_COMMENT = "A resident asked for cinders on the hill, which was solid ice all week."


def draw(seed: str, day: date) -> tuple[Ordinary, ...]:
    """Two or three ordinary matters, the same for the same seed; one of winter in winter."""
    dice = Random(f"{seed} {day}")
    chosen = dice.sample(_POOL, dice.choice((2, 3)))
    if day.month in (12, 1, 2):
        chosen.append(dice.choice(_WINTER))
    return tuple(chosen)


def report(seed: str, day: date) -> str:
    """What the staff reports that evening."""
    return " ".join(Random(f"report {seed} {day}").sample(_REPORTS, 2))


def comment(seed: str, day: date) -> str:
    """What the public says that evening."""
    if day.month in (1, 2):
        return _WINTER_COMMENT
    return Random(f"comment {seed} {day}").choice(_COMMENTS)


def bills(seed: str, day: date) -> str:
    """The sum of the month's bills."""
    return f"${Random(f'bills {seed} {day}').randint(1_800_000, 9_900_000) / 100:,.2f}"
