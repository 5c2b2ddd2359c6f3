"""Two columns of names are read one after the other in attendance, and nowhere else."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen import canvas

from nlp.locate import locate
from nlp.pages import pages_of

HEAD = "The regular meeting of the Exampleton Water Board was held on March 3, 2026."
Row = str | tuple[str, ...]
STAFF = (
    ("Commissioner Odell", "Ann Tarn (accountant)"),
    ("Commissioner Farrow", "Rob Quill (Superintendent)"),
    ("Commissioner Penn", "Mary Dorn, Attorney"),
)


def _pdf(rows: Sequence[Row], right: float = 300, left: float = 60) -> bytes:
    """Each row a line; of a tuple the parts stand at left, at right, and further right."""
    out = io.BytesIO()
    made = canvas.Canvas(out, pagesize=letter)
    for number, row in enumerate(rows):
        parts = (row,) if isinstance(row, str) else row
        for part, x in zip(parts, (left, right, right + 130), strict=False):
            made.drawString(x, 740 - 14 * number, part)
    made.save()
    return out.getvalue()


def _lines(rows: Sequence[Row], right: float = 300) -> list[str]:
    (page,) = pages_of(_pdf(rows, right)).pages
    return [line.strip() for line in page.text.split("\n")]


def test_members_are_read_before_staff() -> None:
    assert _lines([HEAD, "Present were:", *STAFF, "The meeting was called to order."]) == [
        HEAD,
        "Present were:",
        "Commissioner Odell",
        "Commissioner Farrow",
        "Commissioner Penn",
        "",
        "Ann Tarn (accountant)",
        "Rob Quill (Superintendent)",
        "Mary Dorn, Attorney",
        "The meeting was called to order.",
    ]


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        # One column is longer than the other.
        (
            [HEAD, "Present:", *STAFF, "Commissioner Roe", ("", "Guy Lund (guest)"), "Motion"],
            "Odell Farrow Penn Roe | Tarn Quill Dorn Lund",
        ),
        # Each column has its heading.
        (
            [HEAD, ("MEMBERS PRESENT:", "STAFF PRESENT:"), *STAFF],
            "MEMBERS Odell Farrow Penn | STAFF Tarn Quill Dorn",
        ),
        # One list in two columns: no empty line between them.
        (
            [
                HEAD,
                "Members present:",
                ("Commissioner Odell", "Commissioner Roe"),
                ("Commissioner Farrow", "Commissioner Lund"),
                ("Commissioner Penn", "Commissioner Tarn"),
            ],
            "Odell Farrow Penn Roe Lund Tarn",
        ),
        # Names without titles.
        (
            [
                HEAD,
                "ROLL CALL",
                ("Jo Odell", "Al Roe"),
                ("Di Farrow", "Bo Lund"),
                ("Ed Penn", "Cy Tarn"),
            ],
            "Odell Farrow Penn Roe Lund Tarn",
        ),
    ],
)
def test_kinds_of_columns(rows: Sequence[Row], shown: str) -> None:
    text = "\n".join(_lines(rows))
    order = [text.index(word) for word in shown.split() if word != "|"]
    assert order == sorted(order)
    first, _, second = shown.partition(" | ")
    between = text[text.index(first.split()[-1]) : text.index((second or first).split()[0])]
    assert ("\n\n" in between) == bool(second)


@pytest.mark.parametrize(
    "rows",
    [
        # The right column says something of the left one.
        [
            HEAD,
            "Roll call:",
            ("Jo Odell", "Present"),
            ("Di Farrow", "Absent"),
            ("Ed Penn", "Present"),
        ],
        [
            HEAD,
            "Present:",
            ("Jo Odell", "Mayor"),
            ("Di Farrow", "Vice President"),
            ("Ed Penn", "Clerk"),
        ],
        [HEAD, "Present:", ("Mayor", "Jo Odell"), ("President", "Di Farrow"), ("Clerk", "Ed Penn")],
        [HEAD, "Present:", ("Jo Odell", "Ward 1"), ("Di Farrow", "Ward 2"), ("Ed Penn", "Ward 3")],
        # Two lines are a coincidence.
        [HEAD, "Present were:", *STAFF[:2], HEAD],
        # Not attendance.
        [HEAD, "Bids were opened:", *STAFF],
        [HEAD, "Present were: Odell, Farrow.", "The meeting was called to order.", *STAFF],
        # A line goes through the gap.
        [HEAD, "Present were:", STAFF[0], HEAD, STAFF[1], HEAD, STAFF[2]],
    ],
)
def test_other_tables_and_places_are_left_alone(rows: Sequence[Row]) -> None:
    wanted = [
        " ".join(row.split() if isinstance(row, str) else " ".join(row).split()) for row in rows
    ]
    assert [" ".join(line.split()) for line in _lines(rows)] == wanted


def test_columns_too_near_each_other_are_left_alone() -> None:
    lines = _lines([HEAD, "Present were:", *STAFF], right=60 + 118)
    assert len(lines) == 5


def test_a_name_of_the_second_column_is_found_on_its_page() -> None:
    data = _pdf([HEAD, "Present were:", *STAFF])
    (page,) = pages_of(data).pages
    start = page.text.index("Rob Quill")
    (found,) = locate(data, 1, start, start + len("Rob Quill"), text=page.text)
    assert found.x0 * page.width == pytest.approx(300, abs=0.2)
    assert found.y0 * page.height < page.height - (740 - 14 * 3) < found.y1 * page.height


_NAME = st.sampled_from(["Odell", "Farrow", "Penn", "Roe", "Lund", "Tarn", "Quill", "Dorn"])


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(_NAME, _NAME), min_size=3, max_size=9),
    st.floats(220, 400),
)
def test_no_character_is_lost(names: list[tuple[str, str]], right: float) -> None:
    rows = [(f"Commissioner {a}", f"Ann {b} (staff)") for a, b in names]
    lines = _lines([HEAD, "Present were:", *rows, "Motion to adjourn."], right)
    left = [f"Commissioner {a}" for a, _ in names]
    assert lines == [
        *(HEAD, "Present were:", *left, "", *(f"Ann {b} (staff)" for _, b in names)),
        "Motion to adjourn.",
    ]
