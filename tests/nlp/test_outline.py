"""The outline: numbers, parents, the consent agenda, resolutions and ordinances."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import papers
from nlp.nesting import nested
from nlp.outline import Entry, entries
from nlp.pulled import marked
from nlp.reading import read


def _outline(text: str) -> list[Entry]:
    return papers.told(text, marked(text, nested(entries(text))))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. Call to Order\n2. Roll Call\n3. Adjournment", ["1", "2", "3"]),
        ("I. CALL TO ORDER\nII. REPORTS\nIX. ADJOURNMENT", ["I", "II", "IX"]),
        ("A. Minutes\nB. Bills\nC. Road Work", ["A", "B", "C"]),
        ("1.1 Call to Order\n4.A  Towing Rates\n3.3 Second reading of it", ["1.1", "4.A", "3.3"]),
        ("C-1 Warrant list\nH-12. Surety bond", ["C-1", "H-12"]),
        ("Item 5: Road Work\nITEM NO. 6 Towing\nAgenda Item 7. Parks", ["5", "6", "7"]),
        ("5a. 287(g): the item was read", ["5a"]),
        ("Minutes Approved (D)\nVisitor Comments (G)", ["D", "G"]),
        ("Call 213) 367-1356 for help", []),
        ("May 5, Trustee Odell spoke.\n10.5 percent was asked.", []),
        ("and the vote.\nMarch 3, 2026 Town Council Minutes Page 3", []),
        ("and the vote.\nMarch 3, 2026 Special Town Council Minutes oge/3", []),
    ],
)
def test_numbers(text: str, numbers: list[str]) -> None:
    assert [entry.number for entry in _outline(text) if entry.number] == numbers


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        ("4. Consent Calendar\na. Approval of Agenda\nb. Bills\n5. Road Work",
         [("4", None), ("a", "4"), ("b", "4"), ("5", None)]),
        ("V. OLD BUSINESS\nA. Sale of the Bonds\n1. First Series\nB. Permits\nVI. NEW BUSINESS",
         [("V", None), ("A", "V"), ("1", "A"), ("B", "V"), ("VI", None)]),
        ("5. Hearings\n5.1 Zoning of Mill Road\n5.2 Taxes\n5.2.1 Rates and more", [
            ("5", None), ("5.1", "5"), ("5.2", "5"), ("5.2.1", "5.2")]),
        ("H. Road Work\nI. Parks\nJ. Adjournment", [("H", None), ("I", None), ("J", None)]),
        ("C. CONSENT\nC-1 Warrant list\nC-2 Bond", [("C", None), ("C-1", "C"), ("C-2", "C")]),
    ],
)  # fmt: skip
def test_parents(text: str, parents: list[tuple[str, str | None]]) -> None:
    assert [(entry.number, entry.parent) for entry in _outline(text)] == parents


CONSENT = """3. CONSENT CALENDAR
3.1 Minutes of March 3
3.2 Towing agreement
3.3 Policy on lockers
4. REGULAR AGENDA
4.1 Road Work"""
LETTERED = """CONSENT AGENDA
A. Minutes of March 3
B. Towing agreement
C. Policy on lockers
NEW BUSINESS
1. Road Work"""


@pytest.mark.parametrize(
    ("outline", "words", "pulled"),
    [
        (CONSENT, "", []),
        (CONSENT, "Item 3.2 was removed from the consent agenda at Ms. Odell's request.", ["3.2"]),
        (CONSENT, "Ms. Odell pulled item 3.3 for a separate vote.", ["3.3"]),
        (CONSENT, "Mr. Ito asked to remove items 3.1 and 3.3 from consent.", ["3.1", "3.3"]),
        (CONSENT, "Moved to approve consent items 3.1 through 3.3, except 3.2, which was pulled.",
         ["3.2"]),
        (CONSENT, "Ms. Odell pulled item 4.1 from consent.", []),
        (LETTERED, "Mr. Ito asked that item C be taken from the consent agenda.", ["C"]),
        (LETTERED, "The tree was removed from the park.", []),
    ],
)  # fmt: skip
def test_the_consent_agenda(outline: str, words: str, pulled: list[str]) -> None:
    found = _outline(f"{outline}\n\n{words}")
    members = [entry.number for entry in found if entry.consent]
    assert members == (["3.1", "3.2", "3.3"] if outline is CONSENT else ["A", "B", "C"])
    assert [entry.number for entry in found if entry.pulled] == pulled


@pytest.mark.parametrize(
    ("line", "kind", "paper"),
    [
        ("4. Resolution 2026-14, Towing Rates", "resolution", "2026-14"),
        ("RESOLUTION NO. R-26-03 - HONORING THE BAND", "resolution", "R-26-03"),
        ("4. Adoption of Ordinance No. 1604, Parking", "ordinance", "1604"),
        ("4. Bill No. 12, an ordinance on dogs", "ordinance", "12"),
        ("4. Second reading, Ordinance 1188, parking at schools", "ordinance", "1188"),
        ("4. Resolution authorizing travel expenses", "resolution", None),
        ("a. Ordinance to amend Ordinance No. 89-79", "ordinance", None),
        ("a. Ordinance on dogs\nOrdinance No. 26-333\nSponsors: Odell", "ordinance", "26-333"),
        ("4. RESOLUTIONS", "item", None),
        ("4. Road Work", "item", None),
        ("4. Report on Resolution 2026-14", "item", None),
    ],
)
def test_resolutions_and_ordinances(line: str, kind: str, paper: str | None) -> None:
    entry = _outline(f"{line}\nMs. Odell spoke about it at length and asked for the figures.")[0]
    assert (entry.kind, entry.paper) == (kind, paper)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Motion by Odell to adopt Resolution 2026-14 authorizing the agreement.", ["2026-14"]),
        ("Odell moved to approve Ordinance No. 12 and Resolution 7.", ["12", "7"]),
        ("The fee is set under Ordinance 1604.", []),
        ("In 2019 the council adopted Resolution 2019-7.", []),
        ("Motion to amend Ordinance No. 89-79 was made.", []),
        ("Motion to adopt Resolution 2026-14. Resolution 2026-14 is adopted.", ["2026-14"]),
    ],
)
def test_papers_named_outside_headings(text: str, named: list[str]) -> None:
    assert [entry.paper for entry in papers.named(text, _outline(text))] == named


def test_items_carry_it_all() -> None:
    text = f"AGENDA\nExampleton Council\n{CONSENT}\n5. Resolution 2026-14, Towing Rates\n"
    items = {item.number: item for item in read(text.encode(), name="agenda.txt").items}
    assert (items["3.2"].consent, items["3.2"].parent) == (True, "3")
    assert (items["5"].kind, items["5"].paper) == ("resolution", "2026-14")
    assert (items["5"].rule, items["3.2"].rule) == ("decimal", "dotted")


@given(st.text("1.aAIVb) \nC-Resolution", max_size=120))
def test_any_text_has_an_outline(text: str) -> None:
    found = _outline(text)
    assert [entry.start for entry in found] == sorted(entry.start for entry in found)
    assert all(entry.consent for entry in found if entry.pulled)
