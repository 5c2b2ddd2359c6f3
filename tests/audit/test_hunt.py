"""A vote that stands in the minutes, however it is worded, is never told as "no vote"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit.decisions import record
from audit.possible import covers
from tests.audit.build import agenda, body, flag, minutes, motion
from tests.evaluate.hiding import CONTROL, WAYS, Way
from tests.evaluate.hiding_elsewhere import FALSE_FRIENDS
from tests.evaluate.hiding_elsewhere import WAYS as ELSEWHERE
from tests.evaluate.hunt import hunt

SELECTION = tuple(
    Way(way.name, way.towns[::7], way.wrong) for way in (*WAYS, *ELSEWHERE, *FALSE_FRIENDS)
)


def test_no_way_of_hiding_makes_a_negative(tmp_path: Path) -> None:
    tallies = hunt(SELECTION, tmp_path)
    assert set(tallies) == {way.name for way in SELECTION}
    hidden = tallies.keys() - {way.name for way in FALSE_FRIENDS}
    assert {name for name in hidden if tallies[name].labels["NO_VOTE_FOUND"]} == set()
    assert [tally.wrong for tally in tallies.values() if tally.wrong] == []


def test_ordinary_business_keeps_its_negative(tmp_path: Path) -> None:
    (tally,) = hunt([CONTROL], tmp_path).values()
    assert set(tally.labels) == {"NO_VOTE_FOUND"}


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("Motion to approve the consent agenda. Motion carried.", True),
        ("Motion to approve items C-1 through C-6. Motion carried.", True),
        ("Motion to adopt Resolution 2025-14. Motion carried.", True),
        ("Motion to approve 4.2. Motion carried.", True),
        ("Motion to approve the agreement. Motion carried.", True),
        ("Motion to approve the request of the Police Department. Motion carried.", True),
        ("Motion to approve as presented. Motion carried.", True),
        ("Motion to adopt Attachment A. Motion carried.", True),
        ("The resolution attached to these minutes was adopted, 5-0.", True),
        ("Motion to approve the minutes as attached. Motion carried.", False),
        ("Motion to approve the minutes as presented. Motion carried.", False),
        ("Motion to pay the bills as listed. Motion carried.", False),
        ("Motion to adopt Resolution 2025-15, setting the fee for permits. Carried 5-0.", False),
        ("Motion to lease one patrol vehicle through the state contract. Vote: 5-0.", False),
        ("Motion to approve the agreement with Brandt Engineering. Carried.", False),
    ],
)
def test_what_may_cover_a_listed_item(words: str, yes: bool) -> None:
    assert covers(words, {"4.2", "2025-14"}) is yes


DAY = date(2025, 8, 12)


def test_a_lump_that_no_held_agenda_explains_bars_a_negative() -> None:
    lump = motion(text="Motion to approve the consent agenda. Motion carried.", topics=())
    plain = motion(text="Motion to buy a mower. Motion carried.", topics=())
    assert [d.motion for d in record(body([minutes(DAY, others=(lump,))])).possible] == [lump]
    assert record(body([minutes(DAY, others=(plain,))])).possible == ()


@pytest.mark.parametrize(
    ("words", "bars"),
    [
        ("Motion to adopt Resolution 2025-14. Motion carried.", True),
        ("Motion to adopt Resolution 2025-14 as presented. Motion carried.", True),
        ("Motion to adopt Resolution 2025-14, carrying 5-0.", True),
        ("Motion to adopt Resolution 2025-14, Mr. Reyes voting no. Carried.", True),
        ("Motion to adopt Resolution 2025-14, fixing the salary of the parking officer.", False),
        ("Motion to adopt Ordinance 611 vacating Mill Alley. Motion carried.", False),
        ("Motion to adopt Resolution 2025-14, setting permit fees. Motion carried.", False),
    ],
)
def test_a_number_that_says_its_purpose_needs_no_agenda(words: str, bars: bool) -> None:
    moved = motion(text=words, topics=())
    assert bool(record(body([minutes(DAY, others=(moved,))])).possible) is bars


def test_a_lump_counts_only_where_the_matter_was_listed_and_not_moved() -> None:
    lump = motion(text="Motion to approve the consent agenda. Motion carried.", topics=())
    listed = agenda(DAY, flags=[flag()])
    quiet = minutes(DAY, others=(lump,))
    assert [d.motion for d in record(body([listed, quiet])).possible] == [lump]
    other = agenda(DAY)
    assert record(body([other, quiet])).possible == ()
    moved = minutes(DAY, motions=[motion("adopt", "tabled")], others=(lump,))
    assert record(body([listed, moved])).possible == ()


SAID = "Motion to adopt Resolution 2025-14. Motion carried 5-0."


@pytest.mark.parametrize(
    ("numbers", "said", "text", "barred"),
    [
        (("resolution 2025-14",), SAID, SAID, True),
        (("resolution 2025-15",), SAID, SAID, False),
        ((), SAID, SAID, False),
        (("resolution 2025-14",), SAID, f"RESOLUTION 2025-14\nA resolution on\n\n{SAID}", False),
        (("resolution 2025-14",), SAID, f"Resolution 2025-14: fees for permits\n\n{SAID}", False),
        (("resolution 2025-14",), "Motion to buy a mower.", "Resolution 2025-14 was adopted 5-0.",
         True),
    ],
)  # fmt: skip
def test_a_number_without_a_title_on_the_agenda_bars_a_negative(
    numbers: tuple[str, ...], said: str, text: str, barred: bool
) -> None:
    moved = motion(text=said, topics=(), start=text.rfind(said) if said in text else 0)
    held = minutes(DAY, others=(moved,) if said in text else (), texts=((1, text),))
    found = record(body([agenda(DAY, unnamed=numbers), held])).possible
    assert bool(found) is barred


def test_a_packet_that_does_not_list_the_bare_number_explains_it() -> None:
    moved = motion(text=SAID, topics=())
    listed = agenda(DAY, unnamed=("resolution 2025-14",))
    packet = replace(agenda(DAY), id="packet", role="packet")
    held = minutes(DAY, others=(moved,), texts=((1, SAID),))
    assert len(record(body([listed, held])).possible) == 1
    assert record(body([listed, packet, held])).possible == ()
