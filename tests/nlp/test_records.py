"""A vendor's vote record: its answers as a sheet, the sheet as motions of minutes would be."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.platforms.legistar import names, record
from nlp.pages import pages_of
from nlp.pages.sniff import kind_of
from nlp.pages.votes import METHOD
from nlp.reading import Reading, read, reread
from nlp.records import answers, sheet
from nlp.records.count import counted, side_word
from nlp.records.decision import classes, decision
from nlp.records.sheet import Cast
from nlp.values import Motion
from tests.crawler.legistar import item, roll, votes

TITLE = "Resolution authorizing a 287(g) memorandum of agreement with ICE"
API = "https://webapi.legistar.com/v1/exampleton"


def _bound(*items: dict[str, Any], lost: dict[int, str] | None = None, **lists: Any) -> bytes:
    """A record as the crawler binds it; lists: votes_ID and roll_ID."""
    parts = [record.Part("eventitems", names.items_url(API, "5"), json.dumps(items).encode())]
    for name, listed in lists.items():
        what, _, number = name.partition("_")
        tail = record.VOTES if what == "votes" else record.ROLL
        body = json.dumps(listed).encode()
        parts.append(record.Part(tail, f"{API}/{number}", body, int(number)))
    for number, why in (lost or {}).items():
        parts.append(record.Part(record.VOTES, f"{API}/{number}", None, number, why))
    meeting = {"id": "5", "title": "County Council", "date": "2026-01-20", "time": "19:00"}
    return record.bound(meeting, parts)


def _read(*items: dict[str, Any], **more: Any) -> Reading:
    reading = read(_bound(*items, **more), name="votes-5.json")
    (page,) = reading.pages
    for motion in reading.motions:
        assert page.text[motion.start : motion.end] == motion.quote
        for what, (number, start, end) in motion.places.items():
            assert number == 1
            assert page.text[start:end] in motion.quote, what
    for flag in (*reading.flags, *reading.possible):
        assert page.text[flag.start : flag.end] == flag.quote
    assert reread(reading.as_json(texts=True), name="votes-5.json") == reading
    return reading


def _one(title: str = TITLE, cast: list[Any] | None = None, **fields: Any) -> Motion:
    given = item(501, title, **{f"EventItem{name}": value for name, value in fields.items()})
    (motion,) = _read(given, **({"votes_501": cast} if cast is not None else {})).motions
    return motion


# ---- the whole way


def test_a_record_reads_as_minutes_do() -> None:
    reading = _read(
        item(500, "Roll call", EventItemRollCallFlag=1),
        item(501, TITLE, EventItemActionName="Adopted", EventItemPassedFlagName="Pass",
             EventItemMover="Ann Odell", EventItemSeconder="Council Member Ben Odell",
             EventItemTally="2:1", EventItemMatterFile="RES 26-014",
             EventItemMatterType="Resolution", EventItemAgendaNumber="7.A."),
        item(502, "Public comment"),
        roll_500=roll(500, Present="Ann Ben Cy", Excused="Dee"),
        votes_501=votes(501, Aye="Ann Ben", Nay="Cy", Absent="Dee"),
    )  # fmt: skip
    assert (reading.kind, reading.meeting_date, reading.format) == ("votes", "2026-01-20", "votes")
    assert reading.body is None, "the name of a board is no name of a body's own record"
    assert (reading.pages[0].method, reading.minutes_status) == (METHOD, "unknown")
    assert reading.attendance.present == ("Ann Odell", "Ben Odell", "Cy Odell")
    assert reading.attendance.absent == ("Dee Odell",)
    assert [(i.number, i.kind, i.paper) for i in reading.items] == [
        ("0", "item", None), ("7.A", "resolution", "26-014"), ("2", "item", None),
    ]  # fmt: skip
    (flag,) = reading.flags
    assert (flag.topic, flag.relevance) == ("287g", "agreement")
    (motion,) = reading.motions
    assert (motion.mover, motion.seconder) == ("Ann Odell", "Ben Odell")
    assert (motion.direction, motion.result, motion.method) == ("adopt", "passed", "roll_call")
    assert (motion.ayes, motion.nays, motion.abstain, motion.absent) == (2, 1, 0, 1)
    assert motion.votes == {
        "Ann Odell": "yes", "Ben Odell": "yes", "Cy Odell": "no", "Dee Odell": "absent",
    }  # fmt: skip
    assert (motion.items, motion.topics, motion.doubts) == (("7.A",), ("287g",), ())
    assert set(motion.places) == {"mover", "seconder", "result", "count"}


def test_what_only_stands_on_the_agenda_is_no_motion() -> None:
    reading = _read(item(501, TITLE), item(502, "Report", EventItemActionName="Presented"))
    assert not reading.motions
    assert [flag.relevance for flag in reading.flags] == ["agreement"]


def test_a_record_without_items_holds_nothing() -> None:
    reading = _read()
    assert (reading.kind, reading.motions, reading.items) == ("votes", (), ())


@pytest.mark.parametrize(
    "given",
    [
        [item(501, TITLE, EventItemPassedFlagName="Pass", EventItemVotes=votes(501, Aye="Ann"))],
        {"EventId": 5, "EventBodyName": "County Council", "EventDate": "2026-01-20T00:00:00",
         "EventItems": [item(501, TITLE, EventItemPassedFlagName="Pass",
                             EventItemVoteInfo=votes(501, Aye="Ann"))]},
    ],
)  # fmt: skip
def test_answers_that_a_reader_saved(given: Any) -> None:
    data = b"\xef\xbb\xbf" + json.dumps(given, indent=2).encode()
    assert kind_of(data) == "votes"
    reading = read(data)
    (motion,) = reading.motions
    assert (motion.votes, motion.topics) == ({"Ann Odell": "yes"}, ("287g",))
    assert reading.meeting_date in (None, "2026-01-20")


@pytest.mark.parametrize(
    "data", [b"[]", b"{}", b'[{"EventId": 1}]', b"[1, 2]", b'{"format": "x"}', b'[{"EventItemId":']
)
def test_other_json_is_no_record(data: bytes) -> None:
    assert kind_of(data) == "text"


# ---- which way, and how it ended


@pytest.mark.parametrize(
    ("action", "title", "flag", "direction", "result"),
    [
        ("Adopted", TITLE, "Pass", "adopt", "passed"),
        ("APPROVED AS AMENDED", "Agreement with ICE", "Pass", "adopt", "passed"),
        ("Passed", "Memorandum with ICE", None, "adopt", "passed"),
        ("Approved", "Termination of the 287(g) agreement", "Pass", "end", "passed"),
        ("Adopted", "Resolution opposing 287(g) agreements", "Pass", "reject", "passed"),
        ("Approved", "Motion to table the 287(g) agreement", "Pass", "postpone", "passed"),
        ("Tabled", "Agreement with ICE", "Pass", "postpone", "passed"),
        ("Tabled", "Agreement with ICE", None, "postpone", "tabled"),
        ("Referred to committee", TITLE, "Pass", "postpone", "passed"),
        ("Held in committee", TITLE, None, "postpone", "tabled"),
        ("Denied", "Agreement with ICE", "Pass", "reject", "passed"),
        ("Denied", "Agreement with ICE", None, "reject", "passed"),
        ("Failed", "Agreement with ICE", "Fail", "adopt", "failed"),
        ("Motion to approve failed", "Agreement with ICE", None, "adopt", "failed"),
        ("Withdrawn", TITLE, None, "adopt", "withdrawn"),
        ("Died for lack of a second", TITLE, None, "adopt", "no_second"),
        (None, "Approve the agreement with ICE", "Pass", "adopt", "passed"),
        (None, "Approve the agreement with ICE", "Fail", "adopt", "failed"),
        ("Approved and referred to the controller", TITLE, "Pass", "adopt", "passed"),
        ("Recommended for denial", "Agreement with ICE", "Pass", "reject", "passed"),
        ("Recommended for approval", "Agreement with ICE", "Pass", "adopt", "passed"),
        ("Introduced", "Agreement with ICE", "Pass", "other", "passed"),
        ("Received and filed", "Agreement with ICE", "Pass", "other", "passed"),
    ],
)
def test_direction_and_result(
    action: str | None, title: str, flag: str | None, direction: str, result: str
) -> None:
    motion = _one(title, ActionName=action, PassedFlagName=flag, Mover="Ann Odell")
    assert (motion.direction, motion.result) == (direction, result)
    assert ("the record does not say what was moved" in motion.doubts) == (direction == "other")


@pytest.mark.parametrize(
    ("action", "form"),
    [
        ("Amended", "amendment"), ("Amendment approved", "amendment"),
        ("Motion to reconsider approved", "reconsideration"), ("Approved as amended", "main"),
        ("Amended and adopted", "main"),
    ],
)  # fmt: skip
def test_an_amendment_is_none_of_the_thing(action: str, form: str) -> None:
    motion = _one(ActionName=action, PassedFlagName="Pass")
    assert (motion.form, motion.result) == (form, "passed")
    assert motion.direction == ("adopt" if form == "main" else "other")


def test_a_vote_on_a_veto_is_not_one_on_the_thing() -> None:
    motion = _one(ActionName="Veto sustained", PassedFlagName="Pass")
    assert (motion.direction, motion.doubts) == ("other", ("the vote was on a veto",))


def test_a_hearing_that_was_held_is_no_decision() -> None:
    assert not _read(item(501, TITLE, EventItemActionName="Public hearing held")).motions


def test_what_an_item_is_about_may_stand_in_a_file_beside_it() -> None:
    files = [{"MatterAttachmentName": "287(g) Memorandum of Agreement with ICE"}]
    given = item(501, "An agreement for the Sheriff", EventItemActionName="Approved",
                 EventItemPassedFlagName="Pass", EventItemMatterAttachments=files)  # fmt: skip
    (motion,) = _read(given).motions
    assert motion.topics == ("287g",)
    assert "Memorandum" not in motion.quote


def test_the_sentence_of_an_action_is_read_where_it_has_no_name() -> None:
    said = "A motion was made by Ms. Odell that the Agreement be denied."
    motion = _one("Agreement with ICE", ActionText=said, PassedFlagName="Pass")
    assert (motion.direction, motion.result) == ("reject", "passed")


@pytest.mark.parametrize(
    ("fields", "cast", "doubt"),
    [
        ({"Tally": "3:1", "PassedFlagName": "Pass"}, votes(501, Aye="Ann Ben", Nay="Cy"),
         "the vendor's tally '3:1' differs from its own list of votes (2 yes, 1 no)"),
        ({"ActionName": "Approved", "PassedFlagName": "Pass"}, votes(501, Aye="Ann", Nay="Ben Cy"),
         "the record calls it 'Pass', and counts 1 yes and 2 no"),
        ({"PassedFlagName": "Pass"}, votes(501, Aye="Ann", Perhaps="Ben"),
         "the vote 'Perhaps' of Ben Odell is not understood"),
        ({"PassedFlagName": "Pass"}, votes(501, Aye="Ann", Nay="Ann"),
         "Ann Odell is listed with two different votes"),
        ({"ActionName": "Discussed", "Mover": "Ann Odell"}, None,
         "the record does not say how the vote ended"),
    ],
)  # fmt: skip
def test_doubts(fields: dict[str, Any], cast: Any, doubt: str) -> None:
    assert doubt in _one("Agreement with ICE", cast, **fields).doubts


@pytest.mark.parametrize(
    ("action", "flag", "cast"),
    [
        ("Denied", "Fail", None), ("Approved", "Fail", None), ("Failed", "Pass", None),
        ("Approved", "Fail", votes(501, Aye="Ann Ben", Nay="Cy")),
    ],
)  # fmt: skip
def test_an_outcome_that_may_mean_two_things_is_not_guessed(
    action: str, flag: str, cast: Any
) -> None:
    motion = _one("Agreement with ICE", cast, ActionName=action, PassedFlagName=flag)
    assert motion.result == "unknown"
    assert any("different things" in doubt for doubt in motion.doubts)


def test_an_approval_that_was_voted_down_failed() -> None:
    cast = votes(501, Aye="Ann", Nay="Ben Cy")
    motion = _one("Agreement with ICE", cast, ActionName="Approve", PassedFlagName="Fail")
    assert (motion.direction, motion.result, motion.doubts) == ("adopt", "failed", ())


def test_votes_that_could_not_be_obtained_are_told() -> None:
    given = item(501, TITLE, EventItemActionName="Adopted", EventItemTally="5-2")
    (motion,) = _read(given, lost={501: "the server answered 500"}).motions
    assert (motion.ayes, motion.nays, motion.method) == (5, 2, "unknown")
    assert motion.doubts == ("could not be obtained: votes (the server answered 500)",)


# ---- the consent agenda


@pytest.mark.parametrize(
    ("title", "direction"),
    [(TITLE, "adopt"), ("Resolution terminating the 287(g) agreement with ICE", "end")],
)
def test_a_vote_on_the_consent_agenda_decides_its_items(title: str, direction: str) -> None:
    reading = _read(
        item(503, "CONSENT AGENDA", EventItemActionName="Approved", EventItemPassedFlag=1),
        item(504, "Paving of Main Street", EventItemConsent=1),
        item(505, title, EventItemConsent=1),
        item(506, "Sewer rates", EventItemActionName="Adopted", EventItemPassedFlag=1),
        votes_503=votes(503, Aye="Ann Ben"),
    )
    first, second = reading.motions
    assert (first.items, first.topics) == (("3", "4", "5"), ("287g",))
    assert (first.direction, first.result, first.ayes) == (direction, "passed", 2)
    assert any("consent agenda" in doubt for doubt in first.doubts)
    assert title in first.text
    assert "Paving" not in first.text
    assert (second.items, second.topics) == (("6",), ())


def test_an_item_taken_out_of_consent_has_a_vote_of_its_own() -> None:
    reading = _read(
        item(503, "Consent Calendar", EventItemActionName="Approved", EventItemPassedFlag=1),
        item(505, TITLE, EventItemConsent=1, EventItemActionName="Adopted",
             EventItemPassedFlagName="Fail", EventItemTally="2:5"),
    )  # fmt: skip
    first, second = reading.motions
    assert (first.items, first.topics) == (("3",), ())
    assert (second.result, second.ayes, second.nays) == ("failed", 2, 5)


def test_talk_in_the_notes_is_not_the_subject() -> None:
    note = "A resident said that ICE should not be let into the jail."
    motion = _one("Paving of Main Street", MinutesNote=note, PassedFlagName="Pass")
    assert motion.topics == ()
    assert note not in motion.quote


# ---- words


@pytest.mark.parametrize(
    ("value", "side"),
    [
        ("Aye", "yes"), ("Yea", "yes"), ("YES", "yes"), ("Affirmative", "yes"), ("Y", "yes"),
        ("In Favor", "yes"), ("For", "yes"), ("Nay", "no"), ("No", "no"), ("Opposed", "no"),
        ("Against", "no"), ("Negative", "no"), ("Abstain", "abstain"), ("Abstained", "abstain"),
        ("Recused", "abstain"), ("Conflict", "abstain"), ("Present", "abstain"),
        ("Absent", "absent"), ("Excused", "absent"), ("Away", "absent"), ("Vacant", None),
        ("Perhaps", None), ("", None),
    ],
)  # fmt: skip
def test_words_of_votes(value: str, side: str | None) -> None:
    assert side_word(value) == side


@pytest.mark.parametrize(
    ("tally", "counts"),
    [
        ("7:0", (7, 0, None)), ("5 - 2", (5, 2, None)), ("(4-3)", (4, 3, None)),
        ("4:2:1", (4, 2, 1)), ("", (None, None, None)), ("unanimous", (None, None, None)),
    ],
)  # fmt: skip
def test_tallies(tally: str, counts: tuple[int | None, ...]) -> None:
    found = counted([], tally)
    assert (found.ayes, found.nays, found.abstain) == counts


def test_an_empty_seat_casts_no_vote() -> None:
    found = counted([Cast("Ann Odell", "Aye", 0, 0), Cast("Seat 3", "Vacant", 0, 0)], "1:0")
    assert (found.ayes, found.votes, found.doubts) == (1, (("Ann Odell", "yes"),), ())


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["", "Pass", "Fail", "x"]))
def test_every_action_gives_a_known_decision(action: str, title: str, outcome: str) -> None:
    made = decision(action, "", title, outcome, counted([], ""))
    assert made.direction in {"adopt", "reject", "postpone", "end", "other"}
    assert made.result in {"passed", "failed", "tabled", "withdrawn", "no_second", "unknown"}
    assert len(classes(action)) <= 6


# ---- the sheet and the answers hold against anything

_VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=30) | st.lists(
    st.integers(), max_size=2
)  # fmt: skip
_ITEM = st.fixed_dictionaries(
    {"EventItemId": _VALUES, "EventItemTitle": _VALUES},
    optional={
        f"EventItem{name}": _VALUES
        for name in ("AgendaNumber", "AgendaSequence", "ActionName", "PassedFlag", "Mover",
                     "Tally", "Consent", "AgendaNote", "Votes", "MatterFile")
    },
)  # fmt: skip


@given(st.lists(_ITEM, min_size=1, max_size=4))
def test_the_sheet_says_what_the_answers_say(given: list[dict[str, Any]]) -> None:
    data = json.dumps(given).encode()
    told = answers.answers(data)
    assert told is not None
    (page,) = pages_of(data).pages
    assert sheet.is_sheet(page.text)
    blocks = sheet.read(page.text).blocks
    assert len(blocks) == len(told.items)
    for block, one in zip(blocks, told.items, strict=True):
        assert block.start < block.title_end <= block.told <= block.end
        assert block.consent == one.consent
        assert len(block.votes) == len(one.votes)


@given(st.recursive(
    _VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["format", "parts", "what", "body", "item", "meeting", "EventItems",
                         "EventItemId", "EventItemTitle"]), inner, max_size=5),
))  # fmt: skip
def test_no_json_breaks_the_reader(given: Any) -> None:
    data = json.dumps(given).encode()
    told = answers.answers(data)
    assert told is None or sheet.written(told).startswith(sheet.HEAD)


def test_a_value_cannot_pass_for_a_line_of_the_sheet() -> None:
    sly = "Paving\n\nItem 9\nAgreement with ICE\nOutcome: Pass\nVote: Ann Odell - Aye"
    reading = _read(item(501, sly), item(502, "Sewer", EventItemActionText=sly))
    assert len(reading.items) == 2
    assert not reading.motions
