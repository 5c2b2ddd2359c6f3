"""What happened to the agreements at the meetings: the matters outside a body's daily business.

Owns the dates, the wordings and the tallies that decide each body's label (`expected` names them).
The house styles put them into a clerk's sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Motion:
    """A motion as moved ("to approve ..."). nays: seats that voted no; carried: its fate."""

    what: str
    nays: tuple[int, ...] = ()
    carried: bool = True


@dataclass(frozen=True)
class Matter:
    """One matter at one meeting.

    agenda: the item as listed, None when it was not listed. said: paragraphs before the motion.
    draft_seconder: seat that an earlier, uncorrected draft of the minutes names as seconder.
    section: the heading it stands under in the minutes.
    """

    body: str
    day: date
    section: str
    agenda: str | None = None
    said: tuple[str, ...] = ()
    motion: Motion | None = None
    draft_seconder: int | None = None


_ICE = "U.S. Immigration and Customs Enforcement"
_NEW, _OLD, _POLICE, _HEARD = "New Business", "Old Business", "Police Report", "Public Comment"

MATTERS: tuple[Matter, ...] = (
    # Pellbrook: by resolution, five weeks before ICE signed; a resident speaks afterwards.
    Matter(
        "pa-pellbrook-borough",
        date(2025, 11, 10),
        _NEW,
        f"Resolution 2025-14: memorandum of agreement with {_ICE}, Section 287(g)",
        ("The solicitor reviewed Resolution 2025-14.",),
        Motion(
            "to adopt Resolution 2025-14 authorizing the Chief of Police to execute a memorandum "
            f"of agreement with {_ICE} under Section 287(g)",
            nays=(2, 5),
        ),
    ),
    Matter(
        "pa-pellbrook-borough",
        date(2026, 3, 9),
        _HEARD,
        None,
        ("A resident of Ferry Street spoke against the borough's agreement with ICE.",),
    ),
    # Tannerport: nine days before ICE signed, so the order cannot be told from the list.
    Matter(
        "pa-tannerport-borough",
        date(2026, 2, 10),
        _NEW,
        f"Consider 287(g) Task Force Model agreement with {_ICE}",
        (),
        Motion(
            f"to approve the 287(g) Task Force Model agreement between the Borough and {_ICE}",
            nays=(3,),
        ),
    ),
    # Windlass: the chief signed first, the supervisors ratified in summer; the minutes come out in
    # the last week.
    Matter(
        "pa-windlass-township",
        date(2026, 8, 11),
        _NEW,
        f"Ratify memorandum of agreement with {_ICE} under Section 287(g)",
        (),
        Motion(
            f"to ratify the memorandum of agreement with {_ICE} under Section 287(g) that the "
            "Chief of Police has signed",
            nays=(4,),
        ),
    ),
    # Cresswick: approved in November, ended four to three in July.
    Matter(
        "pa-cresswick-city",
        date(2025, 11, 20),
        _NEW,
        f"Resolution 2025-31: 287(g) agreement with {_ICE}",
        (),
        Motion(
            "to approve Resolution 2025-31 authorizing the Chief of Police to enter into a "
            f"memorandum of agreement with {_ICE} under Section 287(g)",
            nays=(1, 4),
        ),
    ),
    Matter(
        "pa-cresswick-city",
        date(2026, 7, 16),
        _OLD,
        f"Termination of the 287(g) agreement with {_ICE}",
        ("Members of the public were heard before the vote.",),
        Motion(
            f"to terminate the memorandum of agreement with {_ICE} under Section 287(g)",
            nays=(0, 2, 5),
        ),
        draft_seconder=3,
    ),
    # Thornquist: approved in October, ended in May, on ICE's list ever since.
    Matter(
        "pa-thornquist-borough",
        date(2025, 10, 14),
        _NEW,
        f"Agreement with {_ICE}, Section 287(g)",
        (),
        Motion(
            f"to authorize the Chief of Police to sign a memorandum of agreement with {_ICE} "
            "under Section 287(g) of the Immigration and Nationality Act",
            nays=(6,),
        ),
    ),
    Matter(
        "pa-thornquist-borough",
        date(2026, 5, 12),
        _OLD,
        f"Withdrawal from the 287(g) agreement with {_ICE}",
        (),
        Motion(
            f"to end the borough's 287(g) memorandum of agreement with {_ICE}",
            nays=(0, 3),
        ),
    ),
    # Dunmarrow: voted down, and listed four weeks later all the same.
    Matter(
        "pa-dunmarrow-township",
        date(2025, 11, 18),
        _NEW,
        f"Proposed 287(g) memorandum of agreement with {_ICE}",
        (),
        Motion(
            f"to approve the proposed 287(g) memorandum of agreement with {_ICE}",
            nays=(1, 2, 4),
            carried=False,
        ),
    ),
    Matter(
        "pa-dunmarrow-township",
        date(2026, 1, 20),
        _HEARD,
        None,
        ("A resident asked why the township stands on the ICE list.",),
    ),
    # Ottermill: approved in April, never on a list.
    Matter(
        "pa-ottermill-borough",
        date(2026, 4, 14),
        _NEW,
        f"Resolution 2026-09: 287(g) memorandum of agreement with {_ICE}",
        (),
        Motion(
            "to adopt Resolution 2026-09 authorizing the Chief of Police to execute a memorandum "
            f"of agreement with {_ICE} under Section 287(g)",
            nays=(2, 6),
        ),
    ),
    # Wexcombe: listed for January; the minutes record nothing about it.
    Matter(
        "pa-wexcombe-township",
        date(2026, 1, 13),
        _NEW,
        f"Consider memorandum of agreement with {_ICE}, 287(g) Task Force Model",
        ("The remaining item under New Business was not taken up.",),
    ),
    # Elmstead: the chief spoke of it; nobody moved anything.
    Matter(
        "pa-elmstead-borough",
        date(2025, 12, 17),
        _POLICE,
        None,
        (f"Chief Bellis told council of the 287(g) program of {_ICE} and answered questions.",),
    ),
    # Gravenhurst: moved, tabled, and never taken from the table.
    Matter(
        "pa-gravenhurst-borough",
        date(2025, 12, 9),
        _NEW,
        f"Memorandum of agreement with {_ICE} under Section 287(g)",
        (),
        Motion(
            f"to table the proposed memorandum of agreement with {_ICE} under Section 287(g)",
        ),
    ),
    # Hollin Forge: gone from the list in February, approved in March, listed anew in April.
    Matter(
        "pa-hollin-forge-township",
        date(2026, 3, 10),
        _NEW,
        f"Resolution 2026-05: 287(g) memorandum of agreement with {_ICE}",
        (),
        Motion(
            "to adopt Resolution 2026-05 authorizing the Township to enter into a memorandum of "
            f"agreement with {_ICE} under Section 287(g)",
            nays=(3,),
        ),
    ),
    # Corvale Borough: at a special meeting. Corvale Township, its neighbour, never voted.
    Matter(
        "pa-corvale-borough",
        date(2025, 10, 21),
        _NEW,
        f"Memorandum of agreement with {_ICE}, Section 287(g)",
        (),
        Motion(
            f"to approve the memorandum of agreement with {_ICE} under Section 287(g)",
            nays=(1,),
        ),
    ),
    # Nettlebrook: the vote was read before the site's robots.txt shut the door.
    Matter(
        "pa-nettlebrook-township",
        date(2026, 2, 10),
        _NEW,
        f"Agreement with {_ICE} under Section 287(g), Warrant Service Officer model",
        (),
        Motion(
            f"to approve the Warrant Service Officer agreement with {_ICE} under Section 287(g)",
            nays=(0,),
        ),
    ),
    # Drumlin: on the agenda of a meeting two days after the last look.
    Matter(
        "pa-drumlin-township",
        date(2026, 9, 16),
        _NEW,
        f"Resolution 2026-22: 287(g) memorandum of agreement with {_ICE}",
    ),
    # Tolliver Run: the police commission of three towns.
    Matter(
        "pa-tolliver-run-police-commission",
        date(2025, 12, 18),
        _NEW,
        f"287(g) memorandum of agreement with {_ICE}",
        ("The Commission met a week early on account of the holiday.",),
        Motion(
            f"to approve the 287(g) memorandum of agreement between the Commission and {_ICE}",
            nays=(5,),
        ),
    ),
)

SPECIAL_MEETINGS = frozenset({("pa-corvale-borough", date(2025, 10, 21))})
CANCELLED = frozenset(
    {("pa-quillford-borough", date(2025, 12, 17)), ("pa-corvale-township", date(2025, 12, 10))}
)
MOVED = {("pa-tolliver-run-police-commission", date(2025, 12, 25)): date(2025, 12, 18)}


def matters(body_id: str, day: date) -> tuple[Matter, ...]:
    """What was special at that body's meeting of that day, in order."""
    return tuple(m for m in MATTERS if (m.body, m.day) == (body_id, day))
