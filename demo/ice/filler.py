"""Agencies of other states, so that the county's rows stand in a list as long as a list is.

Owns invented names only; they carry no story and never leave the list.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from demo.ice.agreements import JAIL, TASK_FORCE, WARRANT, Agreement, Signing

_PLACES = (
    "Tarrisford",
    "Ossington",
    "Quenby",
    "Barrowdale",
    "Hesperidge",
    "Wrenfield",
    "Ambrey",
    "Ashquill",
    "Fennimarsh",
    "Kestrelton",
    "Larkspurton",
    "Pruettville",
    "Sandovar",
    "Milverne",
    "Yorrick",
    "Zephyrine",
    "Copperlane",
    "Dellaway",
    "Eastermoor",
    "Foxmarsh",
)
_STATES = ("FLORIDA", "TEXAS ", "GEORGIA", "MISSOURI ", "OKLAHOMA")
_OLDEST = date(2025, 3, 3)


def filler() -> tuple[tuple[str, Agreement], ...]:
    """(state as printed, agreement), one more every five days, in no order of the alphabet."""
    every = enumerate(product(_PLACES, _STATES))
    return tuple((state, _agreement(n, place)) for n, (place, state) in every)


def _agreement(n: int, place: str) -> Agreement:
    signed = _OLDEST + timedelta(days=5 * ((n * 37) % 100))
    model = (TASK_FORCE, WARRANT, JAIL)[n % 3]
    if n % 4 == 0:
        return Agreement(
            f"{place} Police Department ", "Municipality", "#N/A", model, (Signing(signed),)
        )
    return Agreement(
        f"{place} County Sheriff’s Office",
        "County ",
        f"{place} County",
        model,
        (Signing(signed),),
    )
