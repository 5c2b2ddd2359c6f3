"""Made-up agendas and minutes whose votes are known to stand on the agenda, or not.

Owns the words of both papers. No real town. The subjects off the agenda share no word with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

_LISTED = (
    ("Award of the Mill Street paving contract", "award the Mill Street paving contract to Brandt"),
    ("Resolution 2025-31, fees for zoning permits", "adopt Resolution 2025-31"),
    ("Hiring of a part-time crossing guard", "hire Ms. Tolliver as a part-time crossing guard"),
    ("Appointment to the Library Board", "appoint Mr. Dunmore to the Library Board"),
    ("Lease of a copier", "lease a copier for 36 months at $140 a month"),
    ("Ordinance No. 611, parking on Second Street", "enact Ordinance No. 611 as advertised"),
    ("287(g) agreement, Police Department", "approve the 287(g) agreement with ICE"),
    ("Street closing for the Harvest Fair", "close Oak Street on October 4 for the Harvest Fair"),
)
_UNLISTED = (
    ("donate $500 to the fire company's ladder truck", "ladder truck"),
    ("purchase two police cruisers from Hartley Ford", "police cruisers"),
    ("sell the former salt shed to Corbin Excavating for $9,000", "salt shed"),
    ("approve the 287(g) agreement with Immigration and Customs Enforcement", "287(g)"),
    ("raise the clerk's salary by three percent", "clerk's salary"),
    ("retain Whitlow & Grant as special labor counsel", "labor counsel"),
    ("accept the resignation of Sergeant Pell", "resignation of Sergeant"),
    ("demolish the bandstand in Veterans Park", "bandstand"),
)
_ROUTINE = (
    "approve the minutes of the last meeting",
    "approve the bills for payment as listed",
    "accept the treasurer's report",
    "enter executive session to discuss personnel",
)
_FRAMES = (
    "Motion by Ames, second by Reyes, to {}. Motion carried 5-0.",
    "Mr. Odell moved to {}. Ms. Quist seconded. All in favor. Motion carried.",
    "A motion was made by Hall, seconded by Ames, to {}. Roll call: Hall yes, Ames yes. Passed.",
    (
        "Motion by Quist, second by Hall, to {}. Mr. Reyes asked what police and park crew say. "
        "Ms. Quist said that the budget holds it. Roll call: Hall yes, Ames yes. Motion carried."
    ),
)


@dataclass(frozen=True)
class Made:
    """One meeting. off: words of the votes that stand on no line of its agenda."""

    body: str
    agenda: str
    minutes: str
    off: tuple[str, ...] = ()


def pairs() -> Iterator[Made]:
    """Every unlisted vote in every frame, beside three listed ones; and meetings with none."""
    for number, ((said, mark), frame) in enumerate(product(_UNLISTED, _FRAMES)):
        lines = [_LISTED[(number + step) % len(_LISTED)] for step in range(3)]
        lines = [line for line in lines if not _near(line[0], said)]
        yield _meeting(number, lines, frame, said, (mark,), headed=number % 2 == 0)
    for number, frame in enumerate(_FRAMES):
        lines = [_LISTED[(number * 2 + step) % len(_LISTED)] for step in range(4)]
        yield _meeting(100 + number, lines, frame, "", (), headed=number % 2 == 1)


def _near(line: str, said: str) -> bool:
    return "287(g)" in line and ("287(g)" in said or "police" in said)


def _meeting(
    number: int, lines: list[tuple[str, str]], frame: str, said: str, off: tuple[str, ...],
    *, headed: bool,
) -> Made:  # fmt: skip
    place = f"Tarrow{chr(97 + number % 26)}"
    head = f"{place.upper()} BOROUGH COUNCIL"
    listed = "\n".join(f"{n}. {title}" for n, (title, _) in enumerate(lines, start=4))
    agenda = (
        f"{head}\nAGENDA\nREGULAR MEETING\nSeptember 9, 2025\n\n1. Call to Order\n"
        f"2. Approval of Minutes\n3. Public Comment\n{listed}\n9. Other Business\n10. Adjournment\n"
    )
    moved = [
        (f"{title.upper()}\n" if headed else "") + frame.format(words) for title, words in lines
    ]
    extra = [f"OTHER BUSINESS\n{frame.format(said)}"] if said else []
    routine = [frame.format(words) for words in _ROUTINE]
    body = "\n\n".join([*routine, *moved, *extra])
    minutes = (
        f"{head}\nMINUTES OF THE REGULAR MEETING\nSeptember 9, 2025\n\nThe meeting was called to "
        f"order at 7:00 p.m. Present: Hall, Ames, Odell, Reyes, Quist.\n\n{body}\n\nADJOURNMENT\n"
        f"{frame.format('adjourn')}\n"
    )
    return Made(f"{place} Borough Council", agenda, minutes, off)
