"""Hostile megabytes: the work grows with the text and never with its square.

The bound is the test's timeout, generous; a quadratic rule needs hours on these.
"""

from __future__ import annotations

import pytest

from nlp.reading import read

MEGABYTE = 1_000_000
TOP = (
    "Borough Council Minutes March 3, 2026. The meeting was called to order. Motion by Ms. Odell, "
    "seconded by Mr. Brandt. All in favor. Motion carried.\n"
)
PIECES = {
    "spaces": " ",
    "digits": "1",
    "letters": "A",
    "brackets": "(",
    "motion": "motion ",
    "motion by": "Motion by Ms. Odell to approve ",
    "minutes": "minutes of March 3 and ",
    "votes": "Odell yes, ",
    "titles": "Vice Mayor ",
    "agency": "ICE 287(g) agreement ",
    "headings": "3. Item of\n",
    "tabs and lines": " \t\n",
}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_a_megabyte_of(piece: str) -> None:
    text = TOP + piece * (MEGABYTE // len(piece))
    assert read(text.encode(), name="minutes.txt").kind == "minutes"
