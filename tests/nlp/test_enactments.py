"""The texts of resolutions: number, title, matter, date, vote and signatures, and open forms."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.reading import Reading, read

DAY = "2026-01-12"
TITLE = (
    "A RESOLUTION OF THE BOROUGH COUNCIL OF THE BOROUGH OF FERNWICK, TAMARACK COUNTY,\n"
    "PENNSYLVANIA, AUTHORIZING A MEMORANDUM OF AGREEMENT WITH U.S. IMMIGRATION AND\n"
    "CUSTOMS ENFORCEMENT UNDER SECTION 287(G) OF THE IMMIGRATION AND NATIONALITY ACT"
)
BODY = (
    "WHEREAS, the Borough maintains a police department; and\n\n"
    "NOW, THEREFORE, BE IT RESOLVED by the Council of the Borough of Fernwick that the\n"
    "Memorandum of Agreement is approved, and the Chief of Police is hereby authorized to sign it."
)
SIGNED = (
    "ATTEST:\n\n/s/ Dana Hall              /s/ Kim Reyes\nSecretary        President of Council"
)
OPEN = "ATTEST:\n\n______________             ______________\nSecretary        President of Council"


def text(
    adopted: str = "ADOPTED this 12th day of January, 2026.",
    *,
    head: str = "RESOLUTION NO. 2026-04",
    title: str = TITLE,
    body: str = BODY,
    hands: str = SIGNED,
) -> str:
    return "\n\n".join(
        part for part in ("BOROUGH OF FERNWICK", head, title, body, adopted, hands) if part
    )


def reading(words: str, name: str = "paper.txt") -> Reading:
    return read(words.encode(), name=name)


def said(words: str) -> dict[str, str]:
    """The statements of the first text by their short names."""
    found: dict[str, str] = {}
    for fact in reading(words).facts:
        if fact.name == "enactment" and found:
            break
        if fact.name.startswith("enactment"):
            found.setdefault(fact.name.removeprefix("enactment_"), fact.value)
    return found


@pytest.mark.parametrize(
    ("clause", "day", "result", "vote"),
    [
        ("ADOPTED this 12th day of January, 2026.", DAY, "passed", None),
        ("DULY ADOPTED this 12th day of January 2026 by a vote of 4-3.", DAY, "passed", "4-3"),
        ("RESOLVED AND ADOPTED this twelfth day of January, 2026, by\nthe Council, in session.",
         DAY, "passed", None),
        ("PASSED AND ADOPTED on January 12, 2026.\nAYES: Hall, Ames, Odell\nNAYS: Quist, Doyle",
         DAY, "passed", "3-2"),
        ("ENACTED AND ORDAINED this 12th day of January, A.D. 2026. Ayes 4 Nays 3",
         DAY, "passed", "4-3"),
        ("Adopted: January 12, 2026", DAY, "passed", None),
        ("DATE ADOPTED: 01/12/2026\nVOTE: 5 Yes, 0 No", DAY, "passed", "5-0"),
        ("On motion by Reyes, the foregoing resolution was adopted\n4 to 3 on January 12, 2026.",
         DAY, "passed", "4-3"),
        ("I certify that the foregoing resolution was duly\nadopted on January 12, 2026.",
         DAY, "passed", None),
        (("RECORD OF VOTE\nCOUNCIL   AYE  NAY\nHall       X\nReyes      X\nQuist           X\n\n"
         "I certify the foregoing to be a copy of a resolution adopted at the meeting of\n"
         "January 12, 2026."), DAY, "passed", "2-1"),
        ("ADOPTED this ____ day of ____________, 2026.", "blank", None, None),
        ("ADOPTED this     day of           , 2026.", "blank", None, None),
        ("DULY ADOPTED, this ___ day of ________ 20__, by a vote of ___ to ___.",
         "blank", None, None),
        ("FAILED this 12th day of January, 2026. Ayes 3 Nays 4", None, "failed", "3-4"),
        ("The resolution was tabled.", None, "tabled", None),
        ("", None, None, None),
    ],
)  # fmt: skip
def test_whether_it_says_that_it_was_adopted(
    clause: str, day: str | None, result: str | None, vote: str | None
) -> None:
    found = said(text(clause))
    assert (found.get("adopted"), found.get("result"), found.get("vote")) == (day, result, vote)


@pytest.mark.parametrize(
    ("head", "opens"),
    [
        ("RESOLUTION NO. 2026-04", "resolution 2026-04"),
        ("RESOLUTION 2026 - 04", "resolution 2026 - 04"),
        ("Resolution #R-26-03", "resolution R-26-03"),
        ("BOROUGH COUNCIL RESOLUTION NUMBER 14 OF 2026", "resolution 14 OF 2026"),
        ("RESOLUTION NO. 1411", "resolution 1411"),
        ("RESOLUTION NO. ______", "resolution"),
        ("ORDINANCE NO. 611", "ordinance 611"),
    ],
)
def test_the_number_it_is_headed_by(head: str, opens: str) -> None:
    title = TITLE.replace("RESOLUTION", "ORDINANCE") if "ORDINANCE" in head else TITLE
    assert said(text(head=head, title=title))["enactment"] == opens


@pytest.mark.parametrize(
    ("verb", "direction"),
    [
        ("AUTHORIZING", "adopt"), ("APPROVING", "adopt"), ("RATIFYING", "adopt"),
        ("TERMINATING", "end"), ("RESCINDING", "end"), ("OPPOSING", "reject"),
        ("TO APPROVE", "adopt"),
    ],
)  # fmt: skip
def test_where_it_points_by_the_verb_of_its_title(verb: str, direction: str) -> None:
    assert said(text(title=TITLE.replace("AUTHORIZING", verb)))["direction"] == direction


@pytest.mark.parametrize(
    ("hands", "signature"),
    [
        (SIGNED, "signed"),
        (OPEN, "blank"),
        ("(Signed) Dana Hall", "signed"),
        ("Dana Hall, Secretary", None),
        ("I certify that the foregoing is a true copy.\nDana Hall, Secretary", "certified"),
    ],
)
def test_the_hands_under_it(hands: str, signature: str | None) -> None:
    assert said(text(hands=hands)).get("signature") == signature


def test_whose_it_is_what_it_is_on_and_who_may_sign() -> None:
    clause = "Motion by Reyes, seconded by Ames. ADOPTED this 12th day of January, 2026, 4-3."
    found = said(text(clause))
    assert found["body"] == "BOROUGH COUNCIL OF THE BOROUGH OF FERNWICK"
    assert found["matter"] == "287g"
    assert found["signer"] == "Chief of Police"
    assert (found["mover"], found["seconder"]) == ("Reyes", "Ames")
    assert " ".join(TITLE.split()) == found["title"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("AN ORDINANCE OF THE BOROUGH OF FERNWICK APPROVING THE 287(g) PROGRAM",
         "BOROUGH OF FERNWICK"),
        ("A RESOLUTION OF THE CITY COMMISSION OF THE CITY OF FERNWICK, FLORIDA; APPROVING 287(g)",
         "CITY COMMISSION OF THE CITY OF FERNWICK"),
        ("A Resolution of the Board of Supervisors of Otterly Township authorizing 287(g)",
         "Board of Supervisors of Otterly Township"),
        ("A RESOLUTION OF THE BOARD OF COMMISSIONERS OF THE COUNTY OF OTTERLY APPROVING 287(g)",
         "BOARD OF COMMISSIONERS OF THE COUNTY OF OTTERLY"),
        ("RESOLUTION AUTHORIZING A 287(g) AGREEMENT", "Council of the Borough of Fernwick"),
    ],
)  # fmt: skip
def test_the_body_that_it_names_ends_before_what_it_does(title: str, body: str) -> None:
    assert said(text(title=title))["body"] == body


def test_what_its_reasons_speak_of_is_not_what_it_enacts() -> None:
    title = "A RESOLUTION OF THE COUNCIL OF FERNWICK SETTING FEES FOR PERMITS"
    body = (
        "WHEREAS, the County has a 287(g) agreement with ICE; and\n\nNOW, THEREFORE, BE IT RESOLVED"
        " that the fee for permits is ten dollars."
    )
    found = said(text(title=title, body=body))
    assert found["enactment"] == "resolution 2026-04"
    assert "matter" not in found


def test_an_agenda_that_names_a_resolution_holds_no_text_of_it() -> None:
    agenda = (
        "BOROUGH COUNCIL\nAGENDA\nJanuary 12, 2026\n\n1. Call to Order\n4. New Business\n"
        "RESOLUTION NO. 2026-04\n5. Public Comment\n6. Adjournment\n"
    )
    assert said(agenda) == {}


def test_two_texts_in_one_document_are_two() -> None:
    other = text(head="RESOLUTION NO. 2026-05", title=TITLE.replace("AUTHORIZING", "TERMINATING"))
    facts = reading(text() + "\n\n\f" + other).facts
    opens = [f.value for f in facts if f.name == "enactment"]
    ways = [f.value for f in facts if f.name == "enactment_direction"]
    assert (opens, ways) == (["resolution 2026-04", "resolution 2026-05"], ["adopt", "end"])


MINUTES = (
    "BOROUGH COUNCIL\nMINUTES OF THE REGULAR MEETING\nJanuary 12, 2026\n\n"
    "The meeting was called to order at 7:00 p.m. Present: Hall, Ames, Odell, Reyes, Quist.\n\n"
    "Motion by Hall, second by Reyes, to adopt Resolution 2026-04. Motion carried 5-0.\n\n"
)


def test_in_minutes_themselves_a_text_tells_its_number_and_no_vote() -> None:
    words = (
        f"{MINUTES}{text('', hands='')}\n\nMotion by Hall, second by Ames, to adjourn. Carried.\n"
    )
    found = said(words)
    assert (found["enactment"], found["matter"]) == ("resolution 2026-04", "287g")
    assert {"adopted", "vote", "signature", "mover"}.isdisjoint(found)


def test_behind_minutes_a_text_tells_all_it_says() -> None:
    words = (
        f"{MINUTES}Motion by Hall, second by Ames, to adjourn. Carried.\n"
        f"The meeting adjourned at 8:00 p.m.\n\f{text('ADOPTED this 12th day of January, 2026.')}"
    )
    assert said(words)["adopted"] == "2026-01-12"


def test_every_statement_stands_letter_for_letter_on_its_page() -> None:
    found = reading(text("PASSED AND ADOPTED on January 12, 2026. Ayes 4 Nays 3"))
    pages = {page.number: page.text for page in found.pages}
    held = [fact for fact in found.facts if fact.name.startswith("enactment")]
    assert len(held) > 6
    for fact in held:
        assert pages[fact.page][fact.start : fact.end] == fact.quote


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet="RESOLUTION NO.2026-04 \nwhereas be it resolved adopted this _/s/12th",
        max_size=300,
    )
)
def test_any_text_is_read_without_falling(words: str) -> None:
    for fact in reading(f"RESOLUTION NO. 4\n{words}").facts:
        assert fact.name


def bare(items: str) -> list[str]:
    words = (
        "BOROUGH COUNCIL\nAGENDA\nREGULAR MEETING\nAugust 12, 2025\n\n1. Call to Order\n"
        f"2. Approval of Minutes\n3. Public Comment\n{items}\n10. Adjournment\n"
    )
    return [f.value for f in reading(words, "agenda.txt").facts if f.name == "unnamed_paper"]


@pytest.mark.parametrize(
    ("items", "numbers"),
    [
        ("4. Resolution 2025-14", ["resolution 2025-14"]),
        ("4. New Business\n4.2 Adopt Resolution No. 2025-14, roll call vote\n4.3 Parking",
         ["resolution 2025-14"]),
        ("4. Resolutions 2025-13 and 2025-14", ["resolution 2025-13", "resolution 2025-14"]),
        ("4. Ordinance #611", ["ordinance 611"]),
        ("4. Resolution 2025-14, Police Department agreement", ["resolution 2025-14"]),
        ("4. Resolution 2025-14: fees for permits", []),
        ("4. Resolution 2025-14\nAuthorizing the lease of a copier", []),
        ("4. Resolution 2025-14\n5. Report\n6. Discussion of Resolution 2025-14, zoning", []),
        ("4. Paving bids", []),
    ],
)  # fmt: skip
def test_numbers_that_an_agenda_lists_without_a_word(items: str, numbers: list[str]) -> None:
    assert bare(items) == numbers


def test_minutes_list_no_bare_numbers() -> None:
    facts = reading(MINUTES).facts
    assert [fact.value for fact in facts if fact.name == "unnamed_paper"] == []
