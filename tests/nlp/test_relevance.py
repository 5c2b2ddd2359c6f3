"""What a passage amounts to where its words alone mislead: shorthand, warrants, tables, titles."""

from __future__ import annotations

import pytest

from nlp.reading import read

HEAD = (
    "Exampleton Council Minutes\nMarch 3, 2026\n\nThe meeting was called to order. Present: Odell, "
    "Ito, Kern.\n\n"
)
TAIL = "\n\nMotion by Odell, seconded by Ito, to adjourn. Motion carried."
TABLE = """CONSENT
No.     Subject                                Mover     Seconder   Vote   Notes
R-1     Licences for the summer                Kern      Ito        3-0
R-2     Declining 287(g); adopting the         Odell     Ito        2-1    Kern no
        policy of the State"""


@pytest.mark.parametrize(
    ("words", "relevance"),
    [
        ("Moved by Odell, seconded by Ito, that no county money be used on 287(g).", "policy"),
        (
            "Moved by Odell, seconded by Ito, that no funds be spent on a 287(g) agreement.",
            "policy",
        ),
        ("Moved by Odell, seconded by Ito, to fund the 287(g) agreement.", "agreement"),
        ("On petition of Bo Page: To see if the Town will end its 287(g) agreement.", "agreement"),
        ("Bo Page handed in a petition of 90 voters asking to end 287(g).", "public_comment"),
        ("M/S/P Odell/Ito, to let the Sheriff deal with ICE on a detention contract.", "agreement"),
        ("Chief Roe presented the Memorandum of Agreement with ICE.", "agreement"),
        ("Chief Roe presented an update on the 287(g) program.", "discussion"),
        ("Chief Roe stated what 287(g) is.", "discussion"),
        ("The 287(g) memorandum was read by title and laid over.", "agreement"),
        ("A letter of intent with ICE on beds was approved by the Board.", "agreement"),
        ("4. POLICE: PARTNERSHIP WITH IMMIGRATION AND CUSTOMS ENFORCEMENT", "agreement"),
        (TABLE, "agreement"),
    ],
)
def test_relevance(words: str, relevance: str) -> None:
    reading = read((HEAD + words + TAIL).encode(), name="minutes.txt")
    assert {flag.relevance for flag in reading.flags} == {relevance}
