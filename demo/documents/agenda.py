"""The agenda of one meeting, and the notice that there will be none.

Owns what is listed and in which order; an amended agenda carries one item more.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from demo.documents import business
from demo.stories import Matter
from demo.timeline import clock, in_words
from demo.values import Block, Body, Paper

_LATE_ITEM = "Letter of support, county trail grant"


def agenda(
    body: Body,
    day: date,
    kind: str,
    before: Sequence[tuple[date, str]],
    matters: Sequence[Matter],
    *,
    amended: bool = False,
) -> Paper:
    """The listed items, numbered; what was not listed is not on it."""
    title = f"{kind.capitalize()} Meeting Agenda"
    blocks = [
        Block("title", body.name),
        Block("title", title + (" - AMENDED" if amended else "")),
        Block("title", f"{in_words(day)}, {clock(body.cadence.hour)}"),
        Block("text", f"{body.hall}. The public is welcome."),
    ]
    lines = _special(matters) if kind == "special" else _regular(body, day, before, matters)
    if amended:
        lines.insert(-1, _LATE_ITEM)
    blocks += [Block("text", f"{number}. {line}") for number, line in enumerate(lines, 1)]
    return Paper(f"{body.name} - {title} - {in_words(day)}", tuple(blocks))


def _special(matters: Sequence[Matter]) -> list[str]:
    return ["Call to order", "Public comment", *_listed(matters), "Adjournment"]


def _regular(
    body: Body, day: date, before: Sequence[tuple[date, str]], matters: Sequence[Matter]
) -> list[str]:
    earlier = [f"Approval of minutes: {in_words(d)} {kind} meeting" for d, kind in before]
    ordinary = [item.agenda for item in business.draw(body.id, day)]
    opening = ["Call to order and roll call", "Public comment", *earlier]
    return [
        *opening,
        "Payment of bills",
        "Police report",
        *ordinary,
        *_listed(matters),
        "Adjournment",
    ]


def _listed(matters: Sequence[Matter]) -> list[str]:
    return [m.agenda for m in matters if m.agenda]


def cancellation(body: Body, day: date) -> Paper:
    """The notice that the meeting of that day is not held."""
    text = (
        f"The regular meeting of the {body.name} scheduled for {in_words(day)} at "
        f"{clock(body.cadence.hour)} has been cancelled. The next regular meeting will be held "
        "as scheduled."
    )
    blocks = (
        Block("title", body.name),
        Block("title", "NOTICE OF CANCELLATION"),
        Block("title", in_words(day)),
        Block("text", text),
        Block("text", f"{body.secretary}, Secretary"),
    )
    return Paper(f"{body.name} - Notice of Cancellation", blocks)
