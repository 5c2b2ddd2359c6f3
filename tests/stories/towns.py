"""Towns of the stories: their minutes in clerks' prose, what ICE lists, and what must be said.

Owns the made-up papers. All towns are fictional; each meets on the dates of its adopted schedule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

MEETS = tuple(
    date.fromisoformat(day)
    for day in ("2025-05-13", "2025-07-08", "2025-09-09", "2025-11-11", "2026-01-13", "2026-03-10",
                "2026-05-12")
)  # fmt: skip
BEFORE = date(2025, 3, 11)
"""The meeting before the window; its minutes are named and not held."""

SIGNED, LISTED = date(2025, 10, 20), date(2025, 10, 21)
JULY, SEPTEMBER, NOVEMBER, JANUARY = MEETS[1], MEETS[2], MEETS[3], MEETS[4]

ICE = "the 287(g) Memorandum of Agreement with U.S. Immigration and Customs Enforcement"
VOTE = (
    f"Mr. Vance moved, seconded by Ms. Delacroix, to approve {ICE}. Roll call: Hartung - yes, "
    "Oyelaran - no, Vance - yes, Pruitt - yes, Delacroix - yes. Motion carried 4-1."
)
DOWN = (
    f"A motion was made by Mr. Vance and seconded by Ms. Delacroix to approve {ICE}. Hartung no, "
    "Oyelaran no, Vance yes, Pruitt no, Delacroix yes. The motion failed 2-3."
)
TABLE = f"Mr. Vance moved, seconded by Ms. Delacroix, to table {ICE}. Motion carried 5-0."
END = (
    "Mr. Pruitt moved, seconded by Ms. Oyelaran, to terminate the 287(g) agreement with ICE. "
    "Motion carried 3-2."
)
KEEP = END.replace("carried 3-2", "failed 2-3")
TRAINING = (
    "Motion by Mr. Vance, second by Ms. Delacroix, to pay $450 for two officers to attend 287(g) "
    "training in Charleston. Motion carried 5-0."
)
COMMITTEE = (
    "The Public Safety Committee voted 3-0 to recommend approval of the 287(g) agreement with ICE."
)
NEIGHBOUR = "The chief noted that Ashmere Borough Council voted 5-2 to approve a 287(g) agreement."
BEDS = (
    "Motion by Mr. Vance, second by Ms. Delacroix, to approve an intergovernmental service "
    "agreement with ICE for detention beds. Motion carried 4-1."
)
TALK = "Council discussed the 287(g) agreement with ICE with the chief of police. No action."
LUMP = "Motion by Mr. Vance, second by Ms. Delacroix, to adopt Resolution 2025-14. Carried 5-0."
PURPOSE = LUMP.replace("2025-14.", "2025-14, fixing the salary of the parking officer.")
AGREES = (
    "Motion by Mr. Vance, second by Ms. Delacroix, to approve the law enforcement cooperation "
    "agreement as presented by the chief. Motion carried 5-0."
)


@dataclass(frozen=True)
class Paper:
    """One paper handed over: its text is made by `minutes` or given."""

    kind: str
    day: date
    text: str


@dataclass(frozen=True)
class Town:
    """One situation. says: what is said at which meeting; without: meetings whose minutes are gone;
    approves: more meetings whose minutes are approved at one; more: other papers; gone: it left the
    list by the second last workbook; signed: ICE's SIGNED; entered, overlays, missing: further
    things to hold, None where they are not looked at."""

    name: str
    situation: str
    label: str
    says: Mapping[date, str] = field(default_factory=dict)
    without: tuple[date, ...] = ()
    approves: Mapping[date, date] = field(default_factory=dict)
    more: tuple[Paper, ...] = ()
    gone: bool = False
    listed: bool = True
    signed: date | None = SIGNED
    entered: str | None = None
    overlay: str = ""
    missing: tuple[date, ...] | None = None

    @property
    def body(self) -> str:
        return f"pa-{self.name.lower()}-borough-council"

    @property
    def agency(self) -> str:
        return f"{self.name} Borough Police Department"

    def papers(self) -> list[Paper]:
        """All papers, in order of their meetings."""
        held = [
            Paper("minutes", day, self._regular(number, day))
            for number, day in enumerate(MEETS)
            if day not in self.without
        ]
        return sorted([*held, *self.more], key=lambda paper: paper.day)

    def _regular(self, number: int, day: date) -> str:
        before = [MEETS[number - 1] if number else BEFORE]
        before += [self.approves[day]] if day in self.approves else []
        return minutes(self.name, day, self.says.get(day, ""), *before)


def printed(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def minutes(name: str, day: date, said: str = "", *before: date, head: str = "") -> str:
    """Minutes of a council as one of two clerks words them."""
    council = f"{name} Borough Council"
    kind = "Regular Meeting" if day in MEETS else "Special Meeting"
    if day.month % 4 == 1:
        opens = (
            f"{council.upper()}\n{kind.upper()} MINUTES\n{printed(day)}\n\nThe meeting was called "
            "to order at 7:00 p.m.\nPresent: Hartung, Oyelaran, Vance, Pruitt, Delacroix.\n"
        )
        old = "Mr. Vance moved to approve the minutes of {}. Ms. Delacroix seconded. Carried 5-0.\n"
    else:
        opens = (
            f"{council}\n{kind} - {printed(day)}\nMinutes\n\n{council} met at 7:00 PM, President "
            "Hartung presiding. All five members were in attendance.\n"
        )
        old = (
            "Motion by Mr. Pruitt, second by Ms. Oyelaran, to approve the minutes of the {} "
            "meeting. All in favor.\n"
        )
    parts = [head, opens, *(old.format(printed(one)) for one in before), said,
             "The engineer reported on the storm sewer project at Mill Run.",
             "The meeting was adjourned at 8:45 p.m. on motion of Mr. Pruitt.",
             "Respectfully submitted,\nBorough Secretary"]  # fmt: skip
    return "\n\n".join(part for part in parts if part) + "\n"


def agenda(name: str, day: date, item: str = "", *, off: str = "") -> str:
    """A posted agenda; off: what is printed where the meeting was called off."""
    return (
        f"{name.upper()} BOROUGH COUNCIL\nAGENDA\n{printed(day)}, 7:00 P.M.\n\n{off}\n\n"
        f"1. Call to order\n2. Public comment\n3. {item or 'Reports'}\n4. Adjournment\n"
    )
