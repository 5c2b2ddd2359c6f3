"""The sentences of a finding, filled in from the record.

Owns the words: what documents show, never motives. Small phrases are `phrases`'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from audit.decisions import Decision
from audit.phrases import dates, long_date, minutes_of, page_of, records, temperate, voted
from audit.signing import Anchor
from audit.values import Coverage, MeetingCoverage
from audit.verdict import Verdict, apart

_OFFICES = {
    "elected_sheriff": "The sheriff",
    "elected_constable": "The constable",
    "elected_prosecutor": "The prosecutor",
    "elected_jailer": "The jailer",
}


@dataclass(frozen=True)
class Story:
    """What the sentences are filled in from.

    board: the board that would vote, where no body is known; bodies: names by id; tables: coverage
    of the window; leaving: of the stretch from listing to leaving; list_saved: the newest
    participating list; title: of who signed for the agency, "" where it was not read; last_list,
    gone_by: around the leaving; other_votes: days of motions that concern another signing.
    """

    verdict: Verdict
    agency: str
    answers_to: str
    board: str
    bodies: dict[str, str]
    anchor: Anchor | None
    tables: tuple[Coverage, ...] = ()
    leaving: tuple[Coverage, ...] = ()
    window: tuple[date, date] | None = None
    first_listed: date | None = None
    ice_signed: date | None = None
    title: str = ""
    list_saved: date | None = None
    last_list: date | None = None
    gone_by: date | None = None
    other_votes: tuple[date, ...] = ()


def wording(story: Story) -> str:
    """How it was entered and, where it was, how it ended: one to three sentences."""
    parts = [_entered(story), _ended(story)]
    if story.verdict.untold_end and story.last_list and story.gone_by:
        left = f"between {long_date(story.last_list)} and {long_date(story.gone_by)}"
        parts.append(f"It left ICE's list {left}; how it ended cannot be told.")
    return " ".join(part for part in parts if part)


def expected(tables: Sequence[Coverage]) -> list[MeetingCoverage]:
    """The meetings that took place or are to, of all monitored bodies."""
    off = ("cancelled", "not_held")
    watched = [table for table in tables if table.verdict != "not_monitored"]
    return [m for table in watched for m in table.meetings if m.state not in off]


def _entered(story: Story) -> str:
    label = story.verdict.entered
    if label in ("CANNOT_TELL", "NO_BODY_VOTES", "NOT_MONITORED"):
        return _open(story)
    if label in ("NO_VOTE_FOUND", "NONE_SO_FAR"):
        return _nothing(story)
    if label in ("AGENDA_NO_VOTE", "DISCUSSED_ONLY"):
        when = _date(story.verdict.basis[-1].day)
        if label == "AGENDA_NO_VOTE":
            return f"The item was listed for {when}. The minutes record no vote on it."
        return f"The matter was discussed on {when}; we found no motion in the minutes."
    return _of_vote(story)


def _of_vote(story: Story) -> str:
    vote, anchor, label = story.verdict.entry, story.anchor, story.verdict.entered
    assert vote is not None
    body, on = _body(story, vote), _date(vote.day)
    if label == "VOTE_BEFORE":
        return f"{body} {voted(vote)} on {on} to approve the agreement, per {minutes_of(vote)}."
    if label == "VOTE_ORDER_UNKNOWN":
        if apart(vote, anchor):
            return f"{body} {voted(vote)} on {_either(vote)}; {_near_two_dates(story)}"
        return f"{body} {voted(vote)} on {on}; {_near(story)}"
    if label == "VOTE_AFTER" and anchor and vote.day:
        days = (vote.day - anchor.last).days
        later = f"{days} day{'' if days == 1 else 's'} later"
        return f"{_signed(story)}; {records(vote, body)} a vote on {on}, {later}."
    if label == "VOTED_UNSIGNED":
        return f"{body} {voted(vote)}; approved on {on}; {_not_listed(story)}."
    if label == "VOTED_DOWN":
        return f"{body} {voted(vote)} on {on} against the agreement, per {minutes_of(vote)}."
    aim = {"adopt": "approve it", "reject": "reject it", "end": "end it"}
    what = f"a motion to {aim.get(vote.motion.direction, 'put off a decision on it')}"
    how = {
        "no_second": "without a second",
        "failed": "which did not carry",
        "passed": "which carried",
    }.get(vote.motion.result, vote.motion.result)
    return f"The minutes of {on} record {what}, {how}; we found no later vote."


def _either(vote: Decision) -> str:
    """Both dates of minutes that carry two."""
    listed = dates(vote.filed)
    return (
        f"{_date(vote.day)} by the date its minutes print, {listed} by the one they are filed under"
    )


def _near_two_dates(story: Story) -> str:
    if story.anchor and story.anchor.seen:
        said = f"the agency signed on {_date(story.anchor.last)}."
        return said + " Which date is the vote's is not on record."
    if story.anchor and story.anchor.doubt:
        return _near(story)
    said = f"ICE lists the agreement as signed {_date(story.ice_signed)}."
    return said + " Which date is the vote's is not on record."


def _near(story: Story) -> str:
    if story.anchor and story.anchor.seen:
        return "the agency signed on that day, and which came first is not on record."
    if story.anchor and story.anchor.doubt:
        first = _date(story.first_listed)
        said = f"ICE's list prints no date that fits; it first stood on the list saved {first}."
    else:
        said = f"ICE lists the agreement as signed {_date(story.ice_signed)}."
    return said + " We have not seen the local signature date."


def _signed(story: Story) -> str:
    if story.anchor and story.anchor.seen:
        return f"{signer(story.title)} signed on {long_date(story.anchor.last)}"
    if story.anchor and story.anchor.doubt:
        return f"It first stood on ICE's list saved {_date(story.first_listed)}"
    return f"ICE lists it as signed {_date(story.ice_signed)}"


def signer(title: str) -> str:
    """Who signed, to open a sentence: the office without its place, in a headline's letters.

    "The agency" where no title was read, or where it holds what this program never writes.
    """
    office = " ".join(re.split(r"[,;:/(]", temperate(title))[0].split())
    if not re.fullmatch(r"[A-Za-z][\w.’' -]{2,59}", office) or any(c.isdigit() for c in office):
        return "The agency"
    if office.isupper():
        office = re.sub(r"\b(Of|And|The|For)\b", lambda word: word[0].lower(), office.title())
    return f"The {re.sub(r'^the ', '', office, flags=re.IGNORECASE)}"


def _not_listed(story: Story) -> str:
    if story.list_saved is None:
        return "we hold no list of ICE's"
    return f"not on ICE's list saved {long_date(story.list_saved)}"


def _nothing(story: Story) -> str:
    """The two sentences that rest on the coverage table alone."""
    meetings = expected(story.tables)
    read = sum(meeting.state == "read" for meeting in meetings)
    what = "a public vote"
    if story.verdict.ending or story.other_votes:
        what += " to enter this agreement"
    elif story.verdict.entered == "NO_VOTE_FOUND":
        what += " on this agreement"
    if story.verdict.entered == "NO_VOTE_FOUND" and story.window:
        said = (
            f"We found no record of {what} in {read} of {len(meetings)} minutes of "
            f"{_bodies(story)} between {_date(story.window[0])} and {_date(story.window[1])}."
        )
    else:
        awaited = [m.date for m in meetings if m.state == "awaited"]
        tail = f"awaited: {dates(awaited)}" if awaited else "the window is still open"
        said = (
            f"So far we found no record of {what}: {read} of {read} minutes we could have by now "
            f"are read; {tail}."
        )
    return said + _other_signing(story)


def _other_signing(story: Story) -> str:
    if not story.other_votes:
        return ""
    return f" What was moved on {dates(story.other_votes)} concerns another signing."


def _open(story: Story) -> str:
    found = story.verdict
    if found.entered == "NOT_MONITORED":
        return f"{story.agency}: the body that answers for it is not yet monitored."
    if found.entered == "CANNOT_TELL":
        return "We could not tell" + _cannot_tell(story)
    office = _OFFICES.get(story.answers_to)
    if office is None:
        return f"{story.agency} answers to no local body. We know of no rule requiring its vote."
    board = _bodies(story) if story.bodies else story.board
    return f"{office} is separately elected. We know of no rule requiring a vote by {board}."


def _cannot_tell(story: Story) -> str:
    cause, entry = story.verdict.cause, story.verdict.entry
    if cause == "authority":
        return ": which body answers is not settled."
    if cause == "nothing before":
        return ": no minutes of a meeting before the signature are held."
    if cause == "date":
        doubt = story.anchor.doubt if story.anchor else "it was never listed"
        return f" when it was signed: {doubt}; first on the list saved {_date(story.first_listed)}."
    if entry is None:
        return _gaps(story)
    if cause == "undone":
        body, on = _body(story, entry), _date(entry.day)
        return f": {body} approved it on {on} and undid that before it was signed."
    where = page_of(entry, _body(story, entry))
    if cause == "other vote":
        return f": {where} of {_date(entry.day)} records a vote on ending such an agreement."
    if cause == "possible":
        return f": {where} of {_date(entry.day)} {entry.why}."
    return f": {where} of {_date(entry.day)} holds a motion on it; {entry.why}."


def _gaps(story: Story) -> str:
    meetings = expected(story.tables)
    total = len(meetings)
    absent = [m.date for m in meetings if m.state == "missing"]
    unread = [m.date for m in meetings if m.state == "unread"]
    said = []
    if absent:
        said.append(
            f"{len(absent)} of {total} meetings have no minutes we could obtain ({dates(absent)})"
        )
    if unread:
        said.append(
            f"the minutes of {len(unread)} of {total} meetings could not be read whole "
            f"({dates(unread)})"
        )
    for gap in [gap for table in story.tables for gap in table.gaps][:3]:
        said.append(
            f"between {long_date(gap.start.date())} and {long_date(gap.end.date())} no good look "
            "at the source is on record and the minutes do not name each other"
        )
    blank = [story.bodies.get(t.body, t.body) for t in story.tables if t.verdict == "not_monitored"]
    said += [f"{name} is not yet monitored" for name in blank]
    if not said:
        said = [_thin(story, total)]
    return f": {'; '.join(said)}."


def _thin(story: Story, total: int) -> str:
    if all(table.verdict == "none" for table in story.tables):
        return f"no minutes of any of {total} meetings are read so far"
    return "which meetings were held rests on one kind of signal only"


def _ended(story: Story) -> str:
    label, vote = story.verdict.ended, story.verdict.ending
    if label is None:
        return ""
    if vote is None:
        return _left(story)
    said = f"{_body(story, vote)} {voted(vote)} to end it on {_date(vote.day)}"
    if label == "DELISTED_AFTER_VOTE":
        return f"{said}; no longer on ICE's list saved {_date(story.gone_by)}."
    if story.list_saved and vote.day and story.list_saved > vote.day:
        return f"{said}; still on ICE's list saved {long_date(story.list_saved)}."
    return f"{said}; the newest list of ICE's we hold was saved {_date(story.list_saved)}."


def _left(story: Story) -> str:
    read = len(expected(story.leaving))
    last = max((table.end for table in story.leaving), default=None)
    return (
        f"It disappeared from the list between {_date(story.last_list)} and "
        f"{_date(story.gone_by)}; we found no vote to end it in {read} of {read} minutes of "
        f"{_bodies(story)} between {_date(story.first_listed)} and {_date(last)}."
    )


def _body(story: Story, vote: Decision) -> str:
    return story.bodies.get(vote.body, vote.body)


def _bodies(story: Story) -> str:
    names = sorted(story.bodies.values())
    return " and ".join(names) if names else "the body"


def _date(day: date | None) -> str:
    return long_date(day) if day else "a day that cannot be read"
