"""What a document says about itself: kind, status, draft or approved, body, kind of meeting."""

from __future__ import annotations

import pytest

from nlp.reading import Reading, read


def _read(text: str, name: str = "document.txt") -> Reading:
    return read(text.encode(), name=name)


HELD = "The meeting was called to order. Motion by Ms. Odell, seconded by Mr. Ito. Motion carried."


LONG_TITLE = """MINUTES OF A REGULAR MEETING OF THE CITY COUNCIL OF THE CITY OF EXAMPLETON
Member Odell introduced the following:
RESOLUTION NO. 5
BE IT RESOLVED that it is.
Seconded by Member Ito, the motion carried."""
REMEMBERED = """COUNTY OF EXAMPLE          REGULAR SESSION, MARCH 3, 2026
BE IT REMEMBERED that on the 3rd day of March, A.D. 2026, the Court convened in its usual place.
1. Commissioner Odell made the motion to pay the bills; Commissioner Ito gave the second."""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Exampleton Council Minutes\nMarch 3, 2026\n{HELD}", "minutes"),
        (
            f"Exampleton Council\nRegular Meeting March 3, 2026\n{HELD} Respectfully submitted",
            "minutes",
        ),
        ("AGENDA\nExampleton Council\n1. Call to order\n2. Approval of minutes", "agenda"),
        (LONG_TITLE, "minutes"),
        (REMEMBERED, "minutes"),
        ("NOTICE OF PUBLIC MEETING\nThe Exampleton Council will meet March 3, 2026.", "notice"),
        (
            "RESOLUTION NO. 2026-5\nWHEREAS, the Borough\nNOW, THEREFORE, BE IT RESOLVED",
            "resolution",
        ),
        ("\n".join(f"Speaker {n % 3}: Thank you, I move it." for n in range(30)), "transcript"),
        ("A recipe for bread.", "unknown"),
        (
            "Exampleton Council\nAyes and noes\n"
            + "MOTION: Pay the bills\nMOVED: ODELL\nSECOND: ITO\nAYE: ALL\nRESULT: LOST\n" * 6,
            "minutes",
        ),
        ("ARTICLE 4: To see if the Town will vote to raise $5.", "agenda"),
        (
            "Exampleton Board\nWelcome and Roll Call\nApproval of Minutes\nNew Business\nAdjourn",
            "agenda",
        ),
        (
            "and the case.\nAdjourned at 10:25 p.m.\n\nMay 5, 2026 Council Minutes Page 10",
            "minutes",
        ),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert _read(text).kind == kind


RECORDS = (
    """Exampleton Council
March 3, 2026
That the lot be sold was moved by Ms. Odell, with Mr. Ito seconding. It was not adopted.
That it be let was moved by Mr. Ito, with Ms. Odell seconding. It was adopted with no dissent.""",
    """Exampleton Board
March 3, 2026
VOTED: On motion of Ms. Odell, second of Mr. Ito, to pay (3-0-0).
VOTED: On motion of Mr. Ito, second of Mr. Kern, to sell (2-1-0).""",
    """Exampleton Council, March 3, 2026
Bills: Odell/Ito, 5-0 carried.
Well: Kern/Ito. Failed 2-3.
Lot: Odell/Kern. Passed 4-1.""",
    """EXAMPLETON COURT, MARCH TERM
ORDERED THE CLAIMS BE PAID. MOTION ODELL, SECOND ITO, ALL CONCUR.
ORDERED THE ROAD BE SHUT. MOTION KERN, SECOND ITO, ALL CONCUR.""",
    "Exampleton Council\n" + "Motion:\n Odell  Ito  Kern\n Y-M    Y    Y-S   Passed 3-0\n" * 6,
    """Exampleton Board
March 3, 2026
Ito offered to paint it. So ordered by a vote of three. Kern proposed to wait, Ito seconded.
2 for, 3 against. Odell moved to close, Kern 2nd. Aye: all.""",
    "Exampleton Council\nMarch 3, 2026\n"
    + "Resolution #26-5\nMoved by: A. Odell\nSeconded by: B. Ito\nBE IT RESOLVED\nCarried\n" * 5,
    """Exampleton Library
Notes of the meeting of March 3, 2026
Ann moved to buy a chair and reported on shelves.""",
)


@pytest.mark.parametrize("text", RECORDS)
def test_decisions_told_again_and_again_are_minutes(text: str) -> None:
    assert _read(text).kind == "minutes"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            """RESOLUTION NO. 26-5
WHEREAS, the Town; NOW, THEREFORE, BE IT RESOLVED
Introduced by Odell, seconded by Ito. Ayes: Odell, Ito. Nays: none. Motion carried 2-0.""",
            "resolution",
        ),
        (
            """Exampleton Board
Call to order
Approval of minutes. Suggested motion: move to approve. Moved: ____ Seconded: ____ Ayes: __
Ordinance 5 (first reading passed 5-0 on February 3)
Public comment
Adjournment""",
            "agenda",
        ),
        (
            """Exampleton hears of it
The council voted 5-2. Odell moved to table. It failed 2-5.""",
            "unknown",
        ),
        ("AGENDA\nExampleton Council\n" + "5. Ordinance 5 (Odell/Ito, passed 5-0)\n" * 6, "agenda"),
    ],
)
def test_a_vote_told_once_or_in_an_agenda_makes_no_minutes(text: str, kind: str) -> None:
    assert _read(text).kind == kind


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("NOTICE OF CANCELLATION\nThe April 14, 2026 council meeting is cancelled.", "cancelled"),
        ("AGENDA\nCANCELED\nExampleton Council, April 14, 2026\n1. Call to order", "cancelled"),
        (
            "Council Minutes\nApril 14, 2026\nFor lack of a quorum the meeting was not held.",
            "cancelled",
        ),
        ("NOTICE\nThe April 14, 2026 meeting has been rescheduled to April 16, 2026.", "cancelled"),
        (f"Council Minutes\nApril 14, 2026\n{HELD} The May 5 meeting is cancelled.", "held"),
        ("AGENDA\nExampleton Council, April 14, 2026\n1. Call to order", "unknown"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert _read(text).status == status


@pytest.mark.parametrize(
    ("top", "foot", "status"),
    [
        ("DRAFT", "", "draft"),
        ("Unapproved Minutes", "", "draft"),
        ("", "These minutes are subject to approval by council.", "draft"),
        ("", "Approved: April 7, 2026", "approved"),
        ("", "Meeting minutes approved at the April 7, 2026 meeting.", "approved"),
        ("", "Approved: ____________", "unknown"),
        ("(Approved April 7, 2026)", "", "approved"),
        ("", "Minutes of March 3, 2026 (draft)", "draft"),
        ("", "PASSED AND ADOPTED this 3rd day of March, 2026.", "unknown"),
        ("", "Approved by the Borough Council on April 7, 2026.", "approved"),
        ("", "Approved 5-0 on April 7, 2026.", "unknown"),
        ("", "The draft ordinance was approved 5-0.", "unknown"),
        ("", "", "unknown"),
    ],
)
def test_minutes_status(top: str, foot: str, status: str) -> None:
    reading = _read(f"{top}\nExampleton Council Minutes\nMarch 3, 2026\n{HELD}\n{foot}\n")
    assert reading.minutes_status == status


@pytest.mark.parametrize(
    ("top", "body"),
    [
        ("Exampleton Borough Council Meeting Minutes", "Exampleton Borough Council"),
        ("BOROUGH OF EXAMPLETON\nCOUNCIL MEETING MINUTES", "BOROUGH OF EXAMPLETON COUNCIL"),
        ("Minutes of the Exampleton Township Board of Supervisors",
         "Exampleton Township Board of Supervisors"),
        ("Minutes of a meeting", None),
        ("Town of Exampleton - Town Board\nUnapproved minutes", "Town of Exampleton Town Board"),
        ("CITY OF EXAMPLETON\nJuly 3\nREGULAR SESSION OF COUNCIL", "CITY OF EXAMPLETON COUNCIL"),
        ("At a regular meeting of the Board of Supervisors of Exampleton County, held in the Court",
         "Board of Supervisors of Exampleton County"),
        ("A regular meeting of Exampleton Borough Council was held on Monday",
         "Exampleton Borough Council"),
        ("ROLL CALL OF COUNCIL\nKern here", None),
    ],
)  # fmt: skip
def test_body(top: str, body: str | None) -> None:
    assert _read(f"{top}\nMarch 3, 2026\n{HELD}").body == body


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Regular Meeting Minutes", "regular"),
        ("Special Meeting Minutes", "special"),
        ("Emergency Meeting Minutes", "special"),
        ("Joint Meeting with the Planning Commission", "special"),
        ("Joint Work Session", "work_session"),
        ("Work Session Minutes", "work_session"),
        ("Reorganization Meeting Minutes", "reorganization"),
        ("Minutes", "unknown"),
    ],
)
def test_meeting_kind(title: str, kind: str) -> None:
    assert _read(f"Exampleton Council\n{title}\nMarch 3, 2026\n{HELD}").meeting_kind == kind


@pytest.mark.parametrize(
    ("words", "opened", "closed"),
    [
        ("Ms. Odell called the meeting to order at 7:02 p.m. Adjourned at 9 PM.", "19:02", "21:00"),
        ("CALL TO ORDER: 10:00 A.M.\nADJOURNMENT: noon", "10:00", "12:00"),
        ("The meeting was called to order at 1830 hours. At 8:15 the meeting adjourned.", "18:30",
         None),
        ("Called to order at 7:00.\nWork session 7:00 p.m. to 8:00 p.m.", "19:00", None),
        ("Convened at 2:00. The meeting was adjourned at 4:15.", "14:00", "16:15"),
        ("Called to order at 6:00 p.m. Adjourned at 9:10 p.m.\nCLOSED\nAdjourned at 5:30 pm.",
         "18:00", "21:10"),
        ("The council recessed. Ten minutes later it went on.", None, None),
    ],
)  # fmt: skip
def test_the_course_of_the_meeting(words: str, opened: str | None, closed: str | None) -> None:
    reading = _read(f"Exampleton Council Minutes\nMarch 3, 2026\n{words}\nMotion carried.")
    assert (reading.called_to_order, reading.adjourned) == (opened, closed)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The next regular meeting is Tuesday, April 7, 2026.", "2026-04-07"),
        ("Next meeting: April 7 at 7 p.m.", "2026-04-07"),
        ("The meeting was adjourned to March 10, 2026.", "2026-03-10"),
        ("The next meeting of the league was on February 3, 2026.", None),
    ],
)
def test_the_next_meeting(words: str, day: str | None) -> None:
    assert _read(f"Exampleton Council Minutes\nMarch 3, 2026\n{HELD}\n{words}").next_meeting == day


def test_every_fact_stands_where_it_says() -> None:
    reading = _read(
        "Exampleton Borough Council\nRegular Meeting Minutes\nMarch 3, 2026\n\n"
        "Called to order at 7:00 p.m.\nMotion to approve the minutes of February 3, 2026 and the "
        "special meeting of February 10, 2026. Motion carried.\nAdjourned at 8:00 p.m.\n"
        "Next meeting April 7, 2026.\nApproved: April 7, 2026"
    )
    told: dict[str, list[str]] = {}
    for fact in reading.facts:
        assert reading.pages[fact.page - 1].text[fact.start : fact.end] == fact.quote
        assert fact.rule
        told.setdefault(fact.name, []).append(fact.value)
    assert told["approves_minutes_of"] == ["2026-02-03", "2026-02-10"]
    assert told["meeting_date"] == ["2026-03-03"]
    assert told["called_to_order"] == ["19:00"]
    assert told["minutes_status"] == ["approved"]
    assert told["next_meeting"] == ["2026-04-07"]
