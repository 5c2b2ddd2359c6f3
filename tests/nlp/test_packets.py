"""Attachments: told apart from the body's own record, which is never cut short for them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.bound import another_body, sign
from nlp.reading import Reading, read
from tests.nlp import build

OWN = """EXAMPLETON BOROUGH COUNCIL
Minutes of the Regular Meeting of July 14, 2026

The meeting was called to order at 7:00 p.m. by President Odell. Present: Odell, Brandt, Reyes.

Motion by Ms. Odell, seconded by Mr. Brandt, to approve the bills. Motion carried 3-0.
"""
END = """Motion by Mr. Reyes, seconded by Mr. Brandt, to adjourn. All in favor. Motion carried.
The meeting was adjourned at 8:10 p.m.

Respectfully submitted,
Dana Price, Secretary
"""
MORE = """Mr. Reyes reported on the roads and asked for money.

Motion by Mr. Brandt, seconded by Ms. Odell, to buy salt for the winter. Motion carried 3-0.
"""
PLANNING = """EXAMPLETON BOROUGH PLANNING COMMISSION
Minutes of the Meeting of June 25, 2026

The meeting was called to order at 6:30 p.m. Present: Farrow, Vance, Tully.

Motion by Mr. Farrow, seconded by Ms. Vance, to recommend the plan of lots. Motion carried 3-0.
The meeting was adjourned at 7:00 p.m.
"""
EARLIER = OWN.replace("July 14", "June 9").replace("the bills", "the budget") + END
RESOLUTION = """RESOLUTION NO. 2026-14

WHEREAS, the Borough has the power to make agreements; and
WHEREAS, Section 287(g) of the Immigration and Nationality Act allows such an agreement;
NOW, THEREFORE, BE IT RESOLVED that the memorandum of agreement with ICE is approved.
"""
CONTRACT = """AGREEMENT BETWEEN EXAMPLETON BOROUGH AND THE COUNTY

This Agreement is made by and between the Borough and the County, hereinafter the parties.
"""
EXHIBIT = """EXHIBIT A

Map of the roads of the borough, with the lots in question in red.
"""
LETTER = """Green Lane 5
Exampleton

Dear Council,

I write about the roads. Please have them mended.
"""
AGENDA = """EXAMPLETON BOROUGH COUNCIL
Agenda of the Regular Meeting of August 11, 2026

1. Call to Order
2. Approval of Minutes
3. Adjournment
"""


def bound(*pages: str, name: str = "minutes.txt") -> Reading:
    return read("\f".join(pages).encode(), name=name)


def movers(reading: Reading) -> list[str | None]:
    return [motion.mover for motion in reading.motions]


def shape(reading: Reading) -> list[tuple[str, int, int]]:
    return [(one.kind, one.first_page, one.last_page) for one in reading.attachments]


def test_anothers_minutes_behind_the_end_are_no_votes_here() -> None:
    reading = bound(OWN, END, PLANNING)
    assert shape(reading) == [("minutes", 3, 3)]
    assert "PLANNING" in (reading.attachments[0].body or "").upper()
    assert movers(reading) == ["Odell", "Reyes"]
    assert any("1 of 3 pages hold attachments (page 3)" in doubt for doubt in reading.doubts)
    assert not any("import them" in doubt for doubt in reading.doubts)


def test_what_others_approve_is_not_approved_here() -> None:
    approving = PLANNING.replace(
        "Motion by", "The minutes of the May 28, 2026 meeting were approved.\n\nMotion by"
    )
    own = OWN.replace(
        "Motion by", "The minutes of the June 9, 2026 meeting were approved.\n\nMotion by"
    )
    assert bound(own, END, approving).approves_minutes_of == ("2026-06-09",)
    assert bound(own, END, approving).adjourned == "20:10"


def test_earlier_minutes_of_the_same_body_want_to_be_imported() -> None:
    reading = bound(OWN, END, EARLIER)
    assert movers(reading) == ["Odell", "Reyes"]
    wanted = "minutes of 2026-06-09 are bound in on page 3: import them for their own meeting"
    assert wanted in reading.doubts


@pytest.mark.parametrize(
    ("pages", "kinds"),
    [
        ((OWN, EXHIBIT, MORE, END), [("other", 2, 2)]),
        ((OWN, RESOLUTION, MORE + END), [("resolution", 2, 2)]),
        ((OWN, PLANNING, MORE + END), [("minutes", 2, 2)]),
        ((OWN, CONTRACT, "and the parties so agree.\n", MORE + END), [("agreement", 2, 3)]),
        # A blank page and a page that only goes on are the body's own.
        ((OWN, "", MORE, END), []),
        # The vote stands under the resolution's text: the page tells, and is the body's own.
        ((OWN, RESOLUTION + MORE, END), []),
        # The same meeting's second title, and a second part of it.
        ((OWN, OWN.split("\n\n")[0] + "\n\n" + MORE, END), []),
        ((OWN, OWN.replace("Regular", "Second").split("\n\nMotion")[0], MORE), []),
        # The agenda stands in front.
        ((AGENDA.replace("August 11", "July 14"), OWN, MORE, END), []),
        # What follows the adjournment of one session is told as the others were.
        ((OWN + "The meeting was adjourned at 8:00 p.m.\n", MORE, END), []),
    ],
    ids=range(10),
)  # fmt: skip
def test_the_own_record_goes_on(pages: tuple[str, ...], kinds: list[tuple[str, int, int]]) -> None:
    reading = bound(*pages)
    assert reading.kind == "minutes"
    assert shape(reading) == kinds
    own = [page for page in pages if page != PLANNING]
    told = sum(page.count("Motion by") for page in own)
    assert len(reading.motions) == told


def test_a_header_with_the_title_opens_nothing() -> None:
    head = "EXAMPLETON BOROUGH COUNCIL\nMinutes, Present: see page 1\nJuly 14, 2025\n\n"
    reading = bound(OWN, head + MORE, head + MORE, head + END)
    assert reading.attachments == ()
    assert len(reading.motions) == 4


def test_own_page_numbers_bring_the_record_back() -> None:
    def numbered(text: str, number: int) -> str:
        return f"{text}\nPage {number} of 4\n"

    quiet = "The council heard the engineer.\n"
    pages = (numbered(OWN, 1), PLANNING, numbered(quiet, 2), numbered(MORE, 3), numbered(END, 4))
    reading = bound(*pages)
    assert shape(reading) == [("minutes", 2, 2)]
    assert movers(reading) == ["Odell", "Brandt", "Reyes"]


def test_a_resolution_behind_the_end_keeps_its_flag() -> None:
    reading = bound(OWN, END, RESOLUTION)
    assert shape(reading) == [("resolution", 3, 3)]
    (flag,) = reading.flags
    assert (flag.page, flag.topic, flag.section) == (3, "287g", None)


def test_one_long_page_is_cut_at_the_titles_behind_its_end() -> None:
    reading = bound(f"{OWN}\n{END}\n{PLANNING}\n{RESOLUTION}")
    assert [one.kind for one in reading.attachments] == ["minutes", "resolution"]
    first = reading.attachments[0]
    text = reading.pages[0].text
    assert text[first.first_start :].startswith("EXAMPLETON BOROUGH PLANNING COMMISSION")
    assert text[: first.last_end].rstrip().endswith("adjourned at 7:00 p.m.")
    assert movers(reading) == ["Odell", "Reyes"]


def test_a_packet_is_an_agenda_with_attachments() -> None:
    reading = bound(AGENDA, EARLIER, PLANNING, CONTRACT, LETTER, name="packet.txt")
    assert reading.kind == "packet"
    assert reading.motions == ()
    assert shape(reading) == [
        ("minutes", 2, 2), ("minutes", 3, 3), ("agreement", 4, 4), ("other", 5, 5),
    ]  # fmt: skip
    assert [d for d in reading.doubts if "import" in d] == [
        "minutes of 2026-06-09 are bound in on page 2: import them for their own meeting"
    ]


def test_scans_behind_the_end_are_attachments() -> None:
    own, end = OWN.split("\n"), END.split("\n")
    picture = build.pictures(build.pdf([["x"]]), dpi=20)[0]
    reading = read(build.bound([own, end, picture, picture]), name="minutes.pdf")
    assert shape(reading) == [("other", 3, 4)] or {p.method for p in reading.pages[2:]} == {"blank"}


@pytest.mark.parametrize(
    ("own", "printed", "another"),
    [
        ("Exampleton Borough Council", "Planning Commission", True),
        ("Exampleton Borough Council", "Exampleton School Board", True),
        ("Exampleton Borough Council", "Council", False),
        ("Exampleton Borough Council", "EXAMPLETON BOROUGH COUNCIL", False),
        ("Exampleton Borough Council", "Exarnpleton Borough Council", False),
        ("Exampleton Borough Council", "Northfield Township Supervisors", True),
        ("Exampleton Special Water District", "Board of Commissioners", False),
        ("Town of Exampleton Planning Board", "Planning Board", False),
        ("Exampleton Planning Commission", "Exampleton Borough Council", True),
        ("Exampleton School Board", "Board of Education", False),
        (None, "Planning Commission", False),
        ("Exampleton Borough Council", None, False),
    ],
)
def test_whose(own: str | None, printed: str | None, another: bool) -> None:
    assert another_body(own, printed) is another


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (PLANNING, "minutes"), (AGENDA, "agenda"), (RESOLUTION, "resolution"),
        (CONTRACT, "agreement"), (EXHIBIT, "other"), (LETTER, "other"),
        ("MEMORANDUM\nTo: Council\nFrom: Manager\nDate: May 1\n\nRoads.", "other"),
        ("Attachment B: Contract with the county\n\nText.", "other"),
        ("3. Approval of Minutes\nMotion by Ms. Odell. Present: all.", None),
        ("Five minutes for each speaker\nwere present", None),
        ("Resolution 2026-14 was read and adopted. WHEREAS, WHEREAS,", None),
        ("The agreement between the parties was discussed.", None),
        ("Consent Agenda\nwas held", "agenda"),
        ("", None),
    ],
)  # fmt: skip
def test_signs(text: str, kind: str | None) -> None:
    found = sign(text)
    assert (found.kind if found else None) == kind


PIECES = st.sampled_from(
    [OWN, END, MORE, PLANNING, EARLIER, RESOLUTION, CONTRACT, EXHIBIT, LETTER, AGENDA, "", "\n"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=6), st.sampled_from(["\f", "\n"]))
def test_attachments_are_in_order_and_no_motion_stands_in_one(
    pieces: list[str], between: str
) -> None:
    reading = read(between.join([OWN, *pieces]).encode(), name="minutes.txt")
    places = [(p.first_page, p.first_start, p.last_page, p.last_end) for p in reading.attachments]
    texts = {page.number: page.text for page in reading.pages}
    for index, (first, start, last, end) in enumerate(places):
        assert (first, start) < (last, end) or not texts[first][start:]
        assert end <= len(texts[last])
        if index:
            assert places[index - 1][2:] <= (first, start) or places[index - 1][2] < first
    for motion in reading.motions:
        here = (motion.page, motion.start)
        assert not any((f, s) <= here < (n, e) for f, s, n, e in places)
