"""Who was there: lists, roll calls, sentences, offices, staff, comings and goings."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.attendance.record import BOTH, record
from nlp.attendance.seen import ABSENT
from nlp.reading import read

TABLE = """Attendee Name      Title         Status     Arrived
Ann Odell          Mayor         Present
Bo Ito             Trustee       Absent
Cy Kern            Trustee       Late       7:12 PM"""
COLUMNS = """Members Present          Staff Present
Ann Odell                Gus Lund, Manager
Bo Ito                   Hal Roe, Engineer"""
HELD = "The meeting was called to order. Motion carried unanimously."


def _members(block: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    text = f"Exampleton Council Minutes\nMarch 3, 2026\n\n{block}\n\n{HELD}"
    made = read(text.encode(), name="minutes.txt").attendance
    return made.present, made.absent


@pytest.mark.parametrize(
    ("block", "present", "absent"),
    [
        ("Present: Ms. Odell, Mr. Ito and Bo Kern. Absent: Lund.", "Odell, Ito, Bo Kern", "Lund"),
        ("Members present: Odell, Ito\nAbsent: None", "Odell, Ito", ""),
        ("Present were Council members Odell, Ito, Page.", "Odell, Ito, Page", ""),
        ("Present:\nAnn Odell\nBo Ito\n\nAlso present: Cy Clerk", "Ann Odell, Bo Ito", ""),
        ("Odell and Ito were present. Kern was excused.", "Odell, Ito", "Kern"),
        ("Present:  2 - Alderperson Odell and Alderperson Page\nExcused:  1 - Alderperson Kern",
         "Odell, Page", "Kern"),
        ("PRESENT: CHAIRMAN ODELL, MR. ITO, MS. KERN\nALSO: MANAGER LUND", "ODELL, ITO, KERN", ""),
        ("Roll: Odell, Supervisors Ann Ito, Bo Kern all present.", "Odell, Ann Ito, Bo Kern", ""),
        ("ROLL CALL: Odell, Ito and Page present; Kern and Lund absent", "Odell, Ito, Page",
         "Kern, Lund"),
        ("Roll call found present Commissioners Odell and Ito. Commissioner Kern was absent.",
         "Odell, Ito", "Kern"),
        ("The Board met with Chair Ann Odell and Commissioners Bo Ito and Cy Kern present.",
         "Ann Odell, Bo Ito, Cy Kern", ""),
        ("Attendance\nMayor Odell: Present\nCommissioner Ito: Absent\nCommissioner Kern: Present",
         "Odell, Kern", "Ito"),
        ("ROLL CALL OF COUNCIL\nOdell - here\nIto - here\nKern - absent", "Odell, Ito", "Kern"),
        (TABLE, "Ann Odell, Cy Kern", "Bo Ito"),
        ("Here: Ann, Bo, Cy and Clerk Dee. Ed not here - flu.", "Ann, Bo, Cy", "Ed"),
        ("The following members were present: Odell and Ito; and the following were absent: Lund.",
         "Odell, Ito", "Lund"),
        ("All members were present except Mr. Lund.", "", "Lund"),
        ("Chairman Ann Odell presided. Commissioners Bo Ito and Cy Kern were in attendance.",
         "Ann Odell, Bo Ito, Cy Kern", ""),
        ("Directors present: Director Page, Director Motion, Director Second, Director Best",
         "Page, Motion, Second, Best", ""),
        ("Members  present  were  Ann  Odell,  Bo  \nIto  and  Cy  Kern.",
         "Ann Odell, Bo Ito, Cy Kern", ""),
        ("Present: Odell, Ito.\n\nMotion by Odell.\nAYES: Odell\nNOES: None\nABSENT: Ito",
         "Odell, Ito", ""),
        (COLUMNS, "Ann Odell, Bo Ito", ""),
        ("Members present: Ann de la Torre, van Odell, Mr. von Ito, St. Kern. Absent: Ms. del Lun.",
         "Ann de la Torre, van Odell, von Ito, St. Kern", "del Lun"),
        ("Aldermen on hand: Odell, Ito and Page.", "Odell, Ito, Page", ""),
        ("Sitting: Judge Odell, Commissioners Ito and Kern.", "Odell, Ito, Kern", ""),
        ("In their seats: Odell, Ito and Kern. Away: Lund.", "Odell, Ito, Kern", "Lund"),
        ("Regrets: Lund\nAttending: Odell, Ito, Kern", "Odell, Ito, Kern", "Lund"),
        ("MAGISTRATES ANSWERING ROLL: SQUIRE ITO, SQUIRE KERN.", "ITO, KERN", ""),
        ("Upon call of the roll there answered Odell, Page and Ito; Kern did not answer.",
         "Odell, Page, Ito", "Kern"),
        ("Mayor Ann Odell presiding, and there were present Members Ito, Page and Kern.",
         "Ann Odell, Ito, Page, Kern", ""),
        ("Upon the roll being called, Lund and Roe voted no.", "", ""),
        ("Council: Mayor Ann Odell; Councillors Bo Ito, Noel St. Roe. Clerk: Cy Kern.",
         "Ann Odell, Bo Ito, Noel St. Roe", ""),
        ("TRUSTEES: Odell, Ito, Kern, all present.", "Odell, Ito, Kern", ""),
        ("Select board: Ann Odell, Bo Ito, Cy Kern (chair), Di Lund\nAbsent: Bo Ito",
         "Ann Odell, Cy Kern, Di Lund", "Bo Ito"),
        ("Board: Odell, Ito and Kern moved to the annex.", "", ""),
        ("Present: Odell, Ito,\nKern.  Absent: Lund.", "Odell, Ito, Kern", "Lund"),
        ("Present: Members Ito, Lund and Chair.", "Ito, Lund, Chair", ""),
    ],
)  # fmt: skip
def test_members(block: str, present: str, absent: str) -> None:
    told = _members(block)
    assert tuple(", ".join(names) for names in told) == (present, absent)


_LABELS = ("Present", "Members Present", "PRESENT", "Council members in attendance", "Roll call")
_SEPARATORS = (": ", " - ", " were ")
_JOINTS = (", ", "; ", "\n")


@pytest.mark.parametrize(
    ("label", "separator", "joint"), list(itertools.product(_LABELS, _SEPARATORS, _JOINTS))
)
def test_labels_separators_joints(label: str, separator: str, joint: str) -> None:
    label = "Present" if (label, separator) == ("Roll call", " were ") else label
    names = ("Ann Odell", "Bo Ito", "Cy Kern")
    assert _members(f"{label}{separator}{joint.join(names)}") == (names, ())


@pytest.mark.parametrize(
    ("block", "name", "office", "staff"),
    [
        ("Present: Mayor Ann Odell, Bo Ito", "Ann Odell", "Mayor", False),
        ("Present: Ann Odell, Vice Chair; Bo Ito", "Ann Odell", "Vice Chair", False),
        ("Present: Ann Odell - Board President\nBo Ito - Board Member", "Bo Ito", None, False),
        ("Present: Odell, Ito, Solicitor Gus Lund", "Gus Lund", "Solicitor", True),
        ("Present: Odell, Ito, Gus Lund, Borough Manager", "Gus Lund", "Borough Manager", True),
        ("Present: Odell, Ito, Gus Lund, Road Operations Manager", "Gus Lund",
         "Road Operations Manager", True),
        ("Present: Odell. Also present: Chief Gus Lund.", "Gus Lund", "Chief", True),
        ("Present: Odell, Ito\nGuests: Gus Lund", "Gus Lund", None, True),
        ("Present: Odell, member; Ito, member; Kern, clerk", "Kern", "clerk", False),
        ("Present: Supervisor Ito, Clerk Odell, Treasurer Kern, Trustee Page", "Odell", "Clerk",
         False),
        ("Present: Supervisor Ito, Clerk Odell, Supervisor Kern", "Odell", "Clerk", True),
        ("Present: Deputy Mayor Odell, Ito", "Odell", "Deputy Mayor", False),
        ("Present: Odell, Ito, Student Gus Lund", "Gus Lund", "Student", True),
    ],
)  # fmt: skip
def test_offices_and_staff(block: str, name: str, office: str | None, staff: bool) -> None:
    found = {entry.seen.name: entry.seen for entry in record(f"{block}\n\n{HELD}")}
    assert (found[name].office, found[name].staff) == (office, staff)


@pytest.mark.parametrize(
    ("block", "state", "at"),
    [
        ("Present: Odell, Ito (arrived at 7:12 p.m.)", "late", "19:12"),
        ("Present: Odell, Ito (via Zoom)", "remote", None),
        ("Present by phone: Ito", "remote", None),
        ("Present: Odell. Absent: Ito.\n\nMr. Ito arrived at 7:12 p.m.", "late", "19:12"),
        ("Present: Odell, Ito.\n\nMr. Ito left the meeting at 9:05 p.m.", "left", "21:05"),
        ("Present: Odell, Ito.\n\nMs. Ito left the meeting at 9:05 p.m.\n\nMs. Ito returned.",
         "present", None),
        ("Present: Odell, Ito.\n\nMr. Ito left a note at the office.", "present", None),
    ],
)  # fmt: skip
def test_comings_and_goings(block: str, state: str, at: str | None) -> None:
    found = {entry.seen.name: entry.seen for entry in record(f"{block}\n\n{HELD}")}
    assert (found["Ito"].state, found["Ito"].at) == (state, at)


def test_one_person_under_several_spellings() -> None:
    text = "Present: Jo Powers Gardener, Bo Ito\n\nMs. Powers Gardner arrived at 7:30 p.m."
    found = record(text)
    assert [entry.seen.name for entry in found] == ["Jo Powers Gardener", "Bo Ito"]
    assert found[0].seen.state == "late"


def test_two_members_with_one_surname_stay_two() -> None:
    found = record("Present: John Miller, Michelle Miller. Absent: None")
    assert [entry.seen.name for entry in found] == ["John Miller", "Michelle Miller"]


def test_present_and_absent_at_once_is_a_doubt() -> None:
    (entry, _) = record("Present: Ann Odell, Bo Ito\nAbsent: Odell")
    assert entry.doubts == (BOTH,)
    assert entry.spellings == ("Ann Odell", "Odell")


def test_people_stand_where_they_are_said_to() -> None:
    text = "Exampleton Council Minutes\nPresent: Mayor Ann Odell, Bo Ito\n\n" + HELD
    reading = read(text.encode(), name="minutes.txt")
    for person in reading.attendance.people:
        assert reading.pages[person.page - 1].text[person.start : person.end] == person.name


@given(
    st.lists(
        st.sampled_from(["Odell", "Ito", "de la Torre", "van Lund", "Roe"]), unique=True, min_size=1
    )
)
def test_every_listed_name_is_found_once(names: list[str]) -> None:
    found = record(f"Members present: {', '.join(names)}\n\n{HELD}")
    assert [entry.seen.name for entry in found] == names
    assert all(entry.seen.state != ABSENT for entry in found)
