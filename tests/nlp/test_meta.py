"""What a document says about itself: kind, status, draft or approved, body, kind of meeting."""

from __future__ import annotations

import pytest

from nlp.reading import Reading, read


def _read(text: str, name: str = "document.txt") -> Reading:
    return read(text.encode(), name=name)


HELD = "The meeting was called to order. Motion by Ms. Odell, seconded by Mr. Ito. Motion carried."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Exampleton Council Minutes\nMarch 3, 2026\n{HELD}", "minutes"),
        (
            f"Exampleton Council\nRegular Meeting March 3, 2026\n{HELD} Respectfully submitted",
            "minutes",
        ),
        ("AGENDA\nExampleton Council\n1. Call to order\n2. Approval of minutes", "agenda"),
        ("NOTICE OF PUBLIC MEETING\nThe Exampleton Council will meet March 3, 2026.", "notice"),
        (
            "RESOLUTION NO. 2026-5\nWHEREAS, the Borough\nNOW, THEREFORE, BE IT RESOLVED",
            "resolution",
        ),
        ("\n".join(f"Speaker {n % 3}: Thank you, I move it." for n in range(30)), "transcript"),
        ("A recipe for bread.", "unknown"),
    ],
)
def test_kind(text: str, kind: str) -> None:
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
    ],
)  # fmt: skip
def test_body(top: str, body: str | None) -> None:
    assert _read(f"{top}\nMarch 3, 2026\n{HELD}").body == body


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Regular Meeting Minutes", "regular"),
        ("Special Meeting Minutes", "special"),
        ("Work Session Minutes", "work_session"),
        ("Reorganization Meeting Minutes", "reorganization"),
        ("Minutes", "unknown"),
    ],
)
def test_meeting_kind(title: str, kind: str) -> None:
    assert _read(f"Exampleton Council\n{title}\nMarch 3, 2026\n{HELD}").meeting_kind == kind


@pytest.mark.parametrize(
    ("block", "present", "absent"),
    [
        (
            "Present: Ms. Odell, Mr. Ito and Bo Kern. Absent: Lund.",
            ("Odell", "Ito", "Bo Kern"),
            ("Lund",),
        ),
        ("Members present: Odell, Ito\nAbsent: None", ("Odell", "Ito"), ()),
        ("Present were Council members Odell, Ito, Page.", ("Odell", "Ito", "Page"), ()),
        ("Present:\nAnn Odell\nBo Ito\n\nAlso present: Cy Clerk", ("Ann Odell", "Bo Ito"), ()),
        ("Odell and Ito were present. Kern was excused.", ("Odell", "Ito"), ("Kern",)),
    ],
)
def test_attendance(block: str, present: tuple[str, ...], absent: tuple[str, ...]) -> None:
    made = _read(f"Exampleton Council Minutes\nMarch 3, 2026\n\n{block}\n\n{HELD}").attendance
    assert (made.present, made.absent) == (present, absent)
