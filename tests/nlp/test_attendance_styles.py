"""Who was there, in many bodies' words: a sentence, a list, a roll call, a bench, delegates."""

from __future__ import annotations

import pytest

from nlp.reading import read

HELD = "The meeting was called to order. Motion carried unanimously."
BENCH = """The Court convened with the following members on the bench, to wit:

    Hon. Ann Odell          County Judge, presiding
    Hon. Bo Ito                Commissioner, Precinct 1
    Hon. Cy Kern, Jr.             Commissioner, Precinct 2
    Tonya Roe            County Clerk"""
SEATS = """BOARD MEMBERS PRESENT:
    Ann Odell, III, Chairman                 North Fork District
    Thos. E. Ito           Courthouse District
    Wm. Kern               Green Level District (by telephone until 7:15 p.m.)

ALSO PRESENT: Keith Roe, County Administrator"""
COMMITTEE = """MEMBERS: Ann Odell, Chair; Bo Ito; Cy Kern (via Zoom). Not in attendance: Di Lund.
The Superintendent, Dr. Roe, and the Recording Clerk were in attendance."""
SENT = """DELEGATES: Ann Odell/Exampleton, Chair. Bo Ito/Bellwood. Cy Kern/Crestmont. \
Di Lund/Dornsife (absent)"""
ROLL_ON_MOTION = """Present: Odell, Ito, Kern.

Motion by Ms. Odell, second by Mr. Ito, to adopt the ordinance. The roll was called: Odell, yes; \
Lund, yes; Roe, yes; Kern, no."""


def _members(block: str) -> tuple[str, str]:
    text = f"Exampleton Council Minutes\nMarch 3, 2026\n\n{block}\n\n{HELD}"
    made = read(text.encode(), name="minutes.txt").attendance
    return ", ".join(made.present), ", ".join(made.absent)


@pytest.mark.parametrize(
    ("block", "present", "absent"),
    [
        (BENCH, "Ann Odell, Bo Ito, Cy Kern", ""),
        (SEATS, "Ann Odell, Thos. E. Ito, Wm. Kern", ""),
        (COMMITTEE, "Ann Odell, Bo Ito, Cy Kern", "Di Lund"),
        (SENT, "Ann Odell, Bo Ito, Cy Kern", "Di Lund"),
        (ROLL_ON_MOTION, "Odell, Ito, Kern", ""),
        (
            "Present: Odell, Ito, Kern. Mr. Lund complained that ice was away.",
            "Odell, Ito, Kern",
            "",
        ),
        ("Present: Odell, Ito.\nZoom: 555 0100", "Odell, Ito", ""),
        (
            "Present: Odell, Ito.\n\nThe Fair Board attended. Bo Page attended the meeting.",
            "Odell, Ito",
            "",
        ),
        ("Members present were as follows: Odell, Ito and Kern.", "Odell, Ito, Kern", ""),
        ("With a quorum present (Odell, Ito, Kern), it began.", "Odell, Ito, Kern", ""),
        ("Chair Odell noted a quorum: Odell, Ito, Kern.", "Odell, Ito, Kern", ""),
        (
            "Mayor Odell and Trustee Ito attended in person; Trustee Kern attended by telephone.",
            "Odell, Ito, Kern",
            "",
        ),
        (
            "Trustee Kern was absent due to illness. Trustees Odell and Ito were present.",
            "Odell, Ito",
            "Kern",
        ),
        (
            "ATTENDANCE\nAnn Odell, President - P\nBo Ito - P\nCy Kern - A",
            "Ann Odell, Bo Ito",
            "Cy Kern",
        ),
        ("Odell, Ito and\nKern were present.", "Odell, Ito, Kern", ""),
        ("Odell called the roll. All were present but Lund.", "", "Lund"),
        ("The Ridge Club and the Odell Museum attended a fair in May.", "", ""),
        ("Roll call found the following present: Odell, Ito and Kern.", "Odell, Ito, Kern", ""),
        (
            (
                "Upon roll call the following were found to be present: Mayor Ann "
                "Odell; Councilmembers Bo Ito and Cy Kern. Absent: None."
            ),
            "Ann Odell, Bo Ito, Cy Kern",
            "",
        ),
        ("The following answered roll call: Odell, Ito, Kern.", "Odell, Ito, Kern", ""),
        (
            "The following members answered present to roll call: Odell, Ito, Kern.",
            "Odell, Ito, Kern",
            "",
        ),
        ("Roll Call: Odell-P, Ito-P, Kern-P, Lund-A", "Odell, Ito, Kern", "Lund"),
        ("Upon roll call, the following responded: Odell, Ito and Kern.", "Odell, Ito, Kern", ""),
        ("Responding to roll call were Odell, Ito and Kern.", "Odell, Ito, Kern", ""),
        ("Answering roll call were: Odell, Ito, and Kern.", "Odell, Ito, Kern", ""),
        (
            ("The roll was called, with Ald. Odell, Ito and Kern answering. Ald. Lund was absent."),
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            "The roll was called with Supr. Odell, Ito and Kern answering present.",
            "Odell, Ito, Kern",
            "",
        ),
        (
            "Trustees Odell, Ito, Kern answered the roll. Absent was Trustee Lund.",
            "Odell, Ito, Kern",
            "Lund",
        ),
        ("A quorum was present consisting of Odell, Ito and Kern.", "Odell, Ito, Kern", ""),
        (
            "A quorum was established with the following directors: Odell, Ito and Kern.",
            "Odell, Ito, Kern",
            "",
        ),
        (
            "Members: Odell (present), Ito (present), Kern (present), Lund (absent)",
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            "Present: Chair Odell, Vice Chair Ito, Kern; Absent: Lund (excused)",
            "Odell, Ito, Kern",
            "Lund",
        ),
        ("Present: Odell, Ito, Kern. Also attending were: Manager Lund.", "Odell, Ito, Kern", ""),
        ("Present: Odell, Ito. Joining by phone: Kern.", "Odell, Ito, Kern", ""),
        ("All members present except Lund and Roe.", "", "Lund, Roe"),
        ("With the exception of Mr. Lund, all members were present.", "", "Lund"),
        (
            (
                "Mr. Odell, Mr. Ito, and Ms. Kern were in attendance; Mr. Lund had an "
                "excused absence."
            ),
            "Odell, Ito, Kern",
            "Lund",
        ),
        ("Those present were: Odell, Ito and Kern.", "Odell, Ito, Kern", ""),
        ("Members of the Board present were Odell, Ito and Kern.", "Odell, Ito, Kern", ""),
        ("Board members Odell, Ito and Kern were on hand.", "Odell, Ito, Kern", ""),
        ("Present for the meeting were Odell, Ito and Kern.", "Odell, Ito, Kern", ""),
        (
            (
                "In attendance were Mayor Odell; Councilmembers Ito, Kern; City "
                "Manager Lund; and City Attorney Roe."
            ),
            "Odell, Ito, Kern",
            "",
        ),
        (
            (
                "The roll was called and the following members were present: Odell, "
                "Ito, Kern. Absent members: Lund."
            ),
            "Odell, Ito, Kern",
            "Lund",
        ),
        ("Quorum: Odell, Ito, Kern.", "Odell, Ito, Kern", ""),
        (
            "Members in attendance were Odell, Ito; Kern arrived at 7:10 p.m.",
            "Odell, Ito, Kern",
            "",
        ),
        ("Excused absence: Lund.\nPresent: Odell, Ito, Kern", "Odell, Ito, Kern", "Lund"),
        (
            "Supervisors Odell, Ito and Kern attended. Supervisor Lund was ill.",
            "Odell, Ito, Kern",
            "Lund",
        ),
        ("Selectmen Odell, Ito and Kern present, Lund absent.", "Odell, Ito, Kern", "Lund"),
        ("Present at the meeting: Odell, Ito and Kern.", "Odell, Ito, Kern", ""),
        (
            (
                "The following Commissioners, constituting a quorum, were present: "
                "Odell, Ito and Kern."
            ),
            "Odell, Ito, Kern",
            "",
        ),
        ("There being present: Odell, Ito and Kern.", "Odell, Ito, Kern", ""),
        ("Absent with notice: Lund\nPresent: Odell, Ito, Kern", "Odell, Ito, Kern", "Lund"),
        (
            "Present:\n1. Ann Odell, Chair\n2. Bo Ito\n3. Cy Kern\nAbsent:\n1. Di Lund",
            "Ann Odell, Bo Ito, Cy Kern",
            "Di Lund",
        ),
        (
            "Present:\nWard 1: Ann Odell\nWard 2: Bo Ito\nAt Large: Cy Kern",
            "Ann Odell, Bo Ito, Cy Kern",
            "",
        ),
        (
            "Present: Ann Odell, Ward 1; Bo Ito, Ward 2; Cy Kern, At-Large",
            "Ann Odell, Bo Ito, Cy Kern",
            "",
        ),
        (
            "Present: Ann Odell (Ward 1), Bo Ito (Ward 2), Cy Kern (At-Large)",
            "Ann Odell, Bo Ito, Cy Kern",
            "",
        ),
        (
            "Present: Odell (by telephone), Ito (arr. 7:10), Kern (left 8:30)",
            "Odell, Ito, Kern",
            "",
        ),
        ("Present in person: Odell, Ito. Present via Zoom: Kern.", "Odell, Ito, Kern", ""),
        ("MEMBERS PRESENT (3): Odell, Ito, Kern", "Odell, Ito, Kern", ""),
        (
            (
                "Commissioner Odell called the meeting to order with Commissioners Ito "
                "and Kern present."
            ),
            "Odell, Ito, Kern",
            "",
        ),
        ("Roll: Odell, here; Ito, here; Kern, here; Lund, absent.", "Odell, Ito, Kern", "Lund"),
        ("Roll call: Odell, P; Ito, P; Kern, P; Lund, A.", "Odell, Ito, Kern", "Lund"),
        (
            (
                "Commissioners Ann Odell (Chair), Bo Ito (Vice-Chair) and Cy Kern were "
                "present with Chief Clerk Wendy Luce and Solicitor Bram Katz."
            ),
            "Ann Odell, Bo Ito, Cy Kern",
            "",
        ),
        (
            (
                "Call to order 4:00 p.m., President Odell presiding. Directors Ito and "
                "Kern attended; Director Lund was out ill."
            ),
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            "Delegates: Exampleton - Ann Odell; Bellwood - Bo Ito; Crestmont - Cy Kern",
            "Ann Odell, Bo Ito, Cy Kern",
            "",
        ),
        (
            (
                "Attendance: Chairman Ann Odell; District 1 Commissioner Bo Ito; "
                "District 2 Commissioner Cy Kern; County Manager Di Lund; County Clerk "
                "Fay Roe"
            ),
            "Ann Odell, Bo Ito, Cy Kern",
            "",
        ),
        (
            (
                "On the bench: Judge Odell, Commissioners Ito and Kern. Commissioner "
                "Lund was absent."
            ),
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            "All members answered the roll: Mr. Odell, Mrs. Ito, Mr. Kern Jr.",
            "Odell, Ito, Kern Jr",
            "",
        ),
        (
            (
                "The Clerk noted the following as present: Supervisors Odell, Ito and "
                "Kern, 3. Absent and excused: Supervisor Lund, 1."
            ),
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            (
                "PRESENT                    ABSENT\nAnn Odell                  Di "
                "Lund\nBo Ito\nCy Kern"
            ),
            "Ann Odell, Bo Ito, Cy Kern",
            "Di Lund",
        ),
        (
            "Commissioners present: Odell, Ito, Kern; staff present: Manager Lund, Clerk Roe",
            "Odell, Ito, Kern",
            "",
        ),
        (
            (
                "Chair Odell, Vice Chair Ito and Member Kern were all present, as were "
                "Manager Lund and Clerk Roe."
            ),
            "Odell, Ito, Kern",
            "",
        ),
        (
            "Present were Odell, Ito and Kern, along with Manager Lund and several residents.",
            "Odell, Ito, Kern",
            "",
        ),
        ("Present: Odell, Ito, Kern, and 12 members of the public.", "Odell, Ito, Kern", ""),
        (
            "Roll call showed Odell, Ito and Kern present and Lund absent.",
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            "Roll call - Present: Odell, Ito, Kern. Absent: Lund. Quorum declared.",
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            "Mr. Lund was absent. The other members, Odell, Ito and Kern, were present.",
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            "Directors: Odell - present; Ito - present; Kern - present by phone; Lund - absent",
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            (
                "Members Present:          Ann Odell, Bo Ito, Cy Kern\nMembers Absent:  "
                "         Di Lund\nStaff Present:            Eve Roe, Clerk"
            ),
            "Ann Odell, Bo Ito, Cy Kern",
            "Di Lund",
        ),
        (
            "Roll Call Attendance\nPresent 3 - Odell, Ito, and Kern\nAbsent 1 - Lund",
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            "Attendee: Ann Odell; Bo Ito; Cy Kern\nExcused: Di Lund",
            "Ann Odell, Bo Ito, Cy Kern",
            "Di Lund",
        ),
        (
            "Cornmittee Members Present: Odell (Chair), Ito,\nKern\nMembers Absent: Lund",
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            (
                "Chairman Odell opened the meeting at 7:00 p.m. with Supervisors Ito "
                "and Kern in attendance. Supervisor Lund was on vacation."
            ),
            "Odell, Ito, Kern",
            "Lund",
        ),
        ("The meeting was attended by Odell, Ito and Kern.", "Odell, Ito, Kern", ""),
        (
            ("Attending were Mayor Odell and Trustees Ito and Kern. Trustee Lund did not attend."),
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            (
                "Council President Odell and Councilors Ito and Kern were seated. "
                "Councilor Lund was away."
            ),
            "Odell, Ito, Kern",
            "Lund",
        ),
        ("Physically present: Odell, Ito. Electronically: Kern.", "Odell, Ito, Kern", ""),
        ("Voting members: Odell, Ito, Kern. Non-voting: Lund.", "Odell, Ito, Kern", ""),
        (
            "Council Roll Call: Odell here, Ito here, Kern here, Lund absent.",
            "Odell, Ito, Kern",
            "Lund",
        ),
        (
            (
                "Board: Ann Odell, President; Bo Ito, Vice President; Cy Kern. "
                "Superintendent: Dee Lund. Secretary: Eve Roe."
            ),
            "Ann Odell, Bo Ito, Cy Kern",
            "",
        ),
    ],
)
def test_members(block: str, present: str, absent: str) -> None:
    assert _members(block) == (present, absent)
